/*
 * Corners of the fold, told as cases: each a small law and a text whose expectations must hold, counted and uncounted.
 */
#include "trial.h"

#define HEAD "law library\nperson p1 member\nperson p2 librarian\n"
#define VISITS                                                                                                         \
    TRIAL_HEAD "reading Q\n  one default\n  two dropped\nitem file f\n  states open\n  event opened\n"                 \
               "item visit v\n  states made\n  event made\nlink about : visit -> file\n"
#define VISIT_MOVES "  file.opened: -> open\n  visit.made: -> made\n"
#define DUTY(name) "  duty " name " librarian to member\n    opened by file.opened\n    within at most P7D\n"
#define TWO_FILES                                                                                                      \
    HEAD "item v1\nitem v2\n2025-12-30 file.opened f1\n2025-12-30 file.opened f2\n2025-12-30 link v1 about f1\n"       \
         "2025-12-30 link v2 about f2\n"
#define PERMIT                                                                                                         \
    TRIAL_HEAD "item permit x\n  states live, closed\n  event asked carries wanted (day)\n"                            \
               "  event granted, dropped, looked_at\n  fact a, b, c stated by member, librarian\n"                     \
               "  fact told stated by member silence no\n"
#define PERMIT_MOVES                                                                                                   \
    "  permit.asked: -> live\n  permit.granted: live -> same\n  permit.dropped: live -> closed\n"                      \
    "  permit.looked_at: any -> same\n"
#define SINCE(id, since) "provision " id " \"Rule " id "\" since " since "\n  anchor \"a\"\n  gloss en \"G.\"\n"
#define RULE(id, rows) TRIAL_RULE(id) rows
#define ASKED HEAD "2025-01-02 permit.asked x1 by=p1\n"

static const struct {
    const char *what, *law, *text;
} cases[] = {
    {"what happens to a linked item meets the duty of that file alone",
     VISITS TRIAL_RULE("1") VISIT_MOVES DUTY("answer") "    met by about <- visit.made\n",
     TWO_FILES "2026-01-02 visit.made v2\non 2026-01-02\n  expect duty answer f1 open\n  expect duty answer f2 met\n"},
    {"who brings it can count",
     VISITS TRIAL_RULE("1") VISIT_MOVES DUTY("answer") "    met by about <- visit.made when by librarian\n",
     TWO_FILES "2026-01-02 visit.made v1 by=p1\n2026-01-02 visit.made v2 by=p2\non 2026-01-02\n"
               "  expect duty answer f1 open\n  expect duty answer f2 met\n"},
    {"only under the reading that is chosen",
     VISITS TRIAL_RULE("1") VISIT_MOVES DUTY("plain") "    met by about <- visit.made\n" DUTY(
         "clause") "    met by about <- visit.made reading Q two\n" DUTY("chosen") "    met by about <- visit.made "
                                                                                   "reading Q one\n"
                                                                                   "  duty row librarian to member "
                                                                                   "reading Q two\n    opened by "
                                                                                   "file.opened\n    within at most "
                                                                                   "P7D\n"
                                                                                   "    met by about <- visit.made\n",
     TWO_FILES "2026-01-02 visit.made v1\non 2026-01-02\n  expect duty plain f1 met\n  expect duty clause f1 open\n"
               "  expect duty chosen f1 met\n  expect duty row f1 none\n"},
    {"a duty keeps the row under which it opened, though its wording has ended",
     VISITS TRIAL_RULE("1") VISIT_MOVES SINCE("2", "original until 2025-12-31")
         DUTY("answer") "    met by about <- visit.made\n",
     TWO_FILES "2026-01-02 visit.made v1\non 2026-01-02\n  expect duty answer f1 met because=2\n"
               "  expect duty answer f2 open\n"},
    {"a guard that comes in addition, of the same condition",
     PERMIT SINCE("1", "2026-01-01") "  permit.granted only when a\n" SINCE("2", "original") PERMIT_MOVES
     "  permit.granted only when a\n",
     ASKED "2025-01-03 fact x1 a=no by=p1\non 2025-01-04\n  expect may permit.granted x1 forbidden because=2\n"
           "on 2026-01-04\n  expect may permit.granted x1 forbidden because=1\n"},
    {"a guard that another takes the place of, with one way more",
     PERMIT SINCE("1", "original until 2025-12-31") "  permit.granted only when a or b\n" SINCE(
         "2", "2026-01-01") "  permit.granted only when a or b or c\n" SINCE("3", "original") PERMIT_MOVES,
     ASKED
     "2025-01-03 fact x1 a=no b=no c=yes by=p1\non 2025-01-04\n  expect may permit.granted x1 forbidden because=1\n"
     "on 2026-01-04\n  expect may permit.granted x1 permitted\n"},
    {"a guard that another takes the place of, with another way",
     PERMIT SINCE("1", "original until 2025-12-31") "  permit.granted only when a or b\n" SINCE(
         "2", "2026-01-01") "  permit.granted only when a or c\n" SINCE("3", "original") PERMIT_MOVES,
     ASKED
     "2025-01-03 fact x1 a=no b=no c=yes by=p1\non 2025-01-04\n  expect may permit.granted x1 forbidden because=1\n"
     "on 2026-01-04\n  expect may permit.granted x1 permitted\n"},
    {"a condition that can never be", PERMIT TRIAL_RULE("1") PERMIT_MOVES "  permit.granted only when a and not a\n",
     ASKED "2025-01-03 fact x1 a=yes by=p1\non 2025-01-04\n  expect may permit.granted x1 forbidden because=1\n"
           "  expect may permit.granted x1 a=no forbidden because=1\n"},
    {"the last day of all: nothing comes after it",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    within at most P1Y\n    met by permit.granted\n" SINCE(
                                             "2", "original until 9999-12-31") "  permit.granted not when told\n",
     HEAD "9998-12-31 permit.asked x1 by=p1\n9999-01-01 fact x1 told=yes by=p1\non 9999-01-02\n"
          "  expect duty watch x1 open due=9999-12-31\n  expect next_change none\non 9999-12-31\n"
          "  expect duty watch x1 open\n  expect may permit.granted x1 forbidden because=2\n"
          "  expect next_change none\n"},
    {"a day of the year after the calendar has ended",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    counted from permit.asked plus P9999Y\n"
                                         "    until 31 March, 1 year after the opening\n",
     ASKED "on 2025-02-01\n  expect duty watch x1 open due=none\n"},
    {"an answer of two values",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  answer permit.how = well when a\n  answer permit.how = badly when b\n",
     ASKED "2025-01-03 fact x1 a=yes b=yes by=p1\non 2025-01-04\n  expect answer how x1 conflict\n"},
    {"a reading that is open, and a length that is not set, are what is missing",
     PERMIT "reading Q\n  one default\n  two open\nlength rest\n" TRIAL_RULE("1") PERMIT_MOVES
     "  permit.dropped only when quiet is expired\n  term quiet\n    opened by permit.asked\n    within host rest\n"
     "  answer permit.how = well when not told reading Q two\n",
     ASKED "on 2025-01-04\n  expect answer how x1 undetermined missing=Q\n"
           "  expect may permit.dropped x1 undetermined missing=rest\n"},
    {"no period, from a day that was carried",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    counted from wanted\n    within none\n    met by permit.granted\n",
     HEAD "2025-01-02 permit.asked x1 by=p1 wanted=2025-01-05\non 2026-02-01\n  expect duty watch x1 open due=none\n"},
    {"a duty that is excused now is not open, and no wait makes it so",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    within at most P1M\n    excused when told\n"
                                         "  permit.granted only when watch is open\n",
     ASKED "2025-01-03 fact x1 told=yes by=p1\non 2025-01-04\n  expect duty watch x1 excused\n"
           "  expect may permit.granted x1 forbidden\non 2025-03-01\n  expect duty watch x1 excused\n"},
    {"what is excluded, and what stands below it; not what begins with the same sign",
     TRIAL_HEAD "scope town\nitem file f\n  states open\n  event opened\n  event seen, read, kept\n" RULE(
         "1", "  file.opened: -> open\n") RULE("2", "  file.seen: open -> same\n")
         RULE("2.1", "  file.read: open -> same\n") RULE("21", "  file.kept: open -> same\n")
             RULE("3", "  in town exclude 2\n"),
     "law library\nset scope town\n2025-01-02 file.opened f1\non 2025-01-02\n"
     "  expect may file.seen f1 not_foreseen\n  expect may file.read f1 not_foreseen\n"
     "  expect may file.kept f1 permitted\n"},
    {"an excuse that asks who acts is none where nobody does",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    within at most P7D\n    excused when told or by librarian\n",
     ASKED "2025-01-03 permit.granted x1 by=p2\non 2025-01-05\n  expect duty watch x1 open\non 2025-01-20\n"
           "  expect duty watch x1 overdue\n"},
    {"a condition whose only row has ended",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES
     "  permit.granted only when ready\n" SINCE("2", "original until 2025-12-31") "  permit.ready when a\n",
     ASKED "2025-01-03 fact x1 a=yes by=p1\non 2025-01-04\n  expect may permit.granted x1 permitted\n"
           "on 2026-01-04\n  expect may permit.granted x1 forbidden because=1\n"},
    {"what has not begun is not extended",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  duty watch librarian to member\n    opened by permit.asked\n"
                                         "    counted from permit.granted\n    within at most P7D\n"
                                         "    extended to P30D by permit.looked_at\n",
     ASKED "2025-01-03 permit.looked_at x1\n2025-01-10 permit.granted x1\non 2025-01-09\n"
           "  expect duty watch x1 open due=none\non 2025-01-10\n  expect duty watch x1 open due=2025-01-17\n"},
    {"what is taken over is that of the item that the event names, whatever else it carries",
     TRIAL_HEAD "item loan x\n  states live\n  event asked carries renews (loan), way (left, right), wanted (day)\n"
                "link renews : loan -> loan\n" TRIAL_RULE("1") "  loan.asked: -> live\n"
                                                               "  duty bring librarian to member\n"
                                                               "    opened by loan.asked\n    within at most P7D\n"
                                                               "  duty rest librarian to member\n"
                                                               "    opened by loan.asked\n"
                                                               "    takes over bring of renews\n",
     HEAD "2025-01-02 loan.asked x1\n2025-01-05 loan.asked x2\n"
          "2025-01-06 loan.asked x3 renews=x2 way=left wanted=2025-01-01\non 2025-01-06\n"
          "  expect duty rest x3 open due=2025-01-12\n  expect duty rest x1 open due=none\n"},
    {"a withheld link that leads to no person hides none",
     TRIAL_HEAD "item box b\nitem file f\n  states open\n  event opened by librarian\n  event read by member\n"
                "link beside : file -> box\n" TRIAL_RULE("1") "  file.opened: -> open\n  file.read: open -> same\n"
                                                              "  withhold file.beside from all but librarian\n",
     HEAD "person p5 member\nitem b1\n2026-02-02 file.opened f1 by=p2\n2026-02-02 link f1 beside b1\n"
          "on 2026-02-03 for member\n  expect may file.read f1 by=p5 permitted\n"},
    {"an end that changes nothing where no move leads on",
     PERMIT TRIAL_RULE("1") PERMIT_MOVES "  term quiet\n    opened by permit.asked\n    within exactly P7D\n"
                                         "    then permit.dropped\n",
     ASKED "2025-01-03 permit.dropped x1\non 2025-01-20\n  expect term quiet x1 expired\n  expect state x1 closed\n"},
    {"an end that brings about what no wording is held of",
     PERMIT TRIAL_RULE(
         "1") "  permit.asked: -> live\n  term quiet\n    opened by permit.asked\n    within exactly P7D\n"
              "    then permit.dropped\n" SINCE("2",
                                                "original held from 2027-01-01") "  permit.dropped: live -> closed\n",
     ASKED "on 2025-01-20\n  expect term quiet x1 expired\n  expect state x1 closed\n  expect no finding\n"},
    {"exclusions of a scope: under structure, of another scope, not in force",
     PERMIT "scope town\nscope hill\n" TRIAL_RULE("1") PERMIT_MOVES
     "  permit.granted not when a\n" SINCE("2", "original") "  permit.granted not when b\n" SINCE(
         "3", "original") "  permit.granted not when c\n" SINCE("4",
                                                                "2026-01-01") "  in town exclude 3\nstructure\n  in "
                                                                              "town exclude 2\n  in hill exclude 2\n",
     "law library\nset scope town\nperson p1 member\n2025-01-02 permit.asked x1 by=p1\non 2025-02-01\n"
     "  expect may permit.granted x1 a=yes b=no c=no forbidden because=1\n"
     "  expect may permit.granted x1 a=no b=yes c=no permitted\n"
     "  expect may permit.granted x1 a=no b=no c=yes forbidden because=3\non 2026-02-01\n"
     "  expect may permit.granted x1 a=no b=yes c=yes permitted\n"},
};

static ombud_scenario *scenario_of(const ombud_law *law, const char *text)
{
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(text, strlen(text), &law, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("%u:%u: %s [%s]\n%s", err.line, err.column, err.message, err.excerpt, text);
    return scenario;
}

static void expectations_hold(const char *what, const ombud_law *law, const char *text, ombud_coverage *coverage)
{
    ombud_scenario *scenario = scenario_of(law, text);
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_check_covered(scenario, 0, coverage, &report, &err) != OMBUD_OK)
        fail_msg("%s: %s", what, err.message);
    assert_true(ombud_report_count(report) > 0);
    for (size_t i = 0; i < ombud_report_count(report); i++) {
        ombud_expectation e = OMBUD_EXPECTATION_INIT;
        assert_int_equal(ombud_report_get(report, i, &e), OMBUD_OK);
        if (!e.met)
            fail_msg("%s: line %u: %s: got %s", what, e.line, e.text.ptr, e.got.ptr);
    }
    ombud_report_free(report);
    ombud_scenario_free(scenario);
}

static void each_case(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ombud_law *law = LAW(cases[i].law);
        ombud_coverage *coverage = NULL;
        assert_int_equal(ombud_coverage_new(law, NULL, &coverage, NULL), OMBUD_OK);
        expectations_hold(cases[i].what, law, cases[i].text, NULL);
        expectations_hold(cases[i].what, law, cases[i].text, coverage);
        ombud_coverage_free(coverage);
        ombud_law_free(law);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case),
    };
    return cmocka_run_group_tests_name("corners, told as cases", tests, NULL, NULL);
}
