clear "$BASE/var/crash" "$BASE/var/lib/systemd/coredump" "$BASE/var/lib/apport/coredump" "$BASE/var/spool/abrt"
