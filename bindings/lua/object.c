/*
 * The memory of a Lua state, and the objects of the library with their handles: who keeps whom, and when one is freed.
 *
 * An object is freed when its handle was closed or collected and nothing made from it is left, in whatever order a
 * script closes and Lua collects. The references are counted in C, since collectors finalise in orders of their own.
 */
#include "module.h"

#include <string.h>

static const char host_key[] = "ombud.host";
static const char given_key[] = "ombud.alloc";
static const char result_type[] = "ombud.result";
static const char *const type_names[OMBUD__LUA_HANDLES] = {"ombud.law",      "ombud.settings", "ombud.case",
                                                           "ombud.scenario", "ombud.coverage", "ombud.plan",
                                                           "ombud.register", "ombud.stream",   "ombud.figures"};

/* ---- memory ---- */

static void *host_alloc(void *ctx, size_t size)
{
    ombud__lua_host *host = ctx;
    void *memory =
        host->given.alloc ? host->given.alloc(host->given.ctx, size) : host->lua(host->lua_user, NULL, 0, size);
    if (memory) {
        host->live += size;
        host->debt += size;
    }
    return memory;
}

static void *host_resize(void *ctx, void *memory, size_t old_size, size_t new_size)
{
    ombud__lua_host *host = ctx;
    void *moved = host->given.alloc ? host->given.resize(host->given.ctx, memory, old_size, new_size)
                                    : host->lua(host->lua_user, memory, old_size, new_size);
    if (moved) {
        host->live = host->live - old_size + new_size;
        host->debt += new_size > old_size ? new_size - old_size : 0;
    }
    return moved;
}

static void host_free(void *ctx, void *memory, size_t size)
{
    ombud__lua_host *host = ctx;
    host->live -= size;
    if (host->given.alloc) {
        host->given.free(host->given.ctx, memory, size);
    } else {
        host->lua(host->lua_user, memory, size, 0);
    }
}

ombud__lua_host *ombud__lua_host_of(lua_State *L)
{
    lua_getfield(L, LUA_REGISTRYINDEX, host_key);
    ombud__lua_host *host = lua_touserdata(L, -1);
    lua_pop(L, 1);
    return host;
}

/* Tells the collector what the library has taken: cases look small to it. */
static void tell_collector(lua_State *L)
{
    ombud__lua_host *host = ombud__lua_host_of(L);
    size_t step = host->live / 4 > 262144 ? host->live / 4 : 262144;
    if (host->debt > step && ombud__lua_collects(L)) {
        int kib = (int)(host->debt / 1024 < 1048576 ? host->debt / 1024 : 1048576);
        host->debt = 0;
        lua_gc(L, LUA_GCSTEP, kib);
    }
}

/* ---- objects ---- */

static void destroy(ombud__lua_kind kind, void *object)
{
    switch (kind) {
    case OMBUD__LUA_LAW: ombud_law_free(object); break;
    case OMBUD__LUA_SETTINGS: ombud_settings_free(object); break;
    case OMBUD__LUA_CASE: ombud_case_free(object); break;
    case OMBUD__LUA_SCENARIO: ombud_scenario_free(object); break;
    case OMBUD__LUA_PLAN: ombud_plan_free(object); break;
    case OMBUD__LUA_REGISTER: ombud_register_free(object); break;
    case OMBUD__LUA_STREAM: ombud_stream_free(object); break;
    case OMBUD__LUA_FIGURES: ombud_figures_free(object); break;
    case OMBUD__LUA_AGENDA: ombud_agenda_free(object); break;
    case OMBUD__LUA_HOLDS: ombud_holds_free(object); break;
    case OMBUD__LUA_MOVES: ombud_moves_free(object); break;
    case OMBUD__LUA_TOGETHER: ombud_together_free(object); break;
    case OMBUD__LUA_PROOF: ombud_proof_free(object); break;
    case OMBUD__LUA_PLAN_FINDINGS: ombud_plan_findings_free(object); break;
    case OMBUD__LUA_COVERAGE: ombud_coverage_free(object); break;
    case OMBUD__LUA_ACTIONS: ombud_actions_free(object); break;
    case OMBUD__LUA_ANSWER: ombud_answer_free(object); break;
    case OMBUD__LUA_CHANGES: ombud_changes_free(object); break;
    case OMBUD__LUA_FINDINGS: ombud_findings_free(object); break;
    case OMBUD__LUA_REPORT: ombud_report_free(object); break;
    case OMBUD__LUA_TERMS: ombud_terms_free(object); break;
    case OMBUD__LUA_TIMELINE: ombud_timeline_free(object); break;
    case OMBUD__LUA_VERDICT: ombud_verdict_free(object); break;
    }
}

static size_t held_size(size_t parent_count)
{
    return sizeof(ombud__lua_held) + parent_count * sizeof(ombud__lua_held *);
}

/* Parents are at most a few deep: a law, its register, a stream. */
static void release(ombud__lua_held *held)
{
    if (--held->refs) {
        return;
    }
    if (!held->borrowed) {
        destroy(held->kind, held->object);
    }
    for (size_t i = 0; i < held->parent_count; i++) {
        release(held->parents[i]);
    }
    if (held->older) {
        held->older->newer = held->newer;
    }
    *(held->newer ? &held->newer->older : &held->host->newest) = held->older;
    host_free(held->host, held, held_size(held->parent_count));
}

ombud__lua_held *ombud__lua_new(lua_State *L, ombud__lua_kind kind, size_t parent_count,
                                ombud__lua_held *const *parents)
{
    ombud__lua_host *host = ombud__lua_host_of(L);
    ombud__lua_held **box = lua_newuserdata(L, sizeof *box);
    *box = NULL;
    luaL_getmetatable(L, type_names[kind]);
    lua_setmetatable(L, -2);
    ombud__lua_held *held = host_alloc(host, held_size(parent_count));
    if (!held) {
        ombud__lua_fail(L, OMBUD_E_NOMEM, NULL);
        return NULL; /* not reached: the line above raises */
    }
    memset(held, 0, held_size(parent_count));
    held->host = host;
    held->older = host->newest;
    if (host->newest) {
        host->newest->newer = held;
    }
    host->newest = held;
    held->refs = 1;
    held->kind = kind;
    held->parent_count = parent_count;
    for (size_t i = 0; i < parent_count; i++) {
        held->parents[i] = parents[i];
        parents[i]->refs++;
    }
    *box = held;
    return held;
}

int ombud__lua_made(lua_State *L, ombud__lua_held *made, ombud_status status, void *object, const ombud_error *err)
{
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, err);
    }
    made->object = object;
    tell_collector(L);
    return 1;
}

void ombud__lua_borrow(lua_State *L, ombud__lua_kind kind, const void *object, ombud__lua_held *owner)
{
    ombud__lua_held *held = ombud__lua_new(L, kind, 1, &owner);
    held->borrowed = 1;
    /* A borrowed law is read only by its nature; a borrowed case is refused by ombud__lua_check_own_case(). */
    memcpy(&held->object, &object, sizeof object);
}

/* Of something borrowed, the owner counts: it is what must not be used meanwhile. */
static ombud__lua_held *owner_of(ombud__lua_held *held)
{
    while (held->borrowed) {
        held = held->parents[0];
    }
    return held;
}

void ombud__lua_pin(ombud__lua_held *held)
{
    held->refs++;
    owner_of(held)->busy++;
}

void ombud__lua_unpin(ombud__lua_held *held)
{
    owner_of(held)->busy--;
    release(held);
}

static int has_type(lua_State *L, int index, const char *type)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) {
        return 0;
    }
    luaL_getmetatable(L, type);
    int same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

int ombud__lua_is(lua_State *L, int index, ombud__lua_kind kind)
{
    return has_type(L, index, type_names[kind]);
}

ombud__lua_held *ombud__lua_check(lua_State *L, int index, ombud__lua_kind kind)
{
    ombud__lua_held **box = luaL_checkudata(L, index, type_names[kind]);
    if (!*box || !(*box)->object) {
        luaL_argerror(L, index, "it is closed");
    } else if (owner_of(*box)->busy) {
        luaL_argerror(L, index, "it is in use: a callback may not call back into it");
    }
    return *box;
}

ombud_case *ombud__lua_check_own_case(lua_State *L, int index)
{
    ombud__lua_held *held = ombud__lua_check(L, index, OMBUD__LUA_CASE);
    if (held->borrowed) {
        luaL_argerror(L, index, "it belongs to its scenario and stays as it is; take a clone of it");
    }
    return held->object;
}

/* close, __close and __gc: the handle lets go; closing again does nothing. */
static int close_handle(lua_State *L)
{
    for (int kind = 0; kind < OMBUD__LUA_HANDLES; kind++) {
        if (has_type(L, 1, type_names[kind])) {
            ombud__lua_held **box = lua_touserdata(L, 1);
            ombud__lua_held *held = *box;
            *box = NULL;
            if (held) {
                release(held);
            }
            return 0;
        }
    }
    return luaL_argerror(L, 1, "an object of ombud is wanted");
}

static int handle_text(lua_State *L)
{
    for (int kind = 0; kind < OMBUD__LUA_HANDLES; kind++) {
        if (has_type(L, 1, type_names[kind])) {
            ombud__lua_held **box = lua_touserdata(L, 1);
            if (*box && (*box)->object && kind == OMBUD__LUA_LAW) {
                lua_pushfstring(L, "%s %s", type_names[kind], ombud_law_name((*box)->object).ptr);
            } else if (*box && (*box)->object && kind == OMBUD__LUA_CASE) {
                const ombud_case *matter = (*box)->object;
                int lines = (int)ombud_case_journal_count(matter); /* at most OMBUD_CASE_EVENTS_MAX */
                lua_pushfstring(L, "%s of %d line%s under %s", type_names[kind], lines, lines == 1 ? "" : "s",
                                ombud_law_name(ombud_case_law(matter)).ptr);
            } else {
                lua_pushfstring(L, "%s%s: %p", type_names[kind], *box ? "" : " (closed)", (const void *)box);
            }
            return 1;
        }
    }
    return luaL_argerror(L, 1, "an object of ombud is wanted");
}

void ombud__lua_register(lua_State *L, ombud__lua_kind kind, const luaL_Reg *methods)
{
    static const luaL_Reg common[] = {{"close", close_handle}, {NULL, NULL}};
    static const luaL_Reg meta[] = {
        {"__gc", close_handle}, {"__close", close_handle}, {"__tostring", handle_text}, {NULL, NULL}};
    luaL_newmetatable(L, type_names[kind]);
    ombud__lua_add(L, meta);
    lua_newtable(L);
    ombud__lua_add(L, common);
    ombud__lua_add(L, methods);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

/* ---- results of one call ---- */

void ombud__lua_done(ombud__lua_result *result)
{
    void *object = result->object;
    result->object = NULL;
    destroy(result->kind, object);
}

static int collect_result(lua_State *L)
{
    ombud__lua_done(luaL_checkudata(L, 1, result_type));
    return 0;
}

ombud__lua_result *ombud__lua_await(lua_State *L, ombud__lua_kind kind)
{
    ombud__lua_result *result = lua_newuserdata(L, sizeof *result);
    result->object = NULL;
    result->kind = kind;
    luaL_getmetatable(L, result_type);
    lua_setmetatable(L, -2);
    return result;
}

/*
 * The end of the state, after all finalizers of handles, since those are younger. What is still held then is of handles
 * whose finalizer was never run, as where Lua had no memory to call it; parents come after what was made from them.
 */
static int close_host(lua_State *L)
{
    ombud__lua_host *host = lua_touserdata(L, 1);
    while (host->newest) {
        host->newest->refs = 1;
        release(host->newest);
    }
    return 0;
}

void ombud__lua_open_host(lua_State *L)
{
    static const luaL_Reg meta[] = {{"__gc", collect_result}, {NULL, NULL}};
    luaL_newmetatable(L, result_type);
    ombud__lua_add(L, meta);
    lua_pop(L, 1);
    if (ombud__lua_host_of(L)) {
        return; /* loaded a second time: objects of the first still use it */
    }
    ombud__lua_host *host = lua_newuserdata(L, sizeof *host);
    memset(host, 0, sizeof *host);
    host->lua = lua_getallocf(L, &host->lua_user);
    lua_getfield(L, LUA_REGISTRYINDEX, given_key);
    const ombud_alloc *given = lua_touserdata(L, -1);
    if (given) {
        host->given = *given;
    }
    lua_pop(L, 1);
    lua_newtable(L);
    lua_pushcfunction(L, close_host);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    host->alloc.ctx = host;
    host->alloc.alloc = host_alloc;
    host->alloc.resize = host_resize;
    host->alloc.free = host_free;
    lua_setfield(L, LUA_REGISTRYINDEX, host_key);
}
