/*
 * A case: who and what is in it, and its journal as resolved lines ("acts"). The fold of the journal stands beside it
 * and is kept up to date.
 */
#ifndef OMBUD__MATTER_H
#define OMBUD__MATTER_H

#include "fold.h"
#include "sized.h"
#include "ombud/answer.h"

/* What an act carries, 8 bytes each. */
enum { OMBUD__LOAD_FACT = 1, OMBUD__LOAD_ITEM, OMBUD__LOAD_CHOICE, OMBUD__LOAD_DAY, OMBUD__LOAD_PERIOD };
typedef struct ombud__load {
    uint8_t type;
    uint8_t truth;  /* FACT: OMBUD__NO … */
    ombud__id what; /* FACT: fact; CHOICE: choice; else argument */
    int32_t value;  /* ITEM: member; DAY: day; PERIOD: count * 8 + unit */
} ombud__load;

/* One line of a journal, 28 bytes. */
enum {
    OMBUD__ACT_EVENT = 1,
    OMBUD__ACT_FACT,
    OMBUD__ACT_LINK,
    OMBUD__ACT_VOID,
    OMBUD__ACT_THEN /* in no journal: what the end of a term brings about */
};
typedef struct ombud__act {
    int32_t day, entered;
    uint8_t type;
    uint8_t voided; /* a line that counts strikes it out: as ombud__case_strike() last found */
    ombud__id what; /* EVENT: event; LINK: link */
    uint16_t item;  /* member it is about; NOBODY for VOID */
    uint16_t other; /* LINK: member it leads to */
    uint16_t by;    /* member who acts, or NOBODY */
    uint16_t as;    /* EVENT, FACT: 1 + the one role in which they act; 0: any that they hold */
    uint16_t loads;
    uint32_t load;   /* first of its loads */
    uint32_t struck; /* VOID: index of the act struck out */
} ombud__act;

/* The one role in which somebody acts; 0 if the line does not say it. */
static inline uint64_t ombud__role_said(const ombud__act *act)
{
    return act->as == 0 ? 0 : (uint64_t)1 << (act->as - 1);
}

/* Of the roles that who acts holds, those in which they act. */
static inline uint64_t ombud__acting(const ombud__act *act, uint64_t held)
{
    return act->as == 0 ? held : held & ombud__role_said(act);
}

/* The name of the role in which somebody acts; empty if the line does not say it. */
ombud_view ombud__role_named(const ombud_case *matter, const ombud__act *act);

/* An item's identity; what is told and happens of it is in the fold, at the same index of its things. */
typedef struct ombud__member {
    int64_t number;
    ombud__id kind;
} ombud__member;

struct ombud_case {
    ombud_alloc alloc;
    const ombud_law *law;
    const ombud_settings *settings;
    int64_t number;
    OMBUD__TABLE(ombud__member, members);
    OMBUD__TABLE(ombud__act, acts);
    OMBUD__TABLE(ombud__load, loads);
    OMBUD__TABLE(uint32_t, order);   /* acts by day, then position */
    OMBUD__TABLE(ombud__tie, bonds); /* what the lines so far link, struck out or not: who may state facts. Empty
                                        where no link tells of a role */
    uint32_t voids;                  /* acts of type VOID */
    uint32_t ties;                   /* at most so many links */
    int32_t last_entered;
    ombud__coverage *coverage; /* what its questions show of the law; NULL: nobody counts */
    ombud__fold now;           /* all of the journal, as of its last day */
};

/* What an act of the journal carries; NULL if nothing. */
static inline const ombud__load *ombud__loads_of(const ombud_case *matter, const ombud__act *act)
{
    return act->loads > 0 ? matter->loads + act->load : NULL;
}

/* The member with that kind and number, or NOBODY. */
uint16_t ombud__case_member(const ombud_case *matter, ombud__id kind, int64_t number);

/* Adds a member, or adds roles to one that is there. */
ombud_status ombud__case_join(ombud_case *matter, ombud__id kind, int64_t number, uint64_t roles, uint16_t *out,
                              ombud_error *err);

/*
 * Appends an act (its `load` field is set here) and folds it, or the whole journal anew if it is late or strikes out.
 * On failure nothing has changed.
 */
ombud_status ombud__case_append(ombud_case *matter, const ombud__act *act, const ombud__load *loads, ombud_error *err);

/* What is known: all that was entered before a day and, of what was entered on it, the first so many lines of the
 * journal. One number, so that a line is held against it by one comparison. */
typedef int64_t ombud__knowledge;
static inline ombud__knowledge ombud__knowledge_of(int32_t day, uint32_t lines)
{
    return (int64_t)day * ((int64_t)UINT32_MAX + 1) + lines;
}
/* All that was entered up to the end of a day. */
static inline ombud__knowledge ombud__knowledge_by(int32_t day)
{
    return ombud__knowledge_of(day, UINT32_MAX);
}
static inline int ombud__is_within(const ombud_case *matter, size_t index, ombud__knowledge known)
{
    return ombud__knowledge_of(matter->acts[index].entered, (uint32_t)index) < known;
}

/* Marks what is struck out by lines that are known; whoever then asks ombud__act_counts() asks with the same. */
void ombud__case_strike(const ombud_case *matter, ombud__knowledge known);

/* Whether an act counts: itself known, and struck out by no line that counts. */
int ombud__act_counts(const ombud_case *matter, size_t index, ombud__knowledge known);

/* For batches: appends without folding; then fold once with ombud__case_refold(), or take back with
 * ombud__case_rewind(). */
typedef struct ombud__mark {
    size_t members, acts, loads;
} ombud__mark;
ombud__mark ombud__case_mark(const ombud_case *matter);
/* Room for one more act, so that ombud__case_push() of it cannot fail. */
ombud_status ombud__case_make_room(ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                   ombud_error *err);
ombud_status ombud__case_push(ombud_case *matter, const ombud__act *act, const ombud__load *loads, ombud_error *err);
void ombud__case_rewind(ombud_case *matter, ombud__mark mark);
void ombud__case_refold(ombud_case *matter);

/*
 * The case as of a day and as known by a day: either the case's own fold, or one made for the question (owned, from the
 * case's allocator). `matter_of` remembers which act stands for itself. Free with ombud__look_free().
 */
/* A term of which it is asked whether it tells, while its rows are gone through: they may read it themselves. */
typedef struct ombud__asking {
    const struct ombud__asking *outer;
    ombud__id term;
    uint16_t item;
    uint32_t *asked; /* how many terms were, since the outermost */
} ombud__asking;

typedef struct ombud__look {
    const ombud_case *matter;
    const ombud__fold *fold;
    const ombud__edition *edition;
    int32_t day;
    int32_t known_by; /* INT32_MAX: everything */
    ombud__fold own;
    uint8_t owned;
    uint8_t has_audience;     /* something may be withheld (audience.h) */
    uint16_t audience_member; /* the person who will see the answer, or NOBODY */
    uint64_t audience;        /* roles */
    const ombud__asking *asking;
} ombud__look;
ombud_status ombud__look_at(const ombud_case *matter, const ombud_asof *asof, ombud__trace *trace, ombud__look *out,
                            ombud_error *err);
/* The same, watched; of the lines entered on the day by which things are known only those among the first so many of
 * the journal. */
ombud_status ombud__look_within(const ombud_case *matter, const ombud_asof *asof, uint32_t lines, ombud__trace *trace,
                                ombud__look *out, ombud_error *err);
/* Gives a look a fold of its own, in which something can be supposed. */
ombud_status ombud__look_own(ombud__look *look, ombud_error *err);
/* For whom the answer is. */
void ombud__look_for(ombud__look *look, const ombud_asof *asof);
void ombud__look_free(ombud__look *look);

/*
 * Judges an act that is not in the journal, as of its day (which becomes the day of the look): its loads are set on a
 * copy of the fold that the look owns, then the verdict is found. `newcomer` is the kind of an item that is not in the
 * case yet (the member after the last), or NONE. The look must be freed in any case of success.
 */
ombud_status ombud__case_suppose(const ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                 ombud__id newcomer, int32_t known_by, ombud__look *look, ombud__ruling *ruling,
                                 ombud_error *err);

/* What a look lets conditions see. Reads only. */
ombud__world ombud__look_world(const ombud__look *look);

#endif
