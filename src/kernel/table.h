/*
 * The tables of a law: what a `.law` text becomes. Ids instead of pointers; every array lives in the law's pool and is
 * never changed after ombud__finish(). The tables say what is printed; edition.h says which rows count on a day.
 */
#ifndef OMBUD__TABLE_H
#define OMBUD__TABLE_H

#include "pool.h"
#include "ombud/law.h"

typedef uint16_t ombud__id;
#define OMBUD__NONE ((ombud__id)0xFFFF)

/* Arguments of one event. */
enum { OMBUD__MAX_ARGS = 16 };

/* Texts by language: en, fr, nl, which the law's text gives, and the host's. */
enum { OMBUD__LANGS = 4, OMBUD__HOST = OMBUD__LANGS - 1 };

/* A name of the law with its labels; the reader fills a missing label with the name, spaces for underscores. */
typedef struct ombud__word {
    ombud_view name;     /* unqualified: received */
    ombud_view full;     /* qualified where it belongs to an item: report.received; else the same as name */
    ombud_view label[OMBUD__LANGS];
} ombud__word;

typedef struct ombud__kind { /* a kind of item */
    ombud__word word;
    ombud_view prefix;    /* r, in r1 */
    uint16_t state_count; /* declared states; local numbers 1 … state_count, 0 is "not there yet" */
    uint16_t event_count;
    uint16_t bit_count; /* remembered facts */
    uint16_t term_count;
    uint16_t day_count;   /* remembered days */
    uint64_t named_roles; /* roles of whose name a link leads from such an item to persons: it says whose it is */
} ombud__kind;

typedef struct ombud__state {
    ombud__word word;
    ombud__id kind;
    uint16_t local;
    uint8_t final; /* an item may rest in it; read when a law is proved */
} ombud__state;

/* What an event line may carry. */
enum { OMBUD__ARG_ITEM = 1, OMBUD__ARG_CHOICE, OMBUD__ARG_DAY, OMBUD__ARG_PERIOD };
typedef struct ombud__arg {
    ombud__word word;
    ombud__id kind; /* of the item whose event carries it */
    uint8_t type;
    ombud__id of_kind;         /* ITEM: the kind carried; else NONE */
    ombud__id link;            /* ITEM: the link of the same name that the argument makes */
    ombud__id choice, choices; /* CHOICE: first choice and how many, in law->choices */
    uint16_t slot;     /* DAY: the remembered day; PERIOD: the remembered day slot that holds count * 8 + unit */
    ombud__id carried; /* the fact that the latest event that takes it carried it, or NONE if no row reads that */
} ombud__arg;

/* A choice is remembered as a fact of its own ("channel is external"), so that conditions read masks only. */
typedef struct ombud__choice {
    ombud__word word;
    ombud__id arg;
    ombud__id fact;
} ombud__choice;

typedef struct ombud__event {
    ombud__word word;
    ombud__id kind;
    uint64_t by;         /* roles named on the event's line; 0: anybody */
    ombud__id arg, args; /* range in law->event_args */
    uint16_t day_slot;   /* where its last day is remembered, or OMBUD__NONE if no row reads it */
} ombud__event;

/* What events carry stands behind facts of its own, of no name that a text could write: from CHOICE on. */
enum { OMBUD__FACT_STATED = 1, OMBUD__FACT_DEFINED, OMBUD__FACT_CHOICE, OMBUD__FACT_CARRIED };
typedef struct ombud__fact {
    ombud__word word;
    ombud_view ask[OMBUD__LANGS]; /* the question */
    ombud__id kind;
    uint8_t type;
    uint8_t silence_no; /* unrecorded means no, not unknown */
    uint8_t moved;      /* a move makes or clears it */
    uint8_t kept;       /* DEFINED by rows with `as at`: judged at that event and remembered */
    uint16_t bit;       /* place among the remembered facts; NONE for a definition that is judged when asked */
    uint64_t stated_by; /* roles */
    ombud__id made_by;  /* an event whose move makes it, or NONE: why-not names it */
    ombud__id definition, definitions; /* range in law->definitions (sorted by fact) */
} ombud__fact;

typedef struct ombud__link {
    ombud__word word;
    ombud__id from, to;
    uint8_t concerned; /* to persons: whom it leads to acts in no office */
    uint8_t tells;     /* whom it leads to may hold a role by it, or may not act in one */
    uint64_t role;     /* of a link to persons: the role of its name, as a set; 0: none */
} ombud__link;

/* A length the law leaves to the host. */
typedef struct ombud__length {
    ombud__word word;
} ombud__length;

/* A role is told of a person by the host; with a kind it is also held by whoever an item of that kind in that state is
 * linked to. */
typedef struct ombud__role {
    ombud__word word;
    ombud__id held_kind; /* NONE: only as the host says */
    uint16_t held_state;
} ombud__role;

/* A scope of the law: a part of its field in which some provisions do not apply or others do. */
typedef struct ombud__area {
    ombud__word word;
} ombud__area;

typedef struct ombud__question {
    ombud__word word;
    ombud__id kind;
} ombud__question; /* asked by `answer` rows */
typedef struct ombud__value {
    ombud__word word;
} ombud__value; /* a value of an answer */

/* An open question of the text, or a part of one, with what it became. */
enum { OMBUD__PART_READING = 1, OMBUD__PART_LENGTH, OMBUD__PART_FACT, OMBUD__PART_FIXED };
typedef struct ombud__reading {
    ombud__word word; /* name: Q-02; labels: the question */
    uint8_t part;
    ombud__id detail;                    /* LENGTH: length id; FACT: fact id; else NONE */
    ombud__id alternative, alternatives; /* READING: range in law->alternatives */
} ombud__reading;
enum { OMBUD__ALT_DROPPED = 0, OMBUD__ALT_CHOSEN = 1, OMBUD__ALT_OPEN = 2 };
typedef struct ombud__alternative {
    ombud__word word;
    ombud__id reading;
    uint8_t initially;
} ombud__alternative;

/* Conditions: a binary tree of nodes, three-valued. */
enum {
    OMBUD__C_AND = 1, /* a, b: nodes */
    OMBUD__C_OR,      /* a, b: nodes */
    OMBUD__C_NOT,     /* a: node (from `unless`, `not`) */
    OMBUD__C_FACT,    /* a: fact of the item looked at */
    OMBUD__C_STATE,   /* a: local state of the item looked at */
    OMBUD__C_TERM,    /* a: term of the item looked at; n: ombud_term_status */
    OMBUD__C_DAY,     /* a: remembered day; b: event looked at or NONE; n: 1 more than, 0 at least; period */
    OMBUD__C_BY,      /* a: role that whoever brings the event judged must hold */
    OMBUD__C_LINK     /* a: link; b: node on the far item or NONE; n: OMBUD__Q_*; period.count: how many; back; whose */
};
enum { OMBUD__Q_AT_LEAST = 1, OMBUD__Q_AT_MOST, OMBUD__Q_EVERY };
typedef struct ombud__cond {
    uint8_t op, n, back; /* back: the link is followed against its direction (`<-`) */
    uint8_t statuses;    /* TERM, and OR of such about one term: the statuses it asks for, as a set; else 0 */
    ombud__id term;      /* statuses: whose */
    ombud__id a, b;
    ombud__id kind; /* of the item looked at */
    ombud_period period;
    struct {                /* LINK: only those tied items count of which a day lies so far before one of this item */
        uint8_t compared;   /* 0: all count; 1: at least `by` before; 2: more than that */
        ombud__id far, own; /* remembered days */
        ombud_period by;
    } whose;
} ombud__cond;

/* What every row has. */
typedef struct ombud__row {
    ombud__id provision;   /* NONE: rests on `structure` */
    ombud__id alternative; /* of a reading; NONE: always */
    uint32_t line;         /* of the .law text, from 1 */
    ombud_view text;       /* the row as printed in the .law text, for `show` */
} ombud__row;

typedef struct ombud__definition {
    ombud__row row;
    ombud__id fact;
    ombud__id when, unless; /* condition nodes or NONE */
    ombud__id as_at;        /* event, or NONE */
} ombud__definition;

#define OMBUD__SAME ((uint16_t)0xFFFF)
typedef struct ombud__move {
    ombud__row row;
    ombud__id event;
    uint64_t from[2];            /* set of local states; bit 0 is "not there yet" */
    uint16_t to;                 /* local state or OMBUD__SAME */
    uint64_t by;                 /* roles named on the row or on the event; 0: anybody */
    ombud__id makes, make_count; /* range in law->fact_lists */
    ombud__id clears, clear_count;
} ombud__move;

enum { OMBUD__GUARD_ONLY = 1, OMBUD__GUARD_NOT, OMBUD__GUARD_NEEDS };
typedef struct ombud__guard { /* one per event named on the row */
    ombud__row row;
    ombud__id event;
    uint8_t type;
    ombud__id when, unless;
    ombud__id needs, need_count; /* NEEDS: range in law->fact_lists */
} ombud__guard;

typedef struct ombud__term { /* a name of a term; its rows say how it runs */
    ombud__word word;
    ombud__id kind;
    uint16_t local;
    uint8_t duty;
} ombud__term;

enum { OMBUD__FROM_OPENING = 1, OMBUD__FROM_EVENT, OMBUD__FROM_TERM, OMBUD__FROM_DAY, OMBUD__FROM_TAKEN };
enum { OMBUD__WITHIN_NONE = 1, OMBUD__WITHIN_PERIOD, OMBUD__WITHIN_HOST, OMBUD__WITHIN_CARRIED, OMBUD__WITHIN_DATE };
enum { OMBUD__AT_MOST = 1, OMBUD__AT_LEAST, OMBUD__EXACTLY };
enum { OMBUD__CLAUSE_OPENED = 1, OMBUD__CLAUSE_MET, OMBUD__CLAUSE_LAPSES, OMBUD__CLAUSE_EXTENDED };
typedef struct ombud__clause { /* an event that does something to a term, one per event named */
    uint8_t type;
    uint8_t while_running; /* EXTENDED: only while the period has not ended */
    uint8_t back;          /* the link leads from the event's item to that of the term */
    ombud__id link;        /* MET, LAPSES: to the item whose event it is; NONE: the term's own */
    ombud__id event;
    ombud__id when, unless;
    ombud__id alternative; /* of a reading, or NONE */
    ombud_period period;   /* EXTENDED: the new period, from the same start */
} ombud__clause;
typedef struct ombud__start { /* where a period begins; the first whose reading is chosen */
    uint8_t from;
    ombud__id what;    /* EVENT: event; TERM: term; DAY: remembered day; TAKEN: term of the linked item */
    ombud__id link;    /* TAKEN: the link to the item whose term is taken over */
    ombud_period plus; /* added first, or taken off if below 0; P0D if nothing */
    uint8_t capped;    /* EVENT: it begins no later than `cap` after the opening, whether the event has come or not */
    ombud_period cap;
    ombud__id alternative;
} ombud__start;
typedef struct ombud__term_row {
    ombud__row row;
    ombud__id term;
    uint64_t bearer, addressee; /* roles; 0 for a term that is no duty */
    ombud__id clause, clauses;  /* range in law->clauses */
    ombud__id start, starts;    /* range in law->starts; none: from the opening */
    uint8_t within, bound;      /* OMBUD__WITHIN_*, OMBUD__AT_MOST … */
    ombud_period period;        /* PERIOD; DATE: years after that of the start */
    uint8_t month, day;         /* DATE: until this day of the year */
    uint8_t again;              /* an end without the act begins the next year's duty too */
    ombud__id what;             /* HOST: length; CARRIED: argument */
    uint8_t roll;               /* ombud_roll of the row */
    ombud__id excused;          /* condition node or NONE */
    ombud__id then;             /* event or NONE */
} ombud__term_row;

/* In a scope a provision, and what stands below it, does not apply. */
typedef struct ombud__exclusion {
    ombud__row row;
    ombud__id area;
    ombud_view excluded; /* id of a provision */
} ombud__exclusion;

/* What only some may know of an item. A choice or day is an ARGUMENT, an item carried a LINK. */
enum {
    OMBUD__KNOW_FACT = 1,
    OMBUD__KNOW_ARGUMENT,
    OMBUD__KNOW_LINK,
    OMBUD__KNOW_EVENT,
    OMBUD__KNOW_TERM,
    OMBUD__KNOW_QUESTION
};
typedef struct ombud__knower { /* a role that may know it of some items only */
    uint64_t role;
    ombud__id when;
} ombud__knower;
typedef struct ombud__withholding {
    ombud__row row;
    uint8_t sort;
    ombud__id what, kind;
    uint64_t knowing;          /* roles that may know it of every item */
    ombud__id knower, knowers; /* range in law->knowers */
    ombud__id unless;
} ombud__withholding;

typedef struct ombud__answer_row {
    ombud__row row;
    ombud__id question, value;
    ombud__id when, unless;
} ombud__answer_row;

typedef struct ombud__requirement {
    ombud__row row;
    ombud__word word;
    ombud__id kind;
    uint64_t bearer;
    uint64_t while_states[2]; /* set of local states */
    ombud__id condition;
} ombud__requirement;

/* A table over many cases: items counted, told apart by one or two things. */
enum { OMBUD__BY_STATE = 1, OMBUD__BY_FACT, OMBUD__BY_CHOICE, OMBUD__BY_TERM };
enum { OMBUD__AXES = 2 };
typedef struct ombud__figure {
    ombud__row row;
    ombud__word word;
    ombud__id kind;
    ombud__id event, events; /* range in law->event_lists; none: all items that are there */
    struct ombud__axis {
        uint8_t sort;
        ombud__id what; /* FACT: fact; CHOICE: argument; TERM: term */
    } by[OMBUD__AXES];
    uint8_t axes;
    ombud__id when, unless;
} ombud__figure;

/* What is claimed of the rows, for proving a law; no case is judged by it. */
enum {
    OMBUD__INVARIANT_ALWAYS = 1, /* in every situation: not no */
    OMBUD__INVARIANT_AT,         /* whenever one of its events may happen: yes */
    OMBUD__INVARIANT_REACHABLE,  /* from every situation some permitted way leads to one in which it is yes */
    OMBUD__INVARIANT_LASTING     /* once yes it does not cease to be by time alone */
};
typedef struct ombud__invariant {
    ombud__row row;
    ombud__word word;
    uint8_t type;
    ombud__id kind;
    ombud__id event, events; /* AT: range in law->event_lists */
    ombud__id condition;
    ombud__id also; /* a second alternative under which alone it is judged, or NONE */
} ombud__invariant;

/* From SETTING on, a host says the day; unset it is unknown, or, of an adoption, has not come. */
enum { OMBUD__SINCE_DAY = 1, OMBUD__SINCE_ORIGINAL, OMBUD__SINCE_UNKNOWN, OMBUD__SINCE_SETTING, OMBUD__SINCE_ADOPTION };
typedef struct ombud__provision {
    ombud_view id, citation, anchor, gloss[OMBUD__LANGS], modality;
    uint8_t since_kind;
    uint8_t has_held, has_until, has_floor;
    uint8_t treatment;          /* ombud_treatment */
    ombud_view why[OMBUD__LANGS]; /* of recorded and outside */
    ombud_view setting;         /* SINCE_SETTING, SINCE_ADOPTION: its name */
    ombud__id only;             /* the scope in which alone its rows count; NONE: everywhere */
    int32_t since, held, until; /* until: last day */
    int32_t floor;              /* SINCE_SETTING, if has_floor: the first day that can be */
    uint32_t line;
} ombud__provision;

/* Whether the first day of a provision is a host's to say. */
static inline int ombud__since_is_set(const ombud__provision *provision)
{
    return provision->since_kind == OMBUD__SINCE_SETTING || provision->since_kind == OMBUD__SINCE_ADOPTION;
}

/* A name that a word had before; what is stored goes on being read by it. Of one word in the order in which it had
 * them, side by side. */
typedef struct ombud__alias {
    ombud_view name;
    ombud_view all; /* of the last of a word: all of them, separated by commas */
    uint8_t sort;   /* OMBUD__KNOWN_* of the table it is of */
    ombud__id id;
} ombud__alias;

/* A row as it stands in the text, whatever table it went to; of a row with several events or periods the first of its
 * entries. */
typedef struct ombud__row_ref {
    uint8_t kind;
    ombud__id index;
} ombud__row_ref; /* kind: ombud_row_kind */

#define OMBUD__TABLE(type, name)                                                                                       \
    type *name;                                                                                                        \
    size_t name##_count;                                                                                               \
    size_t name##_capacity
struct ombud_law {
    ombud_alloc alloc;
    ombud__pool pool;
    ombud_view text; /* the .law text, copied; every view points into it or into the pool */
    ombud_view name, title[OMBUD__LANGS], source;
    ombud_force force;
    uint8_t has_verified;
    int32_t verified;
    ombud__id person;      /* the kind of item that persons are, or NONE */
    uint64_t held_roles;   /* those that items hold */
    uint64_t linked_roles; /* those that a link to persons has the name of: both speak of the same person */
    uint64_t digest;       /* of the text */
    OMBUD__TABLE(ombud__role, roles);
    OMBUD__TABLE(ombud__kind, kinds);
    OMBUD__TABLE(ombud__state, states);
    OMBUD__TABLE(ombud__event, events);
    OMBUD__TABLE(ombud__arg, args);
    OMBUD__TABLE(ombud__id, event_args); /* which arguments an event carries */
    OMBUD__TABLE(ombud__choice, choices);
    OMBUD__TABLE(ombud__fact, facts);
    OMBUD__TABLE(ombud__id, fact_lists);  /* named by makes, clears, needs */
    OMBUD__TABLE(ombud__id, event_lists); /* counted by figures, spoken of by invariants */
    ombud__id *facts_by_sort;             /* those that somebody states, then those that rows define */
    size_t stated_count, defined_count;
    OMBUD__TABLE(ombud__link, links);
    OMBUD__TABLE(ombud__area, areas);
    OMBUD__TABLE(ombud__exclusion, exclusions);
    OMBUD__TABLE(ombud__length, lengths);
    OMBUD__TABLE(ombud__term, terms);
    OMBUD__TABLE(ombud__question, questions);
    OMBUD__TABLE(ombud__value, values);
    OMBUD__TABLE(ombud__reading, readings);
    OMBUD__TABLE(ombud__alternative, alternatives);
    OMBUD__TABLE(ombud__provision, provisions);
    OMBUD__TABLE(ombud__cond, conds);
    OMBUD__TABLE(ombud__id, flips); /* condition nodes `DAY … ago`: those that time alone turns */
    OMBUD__TABLE(ombud__definition, definitions);
    OMBUD__TABLE(ombud__move, moves);
    OMBUD__TABLE(ombud__guard, guards);
    OMBUD__TABLE(ombud__clause, clauses);
    OMBUD__TABLE(ombud__start, starts);
    OMBUD__TABLE(ombud__term_row, term_rows);
    OMBUD__TABLE(ombud__answer_row, answers);
    OMBUD__TABLE(ombud__requirement, requirements);
    OMBUD__TABLE(ombud__knower, knowers);
    OMBUD__TABLE(ombud__withholding, withholdings);
    OMBUD__TABLE(ombud__figure, figures);
    OMBUD__TABLE(ombud__invariant, invariants);
    OMBUD__TABLE(ombud__alias, aliases);
    OMBUD__TABLE(ombud__row_ref, rows); /* all rows, in the order of the text */
    ombud_view tag;      /* of the host's language; empty while it gave none */
    ombud_view *phrases; /* the fixed words in it, as render/words.h counts them; NULL while it gave none */
    struct ombud_settings *plain;       /* the settings of a host that sets nothing, compiled once */
};

/* Calls for each text of a law that a host may give in a language of its own, with all its languages, in an order that
 * stays; not those of facts behind choices, which are put together. Stops where `per_text` returns 0, and returns that.
 */
int ombud__each_text(ombud_law *law, int (*per_text)(void *user, ombud_view texts[OMBUD__LANGS]), void *user);
/* The host's texts are the English ones, as long as it gives none. */
void ombud__host_speaks_english(ombud_law *law);

/* What a word is called in a language, English for what is none. */
ombud_view ombud__label_of(const ombud__word *word, ombud_lang lang);

/* Whether a provision's wording counts on a day; `set`: the first day in force where the law leaves it to the host,
 * NULL while the host has not said it. Then only the host could know it, but an adoption has not come. */
ombud_wording ombud__wording_of(const ombud__provision *provision, const int32_t *set, int32_t day);
/* Whether an event can carry an argument. */
int ombud__event_takes(const ombud_law *law, ombud__id event, ombud__id arg);
/* The argument behind a fact of what events carry. */
ombud__id ombud__argument_of(const ombud_law *law, ombud__id fact);

const ombud__row *ombud__row_of(const ombud_law *law, ombud__row_ref ref);

/* Whether a provision is the first whose day in force the settings hold under its name. */
int ombud__since_begins(const ombud_law *law, size_t provision);

/* What stands before the number of a person; empty if the law has none. */
ombud_view ombud__person_prefix(const ombud_law *law);

#endif
