/*
 * The machine of a law as a graph.
 */
#ifndef OMBUD__RENDER_DOT_H
#define OMBUD__RENDER_DOT_H

#include "render/phrase.h"

/* All kinds of items that have states, or the one with this id. */
void ombud__dot_law(ombud__render_out *out, const ombud__voice *voice, size_t first_kind, size_t end_kind);

#endif
