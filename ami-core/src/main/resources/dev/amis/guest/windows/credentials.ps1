    foreach ($profileDirectory in Get-ProfileDirectory) {
        foreach ($name in '.aws', '.azure', '.config\gcloud', '.docker\config.json', '.git-credentials', '.kube',
            '.netrc', '_netrc', '.npmrc', '.pypirc', '.ssh', '.m2\settings.xml', '.cargo\credentials.toml',
            'AppData\Roaming\gcloud', 'AppData\Roaming\GitHub CLI\hosts.yml', 'AppData\Local\AWSToolkit',
            'AppData\Roaming\terraform.d\credentials.tfrc.json') {
            Remove-Entry (Join-Path $profileDirectory $name)
        }
    }
    # OpenSSH makes host keys again when it starts.
    Get-ChildItem -Path "$env:ProgramData\ssh" -Filter 'ssh_host_*' -File -Force -ErrorAction SilentlyContinue |
        ForEach-Object { Remove-Entry $_.FullName }
    Remove-Entry "$env:ProgramData\ssh\administrators_authorized_keys"
