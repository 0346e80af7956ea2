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
#include "kernel/edition.h"
#include "kernel/table.h"
#include "ombud/scenario.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 4096 };

typedef struct file {
    const char *name;
    char *text;
    size_t length;
    size_t first_line; /* of a .law file, in the law */
} file;

static file laws[FILES_MAX], cases[FILES_MAX];
static size_t law_count, case_count;
static size_t order[FILES_MAX]; /* of the cases: the latest finder first */
static ombud_law *law;
static ombud__id never; /* an alternative that nobody chooses */
static size_t tried_files, unreadable;

/* ---- files ------------------------------------------------------------------------------------------------------- */

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "remove_rows: %s: %s\n", name, what);
    exit(2);
}

static void read_file(const char *name, file *out)
{
    FILE *stream = fopen(name, "rb");
    long length = -1;
    if (stream && fseek(stream, 0, SEEK_END) == 0) {
        length = ftell(stream);
    }
    if (length < 0 || fseek(stream, 0, SEEK_SET) != 0) {
        fail("cannot be read", name);
    }
    out->name = name;
    out->length = (size_t)length;
    out->text = malloc(out->length + 2);
    if (!out->text || fread(out->text, 1, out->length, stream) != out->length) {
        fail("cannot be read", name);
    }
    (void)fclose(stream);
    if (out->length > 0 && out->text[out->length - 1] != '\n') {
        out->text[out->length++] = '\n';
    }
    out->text[out->length] = '\0';
}

static void read_law(void)
{
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length = 0, line = 1;
    for (size_t i = 0; i < law_count; i++) {
        length += laws[i].length;
    }
    char *text = malloc(length + 1);
    if (!text) {
        fail("no memory", "the law");
    }
    length = 0;
    for (size_t i = 0; i < law_count; i++) {
        memcpy(text + length, laws[i].text, laws[i].length);
        length += laws[i].length;
        laws[i].first_line = line;
        for (const char *c = laws[i].text; *c; c++) {
            line += *c == '\n';
        }
    }
    if (ombud_law_parse(text, length, NULL, &law, &err) != OMBUD_OK) {
        fprintf(stderr, "remove_rows: line %u of the law: %s\n", (unsigned)err.line, err.message);
        exit(2);
    }
    free(text);
}

static const file *file_of(uint32_t line)
{
    size_t i = law_count - 1;
    while (i > 0 && laws[i].first_line > line) {
        i--;
    }
    return &laws[i];
}

/* ---- the tests --------------------------------------------------------------------------------------------------- */

/* Whether all of a file's expectations hold. A file that cannot be read any more does not hold. */
static int holds(const file *of, int *mine)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    const ombud_law *given = law;
    int good = 1;
    tried_files++;
    if (ombud_scenario_parse(of->text, of->length, &given, 1, NULL, &scenario, &err) != OMBUD_OK) {
        unreadable++;
        return 0;
    }
    for (size_t run = 0; good && run < ombud_scenario_count(scenario); run++) {
        ombud_report *report = NULL;
        *mine = *mine || ombud_case_law(ombud_scenario_case(scenario, run)) == law;
        good = ombud_scenario_check(scenario, run, &report, &err) == OMBUD_OK && ombud_report_failed(report) == 0;
        ombud_report_free(report);
    }
    ombud_scenario_free(scenario);
    return good;
}

static void compile(void)
{
    ombud_settings_free(law->plain);
    law->plain = NULL;
    if (ombud__settings_plain(law, NULL) != OMBUD_OK) {
        fail("no memory", "the law");
    }
}

/* Whether a case file expects a provision as the reason of something. */
static int speaks_of(const file *of, ombud_view id)
{
    const char *at = of->text;
    while ((at = strstr(at, "because=")) != NULL) {
        at += strlen("because=");
        if (strncmp(at, id.ptr, id.len) == 0 && (at[id.len] == '\n' || at[id.len] == ' ')) {
            return 1;
        }
    }
    return 0;
}

/* Whether some test fails with the tables as they now are. */
static int found(ombud__id provision)
{
    compile();
    for (int likely = 1; likely >= 0; likely--) {
        for (size_t i = 0; i < case_count; i++) {
            size_t place = order[i];
            int mine = 0;
            int speaks = provision != OMBUD__NONE && speaks_of(&cases[place], law->provisions[provision].id);
            if (speaks == likely && !holds(&cases[place], &mine)) {
                memmove(order + 1, order, i * sizeof order[0]);
                order[0] = place;
                return 1;
            }
        }
    }
    return 0;
}

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
    ombud__id each[OMBUD__MAX_TERMS];
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

static void tell(const ombud__row *row, const char *what, const char *clause, const char *name)
{
    const file *of = file_of(row->line);
    size_t length = strcspn(row->text.ptr, "\n");
    printf("%s:%zu: %s: %.*s%s%s%s%s\n", of->name, row->line - of->first_line + 1, what,
           (int)(length < 90 ? length : 90), row->text.ptr, *clause ? ": " : "", clause, *name ? " " : "", name);
    (void)fflush(stdout);
}

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

/* A further alternative at the end of the table. It belongs to no reading, so that nobody can choose it. */
static void add_never(void)
{
    size_t count = law->alternatives_count;
    ombud__alternative *larger = ombud__pool_alloc(&law->pool, (count + 1) * sizeof *larger);
    if (!larger) {
        fail("no memory", "the law");
    }
    if (count > 0) {
        memcpy(larger, law->alternatives, count * sizeof *larger);
    }
    larger[count].word.name = larger[count].word.full = ombud_view_of("never");
    larger[count].reading = OMBUD__NONE;
    larger[count].initially = OMBUD__ALT_DROPPED;
    law->alternatives = larger;
    law->alternatives_count = law->alternatives_capacity = count + 1;
    never = (ombud__id)count;
}

/* The law as it is: every test holds, or there is nothing to learn. Cases of other laws are left out. */
static void hold_before(void)
{
    size_t kept = 0;
    compile();
    for (size_t i = 0; i < case_count; i++) {
        int mine = 0;
        if (!holds(&cases[i], &mine)) {
            fail("an expectation fails with the law as it is", cases[i].name);
        }
        if (mine) {
            cases[kept] = cases[i];
            order[kept] = kept;
            kept++;
        }
    }
    if (kept == 0) {
        fail("no case of it is given", law->name.ptr);
    }
    case_count = kept;
    tried_files = unreadable = 0;
}

int main(int argc, char **argv)
{
    int strict = 0;
    const char *only = NULL;
    for (int i = 1; i < argc; i++) {
        size_t length = strlen(argv[i]);
        if (strcmp(argv[i], "--strict") == 0) {
            strict = 1;
        } else if (strcmp(argv[i], "--only") == 0 && i + 1 < argc) {
            only = argv[++i];
        } else if (length > 4 && strcmp(argv[i] + length - 4, ".law") == 0 && law_count < FILES_MAX) {
            read_file(argv[i], &laws[law_count++]);
        } else if (length > 5 && strcmp(argv[i] + length - 5, ".case") == 0 && case_count < FILES_MAX) {
            read_file(argv[i], &cases[case_count++]);
        } else {
            fail("neither an option nor a .law or .case file", argv[i]);
        }
    }
    if (law_count == 0 || case_count == 0) {
        fprintf(stderr, "remove_rows [--strict] [--only TEXT] FILE.law … FILE.case …\n");
        return 2;
    }
    read_law();
    add_never();
    hold_before();
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
