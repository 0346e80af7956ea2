/*
 * The fold: one event after the other, each in four steps. Order is the caller's (day, then place in the journal); then
 *   expire  what ended before this day takes effect, the earliest first;
 *   match   the event's plan and the item's cell say what it may do and where it leads;
 *   effect  state and facts, then terms: met, lapsed, extended, started, opened.
 * A recorded event that was not permitted still has its effect: reality may break the law, and leaves a finding.
 */
#include "terms.h"

#include "civil.h"
#include "coverage.h"
#include "trace.h"

#include <string.h>

static inline void turn_to(ombud__world *world, int32_t day)
{
    world->day = day;
    if (day < world->edition->from || day > world->edition->to)
        world->edition = ombud__edition_near(world->edition, day);
}

/* ---- facts ------------------------------------------------------------------------------------------------------- */

/* A fact beyond the first word. */
static void set_far_fact(const ombud__world *world, const ombud__thing *thing, const ombud__fact *fact, int truth)
{
    uint64_t bit = (uint64_t)1 << (fact->bit % 64);
    uint64_t *known = world->fold->words + thing->words + 2 * (fact->bit / 64 - 1), *yes = known + 1;
    *known = truth == OMBUD__UNKNOWN && !fact->silence_no ? *known & ~bit : *known | bit;
    *yes = truth == OMBUD__YES ? *yes | bit : *yes & ~bit;
}

static inline void set_fact(const ombud__world *world, ombud__thing *thing, ombud__id fact, int truth)
{
    ombud__spot spot = world->settings->spots[fact];
    if (spot.bit == 0) {
        set_far_fact(world, thing, &world->law->facts[fact], truth);
        return;
    }
    thing->known = truth == OMBUD__UNKNOWN ? thing->known & ~spot.forgotten : thing->known | spot.bit;
    thing->yes = truth == OMBUD__YES ? thing->yes | spot.bit : thing->yes & ~spot.bit;
}

void ombud__fold_fact(const ombud__world *world, uint16_t item, ombud__id fact, int truth)
{
    world->fold->things[item].touched = 1;
    set_fact(world, &world->fold->things[item], fact, truth);
}

void ombud__fold_forget(ombud__fold *fold, const ombud__fact *fact, uint16_t item)
{
    ombud__thing *thing = &fold->things[item];
    uint64_t bit = (uint64_t)1 << (fact->bit % 64);
    uint64_t *known = &thing->known, *yes = &thing->yes;
    if (fact->bit >= 64) {
        known = fold->words + thing->words + 2 * (fact->bit / 64 - 1);
        yes = known + 1;
    }
    *known &= ~bit;
    *yes &= ~bit;
}

static void tie(ombud__world *world, uint16_t from, ombud__id link, uint16_t to)
{
    ombud__fold *fold = world->fold;
    if (ombud__is_tied(fold, from, link, to))
        return;
    fold->ties[fold->tie_count++] = (ombud__tie){from, to, link};
    if (world->law->links[link].tells)
        fold->things[to].touched = fold->things[to].told_of = 1;
}

void ombud__fold_carry(ombud__world *world, const ombud__act *act, const ombud__load *loads)
{
    const ombud_law *law = world->law;
    ombud__fold *fold = world->fold;
    ombud__thing *thing = &fold->things[act->item];
    thing->touched = 1;
    world->loads = loads;
    world->load_count = act->loads;
    for (size_t i = 0; i < act->loads; i++) {
        const ombud__load *load = &loads[i];
        switch (load->type) {
        case OMBUD__LOAD_FACT: set_fact(world, thing, load->what, load->truth); break;
        case OMBUD__LOAD_CHOICE: {
            ombud__pick pick = world->settings->picks[load->what];
            if (pick.yes != 0) {
                thing->known |= pick.all;
                thing->yes = (thing->yes & ~pick.all) | pick.yes;
                break;
            }
            const ombud__arg *arg = &law->args[law->choices[load->what].arg];
            for (size_t c = 0; c < arg->choices; c++) {
                size_t choice = arg->choice + c;
                set_fact(world, thing, law->choices[choice].fact, choice == load->what ? OMBUD__YES : OMBUD__NO);
            }
            break;
        }
        case OMBUD__LOAD_ITEM: tie(world, act->item, law->args[load->what].link, (uint16_t)load->value); break;
        default: fold->days[thing->days + law->args[load->what].slot] = load->value;
        }
    }
}

/* ---- match and effect -------------------------------------------------------------------------------------------- */

/* What an event does to a term that is open. A clause of another row of the same term counts too while that row is in
 * force: the name is one, its rows say how it runs. */
static inline void change_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                               ombud__running *term)
{
    if (op->live == OMBUD__ROW_DROPPED && term->row != op->row)
        return;
    if (ombud__op_ends_term(op->op)) {
        term->status = op->ends[(term->flags & OMBUD__TERM_PAST) != 0];
        ombud__unset_due(world->fold, thing, op->local, term);
    } else {
        ombud__move_term(world, thing, plan, op, term);
    }
    if (world->trace != NULL)
        ombud__trace_changed(world->trace, world, ombud__item_of(world, thing), term);
}

/* What an event does to facts beyond the first word, and the day it is remembered by. */
static void remember(ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, ombud__thing *thing)
{
    const ombud_law *law = world->law;
    const ombud__move *move = cell->wide ? &law->moves[cell->move] : NULL;
    for (size_t i = 0; move != NULL && i < move->clear_count; i++)
        set_fact(world, thing, law->fact_lists[move->clears + i], OMBUD__UNKNOWN);
    for (size_t i = 0; move != NULL && i < move->make_count; i++)
        set_fact(world, thing, law->fact_lists[move->makes + i], OMBUD__YES);
    if (plan->day_slot != OMBUD__NONE)
        world->fold->days[thing->days + plan->day_slot] = world->day;
}

int ombud__is_carried(const ombud_law *law, const ombud__load *loads, size_t count, ombud__id arg)
{
    for (size_t i = 0; i < count; i++) {
        const ombud__load *load = &loads[i];
        if (load->type == OMBUD__LOAD_CHOICE ? law->choices[load->what].arg == arg
                                             : load->type >= OMBUD__LOAD_DAY && load->what == arg)
            return OMBUD__YES;
    }
    return OMBUD__NO;
}

void ombud__fold_keep(ombud__world *world, const ombud__plan *plan, uint16_t item)
{
    ombud__thing *thing = &world->fold->things[item];
    for (const ombud__op *op = plan->keep; op < plan->change; op++) {
        if (op->asks == OMBUD__ASKS_CARRIED) {
            set_fact(world, thing, op->row, ombud__is_carried(world->law, world->loads, world->load_count, op->when));
            continue;
        }
        if (op->asks == OMBUD__ASKS_MORE) {
            set_fact(world, thing, op->row, ombud__define(world, op->row, plan->event, item));
            continue;
        }
        int holds = ombud__mask_holds(op->mask, thing->yes, thing->known & ~thing->yes);
        uint64_t bit = (uint64_t)1 << op->local;
        thing->known = (thing->known & ~bit) | (uint64_t)(holds != OMBUD__UNKNOWN) << op->local;
        thing->yes = (thing->yes & ~bit) | (uint64_t)(holds == OMBUD__YES) << op->local;
    }
}

/* What the event does to terms of the items that are linked to its own: it meets them or has them lapse. */
static void end_far(ombud__world *world, const ombud__plan *plan, uint16_t item)
{
    ombud__fold *fold = world->fold;
    for (const ombud__far *far = plan->far; far < plan->far_end; far++) {
        for (uint32_t i = 0; i < fold->tie_count; i++) {
            uint16_t other = ombud__far_item(far, &fold->ties[i], item);
            if (other == OMBUD__NOBODY)
                continue;
            ombud__thing *thing = &fold->things[other];
            ombud__running *term = &fold->terms[thing->terms + far->op.local];
            if (term->status == OMBUD_TERM_OPEN && ombud__op_holds(world, thing, &far->op) == OMBUD__YES)
                change_term(world, thing, plan, &far->op, term);
        }
    }
}

static inline void effect(ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, ombud__thing *thing)
{
    ombud__running *terms = world->fold->terms + thing->terms;
    thing->state = cell->to;
    thing->known = (thing->known & cell->known_stays) | cell->make;
    thing->yes = (thing->yes & cell->yes_stays) | cell->make;
    if (cell->more)
        remember(world, plan, cell, thing);
    for (const ombud__op *op = plan->change; op < plan->open; op++) {
        if (terms[op->local].status == OMBUD_TERM_OPEN &&
            (op->asks == OMBUD__ASKS_NOTHING || ombud__op_holds(world, thing, op) == OMBUD__YES))
            change_term(world, thing, plan, op, &terms[op->local]);
    }
    if (plan->far < plan->far_end)
        end_far(world, plan, ombud__item_of(world, thing));
    if (plan->open < plan->end)
        ombud__open_terms(world, thing, plan);
}

void ombud__fold_act(ombud__world *world, const ombud__act *act, const ombud__load *loads)
{
    ombud__fold *fold = world->fold;
    ombud__thing *thing = &fold->things[act->item];
    if (act->day > fold->next_due && act->type != OMBUD__ACT_THEN)
        ombud__fold_settle(world, act->day);
    uint16_t before = thing->state;
    turn_to(world, act->day);
    fold->day = act->day;
    thing->touched = 1;
    if (act->loads > 0)
        ombud__fold_carry(world, act, loads);
    if (act->type == OMBUD__ACT_LINK) {
        tie(world, act->item, act->what, act->other);
    } else if (act->type != OMBUD__ACT_FACT) {
        const ombud__plan *plan = world->edition->plans[act->what];
        const ombud__cell *cell = &plan->cells[before];
        if (act->type == OMBUD__ACT_EVENT) {
            world->named = act->by != OMBUD__NOBODY;
            uint64_t held = !world->named                    ? 0
                            : !fold->things[act->by].told_of ? fold->things[act->by].roles
                                                             : ombud__roles_on(world, act->by, act->item);
            world->roles = ombud__acting(act, held);
            if (plan->keep < plan->change)
                ombud__fold_keep(world, plan, act->item);
            if (world->trace != NULL || !ombud__plainly_permitted(plan, cell, thing, world->roles))
                ombud__judge_act(world, plan, cell, act->item);
        } else if (plan->keep < plan->change) {
            ombud__fold_keep(world, plan, act->item); /* what the end of a term brings about carries nothing */
            if (world->trace != NULL)
                ombud__trace_kept_facts(world->trace, world, plan, act->item, 0);
        }
        effect(world, plan, cell, thing);
        world->named = 0;
    }
    world->load_count = 0;
    if (world->trace != NULL)
        ombud__trace_act(world->trace, world, act, before);
}

/* ---- expire ------------------------------------------------------------------------------------------------------ */

/*
 * The end of a term's last day: an excuse that holds then counts; else a duty is overdue from the next day, and `then`
 * happens on it, unless the end is barren: it has brought that about already, and would for ever. What was over before
 * the day on which it opened ends on that day: nothing happens on a day that the fold has passed.
 */
static void pass(ombud__world *world, uint16_t item, ombud__running *term, int barren)
{
    const ombud__run *run = &world->settings->runs[term->row];
    ombud__fold *fold = world->fold;
    fold->things[item].ticking &= ~((uint32_t)1 << run->local);
    /* Another term that ended on the same day has taken the fold to the next: this one's last day is still its own. */
    turn_to(world, term->flags & OMBUD__TERM_OVER && term->due < fold->day ? fold->day : term->due);
    if (term->flags & OMBUD__TERM_AGAIN && world->trace != NULL)
        ombud__trace_opened(world->trace, world, item, term);
    if (ombud__is_excused(world, term->row, item)) {
        term->status = OMBUD_TERM_EXCUSED;
        if (world->trace != NULL)
            ombud__trace_changed(world->trace, world, item, term);
        return;
    }
    term->flags |= OMBUD__TERM_PAST;
    fold->day = term->due + 1 > fold->day ? term->due + 1 : fold->day;
    turn_to(world, fold->day);
    fold->findings += run->duty;
    if (world->trace != NULL)
        ombud__trace_past(world->trace, world, item, term);
    if (run->again)
        ombud__begin_again(world, item, term);
    if (run->then != OMBUD__NONE && !barren) {
        const ombud__act then = {.day = fold->day,
                                 .entered = fold->day,
                                 .type = OMBUD__ACT_THEN,
                                 .what = run->then,
                                 .item = item,
                                 .by = OMBUD__NOBODY};
        ombud__fold_act(world, &then, NULL);
    }
}

/* The number of the lowest bit of a set that is not empty: the product with a de Bruijn sequence has another top for
 * each. */
static inline uint32_t lowest(uint32_t set)
{
    static const uint8_t number[32] = {0,  1,  28, 2,  29, 14, 24, 3, 30, 22, 20, 15, 25, 17, 4,  8,
                                       31, 27, 13, 23, 21, 19, 16, 7, 26, 12, 18, 6,  11, 5,  10, 9};
    return number[(uint32_t)((set & (~set + 1)) * UINT32_C(0x077CB531)) >> 27];
}

void ombud__fold_settle(ombud__world *world, int32_t day)
{
    ombud__fold *fold = world->fold;
    int32_t furthest = INT32_MIN;
    uint32_t rounds =
        0; /* since a last day was passed that lies further on: ends can open terms, but not in a ring for ever */
    while (fold->next_due < day) {
        int32_t due = OMBUD__NO_DAY, after = OMBUD__NO_DAY;
        uint32_t item = 0, first = 0;
        for (uint32_t i = 0; i < fold->thing_count; i++) {
            for (uint32_t ticking = fold->things[i].ticking; ticking != 0; ticking &= ticking - 1) {
                uint32_t at = fold->things[i].terms + lowest(ticking);
                if (fold->terms[at].due < due) {
                    after = due;
                    due = fold->terms[at].due;
                    item = i;
                    first = at;
                } else if (fold->terms[at].due < after) {
                    after = fold->terms[at].due;
                }
            }
        }
        fold->next_due = due < day ? after : due;
        fold->after_due = after;
        if (due >= day)
            break;
        rounds = due > furthest ? 0 : rounds + 1;
        furthest = due > furthest ? due : furthest;
        pass(world, (uint16_t)item, &fold->terms[first], rounds > fold->term_count);
    }
    turn_to(world, day);
    fold->day = day;
}
