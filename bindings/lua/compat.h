/*
 * What differs between Lua 5.1, 5.2, 5.3, 5.4 and LuaJIT, so that the rest of the module is written once.
 */
#ifndef OMBUD__LUA_COMPAT_H
#define OMBUD__LUA_COMPAT_H

#include <lauxlib.h>
#include <lua.h>

#include <stdint.h>

#if LUA_VERSION_NUM < 502
#    define lua_rawlen(L, index) lua_objlen(L, index)
#endif

/* A whole number as Lua writes it: an integer where there are integers, else a number without a fraction. */
static inline void ombud__lua_push_whole(lua_State *L, int64_t number)
{
#if LUA_VERSION_NUM >= 503
    lua_pushinteger(L, (lua_Integer)number);
#else
    lua_pushnumber(L, (lua_Number)number);
#endif
}

/* The whole number at an index, which holds a number; 0 if it has a fraction, is not finite or is past 2^53. */
static inline int ombud__lua_to_whole(lua_State *L, int index, int64_t *out)
{
    const lua_Number bound = 9007199254740992.0;
#if LUA_VERSION_NUM >= 503
    if (lua_isinteger(L, index)) {
        *out = (int64_t)lua_tointeger(L, index);
        return 1;
    }
#endif
    lua_Number number = lua_tonumber(L, index);
    if (!(number >= -bound && number <= bound) || (lua_Number)(int64_t)number != number) {
        return 0;
    }
    *out = (int64_t)number;
    return 1;
}

/* Whether the collector may be nudged: a host that stopped it wants it to stay so. */
static inline int ombud__lua_collects(lua_State *L)
{
#if LUA_VERSION_NUM >= 502
    return lua_gc(L, LUA_GCISRUNNING, 0);
#else
    (void)L;
    return 1;
#endif
}

#endif
