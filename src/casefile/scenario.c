/* `.case` texts: the public functions of ombud/scenario.h. */
#include "scenario.h"

#include <string.h>

#include "kernel/coverage.h"
#include "kernel/error.h"
#include "kernel/sized.h"
#include "wiping.h"

/* ---- reading ----------------------------------------------------------------------------------------------------- */

static ombud_status add_run(ombud__runs *runs, const ombud__section *section, const ombud__section *table, size_t row)
{
    ombud_scenario *scenario = runs->scenario;
    int full;
    void *array = scenario->runs;
    ombud__run_of_text *run = ombud__pool_push(&scenario->pool, &array, &scenario->runs_count, &scenario->runs_capacity,
                                               sizeof *run, OMBUD__RUNS_MAX, &full);
    scenario->runs = array;
    return run ? ombud__run_build(runs, section, table, row) : ombud__fail_no_memory(runs->text.err);
}

/* A text without `scenario` is one itself. */
static ombud_status build_runs(ombud__runs *runs)
{
    const ombud__casetext *text = &runs->text;
    for (size_t i = text->sections_count > 1 ? 1 : 0; i < text->sections_count; i++) {
        const ombud__section *section = &text->sections[i];
        const ombud__section *table = ombud__casetext_table(text, section);
        size_t row = table ? table->row : 0;
        size_t end = table ? table->row + table->rows : 1;
        for (; row < end; row++) {
            ombud_status status = add_run(runs, section, table, row);
            if (status != OMBUD_OK)
                return status;
        }
    }
    return OMBUD_OK;
}

static ombud_status read_text(ombud_scenario *scenario, ombud_view text, ombud_error *err)
{
    ombud__runs runs = {.scenario = scenario};
    ombud_view copy;
    if (!ombud__pool_copy(&scenario->pool, text, &copy))
        return ombud__fail_no_memory(err);
    ombud_status status = ombud__casetext_cut(&runs.text, &scenario->pool, copy, err);
    return status == OMBUD_OK ? build_runs(&runs) : status;
}

ombud_status ombud_scenario_parse(const char *text, size_t length, const ombud_law *const *laws, size_t law_count,
                                  const ombud_alloc *alloc, ombud_scenario **out, ombud_error *err)
{
    ombud_alloc own;
    ombud_view view = {text, length};
    if (!out || (!text && length > 0) || (!laws && law_count > 0))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed",
                           "give a text, laws and a place for the result");
    for (size_t i = 0; i < law_count; i++) {
        if (!laws[i])
            return ombud__fail(err, OMBUD_E_ARGUMENT, "one of the laws is NULL", "give laws that were read");
    }
    if (ombud__alloc_or_default(alloc, &own) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all three functions, or NULL");
    if (length > OMBUD_SCENARIO_TEXT_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "the text is longer than 64 MiB", "divide it into several texts");
    ombud_scenario *scenario = ombud__alloc(&own, sizeof *scenario);
    if (!scenario)
        return ombud__fail_no_memory(err);
    memset(scenario, 0, sizeof *scenario);
    scenario->alloc = own;
    scenario->given = laws;
    scenario->given_count = law_count;
    ombud_alloc wiping = ombud__wiping(&scenario->alloc);
    ombud__pool_init(&scenario->pool, &wiping);
    ombud_status status = read_text(scenario, view, err);
    /* The list of laws is the caller's and may be gone after the call; the laws themselves stay. */
    scenario->given = NULL;
    scenario->given_count = 0;
    if (status != OMBUD_OK) {
        ombud_scenario_free(scenario);
        return status;
    }
    *out = scenario;
    return OMBUD_OK;
}

void ombud_scenario_free(ombud_scenario *scenario)
{
    if (!scenario)
        return;
    for (size_t i = 0; i < scenario->runs_count; i++)
        ombud_case_free(scenario->runs[i].matter);
    for (size_t i = 0; i < scenario->settings_count; i++)
        ombud_settings_free(scenario->settings[i]);
    for (size_t i = 0; i < scenario->laws_count; i++)
        ombud_law_free(scenario->laws[i]);
    ombud__pool_free(&scenario->pool);
    ombud_alloc alloc = scenario->alloc;
    ombud__free_wiped(&alloc, scenario, sizeof *scenario);
}

/* ---- looking ----------------------------------------------------------------------------------------------------- */

static const ombud__run_of_text *run_of(const ombud_scenario *scenario, size_t run)
{
    return scenario && run < scenario->runs_count ? &scenario->runs[run] : NULL;
}

size_t ombud_scenario_count(const ombud_scenario *scenario)
{
    return scenario ? scenario->runs_count : 0;
}

const ombud_case *ombud_scenario_case(const ombud_scenario *scenario, size_t run)
{
    const ombud__run_of_text *of = run_of(scenario, run);
    return of ? of->matter : NULL;
}

ombud_view ombud_scenario_name(const ombud_scenario *scenario, size_t run)
{
    const ombud__run_of_text *of = run_of(scenario, run);
    return of ? of->name : ombud_view_of("");
}

size_t ombud_scenario_point_count(const ombud_scenario *scenario, size_t run)
{
    const ombud__run_of_text *of = run_of(scenario, run);
    return of ? of->points_count : 0;
}

ombud_view ombud_scenario_point(const ombud_scenario *scenario, size_t run, size_t index)
{
    const ombud__run_of_text *of = run_of(scenario, run);
    if (!of || index >= of->points_count)
        return ombud_view_of("");
    return of->points[index];
}

ombud_status ombud_scenario_last_day(const ombud_scenario *scenario, size_t run, ombud_day *out)
{
    const ombud__run_of_text *of = run_of(scenario, run);
    if (!out)
        return OMBUD_E_ARGUMENT;
    if (!of || !of->has_last)
        return OMBUD_E_NOT_FOUND;
    *out = of->last;
    return OMBUD_OK;
}

/* ---- reports ----------------------------------------------------------------------------------------------------- */

struct ombud_report {
    ombud_alloc alloc;
    ombud__pool pool; /* overwritten when freed */
    ombud_expectation *list;
    size_t count, failed;
};

/* Where texts of unknown length are written: made larger, and the question asked again, when one did not fit. */
typedef struct drafts {
    char *text; /* two halves, for what was got and for what would hold */
    size_t half;
} drafts;

static ombud_status ask(ombud_report *report, drafts *scratch, const ombud__expected *expected,
                        const ombud_case *matter, ombud__judged *out, ombud_error *err)
{
    for (;;) {
        out->got = (ombud__out){scratch->text, scratch->half, 0};
        out->holds = (ombud__out){scratch->text + scratch->half, scratch->half, 0};
        ombud_status status = ombud__expectation_judge(expected, matter, out, err);
        size_t longest = out->got.length > out->holds.length ? out->got.length : out->holds.length;
        if (status != OMBUD_OK || longest < scratch->half)
            return status;
        scratch->half = longest + 1;
        scratch->text = ombud__pool_alloc(&report->pool, 2 * scratch->half);
        if (!scratch->text)
            return ombud__fail_no_memory(err);
    }
}

static ombud_status judge_one(ombud_report *report, drafts *scratch, const ombud__expected *expected,
                              const ombud_case *matter, ombud_expectation *out, ombud_error *err)
{
    ombud__judged judged = {0, 0, 0, {NULL, 0, 0}, {NULL, 0, 0}};
    ombud_status status = ask(report, scratch, expected, matter, &judged, err);
    if (status != OMBUD_OK)
        return status;
    ombud_view got = {judged.got.ptr, judged.got.length};
    ombud_view holds = {judged.holds.ptr, judged.met ? 0 : judged.holds.length};
    out->struct_size = (uint32_t)sizeof *out;
    out->met = judged.met;
    out->line = expected->words.line;
    out->has_provision = judged.has_provision;
    out->provision = judged.provision;
    return ombud__pool_copy(&report->pool, expected->text, &out->text) &&
                   ombud__pool_copy(&report->pool, got, &out->got) &&
                   ombud__pool_copy(&report->pool, holds, &out->would_hold)
               ? OMBUD_OK
               : ombud__fail_no_memory(err);
}

static ombud_status judge_run(ombud_report *report, const ombud__run_of_text *run, ombud_error *err)
{
    drafts scratch = {NULL, 1024};
    scratch.text = ombud__pool_alloc(&report->pool, 2 * scratch.half);
    report->list = ombud__pool_alloc(&report->pool, (run->expected_count + 1) * sizeof *report->list);
    if (!scratch.text || !report->list)
        return ombud__fail_no_memory(err);
    for (size_t i = 0; i < run->expected_count; i++) {
        ombud_status status = judge_one(report, &scratch, &run->expected[i], run->matter, &report->list[i], err);
        if (status != OMBUD_OK)
            return status;
        report->count++;
        report->failed += !report->list[i].met;
    }
    return OMBUD_OK;
}

/* Readings of one text have the same tables. */
static int is_of(const ombud_coverage *coverage, const ombud_law *law)
{
    return coverage->law == law || ombud__view_is(coverage->law->text, law->text);
}

ombud_status ombud_scenario_check(const ombud_scenario *scenario, size_t run, ombud_report **out, ombud_error *err)
{
    return ombud_scenario_check_covered(scenario, run, NULL, out, err);
}

ombud_status ombud_scenario_check_covered(const ombud_scenario *scenario, size_t run, ombud_coverage *coverage,
                                          ombud_report **out, ombud_error *err)
{
    if (!scenario || !out)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed",
                           "give a scenario and a place for the report");
    const ombud__run_of_text *of = run_of(scenario, run);
    if (!of)
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "the text has no run of this number",
                           "count runs from 0 to ombud_scenario_count() - 1");
    if (coverage && !is_of(coverage, of->matter->law))
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the coverage is of another law", "make one of the law of the run");
    ombud_report *report = ombud__alloc(&scenario->alloc, sizeof *report);
    if (!report)
        return ombud__fail_no_memory(err);
    memset(report, 0, sizeof *report);
    report->alloc = scenario->alloc;
    ombud_alloc wiping = ombud__wiping(&report->alloc);
    ombud__pool_init(&report->pool, &wiping);
    of->matter->coverage = coverage;
    ombud_status status = judge_run(report, of, err);
    of->matter->coverage = NULL;
    if (status != OMBUD_OK) {
        ombud_report_free(report);
        return status;
    }
    *out = report;
    return OMBUD_OK;
}

void ombud_report_free(ombud_report *report)
{
    if (!report)
        return;
    ombud__pool_free(&report->pool);
    ombud_alloc alloc = report->alloc;
    ombud__free_wiped(&alloc, report, sizeof *report);
}

size_t ombud_report_count(const ombud_report *report)
{
    return report ? report->count : 0;
}

size_t ombud_report_failed(const ombud_report *report)
{
    return report ? report->failed : 0;
}

ombud_status ombud_report_get(const ombud_report *report, size_t index, ombud_expectation *out)
{
    if (!report || !out)
        return OMBUD_E_ARGUMENT;
    if (index >= report->count)
        return OMBUD_E_NOT_FOUND;
    return ombud__give_sized(out, OMBUD__END_OF(ombud_expectation, provision), &report->list[index],
                             sizeof report->list[index]);
}
