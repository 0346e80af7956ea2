/**
 * A due day with the steps to it.
 */
#include "calendar.h"
#include "civil.h"
#include "sized.h"

ombud_status ombud_due(ombud_day start, ombud_period period, ombud_roll roll, const ombud_day *host_days,
                       size_t host_count, ombud_due_steps *out)
{
    if (!out || out->struct_size < OMBUD__END_OF(ombud_due_steps, because) || !ombud__roll_is_valid(roll))
        return OMBUD_E_ARGUMENT;
    if (!ombud__period_is_valid(period))
        return OMBUD_E_PERIOD;
    if (host_days || host_count != 0) {
        ombud_status status = ombud__host_days_check(host_days, host_count);
        if (status != OMBUD_OK)
            return status;
    }
    if (!ombud__day_in_range(start))
        return OMBUD_E_RANGE;
    int32_t month_end;
    int32_t last = ombud__day_step((int32_t)start, period.count, period.unit, &month_end);
    if (last == OMBUD__NO_DAY)
        return OMBUD_E_RANGE;
    int32_t due = last;
    ombud_holiday because = OMBUD_HOLIDAY_NONE;
    if (roll != OMBUD_ROLL_NONE) {
        ombud_status status = ombud__roll(last, roll, host_days, host_count, &due, &because);
        if (status != OMBUD_OK)
            return status;
    }
    /* Every struct that is long enough has all fields of version 1; written in place, because a copy would cost as much
     * as the date. A field of a later version is written only if struct_size covers it. */
    out->start = start;
    out->unrolled = last;
    out->due = due;
    out->period = period;
    out->month_end = month_end;
    out->roll = roll;
    out->rolled_days = due - last;
    out->because = because;
    return OMBUD_OK;
}
