# What was deleted can be read from free blocks until they are written over. Some space stays free all the time.
fill=$BASE/.amis-zero-fill
free=$(df -Pk -- "$ROOT" | awk 'END { print int($4 / 1024) - 128 }')
size=@LIMIT@
if [ "$free" -lt "$size" ]; then
    size=$free
fi
if [ -L "$fill" ]; then
    fail '/.amis-zero-fill is a link, and is not written to'
fi
if dry; then
    printf 'would fill %s MiB of free space with zeros\n' "$size"
elif [ "$size" -gt 0 ]; then
    # The file goes whatever happens; only being killed outright leaves it, and the next run takes it away.
    trap 'rm -f -- "$fill"' EXIT
    trap 'exit 143' HUP INT TERM
    rm -f -- "$fill"
    dd if=/dev/zero of="$fill" bs=1048576 count="$size" 2> /dev/null
    sync
fi
