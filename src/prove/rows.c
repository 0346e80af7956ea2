/*
 * What is wrong with rows whatever a case holds: guards that decide nothing, rows without effect, lines that differ
 * only by a fact and its opposite, two answers at once. Each is looked at in every wording and scope in which it
 * counts, and under every reading; it is a flaw only if it is one in all of them.
 */
#include "assume.h"
#include "proof.h"
#include "witness.h"

#include <string.h>

enum { GUARDS_MAX = 64, LITERALS_MAX = 32 };

/* In how many wordings and scopes a row counts, and in how many of those it is flawed. */
typedef struct tally {
    int counts, idle, shut;
} tally;

typedef struct looker {
    ombud_proof *proof;
    const ombud_law *law;
    ombud__assumed assumed;
    ombud_settings *settings; /* of the scope at hand, every alternative chosen */
    const ombud__edition *edition;
    tally *definitions, *guards, *answers, *requirements, *events, *clauses, *excuses, *term_rows;
} looker;

static int can(looker *l, const ombud__row *row, ombud__id when, ombud__id unless, int wanted)
{
    ombud__goal goal = {row, NULL, when, unless, wanted};
    uint64_t any[2] = {UINT64_MAX, UINT64_MAX};
    ombud__assumed_clear(&l->assumed, l->edition, any);
    return ombud__assume(&l->assumed, &goal, 1) != 0;
}

/* Nothing but structure is ever without a day; what is not held counts for nothing here. */
static int counts(uint8_t live)
{
    return ombud__row_has_text(live);
}

/* ---- guards ------------------------------------------------------------------------------------------------------ */

/* The states from which moves of an event lead on. */
static void states_of(const looker *l, ombud__id event, uint64_t states[2])
{
    states[0] = states[1] = 0;
    for (size_t i = 0; i < l->law->moves_count; i++) {
        if (l->law->moves[i].event != event || l->edition->moves[i] == OMBUD__ROW_DROPPED)
            continue;
        states[0] |= l->law->moves[i].from[0];
        states[1] |= l->law->moves[i].from[1];
    }
}

static void look_at_event(looker *l, ombud__id event)
{
    ombud__goal goals[GUARDS_MAX];
    uint64_t states[2];
    size_t count = 0;
    states_of(l, event, states);
    if ((states[0] | states[1]) == 0)
        return;
    for (size_t i = 0; i < l->law->guards_count; i++) {
        const ombud__guard *guard = &l->law->guards[i];
        if (guard->event != event || !counts(l->edition->guards[i]))
            continue;
        ombud__goal refuses[2] = {{NULL, guard, OMBUD__NONE, OMBUD__NONE, OMBUD__NO},
                                  {&guard->row, NULL, OMBUD__NONE, OMBUD__NONE, OMBUD__YES}};
        ombud__goal passes[2] = {{NULL, guard, OMBUD__NONE, OMBUD__NONE, OMBUD__YES},
                                 {&guard->row, NULL, OMBUD__NONE, OMBUD__NONE, OMBUD__YES}};
        l->guards[i].counts++;
        ombud__assumed_clear(&l->assumed, l->edition, states);
        l->guards[i].idle += ombud__assume(&l->assumed, refuses, 2) == 0;
        ombud__assumed_clear(&l->assumed, l->edition, states);
        l->guards[i].shut += ombud__assume(&l->assumed, passes, 2) == 0;
        if (count < GUARDS_MAX) /* that fewer can pass together shows as much */
            goals[count++] = passes[0];
    }
    if (count == 0)
        return;
    ombud__assumed_clear(&l->assumed, l->edition, states);
    l->events[event].counts++;
    l->events[event].shut += ombud__assume(&l->assumed, goals, count) == 0;
}

/* ---- other rows -------------------------------------------------------------------------------------------------- */

static void look_at_clauses(looker *l, size_t term_row)
{
    const ombud__term_row *row = &l->law->term_rows[term_row];
    for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
        const ombud__clause *clause = &l->law->clauses[c];
        l->clauses[c].counts++;
        l->clauses[c].shut += !can(l, NULL, clause->when, clause->unless, OMBUD__YES);
    }
    if (row->excused != OMBUD__NONE) {
        l->excuses[term_row].counts++;
        l->excuses[term_row].shut += !can(l, NULL, row->excused, OMBUD__NONE, OMBUD__YES);
    }
}

static void look_at_rows(looker *l)
{
    const ombud_law *law = l->law;
    for (size_t i = 0; i < law->definitions_count; i++) {
        const ombud__definition *d = &law->definitions[i];
        if (!counts(l->edition->definitions[i]))
            continue;
        l->definitions[i].counts++;
        l->definitions[i].shut += !can(l, &d->row, d->when, d->unless, OMBUD__YES);
    }
    for (size_t i = 0; i < law->answers_count; i++) {
        const ombud__answer_row *a = &law->answers[i];
        if (!counts(l->edition->answers[i]))
            continue;
        l->answers[i].counts++;
        l->answers[i].shut += !can(l, &a->row, a->when, a->unless, OMBUD__YES);
    }
    for (size_t i = 0; i < law->requirements_count; i++) {
        const ombud__requirement *r = &law->requirements[i];
        if (!counts(l->edition->requirements[i]))
            continue;
        l->requirements[i].counts++;
        l->requirements[i].idle += !can(l, NULL, r->condition, OMBUD__NONE, OMBUD__NO);
        l->requirements[i].shut += !can(l, NULL, r->condition, OMBUD__NONE, OMBUD__YES);
    }
    for (size_t i = 0; i < law->term_rows_count; i++) {
        if (!counts(l->edition->term_rows[i]))
            continue;
        l->term_rows[i].counts++;
        look_at_clauses(l, i);
    }
}

/* ---- two answers at once ----------------------------------------------------------------------------------------- */

static int clash_told(const looker *l, ombud__id question)
{
    const ombud__word *word = &l->law->questions[question].word;
    for (size_t i = 0; i < l->proof->flaws_count; i++) { /* no other kind is told yet */
        if (l->proof->flaws[i].what.ptr == word->full.ptr)
            return 1;
    }
    return 0;
}

/* What was assumed can be more than a case can hold: only what a case shows is told. */
static void look_for_clashes(looker *l)
{
    const ombud_law *law = l->law;
    for (size_t i = 0; i < law->answers_count; i++) {
        for (size_t k = i + 1; k < law->answers_count; k++) {
            const ombud__answer_row *a = &law->answers[i], *b = &law->answers[k];
            uint64_t any[2] = {UINT64_MAX, UINT64_MAX};
            ombud_view witness;
            if (a->question != b->question || a->value == b->value || !counts(l->edition->answers[i]) ||
                !counts(l->edition->answers[k]) || clash_told(l, a->question))
                continue;
            ombud__goal both[2] = {{&a->row, NULL, a->when, a->unless, OMBUD__YES},
                                   {&b->row, NULL, b->when, b->unless, OMBUD__YES}};
            ombud__assumed_clear(&l->assumed, l->edition, any);
            if (ombud__assume(&l->assumed, both, 2) <= 0)
                continue;
            if (!ombud__witness_of_clash(l->proof, l->settings, &l->assumed, a->question, &witness))
                continue;
            ombud_flaw *flaw = ombud__proof_add(
                l->proof, OMBUD_FLAW_ANSWERS_CLASH, &b->row, law->questions[a->question].word.full,
                "This value and one of an earlier row are both the answer.", "Exclude one by the other with `unless`.");
            flaw->witness = witness;
        }
    }
}

/* ---- a fact and its opposite ------------------------------------------------------------------------------------- */

typedef struct literal {
    ombud__id cond;
    int wanted;
} literal;

/* The parts of a conjunction; 0 if there are too many. What is no leaf is a part as a whole. */
static int literals(const ombud_law *law, ombud__id cond, int wanted, literal *out, size_t *count)
{
    if (cond == OMBUD__NONE)
        return 1;
    const ombud__cond *c = &law->conds[cond];
    if (c->op == OMBUD__C_NOT)
        return literals(law, c->a, !wanted, out, count);
    if (c->op == (wanted ? OMBUD__C_AND : OMBUD__C_OR))
        return literals(law, c->a, wanted, out, count) && literals(law, c->b, wanted, out, count);
    if (*count == LITERALS_MAX)
        return 0;
    out[(*count)++] = (literal){cond, wanted};
    return 1;
}

static int has_literal(const ombud_law *law, const literal *set, size_t count, literal wanted)
{
    for (size_t i = 0; i < count; i++) {
        if (set[i].wanted == wanted.wanted && ombud__same_condition(law, set[i].cond, wanted.cond))
            return 1;
    }
    return 0;
}

/* The parts of a line and of another that differs by one of them, the other way round: that comes last. */
typedef struct opposition {
    literal parts[LITERALS_MAX];
    size_t count;
} opposition;

/* All the same but one, and that the other way round. */
static int opposite(const ombud_law *law, ombud__id when_a, ombud__id unless_a, ombud__id when_b, ombud__id unless_b,
                    opposition *out)
{
    literal *a = out->parts, b[LITERALS_MAX];
    size_t in_a = 0, in_b = 0, turned = 0, at = 0;
    if (!literals(law, when_a, 1, a, &in_a) || !literals(law, unless_a, 0, a, &in_a) ||
        !literals(law, when_b, 1, b, &in_b) || !literals(law, unless_b, 0, b, &in_b) || in_a != in_b)
        return 0;
    for (size_t i = 0; i < in_a; i++) {
        if (has_literal(law, b, in_b, a[i]))
            continue;
        a[i].wanted = !a[i].wanted;
        if (!has_literal(law, b, in_b, a[i]))
            return 0;
        at = i;
        turned++;
    }
    if (turned != 1)
        return 0;
    literal differs = a[at];
    a[at] = a[in_a - 1];
    a[in_a - 1] = differs;
    out->count = in_a;
    return 1;
}

/* A case in which all but that part is so, and that part unknown; empty where they are not all stated of the item. */
static ombud_view neither_holds(const looker *l, const ombud__row *row, ombud__id fact, ombud__id question,
                                const opposition *of)
{
    const ombud_law *law = l->law;
    ombud__id kind = fact != OMBUD__NONE ? law->facts[fact].kind : law->questions[question].kind;
    ombud__literal stated[LITERALS_MAX];
    ombud_view witness = {NULL, 0};
    for (size_t i = 0; i < of->count; i++) {
        const ombud__cond *c = &law->conds[of->parts[i].cond];
        const ombud__fact *f = &law->facts[c->a];
        if (c->op != OMBUD__C_FACT || f->kind != kind || f->type != OMBUD__FACT_STATED || f->made_by != OMBUD__NONE)
            return witness;
        stated[i] = (ombud__literal){c->a, of->parts[i].wanted ? OMBUD__YES : OMBUD__NO};
    }
    (void)ombud__witness_of_open(l->proof, row->alternative, fact, question, stated, of->count - 1, &witness);
    return witness;
}

static int apart_by_reading(const ombud__row *a, const ombud__row *b)
{
    return a->alternative != b->alternative;
}

static const char unknown_stays[] =
    "This line and an earlier one differ only by a fact and its opposite: while the fact is unknown, "
    "neither holds, though one of them must.";
static const char leave_it_out[] = "Leave the fact out of both, or part the two by a reading.";

static void look_for_opposites(looker *l)
{
    const ombud_law *law = l->law;
    opposition of;
    for (size_t i = 0; i < law->definitions_count; i++) {
        const ombud__definition *a = &law->definitions[i];
        for (size_t k = i + 1; k < law->definitions_count && law->definitions[k].fact == a->fact; k++) {
            const ombud__definition *b = &law->definitions[k];
            if (a->as_at != b->as_at || apart_by_reading(&a->row, &b->row) ||
                !opposite(law, a->when, a->unless, b->when, b->unless, &of))
                continue;
            ombud_view witness = neither_holds(l, &b->row, a->fact, OMBUD__NONE, &of);
            ombud_flaw *flaw = ombud__proof_add(l->proof, OMBUD_FLAW_OPPOSITE_LINES, &b->row,
                                                law->facts[a->fact].word.full, unknown_stays, leave_it_out);
            flaw->warning = 1;
            flaw->witness = witness;
        }
    }
    for (size_t i = 0; i < law->answers_count; i++) {
        const ombud__answer_row *a = &law->answers[i];
        for (size_t k = i + 1; k < law->answers_count; k++) {
            const ombud__answer_row *b = &law->answers[k];
            if (a->question != b->question || a->value != b->value || apart_by_reading(&a->row, &b->row) ||
                !opposite(law, a->when, a->unless, b->when, b->unless, &of))
                continue;
            ombud_view witness = neither_holds(l, &b->row, OMBUD__NONE, a->question, &of);
            ombud_flaw *flaw = ombud__proof_add(l->proof, OMBUD_FLAW_OPPOSITE_LINES, &b->row,
                                                law->questions[a->question].word.full, unknown_stays, leave_it_out);
            flaw->warning = 1;
            flaw->witness = witness;
        }
    }
}

/* ---- telling ----------------------------------------------------------------------------------------------------- */

static int all(int flawed, tally t)
{
    return t.counts > 0 && flawed == t.counts;
}

static void tell_never(looker *l, const ombud__row *row, ombud_view what, tally t)
{
    if (t.counts == 0 && !ombud__proof_has(l->proof, OMBUD_FLAW_NEVER_IN_FORCE, row->line))
        (void)ombud__proof_add(
            l->proof, OMBUD_FLAW_NEVER_IN_FORCE, row, what, "On no day, and in no scope, does this row count.",
            "Look at the days of its provision and at what scopes exclude; leave the row out if it is "
            "never meant to count.");
}

static void tell_uncited(looker *l, const ombud__row *row, ombud_view what)
{
    if (row->provision != OMBUD__NONE || row->alternative != OMBUD__NONE ||
        ombud__proof_has(l->proof, OMBUD_FLAW_UNCITED_ROW, row->line))
        return;
    ombud_flaw *flaw = ombud__proof_add(l->proof, OMBUD_FLAW_UNCITED_ROW, row, what,
                                        "This row decides, and rests on structure: no decision can cite it.",
                                        "Put it under the provision that says so.");
    flaw->warning = 1;
}

static void tell_guards(looker *l)
{
    const ombud_law *law = l->law;
    uint8_t shut_alone = 0;
    for (size_t i = 0; i < law->guards_count; i++) {
        const ombud__guard *g = &law->guards[i];
        ombud_view event = law->events[g->event].word.full;
        tell_never(l, &g->row, event, l->guards[i]);
        tell_uncited(l, &g->row, event);
        if (all(l->guards[i].idle, l->guards[i]))
            (void)ombud__proof_add(l->proof, OMBUD_FLAW_IDLE_GUARD, &g->row, event,
                                   "This guard never refuses its event, whatever a case holds.",
                                   "Leave it out, or say when the event is unlawful.");
        if (all(l->guards[i].shut, l->guards[i]))
            (void)ombud__proof_add(l->proof, OMBUD_FLAW_SHUT_GUARD, &g->row, event,
                                   "This guard lets its event pass in no case: nobody can ever act lawfully.",
                                   "Say when the event is lawful; if never, leave its move out.");
    }
    for (size_t e = 0; e < law->events_count; e++) {
        const ombud__row *last = NULL;
        shut_alone = 0;
        for (size_t i = 0; i < law->guards_count; i++) {
            if (law->guards[i].event == e && l->guards[i].counts > 0) {
                last = &law->guards[i].row;
                shut_alone |= all(l->guards[i].shut, l->guards[i]) != 0;
            }
        }
        if (last != NULL && !shut_alone && all(l->events[e].shut, l->events[e]))
            (void)ombud__proof_add(l->proof, OMBUD_FLAW_SHUT_EVENT, last, law->events[e].word.full,
                                   "Each guard of this event lets it pass at times, but never all of them together.",
                                   "Give one of them the `unless` that the other needs.");
    }
}

static void tell_dead(looker *l, const ombud__row *row, ombud_view what, const char *sentence)
{
    (void)ombud__proof_add(l->proof, OMBUD_FLAW_DEAD_ROW, row, what, sentence,
                           "Look for a condition that excludes another; leave the row out if nothing is meant by it.");
}

static void tell_clauses(looker *l)
{
    static const char *const sentences[] = {"", "This event never opens the term: its condition is never so.",
                                            "This event never meets the term: its condition is never so.",
                                            "This event never ends the term: its condition is never so.",
                                            "This event never extends the term: its condition is never so."};
    const ombud_law *law = l->law;
    for (size_t i = 0; i < law->term_rows_count; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        tell_never(l, &row->row, law->terms[row->term].word.full, l->term_rows[i]);
        if (law->terms[row->term].duty)
            tell_uncited(l, &row->row, law->terms[row->term].word.full);
        for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
            if (all(l->clauses[c].shut, l->clauses[c]))
                tell_dead(l, &row->row, law->events[law->clauses[c].event].word.full, sentences[law->clauses[c].type]);
        }
        if (all(l->excuses[i].shut, l->excuses[i]))
            tell_dead(l, &row->row, law->terms[row->term].word.full, "The excuse of this term is never so.");
    }
}

static void tell_rows(looker *l)
{
    const ombud_law *law = l->law;
    for (size_t i = 0; i < law->definitions_count; i++) {
        const ombud__definition *d = &law->definitions[i];
        tell_never(l, &d->row, law->facts[d->fact].word.full, l->definitions[i]);
        if (all(l->definitions[i].shut, l->definitions[i]))
            tell_dead(l, &d->row, law->facts[d->fact].word.full,
                      "This line never makes it so: its condition is never so.");
    }
    for (size_t i = 0; i < law->answers_count; i++) {
        const ombud__answer_row *a = &law->answers[i];
        tell_never(l, &a->row, law->questions[a->question].word.full, l->answers[i]);
        tell_uncited(l, &a->row, law->questions[a->question].word.full);
        if (all(l->answers[i].shut, l->answers[i]))
            tell_dead(l, &a->row, law->questions[a->question].word.full, "This value is never the answer.");
    }
    for (size_t i = 0; i < law->requirements_count; i++) {
        const ombud__requirement *r = &law->requirements[i];
        tell_never(l, &r->row, r->word.full, l->requirements[i]);
        tell_uncited(l, &r->row, r->word.full);
        if (all(l->requirements[i].idle, l->requirements[i]))
            tell_dead(l, &r->row, r->word.full, "Nothing ever breaks this requirement.");
        if (all(l->requirements[i].shut, l->requirements[i]))
            tell_dead(l, &r->row, r->word.full, "Nothing ever meets this requirement.");
    }
}

/* ---- looking ----------------------------------------------------------------------------------------------------- */

static tally *tallies(looker *l, size_t count, int *enough)
{
    return ombud__pool_table(&l->proof->pool, count, sizeof(tally), enough);
}

static ombud_status look_in_scope(looker *l, ombud__id area, int hosted)
{
    ombud_status status = ombud__proof_settings(l->proof, OMBUD__NONE, area, hosted, &l->settings);
    if (status != OMBUD_OK)
        return status;
    memset(l->settings->alternatives, OMBUD__ALT_CHOSEN, l->law->alternatives_count);
    status = ombud__settings_compile(l->settings, NULL);
    for (size_t e = 0; status == OMBUD_OK && e < l->settings->edition_count; e++) {
        l->edition = &l->settings->editions[e];
        for (size_t i = 0; i < l->law->events_count; i++)
            look_at_event(l, (ombud__id)i);
        look_at_rows(l);
        look_for_clashes(l);
    }
    ombud_settings_free(l->settings);
    return status;
}

ombud_status ombud__prove_rows(ombud_proof *proof)
{
    const ombud_law *law = proof->law;
    looker l;
    int enough = 1;
    memset(&l, 0, sizeof l);
    l.proof = proof;
    l.law = law;
    l.definitions = tallies(&l, law->definitions_count, &enough);
    l.guards = tallies(&l, law->guards_count, &enough);
    l.answers = tallies(&l, law->answers_count, &enough);
    l.requirements = tallies(&l, law->requirements_count, &enough);
    l.events = tallies(&l, law->events_count, &enough);
    l.clauses = tallies(&l, law->clauses_count, &enough);
    l.excuses = tallies(&l, law->term_rows_count, &enough);
    l.term_rows = tallies(&l, law->term_rows_count, &enough);
    ombud_status status = ombud__assumed_new(&proof->pool, law, &l.assumed);
    if (!enough)
        status = OMBUD_E_NOMEM;
    for (size_t area = 0; status == OMBUD_OK && area <= law->areas_count; area++)
        for (int hosted = 1; status == OMBUD_OK && hosted >= 0; hosted--)
            status = look_in_scope(&l, area == 0 ? OMBUD__NONE : (ombud__id)(area - 1), hosted);
    if (status != OMBUD_OK)
        return status;
    tell_guards(&l);
    tell_rows(&l);
    tell_clauses(&l);
    look_for_opposites(&l);
    return proof->status;
}
