/*
 * The statuses of what is done with cases: recording, questions, scenarios, rendering. tests/checks/statuses.py reads
 * this file and test_status.c beside the headers.
 */
#include "status_world.h"

/* ---- cases ------------------------------------------------------------------------------------------------------- */

static void cases(void **state)
{
    (void)state;
    ombud_case *none = NULL;
    size_t bytes, needed = 0;
    ombud_entry entry = OMBUD_ENTRY_INIT;
    ombud_item item = OMBUD_ITEM_INIT;
    ombud_event event;
    ombud_day day;
    ombud_asof asof = trial_asof("2026-03-02"), bad = asof, shown = asof;
    char line[400], *role = long_line(""), small[8];
    bad.day = OMBUD_DAY_MAX + 1;
    shown.has_audience = 1;
    WANT(OMBUD_E_ARGUMENT, ombud_case_new(NULL, NULL, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_new(law, other_settings, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_new(law, NULL, &well, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_clone(NULL, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_clone(c, &well, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_clone_as_of(NULL, asof.day, asof.day, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_clone_as_of(c, asof.day, asof.day, NULL, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_clone_as_of(c, bad.day, asof.day, NULL, &none, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_clone_as_of(c, asof.day, OMBUD_DAY_MIN - 1, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_clone_as_of(c, asof.day, asof.day, &well, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_memory_bound(law, 1, 1, 1, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_memory_bound(law, OMBUD_CASE_EVENTS_MAX + 1, 1, 1, &bytes));
    WANT(OMBUD_E_ARGUMENT, ombud_case_set_number(c, 0));
    WANT(OMBUD_E_ARGUMENT, ombud_case_set_number(c, OMBUD_NUMBER_MAX + 1));
    WANT(OMBUD_E_ARGUMENT, ombud_case_person(c, 0, NULL, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_person(c, 9, "king", NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_person(c, 9, role, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_item(NULL, "x1", NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_item(c, "y1", NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_item(c, role, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_case_item(c, "x1 x2", NULL));
    free(role);
    /* Members take room in steps: the next that needs a step finds none. */
    ombud_status status = OMBUD_OK;
    dry = 1;
    for (int64_t i = 100; i < 200 && status == OMBUD_OK; i++)
        status = ombud_case_person(c, i, NULL, NULL);
    WANT(OMBUD_E_NOMEM, ombud_case_person(c, 999, NULL, NULL));
    WANT(OMBUD_E_NOMEM, ombud_case_item(c, "x999", NULL));
    dry = 0;
    assert_int_equal(status, OMBUD_E_NOMEM);
    WANT(OMBUD_E_ARGUMENT, ombud_event_init(NULL, sizeof event));
    WANT(OMBUD_E_ARGUMENT, ombud_event_init(&event, 8));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_entry(c, 0, &entry));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_entry(c, 999, &entry));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry(c, 1, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_entry_text(c, 999, line, sizeof line, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_entry_text(c, 1, small, sizeof small, &needed));
    assert_true(needed > sizeof small && small[7] == '\0');
    WANT(OMBUD_E_NOT_FOUND, ombud_case_entry_text_for(c, &asof, 999, line, sizeof line, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_entry_text_for(c, &shown, 1, small, sizeof small, &needed));
    WANT(OMBUD_E_RANGE, ombud_case_entry_text_for(c, &bad, 1, line, sizeof line, NULL));
    shown.day += 400;
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_entry_text_for(c, &shown, 1, line, sizeof line, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_last_day(empty, &day));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_item_at(c, 99999, &item));
    WANT(OMBUD_E_ARGUMENT, ombud_case_item_at(NULL, 0, &item));
    assert_null(none);
}

static int refuse(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 77;
}
static int swallow(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 0;
}

static void writing(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    WANT(OMBUD_E_ARGUMENT, ombud_case_write(NULL, swallow, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_write(c, NULL, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_case_write(c, refuse, NULL, &err));
    assert_int_equal(err.host_code, 77);
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

/* The lines that recording, proposing, recording in a batch and asking refuse alike. */
static void events(void **state)
{
    (void)state;
    enum { KINDS = 10 };
    static const char *const texts[KINDS] = {
        "2026-03-03 permit.granted",
        "2026-03-03 permit.eaten x1",
        "2026-03-03 permit.granted x1 by=p77",
        "2026-03-03 permit.asked x9 by=p1 last_act=2026-02-30",
        "2026-03-03 permit.asked x9 by=p1 span=P7X",
        "2026-03-03 permit.granted x1 by=p2 \xff",
        "2026-03-03 permit.asked x9 by=x1",
        "",
        "",
        "",
    };
    ombud_event e[KINDS];
    ombud_verdict *verdict = NULL;
    char *line = long_line(" permit.granted x1 ");
    for (size_t i = 0; i < 7; i++)
        e[i] = event_of(texts[i]);
    ombud_event far = event_of("2026-03-03 permit.granted x1 by=p2"),
                stated = event_of("2026-03-03 fact x1 by=p2 a=yes"), endless = far, newcomer, unread = far;
    newcomer = event_of("2026-03-03 permit.asked x77 by=p1");
    far.on = OMBUD_DAY_MAX + 1;
    endless.line = ombud_view_of(line);
    unread.line = (ombud_view){NULL, 3};

    WANT(OMBUD_E_ARGUMENT, ombud_case_apply(NULL, &e[0], NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_apply(c, &unread, NULL, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_case_apply(c, &e[0], NULL, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_apply(c, &e[1], NULL, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_apply(c, &e[2], NULL, NULL));
    WANT(OMBUD_E_DATE, ombud_case_apply(c, &e[3], NULL, NULL));
    WANT(OMBUD_E_PERIOD, ombud_case_apply(c, &e[4], NULL, NULL));
    WANT(OMBUD_E_UTF8, ombud_case_apply(c, &e[5], NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_apply(c, &far, NULL, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_case_apply(c, &stated, NULL, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_apply(c, &endless, NULL, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_apply(c, &newcomer, &(ombud_changes *){NULL}, NULL));

    WANT(OMBUD_E_ARGUMENT, ombud_case_propose(c, NULL, NULL, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_case_propose(c, &e[0], NULL, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_propose(c, &e[1], NULL, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_propose(c, &e[2], NULL, NULL));
    WANT(OMBUD_E_DATE, ombud_case_propose(c, &e[3], NULL, NULL));
    WANT(OMBUD_E_PERIOD, ombud_case_propose(c, &e[4], NULL, NULL));
    WANT(OMBUD_E_UTF8, ombud_case_propose(c, &e[5], NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_propose(c, &far, NULL, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_case_propose(c, &stated, NULL, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_propose(c, &endless, NULL, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_propose(c, &newcomer, NULL, NULL));
    ombud_event granted = event_of("2026-03-03 permit.granted x1 by=p2");
    WANT(OMBUD_E_REFUSED, ombud_case_propose(c, &granted, NULL, NULL));

    WANT(OMBUD_E_ARGUMENT, ombud_case_apply_batch(c, NULL, 1, NULL, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_case_apply_batch(c, &e[0], 1, NULL, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_apply_batch(c, &e[1], 1, NULL, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_apply_batch(c, &e[2], 1, NULL, NULL));
    WANT(OMBUD_E_DATE, ombud_case_apply_batch(c, &e[3], 1, NULL, NULL));
    WANT(OMBUD_E_PERIOD, ombud_case_apply_batch(c, &e[4], 1, NULL, NULL));
    WANT(OMBUD_E_UTF8, ombud_case_apply_batch(c, &e[5], 1, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_apply_batch(c, &far, 1, NULL, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_case_apply_batch(c, &stated, 1, NULL, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_apply_batch(c, &endless, 1, NULL, NULL));
    ombud_event many[64];
    for (size_t i = 0; i < 64; i++)
        many[i] = granted;
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_apply_batch(c, many, 64, NULL, NULL));

    WANT(OMBUD_E_ARGUMENT, ombud_case_may(c, &e[0], NULL, NULL, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_case_may(c, &e[0], NULL, &verdict, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_may(c, &e[1], NULL, &verdict, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_may(c, &e[2], NULL, &verdict, NULL));
    WANT(OMBUD_E_DATE, ombud_case_may(c, &e[3], NULL, &verdict, NULL));
    WANT(OMBUD_E_PERIOD, ombud_case_may(c, &e[4], NULL, &verdict, NULL));
    WANT(OMBUD_E_UTF8, ombud_case_may(c, &e[5], NULL, &verdict, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_may(c, &far, NULL, &verdict, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_case_may(c, &e[6], NULL, &verdict, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_may(c, &endless, NULL, &verdict, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_may(c, &granted, NULL, &verdict, NULL));
    assert_null(verdict);
    assert_int_equal(ombud_case_journal_count(c), 1);
    free(line);
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

static void verdicts(void **state)
{
    (void)state;
    ombud_event unspoken = event_of("2026-03-03 permit.unspoken x1"),
                granted = event_of("2026-03-03 permit.granted x1 by=p2");
    ombud_verdict *verdict = NULL;
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    size_t index;
    assert_int_equal(ombud_case_may(c, &unspoken, NULL, &verdict, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_verdict_provision(verdict, &index));
    WANT(OMBUD_E_NOT_FOUND, ombud_verdict_row(verdict, &index));
    ombud_verdict_free(verdict);
    assert_int_equal(ombud_case_may(c, &granted, NULL, &verdict, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_verdict_unmet(verdict, 99, 0, &unmet));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_unmet(verdict, 0, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_provision(NULL, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_row(verdict, NULL));
    ombud_verdict_free(verdict);
}

static void questions(void **state)
{
    (void)state;
    ombud_asof asof = trial_asof("2027-03-02"), bad = asof;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    ombud_actions *actions = NULL;
    ombud_timeline *timeline = NULL;
    ombud_answer *answer = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    ombud_finding finding = OMBUD_FINDING_INIT;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_view view;
    ombud_truth truth;
    ombud_day day;
    size_t index;
    bad.day = OMBUD_DAY_MIN - 1;
    WANT(OMBUD_E_ARGUMENT, ombud_case_terms(c, NULL, &terms, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_terms(c, &bad, &terms, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_terms(c, &asof, &terms, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_duties(NULL, asof.day, &terms, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_duties(c, bad.day, &terms, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_duties(c, asof.day, &terms, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_findings(c, &asof, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_findings(c, &bad, &findings, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_findings(c, &asof, &findings, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_cured(c, &asof, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_cured(c, &bad, &findings, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_cured(c, &asof, &findings, NULL));
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_terms_get(terms, 99, &term));
    WANT(OMBUD_E_ARGUMENT, ombud_terms_get(terms, 0, NULL));
    ombud_terms_free(terms);
    assert_int_equal(ombud_case_findings(c, &asof, &findings, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_findings_get(findings, 99, &finding));
    WANT(OMBUD_E_ARGUMENT, ombud_findings_get(NULL, 0, &finding));
    ombud_findings_free(findings);
    WANT(OMBUD_E_NOT_FOUND, ombud_case_state(c, "x88", &asof, &view, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_state(c, NULL, &asof, &view, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_state(c, "x1", &bad, &view, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_state(c, "x1", &asof, &view, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_fact(c, "x88", "a", &asof, &truth, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_fact(c, "x1", NULL, &asof, &truth, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_fact(c, "x1", "a", &bad, &truth, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_fact(c, "x1", "a", &asof, &truth, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_fact(c, "x1", "q", &asof, &truth, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_ask(c, "why", "x1", &asof, &answer, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_ask(c, "way", "x88", &asof, &answer, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_ask(c, "way", "x1", &asof, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_ask(c, "way", "x1", &bad, &answer, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_ask(c, "way", "x1", &asof, &answer, NULL));
    assert_int_equal(apply("2026-03-03 fact x1 by=p1 a=no"), OMBUD_OK);
    assert_int_equal(ombud_case_ask(c, "never", "x1", &asof, &answer, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_answer_provision(answer, &index));
    ombud_answer_free(answer);
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_next(c, "king", &asof, &actions, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_next(c, NULL, &asof, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_next(c, NULL, &bad, &actions, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_next(c, NULL, &asof, &actions, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_next_change(c, &asof, &day, &err));
    assert_int_equal(err.code, OMBUD_E_NOT_FOUND);
    WANT(OMBUD_E_ARGUMENT, ombud_case_next_change(c, &asof, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_next_change(c, &bad, &day, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_timeline(c, NULL, &timeline, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_timeline(c, &bad, &timeline, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_timeline(c, &asof, &timeline, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_receipt(c, &asof, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_receipt(c, &bad, &receipt));
    asof.has_audience = 1;
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_receipt(c, &asof, &receipt));
    assert_null(timeline);
    assert_null(actions);
}

/* ---- scenarios and rendering ------------------------------------------------------------------------------------- */

#define HEAD "law library\ncase 1\nperson p1 member\nperson p2 librarian\n"

static void scenarios(void **state)
{
    (void)state;
    const ombud_law *const laws_here[] = {law};
    ombud_scenario *none = NULL;
    ombud_report *report = NULL;
    ombud_day day;
    char *line = long_line("law library\n# ");
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_parse(NULL, 3, NULL, 0, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_parse("law library\n", 12, NULL, 1, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM,
             ombud_scenario_parse(scenario_text, sizeof scenario_text - 1, laws_here, 1, &well, &none, NULL));
    WANT(OMBUD_E_LIMIT, ombud_scenario_parse(line, strlen(line), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_LIMIT,
         ombud_scenario_parse("law library\n", OMBUD_SCENARIO_TEXT_MAX + 1, laws_here, 1, NULL, &none, NULL));
    free(line);
    WANT(OMBUD_E_UTF8, ombud_scenario_parse(TEXT(HEAD "# \xff"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_scenario_parse(TEXT(HEAD "2026-03-02\n"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME,
         ombud_scenario_parse(TEXT(HEAD "2026-03-02 permit.eaten x1\n"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_DUPLICATE, ombud_scenario_parse(TEXT(HEAD "case 2\n"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_CONFLICT,
         ombud_scenario_parse(TEXT(HEAD "2026-03-02 permit.asked x1 by=p1\n2026-03-02 fact x1 by=p2 a=yes\n"),
                              laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_DATE,
         ombud_scenario_parse(TEXT(HEAD "2026-02-30 permit.asked x1 by=p1\n"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_PERIOD, ombud_scenario_parse(TEXT(HEAD "2026-03-02 permit.asked x1 by=p1\nwait P3X\n"), laws_here, 1,
                                              NULL, &none, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_scenario_parse(TEXT(HEAD "2026-03-02 void 1\n"), laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_RANGE,
         ombud_scenario_parse(TEXT(HEAD "2026-03-02 permit.asked x1 by=p1\nwait P9999Y\nnow permit.granted x1 by=p2\n"),
                              laws_here, 1, NULL, &none, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_scenario_last_day(scenario, 99, &day));
    WANT(OMBUD_E_NOT_FOUND, ombud_scenario_check(scenario, 99, &report, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_check(NULL, 0, &report, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_scenario_check(scenario, 0, &report, NULL));
    assert_null(report);
    assert_null(none);
}

static void rendering(void **state)
{
    (void)state;
    ombud_error brief = OMBUD_ERROR_INIT;
    ombud_asof asof = trial_asof("2027-03-02"), bad = asof;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_event granted = event_of("2026-03-03 permit.granted x1 by=p2");
    ombud_verdict *verdict = NULL;
    bad.day = OMBUD_DAY_MAX + 1;
    WANT(OMBUD_E_ARGUMENT, ombud_render_case(NULL, &asof, &how, swallow, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_render_case(c, &bad, &how, swallow, NULL, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_render_case(c, &asof, &how, swallow, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_render_case(c, &asof, &how, refuse, NULL, &brief));
    assert_int_equal(brief.host_code, 77);
    WANT(OMBUD_E_ARGUMENT, ombud_render_findings(c, NULL, &how, swallow, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_render_findings(c, &bad, &how, swallow, NULL, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_render_findings(c, &asof, &how, swallow, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_render_findings(c, &asof, &how, refuse, NULL, NULL));
    how.format = OMBUD_FORMAT_ICS;
    how.domain = ombud_view_of("library.example");
    how.salt = ombud_view_of("0123456789abcdef");
    WANT(OMBUD_E_STATE, ombud_render_case(c, &asof, &how, swallow, NULL, NULL));
    how.format = 0;
    WANT(OMBUD_E_ARGUMENT, ombud_render_law(NULL, "permit", &how, swallow, NULL, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_render_law(law, "shelf", &how, swallow, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_render_law(law, "permit", &how, refuse, NULL, NULL));
    assert_int_equal(ombud_case_may(c, &granted, NULL, &verdict, NULL), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_render_verdict(NULL, &how, swallow, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_render_verdict(verdict, &how, refuse, NULL, NULL));
    ombud_verdict_free(verdict);
}

/* ---- chains and coverage ----------------------------------------------------------------------------------------- */

static int no_digest(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                     unsigned char *out, size_t capacity, size_t *out_len)
{
    (void)previous;
    (void)previous_len;
    (void)bytes;
    (void)len;
    (void)capacity;
    out[0] = 7;
    *out_len = 1;
    return user != NULL ? 77 : 0;
}

static void chains(void **state)
{
    (void)state;
    ombud_chain chain = OMBUD_CHAIN_INIT, newer, broken = chain;
    struct {
        ombud_chain chain;
        char further[8];
    } larger;
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0;
    const ombud_view wrong = ombud_view_of("x");
    WANT(OMBUD_E_ARGUMENT, ombud_chain_init(NULL, sizeof newer));
    WANT(OMBUD_E_ARGUMENT, ombud_chain_init(&newer, 8));
    chain.digest = broken.digest = no_digest;
    broken.user = &broken;
    memset(&larger, 1, sizeof larger);
    larger.chain = chain;
    larger.chain.struct_size = (uint32_t)sizeof larger;
    WANT(OMBUD_E_ARGUMENT, ombud_case_chain(NULL, &chain, 1, NULL, digest, sizeof digest, &length, NULL));
    WANT(OMBUD_E_UNSUPPORTED, ombud_case_chain(c, &larger.chain, 1, NULL, digest, sizeof digest, &length, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_chain(c, &chain, 999, NULL, digest, sizeof digest, &length, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_chain(c, &chain, 1, NULL, digest, 0, &length, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_case_chain(c, &broken, 1, NULL, digest, sizeof digest, &length, NULL));
    WANT(OMBUD_E_DIFFERENT, ombud_case_verify(c, &chain, &wrong, 1, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_verify(c, &chain, NULL, 1, NULL, NULL));
    WANT(OMBUD_E_UNSUPPORTED, ombud_case_verify(c, &larger.chain, &wrong, 1, NULL, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_case_verify(c, &broken, &wrong, 1, NULL, NULL));
}

/* A line over 1 KiB needs memory to be digested. */
static void chains_of_long_lines(void **state)
{
    (void)state;
    enum { LONG = 1200 };
    static char name[LONG + 1];
    trial_text text = {NULL, 0, 0}, line = {NULL, 0, 0};
    ombud_chain chain = OMBUD_CHAIN_INIT;
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0;
    ombud_law *wordy = NULL;
    ombud_case *matter = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    const ombud_view wrong = ombud_view_of("x");
    memset(name, 'q', LONG);
    trial_text_put(&text, "%s", TRIAL_HEAD "item permit x\n  states live\n  event asked carries ");
    trial_text_add(&text, name, LONG);
    trial_text_put(&text, "%s", " (day)\nstructure\n  permit.asked: -> live\n");
    trial_text_put(&line, "%s", "permit.asked x1 ");
    trial_text_add(&line, name, LONG);
    trial_text_put(&line, "%s", "=2026-03-01");
    event.on = trial_day("2026-03-02");
    event.line = (ombud_view){line.bytes, line.length};
    chain.digest = no_digest;
    assert_int_equal(ombud_law_parse(text.bytes, text.length, NULL, &wordy, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_new(wordy, NULL, &well, &matter, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_apply(matter, &event, NULL, NULL), OMBUD_OK);
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_chain(matter, &chain, 1, NULL, digest, sizeof digest, &length, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_case_verify(matter, &chain, &wrong, 1, NULL, NULL));
    ombud_case_free(matter);
    ombud_law_free(wordy);
    free(text.bytes);
    free(line.bytes);
}

static void coverages(void **state)
{
    (void)state;
    ombud_coverage *coverage = NULL;
    ombud_report *report = NULL;
    ombud_covered covered = OMBUD_COVERED_INIT;
    size_t seen, total;
    WANT(OMBUD_E_ARGUMENT, ombud_coverage_new(NULL, NULL, &coverage, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_coverage_new(law, &well, &coverage, NULL));
    assert_int_equal(ombud_coverage_new(law, &well, &coverage, NULL), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_coverage_count(coverage, 99, &seen, &total));
    WANT(OMBUD_E_NOT_FOUND, ombud_coverage_get(coverage, 1, 9999, &covered));
    WANT(OMBUD_E_ARGUMENT, ombud_coverage_get(coverage, 1, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_scenario_check_covered(scenario, 99, coverage, &report, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_check_covered(NULL, 0, coverage, &report, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_scenario_check_covered(scenario, 0, coverage, &report, NULL));
    assert_null(report);
    ombud_coverage_free(coverage);
}

/* Freeing nothing, counting nothing. */
static void nothing(void **state)
{
    (void)state;
    ombud_law_free(NULL);
    ombud_settings_free(NULL);
    ombud_case_free(NULL);
    ombud_verdict_free(NULL);
    ombud_terms_free(NULL);
    ombud_findings_free(NULL);
    ombud_answer_free(NULL);
    ombud_actions_free(NULL);
    ombud_timeline_free(NULL);
    ombud_changes_free(NULL);
    ombud_scenario_free(NULL);
    ombud_report_free(NULL);
    assert_int_equal(ombud_verdict_set_count(NULL) + ombud_verdict_set_size(NULL, 0) + ombud_terms_count(NULL) +
                         ombud_findings_count(NULL) + ombud_answer_set_count(NULL) + ombud_actions_count(NULL) +
                         ombud_timeline_count(NULL) + ombud_scenario_count(NULL) + ombud_report_count(NULL) +
                         ombud_report_failed(NULL) + ombud_case_item_count(NULL) + ombud_case_journal_count(NULL) +
                         ombud_law_row_count(NULL) + ombud_law_word_count(NULL, OMBUD_WORD_ROLE) +
                         ombud_law_provision_count(NULL) + ombud_law_reading_count(NULL),
                     0);
    assert_null(ombud_scenario_case(NULL, 0));
    assert_null(ombud_case_law(NULL));
    assert_null(ombud_case_settings(NULL));
    assert_int_equal(ombud_case_number(NULL), 0);
    assert_int_equal(ombud_settings_digest(NULL), 0);
    assert_true(wants > 100);
    print_message("# %d calls that fail\n", wants);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases),     cmocka_unit_test(writing),   cmocka_unit_test(events),
        cmocka_unit_test(verdicts),  cmocka_unit_test(questions), cmocka_unit_test(scenarios),
        cmocka_unit_test(rendering), cmocka_unit_test(chains),    cmocka_unit_test(chains_of_long_lines),
        cmocka_unit_test(coverages), cmocka_unit_test(nothing),
    };
    return cmocka_run_group_tests_name("status of cases", tests, begin, end);
}
