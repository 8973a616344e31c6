in_home() {
    remove "$1/.bash_history" "$1/.bash_sessions" "$1/.zsh_history" "$1/.zhistory" "$1/.ash_history" "$1/.sh_history"
    remove "$1/.history" "$1/.local/share/fish/fish_history" "$1/.python_history" "$1/.node_repl_history"
    remove "$1/.mysql_history" "$1/.psql_history" "$1/.sqlite_history" "$1/.rediscli_history" "$1/.irb_history"
    remove "$1/.local/share/powershell/PSReadLine/ConsoleHost_history.txt"
}
homes in_home
