/* One walk: its members, breadth first from the beginning, and what it left out; see walk.h. */
#include "walk.h"

#include "casefile/line.h"
#include "kernel/civil.h"

#include <string.h>

ombud__world ombud__walk_world(const ombud__walking *walk, ombud__fold *fold, int32_t day)
{
    return (ombud__world){.law = walk->law,
                          .settings = walk->settings,
                          .edition = ombud__edition_on(walk->settings, day),
                          .fold = fold,
                          .day = day};
}

uint16_t ombud__walk_member(const ombud__walking *walk, ombud__id kind)
{
    for (uint16_t m = 0; m < walk->items; m++) {
        if (walk->member_kinds[m] == kind)
            return m;
    }
    return OMBUD__NOBODY;
}

/* ---- members ----------------------------------------------------------------------------------------------------- */

/* The roles that the walk needs somebody for: of each move one, and all that conditions ask for. */
static uint64_t roles_needed(const ombud__walking *walk)
{
    uint64_t needed = walk->cone.asked;
    for (size_t i = 0; i < walk->law->moves_count; i++) {
        const ombud__move *move = &walk->law->moves[i];
        if (walk->cone.kinds[walk->law->events[move->event].kind] & OMBUD__MOVES)
            needed |= move->by & (~move->by + 1);
    }
    return needed;
}

static int join(ombud__walking *walk, ombud__id kind, uint64_t roles)
{
    const ombud__kind *k = &walk->law->kinds[kind];
    ombud__fold *fold = &walk->blank;
    size_t words = k->bit_count > 64 ? 2 * ((k->bit_count + 63u) / 64 - 1) : 0;
    if (ombud__fold_reserve(fold, &walk->pool.alloc, fold->thing_count + 1u, fold->term_count + k->term_count,
                            fold->word_count + words, fold->day_count + k->day_count, 0) != OMBUD_OK)
        return 0;
    ombud__fold_join(fold, walk->settings, kind, roles);
    walk->member_kinds[walk->members++] = kind;
    return 1;
}

static int join_all(ombud__walking *walk)
{
    ombud__id person = walk->law->person;
    uint64_t needed = roles_needed(walk);
    for (size_t i = 0; i < walk->cone.item_count; i++) {
        if (!join(walk, walk->cone.items[i], 0))
            return 0;
    }
    walk->items = walk->members;
    /* Whom links lead to holds the roles of their names. */
    for (size_t r = 0; r < OMBUD_LAW_ROLES_MAX; r++) {
        walk->role_member[r] = OMBUD__NOBODY;
        if (r >= walk->law->roles_count || !(needed >> r & 1) || person == OMBUD__NONE)
            continue;
        uint16_t named = walk->law->linked_roles >> r & 1 ? ombud__walk_member(walk, person) : OMBUD__NOBODY;
        walk->role_member[r] = named != OMBUD__NOBODY ? named : walk->members;
        if (named != OMBUD__NOBODY)
            ombud__fold_give_roles(&walk->blank, walk->law, named, (uint64_t)1 << r);
        else if (!join(walk, person, (uint64_t)1 << r))
            return 0;
    }
    for (size_t l = 0; l < walk->law->links_count; l++)
        walk->ties += walk->cone.links[l] != 0;
    walk->ties += 4;
    return 1;
}

static int list_facts(ombud__walking *walk)
{
    const ombud_law *law = walk->law;
    int enough = 1;
    walk->splits = ombud__pool_table(&walk->pool, law->facts_count, sizeof *walk->splits, &enough);
    walk->stays = ombud__pool_table(&walk->pool, law->facts_count, sizeof *walk->stays, &enough);
    walk->turns = ombud__pool_table(&walk->pool, law->conds_count, sizeof *walk->turns, &enough);
    if (!enough)
        return 0;
    for (uint16_t m = 0; m < walk->items; m++) {
        for (size_t c = 0; c < law->conds_count; c++) {
            if (walk->cone.days[c] && law->conds[c].kind == walk->member_kinds[m])
                walk->turns[walk->turn_count++] = (ombud__known){m, (ombud__id)c};
        }
        for (size_t f = 0; f < law->facts_count; f++) {
            ombud__known of = {m, (ombud__id)f};
            if (law->facts[f].kind != walk->member_kinds[m])
                continue;
            if (ombud__cone_splits(&walk->cone, of.fact))
                walk->splits[walk->split_count++] = of;
            if (ombud__cone_stays(&walk->cone, of.fact))
                walk->stays[walk->stay_count++] = of;
        }
    }
    return 1;
}

static int make_room(ombud__walking *walk, ombud__fold *fold)
{
    const ombud__fold *like = &walk->blank;
    return ombud__fold_reserve(fold, &walk->pool.alloc, like->thing_count, like->term_count, like->word_count,
                               like->day_count, walk->ties) == OMBUD_OK;
}

static void begin(ombud__walking *walk)
{
    walk->first_day = ombud__proof_day(walk->law, walk->settings);
    walk->slot_count = 1;
    while (walk->slot_count < walk->most * 2)
        walk->slot_count *= 2;
    walk->slots = ombud__pool_alloc(&walk->pool, walk->slot_count * sizeof *walk->slots);
    if (walk->slots == NULL || !join_all(walk) || !list_facts(walk) || !make_room(walk, &walk->probe) ||
        !make_room(walk, &walk->base) || !make_room(walk, &walk->next)) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    ombud__stride start = {0, OMBUD__STRIDE_START, 0, walk->first_day, OMBUD__NONE, 0, 0, OMBUD__NOBODY, NULL, 0, 0};
    ombud__fold_copy(&walk->next, &walk->blank);
    walk->next.day = walk->first_day;
    ombud__walk_arrive(walk, &walk->next, walk->first_day, &start);
}

/* ---- steps ------------------------------------------------------------------------------------------------------- */

static void let_time_pass(ombud__walking *walk, uint32_t from)
{
    int32_t day = walk->situations[from].step.day;
    int32_t next = ombud__walk_next_day(walk, &walk->situations[from].fold, day);
    if (next == OMBUD__NO_DAY)
        return;
    ombud__stride step = {from, OMBUD__STRIDE_TIME, 0, next, OMBUD__NONE, 0, 0, OMBUD__NOBODY, NULL, 0, 0};
    ombud__fold_copy(&walk->next, &walk->situations[from].fold);
    ombud__world before = ombud__walk_world(walk, &walk->situations[from].fold, day);
    ombud__world after = ombud__walk_world(walk, &walk->next, day);
    ombud__fold_settle(&after, next);
    ombud__hold_over_time(walk, &before, &after, &step);
    ombud__walk_arrive(walk, &walk->next, next, &step);
}

static void go_on(ombud__walking *walk)
{
    for (uint32_t i = 0; i < walk->situations_count && walk->status == OMBUD_OK; i++) {
        walk->situations[i].open = 0;
        let_time_pass(walk, i);
        ombud__walk_events(walk, i);
        ombud__fold_free(&walk->situations[i].fold, &walk->pool.alloc);
    }
}

/* ---- what was left out ------------------------------------------------------------------------------------------- */

/* Kinds that may not walk with the first, though they would; and of those that do the events that alone may happen. */
static size_t name_absent(const ombud__walking *walk, const char **pieces)
{
    const ombud_law *law = walk->law;
    size_t count = 0;
    for (size_t k = 0; k < law->kinds_count; k++) {
        if (!walk->cone.absent[k])
            continue;
        pieces[count] = count == 0 ? "as asked, items of " : ", ";
        pieces[count + 1] = law->kinds[k].word.name.ptr;
        count += 2;
    }
    if (count > 0)
        pieces[count++] = "\n";
    size_t events = count;
    for (size_t e = 0; e < law->events_count; e++) {
        if (!(walk->cone.kinds[law->events[e].kind] & OMBUD__MOVES) || ombud__cone_lets(&walk->cone, (ombud__id)e))
            continue;
        pieces[count] = count == events ? "as asked, " : ", ";
        pieces[count + 1] = law->events[e].word.full.ptr;
        count += 2;
    }
    if (count > events)
        pieces[count++] = "\n";
    pieces[count++] = "what can no longer be met, end or be reached: it may be for want of these\n";
    return count;
}

static ombud_view bounds_of(ombud__walking *walk)
{
    size_t most = 16 + 2 * (walk->law->kinds_count + walk->law->events_count), count = 0;
    const char **pieces = ombud__pool_alloc(&walk->pool, most * sizeof *pieces);
    if (pieces == NULL) {
        walk->status = OMBUD_E_NOMEM;
        return (ombud_view){NULL, 0};
    }
    pieces[count++] = "one item of each kind; lengths the host leaves open, and periods that events carry, are a "
                      "month; days that events "
                      "carry are their own\n";
    if (walk->full)
        pieces[count++] = "as many situations as the bound allows: what lies beyond was not walked\n";
    if (walk->too_many_facts)
        pieces[count++] = "events on which more facts bear than are tried out together\n";
    if (walk->cut)
        pieces[count++] = "situations that more tells apart than is compared: some were taken for one\n";
    if (walk->too_many_aims)
        pieces[count++] = "of what must stay reachable all but the first 64\n";
    if (walk->cone.narrowed)
        count += name_absent(walk, pieces + count);
    if (walk->cone.cut)
        pieces[count++] = "items behind further links: more than six kinds would walk together\n";
    if (walk->far_off)
        pieces[count++] = "what lies more than a century ahead\n";
    for (size_t l = 0; l < walk->law->links_count; l++) {
        if (walk->cone.links[l] && walk->law->links[l].from == walk->law->links[l].to) {
            pieces[count++] = "links between two items of one kind\n";
            break;
        }
    }
    return ombud__proof_text(walk->proof, pieces, count);
}

static ombud_view reading_of(const ombud__walking *walk)
{
    if (walk->alternative == OMBUD__NONE)
        return (ombud_view){"", 0};
    const ombud__alternative *alternative = &walk->law->alternatives[walk->alternative];
    const char *const pieces[] = {walk->law->readings[alternative->reading].word.name.ptr, " ",
                                  alternative->word.name.ptr};
    return ombud__proof_text(walk->proof, pieces, 3);
}

static void tell(ombud__walking *walk)
{
    const ombud_walk blank = OMBUD_WALK_INIT;
    void *array = walk->proof->walks;
    ombud_walk *told = ombud__pool_add(&walk->proof->pool, &array, &walk->proof->walks_count,
                                       &walk->proof->walks_capacity, sizeof *told);
    walk->proof->walks = array;
    if (told == NULL) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    *told = blank;
    told->whole = !(walk->full | walk->too_many_facts | walk->far_off | walk->cut | walk->too_many_aims);
    told->item = walk->law->kinds[walk->cone.kind].word.name;
    told->reading = reading_of(walk);
    told->situations = walk->situations_count;
    told->steps = walk->steps;
    told->bounded = bounds_of(walk);
    walk->proof->narrowed[walk->cone.kind] |= walk->cone.narrowed != 0;
}

/* Whether the rows that the walk would look at rest on the reading at all. */
static int bears_on(const ombud__walking *walk)
{
    if (walk->alternative == OMBUD__NONE)
        return 1;
    for (size_t i = 0; i < walk->law->alternatives_count; i++) {
        if (walk->cone.alternatives[i] &&
            walk->law->alternatives[i].reading == walk->law->alternatives[walk->alternative].reading)
            return 1;
    }
    return 0;
}

ombud_status ombud__walk(ombud_proof *proof, const ombud_settings *settings, ombud__id alternative, ombud__id kind,
                         const ombud__asked *asked)
{
    ombud__walking walk;
    memset(&walk, 0, sizeof walk);
    walk.proof = proof;
    walk.law = proof->law;
    walk.settings = settings;
    walk.alternative = alternative;
    walk.recorded = asked->how.recorded != 0;
    walk.most = asked->how.situations_max;
    ombud__pool_init(&walk.pool, &proof->alloc);
    walk.status = ombud__cone_of(&walk.pool, walk.law, kind, asked->with, &walk.cone);
    if (walk.status == OMBUD_OK && bears_on(&walk)) {
        ombud__walk_aims(&walk);
        if (walk.status == OMBUD_OK)
            begin(&walk);
        go_on(&walk);
        if (walk.status == OMBUD_OK)
            ombud__hold_aims(&walk);
        if (walk.status == OMBUD_OK)
            tell(&walk);
    }
    for (size_t i = 0; i < walk.situations_count; i++)
        ombud__fold_free(&walk.situations[i].fold, &walk.pool.alloc);
    ombud__fold_free(&walk.blank, &walk.pool.alloc);
    ombud__fold_free(&walk.probe, &walk.pool.alloc);
    ombud__fold_free(&walk.base, &walk.pool.alloc);
    ombud__fold_free(&walk.next, &walk.pool.alloc);
    ombud__pool_free(&walk.pool);
    return walk.status;
}
