/*
 * No memory: every fallible function with an allocator that fails at the n-th request, for every n, once and from then
 * on. Each time the status is right, nothing leaks, sizes agree, and the case is as it was.
 */
#include "faulty.h"
#include "trial.h"

/* ---- a world: a real law, a case under it, and room for one result of each kind ---------------------------------- */

static const char *const journal[] = {
    "2026-03-02 report.received r1 by=p2 reporter=p1 channel=external form=written",
    "2026-03-06 report.acknowledged r1 by=p2 entered=2026-03-16",
    "2026-03-10 report.examined r1 by=p2",
};
static const char scenario_text[] =
    "law bxl2019\nset roll next_working_day\ncase 3\nperson p1 reporter\nperson p2 contact_point\n"
    "2026-03-02 report.received r1 by=p2 reporter=p1 channel=external form=written\nwait P1D\nnow report.acknowledged "
    "r1 by=p2\n"
    "scenario one\n  shows x.1, x.2\n  2026-03-10 report.examined r1 by=p2\n  on 2026-03-12\n    expect duty "
    "acknowledge r1 met\n"
    "    expect finding late acknowledge r1\n    expect may report.examined r1 by=p2 permitted\n    expect state r1 "
    "examined\n"
    "scenario two\n  table day state\n    row 2026-03-01 none\n    row 2026-03-02 received\n  on $day\n    expect "
    "next_change none\n    expect state r1 $state\n";

typedef struct world {
    faulty memory;
    ombud_alloc alloc;
    ombud_law *law;
    ombud_settings *settings;
    ombud_case *matter;
    ombud_scenario *scenario;
    /* results, whichever the act made */
    ombud_law *new_law;
    ombud_settings *new_settings;
    ombud_case *new_case;
    ombud_scenario *new_scenario;
    ombud_changes *changes;
    ombud_verdict *verdict;
    ombud_terms *terms;
    ombud_findings *findings;
    ombud_answer *answer;
    ombud_actions *actions;
    ombud_timeline *timeline;
    ombud_report *report;
    ombud_error err;
} world;

static void free_results(world *w)
{
    ombud_changes_free(w->changes);
    ombud_verdict_free(w->verdict);
    ombud_terms_free(w->terms);
    ombud_findings_free(w->findings);
    ombud_answer_free(w->answer);
    ombud_actions_free(w->actions);
    ombud_timeline_free(w->timeline);
    ombud_report_free(w->report);
    ombud_scenario_free(w->new_scenario);
    ombud_case_free(w->new_case);
    ombud_settings_free(w->new_settings);
    ombud_law_free(w->new_law);
    w->new_law = NULL;
    w->new_settings = NULL;
    w->new_case = NULL;
    w->new_scenario = NULL;
    w->changes = NULL;
    w->verdict = NULL;
    w->terms = NULL;
    w->findings = NULL;
    w->answer = NULL;
    w->actions = NULL;
    w->timeline = NULL;
    w->report = NULL;
}

static void begin_world(world *w)
{
    const ombud_error err = OMBUD_ERROR_INIT;
    memset(w, 0, sizeof *w);
    w->err = err;
    w->alloc = (ombud_alloc){&w->memory, faulty_alloc, faulty_resize, faulty_free};
    assert_int_equal(ombud_law_builtin("bxl2019", &w->alloc, &w->law, &w->err), OMBUD_OK);
    assert_int_equal(ombud_settings_parse(w->law, "roll next_working_day\n", 22, &w->alloc, &w->settings, &w->err),
                     OMBUD_OK);
    assert_int_equal(ombud_case_new(w->law, w->settings, &w->alloc, &w->matter, &w->err), OMBUD_OK);
    assert_int_equal(ombud_case_person(w->matter, 1, "reporter", &w->err), OMBUD_OK);
    assert_int_equal(ombud_case_person(w->matter, 2, "contact_point", &w->err), OMBUD_OK);
    for (size_t i = 0; i < sizeof journal / sizeof journal[0]; i++)
        TELL(w->matter, journal[i]);
    ombud_status status =
        ombud_scenario_parse(scenario_text, sizeof scenario_text - 1, NULL, 0, &w->alloc, &w->scenario, &w->err);
    if (status != OMBUD_OK)
        fail_msg("%u:%u %s [%s]", w->err.line, w->err.column, w->err.message, w->err.excerpt);
}

static void end_world(world *w)
{
    free_results(w);
    ombud_scenario_free(w->scenario);
    ombud_case_free(w->matter);
    ombud_settings_free(w->settings);
    ombud_law_free(w->law);
    assert_int_equal(w->memory.blocks, 0);
    assert_int_equal(w->memory.bytes, 0);
}

/* ---- acts -------------------------------------------------------------------------------------------------------- */

static ombud_status act_parse(world *w)
{
    ombud_view text = ombud_law_text(w->law);
    return ombud_law_parse(text.ptr, text.len, &w->alloc, &w->new_law, &w->err);
}
static ombud_status act_builtin(world *w)
{
    return ombud_law_builtin("bxl2019", &w->alloc, &w->new_law, &w->err);
}
static ombud_status act_settings(world *w)
{
    static const char text[] = "roll previous_working_day\nholiday 2026-05-15\nholiday 2026-01-02\n";
    return ombud_settings_parse(w->law, text, sizeof text - 1, &w->alloc, &w->new_settings, &w->err);
}
static ombud_status act_new(world *w)
{
    return ombud_case_new(w->law, w->settings, &w->alloc, &w->new_case, &w->err);
}
static ombud_status act_clone(world *w)
{
    return ombud_case_clone(w->matter, &w->alloc, &w->new_case, &w->err);
}
static ombud_status act_clone_as_of(world *w)
{
    return ombud_case_clone_as_of(w->matter, OMBUD_DAY_MAX, OMBUD_DAY_MAX, &w->alloc, &w->new_case, &w->err);
}
static ombud_status act_person(world *w)
{
    return ombud_case_person(w->matter, 7, "reporter", &w->err);
}
static ombud_status act_roles(world *w)
{
    return ombud_case_person(w->matter, 1, "contact_point", &w->err);
}
static ombud_status act_item(world *w)
{
    return ombud_case_item(w->matter, "r9", &w->err);
}

static ombud_status apply(world *w, const char *line, int watched)
{
    ombud_event event = trial_event(line);
    return ombud_case_apply(w->matter, &event, watched ? &w->changes : NULL, &w->err);
}
static ombud_status act_apply(world *w)
{
    return apply(w, "2026-03-11 report.feedback_given r1 by=p2", 0);
}
static ombud_status act_apply_newcomer(world *w)
{
    return apply(w, "2026-03-11 report.received r2 by=p2 reporter=p1 channel=external form=written", 0);
}
static ombud_status act_apply_watched(world *w)
{
    return apply(w, "2026-03-11 report.received r2 by=p2 reporter=p1 channel=external form=written", 1);
}
static ombud_status act_apply_late(world *w)
{
    return apply(w, "2026-03-03 report.feedback_given r1 by=p2 entered=2026-03-20", 1);
}
static ombud_status act_void(world *w)
{
    return apply(w, "2026-03-20 void 2 by=p2", 1);
}
static ombud_status act_propose(world *w)
{
    ombud_event event = trial_event("2026-03-11 report.received r2 by=p2 reporter=p1 channel=external form=written");
    return ombud_case_propose(w->matter, &event, &w->changes, &w->err);
}
static ombud_status act_batch(world *w)
{
    ombud_event events[40];
    static char lines[40][100];
    size_t at = 99;
    for (size_t i = 0; i < 40; i++) {
        snprintf(lines[i], sizeof lines[i],
                 "2026-03-%02u report.received r%u by=p2 reporter=p1 channel=external form=written",
                 (unsigned)(1 + i % 28), (unsigned)(i + 10));
        events[i] = trial_event(lines[i]);
    }
    ombud_status status = ombud_case_apply_batch(w->matter, events, 40, &at, &w->err);
    assert_true(status == OMBUD_OK ? at == 99 : at < 40);
    return status;
}
static ombud_status act_may(world *w)
{
    ombud_event event = trial_event("2026-03-11 report.closed_as_minor r1 by=p2 minor=yes");
    return ombud_case_may(w->matter, &event, NULL, &w->verdict, &w->err);
}
static ombud_status act_may_newcomer(world *w)
{
    ombud_event event = trial_event("2026-03-11 report.received r2 by=p2 reporter=p1 channel=external form=written");
    ombud_asof known = trial_known("2026-03-11", "2026-03-07");
    return ombud_case_may(w->matter, &event, &known, &w->verdict, &w->err);
}

/* What an audience may know of that day is looked up before the line is read. */
static ombud_status act_may_for(world *w)
{
    ombud_event event = trial_event("2026-03-05 report.closed_as_minor r1 by=p2");
    ombud_asof asof = trial_asof("2026-03-11");
    asof.has_audience = 1;
    asof.audience = 1;
    asof.audience_person = 1;
    return ombud_case_may(w->matter, &event, &asof, &w->verdict, &w->err);
}

static const char *const days[] = {"2026-03-05", "2026-03-12", "2027-03-12"};
static ombud_asof some_day(size_t i)
{
    return trial_asof(days[i]);
}

#define QUESTION(name, call)                                                                                           \
    static ombud_status name##_past(world *w)                                                                          \
    {                                                                                                                  \
        ombud_asof asof = some_day(0);                                                                                 \
        return call;                                                                                                   \
    }                                                                                                                  \
    static ombud_status name##_now(world *w)                                                                           \
    {                                                                                                                  \
        ombud_asof asof = some_day(1);                                                                                 \
        return call;                                                                                                   \
    }                                                                                                                  \
    static ombud_status name##_future(world *w)                                                                        \
    {                                                                                                                  \
        ombud_asof asof = some_day(2);                                                                                 \
        return call;                                                                                                   \
    }
QUESTION(ask_terms, ombud_case_terms(w->matter, &asof, &w->terms, &w->err))
QUESTION(ask_duties, ombud_case_duties(w->matter, asof.day, &w->terms, &w->err))
QUESTION(ask_findings, ombud_case_findings(w->matter, &asof, &w->findings, &w->err))
QUESTION(ask_cured, ombud_case_cured(w->matter, &asof, &w->findings, &w->err))
QUESTION(ask_next, ombud_case_next(w->matter, "contact_point", &asof, &w->actions, &w->err))
QUESTION(ask_timeline, ombud_case_timeline(w->matter, &asof, &w->timeline, &w->err))
QUESTION(ask_answer, ombud_case_ask(w->matter, "other_procedures", "r1", &asof, &w->answer, &w->err))
static ombud_status state_of(world *w, ombud_asof asof)
{
    ombud_view view;
    return ombud_case_state(w->matter, "r1", &asof, &view, &w->err);
}
QUESTION(ask_state, state_of(w, asof))
static ombud_status fact_of(world *w, ombud_asof asof)
{
    ombud_truth truth;
    return ombud_case_fact(w->matter, "r1", "minor", &asof, &truth, &w->err);
}
QUESTION(ask_fact, fact_of(w, asof))
static ombud_status change_of(world *w, ombud_asof asof)
{
    ombud_day day;
    ombud_status status = ombud_case_next_change(w->matter, &asof, &day, &w->err);
    return status == OMBUD_E_NOT_FOUND ? OMBUD_OK : status;
}
QUESTION(ask_change, change_of(w, asof))

static int swallow(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 0;
}
static ombud_status render_for(world *w, ombud_format format, int audience)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_asof asof = some_day(2);
    how.format = format;
    asof.has_audience = audience;
    ombud_status status = ombud_render_case(w->matter, &asof, &how, swallow, NULL, &w->err);
    return status == OMBUD_OK ? ombud_render_findings(w->matter, &asof, &how, swallow, NULL, &w->err) : status;
}
static ombud_status act_render_text(world *w)
{
    return render_for(w, OMBUD_FORMAT_TEXT, 0);
}
static ombud_status act_render_json(world *w)
{
    return render_for(w, OMBUD_FORMAT_JSON, 0);
}
static ombud_status act_render_text_for(world *w)
{
    return render_for(w, OMBUD_FORMAT_TEXT, 1);
}
static ombud_status act_render_json_for(world *w)
{
    return render_for(w, OMBUD_FORMAT_JSON, 1);
}
static ombud_status act_render_verdict(world *w)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_status status = act_may(w);
    return status == OMBUD_OK ? ombud_render_verdict(w->verdict, &how, swallow, NULL, &w->err) : status;
}
static ombud_status act_write(world *w)
{
    return ombud_case_write(w->matter, swallow, NULL, &w->err);
}
static ombud_status act_scenario(world *w)
{
    return ombud_scenario_parse(scenario_text, sizeof scenario_text - 1, NULL, 0, &w->alloc, &w->new_scenario, &w->err);
}
static ombud_status act_check(world *w)
{
    ombud_status status = OMBUD_OK;
    for (size_t run = 0; run < ombud_scenario_count(w->scenario) && status == OMBUD_OK; run++) {
        ombud_report_free(w->report);
        w->report = NULL;
        status = ombud_scenario_check(w->scenario, run, &w->report, &w->err);
    }
    return status;
}

#define THREE(name)                                                                                                    \
    {#name " past", name##_past}, {#name " now", name##_now},                                                          \
    {                                                                                                                  \
#        name " future", name##_future                                                                                 \
    }
static const struct act {
    const char *name;
    ombud_status (*run)(world *w);
} acts[] = {
    {"law_parse", act_parse},
    {"law_builtin", act_builtin},
    {"settings_parse", act_settings},
    {"case_new", act_new},
    {"case_clone", act_clone},
    {"case_clone_as_of", act_clone_as_of},
    {"case_person", act_person},
    {"case_person again", act_roles},
    {"case_item", act_item},
    {"case_apply", act_apply},
    {"case_apply newcomer", act_apply_newcomer},
    {"case_apply watched", act_apply_watched},
    {"case_apply late", act_apply_late},
    {"void", act_void},
    {"case_propose", act_propose},
    {"case_apply_batch", act_batch},
    {"case_may", act_may},
    {"case_may newcomer", act_may_newcomer},
    {"case_may for an audience", act_may_for},
    THREE(ask_terms),
    THREE(ask_duties),
    THREE(ask_findings),
    THREE(ask_cured),
    THREE(ask_next),
    THREE(ask_timeline),
    THREE(ask_answer),
    THREE(ask_state),
    THREE(ask_fact),
    THREE(ask_change),
    {"render text", act_render_text},
    {"render json", act_render_json},
    {"render text for an audience", act_render_text_for},
    {"render json for an audience", act_render_json_for},
    {"render verdict", act_render_verdict},
    {"case_write", act_write},
    {"scenario_parse", act_scenario},
    {"scenario_check", act_check},
};

/* ---- every n ----------------------------------------------------------------------------------------------------- */

static long tries, acts_that_allocate;

static void fail_each(const struct act *act, int from_then_on)
{
    world w;
    begin_world(&w);
    trial_text before = trial_written(w.matter);
    for (size_t n = 1;; n++) {
        size_t blocks = w.memory.blocks, bytes = w.memory.bytes;
        w.memory.requests = 0;
        w.memory.fail_at = n;
        w.memory.from_then_on = from_then_on;
        w.memory.failed = 0;
        ombud_status status = act->run(&w);
        w.memory.fail_at = 0;
        if (!w.memory.failed) {
            if (status != OMBUD_OK)
                fail_msg("%s, nothing failed: %s: %s [%s]", act->name, ombud_status_name(status), w.err.message,
                         w.err.excerpt);
            acts_that_allocate += n > 1;
            break;
        }
        tries++;
        /* What an act made before its last call failed is its own. */
        free_results(&w);
        if (status != OMBUD_E_NOMEM || w.err.code != OMBUD_E_NOMEM)
            fail_msg("%s, request %u: %s", act->name, (unsigned)n, ombud_status_name(status));
        assert_true(w.err.message[0] != '\0');
        assert_non_null(w.err.remedy);
        trial_text after = trial_written(w.matter);
        if (strcmp(before.bytes, after.bytes) != 0)
            fail_msg("%s, request %u: the case was\n%sand is\n%s", act->name, (unsigned)n, before.bytes, after.bytes);
        free(after.bytes);
        STATE(w.matter, "r1", trial_asof("2026-03-12"), "examined");
        /* A journal may keep room that it grew; nothing else may stay. */
        if (w.memory.blocks > blocks + 4)
            fail_msg("%s, request %u: %u blocks more", act->name, (unsigned)n, (unsigned)(w.memory.blocks - blocks));
        (void)bytes;
    }
    free(before.bytes);
    end_world(&w);
}

static void every_request_fails_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        fail_each(&acts[i], 0);
}

static void every_request_fails_from_then_on(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
        fail_each(&acts[i], 1);
    print_message("# %ld failures in both ways, %ld acts that allocate\n", tries, acts_that_allocate);
    assert_true(tries > 400);
    assert_true(acts_that_allocate > 40);
}

/* Half of an allocator is none. */
static void an_allocator_without_a_function(void **state)
{
    (void)state;
    faulty memory;
    memset(&memory, 0, sizeof memory);
    const ombud_alloc whole = {&memory, faulty_alloc, faulty_resize, faulty_free};
    ombud_law *law = LAW(TRIAL_HEAD TRIAL_RULE("1") "  recorded \"x\"\n");
    for (int i = 0; i < 3; i++) {
        ombud_alloc half = whole;
        ombud_law *none = NULL;
        ombud_case *c = NULL;
        ombud_settings *s = NULL;
        ombud_scenario *t = NULL;
        if (i == 0)
            half.alloc = NULL;
        if (i == 1)
            half.resize = NULL;
        if (i == 2)
            half.free = NULL;
        assert_int_equal(ombud_law_parse("law a\n", 6, &half, &none, NULL), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_law_builtin("bxl2019", &half, &none, NULL), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_settings_parse(law, "", 0, &half, &s, NULL), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_case_new(law, NULL, &half, &c, NULL), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_scenario_parse("", 0, NULL, 0, &half, &t, NULL), OMBUD_E_ARGUMENT);
    }
    assert_int_equal(memory.requests, 0);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_request_fails_once),
        cmocka_unit_test(every_request_fails_from_then_on),
        cmocka_unit_test(an_allocator_without_a_function),
    };
    return cmocka_run_group_tests_name("no memory", tests, NULL, NULL);
}
