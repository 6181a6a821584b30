#!/usr/bin/env bash
# In a real browser: the main job with and without scripts, allocation and money, and what goes wrong
set -euo pipefail
cd "$(dirname "$0")/../.."
# The program is given as the caller's own path.
program=$(realpath "${SAMORDNA:-target/debug/samordna}")
pages=$(realpath -m "${CARGO_TARGET_DIR:-target}/check-browser/pages")
rm -rf "$pages"
bash test/tools.sh browser
cd test/browser
SAMORDNA=$program SAMORDNA_PAGES=$pages node --test --test-concurrency=1 journey.test.mjs errors.test.mjs saving.test.mjs live.test.mjs \
  allocation.test.mjs funding.test.mjs
