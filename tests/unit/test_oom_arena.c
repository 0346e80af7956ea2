/*
 * Lives in arenas of every size: reading a law, recording a case and asking about it either succeed or say that there
 * is no memory, and everything is given back.
 */
#include "trial.h"

static const char *const journal[] = {
    "2026-03-02 report.received r1 by=p2 reporter=p1 channel=external form=written",
    "2026-03-06 report.acknowledged r1 by=p2",
    "2026-03-10 report.examined r1 by=p2",
};

/* A law's whole life in an arena. */
typedef struct world {
    ombud_law *law;
    ombud_settings *settings;
    ombud_case *matter;
    ombud_verdict *verdict;
    ombud_terms *terms;
    ombud_findings *findings;
    ombud_actions *actions;
    ombud_timeline *timeline;
    ombud_error err;
} world;

static void free_results(world *w)
{
    ombud_verdict_free(w->verdict);
    ombud_terms_free(w->terms);
    ombud_findings_free(w->findings);
    ombud_actions_free(w->actions);
    ombud_timeline_free(w->timeline);
}

static const char small_law[] =
    TRIAL_HEAD "item permit x\n  states live, closed\n  event asked by member\n  event granted by librarian\n  fact a "
               "stated by member\n" TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted: live -> closed\n  "
                                                    "permit.granted only when a\n  answer permit.way = quick when a\n"
                                                    "  duty decide librarian to member\n    opened by permit.asked\n   "
                                                    " within at most P7D\n    met by permit.granted\n"
                                                    "  require fit member while permit is live: a\n";

/* All of a small law's life in one arena; 1 if there was room for it. Whatever happens, everything is gone in the end.
 */
static int lives_in(const char *law_text, const char *const *lines, size_t count, const char *item, size_t size)
{
    ombud_alloc arena;
    world w;
    void *buffer = malloc(size);
    ombud_asof asof = trial_asof("2026-03-12");
    ombud_view view;
    const ombud_error err = OMBUD_ERROR_INIT;
    memset(&w, 0, sizeof w);
    w.err = err;
    assert_non_null(buffer);
    assert_int_equal(ombud_arena_init(&arena, buffer, size), size < 64 ? OMBUD_E_ARGUMENT : OMBUD_OK);
    if (size < 64) {
        free(buffer);
        return 0;
    }
    ombud_status status = law_text != NULL ? ombud_law_parse(law_text, strlen(law_text), &arena, &w.law, &w.err)
                                           : ombud_law_builtin("bxl2019", &arena, &w.law, &w.err);
    if (status == OMBUD_OK)
        status = ombud_settings_parse(w.law, "roll next_working_day\n", 22, &arena, &w.settings, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_new(w.law, w.settings, &arena, &w.matter, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_person(w.matter, 1, law_text != NULL ? "member" : "reporter", &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_person(w.matter, 2, law_text != NULL ? "librarian" : "contact_point", &w.err);
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        ombud_event event = trial_event(lines[i]);
        status = ombud_case_apply(w.matter, &event, NULL, &w.err);
    }
    if (status == OMBUD_OK)
        status = ombud_case_state(w.matter, item, &asof, &view, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_terms(w.matter, &asof, &w.terms, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_findings(w.matter, &asof, &w.findings, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_next(w.matter, NULL, &asof, &w.actions, &w.err);
    if (status == OMBUD_OK)
        status = ombud_case_timeline(w.matter, &asof, &w.timeline, &w.err);
    if (status == OMBUD_OK) {
        ombud_event event = trial_event(lines[count - 1]);
        status = ombud_case_may(w.matter, &event, NULL, &w.verdict, &w.err);
    }
    if (status != OMBUD_OK && status != OMBUD_E_NOMEM)
        fail_msg("an arena of %u bytes: %s: %s", (unsigned)size, ombud_status_name(status), w.err.message);
    assert_true(ombud_arena_used(&arena) + 64 <= size);
    free_results(&w);
    ombud_case_free(w.matter);
    ombud_settings_free(w.settings);
    ombud_law_free(w.law);
    assert_int_equal(ombud_arena_used(&arena), 0);
    free(buffer);
    return status == OMBUD_OK;
}

static void arenas_of_every_size(void **state)
{
    (void)state;
    static const char *const lines[] = {"2026-03-02 permit.asked x1 by=p1", "2026-03-03 fact x1 by=p1 a=no",
                                        "2026-03-11 permit.granted x1 by=p2"};
    size_t size = 0;
    while (!lives_in(small_law, lines, 3, "x1", size)) {
        size += size < 4096 ? 1 : 64;
        assert_true(size < ((size_t)1 << 20));
    }
    print_message("# a law of 12 rows, a case and its answers live in %u bytes\n", (unsigned)size);
    for (size_t more = size; more < size + 2048; more += 64)
        assert_int_equal(lives_in(small_law, lines, 3, "x1", more), 1);
}

static void arenas_for_a_real_law(void **state)
{
    (void)state;
    size_t size = 4096;
    while (!lives_in(NULL, journal, 3, "r1", size)) {
        size += size < 65536 ? 512 : size / 64;
        assert_true(size < ((size_t)1 << 24));
    }
    print_message("# the built-in law, a case and its answers live in at most %u bytes\n", (unsigned)size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arenas_of_every_size),
        cmocka_unit_test(arenas_for_a_real_law),
    };
    return cmocka_run_group_tests_name("lives in arenas", tests, NULL, NULL);
}
