/*
 * The rules of the house tested with cmocka: the .case files, and what only a program can say.
 *
 *     test_policy HOUSE.law FILE.case…
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <ombud/ombud.h>

static ombud_error err = OMBUD_ERROR_INIT;
static ombud_law *house;
static char **files;

#define WELL(call)                                                                                                     \
    do {                                                                                                               \
        if ((call) != OMBUD_OK) {                                                                                      \
            fail_msg("%u:%u: %s; %s", err.line, err.column, err.message, err.remedy);                                  \
        }                                                                                                              \
    } while (0)

/* A text of at most a MiB; to be freed. */
static char *text_of(const char *path, size_t *length)
{
    const size_t room = 1024 * 1024;
    char *text = malloc(room);
    FILE *file = fopen(path, "rb");
    if (file == NULL || text == NULL) {
        fail_msg("%s cannot be read", path);
        return NULL;
    }
    *length = fread(text, 1, room, file);
    fclose(file);
    assert_true(*length < room);
    return text;
}

/* Each expectation of each run of a .case file, as `ombud check` would judge it. */
static void check_file(const char *path)
{
    const ombud_law *laws[1];
    ombud_scenario *scenario = NULL;
    size_t length = 0, failed = 0, seen = 0;
    char *text = text_of(path, &length);
    laws[0] = house;
    WELL(ombud_scenario_parse(text, length, laws, 1, NULL, &scenario, &err));
    for (size_t run = 0; run < ombud_scenario_count(scenario); run++) {
        ombud_report *report = NULL;
        WELL(ombud_scenario_check(scenario, run, &report, &err));
        for (size_t i = 0; i < ombud_report_count(report); i++) {
            ombud_expectation one = OMBUD_EXPECTATION_INIT;
            assert_int_equal(ombud_report_get(report, i, &one), OMBUD_OK);
            seen++;
            if (!one.met) {
                failed++;
                print_error("%s:%u: expected %.*s\n    got %.*s\n    to paste %.*s\n", path, one.line,
                            (int)one.text.len, one.text.ptr, (int)one.got.len, one.got.ptr,
                            (int)one.would_hold.len, one.would_hold.ptr);
            }
        }
        ombud_report_free(report);
    }
    ombud_scenario_free(scenario);
    free(text);
    assert_int_equal(failed, 0);
    assert_true(seen > 0);
}

static void test_the_case_files(void **state)
{
    (void)state;
    for (char **path = files; *path != NULL; path++) {
        check_file(*path);
    }
}

/* A report is there; may one person alone drop it? */
static void test_nobody_alone(void **state)
{
    static const char adopted[] = "since house_rules 2026-09-01";
    ombud_settings *settings = NULL;
    ombud_case *matter = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_verdict *verdict = NULL;
    (void)state;
    WELL(ombud_settings_parse(house, adopted, sizeof adopted - 1, NULL, &settings, &err));
    WELL(ombud_case_new(house, settings, NULL, &matter, &err));
    WELL(ombud_case_person(matter, 1, "reporter", &err));
    WELL(ombud_case_person(matter, 2, "handler", &err));
    WELL(ombud_day_of(2026, 9, 7, &event.on));
    event.by = 2;
    event.line = ombud_view_of("report.received r1 reporter=p1");
    WELL(ombud_case_apply(matter, &event, NULL, &err));
    event.line = ombud_view_of("report.closed_as_minor r1 reader_involved=no");
    WELL(ombud_case_may(matter, &event, NULL, &verdict, &err));
    assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_FORBIDDEN);
    ombud_verdict_free(verdict);
    ombud_case_free(matter);
    ombud_settings_free(settings);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_the_case_files), cmocka_unit_test(test_nobody_alone) };
    size_t length = 0;
    char *text;
    int failed;
    if (argc < 3) {
        fputs("usage: test_policy HOUSE.law FILE.case...\n", stderr);
        return 2;
    }
    text = text_of(argv[1], &length);
    if (ombud_law_parse(text, length, NULL, &house, &err) != OMBUD_OK) {
        fprintf(stderr, "%s:%u:%u: %s; %s\n", argv[1], err.line, err.column, err.message, err.remedy);
        return 2;
    }
    files = argv + 2;
    failed = cmocka_run_group_tests(tests, NULL, NULL);
    ombud_law_free(house);
    free(text);
    return failed == 0 ? 0 : 1;
}
