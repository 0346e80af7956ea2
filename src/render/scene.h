/*
 * What is rendered: the case with everything that was asked of it, gathered before a byte is written.
 */
#ifndef OMBUD__RENDER_SCENE_H
#define OMBUD__RENDER_SCENE_H

#include "render/phrase.h"

typedef struct ombud__scene {
    const ombud_case *matter;
    const ombud_law *law;
    ombud_asof asof;
    ombud_render how;
    ombud__voice voice;
    ombud_terms *terms;
    ombud_findings *findings, *cured;
    ombud_timeline *timeline;
    ombud_receipt receipt;
    int has_next_change;
    ombud_day next_change;
    size_t answers; /* how many were written so far */
    ombud__render_out out;
    ombud_error *err;
    ombud_status *trouble; /* where a face leaves a failure that it met within a line */
} ombud__scene;

/* The name of an item, such as r1, NUL-terminated for a question. */
enum { OMBUD__ITEM_NAME_MAX = 48 }; /* a prefix and 16 digits */
void ombud__item_name(const ombud_item *item, char buffer[OMBUD__ITEM_NAME_MAX]);

/* A line of the journal as the reader may see it, cut where the buffer ends; empty if there is no memory, which
 * `trouble` then says. */
ombud_view ombud__entry_of(const ombud__scene *scene, size_t position, char *buffer, size_t capacity);

/* One question put to one item, for both faces: calls `face` for every answer that is not none. */
typedef void (*ombud__answer_face)(ombud__scene *scene, const char *item, const ombud_word *question,
                                   const ombud_answer *answer);
ombud_status ombud__each_answer(ombud__scene *scene, ombud__answer_face face);

/* How many provisions with rows have their wording on the as-of day, and of how many it is not held. */
typedef struct ombud__texts {
    size_t held, not_held;
} ombud__texts;
ombud__texts ombud__texts_on(const ombud__scene *scene);

/* The force of the law, and to which day its wording was verified. */
void ombud__say_wording(ombud__scene *scene, ombud__out *out);

/* The faces. They fail through what they ask for: by their result, or by what they leave in `trouble`. */
ombud_status ombud__text_case(ombud__scene *scene);
ombud_status ombud__text_findings(ombud__scene *scene);
ombud_status ombud__svg_case(ombud__scene *scene);
ombud_status ombud__ics_case(ombud__scene *scene);
ombud_status ombud__json_case(ombud__scene *scene);
ombud_status ombud__json_findings(ombud__scene *scene);

#endif
