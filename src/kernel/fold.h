/*
 * The state of a case: what the fold of its journal comes to. One block of memory; the fold itself allocates nothing.
 */
#ifndef OMBUD__FOLD_H
#define OMBUD__FOLD_H

#include "edition.h"
#include "ombud/answer.h"

/* Three-valued truth, ordered so that `and` is the least and `or` the greatest. */
enum { OMBUD__NO = 0, OMBUD__UNKNOWN = 1, OMBUD__YES = 2 };

/* An item: 48 bytes, and 16 for each term its kind declares. */
typedef struct ombud__thing {
    uint64_t known; /* the first 64 remembered facts */
    uint64_t roles; /* persons: told by the host */
    uint64_t yes;   /* 0 where known is; apart from it, since a pair stored one by one and read as one is slow */
    uint32_t terms, days,
        words;        /* first of its own in the fold's arrays; words: further facts, known and yes alternating */
    uint32_t ticking; /* its terms whose last day is known and not past */
    ombud__id kind;
    uint16_t state;  /* local; 0: not there yet */
    uint8_t touched; /* something happened to it: what it holds may be other than blank */
    uint8_t told_of; /* links may bear on its roles: else they are, on every item, what the host says */
} ombud__thing;

typedef struct ombud__tie {
    uint16_t from, to;
    ombud__id link;
} ombud__tie;

/* No item. */
#define OMBUD__NOBODY ((uint16_t)0xFFFF)

/* The item of whose term an event of `item` does something over a tie, or NOBODY. */
static inline uint16_t ombud__far_item(const ombud__far *far, const ombud__tie *tie, uint16_t item)
{
    if (tie->link != far->link || (far->back ? tie->from : tie->to) != item)
        return OMBUD__NOBODY;
    return far->back ? tie->to : tie->from;
}

#define OMBUD__NO_REMEMBERED_DAY INT32_MIN

typedef struct ombud__fold {
    ombud__thing *things;
    ombud__running *terms;
    uint64_t *words;
    int32_t *days;
    ombud__tie *ties;
    void *block;
    size_t block_size;
    uint32_t thing_count, term_count, word_count, day_count, tie_count;
    uint32_t thing_room, term_room, word_room, day_room, tie_room;
    int32_t day;       /* of the last event folded, or the day settled to: nothing happens before it any more */
    int32_t next_due;  /* no ticking term ends before this day */
    int32_t after_due; /* nor, but for one that ends on next_due, before this one: so that to meet that one needs no
                          search for the next */
    uint32_t findings; /* breaches, lates and not_shown of events and duties so far */
} ombud__fold;

/* A verdict and the row that decided. */
enum { OMBUD__BY_NONE = 0, OMBUD__BY_MOVE, OMBUD__BY_GUARD };
typedef struct ombud__ruling {
    uint8_t ruling;  /* ombud_ruling */
    uint8_t decided; /* OMBUD__BY_* */
    ombud__id row;
} ombud__ruling;

struct ombud__act;
struct ombud__load;
typedef struct ombud__trace ombud__trace;
typedef struct ombud_coverage ombud__coverage;

/* Makes room for so many of each, keeping what is there; the only function here that allocates. */
ombud_status ombud__fold_reserve(ombud__fold *fold, const ombud_alloc *alloc, size_t things, size_t terms, size_t words,
                                 size_t days, size_t ties);
void ombud__fold_free(ombud__fold *fold, const ombud_alloc *alloc);
/* Adds an item in no state; room must be there. */
void ombud__fold_join(ombud__fold *fold, const ombud_settings *settings, ombud__id kind, uint64_t roles);
/* The host says of an item that it holds further roles. */
void ombud__fold_give_roles(ombud__fold *fold, const ombud_law *law, uint16_t item, uint64_t roles);
/* Back to before the first event, items kept. */
void ombud__fold_clear(ombud__fold *fold, const ombud_settings *settings);
/* Copies what `from` holds; room must be there. */
void ombud__fold_copy(ombud__fold *to, const ombud__fold *from);

/* Where a fold is at work: everything a condition can look at. */
typedef struct ombud__world {
    const ombud_law *law;
    const ombud_settings *settings;
    const ombud__edition *edition;
    ombud__fold *fold;
    ombud__trace *trace;       /* NULL: nobody watches */
    ombud__coverage *coverage; /* with a trace; NULL: nobody counts what is seen of the law */
    int32_t day;
    int8_t named;                    /* an event is judged, and somebody is named as bringing it */
    uint64_t roles;                  /* theirs */
    const struct ombud__load *loads; /* what the event that has its effect carries */
    uint16_t load_count;
    ombud__ruling ruling; /* the verdict on it, where one was asked for */
} ombud__world;

/* Of the facts of the first word, those that are yes and those that are no against a mask. */
static inline int ombud__mask_fits(ombud__mask mask, uint64_t yes, uint64_t no)
{
    return ((mask.need & ~yes) | (mask.bar & ~no)) == 0;
}

static inline int ombud__mask_holds(ombud__mask mask, uint64_t yes, uint64_t no)
{
    return ombud__mask_fits(mask, yes, no)       ? OMBUD__YES
           : (no & mask.need) | (yes & mask.bar) ? OMBUD__NO
                                                 : OMBUD__UNKNOWN;
}

/* Whether one of some alternatives is so for certain, of an event that somebody with these roles brings. */
int ombud__some_way_fits(const ombud__way *way, const ombud__way *end, uint64_t yes, uint64_t no, uint64_t roles);

/* Whether the masks alone permit an event: a role that may bring it, every fact as its guards want it. */
static inline int ombud__plainly_permitted(const ombud__plan *plan, const ombud__cell *cell, const ombud__thing *thing,
                                           uint64_t roles)
{
    uint64_t yes = thing->yes, no = thing->known & ~yes;
    return (cell->plainly & roles) != 0 && ombud__mask_fits(plan->facts, yes, no) &&
           (plan->either == NULL || ombud__some_way_fits(plan->either, plan->either_end, yes, no, roles));
}

/* One event: order, expire, match, effect. */
void ombud__fold_act(ombud__world *world, const struct ombud__act *act, const struct ombud__load *loads);
/* Time alone, up to the end of a day: what ended before it takes effect. */
void ombud__fold_settle(ombud__world *world, int32_t day);
/* Sets what an act carries, without judging. */
void ombud__fold_carry(ombud__world *world, const struct ombud__act *act, const struct ombud__load *loads);

/* `until DAY MONTH, N years after` a day: that day of the year, or the month's last where it has none; not rolled.
 * OMBUD__NO_DAY past the year 9999. */
int32_t ombud__year_end(int32_t start, const ombud__run *run);

/* The last day of a term that runs; of one that passes again the one that has passed, not the next. */
int32_t ombud__last_day(const ombud_settings *settings, const ombud__running *term);

/* Sets a remembered fact, without judging: to try what would follow. Setting it back to what ombud__fact_of() said
 * leaves no trace. */
void ombud__fold_fact(const ombud__world *world, uint16_t item, ombud__id fact, int truth);

/* Leaves a remembered fact open, whatever silence says of it. */
void ombud__fold_forget(ombud__fold *fold, const ombud__fact *fact, uint16_t item);

/* Whether an event carries an argument that is no item: OMBUD__YES or OMBUD__NO. */
int ombud__is_carried(const ombud_law *law, const struct ombud__load *loads, size_t count, ombud__id arg);

/* Judges and keeps what an event keeps: of what it carries, and definitions. */
void ombud__fold_keep(ombud__world *world, const ombud__plan *plan, uint16_t item);

/* The roles of a member: as the host says, and as items of the case show. */
uint64_t ombud__roles_of(const ombud__world *world, uint16_t member);
/* Of these, the roles in which they may act on an item (actor.c); the second leaves out whether they are concerned. */
uint64_t ombud__roles_on(const ombud__world *world, uint16_t member, uint16_t item);
uint64_t ombud__roles_even_if_concerned(const ombud__world *world, uint16_t member, uint16_t item);
/* Whether a link ties two items. */
static inline int ombud__is_tied(const ombud__fold *fold, uint16_t from, ombud__id link, uint16_t to)
{
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *tie = &fold->ties[i];
        if (tie->from == from && tie->link == link && tie->to == to)
            return 1;
    }
    return 0;
}

/* Judges an event on an item as things stand. `roles` are those of who acts, `named` whether anybody is. */
ombud__ruling ombud__judge(const ombud__world *world, ombud__id event, uint16_t item, uint64_t roles, int named);
/* The ruling on an event that happens and that the masks alone do not permit, or that is watched; what is not lawful is
 * a finding. */
void ombud__judge_act(ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, uint16_t item);
/* The same without looking for the row that decided; `row` is set only for a move. */
int ombud__judge_fast(const ombud__world *world, ombud__id event, uint16_t item, uint64_t roles, int named);

/* Conditions. NONE is yes. */
int ombud__holds(const ombud__world *world, ombud__id cond, uint16_t item);
int ombud__fact_of(const ombud__world *world, ombud__id fact, uint16_t item);
/* A definition judged now, whatever is remembered, by its rows `as at` that event, or by those without one. */
int ombud__define(const ombud__world *world, ombud__id fact, ombud__id as_at, uint16_t item);
/* `when` and not `unless`, capped by how far the row counts. */
int ombud__row_holds(const ombud__world *world, uint8_t live, ombud__id when, ombud__id unless, uint16_t item);
int ombud__guard_holds(const ombud__world *world, ombud__id guard, uint16_t item);
/* Whether what a term row excuses holds now, for certain. */
int ombud__is_excused(const ombud__world *world, ombud__id term_row, uint16_t item);
/* The status of a term as of the world's day: ombud_term_status, an excuse that holds now included. */
int ombud__term_status(const ombud__world *world, const ombud__running *term, uint16_t item);
/* The first day after one on which a condition of the kind `DAY … ago` turns by time alone; OMBUD__NO_DAY if none does.
 */
int32_t ombud__next_flip(const ombud__world *world, int32_t after);
/* Whether it is not certain that a term opened: a condition of its opening was unknown, or the wording was not held. */
static inline int ombud__may_not_have_opened(const ombud__running *term)
{
    return term->no_due == OMBUD_DUE_UNDETERMINED || term->no_due == OMBUD_DUE_NO_TEXT;
}
/* Whether an item that a link condition leads to counts at all: `whose`. */
int ombud__tied(const ombud__world *world, const ombud__cond *c, uint16_t item, uint16_t other);
/* Whether a term is in one of some statuses, a set, three-valued: a term without a known last day may have ended. */
int ombud__term_among(const ombud__world *world, ombud__id term, unsigned statuses, uint16_t item);

#endif
