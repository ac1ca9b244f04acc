#!/usr/bin/env bash
# Installs what the tests need, builds with warnings as errors, checks the format and runs every test.
# Needs the .NET SDK 10 and Node.js 20; the last line is "N passed, N failed", and the exit code is zero only if none failed.
# Environment: TALENTPORTAL_CHROMIUM names another browser, TALENTPORTAL_TEST_CONNECTION another PostgreSQL server.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
solution=TalentPortal.sln
artifacts=tests/.artifacts
old_server=/usr/lib/postgresql/15
passed=0
failed=0

say() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

# A gate counts as one more failure when it does not hold.
gate() {
  local name=$1
  shift
  say "$name"
  "$@" && return 0
  echo "$name: FAILED"
  failed=$((failed + 1))
  return 1
}

install_browser() {
  local missing=()
  [ -x "${TALENTPORTAL_CHROMIUM:-/usr/bin/chromium-headless-shell}" ] || missing+=(chromium-headless-shell)
  [ -n "$(find /usr/share/fonts -iname '*noto*cjk*' -print -quit 2>/dev/null)" ] || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
    echo "Missing for the browser tests: ${missing[*]}. Install them, or run once as root on Debian."
    return 1
  fi
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# run_tests PROJECT LABEL [MORE]: adds what its results file counts; a run that ends badly without a failed test is a failure too.
run_tests() {
  local project=$1 label=$2 results code counters
  shift 2
  say "$label"
  results="$artifacts/$label.trx"
  rm -f "$results"
  dotnet test "tests/$project" --no-build --nologo -v:q --results-directory "$artifacts" --logger "trx;LogFileName=$label.trx" \
    --logger "console;verbosity=minimal" --blame-hang-timeout 8m --blame-hang-dump-type none "$@"
  code=$?
  counters=$(grep -o '<Counters [^>]*' "$results" 2>/dev/null)
  add_counts "$(counter passed "$counters")" "$(counter failed "$counters")" "$code" "$label"
}

counter() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2"; }

add_counts() {
  local good=${1:-0} bad=${2:-0} code=$3 label=$4
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
    echo "$label ended with code $code"
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
}

# The workflow engine against definitions with known results, in every folder that holds a cases.json.
run_conformance() {
  local folder=$1 output code
  say "Conformance: $folder"
  output=$(dotnet run --no-build --project tests/TalentPortal.Workflows.Conformance -- "$(realpath "$folder")" 2>&1)
  code=$?
  echo "$output"
  add_counts "$(sed -n '$s/^\([0-9]*\) passed, .*/\1/p' <<<"$output")" "$(sed -n '$s/.* \([0-9]*\) failed$/\1/p' <<<"$output")" \
    "$code" "Conformance: $folder"
}

mkdir -p "$artifacts"
gate "Browser and fonts" install_browser
gate "Restore" dotnet restore "$solution" --locked-mode -v:q || finish
gate "Build" dotnet build "$solution" --no-restore -warnaserror -v:q -clp:NoSummary || finish
# Style and analysers are warnings of the build already; what is left is how the text is laid out.
gate "Format" dotnet format "$solution" --verify-no-changes --no-restore

for project in tests/*.Tests; do
  project=$(basename "$project")
  run_tests "$project" "$project"
done

own_cases=$(find tests/TalentPortal.Workflows.Conformance -name cases.json -not -path '*/bin/*' -not -path '*/obj/*')
[ -n "$own_cases" ] || add_counts 0 0 1 "Conformance without cases"
for cases in $own_cases ../shared/conformance/cases.json; do
  [ -f "$cases" ] && run_conformance "$(dirname "$cases")"
done

if [ -x "$old_server/bin/postgres" ] && [ -z "${TALENTPORTAL_TEST_CONNECTION:-}" ]; then
  export TALENTPORTAL_TEST_POSTGRES=$old_server
  run_tests TalentPortal.Core.Tests TalentPortal.Core.Tests-PostgreSQL15 --filter "FullyQualifiedName!~EmbeddedPostgres"
  run_tests TalentPortal.Web.Tests TalentPortal.Web.Tests-PostgreSQL15
fi

say "Done"
finish
