case $FAMILY in
    debian)
        packages unattended-upgrades
        act unattended-upgrade -v
        ;;
    amazon-linux-2023) act dnf -y upgrade --security --releasever=latest ;;
    *) act "$(package_program)" -y update --security ;;
esac
