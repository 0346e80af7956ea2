/**
 * @file scenario.h
 * @brief `.case` texts: reading them, their expectations, and how they were met (docs/case-language.md).
 */
#ifndef OMBUD_SCENARIO_H
#define OMBUD_SCENARIO_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Largest `.case` text, in bytes. */
#define OMBUD_SCENARIO_TEXT_MAX ((size_t)64 * 1024 * 1024)

/** A `.case` text that was read: one or more scenarios, each with its case and its expectations. */
typedef struct ombud_scenario ombud_scenario;

/**
 * Reads a `.case` text.
 * @param laws   laws by which the text's `law NAME` may be answered before the built-in ones; borrowed, must outlive the result; may be NULL if `law_count` is 0
 * @return as ombud_law_parse() and ombud_case_apply(), with line and column
 */
OMBUD_API ombud_status ombud_scenario_parse(const char *text, size_t length, const ombud_law *const *laws, size_t law_count, const ombud_alloc *alloc,
                                            ombud_scenario **out, ombud_error *err);
OMBUD_API void ombud_scenario_free(ombud_scenario *scenario);

/** How many runs the text has: one for each scenario and row of its table. */
OMBUD_API size_t ombud_scenario_count(const ombud_scenario *scenario);
/** The case of a run, borrowed. NULL past the last. */
OMBUD_API const ombud_case *ombud_scenario_case(const ombud_scenario *scenario, size_t run);
/** Its name with the row of the table, or empty. */
OMBUD_API ombud_view ombud_scenario_name(const ombud_scenario *scenario, size_t run);
/** The points a run shows. */
OMBUD_API size_t ombud_scenario_point_count(const ombud_scenario *scenario, size_t run);
OMBUD_API ombud_view ombud_scenario_point(const ombud_scenario *scenario, size_t run, size_t index);
/** The last day written in a run: of an `on` or an event. @return #OMBUD_E_NOT_FOUND if there is none. */
OMBUD_API ombud_status ombud_scenario_last_day(const ombud_scenario *scenario, size_t run, ombud_day *out);

/** One expectation, judged. At most `struct_size` bytes are written. */
typedef struct ombud_expectation {
    uint32_t struct_size;
    int32_t met;             /**< 1 or 0 */
    uint32_t line;           /**< In the text, from 1. */
    ombud_view text;         /**< As written. */
    ombud_view got;          /**< What came out, in words. */
    ombud_view would_hold;   /**< The line that would hold; empty if it was met. */
    int32_t has_provision;
    size_t provision;        /**< Provision that decided what came out. */
} ombud_expectation;
#define OMBUD_EXPECTATION_INIT { (uint32_t)sizeof(ombud_expectation), 0, 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0 }

typedef struct ombud_report ombud_report;
/** Judges the expectations of a run. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_scenario_check(const ombud_scenario *scenario, size_t run, ombud_report **out, ombud_error *err);
OMBUD_API void ombud_report_free(ombud_report *report);
OMBUD_API size_t ombud_report_count(const ombud_report *report);
OMBUD_API size_t ombud_report_failed(const ombud_report *report);
OMBUD_API ombud_status ombud_report_get(const ombud_report *report, size_t index, ombud_expectation *out);

#ifdef __cplusplus
}
#endif

#endif
