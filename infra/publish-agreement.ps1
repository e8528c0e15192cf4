# Publishes the agreement folder to the container that the app reads. `azd hooks run postprovision` does it again after a change.
$ErrorActionPreference = 'Stop'

$folder = if ($env:HANDOFF_AGREEMENT) { $env:HANDOFF_AGREEMENT } else { 'src/Handoff.Local/sample/acme' }
if (-not $env:HANDOFF_LEADS_ACCOUNT -or -not $env:HANDOFF_AGREEMENT_CONTAINER) {
  throw 'Provision first: azd provision tells the names of the account and the container.'
}
if (-not (Test-Path (Join-Path $folder 'agreement.yaml'))) {
  throw "$folder holds no agreement.yaml; set HANDOFF_AGREEMENT to the agreement folder."
}

# A role that was given a moment ago takes a while to be known everywhere.
for ($attempt = 1; ; $attempt++) {
  az storage blob upload-batch --account-name $env:HANDOFF_LEADS_ACCOUNT --destination $env:HANDOFF_AGREEMENT_CONTAINER `
    --source $folder --auth-mode login --overwrite true --only-show-errors --output none
  if ($LASTEXITCODE -eq 0) { break }
  if ($attempt -ge 10) {
    throw 'The agreement could not be published. Is az signed in (az login) as whoever provisioned?'
  }
  Write-Warning "Not published yet; trying again in 20 s ($($attempt + 1) of 10)."
  Start-Sleep -Seconds 20
}
Write-Output "Published $folder."
