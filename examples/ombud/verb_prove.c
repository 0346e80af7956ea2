/*
 * ombud prove, ombud explore: whether a law is sound, as text or JSON, with the cases that show its flaws as files.
 */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* A law by its name, or in a file. */
static int open_law(const options *opts, law_shelf *shelf, const ombud_law **out)
{
    const char *word = opts->words[0];
    size_t length = strlen(word);
    if (length < 5 || strcmp(word + length - 4, ".law") != 0) {
        return shelf_find(shelf, word, length, out);
    }
    options file = *opts;
    law_shelf one;
    file.law_files[0] = word;
    file.law_file_count = 1;
    shelf_close(shelf);
    int result = shelf_open(&one, &file);
    *shelf = one;
    *out = result == EXIT_GOOD ? shelf->laws[0] : NULL;
    return result;
}

/* ---- one flaw ---------------------------------------------------------------------------------------------------- */

/* LAW-LINE-KIND.case in the folder of --out; the number parts flaws of one line and kind. */
static int write_witness(const options *opts, const ombud_law *law, const ombud_flaw *flaw, size_t number)
{
    char name[FILENAME_MAX];
    ombud_view of = ombud_law_name(law);
    int length = snprintf(name, sizeof name, "%s/%.*s-%u-%zu.case", opts->out, (int)of.len, of.ptr,
                          (unsigned)flaw->line, number);
    FILE *stream = length > 0 && (size_t)length < sizeof name ? fopen(name, "wb") : NULL;
    int good = stream && fwrite(flaw->witness.ptr, 1, flaw->witness.len, stream) == flaw->witness.len;
    if (stream && fclose(stream) != 0) {
        good = 0;
    }
    if (!good) {
        fprintf(stderr, "ombud: %s: cannot be written; name a folder that is there with --out\n", opts->out);
        return EXIT_BAD_INPUT;
    }
    return EXIT_GOOD;
}

static void flaw_as_text(const ombud_law *law, const ombud_flaw *flaw, const options *opts)
{
    put(ombud_law_name(law));
    if (flaw->line) {
        printf(":%u", (unsigned)flaw->line);
    }
    printf(": %s: ", flaw->warning ? "warning" : "error");
    put(ombud_view_of(ombud_flaw_name(flaw->kind)));
    fputs(": ", stdout);
    put(flaw->what);
    if (flaw->provision != SIZE_MAX) {
        fputs(" (", stdout);
        put_provision(law, flaw->provision);
        putchar(')');
    }
    fputs("\n    ", stdout);
    put(flaw->sentence);
    fputs("\n    ", stdout);
    put(flaw->remedy);
    putchar('\n');
    if (flaw->row.len > 0) {
        const char *end = memchr(flaw->row.ptr, '\n', flaw->row.len);
        ombud_view first = {flaw->row.ptr, end ? (size_t)(end - flaw->row.ptr) : flaw->row.len};
        fputs("    | ", stdout);
        put(first);
        puts(end ? " ..." : "");
    }
    if (flaw->witness.len > 0 && !(opts->given & OPT_OUT)) {
        puts("    a case that shows it:");
        for (size_t i = 0; i < flaw->witness.len; i++) {
            if (i == 0 || flaw->witness.ptr[i - 1] == '\n') {
                fputs("        ", stdout);
            }
            putchar(flaw->witness.ptr[i]);
        }
    }
}

static void flaw_as_json(const ombud_law *law, const ombud_flaw *flaw)
{
    int first = 1;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("flaw"));
    json_text(&first, "law", ombud_law_name(law));
    json_text(&first, "flaw", ombud_view_of(ombud_flaw_name(flaw->kind)));
    json_truth(&first, "warning", flaw->warning);
    json_number(&first, "line", flaw->line);
    json_provision(&first, "provision", law, flaw->provision);
    json_text(&first, "what", flaw->what);
    json_name(&first, "row", flaw->row);
    json_text(&first, "sentence", flaw->sentence);
    json_text(&first, "remedy", flaw->remedy);
    json_name(&first, "witness", flaw->witness);
    puts("}");
}

/* All flaws, and how many of them are errors. @return an exit status */
static int show_flaws(const ombud_law *law, const ombud_proof *proof, const options *opts, size_t *errors)
{
    int result = EXIT_GOOD;
    *errors = 0;
    for (size_t i = 0; i < ombud_proof_flaw_count(proof) && result == EXIT_GOOD; i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        (void)ombud_proof_flaw(proof, i, &flaw);
        *errors += !flaw.warning;
        if (opts->given & OPT_JSON) {
            flaw_as_json(law, &flaw);
        } else {
            flaw_as_text(law, &flaw, opts);
        }
        if (flaw.witness.len > 0 && opts->given & OPT_OUT) {
            result = write_witness(opts, law, &flaw, i + 1);
        }
    }
    return result;
}

static void show_count(const ombud_law *law, const ombud_proof *proof, const options *opts, size_t errors)
{
    size_t warnings = ombud_proof_flaw_count(proof) - errors;
    if (opts->given & OPT_JSON) {
        return;
    }
    put(ombud_law_name(law));
    printf(": %zu %s, %zu %s\n", errors, errors == 1 ? "error" : "errors", warnings,
           warnings == 1 ? "warning" : "warnings");
}

/* The flaws and how many they are; a flaw that is more than a warning is the verb's finding. */
static int tell_flaws(const ombud_law *law, const ombud_proof *proof, const options *opts)
{
    size_t errors = 0;
    int result = show_flaws(law, proof, opts, &errors);
    if (result != EXIT_GOOD) {
        return result;
    }
    show_count(law, proof, opts, errors);
    return errors > 0 ? EXIT_FOUND : EXIT_GOOD;
}

/* ---- prove ------------------------------------------------------------------------------------------------------- */

int verb_prove(const options *opts)
{
    law_shelf shelf;
    const ombud_law *law = NULL;
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (opts->word_count != 1) {
        return usage_error("prove", "one law is wanted, by its name or as FILE.law", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = open_law(opts, &shelf, &law);
    if (result == EXIT_GOOD) {
        ombud_status status = ombud_law_prove(law, NULL, &proof, &err);
        result = status == OMBUD_OK ? tell_flaws(law, proof, opts) : library_error(opts->words[0], status, &err);
    }
    ombud_proof_free(proof);
    shelf_close(&shelf);
    return result;
}

/* ---- explore ----------------------------------------------------------------------------------------------------- */

static void walk_as_json(const ombud_law *law, const ombud_walk *walk)
{
    int first = 1;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("walk"));
    json_text(&first, "law", ombud_law_name(law));
    json_text(&first, "item", walk->item);
    json_name(&first, "reading", walk->reading);
    json_number(&first, "situations", (int64_t)walk->situations);
    json_number(&first, "steps", (int64_t)walk->steps);
    json_truth(&first, "whole", walk->whole);
    json_name(&first, "bounded", walk->bounded);
    puts("}");
}

/* What bounds every walk alike is told once, under them all. */
static void show_walks(const ombud_law *law, const ombud_proof *proof, const options *opts)
{
    size_t whole = 0, count = ombud_proof_walk_count(proof);
    for (size_t i = 0; i < count; i++) {
        ombud_walk walk = OMBUD_WALK_INIT;
        (void)ombud_proof_walk(proof, i, &walk);
        whole += walk.whole != 0;
        if (opts->given & OPT_JSON) {
            walk_as_json(law, &walk);
            continue;
        }
        put(walk.item);
        if (walk.reading.len > 0) {
            fputs(", ", stdout);
            put(walk.reading);
        }
        printf(": %zu situation%s, %zu step%s%s\n", walk.situations, walk.situations == 1 ? "" : "s", walk.steps,
               walk.steps == 1 ? "" : "s", walk.whole ? "" : ", not all");
        for (const char *line = walk.bounded.ptr; *line;) {
            const char *end = strchr(line, '\n');
            ombud_view text = {line, (size_t)(end - line)};
            if (line != walk.bounded.ptr || i + 1 == count) {
                fputs(line == walk.bounded.ptr ? "all of them bounded to: " : "    left out: ", stdout);
                put(text);
                putchar('\n');
            }
            line = end + 1;
        }
    }
    if (!(opts->given & OPT_JSON)) {
        printf("%zu of %zu walks whole\n", whole, count);
    }
}

/* `report.kept` is of `report`. */
static int is_of_item(ombud_view name, const char *item)
{
    size_t length = strlen(item);
    return name.len > length && memcmp(name.ptr, item, length) == 0 && name.ptr[length] == '.';
}

static void show_invariants(const ombud_law *law, const ombud_proof *proof, const options *opts)
{
    for (size_t i = 0; i < ombud_proof_invariant_count(proof); i++) {
        ombud_invariant of = OMBUD_INVARIANT_INIT;
        int first = 1;
        (void)ombud_proof_invariant(proof, i, &of);
        if (opts->word_count > 1 && !is_of_item(of.name, opts->words[1])) {
            continue;
        }
        if (!(opts->given & OPT_JSON)) {
            printf("%s ", of.broken ? "BROKEN" : of.told ? "holds" : "untried");
            put(of.name);
            printf(" (%zu times): ", of.judged);
            put(of.label);
            putchar('\n');
            continue;
        }
        putchar('{');
        json_text(&first, "kind", ombud_view_of("invariant"));
        json_text(&first, "law", ombud_law_name(law));
        json_text(&first, "name", of.name);
        json_text(&first, "label", of.label);
        json_number(&first, "line", of.line);
        json_number(&first, "judged", (int64_t)of.judged);
        json_number(&first, "told", (int64_t)of.told);
        json_number(&first, "broken", (int64_t)of.broken);
        puts("}");
    }
}

int verb_explore(const options *opts)
{
    law_shelf shelf;
    const ombud_law *law = NULL;
    ombud_proof *proof = NULL;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    if (opts->word_count < 1 || opts->word_count > 2) {
        return usage_error("explore",
                           "a law is wanted, by its name or as FILE.law, and one of its items if it is to be "
                           "walked alone",
                           NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    how.recorded = (opts->given & OPT_RECORDED) != 0;
    how.readings = (opts->given & OPT_READINGS) != 0;
    how.situations_max = opts->situations;
    how.with = opts->with;
    how.item = opts->word_count > 1 ? opts->words[1] : NULL;
    result = open_law(opts, &shelf, &law);
    if (result == EXIT_GOOD) {
        ombud_status status = ombud_law_explore(law, &how, NULL, &proof, &err);
        result = status == OMBUD_OK ? EXIT_GOOD : library_error(opts->words[0], status, &err);
    }
    if (result == EXIT_GOOD) {
        show_walks(law, proof, opts);
        show_invariants(law, proof, opts);
        result = tell_flaws(law, proof, opts);
    }
    ombud_proof_free(proof);
    shelf_close(&shelf);
    return result;
}
