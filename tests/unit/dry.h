/* A world whose memory fails at each request in turn: what the tests of memory that runs dry share. */
#ifndef DRY_H
#define DRY_H

#include "faulty.h"
#include "trial.h"

typedef struct world {
    faulty memory;
    ombud_alloc alloc;
    const char *text;
    ombud_law *law;
    ombud_settings *settings;
    ombud_case *matter;
    ombud_scenario *scenario;
    ombud_error err;
} world;

typedef ombud_status act(world *w);

/* Each request of an act fails, once and from then on: the status says so, and nothing is kept. */
static inline size_t run_dry(world *w, act *run)
{
    static const ombud_error none = OMBUD_ERROR_INIT;
    size_t tries = 0;
    for (int from_then_on = 0; from_then_on < 2; from_then_on++) {
        for (size_t n = 1;; n++) {
            size_t blocks = w->memory.blocks, bytes = w->memory.bytes;
            w->memory.requests = 0;
            w->memory.failed = 0;
            w->memory.fail_at = n;
            w->memory.from_then_on = from_then_on;
            w->err = none;
            ombud_status status = run(w);
            w->memory.fail_at = 0;
            assert_int_equal(w->memory.blocks, blocks);
            assert_int_equal(w->memory.bytes, bytes);
            if (!w->memory.failed) {
                if (status != OMBUD_OK)
                    fail_msg("%s at %u:%u: %s [%s]", ombud_status_name(status), w->err.line, w->err.column,
                             w->err.message, w->err.excerpt);
                break;
            }
            tries++;
            if (status != OMBUD_E_NOMEM || w->err.code != OMBUD_E_NOMEM || w->err.message[0] == '\0')
                fail_msg("request %u: %s: %s", (unsigned)n, ombud_status_name(status), w->err.message);
        }
    }
    return tries;
}

static inline void begin(world *w)
{
    memset(w, 0, sizeof *w);
    w->alloc = (ombud_alloc){&w->memory, faulty_alloc, faulty_resize, faulty_free};
}

static inline void end(world *w)
{
    ombud_scenario_free(w->scenario);
    ombud_case_free(w->matter);
    ombud_settings_free(w->settings);
    ombud_law_free(w->law);
    assert_int_equal(w->memory.blocks, 0);
}

static inline ombud_status new_coverage(world *w)
{
    ombud_coverage *coverage = NULL;
    ombud_status status = ombud_coverage_new(w->law, &w->alloc, &coverage, &w->err);
    ombud_coverage_free(coverage);
    return status;
}

/* Checks each run of the scenario while it is counted what is covered. */
static inline ombud_status check_case(world *w)
{
    ombud_coverage *coverage = NULL;
    ombud_status status = ombud_coverage_new(w->law, &w->alloc, &coverage, &w->err);
    for (size_t run = 0; run < ombud_scenario_count(w->scenario) && status == OMBUD_OK; run++) {
        ombud_report *report = NULL;
        status = ombud_scenario_check_covered(w->scenario, run, coverage, &report, &w->err);
        ombud_report_free(report);
    }
    ombud_coverage_free(coverage);
    return status;
}

#endif
