#!/bin/sh
# Runs the tests of libombud. Every step is one line at the end of this file; cheap steps come first.
#
#     sh tests/run.sh [--quick | --deep] [--no-install] [--law-points FOLDER] [--build FOLDER]
#
#     --quick        what every change must pass: under two minutes once the packages are there
#     (default)      what every submission must pass: under 45 minutes
#     --deep         everything, however long it takes
#     --no-install   install nothing; a step whose tool is missing is listed as skipped
#     --law-points   folder with the reference texts (points/ and sources/), else $OMBUD_LAW_POINTS, else ../shared/law
#     --build        where to build, else $OMBUD_TEST_BUILD, else build/
#
# The last line is 'N passed, N failed'. A step that prints a line of that form at its end is counted by it, any other
# step counts as one. A failing step shows the end of its log; all logs are kept in the build folder.
set -u
cd "$(dirname "$0")/.." || exit 2
root=$(pwd)

depth=1
install=yes
points=${OMBUD_LAW_POINTS:-}
build=${OMBUD_TEST_BUILD:-$root/build}
while [ $# -gt 0 ]; do
    case $1 in
    --quick) depth=0 ;;
    --deep) depth=2 ;;
    --no-install) install=no ;;
    --law-points) [ $# -ge 2 ] || { echo "run.sh: --law-points needs a folder" >&2; exit 2; }; points=$2; shift ;;
    --build) [ $# -ge 2 ] || { echo "run.sh: --build needs a folder" >&2; exit 2; }; build=$2; shift ;;
    -h | --help) sed -n '2,15s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "run.sh: unknown option '$1'; see sh tests/run.sh --help" >&2; exit 2 ;;
    esac
    shift
done
if [ -n "$points" ]; then
    points=$(cd "$points" 2>/dev/null && pwd) || { echo "run.sh: no such folder of reference texts" >&2; exit 2; }
elif [ -d ../shared/law/points ]; then
    points=$(cd ../shared/law && pwd)
fi
mkdir -p "$build" || exit 2
build=$(cd "$build" && pwd)
logs=$build/logs
rm -rf "$logs" && mkdir -p "$logs" || exit 2

# Debian's own tools: another python3 earlier in PATH may lack what meson and the scripts need.
python=/usr/bin/python3
[ -x "$python" ] || python=python3
export OMBUD_PYTHON="$python" OMBUD_LAW_POINTS="$points" OMBUD_JOBS="${OMBUD_JOBS:-2}"
unset CMOCKA_MESSAGE_OUTPUT CMOCKA_XML_FILE CMOCKA_TEST_ABORT MAKEFLAGS
LC_ALL=C.UTF-8
export LC_ALL

# ---- the step functions ----------------------------------------------------------------------------------------------

passed=0
failed=0
steps=0
skipped=$logs/skipped.txt
failures=$logs/failures.txt
: >"$skipped"
: >"$failures"

# named NAME                      the log of the next step, in step_log
named() {
    steps=$((steps + 1))
    step_log=$logs/$(printf '%02d' $steps)-$(printf '%s' "$1" | tr -c 'A-Za-z0-9\n' '-').log
}

# timed LOG COMMAND…              runs it; its exit status and its seconds go to LOG.end, moved there when they are whole
timed() {
    timed_log=$1
    shift
    timed_began=$(date +%s)
    "$@" >"$timed_log" 2>&1 </dev/null
    printf '%s %s\n' $? $(($(date +%s) - timed_began)) >"$timed_log.part"
    mv "$timed_log.part" "$timed_log.end"
}

# told NAME LOG                   counts a step that has ended, shows the end of its log if it failed; returns its result
told() {
    read -r step_result step_seconds <"$2.end"
    rm -f "$2.end"
    printf '%-58s ' "$1"
    step_counts=$(tail -n 1 "$2" | sed -n 's/^\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed$/\1 \2/p')
    if [ -n "$step_counts" ]; then
        step_passed=${step_counts% *}
        step_failed=${step_counts#* }
        if [ "$step_result" -eq 0 ] && [ "$step_failed" -gt 0 ]; then
            step_result=1
        elif [ "$step_result" -ne 0 ] && [ "$step_failed" -eq 0 ]; then
            step_failed=1
        elif [ "$step_passed" -eq 0 ] && [ "$step_failed" -eq 0 ]; then
            echo "this step ran no test at all" >>"$2"
            step_failed=1
            step_result=1
        fi
    elif [ "$step_result" -eq 0 ]; then
        step_passed=1 step_failed=0
    else
        step_passed=0 step_failed=1
    fi
    passed=$((passed + step_passed))
    failed=$((failed + step_failed))
    printf '%s\t%s\t%s\t%s\n' "$1" "$step_passed" "$step_failed" "$step_seconds" >>"$logs/steps.tsv"
    # What a step could not run is not counted among what passed; it stands with what was skipped.
    sed -n 's/^left out: //p' "$2" | while IFS= read -r step_left; do printf '%s: %s\n' "$1" "$step_left"; done >>"$skipped"
    if [ "$step_result" -eq 0 ]; then
        printf 'pass  %6d in %d s\n' "$step_passed" "$step_seconds"
        return 0
    fi
    printf 'FAIL  %6d failed, %d passed in %d s\n' "$step_failed" "$step_passed" "$step_seconds"
    printf '%s: %s failed (%s)\n' "$1" "$step_failed" "$2" >>"$failures"
    tail -n 40 "$2" | sed 's/^/    | /'
    return 1
}

# step NAME COMMAND…              runs it and tells
step() {
    named "$1"
    step_name=$1
    shift
    timed "$step_log" "$@"
    told "$step_name" "$step_log"
}

# beside NAME COMMAND…            runs it while the steps below run, one such step after the other; gather tells of all
tab=$(printf '\t')
besides=
beside() {
    named "$1"
    printf '%s\t%s\n' "$1" "$step_log" >>"$logs/beside.tsv"
    beside_log=$step_log
    shift
    (
        while [ -n "$besides" ] && [ ! -e "$besides.end" ]; do sleep 1; done
        timed "$beside_log" "$@"
    ) &
    besides=$beside_log
}
gather() {
    wait
    [ ! -e "$logs/beside.tsv" ] || while IFS='	' read -r beside_name beside_log; do
        told "$beside_name" "$beside_log"
    done <"$logs/beside.tsv"
    rm -f "$logs/beside.tsv"
    besides=
}

# skip NAME REASON
skip() {
    printf '%-58s skip\n' "$1"
    printf '%s: %s\n' "$1" "$2" >>"$skipped"
}

# step_with FILE NAME COMMAND…    a step that needs a file of this project
step_with() {
    needed=$1
    shift
    if [ -e "$needed" ]; then
        step "$@"
    else
        skip "$1" "not written yet: ${needed#"$root"/}"
    fi
}

# step_tool TOOL NAME COMMAND…    a step that needs a program of the system
step_tool() {
    needed=$1
    shift
    if command -v "$needed" >/dev/null 2>&1; then
        step "$@"
    else
        skip "$1" "$needed is not installed"
    fi
}

# step_points NAME COMMAND…       a step that needs the reference texts; their folder is appended to the command
step_points() {
    if [ -n "$points" ]; then
        step "$@" "$points"
    else
        skip "$1" "the reference texts are not there (--law-points FOLDER)"
    fi
}

# The builds that worked, blank on both sides; what needs another is listed as skipped beneath the failure.
built=" "
has_built() {
    case $built in *" $1 "*) return 0 ;; esac
    skip "what needs the build '$1'" "that build failed"
    return 1
}

# ---- what the steps call -----------------------------------------------------------------------------------------------

install_missing() {
    wanted=
    need() { command -v "$1" >/dev/null 2>&1 || wanted="$wanted $2"; }
    need gcc gcc
    need g++ g++
    need clang clang
    need meson meson
    need ninja ninja-build
    need python3 python3
    need pkg-config pkg-config
    pkg-config --exists cmocka 2>/dev/null || wanted="$wanted libcmocka-dev"
    pkg-config --exists sqlite3 2>/dev/null || wanted="$wanted libsqlite3-dev"
    if [ $depth -ge 1 ]; then
        for lua in 5.1 5.2 5.3 5.4; do
            need "lua$lua" "lua$lua"
            pkg-config --exists "lua$lua" 2>/dev/null || wanted="$wanted $(case $lua in 5.1) echo liblua5.1-0-dev ;; *) echo "liblua$lua-dev" ;; esac)"
        done
        need luajit luajit
        pkg-config --exists luajit 2>/dev/null || wanted="$wanted libluajit-5.1-dev"
        need luarocks luarocks
        need busted lua-busted
        need valgrind valgrind
        need abidw abigail-tools
        need doxygen doxygen
        need dot graphviz
        need cmake cmake
        need mandoc mandoc
        "$python" -c "import pytest, hypothesis, mypy, mesonpy, build, venv" 2>/dev/null ||
            wanted="$wanted python3-pytest python3-hypothesis mypy python3-mesonpy python3-build python3-venv python3-pip patchelf"
        "$python" -c "import distributed, yaml" 2>/dev/null || wanted="$wanted python3-distributed python3-yaml"
        [ -e /usr/include/python3.11/Python.h ] || wanted="$wanted python3-dev"
        need s390x-linux-gnu-gcc "gcc-s390x-linux-gnu libc6-dev-s390x-cross"
        need arm-linux-gnueabihf-gcc "gcc-arm-linux-gnueabihf libc6-dev-armhf-cross"
        need qemu-s390x-static qemu-user-static
        need musl-gcc musl-tools
        need x86_64-w64-mingw32-gcc gcc-mingw-w64-x86-64
        need clang-19 clang-19
        [ -d /usr/include/wasm32-wasi ] || wanted="$wanted wasi-libc lld-19 libclang-rt-19-dev-wasm32"
        need node nodejs
        need chromium chromium
    fi
    if [ $depth -ge 2 ]; then
        need afl-fuzz afl++
        need llvm-cov-19 llvm-19
        [ -e /usr/lib/llvm-19/lib/clang/19/lib/linux/libclang_rt.fuzzer-x86_64.a ] || wanted="$wanted libclang-rt-19-dev"
    fi
    if [ -z "$wanted" ]; then
        echo "everything is there"
        return 0
    fi
    echo "missing:$wanted"
    if [ $install = no ]; then
        echo "not installed, as asked"
        return 0
    fi
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || { echo "install as root:$wanted"; return 1; }
        as_root=sudo
    fi
    command -v apt-get >/dev/null 2>&1 || { echo "no apt-get here; install:$wanted"; return 1; }
    $as_root apt-get update &&
        # shellcheck disable=SC2086 # a list of packages
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libc6-dev $wanted
}

# configure_and_build FOLDER COMPILER [OPTION…]
configure_and_build() {
    folder=$build/$1
    compiler=$2
    shift 2
    if [ -f "$folder/build.ninja" ]; then
        again=--reconfigure
    else
        rm -rf "$folder"
        again=
    fi
    # shellcheck disable=SC2086 # empty, or one option
    CC=$compiler meson setup $again "$folder" "$root" -Dwerror=true -Dtests=true -Dexamples=true \
        "-Dlaw_points=$points" "$@" &&
        ninja -C "$folder" -j "$OMBUD_JOBS"
}

# nothing_to_do FOLDER    a build that was just made has nothing left to make
nothing_to_do() {
    ninja -C "$build/$1" -n -d explain >"$logs/again" 2>&1
    sed -n '/explain/p' "$logs/again"
    grep -q '^ninja: no work to do\.$' "$logs/again"
}

# meson_tests FOLDER [OPTION…]    all of meson's tests there, counted one by one where a test speaks TAP
meson_tests() {
    folder=$build/$1
    shift
    rm -f "$folder"/meson-logs/testlog*.json
    meson test -C "$folder" --no-rebuild --print-errorlogs --num-processes "$OMBUD_JOBS" "$@"
    meson_result=$?
    "$python" tests/count.py "$folder"/meson-logs/testlog*.json || return 1
    return $meson_result
}

# check_cases FOLDER…             every .case file with expectations there, by the command line program; two folders bring a law
#                                 of their own
check_cases() {
    find "$@" -name '*.case' | sort >"$logs/cases.txt"
    [ -s "$logs/cases.txt" ] || { echo "no .case file in: $*"; return 1; }
    # shellcheck disable=SC2046 # names of this project's files hold no blanks
    "$ombud" check --law examples/own-law/house.law --law tests/reference/every-clause.law $(cat "$logs/cases.txt")
}

# Every row of these laws is shown by an expectation; a law is added here once it is.
rows_covered() {
    find examples tests/cases -name '*.case' | sort >"$logs/covering.txt"
    for law in bxl2019 rd1995 fwb2000 pgsp2124 res2026; do
        # shellcheck disable=SC2046 # names of this project's files hold no blanks
        "$ombud" check --coverage --fail-under 100 $(grep -lx "law $law" $(cat "$logs/covering.txt")) \
            >"$logs/covered-$law.txt" || { grep ' row: ' "$logs/covered-$law.txt"; return 1; }
        sed -n "s/^  \([a-z]\{1,\} .* of .* %\)\$/$law: \1/p" "$logs/covered-$law.txt"
    done
}

# explored WORDS LAW [OPTION…]    walks through a law, tells the figures of it behind some words; no invariant may be broken
explored() {
    explored_as=$1
    shift
    "$ombud" explore "$@" >"$logs/explored.txt"
    explored=$?
    cat "$logs/explored.txt"
    [ $explored -eq 0 ] || return 1
    awk -v as="$explored_as" '
         /^[a-z_]+(, [^:]*)?: [0-9]+ situations?, [0-9]+ steps?/ { line = $0; sub(/^[^:]*: /, "", line); split(line, n, " "); walks++; situations += n[1]; steps += n[3] }
         /^[0-9]+ of [0-9]+ walks whole$/ { whole = $1 }
         / errors?, [0-9]+ warnings?$/ { law = $1; found = substr($0, length($1) + 1) }
         END { printf "%s explore%s: %d walks, %d of them whole, %d situations, %d steps;%s\n", law, as, walks, whole, situations, steps, found }' \
        "$logs/explored.txt"
}

# No fault in the rows of any law, and no invariant that a lawful way breaks; warnings do not count. The walks of the largest law are
# bounded here; without the bound they are docs/proving.md's.
laws_sound() {
    for law in bxl2019 rd1995 fwb2000 pgsp2124 res2026 examples/own-law/house.law; do
        "$ombud" prove "$law" >"$logs/proved.txt"
        proved=$?
        sed '$s/: /: prove: /' "$logs/proved.txt"
        case $depth,$law in
        0,*) bound=2000 ;;
        *,bxl2019) bound=10000 ;;
        *) bound=500000 ;;
        esac
        explored "" "$law" --situations $bound && [ $proved -eq 0 ] || return 1
    done
}

# Under each other reading, and with what is not permitted too: every invariant of every law, within so many situations a walk.
laws_sound_otherwise() {
    for law in bxl2019 rd1995 fwb2000 pgsp2124 res2026 examples/own-law/house.law; do
        case $law in bxl2019) bound=$1 ;; *) bound=$2 ;; esac
        explored " with each other reading" "$law" --readings --situations "$bound" &&
            explored " of what is recorded" "$law" --recorded --situations "$bound" || return 1
    done
}

# The walks of tests/law/walks.txt: each puts the invariants that its lines name to the test, and they hold. With --quick the small ones.
walks_apart() {
    while read -r word name law item most with; do
        [ "$word" = walk ] && { [ $depth -ge 1 ] || [ "$most" -le 60000 ]; } || continue
        "$ombud" explore "$law" "$item" --with "$with" --situations "$most" >"$logs/apart.txt" || { cat "$logs/apart.txt"; return 1; }
        for invariant in $(awk -v walk="$name" '$1 == "keeps" && $2 == walk { print $3 }' tests/law/walks.txt | sort -u); do
            held=$(sed -n "s/^holds \($invariant\) (\([0-9]* times\)):.*/\1 holds \2/p" "$logs/apart.txt")
            [ -n "$held" ] || { cat "$logs/apart.txt"; echo "walk $name does not try $invariant"; return 1; }
            printf '%s: walk %s: %s, %s\n' "$law" "$name" "$(sed -n "s/^$item: //p" "$logs/apart.txt")" "$held"
        done
    done <tests/law/walks.txt
}

# Each row that keeps a report, taken out once: its walk breaks the invariant.
walks_miss() {
    "$build/gcc/tests/test_walks" tests/law/walks.txt src/law/bxl2019/*.law
}

date_oracle() {
    "$python" tests/unit/oracle_date.py >"$build/oracle_date.tsv" &&
        "$build/gcc/tests/check_date" <"$build/oracle_date.tsv"
}


# each_law PROGRAM LAW…           the program for each law, with its files and its cases
each_law() {
    program=$1
    shift
    find tests/cases examples -name '*.case' | sort >"$logs/cases-of-rows.txt"
    for law; do
        # shellcheck disable=SC2046 # names of this project's files hold no blanks
        "$program" $(find "$law" -name '*.law' | sort) $(grep -lx "law $(basename "$law" .law)" $(cat "$logs/cases-of-rows.txt")) || return 1
    done
}

built_in="src/law/bxl2019 src/law/rd1995 src/law/fwb2000 src/law/pgsp2124 src/law/res2026.law"

# Without the rows of a point's provision a scenario that shows the point fails; scenarios that claim another point do not, and that must
# be seen.
missed_points() {
    # shellcheck disable=SC2086 # a list of names
    each_law "$build/gcc/tests/missed_points" $built_in || return 1
    sed 's/^  shows .*/  shows 16.a1/' tests/cases/15s5/assemblies.case >"$logs/claims.case"
    "$build/gcc/tests/missed_points" src/law/bxl2019/*.law "$logs/claims.case" >"$logs/claimed.txt"
    [ $? -eq 1 ] && grep -q '^bxl2019: 16\.a1: no scenario' "$logs/claimed.txt"
}

# Without a row some case fails; with a single file of cases, many a row is not missed, and that must be seen.
remove_rows() {
    # shellcheck disable=SC2086 # a list of names
    each_law "$build/gcc/tests/remove_rows" $built_in examples/own-law/house.law || return 1
    "$build/gcc/tests/remove_rows" src/law/bxl2019/*.law examples/cases/late-entry.case >"$logs/survivors.txt"
    [ $? -eq 1 ] && grep -q ': survives: ' "$logs/survivors.txt"
}

# The second interpreter, written from the documents alone, is asked the same expectations.
reference_cases() {
    find tests/cases tests/reference examples -name '*.case' | sort >"$logs/cases.txt"
    # shellcheck disable=SC2046 # names of this project's files hold no blanks
    "$python" -B tests/reference/reference.py check --law examples/own-law/house.law --law tests/reference/every-clause.law $(cat "$logs/cases.txt")
}

# hr_desk TEST [OPTION…]          a test of the example that keeps cases in SQLite
hr_desk=$build/gcc/examples/hr-desk
hr_desk() {
    test_of_desk=$1
    shift
    "$python" -B "tests/hosts/$test_of_desk" "$hr_desk" "$@"
}

on_platform() {
    sh tests/checks/platform.sh "$1" "$ombud" "$build/two-files" "$build/platform-$1"
}

quickstart() {
    rm -rf "$build/quickstart"
    OMBUD_BUILD=$build/quickstart sh examples/quickstart.sh
}

doxygen_docs() {
    "$python" -B docs/build.py "$build/docs" doxygen "$ombud" &&
        "$python" -B tests/checks/manual.py "$ombud" "$build/docs/html"
}

# A program installed and found as a stranger would: by pkg-config, with no file of the checkout.
installed_use() {
    rm -rf "$build/installed" &&
        DESTDIR="$build/installed" meson install -C "$build/gcc" --no-rebuild --quiet &&
        sh tests/checks/installed.sh "$build/installed" "$build/gcc"
}

# The package for Python in a build that is there; the same options as before, and one more.
python_build() {
    meson configure "$build/$1" -Dpython=enabled && ninja -C "$build/$1" -j "$OMBUD_JOBS"
}

# python_tests FOLDER [ARGUMENT of pytest…]
python_tests() {
    folder=$build/$1
    shift
    "$python" -B bindings/python/tests/run.py "$folder" "$@"
}

# What the extension does with memory, in an interpreter that knows nothing of sanitizers; it leaves memory of its own at its end.
python_sanitized() {
    python_build asan &&
        LD_PRELOAD="$(gcc -print-file-name=libasan.so) $(gcc -print-file-name=libubsan.so)" ASAN_OPTIONS=detect_leaks=0 \
            "$python" -B bindings/python/tests/run.py "$build/asan" -k "not flat" \
            bindings/python/tests/test_cases.py bindings/python/tests/test_laws.py bindings/python/tests/test_dates.py \
            bindings/python/tests/test_callbacks.py bindings/python/tests/test_memory.py bindings/python/tests/test_plans.py \
            bindings/python/tests/test_registers.py bindings/python/tests/test_proofs.py
}

# The versions of Lua whose headers are here, for meson's option.
luas=
for lua in 5.1 5.2 5.3 5.4 jit; do
    ! pkg-config --exists "lua$lua" 2>/dev/null || luas=$luas,$lua
done
luas=${luas#,}

# The tests of the Lua module that was built in a folder, under each interpreter.
lua_tests() {
    folder=$1
    shift
    meson_tests "$folder" --suite lua "$@"
}

# Rules tested with busted, under the version of Lua that Debian's busted runs with.
busted_example() {
    version=$(lua -e 'print((_VERSION:gsub("Lua ", "")))') &&
        mkdir -p "$build/busted" && ln -sf "$build/gcc/bindings/lua/ombud-$version.so" "$build/busted/ombud.so" || return 1
    LD_LIBRARY_PATH=$build/gcc/src LUA_CPATH="$build/busted/?.so;;" LUA_PATH="$root/bindings/lua/?.lua;;" \
        busted --output=TAP examples/lua/house_spec.lua
}

# The suite of a house's rules by each tool that is there; its log names those that are not.
policy_suite() {
    PATH=$build/gcc/examples:$PATH PYTHON=$python PYTHONPATH=$build/gcc/bindings/python PKG_CONFIG_PATH=$build/gcc/meson-uninstalled \
        LD_LIBRARY_PATH=$build/gcc/src LUA_CPATH="$build/busted/?.so;;" LUA_PATH="$root/bindings/lua/?.lua;;" \
        sh examples/policy-tests/ci.sh "$build/policy-suite"
}

# A million folds: memory must stay flat over them too, and all runs of all cases are compared with the program's.
lua_at_length() {
    OMBUD_LUA_FOLDS=1000000 OMBUD_LUA_DEEP=1 "$python" -B bindings/lua/tests/run.py "$build/gcc/bindings/lua/ombud-5.4.so" "$ombud" \
        /usr/bin/lua5.4 test_memory test_suites
}

ombud=$build/gcc/examples/ombud
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

# ---- the steps: every change --------------------------------------------------------------------------------------------

without=
[ $depth -ge 1 ] || without="--no-suite slow --no-suite long"

step "packages" install_missing
step "words, paths and layout of the sources" "$python" tests/checks/tidy.py
step "every source is named in the build" "$python" tests/checks/sources_listed.py
step "no law in the kernel" "$python" tests/checks/no_law_in_kernel.py
step "pages point at what is there" "$python" tests/checks/docs.py
step "every law speaks three languages" "$python" -B tests/law/languages.py
step "a text that is missing is noticed" "$python" -B tests/law/languages.py --self-test
step "every step is told" "$python" -B tests/assurance.py --check
step "figures stand as they were printed" "$python" -B tests/figures.py --check
step "a figure changed by hand is noticed" "$python" -B tests/test_figures.py
step "C names that Lua does not bind are listed" "$python" -B bindings/lua/bound.py
step "C names that Python does not bind are listed" "$python" -B bindings/python/bound.py
step "Lua's annotations and reference are current" "$python" -B bindings/lua/api.py --check

if step "build with gcc, warnings are errors" configure_and_build gcc gcc "-Dlua=$luas"; then
    built="$built gcc "
    step "a second build has nothing to do" nothing_to_do gcc
    # shellcheck disable=SC2086 # a list of options
    step "unit tests (gcc)" meson_tests gcc --no-suite lua $without
    step "symbols = map = prototypes" sh tests/abi/check_symbols.sh "$build/gcc/src"
    step "libc names only, no malloc, nothing writable" sh tests/checks/purity.sh "$build/gcc/src"
    step "struct layout and pinned values" "$python" tests/abi/layout.py --check
    step_with examples/cases "cases of examples/" check_cases examples
    step_with tests/cases "cases of tests/" check_cases tests/cases tests/reference/cases
    step "every row of the law is shown" rows_covered
    step "each law is sound" laws_sound
    step "what keeps a report holds, ten years on" walks_apart
    step_points "anchors of the law are in the source" "$python" tests/law/check_anchors.py --law-points
    step "a false anchor is noticed" "$python" tests/law/check_anchors.py --self-test
    step_points "each point of the law is shown" "$python" tests/law/points_table.py --check --law-points
    step_points "the example plan against the reference texts" "$python" -B tests/cli/test_plan.py "$ombud" --law-points
    step "each flow of the plan is shown" "$python" tests/law/flows_table.py --check
    if [ -x "$hr_desk" ]; then
        step "hr-desk: its tour, who sees what, altered databases" hr_desk test_hr_desk.py --count \
            --ombud "$ombud" --chain "$build/gcc/examples/chain"
    else
        skip "hr-desk: its tour, who sees what, altered databases" "libsqlite3-dev was not there when it was built"
    fi
fi
step "each header alone in C99, C11, C++98, C++17" sh tests/abi/check_headers.sh
if command -v clang >/dev/null 2>&1; then
    if step "build with clang, warnings are errors" configure_and_build clang clang; then
        built="$built clang "
        # What the program prints was looked at above, with gcc; with --quick that is enough.
        [ $depth -ge 1 ] || without="$without --no-suite cli"
        # shellcheck disable=SC2086 # a list of options
        step "unit tests (clang)" meson_tests clang --no-suite long $without
    fi
else
    skip "build with clang, warnings are errors" "clang is not installed"
fi

# ---- the steps: every submission -----------------------------------------------------------------------------------------

if [ $depth -ge 1 ]; then
    if [ -n "$luas" ] && has_built gcc; then
        step "the Lua module under each interpreter" lua_tests gcc
        step_tool luarocks "the rock, made and used outside of the tree" sh bindings/lua/tests/rock.sh "$build/gcc" "$build/rock"
        step_tool busted "rules tested with busted" busted_example
    elif [ -z "$luas" ]; then
        skip "the Lua module under each interpreter" "no headers of Lua are installed"
    fi
    if step "build with ASan and UBSan" configure_and_build asan gcc "-Dlua=$luas" -Db_sanitize=address,undefined -Db_lundef=false \
        -Dc_args=-fno-sanitize-recover=all; then
        step "unit tests (ASan and UBSan)" meson_tests asan --timeout-multiplier 4 --no-suite long --no-suite lua
        if [ -n "$luas" ]; then
            step "the Lua module (ASan and UBSan)" lua_tests asan --timeout-multiplier 4
        fi
        built="$built asan "
    fi
    # From here on one step at a time would leave a processor idle.
    if has_built gcc; then
        beside "each point of the law missed without its rows" missed_points
        beside "each row of the law removed once" remove_rows
        beside "each row that keeps a report is missed" walks_miss
        beside "each law is sound under other readings, and in breach" laws_sound_otherwise 300 20000
        beside "each mutant of the law noticed or explained" sh tests/mutate-law.sh "$build/gcc"
    fi
    if command -v abidiff >/dev/null 2>&1; then
        beside "the ABI gate catches every mutant" "$python" tests/abi/mutants.py "$build/mutants"
    else
        skip "the ABI gate catches every mutant" "abidiff is not installed"
    fi
    if command -v doxygen >/dev/null 2>&1; then
        beside "reference documentation, warnings are errors" doxygen_docs
    else
        skip "reference documentation, warnings are errors" "doxygen is not installed"
    fi
    if has_built asan; then
        ombud=$build/asan/examples/ombud
        step_with examples/cases "cases of examples/ (ASan and UBSan)" check_cases examples
        step_with tests/cases "cases of tests/ (ASan and UBSan)" check_cases tests/cases tests/reference/cases
        ombud=$build/gcc/examples/ombud
        step "the package for Python (ASan and UBSan)" python_sanitized
    fi
    if has_built gcc; then
        step_with tests/unit/check_date.c "every day of 9999 years against datetime" date_oracle
        step "cases by the reference interpreter" reference_cases
        step "random journals against the reference interpreter" "$python" -B tests/reference/differ.py "$ombud" \
            --events 10000 --jobs "$OMBUD_JOBS"
        step "a day too many is noticed" "$python" -B tests/reference/differ.py "$ombud" --events 500 --self-test
        step_tool abidiff "ABI against tests/abi/current.abi" sh tests/abi/check_abi.sh "$build/gcc/src"
        step "installed, found by pkg-config and used" installed_use
        if [ -x "$hr_desk" ]; then
            step "hr-desk killed at random, 20 times" hr_desk kill_hr_desk.py --rounds 20
        else
            skip "hr-desk killed at random" "libsqlite3-dev was not there when it was built"
        fi
        step_with README.md "the C examples of README.md" "$python" tests/checks/readme.py "$build/gcc" "$build/readme"
        step "errors, limits and privacy are told whole" "$python" -B tests/checks/pages.py "$ombud"
        step "the library as two files" sh tests/checks/amalgamation.sh "$ombud" "$build/two-files"
        step_tool qemu-s390x-static "big-endian: s390x" on_platform s390x
        step_tool qemu-arm-static "32 bits: armhf" on_platform armhf
        step_tool musl-gcc "another libc: musl" on_platform musl
        step "short enums, no assertions" on_platform short-enums
        step_tool clang-19 "WebAssembly" on_platform wasm
        step_tool x86_64-w64-mingw32-gcc "Windows: the DLL of mingw-w64" on_platform mingw
        if why=$(sh tests/hosts/test_front_end.sh --prepare "$build/front-end"); then
            step "the page of the front end, in a browser" sh tests/hosts/test_front_end.sh "$ombud" "$build/front-end"
        else
            skip "the page of the front end, in a browser" "$why"
        fi
        if step "build of the package for Python" python_build gcc; then
            step "the package for Python" python_tests gcc
            step "tours of the examples" "$python" -B tests/hosts/tour.py "$build/gcc" examples/audit-import/README.md \
                examples/policy-tests/README.md examples/own-law/README.md examples/cluster/README.md
            step "another system's history" "$python" -B tests/hosts/test_audit_import.py "$build/gcc"
            step "a house's rules from C, Python and Lua" policy_suite
        fi
        step "the tour in C and the cookbook" "$python" tests/checks/readme.py "$build/gcc" "$build/readme" docs/c.md docs/cookbook.md docs/proving.md
        if "$python" -c "import yaml" 2>/dev/null; then
            step "the recipe for a house's rules, as a service runs it" "$python" -B tests/hosts/recipe.py "$build/recipe"
        else
            skip "the recipe for a house's rules, as a service runs it" "python3-yaml is not installed"
        fi
        step "a build in one language" sh tests/checks/languages.sh "$ombud" "$build/languages"
    fi
    gather
    if has_built gcc; then
        # Alone, for they measure.
        step_with tests/bench/bench.c "speed" "$build/gcc/tests/bench" --quick
        step_with tests/bench/many.c "a register of 20,000 cases" "$build/gcc/tests/many" --cases 20000
        step "size" sh tests/bench/size.sh --built "$build/gcc"
        # gcc's build: Debian 12's valgrind cannot read the debug information of its clang.
        step_tool valgrind "unit tests (valgrind)" meson_tests gcc --timeout-multiplier 20 --no-suite slow --no-suite long --no-suite cli --no-suite lua \
            "--wrap=valgrind --quiet --leak-check=full --error-exitcode=9"
    fi
    step_with examples/cases/late-acknowledgement.case "quickstart" quickstart
fi

# ---- the steps: deep ---------------------------------------------------------------------------------------------------------

if [ $depth -ge 2 ] && has_built gcc; then
    step "the package for Python, at length" python_tests gcc --deep -k "flat or same_as_program"
    step_with tests/bench/bench.c "speed, at length" "$build/gcc/tests/bench"
    step_with tests/bench/many.c "a register of a million cases" "$build/gcc/tests/many"
    step "the size of every build" env "OMBUD_BENCH_BUILD=$build/bench" sh tests/bench/size.sh
    step "each law is sound under other readings, and in breach, further" laws_sound_otherwise 5000 100000
    step "a million lines against the reference interpreter" "$python" -B tests/reference/differ.py "$ombud" \
        --events 1000000 --seed 7 --jobs "$OMBUD_JOBS"
    step_tool objdump "a sample of mutants of the kernel" sh tests/mutate-code.sh --sample 300 --least 70 "$build/gcc"
    step_tool clang-19 "coverage of the code, by MC/DC" sh tests/mcdc.sh "$build/mcdc"
    step_tool afl-fuzz "ten minutes of each fuzzer" sh tests/fuzz/campaign.sh "$build/fuzz"
    step_tool lua5.4 "the Lua module, at length" lua_at_length
    if [ -x "$hr_desk" ]; then
        step "hr-desk killed at random, 1000 times" hr_desk kill_hr_desk.py --rounds 1000
    fi
fi

# ---- the count ---------------------------------------------------------------------------------------------------------------

if [ -s "$failures" ]; then
    echo
    echo "failed:"
    sed 's/^/    /' "$failures"
fi
if [ -s "$skipped" ]; then
    echo
    echo "skipped:"
    sed 's/^/    /' "$skipped"
fi
echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
