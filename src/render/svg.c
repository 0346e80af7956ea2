/*
 * The page of the picture: heading, time axis, events, terms, findings, legend. Words stand in a column on the left,
 * what they speak of on the same line of the chart, so that no label can lie on another.
 */
#include "render/svg.h"

#include "kernel/enums.h"
#include "kernel/result.h"
#include "render/step.h"

static const ombud__svg_style title = {200, 1, "#111827"};
static const ombud__svg_style subtitle = {130, 0, "#1f2937"};
static const ombud__svg_style heading = {140, 1, "#111827"};
static const ombud__svg_style strong = {120, 1, "#111827"};
static const ombud__svg_style plain = {110, 0, "#374151"};

/* Where a mark or a bar lies in its row: beside the first line of words. */
enum { ROW_MIDDLE = 130, ROW_MARGIN = 60, FINDING_HIDES = 120 };

/* A row begins with what a pointer shows over it. */
static int64_t row_begin(ombud__svg *svg, ombud_view whole)
{
    int64_t top = svg->y;
    ombud__svg_z(svg, "<g><title>");
    ombud__svg_text(svg, whole);
    ombud__svg_z(svg, "</title>\n");
    svg->y += ROW_MARGIN;
    return top;
}

static void row_end(ombud__svg *svg, int64_t top)
{
    svg->y = svg->y < top + 2 * ROW_MIDDLE ? top + 2 * ROW_MIDDLE : svg->y + ROW_MARGIN;
    ombud__svg_line(svg, OMBUD__SVG_LEFT, svg->y, OMBUD__SVG_RIGHT, svg->y, "stroke=\"#e8ebef\"");
    ombud__svg_z(svg, "</g>\n");
}

static void words(ombud__svg *svg, const ombud__svg_style *style, ombud__phrase *phrase)
{
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, OMBUD__SVG_WORDS, style, ombud__phrase_end(phrase));
}

static void section(ombud__svg *svg, ombud__fixed word)
{
    svg->y += 120;
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, OMBUD__SVG_WORDS, &heading,
                         ombud_view_of(ombud__fixed_word(word, &svg->scene->voice)));
    svg->y += 40;
    ombud__svg_line(svg, OMBUD__SVG_LEFT, svg->y, OMBUD__SVG_RIGHT, svg->y, "stroke=\"#9aa4b0\"");
}

static void nothing(ombud__svg *svg, ombud__fixed word)
{
    int64_t top = row_begin(svg, ombud_view_of(""));
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, OMBUD__SVG_WORDS, &plain,
                         ombud_view_of(ombud__fixed_word(word, &svg->scene->voice)));
    row_end(svg, top);
}

static void part(ombud__out *out)
{
    ombud__out_z(out, out->length ? " \xC2\xB7 " : "");
}

/* The citation ends the line if there is room for it, and else has one of its own. */
static void words_and_citation(ombud__svg *svg, ombud__phrase *phrase, size_t provision)
{
    ombud__phrase citation;
    ombud__phrase_begin(&citation);
    ombud__say_citation(&citation.out, &svg->scene->voice, provision);
    ombud_view cited = ombud__phrase_end(&citation);
    if (phrase->out.length && cited.len) {
        ombud_view before = ombud__phrase_end(phrase);
        if (ombud__svg_width(before, &plain) + ombud__svg_width(cited, &plain) + 120 > OMBUD__SVG_WORDS) {
            words(svg, &plain, phrase);
            ombud__phrase_begin(phrase);
        } else {
            part(&phrase->out);
        }
    }
    ombud__out_view(&phrase->out, cited);
    words(svg, &plain, phrase);
}

/* ---- heading ----------------------------------------------------------------------------------------------------- */

static void say_matter(ombud__svg *svg, ombud__out *out)
{
    const ombud__voice *voice = &svg->scene->voice;
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    ombud__phrase day;
    ombud__out_view(out, svg->scene->how.name);
    if (ombud_case_number(svg->scene->matter)) {
        part(out);
        ombud__out_number(&number, ombud_case_number(svg->scene->matter));
        ombud__say_with(out, voice, OMBUD__W_CASE, ombud__fitted(digits, sizeof digits, number.length));
    }
    part(out);
    ombud__phrase_begin(&day);
    ombud__say_full_day(&day.out, voice, svg->scene->asof.day);
    ombud__say_with(out, voice, OMBUD__W_AS_OF, ombud__phrase_end(&day));
    if (svg->scene->asof.has_known_by) {
        ombud__out_z(out, ", ");
        ombud__phrase_begin(&day);
        ombud__say_day(&day.out, voice, svg->scene->asof.known_by);
        ombud__say_with(out, voice, OMBUD__W_KNOWN_BY, ombud__phrase_end(&day));
    }
}

/* For those who hear the picture: its name, and each term and finding in a sentence. */
static void spoken(ombud__svg *svg)
{
    ombud__phrase matter, text;
    ombud__phrase_begin(&matter);
    say_matter(svg, &matter.out);
    ombud__phrase_begin(&text);
    ombud__say_with(&text.out, &svg->scene->voice, OMBUD__W_PICTURE_OF, ombud__phrase_end(&matter));
    ombud__svg_z(svg, "<title id=\"ombud-title\">");
    ombud__svg_text(svg, ombud__phrase_end(&text));
    ombud__svg_z(svg, "</title>\n<desc id=\"ombud-desc\">");
    for (size_t i = 0; i < ombud_terms_count(svg->scene->terms) && svg->drawing; i++) {
        size_t length = ombud_explain_term(svg->scene->terms, i, svg->scene->voice.lang, text.text, sizeof text.text);
        ombud__svg_text(svg, ombud__fitted(text.text, sizeof text.text, length));
        ombud__svg_z(svg, ".\n");
    }
    for (size_t i = 0; i < ombud_findings_count(svg->scene->findings) && svg->drawing; i++) {
        size_t length =
            ombud_explain_finding(svg->scene->findings, i, svg->scene->voice.lang, text.text, sizeof text.text);
        ombud__svg_text(svg, ombud__fitted(text.text, sizeof text.text, length));
        ombud__svg_z(svg, ".\n");
    }
    ombud__svg_z(svg, "</desc>\n");
}

static void head(ombud__svg *svg)
{
    ombud__phrase text;
    int64_t width = OMBUD__SVG_RIGHT - OMBUD__SVG_LEFT;
    ombud_view name = ombud_law_title(svg->scene->law, svg->scene->voice.lang);
    svg->y = 160;
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, width, &title, name.len ? name : ombud_law_name(svg->scene->law));
    svg->y += 30;
    ombud__phrase_begin(&text);
    say_matter(svg, &text.out);
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, width, &subtitle, ombud__phrase_end(&text));
    ombud__phrase_begin(&text);
    ombud__say_wording(svg->scene, &text.out);
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT, width, &plain, ombud__phrase_end(&text));
    svg->y += 60;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

static const char *mark_of(const ombud_step *step)
{
    if (step->kind == OMBUD_STEP_THEN)
        return ombud__svg_mark_by_time;
    if (!step->ruling)
        return ombud__svg_mark_stated;
    return step->ruling == OMBUD_PERMITTED ? ombud__svg_mark_event : ombud__svg_mark_unlawful;
}

static void event(ombud__svg *svg, size_t index, const ombud_step *step)
{
    ombud__phrase whole, day, what, how;
    ombud__phrase_begin(&day);
    ombud__phrase_begin(&what);
    ombud__phrase_begin(&how);
    ombud__say_brief_day(&day.out, &svg->scene->voice, step->on);
    ombud__say_step(svg->scene, index, step, &what.out, &how.out);
    if (step->ruling && step->ruling != OMBUD_PERMITTED) {
        part(&how.out);
        ombud__say_citation(&how.out, &svg->scene->voice, step->provision);
    }
    ombud__say_whole_step(svg->scene, index, &whole);
    int64_t top = row_begin(svg, ombud__phrase_end(&whole));
    ombud_view shown = ombud__phrase_end(&day);
    int64_t x = ombud__svg_middle(svg, step->on);
    ombud__svg_label(svg, OMBUD__SVG_LEFT, svg->y + strong.size, "start", &strong, shown);
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT + svg->day_wide, OMBUD__SVG_WORDS - svg->day_wide, &strong,
                         ombud__phrase_end(&what));
    ombud__svg_paragraph(svg, OMBUD__SVG_LEFT + svg->day_wide, OMBUD__SVG_WORDS - svg->day_wide, &plain,
                         ombud__phrase_end(&how));
    ombud__svg_line(svg, OMBUD__SVG_CHART, top + ROW_MIDDLE, x, top + ROW_MIDDLE,
                    "stroke=\"#b8c0ca\" stroke-dasharray=\"1.5 3\"");
    ombud__svg_mark(svg, x, top + ROW_MIDDLE, mark_of(step));
    row_end(svg, top);
}

/* A day of another year than the one asked about is written with its year, and is longer. */
static void make_room_for_days(ombud__svg *svg)
{
    svg->day_wide = 640;
    for (size_t i = 0; i < ombud_timeline_count(svg->scene->timeline); i++) {
        ombud_step step = OMBUD_STEP_INIT;
        ombud__phrase day;
        ombud__phrase_begin(&day);
        (void)ombud_timeline_get(svg->scene->timeline, i, &step);
        ombud__say_brief_day(&day.out, &svg->scene->voice, step.on);
        int64_t width = ombud__svg_width(ombud__phrase_end(&day), &strong) + 80;
        svg->day_wide = width > svg->day_wide ? width : svg->day_wide;
    }
}

static void events(ombud__svg *svg)
{
    size_t shown = 0;
    section(svg, OMBUD__W_EVENTS);
    for (size_t i = 0; i < ombud_timeline_count(svg->scene->timeline) && !svg->scene->out.stopped; i++) {
        ombud_step step = OMBUD_STEP_INIT;
        (void)ombud_timeline_get(svg->scene->timeline, i, &step);
        if (step.kind != OMBUD_STEP_DUE) {
            event(svg, i, &step);
            shown++;
        }
    }
    if (!shown)
        nothing(svg, OMBUD__W_NONE_YET);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

static void say_about(ombud__out *out, const ombud__voice *voice, ombud_word_kind sort, ombud_view prefix,
                      int64_t number, ombud_view name)
{
    ombud__say_item(out, prefix, number);
    ombud__out_char(out, ' ');
    ombud__say_label(out, voice, sort, ombud__kind_of_prefix(voice->law, prefix), name);
}

static void term_row(ombud__svg *svg, size_t index, const ombud_term *term)
{
    const ombud__voice *voice = &svg->scene->voice;
    ombud__phrase text;
    size_t length = ombud_explain_term(svg->scene->terms, index, voice->lang, text.text, sizeof text.text);
    int64_t top = row_begin(svg, ombud__fitted(text.text, sizeof text.text, length));
    ombud__phrase_begin(&text);
    say_about(&text.out, voice, OMBUD_WORD_TERM, term->item_prefix, term->item_number, term->name);
    words(svg, &strong, &text);
    ombud__phrase_begin(&text);
    ombud__say_status(&text.out, voice, term);
    if (term->no_due == OMBUD_DUE_KNOWN) {
        part(&text.out);
        ombud__say_with_day(&text.out, voice, OMBUD__W_DUE, term->due);
    }
    words(svg, &plain, &text);
    ombud__phrase_begin(&text);
    ombud__say_derivation(&text.out, voice, term);
    words(svg, &plain, &text);
    ombud__phrase_begin(&text);
    ombud__say_roles(&text.out, voice, term->bearer);
    if (term->addressee) {
        ombud__out_z(&text.out, " \xE2\x86\x92 ");
        ombud__say_roles(&text.out, voice, term->addressee);
    }
    words_and_citation(svg, &text, term->provision);
    ombud__svg_bar(svg, term, top + ROW_MIDDLE);
    row_end(svg, top);
}

static void terms(ombud__svg *svg)
{
    size_t count = ombud_terms_count(svg->scene->terms);
    section(svg, OMBUD__W_TERMS);
    for (size_t i = 0; i < count && !svg->scene->out.stopped; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        (void)ombud_terms_get(svg->scene->terms, i, &term);
        term_row(svg, i, &term);
    }
    if (!count)
        nothing(svg, OMBUD__W_NONE_YET);
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void finding_row(ombud__svg *svg, size_t index, const ombud_finding *finding)
{
    const ombud__voice *voice = &svg->scene->voice;
    int of_event = svg->scene->findings->of[index] == OMBUD__OF_EVENT;
    ombud__phrase text;
    size_t length = ombud_explain_finding(svg->scene->findings, index, voice->lang, text.text, sizeof text.text);
    int64_t top = row_begin(svg, ombud__fitted(text.text, sizeof text.text, length));
    ombud__phrase_begin(&text);
    say_about(&text.out, voice, of_event ? OMBUD_WORD_EVENT : OMBUD_WORD_TERM, finding->item_prefix,
              finding->item_number, finding->name);
    ombud__out_z(&text.out, ombud__word_colon(voice));
    ombud__say_found(&text.out, voice, finding);
    words(svg, &strong, &text);
    ombud__phrase_begin(&text);
    ombud__say_with_day(&text.out, voice, OMBUD__W_SINCE, finding->since);
    if (finding->by) {
        part(&text.out);
        ombud__say_person(&text.out, voice, svg->scene->matter, &svg->scene->asof, finding->by);
    } else if (finding->answerable) {
        part(&text.out);
        ombud__say_roles(&text.out, voice, finding->answerable);
    }
    words_and_citation(svg, &text, finding->provision);
    /* From the first day to the day it was put right, or to the edge of what was asked; what the mark would all but
     * hide is left to it. */
    int64_t since = ombud__svg_middle(svg, finding->since);
    int64_t until =
        finding->has_until ? ombud__svg_middle(svg, finding->until) : ombud__svg_x(svg, svg->scene->asof.day + 1);
    static const char red[] = "stroke=\"#a4271b\" stroke-width=\"2\"";
    if (until - since > FINDING_HIDES) {
        ombud__svg_line(svg, since, top + ROW_MIDDLE, until, top + ROW_MIDDLE, red);
        if (finding->has_until)
            ombud__svg_line(svg, until, top + ROW_MIDDLE - 50, until, top + ROW_MIDDLE + 50, red);
    }
    ombud__svg_mark(svg, since, top + ROW_MIDDLE, ombud__svg_mark_finding);
    row_end(svg, top);
}

static void findings(ombud__svg *svg)
{
    size_t count = ombud_findings_count(svg->scene->findings);
    section(svg, OMBUD__W_FINDINGS);
    for (size_t i = 0; i < count && !svg->scene->out.stopped; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        (void)ombud_findings_get(svg->scene->findings, i, &finding);
        finding_row(svg, i, &finding);
    }
    if (!count)
        nothing(svg, OMBUD__W_NO_FINDINGS);
}

/* ---- legend ------------------------------------------------------------------------------------------------------ */

static void legend(ombud__svg *svg)
{
    static const struct {
        const char *mark, *bar;
        ombud__fixed word;
    } entries[] = {
        {ombud__svg_mark_event, NULL, OMBUD__W_LEGEND_EVENT},
        {ombud__svg_mark_unlawful, NULL, OMBUD__W_LEGEND_UNLAWFUL},
        {ombud__svg_mark_stated, NULL, OMBUD__W_LEGEND_STATED},
        {ombud__svg_mark_by_time, NULL, OMBUD__W_LEGEND_BY_TIME},
        {ombud__svg_mark_finding, NULL, OMBUD__W_LEGEND_FINDING},
        {ombud__svg_mark_due, NULL, OMBUD__W_LAST_DAY},
        {ombud__svg_mark_met, ombud__svg_met, OMBUD__W_LEGEND_MET},
        {NULL, ombud__svg_run, OMBUD__W_LEGEND_RUN},
        {NULL, ombud__svg_left, OMBUD__W_LEGEND_LEFT},
        {NULL, ombud__svg_past, OMBUD__W_LEGEND_PAST},
        {NULL, ombud__svg_ended, OMBUD__W_LEGEND_ENDED},
    };
    int64_t x = OMBUD__SVG_LEFT;
    svg->y += 160;
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        ombud_view word = ombud_view_of(ombud__fixed_word(entries[i].word, &svg->scene->voice));
        int64_t sign = entries[i].bar ? 300 : 140;
        int64_t width = sign + 60 + ombud__svg_width(word, &plain);
        if (x > OMBUD__SVG_LEFT && x + width > OMBUD__SVG_RIGHT) {
            x = OMBUD__SVG_LEFT;
            svg->y += 220;
        }
        if (entries[i].bar)
            ombud__svg_rect(svg, x, svg->y + 20, sign, 120, entries[i].bar);
        if (entries[i].mark)
            ombud__svg_mark(svg, entries[i].bar ? x + sign : x + sign / 2, svg->y + 80, entries[i].mark);
        int64_t gap = entries[i].bar && entries[i].mark ? 110 : 60;
        ombud__svg_label(svg, x + sign + gap, svg->y + 120, "start", &plain, word);
        x += width + gap + 160;
    }
    svg->y += 240;
}

/* ---- the page ---------------------------------------------------------------------------------------------------- */

static void page(ombud__svg *svg)
{
    ombud__svg_z(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    ombud__svg_attribute(svg, "width", OMBUD__SVG_WIDE);
    ombud__svg_attribute(svg, "height", svg->height);
    ombud__svg_z(svg, " viewBox=\"0 0 ");
    ombud__svg_length(svg, OMBUD__SVG_WIDE);
    ombud__svg_z(svg, " ");
    ombud__svg_length(svg, svg->height);
    ombud__svg_z(svg, "\" role=\"img\" aria-labelledby=\"ombud-title ombud-desc\" xml:lang=\"");
    const ombud__voice *voice = &svg->scene->voice;
    int of_host = voice->lang == OMBUD_LANG_OTHER && voice->law->tag.len > 0;
    ombud__svg_z(svg, of_host ? voice->law->tag.ptr : ombud__lang_word(voice->lang));
    ombud__svg_z(svg, "\"\n font-family=\"system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', "
                      "sans-serif\">\n");
    spoken(svg);
    ombud__svg_z(svg, "<defs><pattern id=\"ombud-past\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                      "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><rect "
                      "width=\"3\" height=\"6\" fill=\"#a4271b\"/></pattern></defs>\n");
    ombud__svg_rect(svg, 0, 0, OMBUD__SVG_WIDE, svg->height, "fill=\"#fff\"");
    head(svg);
    ombud__svg_axis(svg);
    events(svg);
    terms(svg);
    findings(svg);
    svg->bottom = svg->y;
    legend(svg);
    svg->height = svg->y;
    ombud__svg_z(svg, "</svg>\n");
}

ombud_status ombud__svg_case(ombud__scene *scene)
{
    ombud__svg svg = {0};
    svg.scene = scene;
    ombud__svg_span(&svg);
    make_room_for_days(&svg);
    page(&svg);
    svg.drawing = 1;
    page(&svg);
    return OMBUD_OK;
}
