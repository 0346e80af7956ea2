/*
 * Findings: what was recorded and not permitted, what came late, what must hold while a state lasts; and that what is
 * entered later can cure them.
 */
#include "frame.h"

#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "item permit x\n"                                                                                                  \
    "  states live, closed\n"                                                                                          \
    "  event asked by member\n"                                                                                        \
    "  event granted, closed by librarian\n"                                                                           \
    "  event noted\n"                                                                                                  \
    "  fact a, b stated by member\n"                                                                                   \
    "  fact told stated by member silence no\n"
#define MOVES                                                                                                          \
    "  permit.asked: -> live\n  permit.granted: live -> same\n  permit.closed: live -> closed\n  permit.noted: any "   \
    "-> same\n"

static ombud_finding the_finding(const ombud_case *c, const char *day, size_t index)
{
    ombud_finding f = OMBUD_FINDING_INIT;
    ombud_findings *findings = NULL;
    ombud_asof asof = trial_asof(day);
    assert_int_equal(ombud_case_findings(c, &asof, &findings, NULL), OMBUD_OK);
    assert_int_equal(ombud_findings_get(findings, index, &f), OMBUD_OK);
    assert_int_equal(ombud_findings_get(findings, ombud_findings_count(findings), &f), OMBUD_E_NOT_FOUND);
    ombud_findings_free(findings);
    return f;
}

static void what_was_forbidden_is_a_breach(void **state)
{
    BEGIN(PERMIT "structure\n" MOVES TRIAL_RULE("1") "  permit.granted not when a\n" TRIAL_RULE(
        "2") "  permit.granted not when b\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=no b=yes");
    TELL(c, "2026-03-04 permit.granted x1 by=p2");
    FINDINGS(c, "2026-03-03", "");
    FINDINGS(c, "2026-03-04", "breach granted x1 2026-03-04");
    ombud_finding f = the_finding(c, "2026-03-04", 0);
    assert_int_equal(f.position, 2);
    assert_int_equal(f.by, 2);
    assert_int_equal(f.answerable, 2);
    assert_int_equal(f.has_until, 0);
    ombud_provision p = OMBUD_PROVISION_INIT;
    ombud_row row = OMBUD_ROW_INIT;
    assert_int_equal(ombud_law_provision(law, f.provision, OMBUD_LANG_EN, &p), OMBUD_OK);
    assert_true(trial_view_is(p.id, "2"));
    assert_int_equal(ombud_law_row(law, f.row, &row), OMBUD_OK);
    assert_int_equal(row.kind, OMBUD_ROW_GUARD);
    assert_int_equal(row.provision, f.provision);
    END();
}

static void what_is_not_known_to_be_lawful_is_not_shown(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-04 permit.granted x1 by=p2");
    FINDINGS(c, "2026-03-04", "not_shown granted x1 2026-03-04");
    /* The fact learnt afterwards is of its own day; told as of then, it cures. */
    TELL(c, "2026-03-05 fact x1 by=p1 a=yes");
    FINDINGS(c, "2026-03-05", "not_shown granted x1 2026-03-04");
    TELL(c, "2026-03-03 fact x1 by=p1 a=yes entered=2026-03-06");
    FINDINGS(c, "2026-03-06", "");
    assert_string_equal(trial_findings(c, trial_known("2026-03-06", "2026-03-05")), "not_shown granted x1 2026-03-04");
    assert_string_equal(trial_findings(c, trial_known("2026-03-06", "2026-03-06")), "");
    /* Nobody named: whether a librarian acted is not shown. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    TELL(c, "2026-03-04 permit.granted x1");
    FINDINGS(c, "2026-03-04", "not_shown granted x1 2026-03-04");
    assert_int_equal(the_finding(c, "2026-03-04", 0).by, 0);
    END();
}

static void what_no_rule_foresees_is_no_finding(void **state)
{
    BEGIN(PERMIT
          "structure\n  permit.asked: -> live\n  permit.closed: live -> closed\n"
          "provision 2 \"Rule 2\" since 2027-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n  permit.noted: live -> same\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.granted x1 by=p2"); /* no move names it */
    TELL(c, "2026-03-03 permit.noted x1");         /* its provision is not yet in force */
    TELL(c, "2026-03-04 permit.closed x1 by=p1");  /* a wrong role, on structure */
    TELL(c, "2026-03-05 permit.closed x1 by=p2");  /* a wrong state, on structure */
    FINDINGS(c, "2026-03-05", "");
    STATE(c, "x1", trial_asof("2026-03-04"), "closed");
    END();
}

static void a_duty_that_is_late(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES
          "  duty decide librarian to member\n    opened by permit.asked\n    within at most "
          "P7D\n    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    FINDINGS(c, "2026-03-09", "");
    FINDINGS(c, "2026-03-10", "late decide x1 2026-03-10");
    ombud_finding f = the_finding(c, "2026-03-10", 0);
    assert_int_equal(f.position, 0);
    assert_int_equal(f.by, 0);
    assert_int_equal(f.answerable, 2);
    assert_int_equal(f.has_until, 0);
    TELL(c, "2026-03-14 permit.granted x1 by=p2");
    FINDINGS(c, "2026-03-13", "late decide x1 2026-03-10");
    FINDINGS(c, "2026-03-14", "late decide x1 2026-03-10 2026-03-14");
    /* It had been granted in time, and was entered late. */
    TELL(c, "2026-03-09 permit.granted x1 by=p2 entered=2026-03-20");
    FINDINGS(c, "2026-03-20", "");
    assert_string_equal(trial_findings(c, trial_known("2026-03-20", "2026-03-19")),
                        "late decide x1 2026-03-10 2026-03-14");
    END();
}

static void while_a_state_lasts(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  require proper librarian while permit is live: a or b\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    FINDINGS(c, "2026-03-01", "");
    FINDINGS(c, "2026-03-02", "not_shown proper x1 2026-03-02");
    TELL(c, "2026-03-04 fact x1 by=p1 a=no b=no");
    FINDINGS(c, "2026-03-04", "not_shown proper x1 2026-03-02 2026-03-04; breach proper x1 2026-03-04");
    assert_int_equal(the_finding(c, "2026-03-04", 0).answerable, 2);
    TELL(c, "2026-03-06 fact x1 by=p1 b=yes");
    FINDINGS(c, "2026-03-05", "not_shown proper x1 2026-03-02 2026-03-04; breach proper x1 2026-03-04");
    FINDINGS(c, "2026-03-06", "not_shown proper x1 2026-03-02 2026-03-04; breach proper x1 2026-03-04 2026-03-06");
    TELL(c, "2026-03-07 fact x1 by=p1 b=no");
    TELL(c, "2026-03-09 permit.closed x1 by=p2");
    FINDINGS(c, "2026-03-09",
             "not_shown proper x1 2026-03-02 2026-03-04; breach proper x1 2026-03-04 2026-03-06; breach proper x1 "
             "2026-03-07 2026-03-09");
    /* What came and went within a day never was so at the end of one. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes");
    FINDINGS(c, "2026-03-02", "");
    TELL(c, "2026-03-03 fact x1 by=p1 a=no b=no");
    TELL(c, "2026-03-03 fact x1 by=p1 b=yes");
    FINDINGS(c, "2026-03-03", "");
    /* What was well only within a day has not ended: neither as it was, nor by way of the other kind. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-02 fact x1 by=p1 a=no b=no");
    TELL(c, "2026-03-04 fact x1 by=p1 b=yes");
    TELL(c, "2026-03-04 fact x1 by=p1 b=unknown");
    TELL(c, "2026-03-04 fact x1 by=p1 b=no");
    FINDINGS(c, "2026-03-04", "breach proper x1 2026-03-02");
    TELL(c, "2026-03-05 fact x1 by=p1 b=yes");
    TELL(c, "2026-03-06 fact x1 by=p1 b=no");
    FINDINGS(c, "2026-03-06", "breach proper x1 2026-03-02 2026-03-05; breach proper x1 2026-03-06");
    END();
}

static void by_time_alone(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES
          "  term stay\n    opened by permit.asked\n    within exactly P7D\n"
          "  require fresh librarian while permit is live: not asked at least P1M ago\n"
          "  require sheltered member while permit is live: stay is open\n"
          "provision 2 \"Rule 2\" since 2026-05-01 until 2026-06-30\n  anchor \"a\"\n  gloss en \"G.\"\n"
          "  require quiet member while permit is live: told\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    FINDINGS(c, "2026-03-09", "");
    FINDINGS(c, "2026-03-10", "breach sheltered x1 2026-03-10");
    FINDINGS(c, "2026-04-01", "breach sheltered x1 2026-03-10");
    FINDINGS(c, "2026-04-02", "breach sheltered x1 2026-03-10; breach fresh x1 2026-04-02");
    FINDINGS(c, "2026-05-01", "breach sheltered x1 2026-03-10; breach fresh x1 2026-04-02; breach quiet x1 2026-05-01");
    FINDINGS(c, "2026-07-01",
             "breach sheltered x1 2026-03-10; breach fresh x1 2026-04-02; breach quiet x1 2026-05-01 2026-07-01");
    /* An event long afterwards does not move the days. */
    TELL(c, "2026-12-01 permit.noted x1");
    FINDINGS(c, "2026-12-01",
             "breach sheltered x1 2026-03-10; breach fresh x1 2026-04-02; breach quiet x1 2026-05-01 2026-07-01");
    TELL(c, "2026-12-02 permit.closed x1 by=p2");
    FINDINGS(c, "2026-12-02",
             "breach sheltered x1 2026-03-10 2026-12-02; breach fresh x1 2026-04-02 2026-12-02; breach quiet x1 "
             "2026-05-01 2026-07-01");
    END();
}

static void of_what_is_linked(void **state)
{
    BEGIN(PERMIT "link keeper : permit -> person\nitem person\n  fact fit stated by member\n" TRIAL_RULE("1") MOVES
          "  require kept librarian while permit is live: at least 1 keeper -> person (fit)\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    FINDINGS(c, "2026-03-02", "breach kept x1 2026-03-02");
    TELL(c, "2026-03-03 link x1 keeper p1");
    TELL(c, "2026-03-04 fact p1 by=p1 fit=yes");
    FINDINGS(c, "2026-03-04", "breach kept x1 2026-03-02 2026-03-03; not_shown kept x1 2026-03-03 2026-03-04");
    END();
}

static void names_of_the_kinds(void **state)
{
    (void)state;
    assert_string_equal(ombud_finding_kind_name(OMBUD_BREACH), "breach");
    assert_string_equal(ombud_finding_kind_name(OMBUD_LATE), "late");
    assert_string_equal(ombud_finding_kind_name(OMBUD_NOT_SHOWN), "not_shown");
    assert_string_equal(ombud_finding_kind_name(0), "?");
    assert_string_equal(ombud_finding_kind_name(4), "?");
    assert_string_equal(ombud_finding_kind_name(-1), "?");
    assert_int_equal(ombud_findings_count(NULL), 0);
    ombud_findings_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_forbidden_is_a_breach),
        cmocka_unit_test(what_is_not_known_to_be_lawful_is_not_shown),
        cmocka_unit_test(what_no_rule_foresees_is_no_finding),
        cmocka_unit_test(a_duty_that_is_late),
        cmocka_unit_test(while_a_state_lasts),
        cmocka_unit_test(by_time_alone),
        cmocka_unit_test(of_what_is_linked),
        cmocka_unit_test(names_of_the_kinds),
    };
    return cmocka_run_group_tests_name("findings", tests, NULL, NULL);
}
