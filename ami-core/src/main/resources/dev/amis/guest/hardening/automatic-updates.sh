case $FAMILY in
    debian)
        packages unattended-upgrades
        settings /etc/apt/apt.conf.d/20auto-upgrades 'APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";'
        ;;
    amazon-linux-2)
        packages yum-cron
        set_option /etc/yum/yum-cron.conf update_cmd security
        set_option /etc/yum/yum-cron.conf apply_updates yes
        act systemctl enable yum-cron
        ;;
    *)
        # Amazon Linux 2023 gets what its own release has; a newer release is a new image.
        packages dnf-automatic
        set_option /etc/dnf/automatic.conf upgrade_type security
        set_option /etc/dnf/automatic.conf apply_updates yes
        act systemctl enable dnf-automatic.timer
        ;;
esac
