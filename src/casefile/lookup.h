/*
 * Names in a line of a case, looked up in the law and in the case.
 */
#ifndef OMBUD__LOOKUP_H
#define OMBUD__LOOKUP_H

#include "kernel/known.h"
#include "kernel/matter.h"
#include "textline.h"

/* A name that the law declares, of a sort of known.h; fails with OMBUD_E_UNKNOWN_NAME and offers the nearest. */
ombud_status ombud__textline_known(const ombud__textline *words, const ombud_law *law, int sort, ombud__id of,
                                   ombud_view name, ombud__id *id, const char *message, const char *remedy);

/* Splits r1 into the kind with that prefix and the number. */
ombud_status ombud__textline_item(const ombud__textline *words, const ombud_law *law, ombud_view word, ombud__id *kind,
                                  int64_t *number);

/* An item that must be in the case. With a look (or NULL), what its audience may not know is not found either, as if
 * it were not there. */
ombud_status ombud__textline_member(const ombud__textline *words, const ombud_case *matter, const ombud__look *look,
                                    ombud_view word, uint16_t *member);

/* yes, no or unknown. */
ombud_status ombud__textline_truth(const ombud__textline *words, ombud_view word, uint8_t *truth);

/* Whether a move of the event leads from nothing. */
int ombud__event_creates(const ombud_law *law, ombud__id event);

/* A role of the law; OMBUD_E_UNKNOWN_NAME. */
ombud_status ombud__textline_roles(const ombud__textline *words, const ombud_law *law, ombud_view list,
                                   uint64_t *roles);

#endif
