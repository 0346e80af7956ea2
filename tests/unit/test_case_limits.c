/*
 * Limits of `.case` texts and of settings, on both sides; settings that come back as they were written; a failed
 * writer; texts of several laws.
 */
#include "trial.h"

#include "every_word.h"

static void put(trial_text *to, const char *text)
{
    trial_text_add(to, text, strlen(text));
}

static ombud_status parse(const trial_text *text, const ombud_law *law, ombud_error *err)
{
    const ombud_law *const laws[] = {law};
    static const ombud_error none = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    *err = none;
    ombud_status status = ombud_scenario_parse(text->bytes, text->length, laws, 1, NULL, &scenario, err);
    ombud_scenario_free(scenario);
    return status;
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

static void columns_of_a_table(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    ombud_error err;
    for (int columns = 64; columns <= 65; columns++) {
        trial_text text = {NULL, 0, 0};
        put(&text, "law library\nscenario s\n  table");
        for (int i = 0; i < columns; i++)
            trial_text_put(&text, " c%d", i);
        put(&text, "\n    row");
        for (int i = 0; i < columns; i++)
            trial_text_put(&text, " %d", i);
        put(&text, "\n  shows x.$c1, x.$c63.\n");
        assert_int_equal(parse(&text, law, &err), columns == 64 ? OMBUD_OK : OMBUD_E_LIMIT);
        free(text.bytes);
    }
    assert_int_equal(err.line, 3);
    ombud_law_free(law);
}

/* A line that grows beyond 64 KiB by the values put in, and one that stays below. */
static void a_line_that_grows(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    ombud_error err;
    char value[1001];
    memset(value, 'v', sizeof value - 1);
    value[sizeof value - 1] = '\0';
    static const int all_times[] = {65, 66, 130};
    for (size_t t = 0; t < 3; t++) {
        int times = all_times[t];
        trial_text text = {NULL, 0, 0};
        put(&text, "law library\nscenario s\n  table v\n    row ");
        put(&text, value);
        put(&text, "\n  shows x");
        for (int i = 0; i < times; i++)
            put(&text, "$v");
        put(&text, "\n");
        assert_int_equal(parse(&text, law, &err), times == 65 ? OMBUD_OK : OMBUD_E_LIMIT);
        assert_int_equal(err.line, times == 65 ? 0 : 5);
        free(text.bytes);
    }
    ombud_law_free(law);
}

static void so_many_runs(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    ombud_error err;
    trial_text text = {NULL, 0, 0};
    put(&text, "law library\nscenario s\n  shows x.$v\n  table v\n");
    for (int i = 0; i < 100001; i++)
        put(&text, "    row 1\n");
    assert_int_equal(parse(&text, law, &err), OMBUD_E_LIMIT);
    assert_non_null(strstr(err.message, "100,000 runs"));
    free(text.bytes);
    text = (trial_text){NULL, 0, 0};
    put(&text, "law library\ntable v\n");
    for (int i = 0; i < 90000; i++)
        put(&text, "    row 1\n");
    put(&text, "scenario s\nscenario t\n");
    assert_int_equal(parse(&text, law, &err), OMBUD_E_LIMIT);
    free(text.bytes);
    ombud_law_free(law);
}

static void loads_of_a_line(void **state)
{
    (void)state;
    ombud_error err;
    trial_text words = {NULL, 0, 0};
    put(&words, "law library\nrole member\nitem person p\nitem loan l\n  states live\n  event asked\n");
    for (int i = 0; i < 65; i++)
        trial_text_put(&words, "  fact f%d stated by member\n", i);
    put(&words, "structure\n  loan.asked: -> live\n");
    ombud_law *law = LAW(words.bytes);
    for (int loads = 64; loads <= 65; loads++) {
        trial_text text = {NULL, 0, 0};
        put(&text, "law library\nperson p1 member\n2026-03-02 loan.asked l1 by=p1");
        for (int i = 0; i < loads; i++)
            trial_text_put(&text, " f%d=yes", i);
        put(&text, "\n");
        assert_int_equal(parse(&text, law, &err), loads == 64 ? OMBUD_OK : OMBUD_E_LIMIT);
        free(text.bytes);
    }
    assert_non_null(strstr(err.message, "64 arguments and facts"));
    ombud_law_free(law);
    free(words.bytes);
}

/* ---- settings ---------------------------------------------------------------------------------------------------- */

static const char shared_setting[] =
    "law library\nrole member\nscope town\nscope school\nlength rest\nitem person p\nitem loan l\n  states live\n"
    "  event asked\nreading Q-1\n  one default\n  two\n"
    "provision 1 \"A citation that goes on and on, of an order of a council of a town with a long name, as it was "
    "printed on a page of a bulletin that nobody keeps any longer, with its number, its date and its title, so that "
    "it is longer than any excerpt\" since setting start not before 2001-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  term patience\n    opened by loan.asked\n    within at most P7D\n"
    "provision 2 \"Art. 2\" since setting start\n  anchor \"a\"\n  gloss en \"G.\"\n  loan.asked: -> live\n"
    "provision 3 \"Art. 3\" since setting other not before 2020-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  recorded \"x\"\n"
    "structure\n  term loose\n    opened by loan.asked\n    within at least P3D\n";

static void settings_come_back(void **state)
{
    (void)state;
    static const char *const rolls[] = {"next_working_day", "previous_working_day"};
    ombud_law *law = LAW(shared_setting);
    for (size_t i = 0; i < 2; i++) {
        char chosen[400], written[500];
        snprintf(written, sizeof written,
                 "law library\nset reading Q-1 two\nset scope town\nset length rest P2D\nset period loan.patience P5D\n"
                 "set roll %s\nset holiday 2026-05-15\nset since start 2002-02-02\n",
                 rolls[i]);
        snprintf(
            chosen, sizeof chosen,
            "since start 2002-02-02\nholiday 2026-05-15\nroll %s\nperiod loan.patience P5D\nlength rest P2D\nscope "
            "town\nreading Q-1 two\n",
            rolls[i]);
        ombud_settings *settings = SETTINGS(law, chosen);
        ombud_case *c = NULL;
        assert_int_equal(ombud_case_new(law, settings, NULL, &c, NULL), OMBUD_OK);
        trial_text text = trial_written(c);
        assert_string_equal(text.bytes, written);
        free(text.bytes);
        ombud_case_free(c);
        ombud_settings_free(settings);
    }
    ombud_law_free(law);
}

static void settings_that_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        ombud_status status;
        uint32_t line;
        const char *message;
    } wrong[] = {
        {"scope town\nscope school\n", OMBUD_E_DUPLICATE, 2, "twice"},
        {"scope twn\n", OMBUD_E_UNKNOWN_NAME, 1, "scope"},
        {"period loan.patience P8D\n", OMBUD_E_CONFLICT, 1, "does not leave"},
        {"period loan.loose P2D\n", OMBUD_E_CONFLICT, 1, "does not leave"},
        {"since start 2000-12-31\n", OMBUD_E_CONFLICT, 1, ""},
        {"since other 2019-12-31\n", OMBUD_E_CONFLICT, 1, ""},
        {"since nothing 2019-12-31\n", OMBUD_E_UNKNOWN_NAME, 1, ""},
    };
    ombud_law *law = LAW(shared_setting);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_settings *none = NULL;
        ombud_status status = ombud_settings_parse(law, wrong[i].text, strlen(wrong[i].text), NULL, &none, &err);
        if (status != wrong[i].status || err.line != wrong[i].line || !strstr(err.message, wrong[i].message))
            fail_msg("%s: %s at %u: %s; %s", wrong[i].text, ombud_status_name(status), err.line, err.message,
                     err.remedy);
        assert_int_equal(ombud_settings_parse(law, wrong[i].text, strlen(wrong[i].text), NULL, &none, NULL), status);
        assert_null(none);
    }
    ombud_law_free(law);
}

/* Days without work, as many as there can be, and one more. */
static void holidays_of_settings(void **state)
{
    (void)state;
    enum { MOST = 100000 };
    ombud_law *law = LAW(shared_setting);
    trial_text text = {NULL, 0, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_settings *settings = NULL;
    for (int day = 0; day < MOST; day++)
        trial_text_put(&text, "holiday %s\n", trial_date(day));
    assert_int_equal(ombud_settings_parse(law, text.bytes, text.length, NULL, &settings, &err), OMBUD_OK);
    ombud_settings_free(settings);
    settings = NULL;
    trial_text_put(&text, "holiday %s\n", trial_date(MOST));
    assert_int_equal(ombud_settings_parse(law, text.bytes, text.length, NULL, &settings, &err), OMBUD_E_LIMIT);
    assert_null(settings);
    assert_int_equal(err.line, MOST + 1);
    assert_int_equal(err.column, 9);
    assert_string_equal(err.excerpt, trial_date(MOST));
    assert_non_null(strstr(err.remedy, "exceptions"));
    free(text.bytes);
    ombud_law_free(law);
}

/* ---- the writer -------------------------------------------------------------------------------------------------- */

typedef struct stopping {
    size_t writes, stop_at;
} stopping;

static int stop_at(void *user, const char *bytes, size_t length)
{
    stopping *s = user;
    (void)bytes;
    assert_true(length > 0);
    s->writes++;
    assert_true(s->writes <= s->stop_at);
    return s->writes == s->stop_at ? 7 : 0;
}

/* Wherever the sink stops, in settings, members or journal: no further piece, and its status. */
static void a_writer_that_is_stopped(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    trial_text holidays = {NULL, 0, 0};
    for (int i = 1; i <= 28; i++)
        trial_text_put(&holidays, "holiday 2026-02-%02d\nholiday 2026-03-%02d\n", i, i);
    ombud_settings *settings = SETTINGS(law, holidays.bytes);
    ombud_case *c = CASE(law, settings);
    for (int i = 3; i < 60; i++)
        assert_int_equal(ombud_case_person(c, i, "member, borrower", NULL), OMBUD_OK);
    for (int i = 0; i < 60; i++)
        TELL(c, i == 0 ? "2026-02-02 loan.asked l1 by=p1" : "2026-02-03 loan.prolonged l1 by=p2");
    size_t n = 1;
    for (;; n++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping s = {0, n};
        ombud_status status = ombud_case_write(c, stop_at, &s, &err);
        assert_int_equal(status, s.writes == n ? OMBUD_E_CALLBACK : OMBUD_OK);
        if (s.writes < n)
            break;
    }
    assert_true(n > 5);
    ombud_case_free(c);
    ombud_settings_free(settings);
    free(holidays.bytes);
    ombud_law_free(law);
}

/*
 * More members than the writer looks at in one walk over the journal: those that a line brings are not declared, in
 * whichever walk they fall, those that are declared are, and what is read back is written the same.
 */
static void more_members_than_one_walk(void **state)
{
    (void)state;
    enum { MEMBERS = 5000 };
    ombud_law *law = LAW(every_word);
    const ombud_law *const laws[] = {law};
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    trial_text text = {NULL, 0, 0};
    put(&text, "law library\nperson p1 member\nperson p2 librarian\n");
    for (int i = 1; i <= MEMBERS; i++)
        trial_text_put(&text, "item s%d\n", i);
    put(&text, "\n2026-02-02 loan.asked l1 by=p1\n2026-02-03 link l1 stands s1\n2026-02-03 link l1 stands s5000\n"
               "2026-02-04 shelf.dusted s4999\n2026-02-05 loan.asked l2 by=p1 borrower=p1\n");
    if (ombud_scenario_parse(text.bytes, text.length, laws, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    trial_text written = trial_written(ombud_scenario_case(scenario, 0));
    assert_string_equal(written.bytes, text.bytes);
    ombud_scenario_free(scenario);
    free(written.bytes);
    free(text.bytes);
    ombud_law_free(law);
}

/* ---- laws and errors --------------------------------------------------------------------------------------------- */

static void scenarios_of_several_laws(void **state)
{
    (void)state;
    ombud_law *law = LAW("law library\nrole member\nitem person p\n");
    ombud_error err;
    trial_text text = {NULL, 0, 0};
    static const char *const names[] = {"library", "rd1995", "fwb2000", "rd1995", "library"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        ombud_view built_in;
        int there = ombud_law_builtin_text(names[i], &built_in) == OMBUD_OK;
        trial_text_put(&text, "scenario s%d\n  law %s\n  case %d\n", (int)i, there ? names[i] : "library", (int)i + 1);
    }
    assert_int_equal(parse(&text, law, &err), OMBUD_OK);
    free(text.bytes);
    ombud_law_free(law);
}

/* A caller that wants no message, and one whose struct is of no known length, get the status alone. */
static void errors_that_nobody_reads(void **state)
{
    (void)state;
    static const char twice[] = "law library\nperson p1 member\nperson p1 nobody\n";
    ombud_law *law = LAW("law library\nrole member\nitem person p\n");
    const ombud_law *const laws[] = {law};
    ombud_scenario *none = NULL;
    ombud_error brief = {0};
    assert_int_equal(ombud_scenario_parse(twice, sizeof twice - 1, laws, 1, NULL, &none, NULL), OMBUD_E_UNKNOWN_NAME);
    brief.struct_size = 8;
    assert_int_equal(ombud_scenario_parse(twice, sizeof twice - 1, laws, 1, NULL, &none, &brief), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(brief.code, 0);
    assert_null(none);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_of_a_table),
        cmocka_unit_test(a_line_that_grows),
        cmocka_unit_test(so_many_runs),
        cmocka_unit_test(loads_of_a_line),
        cmocka_unit_test(settings_come_back),
        cmocka_unit_test(settings_that_are_refused),
        cmocka_unit_test(holidays_of_settings),
        cmocka_unit_test(a_writer_that_is_stopped),
        cmocka_unit_test(more_members_than_one_walk),
        cmocka_unit_test(scenarios_of_several_laws),
        cmocka_unit_test(errors_that_nobody_reads),
    };
    return cmocka_run_group_tests_name("limits of cases", tests, NULL, NULL);
}
