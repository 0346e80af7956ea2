/**
 * The day in Brussels, around midnight of every day and around every change of time from 1996 to 9999.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "naive.h"
#include "ombud/date.h"

#define UNTOUCHED ((ombud_day)123456789)
#define HOUR INT64_C(3600)
#define DAY INT64_C(86400)

static void check(const naive *n, int64_t seconds, int64_t expected)
{
    ombud_day got = UNTOUCHED;
    if (ombud_brussels_day(seconds, &got) != OMBUD_OK || got != expected) {
        fail_msg("%04d-%02d-%02d UTC, second %lld of the day", (int)n->year, (int)n->month, (int)n->day,
                 (long long)(seconds - n->number * DAY));
    }
}

static void every_midnight_and_change(void **state)
{
    (void)state;
    int summer = 0;
    int32_t changes = 0;
    for (naive n = naive_at(1996, 1, 1); n.year <= 9999; naive_next(&n)) {
        int64_t start = n.number * DAY;
        check(&n, start, n.number);
        if (n.weekday == 7 && n.day >= 25 && (n.month == 3 || n.month == 10)) {
            /* The local day does not change at either change, at 02:00 or 03:00 local time. */
            check(&n, start + HOUR - 1, n.number);
            check(&n, start + HOUR, n.number);
            check(&n, start + 2 * HOUR, n.number);
            summer = n.month == 3;
            changes++;
        }
        /* Midnight in Brussels is 22:00 UTC in summer, 23:00 in winter; the first day of each is that of the change. */
        int64_t midnight = start + (summer ? 22 : 23) * HOUR;
        check(&n, midnight - 1, n.number);
        if (n.number < OMBUD_DAY_MAX) {
            check(&n, midnight, n.number + 1);
            check(&n, start + DAY - 1, n.number + 1);
        }
    }
    assert_int_equal(changes, 2 * (9999 - 1996 + 1));
}

static void known_instants(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        const char *day;
    } known[] = {
        {INT64_C(820450800), "1996-01-01"}, /* 1995-12-31T23:00:00Z */
        {INT64_C(828230400), "1996-03-31"}, /* 1996-03-31T00:00:00Z */
        {INT64_C(828309599), "1996-03-31"}, /* 1996-03-31T21:59:59Z, the first day of summer time */
        {INT64_C(828309600), "1996-04-01"},
        {INT64_C(846367199), "1996-10-26"}, /* 1996-10-26T21:59:59Z, still summer time: October, no longer September */
        {INT64_C(846367200), "1996-10-27"},
        {INT64_C(846453600), "1996-10-27"}, /* 1996-10-27T22:00:00Z, now winter */
        {INT64_C(846457200), "1996-10-28"},
        {INT64_C(1782856800), "2026-07-01"}, /* 2026-06-30T22:00:00Z */
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        ombud_day expected = UNTOUCHED, got = UNTOUCHED;
        assert_int_equal(ombud_day_parse(known[i].day, 10, &expected), OMBUD_OK);
        assert_int_equal(ombud_brussels_day(known[i].seconds, &got), OMBUD_OK);
        assert_int_equal(got, expected);
    }
}

static void instants_outside_the_range(void **state)
{
    (void)state;
    ombud_day first = UNTOUCHED, got = UNTOUCHED;
    assert_int_equal(ombud_day_of(1996, 1, 1, &first), OMBUD_OK);
    int64_t begin = first * DAY - HOUR, end = (OMBUD_DAY_MAX + 1) * DAY - HOUR;
    assert_int_equal(ombud_brussels_day(begin - 1, &got), OMBUD_E_RANGE);
    assert_int_equal(ombud_brussels_day(end, &got), OMBUD_E_RANGE);
    assert_int_equal(ombud_brussels_day(0, &got), OMBUD_E_RANGE);
    assert_int_equal(ombud_brussels_day(INT64_MIN, &got), OMBUD_E_RANGE);
    assert_int_equal(ombud_brussels_day(INT64_MAX, &got), OMBUD_E_RANGE);
    assert_int_equal(ombud_brussels_day(begin, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(got, UNTOUCHED);
    assert_int_equal(ombud_brussels_day(begin, &got), OMBUD_OK);
    assert_int_equal(got, first);
    assert_int_equal(ombud_brussels_day(end - 1, &got), OMBUD_OK);
    assert_int_equal(got, OMBUD_DAY_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_midnight_and_change),
        cmocka_unit_test(known_instants),
        cmocka_unit_test(instants_outside_the_range),
    };
    return cmocka_run_group_tests_name("brussels", tests, NULL, NULL);
}
