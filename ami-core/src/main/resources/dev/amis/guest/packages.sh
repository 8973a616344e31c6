DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND

package_program() {
    if [ -e "$BASE/usr/bin/dnf" ]; then
        echo dnf
    else
        echo yum
    fi
}

# packages NAME...: installs what is missing.
packages() {
    if [ "$FAMILY" = debian ]; then
        act apt-get -qq update
        act apt-get -y -qq install --no-install-recommends "$@"
    else
        act "$(package_program)" -y install "$@"
    fi
}

# Where packages of Fedora's EPEL come from. Debian, Amazon Linux 2023 and Fedora itself have their own.
extra_packages() {
    case $FAMILY:$(release ID) in
        amazon-linux-2:*) act amazon-linux-extras install -y epel ;;
        red-hat:fedora) ;;
        red-hat:*) act "$(package_program)" -y install epel-release ;;
    esac
}

# settings FILE TEXT: writes a file of our own.
settings() {
    if [ -f "$BASE$1" ]; then
        rewrite "$BASE$1" "$2"
    elif dry; then
        say write "$BASE$1"
    else
        inside "$BASE$1" || fail "$1 cannot be written, since its directory is missing"
        present "$BASE$1" && fail "$1 is there, but is no file"
        say write "$BASE$1"
        printf '%s\n' "$2" > "$BASE$1"
        chmod 644 "$BASE$1"
    fi
}

# set_option FILE NAME VALUE: sets an option that the file has.
set_option() {
    if [ -f "$BASE$1" ]; then
        grep -Eq "^[[:space:]]*$2[[:space:]]*=" "$BASE$1" || fail "$1 has no option $2"
        changed=$(sed -E "s/^([[:space:]]*$2[[:space:]]*=).*/\\1 $3/" "$BASE$1")
        rewrite "$BASE$1" "$changed"
    elif dry; then
        printf 'would change %s\n' "$1"
    else
        fail "$1 is missing"
    fi
}
