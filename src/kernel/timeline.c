/* What happened and when a last day passed, in order: the steps of a watched fold with the last days of terms between
 * them. */
#include "audience.h"
#include "result.h"

#include "asof.h"
#include "civil.h"
#include "error.h"

#include <string.h>

static void fill_step(const ombud__look *look, const ombud__trace_step *from, const uint32_t *shown, ombud_step *step)
{
    static const char *const acts[] = {"", "", "fact", "link", "void"};
    const ombud_case *matter = look->matter;
    const ombud_law *law = matter->law;
    const ombud_step blank = OMBUD_STEP_INIT;
    const ombud__member *member = &matter->members[from->item];
    int tells = from->act == OMBUD__ACT_EVENT && ombud__event_tells(look, from->what, from->item);
    const ombud__row *row = tells ? NULL : ombud__ruling_row(law, from->ruling);
    int unseen = from->by == OMBUD__NOBODY || ombud__actor_withheld(look, &matter->acts[from->position - 1]);
    *step = blank;
    step->kind = from->kind;
    step->on = from->day;
    step->entered = from->entered;
    step->position = shown != NULL ? shown[from->position] : from->position;
    step->name = from->act == OMBUD__ACT_EVENT ? law->events[from->what].word.full : ombud_view_of(acts[from->act]);
    step->item_prefix = law->kinds[member->kind].prefix;
    step->item_number = member->number;
    step->by = unseen ? 0 : matter->members[from->by].number;
    step->role = unseen ? (ombud_view){"", 0} : ombud__role_named(matter, &matter->acts[from->position - 1]);
    step->ruling = tells ? 0 : from->ruling.ruling;
    step->provision = row == NULL ? SIZE_MAX : ombud__provision_or_none(row->provision);
    step->state = ombud__state_withheld(look, member->kind, from->item)
                      ? (ombud_view){"", 0}
                      : ombud__state_name(law, member->kind, from->after);
    step->term = SIZE_MAX;
}

static int step_withheld(const ombud__look *look, const ombud__trace_step *step)
{
    if (step->position > 0)
        return ombud__act_withheld(look, &look->matter->acts[step->position - 1]);
    return ombud__withheld(look, OMBUD__KNOW_EVENT, step->what, step->item) || ombud__member_withheld(look, step->item);
}

/* A last day is shown if it has passed or is this day, and the term still ran at its end. */
static int shows_due(const ombud_term *t, ombud_day day)
{
    return t->no_due == OMBUD_DUE_KNOWN && t->due <= day && (!t->has_closed || t->closed > t->due);
}

static void fill_due(const ombud_term *t, size_t index, ombud_step *step)
{
    const ombud_step blank = OMBUD_STEP_INIT;
    *step = blank;
    step->kind = OMBUD_STEP_DUE;
    step->on = step->entered = t->due;
    step->name = t->name;
    step->item_prefix = t->item_prefix;
    step->item_number = t->item_number;
    step->provision = t->provision;
    step->state = step->role = (ombud_view){"", 0};
    step->term = index;
}

/*
 * Within a day: what time brought about at its beginning, then events, then the last days that end with it; else as
 * they were listed. While the list is being sorted `term` holds each step's place in its own list, so that no two steps
 * are equal.
 */
static int comes_before(const ombud_step *a, const ombud_step *b)
{
    if (a->on != b->on)
        return a->on < b->on;
    if ((a->kind == OMBUD_STEP_DUE) != (b->kind == OMBUD_STEP_DUE))
        return b->kind == OMBUD_STEP_DUE;
    return a->term < b->term;
}

/* Steps come nearly in order: then this is all. 0 if it would take too long. */
static int sort_by_insertion(ombud_step *list, size_t count)
{
    size_t moves = 0;
    for (size_t i = 1; i < count; i++) {
        ombud_step step = list[i];
        size_t at = i;
        for (; at > 0 && comes_before(&step, &list[at - 1]); at--)
            list[at] = list[at - 1];
        list[at] = step;
        moves += i - at;
        if (moves > 64 * (count + 64))
            return 0;
    }
    return 1;
}

static void sift(ombud_step *list, size_t root, size_t count)
{
    ombud_step step = list[root];
    for (size_t child; (child = 2 * root + 1) < count; root = child) {
        if (child + 1 < count && comes_before(&list[child], &list[child + 1]))
            child++;
        if (!comes_before(&step, &list[child]))
            break;
        list[root] = list[child];
    }
    list[root] = step;
}

static void sort_steps(ombud_step *list, size_t count)
{
    if (sort_by_insertion(list, count))
        return;
    for (size_t i = count / 2; i-- > 0;)
        sift(list, i, count);
    for (size_t end = count; end-- > 1;) {
        ombud_step last = list[end];
        list[end] = list[0];
        list[0] = last;
        sift(list, 0, end);
    }
}

/* ---- what lines say that are no events --------------------------------------------------------------------------- */

static const ombud__act *act_of(const ombud__look *look, const ombud__trace_step *step)
{
    return &look->matter->acts[step->position - 1];
}

static size_t told_by(const ombud__look *look, const ombud__trace_step *step)
{
    return step->act == OMBUD__ACT_LINK ? 1 : step->act == OMBUD__ACT_FACT ? act_of(look, step)->loads : 0;
}

static uint64_t roles_of_actor(const ombud__look *look, const ombud_asof *asof, const ombud__act *act)
{
    ombud_item person = OMBUD_ITEM_INIT;
    if (act->by == OMBUD__NOBODY || ombud__actor_withheld(look, act))
        return 0;
    if (act->as != 0)
        return ombud__role_said(act);
    (void)ombud_case_item_at(look->matter, act->by, &person);
    return ombud__roles_shown(look->matter, asof, &person);
}

/* Writes what a step tells behind `told`. */
static ombud__telling telling_of(const ombud__look *look, const ombud_asof *asof, const ombud__trace_step *step,
                                 ombud__told *told, size_t *count)
{
    ombud__telling telling = {step->act, (uint32_t)*count, 0, 0};
    if (told_by(look, step) == 0)
        return (ombud__telling){0, 0, 0, 0};
    const ombud__act *act = act_of(look, step);
    const ombud__load *loads = ombud__loads_of(look->matter, act);
    if (step->act == OMBUD__ACT_LINK) {
        const ombud__member *other = &look->matter->members[act->other];
        told[(*count)++] = (ombud__told){act->what, 0, other->kind, other->number};
    }
    for (size_t i = 0; i < act->loads; i++) {
        if (!ombud__load_withheld(look, act, &loads[i]))
            told[(*count)++] = (ombud__told){loads[i].what, loads[i].truth, OMBUD__NONE, 0};
    }
    telling.count = (uint32_t)*count - telling.first;
    telling.by = roles_of_actor(look, asof, act);
    return telling;
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static ombud_status build(const ombud__look *look, const ombud_asof *asof, const ombud__trace *trace,
                          ombud_timeline **out, ombud_error *err)
{
    const ombud_alloc *alloc = &look->matter->alloc;
    ombud_terms *terms = NULL;
    ombud_status status = ombud__terms_of(look, trace, 0, &terms, err);
    if (status != OMBUD_OK)
        return status;
    size_t room = trace->steps_count + terms->count + 1, told_room = 1, told_count = 0;
    uint32_t *shown = NULL;
    for (size_t i = 0; i < trace->steps_count; i++)
        told_room += told_by(look, &trace->steps[i]);
    status = ombud__shown_positions(look, &shown);
    ombud_timeline *timeline = ombud__alloc(alloc, sizeof *timeline);
    ombud_step *list = ombud__alloc(alloc, room * sizeof *list);
    ombud__telling *tellings = ombud__alloc(alloc, room * sizeof *tellings);
    ombud__told *told = ombud__alloc(alloc, told_room * sizeof *told);
    if (timeline == NULL || list == NULL || tellings == NULL || told == NULL || status != OMBUD_OK) {
        ombud__shown_positions_free(look, shown);
        ombud__free(alloc, timeline, sizeof *timeline);
        ombud__free(alloc, list, room * sizeof *list);
        ombud__free(alloc, tellings, room * sizeof *tellings);
        ombud__free(alloc, told, told_room * sizeof *told);
        ombud_terms_free(terms);
        return ombud__fail_no_memory_to_answer(err);
    }
    *timeline = (ombud_timeline){*alloc, look->matter->law, 0, room, list, terms, tellings, told, told_room};
    for (size_t i = 0; i < trace->steps_count; i++) {
        if (step_withheld(look, &trace->steps[i]))
            continue;
        fill_step(look, &trace->steps[i], shown, &list[timeline->count]);
        tellings[i] = telling_of(look, asof, &trace->steps[i], told, &told_count);
        list[timeline->count++].term = i;
    }
    for (size_t i = 0; i < terms->count; i++) {
        if (shows_due(&terms->list[i], look->day))
            fill_due(&terms->list[i], i, &list[timeline->count++]);
    }
    sort_steps(list, timeline->count);
    ombud__shown_positions_free(look, shown);
    *out = timeline;
    return OMBUD_OK;
}

ombud_status ombud_case_timeline(const ombud_case *matter, const ombud_asof *asof, ombud_timeline **out,
                                 ombud_error *err)
{
    ombud__traced traced;
    ombud_asof at = OMBUD_ASOF_INIT;
    ombud_status status = ombud__traced_begin(matter, asof, out, &traced, err);
    if (status != OMBUD_OK)
        return status;
    (void)ombud__take_asof(asof, &at, NULL); /* it could be looked at */
    status = build(&traced.look, &at, &traced.trace, out, err);
    ombud__traced_end(&traced);
    return status;
}

void ombud_timeline_free(ombud_timeline *timeline)
{
    if (timeline == NULL)
        return;
    ombud_alloc alloc = timeline->alloc;
    ombud_terms_free(timeline->terms);
    ombud__free_wiped(&alloc, timeline->told, timeline->told_room * sizeof *timeline->told);
    ombud__free_wiped(&alloc, timeline->tellings, timeline->room * sizeof *timeline->tellings);
    ombud__free_wiped(&alloc, timeline->list, timeline->room * sizeof *timeline->list);
    ombud__free_wiped(&alloc, timeline, sizeof *timeline);
}

size_t ombud_timeline_count(const ombud_timeline *timeline)
{
    return timeline == NULL ? 0 : timeline->count;
}

ombud_status ombud_timeline_get(const ombud_timeline *timeline, size_t index, ombud_step *out)
{
    if (timeline == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= timeline->count)
        return OMBUD_E_NOT_FOUND;
    ombud_step step = timeline->list[index];
    if (step.kind != OMBUD_STEP_DUE)
        step.term = SIZE_MAX;
    return OMBUD__GIVE(out, ombud_step, step, term);
}
