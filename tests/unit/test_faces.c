/*
 * All faces of one case in which everything occurs that can be shown: terms of each status, findings, answers of each
 * outcome, verdicts of each kind. Each rendering is the same twice; a sink that stops at any write stops it there; and
 * memory that fails at any request leaves a status, for every format, language and audience.
 */
#include "faces.h"

/* Twice the same; and stopped at each write, no further one and the status of it. */
static void stop_at_each_write(world *w, face *show)
{
    char *first = rendered(w, show), *second = rendered(w, show);
    assert_string_equal(first, second);
    for (size_t n = 1;; n++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, n, 0};
        ombud_status status = show(w, &to, &err);
        if (to.text.bytes)
            assert_memory_equal(to.text.bytes, first, to.text.length);
        free(to.text.bytes);
        if (!to.stopped) {
            assert_int_equal(status, OMBUD_OK);
            break;
        }
        assert_int_equal(status, OMBUD_E_CALLBACK);
        assert_int_equal(err.code, OMBUD_E_CALLBACK);
    }
    free(first);
    free(second);
}

/* A name in front moves everything behind it through the buffer. */
static void stop_at_each_place(world *w, face *show)
{
    static char name[1100];
    memset(name, 'n', sizeof name);
    for (size_t length = 1; length < sizeof name; length += 90) {
        w->how.name = (ombud_view){name, length};
        stop_at_each_write(w, show);
    }
    w->how.name = ombud_view_of("");
}

static void run_dry(world *w, face *show)
{
    for (size_t n = 1;; n++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, 0, 0};
        size_t blocks = w->memory.blocks;
        w->memory.requests = 0;
        w->memory.failed = 0;
        w->memory.fail_at = n;
        ombud_status status = show(w, &to, &err);
        w->memory.fail_at = 0;
        free(to.text.bytes);
        assert_int_equal(w->memory.blocks, blocks);
        assert_int_equal(status, w->memory.failed ? OMBUD_E_NOMEM : OMBUD_OK);
        if (!w->memory.failed)
            break;
    }
}

/* ---- cases ------------------------------------------------------------------------------------------------------- */

static void every_face_of_a_case(void **state)
{
    (void)state;
    static const char *const days[] = {"2026-01-01", "2026-02-03", "2026-02-09", "2026-02-20",
                                       "2026-03-04", "2026-12-31", "2028-03-01", "9999-12-31"};
    world w;
    begin(&w);
    for (ombud_format format = OMBUD_FORMAT_TEXT; format <= OMBUD_FORMAT_ICS; format++) {
        w.how.format = format;
        for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
            w.asof = trial_asof(days[d]);
            w.how.detailed = d % 2 == 0;
            w.how.alarm_days = d % 3 == 0 ? 3 : 0;
            w.how.colour = d % 2 == 1;
            for (ombud_lang lang = OMBUD_LANG_EN; lang <= OMBUD_LANG_NL; lang++) {
                w.how.lang = lang;
                stop_at_each_write(&w, whole);
            }
            for (uint64_t audience = 0; audience < 9; audience++) {
                w.asof.has_audience = 1;
                w.asof.audience = audience == 8 ? UINT64_MAX : audience;
                w.asof.audience_person = (int64_t)(audience % 4);
                w.asof.has_known_by = audience % 2 == 1;
                w.asof.known_by = trial_day("2026-02-22");
                free(rendered(&w, whole));
                if (format < OMBUD_FORMAT_SVG)
                    free(rendered(&w, found));
            }
        }
        w.asof = trial_asof("2026-03-04");
        stop_at_each_place(&w, whole);
        run_dry(&w, whole);
        if (format < OMBUD_FORMAT_SVG) {
            stop_at_each_place(&w, found);
            run_dry(&w, found);
        }
        w.asof.has_audience = 1;
        run_dry(&w, whole);
    }
    end(&w);
}

/* ---- verdicts ---------------------------------------------------------------------------------------------------- */

static void every_verdict(void **state)
{
    (void)state;
    world w;
    begin(&w);
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        w.asked = asked[i].event;
        for (ombud_lang lang = OMBUD_LANG_EN; lang <= OMBUD_LANG_NL; lang++) {
            w.how.lang = lang;
            w.how.format = OMBUD_FORMAT_TEXT;
            stop_at_each_write(&w, ruled);
            w.how.format = OMBUD_FORMAT_JSON;
            stop_at_each_write(&w, ruled);
        }
        w.how.lang = OMBUD_LANG_EN;
        w.how.format = OMBUD_FORMAT_TEXT;
        char *text = rendered(&w, ruled);
        has(text, asked[i].shown);
        free(text);
        w.how.format = OMBUD_FORMAT_JSON;
        text = rendered(&w, ruled);
        has(text, asked[i].json ? asked[i].json : "\"kind\":\"verdict\"");
        free(text);
        w.how.format = OMBUD_FORMAT_TEXT;
        run_dry(&w, ruled);
    }
    end(&w);
}

/* ---- laws and figures -------------------------------------------------------------------------------------------- */

static void every_face_of_a_law(void **state)
{
    (void)state;
    world w;
    begin(&w);
    w.how.format = OMBUD_FORMAT_DOT;
    stop_at_each_write(&w, drawn);
    char *text = rendered(&w, drawn);
    has(text, "lo<an>");
    free(text);
    stopping to = {{NULL, 0, 0}, 0, 0, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(ombud_render_law(w.law, "person", NULL, take_until, &to, &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(ombud_render_law(w.law, "nobody", NULL, take_until, &to, &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(ombud_render_figures(NULL, NULL, take_until, &to, &err), OMBUD_E_ARGUMENT);
    w.how.format = -1;
    assert_int_equal(whole(&w, &to, &err), OMBUD_E_ARGUMENT);
    w.how.format = 99;
    assert_int_equal(whole(&w, &to, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(to.writes, 0);
    end(&w);
}

static void every_face_of_figures(void **state)
{
    (void)state;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON, OMBUD_FORMAT_CSV};
    world w;
    ombud_error err = OMBUD_ERROR_INIT;
    begin(&w);
    assert_int_equal(ombud_register_new(w.law, NULL, w.asof.day, NULL, &w.reg, &err), OMBUD_OK);
    assert_int_equal(ombud_register_add(w.reg, w.matter, &err), OMBUD_OK);
    for (int32_t threshold = 0; threshold <= 5; threshold += 5) {
        assert_int_equal(ombud_register_figures(w.reg, trial_day("2026-01-01"), trial_day("2026-12-31"), threshold,
                                                &w.figures, &err),
                         OMBUD_OK);
        for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
            w.how.format = formats[i];
            stop_at_each_place(&w, counted);
        }
        w.how.format = OMBUD_FORMAT_CSV;
        char *text = rendered(&w, counted);
        /* A spreadsheet must not take a label for a formula, nor a quote for the end of it. */
        has(text, "\"'=all \"\"posts\"\"\"");
        free(text);
        ombud_figures_free(w.figures);
        w.figures = NULL;
    }
    end(&w);
}

/* ---- calendars --------------------------------------------------------------------------------------------------- */

static void whose_domain(void **state)
{
    (void)state;
    static char longest[255];
    memset(longest, 'a', sizeof longest - 1);
    const struct {
        ombud_view domain;
        ombud_status status;
    } domains[] = {
        {ombud_view_of("a"), OMBUD_OK},
        {ombud_view_of("A-b.c1.Z9"), OMBUD_OK},
        {ombud_view_of("0"), OMBUD_OK},
        {{longest, 253}, OMBUD_OK},
        {{longest, 254}, OMBUD_E_ARGUMENT},
        {ombud_view_of(""), OMBUD_E_ARGUMENT},
        {{NULL, 0}, OMBUD_E_ARGUMENT},
        {ombud_view_of("-a"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a-"), OMBUD_E_ARGUMENT},
        {ombud_view_of(".a"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a[b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a/b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a{b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a@b"), OMBUD_E_ARGUMENT},
    };
    world w;
    begin(&w);
    w.how.format = OMBUD_FORMAT_ICS;
    for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, 0, 0};
        w.how.domain = domains[i].domain;
        assert_int_equal(whole(&w, &to, &err), domains[i].status);
        free(to.text.bytes);
    }
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_face_of_a_case),  cmocka_unit_test(every_verdict), cmocka_unit_test(every_face_of_a_law),
        cmocka_unit_test(every_face_of_figures), cmocka_unit_test(whose_domain),
    };
    return cmocka_run_group_tests_name("faces", tests, NULL, NULL);
}
