/*
 * The words of enumerations, as texts of laws and cases, JSON and messages have them; those that hosts ask for are
 * declared in public headers.
 */
#ifndef OMBUD__ENUMS_H
#define OMBUD__ENUMS_H

#include "ombud/answer.h"

/* Of a value that is one; empty for a truth or a force that was not said, English for a language that was not. */
const char *ombud__truth_word(ombud_truth truth);
const char *ombud__roll_word(ombud_roll roll);
const char *ombud__force_word(ombud_force force);
const char *ombud__lang_word(ombud_lang lang);

/* Whether what departs from a text of that force is unlawful; under the others it departs. */
static inline int ombud__force_binds(ombud_force force)
{
    return force == OMBUD_FORCE_LAW || force == OMBUD_FORCE_UNSPECIFIED;
}

/* What has this word; 0 if nothing has. */
int ombud__truth_of(ombud_view word, ombud_truth *out);
int ombud__term_status_of(ombud_view word, ombud_term_status *out);

#endif
