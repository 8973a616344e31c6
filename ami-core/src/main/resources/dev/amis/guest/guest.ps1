#Requires -Version 5.1
[CmdletBinding()]
param(
    # Only tells what would be done.
    [switch] $DryRun = @DRYRUN@,

    # Nothing, or the words that the agent of Systems Manager puts after every script that it calls.
    [Parameter(ValueFromRemainingArguments = $true)]
    [string[]] $Rest = @()
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

# Commands of others are a script of their own, so that an exit in them ends nothing else.
function Invoke-Own([string] $Commands) {
    $file = Join-Path ([IO.Path]::GetTempPath()) ('amis-' + [Guid]::NewGuid() + '.ps1')
    [IO.File]::WriteAllText($file, $Commands)
    try {
        $global:LASTEXITCODE = 0
        & $file
        if ($LASTEXITCODE -ne 0) {
            throw "the commands ended with $LASTEXITCODE"
        }
    } finally {
        Remove-Item -LiteralPath $file -Force
    }
}

# Commands of Systems Manager are run by the system account, so that its home is one too.
function Get-ProfileDirectory {
    Get-ChildItem -LiteralPath "$env:SystemDrive\Users" -Directory -Force | ForEach-Object { $_.FullName }
    Join-Path $env:SystemRoot 'System32\config\systemprofile'
    Join-Path $env:SystemRoot 'ServiceProfiles\LocalService'
    Join-Path $env:SystemRoot 'ServiceProfiles\NetworkService'
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

if (($Rest -join ' ').Trim() -notin '', '; exit $LASTEXITCODE') {
    Write-Note "'$Rest' means nothing here: there is only -DryRun"
    exit 2
}
$identity = [Security.Principal.WindowsPrincipal] [Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $DryRun -and -not $identity.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Note 'must be run as an administrator, or with -DryRun'
    exit 1
}
