/*
 * Settings, and the editions they compile: for each span of days between two changes of the wording, the law's rows as
 * tables that a fold can follow without looking for anything. Rows hold ids, editions hold which of them count and how
 * far.
 */
#ifndef OMBUD__EDITION_H
#define OMBUD__EDITION_H

#include "table.h"
#include "ombud/answer.h"

/* How far a row counts in an edition. */
enum {
    OMBUD__ROW_DROPPED = 0, /* its provision is not in force, or its reading was not chosen */
    OMBUD__ROW_NO_TEXT = 1, /* its wording is not held: unknown, whatever its conditions say */
    OMBUD__ROW_OPEN = 2,    /* rests on a reading left open: at most unknown */
    OMBUD__ROW_LIVE = 3
};
/* Of several moves in one state the one that counts furthest is taken: ombud__row_beats(). */
_Static_assert(OMBUD__ROW_DROPPED < OMBUD__ROW_NO_TEXT && OMBUD__ROW_NO_TEXT < OMBUD__ROW_OPEN &&
                   OMBUD__ROW_OPEN < OMBUD__ROW_LIVE,
               "rows that count further have greater numbers");
static inline int ombud__row_beats(uint8_t live, uint8_t other)
{
    return live > other;
}
/* Whether what a row says can be asked: its provision is in force, its wording held, its reading chosen or open. */
static inline int ombud__row_has_text(uint8_t live)
{
    return live >= OMBUD__ROW_OPEN;
}

/* A set of remembered facts of the first word that must be yes, and one that must be no. */
typedef struct ombud__mask {
    uint64_t need, bar;
} ombud__mask;
/* One way in which a condition is so: facts as the mask wants them, and who brings the event judged holds all of the
 * roles `by`, none of `not_by`. */
typedef struct ombud__way {
    ombud__mask facts;
    uint64_t by, not_by;
} ombud__way;
/* A condition as alternatives, in the edition's ways; not pure: it is more than such facts and roles. */
enum { OMBUD__MASKS = 8 };
typedef struct ombud__span {
    uint32_t first;
    uint8_t count, pure;
} ombud__span;

/*
 * What an event does in a state. The masks of facts are of the first word: `known_stays` and `yes_stays` are what a
 * move leaves as it is, and what it forgets that silence denies stays known.
 */
typedef struct ombud__cell {
    uint64_t
        plainly; /* whoever acts in one of these roles may bring it if the guards' masks fit; 0: there is more to it */
    uint64_t known_stays, yes_stays, make;
    uint64_t roles; /* who may bring it; 0: anybody */
    ombud__id move; /* NONE: no move here */
    uint16_t to;    /* local state it leads to; without a move too, where all moves of the event agree */
    uint8_t wide;   /* the move makes or clears facts beyond the first word */
    uint8_t more;   /* so, or the day is to be remembered */
} ombud__cell;

/* A term of an item. `due` is OMBUD__NO_DAY where no last day is known. */
enum {
    OMBUD__TERM_EXTENDED = 1,
    OMBUD__TERM_PAST = 2,
    OMBUD__TERM_AGAIN = 4, /* past; `due` is the next period's already, `start` the day from which that is counted */
    OMBUD__TERM_OVER = 8   /* its last day lay before the day on which it was set */
};
typedef struct ombud__running {
    int32_t start, due;
    ombud__id row;
    uint8_t status; /* NONE, OPEN, MET, MET_LATE, EXCUSED, LAPSED of ombud_term_status */
    uint8_t flags;
    uint8_t no_due; /* ombud_no_due */
    uint8_t unit;   /* of the period that runs; 0: none */
    uint16_t count;
} ombud__running;

/* What an event does to facts, terms and days, in this order. */
enum { OMBUD__OP_KEEP = 1, OMBUD__OP_MEET, OMBUD__OP_LAPSE, OMBUD__OP_EXTEND, OMBUD__OP_START, OMBUD__OP_OPEN };
/* A plan has its operations in the order of these numbers, and the fold takes `keep`, `change` and `open` apart by it.
 */
_Static_assert(OMBUD__OP_KEEP < OMBUD__OP_MEET && OMBUD__OP_MEET < OMBUD__OP_LAPSE &&
                   OMBUD__OP_LAPSE < OMBUD__OP_EXTEND && OMBUD__OP_EXTEND < OMBUD__OP_START &&
                   OMBUD__OP_START < OMBUD__OP_OPEN,
               "an event closes a term before it opens the next");
/* Whether an operation that changes a term ends it: the first ones behind KEEP do. */
static inline int ombud__op_ends_term(uint8_t op)
{
    return op <= OMBUD__OP_LAPSE;
}
/* FACTS: `mask` must hold; MORE: it does not say all; CARRIED, of a fact that is kept: the event carries `when` */
enum { OMBUD__ASKS_NOTHING = 0, OMBUD__ASKS_FACTS, OMBUD__ASKS_MORE, OMBUD__ASKS_CARRIED };
typedef struct ombud__op {
    uint8_t op;
    uint8_t asks;    /* OMBUD__ASKS_*: what `when` and `unless` come to */
    uint8_t live;    /* OMBUD__ROW_* of its row */
    uint8_t local;   /* term; KEEP: the fact's bit */
    uint8_t ends[2]; /* MEET, LAPSE: the status it leaves, on its last day or before, and after */
    uint8_t while_running;
    uint8_t duty; /* OPEN: of a duty */
    uint8_t
        no_due; /* OPEN: KNOWN: the period runs from the day itself; TO_FIND: date it; else why there is no last day */
    ombud__id row; /* term row; KEEP: the fact; of a definition its condition is the rows that define it */
    ombud__id when, unless;
    ombud__mask mask;
    ombud__running begins; /* OPEN: the term as it opens, but for its start; EXTEND: its period */
} ombud__op;
#define OMBUD__DUE_TO_FIND 0xFF

/* What an event does to a term of another item: of each from which the link leads to the event's, or, `back`, to which
 * it leads from it. */
typedef struct ombud__far {
    ombud__op op;
    ombud__id link;
    uint8_t back;
} ombud__far;

/* What an event does: in any state, and in each. One block with its operations; editions in which an event does the
 * same share it, so that a fold has less to read. */
typedef struct ombud__plan {
    ombud__mask facts; /* all guards that are one mask */
    const ombud__op *keep, *change, *open,
        *end; /* operations: keep definitions from `keep`, change terms from `change`, open them from `open` */
    ombud__id event;
    uint16_t day_slot; /* remembers the day */
    uint16_t guards;
    uint16_t slow; /* guards at the head of the list that the two masks do not cover */
    const ombud__way *either,
        *either_end; /* of a guard that is alternatives, where it is the only one that the two masks do not cover */
    const ombud__far *far, *far_end;
    const ombud__id *guard; /* all guards, for reasons */
    uint8_t elsewhere;      /* the ruling in a state without a move: ombud_ruling */
    ombud__cell cells[];    /* one per local state of its kind, from 0 */
} ombud__plan;

/* A choice among the remembered facts of the first word: it alone is yes of all its argument's. Both 0: it lies further
 * on. */
typedef struct ombud__pick {
    uint64_t all, yes;
} ombud__pick;
/* A remembered fact of the first word, and again where unrecorded it is unknown, not no. 0: it lies further on. */
typedef struct ombud__spot {
    uint64_t bit, forgotten;
} ombud__spot;

typedef struct ombud__edition {
    int32_t from, to; /* first and last day */
    uint8_t *definitions, *moves, *guards, *term_rows, *answers, *requirements, *withholdings,
        *figures;              /* OMBUD__ROW_* of each row */
    const ombud__plan **plans; /* per event */
    ombud__way *ways;
    ombud__span *guard_ways;  /* per guard that is live: when it lets its event pass */
    ombud__span *excuse_ways; /* per term row */
} ombud__edition;

/* How the period of a term row runs under the settings. */
typedef struct ombud__run {
    uint8_t from;   /* OMBUD__FROM_* */
    uint8_t within; /* OMBUD__WITHIN_*: HOST only while the length is not set */
    uint8_t roll;
    uint8_t month, day; /* DATE */
    uint8_t again;
    uint8_t duty;
    uint8_t local;         /* the term's number in its kind */
    ombud__id then;        /* what the end of the period brings about, or NONE */
    uint8_t capped;        /* EVENT: begins at the latest `cap` after the opening */
    ombud__id what;        /* EVENT, TERM, DAY, TAKEN of the start */
    ombud__id link;        /* TAKEN */
    ombud__id carried;     /* remembered day slot that holds the period */
    ombud__id alternative; /* the reading it rests on, or NONE */
    ombud__id length;      /* the host length it rests on, or NONE */
    ombud_period plus, cap, period;
} ombud__run;

struct ombud_settings {
    ombud_alloc alloc;
    ombud__pool pool;
    const ombud_law *law;
    uint8_t *alternatives; /* OMBUD__ALT_* each */
    uint8_t *length_set;
    ombud_period *lengths;
    uint8_t *period_set; /* per term: a tightened period */
    ombud_period *periods;
    uint8_t *since_set; /* per provision: `since setting` */
    int32_t *sinces;
    ombud_roll roll;
    ombud__id area;      /* the scope the host's cases lie in; NONE: none */
    ombud_day *holidays; /* ascending */
    size_t holiday_count, holiday_capacity;
    uint64_t digest;
    ombud__run *runs;         /* per term row */
    uint64_t *silence;        /* per kind: remembered facts of the first word that are no when unrecorded */
    ombud__pick *picks;       /* per choice */
    ombud__spot *spots;       /* per fact */
    ombud__edition *editions; /* ascending, without gaps */
    size_t edition_count;
};

/* A new set of choices, nothing chosen; then the setters; then ombud__settings_compile(). */
ombud_status ombud__settings_new(const ombud_law *law, const ombud_alloc *alloc, ombud_settings **out);
void ombud__settings_reading(ombud_settings *settings, ombud__id alternative);
void ombud__settings_length(ombud_settings *settings, ombud__id length, ombud_period period);
void ombud__settings_area(ombud_settings *settings, ombud__id area);
/* OMBUD_E_CONFLICT if it is looser than the law's, in another unit, or the term has no period of its own. */
ombud_status ombud__settings_period(ombud_settings *settings, ombud__id term, ombud_period period);
/* OMBUD_E_DUPLICATE, OMBUD_E_NOMEM. */
ombud_status ombud__settings_holiday(ombud_settings *settings, ombud_day day);
/* Of all provisions that name the setting; OMBUD_E_UNKNOWN_NAME if none does. */
ombud_status ombud__settings_since(ombud_settings *settings, ombud_view name, ombud_day day);
ombud_status ombud__settings_compile(ombud_settings *settings, ombud_error *err);

/* What the reader of a law calls last: compiles the law for a host that sets nothing. */
ombud_status ombud__settings_plain(ombud_law *law, ombud_error *err);

/* Whether rows of an alternative count, for certain or not; of none all do. */
int ombud__alternative_counts(const ombud_settings *settings, ombud__id alternative);

/* Memory in which a plan was compiled that the edition before had already: the next is compiled there. */
typedef struct ombud__draft {
    ombud__plan *plan;
    size_t size;
} ombud__draft;
/* What an event does in an edition: header, cells, operations and guards in one block, unless the edition before had
 * the same. The status of the rows must be known, and their masks. NULL: no memory. */
const ombud__plan *ombud__plan_of(ombud_settings *settings, const ombud__edition *ed, ombud__id event,
                                  ombud__draft *spare);

/* Whether `when` and not `unless` say no more than one mask of facts; the mask is what they need at least. */
int ombud__mask_of_row(const ombud_law *law, const ombud__edition *ed, ombud__id when, ombud__id unless,
                       ombud__mask *out);
/* The same of the rows that define a fact. */
int ombud__mask_of_definition(const ombud_law *law, const ombud__edition *ed, ombud__id fact, ombud__mask *out);
/* Fills ways, guard_ways and excuse_ways; the status of the rows must be known. */
ombud_status ombud__masks_compile(ombud__pool *pool, const ombud_law *law, ombud__edition *ed);

/* The edition that holds on a day. */
const ombud__edition *ombud__edition_on(const ombud_settings *settings, int32_t day);
/* The same, found step by step from another of the settings' editions; of a day in the years 1 to 9999. */
const ombud__edition *ombud__edition_near(const ombud__edition *edition, int32_t day);

/* Whether an exclusion keeps a provision out of the scope of the settings on a day. */
int ombud__excludes(const ombud_settings *settings, const ombud__exclusion *x, ombud__id provision, int32_t day);

/* Whether a provision's wording counts on a day under these settings: ombud_wording. */
ombud_wording ombud__wording_on(const ombud_settings *settings, ombud__id provision, int32_t day);

#endif
