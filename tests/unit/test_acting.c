/*
 * `as=ROLE`: a line that says in which of several roles somebody acts, as it is written, listed, told and withheld.
 * That it is judged as if they held that role alone is tried at random in test_who_acts.c.
 */
#include "trial.h"

static const char lending[] = TRIAL_HEAD
    "role borrower\n"
    "item loan l\n  states lent, back\n  event lent, returned by librarian carries borrower (person)\n"
    "  fact torn stated by librarian\n  fact wanted stated by member\n" TRIAL_RULE("1")
    "  loan.lent: -> lent\n  loan.returned: lent -> back\n  loan.returned only when by librarian\n"
    "  withhold loan.borrower from all but librarian\n";

/* p3 is all three. */
static ombud_case *lent(ombud_law *law)
{
    ombud_case *matter = CASE(law, NULL);
    assert_int_equal(ombud_case_person(matter, 3, "member,librarian,borrower", NULL), OMBUD_OK);
    TELL(matter, "2026-02-02 loan.lent l1 by=p3 borrower=p1 as=librarian");
    return matter;
}

static ombud_status told(ombud_case *matter, const char *text, ombud_error *err)
{
    ombud_event event = trial_event(text);
    return ombud_case_apply(matter, &event, NULL, err);
}

static void test_written_and_listed(void **state)
{
    ombud_law *law = LAW(lending);
    ombud_case *matter = lent(law);
    ombud_entry entry = OMBUD_ENTRY_INIT;
    ombud_step step = OMBUD_STEP_INIT;
    ombud_timeline *steps = NULL;
    ombud_asof asof = trial_asof("2026-02-05");
    char line[96];
    size_t needed = 0;
    (void)state;
    TELL(matter, "2026-02-03 loan.returned l1 by=p3");
    assert_int_equal(ombud_case_entry_text(matter, 1, line, sizeof line, &needed), OMBUD_OK);
    assert_string_equal(line, "2026-02-02 loan.lent l1 by=p3 as=librarian borrower=p1");
    assert_int_equal(ombud_case_entry(matter, 1, &entry), OMBUD_OK);
    assert_true(trial_view_is(entry.role, "librarian"));
    assert_int_equal(ombud_case_entry(matter, 2, &entry), OMBUD_OK);
    assert_true(trial_view_is(entry.role, ""));
    assert_int_equal(ombud_case_timeline(matter, &asof, &steps, NULL), OMBUD_OK);
    assert_int_equal(ombud_timeline_get(steps, 0, &step), OMBUD_OK);
    assert_true(step.by == 3 && trial_view_is(step.role, "librarian"));
    assert_int_equal(ombud_timeline_get(steps, 1, &step), OMBUD_OK);
    assert_true(step.by == 3 && trial_view_is(step.role, ""));
    ombud_timeline_free(steps);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* What a role may state, nobody states who acts in another; a person whom the line carries speaks for themselves. */
static void test_states_in_that_role(void **state)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = LAW(lending);
    ombud_case *matter = lent(law);
    (void)state;
    assert_int_equal(told(matter, "2026-02-03 fact l1 torn=yes by=p3 as=member", &err), OMBUD_E_CONFLICT);
    assert_string_equal(err.excerpt, "torn");
    assert_int_equal(told(matter, "2026-02-03 fact l1 torn=yes by=p3 as=librarian", &err), OMBUD_OK);
    assert_int_equal(told(matter, "2026-02-03 fact l1 wanted=yes by=p3 as=librarian", &err), OMBUD_E_CONFLICT);
    assert_int_equal(told(matter, "2026-02-03 loan.returned l1 wanted=yes by=p3 as=librarian borrower=p3", &err),
                     OMBUD_OK);
    assert_int_equal(told(matter, "2026-02-03 fact l1 torn=yes by=p1 as=librarian", &err), OMBUD_E_CONFLICT);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* A role that would tell what is withheld is withheld with who acts in it; another is shown. */
static void test_withheld_with_who_acts(void **state)
{
    static const char *const seen_by[][2] = {
        {"2026-02-04 loan.returned l1 by=p3 as=librarian", "2026-02-04 loan.returned l1 by=p3 as=librarian"},
        {"2026-02-04 loan.returned l1 by=p3 as=borrower", "2026-02-04 loan.returned l1"},
    };
    ombud_asof asof = trial_asof("2026-02-05");
    (void)state;
    asof.has_audience = 1;
    asof.audience = 1; /* member */
    for (size_t i = 0; i < sizeof seen_by / sizeof seen_by[0]; i++) {
        ombud_law *law = LAW(lending);
        ombud_case *matter = lent(law);
        ombud_step step = OMBUD_STEP_INIT;
        ombud_timeline *steps = NULL;
        char line[96];
        TELL(matter, seen_by[i][0]);
        assert_int_equal(ombud_case_entry_text_for(matter, &asof, 2, line, sizeof line, NULL), OMBUD_OK);
        assert_string_equal(line, seen_by[i][1]);
        assert_int_equal(ombud_case_timeline(matter, &asof, &steps, NULL), OMBUD_OK);
        assert_int_equal(ombud_timeline_get(steps, 1, &step), OMBUD_OK);
        assert_true(trial_view_is(step.role, i == 0 ? "librarian" : "") && step.by == (i == 0 ? 3 : 0));
        ombud_timeline_free(steps);
        ombud_case_free(matter);
        ombud_law_free(law);
    }
}

/* Who acts in the wrong one of their roles is told the right one, and not to send somebody else. */
static void test_why_not(void **state)
{
    ombud_law *law = LAW(lending);
    ombud_case *matter = lent(law);
    ombud_verdict *verdict = trial_verdict(matter, "2026-02-04 loan.returned l1 by=p3 as=member");
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    (void)state;
    assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_FORBIDDEN);
    assert_int_equal(ombud_verdict_set_count(verdict), 1);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_ROLE);
    assert_int_equal(unmet.who, 2);
    ombud_verdict_free(verdict);
    ombud_case_free(matter);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_written_and_listed),
        cmocka_unit_test(test_states_in_that_role),
        cmocka_unit_test(test_withheld_with_who_acts),
        cmocka_unit_test(test_why_not),
    };
    return cmocka_run_group_tests_name("acting in one role", tests, NULL, NULL);
}
