/*
 * Conditions as masks. What says no more than remembered facts of the first word is compiled to alternatives, each a set of facts that must be yes and one of
 * facts that must be no; then it is judged without walking the tree. Distributing `and` over `or` and drawing `not` inward change no
 * three-valued truth, so that the masks say what the tree says.
 */
#include "edition.h"

enum { FAILS = -1 };

typedef struct maker {
    const ombud_law *law;
    const ombud__edition *edition;
} maker;

static int any_of(ombud__mask *out, int count, const ombud__mask *more, int more_count)
{
    if (count < 0 || more_count < 0 || count + more_count > OMBUD__MASKS)
        return FAILS;
    for (int i = 0; i < more_count; i++)
        out[count + i] = more[i];
    return count + more_count;
}

static int all_of(ombud__mask *out, int count, const ombud__mask *more, int more_count)
{
    ombud__mask product[OMBUD__MASKS];
    if (count < 0 || more_count < 0 || count * more_count > OMBUD__MASKS)
        return FAILS;
    for (int i = 0; i < count * more_count; i++)
        product[i] = (ombud__mask){ out[i / more_count].need | more[i % more_count].need, out[i / more_count].bar | more[i % more_count].bar };
    for (int i = 0; i < count * more_count; i++)
        out[i] = product[i];
    return count * more_count;
}

/* What is always so, or never. */
static int constant(int holds, ombud__mask *out)
{
    out[0] = (ombud__mask){ 0, 0 };
    return holds;
}

static int masks_of(const maker *m, ombud__id cond, int wanted, ombud__mask *out);

static int masks_of_two(const maker *m, ombud__id a, int a_wanted, ombud__id b, int b_wanted, int both, ombud__mask *out)
{
    ombud__mask more[OMBUD__MASKS];
    int count = masks_of(m, a, a_wanted, out);
    int more_count = masks_of(m, b, b_wanted, more);
    return both ? all_of(out, count, more, more_count) : any_of(out, count, more, more_count);
}

/* `when` and not `unless`. */
static int masks_of_row(const maker *m, ombud__id when, ombud__id unless, int wanted, ombud__mask *out)
{
    return unless == OMBUD__NONE ? masks_of(m, when, wanted, out) : masks_of_two(m, when, wanted, unless, !wanted, wanted, out);
}

static int masks_of_fact(const maker *m, ombud__id id, int wanted, ombud__mask *out)
{
    const ombud__fact *fact = &m->law->facts[id];
    if (fact->bit < 64) {
        uint64_t bit = (uint64_t)1 << fact->bit;
        out[0] = (ombud__mask){ wanted ? bit : 0, wanted ? 0 : bit };
        return 1;
    }
    if (fact->bit != OMBUD__NONE)
        return FAILS;
    /* A definition: some row of it holds; not so: none does. */
    int count = constant(!wanted, out);
    for (size_t i = fact->definition; i < (size_t)fact->definition + fact->definitions; i++) {
        const ombud__definition *d = &m->law->definitions[i];
        ombud__mask row[OMBUD__MASKS];
        if (m->edition->definitions[i] == OMBUD__ROW_DROPPED)
            continue;
        if (m->edition->definitions[i] != OMBUD__ROW_LIVE)
            return FAILS;
        int row_count = masks_of_row(m, d->when, d->unless, wanted, row);
        count = wanted ? any_of(out, count, row, row_count) : all_of(out, count, row, row_count);
    }
    return count;
}

/* The alternatives under which a condition is yes (or, not wanted, no), at most OMBUD__MASKS; FAILS if it is more than facts, or too many. */
static int masks_of(const maker *m, ombud__id cond, int wanted, ombud__mask *out)
{
    if (cond == OMBUD__NONE)
        return constant(wanted, out);
    const ombud__cond *c = &m->law->conds[cond];
    switch (c->op) {
    case OMBUD__C_TRUE: return constant(wanted, out);
    case OMBUD__C_AND: return masks_of_two(m, c->a, wanted, c->b, wanted, wanted, out);
    case OMBUD__C_OR: return masks_of_two(m, c->a, wanted, c->b, wanted, !wanted, out);
    case OMBUD__C_NOT: return masks_of(m, c->a, !wanted, out);
    case OMBUD__C_FACT: return masks_of_fact(m, c->a, wanted, out);
    default: return FAILS;
    }
}

int ombud__masks_of_row(const ombud_law *law, const ombud__edition *ed, ombud__id when, ombud__id unless, ombud__mask *out)
{
    maker m = { law, ed };
    return masks_of_row(&m, when, unless, 1, out);
}

/* Under which alternatives a guard lets its event pass. */
static int masks_of_guard(const maker *m, const ombud__guard *g, ombud__mask *out)
{
    ombud__mask more[OMBUD__MASKS];
    int count;
    if (g->type == OMBUD__GUARD_NEEDS) {
        count = constant(1, out);
        for (size_t i = 0; i < g->need_count; i++)
            count = all_of(out, count, more, masks_of_fact(m, m->law->fact_lists[g->needs + i], 1, more));
        count = any_of(out, count, more, masks_of(m, g->when, 0, more));
    } else {
        count = masks_of(m, g->when, g->type == OMBUD__GUARD_ONLY, out);
    }
    return g->unless == OMBUD__NONE ? count : any_of(out, count, more, masks_of(m, g->unless, 1, more));
}

/* Notes where the masks of a condition stand; writes them if there is room for them yet. */
static uint32_t note(ombud__edition *ed, ombud__span *span, int count, const ombud__mask *masks, uint32_t next)
{
    *span = (ombud__span){ next, (uint8_t)(count < 0 ? 0 : count), count >= 0 };
    for (int i = 0; ed->masks != NULL && i < count; i++)
        ed->masks[next + (uint32_t)i] = masks[i];
    return next + span->count;
}

/* Once to count, once to write. */
static uint32_t compile(const maker *m, ombud__edition *ed)
{
    const ombud_law *law = m->law;
    ombud__mask masks[OMBUD__MASKS];
    uint32_t next = 0;
    for (size_t i = 0; i < law->guards_count; i++)
        next = note(ed, &ed->guard_masks[i], ed->guards[i] == OMBUD__ROW_LIVE ? masks_of_guard(m, &law->guards[i], masks) : FAILS, masks, next);
    for (size_t i = 0; i < law->term_rows_count; i++)
        next = note(ed, &ed->excuse_masks[i], law->term_rows[i].excused == OMBUD__NONE ? 0 : masks_of(m, law->term_rows[i].excused, 1, masks), masks, next);
    return next;
}

ombud_status ombud__masks_compile(ombud__pool *pool, const ombud_law *law, ombud__edition *ed)
{
    maker m = { law, ed };
    ed->guard_masks = ombud__pool_alloc(pool, (law->guards_count + 1) * sizeof *ed->guard_masks);
    ed->excuse_masks = ombud__pool_alloc(pool, (law->term_rows_count + 1) * sizeof *ed->excuse_masks);
    if (ed->guard_masks == NULL || ed->excuse_masks == NULL)
        return OMBUD_E_NOMEM;
    uint32_t count = compile(&m, ed);
    ed->masks = ombud__pool_alloc(pool, (count + 1) * sizeof *ed->masks);
    if (ed->masks == NULL)
        return OMBUD_E_NOMEM;
    compile(&m, ed);
    return OMBUD_OK;
}
