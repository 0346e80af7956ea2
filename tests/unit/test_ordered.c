/*
 * Keys in order, in trees of three levels: levels come and go, and what finds no memory changes nothing.
 */
#include "trial.h"

#include "register/ordered.h"
#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

static ombud__key key_at(size_t n)
{
    return (ombud__key){(int64_t)n, 5, (int32_t)(n / 1000), 0, 0};
}

/* So many keys, in their order: all nodes but the last are full. */
static void put_keys(ombud__ordered *tree, const ombud_alloc *alloc, size_t count)
{
    for (size_t n = 0; n < count; n++) {
        ombud__key key = key_at(n);
        OK(ombud__ordered_put(tree, alloc, &key));
    }
}

/* All keys from `from` on that are there, each once and in order. */
static void keys_are(const ombud__ordered *tree, size_t from, size_t to, size_t step)
{
    const ombud__key first = {0, 0, INT32_MIN, 0, 0};
    ombud__place at = ombud__ordered_seek(tree, &first);
    size_t count = 0;
    for (size_t n = from; n < to; n += step, count++) {
        const ombud__key *key = ombud__ordered_next(&at);
        if (key == NULL || key->number != (int64_t)n)
            fail_msg("key %u is %d", (unsigned)n, key == NULL ? -1 : (int)key->number);
    }
    assert_null(ombud__ordered_next(&at));
    assert_int_equal(tree->count, count);
}

/* Levels come and go, and a split that finds no memory for all of its nodes changes nothing. */
static void trees_of_three_levels(void **state)
{
    (void)state;
    enum { KEYS = OMBUD__INNER_KEYS * OMBUD__LEAF_KEYS, MORE = KEYS + 30000 };
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud__ordered tree = {NULL, 0, 0};
    /* In order all nodes are full; the next key splits a leaf, the node above it, and begins a root. */
    put_keys(&tree, &alloc, KEYS);
    assert_int_equal(tree.height, 2);
    for (size_t failing = 1; failing <= 3; failing++) {
        ombud__key key = key_at(KEYS);
        size_t held = memory.held;
        memory.calls = 0;
        memory.fail_at = failing;
        assert_int_equal(ombud__ordered_put(&tree, &alloc, &key), OMBUD_E_NOMEM);
        assert_int_equal(memory.held, held);
        memory.fail_at = 0;
        keys_are(&tree, 0, KEYS, 1);
    }
    for (size_t n = KEYS; n < MORE; n++) {
        ombud__key key = key_at(n);
        OK(ombud__ordered_put(&tree, &alloc, &key));
    }
    assert_int_equal(tree.height, 3);
    keys_are(&tree, 0, MORE, 1);
    /* Backwards, the first leaf and the first node split each time. */
    ombud__ordered back = {NULL, 0, 0};
    for (size_t n = MORE; n-- > 0;) {
        ombud__key key = key_at(n);
        OK(ombud__ordered_put(&back, &alloc, &key));
    }
    assert_int_equal(back.height, 3);
    keys_are(&back, 0, MORE, 1);
    /* Two of three go, then from the end, then from the start; levels go with them. */
    for (size_t n = 0; n < MORE; n++) {
        ombud__key key = key_at(n);
        if (n % 3 != 0) {
            ombud__ordered_take(&tree, &alloc, &key);
            ombud__ordered_take(&back, &alloc, &key);
        }
    }
    keys_are(&tree, 0, MORE, 3);
    keys_are(&back, 0, MORE, 3);
    for (size_t n = MORE; n-- > 0;) {
        ombud__key key = key_at(n), other = key_at(MORE - 1 - n);
        ombud__ordered_take(&tree, &alloc, &key);
        ombud__ordered_take(&back, &alloc, &other);
        if (n == 3000)
            keys_are(&tree, 0, 3000, 3);
    }
    assert_null(tree.root);
    assert_null(back.root);
    /* Behind the last key of a full leaf that is not the last leaf. */
    for (size_t n = 0; n < 3 * OMBUD__LEAF_KEYS; n++) {
        ombud__key key = {(int64_t)(2 * n), 5, 0, 0, 0};
        OK(ombud__ordered_put(&tree, &alloc, &key));
    }
    ombud__key between = {2 * OMBUD__LEAF_KEYS - 1, 5, 0, 0, 0};
    OK(ombud__ordered_put(&tree, &alloc, &between));
    ombud__place at = ombud__ordered_seek(&tree, &between);
    assert_int_equal(ombud__ordered_next(&at)->number, 2 * OMBUD__LEAF_KEYS - 1);
    assert_int_equal(ombud__ordered_next(&at)->number, 2 * OMBUD__LEAF_KEYS);
    ombud__ordered_free(&tree, &alloc);
    assert_int_equal(memory.held, 0);
}

/* What a node under a quarter full cannot join stays: neighbours that are full, at the left edge and further on. */
static void full_neighbours(void **state)
{
    (void)state;
    enum { FULL = OMBUD__LEAF_KEYS, HALF = OMBUD__INNER_KEYS / 2 * FULL, KEYS = 4 * HALF + HALF - FULL };
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud__ordered tree = {NULL, 0, 0};
    put_keys(&tree, &alloc, KEYS);
    assert_int_equal(tree.height, 3);
    /* The first leaf keeps one key beside a full one. */
    size_t held = memory.held;
    for (size_t n = 0; n + 1 < FULL; n++) {
        ombud__key key = key_at(n);
        ombud__ordered_take(&tree, &alloc, &key);
    }
    assert_int_equal(memory.held, held);
    keys_are(&tree, FULL - 1, KEYS, 1);
    /* The node before the last, which is nearly full, joins the one before it. */
    for (size_t n = 2 * HALF; n < 3 * HALF - 10 * FULL; n++) {
        ombud__key key = key_at(n);
        ombud__ordered_take(&tree, &alloc, &key);
    }
    assert_true(memory.held < held);
    assert_int_equal(tree.count, KEYS - FULL + 1 - HALF + 10 * FULL);
    for (size_t n = FULL - 1; n < KEYS; n++) {
        ombud__key key = key_at(n);
        ombud__ordered_take(&tree, &alloc, &key);
    }
    assert_null(tree.root);
    assert_int_equal(memory.held, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_of_three_levels),
        cmocka_unit_test(full_neighbours),
    };
    return cmocka_run_group_tests_name("keys in order", tests, NULL, NULL);
}
