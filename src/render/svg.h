/*
 * The picture of a case: a pen that writes markup or only measures, the chart with its time axis and bars, and the
 * page.
 * All lengths are tenths of a pixel, so that no floating point is needed.
 */
#ifndef OMBUD__RENDER_SVG_H
#define OMBUD__RENDER_SVG_H

#include "render/scene.h"

/* The page from left to right: a column of words, then the chart. */
enum {
    OMBUD__SVG_WIDE = 10000,
    OMBUD__SVG_LEFT = 240,
    OMBUD__SVG_WORDS = 3200, /* width of the column of words */
    OMBUD__SVG_CHART = 3640,
    OMBUD__SVG_RIGHT = 9760
};

/* The page is made twice by the same code: first to measure, then to draw. */
typedef struct ombud__svg {
    ombud__scene *scene;
    int drawing;
    int64_t y;           /* where the next thing begins */
    int64_t top, bottom; /* of the chart, as measured */
    int64_t height;      /* of the page, as measured */
    ombud_day from, to;  /* first and last day of the axis */
    int64_t day_wide;    /* room for the day of an event */
} ombud__svg;

typedef struct ombud__svg_style {
    int32_t size;
    int bold;
    const char *fill;
} ombud__svg_style;

/* ---- svg_pen.c: markup and text ---------------------------------------------------------------------------------- */

/* Markup as it stands; and text, in which whatever XML would take for markup is escaped. */
void ombud__svg_z(ombud__svg *svg, const char *markup);
void ombud__svg_text(ombud__svg *svg, ombud_view text);
void ombud__svg_length(ombud__svg *svg, int64_t tenths);
/* ` name="12.3"` */
void ombud__svg_attribute(ombud__svg *svg, const char *name, int64_t tenths);
/* How wide a text is, in a wide font so that it fits in others. */
int64_t ombud__svg_width(ombud_view text, const ombud__svg_style *style);
/* One line of text on a baseline; `anchor` is start, middle or end. */
void ombud__svg_label(ombud__svg *svg, int64_t x, int64_t baseline, const char *anchor, const ombud__svg_style *style,
                      ombud_view text);
/* Text wrapped at words, from `svg->y` on, which moves beneath it. */
void ombud__svg_paragraph(ombud__svg *svg, int64_t x, int64_t width, const ombud__svg_style *style, ombud_view text);
void ombud__svg_line(ombud__svg *svg, int64_t x1, int64_t y1, int64_t x2, int64_t y2, const char *more);
void ombud__svg_rect(ombud__svg *svg, int64_t x, int64_t y, int64_t wide, int64_t high, const char *more);
/* A drawing around its own origin, put at a place. */
void ombud__svg_mark(ombud__svg *svg, int64_t x, int64_t y, const char *drawing);

/* ---- svg_chart.c: the time axis and what is drawn along it ------------------------------------------------------- */

extern const char ombud__svg_mark_event[], ombud__svg_mark_unlawful[], ombud__svg_mark_stated[],
    ombud__svg_mark_by_time[], ombud__svg_mark_met[], ombud__svg_mark_ended[], ombud__svg_mark_finding[],
    ombud__svg_mark_due[];
extern const char ombud__svg_run[], ombud__svg_met[], ombud__svg_left[], ombud__svg_spare[], ombud__svg_past[],
    ombud__svg_ended[];

/* From which day to which, so that all that happened and what is due soon is seen. */
void ombud__svg_span(ombud__svg *svg);
/* Where a day begins, and its middle; a day outside the axis is at its end. */
int64_t ombud__svg_x(const ombud__svg *svg, ombud_day day);
int64_t ombud__svg_middle(const ombud__svg *svg, ombud_day day);
/* Years, months, Mondays where there is room, the line of the day asked about. */
void ombud__svg_axis(ombud__svg *svg);
void ombud__svg_bar(ombud__svg *svg, const ombud_term *term, int64_t y);

#endif
