/*
 * An allocator that counts and fails: at the n-th request, once or from then on. What is given back must be what was
 * asked for, and memory comes filled with what is no zero.
 */
#ifndef FAULTY_H
#define FAULTY_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

typedef struct faulty {
    size_t blocks, bytes;     /* alive */
    size_t requests, fail_at; /* 0: never */
    int from_then_on, failed;
} faulty;

/* Before each block, its size: what is given back must be what was asked for. */
typedef union header {
    size_t size;
    max_align_t align;
} header;

static inline int fails(faulty *f)
{
    f->requests++;
    int now = f->fail_at != 0 && (f->requests == f->fail_at || (f->from_then_on && f->requests > f->fail_at));
    f->failed |= now;
    return now;
}

static inline void *faulty_alloc(void *ctx, size_t size)
{
    faulty *f = ctx;
    assert_true(size > 0);
    if (fails(f))
        return NULL;
    header *h = malloc(sizeof *h + size);
    assert_non_null(h);
    h->size = size;
    memset(h + 1, 0xa5, size);
    f->blocks++;
    f->bytes += size;
    return h + 1;
}

static inline void faulty_free(void *ctx, void *block, size_t size)
{
    faulty *f = ctx;
    assert_non_null(block);
    header *h = (header *)block - 1;
    assert_int_equal(h->size, size);
    f->blocks--;
    f->bytes -= size;
    free(h);
}

static inline void *faulty_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    faulty *f = ctx;
    assert_non_null(block);
    assert_true(new_size > 0);
    assert_int_equal(((header *)block - 1)->size, old_size);
    if (fails(f))
        return NULL;
    header *h = malloc(sizeof *h + new_size);
    assert_non_null(h);
    h->size = new_size;
    memset(h + 1, 0xa5, new_size);
    memcpy(h + 1, block, old_size < new_size ? old_size : new_size);
    free((header *)block - 1);
    f->bytes = f->bytes - old_size + new_size;
    return h + 1;
}

#endif
