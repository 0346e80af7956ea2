/*
 * What the files of the Lua module share: objects of the library and who keeps them, failures, texts, and how values go
 * in and out.
 *
 * Two rules hold everywhere. Nothing that the library made is held by a C variable alone while Lua may raise: it is
 * anchored in a userdata first. And no function of Lua that may raise is called beneath a function of the library.
 */
#ifndef OMBUD__LUA_MODULE_H
#define OMBUD__LUA_MODULE_H

#include "compat.h"

#include <ombud/ombud.h>

/* What the files share is no one else's, also where the build does not say so, as that of a rock. */
#if defined(__GNUC__)
#    pragma GCC visibility push(hidden)
#endif

/* ---- memory and objects (object.c) ---- */

/* The memory of one Lua state: Lua's allocator, or the one a C host gave. */
typedef struct ombud__lua_host {
    ombud_alloc alloc; /* what the library gets */
    ombud_alloc given; /* a C host's own, or nothing */
    lua_Alloc lua;
    void *lua_user;
    size_t live; /* bytes the library holds */
    size_t debt; /* bytes taken since the collector was last told */
    struct ombud__lua_held *newest; /* all that is held, the newest first */
} ombud__lua_host;

ombud__lua_host *ombud__lua_host_of(lua_State *L);
void ombud__lua_open_host(lua_State *L);

typedef enum ombud__lua_kind {
    OMBUD__LUA_LAW,
    OMBUD__LUA_SETTINGS,
    OMBUD__LUA_CASE,
    OMBUD__LUA_SCENARIO,
    OMBUD__LUA_COVERAGE,
    OMBUD__LUA_PLAN,
    OMBUD__LUA_REGISTER,
    OMBUD__LUA_STREAM,
    OMBUD__LUA_FIGURES,
    OMBUD__LUA_HANDLES, /* those above are objects of a script; those below live for one call */
    OMBUD__LUA_ACTIONS = OMBUD__LUA_HANDLES,
    OMBUD__LUA_AGENDA,
    OMBUD__LUA_ANSWER,
    OMBUD__LUA_CHANGES,
    OMBUD__LUA_FINDINGS,
    OMBUD__LUA_HOLDS,
    OMBUD__LUA_MOVES,
    OMBUD__LUA_PLAN_FINDINGS,
    OMBUD__LUA_PROOF,
    OMBUD__LUA_REPORT,
    OMBUD__LUA_TERMS,
    OMBUD__LUA_TIMELINE,
    OMBUD__LUA_TOGETHER,
    OMBUD__LUA_VERDICT
} ombud__lua_kind;

/* An object of the library, shared by the scripts' handle and by everything made from it. */
typedef struct ombud__lua_held {
    ombud__lua_host *host;
    struct ombud__lua_held *older, *newer;
    void *object;
    size_t refs;
    ombud__lua_kind kind;
    int borrowed; /* the object belongs to parents[0] */
    int busy;     /* a callback runs beneath a call on it */
    size_t parent_count;
    struct ombud__lua_held *parents[];
} ombud__lua_held;

/* Pushes a handle without an object yet; the parents are kept as long as it is. */
ombud__lua_held *ombud__lua_new(lua_State *L, ombud__lua_kind kind, size_t parent_count,
                                ombud__lua_held *const *parents);
/* The object of the handle on the top, and 1 for what is returned; or the failure. */
int ombud__lua_made(lua_State *L, ombud__lua_held *made, ombud_status status, void *object, const ombud_error *err);
/* Pushes a handle of something that belongs to another object. */
void ombud__lua_borrow(lua_State *L, ombud__lua_kind kind, const void *object, ombud__lua_held *owner);
/* The object of a handle that is open and not in use by a callback; raises otherwise. */
ombud__lua_held *ombud__lua_check(lua_State *L, int index, ombud__lua_kind kind);
/* Whether the value is a handle of that kind. */
int ombud__lua_is(lua_State *L, int index, ombud__lua_kind kind);
/* A case that may be written to: not one that belongs to a scenario. */
ombud_case *ombud__lua_check_own_case(lua_State *L, int index);
/* Keeps an object and forbids its use while callbacks run; and lets it go again. Neither raises. */
void ombud__lua_pin(ombud__lua_held *held);
void ombud__lua_unpin(ombud__lua_held *held);
void ombud__lua_register(lua_State *L, ombud__lua_kind kind, const luaL_Reg *methods);

/* A result of one call, pushed before the call that fills `*object` and freed by ombud__lua_done(), or by the collector
 * after an error. */
typedef struct ombud__lua_result {
    void *object;
    ombud__lua_kind kind;
} ombud__lua_result;
ombud__lua_result *ombud__lua_await(lua_State *L, ombud__lua_kind kind);
void ombud__lua_done(ombud__lua_result *result);

/* ---- texts that grow (text.c) ---- */

typedef struct ombud__lua_text {
    ombud__lua_host *host;
    char *bytes;
    size_t length, capacity;
    int failed; /* there was no memory */
} ombud__lua_text;

/* Pushes an empty text. */
ombud__lua_text *ombud__lua_text_new(lua_State *L);
/* Never raises; returns 1 without memory. */
int ombud__lua_text_add(ombud__lua_text *text, const char *bytes, size_t length);
int ombud__lua_text_z(ombud__lua_text *text, const char *z);
/* Raises without memory. */
void ombud__lua_text_check(lua_State *L, const ombud__lua_text *text);
/* The library's sink; `user` is the text. */
int ombud__lua_text_sink(void *user, const char *bytes, size_t length);
/* Pushes it as a string and frees it. */
void ombud__lua_text_push(lua_State *L, ombud__lua_text *text);

/* One of the ombud_explain functions behind one signature. */
typedef size_t (*ombud__lua_explain)(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity);
/* Pushes the explanation. */
void ombud__lua_push_explained(lua_State *L, ombud__lua_explain explain, const void *object, size_t index,
                               ombud_lang lang);

/* ---- failures (failure.c) ---- */

/* nil, message, code and details; raises where the script, the host or the memory is at fault. */
int ombud__lua_fail(lua_State *L, ombud_status status, const ombud_error *err);
/* true, or the failure. */
int ombud__lua_finish(lua_State *L, ombud_status status, const ombud_error *err);
/* A failure over a value that never came to the library. */
int ombud__lua_fail_with(lua_State *L, ombud_status status, const char *message, const char *remedy,
                         const char *excerpt);
/* Raises as for bad arguments: `what` is wrong with `name`. */
int ombud__lua_misuse(lua_State *L, const char *what, const char *name);

/* ---- values (value.c) ---- */

/* A table of the names of an enumeration. */
typedef struct ombud__lua_names {
    int32_t value;
    const char *name;
} ombud__lua_names;

/* Strings are strings and whole numbers whole numbers: neither is made from the other. Those that read raise on a wrong
 * type. */
const char *ombud__lua_string(lua_State *L, int index, const char *what, size_t *length);
int64_t ombud__lua_whole(lua_State *L, int index, const char *what);
/* An index from 1 as one from 0. */
size_t ombud__lua_position(lua_State *L, int index);
/* p2, "p2" or 2. */
int64_t ombud__lua_person(lua_State *L, int index, const char *what);
ombud_lang ombud__lua_lang(lua_State *L, int index);
int32_t ombud__lua_named(lua_State *L, int index, const char *what, const ombud__lua_names *names);
/* Return 0, or how many values of a failure they pushed. */
int ombud__lua_day(lua_State *L, int index, const char *what, ombud_day *out);
int ombud__lua_period(lua_State *L, int index, const char *what, ombud_period *out);
/* Raises unless every key of the table is in the list, which ends with NULL. */
void ombud__lua_known_keys(lua_State *L, int index, const char *const *keys);

void ombud__lua_push_day(lua_State *L, ombud_day day);
void ombud__lua_push_period(lua_State *L, ombud_period period);
void ombud__lua_push_view(lua_State *L, ombud_view view);
void ombud__lua_push_digest(lua_State *L, uint64_t digest);
void ombud__lua_push_name(lua_State *L, int32_t value, const ombud__lua_names *names);
void ombud__lua_push_item(lua_State *L, ombud_view prefix, int64_t number);
void ombud__lua_push_roles(lua_State *L, const ombud_law *law, uint64_t roles);
void ombud__lua_push_provision(lua_State *L, const ombud_law *law, size_t index, ombud_lang lang);
/* An empty list; what is pushed next goes in by ombud__lua_append(). */
void ombud__lua_push_list(lua_State *L, size_t count);
void ombud__lua_append(lua_State *L);
void ombud__lua_open_lists(lua_State *L);

/* Fields of the table on the top; a view that is empty, a day that is not there and an item without a name stay nil. */
void ombud__lua_set_view(lua_State *L, const char *key, ombud_view view);
void ombud__lua_set_whole(lua_State *L, const char *key, int64_t number);
void ombud__lua_set_truth(lua_State *L, const char *key, int truth);
void ombud__lua_set_day(lua_State *L, const char *key, int there, ombud_day day);
void ombud__lua_set_name(lua_State *L, const char *key, int32_t value, const ombud__lua_names *names);
void ombud__lua_set_item(lua_State *L, const char *key, ombud_view prefix, int64_t number);
void ombud__lua_set_person(lua_State *L, const char *key, int64_t number);
void ombud__lua_set_roles(lua_State *L, const char *key, const ombud_law *law, uint64_t roles);
void ombud__lua_set_provision(lua_State *L, const char *key, const ombud_law *law, size_t index, ombud_lang lang);
void ombud__lua_set_row(lua_State *L, const char *key, size_t row);

/* ---- why (reasons.c) ---- */

extern const ombud__lua_names ombud__lua_truths[];
/* The fields `unmet` and `stated`, of the one that is not NULL. */
void ombud__lua_set_reasons(lua_State *L, const ombud_law *law, const ombud_verdict *verdict,
                            const ombud_answer *answer, ombud_lang lang);

/* ---- questions (question.c) ---- */

/* As of when, for whom and in which language something is asked. */
typedef struct ombud__lua_question {
    ombud_asof asof;
    ombud_lang lang;
} ombud__lua_question;

/* A day, a table or nothing, which is the last day of the journal. Returns 0, or how many values of a failure it
 * pushed. */
int ombud__lua_ask(lua_State *L, int index, const ombud_case *matter, ombud__lua_question *out);
/* The same with the keys that are allowed, some of which the caller reads, and with a day that is not the script's to
 * say, or NULL. */
int ombud__lua_ask_with(lua_State *L, int index, const ombud_case *matter, const char *const *keys,
                        const ombud_day *fixed, ombud__lua_question *out);
/* A table that says what happens: its day, who acts, and its line, which is pushed. Returns as above. */
int ombud__lua_event(lua_State *L, int index, ombud_event *out);

/* ---- derivations (date.c), lists of terms and findings (answer.c) ---- */

extern const ombud__lua_names ombud__lua_rolls[];
extern const ombud__lua_names ombud__lua_units[];
void ombud__lua_push_steps(lua_State *L, const ombud_due_steps *steps);
/* Without its explanation. */
void ombud__lua_push_term(lua_State *L, const ombud_law *law, const ombud_term *term, ombud_lang lang);
void ombud__lua_push_finding(lua_State *L, const ombud_law *law, const ombud_finding *finding, ombud_lang lang);
void ombud__lua_set_ruling(lua_State *L, const char *key, ombud_ruling ruling, const ombud_law *law);
/* The next day on which something changes, false if there is none, or the failure. */
int ombud__lua_push_next(lua_State *L, ombud_status status, ombud_day day, const ombud_error *err);
void ombud__lua_push_changes(lua_State *L, const ombud_law *law, const ombud_changes *changes);
/* The object is an ombud_terms, an ombud_findings. */
void ombud__lua_push_terms(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang);
void ombud__lua_push_findings(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang);

/* ---- calls into Lua from beneath the library (callback.c) ---- */

/* Calls of functions of the script's where Lua must not raise: what they raise is kept, and raised afterwards. */
typedef struct ombud__lua_call {
    lua_State *L;
    int base;                                                /* stack index of what a call needs, pushed beforehand */
    int raised;                                              /* 1: an error is kept */
    int (*body)(lua_State *L, struct ombud__lua_call *call); /* under protection, the function at index 1 */
    void *request;
} ombud__lua_call;

/* Makes room on the stack, and pushes what calls need. */
void ombud__lua_prepare(lua_State *L, ombud__lua_call *call);
/* Raises what was kept, if anything was. */
void ombud__lua_reraise(lua_State *L, const ombud__lua_call *call);

/* law:translate(); see callback.c. */
int ombud__lua_law_translate(lua_State *L);
/* An ombud_uid whose `user` is one of these. */
typedef struct ombud__lua_uid_call {
    ombud__lua_call call;
    int function; /* its stack index */
} ombud__lua_uid_call;
int ombud__lua_uid(void *user, const char *bytes, size_t length, uint64_t digest[2]);

int ombud__lua_case_chain(lua_State *L);
int ombud__lua_case_verify(lua_State *L);
int ombud__lua_register_delete(lua_State *L);

/* ---- the parts of the module ---- */

void ombud__lua_open_date(lua_State *L);
void ombud__lua_open_law(lua_State *L);
void ombud__lua_open_case(lua_State *L);
void ombud__lua_open_scenario(lua_State *L);
void ombud__lua_open_plan(lua_State *L);
void ombud__lua_open_register(lua_State *L);
void ombud__lua_open_figures(lua_State *L);
void ombud__lua_open_together(lua_State *L);
/* Adds functions to the table on the top. */
void ombud__lua_add(lua_State *L, const luaL_Reg *functions);

/* Methods that stand in other files than the rest of their object. */
extern const luaL_Reg ombud__lua_case_answers[];
int ombud__lua_case_render(lua_State *L);
int ombud__lua_case_render_findings(lua_State *L);
int ombud__lua_case_render_may(lua_State *L);
int ombud__lua_law_draw(lua_State *L);
int ombud__lua_law_prove(lua_State *L);
int ombud__lua_law_explore(lua_State *L);
int ombud__lua_register_figures(lua_State *L);

#if defined(__GNUC__)
#    pragma GCC visibility pop
#endif

#endif
