/*
 * Takes each row of a law out once, and each event of a term's clauses, and looks whether some expectation then fails.
 *
 *     remove_rows [--strict] [--only TEXT] FILE.law … FILE.case …
 *
 * The .law files are one law, in the order given; the .case files are its tests, and must all hold with the law as it
 * is. A row is taken out of the compiled tables by a reading that is never chosen, so that what it declares stays
 * known: a test that fails does so because the rule is missing, not because a word is. First come the files that expect
 * the row's own provision as a reason, and among them the one that found the last removal; a removal is done with at
 * the first expectation that fails. --only tries the rows whose file, or whose text, holds TEXT.
 *
 * A row whose removal nobody notices is printed, exit status 1; so is a clause, which counts with --strict only.
 */
#include "tested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- what survives ----------------------------------------------------------------------------------------------- */

static size_t removed_rows, row_survivors, removed_clauses, clause_survivors;

static void judge_clause(const ombud__row *row, const char *clause, const char *name)
{
    removed_clauses++;
    if (!found(row->provision)) {
        clause_survivors++;
        tell(row, "a clause survives", clause, name);
    }
}

/* What a period begins with, how long it is, its roll, its excuse and what its end brings about. */
static void judge_period(ombud__term_row *row)
{
    ombud__term_row was = *row;
    for (size_t i = 0; i < row->starts; i++) {
        ombud__start *start = &law->starts[row->start + i];
        ombud__id alternative = start->alternative;
        start->alternative = never;
        judge_clause(&row->row, "counted from", "");
        start->alternative = alternative;
    }
    if (row->within != OMBUD__WITHIN_NONE) {
        row->within = OMBUD__WITHIN_NONE;
        judge_clause(&row->row, "within", "");
        row->within = was.within;
    }
    if (row->roll) {
        row->roll = 0;
        judge_clause(&row->row, "rolls", "");
        row->roll = was.roll;
    }
    if (row->excused != OMBUD__NONE) {
        row->excused = OMBUD__NONE;
        judge_clause(&row->row, "excused", "");
        row->excused = was.excused;
    }
    if (row->then != OMBUD__NONE) {
        row->then = OMBUD__NONE;
        judge_clause(&row->row, "then", "");
        row->then = was.then;
    }
}

static void judge_events(const ombud__term_row *row)
{
    static const char *const words[] = {"", "opened by", "met by", "lapses by", "extended by"};
    for (size_t i = 0; i < row->clauses; i++) {
        ombud__clause *clause = &law->clauses[row->clause + i];
        ombud__clause was = *clause;
        const char *event = law->events[clause->event].word.full.ptr;
        clause->alternative = never;
        judge_clause(&row->row, words[clause->type], event);
        *clause = was;
        if (clause->while_running) {
            clause->while_running = 0;
            judge_clause(&row->row, "while running", event);
            *clause = was;
        }
        if (clause->when != OMBUD__NONE) {
            clause->when = OMBUD__NONE;
            judge_clause(&row->row, "when", event);
            *clause = was;
        }
        if (clause->unless != OMBUD__NONE) {
            clause->unless = OMBUD__NONE;
            judge_clause(&row->row, "unless", event);
            *clause = was;
        }
    }
}

static void judge_row(ombud__row_ref ref)
{
    const ombud__row *row = ombud__row_of(law, ref);
    if (ref.kind == OMBUD_ROW_FIGURE) {
        return; /* asked of many cases, never by an expectation: tests/cli/test_figures.py */
    }
    removed_rows++;
    take_out(ref);
    int is_found = found(row->provision);
    put_back();
    if (!is_found) {
        row_survivors++;
        tell(row, "survives", "", "");
        return; /* none of its clauses would be found either */
    }
    if (ref.kind == OMBUD_ROW_TERM) {
        for (size_t n = ref.index; n < law->term_rows_count && law->term_rows[n].row.text.ptr == row->text.ptr; n++) {
            judge_period(&law->term_rows[n]);
        }
        judge_events(&law->term_rows[ref.index]);
    }
}

static int strict;
static const char *only;

static int take_option(int left, char **arguments)
{
    strict |= strcmp(arguments[0], "--strict") == 0;
    if (strcmp(arguments[0], "--only") == 0 && left > 1) {
        only = arguments[1];
        return 2;
    }
    return strcmp(arguments[0], "--strict") == 0;
}

int main(int argc, char **argv)
{
    open_law(argc, argv, "remove_rows [--strict] [--only TEXT] FILE.law … FILE.case …\n", take_option);
    for (size_t i = 0; i < law->rows_count; i++) {
        const ombud__row *row = ombud__row_of(law, law->rows[i]);
        if (!only || strstr(file_of(row->line)->name, only) || strstr(row->text.ptr, only)) {
            judge_row(law->rows[i]);
        }
    }
    printf("%zu files of cases read, %zu could not be\n", tried_files, unreadable);
    printf("%s: %zu clauses changed, %zu survivors%s\n", law->name.ptr, removed_clauses, clause_survivors,
           strict ? "" : " (warnings)");
    printf("%s: removed %zu rows, %zu survivors\n", law->name.ptr, removed_rows, row_survivors);
    ombud_law_free(law);
    return removed_rows == 0 || row_survivors > 0 || (strict && clause_survivors > 0);
}
