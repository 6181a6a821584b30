#!/usr/bin/env bash
# Every page as every role: axe in light and dark, keyboard, 320 px, 200 %, and valid HTML
set -euo pipefail
cd "$(dirname "$0")/../.."
program=$(realpath "${SAMORDNA:-target/debug/samordna}")
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
pages=$target/check-access/pages
# What the journeys met is held to the same: their check keeps it here.
met=$target/check-browser/pages
rm -rf "$pages"
mkdir -p "$met"
bash test/tools.sh browser
cd test/browser
SAMORDNA=$program SAMORDNA_PAGES=$pages node --test access.test.mjs
# The checker of HTML is held to account: a false page must fail.
vnu() { java -Xss2m -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only "$@"; }
vnu "$pages" "$met"
if vnu false.html 2>/dev/null; then
  echo "en sida med fel i gick igenom"; exit 1
fi
echo "$(find "$pages" "$met" -name '*.html' | wc -l) sidor är giltig HTML"
