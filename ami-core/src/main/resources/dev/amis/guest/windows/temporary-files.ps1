    Clear-Directory (Join-Path $env:SystemRoot 'Temp')
    foreach ($profileDirectory in Get-ProfileDirectory) {
        Clear-Directory (Join-Path $profileDirectory 'AppData\Local\Temp')
    }
