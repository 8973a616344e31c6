extra_packages
if [ "$FAMILY" = debian ]; then
    # Only recommended by the package, but without them it can neither read the journal nor keep anybody out.
    packages fail2ban python3-systemd nftables iptables
else
    packages fail2ban
fi
settings /etc/fail2ban/jail.d/50-amis-sshd.local '[sshd]
enabled = true
backend = systemd'
act systemctl enable fail2ban
