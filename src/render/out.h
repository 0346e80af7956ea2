/*
 * The one way out of the renderers: bytes collected and handed to the host's sink, and rows of wrapped cells.
 */
#ifndef OMBUD__RENDER_OUT_H
#define OMBUD__RENDER_OUT_H

#include "kernel/text.h"
#include "ombud/render.h"

/* Width of the text face in columns; a column is one character of UTF-8. */
#define OMBUD__RENDER_WIDTH 120

/* Colours of the text face. */
typedef enum ombud__tint {
    OMBUD__PLAIN = 0,
    OMBUD__BOLD,
    OMBUD__FAINT,
    OMBUD__RED,
    OMBUD__GREEN,
    OMBUD__YELLOW
} ombud__tint;

typedef struct ombud__render_out {
    ombud_sink sink;
    void *user;
    int colour;
    int stopped; /* the number with which the sink stopped the rendering; 0 while it goes on */
    size_t used;
    char buffer[1024];
} ombud__render_out;

void ombud__render_open(ombud__render_out *out, ombud_sink sink, void *user, int colour);
void ombud__render_bytes(ombud__render_out *out, const char *bytes, size_t length);
void ombud__render_z(ombud__render_out *out, const char *z);
void ombud__render_view(ombud__render_out *out, ombud_view text);
void ombud__render_number(ombud__render_out *out, int64_t number);
/* Hands over what is still held. After it `stopped` is final. */
void ombud__render_flush(ombud__render_out *out);

/* One cell of a row. `width` columns from column `at` (from 0); text that is longer goes on in the next line. */
typedef struct ombud__render_cell {
    size_t at;
    size_t width;
    int right; /* 1: against the right edge of its width, and the last word never alone on a line */
    ombud__tint tint;
    ombud_view text;
} ombud__render_cell;

/* Writes a row of cells, which stand from left to right and do not overlap, as so many lines as the longest needs. */
void ombud__render_row(ombud__render_out *out, const ombud__render_cell *cells, size_t count);

/* How many columns a text takes. */
size_t ombud__columns(ombud_view text);

/* A bounded text of the renderer's own; what does not fit is cut at a character and ends with an ellipsis. */
#define OMBUD__PHRASE_MAX 4096
typedef struct ombud__phrase {
    ombud__out out;
    char text[OMBUD__PHRASE_MAX];
} ombud__phrase;
void ombud__phrase_begin(ombud__phrase *phrase);
ombud_view ombud__phrase_end(ombud__phrase *phrase);
/* The text in `buffer` of which `length` bytes were meant and fewer may have fitted, cut likewise. */
ombud_view ombud__fitted(char *buffer, size_t capacity, size_t length);

#endif
