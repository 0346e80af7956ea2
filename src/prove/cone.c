/* What matters to one kind of item; see cone.h. */
#include "cone.h"

#include <string.h>

static void add_condition(ombud__cone *cone, ombud__id cond, uint8_t when);
static void add_term(ombud__cone *cone, ombud__id term);

int ombud__cone_lets(const ombud__cone *cone, ombud__id event)
{
    return cone->with == NULL || !(cone->with->kinds[cone->law->events[event].kind] & OMBUD__PICKED) ||
           cone->with->events[event];
}

static void add_alternative(ombud__cone *cone, ombud__id alternative)
{
    if (alternative != OMBUD__NONE)
        cone->alternatives[alternative] = 1;
}

static void add_kind(ombud__cone *cone, ombud__id kind)
{
    if (cone->kinds[kind])
        return;
    if (cone->with != NULL && kind != cone->kind && !cone->with->kinds[kind]) {
        cone->absent[kind] = 1;
        cone->narrowed = 1;
        return;
    }
    if (cone->item_count == OMBUD__WALK_ITEMS) {
        cone->cut = 1;
        return;
    }
    cone->kinds[kind] = OMBUD__IN_WALK;
    cone->items[cone->item_count++] = kind;
}

static void add_fact(ombud__cone *cone, ombud__id fact, uint8_t when)
{
    const ombud__fact *f = &cone->law->facts[fact];
    if (cone->facts[fact] >= when)
        return;
    cone->facts[fact] = when;
    for (size_t i = f->definition; i < (size_t)f->definition + f->definitions; i++) {
        const ombud__definition *d = &cone->law->definitions[i];
        uint8_t read = d->as_at == OMBUD__NONE ? when : OMBUD__READ_AT_EVENTS;
        add_alternative(cone, d->row.alternative);
        add_condition(cone, d->when, read);
        add_condition(cone, d->unless, read);
    }
}

static void add_condition(ombud__cone *cone, ombud__id cond, uint8_t when)
{
    if (cond == OMBUD__NONE)
        return;
    const ombud__cond *c = &cone->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: add_condition(cone, c->b, when); /* fall through */
    case OMBUD__C_NOT: add_condition(cone, c->a, when); break;
    case OMBUD__C_FACT: add_fact(cone, c->a, when); break;
    case OMBUD__C_STATE: cone->states[c->kind] = 1; break;
    case OMBUD__C_TERM: add_term(cone, c->a); break;
    case OMBUD__C_DAY: cone->days[cond] = 1; break;
    case OMBUD__C_BY: cone->asked |= (uint64_t)1 << c->a; break;
    default: { /* OMBUD__C_LINK */
        const ombud__link *link = &cone->law->links[c->a];
        cone->links[c->a] = 1;
        cone->days[cond] |= c->whose.compared != 0;
        add_kind(cone, c->back ? link->from : link->to);
        add_condition(cone, c->b, when);
    }
    }
}

static void add_term(ombud__cone *cone, ombud__id term)
{
    if (cone->terms[term])
        return;
    cone->terms[term] = 1;
    for (size_t i = 0; i < cone->law->term_rows_count; i++) {
        if (cone->law->term_rows[i].term == term)
            add_condition(cone, cone->law->term_rows[i].excused, OMBUD__READ_BETWEEN);
    }
}

/* ---- a kind that moves ------------------------------------------------------------------------------------------- */

/* Another item's event ends the term: whatever that item does matters. */
static void add_far(ombud__cone *cone, const ombud__clause *clause)
{
    ombud__id kind = cone->law->events[clause->event].kind;
    if (clause->link == OMBUD__NONE)
        return;
    cone->links[clause->link] = 1;
    add_kind(cone, kind);
    cone->states[kind] = 1;
}

static void add_term_rows(ombud__cone *cone, ombud__id kind)
{
    const ombud_law *law = cone->law;
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        if (law->terms[row->term].kind != kind)
            continue;
        add_alternative(cone, row->row.alternative);
        if (row->then != OMBUD__NONE)
            add_term(cone, row->term);
        for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
            if (!ombud__cone_lets(cone, law->clauses[c].event))
                continue;
            add_alternative(cone, law->clauses[c].alternative);
            add_far(cone, &law->clauses[c]);
            add_condition(cone, law->clauses[c].when, OMBUD__READ_AT_EVENTS);
            add_condition(cone, law->clauses[c].unless, OMBUD__READ_AT_EVENTS);
        }
        for (size_t s = row->start; s < (size_t)row->start + row->starts; s++) {
            add_alternative(cone, law->starts[s].alternative);
            if (law->starts[s].from == OMBUD__FROM_TERM || law->starts[s].from == OMBUD__FROM_TAKEN)
                add_term(cone, law->starts[s].what);
        }
    }
}

static void add_machine(ombud__cone *cone, ombud__id kind)
{
    const ombud_law *law = cone->law;
    cone->kinds[kind] |= OMBUD__MOVES;
    cone->narrowed |= cone->with != NULL && cone->with->kinds[kind] & OMBUD__PICKED;
    for (size_t i = 0; i < law->moves_count; i++) {
        if (law->events[law->moves[i].event].kind == kind)
            add_alternative(cone, law->moves[i].row.alternative);
    }
    for (size_t i = 0; i < law->guards_count; i++) {
        const ombud__guard *g = &law->guards[i];
        if (law->events[g->event].kind != kind || !ombud__cone_lets(cone, g->event))
            continue;
        add_alternative(cone, g->row.alternative);
        add_condition(cone, g->when, OMBUD__READ_AT_EVENTS);
        add_condition(cone, g->unless, OMBUD__READ_AT_EVENTS);
        for (size_t n = 0; g->type == OMBUD__GUARD_NEEDS && n < g->need_count; n++)
            add_fact(cone, law->fact_lists[g->needs + n], OMBUD__READ_AT_EVENTS);
    }
    add_term_rows(cone, kind);
}

/* Whether events of a kind change something of it that is read. */
static int moves_matter(const ombud__cone *cone, ombud__id kind)
{
    const ombud_law *law = cone->law;
    if (cone->states[kind])
        return 1;
    for (size_t i = 0; i < law->terms_count; i++) {
        if (law->terms[i].kind == kind && cone->terms[i])
            return 1;
    }
    for (size_t i = 0; i < law->facts_count; i++) {
        const ombud__fact *f = &law->facts[i];
        if (f->kind == kind && cone->facts[i] && f->bit != OMBUD__NONE &&
            (f->type != OMBUD__FACT_STATED || f->made_by != OMBUD__NONE))
            return 1;
    }
    return 0;
}

ombud_status ombud__cone_of(ombud__pool *pool, const ombud_law *law, ombud__id kind, const ombud__company *with,
                            ombud__cone *out)
{
    memset(out, 0, sizeof *out);
    out->law = law;
    out->kind = kind;
    out->with = with;
    int enough = 1;
    out->facts = ombud__pool_table(pool, law->facts_count, 1, &enough);
    out->states = ombud__pool_table(pool, law->kinds_count, 1, &enough);
    out->terms = ombud__pool_table(pool, law->terms_count, 1, &enough);
    out->links = ombud__pool_table(pool, law->links_count, 1, &enough);
    out->days = ombud__pool_table(pool, law->conds_count, 1, &enough);
    out->kinds = ombud__pool_table(pool, law->kinds_count, 1, &enough);
    out->absent = ombud__pool_table(pool, law->kinds_count, 1, &enough);
    out->alternatives = ombud__pool_table(pool, law->alternatives_count, 1, &enough);
    if (!enough)
        return OMBUD_E_NOMEM;
    add_kind(out, kind);
    add_machine(out, kind);
    for (size_t i = 0; i < law->invariants_count; i++) {
        const ombud__invariant *inv = &law->invariants[i];
        if (inv->kind == kind)
            add_condition(out, inv->condition,
                          inv->type == OMBUD__INVARIANT_AT ? OMBUD__READ_AT_EVENTS : OMBUD__READ_BETWEEN);
    }
    for (size_t i = 0; i < out->item_count; i++) {
        if (!(out->kinds[out->items[i]] & OMBUD__MOVES) && moves_matter(out, out->items[i])) {
            add_machine(out, out->items[i]);
            i = 0; /* what it reads can make others move */
        }
    }
    return OMBUD_OK;
}

static int fact_misses(const ombud__cone *cone, const ombud__fact *fact)
{
    for (size_t i = fact->definition; i < (size_t)fact->definition + fact->definitions; i++) {
        const ombud__definition *d = &cone->law->definitions[i];
        if (ombud__cone_misses(cone, d->when) || ombud__cone_misses(cone, d->unless))
            return 1;
    }
    return 0;
}

int ombud__cone_misses(const ombud__cone *cone, ombud__id cond)
{
    if (!cone->narrowed || cond == OMBUD__NONE)
        return 0;
    const ombud__cond *c = &cone->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: return ombud__cone_misses(cone, c->a) || ombud__cone_misses(cone, c->b);
    case OMBUD__C_NOT: return ombud__cone_misses(cone, c->a);
    case OMBUD__C_FACT: return fact_misses(cone, &cone->law->facts[c->a]);
    case OMBUD__C_LINK: {
        const ombud__link *link = &cone->law->links[c->a];
        return cone->absent[c->back ? link->from : link->to] || ombud__cone_misses(cone, c->b);
    }
    default: return 0;
    }
}

int ombud__cone_stays(const ombud__cone *cone, ombud__id fact)
{
    const ombud__fact *f = &cone->law->facts[fact];
    return cone->facts[fact] && f->bit != OMBUD__NONE &&
           (f->type != OMBUD__FACT_STATED || f->made_by != OMBUD__NONE || cone->facts[fact] == OMBUD__READ_BETWEEN);
}

int ombud__cone_splits(const ombud__cone *cone, ombud__id fact)
{
    const ombud__fact *f = &cone->law->facts[fact];
    return cone->facts[fact] && f->type == OMBUD__FACT_STATED && f->made_by == OMBUD__NONE;
}
