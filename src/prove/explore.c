/* Exploring a law: a walk for each kind of item, as the law stands by itself and with each other reading in turn. */
#include "walk.h"

#include "kernel/error.h"
#include "kernel/known.h"
#include "kernel/sized.h"

#include <string.h>

enum { SITUATIONS = 20000 };

/* Whatever the host leaves open is a month, so that it ends. */
static ombud_status settings_for(ombud_proof *proof, ombud__id alternative, ombud_settings **out)
{
    ombud_status status = ombud__proof_settings(proof, alternative, OMBUD__NONE, 1, out);
    for (size_t i = 0; status == OMBUD_OK && i < proof->law->lengths_count; i++)
        ombud__settings_length(*out, (ombud__id)i, (ombud_period){1, OMBUD_UNIT_MONTHS});
    return status == OMBUD_OK ? ombud__settings_compile(*out, NULL) : status;
}

static int has_events(const ombud_law *law, ombud__id kind)
{
    for (size_t i = 0; i < law->moves_count; i++) {
        if (law->events[law->moves[i].event].kind == kind)
            return 1;
    }
    return 0;
}

static ombud_status walk_all(ombud_proof *proof, const ombud__asked *asked, ombud__id alternative)
{
    ombud_settings *settings = NULL;
    ombud_status status = settings_for(proof, alternative, &settings);
    for (size_t k = 0; status == OMBUD_OK && k < proof->law->kinds_count; k++) {
        if ((asked->only == OMBUD__NONE || asked->only == k) && has_events(proof->law, (ombud__id)k))
            status = ombud__walk(proof, settings, alternative, (ombud__id)k, asked);
    }
    ombud_settings_free(settings);
    return status;
}

static ombud_status prepare(ombud_proof *proof)
{
    const ombud_law *law = proof->law;
    proof->invariants = ombud__pool_alloc(&proof->pool, (law->invariants_count + 1) * sizeof *proof->invariants);
    proof->narrowed = ombud__pool_alloc(&proof->pool, law->kinds_count + 1);
    if (proof->invariants == NULL || proof->narrowed == NULL)
        return OMBUD_E_NOMEM;
    memset(proof->narrowed, 0, law->kinds_count);
    for (size_t i = 0; i < law->invariants_count; i++) {
        const ombud_invariant blank = OMBUD_INVARIANT_INIT;
        proof->invariants[i] = blank;
        proof->invariants[i].line = law->invariants[i].row.line;
        proof->invariants[i].name = law->invariants[i].word.full;
        proof->invariants[i].label = law->invariants[i].word.label[0];
        proof->invariants[i].text = law->invariants[i].row.text;
    }
    return OMBUD_OK;
}

/* Whether some walk chose the alternative: with readings each has its turn. */
static int had_its_turn(const ombud_law *law, const ombud__asked *asked, ombud__id alternative)
{
    return asked->how.readings || alternative == OMBUD__NONE ||
           law->alternatives[alternative].initially == OMBUD__ALT_CHOSEN;
}

static void tell_untried(ombud_proof *proof, const ombud__asked *asked)
{
    for (size_t i = 0; i < proof->law->invariants_count; i++) {
        const ombud__invariant *inv = &proof->law->invariants[i];
        if (proof->invariants[i].told > 0 || (asked->only != OMBUD__NONE && asked->only != inv->kind) ||
            proof->narrowed[inv->kind] || !had_its_turn(proof->law, asked, inv->row.alternative) ||
            !had_its_turn(proof->law, asked, inv->also))
            continue;
        ombud_flaw *flaw = ombud__proof_add(proof, OMBUD_FLAW_UNTRIED_INVARIANT, &inv->row, inv->word.full,
                                            "Nowhere that was walked through is this invariant put to the test.",
                                            "Look whether what it speaks of can come about at all.");
        flaw->warning = 1;
    }
}

static ombud_status explore(ombud_proof *proof, const ombud__asked *asked)
{
    const ombud_law *law = proof->law;
    ombud_status status = prepare(proof);
    status = status == OMBUD_OK ? walk_all(proof, asked, OMBUD__NONE) : status;
    for (size_t a = 0; asked->how.readings && status == OMBUD_OK && a < law->alternatives_count; a++) {
        if (law->alternatives[a].initially != OMBUD__ALT_CHOSEN)
            status = walk_all(proof, asked, (ombud__id)a);
    }
    if (status != OMBUD_OK)
        return status;
    tell_untried(proof, asked);
    ombud__proof_sort(proof);
    return proof->status;
}

/* ---- what is asked ----------------------------------------------------------------------------------------------- */

static ombud_status find_kind(const ombud_law *law, ombud_view name, ombud__id *out, ombud_error *err)
{
    *out = ombud__known_id(law, OMBUD__KNOWN_KIND, OMBUD__NONE, name);
    return *out != OMBUD__NONE ? OMBUD_OK
                               : ombud__fail_unknown(err, law, OMBUD__KNOWN_KIND, OMBUD__NONE, name,
                                                     "the law declares no such item", "use an item of the law");
}

static ombud_status no_memory(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_NOMEM, "there is no memory to explore the law",
                       "give the allocator more memory, or allow fewer situations");
}

/* ITEM, or ITEM.EVENT: of that item then no other events. */
static ombud_status welcome(const ombud_law *law, const ombud__company *company, ombud_view name, ombud_error *err)
{
    ombud__id kind, event;
    if (memchr(name.ptr, '.', name.len) == NULL) {
        ombud_status status = find_kind(law, name, &kind, err);
        if (status == OMBUD_OK)
            company->kinds[kind] |= OMBUD__WELCOME;
        return status;
    }
    event = ombud__known_id(law, OMBUD__KNOWN_EVENT, OMBUD__NONE, name);
    if (event == OMBUD__NONE)
        return ombud__fail_unknown(err, law, OMBUD__KNOWN_EVENT, OMBUD__NONE, name, "the law declares no such event",
                                   "use an event of the law, such as report.received");
    company->kinds[law->events[event].kind] |= OMBUD__WELCOME | OMBUD__PICKED;
    company->events[event] = 1;
    return OMBUD_OK;
}

static ombud_status find_company(const ombud_proof *proof, const char *with, const ombud__company *company,
                                 ombud_error *err)
{
    ombud_status status = OMBUD_OK;
    while (with != NULL && status == OMBUD_OK) {
        const char *comma = memchr(with, ',', strlen(with));
        status = welcome(proof->law, company, (ombud_view){with, comma == NULL ? strlen(with) : (size_t)(comma - with)},
                         err);
        with = comma == NULL ? NULL : comma + 1;
    }
    return status;
}

ombud_status ombud_law_explore(const ombud_law *law, const ombud_exploring *how, const ombud_alloc *alloc,
                               ombud_proof **out, ombud_error *err)
{
    ombud__asked asked = {OMBUD_EXPLORING_INIT, OMBUD__NONE, NULL};
    ombud__company company;
    int enough = 1;
    ombud_proof *proof = NULL;
    ombud_status status =
        how == NULL ? OMBUD_OK
                    : ombud__take_sized(&asked.how, sizeof asked.how, OMBUD__END_OF(ombud_exploring, reserved), how);
    if (status != OMBUD_OK)
        return ombud__fail(err, status, "what is asked for was made for a newer library, or is no ombud_exploring",
                           "begin with OMBUD_EXPLORING_INIT");
    status = ombud__proof_new(out == NULL ? NULL : law, alloc, &proof, err);
    if (status != OMBUD_OK)
        return status;
    if (asked.how.item != NULL)
        status = find_kind(law, ombud_view_of(asked.how.item), &asked.only, err);
    if (status == OMBUD_OK && asked.how.with != NULL) {
        company.kinds = ombud__pool_table(&proof->pool, law->kinds_count, 1, &enough);
        company.events = ombud__pool_table(&proof->pool, law->events_count, 1, &enough);
        asked.with = &company;
        status = enough ? find_company(proof, asked.how.with, &company, err) : no_memory(err);
    }
    if (status != OMBUD_OK) {
        ombud_proof_free(proof);
        return status;
    }
    asked.how.situations_max = asked.how.situations_max == 0 ? SITUATIONS : asked.how.situations_max;
    status = explore(proof, &asked);
    if (status != OMBUD_OK) {
        ombud_proof_free(proof);
        return no_memory(err);
    }
    *out = proof;
    return OMBUD_OK;
}
