/* Marking what is seen of a law; see coverage.h. */
#include "coverage.h"

#include "result.h"

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int greatest(int a, int b)
{
    return a > b ? a : b;
}

static void mark(ombud__covered *of, int truth, int tells)
{
    of->seen |= OMBUD__SEEN(truth);
    if (tells)
        of->told |= OMBUD__SEEN(truth);
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

/* The exclusions of a scope that keep a provision out. */
static void mark_exclusions(const ombud__world *world, ombud__id provision)
{
    const ombud_law *law = world->law;
    for (size_t i = 0; i < law->exclusions_count; i++) {
        const ombud__exclusion *x = &law->exclusions[i];
        if (ombud__excludes(world->settings, x, provision, world->day))
            mark(&world->coverage->rows[ombud__row_index(law, &x->row)].truth, OMBUD__YES, 1);
    }
}

/* A row that is about to be consulted: in which span of its provision, and why it does not count if it does not. NULL:
 * it says nothing. */
static ombud__covered_row *consult(const ombud__world *world, const ombud__row *row, uint8_t live)
{
    ombud__covered_row *covered = &world->coverage->rows[ombud__row_index(world->law, row)];
    ombud_wording wording = OMBUD_WORDING_HELD;
    int dropped =
        row->alternative != OMBUD__NONE && world->settings->alternatives[row->alternative] == OMBUD__ALT_DROPPED;
    int outside = 0;
    if (row->provision != OMBUD__NONE) {
        wording = ombud__wording_on(world->settings, row->provision, world->day);
        outside = live == OMBUD__ROW_DROPPED && !dropped &&
                  (wording == OMBUD_WORDING_HELD || wording == OMBUD_WORDING_NOT_HELD);
    }
    if (dropped || outside) {
        covered->off |= dropped ? OMBUD__OFF_READING : OMBUD__OFF_SCOPE;
        if (outside)
            mark_exclusions(world, row->provision);
        return NULL;
    }
    if (row->provision != OMBUD__NONE)
        world->coverage->wordings[row->provision] |= (uint8_t)(1u << wording);
    if (wording == OMBUD_WORDING_HELD)
        return covered;
    covered->off |= wording == OMBUD_WORDING_NOT_HELD ? OMBUD__OFF_NO_TEXT : OMBUD__OFF_WORDING;
    return NULL;
}

/* ---- conditions -------------------------------------------------------------------------------------------------- */

static void see_definitions(const ombud__world *world, ombud__id fact, uint16_t item, int tells);

/* Marks a condition and what it is made of. A part tells where the other parts leave the outcome to it. */
static void see(const ombud__world *world, ombud__id cond, uint16_t item, int tells)
{
    if (cond == OMBUD__NONE)
        return;
    const ombud__cond *c = &world->law->conds[cond];
    mark(&world->coverage->conds[cond], ombud__holds(world, cond, item), tells);
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: {
        int decides = c->op == OMBUD__C_AND ? OMBUD__NO : OMBUD__YES;
        int by_b = ombud__holds(world, c->b, item) == decides, by_a = ombud__holds(world, c->a, item) == decides;
        see(world, c->a, item, tells && !by_b);
        see(world, c->b, item, tells && !by_a);
        break;
    }
    case OMBUD__C_NOT: see(world, c->a, item, tells); break;
    case OMBUD__C_FACT:
        if (world->law->facts[c->a].bit == OMBUD__NONE)
            see_definitions(world, c->a, item, tells);
        break;
    case OMBUD__C_LINK: {
        const ombud__fold *fold = world->fold;
        for (uint32_t i = 0; i < fold->tie_count; i++) {
            const ombud__tie *t = &fold->ties[i];
            uint16_t other = c->back ? t->from : t->to;
            if (t->link == c->a && (c->back ? t->to : t->from) == item &&
                ombud__tied(world, c, item, other) != OMBUD__NO)
                see(world, c->b, other, tells);
        }
        break;
    }
    default: break;
    }
}

/* `when` and not `unless`. */
static void see_both(const ombud__world *world, ombud__id when, ombud__id unless, uint16_t item, int tells)
{
    int excepted = unless != OMBUD__NONE && ombud__holds(world, unless, item) == OMBUD__YES;
    see(world, when, item, tells && !excepted);
    see(world, unless, item, tells && ombud__holds(world, when, item) != OMBUD__NO);
}

/* A row of the kind `… when … unless …`. */
static void see_row(const ombud__world *world, const ombud__row *row, uint8_t live, ombud__id when, ombud__id unless,
                    uint16_t item, int tells)
{
    ombud__covered_row *covered = consult(world, row, live);
    if (covered == NULL)
        return;
    mark(&covered->truth, ombud__row_holds(world, live, when, unless, item), tells);
    see_both(world, when, unless, item, tells);
}

static void see_definitions(const ombud__world *world, ombud__id fact, uint16_t item, int tells)
{
    const ombud_law *law = world->law;
    const ombud__fact *f = &law->facts[fact];
    for (size_t i = 0; i < f->definitions; i++) {
        int other = OMBUD__NO; /* what the alternatives come to without this one */
        for (size_t j = 0; j < f->definitions; j++) {
            const ombud__definition *d = &law->definitions[f->definition + j];
            /* Rows of another event do not stand beside it: only those of one event judge together. */
            if (j != i && d->as_at == law->definitions[f->definition + i].as_at)
                other = greatest(other, ombud__row_holds(world, world->edition->definitions[f->definition + j], d->when,
                                                         d->unless, item));
        }
        const ombud__definition *d = &law->definitions[f->definition + i];
        see_row(world, &d->row, world->edition->definitions[f->definition + i], d->when, d->unless, item,
                tells && other != OMBUD__YES);
    }
}

void ombud__cover_fact(const ombud__world *world, ombud__id fact, uint16_t item)
{
    if (world->coverage != NULL && world->law->facts[fact].bit == OMBUD__NONE)
        see_definitions(world, fact, item, 1);
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

static void see_moves(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling, int happens)
{
    const ombud_law *law = world->law;
    ombud__id here = world->edition->plans[event]->cells[world->fold->things[item].state].move;
    for (size_t i = 0; i < law->moves_count; i++) {
        const ombud__move *move = &law->moves[i];
        if (move->event != event || (i != here && world->edition->moves[i] == OMBUD__ROW_LIVE))
            continue;
        ombud__covered_row *covered = consult(world, &move->row, world->edition->moves[i]);
        int decided = ruling.decided == OMBUD__BY_MOVE && ruling.row == i;
        if (covered != NULL && i == here && (happens || ruling.ruling == OMBUD_PERMITTED))
            mark(&covered->truth, OMBUD__YES, 1);
        else if (covered != NULL && decided && ruling.ruling == OMBUD_FORBIDDEN)
            mark(&covered->truth, OMBUD__NO, 1);
    }
}

static void see_guard(const ombud__world *world, ombud__id guard, uint16_t item, ombud__ruling ruling, int tells)
{
    const ombud__guard *g = &world->law->guards[guard];
    ombud__covered_row *covered = consult(world, &g->row, world->edition->guards[guard]);
    if (covered == NULL)
        return;
    int truth = ombud__guard_holds(world, guard, item);
    int decided = ruling.decided == OMBUD__BY_GUARD && world->law->guards[ruling.row].row.line == g->row.line;
    mark(&covered->truth, truth, truth == OMBUD__YES ? ruling.ruling == OMBUD_PERMITTED : decided);
    /* `only when` lets pass by its condition or by what stands behind `unless`; `not when` and `needs` by its contrary.
     */
    int passes = g->type == OMBUD__GUARD_ONLY ? OMBUD__YES : OMBUD__NO;
    int excepted = g->unless != OMBUD__NONE && ombud__holds(world, g->unless, item) == OMBUD__YES;
    int lets = g->when != OMBUD__NONE && ombud__holds(world, g->when, item) == passes;
    int given = g->need_count > 0 ? OMBUD__YES : OMBUD__NO;
    for (size_t i = 0; i < g->need_count; i++) {
        ombud__id fact = world->law->fact_lists[g->needs + i];
        given = least(given, ombud__fact_of(world, fact, item));
        if (world->law->facts[fact].bit == OMBUD__NONE)
            see_definitions(world, fact, item, tells && !excepted && !lets);
    }
    see(world, g->when, item, tells && !excepted && given != OMBUD__YES);
    see(world, g->unless, item, tells && !lets && given != OMBUD__YES);
}

static void see_guards(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling)
{
    const ombud_law *law = world->law;
    int refused_by_move = ruling.decided != OMBUD__BY_GUARD && ruling.ruling != OMBUD_PERMITTED;
    for (size_t i = 0; i < law->guards_count; i++) {
        if (law->guards[i].event != event)
            continue;
        int others = OMBUD__YES;
        for (size_t j = 0; j < law->guards_count; j++) {
            if (j != i && law->guards[j].event == event && world->edition->guards[j] != OMBUD__ROW_DROPPED)
                others = least(others, ombud__guard_holds(world, (ombud__id)j, item));
        }
        see_guard(world, (ombud__id)i, item, ruling, !refused_by_move && others != OMBUD__NO);
    }
}

/* One clause of a row, for the item whose term it is. */
static void see_clause(const ombud__world *world, size_t r, const ombud__clause *clause, uint16_t item)
{
    const ombud__term_row *row = &world->law->term_rows[r];
    const ombud__running *running =
        &world->fold->terms[world->fold->things[item].terms + world->law->terms[row->term].local];
    if (clause->type != OMBUD__CLAUSE_OPENED && (running->status != OMBUD_TERM_OPEN || running->row != r))
        return;
    ombud__covered_row *covered = consult(world, &row->row, world->edition->term_rows[r]);
    if (covered == NULL)
        return;
    if (clause->type == OMBUD__CLAUSE_OPENED)
        mark(&covered->truth, ombud__row_holds(world, OMBUD__ROW_LIVE, clause->when, clause->unless, item), 1);
    see_both(world, clause->when, clause->unless, item, 1);
}

/* The conditions under which an event opens, meets, extends or ends terms. */
static void see_terms(const ombud__world *world, ombud__id event, uint16_t item)
{
    const ombud_law *law = world->law;
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            const ombud__far far = {.link = clause->link, .back = clause->back};
            if (clause->event != event)
                continue;
            if (clause->link == OMBUD__NONE)
                see_clause(world, r, clause, item);
            for (uint32_t i = 0; clause->link != OMBUD__NONE && i < world->fold->tie_count; i++) {
                uint16_t other = ombud__far_item(&far, &world->fold->ties[i], item);
                if (other != OMBUD__NOBODY)
                    see_clause(world, r, clause, other);
            }
        }
    }
}

void ombud__cover_event(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling, int happens)
{
    const ombud__plan *plan = world->edition->plans[event];
    if (world->coverage == NULL)
        return;
    for (const ombud__op *op = plan->keep; op < plan->change; op++)
        see_definitions(world, op->row, item, 1);
    see_moves(world, event, item, ruling, happens);
    see_guards(world, event, item, ruling);
    if (happens)
        see_terms(world, event, item);
}

void ombud__cover_then(const ombud__world *world, ombud__id event, uint16_t before)
{
    ombud__id move = world->edition->plans[event]->cells[before].move;
    if (world->coverage == NULL || move == OMBUD__NONE)
        return;
    ombud__covered_row *covered = consult(world, &world->law->moves[move].row, world->edition->moves[move]);
    if (covered != NULL)
        mark(&covered->truth, OMBUD__YES, 1);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

static void became(const ombud__world *world, const ombud__running *term, uint8_t what)
{
    world->coverage->rows[ombud__row_index(world->law, &world->law->term_rows[term->row].row)].became |= what;
}

static void see_excuse(const ombud__world *world, uint16_t item, const ombud__running *term)
{
    ombud__id excused = world->law->term_rows[term->row].excused;
    if (excused == OMBUD__NONE)
        return;
    see(world, excused, item, 1);
    if (ombud__holds(world, excused, item) == OMBUD__YES)
        became(world, term, OMBUD__BECAME_EXCUSED);
}

void ombud__cover_opened(const ombud__world *world, const ombud__running *term)
{
    if (world->coverage != NULL && term->no_due != OMBUD_DUE_NO_TEXT)
        became(world, term, OMBUD__BECAME_OPEN);
}

void ombud__cover_changed(const ombud__world *world, uint16_t item, const ombud__running *term)
{
    if (world->coverage == NULL)
        return;
    if (term->status == OMBUD_TERM_EXCUSED)
        see_excuse(world, item, term);
    switch (term->status) {
    case OMBUD_TERM_MET:
    case OMBUD_TERM_MET_LATE: became(world, term, OMBUD__BECAME_MET); break;
    case OMBUD_TERM_EXCUSED: break; /* seen above */
    case OMBUD_TERM_LAPSED: became(world, term, OMBUD__BECAME_LAPSED); break;
    default: became(world, term, term->flags & OMBUD__TERM_EXTENDED ? OMBUD__BECAME_EXTENDED : 0);
    }
}

void ombud__cover_past(const ombud__world *world, uint16_t item, const ombud__running *term)
{
    if (world->coverage == NULL)
        return;
    became(world, term, OMBUD__BECAME_PAST);
    see_excuse(world, item, term);
}

void ombud__cover_excuses(const ombud__world *world)
{
    const ombud__fold *fold = world->fold;
    for (uint32_t i = 0; world->coverage != NULL && i < fold->thing_count; i++) {
        const ombud__running *terms = fold->terms + fold->things[i].terms;
        for (uint16_t t = 0; t < world->law->kinds[fold->things[i].kind].term_count; t++) {
            if (terms[t].status == OMBUD_TERM_OPEN)
                see_excuse(world, (uint16_t)i, &terms[t]);
        }
    }
}

void ombud__cover_edge(struct ombud_coverage *coverage, size_t row, ombud_day due, ombud_day day)
{
    if (coverage != NULL && day >= due - 1 && day <= due + 1)
        coverage->rows[row].edges |= (uint8_t)(1u << (day - due + 1));
}

/* ---- what is asked ----------------------------------------------------------------------------------------------- */

void ombud__cover_requirement(const ombud__world *world, ombud__id requirement, uint16_t item, int truth)
{
    const ombud__requirement *req = &world->law->requirements[requirement];
    if (world->coverage == NULL)
        return;
    ombud__covered_row *covered = consult(world, &req->row, world->edition->requirements[requirement]);
    if (covered == NULL)
        return;
    mark(&covered->truth, truth, 1);
    see(world, req->condition, item, 1);
}

void ombud__cover_question(const ombud__world *world, ombud__id question, uint16_t item)
{
    const ombud_law *law = world->law;
    for (size_t i = 0; world->coverage != NULL && i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        int other = OMBUD__NO; /* what the other rows of the same value come to */
        if (row->question != question)
            continue;
        for (size_t j = 0; j < law->answers_count; j++) {
            const ombud__answer_row *beside = &law->answers[j];
            if (j != i && beside->question == question && beside->value == row->value)
                other = greatest(
                    other, ombud__row_holds(world, world->edition->answers[j], beside->when, beside->unless, item));
        }
        see_row(world, &row->row, world->edition->answers[i], row->when, row->unless, item, other != OMBUD__YES);
    }
}

void ombud__cover_withholding(const ombud__world *world, ombud__id withholding, uint16_t item, int keeps)
{
    const ombud__withholding *row = &world->law->withholdings[withholding];
    ombud__covered_row *covered = consult(world, &row->row, world->edition->withholdings[withholding]);
    if (covered == NULL)
        return;
    mark(&covered->truth, keeps ? OMBUD__YES : OMBUD__NO, 1);
    if (item == OMBUD__NOBODY)
        return;
    see(world, row->unless, item, 1);
    for (size_t i = 0; i < row->knowers; i++)
        see(world, world->law->knowers[row->knower + i].when, item, 1);
}
