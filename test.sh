#!/usr/bin/env bash
# Builds everything and runs all tests. Needs nothing but the .NET 10 SDK.
set -eu
cd "$(dirname "$0")"
dotnet build Parallax.slnx -c Release -nologo -v quiet
status=0
for project in test/*/*.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet run --project "$project" -c Release --no-build -- --no-progress || status=1
done
exit $status
