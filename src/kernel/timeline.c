/* What happened and when a last day passed, in order: the steps of a watched fold with the last days of terms between them. */
#include "audience.h"
#include "result.h"

#include "civil.h"
#include "error.h"

#include <string.h>

static void fill_step(const ombud__look *look, const ombud__trace_step *from, const uint32_t *shown, ombud_step *step)
{
    static const char *const acts[] = { "", "", "fact", "link", "void" };
    const ombud_case *matter = look->matter;
    const ombud_law *law = matter->law;
    const ombud_step blank = OMBUD_STEP_INIT;
    const ombud__member *member = &matter->members[from->item];
    int tells = from->act == OMBUD__ACT_EVENT && ombud__event_tells(look, from->what);
    const ombud__row *row = tells ? NULL : ombud__ruling_row(law, from->ruling);
    int unseen = from->by == OMBUD__NOBODY || (from->position > 0 && ombud__actor_withheld(look, &matter->acts[from->position - 1]));
    *step = blank;
    step->kind = from->kind;
    step->on = from->day;
    step->entered = from->entered;
    step->position = shown != NULL ? shown[from->position] : from->position;
    step->name = from->act == OMBUD__ACT_EVENT ? law->events[from->what].word.full : ombud_view_of(acts[from->act]);
    step->item_prefix = law->kinds[member->kind].prefix;
    step->item_number = member->number;
    step->by = unseen ? 0 : matter->members[from->by].number;
    step->ruling = tells ? 0 : from->ruling.ruling;
    step->provision = row == NULL ? SIZE_MAX : ombud__provision_or_none(row->provision);
    step->state = ombud__state_withheld(look, member->kind) ? (ombud_view){ "", 0 } : ombud__state_name(law, member->kind, from->after);
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
    step->state = (ombud_view){ "", 0 };
    step->term = index;
}

/* Within a day: what time brought about at its beginning, then events, then the last days that end with it. */
static void insert(ombud_timeline *timeline, const ombud_step *step)
{
    size_t at = timeline->count++;
    for (; at > 0; at--) {
        const ombud_step *before = &timeline->list[at - 1];
        int later = before->on > step->on || (before->on == step->on && before->kind == OMBUD_STEP_DUE && step->kind != OMBUD_STEP_DUE);
        if (!later)
            break;
        timeline->list[at] = timeline->list[at - 1];
    }
    timeline->list[at] = *step;
}

static ombud_status build(const ombud__look *look, const ombud__trace *trace, ombud_timeline **out, ombud_error *err)
{
    const ombud_alloc *alloc = &look->matter->alloc;
    ombud_terms *terms = NULL;
    ombud_status status = ombud__terms_of(look, trace, 0, &terms, err);
    if (status != OMBUD_OK)
        return status;
    size_t room = trace->steps_count + terms->count + 1;
    uint32_t *shown = NULL;
    status = ombud__shown_positions(look, &shown);
    ombud_timeline *timeline = ombud__alloc(alloc, sizeof *timeline);
    ombud_step *list = ombud__alloc(alloc, room * sizeof *list);
    if (timeline == NULL || list == NULL || status != OMBUD_OK) {
        ombud__shown_positions_free(look, shown);
        ombud__free(alloc, timeline, sizeof *timeline);
        ombud__free(alloc, list, room * sizeof *list);
        ombud_terms_free(terms);
        return ombud__fail(err, OMBUD_E_NOMEM, "there is no memory to answer", "give the allocator more memory");
    }
    *timeline = (ombud_timeline){ *alloc, look->matter->law, 0, room, list, terms };
    for (size_t i = 0; i < trace->steps_count; i++) {
        ombud_step step;
        if (step_withheld(look, &trace->steps[i]))
            continue;
        fill_step(look, &trace->steps[i], shown, &step);
        insert(timeline, &step);
    }
    for (size_t i = 0; i < terms->count; i++) {
        ombud_step step;
        if (!shows_due(&terms->list[i], look->day))
            continue;
        fill_due(&terms->list[i], i, &step);
        insert(timeline, &step);
    }
    ombud__shown_positions_free(look, shown);
    *out = timeline;
    return OMBUD_OK;
}

ombud_status ombud_case_timeline(const ombud_case *matter, const ombud_asof *asof, ombud_timeline **out, ombud_error *err)
{
    ombud__look look;
    ombud__trace trace;
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case and a place for the result", "pass both");
    ombud__trace_init(&trace, &matter->alloc);
    ombud_status status = ombud__look_at(matter, asof, &trace, &look, err);
    if (status == OMBUD_OK) {
        status = build(&look, &trace, out, err);
        ombud__look_free(&look);
    }
    ombud__trace_free(&trace);
    return status;
}

void ombud_timeline_free(ombud_timeline *timeline)
{
    if (timeline == NULL)
        return;
    ombud_alloc alloc = timeline->alloc;
    ombud_terms_free(timeline->terms);
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
    return index >= timeline->count ? OMBUD_E_NOT_FOUND : OMBUD__GIVE(out, ombud_step, timeline->list[index], term);
}
