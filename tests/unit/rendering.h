/*
 * What the tests of rendering share: a case read with a watched allocator, its law beside it, what was written, and a
 * sink that stops.
 */
#ifndef OMBUD_TEST_RENDERING_H
#define OMBUD_TEST_RENDERING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "ombud/render.h"
#include "small_law.h"

typedef struct bench {
    watched memory;
    ombud_law *law;
    ombud_scenario *scenario;
    const ombud_case *matter;
    ombud_asof asof;
    ombud_render how;
} bench;

static written out;

static inline void open_bench(bench *b, const char *text, const char *law_text)
{
    const ombud_asof asof = OMBUD_ASOF_INIT;
    const ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    memset(b, 0, sizeof *b);
    b->asof = asof;
    b->how = how;
    ombud_alloc alloc = watching(&b->memory);
    if (ombud_law_parse(law_text, strlen(law_text), NULL, &b->law, &err) != OMBUD_OK) {
        fail_msg("law %u:%u: %s", err.line, err.column, err.message);
    }
    const ombud_law *laws[1] = {b->law};
    if (ombud_scenario_parse(text, strlen(text), laws, 1, &alloc, &b->scenario, &err) != OMBUD_OK) {
        fail_msg("%u:%u: %s", err.line, err.column, err.message);
    }
    b->matter = ombud_scenario_case(b->scenario, 0);
    assert_non_null(b->matter);
}

static inline void tear_down(bench *b)
{
    ombud_scenario_free(b->scenario);
    ombud_law_free(b->law);
    assert_int_equal(b->memory.held, 0);
}

static inline void has(const char *text)
{
    if (!strstr(out.text, text)) {
        fail_msg("`%s` is not in:\n%s", text, out.text);
    }
}

static inline int stop_at_once(void *user, const char *bytes, size_t length)
{
    (void)user;
    (void)bytes;
    (void)length;
    return 42;
}

#endif
