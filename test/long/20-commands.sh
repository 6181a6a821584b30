#!/usr/bin/env bash
# Many random commands in any order, over every capability
set -euo pipefail
cd "$(dirname "$0")/../.."
PROPTEST_CASES=${PROPTEST_CASES:-10000} cargo test --locked -p domain --lib -- sequences:: random::
