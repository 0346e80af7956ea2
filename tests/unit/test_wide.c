/*
 * An item at the limits of what one mask holds: states beyond the 64th, facts and choices beyond the 64th bit, all 32
 * terms, each with a last day of its own.
 */
#include "trial.h"

#include "text_of.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

/* States s0 … s69; facts f0 … f65, and the choices of colour behind them; terms t0 … t31, of n + 1 days. */
static const char *wide_law(text_of *to)
{
    text_of_add(to, "law wide\nrole desk\nitem person p\nitem work w\n  states s0", ", s%u", 1, 60, "\n  states s60");
    text_of_add(to, "", ", s%u", 61, 70, "\n");
    text_of_add(to, "", "  fact f%u stated by desk\n", 0, 66, "");
    text_of_add(to,
                "  event begun, left, ended by desk\n  event painted by desk carries colour (red, green)\n"
                "item spot s\n  states seen\n  event found by desk carries seen_on (day)\n"
                "provision 1 \"Art. 1\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"g\"\n"
                "  work.begun: -> s0\n  work.left: s0 -> s66\n  work.ended: s66 -> s69\n  work.painted: any -> same\n"
                "  work.ended only when f64 and f65\n  work.left not when f64\n  spot.found: -> seen\n"
                "  spot.old when seen_on at least P1Y ago\n"
                "  answer work.paint = red when colour is red\n  answer work.paint = green when colour is green\n",
                "  term t%u\n    opened by work.begun\n    within exactly P%uD\n", 0, 32, "");
    return to->bytes;
}

static ombud_case *wide_case(const ombud_law *law)
{
    ombud_case *matter = NULL;
    OK(ombud_case_new(law, NULL, NULL, &matter, NULL));
    OK(ombud_case_person(matter, 2, "desk", NULL));
    return matter;
}

static ombud_ruling ruling_of(const ombud_case *matter, const char *line)
{
    ombud_verdict *verdict = NULL;
    ombud_event event = trial_event(line);
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_case_may(matter, &event, NULL, &verdict, &err) != OMBUD_OK)
        fail_msg("%s: %s [%s]", line, err.message, err.excerpt);
    ombud_ruling ruling = ombud_verdict_ruling(verdict);
    ombud_verdict_free(verdict);
    return ruling;
}

static void states_and_facts(void **state)
{
    (void)state;
    static text_of text;
    ombud_law *law = LAW(wide_law(&text));
    ombud_case *matter = wide_case(law);
    ombud_asof asof = trial_asof("2026-01-02");
    TELL(matter, "2026-01-01 work.begun w1 by=p2");
    assert_int_equal(ruling_of(matter, "2026-01-01 work.left w1 by=p2"), OMBUD_UNDETERMINED);
    TELL(matter, "2026-01-01 fact w1 f64=no by=p2");
    assert_int_equal(ruling_of(matter, "2026-01-01 work.left w1 by=p2"), OMBUD_PERMITTED);
    assert_int_equal(ruling_of(matter, "2026-01-01 work.ended w1 by=p2"), OMBUD_FORBIDDEN);
    TELL(matter, "2026-01-01 work.left w1 by=p2");
    STATE(matter, "w1", asof, "s66");
    assert_int_equal(ruling_of(matter, "2026-01-02 work.ended w1 by=p2"), OMBUD_FORBIDDEN);
    TELL(matter, "2026-01-02 fact w1 f64=yes f65=yes by=p2");
    assert_int_equal(ruling_of(matter, "2026-01-02 work.ended w1 by=p2"), OMBUD_PERMITTED);
    TELL(matter, "2026-01-02 work.ended w1 by=p2");
    STATE(matter, "w1", asof, "s69");
    FACT(matter, "w1", "f63", "2026-01-02", OMBUD_UNKNOWN);
    FACT(matter, "w1", "f64", "2026-01-01", OMBUD_NO);
    FACT(matter, "w1", "f64", "2026-01-02", OMBUD_YES);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* Of the choices behind the 64th bit one is so at a time. */
static void choices(void **state)
{
    (void)state;
    static text_of text;
    ombud_law *law = LAW(wide_law(&text));
    ombud_case *matter = wide_case(law);
    TELL(matter, "2026-01-01 work.begun w1 by=p2");
    static const char *const painted[] = {"2026-01-02 work.painted w1 by=p2 colour=green",
                                          "2026-01-03 work.painted w1 by=p2 colour=red"};
    static const char *const paints[] = {"green", "red"};
    for (size_t i = 0; i < 2; i++) {
        ombud_answer *answer = NULL;
        ombud_asof asof = trial_asof(painted[i]);
        TELL(matter, painted[i]);
        OK(ombud_case_ask(matter, "paint", "w1", &asof, &answer, NULL));
        assert_int_equal(ombud_answer_outcome(answer), OMBUD_ANSWERED);
        assert_true(trial_view_is(ombud_answer_value(answer), paints[i]));
        ombud_answer_free(answer);
    }
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* On each day one term more has expired, whichever are left. */
static void terms(void **state)
{
    (void)state;
    static text_of text;
    ombud_law *law = LAW(wide_law(&text));
    ombud_case *matter = wide_case(law);
    TELL(matter, "2026-01-01 work.begun w1 by=p2");
    for (int day = 0; day <= 33; day++) {
        ombud_asof asof = trial_asof("2026-01-01");
        ombud_terms *list = NULL;
        int expired = 0;
        asof.day += day;
        OK(ombud_case_terms(matter, &asof, &list, NULL));
        assert_int_equal(ombud_terms_count(list), 32);
        for (size_t i = 0; i < 32; i++) {
            ombud_term term = OMBUD_TERM_INIT;
            OK(ombud_terms_get(list, i, &term));
            int over = term.due < asof.day;
            assert_int_equal(term.status, over ? OMBUD_TERM_EXPIRED : OMBUD_TERM_OPEN);
            expired += over;
        }
        assert_int_equal(expired, day <= 1 ? 0 : day - 1);
        ombud_terms_free(list);
    }
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* A day that an item joining a copy carries is no other item's. */
static void copies_keep_their_days(void **state)
{
    (void)state;
    static text_of text;
    ombud_law *law = LAW(wide_law(&text));
    ombud_case *matter = wide_case(law), *copy = NULL;
    TELL(matter, "2026-01-02 spot.found s1 by=p2 seen_on=2020-01-01");
    OK(ombud_case_clone(matter, NULL, &copy, NULL));
    TELL(copy, "2026-01-03 spot.found s2 by=p2 seen_on=2026-01-01");
    FACT(copy, "s1", "old", "2026-01-03", OMBUD_YES);
    FACT(copy, "s2", "old", "2026-01-03", OMBUD_NO);
    ombud_case_free(copy);
    ombud_case_free(matter);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_and_facts),
        cmocka_unit_test(choices),
        cmocka_unit_test(terms),
        cmocka_unit_test(copies_keep_their_days),
    };
    return cmocka_run_group_tests_name("an item at its limits", tests, NULL, NULL);
}
