/*
 * What a decision rests on: the remembered facts that made the rows come out as they did ("premises"), and the lines of
 * the journal that stated them. Found for the reasoned question alone; no decision is made with it.
 */
#ifndef OMBUD__PREMISES_H
#define OMBUD__PREMISES_H

#include "matter.h"

/* A fact that is known, and the line that stated it, from 1; 0 as long as it has not been looked for. */
typedef struct ombud__premise {
    uint32_t position;
    ombud__id fact;
    uint16_t item;
    uint8_t truth;
} ombud__premise;

/* Running out of memory, or of numbers, is remembered in `status` and ends the gathering. What is gathered of a world
 * is there once, however often it is read. */
enum { OMBUD__PREMISES_MAX = 1 << 26 };
typedef struct ombud__premises {
    ombud_alloc alloc;
    ombud_status status;
    OMBUD__TABLE(ombud__premise, all);
    uint64_t *met; /* of each remembered fact of each item whether it is gathered, in the places of the fold; or NULL */
    size_t met_words;
} ombud__premises;

void ombud__premises_init(ombud__premises *premises, const ombud_alloc *alloc);
void ombud__premises_free(ombud__premises *premises);
/* As it is, whether it is there or not. */
void ombud__premises_add(ombud__premises *premises, ombud__premise premise);

/*
 * The premises of what decided on an event: of a permission all its guards, else the row. Of several conditions each of
 * which would do, the first in the text; what does not matter is no premise. An event's own definitions `as at` are
 * gone through as they are judged now.
 */
void ombud__premises_of_ruling(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling,
                               ombud__premises *out);
void ombud__premises_of_answer(const ombud__world *world, ombud__id answer_row, uint16_t item, ombud__premises *out);
/* Of a definition that an event keeps, as it is judged when that happens, instead of what `out` held before; that was
 * gathered of the same world, or is empty. */
void ombud__premises_of_kept(const ombud__world *world, ombud__id fact, ombud__id event, uint16_t item,
                             ombud__premises *out);

/* Premises as they leave the library: with the line that stated them, of those that lines did state. */
typedef struct ombud__stated {
    ombud_stated *list;
    size_t count, room;
} ombud__stated;

/* What is supposed of an event that is in no journal, which `asked` was made for; all NULL or 0: nothing is. */
typedef struct ombud__supposed {
    const ombud__act *act;
    const ombud__load *loads;
    ombud__id newcomer; /* the kind of an item that is not in the case yet, or NONE */
    int64_t newcomer_number;
} ombud__supposed;

/* Without what the look's audience may not know: neither the fact nor the line. OMBUD_E_NOMEM, with `out` empty. */
ombud_status ombud__stated_of(const ombud__look *asked, const ombud__premises *premises,
                              const ombud__supposed *supposed, ombud__stated *out, ombud_error *err);
ombud_status ombud__stated_get(const ombud__stated *stated, size_t index, ombud_stated *out);
void ombud__stated_free(ombud__stated *stated, const ombud_alloc *alloc);

/* What a watched fold tells of who stated what (trace.h): the definitions that an event keeps, before its effect, and a
 * line or what time brought about, after it. */
typedef struct ombud__origins ombud__origins;
void ombud__origins_keep(ombud__origins *origins, const ombud__world *world, const ombud__plan *plan, uint16_t item,
                         uint32_t position);
void ombud__origins_act(ombud__origins *origins, const ombud__world *world, const ombud__act *act, uint16_t before);

#endif
