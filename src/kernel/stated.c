/*
 * Which lines of a journal stated the premises of a decision; see premises.h. The journal is folded once more and
 * watched: of every remembered fact it is noted which line set it last, of a definition that an event kept on what it
 * rested then. Lines that the audience may not know are passed over, as if they were not there.
 */
#include "audience.h"
#include "premises.h"
#include "trace.h"

#include "alloc.h"
#include "error.h"

#include <string.h>

/* What is noted of a fact, in 32 bits: nothing (silence, or time alone), a line with what it stated, or, KEPT, where
 * that stands on which it rested when it was kept. A supposed event is the line after the last that there can be. */
enum { BY_NOBODY = 0, SUPPOSED = OMBUD_CASE_EVENTS_MAX + 1 };
#define KEPT ((uint32_t)1 << 31)

struct ombud__origins {
    const ombud__look *look; /* for whom, without what is supposed */
    uint32_t *shown;         /* positions as the audience counts them, or NULL */
    uint32_t *first, *notes; /* of each item where the notes on its facts begin; the notes, in one block with it */
    size_t size;             /* of that block, in elements */
    ombud__premises now;     /* on what a definition rests that is being kept */
    /* Lists of what was kept: the definition with its list's end, in the place of a line, and YES once it was read; its
     * premises, of one that was kept itself where that is; the end, of no fact, with where to read on. */
    ombud__premises kept;
};

static uint32_t note_of(size_t position, int truth)
{
    return (uint32_t)(position << 2) | (uint32_t)truth;
}

static uint32_t *note_on(const ombud__origins *o, ombud__id fact, uint16_t item)
{
    return &o->notes[o->first[item] + o->look->matter->law->facts[fact].bit];
}

static void note_loads(const ombud__origins *o, const ombud__act *act, const ombud__load *loads, size_t position)
{
    const ombud_law *law = o->look->matter->law;
    for (size_t i = 0; i < act->loads; i++) {
        if (loads[i].type == OMBUD__LOAD_FACT)
            *note_on(o, loads[i].what, act->item) =
                loads[i].truth == OMBUD__UNKNOWN ? BY_NOBODY : note_of(position, loads[i].truth);
        if (loads[i].type != OMBUD__LOAD_CHOICE)
            continue;
        const ombud__arg *arg = &law->args[law->choices[loads[i].what].arg];
        for (size_t c = arg->choice; c < (size_t)arg->choice + arg->choices; c++)
            *note_on(o, law->choices[c].fact, act->item) =
                note_of(position, c == loads[i].what ? OMBUD__YES : OMBUD__NO);
    }
}

/* Of the arguments of an event, of which it is remembered whether they were carried. Time carries none, and states
 * nothing by it. */
static void note_carried(const ombud__origins *o, ombud__id event, uint16_t item, const ombud__load *loads,
                         size_t count, size_t position)
{
    const ombud_law *law = o->look->matter->law;
    const ombud__event *e = &law->events[event];
    for (size_t i = e->arg; i < (size_t)e->arg + e->args; i++) {
        ombud__id arg = law->event_args[i], fact = law->args[arg].carried;
        if (fact != OMBUD__NONE)
            *note_on(o, fact, item) =
                position == 0 ? BY_NOBODY : note_of(position, ombud__is_carried(law, loads, count, arg));
    }
}

/* Whether the audience may know nothing of an event of a line, or of time at position 0. */
static int is_passed_over(const ombud__origins *o, size_t position, ombud__id event, uint16_t item)
{
    if (position == 0)
        return ombud__withheld(o->look, OMBUD__KNOW_EVENT, event, item);
    return o->shown != NULL && o->shown[position] == o->shown[position - 1];
}

static void note_act(const ombud__origins *o, const ombud__act *act, const ombud__load *loads, size_t position)
{
    note_loads(o, act, loads, position);
    if (act->type == OMBUD__ACT_EVENT)
        note_carried(o, act->what, act->item, loads, act->loads, position);
}

static void note_line(const ombud__origins *o, size_t position)
{
    const ombud_case *matter = o->look->matter;
    const ombud__act *act = &matter->acts[position - 1];
    note_act(o, act, ombud__loads_of(matter, act), position);
}

/*
 * Finds the line that stated a premise, or, OMBUD__UNKNOWN in the place of its truth, the list that was kept of it: 0
 * where no line stated it, or not so. What was kept last is what is read: where the event that keeps it is withheld, so
 * is all that reads it.
 */
static int find_origin(const ombud__origins *o, ombud__premise *premise)
{
    uint32_t note = *note_on(o, premise->fact, premise->item);
    int is_stated = note != BY_NOBODY && (note & 3) == premise->truth;
    premise->position = note >> 2;
    if (note & KEPT) {
        premise->position = note & ~KEPT;
        premise->truth = OMBUD__UNKNOWN;
    }
    return is_stated || note & KEPT;
}

static void keep(ombud__origins *o, const ombud__world *world, ombud__id fact, ombud__id event, uint16_t item)
{
    size_t head = o->kept.all_count;
    ombud__premises_of_kept(world, fact, event, item, &o->now);
    ombud__premises_add(&o->kept, (ombud__premise){0, fact, item, OMBUD__NO});
    for (size_t i = 0; i < o->now.all_count; i++) {
        if (find_origin(o, &o->now.all[i]))
            ombud__premises_add(&o->kept, o->now.all[i]);
    }
    ombud__premises_add(&o->kept, (ombud__premise){0, OMBUD__NONE, item, OMBUD__NO});
    if (o->now.status == OMBUD_OK && o->kept.status == OMBUD_OK) {
        o->kept.all[head].position = (uint32_t)(o->kept.all_count - 1);
        *note_on(o, fact, item) = KEPT | (uint32_t)head;
    } else {
        world->trace->status = OMBUD_E_NOMEM;
    }
}

void ombud__origins_keep(ombud__origins *o, const ombud__world *world, const ombud__plan *plan, uint16_t item,
                         uint32_t position)
{
    if (plan->keep == plan->change || is_passed_over(o, position, plan->event, item))
        return;
    if (position > 0)
        note_line(o, position);
    else
        note_carried(o, plan->event, item, NULL, 0, 0);
    for (const ombud__op *op = plan->keep; op < plan->change; op++) {
        if (op->asks != OMBUD__ASKS_CARRIED)
            keep(o, world, op->row, plan->event, item);
    }
}

/* What the move of an event makes and clears. */
static void note_move(const ombud__origins *o, const ombud__world *world, const ombud__act *act, uint16_t before,
                      uint32_t note)
{
    const ombud_law *law = world->law;
    ombud__id at = world->edition->plans[act->what]->cells[before].move;
    if (at == OMBUD__NONE)
        return;
    const ombud__move *move = &law->moves[at];
    for (size_t i = 0; i < move->clear_count; i++)
        *note_on(o, law->fact_lists[move->clears + i], act->item) = BY_NOBODY;
    for (size_t i = 0; i < move->make_count; i++)
        *note_on(o, law->fact_lists[move->makes + i], act->item) = note;
}

void ombud__origins_act(ombud__origins *o, const ombud__world *world, const ombud__act *act, uint16_t before)
{
    size_t position = act->type == OMBUD__ACT_THEN ? 0 : world->trace->position;
    if (is_passed_over(o, position, act->what, act->item))
        return;
    if (position > 0)
        note_line(o, position);
    if (act->type == OMBUD__ACT_EVENT || act->type == OMBUD__ACT_THEN)
        note_move(o, world, act, before, position == 0 ? BY_NOBODY : note_of(position, OMBUD__YES));
}

/* ---- a question -------------------------------------------------------------------------------------------------- */

/* Notes for every item, an item that the event asked about would bring included. */
static ombud_status open_notes(ombud__origins *o, const ombud__supposed *supposed)
{
    const ombud_case *matter = o->look->matter;
    const ombud__kind *kinds = matter->law->kinds;
    size_t items = matter->members_count, notes = 0;
    for (size_t i = 0; i < items; i++)
        notes += kinds[matter->members[i].kind].bit_count;
    notes += supposed->newcomer == OMBUD__NONE ? 0 : kinds[supposed->newcomer].bit_count;
    o->size = items + 1 + notes;
    o->first = ombud__alloc(&matter->alloc, o->size * sizeof *o->first);
    if (o->first == NULL)
        return OMBUD_E_NOMEM;
    memset(o->first, 0, o->size * sizeof *o->first);
    o->notes = o->first + items + 1;
    for (size_t i = 0; i < items; i++)
        o->first[i + 1] = o->first[i] + kinds[matter->members[i].kind].bit_count;
    return ombud__shown_positions(o->look, &o->shown);
}

static void close_notes(ombud__origins *o)
{
    ombud__free_wiped(&o->look->matter->alloc, o->first, o->first == NULL ? 0 : o->size * sizeof *o->first);
    ombud__shown_positions_free(o->look, o->shown);
    ombud__premises_free(&o->kept);
    ombud__premises_free(&o->now);
}

/* Whether the lines alone say what was stated last: no event makes, clears or keeps it. */
static int lines_tell(const ombud_law *law, const ombud__premises *premises)
{
    for (size_t i = 0; i < premises->all_count; i++) {
        const ombud__fact *fact = &law->facts[premises->all[i].fact];
        if (fact->moved || fact->kept || fact->type == OMBUD__FACT_CARRIED)
            return 0;
    }
    return 1;
}

/* Goes through the lines that count, in their order. */
static void read_lines(const ombud__origins *o)
{
    const ombud_case *matter = o->look->matter;
    ombud__knowledge known = ombud__knowledge_by(o->look->known_by);
    ombud__case_strike(matter, known);
    for (size_t i = 0; i < matter->order_count; i++) {
        uint32_t index = matter->order[i];
        const ombud__act *act = &matter->acts[index];
        if (act->day > o->look->day)
            break;
        if (act->type != OMBUD__ACT_VOID && ombud__act_counts(matter, index, known) &&
            !is_passed_over(o, (size_t)index + 1, act->what, act->item))
            note_line(o, (size_t)index + 1);
    }
}

/* Folds the journal once more, so that every note is that of the day. */
static ombud_status watch(ombud__origins *o, const ombud_asof *at, ombud_error *err)
{
    ombud__trace trace;
    ombud__look again;
    ombud__trace_init(&trace, &o->look->matter->alloc);
    trace.origins = o;
    ombud_status status = ombud__look_at(o->look->matter, at, &trace, &again, err);
    if (status == OMBUD_OK)
        ombud__look_free(&again);
    ombud__trace_free(&trace);
    return status;
}

/* ---- what it comes to -------------------------------------------------------------------------------------------- */

static int is_listed(const ombud__premises *resolved, ombud__premise one)
{
    for (size_t i = 0; i < resolved->all_count; i++) {
        const ombud__premise *p = &resolved->all[i];
        if (p->position == one.position && p->fact == one.fact) /* a line is about one item */
            return 1;
    }
    return 0;
}

/* Where to read on: at the beginning of a kept list, at whose end it goes `on`; a list that was read is passed over. */
static uint32_t enter(ombud__premise *kept, uint32_t head, uint32_t on)
{
    if (kept[head].truth == OMBUD__YES)
        return on;
    kept[head].truth = OMBUD__YES;
    kept[kept[head].position].position = on;
    return head + 1;
}

/* A kept list and those it leads to, which were kept before it: as many as there are events, so not by calls. */
static void resolve_kept(ombud__origins *o, uint32_t head, ombud__premises *out)
{
    for (uint32_t at = enter(o->kept.all, head, 0); at != 0;) {
        ombud__premise premise = o->kept.all[at++];
        if (premise.fact == OMBUD__NONE)
            at = premise.position;
        else if (premise.truth == OMBUD__UNKNOWN)
            at = enter(o->kept.all, premise.position, at);
        else if (!is_listed(out, premise))
            ombud__premises_add(out, premise);
    }
}

/* Each premise once, with the line that stated it; what is gathered twice can only be by way of what was kept. */
static void resolve(ombud__origins *o, const ombud__premises *premises, ombud__premises *out)
{
    int has_kept = 0;
    for (size_t i = 0; i < premises->all_count; i++) {
        ombud__premise premise = premises->all[i];
        if (!find_origin(o, &premise))
            continue;
        has_kept |= premise.truth == OMBUD__UNKNOWN;
        if (premise.truth == OMBUD__UNKNOWN)
            resolve_kept(o, premise.position, out);
        else if (!has_kept || !is_listed(out, premise))
            ombud__premises_add(out, premise);
    }
}

/* A premise by names and numbers. */
static void tell(const ombud__origins *o, const ombud__premise *p, const ombud__supposed *supposed, ombud__stated *out)
{
    const ombud_case *matter = o->look->matter;
    const ombud__fact *fact = &matter->law->facts[p->fact];
    int is_supposed = p->position == SUPPOSED;
    ombud_stated one = OMBUD_STATED_INIT;
    if (ombud__fact_tells(o->look, p->fact, p->item) || ombud__member_withheld(o->look, p->item))
        return;
    one.truth = p->truth + OMBUD_NO;
    one.name = fact->word.name;
    one.item_prefix = matter->law->kinds[fact->kind].prefix;
    one.item_number = p->item < matter->members_count ? matter->members[p->item].number : supposed->newcomer_number;
    one.position = is_supposed ? 0 : o->shown != NULL ? o->shown[p->position] : p->position;
    one.on = is_supposed ? supposed->act->day : matter->acts[p->position - 1].day;
    out->list[out->count++] = one;
}

static ombud_status tell_all(ombud__origins *o, const ombud__premises *premises, const ombud__supposed *supposed,
                             ombud__stated *out)
{
    ombud__premises resolved;
    ombud__premises_init(&resolved, &premises->alloc);
    if (supposed->act != NULL)
        note_act(o, supposed->act, supposed->loads, SUPPOSED);
    resolve(o, premises, &resolved);
    ombud_status status = resolved.status;
    if (status == OMBUD_OK && resolved.all_count > 0) {
        out->room = resolved.all_count;
        out->list = ombud__alloc(&premises->alloc, out->room * sizeof *out->list);
        status = out->list == NULL ? OMBUD_E_NOMEM : OMBUD_OK;
    }
    for (size_t i = 0; status == OMBUD_OK && i < resolved.all_count; i++)
        tell(o, &resolved.all[i], supposed, out);
    ombud__premises_free(&resolved);
    return status;
}

ombud_status ombud__stated_of(const ombud__look *asked, const ombud__premises *premises,
                              const ombud__supposed *supposed, ombud__stated *out, ombud_error *err)
{
    /* What is folded to tell where facts come from is no further question: it counts for no coverage. */
    ombud_case matter = *asked->matter;
    ombud_asof at = OMBUD_ASOF_INIT;
    ombud__look look;
    memset(out, 0, sizeof *out);
    if (premises->status != OMBUD_OK)
        return ombud__fail_no_memory_to_answer(err);
    if (premises->all_count == 0)
        return OMBUD_OK;
    matter.coverage = NULL;
    at.day = asked->day;
    at.has_known_by = asked->known_by != INT32_MAX;
    at.known_by = at.has_known_by ? asked->known_by : 0;
    ombud_status status = ombud__look_at(&matter, &at, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    look.has_audience = asked->has_audience;
    look.audience = asked->audience;
    look.audience_member = asked->audience_member;
    ombud__origins o = {.look = &look};
    ombud__premises_init(&o.kept, &premises->alloc);
    ombud__premises_init(&o.now, &premises->alloc);
    status = open_notes(&o, supposed);
    if (status == OMBUD_OK && lines_tell(matter.law, premises))
        read_lines(&o);
    else if (status == OMBUD_OK)
        status = watch(&o, &at, err);
    status = status == OMBUD_OK ? tell_all(&o, premises, supposed, out) : status;
    close_notes(&o);
    ombud__look_free(&look);
    if (status == OMBUD_OK)
        return status;
    ombud__stated_free(out, &premises->alloc);
    return ombud__fail_no_memory_to_answer(err);
}

ombud_status ombud__stated_get(const ombud__stated *stated, size_t index, ombud_stated *out)
{
    if (out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= stated->count ? OMBUD_E_NOT_FOUND : OMBUD__GIVE(out, ombud_stated, stated->list[index], on);
}

void ombud__stated_free(ombud__stated *stated, const ombud_alloc *alloc)
{
    ombud__free_wiped(alloc, stated->list, stated->room * sizeof *stated->list);
    memset(stated, 0, sizeof *stated);
}
