/**
 * The arena, libc's allocator, and memory that is overwritten before it is given back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel/alloc.h"

#define STATE 64u /* what an arena takes of its buffer for itself */

static void *alloc(const ombud_alloc *a, size_t size)
{
    return a->alloc(a->ctx, size);
}

static void *resize(const ombud_alloc *a, void *block, size_t old_size, size_t new_size)
{
    return a->resize(a->ctx, block, old_size, new_size);
}

static void give_back(const ombud_alloc *a, void *block, size_t size)
{
    a->free(a->ctx, block, size);
}

static int holds_only(const void *memory, size_t size, unsigned char byte)
{
    const unsigned char *bytes = memory;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != byte) {
            return 0;
        }
    }
    return 1;
}

static void every_size_of_arena(void **state)
{
    (void)state;
    for (size_t size = STATE; size <= 4096; size++) {
        /* A heap block of exactly this size, so that a sanitizer sees a byte too many. */
        void *memory = malloc(size);
        ombud_alloc a;
        assert_non_null(memory);
        assert_int_equal(ombud_arena_init(&a, memory, size), OMBUD_OK);
        assert_int_equal(ombud_arena_used(&a), 0);
        size_t room = (size - STATE) / 16 * 16, blocks = 0;
        for (void *block; (block = alloc(&a, 24)) != NULL; blocks++) {
            assert_int_equal((uintptr_t)block % 16, 0);
            memset(block, 0x5a, 24);
            assert_int_equal(ombud_arena_used(&a), 32 * (blocks + 1));
        }
        assert_int_equal(blocks, room / 32);
        size_t left = room - ombud_arena_used(&a);
        assert_null(alloc(&a, left + 1));
        if (left > 0) {
            void *block = alloc(&a, left);
            assert_non_null(block);
            memset(block, 0x5a, left);
            assert_int_equal(ombud_arena_used(&a), room);
        }
        free(memory);
    }
}

static void arenas_refused(void **state)
{
    (void)state;
    static max_align_t memory[64];
    char *aligned = (char *)memory;
    aligned += (16 - (uintptr_t)aligned % 16) % 16;
    ombud_alloc a = {&a, NULL, NULL, NULL};
    assert_int_equal(ombud_arena_init(NULL, aligned, 256), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_arena_init(&a, NULL, 256), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_arena_init(&a, aligned, STATE - 1), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_arena_init(&a, aligned, 0), OMBUD_E_ARGUMENT);
    for (size_t shift = 1; shift < 16; shift++) {
        assert_int_equal(ombud_arena_init(&a, aligned + shift, 256), OMBUD_E_ARGUMENT);
    }
    assert_ptr_equal(a.ctx, &a);
    assert_null(a.alloc);
    assert_int_equal(ombud_arena_used(NULL), 0);
    ombud_alloc libc;
    assert_int_equal(ombud__alloc_or_default(NULL, &libc), OMBUD_OK);
    assert_int_equal(ombud_arena_used(&libc), 0);
}

static void blocks_of_an_arena(void **state)
{
    (void)state;
    void *memory = malloc(STATE + 160);
    ombud_alloc a;
    assert_int_equal(ombud_arena_init(&a, memory, STATE + 160), OMBUD_OK);

    /* The last block grows and shrinks in place. */
    char *first = alloc(&a, 16);
    memset(first, 1, 16);
    char *second = alloc(&a, 10);
    memset(second, 2, 10);
    assert_ptr_equal(second, first + 16);
    assert_ptr_equal(resize(&a, second, 10, 100), second);
    assert_true(holds_only(second, 10, 2));
    assert_int_equal(ombud_arena_used(&a), 16 + 112);
    assert_ptr_equal(resize(&a, second, 100, 30), second);
    assert_int_equal(ombud_arena_used(&a), 16 + 32);
    assert_ptr_equal(resize(&a, second, 30, 144), second);
    assert_int_equal(ombud_arena_used(&a), 160);
    assert_null(resize(&a, second, 144, 145));
    assert_null(resize(&a, second, 144, SIZE_MAX));
    assert_null(alloc(&a, SIZE_MAX));
    assert_null(alloc(&a, 1));
    assert_int_equal(ombud_arena_used(&a), 160);
    assert_ptr_equal(resize(&a, second, 144, 20), second);

    /* Another one shrinks in place, and grows by moving to the end; its old bytes are overwritten. */
    memset(second, 2, 20);
    assert_ptr_equal(resize(&a, first, 16, 8), first);
    assert_true(holds_only(second, 20, 2));
    assert_true(holds_only(first, 8, 1));
    assert_true(holds_only(first + 8, 8, 0));
    assert_null(resize(&a, first, 8, 113));
    assert_true(holds_only(first, 8, 1));
    char *moved = resize(&a, first, 8, 40);
    assert_ptr_equal(moved, second + 32);
    assert_true(holds_only(moved, 8, 1));
    assert_true(holds_only(first, 8, 0));
    assert_int_equal(ombud_arena_used(&a), 16 + 32 + 48);

    /* A block in the middle is not reused before everything is gone; the last is at once. */
    give_back(&a, second, 20);
    assert_int_equal(ombud_arena_used(&a), 16 + 32 + 48);
    char *third = alloc(&a, 1);
    assert_ptr_equal(third, moved + 48);
    give_back(&a, third, 1);
    assert_int_equal(ombud_arena_used(&a), 16 + 32 + 48);
    give_back(&a, moved, 40);
    assert_int_equal(ombud_arena_used(&a), 0);
    assert_ptr_equal(alloc(&a, 160), first);
    free(memory);
}

static void libc_is_the_default(void **state)
{
    (void)state;
    ombud_alloc a;
    assert_int_equal(ombud__alloc_or_default(NULL, &a), OMBUD_OK);
    char *block = ombud__alloc(&a, 10);
    assert_non_null(block);
    memset(block, 3, 10);
    block = ombud__resize(&a, block, 10, 1000);
    assert_non_null(block);
    assert_true(holds_only(block, 10, 3));
    ombud__free(&a, block, 1000);
    ombud__free(&a, NULL, 0);
    ombud__free_wiped(&a, NULL, 0);
    block = ombud__resize(&a, NULL, 0, 5);
    assert_non_null(block);
    ombud__free_wiped(&a, block, 5);
}

/* An allocator that counts, fails when told to, and asserts that each block was overwritten before it was freed. */
typedef struct host {
    int blocks;
    int resizes;
    int fails;
    int wants_wiped;
} host;

static void *host_alloc(void *ctx, size_t size)
{
    host *h = ctx;
    if (h->fails) {
        return NULL;
    }
    h->blocks++;
    return malloc(size);
}

static void *host_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    host *h = ctx;
    (void)old_size;
    h->resizes++;
    return h->fails ? NULL : realloc(block, new_size);
}

static void host_free(void *ctx, void *block, size_t size)
{
    host *h = ctx;
    assert_int_equal(holds_only(block, size, 0), h->wants_wiped);
    h->blocks--;
    free(block);
}

static void allocators_of_a_host(void **state)
{
    (void)state;
    host h = {0, 0, 0, 0};
    const ombud_alloc whole = {&h, host_alloc, host_resize, host_free};
    ombud_alloc copy = {NULL, NULL, NULL, NULL};
    for (int missing = 0; missing < 3; missing++) {
        ombud_alloc part = whole;
        part.alloc = missing == 0 ? NULL : part.alloc;
        part.resize = missing == 1 ? NULL : part.resize;
        part.free = missing == 2 ? NULL : part.free;
        assert_int_equal(ombud__alloc_or_default(&part, &copy), OMBUD_E_ARGUMENT);
        assert_null(copy.ctx);
    }
    assert_int_equal(ombud__alloc_or_default(&whole, &copy), OMBUD_OK);
    assert_ptr_equal(copy.ctx, &h);
    assert_false(ombud__is_arena(&copy));

    char *block = ombud__alloc(&copy, 20);
    memset(block, 4, 20);
    block = ombud__resize(&copy, block, 20, 40);
    assert_int_equal(h.resizes, 1);
    memset(block, 4, 40);
    ombud__free(&copy, block, 40);
    assert_int_equal(h.blocks, 0);
}

static void memory_is_wiped(void **state)
{
    (void)state;
    host h = {0, 0, 0, 1};
    const ombud_alloc a = {&h, host_alloc, host_resize, host_free};
    char *block = ombud__resize_wiped(&a, NULL, 0, 20);
    memset(block, 4, 20);
    h.fails = 1;
    assert_null(ombud__resize_wiped(&a, block, 20, 40));
    assert_true(holds_only(block, 20, 4));
    h.fails = 0;
    block = ombud__resize_wiped(&a, block, 20, 40);
    assert_true(holds_only(block, 20, 4));
    memset(block, 4, 40);
    block = ombud__resize_wiped(&a, block, 40, 30);
    assert_true(holds_only(block, 30, 4));
    ombud__free_wiped(&a, block, 30);
    assert_int_equal(h.blocks, 0);
    assert_int_equal(h.resizes, 0); /* a host's realloc would leave a copy behind */

    static max_align_t memory[64];
    ombud_alloc arena;
    assert_int_equal(ombud_arena_init(&arena, memory, sizeof memory), OMBUD_OK);
    block = ombud__resize_wiped(&arena, NULL, 0, 20);
    memset(block, 5, 20);
    assert_ptr_equal(ombud__resize_wiped(&arena, block, 20, 400), block);
    memset(block, 5, 400);
    assert_ptr_equal(ombud__resize_wiped(&arena, block, 400, 40), block);
    assert_true(holds_only(block + 40, 360, 0));
    ombud__free_wiped(&arena, block, 40);
    assert_true(holds_only(block, 400, 0));
    assert_int_equal(ombud_arena_used(&arena), 0);

    char text[] = "a name";
    ombud__wipe(text, 0);
    assert_string_equal(text, "a name");
    ombud__wipe(text, sizeof text);
    assert_true(holds_only(text, sizeof text, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_size_of_arena),  cmocka_unit_test(arenas_refused),
        cmocka_unit_test(blocks_of_an_arena),   cmocka_unit_test(libc_is_the_default),
        cmocka_unit_test(allocators_of_a_host), cmocka_unit_test(memory_is_wiped),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
