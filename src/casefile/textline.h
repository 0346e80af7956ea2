/*
 * One line of a case text or of settings as words between spaces, each with its place.
 */
#ifndef OMBUD__TEXTLINE_H
#define OMBUD__TEXTLINE_H

#include "kernel/table.h"
#include "kernel/text.h"

typedef struct ombud__textline {
    const char *text; /* the line, from its first byte */
    size_t at, end;
    uint32_t line;           /* its number in the text, from 1 */
    const uint32_t *columns; /* where each byte stands in the text, if values were put in for $NAMEs; else NULL */
    ombud_error *err;
} ombud__textline;

/* Words over a line; `#` and what follows it is left out. */
ombud__textline ombud__textline_over(const char *text, size_t length, uint32_t line, ombud_error *err);

/* The next word; 0 at the end, then `word` is empty and stands there. */
int ombud__textline_next(ombud__textline *words, ombud_view *word);

/* The same without going on. */
int ombud__textline_peek(const ombud__textline *words, ombud_view *word);

/* What is left, without spaces around it. */
ombud_view ombud__textline_rest(ombud__textline *words);

/* OMBUD_E_SYNTAX if anything is left. */
ombud_status ombud__textline_end(ombud__textline *words);

/* Splits KEY=VALUE; 0 if the word has no `=`. */
int ombud__textline_pair(ombud_view word, ombud_view *key, ombud_view *value);

/* The next part of a list with commas, or what is left; 0 at the end. Empty parts are passed over. */
int ombud__list_next(ombud_view *list, ombud_view *part);

/* Fails at a part of the line. @return `code` */
ombud_status ombud__textline_fail(const ombud__textline *words, ombud_view at, ombud_status code, const char *message,
                                  const char *remedy);

/* Fails with OMBUD_E_UNKNOWN_NAME at a word and offers the nearest of a table as ombud__nearest_word() takes it. */
ombud_status ombud__textline_no_word(const ombud__textline *words, ombud_view word, const void *table, size_t size,
                                     size_t count, const char *message, const char *remedy);

/* A date or a period that was written at `word`. */
ombud_status ombud__textline_day(const ombud__textline *words, ombud_view word, ombud_day *out);
ombud_status ombud__textline_period(const ombud__textline *words, ombud_view word, ombud_period *out);

#endif
