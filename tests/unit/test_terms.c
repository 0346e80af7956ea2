/*
 * Terms and duties: each status, and the day before, the day itself and the day after; where periods begin, how long
 * they run, what ends them.
 */
#include "term_permit.h"

static void a_duty_is_open_then_overdue(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-01", OMBUD_TERM_NONE, NULL);
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OPEN, "2026-03-09");
    TERM(c, "decide", "2026-03-09", OMBUD_TERM_OPEN, "2026-03-09");
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_OVERDUE, "2026-03-09");
    ombud_term t = the_term(c, "decide", "2026-03-04");
    assert_int_equal(t.duty, 1);
    assert_int_equal(t.days, 5);
    assert_int_equal(t.opened, trial_day("2026-03-02"));
    assert_int_equal(t.bearer, 2);
    assert_int_equal(t.addressee, 1);
    assert_int_equal(t.has_closed, 0);
    assert_int_equal(the_term(c, "decide", "2026-03-09").days, 0);
    assert_int_equal(the_term(c, "decide", "2026-03-12").days, 3);
    END();
}

static void a_duty_is_met_or_met_late(void **state)
{
    BEGIN(DECIDE "    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-09 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OPEN, "2026-03-09");
    TERM(c, "decide", "2026-03-09", OMBUD_TERM_MET, "2026-03-09");
    TERM(c, "decide", "2026-04-09", OMBUD_TERM_MET, "2026-03-09");
    assert_int_equal(the_term(c, "decide", "2026-04-09").closed, trial_day("2026-03-09"));
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-10 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-09", OMBUD_TERM_OPEN, NULL);
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_MET_LATE, "2026-03-09");
    assert_int_equal(the_term(c, "decide", "2026-03-20").days, 1);
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-02 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_MET, "2026-03-09");
    END();
}

static void another_term_expires(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    within exactly P1M\n");
    TELL(c, "2026-01-31 permit.asked x1 by=p1");
    TERM(c, "stay", "2026-02-28", OMBUD_TERM_OPEN, "2026-02-28");
    TERM(c, "stay", "2026-03-01", OMBUD_TERM_EXPIRED, "2026-02-28");
    ombud_term t = the_term(c, "stay", "2026-03-02");
    assert_int_equal(t.duty, 0);
    assert_int_equal(t.days, 2);
    assert_int_equal(t.steps.month_end, 1);
    FINDINGS(c, "2026-03-02", "");
    END();
}

static void extended_while_running(void **state)
{
    BEGIN(DECIDE "    extended to P14D by permit.extended while running\n    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-09 permit.extended x1 by=p2");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OPEN, "2026-03-09");
    TERM(c, "decide", "2026-03-09", OMBUD_TERM_OPEN, "2026-03-16");
    TERM(c, "decide", "2026-03-16", OMBUD_TERM_OPEN, "2026-03-16");
    TERM(c, "decide", "2026-03-17", OMBUD_TERM_OVERDUE, "2026-03-16");
    assert_int_equal(the_term(c, "decide", "2026-03-08").extended, 0);
    assert_int_equal(the_term(c, "decide", "2026-03-09").extended, 1);
    FINDINGS(c, "2026-03-16", "");
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-10 permit.extended x1 by=p2");
    TERM(c, "decide", "2026-03-10", OMBUD_TERM_OVERDUE, "2026-03-09");
    assert_int_equal(the_term(c, "decide", "2026-03-10").extended, 0);
    END();
}

/* Without `while running` an extension that comes too late sets the duty running again; that it was late stays on
 * record. */
static void extended_when_already_past(void **state)
{
    BEGIN(DECIDE "    extended to P14D by permit.extended\n    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-12 permit.extended x1 by=p2");
    TERM(c, "decide", "2026-03-11", OMBUD_TERM_OVERDUE, "2026-03-09");
    TERM(c, "decide", "2026-03-12", OMBUD_TERM_OPEN, "2026-03-16");
    FINDINGS(c, "2026-03-16", "late decide x1 2026-03-10 2026-03-12");
    TERM(c, "decide", "2026-03-17", OMBUD_TERM_OVERDUE, "2026-03-16");
    FINDINGS(c, "2026-03-17", "late decide x1 2026-03-10 2026-03-12; late decide x1 2026-03-17");
    TELL(c, "2026-03-16 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-16", OMBUD_TERM_MET, "2026-03-16");
    END();
}

static void counted_from_the_opening_plus(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    counted from permit.asked plus P1M\n    within at most P7D\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "stay", "2026-03-02", OMBUD_TERM_OPEN, "2026-04-09");
    assert_int_equal(the_term(c, "stay", "2026-03-02").steps.start, trial_day("2026-04-02"));
    END();
}

/* `less P1D`: the day of the opening is the first of the period; three years from 1 March end on the last of February.
 */
static void counted_from_the_opening_less(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    counted from permit.asked less P1D\n    within exactly P3Y\n");
    TELL(c, "2025-03-01 permit.asked x1 by=p1");
    TERM(c, "stay", "2025-03-01", OMBUD_TERM_OPEN, "2028-02-28");
    assert_int_equal(the_term(c, "stay", "2025-03-01").steps.start, trial_day("2025-02-28"));
    END();
}

static void counted_from_another_event(void **state)
{
    BEGIN(DECIDE "    counted from permit.reviewed\n    met by permit.granted\n");
    /* After the opening: not started until then. */
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-20 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-19", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "decide", "2026-03-19").no_due, OMBUD_DUE_NOT_STARTED);
    assert_int_equal(the_term(c, "decide", "2026-03-19").days, 17);
    TERM(c, "decide", "2026-03-20", OMBUD_TERM_OPEN, "2026-03-27");
    /* Said again it does not begin again. */
    TELL(c, "2026-03-25 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-27", OMBUD_TERM_OPEN, "2026-03-27");
    TERM(c, "decide", "2026-03-28", OMBUD_TERM_OVERDUE, "2026-03-27");
    /* Before the opening: the last time counts. */
    AGAIN();
    ITEM(c, "x1");
    TELL(c, "2026-02-10 permit.reviewed x1 by=p2");
    TELL(c, "2026-02-27 permit.reviewed x1 by=p2");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OPEN, "2026-03-06");
    /* Met without ever having begun. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-05-03", OMBUD_TERM_MET, "none");
    END();
}

static void counted_from_the_last_day_of_a_term(void **state)
{
    BEGIN(DECIDE "    extended to P14D by permit.extended while running\n"
                 "  term appeal\n    opened by permit.withdrawn\n    counted from the last day of decide\n    within "
                 "exactly P5D\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.withdrawn x1 by=p2");
    TERM(c, "appeal", "2026-03-03", OMBUD_TERM_OPEN, "2026-03-14");
    TERM(c, "appeal", "2026-03-15", OMBUD_TERM_EXPIRED, "2026-03-14");
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.extended x1 by=p2");
    TELL(c, "2026-03-03 permit.withdrawn x1 by=p2");
    TERM(c, "appeal", "2026-03-03", OMBUD_TERM_OPEN, "2026-03-21");
    /* No such term has run: the period has not begun. */
    AGAIN();
    ITEM(c, "x1");
    TELL(c, "2026-03-03 permit.withdrawn x1 by=p2");
    TERM(c, "appeal", "2026-03-03", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "appeal", "2026-03-03").no_due, OMBUD_DUE_NOT_STARTED);
    END();
}

/* A renewal: the new run begins where the one so far ends, while it lasts and after. */
static void counted_from_its_own_last_day(void **state)
{
    BEGIN(
        "  term stay\n    opened by permit.asked\n    within exactly P3M\n"
        "  term stay\n    opened by permit.extended\n    counted from the last day of stay\n    within exactly P3M\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-05-04 permit.extended x1 by=p2");
    TERM(c, "stay", "2026-05-03", OMBUD_TERM_OPEN, "2026-06-02");
    TERM(c, "stay", "2026-05-04", OMBUD_TERM_OPEN, "2026-09-02");
    TERM(c, "stay", "2026-06-03", OMBUD_TERM_OPEN, "2026-09-02");
    TERM(c, "stay", "2026-09-03", OMBUD_TERM_EXPIRED, "2026-09-02");
    TELL(c, "2026-09-10 permit.extended x1 by=p2");
    TERM(c, "stay", "2026-09-10", OMBUD_TERM_OPEN, "2026-12-02");
    /* Nothing has run: the period has not begun. */
    AGAIN();
    ITEM(c, "x1");
    TELL(c, "2026-05-04 permit.extended x1 by=p2");
    TERM(c, "stay", "2026-05-04", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "stay", "2026-05-04").no_due, OMBUD_DUE_NOT_STARTED);
    END();
}

static void counted_from_a_carried_day(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    counted from start_on\n    within at most P7D\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 start_on=2026-04-01");
    TERM(c, "stay", "2026-03-02", OMBUD_TERM_OPEN, "2026-04-08");
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "stay", "2026-03-02", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "stay", "2026-03-02").no_due, OMBUD_DUE_NOT_STARTED);
    /* A period that was over when it opened. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 start_on=2026-02-01");
    TERM(c, "stay", "2026-03-02", OMBUD_TERM_EXPIRED, "2026-02-08");
    TERM(c, "stay", "2026-03-01", OMBUD_TERM_NONE, NULL);
    END();
}

static void a_length_the_host_sets(void **state)
{
    BEGIN_SET(
        "  duty keep librarian to member\n    opened by permit.asked\n    within host hold\n    met by permit.granted\n"
        "  permit.kept when keep is overdue\n  permit.running when keep is open\n  permit.done when keep is met\n",
        "length hold P3D\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "keep", "2026-03-05", OMBUD_TERM_OPEN, "2026-03-05");
    TERM(c, "keep", "2026-03-06", OMBUD_TERM_OVERDUE, "2026-03-05");
    assert_true(trial_view_is(the_term(c, "keep", "2026-03-05").length, "hold"));
    /* Unset: it stays open, never late, and whether it still runs is not known. */
    ombud_case_free(c);
    c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "keep", "2036-03-05", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "keep", "2036-03-05").no_due, OMBUD_DUE_LENGTH_UNSET);
    assert_true(trial_view_is(the_term(c, "keep", "2036-03-05").length, "hold"));
    FACT(c, "x1", "kept", "2036-03-05", OMBUD_UNKNOWN);
    FACT(c, "x1", "running", "2036-03-05", OMBUD_UNKNOWN);
    FACT(c, "x1", "done", "2036-03-05", OMBUD_NO);
    FINDINGS(c, "2036-03-05", "");
    TELL(c, "2026-03-20 permit.granted x1 by=p2");
    TERM(c, "keep", "2036-03-05", OMBUD_TERM_MET, "none");
    FACT(c, "x1", "running", "2036-03-05", OMBUD_NO);
    FACT(c, "x1", "done", "2036-03-05", OMBUD_YES);
    END();
}

static void no_last_day_at_all(void **state)
{
    BEGIN("  duty keep librarian to member\n    opened by permit.asked\n    within none\n    met by permit.granted\n  "
          "permit.running when keep is open\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "keep", "9999-12-31", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "keep", "2026-03-12").no_due, OMBUD_DUE_NO_PERIOD);
    assert_int_equal(the_term(c, "keep", "2026-03-12").days, 10);
    FACT(c, "x1", "running", "2026-03-12", OMBUD_YES);
    FINDINGS(c, "9999-12-31", "");
    END();
}

static void a_carried_period(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    within carried span\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 span=P2W");
    TERM(c, "stay", "2026-03-16", OMBUD_TERM_OPEN, "2026-03-16");
    TERM(c, "stay", "2026-03-17", OMBUD_TERM_EXPIRED, "2026-03-16");
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "stay", "2026-03-17", OMBUD_TERM_OPEN, "none");
    END();
}

/* 2026: Good Friday is 3 April, Easter Monday 6 April; 1 May is a Friday; 14 May is Ascension. */
static void rolls_name_the_holiday(void **state)
{
    BEGIN_SET(
        "  term next_one\n    opened by permit.asked\n    within at most P7D\n    rolls to next_working_day\n"
        "  term previous_one\n    opened by permit.asked\n    within at most P7D\n    rolls to previous_working_day\n"
        "  term plain\n    opened by permit.asked\n    within at most P7D\n",
        "holiday 2026-05-15\n");
    TELL(c, "2026-03-30 permit.asked x1 by=p1"); /* + 7: Easter Monday */
    TERM(c, "next_one", "2026-03-30", OMBUD_TERM_OPEN, "2026-04-07");
    TERM(c, "previous_one", "2026-03-30", OMBUD_TERM_OPEN, "2026-04-03");
    TERM(c, "plain", "2026-03-30", OMBUD_TERM_OPEN, "2026-04-06");
    ombud_term t = the_term(c, "next_one", "2026-03-30");
    assert_int_equal(t.steps.because, OMBUD_HOLIDAY_EASTER_MONDAY);
    assert_int_equal(t.steps.unrolled, trial_day("2026-04-06"));
    assert_int_equal(t.steps.rolled_days, 1);
    assert_int_equal(the_term(c, "previous_one", "2026-03-30").steps.rolled_days, -3);
    assert_int_equal(the_term(c, "plain", "2026-03-30").steps.because, OMBUD_HOLIDAY_NONE);
    AGAIN();
    TELL(c, "2026-05-07 permit.asked x1 by=p1"); /* + 7: Ascension, and the host's own Friday after it */
    TERM(c, "next_one", "2026-05-07", OMBUD_TERM_OPEN, "2026-05-18");
    assert_int_equal(the_term(c, "next_one", "2026-05-07").steps.because, OMBUD_HOLIDAY_ASCENSION);
    AGAIN();
    TELL(c, "2026-05-08 permit.asked x1 by=p1");
    TERM(c, "next_one", "2026-05-08", OMBUD_TERM_OPEN, "2026-05-18");
    assert_int_equal(the_term(c, "next_one", "2026-05-08").steps.because, OMBUD_HOLIDAY_HOST);
    AGAIN();
    TELL(c, "2026-03-03 permit.asked x1 by=p1"); /* a plain Tuesday */
    TERM(c, "next_one", "2026-03-03", OMBUD_TERM_OPEN, "2026-03-10");
    assert_int_equal(the_term(c, "next_one", "2026-03-03").steps.because, OMBUD_HOLIDAY_NONE);
    AGAIN();
    TELL(c, "1973-03-03 permit.asked x1 by=p1");
    TERM(c, "next_one", "1973-03-30", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "next_one", "1973-03-30").no_due, OMBUD_DUE_NO_CALENDAR);
    TERM(c, "plain", "1973-03-30", OMBUD_TERM_EXPIRED, "1973-03-10");
    END();
}

static void a_roll_the_host_chooses(void **state)
{
    BEGIN_SET(DECIDE, "roll next_working_day\n");
    TELL(c, "2026-03-30 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-04-07", OMBUD_TERM_OPEN, "2026-04-07");
    TERM(c, "decide", "2026-04-08", OMBUD_TERM_OVERDUE, "2026-04-07");
    END();
}

static void opened_perhaps_and_then_for_certain(void **state)
{
    BEGIN("  duty decide librarian to member\n    opened by permit.asked, permit.reviewed when urgent\n"
          "    within at most P7D\n    met by permit.granted\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-02", OMBUD_TERM_OPEN, "none");
    TELL(c, "2026-03-03 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-03", OMBUD_TERM_OPEN, "none");
    TELL(c, "2026-03-04 fact x1 by=p1 urgent=yes");
    TELL(c, "2026-03-05 permit.reviewed x1 by=p2");
    TERM(c, "decide", "2026-03-05", OMBUD_TERM_OPEN, "2026-03-12");
    TELL(c, "2026-03-06 permit.reviewed x1 by=p2"); /* open for certain, it keeps its day */
    TERM(c, "decide", "2026-03-13", OMBUD_TERM_OVERDUE, "2026-03-12");
    END();
}

static void past_the_year_9999(void **state)
{
    BEGIN("  term stay\n    opened by permit.asked\n    within exactly P1Y\n    then permit.ended\n"
          "  term longer\n    opened by permit.asked\n    counted from permit.asked plus P9999Y\n    within exactly "
          "P9999Y\n"
          "  permit.over when stay is expired\n");
    TELL(c, "9998-12-31 permit.asked x1 by=p1");
    TERM(c, "stay", "9999-12-31", OMBUD_TERM_OPEN, "9999-12-31");
    AGAIN();
    TELL(c, "9999-01-01 permit.asked x1 by=p1");
    TERM(c, "stay", "9999-12-31", OMBUD_TERM_OPEN, "none");
    assert_int_equal(the_term(c, "stay", "9999-12-31").no_due, OMBUD_DUE_OUT_OF_RANGE);
    assert_int_equal(the_term(c, "longer", "9999-12-31").no_due, OMBUD_DUE_OUT_OF_RANGE);
    STATE(c, "x1", trial_asof("9999-12-31"), "live");
    AGAIN();
    TELL(c, "0001-01-01 permit.asked x1 by=p1");
    TERM(c, "stay", "0002-01-01", OMBUD_TERM_OPEN, "0002-01-01");
    TERM(c, "stay", "0002-01-02", OMBUD_TERM_EXPIRED, "0002-01-01");
    END();
}

static const char versions[] = TRIAL_HEAD
    "item permit x\n  state live\n  event asked by member\n  event granted by librarian\n"
    "structure\n  permit.asked: -> live\n  permit.granted: any -> same\n"
    "provision 5 \"Rule 5\" since unknown held from 2020-01-01 until 2026-03-31\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n    met by permit.granted\n"
    "provision 5 \"Rule 5\" since 2026-04-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  duty decide librarian to member\n    opened by permit.asked\n    within at most P3D\n    met by "
    "permit.granted\n";

static void a_term_keeps_the_wording_it_opened_under(void **state)
{
    (void)state;
    static const struct {
        const char *on, *asked, *due;
        size_t provision;
    } rows[] = {
        {"2026-03-31", "2026-03-31 permit.asked x1 by=p1", "2026-04-07", 0},
        {"2026-04-01", "2026-04-01 permit.asked x1 by=p1", "2026-04-04", 1},
        {"2020-01-01", "2020-01-01 permit.asked x1 by=p1", "2020-01-08", 0},
        {"2019-12-31", "2019-12-31 permit.asked x1 by=p1", "none", 0},
    };
    ombud_law *law = LAW(versions);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_case *c = CASE(law, NULL);
        TELL(c, rows[i].asked);
        TERM(c, "decide", rows[i].on, OMBUD_TERM_OPEN, rows[i].due);
        assert_int_equal(the_term(c, "decide", rows[i].on).provision, rows[i].provision);
        assert_int_equal(the_term(c, "decide", rows[i].on).no_due,
                         strcmp(rows[i].due, "none") == 0 ? OMBUD_DUE_NO_TEXT : OMBUD_DUE_KNOWN);
        ombud_case_free(c);
    }
    /* Opened under the old wording, met and late under the new. */
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-31 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-04-07", OMBUD_TERM_OPEN, "2026-04-07");
    TERM(c, "decide", "2026-04-08", OMBUD_TERM_OVERDUE, "2026-04-07");
    TELL(c, "2026-04-07 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-04-07", OMBUD_TERM_MET, "2026-04-07");
    ombud_case_free(c);
    ombud_law_free(law);
}

static void tightened_never_loosened(void **state)
{
    static const char rows[] = PERMIT "  duty decide librarian to member\n    opened by permit.asked\n    within at "
                                      "most P2W\n    met by permit.granted\n"
                                      "  term hold_back\n    opened by permit.asked\n    within at least P3M\n"
                                      "  term stay\n    opened by permit.asked\n    within exactly P7D\n"
                                      "  term kept\n    opened by permit.asked\n    within host hold\n";
    static const struct {
        const char *text;
        ombud_status status;
    } wrong[] = {
        {"period permit.decide P14D", OMBUD_OK},        {"period permit.decide P15D", OMBUD_E_CONFLICT},
        {"period permit.decide P1M", OMBUD_E_CONFLICT}, {"period permit.hold_back P3M", OMBUD_OK},
        {"period permit.hold_back P1Y", OMBUD_OK},      {"period permit.hold_back P2M", OMBUD_E_CONFLICT},
        {"period permit.stay P7D", OMBUD_E_CONFLICT},   {"period permit.kept P7D", OMBUD_E_CONFLICT},
    };
    (void)state;
    ombud_law *law = LAW(rows);
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ombud_settings *settings = NULL;
        assert_int_equal(ombud_settings_parse(law, wrong[i].text, strlen(wrong[i].text), NULL, &settings, NULL),
                         wrong[i].status);
        ombud_settings_free(settings);
    }
    ombud_settings *settings = SETTINGS(law, "period permit.decide P5D\nperiod permit.hold_back P4M\n");
    ombud_case *c = CASE(law, settings);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TERM(c, "decide", "2026-03-07", OMBUD_TERM_OPEN, "2026-03-07");
    TERM(c, "decide", "2026-03-08", OMBUD_TERM_OVERDUE, "2026-03-07");
    TERM(c, "hold_back", "2026-03-08", OMBUD_TERM_OPEN, "2026-07-02");
    ombud_case_free(c);
    ombud_settings_free(settings);
    ombud_law_free(law);
}

static const char by_reading[] =
    TRIAL_HEAD "item permit x\n  state live\n  event asked by member\n  event granted, reviewed by librarian\n"
               "reading Q-1 en \"From when?\"\n  asking default\n  reviewing\n"
               "reading Q-2 en \"How long?\"\n  week default\n  month\n"
               "structure\n  permit.asked: -> live\n  permit.granted, permit.reviewed: any -> same\n" TRIAL_RULE(
                   "1") "  duty decide librarian to member\n    opened by permit.asked\n"
                        "    counted from permit.asked reading Q-1 asking\n    counted from permit.reviewed reading "
                        "Q-1 reviewing\n"
                        "    within at most P7D reading Q-2 week\n    within at most P1M reading Q-2 month\n    met by "
                        "permit.granted\n";

static void the_chosen_reading_counts(void **state)
{
    (void)state;
    static const struct {
        const char *settings, *due;
    } rows[] = {
        {"", "2026-03-09"},
        {"reading Q-1 reviewing\n", "2026-03-12"},
        {"reading Q-2 month\n", "2026-04-02"},
        {"reading Q-1 reviewing\nreading Q-2 month\n", "2026-04-05"},
        {"reading Q-1 asking\nreading Q-2 week\n", "2026-03-09"},
    };
    ombud_law *law = LAW(by_reading);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_settings *settings = SETTINGS(law, rows[i].settings);
        ombud_case *c = CASE(law, settings);
        TELL(c, "2026-03-02 permit.asked x1 by=p1");
        TELL(c, "2026-03-05 permit.reviewed x1 by=p2");
        TERM(c, "decide", "2026-03-06", OMBUD_TERM_OPEN, rows[i].due);
        assert_true(the_term(c, "decide", "2026-03-06").reading.len > 0);
        ombud_case_free(c);
        ombud_settings_free(settings);
    }
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_duty_is_open_then_overdue),
        cmocka_unit_test(a_duty_is_met_or_met_late),
        cmocka_unit_test(another_term_expires),
        cmocka_unit_test(extended_while_running),
        cmocka_unit_test(extended_when_already_past),
        cmocka_unit_test(counted_from_the_opening_plus),
        cmocka_unit_test(counted_from_the_opening_less),
        cmocka_unit_test(counted_from_another_event),
        cmocka_unit_test(counted_from_the_last_day_of_a_term),
        cmocka_unit_test(counted_from_its_own_last_day),
        cmocka_unit_test(counted_from_a_carried_day),
        cmocka_unit_test(a_length_the_host_sets),
        cmocka_unit_test(no_last_day_at_all),
        cmocka_unit_test(a_carried_period),
        cmocka_unit_test(rolls_name_the_holiday),
        cmocka_unit_test(a_roll_the_host_chooses),
        cmocka_unit_test(opened_perhaps_and_then_for_certain),
        cmocka_unit_test(past_the_year_9999),
        cmocka_unit_test(a_term_keeps_the_wording_it_opened_under),
        cmocka_unit_test(tightened_never_loosened),
        cmocka_unit_test(the_chosen_reading_counts),
    };
    return cmocka_run_group_tests_name("terms", tests, NULL, NULL);
}
