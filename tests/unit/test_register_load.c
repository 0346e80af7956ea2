/*
 * A journal of many cases read in whatever pieces, and cases of several laws looked at together.
 */
#include "trial.h"

#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

static const char journal[] = "# the desk's journal\n"
                              "1\tperson p2 desk\n"
                              "2\tperson p2 desk\n"
                              "1\t2026-02-02 report.received r1 by=p2\n"
                              "\n"
                              "2\t2026-02-03 report.received r1 by=p2 # on paper\n"
                              "1\t2026-02-06 report.acknowledged r1 by=p2\r\n"
                              "2\tperson p1 reporter\n"
                              "2\t# nothing\n"
                              "2\t2026-02-05 note.filed n1 by=p2\n";

static ombud_register *new_register(const ombud_law *law, const char *present)
{
    ombud_register *reg = NULL;
    OK(ombud_register_new(law, NULL, trial_day(present), NULL, &reg, NULL));
    return reg;
}

static trial_text all_written(const ombud_register *reg)
{
    trial_text text = {NULL, 0, 0};
    int64_t number = 0;
    trial_text_add(&text, "", 0);
    while (ombud_register_next_number(reg, number, &number) == OMBUD_OK)
        OK(ombud_case_write(ombud_register_case(reg, number), trial_text_add, &text, NULL));
    return text;
}

static void however_it_is_cut(void **state)
{
    (void)state;
    ombud_law *law = LAW(small_law);
    char *whole = NULL;
    for (size_t piece = 1; piece <= sizeof journal; piece++) {
        ombud_register *reg = new_register(law, "2026-03-01");
        ombud_stream *stream = NULL;
        OK(ombud_stream_new(reg, &stream, NULL));
        for (size_t at = 0; at < sizeof journal - 1; at += piece) {
            size_t left = sizeof journal - 1 - at;
            OK(ombud_stream_feed(stream, journal + at, left < piece ? left : piece, NULL));
        }
        OK(ombud_stream_end(stream, NULL));
        assert_int_equal(ombud_stream_lines(stream), 10);
        assert_int_equal(ombud_stream_end(stream, NULL), OMBUD_E_STATE);
        assert_int_equal(ombud_stream_feed(stream, "\n", 1, NULL), OMBUD_E_STATE);
        assert_int_equal(ombud_register_count(reg), 2);
        trial_text text = all_written(reg);
        if (whole == NULL)
            whole = text.bytes;
        assert_string_equal(text.bytes, whole);
        if (text.bytes != whole)
            free(text.bytes);
        ombud_stream_free(stream);
        ombud_register_free(reg);
    }
    assert_non_null(strstr(whole, "2026-02-05 note.filed n1 by=p2"));
    free(whole);
    ombud_law_free(law);
}

/* Cut at every byte: whole lines are there, and the rest is told with its line. */
static void cut_in_the_middle(void **state)
{
    (void)state;
    ombud_law *law = LAW(small_law);
    for (size_t length = 0; length < sizeof journal; length++) {
        ombud_register *reg = new_register(law, "2026-03-01");
        ombud_stream *stream = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        uint32_t lines = 0;
        for (size_t i = 0; i < length; i++)
            lines += journal[i] == '\n';
        OK(ombud_stream_new(reg, &stream, &err));
        OK(ombud_stream_feed(stream, journal, length, &err));
        int cut = length > 0 && journal[length - 1] != '\n';
        assert_int_equal(ombud_stream_end(stream, &err), cut ? OMBUD_E_SYNTAX : OMBUD_OK);
        assert_int_equal(ombud_stream_lines(stream), lines);
        assert_int_equal(ombud_register_count(reg), lines > 2 ? 2 : lines > 1 ? 1 : 0);
        if (cut)
            assert_int_equal(err.line, lines + 1);
        ombud_stream_free(stream);
        ombud_register_free(reg);
    }
    ombud_law_free(law);
}

static void a_bad_line_stops_it(void **state)
{
    static const struct {
        const char *line;
        ombud_status status;
        uint32_t column;
    } bad[] = {
        {"person p2 desk", OMBUD_E_SYNTAX, 1},
        {"x\tperson p2 desk", OMBUD_E_SYNTAX, 1},
        {"0\tperson p2 desk", OMBUD_E_SYNTAX, 1},
        {"01\tperson p2 desk", OMBUD_E_SYNTAX, 1},
        {"-1\tperson p2 desk", OMBUD_E_SYNTAX, 1},
        {"9007199254740992\tperson p2 desk", OMBUD_E_SYNTAX, 1},
        {"\tperson p2 desk", OMBUD_E_SYNTAX, 2},
        {"1\tperson p2 clerk", OMBUD_E_UNKNOWN_NAME, 13},
        {"1\t2026-02-02 report.lost r1", OMBUD_E_UNKNOWN_NAME, 14},
        {"12\t2026-13-02 report.received r1", OMBUD_E_DATE, 4},
        {"1\t2027-02-02 report.received r1", OMBUD_E_RANGE, 3},
        {"1\tset roll none", OMBUD_E_SYNTAX, 3},
        {"1\t\001", OMBUD_E_UTF8, 3},
    };
    (void)state;
    ombud_law *law = LAW(small_law);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ombud_register *reg = new_register(law, "2026-03-01");
        ombud_stream *stream = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        char text[200];
        int length = snprintf(text, sizeof text, "7\tperson p2 desk\n\n%s\n8\tperson p2 desk\n", bad[i].line);
        OK(ombud_stream_new(reg, &stream, NULL));
        ombud_status status = ombud_stream_feed(stream, text, (size_t)length, &err);
        if (status != bad[i].status || err.line != 3 || err.column != bad[i].column)
            fail_msg("%s: %s at %u:%u, %s", bad[i].line, ombud_status_name(status), err.line, err.column, err.message);
        assert_true(err.remedy[0] != '\0');
        assert_int_equal(ombud_stream_lines(stream), 2);
        assert_int_equal(ombud_register_count(reg), 1);
        assert_non_null(ombud_register_case(reg, 7));
        assert_int_equal(ombud_stream_feed(stream, "9\tperson p2 desk\n", 17, &err), OMBUD_E_STATE);
        ombud_stream_free(stream);
        ombud_register_free(reg);
    }
    ombud_law_free(law);
}

static void a_line_without_end_is_bounded(void **state)
{
    (void)state;
    ombud_law *law = LAW(small_law);
    ombud_register *reg = new_register(law, "2026-03-01");
    ombud_stream *stream = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    char piece[1000];
    ombud_status status = OMBUD_OK;
    memset(piece, ' ', sizeof piece);
    OK(ombud_stream_new(reg, &stream, NULL));
    for (int i = 0; i < 100 && status == OMBUD_OK; i++)
        status = ombud_stream_feed(stream, piece, sizeof piece, &err);
    assert_int_equal(status, OMBUD_E_LIMIT);
    assert_int_equal(err.line, 1);
    ombud_stream_free(stream);
    assert_int_equal(ombud_stream_new(NULL, &stream, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_stream_feed(NULL, "", 0, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_stream_end(NULL, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_stream_lines(NULL), 0);
    ombud_register_free(reg);
    ombud_law_free(law);
}

/* ---- together ---------------------------------------------------------------------------------------------------- */

/* One matter, a case under each of two laws. */
static void two_laws_at_once(void **state)
{
    (void)state;
    ombud_law *first = LAW(small_law);
    ombud_law *second = LAW(TRIAL_HEAD "item loan l\n  state out\n  event lent by librarian\n" TRIAL_RULE(
        "1") "  loan.lent: -> out\n  duty back member to librarian\n    opened by loan.lent\n    within at most P5D\n"
             "  duty thank member to librarian\n    opened by loan.lent\n    within none\n");
    ombud_register *desk = new_register(first, "2026-02-20"), *library = new_register(second, "2026-02-20");
    OK(ombud_register_line(desk, 41, "person p2 desk", 14, NULL));
    OK(ombud_register_line(desk, 41, "2026-02-02 report.received r1 by=p2", 35, NULL));
    OK(ombud_register_line(desk, 41, "2026-02-03 report.received r2 by=p2", 35, NULL));
    OK(ombud_register_line(library, 9, "person p2 librarian", 19, NULL));
    OK(ombud_register_line(library, 9, "2026-02-04 loan.lent l1 by=p2", 29, NULL));
    const ombud_case *cases[2] = {ombud_register_case(desk, 41), ombud_register_case(library, 9)};
    ombud_together *together = NULL;
    ombud_asof asof = trial_asof("2026-02-09");
    OK(ombud_together_ask(cases, 2, &asof, NULL, &together, NULL));
    static const struct {
        size_t of;
        const char *name, *due;
    } want[] = {{0, "acknowledge", "2026-02-09"},
                {1, "back", "2026-02-09"},
                {0, "acknowledge", "2026-02-10"},
                {0, "follow", NULL},
                {0, "follow", NULL},
                {1, "thank", NULL}};
    assert_int_equal(ombud_together_duty_count(together), 6);
    for (size_t i = 0; i < 6; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        size_t of = 9;
        OK(ombud_together_duty(together, i, &of, &term));
        assert_int_equal(of, want[i].of);
        assert_true(trial_view_is(term.name, want[i].name));
        assert_int_equal(term.no_due == OMBUD_DUE_KNOWN, want[i].due != NULL);
        if (want[i].due != NULL)
            assert_string_equal(trial_date(term.due), want[i].due);
    }
    ombud_day next;
    OK(ombud_together_next_change(together, &next));
    assert_string_equal(trial_date(next), "2026-02-10");
    assert_int_equal(ombud_together_finding_count(together), 0);
    ombud_together_free(together);
    asof = trial_asof("2026-02-20");
    OK(ombud_together_ask(cases, 2, &asof, NULL, &together, NULL));
    assert_int_equal(ombud_together_finding_count(together), 3);
    static const size_t late[] = {0, 1, 0};
    for (size_t i = 0; i < 3; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        size_t of = 9;
        OK(ombud_together_finding(together, i, &of, &finding));
        assert_int_equal(of, late[i]);
        assert_int_equal(finding.kind, OMBUD_LATE);
    }
    ombud_finding none = OMBUD_FINDING_INIT;
    size_t of;
    assert_int_equal(ombud_together_finding(together, 3, &of, &none), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_together_next_change(together, &next), OMBUD_E_NOT_FOUND);
    ombud_together_free(together);
    const ombud_case *gap[2] = {cases[0], NULL};
    assert_int_equal(ombud_together_ask(gap, 2, &asof, NULL, &together, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_together_ask(cases, 0, &asof, NULL, &together, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_together_ask(cases, OMBUD_TOGETHER_MAX + 1, &asof, NULL, &together, NULL), OMBUD_E_LIMIT);
    ombud_register_free(desk);
    ombud_register_free(library);
    ombud_law_free(first);
    ombud_law_free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(however_it_is_cut),   cmocka_unit_test(cut_in_the_middle),
        cmocka_unit_test(a_bad_line_stops_it), cmocka_unit_test(a_line_without_end_is_bounded),
        cmocka_unit_test(two_laws_at_once),
    };
    return cmocka_run_group_tests_name("loading a register", tests, NULL, NULL);
}
