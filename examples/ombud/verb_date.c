/*
 * ombud date: last days and Brussels days, one at a time or a line at a time.
 */
#include "cli.h"

#include <string.h>

/* Longest line of a batch, its end not counted. */
#define BATCH_LINE_MAX 256

/* What is wrong with the input, and what would be right. */
typedef struct fault {
    const char *what, *right;
} fault;

static fault fault_of(ombud_status status)
{
    fault found = {ombud_status_name(status), ""};
    switch (status) {
    case OMBUD_E_SYNTAX: found = (fault){"that is no day", "write it as 2026-02-02"}; break;
    case OMBUD_E_DATE: found = (fault){"there is no such day", "write a day of the calendar as 2026-02-28"}; break;
    case OMBUD_E_PERIOD:
        found = (fault){"that is no period", "write P7D, P2W, P3M or P10Y, with a number of 0 to 9999"};
        break;
    case OMBUD_E_RANGE:
        found =
            (fault){"the day would be out of range", "stay within the years 1 to 9999, and from 1996 on for brussels"};
        break;
    case OMBUD_E_CALENDAR: found = (fault){"the holidays of that year are not known", "roll only from 1974 on"}; break;
    default: break;
    }
    return found;
}

/* `place` is the number of a line of the batch, or 0. */
static int complain(size_t place, fault found)
{
    if (place) {
        fflush(stdout);
        fprintf(stderr, "stdin:%zu:1: %s; %s\n", place, found.what, found.right);
    } else {
        fprintf(stderr, "ombud date: %s; %s\n", found.what, found.right);
    }
    return EXIT_BAD_INPUT;
}

static ombud_status read_seconds(const char *text, size_t length, int64_t *out)
{
    size_t i = length && text[0] == '-';
    int64_t value = 0;
    if (i == length || length - i > 15) {
        return OMBUD_E_ARGUMENT;
    }
    for (; i < length; i++) {
        if (text[i] < '0' || text[i] > '9') {
            return OMBUD_E_ARGUMENT;
        }
        value = value * 10 + (text[i] - '0');
    }
    *out = text[0] == '-' ? -value : value;
    return OMBUD_OK;
}

static ombud_status last_day(const char *start, size_t start_length, const char *period, size_t period_length,
                             ombud_roll roll, const options *opts, ombud_due_steps *out)
{
    ombud_day day = 0;
    ombud_period runs = {0, 0};
    ombud_status status = ombud_day_parse(start, start_length, &day);
    status = status ? status : ombud_period_parse(period, period_length, &runs);
    return status ? status : ombud_due(day, runs, roll, opts->holidays, opts->holiday_count, out);
}

static void write_day(ombud_day day)
{
    char text[16];
    if (ombud_day_format(day, text, sizeof text) == OMBUD_OK) {
        fwrite(text, 1, 10, stdout);
        putchar('\n');
    }
}

/* ---- a batch ----------------------------------------------------------------------------------------------------- */

typedef int (*batch_line)(const char *line, size_t length, size_t number, const options *opts);

static int add_line(const char *line, size_t length, size_t number, const options *opts)
{
    static const fault fields = {"a line of three fields is wanted",
                                 "write START<TAB>PERIOD<TAB>none|next_working_day|previous_working_day"};
    const char *first = memchr(line, '\t', length);
    const char *second = first ? memchr(first + 1, '\t', length - (size_t)(first + 1 - line)) : NULL;
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    ombud_roll roll = OMBUD_ROLL_NONE;
    if (!second) {
        return complain(number, fields);
    }
    size_t rest = length - (size_t)(second + 1 - line);
    while (roll <= OMBUD_ROLL_PREVIOUS_WORKING_DAY &&
           !(strlen(roll_name(roll)) == rest && memcmp(roll_name(roll), second + 1, rest) == 0)) {
        roll++;
    }
    if (roll > OMBUD_ROLL_PREVIOUS_WORKING_DAY) {
        return complain(number, fields);
    }
    ombud_status status =
        last_day(line, (size_t)(first - line), first + 1, (size_t)(second - first - 1), roll, opts, &steps);
    if (status != OMBUD_OK) {
        return complain(number, fault_of(status));
    }
    write_day(steps.due);
    return EXIT_GOOD;
}

static const fault seconds_wanted = {"that is no number of seconds", "write whole seconds since 1970-01-01T00:00:00Z"};

static int brussels_line(const char *line, size_t length, size_t number, const options *opts)
{
    int64_t seconds = 0;
    ombud_day day = 0;
    (void)opts;
    if (read_seconds(line, length, &seconds) != OMBUD_OK) {
        return complain(number, seconds_wanted);
    }
    ombud_status status = ombud_brussels_day(seconds, &day);
    if (status != OMBUD_OK) {
        return complain(number, fault_of(status));
    }
    write_day(day);
    return EXIT_GOOD;
}

/* Lines of stdin, each without its end. */
static int batch(const options *opts, batch_line each)
{
    char line[BATCH_LINE_MAX + 1];
    char chunk[65536];
    size_t length = 0, number = 1, got;
    int result = EXIT_GOOD;
    while (result == EXIT_GOOD && (got = fread(chunk, 1, sizeof chunk, stdin)) > 0) {
        for (size_t i = 0; i < got && result == EXIT_GOOD; i++) {
            if (chunk[i] == '\n') {
                length -= length && line[length - 1] == '\r';
                result = each(line, length, number++, opts);
                length = 0;
            } else if (length == BATCH_LINE_MAX) {
                result = complain(number, (fault){"the line is too long", "write at most 256 bytes a line"});
            } else {
                line[length++] = chunk[i];
            }
        }
    }
    if (result == EXIT_GOOD && length) {
        result = each(line, length, number, opts);
    }
    if (result == EXIT_GOOD && ferror(stdin)) {
        result = complain(number, (fault){"stdin cannot be read", "give lines on stdin"});
    }
    return result;
}

/* ---- one --------------------------------------------------------------------------------------------------------- */

static int add(const options *opts)
{
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    char period[16];
    int first = 1;
    if (opts->word_count != 3) {
        return usage_error("date", "add takes START and PERIOD, such as 2026-02-02 P3M", NULL);
    }
    ombud_status status = last_day(opts->words[1], strlen(opts->words[1]), opts->words[2], strlen(opts->words[2]),
                                   opts->roll, opts, &steps);
    if (status != OMBUD_OK) {
        return complain(0, fault_of(status));
    }
    if (!(opts->given & OPT_JSON)) {
        write_day(steps.due);
        return EXIT_GOOD;
    }
    putchar('{');
    json_text(&first, "kind", ombud_view_of("date"));
    json_day(&first, "due", 1, steps.due);
    json_day(&first, "start", 1, steps.start);
    json_text(&first, "period",
              ombud_view_of(ombud_period_format(steps.period, period, sizeof period) == OMBUD_OK ? period : ""));
    json_truth(&first, "month_end", steps.month_end);
    json_day(&first, "unrolled", 1, steps.unrolled);
    json_text(&first, "roll", ombud_view_of(roll_name(steps.roll)));
    json_number(&first, "rolled_days", steps.rolled_days);
    json_name(&first, "because",
              ombud_view_of(steps.because == OMBUD_HOLIDAY_NONE ? "" : ombud_holiday_name(steps.because)));
    puts("}");
    return EXIT_GOOD;
}

static int brussels(const options *opts)
{
    int64_t seconds = 0;
    ombud_day day = 0;
    int first = 1;
    if (opts->word_count != 2) {
        return usage_error("date", "brussels takes SECONDS", NULL);
    }
    if (read_seconds(opts->words[1], strlen(opts->words[1]), &seconds) != OMBUD_OK) {
        return complain(0, seconds_wanted);
    }
    ombud_status status = ombud_brussels_day(seconds, &day);
    if (status != OMBUD_OK) {
        return complain(0, fault_of(status));
    }
    if (!(opts->given & OPT_JSON)) {
        write_day(day);
        return EXIT_GOOD;
    }
    putchar('{');
    json_text(&first, "kind", ombud_view_of("date"));
    json_number(&first, "seconds", seconds);
    json_day(&first, "day", 1, day);
    puts("}");
    return EXIT_GOOD;
}

int verb_date(const options *opts)
{
    const char *what = opts->word_count ? opts->words[0] : "";
    int is_add = strcmp(what, "add") == 0;
    if (!is_add && strcmp(what, "brussels") != 0) {
        return usage_error("date", *what ? "add or brussels is wanted, not" : "add or brussels is wanted",
                           *what ? what : NULL);
    }
    if (!is_add && opts->given & (OPT_ROLL | OPT_HOLIDAY)) {
        return usage_error("date", "brussels takes neither --roll nor --holiday", NULL);
    }
    if (!(opts->given & OPT_BATCH)) {
        return is_add ? add(opts) : brussels(opts);
    }
    if (opts->word_count > 1 || opts->given & (OPT_ROLL | OPT_JSON)) {
        return usage_error("date", "--batch takes everything but --holiday from stdin", NULL);
    }
    return batch(opts, is_add ? add_line : brussels_line);
}
