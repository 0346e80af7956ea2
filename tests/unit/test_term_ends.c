/*
 * How terms end and open again: excuses, lapses, what an end brings about, and openings that are said twice or not
 * known for certain.
 */
#include "term_permit.h"

static void excuses(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n    excused when ill\n");
    /* Before the last day, and it lasts: excused on it. */
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-05 fact x1 by=p1 ill=yes");
    TERM(c, "decide", "2026-03-04", OMBUD_TERM_OPEN, NULL);
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_EXCUSED, NULL);
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_EXCUSED, NULL);
    FINDINGS(c, "2026-03-20", "");
    /* Gone before the last day: it does not count. */
    TELL(c, "2026-03-08 fact x1 by=p1 ill=no");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OPEN, NULL);
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_OVERDUE, NULL);
    /* On the last day. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-09 fact x1 by=p1 ill=yes");
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_EXCUSED, NULL);
    FINDINGS(c, "2026-03-10", "");
    /* It counted on the last day: what comes later changes nothing. */
    TELL(c, "2026-03-12 fact x1 by=p1 ill=no");
    TERM(c, "decide", "2026-03-12", OMBUD_TERM_EXCUSED, NULL);
    /* The day after: the duty ends, the finding stays. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-10 fact x1 by=p1 ill=yes");
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_EXCUSED, NULL);
    assert_int_equal(strncmp(trial_findings(c, trial_asof("2026-03-10")), "late decide x1 2026-03-10", 25), 0);
    /* Met while it was excused: met. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 ill=yes");
    TELL(c, "2026-03-04 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-20", OMBUD_TERM_MET, NULL);
    END();
}

static void lapses(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n    lapses by permit.withdrawn unless urgent\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=no");
    TELL(c, "2026-03-05 permit.withdrawn x1 by=p2");
    TERM(c, "decide", "2026-03-04", OMBUD_TERM_OPEN, NULL);
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_LAPSED, NULL);
    TERM(c, "decide", "2026-03-20", OMBUD_TERM_LAPSED, NULL);
    FINDINGS(c, "2026-03-20", "");
    /* Ended is ended. */
    TELL(c, "2026-03-06 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-20", OMBUD_TERM_LAPSED, NULL);
    /* Unknown is not enough. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-05 permit.withdrawn x1 by=p2");
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_OPEN, NULL);
    /* Overdue when it lapses: the lateness ends, and stays on record. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=no");
    TELL(c, "2026-03-12 permit.withdrawn x1 by=p2");
    TERM(c, "decide", "2026-03-12", OMBUD_TERM_LAPSED, NULL);
    FINDINGS(c, "2026-03-12", "late decide x1 2026-03-10 2026-03-12");
    END();
}

static void what_the_end_brings_about(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    within exactly P7D\n    lapses by permit.granted\n    then "
          "permit.ended\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    STATE(c, "x1", trial_asof("2026-03-09"), "live");
    STATE(c, "x1", trial_asof("2026-03-10"), "closed");
    /* An event of the last day comes before the end, one of the next day after it. */
    TELL(c, "2026-03-10 permit.reviewed x1 by=p2");
    STATE(c, "x1", trial_asof("2026-03-10"), "closed");
    TELL(c, "2026-03-09 permit.granted x1 by=p2");
    STATE(c, "x1", trial_asof("2026-03-10"), "live");
    END();
}

static void the_same_day(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    within exactly P0D\n    then permit.ended\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "stay", "2026-03-02", OMBUD_TERM_OPEN, "2026-03-02");
    STATE(c, "x1", trial_asof("2026-03-02"), "live");
    TERM(c, "stay", "2026-03-03", OMBUD_TERM_EXPIRED, "2026-03-02");
    STATE(c, "x1", trial_asof("2026-03-03"), "closed");
    END();
}

/* What ends opens another: each on its day, without an event between. */
static void one_end_after_the_other(void **state)
{
    BEGIN("  term first_stay\n    opened by permit.asked\n    within exactly P5D\n    then permit.reviewed\n"
          "  term second_stay\n    opened by permit.reviewed\n    within exactly P5D\n    then permit.ended\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "second_stay", "2026-03-07", OMBUD_TERM_NONE, NULL);
    TERM(c, "second_stay", "2026-03-08", OMBUD_TERM_OPEN, "2026-03-13");
    STATE(c, "x1", trial_asof("2026-03-13"), "live");
    STATE(c, "x1", trial_asof("2026-03-14"), "closed");
    END();
}

/* An end that opens the same term anew, from a day that does not move: it must come to rest. */
static void an_end_that_opens_itself(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked, permit.renewed\n    counted from start_on\n    within exactly "
          "P5D\n    then permit.renewed\n"
          "  term left\n    opened by permit.reviewed, permit.extended\n    counted from permit.asked\n    within "
          "exactly P1D\n    then permit.withdrawn\n"
          "  term right\n    opened by permit.withdrawn\n    counted from permit.asked\n    within exactly P1D\n    "
          "then permit.extended\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 start_on=2026-03-02");
    TERM(c, "stay", "2026-03-07", OMBUD_TERM_OPEN, "2026-03-07");
    TERM(c, "stay", "2026-03-20", OMBUD_TERM_EXPIRED, "2026-03-07");
    TELL(c, "2026-03-09 permit.reviewed x1 by=p2");
    TERM(c, "left", "2026-03-20", OMBUD_TERM_EXPIRED, "2026-03-03");
    TERM(c, "right", "2026-03-20", OMBUD_TERM_EXPIRED, "2026-03-03");
    TELL(c, "2026-03-30 permit.granted x1 by=p2");
    STATE(c, "x1", trial_asof("2026-03-30"), "live");
    END();
}

static void opened_twice(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n  term stay\n    opened by permit.asked\n    within exactly P7D\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-05 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_OPEN, "2026-03-09");
    TERM(c, "stay", "2026-03-05", OMBUD_TERM_OPEN, "2026-03-12");
    assert_int_equal(the_term(c, "decide", "2026-03-05").opened, trial_day("2026-03-02"));
    assert_int_equal(the_term(c, "stay", "2026-03-05").opened, trial_day("2026-03-05"));
    /* An overdue duty is open too; one that was met opens again. */
    TELL(c, "2026-03-12 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-12", OMBUD_TERM_OVERDUE, "2026-03-09");
    TELL(c, "2026-03-13 permit.granted x1 by=p2");
    TELL(c, "2026-03-14 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-14", OMBUD_TERM_OPEN, "2026-03-21");
    ombud_asof asof = trial_asof("2026-03-14");
    ombud_terms *terms = NULL;
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    assert_int_equal(ombud_terms_count(terms), 6); /* decide twice, stay four times */
    ombud_terms_free(terms);
    /* Duties that are not done: open, or overdue. */
    static const struct {
        const char *day;
        ombud_term_status status;
    } undone[] = {{"2026-03-14", OMBUD_TERM_OPEN}, {"2026-03-12", OMBUD_TERM_OVERDUE}, {"2026-03-13", OMBUD_TERM_NONE}};
    for (size_t i = 0; i < sizeof undone / sizeof undone[0]; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        assert_int_equal(ombud_case_duties(c, trial_day(undone[i].day), &terms, NULL), OMBUD_OK);
        assert_int_equal(ombud_terms_get(terms, 0, &term) == OMBUD_OK ? term.status : OMBUD_TERM_NONE,
                         undone[i].status);
        assert_int_equal(ombud_terms_count(terms), undone[i].status != OMBUD_TERM_NONE);
        ombud_terms_free(terms);
    }
    END();
}

static void an_event_that_meets_and_opens(void **state)
{
    BEGIN("  duty review librarian to member\n    opened by permit.asked, permit.reviewed\n    within at most P1M\n    "
          "met by permit.reviewed\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-20 permit.reviewed x1 by=p2");
    ombud_asof asof = trial_asof("2026-03-20");
    ombud_terms *terms = NULL;
    ombud_term t = OMBUD_TERM_INIT;
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    assert_int_equal(ombud_terms_count(terms), 2);
    assert_int_equal(ombud_terms_get(terms, 0, &t), OMBUD_OK);
    assert_int_equal(t.status, OMBUD_TERM_MET);
    assert_int_equal(t.due, trial_day("2026-04-02"));
    assert_int_equal(ombud_terms_get(terms, 1, &t), OMBUD_OK);
    assert_int_equal(t.status, OMBUD_TERM_OPEN);
    assert_int_equal(t.due, trial_day("2026-04-20"));
    ombud_terms_free(terms);
    END();
}

static void met_under_a_condition(void **state)
{
    BEGIN(DECIDE "    met by permit.granted when urgent\n    met by permit.reviewed unless urgent\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    TELL(c, "2026-03-03 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-03", OMBUD_TERM_OPEN, NULL); /* not known */
    TELL(c, "2026-03-04 fact x1 by=p1 urgent=no");
    TELL(c, "2026-03-04 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-04", OMBUD_TERM_OPEN, NULL);
    TELL(c, "2026-03-05 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_MET, NULL);
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=yes");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-03", OMBUD_TERM_MET, NULL);
    END();
}

static void whether_it_opened_is_not_known(void **state)
{
    BEGIN("  duty decide librarian to member\n    opened by permit.asked when urgent unless form is web\n    within at "
          "most P7D\n    met by permit.granted\n"
          "  permit.running when decide is open\n  permit.never when decide is none\n  permit.late when decide is "
          "overdue\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 form=paper");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "decide", "2026-03-02").no_due, OMBUD_DUE_UNDETERMINED);
    FACT(c, "x1", "running", "2026-03-20", OMBUD_UNKNOWN);
    FACT(c, "x1", "never", "2026-03-20", OMBUD_UNKNOWN);
    FACT(c, "x1", "late", "2026-03-20", OMBUD_UNKNOWN);
    FINDINGS(c, "2026-03-20", "");
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=yes form=paper");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OPEN, "2026-03-09");
    FACT(c, "x1", "late", "2026-03-09", OMBUD_NO);
    FACT(c, "x1", "late", "2026-03-10", OMBUD_YES);
    FACT(c, "x1", "never", "2026-03-10", OMBUD_NO);
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=yes form=web");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_NONE, NULL);
    FACT(c, "x1", "never", "2026-03-10", OMBUD_YES);
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 urgent=no");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_NONE, NULL);
    END();
}

/* The wording is held from 1 March 2026 on; the opening of before that may have been none. */
static void opened_before_the_wording_is_held(void **state)
{
    BEGIN("  permit.never when decide is none\n  permit.running when decide is open\n"
          "provision 2 \"Rule 2\" since 2020-01-01 held from 2026-03-01\n  anchor \"b\"\n  gloss en \"G.\"\n" DECIDE
          "    met by permit.granted\n");
    TELL(c, "2026-02-10 permit.asked x1 by=p1");
    TELL(c, "2026-02-28 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-02-28", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "decide", "2026-02-28").no_due, OMBUD_DUE_NO_TEXT);
    assert_int_equal(the_term(c, "decide", "2026-02-28").opened, trial_day("2026-02-10"));
    FACT(c, "x1", "never", "2026-02-09", OMBUD_YES);
    FACT(c, "x1", "never", "2026-02-10", OMBUD_UNKNOWN);
    FACT(c, "x1", "running", "2026-02-10", OMBUD_UNKNOWN);
    TELL(c, "2026-03-01 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-02-28", OMBUD_TERM_OPEN, "none");
    TERM(c, "decide", "2026-03-01", OMBUD_TERM_OPEN, "2026-03-08");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OPEN, "2026-03-08");
    TERM(c, "decide", "2026-03-09", OMBUD_TERM_OVERDUE, "2026-03-08");
    FACT(c, "x1", "never", "2026-03-01", OMBUD_NO);
    FACT(c, "x1", "running", "2026-03-01", OMBUD_YES);
    FINDINGS(c, "2026-03-09", "late decide x1 2026-03-09");
    /* Opened for certain it runs on. */
    TELL(c, "2026-03-05 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OPEN, "2026-03-08");
    END();
}

/* Three days from 10 January were over when it opened, on 2 March: that day it ends, after the event. */
static void over_when_it_opens(void **state)
{
    BEGIN("  duty decide librarian to member\n    opened by permit.asked\n    counted from start_on\n"
          "    within at most P3D\n    met by permit.granted\n    excused when ill\n    then permit.ended\n"
          "  permit.fresh when start_on at least P0D ago and not start_on at least P10D ago\n"
          "  require seen librarian while permit is live: fresh\n");
    TELL(c, "2026-01-05 permit.asked x2 by=p1 start_on=2026-01-05");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 start_on=2026-01-10");
    STATE(c, "x1", trial_asof("2026-03-01"), "");
    STATE(c, "x1", trial_asof("2026-03-02"), "closed");
    TERM(c, "decide", "2026-03-01", OMBUD_TERM_NONE, NULL);
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OVERDUE, "2026-01-13");
    TERM(c, "decide", "2026-03-03", OMBUD_TERM_OVERDUE, "2026-01-13");
    FINDINGS(c, "2026-03-01", "late decide x2 2026-01-09");
    FINDINGS(c, "2026-03-02", "late decide x2 2026-01-09; late decide x1 2026-03-02");
    /* A further event of that day comes after that end. */
    TELL(c, "2026-03-02 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_MET_LATE, "2026-01-13");
    FINDINGS(c, "2026-03-02", "late decide x2 2026-01-09; late decide x1 2026-03-02 2026-03-02");
    AGAIN();
    /* The last day is the day of the opening: nothing is over yet. */
    TELL(c, "2026-01-13 permit.asked x1 by=p1 start_on=2026-01-10");
    STATE(c, "x1", trial_asof("2026-01-13"), "live");
    TERM(c, "decide", "2026-01-13", OMBUD_TERM_OPEN, "2026-01-13");
    FINDINGS(c, "2026-01-14", "late decide x1 2026-01-14");
    AGAIN();
    TELL(c, "2026-01-14 permit.asked x1 by=p1 start_on=2026-01-10");
    STATE(c, "x1", trial_asof("2026-01-14"), "closed");
    FINDINGS(c, "2026-01-14", "late decide x1 2026-01-14");
    AGAIN();
    /* Excused on the day on which it opened, and not before. */
    TELL(c, "2026-03-02 permit.asked x1 by=p1 start_on=2026-01-10 ill=yes");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_EXCUSED, "2026-01-13");
    assert_int_equal(the_term(c, "decide", "2026-03-02").closed, trial_day("2026-03-02"));
    END();
}

/* Two end on one day: that the first is overdue from the next day does not move the last day of the second. */
static void two_end_on_one_day(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n    excused when ill\n");
    TELL(c, "2026-03-02 permit.asked x2 by=p1");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 ill=yes");
    TERM(c, "decide", "2026-03-20", OMBUD_TERM_EXCUSED, "2026-03-09");
    assert_int_equal(the_term(c, "decide", "2026-03-20").closed, trial_day("2026-03-09"));
    FINDINGS(c, "2026-03-20", "late decide x2 2026-03-10");
    END();
}

/* The further periods that were over too end that day as well; the next runs from the last day before it. */
static void further_periods_over_when_it_opens(void **state)
{
    BEGIN("  duty hold librarian to member\n    opened by permit.asked\n    counted from start_on\n"
          "    within at most P1M\n    again\n    met by permit.granted\n");
    TELL(c, "2026-04-01 permit.asked x1 by=p1 start_on=2026-01-10");
    FINDINGS(c, "2026-04-01", "late hold x1 2026-04-01; late hold x1 2026-04-01");
    FINDINGS(c, "2026-04-10", "late hold x1 2026-04-01; late hold x1 2026-04-01");
    FINDINGS(c, "2026-04-11", "late hold x1 2026-04-01; late hold x1 2026-04-01; late hold x1 2026-04-11");
    assert_int_equal(the_term(c, "hold", "2026-04-02").opened, trial_day("2026-04-01"));
    assert_int_equal(the_term(c, "hold", "2026-04-11").opened, trial_day("2026-04-01"));
    END();
}

#define YEARLY(more)                                                                                                   \
    "  duty report librarian to member\n    opened by permit.asked\n" more "    met by permit.granted\n"

/* 31 December 2028 is a Sunday, and the Monday after it a holiday; 31 December 2029 is a Monday. */
static void a_day_of_the_year_rolls(void **state)
{
    BEGIN(YEARLY("    until 31 December, 0 years after the opening\n    rolls to next_working_day\n"));
    TELL(c, "2028-05-12 permit.asked x1 by=p1");
    TERM(c, "report", "2028-05-12", OMBUD_TERM_OPEN, "2029-01-02");
    TERM(c, "report", "2029-01-01", OMBUD_TERM_OPEN, "2029-01-02");
    TERM(c, "report", "2029-01-02", OMBUD_TERM_OPEN, "2029-01-02");
    FINDINGS(c, "2029-01-02", "");
    TERM(c, "report", "2029-01-03", OMBUD_TERM_OVERDUE, "2029-01-02");
    FINDINGS(c, "2029-01-03", "late report x1 2029-01-03");
    ombud_term t = the_term(c, "report", "2028-05-12");
    assert_int_equal(t.yearly, 1);
    assert_int_equal(t.steps.unrolled, trial_day("2028-12-31"));
    assert_int_equal(t.steps.due, trial_day("2029-01-02"));
    assert_int_equal(t.steps.rolled_days, 2);
    assert_int_equal(t.steps.because, OMBUD_HOLIDAY_SUNDAY);
    assert_int_equal(t.steps.period.count, 0);
    assert_int_equal(t.steps.start, trial_day("2028-05-12"));
    END();
}

static void a_day_of_the_year_rolls_as_the_host_says(void **state)
{
    BEGIN_SET(YEARLY("    until 31 December, 0 years after the opening\n"), "roll previous_working_day\n");
    TELL(c, "2028-05-12 permit.asked x1 by=p1");
    TERM(c, "report", "2028-12-29", OMBUD_TERM_OPEN, "2028-12-29");
    TERM(c, "report", "2028-12-30", OMBUD_TERM_OVERDUE, "2028-12-29");
    AGAIN();
    TELL(c, "1973-05-12 permit.asked x1 by=p1"); /* its holidays are not known */
    TERM(c, "report", "1974-06-01", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "report", "1974-06-01").no_due, OMBUD_DUE_NO_CALENDAR);
    END();
}

/* Where the working days lie: 18 October 2024 is a Friday, 1 November another, and a holiday. */
#define WEEKLY                                                                                                         \
    "  duty hold librarian to member\n    opened by permit.asked\n    within at most P1W\n    again\n"                 \
    "    met by permit.granted\n"

static void further_periods_roll(void **state)
{
    BEGIN_SET(WEEKLY, "roll next_working_day\n");
    TELL(c, "2024-10-18 permit.asked x1 by=p1");
    TERM(c, "hold", "2024-10-25", OMBUD_TERM_OPEN, "2024-10-25");
    FINDINGS(c, "2024-11-04", "late hold x1 2024-10-26");
    FINDINGS(c, "2024-11-05", "late hold x1 2024-10-26; late hold x1 2024-11-05");
    TERM(c, "hold", "2024-11-05", OMBUD_TERM_OVERDUE, "2024-11-04");
    ombud_term t = the_term(c, "hold", "2024-11-05");
    assert_int_equal(t.opened, trial_day("2024-10-26"));
    assert_int_equal(t.steps.start, trial_day("2024-10-25"));
    assert_int_equal(t.steps.unrolled, trial_day("2024-11-01"));
    assert_int_equal(t.steps.due, trial_day("2024-11-04"));
    assert_int_equal(t.steps.because, OMBUD_HOLIDAY_ALL_SAINTS);
    /* The next is counted from the Monday, and ends on Armistice Day, a Monday too. */
    FINDINGS(c, "2024-11-12", "late hold x1 2024-10-26; late hold x1 2024-11-05");
    FINDINGS(c, "2024-11-13", "late hold x1 2024-10-26; late hold x1 2024-11-05; late hold x1 2024-11-13");
    END();
}

/* 31 December is counted from as it stands in the year, not from where it rolled to. */
static void further_years_roll(void **state)
{
    BEGIN(YEARLY("    until 31 December, 1 year after the opening\n    rolls to next_working_day\n    again\n"));
    TELL(c, "2027-05-12 permit.asked x1 by=p1");
    TERM(c, "report", "2029-01-02", OMBUD_TERM_OPEN, "2029-01-02");
    TERM(c, "report", "2029-12-31", OMBUD_TERM_OVERDUE, "2029-01-02");
    TERM(c, "report", "2030-01-01", OMBUD_TERM_OVERDUE, "2029-12-31");
    ombud_term t = the_term(c, "report", "2030-01-01");
    assert_int_equal(t.opened, trial_day("2029-01-03"));
    assert_int_equal(t.steps.start, trial_day("2028-12-31"));
    assert_int_equal(t.steps.unrolled, trial_day("2029-12-31"));
    FINDINGS(c, "2031-01-01", "late report x1 2029-01-03; late report x1 2030-01-01; late report x1 2031-01-01");
    END();
}

/* Backward, the day after a Friday is that Friday again: the weekend has no last day of its own. */
static void further_periods_roll_backward(void **state)
{
    BEGIN("  duty hold librarian to member\n    opened by permit.asked\n    within at most P1D\n    again\n"
          "    rolls to previous_working_day\n    met by permit.granted\n");
    TELL(c, "2024-10-17 permit.asked x1 by=p1");
    FINDINGS(c, "2024-10-18", "");
    FINDINGS(c, "2024-10-21", "late hold x1 2024-10-19");
    FINDINGS(c, "2024-10-22", "late hold x1 2024-10-19; late hold x1 2024-10-22");
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(excuses),
        cmocka_unit_test(lapses),
        cmocka_unit_test(what_the_end_brings_about),
        cmocka_unit_test(the_same_day),
        cmocka_unit_test(one_end_after_the_other),
        cmocka_unit_test(an_end_that_opens_itself),
        cmocka_unit_test(opened_twice),
        cmocka_unit_test(an_event_that_meets_and_opens),
        cmocka_unit_test(met_under_a_condition),
        cmocka_unit_test(whether_it_opened_is_not_known),
        cmocka_unit_test(opened_before_the_wording_is_held),
        cmocka_unit_test(over_when_it_opens),
        cmocka_unit_test(two_end_on_one_day),
        cmocka_unit_test(further_periods_over_when_it_opens),
        cmocka_unit_test(a_day_of_the_year_rolls),
        cmocka_unit_test(a_day_of_the_year_rolls_as_the_host_says),
        cmocka_unit_test(further_periods_roll),
        cmocka_unit_test(further_years_roll),
        cmocka_unit_test(further_periods_roll_backward),
    };
    return cmocka_run_group_tests_name("term ends", tests, NULL, NULL);
}
