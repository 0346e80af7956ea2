/* Lists of what is due across a register, and its present. */
#include "register.h"

#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"

#include <string.h>

struct ombud_agenda {
    ombud_alloc alloc;
    const ombud_law *law;
    int32_t present;
    size_t count;
    ombud_due_item *list;
};

/* ---- lists ------------------------------------------------------------------------------------------------------- */

static ombud_status list_span(const ombud_register *reg, const ombud__ordered *order, int32_t from, int32_t to,
                              ombud_agenda **out, ombud_error *err)
{
    ombud_agenda *agenda = ombud__alloc(&reg->alloc, sizeof *agenda);
    if (agenda == NULL)
        return ombud__fail_no_memory_to_answer(err);
    *agenda = (ombud_agenda){reg->alloc, reg->law, reg->present, ombud__ordered_span(order, from, to, NULL), NULL};
    if (agenda->count > 0) {
        agenda->list = ombud__alloc(&reg->alloc, agenda->count * sizeof *agenda->list);
        if (agenda->list == NULL) {
            ombud__free(&reg->alloc, agenda, sizeof *agenda);
            return ombud__fail_no_memory_to_answer(err);
        }
        ombud__ordered_span(order, from, to, agenda->list);
    }
    *out = agenda;
    return OMBUD_OK;
}

static ombud_status check(const ombud_register *reg, ombud_day from, ombud_day to, const void *out, ombud_error *err)
{
    if (reg == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a register and a place for the result",
                           "pass both");
    if (!ombud__day_in_range(from) || !ombud__day_in_range(to))
        return ombud__fail(err, OMBUD_E_RANGE, "a day asked about is outside the years 1 to 9999",
                           "ask about civil days");
    return OMBUD_OK;
}

ombud_status ombud_register_due(const ombud_register *reg, ombud_day from, ombud_day to, ombud_agenda **out,
                                ombud_error *err)
{
    ombud_status status = check(reg, from, to, out, err);
    return status == OMBUD_OK ? list_span(reg, &reg->duties, (int32_t)from, (int32_t)to, out, err) : status;
}

ombud_status ombud_register_overdue(const ombud_register *reg, ombud_day on, ombud_agenda **out, ombud_error *err)
{
    ombud_status status = check(reg, on, on, out, err);
    return status == OMBUD_OK ? list_span(reg, &reg->duties, INT32_MIN, (int32_t)on - 1, out, err) : status;
}

ombud_status ombud_register_undated(const ombud_register *reg, ombud_agenda **out, ombud_error *err)
{
    ombud_status status = check(reg, 0, 0, out, err);
    return status == OMBUD_OK ? list_span(reg, &reg->duties, OMBUD__NO_DAY, OMBUD__NO_DAY, out, err) : status;
}

ombud_status ombud_register_elapsed(const ombud_register *reg, ombud_day on, ombud_agenda **out, ombud_error *err)
{
    ombud_status status = check(reg, on, on, out, err);
    return status == OMBUD_OK ? list_span(reg, &reg->kept, INT32_MIN, (int32_t)on - 1, out, err) : status;
}

void ombud_agenda_free(ombud_agenda *agenda)
{
    if (agenda == NULL)
        return;
    ombud_alloc alloc = agenda->alloc;
    ombud__free_wiped(&alloc, agenda->list, agenda->count * sizeof *agenda->list);
    ombud__free_wiped(&alloc, agenda, sizeof *agenda);
}

size_t ombud_agenda_count(const ombud_agenda *agenda)
{
    return agenda == NULL ? 0 : agenda->count;
}

const ombud_due_item *ombud_agenda_items(const ombud_agenda *agenda)
{
    return agenda == NULL ? NULL : agenda->list;
}

ombud_status ombud_agenda_get(const ombud_agenda *agenda, size_t index, ombud_due_entry *out)
{
    if (agenda == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= agenda->count)
        return OMBUD_E_NOT_FOUND;
    const ombud_law *law = agenda->law;
    const ombud_due_item *item = &agenda->list[index];
    const ombud__term_row *row = &law->term_rows[item->row];
    const ombud__term *term = &law->terms[row->term];
    ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
    int past = item->day < agenda->present;
    entry.duty = term->duty;
    entry.number = item->number;
    entry.name = term->word.name;
    entry.item_prefix = law->kinds[term->kind].prefix;
    entry.item_number = item->item_number;
    entry.status = !past ? OMBUD_TERM_OPEN : term->duty ? OMBUD_TERM_OVERDUE : OMBUD_TERM_EXPIRED;
    entry.has_due = item->day != OMBUD__NO_DAY;
    entry.due = entry.has_due ? item->day : 0;
    entry.days = entry.has_due ? (int64_t)item->day - agenda->present : 0;
    entry.bearer = row->bearer;
    entry.addressee = row->addressee;
    entry.provision = ombud__provision_or_none(row->row.provision);
    entry.row = ombud__row_index(law, &row->row);
    return OMBUD__GIVE(out, ombud_due_entry, entry, row);
}

/* ---- time -------------------------------------------------------------------------------------------------------- */

/* The cases that time changes up to a day. */
static ombud_status turning(const ombud_register *reg, int32_t day, ombud__key **list, size_t *count, ombud_error *err)
{
    *count = ombud__ordered_span(&reg->turns, INT32_MIN, day, NULL);
    *list = NULL;
    if (*count == 0)
        return OMBUD_OK;
    *list = ombud__alloc(&reg->alloc, *count * sizeof **list);
    if (*list == NULL)
        return ombud__fail_no_memory_to_answer(err);
    ombud__ordered_span(&reg->turns, INT32_MIN, day, *list);
    return OMBUD_OK;
}

ombud_status ombud_register_advance(ombud_register *reg, ombud_day day, ombud_error *err)
{
    ombud__key *list;
    size_t count;
    ombud_status status = check(reg, day, day, reg, err);
    if (status != OMBUD_OK)
        return status;
    if (day < reg->present)
        return ombud__fail(err, OMBUD_E_RANGE, "the present of a register does not go back",
                           "ask the cases about an earlier day, or make a register anew");
    status = turning(reg, (int32_t)day, &list, &count, err);
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        const ombud__slot *slot = ombud__register_slot(reg, list[i].number);
        status = ombud__shift_before(reg, slot->matter, err);
        if (status == OMBUD_OK)
            status = ombud__shift_after(reg, slot->matter, (size_t)(slot - reg->slots), (int32_t)day, err);
    }
    if (status == OMBUD_OK) {
        ombud__shift_commit(reg);
        reg->present = (int32_t)day;
    } else {
        ombud__shift_abandon(reg);
    }
    ombud__free_wiped(&reg->alloc, list, count * sizeof *list);
    return status;
}

ombud_status ombud_register_next_change(const ombud_register *reg, ombud_day *out, ombud_error *err)
{
    ombud__key first = {0, 0, INT32_MIN, 0, 0};
    if (reg == NULL || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a register and a place for the result",
                           "pass both");
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = reg->present;
    /* A new wording concerns every case; an end that is excused changes none. */
    int32_t wording = ombud__edition_on(reg->settings, reg->present)->to;
    ombud_day best = reg->alive > 0 && wording < OMBUD_DAY_MAX ? wording + 1 : OMBUD__NO_DAY;
    ombud__place at = ombud__ordered_seek(&reg->turns, &first);
    for (const ombud__key *key = ombud__ordered_next(&at); key != NULL && key->day < best;
         key = ombud__ordered_next(&at)) {
        ombud_day day;
        ombud_error trouble; /* that nothing changes in one case any more is an answer */
        (void)ombud_error_init(&trouble, sizeof trouble);
        ombud_status status = ombud_case_next_change(ombud_register_case(reg, key->number), &asof, &day, &trouble);
        if (status == OMBUD_OK && day < best)
            best = day;
        else if (status != OMBUD_OK && status != OMBUD_E_NOT_FOUND)
            return ombud__fail_as(err, &trouble);
    }
    if (best == OMBUD__NO_DAY)
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "time alone changes no answer about any case any more",
                           "ask again once a line has been added");
    *out = best;
    return OMBUD_OK;
}
