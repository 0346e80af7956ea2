/*
 * What a line entered late has cured: the days before, on and after; what strikes out; several lines of one day; what
 * comes back; for whom it is told; and, over many journals, that it is what findings as known by two days differ in.
 */
#include "frame.h"

static const char permits[] =
    TRIAL_HEAD "item permit x\n"
               "  states live, closed\n"
               "  event asked by member\n"
               "  event granted, closed, extended, signed by librarian\n"
               "  fact a, b stated by member\n" TRIAL_RULE(
                   "1") "  permit.asked: -> live\n  permit.granted: live -> same\n  permit.closed: live -> closed\n"
                        "  permit.extended: live -> same\n  permit.signed: live -> same\n"
                        "  permit.closed, signed not when a\n"
                        "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                        "    extended to P30D by permit.extended\n    met by permit.granted\n"
                        "  require fit librarian while permit is live: b\n";

/* What was cured, each ` kind name item since by LINE on DAY`. */
static const char *cured_text(const ombud_case *c, ombud_asof asof)
{
    static char text[4096];
    ombud_findings *cured = NULL;
    size_t at = 0;
    text[0] = '\0';
    assert_int_equal(ombud_case_cured(c, &asof, &cured, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_findings_count(cured); i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_findings_get(cured, i, &f), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %.*s %s by %zu on %s", i > 0 ? "; " : "",
                               ombud_finding_kind_name(f.kind), (int)f.name.len, f.name.ptr, trial_date(f.since),
                               f.cured_by, trial_date(f.cured_on));
        assert_true(at < sizeof text);
    }
    ombud_findings_free(cured);
    return text;
}

#define CURED(c, asof, want) assert_string_equal(cured_text(c, asof), want)
#define ON(day) trial_asof("2026-" day)
#define KNOWN(day, by) trial_known("2026-" day, "2026-" by)

static void told_later_than_it_was(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    CURED(c, ON("04-01"), "");
    TELL(c, "2026-03-06 permit.granted x1 by=p2 entered=2026-03-20");
    FINDINGS(c, "2026-04-01", "");
    CURED(c, ON("04-01"), "late decide 2026-03-10 by 2 on 2026-03-20");
    CURED(c, KNOWN("04-01", "03-19"), "");
    CURED(c, KNOWN("04-01", "03-20"), "late decide 2026-03-10 by 2 on 2026-03-20");
    /* Of a day on which it was not late yet there is nothing to cure. */
    CURED(c, ON("03-09"), "");
    CURED(c, ON("03-10"), "late decide 2026-03-10 by 2 on 2026-03-20");
    END();
}

static void on_which_day_it_is_late_enough(void **state)
{
    static const struct {
        const char *line, *cured;
    } tries[] = {
        {"2026-03-06 permit.granted x1 by=p2", ""},
        {"2026-03-06 permit.granted x1 by=p2 entered=2026-03-09", ""},
        {"2026-03-06 permit.granted x1 by=p2 entered=2026-03-10", "late decide 2026-03-10 by 2 on 2026-03-10"},
        {"2026-03-09 permit.granted x1 by=p2 entered=2026-03-11", "late decide 2026-03-10 by 2 on 2026-03-11"},
        /* What is met late is a finding still, whenever it was entered. */
        {"2026-03-10 permit.granted x1 by=p2 entered=2026-03-11", ""},
        {"2026-03-10 permit.granted x1 by=p2", ""},
        /* Announced before it happens. */
        {"2026-03-09 permit.granted x1 by=p2 entered=2026-03-02", ""},
    };
    BEGIN(permits);
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
        TELL(c, tries[i].line);
        CURED(c, ON("04-01"), tries[i].cured);
    }
    END();
}

static void a_fact_stated_later(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    FINDINGS(c, "2026-03-03", "not_shown fit x1 2026-03-02 2026-03-03; not_shown closed x1 2026-03-03");
    TELL(c, "2026-03-02 fact x1 by=p1 a=no entered=2026-03-05");
    CURED(c, ON("03-06"), "not_shown closed 2026-03-03 by 3 on 2026-03-05");
    TELL(c, "2026-03-02 fact x1 by=p1 b=yes entered=2026-03-04");
    /* By the day of entering, not by the line. */
    CURED(c, ON("03-06"),
          "not_shown fit 2026-03-02 by 4 on 2026-03-04; not_shown closed 2026-03-03 by 3 on 2026-03-05");
    CURED(c, KNOWN("03-06", "03-04"), "not_shown fit 2026-03-02 by 4 on 2026-03-04");
    END();
}

static void what_grows_worse_is_not_cured(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    /* From not shown to a breach. */
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes b=no entered=2026-03-05");
    FINDINGS(c, "2026-03-06", "breach fit x1 2026-03-02 2026-03-03; breach closed x1 2026-03-03");
    CURED(c, ON("03-06"), "");
    END();
}

static void a_first_day_that_moves(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    /* Given more time in hindsight: late, but not on those days. */
    TELL(c, "2026-03-05 permit.extended x1 by=p2 entered=2026-03-20");
    FINDINGS(c, "2026-04-20", "late decide x1 2026-04-02");
    CURED(c, ON("04-20"), "late decide 2026-03-10 by 2 on 2026-03-20");
    AGAIN();
    /* It had been asked for earlier: late before that day, and on it. */
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    TELL(c, "2026-03-20 void 1 by=p2");
    TELL(c, "2026-02-27 permit.asked x1 by=p1 b=yes entered=2026-03-20");
    FINDINGS(c, "2026-04-01", "late decide x1 2026-03-07");
    CURED(c, ON("04-01"), "");
    END();
}

static void what_strikes_out(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    FINDINGS(c, "2026-03-04", "breach closed x1 2026-03-03");
    TELL(c, "2026-03-09 void 2 by=p2");
    CURED(c, ON("03-09"), "breach closed 2026-03-03 by 3 on 2026-03-09");
    CURED(c, KNOWN("03-09", "03-08"), "");
    /* Struck out itself, it cures nothing. */
    TELL(c, "2026-03-12 void 3 by=p2");
    FINDINGS(c, "2026-03-09", "breach closed x1 2026-03-03");
    CURED(c, ON("03-09"), "");
    CURED(c, KNOWN("03-09", "03-11"), "breach closed 2026-03-03 by 3 on 2026-03-09");
    /* And gone again, it is told of once, with the last. */
    TELL(c, "2026-03-15 void 2 by=p2");
    CURED(c, ON("03-09"), "breach closed 2026-03-03 by 5 on 2026-03-15");
    END();
}

static void struck_out_on_the_day_of_the_mistake(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    TELL(c, "2026-03-03 void 2 by=p2");
    FINDINGS(c, "2026-03-04", "");
    CURED(c, ON("03-04"), ""); /* the day before, it was not found */
    END();
}

static void entered_anew(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    TELL(c, "2026-03-09 void 2 by=p2");
    TELL(c, "2026-03-03 permit.closed x1 by=p2 entered=2026-03-09");
    FINDINGS(c, "2026-03-09", "breach closed x1 2026-03-03");
    CURED(c, ON("03-09"), ""); /* the same, by another line */
    /* Twice on one day, of which one is struck out. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes");
    TELL(c, "2026-03-03 permit.signed x1 by=p2");
    TELL(c, "2026-03-03 permit.signed x1 by=p2");
    TELL(c, "2026-03-09 void 2 by=p2");
    FINDINGS(c, "2026-03-09", "breach signed x1 2026-03-03");
    CURED(c, ON("03-09"), "breach signed 2026-03-03 by 4 on 2026-03-09");
    END();
}

static void several_lines_of_one_day(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-04 fact x1 by=p1 a=no entered=2026-03-20");
    TELL(c, "2026-03-08 permit.granted x1 by=p2 entered=2026-03-20");
    TELL(c, "2026-03-20 fact x1 by=p1 a=no");
    TELL(c, "2026-03-05 permit.granted x1 by=p2 entered=2026-03-20");
    TELL(c, "2026-03-02 fact x1 by=p1 b=yes entered=2026-03-20");
    /* Either grant would do: the first did. */
    CURED(c, ON("04-01"), "not_shown fit 2026-03-02 by 6 on 2026-03-20; late decide 2026-03-10 by 3 on 2026-03-20");
    /* Taken away one by one. */
    TELL(c, "2026-03-22 void 3 by=p2");
    CURED(c, ON("04-01"), "not_shown fit 2026-03-02 by 6 on 2026-03-20; late decide 2026-03-10 by 3 on 2026-03-20");
    TELL(c, "2026-03-23 void 5 by=p2");
    FINDINGS(c, "2026-04-01", "late decide x1 2026-03-10");
    CURED(c, ON("04-01"), "not_shown fit 2026-03-02 by 6 on 2026-03-20");
    END();
}

static void a_journal_entered_on_one_day(void **state)
{
    BEGIN(permits);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes entered=2026-05-04");
    TELL(c, "2026-03-03 permit.closed x1 by=p2 entered=2026-05-04");
    TELL(c, "2026-03-02 fact x1 by=p1 a=no b=yes entered=2026-05-04");
    FINDINGS(c, "2026-03-05", "");
    CURED(c, ON("05-05"), ""); /* nothing was found before */
    END();
}

/* What a line mends on the day on which it arose was never found; another line of that day may be late. */
static void mended_in_time(void **state)
{
    static const char law_text[] =
        TRIAL_HEAD "item permit x\n  states live, open\n  event asked by member\n  event noted by librarian\n"
                   "  event opened\n  fact b stated by member\n" TRIAL_RULE(
                       "1") "  permit.asked: -> live\n  permit.noted: any -> same\n  permit.opened: live -> open\n"
                            "  term wait\n    opened by permit.asked\n    within exactly P5D\n    then permit.opened\n"
                            "  require fit librarian while permit is open: b\n";
    static const char *const mended[] = {"2026-03-08 fact x1 by=p1 b=yes",
                                         "2026-03-08 fact x1 by=p1 b=yes entered=2026-03-09"};
    BEGIN(law_text);
    for (int late = 0; late < 2; late++) {
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1");
        FINDINGS(c, "2026-03-08", "not_shown fit x1 2026-03-08");
        TELL(c, mended[late]);
        TELL(c, "2026-03-03 permit.noted x1 by=p2 entered=2026-03-08");
        FINDINGS(c, "2026-03-08", "");
        CURED(c, ON("04-01"), late ? "not_shown fit 2026-03-08 by 2 on 2026-03-09" : "");
    }
    END();
}

static void what_it_says(void **state)
{
    BEGIN(permits);
    ombud_findings *cured = NULL;
    ombud_finding f = OMBUD_FINDING_INIT;
    ombud_asof asof = ON("04-01");
    char text[300];
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    TELL(c, "2026-03-06 permit.granted x1 by=p2 entered=2026-03-20");
    assert_int_equal(ombud_case_cured(c, &asof, &cured, NULL), OMBUD_OK);
    assert_int_equal(ombud_findings_get(cured, 0, &f), OMBUD_OK);
    assert_int_equal(f.kind, OMBUD_LATE);
    assert_int_equal(f.answerable, 2);
    assert_int_equal(f.has_until, 0);
    assert_int_equal(f.position, 0);
    static const struct {
        ombud_lang lang;
        const char *text;
    } said[] = {
        {OMBUD_LANG_EN,
         "x1 decide: overdue, since 10 Mar, librarian, cured by line 2, entered 20 Mar \xE2\x80\x94 Rule 1"},
        {OMBUD_LANG_FR, "levé par la ligne 2, encodé le 20 mars"},
        {OMBUD_LANG_NL, "weggenomen door regel 2, ingevoerd op 20 mrt"},
    };
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        ombud_explain_finding(cured, 0, said[i].lang, text, sizeof text);
        assert_non_null(strstr(text, said[i].text));
    }
    /* A host of the first version knows less of it. */
    struct {
        ombud_finding finding;
        uint64_t beyond;
    } wide = {OMBUD_FINDING_INIT, 77};
    wide.finding.struct_size = (uint32_t)offsetof(ombud_finding, cured_by);
    wide.finding.cured_by = 99;
    assert_int_equal(ombud_findings_get(cured, 0, &wide.finding), OMBUD_OK);
    assert_int_equal(wide.finding.since, f.since);
    assert_int_equal(wide.finding.cured_by, 99);
    wide.finding.struct_size = sizeof wide;
    assert_int_equal(ombud_findings_get(cured, 0, &wide.finding), OMBUD_OK);
    assert_int_equal(wide.finding.cured_by, 2);
    assert_int_equal(wide.beyond, 77);
    wide.finding.struct_size--;
    wide.finding.struct_size = (uint32_t)offsetof(ombud_finding, position);
    assert_int_equal(ombud_findings_get(cured, 0, &wide.finding), OMBUD_E_ARGUMENT);
    ombud_findings_free(cured);
    /* What is not cured says so. */
    TELL(c, "2026-03-21 void 2 by=p2");
    assert_int_equal(ombud_case_findings(c, &asof, &cured, NULL), OMBUD_OK);
    assert_int_equal(ombud_findings_get(cured, 0, &f), OMBUD_OK);
    assert_int_equal(f.cured_by, 0);
    assert_int_equal(f.cured_on, 0);
    ombud_findings_free(cured);
    END();
}

/* ---- for whom ---------------------------------------------------------------------------------------------------- */

static void neither_what_is_withheld_nor_its_line(void **state)
{
    static const char library[] =
        TRIAL_HEAD "item permit x\n  states live\n  event asked by member\n  event granted, noted by librarian\n"
                   "  fact a stated by member\n" TRIAL_RULE(
                       "1") "  permit.asked: -> live\n  permit.granted: any -> same\n  permit.noted: any -> same\n"
                            "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                            "    met by permit.granted\n"
                            "  duty note librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                            "    met by permit.noted\n"
                            "  withhold permit.noted, permit.note from all but librarian\n";
    BEGIN(library);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-05 permit.noted x1 by=p2 entered=2026-03-19");
    TELL(c, "2026-03-06 permit.granted x1 by=p2 entered=2026-03-20");
    ombud_asof asof = ON("04-01");
    CURED(c, asof, "late note 2026-03-10 by 2 on 2026-03-19; late decide 2026-03-10 by 3 on 2026-03-20");
    asof.has_audience = 1;
    asof.audience = 2; /* a librarian */
    CURED(c, asof, "late note 2026-03-10 by 2 on 2026-03-19; late decide 2026-03-10 by 3 on 2026-03-20");
    asof.audience = 1; /* a member, who counts the lines they may know */
    CURED(c, asof, "late decide 2026-03-10 by 2 on 2026-03-20");
    END();
}

/* A finding that may be known, cured by a line that may not. */
static void cured_by_a_line_that_is_withheld(void **state)
{
    static const char law_text[] =
        TRIAL_HEAD "item permit x\n  states live\n  event asked by member\n  event noted by librarian\n"
                   "  fact b stated by member, librarian\n" TRIAL_RULE(
                       "1") "  permit.asked: -> live\n  permit.noted: any -> same\n"
                            "  require fit librarian while permit is live: b\n"
                            "  withhold permit.noted from all but librarian\n";
    static const char *const lines[] = {"2026-03-02 permit.noted x1 by=p2 b=yes entered=2026-03-20",
                                        "2026-03-02 fact x1 by=p2 b=yes entered=2026-03-20"};
    ombud_asof asof = ON("04-01");
    asof.has_audience = 1;
    BEGIN(law_text);
    for (int seen = 0; seen < 2; seen++) {
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1");
        TELL(c, lines[seen]);
        asof.audience = 2;
        CURED(c, asof, "not_shown fit 2026-03-02 by 2 on 2026-03-20");
        asof.audience = 1;
        CURED(c, asof, seen ? "not_shown fit 2026-03-02 by 2 on 2026-03-20" : "");
    }
    END();
}

/* Cured, found again and cured again, on a day before which it could not be told to members: they are not told. */
static void withheld_when_it_went_again(void **state)
{
    static const char law_text[] =
        TRIAL_HEAD "item permit x\n  states live\n  event asked by member\n"
                   "  fact b, told stated by member\n" TRIAL_RULE(
                       "1") "  permit.asked: -> live\n  require fit librarian while permit is live: b\n"
                            "  withhold permit.b from all but librarian, member when told\n";
    ombud_asof asof = ON("04-01");
    asof.has_audience = 1;
    BEGIN(law_text);
    for (int silent = 0; silent < 2; silent++) {
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1 told=yes");
        TELL(c, "2026-03-02 fact x1 by=p1 b=yes entered=2026-03-06");
        asof.audience = 1;
        CURED(c, asof, "not_shown fit 2026-03-02 by 2 on 2026-03-06");
        TELL(c, "2026-03-10 void 2 by=p1");
        CURED(c, asof, "");
        TELL(c, silent ? "2026-03-12 fact x1 by=p1 told=no" : "2026-03-12 fact x1 by=p1 told=yes");
        TELL(c, "2026-03-02 fact x1 by=p1 b=yes entered=2026-03-20");
        TELL(c, "2026-03-25 fact x1 by=p1 told=yes");
        CURED(c, asof, silent ? "" : "not_shown fit 2026-03-02 by 5 on 2026-03-20");
        asof.audience = 2;
        CURED(c, asof, "not_shown fit 2026-03-02 by 5 on 2026-03-20");
    }
    END();
}

/* ---- over many journals ------------------------------------------------------------------------------------------ */

static uint32_t seed = 20260322;
static uint32_t pick(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* Whether a finding of a list is found in another: of the same name and item, on its first day. A line that is entered
 * anew is not looked for, so each event happens once a day at most. */
static int found_in(const ombud_findings *list, const ombud_finding *f)
{
    for (size_t i = 0; i < ombud_findings_count(list); i++) {
        ombud_finding g = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_findings_get(list, i, &g), OMBUD_OK);
        int of_event = f->position > 0;
        if (g.name.len == f->name.len && memcmp(g.name.ptr, f->name.ptr, g.name.len) == 0 &&
            g.item_number == f->item_number && (g.position > 0) == of_event &&
            (g.since == f->since || (!of_event && g.since < f->since && (!g.has_until || f->since < g.until))))
            return 1;
    }
    return 0;
}

/* The last day on which a finding went, by asking for the findings as known by each day; 0 if it stands, or never was.
 */
static ombud_day went_on(const ombud_case *c, const ombud_findings *now, const ombud_finding *f, ombud_day from,
                         ombud_day to, ombud_asof asof)
{
    ombud_day day = 0;
    int before = 0;
    if (found_in(now, f))
        return 0;
    asof.has_known_by = 1;
    for (asof.known_by = from; asof.known_by <= to; asof.known_by++) {
        ombud_findings *known = NULL;
        assert_int_equal(ombud_case_findings(c, &asof, &known, NULL), OMBUD_OK);
        int is = found_in(known, f);
        if (before && !is && f->since <= asof.known_by)
            day = asof.known_by;
        before = is;
        ombud_findings_free(known);
    }
    return day;
}

static void as_findings_tell_it(void **state)
{
    static const char *const events[] = {
        "permit.granted x1 by=p2", "permit.closed x1 by=p2", "permit.extended x1 by=p2", "fact x1 by=p1 a=yes",
        "fact x1 by=p1 a=no",      "fact x1 by=p1 b=yes",    "fact x1 by=p1 b=no"};
    size_t total = 0, cured_total = 0;
    BEGIN(permits);
    const ombud_day first = trial_day("2026-03-02");
    for (int round = 0; round < 1500; round++) {
        AGAIN();
        TELL(c, "2026-03-02 permit.asked x1 by=p1");
        uint32_t lines = 2 + pick(6), used = 0;
        for (uint32_t i = 0; i < lines; i++) {
            char line[100], entered[16];
            ombud_day on = first + 1 + pick(12), late = on + (pick(3) == 0 ? 0 : pick(20));
            uint32_t which = pick(8);
            snprintf(entered, sizeof entered, "%s", trial_date(late));
            if (which == 7)
                snprintf(line, sizeof line, "%s void %u by=p2", trial_date(late), 2 + pick(i + 1));
            else
                snprintf(line, sizeof line, "%s %s entered=%s", trial_date(on), events[which], entered);
            if ((which == 7 && i == 0) || (which < 3 && (used >> which & 1)))
                continue;
            used |= which < 3 ? 1u << which : 0;
            ombud_event event = trial_event(line);
            (void)ombud_case_apply(c, &event, NULL, NULL); /* of a line that is not there yet nothing is struck out */
        }
        ombud_asof asof = OMBUD_ASOF_INIT;
        asof.day = first + 20 + pick(30);
        ombud_findings *now = NULL, *cured = NULL;
        assert_int_equal(ombud_case_findings(c, &asof, &now, NULL), OMBUD_OK);
        assert_int_equal(ombud_case_cured(c, &asof, &cured, NULL), OMBUD_OK);
        for (size_t i = 0; i < ombud_findings_count(cured); i++) {
            ombud_finding f = OMBUD_FINDING_INIT;
            ombud_entry entry = OMBUD_ENTRY_INIT;
            assert_int_equal(ombud_findings_get(cured, i, &f), OMBUD_OK);
            assert_int_equal(went_on(c, now, &f, first - 1, first + 60, asof), f.cured_on);
            assert_int_equal(ombud_case_entry(c, f.cured_by, &entry), OMBUD_OK);
            assert_int_equal(entry.entered, f.cured_on);
        }
        /* And nothing is missing. */
        ombud_asof known = asof;
        known.has_known_by = 1;
        for (known.known_by = first - 1; known.known_by <= first + 60; known.known_by++) {
            ombud_findings *were = NULL;
            assert_int_equal(ombud_case_findings(c, &known, &were, NULL), OMBUD_OK);
            for (size_t i = 0; i < ombud_findings_count(were); i++) {
                ombud_finding f = OMBUD_FINDING_INIT;
                assert_int_equal(ombud_findings_get(were, i, &f), OMBUD_OK);
                if (f.since <= known.known_by && went_on(c, now, &f, first - 1, first + 60, asof) != 0) {
                    assert_true(found_in(cured, &f));
                    total++;
                }
            }
            ombud_findings_free(were);
        }
        cured_total += ombud_findings_count(cured);
        ombud_findings_free(now);
        ombud_findings_free(cured);
    }
    print_message("# %zu findings cured, found %zu times by asking day by day\n", cured_total, total);
    assert_true(cured_total > 300 && total > 1000);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(told_later_than_it_was),
        cmocka_unit_test(on_which_day_it_is_late_enough),
        cmocka_unit_test(a_fact_stated_later),
        cmocka_unit_test(what_grows_worse_is_not_cured),
        cmocka_unit_test(a_first_day_that_moves),
        cmocka_unit_test(what_strikes_out),
        cmocka_unit_test(struck_out_on_the_day_of_the_mistake),
        cmocka_unit_test(entered_anew),
        cmocka_unit_test(several_lines_of_one_day),
        cmocka_unit_test(a_journal_entered_on_one_day),
        cmocka_unit_test(mended_in_time),
        cmocka_unit_test(what_it_says),
        cmocka_unit_test(neither_what_is_withheld_nor_its_line),
        cmocka_unit_test(cured_by_a_line_that_is_withheld),
        cmocka_unit_test(withheld_when_it_went_again),
        cmocka_unit_test(as_findings_tell_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
