/*
 * Walks that lead far: what counts in facts comes to each of thousands of situations by one way alone. Its last is
 * found, its case replays from the first line to the last, and every request for memory on such a way can fail.
 */
#include "trial.h"

#include "ombud/prove.h"
#include "small_law.h"
#include "text_of.h"

/* Items of a kind count up: the next event makes one bit of a number and clears all below it. Full is where all are
 * set. */
static void add_counter(text_of *text, const char *kind, unsigned bits)
{
    char line[800];
    for (unsigned i = 0; i < bits; i++) {
        (void)snprintf(line, sizeof line, "  %s.step%u: on -> same makes b%u", kind, i, i);
        text_of_add(text, line, i == 0 ? "" : " clears b0", 0, i > 0, "");
        text_of_add(text, "", ", b%u", 1, i > 0 ? i : 1, "\n");
        (void)snprintf(line, sizeof line, "  %s.step%u not when b%u", kind, i, i);
        text_of_add(text, line, " or not b%u", 0, i, "\n");
    }
}

/* One kind that counts to 2 to the power of `first`, and one to `second`. */
static ombud_law *counters(unsigned first, unsigned second)
{
    static text_of text;
    const struct {
        const char *kind, *prefix;
        unsigned bits;
    } both[] = {{"bell", "b", first}, {"clock", "c", second}};
    char line[200];
    text.length = 0;
    text_of_add(&text, "law counting\nrole desk\nitem person p\n", "", 0, 0, "");
    for (size_t k = 0; k < 2; k++) {
        (void)snprintf(line, sizeof line, "item %s %s\n  states on\n  event begun by desk carries seen (day)\n",
                       both[k].kind, both[k].prefix);
        text_of_add(&text, line, "  event step%u by desk carries seen (day)\n", 0, both[k].bits, "");
        text_of_add(&text, "", "  fact b%u stated by desk silence no\n", 0, both[k].bits, "");
    }
    text_of_add(&text, TRIAL_RULE("1"), "", 0, 0, "");
    for (size_t k = 0; k < 2; k++) {
        (void)snprintf(line, sizeof line, "  %s.begun: -> on\n", both[k].kind);
        text_of_add(&text, line, "", 0, 0, "");
        add_counter(&text, both[k].kind, both[k].bits);
    }
    for (size_t k = 0; k < 2; k++) {
        (void)snprintf(line, sizeof line, "invariant %s_full always %s: not (b0", both[k].kind, both[k].kind);
        text_of_add(&text, line, " and b%u", 1, both[k].bits, ")\n");
    }
    return LAW(text.bytes);
}

static void replays(const ombud_law *law, ombud_view witness, size_t lines)
{
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(witness.ptr, witness.len, &law, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("line %u: %s [%s]", (unsigned)err.line, err.message, err.excerpt);
    assert_int_equal(ombud_case_journal_count(ombud_scenario_case(scenario, 0)), lines);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    assert_true(ombud_report_count(report) > 0);
    assert_int_equal(ombud_report_failed(report), 0);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
}

/* "Each finding with a dated witness that replays", however long the way to it. */
static void a_way_of_sixteen_thousand_steps(void **state)
{
    (void)state;
    enum { BITS = 14 };
    ombud_law *law = counters(BITS, 2);
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    ombud_walk walk = OMBUD_WALK_INIT;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    how.item = "bell";
    assert_int_equal(ombud_law_explore(law, &how, &alloc, &proof, NULL), OMBUD_OK);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    assert_int_equal(walk.situations, (1 << BITS) + 1);
    for (size_t i = 0; i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_proof_flaw(proof, i, &flaw), OMBUD_OK);
        if (flaw.kind == OMBUD_FLAW_BROKEN_INVARIANT)
            replays(law, flaw.witness, 1 << BITS);
    }
    ombud_proof_free(proof);
    /* What is looked at once all ways are known finds no memory. */
    size_t calls = memory.calls;
    for (size_t at = calls - 4; at <= calls; at++) {
        memory.calls = 0;
        memory.fail_at = at;
        proof = NULL;
        assert_int_equal(ombud_law_explore(law, &how, &alloc, &proof, NULL), OMBUD_E_NOMEM);
        assert_null(proof);
        assert_int_equal(memory.held, 0);
    }
    ombud_law_free(law);
}

/* A duty whose last day is the last of all is never late: there is no day on which a case could show it. */
static void the_end_of_the_calendar(void **state)
{
    static const struct {
        const char *period;
        int holds;
    } rows[] = {{"P10D", 0}, {"P11D", 1}, {"P12D", 1}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char text[1024];
        (void)snprintf(text, sizeof text,
                       TRIAL_HEAD "item loan l\n  states lent, ended\n  event lent, returned by librarian\n"
                                  "provision 1 \"Rule 1\" since 9999-12-20\n  anchor \"a\"\n  gloss en \"G.\"\n"
                                  "  loan.lent: -> lent\n  loan.returned: lent -> ended\n"
                                  "  duty bring member to librarian\n    opened by loan.lent\n    within at most %s\n"
                                  "    met by loan.returned\ninvariant in_time always loan: not bring is overdue\n",
                       rows[i].period);
        ombud_law *law = LAW(text);
        ombud_exploring how = OMBUD_EXPLORING_INIT;
        ombud_proof *proof = NULL;
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
        assert_int_equal(ombud_proof_flaw_count(proof), rows[i].holds ? 0 : 1);
        if (!rows[i].holds) {
            assert_int_equal(ombud_proof_flaw(proof, 0, &flaw), OMBUD_OK);
            assert_int_equal(flaw.kind, OMBUD_FLAW_BROKEN_INVARIANT);
            replays(law, flaw.witness, 1);
        }
        ombud_proof_free(proof);
        ombud_law_free(law);
    }
}

static ombud_status explore(const ombud_law *law, watched *memory, size_t fail_at)
{
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    *memory = (watched){.fail_at = fail_at};
    ombud_alloc alloc = watching(memory);
    how.situations_max = 4000;
    ombud_status status = ombud_law_explore(law, &how, &alloc, &proof, NULL);
    assert_true(status == OMBUD_OK || proof == NULL);
    ombud_proof_free(proof);
    assert_int_equal(memory->held, 0);
    return status;
}

/* The first kind's case, or that of both, is longer than what comes after it in the same memory. Situations ask for the
 * same, each: of those in the middle some are enough. */
static void every_request_on_the_way_fails(void **state)
{
    (void)state;
    static const unsigned bits[][2] = {{11, 2}, {10, 2}, {2, 9}};
    for (size_t i = 0; i < sizeof bits / sizeof bits[0]; i++) {
        ombud_law *law = counters(bits[i][0], bits[i][1]);
        watched memory;
        assert_int_equal(explore(law, &memory, 0), OMBUD_OK);
        size_t last = memory.calls;
        assert_true(last > 500);
        for (size_t at = 1; at <= last; at += i == 0 && at > 60 && at + 60 < last ? 11 : 1)
            assert_int_equal(explore(law, &memory, at), OMBUD_E_NOMEM);
        ombud_law_free(law);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_way_of_sixteen_thousand_steps),
        cmocka_unit_test(the_end_of_the_calendar),
        cmocka_unit_test(every_request_on_the_way_fails),
    };
    return cmocka_run_group_tests_name("far ways", tests, NULL, NULL);
}
