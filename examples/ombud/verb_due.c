/*
 * ombud due: the duties of cases with their last days, to compare with another system's.
 */
#include "cli.h"

static const char columns[] = "case\tduty\titem\tprovision\tstatus\tdue\n";

/* What names a case: its number, else where it stands. */
static void put_case(const case_file *file, size_t run)
{
    int64_t number = ombud_case_number(ombud_scenario_case(file->scenario, run));
    char title[512];
    if (number) {
        printf("%lld", (long long)number);
    } else {
        put_field(case_title(file, run, title, sizeof title));
    }
}

static void put_term(const case_file *file, size_t run, const options *opts, const ombud_term *term)
{
    const ombud_law *law = ombud_case_law(ombud_scenario_case(file->scenario, run));
    int first = 1;
    if (opts->given & OPT_JSON) {
        int64_t number = ombud_case_number(ombud_scenario_case(file->scenario, run));
        putchar('{');
        json_text(&first, "kind", ombud_view_of("duty"));
        json_text(&first, "file", ombud_view_of(file->file.name));
        json_name(&first, "scenario", ombud_scenario_name(file->scenario, run));
        if (number) {
            json_number(&first, "case", number);
        } else {
            json_name(&first, "case", ombud_view_of(NULL));
        }
        json_text(&first, "duty", term->name);
        json_key(&first, "item");
        printf("\"%.*s%lld\"", (int)term->item_prefix.len, term->item_prefix.ptr, (long long)term->item_number);
        json_provision(&first, "provision", law, term->provision);
        json_text(&first, "status", ombud_view_of(ombud_term_status_name(term->status)));
        json_day(&first, "due", term->no_due == OMBUD_DUE_KNOWN, term->due);
        puts("}");
        return;
    }
    put_case(file, run);
    putchar('\t');
    put_field(term->name);
    putchar('\t');
    put_field(term->item_prefix);
    printf("%lld\t", (long long)term->item_number);
    put_provision(law, term->provision);
    printf("\t%s\t", ombud_term_status_name(term->status));
    if (term->no_due == OMBUD_DUE_KNOWN) {
        put_day(term->due);
    }
    putchar('\n');
}

static int due_of_run(const case_file *file, size_t run, const options *opts, void *user)
{
    int *begun = user;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_terms *terms = NULL;
    int result = case_asof(file, run, opts, &asof);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_terms(ombud_scenario_case(file->scenario, run), &asof, &terms, &err);
    if (status != OMBUD_OK) {
        return library_error(file->file.name, status, &err);
    }
    if (!*begun && !(opts->given & OPT_JSON)) {
        fputs(columns, stdout);
    }
    *begun = 1;
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        if (ombud_terms_get(terms, i, &term) == OMBUD_OK && term.duty) {
            put_term(file, run, opts, &term);
        }
    }
    ombud_terms_free(terms);
    return EXIT_GOOD;
}

int verb_due(const options *opts)
{
    int begun = 0;
    return case_each("due", opts, due_of_run, &begun);
}
