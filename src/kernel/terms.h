/*
 * Terms while a fold is at work: how they open, how they get their last days and lose them.
 */
#ifndef OMBUD__TERMS_H
#define OMBUD__TERMS_H

#include "fold.h"

/* From now on this day is the next at which time changes the term. */
static inline void ombud__tick(ombud__fold *fold, ombud__thing *thing, uint32_t local, ombud__running *term,
                               int32_t due)
{
    term->due = due;
    thing->ticking |= (uint32_t)1 << local;
    int32_t later = due < fold->next_due ? fold->next_due : due;
    fold->next_due = due < fold->next_due ? due : fold->next_due;
    fold->after_due = later < fold->after_due ? later : fold->after_due;
}

/* A term's last day no longer counts; where another is known to come next, nobody need search for it. */
static inline void ombud__unset_due(ombud__fold *fold, ombud__thing *thing, uint32_t local, const ombud__running *term)
{
    thing->ticking &= ~((uint32_t)1 << local);
    fold->next_due = term->due == fold->next_due ? fold->after_due : fold->next_due;
}

static inline uint16_t ombud__item_of(const ombud__world *world, const ombud__thing *thing)
{
    return (uint16_t)(thing - world->fold->things);
}

/* Whether an operation's condition holds. */
int ombud__op_holds(const ombud__world *world, const ombud__thing *thing, const ombud__op *op);
/* Opens what an event opens, once it has had its effect on facts. */
void ombud__open_terms(ombud__world *world, ombud__thing *thing, const ombud__plan *plan);
/* Moves the last day of a term that is open, or begins its period. */
void ombud__move_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                      ombud__running *term);
/* Begins the next period of a term that passes again and again. */
void ombud__begin_again(ombud__world *world, uint16_t item, ombud__running *term);

#endif
