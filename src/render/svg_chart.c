/*
 * The chart of the picture: days along an axis, and a term as a bar on it. What a colour says, a shape or a hatching
 * says too, so that the picture can be read in grey.
 */
#include "render/svg.h"

const char ombud__svg_mark_event[] = "<circle r=\"4.6\" fill=\"#1d3557\"/>";
const char ombud__svg_mark_unlawful[] = "<path d=\"M0 -6.5 6.5 0 0 6.5 -6.5 0Z\" fill=\"#fff\" stroke=\"#a4271b\" "
                                        "stroke-width=\"1.6\"/><path d=\"M-2.2 -2.2 2.2 2.2M2.2 -2.2 -2.2 2.2\" "
                                        "stroke=\"#a4271b\" stroke-width=\"1.6\"/>";
const char ombud__svg_mark_stated[] = "<circle r=\"3.6\" fill=\"#fff\" stroke=\"#1d3557\" stroke-width=\"1.6\"/>";
const char ombud__svg_mark_by_time[] = "<path d=\"M-4 -5H4L-4 5H4Z\" fill=\"#1d3557\"/>";
const char ombud__svg_mark_met[] = "<circle r=\"6.5\" fill=\"#fff\" stroke=\"#2f6b4f\" stroke-width=\"1.6\"/><path "
                                   "d=\"M-3 0.2 -0.8 2.6 3.2 -2.6\" fill=\"none\" stroke=\"#2f6b4f\" "
                                   "stroke-width=\"1.8\"/>";
const char ombud__svg_mark_ended[] = "<circle r=\"6.5\" fill=\"#fff\" stroke=\"#6b7280\" stroke-width=\"1.6\"/><path "
                                     "d=\"M-3.2 0H3.2\" stroke=\"#6b7280\" stroke-width=\"1.8\"/>";
const char ombud__svg_mark_finding[] = "<path d=\"M0 -7.5 7.6 6H-7.6Z\" fill=\"#a4271b\"/><path d=\"M0 -3V1.6M0 "
                                       "3.2V4.8\" stroke=\"#fff\" stroke-width=\"1.7\"/>";
const char ombud__svg_mark_due[] = "<path d=\"M0 -6V8.5\" stroke=\"#111827\" "
                                   "stroke-width=\"1.8\"/><path d=\"M-4.2 -10.5H4.2L0 -4.5Z\" fill=\"#111827\"/>";

const char ombud__svg_run[] = "fill=\"#5b84b1\"";
const char ombud__svg_met[] = "fill=\"#93bfa5\"";
const char ombud__svg_left[] = "fill=\"#fff\" stroke=\"#5b84b1\" stroke-width=\"1.2\"";
const char ombud__svg_spare[] = "fill=\"#fff\" stroke=\"#c3cad3\" stroke-width=\"1.2\"";
const char ombud__svg_past[] = "fill=\"url(#ombud-past)\" stroke=\"#a4271b\" stroke-width=\"1.2\"";
const char ombud__svg_ended[] = "fill=\"#e5e7eb\" stroke=\"#6b7280\" stroke-width=\"1.2\" stroke-dasharray=\"4 2.5\"";

static const ombud__svg_style tiny = {100, 0, "#4b5563"};
static const ombud__svg_style tiny_bold = {105, 1, "#1f2937"};

/* ---- the axis ---------------------------------------------------------------------------------------------------- */

static void stretch(ombud_day day, ombud_day *low, ombud_day *high)
{
    *low = day < *low ? day : *low;
    *high = day > *high ? day : *high;
}

void ombud__svg_span(ombud__svg *svg)
{
    const ombud__scene *scene = svg->scene;
    ombud_day low = scene->asof.day, high = low;
    for (size_t i = 0; i < ombud_timeline_count(scene->timeline); i++) {
        ombud_step step = OMBUD_STEP_INIT;
        (void)ombud_timeline_get(scene->timeline, i, &step);
        stretch(step.on, &low, &high);
    }
    /* A last day years ahead would leave no room for what happened; such a bar runs off the chart. */
    ombud_day reach = scene->asof.day + (scene->asof.day - low) * 2;
    reach = reach < scene->asof.day + 200 ? scene->asof.day + 200 : reach;
    for (size_t i = 0; i < ombud_terms_count(scene->terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        (void)ombud_terms_get(scene->terms, i, &term);
        if (term.no_due == OMBUD_DUE_KNOWN && term.due <= reach)
            stretch(term.due, &low, &high);
    }
    ombud_day margin = (high - low) / 40 + 2;
    svg->from = low - OMBUD_DAY_MIN > margin ? low - margin : OMBUD_DAY_MIN;
    svg->to = OMBUD_DAY_MAX - high > margin ? high + margin : OMBUD_DAY_MAX;
}

int64_t ombud__svg_x(const ombud__svg *svg, ombud_day day)
{
    ombud_day in = day < svg->from ? svg->from : day > svg->to + 1 ? svg->to + 1 : day;
    return OMBUD__SVG_CHART + (in - svg->from) * (OMBUD__SVG_RIGHT - OMBUD__SVG_CHART) / (svg->to - svg->from + 1);
}

int64_t ombud__svg_middle(const ombud__svg *svg, ombud_day day)
{
    return (ombud__svg_x(svg, day) + ombud__svg_x(svg, day + 1)) / 2;
}

/* How many months from one label to the next, so that there is room for it. */
static int32_t months_apart(const ombud__svg *svg)
{
    static const int32_t steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000};
    int64_t days = svg->to - svg->from + 1;
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof steps[0] &&
           steps[i] * (int64_t)30 * (OMBUD__SVG_RIGHT - OMBUD__SVG_CHART) < days * 440)
        i++;
    return steps[i];
}

/* The first day of a month counted from January of the year 0. */
static ombud_day day_of_month(int32_t month)
{
    ombud_day day = OMBUD_DAY_MAX + 1;
    if (month < 12)
        return OMBUD_DAY_MIN;
    (void)ombud_day_of(month / 12, month % 12 + 1, 1, &day);
    return day;
}

/* Labels of one strip, from month to month or year to year, each where it has room. */
static void strip(ombud__svg *svg, int32_t apart, int years, int64_t baseline, const ombud__svg_style *style)
{
    int32_t year = 1, month = 1;
    (void)ombud_day_civil(svg->from, &year, &month, NULL);
    int32_t at = year * 12 + month - 1;
    for (at -= at % apart; at <= 9999 * 12 + 11; at += apart) {
        ombud_day begin = day_of_month(at), end = day_of_month(at + apart);
        char buffer[32];
        ombud__out label = {buffer, sizeof buffer, 0};
        if (begin > svg->to)
            break;
        if (years)
            ombud__out_number(&label, at / 12 > 0 ? at / 12 : 1);
        else
            ombud__out_z(&label, ombud__word_of_month(at % 12 + 1, 1, &svg->scene->voice));
        ombud_view text = {buffer, label.length};
        int64_t x = ombud__svg_x(svg, begin);
        if (ombud__svg_width(text, style) + 60 <= ombud__svg_x(svg, end) - x)
            ombud__svg_label(svg, x + 40, baseline, "start", style, text);
    }
}

static void grid(ombud__svg *svg, int32_t apart)
{
    int32_t year = 1, month = 1;
    (void)ombud_day_civil(svg->from, &year, &month, NULL);
    int32_t at = year * 12 + month - 1;
    for (at -= at % apart; at <= 9999 * 12 + 11 && day_of_month(at) <= svg->to; at += apart) {
        if (day_of_month(at) >= svg->from) {
            int64_t x = ombud__svg_x(svg, day_of_month(at));
            ombud__svg_line(svg, x, svg->top - 160, x, svg->bottom,
                            at % 12 ? "stroke=\"#dde2e8\"" : "stroke=\"#aeb7c2\"");
        }
    }
}

/* The number of each Monday, and a short stroke. */
static void mondays(ombud__svg *svg, int64_t baseline)
{
    for (ombud_day day = svg->from; day <= svg->to; day++) {
        int32_t weekday = 0, number = 0;
        (void)ombud_day_weekday(day, &weekday);
        if (weekday == 1) {
            char buffer[24];
            ombud__out label = {buffer, sizeof buffer, 0};
            int64_t x = ombud__svg_x(svg, day);
            (void)ombud_day_civil(day, NULL, NULL, &number);
            ombud__out_number(&label, number);
            ombud_view text = {buffer, label.length};
            ombud__svg_line(svg, x, svg->top - 50, x, svg->top, "stroke=\"#8b95a1\"");
            if (x + 30 + ombud__svg_width(text, &tiny) <= OMBUD__SVG_RIGHT)
                ombud__svg_label(svg, x + 20, baseline, "start", &tiny, text);
        }
    }
}

/* The day asked about: its name beside the heading of the first section, where the chart is empty; a broken line. */
static void as_of(ombud__svg *svg)
{
    enum { PILL_TOP = 80, PILL_HIGH = 170 };
    static const ombud__svg_style white = {105, 1, "#fff"};
    ombud__voice voice = svg->scene->voice;
    ombud__phrase text;
    int32_t first = 0, last = 0;
    (void)ombud_day_civil(svg->from, &first, NULL, NULL);
    (void)ombud_day_civil(svg->scene->asof.day, &last, NULL, NULL);
    if (first != last) {
        voice.year = 0; /* of several years, which one */
    }
    ombud__phrase_begin(&text);
    ombud__say_with_day(&text.out, &voice, OMBUD__W_AS_OF, svg->scene->asof.day);
    ombud_view label = ombud__phrase_end(&text);
    int64_t x = ombud__svg_x(svg, svg->scene->asof.day + 1);
    int64_t half = ombud__svg_width(label, &white) / 2 + 70;
    int64_t middle = x + half > OMBUD__SVG_RIGHT ? OMBUD__SVG_RIGHT - half : x;
    middle = middle - half < OMBUD__SVG_CHART ? OMBUD__SVG_CHART + half : middle;
    ombud__svg_line(svg, x, svg->top, x, svg->bottom,
                    "stroke=\"#1f2937\" stroke-width=\"1.3\" stroke-dasharray=\"6 3\"");
    ombud__svg_rect(svg, middle - half, svg->top + PILL_TOP, 2 * half, PILL_HIGH, "rx=\"4\" fill=\"#1f2937\"");
    ombud__svg_label(svg, middle, svg->top + PILL_TOP + 125, "middle", &white, label);
}

void ombud__svg_axis(ombud__svg *svg)
{
    int32_t apart = months_apart(svg);
    int weeks = 7 * (int64_t)(OMBUD__SVG_RIGHT - OMBUD__SVG_CHART) >= (svg->to - svg->from + 1) * 200;
    int64_t y = svg->y;
    svg->y += (apart < 12 ? 140 : 0) + 160 + (weeks ? 140 : 0) + 40;
    svg->top = svg->y;
    if (!svg->drawing)
        return;
    grid(svg, apart);
    if (apart < 12) {
        strip(svg, 12, 1, y + 110, &tiny_bold);
        y += 140;
    }
    strip(svg, apart, apart >= 12, y + 130, &tiny);
    if (weeks)
        mondays(svg, svg->top - 60);
    ombud__svg_line(svg, OMBUD__SVG_CHART, svg->top, OMBUD__SVG_RIGHT, svg->top, "stroke=\"#374151\"");
    as_of(svg);
}

/* ---- bars -------------------------------------------------------------------------------------------------------- */

/* How high a bar is, and how far beyond its end the sign stands of how it ended. */
enum { HIGH = 120, BESIDE = 70 };

static void piece(ombud__svg *svg, int64_t from, int64_t to, int64_t y, const char *look)
{
    if (to > from)
        ombud__svg_rect(svg, from, y - HIGH / 2, to - from, HIGH, look);
}

/* An open end: a term that goes on without a last day, or past the edge of the chart. */
static void arrow(ombud__svg *svg, int64_t x, int64_t y)
{
    ombud__svg_mark(svg, x, y, "<path d=\"M-1 -6 6 0 -1 6\" fill=\"none\" stroke=\"#1d3557\" stroke-width=\"1.8\"/>");
}

/* The last day beside the bar, to its right if there is room, else to its left. */
static void name_last_day(ombud__svg *svg, const ombud_term *term, int64_t left, int64_t right, int64_t y)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    ombud__say_with_day(&text.out, &svg->scene->voice, OMBUD__W_DUE, term->due);
    ombud_view label = ombud__phrase_end(&text);
    int64_t width = ombud__svg_width(label, &tiny);
    int64_t now = ombud__svg_x(svg, svg->scene->asof.day + 1);
    /* Not across the line of the day asked about, but behind it. */
    if (right < now && right + 130 + width > now)
        right = now;
    if (right + 100 + width <= OMBUD__SVG_RIGHT)
        ombud__svg_label(svg, right + 100, y + 35, "start", &tiny, label);
    else if (left - 80 - width >= OMBUD__SVG_CHART)
        ombud__svg_label(svg, left - 80, y + 35, "end", &tiny, label);
}

void ombud__svg_bar(ombud__svg *svg, const ombud_term *term, int64_t y)
{
    int known = term->no_due == OMBUD_DUE_KNOWN;
    int over = known && term->due > svg->to;
    int64_t begin = ombud__svg_middle(svg, term->opened);
    int64_t now = ombud__svg_x(svg, svg->scene->asof.day + 1);
    int64_t due = known ? ombud__svg_x(svg, term->due + 1) : now;
    int64_t closed = term->has_closed ? ombud__svg_middle(svg, term->closed) : now;
    int64_t right = due;
    due = due < begin ? begin : due;
    switch (term->status) {
    case OMBUD_TERM_MET:
        if (known)
            piece(svg, closed, due, y, ombud__svg_spare);
        piece(svg, begin, closed, y, ombud__svg_met);
        break;
    case OMBUD_TERM_MET_LATE:
        piece(svg, begin, due, y, ombud__svg_met);
        piece(svg, due, closed, y, ombud__svg_past);
        break;
    case OMBUD_TERM_OVERDUE:
        piece(svg, begin, due, y, ombud__svg_run);
        piece(svg, due, now, y, ombud__svg_past);
        break;
    case OMBUD_TERM_OPEN:
        piece(svg, now, due, y, ombud__svg_left);
        piece(svg, begin, now < due ? now : due, y, ombud__svg_run);
        break;
    case OMBUD_TERM_EXPIRED: piece(svg, begin, due, y, ombud__svg_ended); break;
    default: piece(svg, begin, closed, y, ombud__svg_ended);
    }
    if (known && !over)
        ombud__svg_mark(svg, due, y, ombud__svg_mark_due);
    else if (term->status == OMBUD_TERM_OPEN)
        arrow(svg, due, y);
    if (term->status == OMBUD_TERM_MET || term->status == OMBUD_TERM_MET_LATE) {
        ombud__svg_mark(svg, closed + BESIDE, y, ombud__svg_mark_met);
        right = right > closed + BESIDE ? right : closed + BESIDE;
    } else if (term->status == OMBUD_TERM_OVERDUE) {
        right = now;
    } else if (term->has_closed) {
        ombud__svg_mark(svg, closed + BESIDE, y, ombud__svg_mark_ended);
        right = right > closed + BESIDE ? right : closed + BESIDE;
    }
    if (known)
        name_last_day(svg, term, begin, right, y);
}
