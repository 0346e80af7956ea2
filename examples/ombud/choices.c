/*
 * What may stand where an error says that a choice is none: the choices of an argument, the alternatives of a reading.
 */
#include "cli.h"

#include <string.h>

/* The word of a line that begins at or behind an offset, and where the next may begin. */
static ombud_view word_from(ombud_view line, size_t *at)
{
    while (*at < line.len && strchr(" \t\r", line.ptr[*at])) {
        (*at)++;
    }
    size_t from = *at;
    while (*at < line.len && !strchr(" \t\r", line.ptr[*at])) {
        (*at)++;
    }
    ombud_view word = {line.ptr + from, *at - from};
    return word;
}

static int ends_with(ombud_view name, ombud_view own)
{
    return name.len >= own.len && memcmp(name.ptr + name.len - own.len, own.ptr, own.len) == 0 &&
           (name.len == own.len || name.ptr[name.len - own.len - 1] == '.');
}

/* The argument of that name which the event on the line carries; 0 if none does. */
static int argument_on(const ombud_law *law, ombud_view line, ombud_view name, ombud_word *out)
{
    char event[128];
    for (size_t at = 0; at < line.len;) {
        ombud_view word = word_from(line, &at);
        if (word.len == 0 || word.len >= sizeof event) {
            continue;
        }
        memcpy(event, word.ptr, word.len);
        event[word.len] = '\0';
        for (size_t i = 0; ombud_law_event_argument(law, event, i, OMBUD_LANG_EN, out) == OMBUD_OK; i++) {
            if (ends_with(out->name, name)) {
                return 1;
            }
        }
    }
    return 0;
}

static void begin_list(ombud_view name, size_t shown)
{
    if (shown) {
        fputs(", ", stderr);
    } else {
        fprintf(stderr, "    %.*s is one of ", (int)name.len, name.ptr);
    }
}

static size_t tell_choices(const ombud_law *law, ombud_view line, ombud_view name)
{
    ombud_word argument = OMBUD_WORD_INIT, choice = OMBUD_WORD_INIT;
    size_t shown = 0;
    if (!argument_on(law, line, name, &argument)) {
        return 0;
    }
    for (size_t i = 0; ombud_law_word(law, OMBUD_WORD_CHOICE, i, OMBUD_LANG_EN, &choice) == OMBUD_OK; i++) {
        if (choice.owner.len == argument.name.len &&
            memcmp(choice.owner.ptr, argument.name.ptr, argument.name.len) == 0) {
            const char *dot = strrchr(choice.name.ptr, '.');
            begin_list(name, shown++);
            fputs(dot ? dot + 1 : choice.name.ptr, stderr);
        }
    }
    return shown;
}

static size_t tell_alternatives(const ombud_law *law, ombud_view name)
{
    ombud_reading reading = OMBUD_READING_INIT;
    size_t shown = 0;
    for (size_t i = 0; ombud_law_reading(law, i, OMBUD_LANG_EN, &reading) == OMBUD_OK; i++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        int same = reading.name.len == name.len && memcmp(reading.name.ptr, name.ptr, name.len) == 0;
        for (size_t a = 0; same && ombud_law_alternative(law, i, a, OMBUD_LANG_EN, &alternative) == OMBUD_OK; a++) {
            begin_list(name, shown++);
            fprintf(stderr, "%.*s", (int)alternative.name.len, alternative.name.ptr);
        }
    }
    return shown;
}

void choices_tell(const ombud_law *law, ombud_view line, const ombud_error *err)
{
    size_t at = err->column ? err->column - 1 : 0, shown = 0, before = 0;
    if (err->code != OMBUD_E_UNKNOWN_NAME || at > line.len) {
        return;
    }
    if (at > 0 && line.ptr[at - 1] == '=') {
        size_t from = at - 1;
        while (from > 0 && !strchr(" \t=", line.ptr[from - 1])) {
            from--;
        }
        ombud_view name = {line.ptr + from, at - 1 - from};
        shown = tell_choices(law, line, name);
    } else {
        for (ombud_view word = word_from(line, &before); word.len && before < at && !shown;) {
            int reading = word.len == 7 && memcmp(word.ptr, "reading", 7) == 0;
            word = word_from(line, &before);
            shown = reading && word.ptr + word.len < line.ptr + at ? tell_alternatives(law, word) : 0;
        }
    }
    if (!shown && !*err->nearest) {
        ombud_view name_of_law = ombud_law_name(law);
        fprintf(stderr, "    `ombud words %.*s` lists the words of this law", (int)name_of_law.len, name_of_law.ptr);
    }
    fputs(shown || !*err->nearest ? "\n" : "", stderr);
}
