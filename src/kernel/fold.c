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
#include "coverage.h"

#include <string.h>

static void turn_to(ombud__world *world, int32_t day)
{
    world->day = day;
    if (day < world->edition->from || day > world->edition->to)
        world->edition = ombud__edition_on(world->settings, day);
}

/* ---- facts ------------------------------------------------------------------------------------------------------- */

static void set_fact(const ombud__world *world, ombud__thing *thing, const ombud__fact *fact, int truth)
{
    uint64_t bit = (uint64_t)1 << (fact->bit % 64);
    uint64_t *known = &thing->known, *yes = &thing->yes;
    if (fact->bit >= 64) {
        uint64_t *words = world->fold->words + thing->words + 2 * (fact->bit / 64 - 1);
        known = words;
        yes = words + 1;
    }
    *known = truth == OMBUD__UNKNOWN && !fact->silence_no ? *known & ~bit : *known | bit;
    *yes = truth == OMBUD__YES ? *yes | bit : *yes & ~bit;
}

void ombud__fold_fact(const ombud__world *world, uint16_t item, ombud__id fact, int truth)
{
    world->fold->things[item].touched = 1;
    set_fact(world, &world->fold->things[item], &world->law->facts[fact], truth);
}

static void tie(ombud__fold *fold, uint16_t from, ombud__id link, uint16_t to)
{
    if (!ombud__is_tied(fold, from, link, to))
        fold->ties[fold->tie_count++] = (ombud__tie){from, to, link};
}

void ombud__fold_carry(ombud__world *world, const ombud__act *act, const ombud__load *loads)
{
    const ombud_law *law = world->law;
    ombud__fold *fold = world->fold;
    ombud__thing *thing = &fold->things[act->item];
    thing->touched = 1;
    for (size_t i = 0; i < act->loads; i++) {
        const ombud__load *load = &loads[i];
        switch (load->type) {
        case OMBUD__LOAD_FACT: set_fact(world, thing, &law->facts[load->what], load->truth); break;
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
                set_fact(world, thing, &law->facts[law->choices[choice].fact],
                         choice == load->what ? OMBUD__YES : OMBUD__NO);
            }
            break;
        }
        case OMBUD__LOAD_ITEM: tie(fold, act->item, law->args[load->what].link, (uint16_t)load->value); break;
        default: fold->days[thing->days + law->args[load->what].slot] = load->value;
        }
    }
    if (act->type == OMBUD__ACT_LINK)
        tie(fold, act->item, act->what, act->other);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

/* From now on this day is the next at which time changes the term. */
static inline void tick(ombud__fold *fold, ombud__thing *thing, uint32_t local, ombud__running *term, int32_t due)
{
    term->due = due;
    thing->ticking |= (uint32_t)1 << local;
    if (due < fold->next_due) {
        fold->after_due = fold->next_due;
        fold->next_due = due;
    } else if (due < fold->after_due) {
        fold->after_due = due;
    }
}

/* A term's last day is known from now on. */
static inline void set_due(ombud__fold *fold, ombud__thing *thing, uint32_t local, ombud__running *term, int32_t due,
                           ombud_period period)
{
    term->unit = (uint8_t)period.unit;
    term->count = (uint16_t)period.count;
    if (term->flags & OMBUD__TERM_PAST)
        term->due = due;
    else
        tick(fold, thing, local, term, due);
}

/* A term's last day no longer counts; where another is known to come next, nobody need search for it. */
static inline void unset_due(ombud__fold *fold, ombud__thing *thing, uint32_t local, const ombud__running *term)
{
    thing->ticking &= ~((uint32_t)1 << local);
    if (term->due == fold->next_due)
        fold->next_due = fold->after_due;
}

int32_t ombud__year_end(int32_t start, const ombud__run *run)
{
    int32_t year = start == OMBUD__NO_DAY ? 10000 : ombud__civil_of(start).year + run->period.count;
    if (year > 9999)
        return OMBUD__NO_DAY;
    if (run->month == 2 && run->day == 29 && !ombud__is_leap((uint32_t)year))
        return ombud__day_of_civil(year, 2, 28);
    return ombud__day_of_civil(year, run->month, run->day);
}

/* A last day moved as the row or the host says; OMBUD__NO_DAY with the reason in `no_due` where that is not known. */
static inline int32_t rolled(const ombud_settings *settings, const ombud__run *run, int32_t day, uint8_t *no_due)
{
    ombud_day to = day;
    *no_due = day == OMBUD__NO_DAY ? OMBUD_DUE_OUT_OF_RANGE : OMBUD_DUE_KNOWN;
    if (day == OMBUD__NO_DAY || run->roll == OMBUD_ROLL_NONE ||
        ombud_day_roll(day, run->roll, settings->holidays, settings->holiday_count, &to) == OMBUD_OK)
        return (int32_t)to;
    *no_due = OMBUD_DUE_NO_CALENDAR;
    return OMBUD__NO_DAY;
}

/* The last day that the term of a linked item would have had: of the one that the opening event names, else of the
 * first that was linked. */
static int32_t taken_over(const ombud__world *world, const ombud__thing *thing, const ombud__run *run)
{
    const ombud__fold *fold = world->fold;
    uint32_t from = OMBUD__NOBODY;
    for (uint16_t i = 0; i < world->load_count && from == OMBUD__NOBODY; i++) {
        if (world->loads[i].type == OMBUD__LOAD_ITEM && world->law->args[world->loads[i].what].link == run->link)
            from = (uint32_t)world->loads[i].value;
    }
    for (uint32_t i = 0; i < fold->tie_count && from == OMBUD__NOBODY; i++) {
        if (&fold->things[fold->ties[i].from] == thing && fold->ties[i].link == run->link)
            from = fold->ties[i].to;
    }
    return from == OMBUD__NOBODY ? OMBUD__NO_DAY
                                 : fold->terms[fold->things[from].terms + world->law->terms[run->what].local].due;
}

/* Finds the start and the last day of a term that is opening, or whose start has just happened. */
static void date_term(ombud__world *world, ombud__thing *thing, uint32_t local, ombud__running *term, ombud__id event)
{
    const ombud__run *run = &world->settings->runs[term->row];
    const ombud__fold *fold = world->fold;
    int32_t start = world->day, latest = term->start;
    ombud_period period = term->flags & OMBUD__TERM_EXTENDED ? (ombud_period){term->count, term->unit} : run->period;
    if (run->from == OMBUD__FROM_TERM) { /* of another term, or of this one's run so far */
        start = fold->terms[thing->terms + world->law->terms[run->what].local].due;
    } else if (run->from == OMBUD__FROM_TAKEN) {
        start = taken_over(world, thing, run);
    } else if (run->from == OMBUD__FROM_DAY || (run->from == OMBUD__FROM_EVENT && run->what != event)) {
        uint16_t slot = run->from == OMBUD__FROM_DAY ? run->what : world->law->events[run->what].day_slot;
        start = slot == OMBUD__NONE ? OMBUD__NO_REMEMBERED_DAY : fold->days[thing->days + slot];
    }
    if (run->capped) {
        if (run->what != event)
            latest = ombud__day_plus(world->day, run->cap.count, run->cap.unit);
        if (start == OMBUD__NO_REMEMBERED_DAY || start > latest)
            start = latest;
    }
    term->due = OMBUD__NO_DAY;
    term->no_due = OMBUD_DUE_NOT_STARTED;
    if (start == OMBUD__NO_DAY || start == OMBUD__NO_REMEMBERED_DAY)
        return;
    if (run->plus.count != 0)
        start = ombud__day_plus(start, run->plus.count, run->plus.unit);
    term->start = start;
    if (run->within == OMBUD__WITHIN_CARRIED) {
        int32_t carried = fold->days[thing->days + run->carried];
        if (carried == OMBUD__NO_REMEMBERED_DAY) {
            term->no_due = OMBUD_DUE_NO_PERIOD;
            return;
        }
        period = (ombud_period){carried / 8, carried % 8};
    } else if (run->within != OMBUD__WITHIN_PERIOD && run->within != OMBUD__WITHIN_DATE) {
        term->no_due = run->within == OMBUD__WITHIN_HOST ? OMBUD_DUE_LENGTH_UNSET : OMBUD_DUE_NO_PERIOD;
        return;
    }
    int32_t last = run->within == OMBUD__WITHIN_DATE ? ombud__year_end(start, run)
                   : start == OMBUD__NO_DAY          ? start
                                                     : ombud__day_plus(start, period.count, period.unit);
    int32_t due = rolled(world->settings, run, last, &term->no_due);
    if (due != OMBUD__NO_DAY)
        set_due(world->fold, thing, local, term, due, period);
}

static void extend_term(ombud__world *world, ombud__thing *thing, uint32_t local, ombud__running *term,
                        ombud_period period)
{
    const ombud__run *run = &world->settings->runs[term->row];
    uint8_t no_due;
    int32_t due = rolled(world->settings, run, ombud__day_plus(term->start, period.count, period.unit), &no_due);
    if (due == OMBUD__NO_DAY)
        return;
    unset_due(world->fold, thing, local, term);
    term->flags |= OMBUD__TERM_EXTENDED;
    if (due >= world->day)
        term->flags &= (uint8_t)~OMBUD__TERM_PAST;
    set_due(world->fold, thing, local, term, due, period);
}

static uint16_t item_of(const ombud__world *world, const ombud__thing *thing)
{
    return (uint16_t)(thing - world->fold->things);
}

static ombud__id event_of(const ombud__world *world, const ombud__plan *plan)
{
    return (ombud__id)(plan - world->edition->plans);
}

/* Whether an operation's condition holds. */
static inline int op_holds(const ombud__world *world, const ombud__thing *thing, const ombud__op *op)
{
    if (!op->plain)
        return ombud__row_holds(world, OMBUD__ROW_LIVE, op->when, op->unless, item_of(world, thing));
    return ombud__mask_holds(op->mask, thing->known, thing->yes);
}

/* The last day of a plain period that begins today. The one found before serves again: terms often run side by side. */
typedef struct plain_period {
    ombud_period period;
    int32_t due;
} plain_period;

static inline int32_t due_from_today(const ombud__world *world, ombud_period period, plain_period *last)
{
    if (period.count != last->period.count || period.unit != last->period.unit)
        *last = (plain_period){period, ombud__day_plus(world->day, period.count, period.unit)};
    return last->due;
}

static inline void open_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                             ombud__running *term, plain_period *last)
{
    int holds = op_holds(world, thing, op);
    if (holds == OMBUD__NO)
        return;
    /* An open duty runs on; one of which it was not certain that it had opened opens now if this is certain. */
    if (op->duty && term->status == OMBUD_TERM_OPEN &&
        (!ombud__may_not_have_opened(term) || holds != OMBUD__YES || op->no_due == OMBUD_DUE_NO_TEXT))
        return;
    if (term->status == OMBUD_TERM_OPEN)
        unset_due(world->fold, thing, op->local, term);
    int32_t ran_until = term->due;
    *term = op->begins;
    term->start = world->day;
    if (holds != OMBUD__YES && op->no_due != OMBUD_DUE_NO_TEXT) {
        term->no_due = OMBUD_DUE_UNDETERMINED;
    } else if (op->no_due == OMBUD_DUE_KNOWN) {
        int32_t due = due_from_today(world, op->period, last);
        if (due == OMBUD__NO_DAY)
            term->no_due = OMBUD_DUE_OUT_OF_RANGE;
        else
            set_due(world->fold, thing, op->local, term, due, op->period);
    } else if (op->no_due == OMBUD__DUE_TO_FIND) {
        term->due = ran_until;
        date_term(world, thing, op->local, term, event_of(world, plan));
    }
    if (world->trace != NULL)
        ombud__trace_opened(world->trace, world, item_of(world, thing), term);
}

/* A clause of another row of the same term counts too while that row is in force: the name is one, its rows say how it
 * runs. */
static inline int op_counts(const ombud__world *world, const ombud__thing *thing, const ombud__op *op,
                            const ombud__running *term)
{
    return op_holds(world, thing, op) == OMBUD__YES && (op->live != OMBUD__ROW_DROPPED || term->row == op->row);
}

static inline uint8_t met(const ombud__running *term)
{
    return term->flags & OMBUD__TERM_PAST ? OMBUD_TERM_MET_LATE : OMBUD_TERM_MET;
}

static inline void end_term(ombud__fold *fold, ombud__thing *thing, uint32_t local, ombud__running *term,
                            uint8_t status)
{
    term->status = status;
    unset_due(fold, thing, local, term);
}

/* What an event does to a term that is open. */
static inline void change_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                               ombud__running *term)
{
    if (!op_counts(world, thing, op, term))
        return;
    switch (op->op) {
    case OMBUD__OP_MEET: end_term(world->fold, thing, op->local, term, met(term)); break;
    case OMBUD__OP_LAPSE: end_term(world->fold, thing, op->local, term, OMBUD_TERM_LAPSED); break;
    case OMBUD__OP_EXTEND:
        if (term->due == OMBUD__NO_DAY || (op->while_running && term->flags & OMBUD__TERM_PAST))
            return;
        extend_term(world, thing, op->local, term, op->period);
        break;
    default: /* OMBUD__OP_START */
        if (term->row != op->row)
            return;
        if (term->no_due != OMBUD_DUE_NOT_STARTED) {
            if (!world->settings->runs[term->row].capped || term->start <= world->day)
                return;
            unset_due(world->fold, thing, op->local, term);
        }
        date_term(world, thing, op->local, term, event_of(world, plan));
    }
    if (world->trace != NULL)
        ombud__trace_changed(world->trace, world, item_of(world, thing), term);
}

/* ---- match and effect -------------------------------------------------------------------------------------------- */

/* What a move does to facts beyond the first word, the first word included. */
static void make_facts(ombud__world *world, ombud__thing *thing, const ombud__move *move)
{
    const ombud_law *law = world->law;
    for (size_t i = 0; i < move->clear_count; i++)
        set_fact(world, thing, &law->facts[law->fact_lists[move->clears + i]], OMBUD__UNKNOWN);
    for (size_t i = 0; i < move->make_count; i++)
        set_fact(world, thing, &law->facts[law->fact_lists[move->makes + i]], OMBUD__YES);
}

void ombud__fold_keep(ombud__world *world, ombud__id event, uint16_t item)
{
    const ombud__plan *plan = &world->edition->plans[event];
    for (const ombud__op *op = plan->keep; op < plan->change; op++) {
        ombud__thing *thing = &world->fold->things[item];
        if (op->plain) {
            uint64_t holds = (uint64_t)ombud__mask_holds(op->mask, thing->known, thing->yes),
                     bit = (uint64_t)1 << op->local;
            thing->known = (thing->known & ~bit) | (uint64_t)(holds != OMBUD__UNKNOWN) << op->local;
            thing->yes = (thing->yes & ~bit) | (holds >> 1) << op->local;
        } else {
            set_fact(world, thing, &world->law->facts[op->row], ombud__define(world, op->row, event, item));
        }
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
            if (term->status != OMBUD_TERM_OPEN || !op_counts(world, thing, &far->op, term))
                continue;
            end_term(fold, thing, far->op.local, term, far->op.op == OMBUD__OP_MEET ? met(term) : OMBUD_TERM_LAPSED);
            if (world->trace != NULL)
                ombud__trace_changed(world->trace, world, other, term);
        }
    }
}

static void effect(ombud__world *world, const ombud__plan *plan, const ombud__cell *cell, ombud__thing *thing)
{
    ombud__running *terms = world->fold->terms + thing->terms;
    thing->state = cell->to;
    thing->known = (thing->known & ~cell->forget) | cell->make;
    thing->yes = (thing->yes & ~cell->clear) | cell->make;
    if (cell->wide)
        make_facts(world, thing, &world->law->moves[cell->move]);
    if (plan->day_slot != OMBUD__NONE)
        world->fold->days[thing->days + plan->day_slot] = world->day;
    for (const ombud__op *op = plan->change; op < plan->open; op++) {
        if (terms[op->local].status == OMBUD_TERM_OPEN)
            change_term(world, thing, plan, op, &terms[op->local]);
    }
    if (plan->far < plan->far_end)
        end_far(world, plan, item_of(world, thing));
    plain_period last = {{-1, 0}, 0};
    for (const ombud__op *op = plan->open; op < plan->end; op++)
        open_term(world, thing, plan, op, &terms[op->local], &last);
}

/* The roles of who acts on an item. Those held by items are looked for, and those that its links bear on are looked
 * at, only where it matters. */
static inline uint64_t roles_asked(const ombud__world *world, const ombud__plan *plan, const ombud__cell *cell,
                                   const ombud__act *act)
{
    uint64_t roles = world->fold->things[act->by].roles;
    uint64_t held = cell->roles & roles ? 0 : cell->roles & world->law->held_roles;
    uint64_t bound = roles & world->law->bound_roles & (cell->roles | plan->asked);
    return (held | plan->held | bound) == 0 ? roles : ombud__roles_on(world, act->by, act->item);
}

void ombud__fold_act(ombud__world *world, const ombud__act *act, const ombud__load *loads)
{
    ombud__fold *fold = world->fold;
    ombud__thing *thing = &fold->things[act->item];
    ombud__ruling ruling = {0, OMBUD__BY_NONE, OMBUD__NONE};
    if (act->day > fold->next_due)
        ombud__fold_settle(world, act->day);
    turn_to(world, act->day);
    fold->day = act->day;
    thing->touched = 1;
    uint16_t before = thing->state;
    if (act->loads > 0 || act->type == OMBUD__ACT_LINK)
        ombud__fold_carry(world, act, loads);
    if (act->type == OMBUD__ACT_EVENT) {
        const ombud__plan *plan = &world->edition->plans[act->what];
        const ombud__cell *cell = &plan->cells[before];
        int named = act->by != OMBUD__NOBODY;
        uint64_t roles = named ? roles_asked(world, plan, cell, act) : 0;
        world->named = (int8_t)named;
        world->roles = roles;
        if (plan->keep < plan->change)
            ombud__fold_keep(world, act->what, act->item);
        if (world->trace != NULL) {
            ruling = ombud__judge(world, act->what, act->item, roles, named);
            ombud__cover_event(world, act->what, act->item, ruling, 1);
        } else if (!ombud__plainly_permitted(plan, cell, thing, roles, named)) {
            ruling.ruling = (uint8_t)ombud__judge_fast(world, act->what, act->item, roles, named);
        }
        if (ruling.ruling == OMBUD_FORBIDDEN || ruling.ruling == OMBUD_UNDETERMINED)
            fold->findings++;
        world->loads = loads;
        world->load_count = act->loads;
        effect(world, plan, cell, thing);
        world->load_count = 0;
        world->named = 0;
    }
    if (world->trace != NULL)
        ombud__trace_act(world->trace, world, act, before, ruling);
}

/* ---- expire ------------------------------------------------------------------------------------------------------ */

/*
 * Without the act the next period's last day comes too: the term stays overdue until it is met, and passes again then.
 * A period is counted from the last day of the one before, a day of the year from that day unrolled. A roll backward
 * can lead to the last day that has just passed: then the period after it is the next.
 */
static void begin_again(ombud__world *world, uint16_t item, ombud__running *term)
{
    const ombud__run *run = &world->settings->runs[term->row];
    int yearly = run->within == OMBUD__WITHIN_DATE;
    int32_t start, due, last = yearly ? ombud__year_end(term->start, run) : term->due;
    do {
        uint8_t no_due;
        start = last;
        last = yearly ? ombud__year_end(start, run) : ombud__day_plus(start, run->period.count, run->period.unit);
        due = rolled(world->settings, run, last, &no_due);
        if (due == OMBUD__NO_DAY || last <= start)
            return;
    } while (due <= term->due);
    term->start = start;
    term->flags |= OMBUD__TERM_AGAIN;
    tick(world->fold, &world->fold->things[item], world->law->terms[world->law->term_rows[term->row].term].local, term,
         due);
}

int32_t ombud__last_day(const ombud_settings *settings, const ombud__running *term)
{
    uint8_t no_due;
    return term->flags & OMBUD__TERM_AGAIN ? rolled(settings, &settings->runs[term->row], term->start, &no_due)
                                           : term->due;
}

/*
 * The end of a term's last day: an excuse that holds then counts; else a duty is overdue from the next day, and `then`
 * happens on it, unless the end is barren: it has brought that about already, and would for ever. What was over before
 * the day on which it opened ends on that day: nothing happens on a day that the fold has passed.
 */
static void pass(ombud__world *world, uint16_t item, ombud__running *term, int barren)
{
    const ombud__term_row *row = &world->law->term_rows[term->row];
    ombud__fold *fold = world->fold;
    fold->things[item].ticking &= ~((uint32_t)1 << world->law->terms[row->term].local);
    turn_to(world, term->due > fold->day ? term->due : fold->day);
    if (term->flags & OMBUD__TERM_AGAIN && world->trace != NULL)
        ombud__trace_opened(world->trace, world, item, term);
    if (ombud__excuse_holds(world, term->row, item) == OMBUD__YES) {
        term->status = OMBUD_TERM_EXCUSED;
        if (world->trace != NULL)
            ombud__trace_changed(world->trace, world, item, term);
        return;
    }
    term->flags |= OMBUD__TERM_PAST;
    fold->day = term->due + 1 > fold->day ? term->due + 1 : fold->day;
    turn_to(world, fold->day);
    fold->findings += world->law->terms[row->term].duty;
    if (world->trace != NULL)
        ombud__trace_past(world->trace, world, item, term);
    if (world->settings->runs[term->row].again)
        begin_again(world, item, term);
    if (row->then != OMBUD__NONE && !barren) {
        ombud__thing *thing = &fold->things[item];
        const ombud__plan *plan = &world->edition->plans[row->then];
        uint16_t before = thing->state;
        effect(world, plan, &plan->cells[before], thing);
        if (world->trace != NULL)
            ombud__trace_then(world->trace, world, item, row->then, before);
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
