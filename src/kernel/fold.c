/*
 * The fold: one event after the other, each in four steps. Order is the caller's (day, then place in the journal); then
 *   expire  what ended before this day takes effect, the earliest first;
 *   match   the event's plan and the item's cell say what it may do and where it leads;
 *   effect  state and facts, then terms: met, lapsed, extended, started, opened.
 * A recorded event that was not permitted still has its effect: reality may break the law, and leaves a finding.
 */
#include "trace.h"

#include "calendar.h"
#include "civil.h"

#include <string.h>

static void turn_to(ombud__scope *scope, int32_t day)
{
    scope->day = day;
    if (day < scope->edition->from || day > scope->edition->to)
        scope->edition = ombud__edition_on(scope->settings, day);
}

/* ---- facts -------------------------------------------------------------------------------------------------------------------- */

static void set_fact(const ombud__scope *scope, ombud__thing *thing, const ombud__fact *fact, int truth)
{
    uint64_t bit = (uint64_t)1 << (fact->bit % 64);
    uint64_t *known = &thing->known, *yes = &thing->yes;
    if (fact->bit >= 64) {
        uint64_t *words = scope->fold->words + thing->words + 2 * (fact->bit / 64 - 1);
        known = words;
        yes = words + 1;
    }
    *known = truth == OMBUD__UNKNOWN && !fact->silence_no ? *known & ~bit : *known | bit;
    *yes = truth == OMBUD__YES ? *yes | bit : *yes & ~bit;
}

void ombud__fold_fact(const ombud__scope *scope, uint16_t item, ombud__id fact, int truth)
{
    set_fact(scope, &scope->fold->things[item], &scope->law->facts[fact], truth);
}

static void tie(ombud__fold *fold, uint16_t from, ombud__id link, uint16_t to)
{
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *t = &fold->ties[i];
        if (t->from == from && t->to == to && t->link == link)
            return;
    }
    fold->ties[fold->tie_count++] = (ombud__tie){ from, to, link };
}

void ombud__fold_carry(ombud__scope *scope, const ombud__act *act, const ombud__load *loads)
{
    const ombud_law *law = scope->law;
    ombud__fold *fold = scope->fold;
    ombud__thing *thing = &fold->things[act->item];
    for (size_t i = 0; i < act->loads; i++) {
        const ombud__load *load = &loads[i];
        switch (load->type) {
        case OMBUD__LOAD_FACT:
            set_fact(scope, thing, &law->facts[load->what], load->truth);
            break;
        case OMBUD__LOAD_CHOICE: {
            ombud__pick pick = scope->settings->picks[load->what];
            if (pick.yes != 0) {
                thing->known |= pick.all;
                thing->yes = (thing->yes & ~pick.all) | pick.yes;
                break;
            }
            const ombud__arg *arg = &law->args[law->choices[load->what].arg];
            for (size_t c = 0; c < arg->choices; c++) {
                size_t choice = arg->choice + c;
                set_fact(scope, thing, &law->facts[law->choices[choice].fact], choice == load->what ? OMBUD__YES : OMBUD__NO);
            }
            break;
        }
        case OMBUD__LOAD_ITEM:
            tie(fold, act->item, law->args[load->what].link, (uint16_t)load->value);
            break;
        default:
            fold->days[thing->days + law->args[load->what].slot] = load->value;
        }
    }
    if (act->type == OMBUD__ACT_LINK)
        tie(fold, act->item, act->what, act->other);
}

/* ---- terms --------------------------------------------------------------------------------------------------------------------- */

/* A term's last day is known from now on. */
static inline void set_due(ombud__fold *fold, ombud__thing *thing, ombud__running *term, int32_t due, ombud_period period)
{
    term->due = due;
    term->unit = (uint8_t)period.unit;
    term->count = (uint16_t)period.count;
    if (!(term->flags & OMBUD__TERM_PAST))
        thing->ticking |= (uint32_t)1 << (term - fold->terms - thing->terms);
    if (due < fold->next_due)
        fold->next_due = due;
}

/* Finds the start and the last day of a term that is opening, or whose start has just happened. */
static void date_term(ombud__scope *scope, ombud__thing *thing, ombud__running *term, ombud__id event)
{
    const ombud__run *run = &scope->settings->runs[term->row];
    const ombud__fold *fold = scope->fold;
    int32_t start = scope->day;
    ombud_period period = run->period;
    term->due = OMBUD__NO_DAY;
    term->no_due = OMBUD_DUE_NOT_STARTED;
    if (run->from == OMBUD__FROM_TERM) {
        start = fold->terms[thing->terms + scope->law->terms[run->what].local].due;
    } else if (run->from == OMBUD__FROM_DAY || (run->from == OMBUD__FROM_EVENT && run->what != event)) {
        uint16_t slot = run->from == OMBUD__FROM_DAY ? run->what : scope->law->events[run->what].day_slot;
        start = slot == OMBUD__NONE ? OMBUD__NO_REMEMBERED_DAY : fold->days[thing->days + slot];
    }
    if (start == OMBUD__NO_DAY || start == OMBUD__NO_REMEMBERED_DAY)
        return;
    if (run->plus.count > 0)
        start = ombud__day_plus(start, run->plus.count, run->plus.unit);
    term->start = start;
    if (run->within == OMBUD__WITHIN_CARRIED) {
        int32_t carried = fold->days[thing->days + run->carried];
        if (carried == OMBUD__NO_REMEMBERED_DAY) {
            term->no_due = OMBUD_DUE_NO_PERIOD;
            return;
        }
        period = (ombud_period){ carried / 8, carried % 8 };
    } else if (run->within != OMBUD__WITHIN_PERIOD) {
        term->no_due = run->within == OMBUD__WITHIN_HOST ? OMBUD_DUE_LENGTH_UNSET : OMBUD_DUE_NO_PERIOD;
        return;
    }
    term->no_due = OMBUD_DUE_OUT_OF_RANGE;
    if (start == OMBUD__NO_DAY)
        return;
    int32_t due = ombud__day_plus(start, period.count, period.unit);
    if (due == OMBUD__NO_DAY)
        return;
    if (run->roll != OMBUD_ROLL_NONE) {
        ombud_day rolled;
        if (ombud_day_roll(due, run->roll, scope->settings->holidays, scope->settings->holiday_count, &rolled) != OMBUD_OK) {
            term->no_due = OMBUD_DUE_NO_CALENDAR;
            return;
        }
        due = (int32_t)rolled;
    }
    term->no_due = OMBUD_DUE_KNOWN;
    set_due(scope->fold, thing, term, due, period);
}

static void extend_term(ombud__scope *scope, ombud__thing *thing, ombud__running *term, ombud_period period)
{
    const ombud__run *run = &scope->settings->runs[term->row];
    ombud_day due = ombud__day_plus(term->start, period.count, period.unit);
    if (due == OMBUD__NO_DAY || (run->roll != OMBUD_ROLL_NONE
            && ombud_day_roll(due, run->roll, scope->settings->holidays, scope->settings->holiday_count, &due) != OMBUD_OK))
        return;
    term->flags |= OMBUD__TERM_EXTENDED;
    if (due >= scope->day)
        term->flags &= (uint8_t)~OMBUD__TERM_PAST;
    set_due(scope->fold, thing, term, (int32_t)due, period);
}

/* Whether an operation's condition holds. */
static inline int op_holds(const ombud__scope *scope, const ombud__thing *thing, const ombud__op *op, uint16_t item)
{
    if (!op->plain)
        return ombud__row_holds(scope, OMBUD__ROW_LIVE, op->when, op->unless, item);
    return ombud__mask_holds(op->mask, thing->known, thing->yes);
}

static inline void open_term(ombud__scope *scope, ombud__thing *thing, uint16_t item, ombud__running *term, const ombud__op *op, ombud__id event)
{
    int holds = op_holds(scope, thing, op, item);
    if (holds == OMBUD__NO)
        return;
    /* An open duty runs on; one of which it was not certain that it had opened opens now if this is certain. */
    if (op->duty && term->status == OMBUD_TERM_OPEN
            && (term->no_due != OMBUD_DUE_UNDETERMINED || holds != OMBUD__YES || op->no_due == OMBUD_DUE_NO_TEXT))
        return;
    *term = (ombud__running){ .start = scope->day, .due = OMBUD__NO_DAY, .row = op->row, .status = OMBUD_TERM_OPEN, .no_due = op->no_due };
    thing->ticking &= ~((uint32_t)1 << op->local);
    if (holds != OMBUD__YES && op->no_due != OMBUD_DUE_NO_TEXT) {
        term->no_due = OMBUD_DUE_UNDETERMINED;
    } else if (op->no_due == OMBUD_DUE_KNOWN) {
        int32_t due = ombud__day_plus(scope->day, op->period.count, op->period.unit);
        if (due == OMBUD__NO_DAY)
            term->no_due = OMBUD_DUE_OUT_OF_RANGE;
        else
            set_due(scope->fold, thing, term, due, op->period);
    } else if (op->no_due == OMBUD__DUE_TO_FIND) {
        date_term(scope, thing, term, event);
    }
    if (scope->trace != NULL)
        ombud__trace_opened(scope->trace, scope, item, term);
}

static inline void end_term(ombud__thing *thing, ombud__running *term, const ombud__op *op, uint8_t status)
{
    term->status = status;
    thing->ticking &= ~((uint32_t)1 << op->local);
}

/* What an event does to a term that is open. */
static inline void change_term(ombud__scope *scope, ombud__thing *thing, uint16_t item, ombud__running *term, const ombud__op *op, ombud__id event)
{
    /* A clause of another row of the same term counts too while that row is in force: the name is one, its rows say how it runs. */
    if (op_holds(scope, thing, op, item) != OMBUD__YES || (op->live == OMBUD__ROW_DROPPED && term->row != op->row))
        return;
    switch (op->op) {
    case OMBUD__OP_MEET:
        end_term(thing, term, op, term->flags & OMBUD__TERM_PAST ? OMBUD_TERM_MET_LATE : OMBUD_TERM_MET);
        break;
    case OMBUD__OP_LAPSE:
        end_term(thing, term, op, OMBUD_TERM_LAPSED);
        break;
    case OMBUD__OP_EXTEND:
        if (term->due == OMBUD__NO_DAY || (op->while_running && term->flags & OMBUD__TERM_PAST))
            return;
        extend_term(scope, thing, term, op->period);
        break;
    default: /* OMBUD__OP_START */
        if (term->row != op->row || term->no_due != OMBUD_DUE_NOT_STARTED)
            return;
        date_term(scope, thing, term, event);
    }
    if (scope->trace != NULL)
        ombud__trace_changed(scope->trace, scope, item, term);
}

/* ---- match and effect ------------------------------------------------------------------------------------------------------------ */

/* What a move does to facts beyond the first word, the first word included. */
static void make_facts(ombud__scope *scope, ombud__thing *thing, const ombud__move *move)
{
    const ombud_law *law = scope->law;
    for (size_t i = 0; i < move->clear_count; i++)
        set_fact(scope, thing, &law->facts[law->fact_lists[move->clears + i]], OMBUD__UNKNOWN);
    for (size_t i = 0; i < move->make_count; i++)
        set_fact(scope, thing, &law->facts[law->fact_lists[move->makes + i]], OMBUD__YES);
}

void ombud__fold_keep(ombud__scope *scope, ombud__id event, uint16_t item)
{
    const ombud__plan *plan = &scope->edition->plans[event];
    for (const ombud__op *op = plan->keep; op < plan->change; op++) {
        const ombud__fact *fact = &scope->law->facts[op->row];
        set_fact(scope, &scope->fold->things[item], fact, ombud__define(scope, op->row, item));
    }
}

static void effect(ombud__scope *scope, const ombud__plan *plan, const ombud__cell *cell, ombud__thing *thing, ombud__id event, uint16_t item)
{
    ombud__running *terms = scope->fold->terms + thing->terms;
    thing->state = cell->to;
    thing->known = (thing->known & ~cell->forget) | cell->make;
    thing->yes = (thing->yes & ~cell->clear) | cell->make;
    if (cell->wide)
        make_facts(scope, thing, &scope->law->moves[cell->move]);
    if (plan->day_slot != OMBUD__NONE)
        scope->fold->days[thing->days + plan->day_slot] = scope->day;
    for (const ombud__op *op = plan->change; op < plan->open; op++) {
        if (terms[op->local].status == OMBUD_TERM_OPEN)
            change_term(scope, thing, item, &terms[op->local], op, event);
    }
    for (const ombud__op *op = plan->open; op < plan->end; op++)
        open_term(scope, thing, item, &terms[op->local], op, event);
}

void ombud__fold_act(ombud__scope *scope, const ombud__act *act, const ombud__load *loads)
{
    ombud__fold *fold = scope->fold;
    ombud__thing *thing = &fold->things[act->item];
    ombud__ruling ruling = { 0, OMBUD__BY_NONE, OMBUD__NONE };
    if (act->day > fold->next_due)
        ombud__fold_settle(scope, act->day);
    turn_to(scope, act->day);
    fold->day = act->day;
    uint16_t before = thing->state;
    if (act->loads > 0 || act->type == OMBUD__ACT_LINK)
        ombud__fold_carry(scope, act, loads);
    if (act->type == OMBUD__ACT_EVENT) {
        const ombud__plan *plan = &scope->edition->plans[act->what];
        const ombud__cell *cell = &plan->cells[before];
        int named = act->by != OMBUD__NOBODY;
        uint64_t roles = !named ? 0 : scope->law->has_held_roles ? ombud__roles_of(scope, act->by) : fold->things[act->by].roles;
        scope->named = (int8_t)named;
        scope->roles = roles;
        if (plan->keep < plan->change)
            ombud__fold_keep(scope, act->what, act->item);
        if (scope->trace != NULL)
            ruling = ombud__judge(scope, act->what, act->item, roles, named);
        else if (!ombud__plainly_permitted(plan, cell, thing, roles))
            ruling.ruling = (uint8_t)ombud__judge_fast(scope, act->what, act->item, roles, named);
        fold->findings += ruling.ruling == OMBUD_FORBIDDEN || ruling.ruling == OMBUD_UNDETERMINED;
        effect(scope, plan, cell, thing, act->what, act->item);
        scope->named = 0;
    }
    if (scope->trace != NULL)
        ombud__trace_act(scope->trace, scope, act, before, ruling);
}

/* ---- expire ---------------------------------------------------------------------------------------------------------------------- */

/*
 * The end of a term's last day: an excuse that holds then counts; else a duty is overdue from the next day, and `then` happens on it, unless the
 * end is barren: it has brought that about already, and would for ever.
 */
static void pass(ombud__scope *scope, uint16_t item, ombud__running *term, int barren)
{
    const ombud__term_row *row = &scope->law->term_rows[term->row];
    scope->fold->things[item].ticking &= ~((uint32_t)1 << scope->law->terms[row->term].local);
    turn_to(scope, term->due);
    if (ombud__excuse_holds(scope, term->row, item) == OMBUD__YES) {
        term->status = OMBUD_TERM_EXCUSED;
        if (scope->trace != NULL)
            ombud__trace_changed(scope->trace, scope, item, term);
        return;
    }
    term->flags |= OMBUD__TERM_PAST;
    turn_to(scope, term->due + 1);
    scope->fold->findings += scope->law->terms[row->term].duty;
    if (scope->trace != NULL)
        ombud__trace_past(scope->trace, scope, item, term);
    if (row->then != OMBUD__NONE && !barren) {
        ombud__thing *thing = &scope->fold->things[item];
        const ombud__plan *plan = &scope->edition->plans[row->then];
        uint16_t before = thing->state;
        effect(scope, plan, &plan->cells[before], thing, row->then, item);
        if (scope->trace != NULL)
            ombud__trace_then(scope->trace, scope, item, row->then, before);
    }
}

void ombud__fold_settle(ombud__scope *scope, int32_t day)
{
    ombud__fold *fold = scope->fold;
    int32_t furthest = INT32_MIN;
    uint32_t rounds = 0; /* since a last day was passed that lies further on: ends can open terms, but not in a ring for ever */
    while (fold->next_due < day) {
        int32_t due = OMBUD__NO_DAY;
        uint32_t item = 0, first = 0;
        for (uint32_t i = 0; i < fold->thing_count; i++) {
            uint32_t at = fold->things[i].terms;
            for (uint32_t ticking = fold->things[i].ticking; ticking != 0; ticking >>= 1, at++) {
                if ((ticking & 1) != 0 && fold->terms[at].due < due) {
                    due = fold->terms[at].due;
                    item = i;
                    first = at;
                }
            }
        }
        fold->next_due = due;
        if (due >= day)
            break;
        rounds = due > furthest ? 0 : rounds + 1;
        furthest = due > furthest ? due : furthest;
        pass(scope, (uint16_t)item, &fold->terms[first], rounds > fold->term_count);
    }
    turn_to(scope, day);
    fold->day = day;
}
