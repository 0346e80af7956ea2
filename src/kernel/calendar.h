/**
 * Working days on 32-bit day numbers: what the fold needs of the calendar, less the caller's checks.
 */
#ifndef OMBUD__CALENDAR_H
#define OMBUD__CALENDAR_H

#include "ombud/date.h"

static inline int ombud__roll_is_valid(ombud_roll roll)
{
    return (uint32_t)roll <= (uint32_t)OMBUD_ROLL_PREVIOUS_WORKING_DAY;
}

/** Why a day of 1974 to 9999 is no working day, but for the days of a host. */
ombud_holiday ombud__holiday(int32_t day);

/** OMBUD_E_ARGUMENT for NULL with a count; OMBUD_E_CALENDAR if the days do not ascend or leave the years 1 to 9999. */
ombud_status ombud__host_days_check(const ombud_day *host_days, size_t host_count);

/**
 * Rolls a day in range over a checked host calendar; `because` is why the day itself was no working day.
 * OMBUD_E_CALENDAR if a day before 1974 is met, OMBUD_E_RANGE if the roll leaves the years 1 to 9999; it then writes
 * nothing.
 */
ombud_status ombud__roll(int32_t day, ombud_roll roll, const ombud_day *host_days, size_t host_count, int32_t *to,
                         ombud_holiday *because);

/** Easter Sunday of a year from 1 to 9999. */
int32_t ombud__easter(int32_t year);

#endif
