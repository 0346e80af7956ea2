/*
 * `.case` texts that are wrong, cut, too long, or read without memory: what every mistake is answered with.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "small_world.h"

/* ---- mistakes ---------------------------------------------------------------------------------------------------- */

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
    {HEAD "set period report.acknowledge P8D\n", OMBUD_E_CONFLICT, 4, 31, "P8D; at most P7D, Art. 1", ""},
    {HEAD FIRST "set roll none\n", OMBUD_E_STATE, 5, 1, "set", ""},
    {HEAD "case 0\n", OMBUD_E_SYNTAX, 4, 6, "0", ""},
    {HEAD "case 9007199254740992\n", OMBUD_E_SYNTAX, 4, 6, "9007199254740992", ""},
    {HEAD "case 1\ncase 1\n", OMBUD_E_DUPLICATE, 5, 1, "case", ""},
    {HEAD "person p3 dsk\n", OMBUD_E_UNKNOWN_NAME, 4, 11, "dsk", "desk"},
    {HEAD "person r1\n", OMBUD_E_CONFLICT, 4, 8, "r1", ""},
    {HEAD "person\n", OMBUD_E_SYNTAX, 4, 7, "", ""},
    {HEAD "item x1\n", OMBUD_E_UNKNOWN_NAME, 4, 6, "x1", ""},
    {HEAD "item n12345678901234567\n", OMBUD_E_SYNTAX, 4, 6, "n12345678901234567", ""},
    {HEAD "item report1\n", OMBUD_E_UNKNOWN_NAME, 4, 6, "report1", "r"},
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
    {HEAD "2026-02-02 report.received r1 as=desk reporter=p1\n", OMBUD_E_CONFLICT, 4, 31, "as", ""},
    {HEAD "2026-02-02 report.received r1 by=p2 as=dsk\n", OMBUD_E_UNKNOWN_NAME, 4, 40, "dsk", "desk"},
    {HEAD "2026-02-02 report.received r1 by=p2 as=desk as=desk\n", OMBUD_E_DUPLICATE, 4, 45, "as", ""},
    {HEAD FIRST "2026-02-03 void 1 by=p2 as=desk\n", OMBUD_E_UNKNOWN_NAME, 5, 25, "as", ""},
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
    {ON "expect duty acknowledge r1 open bearer=desc\n", OMBUD_E_UNKNOWN_NAME, 6, 40, "desc", "desk"},
    {ON "expect duty acknowledge r1 open bearer=desk bearer=desk\n", OMBUD_E_DUPLICATE, 6, 45, "bearer", ""},
    {ON "expect duty acknowledge r1 open bearer=,\n", OMBUD_E_SYNTAX, 6, 40, ",", ""},
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
    {ON "expect may report.closed r1 permitted missing=,,\n", OMBUD_E_SYNTAX, 6, 47, ",,", ""},
    {ON "expect answer rout r1 inside\n", OMBUD_E_UNKNOWN_NAME, 6, 15, "rout", "route"},
    {ON "expect answer route r1 insde\n", OMBUD_E_UNKNOWN_NAME, 6, 24, "insde", "inside"},
    {ON "expect next_change soon\n", OMBUD_E_SYNTAX, 6, 20, "soon", ""},
    {HEAD "shows\n", OMBUD_E_SYNTAX, 4, 6, "", ""},
    {HEAD "shows , ,\n", OMBUD_E_SYNTAX, 4, 10, "", ""},
    {HEAD "on 2026-02-28 for\n", OMBUD_E_SYNTAX, 4, 18, "", ""},
    {HEAD "on 2026-02-28 for ,p1\n", OMBUD_E_SYNTAX, 4, 19, ",p1", ""},
    {HEAD "on 2026-02-28 for desk,\n", OMBUD_E_SYNTAX, 4, 24, "", ""},
    {HEAD "on 2026-02-28 for desk,r1\n", OMBUD_E_CONFLICT, 4, 24, "r1", ""},
    {HEAD "scenario\n", OMBUD_E_SYNTAX, 4, 1, "scenario", ""},
    {HEAD "row a\n", OMBUD_E_SYNTAX, 4, 1, "row", ""},
    {HEAD "table\nrow\n", OMBUD_E_SYNTAX, 4, 6, "", ""},
    {HEAD "table a\n", OMBUD_E_SYNTAX, 4, 1, "table", ""},
    {HEAD "table a A\nrow 1 2\n", OMBUD_E_SYNTAX, 4, 9, "A", ""},
    {HEAD "table a{\nrow 1\n", OMBUD_E_SYNTAX, 4, 7, "a{", ""},
    {HEAD "$day{ note.filed n1\ntable day\nrow 2026-02-02\n", OMBUD_E_SYNTAX, 4, 1, "2026-02-02{", ""},
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

/* A fact that another kind of item has is no misspelling: what is wrong is of whom it is stated. */
static void test_fact_of_other_items(void **state)
{
    (void)state;
    static const char *const texts[] = {HEAD "2026-02-03 fact p1 minor=yes by=p2\n",
                                        HEAD "2026-02-03 note.filed n1 by=p2 minor=yes\n"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        ombud_scenario *scenario = NULL;
        assert_int_equal(parse_bytes(texts[i], strlen(texts[i]), NULL, &scenario), OMBUD_E_UNKNOWN_NAME);
        assert_string_equal(err.excerpt, "minor");
        assert_string_equal(err.message, "a fact of other items, not of this one");
    }
}

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
    char text[sizeof several_runs + 1];
    (void)state;
    for (size_t length = 0; length < sizeof several_runs; length++) {
        ombud_scenario *scenario = NULL;
        memcpy(text, several_runs, length);
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

/* ---- memory ------------------------------------------------------------------------------------------------------ */

static ombud_status everything(const ombud_alloc *alloc)
{
    static written text;
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_status status = parse_bytes(several_runs, sizeof several_runs - 1, alloc, &scenario);
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
    watched all = {.calls = 0};
    ombud_alloc alloc = watching(&all);
    (void)state;
    assert_int_equal(everything(&alloc), OMBUD_OK);
    assert_int_equal(all.held, 0);
    assert_true(all.calls > 50);
    for (size_t n = 1; n <= all.calls; n++) {
        watched w = {.fail_at = n};
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
    watched w = {.trace = "6180339887"};
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
        cmocka_unit_test(test_mistakes),
        cmocka_unit_test(test_fact_of_other_items),
        cmocka_unit_test(test_cut_texts),
        cmocka_unit_test(test_long_texts),
        cmocka_unit_test(test_no_memory_at_any_call),
        cmocka_unit_test(test_nothing_stays_behind),
    };
    return cmocka_run_group_tests(tests, read_law, free_law);
}
