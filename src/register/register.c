/* The public functions that make a register and record in it; see register.h. */
#include "register.h"

#include "casefile/line.h"
#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/text.h"

#include <string.h>

ombud_status ombud__register_no_memory(ombud_error *err)
{
    return ombud__fail_no_memory_for(err, "there is no memory for the register");
}

static ombud_status fail_null(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where something must be",
                       "give the register and what to record in it");
}

/* ---- life -------------------------------------------------------------------------------------------------------- */

ombud_status ombud_register_new(const ombud_law *law, const ombud_settings *settings, ombud_day present,
                                const ombud_alloc *alloc, ombud_register **out, ombud_error *err)
{
    ombud_alloc from;
    if (law == NULL || out == NULL || (settings != NULL && settings->law != law))
        return ombud__fail(err, OMBUD_E_ARGUMENT,
                           "a register needs a law, a place for the result, and settings of that same law",
                           "pass the law the settings were read for");
    if (!ombud__day_in_range(present))
        return ombud__fail(err, OMBUD_E_RANGE, "the present is outside the years 1 to 9999", "give a civil day");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all three functions, or NULL");
    ombud_register *reg = ombud__alloc(&from, sizeof *reg);
    if (reg == NULL)
        return ombud__register_no_memory(err);
    memset(reg, 0, sizeof *reg);
    reg->alloc = from;
    reg->law = law;
    reg->settings = settings != NULL ? settings : law->plain;
    reg->present = (int32_t)present;
    *out = reg;
    return OMBUD_OK;
}

void ombud_register_free(ombud_register *reg)
{
    if (reg == NULL)
        return;
    ombud_alloc alloc = reg->alloc;
    for (size_t i = 0; i < reg->slots_count; i++) {
        ombud_case_free(reg->slots[i].matter);
        ombud__free_wiped(&alloc, reg->slots[i].digest, reg->slots[i].digest_length);
    }
    ombud__free_wiped(&alloc, reg->slots, reg->slots_capacity * sizeof *reg->slots);
    ombud__ordered_free(&reg->cases, &alloc);
    ombud__ordered_free(&reg->duties, &alloc);
    ombud__ordered_free(&reg->kept, &alloc);
    ombud__ordered_free(&reg->turns, &alloc);
    ombud__shift_free(reg);
    ombud__free_wiped(&alloc, reg, sizeof *reg);
}

const ombud_law *ombud_register_law(const ombud_register *reg)
{
    return reg == NULL ? NULL : reg->law;
}

const ombud_settings *ombud_register_settings(const ombud_register *reg)
{
    return reg == NULL ? NULL : reg->settings;
}

ombud_day ombud_register_present(const ombud_register *reg)
{
    return reg == NULL ? OMBUD_DAY_MIN : reg->present;
}

size_t ombud_register_count(const ombud_register *reg)
{
    return reg == NULL ? 0 : reg->alive;
}

/* ---- finding a case ---------------------------------------------------------------------------------------------- */

ombud__slot *ombud__register_slot(const ombud_register *reg, int64_t number)
{
    ombud__key wanted = {number, 0, 0, 0, 0};
    ombud__place place = ombud__ordered_seek(&reg->cases, &wanted);
    const ombud__key *key = ombud__ordered_next(&place);
    return key != NULL && key->number == number ? &reg->slots[ombud__key_leads_to(key)] : NULL;
}

ombud_status ombud__register_living(const ombud_register *reg, int64_t number, ombud__slot **out, ombud_error *err)
{
    ombud__slot *slot = ombud__register_slot(reg, number);
    if (slot == NULL)
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "the register has no case of this number",
                           "open it first");
    if (slot->matter == NULL)
        return ombud__fail(err, OMBUD_E_STATE, "the case of this number is gone for good", "give another number");
    *out = slot;
    return OMBUD_OK;
}

const ombud_case *ombud_register_case(const ombud_register *reg, int64_t number)
{
    const ombud__slot *slot = reg == NULL ? NULL : ombud__register_slot(reg, number);
    return slot == NULL ? NULL : slot->matter;
}

ombud_status ombud_register_next_number(const ombud_register *reg, int64_t after, int64_t *number)
{
    if (reg == NULL || number == NULL || after < 0)
        return OMBUD_E_ARGUMENT;
    if (after >= OMBUD_NUMBER_MAX)
        return OMBUD_E_NOT_FOUND;
    ombud__key from = {after + 1, 0, 0, 0, 0};
    ombud__place place = ombud__ordered_seek(&reg->cases, &from);
    const ombud__key *key = ombud__ordered_next(&place);
    while (key != NULL && reg->slots[ombud__key_leads_to(key)].matter == NULL)
        key = ombud__ordered_next(&place);
    if (key == NULL)
        return OMBUD_E_NOT_FOUND;
    *number = key->number;
    return OMBUD_OK;
}

/* ---- recording --------------------------------------------------------------------------------------------------- */

/* What is recorded: one of these. */
typedef struct deed {
    const ombud_event *event;
    ombud_changes *changes;
    int wants_changes;
    int64_t person;
    const char *text; /* roles of a person, or an item's name */
    ombud__textline *words;
    ombud__declared before; /* of a member that was declared again */
    int32_t present;
    ombud_error *err;
} deed;
typedef ombud_status act(ombud_case *matter, deed *what);

static ombud_status fail_future(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_RANGE, "the event lies after the present of the register",
                       "advance the present of the register first");
}

static ombud_status do_nothing(ombud_case *matter, deed *what)
{
    (void)matter;
    (void)what;
    return OMBUD_OK;
}

static ombud_status do_person(ombud_case *matter, deed *what)
{
    ombud__id kind = matter->law->person;
    what->before.member = ombud__case_member(matter, kind, what->person);
    if (what->before.member != OMBUD__NOBODY)
        what->before.roles = matter->now.things[what->before.member].roles;
    return ombud_case_person(matter, what->person, what->text, what->err);
}

static ombud_status do_item(ombud_case *matter, deed *what)
{
    return ombud_case_item(matter, what->text, what->err);
}

static ombud_status do_event(ombud_case *matter, deed *what)
{
    ombud_event event = OMBUD_EVENT_INIT;
    if (ombud__take_sized(&event, sizeof event, OMBUD__END_OF(ombud_event, line), what->event) == OMBUD_OK &&
        event.on > what->present && ombud__day_in_range(event.on))
        return fail_future(what->err);
    return ombud_case_apply(matter, what->event, what->wants_changes ? &what->changes : NULL, what->err);
}

static ombud_status do_dated(ombud_case *matter, deed *what, ombud_view first)
{
    ombud__resolved line;
    ombud_day day;
    ombud_status status = ombud__textline_day(what->words, first, &day);
    if (status != OMBUD_OK)
        return status;
    if (day > what->present)
        return ombud__textline_fail(what->words, first, OMBUD_E_RANGE,
                                    "the event lies after the present of the register",
                                    "advance the present of the register first");
    status = ombud__line_words(matter, what->words, day, 1, &line);
    return status == OMBUD_OK ? ombud__line_record(matter, &line, NULL, what->err) : status;
}

static ombud_status do_words(ombud_case *matter, deed *what)
{
    ombud_view first;
    ombud__textline_next(what->words, &first);
    int person = ombud__view_is_z(first, "person");
    if (person || ombud__view_is_z(first, "item"))
        return ombud__line_member(matter, what->words, person, &what->before);
    if (first.ptr[0] < '0' || first.ptr[0] > '9')
        return ombud__textline_fail(what->words, first, OMBUD_E_SYNTAX, "the line begins with no word of a journal",
                                    "write person, item, or a date such as 2026-02-02");
    return do_dated(matter, what, first);
}

/* The case as it was before: cannot fail. */
static void undo(ombud_case *matter, const deed *what, ombud__mark mark)
{
    if (what->before.member != OMBUD__NOBODY)
        matter->now.things[what->before.member].roles = what->before.roles;
    ombud__case_rewind(matter, mark);
}

ombud_status ombud__register_enter(ombud_register *reg, const ombud__slot *slot, ombud_error *err)
{
    if (reg->slots_count >= OMBUD_REGISTER_CASES_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "a register holds at most 100000000 cases", "divide it");
    if (reg->slots_count == reg->slots_capacity) {
        size_t larger = reg->slots_capacity == 0 ? 16 : reg->slots_capacity * 2;
        ombud__slot *slots =
            ombud__resize_wiped(&reg->alloc, reg->slots, reg->slots_capacity * sizeof *slots, larger * sizeof *slots);
        if (slots == NULL)
            return ombud__register_no_memory(err);
        reg->slots = slots;
        reg->slots_capacity = larger;
    }
    ombud__key key = ombud__key_to(reg->slots_count, slot->number, 0);
    if (ombud__ordered_put(&reg->cases, &reg->alloc, &key) != OMBUD_OK)
        return ombud__register_no_memory(err);
    reg->slots[reg->slots_count++] = *slot;
    reg->alive += slot->matter != NULL;
    return OMBUD_OK;
}

static ombud_status change_case(ombud_register *reg, ombud__slot *slot, act *doing, deed *what)
{
    ombud_case *matter = slot->matter;
    ombud__mark mark = ombud__case_mark(matter);
    ombud_status status = ombud__shift_before(reg, matter, what->err);
    if (status == OMBUD_OK)
        status = doing(matter, what);
    if (status == OMBUD_OK) {
        status = ombud__shift_after(reg, matter, (size_t)(slot - reg->slots), reg->present, what->err);
        if (status != OMBUD_OK)
            undo(matter, what, mark);
    }
    if (status == OMBUD_OK)
        ombud__shift_commit(reg);
    else
        ombud__shift_abandon(reg);
    return status;
}

/* Takes the case over, or frees it. */
static ombud_status enter_case(ombud_register *reg, ombud_case *matter, ombud_error *err)
{
    ombud__slot slot = {matter, matter->number, NULL, OMBUD__NO_DAY, 0};
    (void)ombud__shift_before(reg, NULL, err); /* cannot fail: there was no case */
    ombud_status status = ombud__shift_after(reg, matter, reg->slots_count, reg->present, err);
    if (status == OMBUD_OK)
        status = ombud__register_enter(reg, &slot, err);
    if (status == OMBUD_OK) {
        ombud__shift_commit(reg);
        return OMBUD_OK;
    }
    ombud__shift_abandon(reg);
    ombud_case_free(matter);
    return status;
}

static ombud_status begin_case(ombud_register *reg, int64_t number, act *doing, deed *what)
{
    ombud_case *matter = NULL;
    ombud_status status = ombud_case_new(reg->law, reg->settings, &reg->alloc, &matter, what->err);
    if (status != OMBUD_OK)
        return status;
    matter->number = number;
    status = doing(matter, what);
    if (status == OMBUD_OK)
        return enter_case(reg, matter, what->err);
    ombud_case_free(matter);
    return status;
}

static ombud_status check_number(int64_t number, ombud_error *err)
{
    return number >= 1 && number <= OMBUD_NUMBER_MAX
               ? OMBUD_OK
               : ombud__fail(err, OMBUD_E_ARGUMENT, "this is no number of a case", "give 1 to OMBUD_NUMBER_MAX");
}

static ombud_status record(ombud_register *reg, int64_t number, act *doing, deed *what)
{
    ombud__slot *slot;
    what->present = reg->present;
    what->before.member = OMBUD__NOBODY;
    ombud_status status = check_number(number, what->err);
    if (status == OMBUD_OK)
        status = ombud__register_living(reg, number, &slot, what->err);
    return status == OMBUD_OK ? change_case(reg, slot, doing, what) : status;
}

ombud_status ombud_register_open(ombud_register *reg, int64_t number, ombud_error *err)
{
    deed what = {.err = err};
    if (reg == NULL)
        return fail_null(err);
    ombud_status status = check_number(number, err);
    if (status != OMBUD_OK)
        return status;
    const ombud__slot *slot = ombud__register_slot(reg, number);
    if (slot != NULL && slot->matter == NULL)
        return ombud__fail(err, OMBUD_E_STATE, "the case of this number is gone for good", "give another number");
    if (slot != NULL)
        return ombud__fail(err, OMBUD_E_DUPLICATE, "the register has a case of this number", "give another number");
    return begin_case(reg, number, do_nothing, &what);
}

ombud_status ombud_register_person(ombud_register *reg, int64_t number, int64_t person, const char *roles,
                                   ombud_error *err)
{
    deed what = {.person = person, .text = roles, .err = err};
    return reg == NULL ? fail_null(err) : record(reg, number, do_person, &what);
}

ombud_status ombud_register_item(ombud_register *reg, int64_t number, const char *name, ombud_error *err)
{
    deed what = {.text = name, .err = err};
    return reg == NULL || name == NULL ? fail_null(err) : record(reg, number, do_item, &what);
}

ombud_status ombud_register_apply(ombud_register *reg, int64_t number, const ombud_event *event,
                                  ombud_changes **changes, ombud_error *err)
{
    deed what = {.event = event, .wants_changes = changes != NULL, .err = err};
    if (reg == NULL || event == NULL)
        return fail_null(err);
    ombud_status status = record(reg, number, do_event, &what);
    if (status == OMBUD_OK && changes != NULL)
        *changes = what.changes;
    else
        ombud_changes_free(what.changes);
    return status;
}

ombud_status ombud__register_words(ombud_register *reg, int64_t number, ombud__textline *words)
{
    ombud_view word;
    deed what = {.words = words, .err = words->err};
    if (!ombud__textline_peek(words, &word))
        return OMBUD_OK;
    ombud_status status = check_number(number, words->err);
    if (status != OMBUD_OK || ombud__register_slot(reg, number) != NULL)
        return status == OMBUD_OK ? record(reg, number, do_words, &what) : status;
    what.present = reg->present;
    return begin_case(reg, number, do_words, &what);
}

ombud_status ombud_register_line(ombud_register *reg, int64_t number, const char *line, size_t length, ombud_error *err)
{
    if (reg == NULL || (line == NULL && length > 0))
        return fail_null(err);
    ombud_view text = {line, length};
    ombud_status status = ombud__line_check(text, err);
    if (status != OMBUD_OK)
        return status;
    ombud__textline words = ombud__textline_over(line, length, 1, err);
    return ombud__register_words(reg, number, &words);
}

/* ---- whole cases ------------------------------------------------------------------------------------------------- */

ombud_status ombud_register_add(ombud_register *reg, const ombud_case *matter, ombud_error *err)
{
    ombud_case *copy = NULL;
    ombud_day last;
    if (reg == NULL || matter == NULL)
        return fail_null(err);
    if (matter->number == 0 || (matter->law != reg->law && !ombud__view_is(matter->law->text, reg->law->text)))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the case has no number, or is of another law than the register",
                           "give it a number, and make a register for each law");
    const ombud__slot *slot = ombud__register_slot(reg, matter->number);
    if (slot != NULL)
        return ombud__fail(err, slot->matter == NULL ? OMBUD_E_STATE : OMBUD_E_DUPLICATE,
                           "the register has, or had, a case of this number", "give another number");
    if (ombud_case_last_day(matter, &last) == OMBUD_OK && last > reg->present)
        return fail_future(err);
    ombud_status status = ombud_case_clone(matter, &reg->alloc, &copy, err);
    if (status != OMBUD_OK)
        return status;
    /* The same text gives the same tables, so that ids need no translation. */
    copy->law = reg->law;
    copy->settings = reg->settings;
    ombud__case_refold(copy);
    return enter_case(reg, copy, err);
}

ombud_status ombud_register_under(const ombud_register *reg, const ombud_settings *settings, const ombud_alloc *alloc,
                                  ombud_register **out, ombud_error *err)
{
    ombud_register *other = NULL;
    if (reg == NULL || out == NULL)
        return fail_null(err);
    ombud_status status = ombud_register_new(reg->law, settings, reg->present, alloc, &other, err);
    for (size_t i = 0; i < reg->slots_count && status == OMBUD_OK; i++) {
        if (reg->slots[i].matter != NULL)
            status = ombud_register_add(other, reg->slots[i].matter, err);
        else
            status = ombud__register_bury(other, &reg->slots[i], err);
    }
    if (status != OMBUD_OK) {
        ombud_register_free(other);
        return status;
    }
    *out = other;
    return OMBUD_OK;
}
