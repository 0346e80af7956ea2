/*
 * What a line entered late has cured: findings of the fold as things were known before the day it was entered that the
 * fold as known by the end of that day has no more, and that did not come back.
 */
#include "result.h"

#include "asof.h"
#include "audience.h"
#include "civil.h"
#include "error.h"

typedef struct search {
    const ombud_case *matter;
    ombud_asof at;
    ombud__trace before, now; /* of the day that is looked at */
    ombud__trace cured;       /* what was found so far; findings alone */
    ombud_error *err;
} search;

/* ---- which findings are the same --------------------------------------------------------------------------------- */

/*
 * Whether what was found is found still. Strictly: from the same line, or from the same day on. Else: by the same event
 * on that day, for a line may be struck out and entered anew; or on that day already, for it may have begun earlier.
 */
static int is_same(const ombud__trace_finding *was, const ombud__trace_finding *is, int strictly)
{
    if (was->of != is->of || was->what != is->what || was->item != is->item)
        return 0;
    if (was->of == OMBUD__OF_EVENT)
        return strictly ? was->position == is->position : was->since == is->since;
    return strictly ? was->since == is->since : is->since <= was->since && was->since < is->until;
}

/* The first finding of a fold that began on a day or later: it finds in the order of days. */
static size_t first_since(const ombud__trace *trace, int32_t day)
{
    size_t low = 0, high = trace->findings_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (trace->findings[middle].since < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void find_partner(ombud__trace_finding *was, ombud__trace *is, int strictly)
{
    size_t from = strictly || was->of == OMBUD__OF_EVENT ? first_since(is, was->since) : 0;
    for (size_t i = from; i < is->findings_count && is->findings[i].since <= was->since; i++) {
        if (!is->findings[i].paired && is_same(was, &is->findings[i], strictly)) {
            was->paired = is->findings[i].paired = 1;
            return;
        }
    }
}

/* Pairs what was found with what a fold finds, one with one: what stands as it stood first, then what stands
 * otherwise. */
static void pair(ombud__trace *was, ombud__trace *is)
{
    for (size_t i = 0; i < was->findings_count; i++)
        was->findings[i].paired = 0;
    for (int strictly = 1; strictly >= 0; strictly--) {
        for (size_t i = 0; i < was->findings_count; i++) {
            if (!was->findings[i].paired)
                find_partner(&was->findings[i], is, strictly);
        }
    }
}

/* ---- one day of late entries ------------------------------------------------------------------------------------- */

/* Whether a line tells of an earlier day than that on which it was entered, up to the day asked, or strikes out. */
static int is_late(const search *s, const ombud__act *act)
{
    return act->type == OMBUD__ACT_VOID || (act->entered > act->day && act->day <= s->at.day);
}

/* The next day after one on which something was entered late; OMBUD__NO_DAY if there is none. */
static int32_t next_day(const search *s, int32_t after)
{
    int32_t last = s->at.has_known_by ? (int32_t)s->at.known_by : INT32_MAX, next = OMBUD__NO_DAY;
    for (size_t i = 0; i < s->matter->acts_count; i++) {
        const ombud__act *act = &s->matter->acts[i];
        if (act->entered > after && act->entered <= last && act->entered < next && is_late(s, act))
            next = act->entered;
    }
    return next;
}

/* Folds with what was known before a day and, of what was entered on it, the first so many lines of the journal. */
static ombud_status watch(const search *s, int32_t day, size_t lines, ombud__trace *trace, ombud__look *look)
{
    ombud_asof asof = s->at;
    asof.has_known_by = 1;
    asof.known_by = day;
    ombud__trace_clear(trace);
    return ombud__look_within(s->matter, &asof, (uint32_t)lines, trace, look, s->err);
}

/* `cured_by` of a finding that may turn out to be cured on the day that is looked at. */
#define SOME_LINE UINT32_MAX

/* What was found before the day and may be told; how many there are. */
static ombud_status find_before(search *s, int32_t day, size_t *found)
{
    ombud__look look;
    ombud_status status = watch(s, day, 0, &s->before, &look);
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < s->before.findings_count; i++) {
        ombud__trace_finding *f = &s->before.findings[i];
        if (f->since <= day && !ombud__finding_withheld(&look, f)) {
            f->cured_by = SOME_LINE;
            ++*found;
        }
    }
    ombud__look_free(&look);
    return OMBUD_OK;
}

/* How many of these are gone at the end of the day, and may be told of then too. */
static ombud_status find_gone(search *s, int32_t day, size_t *gone)
{
    ombud__look look;
    ombud_status status = watch(s, day, UINT32_MAX, &s->now, &look);
    if (status != OMBUD_OK)
        return status;
    pair(&s->before, &s->now);
    for (size_t i = 0; i < s->before.findings_count; i++) {
        ombud__trace_finding *f = &s->before.findings[i];
        if (f->cured_by != SOME_LINE)
            continue;
        f->cured_by = 0;
        if (!f->paired && !ombud__finding_withheld(&look, f)) {
            f->cured_by = SOME_LINE;
            ++*gone;
        }
    }
    ombud__look_free(&look);
    return OMBUD_OK;
}

/* With a line, what is gone and has not been so before is cured by it; the last line needs no fold. */
static ombud_status try_line(search *s, int32_t day, size_t index, int is_last, size_t *gone)
{
    if (!is_last) {
        ombud__look look;
        ombud_status status = watch(s, day, index + 1, &s->now, &look);
        if (status != OMBUD_OK)
            return status;
        ombud__look_free(&look);
        pair(&s->before, &s->now);
    }
    for (size_t i = 0; i < s->before.findings_count; i++) {
        ombud__trace_finding *f = &s->before.findings[i];
        if (f->cured_by == SOME_LINE && (is_last || !f->paired)) {
            f->cured_by = (uint32_t)index + 1;
            --*gone;
        }
    }
    return OMBUD_OK;
}

static ombud_status name_lines(search *s, int32_t day, size_t gone)
{
    size_t last = 0;
    ombud_status status = OMBUD_OK;
    for (size_t i = 0; i < s->matter->acts_count; i++)
        last = s->matter->acts[i].entered == day ? i : last;
    for (size_t i = 0; i <= last && gone > 0 && status == OMBUD_OK; i++) {
        if (s->matter->acts[i].entered == day)
            status = try_line(s, day, i, i == last, &gone);
    }
    return status;
}

/* What went earlier and has gone again is told of once. */
static void forget(ombud__trace *cured, const ombud__trace_finding *again)
{
    size_t kept = 0;
    for (size_t i = 0; i < cured->findings_count; i++) {
        const ombud__trace_finding *f = &cured->findings[i];
        if (!is_same(f, again, 1) && (f->of == OMBUD__OF_EVENT || !is_same(f, again, 0)))
            cured->findings[kept++] = *f;
    }
    cured->findings_count = kept;
}

static ombud_status look_at_day(search *s, int32_t day)
{
    size_t found = 0, gone = 0;
    ombud_status status = find_before(s, day, &found);
    if (status == OMBUD_OK && found > 0)
        status = find_gone(s, day, &gone);
    if (status == OMBUD_OK)
        status = name_lines(s, day, gone);
    for (size_t i = 0; gone > 0 && status == OMBUD_OK && i < s->before.findings_count; i++) {
        const ombud__trace_finding *f = &s->before.findings[i];
        if (f->cured_by > 0 && is_late(s, &s->matter->acts[f->cured_by - 1])) {
            forget(&s->cured, f);
            ombud__trace_keep(&s->cured, f);
        }
    }
    return status;
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

/* Leaves out what is found again, as known by the day asked, and makes the list. */
static ombud_status list_cured(search *s, ombud_findings **out)
{
    ombud__look look;
    size_t kept = 0;
    ombud__trace_clear(&s->now);
    ombud_status status = ombud__look_at(s->matter, &s->at, &s->now, &look, s->err);
    if (status != OMBUD_OK)
        return status;
    pair(&s->cured, &s->now);
    for (size_t i = 0; i < s->cured.findings_count; i++) {
        if (!s->cured.findings[i].paired)
            s->cured.findings[kept++] = s->cured.findings[i];
    }
    s->cured.findings_count = kept;
    status = ombud__findings_of(&look, &s->cured, out, s->err);
    ombud__look_free(&look);
    return status;
}

ombud_status ombud_case_cured(const ombud_case *matter, const ombud_asof *asof, ombud_findings **out, ombud_error *err)
{
    search s = {.matter = matter, .err = err};
    if (matter == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case and a place for the result", "pass both");
    ombud_status status = ombud__take_asof(asof, &s.at, err);
    if (status != OMBUD_OK)
        return status;
    ombud__trace_init(&s.before, &matter->alloc);
    ombud__trace_init(&s.now, &matter->alloc);
    ombud__trace_init(&s.cured, &matter->alloc);
    for (int32_t day = next_day(&s, INT32_MIN); day != OMBUD__NO_DAY && status == OMBUD_OK; day = next_day(&s, day))
        status = look_at_day(&s, day);
    if (status == OMBUD_OK && s.cured.status != OMBUD_OK)
        status = ombud__fail(err, s.cured.status, "there is no memory to answer", "give the allocator more memory");
    if (status == OMBUD_OK)
        status = list_cured(&s, out);
    ombud__trace_free(&s.cured);
    ombud__trace_free(&s.now);
    ombud__trace_free(&s.before);
    return status;
}
