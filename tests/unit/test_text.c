/*
 * Text without the C library's formatting: bounded writing, views, and which bytes are UTF-8 without controls. Internal
 * functions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel/text.h"

/* What is written into rooms of every size: as much as fits, its end, its full length, and not a byte more. */
static void assert_written(void (*write)(ombud__out *out, const void *what), const void *what, const char *want)
{
    size_t length = strlen(want);
    for (size_t room = 0; room <= length + 2; room++) {
        char bytes[64];
        ombud__out out = {bytes, room, 0};
        assert_true(room < sizeof bytes);
        memset(bytes, '~', sizeof bytes);
        write(&out, what);
        size_t kept = room == 0 ? 0 : length < room ? length : room - 1;
        assert_int_equal(out.length, length);
        assert_memory_equal(bytes, want, kept);
        if (room > 0)
            assert_int_equal(bytes[kept], '\0');
        for (size_t i = room; i < sizeof bytes; i++)
            assert_int_equal(bytes[i], '~');
    }
    ombud__out nowhere = {NULL, 0, 5};
    write(&nowhere, what);
    assert_int_equal(nowhere.length, 5 + length);
}

static void put_twice(ombud__out *out, const void *what)
{
    const ombud_view nothing = {NULL, 0};
    ombud__out_z(out, what);
    ombud__out_view(out, nothing);
    ombud__out_char(out, '-');
    ombud__out_view(out, ombud_view_of(what));
}

static void put_number(ombud__out *out, const void *what)
{
    ombud__out_number(out, *(const int64_t *)what);
}

static void put_day(ombud__out *out, const void *what)
{
    ombud__out_day(out, *(const int64_t *)what);
}

static void put_period(ombud__out *out, const void *what)
{
    ombud__out_period(out, *(const ombud_period *)what);
}

typedef struct digits {
    uint64_t number;
    int digits;
} digits;

static void put_hex(ombud__out *out, const void *what)
{
    const digits *d = what;
    ombud__out_hex(out, d->number, d->digits);
}

static void written_into_little_room(void **state)
{
    static const struct {
        int64_t number;
        const char *text;
    } numbers[] = {
        {0, "0"},
        {9, "9"},
        {10, "10"},
        {-1, "-1"},
        {INT64_MAX, "9223372036854775807"},
        {INT64_MIN, "-9223372036854775808"},
    };
    static const struct {
        int64_t day;
        const char *text;
    } days[] = {
        {0, "1970-01-01"},        {OMBUD_DAY_MIN, "0001-01-01"}, {OMBUD_DAY_MAX, "9999-12-31"},
        {OMBUD_DAY_MIN - 1, "?"}, {OMBUD_DAY_MAX + 1, "?"},      {INT64_MIN, "?"},
    };
    static const struct {
        ombud_period period;
        const char *text;
    } periods[] = {
        {{0, OMBUD_UNIT_DAYS}, "P0D"},
        {{9999, OMBUD_UNIT_YEARS}, "P9999Y"},
        {{3, OMBUD_UNIT_MONTHS}, "P3M"},
        {{2, OMBUD_UNIT_WEEKS}, "P2W"},
        {{1, 0}, "?"},
        {{10000, OMBUD_UNIT_DAYS}, "?"},
        {{-1, OMBUD_UNIT_DAYS}, "?"},
        {{1, OMBUD_UNIT_YEARS + 1}, "?"},
    };
    static const struct {
        digits what;
        const char *text;
    } hex[] = {
        {{0, 1}, "0"},
        {{0xabcdef, 6}, "abcdef"},
        {{0x1234, 2}, "34"}, /* the last digits */
        {{UINT64_MAX, 16}, "ffffffffffffffff"},
        {{UINT64_C(0xf000000000000000), 16}, "f000000000000000"},
        {{UINT64_C(0xf000000000000001), 18}, "00f000000000000001"}, /* a number has no more */
    };
    (void)state;
    assert_written(put_twice, "", "-");
    assert_written(put_twice, "abc", "abc-abc");
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        assert_written(put_number, &numbers[i].number, numbers[i].text);
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        assert_written(put_day, &days[i].day, days[i].text);
    for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++)
        assert_written(put_period, &periods[i].period, periods[i].text);
    for (size_t i = 0; i < sizeof hex / sizeof hex[0]; i++)
        assert_written(put_hex, &hex[i].what, hex[i].text);
}

static void the_same_text(void **state)
{
    static const struct {
        const char *a, *b;
        int same;
    } pairs[] = {{"", "", 1}, {"a", "a", 1}, {"ab", "a", 0}, {"a", "ab", 0}, {"ab", "ac", 0}, {"", "a", 0}};
    const ombud_view nothing = {NULL, 0};
    (void)state;
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        assert_int_equal(ombud__view_is(ombud_view_of(pairs[i].a), ombud_view_of(pairs[i].b)), pairs[i].same);
        assert_int_equal(ombud__view_is_z(ombud_view_of(pairs[i].a), pairs[i].b), pairs[i].same);
    }
    assert_int_equal(ombud__view_is(nothing, nothing), 1);
    assert_int_equal(ombud__view_is_z(nothing, ""), 1);
    assert_int_equal(ombud__view_is_z(nothing, "a"), 0);
}

/* The first and last of each length, what lies just beyond, and what ends too soon: RFC 3629, section 4. */
static void bytes_that_are_no_text(void **state)
{
    static const struct {
        const char *bytes;
        int whole; /* 1: a character, 0: none */
    } table[] = {
        {"\x1f", 0},
        {" ", 1},
        {"~", 1},
        {"\x7f", 0},
        {"\t", 1},
        {"\n", 1},
        {"\r", 1},
        {"\x0b", 0},
        {"\x80", 0},
        {"\xbf", 0},
        {"\xc0\x80", 0},
        {"\xc1\xbf", 0},
        {"\xc2\x80", 0},
        {"\xc2\x9f", 0}, /* controls */
        {"\xc2\xa0", 1},
        {"\xc2\xbf", 1},
        {"\xc2\xc0", 0},
        {"\xc3\x7f", 0},
        {"\xc3\x80", 1},
        {"\xdf\xbf", 1},
        {"\xdf", 0},
        {"\xe0\x9f\xbf", 0},
        {"\xe0\xa0\x80", 1},
        {"\xe0\xa0", 0},
        {"\xe1\x80\x80", 1},
        {"\xe1\x80\x7f", 0},
        {"\xe1\x80\xc0", 0},
        {"\xed\x9f\xbf", 1},
        {"\xed\xa0\x80", 0},
        {"\xee\x80\x80", 1},
        {"\xef\xbf\xbf", 1},
        {"\xf0\x8f\xbf\xbf", 0},
        {"\xf0\x90\x80\x80", 1},
        {"\xf0\x90\x80", 0},
        {"\xf0\x90\x7f\x80", 0},
        {"\xf0\x90\x80\xc0", 0},
        {"\xf1\x80\x80\x80", 1},
        {"\xf4\x8f\xbf\xbf", 1},
        {"\xf4\x90\x80\x80", 0},
        {"\xf5\x80\x80\x80", 0},
        {"\xff", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        /* Alone, and behind two characters; a heap block of just that size, so that a sanitizer sees a byte too many.
         */
        for (size_t before = 0; before <= 3; before += 3) {
            size_t length = before + strlen(table[i].bytes);
            char *bytes = malloc(length);
            assert_non_null(bytes);
            memcpy(bytes, "a\xc3\xa9", before);
            memcpy(bytes + before, table[i].bytes, length - before);
            size_t fault = ombud__utf8_fault(bytes, length);
            free(bytes);
            if (fault != (table[i].whole ? length : before))
                fail_msg("row %u behind %u bytes: fault at %u", (unsigned)i, (unsigned)before, (unsigned)fault);
        }
    }
    assert_int_equal(ombud__utf8_fault("", 0), 0);
    assert_int_equal(ombud__utf8_fault("a\0b", 3), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_into_little_room),
        cmocka_unit_test(the_same_text),
        cmocka_unit_test(bytes_that_are_no_text),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
