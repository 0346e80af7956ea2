/* What each event does in an edition: guards, moves and operations, laid out for the fold. */
#include "edition.h"

#include "civil.h"

#include <string.h>

/* ---- guards: those that are one pair of masks, and the others ---------------------------------------------------- */

static void compile_guards(const ombud_law *law, const ombud__edition *ed, ombud__plan *plan, ombud__id *out)
{
    plan->guard = out;
    for (int fast = 0; fast <= 1; fast++) {
        for (size_t i = 0; i < law->guards_count; i++) {
            const ombud__way *way = &ed->ways[ed->guard_ways[i].first];
            int one = ed->guard_ways[i].count == 1 && (way->by | way->not_by) == 0;
            if (law->guards[i].event != plan->event || ed->guards[i] == OMBUD__ROW_DROPPED || one != fast)
                continue;
            plan->facts.need |= fast ? way->facts.need : 0;
            plan->facts.bar |= fast ? way->facts.bar : 0;
            out[plan->guards++] = (ombud__id)i;
            plan->slow = (uint16_t)(plan->slow + !fast);
        }
    }
    if (plan->slow == 1 && ed->guard_ways[out[0]].pure && ed->guard_ways[out[0]].count > 0) {
        ombud__span span = ed->guard_ways[out[0]];
        plan->either = ed->ways + span.first;
        plan->either_end = plan->either + span.count;
    }
}

/* ---- moves ------------------------------------------------------------------------------------------------------- */

/* What a move does to the facts of the item. */
static void compile_facts(const ombud_settings *s, const ombud__move *move, ombud__id kind, ombud__cell *cell)
{
    const ombud_law *law = s->law;
    uint64_t clear = 0;
    cell->make = 0;
    cell->wide = 0;
    for (size_t i = 0; i < (size_t)move->make_count + move->clear_count; i++) {
        int makes = i < move->make_count;
        const ombud__fact *fact =
            &law->facts[law->fact_lists[makes ? move->makes + i : move->clears + i - move->make_count]];
        if (fact->bit >= 64)
            cell->wide = 1;
        else
            *(makes ? &cell->make : &clear) |= (uint64_t)1 << fact->bit;
    }
    cell->known_stays = ~clear | s->silence[kind];
    cell->yes_stays = ~clear;
}

static uint32_t states_of(const ombud_law *law, ombud__id event)
{
    return (uint32_t)law->kinds[law->events[event].kind].state_count + 1;
}

static void compile_moves(const ombud_settings *s, const ombud__edition *ed, ombud__plan *plan)
{
    const ombud_law *law = s->law;
    const ombud__event *e = &law->events[plan->event];
    uint32_t states = states_of(law, plan->event);
    uint16_t alone = OMBUD__SAME; /* where a recorded event leads in a wrong state */
    int several = 0;
    ombud__cell *cells = plan->cells;
    plan->elsewhere = OMBUD_NOT_FORESEEN;
    for (uint32_t state = 0; state < states; state++) {
        cells[state].move = OMBUD__NONE;
        cells[state].known_stays = cells[state].yes_stays = UINT64_MAX;
    }
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        if (move->event != plan->event || ed->moves[i] == OMBUD__ROW_DROPPED)
            continue;
        if (move->to != OMBUD__SAME) {
            several |= alone != OMBUD__SAME && alone != move->to;
            alone = move->to;
        } else {
            several = 1;
        }
        if (move->row.provision != OMBUD__NONE && plan->elsewhere != OMBUD_FORBIDDEN)
            plan->elsewhere = ed->moves[i] == OMBUD__ROW_NO_TEXT ? OMBUD_NO_TEXT : OMBUD_FORBIDDEN;
        for (uint32_t state = 0; state < states; state++) {
            ombud__cell *cell = &cells[state];
            if ((move->from[state / 64] >> (state % 64) & 1) == 0)
                continue;
            if (cell->move != OMBUD__NONE && !ombud__row_beats(ed->moves[i], ed->moves[cell->move]))
                continue;
            cell->move = (ombud__id)i;
            cell->to = move->to == OMBUD__SAME ? (uint16_t)state : move->to;
            cell->roles = move->by != 0 ? move->by : e->by;
            compile_facts(s, move, e->kind, cell);
        }
    }
    for (uint32_t state = 0; state < states; state++) {
        ombud__cell *cell = &cells[state];
        if (cell->move == OMBUD__NONE)
            cell->to = several || alone == OMBUD__SAME ? (uint16_t)state : alone;
        else if (ed->moves[cell->move] == OMBUD__ROW_LIVE && (plan->slow == 0 || plan->either != NULL))
            cell->plainly = cell->roles != 0 ? cell->roles : UINT64_MAX;
    }
}

/* ---- what an event does to facts and terms ----------------------------------------------------------------------- */

/* How a term that opens gets its last day: at once where nothing but a period from the same day is to be added. */
static void compile_opening(const ombud_settings *s, ombud__id event, ombud__op *op)
{
    const ombud__run *run = &s->runs[op->row];
    int from_here = (run->from == OMBUD__FROM_OPENING || (run->from == OMBUD__FROM_EVENT && run->what == event)) &&
                    run->plus.count == 0;
    op->duty = s->law->terms[s->law->term_rows[op->row].term].duty;
    op->no_due = OMBUD__DUE_TO_FIND;
    if (op->live == OMBUD__ROW_NO_TEXT)
        op->no_due = OMBUD_DUE_NO_TEXT;
    else if (from_here && run->within == OMBUD__WITHIN_PERIOD && run->roll == OMBUD_ROLL_NONE)
        op->no_due = OMBUD_DUE_KNOWN;
    else if (from_here && run->within == OMBUD__WITHIN_HOST)
        op->no_due = OMBUD_DUE_LENGTH_UNSET;
    else if (from_here && run->within == OMBUD__WITHIN_NONE)
        op->no_due = OMBUD_DUE_NO_PERIOD;
    op->begins =
        (ombud__running){.due = OMBUD__NO_DAY, .row = op->row, .status = OMBUD_TERM_OPEN, .no_due = op->no_due};
    if (op->no_due == OMBUD_DUE_KNOWN) {
        op->begins.unit = (uint8_t)run->period.unit;
        op->begins.count = (uint16_t)run->period.count;
    }
}

static const uint8_t clause_op[] = {0, OMBUD__OP_OPEN, OMBUD__OP_MEET, OMBUD__OP_LAPSE, OMBUD__OP_EXTEND};

/* Begins an operation on a term, or on a fact, in memory that is zero: operations are compared byte by byte. */
static ombud__op *begin_op(ombud__op *op, uint8_t sort, size_t row, uint16_t local, uint8_t live)
{
    op->op = sort;
    op->row = (ombud__id)row;
    op->local = (uint8_t)local;
    op->live = live;
    op->when = op->unless = OMBUD__NONE;
    return op;
}

static ombud__op *begin_clause(const ombud_law *law, const ombud__edition *ed, size_t row, const ombud__clause *clause,
                               ombud__op *out)
{
    uint8_t sort = clause_op[clause->type];
    ombud__op *op = begin_op(out, sort, row, law->terms[law->term_rows[row].term].local, ed->term_rows[row]);
    op->while_running = clause->while_running;
    op->when = clause->when;
    op->unless = clause->unless;
    op->begins.unit = (uint8_t)clause->period.unit;
    op->begins.count = (uint16_t)clause->period.count;
    op->asks = !ombud__mask_of_row(law, ed, op->when, op->unless, &op->mask) ? OMBUD__ASKS_MORE
               : op->mask.need | op->mask.bar                                ? OMBUD__ASKS_FACTS
                                                                             : OMBUD__ASKS_NOTHING;
    if (ombud__op_ends_term(sort)) {
        op->ends[0] = sort == OMBUD__OP_MEET ? OMBUD_TERM_MET : OMBUD_TERM_LAPSED;
        op->ends[1] = sort == OMBUD__OP_MEET ? OMBUD_TERM_MET_LATE : OMBUD_TERM_LAPSED;
    }
    return op;
}

/* Counts what an event does to terms of linked items, meeting first; writes it where `out` is not NULL. */
static size_t compile_fars(const ombud_settings *s, const ombud__edition *ed, ombud__id event, ombud__far *out)
{
    const ombud_law *law = s->law;
    size_t count = 0;
    for (uint8_t sort = OMBUD__OP_MEET; sort <= OMBUD__OP_LAPSE; sort++) {
        for (size_t r = 0; r < law->term_rows_count; r++) {
            const ombud__term_row *row = &law->term_rows[r];
            for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
                const ombud__clause *clause = &law->clauses[c];
                if (clause->link == OMBUD__NONE || clause->event != event || clause_op[clause->type] != sort ||
                    !ombud__alternative_counts(s, row->row.alternative) ||
                    !ombud__alternative_counts(s, clause->alternative))
                    continue;
                if (out != NULL) {
                    begin_clause(law, ed, r, clause, &out[count].op);
                    out[count].link = clause->link;
                    out[count].back = clause->back;
                }
                count++;
            }
        }
    }
    return count;
}

/* Counts the arguments of an event of which an item remembers whether they were carried; writes what keeps that where
 * `out` is not NULL. */
static size_t keep_carried(const ombud_law *law, ombud__id event, ombud__op *out)
{
    const ombud__event *e = &law->events[event];
    size_t count = 0;
    for (size_t i = e->arg; i < (size_t)e->arg + e->args; i++) {
        ombud__id arg = law->event_args[i], fact = law->args[arg].carried;
        if (fact == OMBUD__NONE)
            continue;
        if (out != NULL) {
            ombud__op *op = begin_op(&out[count], OMBUD__OP_KEEP, fact, law->facts[fact].bit, OMBUD__ROW_LIVE);
            op->asks = OMBUD__ASKS_CARRIED;
            op->when = arg;
        }
        count++;
    }
    return count;
}

/* Counts the operations of one sort that an event does; writes them where `out` is not NULL. */
static size_t ops_of_sort(const ombud_settings *s, const ombud__edition *ed, ombud__id event, uint8_t sort,
                          ombud__op *out)
{
    const ombud_law *law = s->law;
    size_t count = 0;
    if (sort == OMBUD__OP_KEEP) {
        count = keep_carried(law, event, out); /* definitions that are kept may read it */
        for (size_t f = 0; f < law->facts_count; f++) {
            const ombud__fact *fact = &law->facts[f];
            int kept = 0, alone = 1; /* alone: no other event keeps it too, by other rows */
            for (size_t d = 0; fact->kept && d < fact->definitions; d++) {
                kept |= law->definitions[fact->definition + d].as_at == event;
                alone &= law->definitions[fact->definition + d].as_at == event;
            }
            if (kept && out != NULL) {
                ombud__op *op = begin_op(&out[count], sort, f, fact->bit, OMBUD__ROW_LIVE);
                op->asks = alone && fact->bit < 64 && ombud__mask_of_definition(law, ed, op->row, &op->mask)
                               ? OMBUD__ASKS_FACTS
                               : OMBUD__ASKS_MORE;
            }
            count += (size_t)kept;
        }
        return count;
    }
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        const ombud__run *run = &s->runs[r];
        uint16_t local = law->terms[row->term].local;
        if (!ombud__alternative_counts(s, row->row.alternative))
            continue;
        if (sort == OMBUD__OP_START) {
            if (run->from == OMBUD__FROM_EVENT && run->what == event) {
                if (out != NULL)
                    begin_op(&out[count], sort, r, local, ed->term_rows[r]);
                count++;
            }
            continue;
        }
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            if (clause->link != OMBUD__NONE || clause->event != event || clause_op[clause->type] != sort ||
                !ombud__alternative_counts(s, clause->alternative))
                continue;
            if (sort == OMBUD__OP_OPEN && ed->term_rows[r] == OMBUD__ROW_DROPPED)
                continue;
            if (out != NULL) {
                ombud__op *op = begin_clause(law, ed, r, clause, &out[count]);
                if (sort == OMBUD__OP_OPEN)
                    compile_opening(s, event, op);
            }
            count++;
        }
    }
    return count;
}

static size_t count_ops(const ombud_settings *s, const ombud__edition *ed, ombud__id event)
{
    size_t count = 0;
    for (uint8_t sort = OMBUD__OP_KEEP; sort <= OMBUD__OP_OPEN; sort++)
        count += ops_of_sort(s, ed, event, sort, NULL);
    return count;
}

static void compile_ops(const ombud_settings *s, const ombud__edition *ed, ombud__plan *plan, ombud__op *out)
{
    size_t count = 0;
    plan->keep = out;
    for (uint8_t sort = OMBUD__OP_KEEP; sort <= OMBUD__OP_OPEN; sort++) {
        count += ops_of_sort(s, ed, plan->event, sort, out + count);
        if (sort == OMBUD__OP_KEEP)
            plan->change = out + count;
        if (sort < OMBUD__OP_OPEN)
            plan->open = out + count;
        plan->end = out + count;
    }
}

/* ---- plans ------------------------------------------------------------------------------------------------------- */

static int same_bytes(const void *a, const void *b, size_t count, size_t size)
{
    return count == 0 || memcmp(a, b, count * size) == 0;
}

/* Whether an event does the same by two plans. How much there is of all but what opens terms is the same in every
 * edition. */
static int same_plan(const ombud__plan *a, const ombud__plan *b, uint32_t states)
{
    size_t ops = (size_t)(a->end - a->keep), ways = (size_t)(a->either_end - a->either);
    return a->facts.need == b->facts.need && a->facts.bar == b->facts.bar && a->slow == b->slow &&
           a->elsewhere == b->elsewhere && ops == (size_t)(b->end - b->keep) && a->guards == b->guards &&
           ways == (size_t)(b->either_end - b->either) && same_bytes(a->cells, b->cells, states, sizeof *a->cells) &&
           same_bytes(a->keep, b->keep, ops, sizeof *a->keep) &&
           same_bytes(a->either, b->either, ways, sizeof *a->either) &&
           same_bytes(a->far, b->far, (size_t)(a->far_end - a->far), sizeof *a->far) &&
           same_bytes(a->guard, b->guard, a->guards, sizeof *a->guard);
}

const ombud__plan *ombud__plan_of(ombud_settings *s, const ombud__edition *ed, ombud__id event, ombud__draft *spare)
{
    const ombud_law *law = s->law;
    const ombud__plan *before = ed > s->editions ? ed[-1].plans[event] : NULL;
    uint32_t states = states_of(law, event);
    size_t guards = 0, ops = count_ops(s, ed, event), fars = compile_fars(s, ed, event, NULL);
    for (size_t i = 0; i < law->guards_count; i++)
        guards += law->guards[i].event == event;
    size_t size = sizeof(ombud__plan) + states * sizeof(ombud__cell) + ops * sizeof(ombud__op) +
                  fars * sizeof(ombud__far) + guards * sizeof(ombud__id);
    ombud__plan *plan = spare->plan;
    if (spare->size < size)
        plan = ombud__pool_alloc(&s->pool, size);
    else
        memset(plan, 0, size);
    if (plan == NULL)
        return NULL;
    ombud__op *first = (ombud__op *)(void *)(plan->cells + states);
    ombud__far *first_far = (ombud__far *)(void *)(first + ops);
    plan->event = event;
    plan->day_slot = law->events[event].day_slot;
    compile_guards(law, ed, plan, (ombud__id *)(void *)(first_far + fars));
    compile_moves(s, ed, plan);
    compile_ops(s, ed, plan, first);
    plan->far = first_far;
    plan->far_end = first_far + compile_fars(s, ed, event, first_far);
    for (uint32_t state = 0; state < states; state++)
        plan->cells[state].more = plan->cells[state].wide || plan->day_slot != OMBUD__NONE;
    int same = before != NULL && same_plan(before, plan, states);
    if (same && size > spare->size)
        *spare = (ombud__draft){plan, size};
    else if (!same && plan == spare->plan)
        *spare = (ombud__draft){NULL, 0};
    return same ? before : plan;
}
