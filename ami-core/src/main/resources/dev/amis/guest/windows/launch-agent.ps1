    if (-not (Test-Path -LiteralPath $launchAgent -PathType Leaf)) {
        throw "EC2Launch v2 is not installed: there is no $launchAgent"
    }
    Invoke-Native $launchAgent @('validate')
