/*
 * Figures written out: every face gets each count with what it belongs to.
 */
#ifndef OMBUD__RENDER_FIGURES_H
#define OMBUD__RENDER_FIGURES_H

#include "render/json.h"

/* The tables of one count, ready to be told. */
typedef struct ombud__tables {
    const ombud_figures *figures;
    ombud__voice voice;
} ombud__tables;

/* A value of an axis, and its label in the language; for the place behind the last, the word for all. */
void ombud__figure_value(const ombud__tables *of, size_t index, int32_t axis, size_t position, ombud_view *name,
                         ombud_view *label);
/* By what face the caller wishes. */
void ombud__figures_write(ombud__render_out *out, const ombud_figures *figures, const ombud_render *how);
void ombud__figures_csv(ombud__render_out *out, const ombud__tables *of);

#endif
