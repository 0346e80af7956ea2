/*
 * The names of a law or of a plan while it is read: a hash from (sort, owner, name) to an id.
 */
#ifndef OMBUD__NAMES_H
#define OMBUD__NAMES_H

#include "table.h"

/* Sorts of names; what owns a name stands behind it. */
enum {
    OMBUD__NAME_ROLE = 1,
    OMBUD__NAME_KIND,
    OMBUD__NAME_PREFIX,
    OMBUD__NAME_STATE,  /* kind */
    OMBUD__NAME_EVENT,  /* kind */
    OMBUD__NAME_FACT,   /* kind; facts, arguments and terms can all be read in a condition and share their names */
    OMBUD__NAME_CHOICE, /* argument */
    OMBUD__NAME_LINK,   /* kind it leads from */
    OMBUD__NAME_LENGTH,
    OMBUD__NAME_READING,
    OMBUD__NAME_ALTERNATIVE, /* reading */
    OMBUD__NAME_QUESTION,    /* kind */
    OMBUD__NAME_VALUE,
    OMBUD__NAME_PROVISION,
    OMBUD__NAME_LABEL,
    OMBUD__NAME_SCOPE
};

/* What a name of the sort OMBUD__NAME_FACT is. */
enum { OMBUD__IS_FACT = 1, OMBUD__IS_ARG, OMBUD__IS_TERM };

typedef struct ombud__name {
    ombud_view name;
    uint32_t hash, next;   /* next: in the same bucket, from 1; 0 is none */
    uint32_t line, column; /* where it is first named */
    ombud__id owner, id;
    uint8_t sort, is;
} ombud__name;

typedef struct ombud__names {
    ombud__name *name;
    size_t count, capacity;
    uint32_t *bucket;
    size_t buckets;
} ombud__names;

/* NULL if there is no such name. */
const ombud__name *ombud__names_find(const ombud__names *names, uint8_t sort, ombud__id owner, ombud_view name);

/* Adds a name that is not there yet; NULL when there is no memory. The view must outlive the names. */
ombud__name *ombud__names_add(ombud__names *names, ombud__pool *pool, uint8_t sort, ombud__id owner, ombud_view name,
                              ombud__id id);

#endif
