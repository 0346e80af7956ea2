/**
 * Civil dates on 32-bit day numbers, without checks: what the fold calls for every due day.
 *
 * Every function here takes days between OMBUD_DAY_MIN and OMBUD_DAY_MAX and periods that ombud_period allows; the
 * public functions of date.h check, then call these. The year is counted from 1 March, so that the leap day is the last
 * of its year and a month's first day is a linear function of its number. The divisions are the Euclidean affine
 * functions of C. Neri and L. Schneider, "Euclidean affine functions and their application to calendar algorithms",
 * Software: Practice and Experience 53 (2023); each holds over the whole range of years, as the unit
 * tests show day by day.
 */
#ifndef OMBUD__CIVIL_H
#define OMBUD__CIVIL_H

#include "ombud/date.h"

/** What ombud__day_plus() answers when the day would leave the years 1 to 9999. */
#define OMBUD__NO_DAY INT32_MAX

/** Days from 0000-03-01 to 1970-01-01. */
#define OMBUD__MARCH_ZERO 719468

/** Months from March of year 0 to January of year 1, and to December of year 9999. */
#define OMBUD__MONTH_MIN 10
#define OMBUD__MONTH_MAX (9999 * 12 + 9)

/** A date in years that begin on 1 March. Months are 0 (March) to 11 (February), days 0 to 30. */
typedef struct ombud__march {
    uint32_t year;
    uint32_t month;
    uint32_t day;
} ombud__march;

/** A civil date as it is written. */
typedef struct ombud__civil {
    int32_t year;
    int32_t month;
    int32_t day;
} ombud__civil;

static inline int ombud__day_in_range(int64_t day)
{
    return (uint64_t)day - (uint64_t)OMBUD_DAY_MIN <= (uint64_t)(OMBUD_DAY_MAX - OMBUD_DAY_MIN);
}

static inline int ombud__period_is_valid(ombud_period period)
{
    return (uint32_t)period.count <= 9999u && (uint32_t)period.unit - 1u < 4u;
}

/** A year is leap if 4 divides it and, where 25 divides it too, 16 does: 4, 100 and 400, cheaper. */
static inline uint32_t ombud__is_leap(uint32_t year)
{
    return (year & (year % 25 == 0 ? 15u : 3u)) == 0;
}

/** The number of days of a month; months of 31 days are the bits of the constant. */
static inline uint32_t ombud__march_month_length(uint32_t year, uint32_t month)
{
    return month == 11 ? 28 + ombud__is_leap(year + 1) : 30 + (0x6b5u >> month & 1u);
}

static inline ombud__march ombud__march_of(int32_t day)
{
    uint32_t quarters = 4 * (uint32_t)(day + OMBUD__MARCH_ZERO) + 3;
    uint32_t century = quarters / 146097;
    uint32_t in_century = quarters % 146097 | 3;
    uint64_t product = (uint64_t)2939745 * in_century;
    uint32_t in_year = (uint32_t)product / 2939745 / 4;
    uint32_t line = 2141 * in_year + 1305;
    ombud__march m = {100 * century + (uint32_t)(product >> 32), line >> 16, (line & 0xffff) / 2141};
    return m;
}

static inline int32_t ombud__day_of_march(ombud__march m)
{
    uint32_t century = m.year / 100;
    uint32_t days = m.year * 1461 / 4 - century + century / 4 + (979 * m.month + 18) / 32 + m.day;
    return (int32_t)days - OMBUD__MARCH_ZERO;
}

static inline ombud__civil ombud__civil_of(int32_t day)
{
    ombud__march m = ombud__march_of(day);
    int32_t next = m.month >= 10;
    ombud__civil c = {(int32_t)m.year + next, (int32_t)m.month + 3 - 12 * next, (int32_t)m.day + 1};
    return c;
}

static inline int32_t ombud__day_of_civil(int32_t year, int32_t month, int32_t day)
{
    int32_t before = month <= 2;
    ombud__march m = {(uint32_t)(year - before), (uint32_t)(month - 3 + 12 * before), (uint32_t)(day - 1)};
    return ombud__day_of_march(m);
}

/** 1 is Monday, 7 Sunday; 0001-01-01 was a Monday. */
static inline int32_t ombud__weekday(int32_t day)
{
    return (int32_t)((uint32_t)(day - (int32_t)OMBUD_DAY_MIN) % 7) + 1;
}

/** Whether a period of the unit is a number of days, whatever the month. */
static inline int ombud__unit_is_days(int32_t unit)
{
    return unit <= OMBUD_UNIT_WEEKS;
}

/**
 * A day plus a count of units, the count being of either sign; sets `month_end` to 1 if the month had no such day and
 * its last one was taken, else to 0. OMBUD__NO_DAY if the result leaves the years 1 to 9999.
 */
static inline int32_t ombud__day_step(int32_t day, int32_t count, int32_t unit, int32_t *month_end)
{
    *month_end = 0;
    if (ombud__unit_is_days(unit)) {
        int32_t to = day + count * (unit == OMBUD_UNIT_WEEKS ? 7 : 1);
        return ombud__day_in_range(to) ? to : OMBUD__NO_DAY;
    }
    ombud__march m = ombud__march_of(day);
    uint32_t months = m.year * 12 + m.month + (uint32_t)(count * (unit == OMBUD_UNIT_YEARS ? 12 : 1));
    if (months - OMBUD__MONTH_MIN > OMBUD__MONTH_MAX - OMBUD__MONTH_MIN)
        return OMBUD__NO_DAY;
    m.year = months / 12;
    m.month = months % 12;
    if (m.day >= 28) {
        uint32_t last = ombud__march_month_length(m.year, m.month) - 1;
        *month_end = m.day > last;
        m.day = m.day > last ? last : m.day;
    }
    return ombud__day_of_march(m);
}

static inline int32_t ombud__day_plus(int32_t day, int32_t count, int32_t unit)
{
    int32_t month_end;
    return ombud__day_step(day, count, unit, &month_end);
}

#endif
