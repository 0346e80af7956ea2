/* What can only be seen when a whole law is read: definitions by fact, cycles, two moves for one event, two wordings at
 * once. */
#include "reader.h"

#include "kernel/text.h"

#include <string.h>

/* ---- places ------------------------------------------------------------------------------------------------------ */

/* At the beginning of a row, or of the line of a provision. */
static ombud_status wrong_line(ombud__reader *r, uint32_t number, ombud_status code, const char *message,
                               const char *remedy)
{
    size_t low = 0;
    size_t high = r->lines.count;
    while (low + 1 < high) {
        size_t middle = (low + high) / 2;
        if (r->lines.line[middle].number <= number)
            low = middle;
        else
            high = middle;
    }
    ombud__aim(r, low, r->lines.line[low].after);
    return ombud__wrong(r, code, message, remedy);
}

/* Where a definition was first named. */
static ombud_status wrong_fact(ombud__reader *r, ombud__id fact, ombud_status code, const char *message,
                               const char *remedy)
{
    const ombud__fact *f = &r->law->facts[fact];
    const ombud__name *name = ombud__names_find(&r->names, OMBUD__NAME_FACT, f->kind, f->word.name);
    return ombud__fail_at(r->err, code, message, remedy, name->line, name->column, f->word.name.ptr, f->word.name.len);
}

/* ---- definitions by fact ----------------------------------------------------------------------------------------- */

/* Sorted by fact, in the order of the text within one; what the list of rows points to moves along. */
static ombud_status sort_definitions(ombud__reader *r)
{
    ombud_law *law = r->law;
    size_t count = law->definitions_count;
    if (count == 0)
        return OMBUD_OK;
    ombud__definition *sorted = ombud__pool_alloc(&law->pool, count * sizeof *sorted);
    ombud__id *moved = ombud__pool_alloc(&r->scratch, count * sizeof *moved);
    if (!sorted || !moved)
        return ombud__no_memory(r);
    for (size_t i = 0; i < count; i++)
        law->facts[law->definitions[i].fact].definitions++;
    ombud__id next = 0;
    for (size_t f = 0; f < law->facts_count; f++) {
        law->facts[f].definition = next;
        next = (ombud__id)(next + law->facts[f].definitions);
        law->facts[f].definitions = 0;
    }
    for (size_t i = 0; i < count; i++) {
        ombud__fact *fact = &law->facts[law->definitions[i].fact];
        moved[i] = (ombud__id)(fact->definition + fact->definitions++);
        sorted[moved[i]] = law->definitions[i];
    }
    law->definitions = sorted;
    law->definitions_capacity = count;
    for (size_t i = 0; i < law->rows_count; i++) {
        if (law->rows[i].kind == OMBUD_ROW_DEFINITION)
            law->rows[i].index = moved[law->rows[i].index];
    }
    return OMBUD_OK;
}

/* A definition is judged either when it is read or as at events; what is kept takes a place among the remembered facts.
 */
static ombud_status keep_definition(ombud__reader *r, ombud__id id)
{
    ombud__fact *fact = &r->law->facts[id];
    ombud__kind *kind = &r->law->kinds[fact->kind];
    size_t kept = 0;
    if (fact->definitions == 0)
        return wrong_fact(r, id, OMBUD_E_UNKNOWN_NAME, "no row defines this",
                          "write a row `ITEM.NAME when CONDITION`, or `fact NAME stated by ROLE`");
    for (size_t i = 0; i < fact->definitions; i++)
        kept += r->law->definitions[fact->definition + i].as_at != OMBUD__NONE;
    if (kept == 0)
        return OMBUD_OK;
    if (kept < fact->definitions)
        return wrong_fact(r, id, OMBUD_E_CONFLICT, "one row keeps this as at an event, another judges it anew",
                          "write `as at EVENT` in all of its rows or in none");
    if (kind->bit_count >= OMBUD_KIND_FACTS_MAX)
        return wrong_fact(r, id, OMBUD_E_LIMIT, "an item remembers at most 256 facts, choices among them",
                          "cut it into several items");
    fact->kept = 1;
    fact->bit = kind->bit_count++;
    return OMBUD_OK;
}

/* What makes a fact, and whether anything makes or clears it. */
static void note_makers(ombud_law *law)
{
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        for (size_t k = 0; k < move->make_count; k++) {
            ombud__fact *fact = &law->facts[law->fact_lists[move->makes + k]];
            fact->made_by = fact->made_by == OMBUD__NONE ? move->event : fact->made_by;
            fact->moved = 1;
        }
        for (size_t k = 0; k < move->clear_count; k++)
            law->facts[law->fact_lists[move->clears + k]].moved = 1;
    }
}

/* A role and a link of one name speak of the same person; whoever is concerned holds no office. */
static void note_roles_of_links(ombud_law *law)
{
    for (size_t i = 0; i < law->links_count; i++) {
        ombud__link *link = &law->links[i];
        int to_person = link->to == law->person;
        link->tells = link->concerned;
        for (size_t r = 0; r < law->roles_count; r++) {
            link->tells |= law->roles[r].held_kind == link->from;
            if (to_person && ombud__view_is(link->word.name, law->roles[r].word.name)) {
                link->role = (uint64_t)1 << r;
                law->linked_roles |= link->role;
                law->kinds[link->from].named_roles |= link->role;
            }
        }
    }
}

/* Which nodes ask whether one term is in one of several statuses; those below a node come before it. */
static void note_statuses(ombud_law *law)
{
    for (size_t i = 0; i < law->conds_count; i++) {
        ombud__cond *c = &law->conds[i];
        if (c->op == OMBUD__C_TERM) {
            c->statuses = (uint8_t)(1u << c->n);
            c->term = c->a;
        } else if (c->op == OMBUD__C_OR) {
            const ombud__cond *a = &law->conds[c->a], *b = &law->conds[c->b];
            c->statuses = a->statuses != 0 && b->statuses != 0 && a->term == b->term ? a->statuses | b->statuses : 0;
            c->term = a->term;
        }
    }
}

static ombud_status note_flips(ombud__reader *r)
{
    for (size_t i = 0; i < r->law->conds_count; i++) {
        if (r->law->conds[i].op == OMBUD__C_DAY && r->law->conds[i].b == OMBUD__NONE) {
            OMBUD__PUSH(r, flips);
            *OMBUD__LAST(r, flips) = (ombud__id)i;
        }
    }
    return OMBUD_OK;
}

/* ---- cycles ------------------------------------------------------------------------------------------------------ */

/*
 * A graph of what must be known to judge what: facts, then terms. A definition reads the facts and terms of its
 * conditions, through links too; a term reads its excuse. The other clauses of a term are judged once, at an event, and
 * close no circle.
 */
typedef struct measure {
    uint16_t depth, steps;
} measure;
typedef struct graph {
    size_t nodes, facts;
    uint32_t *first; /* nodes + 1: the edges of a node stand from first[node] */
    ombud__id *to;
    uint32_t *filled;
    int counting;
    measure *readable;   /* of each node, once all that it reads is measured */
    measure *conditions; /* of each condition node, likewise */
} graph;

static void add_edge(graph *g, size_t from, size_t to)
{
    if (g->counting)
        g->first[from + 1]++;
    else
        g->to[g->first[from] + g->filled[from]++] = (ombud__id)to;
}

/* The nodes of a condition are those from its leftmost leaf to its root (condition.c). */
static ombud__id first_node(const ombud_law *law, ombud__id root)
{
    ombud__id leaf = root;
    for (;;) {
        const ombud__cond *cond = &law->conds[leaf];
        if (cond->op == OMBUD__C_AND || cond->op == OMBUD__C_OR || cond->op == OMBUD__C_NOT)
            leaf = cond->a;
        else if (cond->op == OMBUD__C_LINK && cond->b != OMBUD__NONE)
            leaf = cond->b;
        else
            return leaf;
    }
}

static void add_condition(graph *g, const ombud_law *law, size_t from, ombud__id root)
{
    if (root == OMBUD__NONE)
        return;
    for (size_t i = first_node(law, root); i <= root; i++) {
        const ombud__cond *cond = &law->conds[i];
        if (cond->op == OMBUD__C_FACT && law->facts[cond->a].type == OMBUD__FACT_DEFINED)
            add_edge(g, from, cond->a);
        else if (cond->op == OMBUD__C_TERM)
            add_edge(g, from, g->facts + cond->a);
    }
}

static void add_edges(graph *g, const ombud_law *law)
{
    for (size_t i = 0; i < law->definitions_count; i++) {
        add_condition(g, law, law->definitions[i].fact, law->definitions[i].when);
        add_condition(g, law, law->definitions[i].fact, law->definitions[i].unless);
    }
    for (size_t i = 0; i < law->term_rows_count; i++)
        add_condition(g, law, g->facts + law->term_rows[i].term, law->term_rows[i].excused);
}

static ombud_status make_graph(ombud__reader *r, graph *g)
{
    const ombud_law *law = r->law;
    memset(g, 0, sizeof *g);
    g->facts = law->facts_count;
    g->nodes = law->facts_count + law->terms_count;
    g->first = ombud__pool_alloc(&r->scratch, (g->nodes + 1) * sizeof *g->first);
    g->filled = ombud__pool_alloc(&r->scratch, (g->nodes + 1) * sizeof *g->filled);
    g->readable = ombud__pool_alloc(&r->scratch, (g->nodes + 1) * sizeof *g->readable);
    g->conditions = ombud__pool_alloc(&r->scratch, (law->conds_count + 1) * sizeof *g->conditions);
    if (!g->first || !g->filled || !g->readable || !g->conditions)
        return ombud__no_memory(r);
    g->counting = 1;
    add_edges(g, law);
    for (size_t i = 0; i < g->nodes; i++)
        g->first[i + 1] += g->first[i];
    g->to = ombud__pool_alloc(&r->scratch, (g->first[g->nodes] + 1) * sizeof *g->to);
    if (!g->to)
        return ombud__no_memory(r);
    g->counting = 0;
    add_edges(g, law);
    return OMBUD_OK;
}

static ombud_status wrong_circle(ombud__reader *r, const graph *g, size_t node)
{
    const char *remedy = "define one of them by stated facts, or read what an event kept";
    if (node < g->facts)
        return wrong_fact(r, (ombud__id)node, OMBUD_E_CONFLICT,
                          "definitions go in a circle: to judge this, it must be known already", remedy);
    const ombud__word *word = &r->law->terms[node - g->facts].word;
    const ombud__name *name =
        ombud__names_find(&r->names, OMBUD__NAME_FACT, r->law->terms[node - g->facts].kind, word->name);
    return ombud__fail_at(r->err, OMBUD_E_CONFLICT,
                          "definitions go in a circle: the excuse of this term depends on its status", remedy,
                          name->line, name->column, word->name.ptr, word->name.len);
}

/* ---- how much it takes to judge a condition ---------------------------------------------------------------------- */

/*
 * Judging goes down into conditions and the definitions they read, and what is read twice is judged twice. Both are
 * bounded here, so that no text can make it go too deep or take for ever.
 */
enum { DEEPEST = 256, MOST_STEPS = 20000 };
static measure measure_of(const measure *known, ombud__id cond)
{
    static const measure nothing = {0, 0};
    return cond == OMBUD__NONE ? nothing : known[cond];
}

static measure joined(measure a, measure b)
{
    uint32_t steps = (uint32_t)a.steps + b.steps;
    return (measure){a.depth > b.depth ? a.depth : b.depth, (uint16_t)(steps > UINT16_MAX ? UINT16_MAX : steps)};
}

/* Measures the nodes of a condition, from its leaves up. */
static measure measure_condition(const graph *g, const ombud_law *law, ombud__id root)
{
    measure *known = g->conditions;
    if (root == OMBUD__NONE)
        return measure_of(known, root);
    for (size_t i = first_node(law, root); i <= root; i++) {
        const ombud__cond *cond = &law->conds[i];
        measure m = {0, 0};
        if (cond->op == OMBUD__C_AND || cond->op == OMBUD__C_OR)
            m = joined(known[cond->a], known[cond->b]);
        else if (cond->op == OMBUD__C_NOT)
            m = known[cond->a];
        else if (cond->op == OMBUD__C_LINK)
            m = measure_of(known, cond->b);
        else if (cond->op == OMBUD__C_FACT)
            m = g->readable[cond->a];
        else if (cond->op == OMBUD__C_TERM)
            m = g->readable[g->facts + cond->a];
        m.depth = (uint16_t)(m.depth + (m.depth < UINT16_MAX));
        m.steps = (uint16_t)(m.steps + (m.steps < UINT16_MAX));
        known[i] = m;
    }
    return known[root];
}

static int too_much(measure m)
{
    return m.depth > DEEPEST || m.steps > MOST_STEPS;
}

static const char too_deep[] = "judging this condition goes too deep or takes too many steps, definitions included";
static const char less_deep[] = "conditions and definitions rest on one another at most 256 deep and in 20000 steps: "
                                "divide it, or read what an event kept";

/* A fact or term whose conditions read only what is measured already. */
static ombud_status measure_node(ombud__reader *r, graph *g, size_t node)
{
    const ombud_law *law = r->law;
    measure sum = {0, 0};
    if (node < g->facts) {
        const ombud__fact *fact = &law->facts[node];
        for (size_t i = 0; i < fact->definitions; i++) {
            const ombud__definition *d = &law->definitions[fact->definition + i];
            sum = joined(sum, joined(measure_condition(g, law, d->when), measure_condition(g, law, d->unless)));
        }
    } else {
        for (size_t i = 0; i < law->term_rows_count; i++) {
            if (law->term_rows[i].term == node - g->facts)
                sum = joined(sum, measure_condition(g, law, law->term_rows[i].excused));
        }
    }
    g->readable[node] = sum;
    if (!too_much(sum))
        return OMBUD_OK;
    const ombud__word *word = node < g->facts ? &law->facts[node].word : &law->terms[node - g->facts].word;
    ombud__id kind = node < g->facts ? law->facts[node].kind : law->terms[node - g->facts].kind;
    const ombud__name *name = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, word->name);
    return ombud__fail_at(r->err, OMBUD_E_LIMIT, too_deep, less_deep, name->line, name->column, word->name.ptr,
                          word->name.len);
}

static ombud_status measure_row(ombud__reader *r, const graph *g, const ombud__row *row, ombud__id when,
                                ombud__id unless)
{
    measure m = joined(measure_condition(g, r->law, when), measure_condition(g, r->law, unless));
    return too_much(m) ? wrong_line(r, row->line, OMBUD_E_LIMIT, too_deep, less_deep) : OMBUD_OK;
}

static ombud_status measure_rows(ombud__reader *r, const graph *g)
{
    const ombud_law *law = r->law;
    for (size_t i = 0; i < law->guards_count; i++)
        OMBUD__TRY(measure_row(r, g, &law->guards[i].row, law->guards[i].when, law->guards[i].unless));
    for (size_t i = 0; i < law->answers_count; i++)
        OMBUD__TRY(measure_row(r, g, &law->answers[i].row, law->answers[i].when, law->answers[i].unless));
    for (size_t i = 0; i < law->requirements_count; i++)
        OMBUD__TRY(measure_row(r, g, &law->requirements[i].row, law->requirements[i].condition, OMBUD__NONE));
    for (size_t i = 0; i < law->invariants_count; i++)
        OMBUD__TRY(measure_row(r, g, &law->invariants[i].row, law->invariants[i].condition, OMBUD__NONE));
    for (size_t i = 0; i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        OMBUD__TRY(measure_row(r, g, &row->row, row->unless, OMBUD__NONE));
        for (size_t k = 0; k < row->knowers; k++)
            OMBUD__TRY(measure_row(r, g, &row->row, law->knowers[row->knower + k].when, OMBUD__NONE));
    }
    for (size_t i = 0; i < law->figures_count; i++)
        OMBUD__TRY(measure_row(r, g, &law->figures[i].row, law->figures[i].when, law->figures[i].unless));
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            OMBUD__TRY(measure_row(r, g, &row->row, clause->when, clause->unless));
        }
    }
    return OMBUD_OK;
}

/* ---- cycles, found while measuring ------------------------------------------------------------------------------- */

/* Depth first with a stack of its own: 0 not seen, 1 on the stack, 2 done; `at` is the next edge of a node. */
static ombud_status find_circle(ombud__reader *r, graph *g)
{
    uint8_t *seen = ombud__pool_alloc(&r->scratch, g->nodes + 1);
    uint32_t *at = ombud__pool_alloc(&r->scratch, (g->nodes + 1) * sizeof *at);
    uint32_t *stack = ombud__pool_alloc(&r->scratch, (g->nodes + 1) * sizeof *stack);
    if (!seen || !at || !stack)
        return ombud__no_memory(r);
    for (size_t root = 0; root < g->nodes; root++) {
        size_t depth = 0;
        if (seen[root] == 0) {
            stack[depth++] = (uint32_t)root;
            seen[root] = 1;
        }
        while (depth > 0) {
            uint32_t node = stack[depth - 1];
            if (g->first[node] + at[node] == g->first[node + 1]) {
                seen[node] = 2;
                depth--;
                OMBUD__TRY(measure_node(r, g, node));
                continue;
            }
            size_t to = g->to[g->first[node] + at[node]++];
            if (seen[to] == 1)
                return wrong_circle(r, g, to);
            if (seen[to] == 0) {
                seen[to] = 1;
                stack[depth++] = (uint32_t)to;
            }
        }
    }
    return measure_rows(r, g);
}

/* ---- times and readings ------------------------------------------------------------------------------------------ */

static int32_t first_day(const ombud__provision *provision)
{
    return provision->since_kind == OMBUD__SINCE_DAY ? provision->since : INT32_MIN;
}

static int32_t last_day(const ombud__provision *provision)
{
    return provision->has_until ? provision->until : INT32_MAX;
}

/* Whether two provisions can be in force on one day; structure always is. */
static int overlap(const ombud_law *law, ombud__id a, ombud__id b)
{
    if (a == OMBUD__NONE || b == OMBUD__NONE || a == b)
        return 1;
    const ombud__provision *p = &law->provisions[a];
    const ombud__provision *q = &law->provisions[b];
    return first_day(p) <= last_day(q) && first_day(q) <= last_day(p);
}

/* Whether two rows can count under one choice of readings: not if they rest on two alternatives of one. */
static int compatible(const ombud_law *law, ombud__id a, ombud__id b)
{
    return a == OMBUD__NONE || b == OMBUD__NONE || a == b ||
           law->alternatives[a].reading != law->alternatives[b].reading;
}

static ombud_status check_moves(ombud__reader *r)
{
    const ombud_law *law = r->law;
    ombud__id *previous = ombud__pool_alloc(&r->scratch, (law->moves_count + 1) * sizeof *previous);
    ombud__id *latest = ombud__pool_alloc(&r->scratch, (law->events_count + 1) * sizeof *latest);
    if (!previous || !latest)
        return ombud__no_memory(r);
    for (size_t i = 0; i < law->events_count; i++)
        latest[i] = OMBUD__NONE;
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        for (ombud__id k = latest[move->event]; k != OMBUD__NONE; k = previous[k]) {
            const ombud__move *other = &law->moves[k];
            if (((move->from[0] & other->from[0]) || (move->from[1] & other->from[1])) &&
                overlap(law, move->row.provision, other->row.provision) &&
                compatible(law, move->row.alternative, other->row.alternative))
                return wrong_line(
                    r, move->row.line, OMBUD_E_CONFLICT, "a second move for the same event in the same state",
                    "one move for an event in a state: part them by state, by reading or by days in force");
        }
        previous[i] = latest[move->event];
        latest[move->event] = (ombud__id)i;
    }
    return OMBUD_OK;
}

static int same_id(const ombud__provision *a, const ombud__provision *b)
{
    return a->id.len == b->id.len && memcmp(a->id.ptr, b->id.ptr, a->id.len) == 0;
}

/* One id may stand for several wordings, one after the other. */
static ombud_status check_provisions(ombud__reader *r)
{
    const ombud_law *law = r->law;
    for (size_t i = 0; i < law->provisions_count; i++) {
        const ombud__provision *p = &law->provisions[i];
        ombud__name *entry;
        if (!ombud__names_find(&r->names, OMBUD__NAME_PROVISION, OMBUD__NONE, p->id)) {
            entry = ombud__names_add(&r->names, &r->scratch, OMBUD__NAME_PROVISION, OMBUD__NONE, p->id, (ombud__id)i);
            if (!entry)
                return ombud__no_memory(r);
            continue;
        }
        for (size_t k = 0; k < i; k++) {
            if (same_id(p, &law->provisions[k]) && overlap(law, (ombud__id)i, (ombud__id)k))
                return wrong_line(r, p->line, OMBUD_E_DUPLICATE, "a provision of this id is in force on the same days",
                                  "join the two, or write `until DATE` at the earlier wording");
        }
    }
    return OMBUD_OK;
}

/* An exclusion names a provision, or what provisions stand below. */
static ombud_status check_exclusions(ombud__reader *r)
{
    const ombud_law *law = r->law;
    for (size_t i = 0; i < law->exclusions_count; i++) {
        ombud_view id = law->exclusions[i].excluded;
        size_t p = 0;
        for (; p < law->provisions_count; p++) {
            ombud_view known = law->provisions[p].id;
            if (known.len >= id.len && memcmp(known.ptr, id.ptr, id.len) == 0 &&
                (known.len == id.len || known.ptr[id.len] == '.'))
                break;
        }
        if (p == law->provisions_count)
            return wrong_line(r, law->exclusions[i].row.line, OMBUD_E_UNKNOWN_NAME,
                              "the row excludes a provision that the law does not have", "name provisions of this law");
    }
    return OMBUD_OK;
}

/* Hosts count facts and definitions apart. */
static ombud_status sort_facts(ombud__reader *r)
{
    static const uint8_t sorts[] = {OMBUD__FACT_STATED, OMBUD__FACT_DEFINED};
    ombud_law *law = r->law;
    size_t count = 0, *counts[] = {&law->stated_count, &law->defined_count};
    law->facts_by_sort = ombud__pool_alloc(&law->pool, (law->facts_count + 1) * sizeof *law->facts_by_sort);
    if (!law->facts_by_sort)
        return ombud__no_memory(r);
    for (size_t sort = 0; sort < sizeof sorts; sort++) {
        for (size_t i = 0; i < law->facts_count; i++) {
            if (law->facts[i].type == sorts[sort]) {
                law->facts_by_sort[count++] = (ombud__id)i;
                ++*counts[sort];
            }
        }
    }
    return OMBUD_OK;
}

ombud_status ombud__finish(ombud__reader *r)
{
    graph g;
    OMBUD__TRY(check_provisions(r));
    OMBUD__TRY(sort_definitions(r));
    OMBUD__TRY(sort_facts(r));
    for (size_t i = 0; i < r->law->facts_count; i++) {
        if (r->law->facts[i].type == OMBUD__FACT_DEFINED)
            OMBUD__TRY(keep_definition(r, (ombud__id)i));
    }
    OMBUD__TRY(check_exclusions(r));
    note_makers(r->law);
    note_roles_of_links(r->law);
    note_statuses(r->law);
    OMBUD__TRY(note_flips(r));
    OMBUD__TRY(make_graph(r, &g));
    OMBUD__TRY(find_circle(r, &g));
    OMBUD__TRY(check_moves(r));
    OMBUD__TRY(ombud__check_figures(r));
    return ombud__give_labels(r);
}
