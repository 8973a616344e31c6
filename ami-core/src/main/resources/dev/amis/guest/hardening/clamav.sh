extra_packages
case $FAMILY in
    debian)
        packages clamav clamav-freshclam
        # The service of the package holds the lock of the signatures.
        if live; then
            act systemctl stop clamav-freshclam
        fi
        ;;
    amazon-linux-2) packages clamav clamav-update ;;
    *) packages clamav clamav-freshclam ;;
esac
act freshclam
status=0
set -- @PATHS@
act clamscan --recursive --infected --exclude-dir='^/(sys|proc|dev)(/|$)' -- "$@" || status=$?
case $status in
    0) ;;
    1) fail 'ClamAV found what it names above' ;;
    *) fail "ClamAV could not scan everything (exit $status)" ;;
esac
