/* The steps of a timeline in one sentence each: what a line states or links is told as the page of the case tells it.
 */
#include "trial.h"

static const char law_text[] =
    "law library\n"
    "role member en \"member\" fr \"membre\" nl \"lid\"\n"
    "role librarian en \"librarian\" fr \"bibliothécaire\" nl \"bibliothecaris\"\n"
    "item person p\n"
    "  fact adult stated by librarian en \"of age\" fr \"majeur\" nl \"meerderjarig\"\n"
    "item loan l\n  states open\n  event lent by librarian\n"
    "  fact rare stated by librarian en \"a rare book\" fr \"un livre rare\" nl \"een zeldzaam boek\"\n"
    "  fact damaged stated by librarian en \"damaged\" fr \"abîmé\" nl \"beschadigd\"\n"
    "item shelf s\n"
    "link after : loan -> loan en \"follows\" fr \"suit\" nl \"volgt op\"\n"
    "link stands : loan -> shelf en \"stands on\" fr \"se trouve sur\" nl \"staat op\"\n"
    "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  loan.lent: -> open\n"
    "  duty return member to librarian\n    opened by loan.lent\n    within at most P5D\n"
    "  withhold loan.damaged from all but librarian\n";

typedef struct desk {
    ombud_law *law;
    ombud_case *matter;
    ombud_asof asof;
} desk;

static desk open_desk(void)
{
    desk d = {LAW(law_text), NULL, trial_asof("2026-12-31")};
    d.matter = CASE(d.law, NULL);
    ITEM(d.matter, "s1");
    return d;
}

static void close_desk(desk *d)
{
    ombud_case_free(d->matter);
    ombud_law_free(d->law);
}

/* The step at a place of the timeline in a language; whole, and in every length that cuts it. */
static void says(const desk *d, size_t index, ombud_lang lang, const char *want)
{
    ombud_timeline *timeline = NULL;
    char got[256], cut[256];
    assert_int_equal(ombud_case_timeline(d->matter, &d->asof, &timeline, NULL), OMBUD_OK);
    assert_int_equal(ombud_explain_step(timeline, index, lang, got, sizeof got), strlen(want));
    assert_string_equal(got, want);
    for (size_t room = 0; room <= strlen(want); room++) {
        assert_int_equal(ombud_explain_step(timeline, index, lang, cut, room), strlen(want));
        assert_true(room == 0 || (strlen(cut) == room - 1 && memcmp(cut, want, room - 1) == 0));
    }
    ombud_timeline_free(timeline);
}

static size_t steps(const desk *d)
{
    ombud_timeline *timeline = NULL;
    assert_int_equal(ombud_case_timeline(d->matter, &d->asof, &timeline, NULL), OMBUD_OK);
    size_t count = ombud_timeline_count(timeline);
    for (size_t i = 0; i < count; i++) {
        ombud_step step = OMBUD_STEP_INIT;
        assert_int_equal(ombud_timeline_get(timeline, i, &step), OMBUD_OK);
        assert_true((step.kind == OMBUD_STEP_DUE) == (step.term != SIZE_MAX));
    }
    ombud_timeline_free(timeline);
    return count;
}

/* What the page of the case says of the step, for the same reader. */
static void page_says(const desk *d, ombud_format format, ombud_lang lang, const char *want)
{
    ombud_render how = OMBUD_RENDER_INIT;
    trial_text page = {NULL, 0, 0};
    how.format = format;
    how.lang = lang;
    assert_int_equal(ombud_render_case(d->matter, &d->asof, &how, trial_text_add, &page, NULL), OMBUD_OK);
    if (strstr(page.bytes, want) == NULL)
        fail_msg("`%s` is not in:\n%s", want, page.bytes);
    free(page.bytes);
}

static void facts_with_who_states_them(void **state)
{
    desk d = open_desk();
    (void)state;
    TELL(d.matter, "2026-03-02 loan.lent l1 by=p2");
    TELL(d.matter, "2026-03-03 fact l1 damaged=no rare=yes by=p2");
    TELL(d.matter, "2026-03-04 fact p1 adult=unknown by=p2 entered=2026-03-06");
    TELL(d.matter, "2026-03-05 loan.lent l2 by=p2 rare=unknown damaged=no");
    assert_int_equal(steps(&d), 6);
    says(&d, 0, OMBUD_LANG_EN, "l1 lent \xE2\x80\x94 Rule 1");
    says(&d, 1, OMBUD_LANG_EN, "l1 a rare book: yes, damaged: no, stated by librarian (p2)");
    says(&d, 1, OMBUD_LANG_FR, "l1 un livre rare\xC2\xA0: oui, abîmé\xC2\xA0: non, déclaré par bibliothécaire (p2)");
    says(&d, 1, OMBUD_LANG_NL, "l1 een zeldzaam boek: ja, beschadigd: neen, verklaard door bibliothecaris (p2)");
    says(&d, 2, OMBUD_LANG_EN, "p1 of age: unknown, stated by librarian (p2), entered 6 Mar");
    page_says(&d, OMBUD_FORMAT_JSON, OMBUD_LANG_EN, "\"l1 a rare book: yes, damaged: no, stated by librarian (p2)\"");
    page_says(&d, OMBUD_FORMAT_TEXT, OMBUD_LANG_EN, "l1 a rare book: yes, damaged: no");
    /* With an event, its facts: what is stated to be unknown is said as well. */
    page_says(&d, OMBUD_FORMAT_TEXT, OMBUD_LANG_EN, "a rare book: unknown");
    page_says(&d, OMBUD_FORMAT_TEXT, OMBUD_LANG_NL, "boek: onbekend, beschadigd: neen");
    close_desk(&d);
}

static void links_with_where_they_lead(void **state)
{
    desk d = open_desk();
    (void)state;
    TELL(d.matter, "2026-03-02 loan.lent l1 by=p2");
    TELL(d.matter, "2026-03-02 loan.lent l2 by=p2");
    TELL(d.matter, "2026-03-03 link l2 after l1 by=p2");
    TELL(d.matter, "2026-03-03 link l2 stands s1 entered=2027-01-04");
    d.asof = trial_asof("2027-02-01");
    says(&d, 2, OMBUD_LANG_EN, "l2 follows l1, librarian (p2)");
    says(&d, 3, OMBUD_LANG_FR, "l2 se trouve sur s1, encodé le 4 janv. 2027");
    page_says(&d, OMBUD_FORMAT_JSON, OMBUD_LANG_EN, "\"l2 follows l1, librarian (p2)\"");
    close_desk(&d);
}

/* Late lines, struck ones and ends of terms stand between: each step keeps what it tells. */
static void in_another_order_than_the_journal(void **state)
{
    desk d = open_desk();
    (void)state;
    TELL(d.matter, "2026-03-02 loan.lent l1 by=p2");
    TELL(d.matter, "2026-03-20 fact l1 rare=no by=p2");
    TELL(d.matter, "2026-03-20 fact l1 damaged=yes by=p2");
    TELL(d.matter, "2026-03-01 fact p1 adult=yes by=p2 entered=2026-03-20");
    TELL(d.matter, "2026-03-21 void 2 by=p2");
    says(&d, 0, OMBUD_LANG_EN, "p1 of age: yes, stated by librarian (p2), entered 20 Mar");
    says(&d, 1, OMBUD_LANG_EN, "l1 lent \xE2\x80\x94 Rule 1");
    says(&d, 3, OMBUD_LANG_EN, "l1 damaged: yes, stated by librarian (p2)");
    close_desk(&d);
}

/* In which of their roles somebody acted, where the line says so: with who it was. */
static void roles_that_lines_name(void **state)
{
    desk d = open_desk();
    (void)state;
    assert_int_equal(ombud_case_person(d.matter, 2, "member", NULL), OMBUD_OK);
    TELL(d.matter, "2026-03-02 loan.lent l1 by=p2 as=librarian rare=yes entered=2026-03-04");
    TELL(d.matter, "2026-03-03 loan.lent l2 by=p2");
    TELL(d.matter, "2026-03-04 fact l2 rare=no by=p2 as=librarian");
    TELL(d.matter, "2026-03-05 fact l1 rare=no by=p2");
    says(&d, 2, OMBUD_LANG_EN, "l2 a rare book: no, stated by librarian (p2)");
    says(&d, 3, OMBUD_LANG_EN, "l1 a rare book: no, stated by member, librarian (p2)");
    page_says(&d, OMBUD_FORMAT_JSON, OMBUD_LANG_EN, "\"by\":2,\"role\":\"librarian\",\"ruling\"");
    page_says(&d, OMBUD_FORMAT_JSON, OMBUD_LANG_EN, "\"by\":2,\"ruling\"");
    page_says(&d, OMBUD_FORMAT_TEXT, OMBUD_LANG_EN, " librarian (p2), a rare book: yes");
    page_says(&d, OMBUD_FORMAT_TEXT, OMBUD_LANG_EN, "member, librarian (p2)");
    close_desk(&d);
}

static void only_what_the_reader_may_know(void **state)
{
    desk d = open_desk();
    (void)state;
    TELL(d.matter, "2026-03-02 loan.lent l1 by=p2");
    TELL(d.matter, "2026-03-03 fact l1 damaged=no rare=yes by=p2");
    TELL(d.matter, "2026-03-04 fact l1 damaged=yes by=p2");
    assert_int_equal(steps(&d), 4);
    d.asof.has_audience = 1;
    d.asof.audience = 1; /* member */
    assert_int_equal(steps(&d), 3);
    says(&d, 1, OMBUD_LANG_EN, "l1 a rare book: yes, stated by librarian (p2)");
    d.asof.audience = 2; /* librarian */
    assert_int_equal(steps(&d), 4);
    says(&d, 1, OMBUD_LANG_EN, "l1 a rare book: yes, damaged: no, stated by librarian (p2)");
    close_desk(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_with_who_states_them),        cmocka_unit_test(links_with_where_they_lead),
        cmocka_unit_test(in_another_order_than_the_journal), cmocka_unit_test(roles_that_lines_name),
        cmocka_unit_test(only_what_the_reader_may_know),
    };
    return cmocka_run_group_tests_name("steps", tests, NULL, NULL);
}
