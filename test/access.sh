#!/usr/bin/env bash
# The check of bin/test that looks at every page, by itself.
exec bash "$(dirname "$0")/checks/40-access.sh"
