/*
 * Whether a law is sound: its flaws with the cases that show them, the walks of an exploration, its invariants.
 */
#include "module.h"

static void push_flaws(lua_State *L, const ombud_law *law, const ombud_proof *proof, ombud_lang lang)
{
    size_t count = ombud_proof_flaw_count(proof);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        ombud_proof_flaw(proof, i, &flaw);
        lua_createtable(L, 0, 9);
        ombud__lua_set_view(L, "kind", ombud_view_of(ombud_flaw_name(flaw.kind)));
        ombud__lua_set_truth(L, "warning", flaw.warning);
        if (flaw.line) {
            ombud__lua_set_whole(L, "line", flaw.line);
        }
        ombud__lua_set_provision(L, "provision", law, flaw.provision, lang);
        ombud__lua_set_view(L, "what", flaw.what);
        ombud__lua_set_view(L, "row", flaw.row);
        ombud__lua_set_view(L, "sentence", flaw.sentence);
        ombud__lua_set_view(L, "remedy", flaw.remedy);
        ombud__lua_set_view(L, "witness", flaw.witness);
        ombud__lua_append(L);
    }
}

static void push_walks(lua_State *L, const ombud_proof *proof)
{
    size_t count = ombud_proof_walk_count(proof);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_walk walk = OMBUD_WALK_INIT;
        ombud_proof_walk(proof, i, &walk);
        lua_createtable(L, 0, 6);
        ombud__lua_set_view(L, "item", walk.item);
        ombud__lua_set_view(L, "reading", walk.reading);
        ombud__lua_set_truth(L, "whole", walk.whole);
        ombud__lua_set_whole(L, "situations", (int64_t)walk.situations);
        ombud__lua_set_whole(L, "steps", (int64_t)walk.steps);
        ombud__lua_set_view(L, "bounded", walk.bounded);
        ombud__lua_append(L);
    }
}

static void push_invariants(lua_State *L, const ombud_proof *proof)
{
    size_t count = ombud_proof_invariant_count(proof);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_invariant invariant = OMBUD_INVARIANT_INIT;
        ombud_proof_invariant(proof, i, &invariant);
        lua_createtable(L, 0, 7);
        ombud__lua_set_view(L, "name", invariant.name);
        ombud__lua_set_view(L, "label", invariant.label);
        ombud__lua_set_view(L, "text", invariant.text);
        ombud__lua_set_whole(L, "line", invariant.line);
        ombud__lua_set_whole(L, "judged", (int64_t)invariant.judged);
        ombud__lua_set_whole(L, "told", (int64_t)invariant.told);
        ombud__lua_set_whole(L, "broken", (int64_t)invariant.broken);
        ombud__lua_append(L);
    }
}

int ombud__lua_law_prove(lua_State *L)
{
    const ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    ombud_lang lang = ombud__lua_lang(L, 2);
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_PROOF);
    ombud_status status = ombud_law_prove(held->object, &held->host->alloc, &proof, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = proof;
    push_flaws(L, held->object, proof, lang);
    ombud__lua_done(result);
    return 1;
}

static int truth_of(lua_State *L, const char *key)
{
    lua_getfield(L, 2, key);
    if (!lua_isnil(L, -1)) {
        luaL_checktype(L, -1, LUA_TBOOLEAN);
    }
    int truth = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return truth;
}

/* The table at 2, whose strings stay on the stack. */
static void read_exploring(lua_State *L, ombud_exploring *how, ombud_lang *lang)
{
    static const char *const keys[] = {"recorded", "readings", "item", "with", "situations_max", "lang", NULL};
    ombud__lua_known_keys(L, 2, keys);
    how->recorded = truth_of(L, "recorded");
    how->readings = truth_of(L, "readings");
    lua_getfield(L, 2, "lang");
    *lang = ombud__lua_lang(L, -1);
    lua_getfield(L, 2, "situations_max");
    if (!lua_isnil(L, -1)) {
        int64_t most = ombud__lua_whole(L, -1, "situations_max");
        if (most < 1) {
            luaL_error(L, "situations_max: a number from 1 on is wanted");
        }
        how->situations_max = (size_t)most;
    }
    lua_getfield(L, 2, "item");
    if (!lua_isnil(L, -1)) {
        how->item = ombud__lua_string(L, -1, "item", NULL);
    }
    lua_getfield(L, 2, "with");
    if (!lua_isnil(L, -1)) {
        how->with = ombud__lua_string(L, -1, "with", NULL);
    }
}

int ombud__lua_law_explore(lua_State *L)
{
    const ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_lang lang = OMBUD_LANG_UNSPECIFIED;
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 2);
    if (!lua_isnil(L, 2)) {
        read_exploring(L, &how, &lang);
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_PROOF);
    ombud_status status = ombud_law_explore(held->object, &how, &held->host->alloc, &proof, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = proof;
    lua_createtable(L, 0, 3);
    push_walks(L, proof);
    lua_setfield(L, -2, "walks");
    push_invariants(L, proof);
    lua_setfield(L, -2, "invariants");
    push_flaws(L, held->object, proof, lang);
    lua_setfield(L, -2, "flaws");
    ombud__lua_done(result);
    return 1;
}
