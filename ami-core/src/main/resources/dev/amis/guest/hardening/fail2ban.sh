extra_packages
packages fail2ban
settings /etc/fail2ban/jail.d/50-amis-sshd.local '[sshd]
enabled = true
backend = systemd'
act systemctl enable fail2ban
