#!/bin/sh
# The page of examples/front-end in a browser.
#
#     test_front_end.sh --prepare FOLDER      fetches what the test needs; where something is not to be had, prints what and fails
#     test_front_end.sh OMBUD FOLDER          builds the page in FOLDER and tests it against the program OMBUD
#
# The browser is Debian's chromium, or $CHROMIUM; playwright-core, which drives it, and axe-core, which looks at the page as
# readers of screens do, are installed into FOLDER by npm.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
chromium=${CHROMIUM:-chromium}

if [ "$1" = --prepare ]; then
    for tool in clang-19 wasm-ld-19 node npm "$chromium"; do
        command -v "$tool" >/dev/null 2>&1 || { echo "$tool is not installed"; exit 1; }
    done
    [ -d /usr/include/wasm32-wasi ] || { echo "wasi-libc is not installed"; exit 1; }
    mkdir -p "$2"
    [ -d "$2/node_modules/axe-core" ] && [ -d "$2/node_modules/playwright-core" ] ||
        npm install --prefix "$2" --no-audit --no-fund --no-save playwright-core@1 axe-core@4 >"$2/npm.txt" 2>&1 ||
        { echo "npm cannot install playwright-core and axe-core"; exit 1; }
    exit 0
fi

folder=$(cd "$2" && pwd)
ombud=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
sh "$here/../../examples/front-end/build.sh" "$folder/page"
exec node "$here/test_front_end.mjs" "$folder/node_modules" "$(command -v "$chromium")" "$ombud" "$folder"
