/**
 * Compares the library's dates with those of an independent oracle, line by line.
 *
 *     /usr/bin/python3 tests/unit/oracle_date.py | BUILD/check_date
 *
 * Prints how many checks of each sort were made, what was skipped, and the first differences. Exit code 0: no
 * difference and the oracle's `end` line came with the right count; 1: a difference; 2: the input is not the oracle's.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ombud/date.h"

#define SHOWN 20

static int64_t number_of(const char *text)
{
    return (int64_t)strtoll(text, NULL, 10);
}

/** The text of a status or of a number, to compare with the oracle's. */
static void say(char *to, size_t size, ombud_status status, int64_t value)
{
    if (status == OMBUD_OK) {
        snprintf(to, size, "%lld", (long long)value);
    } else {
        snprintf(to, size, "%s", status == OMBUD_E_RANGE ? "range" : ombud_status_name(status));
    }
}

/** Each check writes what the library says into `got`, in the oracle's words. */
static void check_day(char **field, char *got, size_t size)
{
    int64_t on = number_of(field[1]);
    ombud_day parsed = 0, made = 0;
    int32_t year = 0, month = 0, day = 0, weekday = 0;
    char text[11] = "";
    ombud_day_format(on, text, sizeof text);
    ombud_day_weekday(on, &weekday);
    ombud_day_civil(on, &year, &month, &day);
    ombud_day_of(year, month, day, &made);
    ombud_day_parse(field[2], strlen(field[2]), &parsed);
    snprintf(got, size, "%s %d%s%s", text, (int)weekday, made == on ? "" : " (not its number)",
             parsed == on ? "" : " (not parsed)");
}

static void check_move(char **field, char *got, size_t size, int forward)
{
    int64_t from = number_of(field[1]);
    ombud_day to = 0;
    ombud_period period = {0, 0};
    ombud_status status = ombud_period_parse(field[2], strlen(field[2]), &period);
    if (status == OMBUD_OK) {
        status = forward ? ombud_day_add(from, period, &to) : ombud_day_subtract(from, period, &to);
    }
    char value[24];
    say(value, sizeof value, status, to);
    /* Backward there are no steps to ask; the oracle's own mark is repeated. */
    int32_t month_end = forward ? 0 : (int32_t)number_of(field[4]);
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    if (forward) {
        ombud_status due = ombud_due(from, period, OMBUD_ROLL_NONE, NULL, 0, &steps);
        month_end = steps.month_end;
        if (due != status || steps.due != to) {
            snprintf(got, size, "ombud_due differs from ombud_day_add: %s", value);
            return;
        }
    }
    snprintf(got, size, "%s %d", value, (int)month_end);
}

static void check_brussels(char **field, char *got, size_t size)
{
    ombud_day day = 0;
    ombud_status status = ombud_brussels_day(number_of(field[1]), &day);
    say(got, size, status, day);
}

static size_t split(char *line, char **field, size_t most)
{
    size_t count = 0;
    line[strcspn(line, "\r\n")] = '\0';
    for (char *at = line; at && count < most; count++) {
        field[count] = at;
        at = strchr(at, '\t');
        if (at) {
            *at++ = '\0';
        }
    }
    return count;
}

int main(void)
{
    static const struct {
        const char *name;
        size_t fields;
    } sorts[] = {{"day", 4}, {"add", 5}, {"subtract", 5}, {"brussels", 3}, {"skip", 3}, {"end", 2}};
    enum { DAYS, ADD, SUBTRACT, BRUSSELS, SKIP, END, SORTS };
    long long counts[SORTS] = {0}, lines = 0, differences = 0;
    char line[256];
    while (counts[END] == 0 && fgets(line, sizeof line, stdin)) {
        char *field[6] = {NULL}, got[128] = "", expected[128] = "";
        size_t count = split(line, field, 6), sort = 0;
        while (sort < SORTS && (count == 0 || strcmp(field[0], sorts[sort].name) != 0 || count != sorts[sort].fields)) {
            sort++;
        }
        if (sort == SORTS) {
            printf("check_date: line %lld is not the oracle's\n", lines + 1);
            return 2;
        }
        counts[sort]++;
        switch (sort) {
        case DAYS:
            check_day(field, got, sizeof got);
            snprintf(expected, sizeof expected, "%s %s", field[2], field[3]);
            break;
        case ADD:
        case SUBTRACT:
            check_move(field, got, sizeof got, sort == ADD);
            snprintf(expected, sizeof expected, "%s %s", field[3], field[4]);
            break;
        case BRUSSELS:
            check_brussels(field, got, sizeof got);
            snprintf(expected, sizeof expected, "%s", field[2]);
            break;
        case SKIP: printf("skipped: %s (%s)\n", field[1], field[2]); break;
        default:
            if (number_of(field[1]) != lines) {
                printf("check_date: %lld lines, the oracle wrote %s\n", lines, field[1]);
                return 2;
            }
            break;
        }
        lines++;
        if (strcmp(got, expected) != 0 && differences++ < SHOWN) {
            printf("%s %s %s: expected %s, got %s\n", field[0], field[1], field[2] ? field[2] : "", expected, got);
        }
    }
    if (counts[END] != 1 || counts[DAYS] != OMBUD_DAY_MAX - OMBUD_DAY_MIN + 1) {
        printf("check_date: the oracle's text is cut short\n");
        return 2;
    }
    printf("days %lld, additions %lld, subtractions %lld, Brussels %lld: %lld differences\n", counts[DAYS], counts[ADD],
           counts[SUBTRACT], counts[BRUSSELS], differences);
    return differences != 0;
}
