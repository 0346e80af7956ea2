/*
 * When two folds are one situation: states, the facts that stay and some row reads, what became of terms, and the order
 * of the days still to come are alike. The days themselves are not looked at: nothing reads them but through that
 * order.
 */
#include "walk.h"

#include "kernel/civil.h"

#include <string.h>

enum { KEY_MAX = 2048, DAYS_MAX = 250 /* ranks are bytes */ };

typedef struct keying {
    const ombud__walking *walk;
    const ombud__fold *fold;
    int32_t day;
    unsigned char key[KEY_MAX];
    size_t length;
    int32_t days[DAYS_MAX]; /* still to come, ascending, each once */
    size_t day_count;
    int cut; /* more tells apart than there is room for */
} keying;

static void put(keying *k, unsigned value)
{
    if (k->length < KEY_MAX)
        k->key[k->length++] = (unsigned char)value;
    else
        k->cut = 1;
}

/* ---- days to come ------------------------------------------------------------------------------------------------ */

static void add_day(keying *k, int32_t day)
{
    size_t at = 0;
    if (day == OMBUD__NO_DAY || day < k->day)
        return;
    while (at < k->day_count && k->days[at] < day)
        at++;
    if (at < k->day_count && k->days[at] == day)
        return;
    /* Where there is no room the latest is left out. */
    int full = k->day_count == DAYS_MAX;
    k->cut |= full;
    if (full && at == DAYS_MAX)
        return;
    k->day_count -= (size_t)full;
    memmove(k->days + at + 1, k->days + at, (k->day_count - at) * sizeof k->days[0]);
    k->days[at] = day;
    k->day_count++;
}

/* 0: none or past; 1: today; from 2 on in their order. */
static unsigned rank_of(const keying *k, int32_t day)
{
    if (day == OMBUD__NO_DAY || day < k->day)
        return 0;
    for (size_t i = 0; i < k->day_count; i++) {
        if (k->days[i] == day)
            return day == k->day ? 1 : (unsigned)i + 2;
    }
    return 255;
}

/* The last day on which a condition on a remembered day is not so yet. */
static int32_t turning_day(const ombud__fold *fold, const ombud__cond *c, uint16_t item)
{
    int32_t from = fold->days[fold->things[item].days + c->a];
    int32_t end =
        from == OMBUD__NO_REMEMBERED_DAY ? OMBUD__NO_DAY : ombud__day_plus(from, c->period.count, c->period.unit);
    return end == OMBUD__NO_DAY || c->n ? end : end - 1;
}

/* Calls `each` for every day that a condition of the cone waits for. */
static void turning_days(keying *k, void (*each)(keying *k, int32_t day))
{
    const ombud__walking *walk = k->walk;
    for (size_t i = 0; i < walk->turn_count; i++) {
        const ombud__cond *c = &walk->law->conds[walk->turns[i].fact];
        if (c->op == OMBUD__C_DAY)
            each(k, turning_day(k->fold, c, walk->turns[i].item));
    }
}

static void put_rank(keying *k, int32_t day)
{
    put(k, rank_of(k, day));
}

static void gather_days(keying *k)
{
    for (uint32_t i = 0; i < k->walk->items; i++) {
        const ombud__thing *thing = &k->fold->things[i];
        for (size_t t = 0; t < k->walk->law->terms_count; t++) {
            const ombud__term *term = &k->walk->law->terms[t];
            if (term->kind == thing->kind && k->walk->cone.terms[t] && thing->ticking >> term->local & 1)
                add_day(k, k->fold->terms[thing->terms + term->local].due);
        }
    }
    turning_days(k, add_day);
}

/* ---- the key ----------------------------------------------------------------------------------------------------- */

static void put_facts(keying *k, const ombud__world *world)
{
    for (size_t i = 0; i < k->walk->stay_count; i++)
        put(k, (unsigned)ombud__fact_of(world, k->walk->stays[i].fact, k->walk->stays[i].item));
}

/* Whether a term that nothing reads runs does not matter to anything but itself: hold.c follows it along the ways. */
static void put_terms(keying *k, uint16_t item)
{
    const ombud_law *law = k->walk->law;
    const ombud__thing *thing = &k->fold->things[item];
    for (size_t t = 0; t < law->terms_count; t++) {
        if (law->terms[t].kind != thing->kind)
            continue;
        const ombud__running *term = &k->fold->terms[thing->terms + law->terms[t].local];
        int runs = term->status == OMBUD_TERM_OPEN;
        if (!k->walk->cone.terms[t])
            continue;
        put(k, term->status);
        if (!runs)
            continue;
        put(k, term->flags);
        put(k, term->no_due);
        put(k, term->row & 0xFFu);
        put(k, thing->ticking >> law->terms[t].local & 1 ? rank_of(k, term->due) : 0);
    }
}

/* With one item of each kind a link ties at most one pair; only links that are read are made. */
static void put_ties(keying *k)
{
    for (uint32_t i = 0; i < k->fold->tie_count; i++)
        put(k, k->fold->ties[i].link);
}

/* Ties in one order, whichever came first. */
static void sort_ties(ombud__fold *fold)
{
    for (uint32_t i = 1; i < fold->tie_count; i++) {
        ombud__tie tie = fold->ties[i];
        uint32_t at = i;
        for (; at > 0 && tie.link < fold->ties[at - 1].link; at--)
            fold->ties[at] = fold->ties[at - 1];
        fold->ties[at] = tie;
    }
}

static void make_key(keying *k, const ombud__walking *walk, ombud__fold *fold, int32_t day)
{
    ombud__world world = ombud__walk_world(walk, fold, day);
    k->walk = walk;
    k->fold = fold;
    k->day = day;
    k->length = k->day_count = 0;
    k->cut = 0;
    sort_ties(fold);
    gather_days(k);
    put(k, walk->recorded && fold->findings > 0);
    for (uint16_t i = 0; i < walk->items; i++) {
        if (walk->cone.kinds[fold->things[i].kind] & OMBUD__MOVES)
            put(k, fold->things[i].state);
        put_terms(k, i);
    }
    put_facts(k, &world);
    turning_days(k, put_rank);
    for (size_t i = 0; i < walk->turn_count; i++) {
        if (walk->law->conds[walk->turns[i].fact].op == OMBUD__C_LINK)
            put(k, (unsigned)ombud__holds(&world, walk->turns[i].fact, walk->turns[i].item));
    }
    put_ties(k);
}

static size_t hash_of(const keying *k)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < k->length; i++)
        hash = (hash ^ k->key[i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 29);
}

/* ---- arriving ---------------------------------------------------------------------------------------------------- */

static void note_way(ombud__walking *walk, uint32_t from, uint32_t to)
{
    void *array = walk->edges;
    const ombud__edge *last = walk->edges_count == 0 ? NULL : &walk->edges[walk->edges_count - 1];
    if (last != NULL && last->from == from && last->to == to && last->opens == walk->opens && last->ends == walk->ends)
        return;
    ombud__edge *edge = ombud__pool_add(&walk->pool, &array, &walk->edges_count, &walk->edges_capacity, sizeof *edge);
    walk->edges = array;
    if (edge == NULL)
        walk->status = OMBUD_E_NOMEM;
    else
        *edge = (ombud__edge){from, to, walk->opens, walk->ends};
}

static const ombud__load *keep_loads(ombud__walking *walk, const ombud__stride *step)
{
    size_t count = (size_t)step->carried + step->stated;
    ombud__load *kept = count == 0 ? NULL : ombud__pool_alloc(&walk->pool, count * sizeof *kept);
    if (kept != NULL)
        memcpy(kept, step->loads, count * sizeof *kept);
    else if (count > 0)
        walk->status = OMBUD_E_NOMEM;
    return kept;
}

static void add_situation(ombud__walking *walk, const keying *k, ombud__fold *fold, const ombud__stride *step,
                          size_t slot)
{
    unsigned char *key = ombud__pool_alloc(&walk->pool, k->length + 1);
    void *array = walk->situations;
    ombud__situation *added = key == NULL ? NULL
                                          : ombud__pool_add(&walk->pool, &array, &walk->situations_count,
                                                            &walk->situations_capacity, sizeof *added);
    walk->situations = array;
    if (added == NULL) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    memset(added, 0, sizeof *added);
    memcpy(key, k->key, k->length);
    added->step = *step;
    added->step.loads = keep_loads(walk, step);
    added->key = key;
    added->key_length = k->length;
    added->open = 1;
    added->found = fold->findings > 0;
    /* Without its loads it is no step of a case that could be shown. */
    if (walk->status != OMBUD_OK ||
        ombud__fold_reserve(&added->fold, &walk->pool.alloc, fold->thing_count, fold->term_count, fold->word_count,
                            fold->day_count, walk->ties) != OMBUD_OK) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    ombud__fold_copy(&added->fold, fold);
    walk->slots[slot] = (uint32_t)walk->situations_count;
    ombud__world world = ombud__walk_world(walk, &added->fold, k->day);
    ombud__hold_here(walk, (uint32_t)(walk->situations_count - 1), &world);
}

void ombud__walk_arrive(ombud__walking *walk, ombud__fold *fold, int32_t day, const ombud__stride *step)
{
    keying k;
    if (walk->status != OMBUD_OK)
        return;
    walk->steps += step->sort != OMBUD__STRIDE_START;
    make_key(&k, walk, fold, day);
    walk->cut |= k.cut;
    size_t slot = hash_of(&k) & (walk->slot_count - 1);
    for (; walk->slots[slot] != 0; slot = (slot + 1) & (walk->slot_count - 1)) {
        const ombud__situation *known = &walk->situations[walk->slots[slot] - 1];
        if (known->key_length == k.length && memcmp(known->key, k.key, k.length) == 0)
            break;
    }
    if (walk->slots[slot] == 0) {
        if (walk->situations_count >= walk->most) {
            walk->full = 1;
            walk->situations[step->from].open = 1; /* there is one: the bound is not 0 */
            return;
        }
        add_situation(walk, &k, fold, step, slot);
    }
    if (walk->status == OMBUD_OK && step->sort != OMBUD__STRIDE_START)
        note_way(walk, step->from, walk->slots[slot] - 1);
}

/* ---- time -------------------------------------------------------------------------------------------------------- */

enum { FARTHEST = 40000 /* days: a century and more */ };

int32_t ombud__walk_next_day(ombud__walking *walk, const ombud__fold *fold, int32_t day)
{
    keying k;
    k.walk = walk;
    k.fold = fold;
    k.day = day;
    k.length = k.day_count = 0;
    k.cut = 0;
    gather_days(&k);
    if (k.day_count == 0)
        return OMBUD__NO_DAY;
    int32_t next = k.days[0] > day ? k.days[0] : day + 1;
    if (next > OMBUD_DAY_MAX) /* no day follows: what would pass then never does */
        return OMBUD__NO_DAY;
    if (next - walk->first_day > FARTHEST) {
        walk->far_off = 1;
        return OMBUD__NO_DAY;
    }
    return next;
}
