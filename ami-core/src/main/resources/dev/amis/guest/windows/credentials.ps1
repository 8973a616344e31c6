    foreach ($profileDirectory in Get-ChildItem -LiteralPath "$env:SystemDrive\Users" -Directory -Force) {
        foreach ($name in '.aws', '.azure', '.config\gcloud', '.docker\config.json', '.git-credentials', '.kube',
            '.netrc', '_netrc', '.npmrc', '.pypirc', '.ssh') {
            Remove-Entry (Join-Path $profileDirectory.FullName $name)
        }
    }
