/*
 * Rows and findings of a plan in words.
 */
#include "plan/page.h"

static void say_theme_of_print(ombud__out *to, const ombud_plan *plan, const ombud__plan_value *print, ombud_lang lang)
{
    ombud__plan_say_row(to, plan, OMBUD_PLAN_COLUMNS, (size_t)print[OMBUD__PRINTED_COLUMN].number, lang);
    ombud__out_z(to, ", ");
    if (print[OMBUD__PRINTED_THEME].text.len)
        ombud__plan_say_row(to, plan, OMBUD_PLAN_THEMES, (size_t)print[OMBUD__PRINTED_THEME].number, lang);
    else
        ombud__out_view(to, ombud__plan_say(OMBUD__P_TOTAL, lang));
}

void ombud__plan_say_row(ombud__out *to, const ombud_plan *plan, ombud_plan_table table, size_t row, ombud_lang lang)
{
    const ombud__plan_value *value = ombud__plan_rows_of(plan, table)->row[row].field;
    if (table == OMBUD_PLAN_PRINTED) {
        say_theme_of_print(to, plan, value, lang);
        return;
    }
    /* Columns and figures have names of the host's own that tell people nothing. */
    ombud_view label = ombud_plan_label(plan, table, row, lang);
    if (table == OMBUD_PLAN_COLUMNS || table == OMBUD_PLAN_FIGURES || table == OMBUD_PLAN_DUTIES) {
        ombud__out_view(to, label);
        return;
    }
    ombud__out_view(to, value[OMBUD__F_ID].text);
    if (table == OMBUD_PLAN_MEETINGS) {
        ombud__out_z(to, " (");
        ombud__out_view(to, value[OMBUD__MEETING_ON].text);
        ombud__out_z(to, ")");
    } else if (!ombud__view_is(label, value[OMBUD__F_ID].text)) {
        ombud__out_z(to, " ");
        ombud__out_view(to, label);
    }
}

/* Hundredths with a point, without it if they are whole. */
static void say_hundredths(ombud__out *to, int64_t number)
{
    if (number < 0) {
        ombud__out_char(to, '-');
        number = -number;
    }
    ombud__out_number(to, number / 100);
    if (number % 100) {
        ombud__out_char(to, '.');
        ombud__out_char(to, (char)('0' + number % 100 / 10));
        ombud__out_char(to, (char)('0' + number % 10));
    }
}

void ombud__plan_say_finding(ombud__out *to, const ombud_plan *plan, const ombud_plan_finding *finding, ombud_lang lang)
{
    ombud_view text = ombud__plan_say((ombud__plan_word)(OMBUD__P_SENTENCES + finding->fault), lang);
    int finely =
        finding->fault == OMBUD_PLAN_FAULT_FIGURE &&
        ombud__plan_value_of(plan, OMBUD_PLAN_FIGURES, finding->row, OMBUD__FIGURE_HOW)->number != OMBUD__HOW_SUM;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] != '%') {
            ombud__out_char(to, text.ptr[i]);
            continue;
        }
        char what = text.ptr[++i];
        int64_t number = what == 'p' || what == 'P' ? finding->printed : finding->computed;
        if (what == 'r') {
            ombud__plan_say_row(to, plan, finding->table, finding->row, lang);
        } else if (what == 'o') {
            if (finding->others)
                ombud__plan_say_row(to, plan, finding->others, finding->other, lang);
        } else if (what == 'P' || what == 'C') {
            ombud__out_day(to, number);
        } else if (finely) {
            say_hundredths(to, number);
        } else {
            ombud__out_number(to, number);
        }
    }
}
