/*
 * ombud check: the expectations of case files, as text, TAP or JSON.
 */
#include "words.h"

#include <string.h>

typedef struct tally {
    size_t passed, failed;
    coverages seen;
    junit report;
} tally;

enum { HEADINGS = 10 }; /* the column that the headings of a failure take */

static void put_head(phrase what, ombud_lang lang, const char *margin)
{
    fputs(margin, stdout);
    say_head(what, lang, HEADINGS);
}

/* What a failed expectation shows: what was wanted and got, why, and the line that would hold. */
static void show_failure(const ombud_law *law, const options *opts, const ombud_expectation *e, const char *margin)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    put_head(SAY_HEAD_EXPECTED, opts->lang, margin);
    put_field(e->text);
    putchar('\n');
    put_head(SAY_HEAD_GOT, opts->lang, margin);
    put_field(e->got);
    putchar('\n');
    if (e->has_provision && ombud_law_provision(law, e->provision, opts->lang, &provision) == OMBUD_OK) {
        put_head(SAY_HEAD_BECAUSE, opts->lang, margin);
        put_provision(law, e->provision);
        fputs("  ", stdout);
        put_field(provision.citation);
        if (provision.gloss.len) {
            printf("\n%s%*s", margin, HEADINGS, "");
            put_field(provision.gloss);
        }
        putchar('\n');
    }
    if (e->would_hold.len) {
        put_head(SAY_HEAD_TO_PASTE, opts->lang, margin);
        put_field(e->would_hold);
        putchar('\n');
    }
}

static void show_json(const case_file *file, size_t run, const ombud_law *law, const ombud_expectation *e)
{
    int first = 1;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("expectation"));
    json_text(&first, "file", ombud_view_of(file->file.name));
    json_number(&first, "line", (int64_t)case_line(file, e->line));
    json_name(&first, "scenario", ombud_scenario_name(file->scenario, run));
    json_truth(&first, "met", e->met);
    json_text(&first, "expected", e->text);
    json_text(&first, "got", e->got);
    json_name(&first, "would_hold", e->would_hold);
    json_provision(&first, "provision", law, e->has_provision ? e->provision : SIZE_MAX);
    puts("}");
}

static void show(const case_file *file, size_t run, const options *opts, const ombud_expectation *e, const tally *sum)
{
    const ombud_law *law = ombud_case_law(ombud_scenario_case(file->scenario, run));
    ombud_view scenario = ombud_scenario_name(file->scenario, run);
    if (opts->given & OPT_JSON) {
        show_json(file, run, law, e);
        return;
    }
    if (opts->given & OPT_TAP) {
        printf("%s %zu - %s:%zu ", e->met ? "ok" : "not ok", sum->passed + sum->failed, file->file.name,
               case_line(file, e->line));
        /* In TAP a number sign begins a directive. */
        for (size_t i = 0; i < e->text.len; i++) {
            putchar(e->text.ptr[i] == '#' || (unsigned char)e->text.ptr[i] < 0x20 ? ' '
                                                                                  : (unsigned char)e->text.ptr[i]);
        }
        putchar('\n');
        if (!e->met) {
            if (scenario.len) {
                put_head(SAY_IN, opts->lang, "#   ");
                put_field(scenario);
                putchar('\n');
            }
            show_failure(law, opts, e, "#   ");
        }
        return;
    }
    if (!e->met) {
        printf("%s:%zu: %s", file->file.name, case_line(file, e->line), phrase_of(SAY_FAILED_IN, opts->lang));
        if (scenario.len) {
            printf(" %s ", phrase_of(SAY_IN, opts->lang));
            put_field(scenario);
        }
        putchar('\n');
        show_failure(law, opts, e, "    ");
    }
}

static int check_run(const case_file *file, size_t run, const options *opts, tally *sum)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_report *report = NULL;
    ombud_coverage *seen = NULL;
    if (opts->given & (OPT_COVERAGE | OPT_FAIL_UNDER)) {
        int result = coverages_of(&sum->seen, ombud_case_law(ombud_scenario_case(file->scenario, run)), &seen);
        if (result != EXIT_GOOD) {
            return result;
        }
    }
    ombud_status status = ombud_scenario_check_covered(file->scenario, run, seen, &report, &err);
    if (status != OMBUD_OK) {
        return library_error(file->file.name, status, &err);
    }
    for (size_t i = 0; i < ombud_report_count(report); i++) {
        ombud_expectation e = OMBUD_EXPECTATION_INIT;
        if (ombud_report_get(report, i, &e) == OMBUD_OK) {
            sum->passed += e.met != 0;
            sum->failed += e.met == 0;
            show(file, run, opts, &e, sum);
            if (opts->given & OPT_JUNIT) {
                junit_add(&sum->report, file, run, &e);
            }
        }
    }
    ombud_report_free(report);
    return EXIT_GOOD;
}

static void show_sum(const options *opts, const tally *sum)
{
    if (opts->given & OPT_TAP) {
        printf("1..%zu\n", sum->passed + sum->failed);
    } else if (opts->given & OPT_JSON) {
        printf("{\"kind\":\"sum\",\"passed\":%zu,\"failed\":%zu}\n", sum->passed, sum->failed);
    } else {
        say_count(SAY_PASSED, opts->lang, sum->passed);
        fputs(", ", stdout);
        say_count(SAY_FAILED, opts->lang, sum->failed);
        putchar('\n');
    }
}

int verb_check(const options *opts)
{
    law_shelf shelf;
    tally sum = {0};
    int worst = EXIT_GOOD;
    if (!opts->word_count) {
        return usage_error("check", "a file is missing", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    if (opts->given & OPT_TAP) {
        puts("TAP version 13");
    }
    for (size_t i = 0; i < opts->word_count; i++) {
        case_file file;
        junit_begin_file(&sum.report);
        result = case_open(&file, opts->words[i], opts, &shelf);
        if (result == EXIT_GOOD) {
            for (size_t run = 0; run < ombud_scenario_count(file.scenario) && result == EXIT_GOOD; run++) {
                result = check_run(&file, run, opts, &sum);
            }
            case_close(&file);
        }
        junit_end_file(&sum.report, opts->words[i], result);
        worst = result > worst ? result : worst;
    }
    shelf_close(&shelf);
    if (worst == EXIT_GOOD && !sum.passed && !sum.failed) {
        fputs("ombud check: there is no expectation in what was read; write one: `expect duty NAME ITEM STATUS` under "
              "an `on DAY`\n",
              stderr);
        worst = EXIT_BAD_INPUT;
    }
    if (opts->given & OPT_COVERAGE) {
        coverages_show(&sum.seen, opts);
    }
    if (worst == EXIT_GOOD && (opts->given & OPT_FAIL_UNDER)) {
        worst = coverages_judge(&sum.seen, opts);
    }
    if (opts->given & OPT_JUNIT) {
        result = junit_write(&sum.report, opts->junit_file);
        worst = result > worst ? result : worst;
    }
    coverages_free(&sum.seen);
    junit_free(&sum.report);
    show_sum(opts, &sum);
    return worst != EXIT_GOOD ? worst : sum.failed ? EXIT_FOUND : EXIT_GOOD;
}
