/* Conditions, definitions, guards and verdicts: three-valued, over one item and what is linked to it. */
#include "fold.h"

#include "civil.h"
#include "coverage.h"
#include "matter.h"
#include "trace.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int greatest(int a, int b)
{
    return a > b ? a : b;
}

/* ---- facts ------------------------------------------------------------------------------------------------------- */

static int remembered(const ombud__world *world, const ombud__thing *thing, uint16_t bit)
{
    uint64_t known = thing->known, yes = thing->yes;
    if (bit >= 64) {
        const uint64_t *words = world->fold->words + thing->words + 2 * (bit / 64 - 1);
        known = words[0];
        yes = words[1];
    }
    if ((known >> (bit % 64) & 1) == 0)
        return OMBUD__UNKNOWN;
    return yes >> (bit % 64) & 1 ? OMBUD__YES : OMBUD__NO;
}

int ombud__define(const ombud__world *world, ombud__id fact, ombud__id as_at, uint16_t item)
{
    const ombud_law *law = world->law;
    const ombud__fact *f = &law->facts[fact];
    int truth = OMBUD__NO;
    for (size_t i = 0; i < f->definitions && truth != OMBUD__YES; i++) {
        const ombud__definition *d = &law->definitions[f->definition + i];
        if (d->as_at != as_at)
            continue;
        truth = greatest(
            truth, ombud__row_holds(world, world->edition->definitions[f->definition + i], d->when, d->unless, item));
    }
    return truth;
}

int ombud__fact_of(const ombud__world *world, ombud__id fact, uint16_t item)
{
    const ombud__fact *f = &world->law->facts[fact];
    if (f->bit != OMBUD__NONE)
        return remembered(world, &world->fold->things[item], f->bit);
    return ombud__define(world, fact, OMBUD__NONE, item);
}

/* Whether who acts is as an alternative wants. */
static int actor_fits(const ombud__world *world, const ombud__way *way)
{
    if (!world->named)
        return OMBUD__UNKNOWN;
    return (world->roles & way->by) == way->by && (world->roles & way->not_by) == 0 ? OMBUD__YES : OMBUD__NO;
}

/* A condition that is masks: the most that one of its alternatives comes to. */
static int ways_hold(const ombud__world *world, ombud__span span, uint16_t item)
{
    uint64_t yes = world->fold->things[item].yes, no = world->fold->things[item].known & ~yes;
    int truth = OMBUD__NO;
    for (const ombud__way *way = world->edition->ways + span.first, *end = way + span.count;
         way < end && truth != OMBUD__YES; way++) {
        int holds = ombud__mask_holds(way->facts, yes, no);
        if (way->by | way->not_by)
            holds = least(holds, actor_fits(world, way));
        truth = greatest(truth, holds);
    }
    return truth;
}

int ombud__some_way_fits(const ombud__way *way, const ombud__way *end, uint64_t yes, uint64_t no, uint64_t roles)
{
    for (; way < end; way++) {
        if (ombud__mask_fits(way->facts, yes, no) && (roles & way->by) == way->by && (roles & way->not_by) == 0)
            return 1;
    }
    return 0;
}

/* ---- terms and days ---------------------------------------------------------------------------------------------- */

int ombud__is_excused(const ombud__world *world, ombud__id term_row, uint16_t item)
{
    ombud__span span = world->edition->excuse_ways[term_row];
    const ombud__way *way = world->edition->ways + span.first;
    uint64_t yes = world->fold->things[item].yes, no = world->fold->things[item].known & ~yes;
    if (!span.pure)
        return ombud__holds(world, world->law->term_rows[term_row].excused, item) == OMBUD__YES;
    return ombud__some_way_fits(way, way + span.count, yes, no, world->roles);
}

int ombud__term_status(const ombud__world *world, const ombud__running *term, uint16_t item)
{
    const ombud__term_row *row = &world->law->term_rows[term->row];
    if (term->status != OMBUD_TERM_OPEN)
        return term->status;
    if (ombud__is_excused(world, term->row, item))
        return OMBUD_TERM_EXCUSED;
    if (!(term->flags & OMBUD__TERM_PAST))
        return OMBUD_TERM_OPEN;
    return world->law->terms[row->term].duty ? OMBUD_TERM_OVERDUE : OMBUD_TERM_EXPIRED;
}

int ombud__term_among(const ombud__world *world, ombud__id term, unsigned statuses, uint16_t item)
{
    enum {
        RUNS = 1 << OMBUD_TERM_OPEN | 1 << OMBUD_TERM_OVERDUE | 1 << OMBUD_TERM_EXPIRED,
        NEVER = 1 << OMBUD_TERM_NONE
    };
    const ombud__thing *thing = &world->fold->things[item];
    const ombud__running *running = &world->fold->terms[thing->terms + world->law->terms[term].local];
    int now = ombud__term_status(world, running, item);
    if (now != OMBUD_TERM_OPEN || running->no_due == OMBUD_DUE_KNOWN || running->no_due == OMBUD_DUE_NO_PERIOD)
        return statuses >> now & 1 ? OMBUD__YES : OMBUD__NO;
    unsigned unsure = ombud__may_not_have_opened(running) ? RUNS | NEVER : RUNS;
    return statuses & unsure ? OMBUD__UNKNOWN : OMBUD__NO;
}

/* Whether a day lies at least, or more than, a period before another. */
static int lies_before(int32_t from, ombud_period by, int more, int32_t to)
{
    if (from == OMBUD__NO_REMEMBERED_DAY || to == OMBUD__NO_REMEMBERED_DAY)
        return OMBUD__UNKNOWN;
    int32_t end = ombud__day_plus(from, by.count, by.unit);
    if (end == OMBUD__NO_DAY)
        return OMBUD__NO;
    return (more ? to > end : to >= end) ? OMBUD__YES : OMBUD__NO;
}

static int day_holds(const ombud__world *world, const ombud__cond *c, uint16_t item)
{
    const int32_t *days = world->fold->days + world->fold->things[item].days;
    return lies_before(days[c->a], c->period, c->n,
                       c->b == OMBUD__NONE ? world->day : days[world->law->events[c->b].day_slot]);
}

/* ---- links ------------------------------------------------------------------------------------------------------- */

int ombud__tied(const ombud__world *world, const ombud__cond *c, uint16_t item, uint16_t other)
{
    const ombud__fold *fold = world->fold;
    return c->whose.compared == 0
               ? OMBUD__YES
               : lies_before(fold->days[fold->things[other].days + c->whose.far], c->whose.by, c->whose.compared == 2,
                             fold->days[fold->things[item].days + c->whose.own]);
}

/* Of an item of which it is unknown whether it counts, neither that it is so nor that it is not says anything for
 * certain. */
static int link_holds(const ombud__world *world, const ombud__cond *c, uint16_t item)
{
    const ombud__fold *fold = world->fold;
    int32_t yes = 0, unknown = 0, all = 0, certain = 0, wanted = c->period.count;
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *t = &fold->ties[i];
        if (t->link != c->a || (c->back ? t->to : t->from) != item)
            continue;
        uint16_t other = c->back ? t->from : t->to;
        int tied = ombud__tied(world, c, item, other);
        if (tied == OMBUD__NO)
            continue;
        int truth = ombud__holds(world, c->b, other);
        truth = c->n == OMBUD__Q_EVERY ? greatest(OMBUD__YES - tied, truth) : least(tied, truth);
        all++;
        certain += tied == OMBUD__YES;
        yes += truth == OMBUD__YES;
        unknown += truth == OMBUD__UNKNOWN;
    }
    switch (c->n) {
    case OMBUD__Q_AT_LEAST: return yes >= wanted ? OMBUD__YES : yes + unknown >= wanted ? OMBUD__UNKNOWN : OMBUD__NO;
    case OMBUD__Q_AT_MOST: return yes > wanted ? OMBUD__NO : yes + unknown > wanted ? OMBUD__UNKNOWN : OMBUD__YES;
    default: /* every; over nothing, or nothing that counts for certain, it cannot be yes */
        return yes + unknown < all ? OMBUD__NO : yes < all || certain == 0 ? OMBUD__UNKNOWN : OMBUD__YES;
    }
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

int ombud__holds(const ombud__world *world, ombud__id cond, uint16_t item)
{
    if (cond == OMBUD__NONE)
        return OMBUD__YES;
    const ombud__cond *c = &world->law->conds[cond];
    if (c->statuses != 0)
        return ombud__term_among(world, c->term, c->statuses, item);
    switch (c->op) {
    case OMBUD__C_AND: {
        int a = ombud__holds(world, c->a, item);
        return a == OMBUD__NO ? a : least(a, ombud__holds(world, c->b, item));
    }
    case OMBUD__C_OR: {
        int a = ombud__holds(world, c->a, item);
        return a == OMBUD__YES ? a : greatest(a, ombud__holds(world, c->b, item));
    }
    case OMBUD__C_NOT: return OMBUD__YES - ombud__holds(world, c->a, item);
    case OMBUD__C_FACT: return ombud__fact_of(world, c->a, item);
    case OMBUD__C_STATE: return world->fold->things[item].state == c->a ? OMBUD__YES : OMBUD__NO;
    case OMBUD__C_DAY: return day_holds(world, c, item);
    case OMBUD__C_BY: return !world->named ? OMBUD__UNKNOWN : world->roles >> c->a & 1 ? OMBUD__YES : OMBUD__NO;
    default: return link_holds(world, c, item); /* OMBUD__C_LINK; a term has its statuses */
    }
}

int ombud__row_holds(const ombud__world *world, uint8_t live, ombud__id when, ombud__id unless, uint16_t item)
{
    if (live == OMBUD__ROW_DROPPED)
        return OMBUD__NO;
    if (live == OMBUD__ROW_NO_TEXT)
        return OMBUD__UNKNOWN;
    int truth = ombud__holds(world, when, item);
    if (unless != OMBUD__NONE && truth != OMBUD__NO)
        truth = least(truth, OMBUD__YES - ombud__holds(world, unless, item));
    return live == OMBUD__ROW_OPEN ? least(truth, OMBUD__UNKNOWN) : truth;
}

/* ---- guards and verdicts ----------------------------------------------------------------------------------------- */

int ombud__guard_holds(const ombud__world *world, ombud__id guard, uint16_t item)
{
    const ombud_law *law = world->law;
    const ombud__guard *g = &law->guards[guard];
    uint8_t live = world->edition->guards[guard];
    int truth;
    if (live == OMBUD__ROW_NO_TEXT)
        return OMBUD__UNKNOWN;
    if (world->edition->guard_ways[guard].pure)
        return ways_hold(world, world->edition->guard_ways[guard], item);
    switch (g->type) {
    case OMBUD__GUARD_ONLY: truth = ombud__holds(world, g->when, item); break;
    case OMBUD__GUARD_NOT: truth = OMBUD__YES - ombud__holds(world, g->when, item); break;
    default: {
        truth = OMBUD__YES;
        for (size_t i = 0; i < g->need_count; i++)
            truth = least(truth, ombud__fact_of(world, law->fact_lists[g->needs + i], item));
        truth = greatest(truth, OMBUD__YES - ombud__holds(world, g->when, item));
    }
    }
    if (g->unless != OMBUD__NONE && truth != OMBUD__YES)
        truth = greatest(truth, ombud__holds(world, g->unless, item));
    /* An open reading can no more forbid for certain than permit. */
    return live == OMBUD__ROW_OPEN && truth == OMBUD__NO ? OMBUD__UNKNOWN : truth;
}

uint64_t ombud__roles_of(const ombud__world *world, uint16_t member)
{
    const ombud_law *law = world->law;
    const ombud__fold *fold = world->fold;
    uint64_t roles = fold->things[member].roles;
    /* Few roles are held by items, and few ties lead to the person: the rest is passed over quickly. */
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        if (fold->ties[i].to != member || !law->links[fold->ties[i].link].tells)
            continue;
        const ombud__thing *tied = &fold->things[fold->ties[i].from];
        for (size_t r = 0; r < law->roles_count && law->held_roles >> r != 0; r++) {
            if (tied->kind == law->roles[r].held_kind && tied->state == law->roles[r].held_state)
                roles |= (uint64_t)1 << r;
        }
    }
    return roles;
}

static int role_holds(uint64_t wanted, uint64_t roles, int named)
{
    if (wanted == 0)
        return OMBUD__YES;
    return !named ? OMBUD__UNKNOWN : wanted & roles ? OMBUD__YES : OMBUD__NO;
}

/* The ruling on what the masks alone do not permit. */
static int judge_rest(const ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, uint16_t item,
                      uint64_t roles, int named)
{
    const ombud__thing *thing = &world->fold->things[item];
    if (cell->move == OMBUD__NONE)
        return plan->elsewhere;
    if (world->edition->moves[cell->move] != OMBUD__ROW_LIVE)
        return ombud__judge(world, plan->event, item, roles, named).ruling;
    int truth = role_holds(cell->roles, roles, named);
    if (truth == OMBUD__NO && world->law->moves[cell->move].row.provision == OMBUD__NONE)
        return OMBUD_NOT_FORESEEN;
    truth = least(truth, ombud__mask_holds(plan->facts, thing->yes, thing->known & ~thing->yes));
    for (uint32_t i = 0; i < plan->slow && truth != OMBUD__NO; i++)
        truth = least(truth, ombud__guard_holds(world, plan->guard[i], item));
    return truth == OMBUD__YES ? OMBUD_PERMITTED : truth == OMBUD__NO ? OMBUD_FORBIDDEN : OMBUD_UNDETERMINED;
}

int ombud__judge_fast(const ombud__world *world, ombud__id event, uint16_t item, uint64_t roles, int named)
{
    const ombud__plan *plan = world->edition->plans[event];
    const ombud__thing *thing = &world->fold->things[item];
    const ombud__cell *cell = &plan->cells[thing->state];
    return ombud__plainly_permitted(plan, cell, thing, roles) ? OMBUD_PERMITTED
                                                              : judge_rest(world, plan, cell, item, roles, named);
}

/* No move leads on from this state: forbidden by the first provision that names the event elsewhere, or not foreseen at
 * all. */
static ombud__ruling judge_without_move(const ombud__world *world, ombud__id event)
{
    const ombud_law *law = world->law;
    ombud__ruling ruling = {OMBUD_NOT_FORESEEN, OMBUD__BY_NONE, OMBUD__NONE};
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        uint8_t live = world->edition->moves[i];
        if (move->event != event || move->row.provision == OMBUD__NONE || live == OMBUD__ROW_DROPPED)
            continue;
        if (ombud__row_has_text(live))
            return (ombud__ruling){OMBUD_FORBIDDEN, OMBUD__BY_MOVE, (ombud__id)i};
        if (ruling.decided == OMBUD__BY_NONE)
            ruling = (ombud__ruling){OMBUD_NO_TEXT, OMBUD__BY_MOVE, (ombud__id)i};
    }
    return ruling;
}

ombud__ruling ombud__judge(const ombud__world *world, ombud__id event, uint16_t item, uint64_t roles, int named)
{
    const ombud_law *law = world->law;
    const ombud__edition *ed = world->edition;
    const ombud__plan *plan = ed->plans[event];
    const ombud__cell *cell = &plan->cells[world->fold->things[item].state];
    if (cell->move == OMBUD__NONE)
        return judge_without_move(world, event);
    ombud__ruling ruling = {OMBUD_PERMITTED, OMBUD__BY_MOVE, cell->move};
    if (ed->moves[cell->move] == OMBUD__ROW_NO_TEXT)
        return (ombud__ruling){OMBUD_NO_TEXT, OMBUD__BY_MOVE, cell->move};
    int strictest = role_holds(cell->roles, roles, named);
    if (strictest == OMBUD__NO && law->moves[cell->move].row.provision == OMBUD__NONE)
        return (ombud__ruling){OMBUD_NOT_FORESEEN, OMBUD__BY_NONE, OMBUD__NONE};
    if (ed->moves[cell->move] == OMBUD__ROW_OPEN)
        strictest = least(strictest, OMBUD__UNKNOWN);
    for (uint32_t i = 0; i < plan->guards; i++) {
        ombud__id guard = plan->guard[i];
        int truth = ombud__guard_holds(world, guard, item);
        if (truth > strictest || truth == OMBUD__YES)
            continue;
        /* Of equally strict rows the first in the text decides; a wrong role is the move's own. */
        if (truth == strictest && (ruling.decided == OMBUD__BY_MOVE || guard > ruling.row))
            continue;
        strictest = truth;
        ruling.decided = OMBUD__BY_GUARD;
        ruling.row = guard;
    }
    ruling.ruling = strictest == OMBUD__YES  ? OMBUD_PERMITTED
                    : strictest == OMBUD__NO ? OMBUD_FORBIDDEN
                                             : OMBUD_UNDETERMINED;
    return ruling;
}

void ombud__judge_act(ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, uint16_t item)
{
    if (world->trace != NULL) {
        world->ruling = ombud__judge(world, plan->event, item, world->roles, world->named);
        ombud__cover_event(world, plan->event, item, world->ruling, 1);
        ombud__trace_kept_facts(world->trace, world, plan, item, world->trace->position);
    } else {
        world->ruling.ruling = (uint8_t)judge_rest(world, plan, cell, item, world->roles, world->named);
    }
    if (world->ruling.ruling == OMBUD_FORBIDDEN || world->ruling.ruling == OMBUD_UNDETERMINED)
        world->fold->findings++;
}
