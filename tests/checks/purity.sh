#!/bin/sh
# The built library takes only listed names from libc, allocates in one file, exports no foreign name, holds nothing that
# can be written, and needs no executable stack.
#
#     purity.sh BUILD_SRC     the folder of the build with libombud.so and libombud.a
set -u
here=$(cd "$(dirname "$0")" && pwd)
shared=$1/libombud.so
archive=$1/libombud.a
passed=0
failed=0

expect_nothing() {
    if [ -z "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "$1:"
        echo "$2" | sed 's/^/    /'
    fi
}

for file in "$shared" "$archive"; do
    [ -e "$file" ] || { echo "not built: $file"; exit 1; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A thin archive names its members by their path in the build folder; nm reads both sorts.
nm -A "$archive" >"$work/archive" 2>"$work/errors" || { cat "$work/errors"; exit 1; }
[ -s "$work/archive" ] || { echo "the archive is empty"; exit 1; }

undefined=$(nm -D --undefined-only "$shared" | awk '{ sub(/@.*/, "", $NF); print $NF }' | sort -u)
sed 's/#.*//; /^ *$/d' "$here/libc-names.txt" | sort -u >"$work/allowed"
expect_nothing "names taken from outside that are not in libc-names.txt" \
    "$(echo "$undefined" | grep -v '^$' | sort -u | comm -23 - "$work/allowed")"

expect_nothing "an allocation outside the default allocator (alloc.c)" \
    "$(awk '$(NF-1) == "U" && $NF ~ /^(malloc|calloc|realloc|reallocarray|free|aligned_alloc|strdup|alloca)$/' "$work/archive" |
        grep -v '[_/:]alloc\.c\.o:')"

expect_nothing "a linked name without the prefix ombud_ or ombud__" \
    "$(awk '$(NF-1) ~ /^[ABCDGRSTVW]$/ && $NF !~ /^ombud_/ { print $1, $NF }' "$work/archive")"

expect_nothing "something writable in an object" \
    "$(size -A "$archive" | awk '/:$/ || / \(ex / { member = $1 }
        $1 ~ /^\.(data|bss|tdata|tbss)($|\.)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 { print member, $1, $2, "bytes" }')"

expect_nothing "a common symbol (a global without initialiser)" "$(awk '$(NF-1) == "C"' "$work/archive")"

expect_nothing "an executable stack" "$(readelf -lW "$shared" | awk '/GNU_STACK/ && $0 ~ /RWE/')"

expect_nothing "a library other than libc" \
    "$(readelf -dW "$shared" | awk '/NEEDED/ { print $NF }' | grep -v -E '^\[(libc\.so|libc\.musl|ld-)')"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
