#!/bin/sh
# Everything the build needs, on Debian 12 or on a machine that already has it: Debian packages, npm
# packages, source archives, the interface's fonts, SDL2 compiled for the browser. Each step is left
# out when its result is there and its inputs have not changed, so a second run takes a moment.
#
#   setup.sh          for building and testing
#   setup.sh style    what `make format` and `make tidy` need as well
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
deps=$root/.deps
mkdir -p "$deps"
cd "$root"

# Two set-ups at once would step on each other's files.
exec 9>"$deps/lock"
flock 9

say() { printf 'setup: %s\n' "$*"; }

fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}

# Runs a command with its output in a log; shows the end of it if it fails.
logged() { # NAME COMMAND...
  log=$deps/$1.log
  shift
  "$@" >"$log" 2>&1 </dev/null || {
    tail -n 30 "$log" >&2
    return 1
  }
}

# --- Debian packages -----------------------------------------------------------------------------
# Asked for by what they provide, so that whoever has it from elsewhere (an emsdk, nvm) is not bothered.

have() { command -v "$1" >/dev/null 2>&1; }

node_is_recent() {
  have node && node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 18 ? 0 : 1)'
}

missing_packages() {
  have cmake || echo cmake
  have ninja || echo ninja-build
  have g++ || echo g++
  have ccache || echo ccache
  have emcc || echo emscripten
  node_is_recent || echo nodejs
  have npm || echo npm
  have xz || echo xz-utils
  have bzip2 || echo bzip2
  have python3 || echo python3
  [ -e /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
  [ -e /usr/include/doctest/doctest.h ] || echo doctest-dev
  [ -e /usr/lib/python3/dist-packages/fontTools ] || echo python3-fonttools
  [ -e /usr/share/fonts/opentype/inter/Inter-Regular.otf ] || echo fonts-inter
  [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] || echo fonts-dejavu-core
  have chromium || echo chromium
  have terser || echo terser
  have rsvg-convert || echo librsvg2-bin
  [ -e /usr/lib/python3/dist-packages/jsonschema ] || echo python3-jsonschema
  if [ "${1:-}" = style ]; then
    have clang-format || echo clang-format
    have clang-tidy || echo clang-tidy
  fi
}

install_packages() { # PACKAGE...
  as_root=
  if [ "$(id -u)" != 0 ]; then
    have sudo || fail "these Debian packages are missing: $*" \
      "Ask an administrator for: apt-get install --no-install-recommends $*"
    as_root=sudo
  fi
  have apt-get || fail "this is no Debian; please install what these packages hold: $*"
  say "installing Debian packages: $*"
  # Without fresh lists the install below says what is wrong.
  logged apt-update $as_root apt-get update -q || say "apt-get update failed; trying with old lists"
  logged apt-install $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "$@" ||
    fail "apt-get could not install: $*" "Read $deps/apt-install.log, mend it, and run again."
  node_is_recent || fail "node $(node --version 2>/dev/null) is too old or missing; 18 or newer is needed." \
    "If another node comes first in PATH than Debian's /usr/bin/node, put /usr/bin first."
}

# --- The steps and what each depends on ------------------------------------------------------------

hash_of() { cat "$@" | sha256sum | cut -d' ' -f1; }

# Which emcc: its path and version file, cheap to ask for.
emcc_identity() {
  emcc_path=$(readlink -f "$(command -v emcc)")
  echo "$emcc_path"
  cat "$(dirname "$emcc_path")/emscripten-version.txt" 2>/dev/null || true
}

step() { # NAME RESULT KEY COMMAND...
  name=$1 result=$2 key=$3
  shift 3
  [ -e "$result" ] && [ "$(cat "$deps/$name.stamp" 2>/dev/null)" = "$key" ] && return 0
  rm -f "$deps/$name.stamp"
  "$@"
  echo "$key" >"$deps/$name.stamp"
}

npm_packages() {
  say "installing npm packages"
  logged npm npm ci --ignore-scripts --no-audit --no-fund ||
    fail "npm ci failed; check the network and npm's registry setting, then run again."
}

fonts() {
  say "cutting the fonts"
  logged fonts /usr/bin/python3 "$here/fonts.py" "$deps/fonts" ||
    fail "the fonts could not be cut; are fonts-inter, fonts-dejavu-core and python3-fonttools whole?"
}

sdl2_for_web() {
  say "building SDL2 for the browser (about half a minute, once)"
  rm -rf "$deps/web/sdl2" "$deps/web/sdl2-build"
  logged sdl2 cmake -G Ninja -S "$here/sdl2" -B "$deps/web/sdl2-build" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_TOOLCHAIN_FILE="$here/toolchain.cmake" -DSDL2_SOURCE_DIR="$deps/src/sdl2" \
    -DCMAKE_INSTALL_PREFIX="$deps/web/sdl2" &&
    logged sdl2 cmake --build "$deps/web/sdl2-build" --target install ||
    fail "SDL2 did not build; the whole log is $deps/sdl2.log." \
      "A broken download is mended by deleting $deps/src/sdl2 and running again."
  rm -rf "$deps/web/sdl2-build"
}

missing=$(missing_packages "$@" | tr '\n' ' ')
# shellcheck disable=SC2086 # a list of words
[ -z "$missing" ] || install_packages $missing

step npm node_modules/.package-lock.json "$(hash_of package-lock.json)" npm_packages
"$here/fetch.sh"
step fonts "$deps/fonts/Marks.ttf" "$(hash_of "$here/fonts.py")" fonts
step sdl2 "$deps/web/sdl2/lib/libSDL2.a" \
  "$(hash_of "$here/sdl2/CMakeLists.txt" "$here/sdl2/left_out.c" "$here/sdl2/config/SDL_config.h" "$deps/src/sdl2/.sha256") $(emcc_identity)" \
  sdl2_for_web
say "ready"
