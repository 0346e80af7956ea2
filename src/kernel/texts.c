/* The texts of a law in all its languages: labels, questions, glosses, reasons, the title. */
#include "table.h"

#define EACH(entries, texts)                                                                                           \
    for (size_t i = 0; i < law->entries##_count; i++) {                                                                \
        if (!per_text(user, law->entries[i].texts))                                                                    \
            return 0;                                                                                                  \
    }

int ombud__each_text(ombud_law *law, int (*per_text)(void *user, ombud_view texts[OMBUD__LANGS]), void *user)
{
    if (!per_text(user, law->title))
        return 0;
    EACH(roles, word.label)
    EACH(kinds, word.label)
    EACH(states, word.label)
    EACH(events, word.label)
    EACH(args, word.label)
    EACH(choices, word.label)
    for (size_t i = 0; i < law->facts_count; i++) {
        if (law->facts[i].type < OMBUD__FACT_CHOICE && !per_text(user, law->facts[i].word.label))
            return 0;
    }
    EACH(facts, ask)
    EACH(links, word.label)
    EACH(areas, word.label)
    EACH(lengths, word.label)
    EACH(terms, word.label)
    EACH(questions, word.label)
    EACH(values, word.label)
    EACH(readings, word.label)
    EACH(alternatives, word.label)
    EACH(requirements, word.label)
    EACH(figures, word.label)
    EACH(invariants, word.label)
    EACH(provisions, gloss)
    EACH(provisions, why)
    return 1;
}

static int take_english(void *user, ombud_view texts[OMBUD__LANGS])
{
    (void)user;
    texts[OMBUD__HOST] = texts[0];
    return 1;
}

void ombud__host_speaks_english(ombud_law *law)
{
    (void)ombud__each_text(law, take_english, NULL);
    for (size_t i = 0; i < law->facts_count; i++)
        (void)take_english(NULL, law->facts[i].word.label);
}
