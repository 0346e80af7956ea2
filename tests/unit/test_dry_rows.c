/*
 * Rows of each kind, each reading a fact that no other reads, behind more and more of what is kept in front of them:
 * settings and a coverage ask for memory for each of them in turn.
 */
#include "dry.h"

static const char words[] = "law ruled\nrole member\nitem person p\nitem loan l\n  states asked, lent\n"
                            "  event asked, lent, back\n  fact a, b, c, d, e, f, g, h, i stated by member\n";
static const char rows[] = "  anchor \"a\"\n  gloss en \"g\"\n  loan.asked: -> asked\n  loan.lent: asked -> lent\n"
                           "  loan.x when a\n  loan.lent, loan.back only when b unless c\n  answer loan.q = v when d\n"
                           "  withhold loan.e from all but member when f\n"
                           "  duty t member to member\n    opened by loan.lent when g unless h\n"
                           "    within at most P7D\n    excused when a and b\n"
                           "  require r member while loan is lent: i\n";
/* The first wording that was not in force at first, or that was not held. */
static const char *const provisions[] = {
    "provision 1 \"R\" since 2000-01-01 held from 2000-06-01 until 2029-12-31\n",
    "provision 1 \"R\" since unknown held from 2000-06-01\n",
};

/* The law with so many lines of a sort among its words, and of another below its rows; NULL: of none. */
static ombud_law *law_with(size_t provision, const char *word, const char *row, unsigned count)
{
    trial_text text = {NULL, 0, 0};
    trial_text_add(&text, words, sizeof words - 1);
    trial_text_put(&text, "%s", row == NULL ? "" : "item pad d\n");
    for (unsigned i = 0; i < count; i++)
        trial_text_put(&text, word, i);
    trial_text_put(&text, "%s", provisions[provision]);
    trial_text_add(&text, rows, sizeof rows - 1);
    for (unsigned i = 0; row != NULL && i < count; i++)
        trial_text_put(&text, row, i);
    ombud_law *law = LAW(text.bytes);
    free(text.bytes);
    return law;
}

static void a_coverage(void **state)
{
    (void)state;
    world w;
    size_t tries = 0;
    begin(&w);
    for (size_t i = 0; i < 2; i++) {
        for (unsigned moves = 1900; moves < 2048; moves++) {
            w.law = law_with(i, "  event w%u\n", "  pad.w%u: any -> same\n", moves);
            tries += run_dry(&w, new_coverage);
            ombud_law_free(w.law);
        }
    }
    w.law = NULL;
    assert_true(tries > 1000);
    end(&w);
}

/* The digest of settings made while there is memory. */
static uint64_t digest;

static ombud_status new_settings(world *w)
{
    static const char text[] = "holiday 2026-01-02\n";
    ombud_settings *settings = NULL;
    ombud_status status = ombud_settings_parse(w->law, text, sizeof text - 1, &w->alloc, &settings, &w->err);
    if (digest == 0)
        digest = ombud_settings_digest(settings);
    else if (status == OMBUD_OK)
        assert_true(ombud_settings_digest(settings) == digest);
    ombud_settings_free(settings);
    return status;
}

static void settings(void **state)
{
    (void)state;
    world w;
    size_t tries = 0;
    begin(&w);
    for (unsigned lengths = 1500; lengths < 1820; lengths++) {
        w.law = law_with(0, "length w%u\n", NULL, lengths);
        digest = 0;
        assert_int_equal(new_settings(&w), OMBUD_OK);
        tries += run_dry(&w, new_settings);
        ombud_law_free(w.law);
    }
    w.law = NULL;
    assert_true(tries > 1000);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_coverage),
        cmocka_unit_test(settings),
    };
    return cmocka_run_group_tests_name("rows where memory runs dry", tests, NULL, NULL);
}
