/* What one event changed: the difference between a case before and after it, as of one day. */
#include "result.h"

#include "error.h"
#include "text.h"

#include <string.h>

/* A row is of one term, and so of one kind of item. */
static int same_term(const ombud_term *a, const ombud_term *b)
{
    return a->row == b->row && a->item_number == b->item_number && a->opened == b->opened;
}

static int same_run(const ombud_term *a, const ombud_term *b)
{
    return a->status == b->status && a->due == b->due && a->no_due == b->no_due && a->extended == b->extended;
}

/* Keeps the terms that were not there before, or run otherwise now. */
static void keep_changed_terms(ombud_terms *after, const ombud_terms *before)
{
    size_t kept = 0;
    for (size_t i = 0; i < after->count; i++) {
        int unchanged = 0;
        for (size_t j = 0; j < before->count && !unchanged; j++)
            unchanged = same_term(&after->list[i], &before->list[j]) && same_run(&after->list[i], &before->list[j]);
        if (!unchanged)
            after->list[kept++] = after->list[i];
    }
    after->count = kept;
}

/* What time alone found is named by its row, an event by its line. */
static int same_finding(const ombud_finding *a, const ombud_finding *b)
{
    return a->kind == b->kind && a->row == b->row && a->since == b->since && a->item_number == b->item_number &&
           a->has_until == b->has_until && a->position == b->position;
}

static void keep_new_findings(ombud_findings *after, const ombud_findings *before)
{
    size_t kept = 0;
    for (size_t i = 0; i < after->count; i++) {
        int known = 0;
        for (size_t j = 0; j < before->count && !known; j++)
            known = same_finding(&after->list[i], &before->list[j]);
        if (known)
            continue;
        after->list[kept] = after->list[i];
        after->of[kept] = after->of[i];
        after->what[kept++] = after->what[i];
    }
    after->count = kept;
}

/* Both lists from one watched fold. */
static ombud_status lists_of(const ombud_case *matter, const ombud_asof *asof, ombud_terms **terms,
                             ombud_findings **findings, ombud_error *err)
{
    ombud__traced traced;
    ombud_status status = ombud__traced_begin(matter, asof, terms, &traced, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__terms_of(&traced.look, &traced.trace, 0, terms, err);
    if (status == OMBUD_OK)
        status = ombud__findings_of(&traced.look, &traced.trace, findings, err);
    ombud__traced_end(&traced);
    return status;
}

static ombud_status turned_states(const ombud_case *before, const ombud_case *after, const ombud_asof *asof,
                                  ombud_changes *changes, ombud_error *err)
{
    ombud__look was, is;
    ombud_status status = ombud__look_at(before, asof, NULL, &was, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__look_at(after, asof, NULL, &is, err);
    for (size_t i = 0; status == OMBUD_OK && i < after->members_count; i++) {
        uint16_t old = was.fold->things[i].state;
        if (is.fold->things[i].state != old)
            changes->states[changes->state_count++] =
                (struct ombud__turn){after->members[i].kind, after->members[i].number, old, is.fold->things[i].state};
    }
    if (status == OMBUD_OK)
        ombud__look_free(&is);
    ombud__look_free(&was);
    return status;
}

/* What changed between two states of a case, of the same members, as of a day. */
static ombud_status changes_between(const ombud_case *before, const ombud_case *after, ombud_day day,
                                    ombud_ruling ruling, ombud_changes **out, ombud_error *err)
{
    const ombud_alloc *alloc = &after->alloc;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_terms *old_terms = NULL;
    ombud_findings *old_findings = NULL;
    ombud_changes *changes = ombud__alloc(alloc, sizeof *changes);
    asof.day = day;
    if (changes == NULL)
        return ombud__fail_no_memory_for(err, "there is no memory for what changed");
    memset(changes, 0, sizeof *changes);
    changes->alloc = *alloc;
    changes->law = after->law;
    changes->ruling = ruling;
    changes->state_room = after->members_count + 1;
    changes->states = ombud__alloc(alloc, changes->state_room * sizeof *changes->states);
    ombud_status status =
        changes->states != NULL ? OMBUD_OK : ombud__fail_no_memory_for(err, "there is no memory for what changed");
    if (status == OMBUD_OK)
        status = lists_of(before, &asof, &old_terms, &old_findings, err);
    if (status == OMBUD_OK)
        status = lists_of(after, &asof, &changes->terms, &changes->findings, err);
    if (status == OMBUD_OK)
        status = turned_states(before, after, &asof, changes, err);
    if (status == OMBUD_OK) {
        keep_changed_terms(changes->terms, old_terms);
        keep_new_findings(changes->findings, old_findings);
    }
    ombud_terms_free(old_terms);
    ombud_findings_free(old_findings);
    if (status != OMBUD_OK) {
        ombud_changes_free(changes);
        return status;
    }
    *out = changes;
    return OMBUD_OK;
}

void ombud_changes_free(ombud_changes *changes)
{
    if (changes == NULL)
        return;
    ombud_alloc alloc = changes->alloc;
    ombud_terms_free(changes->terms);
    ombud_findings_free(changes->findings);
    ombud__free_wiped(&alloc, changes->states, changes->state_room * sizeof *changes->states);
    ombud__free_wiped(&alloc, changes, sizeof *changes);
}

ombud_ruling ombud_changes_ruling(const ombud_changes *changes)
{
    return changes == NULL ? 0 : changes->ruling;
}

size_t ombud_changes_state_count(const ombud_changes *changes)
{
    return changes == NULL ? 0 : changes->state_count;
}

ombud_status ombud_changes_state(const ombud_changes *changes, size_t index, ombud_view *item_prefix,
                                 int64_t *item_number, ombud_view *before, ombud_view *after)
{
    if (changes == NULL || item_prefix == NULL || item_number == NULL || before == NULL || after == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= changes->state_count)
        return OMBUD_E_NOT_FOUND;
    const struct ombud__turn *turn = &changes->states[index];
    *item_prefix = changes->law->kinds[turn->kind].prefix;
    *item_number = turn->number;
    *before = ombud__state_name(changes->law, turn->kind, turn->before);
    *after = ombud__state_name(changes->law, turn->kind, turn->after);
    return OMBUD_OK;
}

const ombud_terms *ombud_changes_terms(const ombud_changes *changes)
{
    return changes == NULL ? NULL : changes->terms;
}

const ombud_findings *ombud_changes_findings(const ombud_changes *changes)
{
    return changes == NULL ? NULL : changes->findings;
}

ombud_status ombud__case_append_watched(ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                        ombud_changes **out, ombud_error *err)
{
    ombud__mark mark = ombud__case_mark(matter);
    ombud__ruling ruling = {0, OMBUD__BY_NONE, OMBUD__NONE};
    ombud_case *before = NULL;
    ombud_day day = act->day;
    /* The case grows first, so that the copy beside it leaves no hole between its blocks. */
    ombud_status status = ombud__case_make_room(matter, act, loads, err);
    if (status == OMBUD_OK)
        status = ombud_case_clone(matter, &matter->alloc, &before, err);
    if (status == OMBUD_OK && act->type == OMBUD__ACT_EVENT) {
        ombud__look look;
        status = ombud__case_suppose(before, act, loads, OMBUD__NONE, INT32_MAX, &look, &ruling, err);
        if (status == OMBUD_OK)
            ombud__look_free(&look);
    }
    if (status == OMBUD_OK)
        status = ombud__case_append(matter, act, loads, err);
    if (status == OMBUD_OK) {
        /* A late event may change what lies after it: the difference is seen from the end of the journal. */
        if (matter->now.day > day)
            day = matter->now.day;
        status = changes_between(before, matter, day, ruling.ruling, out, err);
        if (status != OMBUD_OK)
            ombud__case_rewind(matter, mark);
    }
    ombud_case_free(before);
    return status;
}
