# Private directories of running services stay, empty, until systemd takes them away at the next boot.
for entry in "$BASE"/tmp/* "$BASE"/tmp/.[!.]* "$BASE"/tmp/..?* "$BASE"/var/tmp/* "$BASE"/var/tmp/.[!.]* "$BASE"/var/tmp/..?*; do
    case $entry in
        "$BASE"/tmp/systemd-private-* | "$BASE"/var/tmp/systemd-private-*)
            if [ -d "$entry/tmp" ] && [ ! -L "$entry" ]; then clear "$entry/tmp"; else remove "$entry"; fi
            ;;
        *) remove "$entry" ;;
    esac
done
