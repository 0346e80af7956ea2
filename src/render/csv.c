/*
 * Figures as comma-separated values after RFC 4180: one line a count, the same columns for every table. Every value
 * goes through one escape, which also keeps programs that calculate from reading a text as a formula.
 */
#include "render/figures.h"

#include "register/register.h"

#include <string.h>

static void value(ombud__render_out *out, ombud_view text)
{
    int formula = text.len > 0 && memchr("=+-@\t\r", text.ptr[0], 6) != NULL;
    int quoted = formula;
    for (size_t i = 0; i < text.len; i++)
        quoted |= memchr(",\"\r\n", text.ptr[i], 4) != NULL;
    ombud__render_z(out, quoted ? "\"" : "");
    ombud__render_z(out, formula ? "'" : "");
    for (size_t i = 0; i < text.len; i++) {
        ombud__render_z(out, text.ptr[i] == '"' ? "\"" : "");
        ombud__render_bytes(out, text.ptr + i, 1);
    }
    ombud__render_z(out, quoted ? "\"" : "");
}

static void day(ombud__render_out *out, int32_t number)
{
    char text[16];
    ombud__out written = {text, sizeof text, 0};
    ombud__out_day(&written, number);
    ombud__render_z(out, text);
    ombud__render_z(out, ",");
}

/* What stands before the count on each line of a table. */
static void begin(ombud__render_out *out, const ombud__tables *of, const ombud_figure *figure)
{
    value(out, ombud_law_name(of->voice.law));
    ombud__render_z(out, ",");
    day(out, of->figures->from);
    day(out, of->figures->to);
    day(out, of->figures->present);
    ombud__render_number(out, of->figures->threshold);
    ombud__render_z(out, ",");
    value(out, figure->name);
    ombud__render_z(out, ",");
    value(out, figure->label);
    ombud__render_z(out, ",");
}

static void axis(ombud__render_out *out, const ombud_figure *figure, int32_t number, ombud_view name, ombud_view label)
{
    const ombud_view none = {"", 0};
    int there = number < figure->axes;
    value(out, there ? figure->by[number] : none);
    ombud__render_z(out, ",");
    value(out, there ? name : none);
    ombud__render_z(out, ",");
    value(out, there ? label : none);
    ombud__render_z(out, ",");
}

static void end(ombud__render_out *out, const char *what, const ombud_cell *cell)
{
    ombud__render_z(out, what);
    ombud__render_z(out, ",");
    if (!cell->withheld)
        ombud__render_number(out, cell->count);
    ombud__render_z(out, cell->withheld ? ",yes\r\n" : ",no\r\n");
}

static void besides(ombud__render_out *out, const ombud__tables *of, const ombud_figure *figure, const char *what,
                    const ombud_cell *cell)
{
    begin(out, of, figure);
    ombud__render_z(out, ",,,,,,");
    end(out, what, cell);
}

static void table(ombud__render_out *out, const ombud__tables *of, size_t index, const ombud_figure *figure)
{
    ombud_cell cell;
    for (size_t row = 0; row <= figure->rows; row++) {
        for (size_t column = 0; ombud_figures_cell(of->figures, index, row, column, &cell) == OMBUD_OK; column++) {
            ombud_view name, label;
            if (figure->axes == 0 && !cell.total)
                continue;
            begin(out, of, figure);
            ombud__figure_value(of, index, 0, row, &name, &label);
            axis(out, figure, 0, name, label);
            ombud__figure_value(of, index, 1, column, &name, &label);
            axis(out, figure, 1, name, label);
            end(out, cell.total ? "total" : "count", &cell);
        }
    }
    if (figure->has_base)
        besides(out, of, figure, "due", &figure->base);
    besides(out, of, figure, "unknown", &figure->unknown);
}

void ombud__figures_csv(ombud__render_out *out, const ombud__tables *of)
{
    ombud__render_z(out, "law,from,to,as_of,threshold,table,label,first_axis,first_value,first_label,second_axis,"
                         "second_value,second_label,what,count,withheld\r\n");
    for (size_t i = 0; i < ombud_figures_count(of->figures); i++) {
        ombud_figure figure = OMBUD_FIGURE_INIT;
        (void)ombud_figures_get(of->figures, i, of->voice.lang, &figure);
        table(out, of, i, &figure);
    }
}
