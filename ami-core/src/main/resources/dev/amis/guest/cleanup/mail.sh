walk "$BASE/var/spool/mail" remove
walk "$BASE/var/mail" remove
