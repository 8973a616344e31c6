# The accounts' files are edited in place: that works on a mounted system as on a running one.
# So are the copies of them that passwd and its kin keep.
without() {
    for accounts in "$BASE$1" "$BASE$1-" "$BASE/var/backups/${1#/etc/}.bak"; do
        if [ -f "$accounts" ]; then
            changed=$(awk -F: -v OFS=: -v name="$user" -v shared="${shared:+yes}" "$2" "$accounts")
            rewrite "$accounts" "$changed"
        fi
    done
}
set -- @USERS@
gone=" $* "
for user; do
    home=$(awk -F: -v name="$user" '$1 == name { print $6; exit }' "$BASE/etc/passwd")
    home=${home%/}
    # Others may live in the same home, or below it.
    sharing=$(awk -F: -v gone="$gone" -v home="$home/" \
        'index(gone, " " $1 " ") == 0 && index($6 "/", home) == 1' "$BASE/etc/passwd")
    shared=
    if [ -f "$BASE/etc/group" ]; then
        id=$(awk -F: -v name="$user" '$1 == name { print $3; exit }' "$BASE/etc/group")
        shared=$(awk -F: -v gone="$gone" -v id="$id" 'index(gone, " " $1 " ") == 0 && $4 == id' "$BASE/etc/passwd")
    fi
    case $home in
        */../* | */..) ;;
        /home/?*) [ -n "$sharing" ] || remove "$BASE$home" ;;
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
        # The group of the same name goes if nobody else is in it, or has it for a first group; the user leaves all others.
        without "$groups" '
            $1 == name && shared == "" && ($4 == "" || $4 == name) { next }
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
