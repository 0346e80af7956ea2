/* In which roles somebody may act on an item; see actor.h. */
#include "actor.h"

ombud__ties ombud__ties_of(const ombud__fold *fold)
{
    return (ombud__ties){{fold->ties, NULL}, {fold->tie_count, 0}};
}

static const ombud__tie *tie_at(const ombud__ties *ties, size_t i)
{
    return i < ties->count[0] ? &ties->part[0][i] : &ties->part[1][i - ties->count[0]];
}

static size_t ties_count(const ombud__ties *ties)
{
    return ties->count[0] + ties->count[1];
}

/* Of an item that names who has the role. */
static void add_named(const ombud_law *law, const ombud__ties *ties, uint64_t role, uint16_t item, uint16_t person,
                      ombud__ownership *owning)
{
    int theirs = 0, anothers = 0;
    for (size_t i = 0; i < ties_count(ties); i++) {
        const ombud__tie *tie = tie_at(ties, i);
        if (tie->from != item || law->links[tie->link].role != role)
            continue;
        theirs |= tie->to == person;
        anothers |= tie->to != person;
    }
    owning->theirs |= (uint8_t)theirs;
    owning->anothers |= (uint8_t)(anothers && !theirs);
    owning->nobodys |= (uint8_t)(!anothers && !theirs);
}

ombud__ownership ombud__ownership_of(const ombud_law *law, const ombud__ties *ties, uint64_t role, uint16_t item,
                                     ombud__id kind, uint16_t person)
{
    ombud__ownership owning = {item == person, 0, 0, item == person};
    if (item == person)
        return owning;
    if ((law->kinds[kind].named_roles & role) != 0) {
        add_named(law, ties, role, item, person, &owning);
        return owning;
    }
    for (size_t i = 0; i < ties_count(ties); i++) {
        const ombud__tie *tie = tie_at(ties, i);
        const ombud__link *link = &law->links[tie->link];
        if (tie->from != item && tie->to != item)
            continue;
        uint16_t other = tie->from == item ? tie->to : tie->from;
        owning.near |= other == person;
        if ((law->kinds[tie->from == item ? link->to : link->from].named_roles & role) != 0)
            add_named(law, ties, role, other, person, &owning);
    }
    return owning;
}

uint64_t ombud__roles_for(const ombud_law *law, const ombud__ties *ties, uint64_t roles, uint16_t item, ombud__id kind,
                          uint16_t person)
{
    uint64_t named = roles & law->linked_roles;
    for (uint64_t role = 1; named != 0; named &= ~role, role <<= 1) {
        if ((named & role) == 0)
            continue;
        ombud__ownership owning = ombud__ownership_of(law, ties, role, item, kind, person);
        if (owning.anothers && !owning.theirs)
            roles &= ~role;
    }
    return roles;
}

/* Whether a link marked `concerned` leads to a person from an item, or from one to which the item leads. */
static int is_concerned(const ombud_law *law, const ombud__fold *fold, uint16_t item, uint16_t person)
{
    for (uint32_t i = 0; i < fold->tie_count; i++) {
        const ombud__tie *last = &fold->ties[i];
        if (last->to != person || !law->links[last->link].concerned)
            continue;
        if (last->from == item)
            return 1;
        for (uint32_t k = 0; k < fold->tie_count; k++) {
            if (fold->ties[k].from == item && fold->ties[k].to == last->from)
                return 1;
        }
    }
    return 0;
}

int ombud__may_concern(const ombud_law *law, ombud__id link, ombud__id kind)
{
    int leads = law->links[link].from == kind;
    for (size_t i = 0; !leads && i < law->links_count; i++)
        leads = law->links[i].from == kind && law->links[i].to == law->links[link].from;
    return leads && law->links[link].concerned;
}

uint64_t ombud__roles_even_if_concerned(const ombud__world *world, uint16_t member, uint16_t item)
{
    ombud__ties ties = ombud__ties_of(world->fold);
    return ombud__roles_for(world->law, &ties, ombud__roles_of(world, member), item, world->fold->things[item].kind,
                            member);
}

uint64_t ombud__roles_on(const ombud__world *world, uint16_t member, uint16_t item)
{
    const ombud_law *law = world->law;
    uint64_t roles = ombud__roles_even_if_concerned(world, member, item);
    return (roles & law->held_roles) != 0 && is_concerned(law, world->fold, item, member) ? roles & ~law->held_roles
                                                                                          : roles;
}
