/*
 * All events from a situation. Who acts, what the event carries, and the facts on which anything turns are tried out: a
 * fact is stated yes and no where it is first read, and left unknown where it cannot matter. What is stated for an
 * event is taken back after it, unless it is read between events too.
 */
#include "walk.h"

#include <string.h>

enum { STATED_MAX = 24, TRIES_MAX = 4096 };
_Static_assert(OMBUD__WALK_CARRIED + STATED_MAX <= OMBUD__WALK_LOADS, "what is carried and stated has room");
enum { TAKEN_PERMITTED = 1, TAKEN_OTHER = 2 };

typedef struct splitting {
    ombud__walking *walk;
    uint32_t from;
    ombud__stride step;
    ombud__act act;
    ombud__load loads[OMBUD__WALK_LOADS]; /* carried, then stated */
    uint64_t roles;
    size_t tries;
    int taken, wanted, among_guards; /* ways through the guards found, and those that are enough */
} splitting;

/* ---- facts that are truly unknown -------------------------------------------------------------------------------- */

static void forget_all(splitting *s, ombud__fold *fold, int32_t day)
{
    const ombud__walking *walk = s->walk;
    ombud__world world = ombud__walk_world(walk, fold, day);
    for (size_t i = 0; i < walk->split_count; i++) {
        const ombud__fact *fact = &walk->law->facts[walk->splits[i].fact];
        if (ombud__fact_of(&world, walk->splits[i].fact, walk->splits[i].item) ==
            (fact->silence_no ? OMBUD__NO : OMBUD__UNKNOWN))
            ombud__fold_forget(fold, fact, walk->splits[i].item);
    }
}

/* ---- the first fact that a condition waits for ------------------------------------------------------------------- */

static int waits_for(const splitting *s, const ombud__world *world, ombud__id cond, uint16_t item, ombud__known *out);

static int row_waits(const splitting *s, const ombud__world *world, ombud__id when, ombud__id unless, uint16_t item,
                     ombud__known *out)
{
    return waits_for(s, world, when, item, out) || (unless != OMBUD__NONE && waits_for(s, world, unless, item, out));
}

static int definition_waits(const splitting *s, const ombud__world *world, const ombud__fact *fact, ombud__id as_at,
                            uint16_t item, ombud__known *out)
{
    for (size_t i = fact->definition; i < (size_t)fact->definition + fact->definitions; i++) {
        const ombud__definition *d = &world->law->definitions[i];
        if (d->as_at == as_at && ombud__row_has_text(world->edition->definitions[i]) &&
            ombud__row_holds(world, world->edition->definitions[i], d->when, d->unless, item) == OMBUD__UNKNOWN &&
            row_waits(s, world, d->when, d->unless, item, out))
            return 1;
    }
    return 0;
}

/* Of a fact that is unknown. */
static int fact_waits(const splitting *s, const ombud__world *world, ombud__id id, uint16_t item, ombud__known *out)
{
    const ombud__fact *fact = &world->law->facts[id];
    if (fact->bit == OMBUD__NONE)
        return definition_waits(s, world, fact, OMBUD__NONE, item, out);
    if (!ombud__cone_splits(&s->walk->cone, id))
        return 0;
    *out = (ombud__known){item, id};
    return 1;
}

static int waits_for(const splitting *s, const ombud__world *world, ombud__id cond, uint16_t item, ombud__known *out)
{
    if (cond == OMBUD__NONE || ombud__holds(world, cond, item) != OMBUD__UNKNOWN)
        return 0;
    const ombud__cond *c = &world->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: return waits_for(s, world, c->a, item, out) || waits_for(s, world, c->b, item, out);
    case OMBUD__C_NOT: return waits_for(s, world, c->a, item, out);
    case OMBUD__C_FACT: return fact_waits(s, world, c->a, item, out);
    case OMBUD__C_LINK:
        for (uint32_t i = 0; i < world->fold->tie_count; i++) {
            const ombud__tie *t = &world->fold->ties[i];
            if (t->link == c->a && waits_for(s, world, c->b, c->back ? t->from : t->to, out))
                return 1;
        }
        return 0;
    default: return 0;
    }
}

static int guard_waits(const splitting *s, const ombud__world *world, ombud__id id, uint16_t item, ombud__known *out)
{
    const ombud__guard *g = &world->law->guards[id];
    if (ombud__guard_holds(world, id, item) != OMBUD__UNKNOWN)
        return 0;
    for (size_t i = 0; g->type == OMBUD__GUARD_NEEDS && i < g->need_count; i++) {
        ombud__id fact = world->law->fact_lists[g->needs + i];
        if (ombud__fact_of(world, fact, item) == OMBUD__UNKNOWN && fact_waits(s, world, fact, item, out))
            return 1;
    }
    return row_waits(s, world, g->when, g->unless, item, out);
}

/* What the event does to terms is judged once it has happened: in the state it leads to. */
static int op_waits(const splitting *s, ombud__world *world, const ombud__plan *plan, uint16_t item, ombud__known *out)
{
    ombud__thing *thing = &world->fold->things[item];
    uint16_t before = thing->state;
    int waits = 0;
    thing->state = plan->cells[before].to;
    for (const ombud__op *op = plan->change; op < plan->end && !waits; op++) {
        int open = world->fold->terms[thing->terms + op->local].status == OMBUD_TERM_OPEN;
        waits = (op >= plan->open || open) && row_waits(s, world, op->when, op->unless, item, out);
    }
    for (const ombud__far *far = plan->far; far < plan->far_end; far++) {
        for (uint32_t i = 0; i < world->fold->tie_count && !waits; i++) {
            uint16_t other = ombud__far_item(far, &world->fold->ties[i], item);
            waits = other != OMBUD__NOBODY &&
                    world->fold->terms[world->fold->things[other].terms + far->op.local].status == OMBUD_TERM_OPEN &&
                    row_waits(s, world, far->op.when, far->op.unless, other, out);
        }
    }
    thing->state = before;
    return waits;
}

/* Whether it depends on a fact what the event does, or what is claimed of it. */
static int effect_waits(const splitting *s, ombud__world *world, ombud__known *out)
{
    const ombud__plan *plan = world->edition->plans[s->act.what];
    uint16_t item = s->act.item;
    for (const ombud__op *op = plan->keep; op < plan->change; op++) {
        if (s->walk->cone.facts[op->row] &&
            definition_waits(s, world, &world->law->facts[op->row], s->act.what, item, out))
            return 1;
    }
    if (op_waits(s, world, plan, item, out))
        return 1;
    ombud__id open = ombud__hold_open(s->walk, world, s->act.what, item);
    return open != OMBUD__NONE && waits_for(s, world, open, item, out);
}

static int guards_wait(const splitting *s, const ombud__world *world, ombud__known *out)
{
    const ombud__plan *plan = world->edition->plans[s->act.what];
    for (uint32_t i = 0; i < plan->guards; i++) {
        if (guard_waits(s, world, plan->guard[i], s->act.item, out))
            return 1;
    }
    return 0;
}

/* ---- one event --------------------------------------------------------------------------------------------------- */

/* A fact, as stated, in a fold of the case: a no is not told where silence says it. */
static void state_facts(const splitting *s, ombud__world *world, int back)
{
    const ombud__walking *walk = s->walk;
    for (size_t i = s->step.carried; i < (size_t)s->step.carried + s->step.stated; i++) {
        const ombud__load *load = &s->loads[i];
        if (!back && (load->truth == OMBUD__YES || !walk->law->facts[load->what].silence_no))
            ombud__fold_fact(world, (uint16_t)load->value, load->what, load->truth);
        else if (back && walk->cone.facts[load->what] != OMBUD__READ_BETWEEN)
            ombud__fold_fact(world, (uint16_t)load->value, load->what, OMBUD__UNKNOWN);
    }
}

static void take_step(splitting *s)
{
    ombud__walking *walk = s->walk;
    ombud__fold_copy(&walk->next, &walk->situations[s->from].fold);
    ombud__world world = ombud__walk_world(walk, &walk->next, s->act.day);
    state_facts(s, &world, 0);
    ombud__fold_act(&world, &s->act, s->loads);
    ombud__hold_act(walk, &world, &s->step);
    state_facts(s, &world, 1);
    ombud__walk_arrive(walk, &walk->next, s->act.day, &s->step);
    walk->opens = walk->ends = 0;
}

static void split(splitting *s);

/* The fact yes, then no; `enough`: once a way through the guards is found, others do the same. */
static void try_both(splitting *s, ombud__world *world, ombud__known fact, int enough)
{
    ombud__walking *walk = s->walk;
    size_t at = (size_t)s->step.carried + s->step.stated++;
    for (int truth = OMBUD__YES; truth >= OMBUD__NO && (!enough || s->taken != s->wanted); truth -= OMBUD__YES) {
        s->taken = enough ? s->taken : 0;
        s->loads[at] = (ombud__load){OMBUD__LOAD_FACT, (uint8_t)truth, fact.fact, fact.item};
        world->fold = &walk->base;
        ombud__fold_fact(world, fact.item, fact.fact, truth);
        split(s);
    }
    ombud__fold_forget(&walk->base, &walk->law->facts[fact.fact], fact.item);
    s->step.stated--;
}

static void come_through(splitting *s, const ombud__world *world, ombud__ruling ruling)
{
    int permitted = ruling.ruling == OMBUD_PERMITTED;
    s->taken |= permitted ? TAKEN_PERMITTED : TAKEN_OTHER;
    if (permitted)
        ombud__hold_at(s->walk, s->from, world, &s->step);
    if (permitted || s->walk->recorded)
        take_step(s);
}

/* What the event does is settled first; then one way through the guards is enough, or, if facts bear on it that are
 * read later too, each. */
static void split(splitting *s)
{
    ombud__walking *walk = s->walk;
    ombud__known fact;
    if (walk->status != OMBUD_OK)
        return;
    if (s->tries++ >= TRIES_MAX) {
        walk->too_many_facts = 1;
        return;
    }
    ombud__fold_copy(&walk->probe, &walk->base);
    ombud__world world = ombud__walk_world(walk, &walk->probe, s->act.day);
    ombud__fold_carry(&world, &s->act, s->loads);
    world.named = s->act.by != OMBUD__NOBODY;
    world.roles = s->roles;
    ombud__fold_keep(&world, world.edition->plans[s->act.what], s->act.item);
    ombud__ruling ruling = ombud__judge(&world, s->act.what, s->act.item, world.roles, world.named);
    if (!walk->recorded && ruling.ruling != OMBUD_PERMITTED && ruling.ruling != OMBUD_UNDETERMINED)
        return;
    int room = s->step.stated < STATED_MAX;
    walk->too_many_facts |= !room;
    if (room && effect_waits(s, &world, &fact)) {
        try_both(s, &world, fact, 0);
    } else if (room && ruling.ruling == OMBUD_UNDETERMINED && guards_wait(s, &world, &fact)) {
        if (!s->among_guards)
            s->taken = 0;
        s->among_guards++;
        try_both(s, &world, fact, walk->cone.facts[fact.fact] != OMBUD__READ_BETWEEN);
        s->among_guards--;
    } else {
        come_through(s, &world, ruling);
    }
}

/* ---- who acts, and what is carried ------------------------------------------------------------------------------- */

static void by_whom(splitting *s)
{
    ombud__walking *walk = s->walk;
    const ombud__fold *fold = &walk->situations[s->from].fold;
    const ombud__world world = ombud__walk_world(walk, &walk->situations[s->from].fold, s->act.day);
    const ombud__cell *cell = &world.edition->plans[s->act.what]->cells[fold->things[s->act.item].state];
    uint64_t tried = cell->roles == 0 ? walk->cone.asked : cell->roles;
    int all = (walk->cone.asked & tried) != 0, some = 0;
    for (size_t r = 0; r < walk->law->roles_count && (all || !some); r++) {
        if (!(tried >> r & 1) || walk->role_member[r] == OMBUD__NOBODY)
            continue;
        some = 1;
        s->act.by = s->step.by = walk->role_member[r];
        ombud__fold_copy(&walk->base, fold);
        ombud__world base = ombud__walk_world(walk, &walk->base, s->act.day);
        s->roles = ombud__roles_on(&base, s->act.by, s->act.item);
        forget_all(s, &walk->base, s->act.day);
        split(s);
    }
    if (cell->roles == 0 || walk->recorded) {
        s->act.by = s->step.by = OMBUD__NOBODY;
        s->roles = 0;
        ombud__fold_copy(&walk->base, fold);
        forget_all(s, &walk->base, s->act.day);
        split(s);
    }
}

static int choice_is_read(const ombud__walking *walk, const ombud__arg *arg)
{
    for (size_t c = arg->choice; c < (size_t)arg->choice + arg->choices; c++) {
        if (walk->cone.facts[walk->law->choices[c].fact])
            return 1;
    }
    return 0;
}

/* With one item of each kind a link ties at most one pair. */
static int tied(const ombud__fold *fold, ombud__id link)
{
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        if (fold->ties[i].link == link)
            return 1;
    }
    return 0;
}

static void carry(splitting *s, size_t arg);

static void carry_one(splitting *s, size_t arg, ombud__load load)
{
    s->loads[s->step.carried++] = load;
    s->act.loads = s->step.carried;
    carry(s, arg + 1);
    s->act.loads = --s->step.carried;
}

/* Each argument of which something is read, in every way: a choice each, a day is the day itself, a period a month, an
 * item or none; and left out, where it is read whether it was carried. */
static void carry(splitting *s, size_t arg)
{
    ombud__walking *walk = s->walk;
    const ombud__event *event = &walk->law->events[s->act.what];
    if (arg == event->args || s->step.carried == OMBUD__WALK_CARRIED) {
        by_whom(s);
        return;
    }
    ombud__id id = walk->law->event_args[event->arg + arg];
    const ombud__arg *of = &walk->law->args[id];
    int left_out = of->carried != OMBUD__NONE && walk->cone.facts[of->carried];
    switch (of->type) {
    case OMBUD__ARG_CHOICE: {
        size_t ways = choice_is_read(walk, of) ? of->choices : left_out ? 1 : 0;
        for (size_t c = of->choice; c < of->choice + ways; c++)
            carry_one(s, arg, (ombud__load){OMBUD__LOAD_CHOICE, 0, (ombud__id)c, 0});
        left_out |= ways == 0;
        break;
    }
    case OMBUD__ARG_DAY: carry_one(s, arg, (ombud__load){OMBUD__LOAD_DAY, 0, id, s->act.day}); break;
    case OMBUD__ARG_PERIOD: carry_one(s, arg, (ombud__load){OMBUD__LOAD_PERIOD, 0, id, 8 + OMBUD_UNIT_MONTHS}); break;
    default: {
        uint16_t to = ombud__walk_member(walk, of->of_kind);
        int read = walk->cone.links[of->link] && to != OMBUD__NOBODY && to != s->act.item;
        if (read && !tied(&walk->situations[s->from].fold, of->link))
            carry_one(s, arg, (ombud__load){OMBUD__LOAD_ITEM, 0, id, to});
        left_out = 1;
    }
    }
    if (left_out)
        carry(s, arg + 1);
}

/* ---- what is said without an event ------------------------------------------------------------------------------- */

/* Facts that are read between events can be stated at any time. */
static void say_facts(ombud__walking *walk, uint32_t from, int32_t day)
{
    for (size_t i = 0; i < walk->split_count; i++) {
        ombud__known of = walk->splits[i];
        int silent = walk->law->facts[of.fact].silence_no;
        ombud__world world = ombud__walk_world(walk, &walk->situations[from].fold, day);
        if (walk->cone.facts[of.fact] != OMBUD__READ_BETWEEN ||
            ombud__fact_of(&world, of.fact, of.item) != (silent ? OMBUD__NO : OMBUD__UNKNOWN))
            continue;
        for (int truth = OMBUD__YES; truth >= (silent ? OMBUD__YES : OMBUD__NO); truth -= OMBUD__YES) {
            ombud__stride step = {from, OMBUD__STRIDE_FACT, (uint8_t)truth, day, of.fact, of.item,
                                  0,    OMBUD__NOBODY,      NULL,           0,   0};
            ombud__fold_copy(&walk->next, &walk->situations[from].fold);
            ombud__world next = ombud__walk_world(walk, &walk->next, day);
            ombud__fold_fact(&next, of.item, of.fact, truth);
            ombud__walk_arrive(walk, &walk->next, day, &step);
        }
    }
}

static int events_carry(const ombud_law *law, ombud__id link)
{
    for (size_t i = 0; i < law->args_count; i++) {
        if (law->args[i].type == OMBUD__ARG_ITEM && law->args[i].link == link)
            return 1;
    }
    return 0;
}

/* Links that no event makes can be recorded at any time. */
static void tie_links(ombud__walking *walk, uint32_t from, int32_t day)
{
    for (size_t l = 0; l < walk->law->links_count; l++) {
        uint16_t a = ombud__walk_member(walk, walk->law->links[l].from);
        uint16_t b = ombud__walk_member(walk, walk->law->links[l].to);
        if (!walk->cone.links[l] || events_carry(walk->law, (ombud__id)l) || a == OMBUD__NOBODY || b == OMBUD__NOBODY ||
            a == b || tied(&walk->situations[from].fold, (ombud__id)l))
            continue;
        ombud__act act = {day, day, OMBUD__ACT_LINK, 0, (ombud__id)l, a, b, OMBUD__NOBODY, 0, 0, 0, 0};
        ombud__stride step = {from, OMBUD__STRIDE_LINK, 0, day, (ombud__id)l, a, b, OMBUD__NOBODY, NULL, 0, 0};
        ombud__fold_copy(&walk->next, &walk->situations[from].fold);
        ombud__world world = ombud__walk_world(walk, &walk->next, day);
        ombud__fold_act(&world, &act, NULL);
        ombud__walk_arrive(walk, &walk->next, day, &step);
    }
}

void ombud__walk_events(ombud__walking *walk, uint32_t situation)
{
    int32_t day = walk->situations[situation].step.day;
    for (size_t e = 0; e < walk->law->events_count; e++) {
        for (uint16_t m = 0; m < walk->items; m++) {
            splitting s;
            if (walk->member_kinds[m] != walk->law->events[e].kind ||
                !(walk->cone.kinds[walk->member_kinds[m]] & OMBUD__MOVES) ||
                !ombud__cone_lets(&walk->cone, (ombud__id)e))
                continue;
            memset(&s, 0, sizeof s);
            s.walk = walk;
            s.wanted = walk->recorded ? TAKEN_PERMITTED | TAKEN_OTHER : TAKEN_PERMITTED;
            s.from = situation;
            s.act = (ombud__act){
                day, day, OMBUD__ACT_EVENT, 0, (ombud__id)e, m, OMBUD__NOBODY, OMBUD__NOBODY, 0, 0, 0, 0};
            s.step = (ombud__stride){situation,     OMBUD__STRIDE_ACT, 0, day, (ombud__id)e, m, OMBUD__NOBODY,
                                     OMBUD__NOBODY, s.loads,           0, 0};
            ombud__world world = ombud__walk_world(walk, &walk->situations[situation].fold, day);
            uint16_t state = walk->situations[situation].fold.things[m].state;
            if (walk->recorded || world.edition->plans[e]->cells[state].move != OMBUD__NONE)
                carry(&s, 0);
        }
    }
    say_facts(walk, situation, day);
    tie_links(walk, situation, day);
}
