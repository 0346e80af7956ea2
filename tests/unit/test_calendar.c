/**
 * Easter by two methods that the library does not use, the holidays of every year, rolls and due days.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "naive.h"
#include "ombud/date.h"

#define UNTOUCHED ((ombud_day)123456789)

static ombud_day day(const char *text)
{
    ombud_day out = UNTOUCHED;
    assert_int_equal(ombud_day_parse(text, strlen(text), &out), OMBUD_OK);
    return out;
}

static ombud_period period(const char *text)
{
    ombud_period out;
    assert_int_equal(ombud_period_parse(text, strlen(text), &out), OMBUD_OK);
    return out;
}

/** Easter by the anonymous algorithm of 1876, as J. Meeus prints it: days after 31 March (negative in March). */
static int32_t easter_by_meeus(int32_t year)
{
    int32_t a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25;
    int32_t g = (b - f + 1) / 3, h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    int32_t l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    int32_t month = (h + l - 7 * m + 114) / 31, of_month = (h + l - 7 * m + 114) % 31 + 1;
    return month == 3 ? of_month - 31 : of_month;
}

/** Whether the epacts rise by one in a century year: eight times in 2500 years, first every 300 years, then after 400.
 */
static int is_lunar_equation(int32_t century_year)
{
    for (int32_t cycle = -700; cycle <= 9300; cycle += 2500) {
        for (int32_t i = 0; i < 8; i++) {
            if (century_year == cycle + 300 * i) {
                return 1;
            }
        }
    }
    return 0;
}

/** The epact of golden number 1 in a century: 1 in 1600 to 1699, and from there century by century. */
static int32_t century_epact(int32_t century_year)
{
    int32_t epact = 1;
    for (int32_t c = 1700; c <= century_year; c += 100) {
        epact += is_lunar_equation(c) - (c % 400 != 0);
    }
    for (int32_t c = 1600; c > century_year; c -= 100) {
        epact -= is_lunar_equation(c) - (c % 400 != 0);
    }
    return epact;
}

/**
 * Easter by the table of epacts: the new moons of the year are the days that bear its epact; the paschal one is the
 * first from 8 March; its fourteenth day is the full moon; the Sunday after it is Easter.
 */
static int32_t easter_by_epacts(int32_t year, int32_t epact_of_century, int32_t weekday_of_8_march)
{
    int32_t golden = year % 19 + 1;
    int32_t epact = ((11 * (golden - 1) + epact_of_century) % 30 + 30) % 30;
    for (int32_t of_march = 8; of_march <= 36; of_march++) {
        /* 8 March bears xxiii, 30 March i, 31 March *, 1 April xxix; 4 April also bears 25 in its second form, which
         * golden numbers above 11 take; 5 April bears xxv and xxiv. */
        int32_t label = of_march <= 30 ? 31 - of_march : of_march == 31 ? 0 : 61 - of_march;
        int new_moon = label == epact;
        if (of_march == 35) {
            new_moon = epact == 26 || (epact == 25 && golden > 11);
        } else if (of_march == 36) {
            new_moon = epact == 25 || epact == 24;
        }
        if (new_moon) {
            int32_t full_moon = of_march + 13;
            int32_t weekday = (weekday_of_8_march - 1 + full_moon - 8) % 7 + 1;
            return full_moon + (weekday == 7 ? 7 : 7 - weekday) - 31;
        }
    }
    fail_msg("no paschal moon in %d", (int)year);
    return 0;
}

static void easter_of_every_year(void **state)
{
    (void)state;
    int32_t years = 0, epact = 0;
    for (naive n = naive_first(); n.year <= 9999; naive_next(&n)) {
        if (n.month == 1 && n.day == 1 && (n.year == 1 || n.year % 100 == 0)) {
            epact = century_epact(n.year / 100 * 100);
        }
        if (n.month != 3 || n.day != 8) {
            continue;
        }
        ombud_day easter = UNTOUCHED;
        int32_t weekday = 0;
        assert_int_equal(ombud_easter(n.year, &easter), OMBUD_OK);
        assert_int_equal(ombud_day_weekday(easter, &weekday), OMBUD_OK);
        assert_int_equal(weekday, 7);
        int64_t end_of_march = n.number + 23;
        if (easter - end_of_march != easter_by_meeus(n.year) ||
            easter - end_of_march != easter_by_epacts(n.year, epact, n.weekday)) {
            fail_msg("%d: %d, Meeus %d, epacts %d after 31 March", (int)n.year, (int)(easter - end_of_march),
                     (int)easter_by_meeus(n.year), (int)easter_by_epacts(n.year, epact, n.weekday));
        }
        years++;
    }
    assert_int_equal(years, 9999);
}

static void known_easters(void **state)
{
    (void)state;
    static const char *const known[] = {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2008-03-23",
                                        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"};
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        int32_t year = 0;
        ombud_day out = UNTOUCHED;
        assert_int_equal(ombud_day_civil(day(known[i]), &year, NULL, NULL), OMBUD_OK);
        assert_int_equal(ombud_easter(year, &out), OMBUD_OK);
        assert_int_equal(out, day(known[i]));
    }
    static const int32_t outside[] = {INT32_MIN, -1, 0, 10000, INT32_MAX};
    ombud_day out = UNTOUCHED;
    for (size_t i = 0; i < sizeof outside / sizeof outside[0]; i++) {
        assert_int_equal(ombud_easter(outside[i], &out), OMBUD_E_RANGE);
    }
    assert_int_equal(out, UNTOUCHED);
    assert_int_equal(ombud_easter(2026, NULL), OMBUD_E_ARGUMENT);
}

static ombud_holiday expected_holiday(const naive *n, int64_t easter)
{
    static const int32_t fixed[][3] = {
        {1, 1, OMBUD_HOLIDAY_NEW_YEAR},    {5, 1, OMBUD_HOLIDAY_LABOUR_DAY},  {7, 21, OMBUD_HOLIDAY_NATIONAL_DAY},
        {8, 15, OMBUD_HOLIDAY_ASSUMPTION}, {11, 1, OMBUD_HOLIDAY_ALL_SAINTS}, {11, 11, OMBUD_HOLIDAY_ARMISTICE},
        {12, 25, OMBUD_HOLIDAY_CHRISTMAS},
    };
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        if (n->month == fixed[i][0] && n->day == fixed[i][1]) {
            return fixed[i][2];
        }
    }
    return n->number == easter + 1    ? OMBUD_HOLIDAY_EASTER_MONDAY
           : n->number == easter + 39 ? OMBUD_HOLIDAY_ASCENSION
           : n->number == easter + 50 ? OMBUD_HOLIDAY_WHIT_MONDAY
           : n->weekday == 6          ? OMBUD_HOLIDAY_SATURDAY
           : n->weekday == 7          ? OMBUD_HOLIDAY_SUNDAY
                                      : OMBUD_HOLIDAY_NONE;
}

static void every_day_from_1974(void **state)
{
    (void)state;
    int64_t easter = 0, days = 0;
    int32_t legal = 0, coincidences = 0;
    for (naive n = naive_at(1974, 1, 1); n.year <= 9999; naive_next(&n), days++) {
        if (n.month == 1 && n.day == 1) {
            int64_t end_of_march = n.number + 30 + naive_month_length(n.year, 2) + 31;
            easter = end_of_march + easter_by_meeus(n.year);
            legal = 0;
        }
        ombud_holiday got = -1, expected = expected_holiday(&n, easter);
        if (ombud_day_holiday(n.number, NULL, 0, &got) != OMBUD_OK || got != expected) {
            fail_msg("%04d-%02d-%02d: %d", (int)n.year, (int)n.month, (int)n.day, (int)got);
        }
        legal += got >= OMBUD_HOLIDAY_NEW_YEAR && got <= OMBUD_HOLIDAY_CHRISTMAS;
        if (n.month == 12 && n.day == 31) {
            /* Ten holidays a year; nine days where Ascension falls on 1 May. */
            int one_less = legal == 9 && easter + 39 == n.number - 244;
            assert_true(legal == 10 || one_less);
            coincidences += one_less;
        }
    }
    assert_int_equal(days, OMBUD_DAY_MAX - day("1974-01-01") + 1);
    assert_true(coincidences > 0);
}

static void names_of_holidays(void **state)
{
    (void)state;
    static const char *const names[] = {"none",        "new_year",     "easter_monday", "labour_day", "ascension",
                                        "whit_monday", "national_day", "assumption",    "all_saints", "armistice",
                                        "christmas",   "saturday",     "sunday",        "host"};
    for (int32_t i = 0; i <= OMBUD_HOLIDAY_HOST; i++) {
        assert_string_equal(ombud_holiday_name(i), names[i]);
    }
    assert_string_equal(ombud_holiday_name(-1), "?");
    assert_string_equal(ombud_holiday_name(OMBUD_HOLIDAY_HOST + 1), "?");
    assert_string_equal(ombud_holiday_name(INT32_MIN), "?");
    assert_string_equal(ombud_holiday_name(INT32_MAX), "?");
}

static void assert_holiday(const char *on, const ombud_day *host_days, size_t count, ombud_holiday expected)
{
    ombud_holiday got = -1;
    assert_int_equal(ombud_day_holiday(day(on), host_days, count, &got), OMBUD_OK);
    assert_int_equal(got, expected);
}

static void holidays_of_a_host(void **state)
{
    (void)state;
    const ombud_day host[] = {day("1960-01-04"), day("2026-05-15"), day("2026-05-16"), day("2026-07-21"),
                              day("2026-12-24")};
    for (size_t count = 2; count <= 5; count++) {
        assert_holiday("2026-05-14", host, count, OMBUD_HOLIDAY_ASCENSION);
        assert_holiday("2026-05-15", host, count, OMBUD_HOLIDAY_HOST);
        assert_holiday("2026-05-16", host, count, OMBUD_HOLIDAY_SATURDAY);     /* the weekend before the host's days */
        assert_holiday("2026-07-21", host, count, OMBUD_HOLIDAY_NATIONAL_DAY); /* a legal holiday before both */
        assert_holiday("2026-12-24", host, count, count == 5 ? OMBUD_HOLIDAY_HOST : OMBUD_HOLIDAY_NONE);
        assert_holiday("2026-12-28", host, count, OMBUD_HOLIDAY_NONE);
    }
    assert_holiday("2026-05-15", NULL, 0, OMBUD_HOLIDAY_NONE);
    assert_holiday("2026-08-15", NULL, 0, OMBUD_HOLIDAY_ASSUMPTION); /* on a Saturday */
    assert_holiday("2008-05-01", NULL, 0, OMBUD_HOLIDAY_LABOUR_DAY); /* also Ascension */
}

static void refuse_holiday(ombud_day on, const ombud_day *host_days, size_t count, ombud_status expected)
{
    ombud_holiday holiday = 99;
    ombud_day rolled = UNTOUCHED;
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    steps.due = UNTOUCHED;
    assert_int_equal(ombud_day_holiday(on, host_days, count, &holiday), expected);
    assert_int_equal(ombud_day_roll(on, OMBUD_ROLL_NEXT_WORKING_DAY, host_days, count, &rolled), expected);
    assert_int_equal(ombud_due(on, period("P0D"), OMBUD_ROLL_NEXT_WORKING_DAY, host_days, count, &steps), expected);
    assert_int_equal(holiday, 99);
    assert_int_equal(rolled, UNTOUCHED);
    assert_int_equal(steps.due, UNTOUCHED);
}

static void calendars_that_are_none(void **state)
{
    (void)state;
    const ombud_day twice[] = {20000, 20000}, descending[] = {20001, 20000}, early[] = {OMBUD_DAY_MIN - 1},
                    late[] = {OMBUD_DAY_MAX + 1}, least[] = {INT64_MIN}, most[] = {INT64_MAX},
                    most_twice[] = {OMBUD_DAY_MAX, OMBUD_DAY_MAX};
    ombud_day on = day("2026-07-01");
    refuse_holiday(on, twice, 2, OMBUD_E_CALENDAR);
    refuse_holiday(on, descending, 2, OMBUD_E_CALENDAR);
    refuse_holiday(on, early, 1, OMBUD_E_CALENDAR);
    refuse_holiday(on, late, 1, OMBUD_E_CALENDAR);
    refuse_holiday(on, least, 1, OMBUD_E_CALENDAR);
    refuse_holiday(on, most, 1, OMBUD_E_CALENDAR);
    refuse_holiday(on, most_twice, 2, OMBUD_E_CALENDAR);
    refuse_holiday(on, NULL, 1, OMBUD_E_ARGUMENT);
    refuse_holiday(day("1973-12-31"), NULL, 0, OMBUD_E_CALENDAR);
    refuse_holiday(OMBUD_DAY_MIN, NULL, 0, OMBUD_E_CALENDAR);
    refuse_holiday(OMBUD_DAY_MIN - 1, NULL, 0, OMBUD_E_RANGE);
    refuse_holiday(OMBUD_DAY_MAX + 1, NULL, 0, OMBUD_E_RANGE);
    refuse_holiday(INT64_MIN, NULL, 0, OMBUD_E_RANGE);
    refuse_holiday(INT64_MAX, NULL, 0, OMBUD_E_RANGE);
    assert_int_equal(ombud_day_holiday(on, NULL, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_day_roll(on, OMBUD_ROLL_NONE, NULL, 0, NULL), OMBUD_E_ARGUMENT);
}

static void assert_roll(const char *on, ombud_roll roll, const ombud_day *host_days, size_t count, const char *expected)
{
    ombud_day out = UNTOUCHED;
    assert_int_equal(ombud_day_roll(day(on), roll, host_days, count, &out), OMBUD_OK);
    assert_int_equal(out, day(expected));
}

static void rolls(void **state)
{
    (void)state;
    const ombud_roll next = OMBUD_ROLL_NEXT_WORKING_DAY, previous = OMBUD_ROLL_PREVIOUS_WORKING_DAY;
    assert_roll("2026-04-02", next, NULL, 0, "2026-04-02");
    assert_roll("2026-04-03", next, NULL, 0, "2026-04-03"); /* Good Friday is a working day in Belgium */
    assert_roll("2026-04-04", next, NULL, 0, "2026-04-07");
    assert_roll("2026-04-05", next, NULL, 0, "2026-04-07");
    assert_roll("2026-04-06", next, NULL, 0, "2026-04-07");
    assert_roll("2026-04-04", previous, NULL, 0, "2026-04-03");
    assert_roll("2026-04-05", previous, NULL, 0, "2026-04-03");
    assert_roll("2026-04-06", previous, NULL, 0, "2026-04-03");
    assert_roll("2026-04-06", OMBUD_ROLL_NONE, NULL, 0, "2026-04-06");
    assert_roll("2022-12-31", next, NULL, 0, "2023-01-02");
    const ombud_day bridge[] = {day("2026-04-07"), day("2026-04-08")};
    assert_roll("2026-04-04", next, bridge, 2, "2026-04-09");
    assert_roll("2026-04-08", previous, bridge, 2, "2026-04-03");
    assert_roll("1974-01-01", next, NULL, 0, "1974-01-02");
    assert_roll("1950-01-01", OMBUD_ROLL_NONE, NULL, 0, "1950-01-01"); /* nothing is asked of the calendar */
    assert_roll("9999-12-31", next, NULL, 0, "9999-12-31");

    ombud_day out = UNTOUCHED;
    const ombud_day last[] = {OMBUD_DAY_MAX};
    assert_int_equal(ombud_day_roll(OMBUD_DAY_MAX, next, last, 1, &out), OMBUD_E_RANGE);
    assert_int_equal(ombud_day_roll(day("1974-01-01"), previous, NULL, 0, &out), OMBUD_E_CALENDAR);
    assert_int_equal(ombud_day_roll(0, OMBUD_ROLL_NONE, NULL, 1, &out), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_day_roll(OMBUD_DAY_MAX + 1, OMBUD_ROLL_NONE, NULL, 0, &out), OMBUD_E_RANGE);
    static const ombud_roll unknown[] = {-1, 3, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
        assert_int_equal(ombud_day_roll(day("2026-04-04"), unknown[i], NULL, 0, &out), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_due(day("2026-04-04"), period("P1D"), unknown[i], NULL, 0, &steps), OMBUD_E_ARGUMENT);
    }
    assert_int_equal(out, UNTOUCHED);
}

/** Over all days from 1974: a roll ends on a working day, passes none, and stays where it is on one. */
static void every_roll(void **state)
{
    (void)state;
    ombud_day last_working = 0;
    int32_t longest = 0;
    for (ombud_day on = day("1974-01-02"); on <= OMBUD_DAY_MAX; on++) {
        ombud_holiday holiday = -1;
        ombud_day previous = UNTOUCHED, next = UNTOUCHED;
        assert_int_equal(ombud_day_holiday(on, NULL, 0, &holiday), OMBUD_OK);
        assert_int_equal(ombud_day_roll(on, OMBUD_ROLL_PREVIOUS_WORKING_DAY, NULL, 0, &previous), OMBUD_OK);
        if (holiday == OMBUD_HOLIDAY_NONE) {
            for (ombud_day off = last_working + 1; last_working != 0 && off <= on; off++) {
                assert_int_equal(ombud_day_roll(off, OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0, &next), OMBUD_OK);
                assert_int_equal(next, on);
            }
            last_working = on;
        }
        assert_int_equal(previous, last_working);
        longest = on - last_working > longest ? (int32_t)(on - last_working) : longest;
    }
    assert_int_equal(longest, 4); /* Ascension on 30 April, Labour Day, a weekend; first in 2285 */
}

static ombud_due_steps due(const char *start, const char *of, ombud_roll roll, const ombud_day *host, size_t count)
{
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    assert_int_equal(ombud_due(day(start), period(of), roll, host, count, &steps), OMBUD_OK);
    assert_int_equal(steps.struct_size, sizeof steps);
    assert_int_equal(steps.start, day(start));
    assert_int_equal(steps.period.count, period(of).count);
    assert_int_equal(steps.period.unit, period(of).unit);
    assert_int_equal(steps.roll, roll);
    assert_int_equal(steps.due - steps.unrolled, steps.rolled_days);
    return steps;
}

static void due_days(void **state)
{
    (void)state;
    /* Good Friday + P1D: the Saturday before Easter rolls over Easter Monday; the reason named is the Saturday. */
    ombud_due_steps s = due("2026-04-03", "P1D", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0);
    assert_int_equal(s.unrolled, day("2026-04-04"));
    assert_int_equal(s.due, day("2026-04-07"));
    assert_int_equal(s.rolled_days, 3);
    assert_int_equal(s.because, OMBUD_HOLIDAY_SATURDAY);
    assert_int_equal(s.month_end, 0);

    s = due("2026-01-06", "P3M", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0);
    assert_int_equal(s.unrolled, day("2026-04-06"));
    assert_int_equal(s.due, day("2026-04-07"));
    assert_int_equal(s.because, OMBUD_HOLIDAY_EASTER_MONDAY);

    s = due("2026-01-06", "P3M", OMBUD_ROLL_PREVIOUS_WORKING_DAY, NULL, 0);
    assert_int_equal(s.due, day("2026-04-03"));
    assert_int_equal(s.rolled_days, -3);
    assert_int_equal(s.because, OMBUD_HOLIDAY_EASTER_MONDAY);

    s = due("2026-01-06", "P3M", OMBUD_ROLL_NONE, NULL, 0);
    assert_int_equal(s.due, day("2026-04-06"));
    assert_int_equal(s.rolled_days, 0);
    assert_int_equal(s.because, OMBUD_HOLIDAY_NONE);

    s = due("2026-02-01", "P3M", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0); /* Labour Day, a Friday */
    assert_int_equal(s.unrolled, day("2026-05-01"));
    assert_int_equal(s.due, day("2026-05-04"));
    assert_int_equal(s.because, OMBUD_HOLIDAY_LABOUR_DAY);

    s = due("2025-11-30", "P3M", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0); /* no 30 February; the 28th is a Saturday */
    assert_int_equal(s.unrolled, day("2026-02-28"));
    assert_int_equal(s.due, day("2026-03-02"));
    assert_int_equal(s.month_end, 1);
    assert_int_equal(s.because, OMBUD_HOLIDAY_SATURDAY);

    s = due("2024-02-29", "P10Y", OMBUD_ROLL_NONE, NULL, 0);
    assert_int_equal(s.due, day("2034-02-28"));
    assert_int_equal(s.month_end, 1);

    s = due("2023-11-29", "P3M", OMBUD_ROLL_NONE, NULL, 0); /* the 29th exists: no month end was taken */
    assert_int_equal(s.due, day("2024-02-29"));
    assert_int_equal(s.month_end, 0);

    s = due("2026-03-30", "P1M", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0);
    assert_int_equal(s.due, day("2026-04-30"));
    assert_int_equal(s.month_end, 0);
    assert_int_equal(s.because, OMBUD_HOLIDAY_NONE);

    const ombud_day host[] = {day("2026-07-08")};
    s = due("2026-07-01", "P7D", OMBUD_ROLL_NEXT_WORKING_DAY, host, 1);
    assert_int_equal(s.due, day("2026-07-09"));
    assert_int_equal(s.because, OMBUD_HOLIDAY_HOST);

    s = due("1960-01-01", "P1M", OMBUD_ROLL_NONE, host, 1); /* no roll: the calendar of 1960 is not asked */
    assert_int_equal(s.due, day("1960-02-01"));
    s = due("1973-12-01", "P2M", OMBUD_ROLL_NEXT_WORKING_DAY, NULL, 0); /* only the last day must be known */
    assert_int_equal(s.due, day("1974-02-01"));
}

static void due_days_that_are_refused(void **state)
{
    (void)state;
    ombud_due_steps s = OMBUD_DUE_STEPS_INIT;
    s.due = UNTOUCHED;
    const ombud_roll next = OMBUD_ROLL_NEXT_WORKING_DAY;
    const ombud_day descending[] = {2, 1}, last[] = {OMBUD_DAY_MAX};
    const ombud_period none = {1, 9}, negative = {-1, OMBUD_UNIT_DAYS};
    assert_int_equal(ombud_due(0, period("P1D"), next, NULL, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_due(0, period("P1D"), next, NULL, 1, &s), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_due(0, none, next, NULL, 0, &s), OMBUD_E_PERIOD);
    assert_int_equal(ombud_due(0, negative, next, NULL, 0, &s), OMBUD_E_PERIOD);
    assert_int_equal(ombud_due(0, period("P1D"), next, descending, 2, &s), OMBUD_E_CALENDAR);
    assert_int_equal(ombud_due(0, period("P1D"), OMBUD_ROLL_NONE, descending, 2, &s), OMBUD_E_CALENDAR);
    assert_int_equal(ombud_due(0, period("P1D"), next, NULL, 0, &s), OMBUD_E_CALENDAR); /* 1970 */
    assert_int_equal(ombud_due(OMBUD_DAY_MAX, period("P1D"), next, NULL, 0, &s), OMBUD_E_RANGE);
    assert_int_equal(ombud_due(OMBUD_DAY_MAX, period("P0D"), next, last, 1, &s), OMBUD_E_RANGE);
    assert_int_equal(ombud_due(OMBUD_DAY_MIN - 1, period("P1D"), OMBUD_ROLL_NONE, NULL, 0, &s), OMBUD_E_RANGE);
    assert_int_equal(ombud_due(day("1974-01-01"), period("P0D"), OMBUD_ROLL_PREVIOUS_WORKING_DAY, NULL, 0, &s),
                     OMBUD_E_CALENDAR);
    s.struct_size = 0;
    assert_int_equal(ombud_due(day("2026-01-01"), period("P1D"), next, NULL, 0, &s), OMBUD_E_ARGUMENT);
    s.struct_size = (uint32_t)(offsetof(ombud_due_steps, because) + sizeof s.because - 1);
    assert_int_equal(ombud_due(day("2026-01-01"), period("P1D"), next, NULL, 0, &s), OMBUD_E_ARGUMENT);
    assert_int_equal(s.due, UNTOUCHED);
}

/** A caller of a later version: the library writes what it knows and leaves the rest. */
static void a_longer_struct(void **state)
{
    (void)state;
    struct {
        ombud_due_steps known;
        int64_t later;
    } s = {OMBUD_DUE_STEPS_INIT, 42};
    s.known.struct_size = sizeof s;
    assert_int_equal(ombud_due(day("2026-02-01"), period("P3M"), OMBUD_ROLL_NONE, NULL, 0, &s.known), OMBUD_OK);
    assert_int_equal(s.known.due, day("2026-05-01"));
    assert_int_equal(s.known.struct_size, sizeof s);
    assert_int_equal(s.later, 42);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(easter_of_every_year),
        cmocka_unit_test(known_easters),
        cmocka_unit_test(every_day_from_1974),
        cmocka_unit_test(names_of_holidays),
        cmocka_unit_test(holidays_of_a_host),
        cmocka_unit_test(calendars_that_are_none),
        cmocka_unit_test(rolls),
        cmocka_unit_test(every_roll),
        cmocka_unit_test(due_days),
        cmocka_unit_test(due_days_that_are_refused),
        cmocka_unit_test(a_longer_struct),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
