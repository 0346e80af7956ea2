/* In which roles somebody may act on an item, and state its facts: what its links say of them. */
#include "frame.h"

/* A member has loans; a loan names its member by a link that has the name of the role. */
static const char loans[] =
    TRIAL_HEAD "item loan l\n  states lent, back\n  event lent by librarian carries member (person)\n"
               "  event renewed by member\n  event noted, marked\n  event given_back by member, librarian\n"
               "  fact content stated by member\n  fact torn stated by member, librarian silence no\n"
               "item claim k\n  states made, withdrawn\n  event made carries of_loan (loan)\n"
               "  event withdrawn by member\n  fact fair stated by member\n" TRIAL_RULE(
                   "1") "  loan.lent: -> lent\n  loan.renewed, loan.noted, loan.marked: lent -> same\n"
                        "  loan.given_back: lent -> back\n"
                        "  claim.made: -> made\n  claim.withdrawn: made -> withdrawn\n" TRIAL_RULE(
                            "2") "  loan.noted only when by member\n  loan.marked not when by member\n";

#define REFUSED(matter, text, status) refused(matter, text, status, __FILE__, __LINE__)
static void refused(ombud_case *matter, const char *text, ombud_status want, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = trial_event(text);
    ombud_status got = ombud_case_apply(matter, &event, NULL, &err);
    if (got != want || err.message[0] == '\0' || err.remedy[0] == '\0' || err.column == 0)
        FAIL_AT("%s: status %d, not %d: %s; %s", text, (int)got, (int)want, err.message, err.remedy);
}

/* p1 and p3 are members: l1 is that of p1, l2 that of p3, l3 names nobody. */
static void lend(ombud_case *c)
{
    assert_int_equal(ombud_case_person(c, 3, "member", NULL), OMBUD_OK);
    TELL(c, "2026-01-05 loan.lent l1 by=p2 member=p1");
    TELL(c, "2026-01-05 loan.lent l2 by=p2 member=p3");
    TELL(c, "2026-01-05 loan.lent l3 by=p2");
}

static void acts_of_whom_an_item_names(void **state)
{
    BEGIN(loans);
    lend(c);
    MAY(c, "2026-01-06 loan.renewed l1 by=p1", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-06 loan.renewed l2 by=p1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-06 loan.renewed l2 by=p3", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-06 loan.renewed l3 by=p1", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-06 loan.renewed l1 by=p2", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-06 loan.renewed l1", OMBUD_UNDETERMINED, "1");
    /* Another role of the same move needs no link. */
    MAY(c, "2026-01-06 loan.given_back l2 by=p2", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-06 loan.given_back l2 by=p1", OMBUD_FORBIDDEN, "1");
    /* Conditions that ask who brings the event ask the same. */
    MAY(c, "2026-01-06 loan.noted l1 by=p1", OMBUD_PERMITTED, NULL);
    MAY(c, "2026-01-06 loan.noted l2 by=p1", OMBUD_FORBIDDEN, "2");
    MAY(c, "2026-01-06 loan.marked l1 by=p1", OMBUD_FORBIDDEN, "2");
    MAY(c, "2026-01-06 loan.marked l2 by=p1", OMBUD_PERMITTED, NULL);
    /* The fold finds the same as the question. */
    TELL(c, "2026-01-06 loan.renewed l1 by=p1");
    TELL(c, "2026-01-06 loan.noted l3 by=p3");
    FINDINGS(c, "2026-01-06", "");
    TELL(c, "2026-01-07 loan.renewed l2 by=p1");
    FINDINGS(c, "2026-01-07", "breach renewed l2 2026-01-07");
    END();
}

static void reason_names_the_item(void **state)
{
    BEGIN(loans);
    lend(c);
    ombud_verdict *verdict = trial_verdict(c, "2026-01-06 loan.renewed l2 by=p1");
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    char text[400];
    assert_int_equal(ombud_verdict_set_count(verdict), 1);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_ROLE);
    assert_true(trial_view_is(unmet.item_prefix, "l") && unmet.item_number == 2);
    assert_int_equal(unmet.who, 1);
    ombud_explain_verdict(verdict, OMBUD_LANG_EN, text, sizeof text);
    assert_non_null(strstr(text, "brought by member (l2)"));
    ombud_verdict_free(verdict);
    /* Who has no such role at all is told of the role alone. */
    verdict = trial_verdict(c, "2026-01-06 loan.renewed l2 by=p2");
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_ROLE);
    assert_int_equal(unmet.item_prefix.len, 0);
    ombud_verdict_free(verdict);
    END();
}

static void what_is_tied_to_it(void **state)
{
    BEGIN(loans);
    lend(c);
    TELL(c, "2026-01-06 claim.made k1 of_loan=l1");
    TELL(c, "2026-01-06 claim.made k2");
    TELL(c, "2026-01-06 claim.made k3 of_loan=l3");
    TELL(c, "2026-01-06 claim.made k4 of_loan=l1");
    TELL(c, "2026-01-06 link k4 of_loan l2");
    MAY(c, "2026-01-07 claim.withdrawn k1 by=p1", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-07 claim.withdrawn k1 by=p3", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-07 claim.withdrawn k2 by=p3", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-07 claim.withdrawn k3 by=p3", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-07 claim.withdrawn k4 by=p3", OMBUD_PERMITTED, "1");
    REFUSED(c, "2026-01-07 fact k1 fair=yes by=p3", OMBUD_E_CONFLICT);
    TELL(c, "2026-01-07 fact k1 fair=yes by=p1");
    TELL(c, "2026-01-07 fact k2 fair=yes by=p3");
    TELL(c, "2026-01-07 fact k3 fair=yes by=p3");
    TELL(c, "2026-01-07 fact k4 fair=yes by=p3");
    END();
}

static void links_that_come_and_go(void **state)
{
    BEGIN(loans);
    lend(c);
    TELL(c, "2026-01-08 link l2 member p1");
    MAY(c, "2026-01-07 loan.renewed l2 by=p1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-08 loan.renewed l2 by=p1", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-08 loan.renewed l2 by=p3", OMBUD_PERMITTED, "1");
    TELL(c, "2026-01-09 void 4");
    MAY(c, "2026-01-09 loan.renewed l2 by=p1", OMBUD_FORBIDDEN, "1");
    /* Of a statement the line counts that is struck out, too: it can be read again as it was written. */
    TELL(c, "2026-01-09 fact l2 content=yes by=p1");
    END();
}

static void statements_of_whom_an_item_names(void **state)
{
    BEGIN(loans);
    lend(c);
    TELL(c, "2026-01-06 fact l1 content=yes by=p1");
    TELL(c, "2026-01-06 fact l3 content=yes by=p1");
    TELL(c, "2026-01-06 fact l2 torn=yes by=p2");
    REFUSED(c, "2026-01-06 fact l2 content=yes by=p1", OMBUD_E_CONFLICT);
    REFUSED(c, "2026-01-06 fact l2 torn=no by=p1", OMBUD_E_CONFLICT);
    REFUSED(c, "2026-01-06 loan.given_back l2 by=p1 content=yes", OMBUD_E_CONFLICT);
    REFUSED(c, "2026-01-06 loan.given_back l2 by=p2 content=yes", OMBUD_E_CONFLICT);
    FACT(c, "l2", "content", "2026-01-06", OMBUD_UNKNOWN);
    TELL(c, "2026-01-06 loan.given_back l2 by=p3 content=no");
    /* Whom the same line links may state on it, and what they state counts for nobody else. */
    TELL(c, "2026-01-06 loan.lent l4 by=p2 member=p3 content=yes");
    REFUSED(c, "2026-01-06 fact l4 content=no by=p1", OMBUD_E_CONFLICT);
    /* What is only supposed, anybody may state. */
    MAY(c, "2026-01-07 loan.renewed l1 by=p1 content=yes", OMBUD_PERMITTED, "1");
    END();
}

/* What one line after the other is allowed, a text is allowed; and what is refused there is refused here. */
static void the_same_from_a_text(void **state)
{
    BEGIN(loans);
    const ombud_law *laws[] = {law};
    static const char last[] = "2026-01-07 fact l2 content=yes by=p1\n";
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lend(c);
    TELL(c, "2026-01-06 fact l2 content=no by=p3");
    TELL(c, "2026-01-06 link l2 member p1");
    TELL(c, "2026-01-06 void 5");
    TELL(c, "2026-01-06 fact l2 content=yes by=p1");
    trial_text text = trial_written(c), other = {NULL, 0, 0};
    assert_int_equal(ombud_scenario_parse(text.bytes, text.length, laws, 1, NULL, &scenario, &err), OMBUD_OK);
    other = trial_written(ombud_scenario_case(scenario, 0));
    assert_string_equal(other.bytes, text.bytes);
    ombud_scenario_free(scenario);
    free(other.bytes);
    char *link = strstr(text.bytes, "2026-01-06 link");
    assert_non_null(link);
    *link = '\0';
    text.length = strlen(text.bytes);
    trial_text_add(&text, last, sizeof last - 1);
    scenario = NULL;
    assert_int_equal(ombud_scenario_parse(text.bytes, text.length, laws, 1, NULL, &scenario, &err), OMBUD_E_CONFLICT);
    assert_int_equal(err.column, 20);
    free(text.bytes);
    END();
}

static void copies_know_the_same(void **state)
{
    BEGIN(loans);
    ombud_case *copy = NULL;
    lend(c);
    assert_int_equal(ombud_case_clone(c, NULL, &copy, NULL), OMBUD_OK);
    REFUSED(copy, "2026-01-06 fact l2 content=yes by=p1", OMBUD_E_CONFLICT);
    TELL(copy, "2026-01-06 fact l2 content=yes by=p3");
    /* What is proposed and refused links nobody. */
    ombud_event event = trial_event("2026-01-06 loan.lent l5 by=p1 member=p1");
    assert_int_not_equal(ombud_case_propose(copy, &event, NULL, NULL), OMBUD_OK);
    TELL(copy, "2026-01-06 loan.lent l5 by=p2");
    TELL(copy, "2026-01-06 fact l5 content=yes by=p3");
    ombud_case_free(copy);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_of_whom_an_item_names),
        cmocka_unit_test(reason_names_the_item),
        cmocka_unit_test(what_is_tied_to_it),
        cmocka_unit_test(links_that_come_and_go),
        cmocka_unit_test(statements_of_whom_an_item_names),
        cmocka_unit_test(the_same_from_a_text),
        cmocka_unit_test(copies_know_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
