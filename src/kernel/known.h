/*
 * Names that a law declares, looked up by sort and by what has them, and offered for one that is unknown. A word is
 * found by the names it had before too, and is told by the one it has.
 */
#ifndef OMBUD__KNOWN_H
#define OMBUD__KNOWN_H

#include "table.h"

/* Sorts of names; behind each what has such a name. Where something has them, OMBUD__NONE stands for all that do. Those
 * "in full" are ITEM.NAME, others the plain name; of sorts marked * both are found, and the plain name is offered. */
enum {
    OMBUD__KNOWN_ROLE,
    OMBUD__KNOWN_KIND,
    OMBUD__KNOWN_PREFIX,
    OMBUD__KNOWN_MACHINE,     /* kinds that have states */
    OMBUD__KNOWN_STATE,       /* kind */
    OMBUD__KNOWN_EVENT,       /* in full */
    OMBUD__KNOWN_EVENT_OF,    /* kind * */
    OMBUD__KNOWN_ARGUMENT,    /* kind */
    OMBUD__KNOWN_CHOICE,      /* argument */
    OMBUD__KNOWN_FACT,        /* kind; also those behind choices */
    OMBUD__KNOWN_TOLD,        /* kind; stated or defined */
    OMBUD__KNOWN_STATED,      /* kind */
    OMBUD__KNOWN_LINK,        /* kind that it leads from */
    OMBUD__KNOWN_TERM,        /* in full */
    OMBUD__KNOWN_TERM_OF,     /* kind * */
    OMBUD__KNOWN_REQUIREMENT, /* kind * */
    OMBUD__KNOWN_QUESTION,    /* kind * */
    OMBUD__KNOWN_VALUE,
    OMBUD__KNOWN_LENGTH,
    OMBUD__KNOWN_AREA,
    OMBUD__KNOWN_QUESTIONED,  /* open questions, parts of every sort */
    OMBUD__KNOWN_READING,     /* those that have alternatives */
    OMBUD__KNOWN_ALTERNATIVE, /* reading */
    OMBUD__KNOWN_PROVISION,   /* ids */
    OMBUD__KNOWN_SINCE        /* settings of a first day */
};

/* The id of that name; OMBUD__NONE if there is none. Of two the first, and the name of today before an old one. */
ombud__id ombud__known_id(const ombud_law *law, int sort, ombud__id of, ombud_view name);
/* The same among several sorts, of which `at` says the one: a name of today in any of them before an old one. */
ombud__id ombud__known_among(const ombud_law *law, const int *sorts, size_t count, ombud__id of, ombud_view name,
                             size_t *at);

/* The sort under which the words of a sort are renamed, as the next two take it. */
int ombud__renamed_as(int sort);
/* The first name that a word had: `now` if it has had no other. */
ombud_view ombud__first_name(const ombud_law *law, int sort, ombud__id id, ombud_view now);
/* The names that it had before, separated by commas; empty if it had none. */
ombud_view ombud__former_names(const ombud_law *law, int sort, ombud__id id);

/* The name by which one of a sort is offered. */
ombud_view ombud__known_name(const ombud_law *law, int sort, ombud__id id);

/* Offers the nearest for an unknown name; `distance` as ombud__nearest(), over several sorts. */
void ombud__offer_known(ombud_error *err, const ombud_law *law, int sort, ombud__id of, ombud_view unknown,
                        size_t *distance);

/* Fails at a name that a host gave, with the nearest that there is. @return OMBUD_E_UNKNOWN_NAME. */
ombud_status ombud__fail_unknown(ombud_error *err, const ombud_law *law, int sort, ombud__id of, ombud_view unknown,
                                 const char *message, const char *remedy);

#endif
