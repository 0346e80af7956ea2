/*
 * Texts that grow: what the library writes piece by piece, and the lines that are put together for it.
 */
#include "module.h"

#include <string.h>

static const char text_type[] = "ombud.text";

static void drop(ombud__lua_text *text)
{
    if (text->bytes) {
        memset(text->bytes, 0, text->capacity); /* it may have been a case */
        text->host->alloc.free(text->host, text->bytes, text->capacity);
    }
    text->bytes = NULL;
    text->length = text->capacity = 0;
}

static int collect_text(lua_State *L)
{
    drop(luaL_checkudata(L, 1, text_type));
    return 0;
}

ombud__lua_text *ombud__lua_text_new(lua_State *L)
{
    ombud__lua_host *host = ombud__lua_host_of(L);
    ombud__lua_text *text = lua_newuserdata(L, sizeof *text);
    memset(text, 0, sizeof *text);
    text->host = host;
    if (luaL_newmetatable(L, text_type)) {
        static const luaL_Reg meta[] = {{"__gc", collect_text}, {NULL, NULL}};
        ombud__lua_add(L, meta);
    }
    lua_setmetatable(L, -2);
    return text;
}

int ombud__lua_text_add(ombud__lua_text *text, const char *bytes, size_t length)
{
    if (text->failed) {
        return 1;
    }
    if (length > text->capacity - text->length) {
        size_t wanted = text->capacity ? text->capacity : 128;
        while (wanted - text->length < length) {
            if (wanted > SIZE_MAX / 2) {
                text->failed = 1;
                return 1;
            }
            wanted *= 2;
        }
        char *more = text->bytes ? text->host->alloc.resize(text->host, text->bytes, text->capacity, wanted)
                                 : text->host->alloc.alloc(text->host, wanted);
        if (!more) {
            text->failed = 1;
            return 1;
        }
        text->bytes = more;
        text->capacity = wanted;
    }
    if (length) {
        memcpy(text->bytes + text->length, bytes, length);
    }
    text->length += length;
    return 0;
}

int ombud__lua_text_z(ombud__lua_text *text, const char *z)
{
    return ombud__lua_text_add(text, z, strlen(z));
}

void ombud__lua_text_check(lua_State *L, const ombud__lua_text *text)
{
    if (text->failed) {
        ombud__lua_fail(L, OMBUD_E_NOMEM, NULL);
    }
}

int ombud__lua_text_sink(void *user, const char *bytes, size_t length)
{
    return ombud__lua_text_add(user, bytes, length);
}

void ombud__lua_text_push(lua_State *L, ombud__lua_text *text)
{
    ombud__lua_text_check(L, text);
    lua_pushlstring(L, text->bytes ? text->bytes : "", text->length);
    drop(text);
}

void ombud__lua_push_explained(lua_State *L, ombud__lua_explain explain, const void *object, size_t index,
                               ombud_lang lang)
{
    char small[512];
    size_t length = explain(object, index, lang, small, sizeof small);
    if (length < sizeof small) {
        lua_pushlstring(L, small, length);
        return;
    }
    char *large = lua_newuserdata(L, length + 1);
    explain(object, index, lang, large, length + 1);
    lua_pushlstring(L, large, length);
    lua_remove(L, -2);
}
