/*
 * Why not: from an event that may not happen back to what would have to be otherwise. Conditions are walked down to
 * facts, states, roles, waits and links ("wishes"); each way to have one's wish is a set of them, a mask over at most
 * 64. Sets that contain another set are dropped, and each is tried before it is named. Cheapest is what can simply be
 * done or found out; then waiting; then what contradicts something established.
 */
#include "result.h"

#include "civil.h"

#include <string.h>

enum { COST_ACT = 2, COST_WAIT = 3, COST_ELSE = 4, COST_CONTRADICT = 5, COST_NEVER = 9 };

typedef struct asker {
    const ombud__world *actual;
    ombud__world *world; /* the actual one, or with what is supposed while a set is tried */
    ombud__wishes *out;
    uint16_t by;         /* who brings the event, or NOBODY */
    ombud__id provision; /* of the row that asks */
    uint64_t supposed;   /* wishes for facts that the fold shows as granted while a set is tried */
    uint64_t another;    /* wishes for who acts, granted likewise: it is somebody of whom no more is known */
} asker;

static const ombud__ways none_needed = {{0}, 1};
static const ombud__ways impossible = {{0}, 0};

/* ---- sets of sets ------------------------------------------------------------------------------------------------ */

/* All that is wanted of who acts comes with one other person: it costs what the dearest of it does. */
static uint32_t cost_of(const asker *a, uint64_t set)
{
    uint32_t cost = 0, actor = 0;
    for (uint32_t i = 0; set != 0; i++, set >>= 1) {
        const ombud__wish *w = &a->out->wish[i];
        if ((set & 1) == 0)
            continue;
        cost += ombud__is_of_actor(w->kind) ? 1u : w->cost * 16u + 1u;
        if (ombud__is_of_actor(w->kind) && w->cost > actor)
            actor = w->cost;
    }
    return cost + actor * 16u;
}

static void add_way(const asker *a, ombud__ways *ways, uint64_t set)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ways->count; i++) {
        if ((ways->set[i] & set) == ways->set[i])
            return;
    }
    for (uint32_t i = 0; i < ways->count; i++) {
        if ((ways->set[i] & set) != set)
            ways->set[kept++] = ways->set[i];
    }
    ways->count = kept;
    if (kept < OMBUD__WAYS) {
        ways->set[ways->count++] = set;
        return;
    }
    uint32_t dearest = 0;
    for (uint32_t i = 1; i < kept; i++) {
        if (cost_of(a, ways->set[i]) > cost_of(a, ways->set[dearest]))
            dearest = i;
    }
    if (cost_of(a, set) < cost_of(a, ways->set[dearest]))
        ways->set[dearest] = set;
}

static void either(const asker *a, ombud__ways *ways, const ombud__ways *others)
{
    for (uint32_t i = 0; i < others->count; i++)
        add_way(a, ways, others->set[i]);
}

static void both(const asker *a, ombud__ways *ways, const ombud__ways *others)
{
    ombud__ways product = impossible;
    if (others->count == 1 && others->set[0] == 0)
        return;
    for (uint32_t i = 0; i < ways->count; i++) {
        for (uint32_t j = 0; j < others->count; j++)
            add_way(a, &product, ways->set[i] | others->set[j]);
    }
    *ways = product;
}

static int same_wish(const ombud__wish *w, const ombud__wish *other)
{
    return w->kind == other->kind && w->what == other->what && w->item == other->item && w->wanted == other->wanted &&
           w->status == other->status && w->backward == other->backward && w->until == other->until &&
           w->who == other->who;
}

static ombud__ways wish_for(asker *a, ombud__wish wish)
{
    ombud__ways ways = impossible;
    uint32_t i = 0;
    wish.provision = a->provision;
    while (i < a->out->count && !same_wish(&a->out->wish[i], &wish))
        i++;
    if (i == OMBUD__WISHES)
        return ways;
    if (i == a->out->count)
        a->out->wish[a->out->count++] = wish;
    ways.set[0] = (uint64_t)1 << i;
    ways.count = 1;
    return ways;
}

/* That a wording is held, or a reading chosen. */
static ombud__ways wish_for_text(asker *a, ombud_unmet_kind kind, ombud__id what)
{
    uint8_t cost = kind == OMBUD_UNMET_WORDING ? COST_NEVER : COST_ELSE;
    return wish_for(a, (ombud__wish){.kind = kind, .cost = cost, .item = OMBUD__NOBODY, .what = what});
}

/* Whether a fact is among those tried: nobody can have it both ways. */
static int is_supposed(const asker *a, ombud__id fact, uint16_t item)
{
    const ombud__wish *w = a->out->wish;
    for (uint64_t left = a->supposed; left != 0; left >>= 1, w++) {
        if (left & 1 && w->what == fact && w->item == item)
            return 1;
    }
    return 0;
}

/* The roles that who acts must not hold, of the wishes of a set. */
static uint64_t roles_ruled_out(const asker *a, uint64_t set)
{
    const ombud__wish *w = a->out->wish;
    uint64_t ruled_out = 0;
    for (; set != 0; set >>= 1, w++)
        ruled_out |= set & 1 && ombud__is_of_actor(w->kind) && w->wanted == OMBUD__NO ? w->who : 0;
    return ruled_out;
}

/* What is wanted of who acts, where it is supposed to be another person already: one who holds just what that supposes,
 * so that it is granted, or cannot be, or is left to be wished for, of the roles in `who` that are not ruled_out. */
enum { WISH_GRANTED, WISH_BARRED, WISH_LEFT };
static int of_another(const asker *a, uint64_t *who, int wanted)
{
    const ombud__wish *w = a->out->wish;
    uint64_t ruled_out = roles_ruled_out(a, a->another), held = 0;
    *who &= ~ruled_out;
    if (*who == 0)
        return wanted == OMBUD__NO ? WISH_GRANTED : WISH_BARRED;
    for (uint64_t left = a->another; left != 0; left >>= 1, w++) {
        if ((left & 1) == 0 || w->wanted == OMBUD__NO)
            continue;
        uint64_t one_of = w->who & ~ruled_out;
        if ((one_of & ~*who) == 0)
            return wanted == OMBUD__NO ? WISH_BARRED : WISH_GRANTED;
        held |= one_of;
    }
    return wanted == OMBUD__NO && held != 0 && (held & *who) == 0 ? WISH_GRANTED : WISH_LEFT;
}

/* That who brings the event holds one of some roles, or does not hold one. Who has one of them of another's item needs
 * to have it of this one; who is concerned, to leave it to somebody who is not. */
static ombud__ways wish_for_actor(asker *a, uint16_t item, uint64_t who, int wanted)
{
    int named = a->by != OMBUD__NOBODY;
    ombud__wish wish = {.kind = named ? OMBUD_UNMET_ROLE : OMBUD_UNMET_ACTOR,
                        .cost = named ? COST_ELSE : COST_ACT,
                        .wanted = (uint8_t)wanted,
                        .what = OMBUD__NONE,
                        .item = OMBUD__NOBODY,
                        .who = who};
    if (a->another != 0) {
        int so = of_another(a, &wish.who, wanted);
        if (so != WISH_LEFT)
            return so == WISH_GRANTED ? none_needed : impossible;
    }
    /* Who could act in the role here, and acted in another, needs nobody else: what is unmet is the role. */
    if (named && wanted == OMBUD__YES && (wish.who & a->actual->roles) == 0 &&
        (wish.who & ombud__roles_of(a->world, a->by)) != 0 &&
        (wish.who & ombud__roles_on(a->world, a->by, item)) == 0) {
        wish.item = item;
        if ((wish.who & ombud__roles_even_if_concerned(a->world, a->by, item)) != 0)
            wish.kind = OMBUD_UNMET_CONCERNED;
    }
    return wish_for(a, wish);
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

static ombud__ways ways_to(asker *a, ombud__id cond, uint16_t item, int wanted);

static ombud__ways ways_to_fact(asker *a, ombud__id fact, uint16_t item, int wanted);

/* A row of a definition or answer: it holds when `when` does and `unless` does not. */
static ombud__ways ways_to_row(asker *a, uint8_t live, const ombud__row *row, ombud__id when, ombud__id unless,
                               uint16_t item, int wanted)
{
    ombud__ways ways;
    ombud__id provision = a->provision;
    if (live == OMBUD__ROW_DROPPED)
        return wanted == OMBUD__YES ? impossible : none_needed;
    if (row->provision != OMBUD__NONE)
        a->provision = row->provision;
    if (live == OMBUD__ROW_NO_TEXT) {
        ways = wish_for_text(a, OMBUD_UNMET_WORDING, row->provision);
    } else {
        ways = ways_to(a, when, item, wanted);
        if (unless != OMBUD__NONE) {
            ombud__ways others = ways_to(a, unless, item, OMBUD__YES - wanted);
            if (wanted == OMBUD__YES)
                both(a, &ways, &others);
            else
                either(a, &ways, &others);
        }
        if (live == OMBUD__ROW_OPEN && wanted == OMBUD__YES) {
            ombud__ways reading = wish_for_text(a, OMBUD_UNMET_READING, row->alternative);
            both(a, &ways, &reading);
        }
    }
    a->provision = provision;
    return ways;
}

static ombud__ways ways_to_fact(asker *a, ombud__id fact, uint16_t item, int wanted)
{
    const ombud__world *s = a->world;
    const ombud__fact *f = &s->law->facts[fact];
    int now = ombud__fact_of(s, fact, item);
    if (now == wanted)
        return none_needed;
    if (is_supposed(a, fact, item))
        return impossible;
    if (f->type != OMBUD__FACT_DEFINED || f->kept) {
        int cost = now == OMBUD__UNKNOWN || (f->silence_no && now == OMBUD__NO) ? COST_ACT : COST_CONTRADICT;
        return wish_for(a, (ombud__wish){.kind = OMBUD_UNMET_FACT,
                                         .cost = (uint8_t)cost,
                                         .wanted = (uint8_t)wanted,
                                         .now = (uint8_t)now,
                                         .what = fact,
                                         .item = item,
                                         .who = f->stated_by});
    }
    ombud__ways ways = wanted == OMBUD__YES ? impossible : none_needed;
    for (size_t i = 0; i < f->definitions; i++) {
        const ombud__definition *d = &s->law->definitions[f->definition + i];
        ombud__ways row =
            ways_to_row(a, s->edition->definitions[f->definition + i], &d->row, d->when, d->unless, item, wanted);
        if (wanted == OMBUD__YES)
            either(a, &ways, &row);
        else
            both(a, &ways, &row);
    }
    return ways;
}

static ombud__ways ways_to_term(asker *a, const ombud__cond *c, uint16_t item, int wanted)
{
    const ombud__world *s = a->world;
    const ombud__running *term = &s->fold->terms[s->fold->things[item].terms + s->law->terms[c->a].local];
    int past = c->n == OMBUD_TERM_OVERDUE || c->n == OMBUD_TERM_EXPIRED;
    int is_open = term->status == OMBUD_TERM_OPEN && !(term->flags & OMBUD__TERM_PAST);
    if (is_open && term->no_due == OMBUD_DUE_LENGTH_UNSET && (past || c->n == OMBUD_TERM_OPEN))
        return wish_for(a, (ombud__wish){.kind = OMBUD_UNMET_LENGTH,
                                         .cost = COST_ACT,
                                         .item = OMBUD__NOBODY,
                                         .what = s->settings->runs[term->row].length});
    if (is_open && term->no_due == OMBUD_DUE_KNOWN &&
        (past || (c->n == OMBUD_TERM_OPEN && wanted == OMBUD__NO))) /* that it is not past yet needs no wish */
        return wish_for(
            a, (ombud__wish){
                   .kind = OMBUD_UNMET_WAIT, .cost = COST_WAIT, .what = c->a, .item = item, .until = term->due + 1});
    return wish_for(a, (ombud__wish){.kind = OMBUD_UNMET_TERM,
                                     .cost = COST_ELSE,
                                     .wanted = (uint8_t)wanted,
                                     .status = c->n,
                                     .what = c->a,
                                     .item = item});
}

static ombud__ways ways_to_day(asker *a, const ombud__cond *c, uint16_t item, int wanted)
{
    const ombud__world *s = a->world;
    const int32_t *days = s->fold->days + s->fold->things[item].days;
    int32_t from = days[c->a];
    ombud__id to = c->b == OMBUD__NONE ? OMBUD__NONE : s->law->events[c->b].day_slot;
    if (from == OMBUD__NO_REMEMBERED_DAY || (to != OMBUD__NONE && days[to] == OMBUD__NO_REMEMBERED_DAY))
        return wish_for(a, (ombud__wish){.kind = OMBUD_UNMET_DAY,
                                         .cost = COST_ACT,
                                         .what = from == OMBUD__NO_REMEMBERED_DAY ? c->a : to,
                                         .item = item});
    int32_t end = ombud__day_plus(from, c->period.count, c->period.unit);
    if (c->b == OMBUD__NONE && wanted == OMBUD__YES && end != OMBUD__NO_DAY)
        return wish_for(a, (ombud__wish){.kind = OMBUD_UNMET_WAIT,
                                         .cost = COST_WAIT,
                                         .what = OMBUD__NONE,
                                         .item = item,
                                         .until = end + (c->n ? 1 : 0)});
    return impossible;
}

/* Which linked items would have to change, or that one more would have to be linked. */
static ombud__ways ways_to_link(asker *a, const ombud__cond *c, uint16_t item, int wanted)
{
    const ombud__fold *fold = a->world->fold;
    int more = c->n == OMBUD__Q_AT_MOST ? wanted == OMBUD__NO : c->n == OMBUD__Q_AT_LEAST ? wanted == OMBUD__YES : 0;
    int every = c->n == OMBUD__Q_EVERY && wanted == OMBUD__YES;
    int far = more || every ? OMBUD__YES : OMBUD__NO;
    int any = more || (c->n == OMBUD__Q_EVERY && wanted == OMBUD__NO);
    ombud__ways ways = any ? impossible : none_needed;
    int32_t yes = 0, all = 0;
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *t = &fold->ties[i];
        if (t->link != c->a || (c->back ? t->to : t->from) != item)
            continue;
        uint16_t other = c->back ? t->from : t->to;
        /* One that may count cannot be the one that is needed, but must be as all must be. */
        int tied = ombud__tied(a->world, c, item, other);
        if (tied == OMBUD__NO || (any && tied == OMBUD__UNKNOWN))
            continue;
        all += tied == OMBUD__YES;
        yes += tied == OMBUD__YES && ombud__holds(a->world, c->b, other) == OMBUD__YES;
        if (ombud__holds(a->world, c->b, other) == far)
            continue;
        ombud__ways one = ways_to(a, c->b, other, far);
        if (any)
            either(a, &ways, &one);
        else
            both(a, &ways, &one);
    }
    int32_t wanted_count = c->n == OMBUD__Q_AT_MOST ? c->period.count + 1 : c->period.count;
    int lacks_several = more && yes + 1 < wanted_count;
    if (lacks_several)
        ways = impossible;
    if (more || (every && all == 0)) {
        ombud__ways link = wish_for(
            a, (ombud__wish){
                   .kind = OMBUD_UNMET_LINK, .cost = COST_ELSE, .backward = c->back, .what = c->a, .item = item});
        if (every)
            return link;
        either(a, &ways, &link);
    }
    return ways;
}

static ombud__ways ways_to(asker *a, ombud__id cond, uint16_t item, int wanted)
{
    if (cond == OMBUD__NONE)
        return wanted == OMBUD__YES ? none_needed : impossible;
    if (ombud__holds(a->world, cond, item) == wanted)
        return none_needed;
    const ombud__cond *c = &a->world->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: {
        ombud__ways ways = ways_to(a, c->a, item, wanted);
        ombud__ways others = ways_to(a, c->b, item, wanted);
        if ((c->op == OMBUD__C_AND) == (wanted == OMBUD__YES))
            both(a, &ways, &others);
        else
            either(a, &ways, &others);
        return ways;
    }
    case OMBUD__C_NOT: return ways_to(a, c->a, item, OMBUD__YES - wanted);
    case OMBUD__C_FACT: return ways_to_fact(a, c->a, item, wanted);
    case OMBUD__C_STATE:
        return wish_for(
            a,
            (ombud__wish){
                .kind = OMBUD_UNMET_STATE, .cost = COST_ELSE, .wanted = (uint8_t)wanted, .what = c->a, .item = item});
    case OMBUD__C_TERM: return ways_to_term(a, c, item, wanted);
    case OMBUD__C_DAY: return ways_to_day(a, c, item, wanted);
    case OMBUD__C_BY: return wish_for_actor(a, item, (uint64_t)1 << c->a, wanted);
    default: return ways_to_link(a, c, item, wanted); /* OMBUD__C_LINK */
    }
}

/* ---- events and answers ------------------------------------------------------------------------------------------ */

static ombud__ways ways_to_guard(asker *a, ombud__id guard, uint16_t item)
{
    const ombud__world *s = a->world;
    const ombud__guard *g = &s->law->guards[guard];
    uint8_t live = s->edition->guards[guard];
    a->provision = g->row.provision;
    if (ombud__guard_holds(s, guard, item) == OMBUD__YES)
        return none_needed;
    if (live == OMBUD__ROW_NO_TEXT)
        return wish_for_text(a, OMBUD_UNMET_WORDING, g->row.provision);
    ombud__ways ways = impossible;
    if (g->type == OMBUD__GUARD_ONLY) {
        ways = ways_to(a, g->when, item, OMBUD__YES);
    } else {
        ways = ways_to(a, g->when, item, OMBUD__NO);
        if (g->type == OMBUD__GUARD_NEEDS) {
            ombud__ways needs = none_needed;
            for (size_t i = 0; i < g->need_count; i++) {
                ombud__ways fact = ways_to_fact(a, s->law->fact_lists[g->needs + i], item, OMBUD__YES);
                both(a, &needs, &fact);
            }
            either(a, &ways, &needs);
        }
    }
    if (g->unless != OMBUD__NONE) {
        ombud__ways others = ways_to(a, g->unless, item, OMBUD__YES);
        either(a, &ways, &others);
    }
    return ways;
}

/* The states from which a move leads, where the item is in none of them. */
static ombud__ways ways_to_move(asker *a, ombud__id event, uint16_t item)
{
    const ombud__world *s = a->world;
    const ombud_law *law = s->law;
    ombud__ways ways = impossible;
    for (size_t m = 0; m < law->moves_count; m++) {
        const ombud__move *move = &law->moves[m];
        if (move->event != event || !ombud__row_has_text(s->edition->moves[m]))
            continue;
        a->provision = move->row.provision;
        for (uint16_t state = 1; state <= law->kinds[law->events[event].kind].state_count; state++) {
            if ((move->from[state / 64] >> (state % 64) & 1) == 0)
                continue;
            ombud__ways one = wish_for(
                a,
                (ombud__wish){
                    .kind = OMBUD_UNMET_STATE, .cost = COST_ELSE, .wanted = OMBUD__YES, .what = state, .item = item});
            either(a, &ways, &one);
        }
    }
    return ways;
}

/* ---- sets that help ---------------------------------------------------------------------------------------------- */

/* What is asked: an event, or an answer row. */
typedef struct question {
    ombud__id event, answer_row;
    uint16_t item;
} question;

static ombud__ways ways_to_pass(asker *a, const question *q);

/* Two wishes of which one alone can be had: a fact both ways, an item in two states, a term of two statuses. */
static int exclude_each_other(const ombud__wish *w, const ombud__wish *other)
{
    if (w->kind != other->kind || w->item != other->item)
        return 0;
    int both_wanted = w->wanted == OMBUD__YES && other->wanted == OMBUD__YES;
    switch (w->kind) {
    case OMBUD_UNMET_FACT: return w->what == other->what;
    case OMBUD_UNMET_STATE: return both_wanted; /* that it is not in one is wished for only of the one it is in */
    case OMBUD_UNMET_TERM: return w->what == other->what && (w->status == other->status || both_wanted);
    default: return 0;
    }
}

/* So do two wishes of a set, or nobody can hold the roles that it asks for. */
static int contradicts_itself(const asker *a, uint64_t set)
{
    const ombud__wish *w = a->out->wish;
    uint64_t ruled_out = roles_ruled_out(a, set);
    for (uint64_t left = set; left != 0; left >>= 1, w++) {
        const ombud__wish *other = w + 1;
        if (left & 1 && ombud__is_of_actor(w->kind) && w->wanted == OMBUD__YES && (w->who & ~ruled_out) == 0)
            return 1;
        for (uint64_t rest = left & 1 ? left >> 1 : 0; rest != 0; rest >>= 1, other++) {
            if (rest & 1 && exclude_each_other(w, other))
                return 1;
        }
    }
    return 0;
}

/* Shows the facts of a set and who acts as granted, or as they were. The fold is the asker's own while it asks, and is
 * left as it was found. */
static void suppose(asker *a, uint64_t set, int granted)
{
    uint64_t bit = 1;
    a->supposed = a->another = 0;
    for (const ombud__wish *w = a->out->wish; set != 0; set >>= 1, bit <<= 1, w++) {
        if (set & 1 && w->kind == OMBUD_UNMET_FACT) {
            ombud__fold_fact(a->world, w->item, w->what, granted ? w->wanted : w->now);
            a->supposed |= granted ? bit : 0;
        } else if (set & 1 && ombud__is_of_actor(w->kind)) {
            a->another |= granted ? bit : 0;
        }
    }
    a->world->named = a->another != 0 ? 0 : a->actual->named;
    a->world->roles = a->another != 0 ? 0 : a->actual->roles;
}

static uint64_t take_cheapest(const asker *a, ombud__ways *ways)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < ways->count; i++) {
        if (cost_of(a, ways->set[i]) < cost_of(a, ways->set[best]))
            best = i;
    }
    uint64_t set = ways->set[best];
    ways->set[best] = ways->set[--ways->count];
    return set;
}

/*
 * Granting a wish can undo what held before: "a or b, and not a". So each set is tried, the cheapest first, and what it
 * leaves unmet is added to it. A set that helps grants some way of every condition that is unmet, whatever part of it
 * is granted already; so each is found on the way, and the cheapest first, since what is added only costs more.
 */
static void find_sets(asker *a, const question *q)
{
    enum { TRIALS = 96 };
    ombud__ways open = ways_to_pass(a, q), found = impossible;
    for (uint32_t trial = 0; trial < TRIALS && open.count > 0; trial++) {
        uint64_t set = take_cheapest(a, &open);
        int helps = 0;
        for (uint32_t i = 0; i < found.count; i++)
            helps |= (found.set[i] & set) == found.set[i];
        if (helps || contradicts_itself(a, set))
            continue;
        suppose(a, set, 1);
        ombud__ways rest = ways_to_pass(a, q);
        suppose(a, set, 0);
        for (uint32_t i = 0; i < rest.count && !helps; i++)
            helps = (rest.set[i] & ~set) == 0;
        if (helps)
            add_way(a, &found, set);
        for (uint32_t i = 0; i < rest.count && !helps; i++)
            add_way(a, &open, set | rest.set[i]);
    }
    a->out->ways = found;
}

static ombud__ways ways_to_happen(asker *a, ombud__id event, uint16_t item)
{
    const ombud__world *world = a->world;
    uint64_t roles = world->roles;
    const ombud__plan *plan = world->edition->plans[event];
    const ombud__cell *cell = &plan->cells[world->fold->things[item].state];
    uint64_t wanted = cell->move != OMBUD__NONE ? cell->roles : world->law->events[event].by;
    ombud__ways ways = none_needed;
    if (cell->move == OMBUD__NONE) {
        ways = ways_to_move(a, event, item);
    } else if (world->edition->moves[cell->move] != OMBUD__ROW_LIVE) {
        const ombud__row *row = &world->law->moves[cell->move].row;
        int unwritten = world->edition->moves[cell->move] == OMBUD__ROW_NO_TEXT;
        a->provision = row->provision;
        ombud__ways text = wish_for_text(a, unwritten ? OMBUD_UNMET_WORDING : OMBUD_UNMET_READING,
                                         unwritten ? row->provision : row->alternative);
        both(a, &ways, &text);
    }
    if (wanted != 0 && (wanted & roles) == 0) {
        a->provision = cell->move != OMBUD__NONE ? world->law->moves[cell->move].row.provision : OMBUD__NONE;
        ombud__ways role = wish_for_actor(a, item, wanted, OMBUD__YES);
        both(a, &ways, &role);
    }
    for (uint32_t i = 0; i < plan->guards; i++) {
        ombud__ways guard = ways_to_guard(a, plan->guard[i], item);
        both(a, &ways, &guard);
    }
    return ways;
}

static ombud__ways ways_to_pass(asker *a, const question *q)
{
    if (q->event != OMBUD__NONE)
        return ways_to_happen(a, q->event, q->item);
    const ombud__answer_row *row = &a->world->law->answers[q->answer_row];
    a->provision = row->row.provision;
    return ways_to_row(a, a->world->edition->answers[q->answer_row], &row->row, row->when, row->unless, q->item,
                       OMBUD__YES);
}

static void ask(const ombud__world *world, const question *q, uint16_t by, ombud__wishes *out)
{
    ombud__world tried = *world;
    asker a = {world, &tried, out, by, OMBUD__NONE, 0, 0};
    out->count = 0;
    find_sets(&a, q);
}

void ombud__why_not(const ombud__world *world, ombud__id event, uint16_t item, uint16_t by, ombud__wishes *out)
{
    ask(world, &(question){event, OMBUD__NONE, item}, by, out);
}

void ombud__why_not_answer(const ombud__world *world, ombud__id answer_row, uint16_t item, ombud__wishes *out)
{
    ask(world, &(question){OMBUD__NONE, answer_row, item}, OMBUD__NOBODY, out);
}
