/*
 * Reasons without memory: what a decision rests on and what lines entered late have cured. Every request is refused in
 * turn, once and from then on; the status says so, nothing stays behind, and what is told with memory is told again.
 */
#include "dry.h"
#include "permit.h"

static const char kept_law[] = PERMIT
    "link needs : permit -> permit\n" TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted, permit.refused: live "
                                                      "-> same\n  permit.noted: any -> same\n"
                                                      "  permit.then_fit as at permit.noted when a and b\n"
                                                      "  permit.fit_again as at permit.refused when then_fit and c\n"
                                                      "  permit.granted only when fit_again and not d\n"
                                                      "  answer permit.worth = much when every needs -> permit (a)\n"
                                                      "  withhold permit.d from all but librarian\n"
                                                      "  duty decide librarian to member\n    opened by permit.asked\n"
                                                      "    within at most P7D\n    met by permit.granted\n";

/* What was stated is kept nine times over, and twenty items are linked: the lists grow beyond what they begin with. */
static ombud_case *kept_case(const ombud_law *law)
{
    ombud_case *c = CASE(law, NULL);
    char line[80];
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes c=yes d=no");
    for (int i = 0; i < 9; i++) {
        TELL(c, "2026-03-03 permit.noted x1");
        TELL(c, "2026-03-04 permit.refused x1 by=p2");
    }
    for (int i = 2; i < 22; i++) {
        snprintf(line, sizeof line, "2026-03-05 permit.asked x%d by=p1 a=yes", i);
        TELL(c, line);
        snprintf(line, sizeof line, "2026-03-05 link x1 needs x%d", i);
        TELL(c, line);
    }
    return c;
}

static const char cured_law[] =
    TRIAL_HEAD "item permit x\n"
               "  states live\n"
               "  event asked by member\n"
               "  event granted, signed by librarian\n"
               "  fact a, b stated by member\n" TRIAL_RULE(
                   "1") "  permit.asked: -> live\n  permit.granted, permit.signed: live -> same\n"
                        "  permit.signed not when a\n"
                        "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                        "    met by permit.granted\n"
                        "  require fit librarian while permit is live: b\n";

/* On each of two days several lines are entered late, of which more than one cures. */
static ombud_case *cured_case(const ombud_law *law)
{
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.signed x1 by=p2");
    TELL(c, "2026-03-02 permit.asked x2 by=p1 b=yes");
    TELL(c, "2026-03-02 fact x1 by=p1 a=no entered=2026-03-06");
    TELL(c, "2026-03-02 fact x1 by=p1 b=yes entered=2026-03-06");
    TELL(c, "2026-03-05 permit.granted x1 by=p2 entered=2026-03-20");
    TELL(c, "2026-03-06 permit.granted x2 by=p2 entered=2026-03-20");
    return c;
}

/* ---- questions: each writes down what it was told ---------------------------------------------------------------- */

static void put_stated(trial_text *text, const ombud_stated *s)
{
    trial_text_put(text, "%.*s%d %.*s %zu; ", (int)s->item_prefix.len, s->item_prefix.ptr, (int)s->item_number,
                   (int)s->name.len, s->name.ptr, s->position);
}

static ombud_status may_for(const ombud_case *c, const ombud_asof *asof, const char *line, trial_text *text)
{
    ombud_event event = trial_event(line);
    ombud_verdict *verdict = NULL;
    ombud_status status = ombud_case_may(c, &event, asof, &verdict, NULL);
    for (size_t i = 0; i < ombud_verdict_stated_count(verdict); i++) {
        ombud_stated s = OMBUD_STATED_INIT;
        assert_int_equal(ombud_verdict_stated(verdict, i, &s), OMBUD_OK);
        put_stated(text, &s);
    }
    ombud_verdict_free(verdict);
    return status;
}

static ombud_status ask_verdict(const ombud_case *c, trial_text *text)
{
    return may_for(c, NULL, "2026-03-09 permit.granted x1 by=p2", text);
}
static ombud_status ask_supposed(const ombud_case *c, trial_text *text)
{
    return may_for(c, NULL, "2026-03-09 permit.asked x99 by=p1 a=yes", text);
}
static ombud_status ask_for_librarian(const ombud_case *c, trial_text *text)
{
    ombud_asof asof = trial_asof("2026-03-09");
    asof.has_audience = 1;
    asof.audience = 2;
    return may_for(c, &asof, "2026-03-09 permit.granted x1 by=p2", text);
}
static ombud_status ask_answer(const ombud_case *c, trial_text *text)
{
    const ombud_asof asof = trial_asof("2026-03-09");
    ombud_answer *answer = NULL;
    ombud_status status = ombud_case_ask(c, "worth", "x1", &asof, &answer, NULL);
    for (size_t i = 0; i < ombud_answer_stated_count(answer); i++) {
        ombud_stated s = OMBUD_STATED_INIT;
        assert_int_equal(ombud_answer_stated(answer, i, &s), OMBUD_OK);
        put_stated(text, &s);
    }
    ombud_answer_free(answer);
    return status;
}
static ombud_status ask_cured(const ombud_case *c, trial_text *text)
{
    const ombud_asof asof = trial_asof("2026-04-01");
    ombud_findings *cured = NULL;
    ombud_status status = ombud_case_cured(c, &asof, &cured, NULL);
    for (size_t i = 0; i < ombud_findings_count(cured); i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_findings_get(cured, i, &f), OMBUD_OK);
        trial_text_put(text, "%.*s by %zu; ", (int)f.name.len, f.name.ptr, f.cured_by);
    }
    ombud_findings_free(cured);
    return status;
}

static const struct question {
    const char *law;
    ombud_case *(*begin)(const ombud_law *law);
    ombud_status (*ask)(const ombud_case *c, trial_text *text);
    const char *told;
} questions[] = {
    {kept_law, kept_case, ask_verdict, "x1 a 1; x1 b 1; x1 c 1; x1 d 1; "},
    {kept_law, kept_case, ask_for_librarian, "x1 a 1; x1 b 1; x1 c 1; x1 d 1; "},
    {kept_law, kept_case, ask_supposed, ""},
    {kept_law, kept_case, ask_answer,
     "x2 a 20; x3 a 22; x4 a 24; x5 a 26; x6 a 28; x7 a 30; x8 a 32; x9 a 34; x10 a 36; x11 a 38; x12 a 40; "
     "x13 a 42; x14 a 44; x15 a 46; x16 a 48; x17 a 50; x18 a 52; x19 a 54; x20 a 56; x21 a 58; "},
    {cured_law, cured_case, ask_cured, "fit by 5; signed by 4; decide by 6; decide by 7; "},
};

static size_t tries;

static void fail_each(const struct question *q, int from_then_on)
{
    faulty memory;
    memset(&memory, 0, sizeof memory);
    const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
    ombud_law *law = LAW(q->law);
    ombud_case *kept = q->begin(law), *c = NULL;
    assert_int_equal(ombud_case_clone(kept, &alloc, &c, NULL), OMBUD_OK);
    for (size_t n = 1;; n++, tries++) {
        size_t blocks = memory.blocks, bytes = memory.bytes;
        trial_text text = {NULL, 0, 0};
        trial_text_add(&text, "", 0);
        memory.requests = 0;
        memory.failed = 0;
        memory.fail_at = n;
        memory.from_then_on = from_then_on;
        ombud_status status = q->ask(c, &text);
        int failed = memory.failed;
        memory.fail_at = 0;
        assert_int_equal(status, failed ? OMBUD_E_NOMEM : OMBUD_OK);
        assert_string_equal(text.bytes, failed ? "" : q->told);
        free(text.bytes);
        assert_int_equal(memory.blocks, blocks);
        assert_int_equal(memory.bytes, bytes);
        if (!failed)
            break;
    }
    ombud_case_free(c);
    ombud_case_free(kept);
    ombud_law_free(law);
    assert_int_equal(memory.blocks, 0);
}

static void every_request_fails(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        fail_each(&questions[i], 0);
        fail_each(&questions[i], 1);
    }
    print_message("# %zu failures\n", tries);
    assert_true(tries > 100);
}

/* While it is counted what is covered, what may be is asked of a journal that is gone through once more. */
static void counted_questions(void **state)
{
    (void)state;
    static const char text[] = "law library\nperson p1 member\nperson p2 librarian\n"
                               "2026-03-02 permit.asked x1 by=p1 a=yes b=yes c=yes d=no\n2026-03-03 permit.noted x1\n"
                               "on 2026-03-09\n  expect may permit.granted x1 by=p2 undetermined\n"
                               "  expect may permit.asked x2 by=p1 permitted\n  expect duty decide x1 open\n";
    world w;
    begin(&w);
    w.law = LAW(kept_law);
    const ombud_law *const laws[] = {w.law};
    assert_int_equal(ombud_scenario_parse(text, sizeof text - 1, laws, 1, &w.alloc, &w.scenario, &w.err), OMBUD_OK);
    assert_true(run_dry(&w, check_case) > 20);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_request_fails),
        cmocka_unit_test(counted_questions),
    };
    return cmocka_run_group_tests_name("reasons without memory", tests, NULL, NULL);
}
