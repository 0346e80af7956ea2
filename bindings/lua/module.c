/*
 * The module `ombud` for Lua 5.1 to 5.4 and LuaJIT: what `require "ombud"` returns.
 */
#include "module.h"

void ombud__lua_add(lua_State *L, const luaL_Reg *functions)
{
    luaL_checkstack(L, 2, NULL);
    for (; functions->name; functions++) {
        lua_pushcfunction(L, functions->func);
        lua_setfield(L, -2, functions->name);
    }
}

/* Bytes that the library holds for this state. */
static int module_memory(lua_State *L)
{
    ombud__lua_push_whole(L, (int64_t)ombud__lua_host_of(L)->live);
    return 1;
}

OMBUD_API int luaopen_ombud(lua_State *L);

OMBUD_API int luaopen_ombud(lua_State *L)
{
    static const luaL_Reg functions[] = {{"memory", module_memory}, {NULL, NULL}};
    if (ombud_version_check(OMBUD_VERSION_NUMBER, sizeof(ombud_error)) != OMBUD_OK) {
        return luaL_error(L, "ombud was built for libombud %d.%d, and this is libombud %s", OMBUD_VERSION_MAJOR,
                          OMBUD_VERSION_MINOR, ombud_version_string());
    }
    luaL_checkstack(L, 8, NULL);
    ombud__lua_open_host(L);
    ombud__lua_open_lists(L);
    lua_newtable(L);
    ombud__lua_add(L, functions);
    ombud__lua_open_date(L);
    ombud__lua_open_law(L);
    ombud__lua_open_case(L);
    ombud__lua_open_scenario(L);
    ombud__lua_open_plan(L);
    ombud__lua_open_register(L);
    ombud__lua_open_figures(L);
    ombud__lua_open_together(L);
    lua_pushstring(L, ombud_version_string());
    lua_setfield(L, -2, "version");
    ombud__lua_push_whole(L, ombud_version_number());
    lua_setfield(L, -2, "version_number");
    return 1;
}
