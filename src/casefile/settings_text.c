/* Reading settings; see settings_text.h. */
#include "settings_text.h"

#include <string.h>

#include "kernel/enums.h"
#include "kernel/error.h"
#include "kernel/text.h"
#include "lookup.h"

/* ---- beginning and ending ---------------------------------------------------------------------------------------- */

static size_t said_size(const ombud_law *law)
{
    return (law->readings_count + 1) * sizeof(ombud__id);
}

ombud_status ombud__choosing_begin(ombud__choosing *choosing, const ombud_law *law, const ombud_alloc *alloc,
                                   ombud_error *err)
{
    memset(choosing, 0, sizeof *choosing);
    ombud_status status = ombud__settings_new(law, alloc, &choosing->settings);
    if (status != OMBUD_OK)
        return ombud__fail_no_memory(err);
    choosing->said = ombud__alloc(&choosing->settings->alloc, said_size(law));
    if (!choosing->said) {
        ombud__choosing_drop(choosing);
        return ombud__fail_no_memory(err);
    }
    return OMBUD_OK;
}

static void drop_notes(ombud__choosing *choosing)
{
    if (choosing->settings)
        ombud__free(&choosing->settings->alloc, choosing->said, said_size(choosing->settings->law));
    choosing->said = NULL;
}

void ombud__choosing_drop(ombud__choosing *choosing)
{
    drop_notes(choosing);
    ombud_settings_free(choosing->settings);
    choosing->settings = NULL;
}

ombud_status ombud__choosing_end(ombud__choosing *choosing, ombud_settings **out, ombud_error *err)
{
    drop_notes(choosing);
    ombud_status status = ombud__settings_compile(choosing->settings, err);
    if (status != OMBUD_OK) {
        ombud__choosing_drop(choosing);
        return status;
    }
    *out = choosing->settings;
    choosing->settings = NULL;
    return OMBUD_OK;
}

/* ---- the statements ---------------------------------------------------------------------------------------------- */

/* The next word, which must be there. */
static ombud_status need(ombud__textline *words, ombud_view *word, const char *remedy)
{
    return ombud__textline_next(words, word)
               ? OMBUD_OK
               : ombud__textline_fail(words, *word, OMBUD_E_SYNTAX, "the setting is cut short", remedy);
}

static ombud_status fail_twice(const ombud__textline *words, ombud_view at)
{
    return ombud__textline_fail(words, at, OMBUD_E_DUPLICATE, "this is set twice", "leave one of the two out");
}

static ombud_status set_reading(ombud__choosing *choosing, ombud__textline *words)
{
    static const char form[] = "write reading NAME ALTERNATIVE";
    const ombud_law *law = choosing->settings->law;
    ombud_view name, chosen;
    ombud__id reading, alternative;
    ombud_status status = need(words, &name, form);
    if (status != OMBUD_OK)
        return status;
    status =
        ombud__textline_known(words, law, OMBUD__KNOWN_READING, OMBUD__NONE, name, &reading,
                              "the law has no such reading", "write an open question of the law that has alternatives");
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < choosing->said_count; i++) {
        if (choosing->said[i] == reading)
            return fail_twice(words, name);
    }
    status = need(words, &chosen, form);
    if (status == OMBUD_OK)
        status = ombud__textline_known(words, law, OMBUD__KNOWN_ALTERNATIVE, reading, chosen, &alternative,
                                       "the reading has no such alternative", "write one of its alternatives");
    if (status != OMBUD_OK)
        return status;
    ombud__settings_reading(choosing->settings, alternative);
    choosing->said[choosing->said_count++] = reading;
    return OMBUD_OK;
}

static ombud_status set_length(ombud__choosing *choosing, ombud__textline *words)
{
    static const char form[] = "write length NAME PERIOD";
    const ombud_law *law = choosing->settings->law;
    ombud_view name, text;
    ombud__id length;
    ombud_period period;
    ombud_status status = need(words, &name, form);
    if (status != OMBUD_OK)
        return status;
    status = ombud__textline_known(words, law, OMBUD__KNOWN_LENGTH, OMBUD__NONE, name, &length,
                                   "the law leaves no such period to the host", "write a length that the law declares");
    if (status != OMBUD_OK)
        return status;
    if (choosing->settings->length_set[length])
        return fail_twice(words, name);
    status = need(words, &text, form);
    if (status == OMBUD_OK)
        status = ombud__textline_period(words, text, &period);
    if (status == OMBUD_OK)
        ombud__settings_length(choosing->settings, length, period);
    return status;
}

/* What the law has in the place of a refused period, behind it: P8D; at most P7D, Art. 15 … */
static void say_bound(const ombud__textline *words, const ombud_law *law, const ombud__term_row *row, ombud_view text)
{
    static const char *const bounds[] = {"", "at most ", "at least ", "exactly "};
    ombud_error *err = words->err;
    char buffer[2 * OMBUD__EXCERPT_MAX];
    ombud__out out = {buffer, sizeof buffer, 0};
    if (!err || row->row.provision == OMBUD__NONE)
        return;
    ombud__out_view(&out, text);
    ombud__out_z(&out, "; ");
    ombud__out_z(&out, bounds[row->bound]);
    ombud__out_period(&out, row->period);
    ombud__out_z(&out, ", ");
    ombud__out_view(&out, law->provisions[row->row.provision].citation);
    (void)ombud__fail_at(err, err->code, err->message, err->remedy, err->line, err->column, buffer,
                         out.length < sizeof buffer ? out.length : sizeof buffer - 1);
}

/* Why a period was refused: the law may set none at all. */
static ombud_status fail_loosened(const ombud__textline *words, const ombud_law *law, size_t term, ombud_view text)
{
    const ombud__term_row *fixed = NULL;
    for (size_t i = law->term_rows_count; i-- > 0;) {
        if (law->term_rows[i].term == term && law->term_rows[i].within == OMBUD__WITHIN_PERIOD)
            fixed = &law->term_rows[i];
    }
    if (!fixed)
        return ombud__textline_fail(words, text, OMBUD_E_CONFLICT, "the law itself sets no period for this term",
                                    "set the host length on which it depends, if there is one");
    ombud__textline_fail(words, text, OMBUD_E_CONFLICT, "the law does not leave this period to be set so",
                         "shorten what is `at most`, lengthen what is `at least`, leave what is `exactly`, and stay "
                         "with days and weeks or with months and years, as the law has it");
    say_bound(words, law, fixed, text);
    return OMBUD_E_CONFLICT;
}

static ombud_status set_period(ombud__choosing *choosing, ombud__textline *words)
{
    static const char form[] = "write period ITEM.TERM PERIOD";
    const ombud_law *law = choosing->settings->law;
    ombud_view name, text;
    ombud__id term;
    ombud_period period;
    ombud_status status = need(words, &name, form);
    if (status != OMBUD_OK)
        return status;
    status = ombud__textline_known(words, law, OMBUD__KNOWN_TERM, OMBUD__NONE, name, &term, "the law has no such term",
                                   "write ITEM.TERM as the law declares it");
    if (status != OMBUD_OK)
        return status;
    if (choosing->settings->period_set[term])
        return fail_twice(words, name);
    status = need(words, &text, form);
    if (status == OMBUD_OK)
        status = ombud__textline_period(words, text, &period);
    if (status != OMBUD_OK)
        return status;
    return ombud__settings_period(choosing->settings, term, period) == OMBUD_OK ? OMBUD_OK
                                                                                : fail_loosened(words, law, term, text);
}

static ombud_status set_roll(ombud__choosing *choosing, ombud__textline *words)
{
    const char *const rolls[] = {ombud__roll_word(OMBUD_ROLL_NONE), ombud__roll_word(OMBUD_ROLL_NEXT_WORKING_DAY),
                                 ombud__roll_word(OMBUD_ROLL_PREVIOUS_WORKING_DAY)};
    ombud_view name;
    ombud_status status = need(words, &name, "write roll none, next_working_day or previous_working_day");
    if (status != OMBUD_OK)
        return status;
    if (choosing->roll_said)
        return fail_twice(words, name);
    for (ombud_roll i = 0; i < 3; i++) {
        if (ombud__view_is_z(name, rolls[i])) {
            choosing->settings->roll = i;
            choosing->roll_said = 1;
            return OMBUD_OK;
        }
    }
    return ombud__textline_no_word(words, name, rolls, sizeof rolls[0], 3, "there is no such roll",
                                   "write none, next_working_day or previous_working_day");
}

static ombud_status set_holiday(ombud__choosing *choosing, ombud__textline *words)
{
    ombud_view text;
    ombud_day day;
    ombud_status status = need(words, &text, "write holiday YYYY-MM-DD");
    if (status == OMBUD_OK)
        status = ombud__textline_day(words, text, &day);
    if (status != OMBUD_OK)
        return status;
    status = ombud__settings_holiday(choosing->settings, day);
    switch (status) {
    case OMBUD_OK: return OMBUD_OK;
    case OMBUD_E_DUPLICATE: return fail_twice(words, text);
    case OMBUD_E_NOMEM: return ombud__fail_no_memory(words->err);
    default:
        return ombud__textline_fail(words, text, status, "there are too many days without work",
                                    "name the working days' exceptions only");
    }
}

static ombud_status set_since(ombud__choosing *choosing, ombud__textline *words)
{
    static const char form[] = "write since NAME YYYY-MM-DD";
    const ombud_law *law = choosing->settings->law;
    ombud_view name, text;
    ombud__id first;
    ombud_day day;
    ombud_status status = need(words, &name, form);
    if (status != OMBUD_OK)
        return status;
    status = ombud__textline_known(words, law, OMBUD__KNOWN_SINCE, OMBUD__NONE, name, &first,
                                   "no provision of the law leaves its first day to such a setting",
                                   "write the name behind `since setting` or `since adoption` in the law");
    if (status != OMBUD_OK)
        return status;
    if (choosing->settings->since_set[first])
        return fail_twice(words, name);
    status = need(words, &text, form);
    if (status == OMBUD_OK)
        status = ombud__textline_day(words, text, &day);
    if (status == OMBUD_OK && ombud__settings_since(choosing->settings, law->provisions[first].setting, day))
        return ombud__textline_fail(words, text, OMBUD_E_CONFLICT, "the law cannot have been in force so early",
                                    "write a day that is not before the one behind `not before` in the law");
    return status;
}

static ombud_status set_scope(ombud__choosing *choosing, ombud__textline *words)
{
    const ombud_law *law = choosing->settings->law;
    ombud_view name;
    ombud__id area;
    ombud_status status = need(words, &name, "write scope NAME");
    if (status != OMBUD_OK)
        return status;
    if (choosing->settings->area != OMBUD__NONE)
        return fail_twice(words, name);
    status = ombud__textline_known(words, law, OMBUD__KNOWN_AREA, OMBUD__NONE, name, &area, "the law has no such scope",
                                   "name a scope that the law declares, or leave the setting out");
    if (status == OMBUD_OK)
        ombud__settings_area(choosing->settings, area);
    return status;
}

ombud_status ombud__choosing_line(ombud__choosing *choosing, ombud__textline *words)
{
    static const struct {
        const char *word;
        ombud_status (*set)(ombud__choosing *choosing, ombud__textline *words);
    } statements[] = {
        {"reading", set_reading}, {"length", set_length}, {"period", set_period}, {"roll", set_roll},
        {"holiday", set_holiday}, {"since", set_since},   {"scope", set_scope},
    };
    const size_t count = sizeof statements / sizeof statements[0];
    ombud_view word;
    ombud_status status = need(words, &word, "write reading, length, period, roll, holiday, since or scope");
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (ombud__view_is_z(word, statements[i].word)) {
            status = statements[i].set(choosing, words);
            return status == OMBUD_OK ? ombud__textline_end(words) : status;
        }
    }
    return ombud__textline_no_word(words, word, statements, sizeof statements[0], count, "there is no such setting",
                                   "write reading, length, period, roll, holiday, since or scope");
}

/* ---- a text of its own ------------------------------------------------------------------------------------------- */

static ombud_status read_lines(ombud__choosing *choosing, const char *text, size_t length, ombud_error *err)
{
    uint32_t number = 1;
    for (size_t at = 0; at < length; number++) {
        const char *newline = memchr(text + at, '\n', length - at);
        size_t end = newline ? (size_t)(newline - text) : length;
        if (end - at > OMBUD_LINE_MAX)
            return ombud__fail_at(err, OMBUD_E_LIMIT, "a line is longer than 64 KiB", "one setting a line is enough",
                                  number, (uint32_t)OMBUD_LINE_MAX + 1, "", 0);
        size_t fault = ombud__utf8_fault(text + at, end - at);
        if (fault < end - at)
            return ombud__fail_at(err, OMBUD_E_UTF8, "not valid UTF-8, or a control character",
                                  "save the text as UTF-8", number, (uint32_t)fault + 1, text + at + fault, 1);
        ombud__textline words = ombud__textline_over(text + at, end - at, number, err);
        ombud_view word;
        if (ombud__textline_peek(&words, &word)) {
            ombud_status status = ombud__choosing_line(choosing, &words);
            if (status != OMBUD_OK)
                return status;
        }
        at = end + 1;
    }
    return OMBUD_OK;
}

ombud_status ombud_settings_parse(const ombud_law *law, const char *text, size_t length, const ombud_alloc *alloc,
                                  ombud_settings **out, ombud_error *err)
{
    ombud_alloc own;
    ombud__choosing choosing;
    if (!law || !out || (!text && length > 0))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed",
                           "give a law, a text and a place for the settings");
    if (ombud__alloc_or_default(alloc, &own) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all three functions, or NULL");
    if (length > OMBUD_LAW_TEXT_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "the text is longer than 8 MiB", "settings need a few lines only");
    ombud_status status = ombud__choosing_begin(&choosing, law, &own, err);
    if (status != OMBUD_OK)
        return status;
    status = read_lines(&choosing, text, length, err);
    if (status != OMBUD_OK) {
        ombud__choosing_drop(&choosing);
        return status;
    }
    return ombud__choosing_end(&choosing, out, err);
}
