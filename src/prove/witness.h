/*
 * Cases that show a flaw: made of acts, and written out as a text that replays.
 */
#ifndef OMBUD__PROVE_WITNESS_H
#define OMBUD__PROVE_WITNESS_H

#include "assume.h"
#include "kernel/matter.h"
#include "proof.h"

typedef struct ombud__witness {
    ombud_proof *proof;
    ombud_case *matter;
    ombud_status status;
} ombud__witness;

/* A case under these settings, which must outlive it. End with ombud__witness_text() or ombud__witness_drop(). */
ombud_status ombud__witness_begin(ombud_proof *proof, const ombud_settings *settings, ombud__witness *out);
void ombud__witness_drop(ombud__witness *witness);

/* The first item of a kind; of persons with these roles. */
uint16_t ombud__witness_item(ombud__witness *witness, ombud__id kind, uint64_t roles);
/* A person who holds one of the roles, or NOBODY if none is asked for or the law knows no persons. */
uint16_t ombud__witness_person(ombud__witness *witness, uint64_t roles);
/* A line on which somebody who may states a fact. */
void ombud__witness_fact(ombud__witness *witness, int32_t day, uint16_t item, ombud__id fact, int truth);
/* A line of an event. */
void ombud__witness_event(ombud__witness *witness, int32_t day, ombud__id event, uint16_t item, uint16_t by,
                          const ombud__load *loads, size_t count);

/* A line of a link. */
void ombud__witness_link(ombud__witness *witness, int32_t day, ombud__id link, uint16_t from, uint16_t to);

/* The case as a text, with lines of expectations; frees the case. Empty if something failed. */
ombud_view ombud__witness_text(ombud__witness *witness, const char *const *lines, size_t count);

/* r1; empty for nobody. */
enum { OMBUD__WITNESS_NAME = 48 }; /* a prefix and 16 digits */
const char *ombud__witness_name(const ombud__witness *witness, uint16_t member, char buffer[OMBUD__WITNESS_NAME]);
/* A day as text, in a buffer of 16 bytes. */
const char *ombud__witness_day(int32_t day, char *buffer);

/* A case that holds what was assumed and in which a question has two answers; 0 if there is none. */
int ombud__witness_of_clash(ombud_proof *proof, const ombud_settings *scope, const ombud__assumed *assumed,
                            ombud__id question, ombud_view *text);

/* A fact that was stated of an item, and whether it is so. */
typedef struct ombud__literal {
    ombud__id fact;
    int truth;
} ombud__literal;
/* A case of an item of which this was stated, and in which a fact, or the answer to a question, is open all the same; 0
 * if there is none. One of `fact` and `question` is NONE. */
int ombud__witness_of_open(ombud_proof *proof, ombud__id alternative, ombud__id fact, ombud__id question,
                           const ombud__literal *stated, size_t count, ombud_view *text);
/* A case in which an event is not foreseen. */
ombud_view ombud__witness_of_unmoved(ombud_proof *proof, ombud__id event);

#endif
