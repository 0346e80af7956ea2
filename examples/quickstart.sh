#!/bin/sh
# From a fresh Debian 12 to a first case: installs what is missing, builds, and runs one case. May be repeated.
#
#     sh examples/quickstart.sh      builds in build/quickstart, or in the folder named by OMBUD_BUILD
set -eu
cd "$(dirname "$0")/.."
build=${OMBUD_BUILD:-build/quickstart}
case_file=examples/cases/late-acknowledgement.case

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\nquickstart: %s\n' "$*" >&2; exit 1; }

say "1. Looking for a C compiler, meson, ninja and python3"
missing=
command -v cc >/dev/null 2>&1 || command -v gcc >/dev/null 2>&1 || command -v clang >/dev/null 2>&1 || missing="$missing gcc"
[ -e /usr/include/stdio.h ] || [ "$(uname -s)" = Darwin ] || missing="$missing libc6-dev"
command -v meson >/dev/null 2>&1 || missing="$missing meson"
command -v ninja >/dev/null 2>&1 || missing="$missing ninja-build"
command -v python3 >/dev/null 2>&1 || missing="$missing python3"
if [ -z "$missing" ]; then
    echo "All there."
else
    command -v apt-get >/dev/null 2>&1 ||
        fail "missing:$missing. There is no apt-get here: install them with your system's package manager and run this again."
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        fail "missing:$missing. Run as root: apt-get install$missing"
    fi
    echo "Installing:$missing"
    $as_root apt-get update -q || fail "apt-get update failed: check the network and /etc/apt/sources.list, then run this again."
    # shellcheck disable=SC2086 # a list of packages
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing ||
        fail "apt-get install failed: read its message above, then run this again."
fi

say "2. Building in $build"
if [ ! -f "$build/build.ninja" ]; then
    rm -rf "$build/meson-private" "$build/meson-info"
    meson setup "$build" -Dtests=false -Dexamples=true ||
        fail "meson could not configure: see $build/meson-logs/meson-log.txt. To begin anew: rm -rf $build"
fi
ninja -C "$build" || fail "the build failed: read the first error above. To begin anew: rm -rf $build"

say "3. A report whose acknowledgement comes too late: $case_file"
"$build/examples/ombud" run "$case_file" || fail "the case did not run; try: $build/examples/ombud check $case_file"

say "4. The same as a picture, and what is due as a calendar"
# A host draws its salt at random once and keeps it; this one is no secret and for trying only.
"$build/examples/ombud" timeline "$case_file" --as-of 2026-05-03 --out "$build/timeline.svg" ||
    fail "the picture was not drawn; try: $build/examples/ombud timeline $case_file"
"$build/examples/ombud" calendar "$case_file" --as-of 2026-03-01 --domain ombud.example --salt "for trying only, no secret" \
    --alarm 7 --out "$build/calendar.ics" ||
    fail "the calendar was not written; try: $build/examples/ombud calendar --help"
echo "    $build/timeline.svg     open it in a browser"
echo "    $build/calendar.ics     open it with a calendar"

say "Go on with"
echo "    $build/examples/ombud run $case_file --lang fr"
echo "    $build/examples/ombud --help"
