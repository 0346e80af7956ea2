/* Which rows count: wordings over time, readings, the force of a text and its adoption. */
#include "permit.h"

/* ---- wordings, readings, force ----------------------------------------------------------------------------------- */

static void wordings(void **state)
{
    BEGIN(PERMIT "provision 1 \"Rule 1\" since 2020-01-01 held from 2021-01-01 until 2026-03-31\n  anchor \"a\"\n  "
                 "gloss en \"G.\"\n"
                 "  permit.granted: live -> same\n  permit.by_rule when a\n  permit.refused not when b\n"
                 "structure\n  permit.asked: -> live\n  permit.refused: live -> same\n");
    TELL(c, "2019-01-01 permit.asked x1 by=p1 a=yes b=yes");
    MAY(c, "2019-12-31 permit.granted x1 by=p2", OMBUD_NO_TEXT, "1"); /* not yet in force */
    MAY(c, "2020-01-01 permit.granted x1 by=p2", OMBUD_NO_TEXT, "1"); /* in force, its wording not held */
    MAY(c, "2020-12-31 permit.granted x1 by=p2", OMBUD_NO_TEXT, "1");
    MAY(c, "2021-01-01 permit.granted x1 by=p2", OMBUD_PERMITTED, "1");
    MAY(c, "2026-03-31 permit.granted x1 by=p2", OMBUD_PERMITTED, "1");
    MAY(c, "2026-04-01 permit.granted x1 by=p2", OMBUD_NO_TEXT, "1"); /* ended */
    /* A row that only feeds the question: absent where it is not in force, unknown where its wording is not held. */
    FACT(c, "x1", "by_rule", "2019-12-31", OMBUD_NO);
    FACT(c, "x1", "by_rule", "2020-06-30", OMBUD_UNKNOWN);
    FACT(c, "x1", "by_rule", "2021-01-01", OMBUD_YES);
    FACT(c, "x1", "by_rule", "2026-03-31", OMBUD_YES);
    FACT(c, "x1", "by_rule", "2026-04-01", OMBUD_NO);
    MAY(c, "2019-12-31 permit.refused x1 by=p2", OMBUD_PERMITTED, "");
    MAY(c, "2020-06-30 permit.refused x1 by=p2", OMBUD_UNDETERMINED, "1");
    MAY(c, "2021-01-01 permit.refused x1 by=p2", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-04-01 permit.refused x1 by=p2", OMBUD_PERMITTED, "");
    END();
}

/* An adoption that never came has not come up to the last day, and the text has ended behind it. */
static void an_adoption_that_ends(void **state)
{
    static const struct {
        const char *on;
        ombud_wording wording;
        ombud_truth by_rule;
    } days[] = {{"2019-12-31", OMBUD_WORDING_NOT_YET, OMBUD_NO},
                {"2026-03-31", OMBUD_WORDING_NOT_YET, OMBUD_NO},
                {"2026-04-01", OMBUD_WORDING_ENDED, OMBUD_NO}};
    BEGIN(PERMIT "provision 1 \"Rule 1\" since adoption act until 2026-03-31\n  anchor \"a\"\n  gloss en \"G.\"\n"
                 "  permit.by_rule when a\n"
                 "structure\n  permit.asked: -> live\n");
    TELL(c, "2019-01-01 permit.asked x1 by=p1 a=yes");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        ombud_wording wording = 0;
        assert_int_equal(ombud_law_wording(law, 0, trial_day(days[i].on), &wording), OMBUD_OK);
        assert_int_equal(wording, days[i].wording);
        FACT(c, "x1", "by_rule", days[i].on, days[i].by_rule);
    }
    END();
}

static const char by_reading[] =
    PERMIT "reading Q-1 en \"Who?\"\n  strict open\n  mild default\n  other dropped\n"
           "structure\n  permit.asked: -> live\n  permit.granted, permit.refused: live -> same\n" TRIAL_RULE(
               "1") "  permit.noted: live -> same reading Q-1 strict\n"
                    "  permit.granted not when a reading Q-1 strict\n"
                    "  permit.refused not when a reading Q-1 mild\n"
                    "  permit.granted not when b reading Q-1 other\n"
                    "  permit.held when a reading Q-1 strict\n"
                    "  permit.free when a reading Q-1 other\n"
                    "  answer permit.kind = bad when a reading Q-1 strict\n";

static void readings(void **state)
{
    (void)state;
    static const struct {
        const char *settings;
        ombud_ruling noted, granted_a, granted_b, refused_a;
        ombud_truth held, lacks, free;
    } rows[] = {
        {"", OMBUD_UNDETERMINED, OMBUD_UNDETERMINED, OMBUD_PERMITTED, OMBUD_FORBIDDEN, OMBUD_UNKNOWN, OMBUD_NO,
         OMBUD_NO},
        {"reading Q-1 strict", OMBUD_PERMITTED, OMBUD_FORBIDDEN, OMBUD_PERMITTED, OMBUD_PERMITTED, OMBUD_YES, OMBUD_NO,
         OMBUD_NO},
        {"reading Q-1 mild", OMBUD_NOT_FORESEEN, OMBUD_PERMITTED, OMBUD_PERMITTED, OMBUD_FORBIDDEN, OMBUD_NO, OMBUD_NO,
         OMBUD_NO},
        {"reading Q-1 other", OMBUD_NOT_FORESEEN, OMBUD_PERMITTED, OMBUD_FORBIDDEN, OMBUD_PERMITTED, OMBUD_NO, OMBUD_NO,
         OMBUD_YES},
    };
    ombud_law *law = LAW(by_reading);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_settings *settings = SETTINGS(law, rows[i].settings);
        ombud_case *c = CASE(law, settings);
        TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=no");
        TELL(c, "2026-03-02 permit.asked x2 by=p1 a=no b=yes");
        MAY(c, "2026-03-02 permit.noted x1", rows[i].noted, NULL);
        MAY(c, "2026-03-02 permit.granted x1 by=p2", rows[i].granted_a, NULL);
        MAY(c, "2026-03-02 permit.granted x2 by=p2", rows[i].granted_b, NULL);
        MAY(c, "2026-03-02 permit.refused x1 by=p2", rows[i].refused_a, NULL);
        FACT(c, "x1", "held", "2026-03-02", rows[i].held);
        FACT(c, "x2", "held", "2026-03-02", rows[i].lacks); /* an open reading does not make unknown what is no */
        FACT(c, "x1", "free", "2026-03-02", rows[i].free);
        ombud_case_free(c);
        ombud_settings_free(settings);
    }
    ombud_law_free(law);
}

static void under_a_proposal(void **state)
{
    static const struct {
        const char *force;
        ombud_force value;
        const char *permitted, *forbidden;
    } rows[] = {
        {"law", OMBUD_FORCE_LAW, "permitted", "forbidden"},
        {"proposal", OMBUD_FORCE_PROPOSAL, "conforms", "departs"},
        {"plan", OMBUD_FORCE_PLAN, "conforms", "departs"},
        {"policy", OMBUD_FORCE_POLICY, "conforms", "departs"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "law library\nforce %s\n", rows[i].force);
        trial_text_put(
            &text, "%s",
            "role member\nrole librarian\nitem person p\nitem permit x\n  states live\n  event asked\n  fact a stated "
            "by member\n" TRIAL_RULE("1") "  permit.asked: -> live\n  permit.asked not when a\n");
        ombud_law *law = LAW(text.bytes);
        ombud_case *c = CASE(law, NULL);
        assert_int_equal(ombud_law_force(law), rows[i].value);
        ombud_verdict *verdict = trial_verdict(c, "2026-03-02 permit.asked x1 a=no");
        assert_string_equal(ombud_ruling_name(ombud_verdict_ruling(verdict), ombud_law_force(law)), rows[i].permitted);
        ombud_verdict_free(verdict);
        verdict = trial_verdict(c, "2026-03-02 permit.asked x1 a=yes");
        assert_string_equal(ombud_ruling_name(ombud_verdict_ruling(verdict), ombud_law_force(law)), rows[i].forbidden);
        ombud_verdict_free(verdict);
        ombud_case_free(c);
        ombud_law_free(law);
        free(text.bytes);
    }
}

/* `since adoption`: nothing of it counts before a host says that it adopted it; `since setting` leaves it unknown. */
static void since_adoption(void **state)
{
    static const struct {
        const char *kind, *settings;
        ombud_ruling before, on;
        ombud_truth bound_before, bound_on;
    } rows[] = {
        {"adoption", "", OMBUD_NO_TEXT, OMBUD_NO_TEXT, OMBUD_NO, OMBUD_NO},
        {"adoption", "since house 2026-03-02\n", OMBUD_NO_TEXT, OMBUD_FORBIDDEN, OMBUD_NO, OMBUD_YES},
        {"setting", "", OMBUD_NO_TEXT, OMBUD_NO_TEXT, OMBUD_UNKNOWN, OMBUD_UNKNOWN},
        {"setting", "since house 2026-03-02\n", OMBUD_NO_TEXT, OMBUD_FORBIDDEN, OMBUD_NO, OMBUD_YES},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "law library\nforce policy\nrole member\nrole librarian\nitem person p\nitem permit x\n"
                              "  states live\n  event asked, lent\n  fact a stated by member\n"
                              "provision 1 \"Rule 1\" since adoption house\n  anchor \"a\"\n  gloss en \"G.\"\n"
                              "  permit.lent: any -> same\n  permit.lent not when a\n  permit.bound\n"
                              "  require kept librarian while permit is live: not a\n"
                              "  duty lend librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                              "    met by permit.lent\nstructure\n  permit.asked: -> live\n");
        char *kind = strstr(text.bytes, "adoption");
        memcpy(kind, rows[i].kind[0] == 's' ? "setting " : "adoption", 8);
        ombud_law *law = LAW(text.bytes);
        ombud_settings *settings = SETTINGS(law, rows[i].settings);
        ombud_case *c = CASE(law, settings);
        TELL(c, "2026-03-01 permit.asked x1 a=yes by=p1");
        MAY(c, "2026-03-01 permit.lent x1", rows[i].before, NULL);
        MAY(c, "2026-03-02 permit.lent x1", rows[i].on, NULL);
        FACT(c, "x1", "bound", "2026-03-01", rows[i].bound_before);
        FACT(c, "x1", "bound", "2026-03-02", rows[i].bound_on);
        if (rows[i].kind[0] == 'a') {
            TERM(c, "lend", "2026-03-02", OMBUD_TERM_NONE, NULL);
            FINDINGS(c, "2026-03-01", "");
        }
        if (rows[i].on == OMBUD_FORBIDDEN) {
            ombud_findings *findings = NULL;
            ombud_asof asof = trial_asof("2026-03-02");
            char said[200];
            assert_int_equal(ombud_case_findings(c, &asof, &findings, NULL), OMBUD_OK);
            assert_int_equal(ombud_findings_count(findings), 1);
            (void)ombud_explain_finding(findings, 0, OMBUD_LANG_EN, said, sizeof said);
            assert_non_null(strstr(said, "departure"));
            assert_null(strstr(said, "breach"));
            ombud_findings_free(findings);
        } else {
            FINDINGS(c, "2026-03-02", rows[i].kind[0] == 'a' ? "" : "not_shown kept x1 2026-03-01");
        }
        ombud_case_free(c);
        ombud_settings_free(settings);
        ombud_law_free(law);
        free(text.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings),
        cmocka_unit_test(an_adoption_that_ends),
        cmocka_unit_test(readings),
        cmocka_unit_test(under_a_proposal),
        cmocka_unit_test(since_adoption),
    };
    return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
