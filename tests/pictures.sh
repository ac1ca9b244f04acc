#!/usr/bin/env bash
# Takes the pictures of README.md anew: a portal with demonstration data in a headless browser.
# Needs what tests/run.sh needs (it installs Chromium and fonts on Debian).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
TALENTPORTAL_PICTURES=1 dotnet test tests/TalentPortal.EndToEnd.Tests --filter "FullyQualifiedName~ReadmePictures" "$@"
