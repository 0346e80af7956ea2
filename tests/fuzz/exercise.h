/*
 * What is done with any bytes whatever, by the fuzzers and by the mutator: they are read; what was read is asked
 * everything, rendered, written out and read again. Nothing may crash, leak, or come back otherwise than it was
 * written. Stops the program with abort() when something is wrong.
 */
#ifndef EXERCISE_H
#define EXERCISE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ombud/ombud.h"

/* ---- memory that is counted -------------------------------------------------------------------------------------- */

typedef struct exercise_memory {
    size_t blocks, bytes;
} exercise_memory;

static void *exercise_alloc(void *ctx, size_t size)
{
    exercise_memory *m = ctx;
    void *block = malloc(size);
    m->blocks += block != NULL;
    m->bytes += block != NULL ? size : 0;
    return block;
}

static void *exercise_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    exercise_memory *m = ctx;
    void *moved = realloc(block, new_size);
    m->bytes += moved != NULL ? new_size - old_size : 0;
    return moved;
}

static void exercise_free(void *ctx, void *block, size_t size)
{
    exercise_memory *m = ctx;
    m->blocks--;
    m->bytes -= size;
    free(block);
}

static void exercise_wrong(const char *what)
{
    fprintf(stderr, "exercise: %s\n", what);
    abort();
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

typedef struct exercise_text {
    char *bytes;
    size_t length, room;
} exercise_text;

static int exercise_put(void *user, const char *bytes, size_t length)
{
    exercise_text *t = user;
    if (t->length + length + 1 > t->room) {
        t->room = (t->length + length + 1) * 2;
        t->bytes = realloc(t->bytes, t->room);
        if (t->bytes == NULL)
            exercise_wrong("no memory for the test itself");
    }
    memcpy(t->bytes + t->length, bytes, length);
    t->length += length;
    return 0;
}

static int exercise_count(void *user, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)user += length;
    return 0;
}

/* An error says where and what. */
static void exercise_error(const ombud_error *err, ombud_status status, const char *bytes, size_t length)
{
    size_t lines = 1;
    for (size_t i = 0; i < length; i++)
        lines += bytes[i] == '\n';
    if (err->code != status || err->message == NULL || err->message[0] == '\0' || err->remedy == NULL ||
        err->line > lines + 1 || memchr(err->excerpt, '\0', sizeof err->excerpt) == NULL)
        exercise_wrong("an error that does not say what is wrong");
}

/* ---- everything that can be asked of a case ---------------------------------------------------------------------- */

/* Faces and languages take turns, by what the bytes are. */
static unsigned exercise_turn(const char *bytes, size_t length)
{
    unsigned sum = (unsigned)length;
    for (size_t i = 0; i < length; i += 1 + length / 64)
        sum = sum * 31 + (unsigned char)bytes[i];
    return sum >> 4 & 0xffff;
}

static void exercise_questions(const ombud_case *c, ombud_day day, unsigned turn)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_actions *actions = NULL;
    ombud_day next;
    char text[256];
    size_t bytes = 0;
    asof.day = day;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_SVG, OMBUD_FORMAT_ICS, OMBUD_FORMAT_JSON};
    how.domain = ombud_view_of("library.example");
    how.salt = ombud_view_of("0123456789abcdef");
    how.lang = 1 + (ombud_lang)(turn / 4 % 3);
    how.format = formats[turn % 4];
    ombud_status status = ombud_render_case(c, &asof, &how, exercise_count, &bytes, NULL);
    if (status != OMBUD_OK && status != OMBUD_E_LIMIT &&
        !(status == OMBUD_E_STATE && how.format == OMBUD_FORMAT_ICS && ombud_case_number(c) == 0))
        exercise_wrong("a case that cannot be rendered");
    if (ombud_case_next(c, NULL, &asof, &actions, NULL) != OMBUD_OK)
        exercise_wrong("no acts");
    ombud_actions_free(actions);
    status = ombud_case_next_change(c, &asof, &next, NULL);
    if (status != OMBUD_E_NOT_FOUND && (status != OMBUD_OK || next <= day))
        exercise_wrong("a next change that is not next");
    if (ombud_case_journal_count(c) > 0)
        (void)ombud_case_entry_text(c, 1, text, sizeof text, &bytes);
}

/* Written, read, and written again: the same bytes. */
static void exercise_round_trip(const ombud_case *c, const ombud_law *law)
{
    const ombud_law *const laws[] = {law};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *again = NULL;
    exercise_text one = {NULL, 0, 0}, two = {NULL, 0, 0};
    if (ombud_case_write(c, exercise_put, &one, NULL) != OMBUD_OK)
        exercise_wrong("a case that cannot be written");
    if (ombud_scenario_parse(one.bytes, one.length, laws, 1, NULL, &again, &err) != OMBUD_OK) {
        fprintf(stderr, "%u:%u: %s [%s]\n%.*s", err.line, err.column, err.message, err.excerpt, (int)one.length,
                one.bytes);
        exercise_wrong("what was written cannot be read");
    }
    if (ombud_scenario_count(again) != 1 ||
        ombud_case_write(ombud_scenario_case(again, 0), exercise_put, &two, NULL) != OMBUD_OK)
        exercise_wrong("what was written cannot be written again");
    if (one.length != two.length || memcmp(one.bytes, two.bytes, one.length) != 0) {
        fprintf(stderr, "%.*s-- is not\n%.*s", (int)one.length, one.bytes, (int)two.length, two.bytes);
        exercise_wrong("a case is not what was written");
    }
    ombud_scenario_free(again);
    free(one.bytes);
    free(two.bytes);
}

/*
 * Asked as of a century on, not of the year 9999: ends that bring about the next period day by day are lawful, and
 * would be three million.
 */

/* ---- the two inputs ---------------------------------------------------------------------------------------------- */

/* Tries and records every event of a law on a first item of its kind. */
static inline void exercise_events(const ombud_law *law, ombud_case *c)
{
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_EVENT) && i < 40; i++) {
        ombud_word word = OMBUD_WORD_INIT, kind = OMBUD_WORD_INIT;
        ombud_event event = OMBUD_EVENT_INIT;
        ombud_verdict *verdict = NULL;
        char line[300];
        if (ombud_law_word(law, OMBUD_WORD_EVENT, i, OMBUD_LANG_EN, &word) != OMBUD_OK)
            exercise_wrong("an event that is not there");
        for (size_t k = 0; k < ombud_law_word_count(law, OMBUD_WORD_ITEM); k++) {
            (void)ombud_law_word(law, OMBUD_WORD_ITEM, k, OMBUD_LANG_EN, &kind);
            if (kind.name.len == word.owner.len && memcmp(kind.name.ptr, word.owner.ptr, word.owner.len) == 0)
                break;
        }
        if (word.name.len + kind.owner.len > 250)
            continue;
        snprintf(line, sizeof line, "%.*s %.*s1", (int)word.name.len, word.name.ptr, (int)kind.owner.len,
                 kind.owner.ptr);
        event.on = 20514 + (ombud_day)i;
        event.line = ombud_view_of(line);
        if (ombud_case_may(c, &event, NULL, &verdict, NULL) == OMBUD_OK) {
            char text[400];
            (void)ombud_explain_verdict(verdict, OMBUD_LANG_NL, text, sizeof text);
            ombud_verdict_free(verdict);
        }
        (void)ombud_case_apply(c, &event, NULL, NULL);
    }
}

/* 1 if the bytes are a law. */
static inline int exercise_law(const char *bytes, size_t length)
{
    exercise_memory memory = {0, 0};
    const ombud_alloc alloc = {&memory, exercise_alloc, exercise_resize, exercise_free};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL, *again = NULL;
    ombud_case *c = NULL;
    ombud_status status = ombud_law_parse(bytes, length, &alloc, &law, &err);
    if (status != OMBUD_OK) {
        exercise_error(&err, status, bytes, length);
    } else {
        ombud_view text = ombud_law_text(law);
        if (ombud_law_parse(text.ptr, text.len, &alloc, &again, NULL) != OMBUD_OK ||
            ombud_law_digest(again) != ombud_law_digest(law))
            exercise_wrong("a law that is not its text");
        ombud_law_free(again);
        if (ombud_case_new(law, NULL, &alloc, &c, NULL) != OMBUD_OK)
            exercise_wrong("a law without a case");
        exercise_events(law, c);
        size_t drawn = 0;
        if (ombud_render_law(law, NULL, NULL, exercise_count, &drawn, NULL) != OMBUD_OK || drawn == 0)
            exercise_wrong("a law that cannot be drawn");
        unsigned turn = exercise_turn(bytes, length);
        exercise_questions(c, 20600, turn);
        exercise_questions(c, 57000, turn + 1);
        exercise_questions(c, OMBUD_DAY_MIN, turn + 2);
        exercise_round_trip(c, law);
        ombud_case_free(c);
        ombud_law_free(law);
    }
    if (memory.blocks != 0 || memory.bytes != 0)
        exercise_wrong("a leak");
    return status == OMBUD_OK;
}

/* 1 if the bytes are a case under the law. */
static inline int exercise_case(const ombud_law *law, const char *bytes, size_t length)
{
    exercise_memory memory = {0, 0};
    const ombud_alloc alloc = {&memory, exercise_alloc, exercise_resize, exercise_free};
    const ombud_law *const laws[] = {law};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    ombud_status status = ombud_scenario_parse(bytes, length, laws, 1, &alloc, &scenario, &err);
    if (status != OMBUD_OK)
        exercise_error(&err, status, bytes, length);
    for (size_t run = 0; run < ombud_scenario_count(scenario) && run < 4; run++) {
        const ombud_case *c = ombud_scenario_case(scenario, run);
        ombud_report *report = NULL;
        ombud_day day = 20514;
        (void)ombud_scenario_last_day(scenario, run, &day);
        if (ombud_scenario_check(scenario, run, &report, NULL) != OMBUD_OK)
            exercise_wrong("a scenario that cannot be checked");
        for (size_t i = 0; i < ombud_report_count(report); i++) {
            ombud_expectation e = OMBUD_EXPECTATION_INIT;
            if (ombud_report_get(report, i, &e) != OMBUD_OK)
                exercise_wrong("an expectation that is not there");
        }
        ombud_report_free(report);
        exercise_questions(c, day, exercise_turn(bytes, length) + (unsigned)run);
        exercise_questions(c, 57000, exercise_turn(bytes, length) + (unsigned)run + 1);
        exercise_round_trip(c, ombud_case_law(c));
    }
    ombud_scenario_free(scenario);
    if (memory.blocks != 0 || memory.bytes != 0)
        exercise_wrong("a leak");
    return status == OMBUD_OK;
}

#endif
