/*
 * A case, its findings, a verdict and a law written out: the same bytes as from any other face of the library.
 */
#include "module.h"

#include <string.h>

static const ombud__lua_names formats[] = {{OMBUD_FORMAT_TEXT, "text"}, {OMBUD_FORMAT_JSON, "json"},
                                           {OMBUD_FORMAT_SVG, "svg"},   {OMBUD_FORMAT_ICS, "ics"},
                                           {OMBUD_FORMAT_DOT, "dot"},   {0, NULL}};

static const char *const keys[] = {"on",     "known_by", "audience", "person",   "lang",       "colour", "name",
                                   "domain", "salt",     "uid",      "detailed", "alarm_days", NULL};
/* Without the day, which is the event's. */
static const char *const *const keys_of_verdict = keys + 1;

/* What is rendered, and what its strings and callback need while it is. */
typedef struct rendering {
    ombud_render how;
    ombud__lua_question q;
    ombud__lua_uid_call uid;
} rendering;

/* A string of the table, left on the stack so that it outlives the call. */
static ombud_view string_of(lua_State *L, int index, const char *key)
{
    ombud_view view = {"", 0};
    lua_getfield(L, index, key);
    if (!lua_isnil(L, -1)) {
        view.ptr = ombud__lua_string(L, -1, key, &view.len);
    }
    return view;
}

static int truth_of(lua_State *L, int index, const char *key)
{
    lua_getfield(L, index, key);
    if (!lua_isnil(L, -1) && !lua_isboolean(L, -1)) {
        luaL_error(L, "%s: true or false is wanted, not a %s", key, luaL_typename(L, -1));
    }
    int truth = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return truth;
}

static void read_wishes(lua_State *L, int index, rendering *out)
{
    luaL_checkstack(L, 24, NULL);
    out->how.colour = truth_of(L, index, "colour");
    out->how.detailed = truth_of(L, index, "detailed");
    lua_getfield(L, index, "alarm_days");
    if (!lua_isnil(L, -1)) {
        int64_t days = ombud__lua_whole(L, -1, "alarm_days");
        if (days < 0 || days > 365) {
            luaL_error(L, "alarm_days: a number from 0 to 365 is wanted");
        }
        out->how.alarm_days = (int32_t)days;
    }
    lua_pop(L, 1);
    out->how.name = string_of(L, index, "name");
    out->how.domain = string_of(L, index, "domain");
    out->how.salt = string_of(L, index, "salt");
    lua_getfield(L, index, "uid");
    if (!lua_isnil(L, -1)) {
        luaL_checktype(L, -1, LUA_TFUNCTION);
        out->uid.function = lua_gettop(L);
        out->how.uid = ombud__lua_uid;
        out->how.uid_user = &out->uid;
    }
}

/* The format at `format`, the table after it. Returns 0, or how many values of a failure it pushed. */
static int read_rendering(lua_State *L, int format, int table, const ombud_case *matter, const ombud_day *fixed,
                          rendering *out)
{
    static const ombud_render plain = OMBUD_RENDER_INIT;
    memset(out, 0, sizeof *out);
    out->how = plain;
    out->how.format = ombud__lua_named(L, format, "format", formats);
    int failed = ombud__lua_ask_with(L, table, matter, fixed ? keys_of_verdict : keys, fixed, &out->q);
    if (failed) {
        return failed;
    }
    if (lua_istable(L, table)) {
        read_wishes(L, table, out);
    }
    out->how.lang = out->q.lang;
    ombud__lua_prepare(L, &out->uid.call);
    return 0;
}

/* What came of it: the text, what a callback raised, or the failure. */
static int finish(lua_State *L, ombud_status status, const ombud_error *err, const rendering *r, ombud__lua_text *text)
{
    ombud__lua_reraise(L, &r->uid.call);
    ombud__lua_text_check(L, text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, err);
    }
    ombud__lua_text_push(L, text);
    return 1;
}

typedef ombud_status (*rendering_of)(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how,
                                     ombud_sink sink, void *user, ombud_error *err);

static int render(lua_State *L, rendering_of what)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    rendering r;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    int failed = read_rendering(L, 2, 3, held->object, NULL, &r);
    if (failed) {
        return failed;
    }
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud__lua_pin(held);
    ombud_status status = what(held->object, &r.q.asof, &r.how, ombud__lua_text_sink, text, &err);
    ombud__lua_unpin(held);
    return finish(L, status, &err, &r, text);
}

int ombud__lua_case_render(lua_State *L)
{
    return render(L, ombud_render_case);
}

int ombud__lua_case_render_findings(lua_State *L)
{
    return render(L, ombud_render_findings);
}

int ombud__lua_case_render_may(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    rendering r;
    ombud_event event;
    ombud_verdict *verdict = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 4);
    int failed = ombud__lua_event(L, 3, &event);
    failed = failed ? failed : read_rendering(L, 2, 4, held->object, &event.on, &r);
    if (failed) {
        return failed;
    }
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_VERDICT);
    ombud_status status = ombud_case_may(held->object, &event, &r.q.asof, &verdict, &err);
    if (status == OMBUD_OK) {
        result->object = verdict;
        ombud__lua_pin(held);
        status = ombud_render_verdict(verdict, &r.how, ombud__lua_text_sink, text, &err);
        ombud__lua_unpin(held);
        ombud__lua_done(result);
    }
    return finish(L, status, &err, &r, text);
}

int ombud__lua_law_draw(lua_State *L)
{
    static const char *const wishes[] = {"item", "lang", NULL};
    const ombud_law *law = ombud__lua_check(L, 1, OMBUD__LUA_LAW)->object;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    const char *item = NULL;
    lua_settop(L, 2);
    how.format = OMBUD_FORMAT_DOT;
    if (!lua_isnil(L, 2)) {
        ombud__lua_known_keys(L, 2, wishes);
        lua_getfield(L, 2, "lang");
        how.lang = ombud__lua_lang(L, -1);
        lua_getfield(L, 2, "item");
        item = lua_isnil(L, -1) ? NULL : ombud__lua_string(L, -1, "item", NULL);
    }
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud_status status = ombud_render_law(law, item, &how, ombud__lua_text_sink, text, &err);
    ombud__lua_text_check(L, text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_text_push(L, text);
    return 1;
}
