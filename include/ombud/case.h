/**
 * @file case.h
 * @brief Settings, cases and their journals.
 *
 * A case is a journal of events under one law; its state is the fold of that journal and is never stored by the host. Events may be late, voided, or seen only
 * as far as they were known by a day. A case belongs to one thread at a time; questions about it (answer.h) count as use.
 *
 * Limits of a case: #OMBUD_CASE_EVENTS_MAX events, #OMBUD_CASE_ITEMS_MAX items, #OMBUD_CASE_LINKS_MAX links.
 */
#ifndef OMBUD_CASE_H
#define OMBUD_CASE_H

#include "law.h"

#ifdef __cplusplus
extern "C" {
#endif

#define OMBUD_CASE_EVENTS_MAX 1000000
#define OMBUD_CASE_ITEMS_MAX 60000
#define OMBUD_CASE_LINKS_MAX 60000

/** A host's choices for one law: readings, lengths of open periods, tightened periods, roll, holidays. Immutable; shared freely. */
typedef struct ombud_settings ombud_settings;

/**
 * Reads settings (docs/settings.md) and compiles the law under them.
 * @param law    must outlive the settings
 * @param text   lines such as `reading Q-02 acknowledgement`; an empty text sets nothing
 * @return as ombud_law_parse(); #OMBUD_E_CONFLICT where a period would be made looser than the law allows
 */
OMBUD_API ombud_status ombud_settings_parse(const ombud_law *law, const char *text, size_t length, const ombud_alloc *alloc, ombud_settings **out,
                                            ombud_error *err);
/** Frees settings. NULL is a no-op. */
OMBUD_API void ombud_settings_free(ombud_settings *settings);
/** A checksum of the settings in canonical form; 0 for NULL. */
OMBUD_API uint64_t ombud_settings_digest(const ombud_settings *settings);

/** A case. */
typedef struct ombud_case ombud_case;

/**
 * Makes an empty case.
 * @param law       must outlive the case
 * @param settings  of that law, must outlive the case; NULL for a host that sets nothing
 * @param alloc     NULL for libc's
 * @return #OMBUD_E_ARGUMENT (also for settings of another law), #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_case_new(const ombud_law *law, const ombud_settings *settings, const ombud_alloc *alloc, ombud_case **out, ombud_error *err);
/** Frees a case and wipes its memory. NULL is a no-op. */
OMBUD_API void ombud_case_free(ombud_case *matter);
/** A copy to try things on. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_clone(const ombud_case *matter, const ombud_alloc *alloc, ombud_case **out, ombud_error *err);
/**
 * A copy of the case as it stood at the end of a day: with the lines alone that count of those up to that day, none that was
 * struck out and none that strikes out, so that positions are others. Persons and items are all there. A register whose
 * present is that day can hold it, for the figures of a year that is over.
 * @param matter    its law and settings must outlive the copy
 * @param day       the last day whose lines are copied
 * @param known_by  a line entered later is left out; #OMBUD_DAY_MAX leaves none out
 * @param alloc     NULL for libc's
 * @param out       to be freed with ombud_case_free(); untouched on failure
 * @return #OMBUD_E_ARGUMENT for NULL or an incomplete allocator; #OMBUD_E_RANGE; #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_case_clone_as_of(const ombud_case *matter, ombud_day day, ombud_day known_by, const ombud_alloc *alloc, ombud_case **out,
                                              ombud_error *err);
/**
 * How many bytes an arena must have so that a case of this size lives in it under any settings of the law, its growth
 * included, and any one question is answered at a time: a bound, several times what an ordinary journal uses.
 *
 * Counted are up to 8 arguments and facts an event in the mean, the changes of one recorded event, what a verdict or an
 * answer rests on, and, for each event and item, one finding of each requirement of a kind; a requirement that one event
 * turns for many items at once through links can find more. The arena holds nothing else, and a result is freed before
 * the next question or event. The law, the settings and clones need memory of their own.
 *
 * @param law     whose words and rows say how much an item and an event can bring with them
 * @param events  lines of the journal, and events that ends of terms bring about up to the last day asked about
 * @param items   persons and other items
 * @param links   lines that link, and arguments that name an item
 * @param bytes   how many; not NULL
 * @return #OMBUD_E_ARGUMENT; #OMBUD_E_LIMIT past the limits of a case, or if a size_t does not hold it. Allocates nothing.
 */
OMBUD_API ombud_status ombud_case_memory_bound(const ombud_law *law, size_t events, size_t items, size_t links,
                                               size_t *bytes);

OMBUD_API const ombud_law *ombud_case_law(const ombud_case *matter);
OMBUD_API const ombud_settings *ombud_case_settings(const ombud_case *matter);
/** The host's number of the case; 0 if none was given. */
OMBUD_API int64_t ombud_case_number(const ombud_case *matter);
/** Gives the case its number, 1 … #OMBUD_NUMBER_MAX. @return #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_case_set_number(ombud_case *matter, int64_t number);

/**
 * Declares a person and roles they hold; said again, it adds roles.
 * @param number  the host's number of the person, 1 … #OMBUD_NUMBER_MAX
 * @param roles   names separated by commas or spaces; NULL or empty for none
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNKNOWN_NAME, #OMBUD_E_LIMIT, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_case_person(ombud_case *matter, int64_t number, const char *roles, ombud_error *err);
/** Declares another item, such as `o1`. @return as ombud_case_person(), #OMBUD_E_SYNTAX */
OMBUD_API ombud_status ombud_case_item(ombud_case *matter, const char *name, ombud_error *err);

/** One line of a journal. */
typedef struct ombud_event {
    uint32_t struct_size;
    ombud_day on;            /**< The day it happened. */
    int32_t has_entered;     /**< 1 if `entered` counts; else it was entered on the day itself. */
    ombud_day entered;
    int64_t by;              /**< Who acts: number of a declared person; 0 if nobody is named. */
    ombud_view line;         /**< What happened, as in a `.case` file after the date: `report.received r1 reporter=p1`, `fact r1 minor=yes`, `void 3`. */
} ombud_event;
#define OMBUD_EVENT_INIT { (uint32_t)sizeof(ombud_event), 0, 0, 0, 0, { 0, 0 } }
/** Prepares an ombud_event of `size` bytes. @return #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_event_init(ombud_event *event, size_t size);

/** What one event changed. */
typedef struct ombud_changes ombud_changes;

/**
 * Records an event that happened, lawful or not. What was not permitted is kept and leaves a finding.
 * @param event    its strings need not outlive the call
 * @param changes  what changed; may be NULL; free with ombud_changes_free()
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_SYNTAX, #OMBUD_E_UNKNOWN_NAME, #OMBUD_E_NOT_FOUND (an undeclared person or item, a void of nothing),
 *         #OMBUD_E_DATE, #OMBUD_E_PERIOD, #OMBUD_E_RANGE, #OMBUD_E_UTF8, #OMBUD_E_CONFLICT (a fact stated by somebody who cannot), #OMBUD_E_LIMIT, #OMBUD_E_NOMEM.
 *         Allocates only to grow the journal and for `changes`.
 */
OMBUD_API ombud_status ombud_case_apply(ombud_case *matter, const ombud_event *event, ombud_changes **changes, ombud_error *err);

/** As ombud_case_apply(), but only if the event is permitted. @return also #OMBUD_E_REFUSED; then ombud_case_may() says why. */
OMBUD_API ombud_status ombud_case_propose(ombud_case *matter, const ombud_event *event, ombud_changes **changes, ombud_error *err);

/** Records several events, all or none, and folds once. @param at on failure the index of the event at fault; may be NULL. @return as ombud_case_apply() */
OMBUD_API ombud_status ombud_case_apply_batch(ombud_case *matter, const ombud_event *events, size_t count, size_t *at, ombud_error *err);

/** How many lines the journal has. */
OMBUD_API size_t ombud_case_journal_count(const ombud_case *matter);

/** A line of the journal. At most `struct_size` bytes are written. */
typedef struct ombud_entry {
    uint32_t struct_size;
    ombud_day on, entered;
    int64_t by;              /**< 0 if nobody is named. */
    int32_t voided;          /**< 1 if a later line strikes it out. */
    int32_t reserved;        /**< 0. */
    ombud_view role;         /**< The one role in which they acted, where the line says it (`as=`); else empty. */
} ombud_entry;
#define OMBUD_ENTRY_INIT { (uint32_t)sizeof(ombud_entry), 0, 0, 0, 0, 0, { 0, 0 } }
/** A line of the journal by its position, from 1. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_case_entry(const ombud_case *matter, size_t position, ombud_entry *out);
/**
 * Writes a line of the journal in canonical form, date included, and a NUL.
 * @param needed  its full length without the NUL; may be NULL
 * @return #OMBUD_E_NOT_FOUND; #OMBUD_E_LIMIT if the buffer is too short (then `*needed` is set and a cut line written)
 */
OMBUD_API ombud_status ombud_case_entry_text(const ombud_case *matter, size_t position, char *buffer, size_t capacity, size_t *needed);
/** Writes the whole case in the case language. @return #OMBUD_E_ARGUMENT, #OMBUD_E_CALLBACK */
OMBUD_API ombud_status ombud_case_write(const ombud_case *matter, ombud_sink sink, void *user, ombud_error *err);

/** @name The chain of a journal
 *  A host that stores a digest with each line, made of the line and of the digest before it, sees later whether a line was
 *  altered, dropped, put in or put in another place (docs/chain.md). The library does no cryptography: the host brings it.
 *  @{ */

/** Longest digest or signature of a line, in bytes: that of SHA-512 or of Ed25519. */
#define OMBUD_CHAIN_DIGEST_MAX ((size_t)64)

/**
 * The host's cryptography. Each function returns 0, or a number of the host's, which stops the call with
 * #OMBUD_E_CALLBACK and that number in ombud_error.host_code. Neither may call back into the case.
 */
typedef struct ombud_chain {
    uint32_t struct_size;
    void *user; /**< Handed to each function. */
    /**
     * Digests, or signs, the digest before and the bytes of a line; not NULL. `previous` is empty for the first line and
     * never NULL; `bytes` is the line as ombud_case_entry_text() writes it, renamed words by the first name that they had
     * (docs/chain.md), without an end of line. Writes at most
     * `capacity` bytes, #OMBUD_CHAIN_DIGEST_MAX, to `out`, and sets `*out_len`, which must not be 0. Both lengths must
     * go into what is digested, or the digests must all be of one length.
     */
    int (*digest)(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                  unsigned char *out, size_t capacity, size_t *out_len);
    /**
     * Says whether `stored` belongs to that line after `previous`: sets `*matches` to 1 or 0. NULL where digesting anew
     * and comparing says it; needed for signatures that a verifier cannot make, or that differ each time.
     */
    int (*match)(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                 const unsigned char *stored, size_t stored_len, int32_t *matches);
} ombud_chain;
#define OMBUD_CHAIN_INIT { (uint32_t)sizeof(ombud_chain), 0, 0, 0 }
/** Prepares an ombud_chain of `size` bytes. @return #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_chain_init(ombud_chain *chain, size_t size);

/**
 * The digest of a line of the journal; that of the last line is the head, which stands for the whole journal.
 * @param chain     the host's cryptography
 * @param position  of the line, from 1
 * @param previous  the digest of the line before (empty for the first), so that a line appended costs one digest; NULL:
 *                  the chain is computed from the first line on
 * @param digest    where it is written; not NULL
 * @param capacity  of `digest`, in bytes; #OMBUD_CHAIN_DIGEST_MAX is always enough
 * @param length    its length; not NULL
 * @return #OMBUD_E_ARGUMENT (also for a callback that gave a digest of 0 bytes or of too many, and for a `previous` that is
 *         longer than a digest, or empty or not where it must be otherwise), #OMBUD_E_UNSUPPORTED, #OMBUD_E_NOT_FOUND,
 *         #OMBUD_E_LIMIT if the buffer is too short, #OMBUD_E_CALLBACK, #OMBUD_E_NOMEM. Allocates only for lines over
 *         1 KiB, from the case's allocator.
 */
OMBUD_API ombud_status ombud_case_chain(const ombud_case *matter, const ombud_chain *chain, size_t position,
                                        const ombud_view *previous, unsigned char *digest, size_t capacity,
                                        size_t *length, ombud_error *err);

/**
 * Holds the journal against the digests that the host stored, one a line.
 * @param digests  in the order of the lines; may be NULL if `count` is 0
 * @param count    how many
 * @param first    on #OMBUD_E_DIFFERENT the position, from 1, of the first line that is not what was digested, that has no
 *                 digest, or that is gone; untouched otherwise; may be NULL
 * @return #OMBUD_OK if every line is what was digested; #OMBUD_E_DIFFERENT; #OMBUD_E_ARGUMENT, #OMBUD_E_UNSUPPORTED,
 *         #OMBUD_E_CALLBACK, #OMBUD_E_NOMEM. Allocates as ombud_case_chain().
 */
OMBUD_API ombud_status ombud_case_verify(const ombud_case *matter, const ombud_chain *chain, const ombud_view *digests,
                                         size_t count, size_t *first, ombud_error *err);
/** @} */

/** The last day on which the journal has an event. @return #OMBUD_E_NOT_FOUND if it has none. */
OMBUD_API ombud_status ombud_case_last_day(const ombud_case *matter, ombud_day *out);

/** The items of a case: persons, reports … in the order in which they came. */
typedef struct ombud_item {
    uint32_t struct_size;
    ombud_view kind;         /**< `report`; in the vocabulary of the law. */
    ombud_view prefix;       /**< `r` */
    int64_t number;          /**< 1, in `r1` */
    uint64_t roles;          /**< Persons: bit n is role n of the law. */
} ombud_item;
#define OMBUD_ITEM_INIT { (uint32_t)sizeof(ombud_item), { 0, 0 }, { 0, 0 }, 0, 0 }
OMBUD_API size_t ombud_case_item_count(const ombud_case *matter);
/** An item by index from 0. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_case_item_at(const ombud_case *matter, size_t index, ombud_item *out);

#ifdef __cplusplus
}
#endif

#endif
