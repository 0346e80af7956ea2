/*
 * ombud may: the verdict on an event that has not happened.
 */
#include "cli.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The words after the file as one journal line; NULL if there is no memory. */
static char *joined(const options *opts)
{
    size_t length = 1;
    for (size_t i = 1; i < opts->word_count; i++) {
        length += strlen(opts->words[i]) + 1;
    }
    char *line = malloc(length);
    size_t at = 0;
    for (size_t i = 1; line && i < opts->word_count; i++) {
        size_t size = strlen(opts->words[i]);
        if (i > 1) {
            line[at++] = ' ';
        }
        memcpy(line + at, opts->words[i], size);
        at += size;
    }
    if (line) {
        line[at] = '\0';
    }
    return line;
}

/* An error in the line stands in what was typed, not in a file. */
static int line_error(const ombud_law *law, const options *opts, const char *line, ombud_status status,
                      const ombud_error *err)
{
    ombud_error placed = *err;
    int result;
    if (status == OMBUD_E_NOT_FOUND && !err->line && opts->by) {
        fprintf(stderr,
                "%s: --by names p%" PRId64
                ", who is not in the case; name a person of a line `person` of it, or add `person p%" PRId64 " ROLE`\n",
                opts->words[0], opts->by, opts->by);
        return EXIT_BAD_INPUT;
    }
    if (!placed.line && placed.column) {
        placed.line = 1;
    }
    result = library_error("event", status, &placed);
    fprintf(stderr, "    %s\n", line);
    choices_tell(law, ombud_view_of(line), &placed);
    return result;
}

static int ask(const case_file *file, size_t run, const options *opts, const char *line)
{
    ombud_asof known = OMBUD_ASOF_INIT;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_verdict *verdict = NULL;
    char title[512];
    int json = (opts->given & OPT_JSON) != 0;
    if (opts->given & OPT_ON) {
        event.on = opts->on;
    } else if (ombud_scenario_last_day(file->scenario, run, &event.on) != OMBUD_OK) {
        fprintf(stderr, "%s: nothing in it has a day; say --on DAY\n", file->file.name);
        return EXIT_BAD_INPUT;
    }
    event.by = opts->by;
    event.line = ombud_view_of(line);
    known.day = event.on;
    known.has_known_by = (opts->given & OPT_KNOWN_BY) != 0;
    known.known_by = opts->known_by;
    int bad = case_audience(file, run, opts, &known);
    if (bad) {
        return bad;
    }
    ombud_status status = ombud_case_may(ombud_scenario_case(file->scenario, run), &event, &known, &verdict, &err);
    if (status != OMBUD_OK) {
        return line_error(ombud_case_law(ombud_scenario_case(file->scenario, run)), opts, line, status, &err);
    }
    if (ombud_scenario_count(file->scenario) > 1 && !json) {
        printf("%s", run ? "\n" : "");
        put(case_title(file, run, title, sizeof title));
        putchar('\n');
    }
    how.format = json ? OMBUD_FORMAT_JSON : OMBUD_FORMAT_TEXT;
    how.lang = opts->lang;
    how.colour = opts->colour;
    how.name = case_title(file, run, title, sizeof title);
    status = ombud_render_verdict(verdict, &how, put_sink, NULL, &err);
    int permitted = ombud_verdict_ruling(verdict) == OMBUD_PERMITTED;
    ombud_verdict_free(verdict);
    return status != OMBUD_OK ? library_error(file->file.name, status, &err) : permitted ? EXIT_GOOD : EXIT_FOUND;
}

int verb_may(const options *opts)
{
    law_shelf shelf;
    case_file file;
    int worst = EXIT_GOOD;
    if (opts->word_count < 2) {
        return usage_error("may", "a file and an event are wanted", NULL);
    }
    char *line = joined(opts);
    if (!line) {
        fputs("ombud: out of memory\n", stderr);
        return EXIT_NO_MEMORY;
    }
    int result = shelf_open(&shelf, opts);
    if (result == EXIT_GOOD) {
        result = case_open(&file, opts->words[0], opts, &shelf);
        if (result == EXIT_GOOD) {
            for (size_t run = 0; run < ombud_scenario_count(file.scenario) && worst < EXIT_BAD_INPUT; run++) {
                int one = ask(&file, run, opts, line);
                worst = one > worst ? one : worst;
            }
            result = worst;
            case_close(&file);
        }
        shelf_close(&shelf);
    }
    free(line);
    return result;
}
