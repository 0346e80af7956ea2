/*
 * The renderer: every status of its functions, the same text however the case's memory fails, sinks that stop, and
 * strings that JSON must escape.
 */
#include "rendering.h"

static const char journal[] =
    "law small\ncase 9\nperson p1 reporter\nperson p2 desk\n"
    "2026-01-31 report.received r1 by=p2 reporter=p1 channel=external happened=2026-01-02 wish=P3M\n"
    "2026-02-10 report.acknowledged r1 by=p2 entered=2026-02-12\n"
    "2026-02-11 fact r1 minor=yes by=p2\n"
    "2026-02-11 fact r1 urgent=no by=p2\n"
    "2026-02-12 note.filed n1 by=p2\n"
    "2026-02-12 link n1 about r1 by=p2\n"
    "2026-02-13 report.closed r1 by=p2 urgent=yes\n"
    "2026-02-14 void 3 by=p2\n";

static ombud_asof seen_on(int32_t year, int32_t month, int32_t day)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    assert_int_equal(ombud_day_of(year, month, day, &asof.day), OMBUD_OK);
    return asof;
}

static void text_of_a_case(void **state)
{
    bench b;
    ombud_asof asof = seen_on(2026, 3, 1);
    ombud_render how = OMBUD_RENDER_INIT;
    (void)state;
    open_bench(&b, journal, small_law);
    how.name = ombud_view_of("desk.case");
    out.length = 0;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_OK);
    has("small  desk.case  case 9");
    has("as of Sunday 1 March 2026");
    has("2026-01-31 Sat");
    has("happened: 2026-01-02");
    /* 31 January + 7 days; the entry of the 12th is marked late. */
    has("31 Jan + 7 days, day of the event not");
    has("entered 12 Feb");
    has("r1 urgent: no");
    has("stated by desk (p2)");
    /* Line 3 was struck out. */
    assert_null(strstr(out.text, "minor: yes"));
    has("n1 about r1");
    has("2026-02-13 Fri");
    has("forbidden");
    has("since 8 Feb");
    /* 13 February + 2 months, a term of nobody's. */
    has("due 13 Apr = 13 Feb + 2 months");
    has("route                               outside");
    has("`ombud show small:1` prints the rule.");
    assert_null(strchr(out.text, '\x1b'));
    out.length = 0;
    how.colour = 1;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_OK);
    has("\x1b[31m");
    tear_down(&b);
}

static void findings_alone(void **state)
{
    bench b;
    ombud_asof asof = seen_on(2026, 2, 7);
    (void)state;
    open_bench(&b, journal, small_law);
    out.length = 0;
    assert_int_equal(ombud_render_findings(b.matter, &asof, NULL, write_down, &out, NULL), OMBUD_OK);
    has("none");
    assert_null(strstr(out.text, "received"));
    out.length = 0;
    asof = seen_on(2026, 2, 8);
    assert_int_equal(ombud_render_findings(b.matter, &asof, NULL, write_down, &out, NULL), OMBUD_OK);
    has("r1 acknowledge: overdue");
    has("Art. 1");
    tear_down(&b);
}

static ombud_verdict *verdict_on_closing(const bench *b)
{
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_verdict *verdict = NULL;
    assert_int_equal(ombud_day_of(2026, 2, 10, &event.on), OMBUD_OK);
    event.by = 2;
    event.line = ombud_view_of("report.closed r1");
    assert_int_equal(ombud_case_may(b->matter, &event, NULL, &verdict, NULL), OMBUD_OK);
    return verdict;
}

static void a_verdict(void **state)
{
    bench b;
    ombud_render how = OMBUD_RENDER_INIT;
    (void)state;
    open_bench(&b, journal, small_law);
    ombud_verdict *verdict = verdict_on_closing(&b);
    out.length = 0;
    assert_int_equal(ombud_render_verdict(verdict, NULL, write_down, &out, NULL), OMBUD_OK);
    has("r1 closed \xC2\xB7 p2 \xC2\xB7 Tuesday 10 February 2026");
    has("undetermined");
    has("Art. 2");
    has("Only a minor report is closed.");
    has("- r1 minor: yes ");
    has("- r1 urgent: no ");
    has("each stated by desk"); /* said once, below what they state */
    how.lang = OMBUD_LANG_NL;
    out.length = 0;
    assert_int_equal(ombud_render_verdict(verdict, &how, write_down, &out, NULL), OMBUD_OK);
    has("onbepaald");
    has("dinsdag 10 februari 2026");
    how.format = OMBUD_FORMAT_JSON;
    out.length = 0;
    assert_int_equal(ombud_render_verdict(verdict, &how, write_down, &out, NULL), OMBUD_OK);
    has("\"ruling\":\"undetermined\",\"provision\":\"small:2\",\"citation\":\"Art. 2\"");
    ombud_verdict_free(verdict);
    tear_down(&b);
}

static void what_json_must_escape(void **state)
{
    bench b;
    ombud_asof asof = seen_on(2026, 2, 7);
    ombud_render how = OMBUD_RENDER_INIT;
    char law[8192];
    (void)state;
    assert_true(strlen(small_law) < sizeof law - 16);
    memcpy(law, small_law, sizeof small_law);
    char *title = strstr(law, "A small procedure");
    memcpy(title, "A \\\"b\\\\c\\\" d", 12);
    open_bench(&b, journal, law);
    how.format = OMBUD_FORMAT_JSON;
    how.name = ombud_view_of("a\tb\"c\\");
    out.length = 0;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_OK);
    has("\"name\":\"a\\u0009b\\\"c\\\\\"");
    has("\"title\":\"A \\\"b\\\\c\\\" d");
    has("\"due\":\"2026-02-07\"");
    /* One object on one line. */
    assert_ptr_equal(strchr(out.text, '\n'), out.text + out.length - 1);
    tear_down(&b);
}

/* ---- statuses ---------------------------------------------------------------------------------------------------- */

static void wrong_arguments(void **state)
{
    bench b;
    ombud_asof asof = seen_on(2026, 2, 7);
    ombud_asof short_asof = asof;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    open_bench(&b, journal, small_law);
    ombud_verdict *verdict = verdict_on_closing(&b);
    out.length = 0;
    assert_int_equal(ombud_render_case(NULL, &asof, &how, write_down, &out, &err), OMBUD_E_ARGUMENT);
    assert_true(*err.message && *err.remedy);
    assert_int_equal(ombud_render_case(b.matter, NULL, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, NULL, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_findings(NULL, &asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_findings(b.matter, NULL, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_verdict(NULL, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_verdict(verdict, &how, NULL, &out, NULL), OMBUD_E_ARGUMENT);
    short_asof.struct_size = 8;
    assert_int_equal(ombud_render_case(b.matter, &short_asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    how.format = OMBUD_FORMAT_DOT + 1;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_verdict(verdict, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    how.format = OMBUD_FORMAT_TEXT;
    how.lang = OMBUD_LANG_OTHER + 1;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    how.lang = -1;
    assert_int_equal(ombud_render_findings(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    how.lang = OMBUD_LANG_EN;
    how.struct_size = 4;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    how.struct_size = (uint32_t)sizeof how;
    how.name = ombud_view_of("\xff");
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_UTF8);
    how.name.ptr = NULL;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_E_UTF8);
    asof.day = OMBUD_DAY_MAX + 1;
    assert_int_equal(ombud_render_case(b.matter, &asof, NULL, write_down, &out, NULL), OMBUD_E_RANGE);
    assert_int_equal(ombud_render_findings(b.matter, &asof, NULL, write_down, &out, NULL), OMBUD_E_RANGE);
    assert_int_equal(out.length, 0);
    ombud_verdict_free(verdict);
    tear_down(&b);
}

static void a_newer_caller(void **state)
{
    struct {
        ombud_render known;
        int64_t later;
    } how = {OMBUD_RENDER_INIT, 0};
    bench b;
    ombud_asof asof = seen_on(2026, 2, 7);
    (void)state;
    open_bench(&b, journal, small_law);
    how.known.struct_size = (uint32_t)sizeof how;
    out.length = 0;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how.known, write_down, &out, NULL), OMBUD_OK);
    how.later = 1;
    assert_int_equal(ombud_render_case(b.matter, &asof, &how.known, write_down, &out, NULL), OMBUD_E_UNSUPPORTED);
    tear_down(&b);
}

static void a_sink_that_stops(void **state)
{
    bench b;
    ombud_asof asof = seen_on(2026, 2, 7);
    ombud_render how = OMBUD_RENDER_INIT;
    (void)state;
    open_bench(&b, journal, small_law);
    ombud_verdict *verdict = verdict_on_closing(&b);
    for (how.format = OMBUD_FORMAT_TEXT; how.format <= OMBUD_FORMAT_JSON; how.format++) {
        ombud_error err = OMBUD_ERROR_INIT;
        assert_int_equal(ombud_render_case(b.matter, &asof, &how, stop_at_once, NULL, &err), OMBUD_E_CALLBACK);
        assert_int_equal(err.host_code, 42);
        assert_int_equal(ombud_render_findings(b.matter, &asof, &how, stop_at_once, NULL, &err), OMBUD_E_CALLBACK);
        assert_int_equal(ombud_render_verdict(verdict, &how, stop_at_once, NULL, &err), OMBUD_E_CALLBACK);
    }
    ombud_verdict_free(verdict);
    tear_down(&b);
}

/* Whatever allocation fails: the right status, nothing kept, and the next rendering as if nothing had been. */
static void failing_memory(void **state)
{
    static written whole;
    bench b;
    ombud_asof asof = seen_on(2026, 3, 1);
    ombud_render how = OMBUD_RENDER_INIT;
    (void)state;
    open_bench(&b, journal, small_law);
    for (how.format = OMBUD_FORMAT_TEXT; how.format <= OMBUD_FORMAT_JSON; how.format++) {
        whole.length = 0;
        b.memory.fail_at = 0;
        b.memory.calls = 0;
        assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &whole, NULL), OMBUD_OK);
        size_t calls = b.memory.calls, held = b.memory.held;
        assert_true(calls > 0);
        for (size_t n = 1; n <= calls; n++) {
            ombud_error err = OMBUD_ERROR_INIT;
            out.length = 0;
            b.memory.calls = 0;
            b.memory.fail_at = n;
            assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, &err), OMBUD_E_NOMEM);
            assert_int_equal(err.code, OMBUD_E_NOMEM);
            assert_int_equal(b.memory.held, held);
        }
        b.memory.fail_at = 0;
        out.length = 0;
        assert_int_equal(ombud_render_case(b.matter, &asof, &how, write_down, &out, NULL), OMBUD_OK);
        assert_int_equal(out.length, whole.length);
        assert_memory_equal(out.text, whole.text, whole.length);
    }
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_of_a_case),        cmocka_unit_test(findings_alone),  cmocka_unit_test(a_verdict),
        cmocka_unit_test(what_json_must_escape), cmocka_unit_test(wrong_arguments), cmocka_unit_test(a_newer_caller),
        cmocka_unit_test(a_sink_that_stops),     cmocka_unit_test(failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
