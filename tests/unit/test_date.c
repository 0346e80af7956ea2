/**
 * Civil days, their text, periods and arithmetic, against a calendar that counts day by day.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "naive.h"
#include "ombud/date.h"

#define UNTOUCHED ((ombud_day)123456789)

static ombud_day day(int32_t year, int32_t month, int32_t of_month)
{
    ombud_day out = UNTOUCHED;
    assert_int_equal(ombud_day_of(year, month, of_month, &out), OMBUD_OK);
    return out;
}

static ombud_period period(const char *text)
{
    ombud_period out;
    assert_int_equal(ombud_period_parse(text, strlen(text), &out), OMBUD_OK);
    return out;
}

static void assert_day(ombud_day got, const char *expected)
{
    char text[11];
    assert_int_equal(ombud_day_format(got, text, sizeof text), OMBUD_OK);
    assert_string_equal(text, expected);
}

static void assert_sum(const char *start, const char *of, const char *expected)
{
    ombud_day from, to;
    assert_int_equal(ombud_day_parse(start, strlen(start), &from), OMBUD_OK);
    assert_int_equal(ombud_day_add(from, period(of), &to), OMBUD_OK);
    assert_day(to, expected);
}

static void assert_difference(const char *end, const char *of, const char *expected)
{
    ombud_day from, to;
    assert_int_equal(ombud_day_parse(end, strlen(end), &from), OMBUD_OK);
    assert_int_equal(ombud_day_subtract(from, period(of), &to), OMBUD_OK);
    assert_day(to, expected);
}

static void every_day_of_every_year(void **state)
{
    (void)state;
    naive n = naive_first();
    int64_t count = 0;
    for (; n.year <= 9999; naive_next(&n), count++) {
        ombud_day number = UNTOUCHED, parsed = UNTOUCHED;
        int32_t year = 0, month = 0, of_month = 0, weekday = 0;
        char text[11];
        if (ombud_day_of(n.year, n.month, n.day, &number) != OMBUD_OK || number != n.number ||
            ombud_day_civil(n.number, &year, &month, &of_month) != OMBUD_OK || year != n.year || month != n.month ||
            of_month != n.day || ombud_day_weekday(n.number, &weekday) != OMBUD_OK || weekday != n.weekday ||
            ombud_day_format(n.number, text, sizeof text) != OMBUD_OK ||
            ombud_day_parse(text, 10, &parsed) != OMBUD_OK || parsed != n.number) {
            fail_msg("%04d-%02d-%02d", (int)n.year, (int)n.month, (int)n.day);
        }
        if (n.year == 1970 && n.month == 1 && n.day == 1) {
            assert_int_equal(n.number, 0);
            assert_int_equal(n.weekday, 4);
        }
    }
    assert_int_equal(count, OMBUD_DAY_MAX - OMBUD_DAY_MIN + 1);
    assert_int_equal(n.number, OMBUD_DAY_MAX + 1);
}

static void dates_that_do_not_exist(void **state)
{
    (void)state;
    ombud_day out = UNTOUCHED;
    for (int32_t year = 1; year <= 9999; year++) {
        for (int32_t month = 1; month <= 12; month++) {
            if (ombud_day_of(year, month, naive_month_length(year, month) + 1, &out) != OMBUD_E_DATE) {
                fail_msg("%04d-%02d", (int)year, (int)month);
            }
        }
    }
    static const int32_t none[][3] = {
        {0, 12, 31},       {10000, 1, 1},        {-1, 1, 1},           {2026, 0, 1},         {2026, 13, 1},
        {2026, 1, 0},      {2026, 1, -1},        {2026, 1, 32},        {2026, 2, 30},        {INT32_MIN, 1, 1},
        {INT32_MAX, 1, 1}, {2026, INT32_MIN, 1}, {2026, INT32_MAX, 1}, {2026, 1, INT32_MIN}, {2026, 1, INT32_MAX},
    };
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_int_equal(ombud_day_of(none[i][0], none[i][1], none[i][2], &out), OMBUD_E_DATE);
    }
    assert_int_equal(out, UNTOUCHED);
    assert_int_equal(ombud_day_of(2026, 1, 1, NULL), OMBUD_E_ARGUMENT);
}

static const ombud_day outside[] = {INT64_MIN, INT64_MIN + 1,      OMBUD_DAY_MIN - 1,  OMBUD_DAY_MAX + 1,
                                    INT64_MAX, (INT64_C(1) << 32), -(INT64_C(1) << 32)};

static void days_outside_the_range(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        int32_t part = 77;
        char text[11] = "unchanged";
        ombud_day out = UNTOUCHED;
        assert_int_equal(ombud_day_civil(outside[i], &part, &part, &part), OMBUD_E_RANGE);
        assert_int_equal(ombud_day_weekday(outside[i], &part), OMBUD_E_RANGE);
        assert_int_equal(part, 77);
        assert_int_equal(ombud_day_format(outside[i], text, sizeof text), OMBUD_E_RANGE);
        assert_string_equal(text, "unchanged");
        assert_int_equal(ombud_day_add(outside[i], period("P0D"), &out), OMBUD_E_RANGE);
        assert_int_equal(ombud_day_subtract(outside[i], period("P0M"), &out), OMBUD_E_RANGE);
        assert_int_equal(out, UNTOUCHED);
    }
}

static void parts_of_a_date_are_optional(void **state)
{
    (void)state;
    int32_t year = 0, month = 0, of_month = 0;
    ombud_day on = day(2026, 7, 21);
    assert_int_equal(ombud_day_civil(on, &year, NULL, NULL), OMBUD_OK);
    assert_int_equal(ombud_day_civil(on, NULL, &month, NULL), OMBUD_OK);
    assert_int_equal(ombud_day_civil(on, NULL, NULL, &of_month), OMBUD_OK);
    assert_int_equal(ombud_day_civil(on, NULL, NULL, NULL), OMBUD_OK);
    assert_int_equal(year, 2026);
    assert_int_equal(month, 7);
    assert_int_equal(of_month, 21);
}

static void text_that_is_no_date(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        ombud_status status;
    } cases[] = {
        {"", OMBUD_E_SYNTAX},           {"2026-1-01", OMBUD_E_SYNTAX},  {"2026-01-011", OMBUD_E_SYNTAX},
        {"2026/01-01", OMBUD_E_SYNTAX}, {"2026-01/01", OMBUD_E_SYNTAX}, {"2O26-01-01", OMBUD_E_SYNTAX},
        {"2026-a1-01", OMBUD_E_SYNTAX}, {"2026-01-0b", OMBUD_E_SYNTAX}, {"+026-01-01", OMBUD_E_SYNTAX},
        {"2026-01- 1", OMBUD_E_SYNTAX}, {" 2026-01-1", OMBUD_E_SYNTAX}, {"2026-01-1/", OMBUD_E_SYNTAX},
        {"2026-01-1:", OMBUD_E_SYNTAX}, {"-001-01-01", OMBUD_E_SYNTAX}, {"2026-02-30", OMBUD_E_DATE},
        {"0000-01-01", OMBUD_E_DATE},   {"2026-13-01", OMBUD_E_DATE},   {"2026-00-01", OMBUD_E_DATE},
        {"2026-01-00", OMBUD_E_DATE},   {"1900-02-29", OMBUD_E_DATE},   {"2000-02-29", OMBUD_OK},
        {"0001-01-01", OMBUD_OK},       {"9999-12-31", OMBUD_OK},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ombud_day out = UNTOUCHED;
        ombud_status got = ombud_day_parse(cases[i].text, strlen(cases[i].text), &out);
        if (got != cases[i].status || (got != OMBUD_OK) != (out == UNTOUCHED)) {
            fail_msg("%s: %d", cases[i].text, (int)got);
        }
    }
    ombud_day out = UNTOUCHED;
    assert_int_equal(ombud_day_parse("2026-01\0001", 10, &out), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_day_parse("2026-01-01", 9, &out), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_day_parse(NULL, 0, &out), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_day_parse(NULL, 10, &out), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_day_parse("2026-01-01", 10, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(out, UNTOUCHED);
}

static void buffers_that_are_too_short(void **state)
{
    (void)state;
    char text[11] = "unchanged";
    assert_int_equal(ombud_day_format(0, NULL, 11), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_day_format(0, text, 10), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_period_format(period("P1D"), NULL, 8), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_period_format(period("P1D"), text, 7), OMBUD_E_ARGUMENT);
    assert_string_equal(text, "unchanged");
    assert_int_equal(ombud_day_weekday(0, NULL), OMBUD_E_ARGUMENT);
}

static void every_period(void **state)
{
    (void)state;
    for (int32_t unit = OMBUD_UNIT_DAYS; unit <= OMBUD_UNIT_YEARS; unit++) {
        for (int32_t count = 0; count <= 9999; count++) {
            ombud_period from = {count, unit}, to = {-1, -1};
            char text[8];
            assert_int_equal(ombud_period_format(from, text, sizeof text), OMBUD_OK);
            char expected[16];
            snprintf(expected, sizeof expected, "P%d%c", (int)count, "?DWMY"[unit]);
            assert_string_equal(text, expected);
            assert_int_equal(ombud_period_parse(text, strlen(text), &to), OMBUD_OK);
            assert_int_equal(to.count, count);
            assert_int_equal(to.unit, unit);
        }
    }
    char text[8];
    assert_int_equal(ombud_period_format(period("P10Y"), text, sizeof text), OMBUD_OK);
    assert_string_equal(text, "P10Y");
    assert_int_equal(ombud_period_format(period("P007D"), text, sizeof text), OMBUD_OK);
    assert_string_equal(text, "P7D");
    assert_int_equal(ombud_period_format(period("P9999M"), text, sizeof text), OMBUD_OK);
    assert_string_equal(text, "P9999M");
    assert_int_equal(period("P2W").unit, OMBUD_UNIT_WEEKS);
}

static void text_that_is_no_period(void **state)
{
    (void)state;
    static const char *const none[] = {"",        "P",     "PD",  "P1",    "1D",   "p1D",    "P1d",
                                       "P-1D",    "P+1D",  "P1H", "PT1D",  "P1DT", "P 1D",   "P1 D",
                                       "P10000D", "P1Y2M", "D1P", "P1.5M", "PP1D", "P12345D"};
    ombud_period out = {5, 5};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        if (ombud_period_parse(none[i], strlen(none[i]), &out) != OMBUD_E_PERIOD) {
            fail_msg("%s", none[i]);
        }
    }
    assert_int_equal(ombud_period_parse(NULL, 0, &out), OMBUD_E_PERIOD);
    assert_int_equal(ombud_period_parse(NULL, 3, &out), OMBUD_E_ARGUMENT);
    assert_int_equal(out.count, 5);
    assert_int_equal(out.unit, 5);
    assert_int_equal(ombud_period_parse("P1D", 3, NULL), OMBUD_E_ARGUMENT);
}

static void periods_that_are_none(void **state)
{
    (void)state;
    static const ombud_period none[] = {
        {-1, OMBUD_UNIT_DAYS},
        {10000, OMBUD_UNIT_DAYS},
        {INT32_MIN, OMBUD_UNIT_MONTHS},
        {INT32_MAX, OMBUD_UNIT_YEARS},
        {1, OMBUD_UNIT_UNSPECIFIED},
        {1, 5},
        {1, -1},
        {1, INT32_MIN},
        {1, INT32_MAX},
    };
    char text[8] = "same";
    ombud_day out = UNTOUCHED;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_int_equal(ombud_period_format(none[i], text, sizeof text), OMBUD_E_PERIOD);
        assert_int_equal(ombud_day_add(0, none[i], &out), OMBUD_E_PERIOD);
        assert_int_equal(ombud_day_subtract(0, none[i], &out), OMBUD_E_PERIOD);
    }
    assert_string_equal(text, "same");
    assert_int_equal(out, UNTOUCHED);
    assert_int_equal(ombud_day_add(0, period("P1D"), NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_day_subtract(0, period("P1D"), NULL), OMBUD_E_ARGUMENT);
}

static void named_sums(void **state)
{
    (void)state;
    assert_sum("2026-02-01", "P3M", "2026-05-01"); /* three months, not ninety days (2 May) */
    assert_sum("2026-02-01", "P90D", "2026-05-02");
    assert_sum("2025-11-30", "P3M", "2026-02-28");
    assert_sum("2023-11-30", "P3M", "2024-02-29");
    assert_sum("2026-01-31", "P1M", "2026-02-28");
    assert_sum("2026-03-31", "P1M", "2026-04-30");
    assert_sum("2026-12-31", "P2M", "2027-02-28");
    assert_sum("2024-02-29", "P1Y", "2025-02-28");
    assert_sum("2024-02-29", "P4Y", "2028-02-29");
    assert_sum("2024-02-29", "P10Y", "2034-02-28");
    assert_sum("2024-02-29", "P12M", "2025-02-28");
    assert_sum("1896-02-29", "P4Y", "1900-02-28");
    assert_sum("2026-02-28", "P1Y", "2027-02-28"); /* the last day of a month does not stay the last */
    assert_sum("2027-02-28", "P1Y", "2028-02-28");
    assert_sum("2026-07-01", "P10Y", "2036-07-01");
    assert_sum("2026-07-01", "P7D", "2026-07-08"); /* the event's day is not counted */
    assert_sum("2026-12-29", "P1W", "2027-01-05");
    assert_sum("2026-07-01", "P0D", "2026-07-01");
    assert_sum("2026-07-31", "P0W", "2026-07-31");
    assert_sum("2026-07-31", "P0M", "2026-07-31");
    assert_sum("2024-02-29", "P0Y", "2024-02-29");
    assert_sum("0001-01-01", "P9998Y", "9999-01-01");
    assert_sum("0001-12-31", "P9998Y", "9999-12-31");
    assert_sum("9999-11-30", "P1M", "9999-12-30");

    assert_difference("2026-05-01", "P3M", "2026-02-01");
    assert_difference("2026-05-31", "P3M", "2026-02-28");
    assert_difference("2024-05-30", "P3M", "2024-02-29");
    assert_difference("2024-02-29", "P1Y", "2023-02-28");
    assert_difference("2024-02-29", "P4Y", "2020-02-29");
    assert_difference("2026-03-01", "P1D", "2026-02-28");
    assert_difference("2024-03-01", "P1D", "2024-02-29");
    assert_difference("2026-01-05", "P2W", "2025-12-22");
    assert_difference("9999-12-31", "P9998Y", "0001-12-31");
    assert_difference("0001-02-28", "P1M", "0001-01-28");
    assert_difference("2026-01-01", "P0M", "2026-01-01");
}

static void sums_that_leave_the_range(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        const char *period;
        int sign;
    } cases[] = {
        {"9999-12-31", "P1D", 1},     {"9999-12-25", "P1W", 1},     {"9999-12-01", "P1M", 1},
        {"9999-01-01", "P1Y", 1},     {"0001-01-01", "P9999Y", 1},  {"9999-12-31", "P9999Y", 1},
        {"9999-12-31", "P9999M", 1},  {"9999-12-31", "P9999W", 1},  {"0001-01-01", "P1D", -1},
        {"0001-01-07", "P1W", -1},    {"0001-01-31", "P1M", -1},    {"0001-12-31", "P1Y", -1},
        {"0001-01-01", "P9999Y", -1}, {"9999-12-31", "P9999Y", -1}, {"0001-03-01", "P3M", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ombud_day from, out = UNTOUCHED;
        assert_int_equal(ombud_day_parse(cases[i].day, 10, &from), OMBUD_OK);
        ombud_status got = cases[i].sign > 0 ? ombud_day_add(from, period(cases[i].period), &out)
                                             : ombud_day_subtract(from, period(cases[i].period), &out);
        if (got != OMBUD_E_RANGE || out != UNTOUCHED) {
            fail_msg("%s %s: %d", cases[i].day, cases[i].period, (int)got);
        }
    }
    /* The last day within reach of each unit at both ends. */
    assert_sum("9999-12-30", "P1D", "9999-12-31");
    assert_sum("9999-12-24", "P1W", "9999-12-31");
    assert_sum("9999-11-30", "P1M", "9999-12-30");
    assert_difference("0001-01-02", "P1D", "0001-01-01");
    assert_difference("0001-01-08", "P1W", "0001-01-01");
    assert_difference("0001-02-01", "P1M", "0001-01-01");
    assert_difference("0002-01-01", "P1Y", "0001-01-01");
}

/** Each day of 400 years, which is the whole cycle, plus and minus up to 50 months: what the definition says. */
static void every_month_sum_of_a_cycle(void **state)
{
    (void)state;
    naive n = naive_at(1800, 1, 1);
    for (; n.year < 2200; naive_next(&n)) {
        for (int32_t count = 0; count <= 50; count++) {
            ombud_period of = {count, OMBUD_UNIT_MONTHS};
            for (int sign = -1; sign <= 1; sign += 2) {
                int32_t year = n.year, month = n.month, y = 0, m = 0, d = 0;
                for (int32_t i = 0; i < count; i++) {
                    month += sign;
                    if (month == 13 || month == 0) {
                        year += sign;
                        month = month == 13 ? 1 : 12;
                    }
                }
                int32_t last = naive_month_length(year, month);
                ombud_day out = UNTOUCHED;
                ombud_status got =
                    sign > 0 ? ombud_day_add(n.number, of, &out) : ombud_day_subtract(n.number, of, &out);
                if (got != OMBUD_OK || ombud_day_civil(out, &y, &m, &d) != OMBUD_OK || y != year || m != month ||
                    d != (n.day < last ? n.day : last)) {
                    fail_msg("%04d-%02d-%02d, %d months", (int)n.year, (int)n.month, (int)n.day, (int)(sign * count));
                }
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_of_every_year),
        cmocka_unit_test(dates_that_do_not_exist),
        cmocka_unit_test(days_outside_the_range),
        cmocka_unit_test(parts_of_a_date_are_optional),
        cmocka_unit_test(text_that_is_no_date),
        cmocka_unit_test(buffers_that_are_too_short),
        cmocka_unit_test(every_period),
        cmocka_unit_test(text_that_is_no_period),
        cmocka_unit_test(periods_that_are_none),
        cmocka_unit_test(named_sums),
        cmocka_unit_test(sums_that_leave_the_range),
        cmocka_unit_test(every_month_sum_of_a_cycle),
    };
    return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
