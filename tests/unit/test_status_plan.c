/*
 * Every status that plan.h documents, and ombud_render_plan() of render.h, provoked once.
 */
#include "small_plan.h"
#include "status_world.h"

static ombud_plan *filled, *fresh;

static ombud_plan *with(ombud_plan_table last)
{
    ombud_plan *plan = NULL;
    assert_int_equal(ombud_plan_new(&well, &plan, NULL), OMBUD_OK);
    for (ombud_plan_table table = 1; table <= last; table++)
        assert_int_equal(small_plan_load(plan, table, NULL), OMBUD_OK);
    return plan;
}

static void loading(void **state)
{
    (void)state;
    static char large[16 * 1024 * 1024 + 2];
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan *out = NULL;
    const ombud_alloc half = {NULL, well_alloc, NULL, well_free};
    WANT(OMBUD_E_ARGUMENT, ombud_plan_new(NULL, NULL, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_new(&half, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_plan_new(&well, &out, &err));
    assert_null(out);
    WANT(OMBUD_E_ARGUMENT, ombud_plan_load(NULL, 1, TEXT("id\n"), &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_load(fresh, 14, TEXT("id\n"), &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_load(fresh, 1, NULL, 0, &err));
    WANT(OMBUD_E_STATE, ombud_plan_load(filled, 1, TEXT("id\n"), &err));
    WANT(OMBUD_E_STATE, ombud_plan_load(fresh, OMBUD_PLAN_ACTORS, TEXT("id\tcategory\na\tb\n"), &err));
    WANT(OMBUD_E_UTF8, ombud_plan_load(fresh, 1, TEXT("id\tlabel_en\n\xFF\tb\n"), &err));
    WANT(OMBUD_E_SYNTAX, ombud_plan_load(fresh, 1, TEXT("id\tlabel_en\na\n"), &err));
    WANT(OMBUD_E_DATE,
         ombud_plan_load(fresh, OMBUD_PLAN_RESOLUTIONS, TEXT("id\tlabel_en\tdate\na\tb\t2021-13\n"), &err));
    WANT(OMBUD_E_PERIOD, ombud_plan_load(fresh, OMBUD_PLAN_DUTIES, TEXT("id\tlabel_en\tevery\na\tb\t3M\n"), &err));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_plan_load(fresh, 1, TEXT("id\tlabel_en\tname\n"), &err));
    WANT(OMBUD_E_DUPLICATE, ombud_plan_load(fresh, 1, TEXT("id\tlabel_en\na\tb\na\tb\n"), &err));
    WANT(OMBUD_E_CONFLICT, ombud_plan_load(fresh, OMBUD_PLAN_ACTIONS, TEXT("id\tfrom\tto\na\t2022\t2021\n"), &err));
    memset(large, '#', sizeof large);
    WANT(OMBUD_E_LIMIT, ombud_plan_load(fresh, 1, large, OMBUD_PLAN_TEXT_MAX + 1, &err));
    size_t length = (size_t)snprintf(large, sizeof large, "id\tlabel_en\n");
    for (unsigned i = 0; i <= OMBUD_PLAN_CATEGORIES_MAX; i++)
        length += (size_t)snprintf(large + length, sizeof large - length, "c%u\tx\n", i);
    WANT(OMBUD_E_LIMIT, ombud_plan_load(fresh, 1, large, length, &err));
    assert_int_equal(err.line, OMBUD_PLAN_CATEGORIES_MAX + 2);
    length = (size_t)snprintf(large, sizeof large, "id\tlabel_en\thow\tvalue\tparts\nf\tx\tsum\t1\t1");
    for (unsigned i = 0; i < OMBUD_PLAN_LISTS_MAX; i++)
        length += (size_t)snprintf(large + length, sizeof large - length, ";1");
    length += (size_t)snprintf(large + length, sizeof large - length, "\n");
    WANT(OMBUD_E_LIMIT, ombud_plan_load(fresh, OMBUD_PLAN_FIGURES, large, length, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_plan_load(fresh, 1, TEXT("id\tlabel_en\na\tb\n"), &err));
    for (ombud_plan_table table = 1; table <= PLAN_TABLES; table++)
        assert_int_equal(ombud_plan_rows(fresh, table), 0);
}

static void asking(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan_question q = OMBUD_PLAN_QUESTION_INIT, bad = q;
    struct {
        ombud_plan_question q;
        int32_t newer;
    } later = {OMBUD_PLAN_QUESTION_INIT, 1};
    ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
    int64_t out = 0;
    size_t row = 0;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_find(NULL, 1, "police", &row));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_find(filled, 0, "police", &row));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_find(filled, 1, NULL, &row));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_find(filled, 1, "police", NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_find(filled, 1, "polis", &row));
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_find(fresh, 1, "police", &row));
    q.counts = OMBUD_PLAN_COUNTS_MEASURES;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(NULL, &q, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, NULL, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &q, NULL, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.struct_size = 8;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.rule = 3;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.from_year = 2021;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.from_year = -1, bad.to_year = 2021;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_count(filled, &bad, &out, &err));
    later.q.struct_size = (uint32_t)sizeof later;
    WANT(OMBUD_E_UNSUPPORTED, ombud_plan_count(filled, &later.q, &out, &err));
    bad = q, bad.has_theme = 1, bad.theme = 2;
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.has_category = 1, bad.category = 2;
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_count(filled, &bad, &out, &err));
    bad = q, bad.has_measure = 1, bad.measure = 4;
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_count(filled, &bad, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_compare(NULL, 0, 0, &cell, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_compare(filled, 0, 0, NULL, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_compare(filled, 8, 0, &cell, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_compare(filled, 0, 3, &cell, &err));
    cell.struct_size = 4;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_compare(filled, 0, 0, &cell, &err));
    assert_int_equal(out + (int64_t)row, 0);
}

/* Eleven duties of each day of the years 1973 to 1999, and nothing dated. */
static ombud_plan *too_many(void)
{
    static char text[4096];
    ombud_plan *plan = with(0);
    size_t length = (size_t)snprintf(text, sizeof text, "id\tlabel_en\tevery\tfrom\tto\n");
    for (unsigned i = 0; i < 11; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "d%u\tx\tP1D\t1973\t1999\n", i);
    assert_int_equal(ombud_plan_load(plan, OMBUD_PLAN_DUTIES, text, length, NULL), OMBUD_OK);
    return plan;
}

static int stop(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 7;
}

static void findings_and_faces(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan *many = too_many();
    ombud_plan_findings *found = NULL;
    ombud_plan_finding finding = OMBUD_PLAN_FINDING_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    struct {
        ombud_render how;
        int64_t newer;
    } later = {OMBUD_RENDER_INIT, 1};
    WANT(OMBUD_E_ARGUMENT, ombud_plan_check(NULL, &found, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_check(filled, NULL, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_plan_check(filled, &found, &err));
    WANT(OMBUD_E_LIMIT, ombud_plan_check(many, &found, &err));
    assert_null(found);
    WANT(OMBUD_OK, ombud_plan_check(filled, &found, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_findings_get(NULL, 0, &finding));
    WANT(OMBUD_E_ARGUMENT, ombud_plan_findings_get(found, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_plan_findings_get(found, 24, &finding));
    finding.struct_size = 4;
    WANT(OMBUD_E_ARGUMENT, ombud_plan_findings_get(found, 0, &finding));
    ombud_plan_findings_free(found);
    WANT(OMBUD_E_ARGUMENT, ombud_render_plan(NULL, &how, stop, NULL, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_render_plan(filled, &how, NULL, NULL, &err));
    how.format = OMBUD_FORMAT_DOT;
    WANT(OMBUD_E_ARGUMENT, ombud_render_plan(filled, &how, stop, NULL, &err));
    how.format = OMBUD_FORMAT_HTML + 1;
    WANT(OMBUD_E_ARGUMENT, ombud_render_plan(filled, &how, stop, NULL, &err));
    how.format = 0;
    how.name = ombud_view_of("\xFF");
    WANT(OMBUD_E_UTF8, ombud_render_plan(filled, &how, stop, NULL, &err));
    how.name = ombud_view_of("x");
    later.how.struct_size = (uint32_t)sizeof later;
    WANT(OMBUD_E_UNSUPPORTED, ombud_render_plan(filled, &later.how, stop, NULL, &err));
    WANT(OMBUD_E_CALLBACK, ombud_render_plan(filled, &how, stop, NULL, &err));
    assert_int_equal(err.host_code, 7);
    WANT(OMBUD_E_LIMIT, ombud_render_plan(many, &how, stop, NULL, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_render_plan(filled, &how, stop, NULL, &err));
    ombud_plan_free(many);
    ombud_plan_free(NULL);
    ombud_plan_findings_free(NULL);
    assert_int_equal(ombud_plan_findings_count(NULL) + ombud_plan_rows(NULL, 1), 0);
    assert_int_equal(ombud_plan_field(NULL, 1, 0, "id").len + ombud_plan_label(NULL, 1, 0, 1).len, 0);
}

static int begin_plans(void **state)
{
    int failed = begin(state);
    filled = with(PLAN_TABLES);
    fresh = with(0);
    return failed;
}

static int end_plans(void **state)
{
    ombud_plan_free(filled);
    ombud_plan_free(fresh);
    return end(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(loading),
        cmocka_unit_test(asking),
        cmocka_unit_test(findings_and_faces),
    };
    return cmocka_run_group_tests_name("status of plans", tests, begin_plans, end_plans);
}
