/* A coverage as hosts see it: what there is to cover, how much of it was, and why the rest was not. */
#include "coverage.h"
#include "result.h"

#include "error.h"
#include "text.h"

#include <string.h>

/* ---- conditions in words ----------------------------------------------------------------------------------------- */

static void put_day_name(ombud__out *out, const ombud_law *law, ombud__id kind, ombud__id slot)
{
    for (size_t i = 0; i < law->events_count; i++) {
        if (law->events[i].kind == kind && law->events[i].day_slot == slot) {
            ombud__out_view(out, law->events[i].word.name);
            return;
        }
    }
    for (size_t i = 0; i < law->args_count; i++) {
        if (law->args[i].kind == kind && law->args[i].type == OMBUD__ARG_DAY && law->args[i].slot == slot) {
            ombud__out_view(out, law->args[i].word.name);
            return;
        }
    }
}

static void put_link(ombud__out *out, const ombud_law *law, const ombud__cond *c)
{
    const ombud__link *link = &law->links[c->a];
    if (c->n == OMBUD__Q_EVERY) {
        ombud__out_z(out, "every ");
    } else {
        ombud__out_z(out, c->n == OMBUD__Q_AT_LEAST ? "at least " : "at most ");
        ombud__out_number(out, c->period.count);
        ombud__out_char(out, ' ');
    }
    ombud__out_view(out, link->word.name);
    ombud__out_z(out, c->back ? " <- " : " -> ");
    ombud__out_view(out, law->kinds[c->back ? link->from : link->to].word.name);
    if (c->whose.compared) {
        ombud__out_z(out, " whose ");
        put_day_name(out, law, c->back ? link->from : link->to, c->whose.far);
        ombud__out_z(out, c->whose.compared == 2 ? " more than " : " at least ");
        ombud__out_period(out, c->whose.by);
        ombud__out_z(out, " before ");
        put_day_name(out, law, c->kind, c->whose.own);
    }
    ombud__out_z(out, c->b == OMBUD__NONE ? "" : " (...)");
}

static void put_fact(ombud__out *out, const ombud_law *law, ombud__id fact)
{
    for (size_t i = 0; law->facts[fact].type == OMBUD__FACT_CHOICE && i < law->choices_count; i++) {
        if (law->choices[i].fact == fact) {
            ombud__out_view(out, law->args[law->choices[i].arg].word.name);
            ombud__out_z(out, " is ");
            ombud__out_view(out, law->choices[i].word.name);
            return;
        }
    }
    ombud__out_view(out, law->facts[fact].word.name);
}

static void put_condition(ombud__out *out, const ombud_law *law, const ombud__cond *c)
{
    switch (c->op) {
    case OMBUD__C_FACT: put_fact(out, law, c->a); break;
    case OMBUD__C_STATE:
        ombud__out_z(out, "is ");
        ombud__out_view(out, ombud__state_name(law, c->kind, c->a));
        break;
    case OMBUD__C_TERM:
        ombud__out_view(out, law->terms[c->a].word.name);
        ombud__out_z(out, " is ");
        ombud__out_z(out, ombud_term_status_name(c->n));
        break;
    case OMBUD__C_DAY:
        put_day_name(out, law, c->kind, c->a);
        ombud__out_z(out, c->n ? " more than " : " at least ");
        ombud__out_period(out, c->period);
        ombud__out_z(out, c->b == OMBUD__NONE ? " ago" : " before ");
        if (c->b != OMBUD__NONE)
            ombud__out_view(out, law->events[c->b].word.name);
        break;
    case OMBUD__C_BY:
        ombud__out_z(out, "by ");
        ombud__out_view(out, law->roles[c->a].word.name);
        break;
    default: put_link(out, law, c);
    }
}

/* ---- what there is to cover -------------------------------------------------------------------------------------- */

#define ADD(cov, list, pointer)                                                                                        \
    do {                                                                                                               \
        void *array = (cov)->list;                                                                                     \
        (pointer) =                                                                                                    \
            ombud__pool_add(&(cov)->pool, &array, &(cov)->list##_count, &(cov)->list##_capacity, sizeof *(cov)->list); \
        (cov)->list = array;                                                                                           \
    } while (0)

/* The conditions below a node; a node is added once, with the first row that has it. */
static ombud_status add_leaves(ombud_coverage *cov, ombud__id cond, uint32_t row)
{
    if (cond == OMBUD__NONE)
        return OMBUD_OK;
    const ombud__cond *c = &cov->law->conds[cond];
    if (c->op == OMBUD__C_AND || c->op == OMBUD__C_OR || c->op == OMBUD__C_NOT) {
        ombud_status status = add_leaves(cov, c->a, row);
        return status == OMBUD_OK && c->op != OMBUD__C_NOT ? add_leaves(cov, c->b, row) : status;
    }
    for (size_t i = 0; i < cov->leaves_count; i++) {
        if (cov->leaves[i].cond == cond)
            return OMBUD_OK;
    }
    ombud__covered_leaf *leaf;
    ADD(cov, leaves, leaf);
    ombud__out out = {NULL, 0, 0};
    put_condition(&out, cov->law, c);
    char *text = leaf == NULL ? NULL : ombud__pool_alloc(&cov->pool, out.length + 1);
    if (text == NULL)
        return OMBUD_E_NOMEM;
    out = (ombud__out){text, out.length + 1, 0};
    put_condition(&out, cov->law, c);
    leaf->cond = cond;
    leaf->row = row;
    leaf->text = (ombud_view){text, out.length};
    return c->op == OMBUD__C_LINK ? add_leaves(cov, c->b, row) : OMBUD_OK;
}

static ombud_status add_both(ombud_coverage *cov, ombud__id when, ombud__id unless, uint32_t row)
{
    cov->rows[row].has_condition |= when != OMBUD__NONE || unless != OMBUD__NONE;
    ombud_status status = add_leaves(cov, when, row);
    return status == OMBUD_OK ? add_leaves(cov, unless, row) : status;
}

static ombud_status add_parts(ombud_coverage *cov, uint32_t row)
{
    ombud__covered_row *covered = &cov->rows[row];
    ombud__covered_part *part;
    for (uint8_t bit = 1; bit != 1u << OMBUD__OUTCOMES; bit = (uint8_t)(bit << 1)) {
        if ((covered->can_become & bit) == 0)
            continue;
        ADD(cov, outcomes, part);
        if (part == NULL)
            return OMBUD_E_NOMEM;
        *part = (ombud__covered_part){row, bit};
    }
    for (uint8_t edge = 0; covered->has_edges && edge < OMBUD__EDGES; edge++) {
        ADD(cov, edges, part);
        if (part == NULL)
            return OMBUD_E_NOMEM;
        *part = (ombud__covered_part){row, (uint8_t)(1u << edge)};
    }
    return OMBUD_OK;
}

/* One printed row of a term can be several entries, one for each of its periods. */
static ombud_status add_term(ombud_coverage *cov, uint32_t row, size_t first)
{
    const ombud_law *law = cov->law;
    ombud__covered_row *covered = &cov->rows[row];
    uint32_t line = law->term_rows[first].row.line;
    covered->can_become = OMBUD__BECAME_OPEN;
    for (size_t r = first; r < law->term_rows_count && law->term_rows[r].row.line == line; r++) {
        const ombud__term_row *term = &law->term_rows[r];
        covered->has_edges |= term->within != OMBUD__WITHIN_NONE;
        covered->can_become |= term->within != OMBUD__WITHIN_NONE ? OMBUD__BECAME_PAST : 0;
        covered->can_become |= term->excused != OMBUD__NONE ? OMBUD__BECAME_EXCUSED : 0;
        for (size_t c = 0; c < term->clauses; c++) {
            static const uint8_t becomes[] = {0, OMBUD__BECAME_OPEN, OMBUD__BECAME_MET, OMBUD__BECAME_LAPSED,
                                              OMBUD__BECAME_EXTENDED};
            const ombud__clause *clause = &law->clauses[term->clause + c];
            covered->can_become |= becomes[clause->type];
            ombud_status status = add_leaves(cov, clause->when, row);
            status = status == OMBUD_OK ? add_leaves(cov, clause->unless, row) : status;
            if (status != OMBUD_OK)
                return status;
        }
        if (add_leaves(cov, term->excused, row) != OMBUD_OK)
            return OMBUD_E_NOMEM;
    }
    return add_parts(cov, row);
}

static ombud_status add_row(ombud_coverage *cov, uint32_t row)
{
    const ombud_law *law = cov->law;
    ombud__row_ref ref = law->rows[row];
    switch (ref.kind) {
    case OMBUD_ROW_DEFINITION:
        return add_both(cov, law->definitions[ref.index].when, law->definitions[ref.index].unless, row);
    case OMBUD_ROW_GUARD: {
        uint32_t line = law->guards[ref.index].row.line;
        ombud_status status = OMBUD_OK;
        cov->rows[row].has_condition = 1;
        for (size_t g = ref.index; g < law->guards_count && law->guards[g].row.line == line && status == OMBUD_OK; g++)
            status = add_both(cov, law->guards[g].when, law->guards[g].unless, row);
        return status;
    }
    case OMBUD_ROW_TERM: return add_term(cov, row, ref.index);
    case OMBUD_ROW_ANSWER: return add_both(cov, law->answers[ref.index].when, law->answers[ref.index].unless, row);
    case OMBUD_ROW_REQUIREMENT:
        cov->rows[row].has_condition = 1;
        return add_leaves(cov, law->requirements[ref.index].condition, row);
    case OMBUD_ROW_WITHHOLDING:
        /* Whoever is meant to know sees through it, everybody else does not. */
        cov->rows[row].has_condition = 1;
        for (size_t i = 0; i < law->withholdings[ref.index].knowers; i++) {
            if (add_leaves(cov, law->knowers[law->withholdings[ref.index].knower + i].when, row) != OMBUD_OK)
                return OMBUD_E_NOMEM;
        }
        return add_leaves(cov, law->withholdings[ref.index].unless, row);
    default: return OMBUD_OK;
    }
}

static ombud_status add_span(ombud_coverage *cov, ombud__id provision, int there, uint8_t wording)
{
    ombud__covered_span *span;
    if (!there)
        return OMBUD_OK;
    ADD(cov, spans, span);
    if (span == NULL)
        return OMBUD_E_NOMEM;
    *span = (ombud__covered_span){provision, wording};
    return OMBUD_OK;
}

static ombud_status add_provision(ombud_coverage *cov, ombud__id provision)
{
    const ombud__provision *p = &cov->law->provisions[provision];
    ombud__id *added;
    size_t row = 0;
    while (row < cov->law->rows_count && ombud__row_of(cov->law, cov->law->rows[row])->provision != provision)
        row++;
    if (row == cov->law->rows_count)
        return OMBUD_OK;
    ADD(cov, provisions, added);
    if (added == NULL)
        return OMBUD_E_NOMEM;
    *added = provision;
    int begins = p->since_kind == OMBUD__SINCE_DAY || ombud__since_is_set(p);
    int late = p->has_held && (p->since_kind != OMBUD__SINCE_DAY || p->held > p->since);
    ombud_status status = add_span(cov, provision, begins, OMBUD_WORDING_NOT_YET);
    status = status == OMBUD_OK ? add_span(cov, provision, late, OMBUD_WORDING_NOT_HELD) : status;
    status = status == OMBUD_OK ? add_span(cov, provision, 1, OMBUD_WORDING_HELD) : status;
    return status == OMBUD_OK ? add_span(cov, provision, p->has_until, OMBUD_WORDING_ENDED) : status;
}

static ombud_status fill(ombud_coverage *cov)
{
    const ombud_law *law = cov->law;
    ombud_status status = OMBUD_OK;
    int enough = 1;
    cov->rows = ombud__pool_table(&cov->pool, law->rows_count, sizeof *cov->rows, &enough);
    cov->conds = ombud__pool_table(&cov->pool, law->conds_count, sizeof *cov->conds, &enough);
    cov->wordings = ombud__pool_table(&cov->pool, law->provisions_count, 1, &enough);
    if (!enough)
        return OMBUD_E_NOMEM;
    for (size_t i = 0; i < law->rows_count && status == OMBUD_OK; i++)
        status = add_row(cov, (uint32_t)i);
    for (size_t i = 0; i < law->provisions_count && status == OMBUD_OK; i++)
        status = add_provision(cov, (ombud__id)i);
    return status;
}

ombud_status ombud_coverage_new(const ombud_law *law, const ombud_alloc *alloc, ombud_coverage **out, ombud_error *err)
{
    ombud_alloc from;
    if (law == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a coverage needs a law and a place for the result", "pass both");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all of alloc, resize and free");
    ombud_coverage *cov = ombud__alloc(&from, sizeof *cov);
    if (cov == NULL)
        return ombud__fail_no_memory(err);
    memset(cov, 0, sizeof *cov);
    cov->alloc = from;
    cov->law = law;
    ombud__pool_init(&cov->pool, &cov->alloc);
    if (fill(cov) != OMBUD_OK) {
        ombud_coverage_free(cov);
        return ombud__fail_no_memory(err);
    }
    *out = cov;
    return OMBUD_OK;
}

void ombud_coverage_free(ombud_coverage *coverage)
{
    if (coverage == NULL)
        return;
    ombud_alloc alloc = coverage->alloc;
    ombud__pool_free(&coverage->pool);
    ombud__free(&alloc, coverage, sizeof *coverage);
}

const ombud_law *ombud_coverage_law(const ombud_coverage *coverage)
{
    return coverage == NULL ? NULL : coverage->law;
}

/* ---- why not ----------------------------------------------------------------------------------------------------- */

static ombud_gap gap_of_truths(ombud__covered of)
{
    if ((of.told & OMBUD__SEEN(OMBUD__YES)) && (of.told & OMBUD__SEEN(OMBUD__NO)))
        return OMBUD_GAP_NONE;
    if (of.seen == 0)
        return OMBUD_GAP_NEVER_EVALUATED;
    if ((of.seen & OMBUD__SEEN(OMBUD__YES)) == 0)
        return OMBUD_GAP_NEVER_YES;
    return of.seen & OMBUD__SEEN(OMBUD__NO) ? OMBUD_GAP_NEVER_DECIDED : OMBUD_GAP_NEVER_NO;
}

/* Why a row was never looked at. */
static ombud_gap gap_of_off(uint8_t off)
{
    return off & OMBUD__OFF_READING   ? OMBUD_GAP_READING
           : off & OMBUD__OFF_SCOPE   ? OMBUD_GAP_SCOPE
           : off & OMBUD__OFF_NO_TEXT ? OMBUD_GAP_NO_WORDING
           : off & OMBUD__OFF_WORDING ? OMBUD_GAP_NOT_IN_FORCE
                                      : OMBUD_GAP_NEVER_EVALUATED;
}

/* A guard on what the end of a term brings about: once it passes, the event has come, and no act is left to permit. */
static int guards_an_end(const ombud_law *law, ombud__row_ref ref)
{
    if (ref.kind != OMBUD_ROW_GUARD)
        return 0;
    for (size_t t = 0; t < law->term_rows_count; t++) {
        if (law->term_rows[t].then == law->guards[ref.index].event)
            return 1;
    }
    return 0;
}

static ombud_gap gap_of_row(const ombud_coverage *cov, size_t row)
{
    const ombud__covered_row *covered = &cov->rows[row];
    uint8_t kind = cov->law->rows[row].kind;
    /* A figure is asked of many cases: no single one can show it, or leave it out. */
    if (kind == OMBUD_ROW_FIGURE || (kind == OMBUD_ROW_TERM && covered->became & OMBUD__BECAME_OPEN))
        return OMBUD_GAP_NONE;
    if (covered->truth.seen == 0)
        return kind == OMBUD_ROW_EXCLUSION ? OMBUD_GAP_SCOPE : gap_of_off(covered->off);
    if (!covered->has_condition)
        return covered->truth.seen & OMBUD__SEEN(OMBUD__YES) ? OMBUD_GAP_NONE : OMBUD_GAP_NEVER_TAKEN;
    if (guards_an_end(cov->law, cov->law->rows[row]) && covered->truth.seen & OMBUD__SEEN(OMBUD__YES) &&
        covered->truth.told & OMBUD__SEEN(OMBUD__NO))
        return OMBUD_GAP_NONE;
    return gap_of_truths(covered->truth);
}

static ombud_gap gap_of_leaf(const ombud_coverage *cov, const ombud__covered_leaf *leaf)
{
    ombud_gap gap = gap_of_truths(cov->conds[leaf->cond]);
    return gap == OMBUD_GAP_NEVER_EVALUATED && cov->rows[leaf->row].truth.seen == 0
               ? gap_of_off(cov->rows[leaf->row].off)
               : gap;
}

static ombud_gap gap_of_provision(const ombud_coverage *cov, ombud__id provision)
{
    for (size_t i = 0; i < cov->law->rows_count; i++) {
        if (ombud__row_of(cov->law, cov->law->rows[i])->provision == provision && gap_of_row(cov, i) != OMBUD_GAP_NONE)
            return OMBUD_GAP_ROWS;
    }
    return OMBUD_GAP_NONE;
}

const char *ombud_gap_name(ombud_gap gap)
{
    static const char *const names[] = {"covered",
                                        "never evaluated",
                                        "never no",
                                        "never yes",
                                        "never what decided",
                                        "never taken",
                                        "its provision was not in force on any day used",
                                        "its wording was not held on any day used",
                                        "its reading was not chosen in any case",
                                        "no case lies in its scope",
                                        "never came",
                                        "never looked at",
                                        "rows of it are not covered"};
    return gap >= 0 && (size_t)gap < sizeof names / sizeof names[0] ? names[gap] : "?";
}

/* ---- counting and telling ---------------------------------------------------------------------------------------- */

static void tell_row(const ombud_coverage *cov, size_t row, ombud_covered *out)
{
    const ombud__row *r = ombud__row_of(cov->law, cov->law->rows[row]);
    out->row = row;
    out->provision = ombud__provision_or_none(r->provision);
    out->line = r->line;
    out->what = r->text;
    out->reading = ombud__reading_text(cov->law, r->alternative);
}

static void tell_provision(const ombud_coverage *cov, ombud__id provision, ombud_covered *out)
{
    out->row = SIZE_MAX;
    out->provision = provision;
    out->line = cov->law->provisions[provision].line;
    out->what = cov->law->provisions[provision].id;
    out->reading = (ombud_view){"", 0};
}

static const char *outcome_name(uint8_t bit)
{
    switch (bit) {
    case OMBUD__BECAME_OPEN: return "opened";
    case OMBUD__BECAME_MET: return "met";
    case OMBUD__BECAME_PAST: return "past its last day";
    case OMBUD__BECAME_EXTENDED: return "extended";
    case OMBUD__BECAME_EXCUSED: return "excused";
    default: return "lapsed";
    }
}

static size_t count_of(const ombud_coverage *cov, ombud_covering what)
{
    switch (what) {
    case OMBUD_COVERING_PROVISIONS: return cov->provisions_count;
    case OMBUD_COVERING_ROWS: return cov->law->rows_count;
    case OMBUD_COVERING_CONDITIONS: return cov->leaves_count;
    case OMBUD_COVERING_OUTCOMES: return cov->outcomes_count;
    case OMBUD_COVERING_BOUNDARIES: return cov->edges_count;
    default: return cov->spans_count;
    }
}

static void tell(const ombud_coverage *cov, ombud_covering what, size_t index, ombud_covered *out)
{
    static const char *const edges[] = {"", "the day before the last day", "the last day", "",
                                        "the day after the last day"};
    static const char *const spans[] = {"wording held", "wording not held", "not yet in force", "ended"};
    switch (what) {
    case OMBUD_COVERING_PROVISIONS:
        tell_provision(cov, cov->provisions[index], out);
        out->gap = gap_of_provision(cov, cov->provisions[index]);
        break;
    case OMBUD_COVERING_ROWS:
        tell_row(cov, index, out);
        out->gap = gap_of_row(cov, index);
        break;
    case OMBUD_COVERING_CONDITIONS:
        tell_row(cov, cov->leaves[index].row, out);
        out->what = cov->leaves[index].text;
        out->gap = gap_of_leaf(cov, &cov->leaves[index]);
        break;
    case OMBUD_COVERING_OUTCOMES:
        tell_row(cov, cov->outcomes[index].row, out);
        out->what = ombud_view_of(outcome_name(cov->outcomes[index].bit));
        out->gap = cov->rows[out->row].became & cov->outcomes[index].bit ? OMBUD_GAP_NONE : OMBUD_GAP_NEVER_CAME;
        break;
    case OMBUD_COVERING_BOUNDARIES:
        tell_row(cov, cov->edges[index].row, out);
        out->what = ombud_view_of(edges[cov->edges[index].bit]);
        out->gap = cov->rows[out->row].edges & cov->edges[index].bit ? OMBUD_GAP_NONE : OMBUD_GAP_NEVER_LOOKED;
        break;
    default:
        tell_provision(cov, cov->spans[index].provision, out);
        out->what = ombud_view_of(spans[cov->spans[index].wording]);
        out->gap = cov->wordings[cov->spans[index].provision] >> cov->spans[index].wording & 1 ? OMBUD_GAP_NONE
                                                                                               : OMBUD_GAP_NEVER_LOOKED;
    }
    out->covered = out->gap == OMBUD_GAP_NONE;
}

static int is_covering(ombud_covering what)
{
    return what >= OMBUD_COVERING_PROVISIONS && what <= OMBUD_COVERING_VERSIONS;
}

ombud_status ombud_coverage_count(const ombud_coverage *coverage, ombud_covering what, size_t *covered, size_t *total)
{
    if (coverage == NULL || covered == NULL || total == NULL || !is_covering(what))
        return OMBUD_E_ARGUMENT;
    *total = count_of(coverage, what);
    *covered = 0;
    for (size_t i = 0; i < *total; i++) {
        ombud_covered one = OMBUD_COVERED_INIT;
        tell(coverage, what, i, &one);
        *covered += one.covered != 0;
    }
    return OMBUD_OK;
}

ombud_status ombud_coverage_get(const ombud_coverage *coverage, ombud_covering what, size_t index, ombud_covered *out)
{
    ombud_covered one = OMBUD_COVERED_INIT;
    if (coverage == NULL || out == NULL || !is_covering(what))
        return OMBUD_E_ARGUMENT;
    if (index >= count_of(coverage, what))
        return OMBUD_E_NOT_FOUND;
    tell(coverage, what, index, &one);
    return OMBUD__GIVE(out, ombud_covered, one, reading);
}
