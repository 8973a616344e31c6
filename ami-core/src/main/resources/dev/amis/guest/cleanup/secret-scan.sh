# Tells where, never what. A dry run looks before anything was taken away, so what it finds is no failure.
private='-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----'
aws_id='(^|[^A-Za-z0-9])(AKIA|ASIA)[A-Z2-7]{16}([^A-Za-z0-9]|$)'
aws_key='([Ss]ecret|SECRET)[_-]?([Aa]ccess|ACCESS)?[_-]?([Kk]ey|KEY)'
aws_key="${aws_key}[^A-Za-z0-9/+]{0,4}[:=][^A-Za-z0-9/+]{0,4}[A-Za-z0-9/+]{40}([^A-Za-z0-9/+]|$)"
github='gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22}'
gitlab='glpat-[A-Za-z0-9_-]{20}'
slack='xox[abprs]-[A-Za-z0-9-]{10}'
google='AIza[A-Za-z0-9_-]{35}'
look_closer='
private=$1 aws_id=$2 aws_key=$3 github=$4 gitlab=$5 slack=$6 google=$7
shift 7
any="$private|$aws_id|$aws_key|$github|$gitlab|$slack|$google"
status=0
grep -qIsE -e "$any" -- "$@" || status=$?
[ "$status" -ne 1 ] || exit 0
name() {
    printf "%s" "$1" | tr "[:cntrl:]" "?"
}
look() {
    grep -nIsE -e "$3" -- "$1" | cut -d : -f 1 | while read -r line; do
        printf "%s:%s: %s\n" "$(name "$1")" "$line" "$2"
    done
}
for file; do
    status=0
    grep -qIsE -e "$any" -- "$file" || status=$?
    if [ "$status" -gt 1 ] && [ -e "$file" ]; then
        printf "%s: cannot be read\n" "$(name "$file")"
    elif [ "$status" -eq 0 ]; then
        look "$file" "private key" "$private"
        look "$file" "AWS access key id" "$aws_id"
        look "$file" "AWS secret access key" "$aws_key"
        look "$file" "GitHub token" "$github"
        look "$file" "GitLab token" "$gitlab"
        look "$file" "Slack token" "$slack"
        look "$file" "Google API key" "$google"
    fi
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
        -type f -size -2049k -exec sh -c "$look_closer" sh \
        "$private" "$aws_id" "$aws_key" "$github" "$gitlab" "$slack" "$google" {} +
}
report=$(
    cd -- "$ROOT"
    for directory in etc root home opt srv usr/local var/backups var/lib var/opt var/spool var/www tmp var/tmp; do
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
