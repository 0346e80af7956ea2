/*
 * One step of a timeline in words: a line of the journal taken apart, or the last day of a term.
 */
#ifndef OMBUD__RENDER_STEP_H
#define OMBUD__RENDER_STEP_H

#include "render/scene.h"

/* The longest journal line shown whole. */
#define OMBUD__ENTRY_MAX 8192

/* What happened (`r1 acknowledged`) and what goes with it (who, arguments, when entered). */
void ombud__say_step(ombud__scene *scene, const ombud_step *step, ombud__out *what, ombud__out *how);
/* A step of the scene's timeline in one sentence: what a line states or links, else as ombud_explain_step(). */
void ombud__say_whole_step(ombud__scene *scene, size_t index, const ombud_step *step, ombud__phrase *whole);

#endif
