/*
 * Functions of the script's that run beneath the library: the chain of a journal, the UIDs of a calendar.
 *
 * An error must not jump over the library's frames. So each such function runs under lua_pcall, and everything the call
 * needs was pushed before the library was entered: lua_pushvalue and lua_pcall alone are used outside of the
 * protection, since they do not raise. What was raised is kept on the stack and raised again after the library has
 * returned.
 */
#include "module.h"

#include <string.h>

/* What a call needs, on the stack from `base` on. */
enum { RUNNER, SELF, ERROR, SLOTS };

/* Under protection: the script's function at 1, the call at 2. */
static int run(lua_State *L)
{
    ombud__lua_call *call = lua_touserdata(L, 2);
    lua_settop(L, 1);
    luaL_checkstack(L, 8, NULL);
    return call->body(L, call);
}

void ombud__lua_prepare(lua_State *L, ombud__lua_call *call)
{
    luaL_checkstack(L, SLOTS + 8, NULL);
    call->L = L;
    call->base = lua_gettop(L) + 1;
    call->raised = 0;
    lua_pushcfunction(L, run);
    lua_pushlightuserdata(L, call);
    lua_pushnil(L);
}

void ombud__lua_reraise(lua_State *L, const ombud__lua_call *call)
{
    if (call->raised) {
        lua_pushvalue(L, call->base + ERROR);
        lua_error(L);
    }
}

/* Calls the function at a stack index; 0, or 1 if it raised. */
static int invoke(ombud__lua_call *call, int function, int (*body)(lua_State *L, ombud__lua_call *call), void *request)
{
    lua_State *L = call->L;
    call->body = body;
    call->request = request;
    lua_pushvalue(L, call->base + RUNNER);
    lua_pushvalue(L, function);
    lua_pushvalue(L, call->base + SELF);
    if (lua_pcall(L, 2, 0, 0) != 0) {
        lua_replace(L, call->base + ERROR);
        call->raised = 1;
    }
    return call->raised;
}

/* ---- the chain ---- */

typedef struct chain_call {
    ombud__lua_call call;
    int digest, match; /* stack indexes of the script's functions */
} chain_call;

/* One question of the library's to the script's cryptography. */
typedef struct link_request {
    ombud_view previous, line, stored;
    unsigned char *out;
    size_t capacity, *length;
    int32_t *matches;
} link_request;

static int body_of_digest(lua_State *L, ombud__lua_call *call)
{
    const link_request *request = call->request;
    ombud__lua_push_view(L, request->previous);
    ombud__lua_push_view(L, request->line);
    lua_call(L, 2, 1);
    size_t length;
    const char *digest = ombud__lua_string(L, -1, "what digest returned", &length);
    if (!length || length > request->capacity) {
        luaL_error(L, "a digest is of 1 to %d bytes", (int)request->capacity);
    }
    memcpy(request->out, digest, length);
    *request->length = length;
    return 0;
}

static int body_of_match(lua_State *L, ombud__lua_call *call)
{
    const link_request *request = call->request;
    ombud__lua_push_view(L, request->previous);
    ombud__lua_push_view(L, request->line);
    ombud__lua_push_view(L, request->stored);
    lua_call(L, 3, 1);
    if (!lua_isboolean(L, -1)) {
        luaL_error(L, "what match returned: true or false is wanted, not a %s", luaL_typename(L, -1));
    }
    *request->matches = lua_toboolean(L, -1);
    return 0;
}

static int chain_digest(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                        unsigned char *out, size_t capacity, size_t *out_len)
{
    chain_call *chain = user;
    link_request request = {
        {(const char *)previous, previous_len}, {bytes, len}, {"", 0}, out, capacity, out_len, NULL};
    return invoke(&chain->call, chain->digest, body_of_digest, &request);
}

static int chain_match(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                       const unsigned char *stored, size_t stored_len, int32_t *matches)
{
    chain_call *chain = user;
    link_request request = {{(const char *)previous, previous_len},
                            {bytes, len},
                            {(const char *)stored, stored_len},
                            NULL,
                            0,
                            NULL,
                            matches};
    return invoke(&chain->call, chain->match, body_of_match, &request);
}

/* A function that digests, or { digest = …, match = … }. */
static void read_chain(lua_State *L, int index, chain_call *call, ombud_chain *chain)
{
    static const char *const keys[] = {"digest", "match", NULL};
    static const ombud_chain fresh = OMBUD_CHAIN_INIT;
    *chain = fresh;
    chain->user = call;
    chain->digest = chain_digest;
    if (lua_isfunction(L, index)) {
        call->digest = index;
        call->match = 0;
    } else {
        ombud__lua_known_keys(L, index, keys);
        lua_getfield(L, index, "digest");
        lua_getfield(L, index, "match");
        call->digest = lua_gettop(L) - 1;
        call->match = lua_gettop(L);
        luaL_checktype(L, call->digest, LUA_TFUNCTION);
        if (!lua_isnil(L, call->match)) {
            luaL_checktype(L, call->match, LUA_TFUNCTION);
            chain->match = chain_match;
        }
    }
    ombud__lua_prepare(L, &call->call);
}

int ombud__lua_case_chain(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0;
    chain_call call;
    ombud_chain chain;
    ombud_view previous;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 4);
    size_t position = ombud__lua_position(L, 2) + 1;
    if (!lua_isnil(L, 4)) {
        previous.ptr = ombud__lua_string(L, 4, "digest before", &previous.len);
    }
    read_chain(L, 3, &call, &chain);
    ombud__lua_pin(held);
    ombud_status status = ombud_case_chain(held->object, &chain, position, lua_isnil(L, 4) ? NULL : &previous, digest,
                                           sizeof digest, &length, &err);
    ombud__lua_unpin(held);
    ombud__lua_reraise(L, &call.call);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    lua_pushlstring(L, (const char *)digest, length);
    return 1;
}

int ombud__lua_case_verify(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_CASE);
    chain_call call;
    ombud_chain chain;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t first = 0;
    lua_settop(L, 3);
    luaL_checktype(L, 3, LUA_TTABLE);
    size_t count = lua_rawlen(L, 3);
    ombud_view *digests = lua_newuserdata(L, (count + 1) * sizeof *digests);
    lua_createtable(L, 0, 0); /* the strings, whatever the callbacks do to the script's table */
    for (size_t i = 0; i < count; i++) {
        lua_rawgeti(L, 3, (int)i + 1);
        digests[i].ptr = ombud__lua_string(L, -1, "digests", &digests[i].len);
        lua_rawseti(L, 5, (int)i + 1);
    }
    read_chain(L, 2, &call, &chain);
    ombud__lua_pin(held);
    ombud_status status = ombud_case_verify(held->object, &chain, digests, count, &first, &err);
    ombud__lua_unpin(held);
    ombud__lua_reraise(L, &call.call);
    if (status == OMBUD_OK) {
        lua_pushboolean(L, 1);
        return 1;
    }
    int values = ombud__lua_fail(L, status, &err);
    if (status == OMBUD_E_DIFFERENT) {
        ombud__lua_set_whole(L, "first", (int64_t)first);
    }
    return values;
}

int ombud__lua_register_delete(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_REGISTER);
    int64_t number = ombud__lua_whole(L, 2, "number of a case");
    chain_call call;
    ombud_chain chain;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    if (lua_isnil(L, 3)) {
        return ombud__lua_finish(L, ombud_register_delete(held->object, number, NULL, &err), &err);
    }
    read_chain(L, 3, &call, &chain);
    ombud__lua_pin(held);
    ombud_status status = ombud_register_delete(held->object, number, &chain, &err);
    ombud__lua_unpin(held);
    ombud__lua_reraise(L, &call.call);
    return ombud__lua_finish(L, status, &err);
}

/* ---- a language of the script's ---- */

typedef struct translation_call {
    ombud__lua_call call;
    char text[OMBUD_TRANSLATION_MAX + 1]; /* the last answer, which the library copies */
} translation_call;

typedef struct translation_request {
    ombud_view english, *own;
} translation_request;

/* The script's function, or its table, whose own text for the English one may be absent. */
static int body_of_translation(lua_State *L, ombud__lua_call *call)
{
    translation_call *translation = (translation_call *)call;
    const translation_request *request = call->request;
    ombud__lua_push_view(L, request->english);
    if (lua_istable(L, 1)) {
        lua_gettable(L, 1);
    } else {
        lua_call(L, 1, 1);
    }
    if (lua_isnil(L, -1)) {
        return 0;
    }
    size_t length;
    const char *text = ombud__lua_string(L, -1, "a text of the language", &length);
    memcpy(translation->text, text, length < sizeof translation->text ? length : sizeof translation->text);
    *request->own = (ombud_view){translation->text, length}; /* one that is too long is refused unread */
    return 0;
}

static int translate(void *user, ombud_view english, ombud_view *out)
{
    translation_call *translation = user;
    translation_request request = {english, out};
    return invoke(&translation->call, 3, body_of_translation, &request);
}

int ombud__lua_law_translate(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    const char *tag = luaL_checkstring(L, 2);
    translation_call translation;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    luaL_argcheck(L, lua_istable(L, 3) || lua_isfunction(L, 3), 3, "a table or a function is wanted");
    ombud__lua_prepare(L, &translation.call);
    ombud__lua_pin(held);
    ombud_status status = ombud_law_translate(held->object, tag, translate, &translation, &err);
    ombud__lua_unpin(held);
    ombud__lua_reraise(L, &translation.call);
    return ombud__lua_finish(L, status, &err);
}

/* ---- UIDs of a calendar ---- */

typedef struct uid_request {
    ombud_view bytes;
    uint64_t *digest;
} uid_request;

static int body_of_uid(lua_State *L, ombud__lua_call *call)
{
    const uid_request *request = call->request;
    ombud__lua_push_view(L, request->bytes);
    lua_call(L, 1, 1);
    size_t length;
    const unsigned char *digest = (const unsigned char *)ombud__lua_string(L, -1, "what uid returned", &length);
    if (length != 16) {
        luaL_error(L, "what uid returned: 16 bytes are wanted, not %d", (int)length);
    }
    for (int half = 0; half < 2; half++) {
        request->digest[half] = 0;
        for (int i = 0; i < 8; i++) {
            request->digest[half] = request->digest[half] << 8 | digest[half * 8 + i];
        }
    }
    return 0;
}

int ombud__lua_uid(void *user, const char *bytes, size_t length, uint64_t digest[2])
{
    ombud__lua_uid_call *uid = user;
    uid_request request = {{bytes, length}, digest};
    return invoke(&uid->call, uid->function, body_of_uid, &request);
}
