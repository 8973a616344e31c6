# No password fits '*', and keys still do; '!' would lock those out too where sshd goes without PAM.
if [ -f "$BASE/etc/shadow" ]; then
    changed=$(awk -F: -v OFS=: '$1 == "root" && $2 !~ /^[!*]+$/ { $2 = "*" } { print }' "$BASE/etc/shadow")
    rewrite "$BASE/etc/shadow" "$changed"
fi
