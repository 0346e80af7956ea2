/* Who may state the facts of a line; see line.h. */
#include "line.h"

#include "kernel/actor.h"

/* Who is named on a line: of the roles that are asked for those they hold, and those in which they speak for its item.
 */
typedef struct speakers {
    ombud__ties ties;
    uint64_t asked, held, for_item;
} speakers;

static uint64_t stated_by(const ombud_law *law, const ombud__load *load)
{
    return load->type == OMBUD__LOAD_FACT ? law->facts[load->what].stated_by : 0;
}

/* Roles that items hold, of those that a line links to a member, in whatever state they are. */
static uint64_t told_by_bonds(const ombud_case *matter, uint16_t member)
{
    const ombud_law *law = matter->law;
    uint64_t roles = 0;
    for (size_t i = 0; i < matter->bonds_count; i++) {
        for (size_t r = 0; matter->bonds[i].to == member && r < law->roles_count; r++)
            roles |= (uint64_t)(law->roles[r].held_kind == matter->members[matter->bonds[i].from].kind) << r;
    }
    return roles;
}

/* `among`: the roles in which they speak. */
static void add_speaker(const ombud_case *matter, const ombud__resolved *line, speakers *to, uint16_t member,
                        uint64_t among)
{
    uint64_t told = (to->asked & matter->law->held_roles) != 0 ? told_by_bonds(matter, member) : 0;
    uint64_t roles = (matter->now.things[member].roles | told) & to->asked & among;
    to->held |= roles;
    to->for_item |= ombud__roles_for(matter->law, &to->ties, roles, line->act.item, line->kind, member);
}

static ombud_status fail_unstated(const ombud__resolved *line, ombud__textline *words, ombud_view key, int anothers)
{
    if (anothers)
        return ombud__textline_fail(words, key, OMBUD_E_CONFLICT,
                                    "who is named has the role of another item's person, not of this one's",
                                    "name the person to whom the item's link of the role's name leads, or record first "
                                    "that it leads to this one: link ITEM ROLE PERSON");
    return ombud__textline_fail(words, key, OMBUD_E_CONFLICT,
                                line->act.by == OMBUD__NOBODY ? "the line does not say who states the fact"
                                                              : "nobody named on the line can state the fact",
                                "name after by= a person with a role that the law gives the statement to");
}

ombud_status ombud__statements_check(const ombud_case *matter, const ombud__resolved *line, ombud__textline *words,
                                     const ombud_view *keys)
{
    ombud__tie carried[OMBUD__LINE_LOADS];
    speakers who = {{{matter->bonds, carried}, {matter->bonds_count, 0}}, 0, 0, 0};
    for (uint16_t i = 0; i < line->act.loads; i++) {
        who.asked |= stated_by(matter->law, &line->loads[i]);
        if (line->loads[i].type == OMBUD__LOAD_ITEM) {
            carried[who.ties.count[1]++] = (ombud__tie){line->act.item, (uint16_t)line->loads[i].value,
                                                        matter->law->args[line->loads[i].what].link};
        }
    }
    if (line->act.by != OMBUD__NOBODY)
        add_speaker(matter, line, &who, line->act.by, ombud__acting(&line->act, UINT64_MAX));
    for (size_t i = 0; i < who.ties.count[1]; i++)
        add_speaker(matter, line, &who, carried[i].to, UINT64_MAX);
    for (uint16_t i = 0; i < line->act.loads; i++) {
        uint64_t roles = stated_by(matter->law, &line->loads[i]);
        if (roles != 0 && (roles & who.for_item) == 0)
            return fail_unstated(line, words, keys[i], (roles & who.held) != 0);
    }
    return OMBUD_OK;
}
