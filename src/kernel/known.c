/* Names that a law declares, looked up and offered; see known.h. */
#include "known.h"

#include <string.h>

#include "error.h"
#include "text.h"

/* Where the names of a sort stand in the law's tables; offsets in an entry. `also` is found too, and never offered. */
typedef struct place {
    const void *table;
    size_t count, size;
    size_t name, also;
} place;

#define PLACE(entries, type, view, other)                                                                              \
    ((place){law->entries, law->entries##_count, sizeof(type), offsetof(type, view), offsetof(type, other)})
#define PLAIN(entries, type) PLACE(entries, type, word.name, word.name)
#define FULL(entries, type) PLACE(entries, type, word.full, word.full)
#define BOTH(entries, type) PLACE(entries, type, word.name, word.full)

static place place_of(const ombud_law *law, int sort)
{
    switch (sort) {
    case OMBUD__KNOWN_ROLE: return PLAIN(roles, ombud__role);
    case OMBUD__KNOWN_KIND:
    case OMBUD__KNOWN_MACHINE: return PLAIN(kinds, ombud__kind);
    case OMBUD__KNOWN_PREFIX: return PLACE(kinds, ombud__kind, prefix, prefix);
    case OMBUD__KNOWN_STATE: return PLAIN(states, ombud__state);
    case OMBUD__KNOWN_EVENT: return FULL(events, ombud__event);
    case OMBUD__KNOWN_EVENT_OF: return BOTH(events, ombud__event);
    case OMBUD__KNOWN_ARGUMENT: return PLAIN(args, ombud__arg);
    case OMBUD__KNOWN_CHOICE: return PLAIN(choices, ombud__choice);
    case OMBUD__KNOWN_FACT:
    case OMBUD__KNOWN_TOLD:
    case OMBUD__KNOWN_STATED: return PLAIN(facts, ombud__fact);
    case OMBUD__KNOWN_LINK: return PLAIN(links, ombud__link);
    case OMBUD__KNOWN_TERM: return FULL(terms, ombud__term);
    case OMBUD__KNOWN_TERM_OF: return BOTH(terms, ombud__term);
    case OMBUD__KNOWN_REQUIREMENT: return BOTH(requirements, ombud__requirement);
    case OMBUD__KNOWN_QUESTION: return BOTH(questions, ombud__question);
    case OMBUD__KNOWN_VALUE: return PLAIN(values, ombud__value);
    case OMBUD__KNOWN_LENGTH: return PLAIN(lengths, ombud__length);
    case OMBUD__KNOWN_AREA: return PLAIN(areas, ombud__area);
    case OMBUD__KNOWN_QUESTIONED:
    case OMBUD__KNOWN_READING: return PLAIN(readings, ombud__reading);
    case OMBUD__KNOWN_ALTERNATIVE: return PLAIN(alternatives, ombud__alternative);
    case OMBUD__KNOWN_PROVISION: return PLACE(provisions, ombud__provision, id, id);
    default: return PLACE(provisions, ombud__provision, setting, setting);
    }
}

static ombud_view view_at(const place *in, size_t i, size_t offset)
{
    ombud_view view;
    memcpy(&view, (const char *)in->table + i * in->size + offset, sizeof view);
    return view;
}

static int is_of(ombud__id owner, ombud__id of)
{
    return of == OMBUD__NONE || owner == of;
}

/* Whether an entry of the table is of the sort, and what is asked for has it. */
static int belongs(const ombud_law *law, int sort, ombud__id of, size_t i)
{
    switch (sort) {
    case OMBUD__KNOWN_MACHINE: return law->kinds[i].state_count > 0;
    case OMBUD__KNOWN_STATE: return is_of(law->states[i].kind, of);
    case OMBUD__KNOWN_EVENT_OF: return is_of(law->events[i].kind, of);
    case OMBUD__KNOWN_ARGUMENT: return is_of(law->args[i].kind, of);
    case OMBUD__KNOWN_CHOICE: return is_of(law->choices[i].arg, of);
    case OMBUD__KNOWN_FACT: return is_of(law->facts[i].kind, of);
    case OMBUD__KNOWN_TOLD: return is_of(law->facts[i].kind, of) && law->facts[i].type < OMBUD__FACT_CHOICE;
    case OMBUD__KNOWN_STATED: return is_of(law->facts[i].kind, of) && law->facts[i].type == OMBUD__FACT_STATED;
    case OMBUD__KNOWN_LINK: return is_of(law->links[i].from, of);
    case OMBUD__KNOWN_TERM_OF: return is_of(law->terms[i].kind, of);
    case OMBUD__KNOWN_REQUIREMENT: return is_of(law->requirements[i].kind, of);
    case OMBUD__KNOWN_QUESTION: return is_of(law->questions[i].kind, of);
    case OMBUD__KNOWN_READING: return law->readings[i].part == OMBUD__PART_READING;
    case OMBUD__KNOWN_ALTERNATIVE: return is_of(law->alternatives[i].reading, of);
    case OMBUD__KNOWN_SINCE: return ombud__since_is_set(&law->provisions[i]);
    default: return 1;
    }
}

static ombud__id named_now(const ombud_law *law, int sort, ombud__id of, ombud_view name)
{
    place in = place_of(law, sort);
    for (size_t i = 0; i < in.count; i++) {
        if ((ombud__view_is(view_at(&in, i, in.name), name) ||
             (in.also != in.name && ombud__view_is(view_at(&in, i, in.also), name))) &&
            belongs(law, sort, of, i))
            return (ombud__id)i;
    }
    return OMBUD__NONE;
}

/* ---- names of before --------------------------------------------------------------------------------------------- */

int ombud__renamed_as(int sort)
{
    switch (sort) {
    case OMBUD__KNOWN_MACHINE: return OMBUD__KNOWN_KIND;
    case OMBUD__KNOWN_EVENT: return OMBUD__KNOWN_EVENT_OF;
    case OMBUD__KNOWN_TOLD:
    case OMBUD__KNOWN_STATED: return OMBUD__KNOWN_FACT;
    case OMBUD__KNOWN_TERM: return OMBUD__KNOWN_TERM_OF;
    case OMBUD__KNOWN_READING: return OMBUD__KNOWN_QUESTIONED;
    default: return sort;
    }
}

/* A text before and behind the first `mark`; 0 if it has none. */
static int part_at(ombud_view text, ombud_view mark, ombud_view *before, ombud_view *behind)
{
    for (size_t i = 0; i + mark.len <= text.len; i++) {
        if (memcmp(text.ptr + i, mark.ptr, mark.len) == 0) {
            *before = (ombud_view){text.ptr, i};
            *behind = (ombud_view){text.ptr + i + mark.len, text.len - i - mark.len};
            return 1;
        }
    }
    return 0;
}

/* ITEM.NAME of which the item, the name or both are of before. */
static ombud__id of_item_before(const ombud_law *law, int sort, ombud__id of, ombud_view item, ombud_view name)
{
    ombud__id kind = ombud__known_id(law, OMBUD__KNOWN_KIND, OMBUD__NONE, item);
    return kind == OMBUD__NONE || !is_of(kind, of) ? OMBUD__NONE
                                                   : ombud__known_id(law, ombud__renamed_as(sort), kind, name);
}

/* The facts behind what events carry are called by the argument and the choice (lawfile/item.c). */
static ombud__id carried_before(const ombud_law *law, ombud__id of, ombud_view name)
{
    ombud_view before, behind;
    ombud__id arg, choice;
    if (part_at(name, ombud_view_of(" is "), &before, &behind)) {
        arg = ombud__known_id(law, OMBUD__KNOWN_ARGUMENT, of, before);
        choice = arg == OMBUD__NONE ? arg : ombud__known_id(law, OMBUD__KNOWN_CHOICE, arg, behind);
        return choice == OMBUD__NONE ? choice : law->choices[choice].fact;
    }
    if (part_at(name, ombud_view_of("carries "), &before, &behind) && before.len == 0) {
        arg = ombud__known_id(law, OMBUD__KNOWN_ARGUMENT, of, behind);
        return arg == OMBUD__NONE ? arg : law->args[arg].carried;
    }
    return OMBUD__NONE;
}

static ombud__id named_before(const ombud_law *law, int sort, ombud__id of, ombud_view name)
{
    ombud_view item, own;
    int renamed = ombud__renamed_as(sort);
    if (law->aliases_count == 0)
        return OMBUD__NONE;
    if ((renamed == OMBUD__KNOWN_EVENT_OF || renamed == OMBUD__KNOWN_TERM_OF || sort == OMBUD__KNOWN_REQUIREMENT ||
         sort == OMBUD__KNOWN_QUESTION) &&
        part_at(name, ombud_view_of("."), &item, &own))
        return of_item_before(law, sort, of, item, own);
    for (size_t i = 0; sort != OMBUD__KNOWN_EVENT && sort != OMBUD__KNOWN_TERM && i < law->aliases_count; i++) {
        const ombud__alias *alias = &law->aliases[i];
        if (alias->sort == renamed && ombud__view_is(alias->name, name) && belongs(law, sort, of, alias->id))
            return alias->id;
    }
    return sort == OMBUD__KNOWN_FACT ? carried_before(law, of, name) : OMBUD__NONE;
}

ombud__id ombud__known_id(const ombud_law *law, int sort, ombud__id of, ombud_view name)
{
    ombud__id id = named_now(law, sort, of, name);
    return id == OMBUD__NONE ? named_before(law, sort, of, name) : id;
}

ombud__id ombud__known_among(const ombud_law *law, const int *sorts, size_t count, ombud__id of, ombud_view name,
                             size_t *at)
{
    ombud__id id = OMBUD__NONE;
    for (*at = 0; *at < count && (id = named_now(law, sorts[*at], of, name)) == OMBUD__NONE; ++*at)
        ;
    if (id != OMBUD__NONE)
        return id;
    for (*at = 0; *at < count && (id = named_before(law, sorts[*at], of, name)) == OMBUD__NONE; ++*at)
        ;
    return id;
}

ombud_view ombud__first_name(const ombud_law *law, int sort, ombud__id id, ombud_view now)
{
    for (size_t i = 0; i < law->aliases_count; i++) {
        if (law->aliases[i].sort == sort && law->aliases[i].id == id)
            return law->aliases[i].name;
    }
    return now;
}

ombud_view ombud__former_names(const ombud_law *law, int sort, ombud__id id)
{
    for (size_t i = law->aliases_count; i-- > 0;) {
        if (law->aliases[i].sort == sort && law->aliases[i].id == id)
            return law->aliases[i].all;
    }
    return (ombud_view){"", 0};
}

ombud_view ombud__known_name(const ombud_law *law, int sort, ombud__id id)
{
    place in = place_of(law, sort);
    return view_at(&in, id, in.name);
}

void ombud__offer_known(ombud_error *err, const ombud_law *law, int sort, ombud__id of, ombud_view unknown,
                        size_t *distance)
{
    place in = place_of(law, sort);
    for (size_t i = 0; i < in.count; i++) {
        if (belongs(law, sort, of, i))
            ombud__nearest(err, unknown, view_at(&in, i, in.name), distance);
    }
}

ombud_status ombud__fail_unknown(ombud_error *err, const ombud_law *law, int sort, ombud__id of, ombud_view unknown,
                                 const char *message, const char *remedy)
{
    size_t distance = ombud__nearest_limit(unknown) + 1;
    ombud__fail_at(err, OMBUD_E_UNKNOWN_NAME, message, remedy, 0, 0, unknown.ptr, unknown.len);
    ombud__offer_known(err, law, sort, of, unknown, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}
