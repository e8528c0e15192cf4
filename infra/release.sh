#!/bin/sh
# Makes a folder from which azd provisions and deploys without building anything: the app as api.zip, the program `handoff`, azure.yaml and infra.
set -eu
cd "$(dirname "$0")/.."
to=${1:?the folder to make}
if [ -e "$to" ]; then
  echo "$to is there already." >&2
  exit 1
fi

mkdir -p "$to/src/HandoffFunctions"
to=$(cd "$to" && pwd)
dotnet publish src/HandoffFunctions --configuration Release --output "$to/app"
(cd "$to/app" && zip -q -r ../api.zip .)
rm -r "$to/app"
dotnet publish src/Handoff.Local --configuration Release --output "$to/handoff"
cp -R azure.yaml infra "$to"
cp docs/deploy.md "$to/README.md"
# azd asks for the project of a service even where it builds nothing.
cp src/HandoffFunctions/HandoffFunctions.csproj "$to/src/HandoffFunctions"
