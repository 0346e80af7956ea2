/* Small questions to a case: what it was made with, the lines of its journal, its items. */
#include "matter.h"

const ombud_law *ombud_case_law(const ombud_case *matter)
{
    return matter == NULL ? NULL : matter->law;
}

const ombud_settings *ombud_case_settings(const ombud_case *matter)
{
    return matter == NULL ? NULL : matter->settings;
}

int64_t ombud_case_number(const ombud_case *matter)
{
    return matter == NULL ? 0 : matter->number;
}

ombud_status ombud_case_set_number(ombud_case *matter, int64_t number)
{
    if (matter == NULL || number < 1 || number > OMBUD_NUMBER_MAX)
        return OMBUD_E_ARGUMENT;
    matter->number = number;
    return OMBUD_OK;
}

ombud_view ombud__role_named(const ombud_case *matter, const ombud__act *act)
{
    return act->as == 0 ? (ombud_view){"", 0} : matter->law->roles[act->as - 1].word.name;
}

size_t ombud_case_journal_count(const ombud_case *matter)
{
    return matter == NULL ? 0 : matter->acts_count;
}

ombud_status ombud_case_entry(const ombud_case *matter, size_t position, ombud_entry *out)
{
    ombud_entry entry = OMBUD_ENTRY_INIT;
    if (matter == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (position < 1 || position > matter->acts_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__act *act = &matter->acts[position - 1];
    entry.on = act->day;
    entry.entered = act->entered;
    entry.by = act->by == OMBUD__NOBODY ? 0 : matter->members[act->by].number;
    entry.role = ombud__role_named(matter, act);
    ombud__case_strike(matter, ombud__knowledge_by(INT32_MAX));
    entry.voided = !ombud__act_counts(matter, position - 1, ombud__knowledge_by(INT32_MAX));
    return OMBUD__GIVE(out, ombud_entry, entry, reserved);
}

ombud_status ombud_case_last_day(const ombud_case *matter, ombud_day *out)
{
    if (matter == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    for (size_t i = matter->order_count; i-- > 0;) {
        const ombud__act *act = &matter->acts[matter->order[i]];
        if (act->type != OMBUD__ACT_VOID) {
            *out = act->day;
            return OMBUD_OK;
        }
    }
    return OMBUD_E_NOT_FOUND;
}

size_t ombud_case_item_count(const ombud_case *matter)
{
    return matter == NULL ? 0 : matter->members_count;
}

ombud_status ombud_case_item_at(const ombud_case *matter, size_t index, ombud_item *out)
{
    ombud_item item = OMBUD_ITEM_INIT;
    if (matter == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= matter->members_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__member *member = &matter->members[index];
    item.kind = matter->law->kinds[member->kind].word.name;
    item.prefix = matter->law->kinds[member->kind].prefix;
    item.number = member->number;
    item.roles = matter->now.things[index].roles;
    return OMBUD__GIVE(out, ombud_item, item, roles);
}
