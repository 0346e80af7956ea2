/*
 * Edges of the faces: what months and calendars leave out, names and lines too long for a page, rows that cite nothing,
 * whom and what the ways out of a refusal ask for, ends of the calendar; and the pieces the faces are made of.
 */
#include "rendering.h"

#include "ombud/ombud.h"
#include "render/out.h"
#include "render/phrase.h"
#include "render/svg.h"

#define RULE(id, since) "provision " id " \"Art. " id "\" since " since "\n  anchor \"a\"\n  gloss en \"G.\"\n"

static const char edge_law[] =
    "law edge\nforce law\nverified 2030-01-01\nrole desk\nrole clerk\nlength rest en \"the rest\"\nitem person p\n"
    "item report r\n  states in, out\n  event came, went, told, asked, tried, barred, led, signed_off, sealed by desk\n"
    "  fact a, b, c, d stated by desk\n  fact e, secret stated by clerk\n  fact signed stated by desk\n"
    "item note n\n  states kept\n  event came by desk\n  fact a, b, c, d stated by desk\n"
    "item sheet s\n  states kept\n  event came by desk\n  fact a, b, c stated by desk\n"
    "link about : note -> report\nlink on : sheet -> report\nlink beside : report -> report\n" RULE(
        "1", "original") "  report.came: -> in\n  report.went: in -> out\n  report.told, report.asked, report.tried, "
                         "report.barred, report.led: in -> same\n"
                         "  report.signed_off: in -> same makes signed\n  note.came: -> kept\n  sheet.came: -> kept\n"
                         "  duty answer desk to clerk\n    opened by report.came\n    within at most P1M\n    met by "
                         "report.went\n    excused when a\n"
                         "  duty answer_all desk to clerk\n    opened by report.came\n    within at most P1M\n    "
                         "rolls to next_working_day\n    met by report.went\n"
                         "  duty open_end desk to clerk\n    opened by report.told\n    within host rest\n    met by "
                         "report.went\n"
                         "  duty answer desk to clerk\n    opened by note.came\n    within at most P1M\n    again\n"
                         "  report.went only when signed and b and e and a unless d\n"
                         "  report.asked only when b and open_end is overdue\n"
                         "  report.barred only when (a and b and c) or (not a and b and c)\n"
                         "  report.led only when at least 1 about <- note (a and b and c) or at least 1 on <- sheet (a "
                         "and b and c)\n"
                         "  answer report.way = yes when by desk\n  answer report.late = yes when secret\n  withhold "
                         "report.secret from all but clerk\n" RULE(
                             "2",
                             "setting entry") "  report.sealed: in -> same\n"
                                              "structure\n  report.tried only when d\n  duty rest_a desk to clerk\n    "
                                              "opened by report.came\n    within exactly P10D\n"
                                              "  figure all = count of report by state when a en \"All there are\"\n";

static const char journal[] = "law edge\ncase 9\nperson p1 clerk\nperson p2 desk\n"
                              "2026-01-31 report.came r1 by=p2\n";

static void begin(bench *b, const char *text, ombud_format format, const char *day)
{
    open_bench(b, text, edge_law);
    b->how.format = format;
    b->how.domain = ombud_view_of("calendar.example.org");
    b->how.salt = ombud_view_of("sixteen bytes 16");
    assert_int_equal(ombud_day_parse(day, 10, &b->asof.day), OMBUD_OK);
    out.length = 0;
    out.text[0] = '\0';
}

static void lacks(const char *text)
{
    if (strstr(out.text, text))
        fail_msg("`%s` is in:\n%s", text, out.text);
}

/* ---- pages of cases ------------------------------------------------------------------------------------------------
 */

static void pages_of_cases(void **state)
{
    (void)state;
    static const struct {
        const char *more, *day;
        ombud_format format;
        const char *shown, *not_shown;
    } rows[] = {
        /* A month after 31 January ends with February, and that is said. */
        {"", "2026-02-10", OMBUD_FORMAT_TEXT, "last day of the month", "excused"},
        {"", "2026-02-10", OMBUD_FORMAT_JSON, "\"month_end\":true", NULL},
        /* Excused on the last day, but not for good before it has ended. */
        {"2026-02-20 fact r1 a=yes by=p2\n", "2026-02-28", OMBUD_FORMAT_TEXT, "r1 answer: last day", "excused"},
        {"2026-02-02 report.told r1 by=p2\n", "2026-02-10", OMBUD_FORMAT_TEXT, "length not set: the", NULL},
        {"", "2026-02-10", OMBUD_FORMAT_TEXT, "way                                 missing: brought by desk", NULL},
        {"", "2026-02-10", OMBUD_FORMAT_SVG, "2026", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        bench b;
        char text[512];
        (void)snprintf(text, sizeof text, "%s%s", journal, rows[i].more);
        begin(&b, text, rows[i].format, rows[i].day);
        assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
        has(rows[i].shown);
        if (rows[i].not_shown)
            lacks(rows[i].not_shown);
        tear_down(&b);
    }
}

static void before_the_holidays_are_known(void **state)
{
    (void)state;
    bench b;
    begin(&b, "law edge\ncase 9\nperson p2 desk\n1970-01-05 report.came r1 by=p2\n", OMBUD_FORMAT_TEXT, "1970-01-10");
    assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
    has("r1 answer all                       desk \xE2\x86\x92 clerk; the holidays of that");
    has("year are not known");
    tear_down(&b);
}

/* Who may not know of a fact is not told that it would decide. */
static void what_would_decide_is_withheld(void **state)
{
    (void)state;
    bench b;
    begin(&b, journal, OMBUD_FORMAT_TEXT, "2026-02-10");
    assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
    has("late                                missing: r1 secret");
    b.asof.has_audience = 1;
    b.asof.audience = 1;
    out.length = 0;
    assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
    lacks("secret");
    tear_down(&b);
}

/* What is withheld and what was known are looked at for each line; memory that is not there then is said. */
static void lines_without_memory(void **state)
{
    (void)state;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON};
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        bench b;
        begin(&b, journal, formats[i], "2026-03-10");
        b.asof.has_audience = 1;
        b.asof.audience = 1;
        ombud_status status = OMBUD_E_NOMEM;
        for (size_t at = 1; status != OMBUD_OK; at++) {
            b.memory.calls = 0;
            b.memory.fail_at = at;
            out.length = 0;
            status = ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL);
            assert_int_equal(status, b.memory.calls >= at ? OMBUD_E_NOMEM : OMBUD_OK);
        }
        b.memory.fail_at = 0;
        tear_down(&b);
    }
}

/* ---- calendars -----------------------------------------------------------------------------------------------------
 */

static size_t count_of(const char *text)
{
    size_t count = 0;
    for (const char *at = out.text; (at = strstr(at, text)) != NULL; at++)
        count++;
    return count;
}

static void calendars(void **state)
{
    (void)state;
    bench b;
    /* Two kinds of items have a duty of one name, the same number and the same first day: two entries, each its own. */
    begin(&b, "law edge\ncase 9\nperson p2 desk\n2026-01-31 report.came r1 by=p2\n2026-01-31 note.came n1 by=p2\n",
          OMBUD_FORMAT_ICS, "2026-02-01");
    b.how.detailed = 1;
    assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
    assert_int_equal(count_of("BEGIN:VEVENT"), 4);
    assert_int_equal(count_of("DTEND"), 4);
    has("r1 rest a\r\n"); /* it rests on no provision */
    const char *first = strstr(out.text, "UID:"), *second = strstr(first + 1, "UID:");
    assert_true(strncmp(first, second, 20) != 0);
    tear_down(&b);
    /* An entry of the last day of the calendar has no day after it. */
    begin(&b, "law edge\ncase 9\nperson p2 desk\n9999-12-21 report.came r1 by=p2\n", OMBUD_FORMAT_ICS, "9999-12-22");
    assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
    has("DTSTART;VALUE=DATE:99991231\r\n");
    lacks("DTEND");
    tear_down(&b);
}

/* ---- too long ------------------------------------------------------------------------------------------------------
 */

/* The longest prefix and the longest number: whole in JSON, over several lines of a column in text. */
static void the_longest_name(void **state)
{
    (void)state;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON};
    char law[1024], text[1024], name[64], prefix[OMBUD_PREFIX_MAX + 1];
    memset(prefix, 'x', OMBUD_PREFIX_MAX);
    prefix[OMBUD_PREFIX_MAX] = '\0';
    (void)snprintf(name, sizeof name, "%s9007199254740991", prefix);
    (void)snprintf(law, sizeof law,
                   "law long\nrole desk\nitem person p\nitem report %s\n  states in\n  event came by desk\n" RULE(
                       "1", "original") "  report.came: -> in\n  answer report.way = yes when is in\n",
                   prefix);
    (void)snprintf(text, sizeof text, "law long\ncase 1\nperson p2 desk\n2026-01-31 report.came %s by=p2\n", name);
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        bench b;
        open_bench(&b, text, law);
        b.asof.day = 20500;
        b.how.format = formats[i];
        out.length = 0;
        assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
        has(formats[i] == OMBUD_FORMAT_JSON ? name : "xxxxxxxx");
        tear_down(&b);
    }
}

/* A line of more facts than a page shows is cut, and says so. */
static void a_line_too_long(void **state)
{
    (void)state;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON};
    enum { FACTS = 60 };
    static char law[40000], text[40000], name[160];
    memset(name, 'n', sizeof name - 1);
    size_t at = (size_t)snprintf(
        law, sizeof law, "law long\nrole desk\nitem person p\nitem report r\n  states in\n  event came by desk\n");
    size_t to =
        (size_t)snprintf(text, sizeof text, "law long\ncase 1\nperson p2 desk\n2026-01-31 report.came r1 by=p2");
    for (int i = 0; i < FACTS; i++) {
        at += (size_t)snprintf(law + at, sizeof law - at, "  fact %s_%d stated by desk\n", name, i);
        to += (size_t)snprintf(text + to, sizeof text - to, " %s_%d=yes", name, i);
    }
    (void)snprintf(law + at, sizeof law - at, "%s", RULE("1", "original") "  report.came: -> in\n");
    (void)snprintf(text + to, sizeof text - to, "\n");
    for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
        bench b;
        open_bench(&b, text, law);
        b.asof.day = 20500;
        b.how.format = formats[i];
        out.length = 0;
        assert_int_equal(ombud_render_case(b.matter, &b.asof, &b.how, write_down, &out, NULL), OMBUD_OK);
        has("\xE2\x80\xA6");
        tear_down(&b);
    }
}

/* ---- verdicts ------------------------------------------------------------------------------------------------------
 */

static void verdicts(void **state)
{
    (void)state;
    static const struct {
        const char *line, *shown, *not_shown, *json;
    } rows[] = {
        /* What only an event makes is had through it; what others state is said of each. */
        {"report.went r1 by=p2", "through: signed off", "each stated by clerk", "\"by_event\":\"report.signed_off\""},
        {"report.went r1 by=p2", "r1 e: yes, stated by clerk", NULL, "\"name\":\"e\""},
        {"report.tried r1 by=p2", "- r1 d: yes", "- r1 d: yes, stated by desk  Art.", "\"provision\":null"},
        {"report.asked r1 by=p2", "the rest", NULL, "\"kind\":\"length\""},
        {"report.barred r1 by=p2", "r1 a: no", NULL, NULL},
        {"report.led r1 by=p2", "n2 a: yes", NULL, NULL},
        /* Of a text whose first day the host has not told no interval can be said. */
        {"report.sealed r1 by=p2", "no text", "held from", NULL},
    };
    bench b;
    begin(&b,
          "law edge\ncase 9\nperson p1 clerk\nperson p2 desk\n2026-01-31 report.came r1 by=p2\n"
          "2026-01-31 report.told r1 by=p2\n2026-01-31 note.came n1 by=p2\n2026-01-31 note.came n2 by=p2\n"
          "2026-01-31 sheet.came s2 by=p2\n2026-01-31 link n1 about r1\n2026-01-31 link n2 about r1\n2026-01-31 link "
          "s2 on r1\n",
          OMBUD_FORMAT_TEXT, "2026-02-01");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_event event = OMBUD_EVENT_INIT;
        ombud_verdict *verdict = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        event.on = b.asof.day;
        event.line = ombud_view_of(rows[i].line);
        if (ombud_case_may(b.matter, &event, NULL, &verdict, &err) != OMBUD_OK)
            fail_msg("%s: %s", rows[i].line, err.message);
        b.how.format = OMBUD_FORMAT_TEXT;
        out.length = 0;
        assert_int_equal(ombud_render_verdict(verdict, &b.how, write_down, &out, NULL), OMBUD_OK);
        has(rows[i].shown);
        if (rows[i].not_shown)
            lacks(rows[i].not_shown);
        b.how.format = OMBUD_FORMAT_JSON;
        out.length = 0;
        assert_int_equal(ombud_render_verdict(verdict, &b.how, write_down, &out, NULL), OMBUD_OK);
        if (rows[i].json)
            has(rows[i].json);
        ombud_verdict_free(verdict);
    }
    tear_down(&b);
}

/* ---- figures and machines ------------------------------------------------------------------------------------------
 */

static void a_figure_of_no_provision(void **state)
{
    (void)state;
    bench b;
    ombud_register *reg = NULL;
    ombud_figures *figures = NULL;
    begin(&b, journal, OMBUD_FORMAT_TEXT, "2026-02-01");
    assert_int_equal(ombud_register_new(b.law, NULL, b.asof.day, NULL, &reg, NULL), OMBUD_OK);
    assert_int_equal(ombud_register_add(reg, b.matter, NULL), OMBUD_OK);
    assert_int_equal(ombud_register_figures(reg, 0, OMBUD_DAY_MAX, 0, &figures, NULL), OMBUD_OK);
    assert_int_equal(ombud_render_figures(figures, &b.how, write_down, &out, NULL), OMBUD_OK);
    has("\nAll there are\n");
    has("not known whether to be counted");
    ombud_figures_free(figures);
    ombud_register_free(reg);
    tear_down(&b);
}

/* ---- pieces --------------------------------------------------------------------------------------------------------
 */

/* "The text in `buffer` of which `length` bytes were meant and fewer may have fitted": cut between characters. */
static void texts_are_cut_between_characters(void **state)
{
    (void)state;
    static const struct {
        const char *text; /* of 11 bytes, as a buffer of 12 holds it */
        size_t meant;
        const char *fitted;
    } rows[] = {
        {"abcdefghijk", 11, "abcdefghijk"},
        {"abcdefghijk", 12, "abcdefgh\xE2\x80\xA6"},
        {"abcdefgh\xC3\xA9k", 40, "abcdefgh\xE2\x80\xA6"},
        {"abcdefg\xC3\xA9jk", 40, "abcdefg\xE2\x80\xA6"},
        {"abcdef\xE2\x80\x94jk", 40, "abcdef\xE2\x80\xA6"},
        {"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", 40, "\xE2\x80\xA6"}, /* no text at all */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char buffer[12];
        strcpy(buffer, rows[i].text);
        ombud_view got = ombud__fitted(buffer, sizeof buffer, rows[i].meant);
        assert_int_equal(got.len, strlen(rows[i].fitted));
        assert_memory_equal(got.ptr, rows[i].fitted, got.len);
    }
}

static void what_no_law_names(void **state)
{
    (void)state;
    bench b;
    ombud__phrase phrase;
    const ombud_view none = {"", 0};
    begin(&b, journal, OMBUD_FORMAT_TEXT, "2026-02-01");
    const ombud__voice voice = {b.law, OMBUD_LANG_EN, 2026};
    ombud__phrase_begin(&phrase);
    ombud__say_roles(&phrase.out, &voice, UINT64_MAX);
    ombud__say_more_ways(&phrase.out, &voice, 0);
    ombud__out_z(&phrase.out, "; ");
    ombud__say_label(&phrase.out, &voice, OMBUD_WORD_TERM, none, ombud_view_of("no_such_term"));
    assert_string_equal(ombud__phrase_end(&phrase).ptr, "desk, clerk; no such term");
    tear_down(&b);
}

static void the_pen(void **state)
{
    (void)state;
    static const struct {
        const char *text, *drawn;
    } rows[] = {
        {"a\xEF\xBF\xBE"
         "b",
         "a b"},
        {"a\xEF\xBF\xBF"
         "b",
         "a b"},
        {"a\xEF\xBF\xBD"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"a\xEF\xBC\x81"
         "b",
         "a\xEF\xBC\x81"
         "b"},
        {"a\xEF", "a\xEF"},
    };
    static const ombud__svg_style style = {100, 0, "#000"};
    static ombud__scene scene;
    ombud__svg svg = {.scene = &scene, .drawing = 1};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        out.length = 0;
        ombud__render_open(&scene.out, write_down, &out, 0);
        ombud__svg_text(&svg, ombud_view_of(rows[i].text));
        ombud__render_flush(&scene.out);
        assert_string_equal(out.text, rows[i].drawn);
    }
    out.length = 0;
    ombud__svg_length(&svg, -15);
    /* At least one character stands on a line, be there room for none. */
    ombud__svg_paragraph(&svg, 0, 1, &style, ombud_view_of("ab"));
    ombud__render_flush(&scene.out);
    has("-1.5<text");
    has(">a</text>");
    has(">b</text>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_of_cases),
        cmocka_unit_test(before_the_holidays_are_known),
        cmocka_unit_test(what_would_decide_is_withheld),
        cmocka_unit_test(lines_without_memory),
        cmocka_unit_test(calendars),
        cmocka_unit_test(the_longest_name),
        cmocka_unit_test(a_line_too_long),
        cmocka_unit_test(verdicts),
        cmocka_unit_test(a_figure_of_no_provision),
        cmocka_unit_test(texts_are_cut_between_characters),
        cmocka_unit_test(what_no_law_names),
        cmocka_unit_test(the_pen),
    };
    return cmocka_run_group_tests_name("edges of the faces", tests, NULL, NULL);
}
