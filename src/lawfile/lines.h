/*
 * A text as a tree of lines by indentation, and the tokens of a stretch of it.
 *
 * A line that stands deeper than the one above belongs to it. A statement is therefore a stretch of text from its line
 * to the next line that is not deeper, and a cursor reads its tokens across line ends, blank lines and comments.
 */
#ifndef OMBUD__LINES_H
#define OMBUD__LINES_H

#include "kernel/pool.h"

/* Most lines that are neither blank nor a comment. */
#define OMBUD__LINES_MAX ((size_t)250000)

typedef struct ombud__line {
    uint32_t at;     /* offset of its first token */
    uint32_t number; /* in the text, from 1 */
    uint32_t indent; /* spaces before the first token */
    uint32_t after;  /* the first later line that does not belong to it */
} ombud__line;

typedef struct ombud__lines {
    ombud_view text;
    ombud__line *line;
    size_t count, capacity;
} ombud__lines;

enum { OMBUD__TOKEN_END, OMBUD__TOKEN_WORD, OMBUD__TOKEN_STRING, OMBUD__TOKEN_MARK };
typedef struct ombud__token {
    uint8_t type;
    uint32_t line, column; /* both from 1; the column counts bytes */
    uint32_t at, end;      /* offsets in the text */
    ombud_view text;       /* as written; of a string what stands between the quotes, not yet unescaped */
} ombud__token;

typedef struct ombud__cursor {
    const char *text;
    uint32_t at, end;
    uint32_t line, line_at;
} ombud__cursor;

/*
 * Cuts a text into lines and verifies every token, so that a cursor over it cannot fail. The lines live in `pool`.
 * OMBUD_E_UTF8, OMBUD_E_LIMIT, OMBUD_E_SYNTAX, OMBUD_E_NOMEM.
 */
ombud_status ombud__lines_read(ombud__lines *lines, ombud__pool *pool, ombud_view text, ombud_error *err);

/* A cursor from line `from` up to line `to`, which is not read. */
ombud__cursor ombud__cursor_over(const ombud__lines *lines, size_t from, size_t to);

/* The next token; OMBUD__TOKEN_END after the last, placed where that one ended. */
ombud__token ombud__next(ombud__cursor *cursor);

#endif
