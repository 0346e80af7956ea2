/*
 * A `.case` text that was read, and how one run of it is built.
 */
#ifndef OMBUD__SCENARIO_H
#define OMBUD__SCENARIO_H

#include "casetext.h"
#include "expectation.h"

typedef struct ombud__run_of_text {
    ombud_view name;
    ombud_case *matter; /* owned */
    OMBUD__TABLE(ombud_view, points);
    OMBUD__TABLE(ombud__expected, expected);
    uint8_t has_last;
    ombud_day last;
} ombud__run_of_text;

struct ombud_scenario {
    ombud_alloc alloc; /* the host's, for cases, laws and settings */
    ombud__pool pool;  /* overwritten when freed; everything else */
    const ombud_law *const *given;
    size_t given_count;
    OMBUD__TABLE(ombud_law *, laws);          /* built-in ones, owned */
    OMBUD__TABLE(ombud_settings *, settings); /* owned */
    OMBUD__TABLE(ombud__run_of_text, runs);
};

/* What the runs of a text have in common while they are built. */
typedef struct ombud__runs {
    ombud_scenario *scenario;
    ombud__casetext text;
    const ombud_settings *settings;    /* of the run before; NULL at first */
    const ombud__section *settings_of; /* whose head they are: a section's, or the shared one */
} ombud__runs;

/* Builds the last run of the scenario: a section, and a row if there is a table. */
ombud_status ombud__run_build(ombud__runs *runs, const ombud__section *section, const ombud__section *table,
                              size_t row);

#endif
