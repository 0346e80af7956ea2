/*
 * A line of a journal, resolved: names of the law and of the case become ids and members. Nothing is added to the case.
 */
#ifndef OMBUD__LINE_H
#define OMBUD__LINE_H

#include "kernel/matter.h"
#include "lookup.h"

/* Most arguments and facts of one line. */
enum { OMBUD__LINE_LOADS = 64 };

typedef struct ombud__resolved {
    ombud__act act; /* `load` is not set; `loads` counts those below */
    ombud__load
        loads[OMBUD__LINE_LOADS]; /* arguments in the order of the event's declaration, then facts in that of the law */
    uint8_t newcomer; /* 1: act.item is not in the case yet; it must be joined and is then its last member */
    ombud__id kind;   /* of the item it is about */
    int64_t number;
} ombud__resolved;

/*
 * Reads an event as a host gives it. act.item of a newcomer is the index it would have. Whether the facts may be stated
 * by who is named is not looked at: for ombud_case_may() they are supposed. What the audience of `asof` may not know on
 * the event's day is not found, as if it were not in the case.
 */
ombud_status ombud__line_read(const ombud_case *matter, const ombud_event *event, const ombud_asof *asof,
                              ombud__resolved *out, ombud_error *err);

/* As ombud__line_read(), and OMBUD_E_CONFLICT for a fact that nobody named on the line can state. */
ombud_status ombud__line_read_stated(const ombud_case *matter, const ombud_event *event, ombud__resolved *out,
                                     ombud_error *err);

/* The same from words that stand behind the date of a line. `by` is NOBODY and `entered` is `day` where the words say
 * nothing else. */
ombud_status ombud__line_words(const ombud_case *matter, ombud__textline *words, ombud_day day, int stated,
                               ombud__resolved *out);

/*
 * Whether the facts of a line are stated by who may: facts are stated by who acts or by a person whom the line carries,
 * and what the line links counts. OMBUD_E_CONFLICT at the key of the first that is not; `keys` are those of the loads.
 */
ombud_status ombud__statements_check(const ombud_case *matter, const ombud__resolved *line, ombud__textline *words,
                                     const ombud_view *keys);

/* Whether a text of a host can be read as one line: its length, UTF-8, no end of line. */
ombud_status ombud__line_check(ombud_view line, ombud_error *err);

/* A line as ombud_case_entry_text() writes it, but in the words by which they were first called: a renaming changes no
 * byte of it, whenever and with whichever names the line was given. */
ombud_status ombud__entry_chained(const ombud_case *matter, size_t position, char *buffer, size_t capacity,
                                  size_t *needed);

/* Joins the newcomer if there is one. */
ombud_status ombud__line_join(ombud_case *matter, const ombud__resolved *line, ombud_error *err);

/* Joins what the line brings and appends it, or neither. `changes` may be NULL. */
ombud_status ombud__line_record(ombud_case *matter, const ombud__resolved *line, ombud_changes **changes,
                                ombud_error *err);

/* A member that was declared: with the roles told of it before, should it be taken back. */
typedef struct ombud__declared {
    uint64_t roles;
    uint16_t member; /* NOBODY: it was not in the case */
} ombud__declared;
/* Declares who or what stands behind `person` or `item` on a line: `p1 ROLE, ROLE`, or `o1`. */
ombud_status ombud__line_member(ombud_case *matter, ombud__textline *words, int person, ombud__declared *before);

#endif
