/*
 * Several cases looked at side by side: one matter under several laws, and one journal under two of them.
 */
#include "module.h"

/* Allowed of a question to cases of several laws: an audience is of one. */
static const char *const keys[] = {"on", "known_by", "person", "lang", NULL};

/* ---- one matter under several laws ---- */

/* The cases of the list at 1, and the one with the last event: without a day, that is the day. */
static const ombud_case **read_cases(lua_State *L, size_t count, const ombud_case **latest)
{
    const ombud_case **cases = lua_newuserdata(L, (count + 1) * sizeof *cases);
    ombud_day last = 0, day = 0;
    int found = 0;
    lua_createtable(L, (int)count, 0); /* keeps the handles */
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 1, (int)i + 1);
        cases[i] = ombud__lua_check(L, lua_gettop(L), OMBUD__LUA_CASE)->object;
        lua_rawseti(L, -2, (int)i + 1);
        int later = ombud_case_last_day(cases[i], &day) == OMBUD_OK && (!found || day > last);
        last = later ? day : last;
        found = found || later;
        *latest = later || i == 0 ? cases[i] : *latest;
    }
    return cases;
}

static void push_together(lua_State *L, const ombud_case *const *cases, const ombud_together *together,
                          ombud_lang lang)
{
    size_t of = 0, duties = ombud_together_duty_count(together), findings = ombud_together_finding_count(together);
    ombud_day day = 0;
    lua_createtable(L, 0, 3);
    ombud__lua_push_list(L, duties);
    for (size_t i = 0; i < duties; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        ombud_together_duty(together, i, &of, &term);
        ombud__lua_push_term(L, ombud_case_law(cases[of]), &term, lang);
        ombud__lua_set_whole(L, "of", (int64_t)of + 1);
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "duties");
    ombud__lua_push_list(L, findings);
    for (size_t i = 0; i < findings; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        ombud_together_finding(together, i, &of, &finding);
        ombud__lua_push_finding(L, ombud_case_law(cases[of]), &finding, lang);
        ombud__lua_set_whole(L, "of", (int64_t)of + 1);
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "findings");
    ombud__lua_set_day(L, "next_change", ombud_together_next_change(together, &day) == OMBUD_OK, day);
}

static int module_together(lua_State *L)
{
    const ombud_case *latest = NULL;
    ombud__lua_question q;
    ombud_together *together = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 2);
    size_t count = lua_rawlen(L, 1);
    if (count < 1 || count > OMBUD_TOGETHER_MAX) {
        return ombud__lua_fail_with(L, OMBUD_E_LIMIT, "1 to 1000 cases are looked at together", "", "");
    }
    const ombud_case **cases = read_cases(L, count, &latest);
    int failed = ombud__lua_ask_with(L, 2, latest, keys, NULL, &q);
    if (failed) {
        return failed;
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_TOGETHER);
    ombud_status status =
        ombud_together_ask(cases, count, &q.asof, &ombud__lua_host_of(L)->alloc, &together, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = together;
    push_together(L, cases, together, q.lang);
    ombud__lua_done(result);
    return 1;
}

/* ---- one journal under two laws or settings ---- */

static void push_moved(lua_State *L, const ombud_law *law, ombud_move_kind kind, const ombud_moved *side,
                       ombud_lang lang)
{
    lua_createtable(L, 0, 4);
    switch (kind) {
    case OMBUD_MOVED_VERDICT: ombud__lua_set_ruling(L, "word", side->word, law); break;
    case OMBUD_MOVED_FINDING:
        ombud__lua_set_view(L, "word", ombud_view_of(ombud_finding_kind_name(side->word)));
        break;
    default: ombud__lua_set_view(L, "word", ombud_view_of(ombud_term_status_name(side->word)));
    }
    ombud__lua_set_day(L, "first", side->has_first, side->first);
    ombud__lua_set_day(L, "last", side->has_last, side->last);
    ombud__lua_set_provision(L, "provision", law, side->provision, lang);
}

static void push_moves(lua_State *L, const ombud_law *before, const ombud_law *after, const ombud_moves *moves,
                       ombud_lang lang)
{
    static const ombud__lua_names kinds[] = {{OMBUD_MOVED_VERDICT, "verdict"},
                                             {OMBUD_MOVED_FINDING, "finding"},
                                             {OMBUD_MOVED_TERM, "term"},
                                             {0, NULL}};
    size_t count = ombud_moves_count(moves);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        ombud_moves_get(moves, i, &move);
        lua_createtable(L, 0, 6);
        ombud__lua_set_name(L, "kind", move.kind, kinds);
        ombud__lua_set_view(L, "name", move.name);
        ombud__lua_set_item(L, "item", move.item_prefix, move.item_number);
        if (move.position) {
            ombud__lua_set_whole(L, "position", (int64_t)move.position);
        }
        if (move.before.there) {
            push_moved(L, before, move.kind, &move.before, lang);
            lua_setfield(L, -2, "before");
        }
        if (move.after.there) {
            push_moved(L, after, move.kind, &move.after, lang);
            lua_setfield(L, -2, "after");
        }
        ombud__lua_append(L);
    }
}

static int module_moves(lua_State *L)
{
    ombud__lua_question q;
    ombud_moves *moves = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    const ombud_case *before = ombud__lua_check(L, 1, OMBUD__LUA_CASE)->object;
    const ombud_case *after = ombud__lua_check(L, 2, OMBUD__LUA_CASE)->object;
    int failed = ombud__lua_ask_with(L, 3, before, keys, NULL, &q);
    if (failed) {
        return failed;
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_MOVES);
    ombud_status status =
        ombud_moves_between(before, after, &q.asof, &ombud__lua_host_of(L)->alloc, &moves, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = moves;
    push_moves(L, ombud_case_law(before), ombud_case_law(after), moves, q.lang);
    ombud__lua_done(result);
    return 1;
}

void ombud__lua_open_together(lua_State *L)
{
    static const luaL_Reg functions[] = {{"together", module_together}, {"moves", module_moves}, {NULL, NULL}};
    ombud__lua_add(L, functions);
}
