/* Terms while a fold is at work: their last days, opening and moving them; see terms.h. */
#include "terms.h"

#include "calendar.h"
#include "civil.h"
#include "matter.h"
#include "trace.h"

/* ---- last days --------------------------------------------------------------------------------------------------- */

/* A term's last day is known from now on. */
static inline void set_due(const ombud__world *world, ombud__thing *thing, uint32_t local, ombud__running *term,
                           int32_t due, ombud_period period)
{
    if (due < world->day)
        term->flags |= OMBUD__TERM_OVER;
    term->unit = (uint8_t)period.unit;
    term->count = (uint16_t)period.count;
    if (term->flags & OMBUD__TERM_PAST)
        term->due = due;
    else
        ombud__tick(world->fold, thing, local, term, due);
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
    int32_t start = world->day;
    ombud_period period = term->flags & OMBUD__TERM_EXTENDED ? (ombud_period){term->count, term->unit} : run->period;
    if (run->from == OMBUD__FROM_TERM) { /* of another term, or of this one's run so far */
        start = fold->terms[thing->terms + world->law->terms[run->what].local].due;
    } else if (run->from == OMBUD__FROM_TAKEN) {
        start = taken_over(world, thing, run);
    } else if (run->from == OMBUD__FROM_DAY || (run->from == OMBUD__FROM_EVENT && run->what != event)) {
        uint16_t slot = run->from == OMBUD__FROM_DAY ? run->what : world->law->events[run->what].day_slot;
        start = fold->days[thing->days + slot];
    }
    if (run->capped && start == OMBUD__NO_REMEMBERED_DAY)
        start = ombud__day_plus(world->day, run->cap.count, run->cap.unit);
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
        set_due(world, thing, local, term, due, period);
}

static void extend_term(ombud__world *world, ombud__thing *thing, uint32_t local, ombud__running *term,
                        ombud_period period)
{
    const ombud__run *run = &world->settings->runs[term->row];
    uint8_t no_due;
    int32_t due = rolled(world->settings, run, ombud__day_plus(term->start, period.count, period.unit), &no_due);
    if (due == OMBUD__NO_DAY)
        return;
    ombud__unset_due(world->fold, thing, local, term);
    term->flags |= OMBUD__TERM_EXTENDED;
    if (due >= world->day)
        term->flags &= (uint8_t)~OMBUD__TERM_PAST;
    set_due(world, thing, local, term, due, period);
}

/*
 * Without the act the next period's last day comes too: the term stays overdue until it is met, and passes again then.
 * A period is counted from the last day of the one before, a day of the year from that day unrolled. A roll backward
 * can lead to the last day that has just passed: then the period after it is the next.
 */
void ombud__begin_again(ombud__world *world, uint16_t item, ombud__running *term)
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
    ombud__tick(world->fold, &world->fold->things[item], run->local, term, due);
}

int32_t ombud__last_day(const ombud_settings *settings, const ombud__running *term)
{
    uint8_t no_due;
    return term->flags & OMBUD__TERM_AGAIN ? rolled(settings, &settings->runs[term->row], term->start, &no_due)
                                           : term->due;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

/* Of the facts of the first word those that are yes and those that are no are at hand. */
static inline int op_holds(const ombud__world *world, const ombud__thing *thing, const ombud__op *op, uint64_t yes,
                           uint64_t no)
{
    if (op->asks == OMBUD__ASKS_NOTHING)
        return OMBUD__YES;
    int holds = ombud__mask_holds(op->mask, yes, no);
    if (op->asks == OMBUD__ASKS_FACTS || holds == OMBUD__NO)
        return holds;
    return ombud__row_holds(world, OMBUD__ROW_LIVE, op->when, op->unless, ombud__item_of(world, thing));
}

int ombud__op_holds(const ombud__world *world, const ombud__thing *thing, const ombud__op *op)
{
    return op_holds(world, thing, op, thing->yes, thing->known & ~thing->yes);
}

/* The last day of a plain period that begins today. The one found before serves again: terms often run side by side. */
typedef struct plain_period {
    uint16_t count;
    uint8_t unit;
    int32_t due;
} plain_period;

static inline int32_t due_from_today(const ombud__world *world, uint16_t count, uint8_t unit, plain_period *last)
{
    if (count != last->count || unit != last->unit)
        *last = (plain_period){count, unit, ombud__day_plus(world->day, count, unit)};
    return last->due;
}

/* Nobody can say when the period ends. */
static inline void leave_undated(ombud__running *term, uint8_t why)
{
    term->no_due = why;
    term->unit = 0;
    term->count = 0;
}

/* Whether an open term opens anew. An open duty runs on; one of which it was not certain that it had opened opens now
 * if this is certain. */
static int opens_anew(const ombud__op *op, const ombud__running *term, int holds)
{
    return !op->duty || (ombud__may_not_have_opened(term) && holds == OMBUD__YES && op->no_due != OMBUD_DUE_NO_TEXT);
}

static inline void open_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                             int holds, ombud__running *term, plain_period *last)
{
    if (term->status == OMBUD_TERM_OPEN) {
        if (!opens_anew(op, term, holds))
            return;
        ombud__unset_due(world->fold, thing, op->local, term);
    }
    int32_t ran_until = term->due;
    *term = op->begins;
    term->start = world->day;
    if (holds != OMBUD__YES && op->no_due != OMBUD_DUE_NO_TEXT) {
        leave_undated(term, OMBUD_DUE_UNDETERMINED);
    } else if (op->no_due == OMBUD_DUE_KNOWN) {
        int32_t due = due_from_today(world, op->begins.count, op->begins.unit, last);
        if (due == OMBUD__NO_DAY)
            leave_undated(term, OMBUD_DUE_OUT_OF_RANGE);
        else
            ombud__tick(world->fold, thing, op->local, term, due);
    } else if (op->no_due == OMBUD__DUE_TO_FIND) {
        term->due = ran_until;
        date_term(world, thing, op->local, term, plan->event);
    }
    if (world->trace != NULL)
        ombud__trace_opened(world->trace, world, ombud__item_of(world, thing), term);
}

void ombud__open_terms(ombud__world *world, ombud__thing *thing, const ombud__plan *plan)
{
    ombud__running *terms = world->fold->terms + thing->terms;
    uint64_t yes = thing->yes, no = thing->known & ~yes;
    plain_period last = {0, 0, 0};
    for (const ombud__op *op = plan->open; op < plan->end; op++) {
        int holds = op_holds(world, thing, op, yes, no);
        if (holds != OMBUD__NO)
            open_term(world, thing, plan, op, holds, &terms[op->local], &last);
    }
}

void ombud__move_term(ombud__world *world, ombud__thing *thing, const ombud__plan *plan, const ombud__op *op,
                      ombud__running *term)
{
    if (op->op == OMBUD__OP_EXTEND) {
        int too_late = op->while_running && term->flags & OMBUD__TERM_PAST;
        if (term->due != OMBUD__NO_DAY && !too_late)
            extend_term(world, thing, op->local, term, (ombud_period){op->begins.count, op->begins.unit});
    } else if (term->row == op->row) { /* OMBUD__OP_START */
        if (term->no_due != OMBUD_DUE_NOT_STARTED) {
            if (!world->settings->runs[term->row].capped || term->start <= world->day)
                return;
            ombud__unset_due(world->fold, thing, op->local, term);
        }
        date_term(world, thing, op->local, term, plan->event);
    }
}
