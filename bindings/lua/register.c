/*
 * Registers: many cases under one law. Recording, time, what is due, deleting, and journals read as a stream.
 *
 * A case of a register comes out as a copy: the library's own would be gone with the next change.
 */
#include "module.h"

static ombud__lua_held *check_held(lua_State *L)
{
    return ombud__lua_check(L, 1, OMBUD__LUA_REGISTER);
}

static ombud_register *check_register(lua_State *L)
{
    return check_held(L)->object;
}

static int64_t number_at(lua_State *L)
{
    return ombud__lua_whole(L, 2, "number of a case");
}

/* ---- coming by a register ---- */

static int module_register(lua_State *L)
{
    ombud__lua_held *parents[2];
    ombud_register *reg = NULL;
    ombud_day present = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    parents[0] = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    int failed = ombud__lua_day(L, 2, "present", &present);
    if (failed) {
        return failed;
    }
    parents[1] = lua_isnil(L, 3) ? NULL : ombud__lua_check(L, 3, OMBUD__LUA_SETTINGS);
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_REGISTER, parents[1] ? 2 : 1, parents);
    ombud_status status = ombud_register_new(parents[0]->object, parents[1] ? parents[1]->object : NULL, present,
                                             &made->host->alloc, &reg, &err);
    return ombud__lua_made(L, made, status, reg, &err);
}

static int register_under(lua_State *L)
{
    ombud__lua_held *held = check_held(L);
    ombud__lua_held *parents[2];
    ombud_register *reg = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 2);
    parents[0] = held->parents[0];
    parents[1] = lua_isnil(L, 2) ? NULL : ombud__lua_check(L, 2, OMBUD__LUA_SETTINGS);
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_REGISTER, parents[1] ? 2 : 1, parents);
    ombud_status status =
        ombud_register_under(held->object, parents[1] ? parents[1]->object : NULL, &made->host->alloc, &reg, &err);
    return ombud__lua_made(L, made, status, reg, &err);
}

static int register_law(lua_State *L)
{
    ombud__lua_held *held = check_held(L);
    ombud__lua_borrow(L, OMBUD__LUA_LAW, ombud_register_law(held->object), held);
    return 1;
}

static int register_settings(lua_State *L)
{
    ombud__lua_held *held = check_held(L);
    const ombud_settings *settings = held->parent_count > 1 ? ombud_register_settings(held->object) : NULL;
    if (!settings) {
        lua_pushboolean(L, 0);
        return 1;
    }
    ombud__lua_borrow(L, OMBUD__LUA_SETTINGS, settings, held);
    return 1;
}

static int register_present(lua_State *L)
{
    ombud__lua_push_day(L, ombud_register_present(check_register(L)));
    return 1;
}

static int register_count(lua_State *L)
{
    ombud__lua_push_whole(L, (int64_t)ombud_register_count(check_register(L)));
    return 1;
}

static int register_numbers(lua_State *L)
{
    const ombud_register *reg = check_register(L);
    int64_t number = 0;
    ombud__lua_push_list(L, ombud_register_count(reg));
    while (ombud_register_next_number(reg, number, &number) == OMBUD_OK) {
        ombud__lua_push_whole(L, number);
        ombud__lua_append(L);
    }
    return 1;
}

static int register_case(lua_State *L)
{
    ombud__lua_held *held = check_held(L);
    const ombud_case *matter = ombud_register_case(held->object, number_at(L));
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!matter) {
        return ombud__lua_fail_with(L, OMBUD_E_NOT_FOUND, "the register has no case with this number",
                                    "name one of those that register:numbers() lists", "");
    }
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_CASE, held->parent_count, held->parents);
    ombud_status status = ombud_case_clone(matter, &made->host->alloc, &copy, &err);
    return ombud__lua_made(L, made, status, copy, &err);
}

/* ---- recording ---- */

static int register_open(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_error err = OMBUD_ERROR_INIT;
    return ombud__lua_finish(L, ombud_register_open(reg, number_at(L), &err), &err);
}

static int register_add(lua_State *L)
{
    ombud_register *reg = check_register(L);
    const ombud_case *matter = ombud__lua_check(L, 2, OMBUD__LUA_CASE)->object;
    ombud_error err = OMBUD_ERROR_INIT;
    return ombud__lua_finish(L, ombud_register_add(reg, matter, &err), &err);
}

static int register_person(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t number = number_at(L), person = ombud__lua_person(L, 3, "person");
    const char *roles = lua_isnoneornil(L, 4) ? NULL : ombud__lua_string(L, 4, "roles", NULL);
    return ombud__lua_finish(L, ombud_register_person(reg, number, person, roles, &err), &err);
}

static int register_item(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t number = number_at(L);
    const char *item = ombud__lua_string(L, 3, "item", NULL);
    return ombud__lua_finish(L, ombud_register_item(reg, number, item, &err), &err);
}

static int register_apply(lua_State *L)
{
    ombud_register *reg = check_register(L);
    int64_t number = number_at(L);
    ombud_event event;
    ombud_changes *changes = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    int failed = ombud__lua_event(L, 3, &event);
    if (failed) {
        return failed;
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_CHANGES);
    ombud_status status = ombud_register_apply(reg, number, &event, &changes, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = changes;
    ombud__lua_push_changes(L, ombud_register_law(reg), changes);
    ombud__lua_done(result);
    return 1;
}

static int register_line(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length;
    int64_t number = number_at(L);
    const char *line = ombud__lua_string(L, 3, "line", &length);
    return ombud__lua_finish(L, ombud_register_line(reg, number, line, length, &err), &err);
}

/* ---- time ---- */

static int register_advance(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    int failed = ombud__lua_day(L, 2, "day", &day);
    return failed ? failed : ombud__lua_finish(L, ombud_register_advance(reg, day, &err), &err);
}

static int register_next_change(lua_State *L)
{
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_register_next_change(check_register(L), &day, &err);
    return ombud__lua_push_next(L, status, day, &err);
}

/* ---- what is due ---- */

static void push_agenda(lua_State *L, const ombud_law *law, const ombud_agenda *agenda, ombud_lang lang)
{
    size_t count = ombud_agenda_count(agenda);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
        ombud_agenda_get(agenda, i, &entry);
        lua_createtable(L, 0, 11);
        ombud__lua_set_whole(L, "case", entry.number);
        ombud__lua_set_view(L, "name", entry.name);
        ombud__lua_set_item(L, "item", entry.item_prefix, entry.item_number);
        ombud__lua_set_truth(L, "duty", entry.duty);
        ombud__lua_set_view(L, "status", ombud_view_of(ombud_term_status_name(entry.status)));
        ombud__lua_set_day(L, "due", entry.has_due, entry.due);
        ombud__lua_set_whole(L, "days", entry.days);
        ombud__lua_set_roles(L, "bearer", law, entry.bearer);
        ombud__lua_set_roles(L, "addressee", law, entry.addressee);
        ombud__lua_set_provision(L, "provision", law, entry.provision, lang);
        ombud__lua_set_row(L, "row", entry.row);
        ombud__lua_append(L);
    }
}

typedef ombud_status (*listing)(const ombud_register *reg, ombud_day from, ombud_day to, ombud_agenda **out,
                                ombud_error *err);

/* A list with as many days as it is asked by, from 2 on, and then a language. */
static int list(lua_State *L, int days, listing how)
{
    const ombud_register *reg = check_register(L);
    ombud_day day[2] = {0, 0};
    ombud_agenda *agenda = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    for (int i = 0; i < days; i++) {
        int failed = ombud__lua_day(L, 2 + i, "day", &day[i]);
        if (failed) {
            return failed;
        }
    }
    ombud_lang lang = ombud__lua_lang(L, 2 + days);
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_AGENDA);
    ombud_status status = how(reg, day[0], day[1], &agenda, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = agenda;
    push_agenda(L, ombud_register_law(reg), agenda, lang);
    ombud__lua_done(result);
    return 1;
}

static ombud_status list_overdue(const ombud_register *reg, ombud_day on, ombud_day none, ombud_agenda **out,
                                 ombud_error *err)
{
    (void)none;
    return ombud_register_overdue(reg, on, out, err);
}

static ombud_status list_elapsed(const ombud_register *reg, ombud_day on, ombud_day none, ombud_agenda **out,
                                 ombud_error *err)
{
    (void)none;
    return ombud_register_elapsed(reg, on, out, err);
}

static ombud_status list_undated(const ombud_register *reg, ombud_day none, ombud_day neither, ombud_agenda **out,
                                 ombud_error *err)
{
    (void)none;
    (void)neither;
    return ombud_register_undated(reg, out, err);
}

static int register_due(lua_State *L)
{
    return list(L, 2, ombud_register_due);
}

static int register_overdue(lua_State *L)
{
    return list(L, 1, list_overdue);
}

static int register_elapsed(lua_State *L)
{
    return list(L, 1, list_elapsed);
}

static int register_undated(lua_State *L)
{
    return list(L, 0, list_undated);
}

/* ---- deleting; register:delete() stands in callback.c ---- */

static int register_holds(lua_State *L)
{
    static const ombud__lua_names kinds[] = {{OMBUD_HOLD_DUTY, "duty"},
                                             {OMBUD_HOLD_TERM, "term"},
                                             {OMBUD_HOLD_RETENTION, "retention"},
                                             {OMBUD_HOLD_EVENT, "event"},
                                             {0, NULL}};
    const ombud_register *reg = check_register(L);
    const ombud_law *law = ombud_register_law(reg);
    int64_t number = number_at(L);
    ombud_lang lang = ombud__lua_lang(L, 3);
    ombud_holds *holds = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_HOLDS);
    ombud_status status = ombud_register_holds(reg, number, &holds, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = holds;
    size_t count = ombud_holds_count(holds);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_hold hold = OMBUD_HOLD_INIT;
        ombud_holds_get(holds, i, &hold);
        lua_createtable(L, 0, 6);
        ombud__lua_set_name(L, "kind", hold.kind, kinds);
        ombud__lua_set_view(L, "name", hold.name);
        ombud__lua_set_item(L, "item", hold.item_prefix, hold.item_number);
        ombud__lua_set_day(L, "due", hold.has_due, hold.due);
        ombud__lua_set_ruling(L, "ruling", hold.ruling, law);
        ombud__lua_set_provision(L, "provision", law, hold.provision, lang);
        ombud__lua_append(L);
    }
    ombud__lua_done(result);
    return 1;
}

static int register_tombstone(lua_State *L)
{
    const ombud_register *reg = check_register(L);
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    ombud_status status = ombud_register_tombstone(reg, number_at(L), &stone);
    if (status != OMBUD_OK) {
        return ombud__lua_fail_with(L, status, "no case of this number was deleted",
                                    "ask for the number of a case that was", "");
    }
    ombud_view digest = {(const char *)stone.digest, stone.digest_length};
    lua_createtable(L, 0, 3);
    ombud__lua_set_whole(L, "number", stone.number);
    ombud__lua_set_day(L, "on", 1, stone.on);
    ombud__lua_set_view(L, "digest", digest);
    return 1;
}

/* ---- journals as texts ---- */

/* A stream whose register no callback runs beneath. */
static ombud_stream *check_stream(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_STREAM);
    if (held->parents[0]->busy) {
        luaL_argerror(L, 1, "its register is in use: a callback may not call back into it");
    }
    return held->object;
}

/* What a stream came to: how many lines were taken, or the failure, which says it too. */
static int taken(lua_State *L, ombud_status status, uint64_t lines, const ombud_error *err)
{
    if (status == OMBUD_OK) {
        ombud__lua_push_whole(L, (int64_t)lines);
        return 1;
    }
    int values = ombud__lua_fail(L, status, err);
    ombud__lua_set_whole(L, "taken", (int64_t)lines);
    return values;
}

static int register_load(lua_State *L)
{
    ombud_register *reg = check_register(L);
    ombud_stream *stream = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length;
    const char *text = ombud__lua_string(L, 2, "journal", &length);
    ombud_status status = ombud_stream_new(reg, &stream, &err);
    if (status == OMBUD_OK) {
        status = ombud_stream_feed(stream, text, length, &err);
    }
    if (status == OMBUD_OK) {
        status = ombud_stream_end(stream, &err);
    }
    uint64_t lines = stream ? ombud_stream_lines(stream) : 0;
    ombud_stream_free(stream);
    return taken(L, status, lines, &err);
}

static int register_stream(lua_State *L)
{
    ombud__lua_held *held = check_held(L);
    ombud_stream *stream = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_STREAM, 1, &held);
    ombud_status status = ombud_stream_new(held->object, &stream, &err);
    return ombud__lua_made(L, made, status, stream, &err);
}

static int stream_feed(lua_State *L)
{
    ombud_stream *stream = check_stream(L);
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length;
    const char *bytes = ombud__lua_string(L, 2, "bytes", &length);
    ombud_status status = ombud_stream_feed(stream, bytes, length, &err);
    return taken(L, status, ombud_stream_lines(stream), &err);
}

static int stream_finish(lua_State *L)
{
    ombud_stream *stream = check_stream(L);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_stream_end(stream, &err);
    return taken(L, status, ombud_stream_lines(stream), &err);
}

static int stream_lines(lua_State *L)
{
    ombud__lua_push_whole(L, (int64_t)ombud_stream_lines(check_stream(L)));
    return 1;
}

void ombud__lua_open_register(lua_State *L)
{
    static const luaL_Reg functions[] = {{"register", module_register}, {NULL, NULL}};
    static const luaL_Reg methods[] = {{"under", register_under},
                                       {"law", register_law},
                                       {"settings", register_settings},
                                       {"present", register_present},
                                       {"count", register_count},
                                       {"numbers", register_numbers},
                                       {"case", register_case},
                                       {"open", register_open},
                                       {"add", register_add},
                                       {"person", register_person},
                                       {"item", register_item},
                                       {"apply", register_apply},
                                       {"line", register_line},
                                       {"load", register_load},
                                       {"stream", register_stream},
                                       {"advance", register_advance},
                                       {"next_change", register_next_change},
                                       {"due", register_due},
                                       {"overdue", register_overdue},
                                       {"undated", register_undated},
                                       {"elapsed", register_elapsed},
                                       {"holds", register_holds},
                                       {"delete", ombud__lua_register_delete},
                                       {"tombstone", register_tombstone},
                                       {"figures", ombud__lua_register_figures},
                                       {NULL, NULL}};
    static const luaL_Reg of_stream[] = {
        {"feed", stream_feed}, {"finish", stream_finish}, {"lines", stream_lines}, {NULL, NULL}};
    ombud__lua_add(L, functions);
    ombud__lua_register(L, OMBUD__LUA_REGISTER, methods);
    ombud__lua_register(L, OMBUD__LUA_STREAM, of_stream);
}
