/*
 * Everything in a plan that does not agree with itself. What is printed is never repaired, only told.
 */
#include "plan/plan.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/sized.h"

#define FINDINGS_MAX ((size_t)100000)

struct ombud_plan_findings {
    ombud_alloc alloc;
    ombud__pool pool;
    ombud_plan_finding *list;
    size_t count, room;
};

/* A printed cell beside what is counted. */
typedef struct seen_cell {
    size_t column, theme, print;
    ombud_plan_cell cell;
} seen_cell;

typedef struct check {
    const ombud_plan *plan;
    ombud_plan_findings *into;
    ombud__pool scratch;
    seen_cell *cells; /* all that are printed, the total after the themes of its column */
    size_t count, room;
    int failed, full;
} check;

static void add_with(check *c, ombud_plan_fault fault, ombud_plan_table table, size_t row, ombud_plan_table others,
                     size_t other, int64_t printed, int64_t computed)
{
    void *array = c->into->list;
    ombud_plan_finding *f = c->failed ? NULL
                                      : ombud__pool_push(&c->into->pool, &array, &c->into->count, &c->into->room,
                                                         sizeof *f, FINDINGS_MAX, &c->full);
    c->into->list = array;
    c->failed = c->failed || !f;
    if (f) {
        const ombud_plan_finding found = {(uint32_t)sizeof found, fault, table, others, row, other, printed, computed};
        *f = found;
    }
}

static void add(check *c, ombud_plan_fault fault, ombud_plan_table table, size_t row, int64_t printed, int64_t computed)
{
    add_with(c, fault, table, row, 0, 0, printed, computed);
}

static size_t rows_of(const check *c, ombud_plan_table table)
{
    return ombud_plan_rows(c->plan, table);
}

static const ombud__plan_value *row_of(const check *c, ombud_plan_table table, size_t row)
{
    return ombud__plan_rows_of(c->plan, table)->row[row].field;
}

/* ---- what is printed --------------------------------------------------------------------------------------------- */

static void check_sums(check *c)
{
    size_t themes = rows_of(c, OMBUD_PLAN_THEMES);
    for (size_t column = 0; column < rows_of(c, OMBUD_PLAN_COLUMNS); column++) {
        size_t total = ombud__plan_print_of(c->plan, column, themes), cells = 0;
        int64_t sum = 0;
        for (size_t theme = 0; theme < themes; theme++) {
            size_t print = ombud__plan_print_of(c->plan, column, theme);
            if (print != SIZE_MAX) {
                sum += row_of(c, OMBUD_PLAN_PRINTED, print)[OMBUD__PRINTED_VALUE].number;
                cells++;
            }
        }
        if (total != SIZE_MAX && cells > 0 && row_of(c, OMBUD_PLAN_PRINTED, total)[OMBUD__PRINTED_VALUE].number != sum)
            add(c, OMBUD_PLAN_FAULT_SUM, OMBUD_PLAN_PRINTED, total,
                row_of(c, OMBUD_PLAN_PRINTED, total)[OMBUD__PRINTED_VALUE].number, sum);
    }
}

static void compare_cells(check *c)
{
    for (size_t column = 0; column < rows_of(c, OMBUD_PLAN_COLUMNS); column++) {
        for (size_t theme = 0; theme <= rows_of(c, OMBUD_PLAN_THEMES); theme++) {
            size_t print = ombud__plan_print_of(c->plan, column, theme);
            void *array = c->cells;
            seen_cell *cell =
                print == SIZE_MAX ? NULL : ombud__pool_add(&c->scratch, &array, &c->count, &c->room, sizeof *cell);
            c->cells = array;
            c->failed = c->failed || (print != SIZE_MAX && !cell);
            if (cell) {
                cell->column = column;
                cell->theme = theme;
                cell->print = print;
                ombud__plan_compare(c->plan, column, column, theme, &cell->cell);
            }
        }
    }
}

static void each_cell(check *c, void (*each)(check *c, const seen_cell *seen))
{
    for (size_t i = 0; i < c->count; i++)
        each(c, &c->cells[i]);
}

static void check_of(check *c, const seen_cell *seen)
{
    if (seen->cell.has_of && seen->cell.of != seen->cell.measures)
        add(c, OMBUD_PLAN_FAULT_OF, OMBUD_PLAN_PRINTED, seen->print, seen->cell.of, seen->cell.measures);
}

static void check_cell(check *c, const seen_cell *seen)
{
    if (seen->theme < rows_of(c, OMBUD_PLAN_THEMES) && seen->cell.verdict == OMBUD_PLAN_CONTRADICTS)
        add(c, OMBUD_PLAN_FAULT_CELL, OMBUD_PLAN_PRINTED, seen->print, seen->cell.printed,
            seen->cell.counted[OMBUD_PLAN_RULE_NONE]);
}

static void check_total(check *c, const seen_cell *seen)
{
    if (seen->theme == rows_of(c, OMBUD_PLAN_THEMES) && seen->cell.verdict == OMBUD_PLAN_CONTRADICTS)
        add(c, OMBUD_PLAN_FAULT_TOTAL, OMBUD_PLAN_PRINTED, seen->print, seen->cell.printed,
            seen->cell.counted[OMBUD_PLAN_RULE_NONE]);
}

/* A column that claims to be whole and that no rule gives, in all its themes. */
static void check_columns(check *c)
{
    for (size_t column = 0; column < rows_of(c, OMBUD_PLAN_COLUMNS); column++) {
        int64_t cells = 0, given = 0;
        if (row_of(c, OMBUD_PLAN_COLUMNS, column)[OMBUD__COLUMN_COMPLETE].number != OMBUD__MARKED)
            continue;
        for (size_t theme = 0; theme < rows_of(c, OMBUD_PLAN_THEMES); theme++) {
            ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
            ombud__plan_compare(c->plan, ombud__plan_print_column(c->plan, column), column, theme, &cell);
            cells += cell.verdict > OMBUD_PLAN_NOT_COUNTED;
            given += cell.verdict == OMBUD_PLAN_EQUAL || cell.verdict == OMBUD_PLAN_BY_RULE;
        }
        if (given < cells)
            add(c, OMBUD_PLAN_FAULT_COLUMN, OMBUD_PLAN_COLUMNS, column, cells, given);
    }
}

/* The number that each row of a table announces, beside how many rows of another name it in a field. */
static void compare_announced(check *c, ombud_plan_fault fault, ombud_plan_table table, int field,
                              ombud_plan_table counted, int names)
{
    for (size_t row = 0; row < rows_of(c, table); row++) {
        const ombud__plan_value *announced = &row_of(c, table, row)[field];
        int64_t there = 0;
        for (size_t other = 0; other < rows_of(c, counted); other++)
            there += row_of(c, counted, other)[names].number == (int64_t)row;
        if (announced->text.len && announced->number != there)
            add(c, fault, table, row, announced->number, there);
    }
}

static void check_announced(check *c)
{
    compare_announced(c, OMBUD_PLAN_FAULT_ANNOUNCED, OMBUD_PLAN_THEMES, OMBUD__THEME_MEASURES, OMBUD_PLAN_MEASURES,
                      OMBUD__MEASURE_THEME);
    compare_announced(c, OMBUD_PLAN_FAULT_ANNOUNCED, OMBUD_PLAN_RESOLUTIONS, OMBUD__RESOLUTION_DEMANDS,
                      OMBUD_PLAN_DEMANDS, OMBUD__DEMAND_RESOLUTION);
}

/* ---- themes that are closed, texts, demands ---------------------------------------------------------------------- */

/* Whether a theme is closed to every category of a column. */
static int closed_to_column(const check *c, size_t theme, size_t column)
{
    const ombud__plan_value *closed = &row_of(c, OMBUD_PLAN_THEMES, theme)[OMBUD__THEME_CLOSED];
    const ombud__plan_value *categories = &row_of(c, OMBUD_PLAN_COLUMNS, column)[OMBUD__COLUMN_CATEGORIES];
    for (size_t i = 0; i < categories->count; i++) {
        if (!ombud__plan_holds(c->plan, OMBUD_PLAN_THEMES, closed,
                               ombud__plan_listed(c->plan, OMBUD_PLAN_COLUMNS, categories, i)))
            return 0;
    }
    return categories->count > 0;
}

static void check_closed(check *c, const seen_cell *seen)
{
    if (seen->theme < rows_of(c, OMBUD_PLAN_THEMES) && seen->cell.printed > 0 &&
        closed_to_column(c, seen->theme, seen->column))
        add_with(c, OMBUD_PLAN_FAULT_CLOSED, OMBUD_PLAN_PRINTED, seen->print, OMBUD_PLAN_THEMES, seen->theme,
                 seen->cell.printed, 0);
}

static void check_closed_links(check *c)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_CONTRIBUTIONS); row++) {
        int64_t category = row_of(c, OMBUD_PLAN_CONTRIBUTIONS, row)[OMBUD__CONTRIBUTION_CATEGORY].number;
        for (size_t theme = 0; theme < rows_of(c, OMBUD_PLAN_THEMES); theme++) {
            const ombud__plan_value *closed = &row_of(c, OMBUD_PLAN_THEMES, theme)[OMBUD__THEME_CLOSED];
            if (ombud__plan_holds(c->plan, OMBUD_PLAN_THEMES, closed, category) &&
                ombud__plan_is_of_theme(c->plan, row, theme))
                add_with(c, OMBUD_PLAN_FAULT_CLOSED, OMBUD_PLAN_CONTRIBUTIONS, row, OMBUD_PLAN_THEMES, theme, 1, 0);
        }
    }
}

static void check_texts(check *c, ombud_plan_fault fault, int64_t wanted)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_MEASURES); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_MEASURES, row);
        if (value[OMBUD__MEASURE_TEXT].number == wanted)
            add_with(c, fault, OMBUD_PLAN_MEASURES, row, value[OMBUD__MEASURE_LIKE].text.len ? OMBUD_PLAN_MEASURES : 0,
                     (size_t)value[OMBUD__MEASURE_LIKE].number, 0, 0);
    }
}

static void check_demands(check *c, ombud_plan_fault fault)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_DEMANDS); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_DEMANDS, row);
        if (fault == OMBUD_PLAN_FAULT_NO_RESPONSE ? value[OMBUD__DEMAND_STATUS].number == OMBUD__STATUS_NO_RESPONSE
                                                  : value[OMBUD__DEMAND_NUMBER].text.len == 0)
            add(c, fault, OMBUD_PLAN_DEMANDS, row, 0, 0);
    }
}

/* ---- actions and the lists of their resolutions ------------------------------------------------------------------ */

static void check_unlisted(check *c)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_ACTIONS); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_ACTIONS, row);
        const ombud__plan_value *measures = &value[OMBUD__ACTION_MEASURES];
        for (size_t i = 0; i < measures->count && value[OMBUD__ACTION_RESOLUTION].text.len; i++) {
            int64_t measure = ombud__plan_listed(c->plan, OMBUD_PLAN_ACTIONS, measures, i);
            size_t resolution = (size_t)value[OMBUD__ACTION_RESOLUTION].number;
            if (!ombud__plan_holds(c->plan, OMBUD_PLAN_RESOLUTIONS,
                                   &row_of(c, OMBUD_PLAN_RESOLUTIONS, resolution)[OMBUD__RESOLUTION_MEASURES], measure))
                add_with(c, OMBUD_PLAN_FAULT_UNLISTED, OMBUD_PLAN_ACTIONS, row, OMBUD_PLAN_MEASURES, (size_t)measure, 0,
                         0);
        }
    }
}

/* Whether an action under a resolution names a measure. */
static int is_acted_on(const check *c, size_t resolution, size_t measure)
{
    const ombud__plan_rows *actions = ombud__plan_rows_of(c->plan, OMBUD_PLAN_ACTIONS);
    for (uint32_t i = actions->measures.at[measure]; i < actions->measures.at[measure + 1]; i++) {
        const ombud__plan_value *of = &actions->row[actions->measures.by[i]].field[OMBUD__ACTION_RESOLUTION];
        if (of->text.len && of->number == (int64_t)resolution)
            return 1;
    }
    return 0;
}

static void check_no_action(check *c)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_RESOLUTIONS) && rows_of(c, OMBUD_PLAN_ACTIONS) > 0; row++) {
        const ombud__plan_value *measures = &row_of(c, OMBUD_PLAN_RESOLUTIONS, row)[OMBUD__RESOLUTION_MEASURES];
        for (size_t i = 0; i < measures->count; i++) {
            size_t measure = (size_t)ombud__plan_listed(c->plan, OMBUD_PLAN_RESOLUTIONS, measures, i);
            if (!is_acted_on(c, row, measure))
                add_with(c, OMBUD_PLAN_FAULT_NO_ACTION, OMBUD_PLAN_RESOLUTIONS, row, OMBUD_PLAN_MEASURES, measure, 0,
                         0);
        }
    }
}

/* ---- what recurs ------------------------------------------------------------------------------------------------- */

/* A period on from a day. 0 if that leaves the calendar. */
static int period_after(ombud_day start, int64_t count, int64_t unit, ombud_day *next)
{
    const ombud_period period = {(int32_t)count, (ombud_unit)unit};
    return count <= 9999 && ombud_day_add(start, period, next) == OMBUD_OK;
}

/*
 * Where the next of the periods from `start` on begins, of which the present one, counted from 1, begins on `first`.
 * Months and years are counted from the start, so that a 31st does not become a 28th for good.
 */
static int next_period(ombud_day start, ombud_day first, const ombud__plan_value *every, int64_t times, ombud_day *next)
{
    int64_t all = every->number * times;
    if (every->last == OMBUD_UNIT_DAYS || every->last == OMBUD_UNIT_WEEKS)
        return period_after(first, every->number, every->last, next);
    if (every->last == OMBUD_UNIT_MONTHS && all > 9999)
        return period_after(start, all / 12, OMBUD_UNIT_YEARS, next) &&
               period_after(*next, all % 12, OMBUD_UNIT_MONTHS, next);
    return period_after(start, all, every->last, next);
}

static int is_dated_in(const check *c, size_t duty, ombud_day first, ombud_day last)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_MEETINGS); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_MEETINGS, row);
        if (value[OMBUD__MEETING_DUTY].number == (int64_t)duty && value[OMBUD__MEETING_ON].number <= last &&
            value[OMBUD__MEETING_ON].last >= first)
            return 1;
    }
    return 0;
}

/* Whole periods between the first and the last day of a duty in which nothing is dated. */
static void check_periods(check *c)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_DUTIES); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_DUTIES, row);
        const ombud__plan_value *every = &value[OMBUD__DUTY_EVERY], *from = &value[OMBUD__DUTY_FROM];
        ombud_day first = from->number, next;
        if (!every->text.len || !from->text.len || !value[OMBUD__DUTY_TO].text.len)
            continue;
        for (int64_t times = 1; !c->failed && next_period(from->number, first, every, times, &next) &&
                                next - 1 <= value[OMBUD__DUTY_TO].last;
             times++) {
            if (!is_dated_in(c, row, first, next - 1))
                add(c, OMBUD_PLAN_FAULT_NO_MEETING, OMBUD_PLAN_DUTIES, row, first, next - 1);
            first = next;
        }
    }
}

size_t ombud__plan_meeting_before(const ombud_plan *plan, size_t meeting)
{
    const ombud__plan_row *rows = ombud__plan_rows_of(plan, OMBUD_PLAN_MEETINGS)->row;
    const ombud__plan_value *value = rows[meeting].field;
    size_t before = SIZE_MAX;
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEETINGS); row++) {
        const ombud__plan_value *other = rows[row].field;
        if (other[OMBUD__MEETING_DUTY].number == value[OMBUD__MEETING_DUTY].number &&
            other[OMBUD__MEETING_ON].last < value[OMBUD__MEETING_ON].number &&
            (before == SIZE_MAX || other[OMBUD__MEETING_ON].last > rows[before].field[OMBUD__MEETING_ON].last))
            before = row;
    }
    return before;
}

static void check_meetings(check *c, ombud_plan_fault fault)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_MEETINGS); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_MEETINGS, row), *on = &value[OMBUD__MEETING_ON];
        const ombud__plan_value *duty = row_of(c, OMBUD_PLAN_DUTIES, (size_t)value[OMBUD__MEETING_DUTY].number);
        ombud_day next;
        if (fault == OMBUD_PLAN_FAULT_EARLY) {
            if (duty[OMBUD__DUTY_CREATED].text.len && on->last < duty[OMBUD__DUTY_CREATED].number)
                add(c, fault, OMBUD_PLAN_MEETINGS, row, duty[OMBUD__DUTY_CREATED].number, on->number);
            continue;
        }
        size_t before = duty[OMBUD__DUTY_EVERY].text.len ? ombud__plan_meeting_before(c->plan, row) : SIZE_MAX;
        if (before != SIZE_MAX) {
            ombud_day earlier = row_of(c, OMBUD_PLAN_MEETINGS, before)[OMBUD__MEETING_ON].last;
            if (next_period(earlier, earlier, &duty[OMBUD__DUTY_EVERY], 1, &next) && next < on->number)
                add_with(c, fault, OMBUD_PLAN_MEETINGS, row, OMBUD_PLAN_MEETINGS, before, next - earlier,
                         on->number - earlier);
        }
    }
}

static void check_number_of_meetings(check *c)
{
    compare_announced(c, OMBUD_PLAN_FAULT_MEETINGS, OMBUD_PLAN_DUTIES, OMBUD__DUTY_ANNOUNCED, OMBUD_PLAN_MEETINGS,
                      OMBUD__MEETING_DUTY);
}

/* ---- figures of the text ----------------------------------------------------------------------------------------- */

/* A quotient in hundredths, rounded to the nearest. */
static int64_t hundredths(int64_t part, int64_t whole)
{
    int64_t twice = part * 200 / whole;
    return (twice + (twice < 0 ? -1 : 1)) / 2;
}

static void check_figures(check *c)
{
    for (size_t row = 0; row < rows_of(c, OMBUD_PLAN_FIGURES); row++) {
        const ombud__plan_value *value = row_of(c, OMBUD_PLAN_FIGURES, row), *parts = &value[OMBUD__FIGURE_PARTS];
        int64_t printed = value[OMBUD__FIGURE_VALUE].number, computed = 0;
        int64_t how = value[OMBUD__FIGURE_HOW].number;
        for (size_t i = 0; i < parts->count && how == OMBUD__HOW_SUM; i++)
            computed += ombud__plan_listed(c->plan, OMBUD_PLAN_FIGURES, parts, i);
        if (how != OMBUD__HOW_SUM) {
            int64_t first = ombud__plan_listed(c->plan, OMBUD_PLAN_FIGURES, parts, 0);
            int64_t second = ombud__plan_listed(c->plan, OMBUD_PLAN_FIGURES, parts, 1);
            computed =
                how == OMBUD__HOW_QUOTIENT ? hundredths(first, second) : hundredths((second - first) * 100, first);
            printed *= 100;
        }
        if (printed != computed)
            add(c, OMBUD_PLAN_FAULT_FIGURE, OMBUD_PLAN_FIGURES, row, printed, computed);
    }
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static void check_all(check *c)
{
    compare_cells(c);
    check_sums(c);
    each_cell(c, check_of);
    check_announced(c);
    each_cell(c, check_cell);
    check_columns(c);
    each_cell(c, check_closed);
    check_closed_links(c);
    check_texts(c, OMBUD_PLAN_FAULT_TEXT, OMBUD__TEXT_WRONG);
    check_texts(c, OMBUD_PLAN_FAULT_REPEATED, OMBUD__TEXT_REPEATED);
    check_demands(c, OMBUD_PLAN_FAULT_NO_RESPONSE);
    check_demands(c, OMBUD_PLAN_FAULT_NO_NUMBER);
    check_unlisted(c);
    check_no_action(c);
    check_meetings(c, OMBUD_PLAN_FAULT_EARLY);
    check_meetings(c, OMBUD_PLAN_FAULT_INTERVAL);
    check_periods(c);
    check_number_of_meetings(c);
    check_figures(c);
    each_cell(c, check_total);
}

ombud_status ombud_plan_check(const ombud_plan *plan, ombud_plan_findings **out, ombud_error *err)
{
    if (!plan || !out)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a plan and a place for the findings are needed", "pass both");
    ombud_plan_findings *findings = ombud__alloc(&plan->alloc, sizeof *findings);
    check c = {.plan = plan, .into = findings};
    ombud__pool_init(&c.scratch, &plan->alloc);
    if (findings) {
        memset(findings, 0, sizeof *findings);
        findings->alloc = plan->alloc;
        ombud__pool_init(&findings->pool, &plan->alloc);
        check_all(&c);
    }
    ombud__pool_free(&c.scratch);
    if (!findings || c.failed) {
        ombud_plan_findings_free(findings);
        return c.full
                   ? ombud__fail(err, OMBUD_E_LIMIT, "more than 100000 things do not agree", "check the plan in parts")
                   : ombud__fail_no_memory(err);
    }
    *out = findings;
    return OMBUD_OK;
}

void ombud_plan_findings_free(ombud_plan_findings *findings)
{
    if (findings) {
        const ombud_alloc alloc = findings->alloc;
        ombud__pool_free(&findings->pool);
        ombud__free(&alloc, findings, sizeof *findings);
    }
}

size_t ombud_plan_findings_count(const ombud_plan_findings *findings)
{
    return findings ? findings->count : 0;
}

ombud_status ombud_plan_findings_get(const ombud_plan_findings *findings, size_t index, ombud_plan_finding *out)
{
    if (!findings || !out)
        return OMBUD_E_ARGUMENT;
    return index < findings->count ? OMBUD__GIVE(out, ombud_plan_finding, findings->list[index], computed)
                                   : OMBUD_E_NOT_FOUND;
}

const char *ombud_plan_fault_name(ombud_plan_fault fault)
{
    static const char *const names[] = {"?",          "sum",      "of",        "announced", "cell",
                                        "column",     "closed",   "text",      "repeated",  "no_response",
                                        "no_number",  "unlisted", "no_action", "early",     "interval",
                                        "no_meeting", "meetings", "figure",    "total"};
    return names[fault >= OMBUD_PLAN_FAULT_SUM && fault <= OMBUD_PLAN_FAULT_TOTAL ? fault : 0];
}
