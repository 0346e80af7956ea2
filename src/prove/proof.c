/* Proofs as hosts see them, and gathering what goes into them; see proof.h. */
#include "proof.h"

#include "kernel/error.h"
#include "kernel/result.h"
#include "kernel/sized.h"

/* ---- life -------------------------------------------------------------------------------------------------------- */

ombud_status ombud__proof_new(const ombud_law *law, const ombud_alloc *alloc, ombud_proof **out, ombud_error *err)
{
    ombud_alloc from;
    if (law == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a proof needs a law and a place for the result", "pass both");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all of alloc, resize and free");
    ombud_proof *proof = ombud__alloc(&from, sizeof *proof);
    if (proof == NULL)
        return ombud__fail_no_memory_for(err, "there is no memory for the proof");
    memset(proof, 0, sizeof *proof);
    proof->alloc = from;
    proof->law = law;
    ombud__pool_init(&proof->pool, &from);
    *out = proof;
    return OMBUD_OK;
}

void ombud_proof_free(ombud_proof *proof)
{
    if (proof == NULL)
        return;
    ombud_alloc alloc = proof->alloc;
    ombud__pool_free(&proof->pool);
    ombud__free(&alloc, proof, sizeof *proof);
}

/* ---- gathering --------------------------------------------------------------------------------------------------- */

ombud_view ombud__proof_text(ombud_proof *proof, const char *const *pieces, size_t count)
{
    ombud__out out = {NULL, 0, 0};
    for (size_t i = 0; i < count; i++)
        ombud__out_z(&out, pieces[i]);
    char *text = ombud__pool_alloc(&proof->pool, out.length + 1);
    if (text == NULL) {
        proof->status = OMBUD_E_NOMEM;
        return (ombud_view){NULL, 0};
    }
    out = (ombud__out){text, out.length + 1, 0};
    for (size_t i = 0; i < count; i++)
        ombud__out_z(&out, pieces[i]);
    return (ombud_view){text, out.length};
}

ombud_flaw *ombud__proof_add(ombud_proof *proof, ombud_flaw_kind kind, const ombud__row *row, ombud_view what,
                             const char *sentence, const char *remedy)
{
    const ombud_flaw blank = OMBUD_FLAW_INIT;
    void *array = proof->flaws;
    ombud_flaw *flaw = ombud__pool_add(&proof->pool, &array, &proof->flaws_count, &proof->flaws_capacity, sizeof *flaw);
    proof->flaws = array;
    if (flaw == NULL) {
        proof->status = OMBUD_E_NOMEM;
        flaw = &proof->unseen;
    }
    *flaw = blank;
    flaw->kind = kind;
    flaw->provision = SIZE_MAX;
    flaw->what = what;
    flaw->sentence = ombud_view_of(sentence);
    flaw->remedy = ombud_view_of(remedy);
    if (row != NULL) {
        flaw->line = row->line;
        flaw->row = row->text;
        flaw->provision = ombud__provision_or_none(row->provision);
    }
    return flaw;
}

int ombud__proof_has(const ombud_proof *proof, ombud_flaw_kind kind, uint32_t line)
{
    for (size_t i = 0; i < proof->flaws_count; i++) {
        if (proof->flaws[i].kind == kind && proof->flaws[i].line == line)
            return 1;
    }
    return 0;
}

/* A day on which all that a setting brings into force may begin. */
static ombud_day day_of_setting(const ombud_law *law, ombud_view setting)
{
    ombud_day day = law->has_verified ? law->verified : 0;
    for (size_t i = 0; i < law->provisions_count; i++) {
        const ombud__provision *p = &law->provisions[i];
        if (p->has_floor && p->floor > day && ombud__view_is(p->setting, setting))
            day = p->floor;
    }
    return day;
}

ombud_status ombud__proof_settings(ombud_proof *proof, ombud__id alternative, ombud__id area, int hosted,
                                   ombud_settings **out)
{
    const ombud_law *law = proof->law;
    ombud_status status = ombud__settings_new(law, &proof->alloc, out);
    if (status != OMBUD_OK)
        return status;
    if (alternative != OMBUD__NONE)
        ombud__settings_reading(*out, alternative);
    if (area != OMBUD__NONE)
        ombud__settings_area(*out, area);
    for (size_t i = 0; hosted && i < law->provisions_count; i++) {
        const ombud__provision *p = &law->provisions[i];
        if (ombud__since_is_set(p) && !(*out)->since_set[i])
            (void)ombud__settings_since(*out, p->setting, day_of_setting(law, p->setting));
    }
    return OMBUD_OK;
}

int32_t ombud__proof_day(const ombud_law *law, const ombud_settings *settings)
{
    const ombud__edition *last = &settings->editions[settings->edition_count - 1];
    return last->from > (int32_t)OMBUD_DAY_MIN ? last->from : law->has_verified ? law->verified : 0;
}

/* ---- looking ----------------------------------------------------------------------------------------------------- */

const char *ombud_flaw_name(ombud_flaw_kind kind)
{
    static const char *const names[] = {"no flaw",
                                        "guard that never refuses",
                                        "guard that always refuses",
                                        "guards that never pass together",
                                        "row without effect",
                                        "row that is never in force",
                                        "state that is never reached",
                                        "state without a way out",
                                        "gap between two wordings",
                                        "duty that nothing ends",
                                        "ends in a circle without time",
                                        "lines that differ by a fact and its opposite",
                                        "two answers at once",
                                        "row that cites nothing",
                                        "event without a move",
                                        "invariant that does not hold",
                                        "invariant that is never tried",
                                        "duty that cannot be met any more",
                                        "case that cannot end any more"};
    return kind >= 0 && (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "?";
}

size_t ombud_proof_flaw_count(const ombud_proof *proof)
{
    return proof == NULL ? 0 : proof->flaws_count;
}

size_t ombud_proof_walk_count(const ombud_proof *proof)
{
    return proof == NULL ? 0 : proof->walks_count;
}

size_t ombud_proof_invariant_count(const ombud_proof *proof)
{
    return proof == NULL || proof->invariants == NULL ? 0 : proof->law->invariants_count;
}

ombud_status ombud_proof_flaw(const ombud_proof *proof, size_t index, ombud_flaw *out)
{
    if (proof == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= proof->flaws_count)
        return OMBUD_E_NOT_FOUND;
    return OMBUD__GIVE(out, ombud_flaw, proof->flaws[index], witness);
}

ombud_status ombud_proof_walk(const ombud_proof *proof, size_t index, ombud_walk *out)
{
    if (proof == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= proof->walks_count)
        return OMBUD_E_NOT_FOUND;
    return OMBUD__GIVE(out, ombud_walk, proof->walks[index], bounded);
}

ombud_status ombud_proof_invariant(const ombud_proof *proof, size_t index, ombud_invariant *out)
{
    if (proof == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= ombud_proof_invariant_count(proof))
        return OMBUD_E_NOT_FOUND;
    return OMBUD__GIVE(out, ombud_invariant, proof->invariants[index], broken);
}

/* ---- proving ----------------------------------------------------------------------------------------------------- */

void ombud__proof_sort(ombud_proof *proof)
{
    for (size_t i = 1; i < proof->flaws_count; i++) {
        ombud_flaw flaw = proof->flaws[i];
        size_t at = i;
        for (; at > 0 && proof->flaws[at - 1].line > flaw.line; at--)
            proof->flaws[at] = proof->flaws[at - 1];
        proof->flaws[at] = flaw;
    }
}

ombud_status ombud_law_prove(const ombud_law *law, const ombud_alloc *alloc, ombud_proof **out, ombud_error *err)
{
    ombud_proof *proof = NULL;
    ombud_status status = ombud__proof_new(out == NULL ? NULL : law, alloc, &proof, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__prove_rows(proof);
    status = status == OMBUD_OK ? ombud__prove_machines(proof) : status;
    status = status == OMBUD_OK ? proof->status : status;
    if (status != OMBUD_OK) {
        ombud_proof_free(proof);
        return ombud__fail_no_memory_for(err, "there is no memory for the proof");
    }
    ombud__proof_sort(proof);
    *out = proof;
    return OMBUD_OK;
}
