/*
 * Coverage: which of a small law's rows, conditions, outcomes, boundaries and versions scenarios show, and why not the
 * others.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "small_law.h"

static const char lending[] = "law lending\n"
                              "role member\nrole keeper\n"
                              "scope annex\n"
                              "reading Q-1 en \"?\"\n"
                              "  plain default\n"
                              "  strict dropped\n"
                              "item person p\n"
                              "item loan l\n"
                              "  states lent, ended\n"
                              "  event lent, returned, renewed, reminded, billed, fined by keeper\n"
                              "  fact damaged, lost, paid, known stated by keeper\n"
                              "  fact excused_by_keeper stated by keeper silence no\n"
                              "provision 1 \"Rule 1\" since 2000-01-01\n"
                              "  anchor \"a\"\n  gloss en \"G.\"\n"
                              "  loan.lent: -> lent\n"
                              "  loan.returned: lent -> ended\n"
                              "  loan.renewed: lent -> same\n"
                              "  loan.harmed when damaged or lost\n"
                              "  loan.harmed when known\n"
                              "  duty bring_back member to keeper\n"
                              "    opened by loan.lent\n"
                              "    within at most P1M\n"
                              "    extended to P2M by loan.renewed while running\n"
                              "    met by loan.returned\n"
                              "    lapses by loan.billed\n"
                              "    excused when excused_by_keeper\n"
                              "provision 2 \"Rule 2\" since 2000-01-01 until 2020-12-31\n"
                              "  anchor \"b\"\n  gloss en \"G.\"\n"
                              "  loan.fined: lent -> same\n"
                              "  loan.fined only when harmed\n"
                              "  loan.fined not when paid\n"
                              "provision 3 \"Rule 3\" since unknown held from 2010-01-01\n"
                              "  anchor \"c\"\n  gloss en \"G.\"\n"
                              "  loan.billed: lent -> ended\n"
                              "  loan.billed needs lost reading Q-1 strict\n"
                              "  answer loan.price = full when lost\n"
                              "  answer loan.price = full when damaged\n"
                              "  answer loan.price = nothing when paid unless lost or damaged\n"
                              "  require no_harm member while loan is lent: not harmed\n"
                              "provision 4 \"Rule 4\" since 2000-01-01\n"
                              "  anchor \"d\"\n  gloss en \"G.\"\n"
                              "  only in annex\n"
                              "  loan.reminded: lent -> same\n"
                              "provision 5 \"Rule 5\" since 2000-01-01\n"
                              "  anchor \"e\"\n  gloss en \"G.\"\n"
                              "  in annex exclude 2\n"
                              "  withhold loan.damaged from all but keeper\n";

#define HEAD "law lending\nperson p1 member\nperson p2 keeper\n"
#define LENT "2015-02-01 loan.lent l1 by=p2\n"

static ombud_law *law;

static int read_law(void **state)
{
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    if (ombud_law_parse(lending, sizeof lending - 1, NULL, &law, &err) != OMBUD_OK) {
        print_error("%u:%u: %s [%s]\n", err.line, err.column, err.message, err.excerpt);
        return 1;
    }
    return 0;
}

static int free_law(void **state)
{
    (void)state;
    ombud_law_free(law);
    return 0;
}

/* Checks all runs of a text; every expectation must hold, so that what is shown is what is said. */
static void check(const char *text, ombud_coverage *coverage)
{
    const ombud_law *laws[1] = {law};
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(text, strlen(text), laws, 1, NULL, &scenario, &err) != OMBUD_OK) {
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    }
    for (size_t run = 0; run < ombud_scenario_count(scenario); run++) {
        ombud_report *report = NULL;
        assert_int_equal(ombud_scenario_check_covered(scenario, run, coverage, &report, &err), OMBUD_OK);
        for (size_t i = 0; i < ombud_report_count(report); i++) {
            ombud_expectation e = OMBUD_EXPECTATION_INIT;
            assert_int_equal(ombud_report_get(report, i, &e), OMBUD_OK);
            if (!e.met) {
                fail_msg("line %u: %s: got %s", e.line, e.text.ptr, e.got.ptr);
            }
        }
        ombud_report_free(report);
    }
    ombud_scenario_free(scenario);
}

static ombud_coverage *fresh(void)
{
    ombud_coverage *coverage = NULL;
    assert_int_equal(ombud_coverage_new(law, NULL, &coverage, NULL), OMBUD_OK);
    return coverage;
}

static int begins_with(ombud_view text, const char *z)
{
    return text.len >= strlen(z) && memcmp(text.ptr, z, strlen(z)) == 0;
}

/* The gap of what is told as `what`, in a row that begins with `row` (NULL: any). */
static ombud_gap gap_of(const ombud_coverage *coverage, ombud_covering covering, const char *what, const char *row)
{
    size_t covered, total;
    assert_int_equal(ombud_coverage_count(coverage, covering, &covered, &total), OMBUD_OK);
    for (size_t i = 0; i < total; i++) {
        ombud_covered one = OMBUD_COVERED_INIT;
        ombud_row in = OMBUD_ROW_INIT;
        assert_int_equal(ombud_coverage_get(coverage, covering, i, &one), OMBUD_OK);
        assert_int_equal(one.covered, one.gap == OMBUD_GAP_NONE);
        if (row &&
            (one.row == SIZE_MAX || ombud_law_row(law, one.row, &in) != OMBUD_OK || !begins_with(in.text, row))) {
            continue;
        }
        if (begins_with(one.what, what)) {
            return one.gap;
        }
    }
    fail_msg("there is no `%s` in `%s`", what, row ? row : "any row");
    return -1;
}

typedef struct expected {
    const char *text;
    ombud_covering covering;
    const char *what, *row;
    ombud_gap gap;
} expected;

static void assert_gaps(const expected *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        ombud_coverage *coverage = fresh();
        check(list[i].text, coverage);
        ombud_gap gap = gap_of(coverage, list[i].covering, list[i].what, list[i].row);
        if (gap != list[i].gap) {
            fail_msg("%zu: %s: %s, not %s; after\n%s", i, list[i].what, ombud_gap_name(gap),
                     ombud_gap_name(list[i].gap), list[i].text);
        }
        ombud_coverage_free(coverage);
    }
}
#define ASSERT_GAPS(list) assert_gaps((list), sizeof(list) / sizeof(list)[0])

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static void rows(void **state)
{
    static const expected list[] = {
        /* Moves: taken in the journal or permitted; nothing sees what no expectation asks about. */
        {HEAD LENT, OMBUD_COVERING_ROWS, "loan.lent: ->", NULL, OMBUD_GAP_NEVER_EVALUATED},
        {HEAD LENT "on 2015-02-01\nexpect state l1 lent\n", OMBUD_COVERING_ROWS, "loan.lent: ->", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-01-31\nexpect state l1 none\n", OMBUD_COVERING_ROWS, "loan.lent: ->", NULL,
         OMBUD_GAP_NEVER_EVALUATED},
        {HEAD LENT "on 2015-02-01\nexpect may loan.returned l1 by=p2 permitted\n", OMBUD_COVERING_ROWS, "loan.returned",
         NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-01\nexpect may loan.returned l1 by=p1 forbidden\n", OMBUD_COVERING_ROWS, "loan.returned",
         NULL, OMBUD_GAP_NEVER_TAKEN},
        {HEAD LENT "on 2015-02-01\nexpect may loan.returned l1 by=p1 forbidden\n", OMBUD_COVERING_ROWS,
         "loan.billed: ", NULL, OMBUD_GAP_NEVER_EVALUATED},
        /* Guards: let pass and refused, each as what decided. */
        {HEAD LENT "on 2015-02-01\nexpect may loan.fined l1 by=p2 damaged=yes paid=no permitted\n", OMBUD_COVERING_ROWS,
         "loan.fined only", NULL, OMBUD_GAP_NEVER_NO},
        {HEAD LENT "on 2015-02-01\nexpect may loan.fined l1 by=p2 damaged=no lost=no known=no forbidden\n",
         OMBUD_COVERING_ROWS, "loan.fined only", NULL, OMBUD_GAP_NEVER_YES},
        {HEAD LENT "on 2015-02-01\nexpect may loan.fined l1 by=p2 damaged=yes paid=no permitted\n"
                   "expect may loan.fined l1 by=p2 damaged=no lost=no known=no forbidden\n",
         OMBUD_COVERING_ROWS, "loan.fined only", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-01\nexpect may loan.fined l1 by=p2 damaged=yes paid=no permitted\n"
                   "expect may loan.fined l1 by=p2 damaged=no lost=no known=no paid=yes forbidden\n",
         OMBUD_COVERING_ROWS, "loan.fined not", NULL, OMBUD_GAP_NEVER_DECIDED},
        /* Why a row was never looked at. */
        {HEAD "2021-02-01 loan.lent l1 by=p2\non 2021-02-01\nexpect may loan.fined l1 by=p2 no_text\n",
         OMBUD_COVERING_ROWS, "loan.fined only", NULL, OMBUD_GAP_NOT_IN_FORCE},
        {HEAD "2009-02-01 loan.lent l1 by=p2\non 2009-02-01\nexpect may loan.billed l1 by=p2 no_text\n",
         OMBUD_COVERING_ROWS, "loan.billed: ", NULL, OMBUD_GAP_NO_WORDING},
        {HEAD LENT "on 2015-02-01\nexpect may loan.billed l1 by=p2 permitted\n", OMBUD_COVERING_ROWS,
         "loan.billed needs", NULL, OMBUD_GAP_READING},
        {"law lending\nset reading Q-1 strict\nperson p2 keeper\n" LENT
         "on 2015-02-01\nexpect may loan.billed l1 by=p2 lost=no forbidden\n"
         "expect may loan.billed l1 by=p2 lost=yes permitted\n",
         OMBUD_COVERING_ROWS, "loan.billed needs", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-01\nexpect may loan.reminded l1 by=p2 not_foreseen\n", OMBUD_COVERING_ROWS,
         "loan.reminded", NULL, OMBUD_GAP_SCOPE},
        {HEAD LENT "on 2015-02-01\nexpect state l1 lent\n", OMBUD_COVERING_ROWS, "in annex", NULL, OMBUD_GAP_SCOPE},
        {"law lending\nset scope annex\nperson p2 keeper\n" LENT
         "on 2015-02-01\nexpect may loan.fined l1 by=p2 not_foreseen\n",
         OMBUD_COVERING_ROWS, "in annex", NULL, OMBUD_GAP_NONE},
        {"law lending\nset scope annex\nperson p2 keeper\n" LENT
         "on 2015-02-01\nexpect may loan.fined l1 by=p2 not_foreseen\n",
         OMBUD_COVERING_ROWS, "loan.fined only", NULL, OMBUD_GAP_SCOPE},
        /* Answers, requirements, definitions, withholdings. */
        {HEAD LENT "2015-02-02 fact l1 by=p2 lost=yes damaged=no\non 2015-02-02\nexpect answer price l1 full\n",
         OMBUD_COVERING_ROWS, "answer loan.price = full when lost", NULL, OMBUD_GAP_NEVER_NO},
        {HEAD LENT "2015-02-02 fact l1 by=p2 lost=yes damaged=yes\n2015-02-03 fact l1 by=p2 lost=no\n"
                   "on 2015-02-02\nexpect answer price l1 full\non 2015-02-03\nexpect answer price l1 full\n",
         OMBUD_COVERING_ROWS, "answer loan.price = full when lost", NULL, OMBUD_GAP_NEVER_DECIDED},
        {HEAD LENT "2015-02-02 fact l1 by=p2 lost=yes damaged=yes\n2015-02-03 fact l1 by=p2 lost=no damaged=no\n"
                   "on 2015-02-02\nexpect answer price l1 full\non 2015-02-03\nexpect answer price l1 undetermined\n",
         OMBUD_COVERING_ROWS, "answer loan.price = full when lost", NULL, OMBUD_GAP_NEVER_DECIDED},
        {HEAD LENT "2015-02-02 fact l1 by=p2 lost=yes damaged=no\n2015-02-03 fact l1 by=p2 lost=no paid=yes\n"
                   "on 2015-02-02\nexpect answer price l1 full\non 2015-02-03\nexpect answer price l1 nothing\n",
         OMBUD_COVERING_ROWS, "answer loan.price = full when lost", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=yes\non 2015-02-02\nexpect finding breach no_harm l1\n",
         OMBUD_COVERING_ROWS, "require no_harm", NULL, OMBUD_GAP_NEVER_YES},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=no lost=no known=no\n2015-02-03 fact l1 by=p2 damaged=yes\n"
                   "on 2015-02-03\nexpect finding breach no_harm l1 since=2015-02-03\n",
         OMBUD_COVERING_ROWS, "require no_harm", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=yes known=yes\n2015-02-03 fact l1 by=p2 known=no\n"
                   "on 2015-02-03\nexpect fact l1 harmed yes\n",
         OMBUD_COVERING_ROWS, "loan.harmed when known", NULL, OMBUD_GAP_NEVER_DECIDED},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=no lost=no known=yes\n2015-02-03 fact l1 by=p2 known=no\n"
                   "on 2015-02-03\nexpect fact l1 harmed no\n",
         OMBUD_COVERING_ROWS, "loan.harmed when known", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-02 for member\nexpect fact l1 damaged unknown\n", OMBUD_COVERING_ROWS, "withhold", NULL,
         OMBUD_GAP_NEVER_NO},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=yes\non 2015-02-02 for member\nexpect fact l1 damaged unknown\n"
                   "on 2015-02-02 for keeper\nexpect fact l1 damaged yes\n",
         OMBUD_COVERING_ROWS, "withhold", NULL, OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-01\nexpect duty bring_back l1 open\n", OMBUD_COVERING_ROWS, "duty bring_back", NULL,
         OMBUD_GAP_NONE},
    };
    (void)state;
    ASSERT_GAPS(list);
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

#define BOTH_WAYS(first, second)                                                                                       \
    HEAD LENT "on 2015-02-01\nexpect may loan.fined l1 by=p2 " first "\nexpect may loan.fined l1 by=p2 " second "\n"

static void conditions(void **state)
{
    static const expected list[] = {
        {HEAD LENT "on 2015-02-01\nexpect state l1 lent\n", OMBUD_COVERING_CONDITIONS, "lost",
         "answer loan.price = full", OMBUD_GAP_NEVER_EVALUATED},
        {BOTH_WAYS("damaged=yes lost=no known=no paid=no permitted", "damaged=no lost=no known=no paid=no forbidden"),
         OMBUD_COVERING_CONDITIONS, "damaged", "loan.harmed", OMBUD_GAP_NONE},
        {BOTH_WAYS("damaged=yes lost=no known=no paid=no permitted", "damaged=no lost=no known=no paid=no forbidden"),
         OMBUD_COVERING_CONDITIONS, "lost", "loan.harmed", OMBUD_GAP_NEVER_YES},
        {BOTH_WAYS("damaged=yes lost=no known=no paid=no permitted", "damaged=no lost=no known=no paid=no forbidden"),
         OMBUD_COVERING_CONDITIONS, "paid", "loan.fined not", OMBUD_GAP_NEVER_YES},
        /* Both truths were there, but of two that were yes neither decided. */
        {BOTH_WAYS("damaged=yes lost=yes known=no paid=no permitted", "damaged=no lost=no known=no paid=no forbidden"),
         OMBUD_COVERING_CONDITIONS, "lost", "loan.harmed", OMBUD_GAP_NEVER_DECIDED},
        {BOTH_WAYS("damaged=yes lost=yes known=no paid=no permitted", "damaged=no lost=no known=no paid=no forbidden"),
         OMBUD_COVERING_CONDITIONS, "damaged", "loan.harmed", OMBUD_GAP_NEVER_DECIDED},
        /* Where another guard refuses, or a wrong role, a condition decides nothing. */
        {BOTH_WAYS("damaged=yes lost=no known=no paid=no permitted", "damaged=no lost=no known=no paid=yes forbidden"),
         OMBUD_COVERING_CONDITIONS, "paid", "loan.fined not", OMBUD_GAP_NEVER_DECIDED},
        {BOTH_WAYS("damaged=yes lost=no known=no paid=no permitted", "damaged=yes lost=no known=no paid=yes forbidden"),
         OMBUD_COVERING_CONDITIONS, "paid", "loan.fined not", OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-01\nexpect may loan.billed l1 by=p2 permitted\n", OMBUD_COVERING_CONDITIONS, "lost",
         "answer loan.price = full", OMBUD_GAP_NEVER_EVALUATED},
        {HEAD LENT "2015-02-02 fact l1 by=p2 excused_by_keeper=yes\non 2015-02-01\nexpect duty bring_back l1 open\n"
                   "on 2015-02-02\nexpect duty bring_back l1 excused\n",
         OMBUD_COVERING_CONDITIONS, "excused_by_keeper", "duty", OMBUD_GAP_NONE},
    };
    (void)state;
    ASSERT_GAPS(list);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

#define LENT_AND(line) HEAD LENT line "on 2015-06-01\nexpect duty bring_back l1 "
#define OUTCOME(name) OMBUD_COVERING_OUTCOMES, name, "duty"
#define EDGE(name) OMBUD_COVERING_BOUNDARIES, name, "duty"
#define BEFORE "the day before"
#define ON "the last day"
#define AFTER "the day after"

static void terms(void **state)
{
    static const expected list[] = {
        {HEAD, OUTCOME("opened"), OMBUD_GAP_NEVER_CAME},
        {HEAD LENT "on 2015-02-02\nexpect duty bring_back l1 open\n", OUTCOME("opened"), OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-02\nexpect duty bring_back l1 open\n", OUTCOME("past"), OMBUD_GAP_NEVER_CAME},
        {LENT_AND("") "overdue\n", OUTCOME("past"), OMBUD_GAP_NONE},
        {LENT_AND("") "overdue\n", OUTCOME("met"), OMBUD_GAP_NEVER_CAME},
        {LENT_AND("2015-02-03 loan.returned l1 by=p2\n") "met\n", OUTCOME("met"), OMBUD_GAP_NONE},
        {LENT_AND("2015-02-03 loan.returned l1 by=p2\n") "met\n", OUTCOME("extended"), OMBUD_GAP_NEVER_CAME},
        {LENT_AND("2015-02-03 loan.renewed l1 by=p2\n") "overdue due=2015-04-01\n", OUTCOME("extended"),
         OMBUD_GAP_NONE},
        {LENT_AND("2015-02-03 loan.billed l1 by=p2\n") "lapsed\n", OUTCOME("lapsed"), OMBUD_GAP_NONE},
        {LENT_AND("2015-02-03 loan.billed l1 by=p2\n") "lapsed\n", OUTCOME("excused"), OMBUD_GAP_NEVER_CAME},
        {LENT_AND("2015-02-03 fact l1 by=p2 excused_by_keeper=yes\n") "excused\n", OUTCOME("excused"), OMBUD_GAP_NONE},
        /* The last day is 1 March. */
        {HEAD LENT "on 2015-02-27\nexpect duty bring_back l1 open\n", EDGE(BEFORE), OMBUD_GAP_NEVER_LOOKED},
        {HEAD LENT "on 2015-02-28\nexpect duty bring_back l1 open\n", EDGE(BEFORE), OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-02-28\nexpect duty bring_back l1 open\n", EDGE(ON), OMBUD_GAP_NEVER_LOOKED},
        {HEAD LENT "on 2015-03-01\nexpect duty bring_back l1 open\n", EDGE(ON), OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-03-02\nexpect duty bring_back l1 overdue\n", EDGE(AFTER), OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-03-03\nexpect duty bring_back l1 overdue\n", EDGE(AFTER), OMBUD_GAP_NEVER_LOOKED},
        /* Another question on such a day says nothing of the term. */
        {HEAD LENT "on 2015-03-01\nexpect state l1 lent\n", EDGE(ON), OMBUD_GAP_NEVER_LOOKED},
        {LENT_AND("2015-03-01 loan.returned l1 by=p2\n") "met\n", EDGE(ON), OMBUD_GAP_NONE},
        {LENT_AND("2015-03-02 loan.returned l1 by=p2\n") "met_late\n", EDGE(AFTER), OMBUD_GAP_NONE},
        {LENT_AND("2015-03-02 loan.returned l1 by=p2\n") "met_late\n", EDGE(ON), OMBUD_GAP_NEVER_LOOKED},
        {HEAD LENT "on 2015-06-01\nexpect finding late bring_back l1 since=2015-03-02\n", EDGE(AFTER), OMBUD_GAP_NONE},
        {HEAD LENT "on 2015-06-01\nexpect finding late bring_back l1\n", EDGE(AFTER), OMBUD_GAP_NEVER_LOOKED},
    };
    (void)state;
    ASSERT_GAPS(list);
}

/* ---- provisions and versions ------------------------------------------------------------------------------------- */

/* The spans of provision 2 are three, of provision 3 two: before, held, after; not held, held. */
static void versions(void **state)
{
    static const char *const days[] = {"1999-02-01", "2009-02-01", "2015-02-01", "2021-02-01"};
    static const char *const fined[] = {"not yet in force", "wording held", "wording held", "ended"};
    static const char *const billed[] = {"wording not held", "wording not held", "wording held", "wording held"};
    (void)state;
    for (size_t i = 0; i < 4; i++) {
        char text[512];
        ombud_coverage *coverage = fresh();
        snprintf(
            text, sizeof text,
            HEAD
            "%s loan.lent l1 by=p2\non %s\nexpect may loan.fined l1 by=p2 %s\nexpect may loan.billed l1 by=p2 %s\n",
            days[i], days[i], i == 0 || i == 3 ? "no_text" : "undetermined", i < 2 ? "no_text" : "permitted");
        check(text, coverage);
        size_t covered, total, seen = 0;
        assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_VERSIONS, &covered, &total), OMBUD_OK);
        assert_int_equal(total, 2 + 3 + 2 + 2 + 2);
        for (size_t j = 0; j < total; j++) {
            ombud_covered one = OMBUD_COVERED_INIT;
            ombud_provision provision = OMBUD_PROVISION_INIT;
            assert_int_equal(ombud_coverage_get(coverage, OMBUD_COVERING_VERSIONS, j, &one), OMBUD_OK);
            assert_true(one.row == SIZE_MAX);
            assert_int_equal(ombud_law_provision(law, one.provision, OMBUD_LANG_EN, &provision), OMBUD_OK);
            const char *here = begins_with(provision.id, "2")   ? fined[i]
                               : begins_with(provision.id, "3") ? billed[i]
                                                                : NULL;
            if (here) {
                assert_int_equal(one.covered, strcmp(one.what.ptr, here) == 0);
                seen += one.covered != 0;
            }
        }
        assert_int_equal(seen, 2);
        ombud_coverage_free(coverage);
    }
}

/* A guard that a condition lets pass whatever else is so; one on what the end of a term brings about, which once passed
 * has come; a wording that is held from its first day. */
static const char ends[] = "law lending\nrole member\nrole keeper\nitem person p\nitem loan l\n  states lent, ended\n"
                           "  event lent, looked_at by keeper\n  event aged\n"
                           "  fact damaged, paid, known, rare stated by keeper\n"
                           "provision 1 \"Rule 1\" since 2000-01-01 held from 2000-01-01\n  anchor \"a\"\n"
                           "  gloss en \"G.\"\n"
                           "  loan.lent: -> lent\n  loan.looked_at: lent -> same\n  loan.aged: lent -> ended\n"
                           "  loan.harmed when damaged\n  loan.odd when known unless rare\n"
                           "  loan.looked_at needs harmed when known unless paid\n"
                           "  loan.aged only when paid\n  loan.aged not when known\n"
                           "  term stay\n    opened by loan.lent\n    within exactly P1M\n    then loan.aged\n"
                           "provision 2 \"Rule 2\" since 2000-01-01 held from 2001-01-01\n  anchor \"a\"\n"
                           "  gloss en \"G.\"\n  loan.plain when not rare\n";
#define MAY(event, first, second)                                                                                      \
    HEAD LENT "on 2015-02-01\nexpect may " event " l1 by=p2 " first "\nexpect may " event " l1 by=p2 " second "\n"
#define IN_HARMED OMBUD_COVERING_CONDITIONS, "damaged", "loan.harmed"
#define RARE(known, odd)                                                                                               \
    HEAD LENT "2015-02-02 fact l1 by=p2 known=" known " rare=yes\n2015-02-03 fact l1 by=p2 rare=no\n"                  \
              "on 2015-02-02\nexpect fact l1 odd no\non 2015-02-03\nexpect fact l1 odd " odd "\n",                     \
        OMBUD_COVERING_CONDITIONS, "rare", "loan.odd"
#define AGED_ONLY OMBUD_COVERING_ROWS, "loan.aged only", NULL

static void ends_and_ways_around(void **state)
{
    static const expected list[] = {
        {MAY("loan.looked_at", "known=no damaged=yes permitted", "known=no damaged=no permitted"), IN_HARMED,
         OMBUD_GAP_NEVER_DECIDED},
        {MAY("loan.looked_at", "known=yes paid=yes damaged=yes permitted", "known=yes paid=yes damaged=no permitted"),
         IN_HARMED, OMBUD_GAP_NEVER_DECIDED},
        {MAY("loan.looked_at", "known=yes paid=no damaged=yes permitted", "known=yes paid=no damaged=no forbidden"),
         IN_HARMED, OMBUD_GAP_NONE},
        {RARE("yes", "yes"), OMBUD_GAP_NONE},
        {RARE("no", "no"), OMBUD_GAP_NEVER_DECIDED},
        {HEAD LENT "2015-02-02 fact l1 by=p2 damaged=yes\non 2015-02-02\nexpect fact l1 harmed yes\n",
         OMBUD_COVERING_ROWS, "loan.harmed", NULL, OMBUD_GAP_NEVER_NO},
        {MAY("loan.aged", "paid=no known=no forbidden", "paid=no known=yes forbidden"), AGED_ONLY, OMBUD_GAP_NEVER_YES},
        {MAY("loan.aged", "paid=yes known=no permitted", "paid=yes known=yes forbidden"), AGED_ONLY,
         OMBUD_GAP_NEVER_NO},
        {MAY("loan.aged", "paid=no known=no forbidden", "paid=yes known=yes forbidden"), AGED_ONLY, OMBUD_GAP_NONE},
    };
    ombud_law *usual = law;
    size_t covered = 0, total = 0;
    (void)state;
    assert_int_equal(ombud_law_parse(ends, sizeof ends - 1, NULL, &law, NULL), OMBUD_OK);
    ASSERT_GAPS(list);
    ombud_coverage *coverage = fresh();
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_VERSIONS, &covered, &total), OMBUD_OK);
    assert_int_equal(total, 2 + 3); /* not yet in force, held; of the second not held between them too */
    ombud_coverage_free(coverage);
    ombud_law_free(law);
    law = usual;
}

/* One coverage takes in what many scenarios show. */
static const char all_of_rule_2[] =
    HEAD LENT "on 2015-02-01\n"
              "expect may loan.fined l1 by=p2 damaged=yes lost=no known=no paid=no permitted\n"
              "expect may loan.fined l1 by=p2 damaged=no lost=no known=no paid=no forbidden\n";
static const char rest_of_rule_2[] =
    HEAD LENT "on 2015-02-01\n"
              "expect may loan.fined l1 by=p2 damaged=yes lost=no known=no paid=yes forbidden\n";

static void provisions_and_sums(void **state)
{
    ombud_coverage *coverage = fresh();
    size_t covered = 9, total = 9;
    (void)state;
    assert_ptr_equal(ombud_coverage_law(coverage), law);
    for (ombud_covering what = OMBUD_COVERING_PROVISIONS; what <= OMBUD_COVERING_VERSIONS; what++) {
        assert_int_equal(ombud_coverage_count(coverage, what, &covered, &total), OMBUD_OK);
        assert_int_equal(covered, 0);
        assert_true(total > 0);
    }
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_PROVISIONS, &covered, &total), OMBUD_OK);
    assert_int_equal(total, 5);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_ROWS, &covered, &total), OMBUD_OK);
    assert_int_equal(total, ombud_law_row_count(law));
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_OUTCOMES, &covered, &total), OMBUD_OK);
    assert_int_equal(total, 6);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_BOUNDARIES, &covered, &total), OMBUD_OK);
    assert_int_equal(total, 3);
    check(all_of_rule_2, coverage);
    assert_int_equal(gap_of(coverage, OMBUD_COVERING_PROVISIONS, "2", NULL), OMBUD_GAP_ROWS);
    check(rest_of_rule_2, coverage);
    assert_int_equal(gap_of(coverage, OMBUD_COVERING_PROVISIONS, "2", NULL), OMBUD_GAP_NONE);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_PROVISIONS, &covered, &total), OMBUD_OK);
    assert_int_equal(covered, 1);
    ombud_coverage_free(coverage);
}

/* What is said does not depend on whether anybody counts; and a case stays as it was. */
static void counting_changes_nothing(void **state)
{
    const ombud_law *laws[1] = {law};
    ombud_scenario *scenario = NULL;
    static const char text[] = HEAD LENT "2015-02-02 fact l1 by=p2 damaged=yes\n2015-03-05 loan.returned l1 by=p2\n"
                                         "on 2015-03-02\nexpect duty bring_back l1 met\nexpect may loan.fined l1 by=p2 "
                                         "forbidden\nexpect state l1 ended\n"
                                         "expect answer price l1 none\nexpect finding breach bring_back l1\nexpect "
                                         "next_change none\nexpect fact l1 harmed no\n";
    ombud_coverage *coverage = fresh();
    (void)state;
    assert_int_equal(ombud_scenario_parse(text, strlen(text), laws, 1, NULL, &scenario, NULL), OMBUD_OK);
    ombud_report *plain = NULL, *counted = NULL, *again = NULL;
    assert_int_equal(ombud_scenario_check(scenario, 0, &plain, NULL), OMBUD_OK);
    assert_int_equal(ombud_scenario_check_covered(scenario, 0, coverage, &counted, NULL), OMBUD_OK);
    assert_int_equal(ombud_scenario_check_covered(scenario, 0, NULL, &again, NULL), OMBUD_OK);
    assert_int_equal(ombud_report_count(plain), 7);
    for (size_t i = 0; i < 7; i++) {
        ombud_expectation a = OMBUD_EXPECTATION_INIT, b = OMBUD_EXPECTATION_INIT, c = OMBUD_EXPECTATION_INIT;
        assert_int_equal(ombud_report_get(plain, i, &a), OMBUD_OK);
        assert_int_equal(ombud_report_get(counted, i, &b), OMBUD_OK);
        assert_int_equal(ombud_report_get(again, i, &c), OMBUD_OK);
        assert_int_equal(a.met, 0);
        assert_string_equal(a.got.ptr, b.got.ptr);
        assert_string_equal(a.would_hold.ptr, b.would_hold.ptr);
        assert_string_equal(a.got.ptr, c.got.ptr);
    }
    ombud_report_free(plain);
    ombud_report_free(counted);
    ombud_report_free(again);
    ombud_coverage_free(coverage);
    ombud_scenario_free(scenario);
}

/* ---- failures ---------------------------------------------------------------------------------------------------- */

static void bad_arguments(void **state)
{
    const ombud_law *laws[1] = {law};
    ombud_scenario *scenario = NULL;
    ombud_coverage *coverage = fresh(), *other = NULL, *same = NULL;
    ombud_law *small = NULL, *twin = NULL;
    ombud_report *report = NULL;
    ombud_covered one = OMBUD_COVERED_INIT;
    size_t covered = 7, total = 7;
    static const ombud_alloc halfway = {NULL, NULL, NULL, NULL};
    (void)state;
    assert_int_equal(ombud_coverage_new(NULL, NULL, &other, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_new(law, NULL, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_new(law, &halfway, &other, NULL), OMBUD_E_ARGUMENT);
    ombud_coverage_free(NULL);
    assert_null(ombud_coverage_law(NULL));
    assert_int_equal(ombud_coverage_count(NULL, OMBUD_COVERING_ROWS, &covered, &total), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_ROWS, NULL, &total), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_ROWS, &covered, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_count(coverage, 0, &covered, &total), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_count(coverage, OMBUD_COVERING_VERSIONS + 1, &covered, &total), OMBUD_E_ARGUMENT);
    assert_int_equal(covered, 7);
    assert_int_equal(total, 7);
    assert_int_equal(ombud_coverage_get(NULL, OMBUD_COVERING_ROWS, 0, &one), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_get(coverage, OMBUD_COVERING_ROWS, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_get(coverage, 99, 0, &one), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_coverage_get(coverage, OMBUD_COVERING_ROWS, ombud_law_row_count(law), &one),
                     OMBUD_E_NOT_FOUND);
    one.struct_size = 8;
    assert_int_equal(ombud_coverage_get(coverage, OMBUD_COVERING_ROWS, 0, &one), OMBUD_E_ARGUMENT);
    assert_string_equal(ombud_gap_name(OMBUD_GAP_NONE), "covered");
    assert_string_equal(ombud_gap_name(OMBUD_GAP_ROWS), "rows of it are not covered");
    assert_string_equal(ombud_gap_name(OMBUD_GAP_ROWS + 1), "?");
    assert_string_equal(ombud_gap_name(-1), "?");

    /* A coverage is of a text: another reading of the same will do, another text will not. */
    assert_int_equal(ombud_scenario_parse(all_of_rule_2, strlen(all_of_rule_2), laws, 1, NULL, &scenario, NULL),
                     OMBUD_OK);
    assert_int_equal(ombud_law_parse(small_law, sizeof small_law - 1, NULL, &small, NULL), OMBUD_OK);
    assert_int_equal(ombud_law_parse(lending, sizeof lending - 1, NULL, &twin, NULL), OMBUD_OK);
    assert_int_equal(ombud_coverage_new(small, NULL, &other, NULL), OMBUD_OK);
    assert_int_equal(ombud_coverage_new(twin, NULL, &same, NULL), OMBUD_OK);
    assert_int_equal(ombud_scenario_check_covered(scenario, 0, other, &report, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_scenario_check_covered(scenario, 1, coverage, &report, NULL), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_scenario_check_covered(NULL, 0, coverage, &report, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_scenario_check_covered(scenario, 0, coverage, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_null(report);
    assert_int_equal(ombud_scenario_check_covered(scenario, 0, same, &report, NULL), OMBUD_OK);
    assert_int_equal(gap_of(same, OMBUD_COVERING_ROWS, "loan.fined only", NULL), OMBUD_GAP_NONE);
    ombud_report_free(report);
    ombud_coverage_free(coverage);
    ombud_coverage_free(other);
    ombud_coverage_free(same);
    ombud_scenario_free(scenario);
    ombud_law_free(small);
    ombud_law_free(twin);
}

static void without_memory(void **state)
{
    static written text;
    watched watch = {0};
    ombud_alloc alloc = watching(&watch);
    ombud_coverage *coverage = NULL;
    (void)state;
    text.length = 0;
    assert_int_equal(write_down(&text, "", 0), 77);
    for (size_t n = 1;; n++) {
        watch.calls = 0;
        watch.fail_at = n;
        ombud_status status = ombud_coverage_new(law, &alloc, &coverage, NULL);
        if (status == OMBUD_OK) {
            assert_true(n > 2);
            break;
        }
        assert_int_equal(status, OMBUD_E_NOMEM);
        assert_int_equal(watch.held, 0);
    }
    watch.fail_at = 0;
    size_t calls = watch.calls;
    check(all_of_rule_2, coverage);
    assert_int_equal(watch.calls, calls);
    ombud_coverage_free(coverage);
    assert_int_equal(watch.held, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows),
        cmocka_unit_test(conditions),
        cmocka_unit_test(terms),
        cmocka_unit_test(versions),
        cmocka_unit_test(ends_and_ways_around),
        cmocka_unit_test(provisions_and_sums),
        cmocka_unit_test(counting_changes_nothing),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(without_memory),
    };
    return cmocka_run_group_tests_name("coverage", tests, read_law, free_law);
}
