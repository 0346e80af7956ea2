/*
 * Damaged texts: each word of a law, of a `.case` text, of settings and of a line of a journal is in turn left out,
 * doubled, and replaced by words that do not belong there. What is no text of its kind any more is refused with its
 * place and a remedy, and nothing comes of it.
 */
#include "trial.h"

#include "every_word.h"

/* ---- words of a text --------------------------------------------------------------------------------------------- */

/* The end of the word, mark or text in quotes that begins at `at`; `at` itself between them. */
static size_t word_end(const char *text, size_t at)
{
    size_t end = at;
    if (text[at] == '"') {
        for (end++; text[end] != '"' && text[end] != '\n'; end++)
            ;
        return end + 1;
    }
    if (strchr(" \n", text[at]))
        return at;
    while (text[end] && !strchr(" \n,:()=\"", text[end]))
        end++;
    return end > at ? end : at + 1;
}

static const char *const replacements[] = {
    "",           "zz",         "9",     "=",       "\"x\"",       "when", "P5D",
    "2026-02-30", "2026-03-01", "zz.zz", "loan.zz", "shelf.built", "\n",   ",",
};

typedef ombud_status reading(const char *text, size_t length, void *ctx, ombud_error *err);

static void refused_in_words(const char *text, ombud_status status, const ombud_error *err, uint32_t lines)
{
    static const ombud_status those[] = {OMBUD_E_SYNTAX,   OMBUD_E_UNKNOWN_NAME, OMBUD_E_DUPLICATE, OMBUD_E_CONFLICT,
                                         OMBUD_E_DATE,     OMBUD_E_PERIOD,       OMBUD_E_LIMIT,     OMBUD_E_STATE,
                                         OMBUD_E_ARGUMENT, OMBUD_E_NOT_FOUND};
    size_t i = 0;
    while (i < sizeof those / sizeof those[0] && those[i] != status)
        i++;
    if (i == sizeof those / sizeof those[0] || err->code != status || err->message[0] == '\0' ||
        err->remedy[0] == '\0' || err->line == 0 || err->line > lines || err->column == 0)
        fail_msg("%s at %u:%u: %s; %s\n%s", ombud_status_name(status), err->line, err->column, err->message,
                 err->remedy, text);
}

/* Reads the text with each of its words damaged in each way. Gives how many were refused. */
static size_t damage(const char *text, reading *read, void *ctx, uint32_t lines)
{
    size_t length = strlen(text), refused = 0;
    char *damaged = malloc(2 * length + 64);
    assert_non_null(damaged);
    for (size_t at = 0; at < length;) {
        size_t end = word_end(text, at);
        if (end == at) {
            at++;
            continue;
        }
        for (size_t i = 0; i <= sizeof replacements / sizeof replacements[0] + 1; i++) {
            size_t most = sizeof replacements / sizeof replacements[0];
            ombud_error err = OMBUD_ERROR_INIT;
            memcpy(damaged, text, at);
            damaged[at] = '\0';
            if (i < most)
                strcat(damaged, replacements[i]);
            if (i == most) {
                strncat(damaged, text + at, end - at);
                strcat(damaged, " ");
                strncat(damaged, text + at, end - at);
            }
            if (i <= most)
                strcat(damaged, text + end);
            ombud_status status = read(damaged, strlen(damaged), ctx, &err);
            if (status != OMBUD_OK)
                refused_in_words(damaged, status, &err, lines + 1);
            refused += status != OMBUD_OK;
        }
        at = end;
    }
    free(damaged);
    return refused;
}

static uint32_t lines_of(const char *text)
{
    uint32_t lines = 1;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

/* ---- the kinds of text ------------------------------------------------------------------------------------------- */

static ombud_status read_law(const char *text, size_t length, void *ctx, ombud_error *err)
{
    ombud_law *law = ctx;
    ombud_status status = ombud_law_parse(text, length, NULL, &law, err);
    if (status == OMBUD_OK)
        ombud_law_free(law);
    else
        assert_ptr_equal(law, ctx);
    return status;
}

static ombud_status read_case(const char *text, size_t length, void *ctx, ombud_error *err)
{
    const ombud_law *const laws[] = {ctx};
    ombud_scenario *scenario = ctx;
    ombud_status status = ombud_scenario_parse(text, length, laws, 1, NULL, &scenario, err);
    if (status == OMBUD_OK)
        ombud_scenario_free(scenario);
    else
        assert_ptr_equal(scenario, ctx);
    return status;
}

static ombud_status read_settings(const char *text, size_t length, void *ctx, ombud_error *err)
{
    ombud_settings *settings = ctx;
    ombud_status status = ombud_settings_parse(ctx, text, length, NULL, &settings, err);
    if (status == OMBUD_OK)
        ombud_settings_free(settings);
    else
        assert_ptr_equal(settings, ctx);
    return status;
}

/* A line that is refused leaves the case byte by byte as it was; one that is not is told to a copy. */
static ombud_status tell_line(const char *text, size_t length, void *ctx, ombud_error *err)
{
    ombud_case *copy = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_verdict *verdict = NULL;
    event.on = trial_day("2026-02-25");
    event.line = (ombud_view){text, length};
    assert_int_equal(ombud_case_clone(ctx, NULL, &copy, NULL), OMBUD_OK);
    trial_text before = trial_written(copy);
    ombud_status status = ombud_case_apply(copy, &event, NULL, err);
    trial_text after = trial_written(copy);
    if (status != OMBUD_OK)
        assert_string_equal(before.bytes, after.bytes);
    ombud_status asked = ombud_case_may(ctx, &event, NULL, &verdict, NULL);
    assert_true(asked == OMBUD_OK ? verdict != NULL : verdict == NULL);
    ombud_verdict_free(verdict);
    free(before.bytes);
    free(after.bytes);
    ombud_case_free(copy);
    return status;
}

/* ---- tests ------------------------------------------------------------------------------------------------------- */

static void laws(void **state)
{
    (void)state;
    ombud_law_free(LAW(every_word));
    assert_true(damage(every_word, read_law, NULL, lines_of(every_word)) > 5000);
}

static void cases(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    ombud_error err = OMBUD_ERROR_INIT;
    if (read_case(every_statement, strlen(every_statement), law, &err) != OMBUD_OK)
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    assert_true(damage(every_statement, read_case, law, lines_of(every_statement)) > 1000);
    ombud_law_free(law);
}

static const char every_setting[] =
    "reading Q-02 narrow\nlength grace P5D\nperiod loan.memory P12Y\nroll previous_working_day\nholiday 2026-05-15\n"
    "since town_rule 2002-01-01\nsince board 2003-01-01\nscope town\n";

static void settings(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    ombud_settings_free(SETTINGS(law, every_setting));
    assert_true(damage(every_setting, read_settings, law, lines_of(every_setting)) > 100);
    ombud_law_free(law);
}

static void lines(void **state)
{
    (void)state;
    static const char *const told[] = {
        "loan.asked l2 by=p1 borrower=p1 way=desk wanted=2026-02-20 wish=P9D",
        "fact l1 damaged=no by=p2",
        "link l1 stands s1 by=p2",
        "loan.lent l1 by=p2 rare=yes forgiven=unknown entered=2026-03-01",
        "void 1 by=p2",
    };
    ombud_law *law = LAW(every_word);
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "s1");
    TELL(c, "2026-02-02 loan.asked l1 by=p1");
    for (size_t i = 0; i < sizeof told / sizeof told[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        if (tell_line(told[i], strlen(told[i]), c, &err) != OMBUD_OK)
            fail_msg("%s: %s [%s]", told[i], err.message, err.excerpt);
        assert_true(damage(told[i], tell_line, c, 1) > 10);
    }
    ombud_case_free(c);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(laws),
        cmocka_unit_test(cases),
        cmocka_unit_test(settings),
        cmocka_unit_test(lines),
    };
    return cmocka_run_group_tests_name("damaged texts", tests, NULL, NULL);
}
