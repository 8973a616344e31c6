in_home() {
    for keys in "$1/.ssh/authorized_keys" "$1/.ssh/authorized_keys2"; do
        if [ -L "$keys" ]; then
            note "${keys#"$BASE"} is a link: it is removed, what it leads to is not"
        fi
        remove "$keys"
    done
}
homes in_home
if [ -f "$BASE/etc/ssh/authorized_keys" ]; then
    remove "$BASE/etc/ssh/authorized_keys"
fi
clear "$BASE/etc/ssh/authorized_keys" "$BASE/etc/ssh/authorized_keys.d"
