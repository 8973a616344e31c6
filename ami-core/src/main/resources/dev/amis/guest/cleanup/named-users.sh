# The accounts' files are edited in place: that works on a mounted system as on a running one.
without() {
    [ -f "$BASE$1" ] || return 0
    changed=$(awk -F: -v OFS=: -v name="$user" "$2" "$BASE$1")
    rewrite "$BASE$1" "$changed"
}
set -- @USERS@
for user; do
    home=$(awk -F: -v name="$user" '$1 == name { print $6 }' "$BASE/etc/passwd")
    sharing=$(awk -F: -v name="$user" -v home="$home" '$1 != name && $6 == home' "$BASE/etc/passwd")
    case $home in
        */../* | */..) ;;
        /home/?*) [ -n "$sharing" ] || remove "$BASE${home%/}" ;;
        '') ;;
        *) note "home $home of $user is not below /home, and stays" ;;
    esac
    remove "$BASE/var/spool/cron/$user" "$BASE/var/spool/cron/crontabs/$user" "$BASE/etc/sudoers.d/$user"
    remove "$BASE/var/spool/mail/$user" "$BASE/var/mail/$user"
    without /etc/passwd '$1 != name'
    without /etc/shadow '$1 != name'
    without /etc/subuid '$1 != name'
    without /etc/subgid '$1 != name'
    for groups in /etc/group /etc/gshadow; do
        # The group of the same name goes if nobody else is in it; the user leaves all others.
        without "$groups" '
            $1 == name && ($4 == "" || $4 == name) { next }
            {
                count = split($4, members, ",")
                left = ""
                for (i = 1; i <= count; i++) {
                    if (members[i] != name) left = left (left == "" ? "" : ",") members[i]
                }
                if (left != $4) $4 = left
                print
            }'
    done
done
