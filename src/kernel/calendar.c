/**
 * Working days: Easter, the ten Belgian legal holidays, the weekend and the days of a host.
 *
 * The ten holidays are those that the royal decree of 18 April 1974 names under the act of 4 January 1974. Three of
 * them follow Easter; two of these are Mondays and one is a Thursday, so that Easter is computed for few days only.
 */
#include "calendar.h"

#include "civil.h"

/** Names by number; an array of arrays, so that it needs no relocation. */
static const char holiday_names[][14] = {
    "none",       "new_year",   "easter_monday", "labour_day", "ascension", "whit_monday", "national_day",
    "assumption", "all_saints", "armistice",     "christmas",  "saturday",  "sunday",      "host",
};

const char *ombud_holiday_name(ombud_holiday holiday)
{
    return holiday >= OMBUD_HOLIDAY_NONE && holiday <= OMBUD_HOLIDAY_HOST ? holiday_names[holiday] : "?";
}

int32_t ombud__easter(int32_t year)
{
    /* The age of the moon on 21 March gives the paschal full moon, `moon` days later; the Gregorian calendar takes away
     * a day where the moon's cycle would otherwise fall on a 29th or twice on a 28th (Clavius, Romani calendarii
     * explicatio, 1603; the closed form is J.-M. Oudin's, 1940). Easter is the first Sunday after it. */
    int32_t golden = year % 19;
    int32_t century = year / 100;
    int32_t moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    moon -= moon == 29 || (moon == 28 && golden > 10);
    int32_t full_moon = ombud__day_of_civil(year, 3, 21) + moon;
    return full_moon + 7 - ombud__weekday(full_moon) % 7;
}

ombud_status ombud_easter(int32_t year, ombud_day *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (year < 1 || year > 9999)
        return OMBUD_E_RANGE;
    *out = ombud__easter(year);
    return OMBUD_OK;
}

/** The holidays on fixed days, by month from January; a tree of comparisons would mispredict on mixed days. */
static ombud_holiday fixed_holiday(int32_t month, int32_t day)
{
    static const struct {
        int8_t day[2];
        int8_t holiday[2];
    } fixed[12] = {
        [0] = {{1}, {OMBUD_HOLIDAY_NEW_YEAR}},
        [4] = {{1}, {OMBUD_HOLIDAY_LABOUR_DAY}},
        [6] = {{21}, {OMBUD_HOLIDAY_NATIONAL_DAY}},
        [7] = {{15}, {OMBUD_HOLIDAY_ASSUMPTION}},
        [10] = {{1, 11}, {OMBUD_HOLIDAY_ALL_SAINTS, OMBUD_HOLIDAY_ARMISTICE}},
        [11] = {{25}, {OMBUD_HOLIDAY_CHRISTMAS}},
    };
    for (int i = 0; i < 2; i++) {
        if (fixed[month - 1].day[i] == day)
            return fixed[month - 1].holiday[i];
    }
    return OMBUD_HOLIDAY_NONE;
}

static ombud_holiday easter_holiday(int32_t after_easter)
{
    switch (after_easter) {
    case 1: return OMBUD_HOLIDAY_EASTER_MONDAY;
    case 39: return OMBUD_HOLIDAY_ASCENSION;
    case 50: return OMBUD_HOLIDAY_WHIT_MONDAY;
    default: return OMBUD_HOLIDAY_NONE;
    }
}

ombud_holiday ombud__holiday(int32_t day)
{
    ombud__civil c = ombud__civil_of(day);
    int32_t weekday = ombud__weekday(day);
    ombud_holiday holiday = fixed_holiday(c.month, c.day);
    if (holiday != OMBUD_HOLIDAY_NONE)
        return holiday;
    if (weekday >= 6)
        return weekday == 6 ? OMBUD_HOLIDAY_SATURDAY : OMBUD_HOLIDAY_SUNDAY;
    /* Easter Monday is 23 March at the earliest, Whit Monday 14 June at the latest. */
    if ((weekday == 1 || weekday == 4) && c.month >= 3 && c.month <= 6)
        return easter_holiday(day - ombud__easter(c.year));
    return OMBUD_HOLIDAY_NONE;
}

ombud_status ombud__host_days_check(const ombud_day *host_days, size_t host_count)
{
    if (!host_days && host_count != 0)
        return OMBUD_E_ARGUMENT;
    ombud_day least = OMBUD_DAY_MIN;
    for (size_t i = 0; i < host_count; i++) {
        if (host_days[i] < least || host_days[i] > OMBUD_DAY_MAX)
            return OMBUD_E_CALENDAR;
        least = host_days[i] + 1;
    }
    return OMBUD_OK;
}

static int is_host_day(int32_t day, const ombud_day *host_days, size_t host_count)
{
    size_t low = 0, high = host_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (host_days[middle] < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low < host_count && host_days[low] == day;
}

/** Why a day in range is no working day, over a checked host calendar. */
static ombud_status why_no_work(int32_t day, const ombud_day *host_days, size_t host_count, ombud_holiday *out)
{
    if (day < ombud__day_of_civil(OMBUD_CALENDAR_FIRST_YEAR, 1, 1))
        return OMBUD_E_CALENDAR;
    *out = ombud__holiday(day);
    if (*out == OMBUD_HOLIDAY_NONE && is_host_day(day, host_days, host_count))
        *out = OMBUD_HOLIDAY_HOST;
    return OMBUD_OK;
}

ombud_status ombud_day_holiday(ombud_day on, const ombud_day *host_days, size_t host_count, ombud_holiday *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    ombud_status status = ombud__host_days_check(host_days, host_count);
    if (status != OMBUD_OK)
        return status;
    if (!ombud__day_in_range(on))
        return OMBUD_E_RANGE;
    return why_no_work((int32_t)on, host_days, host_count, out);
}

ombud_status ombud__roll(int32_t day, ombud_roll roll, const ombud_day *host_days, size_t host_count, int32_t *to,
                         ombud_holiday *because)
{
    ombud_holiday first = OMBUD_HOLIDAY_NONE;
    int32_t at = day;
    if (roll != OMBUD_ROLL_NONE) {
        ombud_status status = why_no_work(at, host_days, host_count, &first);
        ombud_holiday why = first;
        while (status == OMBUD_OK && why != OMBUD_HOLIDAY_NONE) {
            at += roll == OMBUD_ROLL_NEXT_WORKING_DAY ? 1 : -1;
            status = ombud__day_in_range(at) ? why_no_work(at, host_days, host_count, &why) : OMBUD_E_RANGE;
        }
        if (status != OMBUD_OK)
            return status;
    }
    *to = at;
    *because = first;
    return OMBUD_OK;
}

ombud_status ombud_day_roll(ombud_day on, ombud_roll roll, const ombud_day *host_days, size_t host_count,
                            ombud_day *out)
{
    if (!out || !ombud__roll_is_valid(roll))
        return OMBUD_E_ARGUMENT;
    ombud_status status = ombud__host_days_check(host_days, host_count);
    if (status != OMBUD_OK)
        return status;
    if (!ombud__day_in_range(on))
        return OMBUD_E_RANGE;
    int32_t to;
    ombud_holiday because;
    status = ombud__roll((int32_t)on, roll, host_days, host_count, &to, &because);
    if (status == OMBUD_OK)
        *out = to;
    return status;
}
