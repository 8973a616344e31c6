# Tells where, never what. A dry run looks before anything was taken away, so what it finds is no failure.
any='-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY|(AKIA|ASIA)[A-Z2-7]{16}|([Ss]ecret|SECRET)_?([Aa]ccess|ACCESS)?_?([Kk]ey|KEY)'
any="$any|gh[pousr]_[A-Za-z0-9]{36}|github_pat_|glpat-|xox[abprs]-|AIza"
look_closer='
any=$1
shift
status=0
grep -qIsE -e "$any" -- "$@" || status=$?
[ "$status" -ne 1 ] || exit 0
look() {
    grep -nIsE -e "$3" -- "$1" | cut -d : -f 1 | while read -r line; do
        printf "%s:%s: %s\n" "$(printf "%s" "$1" | tr "[:cntrl:]" "?")" "$line" "$2"
    done
}
for file; do
    [ -e "$file" ] || continue
    if [ ! -r "$file" ]; then
        printf "%s: cannot be read\n" "$(printf "%s" "$file" | tr "[:cntrl:]" "?")"
    fi
    look "$file" "private key" "-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----"
    look "$file" "AWS access key id" "(^|[^A-Za-z0-9])(AKIA|ASIA)[A-Z2-7]{16}([^A-Za-z0-9]|$)"
    look "$file" "AWS secret access key" "([Ss]ecret|SECRET)_?([Aa]ccess|ACCESS)?_?([Kk]ey|KEY)[\" ]*[:=][\" ]*[A-Za-z0-9/+]{40}([^A-Za-z0-9/+]|$)"
    look "$file" "GitHub token" "(gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})"
    look "$file" "GitLab token" "glpat-[A-Za-z0-9_-]{20}"
    look "$file" "Slack token" "xox[abprs]-[A-Za-z0-9-]{10}"
    look "$file" "Google API key" "AIza[A-Za-z0-9_-]{35}"
done
'
# Left out: other machines' disks, what Systems Manager needs to report how this script ended, and what was named.
scan() {
    directory=$1
    set --
    # Without a list of mounts, as in a bare chroot, find knows no kinds of file systems and would fail.
    if [ -r /proc/self/mounts ]; then
        for kind in nfs nfs4 cifs smb3 9p ceph lustre fuse.sshfs fuse.s3fs fuse.mountpoint-s3; do
            set -- "$@" -fstype "$kind" -o
        done
    fi
    find "./$directory" -ignore_readdir_race \
        \( "$@" -path ./var/lib/amazon/ssm @IGNORED@\) -prune -o \
        -type f -size -2048k -exec sh -c "$look_closer" sh "$any" {} +
}
report=$(
    cd -- "$ROOT"
    for directory in etc root home opt srv usr/local var/lib var/opt var/www tmp var/tmp; do
        if [ -d "./$directory" ] && [ ! -L "./$directory" ]; then
            scan "$directory" || exit 1
        fi
    done
)
if [ -n "$report" ]; then
    printf '%s\n' "$report" | while IFS= read -r line; do
        printf 'found %s\n' "${line#.}" >&2
    done
    if ! dry; then
        fail 'what looks like a secret is left in the files above'
    fi
fi
