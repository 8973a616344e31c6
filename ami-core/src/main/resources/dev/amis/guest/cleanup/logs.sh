log() {
    case $1 in
        "$BASE"/var/log/journal/*) ;;
        *.gz | *.xz | *.bz2 | *.zst | *.old | *.[0-9] | *.[0-9][0-9] | *-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]) remove "$1" ;;
        *.[0-9].log | *-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9].log) remove "$1" ;;
        *) empty "$1" ;;
    esac
}
walk "$BASE/var/log" log
