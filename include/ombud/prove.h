/**
 * @file prove.h
 * @brief Whether a law is sound: what can be seen of its rows (prove), and what holds in every situation a case can come to (explore); docs/proving.md.
 *
 * A part of its own, since flaws come with cases (`case.h`) that show them. A proof is immutable; it belongs to its maker and may be shared between threads.
 */
#ifndef OMBUD_PROVE_H
#define OMBUD_PROVE_H

#include "scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The kinds of flaws of a law. */
typedef int32_t ombud_flaw_kind;
enum {
    OMBUD_FLAW_NONE = 0,
    OMBUD_FLAW_IDLE_GUARD = 1,       /**< A guard that never refuses. */
    OMBUD_FLAW_SHUT_GUARD = 2,       /**< A guard that always refuses. */
    OMBUD_FLAW_SHUT_EVENT = 3,       /**< Guards of one event that can never all let it pass. */
    OMBUD_FLAW_DEAD_ROW = 4,         /**< A row, or a clause of a term, that never has an effect. */
    OMBUD_FLAW_NEVER_IN_FORCE = 5,   /**< A row that counts on no day, in no scope. */
    OMBUD_FLAW_UNREACHED_STATE = 6,  /**< A state to which no way leads. */
    OMBUD_FLAW_TRAP = 7,             /**< A state from which no way leads to a final one, though the item has some. */
    OMBUD_FLAW_WORDING_GAP = 8,      /**< Days between two wordings of a provision on which none is in force. */
    OMBUD_FLAW_ENDLESS_DUTY = 9,     /**< A duty that nothing discharges and that has no consequence. */
    OMBUD_FLAW_CIRCLE_OF_ENDS = 10,  /**< Ends of terms that bring each other about without time passing. */
    OMBUD_FLAW_OPPOSITE_LINES = 11,  /**< Two lines that differ only by a fact and its opposite. */
    OMBUD_FLAW_ANSWERS_CLASH = 12,   /**< Two values of one question that are both so. */
    OMBUD_FLAW_UNCITED_ROW = 13,     /**< A guard, duty, answer or requirement that rests on no provision and no reading. */
    OMBUD_FLAW_UNMOVED_EVENT = 14,   /**< An event that no move names. */
    OMBUD_FLAW_BROKEN_INVARIANT = 15,/**< An invariant that does not hold in a situation that can be reached. */
    OMBUD_FLAW_UNTRIED_INVARIANT = 16, /**< An invariant that no situation explored put to the test. */
    OMBUD_FLAW_STUCK_DUTY = 17,      /**< A situation from which no permitted way discharges an open duty. */
    OMBUD_FLAW_STUCK_CASE = 18       /**< A situation from which no permitted way leads to a final state. */
};
/** The kind in a few words, such as `guard that never refuses`; `?` for a value that is none. Allocates nothing. */
OMBUD_API const char *ombud_flaw_name(ombud_flaw_kind kind);

/** A flaw. At most `struct_size` bytes are written. */
typedef struct ombud_flaw {
    uint32_t struct_size;
    ombud_flaw_kind kind;
    int32_t warning;         /**< 1: to be looked at; 0: wrong. */
    uint32_t line;           /**< In the `.law` text, from 1; 0 if it has no place there. */
    size_t provision;        /**< SIZE_MAX for what rests on structure. */
    ombud_view what;         /**< Name of what is meant, such as `report.closed`. */
    ombud_view row;          /**< The row as printed, or empty. */
    ombud_view sentence;     /**< What is wrong. */
    ombud_view remedy;       /**< What would be right. */
    ombud_view witness;      /**< A `.case` text that shows it and holds as long as the flaw is there; empty where there is none. */
} ombud_flaw;
#define OMBUD_FLAW_INIT { (uint32_t)sizeof(ombud_flaw), 0, 0, 0, 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 } }

/** What was found of a law. */
typedef struct ombud_proof ombud_proof;

/**
 * Looks for flaws that can be seen of the rows: whatever facts are stated, in every wording and scope and under every reading. What it
 * calls wrong is wrong; that it finds nothing does not show that a law says what its source says.
 * @param law    borrowed, must outlive the proof
 * @param alloc  NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_law_prove(const ombud_law *law, const ombud_alloc *alloc, ombud_proof **out, ombud_error *err);

/** How a law is explored. Begin with #OMBUD_EXPLORING_INIT. */
typedef struct ombud_exploring {
    uint32_t struct_size;
    int32_t recorded;        /**< 1: events that are not permitted too; an invariant then holds, or a finding stands. */
    const char *item;        /**< The one kind of item to walk through; NULL for all. */
    size_t situations_max;   /**< Of one walk; 0 for 20,000. */
    int32_t readings;        /**< 1: beside the law as it stands by itself, each other alternative of each reading, one at a time. */
    uint32_t reserved;       /**< 0 */
    /** What may walk together, with commas between: kinds, as `report,claim`; or single events, as `report.received,report.closed,claim`,
     *  and of a kind of which events are named no others happen. NULL for all. Each walk goes without items of any other kind, its
     *  own apart: `report` walks reports alone. What is told of such a walk: ombud_law_explore(). */
    const char *with;
} ombud_exploring;
#define OMBUD_EXPLORING_INIT { (uint32_t)sizeof(ombud_exploring), 0, 0, 0, 0, 0, 0 }

/**
 * Walks through every situation that a case can come to, for each kind of item with those linked to it, and judges the invariants of
 * the law in each. What a walk leaves out is told (ombud_proof_walk()).
 *
 * A case without items of some kind, or without some events, is a case too: an invariant that a walk bounded by `with` breaks is broken. But what can no longer be
 * met, end or be reached there might be by what was left out, so it is not told; nor that an invariant is never tried, which
 * its count says.
 * @param law    borrowed, must outlive the proof
 * @param how    NULL for #OMBUD_EXPLORING_INIT
 * @param alloc  NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNSUPPORTED, #OMBUD_E_UNKNOWN_NAME (no such item or event in `item` or `with`), #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_law_explore(const ombud_law *law, const ombud_exploring *how, const ombud_alloc *alloc, ombud_proof **out, ombud_error *err);

/** Frees a proof. NULL is a no-op. */
OMBUD_API void ombud_proof_free(ombud_proof *proof);

/** How many flaws there are; 0 for NULL. */
OMBUD_API size_t ombud_proof_flaw_count(const ombud_proof *proof);
/** One flaw, in the order of the law. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_proof_flaw(const ombud_proof *proof, size_t index, ombud_flaw *out);

/** One walk of an exploration. At most `struct_size` bytes are written. */
typedef struct ombud_walk {
    uint32_t struct_size;
    int32_t whole;           /**< 1 if every situation was walked, 0 if a bound was reached. */
    ombud_view item;
    ombud_view reading;      /**< `Q-02 acknowledgement`, or empty for the law as it stands by itself. */
    size_t situations;
    size_t steps;            /**< From one situation to another or the same. */
    ombud_view bounded;      /**< What was left out, one thing a line; may be empty. */
} ombud_walk;
#define OMBUD_WALK_INIT { (uint32_t)sizeof(ombud_walk), 0, { 0, 0 }, { 0, 0 }, 0, 0, { 0, 0 } }

/** How many walks there were; 0 for NULL, and for a proof of the rows. */
OMBUD_API size_t ombud_proof_walk_count(const ombud_proof *proof);
/** One walk. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_proof_walk(const ombud_proof *proof, size_t index, ombud_walk *out);

/** An invariant, judged. At most `struct_size` bytes are written. */
typedef struct ombud_invariant {
    uint32_t struct_size;
    uint32_t line;           /**< In the `.law` text. */
    ombud_view name;         /**< `report.secret` */
    ombud_view label;        /**< In English. */
    ombud_view text;         /**< As printed. */
    size_t judged;           /**< Situations, or events, in which it was judged. */
    size_t told;             /**< Of these, those in which it could have been otherwise: its condition was known. */
    size_t broken;           /**< Those in which it did not hold. */
} ombud_invariant;
#define OMBUD_INVARIANT_INIT { (uint32_t)sizeof(ombud_invariant), 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0 }

/** How many invariants the law has; 0 for NULL, and for a proof of the rows. */
OMBUD_API size_t ombud_proof_invariant_count(const ombud_proof *proof);
/** One invariant. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_proof_invariant(const ombud_proof *proof, size_t index, ombud_invariant *out);

#ifdef __cplusplus
}
#endif

#endif
