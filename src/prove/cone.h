/*
 * What matters to one kind of item: everything that its rows read, here and over links, and the kinds that are walked
 * through with it. What no row reads does not tell two situations apart.
 */
#ifndef OMBUD__PROVE_CONE_H
#define OMBUD__PROVE_CONE_H

#include "kernel/table.h"

/* A fact read when an event is judged is stated for that event; one that is read between events stays. */
enum { OMBUD__READ_AT_EVENTS = 1, OMBUD__READ_BETWEEN = 2 };
/* A kind stands still where nothing of it is read that its events change. */
enum { OMBUD__IN_WALK = 1, OMBUD__MOVES = 2 };
enum { OMBUD__WALK_ITEMS = 6 };

/* What may walk together; NULL: all. */
typedef struct ombud__company {
    uint8_t *kinds;  /* per kind: OMBUD__WELCOME, and OMBUD__PICKED if only some of its events may happen */
    uint8_t *events; /* per event: picked */
} ombud__company;
enum { OMBUD__WELCOME = 1, OMBUD__PICKED = 2 };

typedef struct ombud__cone {
    const ombud_law *law;
    ombud__id kind;
    uint8_t *facts;        /* OMBUD__READ_* */
    uint8_t *states;       /* per kind: read */
    uint8_t *terms;        /* it matters what becomes of it: it is read, counted from, or brings an event about */
    uint8_t *links;        /* followed */
    uint8_t *days;         /* per condition that compares days: read */
    uint8_t *kinds;        /* OMBUD__IN_WALK … */
    uint8_t *alternatives; /* some row of the cone rests on it */
    const ombud__company *with;
    uint8_t *absent; /* per kind: it would walk, but may not */
    int narrowed;    /* some kind is absent, or some event of those that walk */
    ombud__id items[OMBUD__WALK_ITEMS];
    size_t item_count;
    uint64_t asked; /* roles for which conditions ask */
    int cut;        /* kinds were left out: there are more than OMBUD__WALK_ITEMS */
} ombud__cone;

ombud_status ombud__cone_of(ombud__pool *pool, const ombud_law *law, ombud__id kind, const ombud__company *with,
                            ombud__cone *out);

/* Whether an event may happen in the walk. */
int ombud__cone_lets(const ombud__cone *cone, ombud__id event);
/* Whether a condition follows a link to a kind that may not walk: what it says is then no test. */
int ombud__cone_misses(const ombud__cone *cone, ombud__id cond);
/* Whether a remembered fact tells situations apart: it stays from one event to the next. */
int ombud__cone_stays(const ombud__cone *cone, ombud__id fact);
/* Whether somebody can state a fact as a case goes on, so that both answers are tried. What events make is left to
 * them. */
int ombud__cone_splits(const ombud__cone *cone, ombud__id fact);

#endif
