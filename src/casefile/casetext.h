/*
 * A `.case` text cut into lines, scenarios and tables, before any run of it is built.
 */
#ifndef OMBUD__CASETEXT_H
#define OMBUD__CASETEXT_H

#include "kernel/pool.h"
#include "textline.h"

/* Most runs of a text, most lines that all of them come to, and most columns of a table. */
#define OMBUD__RUNS_MAX ((size_t)100000)
#define OMBUD__RUN_LINES_MAX ((size_t)8000000)
#define OMBUD__COLUMNS_MAX ((size_t)64)

/* A line that is neither blank nor a comment. */
typedef struct ombud__caseline {
    const char *text;
    uint32_t length, number;
} ombud__caseline;

/* What stands before the first `scenario`, or behind one: lines and rows are ranges of the text's. */
typedef struct ombud__section {
    size_t from, to;
    ombud__caseline table; /* text NULL: there is none */
    size_t row, rows;
    ombud_view name; /* of the scenario; empty for what is shared */
} ombud__section;

typedef struct ombud__casetext {
    ombud__pool *pool;
    ombud_error *err;
    OMBUD__TABLE(ombud__caseline, lines); /* without those of tables */
    OMBUD__TABLE(ombud__caseline, rows);
    OMBUD__TABLE(ombud__section, sections); /* the first is what is shared */
    size_t put_in;                          /* bytes of all lines with values put in */
} ombud__casetext;

/* Cuts a text, which must stay where it is. */
ombud_status ombud__casetext_cut(ombud__casetext *out, ombud__pool *pool, ombud_view text, ombud_error *err);

/* The section whose table a section runs over: its own, or the shared one; NULL if there is none. */
const ombud__section *ombud__casetext_table(const ombud__casetext *text, const ombud__section *section);

/* The words of a line, with the values of a row for $NAMEs; `table` may be NULL. */
ombud_status ombud__casetext_words(ombud__casetext *text, const ombud__caseline *line, const ombud__section *table,
                                   size_t row, ombud__textline *out);

/* NAME and the row as NAME=VALUE …, for the name of a run. */
ombud_status ombud__casetext_run_name(const ombud__casetext *text, const ombud__section *section,
                                      const ombud__section *table, size_t row, ombud_view *out);

#endif
