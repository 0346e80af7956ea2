/* Withholding; see audience.h. */
#include "audience.h"

/* Whether a row keeps what it names from the audience, for one item. An `unless` lifts it only when it is certain. */
static int keeps(const ombud__look *look, const ombud__withholding *row, size_t index, uint16_t item)
{
    ombud__scope scope = ombud__look_scope(look);
    uint8_t live = look->edition->withholdings[index];
    if (live == OMBUD__ROW_DROPPED || row->knowing & look->audience)
        return 0;
    /* Wording that is not held, or a reading left open, withholds: the narrowest disclosure is the safe one. */
    return row->unless == OMBUD__NONE || live != OMBUD__ROW_LIVE || ombud__holds(&scope, row->unless, item) != OMBUD__YES;
}

int ombud__withheld(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; look->has_audience && i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort == sort && row->what == what && keeps(look, row, i, item))
            return 1;
    }
    return 0;
}

int ombud__member_withheld(const ombud__look *look, uint16_t member)
{
    const ombud__fold *fold = look->fold;
    if (!look->has_audience || member == OMBUD__NOBODY || member == look->audience_member)
        return 0;
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        if (fold->ties[i].to == member && ombud__withheld(look, OMBUD__KNOW_LINK, fold->ties[i].link, fold->ties[i].from))
            return 1;
    }
    return 0;
}

int ombud__load_withheld(const ombud__look *look, const ombud__act *act, const ombud__load *load)
{
    const ombud_law *law = look->matter->law;
    switch (load->type) {
    case OMBUD__LOAD_FACT: return ombud__withheld(look, OMBUD__KNOW_FACT, load->what, act->item);
    case OMBUD__LOAD_ITEM:
        return ombud__withheld(look, OMBUD__KNOW_LINK, law->args[load->what].link, act->item) || ombud__member_withheld(look, (uint16_t)load->value);
    case OMBUD__LOAD_CHOICE: return ombud__withheld(look, OMBUD__KNOW_ARGUMENT, law->choices[load->what].arg, act->item);
    default: return ombud__withheld(look, OMBUD__KNOW_ARGUMENT, load->what, act->item);
    }
}

int ombud__act_withheld(const ombud__look *look, const ombud__act *act)
{
    if (!look->has_audience || act->type == OMBUD__ACT_VOID)
        return 0;
    if (ombud__member_withheld(look, act->item))
        return 1;
    if (act->type == OMBUD__ACT_EVENT)
        return ombud__withheld(look, OMBUD__KNOW_EVENT, act->what, act->item);
    if (act->type == OMBUD__ACT_LINK)
        return ombud__withheld(look, OMBUD__KNOW_LINK, act->what, act->item) || ombud__member_withheld(look, act->other);
    const ombud__load *loads = look->matter->loads + act->load;
    for (size_t i = 0; i < act->loads; i++) {
        if (!ombud__load_withheld(look, act, &loads[i]))
            return 0;
    }
    return act->loads > 0;
}
