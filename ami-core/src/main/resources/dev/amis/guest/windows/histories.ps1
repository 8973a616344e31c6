    foreach ($profileDirectory in Get-ChildItem -LiteralPath "$env:SystemDrive\Users" -Directory -Force) {
        Clear-Directory (Join-Path $profileDirectory.FullName 'AppData\Roaming\Microsoft\Windows\PowerShell\PSReadLine')
        Clear-Directory (Join-Path $profileDirectory.FullName 'AppData\Roaming\Microsoft\Windows\Recent')
    }
