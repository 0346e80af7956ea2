/*
 * ombud figures: the tables that laws define, counted over the cases of files.
 */
#include "words.h"

#include <stdlib.h>
#include <string.h>

enum { THRESHOLD = 5 };

/* The cases of one law: all files stay open, since their laws must. */
typedef struct counted {
    const ombud_law *law;
    const ombud_case *first; /* of it, and where it stands: all others must have its settings */
    const case_file *file;
    size_t run;
    ombud_register *cases;
    int64_t next;
} counted;

typedef struct counting {
    const options *opts;
    case_file *files;
    size_t file_count;
    counted of[LAW_FILES_MAX];
    size_t count;
    ombud_day as_of, known_by;
} counting;

/* --as-of, else the last day written in any of the files. A day that was chosen leaves out what was entered later: the
 * figures of a year that is over do not move with what comes to light after it. */
static int find_day(counting *at)
{
    int found = (at->opts->given & OPT_AS_OF) != 0;
    at->as_of = found ? at->opts->as_of : OMBUD_DAY_MIN;
    at->known_by = at->opts->given & OPT_KNOWN_BY ? at->opts->known_by : found ? at->as_of : OMBUD_DAY_MAX;
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

/* ---- settings that differ ---------------------------------------------------------------------------------------- */

/* The next line of a case's own text that sets something, without `set`; empty behind the last. */
static ombud_view next_set(const growing *text, size_t *at)
{
    ombud_view none = {NULL, 0};
    while (*at < text->length) {
        const char *line = text->text + *at, *end = memchr(line, '\n', text->length - *at);
        size_t length = end ? (size_t)(end - line) : text->length - *at;
        *at += length + 1;
        if (length > 4 && memcmp(line, "set ", 4) == 0) {
            return (ombud_view){line + 4, length - 4};
        }
    }
    return none;
}

/* The first thing that one case sets and the other does not. */
static ombud_view set_in_one(const growing *one, const growing *other)
{
    size_t at = 0;
    for (;;) {
        size_t there = 0;
        ombud_view mine = next_set(one, &at), theirs = mine;
        while (mine.len && theirs.len) {
            theirs = next_set(other, &there);
            if (theirs.len == mine.len && memcmp(theirs.ptr, mine.ptr, mine.len) == 0) {
                break;
            }
        }
        if (!mine.len || !theirs.len) {
            return mine;
        }
    }
}

static void say_set(const char *name, ombud_view scenario, ombud_view set)
{
    fprintf(stderr, "%s%s%.*s%s sets '%.*s'", name, scenario.len ? " (" : "", (int)scenario.len,
            scenario.len ? scenario.ptr : "", scenario.len ? ")" : "", (int)set.len, set.ptr);
}

static int other_settings(const counted *of, const case_file *file, size_t run, const ombud_case *matter)
{
    growing first = {NULL, 0, 0, 0}, second = {NULL, 0, 0, 0};
    int result = EXIT_BAD_INPUT;
    if (ombud_case_write(of->first, grow, &first, NULL) != OMBUD_OK ||
        ombud_case_write(matter, grow, &second, NULL) != OMBUD_OK) {
        fputs("ombud: out of memory\n", stderr);
        result = EXIT_NO_MEMORY;
    } else {
        ombud_view before = set_in_one(&first, &second), now = set_in_one(&second, &first);
        ombud_view scenario = ombud_scenario_name(file->scenario, run);
        ombud_view scenario_before = ombud_scenario_name(of->file->scenario, of->run);
        fprintf(stderr, "%s: a table is counted under one choice, and ", file->file.name);
        if (before.len) {
            say_set(of->file->file.name, scenario_before, before);
        }
        if (before.len && now.len) {
            fputs(", where ", stderr);
        }
        if (now.len) {
            say_set(file->file.name, scenario, now);
        }
        if (!before.len || !now.len) {
            ombud_view silent = now.len ? scenario_before : scenario;
            fprintf(stderr, ", and %s%s%.*s%s does not", now.len ? of->file->file.name : file->file.name,
                    silent.len ? " (" : "", (int)silent.len, silent.len ? silent.ptr : "", silent.len ? ")" : "");
        }
        fputs("; set the same in both, or count them apart\n", stderr);
    }
    free(first.text);
    free(second.text);
    return result;
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static int counted_of(counting *at, const case_file *file, size_t run, const ombud_case *matter, counted **out)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_law *law = ombud_case_law(matter);
    const ombud_settings *settings = ombud_case_settings(matter);
    for (size_t i = 0; i < at->count; i++) {
        *out = &at->of[i];
        if (same_text(at->of[i].law, law)) {
            uint64_t digest = ombud_settings_digest(ombud_case_settings(at->of[i].first));
            return digest == ombud_settings_digest(settings) ? EXIT_GOOD : other_settings(*out, file, run, matter);
        }
    }
    if (at->count == LAW_FILES_MAX) {
        fprintf(stderr, "%s: at most %d laws are counted at once\n", file->file.name, LAW_FILES_MAX);
        return EXIT_BAD_INPUT;
    }
    *out = &at->of[at->count];
    **out = (counted){law, matter, file, run, NULL, 1};
    ombud_status status = ombud_register_new(law, settings, at->as_of, NULL, &(*out)->cases, &err);
    at->count += status == OMBUD_OK;
    return status == OMBUD_OK ? EXIT_GOOD : library_error(file->file.name, status, &err);
}

/* Files number their cases each from where they please, so here they are numbered anew. */
static int add_run(counting *at, const case_file *file, size_t run)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_case *matter = ombud_scenario_case(file->scenario, run);
    counted *of = NULL;
    ombud_case *copy = NULL;
    int result = counted_of(at, file, run, matter, &of);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_clone_as_of(matter, at->as_of, at->known_by, NULL, &copy, &err);
    if (status == OMBUD_OK) {
        (void)ombud_case_set_number(copy, of->next++);
        status = ombud_register_add(of->cases, copy, &err);
    }
    ombud_case_free(copy);
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
    if (status == OMBUD_OK && how.format == OMBUD_FORMAT_TEXT && !ombud_figures_count(figures)) {
        put(ombud_law_name(of->law));
        printf("  %s\n", phrase_of(SAY_NO_FIGURES, opts->lang));
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
