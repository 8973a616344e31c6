# A private key has any name.
in_home() {
    for file in "$1"/.ssh/* "$1"/.ssh/.[!.]*; do
        if [ -f "$file" ] && grep -Eqs -e '-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY|^PuTTY-User-Key-File' -- "$file"; then
            remove "$file"
        fi
    done
    remove "$1"/.ssh/id_* "$1"/.ssh/*.pem "$1"/.ssh/known_hosts "$1"/.ssh/known_hosts.old
}
homes in_home
