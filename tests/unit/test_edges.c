/*
 * Edges of the kernel where one more or one less, or a line left out, would tell something else: steps of a timeline
 * field by field, the order of findings, days known by, digests, what an excerpt hides, reasons to wait.
 */
#include "trial.h"

#include "kernel/pool.h"
#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

static const char edge_law[] =
    "law edge\ntitle en \"E\"\nforce law\nsource \"0\"\nverified 2040-01-01\nrole desk\nrole clerk\nscope wide\n"
    "item person p\n"
    "item file f\n  states lodged, refused, closed\n  event lodged, answered, refused, closed by desk\n"
    "  fact minor stated by desk\n"
    "item note n\n  states kept\n  event kept by desk\n"
    "link about : note -> file\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  file.lodged: -> lodged\n  file.answered: lodged -> same\n  file.refused: lodged -> refused\n"
    "  file.closed: lodged, refused -> closed\n  note.kept: -> kept\n"
    "  duty answer desk to desk\n    opened by file.lodged\n    within at most P7D\n    met by file.answered\n"
    "  term silence\n    opened by file.lodged\n    within exactly P10D\n    lapses by file.answered\n"
    "    then file.refused\n"
    "  file.answered only when lodged at least P3D ago\n"
    "  file.closed only when lodged more than P3D ago\n";

static ombud_case *edge_case(const ombud_law *law)
{
    ombud_case *matter = NULL;
    OK(ombud_case_new(law, NULL, NULL, &matter, NULL));
    OK(ombud_case_person(matter, 2, "desk", NULL));
    return matter;
}

/* ---- steps ------------------------------------------------------------------------------------------------------- */

static void steps_field_by_field(void **state)
{
    (void)state;
    static const struct {
        ombud_step_kind kind;
        const char *on, *name, *state;
        int64_t item, by;
        size_t position;
        ombud_ruling ruling;
        int of_term;
    } wanted[] = {
        {OMBUD_STEP_EVENT, "2026-01-01", "file.lodged", "lodged", 1, 2, 1, OMBUD_PERMITTED, 0},
        {OMBUD_STEP_EVENT, "2026-01-02", "file.lodged", "lodged", 2, 2, 2, OMBUD_PERMITTED, 0},
        {OMBUD_STEP_EVENT, "2026-01-03", "fact", "lodged", 2, 2, 3, 0, 0},
        {OMBUD_STEP_EVENT, "2026-01-04", "file.answered", "lodged", 2, 2, 4, OMBUD_FORBIDDEN, 0},
        {OMBUD_STEP_DUE, "2026-01-08", "answer", "", 1, 0, 0, 0, 1},
        {OMBUD_STEP_DUE, "2026-01-11", "silence", "", 1, 0, 0, 0, 1},
        {OMBUD_STEP_THEN, "2026-01-12", "file.refused", "refused", 1, 0, 0, 0, 0},
    };
    ombud_law *law = LAW(edge_law);
    ombud_case *matter = edge_case(law);
    ombud_timeline *timeline = NULL;
    ombud_terms *terms = NULL;
    ombud_asof asof = trial_asof("2026-01-20");
    TELL(matter, "2026-01-01 file.lodged f1 by=p2");
    TELL(matter, "2026-01-02 file.lodged f2 by=p2");
    TELL(matter, "2026-01-03 fact f2 minor=no by=p2");
    TELL(matter, "2026-01-04 file.answered f2 by=p2");
    OK(ombud_case_timeline(matter, &asof, &timeline, NULL));
    OK(ombud_case_terms(matter, &asof, &terms, NULL));
    for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
        ombud_step s = OMBUD_STEP_INIT;
        OK(ombud_timeline_get(timeline, i, &s));
        if (i >= sizeof wanted / sizeof wanted[0] || s.kind != wanted[i].kind || s.on != trial_day(wanted[i].on) ||
            !trial_view_is(s.name, wanted[i].name) || s.item_number != wanted[i].item ||
            !trial_view_is(s.item_prefix, "f") || s.by != wanted[i].by || s.position != wanted[i].position ||
            s.ruling != wanted[i].ruling || !trial_view_is(s.state, wanted[i].state))
            fail_msg("step %u: kind %d on %s: %.*s %d by %d, position %u, ruling %d, state %.*s", (unsigned)i,
                     (int)s.kind, trial_date(s.on), (int)s.name.len, s.name.ptr, (int)s.item_number, (int)s.by,
                     (unsigned)s.position, (int)s.ruling, (int)s.state.len, s.state.ptr);
        assert_true((s.term != SIZE_MAX) == wanted[i].of_term);
        if (wanted[i].of_term) {
            ombud_term term = OMBUD_TERM_INIT;
            OK(ombud_terms_get(terms, s.term, &term));
            assert_true(trial_view_is(term.name, wanted[i].name) && term.item_number == wanted[i].item);
        }
    }
    assert_int_equal(ombud_timeline_count(timeline), sizeof wanted / sizeof wanted[0]);
    ombud_timeline_free(timeline);
    ombud_terms_free(terms);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* A period that is counted from a day before the opening can have ended before anything happened. */
static void a_last_day_before_the_first_line(void **state)
{
    (void)state;
    static const struct {
        const char *on, *name;
    } wanted[] = {{"2026-01-05", "notice"}, {"2026-02-02", "loan.asked"}, {"2026-02-09", "answer"}};
    ombud_law *law = LAW(TRIAL_HEAD "item loan l\n  states open\n  event asked carries wanted (day)\n" TRIAL_RULE(
        "1") "  loan.asked: -> open\n"
             "  duty answer librarian to member\n    opened by loan.asked\n    within at most P7D\n"
             "  duty notice librarian to member\n    opened by loan.asked\n    counted from wanted\n"
             "    within at most P3D\n");
    ombud_case *matter = CASE(law, NULL);
    ombud_timeline *timeline = NULL;
    const ombud_asof asof = trial_asof("2026-03-01");
    TELL(matter, "2026-02-02 loan.asked l1 by=p1 wanted=2026-01-02");
    OK(ombud_case_timeline(matter, &asof, &timeline, NULL));
    assert_int_equal(ombud_timeline_count(timeline), 3);
    for (size_t i = 0; i < 3; i++) {
        ombud_step s = OMBUD_STEP_INIT;
        OK(ombud_timeline_get(timeline, i, &s));
        assert_int_equal(s.on, trial_day(wanted[i].on));
        assert_true(trial_view_is(s.name, wanted[i].name));
    }
    ombud_timeline_free(timeline);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* By day, though the first file was late before the second was answered too early. */
static void findings_by_day(void **state)
{
    (void)state;
    static const struct {
        const char *since, *name;
        int64_t item;
    } wanted[] = {{"2026-01-03", "answered", 3},
                  {"2026-01-09", "answer", 1},
                  {"2026-01-11", "answered", 2},
                  {"2026-01-13", "answer", 4}};
    ombud_law *law = LAW(edge_law);
    ombud_case *matter = edge_case(law);
    ombud_findings *findings = NULL;
    ombud_asof asof = trial_asof("2026-01-14");
    TELL(matter, "2026-01-01 file.lodged f1 by=p2");
    TELL(matter, "2026-01-02 file.lodged f3 by=p2");
    TELL(matter, "2026-01-03 file.answered f3 by=p2");
    TELL(matter, "2026-01-05 file.lodged f4 by=p2");
    TELL(matter, "2026-01-10 file.lodged f2 by=p2");
    TELL(matter, "2026-01-11 file.answered f2 by=p2");
    OK(ombud_case_findings(matter, &asof, &findings, NULL));
    assert_int_equal(ombud_findings_count(findings), 4);
    for (size_t i = 0; i < 4; i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        char text[200];
        OK(ombud_findings_get(findings, i, &f));
        if (f.since != trial_day(wanted[i].since) || !trial_view_is(f.name, wanted[i].name) ||
            f.item_number != wanted[i].item)
            fail_msg("finding %u: %.*s f%d since %s", (unsigned)i, (int)f.name.len, f.name.ptr, (int)f.item_number,
                     trial_date(f.since));
        /* What is said of it is said of the same item. */
        assert_true(ombud_explain_finding(findings, i, OMBUD_LANG_EN, text, sizeof text) > 0);
    }
    ombud_findings_free(findings);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* ---- what was known ---------------------------------------------------------------------------------------------- */

/* A line is struck out for whoever looks on the day on which that was entered, and not a day before. */
static void struck_out_on_its_day(void **state)
{
    (void)state;
    ombud_law *law = LAW(edge_law);
    ombud_case *matter = edge_case(law);
    ombud_event event = trial_event("2026-01-10 void 1 by=p2");
    TELL(matter, "2026-01-01 file.lodged f1 by=p2");
    event.has_entered = 1;
    event.entered = trial_day("2026-01-12");
    OK(ombud_case_apply(matter, &event, NULL, NULL));
    TELL(matter, "2026-01-15 file.lodged f2 by=p2"); /* so that another day than the last is looked at */
    STATE(matter, "f1", trial_known("2026-01-20", "2026-01-11"), "refused");
    STATE(matter, "f1", trial_known("2026-01-20", "2026-01-12"), "");
    ombud_asof asof = trial_known("2026-01-20", "2026-01-12");
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    OK(ombud_case_receipt(matter, &asof, &receipt));
    asof.known_by = OMBUD_DAY_MAX + 1;
    assert_int_equal(ombud_case_receipt(matter, &asof, &receipt), OMBUD_E_RANGE);
    asof.has_known_by = 0;
    OK(ombud_case_receipt(matter, &asof, &receipt));
    asof.day = OMBUD_DAY_MIN - 1;
    assert_int_equal(ombud_case_receipt(matter, &asof, &receipt), OMBUD_E_RANGE);
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* Each choice of a host shows in the digest of the settings. */
static void settings_tell_their_digests(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "scope wide\n",
                                        "period file.answer P6D\n",
                                        "period file.answer P5D\n",
                                        "roll next_working_day\n",
                                        "holiday 2026-05-15\n"};
    enum { COUNT = sizeof texts / sizeof texts[0] };
    uint64_t digests[COUNT];
    ombud_law *law = LAW(edge_law);
    ombud_asof asof = trial_asof("2026-01-20");
    for (size_t i = 0; i < COUNT; i++) {
        ombud_settings *settings = SETTINGS(law, texts[i]);
        ombud_case *matter = NULL;
        ombud_receipt receipt = OMBUD_RECEIPT_INIT;
        OK(ombud_case_new(law, settings, NULL, &matter, NULL));
        OK(ombud_case_receipt(matter, &asof, &receipt));
        digests[i] = receipt.settings_digest;
        for (size_t k = 0; k < i; k++)
            assert_true(digests[k] != digests[i]);
        ombud_case_free(matter);
        ombud_settings_free(settings);
    }
    ombud_law_free(law);
}

/* As many holidays as there may be, and one more. */
static void holidays_that_are_too_many(void **state)
{
    enum { MOST = 100000 };
    (void)state;
    ombud_law *law = LAW(edge_law);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_settings *settings = NULL;
    trial_text text = {NULL, 0, 0};
    for (ombud_day day = 0; day <= MOST; day++)
        trial_text_put(&text, "holiday %s\n", trial_date(day));
    size_t whole = text.length - strlen("holiday 2243-10-18\n");
    OK(ombud_settings_parse(law, text.bytes, whole, NULL, &settings, &err));
    ombud_settings_free(settings);
    settings = NULL;
    assert_int_equal(ombud_settings_parse(law, text.bytes, text.length, NULL, &settings, &err), OMBUD_E_LIMIT);
    assert_null(settings);
    assert_int_equal(err.line, MOST + 1);
    ombud_law_free(law);
    free(text.bytes);
}

/* ---- errors ------------------------------------------------------------------------------------------------------ */

/* What would hide or reorder text on a screen is shown by its bytes, from the first to the last of each kind. */
static void excerpts_hide_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int plain;
    } rows[] = {
        {"\xc2\xa0", 1},         {"\xc2\xad", 0},         {"\xc2\xae", 1},         {"\xd8\x9b", 1},
        {"\xd8\x9c", 0},         {"\xd8\x9d", 1},         {"\xe2\x80\x8a", 1},     {"\xe2\x80\x8b", 0},
        {"\xe2\x80\x8f", 0},     {"\xe2\x80\x90", 1},     {"\xe2\x80\xa7", 1},     {"\xe2\x80\xa8", 0},
        {"\xe2\x80\xae", 0},     {"\xe2\x80\xaf", 1},     {"\xe2\x81\x9f", 1},     {"\xe2\x81\xa0", 0},
        {"\xe2\x81\xaf", 0},     {"\xe2\x81\xb0", 1},     {"\xef\xbb\xbe", 1},     {"\xef\xbb\xbf", 0},
        {"\xef\xbc\x80", 1},     {"\xef\xbf\xb8", 1},     {"\xef\xbf\xb9", 0},     {"\xef\xbf\xbb", 0},
        {"\xef\xbf\xbc", 1},     {"\xf3\xa0\x80\x80", 0}, {"\xf3\xa0\x81\xbf", 0}, {"\xf3\xa0\x82\x80", 1},
        {"\xf3\x9f\xbf\xbf", 1},
    };
    ombud_law *law = LAW(edge_law);
    ombud_case *matter = edge_case(law);
    ombud_asof asof = trial_asof("2026-01-20");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_truth truth;
        TELL(matter, "2026-01-01 file.lodged f1 by=p2");
        assert_int_equal(ombud_case_fact(matter, "f1", rows[i].text, &asof, &truth, &err), OMBUD_E_UNKNOWN_NAME);
        if ((strcmp(err.excerpt, rows[i].text) == 0) != rows[i].plain)
            fail_msg("row %u: %s", (unsigned)i, err.excerpt);
        /* It stands in no text, so that it has no place. */
        assert_int_equal(err.line + err.column, 0);
    }
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* ---- reasons to wait --------------------------------------------------------------------------------------------- */

static void waits_end_on_their_day(void **state)
{
    (void)state;
    static const struct {
        const char *event, *until;
    } rows[] = {{"2026-01-01 file.answered f1 by=p2", "2026-01-04"}, {"2026-01-01 file.closed f1 by=p2", "2026-01-05"}};
    ombud_law *law = LAW(edge_law);
    ombud_case *matter = edge_case(law);
    TELL(matter, "2026-01-01 file.lodged f1 by=p2");
    TELL(matter, "2026-01-01 fact f1 minor=no by=p2");
    for (size_t i = 0; i < 2; i++) {
        ombud_event event = trial_event(rows[i].event);
        ombud_verdict *verdict = NULL;
        ombud_unmet unmet = OMBUD_UNMET_INIT;
        OK(ombud_case_may(matter, &event, NULL, &verdict, NULL));
        OK(ombud_verdict_unmet(verdict, 0, 0, &unmet));
        assert_int_equal(unmet.kind, OMBUD_UNMET_WAIT);
        assert_int_equal(unmet.has_until, 1);
        assert_string_equal(trial_date(unmet.until), rows[i].until);
        ombud_verdict_free(verdict);
    }
    ombud_case_free(matter);
    ombud_law_free(law);
}

/* ---- conditions in words ----------------------------------------------------------------------------------------- */

/* A condition that no case turned both ways is named as it is written; a view also ends with a NUL. */
static void conditions_are_named_as_written(void **state)
{
    (void)state;
    static const char *const conditions[] = {
        "every about <- note (...)",
        "at most 2 about <- note (...)",
        "at least 2 about <- note whose kept more than P12M before lodged",
        "at least 1 about <- note whose kept at least P3D before lodged",
        "at most 1 about <- note whose kept at least P1M before lodged",
    };
    static const char guards[] =
        "  file.refused not when at least 2 about <- note whose kept more than P12M before lodged\n"
        "  file.closed not when every about <- note (is kept)\n"
        "  file.closed not when at most 2 about <- note (is kept) and minor\n"
        "  file.closed not when at least 1 about <- note whose kept at least P3D before lodged\n"
        "  file.answered not when at most 1 about <- note whose kept at least P1M before lodged and "
        "minor\n";
    char text[sizeof edge_law + sizeof guards];
    (void)snprintf(text, sizeof text, "%s%s", edge_law, guards);
    ombud_law *law = LAW(text);
    ombud_coverage *coverage = NULL;
    ombud_covered of = OMBUD_COVERED_INIT;
    OK(ombud_coverage_new(law, NULL, &coverage, NULL));
    for (size_t c = 0; c < sizeof conditions / sizeof conditions[0]; c++) {
        int found = 0;
        for (size_t i = 0; ombud_coverage_get(coverage, OMBUD_COVERING_CONDITIONS, i, &of) == OMBUD_OK; i++)
            found += trial_view_is(of.what, conditions[c]) && of.what.ptr[of.what.len] == '\0';
        if (found != 1)
            fail_msg("%d times: %s", found, conditions[c]);
    }
    ombud_coverage_free(coverage);
    ombud_law_free(law);
}

/* Where a request for memory fails between two conditions of a row, what comes after it does not make it good. */
static void a_condition_that_finds_no_memory(void **state)
{
    enum { ROWS = 300 };
    (void)state;
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "%s", TRIAL_HEAD "item file f\n  event sent\n");
    trial_text_put(&text, "%s", TRIAL_RULE("1") "  file.sent: any -> same\n");
    for (unsigned i = 0; i < ROWS; i++)
        trial_text_put(&text, "  file.c%u when sent at least P%uD ago and sent at least P%uM ago\n", i, i, i);
    ombud_law *law = LAW(text.bytes);
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_coverage *coverage = NULL;
    OK(ombud_coverage_new(law, &alloc, &coverage, NULL));
    size_t covered, total, calls = memory.calls;
    OK(ombud_coverage_count(coverage, OMBUD_COVERING_CONDITIONS, &covered, &total));
    assert_int_equal(total, 2 * ROWS);
    ombud_coverage_free(coverage);
    assert_true(calls > 3);
    for (size_t n = 1; n <= calls; n++) {
        memory.calls = 0;
        memory.fail_at = n;
        assert_int_equal(ombud_coverage_new(law, &alloc, &coverage, NULL), OMBUD_E_NOMEM);
        assert_int_equal(memory.held, 0);
    }
    ombud_law_free(law);
    free(text.bytes);
}

/* Each request of a host's choices and of a question fails once: the status says so, and nothing is kept. */
static void choices_and_acts_that_find_no_memory(void **state)
{
    static const char chosen[] = "reading Q two\nlength hold P3D\nperiod file.answer P6D\nsince begun 2026-01-01\n";
    (void)state;
    ombud_law *law =
        LAW(TRIAL_HEAD
            "length hold\nreading Q\n  one default\n  two dropped\nitem file f\n  event sent\n"
            "provision 1 \"Art. 1\" since setting begun\n  anchor \"a\"\n  gloss en \"G.\"\n  file.sent: any -> same\n"
            "  duty answer member to librarian\n    opened by file.sent\n    within at most P7D\n");
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_asof asof = trial_asof("2026-03-02");
    ombud_case *c = NULL;
    OK(ombud_case_new(law, NULL, &alloc, &c, NULL));
    ITEM(c, "f1");
    size_t held = memory.held;
    for (int question = 0; question < 2; question++) {
        ombud_status status = OMBUD_E_NOMEM;
        for (size_t n = 1; status == OMBUD_E_NOMEM; n++) {
            ombud_settings *settings = NULL;
            ombud_actions *actions = NULL;
            memory.calls = 0;
            memory.fail_at = n;
            status = question ? ombud_case_next(c, NULL, &asof, &actions, NULL)
                              : ombud_settings_parse(law, chosen, sizeof chosen - 1, &alloc, &settings, NULL);
            assert_true(n > 2 || status == OMBUD_E_NOMEM);
            assert_int_equal(status == OMBUD_E_NOMEM, memory.calls >= n);
            memory.fail_at = 0;
            ombud_settings_free(settings);
            ombud_actions_free(actions);
            assert_int_equal(memory.held, held);
        }
        OK(status);
    }
    ombud_case_free(c);
    ombud_law_free(law);
    assert_int_equal(memory.held, 0);
}

/* ---- choices ----------------------------------------------------------------------------------------------------- */

/* A choice sets its own facts alone, wherever the first word of an item's facts ends among them. */
static void choices_about_the_end_of_a_word(void **state)
{
    static const char *const ways[] = {"left", "right", "up"};
    size_t least = 0;
    (void)state;
    for (unsigned facts = 60; facts <= 66; facts++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "%s", TRIAL_HEAD "item file f\n");
        for (unsigned i = 0; i < facts; i++)
            trial_text_put(&text, "  fact a%u stated by member\n", i);
        trial_text_put(&text, "%s",
                       "  event sent carries way (left, right, up)\n" TRIAL_RULE("1") "  file.sent: any -> same\n");
        for (size_t w = 0; w < 3; w++)
            trial_text_put(&text, "  file.was_%s when way is %s\n", ways[w], ways[w]);
        ombud_law *law = LAW(text.bytes);
        ombud_case *c = CASE(law, NULL);
        ITEM(c, "f1");
        for (size_t sent = 0; sent < 3; sent++) {
            char line[60], name[20];
            snprintf(line, sizeof line, "2026-03-02 file.sent f1 way=%s", ways[sent]);
            TELL(c, line);
            for (size_t w = 0; w < 3; w++) {
                snprintf(name, sizeof name, "was_%s", ways[w]);
                FACT(c, "f1", name, "2026-03-02", w == sent ? OMBUD_YES : OMBUD_NO);
            }
            for (unsigned i = 0; i < facts; i++) {
                snprintf(name, sizeof name, "a%u", i);
                FACT(c, "f1", name, "2026-03-02", OMBUD_UNKNOWN);
            }
        }
        /* A fact takes a note on each item while a question is answered; beyond the first word its item grows too. */
        size_t bytes = 0;
        OK(ombud_case_memory_bound(law, 10, 10, 10, &bytes));
        assert_true(facts == 60 || facts + 3 == 65 ? bytes > least + 1000 : bytes < least + 100);
        least = bytes;
        ombud_case_free(c);
        ombud_law_free(law);
        free(text.bytes);
    }
}

/* ---- helpers ----------------------------------------------------------------------------------------------------- */

static void blocks_of_a_pool(void **state)
{
    (void)state;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud__pool pool;
    ombud__pool_init(&pool, &alloc);
    for (size_t size = 1; size < 100; size++) {
        unsigned char *block = ombud__pool_alloc(&pool, size);
        assert_non_null(block);
        assert_int_equal((uintptr_t)block % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(block[i], 0);
        memset(block, 0xff, size);
    }
    ombud__pool_free(&pool);
    assert_int_equal(memory.held, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(steps_field_by_field),
        cmocka_unit_test(a_last_day_before_the_first_line),
        cmocka_unit_test(findings_by_day),
        cmocka_unit_test(struck_out_on_its_day),
        cmocka_unit_test(settings_tell_their_digests),
        cmocka_unit_test(holidays_that_are_too_many),
        cmocka_unit_test(excerpts_hide_nothing),
        cmocka_unit_test(waits_end_on_their_day),
        cmocka_unit_test(conditions_are_named_as_written),
        cmocka_unit_test(a_condition_that_finds_no_memory),
        cmocka_unit_test(choices_and_acts_that_find_no_memory),
        cmocka_unit_test(choices_about_the_end_of_a_word),
        cmocka_unit_test(blocks_of_a_pool),
    };
    return cmocka_run_group_tests_name("edges of the kernel", tests, NULL, NULL);
}
