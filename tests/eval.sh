#!/bin/sh
# Extracts the claims of the annotated articles and scores them. The articles belong to their
# publishers and are not part of the project: without them there is nothing to score.
#
#   eval.sh SHARED_FOLDER
set -eu
shared=$1
root=$(cd "$(dirname "$0")/.." && pwd)
if [ ! -d "$shared/gold" ]; then
  echo "eval: SKIPPED, no annotated articles in $shared (set SHARED=FOLDER)"
  exit 0
fi
out=$root/build/eval
mkdir -p "$out"
for set in "$shared"/corpus/*/; do
  name=$(basename "$set")
  "$root/build/release/claimscope" extract "$set" >"$out/$name.ndjson"
  echo "== $name: $(wc -l <"$out/$name.ndjson") claims found"
done
cat "$out"/*.ndjson >"$out/all.txt"
python3 "$shared/score.py" "$shared/gold" "$out/all.txt" --corpus "$shared/corpus"
