/*
 * A plan: loading its tables, counting by each rule, cells beside what is counted, every fault, bad input of every kind
 * with its place, no memory at every request, and the faces.
 */
#include "faulty.h"
#include "small_plan.h"

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static void rows_and_labels(void **state)
{
    (void)state;
    ombud_plan *plan = small_plan_up_to(OMBUD_PLAN_FIGURES);
    size_t row = 99;
    assert_int_equal(ombud_plan_rows(plan, OMBUD_PLAN_CATEGORIES), 2);
    assert_int_equal(ombud_plan_rows(plan, OMBUD_PLAN_MEASURES), 4);
    assert_int_equal(ombud_plan_rows(plan, 14), 0);
    assert_int_equal(ombud_plan_find(plan, OMBUD_PLAN_ACTORS, "BruN", &row), OMBUD_OK);
    assert_int_equal(row, 0);
    assert_int_equal(ombud_plan_find(plan, OMBUD_PLAN_MEASURES, "2.1", &row), OMBUD_OK);
    assert_int_equal(row, 2);
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_CATEGORIES, 0, OMBUD_LANG_FR), "police"));
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_CATEGORIES, 1, OMBUD_LANG_FR), "clubs & <others>"));
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_CATEGORIES, 1, 77), "clubs & <others>"));
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_ACTORS, 1, OMBUD_LANG_NL), "Runners"));
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_MEETINGS, 1, OMBUD_LANG_NL), "m2"));
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_ACTORS, 1, "note"), "since 2020"));
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_CONTRIBUTIONS, 1, "measures"), "1.1;1.2"));
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_CONTRIBUTIONS, 9, "measures"), ""));
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_CONTRIBUTIONS, 1, "nothing"), ""));
    assert_string_equal(ombud_plan_table_name(OMBUD_PLAN_DUTIES), "duties");
    assert_string_equal(ombud_plan_table_name(0), "?");
    assert_string_equal(ombud_plan_verdict_name(OMBUD_PLAN_BY_RULE), "by_rule");
    assert_string_equal(ombud_plan_verdict_name(6), "?");
    assert_string_equal(ombud_plan_fault_name(OMBUD_PLAN_FAULT_TOTAL), "total");
    assert_string_equal(ombud_plan_fault_name(0), "?");
    ombud_plan_free(plan);
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static int64_t counted(const ombud_plan *plan, ombud_plan_counts counts, ombud_plan_rule rule, int32_t year, int theme,
                       int category, int measure)
{
    ombud_plan_question q = OMBUD_PLAN_QUESTION_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t out = -1;
    q.counts = counts;
    q.rule = rule;
    q.from_year = q.to_year = year;
    q.has_theme = theme >= 0;
    q.theme = theme >= 0 ? (size_t)theme : 0;
    q.has_category = category >= 0;
    q.category = category >= 0 ? (size_t)category : 0;
    q.has_measure = measure >= 0;
    q.measure = measure >= 0 ? (size_t)measure : 0;
    assert_int_equal(ombud_plan_count(plan, &q, &out, &err), OMBUD_OK);
    return out;
}

static void counting(void **state)
{
    (void)state;
    ombud_plan *plan = small_plan_up_to(OMBUD_PLAN_FIGURES);
    static const struct {
        ombud_plan_counts counts;
        ombud_plan_rule rule;
        int32_t year;
        int theme, category, measure;
        int64_t wanted;
    } rows[] = {
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 0, -1, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 2021, -1, -1, -1, 1},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 2022, 0, 0, -1, 2},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 2022, 1, 0, -1, 0},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 0, -1, 1, -1, 0},
        {OMBUD_PLAN_COUNTS_MEASURES, 1, 0, -1, 1, -1, 2},
        {OMBUD_PLAN_COUNTS_MEASURES, 2, 0, -1, 1, -1, 4},
        {OMBUD_PLAN_COUNTS_MEASURES, 2, 2023, -1, 1, -1, 0},
        {OMBUD_PLAN_COUNTS_MEASURES, 1, 0, 0, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 0, -1, -1, 1, 1},
        {OMBUD_PLAN_COUNTS_MEASURES, 0, 0, -1, -1, 2, 0},
        {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, 0, 0, -1, -1, -1, 4},
        {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, 0, 2021, -1, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, 0, 0, 0, -1, -1, 3},
        {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, 0, 0, 1, -1, -1, 1},
        {OMBUD_PLAN_COUNTS_CONTRIBUTIONS, 0, 0, -1, -1, 0, 2},
        {OMBUD_PLAN_COUNTS_ACTORS, 0, 0, -1, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_ACTORS, 0, 2022, 1, -1, -1, 1},
        {OMBUD_PLAN_COUNTS_ACTORS, 0, 2023, -1, -1, -1, 0},
        {OMBUD_PLAN_COUNTS_LINKED, 0, 0, -1, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_LINKED, 0, 0, 1, -1, -1, 1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 0, -1, -1, -1, 3},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2022, -1, -1, -1, 2},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2023, -1, -1, -1, 0},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 0, -1, 1, -1, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t got =
            counted(plan, rows[i].counts, rows[i].rule, rows[i].year, rows[i].theme, rows[i].category, rows[i].measure);
        if (got != rows[i].wanted)
            fail_msg("row %u: %d, not %d", (unsigned)i, (int)got, (int)rows[i].wanted);
    }
    ombud_plan_free(plan);
    plan = small_plan_up_to(OMBUD_PLAN_ACTORS);
    assert_int_equal(counted(plan, OMBUD_PLAN_COUNTS_MEASURES, 2, 0, -1, -1, -1), 0);
    assert_int_equal(counted(plan, OMBUD_PLAN_COUNTS_ACTORS, 0, 0, -1, -1, -1), 0);
    ombud_plan_free(plan);
}

static void cells(void **state)
{
    (void)state;
    ombud_plan *plan = small_plan_up_to(OMBUD_PLAN_FIGURES);
    static const struct {
        const char *column;
        size_t theme; /* 2: the total */
        ombud_plan_verdict verdict;
        int64_t printed, none, all;
    } rows[] = {
        {"police", 0, OMBUD_PLAN_CONTRADICTS, 1, 2, 2},  {"police", 1, OMBUD_PLAN_BELOW, 1, 0, 0},
        {"police_2021", 0, OMBUD_PLAN_EQUAL, 1, 1, 1},   {"police_2021", 1, OMBUD_PLAN_BELOW, 1, 0, 0},
        {"club", 0, OMBUD_PLAN_BY_RULE, 1, 0, 2},        {"club", 1, OMBUD_PLAN_BY_RULE, 2, 0, 2},
        {"club", 2, OMBUD_PLAN_NOT_PRINTED, 0, 0, 4},    {"linked", 0, OMBUD_PLAN_EQUAL, 1, 1, 1},
        {"linked", 1, OMBUD_PLAN_CONTRADICTS, 0, 1, 1},  {"acted", 1, OMBUD_PLAN_CONTRADICTS, 0, 1, 1},
        {"works", 0, OMBUD_PLAN_EQUAL, 2, 2, 2},         {"works", 2, OMBUD_PLAN_CONTRADICTS, 3, 2, 2},
        {"undated", 2, OMBUD_PLAN_NOT_COUNTED, 2, 2, 2}, {"actors", 2, OMBUD_PLAN_EQUAL, 2, 2, 2},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
        ombud_error err = OMBUD_ERROR_INIT;
        size_t column = 0;
        assert_int_equal(ombud_plan_find(plan, OMBUD_PLAN_COLUMNS, rows[i].column, &column), OMBUD_OK);
        assert_int_equal(ombud_plan_compare(plan, column, rows[i].theme, &cell, &err), OMBUD_OK);
        if (cell.verdict != rows[i].verdict || cell.printed != rows[i].printed || cell.counted[0] != rows[i].none ||
            cell.counted[2] != rows[i].all)
            fail_msg("row %u: %s, printed %d, counted %d to %d", (unsigned)i, ombud_plan_verdict_name(cell.verdict),
                     (int)cell.printed, (int)cell.counted[0], (int)cell.counted[2]);
    }
    ombud_plan_free(plan);
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void findings(void **state)
{
    (void)state;
    ombud_plan *plan = small_plan_up_to(OMBUD_PLAN_FIGURES);
    static const struct {
        ombud_plan_fault fault;
        const char *row, *other;
        int64_t printed, computed;
    } wanted[] = {
        {OMBUD_PLAN_FAULT_SUM, "p3", "", 3, 2},
        {OMBUD_PLAN_FAULT_SUM, "p10", "", 3, 2},
        {OMBUD_PLAN_FAULT_ANNOUNCED, "2", "", 3, 2},
        {OMBUD_PLAN_FAULT_ANNOUNCED, "R", "", 3, 2},
        {OMBUD_PLAN_FAULT_CELL, "p1", "", 1, 2},
        {OMBUD_PLAN_FAULT_CELL, "p7", "", 0, 1},
        {OMBUD_PLAN_FAULT_COLUMN, "linked", "", 2, 1},
        {OMBUD_PLAN_FAULT_CLOSED, "p5", "2", 2, 0},
        {OMBUD_PLAN_FAULT_CLOSED, "c3", "2", 1, 0},
        {OMBUD_PLAN_FAULT_TEXT, "1.2", "1.1", 0, 0},
        {OMBUD_PLAN_FAULT_REPEATED, "2.2", "1.1", 0, 0},
        {OMBUD_PLAN_FAULT_NO_RESPONSE, "R-2", "", 0, 0},
        {OMBUD_PLAN_FAULT_NO_NUMBER, "R-2", "", 0, 0},
        {OMBUD_PLAN_FAULT_UNLISTED, "A1", "1.2", 0, 0},
        {OMBUD_PLAN_FAULT_NO_ACTION, "R", "2.1", 0, 0},
        {OMBUD_PLAN_FAULT_EARLY, "m1", "", 18659, 18642},
        {OMBUD_PLAN_FAULT_INTERVAL, "m2", "m1", 90, 319},
        {OMBUD_PLAN_FAULT_NO_MEETING, "group", "", 18718, 18808},
        {OMBUD_PLAN_FAULT_NO_MEETING, "group", "", 18809, 18900},
        {OMBUD_PLAN_FAULT_MEETINGS, "group", "", 3, 2},
        {OMBUD_PLAN_FAULT_FIGURE, "sum", "", 10, 6},
        {OMBUD_PLAN_FAULT_FIGURE, "quotient", "", 1400, 1269},
        {OMBUD_PLAN_FAULT_FIGURE, "growth", "", 3000, 4041},
        {OMBUD_PLAN_FAULT_TOTAL, "p10", "", 3, 2},
    };
    ombud_plan_findings *found = NULL;
    assert_int_equal(ombud_plan_check(plan, &found, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_plan_findings_count(found); i++) {
        ombud_plan_finding f = OMBUD_PLAN_FINDING_INIT;
        assert_int_equal(ombud_plan_findings_get(found, i, &f), OMBUD_OK);
        ombud_view row = ombud_plan_field(plan, f.table, f.row, "id");
        ombud_view other = f.others ? ombud_plan_field(plan, f.others, f.other, "id") : ombud_view_of("");
        if (i >= sizeof wanted / sizeof wanted[0] || f.fault != wanted[i].fault || !trial_view_is(row, wanted[i].row) ||
            !trial_view_is(other, wanted[i].other) || f.printed != wanted[i].printed ||
            f.computed != wanted[i].computed)
            fail_msg("finding %u: %s %s %s %d %d", (unsigned)i, ombud_plan_fault_name(f.fault), row.ptr, other.ptr,
                     (int)f.printed, (int)f.computed);
    }
    assert_int_equal(ombud_plan_findings_count(found), sizeof wanted / sizeof wanted[0]);
    ombud_plan_findings_free(found);
    ombud_plan_free(plan);
    /* A denominator that is not the number of measures. */
    plan = small_plan_up_to(OMBUD_PLAN_COLUMNS);
    static const char wrong_of[] = "id\tcolumn\ttheme\tvalue\tof\na\tclub\t1\t1\t3\n";
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_PRINTED, wrong_of, sizeof wrong_of - 1, NULL), OMBUD_OK);
    assert_int_equal(ombud_plan_check(plan, &found, NULL), OMBUD_OK);
    ombud_plan_finding first = OMBUD_PLAN_FINDING_INIT;
    assert_int_equal(ombud_plan_findings_get(found, 0, &first), OMBUD_OK);
    assert_int_equal(first.fault, OMBUD_PLAN_FAULT_OF);
    assert_int_equal(first.printed * 10 + first.computed, 32);
    ombud_plan_findings_free(found);
    ombud_plan_free(plan);
}

/* ---- bad input --------------------------------------------------------------------------------------------------- */

static const struct bad {
    ombud_plan_table table;
    const char *text;
    ombud_status status;
    uint32_t line, column;
    const char *excerpt, *nearest;
} bads[] = {
    {OMBUD_PLAN_CATEGORIES, "", OMBUD_E_SYNTAX, 1, 1, "", ""},
    {OMBUD_PLAN_CATEGORIES, "# nothing\n\n", OMBUD_E_SYNTAX, 1, 1, "", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\na\tb", OMBUD_E_SYNTAX, 2, 4, "", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\na\n", OMBUD_E_SYNTAX, 2, 2, "", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\na\tb\tc\n", OMBUD_E_SYNTAX, 2, 5, "c", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\n\n# x\na\t\n", OMBUD_E_SYNTAX, 4, 3, "", ""},
    {OMBUD_PLAN_CATEGORIES, "id\n", OMBUD_E_SYNTAX, 1, 3, "label_en", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_em\n", OMBUD_E_UNKNOWN_NAME, 1, 4, "label_em", "label_en"},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\tid\n", OMBUD_E_DUPLICATE, 1, 13, "id", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\na\tx\nb\ty\na\tz\n", OMBUD_E_DUPLICATE, 4, 1, "a", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\nb\tx\na\t\xC3(\n", OMBUD_E_UTF8, 3, 3, "\\xc3", ""},
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\na\t\x01\n", OMBUD_E_UTF8, 2, 3, "\\x01", ""},
    {OMBUD_PLAN_THEMES, "id\tlabel_en\tmeasures\n1\tx\tnine\n", OMBUD_E_SYNTAX, 2, 5, "nine", ""},
    {OMBUD_PLAN_THEMES, "id\tlabel_en\tmeasures\n1\tx\t1234567890123\n", OMBUD_E_SYNTAX, 2, 5, "1234567890123", ""},
    {OMBUD_PLAN_THEMES, "id\tlabel_en\tclosed_to\n1\tx\tpolise\n", OMBUD_E_UNKNOWN_NAME, 2, 5, "polise", "police"},
    {OMBUD_PLAN_MEASURES, "id\tlabel_en\ttheme\n1.1\tx\t7\n", OMBUD_E_UNKNOWN_NAME, 2, 7, "7", "1"},
    {OMBUD_PLAN_MEASURES, "id\tlabel_en\ttheme\ttext\n1.1\tx\t1\twrog\n", OMBUD_E_UNKNOWN_NAME, 2, 9, "wrog", "wrong"},
    {OMBUD_PLAN_MEASURES, "id\tlabel_en\ttheme\tlike\n1.1\tx\t1\t1.2\n1.2\tx\t1\t\n", OMBUD_E_UNKNOWN_NAME, 2, 9, "1.2",
     "1.1"},
    {OMBUD_PLAN_ACTORS, "id\tcategory\taliases\na\tpolice\tb;\n", OMBUD_E_SYNTAX, 2, 12, "", ""},
    {OMBUD_PLAN_ACTORS, "id\tcategory\taliases\na\tpolice\tb; a\n", OMBUD_E_DUPLICATE, 2, 13, "a", ""},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tmeasures\na\tpolice\tmeasure\t1.1;9.9\n", OMBUD_E_UNKNOWN_NAME, 2,
     22, "9.9", "1.1"},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tmeasures\na\tpolice\tmeasure\t\n", OMBUD_E_CONFLICT, 2, 10,
     "measure", ""},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tmeasures\na\tpolice\tnone\t1.1\n", OMBUD_E_CONFLICT, 2, 10, "none",
     ""},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tthemes\na\tpolice\ttheme\t\n", OMBUD_E_CONFLICT, 2, 10, "theme",
     ""},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tthemes\tmeasures\na\tpolice\tmeasure\t1\t1.1;2.1\n",
     OMBUD_E_CONFLICT, 2, 20, "1.1;2.1", ""},
    {OMBUD_PLAN_CONTRIBUTIONS, "id\tcategory\tlink\tyears\na\tpolice\tnone\t2021;;2022\n", OMBUD_E_SYNTAX, 2, 20, "",
     ""},
    {OMBUD_PLAN_RESOLUTIONS, "id\tlabel_en\tdate\nR\tx\t2021-02-30\n", OMBUD_E_DATE, 2, 5, "2021-02-30", ""},
    {OMBUD_PLAN_RESOLUTIONS, "id\tlabel_en\tdate\nR\tx\t2021-2\n", OMBUD_E_SYNTAX, 2, 5, "2021-2", ""},
    {OMBUD_PLAN_ACTIONS, "id\tfrom\tto\na\t2022\t2021-12\n", OMBUD_E_CONFLICT, 2, 8, "2021-12", ""},
    {OMBUD_PLAN_DUTIES, "id\tlabel_en\tevery\na\tx\tmonthly\n", OMBUD_E_PERIOD, 2, 5, "monthly", ""},
    {OMBUD_PLAN_DUTIES, "id\tlabel_en\tevery\na\tx\tP0D\n", OMBUD_E_PERIOD, 2, 5, "P0D", ""},
    {OMBUD_PLAN_PRINTED, "id\tcolumn\tvalue\na\tclub\t1\nb\tclub\t2\n", OMBUD_E_DUPLICATE, 3, 3, "club", ""},
    {OMBUD_PLAN_FIGURES, "id\tlabel_en\thow\tvalue\tparts\na\tx\tquotient\t1\t5;0\n", OMBUD_E_CONFLICT, 2, 16, "5;0",
     ""},
    {OMBUD_PLAN_FIGURES, "id\tlabel_en\thow\tvalue\tparts\na\tx\tgrowth\t1\t5\n", OMBUD_E_CONFLICT, 2, 14, "5", ""},
};

static void bad_input(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bads / sizeof bads[0]; i++) {
        const struct bad *bad = &bads[i];
        ombud_plan *plan = small_plan_up_to(bad->table - 1);
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_status status = ombud_plan_load(plan, bad->table, bad->text, strlen(bad->text), &err);
        if (status != bad->status || err.code != bad->status || err.line != bad->line || err.column != bad->column ||
            strcmp(err.excerpt, bad->excerpt) != 0 || strcmp(err.nearest, bad->nearest) != 0 || !*err.message ||
            !*err.remedy)
            fail_msg("%u: %s %u:%u [%s] near [%s]: %s", (unsigned)i, ombud_status_name(status), err.line, err.column,
                     err.excerpt, err.nearest, err.message);
        /* Nothing of it stays: the right table is then taken as if nothing had been. */
        assert_int_equal(ombud_plan_rows(plan, bad->table), 0);
        assert_int_equal(small_plan_load(plan, bad->table, &err), OMBUD_OK);
        ombud_plan_free(plan);
    }
    /* Line ends of other systems, and a table of a header alone. */
    ombud_plan *plan = small_plan_up_to(0);
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_CATEGORIES, "id\tlabel_en\r\na\tb\r\n", 18, NULL), OMBUD_OK);
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_CATEGORIES, 0, "label_en"), "b"));
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_THEMES, "id\tlabel_en\n", 12, NULL), OMBUD_OK);
    assert_int_equal(ombud_plan_rows(plan, OMBUD_PLAN_THEMES), 0);
    ombud_plan_free(plan);
}

/* ---- the faces --------------------------------------------------------------------------------------------------- */

static void faces(void **state)
{
    (void)state;
    static page shown;
    ombud_plan *plan = small_plan_up_to(OMBUD_PLAN_FIGURES);
    const char *html = rendered(plan, OMBUD_FORMAT_HTML, OMBUD_LANG_FR, &shown);
    assert_non_null(strstr(html, "<html lang=\"fr\">"));
    assert_non_null(strstr(html, "clubs &amp; &lt;others&gt;"));
    assert_null(strstr(html, "<others>"));
    assert_non_null(strstr(html, "<td class=\"wrong\">1/2 !2</td>"));
    const char *json = rendered(plan, OMBUD_FORMAT_JSON, OMBUD_LANG_EN, &shown);
    assert_non_null(strstr(json, "\"verdict\":\"contradicts\""));
    assert_non_null(strstr(json, "\"uncovered\":[\"2.1\"]"));
    const char *text = rendered(plan, 0, OMBUD_LANG_NL, &shown);
    assert_non_null(strstr(text, "gedrukt 14, uit de delen 12.69"));
    ombud_plan_free(plan);
    plan = small_plan_up_to(0);
    assert_non_null(strstr(rendered(plan, 0, OMBUD_LANG_EN, &shown), "Everything agrees."));
    ombud_plan_free(plan);
}

/* ---- no memory --------------------------------------------------------------------------------------------------- */

static int swallow(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 0;
}

/* All there is to do with a plan; the rows of each table that was not loaded stay 0. */
static ombud_status whole(const ombud_alloc *alloc)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_plan *plan = NULL;
    ombud_plan_findings *found = NULL;
    ombud_status status = ombud_plan_new(alloc, &plan, &err);
    for (ombud_plan_table table = 1; table <= PLAN_TABLES && status == OMBUD_OK; table++) {
        status = small_plan_load(plan, table, &err);
        assert_true(status == OMBUD_OK || ombud_plan_rows(plan, table) == 0);
    }
    if (status == OMBUD_OK)
        status = ombud_plan_check(plan, &found, &err);
    assert_true(status == OMBUD_OK || found == NULL);
    if (status == OMBUD_OK)
        status = ombud_render_plan(plan, &how, swallow, NULL, &err);
    assert_true(status == OMBUD_OK || (err.code == status && *err.message && *err.remedy));
    ombud_plan_findings_free(found);
    ombud_plan_free(plan);
    return status;
}

static void every_request_fails(void **state)
{
    (void)state;
    size_t tries = 0;
    for (int from_then_on = 0; from_then_on <= 1; from_then_on++) {
        for (size_t n = 1;; n++) {
            faulty memory;
            memset(&memory, 0, sizeof memory);
            memory.fail_at = n;
            memory.from_then_on = from_then_on;
            const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
            ombud_status status = whole(&alloc);
            assert_int_equal(memory.blocks, 0);
            assert_int_equal(memory.bytes, 0);
            assert_int_equal(status, memory.failed ? OMBUD_E_NOMEM : OMBUD_OK);
            if (!memory.failed)
                break;
            tries++;
        }
    }
    print_message("# %u failures in both ways\n", (unsigned)tries);
    assert_true(tries > 30);
}

/* Where the room that indexes take is asked for on its own. */
static void every_request_of_a_large_table_fails(void **state)
{
    (void)state;
    static char measures[120000], contributions[40000];
    size_t length = (size_t)snprintf(measures, sizeof measures, "id\tlabel_en\ttheme\n"), more;
    for (unsigned i = 0; i < 5000; i++)
        length += (size_t)snprintf(measures + length, sizeof measures - length, "m%u\tM\t1\n", i);
    more =
        (size_t)snprintf(contributions, sizeof contributions, "id\tcategory\tlink\tmeasures\nc\tpolice\tmeasure\tm0");
    for (unsigned i = 1; i < 5000; i++)
        more += (size_t)snprintf(contributions + more, sizeof contributions - more, ";m%u", i);
    more += (size_t)snprintf(contributions + more, sizeof contributions - more, "\n");
    size_t tries = 0;
    for (size_t n = 1;; n++) {
        faulty memory;
        memset(&memory, 0, sizeof memory);
        const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
        ombud_plan *plan = NULL;
        assert_int_equal(ombud_plan_new(&alloc, &plan, NULL), OMBUD_OK);
        for (ombud_plan_table table = 1; table <= OMBUD_PLAN_THEMES; table++)
            assert_int_equal(small_plan_load(plan, table, NULL), OMBUD_OK);
        assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_MEASURES, measures, length, NULL), OMBUD_OK);
        size_t bytes = memory.bytes;
        memory.requests = 0;
        memory.fail_at = n;
        ombud_status status = ombud_plan_load(plan, OMBUD_PLAN_CONTRIBUTIONS, contributions, more, NULL);
        assert_int_equal(status, memory.failed ? OMBUD_E_NOMEM : OMBUD_OK);
        assert_true(!memory.failed || memory.bytes == bytes);
        tries += memory.failed != 0;
        ombud_plan_free(plan);
        assert_int_equal(memory.bytes, 0);
        if (!memory.failed)
            break;
    }
    assert_true(tries > 8);
}

/* ---- corners ----------------------------------------------------------------------------------------------------- */

static const struct {
    ombud_plan_table table;
    const char *text;
} corners[] = {
    {OMBUD_PLAN_CATEGORIES, "id\tlabel_en\nk\tK\n"},
    {OMBUD_PLAN_THEMES, "id\tlabel_en\n1\tT\n"},
    {OMBUD_PLAN_MEASURES, "id\tlabel_en\ttheme\n1.1\tM\t1\n"},
    {OMBUD_PLAN_ACTORS, "id\tcategory\taliases\na\tk\t b ; c \n"},
    {OMBUD_PLAN_RESOLUTIONS, "id\tlabel_en\nR\tR\nS\tS\n"},
    {OMBUD_PLAN_ACTIONS, "id\tresolution\tmeasures\tfrom\nx\tR\t1.1\t2021\ny\t\t1.1\t\n"},
    /* Periods that leave the calendar, that are long, and a body of no period; a month that is no whole period. */
    {OMBUD_PLAN_DUTIES, "id\tlabel_en\tevery\tfrom\tto\nd\tD\tP9999Y\t0001\t9999\ne\tE\tP5000D\t1000\t1100\n"
                        "f\tF\t\t\t\ng\tG\tP1M\t2021-01\t2021-02-20\nh\tH\tP4M\t1000-01-31\t2000\n"},
    {OMBUD_PLAN_MEETINGS, "id\tduty\tdate\n1\tf\t2021-01-05\n2\tg\t2021-01-10\n3\tg\t2021-03-01\n4\tg\t2021-02-01\n"
                          "5\tg\t2021-01-10\n"},
    {OMBUD_PLAN_COLUMNS, "id\tlabel_en\ttable\tcounts\tresolutions\tcategories\nr\tC\tA\tacted\tR\t\n"
                         "s\tC\tA\tacted\tS\t\nt\tC\tB\tlinked\tS\t\nu\tC\tB\tacted\t\tk\n"},
    {OMBUD_PLAN_PRINTED, "id\tcolumn\tvalue\nr\tr\t1\ns\ts\t0\nt\tt\t0\nu\tu\t0\n"},
    {OMBUD_PLAN_FIGURES, "id\tlabel_en\thow\tvalue\tparts\nless\tless\tgrowth\t10\t300;200\n"},
};

static void odd_corners(void **state)
{
    (void)state;
    static page shown;
    ombud_plan *plan = small_plan_up_to(0);
    for (size_t i = 0; i < sizeof corners / sizeof corners[0]; i++)
        assert_int_equal(ombud_plan_load(plan, corners[i].table, corners[i].text, strlen(corners[i].text), NULL),
                         OMBUD_OK);
    size_t row = 9;
    assert_int_equal(ombud_plan_find(plan, OMBUD_PLAN_ACTORS, "b", &row), OMBUD_OK);
    assert_int_equal(ombud_plan_find(plan, OMBUD_PLAN_ACTORS, "c", &row), OMBUD_OK);
    assert_int_equal(row, 0);
    for (size_t column = 0; column < 4; column++) {
        ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
        assert_int_equal(ombud_plan_compare(plan, column, 1, &cell, NULL), OMBUD_OK);
        assert_int_equal(cell.verdict, OMBUD_PLAN_EQUAL);
    }
    const char *text = rendered(plan, 0, OMBUD_LANG_EN, &shown);
    assert_non_null(strstr(text, "less: printed 10, from its parts -33.33"));
    assert_non_null(strstr(text, "\nTable A\n"));
    assert_non_null(strstr(text, "\nTable B\n"));
    assert_non_null(strstr(text, "E: nothing dated from 1000-01-01 to 1013-09-09"));
    assert_non_null(strstr(text, "E: nothing dated from 1082-02-20 to 1095-10-29"));
    assert_non_null(strstr(text, "H: nothing dated from 1999-09-30 to 2000-01-30"));
    assert_non_null(strstr(text, "2021-01-10, 2021-03-01 (+28), 2021-02-01 (+22), 2021-01-10"));
    assert_null(strstr(text, "Long intervals"));
    ombud_plan_free(plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_and_labels),
        cmocka_unit_test(counting),
        cmocka_unit_test(cells),
        cmocka_unit_test(findings),
        cmocka_unit_test(bad_input),
        cmocka_unit_test(faces),
        cmocka_unit_test(every_request_fails),
        cmocka_unit_test(every_request_of_a_large_table_fails),
        cmocka_unit_test(odd_corners),
    };
    return cmocka_run_group_tests_name("plan", tests, NULL, NULL);
}
