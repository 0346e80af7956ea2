/**
 * An allocator over a buffer of the caller's: blocks one after the other, no search, no malloc.
 *
 * The first 64 bytes of the buffer hold the state, on every platform alike, so that one size holds on all.
 */
#include <string.h>

#include "alloc.h"
#include "ombud/base.h"

#define ALIGNMENT 16u
#define STATE_SIZE 64u

typedef struct arena {
    size_t room; /**< Bytes for blocks, a multiple of ALIGNMENT. */
    size_t used; /**< Bytes up to the end of the last block. */
    size_t live; /**< Blocks not yet freed. */
} arena;

static char *blocks_of(arena *a)
{
    return (char *)a + STATE_SIZE;
}

static size_t rounded(size_t size)
{
    return (size + (ALIGNMENT - 1)) & ~(size_t)(ALIGNMENT - 1);
}

static size_t offset_of(arena *a, const void *block)
{
    return (size_t)((const char *)block - blocks_of(a));
}

static int is_last(arena *a, const void *block, size_t size)
{
    return offset_of(a, block) + rounded(size) == a->used;
}

static void *arena_alloc(void *ctx, size_t size)
{
    arena *a = ctx;
    if (size > a->room - a->used) {
        return NULL;
    }
    char *block = blocks_of(a) + a->used;
    a->used += rounded(size);
    a->live++;
    return block;
}

static void arena_free(void *ctx, void *block, size_t size)
{
    arena *a = ctx;
    a->live--;
    if (a->live == 0) {
        a->used = 0;
    } else if (is_last(a, block, size)) {
        a->used = offset_of(a, block);
    }
}

static void *arena_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    arena *a = ctx;
    if (is_last(a, block, old_size)) {
        size_t offset = offset_of(a, block);
        if (new_size > a->room - offset) {
            return NULL;
        }
        if (new_size < old_size) {
            ombud__wipe((char *)block + new_size, old_size - new_size);
        }
        a->used = offset + rounded(new_size);
        return block;
    }
    if (new_size <= old_size) {
        ombud__wipe((char *)block + new_size, old_size - new_size);
        return block;
    }
    void *moved = arena_alloc(a, new_size);
    if (moved) {
        memcpy(moved, block, old_size);
        ombud__wipe(block, old_size);
        a->live--; /* The old block; the new one is the last, so that there is nothing to give back. */
    }
    return moved;
}

ombud_status ombud_arena_init(ombud_alloc *out, void *memory, size_t size)
{
    if (!out || !memory || (uintptr_t)memory % ALIGNMENT != 0 || size < STATE_SIZE) {
        return OMBUD_E_ARGUMENT;
    }
    arena *a = memory;
    a->room = (size - STATE_SIZE) & ~(size_t)(ALIGNMENT - 1);
    a->used = 0;
    a->live = 0;
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
    if (!arena_in || !ombud__is_arena(arena_in)) {
        return 0;
    }
    const arena *a = arena_in->ctx;
    return a->used;
}
