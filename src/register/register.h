/*
 * A register: cases in slots, and orders of keys over them, which say no more than the folds of the cases. What a
 * change does to the keys is a shift: new keys are put in first, which can fail and be taken back; then old ones are
 * taken out, which cannot.
 */
#ifndef OMBUD__REGISTER_H
#define OMBUD__REGISTER_H

#include "casefile/textline.h"
#include "kernel/matter.h"
#include "ordered.h"
#include "ombud/register.h"

typedef struct ombud__slot {
    ombud_case *matter; /* NULL: a tombstone */
    int64_t number;
    unsigned char *digest; /* of a tombstone, or NULL */
    int32_t day;           /* the next day on which time changes the case; of a tombstone, when it was deleted */
    uint8_t digest_length;
} ombud__slot;

typedef struct ombud__keys {
    OMBUD__TABLE(ombud__key, list);
} ombud__keys;

typedef struct ombud__shift {
    ombud__keys before, after; /* of the case at hand */
    ombud__keys added, gone;   /* of all cases of the shift */
    ombud__keys turns;         /* each leads to the slot whose `day` changes */
} ombud__shift;

/* In the place of an item's number: the key is of a day on which time changes the case. */
#define OMBUD__TURN ((int64_t)-1)

struct ombud_register {
    ombud_alloc alloc;
    const ombud_law *law;
    const ombud_settings *settings;
    int32_t present;
    size_t alive;
    OMBUD__TABLE(ombud__slot, slots);
    ombud__ordered cases;  /* day 0; each leads to its slot */
    ombud__ordered duties; /* open or overdue, by last day; none: INT32_MAX */
    ombud__ordered kept;   /* periods of keeping, running or elapsed */
    ombud__ordered turns;
    ombud__shift shift; /* its lists are empty between two calls */
};

/* The slot of a number, a tombstone's too; NULL if there is none. */
ombud__slot *ombud__register_slot(const ombud_register *reg, int64_t number);
/* The slot of a case. OMBUD_E_NOT_FOUND; OMBUD_E_STATE for a tombstone. */
ombud_status ombud__register_living(const ombud_register *reg, int64_t number, ombud__slot **out, ombud_error *err);

/* Puts a slot at the end. */
ombud_status ombud__register_enter(ombud_register *reg, const ombud__slot *slot, ombud_error *err);
/* A tombstone of another register in this one. */
ombud_status ombud__register_bury(ombud_register *reg, const ombud__slot *tombstone, ombud_error *err);

/* Whether a term row says how long something is kept: at least so long, owed by nobody, bringing nothing about. */
int ombud__keeps(const ombud_law *law, ombud__id term_row);
/* The duties that are open or overdue and the periods of keeping as of a day, and the next day on which time changes
 * the case. */
ombud_status ombud__register_collect(const ombud_case *matter, int32_t day, ombud__keys *keys, int32_t *turn,
                                     ombud_error *err);

/* Begins with the keys of a case before it changes; NULL: it has none. */
ombud_status ombud__shift_before(ombud_register *reg, const ombud_case *matter, ombud_error *err);
/* Prepares the keys of the case as it is now, as of a day; NULL: it is gone. A slot that is not there yet is the next
 * one. */
ombud_status ombud__shift_after(ombud_register *reg, const ombud_case *matter, size_t slot, int32_t day,
                                ombud_error *err);
void ombud__shift_commit(ombud_register *reg);
void ombud__shift_abandon(ombud_register *reg);
void ombud__shift_free(ombud_register *reg);

/*
 * A line of the case language behind its case's number: in the case of that number, or in one that it begins. The words
 * say where the line stands in the text it comes from.
 */
ombud_status ombud__register_words(ombud_register *reg, int64_t number, ombud__textline *words);

ombud_status ombud__register_no_memory(ombud_error *err);

/*
 * A table of counts with its totals in the last row and column; with `across` 0 it is one column whose last row is the
 * total.
 */
typedef struct ombud__counts {
    uint32_t rows, columns; /* totals included */
    uint8_t across;
    int64_t *cells;    /* row after row */
    uint8_t *withheld; /* likewise */
} ombud__counts;
/* Most rows or columns: 256 choices, one for none, and the total. */
enum { OMBUD__COUNTS_MAX = 260 };

/* Withholds counts from 1 to below the threshold, and others, until none can be computed from what is shown. */
void ombud__withhold(const ombud__counts *table, int64_t threshold);

struct ombud_figures {
    ombud_alloc alloc;
    const ombud_law *law;
    int32_t from, to, present;
    int32_t threshold;
    size_t count;
    struct ombud__tabled {
        ombud__id figure;
        ombud__counts counts;
        int64_t unknown;
    } * of;
};

#endif
