/*
 * The laws at hand: those of --law, and the built-in ones.
 */
#include "cli.h"

#include <string.h>

int shelf_open(law_shelf *out, const options *opts)
{
    memset(out, 0, sizeof *out);
    for (size_t i = 0; i < opts->law_file_count; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        text_file file = {NULL, NULL, 0};
        int result = file_read(opts->law_files[i], &file);
        if (result != EXIT_GOOD) {
            shelf_close(out);
            return result;
        }
        ombud_status status = ombud_law_parse(file.text, file.length, NULL, &out->laws[out->count], &err);
        if (status != OMBUD_OK) {
            result = library_error(file.name, status, &err);
            file_free(&file);
            shelf_close(out);
            return result;
        }
        out->count++;
        file_free(&file);
    }
    return EXIT_GOOD;
}

void shelf_close(law_shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++) {
        ombud_law_free(shelf->laws[i]);
    }
    ombud_law_free(shelf->built_in);
    memset(shelf, 0, sizeof *shelf);
}

static int named(ombud_view name, const char *wanted, size_t length)
{
    return name.len == length && memcmp(name.ptr, wanted, length) == 0;
}

static int load_built_in(law_shelf *shelf, const char *name)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law_free(shelf->built_in);
    shelf->built_in = NULL;
    ombud_status status = ombud_law_builtin(name, NULL, &shelf->built_in, &err);
    return status == OMBUD_OK ? EXIT_GOOD : library_error(name, status, &err);
}

int shelf_find(law_shelf *shelf, const char *name, size_t length, const ombud_law **out)
{
    for (size_t i = 0; i < shelf->count; i++) {
        if (named(ombud_law_name(shelf->laws[i]), name, length)) {
            *out = shelf->laws[i];
            return EXIT_GOOD;
        }
    }
    for (size_t i = 0; i < ombud_law_builtin_count(); i++) {
        const char *built_in = ombud_law_builtin_name(i);
        if (named(ombud_view_of(built_in), name, length)) {
            int result = load_built_in(shelf, built_in);
            *out = shelf->built_in;
            return result;
        }
    }
    char wanted[64];
    ombud_law *none = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t shown = length < sizeof wanted ? length : sizeof wanted - 1;
    memcpy(wanted, name, shown);
    wanted[shown] = '\0';
    /* It is not there: asked for so that the nearest is told. */
    ombud_law_free(ombud_law_builtin(wanted, NULL, &none, &err) == OMBUD_OK ? none : NULL);
    fprintf(stderr, "ombud: there is no law '%s'", wanted);
    if (*err.nearest) {
        fprintf(stderr, "; did you mean %s?", err.nearest);
    }
    fputs("; `ombud laws` lists them, --law FILE.law adds one\n", stderr);
    return EXIT_BAD_INPUT;
}

int shelf_each(law_shelf *shelf, const options *opts, const char *only, law_visitor each, void *user)
{
    const ombud_law *law = NULL;
    int result = EXIT_GOOD;
    if (only) {
        result = shelf_find(shelf, only, strlen(only), &law);
        return result == EXIT_GOOD ? each(law, opts, user) : result;
    }
    for (size_t i = 0; i < ombud_law_builtin_count() && result == EXIT_GOOD; i++) {
        result = load_built_in(shelf, ombud_law_builtin_name(i));
        result = result == EXIT_GOOD ? each(shelf->built_in, opts, user) : result;
    }
    for (size_t i = 0; i < shelf->count && result == EXIT_GOOD; i++) {
        result = each(shelf->laws[i], opts, user);
    }
    return result;
}
