# Not by 'cloud-init clean': that takes the scripts per boot with it, which somebody put there to be part of the image.
for entry in "$BASE"/var/lib/cloud/* "$BASE"/var/lib/cloud/scripts/*; do
    case $entry in
        "$BASE"/var/lib/cloud/seed | "$BASE"/var/lib/cloud/scripts | "$BASE"/var/lib/cloud/scripts/per-*) ;;
        *) remove "$entry" ;;
    esac
done
remove "$BASE"/var/log/cloud-init.log* "$BASE"/var/log/cloud-init-output.log*
# Network files go only where cloud-init will write them again; without them, an instance would not be reached.
generated_network() {
    remove "$BASE"/etc/netplan/50-cloud-init.yaml
    remove "$BASE"/etc/network/interfaces.d/50-cloud-init "$BASE"/etc/network/interfaces.d/50-cloud-init.cfg
    remove "$BASE"/etc/systemd/network/10-cloud-init-*.network "$BASE"/etc/systemd/network/50-cloud-init-*.link
    remove "$BASE"/etc/NetworkManager/system-connections/cloud-init-*.nmconnection
    for file in "$BASE"/etc/sysconfig/network-scripts/ifcfg-*; do
        if [ -f "$file" ] && grep -q '^# Created by cloud-init' -- "$file"; then
            remove "$file"
        fi
    done
}
if [ ! -e "$BASE/usr/bin/cloud-init" ]; then
    note 'cloud-init is not installed; network files stay'
elif [ -e "$BASE/etc/cloud/cloud-init.disabled" ]; then
    note 'cloud-init is told not to run; network files stay'
elif grep -Eqs "config:[[:space:]]*[\"']?disabled" "$BASE/etc/cloud/cloud.cfg" "$BASE"/etc/cloud/cloud.cfg.d/*.cfg; then
    note 'cloud-init is told not to configure the network; network files stay'
else
    generated_network
fi
