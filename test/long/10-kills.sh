#!/usr/bin/env bash
# Many kills: nothing acknowledged is lost
set -euo pipefail
cd "$(dirname "$0")/../.."
SAMORDNA_TEST_JOURNALS=${SAMORDNA_TEST_JOURNALS:-40} cargo test --locked -p journal --test crash
