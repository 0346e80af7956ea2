/*
 * What must hold: invariants where they are judged, and what must stay possible, looked at from behind once every way
 * is known.
 */
#include "walk.h"

#include "witness.h"

#include <string.h>

/* ---- what is claimed --------------------------------------------------------------------------------------------- */

/* Of its kind and form, and under the readings that it names. */
static int counts(const ombud__walking *walk, const ombud__invariant *inv, uint8_t type)
{
    const uint8_t *alternatives = walk->settings->alternatives;
    return inv->type == type && inv->kind == walk->cone.kind &&
           (inv->row.alternative == OMBUD__NONE || alternatives[inv->row.alternative] == OMBUD__ALT_CHOSEN) &&
           (inv->also == OMBUD__NONE || alternatives[inv->also] == OMBUD__ALT_CHOSEN);
}

static void add_aim(ombud__walking *walk, uint8_t sort, ombud__id what)
{
    if (walk->aim_count < OMBUD__WALK_GOALS)
        walk->aims[walk->aim_count++] = (ombud__walk_aim){sort, what};
    else
        walk->too_many_aims = 1;
}

/* Its end has a consequence, or it can be excused. */
static int has_way_out(const ombud_law *law, ombud__id term)
{
    for (size_t i = 0; i < law->term_rows_count; i++) {
        if (law->term_rows[i].term == term &&
            (law->term_rows[i].then != OMBUD__NONE || law->term_rows[i].excused != OMBUD__NONE))
            return 1;
    }
    return 0;
}

void ombud__walk_aims(ombud__walking *walk)
{
    const ombud_law *law = walk->law;
    uint8_t *missed = ombud__pool_alloc(&walk->pool, law->invariants_count + 1);
    if (missed == NULL) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    for (size_t i = 0; i < law->invariants_count; i++)
        missed[i] = (uint8_t)ombud__cone_misses(&walk->cone, law->invariants[i].condition);
    walk->missed = missed;
    for (size_t i = 0; i < law->invariants_count; i++) {
        if (counts(walk, &law->invariants[i], OMBUD__INVARIANT_REACHABLE))
            add_aim(walk, OMBUD__GOAL_INVARIANT, (ombud__id)i);
    }
    ombud__final_states(law, walk->cone.kind, walk->final);
    if ((walk->final[0] | walk->final[1]) != 0)
        add_aim(walk, OMBUD__GOAL_END, OMBUD__NONE);
}

/* Whether an aim is reached where it is judged. */
static int aim_reached(const ombud__walking *walk, const ombud__walk_aim *aim, const ombud__world *world)
{
    const ombud__thing *thing = &world->fold->things[0];
    if (aim->sort == OMBUD__GOAL_INVARIANT)
        return ombud__holds(world, walk->law->invariants[aim->what].condition, 0) == OMBUD__YES;
    return thing->state == 0 || (walk->final[thing->state / 64] >> (thing->state % 64) & 1);
}

/* ---- telling ----------------------------------------------------------------------------------------------------- */

static const char not_held[] = "A lawful way leads to where this does not hold.";
static const char not_held_recorded[] = "Something can happen without a finding after which this does not hold.";

/* The flaw of an invariant is told once. */
static void broken(ombud__walking *walk, ombud__id invariant, uint32_t from, const ombud__stride *step, int may)
{
    const ombud__invariant *inv = &walk->law->invariants[invariant];
    ombud_invariant *judged = &walk->proof->invariants[invariant];
    if (judged->broken++ > 0)
        return;
    ombud_flaw *flaw =
        ombud__proof_add(walk->proof, OMBUD_FLAW_BROKEN_INVARIANT, &inv->row, inv->word.full,
                         walk->recorded ? not_held_recorded : not_held,
                         "Follow the case to the row that lets it happen; or say in the invariant what is meant.");
    ombud_view witness = ombud__trail(walk, from, step, may, OMBUD__NONE);
    flaw->witness = witness;
}

/* Counts a judgement; whether it could have been otherwise. */
static void judged(ombud__walking *walk, ombud__id invariant, int truth)
{
    ombud_invariant *of = &walk->proof->invariants[invariant];
    of->judged++;
    of->told += truth != OMBUD__UNKNOWN && !walk->missed[invariant];
}

static int is_of(const ombud__walking *walk, const ombud__invariant *inv, ombud__id event)
{
    for (size_t i = 0; counts(walk, inv, OMBUD__INVARIANT_AT) && i < inv->events; i++) {
        if (walk->law->event_lists[inv->event + i] == event)
            return 1;
    }
    return 0;
}

/* ---- where they are judged --------------------------------------------------------------------------------------- */

ombud__id ombud__hold_open(const ombud__walking *walk, const ombud__world *world, ombud__id event, uint16_t item)
{
    for (size_t i = 0; item == 0 && i < walk->law->invariants_count; i++) {
        const ombud__invariant *inv = &walk->law->invariants[i];
        if (is_of(walk, inv, event) && ombud__holds(world, inv->condition, item) == OMBUD__UNKNOWN)
            return inv->condition;
    }
    return OMBUD__NONE;
}

void ombud__hold_at(ombud__walking *walk, uint32_t from, const ombud__world *world, const ombud__stride *step)
{
    for (size_t i = 0; step->item == 0 && i < walk->law->invariants_count; i++) {
        const ombud__invariant *inv = &walk->law->invariants[i];
        if (!is_of(walk, inv, step->what))
            continue;
        int truth = ombud__holds(world, inv->condition, step->item);
        judged(walk, (ombud__id)i, truth);
        if (truth != OMBUD__YES)
            broken(walk, (ombud__id)i, from, step, 1);
    }
}

void ombud__hold_here(ombud__walking *walk, uint32_t situation, const ombud__world *world)
{
    ombud__situation *here = &walk->situations[situation];
    for (size_t i = 0; i < walk->aim_count; i++)
        here->good |= (uint64_t)aim_reached(walk, &walk->aims[i], world) << i;
    for (size_t i = 0; i < walk->law->invariants_count; i++) {
        const ombud__invariant *inv = &walk->law->invariants[i];
        if (!counts(walk, inv, OMBUD__INVARIANT_ALWAYS))
            continue;
        int truth = ombud__holds(world, inv->condition, 0);
        judged(walk, (ombud__id)i, truth);
        int excused = walk->recorded && here->found;
        if (truth == OMBUD__NO && !excused)
            broken(walk, (ombud__id)i, situation, NULL, 0);
    }
}

void ombud__hold_act(ombud__walking *walk, const ombud__world *after, const ombud__stride *step)
{
    const ombud__plan *plan = after->edition->plans[step->what];
    for (const ombud__op *op = plan->change; step->item == 0 && op < plan->end; op++) {
        int holds = ombud__row_holds(after, OMBUD__ROW_LIVE, op->when, op->unless, 0);
        if (op->op == OMBUD__OP_OPEN)
            walk->opens |= (uint32_t)(holds != OMBUD__NO) << op->local;
        else if (op->op == OMBUD__OP_MEET || op->op == OMBUD__OP_LAPSE)
            walk->ends |= (uint32_t)(holds == OMBUD__YES) << op->local;
    }
    for (const ombud__far *far = plan->far; far < plan->far_end; far++) {
        for (uint32_t i = 0; i < after->fold->tie_count; i++) {
            if (ombud__far_item(far, &after->fold->ties[i], step->item) == 0)
                walk->ends |=
                    (uint32_t)(ombud__row_holds(after, OMBUD__ROW_LIVE, far->op.when, far->op.unless, 0) == OMBUD__YES)
                    << far->op.local;
        }
    }
}

void ombud__hold_over_time(ombud__walking *walk, const ombud__world *before, const ombud__world *after,
                           const ombud__stride *step)
{
    for (size_t i = 0; i < walk->law->invariants_count; i++) {
        const ombud__invariant *inv = &walk->law->invariants[i];
        if (!counts(walk, inv, OMBUD__INVARIANT_LASTING))
            continue;
        if (ombud__holds(before, inv->condition, 0) != OMBUD__YES)
            continue;
        int truth = ombud__holds(after, inv->condition, 0);
        judged(walk, (ombud__id)i, OMBUD__YES);
        int excused = walk->recorded && after->fold->findings > 0;
        if (truth != OMBUD__YES && !excused)
            broken(walk, (ombud__id)i, step->from, step, 0);
    }
}

/* ---- from behind ------------------------------------------------------------------------------------------------- */

/* Whatever leads to where an aim is reached reaches it; where steps are not known, all is thought possible. */
static void spread(ombud__walking *walk)
{
    uint64_t all = walk->aim_count == 64 ? UINT64_MAX : ((uint64_t)1 << walk->aim_count) - 1;
    for (size_t i = 0; i < walk->situations_count; i++) {
        if (walk->situations[i].open)
            walk->situations[i].good = all;
    }
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = walk->edges_count; i-- > 0;) {
            uint64_t *from = &walk->situations[walk->edges[i].from].good;
            uint64_t to = walk->situations[walk->edges[i].to].good;
            more |= (to & ~*from) != 0;
            *from |= to;
        }
    }
}

static int told_of(const ombud__walking *walk, ombud_flaw_kind kind, ombud_view what)
{
    for (size_t i = 0; i < walk->proof->flaws_count; i++) {
        if (walk->proof->flaws[i].kind == kind && walk->proof->flaws[i].what.ptr == what.ptr)
            return 1;
    }
    return 0;
}

/* With one item of each kind a way can seem barred that a further item would open. */
static void tell_stuck(ombud__walking *walk, ombud_flaw_kind kind, const ombud__row *row, ombud_view what,
                       const char *sentence, const char *remedy, ombud_view witness)
{
    ombud_flaw *flaw = ombud__proof_add(walk->proof, kind, row, what, sentence, remedy);
    flaw->witness = witness;
    for (uint16_t m = 1; m < walk->items; m++)
        flaw->warning |= (walk->cone.kinds[walk->member_kinds[m]] & OMBUD__MOVES) != 0;
}

static void tell_aim(ombud__walking *walk, const ombud__walk_aim *aim, uint32_t situation)
{
    ombud_view what = walk->law->kinds[walk->cone.kind].word.full;
    if (aim->sort == OMBUD__GOAL_INVARIANT)
        broken(walk, aim->what, situation, NULL, 0);
    else if (!told_of(walk, OMBUD_FLAW_STUCK_CASE, what))
        tell_stuck(walk, OMBUD_FLAW_STUCK_CASE, NULL, what,
                   "A case can come to where no lawful way leads to a final state any more.",
                   "Write a move that leads on from there, or loosen the guard that bars it.",
                   ombud__trail(walk, situation, NULL, 0, OMBUD__NONE));
}

/* ---- duties ------------------------------------------------------------------------------------------------------ */

enum { CAN_END = 1, RUNS = 2 };

/* Where a duty can still end, from behind; then where it runs, from where it opens on. */
static void follow_duty(const ombud__walking *walk, uint32_t bit, uint8_t *marks)
{
    for (size_t i = 0; i < walk->situations_count; i++)
        marks[i] = walk->situations[i].open ? CAN_END : 0;
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = walk->edges_count; i-- > 0;) {
            const ombud__edge *edge = &walk->edges[i];
            if (!(marks[edge->from] & CAN_END) && ((edge->ends & bit) || marks[edge->to] & CAN_END)) {
                marks[edge->from] |= CAN_END;
                more = 1;
            }
        }
    }
    for (int more = 1; more;) {
        more = 0;
        for (size_t i = 0; i < walk->edges_count; i++) {
            const ombud__edge *edge = &walk->edges[i];
            int runs = (edge->opens & bit) || (marks[edge->from] & RUNS && !(edge->ends & bit));
            if (runs && !(marks[edge->to] & RUNS)) {
                marks[edge->to] |= RUNS;
                more = 1;
            }
        }
    }
}

enum { TRAILS_MAX = 200 };

static void judge_duty(ombud__walking *walk, ombud__id term, uint8_t *marks)
{
    const ombud_law *law = walk->law;
    const ombud__row *row = NULL;
    ombud_view witness = {NULL, 0};
    size_t stuck = 0;
    if (told_of(walk, OMBUD_FLAW_STUCK_DUTY, law->terms[term].word.full))
        return;
    follow_duty(walk, (uint32_t)1 << law->terms[term].local, marks);
    for (size_t i = 0; i < walk->situations_count && witness.len == 0 && stuck < TRAILS_MAX; i++) {
        if (marks[i] != RUNS || (walk->recorded && walk->situations[i].found))
            continue;
        stuck++;
        witness = ombud__trail(walk, (uint32_t)i, NULL, 0, term);
    }
    if (stuck == 0)
        return;
    for (size_t i = 0; i < law->term_rows_count && row == NULL; i++)
        row = law->term_rows[i].term == term ? &law->term_rows[i].row : NULL;
    tell_stuck(walk, OMBUD_FLAW_STUCK_DUTY, row, law->terms[term].word.full,
               "A case can come to where this duty is open and nothing lawful will ever meet or end it.",
               "Let an event that is still lawful there meet the duty or end it, or give its end a consequence.",
               witness);
}

void ombud__hold_aims(ombud__walking *walk)
{
    spread(walk);
    for (size_t a = 0; a < walk->aim_count; a++) {
        int told = 0;
        for (size_t i = 0; i < walk->situations_count; i++) {
            const ombud__situation *s = &walk->situations[i];
            int good = (int)(s->good >> a & 1) || (walk->recorded && s->found);
            /* Where it is out of reach without the kinds that were left out, nothing is said. */
            if (walk->cone.narrowed && !good)
                continue;
            if (walk->aims[a].sort == OMBUD__GOAL_INVARIANT)
                judged(walk, walk->aims[a].what, OMBUD__YES);
            if (!good && !told) {
                tell_aim(walk, &walk->aims[a], (uint32_t)i);
                told = 1;
            }
        }
    }
    if (walk->cone.narrowed)
        return;
    uint8_t *marks = ombud__pool_alloc(&walk->pool, walk->situations_count + 1);
    if (marks == NULL) {
        walk->status = OMBUD_E_NOMEM;
        return;
    }
    for (size_t i = 0; i < walk->law->terms_count; i++) {
        if (walk->law->terms[i].kind == walk->cone.kind && walk->law->terms[i].duty &&
            !has_way_out(walk->law, (ombud__id)i))
            judge_duty(walk, (ombud__id)i, marks);
    }
}
