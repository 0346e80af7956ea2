/*
 * A language that a host gives: nothing stays English in any face of a case in which everything occurs; texts that are
 * none; memory that fails.
 */
#include "faces.h"

/* A language of one letter: each text between brackets, its letters z, so that a letter of another kind is no text that
 * was asked for. What is put in stays where it was. */
static int bracketed(void *user, ombud_view english, ombud_view *out)
{
    static char text[1024];
    size_t length = 0;
    ++*(size_t *)user;
    assert_true(english.len + 3 < sizeof text);
    text[length++] = '[';
    for (size_t i = 0; i < english.len; i++) {
        char c = english.ptr[i];
        text[length++] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 'z' : c;
    }
    text[length++] = ']';
    text[length] = '\0';
    *out = (ombud_view){text, length};
    return 0;
}

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What is left once names of the law and of the case, markup and the z are taken away is English. */
static void nothing_is_english(const char *text, const char *const *names)
{
    for (const char *at = text; *at;) {
        const char *end = at;
        if (*at == '<' || *at == '&') { /* a tag, an entity of XML */
            const char *closed = strchr(at, *at == '<' ? '>' : ';');
            at = closed ? closed + 1 : at + 1;
            continue;
        }
        while (is_letter(*end) || (end > at && *end >= '0' && *end <= '9') || (end > at && *end == '_'))
            end++;
        size_t length = (size_t)(end - at), i = 0;
        while (names[i] && (strlen(names[i]) != length || memcmp(names[i], at, length) != 0))
            i++;
        int other = length > 0 && !names[i];
        for (size_t k = 0; other && k < length; k++) {
            if (is_letter(at[k]) && at[k] != 'z')
                fail_msg("`%.*s` stayed English in:\n%s", (int)length, at, text);
        }
        at = length > 0 ? end : at + 1;
    }
}

static void a_host_language(void **state)
{
    /* Citations, items, and the command and the readings that pages name. */
    static const char *const names[] = {"Art", "l1",  "l2", "l3", "l7",    "o1",      "p1",  "p2",    "p3",   "P1D",
                                        "P1Y", "P9D", "n",  "t",  "ombud", "library", "may", "asked", "loan", NULL};
    world w;
    size_t calls = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    begin(&w);
    w.how.lang = OMBUD_LANG_OTHER;
    char *english = rendered(&w, whole);
    w.how.lang = OMBUD_LANG_EN;
    char *plain = rendered(&w, whole);
    assert_string_equal(english, plain); /* before a language is given it is English */
    free(english);
    free(plain);
    assert_int_equal(ombud_law_translate(w.law, "zz", bracketed, &calls, &err), OMBUD_OK);
    assert_true(calls > 200);
    w.how.lang = OMBUD_LANG_OTHER;
    const char *const days[] = {"2026-01-01", "2026-02-09", "2026-03-04", "2028-03-01", "9999-12-31"};
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        w.asof = trial_asof(days[d]);
        w.how.format = OMBUD_FORMAT_TEXT;
        char *text = rendered(&w, whole);
        nothing_is_english(text, names);
        free(text);
        w.how.format = OMBUD_FORMAT_SVG;
        text = rendered(&w, whole);
        nothing_is_english(text, names);
        has(text, "xml:lang=\"zz\"");
        free(text);
    }
    w.how.format = OMBUD_FORMAT_TEXT;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        char said[4096];
        w.asked = asked[i].event;
        char *text = rendered(&w, ruled);
        nothing_is_english(text, names);
        free(text);
        ombud_event event = trial_event(w.asked);
        ombud_verdict *verdict = NULL;
        assert_int_equal(ombud_case_may(w.matter, &event, NULL, &verdict, &err), OMBUD_OK);
        assert_true(ombud_explain_verdict(verdict, OMBUD_LANG_OTHER, said, sizeof said) < sizeof said);
        nothing_is_english(said, names);
        ombud_verdict_free(verdict);
    }
    assert_int_equal(ombud_register_new(w.law, NULL, w.asof.day, NULL, &w.reg, &err), OMBUD_OK);
    assert_int_equal(
        ombud_register_figures(w.reg, trial_day("2026-01-01"), trial_day("2026-12-31"), 0, &w.figures, &err), OMBUD_OK);
    char *text = rendered(&w, counted);
    nothing_is_english(text, names);
    free(text);
    for (ombud_word_kind kind = OMBUD_WORD_ROLE; kind < OMBUD_WORD_SINCE; kind++) {
        for (size_t i = 0; i < ombud_law_word_count(w.law, kind); i++) {
            ombud_word word = OMBUD_WORD_INIT;
            assert_int_equal(ombud_law_word(w.law, kind, i, OMBUD_LANG_OTHER, &word), OMBUD_OK);
            assert_int_equal(word.label.ptr[0], '[');
        }
    }
    end(&w);
}

/* Texts that are none, or lack the place of what is put in, stay English; what is no text leaves the law as it was. */
static int odd_text(void *user, ombud_view english, ombud_view *out)
{
    static char longer[OMBUD_TRANSLATION_MAX + 2];
    const int what = *(int *)user;
    assert_int_equal(out->len, 0);
    if (!trial_view_is(english, "case #") && !trial_view_is(english, "Now"))
        return 0;
    memset(longer, 'a', sizeof longer - 1);
    *out = what == 0   ? ombud_view_of("lost")
           : what == 2 ? (ombud_view){longer, sizeof longer - 1}
           : what == 3 ? ombud_view_of("a\xff")
           : what == 4 ? ombud_view_of("two\nlines")
                       : *out;
    return what == 5 ? 17 : 0;
}

static void odd_host_languages(void **state)
{
    static const ombud_status statuses[] = {OMBUD_OK,     OMBUD_OK,     OMBUD_E_LIMIT,
                                            OMBUD_E_UTF8, OMBUD_E_UTF8, OMBUD_E_CALLBACK};
    static const char *const tags[] = {"", "-de", "d_e", "1a", "abcdefghijklmnopqrstuvwxyzabcdefghijkl"};
    world w;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    begin(&w);
    w.how.lang = OMBUD_LANG_OTHER;
    for (int what = 0; what < 6; what++) {
        assert_int_equal(ombud_law_translate(w.law, "de", odd_text, &what, &err), statuses[what]);
        char *text = rendered(&w, whole);
        has(text, "case 9");
        has(text, what == 0 ? "lost" : "Now");
        free(text);
    }
    int what = 1;
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        assert_int_equal(ombud_law_translate(w.law, tags[i], odd_text, &what, &err), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_law_translate(NULL, "de", odd_text, &what, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_translate(w.law, NULL, odd_text, &what, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_translate(w.law, "de", NULL, &what, &err), OMBUD_E_ARGUMENT);
    end(&w);
}

static int stop_later(void *user, ombud_view english, ombud_view *out)
{
    size_t *left = user;
    (void)english;
    (void)out;
    return --*left == 0 ? 17 : 0;
}

/* A host that stops at any text, whatever of the law it is asked for, leaves the law as it was. */
static void a_host_stops_at_any_text(void **state)
{
    ombud_law *law = NULL;
    ombud_status status = OMBUD_E_CALLBACK;
    size_t calls = 0, stops = 0;
    (void)state;
    assert_int_equal(ombud_law_builtin("bxl2019", NULL, &law, NULL), OMBUD_OK);
    for (; status == OMBUD_E_CALLBACK; stops++) {
        size_t left = stops + 1;
        status = ombud_law_translate(law, "de", stop_later, &left, NULL);
        ombud_word word = OMBUD_WORD_INIT;
        assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, OMBUD_LANG_OTHER, &word), OMBUD_OK);
        assert_int_equal(word.label.ptr[0], 'r'); /* reporter */
        calls += stops + 1 - left;
    }
    assert_int_equal(status, OMBUD_OK);
    assert_true(stops > 1000 && calls > stops);
    ombud_law_free(law);
}

/* Memory that fails at any request leaves the language that the law had. */
static void a_host_language_runs_dry(void **state)
{
    faulty memory;
    memset(&memory, 0, sizeof memory);
    const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t calls = 0;
    ombud_status status = OMBUD_E_NOMEM;
    (void)state;
    assert_int_equal(ombud_law_parse(odd_law, sizeof odd_law - 1, &alloc, &law, &err), OMBUD_OK);
    for (size_t n = 1; status != OMBUD_OK; n++) {
        memory.requests = 0;
        memory.fail_at = n;
        status = ombud_law_translate(law, "zz", bracketed, &calls, &err);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
        ombud_word word = OMBUD_WORD_INIT;
        assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, OMBUD_LANG_OTHER, &word), OMBUD_OK);
        assert_int_equal(word.label.ptr[0], status == OMBUD_OK ? '[' : '=');
    }
    ombud_law_free(law);
    assert_int_equal(memory.blocks, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_host_language),
        cmocka_unit_test(odd_host_languages),
        cmocka_unit_test(a_host_stops_at_any_text),
        cmocka_unit_test(a_host_language_runs_dry),
    };
    return cmocka_run_group_tests_name("translated", tests, NULL, NULL);
}
