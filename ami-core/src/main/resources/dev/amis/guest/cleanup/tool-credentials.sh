in_home() {
    remove "$1/.git-credentials" "$1/.config/git/credentials" "$1/.config/gh/hosts.yml" "$1/.config/hub"
    remove "$1/.netrc" "$1/.pgpass" "$1/.my.cnf" "$1/.vault-token" "$1/.terraform.d/credentials.tfrc.json"
    remove "$1/.docker/config.json" "$1/.dockercfg" "$1/.config/containers/auth.json" "$1/.kube"
    remove "$1/.npmrc" "$1/.pypirc" "$1/.gem/credentials" "$1/.cargo/credentials" "$1/.cargo/credentials.toml"
    remove "$1/.m2/settings.xml" "$1/.m2/settings-security.xml" "$1/.subversion/auth" "$1/.mylogin.cnf"
    remove "$1/.composer/auth.json" "$1/.config/composer/auth.json" "$1/.config/helm/registry" "$1/.config/glab-cli"
    remove "$1/.pulumi/credentials.json" "$1/.gnupg/private-keys-v1.d" "$1/.gnupg/secring.gpg"
}
homes in_home
