#!/usr/bin/env bash
# The scripts themselves, by shellcheck
set -euo pipefail
cd "$(dirname "$0")/../.."
shellcheck .ci/run bin/* test/*.sh test/*/*.sh
