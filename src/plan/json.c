/*
 * A plan as one JSON object: printed cells beside what is counted, coverage, demands, meetings, findings.
 */
#include "plan/page.h"

#include "render/json.h"

static void id_of(ombud__render_out *out, int *first, const char *key, const ombud_plan *plan, ombud_plan_table table,
                  size_t row)
{
    const ombud_view none = {"", 0};
    ombud__json_name(out, first, key,
                     row < ombud_plan_rows(plan, table) ? ombud__plan_value_of(plan, table, row, OMBUD__F_ID)->text
                                                        : none);
}

/* Between the objects of a list. */
static void next_object(ombud__render_out *out, int *some)
{
    ombud__render_z(out, *some ? ",{" : "{");
    *some = 1;
}

static void one_cell(ombud__render_out *out, const ombud_plan *plan, size_t column, size_t theme,
                     const ombud_plan_cell *cell)
{
    static const char *const rules[] = {"counted", "counted_one", "counted_all"};
    int first = 1;
    id_of(out, &first, "column", plan, OMBUD_PLAN_COLUMNS, column);
    id_of(out, &first, "theme", plan, OMBUD_PLAN_THEMES, theme);
    ombud__json_number(out, &first, "printed", cell->printed);
    if (cell->has_of)
        ombud__json_number(out, &first, "of", cell->of);
    for (size_t rule = 0; rule < 3; rule++)
        ombud__json_number(out, &first, rules[rule], cell->counted[rule]);
    ombud__json_text(out, &first, "verdict", ombud_view_of(ombud_plan_verdict_name(cell->verdict)));
    ombud__render_z(out, "}");
}

static void put_cells(ombud__render_out *out, const ombud_plan *plan)
{
    int some = 0;
    for (size_t column = 0; column < ombud_plan_rows(plan, OMBUD_PLAN_COLUMNS); column++) {
        for (size_t theme = 0; theme <= ombud_plan_rows(plan, OMBUD_PLAN_THEMES); theme++) {
            ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
            ombud__plan_compare(plan, ombud__plan_print_column(plan, column), column, theme, &cell);
            if (cell.has_printed) {
                next_object(out, &some);
                one_cell(out, plan, column, theme, &cell);
            }
        }
    }
}

static void put_uncovered(ombud__render_out *out, const ombud_plan *plan)
{
    int some = 0;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEASURES); row++) {
        if (ombud__plan_is_uncovered(plan, row)) {
            ombud__render_z(out, some ? "," : "");
            ombud__json_string(out, ombud__plan_value_of(plan, OMBUD_PLAN_MEASURES, row, OMBUD__F_ID)->text);
            some = 1;
        }
    }
}

static void put_demands(ombud__render_out *out, const ombud_plan *plan)
{
    const ombud__plan_field *status = &ombud__plan_schema_of(OMBUD_PLAN_DEMANDS)->fields[OMBUD__DEMAND_STATUS];
    int some = 0;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_RESOLUTIONS); row++) {
        int first = 1;
        next_object(out, &some);
        id_of(out, &first, "resolution", plan, OMBUD_PLAN_RESOLUTIONS, row);
        for (int64_t i = 0; status->choices[i]; i++)
            ombud__json_number(out, &first, status->choices[i], ombud__plan_demands(plan, row, i + 1));
        ombud__render_z(out, "}");
    }
}

static void put_meetings(ombud__render_out *out, const ombud_plan *plan)
{
    int some = 0;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEETINGS); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_MEETINGS)->row[row].field;
        size_t before = ombud__plan_meeting_before(plan, row);
        int first = 1;
        next_object(out, &some);
        id_of(out, &first, "meeting", plan, OMBUD_PLAN_MEETINGS, row);
        id_of(out, &first, "duty", plan, OMBUD_PLAN_DUTIES, (size_t)value[OMBUD__MEETING_DUTY].number);
        ombud__json_text(out, &first, "date", value[OMBUD__MEETING_ON].text);
        id_of(out, &first, "after", plan, OMBUD_PLAN_MEETINGS, before);
        if (before != SIZE_MAX)
            ombud__json_number(out, &first, "days",
                               value[OMBUD__MEETING_ON].number -
                                   ombud__plan_value_of(plan, OMBUD_PLAN_MEETINGS, before, OMBUD__MEETING_ON)->last);
        ombud__render_z(out, "}");
    }
}

static void put_findings(ombud__render_out *out, const ombud_plan *plan, const ombud_plan_findings *findings,
                         ombud_lang lang)
{
    ombud__phrase phrase;
    int some = 0;
    for (size_t i = 0; i < ombud_plan_findings_count(findings); i++) {
        ombud_plan_finding finding = OMBUD_PLAN_FINDING_INIT;
        int first = 1;
        (void)ombud_plan_findings_get(findings, i, &finding);
        next_object(out, &some);
        ombud__json_text(out, &first, "fault", ombud_view_of(ombud_plan_fault_name(finding.fault)));
        ombud__json_text(out, &first, "table", ombud_view_of(ombud_plan_table_name(finding.table)));
        id_of(out, &first, "row", plan, finding.table, finding.row);
        if (finding.others)
            id_of(out, &first, "other", plan, finding.others, finding.other);
        int days = finding.fault == OMBUD_PLAN_FAULT_EARLY || finding.fault == OMBUD_PLAN_FAULT_NO_MEETING;
        if (days) {
            ombud__json_day(out, &first, "printed", 1, finding.printed);
            ombud__json_day(out, &first, "computed", 1, finding.computed);
        } else {
            ombud__json_number(out, &first, "printed", finding.printed);
            ombud__json_number(out, &first, "computed", finding.computed);
        }
        ombud__phrase_begin(&phrase);
        ombud__plan_say_finding(&phrase.out, plan, &finding, lang);
        ombud__json_text(out, &first, "text", ombud__phrase_end(&phrase));
        ombud__render_z(out, "}");
    }
}

void ombud__plan_json(ombud__render_out *out, const ombud_plan *plan, const ombud_plan_findings *findings,
                      ombud_lang lang)
{
    ombud__render_z(out, "{\"cells\":[");
    put_cells(out, plan);
    ombud__render_z(out, "],\"uncovered\":[");
    put_uncovered(out, plan);
    ombud__render_z(out, "],\"demands\":[");
    put_demands(out, plan);
    ombud__render_z(out, "],\"meetings\":[");
    put_meetings(out, plan);
    ombud__render_z(out, "],\"findings\":[");
    put_findings(out, plan, findings, lang);
    ombud__render_z(out, "]}\n");
}
