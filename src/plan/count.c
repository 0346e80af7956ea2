/*
 * Counting what contributions, resolutions and actions name, and comparing printed cells with it.
 */
#include "plan/plan.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/sized.h"

#define ANY SIZE_MAX

/* A question as the counters want it: of a host, or of a column. Lists of a column are NULL if it has none. */
typedef struct asked {
    const ombud_plan *plan;
    int64_t counts, rule;
    size_t theme, measure;      /* ANY */
    size_t category;            /* ANY */
    int64_t from_year, to_year; /* 0 is any */
    const ombud__plan_value *categories, *years, *resolutions;
} asked;

static int has_row(const asked *a, ombud_plan_table table, size_t row, int field, size_t wanted)
{
    return ombud__plan_holds(a->plan, table, ombud__plan_value_of(a->plan, table, row, field), (int64_t)wanted);
}

/* Where years are asked about: a host by the first and the last, a column by a list. */
static int year_asked(const asked *a, int64_t year)
{
    return a->years ? ombud__plan_holds(a->plan, OMBUD_PLAN_COLUMNS, a->years, year)
                    : year >= a->from_year && year <= a->to_year;
}

static int category_asked(const asked *a, int64_t category)
{
    return (a->category == ANY || (int64_t)a->category == category) &&
           (!a->categories || ombud__plan_holds(a->plan, OMBUD_PLAN_COLUMNS, a->categories, category));
}

/* Whether a contribution is one of those asked about, its theme and measures aside. */
static int contribution_asked(const asked *a, size_t row)
{
    const ombud__plan_value *value = ombud__plan_rows_of(a->plan, OMBUD_PLAN_CONTRIBUTIONS)->row[row].field;
    const ombud__plan_value *years = &value[OMBUD__CONTRIBUTION_YEARS];
    int good = !a->from_year && !a->years;
    for (size_t i = 0; i < years->count && !good; i++)
        good = year_asked(a, ombud__plan_listed(a->plan, OMBUD_PLAN_CONTRIBUTIONS, years, i));
    return good && category_asked(a, value[OMBUD__CONTRIBUTION_CATEGORY].number);
}

static int32_t year_of(ombud_day day)
{
    int32_t year = 0;
    (void)ombud_day_civil(day, &year, NULL, NULL);
    return year;
}

static int action_asked(const asked *a, size_t row)
{
    const ombud__plan_value *value = ombud__plan_rows_of(a->plan, OMBUD_PLAN_ACTIONS)->row[row].field;
    const ombud__plan_value *from = &value[OMBUD__ACTION_FROM], *to = &value[OMBUD__ACTION_TO];
    int good = !a->from_year && !a->years;
    if (!good && from->text.len) {
        int32_t last = year_of(to->text.len ? to->last : from->last);
        for (int32_t year = year_of(from->number); year <= last && !good; year++)
            good = year_asked(a, year);
    }
    if (a->category != ANY || a->categories)
        good =
            good && value[OMBUD__ACTION_CATEGORY].text.len && category_asked(a, value[OMBUD__ACTION_CATEGORY].number);
    return good && (!a->resolutions || (value[OMBUD__ACTION_RESOLUTION].text.len &&
                                        ombud__plan_holds(a->plan, OMBUD_PLAN_COLUMNS, a->resolutions,
                                                          value[OMBUD__ACTION_RESOLUTION].number)));
}

int ombud__plan_is_of_theme(const ombud_plan *plan, size_t contribution, size_t theme)
{
    return (int)(ombud__plan_rows_of(plan, OMBUD_PLAN_CONTRIBUTIONS)->themes[contribution] >> theme & 1u);
}

static int is_theme_only(const ombud_plan *plan, size_t row)
{
    return ombud__plan_value_of(plan, OMBUD_PLAN_CONTRIBUTIONS, row, OMBUD__CONTRIBUTION_LINK)->number ==
           OMBUD__LINK_THEME;
}

/* Whether anything of the table asked about names a measure. */
static int is_named(const asked *a, size_t measure)
{
    ombud_plan_table table = a->counts == OMBUD_PLAN_COUNTS_LINKED  ? OMBUD_PLAN_RESOLUTIONS
                             : a->counts == OMBUD_PLAN_COUNTS_ACTED ? OMBUD_PLAN_ACTIONS
                                                                    : OMBUD_PLAN_CONTRIBUTIONS;
    const ombud__plan_rows *rows = ombud__plan_rows_of(a->plan, table);
    if (!rows->loaded)
        return 0;
    for (uint32_t i = rows->measures.at[measure]; i < rows->measures.at[measure + 1]; i++) {
        size_t row = rows->measures.by[i];
        if (table == OMBUD_PLAN_ACTIONS ? action_asked(a, row)
            : table == OMBUD_PLAN_CONTRIBUTIONS
                ? contribution_asked(a, row)
                : !a->resolutions || ombud__plan_holds(a->plan, OMBUD_PLAN_COLUMNS, a->resolutions, (int64_t)row))
            return 1;
    }
    return 0;
}

/* Measures of one theme, by the rule for contributions that name it alone. */
static int64_t measures_of(const asked *a, size_t theme)
{
    size_t rows = ombud_plan_rows(a->plan, OMBUD_PLAN_MEASURES);
    size_t from = a->measure == ANY ? 0 : a->measure, to = a->measure == ANY ? rows : a->measure + 1;
    int64_t named = 0, all = 0;
    int theme_only = 0;
    for (size_t measure = from; measure < to; measure++) {
        if (ombud__plan_value_of(a->plan, OMBUD_PLAN_MEASURES, measure, OMBUD__MEASURE_THEME)->number ==
            (int64_t)theme) {
            all++;
            named += is_named(a, measure);
        }
    }
    if (a->counts != OMBUD_PLAN_COUNTS_MEASURES || a->rule == OMBUD_PLAN_RULE_NONE || all == 0)
        return named;
    rows = ombud_plan_rows(a->plan, OMBUD_PLAN_CONTRIBUTIONS);
    for (size_t row = 0; row < rows && !theme_only; row++)
        theme_only =
            is_theme_only(a->plan, row) && contribution_asked(a, row) && ombud__plan_is_of_theme(a->plan, row, theme);
    return !theme_only ? named : a->rule == OMBUD_PLAN_RULE_ALL ? all : named > 0 ? named : 1;
}

static int counts_here(const asked *a, size_t row)
{
    return contribution_asked(a, row) && (a->theme == ANY || ombud__plan_is_of_theme(a->plan, row, a->theme)) &&
           (a->measure == ANY || has_row(a, OMBUD_PLAN_CONTRIBUTIONS, row, OMBUD__CONTRIBUTION_MEASURES, a->measure));
}

static int64_t contributions(const asked *a)
{
    int64_t sum = 0;
    for (size_t row = 0; row < ombud_plan_rows(a->plan, OMBUD_PLAN_CONTRIBUTIONS); row++)
        sum += counts_here(a, row);
    return sum;
}

static int64_t actors(const asked *a)
{
    const ombud__plan_rows *rows = ombud__plan_rows_of(a->plan, OMBUD_PLAN_CONTRIBUTIONS);
    size_t known = rows->loaded ? ombud_plan_rows(a->plan, OMBUD_PLAN_ACTORS) : 0;
    int64_t sum = 0;
    for (size_t actor = 0; actor < known; actor++) {
        int counted = 0;
        for (uint32_t i = rows->actors.at[actor]; i < rows->actors.at[actor + 1] && !counted; i++)
            counted = counts_here(a, rows->actors.by[i]);
        sum += counted;
    }
    return sum;
}

static int64_t count(const asked *a)
{
    int64_t sum = 0;
    if (a->counts == OMBUD_PLAN_COUNTS_CONTRIBUTIONS)
        return contributions(a);
    if (a->counts == OMBUD_PLAN_COUNTS_ACTORS)
        return actors(a);
    if (a->theme != ANY)
        return measures_of(a, a->theme);
    for (size_t theme = 0; theme < ombud_plan_rows(a->plan, OMBUD_PLAN_THEMES); theme++)
        sum += measures_of(a, theme);
    return sum;
}

ombud_status ombud_plan_count(const ombud_plan *plan, const ombud_plan_question *question, int64_t *out,
                              ombud_error *err)
{
    ombud_plan_question q = OMBUD_PLAN_QUESTION_INIT;
    if (!plan || !out)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a plan and a place for the number are needed", "pass both");
    ombud_status status = ombud__take_sized(&q, sizeof q, OMBUD__END_OF(ombud_plan_question, measure), question);
    if (status != OMBUD_OK)
        return ombud__fail(err, status, "the question cannot be read", "begin it with OMBUD_PLAN_QUESTION_INIT");
    if (q.counts < OMBUD_PLAN_COUNTS_MEASURES || q.counts > OMBUD_PLAN_COUNTS_ACTED || q.rule < OMBUD_PLAN_RULE_NONE ||
        q.rule > OMBUD_PLAN_RULE_ALL || q.to_year < q.from_year || (q.from_year == 0) != (q.to_year == 0) ||
        q.from_year < 0)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "what is counted, the rule or the years are out of range",
                           "ombud/plan.h lists them; both years or none, the first not after the last");
    if ((q.has_theme && q.theme >= ombud_plan_rows(plan, OMBUD_PLAN_THEMES)) ||
        (q.has_category && q.category >= ombud_plan_rows(plan, OMBUD_PLAN_CATEGORIES)) ||
        (q.has_measure && q.measure >= ombud_plan_rows(plan, OMBUD_PLAN_MEASURES)))
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "a row that is asked about is not there",
                           "ask the plan how many there are");
    const asked a = {plan,
                     q.counts,
                     q.rule,
                     q.has_theme ? q.theme : ANY,
                     q.has_measure ? q.measure : ANY,
                     q.has_category ? q.category : ANY,
                     q.from_year,
                     q.to_year,
                     NULL,
                     NULL,
                     NULL};
    *out = count(&a);
    return OMBUD_OK;
}

/* ---- printed cells ----------------------------------------------------------------------------------------------- */

size_t ombud__plan_print_column(const ombud_plan *plan, size_t column)
{
    const ombud__plan_value *like = ombud__plan_value_of(plan, OMBUD_PLAN_COLUMNS, column, OMBUD__COLUMN_LIKE);
    return like->text.len ? (size_t)like->number : column;
}

size_t ombud__plan_print_of(const ombud_plan *plan, size_t column, size_t theme)
{
    int total = theme == ombud_plan_rows(plan, OMBUD_PLAN_THEMES);
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_PRINTED); row++) {
        const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_PRINTED)->row[row].field;
        int same = total ? value[OMBUD__PRINTED_THEME].text.len == 0
                         : value[OMBUD__PRINTED_THEME].text.len && value[OMBUD__PRINTED_THEME].number == (int64_t)theme;
        if (same && value[OMBUD__PRINTED_COLUMN].number == (int64_t)column)
            return row;
    }
    return SIZE_MAX;
}

static ombud_plan_verdict judged(const ombud_plan_cell *cell, int complete)
{
    int64_t named = cell->counted[OMBUD_PLAN_RULE_NONE];
    if (named == cell->printed)
        return OMBUD_PLAN_EQUAL;
    if (named < cell->printed &&
        (cell->counted[OMBUD_PLAN_RULE_ONE] == cell->printed || cell->counted[OMBUD_PLAN_RULE_ALL] == cell->printed))
        return OMBUD_PLAN_BY_RULE;
    return named > cell->printed || complete ? OMBUD_PLAN_CONTRADICTS : OMBUD_PLAN_BELOW;
}

static const ombud__plan_value *unless_empty(const ombud__plan_value *value)
{
    return value->count ? value : NULL;
}

void ombud__plan_compare(const ombud_plan *plan, size_t column, size_t by, size_t theme, ombud_plan_cell *out)
{
    const ombud__plan_value *value = ombud__plan_rows_of(plan, OMBUD_PLAN_COLUMNS)->row[by].field;
    size_t themes = ombud_plan_rows(plan, OMBUD_PLAN_THEMES);
    size_t print = ombud__plan_print_of(plan, column, theme);
    asked a = {plan,
               value[OMBUD__COLUMN_COUNTS].number,
               OMBUD_PLAN_RULE_NONE,
               theme == themes ? ANY : theme,
               ANY,
               ANY,
               0,
               0,
               unless_empty(&value[OMBUD__COLUMN_CATEGORIES]),
               unless_empty(&value[OMBUD__COLUMN_YEARS]),
               unless_empty(&value[OMBUD__COLUMN_RESOLUTIONS])};
    if (print != SIZE_MAX) {
        const ombud__plan_value *printed = ombud__plan_rows_of(plan, OMBUD_PLAN_PRINTED)->row[print].field;
        out->has_printed = 1;
        out->printed = printed[OMBUD__PRINTED_VALUE].number;
        out->has_of = printed[OMBUD__PRINTED_OF].text.len != 0;
        out->of = printed[OMBUD__PRINTED_OF].number;
    }
    for (size_t row = 0; row < ombud_plan_rows(plan, OMBUD_PLAN_MEASURES); row++)
        out->measures +=
            theme == themes ||
            ombud__plan_value_of(plan, OMBUD_PLAN_MEASURES, row, OMBUD__MEASURE_THEME)->number == (int64_t)theme;
    for (a.rule = OMBUD_PLAN_RULE_NONE; a.rule <= OMBUD_PLAN_RULE_ALL; a.rule++) {
        int once = a.rule > OMBUD_PLAN_RULE_NONE && a.counts != OMBUD_PLAN_COUNTS_MEASURES;
        out->counted[a.rule] = once ? out->counted[OMBUD_PLAN_RULE_NONE] : count(&a);
    }
    int dated = a.years || a.counts >= OMBUD_PLAN_COUNTS_LINKED;
    out->verdict = !out->has_printed ? OMBUD_PLAN_NOT_PRINTED
                   : !dated          ? OMBUD_PLAN_NOT_COUNTED
                                     : judged(out, value[OMBUD__COLUMN_COMPLETE].number == OMBUD__MARKED);
}

ombud_status ombud_plan_compare(const ombud_plan *plan, size_t column, size_t theme, ombud_plan_cell *out,
                                ombud_error *err)
{
    ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
    if (!plan || !out || ombud__size_of_sized(out) < OMBUD__END_OF(ombud_plan_cell, counted))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a plan and a place for the cell are needed",
                           "pass both; begin the cell with OMBUD_PLAN_CELL_INIT");
    if (column >= ombud_plan_rows(plan, OMBUD_PLAN_COLUMNS) || theme > ombud_plan_rows(plan, OMBUD_PLAN_THEMES))
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "there is no such column or theme",
                           "ask the plan how many there are");
    ombud__plan_compare(plan, ombud__plan_print_column(plan, column), column, theme, &cell);
    return OMBUD__GIVE(out, ombud_plan_cell, cell, counted);
}

const char *ombud_plan_verdict_name(ombud_plan_verdict verdict)
{
    static const char *const names[] = {"not_printed", "not_counted", "equal", "by_rule", "below", "contradicts"};
    return verdict >= OMBUD_PLAN_NOT_PRINTED && verdict <= OMBUD_PLAN_CONTRADICTS ? names[verdict] : "?";
}
