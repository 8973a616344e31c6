# No password fits '*', and keys still do; '!' would lock those out too where sshd goes without PAM. The copies that passwd and
# its kin keep have the hash too.
for accounts in "$BASE/etc/shadow" "$BASE/etc/shadow-" "$BASE/var/backups/shadow.bak"; do
    if [ -f "$accounts" ]; then
        changed=$(awk -F: -v OFS=: '$1 == "root" && $2 !~ /^[!*]+$/ { $2 = "*" } { print }' "$accounts")
        rewrite "$accounts" "$changed"
    fi
done
