/*
 * Questions to a case: verdicts, terms, findings, answers, what comes next and what happened, as tables that a script
 * keeps.
 */
#include "module.h"

static const ombud__lua_names no_dues[] = {{OMBUD_DUE_KNOWN, "known"},
                                           {OMBUD_DUE_NO_PERIOD, "no_period"},
                                           {OMBUD_DUE_LENGTH_UNSET, "length_unset"},
                                           {OMBUD_DUE_NOT_STARTED, "not_started"},
                                           {OMBUD_DUE_NO_TEXT, "no_text"},
                                           {OMBUD_DUE_OUT_OF_RANGE, "out_of_range"},
                                           {OMBUD_DUE_NO_CALENDAR, "no_calendar"},
                                           {OMBUD_DUE_UNDETERMINED, "undetermined"},
                                           {0, NULL}};
static const ombud__lua_names outcomes[] = {{OMBUD_ANSWERED, "answered"},
                                            {OMBUD_ANSWER_UNDETERMINED, "undetermined"},
                                            {OMBUD_ANSWER_NONE, "none"},
                                            {OMBUD_ANSWER_CONFLICT, "conflict"},
                                            {0, NULL}};
static const ombud__lua_names step_kinds[] = {
    {OMBUD_STEP_EVENT, "event"}, {OMBUD_STEP_DUE, "due"}, {OMBUD_STEP_THEN, "then"}, {0, NULL}};

/* The five functions that explain, behind one signature. */
static size_t explain_verdict(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    (void)index;
    return ombud_explain_verdict(object, lang, buffer, capacity);
}

static size_t explain_answer(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    (void)index;
    return ombud_explain_answer(object, lang, buffer, capacity);
}

static size_t explain_term(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    return ombud_explain_term(object, index, lang, buffer, capacity);
}

static size_t explain_finding(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    return ombud_explain_finding(object, index, lang, buffer, capacity);
}

static size_t explain_step(const void *object, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    return ombud_explain_step(object, index, lang, buffer, capacity);
}

static void set_text(lua_State *L, ombud__lua_explain explain, const void *object, size_t index, ombud_lang lang)
{
    ombud__lua_push_explained(L, explain, object, index, lang);
    lua_setfield(L, -2, "text");
}

void ombud__lua_set_ruling(lua_State *L, const char *key, ombud_ruling ruling, const ombud_law *law)
{
    if (ruling) {
        ombud__lua_set_view(L, key, ombud_view_of(ombud_ruling_name(ruling, ombud_law_force(law))));
    }
}

static const ombud_case *check_case(lua_State *L)
{
    return ombud__lua_check(L, 1, OMBUD__LUA_CASE)->object;
}

/* ---- asking: what every question has in common ---- */

typedef struct asking {
    const ombud_case *matter;
    ombud__lua_question q;
    ombud__lua_result *result;
    ombud_error err;
} asking;

/* The case at 1, the question at an index. Returns 0, or how many values of a failure it pushed. */
static int begin(lua_State *L, int index, ombud__lua_kind kind, asking *out)
{
    static const ombud_error no_error = OMBUD_ERROR_INIT;
    out->matter = check_case(L);
    out->err = no_error;
    int failed = ombud__lua_ask(L, index, out->matter, &out->q);
    out->result = failed ? NULL : ombud__lua_await(L, kind);
    return failed;
}

typedef void (*pushing)(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang);

/* What came of it: the object as a table, or the failure. */
static int finish(lua_State *L, asking *asked, ombud_status status, void *object, pushing push)
{
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &asked->err);
    }
    asked->result->object = object;
    push(L, ombud_case_law(asked->matter), object, asked->q.lang);
    ombud__lua_done(asked->result);
    return 1;
}

/* The provision that decided, and its citation alone under `because`. */
static void set_decided(lua_State *L, const ombud_law *law, size_t provision, ombud_lang lang)
{
    ombud_provision told = OMBUD_PROVISION_INIT;
    if (ombud_law_provision(law, provision, lang, &told) == OMBUD_OK) {
        ombud__lua_set_provision(L, "provision", law, provision, lang);
        ombud__lua_set_view(L, "because", told.citation);
    }
}

/* ---- verdicts ---- */

static void push_verdict(lua_State *L, const ombud_law *law, const ombud_verdict *verdict, ombud_lang lang)
{
    size_t index = SIZE_MAX;
    lua_createtable(L, 0, 6);
    ombud__lua_set_ruling(L, "kind", ombud_verdict_ruling(verdict), law);
    if (ombud_verdict_provision(verdict, &index) == OMBUD_OK) {
        set_decided(L, law, index, lang);
    }
    if (ombud_verdict_row(verdict, &index) == OMBUD_OK) {
        ombud__lua_set_row(L, "row", index);
    }
    ombud__lua_set_reasons(L, law, verdict, NULL, lang);
    set_text(L, explain_verdict, verdict, 0, lang);
}

static int case_may(lua_State *L)
{
    static const char *const keys[] = {"known_by", "audience", "person", "lang", NULL};
    const ombud_case *matter = check_case(L);
    ombud__lua_question q;
    ombud_event event;
    ombud_verdict *verdict = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 3);
    int failed = ombud__lua_event(L, 2, &event);
    failed = failed ? failed : ombud__lua_ask_with(L, 3, matter, keys, &event.on, &q);
    if (failed) {
        return failed;
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_VERDICT);
    ombud_status status = ombud_case_may(matter, &event, &q.asof, &verdict, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = verdict;
    push_verdict(L, ombud_case_law(matter), verdict, q.lang);
    ombud__lua_done(result);
    return 1;
}

/* ---- terms and duties ---- */

void ombud__lua_push_term(lua_State *L, const ombud_law *law, const ombud_term *term, ombud_lang lang)
{
    lua_createtable(L, 0, 20);
    ombud__lua_set_view(L, "name", term->name);
    ombud__lua_set_view(L, "label", term->label);
    ombud__lua_set_item(L, "item", term->item_prefix, term->item_number);
    ombud__lua_set_truth(L, "duty", term->duty);
    ombud__lua_set_view(L, "status", ombud_view_of(ombud_term_status_name(term->status)));
    ombud__lua_set_truth(L, "extended", term->extended);
    ombud__lua_set_roles(L, "bearer", law, term->bearer);
    ombud__lua_set_roles(L, "addressee", law, term->addressee);
    ombud__lua_set_provision(L, "provision", law, term->provision, lang);
    ombud__lua_set_row(L, "row", term->row);
    ombud__lua_set_day(L, "opened", 1, term->opened);
    ombud__lua_set_view(L, "length", term->length);
    if (term->no_due == OMBUD_DUE_KNOWN) {
        ombud__lua_set_day(L, "due", 1, term->due);
        ombud__lua_push_steps(L, &term->steps);
        lua_setfield(L, -2, "derivation");
    } else {
        ombud__lua_set_name(L, "no_due", term->no_due, no_dues);
    }
    ombud__lua_set_day(L, "closed", term->has_closed, term->closed);
    ombud__lua_set_whole(L, "days", term->days);
    ombud__lua_set_view(L, "reading", term->reading);
    ombud__lua_set_truth(L, "yearly", term->yearly);
}

void ombud__lua_push_terms(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang)
{
    const ombud_terms *terms = object;
    size_t count = ombud_terms_count(terms);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        ombud_terms_get(terms, i, &term);
        ombud__lua_push_term(L, law, &term, lang);
        set_text(L, explain_term, terms, i, lang);
        ombud__lua_append(L);
    }
}

/* Of the terms, the duties that are open or overdue. */
static void push_duties(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang)
{
    const ombud_terms *terms = object;
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        ombud_terms_get(terms, i, &term);
        if (term.duty && (term.status == OMBUD_TERM_OPEN || term.status == OMBUD_TERM_OVERDUE)) {
            ombud__lua_push_term(L, law, &term, lang);
            set_text(L, explain_term, terms, i, lang);
            ombud__lua_append(L);
        }
    }
}

static int case_terms(lua_State *L)
{
    asking a;
    ombud_terms *terms = NULL;
    int failed = begin(L, 2, OMBUD__LUA_TERMS, &a);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_terms(a.matter, &a.q.asof, &terms, &a.err);
    return finish(L, &a, status, terms, ombud__lua_push_terms);
}

/* What has to be done: the library's own list, and the same choice among the terms where more than a day was said. */
static int case_duties(lua_State *L)
{
    asking a;
    ombud_terms *terms = NULL;
    int failed = begin(L, 2, OMBUD__LUA_TERMS, &a);
    if (failed) {
        return failed;
    }
    int plain = !a.q.asof.has_known_by && !a.q.asof.has_audience;
    ombud_status status = plain ? ombud_case_duties(a.matter, a.q.asof.day, &terms, &a.err)
                                : ombud_case_terms(a.matter, &a.q.asof, &terms, &a.err);
    return finish(L, &a, status, terms, push_duties);
}

/* ---- findings ---- */

void ombud__lua_push_finding(lua_State *L, const ombud_law *law, const ombud_finding *finding, ombud_lang lang)
{
    lua_createtable(L, 0, 13);
    ombud__lua_set_view(L, "kind", ombud_view_of(ombud_finding_kind_name(finding->kind)));
    ombud__lua_set_view(L, "name", finding->name);
    ombud__lua_set_item(L, "item", finding->item_prefix, finding->item_number);
    ombud__lua_set_day(L, "since", 1, finding->since);
    ombud__lua_set_day(L, "ended", finding->has_until, finding->until);
    ombud__lua_set_provision(L, "provision", law, finding->provision, lang);
    ombud__lua_set_row(L, "row", finding->row);
    ombud__lua_set_roles(L, "answerable", law, finding->answerable);
    ombud__lua_set_person(L, "by", finding->by);
    if (finding->position) {
        ombud__lua_set_whole(L, "position", (int64_t)finding->position);
    }
    if (finding->cured_by) {
        ombud__lua_set_whole(L, "cured_by", (int64_t)finding->cured_by);
        ombud__lua_set_day(L, "cured_on", 1, finding->cured_on);
    }
}

void ombud__lua_push_findings(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang)
{
    const ombud_findings *findings = object;
    size_t count = ombud_findings_count(findings);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        ombud_findings_get(findings, i, &finding);
        ombud__lua_push_finding(L, law, &finding, lang);
        set_text(L, explain_finding, findings, i, lang);
        ombud__lua_append(L);
    }
}

static int ask_findings(lua_State *L, ombud_status (*ask)(const ombud_case *matter, const ombud_asof *asof,
                                                          ombud_findings **out, ombud_error *err))
{
    asking a;
    ombud_findings *findings = NULL;
    int failed = begin(L, 2, OMBUD__LUA_FINDINGS, &a);
    if (failed) {
        return failed;
    }
    ombud_status status = ask(a.matter, &a.q.asof, &findings, &a.err);
    return finish(L, &a, status, findings, ombud__lua_push_findings);
}

static int case_findings(lua_State *L)
{
    return ask_findings(L, ombud_case_findings);
}

static int case_cured(lua_State *L)
{
    return ask_findings(L, ombud_case_cured);
}

/* ---- states, facts and answers ---- */

static int case_state(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    const char *item = ombud__lua_string(L, 2, "item", NULL);
    ombud__lua_question q;
    ombud_view state = {"", 0};
    ombud_error err = OMBUD_ERROR_INIT;
    int failed = ombud__lua_ask(L, 3, matter, &q);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_state(matter, item, &q.asof, &state, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    if (state.len) {
        ombud__lua_push_view(L, state);
    } else {
        lua_pushboolean(L, 0);
    }
    return 1;
}

static int case_fact(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    const char *item = ombud__lua_string(L, 2, "item", NULL);
    const char *fact = ombud__lua_string(L, 3, "fact", NULL);
    ombud__lua_question q;
    ombud_truth truth = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    int failed = ombud__lua_ask(L, 4, matter, &q);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_fact(matter, item, fact, &q.asof, &truth, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_push_name(L, truth, ombud__lua_truths);
    return 1;
}

static void push_answer(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang)
{
    const ombud_answer *answer = object;
    size_t index = SIZE_MAX;
    lua_createtable(L, 0, 6);
    ombud__lua_set_name(L, "outcome", ombud_answer_outcome(answer), outcomes);
    ombud__lua_set_view(L, "value", ombud_answer_value(answer));
    if (ombud_answer_provision(answer, &index) == OMBUD_OK) {
        set_decided(L, law, index, lang);
    }
    ombud__lua_set_reasons(L, law, NULL, answer, lang);
    set_text(L, explain_answer, answer, 0, lang);
}

static int case_ask(lua_State *L)
{
    asking a;
    ombud_answer *answer = NULL;
    const char *question = ombud__lua_string(L, 2, "question", NULL);
    const char *item = ombud__lua_string(L, 3, "item", NULL);
    int failed = begin(L, 4, OMBUD__LUA_ANSWER, &a);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_ask(a.matter, question, item, &a.q.asof, &answer, &a.err);
    return finish(L, &a, status, answer, push_answer);
}

/* ---- what comes next ---- */

static void push_actions(lua_State *L, const ombud_law *law, const ombud_actions *actions, ombud_lang lang)
{
    size_t count = ombud_actions_count(actions);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_action action = OMBUD_ACTION_INIT;
        ombud_actions_get(actions, i, &action);
        lua_createtable(L, 0, 7);
        ombud__lua_set_view(L, "event", action.event);
        ombud__lua_set_item(L, "item", action.item_prefix, action.item_number);
        ombud__lua_set_roles(L, "roles", law, action.roles);
        ombud__lua_set_ruling(L, "ruling", action.ruling, law);
        ombud__lua_set_truth(L, "meets_duty", action.due);
        ombud__lua_set_day(L, "due", action.has_due_day, action.due_day);
        ombud__lua_set_provision(L, "provision", law, action.provision, lang);
        ombud__lua_append(L);
    }
}

static int case_next(lua_State *L)
{
    static const char *const keys[] = {"on", "known_by", "audience", "person", "lang", "role", NULL};
    const ombud_case *matter = check_case(L);
    ombud__lua_question q;
    ombud_actions *actions = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    const char *role = NULL;
    int failed = ombud__lua_ask_with(L, 2, matter, keys, NULL, &q);
    if (failed) {
        return failed;
    }
    if (lua_istable(L, 2)) {
        lua_getfield(L, 2, "role"); /* stays on the stack: it must outlive the call */
        role = lua_isnil(L, -1) ? NULL : ombud__lua_string(L, -1, "role", NULL);
    }
    ombud__lua_result *result = ombud__lua_await(L, OMBUD__LUA_ACTIONS);
    ombud_status status = ombud_case_next(matter, role, &q.asof, &actions, &err);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    result->object = actions;
    push_actions(L, ombud_case_law(matter), actions, q.lang);
    ombud__lua_done(result);
    return 1;
}

int ombud__lua_push_next(lua_State *L, ombud_status status, ombud_day day, const ombud_error *err)
{
    if (status == OMBUD_E_NOT_FOUND) {
        lua_pushboolean(L, 0);
        return 1;
    } else if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, err);
    }
    ombud__lua_push_day(L, day);
    return 1;
}

static int case_next_change(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    ombud__lua_question q;
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    int failed = ombud__lua_ask(L, 2, matter, &q);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_next_change(matter, &q.asof, &day, &err);
    return ombud__lua_push_next(L, status, day, &err);
}

/* ---- what happened ---- */

static void push_timeline(lua_State *L, const ombud_law *law, const void *object, ombud_lang lang)
{
    const ombud_timeline *timeline = object;
    size_t count = ombud_timeline_count(timeline);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_step step = OMBUD_STEP_INIT;
        ombud_timeline_get(timeline, i, &step);
        lua_createtable(L, 0, 11);
        ombud__lua_set_name(L, "kind", step.kind, step_kinds);
        ombud__lua_set_day(L, "on", 1, step.on);
        ombud__lua_set_day(L, "entered", step.kind == OMBUD_STEP_EVENT, step.entered);
        if (step.position) {
            ombud__lua_set_whole(L, "position", (int64_t)step.position);
        }
        ombud__lua_set_view(L, "name", step.name);
        ombud__lua_set_item(L, "item", step.item_prefix, step.item_number);
        ombud__lua_set_person(L, "by", step.by);
        if (step.role.len) {
            ombud__lua_set_view(L, "role", step.role);
        }
        ombud__lua_set_ruling(L, "ruling", step.ruling, law);
        ombud__lua_set_provision(L, "provision", law, step.provision, lang);
        ombud__lua_set_view(L, "state", step.state);
        ombud__lua_set_row(L, "term", step.term);
        set_text(L, explain_step, timeline, i, lang);
        ombud__lua_append(L);
    }
}

static int case_timeline(lua_State *L)
{
    asking a;
    ombud_timeline *timeline = NULL;
    int failed = begin(L, 2, OMBUD__LUA_TIMELINE, &a);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_timeline(a.matter, &a.q.asof, &timeline, &a.err);
    return finish(L, &a, status, timeline, push_timeline);
}

static int case_receipt(lua_State *L)
{
    const ombud_case *matter = check_case(L);
    ombud__lua_question q;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    int failed = ombud__lua_ask(L, 2, matter, &q);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_case_receipt(matter, &q.asof, &receipt);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, NULL);
    }
    lua_createtable(L, 0, 9);
    ombud__lua_set_whole(L, "library_version", receipt.library_version);
    ombud__lua_set_view(L, "law", receipt.law);
    ombud__lua_set_view(L, "source", receipt.source);
    ombud__lua_push_digest(L, receipt.law_digest);
    lua_setfield(L, -2, "law_digest");
    ombud__lua_push_digest(L, receipt.settings_digest);
    lua_setfield(L, -2, "settings_digest");
    ombud__lua_set_day(L, "as_of", 1, receipt.as_of);
    ombud__lua_set_day(L, "known_by", receipt.has_known_by, receipt.known_by);
    ombud__lua_set_truth(L, "verified", receipt.verified);
    ombud__lua_set_whole(L, "events", (int64_t)receipt.events);
    return 1;
}

const luaL_Reg ombud__lua_case_answers[] = {
    {"may", case_may},           {"terms", case_terms},     {"duties", case_duties},
    {"findings", case_findings}, {"state", case_state},     {"fact", case_fact},
    {"ask", case_ask},           {"next", case_next},       {"next_change", case_next_change},
    {"timeline", case_timeline}, {"receipt", case_receipt}, {"cured", case_cured},
    {NULL, NULL}};
