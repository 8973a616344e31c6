set -eu
IFS=' 	
'
PATH=${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin
LC_ALL=C
export LC_ALL PATH

STEP=
BASE=
DRY_RUN=${AMIS_DRY_RUN:-no}
ROOT=${AMIS_ROOT:-/}
CHECKED=
CHECKED_RESULT=0
HOMES=

usage() {
    printf 'usage: script [--dry-run] [--root DIRECTORY]\n'
    printf '  --dry-run         list what would be done, and do none of it (also AMIS_DRY_RUN=yes)\n'
    printf '  --root DIRECTORY  work on the system that is mounted there, not on this one (also AMIS_ROOT)\n'
}

note() {
    printf 'amis: %s\n' "$*" >&2
}

fail() {
    note "$*"
    exit 1
}

# Whatever ends the script early is said, with the step in which it happened.
finish() {
    status=$?
    trap - EXIT
    if [ "$status" -ne 0 ] && [ -n "$STEP" ]; then
        note "step '$STEP' FAILED (exit $status); later steps were not run"
    fi
    exit "$status"
}

options() {
    while [ $# -gt 0 ]; do
        case $1 in
            --dry-run) DRY_RUN=yes ;;
            --root)
                [ $# -gt 1 ] || { usage >&2; exit 2; }
                ROOT=$2
                shift
                ;;
            --root=*) ROOT=${1#--root=} ;;
            -h | --help)
                usage
                exit 0
                ;;
            *)
                usage >&2
                exit 2
                ;;
        esac
        shift
    done
    case $DRY_RUN in
        yes | no) ;;
        *) fail "AMIS_DRY_RUN is '$DRY_RUN', but must be yes or no" ;;
    esac
    [ -n "$ROOT" ] || fail "root is empty, but must be a directory"
    BASE=$(CDPATH='' cd -P -- "$ROOT" && printf '%s/' "$PWD") || fail "root '$ROOT' is no directory that can be entered"
    BASE=${BASE%/}
    BASE=${BASE%/}
    ROOT=${BASE:-/}
    if live && ! dry && [ "$(id -u)" -ne 0 ]; then
        fail "must be run as root, with --dry-run, or with --root"
    fi
    if dry && [ "$(id -u)" -ne 0 ]; then
        note 'this is not run as root: what only root can see is not listed'
    fi
    family
    if [ -f "$BASE/etc/passwd" ]; then
        HOMES=$(cut -s -d : -f 6 -- "$BASE/etc/passwd")
    fi
}

dry() {
    [ "$DRY_RUN" = yes ]
}

# Whether this is the running system, not one that is mounted somewhere.
live() {
    [ -z "$BASE" ]
}

# release NAME: what os-release says of NAME. The file is read, never executed.
release() {
    file=$BASE/etc/os-release
    if [ -L "$file" ] || [ ! -f "$file" ]; then
        file=$BASE/usr/lib/os-release
    fi
    [ -f "$file" ] || return 0
    sed -n "s/^$1=//p" "$file" | tr -d "\"'" | head -n 1
}

# Sets FAMILY. Where os-release is silent, the package manager tells.
family() {
    id=$(release ID)
    like=$(release ID_LIKE)
    case "$id:$(release VERSION_ID): $id $like " in
        amzn:2:*) FAMILY=amazon-linux-2 ;;
        amzn:*) FAMILY=amazon-linux-2023 ;;
        *' debian '* | *' ubuntu '*) FAMILY=debian ;;
        *' rhel '* | *' fedora '* | *' centos '*) FAMILY=red-hat ;;
        *)
            FAMILY=$EXPECTED_FAMILY
            if [ -x "$BASE/usr/bin/apt-get" ]; then
                FAMILY=debian
            elif [ -x "$BASE/usr/bin/dnf" ] || [ -x "$BASE/usr/bin/yum" ]; then
                FAMILY=${EXPECTED_FAMILY:-red-hat}
            fi
            ;;
    esac
    [ -n "$FAMILY" ] || fail "this is none of the systems known here (ID is '$id'); nothing was changed"
    if [ -n "$EXPECTED_FAMILY" ] && [ "$FAMILY" != "$EXPECTED_FAMILY" ]; then
        fail "this script is for $EXPECTED_FAMILY, but this is $FAMILY; nothing was changed"
    fi
}

# say VERB PATH: one line, with the path as the system in question sees it.
say() {
    path=${2#"$BASE"}
    case $path in
        *[[:cntrl:]]*) path=$(printf '%s' "$path" | tr '[:cntrl:]' '?') ;;
    esac
    if dry; then
        printf 'would %s %s\n' "$1" "$path"
    else
        printf '%s %s\n' "$1" "$path"
    fi
}

present() {
    [ -e "$1" ] || [ -L "$1" ]
}

# inside PATH: whether the directory that holds PATH is in the root once links are followed, and on a disk of this machine:
# a home on a network file system is other machines' home too, and is no part of the image.
inside() {
    if [ "${1%/*}" = "$CHECKED" ]; then
        return "$CHECKED_RESULT"
    fi
    CHECKED=${1%/*}
    CHECKED_RESULT=1
    [ -d "$CHECKED/" ] || return 1
    physical=$(CDPATH='' cd -P -- "$CHECKED/" && printf '%s/' "$PWD") || return 1
    case $physical in
        "$BASE"/*) ;;
        *)
            note "$CHECKED leads out of the root, and is left alone"
            return 1
            ;;
    esac
    if network "$physical"; then
        note "$CHECKED is on a network file system, and is left alone"
        return 1
    fi
    CHECKED_RESULT=0
}

network() {
    case $(stat -f -c %T -- "$1") in
        nfs* | smb* | cifs* | fuse* | 9p | v9fs | afs | ceph | lustre | gpfs | gfs*) ;;
        *) return 1 ;;
    esac
}

# mounted PATH: whether something is mounted on it or below it. PATH has no links in it, and the kernel writes odd characters of
# mount points as octal numbers.
mounted() {
    [ -r /proc/self/mountinfo ] || return 1
    MOUNTED=$1 awk '
        BEGIN {
            odd[" "] = "\\040"; odd["\t"] = "\\011"; odd["\n"] = "\\012"; odd["\\"] = "\\134"
            path = ENVIRON["MOUNTED"]
            for (i = 1; i <= length(path); i++) {
                c = substr(path, i, 1)
                top = top (c in odd ? odd[c] : c)
            }
        }
        $5 == top || index($5, top "/") == 1 { found = 1; exit }
        END { exit !found }' /proc/self/mountinfo
}

# whole PATH: whether all of it is on the file system that it is in. rm would empty a mount point before it fails to remove it.
whole() {
    holder=${physical%/}
    if [ -L "$1" ] || [ ! -d "$1" ] || ! mounted "${holder%/}/${1##*/}"; then
        return 0
    fi
    if network "$1"; then
        note "${1#"$BASE"} is on a network file system, and is left alone"
    elif dry; then
        note "${1#"$BASE"} cannot be removed while something is mounted on it or below it"
    else
        fail "${1#"$BASE"} is not removed while something is mounted on it or below it: unmount that first"
    fi
    return 1
}

# remove PATH...: takes away what is there; of a link, the link itself.
remove() {
    for target; do
        if present "$target" && inside "$target" && whole "$target"; then
            say remove "$target"
            if ! dry; then
                rm -rf --one-file-system -- "$target"
            fi
        fi
    done
}

# empty FILE...: leaves files with no content. A file of several names is taken away, since its other names may be anywhere.
empty() {
    for target; do
        if [ -L "$target" ] || [ ! -f "$target" ] || [ ! -s "$target" ] || ! inside "$target"; then
            continue
        fi
        if [ "$(stat -c %h -- "$target")" -gt 1 ]; then
            remove "$target"
            continue
        fi
        say empty "$target"
        if ! dry; then
            true > "$target"
        fi
    done
}

# rewrite FILE TEXT: gives a file that is there another content; owner, mode and label stay.
rewrite() {
    if [ "$(cat -- "$1")" = "$2" ]; then
        return 0
    fi
    if [ -L "$1" ] || [ "$(stat -c %h -- "$1")" -gt 1 ]; then
        fail "${1#"$BASE"} is a link, or has several names, and is not changed"
    fi
    inside "$1" || fail "${1#"$BASE"} cannot be changed"
    say change "$1"
    if ! dry; then
        printf '%s' "${2:+$2
}" > "$1"
    fi
}

# walk DIRECTORY COMMAND: calls COMMAND with everything below that is no directory. Links are not followed.
walk() (
    inside "$1/." || exit 0
    for entry in "$1"/* "$1"/.[!.]* "$1"/..?*; do
        if [ -d "$entry" ] && [ ! -L "$entry" ]; then
            walk "$entry" "$2"
        elif present "$entry"; then
            "$2" "$entry"
        fi
    done
)

# clear DIRECTORY...: takes away all that is in it, and leaves the directory.
clear() {
    for directory; do
        for entry in "$directory"/* "$directory"/.[!.]* "$directory"/..?*; do
            remove "$entry"
        done
    done
}

# homes COMMAND: calls COMMAND with each home directory, those of the accounts that there were at first and those below /home.
homes() (
    seen='
'
    visit() {
        case $seen in
            *"
$1
"*) ;;
            *)
                seen="$seen$1
"
                if [ -d "$BASE$1/" ]; then
                    "$2" "$BASE$1"
                fi
                ;;
        esac
    }
    visit /root "$1"
    left="$HOMES
"
    while [ -n "$left" ]; do
        home=${left%%"
"*}
        left=${left#*"
"}
        case $home in
            */../* | */..) ;;
            /*) visit "${home%/}" "$1" ;;
        esac
    done
    for home in "$BASE"/home/*; do
        visit "${home#"$BASE"}" "$1"
    done
)

# act COMMAND...: runs a command of the system in question.
act() {
    if dry; then
        printf 'would run %s\n' "$*"
    else
        printf 'run %s\n' "$*"
        if live; then
            "$@"
        else
            chroot "$ROOT" "$@"
        fi
    fi
}

# run STEP FUNCTION
run() {
    STEP=$1
    printf -- '--- %s\n' "$1"
    "$2"
    STEP=
}
