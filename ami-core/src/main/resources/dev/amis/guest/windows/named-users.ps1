    foreach ($user in @(@USERS@)) {
        $account = Get-LocalUser -Name $user -ErrorAction SilentlyContinue
        if ($null -eq $account) {
            continue
        }
        if ($DryRun) {
            Write-Output "would remove user $user"
        } else {
            Write-Output "remove user $user"
            # By its identifier: a profile of that name may be somebody else's, and the user's may have another.
            Get-CimInstance Win32_UserProfile | Where-Object { $_.SID -eq $account.SID.Value } |
                Remove-CimInstance
            Remove-LocalUser -Name $user
        }
    }
