/* What a change of cases does to the orders of a register; see register.h. */
#include "register.h"

#include "kernel/civil.h"
#include "kernel/error.h"

#include <string.h>

/* Room for one more at the end of a list. */
static ombud_status push(const ombud_alloc *alloc, ombud__keys *keys, const ombud__key *key, ombud_error *err)
{
    if (keys->list_count == keys->list_capacity) {
        size_t larger = keys->list_capacity == 0 ? 16 : keys->list_capacity * 2;
        ombud__key *list =
            ombud__resize_wiped(alloc, keys->list, keys->list_capacity * sizeof *list, larger * sizeof *list);
        if (list == NULL)
            return ombud__register_no_memory(err);
        keys->list = list;
        keys->list_capacity = larger;
    }
    keys->list[keys->list_count++] = *key;
    return OMBUD_OK;
}

static void clear(ombud__keys *keys)
{
    if (keys->list_count > 0)
        memset(keys->list, 0, keys->list_count * sizeof *keys->list);
    keys->list_count = 0;
}

/* ---- the keys of one case ---------------------------------------------------------------------------------------- */

int ombud__keeps(const ombud_law *law, ombud__id term_row)
{
    const ombud__term_row *row = &law->term_rows[term_row];
    return !law->terms[row->term].duty && row->then == OMBUD__NONE && row->bound == OMBUD__AT_LEAST;
}

static void sooner(int32_t day, int32_t *best)
{
    if (day < *best)
        *best = day;
}

/* The last day by which a term is listed: of a duty that comes again the one that was missed. */
static int32_t listed_day(const ombud_case *matter, const ombud__running *term)
{
    return term->no_due == OMBUD_DUE_KNOWN ? ombud__last_day(matter->settings, term) : OMBUD__NO_DAY;
}

typedef struct collecting {
    const ombud_case *matter;
    const ombud__world *world;
    ombud__keys *keys;
    int32_t *turn;
    ombud_error *err;
} collecting;

static ombud_status collect_term(const collecting *at, uint16_t item, const ombud__running *term, int ticking)
{
    const ombud_law *law = at->world->law;
    if (term->status != OMBUD_TERM_OPEN)
        return OMBUD_OK;
    if (ticking && term->due < OMBUD_DAY_MAX)
        sooner(term->due + 1, at->turn);
    if (!law->terms[law->term_rows[term->row].term].duty && !ombud__keeps(law, term->row))
        return OMBUD_OK;
    if (law->term_rows[term->row].excused != OMBUD__NONE) {
        /* Another wording may excuse otherwise. */
        if (at->world->edition->to < OMBUD_DAY_MAX)
            sooner(at->world->edition->to + 1, at->turn);
        if (ombud__term_status(at->world, term, item) == OMBUD_TERM_EXCUSED)
            return OMBUD_OK;
    }
    ombud__key key = {at->matter->number, at->matter->members[item].number, listed_day(at->matter, term), item,
                      term->row};
    return push(&at->matter->alloc, at->keys, &key, at->err);
}

ombud_status ombud__register_collect(const ombud_case *matter, int32_t day, ombud__keys *keys, int32_t *turn,
                                     ombud_error *err)
{
    ombud__look look;
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = day;
    clear(keys);
    ombud_status status = ombud__look_at(matter, &asof, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    ombud__world world = ombud__look_world(&look);
    collecting at = {matter, &world, keys, turn, err};
    *turn = ombud__next_flip(&world, day);
    for (uint32_t i = 0; i < look.fold->thing_count && status == OMBUD_OK; i++) {
        const ombud__thing *thing = &look.fold->things[i];
        uint32_t terms = thing->touched ? matter->law->kinds[thing->kind].term_count : 0;
        for (uint32_t t = 0; t < terms && status == OMBUD_OK; t++)
            status = collect_term(&at, (uint16_t)i, &look.fold->terms[thing->terms + t], thing->ticking >> t & 1);
    }
    ombud__look_free(&look);
    return status;
}

/* ---- shifting ---------------------------------------------------------------------------------------------------- */

static ombud__ordered *order_of(ombud_register *reg, const ombud__key *key)
{
    if (key->item_number == OMBUD__TURN)
        return &reg->turns;
    return reg->law->terms[reg->law->term_rows[key->row].term].duty ? &reg->duties : &reg->kept;
}

static ombud_status add(ombud_register *reg, const ombud__key *key, ombud_error *err)
{
    ombud_status status = push(&reg->alloc, &reg->shift.added, key, err);
    if (status != OMBUD_OK)
        return status;
    if (ombud__ordered_put(order_of(reg, key), &reg->alloc, key) == OMBUD_OK)
        return OMBUD_OK;
    reg->shift.added.list_count--;
    return ombud__register_no_memory(err);
}

/* Where a term stands among those of its case: each has at most one key. */
static uint64_t term_of(const ombud_law *law, const ombud__key *key)
{
    return (uint64_t)key->item << 16 | law->terms[law->term_rows[key->row].term].local;
}

static ombud_status shift_terms(ombud_register *reg, ombud_error *err)
{
    const ombud__keys *before = &reg->shift.before, *after = &reg->shift.after;
    size_t b = 0, a = 0;
    ombud_status status = OMBUD_OK;
    while (status == OMBUD_OK && (b < before->list_count || a < after->list_count)) {
        const ombud__key *old = b < before->list_count ? &before->list[b] : NULL;
        const ombud__key *new = a < after->list_count ? &after->list[a] : NULL;
        uint64_t of_old = old ? term_of(reg->law, old) : UINT64_MAX, of_new = new ? term_of(reg->law, new) : UINT64_MAX;
        int same = of_old == of_new && old->day == new->day && old->row == new->row;
        if (!same && of_new <= of_old)
            status = add(reg, new, err);
        if (!same && of_old <= of_new && status == OMBUD_OK)
            status = push(&reg->alloc, &reg->shift.gone, old, err);
        b += of_old <= of_new;
        a += of_new <= of_old;
    }
    return status;
}

static ombud_status shift_turn(ombud_register *reg, int64_t number, size_t slot, int32_t before, int32_t after,
                               ombud_error *err)
{
    ombud__key old = {number, OMBUD__TURN, before, 0, 0}, new = {number, OMBUD__TURN, after, 0, 0};
    ombud__key turn = ombud__key_to(slot, 0, after);
    if (before == after)
        return OMBUD_OK;
    ombud_status status = push(&reg->alloc, &reg->shift.turns, &turn, err);
    if (status == OMBUD_OK && before != OMBUD__NO_DAY)
        status = push(&reg->alloc, &reg->shift.gone, &old, err);
    return status == OMBUD_OK && after != OMBUD__NO_DAY ? add(reg, &new, err) : status;
}

ombud_status ombud__shift_before(ombud_register *reg, const ombud_case *matter, ombud_error *err)
{
    int32_t turn;
    clear(&reg->shift.before);
    return matter == NULL ? OMBUD_OK : ombud__register_collect(matter, reg->present, &reg->shift.before, &turn, err);
}

ombud_status ombud__shift_after(ombud_register *reg, const ombud_case *matter, size_t slot, int32_t day,
                                ombud_error *err)
{
    int32_t turn = OMBUD__NO_DAY, before = slot < reg->slots_count ? reg->slots[slot].day : OMBUD__NO_DAY;
    ombud_status status = OMBUD_OK;
    clear(&reg->shift.after);
    if (matter != NULL)
        status = ombud__register_collect(matter, day, &reg->shift.after, &turn, err);
    if (status == OMBUD_OK)
        status = shift_terms(reg, err);
    if (status != OMBUD_OK)
        return status;
    return shift_turn(reg, matter != NULL ? matter->number : reg->slots[slot].number, slot, before, turn, err);
}

static void take_all(ombud_register *reg, const ombud__keys *keys)
{
    for (size_t i = 0; i < keys->list_count; i++)
        ombud__ordered_take(order_of(reg, &keys->list[i]), &reg->alloc, &keys->list[i]);
}

static void end(ombud_register *reg)
{
    clear(&reg->shift.before);
    clear(&reg->shift.after);
    clear(&reg->shift.added);
    clear(&reg->shift.gone);
    clear(&reg->shift.turns);
}

void ombud__shift_commit(ombud_register *reg)
{
    take_all(reg, &reg->shift.gone);
    for (size_t i = 0; i < reg->shift.turns.list_count; i++) {
        const ombud__key *turn = &reg->shift.turns.list[i];
        reg->slots[ombud__key_leads_to(turn)].day = turn->day;
    }
    end(reg);
}

void ombud__shift_abandon(ombud_register *reg)
{
    take_all(reg, &reg->shift.added);
    end(reg);
}

static void free_keys(const ombud_alloc *alloc, ombud__keys *keys)
{
    ombud__free_wiped(alloc, keys->list, keys->list_capacity * sizeof *keys->list);
}

void ombud__shift_free(ombud_register *reg)
{
    free_keys(&reg->alloc, &reg->shift.before);
    free_keys(&reg->alloc, &reg->shift.after);
    free_keys(&reg->alloc, &reg->shift.added);
    free_keys(&reg->alloc, &reg->shift.gone);
    free_keys(&reg->alloc, &reg->shift.turns);
}
