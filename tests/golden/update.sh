#!/bin/sh
# Writes the kept claims of the sample articles anew; look at the difference before you commit it.
# CLAIMSCOPE_BUILD names a build folder other than build/dev.
set -e
cd "$(dirname "$0")/../.."
build=${CLAIMSCOPE_BUILD:-build/dev}
[ -e "$build/build.ninja" ] || cmake --preset dev >/dev/null
cmake --build "$build" --target unit_golden >/dev/null
mkdir -p tests/golden/samples
rm -f tests/golden/samples/*.ndjson
CLAIMSCOPE_UPDATE_GOLDEN=1 "$build/unit_golden" --minimal
git --no-pager diff --stat -- tests/golden
