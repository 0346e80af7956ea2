/*
 * Which facts made a decision come out as it did; see premises.h. Conditions are walked down to remembered facts, along
 * the parts that matter: of parts that are joined so that one settles the outcome, the first that does; else all.
 * States, days, terms and who acts are no statements.
 */
#include "premises.h"

#include "alloc.h"

#include <string.h>

void ombud__premises_init(ombud__premises *premises, const ombud_alloc *alloc)
{
    memset(premises, 0, sizeof *premises);
    premises->alloc = *alloc;
}

void ombud__premises_free(ombud__premises *premises)
{
    ombud__free_wiped(&premises->alloc, premises->all, premises->all_capacity * sizeof *premises->all);
    ombud__free_wiped(&premises->alloc, premises->met, premises->met_words * sizeof *premises->met);
}

void ombud__premises_add(ombud__premises *out, ombud__premise premise)
{
    if (out->all_count == out->all_capacity && out->status == OMBUD_OK) {
        size_t larger = out->all_capacity == 0 ? 16 : out->all_capacity * 2;
        void *block = larger > OMBUD__PREMISES_MAX
                          ? NULL
                          : ombud__resize_wiped(&out->alloc, out->all, out->all_capacity * sizeof premise,
                                                larger * sizeof premise);
        if (block == NULL) {
            out->status = OMBUD_E_NOMEM;
            return;
        }
        out->all = block;
        out->all_capacity = larger;
    }
    if (out->status == OMBUD_OK)
        out->all[out->all_count++] = premise;
}

/* ---- each once --------------------------------------------------------------------------------------------------- */

/* Where it stands whether a fact is gathered: first the first words of all items, then their further ones. */
static uint64_t *met_word(const ombud__world *world, const ombud__premises *premises, const ombud__premise *premise)
{
    const ombud__fold *fold = world->fold;
    size_t further = world->law->facts[premise->fact].bit / 64u;
    return &premises->met[further == 0 ? premise->item
                                       : fold->thing_count + fold->things[premise->item].words / 2 + further - 1];
}

static uint64_t met_bit(const ombud__world *world, const ombud__premise *premise)
{
    return (uint64_t)1 << (world->law->facts[premise->fact].bit % 64u);
}

static void gather(const ombud__world *world, ombud__premise premise, ombud__premises *out)
{
    if (out->met == NULL && out->status == OMBUD_OK) {
        size_t words = world->fold->thing_count + world->fold->word_count / 2;
        out->met = ombud__alloc(&out->alloc, words * sizeof *out->met);
        if (out->met == NULL) {
            out->status = OMBUD_E_NOMEM;
        } else {
            out->met_words = words;
            memset(out->met, 0, words * sizeof *out->met);
        }
    }
    if (out->status != OMBUD_OK || *met_word(world, out, &premise) & met_bit(world, &premise))
        return;
    *met_word(world, out, &premise) |= met_bit(world, &premise);
    ombud__premises_add(out, premise);
}

static void forget(const ombud__world *world, ombud__premises *premises)
{
    for (size_t i = 0; i < premises->all_count; i++)
        *met_word(world, premises, &premises->all[i]) &= ~met_bit(world, &premises->all[i]);
    premises->all_count = 0;
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

/* The event whose definitions `as at` are judged now, on an item; NONE: of every event they are remembered. */
typedef struct walker {
    const ombud__world *world;
    ombud__id event;
    uint16_t item;
    ombud__premises *out;
} walker;

static void walk(const walker *w, ombud__id cond, uint16_t item);

/* A condition, or that it is not so. */
typedef struct part {
    ombud__id cond;
    int negated;
} part;

static int settles(const walker *w, part p, uint16_t item, int decides)
{
    return p.cond != OMBUD__NONE &&
           ombud__holds(w->world, p.cond, item) == (p.negated ? OMBUD__YES - decides : decides);
}

/* Two conditions of which one that comes to `decides` settles the outcome. Returns whether one did. */
static int walk_joined(const walker *w, part a, part b, uint16_t item, int decides)
{
    int by_a = settles(w, a, item, decides), by_b = !by_a && settles(w, b, item, decides);
    if (!by_b)
        walk(w, a.cond, item);
    if (!by_a)
        walk(w, b.cond, item);
    return by_a || by_b;
}

/* `when` and not `unless`; a row that is not held or does not count reads nothing. */
static void walk_row(const walker *w, uint8_t live, ombud__id when, ombud__id unless, uint16_t item)
{
    if (live >= OMBUD__ROW_OPEN)
        (void)walk_joined(w, (part){when, 0}, (part){unless, 1}, item, OMBUD__NO);
}

/* The rows that define a fact `as at` an event, or those without one: the first that is so, or, where none is, all. */
static void walk_definitions(const walker *w, ombud__id fact, ombud__id as_at, uint16_t item)
{
    const ombud_law *law = w->world->law;
    const ombud__fact *f = &law->facts[fact];
    const uint8_t *live = w->world->edition->definitions;
    size_t from = f->definition, to = from + f->definitions;
    for (size_t i = from; i < to; i++) {
        const ombud__definition *d = &law->definitions[i];
        if (d->as_at == as_at && ombud__row_holds(w->world, live[i], d->when, d->unless, item) == OMBUD__YES) {
            from = i;
            to = i + 1;
        }
    }
    for (size_t i = from; i < to; i++) {
        const ombud__definition *d = &law->definitions[i];
        if (d->as_at == as_at)
            walk_row(w, live[i], d->when, d->unless, item);
    }
}

/* Whether a fact is a definition that the event asked about keeps: it is judged now. */
static int is_judged_now(const walker *w, ombud__id fact, uint16_t item)
{
    const ombud_law *law = w->world->law;
    const ombud__fact *f = &law->facts[fact];
    if (w->event == OMBUD__NONE || item != w->item || !f->kept)
        return 0;
    for (size_t i = 0; i < f->definitions; i++) {
        if (law->definitions[f->definition + i].as_at == w->event)
            return 1;
    }
    return 0;
}

static void walk_fact(const walker *w, ombud__id fact, uint16_t item)
{
    if (is_judged_now(w, fact, item)) {
        walk_definitions(w, fact, w->event, item);
        return;
    }
    if (w->world->law->facts[fact].bit == OMBUD__NONE) {
        walk_definitions(w, fact, OMBUD__NONE, item);
        return;
    }
    int truth = ombud__fact_of(w->world, fact, item);
    if (truth != OMBUD__UNKNOWN)
        gather(w->world, (ombud__premise){0, fact, item, (uint8_t)truth}, w->out);
}

/*
 * As ombud__holds() counts linked items: so many of one truth settle the outcome, the first ones; else it is due to the
 * others, and where it stays open to all.
 */
static void walk_link(const walker *w, ombud__id cond, uint16_t item)
{
    const ombud__cond *c = &w->world->law->conds[cond];
    const ombud__fold *fold = w->world->fold;
    int outcome = ombud__holds(w->world, cond, item);
    int deciding = c->n == OMBUD__Q_EVERY ? OMBUD__NO : OMBUD__YES;
    int settled = outcome == (c->n == OMBUD__Q_AT_LEAST ? OMBUD__YES : OMBUD__NO);
    int32_t left = c->n == OMBUD__Q_EVERY ? 1 : c->n == OMBUD__Q_AT_MOST ? c->period.count + 1 : c->period.count;
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *t = &fold->ties[i];
        uint16_t other = c->back ? t->from : t->to;
        if (t->link != c->a || (c->back ? t->to : t->from) != item)
            continue;
        int tied = ombud__tied(w->world, c, item, other), decides = ombud__holds(w->world, c->b, other) == deciding;
        int matters = settled ? left > 0 && decides && tied == OMBUD__YES : !decides || outcome == OMBUD__UNKNOWN;
        if (tied == OMBUD__NO || !matters)
            continue;
        left -= decides;
        walk(w, c->b, other);
    }
}

static void walk(const walker *w, ombud__id cond, uint16_t item)
{
    if (cond == OMBUD__NONE)
        return;
    const ombud__cond *c = &w->world->law->conds[cond];
    switch (c->statuses != 0 ? OMBUD__C_TERM : c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR:
        (void)walk_joined(w, (part){c->a, 0}, (part){c->b, 0}, item, c->op == OMBUD__C_AND ? OMBUD__NO : OMBUD__YES);
        break;
    case OMBUD__C_NOT: walk(w, c->a, item); break;
    case OMBUD__C_FACT: walk_fact(w, c->a, item); break;
    case OMBUD__C_LINK: walk_link(w, cond, item); break;
    default: break;
    }
}

/* The facts that a guard needs: the first that is not so, or, where none is, all. */
static void walk_needs(const walker *w, const ombud__guard *guard, uint16_t item)
{
    const ombud__id *needs = w->world->law->fact_lists;
    size_t from = guard->needs, to = from + guard->need_count;
    for (size_t i = from; i < to; i++) {
        if (ombud__fact_of(w->world, needs[i], item) == OMBUD__NO) {
            from = i;
            to = i + 1;
        }
    }
    for (size_t i = from; i < to; i++)
        walk_fact(w, needs[i], item);
}

/* A guard lets an event pass by its condition (or, but for `only when`, by its contrary), by the facts that it needs,
 * or by what stands behind `unless`. */
static void walk_guard(const walker *w, ombud__id guard, uint16_t item)
{
    const ombud__guard *g = &w->world->law->guards[guard];
    part when = {g->when, g->type != OMBUD__GUARD_ONLY}, unless = {g->unless, 0};
    int given = g->need_count > 0;
    if (w->world->edition->guards[guard] < OMBUD__ROW_OPEN)
        return;
    for (size_t i = 0; i < g->need_count; i++)
        given &= ombud__fact_of(w->world, w->world->law->fact_lists[g->needs + i], item) == OMBUD__YES;
    if (given && !settles(w, when, item, OMBUD__YES))
        walk_needs(w, g, item);
    else if (!walk_joined(w, when, unless, item, OMBUD__YES))
        walk_needs(w, g, item);
}

void ombud__premises_of_ruling(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling,
                               ombud__premises *out)
{
    const walker w = {world, event, item, out};
    if (ruling.decided == OMBUD__BY_GUARD)
        walk_guard(&w, ruling.row, item);
    for (size_t i = 0; ruling.ruling == OMBUD_PERMITTED && i < world->law->guards_count; i++) {
        if (world->law->guards[i].event == event)
            walk_guard(&w, (ombud__id)i, item);
    }
}

void ombud__premises_of_answer(const ombud__world *world, ombud__id answer_row, uint16_t item, ombud__premises *out)
{
    const walker w = {world, OMBUD__NONE, OMBUD__NOBODY, out};
    const ombud__answer_row *row = &world->law->answers[answer_row];
    walk_row(&w, world->edition->answers[answer_row], row->when, row->unless, item);
}

void ombud__premises_of_kept(const ombud__world *world, ombud__id fact, ombud__id event, uint16_t item,
                             ombud__premises *out)
{
    const walker w = {world, event, item, out};
    forget(world, out);
    walk_definitions(&w, fact, event, item);
}
