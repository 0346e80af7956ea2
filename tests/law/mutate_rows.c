/*
 * Changes a law in one small place, once for each place, and looks whether some expectation then fails.
 *
 *     mutate_rows [--only TEXT] [--explained FILE] FILE.law … FILE.case …
 *
 * The .law files are one law, in the order given; the .case files are its tests. Changed are the compiled tables: a
 * period by a day either way, an exception dropped, a duty made a term that binds nobody, a reading's default, the
 * provision on which a row that decides rests. That a row is missed altogether, guards among them, remove_rows looks.
 *
 * A change that nobody notices is printed, and counts unless FILE explains it: a line there is
 * `LAW:LINE-OF-THE-ROW'S-TEXT: CHANGE` as printed behind the place, then a tab and the reason. Exit status 1 if one is
 * left, or an explanation is not needed any more.
 */
#include "tested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t mutants, survivors, accepted, explained_count;
static const char *only;

/* ---- what is explained ------------------------------------------------------------------------------------------- */

enum { EXPLAINED_MAX = 512, LINE_MAX_HERE = 1024 };
static struct {
    char text[LINE_MAX_HERE]; /* up to the tab */
    int used;
} explained[EXPLAINED_MAX];

static void read_explained(const char *name)
{
    char line[LINE_MAX_HERE];
    FILE *stream = fopen(name, "rb");
    if (!stream) {
        fail("cannot be read", name);
    }
    while (fgets(line, sizeof line, stream)) {
        char *tab = strchr(line, '\t');
        if (line[0] == '#' || line[0] == '\n') {
            continue;
        }
        if (!tab || strlen(tab) < 10 || explained_count == EXPLAINED_MAX) {
            fail("a line without a tab and a reason, or too many", name);
        }
        *tab = '\0';
        memcpy(explained[explained_count++].text, line, strlen(line) + 1);
    }
    (void)fclose(stream);
}

static int is_explained(const char *text)
{
    for (size_t i = 0; i < explained_count; i++) {
        if (strcmp(explained[i].text, text) == 0) {
            explained[i].used = 1;
            return 1;
        }
    }
    return 0;
}

/* ---- one mutant -------------------------------------------------------------------------------------------------- */

/* The tables are as the mutant wants them; `what` says what is changed. */
static void judge(const ombud__row *row, const char *what, const char *name)
{
    char text[LINE_MAX_HERE];
    if (only && !strstr(file_of(row->line)->name, only) && !strstr(row->text.ptr, only)) {
        return;
    }
    mutants++;
    if (found(row->provision)) {
        return;
    }
    int length = (int)strcspn(row->text.ptr, "\n");
    (void)snprintf(text, sizeof text, "%s: %.*s: %s%s%s", law->name.ptr, length < 90 ? length : 90, row->text.ptr, what,
                   *name ? " " : "", name);
    if (is_explained(text)) {
        accepted++;
    } else {
        survivors++;
        printf("%s:%zu: %s: %s\n", file_of(row->line)->name, row->line - file_of(row->line)->first_line + 1,
               row->provision == OMBUD__NONE ? "structure" : law->provisions[row->provision].id.ptr, text);
        (void)fflush(stdout);
    }
}

/* ---- a day more or less ------------------------------------------------------------------------------------------ */

/* A start of its own at the end of the table, so that its period can begin a day sooner or later. */
static ombud__id add_start(void)
{
    size_t count = law->starts_count;
    ombud__start *larger = ombud__pool_alloc(&law->pool, (count + 1) * sizeof *larger);
    if (!larger) {
        fail("no memory", "the law");
    }
    if (count > 0) {
        memcpy(larger, law->starts, count * sizeof *larger);
    }
    larger[count] = (ombud__start){.from = OMBUD__FROM_OPENING,
                                   .what = OMBUD__NONE,
                                   .link = OMBUD__NONE,
                                   .plus = {0, OMBUD_UNIT_DAYS},
                                   .alternative = OMBUD__NONE};
    law->starts = larger;
    law->starts_count = law->starts_capacity = count + 1;
    return (ombud__id)count;
}

static const char *const shifts[] = {"a day less", "a day more"};

/* Months and years have no day to spare: their start is shifted instead. */
static void shift_start(ombud__term_row *row)
{
    ombud__term_row was = *row;
    if (row->starts == 0) {
        row->start = add_start();
        row->starts = 1;
    }
    for (size_t i = row->start; i < (size_t)row->start + row->starts; i++) {
        ombud_period plus = law->starts[i].plus;
        for (int more = 0; more <= 1; more++) {
            if (plus.count != 0 && plus.unit != OMBUD_UNIT_DAYS) {
                continue;
            }
            law->starts[i].plus = (ombud_period){plus.count + (more ? 1 : -1), OMBUD_UNIT_DAYS};
            judge(&row->row, shifts[more], "");
        }
        law->starts[i].plus = plus;
    }
    *row = was;
}

static void shift_term(ombud__term_row *row)
{
    ombud__term_row was = *row;
    for (int more = 0; more <= 1; more++) {
        if (row->within == OMBUD__WITHIN_PERIOD && row->period.unit == OMBUD_UNIT_DAYS &&
            (more || row->period.count > 0)) {
            row->period.count += more ? 1 : -1;
            judge(&row->row, shifts[more], "");
        } else if (row->within == OMBUD__WITHIN_DATE) {
            row->day = (uint8_t)(row->day > 27 ? row->day - 1 - more : row->day + (more ? 1 : -1));
            judge(&row->row, "another day of the year", more ? "(2)" : "(1)");
        }
        *row = was;
    }
    if (row->within == OMBUD__WITHIN_PERIOD && row->period.unit != OMBUD_UNIT_DAYS) {
        shift_start(row);
    }
    for (size_t c = row->clause; c < (size_t)row->clause + row->clauses; c++) {
        ombud__clause *clause = &law->clauses[c];
        ombud_period period = clause->period;
        for (int more = 0; clause->type == OMBUD__CLAUSE_EXTENDED && more <= 1; more++) {
            clause->period.count = period.count + (more ? 1 : -1);
            judge(&row->row, more ? "extended by one more" : "extended by one less", "");
        }
        clause->period = period;
    }
}

/* ---- conditions on days ------------------------------------------------------------------------------------------ */

/* The row in whose text a condition stands: the nodes of a row lie together, and rows are read in order. */
static void turn_days(const ombud__row *row, ombud__id cond)
{
    if (cond == OMBUD__NONE) {
        return;
    }
    ombud__cond *c = &law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR:
        turn_days(row, c->a);
        turn_days(row, c->b);
        break;
    case OMBUD__C_NOT: turn_days(row, c->a); break;
    case OMBUD__C_LINK: turn_days(row, c->b); break;
    case OMBUD__C_DAY:
        c->n = (uint8_t)!c->n;
        judge(row, c->n ? "a day later" : "a day sooner", "");
        c->n = (uint8_t)!c->n;
        break;
    default: break;
    }
}

/* ---- exceptions and powers --------------------------------------------------------------------------------------- */

static const char dropped[] = "without its exception";

/* A row with several events has an entry for each; they go together. */
static void drop_guard_exception(size_t first)
{
    const ombud__row *row = &law->guards[first].row;
    ombud__id unless = law->guards[first].unless;
    size_t i = first;
    for (; i < law->guards_count && law->guards[i].row.text.ptr == row->text.ptr; i++) {
        law->guards[i].unless = OMBUD__NONE;
    }
    judge(row, dropped, "");
    while (i-- > first) {
        law->guards[i].unless = unless;
    }
}

static void drop_withholding_exception(size_t first)
{
    const ombud__row *row = &law->withholdings[first].row;
    ombud__id unless = law->withholdings[first].unless;
    size_t i = first;
    for (; i < law->withholdings_count && law->withholdings[i].row.text.ptr == row->text.ptr; i++) {
        law->withholdings[i].unless = OMBUD__NONE;
    }
    judge(row, dropped, "");
    while (i-- > first) {
        law->withholdings[i].unless = unless;
    }
}

static void drop(ombud__id *unless, const ombud__row *row)
{
    ombud__id was = *unless;
    if (was != OMBUD__NONE) {
        *unless = OMBUD__NONE;
        judge(row, dropped, "");
        *unless = was;
    }
}

/* ---- citations --------------------------------------------------------------------------------------------------- */

/* The provision of the next row that rests on another one, else of the one before. */
static ombud__id neighbour(size_t at)
{
    ombud__id own = ombud__row_of(law, law->rows[at])->provision;
    for (size_t i = at + 1; i < law->rows_count; i++) {
        ombud__id next = ombud__row_of(law, law->rows[i])->provision;
        if (next != own && next != OMBUD__NONE) {
            return next;
        }
    }
    for (size_t i = at; i-- > 0;) {
        ombud__id before = ombud__row_of(law, law->rows[i])->provision;
        if (before != own && before != OMBUD__NONE) {
            return before;
        }
    }
    return OMBUD__NONE;
}

#define CITE_EACH(table, value)                                                                                        \
    do {                                                                                                               \
        for (size_t n = 0; n < law->table##_count; n++) {                                                              \
            if (law->table[n].row.text.ptr == text) {                                                                  \
                law->table[n].row.provision = (value);                                                                 \
            }                                                                                                          \
        }                                                                                                              \
    } while (0)

static void cite(uint8_t kind, const char *text, ombud__id provision)
{
    switch (kind) {
    case OMBUD_ROW_MOVE: CITE_EACH(moves, provision); break;
    case OMBUD_ROW_GUARD: CITE_EACH(guards, provision); break;
    case OMBUD_ROW_TERM: CITE_EACH(term_rows, provision); break;
    case OMBUD_ROW_ANSWER: CITE_EACH(answers, provision); break;
    default: CITE_EACH(requirements, provision); break;
    }
}

static void swap_citation(size_t at)
{
    ombud__row row = *ombud__row_of(law, law->rows[at]);
    uint8_t kind = law->rows[at].kind;
    ombud__id other = neighbour(at);
    if (row.provision == OMBUD__NONE || other == OMBUD__NONE ||
        (kind != OMBUD_ROW_MOVE && kind != OMBUD_ROW_GUARD && kind != OMBUD_ROW_TERM && kind != OMBUD_ROW_ANSWER &&
         kind != OMBUD_ROW_REQUIREMENT)) {
        return;
    }
    cite(kind, row.text.ptr, other);
    judge(&row, "cites its neighbour", law->provisions[other].id.ptr);
    cite(kind, row.text.ptr, row.provision);
}

/* ---- readings ---------------------------------------------------------------------------------------------------- */

/* Each other alternative in the place of the default; a survivor is told at the first row that rests on it. */
static void change_default(const ombud__reading *reading)
{
    uint8_t was[64];
    if (reading->alternatives > sizeof was) {
        fail("a reading with too many alternatives", reading->word.name.ptr);
    }
    for (size_t i = 0; i < reading->alternatives; i++) {
        was[i] = law->alternatives[reading->alternative + i].initially;
    }
    for (size_t chosen = 0; chosen < reading->alternatives; chosen++) {
        ombud__row row = {OMBUD__NONE, OMBUD__NONE, 1, reading->word.name};
        if (was[chosen] == OMBUD__ALT_CHOSEN) {
            continue;
        }
        for (size_t i = 0; i < reading->alternatives; i++) {
            law->alternatives[reading->alternative + i].initially =
                i == chosen ? OMBUD__ALT_CHOSEN : OMBUD__ALT_DROPPED;
        }
        judge(&row, "by default", law->alternatives[reading->alternative + chosen].word.name.ptr);
        for (size_t i = 0; i < reading->alternatives; i++) {
            law->alternatives[reading->alternative + i].initially = was[i];
        }
    }
}

/* ---- all of them ------------------------------------------------------------------------------------------------- */

static void mutate_terms(void)
{
    for (size_t i = 0; i < law->term_rows_count; i++) {
        ombud__term_row *row = &law->term_rows[i];
        ombud__term *term = &law->terms[row->term];
        shift_term(row);
        turn_days(&row->row, row->excused);
        if (term->duty) {
            term->duty = 0;
            judge(&row->row, "no duty but a power", "");
            term->duty = 1;
        }
    }
}

static void mutate_conditions(void)
{
    for (size_t i = 0; i < law->definitions_count; i++) {
        turn_days(&law->definitions[i].row, law->definitions[i].when);
        turn_days(&law->definitions[i].row, law->definitions[i].unless);
        drop(&law->definitions[i].unless, &law->definitions[i].row);
    }
    for (size_t i = 0; i < law->guards_count; i++) {
        int first = i == 0 || law->guards[i].row.text.ptr != law->guards[i - 1].row.text.ptr;
        if (!first) {
            continue;
        }
        turn_days(&law->guards[i].row, law->guards[i].when);
        turn_days(&law->guards[i].row, law->guards[i].unless);
        if (law->guards[i].unless != OMBUD__NONE) {
            drop_guard_exception(i);
        }
    }
    for (size_t i = 0; i < law->answers_count; i++) {
        turn_days(&law->answers[i].row, law->answers[i].when);
        turn_days(&law->answers[i].row, law->answers[i].unless);
        drop(&law->answers[i].unless, &law->answers[i].row);
    }
    for (size_t i = 0; i < law->requirements_count; i++) {
        turn_days(&law->requirements[i].row, law->requirements[i].condition);
    }
    for (size_t i = 0; i < law->withholdings_count; i++) {
        if (law->withholdings[i].unless != OMBUD__NONE &&
            (i == 0 || law->withholdings[i].row.text.ptr != law->withholdings[i - 1].row.text.ptr)) {
            drop_withholding_exception(i);
        }
    }
}

static int take_option(int left, char **arguments)
{
    if (strcmp(arguments[0], "--only") == 0 && left > 1) {
        only = arguments[1];
        return 2;
    }
    if (strcmp(arguments[0], "--explained") == 0 && left > 1) {
        read_explained(arguments[1]);
        return 2;
    }
    return 0;
}

/* Explanations of this law that no survivor needs. */
static size_t stale(void)
{
    size_t count = 0;
    for (size_t i = 0; i < explained_count && !only; i++) {
        if (!explained[i].used && strncmp(explained[i].text, law->name.ptr, law->name.len) == 0 &&
            explained[i].text[law->name.len] == ':') {
            printf("explained, yet found: %s\n", explained[i].text);
            count++;
        }
    }
    return count;
}

int main(int argc, char **argv)
{
    open_law(argc, argv, "mutate_rows [--only TEXT] [--explained FILE] FILE.law … FILE.case …\n", take_option);
    mutate_terms();
    mutate_conditions();
    for (size_t i = 0; i < law->rows_count; i++) {
        swap_citation(i);
    }
    for (size_t i = 0; i < law->readings_count; i++) {
        if (law->readings[i].part == OMBUD__PART_READING) {
            change_default(&law->readings[i]);
        }
    }
    size_t unneeded = stale();
    printf("%zu files of cases read, %zu could not be\n", tried_files, unreadable);
    printf("%s: %zu mutants, %zu survivors that nothing explains, %zu that are explained\n", law->name.ptr, mutants,
           survivors, accepted);
    ombud_law_free(law);
    return mutants == 0 || survivors > 0 || unneeded > 0;
}
