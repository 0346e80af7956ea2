/*
 * ombud timeline, ombud calendar, ombud draw: pictures of a case and of a law, made whole before a byte is written.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* To --out, else to stdout. */
static int write_out(const growing *from, const options *opts)
{
    if (!opts->out) {
        ombud_view text = {from->text, from->length};
        put(text);
        return EXIT_GOOD;
    }
    FILE *file = fopen(opts->out, "wb");
    int good = file && fwrite(from->text, 1, from->length, file) == from->length;
    good = (!file || fclose(file) == 0) && good;
    if (!good) {
        fprintf(stderr, "%s: cannot be written: %s; name a file that can be written\n", opts->out, strerror(errno));
    }
    return good ? EXIT_GOOD : EXIT_BAD_INPUT;
}

/* The run to show: the only one, or the one named by the second word. */
static int find_run(const case_file *file, const options *opts, const char *verb, size_t *out)
{
    size_t runs = ombud_scenario_count(file->scenario);
    const char *wanted = opts->word_count > 1 ? opts->words[1] : NULL;
    for (size_t run = 0; run < runs; run++) {
        ombud_view name = ombud_scenario_name(file->scenario, run);
        if (wanted ? name.len == strlen(wanted) && memcmp(name.ptr, wanted, name.len) == 0 : runs == 1) {
            *out = run;
            return EXIT_GOOD;
        }
    }
    int named = runs > 1 || (runs == 1 && ombud_scenario_name(file->scenario, 0).len);
    fprintf(stderr, "%s: %s%s%s; ", file->file.name, wanted ? "there is no scenario '" : "it holds several scenarios",
            wanted ? wanted : "", wanted ? "'" : "");
    fprintf(stderr, named ? "name one of its scenarios: ombud %s FILE SCENARIO\n" : "it has none: ombud %s FILE\n",
            verb);
    for (size_t run = 0; run < runs && named; run++) {
        ombud_view name = ombud_scenario_name(file->scenario, run);
        fprintf(stderr, "    %.*s\n", (int)name.len, name.ptr);
    }
    return EXIT_BAD_INPUT;
}

static int picture_of(const case_file *file, const options *opts, const char *verb, ombud_format format)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    growing text = {NULL, 0, 0, 0};
    char title[512];
    size_t run = 0;
    int result = find_run(file, opts, verb, &run);
    result = result == EXIT_GOOD ? case_asof(file, run, opts, &asof) : result;
    if (result != EXIT_GOOD) {
        return result;
    }
    how.format = format;
    how.lang = opts->lang;
    how.name = case_title(file, run, title, sizeof title);
    how.domain = ombud_view_of(opts->domain);
    how.salt = ombud_view_of(opts->salt);
    how.detailed = (opts->given & OPT_DETAILED) != 0;
    how.alarm_days = opts->alarm;
    ombud_status status = ombud_render_case(ombud_scenario_case(file->scenario, run), &asof, &how, grow, &text, &err);
    if (status == OMBUD_OK) {
        result = write_out(&text, opts);
    } else if (status == OMBUD_E_CALLBACK) {
        fputs("ombud: out of memory\n", stderr);
        result = EXIT_NO_MEMORY;
    } else {
        result = library_error(file->file.name, status, &err);
    }
    free(text.text);
    return result;
}

static int picture(const options *opts, const char *verb, ombud_format format)
{
    law_shelf shelf;
    case_file file;
    if (opts->word_count < 1 || opts->word_count > 2) {
        return usage_error(verb, "a file is wanted, and a scenario if it holds several", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = case_open(&file, opts->words[0], opts, &shelf);
    if (result == EXIT_GOOD) {
        result = picture_of(&file, opts, verb, format);
        case_close(&file);
    }
    shelf_close(&shelf);
    return result;
}

int verb_timeline(const options *opts)
{
    return picture(opts, "timeline", OMBUD_FORMAT_SVG);
}

int verb_calendar(const options *opts)
{
    if (!opts->domain || !opts->salt) {
        return usage_error("calendar", opts->domain ? "--salt is missing" : "--domain is missing", NULL);
    }
    return picture(opts, "calendar", OMBUD_FORMAT_ICS);
}

int verb_draw(const options *opts)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_law *law = NULL;
    law_shelf shelf;
    growing text = {NULL, 0, 0, 0};
    if (opts->word_count < 1 || opts->word_count > 2) {
        return usage_error("draw", "a law is wanted, and one of its items if it is to be drawn alone", NULL);
    }
    int result = shelf_open(&shelf, opts);
    result = result == EXIT_GOOD ? shelf_find(&shelf, opts->words[0], strlen(opts->words[0]), &law) : result;
    if (result == EXIT_GOOD) {
        how.lang = opts->lang;
        ombud_status status =
            ombud_render_law(law, opts->word_count > 1 ? opts->words[1] : NULL, &how, grow, &text, &err);
        if (status == OMBUD_E_CALLBACK) {
            fputs("ombud: out of memory\n", stderr);
            result = EXIT_NO_MEMORY;
        } else {
            result = status == OMBUD_OK ? write_out(&text, opts) : library_error(opts->words[0], status, &err);
        }
    }
    free(text.text);
    shelf_close(&shelf);
    return result;
}
