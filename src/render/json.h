/*
 * Writing JSON: values, keys and strings, all through one escape. docs/json.md is the schema.
 */
#ifndef OMBUD__RENDER_JSON_H
#define OMBUD__RENDER_JSON_H

#include "kernel/premises.h"
#include "render/scene.h"

/* "text" with everything escaped that must be. */
void ombud__json_string(ombud__render_out *out, ombud_view text);
/* A key, after a comma unless it is the first of its object, as `first` says and then no longer does. */
void ombud__json_key(ombud__render_out *out, int *first, const char *key);
void ombud__json_text(ombud__render_out *out, int *first, const char *key, ombud_view text);
/* A text, or null if it is empty. */
void ombud__json_name(ombud__render_out *out, int *first, const char *key, ombud_view text);
void ombud__json_number(ombud__render_out *out, int *first, const char *key, int64_t number);
void ombud__json_truth(ombud__render_out *out, int *first, const char *key, int yes);
/* "2026-05-03", or null if there is none. */
void ombud__json_day(ombud__render_out *out, int *first, const char *key, int there, ombud_day day);
/* "r1", or null for an empty prefix. */
void ombud__json_item(ombud__render_out *out, int *first, const char *key, ombud_view prefix, int64_t number);
/* Names of the roles whose bits are set. */
void ombud__json_roles(ombud__render_out *out, int *first, const char *key, const ombud_law *law, uint64_t roles);
/* "provision" and "citation", both null for SIZE_MAX. */
void ombud__json_provision(ombud__render_out *out, int *first, const ombud__voice *voice, size_t provision);
/* One unmet condition as an object. */
void ombud__json_unmet(ombud__render_out *out, const ombud__voice *voice, const ombud_unmet *unmet);
/* "stated": the stated facts of a verdict or an answer. */
void ombud__json_stated(ombud__render_out *out, int *first, const ombud__voice *voice, const ombud__stated *stated);

#endif
