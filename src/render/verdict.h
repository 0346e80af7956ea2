/*
 * The two faces of a verdict.
 */
#ifndef OMBUD__RENDER_VERDICT_H
#define OMBUD__RENDER_VERDICT_H

#include "render/phrase.h"

void ombud__text_verdict(ombud__render_out *out, const ombud_verdict *verdict, const ombud_render *how);
void ombud__json_verdict(ombud__render_out *out, const ombud_verdict *verdict, const ombud_render *how);

#endif
