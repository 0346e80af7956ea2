/* A case: its members, its journal, and the fold that is kept beside it; see matter.h. */
#include "trace.h"

#include "asof.h"
#include "civil.h"
#include "coverage.h"
#include "error.h"
#include "text.h"

#include <string.h>

static ombud_status no_memory(ombud_error *err)
{
    return ombud__fail_no_memory_for(err, "there is no memory for the case");
}

/* ---- life -------------------------------------------------------------------------------------------------------- */

ombud_status ombud_case_new(const ombud_law *law, const ombud_settings *settings, const ombud_alloc *alloc,
                            ombud_case **out, ombud_error *err)
{
    ombud_alloc from;
    if (law == NULL || out == NULL || (settings != NULL && settings->law != law))
        return ombud__fail(err, OMBUD_E_ARGUMENT,
                           "a case needs a law, a place for the result, and settings of that same law",
                           "pass the law the settings were read for");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all of alloc, resize and free");
    ombud_case *matter = ombud__alloc(&from, sizeof *matter);
    if (matter == NULL)
        return no_memory(err);
    memset(matter, 0, sizeof *matter);
    matter->alloc = from;
    matter->law = law;
    matter->settings = settings != NULL ? settings : law->plain;
    matter->last_entered = INT32_MIN;
    if (ombud__fold_reserve(&matter->now, &from, 2, 4, 0, 4, 2) != OMBUD_OK) {
        ombud_case_free(matter);
        return no_memory(err);
    }
    *out = matter;
    return OMBUD_OK;
}

#define FREE_TABLE(matter, name)                                                                                       \
    ombud__free_wiped(&(matter)->alloc, (matter)->name, (matter)->name##_capacity * sizeof *(matter)->name)

void ombud_case_free(ombud_case *matter)
{
    if (matter == NULL)
        return;
    ombud_alloc alloc = matter->alloc;
    FREE_TABLE(matter, members);
    FREE_TABLE(matter, acts);
    FREE_TABLE(matter, loads);
    FREE_TABLE(matter, order);
    FREE_TABLE(matter, bonds);
    ombud__fold_free(&matter->now, &alloc);
    ombud__free_wiped(&alloc, matter, sizeof *matter);
}

/* Room for `more` further elements; doubles, so that no event pays for growth alone. */
static ombud_status room_for(const ombud_alloc *alloc, void **array, size_t count, size_t *capacity, size_t element,
                             size_t more)
{
    if (count + more <= *capacity)
        return OMBUD_OK;
    size_t larger = *capacity * 2 > count + more ? *capacity * 2 : count + more;
    larger = larger < 4 ? 4 : larger;
    void *block = ombud__resize_wiped(alloc, *array, *capacity * element, larger * element);
    if (block == NULL)
        return OMBUD_E_NOMEM;
    *array = block;
    *capacity = larger;
    return OMBUD_OK;
}

#define ROOM(matter, name, more)                                                                                       \
    room_for(&(matter)->alloc, (void **)&(matter)->name, (matter)->name##_count, &(matter)->name##_capacity,           \
             sizeof *(matter)->name, more)

static int copy_table(ombud_case *to, void **array, size_t *count, size_t *capacity, size_t element, const void *from,
                      size_t from_count)
{
    if (room_for(&to->alloc, array, 0, capacity, element, from_count) != OMBUD_OK)
        return 0;
    if (from_count > 0)
        memcpy(*array, from, from_count * element);
    *count = from_count;
    return 1;
}

#define COPY(to, from, name)                                                                                           \
    copy_table(to, (void **)&(to)->name, &(to)->name##_count, &(to)->name##_capacity, sizeof *(to)->name,              \
               (from)->name, (from)->name##_count)

ombud_status ombud_case_clone(const ombud_case *matter, const ombud_alloc *alloc, ombud_case **out, ombud_error *err)
{
    ombud_case *copy = NULL;
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a clone needs a case and a place for the result", "pass both");
    ombud_status status = ombud_case_new(matter->law, matter->settings, alloc, &copy, err);
    if (status != OMBUD_OK)
        return status;
    const ombud__fold *now = &matter->now;
    if (!COPY(copy, matter, members) || !COPY(copy, matter, acts) || !COPY(copy, matter, loads) ||
        !COPY(copy, matter, order) || !COPY(copy, matter, bonds) ||
        ombud__fold_reserve(&copy->now, &copy->alloc, now->thing_count, now->term_count, now->word_count,
                            now->day_count, now->tie_room) != OMBUD_OK) {
        ombud_case_free(copy);
        return no_memory(err);
    }
    ombud__fold_copy(&copy->now, now);
    copy->number = matter->number;
    copy->voids = matter->voids;
    copy->ties = matter->ties;
    copy->last_entered = matter->last_entered;
    *out = copy;
    return OMBUD_OK;
}

/* ---- members ----------------------------------------------------------------------------------------------------- */

uint16_t ombud__case_member(const ombud_case *matter, ombud__id kind, int64_t number)
{
    for (size_t i = 0; i < matter->members_count; i++) {
        if (matter->members[i].kind == kind && matter->members[i].number == number)
            return (uint16_t)i;
    }
    return OMBUD__NOBODY;
}

/* Room in a fold for the case's members and one more of a kind. */
static ombud_status reserve_more(const ombud_case *matter, ombud__fold *fold, ombud__id kind)
{
    const ombud__kind *k = &matter->law->kinds[kind];
    const ombud__fold *now = &matter->now;
    size_t words = k->bit_count > 64 ? 2 * ((k->bit_count + 63u) / 64 - 1) : 0;
    return ombud__fold_reserve(fold, &matter->alloc, now->thing_count + 1u, now->term_count + k->term_count,
                               now->word_count + words, now->day_count + k->day_count, fold->tie_room);
}

ombud_status ombud__case_join(ombud_case *matter, ombud__id kind, int64_t number, uint64_t roles, uint16_t *out,
                              ombud_error *err)
{
    uint16_t member = ombud__case_member(matter, kind, number);
    if (member != OMBUD__NOBODY) {
        if ((roles & ~matter->now.things[member].roles) != 0) {
            ombud__fold_give_roles(&matter->now, matter->law, member, roles);
            ombud__case_refold(matter);
        }
        *out = member;
        return OMBUD_OK;
    }
    if (matter->members_count >= OMBUD_CASE_ITEMS_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "a case has at most 60000 items",
                           "divide the matter into several cases");
    if (ROOM(matter, members, 1) != OMBUD_OK || reserve_more(matter, &matter->now, kind) != OMBUD_OK)
        return no_memory(err);
    matter->members[matter->members_count] = (ombud__member){number, kind};
    *out = (uint16_t)matter->members_count++;
    ombud__fold_join(&matter->now, matter->settings, kind, roles);
    return OMBUD_OK;
}

/* ---- the journal ------------------------------------------------------------------------------------------------- */

/* A line strikes out only lines above it: whether it counts itself is settled by those below it, so one pass from the
 * end decides all. */
void ombud__case_strike(const ombud_case *matter, ombud__knowledge known)
{
    if (matter->voids == 0)
        return;
    for (size_t i = 0; i < matter->acts_count; i++)
        matter->acts[i].voided = 0;
    for (size_t i = matter->acts_count; i-- > 0;) {
        const ombud__act *act = &matter->acts[i];
        if (act->type == OMBUD__ACT_VOID && !act->voided && ombud__is_within(matter, i, known))
            matter->acts[act->struck].voided = 1;
    }
}

int ombud__act_counts(const ombud_case *matter, size_t index, ombud__knowledge known)
{
    return ombud__is_within(matter, index, known) && (matter->voids == 0 || !matter->acts[index].voided);
}

static void fold_journal(const ombud_case *matter, ombud__world *world, int32_t day, ombud__knowledge known)
{
    ombud__case_strike(matter, known);
    for (size_t i = 0; i < matter->order_count; i++) {
        uint32_t index = matter->order[i];
        const ombud__act *act = &matter->acts[index];
        if (act->day > day)
            break;
        if (act->type == OMBUD__ACT_VOID || !ombud__act_counts(matter, index, known))
            continue;
        if (world->trace != NULL) {
            ombud__trace_time(world->trace, world, act->day);
            world->trace->position = index + 1;
        }
        ombud__fold_act(world, act, ombud__loads_of(matter, act));
        if (world->trace != NULL)
            world->trace->position = 0;
    }
}

static ombud__world world_of(const ombud_case *matter, ombud__fold *fold, ombud__trace *trace)
{
    return (ombud__world){.law = matter->law,
                          .settings = matter->settings,
                          .edition = &matter->settings->editions[0],
                          .fold = fold,
                          .trace = trace,
                          .coverage = matter->coverage,
                          .day = (int32_t)OMBUD_DAY_MIN};
}

void ombud__case_refold(ombud_case *matter)
{
    ombud__world world = world_of(matter, &matter->now, NULL);
    ombud__fold_clear(&matter->now, matter->settings);
    fold_journal(matter, &world, (int32_t)OMBUD_DAY_MAX, ombud__knowledge_by(INT32_MAX));
}

ombud__mark ombud__case_mark(const ombud_case *matter)
{
    return (ombud__mark){matter->members_count, matter->acts_count, matter->loads_count};
}

static uint32_t ties_of(const ombud__act *act, const ombud__load *loads)
{
    uint32_t ties = act->type == OMBUD__ACT_LINK;
    for (size_t i = 0; i < act->loads; i++)
        ties += loads[i].type == OMBUD__LOAD_ITEM;
    return ties;
}

/* Whether the law asks of whose roles links tell. */
static int bonds_tell(const ombud_law *law)
{
    return (law->held_roles | law->linked_roles) != 0;
}

/* Who is linked to; room must be there. */
static void note_ties(ombud_case *matter, const ombud__act *act, const ombud__load *loads)
{
    if (!bonds_tell(matter->law) || act->type == OMBUD__ACT_VOID)
        return;
    if (act->type == OMBUD__ACT_LINK)
        matter->bonds[matter->bonds_count++] = (ombud__tie){act->item, act->other, act->what};
    for (size_t i = 0; i < act->loads; i++) {
        if (loads[i].type == OMBUD__LOAD_ITEM)
            matter->bonds[matter->bonds_count++] =
                (ombud__tie){act->item, (uint16_t)loads[i].value, matter->law->args[loads[i].what].link};
    }
}

ombud_status ombud__case_make_room(ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                   ombud_error *err)
{
    uint32_t ties = ties_of(act, loads);
    if (matter->acts_count >= OMBUD_CASE_EVENTS_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "a case has at most 1000000 events",
                           "divide the matter into several cases");
    if (matter->ties + ties > OMBUD_CASE_LINKS_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "a case has at most 60000 links",
                           "divide the matter into several cases");
    if (ROOM(matter, acts, 1) != OMBUD_OK || ROOM(matter, loads, act->loads) != OMBUD_OK ||
        ROOM(matter, order, 1) != OMBUD_OK || (bonds_tell(matter->law) && ROOM(matter, bonds, ties) != OMBUD_OK) ||
        ombud__fold_reserve(&matter->now, &matter->alloc, matter->now.thing_count, matter->now.term_count,
                            matter->now.word_count, matter->now.day_count, matter->ties + ties) != OMBUD_OK)
        return no_memory(err);
    return OMBUD_OK;
}

ombud_status ombud__case_push(ombud_case *matter, const ombud__act *act, const ombud__load *loads, ombud_error *err)
{
    uint32_t ties = ties_of(act, loads);
    ombud_status status = ombud__case_make_room(matter, act, loads, err);
    if (status != OMBUD_OK)
        return status;
    uint32_t index = (uint32_t)matter->acts_count;
    size_t at = matter->order_count;
    ombud__act *added = &matter->acts[index];
    *added = *act;
    added->load = (uint32_t)matter->loads_count;
    if (act->loads > 0)
        memcpy(matter->loads + matter->loads_count, loads, act->loads * sizeof *loads);
    while (at > 0 && matter->acts[matter->order[at - 1]].day > act->day)
        at--;
    memmove(matter->order + at + 1, matter->order + at, (matter->order_count - at) * sizeof *matter->order);
    matter->order[at] = index;
    matter->order_count++;
    matter->acts_count++;
    matter->loads_count += act->loads;
    matter->ties += ties;
    matter->voids += act->type == OMBUD__ACT_VOID;
    note_ties(matter, act, loads);
    matter->last_entered = act->entered > matter->last_entered ? act->entered : matter->last_entered;
    return OMBUD_OK;
}

void ombud__case_rewind(ombud_case *matter, ombud__mark mark)
{
    size_t kept = 0;
    for (size_t i = 0; i < matter->order_count; i++) {
        if (matter->order[i] < mark.acts)
            matter->order[kept++] = matter->order[i];
    }
    matter->order_count = kept;
    for (size_t i = mark.acts; i < matter->acts_count; i++) {
        matter->voids -= matter->acts[i].type == OMBUD__ACT_VOID;
        matter->ties -= ties_of(&matter->acts[i], ombud__loads_of(matter, &matter->acts[i]));
    }
    matter->acts_count = mark.acts;
    matter->loads_count = mark.loads;
    matter->bonds_count = 0;
    matter->last_entered = INT32_MIN;
    for (size_t i = 0; i < matter->acts_count; i++) {
        matter->last_entered =
            matter->acts[i].entered > matter->last_entered ? matter->acts[i].entered : matter->last_entered;
        note_ties(matter, &matter->acts[i], ombud__loads_of(matter, &matter->acts[i]));
    }
    while (matter->members_count > mark.members) {
        const ombud__thing *thing = &matter->now.things[--matter->now.thing_count];
        matter->members_count--;
        matter->now.term_count = thing->terms;
        matter->now.day_count = thing->days;
        matter->now.word_count = thing->words;
    }
    ombud__case_refold(matter);
}

ombud_status ombud__case_append(ombud_case *matter, const ombud__act *act, const ombud__load *loads, ombud_error *err)
{
    int in_order = act->type != OMBUD__ACT_VOID && act->day >= matter->now.day;
    ombud_status status = ombud__case_push(matter, act, loads, err);
    if (status != OMBUD_OK)
        return status;
    if (!in_order) {
        ombud__case_refold(matter);
        return OMBUD_OK;
    }
    ombud__world world = world_of(matter, &matter->now, NULL);
    ombud__fold_act(&world, act, loads);
    return OMBUD_OK;
}

/* As ombud__case_push() for each line that counts, in their order; what is struck out and what strikes out stay behind,
 * so that no line refers to another. */
static ombud_status push_as_of(ombud_case *to, const ombud_case *from, int32_t day, ombud__knowledge known,
                               ombud_error *err)
{
    ombud_status status = OMBUD_OK;
    ombud__case_strike(from, known);
    for (size_t i = 0; i < from->acts_count && status == OMBUD_OK; i++) {
        const ombud__act *act = &from->acts[i];
        if (act->day <= day && act->type != OMBUD__ACT_VOID && ombud__act_counts(from, i, known))
            status = ombud__case_push(to, act, ombud__loads_of(from, act), err);
    }
    return status;
}

ombud_status ombud_case_clone_as_of(const ombud_case *matter, ombud_day day, ombud_day known_by,
                                    const ombud_alloc *alloc, ombud_case **out, ombud_error *err)
{
    ombud_case *copy = NULL;
    uint16_t member;
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a clone needs a case and a place for the result", "pass both");
    if (!ombud__day_in_range(day) || !ombud__day_in_range(known_by))
        return ombud__fail(err, OMBUD_E_RANGE, "a day of the clone is outside the years 1 to 9999", "give civil days");
    ombud_status status = ombud_case_new(matter->law, matter->settings, alloc, &copy, err);
    for (size_t i = 0; i < matter->members_count && status == OMBUD_OK; i++) {
        const ombud__member *m = &matter->members[i];
        status = ombud__case_join(copy, m->kind, m->number, matter->now.things[i].roles, &member, err);
    }
    status = status == OMBUD_OK ? push_as_of(copy, matter, (int32_t)day, ombud__knowledge_by((int32_t)known_by), err)
                                : status;
    if (status != OMBUD_OK) {
        ombud_case_free(copy);
        return status;
    }
    copy->number = matter->number;
    ombud__case_refold(copy);
    *out = copy;
    return OMBUD_OK;
}

/* ---- looking ----------------------------------------------------------------------------------------------------- */

static ombud_status own_fold(const ombud_case *matter, size_t extra_ties, ombud__fold *own, ombud_error *err)
{
    const ombud__fold *now = &matter->now;
    if (ombud__fold_reserve(own, &matter->alloc, now->thing_count, now->term_count, now->word_count, now->day_count,
                            matter->ties + extra_ties) != OMBUD_OK)
        return ombud__fail_no_memory_to_answer(err);
    return OMBUD_OK;
}

static void fold_for(const ombud_case *matter, ombud__fold *own, ombud__trace *trace, int32_t day,
                     ombud__knowledge known, ombud__world *world)
{
    *world = world_of(matter, own, trace);
    for (size_t i = 0; i < matter->members_count; i++)
        ombud__fold_join(own, matter->settings, matter->members[i].kind, matter->now.things[i].roles);
    fold_journal(matter, world, day, known);
}

void ombud__look_for(ombud__look *look, const ombud_asof *asof)
{
    const ombud_case *matter = look->matter;
    look->has_audience = asof->has_audience != 0;
    look->audience = asof->audience;
    look->audience_member = OMBUD__NOBODY;
    for (size_t i = 0; asof->has_audience && asof->audience_person != 0 && i < matter->members_count; i++) {
        const ombud__member *m = &matter->members[i];
        if (m->number == asof->audience_person && m->kind == matter->law->person)
            look->audience_member = (uint16_t)i;
    }
}

ombud_status ombud__look_within(const ombud_case *matter, const ombud_asof *asof, uint32_t lines, ombud__trace *trace,
                                ombud__look *out, ombud_error *err)
{
    ombud_asof at = OMBUD_ASOF_INIT;
    ombud_status status = ombud__take_asof(asof, &at, err);
    if (status != OMBUD_OK)
        return status;
    memset(out, 0, sizeof *out);
    out->matter = matter;
    out->day = (int32_t)at.day;
    out->known_by = at.has_known_by ? (int32_t)at.known_by : INT32_MAX;
    out->edition = ombud__edition_on(matter->settings, out->day);
    ombud__look_for(out, &at);
    int whole = out->known_by >= matter->last_entered && out->day >= matter->now.day;
    if (trace == NULL && whole && matter->now.next_due >= out->day) {
        out->fold = &matter->now;
        return OMBUD_OK;
    }
    status = own_fold(matter, 0, &out->own, err);
    if (status != OMBUD_OK)
        return status;
    ombud__world world;
    if (trace == NULL && whole) {
        ombud__fold_copy(&out->own, &matter->now);
        world = world_of(matter, &out->own, NULL);
    } else {
        fold_for(matter, &out->own, trace, out->day, ombud__knowledge_of(out->known_by, lines), &world);
    }
    if (trace != NULL)
        ombud__trace_time(trace, &world, out->day);
    ombud__fold_settle(&world, out->day);
    if (trace != NULL) {
        ombud__trace_requirements(trace, &world);
        ombud__cover_excuses(&world);
        if (trace->status != OMBUD_OK) {
            ombud__fold_free(&out->own, &matter->alloc);
            return ombud__fail_no_memory_to_answer(err);
        }
    }
    out->owned = 1;
    out->fold = &out->own;
    return OMBUD_OK;
}

ombud_status ombud__look_at(const ombud_case *matter, const ombud_asof *asof, ombud__trace *trace, ombud__look *out,
                            ombud_error *err)
{
    ombud__trace own;
    if (matter == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case", "pass one");
    if (trace != NULL || matter->coverage == NULL)
        return ombud__look_within(matter, asof, UINT32_MAX, trace, out, err);
    ombud__trace_init(&own, &matter->alloc);
    ombud_status status = ombud__look_within(matter, asof, UINT32_MAX, &own, out, err);
    ombud__trace_free(&own);
    return status;
}

ombud_status ombud__look_own(ombud__look *look, ombud_error *err)
{
    ombud_status status = look->owned ? OMBUD_OK : own_fold(look->matter, 0, &look->own, err);
    if (status == OMBUD_OK && !look->owned) {
        ombud__fold_copy(&look->own, look->fold);
        look->owned = 1;
        look->fold = &look->own;
    }
    return status;
}

void ombud__look_free(ombud__look *look)
{
    if (look->owned)
        ombud__fold_free(&look->own, &look->matter->alloc);
    look->owned = 0;
}

ombud__world ombud__look_world(const ombud__look *look)
{
    /* A world without a trace only reads the fold; the cast serves the fold's own use of the same struct. */
    return (ombud__world){.law = look->matter->law,
                          .settings = look->matter->settings,
                          .edition = look->edition,
                          .fold = (ombud__fold *)(uintptr_t)look->fold,
                          .coverage = look->matter->coverage,
                          .day = look->day};
}

ombud_status ombud__case_suppose(const ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                 ombud__id newcomer, int32_t known_by, ombud__look *look, ombud__ruling *ruling,
                                 ombud_error *err)
{
    ombud__world world;
    memset(look, 0, sizeof *look);
    look->matter = matter;
    look->day = act->day;
    look->known_by = known_by;
    look->edition = ombud__edition_on(matter->settings, act->day);
    ombud_status status = own_fold(matter, ties_of(act, loads), &look->own, err);
    if (status == OMBUD_OK && newcomer != OMBUD__NONE && reserve_more(matter, &look->own, newcomer) != OMBUD_OK) {
        ombud__fold_free(&look->own, &matter->alloc);
        status = ombud__fail_no_memory_to_answer(err);
    }
    if (status != OMBUD_OK)
        return status;
    if (matter->coverage != NULL) {
        ombud__trace own;
        ombud__trace_init(&own, &matter->alloc);
        fold_for(matter, &look->own, &own, act->day, ombud__knowledge_by(known_by), &world);
        status = own.status;
        ombud__trace_free(&own);
        world.trace = NULL;
        if (status != OMBUD_OK) {
            ombud__fold_free(&look->own, &matter->alloc);
            return ombud__fail_no_memory_to_answer(err);
        }
    } else if (known_by >= matter->last_entered && act->day >= matter->now.day) {
        ombud__fold_copy(&look->own, &matter->now);
        world = world_of(matter, &look->own, NULL);
    } else {
        fold_for(matter, &look->own, NULL, act->day, ombud__knowledge_by(known_by), &world);
    }
    look->owned = 1;
    look->fold = &look->own;
    if (newcomer != OMBUD__NONE)
        ombud__fold_join(&look->own, matter->settings, newcomer, 0);
    ombud__fold_settle(&world, act->day);
    ombud__fold_carry(&world, act, loads);
    world.named = act->by != OMBUD__NOBODY;
    world.roles = world.named ? ombud__acting(act, ombud__roles_on(&world, act->by, act->item)) : 0;
    ombud__fold_keep(&world, world.edition->plans[act->what], act->item);
    *ruling = ombud__judge(&world, act->what, act->item, world.roles, world.named);
    ombud__cover_event(&world, act->what, act->item, *ruling, 0);
    return OMBUD_OK;
}
