remove "$BASE"/etc/ssh/ssh_host_*
cloud_init() {
    [ -e "$BASE/usr/bin/cloud-init" ] && [ ! -e "$BASE/etc/cloud/cloud-init.disabled" ]
}
if ! cloud_init && [ ! -e "$BASE/usr/lib/systemd/system/sshd-keygen@.service" ]; then
    note 'neither cloud-init nor sshd-keygen is there to make new host keys at the next boot'
fi
