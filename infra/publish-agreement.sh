#!/bin/sh
# Publishes the folder that HANDOFF_AGREEMENT names, in the place of what is published; where it names none, the sample, and only where no agreement is
# live. `azd hooks run postprovision` does it again. With --check the named folder is checked, and nothing is published.
set -eu

# A release brings the program with it; a clone builds it.
handoff() {
  if [ -f handoff/Handoff.Local.dll ]; then
    dotnet handoff/Handoff.Local.dll "$@"
  else
    dotnet run --project src/Handoff.Local --configuration Release -- "$@"
  fi
}

folder=${HANDOFF_AGREEMENT:-}
if [ -n "$folder" ]; then
  handoff check "$folder" --for-azure
fi
if [ "${1:-}" = --check ]; then
  exit
fi

: "${HANDOFF_AGREEMENT_BLOBS:?provision first: azd provision tells the address of the account}"
: "${HANDOFF_AGREEMENT_CONTAINER:?provision first: azd provision tells the name of the container}"
if [ -n "$folder" ]; then
  set -- "$folder"
elif [ -d handoff/sample/acme ]; then
  set -- handoff/sample/acme --if-none
else
  set -- src/Handoff.Local/sample/acme --if-none
fi

# A role that was given a moment ago takes a while to be known everywhere.
attempt=1
until handoff publish "$@" --blobs "$HANDOFF_AGREEMENT_BLOBS" --container "$HANDOFF_AGREEMENT_CONTAINER"; do
  if [ "$attempt" -ge 10 ]; then
    echo "The agreement could not be published. Are you signed in (azd auth login, az login) as whoever provisioned, at an address that may reach it?" >&2
    exit 1
  fi
  attempt=$((attempt + 1))
  echo "Not published yet; trying again in 20 s ($attempt of 10)." >&2
  sleep 20
done
