/*
 * One statement of settings (docs/settings.md): in a text of its own, or behind `set` in a case text.
 */
#ifndef OMBUD__SETTINGS_TEXT_H
#define OMBUD__SETTINGS_TEXT_H

#include "kernel/edition.h"
#include "textline.h"

/* Settings while they are read; what was said once may not be said again. */
typedef struct ombud__choosing {
    ombud_settings *settings;
    ombud__id *said; /* the readings named so far, as many as the law has */
    size_t said_count;
    int roll_said;
} ombud__choosing;

/* Begins with nothing chosen. On failure nothing is held. */
ombud_status ombud__choosing_begin(ombud__choosing *choosing, const ombud_law *law, const ombud_alloc *alloc,
                                   ombud_error *err);

/* Reads one statement. */
ombud_status ombud__choosing_line(ombud__choosing *choosing, ombud__textline *words);

/* Compiles and hands over the settings. On failure everything is freed. */
ombud_status ombud__choosing_end(ombud__choosing *choosing, ombud_settings **out, ombud_error *err);

/* Frees what was begun. */
void ombud__choosing_drop(ombud__choosing *choosing);

#endif
