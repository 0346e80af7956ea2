/*
 * A file of facts for `ombud route` (docs/routing.md): its lines, and which of them a law had a use for.
 */
#ifndef OMBUD_CLI_FACTS_H
#define OMBUD_CLI_FACTS_H

#include "cli.h"

/* A facts file, and what is known of it before any law is asked. */
typedef struct facts_file {
    text_file file;
    ombud_day on;
    int64_t number; /* of the case, or 0 */
    size_t lines;
    unsigned char *used; /* what a law had a use for: settings by line, facts by place in the text */
} facts_file;

enum { USED_SETTING = 1, USED_FACT = 2, LEFT_OUT = 4 }; /* LEFT_OUT: a fact that is tried without */

/* One line of the file, cut at blanks; `#` begins a comment. */
enum { WORDS_MAX = 64 };
typedef struct fact_line {
    ombud_view words[WORDS_MAX];
    size_t count;
    ombud_view rest; /* from the third word on: a setting */
    size_t number;
} fact_line;

int is_word(ombud_view word, const char *wanted);
/* Cuts the line at `*at` and moves on; 0 at the end of the file. */
int facts_next(const facts_file *facts, size_t *at, fact_line *out);
/* The part of NAME=VALUE before `=`; empty if it is none. */
ombud_view name_of(ombud_view pair);
/* Reads a file and judges its form, whatever the laws may say of its names. @return an exit status */
int facts_read(facts_file *out, const options *opts);

#endif
