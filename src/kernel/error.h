/**
 * Filling a caller's ombud_error. All functions do nothing for NULL or for a struct shorter than version 1.
 */
#ifndef OMBUD__ERROR_H
#define OMBUD__ERROR_H

#include "ombud/base.h"

/** The longest name that ombud__nearest() compares, and the most bytes of text that an error shows. */
#define OMBUD__EXCERPT_MAX 48

/** Fills an error without a place. @return `code`, so that a function can fail in one statement. */
ombud_status ombud__fail(ombud_error *err, ombud_status code, const char *message, const char *remedy);

/** Fills an error for an allocator that has nothing left, with what there was to be memory for. @return OMBUD_E_NOMEM.
 */
ombud_status ombud__fail_no_memory_for(ombud_error *err, const char *message);

/** The same, for what is read. @return OMBUD_E_NOMEM. */
ombud_status ombud__fail_no_memory(ombud_error *err);

/** The same, for what is asked. @return OMBUD_E_NOMEM. */
ombud_status ombud__fail_no_memory_to_answer(ombud_error *err);

/** Fills an error at a place of a text; the token is escaped and cut as ombud_error.excerpt says. @return `code`. */
ombud_status ombud__fail_at(ombud_error *err, ombud_status code, const char *message, const char *remedy, uint32_t line,
                            uint32_t column, const char *token, size_t token_length);

/** Fills an error for a callback that returned `host_code`. @return OMBUD_E_CALLBACK. */
ombud_status ombud__fail_callback(ombud_error *err, int64_t host_code, const char *message, const char *remedy);

/** Fills an error with what another call failed with, told in `from`. @return its code. */
ombud_status ombud__fail_as(ombud_error *err, const ombud_error *from);

/** Gives an error its line where it has none yet; running out of memory has none. @return `code`, OMBUD_OK too. */
ombud_status ombud__fail_on_line(ombud_error *err, ombud_status code, uint32_t line);

/** How far a name may be from a wanted one to be offered: one edit, and one more for every three bytes. */
size_t ombud__nearest_limit(ombud_view wanted);

/**
 * Offers a known name for an unknown one: takes it into `err->nearest` if it is nearer than all before. Near is what
 * few edits make of it, and what holds all its words in their order: closed_as_minor for closed. What both begin with
 * up to a point does not count: report.deleted is not near report.closed.
 *
 * Call after the error was filled, once for each known name, with the same `distance`, at first ombud__nearest_limit()
 * plus 1. Of names equally near the first stays. Names over 48 bytes are passed over.
 */
void ombud__nearest(ombud_error *err, ombud_view wanted, ombud_view candidate, size_t *distance);

/** Offers the words of a table, as ombud__nearest() each: entries of `size` bytes that begin with a `const char *`, as
 * many as `count` or up to a NULL. */
void ombud__nearest_word(ombud_error *err, ombud_view wanted, const void *table, size_t size, size_t count,
                         size_t *distance);

#endif
