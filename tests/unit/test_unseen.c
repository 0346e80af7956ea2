/*
 * What an audience does not see where what is withheld is not itself what is asked about: items that withheld events
 * brought about, what happens to them and through them, states, persons, and who brought a line.
 */
#include "trial.h"

static const char unseen_law[] = TRIAL_HEAD
    "role reader\n"
    "item file f\n  states open, closed\n  event opened by librarian carries reader (person)\n"
    "  event closed, noted by librarian\n  event stamped by librarian carries hides (slip)\n  event read by reader\n"
    "item slip s\n  states there, old\n  event written by librarian\n  event moved by member\n  event aged\n"
    "item note n\n  states there\n  event filed, filled by member\n  event slipped by librarian\n"
    "  fact ok stated by member\n"
    "item box b\n  event dusted, shifted by member\n  event shaken\n  fact worn, cracked stated by librarian\n"
    "item cage g\n  states low, high\n  event built, raised by librarian\n  event cleaned by member\n"
    "  fact neat stated by librarian\n"
    "item jar j\n  states full\n  event filled by member\n  fact sound stated by member\n"
    "link beside : file -> box\nlink has : file -> note\nlink to_whom : slip -> person\n"
    "link holds : slip -> box\n"
    "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  file.opened: -> open\n  file.closed: open -> closed\n  file.noted, stamped, read: any -> same\n"
    "  file.closed only when at least 1 has -> note (ok)\n  file.slow when watch is overdue\n"
    "  file.after when at least 1 beside -> box whose dusted at least P1D before noted\n"
    "  duty watch librarian to member\n    opened by file.opened\n    within at most P5D\n    met by file.noted\n"
    "  duty follow librarian to member\n    opened by file.opened\n    within at most P30D\n"
    "    met by hides -> slip.moved\n"
    "  slip.written: -> there\n  slip.moved: there -> same\n  slip.aged: there -> old\n"
    "  duty move member to librarian\n    opened by slip.moved\n    within at most P5D\n    met by holds -> "
    "box.shifted\n"
    "  term age\n    opened by slip.moved\n    within exactly P9D\n    then slip.aged\n"
    "  note.filed, slipped: -> there\n  note.filled: there -> same\n"
    "  box.dusted, shifted, shaken: any -> same\n  box.shaken not when cracked\n"
    "  cage.built: -> low\n  cage.raised: low -> high\n  cage.cleaned: any -> same\n"
    "  require kept_neat librarian while cage is low: neat\n"
    "  jar.filled: -> full\n  jar.filled only when sound\n"
    "provision 2 \"Rule 2\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  withhold slip.written, note.slipped, cage.raised, file.watch, file.reader, box.dusted from all but librarian\n"
    "  withhold box.worn from all but reader\n";

#define STORY                                                                                                          \
    "law library\nperson p1 member\nperson p2 librarian\nperson p3 reader\nperson p5 member\nperson p6 reader\n"       \
    "item b1\nitem b2\nitem b3\n"                                                                                      \
    "2026-02-02 file.opened f1 by=p2 reader=p3\n2026-02-02 file.opened f2 by=p2 reader=p6\n"                           \
    "2026-02-02 file.opened f3 by=p2\n"                                                                                \
    "2026-02-02 link f1 beside b1\n2026-02-02 link f1 beside b2\n2026-02-02 link f2 beside b2\n"                       \
    "2026-02-02 link f1 beside b3\n2026-02-02 link f3 beside b3\n"                                                     \
    "2026-02-02 fact b1 worn=yes by=p2\n2026-02-02 fact b2 worn=yes by=p2\n2026-02-02 fact b3 worn=yes by=p2\n"        \
    "2026-02-03 slip.written s1 by=p2\n2026-02-03 file.stamped f1 by=p2 hides=s1\n2026-02-03 link s1 to_whom p5\n"     \
    "2026-02-03 link s1 holds b1\n2026-02-04 slip.moved s1 by=p1\n"                                                    \
    "2026-02-03 note.slipped n2 by=p2\n2026-02-04 note.filed n2 by=p1 entered=2026-02-20\n"                            \
    "2026-02-03 note.slipped n3 by=p2\n2026-02-03 link f2 has n3\n"                                                    \
    "2026-02-03 cage.built g1 by=p2\n2026-02-05 box.dusted b1 by=p1\n2026-02-08 file.noted f1 by=p2\n"                 \
    "2026-02-10 note.filed n1 by=p5 entered=2026-02-12\n"

static const char expected[] = STORY
    /* A role and a link of one name: of items that lie beside theirs alone. */
    "on 2026-02-05 for reader,p3\n  expect fact b1 worn yes\n  expect fact b2 worn unknown\n"
    "  expect fact b3 worn unknown\n"
    /* Through an item that is not seen. */
    "on 2026-02-05\n  expect duty follow f1 met\n  expect duty move s1 open\n  expect next_change 2026-02-08\n"
    "  expect may file.read f1 by=p5 forbidden\n"
    "on 2026-02-05 for member\n  expect duty follow f1 none\n  expect duty move s1 none\n  expect next_change none\n"
    "  expect may file.read f1 by=p5 not_foreseen\n"
    "on 2026-02-09\n  expect fact f1 after yes\n  expect fact f2 slow yes\n"
    "on 2026-02-09 for member\n  expect fact f1 after unknown\n  expect fact f2 slow unknown\n"
    "on 2026-02-20\n  expect finding late move s1\n  expect finding not_shown kept_neat g1\n"
    "on 2026-02-20 for member\n  expect no finding late move\n  expect no finding not_shown kept_neat\n"
    /* A person is met by a line of theirs, from its day and from the day it was entered. */
    "on 2026-02-11 known-by 2026-02-11 for member\n  expect may file.read f1 by=p5 not_foreseen\n"
    "on 2026-02-11 for member\n  expect may file.read f1 by=p5 undetermined\n"
    /* What came unseen is seen once a line that may be known could have brought it. */
    "on 2026-02-10 known-by 2026-02-10 for member\n  expect may note.filled n2 by=p1 not_foreseen\n"
    "on 2026-02-10 known-by 2026-02-25 for member\n  expect may note.filled n2 by=p1 undetermined\n"
    /* What is not there yet hides nothing. */
    "on 2026-02-10 for member\n  expect may jar.filled j1 by=p1 undetermined missing=sound\n";

static ombud_asof for_members(const char *day)
{
    ombud_asof asof = trial_asof(day);
    asof.has_audience = 1;
    asof.audience = 1; /* the first role of the law */
    return asof;
}

static void told_as_a_case(void **state)
{
    (void)state;
    const ombud_law *law = LAW(unseen_law);
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(expected, sizeof expected - 1, &law, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    for (size_t i = 0; i < ombud_report_count(report); i++) {
        ombud_expectation e = OMBUD_EXPECTATION_INIT;
        assert_int_equal(ombud_report_get(report, i, &e), OMBUD_OK);
        if (!e.met)
            fail_msg("line %u: %s: got %s", e.line, e.text.ptr, e.got.ptr);
    }
    ombud_report_free(report);
    const ombud_case *c = ombud_scenario_case(scenario, 0);

    /* An act that meets a duty of an item that is not seen is open all the same, without the duty; and an act whose
     * state would tell is not. */
    for (int audience = 0; audience < 2; audience++) {
        ombud_asof asof = audience ? for_members("2026-02-05") : trial_asof("2026-02-05");
        ombud_actions *actions = NULL;
        int shifted = 0, cleaned = 0;
        assert_int_equal(ombud_case_next(c, NULL, &asof, &actions, NULL), OMBUD_OK);
        for (size_t i = 0; i < ombud_actions_count(actions); i++) {
            ombud_action a = OMBUD_ACTION_INIT;
            assert_int_equal(ombud_actions_get(actions, i, &a), OMBUD_OK);
            if (trial_view_is(a.event, "box.shifted") && a.item_number == 1) {
                shifted++;
                assert_int_equal(a.due, !audience);
            }
            cleaned += trial_view_is(a.event, "cage.cleaned");
        }
        assert_int_equal(shifted, 1);
        assert_int_equal(cleaned, !audience);
        ombud_actions_free(actions);
    }

    /* What an end brings about to an item that is not seen is no step. */
    for (int audience = 0; audience < 2; audience++) {
        ombud_asof asof = audience ? for_members("2026-02-20") : trial_asof("2026-02-20");
        ombud_timeline *timeline = NULL;
        int aged = 0;
        assert_int_equal(ombud_case_timeline(c, &asof, &timeline, NULL), OMBUD_OK);
        for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
            ombud_step s = OMBUD_STEP_INIT;
            assert_int_equal(ombud_timeline_get(timeline, i, &s), OMBUD_OK);
            aged += trial_view_is(s.name, "slip.aged");
        }
        assert_int_equal(aged, !audience);
        ombud_timeline_free(timeline);
    }

    /* Nor is it named on a line that may be known. */
    char line[200];
    ombud_asof member = for_members("2026-02-20"), anybody = trial_asof("2026-02-20");
    assert_int_equal(ombud_case_entry_text_for(c, &anybody, 13, line, sizeof line, NULL), OMBUD_OK);
    assert_string_equal(line, "2026-02-03 file.stamped f1 by=p2 hides=s1");
    assert_int_equal(ombud_case_entry_text_for(c, &member, 9, line, sizeof line, NULL), OMBUD_OK);
    assert_string_equal(line, "2026-02-03 file.stamped f1 by=p2");

    /* A reason that rests on it is left out; one that does not is told. */
    for (int audience = 0; audience < 2; audience++) {
        ombud_asof asof = audience ? member : anybody;
        ombud_event event = trial_event("2026-02-20 file.closed f2 by=p2");
        ombud_verdict *verdict = NULL;
        ombud_unmet unmet = OMBUD_UNMET_INIT;
        event.by = 0;
        assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
        assert_int_equal(ombud_verdict_set_count(verdict), audience ? 1 : 2);
        assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
        assert_int_equal(unmet.kind, audience ? OMBUD_UNMET_LINK : OMBUD_UNMET_FACT);
        ombud_verdict_free(verdict);
    }
    ombud_scenario_free(scenario);
    ombud_law_free((ombud_law *)(uintptr_t)law);
}

/* A finding whose event anybody may bring does not say to others who brought it, where links to persons are withheld.
 */
static void who_brought_it(void **state)
{
    (void)state;
    ombud_law *law = LAW(unseen_law);
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "b1");
    TELL(c, "2026-02-02 fact b1 cracked=yes by=p2");
    TELL(c, "2026-02-03 box.shaken b1 by=p2");
    for (int audience = 0; audience < 2; audience++) {
        ombud_asof asof = audience ? for_members("2026-02-05") : trial_asof("2026-02-05");
        ombud_findings *findings = NULL;
        ombud_finding f = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_case_findings(c, &asof, &findings, NULL), OMBUD_OK);
        assert_int_equal(ombud_findings_count(findings), 1);
        assert_int_equal(ombud_findings_get(findings, 0, &f), OMBUD_OK);
        assert_int_equal(f.kind, OMBUD_BREACH);
        assert_int_equal(f.by, audience ? 0 : 2);
        ombud_findings_free(findings);
    }
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Terms that read each other from item to item: a ring tells nothing of what is withheld from nobody; a chain that is
 * longer than anybody looks along counts as telling, and nothing is told of the first of it. */
static void terms_that_read_each_other(void **state)
{
    enum { FILES = 40, RING = 3 };
    (void)state;
    ombud_law *law =
        LAW(TRIAL_HEAD
            "item file f\n  states open\n  event opened, noted by librarian\nlink next : file -> file\n" TRIAL_RULE(
                "1") "  file.opened: -> open\n  file.noted: open -> same\n  duty answer librarian to member\n    "
                     "opened by file.opened\n"
                     "    within at most P5D\n    met by file.noted when at least 1 next -> file (answer is met)\n");
    for (unsigned files = RING; files <= FILES; files += FILES - RING) {
        ombud_case *c = CASE(law, NULL);
        ombud_asof all = trial_asof("2026-02-02"), asof = for_members("2026-02-02");
        char line[80];
        for (unsigned i = 1; i <= files; i++) {
            snprintf(line, sizeof line, "2026-02-02 file.opened f%u by=p2", i);
            TELL(c, line);
        }
        for (unsigned i = 1; i <= files; i++) {
            snprintf(line, sizeof line, "2026-02-02 link f%u next f%u", i, files == RING && i == RING ? 1 : i + 1);
            if (files == RING || i < files)
                TELL(c, line);
        }
        for (unsigned i = 1; i <= files; i++)
            assert_int_equal(trial_term_of(c, "answer", i, all).status, OMBUD_TERM_OPEN);
        for (unsigned i = 1; i <= RING; i++)
            assert_int_equal(trial_term_of(c, "answer", i, asof).status,
                             files == RING ? OMBUD_TERM_OPEN : OMBUD_TERM_NONE);
        assert_int_equal(trial_term_of(c, "answer", files, asof).status, OMBUD_TERM_OPEN);
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_as_a_case),
        cmocka_unit_test(who_brought_it),
        cmocka_unit_test(terms_that_read_each_other),
    };
    return cmocka_run_group_tests_name("what is not seen", tests, NULL, NULL);
}
