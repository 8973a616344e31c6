if live && command -v journalctl > /dev/null && [ -d /run/systemd/journal ]; then
    act journalctl --rotate
    act journalctl --vacuum-time=1s
fi
walk "$BASE/var/log/journal" remove
