/*
 * `.case` texts: what they are read into, and how expectations are judged.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "small_world.h"

static ombud_scenario *parsed(const char *text)
{
    ombud_scenario *scenario = NULL;
    if (parse_bytes(text, strlen(text), NULL, &scenario) != OMBUD_OK) {
        fail_msg("%u:%u: %s; %s [%s] ~%s", err.line, err.column, err.message, err.remedy, err.excerpt, err.nearest);
    }
    return scenario;
}

/* ---- reading and writing back ------------------------------------------------------------------------------------ */

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

/* ---- expectations ------------------------------------------------------------------------------------------------ */

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

/* ---- scenarios and tables ---------------------------------------------------------------------------------------- */

static void test_runs(void **state)
{
    static const char *const names[] = {"in time or late acknowledged=2026-02-09 status=met",
                                        "in time or late acknowledged=2026-02-10 status=met_late",
                                        "in time or late acknowledged=2026-02-08 status=met_late", "never"};
    static const char *const last[] = {"2026-02-09", "2026-02-10", "2026-02-08", "2026-02-10"};
    static const size_t failed[] = {0, 0, 1, 0};
    ombud_scenario *scenario = parsed(several_runs);
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

/* The name of a column ends where no letter, digit or _ follows; a text without a dated line has no last day. */
static void test_names_of_columns(void **state)
{
    ombud_scenario *scenario = parsed("law small\ntable a_1 b c\nrow v w x\nshows $a_1:p, $b{$c, $a_1$b/1\n");
    static const char *const points[] = {"v:p", "w{x", "vw/1"};
    ombud_day untouched = 77;
    (void)state;
    assert_int_equal(ombud_scenario_point_count(scenario, 0), 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(ombud_scenario_point(scenario, 0, i).ptr, points[i]);
    assert_int_equal(ombud_scenario_point(scenario, 0, 3).len, 0);
    assert_string_equal(ombud_scenario_name(scenario, 0).ptr, "a_1=v b=w c=x");
    assert_int_equal(ombud_scenario_last_day(scenario, 0, &untouched), OMBUD_E_NOT_FOUND);
    assert_int_equal(untouched, 77);
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

/* What may be missing is told apart from what may not: no text is one of no length, and no laws are a list of none. */
static void test_missing_arguments(void **state)
{
    static const char text[] = "law small\n";
    static const ombud_law *const nothing[] = {NULL};
    ombud_scenario *untouched = (ombud_scenario *)&untouched;
    static const struct {
        const char *text;
        size_t length;
        const ombud_law *const *laws;
        size_t law_count;
        ombud_status status;
        uint32_t line;
        const char *remedy;
    } calls[] = {
        {NULL, 0, NULL, 0, OMBUD_E_SYNTAX, 1, "law NAME"},
        {NULL, 1, NULL, 0, OMBUD_E_ARGUMENT, 0, "give a text"},
        {text, 0, NULL, 0, OMBUD_E_SYNTAX, 1, "law NAME"},
        {text, sizeof text - 1, NULL, 1, OMBUD_E_ARGUMENT, 0, "laws"},
        {text, sizeof text - 1, nothing, 1, OMBUD_E_ARGUMENT, 0, "laws that were read"},
        {text, sizeof text - 1, nothing, 0, OMBUD_E_NOT_FOUND, 1, "supply"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof calls / sizeof calls[0]; i++) {
        static const ombud_error fresh = OMBUD_ERROR_INIT;
        ombud_scenario *scenario = untouched;
        err = fresh;
        assert_int_equal(ombud_scenario_parse(calls[i].text, calls[i].length, calls[i].laws, calls[i].law_count, NULL,
                                              &scenario, &err),
                         calls[i].status);
        assert_int_equal(err.code, calls[i].status);
        assert_int_equal(err.line, calls[i].line);
        assert_non_null(strstr(err.remedy, calls[i].remedy));
        assert_ptr_equal(scenario, untouched);
    }
}

/* An allocator has all three functions: whatever takes one says so, and asks it for nothing. */
static void test_allocators_that_lack(void **state)
{
    watched w = {0};
    (void)state;
    for (int lacks = 0; lacks < 3; lacks++) {
        ombud_alloc alloc = watching(&w);
        ombud_scenario *scenario = NULL;
        ombud_settings *settings = NULL;
        if (lacks == 0)
            alloc.alloc = NULL;
        else if (lacks == 1)
            alloc.resize = NULL;
        else
            alloc.free = NULL;
        assert_int_equal(parse_bytes(story, sizeof story - 1, &alloc, &scenario), OMBUD_E_ARGUMENT);
        assert_non_null(strstr(err.remedy, "three"));
        assert_int_equal(ombud_settings_parse(law, "roll none", 9, &alloc, &settings, &err), OMBUD_E_ARGUMENT);
        assert_non_null(strstr(err.remedy, "three"));
        assert_null(scenario);
        assert_null(settings);
    }
    assert_int_equal(w.calls, 0);
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
        cmocka_unit_test(test_missing_arguments),
        cmocka_unit_test(test_allocators_that_lack),
        cmocka_unit_test(test_names_of_columns),
    };
    return cmocka_run_group_tests(tests, read_law, free_law);
}
