in_home() {
    remove "$1"/.*_history "$1/.bash_sessions" "$1/.zhistory" "$1/.histfile" "$1/.history"
    remove "$1/.local/share/fish/fish_history" "$1/.local/share/powershell/PSReadLine/ConsoleHost_history.txt"
    remove "$1/.dbshell" "$1/.mongodb/mongosh" "$1"/.ipython/profile_*/history.sqlite
}
homes in_home
