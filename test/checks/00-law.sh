#!/usr/bin/env bash
# The cases of the law, and one that is false
set -euo pipefail
cd "$(dirname "$0")/../.."
program=${SAMORDNA:-target/debug/samordna}
"$program" law check law/cases/*.toml | tail -n 1
# The runner itself is held to account: a false case must fail.
if "$program" law check crates/statute/tests/false_case.toml >/dev/null 2>&1; then
  echo "ett påhittat falskt fall gick igenom"; exit 1
fi
