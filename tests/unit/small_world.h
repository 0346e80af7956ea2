/* The law of small_law.h read once for a group of tests, and `.case` texts read against it. */
#ifndef SMALL_WORLD_H
#define SMALL_WORLD_H

#include "small_law.h"

static ombud_law *law;
static ombud_error err;

static int read_law(void **state)
{
    ombud_error fresh = OMBUD_ERROR_INIT;
    (void)state;
    err = fresh;
    return ombud_law_parse(small_law, sizeof small_law - 1, NULL, &law, &err) != OMBUD_OK;
}

static int free_law(void **state)
{
    (void)state;
    ombud_law_free(law);
    return 0;
}

static inline ombud_status parse_bytes(const char *text, size_t length, const ombud_alloc *alloc, ombud_scenario **out)
{
    const ombud_law *laws[1] = {law};
    ombud_error fresh = OMBUD_ERROR_INIT;
    err = fresh;
    return ombud_scenario_parse(text, length, laws, 1, alloc, out, &err);
}

#endif
