in_home() {
    remove "$1/.aws" "$1/.azure" "$1/.config/gcloud" "$1/.config/doctl" "$1/.oci" "$1/.boto" "$1/.s3cfg"
}
homes in_home
