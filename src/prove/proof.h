/*
 * A proof while it is made: flaws, walks and invariants, gathered in one pool.
 */
#ifndef OMBUD__PROVE_PROOF_H
#define OMBUD__PROVE_PROOF_H

#include "kernel/edition.h"
#include "kernel/text.h"
#include "ombud/prove.h"

struct ombud_proof {
    ombud_alloc alloc;
    ombud__pool pool;
    const ombud_law *law;
    ombud_status status; /* of the first failure while it was made */
    OMBUD__TABLE(ombud_flaw, flaws);
    OMBUD__TABLE(ombud_walk, walks);
    ombud_invariant *invariants; /* as law->invariants; NULL of a proof of the rows */
    uint8_t *narrowed;           /* per kind: its walks went without items, as asked */
    ombud_flaw unseen;           /* given for a flaw where there is no memory for one */
};

/* NULL for a law: the host gave no law, or no place for the result. */
ombud_status ombud__proof_new(const ombud_law *law, const ombud_alloc *alloc, ombud_proof **out, ombud_error *err);

/* A sentence in the making: the pieces up to NULL, in the pool; empty when there is no memory, which the proof
 * remembers. */
ombud_view ombud__proof_text(ombud_proof *proof, const char *const *pieces, size_t count);

/* Adds a flaw at a row, and gives it back to be completed until the next is added; one that nobody sees when there is
 * no memory, which the proof remembers. */
ombud_flaw *ombud__proof_add(ombud_proof *proof, ombud_flaw_kind kind, const ombud__row *row, ombud_view what,
                             const char *sentence, const char *remedy);

/* Whether a flaw of the kind stands at that line already. */
int ombud__proof_has(const ombud_proof *proof, ombud_flaw_kind kind, uint32_t line);

/* Settings for looking at a law, not compiled yet: `alternative` is chosen if it is one, `area` is the scope; `hosted`:
 * the host has said since when there is in force what begins on a day of its own. */
ombud_status ombud__proof_settings(ombud_proof *proof, ombud__id alternative, ombud__id area, int hosted,
                                   ombud_settings **out);

/* A day on which the last wordings are in force. */
int32_t ombud__proof_day(const ombud_law *law, const ombud_settings *settings);

/* In the order of the law; of one line as they were found. */
void ombud__proof_sort(ombud_proof *proof);

/* The states of a kind in which an item may rest: those that are declared final; where none is, those that no move
 * leaves. */
void ombud__final_states(const ombud_law *law, ombud__id kind, uint64_t out[2]);

/* Flaws that are seen of conditions (rows.c), and of states and terms (machine.c). */
ombud_status ombud__prove_rows(ombud_proof *proof);
ombud_status ombud__prove_machines(ombud_proof *proof);

#endif
