/* An allocator that overwrites what it gives back; see wiping.h. */
#include "wiping.h"

static void *take(void *under, size_t size)
{
    return ombud__alloc(under, size);
}

static void *grow(void *under, void *block, size_t old_size, size_t new_size)
{
    return ombud__resize_wiped(under, block, old_size, new_size);
}

static void give_back(void *under, void *block, size_t size)
{
    ombud__free_wiped(under, block, size);
}

ombud_alloc ombud__wiping(ombud_alloc *under)
{
    ombud_alloc wiping = {under, take, grow, give_back};
    return wiping;
}
