clear "$BASE/var/crash" "$BASE/var/lib/systemd/coredump"
