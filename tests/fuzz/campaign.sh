#!/bin/sh
# Fuzzes for a while, led by what the inputs reach: `sh tests/fuzz/campaign.sh [--seconds N] [BUILD FOLDER]`.
#
# AFL++ (persistent, without sanitizers) over the targets that read a text, then libFuzzer with ASan and UBSan over all, from what AFL++
# found as well: each for N seconds (default 600), OMBUD_JOBS at once. They begin with tests/fuzz/corpus and files of other tests that
# are such texts. What crashes, leaks or hangs is kept in BUILD/findings and named. The last line is 'N passed, N failed'.
set -u
cd "$(dirname "$0")/../.." || exit 2
targets="law case plan events"
texts="law case plan"
seconds=600
if [ "${1:-}" = --seconds ]; then
    [ $# -ge 2 ] || { echo "campaign.sh: --seconds needs a number" >&2; exit 2; }
    seconds=$2
    shift 2
fi
case $seconds in
'' | *[!0-9]* | 0*) echo "campaign.sh: --seconds needs a number above 0, not '$seconds'" >&2; exit 2 ;;
esac
build=${1:-build/fuzz}
case $build in
/*) ;;
*) build=$PWD/$build ;;
esac
jobs=${OMBUD_JOBS:-2}
for tool in clang-19 afl-clang-fast afl-fuzz meson ninja; do
    command -v $tool >/dev/null 2>&1 || { echo "campaign.sh: $tool is missing: apt-get install clang-19 libclang-rt-19-dev afl++ meson ninja-build" >&2; exit 2; }
done
mkdir -p "$build" || exit 2
rm -rf "$build/findings" "$build/seeds" "$build/afl-out" "$build/kept-by-libfuzzer" && mkdir -p "$build/findings" "$build/kept-by-libfuzzer" || exit 2

# library FOLDER COMPILER FLAGS LINK_FLAGS     the library for a fuzzer, and each target on it
library() {
    [ -f "$build/$1/build.ninja" ] ||
        CC=$2 meson setup "$build/$1" -Dtests=false -Dexamples=false -Ddefault_library=static -Db_lundef=false "-Dc_args=$3" >"$build/$1.log" 2>&1 ||
        { cat "$build/$1.log" >&2; exit 1; }
    ninja -C "$build/$1" -j "$jobs" >"$build/$1.log" 2>&1 || { tail -n 30 "$build/$1.log" >&2; exit 1; }
    for target in $targets; do
        # shellcheck disable=SC2086 # lists of options
        "$2" -g -O1 $4 -Iinclude "tests/fuzz/fuzz_$target.c" "$build/$1/src/libombud.a" -o "$build/$1/fuzz_$target" >"$build/$1.log" 2>&1 ||
            { cat "$build/$1.log" >&2; exit 1; }
    done
}

# seeds TARGET FOLDER     what a target begins with, and the words of it for both fuzzers
seeds() {
    mkdir -p "$2" || exit 2
    case $1 in
    law) cp tests/fuzz/corpus/*.law tests/prove/*.law tests/reference/every-clause.law tests/tiny.law "$2" ;;
    case) cp tests/fuzz/corpus/*.case tests/fuzz/corpus/*.bin examples/cases/*.case "$2" ;;
    plan) cp tests/fuzz/corpus/*.plan "$2" ;;
    events) cp tests/fuzz/corpus/events-*.bin "$2" ;;
    esac || exit 2
    cat "$2"/* | LC_ALL=C tr -c 'A-Za-z0-9_.=<>-' '\n' | LC_ALL=C sort | uniq -c | LC_ALL=C sort -k1,1nr -k2 |
        awk 'length($2) > 1 && length($2) < 40 && n++ < 400 { print "\"" $2 "\"" }' >"$2.dict"
}

# at_once FUNCTION TARGET…     the function for each target, as many at once as there are jobs
at_once() {
    what=$1
    shift
    running=0
    for target; do
        $what "$target" &
        running=$((running + 1))
        [ $running -lt "$jobs" ] || { wait; running=0; }
    done
    wait
}

run_afl() {
    mkdir -p "$build/afl-out/$1" || exit 2
    AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_FAST_CAL=1 \
        afl-fuzz -i "$build/seeds/$1" -o "$build/afl-out/$1" -x "$build/seeds/$1.dict" -V "$seconds" -t 5000 -m none -- \
        "$build/afl/fuzz_$1" >"$build/$1-afl.log" 2>&1
    echo $? >"$build/afl-out/$1/status"
}

# What is found stands in `grown` for the next campaign.
run_libfuzzer() {
    mkdir -p "$build/grown/$1" "$build/afl-out/$1/default/queue" "$build/kept-by-libfuzzer/$1" || exit 2
    ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
        "$build/libfuzzer/fuzz_$1" -max_total_time="$seconds" -timeout=20 -report_slow_units=20 -rss_limit_mb=4096 -max_len=65536 -print_final_stats=1 \
        -dict="$build/seeds/$1.dict" -artifact_prefix="$build/kept-by-libfuzzer/$1/" "$build/grown/$1" "$build/seeds/$1" \
        "$build/afl-out/$1/default/queue" >"$build/$1-libfuzzer.log" 2>&1
    echo $? >"$build/kept-by-libfuzzer/$1.status"
}

passed=0
failed=0

# told FUZZER TARGET STATUS EXECUTIONS EDGES LOG FILE…     one line; the files are what the target fails on
told() {
    echo "$2 ($1): ${4:-0} executions, ${5:-0} edges"
    fuzzer=$1 target=$2 status=$3 executions=${4:-0} log=$6
    shift 6
    kept=0
    for input; do
        [ -f "$input" ] && [ "${input##*/}" != README.txt ] || continue
        kept=$((kept + 1))
        cp "$input" "$build/findings/$target-$fuzzer-$kept" && echo "    fails on $build/findings/$target-$fuzzer-$kept"
    done
    if [ "$status" -eq 0 ] && [ $kept -eq 0 ] && [ "$executions" -gt 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        tail -n 30 "$log"
    fi
}

library afl afl-clang-fast "-g" "-fsanitize=fuzzer"
library libfuzzer clang-19 "-g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all" \
    "-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all"
for target in $targets; do
    seeds "$target" "$build/seeds/$target"
done
echo "each fuzzer $seconds seconds a target"
# shellcheck disable=SC2086 # lists of names
at_once run_afl $texts
# shellcheck disable=SC2086
at_once run_libfuzzer $targets
for target in $texts; do
    out=$build/afl-out/$target/default
    told afl "$target" "$(cat "$build/afl-out/$target/status")" "$(sed -n 's/^execs_done *: *//p' "$out/fuzzer_stats")" \
        "$(sed -n 's/^edges_found *: *//p' "$out/fuzzer_stats")" "$build/$target-afl.log" "$out"/crashes/* "$out"/hangs/*
done
for target in $targets; do
    log=$build/$target-libfuzzer.log
    told libfuzzer "$target" "$(cat "$build/kept-by-libfuzzer/$target.status")" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" \
        "$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$log" | tail -n 1)" "$log" "$build/kept-by-libfuzzer/$target"/*
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
