/*
 * A watched fold: everything that happened on the way, for timelines, lists of terms and findings. A fold without a
 * trace records nothing and costs nothing. Running out of memory is remembered in `status` and ends the recording, not
 * the fold.
 */
#ifndef OMBUD__TRACE_H
#define OMBUD__TRACE_H

#include "matter.h"

typedef struct ombud__trace_step {
    ombud_step_kind kind;
    int32_t day, entered;
    uint32_t position; /* of the act, from 1; 0: time */
    ombud__id what;    /* event, or link */
    uint8_t act;       /* OMBUD__ACT_* */
    uint16_t item, by;
    uint16_t after; /* local state */
    ombud__ruling ruling;
} ombud__trace_step;

/* One run of a term from its opening on. */
typedef struct ombud__instance {
    uint16_t item;
    ombud__id term;
    ombud__running running; /* as last seen */
    int32_t opened, closed; /* closed: day it was met, lapsed or excused; OMBUD__NO_DAY while open */
    uint8_t replaced;       /* begun anew while it ran */
} ombud__instance;

enum { OMBUD__OF_EVENT = 1, OMBUD__OF_TERM, OMBUD__OF_REQUIREMENT };
typedef struct ombud__trace_finding {
    ombud_finding_kind kind;
    uint8_t of;           /* OMBUD__OF_* */
    ombud__id what;       /* event, term, requirement */
    ombud__ruling ruling; /* OF_EVENT */
    ombud__id row;        /* OF_TERM: term row */
    uint16_t item, by;
    int32_t since, until; /* until: OMBUD__NO_DAY while it lasts */
    uint32_t position;
    uint32_t instance; /* OF_TERM */
    /* cured.c: what the same is in another fold, from 1; the line with which it went, and when that was entered */
    uint32_t twin, cured_by;
    int32_t cured_on;
} ombud__trace_finding;

struct ombud__trace {
    ombud_alloc alloc;
    ombud_status status;
    uint32_t position; /* of the act being folded, from 1; 0: time */
    OMBUD__TABLE(ombud__trace_step, steps);
    OMBUD__TABLE(ombud__instance, instances);
    OMBUD__TABLE(ombud__trace_finding, findings);
    struct ombud__origins
        *origins; /* it is watched for which lines stated what, and nothing else (premises.h); or NULL */
};

void ombud__trace_init(ombud__trace *trace, const ombud_alloc *alloc);
void ombud__trace_free(ombud__trace *trace);
/* Forgets what is recorded, for another fold, and keeps the memory. */
void ombud__trace_clear(ombud__trace *trace);
/* A finding of another fold. */
void ombud__trace_keep(ombud__trace *trace, const ombud__trace_finding *finding);

/* A case looked at as of a day, with all that happened up to it; to be ended if it began. `out` is where the answer
 * goes: a NULL there is refused as one for the case is. */
typedef struct ombud__traced {
    ombud__look look;
    ombud__trace trace;
} ombud__traced;
ombud_status ombud__traced_begin(const ombud_case *matter, const ombud_asof *asof, const void *out,
                                 ombud__traced *traced, ombud_error *err);
void ombud__traced_end(ombud__traced *traced);

/* What an event keeps, before its effect; of time at position 0. */
void ombud__trace_kept_facts(ombud__trace *trace, const ombud__world *world, const ombud__plan *plan, uint16_t item,
                             uint32_t position);
/* A line, or what the end of a term brought about, once it has had its effect on an item that was in a state. */
void ombud__trace_act(ombud__trace *trace, const ombud__world *world, const ombud__act *act, uint16_t before);
void ombud__trace_opened(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term);
void ombud__trace_changed(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term);
void ombud__trace_past(ombud__trace *trace, const ombud__world *world, uint16_t item, const ombud__running *term);
/* Time up to the beginning of a day, stopping wherever it alone could turn a requirement. */
void ombud__trace_time(ombud__trace *trace, ombud__world *world, int32_t day);
void ombud__trace_requirements(ombud__trace *trace, const ombud__world *world);

#endif
