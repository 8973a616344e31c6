    Clear-Directory (Join-Path $env:SystemRoot 'Temp')
    foreach ($profileDirectory in Get-ChildItem -LiteralPath "$env:SystemDrive\Users" -Directory -Force) {
        Clear-Directory (Join-Path $profileDirectory.FullName 'AppData\Local\Temp')
    }
