/*
 * Whether the case that shows a flaw does show it.
 */
#ifndef OMBUD_TEST_WITNESSED_H
#define OMBUD_TEST_WITNESSED_H

#include "ombud/scenario.h"
#include "trial.h"

/* A witness is read with its law, and all it expects holds. */
static inline void replays(const char *name, const ombud_law *law, ombud_view witness)
{
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(witness.ptr, witness.len, &law, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("%s: the witness cannot be read: line %u: %s\n%.*s", name, (unsigned)err.line, err.message,
                 (int)witness.len, witness.ptr);
    assert_int_equal(ombud_scenario_count(scenario), 1);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    assert_true(ombud_report_count(report) > 0);
    if (ombud_report_failed(report) > 0)
        fail_msg("%s: the witness does not hold:\n%.*s", name, (int)witness.len, witness.ptr);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
}

#endif
