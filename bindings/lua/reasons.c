/*
 * Why a verdict or an answer is what it is: what is missing, and what was stated.
 */
#include "module.h"

const ombud__lua_names ombud__lua_truths[] = {
    {OMBUD_NO, "no"}, {OMBUD_UNKNOWN, "unknown"}, {OMBUD_YES, "yes"}, {0, NULL}};
static const ombud__lua_names unmet_kinds[] = {{OMBUD_UNMET_FACT, "fact"},
                                               {OMBUD_UNMET_STATE, "state"},
                                               {OMBUD_UNMET_ROLE, "role"},
                                               {OMBUD_UNMET_TERM, "term"},
                                               {OMBUD_UNMET_WAIT, "wait"},
                                               {OMBUD_UNMET_LINK, "link"},
                                               {OMBUD_UNMET_READING, "reading"},
                                               {OMBUD_UNMET_LENGTH, "length"},
                                               {OMBUD_UNMET_WORDING, "wording"},
                                               {OMBUD_UNMET_ACTOR, "actor"},
                                               {OMBUD_UNMET_DAY, "day"},
                                               {OMBUD_UNMET_CONCERNED, "concerned"},
                                               {0, NULL}};

typedef struct source {
    const ombud_verdict *verdict;
    const ombud_answer *answer; /* the one that is not NULL counts */
} source;

static size_t set_count(const source *from)
{
    return from->verdict ? ombud_verdict_set_count(from->verdict) : ombud_answer_set_count(from->answer);
}

static size_t set_size(const source *from, size_t set)
{
    return from->verdict ? ombud_verdict_set_size(from->verdict, set) : ombud_answer_set_size(from->answer, set);
}

static void push_unmet(lua_State *L, const ombud_law *law, const ombud_unmet *unmet, ombud_lang lang)
{
    lua_createtable(L, 0, 8);
    ombud__lua_set_name(L, "kind", unmet->kind, unmet_kinds);
    ombud__lua_set_view(L, "name", unmet->name);
    ombud__lua_set_item(L, "item", unmet->item_prefix, unmet->item_number);
    if (unmet->wanted) {
        ombud__lua_set_name(L, "wanted", unmet->wanted, ombud__lua_truths);
    }
    if (unmet->now) {
        ombud__lua_set_name(L, "now", unmet->now, ombud__lua_truths);
    }
    ombud__lua_set_roles(L, "who", law, unmet->who);
    ombud__lua_set_view(L, "by_event", unmet->by_event);
    ombud__lua_set_day(L, "from", unmet->has_until, unmet->until);
    if (unmet->kind == OMBUD_UNMET_TERM) {
        ombud__lua_set_view(L, "status", ombud_view_of(ombud_term_status_name(unmet->status)));
    }
    if (unmet->kind == OMBUD_UNMET_LINK) {
        ombud__lua_set_truth(L, "backward", unmet->backward);
    }
    if (unmet->has_provision) {
        ombud__lua_set_provision(L, "provision", law, unmet->provision, lang);
    }
}

static void set_unmet(lua_State *L, const ombud_law *law, const source *from, ombud_lang lang)
{
    size_t sets = set_count(from);
    ombud__lua_push_list(L, sets);
    for (size_t set = 0; set < sets; set++) {
        size_t size = set_size(from, set);
        ombud__lua_push_list(L, size);
        for (size_t i = 0; i < size; i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            if (from->verdict) {
                ombud_verdict_unmet(from->verdict, set, i, &unmet);
            } else {
                ombud_answer_unmet(from->answer, set, i, &unmet);
            }
            push_unmet(L, law, &unmet, lang);
            ombud__lua_append(L);
        }
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "unmet");
}

static void set_stated(lua_State *L, const source *from)
{
    size_t count = from->verdict ? ombud_verdict_stated_count(from->verdict) : ombud_answer_stated_count(from->answer);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_stated stated = OMBUD_STATED_INIT;
        if (from->verdict) {
            ombud_verdict_stated(from->verdict, i, &stated);
        } else {
            ombud_answer_stated(from->answer, i, &stated);
        }
        lua_createtable(L, 0, 5);
        ombud__lua_set_view(L, "name", stated.name);
        ombud__lua_set_item(L, "item", stated.item_prefix, stated.item_number);
        ombud__lua_set_name(L, "truth", stated.truth, ombud__lua_truths);
        if (stated.position) {
            ombud__lua_set_whole(L, "position", (int64_t)stated.position);
        }
        ombud__lua_set_day(L, "on", 1, stated.on);
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "stated");
}

void ombud__lua_set_reasons(lua_State *L, const ombud_law *law, const ombud_verdict *verdict,
                            const ombud_answer *answer, ombud_lang lang)
{
    const source from = {verdict, answer};
    set_unmet(L, law, &from, lang);
    set_stated(L, &from);
}
