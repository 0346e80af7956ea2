/**
 * Civil days and periods: the public functions of date.h that need no calendar of working days.
 */
#include "ombud/date.h"

#include "civil.h"

/** Reads `count` decimal digits; -1 if one is none. */
static int32_t digits(const char *text, size_t count)
{
    int32_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static void put_digits(char *to, int32_t value, int32_t count)
{
    for (int32_t i = count - 1; i >= 0; i--) {
        to[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

ombud_status ombud_day_of(int32_t year, int32_t month, int32_t day, ombud_day *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
        return OMBUD_E_DATE;
    /* Only February's length depends on the year, and its March year is the one before. */
    uint32_t length = ombud__march_month_length((uint32_t)(year - 1), (uint32_t)(month + 9) % 12);
    if ((uint32_t)day > length)
        return OMBUD_E_DATE;
    *out = ombud__day_of_civil(year, month, day);
    return OMBUD_OK;
}

ombud_status ombud_day_civil(ombud_day on, int32_t *year, int32_t *month, int32_t *day)
{
    if (!ombud__day_in_range(on))
        return OMBUD_E_RANGE;
    ombud__civil c = ombud__civil_of((int32_t)on);
    if (year)
        *year = c.year;
    if (month)
        *month = c.month;
    if (day)
        *day = c.day;
    return OMBUD_OK;
}

ombud_status ombud_day_parse(const char *text, size_t length, ombud_day *out)
{
    if (!out || (!text && length != 0))
        return OMBUD_E_ARGUMENT;
    if (length != 10 || text[4] != '-' || text[7] != '-')
        return OMBUD_E_SYNTAX;
    int32_t year = digits(text, 4), month = digits(text + 5, 2), day = digits(text + 8, 2);
    if (year < 0 || month < 0 || day < 0)
        return OMBUD_E_SYNTAX;
    return ombud_day_of(year, month, day, out);
}

ombud_status ombud_day_format(ombud_day on, char *buffer, size_t capacity)
{
    if (!buffer || capacity < 11)
        return OMBUD_E_ARGUMENT;
    if (!ombud__day_in_range(on))
        return OMBUD_E_RANGE;
    ombud__civil c = ombud__civil_of((int32_t)on);
    put_digits(buffer, c.year, 4);
    buffer[4] = '-';
    put_digits(buffer + 5, c.month, 2);
    buffer[7] = '-';
    put_digits(buffer + 8, c.day, 2);
    buffer[10] = '\0';
    return OMBUD_OK;
}

ombud_status ombud_day_weekday(ombud_day on, int32_t *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (!ombud__day_in_range(on))
        return OMBUD_E_RANGE;
    *out = ombud__weekday((int32_t)on);
    return OMBUD_OK;
}

ombud_status ombud_period_parse(const char *text, size_t length, ombud_period *out)
{
    if (!out || (!text && length != 0))
        return OMBUD_E_ARGUMENT;
    if (length < 3 || length > 6 || text[0] != 'P')
        return OMBUD_E_PERIOD;
    ombud_period period = {digits(text + 1, length - 2), OMBUD_UNIT_UNSPECIFIED};
    switch (text[length - 1]) {
    case 'D': period.unit = OMBUD_UNIT_DAYS; break;
    case 'W': period.unit = OMBUD_UNIT_WEEKS; break;
    case 'M': period.unit = OMBUD_UNIT_MONTHS; break;
    case 'Y': period.unit = OMBUD_UNIT_YEARS; break;
    default: break;
    }
    if (!ombud__period_is_valid(period))
        return OMBUD_E_PERIOD;
    *out = period;
    return OMBUD_OK;
}

ombud_status ombud_period_format(ombud_period period, char *buffer, size_t capacity)
{
    if (!buffer || capacity < 8)
        return OMBUD_E_ARGUMENT;
    if (!ombud__period_is_valid(period))
        return OMBUD_E_PERIOD;
    int32_t width = 1 + (period.count > 9) + (period.count > 99) + (period.count > 999);
    buffer[0] = 'P';
    put_digits(buffer + 1, period.count, width);
    buffer[1 + width] = "DWMY"[period.unit - OMBUD_UNIT_DAYS];
    buffer[2 + width] = '\0';
    return OMBUD_OK;
}

/** ombud_day_add() and ombud_day_subtract(): `sign` is 1 or -1. */
static ombud_status day_move(ombud_day from, ombud_period period, int32_t sign, ombud_day *out)
{
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (!ombud__period_is_valid(period))
        return OMBUD_E_PERIOD;
    if (!ombud__day_in_range(from))
        return OMBUD_E_RANGE;
    int32_t to = ombud__day_plus((int32_t)from, sign * period.count, period.unit);
    if (to == OMBUD__NO_DAY)
        return OMBUD_E_RANGE;
    *out = to;
    return OMBUD_OK;
}

ombud_status ombud_day_add(ombud_day start, ombud_period period, ombud_day *out)
{
    return day_move(start, period, 1, out);
}

ombud_status ombud_day_subtract(ombud_day end, ombud_period period, ombud_day *out)
{
    return day_move(end, period, -1, out);
}
