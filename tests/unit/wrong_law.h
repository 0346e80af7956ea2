/*
 * Laws that are wrong: what each must be answered with, shared by the tests of the .law reader.
 */
#ifndef WRONG_LAW_H
#define WRONG_LAW_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ombud/law.h"

/* Eleven lines that are right; what a case adds begins on line 12. */
static const char base[] = "law garden\n"
                           "role keeper\n"
                           "item plot s\n"
                           "  states free, left\n"
                           "  event let carries way (internal, external), seen (day)\n"
                           "  event weeded by keeper\n"
                           "  fact dry, sick stated by keeper\n"
                           "provision 1 \"Rule 1\" since unknown\n"
                           "  anchor \"a\"\n"
                           "  gloss en \"G.\"\n"
                           "  plot.let: -> free\n";

typedef struct wrong {
    const char *added;
    ombud_status status;
    uint32_t line, column;
    const char *excerpt;
    const char *nearest;
    const char *remedy; /* words that the remedy holds */
} wrong;

static inline ombud_status parse(const char *text, size_t length, ombud_error *err)
{
    ombud_law *untouched = (ombud_law *)&untouched;
    ombud_law *law = untouched;
    ombud_status status = ombud_law_parse(text, length, NULL, &law, err);
    if (status == OMBUD_OK) {
        ombud_law_free(law);
    } else {
        assert_ptr_equal(law, untouched);
    }
    return status;
}

static inline void expect_wrong(const char *text, const wrong *w)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = parse(text, strlen(text), &err);
    if (status != w->status || err.line != w->line || err.column != w->column || strcmp(err.excerpt, w->excerpt) != 0 ||
        strcmp(err.nearest, w->nearest) != 0 || !strstr(err.remedy, w->remedy) || err.code != status) {
        fail_msg("%s\ngot %s at %u:%u [%s] near [%s]: %s; %s", w->added, ombud_status_name(status), err.line,
                 err.column, err.excerpt, err.nearest, err.message, err.remedy);
    }
    assert_true(err.message[0] != '\0');
    assert_true(err.remedy[0] != '\0');
}

static inline void expect_all(const char *before, const wrong *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char *text = malloc(strlen(before) + strlen(table[i].added) + 1);
        assert_non_null(text);
        strcpy(text, before);
        strcat(text, table[i].added);
        expect_wrong(text, &table[i]);
        free(text);
    }
}

#define EXPECT_ALL(before, table) expect_all(before, table, sizeof table / sizeof table[0])

#endif
