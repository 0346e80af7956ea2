/*
 * Plans: tables of measures and of what a report prints of them, counted and compared.
 */
#include "module.h"

#include <string.h>

static const ombud__lua_names tables[] = {{OMBUD_PLAN_CATEGORIES, "categories"},
                                          {OMBUD_PLAN_THEMES, "themes"},
                                          {OMBUD_PLAN_MEASURES, "measures"},
                                          {OMBUD_PLAN_ACTORS, "actors"},
                                          {OMBUD_PLAN_CONTRIBUTIONS, "contributions"},
                                          {OMBUD_PLAN_RESOLUTIONS, "resolutions"},
                                          {OMBUD_PLAN_DEMANDS, "demands"},
                                          {OMBUD_PLAN_ACTIONS, "actions"},
                                          {OMBUD_PLAN_DUTIES, "duties"},
                                          {OMBUD_PLAN_MEETINGS, "meetings"},
                                          {OMBUD_PLAN_COLUMNS, "columns"},
                                          {OMBUD_PLAN_PRINTED, "printed"},
                                          {OMBUD_PLAN_FIGURES, "figures"},
                                          {0, NULL}};
static const ombud__lua_names counts[] = {
    {OMBUD_PLAN_COUNTS_MEASURES, "measures"}, {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, "contributions"},
    {OMBUD_PLAN_COUNTS_ACTORS, "actors"},     {OMBUD_PLAN_COUNTS_LINKED, "linked"},
    {OMBUD_PLAN_COUNTS_ACTED, "acted"},       {0, NULL}};
static const ombud__lua_names rules[] = {
    {OMBUD_PLAN_RULE_NONE, "none"}, {OMBUD_PLAN_RULE_ONE, "one"}, {OMBUD_PLAN_RULE_ALL, "all"}, {0, NULL}};
static const ombud__lua_names formats[] = {
    {OMBUD_FORMAT_TEXT, "text"}, {OMBUD_FORMAT_JSON, "json"}, {OMBUD_FORMAT_HTML, "html"}, {0, NULL}};

static ombud_plan *check_plan(lua_State *L)
{
    return ombud__lua_check(L, 1, OMBUD__LUA_PLAN)->object;
}

static ombud_plan_table table_at(lua_State *L, int index)
{
    return ombud__lua_named(L, index, "table", tables);
}

static int module_plan(lua_State *L)
{
    ombud_plan *plan = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_PLAN, 0, NULL);
    ombud_status status = ombud_plan_new(&made->host->alloc, &plan, &err);
    return ombud__lua_made(L, made, status, plan, &err);
}

static int plan_load(lua_State *L)
{
    ombud_plan *plan = check_plan(L);
    size_t length;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan_table table = table_at(L, 2);
    const char *text = ombud__lua_string(L, 3, "text of a table", &length);
    return ombud__lua_finish(L, ombud_plan_load(plan, table, text, length, &err), &err);
}

static int plan_rows(lua_State *L)
{
    ombud__lua_push_whole(L, (int64_t)ombud_plan_rows(check_plan(L), table_at(L, 2)));
    return 1;
}

/* The row whose id is the string at an index. Returns 0, or how many values of a failure it pushed. */
static int find_row(lua_State *L, const ombud_plan *plan, ombud_plan_table table, int index, size_t *out)
{
    const char *id = ombud__lua_string(L, index, ombud_plan_table_name(table), NULL);
    ombud_status status = ombud_plan_find(plan, table, id, out);
    return status == OMBUD_OK
               ? 0
               : ombud__lua_fail_with(L, status, "the table has no such row", "name a row by the id in its table", id);
}

static int plan_find(lua_State *L)
{
    size_t row = 0;
    int failed = find_row(L, check_plan(L), table_at(L, 2), 3, &row);
    if (failed) {
        return failed;
    }
    ombud__lua_push_whole(L, (int64_t)row + 1);
    return 1;
}

static int plan_field(lua_State *L)
{
    const ombud_plan *plan = check_plan(L);
    ombud_plan_table table = table_at(L, 2);
    size_t row = ombud__lua_position(L, 3);
    ombud__lua_push_view(L, ombud_plan_field(plan, table, row, ombud__lua_string(L, 4, "column", NULL)));
    return 1;
}

static int plan_label(lua_State *L)
{
    const ombud_plan *plan = check_plan(L);
    ombud_plan_table table = table_at(L, 2);
    size_t row = ombud__lua_position(L, 3);
    ombud__lua_push_view(L, ombud_plan_label(plan, table, row, ombud__lua_lang(L, 4)));
    return 1;
}

static int32_t year_of(lua_State *L, const char *key)
{
    int64_t year = 0;
    lua_getfield(L, 2, key);
    if (!lua_isnil(L, -1)) {
        year = ombud__lua_whole(L, -1, key);
        if (year < 1 || year > 9999) {
            luaL_error(L, "%s: a year from 1 to 9999 is wanted", key);
        }
    }
    lua_pop(L, 1);
    return (int32_t)year;
}

/* A row that the question may name. Returns as find_row(). */
static int row_of(lua_State *L, const ombud_plan *plan, const char *key, ombud_plan_table table, int32_t *has,
                  size_t *row)
{
    lua_getfield(L, 2, key);
    *has = !lua_isnil(L, -1);
    int failed = *has ? find_row(L, plan, table, lua_gettop(L), row) : 0;
    if (!failed) {
        lua_pop(L, 1);
    }
    return failed;
}

static int plan_count(lua_State *L)
{
    static const char *const keys[] = {"counts", "rule", "from_year", "to_year", "theme", "category", "measure", NULL};
    const ombud_plan *plan = check_plan(L);
    ombud_plan_question q = OMBUD_PLAN_QUESTION_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t count = 0;
    lua_settop(L, 2);
    ombud__lua_known_keys(L, 2, keys);
    lua_getfield(L, 2, "counts");
    q.counts = ombud__lua_named(L, -1, "counts", counts);
    lua_getfield(L, 2, "rule");
    q.rule = lua_isnil(L, -1) ? OMBUD_PLAN_RULE_NONE : ombud__lua_named(L, -1, "rule", rules);
    q.from_year = year_of(L, "from_year");
    q.to_year = year_of(L, "to_year");
    int failed = row_of(L, plan, "theme", OMBUD_PLAN_THEMES, &q.has_theme, &q.theme);
    failed = failed ? failed : row_of(L, plan, "category", OMBUD_PLAN_CATEGORIES, &q.has_category, &q.category);
    failed = failed ? failed : row_of(L, plan, "measure", OMBUD_PLAN_MEASURES, &q.has_measure, &q.measure);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_plan_count(plan, &q, &count, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_push_whole(L, count);
    return 1;
}

static int plan_compare(lua_State *L)
{
    const ombud_plan *plan = check_plan(L);
    ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t column = 0, theme = ombud_plan_rows(plan, OMBUD_PLAN_THEMES);
    lua_settop(L, 3);
    int failed = find_row(L, plan, OMBUD_PLAN_COLUMNS, 2, &column);
    failed = failed || lua_isnil(L, 3) ? failed : find_row(L, plan, OMBUD_PLAN_THEMES, 3, &theme);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_plan_compare(plan, column, theme, &cell, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    lua_createtable(L, 0, 5);
    ombud__lua_set_view(L, "verdict", ombud_view_of(ombud_plan_verdict_name(cell.verdict)));
    if (cell.has_printed) {
        ombud__lua_set_whole(L, "printed", cell.printed);
    }
    if (cell.has_of) {
        ombud__lua_set_whole(L, "of", cell.of);
    }
    ombud__lua_set_whole(L, "measures", cell.measures);
    lua_createtable(L, 0, 3);
    for (const ombud__lua_names *rule = rules; rule->name; rule++) {
        ombud__lua_set_whole(L, rule->name, cell.counted[rule->value]);
    }
    lua_setfield(L, -2, "counted");
    return 1;
}

static int plan_check(lua_State *L)
{
    const ombud_plan *plan = check_plan(L);
    ombud_plan_findings *findings = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_PLAN_FINDINGS);
    ombud_status status = ombud_plan_check(plan, &findings, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = findings;
    size_t count = ombud_plan_findings_count(findings);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_plan_finding finding = OMBUD_PLAN_FINDING_INIT;
        ombud_plan_findings_get(findings, i, &finding);
        lua_createtable(L, 0, 7);
        ombud__lua_set_view(L, "fault", ombud_view_of(ombud_plan_fault_name(finding.fault)));
        ombud__lua_set_view(L, "table", ombud_view_of(ombud_plan_table_name(finding.table)));
        ombud__lua_set_whole(L, "row", (int64_t)finding.row + 1);
        if (finding.others) {
            ombud__lua_set_view(L, "others", ombud_view_of(ombud_plan_table_name(finding.others)));
            ombud__lua_set_whole(L, "other", (int64_t)finding.other + 1);
        }
        ombud__lua_set_whole(L, "printed", finding.printed);
        ombud__lua_set_whole(L, "computed", finding.computed);
        ombud__lua_append(L);
    }
    ombud__lua_done(result);
    return 1;
}

static int plan_render(lua_State *L)
{
    static const char *const keys[] = {"name", "lang", NULL};
    const ombud_plan *plan = check_plan(L);
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    how.format = ombud__lua_named(L, 2, "format", formats);
    if (!lua_isnil(L, 3)) {
        ombud__lua_known_keys(L, 3, keys);
        lua_getfield(L, 3, "lang");
        how.lang = ombud__lua_lang(L, -1);
        lua_getfield(L, 3, "name"); /* stays on the stack: it must outlive the call */
        if (!lua_isnil(L, -1)) {
            how.name.ptr = ombud__lua_string(L, -1, "name", &how.name.len);
        }
    }
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud_status status = ombud_render_plan(plan, &how, ombud__lua_text_sink, text, &err);
    ombud__lua_text_check(L, text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_text_push(L, text);
    return 1;
}

void ombud__lua_open_plan(lua_State *L)
{
    static const luaL_Reg functions[] = {{"plan", module_plan}, {NULL, NULL}};
    static const luaL_Reg methods[] = {
        {"load", plan_load},     {"rows", plan_rows},   {"find", plan_find},       {"field", plan_field},
        {"label", plan_label},   {"count", plan_count}, {"compare", plan_compare}, {"check", plan_check},
        {"render", plan_render}, {NULL, NULL}};
    ombud__lua_add(L, functions);
    ombud__lua_register(L, OMBUD__LUA_PLAN, methods);
}
