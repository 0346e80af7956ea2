/**
 * @file date.h
 * @brief Civil days, periods, working days and due days, each with its derivation.
 *
 * A day is an `int64_t`: 1970-01-01 is 0, proleptic Gregorian, years 1 to 9999. There is no time of day and no zone, but
 * for ombud_brussels_day(), which turns an instant into the day it is in Brussels. Nothing in this header allocates; every
 * function may be called from any thread.
 */
#ifndef OMBUD_DATE_H
#define OMBUD_DATE_H

#include "base.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A civil day: days since 1970-01-01, from #OMBUD_DAY_MIN to #OMBUD_DAY_MAX. */
typedef int64_t ombud_day;
#define OMBUD_DAY_MIN ((ombud_day)-719162) /**< 0001-01-01 */
#define OMBUD_DAY_MAX ((ombud_day)2932896) /**< 9999-12-31 */

/** The day of a civil date. @return #OMBUD_E_DATE if there is no such date, #OMBUD_E_ARGUMENT if `out` is NULL. */
OMBUD_API ombud_status ombud_day_of(int32_t year, int32_t month, int32_t day, ombud_day *out);

/** The civil date of a day; any of the outputs may be NULL. @return #OMBUD_E_RANGE outside the years 1 to 9999. */
OMBUD_API ombud_status ombud_day_civil(ombud_day on, int32_t *year, int32_t *month, int32_t *day);

/** Reads `YYYY-MM-DD`, exactly ten characters. @return #OMBUD_E_SYNTAX, #OMBUD_E_DATE (2026-02-30), #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_day_parse(const char *text, size_t length, ombud_day *out);

/** Writes `YYYY-MM-DD` and a NUL into at least 11 bytes. @return #OMBUD_E_RANGE, or #OMBUD_E_ARGUMENT for NULL or a short buffer. */
OMBUD_API ombud_status ombud_day_format(ombud_day on, char *buffer, size_t capacity);

/** Day of the week: 1 is Monday, 7 Sunday (ISO 8601). @return #OMBUD_E_RANGE, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_day_weekday(ombud_day on, int32_t *out);

/** The unit of a period. */
typedef int32_t ombud_unit;
enum { OMBUD_UNIT_UNSPECIFIED = 0, OMBUD_UNIT_DAYS = 1, OMBUD_UNIT_WEEKS = 2, OMBUD_UNIT_MONTHS = 3, OMBUD_UNIT_YEARS = 4 };

/** A period of one unit: `P7D`, `P2W`, `P3M`, `P10Y`. Frozen. `P0D` is "the same day"; `count` is 0 to 9999. */
typedef struct ombud_period {
    int32_t count;
    ombud_unit unit;
} ombud_period;

/** Reads a period such as `P3M`: a capital P, 1 to 4 digits, one of D W M Y. @return #OMBUD_E_PERIOD, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_period_parse(const char *text, size_t length, ombud_period *out);

/** Writes a period (at most 6 characters) and a NUL into at least 8 bytes. @return #OMBUD_E_PERIOD, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_period_format(ombud_period period, char *buffer, size_t capacity);

/**
 * The last day of a period that begins at an event: the event's day is not counted; months and years end on the
 * same-numbered day, or on the last day of the month where it has none.
 * @return #OMBUD_E_RANGE past 9999-12-31 or for a start outside the range, #OMBUD_E_PERIOD, #OMBUD_E_ARGUMENT.
 */
OMBUD_API ombud_status ombud_day_add(ombud_day start, ombud_period period, ombud_day *out);

/** The same counted backward: the day from which an event lies within the period. @return as ombud_day_add(). */
OMBUD_API ombud_status ombud_day_subtract(ombud_day end, ombud_period period, ombud_day *out);

/** Whether and where a last day moves that is no working day. */
typedef int32_t ombud_roll;
enum { OMBUD_ROLL_NONE = 0, OMBUD_ROLL_NEXT_WORKING_DAY = 1, OMBUD_ROLL_PREVIOUS_WORKING_DAY = 2 };

/** Why a day is no working day. The ten Belgian legal holidays, then the weekend and the host's own days. */
typedef int32_t ombud_holiday;
enum {
    OMBUD_HOLIDAY_NONE = 0,        /**< A working day. */
    OMBUD_HOLIDAY_NEW_YEAR = 1,    /**< 1 January */
    OMBUD_HOLIDAY_EASTER_MONDAY = 2,
    OMBUD_HOLIDAY_LABOUR_DAY = 3,  /**< 1 May */
    OMBUD_HOLIDAY_ASCENSION = 4,   /**< Easter + 39 days */
    OMBUD_HOLIDAY_WHIT_MONDAY = 5, /**< Easter + 50 days */
    OMBUD_HOLIDAY_NATIONAL_DAY = 6,/**< 21 July */
    OMBUD_HOLIDAY_ASSUMPTION = 7,  /**< 15 August */
    OMBUD_HOLIDAY_ALL_SAINTS = 8,  /**< 1 November */
    OMBUD_HOLIDAY_ARMISTICE = 9,   /**< 11 November */
    OMBUD_HOLIDAY_CHRISTMAS = 10,  /**< 25 December */
    OMBUD_HOLIDAY_SATURDAY = 11,
    OMBUD_HOLIDAY_SUNDAY = 12,
    OMBUD_HOLIDAY_HOST = 13        /**< A day the host added. */
};

/** First year whose legal holidays are known; earlier years answer #OMBUD_E_CALENDAR. */
#define OMBUD_CALENDAR_FIRST_YEAR 1974

/** Stable ASCII name of a holiday, such as `easter_monday`; `?` for a value that is none. */
OMBUD_API const char *ombud_holiday_name(ombud_holiday holiday);

/**
 * Why a day is no working day, a legal holiday before the weekend before the host's days.
 * @param host_days   further days without work, ascending without repetition; may be NULL if `host_count` is 0
 * @return #OMBUD_E_CALENDAR before 1974, #OMBUD_E_RANGE, #OMBUD_E_ARGUMENT.
 */
OMBUD_API ombud_status ombud_day_holiday(ombud_day on, const ombud_day *host_days, size_t host_count, ombud_holiday *out);

/** The first working day on or after (or, for the previous, on or before) a day. @return as ombud_day_holiday(). */
OMBUD_API ombud_status ombud_day_roll(ombud_day on, ombud_roll roll, const ombud_day *host_days, size_t host_count, ombud_day *out);

/** Easter Sunday of a year, Gregorian. @return #OMBUD_E_RANGE outside 1 to 9999, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_easter(int32_t year, ombud_day *out);

/**
 * How a due day came about. Written by ombud_due(); at most `struct_size` bytes are written.
 */
typedef struct ombud_due_steps {
    uint32_t struct_size;
    ombud_day start;        /**< Day of the event, not counted. */
    ombud_day unrolled;     /**< Last day of the period before any roll. */
    ombud_day due;          /**< The due day. */
    ombud_period period;    /**< The period that ran. */
    int32_t month_end;      /**< 1 if the month had no such day and its last day was taken. */
    ombud_roll roll;        /**< The roll that was asked for. */
    int32_t rolled_days;    /**< How many days the roll moved the due day; negative backward. */
    ombud_holiday because;  /**< Why the unrolled day was no working day; #OMBUD_HOLIDAY_NONE if it was one or nothing was asked. */
} ombud_due_steps;
#define OMBUD_DUE_STEPS_INIT { (uint32_t)sizeof(ombud_due_steps), 0, 0, 0, { 0, 0 }, 0, 0, 0, 0 }

/** The due day of a period with the steps to it. @return as ombud_day_add() and ombud_day_roll(). */
OMBUD_API ombud_status ombud_due(ombud_day start, ombud_period period, ombud_roll roll, const ombud_day *host_days,
                                 size_t host_count, ombud_due_steps *out);

/**
 * The civil day in Brussels of an instant, by the rules of Belgian summer time that held at that instant.
 * @param utc_seconds seconds since 1970-01-01T00:00:00Z without leap seconds, from 1996-01-01T00:00:00 in Brussels
 * @return #OMBUD_E_RANGE before 1996 or after 9999, #OMBUD_E_ARGUMENT.
 */
OMBUD_API ombud_status ombud_brussels_day(int64_t utc_seconds, ombud_day *out);

#ifdef __cplusplus
}
#endif

#endif
