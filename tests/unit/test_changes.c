/* What one event changed: states, terms that opened, ended or run otherwise, findings that arose. */
#include "faulty.h"
#include "trial.h"

static const char permits[] = TRIAL_HEAD
    "item permit x\n  states live, closed\n  event asked by member\n  event granted, extended by librarian\n  fact a "
    "stated by member\n" TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted: live -> closed\n  "
                                         "permit.extended: live -> same\n  permit.granted not when a\n"
                                         "  duty decide librarian to member\n    opened by permit.asked\n    within at "
                                         "most P7D\n    extended to P14D by permit.extended while running\n"
                                         "    met by permit.granted\n"
                                         "  term stay\n    opened by permit.granted\n    within exactly P1Y\n";

/* ` ruling; states; terms; findings` of what an event changed. */
static const char *changed(ombud_case *c, const char *line)
{
    static char text[1024];
    ombud_changes *changes = NULL;
    ombud_event event = trial_event(line);
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_case_apply(c, &event, &changes, &err) != OMBUD_OK)
        fail_msg("%s: %s", line, err.message);
    size_t at =
        (size_t)snprintf(text, sizeof text, "%s", ombud_ruling_name(ombud_changes_ruling(changes), OMBUD_FORCE_LAW));
    for (size_t i = 0; i < ombud_changes_state_count(changes); i++) {
        ombud_view prefix, before, after;
        int64_t number;
        assert_int_equal(ombud_changes_state(changes, i, &prefix, &number, &before, &after), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "; %.*s%lld %.*s>%.*s", (int)prefix.len, prefix.ptr,
                               (long long)number, (int)before.len, before.ptr, (int)after.len, after.ptr);
    }
    for (size_t i = 0; i < ombud_terms_count(ombud_changes_terms(changes)); i++) {
        ombud_term t = OMBUD_TERM_INIT;
        assert_int_equal(ombud_terms_get(ombud_changes_terms(changes), i, &t), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "; %.*s %s %s", (int)t.name.len, t.name.ptr,
                               ombud_term_status_name(t.status), trial_date(t.due));
    }
    for (size_t i = 0; i < ombud_findings_count(ombud_changes_findings(changes)); i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_findings_get(ombud_changes_findings(changes), i, &f), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "; %s %.*s", ombud_finding_kind_name(f.kind),
                               (int)f.name.len, f.name.ptr);
    }
    ombud_changes_free(changes);
    return text;
}

static void events_in_order(void **state)
{
    (void)state;
    ombud_law *law = LAW(permits);
    ombud_case *c = CASE(law, NULL);
    assert_string_equal(changed(c, "2026-03-02 permit.asked x1 by=p1"), "permitted; x1 >live; decide open 2026-03-09");
    assert_string_equal(changed(c, "2026-03-03 permit.extended x1 by=p2"), "permitted; decide open 2026-03-16");
    assert_string_equal(changed(c, "2026-03-04 fact x1 by=p1 a=yes"), "?");
    assert_string_equal(changed(c, "2026-03-05 permit.granted x1 by=p2"),
                        "forbidden; x1 live>closed; decide met 2026-03-16; stay open 2027-03-05; breach granted");
    assert_string_equal(changed(c, "2026-03-06 permit.extended x1 by=p2"), "forbidden; breach extended");
    ombud_case_free(c);
    ombud_law_free(law);
}

/* A late event is judged as things stood then; what it changed is seen from the end of the journal. */
static void a_late_event(void **state)
{
    (void)state;
    ombud_law *law = LAW(permits);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=no");
    TELL(c, "2026-03-12 permit.granted x1 by=p2");
    TERM(c, "decide", "2026-03-12", OMBUD_TERM_MET_LATE, "2026-03-09");
    assert_string_equal(changed(c, "2026-03-09 permit.extended x1 by=p2 entered=2026-03-13"),
                        "permitted; decide met 2026-03-16");
    FINDINGS(c, "2026-03-13", "");
    assert_string_equal(changed(c, "2026-03-13 void 3"), "?; decide met_late 2026-03-09; late decide");
    ombud_case_free(c);
    ombud_law_free(law);
}

/* A term that runs on to the same day, extended, runs otherwise all the same; so does one that begins anew. */
static void the_same_last_day(void **state)
{
    (void)state;
    ombud_law *law =
        LAW(TRIAL_HEAD "item permit x\n  states live\n  event asked, extended, noted by member\n" TRIAL_RULE(
            "1") "  permit.asked: -> live\n  permit.extended, permit.noted: live -> same\n"
                 "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n"
                 "    extended to P7D by permit.extended\n  term stay\n    opened by permit.noted\n    within none\n");
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    assert_string_equal(changed(c, "2026-03-03 permit.extended x1 by=p1"), "permitted; decide open 2026-03-09");
    assert_string_equal(changed(c, "2026-03-03 permit.extended x1 by=p1"), "permitted");
    assert_string_equal(changed(c, "2026-03-04 permit.noted x1 by=p1"), "permitted; stay open 1970-01-01");
    assert_string_equal(changed(c, "2026-03-05 permit.noted x1 by=p1"),
                        "permitted; stay lapsed 1970-01-01; stay open 1970-01-01");
    ombud_case_free(c);
    ombud_law_free(law);
}

/* What is found again is new where it is of another item, another line or another kind, all else being the same. */
static void findings_that_are_alike(void **state)
{
    (void)state;
    ombud_law *law =
        LAW(TRIAL_HEAD
            "item permit x\n  states live\n  event asked, noted by member\n  fact sound stated by member\n" TRIAL_RULE(
                "1") "  permit.asked: -> live\n  permit.noted: live -> same\n  permit.noted not when is live\n"
                     "  require kept_sound member while permit is live: sound\n"
                     "  duty far librarian to member\n    opened by permit.asked\n"
                     "    counted from permit.noted plus P9999Y\n    within at most P7D\n");
    ombud_case *c = CASE(law, NULL);
    assert_string_equal(changed(c, "2026-03-02 permit.asked x1 by=p1"),
                        "permitted; x1 >live; far open 1970-01-01; not_shown kept_sound");
    assert_string_equal(changed(c, "2026-03-02 permit.asked x2 by=p1"),
                        "permitted; x2 >live; far open 1970-01-01; not_shown kept_sound");
    assert_string_equal(changed(c, "2026-03-02 fact x1 sound=no by=p1"), "?; breach kept_sound");
    /* Counted from a day beyond the calendar: why there is no last day has changed. */
    assert_string_equal(changed(c, "2026-03-02 permit.noted x1 by=p1"), "forbidden; far open 1970-01-01; breach noted");
    assert_string_equal(changed(c, "2026-03-02 permit.noted x1 by=p1"), "forbidden; breach noted");
    ombud_case_free(c);
    ombud_law_free(law);
}

/* Where a last day lies between the lines, or before the line that opens the term, the case before and the case after
 * are each folded on to the day of the question. */
static void without_memory(void **state)
{
    (void)state;
    static const char *const lines[] = {"2026-05-02 permit.noted x1 by=p1 wanted=2026-01-05",
                                        "2026-05-02 permit.asked x2 by=p1 wanted=2026-01-05"};
    ombud_law *law =
        LAW(TRIAL_HEAD "item permit x\n  states live\n  event asked, noted by member carries wanted (day)\n" TRIAL_RULE(
            "1") "  permit.asked: -> live\n  permit.noted: live -> same\n"
                 "  duty decide librarian to member\n    opened by permit.asked, permit.noted\n    counted from "
                 "wanted\n"
                 "    within at most P7D\n    met by permit.noted\n");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        for (size_t n = 1, failed = 1; failed; n++) {
            faulty memory = {0};
            ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
            ombud_case *c = NULL;
            ombud_changes *changes = NULL;
            ombud_error err = OMBUD_ERROR_INIT;
            ombud_event event = trial_event(lines[i]);
            assert_int_equal(ombud_case_new(law, NULL, &alloc, &c, NULL), OMBUD_OK);
            assert_int_equal(ombud_case_person(c, 1, "member", NULL), OMBUD_OK);
            TELL(c, "2026-03-02 permit.asked x1 by=p1 wanted=2026-03-02");
            trial_text before = trial_written(c);
            memory.requests = 0;
            memory.fail_at = n;
            ombud_status status = ombud_case_apply(c, &event, &changes, &err);
            memory.fail_at = 0;
            failed = memory.failed != 0;
            assert_int_equal(status, failed ? OMBUD_E_NOMEM : OMBUD_OK);
            assert_int_equal(changes == NULL, failed);
            trial_text after = trial_written(c);
            assert_int_equal(strcmp(before.bytes, after.bytes) == 0, failed);
            TERM(c, "decide", "2026-05-02", OMBUD_TERM_OVERDUE, failed || i > 0 ? "2026-03-09" : "2026-01-12");
            free(before.bytes);
            free(after.bytes);
            ombud_changes_free(changes);
            ombud_case_free(c);
            assert_int_equal(memory.blocks, 0);
        }
    }
    ombud_law_free(law);
}

static void a_proposal_says_what_it_changed(void **state)
{
    (void)state;
    ombud_law *law = LAW(permits);
    ombud_case *c = CASE(law, NULL);
    ombud_changes *changes = (ombud_changes *)&changes, *untouched = changes;
    ombud_event event = trial_event("2026-03-02 permit.granted x1 by=p2");
    ITEM(c, "x1");
    assert_int_equal(ombud_case_propose(c, &event, &changes, NULL), OMBUD_E_REFUSED);
    assert_ptr_equal(changes, untouched);
    event = trial_event("2026-03-02 permit.asked x2 by=p1");
    assert_int_equal(ombud_case_propose(c, &event, &changes, NULL), OMBUD_OK);
    assert_int_equal(ombud_changes_ruling(changes), OMBUD_PERMITTED);
    assert_int_equal(ombud_changes_state_count(changes), 1);
    ombud_changes_free(changes);
    ombud_case_free(c);
    ombud_law_free(law);
}

static void asking_out_of_bounds(void **state)
{
    (void)state;
    ombud_law *law = LAW(permits);
    ombud_case *c = CASE(law, NULL);
    ombud_changes *changes = NULL;
    ombud_view a, b, d;
    int64_t n;
    ombud_event event = trial_event("2026-03-02 permit.asked x1 by=p1");
    assert_int_equal(ombud_case_apply(c, &event, &changes, NULL), OMBUD_OK);
    assert_int_equal(ombud_changes_state(changes, 1, &a, &n, &b, &d), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_changes_state(changes, 0, NULL, &n, &b, &d), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_changes_state(NULL, 0, &a, &n, &b, &d), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_changes_ruling(NULL), 0);
    assert_int_equal(ombud_changes_state_count(NULL), 0);
    assert_null(ombud_changes_terms(NULL));
    assert_null(ombud_changes_findings(NULL));
    ombud_changes_free(changes);
    ombud_changes_free(NULL);
    ombud_case_free(c);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_in_order),      cmocka_unit_test(a_late_event),
        cmocka_unit_test(the_same_last_day),    cmocka_unit_test(findings_that_are_alike),
        cmocka_unit_test(without_memory),       cmocka_unit_test(a_proposal_says_what_it_changed),
        cmocka_unit_test(asking_out_of_bounds),
    };
    return cmocka_run_group_tests_name("changes", tests, NULL, NULL);
}
