/* The memory of a fold: one block, laid out by how much of each there may be. */
#include "fold.h"

#include "civil.h"

#include <string.h>

static size_t align8(size_t n)
{
    return (n + 7u) & ~(size_t)7u;
}

/*
 * The size of the block; places the arrays in it unless it is NULL. The counts are bounded by the limits of a case, so
 * nothing here can wrap.
 */
static size_t lay_out(ombud__fold *fold, unsigned char *block)
{
    size_t words = align8(fold->thing_room * sizeof *fold->things);
    size_t terms = words + align8(fold->word_room * sizeof *fold->words);
    size_t days = terms + align8(fold->term_room * sizeof *fold->terms);
    size_t ties = days + align8(fold->day_room * sizeof *fold->days);
    if (block != NULL) {
        fold->things = (void *)block;
        fold->words = (void *)(block + words);
        fold->terms = (void *)(block + terms);
        fold->days = (void *)(block + days);
        fold->ties = (void *)(block + ties);
    }
    return ties + align8(fold->tie_room * sizeof *fold->ties);
}

static void copy_arrays(ombud__fold *to, const ombud__fold *from)
{
    memcpy(to->things, from->things, from->thing_count * sizeof *from->things);
    memcpy(to->words, from->words, from->word_count * sizeof *from->words);
    memcpy(to->terms, from->terms, from->term_count * sizeof *from->terms);
    memcpy(to->days, from->days, from->day_count * sizeof *from->days);
    memcpy(to->ties, from->ties, from->tie_count * sizeof *from->ties);
}

static uint32_t grown(size_t room, size_t wanted)
{
    if (wanted <= room)
        return (uint32_t)room;
    return (uint32_t)(room * 2 > wanted ? room * 2 : wanted);
}

ombud_status ombud__fold_reserve(ombud__fold *fold, const ombud_alloc *alloc, size_t things, size_t terms, size_t words,
                                 size_t days, size_t ties)
{
    ombud__fold larger = *fold;
    if (fold->block != NULL && things <= fold->thing_room && terms <= fold->term_room && words <= fold->word_room &&
        days <= fold->day_room && ties <= fold->tie_room)
        return OMBUD_OK;
    larger.thing_room = grown(fold->thing_room, things);
    larger.term_room = grown(fold->term_room, terms);
    larger.word_room = grown(fold->word_room, words);
    larger.day_room = grown(fold->day_room, days);
    larger.tie_room = grown(fold->tie_room, ties);
    larger.block_size = lay_out(&larger, NULL);
    if (larger.block_size == 0)
        larger.block_size = 1; /* of nothing, an allocator may give NULL */
    larger.block = ombud__alloc(alloc, larger.block_size);
    if (larger.block == NULL)
        return OMBUD_E_NOMEM;
    memset(larger.block, 0, larger.block_size);
    lay_out(&larger, larger.block);
    if (fold->block != NULL) {
        copy_arrays(&larger, fold);
        ombud__free_wiped(alloc, fold->block, fold->block_size);
    } else {
        larger.day = INT32_MIN;
        larger.next_due = larger.after_due = OMBUD__NO_DAY;
    }
    *fold = larger;
    return OMBUD_OK;
}

void ombud__fold_free(ombud__fold *fold, const ombud_alloc *alloc)
{
    if (fold->block != NULL)
        ombud__free_wiped(alloc, fold->block, fold->block_size);
    memset(fold, 0, sizeof *fold);
}

#define NEVER                                                                                                          \
    {                                                                                                                  \
        .due = OMBUD__NO_DAY                                                                                           \
    }
#define EIGHT_NEVER NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER
static const ombud__running blank_terms[OMBUD_KIND_TERMS_MAX] = {EIGHT_NEVER, EIGHT_NEVER, EIGHT_NEVER, EIGHT_NEVER};

/* No term of the item ran and no day is remembered. */
static inline void blank_terms_and_days(ombud__fold *fold, const ombud__kind *kind, const ombud__thing *thing)
{
    memcpy(fold->terms + thing->terms, blank_terms, kind->term_count * sizeof *blank_terms);
    for (int32_t *day = fold->days + thing->days, *end = day + kind->day_count; day < end; day++)
        *day = OMBUD__NO_REMEMBERED_DAY;
}

/* The facts beyond the first word of an item to which nothing happened yet. */
static void blank_words(ombud__fold *fold, const ombud_law *law, const ombud__thing *thing)
{
    uint16_t bits = law->kinds[thing->kind].bit_count;
    if (bits <= 64)
        return;
    memset(fold->words + thing->words, 0, 2 * sizeof *fold->words * ((bits + 63u) / 64 - 1));
    for (size_t f = 0; f < law->facts_count; f++) {
        const ombud__fact *fact = &law->facts[f];
        if (fact->kind == thing->kind && fact->silence_no && fact->bit >= 64)
            fold->words[thing->words + 2u * (fact->bit / 64u - 1u)] |= (uint64_t)1 << (fact->bit % 64);
    }
}

/* An item as it is before anything happened to it: acts that silence denies are known to be no. */
static inline void blank(ombud__fold *fold, const ombud_settings *settings, ombud__thing *thing)
{
    thing->known = settings->silence[thing->kind];
    thing->yes = 0;
    thing->state = 0;
    thing->ticking = 0;
    thing->touched = 0;
    thing->told_of = (thing->roles & settings->law->linked_roles) != 0;
    if (fold->word_count > 0)
        blank_words(fold, settings->law, thing);
}

void ombud__fold_join(ombud__fold *fold, const ombud_settings *settings, ombud__id kind, uint64_t roles)
{
    const ombud__kind *k = &settings->law->kinds[kind];
    ombud__thing *thing = &fold->things[fold->thing_count++];
    memset(thing, 0, sizeof *thing);
    thing->kind = kind;
    thing->roles = roles;
    thing->terms = fold->term_count;
    thing->days = fold->day_count;
    thing->words = fold->word_count;
    fold->term_count += k->term_count;
    fold->day_count += k->day_count;
    fold->word_count += k->bit_count > 64 ? 2 * ((k->bit_count + 63u) / 64 - 1) : 0;
    blank(fold, settings, thing);
    blank_terms_and_days(fold, k, thing);
}

void ombud__fold_give_roles(ombud__fold *fold, const ombud_law *law, uint16_t item, uint64_t roles)
{
    fold->things[item].roles |= roles;
    fold->things[item].told_of |= (roles & law->linked_roles) != 0;
}

void ombud__fold_clear(ombud__fold *fold, const ombud_settings *settings)
{
    for (uint32_t i = 0; i < fold->thing_count; i++) {
        ombud__thing *thing = &fold->things[i];
        if (!thing->touched)
            continue;
        blank(fold, settings, thing);
        blank_terms_and_days(fold, &settings->law->kinds[thing->kind], thing);
    }
    fold->tie_count = 0;
    fold->findings = 0;
    fold->day = INT32_MIN;
    fold->next_due = fold->after_due = OMBUD__NO_DAY;
}

void ombud__fold_copy(ombud__fold *to, const ombud__fold *from)
{
    copy_arrays(to, from);
    to->thing_count = from->thing_count;
    to->term_count = from->term_count;
    to->word_count = from->word_count;
    to->day_count = from->day_count;
    to->tie_count = from->tie_count;
    to->day = from->day;
    to->next_due = from->next_due;
    to->after_due = from->after_due;
    to->findings = from->findings;
}
