/*
 * In which roles somebody may act on an item. A role and a link of one name speak of the same person: who holds such a
 * role acts in it for the items that the link ties to them, and for what is tied to those. Whom a link marked
 * `concerned` leads to, from the item or from what it leads to, acts in no role that items hold.
 */
#ifndef OMBUD__ACTOR_H
#define OMBUD__ACTOR_H

#include "fold.h"

/* Links between items, in two parts: those on record, and those that a line brings. */
typedef struct ombud__ties {
    const ombud__tie *part[2];
    size_t count[2];
} ombud__ties;
ombud__ties ombud__ties_of(const ombud__fold *fold);

/* How a person stands to an item as the links say that have the name of a role. */
typedef struct ombud__ownership {
    uint8_t theirs; /* such a link ties the item, or one that is tied to it, to the person; or it is they themselves */
    uint8_t anothers; /* to others alone */
    uint8_t nobodys;  /* to nobody yet */
    uint8_t near;     /* some link ties the item and the person */
} ombud__ownership;
ombud__ownership ombud__ownership_of(const ombud_law *law, const ombud__ties *ties, uint64_t role, uint16_t item,
                                     ombud__id kind, uint16_t person);

/*
 * Of some roles that a person holds, those in which they can be the one whom an item names: of a role with links of its
 * name those of nobody else's items. Of whom a link names nobody yet, it is as the host says.
 */
uint64_t ombud__roles_for(const ombud_law *law, const ombud__ties *ties, uint64_t roles, uint16_t item, ombud__id kind,
                          uint16_t person);

/* Whether a link marked `concerned` can lead from an item of the kind, or from one to which such an item leads. */
int ombud__may_concern(const ombud_law *law, ombud__id link, ombud__id kind);

#endif
