/*
 * Every status that prove.h documents, provoked once.
 */
#include "status_world.h"

#include "ombud/prove.h"

static const ombud_proof *const none;

static void proving(void **state)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_proof *proof = NULL;
    const ombud_alloc half = {NULL, well_alloc, NULL, well_free};
    ombud_flaw flaw = OMBUD_FLAW_INIT;
    (void)state;
    WANT(OMBUD_E_ARGUMENT, ombud_law_prove(NULL, NULL, &proof, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_law_prove(law, NULL, NULL, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_law_prove(law, &half, &proof, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_law_prove(law, &well, &proof, &err));
    assert_null(proof);
    assert_int_equal(ombud_law_prove(law, &well, &proof, &err), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_proof_flaw(none, 0, &flaw));
    WANT(OMBUD_E_ARGUMENT, ombud_proof_flaw(proof, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_proof_flaw(proof, ombud_proof_flaw_count(proof), &flaw));
    ombud_proof_free(proof);
    ombud_proof_free(NULL);
    assert_int_equal(ombud_proof_flaw_count(none), 0);
}

static void exploring(void **state)
{
    struct {
        ombud_exploring how;
        uint64_t unknown;
    } later = {OMBUD_EXPLORING_INIT, 1};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    ombud_walk walk = OMBUD_WALK_INIT;
    ombud_invariant invariant = OMBUD_INVARIANT_INIT;
    (void)state;
    WANT(OMBUD_E_ARGUMENT, ombud_law_explore(NULL, &how, NULL, &proof, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_law_explore(law, &how, NULL, NULL, &err));
    how.item = "nothing";
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_law_explore(law, &how, NULL, &proof, &err));
    how.item = NULL;
    later.how.struct_size = (uint32_t)sizeof later;
    WANT(OMBUD_E_UNSUPPORTED, ombud_law_explore(law, &later.how, NULL, &proof, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_law_explore(law, &how, &well, &proof, &err));
    assert_null(proof);
    assert_int_equal(ombud_law_explore(law, &how, &well, &proof, &err), OMBUD_OK);
    assert_true(ombud_proof_walk_count(proof) > 0);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_proof_walk(none, 0, &walk));
    WANT(OMBUD_E_ARGUMENT, ombud_proof_walk(proof, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_proof_walk(proof, ombud_proof_walk_count(proof), &walk));
    WANT(OMBUD_E_ARGUMENT, ombud_proof_invariant(none, 0, &invariant));
    WANT(OMBUD_E_ARGUMENT, ombud_proof_invariant(proof, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_proof_invariant(proof, ombud_proof_invariant_count(proof), &invariant));
    ombud_proof_free(proof);
    assert_int_equal(ombud_proof_walk_count(none) + ombud_proof_invariant_count(none), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(proving),
        cmocka_unit_test(exploring),
    };
    return cmocka_run_group_tests_name("status of proofs", tests, begin, end);
}
