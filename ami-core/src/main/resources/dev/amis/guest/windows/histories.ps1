    foreach ($profileDirectory in Get-ProfileDirectory) {
        Clear-Directory (Join-Path $profileDirectory 'AppData\Roaming\Microsoft\Windows\PowerShell\PSReadLine')
        Clear-Directory (Join-Path $profileDirectory 'AppData\Roaming\Microsoft\Windows\Recent')
    }
