in_home() {
    remove "$1/.aws" "$1/.azure" "$1/.config/gcloud" "$1/.config/doctl" "$1/.oci" "$1/.boto" "$1/.s3cfg"
    remove "$1/.config/rclone" "$1/.rclone.conf" "$1/.passwd-s3fs" "$1/.config/hcloud" "$1/.config/openstack"
}
homes in_home
