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

/* ---- removals ---------------------------------------------------------------------------------------------------- */

/* Every entry of a table that was printed by the row. */
#define SET_EACH(table, member, value)                                                                                 \
    do {                                                                                                               \
        for (size_t n = 0; n < law->table##_count; n++) {                                                              \
            if (law->table[n].row.text.ptr == row->text.ptr) {                                                         \
                law->table[n].member = (value);                                                                        \
            }                                                                                                          \
        }                                                                                                              \
    } while (0)

/* A term row with several periods has a reading for each; of any other row all entries have the same. */
static int row_is_found(ombud__row_ref ref, const ombud__row *row)
{
    ombud__id was = row->alternative;
    ombud__id each[OMBUD_KIND_TERMS_MAX];
    size_t entries = 0;
    int is_found;
    switch (ref.kind) {
    case OMBUD_ROW_MOVE: SET_EACH(moves, row.alternative, never); break;
    case OMBUD_ROW_GUARD: SET_EACH(guards, row.alternative, never); break;
    case OMBUD_ROW_DEFINITION: law->definitions[ref.index].row.alternative = never; break;
    case OMBUD_ROW_ANSWER: law->answers[ref.index].row.alternative = never; break;
    case OMBUD_ROW_REQUIREMENT: law->requirements[ref.index].row.alternative = never; break;
    case OMBUD_ROW_TERM:
        for (size_t n = ref.index; n < law->term_rows_count && law->term_rows[n].row.text.ptr == row->text.ptr; n++) {
            each[entries++] = law->term_rows[n].row.alternative;
            law->term_rows[n].row.alternative = never;
        }
        break;
    case OMBUD_ROW_WITHHOLDING: SET_EACH(withholdings, row.alternative, never); break;
    case OMBUD_ROW_EXCLUSION:
        each[0] = law->exclusions[ref.index].area;
        SET_EACH(exclusions, area, OMBUD__NONE);
        break;
    default: fail("a kind of row that this program does not know", file_of(row->line)->name);
    }
    is_found = found(row->provision);
    switch (ref.kind) {
    case OMBUD_ROW_MOVE: SET_EACH(moves, row.alternative, was); break;
    case OMBUD_ROW_GUARD: SET_EACH(guards, row.alternative, was); break;
    case OMBUD_ROW_DEFINITION: law->definitions[ref.index].row.alternative = was; break;
    case OMBUD_ROW_ANSWER: law->answers[ref.index].row.alternative = was; break;
    case OMBUD_ROW_REQUIREMENT: law->requirements[ref.index].row.alternative = was; break;
    case OMBUD_ROW_TERM:
        for (size_t n = 0; n < entries; n++) {
            law->term_rows[ref.index + n].row.alternative = each[n];
        }
        break;
    case OMBUD_ROW_WITHHOLDING: SET_EACH(withholdings, row.alternative, was); break;
    default: SET_EACH(exclusions, area, each[0]); break;
    }
    return is_found;
}

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
    if (!row_is_found(ref, row)) {
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
    ombud_law_free(law);
    printf("%zu files of cases read, %zu could not be\n", tried_files, unreadable);
    printf("%zu clauses changed, %zu survivors%s\n", removed_clauses, clause_survivors, strict ? "" : " (warnings)");
    printf("removed %zu rows, %zu survivors\n", removed_rows, row_survivors);
    return removed_rows == 0 || row_survivors > 0 || (strict && clause_survivors > 0);
}
