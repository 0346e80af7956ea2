/*
 * Conditions that look further than the item's own facts: days apart, and linked items, forward, backward and two steps
 * away.
 */
#include "permit.h"

static const char *const truth_words[] = {"no", "unknown", "yes"};

static void days_apart(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.stale when last_act more than P3Y before permit.asked\n"
                                       "  permit.aged when last_act at least P3Y before permit.asked\n"
                                       "  permit.grown when asked at least P1M ago\n"
                                       "  permit.outgrown when asked more than P1M ago\n");
    static const struct {
        const char *line;
        ombud_truth stale, aged;
    } rows[] = {
        {"2026-03-01 permit.asked x1 by=p1 last_act=2023-03-02", OMBUD_NO, OMBUD_NO},
        {"2026-03-02 permit.asked x1 by=p1 last_act=2023-03-02", OMBUD_NO, OMBUD_YES},
        {"2026-03-03 permit.asked x1 by=p1 last_act=2023-03-02", OMBUD_YES, OMBUD_YES},
        {"2023-02-28 permit.asked x1 by=p1 last_act=2020-02-29", OMBUD_NO, OMBUD_YES},
        {"2023-03-01 permit.asked x1 by=p1 last_act=2020-02-29", OMBUD_YES, OMBUD_YES},
        {"2026-03-03 permit.asked x1 by=p1", OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {"2026-03-03 permit.asked x1 by=p1 last_act=2026-03-04", OMBUD_NO, OMBUD_NO},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        AGAIN();
        TELL(c, rows[i].line);
        FACT(c, "x1", "stale", "2026-12-31", rows[i].stale);
        FACT(c, "x1", "aged", "2026-12-31", rows[i].aged);
    }
    AGAIN();
    TELL(c, "2026-01-31 permit.asked x1 by=p1");
    FACT(c, "x1", "grown", "2026-01-30", OMBUD_UNKNOWN);
    FACT(c, "x1", "grown", "2026-02-27", OMBUD_NO);
    FACT(c, "x1", "grown", "2026-02-28", OMBUD_YES);
    FACT(c, "x1", "outgrown", "2026-02-28", OMBUD_NO);
    FACT(c, "x1", "outgrown", "2026-03-01", OMBUD_YES);
    AGAIN();
    TELL(c, "9999-12-31 permit.asked x1 by=p1");
    FACT(c, "x1", "grown", "9999-12-31", OMBUD_NO);
    END();
}

static const char shelves[] =
    TRIAL_HEAD "item shelf s\n  states up\n  event built\n  fact full stated by librarian\n"
               "item book b\n  states in\n  event shelved carries shelf (shelf)\n  fact torn stated by librarian\n"
               "link holds : shelf -> book\n"
               "structure\n  shelf.built: -> up\n  book.shelved: -> in\n" TRIAL_RULE(
                   "1") "  shelf.one_torn when at least 1 holds -> book (torn)\n"
                        "  shelf.two_torn when at least 2 holds -> book (torn)\n"
                        "  shelf.none_torn when at most 0 holds -> book (torn)\n"
                        "  shelf.few_torn when at most 1 holds -> book (torn)\n"
                        "  shelf.all_torn when every holds -> book (torn)\n"
                        "  shelf.any_book when at least 1 holds -> book\n"
                        "  book.on_full when at least 1 holds <- shelf (full)\n"
                        "  book.all_full when every holds <- shelf (full)\n"
                        "  book.among_torn when at least 1 holds <- shelf (one_torn)\n"
                        "  shelf.named when at least 1 shelf <- book (is in)\n"
                        "  book.placed when every shelf -> shelf (is up and full)\n";

/* Every number of yes, no and unknown among up to three linked items, against counting. */
static void linked_items(void **state)
{
    (void)state;
    ombud_law *law = LAW(shelves);
    for (int k = 0; k < 40; k++) {
        int count = k < 1    ? 0
                    : k < 4  ? 1
                    : k < 13 ? 2
                             : 3,
            code = k < 1    ? 0
                   : k < 4  ? k - 1
                   : k < 13 ? k - 4
                            : k - 13,
            yes = 0, unknown = 0;
        ombud_case *c = CASE(law, NULL);
        ITEM(c, "s1");
        ITEM(c, "b9");
        TELL(c, "2026-03-02 fact b9 by=p2 torn=yes"); /* stands elsewhere */
        for (int b = 0; b < count; b++, code /= 3) {
            char line[80], name[24];
            snprintf(name, sizeof name, "b%d", b + 1);
            ITEM(c, name);
            snprintf(line, sizeof line, "2026-03-02 fact b%d by=p2 torn=%s", b + 1, truth_words[code % 3]);
            TELL(c, line);
            snprintf(line, sizeof line, "2026-03-02 link s1 holds b%d", b + 1);
            TELL(c, line);
            TELL(c, line); /* said again it is the same link */
            yes += code % 3 == 2;
            unknown += code % 3 == 1;
        }
        int most = yes + unknown;
        FACT(c, "s1", "one_torn", "2026-03-02", yes >= 1 ? OMBUD_YES : most >= 1 ? OMBUD_UNKNOWN : OMBUD_NO);
        FACT(c, "s1", "two_torn", "2026-03-02", yes >= 2 ? OMBUD_YES : most >= 2 ? OMBUD_UNKNOWN : OMBUD_NO);
        FACT(c, "s1", "none_torn", "2026-03-02", yes >= 1 ? OMBUD_NO : most >= 1 ? OMBUD_UNKNOWN : OMBUD_YES);
        FACT(c, "s1", "few_torn", "2026-03-02", yes >= 2 ? OMBUD_NO : most >= 2 ? OMBUD_UNKNOWN : OMBUD_YES);
        FACT(c, "s1", "all_torn", "2026-03-02",
             count == 0      ? OMBUD_UNKNOWN
             : yes == count  ? OMBUD_YES
             : most == count ? OMBUD_UNKNOWN
                             : OMBUD_NO);
        FACT(c, "s1", "any_book", "2026-03-02", count > 0 ? OMBUD_YES : OMBUD_NO);
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

static void links_backward_and_two_steps(void **state)
{
    BEGIN(shelves);
    ITEM(c, "s1");
    ITEM(c, "s2");
    ITEM(c, "b1");
    ITEM(c, "b2");
    FACT(c, "b1", "on_full", "2026-03-02", OMBUD_NO);
    FACT(c, "b1", "all_full", "2026-03-02", OMBUD_UNKNOWN);
    TELL(c, "2026-03-02 link s1 holds b1");
    FACT(c, "b1", "on_full", "2026-03-02", OMBUD_UNKNOWN);
    FACT(c, "b1", "on_full", "2026-03-01", OMBUD_NO); /* not linked yet */
    TELL(c, "2026-03-03 fact s1 by=p2 full=yes");
    FACT(c, "b1", "on_full", "2026-03-03", OMBUD_YES);
    FACT(c, "b1", "all_full", "2026-03-03", OMBUD_YES);
    TELL(c, "2026-03-04 link s2 holds b1");
    FACT(c, "b1", "all_full", "2026-03-04", OMBUD_UNKNOWN);
    TELL(c, "2026-03-05 fact s2 by=p2 full=no");
    FACT(c, "b1", "all_full", "2026-03-05", OMBUD_NO);
    FACT(c, "b1", "on_full", "2026-03-05", OMBUD_YES);
    /* Book to shelf to book. */
    FACT(c, "b1", "among_torn", "2026-03-05", OMBUD_UNKNOWN);
    TELL(c, "2026-03-06 link s1 holds b2");
    TELL(c, "2026-03-06 fact b1 by=p2 torn=no");
    TELL(c, "2026-03-06 fact b2 by=p2 torn=yes");
    FACT(c, "b1", "among_torn", "2026-03-06", OMBUD_YES);
    /* A link that an argument makes. */
    FACT(c, "s1", "named", "2026-03-06", OMBUD_NO);
    TELL(c, "2026-03-07 book.shelved b3 shelf=s1");
    FACT(c, "s1", "named", "2026-03-07", OMBUD_YES);
    FACT(c, "s2", "named", "2026-03-07", OMBUD_NO);
    FACT(c, "b3", "placed", "2026-03-07", OMBUD_NO); /* s1 was never built */
    TELL(c, "2026-03-08 shelf.built s1");
    FACT(c, "b3", "placed", "2026-03-08", OMBUD_YES);
    END();
}

static const char dated_shelves[] =
    TRIAL_HEAD "item shelf s\n  states up\n  event built, opened by librarian\n"
               "item book b\n  states in\n  event shelved carries shelf (shelf), bought (day)\n"
               "  fact torn stated by librarian\n"
               "structure\n  shelf.built: -> up\n  shelf.opened: up -> same\n  book.shelved: -> in\n" TRIAL_RULE(
                   "1") "  shelf.all_torn when every shelf <- book whose bought at least P1Y before built (torn)\n"
                        "  shelf.one_torn when at least 1 shelf <- book whose bought at least P1Y before built (torn)\n"
                        "  shelf.none_torn when at most 0 shelf <- book whose bought at least P1Y before built (torn)\n"
                        "  shelf.opened only when all_torn\n";

/* b1 may count or not, since the day it was bought is not known; b2 counts from 2 March 2025 back, not after. */
static void one_that_may_not_count(void **state)
{
    (void)state;
    ombud_law *law = LAW(dated_shelves);
    static const struct {
        const char *bought, *first, *second; /* of b2; NULL: it is not there */
        ombud_truth all, one, none;
    } rows[] = {
        {NULL, "no", NULL, OMBUD_UNKNOWN, OMBUD_NO, OMBUD_YES},
        {NULL, "unknown", NULL, OMBUD_UNKNOWN, OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {NULL, "yes", NULL, OMBUD_UNKNOWN, OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {"2025-03-01", "no", "yes", OMBUD_UNKNOWN, OMBUD_YES, OMBUD_NO},
        {"2025-03-02", "no", "yes", OMBUD_UNKNOWN, OMBUD_YES, OMBUD_NO},
        {"2025-03-02", "yes", "yes", OMBUD_YES, OMBUD_YES, OMBUD_NO},
        {"2025-03-02", "unknown", "yes", OMBUD_UNKNOWN, OMBUD_YES, OMBUD_NO},
        {"2025-03-02", "yes", "no", OMBUD_NO, OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {"2025-03-02", "no", "no", OMBUD_NO, OMBUD_NO, OMBUD_YES},
        {"2025-03-03", "yes", "yes", OMBUD_UNKNOWN, OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {"2025-03-03", "no", "no", OMBUD_UNKNOWN, OMBUD_NO, OMBUD_YES},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[96];
        ombud_case *c = CASE(law, NULL);
        TELL(c, "2026-03-02 shelf.built s1 by=p2");
        snprintf(text, sizeof text, "2026-03-02 book.shelved b1 by=p2 shelf=s1 torn=%s", rows[i].first);
        TELL(c, text);
        if (rows[i].bought != NULL) {
            snprintf(text, sizeof text, "2026-03-02 book.shelved b2 by=p2 shelf=s1 bought=%s torn=%s", rows[i].bought,
                     rows[i].second);
            TELL(c, text);
        }
        FACT(c, "s1", "all_torn", "2026-03-02", rows[i].all);
        FACT(c, "s1", "one_torn", "2026-03-02", rows[i].one);
        FACT(c, "s1", "none_torn", "2026-03-02", rows[i].none);
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

/* What would let the shelf be opened: b1, of which nobody knows whether it counts, would have to be torn too. */
static void what_one_that_may_count_would_have_to_be(void **state)
{
    BEGIN(dated_shelves);
    TELL(c, "2026-03-02 shelf.built s1 by=p2");
    TELL(c, "2026-03-02 book.shelved b2 by=p2 shelf=s1 bought=2020-01-01 torn=yes");
    MAY(c, "2026-03-02 shelf.opened s1 by=p2", OMBUD_PERMITTED, NULL);
    TELL(c, "2026-03-02 book.shelved b1 by=p2 shelf=s1 torn=no");
    MAY(c, "2026-03-02 shelf.opened s1 by=p2", OMBUD_UNDETERMINED, "1");
    ombud_verdict *verdict = trial_verdict(c, "2026-03-02 shelf.opened s1 by=p2");
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
    assert_int_equal(unmet.kind, OMBUD_UNMET_FACT);
    assert_true(trial_view_is(unmet.name, "torn"));
    assert_int_equal(unmet.item_number, 1);
    ombud_verdict_free(verdict);
    END();
}

/* ---- terms that end through links -------------------------------------------------------------------------------- */

/* A matter is answered by a letter about it, and given up with the dossier of which it is part. */
static const char letters[] = TRIAL_HEAD
    "item matter x\n  states begun\n  event opened carries part_of (dossier)\n  event asked\n"
    "  fact heard stated by librarian silence no\n"
    "item letter l\n  states written, gone\n  event drafted\n  event sent by librarian carries about (matter)\n"
    "  event lost\n"
    "item dossier d\n  states there\n  event closed, reopened\n" TRIAL_RULE(
        "1") "  matter.opened: -> begun\n  matter.asked: begun -> same\n"
             "  letter.drafted: -> written\n  letter.sent: any -> gone\n  letter.sent: -> gone\n"
             "  letter.lost: written -> gone\n  dossier.closed, dossier.reopened: any -> there\n"
             "  dossier.closed: -> there\n" TRIAL_RULE(
                 "2") "  duty answer librarian to member\n    opened by matter.opened, matter.asked\n"
                      "    within at most P10D\n    met by about <- letter.sent, lost\n"
                      "    lapses by part_of -> dossier.closed\n"
                      "  duty hear librarian to member\n    opened by matter.opened\n    within at most P5D\n"
                      "    met by about <- letter.sent when heard\n    met by matter.asked when heard\n"
                      "  term kept\n    opened by letter.drafted\n    within at most P3D\n"
                      "    then letter.lost\n"
                      "  matter.answered when answer is met or answer is met_late\n";

static void met_by_a_linked_item(void **state)
{
    BEGIN(letters);
    TELL(c, "2026-01-01 matter.opened x1");
    TELL(c, "2026-01-01 matter.opened x2");
    TELL(c, "2026-01-02 letter.sent l1 by=p2 about=x2");
    TERM(c, "answer", "2026-01-02", OMBUD_TERM_OPEN, "2026-01-11");
    FACT(c, "x2", "answered", "2026-01-02", OMBUD_YES);
    FACT(c, "x1", "answered", "2026-01-02", OMBUD_NO);
    /* The link alone does not meet it; the next event does. */
    TELL(c, "2026-01-03 link l1 about x1");
    TERM(c, "answer", "2026-01-03", OMBUD_TERM_OPEN, NULL);
    TELL(c, "2026-01-04 letter.sent l1 by=p2");
    TERM(c, "answer", "2026-01-04", OMBUD_TERM_MET, "2026-01-11");
    FACT(c, "x1", "answered", "2026-01-04", OMBUD_YES);
    /* The condition is about the item whose term it is. */
    TERM(c, "hear", "2026-01-04", OMBUD_TERM_OPEN, NULL);
    TELL(c, "2026-01-08 fact x1 heard=yes by=p2");
    TELL(c, "2026-01-08 letter.sent l1 by=p2");
    TERM(c, "hear", "2026-01-08", OMBUD_TERM_MET_LATE, "2026-01-06");
    FINDINGS(c, "2026-01-08", "late hear x1 2026-01-07 2026-01-08; late hear x2 2026-01-07");
    /* Struck out, it met nothing. */
    TELL(c, "2026-01-09 void 5");
    TELL(c, "2026-01-09 void 7");
    TERM(c, "answer", "2026-01-09", OMBUD_TERM_OPEN, NULL);
    END();
}

static void ended_by_a_linked_item(void **state)
{
    BEGIN(letters);
    TELL(c, "2026-01-01 dossier.closed d1");
    TELL(c, "2026-01-01 matter.opened x1 part_of=d1");
    TELL(c, "2026-01-01 matter.opened x2 part_of=d1");
    TELL(c, "2026-01-01 matter.opened x3");
    TERM(c, "answer", "2026-01-01", OMBUD_TERM_OPEN, NULL);
    TELL(c, "2026-01-02 dossier.closed d1");
    TERM(c, "answer", "2026-01-02", OMBUD_TERM_LAPSED, NULL);
    FINDINGS(c, "2026-01-12",
             "late hear x1 2026-01-07; late hear x2 2026-01-07; late hear x3 2026-01-07; late answer x3 2026-01-12");
    /* What the end of the other item's term brings about counts too. */
    TELL(c, "2026-01-12 letter.drafted l1");
    TELL(c, "2026-01-12 link l1 about x3");
    FACT(c, "x3", "answered", "2026-01-15", OMBUD_NO);
    FACT(c, "x3", "answered", "2026-01-16", OMBUD_YES);
    FINDINGS(c, "2026-01-16",
             "late hear x1 2026-01-07; late hear x2 2026-01-07; late hear x3 2026-01-07; late answer x3 2026-01-12 "
             "2026-01-16");
    END();
}

static void next_names_the_linked_duty(void **state)
{
    BEGIN(letters);
    ombud_actions *actions = NULL;
    ombud_action action = OMBUD_ACTION_INIT;
    ombud_asof asof = trial_asof("2026-01-02");
    TELL(c, "2026-01-01 matter.opened x1");
    TELL(c, "2026-01-01 letter.drafted l1");
    TELL(c, "2026-01-01 link l1 about x1");
    assert_int_equal(ombud_case_next(c, "librarian", &asof, &actions, NULL), OMBUD_OK);
    assert_int_equal(ombud_actions_get(actions, 0, &action), OMBUD_OK);
    assert_true(trial_view_is(action.event, "letter.sent") || trial_view_is(action.event, "letter.lost"));
    assert_int_equal(action.due, 1);
    assert_int_equal(action.due_day, trial_day("2026-01-11"));
    ombud_actions_free(actions);
    END();
}

/* A term tells nothing to whom the other item's event, or the link, is withheld. */
static void what_meets_it_may_be_withheld(void **state)
{
    static const char *const rows[] = {"letter.sent", "letter.about", "letter.drafted"};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static char text[sizeof letters + 100];
        snprintf(text, sizeof text, "%s  withhold %s from all but librarian\n", letters, rows[i]);
        BEGIN(text);
        ombud_asof asof = trial_asof("2026-01-02");
        ombud_terms *terms = NULL;
        TELL(c, "2026-01-01 matter.opened x1");
        asof.has_audience = 1;
        asof.audience = 1;
        assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
        /* Letters can also come into being by being sent: that one was drafted tells nothing of the duty. */
        assert_int_equal(ombud_terms_count(terms), i < 2 ? 0 : 2);
        ombud_terms_free(terms);
        asof.audience = 2;
        assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
        assert_int_equal(ombud_terms_count(terms), 2);
        ombud_terms_free(terms);
        END();
    }
}

static void clauses_that_are_wrong(void **state)
{
    static const struct {
        const char *clause;
        ombud_status status;
        uint32_t column;
    } rows[] = {
        {"met by about -> letter.sent", OMBUD_E_UNKNOWN_NAME, 12},
        {"met by about <- dossier.closed", OMBUD_E_UNKNOWN_NAME, 12},
        {"met by part_of -> letter.sent", OMBUD_E_CONFLICT, 12},
        {"met by about <- sent", OMBUD_E_SYNTAX, 21},
        {"met by about <- letter.sent, dossier.closed", OMBUD_E_CONFLICT, 34},
        {"met by letter.sent", OMBUD_E_CONFLICT, 12},
        {"opened by about <- letter.sent", OMBUD_E_UNKNOWN_NAME, 15},
        {"extended to P3D by about <- letter.sent", OMBUD_E_UNKNOWN_NAME, 24},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        static char text[sizeof letters + 200];
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_law *law = NULL;
        snprintf(text, sizeof text,
                 "%s  duty more librarian to member\n    opened by matter.opened\n    within at most P1D\n    %s\n",
                 letters, rows[i].clause);
        ombud_status got = ombud_law_parse(text, strlen(text), NULL, &law, &err);
        if (got != rows[i].status || err.column != rows[i].column || err.remedy[0] == '\0')
            print_error("%s: %d at %u: %s; %s\n", rows[i].clause, (int)got, err.column, err.message, err.remedy);
        assert_int_equal(got, rows[i].status);
        assert_int_equal(err.column, rows[i].column);
        assert_true(err.remedy[0] != '\0');
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_apart),
        cmocka_unit_test(linked_items),
        cmocka_unit_test(links_backward_and_two_steps),
        cmocka_unit_test(one_that_may_not_count),
        cmocka_unit_test(what_one_that_may_count_would_have_to_be),
        cmocka_unit_test(met_by_a_linked_item),
        cmocka_unit_test(ended_by_a_linked_item),
        cmocka_unit_test(next_names_the_linked_duty),
        cmocka_unit_test(what_meets_it_may_be_withheld),
        cmocka_unit_test(clauses_that_are_wrong),
    };
    return cmocka_run_group_tests_name("links and days", tests, NULL, NULL);
}
