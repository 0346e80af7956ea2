/*
 * A walk through every situation that one kind of item, with those linked to it, can come to. A situation is a fold of
 * the kernel's own; two folds are one situation if all that some row reads is alike (situation.c).
 */
#ifndef OMBUD__PROVE_WALK_H
#define OMBUD__PROVE_WALK_H

#include "cone.h"
#include "kernel/matter.h"
#include "proof.h"

enum { OMBUD__WALK_GOALS = 64, OMBUD__WALK_LOADS = 32, OMBUD__WALK_CARRIED = 6 };

/* How a situation is come to from another: time, or an act of a journal with the facts that were stated for it. */
enum { OMBUD__STRIDE_START = 0, OMBUD__STRIDE_TIME, OMBUD__STRIDE_ACT, OMBUD__STRIDE_FACT, OMBUD__STRIDE_LINK };
typedef struct ombud__stride {
    uint32_t from; /* situation */
    uint8_t sort;
    uint8_t truth; /* FACT */
    int32_t day;
    ombud__id what;           /* event, fact or link */
    uint16_t item, other, by; /* members of the walk */
    const ombud__load *loads; /* what the event carries, then facts: their `value` is the member */
    uint16_t carried, stated;
} ombud__stride;

typedef struct ombud__situation {
    ombud__stride step;
    const unsigned char *key;
    size_t key_length;
    ombud__fold fold; /* freed once all steps from it are taken */
    uint64_t good;    /* goals that are reached here */
    uint8_t found;    /* a finding stands */
    uint8_t open;     /* not all steps from it were taken */
} ombud__situation;

/* A way from one situation to another, and which terms of the first item open and end on it: sets of local numbers. */
typedef struct ombud__edge {
    uint32_t from, to;
    uint32_t opens, ends;
} ombud__edge;

/* What must stay possible from every situation: an invariant, or that the case ends. */
enum { OMBUD__GOAL_INVARIANT = 1, OMBUD__GOAL_END };
typedef struct ombud__walk_aim {
    uint8_t sort;
    ombud__id what; /* invariant */
} ombud__walk_aim;

/* A fact of a member. */
typedef struct ombud__known {
    uint16_t item;
    ombud__id fact;
} ombud__known;

typedef struct ombud__walking {
    ombud_proof *proof;
    const ombud_law *law;
    const ombud_settings *settings;
    const uint8_t *missed; /* per invariant: what it claims is of items that may not walk */
    ombud__id alternative; /* that differs from the law by itself, or NONE */
    ombud__pool pool;
    ombud__cone cone;
    int recorded;
    size_t most;
    /* The members: items, then person 1, then a person for each role; in the same order in every fold. */
    ombud__fold blank;
    ombud__id member_kinds[OMBUD__WALK_ITEMS + 1 + OMBUD_LAW_ROLES_MAX];
    uint16_t members, items;
    uint16_t role_member[OMBUD_LAW_ROLES_MAX];
    size_t ties;
    ombud__known *splits, *stays; /* facts of its members that are tried out, and those that tell situations apart */
    ombud__known *turns;          /* conditions on days, as `fact` */
    size_t split_count, stay_count, turn_count;
    int32_t first_day;
    OMBUD__TABLE(ombud__situation, situations);
    OMBUD__TABLE(ombud__edge, edges);
    uint32_t *slots; /* of the hash of keys: situation + 1 */
    size_t slot_count;
    ombud__walk_aim aims[OMBUD__WALK_GOALS];
    size_t aim_count;
    uint64_t final[2]; /* states of the kind in which an item may rest */
    ombud__fold probe, base, next;
    size_t steps;
    uint32_t opens, ends;                                  /* on the step that is being taken */
    int full, too_many_facts, far_off, too_many_aims, cut; /* bounds that were reached; cut: of keys */
    ombud_status status;
} ombud__walking;

/* What is asked of an exploration, its names looked up. */
typedef struct ombud__asked {
    ombud_exploring how;
    ombud__id only;      /* kind, or NONE for all */
    const ombud__company *with;
} ombud__asked;

/* The world at a fold, on its day. */
ombud__world ombud__walk_world(const ombud__walking *walk, ombud__fold *fold, int32_t day);
/* The member that a link leads to or from, or NOBODY if its kind is not walked through. */
uint16_t ombud__walk_member(const ombud__walking *walk, ombud__id kind);

/* Adds what a fold is, come to by a step, unless it is known; notes the way and judges it. (situation.c) */
void ombud__walk_arrive(ombud__walking *walk, ombud__fold *fold, int32_t day, const ombud__stride *step);
/* The next day on which time alone can change something, or OMBUD__NO_DAY. */
int32_t ombud__walk_next_day(ombud__walking *walk, const ombud__fold *fold, int32_t day);

/* All steps by events from a situation, each with the facts that decide about it. (split.c) */
void ombud__walk_events(ombud__walking *walk, uint32_t situation);

/* Invariants and aims. (hold.c) */
void ombud__walk_aims(ombud__walking *walk);
void ombud__hold_at(ombud__walking *walk, uint32_t from, const ombud__world *world, const ombud__stride *step);
void ombud__hold_here(ombud__walking *walk, uint32_t situation, const ombud__world *world);
/* Notes which terms an event opens and ends, whether they ran or not. */
void ombud__hold_act(ombud__walking *walk, const ombud__world *after, const ombud__stride *step);
void ombud__hold_over_time(ombud__walking *walk, const ombud__world *before, const ombud__world *after,
                           const ombud__stride *step);
void ombud__hold_aims(ombud__walking *walk);
/* An invariant at an event: what is not yet known of it. NONE if nothing. */
ombud__id ombud__hold_open(const ombud__walking *walk, const ombud__world *world, ombud__id event, uint16_t item);

/* The case that leads to a situation, and one step further if there is one; with an expectation. With a term: empty if
 * it is not open there. (trail.c) */
ombud_view ombud__trail(ombud__walking *walk, uint32_t situation, const ombud__stride *further, int may,
                        ombud__id term);

/* Walks through one kind of item under settings that were compiled; `whole` and the counts go into the proof. (walk.c)
 */
ombud_status ombud__walk(ombud_proof *proof, const ombud_settings *settings, ombud__id alternative, ombud__id kind,
                         const ombud__asked *asked);

#endif
