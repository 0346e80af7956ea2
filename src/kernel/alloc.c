/**
 * Memory through the allocator of a host, or libc's. The one file that calls malloc.
 */
#include "alloc.h"

#include <stdlib.h>
#include <string.h>

static void *libc_alloc(void *ctx, size_t size)
{
    (void)ctx;
    return malloc(size);
}

static void *libc_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    (void)ctx;
    (void)old_size;
    return realloc(block, new_size);
}

static void libc_free(void *ctx, void *block, size_t size)
{
    (void)ctx;
    (void)size;
    free(block);
}

ombud_status ombud__alloc_or_default(const ombud_alloc *in, ombud_alloc *out)
{
    static const ombud_alloc libc = {NULL, libc_alloc, libc_resize, libc_free};
    if (!in) {
        *out = libc;
        return OMBUD_OK;
    }
    if (!in->alloc || !in->resize || !in->free)
        return OMBUD_E_ARGUMENT;
    *out = *in;
    return OMBUD_OK;
}

void *ombud__alloc(const ombud_alloc *from, size_t size)
{
    return from->alloc(from->ctx, size);
}

void *ombud__resize(const ombud_alloc *from, void *block, size_t old_size, size_t new_size)
{
    return block ? from->resize(from->ctx, block, old_size, new_size) : ombud__alloc(from, new_size);
}

void ombud__free(const ombud_alloc *from, void *block, size_t size)
{
    if (block)
        from->free(from->ctx, block, size);
}

void *ombud__resize_wiped(const ombud_alloc *from, void *block, size_t old_size, size_t new_size)
{
    if (!block || ombud__is_arena(from))
        return ombud__resize(from, block, old_size, new_size);
    void *moved = ombud__alloc(from, new_size);
    if (moved) {
        memcpy(moved, block, old_size < new_size ? old_size : new_size);
        ombud__free_wiped(from, block, old_size);
    }
    return moved;
}

void ombud__free_wiped(const ombud_alloc *from, void *block, size_t size)
{
    if (block) {
        ombud__wipe(block, size);
        from->free(from->ctx, block, size);
    }
}

void ombud__wipe(void *memory, size_t size)
{
    /* A call through a volatile pointer may do anything, as far as the compiler knows. */
    void *(*volatile set)(void *, int, size_t) = memset;
    set(memory, 0, size);
}
