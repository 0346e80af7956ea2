/**
 * An allocator over a buffer of the caller's: no malloc, no state elsewhere, and every byte that is given back serves
 * again.
 *
 * The first 64 bytes of the buffer hold the state, on every platform alike, so that one size holds on all. Blocks
 * follow from there up to `top`; beyond it nothing is in use. Who resizes or frees a block says how large it was
 * (ombud_alloc), so a block needs no header: only the gaps between blocks are described, each in its own first bytes,
 * in the order of their addresses and never two side by side. The first gap that is large enough is taken, and the
 * space beyond `top` only if none is: memory.c counts on that.
 */
#include <string.h>

#include "alloc.h"
#include "ombud/base.h"

#define ALIGNMENT 16u
#define STATE_SIZE 64u
#define NO_GAP SIZE_MAX

typedef struct arena {
    size_t room;  /**< Bytes for blocks, a multiple of ALIGNMENT. */
    size_t top;   /**< Offset of the end of the last block. */
    size_t used;  /**< Bytes in blocks, each rounded up. */
    size_t first; /**< Offset of the lowest gap, or NO_GAP. */
} arena;

/** At the beginning of each gap; it fits the smallest. */
typedef struct gap {
    size_t size;
    size_t next; /**< Offset of the next higher gap, or NO_GAP. */
} gap;

static char *blocks_of(arena *a)
{
    return (char *)a + STATE_SIZE;
}

static gap *gap_at(arena *a, size_t offset)
{
    return (gap *)(void *)(blocks_of(a) + offset);
}

/** What a block takes: at least one unit, so that each has an address of its own. `size` is at most `room`. */
static size_t rounded(size_t size)
{
    return size == 0 ? ALIGNMENT : (size + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

/** Takes the beginning of the gap that `link` leads to. */
static void cut_gap(arena *a, size_t *link, size_t take)
{
    size_t offset = *link;
    gap whole = *gap_at(a, offset);
    if (whole.size == take) {
        *link = whole.next;
        return;
    }
    gap *rest = gap_at(a, offset + take);
    rest->size = whole.size - take;
    rest->next = whole.next;
    *link = offset + take;
}

/** Takes the bytes from `offset` on, which is the end of a block, if they are free. */
static int extend(arena *a, size_t offset, size_t take)
{
    if (offset == a->top) {
        if (take > a->room - a->top)
            return 0;
        a->top += take;
        return 1;
    }
    size_t *link = &a->first;
    while (*link < offset)
        link = &gap_at(a, *link)->next;
    if (*link != offset || gap_at(a, offset)->size < take)
        return 0;
    cut_gap(a, link, take);
    return 1;
}

/** Bytes that belong to no block any more: merged with the gaps on both sides, and with what lies beyond `top`. */
static void give_back(arena *a, size_t offset, size_t size)
{
    size_t *link = &a->first;
    size_t *to_before = NULL;
    while (*link < offset) {
        to_before = link;
        link = &gap_at(a, *link)->next;
    }
    size_t next = *link;
    if (next == offset + size) {
        gap *after = gap_at(a, next);
        size += after->size;
        next = after->next;
        ombud__wipe(after, sizeof *after);
    }
    if (to_before && *to_before + gap_at(a, *to_before)->size == offset) {
        gap *before = gap_at(a, *to_before);
        size += before->size;
        offset = *to_before;
        link = to_before;
        ombud__wipe(before, sizeof *before);
    }
    if (offset + size == a->top) {
        a->top = offset;
        *link = NO_GAP;
        return;
    }
    gap *made = gap_at(a, offset);
    made->size = size;
    made->next = next;
    *link = offset;
}

static void *arena_alloc(void *ctx, size_t size)
{
    arena *a = ctx;
    if (size > a->room)
        return NULL;
    size_t take = rounded(size);
    size_t *link = &a->first;
    while (*link != NO_GAP && gap_at(a, *link)->size < take)
        link = &gap_at(a, *link)->next;
    size_t offset = *link;
    if (offset != NO_GAP) {
        cut_gap(a, link, take);
    } else {
        offset = a->top;
        if (!extend(a, offset, take))
            return NULL;
    }
    a->used += take;
    return blocks_of(a) + offset;
}

static void arena_free(void *ctx, void *block, size_t size)
{
    arena *a = ctx;
    size_t had = rounded(size);
    a->used -= had;
    give_back(a, (size_t)((char *)block - blocks_of(a)), had);
}

static void *arena_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    arena *a = ctx;
    size_t offset = (size_t)((char *)block - blocks_of(a));
    if (new_size > a->room)
        return NULL;
    size_t had = rounded(old_size);
    size_t wanted = rounded(new_size);
    if (new_size < old_size)
        ombud__wipe((char *)block + new_size, old_size - new_size);
    if (wanted < had) {
        a->used -= had - wanted;
        give_back(a, offset + wanted, had - wanted);
        return block;
    }
    if (wanted == had || extend(a, offset + had, wanted - had)) {
        a->used += wanted - had;
        return block;
    }
    void *moved = arena_alloc(a, new_size);
    if (moved) {
        memcpy(moved, block, old_size);
        ombud__wipe(block, old_size);
        arena_free(a, block, old_size);
    }
    return moved;
}

ombud_status ombud_arena_init(ombud_alloc *out, void *memory, size_t size)
{
    if (!out || !memory || (uintptr_t)memory % ALIGNMENT != 0 || size < STATE_SIZE)
        return OMBUD_E_ARGUMENT;
    arena *a = memory;
    a->room = (size - STATE_SIZE) & ~(size_t)(ALIGNMENT - 1);
    a->top = 0;
    a->used = 0;
    a->first = NO_GAP;
    out->ctx = a;
    out->alloc = arena_alloc;
    out->resize = arena_resize;
    out->free = arena_free;
    return OMBUD_OK;
}

int ombud__is_arena(const ombud_alloc *allocator)
{
    return allocator->alloc == arena_alloc;
}

size_t ombud_arena_used(const ombud_alloc *arena_in)
{
    if (!arena_in || !ombud__is_arena(arena_in))
        return 0;
    const arena *a = arena_in->ctx;
    return a->used;
}
