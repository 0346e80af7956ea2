# What the scripts of the benchmarks share, read by them in the project's folder: a build as hosts make it, and what it is a build of.
cc=${CC:-gcc}

# The first line of what is printed: what stands on a page is of this.
say_what() {
    commit=$(git rev-parse --short=12 HEAD 2>/dev/null) || commit="outside of version control"
    [ -z "$(git status --porcelain -- src include tests/bench 2>/dev/null)" ] || commit="$commit with changes that were not committed yet"
    compiler=$("$cc" -v 2>&1 | sed -n -e 's/^\(gcc version [0-9.]*\).*/\1/p' -e 's/.*\(clang version [0-9.]*\).*/\1/p')
    echo "commit $commit; $compiler, -O2; $(getconf _NPROCESSORS_ONLN) processors of $(uname -m)"
}

# release FOLDER [OPTION…]     the library alone, with -O2. A folder that was set up keeps the options it has, for naming a build type
# anew would bring its own optimisation back. It is set up from within: cmake, which meson asks, writes where it stands, and two at
# once would be in each other's way.
release() {
    folder=$1
    root=$PWD
    shift
    if [ -f "$folder/build.ninja" ]; then
        set -- --reconfigure . "$root" "$@"
    else
        mkdir -p "$folder"
        set -- . "$root" --buildtype release -Doptimization=2 -Dtests=false -Dexamples=false "$@"
    fi
    (cd "$folder" && CC=$cc meson setup "$@" && ninja -j "${OMBUD_JOBS:-2}") >"$folder.log" 2>&1 || { tail -n 30 "$folder.log" >&2; return 1; }
}
