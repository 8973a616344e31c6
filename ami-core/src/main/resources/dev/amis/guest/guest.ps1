#Requires -Version 5.1
[CmdletBinding()]
param(
    # Only tells what would be done.
    [switch] $DryRun = @DRYRUN@
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$launchAgent = Join-Path $env:ProgramFiles 'Amazon\EC2Launch\EC2Launch.exe'

function Write-Note([string] $Text) {
    [Console]::Error.WriteLine("amis: $Text")
}

# A link or junction is taken away itself; what it leads to stays.
function Remove-Entry([string] $Path) {
    $item = Get-Item -LiteralPath $Path -Force -ErrorAction SilentlyContinue
    if ($null -eq $item) {
        return
    }
    if ($DryRun) {
        Write-Output "would remove $Path"
        return
    }
    Write-Output "remove $Path"
    if ($item.Attributes -band [IO.FileAttributes]::ReparsePoint) {
        $item.Delete()
    } elseif ($item.PSIsContainer) {
        Get-ChildItem -LiteralPath $Path -Force | ForEach-Object { Remove-Entry $_.FullName }
        Remove-Item -LiteralPath $Path -Force
    } else {
        Remove-Item -LiteralPath $Path -Force
    }
}

# What is in use cannot be taken away from a running Windows; that is said, and is no failure.
function Clear-Directory([string] $Path) {
    Get-ChildItem -LiteralPath $Path -Force -ErrorAction SilentlyContinue | ForEach-Object {
        $entry = $_.FullName
        try {
            Remove-Entry $entry
        } catch [System.IO.IOException], [System.UnauthorizedAccessException] {
            Write-Note "$entry is in use, and stays"
        }
    }
}

function Invoke-Native([string] $Program, [string[]] $Arguments) {
    if ($DryRun) {
        Write-Output "would run $Program $Arguments"
        return
    }
    Write-Output "run $Program $Arguments"
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Program ended with $LASTEXITCODE"
    }
}

function Invoke-Step([string] $Id, [scriptblock] $Commands) {
    Write-Output "--- $Id"
    try {
        & $Commands
    } catch {
        Write-Note "step '$Id' FAILED: $_; later steps were not run"
        exit 1
    }
}

$identity = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $DryRun -and -not $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Note 'must be run as an administrator, or with -DryRun'
    exit 1
}
