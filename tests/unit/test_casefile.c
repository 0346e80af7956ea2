/*
 * Settings, lines of a journal and their writing, through the public functions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ombud/answer.h"
#include "small_world.h"

static ombud_case *matter;

/* A case with a reporter p1, a desk p2 and p3 without a role. */
static int begin_case(void **state)
{
    ombud_error fresh = OMBUD_ERROR_INIT;
    (void)state;
    err = fresh;
    return ombud_case_new(law, NULL, NULL, &matter, &err) || ombud_case_person(matter, 1, "reporter", &err) ||
           ombud_case_person(matter, 2, "desk", &err) || ombud_case_person(matter, 3, NULL, &err);
}

static int end_case(void **state)
{
    (void)state;
    ombud_case_free(matter);
    return 0;
}

static ombud_day day_of(const char *text)
{
    ombud_day day = 0;
    assert_int_equal(ombud_day_parse(text, strlen(text), &day), OMBUD_OK);
    return day;
}

static ombud_event event_of(const char *day, int64_t by, const char *line)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.on = day_of(day);
    event.by = by;
    event.line = ombud_view_of(line);
    return event;
}

static ombud_status apply(const char *day, int64_t by, const char *line)
{
    ombud_event event = event_of(day, by, line);
    return ombud_case_apply(matter, &event, NULL, &err);
}

static void assert_entry(size_t position, const char *expected)
{
    char text[512];
    size_t needed = 0;
    assert_int_equal(ombud_case_entry_text(matter, position, text, sizeof text, &needed), OMBUD_OK);
    assert_string_equal(text, expected);
    assert_int_equal(needed, strlen(expected));
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static void test_canonical_lines(void **state)
{
    (void)state;
    assert_int_equal(
        apply(
            "2026-02-02", 2,
            "report.received r1 urgent=no wish=P3M  consent=yes channel=external reporter=p1 happened=2026-01-30 # x"),
        OMBUD_OK);
    assert_int_equal(apply("2026-02-02", 0, "note.filed n1"), OMBUD_OK);
    assert_int_equal(apply("2026-02-03", 0, "link n1 about r1 by=p2 entered=2026-02-04"), OMBUD_OK);
    assert_int_equal(apply("2026-02-03", 2, "fact r1 minor=unknown entered=2026-02-03"), OMBUD_OK);
    assert_int_equal(apply("2026-02-04", 0, "void 4"), OMBUD_OK);
    assert_entry(1, "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external happened=2026-01-30 wish=P3M "
                    "urgent=no consent=yes");
    assert_entry(2, "2026-02-02 note.filed n1");
    assert_entry(3, "2026-02-03 link n1 about r1 by=p2 entered=2026-02-04");
    assert_entry(4, "2026-02-03 fact r1 by=p2 minor=unknown");
    assert_entry(5, "2026-02-04 void 4");
}

static void test_entry_text_cut(void **state)
{
    char text[11];
    size_t needed = 0;
    (void)state;
    assert_int_equal(apply("2026-02-02", 0, "note.filed n1"), OMBUD_OK);
    assert_int_equal(ombud_case_entry_text(matter, 1, text, sizeof text, &needed), OMBUD_E_LIMIT);
    assert_string_equal(text, "2026-02-02");
    assert_int_equal(needed, 24);
    assert_int_equal(ombud_case_entry_text(matter, 1, NULL, 0, &needed), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_entry_text(matter, 2, text, sizeof text, &needed), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_case_entry_text(matter, 0, text, sizeof text, &needed), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_case_entry_text(NULL, 1, text, sizeof text, &needed), OMBUD_E_ARGUMENT);
}

/* The same said beside the line and on it is said twice. */
static void test_beside_the_line(void **state)
{
    ombud_event event = event_of("2026-02-02", 2, "note.filed n1 by=p2");
    (void)state;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_DUPLICATE);
    assert_int_equal(err.column, 15);
    event = event_of("2026-02-02", 0, "note.filed n1 entered=2026-02-03");
    event.has_entered = 1;
    event.entered = day_of("2026-02-03");
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_DUPLICATE);
    event.line = ombud_view_of("note.filed n1");
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_OK);
    assert_entry(1, "2026-02-02 note.filed n1 entered=2026-02-03");
    event.by = 9;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_NOT_FOUND);
    event.by = -1;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_ARGUMENT);
    event.by = 0;
    event.on = OMBUD_DAY_MAX + 1;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_RANGE);
}

static const struct bad_line {
    const char *line;
    ombud_status status;
    uint32_t column;
    const char *excerpt, *nearest;
} bad_lines[] = {
    {"", OMBUD_E_SYNTAX, 1, "", ""},
    {"   # nothing", OMBUD_E_SYNTAX, 1, "", ""},
    {"report.recieved r1", OMBUD_E_UNKNOWN_NAME, 1, "report.recieved", "report.received"},
    {"report.received", OMBUD_E_SYNTAX, 16, "", ""},
    {"report.received r", OMBUD_E_SYNTAX, 17, "r", ""},
    {"report.received r0", OMBUD_E_SYNTAX, 17, "r0", ""},
    {"report.received r01", OMBUD_E_SYNTAX, 17, "r01", ""},
    {"report.received r9007199254740992", OMBUD_E_SYNTAX, 17, "r9007199254740992", ""},
    {"report.received q1", OMBUD_E_UNKNOWN_NAME, 17, "q1", ""},
    {"report.received n1", OMBUD_E_CONFLICT, 17, "n1", ""},
    {"report.closed r1", OMBUD_E_NOT_FOUND, 15, "r1", ""},
    {"person.named p8", OMBUD_E_NOT_FOUND, 14, "p8", ""},
    {"report.received r1 reporter", OMBUD_E_SYNTAX, 20, "reporter", ""},
    {"report.received r1 reporter=", OMBUD_E_SYNTAX, 20, "reporter=", ""},
    {"report.received r1 =p1", OMBUD_E_SYNTAX, 20, "=p1", ""},
    {"report.received r1 reporter=p7", OMBUD_E_NOT_FOUND, 29, "p7", ""},
    {"report.received r1 reporter=r1", OMBUD_E_NOT_FOUND, 29, "r1", ""},
    {"report.received r1 reporter=n9", OMBUD_E_CONFLICT, 29, "n9", ""},
    {"report.received r1 chanel=external", OMBUD_E_UNKNOWN_NAME, 20, "chanel", "channel"},
    {"report.received r1 channel=extern", OMBUD_E_UNKNOWN_NAME, 28, "extern", "external"},
    {"report.received r1 channel=external channel=internal", OMBUD_E_DUPLICATE, 37, "channel", ""},
    {"report.received r1 happened=2026-02-30", OMBUD_E_DATE, 29, "2026-02-30", ""},
    {"report.received r1 happened=yesterday", OMBUD_E_SYNTAX, 29, "yesterday", ""},
    {"report.received r1 wish=3M", OMBUD_E_PERIOD, 25, "3M", ""},
    {"report.received r1 minor=maybe", OMBUD_E_SYNTAX, 26, "maybe", ""},
    {"report.received r1 minor=yes minor=no by=p2", OMBUD_E_DUPLICATE, 30, "minor", ""},
    {"report.received r1 easy=yes", OMBUD_E_CONFLICT, 20, "easy", ""},
    {"report.received r1 by=p1 by=p2", OMBUD_E_DUPLICATE, 26, "by", ""},
    {"report.received r1 by=n9", OMBUD_E_CONFLICT, 23, "n9", ""},
    {"report.received r1 entered=2026-13-01", OMBUD_E_DATE, 28, "2026-13-01", ""},
    {"fact n9", OMBUD_E_SYNTAX, 8, "", ""},
    {"fact r1 minor=yes", OMBUD_E_NOT_FOUND, 6, "r1", ""},
    {"fact p1 trustd=yes", OMBUD_E_UNKNOWN_NAME, 9, "trustd", "trusted"},
    {"link n9 abuot r1", OMBUD_E_UNKNOWN_NAME, 9, "abuot", "about"},
    {"link n9 about p1", OMBUD_E_CONFLICT, 9, "about", ""},
    {"link n9 about", OMBUD_E_SYNTAX, 14, "", ""},
    {"link p1 about n9", OMBUD_E_UNKNOWN_NAME, 9, "about", ""},
    {"void", OMBUD_E_SYNTAX, 5, "", ""},
    {"void one", OMBUD_E_SYNTAX, 6, "one", ""},
    {"void 2", OMBUD_E_NOT_FOUND, 6, "2", ""},
    {"void 1 minor=yes", OMBUD_E_UNKNOWN_NAME, 8, "minor", ""},
    {"note.filed n1 \xff", OMBUD_E_UTF8, 15, "\\xff", ""},
    {"note.filed n1 \xed\xa0\x80", OMBUD_E_UTF8, 15, "\\xed", ""},
    {"note.filed n1 \x01", OMBUD_E_UTF8, 15, "\\x01", ""},
    {"note.filed n1\nnote.filed n2", OMBUD_E_SYNTAX, 14, "\\x0a", ""},
};

/* Every refusal names its place and what would be right, and leaves the case as it was. */
static void test_bad_lines(void **state)
{
    (void)state;
    assert_int_equal(ombud_case_item(matter, "n9", &err), OMBUD_OK);
    assert_int_equal(apply("2026-02-01", 2, "fact p1 trusted=yes"), OMBUD_OK);
    for (size_t i = 0; i < sizeof bad_lines / sizeof bad_lines[0]; i++) {
        const struct bad_line *bad = &bad_lines[i];
        ombud_error fresh = OMBUD_ERROR_INIT;
        err = fresh;
        ombud_status status = apply("2026-02-02", 0, bad->line);
        if (status != bad->status || err.column != bad->column || strcmp(err.excerpt, bad->excerpt) != 0 ||
            strcmp(err.nearest, bad->nearest) != 0) {
            fail_msg("%s: %s at %u [%s] ~%s: %s", bad->line, ombud_status_name(status), err.column, err.excerpt,
                     err.nearest, err.message);
        }
        assert_int_equal(err.line, 1);
        assert_int_equal(err.code, status);
        assert_int_not_equal(strlen(err.message), 0);
        assert_int_not_equal(strlen(err.remedy), 0);
        assert_int_equal(ombud_case_journal_count(matter), 1);
        assert_int_equal(ombud_case_item_count(matter), 4);
    }
}

static void test_long_lines(void **state)
{
    static char line[10u * 1024 * 1024];
    ombud_event event = event_of("2026-02-02", 0, "");
    (void)state;
    memset(line, 'a', sizeof line);
    event.line.ptr = line;
    event.line.len = sizeof line;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_LIMIT);
    event.line.ptr = NULL;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_apply(matter, NULL, NULL, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_apply(NULL, &event, NULL, NULL), OMBUD_E_ARGUMENT);
    event.struct_size = 8;
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_ARGUMENT);
}

static void test_event_init(void **state)
{
    ombud_event event;
    (void)state;
    memset(&event, 0xff, sizeof event);
    assert_int_equal(ombud_event_init(&event, sizeof event), OMBUD_OK);
    assert_int_equal(event.struct_size, sizeof event);
    assert_int_equal(event.by, 0);
    assert_int_equal(ombud_event_init(&event, 4), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_event_init(NULL, sizeof event), OMBUD_E_ARGUMENT);
}

/* ---- who may state what ------------------------------------------------------------------------------------------ */

static void test_who_may_state(void **state)
{
    (void)state;
    assert_int_equal(apply("2026-02-02", 2, "report.received r1 reporter=p1 consent=yes minor=no"),
                     OMBUD_OK); /* carried, acting */
    assert_int_equal(apply("2026-02-03", 2, "fact r1 consent=no"), OMBUD_E_CONFLICT);
    assert_int_equal(err.column, 9);
    assert_string_equal(err.excerpt, "consent");
    assert_int_equal(apply("2026-02-03", 1, "fact r1 minor=yes"), OMBUD_E_CONFLICT);
    assert_int_equal(apply("2026-02-03", 1, "fact r1 consent=yes minor=yes"), OMBUD_E_CONFLICT);
    assert_int_equal(err.column, 21);
    assert_int_equal(apply("2026-02-03", 3, "fact r1 minor=yes"), OMBUD_E_CONFLICT);
    assert_int_equal(apply("2026-02-03", 0, "fact r1 minor=yes"), OMBUD_E_CONFLICT);
    assert_int_equal(apply("2026-02-03", 0, "fact r1 minor=unknown"), OMBUD_E_CONFLICT);
    assert_int_equal(apply("2026-02-03", 2, "fact r1 minor=unknown"), OMBUD_OK);
    assert_int_equal(apply("2026-02-03", 1, "fact r1 consent=unknown"), OMBUD_OK);
    assert_int_equal(ombud_case_person(matter, 3, "desk", &err), OMBUD_OK);
    assert_int_equal(apply("2026-02-03", 3, "fact r1 minor=yes"), OMBUD_OK);
    assert_int_equal(ombud_case_journal_count(matter), 4);
}

/* What is only supposed may be supposed by anybody. */
static void test_supposed_facts(void **state)
{
    ombud_verdict *verdict = NULL;
    ombud_event event = event_of("2026-02-03", 2, "report.closed r1 minor=yes urgent=no consent=yes");
    (void)state;
    assert_int_equal(apply("2026-02-02", 2, "report.received r1"), OMBUD_OK);
    assert_int_equal(ombud_case_may(matter, &event, NULL, &verdict, &err), OMBUD_OK);
    assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_PERMITTED);
    ombud_verdict_free(verdict);
    assert_int_equal(ombud_case_journal_count(matter), 1);
    assert_int_equal(ombud_case_apply(matter, &event, NULL, &err), OMBUD_E_CONFLICT);
}

/* ---- proposals and batches --------------------------------------------------------------------------------------- */

static void test_propose(void **state)
{
    ombud_changes *changes = NULL;
    ombud_event event = event_of("2026-02-02", 2, "report.received r1");
    (void)state;
    assert_int_equal(ombud_case_propose(matter, &event, &changes, &err), OMBUD_OK);
    assert_int_equal(ombud_changes_ruling(changes), OMBUD_PERMITTED);
    assert_int_equal(ombud_changes_state_count(changes), 1);
    ombud_changes_free(changes);
    event = event_of("2026-02-03", 2, "report.closed r1");
    assert_int_equal(ombud_case_propose(matter, &event, NULL, &err), OMBUD_E_REFUSED);
    event = event_of("2026-02-03", 1, "report.received r2");
    assert_int_equal(ombud_case_propose(matter, &event, NULL, &err), OMBUD_E_REFUSED);
    assert_int_equal(ombud_case_item_count(matter), 4); /* r2 did not come into being */
    assert_int_equal(ombud_case_journal_count(matter), 1);
    event = event_of("2026-02-03", 2, "report.closed r1 minor=yes urgent=no");
    assert_int_equal(ombud_case_propose(matter, &event, NULL, &err), OMBUD_OK);
    event = event_of("2026-02-03", 2, "fact r1 urgent=no");
    assert_int_equal(ombud_case_propose(matter, &event, NULL, &err), OMBUD_OK);
    assert_int_equal(ombud_case_journal_count(matter), 3);
    assert_int_equal(ombud_case_propose(matter, NULL, NULL, &err), OMBUD_E_ARGUMENT);
}

static void test_batch_is_all_or_none(void **state)
{
    ombud_event events[3];
    ombud_view state_of = {NULL, 0};
    ombud_asof asof = OMBUD_ASOF_INIT;
    size_t at = 99;
    (void)state;
    asof.day = day_of("2026-02-05");
    events[0] = event_of("2026-02-02", 2, "report.received r1");
    events[1] = event_of("2026-02-04", 2, "report.acknowledged r1");
    events[2] = event_of("2026-02-03", 2, "fact r1 minr=yes");
    assert_int_equal(ombud_case_apply_batch(matter, events, 3, &at, &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(at, 2);
    assert_string_equal(err.nearest, "minor");
    assert_int_equal(ombud_case_journal_count(matter), 0);
    assert_int_equal(ombud_case_item_count(matter), 3);
    events[2] = event_of("2026-02-03", 2, "fact r1 minor=yes");
    assert_int_equal(ombud_case_apply_batch(matter, events, 3, &at, &err), OMBUD_OK);
    assert_int_equal(at, 2);
    assert_int_equal(ombud_case_journal_count(matter), 3);
    assert_int_equal(ombud_case_state(matter, "r1", &asof, &state_of, &err), OMBUD_OK);
    assert_string_equal(state_of.ptr, "acknowledged");
    assert_int_equal(ombud_case_apply_batch(matter, NULL, 0, NULL, &err), OMBUD_OK);
    assert_int_equal(ombud_case_apply_batch(matter, NULL, 1, NULL, &err), OMBUD_E_ARGUMENT);
}

/* ---- persons and items ------------------------------------------------------------------------------------------- */

static void test_persons_and_items(void **state)
{
    ombud_item item = OMBUD_ITEM_INIT;
    (void)state;
    assert_int_equal(ombud_case_person(matter, 4, "reporter,desk", &err), OMBUD_OK);
    assert_int_equal(ombud_case_item_at(matter, 3, &item), OMBUD_OK);
    assert_int_equal(item.roles, 3);
    assert_int_equal(ombud_case_person(matter, 5, " reporter desk ", &err), OMBUD_OK);
    assert_int_equal(ombud_case_person(matter, 6, "reprter", &err), OMBUD_E_UNKNOWN_NAME);
    assert_string_equal(err.nearest, "reporter");
    assert_int_equal(err.column, 1);
    assert_int_equal(ombud_case_person(matter, 0, "desk", &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_person(matter, OMBUD_NUMBER_MAX + 1, "desk", &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_person(NULL, 1, "desk", &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_person(matter, 6, "\xff", &err), OMBUD_E_UTF8);
    assert_int_equal(ombud_case_item(matter, "n1", &err), OMBUD_OK);
    assert_int_equal(ombud_case_item(matter, "n1 n2", &err), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_case_item(matter, "1", &err), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_case_item(matter, "", &err), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_case_item(matter, "x1", &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(ombud_case_item(matter, NULL, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_item_count(matter), 6);
}

/* ---- settings ---------------------------------------------------------------------------------------------------- */

static ombud_status parse_settings(const char *text, ombud_settings **out)
{
    return ombud_settings_parse(law, text, strlen(text), NULL, out, &err);
}

static const struct bad_settings {
    const char *text;
    ombud_status status;
    uint32_t line, column;
    const char *excerpt, *nearest;
} bad_settings[] = {
    {"reding Q-01 entry", OMBUD_E_UNKNOWN_NAME, 1, 1, "reding", "reading"},
    {"\n  # x\n reading Q-02 entry", OMBUD_E_UNKNOWN_NAME, 3, 10, "Q-02", "Q-01"},
    {"reading Q-01 entri", OMBUD_E_UNKNOWN_NAME, 1, 14, "entri", "entry"},
    {"reading Q-01", OMBUD_E_SYNTAX, 1, 13, "", ""},
    {"reading Q-01 entry\nreading Q-01 receipt", OMBUD_E_DUPLICATE, 2, 9, "Q-01", ""},
    {"length folow_up P1D", OMBUD_E_UNKNOWN_NAME, 1, 8, "folow_up", "follow_up"},
    {"length follow_up P1Z", OMBUD_E_PERIOD, 1, 18, "P1Z", ""},
    {"length follow_up P1D\nlength follow_up P1D", OMBUD_E_DUPLICATE, 2, 8, "follow_up", ""},
    {"period acknowledge P1D", OMBUD_E_UNKNOWN_NAME, 1, 8, "acknowledge", "report.acknowledge"},
    {"period report.acknowledg P1D", OMBUD_E_UNKNOWN_NAME, 1, 8, "report.acknowledg", "report.acknowledge"},
    {"period report.acknowledge P8D", OMBUD_E_CONFLICT, 1, 27, "P8D; at most P7D, Art. 1",
     ""}, /* at most: made longer */
    {"period report.acknowledge P2W", OMBUD_E_CONFLICT, 1, 27, "P2W; at most P7D, Art. 1", ""},
    {"period report.acknowledge P0M", OMBUD_E_CONFLICT, 1, 27, "P0M; at most P7D, Art. 1", ""}, /* another unit */
    {"period report.kept P11M", OMBUD_E_CONFLICT, 1, 20, "P11M; at least P1Y, Art. 3", ""}, /* at least: made shorter */
    {"period report.fixed P2M", OMBUD_E_CONFLICT, 1, 21, "P2M; exactly P2M, Art. 3", ""},   /* exactly: not touched */
    {"period report.follow P1D", OMBUD_E_CONFLICT, 1, 22, "P1D", ""}, /* no period of the law's own */
    {"period report.acknowledge P5D\nperiod report.acknowledge P4D", OMBUD_E_DUPLICATE, 2, 8, "report.acknowledge", ""},
    {"roll next_day", OMBUD_E_UNKNOWN_NAME, 1, 6, "next_day", "next_working_day"},
    {"roll non", OMBUD_E_UNKNOWN_NAME, 1, 6, "non", "none"},
    {"roll none\nroll none", OMBUD_E_DUPLICATE, 2, 6, "none", ""},
    {"holiday 2026-02-29", OMBUD_E_DATE, 1, 9, "2026-02-29", ""},
    {"holiday 2026-05-15\nholiday 2026-05-15", OMBUD_E_DUPLICATE, 2, 9, "2026-05-15", ""},
    {"since entri 2000-01-01", OMBUD_E_UNKNOWN_NAME, 1, 7, "entri", "entry"},
    {"since entry 2000-01-01\nsince entry 2000-01-01", OMBUD_E_DUPLICATE, 2, 7, "entry", ""},
    {"since entry 1999-12-31", OMBUD_E_CONFLICT, 1, 13, "1999-12-31", ""}, /* not before 2000-01-01 */
    {"roll none extra", OMBUD_E_SYNTAX, 1, 11, "extra", ""},
    {"roll \xc3", OMBUD_E_UTF8, 1, 6, "\\xc3", ""},
};

static void test_bad_settings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad_settings / sizeof bad_settings[0]; i++) {
        const struct bad_settings *bad = &bad_settings[i];
        ombud_error fresh = OMBUD_ERROR_INIT;
        ombud_settings *settings = NULL;
        err = fresh;
        ombud_status status = parse_settings(bad->text, &settings);
        if (status != bad->status || err.line != bad->line || err.column != bad->column ||
            strcmp(err.excerpt, bad->excerpt) != 0 || strcmp(err.nearest, bad->nearest) != 0 ||
            strlen(err.remedy) == 0) {
            fail_msg("%s: %s at %u:%u [%s] ~%s: %s", bad->text, ombud_status_name(status), err.line, err.column,
                     err.excerpt, err.nearest, err.message);
        }
        assert_null(settings);
    }
    assert_int_equal(ombud_settings_parse(NULL, "", 0, NULL, NULL, &err), OMBUD_E_ARGUMENT);
}

static const char all_settings[] = "set reading Q-01 entry\n"
                                   "set length follow_up P14D\n"
                                   "set period report.acknowledge P5D\n"
                                   "set period report.kept P24M\n"
                                   "set roll next_working_day\n"
                                   "set holiday 2026-05-15\n"
                                   "set holiday 2027-05-07\n"
                                   "set since entry 2000-08-26\n";

/* Settings in any order are the same settings, and are written in one order. */
static void test_settings_are_canonical(void **state)
{
    static written text;
    ombud_settings *settings = NULL, *other = NULL, *plain = NULL;
    ombud_case *empty = NULL;
    (void)state;
    assert_int_equal(
        parse_settings(
            "since entry 2000-08-26 # x\r\n\r\nholiday 2027-05-07\nroll next_working_day\nperiod report.kept P24M\n"
            "period report.acknowledge P5D\nholiday 2026-05-15\nlength follow_up P14D\nreading Q-01 entry",
            &settings),
        OMBUD_OK);
    assert_int_equal(
        parse_settings(
            "reading Q-01 entry\nlength follow_up P14D\nperiod report.acknowledge P5D\nperiod report.kept P24M\n"
            "roll next_working_day\nholiday 2026-05-15\nholiday 2027-05-07\nsince entry 2000-08-26",
            &other),
        OMBUD_OK);
    assert_int_equal(parse_settings("", &plain), OMBUD_OK);
    assert_true(ombud_settings_digest(settings) == ombud_settings_digest(other));
    assert_true(ombud_settings_digest(settings) != ombud_settings_digest(plain));
    assert_true(ombud_settings_digest(NULL) == 0);
    assert_int_equal(ombud_case_new(law, settings, NULL, &empty, &err), OMBUD_OK);
    text.length = 0;
    assert_int_equal(ombud_case_write(empty, write_down, &text, &err), OMBUD_OK);
    assert_memory_equal(text.text, "law small\n", 10);
    assert_string_equal(text.text + 10, all_settings);
    ombud_case_free(empty);
    ombud_settings_free(settings);
    ombud_settings_free(other);
    ombud_settings_free(plain);
    ombud_settings_free(NULL);
}

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static int refuse(void *user, const char *bytes, size_t length)
{
    (void)bytes;
    *(size_t *)user += length;
    return 42;
}

static void test_write_callback(void **state)
{
    size_t seen = 0;
    (void)state;
    assert_int_equal(ombud_case_write(matter, refuse, &seen, &err), OMBUD_E_CALLBACK);
    assert_int_equal(err.host_code, 42);
    assert_int_not_equal(seen, 0);
    assert_int_equal(ombud_case_write(NULL, refuse, &seen, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_write(matter, NULL, NULL, &err), OMBUD_E_ARGUMENT);
}

/* An item that a line names before the event that would bring it stays declared; one that its event brings does not. */
static void test_written_items(void **state)
{
    static written text;
    (void)state;
    assert_int_equal(ombud_case_item(matter, "r1", &err), OMBUD_OK);
    assert_int_equal(ombud_case_item(matter, "r2", &err), OMBUD_OK);
    assert_int_equal(ombud_case_set_number(matter, OMBUD_NUMBER_MAX), OMBUD_OK);
    assert_int_equal(apply("2026-02-02", 2, "fact r1 minor=yes"), OMBUD_OK);
    assert_int_equal(apply("2026-02-02", 2, "report.received r2"), OMBUD_OK);
    assert_int_equal(apply("2026-02-02", 2, "report.received r1"), OMBUD_OK);
    text.length = 0;
    assert_int_equal(ombud_case_write(matter, write_down, &text, &err), OMBUD_OK);
    assert_string_equal(text.text, "law small\n"
                                   "case 9007199254740991\n"
                                   "person p1 reporter\n"
                                   "person p2 desk\n"
                                   "person p3\n"
                                   "item r1\n"
                                   "\n"
                                   "2026-02-02 fact r1 by=p2 minor=yes\n"
                                   "2026-02-02 report.received r2 by=p2\n"
                                   "2026-02-02 report.received r1 by=p2\n");
}

int main(void)
{
#define WITH_CASE(test) cmocka_unit_test_setup_teardown(test, begin_case, end_case)
    const struct CMUnitTest tests[] = {
        WITH_CASE(test_canonical_lines),
        WITH_CASE(test_entry_text_cut),
        WITH_CASE(test_beside_the_line),
        WITH_CASE(test_bad_lines),
        WITH_CASE(test_long_lines),
        cmocka_unit_test(test_event_init),
        WITH_CASE(test_who_may_state),
        WITH_CASE(test_supposed_facts),
        WITH_CASE(test_propose),
        WITH_CASE(test_batch_is_all_or_none),
        WITH_CASE(test_persons_and_items),
        cmocka_unit_test(test_bad_settings),
        cmocka_unit_test(test_settings_are_canonical),
        WITH_CASE(test_write_callback),
        WITH_CASE(test_written_items),
    };
    return cmocka_run_group_tests(tests, read_law, free_law);
}
