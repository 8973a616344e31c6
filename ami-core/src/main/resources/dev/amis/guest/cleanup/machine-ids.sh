# An empty file is what systemd fills at the next boot; a file that is missing cannot be filled on a read-only root.
if [ -L "$BASE/etc/machine-id" ]; then
    note '/etc/machine-id is a link, and is left alone'
else
    empty "$BASE/etc/machine-id"
fi
dbus=$BASE/var/lib/dbus/machine-id
if [ -f "$dbus" ] && [ ! -L "$dbus" ]; then
    remove "$dbus"
    if ! dry && ! present "$dbus"; then
        ln -s ../../../etc/machine-id "$dbus"
    fi
fi
remove "$BASE"/var/lib/systemd/random-seed "$BASE"/var/lib/urandom/random-seed "$BASE"/var/lib/systemd/credential.secret
remove "$BASE"/boot/loader/random-seed "$BASE"/boot/efi/loader/random-seed "$BASE"/efi/loader/random-seed
