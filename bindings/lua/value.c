/*
 * Values between Lua and the library: days as ISO strings, roles as lists of names, items as `r1`, enumerations as
 * their names.
 */
#include "module.h"

#include <string.h>

static const char list_type[] = "ombud.list";

/* ---- in ---- */

const char *ombud__lua_string(lua_State *L, int index, const char *what, size_t *length)
{
    size_t own = 0;
    if (lua_type(L, index) != LUA_TSTRING) {
        luaL_error(L, "%s: a string is wanted, not a %s", what, luaL_typename(L, index));
    }
    const char *text = lua_tolstring(L, index, &own);
    if (length) {
        *length = own;
    } else if (strlen(text) != own) {
        luaL_error(L, "%s: it holds a zero byte", what);
    }
    return text;
}

int64_t ombud__lua_whole(lua_State *L, int index, const char *what)
{
    int64_t number = 0;
    if (lua_type(L, index) != LUA_TNUMBER) {
        luaL_error(L, "%s: a whole number is wanted, not a %s", what, luaL_typename(L, index));
    } else if (!ombud__lua_to_whole(L, index, &number)) {
        luaL_error(L, "%s: the number is not whole", what);
    }
    return number;
}

size_t ombud__lua_position(lua_State *L, int index)
{
    int64_t number = ombud__lua_whole(L, index, "position");
    if (number < 1 || number > OMBUD_NUMBER_MAX) {
        luaL_error(L, "position: it is counted from 1");
    }
    return (size_t)number - 1;
}

int64_t ombud__lua_person(lua_State *L, int index, const char *what)
{
    if (lua_type(L, index) != LUA_TSTRING) {
        return ombud__lua_whole(L, index, what);
    }
    const char *text = ombud__lua_string(L, index, what, NULL);
    int64_t number = 0;
    const char *digit = text + (text[0] == 'p');
    for (; *digit >= '0' && *digit <= '9' && number < OMBUD_NUMBER_MAX / 10; digit++) {
        number = number * 10 + (*digit - '0');
    }
    if (text[0] != 'p' || !text[1] || *digit) {
        ombud__lua_misuse(L, "a person such as p2 is wanted", text);
    }
    return number;
}

int32_t ombud__lua_named(lua_State *L, int index, const char *what, const ombud__lua_names *names)
{
    const char *text = ombud__lua_string(L, index, what, NULL);
    for (; names->name; names++) {
        if (strcmp(names->name, text) == 0) {
            return names->value;
        }
    }
    luaL_error(L, "%s: there is no '%s'", what, text);
    return 0;
}

ombud_lang ombud__lua_lang(lua_State *L, int index)
{
    static const ombud__lua_names langs[] = {
        {OMBUD_LANG_EN, "en"}, {OMBUD_LANG_FR, "fr"}, {OMBUD_LANG_NL, "nl"}, {OMBUD_LANG_OTHER, "other"}, {0, NULL}};
    return lua_isnoneornil(L, index) ? OMBUD_LANG_UNSPECIFIED : ombud__lua_named(L, index, "language", langs);
}

int ombud__lua_day(lua_State *L, int index, const char *what, ombud_day *out)
{
    size_t length;
    const char *text = ombud__lua_string(L, index, what, &length);
    ombud_status status = ombud_day_parse(text, length, out);
    return status == OMBUD_OK
               ? 0
               : ombud__lua_fail_with(L, status, status == OMBUD_E_DATE ? "there is no such date" : "this is no day",
                                      "write a day of the calendar as YYYY-MM-DD", text);
}

int ombud__lua_period(lua_State *L, int index, const char *what, ombud_period *out)
{
    size_t length;
    const char *text = ombud__lua_string(L, index, what, &length);
    ombud_status status = ombud_period_parse(text, length, out);
    return status == OMBUD_OK
               ? 0
               : ombud__lua_fail_with(L, status, "this is no period",
                                      "write P, a number up to 9999 and one of D W M Y, such as P3M", text);
}

void ombud__lua_known_keys(lua_State *L, int index, const char *const *keys)
{
    luaL_checktype(L, index, LUA_TTABLE);
    luaL_checkstack(L, 3, NULL);
    lua_pushvalue(L, index);
    lua_pushnil(L);
    while (lua_next(L, -2)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : NULL;
        const char *const *known = keys;
        while (key && *known && strcmp(*known, key) != 0) {
            known++;
        }
        if (!key) {
            luaL_error(L, "a key of the table is no name");
        } else if (!*known) {
            luaL_error(L, "the table has a key that means nothing here: '%s'", key);
        }
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

/* ---- out ---- */

void ombud__lua_push_day(lua_State *L, ombud_day day)
{
    char text[16];
    if (ombud_day_format(day, text, sizeof text) == OMBUD_OK) {
        lua_pushstring(L, text);
    } else {
        lua_pushnil(L);
    }
}

void ombud__lua_push_period(lua_State *L, ombud_period period)
{
    char text[16];
    if (ombud_period_format(period, text, sizeof text) == OMBUD_OK) {
        lua_pushstring(L, text);
    } else {
        lua_pushnil(L);
    }
}

void ombud__lua_push_view(lua_State *L, ombud_view view)
{
    lua_pushlstring(L, view.ptr ? view.ptr : "", view.len);
}

void ombud__lua_push_digest(lua_State *L, uint64_t digest)
{
    char text[16];
    for (int i = 15; i >= 0; i--) {
        text[i] = "0123456789abcdef"[digest & 15];
        digest >>= 4;
    }
    lua_pushlstring(L, text, sizeof text);
}

void ombud__lua_push_name(lua_State *L, int32_t value, const ombud__lua_names *names)
{
    while (names->name && names->value != value) {
        names++;
    }
    lua_pushstring(L, names->name ? names->name : "?");
}

void ombud__lua_push_item(lua_State *L, ombud_view prefix, int64_t number)
{
    char text[24];
    size_t at = sizeof text;
    do {
        text[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    lua_pushlstring(L, prefix.ptr ? prefix.ptr : "", prefix.len);
    lua_pushlstring(L, text + at, sizeof text - at);
    lua_concat(L, 2);
}

void ombud__lua_push_roles(lua_State *L, const ombud_law *law, uint64_t roles)
{
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; i < 64 && roles >> i; i++) {
        ombud_word role = OMBUD_WORD_INIT;
        if ((roles >> i & 1) && ombud_law_word(law, OMBUD_WORD_ROLE, i, OMBUD_LANG_EN, &role) == OMBUD_OK) {
            ombud__lua_push_view(L, role.name);
            ombud__lua_append(L);
        }
    }
}

void ombud__lua_push_provision(lua_State *L, const ombud_law *law, size_t index, ombud_lang lang)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    if (ombud_law_provision(law, index, lang, &provision) != OMBUD_OK) {
        lua_pushnil(L);
        return;
    }
    lua_createtable(L, 0, 3);
    ombud__lua_set_view(L, "id", provision.id);
    ombud__lua_set_view(L, "citation", provision.citation);
    ombud__lua_set_view(L, "gloss", provision.gloss);
}

/* ---- lists: ordinary tables that also stand after `in` by themselves ---- */

/* list(_, element): the element after it. Where it stood last is kept at 0, so that a walk does not search. */
static int after(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 3);
    int at = 0;
    if (!lua_isnil(L, 3)) {
        int count = (int)lua_rawlen(L, 1);
        lua_rawgeti(L, 1, 0);
        at = (int)lua_tointeger(L, -1);
        lua_rawgeti(L, 1, at);
        if (at < 1 || !lua_rawequal(L, 3, -1)) {
            for (at = 1; at <= count; at++) {
                lua_rawgeti(L, 1, at);
                int same = lua_rawequal(L, 3, -1);
                lua_pop(L, 1);
                if (same) {
                    break;
                }
            }
        }
    }
    lua_rawgeti(L, 1, at + 1);
    if (!lua_isnil(L, -1)) {
        lua_pushinteger(L, at + 1);
        lua_rawseti(L, 1, 0);
    }
    return 1;
}

void ombud__lua_open_lists(lua_State *L)
{
    static const luaL_Reg meta[] = {{"__call", after}, {NULL, NULL}};
    luaL_newmetatable(L, list_type);
    ombud__lua_add(L, meta);
    lua_pop(L, 1);
}

void ombud__lua_push_list(lua_State *L, size_t count)
{
    luaL_checkstack(L, 12, NULL);
    lua_createtable(L, count < 65536 ? (int)count : 65536, 0);
    luaL_getmetatable(L, list_type);
    lua_setmetatable(L, -2);
}

void ombud__lua_append(lua_State *L)
{
    lua_rawseti(L, -2, (int)lua_rawlen(L, -2) + 1);
}

/* ---- fields ---- */

void ombud__lua_set_view(lua_State *L, const char *key, ombud_view view)
{
    if (view.len) {
        lua_pushlstring(L, view.ptr, view.len);
        lua_setfield(L, -2, key);
    }
}

void ombud__lua_set_whole(lua_State *L, const char *key, int64_t number)
{
    ombud__lua_push_whole(L, number);
    lua_setfield(L, -2, key);
}

void ombud__lua_set_truth(lua_State *L, const char *key, int truth)
{
    lua_pushboolean(L, truth);
    lua_setfield(L, -2, key);
}

void ombud__lua_set_day(lua_State *L, const char *key, int there, ombud_day day)
{
    if (there) {
        ombud__lua_push_day(L, day);
        lua_setfield(L, -2, key);
    }
}

void ombud__lua_set_name(lua_State *L, const char *key, int32_t value, const ombud__lua_names *names)
{
    ombud__lua_push_name(L, value, names);
    lua_setfield(L, -2, key);
}

void ombud__lua_set_item(lua_State *L, const char *key, ombud_view prefix, int64_t number)
{
    if (prefix.len) {
        ombud__lua_push_item(L, prefix, number);
        lua_setfield(L, -2, key);
    }
}

void ombud__lua_set_person(lua_State *L, const char *key, int64_t number)
{
    if (number) {
        ombud__lua_set_item(L, key, ombud_view_of("p"), number);
    }
}

void ombud__lua_set_roles(lua_State *L, const char *key, const ombud_law *law, uint64_t roles)
{
    ombud__lua_push_roles(L, law, roles);
    lua_setfield(L, -2, key);
}

void ombud__lua_set_provision(lua_State *L, const char *key, const ombud_law *law, size_t index, ombud_lang lang)
{
    if (index != SIZE_MAX) {
        ombud__lua_push_provision(L, law, index, lang);
        lua_setfield(L, -2, key);
    }
}

void ombud__lua_set_row(lua_State *L, const char *key, size_t row)
{
    if (row != SIZE_MAX) {
        ombud__lua_set_whole(L, key, (int64_t)row + 1);
    }
}
