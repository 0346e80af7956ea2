/*
 * ombud figures: the tables that laws define, counted over the cases of files.
 */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

enum { THRESHOLD = 5 };

/* The cases of one law: all files stay open, since their laws must. */
typedef struct counted {
    const ombud_law *law;
    uint64_t settings; /* digest, the same for all of its cases */
    ombud_register *cases;
    int64_t next;
} counted;

typedef struct counting {
    const options *opts;
    case_file *files;
    size_t file_count;
    counted of[LAW_FILES_MAX];
    size_t count;
    ombud_day as_of;
} counting;

/* --as-of, else the last day written in any of the files. */
static int find_day(counting *at)
{
    int found = (at->opts->given & OPT_AS_OF) != 0;
    at->as_of = found ? at->opts->as_of : OMBUD_DAY_MIN;
    for (size_t f = 0; f < at->file_count && !(at->opts->given & OPT_AS_OF); f++) {
        for (size_t run = 0; run < ombud_scenario_count(at->files[f].scenario); run++) {
            ombud_day day;
            if (ombud_scenario_last_day(at->files[f].scenario, run, &day) == OMBUD_OK) {
                at->as_of = day > at->as_of ? day : at->as_of;
                found = 1;
            }
        }
    }
    if (!found) {
        fputs("ombud figures: nothing in the files has a day, so there is none to count on; say --as-of DAY\n", stderr);
    }
    return found ? EXIT_GOOD : EXIT_BAD_INPUT;
}

static int same_text(const ombud_law *a, const ombud_law *b)
{
    ombud_view x = ombud_law_text(a), y = ombud_law_text(b);
    return x.len == y.len && memcmp(x.ptr, y.ptr, x.len) == 0;
}

static int counted_of(counting *at, const char *file, const ombud_case *matter, counted **out)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_law *law = ombud_case_law(matter);
    uint64_t settings = ombud_settings_digest(ombud_case_settings(matter));
    for (size_t i = 0; i < at->count; i++) {
        *out = &at->of[i];
        if (same_text(at->of[i].law, law)) {
            if (at->of[i].settings == settings) {
                return EXIT_GOOD;
            }
            fprintf(stderr,
                    "%s: the case has other settings than those before it, and a table is counted under one "
                    "choice; count them apart\n",
                    file);
            return EXIT_BAD_INPUT;
        }
    }
    if (at->count == LAW_FILES_MAX) {
        fprintf(stderr, "%s: at most %d laws are counted at once\n", file, LAW_FILES_MAX);
        return EXIT_BAD_INPUT;
    }
    *out = &at->of[at->count];
    **out = (counted){law, settings, NULL, 1};
    ombud_status status = ombud_register_new(law, ombud_case_settings(matter), at->as_of, NULL, &(*out)->cases, &err);
    at->count += status == OMBUD_OK;
    return status == OMBUD_OK ? EXIT_GOOD : library_error(file, status, &err);
}

/* Files number their cases each from where they please, so here they are numbered anew. */
static int add_run(counting *at, const case_file *file, size_t run)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_case *matter = ombud_scenario_case(file->scenario, run);
    counted *of = NULL;
    ombud_case *copy = NULL;
    int result = counted_of(at, file->file.name, matter, &of);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_clone(matter, NULL, &copy, &err);
    if (status == OMBUD_OK) {
        (void)ombud_case_set_number(copy, of->next++);
        status = ombud_register_add(of->cases, copy, &err);
    }
    ombud_case_free(copy);
    if (status == OMBUD_E_RANGE) {
        fprintf(stderr, "%s: a line of the case is later than the day it is counted on; choose a later --as-of\n",
                file->file.name);
        return EXIT_BAD_INPUT;
    }
    return status == OMBUD_OK ? EXIT_GOOD : library_error(file->file.name, status, &err);
}

static int show(const counting *at, const counted *of)
{
    const options *opts = at->opts;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_figures *figures = NULL;
    int32_t year;
    ombud_day from = opts->from, to = opts->to;
    (void)ombud_day_civil(at->as_of, &year, NULL, NULL);
    if (!opts->has_from) {
        (void)ombud_day_of(year, 1, 1, &from);
    }
    if (!opts->has_to) {
        (void)ombud_day_of(year, 12, 31, &to);
    }
    int32_t threshold = opts->given & OPT_THRESHOLD ? opts->threshold : THRESHOLD;
    ombud_status status = ombud_register_figures(of->cases, from, to, threshold, &figures, &err);
    how.format = opts->given & OPT_JSON  ? OMBUD_FORMAT_JSON
                 : opts->given & OPT_CSV ? OMBUD_FORMAT_CSV
                                         : OMBUD_FORMAT_TEXT;
    how.lang = opts->lang;
    how.colour = opts->colour;
    if (status == OMBUD_OK) {
        status = ombud_render_figures(figures, &how, put_sink, NULL, &err);
    }
    ombud_figures_free(figures);
    return status == OMBUD_OK ? EXIT_GOOD : library_error(NULL, status, &err);
}

static int count_files(counting *at)
{
    int result = find_day(at);
    for (size_t f = 0; f < at->file_count && result == EXIT_GOOD; f++) {
        for (size_t run = 0; run < ombud_scenario_count(at->files[f].scenario) && result == EXIT_GOOD; run++) {
            result = add_run(at, &at->files[f], run);
        }
    }
    for (size_t i = 0; i < at->count && result == EXIT_GOOD; i++) {
        result = show(at, &at->of[i]);
    }
    return result;
}

int verb_figures(const options *opts)
{
    law_shelf shelf;
    counting at = {.opts = opts};
    if (!opts->word_count) {
        return usage_error("figures", "a file is missing", NULL);
    }
    if (opts->has_from && opts->has_to && opts->from > opts->to) {
        return usage_error("figures", "--from lies after --to", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    at.files = calloc(opts->word_count, sizeof *at.files);
    if (!at.files) {
        fputs("ombud: out of memory\n", stderr);
        result = EXIT_NO_MEMORY;
    }
    for (size_t i = 0; i < opts->word_count && result == EXIT_GOOD; i++) {
        result = case_open(&at.files[i], opts->words[i], opts, &shelf);
        at.file_count += result == EXIT_GOOD;
    }
    if (result == EXIT_GOOD) {
        result = count_files(&at);
    }
    for (size_t i = 0; i < at.count; i++) {
        ombud_register_free(at.of[i].cases);
    }
    for (size_t i = 0; i < at.file_count; i++) {
        case_close(&at.files[i]);
    }
    free(at.files);
    shelf_close(&shelf);
    return result;
}
