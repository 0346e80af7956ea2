/* Assuming facts until conditions come out as wanted; see assume.h. Judged three-valued: what is not assumed is
 * unknown, so that a branch ends as soon as the rest cannot matter. */
#include "assume.h"

#include <string.h>

enum { ATOM_NONE = 0, ATOM_FACT, ATOM_STATE, ATOM_TERM, ATOM_READING, ATOM_OTHER };
enum { STEPS_MAX = 20000, STATUSES = 8 };

/* ---- the same in the same words ---------------------------------------------------------------------------------- */

int ombud__same_condition(const ombud_law *law, ombud__id a, ombud__id b)
{
    if (a == b)
        return 1;
    if (a == OMBUD__NONE || b == OMBUD__NONE)
        return 0;
    const ombud__cond *p = &law->conds[a], *q = &law->conds[b];
    if (p->op != q->op || p->n != q->n || p->back != q->back || p->kind != q->kind ||
        p->period.count != q->period.count || p->period.unit != q->period.unit)
        return 0;
    switch (p->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: return ombud__same_condition(law, p->a, q->a) && ombud__same_condition(law, p->b, q->b);
    case OMBUD__C_NOT: return ombud__same_condition(law, p->a, q->a);
    case OMBUD__C_LINK:
        return p->a == q->a && p->whose.compared == q->whose.compared &&
               (!p->whose.compared ||
                (p->whose.far == q->whose.far && p->whose.own == q->whose.own &&
                 p->whose.by.count == q->whose.by.count && p->whose.by.unit == q->whose.by.unit)) &&
               ombud__same_condition(law, p->b, q->b);
    default: return p->a == q->a && p->b == q->b;
    }
}

/* The first condition that says the same: it stands for all. */
static ombud__id first_like(const ombud_law *law, ombud__id cond)
{
    for (size_t i = 0; i < cond; i++) {
        if (law->conds[i].op == law->conds[cond].op && ombud__same_condition(law, (ombud__id)i, cond))
            return (ombud__id)i;
    }
    return cond;
}

/* ---- nothing assumed ----------------------------------------------------------------------------------------------
 */

ombud_status ombud__assumed_new(ombud__pool *pool, const ombud_law *law, ombud__assumed *out)
{
    memset(out, 0, sizeof *out);
    out->law = law;
    int enough = 1;
    out->facts = ombud__pool_table(pool, law->facts_count, 1, &enough);
    out->terms = ombud__pool_table(pool, law->terms_count, sizeof *out->terms, &enough);
    out->chosen = ombud__pool_table(pool, law->readings_count, sizeof *out->chosen, &enough);
    out->others = ombud__pool_table(pool, law->conds_count, 1, &enough);
    out->like = ombud__pool_table(pool, law->conds_count, sizeof *out->like, &enough);
    if (!enough)
        return OMBUD_E_NOMEM;
    for (size_t i = 0; i < law->conds_count; i++)
        out->like[i] = first_like(law, (ombud__id)i);
    return OMBUD_OK;
}

static uint16_t status_bit(int status)
{
    return (uint16_t)(1u << status);
}

/* What can become of a term by its rows. */
static uint16_t statuses_of(const ombud_law *law, ombud__id term)
{
    uint16_t set = (uint16_t)(status_bit(OMBUD_TERM_NONE) | status_bit(OMBUD_TERM_OPEN));
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        if (row->term != term)
            continue;
        for (size_t c = 0; c < row->clauses; c++) {
            uint8_t type = law->clauses[row->clause + c].type;
            set |= type == OMBUD__CLAUSE_LAPSES ? status_bit(OMBUD_TERM_LAPSED) : 0;
            set |= type == OMBUD__CLAUSE_MET ? status_bit(OMBUD_TERM_MET) | status_bit(OMBUD_TERM_MET_LATE) : 0;
        }
        set |= row->excused != OMBUD__NONE ? status_bit(OMBUD_TERM_EXCUSED) : 0;
        if (row->within != OMBUD__WITHIN_NONE)
            set |= status_bit(law->terms[term].duty ? OMBUD_TERM_OVERDUE : OMBUD_TERM_EXPIRED);
    }
    return set;
}

void ombud__assumed_clear(ombud__assumed *assumed, const ombud__edition *edition, const uint64_t states[2])
{
    const ombud_law *law = assumed->law;
    assumed->edition = edition;
    assumed->steps = 0;
    memset(assumed->facts, OMBUD__UNKNOWN, law->facts_count);
    memset(assumed->others, OMBUD__UNKNOWN, law->conds_count);
    memcpy(assumed->states, states, sizeof assumed->states);
    for (size_t i = 0; i < law->terms_count; i++)
        assumed->terms[i] = statuses_of(law, (ombud__id)i);
    for (size_t i = 0; i < law->readings_count; i++)
        assumed->chosen[i] = OMBUD__NONE;
}

/* ---- judging ----------------------------------------------------------------------------------------------------- */

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int greatest(int a, int b)
{
    return a > b ? a : b;
}

static int open_atom(ombud__atom *pick, uint8_t sort, ombud__id what, ombud__id value)
{
    if (pick->sort == ATOM_NONE)
        *pick = (ombud__atom){sort, what, value};
    return OMBUD__UNKNOWN;
}

static int condition(const ombud__assumed *s, ombud__id cond, ombud__atom *pick);

static int alternative(const ombud__assumed *s, ombud__id id, ombud__atom *pick)
{
    if (id == OMBUD__NONE)
        return OMBUD__YES;
    ombud__id reading = s->law->alternatives[id].reading;
    if (s->chosen[reading] == OMBUD__NONE)
        return open_atom(pick, ATOM_READING, reading, OMBUD__NONE);
    return s->chosen[reading] == id ? OMBUD__YES : OMBUD__NO;
}

static int row_of(const ombud__assumed *s, const ombud__row *row, ombud__id when, ombud__id unless, ombud__atom *pick)
{
    int truth = row == NULL ? OMBUD__YES : alternative(s, row->alternative, pick);
    if (truth != OMBUD__NO)
        truth = least(truth, condition(s, when, pick));
    if (truth != OMBUD__NO && unless != OMBUD__NONE)
        truth = least(truth, OMBUD__YES - condition(s, unless, pick));
    return truth;
}

/* Of the choices of one argument at most one is so. */
static int another_choice(const ombud__assumed *s, ombud__id fact)
{
    const ombud_law *law = s->law;
    for (size_t c = 0; c < law->choices_count; c++) {
        if (law->choices[c].fact != fact)
            continue;
        const ombud__arg *arg = &law->args[law->choices[c].arg];
        for (size_t other = arg->choice; other < (size_t)arg->choice + arg->choices; other++) {
            if (law->choices[other].fact != fact && s->facts[law->choices[other].fact] == OMBUD__YES)
                return 1;
        }
    }
    return 0;
}

static int fact_of(const ombud__assumed *s, ombud__id id, ombud__atom *pick)
{
    const ombud__fact *fact = &s->law->facts[id];
    if (fact->bit == OMBUD__NONE) {
        int truth = OMBUD__NO;
        for (size_t i = fact->definition; i < (size_t)fact->definition + fact->definitions && truth != OMBUD__YES;
             i++) {
            const ombud__definition *d = &s->law->definitions[i];
            if (s->edition->definitions[i] != OMBUD__ROW_DROPPED)
                truth = greatest(truth, row_of(s, &d->row, d->when, d->unless, pick));
        }
        return truth;
    }
    if (s->facts[id] != OMBUD__UNKNOWN)
        return s->facts[id];
    if (fact->type == OMBUD__FACT_CHOICE && another_choice(s, id))
        return OMBUD__NO;
    return open_atom(pick, ATOM_FACT, id, OMBUD__NONE);
}

static int state_of(const ombud__assumed *s, ombud__id local, ombud__atom *pick)
{
    uint64_t only[2] = {0, 0};
    only[local / 64] = (uint64_t)1 << (local % 64);
    if (!(s->states[local / 64] & only[local / 64]))
        return OMBUD__NO;
    if (s->states[0] == only[0] && s->states[1] == only[1])
        return OMBUD__YES;
    return open_atom(pick, ATOM_STATE, local, OMBUD__NONE);
}

static int condition(const ombud__assumed *s, ombud__id cond, ombud__atom *pick)
{
    if (cond == OMBUD__NONE)
        return OMBUD__YES;
    const ombud__cond *c = &s->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND: {
        int a = condition(s, c->a, pick);
        return a == OMBUD__NO ? a : least(a, condition(s, c->b, pick));
    }
    case OMBUD__C_OR: {
        int a = condition(s, c->a, pick);
        return a == OMBUD__YES ? a : greatest(a, condition(s, c->b, pick));
    }
    case OMBUD__C_NOT: return OMBUD__YES - condition(s, c->a, pick);
    case OMBUD__C_FACT: return fact_of(s, c->a, pick);
    case OMBUD__C_STATE: return state_of(s, c->a, pick);
    case OMBUD__C_TERM:
        if (!(s->terms[c->a] & status_bit(c->n)))
            return OMBUD__NO;
        return s->terms[c->a] == status_bit(c->n) ? OMBUD__YES : open_atom(pick, ATOM_TERM, c->a, c->n);
    default: {
        ombud__id stands = s->like[cond];
        return s->others[stands] != OMBUD__UNKNOWN ? s->others[stands]
                                                   : open_atom(pick, ATOM_OTHER, stands, OMBUD__NONE);
    }
    }
}

static int guard_of(const ombud__assumed *s, const ombud__guard *g, ombud__atom *pick)
{
    int truth;
    if (g->type != OMBUD__GUARD_NEEDS) {
        truth = condition(s, g->when, pick);
        truth = g->type == OMBUD__GUARD_ONLY ? truth : OMBUD__YES - truth;
    } else {
        truth = OMBUD__YES;
        for (size_t i = 0; i < g->need_count; i++)
            truth = least(truth, fact_of(s, s->law->fact_lists[g->needs + i], pick));
        if (truth != OMBUD__YES)
            truth = greatest(truth, OMBUD__YES - condition(s, g->when, pick));
    }
    if (truth != OMBUD__YES && g->unless != OMBUD__NONE)
        truth = greatest(truth, condition(s, g->unless, pick));
    return truth;
}

/* A guard whose reading is not chosen lets everything pass. */
static int goal_of(const ombud__assumed *s, const ombud__goal *goal, ombud__atom *pick)
{
    if (goal->guard == NULL)
        return row_of(s, goal->row, goal->when, goal->unless, pick);
    int counts = alternative(s, goal->guard->row.alternative, pick);
    return counts == OMBUD__NO ? OMBUD__YES : greatest(OMBUD__YES - counts, guard_of(s, goal->guard, pick));
}

/* ---- assuming ---------------------------------------------------------------------------------------------------- */

static int solve(ombud__assumed *s, const ombud__goal *goals, size_t count);

static int solve_two(ombud__assumed *s, const ombud__goal *goals, size_t count, uint8_t *place)
{
    for (int truth = OMBUD__YES; truth >= OMBUD__NO; truth -= OMBUD__YES) {
        *place = (uint8_t)truth;
        int found = solve(s, goals, count);
        if (found != 0)
            return found;
    }
    *place = OMBUD__UNKNOWN;
    return 0;
}

static int solve_state(ombud__assumed *s, const ombud__goal *goals, size_t count, ombud__id local)
{
    uint64_t was[2] = {s->states[0], s->states[1]};
    uint64_t bit = (uint64_t)1 << (local % 64);
    s->states[0] = s->states[1] = 0;
    s->states[local / 64] = bit;
    int found = solve(s, goals, count);
    memcpy(s->states, was, sizeof was);
    if (found == 0) {
        s->states[local / 64] &= ~bit;
        found = solve(s, goals, count);
        if (found == 0)
            memcpy(s->states, was, sizeof was);
    } else if (found > 0) {
        s->states[0] = s->states[1] = 0;
        s->states[local / 64] = bit;
    }
    return found;
}

static int solve_term(ombud__assumed *s, const ombud__goal *goals, size_t count, ombud__atom atom)
{
    uint16_t was = s->terms[atom.what];
    s->terms[atom.what] = status_bit(atom.value);
    int found = solve(s, goals, count);
    if (found == 0) {
        s->terms[atom.what] = (uint16_t)(was & ~status_bit(atom.value));
        found = solve(s, goals, count);
    }
    if (found == 0)
        s->terms[atom.what] = was;
    return found;
}

static int solve_reading(ombud__assumed *s, const ombud__goal *goals, size_t count, ombud__id reading)
{
    const ombud__reading *of = &s->law->readings[reading];
    for (size_t i = 0; i < of->alternatives; i++) {
        s->chosen[reading] = (ombud__id)(of->alternative + i);
        int found = solve(s, goals, count);
        if (found != 0)
            return found;
    }
    s->chosen[reading] = OMBUD__NONE;
    return 0;
}

static int solve(ombud__assumed *s, const ombud__goal *goals, size_t count)
{
    ombud__atom pick = {ATOM_NONE, OMBUD__NONE, OMBUD__NONE};
    if (s->steps++ > STEPS_MAX)
        return -1;
    for (size_t i = 0; i < count; i++) {
        ombud__atom open = {ATOM_NONE, OMBUD__NONE, OMBUD__NONE};
        int truth = goal_of(s, &goals[i], &open);
        if (truth != OMBUD__UNKNOWN && truth != goals[i].wanted)
            return 0;
        if (truth == OMBUD__UNKNOWN && pick.sort == ATOM_NONE)
            pick = open;
    }
    switch (pick.sort) {
    case ATOM_FACT: return solve_two(s, goals, count, &s->facts[pick.what]);
    case ATOM_OTHER: return solve_two(s, goals, count, &s->others[pick.what]);
    case ATOM_STATE: return solve_state(s, goals, count, pick.what);
    case ATOM_TERM: return solve_term(s, goals, count, pick);
    case ATOM_READING: return solve_reading(s, goals, count, pick.what);
    default: return 1;
    }
}

int ombud__assume(ombud__assumed *assumed, const ombud__goal *goals, size_t count)
{
    return solve(assumed, goals, count);
}
