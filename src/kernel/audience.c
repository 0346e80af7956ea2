/* Withholding; see audience.h. */
#include "audience.h"

#include "coverage.h"

/* Whether a row keeps what it names from the audience, for one item. An `unless` lifts it only when it is certain. */
static int keeps(const ombud__look *look, const ombud__withholding *row, size_t index, uint16_t item)
{
    ombud__world world = ombud__look_world(look);
    uint8_t live = look->edition->withholdings[index];
    if (live == OMBUD__ROW_DROPPED || row->knowing & look->audience)
        return 0;
    /* Wording that is not held, or a reading left open, withholds: the narrowest disclosure is the safe one. */
    return row->unless == OMBUD__NONE || live != OMBUD__ROW_LIVE || ombud__holds(&world, row->unless, item) != OMBUD__YES;
}

int ombud__withheld(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; look->has_audience && i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort != sort || row->what != what)
            continue;
        int kept = keeps(look, row, i, item);
        if (look->matter->coverage != NULL) {
            ombud__world world = ombud__look_world(look);
            ombud__cover_withholding(&world, (ombud__id)i, item, kept);
        }
        if (kept)
            return 1;
    }
    return 0;
}

/* ---- what would let it be inferred --------------------------------------------------------------------------------------------------------- */

static int named(const ombud__look *look, uint8_t sort, ombud__id what)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort == sort && row->what == what && look->edition->withholdings[i] != OMBUD__ROW_DROPPED && !(row->knowing & look->audience))
            return 1;
    }
    return 0;
}

/* A choice stands behind a fact of its own; what is withheld is its argument. */
static ombud__id argument_of(const ombud_law *law, ombud__id fact)
{
    for (size_t i = 0; i < law->choices_count; i++) {
        if (law->choices[i].fact == fact)
            return law->choices[i].arg;
    }
    return OMBUD__NONE;
}

int ombud__fact_tells(const ombud__look *look, ombud__id fact)
{
    const ombud_law *law = look->matter->law;
    const ombud__fact *f = &law->facts[fact];
    if (!look->has_audience)
        return 0;
    if (named(look, OMBUD__KNOW_FACT, fact) || (f->type == OMBUD__FACT_CHOICE && named(look, OMBUD__KNOW_ARGUMENT, argument_of(law, fact))))
        return 1;
    for (size_t i = 0; i < f->definitions; i++) {
        const ombud__definition *d = &law->definitions[f->definition + i];
        if (ombud__condition_tells(look, d->when) || ombud__condition_tells(look, d->unless))
            return 1;
    }
    return 0;
}

int ombud__condition_tells(const ombud__look *look, ombud__id cond)
{
    const ombud_law *law = look->matter->law;
    if (!look->has_audience || cond == OMBUD__NONE)
        return 0;
    const ombud__cond *c = &law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: return ombud__condition_tells(look, c->a) || ombud__condition_tells(look, c->b);
    case OMBUD__C_NOT: return ombud__condition_tells(look, c->a);
    case OMBUD__C_FACT: return ombud__fact_tells(look, c->a);
    case OMBUD__C_TERM: return ombud__term_tells(look, c->a);
    case OMBUD__C_LINK: return named(look, OMBUD__KNOW_LINK, c->a) || ombud__condition_tells(look, c->b);
    default: return 0;
    }
}

int ombud__term_tells(const ombud__look *look, ombud__id term)
{
    const ombud_law *law = look->matter->law;
    if (!look->has_audience)
        return 0;
    if (named(look, OMBUD__KNOW_TERM, term))
        return 1;
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        if (row->term != term)
            continue;
        if (ombud__condition_tells(look, row->excused))
            return 1;
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            if (named(look, OMBUD__KNOW_EVENT, clause->event) || ombud__condition_tells(look, clause->when) || ombud__condition_tells(look, clause->unless))
                return 1;
        }
    }
    return 0;
}

int ombud__event_tells(const ombud__look *look, ombud__id event)
{
    const ombud_law *law = look->matter->law;
    for (size_t g = 0; look->has_audience && g < law->guards_count; g++) {
        const ombud__guard *guard = &law->guards[g];
        if (guard->event != event)
            continue;
        if (ombud__condition_tells(look, guard->when) || ombud__condition_tells(look, guard->unless))
            return 1;
        for (size_t i = 0; i < guard->need_count; i++) {
            if (ombud__fact_tells(look, law->fact_lists[guard->needs + i]))
                return 1;
        }
    }
    return 0;
}

int ombud__question_tells(const ombud__look *look, ombud__id question)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; look->has_audience && i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        if (row->question == question && (ombud__condition_tells(look, row->when) || ombud__condition_tells(look, row->unless)))
            return 1;
    }
    return 0;
}

/* ---- members and lines ------------------------------------------------------------------------------------------------------------------------ */

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
    const ombud__load *loads = ombud__loads_of(look->matter, act);
    for (size_t i = 0; i < act->loads; i++) {
        if (!ombud__load_withheld(look, act, &loads[i]))
            return 0;
    }
    return act->loads > 0;
}
