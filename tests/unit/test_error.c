/**
 * Errors with their excerpt and nearest name, and structs that carry their own size. Internal functions.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel/error.h"
#include "kernel/sized.h"

#define V1_SIZE OMBUD__END_OF(ombud_error, nearest)

static void failures(void **state)
{
    (void)state;
    ombud_error e = OMBUD_ERROR_INIT;
    assert_int_equal(ombud__fail_at(&e, OMBUD_E_SYNTAX, "what", "instead", 3, 14, "tokens", 5), OMBUD_E_SYNTAX);
    assert_int_equal(e.struct_size, sizeof e);
    assert_int_equal(e.code, OMBUD_E_SYNTAX);
    assert_string_equal(e.message, "what");
    assert_string_equal(e.remedy, "instead");
    assert_int_equal(e.line, 3);
    assert_int_equal(e.column, 14);
    assert_int_equal(e.host_code, 0);
    assert_string_equal(e.excerpt, "token");
    strcpy(e.nearest, "left over");

    assert_int_equal(ombud__fail_callback(&e, -7, "the sink failed", ""), OMBUD_E_CALLBACK);
    assert_int_equal(e.code, OMBUD_E_CALLBACK);
    assert_int_equal(e.host_code, -7);
    assert_int_equal(e.line, 0);
    assert_int_equal(e.column, 0);
    assert_string_equal(e.excerpt, "");
    assert_string_equal(e.nearest, "");

    assert_int_equal(ombud__fail(&e, OMBUD_E_NOMEM, "no memory", "give more"), OMBUD_E_NOMEM);
    assert_int_equal(e.code, OMBUD_E_NOMEM);
    assert_int_equal(e.host_code, 0);
}

static void errors_that_cannot_be_written(void **state)
{
    (void)state;
    size_t distance = 9;
    assert_int_equal(ombud__fail(NULL, OMBUD_E_NOMEM, "a", "b"), OMBUD_E_NOMEM);
    assert_int_equal(ombud__fail_at(NULL, OMBUD_E_SYNTAX, "a", "b", 1, 1, "c", 1), OMBUD_E_SYNTAX);
    assert_int_equal(ombud__fail_callback(NULL, 1, "a", "b"), OMBUD_E_CALLBACK);
    ombud__nearest(NULL, ombud_view_of("a"), ombud_view_of("a"), &distance);

    ombud_error e;
    memset(&e, 0x5a, sizeof e);
    e.struct_size = V1_SIZE - 1;
    ombud_error before = e;
    assert_int_equal(ombud__fail(&e, OMBUD_E_NOMEM, "a", "b"), OMBUD_E_NOMEM);
    assert_int_equal(ombud__fail_callback(&e, 1, "a", "b"), OMBUD_E_CALLBACK);
    ombud__nearest(&e, ombud_view_of("a"), ombud_view_of("a"), &distance);
    assert_memory_equal(&e, &before, sizeof e);
    assert_int_equal(distance, 9);
}

static void assert_excerpt(const char *token, size_t length, const char *expected)
{
    /* A heap block of exactly this size, so that a sanitizer sees a byte read too many. */
    char *copy = malloc(length + 1);
    assert_non_null(copy);
    char *end = copy + 1;
    memcpy(end, token, length);
    ombud_error e = OMBUD_ERROR_INIT;
    ombud__fail_at(&e, OMBUD_E_SYNTAX, "", "", 1, 1, end, length);
    free(copy);
    assert_string_equal(e.excerpt, expected);
}

#define EXCERPT(token, expected) assert_excerpt(token, sizeof(token) - 1, expected)

static void excerpts(void **state)
{
    (void)state;
    EXCERPT("", "");
    EXCERPT("report.received ~ \\", "report.received ~ \\");
    EXCERPT("a\nb\tc\0d\x7f", "a\\x0ab\\x09c\\x00d\\x7f");
    EXCERPT("\xc3\xa9t\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\x9c", "\xc3\xa9t\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\x9c");
    /* Not UTF-8: a lone continuation, cut characters, overlong forms, a surrogate, past U+10FFFF, no lead byte. */
    EXCERPT("\x80", "\\x80");
    EXCERPT("\xbf"
            "a",
            "\\xbfa");
    EXCERPT("\xc3", "\\xc3");
    EXCERPT("\xc3"
            "a",
            "\\xc3a");
    EXCERPT("\xe2\x82", "\\xe2\\x82");
    EXCERPT("ab\xe2\x82", "ab\\xe2\\x82");
    EXCERPT("\xe2\x82"
            "a",
            "\\xe2\\x82a");
    EXCERPT("\xf0\x9f\x93", "\\xf0\\x9f\\x93");
    EXCERPT("\xc0\xaf", "\\xc0\\xaf");
    EXCERPT("\xe0\x80\xaf", "\\xe0\\x80\\xaf");
    EXCERPT("\xf0\x80\x80\xaf", "\\xf0\\x80\\x80\\xaf");
    EXCERPT("\xed\xa0\x80", "\\xed\\xa0\\x80");
    EXCERPT("\xed\xbf\xbf", "\\xed\\xbf\\xbf");
    EXCERPT("\xee\x80\x80", "\xee\x80\x80");
    EXCERPT("\xe0\xa0\x80", "\xe0\xa0\x80");
    EXCERPT("\xf0\x90\x80\x80", "\xf0\x90\x80\x80");
    EXCERPT("\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf");
    EXCERPT("\xf8\x90\x80\x80", "\\xf8\\x90\\x80\\x80");
    EXCERPT("\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80");
    EXCERPT("\xf4\x8f\xbf\xbd", "\xf4\x8f\xbf\xbd");
    EXCERPT("\xf8\x88\x80\x80\x80", "\\xf8\\x88\\x80\\x80\\x80");
    EXCERPT("\xff", "\\xff");
    /* Controls beyond ASCII, marks that hide or reorder text. */
    EXCERPT("\xc2\x85", "\\xc2\\x85");
    EXCERPT("\xc2\xa0", "\xc2\xa0");
    EXCERPT("\xe2\x80\xae", "\\xe2\\x80\\xae");
    EXCERPT("\xe2\x80\xaf", "\xe2\x80\xaf");
    EXCERPT("\xef\xbb\xbf", "\\xef\\xbb\\xbf");
}

static void excerpts_are_cut(void **state)
{
    (void)state;
    char text[64], expected[64];
    memset(text, 'x', sizeof text);
    memset(expected, 'x', sizeof expected);
    expected[48] = '\0';
    assert_excerpt(text, 48, expected);
    assert_excerpt(text, 49, expected);
    assert_excerpt(text, 64, expected);
    for (size_t before = 44; before <= 49; before++) {
        memset(text, 'x', sizeof text);
        memcpy(text + before, "\xe2\x82\xac", 3);
        memset(expected, 'x', sizeof expected);
        if (before <= 45) {
            memcpy(expected + before, "\xe2\x82\xac", 3);
            expected[48] = '\0';
        } else {
            expected[before < 48 ? before : 48] = '\0';
        }
        assert_excerpt(text, sizeof text, expected);

        memset(text, 'x', sizeof text);
        text[before] = '\n';
        memset(expected, 'x', sizeof expected);
        if (before == 44) {
            memcpy(expected + before, "\\x0a", 5);
        } else {
            expected[before < 48 ? before : 48] = '\0';
        }
        assert_excerpt(text, sizeof text, expected);
    }
}

static void assert_nearest(const char *wanted, const char *const *names, const char *expected)
{
    ombud_error e = OMBUD_ERROR_INIT;
    ombud_view view = ombud_view_of(wanted);
    size_t distance = ombud__nearest_limit(view) + 1;
    ombud__fail_at(&e, OMBUD_E_UNKNOWN_NAME, "", "", 1, 1, view.ptr, view.len);
    for (size_t i = 0; names[i]; i++) {
        ombud__nearest(&e, view, ombud_view_of(names[i]), &distance);
    }
    assert_string_equal(e.nearest, expected);
}

/* A table of words: as many as are counted, and none behind a NULL. */
static void nearest_words(void **state)
{
    static const struct {
        const char *word;
        int more;
    } table[] = {{"closed", 1}, {"opened", 2}, {NULL, 3}, {"acknowledged", 4}};
    static const struct {
        const char *wanted;
        size_t count;
        const char *expected;
    } rows[] = {
        {"opned", 2, "opened"}, {"opned", 1, ""}, {"acknowleged", 4, ""}, {"close", 4, "closed"}, {"close", 0, ""}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_error e = OMBUD_ERROR_INIT;
        ombud_view wanted = ombud_view_of(rows[i].wanted);
        size_t distance = ombud__nearest_limit(wanted) + 1;
        ombud__fail_at(&e, OMBUD_E_UNKNOWN_NAME, "", "", 1, 1, wanted.ptr, wanted.len);
        ombud__nearest_word(&e, wanted, table, sizeof table[0], rows[i].count, &distance);
        assert_string_equal(e.nearest, rows[i].expected);
    }
}

static void nearest_names(void **state)
{
    (void)state;
    static const char *const names[] = {"received", "reviewed", "closed", "open", "no", "acknowledged", NULL};
    assert_nearest("recieved", names, "received");
    assert_nearest("receved", names, "received");
    assert_nearest("receivedd", names, "received");
    assert_nearest("revieved", names, "reviewed");
    assert_nearest("close", names, "closed");
    assert_nearest("aknowleged", names, "acknowledged");
    assert_nearest("o", names, "no"); /* one edit of one */
    assert_nearest("closed", names, "closed");
    assert_nearest("transmitted", names, "");
    assert_nearest("", names, "");
    assert_nearest("xy", names, "");
    /* A name that holds a known one, and at most as much again. */
    assert_nearest("x_closed_now", names, "closed");
    assert_nearest("xx_closed_now", names, "");

    static const char *const tied[] = {"cart", "card", NULL}, *const tied_too[] = {"card", "cart", NULL};
    assert_nearest("carx", tied, "cart"); /* the first of the equally near */
    assert_nearest("carx", tied_too, "card");

    /* Names of several words: those that hold the wanted one, the shortest of them; or nothing. */
    static const char *const events[] = {"report.deleted",
                                         "report.closed_as_repetitive",
                                         "report.closed_as_minor",
                                         "report.closed_internally",
                                         "report.inquiry_opened",
                                         "claim.received",
                                         "no",
                                         NULL};
    assert_nearest("report.closed", events, "report.closed_as_minor");
    assert_nearest("report.close", events, "report.closed_as_minor");
    assert_nearest("report.closed_internaly", events, "report.closed_internally");
    assert_nearest("report.internal", events, "report.closed_internally");
    assert_nearest("report.internally", events, "report.closed_internally");
    assert_nearest("report.deletted", events, "report.deleted");
    assert_nearest("report.shut", events, "");
    assert_nearest("report.opened", events, "report.inquiry_opened");
    assert_nearest("report.opened_inquiry", events, "");
    assert_nearest("report.inquiry_opened_again", events, "report.inquiry_opened");
    assert_nearest("received", events, "claim.received");
    assert_nearest("report.received", events, "claim.received");
    assert_nearest("no_answer", events, "");
    assert_nearest("minor", events, "report.closed_as_minor");
    assert_nearest("as", events, "");

    /* Long names: 48 bytes are compared, 49 are not. */
    char wanted[51], longest[50], too_long[50];
    memset(wanted, 'n', sizeof wanted);
    memset(longest, 'n', sizeof longest);
    memset(too_long, 'n', sizeof too_long);
    longest[47] = 'm';
    longest[48] = '\0';
    too_long[49] = '\0';
    const char *const long_names[] = {too_long, longest, NULL};
    wanted[48] = '\0';
    assert_nearest(wanted, long_names, longest);
    wanted[48] = 'n';
    wanted[49] = '\0';
    assert_nearest(wanted, long_names, "");
}

typedef struct input {
    uint32_t struct_size;
    int32_t first;
    int64_t second; /* since version 2 */
} input;

#define INPUT_V1 OMBUD__END_OF(input, first)

/* As far as the caller's version goes, with zeros after what this one knows, and not a byte more. */
static void structs_begun_with_a_size(void **state)
{
    (void)state;
    const input fresh = {99, 10, 20};
    struct {
        input known;
        int64_t later;
    } begun, before, want;
    memset(&before, 0x5a, sizeof before);
    for (size_t size = INPUT_V1; size <= sizeof begun; size++) {
        const uint32_t told = (uint32_t)size;
        begun = want = before;
        assert_int_equal(ombud__init_sized(&begun, size, INPUT_V1, &fresh, sizeof fresh), OMBUD_OK);
        memset(&want, 0, size);
        memcpy(&want, &fresh, size < sizeof fresh ? size : sizeof fresh);
        memcpy(&want, &told, sizeof told);
        assert_memory_equal(&begun, &want, sizeof want);
    }
    begun = before;
    assert_int_equal(ombud__init_sized(&begun, INPUT_V1 - 1, INPUT_V1, &fresh, sizeof fresh), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud__init_sized(&begun, 0, INPUT_V1, &fresh, sizeof fresh), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud__init_sized(NULL, sizeof fresh, INPUT_V1, &fresh, sizeof fresh), OMBUD_E_ARGUMENT);
    assert_memory_equal(&begun, &before, sizeof before);
}

static void inputs_with_a_size(void **state)
{
    (void)state;
    const input defaults = {sizeof(input), 10, 20};
    struct {
        input known;
        int64_t later;
    } given = {{sizeof(input), 1, 2}, 0};

    input got = defaults;
    given.later = -1; /* beyond struct_size: not looked at */
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_OK);
    given.later = 0;
    assert_int_equal(got.first, 1);
    assert_int_equal(got.second, 2);
    assert_int_equal(got.struct_size, sizeof got);

    got = defaults;
    given.known.struct_size = INPUT_V1; /* an older caller: the rest keeps its default */
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_OK);
    assert_int_equal(got.first, 1);
    assert_int_equal(got.second, 20);
    assert_int_equal(got.struct_size, sizeof got);

    got = defaults;
    given.known.struct_size = sizeof given; /* a newer caller that sets nothing new */
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_OK);
    assert_int_equal(got.second, 2);

    got = defaults;
    for (size_t i = 0; i < sizeof given.later; i++) { /* a newer caller that sets something new, in any byte */
        given.later = 0;
        ((char *)&given.later)[i] = 1;
        assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_E_UNSUPPORTED);
    }
    given.known.struct_size = INPUT_V1 - 1;
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_E_ARGUMENT);
    given.known.struct_size = 0;
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, &given), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud__take_sized(&got, sizeof got, INPUT_V1, NULL), OMBUD_E_ARGUMENT);
    assert_memory_equal(&got, &defaults, sizeof got);
}

static void outputs_with_a_size(void **state)
{
    (void)state;
    const input result = {0, 1, 2};
    struct {
        input known;
        int64_t later;
    } taken = {{sizeof(input), 10, 20}, 30};
    assert_int_equal(ombud__give_sized(NULL, INPUT_V1, &result, sizeof result), OMBUD_E_ARGUMENT);
    taken.known.struct_size = INPUT_V1 - 1;
    assert_int_equal(ombud__give_sized(&taken, INPUT_V1, &result, sizeof result), OMBUD_E_ARGUMENT);
    assert_int_equal(taken.known.first, 10);

    taken.known.struct_size = INPUT_V1;
    assert_int_equal(ombud__give_sized(&taken, INPUT_V1, &result, sizeof result), OMBUD_OK);
    assert_int_equal(taken.known.struct_size, INPUT_V1);
    assert_int_equal(taken.known.first, 1);
    assert_int_equal(taken.known.second, 20);

    taken.known.struct_size = sizeof taken;
    assert_int_equal(ombud__give_sized(&taken, INPUT_V1, &result, sizeof result), OMBUD_OK);
    assert_int_equal(taken.known.struct_size, sizeof taken);
    assert_int_equal(taken.known.second, 2);
    assert_int_equal(taken.later, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(failures),
        cmocka_unit_test(errors_that_cannot_be_written),
        cmocka_unit_test(excerpts),
        cmocka_unit_test(excerpts_are_cut),
        cmocka_unit_test(nearest_names),
        cmocka_unit_test(nearest_words),
        cmocka_unit_test(structs_begun_with_a_size),
        cmocka_unit_test(inputs_with_a_size),
        cmocka_unit_test(outputs_with_a_size),
    };
    return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
