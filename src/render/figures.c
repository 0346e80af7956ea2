/* Figures as text and as JSON; see figures.h. docs/figures.schema.json says what the JSON looks like. */
#include "render/figures.h"

#include "kernel/enums.h"
#include "register/register.h"

/* The words for what the law does not label: truths and what became of terms. 0 if it is neither. */
static int fixed_word_of(ombud_view name, ombud__fixed *word)
{
    static const ombud__fixed truths[] = {
        [OMBUD_NO] = OMBUD__W_NO, [OMBUD_UNKNOWN] = OMBUD__W_UNKNOWN, [OMBUD_YES] = OMBUD__W_YES};
    static const ombud__fixed statuses[] = {
        [OMBUD_TERM_NONE] = OMBUD__W_NEVER_BEGUN, /* of a term; of an item: it has no state yet */
        [OMBUD_TERM_OPEN] = OMBUD__W_NOT_YET_DUE,   [OMBUD_TERM_MET] = OMBUD__W_DONE,
        [OMBUD_TERM_MET_LATE] = OMBUD__W_DONE_LATE, [OMBUD_TERM_OVERDUE] = OMBUD__W_PAST_DUE,
        [OMBUD_TERM_EXPIRED] = OMBUD__W_RAN_OUT,    [OMBUD_TERM_EXCUSED] = OMBUD__W_FREED,
        [OMBUD_TERM_LAPSED] = OMBUD__W_ENDED};
    ombud_term_status status;
    ombud_truth truth;
    if (ombud__term_status_of(name, &status))
        *word = statuses[status];
    else if (ombud__truth_of(name, &truth))
        *word = truths[truth];
    else
        return 0;
    return 1;
}

void ombud__figure_value(const ombud__tables *of, size_t index, int32_t axis, size_t position, ombud_view *name,
                         ombud_view *label)
{
    ombud_lang lang = of->voice.lang;
    if (ombud_figures_value(of->figures, index, axis, position, lang, name, label) != OMBUD_OK) {
        *name = ombud_view_of("all");
        *label = ombud_view_of(ombud__fixed_word(OMBUD__W_ALL, &of->voice));
        return;
    }
    ombud__fixed word;
    if (label->ptr == name->ptr && fixed_word_of(*name, &word)) {
        ombud_figure figure = OMBUD_FIGURE_INIT;
        (void)ombud_figures_get(of->figures, index, lang, &figure);
        int by_state = ombud__view_is_z(figure.by[axis], "state");
        *label = ombud_view_of(ombud__fixed_word(by_state ? OMBUD__W_NO_STATE : word, &of->voice));
    }
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void line(ombud__render_out *out, ombud_view text, ombud__tint tint)
{
    const ombud__render_cell cell = {0, OMBUD__RENDER_WIDTH, 0, tint, text};
    ombud__render_row(out, &cell, 1);
}

static void heading(ombud__render_out *out, const ombud__tables *of)
{
    const ombud_figures *figures = of->figures;
    ombud__phrase phrase;
    ombud__phrase_begin(&phrase);
    ombud__out_view(&phrase.out, ombud_law_name(of->voice.law));
    ombud__out_z(&phrase.out, ", ");
    ombud__say_with_day(&phrase.out, &of->voice, OMBUD__W_FIGURES, figures->from);
    ombud__out_z(&phrase.out, " ");
    ombud__say_with_day(&phrase.out, &of->voice, OMBUD__W_FIGURES_TO, figures->to);
    ombud__out_z(&phrase.out, ombud__word_semicolon(&of->voice));
    ombud__say_with_day(&phrase.out, &of->voice, OMBUD__W_COUNTED_ON, figures->present);
    line(out, ombud__phrase_end(&phrase), OMBUD__BOLD);
    if (!ombud__is_verified(of->voice.law, figures->present)) {
        ombud__phrase_begin(&phrase);
        ombud__say_verified(&phrase.out, &of->voice, figures->present);
        line(out, ombud__phrase_end(&phrase), OMBUD__FAINT);
    }
    if (figures->threshold > 0) {
        char number[24];
        ombud__out written = {number, sizeof number, 0};
        ombud__out_number(&written, figures->threshold);
        ombud__phrase_begin(&phrase);
        ombud__say_with(&phrase.out, &of->voice, OMBUD__W_COUNTS_WITHHELD, ombud_view_of(number));
        line(out, ombud__phrase_end(&phrase), OMBUD__FAINT);
    }
}

static void count_line(ombud__render_out *out, ombud_view first, ombud_view beside, const ombud_cell *cell)
{
    char number[24] = "-";
    ombud__out written = {number, sizeof number, 0};
    if (!cell->withheld)
        ombud__out_number(&written, cell->count);
    ombud__tint tint = cell->total ? OMBUD__BOLD : OMBUD__PLAIN;
    const ombud__render_cell cells[] = {
        {2, 46, 0, tint, first}, {50, 46, 0, tint, beside}, {98, 12, 1, tint, ombud_view_of(number)}};
    ombud__render_row(out, cells, 3);
}

static void text_of_table(ombud__render_out *out, const ombud__tables *of, size_t index, const ombud_figure *figure)
{
    const ombud_view none = {"", 0};
    ombud__phrase phrase;
    ombud__render_z(out, "\n");
    ombud__phrase_begin(&phrase);
    ombud__out_view(&phrase.out, figure->label);
    ombud__out_z(&phrase.out, figure->provision == SIZE_MAX ? "" : "  ");
    ombud__say_citation(&phrase.out, &of->voice, figure->provision);
    line(out, ombud__phrase_end(&phrase), OMBUD__BOLD);
    ombud_cell cell;
    for (size_t row = 0; row <= figure->rows; row++) {
        for (size_t column = 0; ombud_figures_cell(of->figures, index, row, column, &cell) == OMBUD_OK; column++) {
            ombud_view name, first = none, beside = none;
            if (figure->axes > 0)
                ombud__figure_value(of, index, 0, row, &name, &first);
            if (figure->axes > 1)
                ombud__figure_value(of, index, 1, column, &name, &beside);
            /* Without an axis there is but the total. */
            if (figure->axes > 0 || cell.total)
                count_line(out,
                           figure->axes > 0 ? first : ombud_view_of(ombud__fixed_word(OMBUD__W_ALL, &of->voice)),
                           beside, &cell);
        }
    }
    if (figure->has_base)
        count_line(out, ombud_view_of(ombud__fixed_word(OMBUD__W_DENOMINATOR, &of->voice)), none, &figure->base);
    if (figure->unknown.count != 0)
        count_line(out, ombud_view_of(ombud__fixed_word(OMBUD__W_NOT_CLEAR, &of->voice)), none, &figure->unknown);
}

static void write_text(ombud__render_out *out, const ombud__tables *of)
{
    heading(out, of);
    for (size_t i = 0; i < ombud_figures_count(of->figures); i++) {
        ombud_figure figure = OMBUD_FIGURE_INIT;
        (void)ombud_figures_get(of->figures, i, of->voice.lang, &figure);
        text_of_table(out, of, i, &figure);
    }
}

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

/* A number, or null if it is withheld. */
static void json_count(ombud__render_out *out, int *first, const char *key, const ombud_cell *cell)
{
    ombud__json_key(out, first, key);
    if (cell->withheld)
        ombud__render_z(out, "null");
    else
        ombud__render_number(out, cell->count);
}

static void json_axes(ombud__render_out *out, int *first, const ombud__tables *of, size_t index,
                      const ombud_figure *figure)
{
    ombud__json_key(out, first, "by");
    ombud__render_z(out, "[");
    for (int32_t axis = 0; axis < figure->axes; axis++) {
        int first_of_axis = 1;
        ombud__render_z(out, axis > 0 ? ",{" : "{");
        ombud__json_text(out, &first_of_axis, "name", figure->by[axis]);
        ombud__json_key(out, &first_of_axis, "values");
        ombud__render_z(out, "[");
        for (size_t v = 0; v < (axis == 0 ? figure->rows : figure->columns); v++) {
            ombud_view name, label;
            int first_of_value = 1;
            ombud__figure_value(of, index, axis, v, &name, &label);
            ombud__render_z(out, v > 0 ? ",{" : "{");
            ombud__json_text(out, &first_of_value, "name", name);
            ombud__json_text(out, &first_of_value, "label", label);
            ombud__render_z(out, "}");
        }
        ombud__render_z(out, "]}");
    }
    ombud__render_z(out, "]");
}

static void json_counts(ombud__render_out *out, int *first, const ombud__tables *of, size_t index,
                        const ombud_figure *figure)
{
    ombud_cell cell;
    int any = 0;
    ombud__json_key(out, first, "counts");
    ombud__render_z(out, "[");
    for (size_t row = 0; row <= figure->rows; row++) {
        for (size_t column = 0; ombud_figures_cell(of->figures, index, row, column, &cell) == OMBUD_OK; column++) {
            ombud_view name, label;
            int first_of_count = 1;
            if (figure->axes == 0 && !cell.total)
                continue;
            ombud__render_z(out, any ? ",{" : "{");
            any = 1;
            ombud__json_key(out, &first_of_count, "at");
            ombud__render_z(out, "[");
            for (int32_t axis = 0; axis < figure->axes; axis++) {
                ombud__figure_value(of, index, axis, axis == 0 ? row : column, &name, &label);
                ombud__render_z(out, axis > 0 ? "," : "");
                ombud__json_string(out, name);
            }
            ombud__render_z(out, "]");
            json_count(out, &first_of_count, "count", &cell);
            ombud__json_truth(out, &first_of_count, "withheld", cell.withheld);
            ombud__json_truth(out, &first_of_count, "total", cell.total);
            ombud__render_z(out, "}");
        }
    }
    ombud__render_z(out, "]");
}

static void json_of_table(ombud__render_out *out, const ombud__tables *of, size_t index, const ombud_figure *figure)
{
    int first = 1;
    ombud__render_z(out, index > 0 ? ",{" : "{");
    ombud__json_text(out, &first, "name", figure->name);
    ombud__json_text(out, &first, "label", figure->label);
    ombud__json_provision(out, &first, &of->voice, figure->provision);
    ombud__json_text(out, &first, "item", figure->item);
    json_axes(out, &first, of, index, figure);
    json_counts(out, &first, of, index, figure);
    if (figure->has_base) {
        json_count(out, &first, "due", &figure->base);
    } else {
        ombud__json_key(out, &first, "due");
        ombud__render_z(out, "null");
    }
    ombud__json_truth(out, &first, "due_withheld", figure->has_base && figure->base.withheld);
    json_count(out, &first, "unknown", &figure->unknown);
    ombud__render_z(out, "}");
}

static void write_json(ombud__render_out *out, const ombud__tables *of)
{
    int first = 1;
    ombud__render_z(out, "{");
    ombud__json_text(out, &first, "kind", ombud_view_of("figures"));
    ombud__json_text(out, &first, "law", ombud_law_name(of->voice.law));
    ombud__json_day(out, &first, "from", 1, of->figures->from);
    ombud__json_day(out, &first, "to", 1, of->figures->to);
    ombud__json_day(out, &first, "as_of", 1, of->figures->present);
    ombud__json_truth(out, &first, "verified", ombud__is_verified(of->voice.law, of->figures->present));
    ombud__json_number(out, &first, "threshold", of->figures->threshold);
    ombud__json_key(out, &first, "tables");
    ombud__render_z(out, "[");
    for (size_t i = 0; i < ombud_figures_count(of->figures); i++) {
        ombud_figure figure = OMBUD_FIGURE_INIT;
        (void)ombud_figures_get(of->figures, i, of->voice.lang, &figure);
        json_of_table(out, of, i, &figure);
    }
    ombud__render_z(out, "]}\n");
}

void ombud__figures_write(ombud__render_out *out, const ombud_figures *figures, const ombud_render *how)
{
    const ombud__tables of = {figures, {figures->law, how->lang, 0}};
    switch (how->format) {
    case OMBUD_FORMAT_JSON: write_json(out, &of); break;
    case OMBUD_FORMAT_CSV: ombud__figures_csv(out, &of); break;
    default: write_text(out, &of);
    }
}
