/* What holds a case in a register, and deleting one that nothing holds. */
#include "register.h"

#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"

#include <string.h>

struct ombud_holds {
    ombud_alloc alloc;
    size_t count, room;
    ombud_hold *list;
};

/* ---- what holds -------------------------------------------------------------------------------------------------- */

typedef struct holding {
    const ombud_case *matter;
    ombud__world world;
    ombud_holds *holds;
} holding;

static ombud_hold *add(const holding *at, ombud_hold_kind kind, uint16_t item, ombud_view name)
{
    const ombud_hold blank = OMBUD_HOLD_INIT;
    ombud_holds *holds = at->holds;
    if (holds->count == holds->room) {
        size_t larger = holds->room * 2;
        ombud_hold *list =
            ombud__resize_wiped(&holds->alloc, holds->list, holds->room * sizeof *list, larger * sizeof *list);
        if (list == NULL)
            return NULL;
        holds->list = list;
        holds->room = larger;
    }
    ombud_hold *hold = &holds->list[holds->count++];
    *hold = blank;
    hold->kind = kind;
    hold->name = name;
    hold->item_prefix = at->matter->law->kinds[at->matter->members[item].kind].prefix;
    hold->item_number = at->matter->members[item].number;
    hold->provision = SIZE_MAX;
    return hold;
}

/* The row by which a term of the item would say how long something is kept, whether it runs or not; NONE if none does.
 */
static ombud__id keeping_row(const ombud_law *law, ombud__id kind, uint32_t local)
{
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term *term = &law->terms[law->term_rows[i].term];
        if (term->kind == kind && term->local == local && ombud__keeps(law, (ombud__id)i))
            return (ombud__id)i;
    }
    return OMBUD__NONE;
}

/* A duty that is not done, a term whose end has not come, or a period of keeping that is not over. */
static int hold_term(const holding *at, uint16_t item, uint32_t local)
{
    const ombud_law *law = at->world.law;
    const ombud__thing *thing = &at->world.fold->things[item];
    const ombud__running *term = &at->world.fold->terms[thing->terms + local];
    ombud__id keeping = thing->state == 0 ? OMBUD__NONE : keeping_row(law, thing->kind, local);
    int status = ombud__term_status(&at->world, term, item);
    int open = status == OMBUD_TERM_OPEN || status == OMBUD_TERM_OVERDUE;
    if (keeping != OMBUD__NONE ? status == OMBUD_TERM_EXPIRED : !open)
        return 1;
    ombud__id row = status == OMBUD_TERM_NONE ? keeping : term->row;
    const ombud__term *name = &law->terms[law->term_rows[row].term];
    ombud_hold_kind kind = keeping != OMBUD__NONE ? OMBUD_HOLD_RETENTION
                           : name->duty           ? OMBUD_HOLD_DUTY
                                                  : OMBUD_HOLD_TERM;
    ombud_hold *hold = add(at, kind, item, name->word.name);
    if (hold == NULL)
        return 0;
    hold->has_due = open && term->no_due == OMBUD_DUE_KNOWN;
    if (hold->has_due)
        hold->due = ombud__last_day(at->world.settings, term);
    hold->provision = ombud__provision_or_none(law->term_rows[row].row.provision);
    return 1;
}

/* Whether a condition asks, as a whole or as a part that must hold, that a period of keeping has elapsed. */
static int waits_for_end(const ombud_law *law, ombud__id node)
{
    const ombud__cond *cond = &law->conds[node];
    if (cond->op == OMBUD__C_AND)
        return waits_for_end(law, cond->a) || waits_for_end(law, cond->b);
    if (cond->op != OMBUD__C_TERM || cond->n != OMBUD_TERM_EXPIRED)
        return 0;
    return keeping_row(law, cond->kind, law->terms[cond->a].local) != OMBUD__NONE;
}

/* Whether a guard is the first on its event that lets it happen only once a period of keeping has elapsed. */
static int is_first_to_wait(const ombud_law *law, const ombud__guard *guard)
{
    for (const ombud__guard *g = law->guards; g <= guard; g++) {
        if (g->event == guard->event && g->type == OMBUD__GUARD_ONLY && waits_for_end(law, g->when))
            return g == guard;
    }
    return 0;
}

/* The act that a guard lets happen only once a period of keeping has elapsed: deleting, whatever the law calls it.
 * Every other guard on it says what else must be over. */
static int hold_event(const holding *at, uint16_t item, ombud__id event)
{
    const ombud_law *law = at->world.law;
    uint16_t state = at->world.fold->things[item].state;
    const ombud__cell *cell = &at->world.edition->plans[event]->cells[state];
    ombud__ruling ruling = ombud__judge(&at->world, event, item, cell->roles, 1);
    if (ruling.ruling == OMBUD_PERMITTED)
        return 1;
    ombud_hold *hold = add(at, OMBUD_HOLD_EVENT, item, law->events[event].word.name);
    const ombud__row *row = ombud__ruling_row(law, ruling);
    if (hold == NULL)
        return 0;
    hold->ruling = ruling.ruling;
    hold->provision = row == NULL ? SIZE_MAX : ombud__provision_or_none(row->provision);
    return 1;
}

static int hold_item(const holding *at, uint16_t item)
{
    const ombud_law *law = at->world.law;
    const ombud__thing *thing = &at->world.fold->things[item];
    int enough = 1;
    for (uint32_t t = 0; enough && t < law->kinds[thing->kind].term_count; t++)
        enough = hold_term(at, item, t);
    for (size_t g = 0; enough && thing->state != 0 && g < law->guards_count; g++) {
        const ombud__guard *guard = &law->guards[g];
        if (law->events[guard->event].kind == thing->kind && is_first_to_wait(law, guard))
            enough = hold_event(at, item, guard->event);
    }
    return enough;
}

ombud_status ombud_register_holds(const ombud_register *reg, int64_t number, ombud_holds **out, ombud_error *err)
{
    enum { FIRST_ROOM = 8 };
    ombud__slot *slot;
    ombud__look look;
    ombud_asof asof = OMBUD_ASOF_INIT;
    if (reg == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a register and a place for the result",
                           "pass both");
    ombud_status status = ombud__register_living(reg, number, &slot, err);
    asof.day = reg->present;
    if (status == OMBUD_OK)
        status = ombud__look_at(slot->matter, &asof, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    ombud_holds *holds = ombud__alloc(&reg->alloc, sizeof *holds);
    ombud_hold *list = ombud__alloc(&reg->alloc, FIRST_ROOM * sizeof *list);
    int enough = holds != NULL && list != NULL;
    if (enough) {
        *holds = (ombud_holds){reg->alloc, 0, FIRST_ROOM, list};
        holding at = {slot->matter, ombud__look_world(&look), holds};
        at.world.named = 1;
        for (uint32_t i = 0; enough && i < look.fold->thing_count; i++)
            enough = hold_item(&at, (uint16_t)i);
    }
    ombud__look_free(&look);
    if (enough) {
        *out = holds;
        return OMBUD_OK;
    }
    if (holds != NULL && list != NULL) {
        ombud_holds_free(holds);
    } else {
        ombud__free(&reg->alloc, holds, sizeof *holds);
        ombud__free(&reg->alloc, list, FIRST_ROOM * sizeof *list);
    }
    return ombud__fail_no_memory_to_answer(err);
}

void ombud_holds_free(ombud_holds *holds)
{
    if (holds == NULL)
        return;
    ombud_alloc alloc = holds->alloc;
    ombud__free_wiped(&alloc, holds->list, holds->room * sizeof *holds->list);
    ombud__free_wiped(&alloc, holds, sizeof *holds);
}

size_t ombud_holds_count(const ombud_holds *holds)
{
    return holds == NULL ? 0 : holds->count;
}

ombud_status ombud_holds_get(const ombud_holds *holds, size_t index, ombud_hold *out)
{
    if (holds == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= holds->count ? OMBUD_E_NOT_FOUND : OMBUD__GIVE(out, ombud_hold, holds->list[index], provision);
}

/* ---- deleting ---------------------------------------------------------------------------------------------------- */

static ombud_status check_holds(const ombud_register *reg, int64_t number, ombud_error *err)
{
    static const char *const because[] = {"", "a duty of the case is open or overdue",
                                          "a term of the case is open: its end has not come, or is not known",
                                          "a period for which the case is kept has not elapsed, or has not begun",
                                          "the law does not permit that something of the case goes as things stand"};
    ombud_holds *holds = NULL;
    ombud_hold first = OMBUD_HOLD_INIT;
    ombud_status status = ombud_register_holds(reg, number, &holds, err);
    if (status != OMBUD_OK)
        return status;
    if (ombud_holds_get(holds, 0, &first) == OMBUD_OK)
        status = ombud__fail_at(err, OMBUD_E_REFUSED, because[first.kind],
                                "ask the register what holds it", 0, 0, first.name.ptr, first.name.len);
    ombud_holds_free(holds);
    return status;
}

/* The digest that stands for the journal; none for an empty one. */
static ombud_status digest_of(const ombud_register *reg, const ombud_case *matter, const ombud_chain *chain,
                              ombud__slot *tombstone, ombud_error *err)
{
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0;
    if (chain == NULL || matter->acts_count == 0)
        return OMBUD_OK;
    ombud_status status =
        ombud_case_chain(matter, chain, matter->acts_count, NULL, digest, sizeof digest, &length, err);
    if (status != OMBUD_OK)
        return status;
    tombstone->digest = ombud__alloc(&reg->alloc, length);
    if (tombstone->digest == NULL)
        return ombud__fail_no_memory_to_answer(err);
    memcpy(tombstone->digest, digest, length);
    tombstone->digest_length = (uint8_t)length;
    return OMBUD_OK;
}

ombud_status ombud_register_delete(ombud_register *reg, int64_t number, const ombud_chain *chain, ombud_error *err)
{
    ombud__slot *slot;
    if (reg == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL in the place of the register", "give the register");
    ombud__slot tombstone = {NULL, number, NULL, reg->present, 0};
    ombud_status status = ombud__register_living(reg, number, &slot, err);
    if (status == OMBUD_OK)
        status = check_holds(reg, number, err);
    if (status == OMBUD_OK)
        status = digest_of(reg, slot->matter, chain, &tombstone, err);
    if (status == OMBUD_OK)
        status = ombud__shift_before(reg, slot->matter, err);
    if (status == OMBUD_OK)
        status = ombud__shift_after(reg, NULL, (size_t)(slot - reg->slots), reg->present, err);
    if (status != OMBUD_OK) {
        ombud__shift_abandon(reg);
        ombud__free_wiped(&reg->alloc, tombstone.digest, tombstone.digest_length);
        return status;
    }
    ombud__shift_commit(reg);
    ombud_case_free(slot->matter);
    *slot = tombstone;
    reg->alive--;
    return OMBUD_OK;
}

ombud_status ombud__register_bury(ombud_register *reg, const ombud__slot *tombstone, ombud_error *err)
{
    ombud__slot copy = *tombstone;
    if (copy.digest != NULL) {
        copy.digest = ombud__alloc(&reg->alloc, copy.digest_length);
        if (copy.digest == NULL)
            return ombud__fail_no_memory_to_answer(err);
        memcpy(copy.digest, tombstone->digest, copy.digest_length);
    }
    ombud_status status = ombud__register_enter(reg, &copy, err);
    if (status != OMBUD_OK)
        ombud__free_wiped(&reg->alloc, copy.digest, copy.digest_length);
    return status;
}

ombud_status ombud_register_tombstone(const ombud_register *reg, int64_t number, ombud_tombstone *out)
{
    ombud_tombstone tombstone = OMBUD_TOMBSTONE_INIT;
    if (reg == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    const ombud__slot *slot = ombud__register_slot(reg, number);
    if (slot == NULL || slot->matter != NULL)
        return OMBUD_E_NOT_FOUND;
    tombstone.number = number;
    tombstone.on = slot->day;
    tombstone.digest_length = slot->digest_length;
    if (slot->digest != NULL)
        memcpy(tombstone.digest, slot->digest, slot->digest_length);
    return OMBUD__GIVE(out, ombud_tombstone, tombstone, digest);
}
