/*
 * Reading a file of facts; see facts.h.
 */
#include "facts.h"

#include <stdlib.h>
#include <string.h>

int is_word(ombud_view word, const char *wanted)
{
    return word.len == strlen(wanted) && memcmp(word.ptr, wanted, word.len) == 0;
}

static int blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

int facts_next(const facts_file *facts, size_t *at, fact_line *out)
{
    const char *text = facts->file.text;
    size_t end = *at;
    if (*at >= facts->file.length) {
        return 0;
    }
    while (end < facts->file.length && text[end] != '\n') {
        end++;
    }
    out->count = 0;
    out->number++;
    out->rest = ombud_view_of("");
    for (size_t i = *at; i < end && out->count < WORDS_MAX;) {
        size_t begin;
        if (blank(text[i])) {
            i++;
            continue;
        }
        if (text[i] == '#') {
            break;
        }
        for (begin = i; i < end && !blank(text[i]); i++) {
        }
        out->words[out->count].ptr = text + begin;
        out->words[out->count++].len = i - begin;
        if (out->count == 3) {
            out->rest.ptr = text + begin;
            out->rest.len = end - begin;
        }
    }
    *at = end + 1;
    return 1;
}

static int wrong(const facts_file *facts, const fact_line *line, const char *what)
{
    fprintf(stderr, "%s:%zu:1: %s\n", facts->file.name, line->number, what);
    return EXIT_BAD_INPUT;
}

static int read_number(ombud_view word, int64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9' || *out > OMBUD_NUMBER_MAX / 10) {
            return 0;
        }
        *out = *out * 10 + (word.ptr[i] - '0');
    }
    return *out >= 1 && *out <= OMBUD_NUMBER_MAX;
}

ombud_view name_of(ombud_view pair)
{
    const char *equals = memchr(pair.ptr, '=', pair.len);
    ombud_view name = {pair.ptr, equals ? (size_t)(equals - pair.ptr) : 0};
    return name;
}

static int good_fact(ombud_view pair)
{
    ombud_view name = name_of(pair);
    ombud_view value = {pair.ptr + name.len + 1, name.len ? pair.len - name.len - 1 : 0};
    return name.len && (is_word(value, "yes") || is_word(value, "no") || is_word(value, "unknown"));
}

/* One line's form, whatever the laws may say of its names. */
static int check_line(facts_file *facts, const fact_line *line, int *dated)
{
    const ombud_view *words = line->words;
    if (!line->count) {
        return EXIT_GOOD;
    }
    if (line->count == WORDS_MAX) {
        return wrong(facts, line, "too many words; begin a new line");
    }
    if (is_word(words[0], "on")) {
        if (*dated) {
            return wrong(facts, line, "a day was given above; leave one of the two out");
        }
        *dated = 1;
        return line->count == 2 && ombud_day_parse(words[1].ptr, words[1].len, &facts->on) == OMBUD_OK
                   ? EXIT_GOOD
                   : wrong(facts, line, "a day belongs here; write `on 2026-03-02`");
    }
    if (is_word(words[0], "case")) {
        return line->count == 2 && read_number(words[1], &facts->number)
                   ? EXIT_GOOD
                   : wrong(facts, line, "the number of the case belongs here; write `case 17`");
    }
    if (is_word(words[0], "set")) {
        return line->count >= 3 ? EXIT_GOOD
                                : wrong(facts, line, "a law and a setting belong here; write `set LAW since NAME DAY`");
    }
    if (!is_word(words[0], "fact") || line->count < 2) {
        return wrong(facts, line, "no such statement; write `on DAY`, `case N`, `set LAW SETTING` or `fact NAME=yes`");
    }
    for (size_t i = 1; i < line->count; i++) {
        if (!good_fact(words[i])) {
            return wrong(facts, line, "a fact belongs here; write NAME=yes, NAME=no or NAME=unknown");
        }
    }
    return EXIT_GOOD;
}

int facts_read(facts_file *out, const options *opts)
{
    fact_line line = {{{0, 0}}, 0, {0, 0}, 0};
    int dated = 0;
    size_t at = 0;
    int result = file_read(opts->words[0], &out->file);
    while (result == EXIT_GOOD && facts_next(out, &at, &line)) {
        result = check_line(out, &line, &dated);
    }
    out->lines = line.number;
    if (result == EXIT_GOOD && (opts->given & OPT_AS_OF)) {
        out->on = opts->as_of;
        dated = 1;
    }
    if (result == EXIT_GOOD && !dated) {
        fprintf(stderr, "%s: no day is asked about; write `on DAY`, or say --as-of DAY\n", out->file.name);
        result = EXIT_BAD_INPUT;
    }
    out->used = result == EXIT_GOOD ? calloc(out->file.length + 2, 1) : NULL;
    if (result == EXIT_GOOD && !out->used) {
        fputs("ombud: out of memory\n", stderr);
        result = EXIT_NO_MEMORY;
    }
    return result;
}
