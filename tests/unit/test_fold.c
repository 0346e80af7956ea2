/*
 * The fold of a journal: states, late and struck-out lines, what was known by when, and that the order in which lines
 * were entered makes no difference to what they come to.
 */
#include "faulty.h"
#include "trial.h"

static const char loans[] =
    TRIAL_HEAD "item loan l\n"
               "  states lent, returned, lost\n"
               "  event lent by librarian carries borrower (person), kind (book, film), promised (day)\n"
               "  event renewed, returned, lost, found, stamped by librarian\n"
               "  event reminded\n"
               "  fact damaged stated by librarian\n"
               "  fact asked stated by member silence no\n" TRIAL_RULE(
                   "1") "  loan.lent: -> lent\n"
                        "  loan.renewed: lent -> same\n"
                        "  loan.returned: lent -> returned\n"
                        "  loan.lost: lent -> lost\n"
                        "  loan.found: lost -> lent\n"
                        "  loan.stamped: lent -> returned\n"
                        "  loan.stamped: lost -> lent\n"
                        "  loan.reminded: any -> same\n"
                        "  loan.returned not when damaged\n"
                        "  loan.careful when kind is book unless damaged\n"
                        "  duty give_back member to librarian\n"
                        "    opened by loan.lent\n"
                        "    within at most P14D\n"
                        "    extended to P28D by loan.renewed while running\n"
                        "    met by loan.returned\n"
                        "    excused when asked\n"
                        "    then loan.reminded\n"
                        "  term quiet\n"
                        "    opened by loan.reminded\n"
                        "    within exactly P3D\n"
                        "  require kept_whole member while loan is lent: careful or kind is film\n";

static void states_change_on_the_day(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book");
    TELL(c, "2026-03-10 loan.returned l1 by=p2 damaged=no");
    STATE(c, "l1", trial_asof("2026-03-01"), "");
    STATE(c, "l1", trial_asof("2026-03-02"), "lent");
    STATE(c, "l1", trial_asof("2026-03-09"), "lent");
    STATE(c, "l1", trial_asof("2026-03-10"), "returned");
    STATE(c, "l1", trial_asof("9999-12-31"), "returned");
    STATE(c, "p1", trial_asof("2026-03-10"), "");
    ombud_case_free(c);
    ombud_law_free(law);
}

static void a_late_event_is_folded_where_it_belongs(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-20 loan.returned l1 by=p2");
    TERM(c, "give_back", "2026-03-20", OMBUD_TERM_MET_LATE, "2026-03-16");
    TELL(c, "2026-03-16 loan.renewed l1 by=p2 entered=2026-03-21");
    TERM(c, "give_back", "2026-03-20", OMBUD_TERM_MET, "2026-03-30");
    STATE(c, "l1", trial_asof("2026-03-20"), "returned");
    ombud_case_free(c);
    ombud_law_free(law);
}

static void a_struck_out_line_counts_no_more(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    ombud_entry entry = OMBUD_ENTRY_INIT;
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-04 loan.lost l1 by=p2");
    STATE(c, "l1", trial_asof("2026-03-04"), "lost");
    TELL(c, "2026-03-06 void 2 by=p2");
    STATE(c, "l1", trial_asof("2026-03-04"), "lent");
    STATE(c, "l1", trial_asof("2026-03-06"), "lent");
    assert_int_equal(ombud_case_entry(c, 2, &entry), OMBUD_OK);
    assert_int_equal(entry.voided, 1);
    assert_int_equal(ombud_case_entry(c, 1, &entry), OMBUD_OK);
    assert_int_equal(entry.voided, 0);
    /* It counts from the day it was entered: who looked on the 5th saw the loss. */
    STATE(c, "l1", trial_known("2026-03-05", "2026-03-05"), "lost");
    STATE(c, "l1", trial_known("2026-03-05", "2026-03-06"), "lent");
    /* Striking out the striking-out brings the line back. */
    TELL(c, "2026-03-08 void 3 by=p2");
    STATE(c, "l1", trial_asof("2026-03-08"), "lost");
    STATE(c, "l1", trial_known("2026-03-08", "2026-03-07"), "lent");
    STATE(c, "l1", trial_known("2026-03-08", "2026-03-05"), "lost");
    assert_int_equal(ombud_case_entry(c, 2, &entry), OMBUD_OK);
    assert_int_equal(entry.voided, 0);
    assert_int_equal(ombud_case_entry(c, 3, &entry), OMBUD_OK);
    assert_int_equal(entry.voided, 1);
    /* And once more. */
    TELL(c, "2026-03-09 void 4 by=p2");
    STATE(c, "l1", trial_asof("2026-03-08"), "lent");
    /* Struck out twice, and one of the two struck out: it stays struck out. */
    TELL(c, "2026-03-10 void 2 by=p2");
    TELL(c, "2026-03-11 void 3 by=p2");
    STATE(c, "l1", trial_asof("2026-03-11"), "lent");
    assert_int_equal(ombud_case_journal_count(c), 7);
    ombud_case_free(c);
    ombud_law_free(law);
}

static void what_was_known_by_a_day(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-05 loan.lost l1 by=p2 entered=2026-03-09");
    STATE(c, "l1", trial_known("2026-03-06", "2026-03-08"), "lent");
    STATE(c, "l1", trial_known("2026-03-06", "2026-03-09"), "lost");
    STATE(c, "l1", trial_known("2026-03-04", "2026-03-09"), "lent");
    STATE(c, "l1", trial_asof("2026-03-06"), "lost");
    /* Entered before it happened: known from then, so on its day. */
    TELL(c, "2026-04-01 loan.found l1 by=p2 entered=2026-03-20");
    STATE(c, "l1", trial_known("2026-03-31", "2026-03-31"), "lost");
    STATE(c, "l1", trial_known("2026-04-01", "2026-03-20"), "lent");
    STATE(c, "l1", trial_known("2026-04-01", "2026-03-19"), "lost");
    ombud_case_free(c);
    ombud_law_free(law);
}

static void within_a_day_the_order_of_the_lines_counts(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL), *d = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-02 loan.lost l1 by=p2");
    TELL(c, "2026-03-02 loan.found l1 by=p2");
    STATE(c, "l1", trial_asof("2026-03-02"), "lent");
    FINDINGS(c, "2026-03-02", "");
    TELL(d, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(d, "2026-03-02 loan.found l1 by=p2");
    TELL(d, "2026-03-02 loan.lost l1 by=p2");
    STATE(d, "l1", trial_asof("2026-03-02"), "lost");
    FINDINGS(d, "2026-03-02", "breach found l1 2026-03-02");
    ombud_case_free(c);
    ombud_case_free(d);
    ombud_law_free(law);
}

static void what_was_unlawful_still_happened(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book");
    TELL(c, "2026-03-04 loan.returned l1 by=p2 damaged=yes");
    STATE(c, "l1", trial_asof("2026-03-04"), "returned");
    TERM(c, "give_back", "2026-03-04", OMBUD_TERM_MET, "2026-03-16");
    /* In a wrong state: all moves of `found` lead to one state, those of `stamped` do not. */
    TELL(c, "2026-03-05 loan.stamped l1 by=p2");
    STATE(c, "l1", trial_asof("2026-03-05"), "returned");
    TELL(c, "2026-03-06 loan.found l1 by=p2");
    STATE(c, "l1", trial_asof("2026-03-06"), "lent");
    /* `renewed` leads to the same state, so from a wrong one nowhere. */
    TELL(c, "2026-03-07 loan.lost l1 by=p2");
    TELL(c, "2026-03-08 loan.renewed l1 by=p2");
    STATE(c, "l1", trial_asof("2026-03-08"), "lost");
    /* Until then the book was in nobody's known care. */
    FINDINGS(c, "2026-03-08",
             "not_shown kept_whole l1 2026-03-02 2026-03-04; breach returned l1 2026-03-04; breach stamped l1 "
             "2026-03-05; breach found l1 2026-03-06; "
             "breach kept_whole l1 2026-03-06 2026-03-07; breach renewed l1 2026-03-08");
    ombud_case_free(c);
    ombud_law_free(law);
}

static void a_clone_is_a_case_of_its_own(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL), *d = NULL;
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    assert_int_equal(ombud_case_set_number(c, 17), OMBUD_OK);
    assert_int_equal(ombud_case_clone(c, NULL, &d, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_number(d), 17);
    TELL(d, "2026-03-03 loan.lost l1 by=p2");
    TELL(d, "2026-03-04 void 1");
    STATE(c, "l1", trial_asof("2026-03-05"), "lent");
    STATE(d, "l1", trial_asof("2026-03-05"), "lost");
    assert_int_equal(ombud_case_journal_count(c), 1);
    TELL(c, "2026-03-03 loan.returned l1 by=p2");
    ombud_case_free(c);
    STATE(d, "l1", trial_asof("2026-03-05"), "lost");
    ombud_case_free(d);
    ombud_law_free(law);
}

/* A line struck out later counts again; what came later, or was entered later, is not in it. */
static void a_clone_as_of_a_day_holds_what_counted_then(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL), *d = NULL;
    TELL(c, "2026-03-01 loan.lent l2 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-01 void 1");
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-03 loan.returned l1 by=p2");
    TELL(c, "2026-03-05 void 4");
    TELL(c, "2026-03-05 loan.lost l1 by=p2");
    assert_int_equal(ombud_case_set_number(c, 17), OMBUD_OK);
    ombud_day third = trial_day("2026-03-03"), fifth = trial_day("2026-03-05");
    assert_int_equal(ombud_case_clone_as_of(c, third, third, NULL, &d, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_number(d), 17);
    assert_int_equal(ombud_case_journal_count(d), 2);
    STATE(d, "l1", trial_asof("2026-03-09"), "returned");
    TELL(d, "2026-03-04 void 2");
    STATE(d, "l1", trial_asof("2026-03-09"), "lent");
    ombud_case_free(d);
    assert_int_equal(ombud_case_clone_as_of(c, third, OMBUD_DAY_MAX, NULL, &d, NULL), OMBUD_OK);
    STATE(d, "l1", trial_asof("2026-03-09"), "lent");
    ombud_case_free(d);
    assert_int_equal(ombud_case_clone_as_of(c, fifth, fifth, NULL, &d, NULL), OMBUD_OK);
    STATE(d, "l1", trial_asof("2026-03-09"), "lost");
    ombud_case_free(d);
    ombud_case_free(c);
    ombud_law_free(law);
}

static void a_batch_is_all_or_none(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    ombud_event events[4];
    size_t at = 99;
    events[0] = trial_event("2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    events[1] = trial_event("2026-03-06 loan.found l1 by=p2");
    events[2] = trial_event("2026-03-04 loan.lost l1 by=p2");
    events[3] = trial_event("2026-03-07 loan.eaten l1 by=p2");
    trial_text before = trial_written(c);
    assert_int_equal(ombud_case_apply_batch(c, events, 4, &at, NULL), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(at, 3);
    assert_int_equal(ombud_case_journal_count(c), 0);
    assert_int_equal(ombud_case_item_count(c), 2);
    trial_text after = trial_written(c);
    assert_string_equal(before.bytes, after.bytes);
    at = 99;
    assert_int_equal(ombud_case_apply_batch(c, events, 3, &at, NULL), OMBUD_OK);
    assert_int_equal(at, 99);
    STATE(c, "l1", trial_asof("2026-03-05"), "lost");
    STATE(c, "l1", trial_asof("2026-03-06"), "lent");
    assert_int_equal(ombud_case_apply_batch(c, NULL, 0, NULL, NULL), OMBUD_OK);
    free(before.bytes);
    free(after.bytes);
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Lines may have been entered in another order than that of their days: what was not known yet stays so when a line
 * that failed is taken back. */
static void what_is_taken_back_leaves_what_was_known(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    ombud_event events[2];
    size_t at = 99;
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-04 loan.lost l1 by=p2 entered=2026-03-20");
    TELL(c, "2026-03-05 fact l1 damaged=no by=p2");
    events[0] = trial_event("2026-03-06 loan.found l1 by=p2 entered=2026-03-30");
    events[1] = trial_event("2026-03-07 loan.eaten l1 by=p2");
    for (int i = 0; i < 2; i++) {
        STATE(c, "l1", trial_known("2026-03-25", "2026-03-19"), "lent");
        STATE(c, "l1", trial_known("2026-03-25", "2026-03-20"), "lost");
        STATE(c, "l1", trial_known("2026-03-25", "2026-03-30"), "lost");
        assert_int_equal(ombud_case_apply_batch(c, events, 2, &at, NULL), OMBUD_E_UNKNOWN_NAME);
        assert_int_equal(at, 1);
    }
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Each request of a clone fails once: nothing of it is left. */
static void a_clone_that_finds_no_memory(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 loan.lent l1 by=p2 borrower=p1 kind=book damaged=no");
    TELL(c, "2026-03-03 loan.returned l1 by=p2");
    ombud_status status = OMBUD_E_NOMEM;
    for (size_t n = 1; status == OMBUD_E_NOMEM; n++) {
        faulty memory = {.fail_at = n};
        ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
        ombud_case *d = NULL;
        status = ombud_case_clone_as_of(c, OMBUD_DAY_MAX, OMBUD_DAY_MAX, &alloc, &d, NULL);
        assert_int_equal(status, memory.failed ? OMBUD_E_NOMEM : OMBUD_OK);
        assert_true(n > 4 || memory.failed);
        ombud_case_free(d);
        assert_int_equal(memory.blocks, 0);
    }
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Of a case in which nobody is nothing is asked for from the allocator, which may have nothing of no size to give. */
static void a_case_of_nobody(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    faulty memory = {0};
    ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
    ombud_asof asof = trial_asof("2026-03-05");
    ombud_case *c = NULL;
    ombud_terms *terms = NULL;
    ombud_timeline *timeline = NULL;
    assert_int_equal(ombud_case_new(law, NULL, &alloc, &c, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    assert_int_equal(ombud_terms_count(terms), 0);
    assert_int_equal(ombud_case_timeline(c, &asof, &timeline, NULL), OMBUD_OK);
    assert_int_equal(ombud_timeline_count(timeline), 0);
    ombud_terms_free(terms);
    ombud_timeline_free(timeline);
    FINDINGS(c, "2026-03-05", "");
    ombud_case_free(c);
    assert_int_equal(memory.blocks, 0);
    ombud_law_free(law);
}

/* ---- properties -------------------------------------------------------------------------------------------------- */

/* All that can be asked about a case as of a day, positions left out: they differ with the order of entering. */
static void write_answers(const ombud_case *c, ombud_asof asof, trial_text *to)
{
    static const char *const facts[] = {"damaged", "asked", "careful"};
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    ombud_timeline *timeline = NULL;
    ombud_actions *actions = NULL;
    trial_text_put(to, "== %s\n", trial_date(asof.day));
    for (size_t i = 0; i < ombud_case_item_count(c); i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        char name[40];
        ombud_view now;
        assert_int_equal(ombud_case_item_at(c, i, &item), OMBUD_OK);
        snprintf(name, sizeof name, "%.*s%lld", (int)item.prefix.len, item.prefix.ptr, (long long)item.number);
        assert_int_equal(ombud_case_state(c, name, &asof, &now, NULL), OMBUD_OK);
        trial_text_put(to, "%s %.*s", name, (int)now.len, now.ptr);
        for (size_t f = 0; name[0] == 'l' && f < 3; f++) {
            ombud_truth truth;
            assert_int_equal(ombud_case_fact(c, name, facts[f], &asof, &truth, NULL), OMBUD_OK);
            trial_text_put(to, " %s=%d", facts[f], (int)truth);
        }
        trial_text_put(to, "\n");
    }
    assert_int_equal(ombud_case_terms(c, &asof, &terms, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term t = OMBUD_TERM_INIT;
        assert_int_equal(ombud_terms_get(terms, i, &t), OMBUD_OK);
        trial_text_put(to, "%.*s %lld %s %d %d %lld %lld %lld %lld\n", (int)t.name.len, t.name.ptr,
                       (long long)t.item_number, ombud_term_status_name(t.status), (int)t.extended, (int)t.no_due,
                       (long long)t.opened, (long long)t.due, (long long)t.closed, (long long)t.days);
    }
    ombud_terms_free(terms);
    trial_text_put(to, "%s\n", trial_findings(c, asof));
    assert_int_equal(ombud_case_timeline(c, &asof, &timeline, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
        ombud_step s = OMBUD_STEP_INIT;
        assert_int_equal(ombud_timeline_get(timeline, i, &s), OMBUD_OK);
        trial_text_put(to, "%d %lld %.*s %lld %d %.*s\n", (int)s.kind, (long long)s.on, (int)s.name.len, s.name.ptr,
                       (long long)s.item_number, (int)s.ruling, (int)s.state.len, s.state.ptr);
    }
    ombud_timeline_free(timeline);
    assert_int_equal(ombud_case_next(c, NULL, &asof, &actions, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_actions_count(actions); i++) {
        ombud_action a = OMBUD_ACTION_INIT;
        assert_int_equal(ombud_actions_get(actions, i, &a), OMBUD_OK);
        trial_text_put(to, "%.*s %lld %d %d %lld\n", (int)a.event.len, a.event.ptr, (long long)a.item_number,
                       (int)a.ruling, (int)a.due, (long long)a.due_day);
    }
    ombud_actions_free(actions);
    findings = NULL;
    ombud_findings_free(findings);
}

enum { LINES = 14, SPAN = 60 };

/* A line of a random journal: no striking-out, since positions are what is shuffled. */
static void random_line(uint64_t *seed, char *line, size_t size, int *day)
{
    static const char *const events[] = {"lent", "renewed", "returned", "lost", "found", "stamped", "reminded"};
    static const char *const truths[] = {"yes", "no", "unknown"};
    ombud_day first = trial_day("2026-01-01");
    size_t what = trial_below(seed, 10), item = 1 + trial_below(seed, 2);
    *day = (int)trial_below(seed, SPAN);
    const char *date = trial_date(first + *day);
    if (what < 7) {
        snprintf(line, size, "%s loan.%s l%u by=p2%s", date, events[what], (unsigned)item,
                 what > 0               ? ""
                 : trial_below(seed, 2) ? " borrower=p1 kind=book"
                                        : " borrower=p2 kind=film promised=2026-05-01");
    } else if (what < 9) {
        snprintf(line, size, "%s fact l%u by=p2 damaged=%s", date, (unsigned)item, truths[trial_below(seed, 3)]);
    } else {
        snprintf(line, size, "%s fact l%u by=p1 asked=%s", date, (unsigned)item, truths[trial_below(seed, 3)]);
    }
}

/* An order of insertion that keeps lines of one day in their order, for within a day it counts. */
static void shuffle(uint64_t *seed, const int *days, size_t *order)
{
    for (size_t i = 0; i < LINES; i++)
        order[i] = i;
    for (size_t i = LINES; i-- > 1;) {
        size_t j = trial_below(seed, i + 1), kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    for (size_t i = 0; i < LINES; i++) {
        for (size_t j = i + 1; j < LINES; j++) {
            if (days[order[i]] == days[order[j]] && order[i] > order[j]) {
                size_t kept = order[i];
                order[i] = order[j];
                order[j] = kept;
            }
        }
    }
}

static ombud_case *empty_case(const ombud_law *law)
{
    ombud_case *c = CASE(law, NULL);
    ITEM(c, "l1");
    ITEM(c, "l2");
    return c;
}

static void expect_same(const ombud_case *a, const ombud_case *b, uint64_t seed)
{
    for (int day = -1; day <= SPAN + 40; day += 3) {
        trial_text one = {NULL, 0, 0}, two = {NULL, 0, 0};
        ombud_asof asof = OMBUD_ASOF_INIT;
        asof.day = trial_day("2026-01-01") + day;
        write_answers(a, asof, &one);
        write_answers(b, asof, &two);
        if (strcmp(one.bytes, two.bytes) != 0) {
            print_error("seed %llu\n%s-- but\n%s", (unsigned long long)seed, one.bytes, two.bytes);
            fail();
        }
        free(one.bytes);
        free(two.bytes);
    }
}

/* One journal in its order, in another order, as a batch, and with a stop between for a clone: all come to the same. */
static void the_order_of_entering_makes_no_difference(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    uint64_t seed = 20260302;
    for (int round = 0; round < 150; round++) {
        char lines[LINES][120];
        int days[LINES];
        size_t order[LINES];
        ombud_event events[LINES];
        uint64_t began = seed;
        ombud_case *in_order = empty_case(law), *shuffled = empty_case(law), *batch = empty_case(law), *clone = NULL;
        for (size_t i = 0; i < LINES; i++) {
            random_line(&seed, lines[i], sizeof lines[i], &days[i]);
            events[i] = trial_event(lines[i]);
        }
        shuffle(&seed, days, order);
        for (int day = 0; day < SPAN; day++) {
            for (size_t i = 0; i < LINES; i++) {
                if (days[i] == day)
                    TELL(in_order, lines[i]);
            }
        }
        for (size_t i = 0; i < LINES; i++) {
            TELL(shuffled, lines[order[i]]);
            if (i == LINES / 2)
                assert_int_equal(ombud_case_clone(shuffled, NULL, &clone, NULL), OMBUD_OK);
            if (i > LINES / 2)
                TELL(clone, lines[order[i]]);
        }
        assert_int_equal(ombud_case_apply_batch(batch, events, LINES, NULL, NULL), OMBUD_OK);
        expect_same(in_order, shuffled, began);
        expect_same(in_order, batch, began);
        expect_same(in_order, clone, began);
        ombud_case_free(in_order);
        ombud_case_free(shuffled);
        ombud_case_free(batch);
        ombud_case_free(clone);
    }
    ombud_law_free(law);
}

/* An earlier day sees what a case sees that holds only the lines up to it; and a struck-out line leaves what was
 * without it. */
static void the_past_does_not_know_the_future(void **state)
{
    (void)state;
    ombud_law *law = LAW(loans);
    uint64_t seed = 4711;
    for (int round = 0; round < 150; round++) {
        char lines[LINES][120], strike[60];
        int days[LINES], until = (int)trial_below(&seed, SPAN);
        size_t struck = trial_below(&seed, LINES);
        ombud_case *whole = empty_case(law), *part = empty_case(law), *without = empty_case(law);
        ombud_asof asof = OMBUD_ASOF_INIT;
        for (size_t i = 0; i < LINES; i++) {
            random_line(&seed, lines[i], sizeof lines[i], &days[i]);
            TELL(whole, lines[i]);
            if (days[i] <= until)
                TELL(part, lines[i]);
            if (i != struck)
                TELL(without, lines[i]);
        }
        for (int day = -1; day <= until; day += 5) {
            trial_text one = {NULL, 0, 0}, two = {NULL, 0, 0};
            asof.day = trial_day("2026-01-01") + day;
            write_answers(whole, asof, &one);
            write_answers(part, asof, &two);
            assert_string_equal(one.bytes, two.bytes);
            free(one.bytes);
            free(two.bytes);
        }
        snprintf(strike, sizeof strike, "%s void %u",
                 trial_date(trial_day("2026-01-01") + (int)trial_below(&seed, SPAN)), (unsigned)struck + 1);
        TELL(whole, strike);
        expect_same(whole, without, seed);
        ombud_case_free(whole);
        ombud_case_free(part);
        ombud_case_free(without);
    }
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(states_change_on_the_day),
        cmocka_unit_test(a_late_event_is_folded_where_it_belongs),
        cmocka_unit_test(a_struck_out_line_counts_no_more),
        cmocka_unit_test(what_was_known_by_a_day),
        cmocka_unit_test(within_a_day_the_order_of_the_lines_counts),
        cmocka_unit_test(what_was_unlawful_still_happened),
        cmocka_unit_test(a_clone_is_a_case_of_its_own),
        cmocka_unit_test(a_clone_as_of_a_day_holds_what_counted_then),
        cmocka_unit_test(a_clone_that_finds_no_memory),
        cmocka_unit_test(a_case_of_nobody),
        cmocka_unit_test(a_batch_is_all_or_none),
        cmocka_unit_test(what_is_taken_back_leaves_what_was_known),
        cmocka_unit_test(the_order_of_entering_makes_no_difference),
        cmocka_unit_test(the_past_does_not_know_the_future),
    };
    return cmocka_run_group_tests_name("fold", tests, NULL, NULL);
}
