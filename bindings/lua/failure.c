/*
 * How a failure comes to the script: nil, a message, the status' name, and where it was. What the script does wrong,
 * and want of memory, is raised.
 */
#include "module.h"

#include <string.h>

/* LINE, column COLUMN: what: 'token' (did you mean 'name'?); what would be right */
static void push_message(lua_State *L, ombud_status status, const ombud_error *err)
{
    const char *what = err && err->message[0] ? err->message : ombud_status_name(status);
    luaL_checkstack(L, 8, NULL);
    if (err && err->line) {
        lua_pushfstring(L, "line %d, column %d: ", (int)err->line, (int)err->column);
    } else {
        lua_pushliteral(L, "");
    }
    lua_pushstring(L, what);
    lua_pushfstring(L, err && err->excerpt[0] ? ": '%s'" : "", err ? err->excerpt : "");
    lua_pushfstring(L, err && err->nearest[0] ? " (did you mean '%s'?)" : "", err ? err->nearest : "");
    lua_pushfstring(L, err && err->remedy[0] ? "; %s" : "", err ? err->remedy : "");
    lua_concat(L, 5);
}

static void push_details(lua_State *L, ombud_status status, const ombud_error *err)
{
    lua_createtable(L, 0, 8);
    ombud__lua_set_whole(L, "status", status);
    if (!err) {
        return;
    }
    ombud__lua_set_view(L, "what", ombud_view_of(err->message));
    ombud__lua_set_view(L, "remedy", ombud_view_of(err->remedy));
    ombud__lua_set_view(L, "excerpt", ombud_view_of(err->excerpt));
    ombud__lua_set_view(L, "nearest", ombud_view_of(err->nearest));
    if (err->line) {
        ombud__lua_set_whole(L, "line", err->line);
        ombud__lua_set_whole(L, "column", err->column);
    }
}

int ombud__lua_fail(lua_State *L, ombud_status status, const ombud_error *err)
{
    if (status == OMBUD_E_NOMEM) {
        return luaL_error(L, "not enough memory");
    }
    if (status == OMBUD_E_ARGUMENT || status == OMBUD_E_UNSUPPORTED) {
        luaL_where(L, 1);
        push_message(L, status, err);
        lua_concat(L, 2);
        return lua_error(L);
    }
    lua_pushnil(L);
    push_message(L, status, err);
    lua_pushstring(L, ombud_status_name(status));
    push_details(L, status, err);
    return 4;
}

int ombud__lua_finish(lua_State *L, ombud_status status, const ombud_error *err)
{
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, err);
    }
    lua_pushboolean(L, 1);
    return 1;
}

int ombud__lua_fail_with(lua_State *L, ombud_status status, const char *message, const char *remedy,
                         const char *excerpt)
{
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length = 0;
    err.code = status;
    err.message = message;
    err.remedy = remedy;
    /* As the library escapes: printable ASCII, and whatever else may be in a string of Lua's becomes a question mark.
     */
    for (; excerpt[length] && length < 48; length++) {
        err.excerpt[length] = excerpt[length] > ' ' && excerpt[length] <= '~' ? excerpt[length] : '?';
    }
    return ombud__lua_fail(L, status, &err);
}

int ombud__lua_misuse(lua_State *L, const char *what, const char *name)
{
    return luaL_error(L, "%s: '%s'", what, name);
}
