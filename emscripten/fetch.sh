#!/bin/sh
# Fetches the source archives named in deps.lock into .deps/archives, verifies each by its SHA-256
# and unpacks it into .deps/src/NAME. Whatever is already there and right is left alone.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
archives=$root/.deps/archives
sources=$root/.deps/src
mkdir -p "$archives" "$sources"

fail() {
  printf '\nsetup: %s\n' "$@" >&2
  exit 1
}

# The mirror is whichever one this machine's own apt uses for Debian.
debian_mirror() {
  mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' \
    'Component: main' 2>/dev/null | grep -v -e security -e '^$' | head -n 1)
  if [ -z "$mirror" ]; then
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null |
      sed -n -e 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .*main.*/\2/p' -e 's/^URIs: *\([^ ]*\).*/\1/p' |
      grep '/debian/*$' | head -n 1)
  fi
  printf '%s' "${mirror%/}"
}

matches() { # FILE SHA256
  [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]
}

download() { # PATH FILE SHA256
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || fail "no Debian mirror found in this machine's apt sources." \
    "Put $(basename "$2") into $archives yourself, or point CMake at your own copy (emscripten/README.md)."
  /usr/lib/apt/apt-helper -o APT::Sandbox::User="$(id -un)" download-file \
    "$mirror/$(printf '%s' "$1" | sed 's/+/%2b/g')" "$2.part" "SHA256:$3" >"$2.log" 2>&1 || {
    cat "$2.log" >&2
    fail "could not fetch $1 from $mirror." \
      "Check the network and run again, or put $(basename "$2") (SHA-256 $3) into $archives."
  }
  mv "$2.part" "$2"
  rm -f "$2.log"
}

grep -v -e '^#' -e '^$' "$here/deps.lock" | while read -r name version sha path; do
  [ "$(cat "$sources/$name/.sha256" 2>/dev/null)" = "$sha" ] && continue
  file=$archives/$(basename "$path")
  if ! matches "$file" "$sha"; then
    echo "setup: fetching $name $version"
    download "$path" "$file" "$sha"
    matches "$file" "$sha" || fail "$file does not have the SHA-256 $sha; delete it and run again."
  fi
  rm -rf "${sources:?}/$name" "$sources/$name.part"
  mkdir "$sources/$name.part"
  tar -xf "$file" -C "$sources/$name.part" --strip-components=1 --no-same-owner
  echo "$sha" >"$sources/$name.part/.sha256"
  mv "$sources/$name.part" "$sources/$name"
done
