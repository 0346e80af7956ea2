/*
 * ombud run, ombud audit: a case as a whole, and only what was found wrong in it.
 */
#include "words.h"

static ombud_render wishes(const options *opts, ombud_view name)
{
    ombud_render how = OMBUD_RENDER_INIT;
    how.format = opts->given & OPT_JSON ? OMBUD_FORMAT_JSON : OMBUD_FORMAT_TEXT;
    how.lang = opts->lang;
    how.colour = opts->colour;
    how.name = name;
    return how;
}

static int render_runs(const case_file *file, const options *opts)
{
    size_t runs = ombud_scenario_count(file->scenario);
    for (size_t run = 0; run < runs; run++) {
        ombud_asof asof = OMBUD_ASOF_INIT;
        ombud_error err = OMBUD_ERROR_INIT;
        char title[512];
        int result = case_asof(file, run, opts, &asof);
        if (result != EXIT_GOOD) {
            return result;
        }
        if (run && !(opts->given & OPT_JSON)) {
            putchar('\n');
        }
        ombud_render how = wishes(opts, case_title(file, run, title, sizeof title));
        ombud_status status =
            ombud_render_case(ombud_scenario_case(file->scenario, run), &asof, &how, put_sink, NULL, &err);
        if (status != OMBUD_OK) {
            return library_error(file->file.name, status, &err);
        }
    }
    return EXIT_GOOD;
}

int verb_run(const options *opts)
{
    law_shelf shelf;
    case_file file;
    if (opts->word_count != 1) {
        return usage_error("run", "exactly one file is wanted", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = case_open(&file, opts->words[0], opts, &shelf);
    if (result == EXIT_GOOD) {
        result = render_runs(&file, opts);
        case_close(&file);
    }
    shelf_close(&shelf);
    return result;
}

/* What an audit came to so far. */
typedef struct audit {
    size_t cases, findings, cured;
} audit;

/* Whether on that day the law has a text and no provision lacks its wording; else that nothing is found says little. */
static int has_text(const ombud_law *law, ombud_day on)
{
    int held = 0;
    for (size_t i = 0; i < ombud_law_provision_count(law); i++) {
        ombud_provision provision = OMBUD_PROVISION_INIT;
        ombud_wording wording = OMBUD_WORDING_NOT_HELD;
        if (ombud_law_provision(law, i, OMBUD_LANG_EN, &provision) != OMBUD_OK ||
            provision.treatment != OMBUD_TREATMENT_EXECUTED) {
            continue;
        }
        if (ombud_law_wording(law, i, on, &wording) != OMBUD_OK || wording == OMBUD_WORDING_NOT_HELD) {
            return 0;
        }
        held |= wording == OMBUD_WORDING_HELD;
    }
    return held;
}

static int audit_run(const case_file *file, size_t run, const options *opts, void *user)
{
    audit *sum = user;
    const ombud_case *matter = ombud_scenario_case(file->scenario, run);
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_findings *findings = NULL, *cured = NULL;
    char title[512];
    int json = (opts->given & OPT_JSON) != 0;
    int result = case_asof(file, run, opts, &asof);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_findings(matter, &asof, &findings, &err);
    if (status == OMBUD_OK) {
        status = ombud_case_cured(matter, &asof, &cured, &err);
    }
    size_t count = ombud_findings_count(findings), gone = ombud_findings_count(cured);
    ombud_findings_free(findings);
    ombud_findings_free(cured);
    if (status == OMBUD_OK && (count || gone || json || !has_text(ombud_case_law(matter), asof.day))) {
        ombud_render how = wishes(opts, case_title(file, run, title, sizeof title));
        status = ombud_render_findings(matter, &asof, &how, put_sink, NULL, &err);
        if (!json) {
            putchar('\n');
        }
    }
    sum->cases++;
    sum->findings += count;
    sum->cured += gone;
    return status == OMBUD_OK ? EXIT_GOOD : library_error(file->file.name, status, &err);
}

int verb_audit(const options *opts)
{
    audit sum = {0, 0, 0};
    int worst = case_each("audit", opts, audit_run, &sum);
    if (sum.cases && !(opts->given & OPT_JSON)) {
        say_count(SAY_FINDING, opts->lang, sum.findings);
        printf(" %s ", phrase_of(SAY_IN, opts->lang));
        say_count(SAY_CASE, opts->lang, sum.cases);
        if (sum.cured) {
            printf(", ");
            say_count(SAY_CURED_ONE, opts->lang, sum.cured);
        }
        putchar('\n');
    }
    return worst != EXIT_GOOD ? worst : sum.findings ? EXIT_FOUND : EXIT_GOOD;
}
