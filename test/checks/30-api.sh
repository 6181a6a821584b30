#!/usr/bin/env bash
# The API does what its document says, as a visitor and as the office
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${SAMORDNA:-target/debug/samordna}
work=${CARGO_TARGET_DIR:-target}/check-api
bash test/tools.sh api
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
origin=http://127.0.0.1:$port
"$program" demo --listen "127.0.0.1:$port" >"$work/said" 2>"$work/log" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
curl --silent --fail --retry 120 --retry-delay 1 --retry-connrefused --output /dev/null "$origin/healthz"
password=$(sed -n 's/^Logga in med lösenordet \([^ ]*\) .*/\1/p' "$work/said")
token=$(curl --silent --fail --header 'Content-Type: application/json' \
  --data "{\"email\": \"kansli@demo.example\", \"password\": \"$password\"}" "$origin/api/v1/sessions" |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["token"])')

# The same examples every time, so that what fails here fails everywhere. A request that is well formed may still be
# refused for what has happened, such as a wrong password: that one check is left out.
try() {
  "$work/venv/bin/schemathesis" --config-file test/api/schemathesis.toml run "$origin/api/openapi.json" --url "$origin/api/v1" --max-examples 25 --seed 1271 \
    --generation-database none --no-color --checks all \
    --exclude-checks "positive_data_acceptance${without:+,$without}" "$@"
}
echo "som besökare"
try
echo "som kansli"
without=ignored_auth try --header "Authorization: Bearer $token"
