/**
 * Names of statuses, views, ombud_error_init and the version.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "ombud/base.h"

#define V1_SIZE (offsetof(ombud_error, nearest) + sizeof(((ombud_error *)0)->nearest))

static void names_of_statuses(void **state)
{
    (void)state;
    static const struct {
        ombud_status status;
        const char *name;
    } names[] = {
#define NAMED(s) {s, #s}
        NAMED(OMBUD_OK),          NAMED(OMBUD_E_ARGUMENT),     NAMED(OMBUD_E_NOMEM),
        NAMED(OMBUD_E_LIMIT),     NAMED(OMBUD_E_UNSUPPORTED),  NAMED(OMBUD_E_RANGE),
        NAMED(OMBUD_E_DATE),      NAMED(OMBUD_E_PERIOD),       NAMED(OMBUD_E_CALENDAR),
        NAMED(OMBUD_E_SYNTAX),    NAMED(OMBUD_E_UNKNOWN_NAME), NAMED(OMBUD_E_DUPLICATE),
        NAMED(OMBUD_E_CONFLICT),  NAMED(OMBUD_E_UTF8),         NAMED(OMBUD_E_NOT_FOUND),
        NAMED(OMBUD_E_REFUSED),   NAMED(OMBUD_E_CALLBACK),     NAMED(OMBUD_E_STATE),
        NAMED(OMBUD_E_DIFFERENT),
#undef NAMED
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        assert_int_equal(names[i].status, (int)i);
        assert_string_equal(ombud_status_name(names[i].status), names[i].name);
    }
    static const ombud_status none[] = {-1, OMBUD_E_DIFFERENT + 1, INT32_MIN, INT32_MAX};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
        assert_string_equal(ombud_status_name(none[i]), "OMBUD_E_?");
    }
}

static void views(void **state)
{
    (void)state;
    const char *text = "permitted";
    ombud_view view = ombud_view_of(text);
    assert_ptr_equal(view.ptr, text);
    assert_int_equal(view.len, 9);
    assert_int_equal(ombud_view_of("").len, 0);
    view = ombud_view_of(NULL);
    assert_int_equal(view.len, 0);
    assert_string_equal(view.ptr, "");
}

static void error_init(void **state)
{
    (void)state;
    struct {
        ombud_error error;
        char later[16];
    } longer;
    for (size_t size = V1_SIZE; size <= sizeof longer; size++) {
        memset(&longer, 0x5a, sizeof longer);
        assert_int_equal(ombud_error_init(&longer.error, size), OMBUD_OK);
        const ombud_error *e = &longer.error;
        assert_int_equal(e->struct_size, size);
        assert_int_equal(e->code, OMBUD_OK);
        assert_string_equal(e->message, "");
        assert_string_equal(e->remedy, "");
        assert_int_equal(e->line, 0);
        assert_int_equal(e->column, 0);
        assert_int_equal(e->host_code, 0);
        assert_string_equal(e->excerpt, "");
        assert_string_equal(e->nearest, "");
        for (size_t i = sizeof(ombud_error); i < sizeof longer; i++) {
            assert_int_equal(((char *)&longer)[i], i < size ? 0 : 0x5a);
        }
    }
    ombud_error made = OMBUD_ERROR_INIT, called;
    assert_int_equal(ombud_error_init(&called, sizeof called), OMBUD_OK);
    assert_int_equal(made.struct_size, called.struct_size);
    assert_string_equal(made.message, called.message);
    assert_string_equal(made.remedy, called.remedy);
}

static void error_init_refused(void **state)
{
    (void)state;
    ombud_error error;
    memset(&error, 0x5a, sizeof error);
    ombud_error before = error;
    assert_int_equal(ombud_error_init(NULL, sizeof error), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_error_init(&error, 0), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_error_init(&error, V1_SIZE - 1), OMBUD_E_ARGUMENT);
#if SIZE_MAX > UINT32_MAX
    assert_int_equal(ombud_error_init(&error, ((size_t)1 << 32) + V1_SIZE), OMBUD_E_ARGUMENT);
#endif
    assert_memory_equal(&error, &before, sizeof error);
}

static void version(void **state)
{
    (void)state;
    char text[32];
    uint32_t v = ombud_version_number();
    assert_int_equal(v, OMBUD_VERSION_NUMBER);
    snprintf(text, sizeof text, "%u.%u.%u", (unsigned)(v / 1000000), (unsigned)(v / 1000 % 1000), (unsigned)(v % 1000));
    assert_string_equal(ombud_version_string(), text);
    assert_int_equal(ombud_version_check(v, sizeof(ombud_error)), OMBUD_OK);
    assert_int_equal(ombud_version_check(v, V1_SIZE), OMBUD_OK);
    assert_int_equal(ombud_version_check(v, V1_SIZE + 100), OMBUD_OK);
    assert_int_equal(ombud_version_check(v / 1000 * 1000, sizeof(ombud_error)), OMBUD_OK);
    assert_int_equal(ombud_version_check(v / 1000 * 1000 + 999, sizeof(ombud_error)), OMBUD_OK);
    assert_int_equal(ombud_version_check(v, V1_SIZE - 1), OMBUD_E_UNSUPPORTED);
    assert_int_equal(ombud_version_check(v, 0), OMBUD_E_UNSUPPORTED);
    assert_int_equal(ombud_version_check(v + 1000000, sizeof(ombud_error)), OMBUD_E_UNSUPPORTED);
    assert_int_equal(ombud_version_check(v + 1000, sizeof(ombud_error)),
                     OMBUD_VERSION_MAJOR == 0 ? OMBUD_E_UNSUPPORTED : OMBUD_OK);
    assert_int_equal(ombud_version_check(UINT32_MAX, sizeof(ombud_error)), OMBUD_E_UNSUPPORTED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_statuses),  cmocka_unit_test(views),   cmocka_unit_test(error_init),
        cmocka_unit_test(error_init_refused), cmocka_unit_test(version),
    };
    return cmocka_run_group_tests_name("base", tests, NULL, NULL);
}
