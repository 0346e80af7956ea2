/*
 * One step of a timeline in words: a line of the journal taken apart, or the last day of a term.
 */
#ifndef OMBUD__RENDER_STEP_H
#define OMBUD__RENDER_STEP_H

#include "render/scene.h"

/* The longest journal line shown whole. */
#define OMBUD__ENTRY_MAX 8192

/* What happened at a step of the scene's timeline (`r1 acknowledged`) and what goes with it (who, arguments, when
 * entered). */
void ombud__say_step(ombud__scene *scene, size_t index, const ombud_step *step, ombud__out *what, ombud__out *how);
/* The same in one sentence, as ombud_explain_step(), with days as this page writes them. */
void ombud__say_whole_step(ombud__scene *scene, size_t index, ombud__phrase *whole);

#endif
