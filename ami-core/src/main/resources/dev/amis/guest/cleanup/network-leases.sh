for directory in dhcp dhclient dhcpcd; do
    walk "$BASE/var/lib/$directory" remove
done
remove "$BASE"/var/lib/NetworkManager/*.lease "$BASE"/var/lib/NetworkManager/timestamps
remove "$BASE"/var/lib/NetworkManager/secret_key "$BASE"/var/lib/NetworkManager/seen-bssids
remove "$BASE"/etc/udev/rules.d/70-persistent-net.rules
