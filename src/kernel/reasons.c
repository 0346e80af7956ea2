/*
 * Reasons as they leave the library: unmet conditions with the names of the law, items by prefix and number, without
 * what the audience may not know.
 */
#include "audience.h"
#include "result.h"

#include <string.h>

static ombud_truth public_truth(uint8_t truth)
{
    return truth + OMBUD_NO;
}

static ombud_view day_slot_name(const ombud_law *law, ombud__id kind, ombud__id slot)
{
    for (size_t i = 0; i < law->args_count; i++) {
        if (law->args[i].kind == kind && law->args[i].type == OMBUD__ARG_DAY && law->args[i].slot == slot)
            return law->args[i].word.name;
    }
    for (size_t i = 0; i < law->events_count; i++) {
        if (law->events[i].kind == kind && law->events[i].day_slot == slot)
            return law->events[i].word.name;
    }
    return (ombud_view){"", 0};
}

/* An event whose move from the item's present state leads to a state. */
static ombud_view event_to_state(const ombud__world *world, uint16_t item, uint16_t state)
{
    const ombud_law *law = world->law;
    const ombud__thing *thing = &world->fold->things[item];
    for (size_t m = 0; m < law->moves_count; m++) {
        const ombud__move *move = &law->moves[m];
        if (law->events[move->event].kind == thing->kind && move->to == state &&
            ombud__row_has_text(world->edition->moves[m]) && (move->from[thing->state / 64] >> (thing->state % 64) & 1))
            return law->events[move->event].word.full;
    }
    return (ombud_view){"", 0};
}

static void name_wish(const ombud__world *world, const ombud__wish *w, ombud_unmet *u)
{
    const ombud_law *law = world->law;
    ombud__id kind = w->item == OMBUD__NOBODY ? OMBUD__NONE : world->fold->things[w->item].kind;
    if (w->kind == OMBUD_UNMET_FACT || w->kind == OMBUD_UNMET_STATE || w->kind == OMBUD_UNMET_TERM ||
        ombud__is_of_actor(w->kind))
        u->wanted = public_truth(w->wanted);
    switch (w->kind) {
    case OMBUD_UNMET_FACT: {
        const ombud__fact *fact = &law->facts[w->what];
        u->name = fact->word.name;
        u->now = public_truth(w->now);
        if (fact->made_by != OMBUD__NONE && w->wanted == OMBUD__YES)
            u->by_event = law->events[fact->made_by].word.full;
        break;
    }
    case OMBUD_UNMET_STATE:
        u->name = ombud__state_name(law, kind, w->what);
        if (w->wanted == OMBUD__YES)
            u->by_event = event_to_state(world, w->item, w->what);
        break;
    case OMBUD_UNMET_TERM:
        u->name = law->terms[w->what].word.name;
        u->status = w->status;
        break;
    case OMBUD_UNMET_WAIT: u->name = w->what == OMBUD__NONE ? u->name : law->terms[w->what].word.name; break;
    case OMBUD_UNMET_LINK:
        u->name = law->links[w->what].word.name;
        u->backward = w->backward;
        break;
    case OMBUD_UNMET_READING: u->name = ombud__reading_text(law, w->what); break;
    case OMBUD_UNMET_LENGTH: u->name = law->lengths[w->what].word.name; break;
    case OMBUD_UNMET_WORDING: u->name = law->provisions[w->what].id; break;
    case OMBUD_UNMET_DAY: u->name = day_slot_name(law, kind, w->what); break;
    default: break; /* of who acts: `wanted` and `who` say all */
    }
}

static int wish_withheld(const ombud__look *look, const ombud__wish *w)
{
    if (w->item == OMBUD__NOBODY)
        return 0;
    if (ombud__member_withheld(look, w->item))
        return 1;
    switch (w->kind) {
    case OMBUD_UNMET_FACT: return ombud__withheld(look, OMBUD__KNOW_FACT, w->what, w->item);
    case OMBUD_UNMET_LINK: return ombud__withheld(look, OMBUD__KNOW_LINK, w->what, w->item);
    case OMBUD_UNMET_TERM:
    case OMBUD_UNMET_WAIT: return ombud__withheld(look, OMBUD__KNOW_TERM, w->what, w->item);
    default: return 0;
    }
}

void ombud__reasons_of(const ombud__look *look, int64_t newcomer_number, const ombud__wishes *wishes,
                       ombud__reasons *out)
{
    const ombud_case *matter = look->matter;
    ombud__world named = ombud__look_world(look);
    const ombud__world *world = &named;
    uint64_t withheld = 0;
    for (uint32_t i = 0; i < wishes->count; i++)
        withheld |= (uint64_t)wish_withheld(look, &wishes->wish[i]) << i;
    out->set_count = 0;
    for (uint32_t i = 0; i < wishes->ways.count; i++) {
        if ((wishes->ways.set[i] & withheld) == 0)
            out->sets[out->set_count++] = wishes->ways.set[i];
    }
    for (uint32_t i = 0; i < wishes->count; i++) {
        const ombud__wish *w = &wishes->wish[i];
        ombud_unmet u = OMBUD_UNMET_INIT;
        u.kind = w->kind;
        u.name = u.by_event = u.item_prefix = (ombud_view){"", 0};
        u.who = w->who;
        u.has_until = w->kind == OMBUD_UNMET_WAIT;
        u.until = u.has_until ? w->until : 0;
        u.has_provision = w->provision != OMBUD__NONE;
        u.provision = u.has_provision ? w->provision : 0;
        name_wish(world, w, &u);
        if (w->item != OMBUD__NOBODY) {
            u.item_prefix = world->law->kinds[world->fold->things[w->item].kind].prefix;
            u.item_number = w->item < matter->members_count ? matter->members[w->item].number : newcomer_number;
        }
        out->unmet[i] = u;
    }
}

size_t ombud__reasons_size(const ombud__reasons *reasons, size_t set)
{
    size_t size = 0;
    if (set >= reasons->set_count)
        return 0;
    for (uint64_t bits = reasons->sets[set]; bits != 0; bits &= bits - 1)
        size++;
    return size;
}

ombud_status ombud__reasons_get(const ombud__reasons *reasons, size_t set, size_t index, ombud_unmet *out)
{
    if (out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= ombud__reasons_size(reasons, set))
        return OMBUD_E_NOT_FOUND;
    uint32_t i = 0;
    for (size_t seen = 0;; i++) {
        if ((reasons->sets[set] >> i & 1) == 0)
            continue;
        if (seen++ == index)
            break;
    }
    return OMBUD__GIVE(out, ombud_unmet, reasons->unmet[i], provision);
}
