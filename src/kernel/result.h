/*
 * What answers are made of. A result owns its memory and borrows names from the law alone, so that it may outlive the
 * case.
 */
#ifndef OMBUD__RESULT_H
#define OMBUD__RESULT_H

#include "premises.h"
#include "trace.h"

/* Sets of unmet conditions: literals, and each set as a mask over them. */
enum { OMBUD__WISHES = 64, OMBUD__WAYS = 48 };
typedef struct ombud__wish {
    ombud_unmet_kind kind;
    uint8_t cost;
    uint8_t wanted;   /* FACT, STATE, TERM, who acts: OMBUD__YES, or OMBUD__NO if it must not be so */
    uint8_t now;      /* FACT: OMBUD__NO, OMBUD__UNKNOWN or OMBUD__YES */
    uint8_t status;   /* TERM: the ombud_term_status that is wanted, or not */
    uint8_t backward; /* LINK: to the item, not from it */
    ombud__id what;   /* fact, state, term, link, alternative, length, day; by kind */
    ombud__id provision;
    uint16_t item; /* NOBODY: none */
    int32_t until;
    uint64_t who;
} ombud__wish;
typedef struct ombud__ways {
    uint64_t set[OMBUD__WAYS];
    uint32_t count;
} ombud__ways;
typedef struct ombud__wishes {
    ombud__wish wish[OMBUD__WISHES];
    uint32_t count;
    ombud__ways ways; /* cheapest first */
} ombud__wishes;

/* Whether a condition is who acts. */
static inline int ombud__is_of_actor(ombud_unmet_kind kind)
{
    return kind == OMBUD_UNMET_ROLE || kind == OMBUD_UNMET_ACTOR || kind == OMBUD_UNMET_CONCERNED;
}

/* How an event that a member or, OMBUD__NOBODY, nobody brings could become lawful; the world knows their roles. How a
 * condition could become yes. */
void ombud__why_not(const ombud__world *world, ombud__id event, uint16_t item, uint16_t by, ombud__wishes *out);
void ombud__why_not_answer(const ombud__world *world, ombud__id answer_row, uint16_t item, ombud__wishes *out);

/* Wishes as they leave the library: items by prefix and number. */
typedef struct ombud__reasons {
    uint32_t set_count;
    uint64_t sets[OMBUD__WAYS];
    ombud_unmet unmet[OMBUD__WISHES];
} ombud__reasons;
/* Sets that would name something withheld from the look's audience are left out. */
void ombud__reasons_of(const ombud__look *look, int64_t newcomer_number, const ombud__wishes *wishes,
                       ombud__reasons *out);
ombud_status ombud__reasons_get(const ombud__reasons *reasons, size_t set, size_t index, ombud_unmet *out);
size_t ombud__reasons_size(const ombud__reasons *reasons, size_t set);

struct ombud_verdict {
    ombud_alloc alloc;
    const ombud_law *law;
    ombud__ruling ruling;
    ombud__id event;
    ombud_view item_prefix;
    int64_t item_number;
    int64_t by;
    ombud_day on;
    ombud__reasons reasons;
    ombud__stated stated;
};

struct ombud_terms {
    ombud_alloc alloc;
    const ombud_law *law;
    size_t count, room;
    ombud_term *list;
    ombud_day day; /* asked about */
};

struct ombud_findings {
    ombud_alloc alloc;
    const ombud_law *law;
    size_t count, room;
    ombud_finding *list;
    uint8_t *of;     /* OMBUD__OF_* of each */
    ombud__id *what; /* event, term or requirement of each */
};

struct ombud_answer {
    ombud_alloc alloc;
    const ombud_law *law;
    ombud_outcome outcome;
    ombud__id question, value, provision;
    ombud_view item_prefix;
    int64_t item_number;
    ombud__reasons reasons;
    ombud__stated stated;
};

struct ombud_actions {
    ombud_alloc alloc;
    size_t count, room;
    ombud_action *list;
};

/* What a line says that is no event: a fact and its truth, or a link and where it leads. */
typedef struct ombud__told {
    ombud__id what;
    uint8_t truth;  /* OMBUD__NO … */
    ombud__id kind; /* of the item that the link leads to */
    int64_t number;
} ombud__told;
typedef struct ombud__telling { /* one step's */
    uint8_t act;                /* OMBUD__ACT_FACT or OMBUD__ACT_LINK; else nothing is told */
    uint32_t first, count;
    uint64_t by; /* the roles of who says so */
} ombud__telling;

struct ombud_timeline {
    ombud_alloc alloc;
    const ombud_law *law;
    size_t count, room;
    ombud_step *list;         /* `term` of a step without one: its telling */
    ombud_terms *terms;       /* of the same question */
    ombud__telling *tellings; /* as many as there is room for steps */
    ombud__told *told;
    size_t told_room;
};

struct ombud_changes {
    ombud_alloc alloc;
    const ombud_law *law;
    ombud_ruling ruling;
    size_t state_count, state_room;
    struct ombud__turn {
        ombud__id kind;
        int64_t number;
        uint16_t before, after;
    } * states;
    ombud_terms *terms;
    ombud_findings *findings;
};

/* Index of a row among all rows in the order of the text, as ombud_law_row() counts. */
size_t ombud__row_index(const ombud_law *law, const ombud__row *row);
/* The row that decided, or NULL. */
const ombud__row *ombud__ruling_row(const ombud_law *law, ombud__ruling ruling);
/* Local states by name; an empty view for 0. */
ombud_view ombud__state_name(const ombud_law *law, ombud__id kind, uint16_t local);
size_t ombud__provision_or_none(ombud__id provision);
ombud_view ombud__reading_text(const ombud_law *law, ombud__id alternative);

/* Lists from a watched fold. */
ombud_status ombud__terms_of(const ombud__look *look, const ombud__trace *trace, int only_pending, ombud_terms **out,
                             ombud_error *err);
ombud_status ombud__findings_of(const ombud__look *look, const ombud__trace *trace, ombud_findings **out,
                                ombud_error *err);
/* Whether the look's audience may not know of a finding, or of the line that cured it. */
int ombud__finding_withheld(const ombud__look *look, const ombud__trace_finding *f);

/* A verdict on a resolved event, as known by and for whom `asof` says; `newcomer` is the kind of an item not in the
 * case yet, or NONE. */
ombud_status ombud__case_verdict(const ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                 ombud__id newcomer, int64_t newcomer_number, const ombud_asof *asof,
                                 ombud_verdict **out, ombud_error *err);

/* ombud__case_append() that also says what changed. */
ombud_status ombud__case_append_watched(ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                        ombud_changes **out, ombud_error *err);

#endif
