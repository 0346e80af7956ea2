/*
 * Reading options: a table of names, each with what it does to its value.
 */
#define _POSIX_C_SOURCE 200809L
#include "cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int usage_error(const char *verb, const char *what, const char *word)
{
    fprintf(stderr, "ombud%s%s: %s%s%s%s; see ombud%s%s --help\n", verb ? " " : "", verb ? verb : "", what,
            word ? " '" : "", word ? word : "", word ? "'" : "", verb ? " " : "", verb ? verb : "");
    return EXIT_BAD_INPUT;
}

static int take_day(const char *value, ombud_day *out)
{
    return ombud_day_parse(value, strlen(value), out) == OMBUD_OK;
}

static int set_as_of(options *opts, const char *value)
{
    return take_day(value, &opts->as_of);
}

static int set_known_by(options *opts, const char *value)
{
    return take_day(value, &opts->known_by);
}

static int set_on(options *opts, const char *value)
{
    return take_day(value, &opts->on);
}

/* A person by number, with or without the p of a case file. */
static int set_by(options *opts, const char *value)
{
    const char *digits = *value == 'p' ? value + 1 : value;
    int64_t number = 0;
    for (const char *z = digits; *z; z++) {
        if (*z < '0' || *z > '9' || number > OMBUD_NUMBER_MAX / 10) {
            return 0;
        }
        number = number * 10 + (*z - '0');
    }
    opts->by = number;
    return number >= 1 && number <= OMBUD_NUMBER_MAX;
}

static int set_from(options *opts, const char *value)
{
    opts->has_from = take_day(value, &opts->from);
    return opts->has_from;
}

static int set_to(options *opts, const char *value)
{
    opts->has_to = take_day(value, &opts->to);
    return opts->has_to;
}

static int set_threshold(options *opts, const char *value)
{
    size_t length = strlen(value);
    opts->threshold = 0;
    for (size_t i = 0; i < length; i++) {
        if (value[i] < '0' || value[i] > '9' || length > 4) {
            return 0;
        }
        opts->threshold = opts->threshold * 10 + (value[i] - '0');
    }
    return length > 0 && (opts->threshold == 0 || (opts->threshold >= OMBUD_THRESHOLD_MIN && opts->threshold <= 1000));
}

static int set_new_law(options *opts, const char *value)
{
    opts->new_law = value;
    return *value != '\0';
}

static int set_new_settings(options *opts, const char *value)
{
    opts->new_settings = value;
    return *value != '\0';
}

static int set_new_setting(options *opts, const char *value)
{
    opts->new_setting = value;
    return *value != '\0' && !strchr(value, '\n');
}

static int set_lang(options *opts, const char *value)
{
    static const char *const names[] = {"en", "fr", "nl"};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(names[i], value) == 0) {
            opts->lang = (ombud_lang)(OMBUD_LANG_EN + (int)i);
            return 1;
        }
    }
    return 0;
}

static int set_color(options *opts, const char *value)
{
    const char *none = getenv("NO_COLOR");
    if (strcmp(value, "auto") == 0) {
        opts->colour = isatty(STDOUT_FILENO) && !(none && *none);
        return 1;
    }
    opts->colour = strcmp(value, "always") == 0;
    return opts->colour || strcmp(value, "never") == 0;
}

static int set_roll(options *opts, const char *value)
{
    for (ombud_roll roll = OMBUD_ROLL_NONE; roll <= OMBUD_ROLL_PREVIOUS_WORKING_DAY; roll++) {
        if (strcmp(roll_name(roll), value) == 0) {
            opts->roll = roll;
            return 1;
        }
    }
    return 0;
}

/* Kept ascending and each once, as the library wants them. */
static int set_holiday(options *opts, const char *value)
{
    ombud_day day = 0;
    size_t at = 0;
    if (!take_day(value, &day) || opts->holiday_count == HOLIDAYS_MAX) {
        return 0;
    }
    while (at < opts->holiday_count && opts->holidays[at] < day) {
        at++;
    }
    if (at < opts->holiday_count && opts->holidays[at] == day) {
        return 1;
    }
    memmove(&opts->holidays[at + 1], &opts->holidays[at], (opts->holiday_count - at) * sizeof opts->holidays[0]);
    opts->holidays[at] = day;
    opts->holiday_count++;
    return 1;
}

static int set_law(options *opts, const char *value)
{
    if (opts->law_file_count == LAW_FILES_MAX) {
        return 0;
    }
    opts->law_files[opts->law_file_count++] = value;
    return 1;
}

static int set_settings(options *opts, const char *value)
{
    opts->settings_file = value;
    return *value != '\0';
}

static int set_junit(options *opts, const char *value)
{
    opts->junit_file = value;
    return *value != '\0';
}

static int set_html(options *opts, const char *value)
{
    opts->html_file = value;
    return *value != '\0';
}

static int set_fail_under(options *opts, const char *value)
{
    size_t length = strlen(value);
    opts->fail_under = 0;
    for (size_t i = 0; i < length; i++) {
        if (value[i] < '0' || value[i] > '9' || length > 3) {
            return 0;
        }
        opts->fail_under = opts->fail_under * 10 + (value[i] - '0');
    }
    return length > 0 && opts->fail_under <= 100;
}

static int set_for(options *opts, const char *value)
{
    opts->audience = value;
    return *value != '\0';
}

static int set_out(options *opts, const char *value)
{
    opts->out = value;
    return *value != '\0';
}

static int set_domain(options *opts, const char *value)
{
    opts->domain = value;
    return *value != '\0';
}

static int set_salt(options *opts, const char *value)
{
    opts->salt = value;
    return strlen(value) >= OMBUD_SALT_MIN;
}

static int set_alarm(options *opts, const char *value)
{
    opts->alarm = 0;
    for (const char *z = value; *z; z++) {
        if (*z < '0' || *z > '9' || opts->alarm > 365) {
            return 0;
        }
        opts->alarm = opts->alarm * 10 + (*z - '0');
    }
    return opts->alarm >= 1 && opts->alarm <= 365;
}

static int set_situations(options *opts, const char *value)
{
    opts->situations = 0;
    for (const char *z = value; *z; z++) {
        if (*z < '0' || *z > '9' || opts->situations > 1000000) {
            return 0;
        }
        opts->situations = opts->situations * 10 + (size_t)(*z - '0');
    }
    return opts->situations >= 1 && opts->situations <= 10000000;
}

static int set_with(options *opts, const char *value)
{
    opts->with = value;
    return *value != '\0';
}

static const struct option {
    const char *name;
    unsigned bit;
    int (*set)(options *opts, const char *value); /* NULL: takes no value */
    const char *right;
} table[] = {
    {"--as-of", OPT_AS_OF, set_as_of, "a day such as 2026-05-03"},
    {"--known-by", OPT_KNOWN_BY, set_known_by, "a day such as 2026-05-03"},
    {"--on", OPT_ON, set_on, "a day such as 2026-05-03"},
    {"--by", OPT_BY, set_by, "a person such as p2"},
    {"--lang", OPT_LANG, set_lang, "fr, nl or en"},
    {"--color", OPT_COLOR, set_color, "auto, always or never"},
    {"--roll", OPT_ROLL, set_roll, "none, next_working_day or previous_working_day"},
    {"--holiday", OPT_HOLIDAY, set_holiday, "a day such as 2026-05-15, at most 1000 times"},
    {"--law", OPT_LAW, set_law, "the name of a .law file, at most 16 times"},
    {"--settings", OPT_SETTINGS, set_settings, "the name of a file"},
    {"--for", OPT_FOR, set_for, "a role of the law, or a role and a person such as reporter,p1"},
    {"--out", OPT_OUT, set_out, "the name of a file"},
    {"--domain", OPT_DOMAIN, set_domain, "a domain of yours, such as calendar.example.org"},
    {"--salt", OPT_SALT, set_salt, "at least 16 bytes that you keep to yourself, always the same"},
    {"--alarm", OPT_ALARM, set_alarm, "a number of days from 1 to 365"},
    {"--detailed", OPT_DETAILED, NULL, NULL},
    {"--recorded", OPT_RECORDED, NULL, NULL},
    {"--readings", OPT_READINGS, NULL, NULL},
    {"--situations", OPT_BOUNDS, set_situations, "a number from 1 to 10000000"},
    {"--with", OPT_BOUNDS, set_with, "items or events of the law such as claim,report.received"},
    {"--html", OPT_HTML, set_html, "the name of a file to write"},
    {"--junit", OPT_JUNIT, set_junit, "the name of a file to write"},
    {"--fail-under", OPT_FAIL_UNDER, set_fail_under, "a percentage, 0 to 100"},
    {"--coverage", OPT_COVERAGE, NULL, NULL},
    {"--json", OPT_JSON, NULL, NULL},
    {"--tap", OPT_TAP, NULL, NULL},
    {"--tsv", OPT_TSV, NULL, NULL},
    {"--csv", OPT_CSV, NULL, NULL},
    {"--from", OPT_PERIOD, set_from, "a day such as 2026-01-01"},
    {"--to", OPT_PERIOD, set_to, "a day such as 2026-12-31"},
    {"--threshold", OPT_THRESHOLD, set_threshold, "a count of 3 to 1000, or 0 to withhold nothing"},
    {"--new-law", OPT_NEW, set_new_law, "the name of a .law file"},
    {"--new-settings", OPT_NEW, set_new_settings, "the name of a file"},
    {"--new-setting", OPT_NEW, set_new_setting, "a line of settings such as 'reading Q-02 acknowledgement'"},
    {"--batch", OPT_BATCH, NULL, NULL},
};

/* The option of that name, the value after `=` in `*value`. */
static const struct option *find(const char *argument, const char **value)
{
    const char *equals = strchr(argument, '=');
    size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
    *value = equals ? equals + 1 : NULL;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (strlen(table[i].name) == length && memcmp(table[i].name, argument, length) == 0) {
            return &table[i];
        }
    }
    return NULL;
}

static int bad_value(const char *verb, const struct option *option, const char *value)
{
    fprintf(stderr, "ombud %s: %s cannot be '%s'; it takes %s\n", verb, option->name, value, option->right);
    return EXIT_BAD_INPUT;
}

int options_read(options *out, const char *verb, unsigned taken, int count, char **arguments)
{
    int words_only = 0;
    memset(out, 0, sizeof *out);
    out->lang = OMBUD_LANG_EN;
    out->words = arguments;
    (void)set_color(out, "auto");
    for (int i = 0; i < count; i++) {
        char *argument = arguments[i];
        const char *value = NULL;
        if (words_only || argument[0] != '-' || argument[1] == '\0') {
            out->words[out->word_count++] = argument;
            continue;
        }
        if (strcmp(argument, "--") == 0) {
            words_only = 1;
            continue;
        }
        if (strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0) {
            out->help = 1;
            continue;
        }
        const struct option *option = find(argument, &value);
        if (!option || !(taken & option->bit)) {
            return usage_error(verb, option ? "this verb does not take" : "there is no option", argument);
        }
        if (!option->set && value) {
            return usage_error(verb, "this option takes no value:", argument);
        }
        if (option->set) {
            if (!value && i + 1 == count) {
                return usage_error(verb, "a value is missing after", argument);
            }
            value = value ? value : arguments[++i];
            if (!option->set(out, value)) {
                return bad_value(verb, option, value);
            }
        }
        out->given |= option->bit;
    }
    return EXIT_GOOD;
}
