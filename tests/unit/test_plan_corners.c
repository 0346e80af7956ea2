/*
 * Corners of a plan: periods that leave the calendar, years and kinds of actions, themes without measures, texts
 * without a model, values that are none, and no memory for the names of a long table.
 */
#include "faulty.h"
#include "small_plan.h"

/* ---- a plan of corners ------------------------------------------------------------------------------------------- */

static const char *const corners[] = {
    "id\tlabel_en\nk\tsays \"so\"\nh\tH\n",
    "id\tlabel_en\n1\tT\n2\tE\n",
    "id\tlabel_en\ttheme\ttext\tlike\n1.1\tM\t1\twrong\t\n1.2\tN\t1\t\t\n",
    "id\tcategory\na\tk\n",
    "id\tcategory\tactors\tyears\tlink\tthemes\tmeasures\nc1\tk\ta\t2021\ttheme\t1;2\t\nc2\tk\t\t2021\tmeasure\t1\t1."
    "1\n",
    "id\tlabel_en\tmeasures\nR\tR\t1.1\n",
    NULL,
    /* Without an end one day or month or year is meant; an action without a day is of no year. */
    "id\tresolution\tcategory\tfrom\tto\tmeasures\nx\t\tk\t2021\t\t1.1\ny\tR\t\t2022-05\t2023\t1.2\nz\t\th\t\t\t1.2\n",
    "id\tlabel_en\tevery\tfrom\tto\tannounced\nw\tW\tP2W\t2021-01-01\t2021-01-31\t\nn\tN\tP1M\t2021-01\t\t\n"
    "y\tY\tP6000Y\t0001\t9999\t\nm\tM\tP9999M\t0001\t9999\t\no\tO\tP427M\t0001-02\t9999\t\ne\tE\tP3M\t\t\t2\n",
    "id\tduty\tdate\nm1\tw\t2021-01-10\nm2\te\t9999-11-05\nm3\te\t9999-12-20\n",
    "id\tlabel_"
    "en\ttable\tcounts\tcategories\tyears\tcomplete\nk21\tK\tA\tacted\tk\t2021\t\nany22\tA\tA\tacted\t\t2022\t\n"
    "rule\tR\tA\tmeasures\tk\t2021\tyes\n",
    "id\tcolumn\ttheme\tvalue\np1\tk21\t1\t1\np2\tany22\t1\t1\np3\trule\t1\t2\n",
    "id\tlabel_en\thow\tvalue\tparts\n",
};

static ombud_plan *corner_plan(void)
{
    ombud_plan *plan = small_plan_up_to(0);
    for (size_t i = 0; i < PLAN_TABLES; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        const char *text = corners[i] ? corners[i] : "";
        if (text[0] && ombud_plan_load(plan, (ombud_plan_table)i + 1, text, strlen(text), &err) != OMBUD_OK)
            fail_msg("%s:%u:%u: %s [%s]", ombud_plan_table_name((ombud_plan_table)i + 1), (unsigned)err.line,
                     (unsigned)err.column, err.message, err.excerpt);
    }
    return plan;
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static void counts(void **state)
{
    (void)state;
    ombud_plan *plan = corner_plan();
    static const struct {
        ombud_plan_counts counts;
        ombud_plan_rule rule;
        int32_t from, to, has_theme;
        size_t theme;
        int32_t has_category;
        size_t category;
        ombud_status status;
        int64_t wanted;
    } rows[] = {
        {OMBUD_PLAN_COUNTS_ACTED, 0, 0, 0, 0, 0, 0, 0, OMBUD_OK, 2},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2021, 2021, 0, 0, 0, 0, OMBUD_OK, 1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2022, 2023, 0, 0, 0, 0, OMBUD_OK, 1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2021, 2023, 0, 0, 1, 0, OMBUD_OK, 1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2022, 2023, 0, 0, 1, 0, OMBUD_OK, 0},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 0, 0, 0, 0, 1, 1, OMBUD_OK, 1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2022, 2022, 0, 0, 1, 1, OMBUD_OK, 0},
        /* No rule makes a measure where the theme has none. */
        {OMBUD_PLAN_COUNTS_MEASURES, OMBUD_PLAN_RULE_ONE, 0, 0, 1, 1, 0, 0, OMBUD_OK, 0},
        {OMBUD_PLAN_COUNTS_MEASURES, OMBUD_PLAN_RULE_ALL, 0, 0, 1, 1, 0, 0, OMBUD_OK, 0},
        {OMBUD_PLAN_COUNTS_MEASURES, OMBUD_PLAN_RULE_ALL, 0, 0, 1, 0, 0, 0, OMBUD_OK, 2},
        {0, 0, 0, 0, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED + 1, 0, 0, 0, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED, -1, 0, 0, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED, OMBUD_PLAN_RULE_ALL + 1, 0, 0, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 0, 2021, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, 2021, 2020, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
        {OMBUD_PLAN_COUNTS_ACTED, 0, -2, -1, 0, 0, 0, 0, OMBUD_E_ARGUMENT, -1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_plan_question q = OMBUD_PLAN_QUESTION_INIT;
        int64_t out = -1;
        q.counts = rows[i].counts;
        q.rule = rows[i].rule;
        q.from_year = rows[i].from;
        q.to_year = rows[i].to;
        q.has_theme = rows[i].has_theme;
        q.theme = rows[i].theme;
        q.has_category = rows[i].has_category;
        q.category = rows[i].category;
        ombud_status status = ombud_plan_count(plan, &q, &out, NULL);
        if (status != rows[i].status || out != rows[i].wanted)
            fail_msg("row %u: status %d, %d", (unsigned)i, (int)status, (int)out);
    }
    for (size_t column = 0; column < 3; column++) {
        ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
        assert_int_equal(ombud_plan_compare(plan, column, 0, &cell, NULL), OMBUD_OK);
        assert_int_equal(cell.verdict, column < 2 ? OMBUD_PLAN_EQUAL : OMBUD_PLAN_BY_RULE);
    }
    ombud_plan_free(plan);
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static ombud_day day(int32_t year, int32_t month, int32_t of_month)
{
    ombud_day out = 0;
    assert_int_equal(ombud_day_of(year, month, of_month, &out), OMBUD_OK);
    return out;
}

static void findings(void **state)
{
    (void)state;
    ombud_plan *plan = corner_plan();
    ombud_plan_findings *found = NULL;
    size_t of_fault[OMBUD_PLAN_FAULT_TOTAL + 1] = {0}, of_duty[6] = {0};
    assert_int_equal(ombud_plan_check(plan, &found, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_plan_findings_count(found); i++) {
        ombud_plan_finding f = OMBUD_PLAN_FINDING_INIT;
        assert_int_equal(ombud_plan_findings_get(found, i, &f), OMBUD_OK);
        assert_in_range(f.fault, OMBUD_PLAN_FAULT_SUM, OMBUD_PLAN_FAULT_TOTAL);
        of_fault[f.fault]++;
        if (f.fault == OMBUD_PLAN_FAULT_TEXT)
            assert_int_equal(f.others, 0); /* whose text it is by mistake is not said */
        if (f.fault == OMBUD_PLAN_FAULT_NO_ACTION)
            assert_int_equal(f.other, 0); /* 1.1, which an action of no resolution names */
        if (f.fault != OMBUD_PLAN_FAULT_NO_MEETING)
            continue;
        of_duty[f.row]++;
        if (f.row == 0)
            assert_true(f.printed == day(2021, 1, 15) && f.computed == day(2021, 1, 28));
        if (f.row == 2)
            assert_true(f.printed == day(1, 1, 1) && f.computed == day(6000, 12, 31));
        if (f.row == 3 && of_duty[3] == 11) /* 11 times 9999 months: 9165 years and 9 months */
            assert_int_equal(f.computed, day(9166, 9, 30));
        if (f.row == 4 && of_duty[4] == 280) /* 280 times 427 months: 9963 years and 4 months */
            assert_int_equal(f.computed, day(9964, 5, 31));
    }
    static const size_t duties[] = {1, 0, 1, 11, 280, 0};
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(of_duty[i], duties[i]);
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_TEXT], 1);
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_NO_ACTION], 1);
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_UNLISTED], 1);
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_COLUMN], 0);   /* a rule gives it */
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_INTERVAL], 0); /* the next period would begin after the year 9999 */
    assert_int_equal(of_fault[OMBUD_PLAN_FAULT_MEETINGS], 0); /* as many as announced */
    ombud_plan_findings_free(found);
    ombud_plan_free(plan);
}

/* ---- faces, values that are none ----------------------------------------------------------------------------------
 */

static void faces(void **state)
{
    (void)state;
    static page shown;
    ombud_plan *plan = corner_plan();
    (void)rendered(plan, OMBUD_FORMAT_HTML, 0, &shown);
    assert_non_null(strstr(shown.text, "says &quot;so&quot;"));
    assert_non_null(strstr(shown.text, ">0/0 (1)</td>"));
    (void)rendered(plan, 0, 0, &shown);
    assert_non_null(strstr(shown.text, "0/0 (1)"));
    assert_true(trial_view_is(ombud_plan_field(plan, OMBUD_PLAN_THEMES, 0, NULL), ""));
    assert_true(trial_view_is(ombud_plan_label(plan, OMBUD_PLAN_THEMES, 0, -1), "T"));
    assert_string_equal(ombud_plan_verdict_name(-1), "?");
    assert_string_equal(ombud_plan_fault_name(OMBUD_PLAN_FAULT_TOTAL + 1), "?");
    ombud_plan_free(plan);
}

static void bad_fields(void **state)
{
    (void)state;
    static const struct {
        ombud_plan_table table;
        ombud_status status;
        const char *text;
    } rows[] = {
        {OMBUD_PLAN_THEMES, OMBUD_E_SYNTAX, "id\tlabel_en\tmeasures\n1\tT\t1 2\n"},
        {OMBUD_PLAN_THEMES, OMBUD_E_SYNTAX, "id\tlabel_en\tmeasures\n1\tT\t1x\n"},
        {OMBUD_PLAN_DUTIES, OMBUD_E_CONFLICT, "id\tlabel_en\tfrom\tto\nd\tD\t2021-02\t2021-01\n"},
        {OMBUD_PLAN_ACTIONS, OMBUD_E_CONFLICT, "id\tfrom\tto\na\t2021-02\t2021-01\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_plan *plan = small_plan_up_to(0);
        assert_int_equal(ombud_plan_load(plan, rows[i].table, rows[i].text, strlen(rows[i].text), &err),
                         rows[i].status);
        assert_int_equal(err.line, 2);
        assert_int_equal(ombud_plan_rows(plan, rows[i].table), 0);
        ombud_plan_free(plan);
    }
}

/* A table that another speaks of comes first: what it names was looked up, and counted, without it. */
static void spoken_of_too_late(void **state)
{
    (void)state;
    static const char contributions[] = "id\tcategory\tlink\nc\tk\tnone\n",
                      measures[] = "id\tlabel_en\ttheme\nm\tM\tt\n";
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan *plan = NULL;
    assert_int_equal(ombud_plan_new(NULL, &plan, NULL), OMBUD_OK);
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_CATEGORIES, "id\tlabel_en\nk\tK\n", 16, NULL), OMBUD_OK);
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_CONTRIBUTIONS, contributions, sizeof contributions - 1, NULL),
                     OMBUD_OK);
    for (ombud_plan_table table = OMBUD_PLAN_THEMES; table <= OMBUD_PLAN_ACTORS; table++) {
        assert_int_equal(ombud_plan_load(plan, table, measures, sizeof measures - 1, &err), OMBUD_E_STATE);
        assert_string_equal(err.excerpt, "contributions");
        assert_int_equal(ombud_plan_rows(plan, table), 0);
    }
    ombud_plan_free(plan);
}

/* ---- no memory --------------------------------------------------------------------------------------------------- */

/* The names of a long table grow on their own. */
static void every_request_of_many_names_fails(void **state)
{
    (void)state;
    static char actors[200000];
    size_t length = (size_t)snprintf(actors, sizeof actors, "id\tcategory\taliases\n"), tries = 0;
    for (unsigned i = 0; i < 3000; i++)
        length += (size_t)snprintf(actors + length, sizeof actors - length, "a%u\tpolice\tb%u;c%u\n", i, i, i);
    for (size_t n = 1;; n++) {
        faulty memory;
        memset(&memory, 0, sizeof memory);
        const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
        ombud_plan *plan = NULL;
        assert_int_equal(ombud_plan_new(&alloc, &plan, NULL), OMBUD_OK);
        assert_int_equal(small_plan_load(plan, OMBUD_PLAN_CATEGORIES, NULL), OMBUD_OK);
        size_t bytes = memory.bytes;
        memory.requests = 0;
        memory.fail_at = n;
        ombud_status status = ombud_plan_load(plan, OMBUD_PLAN_ACTORS, actors, length, NULL);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts),
        cmocka_unit_test(findings),
        cmocka_unit_test(faces),
        cmocka_unit_test(bad_fields),
        cmocka_unit_test(spoken_of_too_late),
        cmocka_unit_test(every_request_of_many_names_fails),
    };
    return cmocka_run_group_tests_name("corners of a plan", tests, NULL, NULL);
}
