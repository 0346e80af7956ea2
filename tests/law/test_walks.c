/*
 * What the walks of walks.txt are worth: each row that keeps something is taken out of the law's text, and the walk
 * must then break the invariant and show it by a case that replays. That the law as it stands breaks none of them,
 * tests/run.sh looks at.
 *
 *     test_walks walks.txt FILE.law …
 *
 * The files are one law, in the order given.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "../unit/broken_law.h"
#include "../unit/witnessed.h"
#include "ombud/prove.h"

enum { NAME = 64, LONG = 600, WALKS = 24 };

typedef struct walk {
    char name[NAME], item[NAME], with[LONG];
    size_t situations;
} walk;

static char *plan, *law_text;
static walk walks[WALKS];
static size_t walk_count;

/* ---- the text ---------------------------------------------------------------------------------------------------- */

static char *joined(char **files, int count)
{
    char *text = calloc((size_t)count, 65536);
    assert_non_null(text);
    for (int i = 0; i < count; i++) {
        char *one = read_text(files[i]);
        strcat(text, one);
        free(one);
    }
    return text;
}

/* Where a row begins; NULL if it does not. `|` is where a line ends. */
static const char *row_at(const char *text, const char *row)
{
    for (const char *at = strstr(text, "\n  "); at; at = strstr(at + 1, "\n  ")) {
        size_t i = 0;
        while (row[i] && at[3 + i] == (row[i] == '|' ? '\n' : row[i]))
            i++;
        if (!row[i])
            return at + 3;
    }
    return NULL;
}

/* The law without that row, which it has once. */
static char *without(const char *row)
{
    const char *begins = row_at(law_text, row);
    if (!begins || row_at(begins, row))
        fail_msg("the law has no row, or several, that begin so: %s", row);
    const char *ends = strchr(begins, '\n') + 1;
    while (strncmp(ends, "    ", 4) == 0)
        ends = strchr(ends, '\n') + 1;
    char *text = calloc(1, strlen(law_text) + 1);
    assert_non_null(text);
    size_t before = (size_t)(begins - law_text);
    memcpy(text, law_text, before);
    /* Its line stays, so that all others keep their numbers. */
    strcpy(text + before, ends - 1);
    return text;
}

/* ---- the walks --------------------------------------------------------------------------------------------------- */

static const walk *walk_named(const char *name)
{
    for (size_t i = 0; i < walk_count; i++) {
        if (strcmp(walks[i].name, name) == 0)
            return &walks[i];
    }
    fail_msg("no such walk: %s", name);
    return NULL;
}

static void breaks(const walk *of, const char *invariant, const char *row)
{
    char *text = without(row);
    ombud_law *law = NULL;
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    size_t shown = 0;
    how.item = of->item;
    how.with = of->with;
    how.situations_max = of->situations;
    if (ombud_law_parse(text, strlen(text), NULL, &law, &err) != OMBUD_OK ||
        ombud_law_explore(law, &how, NULL, &proof, &err) != OMBUD_OK)
        fail_msg("%s: line %u: %s [%s]", row, (unsigned)err.line, err.message, err.excerpt);
    for (size_t i = 0; i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_proof_flaw(proof, i, &flaw), OMBUD_OK);
        if (flaw.kind != OMBUD_FLAW_BROKEN_INVARIANT || strcmp(flaw.what.ptr, invariant) != 0)
            continue;
        shown++;
        replays(row, law, flaw.witness);
    }
    if (shown != 1)
        fail_msg("walk %s does not miss: %s", of->name, row);
    ombud_proof_free(proof);
    ombud_law_free(law);
    free(text);
}

/* Each line of walks.txt that begins with a word. */
static size_t each_line(const char *word, void (*take)(const char *rest))
{
    size_t count = 0, length = strlen(word);
    for (char *line = plan; line; line = strchr(line, '\n')) {
        line += line != plan;
        if (strncmp(line, word, length) != 0)
            continue;
        char rest[LONG * 2];
        (void)snprintf(rest, sizeof rest, "%.*s", (int)strcspn(line + length, "\n"), line + length);
        take(rest);
        count++;
    }
    return count;
}

static void take_walk(const char *rest)
{
    assert_true(walk_count < WALKS);
    walk *w = &walks[walk_count++];
    assert_int_equal(sscanf(rest, " %63s %*s %63s %zu %599s", w->name, w->item, &w->situations, w->with), 4);
}

static void take_row(const char *rest)
{
    char name[NAME], invariant[NAME];
    int at = 0;
    assert_int_equal(sscanf(rest, " %63s %63s %n", name, invariant, &at), 2);
    breaks(walk_named(name), invariant, rest + at);
}

static void each_row_is_missed(void **state)
{
    (void)state;
    assert_true(each_line("walk", take_walk) > 0);
    assert_true(each_line("keeps", take_row) > 0);
}

/* ---- none is forgotten ------------------------------------------------------------------------------------------- */

static size_t lines_with(const char *text, const char *piece)
{
    size_t count = 0;
    for (const char *at = strstr(text, piece); at; at = strstr(at + 1, piece))
        count++;
    return count;
}

static void each_row_that_keeps_a_report_is_here(void **state)
{
    (void)state;
    size_t rows = lines_with(law_text, "\n  report.deleted only ") + lines_with(law_text, "\n  report.deleted not ");
    assert_true(rows > 0);
    assert_int_equal(lines_with(plan, " report.deleted only ") + lines_with(plan, " report.deleted not "), rows);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_row_that_keeps_a_report_is_here),
        cmocka_unit_test(each_row_is_missed),
    };
    if (argc < 3)
        return 2;
    plan = read_text(argv[1]);
    law_text = joined(argv + 2, argc - 2);
    int failed = cmocka_run_group_tests_name("walks of a law", tests, NULL, NULL);
    free(plan);
    free(law_text);
    return failed;
}
