#!/bin/sh
# A program of a stranger: compiled with what pkg-config says, against an installed copy, shared and static.
#
#     installed.sh DESTDIR     what `DESTDIR=… meson install` made
set -eu
dest=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pc=$(find "$dest" -name libombud.pc)
[ -n "$pc" ] || { echo "libombud.pc was not installed"; exit 1; }
PKG_CONFIG_LIBDIR=$(dirname "$pc")
PKG_CONFIG_SYSROOT_DIR=$dest
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
header=base.h
[ -e "$dest/usr/local/include/ombud/ombud.h" ] && header=ombud.h
cat >"$work/use.c" <<C
#include <ombud/$header>
#include <string.h>

int main(void)
{
    return ombud_version_check(OMBUD_VERSION_NUMBER, sizeof(ombud_error)) != OMBUD_OK ||
           strcmp(ombud_version_string(), "$(pkg-config --modversion libombud)") != 0;
}
C
libdir=$(pkg-config --variable=libdir libombud)
[ -d "$libdir" ] || libdir=$dest$libdir
# shellcheck disable=SC2046 # lists of options
gcc -std=c11 -Wall -Wextra -Werror "$work/use.c" -o "$work/shared" $(pkg-config --cflags --libs libombud)
LD_LIBRARY_PATH=$libdir "$work/shared" || { echo "with the shared library: the version does not agree"; exit 1; }
# shellcheck disable=SC2046
gcc -std=c11 -Wall -Wextra -Werror "$work/use.c" -o "$work/static" $(pkg-config --cflags libombud) "$libdir/libombud.a"
"$work/static" || { echo "with the static library: the version does not agree"; exit 1; }
soname=$(readelf -dW "$libdir/libombud.so" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')
version=$(pkg-config --modversion libombud)
case $version in
0.*) expected=libombud.so.0.$(echo "$version" | cut -d. -f2) ;;
*) expected=libombud.so.${version%%.*} ;;
esac
[ "$soname" = "$expected" ] || { echo "soname $soname, expected $expected"; exit 1; }
echo "$version, $soname"
