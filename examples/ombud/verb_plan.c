/*
 * ombud plan: the tables of a plan in a folder, what its report prints beside what it names, and what does not agree.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* One table, if its file is there; a plan need not have all. */
static int load_table(ombud_plan *plan, const char *folder, ombud_plan_table table, size_t *loaded)
{
    ombud_error err = OMBUD_ERROR_INIT;
    text_file file = {NULL, NULL, 0};
    size_t length = strlen(folder) + strlen(ombud_plan_table_name(table)) + sizeof "/.tsv";
    char *name = malloc(length);
    if (!name) {
        return library_error(NULL, OMBUD_E_NOMEM, &err);
    }
    snprintf(name, length, "%s/%s.tsv", folder, ombud_plan_table_name(table));
    FILE *there = fopen(name, "rb");
    int result = EXIT_GOOD;
    if (there) {
        fclose(there);
        result = file_read(name, &file);
    }
    if (there && result == EXIT_GOOD) {
        ombud_status status = ombud_plan_load(plan, table, file.text, file.length, &err);
        result = status == OMBUD_OK ? EXIT_GOOD : library_error(name, status, &err);
        *loaded += status == OMBUD_OK;
    }
    file_free(&file);
    free(name);
    return result;
}

static int load(ombud_plan *plan, const char *folder)
{
    size_t loaded = 0;
    for (ombud_plan_table table = OMBUD_PLAN_CATEGORIES; table <= OMBUD_PLAN_FIGURES; table++) {
        int result = load_table(plan, folder, table, &loaded);
        if (result != EXIT_GOOD) {
            return result;
        }
    }
    if (!loaded) {
        fprintf(stderr, "%s: no table of a plan is there; name a folder with themes.tsv and others (docs/plan.md)\n",
                folder);
        return EXIT_BAD_INPUT;
    }
    return EXIT_GOOD;
}

static int file_sink(void *user, const char *bytes, size_t length)
{
    return fwrite(bytes, 1, length, user) == length ? 0 : 1;
}

static int write_html(const ombud_plan *plan, const char *name, ombud_render how)
{
    ombud_error err = OMBUD_ERROR_INIT;
    FILE *file = fopen(name, "wb");
    how.format = OMBUD_FORMAT_HTML;
    ombud_status status = file ? ombud_render_plan(plan, &how, file_sink, file, &err) : OMBUD_OK;
    if (!file || fclose(file) != 0 || status == OMBUD_E_CALLBACK) {
        fprintf(stderr, "%s: cannot be written: %s; name a file that can be written\n", name, strerror(errno));
        return EXIT_BAD_INPUT;
    }
    return status == OMBUD_OK ? EXIT_GOOD : library_error(NULL, status, &err);
}

/* Shows the plan. @return EXIT_FOUND if something does not agree */
static int show(const ombud_plan *plan, const char *folder, const options *opts)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_plan_findings *findings = NULL;
    how.format = opts->given & OPT_JSON ? OMBUD_FORMAT_JSON : OMBUD_FORMAT_TEXT;
    how.lang = opts->lang;
    how.colour = opts->colour;
    how.name = ombud_view_of(folder);
    ombud_status status = ombud_render_plan(plan, &how, put_sink, NULL, &err);
    if (status == OMBUD_OK) {
        status = ombud_plan_check(plan, &findings, &err);
    }
    if (status != OMBUD_OK) {
        return library_error(NULL, status, &err);
    }
    int found = ombud_plan_findings_count(findings) > 0;
    ombud_plan_findings_free(findings);
    int result = opts->given & OPT_HTML ? write_html(plan, opts->html_file, how) : EXIT_GOOD;
    return result == EXIT_GOOD && found ? EXIT_FOUND : result;
}

int verb_plan(const options *opts)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan *plan = NULL;
    if (opts->word_count > 1) {
        return usage_error("plan", "one folder at most is wanted, not", opts->words[1]);
    }
    const char *folder = opts->word_count ? opts->words[0] : ".";
    ombud_status status = ombud_plan_new(NULL, &plan, &err);
    if (status != OMBUD_OK) {
        return library_error(NULL, status, &err);
    }
    int result = load(plan, folder);
    if (result == EXIT_GOOD) {
        result = show(plan, folder, opts);
    }
    ombud_plan_free(plan);
    return result;
}
