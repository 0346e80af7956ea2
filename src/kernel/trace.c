/* Recording a fold; see trace.h. */
#include "trace.h"

#include "civil.h"
#include "coverage.h"
#include "error.h"
#include "premises.h"

#include <string.h>

void ombud__trace_init(ombud__trace *trace, const ombud_alloc *alloc)
{
    memset(trace, 0, sizeof *trace);
    trace->alloc = *alloc;
}

void ombud__trace_free(ombud__trace *trace)
{
    ombud__free_wiped(&trace->alloc, trace->steps, trace->steps_capacity * sizeof *trace->steps);
    ombud__free_wiped(&trace->alloc, trace->instances, trace->instances_capacity * sizeof *trace->instances);
    ombud__free_wiped(&trace->alloc, trace->findings, trace->findings_capacity * sizeof *trace->findings);
    memset(trace, 0, sizeof *trace);
}

void ombud__trace_clear(ombud__trace *trace)
{
    trace->position = 0;
    trace->steps_count = trace->instances_count = trace->findings_count = 0;
}

ombud_status ombud__traced_begin(const ombud_case *matter, const ombud_asof *asof, const void *out,
                                 ombud__traced *traced, ombud_error *err)
{
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case and a place for the result", "pass both");
    ombud__trace_init(&traced->trace, &matter->alloc);
    ombud_status status = ombud__look_at(matter, asof, &traced->trace, &traced->look, err);
    if (status != OMBUD_OK)
        ombud__trace_free(&traced->trace);
    return status;
}

void ombud__traced_end(ombud__traced *traced)
{
    ombud__look_free(&traced->look);
    ombud__trace_free(&traced->trace);
}

/* A new zeroed element at the end of an array, or NULL; then the recording has failed. */
static void *push(ombud__trace *trace, void **array, size_t *count, size_t *capacity, size_t element)
{
    if (trace->status != OMBUD_OK)
        return NULL;
    if (*count == *capacity) {
        size_t larger = *capacity == 0 ? 8 : *capacity * 2;
        void *block = ombud__resize_wiped(&trace->alloc, *array, *capacity * element, larger * element);
        if (block == NULL) {
            trace->status = OMBUD_E_NOMEM;
            return NULL;
        }
        *array = block;
        *capacity = larger;
    }
    void *added = (unsigned char *)*array + *count * element;
    memset(added, 0, element);
    (*count)++;
    return added;
}

#define PUSH(trace, list, pointer)                                                                                     \
    do {                                                                                                               \
        void *array = (trace)->list;                                                                                   \
        (pointer) = push((trace), &array, &(trace)->list##_count, &(trace)->list##_capacity, sizeof *(trace)->list);   \
        (trace)->list = array;                                                                                         \
    } while (0)

static ombud__trace_finding *found(ombud__trace *trace, ombud_finding_kind kind, uint8_t of, ombud__id what,
                                   uint16_t item, int32_t since)
{
    ombud__trace_finding *f;
    PUSH(trace, findings, f);
    if (f == NULL)
        return NULL;
    f->kind = kind;
    f->of = of;
    f->what = what;
    f->item = item;
    f->by = OMBUD__NOBODY;
    f->since = since;
    f->until = OMBUD__NO_DAY;
    f->row = OMBUD__NONE;
    return f;
}

void ombud__trace_kept_facts(ombud__trace *trace, const ombud__world *world, const ombud__plan *plan, uint16_t item,
                             uint32_t position)
{
    if (trace->origins != NULL)
        ombud__origins_keep(trace->origins, world, plan, item, position);
}

void ombud__trace_keep(ombud__trace *trace, const ombud__trace_finding *finding)
{
    ombud__trace_finding *kept;
    PUSH(trace, findings, kept);
    if (kept != NULL)
        *kept = *finding;
}

void ombud__trace_act(ombud__trace *trace, const ombud__world *world, const ombud__act *act, uint16_t before)
{
    const ombud__ruling none = {0, OMBUD__BY_NONE, OMBUD__NONE};
    ombud__ruling ruling = act->type == OMBUD__ACT_EVENT ? world->ruling : none;
    int brought_about = act->type == OMBUD__ACT_THEN;
    if (trace->origins != NULL) {
        ombud__origins_act(trace->origins, world, act, before);
        return;
    }
    if (brought_about)
        ombud__cover_then(world, act->what, before);
    ombud__trace_step *step;
    PUSH(trace, steps, step);
    if (step == NULL)
        return;
    step->kind = brought_about ? OMBUD_STEP_THEN : OMBUD_STEP_EVENT;
    step->day = act->day;
    step->entered = act->entered;
    step->position = brought_about ? 0 : trace->position;
    step->what = act->what;
    step->act = brought_about ? OMBUD__ACT_EVENT : act->type;
    step->item = act->item;
    step->by = act->by;
    step->after = world->fold->things[act->item].state;
    step->ruling = ruling;
    if (ruling.ruling == OMBUD_FORBIDDEN || ruling.ruling == OMBUD_UNDETERMINED) {
        ombud_finding_kind kind = ruling.ruling == OMBUD_FORBIDDEN ? OMBUD_BREACH : OMBUD_NOT_SHOWN;
        ombud__trace_finding *f = found(trace, kind, OMBUD__OF_EVENT, act->what, act->item, act->day);
        if (f != NULL) {
            f->ruling = ruling;
            f->by = act->by;
            f->position = trace->position;
        }
    }
    ombud__trace_requirements(trace, world);
}

/* The running instance of a term: the last one that opened. */
static ombud__instance *instance_of(ombud__trace *trace, const ombud__world *world, uint16_t item,
                                    const ombud__running *term)
{
    ombud__id name = world->law->term_rows[term->row].term;
    for (size_t i = trace->instances_count; i-- > 0;) {
        ombud__instance *instance = &trace->instances[i];
        if (instance->item == item && instance->term == name)
            return instance;
    }
    return NULL;
}

void ombud__trace_opened(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term)
{
    ombud__cover_opened(world, term);
    ombud__instance *before = instance_of(trace, world, item, term);
    ombud__instance *instance;
    int32_t opened = world->day;
    /* A further period runs from the day after the last day before it, if the first had opened then. */
    if (before != NULL && term->flags & OMBUD__TERM_AGAIN)
        opened = before->running.due < before->opened ? before->opened : before->running.due + 1;
    if (before != NULL && before->closed == OMBUD__NO_DAY && !(before->running.flags & OMBUD__TERM_PAST)) {
        before->closed = world->day;
        before->replaced = 1;
    }
    PUSH(trace, instances, instance);
    if (instance == NULL)
        return;
    instance->item = item;
    instance->term = world->law->term_rows[term->row].term;
    instance->running = *term;
    instance->opened = opened;
    instance->closed = OMBUD__NO_DAY;
}

/* The lateness of a duty ends on the day it is met, excused, lapses, or is given more time. */
static void end_lateness(ombud__trace *trace, const ombud__instance *instance, int32_t day)
{
    for (size_t i = trace->findings_count; i-- > 0;) {
        ombud__trace_finding *f = &trace->findings[i];
        if (f->of == OMBUD__OF_TERM && f->instance == (uint32_t)(instance - trace->instances) &&
            f->until == OMBUD__NO_DAY) {
            f->until = day;
            return;
        }
    }
}

void ombud__trace_changed(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term)
{
    ombud__cover_changed(world, item, term);
    ombud__instance *instance = instance_of(trace, world, item, term);
    if (instance == NULL)
        return;
    if (instance->running.flags & OMBUD__TERM_PAST && !(term->flags & OMBUD__TERM_PAST))
        end_lateness(trace, instance, world->day);
    ombud__running before = instance->running;
    instance->running = *term;
    if (term->flags & OMBUD__TERM_AGAIN) {
        /* What is met is the last day that passed, not the one that would come next. */
        instance->running.due = before.due;
        instance->running.start = before.start;
    }
    if (term->status != OMBUD_TERM_OPEN) {
        instance->closed = world->day;
        end_lateness(trace, instance, world->day);
    }
}

void ombud__trace_past(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term)
{
    ombud__cover_past(world, item, term);
    ombud__instance *instance = instance_of(trace, world, item, term);
    if (instance == NULL)
        return;
    instance->running = *term;
    if (world->law->terms[instance->term].duty) {
        ombud__trace_finding *f = found(trace, OMBUD_LATE, OMBUD__OF_TERM, instance->term, item, world->day);
        if (f != NULL) {
            f->row = term->row;
            f->instance = (uint32_t)(instance - trace->instances);
        }
    }
    ombud__trace_requirements(trace, world);
}

/* ---- requirements ------------------------------------------------------------------------------------------------ */

static ombud__trace_finding *lasting(ombud__trace *trace, ombud__id requirement, uint16_t item)
{
    for (size_t i = trace->findings_count; i-- > 0;) {
        ombud__trace_finding *f = &trace->findings[i];
        if (f->of == OMBUD__OF_REQUIREMENT && f->what == requirement && f->item == item && f->until == OMBUD__NO_DAY)
            return f;
    }
    return NULL;
}

/* What must last is judged at the end of a day: a finding that began and ended within one day was never true then, and
 * one that ended and begins again on the same day has not been interrupted. */
static void end_finding(ombud__trace *trace, ombud__trace_finding *f, int32_t day)
{
    if (f->since < day) {
        f->until = day;
        return;
    }
    size_t at = (size_t)(f - trace->findings);
    memmove(f, f + 1, (trace->findings_count - at - 1) * sizeof *f);
    trace->findings_count--;
}

static void begin_finding(ombud__trace *trace, ombud_finding_kind kind, ombud__id requirement, uint16_t item,
                          int32_t day)
{
    for (size_t i = trace->findings_count; i-- > 0;) {
        ombud__trace_finding *f = &trace->findings[i];
        if (f->of == OMBUD__OF_REQUIREMENT && f->what == requirement && f->item == item && f->kind == kind &&
            f->until == day) {
            f->until = OMBUD__NO_DAY;
            return;
        }
    }
    found(trace, kind, OMBUD__OF_REQUIREMENT, requirement, item, day);
}

void ombud__trace_requirements(ombud__trace *trace, const ombud__world *world)
{
    const ombud_law *law = world->law;
    for (size_t r = 0; trace->origins == NULL && r < law->requirements_count; r++) {
        const ombud__requirement *req = &law->requirements[r];
        for (uint32_t i = 0; i < world->fold->thing_count; i++) {
            const ombud__thing *thing = &world->fold->things[i];
            if (thing->kind != req->kind)
                continue;
            uint16_t item = (uint16_t)i;
            int bound = req->while_states[thing->state / 64] >> (thing->state % 64) & 1;
            int truth =
                bound && world->edition->requirements[r] != OMBUD__ROW_DROPPED
                    ? ombud__row_holds(world, world->edition->requirements[r], req->condition, OMBUD__NONE, item)
                    : OMBUD__YES;
            if (bound)
                ombud__cover_requirement(world, (ombud__id)r, item, truth);
            ombud_finding_kind kind = truth == OMBUD__NO ? OMBUD_BREACH : OMBUD_NOT_SHOWN;
            ombud__trace_finding *before = lasting(trace, (ombud__id)r, item);
            if (before != NULL && truth != OMBUD__YES && before->kind == kind)
                continue;
            if (before != NULL)
                end_finding(trace, before, world->day);
            if (truth != OMBUD__YES)
                begin_finding(trace, kind, (ombud__id)r, item, world->day);
        }
    }
}

void ombud__trace_time(ombud__trace *trace, ombud__world *world, int32_t day)
{
    while (trace->origins == NULL) {
        int32_t flip = ombud__next_flip(world, world->fold->day);
        int32_t wording = world->edition->to < OMBUD_DAY_MAX ? world->edition->to + 1 : OMBUD__NO_DAY;
        if (wording < flip)
            flip = wording;
        if (flip > day)
            break;
        ombud__fold_settle(world, flip);
        ombud__trace_requirements(trace, world);
    }
}
