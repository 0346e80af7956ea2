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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_apart),
        cmocka_unit_test(linked_items),
        cmocka_unit_test(links_backward_and_two_steps),
    };
    return cmocka_run_group_tests_name("links and days", tests, NULL, NULL);
}
