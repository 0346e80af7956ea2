/*
 * Proving and exploring without memory: every request is refused in turn, once and from then on. The status says so,
 * nothing is left behind, and what is found with memory is found whole. The files of tests/prove are the arguments.
 */
#include "trial.h"

#include "ombud/prove.h"
#include "broken_law.h"
#include "small_law.h"
#include "text_of.h"

static char **corpus;
static int corpus_count;

static size_t flaws_and_witnesses(const ombud_proof *proof)
{
    size_t sum = 0;
    for (size_t i = 0; i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_proof_flaw(proof, i, &flaw), OMBUD_OK);
        sum += 1000000 + flaw.witness.len;
    }
    return sum + ombud_proof_walk_count(proof);
}

/* Rows, situations, situations with what is not permitted. */
static ombud_status look(const ombud_law *law, int way, const ombud_alloc *alloc, ombud_proof **out)
{
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    how.situations_max = 12;
    how.recorded = way == 2;
    how.readings = way == 2;
    return way == 0 ? ombud_law_prove(law, alloc, out, NULL) : ombud_law_explore(law, &how, alloc, out, NULL);
}

static size_t tries;

static void fail_each(const char *name, const ombud_law *law, int way, int from_then_on)
{
    ombud_proof *proof = NULL;
    assert_int_equal(look(law, way, NULL, &proof), OMBUD_OK);
    size_t whole = flaws_and_witnesses(proof);
    ombud_proof_free(proof);
    for (size_t at = 1;; at++, tries++) {
        watched memory = {.fail_at = at, .from_then_on = from_then_on};
        ombud_alloc alloc = watching(&memory);
        proof = NULL;
        ombud_status status = look(law, way, &alloc, &proof);
        int failed = memory.calls >= at;
        if (status != (failed ? OMBUD_E_NOMEM : OMBUD_OK) || (failed && proof != NULL))
            fail_msg("%s, way %d, request %u of %u: %s", name, way, (unsigned)at, (unsigned)memory.calls,
                     ombud_status_name(status));
        assert_true(failed || flaws_and_witnesses(proof) == whole);
        ombud_proof_free(proof);
        assert_int_equal(memory.held, 0);
        if (!failed)
            break;
    }
}

static void every_request_fails(void **state)
{
    (void)state;
    assert_true(corpus_count > 0);
    for (int i = 0; i < corpus_count; i++) {
        char *text = read_text(corpus[i]);
        ombud_law *law = LAW(text);
        for (int way = 0; way <= 2; way++) {
            fail_each(corpus[i], law, way, 0);
            fail_each(corpus[i], law, way, 1);
        }
        ombud_law_free(law);
        free(text);
    }
    print_message("# %u failures\n", (unsigned)tries);
    assert_true(tries > 1000);
}

static ombud_status look_at_wide(const ombud_law *law, int explored, size_t fail_at, size_t *requests)
{
    watched memory = {.fail_at = fail_at};
    ombud_alloc alloc = watching(&memory);
    ombud_proof *proof = NULL;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    how.situations_max = 3000;
    how.item = "work_a";
    ombud_status status =
        explored ? ombud_law_explore(law, &how, &alloc, &proof, NULL) : ombud_law_prove(law, &alloc, &proof, NULL);
    ombud_proof_free(proof);
    assert_int_equal(memory.held, 0);
    *requests = memory.calls;
    return status;
}

/* Tables that take memory of their own: facts, conditions and terms of four items, and room for many situations. */
static void every_request_of_a_wide_law_fails(void **state)
{
    (void)state;
    static text_of text;
    static const char *const items[] = {"a", "b", "c", "d"};
    char head[200], each[200];
    text_of_add(&text, "law wide\nrole desk\nitem person p\n", "", 0, 0, "");
    for (size_t i = 0; i < 4; i++) {
        (void)snprintf(head, sizeof head, "item work_%s %s\n  states in, out\n  event came, went by desk\n", items[i],
                       items[i]);
        text_of_add(&text, head, "  fact f%u stated by desk # %u\n", 0, 250, "");
    }
    text_of_add(&text, TRIAL_RULE("1"), "", 0, 0, "");
    for (size_t i = 0; i < 4; i++) {
        (void)snprintf(head, sizeof head, "  work_%s.came: -> in\n  work_%s.went: in -> out\n", items[i], items[i]);
        (void)snprintf(each, sizeof each,
                       "  duty t%%u desk to desk # %%u\n    opened by work_%s.came\n    within at most P1D\n",
                       items[i]);
        text_of_add(&text, head, each, 0, 32, "");
        (void)snprintf(each, sizeof each, "  work_%s.went not when f%%u and f%%u and not f%%u\n", items[i]);
        text_of_add(&text, "", each, 0, 60, "");
    }
    ombud_law *law = LAW(text.bytes);
    for (int explored = 0; explored <= 1; explored++) {
        size_t requests = 0;
        assert_int_equal(look_at_wide(law, explored, 0, &requests), OMBUD_OK);
        assert_true(requests > 60);
        /* The first and the last: between them each flaw asks for the same. */
        for (size_t at = 1, ignored; at <= requests; at += at == 40 ? requests - 60 : 1)
            assert_int_equal(look_at_wide(law, explored, at, &ignored), OMBUD_E_NOMEM);
    }
    ombud_law_free(law);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_request_fails),
        cmocka_unit_test(every_request_of_a_wide_law_fails),
    };
    corpus = argv + 1;
    corpus_count = argc - 1;
    return cmocka_run_group_tests_name("proofs without memory", tests, NULL, NULL);
}
