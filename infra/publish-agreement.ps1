# Publishes the folder that HANDOFF_AGREEMENT names, in the place of what is published; where it names none, the sample, and only where no agreement is
# live. `azd hooks run postprovision` does it again. With -Check the named folder is checked, and nothing is published.
param([switch] $Check)
$ErrorActionPreference = 'Stop'

# A release brings the program with it; a clone builds it.
function handoff {
  if (Test-Path 'handoff/Handoff.Local.dll') { dotnet handoff/Handoff.Local.dll @args }
  else { dotnet run --project src/Handoff.Local --configuration Release -- @args }
}

$folder = $env:HANDOFF_AGREEMENT
if ($folder) {
  handoff check $folder --for-azure
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
}
if ($Check) { exit 0 }

if (-not $env:HANDOFF_AGREEMENT_BLOBS -or -not $env:HANDOFF_AGREEMENT_CONTAINER) {
  throw 'Provision first: azd provision tells the address of the account and the name of the container.'
}
$sample = @('handoff/sample/acme', 'src/Handoff.Local/sample/acme') | Where-Object { Test-Path $_ } | Select-Object -First 1
$what = if ($folder) { @($folder) } else { @($sample, '--if-none') }

# A role that was given a moment ago takes a while to be known everywhere.
for ($attempt = 1; ; $attempt++) {
  handoff publish @what --blobs $env:HANDOFF_AGREEMENT_BLOBS --container $env:HANDOFF_AGREEMENT_CONTAINER
  if ($LASTEXITCODE -eq 0) { break }
  if ($attempt -ge 10) {
    throw 'The agreement could not be published. Are you signed in (azd auth login, az login) as whoever provisioned, at an address that may reach it?'
  }
  Write-Warning "Not published yet; trying again in 20 s ($($attempt + 1) of 10)."
  Start-Sleep -Seconds 20
}
