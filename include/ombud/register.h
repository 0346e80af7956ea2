/**
 * @file register.h
 * @brief Many cases under one law: what is due, what may be deleted, and the figures of a period.
 *
 * A register keeps cases by the host's number and finds across all of them without looking at each: an event, a question for what is due and a question for one case cost the
 * logarithm of how many cases there are, and a list costs its length besides. A register belongs to one thread at a time; questions about it count as use.
 * Its **present** is a day that the host sets. The register never reads a clock, and refuses what is dated after it.
 */
#ifndef OMBUD_REGISTER_H
#define OMBUD_REGISTER_H

#include "scenario.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Most cases and tombstones of a register. */
#define OMBUD_REGISTER_CASES_MAX ((size_t)100000000)

typedef struct ombud_register ombud_register;

/**
 * Makes an empty register.
 * @param law       must outlive the register
 * @param settings  of that law, must outlive the register; NULL for a host that sets nothing
 * @param present   the day it begins with, OMBUD_DAY_MIN … OMBUD_DAY_MAX
 * @param alloc     for the register and its cases; NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_new(const ombud_law *law, const ombud_settings *settings, ombud_day present, const ombud_alloc *alloc,
                                          ombud_register **out, ombud_error *err);
/** Frees a register with its cases and wipes their memory. NULL is a no-op. */
OMBUD_API void ombud_register_free(ombud_register *reg);
/**
 * The cases and tombstones of a register in a new one under other settings, every case folded anew: what would follow if the host chose otherwise. The register stays as it is.
 * @param settings  of the same law, must outlive the new register; NULL for a host that sets nothing
 * @param alloc     NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_under(const ombud_register *reg, const ombud_settings *settings, const ombud_alloc *alloc, ombud_register **out,
                                            ombud_error *err);

OMBUD_API const ombud_law *ombud_register_law(const ombud_register *reg);
OMBUD_API const ombud_settings *ombud_register_settings(const ombud_register *reg);
/** The present; OMBUD_DAY_MIN for NULL. */
OMBUD_API ombud_day ombud_register_present(const ombud_register *reg);
/** How many cases there are, tombstones not counted. */
OMBUD_API size_t ombud_register_count(const ombud_register *reg);
/** The case with that number, borrowed until the register changes; NULL if there is none. Its questions are asked as of the present or of any other day. */
OMBUD_API const ombud_case *ombud_register_case(const ombud_register *reg, int64_t number);
/** The first number after one that a case has: from 0 on, all cases in the order of their numbers. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_register_next_number(const ombud_register *reg, int64_t after, int64_t *number);

/** @name Recording
 *  Each call changes the register as a whole or not at all. A number whose case was deleted is not given again: #OMBUD_E_STATE.
 *  @{ */
/** Makes an empty case. @param number 1 … #OMBUD_NUMBER_MAX @return #OMBUD_E_ARGUMENT, #OMBUD_E_DUPLICATE, #OMBUD_E_STATE, #OMBUD_E_LIMIT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_register_open(ombud_register *reg, int64_t number, ombud_error *err);
/** Puts in a copy of a case under its number, folded under the settings of the register. @return as ombud_register_open(); #OMBUD_E_ARGUMENT also for a case without number or of
 *  another text of the law; #OMBUD_E_RANGE for an event after the present */
OMBUD_API ombud_status ombud_register_add(ombud_register *reg, const ombud_case *matter, ombud_error *err);
/** In a case of the register. @return as ombud_case_person(), #OMBUD_E_NOT_FOUND, #OMBUD_E_STATE */
OMBUD_API ombud_status ombud_register_person(ombud_register *reg, int64_t number, int64_t person, const char *roles, ombud_error *err);
/** In a case of the register. @return as ombud_case_item(), #OMBUD_E_NOT_FOUND, #OMBUD_E_STATE */
OMBUD_API ombud_status ombud_register_item(ombud_register *reg, int64_t number, const char *name, ombud_error *err);
/** In a case of the register. @return as ombud_case_apply(), #OMBUD_E_NOT_FOUND for no such case, #OMBUD_E_STATE, #OMBUD_E_RANGE for an event after the present */
OMBUD_API ombud_status ombud_register_apply(ombud_register *reg, int64_t number, const ombud_event *event, ombud_changes **changes, ombud_error *err);
/**
 * Records a line of the case language: `person p1 reporter`, `item o1`, or a dated line of a journal. The first line of a number makes its case. A line that is blank or a
 * comment changes nothing.
 * @param line    UTF-8, need not end with a NUL; NULL only if `length` is 0
 * @param length  at most OMBUD_LINE_MAX
 * @return as ombud_register_apply(), with the column
 */
OMBUD_API ombud_status ombud_register_line(ombud_register *reg, int64_t number, const char *line, size_t length, ombud_error *err);
/** @} */

/** @name Time
 *  @{ */
/**
 * Sets the present. What has ended before that day takes effect; cases in which nothing ends are not looked at.
 * @return #OMBUD_E_RANGE for a day before the present or outside the years 1 to 9999, #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_advance(ombud_register *reg, ombud_day day, ombud_error *err);
/** The next day after the present on which time alone changes an answer about some case. @return #OMBUD_E_NOT_FOUND if there is none, #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_register_next_change(const ombud_register *reg, ombud_day *out, ombud_error *err);
/** @} */

/** @name What is due
 *  Lists in the order of last day, case, item and row; without a last day, of case, item and row. They stay as they are when the register changes.
 *  @{ */
/** One duty or other term in a list, as short as it can be. Frozen. */
typedef struct ombud_due_item {
    int64_t number;      /**< Of the case. */
    int64_t item_number; /**< 1, in `r1`. */
    int32_t day;         /**< Its last day; INT32_MAX if it has none. */
    uint16_t item;       /**< Index of the item, as ombud_case_item_at() counts. */
    uint16_t row;        /**< For ombud_agenda_get(). */
} ombud_due_item;

/** The same in full. At most `struct_size` bytes are written. */
typedef struct ombud_due_entry {
    uint32_t struct_size;
    int32_t duty;            /**< 1: a duty; 0: a period of keeping. */
    int64_t number;          /**< Of the case. */
    ombud_view name;         /**< `acknowledge` */
    ombud_view item_prefix;
    int64_t item_number;
    ombud_term_status status; /**< As of the present when the list was made: open, overdue or expired. */
    int32_t has_due;
    ombud_day due;           /**< Its last day. */
    int64_t days;            /**< Days from that present to the last day; below 0 past it; 0 without one. */
    uint64_t bearer, addressee; /**< Roles as bits. */
    size_t provision;        /**< Of the row under which it was opened; SIZE_MAX if it rests on structure. */
    size_t row;              /**< Index of that row. */
} ombud_due_entry;
#define OMBUD_DUE_ENTRY_INIT { (uint32_t)sizeof(ombud_due_entry), 0, 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

typedef struct ombud_agenda ombud_agenda;
/**
 * The duties of all cases that are open or overdue as of the present and have their last day between two days, both included. Of a duty that comes again until it is met, the
 * last day missed counts. Duties that time or an event has yet to open are not foreseen.
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_due(const ombud_register *reg, ombud_day from, ombud_day to, ombud_agenda **out, ombud_error *err);
/** The duties whose last day lies before a day, and which are not met as of the present. @return as ombud_register_due() */
OMBUD_API ombud_status ombud_register_overdue(const ombud_register *reg, ombud_day on, ombud_agenda **out, ombud_error *err);
/** The duties that are open and have no last day. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_register_undated(const ombud_register *reg, ombud_agenda **out, ombud_error *err);
/**
 * The periods of keeping whose last day lies before a day: terms that must last at least so long, that nobody owes and that bring nothing about. Whether the case may be
 * deleted, ombud_register_holds() says.
 * @return as ombud_register_due()
 */
OMBUD_API ombud_status ombud_register_elapsed(const ombud_register *reg, ombud_day on, ombud_agenda **out, ombud_error *err);
OMBUD_API void ombud_agenda_free(ombud_agenda *agenda);
OMBUD_API size_t ombud_agenda_count(const ombud_agenda *agenda);
/** All lines of a list, borrowed from it; NULL if there are none. Allocates nothing. */
OMBUD_API const ombud_due_item *ombud_agenda_items(const ombud_agenda *agenda);
/** A line in full. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_agenda_get(const ombud_agenda *agenda, size_t index, ombud_due_entry *out);
/** @} */

/** @name Deleting
 *  @{ */
/** Why a case cannot be deleted. */
typedef int32_t ombud_hold_kind;
enum {
    OMBUD_HOLD_DUTY = 1,      /**< A duty is open or overdue. */
    OMBUD_HOLD_TERM = 2,      /**< Another term is open: its end is not known, or has not come. */
    OMBUD_HOLD_RETENTION = 3, /**< A period of keeping has not elapsed, or has not begun. */
    OMBUD_HOLD_EVENT = 4      /**< The act that waits for the end of keeping is not permitted: a claim, a disclosure, proceedings. */
};
/** One reason. At most `struct_size` bytes are written. */
typedef struct ombud_hold {
    uint32_t struct_size;
    ombud_hold_kind kind;
    ombud_view name;         /**< Of the term, or of the event. */
    ombud_view item_prefix;
    int64_t item_number;
    int32_t has_due;
    ombud_day due;           /**< Terms: the last day. */
    ombud_ruling ruling;     /**< Events: how it is judged. */
    size_t provision;        /**< SIZE_MAX if it rests on structure. */
} ombud_hold;
#define OMBUD_HOLD_INIT { (uint32_t)sizeof(ombud_hold), 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0 }
typedef struct ombud_holds ombud_holds;
/** What holds a case as of the present; nothing if it may be deleted. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOT_FOUND, #OMBUD_E_STATE (deleted already), #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_register_holds(const ombud_register *reg, int64_t number, ombud_holds **out, ombud_error *err);
OMBUD_API void ombud_holds_free(ombud_holds *holds);
OMBUD_API size_t ombud_holds_count(const ombud_holds *holds);
/** @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_holds_get(const ombud_holds *holds, size_t index, ombud_hold *out);

/**
 * Deletes a case that nothing holds: its memory is wiped, and a tombstone stays with its number, the present and a digest of its journal.
 * @param chain  the host's keyed digest (case.h); the head of the chain is kept; NULL: no digest is kept
 * @return #OMBUD_E_REFUSED while something holds it, and the message names what comes first; #OMBUD_E_ARGUMENT, #OMBUD_E_NOT_FOUND, #OMBUD_E_STATE (deleted already),
 *         #OMBUD_E_CALLBACK, #OMBUD_E_UNSUPPORTED, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_delete(ombud_register *reg, int64_t number, const ombud_chain *chain, ombud_error *err);

/** What is left of a deleted case. At most `struct_size` bytes are written. */
typedef struct ombud_tombstone {
    uint32_t struct_size;
    uint32_t digest_length;  /**< 0 if none was made. */
    int64_t number;
    ombud_day on;            /**< The present when it was deleted. */
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
} ombud_tombstone;
#define OMBUD_TOMBSTONE_INIT { (uint32_t)sizeof(ombud_tombstone), 0, 0, 0, { 0 } }
/** @return #OMBUD_E_NOT_FOUND if no case of that number was deleted, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_register_tombstone(const ombud_register *reg, int64_t number, ombud_tombstone *out);
/** @} */

/** @name Loading a journal
 *  A journal of many cases as a text: each line is the number of a case, a tab, and a line of the case language. Lines that are blank, or begin with `#`, are passed over.
 *  @{ */
typedef struct ombud_stream ombud_stream;
/** Begins to read a journal into a register, which must outlive it. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_stream_new(ombud_register *reg, ombud_stream **out, ombud_error *err);
/** Frees a stream; what was read stays in the register. NULL is a no-op. */
OMBUD_API void ombud_stream_free(ombud_stream *stream);
/**
 * Takes the next bytes of the journal, cut wherever it suits. Each line is recorded when its end has come.
 *
 * A line that cannot be recorded stops the stream: the error says its number and column, the lines above it **stay recorded**, it and all below it are not, and every further
 * call fails. Mend the line, and load from there on with a new stream: ombud_stream_lines() says how many lines were taken.
 * @param bytes  NULL only if `length` is 0
 * @return as ombud_register_line(); #OMBUD_E_SYNTAX for a line without number and tab; #OMBUD_E_STATE after a failure or the end
 */
OMBUD_API ombud_status ombud_stream_feed(ombud_stream *stream, const char *bytes, size_t length, ombud_error *err);
/** Says that the journal is at its end. @return #OMBUD_E_SYNTAX if it ends in the middle of a line, which is then not recorded; #OMBUD_E_STATE, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_stream_end(ombud_stream *stream, ombud_error *err);
/** How many lines were taken, blank ones and comments too. */
OMBUD_API uint64_t ombud_stream_lines(const ombud_stream *stream);
/** @} */

/** @name One matter in several cases
 *  What a host sees as one matter may be a case under each of several laws: cases of several registers are looked at together.
 *  @{ */
/** Most cases that are looked at together. */
#define OMBUD_TOGETHER_MAX ((size_t)1000)
typedef struct ombud_together ombud_together;
/**
 * Asks several cases for what is to be done, what was found and what comes next.
 * @param cases  of whatever laws; the laws must outlive the result, the cases need not
 * @param count  1 … #OMBUD_TOGETHER_MAX
 * @param asof   the day, and for whom
 * @param alloc  for the result; NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_LIMIT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_together_ask(const ombud_case *const *cases, size_t count, const ombud_asof *asof, const ombud_alloc *alloc, ombud_together **out,
                                          ombud_error *err);
OMBUD_API void ombud_together_free(ombud_together *together);
/** How many duties are open or overdue in all of them. */
OMBUD_API size_t ombud_together_duty_count(const ombud_together *together);
/** A duty, by last day, then in the order of the cases; those without one come last. @param of index of its case @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_together_duty(const ombud_together *together, size_t index, size_t *of, ombud_term *out);
OMBUD_API size_t ombud_together_finding_count(const ombud_together *together);
/** A finding, by its first day, then in the order of the cases. @param of index of its case @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_together_finding(const ombud_together *together, size_t index, size_t *of, ombud_finding *out);
/** The next day on which time alone changes an answer about any of them. @return #OMBUD_E_NOT_FOUND if there is none, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_together_next_change(const ombud_together *together, ombud_day *out);
/** @} */

/** @name Figures
 *  The tables that a law's `figure` rows define, over all cases. What could be traced to somebody is withheld.
 *  @{ */
/** Smallest threshold that withholds: under 3, a withheld count could be nothing but 1. */
#define OMBUD_THRESHOLD_MIN 3

/** A count. Frozen. */
typedef struct ombud_cell {
    int64_t count;    /**< -1 if withheld. */
    int32_t withheld; /**< 1: it is under the threshold, or another that is could be computed from it. */
    int32_t total;    /**< 1: of a row, of a column, or of all. */
} ombud_cell;

/** One table. At most `struct_size` bytes are written. */
typedef struct ombud_figure {
    uint32_t struct_size;
    int32_t axes;          /**< By how many things it is told apart: 0, 1 or 2. */
    ombud_view name;
    ombud_view label;      /**< In the language asked for. */
    ombud_view item;       /**< The kind of item counted. */
    size_t provision;      /**< SIZE_MAX if it rests on structure. */
    size_t row;            /**< Index of its row. */
    size_t rows, columns;  /**< Values of the first and of the second axis; 1 where there is none. */
    ombud_view by[2];      /**< Names of the axes: `state`, a fact, an argument or a term; empty where there is none. */
    int32_t has_base;      /**< 1: it is told apart by a term, and `base` counts. */
    ombud_cell base;       /**< The denominator: all but the items of which that term is still open, not yet due, or never opened. */
    ombud_cell unknown;    /**< Items, counted nowhere else, of which it is not known whether the row counts them. */
} ombud_figure;
#define OMBUD_FIGURE_INIT { (uint32_t)sizeof(ombud_figure), 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, { { 0, 0 }, { 0, 0 } }, 0, { 0, 0, 0 }, { 0, 0, 0 } }

typedef struct ombud_figures ombud_figures;
/**
 * Counts. An item counts once in a table if one of the row's events happened to it between two days, both included; facts, states and terms are those of the present.
 *
 * A count from 1 to the threshold is withheld, totals too, and so many others that no withheld one can be computed from what the same table shows, though counts are known not to
 * be below 0. All tables of one call can be published together, since a law may not count the same items in tables that share more than their total. Tables of different periods
 * or days are not held against one another: publish each period once.
 * @param from       at most `to`
 * @param to         the last day of the period; may lie after the present
 * @param threshold  counts from 1 up to it, itself left out, are withheld: #OMBUD_THRESHOLD_MIN to 1000, or 0: nothing is withheld, for whoever may see the cases
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_register_figures(const ombud_register *reg, ombud_day from, ombud_day to, int32_t threshold, ombud_figures **out,
                                              ombud_error *err);
OMBUD_API void ombud_figures_free(ombud_figures *figures);
/** How many tables: the law's figure rows that count on the present under the settings. */
OMBUD_API size_t ombud_figures_count(const ombud_figures *figures);
/** @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_figures_get(const ombud_figures *figures, size_t index, ombud_lang lang, ombud_figure *out);
/** A value of an axis (0: rows, 1: columns): its stable name, and its label where the law gives one, else the name. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_figures_value(const ombud_figures *figures, size_t index, int32_t axis, size_t position, ombud_lang lang, ombud_view *name,
                                           ombud_view *label);
/** A count; a row or column past the last value is the total. A table with one axis has no totals of its rows. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_figures_cell(const ombud_figures *figures, size_t index, size_t row, size_t column, ombud_cell *out);
/** @} */

/** @name What moves
 *  One case under two laws or settings, held against each other: what another wording, setting or reading would change.
 *  @{ */
typedef int32_t ombud_move_kind;
enum {
    OMBUD_MOVED_VERDICT = 1, /**< A line of the journal is judged otherwise, or by another provision. */
    OMBUD_MOVED_FINDING = 2, /**< A finding is there or not, or has another first or last day or provision. */
    OMBUD_MOVED_TERM = 3     /**< A duty or other term is there or not, or has another status, last day or provision. */
};
/** One side of what moved. Frozen. */
typedef struct ombud_moved {
    int32_t there;           /**< 0: it is not there on this side, and nothing below counts. */
    int32_t word;            /**< Verdicts: ombud_ruling; findings: ombud_finding_kind; terms: ombud_term_status. */
    int32_t has_first, has_last;
    ombud_day first;         /**< Findings: the first day; terms: the day of opening; verdicts: the day judged. */
    ombud_day last;          /**< Findings: the day it ended; terms: the last day. */
    size_t provision;        /**< Index in the law of this side; SIZE_MAX if none. */
} ombud_moved;
/** One thing that moved. At most `struct_size` bytes are written. */
typedef struct ombud_move {
    uint32_t struct_size;
    ombud_move_kind kind;
    ombud_view name;         /**< Of the event, duty or other term, or requirement. */
    ombud_view item_prefix;
    int64_t item_number;
    size_t position;         /**< Verdicts: the line of the journal, from 1; else 0. */
    ombud_moved before, after;
} ombud_move;
#define OMBUD_MOVE_INIT { (uint32_t)sizeof(ombud_move), 0, { 0, 0 }, { 0, 0 }, 0, 0, { 0, 0, 0, 0, 0, 0, 0 }, { 0, 0, 0, 0, 0, 0, 0 } }

typedef struct ombud_moves ombud_moves;
/**
 * Compares two cases with the same journal as of a day: verdicts of its lines, then findings, then terms, each in the order of the first case and then what only the second has.
 * Provisions are told apart by their ids.
 * @param before  a case, such as one of a register
 * @param after   the same journal under another law or settings, such as the case of that number in ombud_register_under()
 * @param alloc   for the result; NULL for libc's
 * @return #OMBUD_E_ARGUMENT (also for journals of different length), #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_moves_between(const ombud_case *before, const ombud_case *after, const ombud_asof *asof, const ombud_alloc *alloc, ombud_moves **out,
                                           ombud_error *err);
OMBUD_API void ombud_moves_free(ombud_moves *moves);
OMBUD_API size_t ombud_moves_count(const ombud_moves *moves);
/** Names are borrowed from the laws, which must outlive the result. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_moves_get(const ombud_moves *moves, size_t index, ombud_move *out);
/** @} */

#ifdef __cplusplus
}
#endif

#endif
