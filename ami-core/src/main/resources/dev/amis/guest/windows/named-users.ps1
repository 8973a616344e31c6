    foreach ($user in @(@USERS@)) {
        if ($null -eq (Get-LocalUser -Name $user -ErrorAction SilentlyContinue)) {
            continue
        }
        if ($DryRun) {
            Write-Output "would remove user $user"
        } else {
            Write-Output "remove user $user"
            Get-CimInstance Win32_UserProfile | Where-Object { $_.LocalPath -eq "$env:SystemDrive\Users\$user" } |
                Remove-CimInstance
            Remove-LocalUser -Name $user
        }
    }
