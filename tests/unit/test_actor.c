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

/* ---- who is concerned -------------------------------------------------------------------------------------------- */

/* Wardens hold posts; a quarrel names who was hurt, and nobody is a warden in their own or their kin's. */
static const char quarrels[] = TRIAL_HEAD
    "role warden held by post is kept en \"warden\" fr \"gardien\" nl \"wachter\"\n"
    "item post o\n  states kept, left\n  event taken by librarian carries holder (person)\n"
    "item quarrel q\n  states begun, over\n  event broke_out carries hurt (person)\n"
    "  event heard by warden\n  event settled by warden, member\n  event logged, noted\n  event seen by warden\n"
    "  fact grave stated by warden\n"
    "link hurt : quarrel -> person concerned\nlink kin : person -> person concerned\n"
    "item plea s\n  states made\n  event made carries of_quarrel (quarrel), maker (person)\n"
    "  event ruled by warden\n"
    "item bell w\n  event rung by warden\n"
    "structure\n  quarrel.seen: begun -> same\n" TRIAL_RULE(
        "1") "  post.taken: -> kept\n  quarrel.broke_out: -> begun\n"
             "  quarrel.heard, quarrel.logged, quarrel.noted: begun -> same\n  quarrel.settled: begun -> over\n"
             "  plea.made: -> made\n  plea.ruled: made -> same\n  bell.rung: any -> same\n" TRIAL_RULE(
                 "2") "  quarrel.noted only when by warden\n";

/* p4 and p5 hold posts, p6 is a warden as the host says; p4 and p6 were hurt in q1, nobody in q2, p7, p5's kin, in q3.
 */
static void quarrel(ombud_case *c)
{
    assert_int_equal(ombud_case_person(c, 4, "member", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 5, "", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 6, "warden", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 7, "", NULL), OMBUD_OK);
    TELL(c, "2026-01-01 post.taken o1 by=p2 holder=p4");
    TELL(c, "2026-01-01 post.taken o2 by=p2 holder=p5");
    TELL(c, "2026-01-02 quarrel.broke_out q1 hurt=p4");
    TELL(c, "2026-01-02 link q1 hurt p6");
    TELL(c, "2026-01-02 quarrel.broke_out q2");
    TELL(c, "2026-01-02 quarrel.broke_out q3 hurt=p7");
    TELL(c, "2026-01-02 link p7 kin p5");
    TELL(c, "2026-01-02 plea.made s1 of_quarrel=q1 maker=p1");
    TELL(c, "2026-01-02 plea.made s2 of_quarrel=q3 maker=p7");
}

static void nobody_in_their_own_matter(void **state)
{
    BEGIN(quarrels);
    quarrel(c);
    MAY(c, "2026-01-03 quarrel.heard q1 by=p4", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-03 quarrel.heard q1 by=p6", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-03 quarrel.heard q1 by=p5", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-03 quarrel.heard q2 by=p4", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-03 quarrel.heard q2 by=p6", OMBUD_PERMITTED, "1");
    /* By who is named in what the item leads to: a quarrel, a person's kin; and no further. */
    MAY(c, "2026-01-03 plea.ruled s1 by=p4", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-03 plea.ruled s1 by=p5", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-03 quarrel.heard q3 by=p5", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-03 quarrel.heard q3 by=p4", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-03 plea.ruled s2 by=p5", OMBUD_FORBIDDEN, "1");
    /* A role that is no office, and what anybody may bring. */
    MAY(c, "2026-01-03 quarrel.settled q1 by=p4", OMBUD_PERMITTED, "1");
    MAY(c, "2026-01-03 quarrel.settled q1 by=p6", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-03 quarrel.logged q1 by=p4", OMBUD_PERMITTED, "1");
    /* Conditions that ask for the office; a move that rests on structure. */
    MAY(c, "2026-01-03 quarrel.noted q1 by=p4", OMBUD_FORBIDDEN, "2");
    MAY(c, "2026-01-03 quarrel.noted q2 by=p4", OMBUD_PERMITTED, NULL);
    MAY(c, "2026-01-03 quarrel.seen q1 by=p4", OMBUD_NOT_FORESEEN, "");
    MAY(c, "2026-01-03 quarrel.seen q2 by=p4", OMBUD_PERMITTED, "");
    /* Of the day on which it happens, and only while the link counts. */
    MAY(c, "2026-01-01 quarrel.heard q1 by=p4", OMBUD_FORBIDDEN, "1");
    TELL(c, "2026-01-03 void 3");
    TELL(c, "2026-01-03 quarrel.broke_out q1");
    MAY(c, "2026-01-03 quarrel.heard q1 by=p4", OMBUD_PERMITTED, "1");
    END();
}

static void recorded_nevertheless(void **state)
{
    BEGIN(quarrels);
    quarrel(c);
    ombud_event event = trial_event("2026-01-03 quarrel.heard q1 by=p4");
    assert_int_equal(ombud_case_propose(c, &event, NULL, NULL), OMBUD_E_REFUSED);
    TELL(c, "2026-01-03 quarrel.heard q1 by=p4");
    TELL(c, "2026-01-03 plea.ruled s1 by=p6");
    TELL(c, "2026-01-04 quarrel.heard q1 by=p5");
    TELL(c, "2026-01-04 quarrel.logged q1 by=p4");
    FINDINGS(c, "2026-01-04", "breach heard q1 2026-01-03; breach ruled s1 2026-01-03");
    /* What somebody holds or assesses is told, not judged. */
    TELL(c, "2026-01-04 fact q1 grave=yes by=p4");
    FACT(c, "q1", "grave", "2026-01-04", OMBUD_YES);
    END();
}

static void somebody_else_must(void **state)
{
    BEGIN(quarrels);
    static const char *const texts[] = {"", "brought by somebody else as warden: who acts is concerned",
                                        ("en qualit\303\251 de gardien\302\240: la personne qui agit est "
                                         "concern\303\251e"),
                                        "gedaan door iemand anders als wachter: wie handelt is betrokken"};
    static const ombud_lang languages[] = {0, OMBUD_LANG_EN, OMBUD_LANG_FR, OMBUD_LANG_NL};
    quarrel(c);
    ombud_verdict *verdict = trial_verdict(c, "2026-01-03 quarrel.heard q1 by=p4");
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    char text[600];
    assert_int_equal(ombud_verdict_set_count(verdict), 1);
    assert_int_equal(ombud_verdict_set_size(verdict, 0), 1);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_CONCERNED);
    assert_true(trial_view_is(unmet.item_prefix, "q") && unmet.item_number == 1);
    assert_int_equal(unmet.who, 4);
    for (size_t i = 1; i < 4; i++) {
        ombud_explain_verdict(verdict, languages[i], text, sizeof text);
        if (strstr(text, texts[i]) == NULL)
            print_error("%s\n", text);
        assert_non_null(strstr(text, texts[i]));
    }
    ombud_verdict_free(verdict);
    /* Where a condition asks it is the same; who has no office at all is told of the role. */
    verdict = trial_verdict(c, "2026-01-03 quarrel.noted q1 by=p4");
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_CONCERNED);
    ombud_verdict_free(verdict);
    verdict = trial_verdict(c, "2026-01-03 quarrel.heard q1 by=p1");
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_ROLE);
    assert_int_equal(unmet.item_prefix.len, 0);
    ombud_verdict_free(verdict);
    END();
}

/* To whom it is not told who was hurt it is not told who may not act, but where nobody can be concerned. */
static void concern_is_not_told(void **state)
{
    static char text[sizeof quarrels + 100];
    snprintf(text, sizeof text, "%s  withhold quarrel.hurt from all but librarian\n", quarrels);
    BEGIN(text);
    quarrel(c);
    ombud_asof asof = trial_asof("2026-01-03");
    asof.has_audience = 1;
    for (int who = 4; who < 6; who++) {
        char line[] = "2026-01-03 quarrel.heard q1 by=p0";
        line[sizeof line - 2] = (char)('0' + who);
        ombud_event event = trial_event(line);
        ombud_verdict *verdict = NULL;
        asof.audience = 1; /* a member */
        assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
        assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_UNDETERMINED);
        assert_int_equal(ombud_verdict_set_count(verdict), 0);
        ombud_verdict_free(verdict);
        asof.audience = 2; /* a librarian */
        assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
        assert_int_equal(ombud_verdict_ruling(verdict), who == 4 ? OMBUD_FORBIDDEN : OMBUD_PERMITTED);
        ombud_verdict_free(verdict);
    }
    ITEM(c, "w1");
    ombud_event event = trial_event("2026-01-03 bell.rung w1 by=p4");
    ombud_verdict *verdict = NULL;
    asof.audience = 1;
    assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
    assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_PERMITTED);
    ombud_verdict_free(verdict);
    END();
}

static void only_persons_are_concerned(void **state)
{
    static const char text[] = TRIAL_HEAD "item shelf s\n  states up\nlink beside : shelf -> shelf concerned\n";
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    (void)state;
    assert_int_equal(ombud_law_parse(text, sizeof text - 1, NULL, &law, &err), OMBUD_E_CONFLICT);
    assert_int_equal(err.line, 7);
    assert_int_equal(err.column, 30);
    assert_true(err.remedy[0] != '\0');
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
        cmocka_unit_test(nobody_in_their_own_matter),
        cmocka_unit_test(recorded_nevertheless),
        cmocka_unit_test(somebody_else_must),
        cmocka_unit_test(concern_is_not_told),
        cmocka_unit_test(only_persons_are_concerned),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
