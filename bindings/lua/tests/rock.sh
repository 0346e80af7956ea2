#!/bin/sh
# The rock: made with luarocks from the tree, offline, against an installed libombud, into a prefix of its own, and used from there.
#
#     rock.sh BUILD WORK      BUILD was configured by meson and built; WORK is made anew
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
build=$(cd "$1" && pwd)
rm -rf "$2" && mkdir -p "$2"
work=$(cd "$2" && pwd)
DESTDIR="$work/installed" meson install -C "$build" --no-rebuild --quiet
header=$(find "$work/installed" -name ombud.h)
library=$(dirname "$(find "$work/installed" -name libombud.so)")
passed=0
for version in 5.1 5.2 5.3 5.4; do
    [ -x "/usr/bin/lua$version" ] && [ -d "/usr/include/lua$version" ] || continue
    cp -r "$root/bindings/lua" "$work/lua$version" # luarocks writes beside its sources
    (cd "$work/lua$version" && luarocks --lua-version "$version" --tree "$work/tree" make --deps-mode=none \
        "LIBOMBUD_DIR=$(dirname "$(dirname "$(dirname "$header")")")" "LIBOMBUD_INCDIR=$(dirname "$(dirname "$header")")" \
        "LIBOMBUD_LIBDIR=$library" ombud-*.rockspec) >"$work/luarocks-$version.log" 2>&1 ||
        { cat "$work/luarocks-$version.log"; exit 1; }
    # One name alone is the module's; what the sources share stays inside.
    names=$(nm -D --defined-only "$work/tree/lib/lua/$version/ombud.so" | awk '{ print $3 }' | tr '\n' ' ')
    count=$(cd "$root" && LD_LIBRARY_PATH=$library LUA_CPATH="$work/tree/lib/lua/$version/?.so" LUA_PATH="$work/tree/share/lua/$version/?.lua" \
        "lua$version" "$work/tree/share/lua/$version/case_runner.lua" --law examples/own-law/house.law examples/own-law/cases/*.case examples/cases/late-*.case)
    echo "Lua $version: $count; exports: $names"
    echo "$count" | grep -q '^[1-9][0-9]* passed, 0 failed$' || exit 1
    [ "$names" = "luaopen_ombud " ] || exit 1
    passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
[ $passed -gt 0 ]
