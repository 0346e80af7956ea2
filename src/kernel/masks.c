/*
 * Conditions as masks. What says no more than remembered facts of the first word, and who acts, is compiled to
 * alternatives: each a set of facts that must be yes, one of facts that must be no, and roles; then it is judged
 * without walking the tree. Distributing `and` over `or` and drawing `not` inward change no three-valued truth, so that
 * the masks say what the tree says.
 */
#include "edition.h"

enum { FAILS = -1 };

typedef struct maker {
    const ombud_law *law;
    const ombud__edition *edition;
    int loose; /* what is more than facts is taken to be as wanted: what comes out must at least be so */
} maker;

static int any_of(ombud__way *out, int count, const ombud__way *more, int more_count)
{
    if (count < 0 || more_count < 0 || count + more_count > OMBUD__MASKS)
        return FAILS;
    for (int i = 0; i < more_count; i++)
        out[count + i] = more[i];
    return count + more_count;
}

static ombud__way both_of(const ombud__way *a, const ombud__way *b)
{
    return (ombud__way){
        {a->facts.need | b->facts.need, a->facts.bar | b->facts.bar}, a->by | b->by, a->not_by | b->not_by};
}

static int all_of(ombud__way *out, int count, const ombud__way *more, int more_count)
{
    ombud__way product[OMBUD__MASKS];
    if (count < 0 || more_count < 0 || count * more_count > OMBUD__MASKS)
        return FAILS;
    for (int i = 0; i < count * more_count; i++)
        product[i] = both_of(&out[i / more_count], &more[i % more_count]);
    for (int i = 0; i < count * more_count; i++)
        out[i] = product[i];
    return count * more_count;
}

/* What is always so, or never. */
static int constant(int holds, ombud__way *out)
{
    out[0] = (ombud__way){{0, 0}, 0, 0};
    return holds;
}

/* What is more than facts of the first word and roles. */
static int beyond(const maker *m, ombud__way *out)
{
    return m->loose ? constant(1, out) : FAILS;
}

static int ways_of(const maker *m, ombud__id cond, int wanted, ombud__way *out);

static int ways_of_two(const maker *m, ombud__id a, int a_wanted, ombud__id b, int b_wanted, int both, ombud__way *out)
{
    ombud__way more[OMBUD__MASKS];
    int count = ways_of(m, a, a_wanted, out);
    int more_count = ways_of(m, b, b_wanted, more);
    return both ? all_of(out, count, more, more_count) : any_of(out, count, more, more_count);
}

/* `when` and not `unless`. */
static int ways_of_row(const maker *m, ombud__id when, ombud__id unless, int wanted, ombud__way *out)
{
    return unless == OMBUD__NONE ? ways_of(m, when, wanted, out)
                                 : ways_of_two(m, when, wanted, unless, !wanted, wanted, out);
}

/* Some row that defines a fact holds; not so: none does. */
static int ways_of_definition(const maker *m, const ombud__fact *fact, int wanted, ombud__way *out)
{
    int count = constant(!wanted, out);
    for (size_t i = fact->definition; i < (size_t)fact->definition + fact->definitions; i++) {
        const ombud__definition *d = &m->law->definitions[i];
        ombud__way row[OMBUD__MASKS];
        if (m->edition->definitions[i] == OMBUD__ROW_DROPPED)
            continue;
        int row_count = m->edition->definitions[i] == OMBUD__ROW_LIVE ? ways_of_row(m, d->when, d->unless, wanted, row)
                                                                      : beyond(m, row);
        count = wanted ? any_of(out, count, row, row_count) : all_of(out, count, row, row_count);
    }
    return count;
}

static int ways_of_fact(const maker *m, ombud__id id, int wanted, ombud__way *out)
{
    const ombud__fact *fact = &m->law->facts[id];
    if (fact->bit == OMBUD__NONE)
        return ways_of_definition(m, fact, wanted, out);
    if (fact->bit >= 64)
        return beyond(m, out);
    uint64_t bit = (uint64_t)1 << fact->bit;
    out[0] = (ombud__way){{wanted ? bit : 0, wanted ? 0 : bit}, 0, 0};
    return 1;
}

/* Who brings the event judged holds a role. */
static int ways_of_role(ombud__id role, int wanted, ombud__way *out)
{
    uint64_t bit = (uint64_t)1 << role;
    out[0] = (ombud__way){{0, 0}, wanted ? bit : 0, wanted ? 0 : bit};
    return 1;
}

/* The alternatives under which a condition is yes (or, not wanted, no), at most OMBUD__MASKS; FAILS if it is more than
 * facts, or too many. */
static int ways_of(const maker *m, ombud__id cond, int wanted, ombud__way *out)
{
    if (cond == OMBUD__NONE)
        return constant(wanted, out);
    const ombud__cond *c = &m->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND: return ways_of_two(m, c->a, wanted, c->b, wanted, wanted, out);
    case OMBUD__C_OR: return ways_of_two(m, c->a, wanted, c->b, wanted, !wanted, out);
    case OMBUD__C_NOT: return ways_of(m, c->a, !wanted, out);
    case OMBUD__C_FACT: return ways_of_fact(m, c->a, wanted, out);
    case OMBUD__C_BY: return ways_of_role(c->a, wanted, out);
    default: return beyond(m, out);
    }
}

/* What has one alternative that asks for no role is a mask. */
static int one_mask(int count, const ombud__way *ways, ombud__mask *out)
{
    if (count != 1 || (ways[0].by | ways[0].not_by) != 0)
        return 0;
    *out = ways[0].facts;
    return 1;
}

int ombud__mask_of_row(const ombud_law *law, const ombud__edition *ed, ombud__id when, ombud__id unless,
                       ombud__mask *out)
{
    maker m = {law, ed, 0};
    ombud__way ways[OMBUD__MASKS];
    if (one_mask(ways_of_row(&m, when, unless, 1, ways), ways, out))
        return 1;
    m.loose = 1;
    int count = ways_of_row(&m, when, unless, 1, ways);
    *out = count < 1 ? (ombud__mask){0, 0} : ways[0].facts;
    for (int i = 1; i < count; i++)
        *out = (ombud__mask){out->need & ways[i].facts.need, out->bar & ways[i].facts.bar};
    return 0;
}

int ombud__mask_of_definition(const ombud_law *law, const ombud__edition *ed, ombud__id fact, ombud__mask *out)
{
    maker m = {law, ed, 0};
    ombud__way ways[OMBUD__MASKS];
    return one_mask(ways_of_definition(&m, &law->facts[fact], 1, ways), ways, out);
}

/* Under which alternatives a guard lets its event pass. */
static int ways_of_guard(const maker *m, const ombud__guard *g, ombud__way *out)
{
    ombud__way more[OMBUD__MASKS];
    int count;
    if (g->type == OMBUD__GUARD_NEEDS) {
        count = constant(1, out);
        for (size_t i = 0; i < g->need_count; i++)
            count = all_of(out, count, more, ways_of_fact(m, m->law->fact_lists[g->needs + i], 1, more));
        count = any_of(out, count, more, ways_of(m, g->when, 0, more));
    } else {
        count = ways_of(m, g->when, g->type == OMBUD__GUARD_ONLY, out);
    }
    return g->unless == OMBUD__NONE ? count : any_of(out, count, more, ways_of(m, g->unless, 1, more));
}

/* Under which alternatives a term is excused; that may be asked when nobody acts. */
static int ways_of_excuse(const maker *m, const ombud__term_row *row, ombud__way *out)
{
    int count = row->excused == OMBUD__NONE ? 0 : ways_of(m, row->excused, 1, out);
    for (int i = 0; i < count; i++) {
        if ((out[i].by | out[i].not_by) != 0)
            return FAILS;
    }
    return count;
}

/* Notes where the masks of a condition stand; writes them if there is room for them yet. */
static uint32_t note(ombud__edition *ed, ombud__span *span, int count, const ombud__way *ways, uint32_t next)
{
    *span = (ombud__span){next, (uint8_t)(count < 0 ? 0 : count), count >= 0};
    for (int i = 0; ed->ways != NULL && i < count; i++)
        ed->ways[next + (uint32_t)i] = ways[i];
    return next + span->count;
}

/* Once to count, once to write. */
static uint32_t compile(const maker *m, ombud__edition *ed)
{
    const ombud_law *law = m->law;
    ombud__way ways[OMBUD__MASKS];
    uint32_t next = 0;
    for (size_t i = 0; i < law->guards_count; i++)
        next = note(ed, &ed->guard_ways[i],
                    ed->guards[i] == OMBUD__ROW_LIVE ? ways_of_guard(m, &law->guards[i], ways) : FAILS, ways, next);
    for (size_t i = 0; i < law->term_rows_count; i++)
        next = note(ed, &ed->excuse_ways[i], ways_of_excuse(m, &law->term_rows[i], ways), ways, next);
    return next;
}

ombud_status ombud__masks_compile(ombud__pool *pool, const ombud_law *law, ombud__edition *ed)
{
    maker m = {law, ed, 0};
    ed->guard_ways = ombud__pool_alloc(pool, (law->guards_count + 1) * sizeof *ed->guard_ways);
    ed->excuse_ways = ombud__pool_alloc(pool, (law->term_rows_count + 1) * sizeof *ed->excuse_ways);
    if (ed->guard_ways == NULL || ed->excuse_ways == NULL)
        return OMBUD_E_NOMEM;
    uint32_t count = compile(&m, ed);
    ed->ways = ombud__pool_alloc(pool, (count + 1) * sizeof *ed->ways);
    if (ed->ways == NULL)
        return OMBUD_E_NOMEM;
    compile(&m, ed);
    return OMBUD_OK;
}
