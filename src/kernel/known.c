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

ombud__id ombud__known_id(const ombud_law *law, int sort, ombud__id of, ombud_view name)
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
