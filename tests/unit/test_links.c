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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_apart),
        cmocka_unit_test(linked_items),
        cmocka_unit_test(links_backward_and_two_steps),
        cmocka_unit_test(one_that_may_not_count),
        cmocka_unit_test(what_one_that_may_count_would_have_to_be),
    };
    return cmocka_run_group_tests_name("links and days", tests, NULL, NULL);
}
