#!/usr/bin/env bash
# Installs the Debian packages that the named kinds of test need, where they are missing and it is allowed:
# `packages.sh tests` for the crates' own tests, `packages.sh checks` for the browser, the PDF and the API.
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("${@:2}"); }
for kind in "$@"; do
  case $kind in
    tests)
      need pdftotext poppler-utils
      need qpdf qpdf
      ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
      ;;
    checks)
      need chromium chromium
      need shellcheck shellcheck
      need javac default-jdk-headless
      need node nodejs npm
      need python3 python3 python3-venv
      for jar in jaxb-runtime txw2 istack-commons-runtime javax.activation; do
        [ -e "/usr/share/java/$jar.jar" ] ||
          missing+=(libjaxb-java libistack-commons-java libtxw2-java libactivation-java)
      done
      ;;
    *) echo "packages.sh knows tests and checks, not $kind" >&2; exit 2 ;;
  esac
done
[ ${#missing[@]} -gt 0 ] || exit 0
sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
