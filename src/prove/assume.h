/*
 * Whether conditions about one item can come out as wanted, under some assumption of facts, states, terms and readings.
 *
 * What another item says, days, and who acts are assumed freely: more is thought possible than is. So "cannot be" is
 * certain, whatever a case holds, and "can be" is not.
 */
#ifndef OMBUD__PROVE_ASSUME_H
#define OMBUD__PROVE_ASSUME_H

#include "kernel/fold.h"

/* What is wanted: a condition, `when` and not `unless` of a row, or a guard that lets its event pass. */
typedef struct ombud__goal {
    const ombud__row *row; /* it counts only under its reading; NULL: always */
    const ombud__guard *guard;
    ombud__id when, unless;
    int wanted; /* OMBUD__YES or OMBUD__NO */
} ombud__goal;

/* Something that can be assumed. */
typedef struct ombud__atom {
    uint8_t sort;
    ombud__id what, value; /* FACT: fact; STATE: local; TERM: term and status; READING: reading; OTHER: condition */
} ombud__atom;

typedef struct ombud__assumed {
    const ombud_law *law;
    const ombud__edition *edition; /* in which every alternative counts */
    uint8_t *facts;                /* OMBUD__UNKNOWN: nothing assumed */
    uint64_t states[2];            /* those that are left */
    uint16_t *terms;               /* per term: the statuses that are left */
    ombud__id *chosen;             /* per reading */
    uint8_t *others;               /* per condition, at the first that says the same */
    ombud__id *like;               /* per condition: that first one */
    uint32_t steps;
} ombud__assumed;

ombud_status ombud__assumed_new(ombud__pool *pool, const ombud_law *law, ombud__assumed *out);
/* Nothing assumed; the item is in one of these states. */
void ombud__assumed_clear(ombud__assumed *assumed, const ombud__edition *edition, const uint64_t states[2]);

/* 1: they can all come out as wanted, and what was assumed stands in `assumed`; 0: never; -1: too much to look at. */
int ombud__assume(ombud__assumed *assumed, const ombud__goal *goals, size_t count);

/* Whether two conditions say the same in the same words. */
int ombud__same_condition(const ombud_law *law, ombud__id a, ombud__id b);

#endif
