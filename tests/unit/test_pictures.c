/*
 * The pictures of cases and laws: every status, sinks and digests that stop, memory that fails, and texts that XML, a
 * calendar and DOT must escape. How they look is shown by tests/cli/test_pictures.py.
 */
#include "rendering.h"

static const char journal[] =
    "law small\ncase 9\nperson p1 reporter\nperson p2 desk\n"
    "2026-01-31 report.received r1 by=p2 reporter=p1 channel=external happened=2026-01-02 wish=P3M\n"
    "2026-02-11 fact r1 minor=yes by=p2\n"
    "2026-02-12 note.filed n1 by=p2\n"
    "2026-02-13 report.closed r1 by=p2 urgent=yes\n";

static void set_up(bench *b, const char *text, const char *law_text, ombud_format format)
{
    open_bench(b, text, law_text);
    b->how.format = format;
    b->how.domain = ombud_view_of("calendar.example.org");
    b->how.salt = ombud_view_of("sixteen bytes 16");
    assert_int_equal(ombud_day_of(2026, 3, 1, &b->asof.day), OMBUD_OK);
    out.length = 0;
    out.text[0] = '\0';
}

static ombud_status draw(const bench *b, ombud_error *err)
{
    return ombud_render_case(b->matter, &b->asof, &b->how, write_down, &out, err);
}

static size_t how_often(const char *text)
{
    size_t count = 0;
    for (const char *at = out.text; (at = strstr(at, text)) != NULL; at++) {
        count++;
    }
    return count;
}

/* The small law with a title and a label that every format must escape. */
static const char *hostile_law(char *buffer, size_t capacity)
{
    assert_true(strlen(small_law) + 64 < capacity);
    const char *begin = strstr(small_law, "A small procedure");
    size_t head = (size_t)(begin - small_law);
    memcpy(buffer, small_law, head);
    strcpy(buffer + head, "a<b> & \\\"c\\\" 'd' \\\\ e; f, g \xEF\xBF\xBF");
    strcat(buffer, begin + strlen("A small procedure"));
    return buffer;
}

/* ---- SVG --------------------------------------------------------------------------------------------------------- */

static void a_picture(void **state)
{
    bench b;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_SVG);
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    has("<svg xmlns=");
    has(" \xC2\xB7 Art. 1</text>");
    has("r1 acknowledge");
    has("A small procedure");
    /* A step of a fact, one not permitted, and the last day of a term that was met by nothing. */
    has("r1 minor: yes");
    has("forbidden");
    has("url(#ombud-past)");
    assert_null(strstr(out.text, "<script"));
    assert_null(strstr(out.text, "href"));
    assert_int_equal(how_often("</svg>\n"), 1);
    assert_int_equal(how_often("<g>") + how_often("<g transform"), how_often("</g>"));
    tear_down(&b);
}

static void an_empty_case(void **state)
{
    bench b;
    (void)state;
    set_up(&b, "law small\ncase 1\n", small_law, OMBUD_FORMAT_SVG);
    for (b.asof.day = OMBUD_DAY_MIN;; b.asof.day = OMBUD_DAY_MAX) {
        out.length = 0;
        assert_int_equal(draw(&b, NULL), OMBUD_OK);
        has("none yet");
        if (b.asof.day == OMBUD_DAY_MAX) {
            break;
        }
    }
    b.how.format = OMBUD_FORMAT_ICS;
    out.length = 0;
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    assert_int_equal(how_often("BEGIN:VEVENT"), 0);
    tear_down(&b);
}

static void escaped(void **state)
{
    bench b;
    char law[8192];
    (void)state;
    set_up(&b, journal, hostile_law(law, sizeof law), OMBUD_FORMAT_SVG);
    b.how.name = ombud_view_of("x<y>&");
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    has("a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; \\ e; f, g  ");
    has("x&lt;y&gt;&amp;");
    out.length = 0;
    b.how.format = OMBUD_FORMAT_DOT;
    assert_int_equal(ombud_render_law(b.law, NULL, &b.how, write_down, &out, NULL), OMBUD_OK);
    has("a<b> & \\\"c\\\" 'd' \\\\ e; f, g ");
    tear_down(&b);
}

/* ---- ICS --------------------------------------------------------------------------------------------------------- */

static int constant_digest(void *user, const char *bytes, size_t length, uint64_t digest[2])
{
    size_t *calls = user;
    assert_true(length > 0 && memchr(bytes, '9', length) != NULL);
    digest[0] = 0x0123456789ABCDEFu;
    digest[1] = ++*calls;
    return 0;
}

static int failing_digest(void *user, const char *bytes, size_t length, uint64_t digest[2])
{
    (void)user;
    (void)bytes;
    (void)length;
    (void)digest;
    return 5;
}

static void a_calendar(void **state)
{
    bench b;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t calls = 0;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_ICS);
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    /* Of three duties and terms only the one of a person with a last day; `follow` has none. */
    assert_int_equal(how_often("BEGIN:VEVENT"), 1);
    has("DTSTART;VALUE=DATE:20260207\r\nDTEND;VALUE=DATE:20260208\r\n");
    has("DTSTAMP:20260301T000000Z\r\n");
    has("SUMMARY:Last day of a duty\r\n");
    has("CLASS:CONFIDENTIAL\r\n");
    assert_null(strstr(out.text, "acknowledge"));
    assert_null(strstr(out.text, "DESCRIPTION"));
    b.how.detailed = 1;
    b.how.alarm_days = 3;
    b.how.uid = constant_digest;
    b.how.uid_user = &calls;
    b.how.salt = ombud_view_of(NULL);
    out.length = 0;
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    has("SUMMARY:case 9\\, r1 acknowledge");
    has("DESCRIPTION:r1 acknowledge: overdue 22 days\\, due 7 Feb");
    has("TRIGGER:-P3D\r\n");
    has("UID:0123456789abcdef0000000000000001@calendar.example.org\r\n");
    b.how.uid = failing_digest;
    assert_int_equal(draw(&b, &err), OMBUD_E_CALLBACK);
    assert_int_equal(err.host_code, 5);
    tear_down(&b);
}

static void what_a_calendar_needs(void **state)
{
    static const char *const bad[] = {"", "-a", "a-", "a b", "a@b", "ex\r\nample", ".org", "\xC3\xA9.org"};
    bench b;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_ICS);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        b.how.domain = ombud_view_of(bad[i]);
        assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    }
    b.how.domain = ombud_view_of("example.org");
    b.how.salt.len = OMBUD_SALT_MIN - 1;
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    b.how.salt.len = OMBUD_SALT_MIN;
    b.how.salt.ptr = NULL;
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    b.how.salt = ombud_view_of("sixteen bytes 16");
    b.how.alarm_days = 366;
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    b.how.alarm_days = -1;
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(out.length, 0);
    tear_down(&b);
    set_up(&b, "law small\nperson p2 desk\n", small_law, OMBUD_FORMAT_ICS);
    assert_int_equal(draw(&b, NULL), OMBUD_E_STATE);
    tear_down(&b);
}

/* An older caller's struct ends before what calendars need: they are then missing, nothing else. */
static void an_older_caller(void **state)
{
    bench b;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_SVG);
    b.how.struct_size = (uint32_t)offsetof(ombud_render, domain);
    assert_int_equal(draw(&b, NULL), OMBUD_OK);
    b.how.format = OMBUD_FORMAT_ICS;
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    tear_down(&b);
}

/* ---- DOT --------------------------------------------------------------------------------------------------------- */

static void a_machine(void **state)
{
    bench b;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    set_up(&b, journal, small_law, 0);
    assert_int_equal(ombud_render_law(b.law, NULL, NULL, write_down, &out, NULL), OMBUD_OK);
    has("\"report.\" -> \"report.received\" [label=\"received\\l  desk\\l  Art. 1\\l\"]");
    has("\"report.closed\" -> \"report.received\" [label=\"reopened\\l  desk\\l  Art. 4\\l\"]");
    has("at most 7 days");
    has("subgraph \"cluster_note\"");
    has("\"note.kept\" [label=\"kept\", peripheries=2]");
    out.length = 0;
    assert_int_equal(ombud_render_law(b.law, "report", NULL, write_down, &out, NULL), OMBUD_OK);
    assert_null(strstr(out.text, "cluster_note"));
    assert_int_equal(ombud_render_law(b.law, "nothing", NULL, write_down, &out, &err), OMBUD_E_UNKNOWN_NAME);
    assert_true(*err.message && *err.remedy);
    assert_int_equal(ombud_render_law(NULL, NULL, NULL, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_render_law(b.law, NULL, NULL, NULL, &out, NULL), OMBUD_E_ARGUMENT);
    b.how.format = OMBUD_FORMAT_JSON;
    assert_int_equal(ombud_render_law(b.law, NULL, &b.how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    tear_down(&b);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static void formats_that_do_not_fit(void **state)
{
    bench b;
    ombud_verdict *verdict = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_DOT);
    event.on = b.asof.day;
    event.by = 2;
    event.line = ombud_view_of("report.closed r1");
    assert_int_equal(ombud_case_may(b.matter, &event, NULL, &verdict, NULL), OMBUD_OK);
    assert_int_equal(draw(&b, NULL), OMBUD_E_ARGUMENT);
    for (b.how.format = OMBUD_FORMAT_SVG; b.how.format <= OMBUD_FORMAT_DOT; b.how.format++) {
        assert_int_equal(ombud_render_findings(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
        assert_int_equal(ombud_render_verdict(verdict, &b.how, write_down, &out, NULL), OMBUD_E_ARGUMENT);
    }
    assert_int_equal(out.length, 0);
    ombud_verdict_free(verdict);
    tear_down(&b);
}

static void a_sink_that_stops(void **state)
{
    bench b;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_SVG);
    for (; b.how.format <= OMBUD_FORMAT_ICS; b.how.format++) {
        assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, stop_at_once, NULL, &err), OMBUD_E_CALLBACK);
        assert_int_equal(err.host_code, 42);
    }
    assert_int_equal(ombud_render_law(b.law, NULL, NULL, stop_at_once, NULL, &err), OMBUD_E_CALLBACK);
    tear_down(&b);
}

static void failing_memory(void **state)
{
    static written whole;
    bench b;
    (void)state;
    set_up(&b, journal, small_law, OMBUD_FORMAT_SVG);
    for (; b.how.format <= OMBUD_FORMAT_ICS; b.how.format++) {
        whole.length = 0;
        b.memory.fail_at = 0;
        b.memory.calls = 0;
        assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &whole, NULL), OMBUD_OK);
        size_t calls = b.memory.calls, held = b.memory.held;
        assert_true(calls > 0);
        for (size_t n = 1; n <= calls; n++) {
            b.memory.calls = 0;
            b.memory.fail_at = n;
            assert_int_equal(draw(&b, NULL), OMBUD_E_NOMEM);
            assert_int_equal(b.memory.held, held);
        }
        b.memory.fail_at = 0;
        out.length = 0;
        assert_int_equal(draw(&b, NULL), OMBUD_OK);
        assert_int_equal(out.length, whole.length);
        assert_memory_equal(out.text, whole.text, whole.length);
    }
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_picture),       cmocka_unit_test(an_empty_case),
        cmocka_unit_test(escaped),         cmocka_unit_test(a_calendar),
        cmocka_unit_test(an_older_caller), cmocka_unit_test(what_a_calendar_needs),
        cmocka_unit_test(a_machine),       cmocka_unit_test(formats_that_do_not_fit),
        cmocka_unit_test(failing_memory),  cmocka_unit_test(a_sink_that_stops),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
