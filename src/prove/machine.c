/*
 * What is wrong with states, wordings and terms: states to which no way leads or from which none leads on, duties that
 * nothing ends, ends in a circle, events without a move, days between two wordings. Guards are passed over, but for
 * events that can never be lawful.
 */
#include "proof.h"
#include "witness.h"

#include "kernel/civil.h"

#include <string.h>

enum { STATES = 128 };

/* The states of a kind and how to come to them. */
typedef struct machine {
    ombud_proof *proof;
    const ombud_law *law;
    ombud__id kind;
    uint64_t reached[2], final[2], ending[2]; /* ending: some way leads to a final state */
    ombud__id by[STATES];                     /* move that first came to it */
    uint16_t from[STATES];
} machine;

static int has(const uint64_t set[2], size_t state)
{
    return (int)(set[state / 64] >> (state % 64) & 1);
}

static void put_in(uint64_t set[2], size_t state)
{
    set[state / 64] |= (uint64_t)1 << (state % 64);
}

/* Of a state that the kind has. */
static ombud_view state_name(const ombud_law *law, ombud__id kind, size_t local)
{
    size_t i = 0;
    while (law->states[i].kind != kind || law->states[i].local != local)
        i++;
    return law->states[i].word.full;
}

/* An event that guards shut for good leads nowhere. */
static int is_shut(const ombud_proof *proof, ombud__id event)
{
    for (size_t i = 0; i < proof->flaws_count; i++) {
        const ombud_flaw *flaw = &proof->flaws[i];
        if ((flaw->kind == OMBUD_FLAW_SHUT_EVENT || flaw->kind == OMBUD_FLAW_SHUT_GUARD) &&
            flaw->what.ptr == proof->law->events[event].word.full.ptr)
            return 1;
    }
    return 0;
}

/* ---- ways -------------------------------------------------------------------------------------------------------- */

static size_t leads_to(const ombud__move *move, size_t state)
{
    return move->to == OMBUD__SAME ? state : move->to;
}

/* Whether a move is of this machine, and nothing shuts its event. */
static int can_move(const machine *m, const ombud__move *move)
{
    return m->law->events[move->event].kind == m->kind && !is_shut(m->proof, move->event);
}

static void find_reached(machine *m)
{
    const ombud_law *law = m->law;
    put_in(m->reached, 0);
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = 0; i < law->moves_count; i++) {
            const ombud__move *move = &law->moves[i];
            if (!can_move(m, move))
                continue;
            for (size_t s = 0; s <= law->kinds[m->kind].state_count; s++) {
                size_t to = leads_to(move, s);
                if (!has(move->from, s) || !has(m->reached, s) || has(m->reached, to))
                    continue;
                put_in(m->reached, to);
                m->by[to] = (ombud__id)i;
                m->from[to] = (uint16_t)s;
                more = 1;
            }
        }
    }
}

static int is_left(const ombud_law *law, ombud__id kind, size_t state)
{
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        if (law->events[move->event].kind == kind && has(move->from, state) && leads_to(move, state) != state)
            return 1;
    }
    return 0;
}

void ombud__final_states(const ombud_law *law, ombud__id kind, uint64_t out[2])
{
    out[0] = out[1] = 0;
    for (size_t i = 0; i < law->states_count; i++) {
        if (law->states[i].kind == kind && law->states[i].final)
            put_in(out, law->states[i].local);
    }
    if ((out[0] | out[1]) != 0)
        return;
    for (size_t s = 1; s <= law->kinds[kind].state_count; s++) {
        if (!is_left(law, kind, s))
            put_in(out, s);
    }
}

static void find_ending(machine *m)
{
    const ombud_law *law = m->law;
    ombud__final_states(law, m->kind, m->final);
    memcpy(m->ending, m->final, sizeof m->ending);
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = 0; i < law->moves_count; i++) {
            const ombud__move *move = &law->moves[i];
            if (!can_move(m, move))
                continue;
            for (size_t s = 0; s <= law->kinds[m->kind].state_count; s++) {
                if (has(move->from, s) && !has(m->ending, s) && has(m->ending, leads_to(move, s))) {
                    put_in(m->ending, s);
                    more = 1;
                }
            }
        }
    }
}

/* Records the moves that lead to a state that is reached, a day each. @return the day after */
static int32_t walk_to(const machine *m, ombud__witness *w, uint16_t item, size_t state, int32_t day)
{
    if (state == 0)
        return day;
    const ombud__move *move = &m->law->moves[m->by[state]];
    day = walk_to(m, w, item, m->from[state], day);
    ombud__witness_event(w, day, move->event, item, ombud__witness_person(w, move->by), NULL, 0);
    return day + 1;
}

static int32_t first_day(const ombud_law *law)
{
    return law->has_verified ? law->verified : 0;
}

static ombud_view witness_of_state(const machine *m, size_t state)
{
    ombud__witness w;
    char item[OMBUD__WITNESS_NAME], on[16];
    if (ombud__witness_begin(m->proof, NULL, &w) != OMBUD_OK)
        return (ombud_view){NULL, 0};
    uint16_t member = ombud__witness_item(&w, m->kind, 0);
    int32_t day = walk_to(m, &w, member, state, first_day(m->law)) - 1;
    const char *name = state_name(m->law, m->kind, state).ptr + m->law->kinds[m->kind].word.name.len + 1;
    const char *const lines[] = {
        "\non ", ombud__witness_day(day, on), "\n  expect state ", ombud__witness_name(&w, member, item), " ", name,
        "\n"};
    return ombud__witness_text(&w, lines, sizeof lines / sizeof lines[0]);
}

static void look_at_states(machine *m)
{
    const ombud_law *law = m->law;
    find_reached(m);
    find_ending(m);
    for (size_t s = 1; s <= law->kinds[m->kind].state_count; s++) {
        ombud_view name = state_name(law, m->kind, s);
        if (!has(m->reached, s)) {
            (void)ombud__proof_add(m->proof, OMBUD_FLAW_UNREACHED_STATE, NULL, name,
                                   "No lawful way leads to this state.",
                                   "Write the move that leads there, or leave the state out.");
        } else if ((m->final[0] | m->final[1]) != 0 && !has(m->ending, s)) {
            ombud_flaw *flaw = ombud__proof_add(m->proof, OMBUD_FLAW_TRAP, &law->moves[m->by[s]].row, name,
                                                "From this state no lawful way leads to a final one.",
                                                "Write a move that leads on, or declare it `state NAME final`.");
            ombud_view witness = witness_of_state(m, s);
            flaw->witness = witness;
        }
    }
}

/* ---- duties ------------------------------------------------------------------------------------------------------ */

/* The states to which some way leads from those in the set. */
static void follow(const machine *m, uint64_t states[2])
{
    const ombud_law *law = m->law;
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = 0; i < law->moves_count; i++) {
            const ombud__move *move = &law->moves[i];
            for (size_t s = 0; law->events[move->event].kind == m->kind && s <= law->kinds[m->kind].state_count; s++) {
                if (has(move->from, s) && has(states, s) && !has(states, leads_to(move, s))) {
                    put_in(states, leads_to(move, s));
                    more = 1;
                }
            }
        }
    }
}

static int happens_in(const machine *m, ombud__id event, const uint64_t states[2])
{
    for (size_t i = 0; i < m->law->moves_count; i++) {
        const ombud__move *move = &m->law->moves[i];
        if (move->event == event && ((move->from[0] & states[0]) | (move->from[1] & states[1])) != 0)
            return !is_shut(m->proof, event);
    }
    return 0;
}

/* The states in which an event leaves its item. */
static void states_after(const machine *m, ombud__id event, uint64_t out[2])
{
    out[0] = out[1] = 0;
    for (size_t i = 0; i < m->law->moves_count; i++) {
        for (size_t s = 0; m->law->moves[i].event == event && s <= m->law->kinds[m->kind].state_count; s++) {
            if (has(m->law->moves[i].from, s) && has(m->reached, s))
                put_in(out, leads_to(&m->law->moves[i], s));
        }
    }
}

/* Whether something can discharge the duty once that event has opened it. */
static int ends_after(const machine *m, ombud__id term, ombud__id opening)
{
    uint64_t states[2];
    states_after(m, opening, states);
    follow(m, states);
    for (size_t i = 0; i < m->law->term_rows_count; i++) {
        const ombud__term_row *row = &m->law->term_rows[i];
        if (row->term != term)
            continue;
        if (row->excused != OMBUD__NONE || row->then != OMBUD__NONE)
            return 1;
        for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
            const ombud__clause *clause = &m->law->clauses[c];
            int ends = clause->type == OMBUD__CLAUSE_MET || clause->type == OMBUD__CLAUSE_LAPSES;
            int far = clause->link != OMBUD__NONE; /* what other items can come to is not looked at */
            if (ends && (far ? !is_shut(m->proof, clause->event) : happens_in(m, clause->event, states)))
                return 1;
        }
    }
    return 0;
}

/* A case in which the duty is open; empty if its opening needs more than the event. */
static ombud_view witness_of_duty(const machine *m, ombud__id term, ombud__id event)
{
    ombud__witness w;
    char item[OMBUD__WITNESS_NAME], on[16];
    size_t state = 0;
    const ombud__move *move = NULL;
    for (size_t i = 0; move == NULL; i++) { /* one leads from where something is: states_after() found it */
        for (size_t s = 0; m->law->moves[i].event == event && s <= m->law->kinds[m->kind].state_count; s++) {
            if (has(m->law->moves[i].from, s) && has(m->reached, s)) {
                move = &m->law->moves[i];
                state = s;
                break;
            }
        }
    }
    if (ombud__witness_begin(m->proof, NULL, &w) != OMBUD_OK)
        return (ombud_view){NULL, 0};
    uint16_t member = ombud__witness_item(&w, m->kind, 0);
    int32_t day = walk_to(m, &w, member, state, first_day(m->law));
    ombud__witness_event(&w, day, event, member, ombud__witness_person(&w, move->by), NULL, 0);
    const ombud__fold *now = &w.matter->now;
    if (w.status != OMBUD_OK ||
        now->terms[now->things[member].terms + m->law->terms[term].local].status != OMBUD_TERM_OPEN) {
        ombud__witness_drop(&w);
        return (ombud_view){NULL, 0};
    }
    const char *const lines[] = {
        "\non ", ombud__witness_day(day, on),           "\n  expect duty ", m->law->terms[term].word.name.ptr,
        " ",     ombud__witness_name(&w, member, item), " open\n"};
    return ombud__witness_text(&w, lines, sizeof lines / sizeof lines[0]);
}

static void look_at_duties(machine *m)
{
    const ombud_law *law = m->law;
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        if (law->terms[row->term].kind != m->kind || !law->terms[row->term].duty)
            continue;
        for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[c];
            uint64_t after[2];
            states_after(m, clause->event, after);
            if (clause->type != OMBUD__CLAUSE_OPENED || (after[0] | after[1]) == 0 ||
                ends_after(m, row->term, clause->event) ||
                ombud__proof_has(m->proof, OMBUD_FLAW_ENDLESS_DUTY, row->row.line))
                continue;
            ombud_flaw *flaw = ombud__proof_add(
                m->proof, OMBUD_FLAW_ENDLESS_DUTY, &row->row, law->terms[row->term].word.full,
                "Once it is open nothing that can lawfully happen meets, ends or excuses this duty, and its end "
                "brings nothing about.",
                "Write `met by`, `lapses by`, `excused when` or `then`, with an event that can still happen.");
            ombud_view witness = witness_of_duty(m, row->term, clause->event);
            flaw->witness = witness;
        }
    }
}

/* ---- ends in a circle -------------------------------------------------------------------------------------------- */

static int takes_no_time(const ombud_law *law, const ombud__term_row *row)
{
    if (row->within != OMBUD__WITHIN_PERIOD || row->period.count != 0)
        return 0;
    for (size_t i = 0; i < row->starts; i++) {
        if (law->starts[row->start + i].plus.count > 0)
            return 0;
    }
    return 1;
}

/* Whether the end of a term brings another about that takes no time. */
static int brings_about(const ombud_law *law, ombud__id term, ombud__id other)
{
    for (size_t i = 0; i < law->term_rows_count; i++) {
        if (law->term_rows[i].term != term || law->term_rows[i].then == OMBUD__NONE)
            continue;
        for (size_t k = 0; k < law->term_rows_count; k++) {
            const ombud__term_row *row = &law->term_rows[k];
            for (size_t c = row->clause; row->term == other && c < (size_t)row->clause + row->clauses; c++) {
                if (law->clauses[c].type == OMBUD__CLAUSE_OPENED && law->clauses[c].event == law->term_rows[i].then &&
                    takes_no_time(law, row))
                    return 1;
            }
        }
    }
    return 0;
}

/* Whether a term brings itself about, at most `law->terms_count` ends later. */
static ombud_status look_for_circles(ombud_proof *proof)
{
    const ombud_law *law = proof->law;
    size_t count = law->terms_count;
    uint8_t *after = ombud__pool_alloc(&proof->pool, count * count + 1);
    if (after == NULL)
        return OMBUD_E_NOMEM;
    for (size_t a = 0; a < count; a++) {
        for (size_t b = 0; b < count; b++)
            after[a * count + b] = (uint8_t)brings_about(law, (ombud__id)a, (ombud__id)b);
    }
    for (size_t via = 0; via < count; via++) {
        for (size_t a = 0; a < count; a++) {
            for (size_t b = 0; after[a * count + via] && b < count; b++)
                after[a * count + b] |= after[via * count + b];
        }
    }
    for (size_t i = 0; i < law->term_rows_count; i++) {
        ombud__id term = law->term_rows[i].term;
        if (!after[term * count + term] || !takes_no_time(law, &law->term_rows[i]))
            continue;
        (void)ombud__proof_add(proof, OMBUD_FLAW_CIRCLE_OF_ENDS, &law->term_rows[i].row, law->terms[term].word.full,
                               "The end of this term brings it about again, and no period lies between.",
                               "Give one of the terms of the circle a period, or another `then`.");
    }
    return OMBUD_OK;
}

/* ---- wordings and events ----------------------------------------------------------------------------------------- */

/* A wording that begins more than a day after an earlier one of its id ended, with no other between. */
static void look_at_wordings(ombud_proof *proof)
{
    const ombud_law *law = proof->law;
    for (size_t i = 0; i < law->provisions_count; i++) {
        const ombud__provision *p = &law->provisions[i];
        int32_t next = INT32_MAX;
        size_t which = 0;
        for (size_t k = 0; p->has_until && k < law->provisions_count; k++) {
            const ombud__provision *q = &law->provisions[k];
            if (q->since_kind == OMBUD__SINCE_DAY && q->since > p->until && q->since < next &&
                ombud__view_is(p->id, q->id)) {
                next = q->since;
                which = k;
            }
        }
        if (next == INT32_MAX || next == p->until + 1)
            continue;
        char from[16], to[16];
        const char *const days[] = {"From ", ombud__witness_day(p->until + 1, from), " to ",
                                    ombud__witness_day(next - 1, to),
                                    " no wording of the provision is in force: an earlier one had ended by then."};
        ombud_view sentence = ombud__proof_text(proof, days, sizeof days / sizeof days[0]);
        ombud_flaw *flaw = ombud__proof_add(proof, OMBUD_FLAW_WORDING_GAP, NULL, p->id, "",
                                            "Look up what was in force between them; write it, or make the two meet.");
        flaw->sentence = sentence;
        flaw->line = law->provisions[which].line;
        flaw->provision = which;
    }
}

static void look_at_events(ombud_proof *proof)
{
    const ombud_law *law = proof->law;
    for (size_t e = 0; e < law->events_count; e++) {
        int moved = 0;
        for (size_t i = 0; i < law->moves_count && !moved; i++)
            moved = law->moves[i].event == e;
        if (moved)
            continue;
        ombud_view witness = ombud__witness_of_unmoved(proof, (ombud__id)e);
        ombud_flaw *flaw =
            ombud__proof_add(proof, OMBUD_FLAW_UNMOVED_EVENT, NULL, law->events[e].word.full,
                             "No move names this event: whoever brings it hears that it is not foreseen.",
                             "Write a move for it, or leave it out.");
        flaw->witness = witness;
    }
}

ombud_status ombud__prove_machines(ombud_proof *proof)
{
    for (size_t k = 0; k < proof->law->kinds_count; k++) {
        machine m;
        memset(&m, 0, sizeof m);
        m.proof = proof;
        m.law = proof->law;
        m.kind = (ombud__id)k;
        for (size_t s = 0; s < STATES; s++)
            m.by[s] = OMBUD__NONE;
        look_at_states(&m);
        look_at_duties(&m);
    }
    look_at_wordings(proof);
    look_at_events(proof);
    return look_for_circles(proof);
}
