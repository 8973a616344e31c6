if live && command -v journalctl > /dev/null && [ -d /run/systemd/journal ]; then
    # That of Amazon Linux 2 cannot rotate.
    if journalctl --help | grep -q -e --rotate; then
        act journalctl --rotate
    fi
    act journalctl --vacuum-time=1s
fi
walk "$BASE/var/log/journal" remove
