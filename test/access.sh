#!/usr/bin/env bash
# Every page as every role: axe, keyboard, 320 px, 200 %, and valid HTML. Takes four minutes, so it stands outside bin/test.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${SAMORDNA:-target/debug/samordna}")
pages=$(realpath -m "${CARGO_TARGET_DIR:-target}/check-browser/pages")
rm -rf "$pages"
cd test/browser
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund --ignore-scripts
SAMORDNA=$program SAMORDNA_PAGES=$pages node --test access.test.mjs
# Every page that was read is valid HTML, and the checker of it is held to account: a false page must fail.
vnu() { java -Xss2m -jar node_modules/vnu-jar/build/dist/vnu.jar --errors-only "$@"; }
vnu "$pages"
if vnu false.html 2>/dev/null; then
  echo "en sida med fel i gick igenom"; exit 1
fi
echo "$(find "$pages" -name '*.html' | wc -l) sidor är giltig HTML"
