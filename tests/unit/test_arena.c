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
    assert_false(holds_only(first, 8, 1));
    assert_int_equal(ombud_arena_used(&a), 32 + 48);

    /* What is freed in the middle is merged with the gap before it and serves again. */
    give_back(&a, second, 20);
    assert_int_equal(ombud_arena_used(&a), 48);
    char *third = alloc(&a, 48);
    assert_ptr_equal(third, first);
    assert_ptr_equal(alloc(&a, 64), moved + 48);
    assert_null(alloc(&a, 1));
    give_back(&a, moved, 40);
    give_back(&a, moved + 48, 64);
    assert_int_equal(ombud_arena_used(&a), 48);
    give_back(&a, third, 48);
    assert_int_equal(ombud_arena_used(&a), 0);
    assert_ptr_equal(alloc(&a, 160), first);
    free(memory);
}

/* As with malloc, what is asked for may be nothing: each such block has an address of its own, and grows and goes as
 * any. */
static void blocks_of_no_length(void **state)
{
    (void)state;
    void *memory = malloc(STATE + 64);
    ombud_alloc a;
    assert_int_equal(ombud_arena_init(&a, memory, STATE + 64), OMBUD_OK);
    char *first = alloc(&a, 0), *second = alloc(&a, 0);
    assert_non_null(first);
    assert_ptr_equal(second, first + 16);
    assert_int_equal(ombud_arena_used(&a), 32);
    assert_ptr_equal(resize(&a, second, 0, 48), second);
    assert_ptr_equal(resize(&a, second, 48, 0), second);
    assert_int_equal(ombud_arena_used(&a), 32);
    give_back(&a, first, 0);
    give_back(&a, second, 0);
    assert_int_equal(ombud_arena_used(&a), 0);
    first = alloc(&a, 16);
    assert_ptr_equal(resize(&a, first, 16, 64), first);              /* all there is */
    assert_int_equal(ombud_arena_init(&a, memory, STATE), OMBUD_OK); /* no room for any */
    assert_null(alloc(&a, 0));
    free(memory);
}

/* Every second of many small blocks freed leaves gaps that are of use to small blocks only; with the rest freed, in any
 * order, the whole is one again. */
static void gaps_of_an_arena(void **state)
{
    (void)state;
    enum { BLOCKS = 64 };
    for (unsigned order = 0; order < 3; order++) {
        void *memory = malloc(STATE + BLOCKS * 32);
        char *block[BLOCKS];
        ombud_alloc a;
        assert_int_equal(ombud_arena_init(&a, memory, STATE + BLOCKS * 32), OMBUD_OK);
        for (size_t i = 0; i < BLOCKS; i++) {
            block[i] = alloc(&a, 32);
            assert_non_null(block[i]);
            memset(block[i], 7, 32);
        }
        for (size_t i = 0; i < BLOCKS; i += 2) {
            give_back(&a, block[i], 32);
        }
        assert_int_equal(ombud_arena_used(&a), BLOCKS / 2 * 32);
        assert_null(alloc(&a, 33));
        assert_null(resize(&a, block[1], 32, 65));
        assert_ptr_equal(resize(&a, block[1], 32, 64), block[1]);
        assert_true(holds_only(block[1], 32, 7));
        assert_ptr_equal(resize(&a, block[1], 64, 32), block[1]);
        for (size_t i = 0; i < BLOCKS; i += 2) {
            assert_ptr_equal(alloc(&a, 17), block[i]);
        }
        assert_null(alloc(&a, 1));
        for (size_t i = 0; i < BLOCKS; i++) {
            size_t at = order == 0 ? i : order == 1 ? BLOCKS - 1 - i : i * 37 % BLOCKS;
            give_back(&a, block[at], at % 2 == 0 ? 17 : 32);
        }
        assert_int_equal(ombud_arena_used(&a), 0);
        assert_ptr_equal(alloc(&a, BLOCKS * 32), block[0]);
        free(memory);
    }
}

/* The arena as a map of units of 16 bytes: where a block must come to lie, and whether it can. */
enum { UNITS = 96, KEPT = 24 };
typedef struct model {
    unsigned char taken[UNITS];
    struct kept {
        unsigned char *block;
        size_t size;
        unsigned char byte;
    } kept[KEPT];
} model;

static size_t units(size_t size)
{
    return (size + 15) / 16;
}

static size_t lowest_run(const model *m, size_t need)
{
    size_t run = 0;
    for (size_t u = 0; u < UNITS; u++) {
        run = m->taken[u] ? 0 : run + 1;
        if (run == need) {
            return u + 1 - need;
        }
    }
    return UNITS;
}

static void mark(model *m, size_t from, size_t count, unsigned char taken)
{
    for (size_t u = from; u < from + count; u++) {
        assert_int_not_equal(m->taken[u], taken);
        m->taken[u] = taken;
    }
}

static unsigned next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static size_t random_size(uint32_t *seed)
{
    unsigned most = next_random(seed) % 8 == 0 ? UNITS * 16 + 40 : next_random(seed) % 2 ? 40 : 200;
    return 1 + next_random(seed) % most;
}

static void resize_as_the_map_says(const ombud_alloc *a, model *m, unsigned char *base, struct kept *kept, size_t size)
{
    size_t at = (size_t)(kept->block - base) / 16;
    size_t had = units(kept->size);
    size_t wanted = units(size);
    size_t lies = at;
    for (size_t u = at + had; u < at + wanted; u++) {
        if (u >= UNITS || m->taken[u]) {
            lies = lowest_run(m, wanted);
            break;
        }
    }
    unsigned char *block = resize(a, kept->block, kept->size, size);
    if (lies == UNITS) {
        assert_null(block);
        return;
    }
    assert_ptr_equal(block, base + lies * 16);
    assert_true(holds_only(block, size < kept->size ? size : kept->size, kept->byte));
    if (size < kept->size) {
        size_t left = (wanted < had ? wanted * 16 : kept->size) - size;
        assert_true(holds_only(block + size, left < kept->size - size ? left : kept->size - size, 0));
    }
    if (lies != at && kept->size > 16) {
        /* What moved leaves nothing of itself behind; the first unit may describe the gap. */
        assert_true(holds_only(base + at * 16 + 16, kept->size - 16, 0));
    }
    mark(m, at, had, 0);
    mark(m, lies, wanted, 1);
    memset(block, kept->byte, size);
    kept->block = block;
    kept->size = size;
}

static void random_blocks(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= 20; seed++) {
        uint32_t r = seed;
        unsigned refused = 0, resized = 0;
        unsigned char *memory = malloc(STATE + UNITS * 16);
        unsigned char *base = memory + STATE;
        ombud_alloc a;
        model m;
        memset(&m, 0, sizeof m);
        assert_int_equal(ombud_arena_init(&a, memory, STATE + UNITS * 16), OMBUD_OK);
        for (int step = 0; step < 5000; step++) {
            struct kept *kept = &m.kept[next_random(&r) % KEPT];
            size_t size = random_size(&r);
            if (kept->block == NULL) {
                size_t lies = lowest_run(&m, units(size));
                unsigned char *block = alloc(&a, size);
                if (lies == UNITS) {
                    assert_null(block);
                    refused++;
                } else {
                    assert_ptr_equal(block, base + lies * 16);
                    mark(&m, lies, units(size), 1);
                    *kept = (struct kept){block, size, (unsigned char)(1 + step % 255)};
                    memset(block, kept->byte, size);
                }
            } else if (next_random(&r) % 2) {
                resize_as_the_map_says(&a, &m, base, kept, size);
                resized++;
            } else {
                give_back(&a, kept->block, kept->size);
                mark(&m, (size_t)(kept->block - base) / 16, units(kept->size), 0);
                kept->block = NULL;
            }
            size_t used = 0;
            for (size_t i = 0; i < KEPT; i++) {
                if (m.kept[i].block) {
                    assert_true(holds_only(m.kept[i].block, m.kept[i].size, m.kept[i].byte));
                    used += units(m.kept[i].size) * 16;
                }
            }
            assert_int_equal(ombud_arena_used(&a), used);
        }
        assert_true(refused > 20 && resized > 500);
        for (size_t i = 0; i < KEPT; i++) {
            if (m.kept[i].block) {
                give_back(&a, m.kept[i].block, m.kept[i].size);
            }
        }
        assert_int_equal(ombud_arena_used(&a), 0);
        assert_ptr_equal(alloc(&a, UNITS * 16), base);
        free(memory);
    }
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
        cmocka_unit_test(every_size_of_arena), cmocka_unit_test(arenas_refused),
        cmocka_unit_test(blocks_of_an_arena),  cmocka_unit_test(blocks_of_no_length),
        cmocka_unit_test(gaps_of_an_arena),    cmocka_unit_test(random_blocks),
        cmocka_unit_test(libc_is_the_default), cmocka_unit_test(allocators_of_a_host),
        cmocka_unit_test(memory_is_wiped),
    };
    return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
