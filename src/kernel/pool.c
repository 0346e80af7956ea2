/* Pool of blocks that are freed together; see pool.h. */
#include "pool.h"

#include <string.h>

struct ombud__pool_chunk {
    ombud__pool_chunk *next;
    size_t size, used;
};

enum { HEADER = 32, CHUNK = 16 * 1024 };

static size_t align16(size_t size)
{
    return (size + 15u) & ~(size_t)15u;
}

void ombud__pool_init(ombud__pool *pool, const ombud_alloc *alloc)
{
    pool->alloc = *alloc;
    pool->chunks = NULL;
}

void ombud__pool_free(ombud__pool *pool)
{
    while (pool->chunks != NULL) {
        ombud__pool_chunk *next = pool->chunks->next;
        ombud__free(&pool->alloc, pool->chunks, pool->chunks->size);
        pool->chunks = next;
    }
}

void *ombud__pool_alloc(ombud__pool *pool, size_t size)
{
    ombud__pool_chunk *chunk = pool->chunks;
    unsigned char *block;
    if (size > SIZE_MAX / 2)
        return NULL;
    size = align16(size);
    if (chunk == NULL || chunk->size - chunk->used < size) {
        size_t want = HEADER + (size > CHUNK - HEADER ? size : CHUNK - HEADER);
        chunk = ombud__alloc(&pool->alloc, want);
        if (chunk == NULL)
            return NULL;
        chunk->next = pool->chunks;
        chunk->size = want;
        chunk->used = HEADER;
        pool->chunks = chunk;
    }
    block = (unsigned char *)chunk + chunk->used;
    chunk->used += size;
    memset(block, 0, size);
    return block;
}

void *ombud__pool_table(ombud__pool *pool, size_t count, size_t element, int *enough)
{
    void *table = ombud__pool_alloc(pool, (count + 1) * element);
    *enough &= table != NULL;
    return table;
}

void *ombud__pool_push(ombud__pool *pool, void **array, size_t *count, size_t *capacity, size_t element, size_t most,
                       int *full)
{
    *full = *count >= most;
    if (*full)
        return NULL;
    if (*count == *capacity) {
        size_t larger = *capacity < 8 ? 8 : *capacity * 2;
        void *block = ombud__pool_alloc(pool, larger * element);
        if (block == NULL)
            return NULL;
        if (*count > 0)
            memcpy(block, *array, *count * element);
        *array = block;
        *capacity = larger;
    }
    (*count)++;
    return (unsigned char *)*array + (*count - 1) * element;
}

void *ombud__pool_add(ombud__pool *pool, void **array, size_t *count, size_t *capacity, size_t element)
{
    int full;
    return ombud__pool_push(pool, array, count, capacity, element, SIZE_MAX / 2 / element, &full);
}

int ombud__pool_join(ombud__pool *pool, const ombud_view pieces[3], ombud_view *out)
{
    size_t length = 0;
    char *text = ombud__pool_alloc(pool, pieces[0].len + pieces[1].len + pieces[2].len + 1);
    if (!text)
        return 0;
    for (size_t p = 0; p < 3; p++) {
        if (pieces[p].len > 0)
            memcpy(text + length, pieces[p].ptr, pieces[p].len);
        length += pieces[p].len;
    }
    *out = (ombud_view){text, length};
    return 1;
}

int ombud__pool_copy(ombud__pool *pool, ombud_view text, ombud_view *out)
{
    char *copy = ombud__pool_alloc(pool, text.len + 1);
    if (copy == NULL)
        return 0;
    if (text.len > 0)
        memcpy(copy, text.ptr, text.len);
    out->ptr = copy;
    out->len = text.len;
    return 1;
}
