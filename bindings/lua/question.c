/*
 * What a script asks and tells: as of when and for whom, and what happens.
 */
#include "module.h"

#include <string.h>

/* ---- as of when ---- */

/* A role's name, or several in a list, as bits. Returns how many values of a failure it pushed. */
static int read_roles(lua_State *L, int index, const ombud_law *law, uint64_t *out)
{
    int is_list = lua_istable(L, index);
    size_t count = is_list ? lua_rawlen(L, index) : 1;
    for (size_t i = 1; i <= count; i++) {
        size_t at = 0, length;
        if (is_list) {
            lua_rawgeti(L, index, (int)i);
        } else {
            lua_pushvalue(L, index);
        }
        const char *name = ombud__lua_string(L, -1, "audience", &length);
        if (ombud_law_find_word(law, OMBUD_WORD_ROLE, name, length, &at) != OMBUD_OK) {
            return ombud__lua_fail_with(L, OMBUD_E_UNKNOWN_NAME, "the law has no such role",
                                        "name one of the roles that law:roles() lists", name);
        }
        *out |= (uint64_t)1 << at;
        lua_pop(L, 1);
    }
    return 0;
}

/* The last day of the journal, where no day is said. */
static int default_day(lua_State *L, const ombud_case *matter, ombud_day *out)
{
    ombud_status status = ombud_case_last_day(matter, out);
    return status == OMBUD_OK
               ? 0
               : ombud__lua_fail_with(L, status, "the journal has no event, so there is no day to ask about",
                                      "say the day", "");
}

static int read_table(lua_State *L, int index, const ombud_case *matter, const ombud_day *fixed, ombud__lua_question *q)
{
    int failed = 0;
    lua_getfield(L, index, "on");
    if (!fixed) {
        failed = lua_isnil(L, -1) ? default_day(L, matter, &q->asof.day) : ombud__lua_day(L, -1, "on", &q->asof.day);
    }
    if (failed) {
        return failed;
    }
    lua_getfield(L, index, "known_by");
    if (!lua_isnil(L, -1)) {
        failed = ombud__lua_day(L, -1, "known_by", &q->asof.known_by);
        q->asof.has_known_by = 1;
    }
    if (failed) {
        return failed;
    }
    lua_getfield(L, index, "audience");
    if (!lua_isnil(L, -1)) {
        failed = read_roles(L, lua_gettop(L), ombud_case_law(matter), &q->asof.audience);
        q->asof.has_audience = 1;
    }
    if (failed) {
        return failed;
    }
    lua_getfield(L, index, "person");
    if (!lua_isnil(L, -1)) {
        q->asof.audience_person = ombud__lua_person(L, -1, "person");
        q->asof.has_audience = 1;
    }
    lua_getfield(L, index, "lang");
    q->lang = ombud__lua_lang(L, -1);
    lua_pop(L, 5);
    return 0;
}

int ombud__lua_ask_with(lua_State *L, int index, const ombud_case *matter, const char *const *keys,
                        const ombud_day *fixed, ombud__lua_question *out)
{
    static const ombud__lua_question none = {OMBUD_ASOF_INIT, OMBUD_LANG_UNSPECIFIED};
    *out = none;
    luaL_checkstack(L, 16, NULL);
    if (fixed) {
        out->asof.day = *fixed;
    }
    if (lua_isnoneornil(L, index)) {
        return fixed ? 0 : default_day(L, matter, &out->asof.day);
    }
    if (lua_istable(L, index) || fixed) {
        ombud__lua_known_keys(L, index, keys);
        return read_table(L, index, matter, fixed, out);
    }
    return ombud__lua_day(L, index, "day", &out->asof.day);
}

int ombud__lua_ask(lua_State *L, int index, const ombud_case *matter, ombud__lua_question *out)
{
    static const char *const keys[] = {"on", "known_by", "audience", "person", "lang", NULL};
    return ombud__lua_ask_with(L, index, matter, keys, NULL, out);
}

/* ---- what happens ---- */

/* One word of a line: a blank in it would make two, and let a value state a fact of its own. */
static void add_word(lua_State *L, ombud__lua_text *line, const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)word[i] <= ' ' || word[i] == '#' || word[i] == 0x7f) {
            ombud__lua_misuse(L, "one word is wanted, without blanks", word);
        }
    }
    if (!length) {
        luaL_error(L, "a word of the event is empty");
    }
    ombud__lua_text_add(line, word, length);
}

/* The value at an index as the case language writes it: yes, no, a whole number or a word. */
static void add_value(lua_State *L, ombud__lua_text *line, int index, const char *key)
{
    size_t length;
    switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: ombud__lua_text_z(line, lua_toboolean(L, index) ? "yes" : "no"); break;
    case LUA_TNUMBER: {
        int64_t number = ombud__lua_whole(L, index, key);
        ombud_view nothing = {"", 0};
        if (number < 0) {
            luaL_error(L, "%s: the number is negative", key);
        }
        ombud__lua_push_item(L, nothing, number);
        const char *digits = lua_tolstring(L, -1, &length);
        add_word(L, line, digits, length);
        lua_pop(L, 1);
        break;
    }
    default: {
        const char *word = ombud__lua_string(L, index, key, &length);
        add_word(L, line, word, length);
    }
    }
}

static int is_position(lua_State *L, int index, size_t count)
{
    int64_t number = 0;
    return lua_type(L, index) == LUA_TNUMBER && ombud__lua_to_whole(L, index, &number) && number >= 1 &&
           (uint64_t)number <= count;
}

/* Every key of the table as KEY=VALUE, but those of the list and its first `words` positions. */
static void add_pairs(lua_State *L, ombud__lua_text *line, int index, const char *const *but, size_t words)
{
    lua_pushnil(L);
    while (lua_next(L, index)) {
        const char *const *left_out = but;
        if (lua_type(L, -2) == LUA_TSTRING) {
            size_t length;
            const char *key = lua_tolstring(L, -2, &length);
            while (*left_out && strcmp(*left_out, key) != 0) {
                left_out++;
            }
            if (!*left_out) {
                ombud__lua_text_add(line, " ", 1);
                if (strchr(key, '=')) {
                    ombud__lua_misuse(L, "a name has no equals sign", key);
                }
                add_word(L, line, key, length);
                ombud__lua_text_add(line, "=", 1);
                add_value(L, line, lua_gettop(L), key);
            }
        } else if (!is_position(L, -2, words)) {
            luaL_error(L, "a key of the table is no name");
        }
        lua_pop(L, 1);
    }
}

/* on, by and entered, which are not in the line. */
static int read_frame(lua_State *L, int index, ombud_event *out)
{
    lua_getfield(L, index, "on");
    if (lua_isnil(L, -1)) {
        luaL_error(L, "on: the day it happened is missing");
    }
    int failed = ombud__lua_day(L, -1, "on", &out->on);
    if (failed) {
        return failed;
    }
    lua_getfield(L, index, "entered");
    if (!lua_isnil(L, -1)) {
        failed = ombud__lua_day(L, -1, "entered", &out->entered);
        out->has_entered = 1;
    }
    if (failed) {
        return failed;
    }
    lua_getfield(L, index, "by");
    out->by = lua_isnil(L, -1) ? 0 : ombud__lua_person(L, -1, "by");
    lua_pop(L, 3);
    return 0;
}

int ombud__lua_event(lua_State *L, int index, ombud_event *out)
{
    static const char *const frame[] = {"on", "by", "entered", "facts", NULL};
    static const char *const nothing[] = {NULL};
    static const ombud_event fresh = OMBUD_EVENT_INIT;
    *out = fresh;
    luaL_checktype(L, index, LUA_TTABLE);
    luaL_checkstack(L, 16, NULL);
    int failed = read_frame(L, index, out);
    if (failed) {
        return failed;
    }
    ombud__lua_text *line = ombud__lua_text_new(L);
    size_t words = lua_rawlen(L, index);
    if (!words) {
        luaL_error(L, "the name of the event is missing; it stands first in the table");
    }
    for (size_t i = 1; i <= words; i++) {
        if (i > 1) {
            ombud__lua_text_add(line, " ", 1);
        }
        lua_rawgeti(L, index, (int)i);
        add_value(L, line, lua_gettop(L), "event");
        lua_pop(L, 1);
    }
    add_pairs(L, line, index, frame, words);
    lua_getfield(L, index, "facts");
    if (!lua_isnil(L, -1)) {
        luaL_checktype(L, -1, LUA_TTABLE);
        add_pairs(L, line, lua_gettop(L), nothing, 0);
    }
    lua_pop(L, 1);
    size_t length;
    ombud__lua_text_push(L, line);
    out->line.ptr = lua_tolstring(L, -1, &length);
    out->line.len = length;
    lua_remove(L, -2); /* the text; the line itself stays as long as the caller needs it */
    return 0;
}
