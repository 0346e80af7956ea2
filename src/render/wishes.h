/*
 * What a caller asks of a rendering, and how one ends.
 */
#ifndef OMBUD__RENDER_WISHES_H
#define OMBUD__RENDER_WISHES_H

#include "render/out.h"

/* The formats there are, from OMBUD_FORMAT_TEXT on: one that joins them is named here. */
enum { OMBUD__FORMATS_END = OMBUD_FORMAT_CSV + 1 };

/* What a caller asks for, over the defaults. */
ombud_status ombud__render_take(const ombud_render *how, ombud_sink sink, ombud_render *out, ombud_error *err);

/* The same of what has text and JSON, and as a further format only that one (or one of the two). */
ombud_status ombud__render_take_one(const ombud_render *how, ombud_sink sink, ombud_format further, ombud_render *out,
                                    ombud_error *err);

/* Fails: this has no such format. */
ombud_status ombud__render_not_so(ombud_error *err);

/* Hands over what is left, and says whether the sink took it all. */
ombud_status ombud__render_finish(ombud__render_out *out, ombud_error *err);

#endif
