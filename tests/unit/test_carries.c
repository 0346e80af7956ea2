/*
 * `carries ARGUMENT`: what the latest event that can carry it carried. Judged beforehand and afterwards, told in words,
 * withheld with what it tells of, beyond the first word of facts, and counted by a coverage.
 */
#include "unmet.h"

#define LOAN                                                                                                           \
    TRIAL_HEAD                                                                                                         \
    "item shelf s\n"                                                                                                   \
    "item loan l\n"                                                                                                    \
    "  states lent, back\n"                                                                                            \
    "  event lent by librarian carries wanted (period), place (hall, cellar), at_hand (day), from_shelf (shelf)\n"     \
    "  event prolonged by librarian carries wanted (period)\n"                                                         \
    "  event taken_back carries at_hand (day)\n"                                                                       \
    "  event noted by member, librarian\n"                                                                             \
    "label wanted en \"length wanted\" fr \"dur\303\251e voulue\" nl \"gewenste duur\"\n" TRIAL_RULE(                  \
        "1") "  loan.lent: -> lent\n  loan.prolonged: lent -> same\n  loan.taken_back: lent -> back\n  loan.noted: "   \
             "any -> same\n"

/* ---- yes or no --------------------------------------------------------------------------------------------------- */

static void the_latest_event_that_can(void **state)
{
    BEGIN(LOAN
          "  loan.long_one when carries wanted\n  loan.placed when carries place\n  loan.dated when carries at_hand\n");
    TELL(c, "2026-01-05 loan.lent l1 by=p2 wanted=P3M at_hand=2026-01-02");
    TELL(c, "2026-01-06 loan.noted l1 by=p1");
    TELL(c, "2026-01-07 loan.prolonged l1 by=p2");
    TELL(c, "2026-01-08 loan.prolonged l1 by=p2 wanted=P0D");
    TELL(c, "2026-01-09 loan.taken_back l1");
    /* An event that cannot carry it says nothing of it. */
    static const struct {
        const char *day;
        ombud_truth wanted, place, at_hand;
    } days[] = {{"2026-01-04", OMBUD_NO, OMBUD_NO, OMBUD_NO},   {"2026-01-05", OMBUD_YES, OMBUD_NO, OMBUD_YES},
                {"2026-01-06", OMBUD_YES, OMBUD_NO, OMBUD_YES}, {"2026-01-07", OMBUD_NO, OMBUD_NO, OMBUD_YES},
                {"2026-01-08", OMBUD_YES, OMBUD_NO, OMBUD_YES}, {"2026-01-09", OMBUD_YES, OMBUD_NO, OMBUD_NO}};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        FACT(c, "l1", "long_one", days[i].day, days[i].wanted);
        FACT(c, "l1", "placed", days[i].day, days[i].place);
        FACT(c, "l1", "dated", days[i].day, days[i].at_hand);
    }
    END();
}

/* A line entered late, or struck out, changes which event is the latest. */
static void late_and_struck_out(void **state)
{
    BEGIN(LOAN "  loan.long_one when carries wanted\n");
    TELL(c, "2026-01-05 loan.lent l1 by=p2 wanted=P3M");
    TELL(c, "2026-01-09 loan.noted l1 by=p1");
    FACT(c, "l1", "long_one", "2026-01-09", OMBUD_YES);
    TELL(c, "2026-01-07 loan.prolonged l1 by=p2");
    FACT(c, "l1", "long_one", "2026-01-06", OMBUD_YES);
    FACT(c, "l1", "long_one", "2026-01-09", OMBUD_NO);
    TELL(c, "2026-01-11 void 3");
    FACT(c, "l1", "long_one", "2026-01-11", OMBUD_YES);
    END();
}

/* What is only asked about or proposed leaves no trace. */
static void an_event_that_is_judged_is_the_latest(void **state)
{
    BEGIN(LOAN "  loan.lent, loan.prolonged only when carries wanted\n  loan.taken_back only when carries wanted\n");
    MAY(c, "2026-01-05 loan.lent l1 by=p2", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-05 loan.lent l1 by=p2 wanted=P3M", OMBUD_PERMITTED, "1");
    TELL(c, "2026-01-05 loan.lent l1 by=p2 wanted=P3M");
    MAY(c, "2026-01-06 loan.prolonged l1 by=p2", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-01-06 loan.prolonged l1 by=p2 wanted=P1M", OMBUD_PERMITTED, "1");
    ombud_event bare = trial_event("2026-01-06 loan.prolonged l1 by=p2");
    assert_int_equal(ombud_case_propose(c, &bare, NULL, NULL), OMBUD_E_REFUSED);
    MAY(c, "2026-01-06 loan.taken_back l1", OMBUD_PERMITTED, "1");
    TELL(c, "2026-01-06 loan.prolonged l1 by=p2");
    MAY(c, "2026-01-07 loan.taken_back l1", OMBUD_FORBIDDEN, "1");
    FINDINGS(c, "2026-01-07", "breach prolonged l1 2026-01-06");
    END();
}

/* Definitions kept at an event read what that event carries, and of no other; the end of a term carries nothing. */
static void kept_at_events_and_ends(void **state)
{
    BEGIN(LOAN
          "  loan.open_ended as at loan.prolonged unless carries wanted\n"
          "  loan.held_back as at loan.taken_back when carries at_hand\n"
          "  term out\n    opened by loan.lent when carries wanted\n    within exactly P7D\n    then loan.taken_back\n"
          "  loan.dated when carries at_hand\n");
    TELL(c, "2026-01-05 loan.lent l1 by=p2 at_hand=2026-01-02");
    TELL(c, "2026-01-05 loan.lent l2 by=p2 at_hand=2026-01-02 wanted=P1M");
    FACT(c, "l1", "open_ended", "2026-01-05", OMBUD_UNKNOWN);
    TELL(c, "2026-01-06 loan.prolonged l1 by=p2");
    FACT(c, "l1", "open_ended", "2026-01-06", OMBUD_YES);
    TELL(c, "2026-01-07 loan.prolonged l1 by=p2 wanted=P2W");
    FACT(c, "l1", "open_ended", "2026-01-07", OMBUD_NO);
    TERM(c, "out", "2026-01-20", OMBUD_TERM_NONE, NULL);
    STATE(c, "l1", trial_asof("2026-01-20"), "lent");
    FACT(c, "l1", "dated", "2026-01-20", OMBUD_YES);
    STATE(c, "l2", trial_asof("2026-01-20"), "back");
    FACT(c, "l2", "dated", "2026-01-12", OMBUD_YES);
    FACT(c, "l2", "dated", "2026-01-13", OMBUD_NO);
    FACT(c, "l2", "held_back", "2026-01-12", OMBUD_UNKNOWN);
    FACT(c, "l2", "held_back", "2026-01-13", OMBUD_NO);
    END();
}

/* What an event will carry is open before it is brought, whatever the one before it carried; nothing of the case
 * changes. */
static void what_comes_next(void **state)
{
    BEGIN(LOAN "  loan.prolonged only when carries wanted\n  loan.taken_back only when carries wanted\n"
               "  loan.long_one when carries wanted\n");
    static const char *const lines[] = {"2026-01-05 loan.lent l1 by=p2",
                                        "2026-01-06 loan.prolonged l1 by=p2 wanted=P1M",
                                        "2026-01-07 loan.prolonged l1 by=p2"};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        ombud_asof asof = trial_asof(lines[i]);
        ombud_actions *actions = NULL;
        ombud_ruling prolonged = OMBUD_FORBIDDEN, taken_back = OMBUD_FORBIDDEN;
        TELL(c, lines[i]);
        assert_int_equal(ombud_case_next(c, NULL, &asof, &actions, NULL), OMBUD_OK);
        for (size_t k = 0; k < ombud_actions_count(actions); k++) {
            ombud_action action = OMBUD_ACTION_INIT;
            assert_int_equal(ombud_actions_get(actions, k, &action), OMBUD_OK);
            prolonged = trial_view_is(action.event, "loan.prolonged") ? action.ruling : prolonged;
            taken_back = trial_view_is(action.event, "loan.taken_back") ? action.ruling : taken_back;
        }
        ombud_actions_free(actions);
        assert_int_equal(prolonged, OMBUD_UNDETERMINED);
        assert_int_equal(taken_back, i == 1 ? OMBUD_PERMITTED : OMBUD_FORBIDDEN);
        FACT(c, "l1", "long_one", lines[i], i == 1 ? OMBUD_YES : OMBUD_NO);
    }
    END();
}

/* ---- why not ----------------------------------------------------------------------------------------------------- */

static const char *explained(const ombud_case *c, const char *event, ombud_lang lang)
{
    static trial_text text;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_event asked = trial_event(event);
    ombud_verdict *verdict = NULL;
    how.lang = lang;
    text.length = 0;
    assert_int_equal(ombud_case_may(c, &asked, NULL, &verdict, NULL), OMBUD_OK);
    assert_int_equal(ombud_render_verdict(verdict, &how, trial_text_add, &text, NULL), OMBUD_OK);
    ombud_verdict_free(verdict);
    return text.bytes;
}

static void what_is_missing(void **state)
{
    static const struct {
        ombud_lang lang;
        const char *given, *not_given;
    } words[] = {
        {OMBUD_LANG_EN, "l1 given: length wanted", "l1 not given: length wanted"},
        {OMBUD_LANG_FR, "l1 avec mention\302\240: dur\303\251e voulue", "l1 sans mention\302\240: dur\303\251e voulue"},
        {OMBUD_LANG_NL, "l1 met vermelding: gewenste duur", "l1 zonder vermelding: gewenste duur"}};
    BEGIN(LOAN "  loan.lent only when carries wanted\n  loan.prolonged not when carries wanted\n");
    assert_string_equal(sets_of(c, "2026-01-05 loan.lent l1 by=p2"), "1 carries wanted of l1 yes");
    for (size_t i = 0; i < 3; i++)
        assert_non_null(strstr(explained(c, "2026-01-05 loan.lent l1 by=p2", words[i].lang), words[i].given));
    TELL(c, "2026-01-05 loan.lent l1 by=p2 wanted=P3M");
    assert_string_equal(sets_of(c, "2026-01-06 loan.prolonged l1 by=p2 wanted=P3M"), "1 carries wanted of l1 no");
    for (size_t i = 0; i < 3; i++)
        assert_non_null(
            strstr(explained(c, "2026-01-06 loan.prolonged l1 by=p2 wanted=P3M", words[i].lang), words[i].not_given));
    END();
}

/* ---- for an audience --------------------------------------------------------------------------------------------- */

/* Withheld with the argument, and with each event that can carry it: else that it is so, or not, would tell. */
static void withheld_with_what_it_tells_of(void **state)
{
    static const char *const rows[] = {"loan.wanted", "loan.prolonged", "loan.place", "loan.noted"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        trial_text text = {NULL, 0, 0};
        trial_text_add(&text, LOAN, sizeof LOAN - 1);
        trial_text_put(&text,
                       "  loan.long_one when carries wanted\n  loan.noted only when carries wanted\n"
                       "  answer loan.length = told when carries wanted\n  withhold %s from all but librarian\n",
                       rows[i]);
        ombud_law *law = LAW(text.bytes);
        for (int carried = 0; carried < 2; carried++) {
            ombud_case *c = CASE(law, NULL);
            TELL(c, carried ? "2026-01-05 loan.lent l1 by=p2 wanted=P3M" : "2026-01-05 loan.lent l1 by=p2");
            ombud_asof asof = trial_asof("2026-01-06");
            asof.has_audience = 1;
            for (asof.audience = 1; asof.audience <= 2; asof.audience++) {
                int kept = asof.audience == 1 && i < 2;
                ombud_truth want = kept ? OMBUD_UNKNOWN : carried ? OMBUD_YES : OMBUD_NO, got, behind;
                ombud_answer *answer = NULL;
                ombud_verdict *verdict = NULL;
                ombud_event noted = trial_event("2026-01-06 loan.noted l1 by=p1");
                assert_int_equal(ombud_case_fact(c, "l1", "long_one", &asof, &got, NULL), OMBUD_OK);
                assert_int_equal(ombud_case_fact(c, "l1", "carries wanted", &asof, &behind, NULL), OMBUD_OK);
                assert_int_equal(ombud_case_ask(c, "length", "l1", &asof, &answer, NULL), OMBUD_OK);
                assert_int_equal(ombud_case_may(c, &noted, &asof, &verdict, NULL), OMBUD_OK);
                if (got != want || behind != want ||
                    (ombud_answer_outcome(answer) == OMBUD_ANSWERED) != (want == OMBUD_YES) ||
                    (kept &&
                     (ombud_verdict_ruling(verdict) != OMBUD_UNDETERMINED || ombud_verdict_set_count(verdict) > 0)) ||
                    (!kept && i < 3 && ombud_verdict_ruling(verdict) != (carried ? OMBUD_PERMITTED : OMBUD_FORBIDDEN)))
                    fail_msg("%s withheld, %s, for %u: %d, %d, verdict %d with %u sets", rows[i],
                             carried ? "carried" : "not carried", (unsigned)asof.audience, (int)got, (int)behind,
                             (int)ombud_verdict_ruling(verdict), (unsigned)ombud_verdict_set_count(verdict));
                ombud_answer_free(answer);
                ombud_verdict_free(verdict);
            }
            ombud_case_free(c);
        }
        ombud_law_free(law);
        free(text.bytes);
    }
}

/* A choice stands behind a fact likewise. */
static void a_choice_is_not_told_by_its_fact(void **state)
{
    BEGIN(LOAN "  loan.below when place is cellar\n  withhold loan.place from all but librarian\n");
    TELL(c, "2026-01-05 loan.lent l1 by=p2 place=cellar");
    ombud_asof asof = trial_asof("2026-01-06");
    asof.has_audience = 1;
    for (asof.audience = 1; asof.audience <= 2; asof.audience++) {
        ombud_truth got;
        assert_int_equal(ombud_case_fact(c, "l1", "place is cellar", &asof, &got, NULL), OMBUD_OK);
        assert_int_equal(got, asof.audience == 1 ? OMBUD_UNKNOWN : OMBUD_YES);
    }
    END();
}

/* ---- many facts -------------------------------------------------------------------------------------------------- */

/* Beyond the first word of facts, and as the last of all that an item remembers. */
static void behind_many_facts(void **state)
{
    (void)state;
    for (int facts = 253; facts <= 254; facts++) {
        trial_text text = {NULL, 0, 0};
        ombud_law *law = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        trial_text_put(&text, "%s",
                       TRIAL_HEAD "item loan l\n  states lent\n  event lent carries wanted (period), kept (day)\n");
        for (int i = 0; i < facts; i++)
            trial_text_put(&text, "  fact f%d stated by member\n", i);
        trial_text_put(&text, "%s",
                       TRIAL_RULE("1") "  loan.lent: -> lent\n  loan.lent: lent -> same\n  loan.lent only when carries "
                                       "wanted unless carries kept\n"
                                       "  loan.also when carries wanted and carries kept\n");
        if (facts == 253) {
            trial_text_put(&text, "  loan.kept_then as at loan.lent when carries kept\n");
            law = LAW(text.bytes);
            ombud_case *c = CASE(law, NULL);
            ITEM(c, "l1");
            MAY(c, "2026-01-05 loan.lent l1", OMBUD_FORBIDDEN, "1");
            MAY(c, "2026-01-05 loan.lent l1 kept=2026-01-05", OMBUD_PERMITTED, "1");
            TELL(c, "2026-01-05 loan.lent l1 kept=2026-01-05 wanted=P1M");
            FACT(c, "l1", "also", "2026-01-05", OMBUD_YES);
            FACT(c, "l1", "kept_then", "2026-01-05", OMBUD_YES);
            TELL(c, "2026-01-06 loan.lent l1 wanted=P1M");
            FACT(c, "l1", "also", "2026-01-06", OMBUD_NO);
            FACT(c, "l1", "kept_then", "2026-01-06", OMBUD_NO);
            ombud_case_free(c);
        } else {
            trial_text_put(&text, "  loan.lent not when carries kept and f1\n  loan.f_all as at loan.lent when f1\n");
            assert_int_equal(ombud_law_parse(text.bytes, strlen(text.bytes), NULL, &law, &err), OMBUD_E_LIMIT);
            assert_non_null(strstr(err.message, "256 facts"));
        }
        ombud_law_free(law);
        free(text.bytes);
    }
}

/* ---- coverage ---------------------------------------------------------------------------------------------------- */

static void told_by_a_coverage(void **state)
{
    BEGIN(LOAN "  loan.lent only when carries wanted\n");
    ombud_coverage *coverage = NULL;
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    const ombud_law *laws[1] = {law};
    static const char *const texts[] = {
        "law library\nperson p2 librarian\non 2026-01-05\n  expect may loan.lent l1 by=p2 forbidden because=1\n",
        "law library\nperson p2 librarian\non 2026-01-05\n  expect may loan.lent l1 by=p2 wanted=P3M permitted\n"};
    static const ombud_gap gaps[] = {OMBUD_GAP_NEVER_YES, OMBUD_GAP_NONE};
    assert_int_equal(ombud_coverage_new(law, NULL, &coverage, NULL), OMBUD_OK);
    for (size_t i = 0; i < 2; i++) {
        ombud_covered one = OMBUD_COVERED_INIT;
        assert_int_equal(ombud_scenario_parse(texts[i], strlen(texts[i]), laws, 1, NULL, &scenario, NULL), OMBUD_OK);
        assert_int_equal(ombud_scenario_check_covered(scenario, 0, coverage, &report, NULL), OMBUD_OK);
        assert_int_equal(ombud_report_failed(report), 0);
        assert_int_equal(ombud_coverage_get(coverage, OMBUD_COVERING_CONDITIONS, 0, &one), OMBUD_OK);
        assert_true(trial_view_is(one.what, "carries wanted"));
        assert_int_equal(one.gap, gaps[i]);
        ombud_report_free(report);
        ombud_scenario_free(scenario);
    }
    ombud_coverage_free(coverage);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_event_that_can),
        cmocka_unit_test(late_and_struck_out),
        cmocka_unit_test(an_event_that_is_judged_is_the_latest),
        cmocka_unit_test(kept_at_events_and_ends),
        cmocka_unit_test(what_comes_next),
        cmocka_unit_test(what_is_missing),
        cmocka_unit_test(withheld_with_what_it_tells_of),
        cmocka_unit_test(a_choice_is_not_told_by_its_fact),
        cmocka_unit_test(behind_many_facts),
        cmocka_unit_test(told_by_a_coverage),
    };
    return cmocka_run_group_tests_name("what an event carries", tests, NULL, NULL);
}
