/*
 * Cases: persons, events, the journal, clones. What is asked of a case stands in answer.c, how it is written out in
 * render.c.
 */
#include "module.h"

static const ombud_case *check_case(lua_State *L)
{
    return ombud__lua_check(L, 1, OMBUD__LUA_CASE)->object;
}

/* ---- coming by a case ---- */

static int module_case(lua_State *L)
{
    ombud__lua_held *parents[2];
    ombud_case *matter = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t number = 0;
    lua_settop(L, 3);
    parents[0] = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    parents[1] = lua_isnil(L, 2) ? NULL : ombud__lua_check(L, 2, OMBUD__LUA_SETTINGS);
    if (!lua_isnil(L, 3)) {
        number = ombud__lua_whole(L, 3, "number of a case");
    }
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_CASE, parents[1] ? 2 : 1, parents);
    ombud_status status =
        ombud_case_new(parents[0]->object, parents[1] ? parents[1]->object : NULL, &made->host->alloc, &matter, &err);
    made->object = matter; /* now, so that it is freed if the number is wrong */
    if (status == OMBUD_OK && !lua_isnil(L, 3)) {
        status = ombud_case_set_number(matter, number);
        err.message = "the number of a case is from 1 to 2^53 - 1";
    }
    return ombud__lua_made(L, made, status, matter, &err);
}

/* Law and settings are those of the first; it is kept with them. */
static ombud__lua_held *new_copy(lua_State *L, ombud__lua_held *held)
{
    int own = !held->borrowed;
    return ombud__lua_new(L, OMBUD__LUA_CASE, own ? held->parent_count : 1, own ? held->parents : &held);
}

static int case_clone(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = new_copy(L, held);
    ombud_status status = ombud_case_clone(held->object, &made->host->alloc, &copy, &err);
    return ombud__lua_made(L, made, status, copy, &err);
}

static int case_clone_as_of(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_day day, known_by = OMBUD_DAY_MAX;
    int failed = ombud__lua_day(L, 2, "day", &day);
    if (!failed && !lua_isnoneornil(L, 3)) {
        failed = ombud__lua_day(L, 3, "known_by", &known_by);
    }
    if (failed) {
        return failed;
    }
    ombud__lua_held *made = new_copy(L, held);
    ombud_status status = ombud_case_clone_as_of(held->object, day, known_by, &made->host->alloc, &copy, &err);
    return ombud__lua_made(L, made, status, copy, &err);
}

/* ---- about a case ---- */

static int case_law(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    ombud__lua_borrow(L, OMBUD__LUA_LAW, ombud_case_law(held->object), held);
    return 1;
}

static int case_settings(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    const ombud_settings *settings = ombud_case_settings(held->object);
    if (!settings) {
        lua_pushboolean(L, 0);
        return 1;
    }
    ombud__lua_borrow(L, OMBUD__LUA_SETTINGS, settings, held);
    return 1;
}

static int case_number(lua_State *L)
{
    int64_t number = ombud_case_number(check_case(L));
    if (number) {
        ombud__lua_push_whole(L, number);
    } else {
        lua_pushboolean(L, 0);
    }
    return 1;
}

static int case_set_number(lua_State *L)
{
    ombud_case *matter = ombud__lua_check_own_case(L, 1);
    ombud_error err = OMBUD_ERROR_INIT;
    err.message = "the number of a case is from 1 to 2^53 - 1";
    return ombud__lua_finish(L, ombud_case_set_number(matter, ombud__lua_whole(L, 2, "number of a case")), &err);
}

static int case_person(lua_State *L)
{
    ombud_case *matter = ombud__lua_check_own_case(L, 1);
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t number = ombud__lua_person(L, 2, "person");
    const char *roles = lua_isnoneornil(L, 3) ? NULL : ombud__lua_string(L, 3, "roles", NULL);
    return ombud__lua_finish(L, ombud_case_person(matter, number, roles, &err), &err);
}

static int case_item(lua_State *L)
{
    ombud_case *matter = ombud__lua_check_own_case(L, 1);
    ombud_error err = OMBUD_ERROR_INIT;
    return ombud__lua_finish(L, ombud_case_item(matter, ombud__lua_string(L, 2, "item", NULL), &err), &err);
}

static int case_items(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    size_t count = ombud_case_item_count(matter);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        ombud_case_item_at(matter, i, &item);
        lua_createtable(L, 0, 4);
        ombud__lua_set_item(L, "name", item.prefix, item.number);
        ombud__lua_set_view(L, "kind", item.kind);
        ombud__lua_set_whole(L, "number", item.number);
        if (item.roles) {
            ombud__lua_set_roles(L, "roles", ombud_case_law(matter), item.roles);
        }
        ombud__lua_append(L);
    }
    return 1;
}

static int case_last_day(lua_State *L)
{
    ombud_day day = 0;
    if (ombud_case_last_day(check_case(L), &day) == OMBUD_OK) {
        ombud__lua_push_day(L, day);
    } else {
        lua_pushboolean(L, 0);
    }
    return 1;
}

/* ---- events ---- */

void ombud__lua_push_changes(lua_State *L, const ombud_law *law, const ombud_changes *changes)
{
    ombud_ruling ruling = ombud_changes_ruling(changes);
    size_t count = ombud_changes_state_count(changes);
    lua_createtable(L, 0, 4);
    if (ruling) {
        ombud__lua_set_view(L, "ruling", ombud_view_of(ombud_ruling_name(ruling, ombud_law_force(law))));
    }
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_view prefix, before, after;
        int64_t number = 0;
        ombud_changes_state(changes, i, &prefix, &number, &before, &after);
        lua_createtable(L, 0, 3);
        ombud__lua_set_item(L, "item", prefix, number);
        ombud__lua_set_view(L, "before", before);
        ombud__lua_set_view(L, "after", after);
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "states");
    ombud__lua_push_terms(L, law, ombud_changes_terms(changes), OMBUD_LANG_EN);
    lua_setfield(L, -2, "terms");
    ombud__lua_push_findings(L, law, ombud_changes_findings(changes), OMBUD_LANG_EN);
    lua_setfield(L, -2, "findings");
}

typedef ombud_status (*telling)(ombud_case *matter, const ombud_event *event, ombud_changes **changes,
                                ombud_error *err);

static int tell(lua_State *L, telling how)
{
    ombud_case *matter = ombud__lua_check_own_case(L, 1);
    ombud_event event;
    ombud_changes *changes = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 2);
    int failed = ombud__lua_event(L, 2, &event);
    if (failed) {
        return failed;
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_CHANGES);
    ombud_status status = how(matter, &event, &changes, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = changes;
    ombud__lua_push_changes(L, ombud_case_law(matter), changes);
    ombud__lua_done(result);
    return 1;
}

static int case_apply(lua_State *L)
{
    return tell(L, ombud_case_apply);
}

static int case_propose(lua_State *L)
{
    return tell(L, ombud_case_propose);
}

static int case_apply_all(lua_State *L)
{
    ombud_case *matter = ombud__lua_check_own_case(L, 1);
    ombud_error err = OMBUD_ERROR_INIT;
    size_t at = 0;
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    size_t count = lua_rawlen(L, 2);
    if (count > OMBUD_CASE_EVENTS_MAX) {
        return ombud__lua_fail_with(L, OMBUD_E_LIMIT, "a case has at most a million events", "", "");
    }
    ombud_event *events = lua_newuserdata(L, (count + 1) * sizeof *events);
    lua_createtable(L, (int)count, 0); /* keeps the lines */
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 2, (int)i + 1);
        int failed = ombud__lua_event(L, 5, &events[i]);
        if (failed) {
            return failed;
        }
        lua_rawseti(L, 4, (int)i + 1);
        lua_pop(L, 1);
    }
    ombud_status status = ombud_case_apply_batch(matter, events, count, &at, &err);
    if (status == OMBUD_OK) {
        return ombud__lua_finish(L, status, &err);
    }
    int values = ombud__lua_fail(L, status, &err);
    ombud__lua_set_whole(L, "at", (int64_t)at + 1);
    return values;
}

/* ---- the journal ---- */

/* Pushes a line of the journal, for an audience if `asof` is there; nothing past the last. */
static ombud_status push_line(lua_State *L, const ombud_case *matter, const ombud_asof *asof, size_t position)
{
    char small[512];
    char *buffer = small;
    size_t needed = 0, capacity = sizeof small;
    for (;;) {
        ombud_status status = asof ? ombud_case_entry_text_for(matter, asof, position, buffer, capacity, &needed)
                                   : ombud_case_entry_text(matter, position, buffer, capacity, &needed);
        if (status == OMBUD_OK) {
            lua_pushlstring(L, buffer, needed);
        } else if (status == OMBUD_E_LIMIT && needed >= capacity) {
            capacity = needed + 1;
            buffer = lua_newuserdata(L, capacity);
            continue;
        }
        if (status == OMBUD_OK && buffer != small) {
            lua_remove(L, -2);
        }
        return status;
    }
}

static int case_lines(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    ombud__lua_question q;
    int whole = lua_isnoneornil(L, 2);
    int failed = whole ? 0 : ombud__lua_ask(L, 2, matter, &q);
    if (failed) {
        return failed;
    }
    ombud__lua_push_list(L, ombud_case_journal_count(matter));
    for (size_t position = 1;; position++) {
        ombud_status status = push_line(L, matter, whole ? NULL : &q.asof, position);
        if (status == OMBUD_E_NOT_FOUND) {
            return 1;
        } else if (status != OMBUD_OK) {
            return ombud__lua_fail(L, status, NULL);
        }
        ombud__lua_append(L);
    }
}

static int case_journal(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    size_t count = ombud_case_journal_count(matter);
    ombud__lua_push_list(L, count);
    for (size_t position = 1; position <= count; position++) {
        ombud_entry entry = OMBUD_ENTRY_INIT;
        ombud_case_entry(matter, position, &entry);
        lua_createtable(L, 0, 5);
        ombud__lua_set_day(L, "on", 1, entry.on);
        ombud__lua_set_day(L, "entered", 1, entry.entered);
        ombud__lua_set_person(L, "by", entry.by);
        ombud__lua_set_truth(L, "voided", entry.voided);
        if (entry.role.len) {
            ombud__lua_set_view(L, "role", entry.role);
        }
        ombud_status status = push_line(L, matter, NULL, position);
        if (status != OMBUD_OK) {
            return ombud__lua_fail(L, status, NULL);
        }
        lua_setfield(L, -2, "text");
        ombud__lua_append(L);
    }
    return 1;
}

static int case_write(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud_status status = ombud_case_write(matter, ombud__lua_text_sink, text, &err);
    ombud__lua_text_check(L, text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_text_push(L, text);
    return 1;
}

void ombud__lua_open_case(lua_State *L)
{
    static const luaL_Reg functions[] = {{"case", module_case}, {NULL, NULL}};
    static const luaL_Reg methods[] = {{"clone", case_clone},
                                       {"clone_as_of", case_clone_as_of},
                                       {"law", case_law},
                                       {"settings", case_settings},
                                       {"number", case_number},
                                       {"set_number", case_set_number},
                                       {"person", case_person},
                                       {"item", case_item},
                                       {"items", case_items},
                                       {"last_day", case_last_day},
                                       {"apply", case_apply},
                                       {"propose", case_propose},
                                       {"apply_all", case_apply_all},
                                       {"lines", case_lines},
                                       {"journal", case_journal},
                                       {"write", case_write},
                                       {"chain", ombud__lua_case_chain},
                                       {"verify", ombud__lua_case_verify},
                                       {"render", ombud__lua_case_render},
                                       {"render_findings", ombud__lua_case_render_findings},
                                       {"render_may", ombud__lua_case_render_may},
                                       {NULL, NULL}};
    ombud__lua_add(L, functions);
    ombud__lua_register(L, OMBUD__LUA_CASE, methods);
    luaL_getmetatable(L, "ombud.case");
    lua_getfield(L, -1, "__index");
    ombud__lua_add(L, ombud__lua_case_answers);
    lua_pop(L, 2);
}
