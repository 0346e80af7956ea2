/*
 * What stands on the page of a plan, for people: text and HTML alike.
 */
#include "plan/page.h"

#include "render/words.h"

#define STATUSES 6

int ombud__plan_is_uncovered(const ombud_plan *plan, size_t measure)
{
    ombud_plan_question question = OMBUD_PLAN_QUESTION_INIT;
    int64_t named = 0, acted = 0;
    question.has_measure = 1;
    question.measure = measure;
    question.counts = OMBUD_PLAN_COUNTS_MEASURES;
    (void)ombud_plan_count(plan, &question, &named, NULL);
    question.counts = OMBUD_PLAN_COUNTS_ACTED;
    (void)ombud_plan_count(plan, &question, &acted, NULL);
    return named + acted == 0;
}

int64_t ombud__plan_demands(const ombud_plan *plan, size_t resolution, int64_t status)
{
    int64_t count = 0;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_DEMANDS); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_DEMANDS)->row[row].field;
        count += value[OMBUD__DEMAND_RESOLUTION].number == (int64_t)resolution &&
                 value[OMBUD__DEMAND_STATUS].number == status;
    }
    return count;
}

/* A row by its label alone, as a box of the head. */
static void box_of_label(ombud__plan_box *box, const ombud_plan *plan, ombud_plan_table table, size_t row,
                         ombud_lang lang)
{
    ombud__box_begin(box, OMBUD__LOOK_HEAD);
    ombud__out_view(&box->out, ombud_plan_label(plan, table, row, lang));
}

/* Theme by its number and label, or the total. */
static ombud_view theme_head(const ombud_plan *plan, size_t theme, ombud_lang lang, ombud__phrase *phrase)
{
    ombud__phrase_begin(phrase);
    if (theme == ombud_plan_rows(plan, OMBUD_PLAN_THEMES))
        ombud__out_view(&phrase->out, ombud__plan_say(OMBUD__P_TOTAL, lang));
    else
        ombud__plan_say_row(&phrase->out, plan, OMBUD_PLAN_THEMES, theme, lang);
    return ombud__phrase_end(phrase);
}

/* ---- the matrix of themes and kinds of actors -------------------------------------------------------------------- */

/* The columns of one table at a time: the next rows of `table` from `from` on that are wanted, at most `room`. */
typedef int (*wanted)(const ombud_plan *plan, size_t row, const void *by);
static size_t next_columns(const ombud_plan *plan, ombud_plan_table table, wanted is_wanted, const void *by,
                           size_t *from, size_t *columns, size_t room)
{
    size_t count = 0;
    for (; *from < ombud_plan_rows(plan, table) && count < room; ++*from) {
        if (is_wanted(plan, *from, by))
            columns[count++] = *from;
    }
    return count;
}

static int contributes(const ombud_plan *plan, size_t category, const void *by)
{
    ombud_plan_question question = OMBUD_PLAN_QUESTION_INIT;
    int64_t count = 0;
    (void)by;
    question.counts = OMBUD_PLAN_COUNTS_CONTRIBUTIONS;
    question.has_category = 1;
    question.category = category;
    (void)ombud_plan_count(plan, &question, &count, NULL);
    return count > 0;
}

static void box_of_named(ombud__plan_box *box, const ombud_plan *plan, size_t theme, size_t category)
{
    ombud_plan_question question = OMBUD_PLAN_QUESTION_INIT;
    int64_t named = 0, contributions = 0, measures = 0;
    question.has_category = 1;
    question.category = category;
    question.has_theme = theme < ombud_plan_rows(plan, OMBUD_PLAN_THEMES);
    question.theme = theme;
    question.counts = OMBUD_PLAN_COUNTS_CONTRIBUTIONS;
    (void)ombud_plan_count(plan, &question, &contributions, NULL);
    question.counts = OMBUD_PLAN_COUNTS_MEASURES;
    (void)ombud_plan_count(plan, &question, &named, NULL);
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEASURES); row++)
        measures +=
            !question.has_theme ||
            ombud__plan_value_of(plan, OMBUD_PLAN_MEASURES, row, OMBUD__MEASURE_THEME)->number == (int64_t)theme;
    ombud__box_begin(box, OMBUD__LOOK_PLAIN);
    if (contributions > 0) {
        ombud__out_number(&box->out, named);
        ombud__out_char(&box->out, '/');
        ombud__out_number(&box->out, measures);
        ombud__out_z(&box->out, " (");
        ombud__out_number(&box->out, contributions);
        ombud__out_char(&box->out, ')');
        box->percent = measures ? named * 100 / measures : 0;
    }
}

/* ---- printed columns --------------------------------------------------------------------------------------------- */

static int is_of_table(const ombud_plan *plan, size_t column, const void *table)
{
    return ombud__view_is(ombud__plan_value_of(plan, OMBUD_PLAN_COLUMNS, column, OMBUD__COLUMN_TABLE)->text,
                          *(const ombud_view *)table);
}

static void box_of_cell(ombud__plan_box *box, const ombud_plan *plan, size_t theme, size_t column)
{
    static const ombud__plan_look looks[] = {OMBUD__LOOK_FAINT, OMBUD__LOOK_FAINT, OMBUD__LOOK_PLAIN,
                                             OMBUD__LOOK_RULE,  OMBUD__LOOK_FAINT, OMBUD__LOOK_WRONG};
    static const char *const signs[] = {"", "", " =", " ~", " <", " !"};
    ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
    (void)ombud_plan_compare(plan, column, theme, &cell, NULL);
    ombud__box_begin(box, looks[cell.verdict]);
    if (cell.verdict == OMBUD_PLAN_NOT_PRINTED)
        return;
    ombud__out_number(&box->out, cell.printed);
    if (cell.has_of) {
        ombud__out_char(&box->out, '/');
        ombud__out_number(&box->out, cell.of);
    }
    ombud__out_z(&box->out, signs[cell.verdict]);
    if (cell.verdict > OMBUD_PLAN_EQUAL)
        ombud__out_number(&box->out, cell.counted[OMBUD_PLAN_RULE_NONE]);
}

/* ---- tables of themes -------------------------------------------------------------------------------------------- */

typedef void (*fill)(ombud__plan_box *box, const ombud_plan *plan, size_t theme, size_t column);

/* All wanted rows of a table as columns beside the themes, so many at a time as the sheet has room for. */
static void themes_by(ombud__plan_sheet *sheet, const ombud_plan *plan, ombud_plan_table table, wanted is_wanted,
                      const void *by, fill fill_box)
{
    ombud__plan_box boxes[OMBUD_PLAN_COLUMNS_MAX];
    size_t columns[OMBUD_PLAN_COLUMNS_MAX], from = 0, count;
    ombud__phrase phrase;
    while ((count = next_columns(plan, table, is_wanted, by, &from, columns, ombud__sheet_room(sheet))) > 0) {
        for (size_t i = 0; i < count; i++)
            box_of_label(&boxes[i], plan, table, columns[i], sheet->lang);
        ombud__sheet_table(sheet, count);
        ombud__sheet_row(sheet, ombud__plan_say(OMBUD__P_THEME, sheet->lang), boxes, 1);
        for (size_t theme = 0; theme <= ombud_plan_rows(plan, OMBUD_PLAN_THEMES); theme++) {
            size_t filled = 0;
            for (size_t i = 0; i < count; i++) {
                fill_box(&boxes[i], plan, theme, columns[i]);
                filled += boxes[i].out.length > 0;
            }
            if (filled > 0)
                ombud__sheet_row(sheet, theme_head(plan, theme, sheet->lang, &phrase), boxes, 0);
        }
        ombud__sheet_table_end(sheet);
    }
}

static void show_named(ombud__plan_sheet *sheet, const ombud_plan *plan)
{
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_NAMED, sheet->lang));
    ombud__sheet_line(sheet, ombud__plan_say(OMBUD__P_NAMED_HELP, sheet->lang), OMBUD__LOOK_FAINT);
    themes_by(sheet, plan, OMBUD_PLAN_CATEGORIES, contributes, NULL, box_of_named);
}

static void show_printed(ombud__plan_sheet *sheet, const ombud_plan *plan)
{
    size_t columns = ombud_plan_rows(plan, OMBUD_PLAN_COLUMNS);
    ombud__phrase phrase;
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_PRINTED, sheet->lang));
    ombud__sheet_line(sheet, ombud__plan_say(OMBUD__P_PRINTED_HELP, sheet->lang), OMBUD__LOOK_FAINT);
    for (size_t column = 0; column < columns; column++) {
        ombud_view table = ombud__plan_value_of(plan, OMBUD_PLAN_COLUMNS, column, OMBUD__COLUMN_TABLE)->text;
        size_t before = 0;
        while (!is_of_table(plan, before, &table))
            before++;
        if (before == column) {
            ombud__phrase_begin(&phrase);
            ombud__out_view(&phrase.out, ombud__plan_say(OMBUD__P_TABLE, sheet->lang));
            ombud__out_char(&phrase.out, ' ');
            ombud__out_view(&phrase.out, table);
            ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_HEAD);
            themes_by(sheet, plan, OMBUD_PLAN_COLUMNS, is_of_table, &table, box_of_cell);
        }
    }
}

/* ---- coverage, demands, what recurs ------------------------------------------------------------------------------ */

static void show_coverage(ombud__plan_sheet *sheet, const ombud_plan *plan)
{
    ombud__phrase phrase;
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_COVERAGE, sheet->lang));
    for (size_t theme = 0; theme < ombud_plan_rows(plan, OMBUD_PLAN_THEMES); theme++) {
        int64_t all = 0, without = 0;
        ombud__phrase without_phrase;
        ombud__phrase_begin(&without_phrase);
        for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEASURES); row++) {
            const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_MEASURES)->row[row].field;
            if (value[OMBUD__MEASURE_THEME].number == (int64_t)theme) {
                all++;
                if (ombud__plan_is_uncovered(plan, row)) {
                    ombud__out_z(&without_phrase.out, without++ ? ", " : "");
                    ombud__out_view(&without_phrase.out, value[OMBUD__F_ID].text);
                }
            }
        }
        (void)theme_head(plan, theme, sheet->lang, &phrase);
        ombud__out_z(&phrase.out, ombud__word_colon(OMBUD__VOICE(sheet->lang)));
        ombud__out_number(&phrase.out, all - without);
        ombud__out_char(&phrase.out, '/');
        ombud__out_number(&phrase.out, all);
        ombud__out_char(&phrase.out, ' ');
        ombud__out_view(&phrase.out, ombud__plan_say(OMBUD__P_COVERED, sheet->lang));
        if (without) {
            ombud__out_z(&phrase.out, ombud__word_semicolon(OMBUD__VOICE(sheet->lang)));
            ombud__out_view(&phrase.out, ombud__plan_say(OMBUD__P_UNCOVERED, sheet->lang));
            ombud__out_z(&phrase.out, ombud__word_colon(OMBUD__VOICE(sheet->lang)));
            ombud__out_view(&phrase.out, ombud__phrase_end(&without_phrase));
        }
        ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_PLAIN);
    }
}

static ombud_view status_word(int64_t status, ombud_lang lang)
{
    return ombud__plan_say((ombud__plan_word)(OMBUD__P_LISTED + status - 1), lang);
}

/* The actions that answer a demand, a line each, with the measures they name. */
static void show_actions(ombud__plan_sheet *sheet, const ombud_plan *plan, size_t demand)
{
    ombud__phrase phrase;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_ACTIONS); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_ACTIONS)->row[row].field;
        const ombud__plan_value *demands = &value[OMBUD__ACTION_DEMANDS];
        for (size_t i = 0; i < demands->count; i++) {
            if (ombud__plan_listed(plan, OMBUD_PLAN_ACTIONS, demands, i) == (int64_t)demand) {
                ombud__phrase_begin(&phrase);
                ombud__plan_say_row(&phrase.out, plan, OMBUD_PLAN_ACTIONS, row, sheet->lang);
                for (size_t m = 0; m < value[OMBUD__ACTION_MEASURES].count; m++) {
                    int64_t of = ombud__plan_listed(plan, OMBUD_PLAN_ACTIONS, &value[OMBUD__ACTION_MEASURES], m);
                    ombud__out_z(&phrase.out, m ? ", " : ombud__word_colon(OMBUD__VOICE(sheet->lang)));
                    ombud__out_view(&phrase.out,
                                    ombud__plan_value_of(plan, OMBUD_PLAN_MEASURES, (size_t)of, OMBUD__F_ID)->text);
                }
                ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_BENEATH);
            }
        }
    }
}

/* The demands of a resolution, each with what the report prints as its answer. */
static void show_demands_of(ombud__plan_sheet *sheet, const ombud_plan *plan, size_t resolution)
{
    ombud__phrase phrase;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_DEMANDS); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_DEMANDS)->row[row].field;
        if (value[OMBUD__DEMAND_RESOLUTION].number == (int64_t)resolution) {
            ombud__phrase_begin(&phrase);
            ombud__plan_say_row(&phrase.out, plan, OMBUD_PLAN_DEMANDS, row, sheet->lang);
            ombud__out_z(&phrase.out, ombud__word_colon(OMBUD__VOICE(sheet->lang)));
            ombud__out_view(&phrase.out, status_word(value[OMBUD__DEMAND_STATUS].number, sheet->lang));
            if (value[OMBUD__DEMAND_PLANNED].text.len) {
                ombud__out_z(&phrase.out, ", ");
                ombud__out_view(&phrase.out, value[OMBUD__DEMAND_PLANNED].text);
            }
            ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_PLAIN);
            show_actions(sheet, plan, row);
        }
    }
}

static void show_demands(ombud__plan_sheet *sheet, const ombud_plan *plan)
{
    ombud__phrase phrase;
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_DEMANDS, sheet->lang));
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_RESOLUTIONS); row++) {
        int some = 0;
        ombud__phrase_begin(&phrase);
        ombud__plan_say_row(&phrase.out, plan, OMBUD_PLAN_RESOLUTIONS, row, sheet->lang);
        for (int64_t status = 1; status <= STATUSES; status++) {
            int64_t count = ombud__plan_demands(plan, row, status);
            if (count) {
                ombud__out_z(&phrase.out, some++ ? ", " : ombud__word_colon(OMBUD__VOICE(sheet->lang)));
                ombud__out_number(&phrase.out, count);
                ombud__out_char(&phrase.out, ' ');
                ombud__out_view(&phrase.out, status_word(status, sheet->lang));
            }
        }
        ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_HEAD);
        show_demands_of(sheet, plan, row);
    }
}

static void show_duties(ombud__plan_sheet *sheet, const ombud_plan *plan)
{
    ombud__phrase phrase;
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_DUTIES, sheet->lang));
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_DUTIES); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_DUTIES)->row[row].field;
        int64_t dated = 0;
        ombud__phrase_begin(&phrase);
        ombud__plan_say_row(&phrase.out, plan, OMBUD_PLAN_DUTIES, row, sheet->lang);
        if (value[OMBUD__DUTY_EVERY].text.len) {
            ombud__out_z(&phrase.out, ", ");
            ombud__out_view(&phrase.out, ombud__plan_say(OMBUD__P_EVERY, sheet->lang));
            ombud__out_char(&phrase.out, ' ');
            ombud__out_number(&phrase.out, value[OMBUD__DUTY_EVERY].number);
            ombud__out_char(&phrase.out, ' ');
            ombud__out_z(&phrase.out, ombud__word_of_unit((ombud_unit)value[OMBUD__DUTY_EVERY].last,
                                                          value[OMBUD__DUTY_EVERY].number, OMBUD__VOICE(sheet->lang)));
        }
        for (size_t meeting = 0; meeting < ombud_plan_rows(plan, OMBUD_PLAN_MEETINGS); meeting++) {
            const ombud__plan_value *other = ombud__plan_rows_of(plan, OMBUD_PLAN_MEETINGS)->row[meeting].field;
            if (other[OMBUD__MEETING_DUTY].number == (int64_t)row) {
                ombud__out_z(&phrase.out, dated++ ? ", " : ombud__word_colon(OMBUD__VOICE(sheet->lang)));
                ombud__out_view(&phrase.out, other[OMBUD__MEETING_ON].text);
                size_t before = ombud__plan_meeting_before(plan, meeting);
                if (before != SIZE_MAX) {
                    ombud__out_z(&phrase.out, " (+");
                    ombud__out_number(
                        &phrase.out,
                        other[OMBUD__MEETING_ON].number -
                            ombud__plan_value_of(plan, OMBUD_PLAN_MEETINGS, before, OMBUD__MEETING_ON)->last);
                    ombud__out_char(&phrase.out, ')');
                }
            }
        }
        ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_PLAIN);
    }
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void show_findings(ombud__plan_sheet *sheet, const ombud_plan *plan, const ombud_plan_findings *findings)
{
    ombud_plan_fault fault = 0;
    ombud__phrase phrase;
    size_t count = ombud_plan_findings_count(findings);
    ombud__sheet_heading(sheet, ombud__plan_say(OMBUD__P_FINDINGS, sheet->lang));
    for (size_t i = 0; i < count; i++) {
        ombud_plan_finding finding = OMBUD_PLAN_FINDING_INIT;
        (void)ombud_plan_findings_get(findings, i, &finding);
        if (finding.fault != fault) {
            fault = finding.fault;
            ombud__sheet_line(sheet, ombud__plan_say((ombud__plan_word)(OMBUD__P_FAULTS + fault), sheet->lang),
                              OMBUD__LOOK_HEAD);
        }
        ombud__phrase_begin(&phrase);
        ombud__plan_say_finding(&phrase.out, plan, &finding, sheet->lang);
        ombud__sheet_line(sheet, ombud__phrase_end(&phrase), OMBUD__LOOK_PLAIN);
    }
    if (count == 0)
        ombud__sheet_line(sheet, ombud__plan_say(OMBUD__P_NO_FINDINGS, sheet->lang), OMBUD__LOOK_PLAIN);
}

void ombud__plan_page(ombud__plan_sheet *sheet, const ombud_plan *plan, const ombud_plan_findings *findings,
                      ombud_view title)
{
    ombud__sheet_begin(sheet, title.len ? title : ombud__plan_say(OMBUD__P_TITLE, sheet->lang));
    show_named(sheet, plan);
    show_printed(sheet, plan);
    show_coverage(sheet, plan);
    show_demands(sheet, plan);
    show_duties(sheet, plan);
    show_findings(sheet, plan, findings);
    ombud__sheet_end(sheet);
}
