#!/bin/sh
# The rules of a house, tested on every change: copy it with the files beside it. Each tool that is there runs the suite; what is not
# there is named, never counted as passed.
#
#     sh ci.sh [OUT]       JUnit and coverage are written into OUT, by default ./out
#
# It needs `ombud`. cmocka is found by pkg-config, the package for Python by python3 (or $PYTHON), the Lua module and case_runner.lua by
# LUA_CPATH and LUA_PATH.
set -u
out=${1:-out}
mkdir -p "$out" && out=$(cd "$out" && pwd) || exit 2
cd "$(dirname "$0")" || exit 2
rules=../own-law
python=${PYTHON:-python3}
failed=0
ran=0

# stage NAME COMMAND…
stage() {
    stage_name=$1
    shift
    ran=$((ran + 1))
    if "$@" >"$out/$stage_name.log" 2>&1; then
        echo "$stage_name: passed"
    else
        echo "$stage_name: FAILED"
        sed 's/^/    /' "$out/$stage_name.log"
        failed=$((failed + 1))
    fi
}

cmocka_tests() {
    # shellcheck disable=SC2046 # a list of options
    ${CC:-cc} -std=c11 -Wall -Wextra -Werror test_policy.c -o "$out/test_policy" $(pkg-config --cflags --libs libombud cmocka) &&
        "$out/test_policy" "$rules/house.law" approval.case
}

# The law itself is sound, the cases hold, and no rule is without a case.
stage prove ombud prove "$rules/house.law"
stage check ombud check --law "$rules/house.law" --junit "$out/junit.xml" approval.case
stage coverage ombud check --law "$rules/house.law" --coverage --fail-under 100 approval.case "$rules/cases/the-house-rules.case" \
    "$rules/cases/before-adoption.case"

if pkg-config --exists libombud cmocka 2>/dev/null; then
    stage cmocka cmocka_tests
else
    echo "cmocka: not run, pkg-config does not know libombud and cmocka"
fi
if "$python" -c "import ombud, pytest" 2>/dev/null; then
    # The plugin is found by itself where the package is installed.
    stage pytest "$python" -B -m pytest -q -p no:cacheprovider -p ombud.plugin .
else
    echo "pytest: not run, $python knows no ombud or no pytest"
fi
if command -v busted >/dev/null 2>&1 && lua -e 'require "ombud"; require "case_runner"' 2>/dev/null; then
    stage busted env OMBUD_RULES="$rules" OMBUD_SUITE=. busted --output=TAP policy_spec.lua
else
    echo "busted: not run, lua knows no ombud or no case_runner, or busted is not there"
fi
echo "$((ran - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
