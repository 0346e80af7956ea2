/*
 * What comes next: acts open to somebody, duties first; the day on which time alone changes an answer; answers to
 * questions of the law; receipts.
 */
#include "frame.h"

#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "item permit x\n"                                                                                                  \
    "  states live, closed\n"                                                                                          \
    "  event asked by member\n"                                                                                        \
    "  event granted, refused by librarian\n"                                                                          \
    "  event withdrawn by member\n"                                                                                    \
    "  event noted\n"                                                                                                  \
    "  fact a, b, c stated by member\n"                                                                                \
    "  fact ill stated by member silence no\n"
#define MOVES                                                                                                          \
    "  permit.asked: -> live\n  permit.granted, permit.refused: live -> closed\n  permit.withdrawn: live -> closed\n " \
    " permit.noted: any -> same\n"

/* ` event item ruling [due DAY|due]` of each act. */
static const char *acts(const ombud_case *c, const char *role, const char *day)
{
    static char text[1024];
    ombud_actions *actions = NULL;
    ombud_action a = OMBUD_ACTION_INIT;
    ombud_asof asof = trial_asof(day);
    size_t at = 0;
    text[0] = '\0';
    assert_int_equal(ombud_case_next(c, role, &asof, &actions, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_actions_count(actions); i++) {
        assert_int_equal(ombud_actions_get(actions, i, &a), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%.*s %.*s%lld", i > 0 ? "; " : "", (int)a.event.len,
                               a.event.ptr, (int)a.item_prefix.len, a.item_prefix.ptr, (long long)a.item_number);
        if (a.ruling != OMBUD_PERMITTED)
            at += (size_t)snprintf(text + at, sizeof text - at, " %s", ombud_ruling_name(a.ruling, OMBUD_FORCE_LAW));
        if (a.due)
            at += (size_t)snprintf(text + at, sizeof text - at, " due %s",
                                   a.has_due_day ? trial_date(a.due_day) : "some day");
    }
    assert_int_equal(ombud_actions_get(actions, ombud_actions_count(actions), &a), OMBUD_E_NOT_FOUND);
    ombud_actions_free(actions);
    return text;
}

static void acts_that_are_open(void **state)
{
    BEGIN(
        PERMIT TRIAL_RULE("1") MOVES
        "  permit.refused not when a\n"
        "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n    met by "
        "permit.granted, permit.refused when b\n"
        "  duty note member to librarian\n    opened by permit.asked\n    within at most P2D\n    met by "
        "permit.noted\n    excused when ill\n"
        "  duty thank member to librarian\n    opened by permit.asked\n    within none\n    met by permit.withdrawn\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    assert_string_equal(acts(c, NULL, "2026-03-01"), "permit.asked x1"); /* an item of the case that is not there yet */
    assert_string_equal(acts(c, NULL, "2026-03-02"), "permit.noted x1 due 2026-03-04; permit.granted x1 due "
                                                     "2026-03-09; permit.refused x1 undetermined due 2026-03-09; "
                                                     "permit.withdrawn x1 due some day");
    /* Nobody in particular may note; each role sees its own besides. */
    assert_string_equal(acts(c, "member", "2026-03-02"),
                        "permit.noted x1 due 2026-03-04; permit.withdrawn x1 due some day");
    assert_string_equal(acts(c, "librarian", "2026-03-02"),
                        "permit.noted x1 due 2026-03-04; permit.granted x1 due 2026-03-09; permit.refused x1 "
                        "undetermined due 2026-03-09");
    /* What is forbidden is not open; a duty that is excused or that the event would not meet is not due. */
    TELL(c, "2026-03-03 fact x1 by=p1 a=yes b=no ill=yes");
    assert_string_equal(acts(c, NULL, "2026-03-03"),
                        "permit.withdrawn x1 due some day; permit.granted x1; permit.noted x1");
    TELL(c, "2026-03-04 permit.granted x1 by=p2");
    assert_string_equal(acts(c, NULL, "2026-03-04"), "permit.noted x1");
    END();
}

/* Of several duties that one act would meet, the one that is due first says when, in whatever order the law names them.
 */
static void an_act_that_meets_several_duties(void **state)
{
    static const char *const within[3] = {"at most P30D", "none", "at most P5D"};
    (void)state;
    for (size_t first = 0; first < 3; first++) {
        for (size_t step = 1; step <= 2; step++) {
            char text[2048];
            int length = snprintf(text, sizeof text, "%s", PERMIT TRIAL_RULE("1") MOVES);
            for (size_t i = 0; i < 3; i++)
                length += snprintf(text + length, sizeof text - (size_t)length,
                                   "  duty duty%u member to librarian\n    opened by permit.asked\n    within %s\n"
                                   "    met by permit.noted\n",
                                   (unsigned)i, within[(first + i * step) % 3]);
            ombud_law *law = LAW(text);
            ombud_case *c = CASE(law, NULL);
            TELL(c, "2026-03-02 permit.asked x1 by=p1");
            assert_string_equal(acts(c, "member", "2026-03-02"), "permit.noted x1 due 2026-03-07; permit.withdrawn x1");
            END();
        }
    }
}

static ombud_day next_change(const ombud_case *c, const char *day)
{
    ombud_asof asof = trial_asof(day);
    ombud_day next = 0;
    ombud_status status = ombud_case_next_change(c, &asof, &next, NULL);
    if (status == OMBUD_E_NOT_FOUND)
        return OMBUD_DAY_MAX + 1;
    assert_int_equal(status, OMBUD_OK);
    return next;
}

#define NEXT_CHANGE(c, day, want) assert_string_equal(trial_date(next_change(c, day)), want)

static void the_day_on_which_time_alone_changes_an_answer(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  duty decide librarian to member\n    opened by permit.asked\n    within at "
                                       "most P7D\n    met by permit.granted\n    excused when ill\n"
                                       "  term stay\n    opened by permit.asked\n    within exactly P5D\n"
                                       "  permit.aged when asked at least P1M ago\n");
    NEXT_CHANGE(c, "2026-03-01", "no day");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    NEXT_CHANGE(c, "2026-03-02", "2026-03-08");
    NEXT_CHANGE(c, "2026-03-07", "2026-03-08");
    NEXT_CHANGE(c, "2026-03-08", "2026-03-10");
    NEXT_CHANGE(c, "2026-03-10", "2026-04-02");
    NEXT_CHANGE(c, "2026-04-01", "2026-04-02");
    NEXT_CHANGE(c, "2026-04-02", "no day");
    /* An event is no passing of time; one that ends the duty leaves the rest. */
    TELL(c, "2026-03-20 permit.granted x1 by=p2");
    NEXT_CHANGE(c, "2026-03-02", "2026-03-08");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    NEXT_CHANGE(c, "2026-03-08", "2026-04-02");
    /* Excused, the duty's last day changes nothing. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 ill=yes");
    NEXT_CHANGE(c, "2026-03-08", "2026-04-02");
    /* At the end of time nothing comes next. */
    AGAIN();
    TELL(c, "9999-12-26 permit.asked x1 by=p1");
    NEXT_CHANGE(c, "9999-12-26", "no day");
    END();
}

static void a_wording_that_changes(void **state)
{
    BEGIN(PERMIT "provision 1 \"Rule 1\" since 2020-01-01 held from 2021-01-01 until 2026-03-31\n  anchor \"a\"\n  "
                 "gloss en \"G.\"\n" MOVES);
    TELL(c, "2019-03-02 permit.asked x1 by=p1");
    NEXT_CHANGE(c, "2019-03-02", "2020-01-01");
    NEXT_CHANGE(c, "2020-01-01", "2021-01-01");
    NEXT_CHANGE(c, "2021-01-01", "2026-04-01");
    NEXT_CHANGE(c, "2026-04-01", "no day");
    END();
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

static const char asked[] = PERMIT TRIAL_RULE("1") MOVES "  answer permit.way = quick when a unless b\n" TRIAL_RULE(
    "2") "  answer permit.way = slow when b and c\n" TRIAL_RULE("3") "  answer permit.way = slow when a and "
                                                                     "c\n" TRIAL_RULE("4") "  answer "
                                                                                           "permit.open_to_all = yes\n";

static ombud_answer *ask(const ombud_case *c, const char *question)
{
    ombud_asof asof = trial_asof("2026-03-10");
    ombud_answer *answer = NULL;
    assert_int_equal(ombud_case_ask(c, question, "x1", &asof, &answer, NULL), OMBUD_OK);
    return answer;
}

static void answers(void **state)
{
    static const struct {
        const char *facts;
        ombud_outcome outcome;
        const char *value, *provision;
        size_t sets;
    } rows[] = {
        {"a=no b=no c=no", OMBUD_ANSWER_NONE, "", "", 0},
        {"a=yes b=no c=no", OMBUD_ANSWERED, "quick", "1", 0},
        {"a=no b=yes c=yes", OMBUD_ANSWERED, "slow", "2", 0},
        {"a=yes b=yes c=yes", OMBUD_ANSWERED, "slow", "2", 0},
        {"a=yes b=no c=yes", OMBUD_ANSWER_CONFLICT, "", "1", 0},
        {"a=yes b=unknown c=no", OMBUD_ANSWER_UNDETERMINED, "", "1", 1},
        {"a=no b=unknown c=yes", OMBUD_ANSWER_UNDETERMINED, "", "2", 1},
        {"a=unknown b=unknown c=no", OMBUD_ANSWER_UNDETERMINED, "", "1", 1},
        {"a=yes b=no c=unknown", OMBUD_ANSWERED, "quick", "1", 0},
    };
    BEGIN(asked);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char line[120];
        size_t index = 0;
        ombud_provision p = OMBUD_PROVISION_INIT;
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1");
        snprintf(line, sizeof line, "2026-03-03 fact x1 by=p1 %s", rows[i].facts);
        TELL(c, line);
        ombud_answer *answer = ask(c, i % 2 ? "way" : "permit.way");
        if (ombud_answer_outcome(answer) != rows[i].outcome ||
            !trial_view_is(ombud_answer_value(answer), rows[i].value) || ombud_answer_set_count(answer) != rows[i].sets)
            fail_msg("%s: %d `%.*s` %u", rows[i].facts, (int)ombud_answer_outcome(answer),
                     (int)ombud_answer_value(answer).len, ombud_answer_value(answer).ptr,
                     (unsigned)ombud_answer_set_count(answer));
        if (rows[i].outcome != OMBUD_ANSWER_CONFLICT) {
            assert_int_equal(ombud_answer_provision(answer, &index),
                             rows[i].provision[0] == '\0' ? OMBUD_E_NOT_FOUND : OMBUD_OK);
            if (rows[i].provision[0] != '\0') {
                assert_int_equal(ombud_law_provision(law, index, OMBUD_LANG_EN, &p), OMBUD_OK);
                assert_true(trial_view_is(p.id, rows[i].provision));
            }
        }
        ombud_answer_free(answer);
    }
    ombud_answer *answer = ask(c, "open_to_all");
    assert_true(trial_view_is(ombud_answer_value(answer), "yes"));
    ombud_answer_free(answer);
    END();
}

static void what_would_decide_an_answer(void **state)
{
    BEGIN(asked);
    ombud_unmet u = OMBUD_UNMET_INIT;
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=unknown b=unknown c=no");
    ombud_answer *answer = ask(c, "way");
    assert_int_equal(ombud_answer_set_count(answer), 1);
    assert_int_equal(ombud_answer_set_size(answer, 0), 2);
    assert_int_equal(ombud_answer_unmet(answer, 0, 0, &u), OMBUD_OK);
    assert_true(trial_view_is(u.name, "a"));
    assert_int_equal(u.wanted, OMBUD_YES);
    assert_int_equal(u.now, OMBUD_UNKNOWN);
    assert_int_equal(ombud_answer_unmet(answer, 0, 1, &u), OMBUD_OK);
    assert_true(trial_view_is(u.name, "b"));
    assert_int_equal(u.wanted, OMBUD_NO);
    assert_int_equal(ombud_answer_unmet(answer, 0, 2, &u), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_answer_unmet(answer, 0, 0, NULL), OMBUD_E_ARGUMENT);
    ombud_answer_free(answer);
    /* Asking leaves the case as it was. */
    FACT(c, "x1", "a", "2026-03-10", OMBUD_UNKNOWN);
    FACT(c, "x1", "b", "2026-03-10", OMBUD_UNKNOWN);
    END();
}

static void an_answer_whose_wording_is_not_held(void **state)
{
    BEGIN(PERMIT "structure\n" MOVES "provision 1 \"Rule 1\" since unknown held from 2026-06-01\n  anchor \"a\"\n  "
                 "gloss en \"G.\"\n  answer permit.way = quick when a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=no");
    ombud_answer *answer = ask(c, "way");
    assert_int_equal(ombud_answer_outcome(answer), OMBUD_ANSWER_UNDETERMINED);
    ombud_answer_free(answer);
    END();
}

/* ---- receipts ---------------------------------------------------------------------------------------------------- */

static void receipts(void **state)
{
    (void)state;
    ombud_law *law = LAW(
        "law library\nsource \"L-1\"\nverified 2026-03-10\nrole member\nrole librarian\nitem person p\nlength hold\n"
        "item permit x\n  states live\n  event asked\n" TRIAL_RULE("1") "  permit.asked: -> live\n");
    ombud_settings *settings = SETTINGS(law, "length hold P3D");
    ombud_case *c = CASE(law, settings);
    ombud_receipt r = OMBUD_RECEIPT_INIT;
    ombud_asof asof = trial_asof("2026-03-10");
    TELL(c, "2026-03-02 permit.asked x1");
    TELL(c, "2026-03-05 permit.asked x1 entered=2026-03-09");
    TELL(c, "2026-03-06 void 1");
    TELL(c, "2026-03-11 permit.asked x1");
    assert_int_equal(ombud_case_receipt(c, &asof, &r), OMBUD_OK);
    assert_int_equal(r.library_version, ombud_version_number());
    assert_true(trial_view_is(r.law, "library"));
    assert_true(trial_view_is(r.source, "L-1"));
    assert_true(r.law_digest == ombud_law_digest(law) && r.law_digest != 0);
    assert_true(r.settings_digest == ombud_settings_digest(settings) && r.settings_digest != 0);
    assert_int_equal(r.as_of, asof.day);
    assert_int_equal(r.has_known_by, 0);
    assert_int_equal(r.verified, 1);
    assert_int_equal(r.events, 1);
    asof = trial_asof("2026-03-11");
    assert_int_equal(ombud_case_receipt(c, &asof, &r), OMBUD_OK);
    assert_int_equal(r.verified, 0);
    assert_int_equal(r.events, 2);
    asof = trial_known("2026-03-10", "2026-03-05");
    assert_int_equal(ombud_case_receipt(c, &asof, &r), OMBUD_OK);
    assert_int_equal(r.has_known_by, 1);
    assert_int_equal(r.known_by, trial_day("2026-03-05"));
    assert_int_equal(r.events, 1);
    asof = trial_known("2026-03-10", "2026-03-01");
    assert_int_equal(ombud_case_receipt(c, &asof, &r), OMBUD_OK);
    assert_int_equal(r.events, 0);
    /* Other settings, another digest; none at all, a digest of its own too. */
    ombud_settings *other = SETTINGS(law, "length hold P4D");
    assert_true(ombud_settings_digest(other) != ombud_settings_digest(settings));
    ombud_settings *same = SETTINGS(law, "# the same\n\nlength   hold P3D\n");
    assert_true(ombud_settings_digest(same) == ombud_settings_digest(settings));
    ombud_case_free(c);
    ombud_settings_free(settings);
    ombud_settings_free(other);
    ombud_settings_free(same);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(acts_that_are_open),
        cmocka_unit_test(an_act_that_meets_several_duties),
        cmocka_unit_test(the_day_on_which_time_alone_changes_an_answer),
        cmocka_unit_test(a_wording_that_changes),
        cmocka_unit_test(answers),
        cmocka_unit_test(what_would_decide_an_answer),
        cmocka_unit_test(an_answer_whose_wording_is_not_held),
        cmocka_unit_test(receipts),
    };
    return cmocka_run_group_tests_name("next", tests, NULL, NULL);
}
