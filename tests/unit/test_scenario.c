/*
 * `.case` texts: what they are read into, how expectations are judged, and what every mistake is answered with.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "small_law.h"

static ombud_law *law;
static ombud_error err;

static int read_law(void **state)
{
    ombud_error fresh = OMBUD_ERROR_INIT;
    (void)state;
    err = fresh;
    return ombud_law_parse(small_law, sizeof small_law - 1, NULL, &law, &err) != OMBUD_OK;
}

static int free_law(void **state)
{
    (void)state;
    ombud_law_free(law);
    return 0;
}

static ombud_status parse_bytes(const char *text, size_t length, const ombud_alloc *alloc, ombud_scenario **out)
{
    const ombud_law *laws[1] = {law};
    ombud_error fresh = OMBUD_ERROR_INIT;
    err = fresh;
    return ombud_scenario_parse(text, length, laws, 1, alloc, out, &err);
}

static ombud_scenario *parsed(const char *text)
{
    ombud_scenario *scenario = NULL;
    if (parse_bytes(text, strlen(text), NULL, &scenario) != OMBUD_OK) {
        fail_msg("%u:%u: %s; %s [%s] ~%s", err.line, err.column, err.message, err.remedy, err.excerpt, err.nearest);
    }
    return scenario;
}

/* ---- reading and writing back ------------------------------------------------------------------ */

static const char whole_case[] = "law small\n"
                                 "set reading Q-01 entry\n"
                                 "set length follow_up P14D\n"
                                 "set period report.acknowledge P5D\n"
                                 "set since entry 2000-08-26\n"
                                 "case 17\n"
                                 "person p1 reporter\n"
                                 "item n9\n"
                                 "person p2 reporter, desk\n"
                                 "\n"
                                 "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external happened=2026-01-30 "
                                 "wish=P3M urgent=no consent=yes\n"
                                 "2026-02-03 fact p1 by=p2 trusted=yes\n"
                                 "2026-02-11 report.acknowledged r1 by=p2 entered=2026-02-20\n"
                                 "2026-02-12 report.closed r1 by=p2\n"
                                 "2026-02-05 note.filed n1\n"
                                 "2026-02-06 link n1 about r1\n"
                                 "2026-02-07 void 6 by=p2\n";

static void assert_written(const ombud_case *matter, const char *expected)
{
    static written text;
    text.length = 0;
    assert_int_equal(ombud_case_write(matter, write_down, &text, &err), OMBUD_OK);
    assert_string_equal(text.text, expected);
}

static void test_round_trip(void **state)
{
    ombud_scenario *scenario = parsed(whole_case);
    ombud_day last = 0, expected = 0;
    (void)state;
    assert_int_equal(ombud_scenario_count(scenario), 1);
    assert_written(ombud_scenario_case(scenario, 0), whole_case);
    assert_int_equal(ombud_scenario_name(scenario, 0).len, 0);
    assert_string_equal(ombud_scenario_name(scenario, 0).ptr, "");
    assert_int_equal(ombud_scenario_point_count(scenario, 0), 0);
    assert_int_equal(ombud_scenario_last_day(scenario, 0, &last), OMBUD_OK);
    assert_int_equal(ombud_day_of(2026, 2, 12, &expected), OMBUD_OK);
    assert_int_equal(last, expected);
    assert_int_equal(ombud_case_number(ombud_scenario_case(scenario, 0)), 17);
    ombud_scenario_free(scenario);
}

/* The same text in another form comes to the same case: comments, spaces, line ends, what a line carries in any order,
 * `now`. */
static void test_free_form(void **state)
{
    ombud_scenario *scenario =
        parsed("# a case\r\n\r\n  law small # the law\r\n"
               "set since entry 2000-08-26\nset period report.acknowledge P5D\nset length follow_up P14D\n"
               "person p1 reporter\nitem n9\nset reading Q-01 entry\nperson p2 desk reporter\ncase 17\n"
               "2026-02-02 report.received r1 urgent=no consent=yes wish=P3M happened=2026-01-30 channel=external "
               "reporter=p1 by=p2\n"
               "wait P1D\n  now fact p1 trusted=yes by=p2\n\twait P1W\nwait P1D\nnow report.acknowledged r1 "
               "entered=2026-02-20 by=p2\n"
               "wait P1D\nnow report.closed r1   by=p2\n2026-02-05 note.filed n1 # late\n2026-02-06 link n1 about r1\n"
               "on now\nwait P1D\nnow void 6 by=p2");
    (void)state;
    assert_written(ombud_scenario_case(scenario, 0), whole_case);
    ombud_scenario_free(scenario);
}

/* A case that is written after a host filled it is read again as the same case. */
static void test_written_is_read(void **state)
{
    static written text;
    ombud_scenario *scenario = parsed(whole_case), *again = NULL;
    (void)state;
    text.length = 0;
    assert_int_equal(ombud_case_write(ombud_scenario_case(scenario, 0), write_down, &text, &err), OMBUD_OK);
    assert_int_equal(parse_bytes(text.text, text.length, NULL, &again), OMBUD_OK);
    assert_int_equal(ombud_case_journal_count(ombud_scenario_case(again, 0)), 7);
    assert_true(ombud_settings_digest(ombud_case_settings(ombud_scenario_case(scenario, 0))) ==
                ombud_settings_digest(ombud_case_settings(ombud_scenario_case(again, 0))));
    ombud_scenario_free(scenario);
    ombud_scenario_free(again);
}

/* ---- expectations ------------------------------------------------------------------------------ */

static const char story[] = "law small\n"
                            "person p1 reporter\n"
                            "person p2 desk\n"
                            "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external urgent=no\n"
                            "2026-02-11 report.acknowledged r1 by=p2 entered=2026-02-20\n"
                            "2026-02-12 report.closed r1 by=p2\n"
                            "2026-02-12 note.filed n1\n";

/* Expectations that hold, and for each one that does not: what is got and what would hold. Days: 10 February, or as
 * said. */
static const struct expectation {
    const char *on, *line, *got, *holds; /* holds: NULL if the line is met */
} expectations[] = {
    {"2026-02-09", "expect duty acknowledge r1 open due=2026-02-09 because=1", "open due=2026-02-09 because=1", NULL},
    {"2026-02-10", "expect duty acknowledge r1 overdue", "overdue due=2026-02-09 because=1", NULL},
    {"2026-02-10", "expect duty acknowledge r1 open due=2026-02-10 because=2", "overdue due=2026-02-09 because=1",
     "expect duty acknowledge r1 overdue due=2026-02-09 because=1"},
    {"2026-02-10", "expect duty report.acknowledge r1 overdue because=2", "overdue due=2026-02-09 because=1",
     "expect duty acknowledge r1 overdue because=1"},
    {"2026-02-10", "expect duty acknowledge r1 overdue due=none", "overdue due=2026-02-09 because=1",
     "expect duty acknowledge r1 overdue due=2026-02-09"},
    {"2026-02-01", "expect duty acknowledge r1 none", "none", NULL},
    {"2026-02-01", "expect duty acknowledge r1 open because=1", "none, and no provision decided",
     "expect duty acknowledge r1 none"},
    {"2026-02-10", "expect duty follow r1 open due=none because=3", "open due=none because=3", NULL},
    {"2026-02-10", "expect duty follow r1 open due=2026-02-16", "open due=none because=3",
     "expect duty follow r1 open due=none"},
    {"2026-02-11", "expect duty acknowledge r1 met_late", "met_late due=2026-02-09 because=1", NULL},
    {"2026-02-20 known-by 2026-02-19", "expect duty acknowledge r1 overdue", "overdue due=2026-02-09 because=1", NULL},
    {"2026-02-20 known-by 2026-02-20", "expect duty acknowledge r1 overdue", "met_late due=2026-02-09 because=1",
     "expect duty acknowledge r1 met_late"},
    {"2026-02-12", "expect term kept r1 open due=2027-02-12", "open due=2027-02-12 because=3", NULL},
    {"2026-02-12", "expect term kept r1 expired", "open due=2027-02-12 because=3", "expect term kept r1 open"},
    {"2026-02-10", "expect finding late acknowledge r1 since=2026-02-10 until=none because=1",
     "late acknowledge r1 since=2026-02-10 until=none because=1", NULL},
    {"2026-02-11", "expect finding late acknowledge r1 since=2026-02-09 until=2026-02-12",
     "late acknowledge r1 since=2026-02-10 until=2026-02-11 because=1",
     "expect finding late acknowledge r1 since=2026-02-10 until=2026-02-11"},
    {"2026-02-12", "expect finding not_shown closed r1 because=2", "not_shown closed r1 since=2026-02-12 because=2",
     NULL},
    {"2026-02-12", "expect finding breach closed r1 because=2", "not_shown closed r1 since=2026-02-12 because=2",
     "expect finding not_shown closed r1 because=2"},
    {"2026-02-12", "expect finding breach reopened r1", "no such finding", "expect no finding breach reopened r1"},
    {"2026-02-09", "expect no finding", "no finding", NULL},
    {"2026-02-12", "expect no finding breach", "no finding", NULL},
    {"2026-02-12", "expect no finding late closed", "no finding", NULL},
    {"2026-02-12", "expect no finding closed", "not_shown closed r1 since=2026-02-12 because=2",
     "expect finding not_shown closed r1 since=2026-02-12"},
    {"2026-02-12", "expect no finding late acknowledge r1", "late acknowledge r1 since=2026-02-10 because=1",
     "expect finding late acknowledge r1 since=2026-02-10"},
    {"2026-02-12", "expect no finding n1", "no finding", NULL},
    {"2026-02-11", "expect state r1 acknowledged", "acknowledged", NULL},
    {"2026-02-11", "expect state r1 closed", "acknowledged", "expect state r1 acknowledged"},
    {"2026-02-01", "expect state r1 none", "none", NULL},
    {"2026-02-10", "expect fact r1 urgent no", "no", NULL},
    {"2026-02-10", "expect fact r1 consent no", "no", NULL}, /* silence means no */
    {"2026-02-10", "expect fact r1 easy yes", "unknown", "expect fact r1 easy unknown"},
    {"2026-02-10", "expect may report.closed r1 by=p2 undetermined missing=minor because=2",
     "undetermined missing=minor because=2", NULL},
    {"2026-02-10", "expect may report.closed r1 by=p2 minor=yes permitted missing=urgent", "permitted because=2",
     "expect may report.closed r1 by=p2 minor=yes permitted"},
    {"2026-02-10", "expect may report.closed r1  minor=no permitted because=1 by=p2",
     "forbidden missing=minor because=2", "expect may report.closed r1 minor=no by=p2 forbidden because=2"},
    {"2026-02-10", "expect may report.closed r1 by=p2 permitted missing=urgent", "undetermined missing=minor because=2",
     "expect may report.closed r1 by=p2 undetermined missing=minor"},
    {"2026-02-10", "expect may report.received r7 by=p2 channel=internal permitted because=1", "permitted because=1",
     NULL},
    {"2026-02-10", "expect may note.filed n1 not_foreseen", "permitted", "expect may note.filed n1 permitted"},
    {"2026-02-10", "expect answer route r1 outside because=3", "outside because=3", NULL},
    {"2026-02-10", "expect answer route r1 inside", "outside because=3", "expect answer route r1 outside"},
    {"2026-02-10", "expect answer ease r1 undetermined missing=minor", "undetermined missing=minor because=3", NULL},
    {"2026-02-10", "expect answer ease r1 much missing=minor", "undetermined missing=minor because=3",
     "expect answer ease r1 undetermined missing=minor"},
    {"2026-02-09", "expect next_change 2026-02-10", "2026-02-10", NULL},
    {"2026-02-09", "expect next_change none", "2026-02-10", "expect next_change 2026-02-10"},
    {"2030-02-10", "expect next_change none", "none", NULL},
};

static ombud_expectation judged(const char *on, const char *line, ombud_report **report, ombud_scenario **scenario)
{
    char text[2048];
    ombud_expectation out = OMBUD_EXPECTATION_INIT;
    strcpy(text, story);
    strcat(text, "on ");
    strcat(text, on);
    strcat(text, "\n    ");
    strcat(text, line);
    strcat(text, "   # what is expected\n");
    *scenario = parsed(text);
    assert_int_equal(ombud_scenario_check(*scenario, 0, report, &err), OMBUD_OK);
    assert_int_equal(ombud_report_count(*report), 1);
    assert_int_equal(ombud_report_get(*report, 0, &out), OMBUD_OK);
    assert_int_equal(out.line, 9);
    assert_string_equal(out.text.ptr, line);
    assert_int_equal(ombud_report_failed(*report), !out.met);
    return out;
}

static void test_expectations(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof expectations / sizeof expectations[0]; i++) {
        const struct expectation *row = &expectations[i];
        ombud_report *report = NULL, *second_report = NULL;
        ombud_scenario *scenario = NULL, *second = NULL;
        ombud_expectation out = judged(row->on, row->line, &report, &scenario);
        const char *holds = row->holds ? row->holds : "";
        if (out.met != !row->holds || strcmp(out.got.ptr, row->got) != 0 || strcmp(out.would_hold.ptr, holds) != 0) {
            fail_msg("on %s %s: met %d, got '%s', would hold '%s'", row->on, row->line, (int)out.met, out.got.ptr,
                     out.would_hold.ptr);
        }
        if (!out.met) { /* and that line does hold */
            ombud_expectation again = judged(row->on, holds, &second_report, &second);
            assert_int_equal(again.met, 1);
            ombud_report_free(second_report);
            ombud_scenario_free(second);
        }
        ombud_report_free(report);
        ombud_scenario_free(scenario);
    }
}

static void test_report_provision(void **state)
{
    ombud_report *report = NULL;
    ombud_scenario *scenario = NULL;
    ombud_expectation out = judged("2026-02-10", "expect duty acknowledge r1 overdue", &report, &scenario);
    size_t index = 99;
    (void)state;
    assert_int_equal(ombud_law_find_provision(law, "1", 1, &index), OMBUD_OK);
    assert_int_equal(out.has_provision, 1);
    assert_int_equal(out.provision, index);
    assert_int_equal(ombud_report_get(report, 1, &out), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_report_get(report, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_report_get(NULL, 0, &out), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_scenario_check(scenario, 1, &report, &err), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_scenario_check(NULL, 0, &report, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_scenario_check(scenario, 0, NULL, &err), OMBUD_E_ARGUMENT);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
    ombud_report_free(NULL);
    assert_int_equal(ombud_report_count(NULL), 0);
    assert_int_equal(ombud_report_failed(NULL), 0);
}

/* An expectation sees lines that stand further down, up to its day. */
static void test_lines_further_down(void **state)
{
    ombud_report *report = NULL;
    ombud_scenario *scenario =
        parsed("law small\nperson p2 desk\n2026-02-02 report.received r1 by=p2\non 2026-02-09\n"
               "expect state r1 acknowledged\nexpect state n1 none\n2026-02-09 report.acknowledged r1 by=p2\n"
               "2026-02-10 note.filed n1\n");
    (void)state;
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    assert_int_equal(ombud_report_count(report), 2);
    assert_int_equal(ombud_report_failed(report), 0);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
}

/* ---- scenarios and tables ---------------------------------------------------------------------- */

static const char several[] = "law small\n"
                              "person p2 desk\n"
                              "2026-02-02 report.received r1 by=p2\n"
                              "shows 0.x\n"
                              "on 2026-02-02\n"
                              "  expect duty acknowledge r1 open\n"
                              "scenario in time or late # each row\n"
                              "  shows 1.a, 1.b\n"
                              "  set length follow_up P14D\n"
                              "  $acknowledged report.acknowledged r1 by=p2\n"
                              "  on $acknowledged\n"
                              "    expect duty acknowledge r1 $status\n"
                              "  table acknowledged status # of the day after\n"
                              "    row 2026-02-09 met\n"
                              "    row 2026-02-10 met_late # late\n"
                              "    row 2026-02-08 met_late\n"
                              "scenario never\n"
                              "  wait P8D\n"
                              "  on now\n"
                              "    expect duty acknowledge r1 overdue\n";

static void test_runs(void **state)
{
    static const char *const names[] = {"in time or late acknowledged=2026-02-09 status=met",
                                        "in time or late acknowledged=2026-02-10 status=met_late",
                                        "in time or late acknowledged=2026-02-08 status=met_late", "never"};
    static const char *const last[] = {"2026-02-09", "2026-02-10", "2026-02-08", "2026-02-10"};
    static const size_t failed[] = {0, 0, 1, 0};
    ombud_scenario *scenario = parsed(several);
    (void)state;
    assert_int_equal(ombud_scenario_count(scenario), 4);
    for (size_t run = 0; run < 4; run++) {
        ombud_report *report = NULL;
        ombud_expectation out = OMBUD_EXPECTATION_INIT;
        char day[11];
        ombud_day at = 0;
        assert_string_equal(ombud_scenario_name(scenario, run).ptr, names[run]);
        assert_int_equal(ombud_scenario_last_day(scenario, run, &at), OMBUD_OK);
        assert_int_equal(ombud_day_format(at, day, sizeof day), OMBUD_OK);
        assert_string_equal(day, last[run]);
        assert_int_equal(ombud_scenario_check(scenario, run, &report, &err), OMBUD_OK);
        assert_int_equal(ombud_report_count(report), 2);
        assert_int_equal(ombud_report_failed(report), failed[run]);
        assert_int_equal(ombud_report_get(report, 1, &out), OMBUD_OK);
        assert_int_equal(out.line, run < 3 ? 12 : 20);
        ombud_report_free(report);
    }
    assert_int_equal(ombud_scenario_point_count(scenario, 0), 3);
    assert_string_equal(ombud_scenario_point(scenario, 0, 0).ptr, "0.x");
    assert_string_equal(ombud_scenario_point(scenario, 2, 2).ptr, "1.b");
    assert_int_equal(ombud_scenario_point_count(scenario, 3), 1);
    assert_string_equal(ombud_scenario_point(scenario, 3, 1).ptr, "");
    /* settings of a scenario are its own */
    assert_true(ombud_settings_digest(ombud_case_settings(ombud_scenario_case(scenario, 0))) ==
                ombud_settings_digest(ombud_case_settings(ombud_scenario_case(scenario, 2))));
    assert_true(ombud_settings_digest(ombud_case_settings(ombud_scenario_case(scenario, 0))) !=
                ombud_settings_digest(ombud_case_settings(ombud_scenario_case(scenario, 3))));
    ombud_scenario_free(scenario);
}

/* A value of a table can stand in a setting, and differs by row then. */
static void test_table_of_settings(void **state)
{
    ombud_scenario *scenario =
        parsed("law small\nset length follow_up $length\nperson p2 desk\n2026-02-02 report.received r1 by=p2\n"
               "on 2026-02-02\nexpect duty follow r1 open due=$due\n"
               "table length due\nrow P1D 2026-02-03\nrow P2W 2026-02-16\nrow P1M 2026-03-02\n");
    (void)state;
    assert_int_equal(ombud_scenario_count(scenario), 3);
    for (size_t run = 0; run < 3; run++) {
        ombud_report *report = NULL;
        assert_int_equal(ombud_scenario_check(scenario, run, &report, &err), OMBUD_OK);
        assert_int_equal(ombud_report_failed(report), 0);
        ombud_report_free(report);
    }
    ombud_scenario_free(scenario);
}

/* A table before the first scenario is shared by all. */
static void test_shared_table(void **state)
{
    ombud_scenario *scenario = parsed("law small\ntable day\nrow 2026-02-02\nrow 2026-02-03\nscenario a\n$day "
                                      "note.filed n1\nscenario b\n$day note.filed n2\n");
    (void)state;
    assert_int_equal(ombud_scenario_count(scenario), 4);
    assert_string_equal(ombud_scenario_name(scenario, 3).ptr, "b day=2026-02-03");
    assert_written(ombud_scenario_case(scenario, 3), "law small\n\n2026-02-03 note.filed n2\n");
    ombud_scenario_free(scenario);
}

static void test_accessors_without_scenario(void **state)
{
    ombud_day day;
    (void)state;
    ombud_scenario_free(NULL);
    assert_int_equal(ombud_scenario_count(NULL), 0);
    assert_null(ombud_scenario_case(NULL, 0));
    assert_int_equal(ombud_scenario_name(NULL, 0).len, 0);
    assert_int_equal(ombud_scenario_point_count(NULL, 0), 0);
    assert_int_equal(ombud_scenario_point(NULL, 0, 0).len, 0);
    assert_int_equal(ombud_scenario_last_day(NULL, 0, &day), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_scenario_last_day(NULL, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_scenario_parse(NULL, 1, NULL, 0, NULL, NULL, NULL), OMBUD_E_ARGUMENT);
}

/* ---- mistakes ---------------------------------------------------------------------------------- */

#define HEAD "law small\nperson p1 reporter\nperson p2 desk\n"
#define FIRST "2026-02-02 report.received r1 by=p2 reporter=p1\n"
#define ON HEAD FIRST "on 2026-02-03\n"

static const struct mistake {
    const char *text;
    ombud_status status;
    uint32_t line, column;
    const char *excerpt, *nearest;
} mistakes[] = {
    {"", OMBUD_E_SYNTAX, 1, 1, "", ""},
    {"# only words\n", OMBUD_E_SYNTAX, 1, 1, "", ""},
    {"law", OMBUD_E_SYNTAX, 1, 4, "", ""},
    {"law smal\n", OMBUD_E_NOT_FOUND, 1, 5, "smal", "small"},
    {"law small small\n", OMBUD_E_SYNTAX, 1, 11, "small", ""},
    {"law small\nlaw small\n", OMBUD_E_DUPLICATE, 2, 1, "law", ""},
    {"2026-02-02 note.filed n1\n", OMBUD_E_SYNTAX, 1, 1, "2026-02-02", ""},
    {"set roll none\nlaw small", OMBUD_E_SYNTAX, 1, 1, "set", ""},
    {"case 1\n", OMBUD_E_SYNTAX, 1, 1, "", ""},
    {"scenaro x\n", OMBUD_E_UNKNOWN_NAME, 1, 1, "scenaro", "scenario"},
    {"lw small\n", OMBUD_E_UNKNOWN_NAME, 1, 1, "lw", "law"},
    {HEAD "set rol none\n", OMBUD_E_UNKNOWN_NAME, 4, 5, "rol", "roll"},
    {HEAD "set period report.acknowledge P8D\n", OMBUD_E_CONFLICT, 4, 31, "P8D", ""},
    {HEAD FIRST "set roll none\n", OMBUD_E_STATE, 5, 1, "set", ""},
    {HEAD "case 0\n", OMBUD_E_SYNTAX, 4, 6, "0", ""},
    {HEAD "case 9007199254740992\n", OMBUD_E_SYNTAX, 4, 6, "9007199254740992", ""},
    {HEAD "case 1\ncase 1\n", OMBUD_E_DUPLICATE, 5, 1, "case", ""},
    {HEAD "person p3 dsk\n", OMBUD_E_UNKNOWN_NAME, 4, 11, "dsk", "desk"},
    {HEAD "person r1\n", OMBUD_E_CONFLICT, 4, 8, "r1", ""},
    {HEAD "person\n", OMBUD_E_SYNTAX, 4, 7, "", ""},
    {HEAD "item x1\n", OMBUD_E_UNKNOWN_NAME, 4, 6, "x1", "p"},
    {HEAD "item n1 n2\n", OMBUD_E_SYNTAX, 4, 9, "n2", ""},
    {HEAD "now note.filed n1\n", OMBUD_E_SYNTAX, 4, 1, "now", ""},
    {HEAD "wait P1D\n", OMBUD_E_SYNTAX, 4, 1, "wait", ""},
    {HEAD FIRST "wait P1\n", OMBUD_E_PERIOD, 5, 6, "P1", ""},
    {HEAD FIRST "wait P9999Y\n", OMBUD_E_RANGE, 5, 6, "P9999Y", ""},
    {HEAD "2026-02-30 note.filed n1\n", OMBUD_E_DATE, 4, 1, "2026-02-30", ""},
    {HEAD "2026-02\n", OMBUD_E_SYNTAX, 4, 1, "2026-02", ""},
    {HEAD "2026-02-02\n", OMBUD_E_SYNTAX, 4, 11, "", ""},
    {HEAD "2026-02-02 report.recei", OMBUD_E_UNKNOWN_NAME, 4, 12, "report.recei", "report.received"},
    {HEAD "2026-02-02 report.received r1 by=p9\n", OMBUD_E_NOT_FOUND, 4, 34, "p9", ""},
    {HEAD FIRST "  2026-02-03 fact r1 minor=yes by=p1\n", OMBUD_E_CONFLICT, 5, 22, "minor", ""},
    {HEAD FIRST "2026-02-03 void 2\n", OMBUD_E_NOT_FOUND, 5, 17, "2", ""},
    {HEAD FIRST "2026-02-03 fact r2 minor=yes by=p2\n", OMBUD_E_NOT_FOUND, 5, 17, "r2", ""},
    {HEAD FIRST "2026-02-03 note.filed n1 \xc3(\n", OMBUD_E_UTF8, 5, 26, "\\xc3", ""},
    {HEAD FIRST "expect state r1 received\n", OMBUD_E_SYNTAX, 5, 1, "expect", ""},
    {HEAD FIRST "on 2026-02-29\n", OMBUD_E_DATE, 5, 4, "2026-02-29", ""},
    {HEAD FIRST "on 2026-02-28 until 2026-03-01\n", OMBUD_E_SYNTAX, 5, 15, "until", ""},
    {HEAD FIRST "on 2026-02-28 known-by\n", OMBUD_E_SYNTAX, 5, 23, "", ""},
    {ON "expect\n", OMBUD_E_SYNTAX, 6, 7, "", ""},
    {ON "expect dutty acknowledge r1 open\n", OMBUD_E_UNKNOWN_NAME, 6, 8, "dutty", "duty"},
    {ON "expect duty acknowledged r1 open\n", OMBUD_E_UNKNOWN_NAME, 6, 13, "acknowledged", "acknowledge"},
    {ON "expect duty acknowledge r2 open\n", OMBUD_E_NOT_FOUND, 6, 25, "r2", ""},
    {ON "expect duty acknowledge r1\n", OMBUD_E_SYNTAX, 6, 27, "", ""},
    {ON "expect duty acknowledge r1 opened\n", OMBUD_E_UNKNOWN_NAME, 6, 28, "opened", "open"},
    {ON "expect duty acknowledge r1 open due=2026-02-31\n", OMBUD_E_DATE, 6, 37, "2026-02-31", ""},
    {ON "expect duty acknowledge r1 open due=none due=none\n", OMBUD_E_DUPLICATE, 6, 42, "due", ""},
    {ON "expect duty acknowledge r1 open because=7\n", OMBUD_E_UNKNOWN_NAME, 6, 41, "7", "1"},
    {ON "expect duty acknowledge r1 open because=1 because=1\n", OMBUD_E_DUPLICATE, 6, 43, "because", ""},
    {ON "expect duty acknowledge r1 open since=2026-02-01\n", OMBUD_E_UNKNOWN_NAME, 6, 33, "since", ""},
    {ON "expect duty acknowledge r1 open late\n", OMBUD_E_SYNTAX, 6, 33, "late", ""},
    {ON "expect duty kept r1 open\n", OMBUD_E_CONFLICT, 6, 13, "kept", ""},
    {ON "expect term follow r1 open\n", OMBUD_E_CONFLICT, 6, 13, "follow", ""},
    {ON "expect finding lat acknowledge r1\n", OMBUD_E_UNKNOWN_NAME, 6, 16, "lat", ""},
    {ON "expect finding late acknowledg r1\n", OMBUD_E_UNKNOWN_NAME, 6, 21, "acknowledg", "acknowledge"},
    {ON "expect no duty acknowledge r1\n", OMBUD_E_SYNTAX, 6, 11, "duty", ""},
    {ON "expect no finding closd r1\n", OMBUD_E_UNKNOWN_NAME, 6, 19, "closd", "closed"},
    {ON "expect no finding r1 since=2026-01-01\n", OMBUD_E_SYNTAX, 6, 22, "since=2026-01-01", ""},
    {ON "expect state r1 receivd\n", OMBUD_E_UNKNOWN_NAME, 6, 17, "receivd", "received"},
    {ON "expect fact r1 mnor yes\n", OMBUD_E_UNKNOWN_NAME, 6, 16, "mnor", "minor"},
    {ON "expect fact r1 minor true\n", OMBUD_E_SYNTAX, 6, 22, "true", ""},
    {ON "expect may report.closed r1 by=p2\n", OMBUD_E_SYNTAX, 6, 34, "", ""},
    {ON "expect may report.closed r1 by=p2 forbiden\n", OMBUD_E_UNKNOWN_NAME, 6, 35, "forbiden", "forbidden"},
    {ON "expect may report.closed r1 by=p2 conforms\n", OMBUD_E_UNKNOWN_NAME, 6, 35, "conforms", ""},
    {ON "expect may report.closed r1 by=p2 permitted forbidden\n", OMBUD_E_SYNTAX, 6, 45, "forbidden", ""},
    {ON "expect may report.closed r1 permitted by=p9\n", OMBUD_E_NOT_FOUND, 6, 42, "p9", ""},
    {ON "expect may report.close r1 permitted\n", OMBUD_E_UNKNOWN_NAME, 6, 12, "report.close", "report.closed"},
    {ON "expect may fact r1 minor=yes permitted\n", OMBUD_E_SYNTAX, 6, 12, "fact", ""},
    {ON "expect may report.closed r1 permitted missing=minor,urgnt\n", OMBUD_E_UNKNOWN_NAME, 6, 53, "urgnt", "urgent"},
    {ON "expect answer rout r1 inside\n", OMBUD_E_UNKNOWN_NAME, 6, 15, "rout", "route"},
    {ON "expect answer route r1 insde\n", OMBUD_E_UNKNOWN_NAME, 6, 24, "insde", "inside"},
    {ON "expect next_change soon\n", OMBUD_E_SYNTAX, 6, 20, "soon", ""},
    {HEAD "shows\n", OMBUD_E_SYNTAX, 4, 6, "", ""},
    {HEAD "scenario\n", OMBUD_E_SYNTAX, 4, 1, "scenario", ""},
    {HEAD "row a\n", OMBUD_E_SYNTAX, 4, 1, "row", ""},
    {HEAD "table\nrow\n", OMBUD_E_SYNTAX, 4, 6, "", ""},
    {HEAD "table a\n", OMBUD_E_SYNTAX, 4, 1, "table", ""},
    {HEAD "table a A\nrow 1 2\n", OMBUD_E_SYNTAX, 4, 9, "A", ""},
    {HEAD "table a b a\nrow 1 2 3\n", OMBUD_E_DUPLICATE, 4, 11, "a", ""},
    {HEAD "table a b\nrow 1\n", OMBUD_E_SYNTAX, 5, 1, "row", ""},
    {HEAD "table a b\nrow 1 2 3\n", OMBUD_E_SYNTAX, 5, 1, "row", ""},
    {HEAD "table a\nrow 1\ntable b\nrow 2\n", OMBUD_E_DUPLICATE, 6, 1, "table", ""},
    {HEAD "table a\nrow 1\nscenario x\ntable b\nrow 2\n", OMBUD_E_CONFLICT, 7, 1, "table", ""},
    {HEAD "$day note.filed n1\n", OMBUD_E_UNKNOWN_NAME, 4, 1, "$day", ""},
    {HEAD "$dy note.filed n1\ntable day\nrow 2026-02-02\n", OMBUD_E_UNKNOWN_NAME, 4, 1, "$dy", "day"},
    {HEAD "$day note.filed n1 by=$who entered=never\ntable day who\nrow 2026-02-02 p2\n", OMBUD_E_SYNTAX, 4, 36,
     "never", ""},
    {HEAD "$day note.filed n1 by=$who\ntable day who\nrow 2026-02-02 p7\n", OMBUD_E_NOT_FOUND, 4, 23, "p7", ""},
};

static void test_mistakes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++) {
        const struct mistake *row = &mistakes[i];
        ombud_scenario *scenario = NULL;
        ombud_status status = parse_bytes(row->text, strlen(row->text), NULL, &scenario);
        if (status != row->status || err.line != row->line || err.column != row->column ||
            strcmp(err.excerpt, row->excerpt) != 0 || strcmp(err.nearest, row->nearest) != 0 ||
            strlen(err.message) == 0 || strlen(err.remedy) == 0) {
            fail_msg("%s: %s at %u:%u [%s] ~%s: %s; %s", row->text, ombud_status_name(status), err.line, err.column,
                     err.excerpt, err.nearest, err.message, err.remedy);
        }
        assert_null(scenario);
    }
}

/* A text cut anywhere is read or refused with a place, and never more than that. */
static void test_cut_texts(void **state)
{
    char text[sizeof several + 1];
    (void)state;
    for (size_t length = 0; length < sizeof several; length++) {
        ombud_scenario *scenario = NULL;
        memcpy(text, several, length);
        ombud_status status = parse_bytes(text, length, NULL, &scenario);
        if (status == OMBUD_OK) {
            assert_non_null(scenario);
        } else {
            assert_null(scenario);
            assert_true(err.line >= 1 && err.column >= 1);
            assert_true(strlen(err.remedy) > 0);
        }
        ombud_scenario_free(scenario);
    }
}

static void test_long_texts(void **state)
{
    static char text[10u * 1024 * 1024];
    ombud_scenario *scenario = NULL;
    (void)state;
    memset(text, 'x', sizeof text);
    memcpy(text, "law small\n", 10);
    assert_int_equal(parse_bytes(text, sizeof text, NULL, &scenario), OMBUD_E_LIMIT);
    assert_int_equal(err.line, 2);
    memset(text + 10, '#', 65536);
    text[10 + 65536] = '\n';
    assert_int_equal(parse_bytes(text, 11 + 65536, NULL, &scenario), OMBUD_OK);
    ombud_scenario_free(scenario);
    scenario = NULL;
    assert_int_equal(parse_bytes(text, OMBUD_SCENARIO_TEXT_MAX + 1, NULL, &scenario), OMBUD_E_LIMIT);
    /* 3,000 rows over 3,001 lines come to 9,003,000 lines */
    size_t at = 10;
    memcpy(text + at, "table a\n", 8);
    at += 8;
    for (int i = 0; i < 3000; i++, at += 14) {
        memcpy(text + at, "row 1\nshows 1\n", 14);
    }
    assert_int_equal(parse_bytes(text, at, NULL, &scenario), OMBUD_E_LIMIT);
    assert_null(scenario);
}

/* ---- memory ------------------------------------------------------------------------------------ */

static ombud_status everything(const ombud_alloc *alloc)
{
    static written text;
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_status status = parse_bytes(several, sizeof several - 1, alloc, &scenario);
    for (size_t run = 0; run < 4 && status == OMBUD_OK; run++) {
        status = ombud_scenario_check(scenario, run, &report, &err);
        if (status == OMBUD_OK) {
            ombud_report_free(report);
        }
        report = NULL;
    }
    text.length = 0;
    if (status == OMBUD_OK) {
        status = ombud_case_write(ombud_scenario_case(scenario, 3), write_down, &text, &err);
    }
    ombud_scenario_free(scenario);
    return status;
}

static void test_no_memory_at_any_call(void **state)
{
    watched all = {0, 0, 0, NULL, 0};
    ombud_alloc alloc = watching(&all);
    (void)state;
    assert_int_equal(everything(&alloc), OMBUD_OK);
    assert_int_equal(all.held, 0);
    assert_true(all.calls > 50);
    for (size_t n = 1; n <= all.calls; n++) {
        watched w = {0, n, 0, NULL, 0};
        ombud_alloc failing = watching(&w);
        ombud_status status = everything(&failing);
        if (status != OMBUD_E_NOMEM || w.held != 0) {
            fail_msg("call %zu of %zu: %s, %zu bytes held", n, all.calls, ombud_status_name(status), w.held);
        }
        assert_int_equal(err.code, OMBUD_E_NOMEM);
    }
}

/* Nothing that a text or a report says stays behind in memory that is given back. */
static void test_nothing_stays_behind(void **state)
{
    static const char text[] =
        "law small\nperson p6180339887 desk\n2026-02-02 report.received r1 by=p6180339887\non 2026-02-02\n"
        "expect may report.closed r1 by=p6180339887 permitted\n$day fact r1 minor=yes by=p6180339887\ntable day\nrow "
        "2026-02-03";
    watched w = {0, 0, 0, "6180339887", 0};
    ombud_alloc alloc = watching(&w);
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    (void)state;
    assert_int_equal(parse_bytes(text, sizeof text - 1, &alloc, &scenario), OMBUD_OK);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    assert_int_equal(ombud_report_failed(report), 1);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
    assert_int_equal(w.held, 0);
    assert_int_equal(w.traces, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_free_form),
        cmocka_unit_test(test_written_is_read),
        cmocka_unit_test(test_expectations),
        cmocka_unit_test(test_report_provision),
        cmocka_unit_test(test_lines_further_down),
        cmocka_unit_test(test_runs),
        cmocka_unit_test(test_table_of_settings),
        cmocka_unit_test(test_shared_table),
        cmocka_unit_test(test_accessors_without_scenario),
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_cut_texts),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_no_memory_at_any_call),
        cmocka_unit_test(test_nothing_stays_behind),
    };
    return cmocka_run_group_tests(tests, read_law, free_law);
}
