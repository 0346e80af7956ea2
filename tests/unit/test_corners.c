/*
 * Corners of the fold: items with more facts than one word holds, days of the year that are not in every year, periods
 * that end after the calendar does, rows of one term beside one another, and reasons that are many.
 */
#include "trial.h"

#define LOAN                                                                                                           \
    TRIAL_HEAD "item loan x\n  states live, closed\n  event asked carries span (period), wanted (day)\n"               \
               "  event renewed, kept, ended, moved\n  fact a, b stated by member\n"
#define MOVES TRIAL_RULE("1") "  loan.asked: any -> live\n  loan.renewed, loan.kept, loan.moved: any -> same\n"
#define BEGIN(text)                                                                                                    \
    (void)state;                                                                                                       \
    ombud_law *law = LAW(text);                                                                                        \
    ombud_case *c = CASE(law, NULL);                                                                                   \
    ITEM(c, "x1")
#define END()                                                                                                          \
    ombud_case_free(c);                                                                                                \
    ombud_law_free(law)

/* ---- days -------------------------------------------------------------------------------------------------------- */

static ombud_term the_only(const ombud_case *c, const char *name, const char *day)
{
    ombud_asof asof = trial_asof(day);
    ombud_terms *terms = NULL;
    ombud_term found = OMBUD_TERM_INIT;
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        assert_int_equal(ombud_terms_get(terms, i, &term), OMBUD_OK);
        if (trial_view_is(term.name, name))
            found = term;
    }
    ombud_terms_free(terms);
    assert_true(found.status != 0);
    return found;
}

static void due_is(const ombud_case *c, const char *name, const char *day, const char *due)
{
    ombud_term term = the_only(c, name, day);
    if (term.no_due != OMBUD_DUE_KNOWN || strcmp(trial_date(term.due), due) != 0)
        fail_msg("%s on %s: %s (%d), not %s", name, day, trial_date(term.due), (int)term.no_due, due);
}

static void days_of_the_year(void **state)
{
    BEGIN(LOAN MOVES
          "  duty leap librarian to member\n    opened by loan.asked\n    until 29 February, 1 year after the "
          "opening\n    extended to P30D by loan.kept\n"
          "  duty short librarian to member\n    opened by loan.asked\n    until 28 February, 1 year after "
          "the opening\n"
          "  duty never librarian to member\n    opened by loan.asked\n    until 1 March, 9000 years after "
          "the opening\n");
    TELL(c, "2026-03-02 loan.asked x1");
    due_is(c, "leap", "2026-03-02", "2027-02-28");
    due_is(c, "short", "2026-03-02", "2027-02-28");
    assert_int_equal(the_only(c, "never", "2026-03-02").no_due, OMBUD_DUE_OUT_OF_RANGE);
    TELL(c, "2026-03-03 loan.kept x1");
    due_is(c, "leap", "2026-03-03", "2026-04-01");
    ombud_case_free(c);
    c = CASE(law, NULL);
    ITEM(c, "x1");
    TELL(c, "2027-03-02 loan.asked x1");
    due_is(c, "leap", "2027-03-02", "2028-02-29");
    due_is(c, "short", "2027-03-02", "2028-02-28");
    END();
}

static void beyond_the_calendar(void **state)
{
    BEGIN(LOAN MOVES
          "  duty far librarian to member\n    opened by loan.asked\n    within at most P7D\n"
          "    extended to P9999Y by loan.kept\n"
          "  duty again librarian to member\n    opened by loan.asked\n    within at most P5000Y\n    again\n"
          "  duty at_once librarian to member\n    opened by loan.asked\n    within at most P0D\n    again\n"
          "  duty by_wish librarian to member\n    opened by loan.asked\n    counted from wanted\n"
          "    within at most P1D\n"
          "  duty after librarian to member\n    opened by loan.asked\n    counted from loan.moved plus P9999Y\n"
          "    within at most P1D\n");
    TELL(c, "2026-03-02 loan.asked x1 wanted=9999-12-31");
    TELL(c, "2026-03-03 loan.kept x1");
    TELL(c, "2026-03-04 loan.moved x1");
    due_is(c, "far", "2026-03-04", "2026-03-09");
    assert_int_equal(the_only(c, "by_wish", "2026-03-04").no_due, OMBUD_DUE_OUT_OF_RANGE);
    assert_int_equal(the_only(c, "after", "2026-03-04").no_due, OMBUD_DUE_OUT_OF_RANGE);
    due_is(c, "again", "9999-12-31", "7026-03-02");
    assert_int_equal(the_only(c, "again", "9999-12-31").status, OMBUD_TERM_OVERDUE);
    due_is(c, "at_once", "2026-05-01", "2026-03-02");
    END();
}

/* What is extended too little stays past its last day. */
static void extended_and_still_late(void **state)
{
    BEGIN(LOAN MOVES
          "  duty bring librarian to member\n    opened by loan.asked\n    within at most P7D\n"
          "    extended to P10D by loan.kept\n    extended to P90D by loan.renewed\n    met by loan.moved\n");
    TELL(c, "2026-03-02 loan.asked x1");
    TELL(c, "2026-03-20 loan.kept x1");
    due_is(c, "bring", "2026-03-20", "2026-03-12");
    assert_int_equal(the_only(c, "bring", "2026-03-20").status, OMBUD_TERM_OVERDUE);
    TELL(c, "2026-03-21 loan.renewed x1");
    due_is(c, "bring", "2026-03-21", "2026-05-31");
    assert_int_equal(the_only(c, "bring", "2026-03-21").status, OMBUD_TERM_OPEN);
    END();
}

static void without_a_period(void **state)
{
    BEGIN(LOAN MOVES "  duty carried librarian to member\n    opened by loan.asked\n    within carried span\n"
                     "  duty open_ended librarian to member\n    opened by loan.asked\n    within none\n"
                     "  duty capped librarian to member\n    opened by loan.asked\n    counted from loan.moved or P7D "
                     "after the opening\n    within at most P1M\n");
    TELL(c, "2026-03-02 loan.asked x1");
    assert_int_equal(the_only(c, "carried", "2026-03-02").no_due, OMBUD_DUE_NO_PERIOD);
    assert_int_equal(the_only(c, "open_ended", "2026-03-02").no_due, OMBUD_DUE_NO_PERIOD);
    due_is(c, "capped", "2026-03-02", "2026-04-09");
    TELL(c, "2026-03-05 loan.moved x1");
    due_is(c, "capped", "2026-03-05", "2026-04-05");
    TELL(c, "2026-03-06 loan.moved x1");
    due_is(c, "capped", "2026-03-06", "2026-04-05");
    END();
}

static void begun_before_it_opened(void **state)
{
    BEGIN(LOAN MOVES "  duty capped librarian to member\n    opened by loan.asked\n    counted from loan.moved or P7D "
                     "after the opening\n    within at most P1M\n");
    TELL(c, "2026-03-01 loan.moved x1");
    TELL(c, "2026-03-02 loan.asked x1");
    due_is(c, "capped", "2026-03-02", "2026-04-01");
    END();
}

/* Two rows of one term, each counted from the same event: it dates the one that is open. */
static void rows_beside_one_another(void **state)
{
    BEGIN(LOAN MOVES "  duty bring librarian to member\n    opened by loan.asked\n    counted from loan.moved\n"
                     "    within at most P7D\n"
                     "  duty bring librarian to member\n    opened by loan.renewed\n    counted from loan.moved\n"
                     "    within at most P30D\n");
    TELL(c, "2026-03-02 loan.asked x1");
    assert_int_equal(the_only(c, "bring", "2026-03-02").no_due, OMBUD_DUE_NOT_STARTED);
    TELL(c, "2026-03-03 loan.moved x1");
    due_is(c, "bring", "2026-03-03", "2026-03-10");
    END();
}

/* ---- many facts -------------------------------------------------------------------------------------------------- */

enum { FACTS = 150 };

static ombud_law *wide_item(void)
{
    static char text[20000];
    size_t at = (size_t)snprintf(text, sizeof text, "%s",
                                 TRIAL_HEAD "item shelf h\n  event built\n  fact dusty stated by member\n"
                                            "item loan x\n  states live\n");
    for (int i = 0; i < FACTS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "  fact f%d stated by member%s\n", i,
                               i % 2 ? " silence no" : "");
    at += (size_t)snprintf(
        text + at, sizeof text - at,
        "  event asked carries way (left, right, up)\n  event all_of, one_of, late_of\n"
        "provision 1 \"R\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n  loan.asked: any -> live\n"
        "  loan.all_of, loan.one_of, loan.late_of: any -> same\n  loan.all_of only when f0");
    for (int i = 1; i < FACTS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, " and f%d", i);
    at += (size_t)snprintf(text + at, sizeof text - at, "\n  loan.one_of only when f0");
    for (int i = 1; i < FACTS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, " or f%d", i);
    snprintf(text + at, sizeof text - at,
             "\n  loan.upward as at loan.asked when way is up\n  answer loan.side = left when way is left\n"
             "  duty keep librarian to member\n    opened by loan.asked\n    within at most P7D\n"
             "    extended to P9D by loan.late_of\n    again\n");
    return LAW(text);
}

static void more_facts_than_a_word(void **state)
{
    (void)state;
    ombud_law *law = wide_item();
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "x1");
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_asof asof = trial_asof("2026-03-04");
    ombud_truth truth;
    ombud_answer *answer = NULL;
    size_t bytes = 0;
    TELL(c, "2026-03-02 loan.asked x1 way=up");
    FACT(c, "x1", "f149", "2026-03-02", OMBUD_NO); /* as silence has it */
    FACT(c, "x1", "f148", "2026-03-02", OMBUD_UNKNOWN);
    FACT(c, "x1", "upward", "2026-03-02", OMBUD_YES);
    TELL(c, "2026-03-03 fact x1 f148=yes f149=yes f1=yes by=p1");
    FACT(c, "x1", "f148", "2026-03-03", OMBUD_YES);
    FACT(c, "x1", "f149", "2026-03-03", OMBUD_YES);
    FACT(c, "x1", "f147", "2026-03-03", OMBUD_NO);
    TELL(c, "2026-03-04 loan.asked x1 way=left");
    FACT(c, "x1", "upward", "2026-03-04", OMBUD_NO);
    assert_int_equal(ombud_case_ask(c, "side", "x1", &asof, &answer, &err), OMBUD_OK);
    assert_true(trial_view_is(ombud_answer_value(answer), "left"));
    ombud_answer_free(answer);
    MAY(c, "2026-03-05 loan.all_of x1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-05 loan.one_of x1", OMBUD_PERMITTED, NULL);
    TELL(c, "2026-03-05 fact x1 f148=unknown f149=no f1=no by=p1");
    MAY(c, "2026-03-05 loan.one_of x1", OMBUD_UNDETERMINED, "1");
    /* Names of the item's kind only are offered. */
    assert_int_equal(ombud_case_fact(c, "x1", "dust", &asof, &truth, &err), OMBUD_E_UNKNOWN_NAME);
    assert_string_equal(err.nearest, "");
    assert_int_equal(ombud_case_ask(c, "sid", "x1", &asof, &answer, &err), OMBUD_E_UNKNOWN_NAME);
    assert_string_equal(err.nearest, "side");
    assert_int_equal(ombud_case_memory_bound(law, 10, 4, 0, &bytes), OMBUD_OK);
    assert_true(bytes > 0);
    ombud_case_free(c);
    ombud_law_free(law);
}

/* ---- reasons ----------------------------------------------------------------------------------------------------- */

static void ways_through_terms_and_days(void **state)
{
    static const struct {
        const char *event;
        ombud_ruling ruling;
        ombud_unmet_kind kind; /* of the first condition of the first set; 0: there is none */
    } asked[] = {
        {"loan.overdue_only", OMBUD_FORBIDDEN, OMBUD_UNMET_WAIT},
        {"loan.not_open", OMBUD_FORBIDDEN, OMBUD_UNMET_WAIT},
        {"loan.open_only", OMBUD_PERMITTED, 0},
        {"loan.met_only", OMBUD_FORBIDDEN, OMBUD_UNMET_TERM},
        {"loan.not_overdue", OMBUD_PERMITTED, 0},
        {"loan.unset_only", OMBUD_UNDETERMINED, OMBUD_UNMET_LENGTH},
        {"loan.long_ago", OMBUD_FORBIDDEN, OMBUD_UNMET_WAIT},
        {"loan.more_ago", OMBUD_FORBIDDEN, OMBUD_UNMET_WAIT},
        {"loan.never_ago", OMBUD_FORBIDDEN, 0},
        {"loan.before_kept", OMBUD_UNDETERMINED, OMBUD_UNMET_DAY},
        {"loan.kept_before", OMBUD_UNDETERMINED, OMBUD_UNMET_DAY},
        {"loan.not_ago", OMBUD_FORBIDDEN, 0},
    };
    BEGIN(
        TRIAL_HEAD
        "length rest\nitem loan x\n  states live\n  event asked, kept, overdue_only, not_open, open_only, met_only, "
        "not_overdue, unset_only, long_ago, more_ago, never_ago, before_kept, kept_before, not_ago\n" TRIAL_RULE(
            "1") "  loan.asked: -> live\n  loan.kept, loan.overdue_only, loan.not_open, loan.open_only, loan.met_only, "
                 "loan.not_overdue, loan.unset_only, loan.long_ago, loan.more_ago, loan.never_ago, loan.before_kept, "
                 "loan.kept_before, loan.not_ago: any -> same\n"
                 "  loan.overdue_only only when t is overdue\n  loan.not_open not when t is open\n"
                 "  loan.open_only only when t is open\n  loan.met_only only when t is met\n"
                 "  loan.not_overdue not when t is overdue\n  loan.unset_only only when u is overdue\n"
                 "  loan.long_ago only when asked at least P1Y ago\n  loan.more_ago only when asked more than P1Y ago\n"
                 "  loan.never_ago only when asked at least P9999Y ago\n"
                 "  loan.before_kept only when asked at least P1D before kept\n"
                 "  loan.kept_before only when kept at least P1D before asked\n"
                 "  loan.not_ago not when asked at least P1D ago\n"
                 "  duty t librarian to member\n    opened by loan.asked\n    within at most P30D\n    met by "
                 "loan.kept\n"
                 "  duty u librarian to member\n    opened by loan.asked\n    within host rest\n");
    TELL(c, "2026-03-02 loan.asked x1");
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        char line[80];
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_verdict *verdict = NULL;
        ombud_unmet unmet = OMBUD_UNMET_INIT;
        snprintf(line, sizeof line, "2026-03-05 %s x1 by=p2", asked[i].event);
        ombud_event event = trial_event(line);
        assert_int_equal(ombud_case_may(c, &event, NULL, &verdict, &err), OMBUD_OK);
        (void)ombud_verdict_unmet(verdict, 0, 0, &unmet);
        if (ombud_verdict_ruling(verdict) != asked[i].ruling || unmet.kind != asked[i].kind)
            fail_msg("%s: %d, first %d", asked[i].event, (int)ombud_verdict_ruling(verdict), (int)unmet.kind);
        ombud_verdict_free(verdict);
    }
    END();
}

/* ---- limits of a case -------------------------------------------------------------------------------------------- */

static void so_many_links(void **state)
{
    BEGIN(TRIAL_HEAD "item loan x\n  states live\n  event asked\nlink near : loan -> loan\n" TRIAL_RULE(
        "1") "  loan.asked: -> live\n");
    TELL(c, "2026-03-02 loan.asked x1");
    TELL(c, "2026-03-02 loan.asked x2");
    ombud_event event = trial_event("2026-03-03 link x1 near x2");
    ombud_error err = OMBUD_ERROR_INIT;
    for (size_t i = 0; i < OMBUD_CASE_LINKS_MAX; i++)
        assert_int_equal(ombud_case_apply(c, &event, NULL, &err), OMBUD_OK);
    size_t lines = ombud_case_journal_count(c);
    assert_int_equal(ombud_case_apply(c, &event, NULL, &err), OMBUD_E_LIMIT);
    assert_non_null(strstr(err.message, "60000 links"));
    assert_int_equal(ombud_case_journal_count(c), lines);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_of_the_year),        cmocka_unit_test(beyond_the_calendar),
        cmocka_unit_test(extended_and_still_late), cmocka_unit_test(without_a_period),
        cmocka_unit_test(begun_before_it_opened),  cmocka_unit_test(rows_beside_one_another),
        cmocka_unit_test(more_facts_than_a_word),  cmocka_unit_test(ways_through_terms_and_days),
        cmocka_unit_test(so_many_links),
    };
    return cmocka_run_group_tests_name("corners", tests, NULL, NULL);
}
