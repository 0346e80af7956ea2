/*
 * KEY=VALUE behind an expectation: due=, bearer=, since=, until=, because=, missing=.
 */
#ifndef OMBUD__OPTIONS_H
#define OMBUD__OPTIONS_H

#include "expectation.h"

/* What is at hand while one expectation is read. */
typedef struct ombud__expecting {
    ombud__expected *out;
    ombud__textline *words;
    const ombud_case *matter;
    const ombud_law *law;
    ombud__pool *pool;
} ombud__expecting;

enum {
    OMBUD__OPTION_DUE = 1,
    OMBUD__OPTION_SINCE = 2,
    OMBUD__OPTION_UNTIL = 4,
    OMBUD__OPTION_BECAUSE = 8,
    OMBUD__OPTION_MISSING = 16,
    OMBUD__OPTION_BEARER = 32
};

/* Whether a key is one of the allowed options. */
int ombud__is_option(ombud_view key, int allowed);

/* Reads one option, or all that are left on the line. */
ombud_status ombud__read_option(ombud__expecting *at, ombud_view word, int allowed);
ombud_status ombud__read_options(ombud__expecting *at, int allowed);

/* A date or none, where no key stands before it or the key is at `key`. */
ombud_status ombud__read_said_day(ombud__expecting *at, ombud_view key, ombud_view value, ombud__said_day *out);

/* A NUL-terminated copy in the pool; OMBUD_E_NOMEM. */
ombud_status ombud__expecting_copy(ombud__expecting *at, ombud_view text, ombud_view *out);

#endif
