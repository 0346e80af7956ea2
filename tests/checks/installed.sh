#!/bin/sh
# A program of a stranger against an installed copy: found by pkg-config and by CMake, shared and static; and one whose
# build has the library as a subproject.
#
#     installed.sh DESTDIR     what `DESTDIR=… meson install` made
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
dest=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pc=$(find "$dest" -name libombud.pc)
[ -n "$pc" ] || { echo "libombud.pc was not installed"; exit 1; }
PKG_CONFIG_LIBDIR=$(dirname "$pc")
PKG_CONFIG_SYSROOT_DIR=$dest
export PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
version=$(pkg-config --modversion libombud)
libdir=$(pkg-config --variable=libdir libombud)
[ -d "$libdir" ] || libdir=$dest$libdir
cat >"$work/use.c" <<C
#include <ombud/ombud.h>
#include <ombud/bxl2019.h>
#include <string.h>

int main(void)
{
    ombud_law *law = NULL;
    int wrong = ombud_version_check(OMBUD_VERSION_NUMBER, sizeof(ombud_error)) != OMBUD_OK ||
                strcmp(ombud_version_string(), "$version") != 0 ||
                ombud_law_builtin(OMBUD_BXL2019_LAW, NULL, &law, NULL) != OMBUD_OK;
    ombud_law_free(law);
    return wrong;
}
C
log=$work/out.txt
. "$root"/tests/checks/count.sh

strict="gcc -std=c11 -Wall -Wextra -Werror"
shared() {
    # shellcheck disable=SC2046,SC2086 # lists of options
    $strict "$work/use.c" -o "$work/shared" $(pkg-config --cflags --libs libombud) && LD_LIBRARY_PATH=$libdir "$work/shared"
}

static() {
    # shellcheck disable=SC2046,SC2086
    $strict "$work/use.c" -o "$work/static" $(pkg-config --cflags libombud) "$libdir/libombud.a" && "$work/static"
}

# Before 1.0.0 the ABI may change with each minor version.
soname() {
    case $version in
    0.*) expected=libombud.so.0.$(echo "$version" | cut -d. -f2) ;;
    *) expected=libombud.so.${version%%.*} ;;
    esac
    readelf -dW "$libdir/libombud.so" | grep -F "[$expected]"
}

by_cmake() {
    mkdir -p "$work/cmake"
    cat >"$work/cmake/CMakeLists.txt" <<C
cmake_minimum_required(VERSION 3.16)
project(use C)
find_package(libombud $version REQUIRED)
add_executable(shared ../use.c)
target_link_libraries(shared ombud::ombud)
add_executable(static ../use.c)
target_link_libraries(static ombud::static)
C
    cmake -S "$work/cmake" -B "$work/cmake/build" -Dlibombud_DIR="$(dirname "$(find "$dest" -name libombudConfig.cmake)")" &&
        cmake --build "$work/cmake/build" && "$work/cmake/build/shared" && "$work/cmake/build/static"
}

# Another version is asked for: CMake says no.
other_version() {
    sed -i "s/libombud $version/libombud 9.9.9/" "$work/cmake/CMakeLists.txt"
    ! cmake -S "$work/cmake" -B "$work/cmake/other" -Dlibombud_DIR="$(dirname "$(find "$dest" -name libombudConfig.cmake)")"
}

as_subproject() {
    mkdir -p "$work/meson/subprojects"
    ln -s "$root" "$work/meson/subprojects/libombud"
    cp "$work/use.c" "$work/meson/"
    cat >"$work/meson/meson.build" <<C
project('use', 'c', default_options: ['c_std=c11', 'werror=true'])
executable('use', 'use.c', dependencies: dependency('libombud', fallback: 'libombud'))
C
    unset PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR
    meson setup "$work/meson/build" "$work/meson" --wrap-mode=forcefallback && ninja -C "$work/meson/build" &&
        "$work/meson/build/use" && ! [ -e "$work/meson/build/subprojects/libombud/examples/ombud" ]
}

# Every function and value that the library's page names is one of the installed headers.
page=$dest/usr/local/share/man/man3/libombud.3
names_are_there() {
    [ -s "$page" ] && for name in $(grep -oE '(ombud|OMBUD)_[A-Za-z0-9_]+' "$page" | sort -u); do
        grep -rqw "$name" "$dest/usr/local/include/ombud" || { echo "the headers have no $name"; return 1; }
    done
}

# The program on that page, as a reader would copy it.
page_s_program() {
    sed -n '/^\.Bd -literal$/,/^\.Ed$/p' "$page" | sed '1d;$d' >"$work/page.c"
    # shellcheck disable=SC2046,SC2086
    $strict "$work/page.c" -o "$work/page" $(pkg-config --cflags --libs libombud) && LD_LIBRARY_PATH=$libdir "$work/page" >"$work/page.txt" &&
        grep -q 'acknowledge' "$work/page.txt"
}

set_without_a_warning() {
    for one in "$page" "$dest/usr/local/share/man/man1/ombud.1"; do
        case $setter in
        mandoc) mandoc -T lint -W warning "$one" || return 1 ;;
        man) man --warnings -l "$one" 2>&1 >/dev/null | { ! grep .; } || return 1 ;;
        groff) groff -ww -mdoc -Tutf8 "$one" 2>&1 >/dev/null | { ! grep .; } || return 1 ;;
        esac
    done
}

is "pkg-config, shared" shared
is "pkg-config, static" static
is "the soname" soname
if command -v cmake >/dev/null 2>&1; then
    is "CMake, shared and static" by_cmake
    is "CMake, another version" other_version
fi
is "the program's manual page is there" test -s "$dest/usr/local/share/man/man1/ombud.1"
is "the library's manual page names what is there" names_are_there
is "the program of the library's manual page" page_s_program
setter=
for one in mandoc man groff; do
    [ -n "$setter" ] || ! command -v "$one" >/dev/null 2>&1 || setter=$one
done
if [ -n "$setter" ]; then
    is "manual pages are set without a warning ($setter)" set_without_a_warning
else
    echo "left out: setting the manual pages, neither mandoc nor man nor groff is installed"
fi
is "a subproject of meson" as_subproject
counted
