/**
 * The civil day in Brussels of an instant.
 *
 * Central European Time is one hour ahead of UTC. Since 1996 summer time, one hour more, runs in every Member State
 * from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October (directive 94/21/EC for 1996
 * and 1997, directive 97/44/EC for 1998 to 2001, directive 2000/84/EC without end). Before 1996 it ended in September.
 */
#include "ombud/date.h"

#include "civil.h"

#define HOUR INT64_C(3600)
#define DAY INT64_C(86400)

/** 1996-01-01 is day 9496. */
#define FIRST_INSTANT (9496 * DAY - HOUR)
#define LAST_INSTANT ((OMBUD_DAY_MAX + 1) * DAY - HOUR - 1)

/** 01:00 UTC on the last Sunday of a month of 31 days. */
static int64_t change(int32_t year, int32_t month)
{
    int32_t last = ombud__day_of_civil(year, month, 31);
    return (last - ombud__weekday(last) % 7) * DAY + HOUR;
}

ombud_status ombud_brussels_day(int64_t utc_seconds, ombud_day *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (utc_seconds < FIRST_INSTANT || utc_seconds > LAST_INSTANT)
        return OMBUD_E_RANGE;
    /* The year in UTC differs from that in Brussels for an hour of winter only, when both changes are far. */
    int32_t year = ombud__civil_of((int32_t)(utc_seconds / DAY)).year;
    int summer = utc_seconds >= change(year, 3) && utc_seconds < change(year, 10);
    *out = (utc_seconds + HOUR + summer * HOUR) / DAY;
    return OMBUD_OK;
}
