/*
 * A pool: many small blocks that live and die together, over an ombud_alloc. Growing an array copies it inside the
 * pool; that waste is bounded (doubling) and ends with the build of a law.
 */
#ifndef OMBUD__POOL_H
#define OMBUD__POOL_H

#include "alloc.h"

typedef struct ombud__pool_chunk ombud__pool_chunk;
typedef struct ombud__pool {
    ombud_alloc alloc;
    ombud__pool_chunk *chunks;
} ombud__pool;

void ombud__pool_init(ombud__pool *pool, const ombud_alloc *alloc);
void ombud__pool_free(ombud__pool *pool);
/* NULL when there is no memory; zeroed, aligned to 16. */
void *ombud__pool_alloc(ombud__pool *pool, size_t size);
/* Room for `count` elements and one more; `enough` becomes 0 when there is no memory, so that several tables are looked
   at once. */
void *ombud__pool_table(ombud__pool *pool, size_t count, size_t element, int *enough);
/* Room for one more element after *count; the new element is zeroed and *count raised. NULL when there is no memory or
   `most` is reached (then *full is 1). */
void *ombud__pool_push(ombud__pool *pool, void **array, size_t *count, size_t *capacity, size_t element, size_t most,
                       int *full);
/* The same without a limit of its own: NULL only when there is no memory. */
void *ombud__pool_add(ombud__pool *pool, void **array, size_t *count, size_t *capacity, size_t element);
/* A NUL-terminated copy. */
int ombud__pool_copy(ombud__pool *pool, ombud_view text, ombud_view *out);

/* Three texts as one, with a NUL behind; 0 if there is no memory. */
int ombud__pool_join(ombud__pool *pool, const ombud_view pieces[3], ombud_view *out);

#endif
