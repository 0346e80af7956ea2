/* What comes next: acts that are open to somebody, the day on which time alone changes an answer, and what an answer
 * rests on. */
#include "audience.h"
#include "result.h"

#include "asof.h"
#include "civil.h"
#include "error.h"
#include "known.h"
#include "text.h"

/* ---- acts -------------------------------------------------------------------------------------------------------- */

/* Whether an operation of the event meets an open duty of an item; then its last day, if known, and provision. */
static void meets(const ombud__look *look, const ombud__world *world, const ombud__op *op, uint16_t item,
                  ombud_action *action)
{
    const ombud_law *law = world->law;
    const ombud__running *term = &world->fold->terms[world->fold->things[item].terms + op->local];
    if (op->op != OMBUD__OP_MEET || term->status != OMBUD_TERM_OPEN || !law->terms[law->term_rows[op->row].term].duty)
        return;
    ombud__id name = law->term_rows[op->row].term;
    if (ombud__withheld(look, OMBUD__KNOW_TERM, name, item) || ombud__term_tells(look, name, item) ||
        ombud__member_withheld(look, item))
        return;
    if (ombud__term_status(world, term, item) == OMBUD_TERM_EXCUSED ||
        ombud__row_holds(world, OMBUD__ROW_LIVE, op->when, op->unless, item) == OMBUD__NO)
        return;
    int known = term->no_due == OMBUD_DUE_KNOWN;
    if (action->due && (!known || (action->has_due_day && action->due_day <= term->due)))
        return;
    action->due = 1;
    action->has_due_day = known;
    action->due_day = known ? term->due : 0;
    action->provision = ombud__provision_or_none(law->term_rows[term->row].row.provision);
}

/* Of its own item and of those that are linked to it. */
static void meets_duty(const ombud__look *look, const ombud__world *world, ombud__id event, uint16_t item,
                       ombud_action *action)
{
    const ombud__plan *plan = world->edition->plans[event];
    for (const ombud__op *op = plan->change; op < plan->open; op++)
        meets(look, world, op, item, action);
    for (const ombud__far *far = plan->far; far < plan->far_end; far++) {
        for (uint32_t i = 0; i < world->fold->tie_count; i++) {
            uint16_t other = ombud__far_item(far, &world->fold->ties[i], item);
            if (other != OMBUD__NOBODY)
                meets(look, world, &far->op, other, action);
        }
    }
}

/* What an event will carry is open until it is brought: what its item remembers of an earlier one is left open, and put
 * back. */
static void leave_open(const ombud__world *world, ombud__id event, uint16_t item, uint8_t was[OMBUD__MAX_ARGS],
                       int back)
{
    const ombud__plan *plan = world->edition->plans[event];
    for (const ombud__op *op = plan->keep; op < plan->change && op->asks == OMBUD__ASKS_CARRIED; op++, was++) {
        if (back) {
            ombud__fold_fact(world, item, op->row, *was);
        } else {
            *was = (uint8_t)ombud__fact_of(world, op->row, item);
            ombud__fold_forget(world->fold, &world->law->facts[op->row], item);
        }
    }
}

static int action_for(const ombud__look *look, const ombud__world *world, ombud__id event, uint16_t item, uint64_t role,
                      ombud_action *action)
{
    const ombud_case *matter = look->matter;
    const ombud_action blank = OMBUD_ACTION_INIT;
    const ombud_law *law = world->law;
    const ombud__cell *cell = &world->edition->plans[event]->cells[world->fold->things[item].state];
    if (ombud__state_withheld(look, law->events[event].kind, item) || cell->move == OMBUD__NONE ||
        (role != 0 && cell->roles != 0 && (cell->roles & role) == 0))
        return 0;
    ombud__world acting = *world;
    acting.named = 1;
    acting.roles = role != 0 ? role : cell->roles;
    ombud__ruling ruling = ombud__judge(&acting, event, item, acting.roles, 1);
    if (ombud__event_tells(look, event, item))
        ruling.ruling = OMBUD_UNDETERMINED;
    if (ruling.ruling != OMBUD_PERMITTED && ruling.ruling != OMBUD_UNDETERMINED)
        return 0;
    *action = blank;
    action->event = law->events[event].word.full;
    action->item_prefix = law->kinds[law->events[event].kind].prefix;
    action->item_number = matter->members[item].number;
    action->roles = cell->roles;
    action->ruling = ruling.ruling;
    action->provision = ombud__provision_or_none(law->moves[cell->move].row.provision);
    meets_duty(look, world, event, item, action);
    return 1;
}

/* Duties with a last day by that day, then duties without one, then what is merely open. */
static int64_t rank(const ombud_action *a)
{
    return a->has_due_day ? a->due_day : a->due ? INT32_MAX : INT64_MAX;
}

static ombud_status find_role(const ombud_law *law, const char *role, uint64_t *mask, ombud_error *err)
{
    *mask = 0;
    if (role == NULL)
        return OMBUD_OK;
    ombud__id known = ombud__known_id(law, OMBUD__KNOWN_ROLE, OMBUD__NONE, ombud_view_of(role));
    if (known == OMBUD__NONE)
        return ombud__fail_unknown(err, law, OMBUD__KNOWN_ROLE, OMBUD__NONE, ombud_view_of(role),
                                   "the law declares no such role", "use a role of the law");
    *mask = (uint64_t)1 << known;
    return OMBUD_OK;
}

static ombud_status collect(const ombud__look *look, uint64_t role, ombud_actions **out, ombud_error *err)
{
    const ombud_case *matter = look->matter;
    const ombud_law *law = matter->law;
    ombud__world world = ombud__look_world(look);
    size_t room = 1;
    for (size_t i = 0; i < matter->members_count; i++)
        room += law->kinds[matter->members[i].kind].event_count;
    ombud_actions *actions = ombud__alloc(&matter->alloc, sizeof *actions);
    ombud_action *list = ombud__alloc(&matter->alloc, room * sizeof *list);
    if (actions == NULL || list == NULL) {
        ombud__free(&matter->alloc, actions, sizeof *actions);
        ombud__free(&matter->alloc, list, room * sizeof *list);
        return ombud__fail_no_memory_to_answer(err);
    }
    *actions = (ombud_actions){matter->alloc, 0, room, list};
    for (size_t i = 0; i < matter->members_count; i++) {
        if (ombud__member_withheld(look, (uint16_t)i))
            continue;
        for (size_t e = 0; e < law->events_count; e++) {
            ombud_action action;
            uint8_t was[OMBUD__MAX_ARGS];
            if (law->events[e].kind != matter->members[i].kind ||
                ombud__event_unforeseen(look, (ombud__id)e, (uint16_t)i))
                continue;
            leave_open(&world, (ombud__id)e, (uint16_t)i, was, 0);
            int open = action_for(look, &world, (ombud__id)e, (uint16_t)i, role, &action);
            leave_open(&world, (ombud__id)e, (uint16_t)i, was, 1);
            if (!open)
                continue;
            size_t at = actions->count++;
            for (; at > 0 && rank(&list[at - 1]) > rank(&action); at--)
                list[at] = list[at - 1];
            list[at] = action;
        }
    }
    *out = actions;
    return OMBUD_OK;
}

ombud_status ombud_case_next(const ombud_case *matter, const char *role, const ombud_asof *asof, ombud_actions **out,
                             ombud_error *err)
{
    ombud__look look;
    uint64_t mask;
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case and a place for the result", "pass both");
    ombud_status status = find_role(matter->law, role, &mask, err);
    if (status == OMBUD_OK)
        status = ombud__look_at(matter, asof, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__look_own(&look, err);
    status = status == OMBUD_OK ? collect(&look, mask, out, err) : status;
    ombud__look_free(&look);
    return status;
}

void ombud_actions_free(ombud_actions *actions)
{
    if (actions == NULL)
        return;
    ombud_alloc alloc = actions->alloc;
    ombud__free_wiped(&alloc, actions->list, actions->room * sizeof *actions->list);
    ombud__free_wiped(&alloc, actions, sizeof *actions);
}

size_t ombud_actions_count(const ombud_actions *actions)
{
    return actions == NULL ? 0 : actions->count;
}

ombud_status ombud_actions_get(const ombud_actions *actions, size_t index, ombud_action *out)
{
    if (actions == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= actions->count ? OMBUD_E_NOT_FOUND
                                   : OMBUD__GIVE(out, ombud_action, actions->list[index], provision);
}

/* ---- time -------------------------------------------------------------------------------------------------------- */

static void sooner(int32_t day, int32_t after, int32_t *best)
{
    if (day > after && day < *best)
        *best = day;
}

/* `look`: for whom, or NULL. */
static int32_t next_flip(const ombud__world *world, const ombud__look *look, int32_t after)
{
    const ombud_law *law = world->law;
    int32_t best = OMBUD__NO_DAY;
    for (size_t f = 0; f < law->flips_count; f++) {
        const ombud__cond *cond = &law->conds[law->flips[f]];
        if (look != NULL && ombud__condition_tells(look, law->flips[f], OMBUD__NOBODY))
            continue;
        for (uint32_t i = 0; i < world->fold->thing_count; i++) {
            const ombud__thing *thing = &world->fold->things[i];
            if (look != NULL && ombud__member_withheld(look, (uint16_t)i))
                continue;
            int32_t from =
                thing->kind == cond->kind ? world->fold->days[thing->days + cond->a] : OMBUD__NO_REMEMBERED_DAY;
            int32_t end = from == OMBUD__NO_REMEMBERED_DAY
                              ? OMBUD__NO_DAY
                              : ombud__day_plus(from, cond->period.count, cond->period.unit);
            if (end < OMBUD_DAY_MAX)
                sooner(cond->n ? end + 1 : end, after, &best);
        }
    }
    return best;
}

int32_t ombud__next_flip(const ombud__world *world, int32_t after)
{
    return next_flip(world, NULL, after);
}

static int32_t next_change(const ombud__look *look, const ombud__world *world)
{
    const ombud__fold *fold = world->fold;
    int32_t best = next_flip(world, look, world->day);
    for (uint32_t i = 0; i < fold->thing_count; i++) {
        const ombud__thing *thing = &fold->things[i];
        for (uint32_t t = 0; t < world->law->kinds[thing->kind].term_count; t++) {
            const ombud__running *term = &fold->terms[thing->terms + t];
            ombud__id name = term->status == OMBUD_TERM_NONE ? OMBUD__NONE : world->law->term_rows[term->row].term;
            if (name == OMBUD__NONE || ombud__withheld(look, OMBUD__KNOW_TERM, name, (uint16_t)i) ||
                ombud__term_tells(look, name, (uint16_t)i) || ombud__member_withheld(look, (uint16_t)i))
                continue;
            if (thing->ticking >> t & 1 && ombud__term_status(world, term, (uint16_t)i) != OMBUD_TERM_EXCUSED &&
                term->due < OMBUD_DAY_MAX)
                sooner(term->due + 1, world->day, &best);
        }
    }
    /* That somebody or something is there is no news to an audience. */
    if ((look->has_audience || fold->thing_count > 0) && world->edition->to < OMBUD_DAY_MAX)
        sooner(world->edition->to + 1, world->day, &best);
    return best;
}

ombud_status ombud_case_next_change(const ombud_case *matter, const ombud_asof *asof, ombud_day *out, ombud_error *err)
{
    ombud__look look;
    if (out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a place for the result", "pass one");
    ombud_status status = ombud__look_at(matter, asof, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    ombud__world world = ombud__look_world(&look);
    int32_t day = next_change(&look, &world);
    ombud__look_free(&look);
    if (day == OMBUD__NO_DAY)
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "time alone changes no answer any more",
                           "ask again once a line has been added");
    *out = day;
    return OMBUD_OK;
}

/* ---- receipts ---------------------------------------------------------------------------------------------------- */

ombud_status ombud_case_receipt(const ombud_case *matter, const ombud_asof *asof, ombud_receipt *out)
{
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_asof at = OMBUD_ASOF_INIT;
    if (matter == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    ombud_status status = ombud__take_asof(asof, &at, NULL);
    if (status != OMBUD_OK)
        return status;
    const ombud_law *law = matter->law;
    ombud__knowledge known = ombud__knowledge_by(at.has_known_by ? (int32_t)at.known_by : INT32_MAX);
    receipt.library_version = ombud_version_number();
    receipt.law = law->name;
    receipt.source = law->source;
    receipt.law_digest = law->digest;
    receipt.settings_digest = matter->settings->digest;
    receipt.as_of = at.day;
    receipt.has_known_by = at.has_known_by;
    receipt.known_by = at.known_by;
    receipt.verified = law->has_verified && at.day <= law->verified;
    ombud__look look;
    status = ombud__look_at(matter, &at, NULL, &look, NULL);
    if (status != OMBUD_OK)
        return status;
    ombud__case_strike(matter, known);
    for (size_t i = 0; i < matter->acts_count; i++) {
        const ombud__act *act = &matter->acts[i];
        receipt.events += act->type != OMBUD__ACT_VOID && act->day <= at.day && ombud__act_counts(matter, i, known) &&
                          !ombud__act_withheld(&look, act);
    }
    ombud__look_free(&look);
    return OMBUD__GIVE(out, ombud_receipt, receipt, events);
}
