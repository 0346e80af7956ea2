/*
 * A host whose memory runs out: a script is run again and again, and the n-th request for memory fails, for each n,
 * until it comes through. Once Lua's allocator fails, of which the library's is made; once one that the host gave the
 * library alone.
 *
 *     oom_host MODULE SCRIPT      the path of the module without its .so; TAP
 */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <ombud/base.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct memory {
    size_t calls, fails_at; /* 0: never */
    int for_good;           /* 1: from then on every request fails */
    size_t live;
} memory;

static int refuses(memory *m)
{
    m->calls++;
    return m->fails_at && (m->for_good ? m->calls >= m->fails_at : m->calls == m->fails_at);
}

static void *lua_memory(void *user, void *block, size_t old_size, size_t new_size)
{
    memory *m = user;
    if (!new_size) {
        m->live -= block ? old_size : 0;
        free(block);
        return NULL;
    }
    /* Lua takes it for granted that a block can be made smaller. */
    if ((!block || new_size > old_size) && refuses(m)) {
        return NULL;
    }
    void *moved = realloc(block, new_size);
    if (moved) {
        m->live += new_size - (block ? old_size : 0);
    }
    return moved;
}

static void *take(void *user, size_t size)
{
    memory *m = user;
    void *block = refuses(m) ? NULL : malloc(size);
    m->live += block ? size : 0;
    return block;
}

static void *change(void *user, void *block, size_t old_size, size_t new_size)
{
    memory *m = user;
    void *moved = refuses(m) ? NULL : realloc(block, new_size);
    m->live += moved ? new_size - old_size : 0;
    return moved;
}

static void drop(void *user, void *block, size_t size)
{
    memory *m = user;
    m->live -= size;
    free(block);
}

static lua_CFunction module;
static const char *script;

/* Under protection, since everything here may run out of memory. */
static int play(lua_State *L)
{
    ombud_alloc *alloc = lua_touserdata(L, 1);
    if (alloc) {
        lua_pushlightuserdata(L, alloc);
        lua_setfield(L, LUA_REGISTRYINDEX, "ombud.alloc");
    }
    lua_pushcfunction(L, module);
    lua_call(L, 0, 1);
    lua_setglobal(L, "ombud");
    for (int i = 0; i < 2; i++) {
        /* Not all libraries: that of 5.1 closes stdout when it runs out of memory on its way. */
        lua_pushcfunction(L, i ? luaopen_string : luaopen_base);
        lua_pushstring(L, i ? "string" : "");
        lua_call(L, 1, 0);
    }
    if (luaL_loadfile(L, script) != 0) {
        return lua_error(L);
    }
    lua_call(L, 0, 0);
    return 0;
}

/* One run. 0: it came through; 1: it ran out of memory and said so; 2: anything else. */
static int run(memory *for_lua, memory *for_library)
{
    ombud_alloc alloc = {for_library, take, change, drop};
    size_t fails_at = for_lua->fails_at;
    /* The state itself is made in peace: LuaJIT 2.1 does not survive want of memory there. */
    for_lua->fails_at = 0;
    lua_State *L = lua_newstate(lua_memory, for_lua);
    if (!L) {
        return 2;
    }
    for_lua->calls = 0;
    for_lua->fails_at = fails_at;
    int result = 0;
    /* lua_cpcall() or what came after it: neither takes memory before it protects. */
#if LUA_VERSION_NUM < 502
    int status = lua_cpcall(L, play, for_library ? &alloc : NULL);
#else
    lua_pushcfunction(L, play);
    lua_pushlightuserdata(L, for_library ? &alloc : NULL);
    int status = lua_pcall(L, 1, 0, 0);
#endif
    if (status != 0) {
        const char *message = lua_tostring(L, -1);
        result = status == LUA_ERRMEM || (message && strstr(message, "not enough memory")) ? 1 : 2;
        if (result == 2) {
            printf("# %s\n", message ? message : "an error that is no text");
        }
    }
    lua_close(L);
    return result;
}

/* The four ways in which memory can be wanting. */
typedef struct want {
    const char *what;
    int library_alone, for_good;
} want;

static int sweep(const want *way, int number)
{
    size_t wrong = 0, failures = 0, n = 0;
    int over = 0;
    while (!over && wrong < 5) {
        n++;
        memory for_lua = {0, way->library_alone ? 0 : n, way->for_good, 0};
        memory for_library = {0, way->library_alone ? n : 0, way->for_good, 0};
        int result = run(&for_lua, way->library_alone ? &for_library : NULL);
        failures += result == 1;
        wrong += result == 2 || for_lua.live || for_library.live;
        /* Lua may collect, ask again and go on: only a run that never came to its n-th request is the last. */
        over = (way->library_alone ? for_library.calls : for_lua.calls) < n;
        wrong += over && result != 0;
    }
    printf("%s %d - %s at each of %lu requests: %lu refused, %lu wrong\n", wrong || failures < 10 ? "not ok" : "ok",
           number, way->what, (unsigned long)n, (unsigned long)failures, (unsigned long)wrong);
    return wrong || failures < 10;
}

/* A handle whose finalizer is lost, as when Lua has no memory to call it: its law goes with the state nonetheless. */
static int lose_finalizers(lua_State *L)
{
    lua_pushcfunction(L, module);
    lua_call(L, 0, 1);
    static const char *const makers[] = {"law", "case"};
    for (int i = 0; i < 2; i++) {
        lua_getfield(L, 1, makers[i]);
        if (i) {
            lua_pushvalue(L, 2);
        } else {
            lua_pushstring(L, "res2026");
        }
        lua_call(L, 1, 1);
    }
    for (int i = 2; i <= 3; i++) {
        lua_pushnil(L);
        lua_setmetatable(L, i);
    }
    return 0;
}

static int closing(int number)
{
    memory for_lua = {0, 0, 0, 0};
    lua_State *L = lua_newstate(lua_memory, &for_lua);
    if (!L) {
        return 1;
    }
    lua_pushcfunction(L, lose_finalizers);
    int status = lua_pcall(L, 0, 0, 0);
    lua_close(L);
    printf("%s %d - what lost its finalizer goes with the state: %lu bytes left\n",
           status || for_lua.live ? "not ok" : "ok", number, (unsigned long)for_lua.live);
    return status || for_lua.live;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: oom_host MODULE.so SCRIPT\n", stderr);
        return 2;
    }
    void *library = dlopen(argv[1], RTLD_NOW);
    void *found = library ? dlsym(library, "luaopen_ombud") : NULL;
    script = argv[2];
    if (!found) {
        fprintf(stderr, "%s\n", dlerror());
        return 2;
    }
    memcpy(&module, &found, sizeof module);
    static const want wants[] = {{"Lua's allocator fails once", 0, 0},
                                 {"Lua's allocator fails for good", 0, 1},
                                 {"the library's allocator fails once", 1, 0},
                                 {"the library's allocator fails for good", 1, 1}};
    int wrong = 0;
    for (int i = 0; i < 4; i++) {
        wrong += sweep(&wants[i], i + 1);
    }
    wrong += closing(5);
    puts("1..5");
    return wrong ? 1 : 0;
}
