/*
 * Keys in order: what a register finds cases, duties and days by. A B+ tree, so that putting in, taking out and finding
 * the first of a range cost the logarithm of how many there are, and a range is read from blocks that lie together.
 */
#ifndef OMBUD__ORDERED_H
#define OMBUD__ORDERED_H

#include "kernel/alloc.h"
#include "ombud/register.h"

/* Ordered by day, then case, item and row; the item's number is not compared. It is the public struct, so that a list
 * of what is due is copied from the leaves as it lies there. */
typedef ombud_due_item ombud__key;

/* A key that is no duty leads to something by its index, which stands in the place of an item's number. */
static inline ombud__key ombud__key_to(size_t index, int64_t number, int32_t day)
{
    return (ombud__key){number, (int64_t)index, day, 0, 0};
}
static inline size_t ombud__key_leads_to(const ombud__key *key)
{
    return (size_t)key->item_number;
}

/* Long leaves, so that a range is read from few places, each in one go; an only leaf begins small and grows to that. */
enum { OMBUD__LEAF_KEYS = 1024, OMBUD__INNER_KEYS = 32, OMBUD__FIRST_KEYS = 8 };
typedef struct ombud__leaf {
    struct ombud__leaf *next;
    uint32_t count, room;
    ombud__key keys[];
} ombud__leaf;

typedef struct ombud__ordered {
    void *root;      /* NULL: empty */
    uint32_t height; /* 1: the root is a leaf */
    size_t count;
} ombud__ordered;

int ombud__key_before(const ombud__key *a, const ombud__key *b);

/* Puts a key in; one that is there stays. OMBUD_E_NOMEM, then nothing has changed. */
ombud_status ombud__ordered_put(ombud__ordered *tree, const ombud_alloc *alloc, const ombud__key *key);
/* Takes a key out; none that is not there. Cannot fail. */
void ombud__ordered_take(ombud__ordered *tree, const ombud_alloc *alloc, const ombud__key *key);
void ombud__ordered_free(ombud__ordered *tree, const ombud_alloc *alloc);

/* The keys of the days from one to another: how many; copied in order where `out` is not NULL. */
size_t ombud__ordered_span(const ombud__ordered *tree, int32_t from, int32_t to, ombud__key *out);

/* A place between keys; it holds until the next change. */
typedef struct ombud__place {
    const ombud__leaf *leaf;
    uint32_t at;
} ombud__place;
/* Before the first key that is not before `key`. */
ombud__place ombud__ordered_seek(const ombud__ordered *tree, const ombud__key *key);
/* The key there, and on to the next; NULL at the end. */
const ombud__key *ombud__ordered_next(ombud__place *place);

#endif
