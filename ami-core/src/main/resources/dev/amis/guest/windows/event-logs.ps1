    # Analytic and debug logs cannot be cleared while they are on; those that hold nothing need not be.
    $logs = Get-WinEvent -ListLog * -Force -ErrorAction SilentlyContinue |
        Where-Object { $_.RecordCount -gt 0 -and $_.LogType -in 'Administrative', 'Operational' }
    foreach ($log in $logs) {
        Invoke-Native (Join-Path $env:SystemRoot 'System32\wevtutil.exe') @('clear-log', $log.LogName)
    }
