#!/bin/sh
# The ABI gate: the library has the ABI of tests/abi/current.abi, seen through the public headers.
#
#     check_abi.sh BUILD_SRC [BASELINE [HEADERS]]    any difference fails, not only what abidiff calls incompatible: a field
#                                                    inserted in the middle of a struct is exit code 4, not 8
#     check_abi.sh --update BUILD_SRC [BASELINE]     writes the baseline; an addition commits it in the same change
#
# The library must be built with debug information. No suppressions: each form that lets additions through hides more.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
update=no
if [ "${1:-}" = --update ]; then
    update=yes
    shift
fi
library=$1/libombud.so
baseline=${2:-$here/current.abi}
headers=${3:-$root/include}
[ -e "$library" ] || { echo "no library: $library" >&2; exit 1; }
if [ $update = yes ]; then
    abidw --exported-interfaces-only --no-comp-dir-path --no-architecture --headers-dir "$headers" --out-file "$baseline.new" "$library"
    # Places are kept, since without them (--no-show-locs, --short-locs) abidiff takes retyped parameters for private
    # matters and is silent; but they are written from the top of the project, so that the file is the same wherever it
    # is made.
    sed -E "s#(filepath|path)='[^']*/(include/ombud|src)/#\\1='\\2/#g" \
        "$baseline.new" >"$baseline"
    rm -f "$baseline.new"
    echo "written: $baseline"
    exit 0
fi
result=0
# A dropped const counts as harmless to abidiff; it breaks callers in C++ and those with warnings as errors.
abidiff --no-architecture --harmless --hd2 "$headers" "$baseline" "$library" || result=$?
if [ $result -ne 0 ]; then
    echo "abidiff: exit code $result (any difference from the baseline fails)"
    exit 1
fi
echo "no difference"
