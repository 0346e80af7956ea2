/*
 * What a line entered late has cured: findings of the fold as things were known before the day it was entered that are
 * found no more, neither by the end of that day nor as known by the day asked.
 */
#include "result.h"

#include "asof.h"
#include "audience.h"
#include "civil.h"
#include "error.h"

typedef struct curing {
    const ombud_case *matter;
    ombud_asof at;
    ombud__traced asked; /* as of the day asked, as known by then */
    ombud__trace then;   /* as things were known earlier */
    ombud__trace cured;  /* what is found no more, each as it stood last; findings alone */
    ombud_error *err;
} curing;

/* ---- which findings are the same --------------------------------------------------------------------------------- */

/*
 * Whether what was found is found still on its first day. Of an event, strictly: from the same line; else from another
 * of that day, for a line may be struck out and entered anew. (Of events same_in() compares those of one day alone.)
 */
static int is_same(const ombud__trace_finding *was, const ombud__trace_finding *is, int strictly)
{
    if (was->of != is->of || was->what != is->what || was->item != is->item)
        return 0;
    if (was->of == OMBUD__OF_EVENT && strictly)
        return was->position == is->position;
    return was->since == is->since || (is->since < was->since && was->since < is->until);
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

/* What a finding is in a fold, and is of no other yet; NULL if it is found no more. */
static ombud__trace_finding *same_in(const ombud__trace *is, const ombud__trace_finding *was, int strictly)
{
    for (size_t i = was->of == OMBUD__OF_EVENT ? first_since(is, was->since) : 0; i < is->findings_count; i++) {
        ombud__trace_finding *f = &is->findings[i];
        if (f->since > was->since)
            break;
        if (!f->twin && is_same(was, f, strictly))
            return f;
    }
    return NULL;
}

/*
 * Gives each of some findings its twin in a fold: of events first the one of the same line, and each to one alone.
 * What lasts can be what several were.
 */
static void pair(ombud__trace *was, ombud__trace *is)
{
    for (size_t i = 0; i < was->findings_count; i++)
        was->findings[i].twin = 0;
    for (size_t i = 0; i < is->findings_count; i++)
        is->findings[i].twin = 0;
    for (int strictly = 1; strictly >= 0; strictly--) {
        for (uint32_t i = 0; i < was->findings_count; i++) {
            ombud__trace_finding *f = &was->findings[i];
            ombud__trace_finding *twin = f->twin ? NULL : same_in(is, f, strictly);
            if (twin == NULL)
                continue;
            f->twin = (uint32_t)(twin - is->findings) + 1;
            twin->twin = f->of == OMBUD__OF_EVENT ? i + 1 : 0;
        }
    }
}

/* ---- what went, and on which day --------------------------------------------------------------------------------- */

/* Whether a line tells of an earlier day than that on which it was entered, up to the day asked, or strikes out. */
static int is_late(const curing *s, const ombud__act *act)
{
    return act->type == OMBUD__ACT_VOID || (act->entered > act->day && act->day <= s->at.day);
}

/* The next day after one on which something was entered late; OMBUD__NO_DAY if there is none. */
static int32_t next_day(const curing *s, int32_t after)
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
static ombud_status watch(curing *s, int32_t day, size_t lines, ombud__look *look)
{
    ombud_asof asof = s->at;
    asof.has_known_by = 1;
    asof.known_by = day;
    ombud__trace_clear(&s->then);
    return ombud__look_within(s->matter, &asof, (uint32_t)lines, &s->then, look, s->err);
}

/* What went earlier and stands before the day can only have gone on it or later; unless it may not be told. */
static void go_later(curing *s, const ombud__look *look, int32_t day)
{
    size_t kept = 0;
    pair(&s->cured, &s->then);
    for (size_t i = 0; i < s->cured.findings_count; i++) {
        ombud__trace_finding f = s->cured.findings[i];
        if (f.twin && ombud__finding_withheld(look, &f))
            continue;
        if (f.twin && f.of == OMBUD__OF_EVENT)
            f = s->then.findings[f.twin - 1];
        if (f.twin)
            f.cured_on = day;
        s->cured.findings[kept++] = f;
    }
    s->cured.findings_count = kept;
}

/* Keeps what went, in the place of what had gone over into it. */
static void keep(ombud__trace *cured, const ombud__trace_finding *gone)
{
    size_t kept = 0;
    for (size_t i = 0; i < cured->findings_count; i++) {
        if (!is_same(&cured->findings[i], gone, 1))
            cured->findings[kept++] = cured->findings[i];
    }
    cured->findings_count = kept;
    ombud__trace_keep(cured, gone);
}

/* What stood before a day on which something was entered late, and is not found any more. */
static ombud_status look_before(curing *s, int32_t day)
{
    ombud__look look;
    ombud_status status = watch(s, day, 0, &look);
    if (status != OMBUD_OK)
        return status;
    go_later(s, &look, day);
    pair(&s->then, &s->asked.trace);
    for (size_t i = 0; i < s->then.findings_count; i++) {
        ombud__trace_finding *f = &s->then.findings[i];
        if (f->since <= day && !f->twin && !ombud__finding_withheld(&look, f)) {
            f->cured_on = day;
            keep(&s->cured, f);
        }
    }
    ombud__look_free(&look);
    return s->cured.status == OMBUD_OK ? OMBUD_OK : ombud__fail_no_memory_to_answer(s->err);
}

static int comes_before(const ombud__trace_finding *a, const ombud__trace_finding *b)
{
    return a->cured_on != b->cured_on ? a->cured_on < b->cured_on : a->since < b->since;
}

/* By the day on which they went, then by their first. */
static void sort(ombud__trace *cured)
{
    for (size_t i = 1; i < cured->findings_count; i++) {
        ombud__trace_finding f = cured->findings[i];
        size_t at = i;
        for (; at > 0 && comes_before(&f, &cured->findings[at - 1]); at--)
            cured->findings[at] = cured->findings[at - 1];
        cured->findings[at] = f;
    }
}

/* ---- with which line --------------------------------------------------------------------------------------------- */

/* Of what went on one day, what is gone with a line and was not before it; with the last line, which needs no fold, all
 * that is left. */
static ombud_status try_line(curing *s, ombud__trace_finding *first, ombud__trace_finding *end, size_t index,
                             int is_last, size_t *left)
{
    if (!is_last) {
        ombud__look look;
        ombud_status status = watch(s, first->cured_on, index + 1, &look);
        if (status != OMBUD_OK)
            return status;
        ombud__look_free(&look);
    }
    for (ombud__trace_finding *f = first; f < end; f++) {
        if (f->cured_by == 0 && (is_last || same_in(&s->then, f, 1) == NULL)) {
            f->cured_by = (uint32_t)index + 1;
            --*left;
        }
    }
    return OMBUD_OK;
}

static ombud_status name_lines(curing *s, ombud__trace_finding *first, ombud__trace_finding *end)
{
    const ombud_case *matter = s->matter;
    size_t last = 0, left = (size_t)(end - first);
    ombud_status status = OMBUD_OK;
    for (size_t i = 0; i < matter->acts_count; i++)
        last = matter->acts[i].entered == first->cured_on ? i : last;
    for (size_t i = 0; left > 0 && status == OMBUD_OK; i++) {
        if (matter->acts[i].entered == first->cured_on)
            status = try_line(s, first, end, i, i == last, &left);
    }
    return status;
}

/* What went with a line that was not late, on the first day of the finding, is not cured. */
static ombud_status name_all(curing *s)
{
    ombud__trace_finding *list = s->cured.findings;
    size_t count = s->cured.findings_count, kept = 0;
    ombud_status status = OMBUD_OK;
    for (size_t from = 0, to; from < count && status == OMBUD_OK; from = to) {
        for (to = from + 1; to < count && list[to].cured_on == list[from].cured_on;)
            to++;
        status = name_lines(s, list + from, list + to);
    }
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        if (is_late(s, &s->matter->acts[list[i].cured_by - 1]))
            list[kept++] = list[i];
    }
    s->cured.findings_count = kept;
    return status;
}

static ombud_status find_all(curing *s)
{
    ombud_status status = OMBUD_OK;
    for (int32_t day = next_day(s, INT32_MIN); day != OMBUD__NO_DAY && status == OMBUD_OK; day = next_day(s, day))
        status = look_before(s, day);
    if (status != OMBUD_OK)
        return status;
    sort(&s->cured);
    return name_all(s);
}

ombud_status ombud_case_cured(const ombud_case *matter, const ombud_asof *asof, ombud_findings **out, ombud_error *err)
{
    curing s = {.matter = matter, .err = err};
    ombud_status status = ombud__traced_begin(matter, asof, out, &s.asked, err);
    if (status != OMBUD_OK)
        return status;
    ombud__trace_init(&s.then, &matter->alloc);
    ombud__trace_init(&s.cured, &matter->alloc);
    (void)ombud__take_asof(asof, &s.at, NULL); /* it could be looked at */
    status = find_all(&s);
    if (status == OMBUD_OK)
        status = ombud__findings_of(&s.asked.look, &s.cured, out, err);
    ombud__trace_free(&s.cured);
    ombud__trace_free(&s.then);
    ombud__traced_end(&s.asked);
    return status;
}
