/*
 * What is missing: each pointer of each function about laws, cases and answers is NULL in turn, each struct says a
 * length that was never one, each day lies outside of the calendar. The status says so, and a result that nobody asked
 * for is not written.
 */
#include "status_world.h"

static const ombud_asof unread = {8, 0, 0, 0, 0, 0, 0, 0};

static ombud_asof known_by(ombud_day day)
{
    ombud_asof asof = trial_asof("2026-03-02");
    asof.has_known_by = 1;
    asof.known_by = day;
    return asof;
}

static void of_laws(void **state)
{
    (void)state;
    ombud_law *none = NULL;
    size_t index = 77;
    ombud_view view;
    ombud_wording wording = 77;
    ombud_word word = OMBUD_WORD_INIT;
    ombud_reading reading = OMBUD_READING_INIT;
    WANT(OMBUD_E_ARGUMENT, ombud_law_builtin("bxl2019", NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_builtin(NULL, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_event_argument(NULL, "permit.asked", 0, OMBUD_LANG_EN, &word));
    WANT(OMBUD_E_ARGUMENT, ombud_law_event_argument(law, NULL, 0, OMBUD_LANG_EN, &word));
    WANT(OMBUD_E_ARGUMENT, ombud_law_event_argument(law, "permit.asked", 0, OMBUD_LANG_EN, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_word(NULL, OMBUD_WORD_ROLE, "a", 1, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_word(law, 0, "a", 1, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_word(law, OMBUD_WORD_SINCE + 1, "a", 1, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_word(law, OMBUD_WORD_ROLE, "a", 1, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_word_former(NULL, OMBUD_WORD_ROLE, 0, &view));
    WANT(OMBUD_E_ARGUMENT, ombud_law_word_former(law, 0, 0, &view));
    WANT(OMBUD_E_ARGUMENT, ombud_law_word_former(law, OMBUD_WORD_SINCE + 1, 0, &view));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_provision(NULL, "1", 1, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_provision(law, NULL, 1, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_provision(law, "1", 1, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_wording(NULL, 0, 0, &wording));
    WANT(OMBUD_E_ARGUMENT, ombud_law_wording(law, 0, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_reading(NULL, 0, OMBUD_LANG_EN, &reading));
    WANT(OMBUD_E_ARGUMENT, ombud_law_reading(law, 0, OMBUD_LANG_EN, NULL));
    assert_null(none);
    assert_int_equal(index, 77);
    assert_int_equal(wording, 77);
    assert_string_equal(ombud_term_status_name(-1), "?");
    assert_string_equal(ombud_term_status_name(99), "?");
}

static void of_settings(void **state)
{
    (void)state;
    ombud_settings *none = NULL;
    char *endless = malloc(OMBUD_LAW_TEXT_MAX + 2);
    assert_non_null(endless);
    memset(endless, '\n', OMBUD_LAW_TEXT_MAX + 1);
    WANT(OMBUD_E_ARGUMENT, ombud_settings_parse(NULL, "", 0, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_settings_parse(law, "", 0, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_settings_parse(law, NULL, 1, NULL, &none, NULL));
    WANT(OMBUD_E_LIMIT, ombud_settings_parse(law, endless, OMBUD_LAW_TEXT_MAX + 1, NULL, &none, NULL));
    assert_null(none);
    WANT(OMBUD_OK, ombud_settings_parse(law, NULL, 0, NULL, &none, NULL));
    ombud_settings_free(none);
    free(endless);
}

static void of_scenarios(void **state)
{
    (void)state;
    const ombud_law *const missing[] = {NULL};
    const ombud_law *const laws[] = {law};
    ombud_scenario *none = NULL;
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_parse("", 0, laws, 1, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_parse("", 0, NULL, 1, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_scenario_parse("", 0, missing, 1, NULL, &none, NULL));
    assert_null(none);
    assert_int_equal(ombud_scenario_point(NULL, 0, 0).len, 0);
    assert_int_equal(ombud_scenario_point(scenario, 99, 0).len, 0);
    assert_int_equal(ombud_scenario_point(scenario, 0, 99).len, 0);
}

static void of_cases(void **state)
{
    (void)state;
    ombud_day day = 77;
    ombud_item item = OMBUD_ITEM_INIT;
    ombud_entry entry = OMBUD_ENTRY_INIT;
    const ombud_asof asof = trial_asof("2026-03-02"), never = known_by(OMBUD_DAY_MAX + 1);
    char line[64];
    WANT(OMBUD_E_ARGUMENT, ombud_case_new(law, NULL, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_clone(c, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_set_number(NULL, 1));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry(NULL, 1, &entry));
    WANT(OMBUD_E_ARGUMENT, ombud_case_last_day(NULL, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_case_last_day(c, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_item_at(c, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_item_at(NULL, 0, &item));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text(NULL, 1, line, sizeof line, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text(c, 1, NULL, 9, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_entry_text(c, 1, NULL, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text_for(NULL, &asof, 1, line, sizeof line, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text_for(c, &asof, 1, NULL, 9, NULL));
    WANT(OMBUD_E_LIMIT, ombud_case_entry_text_for(c, &asof, 1, NULL, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text_for(c, NULL, 1, line, sizeof line, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_entry_text_for(c, &unread, 1, line, sizeof line, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_case_entry_text_for(c, &asof, 0, line, sizeof line, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_entry_text_for(c, &never, 1, line, sizeof line, NULL));
    ombud_asof shown = known_by(asof.day);
    WANT(OMBUD_OK, ombud_case_entry_text_for(c, &shown, 1, line, sizeof line, NULL));
    shown.has_audience = 1;
    WANT(OMBUD_OK, ombud_case_entry_text_for(c, &shown, 1, line, sizeof line, NULL));
    assert_int_equal(day, 77);
}

static void of_events(void **state)
{
    (void)state;
    ombud_event event = event_of("2026-03-05 permit.granted x1 by=p2"), fact = event_of("2026-03-05 fact x1 a=yes");
    ombud_verdict *verdict = NULL;
    const ombud_asof never = known_by(OMBUD_DAY_MAX + 1), then = known_by(trial_day("2026-03-05"));
    WANT(OMBUD_E_ARGUMENT, ombud_case_propose(NULL, &event, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_apply_batch(NULL, &event, 1, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_may(NULL, &event, NULL, &verdict, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_may(c, NULL, NULL, &verdict, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_may(c, &event, &unread, &verdict, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_may(c, &event, &never, &verdict, NULL));
    fact.by = 1;
    WANT(OMBUD_E_ARGUMENT, ombud_case_may(c, &fact, NULL, &verdict, NULL));
    WANT(OMBUD_OK, ombud_case_may(c, &event, &then, &verdict, NULL));
    ombud_verdict_free(verdict);
    verdict = NULL;
    ombud_event wrong = event;
    wrong.has_entered = 1;
    wrong.entered = OMBUD_DAY_MAX + 1;
    WANT(OMBUD_E_RANGE, ombud_case_may(c, &wrong, NULL, &verdict, NULL));
    wrong.entered = event.on;
    WANT(OMBUD_OK, ombud_case_may(c, &wrong, NULL, &verdict, NULL));
    ombud_verdict_free(verdict);
    wrong = event;
    wrong.by = -1;
    WANT(OMBUD_E_ARGUMENT, ombud_case_apply(c, &wrong, NULL, NULL));
    wrong.by = OMBUD_NUMBER_MAX + 1;
    WANT(OMBUD_E_ARGUMENT, ombud_case_apply(c, &wrong, NULL, NULL));
    wrong = event;
    wrong.line.ptr = NULL;
    WANT(OMBUD_E_ARGUMENT, ombud_case_apply(c, &wrong, NULL, NULL));
    wrong.line.len = 0;
    WANT(OMBUD_E_SYNTAX, ombud_case_apply(c, &wrong, NULL, NULL));
}

static void of_verdicts_and_answers(void **state)
{
    (void)state;
    ombud_event event = event_of("2026-03-05 permit.granted x1 by=p2");
    ombud_verdict *verdict = NULL;
    ombud_answer *answer = NULL;
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    ombud_stated stated = OMBUD_STATED_INIT;
    const ombud_asof asof = trial_asof("2026-03-02");
    size_t index = 77;
    WANT(OMBUD_OK, ombud_case_may(c, &event, NULL, &verdict, NULL));
    assert_int_equal(ombud_verdict_ruling(NULL), 0);
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_provision(verdict, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_row(NULL, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_unmet(NULL, 0, 0, &unmet));
    WANT(OMBUD_E_ARGUMENT, ombud_verdict_stated(NULL, 0, &stated));
    WANT(OMBUD_E_NOT_FOUND, ombud_verdict_stated(verdict, ombud_verdict_stated_count(verdict), &stated));
    assert_int_equal(index, 77);
    WANT(OMBUD_OK, ombud_verdict_row(verdict, &index));
    ombud_row row = OMBUD_ROW_INIT;
    WANT(OMBUD_OK, ombud_law_row(law, index, &row));
    assert_int_equal(row.kind, OMBUD_ROW_GUARD);
    assert_int_equal(ombud_explain_verdict(NULL, OMBUD_LANG_EN, NULL, 0), 0);
    char text[400];
    size_t length = ombud_explain_verdict(verdict, OMBUD_LANG_EN, text, sizeof text);
    assert_int_equal(ombud_explain_verdict(verdict, OMBUD_LANG_EN, NULL, sizeof text), length);
    ombud_verdict_free(verdict);
    WANT(OMBUD_E_ARGUMENT, ombud_case_ask(c, NULL, "x1", &asof, &answer, NULL));
    WANT(OMBUD_OK, ombud_case_ask(c, "way", "x1", &asof, &answer, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_answer_provision(answer, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_answer_unmet(NULL, 0, 0, &unmet));
    WANT(OMBUD_E_ARGUMENT, ombud_answer_stated(NULL, 0, &stated));
    WANT(OMBUD_E_NOT_FOUND, ombud_answer_stated(answer, ombud_answer_stated_count(answer), &stated));
    assert_int_equal(ombud_answer_value(NULL).len, 0);
    assert_int_equal(ombud_answer_set_size(NULL, 0), 0);
    assert_int_equal(ombud_explain_answer(NULL, OMBUD_LANG_EN, text, sizeof text), 0);
    length = ombud_explain_answer(answer, OMBUD_LANG_EN, text, sizeof text);
    assert_int_equal(ombud_explain_answer(answer, OMBUD_LANG_EN, NULL, sizeof text), length);
    ombud_answer_free(answer);
}

static void of_lists(void **state)
{
    (void)state;
    const ombud_asof asof = trial_asof("2026-03-20"), never = known_by(OMBUD_DAY_MAX + 1);
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    ombud_actions *actions = NULL;
    ombud_timeline *timeline = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    ombud_finding finding = OMBUD_FINDING_INIT;
    ombud_action action = OMBUD_ACTION_INIT;
    ombud_step step = OMBUD_STEP_INIT;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_view view;
    ombud_truth truth;
    ombud_day day;
    char text[400];
    WANT(OMBUD_E_ARGUMENT, ombud_case_terms(c, &asof, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_terms(c, &unread, &terms, NULL));
    WANT(OMBUD_E_RANGE, ombud_case_terms(c, &never, &terms, NULL));
    WANT(OMBUD_OK, ombud_case_terms(c, &asof, &terms, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_terms_get(NULL, 0, &term));
    size_t length = ombud_explain_term(terms, 0, OMBUD_LANG_EN, text, sizeof text);
    assert_int_equal(ombud_explain_term(terms, 0, OMBUD_LANG_EN, NULL, sizeof text), length);
    ombud_terms_free(terms);
    WANT(OMBUD_E_ARGUMENT, ombud_case_findings(NULL, &asof, &findings, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_cured(NULL, &asof, &findings, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_cured(c, NULL, &findings, NULL));
    WANT(OMBUD_OK, ombud_case_findings(c, &asof, &findings, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_findings_get(findings, 0, NULL));
    WANT(OMBUD_OK, ombud_findings_get(findings, 0, &finding));
    length = ombud_explain_finding(findings, 0, OMBUD_LANG_EN, text, sizeof text);
    assert_int_equal(ombud_explain_finding(findings, 0, OMBUD_LANG_EN, NULL, sizeof text), length);
    ombud_findings_free(findings);
    WANT(OMBUD_E_ARGUMENT, ombud_case_next(NULL, NULL, &asof, &actions, NULL));
    WANT(OMBUD_OK, ombud_case_next(c, NULL, &asof, &actions, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_actions_get(NULL, 0, &action));
    WANT(OMBUD_E_ARGUMENT, ombud_actions_get(actions, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_actions_get(actions, 999, &action));
    ombud_actions_free(actions);
    WANT(OMBUD_E_ARGUMENT, ombud_case_timeline(NULL, &asof, &timeline, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_timeline(c, &asof, NULL, NULL));
    WANT(OMBUD_OK, ombud_case_timeline(c, &asof, &timeline, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_timeline_get(NULL, 0, &step));
    WANT(OMBUD_E_ARGUMENT, ombud_timeline_get(timeline, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_timeline_get(timeline, 999, &step));
    assert_int_equal(ombud_explain_step(timeline, 999, OMBUD_LANG_EN, text, sizeof text), 0);
    length = ombud_explain_step(timeline, 0, OMBUD_LANG_EN, text, sizeof text);
    assert_int_equal(ombud_explain_step(timeline, 0, OMBUD_LANG_EN, NULL, sizeof text), length);
    ombud_timeline_free(timeline);
    WANT(OMBUD_E_ARGUMENT, ombud_case_next_change(NULL, &asof, &day, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_receipt(NULL, &asof, &receipt));
    WANT(OMBUD_E_ARGUMENT, ombud_case_receipt(c, &unread, &receipt));
    WANT(OMBUD_E_RANGE, ombud_case_receipt(c, &never, &receipt));
    WANT(OMBUD_E_ARGUMENT, ombud_case_state(NULL, "x1", &asof, &view, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_state(c, "x1", &asof, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_fact(c, "x1", "a", &asof, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_case_fact(NULL, "x1", "a", &asof, &truth, NULL));
}

static void of_changes(void **state)
{
    (void)state;
    ombud_case *copy = NULL;
    ombud_changes *changes = NULL;
    ombud_event event = event_of("2026-03-05 permit.granted x1 by=p2");
    ombud_view prefix, before, after;
    int64_t number;
    WANT(OMBUD_OK, ombud_case_clone(c, NULL, &copy, NULL));
    WANT(OMBUD_OK, ombud_case_apply(copy, &event, &changes, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_changes_state(NULL, 0, &prefix, &number, &before, &after));
    WANT(OMBUD_E_ARGUMENT, ombud_changes_state(changes, 0, NULL, &number, &before, &after));
    WANT(OMBUD_E_ARGUMENT, ombud_changes_state(changes, 0, &prefix, NULL, &before, &after));
    WANT(OMBUD_E_ARGUMENT, ombud_changes_state(changes, 0, &prefix, &number, NULL, &after));
    WANT(OMBUD_E_ARGUMENT, ombud_changes_state(changes, 0, &prefix, &number, &before, NULL));
    WANT(OMBUD_OK, ombud_changes_state(changes, 0, &prefix, &number, &before, &after));
    assert_true(trial_view_is(before, "live") && trial_view_is(after, "closed"));
    ombud_changes_free(changes);
    ombud_case_free(copy);
}

/* A host that was built with a newer library and asks for what this one does not know is told so, whatever it asks. */
static void of_newer_questions(void **state)
{
    (void)state;
    struct {
        ombud_asof asof;
        int64_t later;
    } longer = {trial_asof("2026-03-02"), 1};
    ombud_asof marked = longer.asof;
    longer.asof.struct_size = sizeof longer;
    marked.reserved = 1;
    const ombud_asof *const newer[] = {&longer.asof, &marked};
    for (size_t i = 0; i < 2; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_terms *terms = NULL;
        ombud_verdict *verdict = NULL;
        ombud_receipt receipt = OMBUD_RECEIPT_INIT;
        ombud_event event = event_of("2026-03-05 permit.granted x1 by=p2");
        ombud_day day;
        char line[100];
        WANT(OMBUD_E_UNSUPPORTED, ombud_case_terms(c, newer[i], &terms, &err));
        assert_int_equal(err.code, OMBUD_E_UNSUPPORTED);
        WANT(OMBUD_E_UNSUPPORTED, ombud_case_may(c, &event, newer[i], &verdict, &err));
        WANT(OMBUD_E_UNSUPPORTED, ombud_case_next_change(c, newer[i], &day, &err));
        WANT(OMBUD_E_UNSUPPORTED, ombud_case_receipt(c, newer[i], &receipt));
        WANT(OMBUD_E_UNSUPPORTED, ombud_case_entry_text_for(c, newer[i], 1, line, sizeof line, NULL));
        assert_true(terms == NULL && verdict == NULL);
    }
}

/* A law without `item person p` has nobody who acts. */
static void a_law_without_persons(void **state)
{
    (void)state;
    ombud_law *bare = LAW("law bare\nitem box b\n  states open\n  event made\nstructure\n  box.made: -> open\n");
    ombud_case *matter = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = event_of("2026-03-05 box.made b1");
    WANT(OMBUD_OK, ombud_case_new(bare, NULL, NULL, &matter, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_case_person(matter, 1, NULL, &err));
    assert_true(err.message[0] != '\0' && err.remedy[0] != '\0');
    event.by = 1;
    WANT(OMBUD_E_NOT_FOUND, ombud_case_apply(matter, &event, NULL, &err));
    event.by = 0;
    WANT(OMBUD_OK, ombud_case_apply(matter, &event, NULL, &err));
    STATE(matter, "b1", trial_asof("2026-03-05"), "open");
    ombud_case_free(matter);
    ombud_law_free(bare);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_laws),  cmocka_unit_test(of_settings), cmocka_unit_test(of_scenarios),
        cmocka_unit_test(of_cases), cmocka_unit_test(of_events),   cmocka_unit_test(of_verdicts_and_answers),
        cmocka_unit_test(of_lists), cmocka_unit_test(of_changes),  cmocka_unit_test(of_newer_questions),
        cmocka_unit_test(a_law_without_persons),
    };
    return cmocka_run_group_tests_name("what is missing", tests, begin, end);
}
