# Signs files with the certificate in CERTIFICATE (base64 of a .pfx) and PASSWORD. Not run yet.
param([Parameter(ValueFromRemainingArguments)] [string[]] $files)
$ErrorActionPreference = "Stop"
$store = New-TemporaryFile
try {
    [IO.File]::WriteAllBytes($store, [Convert]::FromBase64String($env:CERTIFICATE))
    $tool = Get-ChildItem "C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe" |
        Sort-Object FullName | Select-Object -Last 1
    & $tool sign /fd SHA256 /tr http://timestamp.digicert.com /td SHA256 `
        /f $store /p $env:PASSWORD @files
    if ($LASTEXITCODE -ne 0) { throw "signtool ended with $LASTEXITCODE" }
} finally {
    Remove-Item $store
}
