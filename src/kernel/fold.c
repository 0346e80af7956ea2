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

static void set_fact(ombud__scope *scope, ombud__thing *thing, const ombud__fact *fact, int truth)
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

/* Finds the start and the last day of a term that is opening, or whose start has just happened. */
static void date_term(ombud__scope *scope, const ombud__thing *thing, ombud__running *term, ombud__id event)
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
    term->due = due;
    term->unit = (uint8_t)period.unit;
    term->count = (uint16_t)period.count;
    term->no_due = OMBUD_DUE_KNOWN;
    if (due < scope->fold->next_due)
        scope->fold->next_due = due;
}

static void extend_term(ombud__scope *scope, ombud__running *term, ombud_period period)
{
    const ombud__run *run = &scope->settings->runs[term->row];
    ombud_day due = ombud__day_plus(term->start, period.count, period.unit);
    if (due == OMBUD__NO_DAY || (run->roll != OMBUD_ROLL_NONE
            && ombud_day_roll(due, run->roll, scope->settings->holidays, scope->settings->holiday_count, &due) != OMBUD_OK))
        return;
    term->due = (int32_t)due;
    term->unit = (uint8_t)period.unit;
    term->count = (uint16_t)period.count;
    term->flags |= OMBUD__TERM_EXTENDED;
    if (due >= scope->day)
        term->flags &= (uint8_t)~OMBUD__TERM_PAST;
    if (due < scope->fold->next_due)
        scope->fold->next_due = (int32_t)due;
}

static void open_term(ombud__scope *scope, const ombud__thing *thing, const ombud__op *op, ombud__running *term, ombud__id event, int certain)
{
    const ombud_law *law = scope->law;
    int duty = law->terms[law->term_rows[op->row].term].duty;
    if (duty && term->status == OMBUD_TERM_OPEN)
        return;
    memset(term, 0, sizeof *term);
    term->row = op->row;
    term->status = OMBUD_TERM_OPEN;
    term->start = scope->day;
    term->due = OMBUD__NO_DAY;
    if (op->live == OMBUD__ROW_NO_TEXT)
        term->no_due = OMBUD_DUE_NO_TEXT;
    else if (!certain)
        term->no_due = OMBUD_DUE_UNDETERMINED;
    else
        date_term(scope, thing, term, event);
    if (scope->trace != NULL)
        ombud__trace_opened(scope->trace, scope, (uint16_t)(thing - scope->fold->things), term);
}

static void run_op(ombud__scope *scope, uint16_t item, const ombud__op *op, ombud__id event)
{
    ombud__thing *thing = &scope->fold->things[item];
    ombud__running *term = &scope->fold->terms[thing->terms + op->local];
    int holds = op->when == OMBUD__NONE && op->unless == OMBUD__NONE ? OMBUD__YES : ombud__row_holds(scope, OMBUD__ROW_LIVE, op->when, op->unless, item);
    if (op->op == OMBUD__OP_OPEN) {
        if (holds != OMBUD__NO)
            open_term(scope, thing, op, term, event, holds == OMBUD__YES);
        return;
    }
    /* A clause of another row of the same term counts too while that row is in force: the name is one, its rows say how it runs. */
    if (term->status != OMBUD_TERM_OPEN || holds != OMBUD__YES || (term->row != op->row && op->live == OMBUD__ROW_DROPPED))
        return;
    switch (op->op) {
    case OMBUD__OP_MEET:
        term->status = term->flags & OMBUD__TERM_PAST ? OMBUD_TERM_MET_LATE : OMBUD_TERM_MET;
        break;
    case OMBUD__OP_LAPSE:
        term->status = OMBUD_TERM_LAPSED;
        break;
    case OMBUD__OP_EXTEND:
        if (term->due == OMBUD__NO_DAY || (op->while_running && term->flags & OMBUD__TERM_PAST))
            return;
        extend_term(scope, term, op->period);
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
    const ombud__op *op = scope->edition->ops + plan->op;
    for (uint32_t i = 0; i < plan->ops && op[i].op == OMBUD__OP_KEEP; i++) {
        const ombud__fact *fact = &scope->law->facts[op[i].row];
        set_fact(scope, &scope->fold->things[item], fact, ombud__define(scope, op[i].row, item));
    }
}

static void effect(ombud__scope *scope, const ombud__plan *plan, ombud__id event, uint16_t item)
{
    ombud__fold *fold = scope->fold;
    ombud__thing *thing = &fold->things[item];
    const ombud__cell *cell = &scope->edition->cells[plan->cell + thing->state];
    const ombud__op *op = scope->edition->ops + plan->op;
    if (cell->move != OMBUD__NONE) {
        if (cell->to != OMBUD__SAME)
            thing->state = cell->to;
        if (cell->facts)
            make_facts(scope, thing, &scope->law->moves[cell->move]);
    } else if (plan->to_alone != OMBUD__NONE) {
        thing->state = plan->to_alone;
    }
    if (plan->day_slot != OMBUD__NONE)
        fold->days[thing->days + plan->day_slot] = scope->day;
    for (uint32_t i = 0; i < plan->ops; i++) {
        if (op[i].op != OMBUD__OP_KEEP)
            run_op(scope, item, &op[i], event);
    }
}

void ombud__fold_act(ombud__scope *scope, const ombud__act *act, const ombud__load *loads)
{
    ombud__fold *fold = scope->fold;
    ombud__ruling ruling = { 0, OMBUD__BY_NONE, OMBUD__NONE };
    if (act->day > fold->next_due)
        ombud__fold_settle(scope, act->day);
    turn_to(scope, act->day);
    fold->day = act->day;
    uint16_t before = fold->things[act->item].state;
    ombud__fold_carry(scope, act, loads);
    if (act->type == OMBUD__ACT_EVENT) {
        const ombud__plan *plan = &scope->edition->plans[act->what];
        int named = act->by != OMBUD__NOBODY;
        uint64_t roles = !named ? 0 : scope->law->has_held_roles ? ombud__roles_of(scope, act->by) : fold->things[act->by].roles;
        scope->named = (int8_t)named;
        scope->roles = roles;
        ombud__fold_keep(scope, act->what, act->item);
        if (scope->trace != NULL)
            ruling = ombud__judge(scope, act->what, act->item, roles, named);
        else
            ruling.ruling = (uint8_t)ombud__judge_fast(scope, act->what, act->item, roles, named);
        fold->findings += ruling.ruling == OMBUD_FORBIDDEN || ruling.ruling == OMBUD_UNDETERMINED;
        effect(scope, plan, act->what, act->item);
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
    turn_to(scope, term->due);
    if (row->excused != OMBUD__NONE && ombud__holds(scope, row->excused, item) == OMBUD__YES) {
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
        uint16_t before = scope->fold->things[item].state;
        effect(scope, &scope->edition->plans[row->then], row->then, item);
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
            const ombud__thing *thing = &fold->things[i];
            uint32_t terms = scope->law->kinds[thing->kind].term_count;
            for (uint32_t t = 0; t < terms; t++) {
                const ombud__running *term = &fold->terms[thing->terms + t];
                if (term->status == OMBUD_TERM_OPEN && term->due < due && !(term->flags & OMBUD__TERM_PAST)) {
                    due = term->due;
                    item = i;
                    first = thing->terms + t;
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
