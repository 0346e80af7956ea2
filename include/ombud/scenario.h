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

/** @name Coverage
 *  What a set of scenarios shows of a law (docs/coverage.md). A coverage belongs to one thread at a time.
 *  @{ */
typedef struct ombud_coverage ombud_coverage;

/**
 * Makes a coverage in which nothing was seen.
 * @param law    must outlive it; scenarios may have read the same text themselves
 * @param alloc  NULL for libc's
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_coverage_new(const ombud_law *law, const ombud_alloc *alloc, ombud_coverage **out, ombud_error *err);
/** Frees a coverage. NULL is a no-op. */
OMBUD_API void ombud_coverage_free(ombud_coverage *coverage);
/** The law it is of; NULL for NULL. */
OMBUD_API const ombud_law *ombud_coverage_law(const ombud_coverage *coverage);

/**
 * As ombud_scenario_check(), adding to a coverage what the expectations of the run show. Counts as use of the scenario:
 * no other thread may use it meanwhile.
 * @param coverage  of the run's law or of another reading of the same text; NULL counts nothing
 * @return also #OMBUD_E_ARGUMENT for a coverage of another law
 */
OMBUD_API ombud_status ombud_scenario_check_covered(const ombud_scenario *scenario, size_t run, ombud_coverage *coverage, ombud_report **out,
                                                    ombud_error *err);

/** What is counted. */
typedef int32_t ombud_covering;
enum {
    OMBUD_COVERING_PROVISIONS = 1, /**< Provisions with rows; covered with all of them. */
    OMBUD_COVERING_ROWS = 2,       /**< Rows that made a difference. */
    OMBUD_COVERING_CONDITIONS = 3, /**< Conditions of rows on which the outcome turned both ways. */
    OMBUD_COVERING_OUTCOMES = 4,   /**< What can become of a term: opened, met, past its last day, extended, excused, lapsed. */
    OMBUD_COVERING_BOUNDARIES = 5, /**< The day before a last day, the last day, the day after. */
    OMBUD_COVERING_VERSIONS = 6    /**< Spans of a provision's wording: not yet in force, not held, held, ended. */
};

/** Why something is not covered. */
typedef int32_t ombud_gap;
enum {
    OMBUD_GAP_NONE = 0,            /**< It is covered. */
    OMBUD_GAP_NEVER_EVALUATED = 1, /**< No case came to it. */
    OMBUD_GAP_NEVER_NO = 2,        /**< It was never no: always yes, or unknown. */
    OMBUD_GAP_NEVER_YES = 3,       /**< It was never yes: always no, or unknown. */
    OMBUD_GAP_NEVER_DECIDED = 4,   /**< It came out both ways, but something else decided the same. */
    OMBUD_GAP_NEVER_TAKEN = 5,     /**< The event never happened where the move leads on; the term never opened. */
    OMBUD_GAP_NOT_IN_FORCE = 6,    /**< Its provision was not in force on any day used. */
    OMBUD_GAP_NO_WORDING = 7,      /**< The wording of its provision was not held on any day used. */
    OMBUD_GAP_READING = 8,         /**< Every case chose another alternative than `reading`. */
    OMBUD_GAP_SCOPE = 9,           /**< No case lay in a scope in which it counts. */
    OMBUD_GAP_NEVER_CAME = 10,     /**< This never became of the term. */
    OMBUD_GAP_NEVER_LOOKED = 11,   /**< No expectation looks at this day, or no case at this span. */
    OMBUD_GAP_ROWS = 12            /**< Rows of the provision are not covered. */
};
/** A gap in a few words, such as `never evaluated`; `?` for a value that is none. Allocates nothing. */
OMBUD_API const char *ombud_gap_name(ombud_gap gap);

/** Something that is counted. At most `struct_size` bytes are written. */
typedef struct ombud_covered {
    uint32_t struct_size;
    int32_t covered;         /**< 1 or 0 */
    ombud_gap gap;
    uint32_t line;           /**< Of the row or provision in the `.law` text. */
    size_t provision;        /**< SIZE_MAX for what rests on structure. */
    size_t row;              /**< SIZE_MAX for provisions and versions. */
    ombud_view what;         /**< The condition, the outcome, the day, the span; rows: as printed; provisions: the id. */
    ombud_view reading;      /**< The reading that the row rests on, or empty. */
} ombud_covered;
#define OMBUD_COVERED_INIT { (uint32_t)sizeof(ombud_covered), 0, 0, 0, 0, 0, { 0, 0 }, { 0, 0 } }

/** How many there are and how many of them are covered. @return #OMBUD_E_ARGUMENT (also for an unknown `what`). Allocates nothing. */
OMBUD_API ombud_status ombud_coverage_count(const ombud_coverage *coverage, ombud_covering what, size_t *covered, size_t *total);
/** One of them by index, in the order of the law. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_coverage_get(const ombud_coverage *coverage, ombud_covering what, size_t index, ombud_covered *out);
/** @} */

#ifdef __cplusplus
}
#endif

#endif
