/*
 * `.case` texts with their expectations, and what a set of them shows of a law.
 */
#include "module.h"

static const ombud__lua_names coverings[] = {{OMBUD_COVERING_PROVISIONS, "provisions"},
                                             {OMBUD_COVERING_ROWS, "rows"},
                                             {OMBUD_COVERING_CONDITIONS, "conditions"},
                                             {OMBUD_COVERING_OUTCOMES, "outcomes"},
                                             {OMBUD_COVERING_BOUNDARIES, "boundaries"},
                                             {OMBUD_COVERING_VERSIONS, "versions"},
                                             {0, NULL}};

static int module_scenario(lua_State *L)
{
    size_t length;
    const char *text = ombud__lua_string(L, 1, "text of scenarios", &length);
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 2);
    size_t count = 0;
    if (!lua_isnil(L, 2)) {
        luaL_checktype(L, 2, LUA_TTABLE);
        count = lua_rawlen(L, 2);
    }
    ombud__lua_held **parents = lua_newuserdata(L, (count + 1) * sizeof *parents);
    const ombud_law **laws = lua_newuserdata(L, (count + 1) * sizeof *laws);
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 2, (int)i + 1);
        parents[i] = ombud__lua_check(L, lua_gettop(L), OMBUD__LUA_LAW);
        laws[i] = parents[i]->object;
        lua_pop(L, 1);
    }
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_SCENARIO, count, parents);
    ombud_status status = ombud_scenario_parse(text, length, laws, count, &made->host->alloc, &scenario, &err);
    return ombud__lua_made(L, made, status, scenario, &err);
}

static int scenario_count(lua_State *L)
{
    ombud__lua_push_whole(L, (int64_t)ombud_scenario_count(ombud__lua_check(L, 1, OMBUD__LUA_SCENARIO)->object));
    return 1;
}

/* The scenario at 1 and the run at 2, which is the first if it is not said; raises if there is none. */
static const ombud_scenario *check_run(lua_State *L, size_t *run)
{
    const ombud_scenario *scenario = ombud__lua_check(L, 1, OMBUD__LUA_SCENARIO)->object;
    *run = lua_isnoneornil(L, 2) ? 0 : ombud__lua_position(L, 2);
    if (*run >= ombud_scenario_count(scenario)) {
        luaL_argerror(L, 2, "there is no such run");
    }
    return scenario;
}

static int scenario_case(lua_State *L)
{
    size_t run;
    const ombud_scenario *scenario = check_run(L, &run);
    ombud__lua_borrow(L, OMBUD__LUA_CASE, ombud_scenario_case(scenario, run),
                      ombud__lua_check(L, 1, OMBUD__LUA_SCENARIO));
    return 1;
}

static int scenario_name(lua_State *L)
{
    size_t run;
    const ombud_scenario *scenario = check_run(L, &run);
    ombud__lua_push_view(L, ombud_scenario_name(scenario, run));
    return 1;
}

static int scenario_points(lua_State *L)
{
    size_t run;
    const ombud_scenario *scenario = check_run(L, &run);
    size_t count = ombud_scenario_point_count(scenario, run);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud__lua_push_view(L, ombud_scenario_point(scenario, run, i));
        ombud__lua_append(L);
    }
    return 1;
}

static int scenario_last_day(lua_State *L)
{
    size_t run;
    const ombud_scenario *scenario = check_run(L, &run);
    ombud_day day = 0;
    if (ombud_scenario_last_day(scenario, run, &day) == OMBUD_OK) {
        ombud__lua_push_day(L, day);
    } else {
        lua_pushboolean(L, 0);
    }
    return 1;
}

static void push_report(lua_State *L, const ombud_law *law, const ombud_report *report)
{
    size_t count = ombud_report_count(report), failed = ombud_report_failed(report);
    lua_createtable(L, 0, 3);
    ombud__lua_set_whole(L, "passed", (int64_t)(count - failed));
    ombud__lua_set_whole(L, "failed", (int64_t)failed);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_expectation expectation = OMBUD_EXPECTATION_INIT;
        ombud_report_get(report, i, &expectation);
        lua_createtable(L, 0, 6);
        ombud__lua_set_truth(L, "met", expectation.met);
        ombud__lua_set_whole(L, "line", expectation.line);
        ombud__lua_set_view(L, "text", expectation.text);
        ombud__lua_set_view(L, "got", expectation.got);
        ombud__lua_set_view(L, "would_hold", expectation.would_hold);
        if (expectation.has_provision) {
            ombud__lua_set_provision(L, "provision", law, expectation.provision, OMBUD_LANG_EN);
        }
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "expectations");
}

static int scenario_check(lua_State *L)
{
    size_t run;
    lua_settop(L, 3);
    const ombud_scenario *scenario = check_run(L, &run);
    ombud_coverage *coverage = lua_isnil(L, 3) ? NULL : ombud__lua_check(L, 3, OMBUD__LUA_COVERAGE)->object;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_REPORT);
    ombud_status status = coverage ? ombud_scenario_check_covered(scenario, run, coverage, &report, &err)
                                   : ombud_scenario_check(scenario, run, &report, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = report;
    push_report(L, ombud_case_law(ombud_scenario_case(scenario, run)), report);
    ombud__lua_done(result);
    return 1;
}

/* ---- coverage ---- */

static int module_coverage(lua_State *L)
{
    ombud__lua_held *law = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    ombud_coverage *coverage = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_COVERAGE, 1, &law);
    ombud_status status = ombud_coverage_new(law->object, &made->host->alloc, &coverage, &err);
    return ombud__lua_made(L, made, status, coverage, &err);
}

static int coverage_law(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_COVERAGE);
    ombud__lua_borrow(L, OMBUD__LUA_LAW, ombud_coverage_law(held->object), held);
    return 1;
}

static int coverage_count(lua_State *L)
{
    const ombud_coverage *coverage = ombud__lua_check(L, 1, OMBUD__LUA_COVERAGE)->object;
    size_t covered = 0, total = 0;
    ombud_status status =
        ombud_coverage_count(coverage, ombud__lua_named(L, 2, "what is counted", coverings), &covered, &total);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, NULL);
    }
    ombud__lua_push_whole(L, (int64_t)covered);
    ombud__lua_push_whole(L, (int64_t)total);
    return 2;
}

static int coverage_list(lua_State *L)
{
    const ombud_coverage *coverage = ombud__lua_check(L, 1, OMBUD__LUA_COVERAGE)->object;
    const ombud_law *law = ombud_coverage_law(coverage);
    ombud_covering what = ombud__lua_named(L, 2, "what is counted", coverings);
    ombud_covered covered = OMBUD_COVERED_INIT;
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; ombud_coverage_get(coverage, what, i, &covered) == OMBUD_OK; i++) {
        lua_createtable(L, 0, 7);
        ombud__lua_set_truth(L, "covered", covered.covered);
        if (covered.gap != OMBUD_GAP_NONE) {
            ombud__lua_set_view(L, "gap", ombud_view_of(ombud_gap_name(covered.gap)));
        }
        ombud__lua_set_whole(L, "line", covered.line);
        ombud__lua_set_view(L, "what", covered.what);
        ombud__lua_set_view(L, "reading", covered.reading);
        ombud__lua_set_provision(L, "provision", law, covered.provision, OMBUD_LANG_EN);
        ombud__lua_set_row(L, "row", covered.row);
        ombud__lua_append(L);
    }
    return 1;
}

void ombud__lua_open_scenario(lua_State *L)
{
    static const luaL_Reg functions[] = {{"scenario", module_scenario}, {"coverage", module_coverage}, {NULL, NULL}};
    static const luaL_Reg of_scenarios[] = {{"count", scenario_count},
                                            {"case", scenario_case},
                                            {"name", scenario_name},
                                            {"points", scenario_points},
                                            {"last_day", scenario_last_day},
                                            {"check", scenario_check},
                                            {NULL, NULL}};
    static const luaL_Reg of_coverages[] = {
        {"law", coverage_law}, {"count", coverage_count}, {"list", coverage_list}, {NULL, NULL}};
    ombud__lua_add(L, functions);
    ombud__lua_register(L, OMBUD__LUA_SCENARIO, of_scenarios);
    ombud__lua_register(L, OMBUD__LUA_COVERAGE, of_coverages);
}
