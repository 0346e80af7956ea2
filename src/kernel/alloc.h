/**
 * Memory through the allocator of a host, or libc's.
 *
 * Whoever holds a case frees with ombud__free_wiped() and grows with ombud__resize_wiped(), so that no copy of it stays
 * behind in freed memory; whoever holds a law may use ombud__free() and ombud__resize().
 */
#ifndef OMBUD__ALLOC_H
#define OMBUD__ALLOC_H

#include "ombud/base.h"

/** Copies a host's allocator, or gives libc's for NULL. OMBUD_E_ARGUMENT if one of the three functions is missing. */
ombud_status ombud__alloc_or_default(const ombud_alloc *in, ombud_alloc *out);

/** A block of `size` bytes, at least 1; NULL if there is no memory. */
void *ombud__alloc(const ombud_alloc *from, size_t size);

/** A block of another size with the same beginning; on NULL the old one stays. `block` may be NULL if `old_size` is 0.
 */
void *ombud__resize(const ombud_alloc *from, void *block, size_t old_size, size_t new_size);

/** Frees a block; NULL is fine. */
void ombud__free(const ombud_alloc *from, void *block, size_t size);

/** Like ombud__resize(), but what the old block held is overwritten before it is given back. */
void *ombud__resize_wiped(const ombud_alloc *from, void *block, size_t old_size, size_t new_size);

/** Overwrites a block and frees it; NULL is fine. */
void ombud__free_wiped(const ombud_alloc *from, void *block, size_t size);

/** Overwrites memory with zeros in a way that the compiler cannot leave out. */
void ombud__wipe(void *memory, size_t size);

/** Whether an allocator is an arena: those grow in place where they can, and wipe what they leave behind. */
int ombud__is_arena(const ombud_alloc *allocator);

#endif
