walk "$BASE/var/cache/apt/archives" remove
walk "$BASE/var/lib/apt/lists" remove
remove "$BASE"/var/cache/apt/pkgcache.bin "$BASE"/var/cache/apt/srcpkgcache.bin
clear "$BASE/var/cache/dnf" "$BASE/var/cache/libdnf5" "$BASE/var/cache/yum"
