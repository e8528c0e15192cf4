#!/bin/sh
# Publishes the agreement folder to the container that the app reads. `azd hooks run postprovision` does it again after a change.
set -eu

folder=${HANDOFF_AGREEMENT:-src/Handoff.Local/sample/acme}
: "${HANDOFF_LEADS_ACCOUNT:?provision first: azd provision tells the name of the account}"
: "${HANDOFF_AGREEMENT_CONTAINER:?provision first: azd provision tells the name of the container}"

if [ ! -f "$folder/agreement.yaml" ]; then
  echo "$folder holds no agreement.yaml; set HANDOFF_AGREEMENT to the agreement folder." >&2
  exit 1
fi

# A role that was given a moment ago takes a while to be known everywhere.
attempt=1
until az storage blob upload-batch --account-name "$HANDOFF_LEADS_ACCOUNT" --destination "$HANDOFF_AGREEMENT_CONTAINER" \
  --source "$folder" --auth-mode login --overwrite true --only-show-errors --output none; do
  if [ "$attempt" -ge 10 ]; then
    echo "The agreement could not be published. Is az signed in (az login) as whoever provisioned?" >&2
    exit 1
  fi
  attempt=$((attempt + 1))
  echo "Not published yet; trying again in 20 s ($attempt of 10)." >&2
  sleep 20
done
echo "Published $folder."
