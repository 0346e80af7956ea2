/*
 * Every status that a header documents for a function is provoked here: tests/checks/statuses.py reads the headers'
 * @return lists and fails when one has no line `WANT(STATUS, FUNCTION(…))`. Outputs stay untouched, and a place for the
 * error is never needed.
 */
#include "status_world.h"

/* ---- base and dates ---------------------------------------------------------------------------------------------- */

static void base(void **state)
{
    (void)state;
    ombud_error err;
    ombud_alloc arena;
    static max_align_t buffer[16];
    WANT(OMBUD_E_ARGUMENT, ombud_error_init(NULL, sizeof err));
    WANT(OMBUD_E_ARGUMENT, ombud_error_init(&err, 8));
    WANT(OMBUD_E_ARGUMENT, ombud_arena_init(NULL, buffer, sizeof buffer));
    WANT(OMBUD_E_ARGUMENT, ombud_arena_init(&arena, buffer, 63));
    WANT(OMBUD_E_UNSUPPORTED, ombud_version_check(OMBUD_VERSION_NUMBER + 1000, sizeof err));
    WANT(OMBUD_E_UNSUPPORTED, ombud_version_check(OMBUD_VERSION_NUMBER, 8));
}

static void dates(void **state)
{
    (void)state;
    ombud_day day = 0;
    int32_t n = 0;
    char text[4];
    ombud_period p = {1, OMBUD_UNIT_DAYS};
    const ombud_period bad = {10000, OMBUD_UNIT_DAYS};
    ombud_holiday holiday;
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    WANT(OMBUD_E_DATE, ombud_day_of(2026, 2, 30, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_of(2026, 2, 28, NULL));
    WANT(OMBUD_E_RANGE, ombud_day_civil(OMBUD_DAY_MAX + 1, &n, &n, &n));
    WANT(OMBUD_E_SYNTAX, ombud_day_parse("2026-2-30", 9, &day));
    WANT(OMBUD_E_DATE, ombud_day_parse("2026-02-30", 10, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_parse(NULL, 1, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_parse(NULL, 10, &day));
    WANT(OMBUD_E_RANGE, ombud_day_format(OMBUD_DAY_MIN - 1, (char[12]){0}, 12));
    WANT(OMBUD_E_ARGUMENT, ombud_day_format(0, text, sizeof text));
    WANT(OMBUD_E_RANGE, ombud_day_weekday(OMBUD_DAY_MAX + 1, &n));
    WANT(OMBUD_E_ARGUMENT, ombud_day_weekday(0, NULL));
    WANT(OMBUD_E_PERIOD, ombud_period_parse("P7X", 3, &p));
    WANT(OMBUD_E_ARGUMENT, ombud_period_parse("P7D", 3, NULL));
    WANT(OMBUD_E_PERIOD, ombud_period_format(bad, (char[12]){0}, 12));
    WANT(OMBUD_E_ARGUMENT, ombud_period_format(p, text, sizeof text));
    WANT(OMBUD_E_RANGE, ombud_day_add(OMBUD_DAY_MAX, p, &day));
    WANT(OMBUD_E_PERIOD, ombud_day_add(0, bad, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_add(0, p, NULL));
    WANT(OMBUD_E_RANGE, ombud_day_subtract(OMBUD_DAY_MIN, p, &day));
    WANT(OMBUD_E_PERIOD, ombud_day_subtract(0, bad, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_subtract(0, p, NULL));
    WANT(OMBUD_E_CALENDAR, ombud_day_holiday(0, NULL, 0, &holiday));
    WANT(OMBUD_E_RANGE, ombud_day_holiday(OMBUD_DAY_MAX + 1, NULL, 0, &holiday));
    WANT(OMBUD_E_ARGUMENT, ombud_day_holiday(20000, NULL, 0, NULL));
    WANT(OMBUD_E_CALENDAR, ombud_day_roll(0, OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0, &day));
    WANT(OMBUD_E_RANGE, ombud_day_roll(OMBUD_DAY_MAX + 1, OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_day_roll(20000, 9, NULL, 0, &day));
    WANT(OMBUD_E_RANGE, ombud_easter(10000, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_easter(2026, NULL));
    WANT(OMBUD_E_RANGE, ombud_due(OMBUD_DAY_MAX, p, 0, NULL, 0, &steps));
    WANT(OMBUD_E_PERIOD, ombud_due(0, bad, 0, NULL, 0, &steps));
    WANT(OMBUD_E_CALENDAR, ombud_due(0, p, OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0, &steps));
    WANT(OMBUD_E_ARGUMENT, ombud_due(0, p, 0, NULL, 0, NULL));
    WANT(OMBUD_E_RANGE, ombud_brussels_day(0, &day));
    WANT(OMBUD_E_ARGUMENT, ombud_brussels_day(1000000000, NULL));
    assert_int_equal(day, 0);
    assert_int_equal(n, 0);
}

/* A host's language of one text, for all. */
static int one_text(void *user, ombud_view english, ombud_view *out)
{
    (void)english;
    *out = ombud_view_of(user);
    return out->len == 0;
}

/* ---- laws -------------------------------------------------------------------------------------------------------- */

#define RULES "law a\nitem k x\n  states s\n  event e\n  fact f stated by r\n  fact g stated by r\nrole r\n"
#define RULE "provision 1 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n"

static void laws(void **state)
{
    (void)state;
    ombud_law *none = NULL;
    ombud_view view;
    ombud_word word = OMBUD_WORD_INIT;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_row row = OMBUD_ROW_INIT;
    ombud_reading reading = OMBUD_READING_INIT;
    ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
    ombud_wording wording;
    size_t index;
    char *line = long_line("law a\n# ");
    WANT(OMBUD_E_ARGUMENT, ombud_law_parse(NULL, 5, NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_parse("law a\n", 6, NULL, NULL, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_law_parse("law a\n", 6, &well, &none, NULL));
    WANT(OMBUD_E_LIMIT, ombud_law_parse("law a\n", OMBUD_LAW_TEXT_MAX + 1, NULL, &none, NULL));
    WANT(OMBUD_E_LIMIT, ombud_law_parse(line, strlen(line), NULL, &none, NULL));
    WANT(OMBUD_E_UTF8, ombud_law_parse(TEXT("law a\n\xff"), NULL, &none, NULL));
    WANT(OMBUD_E_UTF8, ombud_law_parse(TEXT("law\0a\n"), NULL, &none, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_law_parse("law\n", 4, NULL, &none, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_law_parse(TEXT(RULES RULE "  k.e: t -> s\n"), NULL, &none, NULL));
    WANT(OMBUD_E_DUPLICATE, ombud_law_parse(TEXT("law a\nrole b\nrole b\n"), NULL, &none, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_law_parse(TEXT(RULES RULE "  k.d when h\n  k.h when d\n"), NULL, &none, NULL));
    WANT(OMBUD_E_DATE, ombud_law_parse(TEXT("law a\nverified 2026-02-30\n"), NULL, &none, NULL));
    WANT(OMBUD_E_PERIOD,
         ombud_law_parse(TEXT(RULES RULE "  term t\n    opened by k.e\n    within exactly P7X\n"), NULL, &none, NULL));
    assert_null(none);
    free(line);
    WANT(OMBUD_E_NOT_FOUND, ombud_law_builtin_text("atlantis", &view));
    WANT(OMBUD_E_ARGUMENT, ombud_law_builtin_text("bxl2019", NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_builtin("atlantis", NULL, &none, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_builtin(NULL, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_law_builtin("bxl2019", &well, &none, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_word(law, OMBUD_WORD_ROLE, 99, 0, &word));
    WANT(OMBUD_E_ARGUMENT, ombud_law_word(NULL, OMBUD_WORD_ROLE, 0, 0, &word));
    ombud_law *own = NULL;
    char *text = long_line("");
    assert_int_equal(ombud_law_parse(TEXT("law a\n"), &well, &own, NULL), OMBUD_OK);
    WANT_DRY(OMBUD_E_NOMEM, ombud_law_translate(own, "de", one_text, text, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_law_translate(own, "de", NULL, text, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_law_translate(own, "d e", one_text, text, NULL));
    WANT(OMBUD_E_LIMIT, ombud_law_translate(own, "de", one_text, text, NULL));
    WANT(OMBUD_E_UTF8, ombud_law_translate(own, "de", one_text, (char[]){"a\xff"}, NULL));
    WANT(OMBUD_E_CALLBACK, ombud_law_translate(own, "de", one_text, (char[]){""}, NULL));
    ombud_law_free(own);
    free(text);
    WANT(OMBUD_E_NOT_FOUND, ombud_law_find_word(law, OMBUD_WORD_EVENT, "permit.eaten", 12, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_word(law, OMBUD_WORD_EVENT, NULL, 12, &index));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_word_former(law, OMBUD_WORD_ROLE, 99, &view));
    WANT(OMBUD_E_ARGUMENT, ombud_law_word_former(law, OMBUD_WORD_ROLE, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_event_argument(law, "permit.eaten", 0, 0, &word));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_event_argument(law, "permit.asked", 99, 0, &word));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_provision(law, 99, 0, &provision));
    WANT(OMBUD_E_ARGUMENT, ombud_law_provision(law, 0, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_find_provision(law, "99", 2, &index));
    WANT(OMBUD_E_ARGUMENT, ombud_law_find_provision(law, NULL, 2, &index));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_wording(law, 99, 0, &wording));
    WANT(OMBUD_E_RANGE, ombud_law_wording(law, 0, OMBUD_DAY_MAX + 1, &wording));
    WANT(OMBUD_E_ARGUMENT, ombud_law_wording(law, 0, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_row(law, 99, &row));
    WANT(OMBUD_E_ARGUMENT, ombud_law_row(NULL, 0, &row));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_reading(law, 99, 0, &reading));
    WANT(OMBUD_E_ARGUMENT, ombud_law_reading(law, 0, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_alternative(law, 0, 99, 0, &alternative));
    WANT(OMBUD_E_ARGUMENT, ombud_law_alternative(NULL, 0, 0, 0, &alternative));
    WANT(OMBUD_E_NOT_FOUND, ombud_law_verified(law, &(ombud_day){0}));
}

static void settings_texts(void **state)
{
    (void)state;
    ombud_settings *none = NULL;
    char *line = long_line("# ");
    WANT(OMBUD_E_ARGUMENT, ombud_settings_parse(NULL, "", 0, NULL, &none, NULL));
    WANT_DRY(OMBUD_E_NOMEM, ombud_settings_parse(law, "", 0, &well, &none, NULL));
    WANT(OMBUD_E_LIMIT, ombud_settings_parse(law, line, strlen(line), NULL, &none, NULL));
    WANT(OMBUD_E_UTF8, ombud_settings_parse(law, TEXT("# \xff"), NULL, &none, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_settings_parse(law, TEXT("length hold\n"), NULL, &none, NULL));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_settings_parse(law, TEXT("length held P3D\n"), NULL, &none, NULL));
    WANT(OMBUD_E_DUPLICATE,
         ombud_settings_parse(law, TEXT("holiday 2026-05-15\nholiday 2026-05-15\n"), NULL, &none, NULL));
    WANT(OMBUD_E_CONFLICT, ombud_settings_parse(law, TEXT("period permit.decide P8D\n"), NULL, &none, NULL));
    WANT(OMBUD_E_DATE, ombud_settings_parse(law, TEXT("holiday 2026-02-30\n"), NULL, &none, NULL));
    WANT(OMBUD_E_PERIOD, ombud_settings_parse(law, TEXT("length hold P3X\n"), NULL, &none, NULL));
    assert_null(none);
    free(line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(base),
        cmocka_unit_test(dates),
        cmocka_unit_test(laws),
        cmocka_unit_test(settings_texts),
    };
    return cmocka_run_group_tests_name("status", tests, begin, end);
}
