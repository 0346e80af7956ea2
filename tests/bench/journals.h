/* Journals made up for the benchmark: the same seed makes the same journal, and each exists in the law's numbers and in
 * those of the reference. */
#ifndef OMBUD__JOURNALS_H
#define OMBUD__JOURNALS_H

#include "hand.h"

/* Members. */
enum { JOURNAL_REPORTER, JOURNAL_CONTACT_POINT, JOURNAL_TRUST_PERSON, JOURNAL_REPORT, JOURNAL_EARLIER };
enum { JOURNAL_ACTS = 24, JOURNAL_LOADS = 48 };

/* The numbers of the law for the names of the reference. */
typedef struct journal_names {
    ombud__id report, person; /* kinds */
    ombud__id event[HAND_EVENTS], fact[HAND_FACTS], choice[HAND_CHOICES], arg[HAND_LINKS], link[HAND_LINKS],
        term[HAND_TERMS];
    uint16_t state[HAND_STATES]; /* local */
    uint64_t role[4];            /* by bit of HAND_BY_* */
} journal_names;
/* 0 if the law lacks one; prints which. */
int journal_names_of(const ombud_law *law, journal_names *out);

typedef struct journal {
    int acts, loads;
    int32_t as_of;
    ombud__act act[JOURNAL_ACTS]; /* in the numbers of the reference */
    ombud__load load[JOURNAL_LOADS];
} journal;
void journal_make(uint64_t seed, journal *out);

/* Many journals side by side, in both numberings. */
typedef struct journals {
    size_t count, acts;
    uint32_t *first; /* count + 1: first act of each */
    int32_t *as_of;
    ombud__act *law_acts, *hand_acts;
    ombud__load *law_loads, *hand_loads;
} journals;
int journals_reserve(journals *all, size_t count);
void journals_make(journals *all, const journal_names *names, uint64_t seed, size_t count);
void journals_free(journals *all);

/* The next of a sequence that looks random. */
uint64_t journal_random(uint64_t *state);

#endif
