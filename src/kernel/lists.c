/* Lists of terms and findings, made from a watched fold. */
#include "audience.h"
#include "result.h"

#include "civil.h"
#include "error.h"

#include <string.h>

/* ---- terms ------------------------------------------------------------------------------------------------------- */

static ombud_term_status status_of(const ombud__world *world, const ombud__instance *instance)
{
    if (instance->replaced)
        return OMBUD_TERM_LAPSED;
    return ombud__term_status(world, &instance->running, instance->item);
}

static void derive(const ombud_settings *settings, const ombud__running *running, ombud_term *t)
{
    const ombud__run *run = &settings->runs[running->row];
    t->no_due = running->no_due;
    if (run->length != OMBUD__NONE)
        t->length = settings->law->lengths[run->length].word.name;
    if (running->no_due != OMBUD_DUE_KNOWN)
        return;
    ombud_period period = {running->count, running->unit};
    t->due = running->due;
    /* The fold reached this day by the same arithmetic; here only its steps are spelt out, so this cannot fail. A day
     * of the year is as far from the start as it is, and only rolled; an extension of it has a period as any other. */
    t->yearly = run->within == OMBUD__WITHIN_DATE && !(running->flags & OMBUD__TERM_EXTENDED);
    ombud_day start = t->yearly ? ombud__year_end(running->start, run) : running->start;
    ombud_period length = t->yearly ? (ombud_period){0, OMBUD_UNIT_DAYS} : period;
    (void)ombud_due(start, length, run->roll, settings->holidays, settings->holiday_count, &t->steps);
    t->steps.start = running->start;
    t->steps.period = period;
}

static int64_t days_of(const ombud_term *t, ombud_day day)
{
    switch (t->status) {
    case OMBUD_TERM_OPEN: return t->no_due == OMBUD_DUE_KNOWN ? t->due - day : day - t->opened;
    case OMBUD_TERM_OVERDUE:
    case OMBUD_TERM_EXPIRED: return day - t->due;
    case OMBUD_TERM_MET_LATE: return t->closed - t->due;
    default: return 0;
    }
}

static void fill_term(const ombud__look *look, const ombud__world *world, const ombud__instance *instance,
                      ombud_term *t)
{
    const ombud_law *law = world->law;
    const ombud__term *term = &law->terms[instance->term];
    const ombud__term_row *row = &law->term_rows[instance->running.row];
    const ombud__run *run = &world->settings->runs[instance->running.row];
    const ombud_term blank = OMBUD_TERM_INIT;
    *t = blank;
    t->name = term->word.name;
    t->label = term->word.label[0];
    t->item_prefix = law->kinds[term->kind].prefix;
    t->item_number = look->matter->members[instance->item].number;
    t->duty = term->duty;
    t->status = status_of(world, instance);
    t->extended = (instance->running.flags & OMBUD__TERM_EXTENDED) != 0;
    t->bearer = row->bearer;
    t->addressee = row->addressee;
    t->provision = ombud__provision_or_none(row->row.provision);
    t->row = ombud__row_index(law, &row->row);
    t->opened = instance->opened;
    t->length = t->reading = (ombud_view){"", 0};
    derive(world->settings, &instance->running, t);
    t->has_closed = instance->closed != OMBUD__NO_DAY;
    t->closed = t->has_closed ? instance->closed : 0;
    t->reading = ombud__reading_text(law, run->alternative);
    t->days = days_of(t, look->day);
}

ombud_status ombud__terms_of(const ombud__look *look, const ombud__trace *trace, int only_pending, ombud_terms **out,
                             ombud_error *err)
{
    const ombud_alloc *alloc = &look->matter->alloc;
    ombud__world world = ombud__look_world(look);
    ombud_terms *terms = ombud__alloc(alloc, sizeof *terms);
    ombud_term *list = ombud__alloc(alloc, (trace->instances_count + 1) * sizeof *list);
    if (terms == NULL || list == NULL) {
        ombud__free(alloc, terms, sizeof *terms);
        ombud__free(alloc, list, (trace->instances_count + 1) * sizeof *list);
        return ombud__fail_no_memory_to_answer(err);
    }
    *terms = (ombud_terms){*alloc, world.law, 0, trace->instances_count + 1, list, look->day};
    for (size_t i = 0; i < trace->instances_count; i++) {
        ombud_term *t = &list[terms->count];
        const ombud__instance *instance = &trace->instances[i];
        if (ombud__withheld(look, OMBUD__KNOW_TERM, instance->term, instance->item) ||
            ombud__term_tells(look, instance->term, instance->item) || ombud__member_withheld(look, instance->item))
            continue;
        fill_term(look, &world, &trace->instances[i], t);
        if (!only_pending || (t->duty && (t->status == OMBUD_TERM_OPEN || t->status == OMBUD_TERM_OVERDUE)))
            terms->count++;
    }
    *out = terms;
    return OMBUD_OK;
}

static ombud_status list_terms(const ombud_case *matter, const ombud_asof *asof, int only_pending, ombud_terms **out,
                               ombud_error *err)
{
    ombud__traced traced;
    ombud_status status = ombud__traced_begin(matter, asof, out, &traced, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__terms_of(&traced.look, &traced.trace, only_pending, out, err);
    ombud__traced_end(&traced);
    return status;
}

ombud_status ombud_case_terms(const ombud_case *matter, const ombud_asof *asof, ombud_terms **out, ombud_error *err)
{
    return list_terms(matter, asof, 0, out, err);
}

ombud_status ombud_case_duties(const ombud_case *matter, ombud_day on, ombud_terms **out, ombud_error *err)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = on;
    return list_terms(matter, &asof, 1, out, err);
}

void ombud_terms_free(ombud_terms *terms)
{
    if (terms == NULL)
        return;
    ombud_alloc alloc = terms->alloc;
    ombud__free_wiped(&alloc, terms->list, terms->room * sizeof *terms->list);
    ombud__free_wiped(&alloc, terms, sizeof *terms);
}

size_t ombud_terms_count(const ombud_terms *terms)
{
    return terms == NULL ? 0 : terms->count;
}

ombud_status ombud_terms_get(const ombud_terms *terms, size_t index, ombud_term *out)
{
    if (terms == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= terms->count ? OMBUD_E_NOT_FOUND : OMBUD__GIVE(out, ombud_term, terms->list[index], reserved);
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void fill_finding(const ombud__look *look, const ombud__trace_finding *from, const uint32_t *shown,
                         ombud_finding *f)
{
    const ombud_case *matter = look->matter;
    const ombud_law *law = matter->law;
    const ombud_finding blank = OMBUD_FINDING_INIT;
    const ombud__row *row; /* what a finding rests on always has one */
    *f = blank;
    f->kind = from->kind;
    f->item_prefix = law->kinds[matter->members[from->item].kind].prefix;
    f->item_number = matter->members[from->item].number;
    f->since = from->since;
    f->has_until = from->until != OMBUD__NO_DAY;
    f->until = f->has_until ? from->until : 0;
    int unseen = from->by == OMBUD__NOBODY || ombud__actor_withheld(look, &matter->acts[from->position - 1]);
    f->by = unseen ? 0 : matter->members[from->by].number;
    f->position = shown != NULL ? shown[from->position] : from->position;
    switch (from->of) {
    case OMBUD__OF_EVENT:
        row = ombud__ruling_row(law, from->ruling);
        f->name = law->events[from->what].word.name;
        f->answerable = law->events[from->what].by;
        break;
    case OMBUD__OF_TERM:
        row = &law->term_rows[from->row].row;
        f->name = law->terms[from->what].word.name;
        f->answerable = law->term_rows[from->row].bearer;
        break;
    default: /* OMBUD__OF_REQUIREMENT */
        row = &law->requirements[from->what].row;
        f->name = law->requirements[from->what].word.name;
        f->answerable = law->requirements[from->what].bearer;
    }
    f->provision = ombud__provision_or_none(row->provision);
    f->row = ombud__row_index(law, row);
    if (from->cured_by > 0) {
        f->cured_by = shown != NULL ? shown[from->cured_by] : from->cured_by;
        f->cured_on = from->cured_on;
    }
}

int ombud__finding_withheld(const ombud__look *look, const ombud__trace_finding *f)
{
    if (f->cured_by > 0 && ombud__act_withheld(look, &look->matter->acts[f->cured_by - 1]))
        return 1;
    if (ombud__member_withheld(look, f->item))
        return 1;
    if (f->of == OMBUD__OF_REQUIREMENT && ombud__state_withheld(look, look->matter->members[f->item].kind, f->item))
        return 1;
    switch (f->of) {
    case OMBUD__OF_EVENT:
        return ombud__withheld(look, OMBUD__KNOW_EVENT, f->what, f->item) || ombud__event_tells(look, f->what, f->item);
    case OMBUD__OF_TERM:
        return ombud__withheld(look, OMBUD__KNOW_TERM, f->what, f->item) || ombud__term_tells(look, f->what, f->item);
    default: return ombud__condition_tells(look, look->matter->law->requirements[f->what].condition, f->item);
    }
}

ombud_status ombud__findings_of(const ombud__look *look, const ombud__trace *trace, ombud_findings **out,
                                ombud_error *err)
{
    const ombud_alloc *alloc = &look->matter->alloc;
    size_t count = trace->findings_count, room = count + 1;
    ombud_findings *findings = ombud__alloc(alloc, sizeof *findings);
    ombud_finding *list = ombud__alloc(alloc, room * sizeof *list);
    uint8_t *of = ombud__alloc(alloc, room * sizeof *of);
    ombud__id *what = ombud__alloc(alloc, room * sizeof *what);
    uint32_t *shown = NULL;
    if (findings == NULL || list == NULL || of == NULL || what == NULL ||
        ombud__shown_positions(look, &shown) != OMBUD_OK) {
        ombud__free(alloc, findings, sizeof *findings);
        ombud__free(alloc, list, room * sizeof *list);
        ombud__free(alloc, of, room * sizeof *of);
        ombud__free(alloc, what, room * sizeof *what);
        return ombud__fail_no_memory_to_answer(err);
    }
    *findings = (ombud_findings){*alloc, look->matter->law, 0, room, list, of, what};
    for (size_t i = 0; i < count; i++) {
        if (ombud__finding_withheld(look, &trace->findings[i]))
            continue;
        size_t at = findings->count++; /* a fold finds in the order of days */
        fill_finding(look, &trace->findings[i], shown, &list[at]);
        of[at] = trace->findings[i].of;
        what[at] = trace->findings[i].what;
    }
    ombud__shown_positions_free(look, shown);
    *out = findings;
    return OMBUD_OK;
}

ombud_status ombud_case_findings(const ombud_case *matter, const ombud_asof *asof, ombud_findings **out,
                                 ombud_error *err)
{
    ombud__traced traced;
    ombud_status status = ombud__traced_begin(matter, asof, out, &traced, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__findings_of(&traced.look, &traced.trace, out, err);
    ombud__traced_end(&traced);
    return status;
}

void ombud_findings_free(ombud_findings *findings)
{
    if (findings == NULL)
        return;
    ombud_alloc alloc = findings->alloc;
    ombud__free_wiped(&alloc, findings->list, findings->room * sizeof *findings->list);
    ombud__free_wiped(&alloc, findings->of, findings->room * sizeof *findings->of);
    ombud__free_wiped(&alloc, findings->what, findings->room * sizeof *findings->what);
    ombud__free_wiped(&alloc, findings, sizeof *findings);
}

size_t ombud_findings_count(const ombud_findings *findings)
{
    return findings == NULL ? 0 : findings->count;
}

ombud_status ombud_findings_get(const ombud_findings *findings, size_t index, ombud_finding *out)
{
    if (findings == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= findings->count ? OMBUD_E_NOT_FOUND
                                    : OMBUD__GIVE(out, ombud_finding, findings->list[index], position);
}
