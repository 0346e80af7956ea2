/*
 * Hostile texts: each ends in a status with its line, column and a remedy, whatever it is cut from and however large it
 * is; nothing crashes, nothing hangs, and what is refused leaves nothing behind.
 */
#include "../unit/trial.h"

#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "item permit x\n  states live, closed\n  event asked by member carries form (paper, web), last_act (day)\n  "      \
    "event noted\n  fact a stated by member\n" TRIAL_RULE(                                                             \
        "1") "  permit.asked: -> live\n  permit.noted: any -> same\n"
#define CASE_HEAD "law library\ncase 1\nperson p1 member\n2026-03-02 permit.asked x1 by=p1\n"

static ombud_law *law;

static int begin(void **state)
{
    (void)state;
    law = LAW(PERMIT);
    return 0;
}

static int end(void **state)
{
    (void)state;
    ombud_law_free(law);
    return 0;
}

static ombud_status read_case(const char *text, size_t length, ombud_error *err)
{
    const ombud_law *const laws[] = {law};
    ombud_scenario *untouched = (ombud_scenario *)&untouched, *scenario = untouched;
    ombud_status status = ombud_scenario_parse(text, length, laws, 1, NULL, &scenario, err);
    if (status == OMBUD_OK)
        ombud_scenario_free(scenario);
    else
        assert_ptr_equal(scenario, untouched);
    return status;
}

static ombud_status read_law(const char *text, size_t length, ombud_error *err)
{
    ombud_law *untouched = (ombud_law *)&untouched, *read = untouched;
    ombud_status status = ombud_law_parse(text, length, NULL, &read, err);
    if (status == OMBUD_OK)
        ombud_law_free(read);
    else
        assert_ptr_equal(read, untouched);
    return status;
}

typedef ombud_status reader(const char *text, size_t length, ombud_error *err);

static void expect(reader *read, const char *text, size_t length, ombud_status status, uint32_t line, uint32_t column)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status got = read(text, length, &err);
    if (got != status || (line != 0 && err.line != line) || (column != 0 && err.column != column))
        fail_msg("%.200s\n%s at %u:%u: %s [%s], not %s at %u:%u", text, ombud_status_name(got), err.line, err.column,
                 err.message, err.excerpt, ombud_status_name(status), line, column);
    if (status != OMBUD_OK) {
        assert_int_equal(err.code, status);
        assert_true(err.message[0] != '\0' && err.remedy[0] != '\0');
    }
}

/* ---- one fault each ---------------------------------------------------------------------------------------------- */

static void lines_of_a_case(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        ombud_status status;
        uint32_t column;
        const char *message, *excerpt;
    } rows[] = {
        {"2026-03-03 permit.notd x1", OMBUD_E_UNKNOWN_NAME, 12, "no such event", "permit.notd"},
        {"2026-03-03 permit.noted x1 colour=red", OMBUD_E_UNKNOWN_NAME, 28, "neither an argument", "colour"},
        {"2026-03-03 permit.asked x2 by=p1 form=stone", OMBUD_E_UNKNOWN_NAME, 39, "no such choice", "stone"},
        {"2026-02-30 permit.noted x1", OMBUD_E_DATE, 1, "", "2026-02-30"},
        {"2026-2-3 permit.noted x1", OMBUD_E_SYNTAX, 1, "", "2026-2-3"},
        {"10000-01-01 permit.noted x1", OMBUD_E_SYNTAX, 1, "", "10000-01-01"},
        {"0000-01-01 permit.noted x1", OMBUD_E_DATE, 1, "", "0000-01-01"},
        {"2026-03-03 permit.asked x2 by=p1 last_act=2025-02-29", OMBUD_E_DATE, 43, "", "2025-02-29"},
        {"2026-03-03 permit.noted x1 by=p7", OMBUD_E_NOT_FOUND, 31, "", "p7"},
        {"2026-03-03 permit.noted x1 by=x1", OMBUD_E_CONFLICT, 31, "only a person acts", "x1"},
        {"2026-03-03 permit.noted x9", OMBUD_E_NOT_FOUND, 25, "", "x9"},
        {"2026-03-03 permit.noted x0", OMBUD_E_SYNTAX, 25, "", "x0"},
        {"2026-03-03 permit.noted x9007199254740992", OMBUD_E_SYNTAX, 25, "", "x9007199254740992"},
        {"2026-03-03 permit.noted y1", OMBUD_E_UNKNOWN_NAME, 25, "", "y1"},
        {"2026-03-03 fact x1 by=p1 a=maybe", OMBUD_E_SYNTAX, 0, "", "maybe"},
        {"2026-03-03 fact x1 a=yes", OMBUD_E_CONFLICT, 20, "does not say who states", "a"},
        {"2026-03-03 fact x1 by=p1", OMBUD_E_SYNTAX, 0, "states no fact", ""},
        {"2026-03-03 void 2", OMBUD_E_NOT_FOUND, 17, "no line at this position", "2"},
        {"2026-03-03 void 0", OMBUD_E_SYNTAX, 17, "position of a line", "0"},
        {"2026-03-03 void -1", OMBUD_E_SYNTAX, 17, "position of a line", "-1"},
        {"2026-03-03 void 99999999999999999999", OMBUD_E_SYNTAX, 17, "", "99999999999999999999"},
        {"2026-03-03 link x1 beside p1", OMBUD_E_UNKNOWN_NAME, 20, "no such link", "beside"},
        {"2026-03-03", OMBUD_E_SYNTAX, 0, "does not say what happened", ""},
        {"wait P3X", OMBUD_E_PERIOD, 6, "", "P3X"},
        {"perhaps", OMBUD_E_UNKNOWN_NAME, 1, "", "perhaps"},
        {"on 2026-03-03\n  expect state x1 lively", OMBUD_E_UNKNOWN_NAME, 19, "", "lively"},
        {"\xef\xbb\xbf", OMBUD_E_UNKNOWN_NAME, 1, "", ""},
        {"# \xc3\x28", OMBUD_E_UTF8, 3, "", ""},
        {"# \x01", OMBUD_E_UTF8, 3, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[400];
        ombud_error err = OMBUD_ERROR_INIT;
        uint32_t line = strchr(rows[i].line, '\n') != NULL ? 6 : 5;
        snprintf(text, sizeof text, "%s%s\n", CASE_HEAD, rows[i].line);
        ombud_status got = read_case(text, strlen(text), &err);
        if (got != rows[i].status || err.line != line || (rows[i].column != 0 && err.column != rows[i].column) ||
            strstr(err.message, rows[i].message) == NULL ||
            strncmp(err.excerpt, rows[i].excerpt, strlen(rows[i].excerpt)) != 0)
            print_error("%s\n  %s at %u:%u: %s; %s [%s]\n", rows[i].line, ombud_status_name(got), err.line, err.column,
                        err.message, err.remedy, err.excerpt);
        assert_int_equal(got, rows[i].status);
        assert_int_equal(err.line, line);
        if (rows[i].column != 0)
            assert_int_equal(err.column, rows[i].column);
        assert_non_null(strstr(err.message, rows[i].message));
        assert_int_equal(strncmp(err.excerpt, rows[i].excerpt, strlen(rows[i].excerpt)), 0);
        assert_true(err.remedy[0] != '\0');
    }
}

static void a_nul_in_the_middle(void **state)
{
    (void)state;
    static const char in_law[] = "law a\nrole b\0role c\n", in_case[] = CASE_HEAD "2026-03-03 permit.noted\0x1\n";
    expect(read_law, in_law, sizeof in_law - 1, OMBUD_E_UTF8, 2, 7);
    expect(read_case, in_case, sizeof in_case - 1, OMBUD_E_UTF8, 5, 24);
    expect(read_law, "\0", 1, OMBUD_E_UTF8, 1, 1);
    expect(read_case, "\0", 1, OMBUD_E_UTF8, 1, 1);
}

/* ---- texts cut at every byte ------------------------------------------------------------------------------------- */

/* Each part of a text from its beginning, in a block of exactly that size. */
static void cut(reader *read, const char *text, size_t length, size_t step, long *valid)
{
    for (size_t end_at = 0; end_at <= length; end_at += step) {
        ombud_error err = OMBUD_ERROR_INIT;
        uint32_t lines = 1;
        char *part = malloc(end_at > 0 ? end_at : 1);
        assert_non_null(part);
        memcpy(part, text, end_at);
        for (size_t i = 0; i < end_at; i++)
            lines += part[i] == '\n';
        ombud_status status = read(part, end_at, &err);
        if (status != OMBUD_OK) {
            assert_int_equal(err.code, status);
            assert_true(err.message[0] != '\0' && err.remedy[0] != '\0');
            assert_in_range(err.line, 0, lines + 1);
        }
        *valid += status == OMBUD_OK;
        free(part);
    }
}

static void cut_at_every_byte(void **state)
{
    (void)state;
    static const char rows[] =
        PERMIT "  permit.old when last_act more than P3Y before permit.asked unless a\n  permit.noted only when (a or "
               "form is web) and not is closed\n"
               "  duty decide librarian to member en \"d\xc3\xa9"
               "cider\"\n    opened by permit.asked\n    within at most P7D\n    met by permit.noted when a\n"
               "  answer permit.way = quick when a\n  require fit member while permit is live: a\n";
    static const char lines[] = CASE_HEAD
        "wait P3D\nnow permit.noted x1 entered=2026-03-20\n2026-03-04 fact x1 by=p1 a=yes # \xc3\xa9\n2026-03-05 void "
        "2\n"
        "on 2026-03-05 known-by 2026-03-06\n  expect state x1 live\n  expect fact x1 a yes\n  expect no finding\n  "
        "expect may permit.noted x1 permitted\n"
        "scenario one\n  table day\n    row 2026-03-01\n    row 2026-03-02\n  on $day\n  expect next_change none\n";
    ombud_view built_in;
    long valid = 0;
    expect(read_law, rows, sizeof rows - 1, OMBUD_OK, 0, 0);
    expect(read_case, lines, sizeof lines - 1, OMBUD_OK, 0, 0);
    cut(read_law, rows, sizeof rows - 1, 1, &valid);
    assert_true(valid > 20);
    valid = 0;
    cut(read_case, lines, sizeof lines - 1, 1, &valid);
    assert_true(valid > 20);
    assert_int_equal(ombud_law_builtin_text(ombud_law_builtin_name(0), &built_in), OMBUD_OK);
    cut(read_law, built_in.ptr, built_in.len, built_in.len / 150 + 1, &valid);
}

/* ---- too long, too deep, too many -------------------------------------------------------------------------------- */

static trial_text repeated(const char *before, const char *unit, size_t times, const char *after)
{
    trial_text text = {NULL, 0, 0};
    trial_text_add(&text, before, strlen(before));
    for (size_t i = 0; i < times; i++)
        trial_text_add(&text, unit, strlen(unit));
    trial_text_add(&text, after, strlen(after));
    return text;
}

static void expect_repeated(reader *read, const char *before, const char *unit, size_t times, const char *after,
                            ombud_status status, uint32_t line)
{
    trial_text text = repeated(before, unit, times, after);
    expect(read, text.bytes, text.length, status, line, 0);
    free(text.bytes);
}

static void long_lines(void **state)
{
    (void)state;
    expect_repeated(read_case, CASE_HEAD "# ", "x", OMBUD_LINE_MAX - 2, "\n", OMBUD_OK, 0);
    expect_repeated(read_case, CASE_HEAD "# ", "x", OMBUD_LINE_MAX - 1, "\n", OMBUD_E_LIMIT, 5);
    expect_repeated(read_case, CASE_HEAD "# ", "x", 10u << 20, "\n", OMBUD_E_LIMIT, 5);
    expect_repeated(read_case, CASE_HEAD "2026-03-03 permit.noted x", "1", 1000, "\n", OMBUD_E_SYNTAX, 5);
    expect_repeated(read_case, CASE_HEAD "2026-03-03 permit.noted x1 ", "a=yes ", 10000, "\n", OMBUD_E_DUPLICATE, 5);
    expect_repeated(read_law, PERMIT "  permit.d when ", "a or ", 12000, "a\n", OMBUD_E_LIMIT, 0);
    expect_repeated(read_law, "law a\nitem k ", "x", OMBUD_PREFIX_MAX, "\n", OMBUD_OK, 0);
    expect_repeated(read_law, "law a\nitem k ", "x", OMBUD_PREFIX_MAX + 1, "\n", OMBUD_E_LIMIT, 2);
    expect_repeated(read_law, "law a\nitem k ", "x", 60000, "\n", OMBUD_E_LIMIT, 2);
    expect_repeated(read_law, "law a\nrole ", "x", 60000, "\n", OMBUD_OK, 0);
}

static void deep_conditions(void **state)
{
    (void)state;
    expect_repeated(read_law, PERMIT "  permit.d when ", "(", 31, "a)))))))))))))))))))))))))))))))\n", OMBUD_OK, 0);
    expect_repeated(read_law, PERMIT "  permit.d when ", "(", 60000, "a\n", OMBUD_E_LIMIT, 0);
    expect_repeated(read_law, PERMIT "  permit.d when ", "not ", 15000, "a\n", OMBUD_E_LIMIT, 0);
    expect_repeated(read_law, PERMIT "  permit.d when ", "a and\n    ", 7000, "a\n", OMBUD_OK, 0);
    expect_repeated(read_law, PERMIT "  permit.noted only when ", "a and\n    ", 15000, "a\n", OMBUD_E_LIMIT, 0);
}

/* Definitions that rest on one another: in a ring, in a long chain, and each read twice by the next. */
static void definitions_upon_definitions(void **state)
{
    (void)state;
    static const struct {
        size_t count;
        const char *form, *last;
        ombud_status status;
    } rows[] = {
        {1, "  permit.d%u when d%u\n", "", OMBUD_E_UNKNOWN_NAME},
        {1, "  permit.d%u when d%u\n", "  permit.d1 when d0\n", OMBUD_E_CONFLICT},
        {1, "  permit.d%u when not d%u\n", "  permit.d1 when d1\n", OMBUD_E_CONFLICT},
        {500, "  permit.d%u when d%u\n", "  permit.d500 when a or d250\n", OMBUD_E_CONFLICT},
        {15000, "  permit.d%u when d%u\n", "  permit.d15000 when d0\n", OMBUD_E_CONFLICT},
        {200, "  permit.d%u when d%u\n", "  permit.d200 when a\n", OMBUD_OK},
        {15000, "  permit.d%u when d%u\n", "  permit.d15000 when a\n", OMBUD_E_LIMIT},
        {10, "  permit.d%u when d%u and d%u\n", "  permit.d10 when a\n", OMBUD_OK},
        {60, "  permit.d%u when d%u and d%u\n", "  permit.d60 when a\n", OMBUD_E_LIMIT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        trial_text text = repeated(PERMIT, "", 0, "");
        for (unsigned k = 0; k < rows[i].count; k++) {
            char row[80];
            const char *form = rows[i].form;
            size_t at = 0;
            unsigned number = k;
            for (const char *p = form; *p != '\0'; p++) {
                if (*p == '%') {
                    at += (size_t)snprintf(row + at, sizeof row - at, "%u", number);
                    number = k + 1;
                    p++;
                } else {
                    row[at++] = *p;
                }
            }
            trial_text_add(&text, row, at);
        }
        trial_text_put(&text, "%s", rows[i].last);
        if (rows[i].status == OMBUD_OK)
            trial_text_put(&text, "%s", "  permit.asked only when d0\n");
        expect(read_law, text.bytes, text.length, rows[i].status, 0, 0);
        if (rows[i].status == OMBUD_OK) {
            /* What may be read may be judged, and explained. */
            ombud_law *deep = LAW(text.bytes);
            ombud_case *c = CASE(deep, NULL);
            ombud_verdict *verdict = trial_verdict(c, "2026-03-02 permit.asked x1 by=p1");
            assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_UNDETERMINED);
            assert_int_equal(ombud_verdict_set_count(verdict), 1);
            assert_int_equal(ombud_verdict_set_size(verdict, 0), 1);
            ombud_verdict_free(verdict);
            ombud_case_free(c);
            ombud_law_free(deep);
        }
        free(text.bytes);
    }
}

/* A journal has at most a million lines, and striking out each line by the next takes no longer than reading them. */
static void a_million_lines(void **state)
{
    (void)state;
    trial_text text = repeated(CASE_HEAD, "2026-03-03 permit.noted x1\n", OMBUD_CASE_EVENTS_MAX - 1, "");
    expect(read_case, text.bytes, text.length, OMBUD_OK, 0, 0);
    trial_text_put(&text, "%s", "2026-03-03 permit.noted x1\n");
    expect(read_case, text.bytes, text.length, OMBUD_E_LIMIT, 0, 0);
    text.length = 0;
    trial_text_put(&text, "%s", CASE_HEAD);
    for (unsigned i = 1; i < OMBUD_CASE_EVENTS_MAX; i++)
        trial_text_put(&text, "2026-03-03 void %u\n", i);
    expect(read_case, text.bytes, text.length, OMBUD_OK, 0, 0);
    free(text.bytes);
}

static void many_lines_late_and_struck_out(void **state)
{
    (void)state;
    enum { LINES = 30002 };
    ombud_case *c = CASE(law, NULL);
    ombud_event *events = calloc(LINES, sizeof *events);
    static char text[LINES][24];
    assert_non_null(events);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    for (size_t i = 0; i < LINES; i++) {
        if (i % 2)
            snprintf(text[i], sizeof text[i], "void %u", (unsigned)i);
        else
            strcpy(text[i], "permit.noted x1");
        events[i] = trial_event("2026-03-03 x");
        events[i].on += (ombud_day)(LINES - i) / 100;
        events[i].line = ombud_view_of(text[i]);
    }
    assert_int_equal(ombud_case_apply_batch(c, events, LINES, NULL, NULL), OMBUD_OK);
    STATE(c, "x1", trial_asof("2026-03-03"), "");
    STATE(c, "x1", trial_known("2026-03-03", "2026-03-03"), "live");
    ombud_case_free(c);
    free(events);
}

/* Items, persons and links have their limits too. */
static void many_items(void **state)
{
    (void)state;
    ombud_case *c = NULL;
    ombud_status status = OMBUD_OK;
    int64_t number = 1;
    assert_int_equal(ombud_case_new(law, NULL, NULL, &c, NULL), OMBUD_OK);
    for (; number <= OMBUD_CASE_ITEMS_MAX && status == OMBUD_OK; number++)
        status = ombud_case_person(c, number, NULL, NULL);
    assert_int_equal(status, OMBUD_OK);
    assert_int_equal(ombud_case_item_count(c), OMBUD_CASE_ITEMS_MAX);
    assert_int_equal(ombud_case_person(c, number, NULL, NULL), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_item(c, "x1", NULL), OMBUD_E_LIMIT);
    ombud_event event = trial_event("2026-03-02 permit.asked x1");
    assert_int_equal(ombud_case_apply(c, &event, NULL, NULL), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_person(c, number - 1, "member", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_item_count(c), OMBUD_CASE_ITEMS_MAX);
    ombud_case_free(c);
}

/* A term whose end opens it again, day by day for centuries: long, but no longer than it is. */
static void ends_without_end(void **state)
{
    (void)state;
    ombud_law *ring = LAW(
        TRIAL_HEAD
        "item permit x\n  states live\n  event asked, renewed\nstructure\n  permit.asked: -> live\n  permit.renewed: "
        "any -> same\n"
        "  term stay\n    opened by permit.asked, permit.renewed\n    within exactly P1D\n    then permit.renewed\n");
    ombud_case *c = CASE(ring, NULL);
    ombud_asof asof = trial_asof("2526-03-02");
    ombud_timeline *timeline = NULL;
    ombud_step step = OMBUD_STEP_INIT;
    ombud_day before = 0;
    TELL(c, "2026-03-02 permit.asked x1");
    assert_int_equal(ombud_case_timeline(c, &asof, &timeline, NULL), OMBUD_OK);
    assert_int_equal(ombud_timeline_count(timeline), 182622);
    for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
        assert_int_equal(ombud_timeline_get(timeline, i, &step), OMBUD_OK);
        assert_true(step.on >= before);
        assert_int_equal(step.term == SIZE_MAX, step.kind != OMBUD_STEP_DUE);
        before = step.on;
    }
    ombud_timeline_free(timeline);
    ombud_case_free(c);
    ombud_law_free(ring);
}

/* The longest prefix still names its items. */
static void long_names(void **state)
{
    (void)state;
    static const size_t lengths[] = {1, OMBUD_PREFIX_MAX - 1, OMBUD_PREFIX_MAX};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        trial_text name = repeated("", "q", lengths[i], "7"), event = repeated("permit.asked ", "q", lengths[i], "7");
        trial_text text = repeated(TRIAL_HEAD "item permit ", "q", lengths[i],
                                   "\n  states live\n  event asked\nstructure\n  permit.asked: -> live\n");
        ombud_law *named = LAW(text.bytes);
        ombud_case *c = CASE(named, NULL);
        ombud_event asked = OMBUD_EVENT_INIT;
        asked.on = trial_day("2026-03-02");
        asked.line = (ombud_view){event.bytes, event.length};
        assert_int_equal(ombud_case_apply(c, &asked, NULL, NULL), OMBUD_OK);
        STATE(c, name.bytes, trial_asof("2026-03-02"), "live");
        free(name.bytes);
        free(event.bytes);
        free(text.bytes);
        ombud_case_free(c);
        ombud_law_free(named);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_a_case),   cmocka_unit_test(a_nul_in_the_middle),
        cmocka_unit_test(cut_at_every_byte), cmocka_unit_test(long_lines),
        cmocka_unit_test(deep_conditions),   cmocka_unit_test(definitions_upon_definitions),
        cmocka_unit_test(a_million_lines),   cmocka_unit_test(many_lines_late_and_struck_out),
        cmocka_unit_test(many_items),        cmocka_unit_test(ends_without_end),
        cmocka_unit_test(long_names),
    };
    return cmocka_run_group_tests_name("bad input", tests, begin, end);
}
