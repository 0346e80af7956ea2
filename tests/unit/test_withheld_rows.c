/*
 * What a row withholds: all that bears its name, and what rests on it through duties that read each other in circles.
 */
#include "trial.h"

/* A name that an event, a link, a duty and a question of an item bear withholds them all: none of them is shown to a
 * member, each is to a librarian. */
static void one_name_for_several(void **state)
{
    (void)state;
    static const char told_law[] =
        "law library\nrole member\nrole librarian\nitem person p\nitem box b\n"
        "item file f\n  event opened, told by librarian\nlink told : file -> box\n"
        "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
        "  file.opened: any -> same\n  file.told: any -> same\n"
        "  duty told librarian to member\n    opened by file.opened\n    within at most P5D\n"
        "  answer file.told = enough\n  withhold file.told from all but librarian\n";
    static const char *const lines[] = {"2026-02-03 file.told f1 by=p2", "2026-02-03 link f1 told b1",
                                        "2026-02-03 file.opened f1 by=p2", NULL};
    ombud_law *law = LAW(told_law);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        ombud_case *c = CASE(law, NULL);
        ITEM(c, "b1");
        ITEM(c, "f1");
        if (lines[i])
            TELL(c, lines[i]);
        ombud_asof asof = trial_asof("2026-02-10");
        asof.has_audience = 1;
        for (asof.audience = 1; asof.audience <= 2; asof.audience++) {
            trial_text to = {NULL, 0, 0};
            ombud_render how = OMBUD_RENDER_INIT;
            ombud_answer *answer = NULL;
            how.format = OMBUD_FORMAT_JSON;
            how.detailed = 1;
            assert_int_equal(ombud_render_case(c, &asof, &how, trial_text_add, &to, NULL), OMBUD_OK);
            assert_int_equal(ombud_case_ask(c, "told", "f1", &asof, &answer, NULL), OMBUD_OK);
            if (!lines[i])
                trial_text_put(&to, "%s", ombud_answer_outcome(answer) == OMBUD_ANSWERED ? "\"told\"" : "");
            if (!strstr(to.bytes, "told") != (asof.audience == 1))
                fail_msg("%s for %u:\n%s", lines[i] ? lines[i] : "the question", (unsigned)asof.audience, to.bytes);
            ombud_answer_free(answer);
            free(to.bytes);
        }
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

/* Duties may read each other in circles: what none of them rests on is told, and what one of them rests on withholds
 * all that read it. */
static void terms_in_circles(void **state)
{
    (void)state;
    static const char circle[] =
        "law library\nrole member\nrole librarian\nitem person p\n"
        "item file f\n  event opened, noted, checked by librarian\n  fact a, b stated by librarian silence no\n"
        "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
        "  file.opened: any -> same\n  file.noted: any -> same\n  file.checked: any -> same\n"
        "  duty one librarian to member\n    opened by file.opened unless two is open or one is overdue\n"
        "    within at most P5D\n    met by file.noted\n"
        "  duty two librarian to member\n    opened by file.noted unless one is open\n"
        "    within at most P5D\n    met by file.checked\n"
        "  duty three librarian to member\n    opened by file.opened unless four is open\n"
        "    within at most P5D\n    met by file.noted\n"
        "  duty four librarian to member\n    opened by file.noted unless three is open or a\n"
        "    within at most P5D\n    met by file.checked\n"
        "  withhold file.a from all but librarian\n";
    static const char *const known[] = {"one", "one three"};
    ombud_law *law = LAW(circle);
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "f1");
    TELL(c, "2026-02-03 file.opened f1 by=p2");
    ombud_asof asof = trial_asof("2026-02-04");
    asof.has_audience = 1;
    for (asof.audience = 1; asof.audience <= 2; asof.audience++) {
        trial_text to = {NULL, 0, 0};
        ombud_terms *terms = NULL;
        assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
        for (size_t i = 0; i < ombud_terms_count(terms); i++) {
            ombud_term term = OMBUD_TERM_INIT;
            assert_int_equal(ombud_terms_get(terms, i, &term), OMBUD_OK);
            trial_text_put(&to, "%s%.*s", i ? " " : "", (int)term.name.len, term.name.ptr);
        }
        assert_string_equal(to.bytes, known[asof.audience - 1]);
        ombud_terms_free(terms);
        free(to.bytes);
    }
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Nor does a law in which every term reads every other take longer than there is time: it tells, then, and is kept. */
static void every_term_reads_every_other(void **state)
{
    (void)state;
    enum { TERMS = 30 };
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "law library\nrole member\nrole librarian\nitem person p\n"
                          "item file f\n  event opened by librarian\n  fact a stated by librarian\n"
                          "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
                          "  file.opened: any -> same\n  withhold file.a from all but librarian\n");
    for (int t = 0; t < TERMS; t++) {
        trial_text_put(&text, "  duty d%d librarian to member\n    opened by file.opened unless", t);
        for (int other = 0; other < TERMS; other++)
            trial_text_put(&text, "%s d%d is overdue", other ? " or" : "", other);
        trial_text_put(&text, "\n    within at most P5D\n");
    }
    ombud_law *law = LAW(text.bytes);
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "f1");
    TELL(c, "2026-02-03 file.opened f1 by=p2");
    ombud_asof asof = trial_asof("2026-02-04");
    asof.has_audience = 1;
    for (asof.audience = 1; asof.audience <= 2; asof.audience++) {
        ombud_terms *terms = NULL;
        assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
        assert_int_equal(ombud_terms_count(terms), 0);
        ombud_terms_free(terms);
    }
    ombud_case_free(c);
    ombud_law_free(law);
    free(text.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_name_for_several),
        cmocka_unit_test(terms_in_circles),
        cmocka_unit_test(every_term_reads_every_other),
    };
    return cmocka_run_group_tests_name("what a row withholds", tests, NULL, NULL);
}
