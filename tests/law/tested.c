/* A law and the cases that are its tests; see tested.h. */
#include "tested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 4096 };

static file laws[FILES_MAX], cases[FILES_MAX];
static size_t law_count, case_count;
static size_t order[FILES_MAX]; /* of the cases: the latest finder first */
ombud_law *law;
ombud__id never;
size_t tried_files, unreadable;

/* ---- files ------------------------------------------------------------------------------------------------------- */

void fail(const char *what, const char *name)
{
    fprintf(stderr, "%s: %s\n", name, what);
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
        fprintf(stderr, "line %u of the law: %s\n", (unsigned)err.line, err.message);
        exit(2);
    }
    free(text);
}

const file *file_of(uint32_t line)
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

void compile(void)
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

const file *test_files(size_t *count)
{
    *count = case_count;
    return cases;
}

/* ---- rows out and back ------------------------------------------------------------------------------------------- */

#define EACH_TABLE(do_)                                                                                                \
    do_(moves) do_(guards) do_(definitions) do_(answers) do_(requirements) do_(term_rows) do_(withholdings)            \
        do_(exclusions)

/* The tables as they were read. */
static ombud_law whole;

#define KEEP(table)                                                                                                    \
    if (law->table##_count > 0) {                                                                                      \
        whole.table = malloc(law->table##_count * sizeof *law->table);                                                 \
        if (!whole.table) {                                                                                            \
            fail("no memory", "the law");                                                                              \
        }                                                                                                              \
        memcpy(whole.table, law->table, law->table##_count * sizeof *law->table);                                      \
    }
#define BRING(table)                                                                                                   \
    if (law->table##_count > 0) {                                                                                      \
        memcpy(law->table, whole.table, law->table##_count * sizeof *law->table);                                      \
    }

static void keep_tables(void)
{
    EACH_TABLE(KEEP)
}

void put_back(void)
{
    EACH_TABLE(BRING)
}

/* Every entry of a table that was printed by the row. */
#define SET_EACH(table, member, value)                                                                                 \
    do {                                                                                                               \
        for (size_t n = 0; n < law->table##_count; n++) {                                                              \
            if (law->table[n].row.text.ptr == row->text.ptr) {                                                         \
                law->table[n].member = (value);                                                                        \
            }                                                                                                          \
        }                                                                                                              \
    } while (0)

void take_out(ombud__row_ref ref)
{
    const ombud__row *row = ombud__row_of(law, ref);
    switch (ref.kind) {
    case OMBUD_ROW_MOVE: SET_EACH(moves, row.alternative, never); break;
    case OMBUD_ROW_GUARD: SET_EACH(guards, row.alternative, never); break;
    case OMBUD_ROW_DEFINITION: SET_EACH(definitions, row.alternative, never); break;
    case OMBUD_ROW_ANSWER: SET_EACH(answers, row.alternative, never); break;
    case OMBUD_ROW_REQUIREMENT: SET_EACH(requirements, row.alternative, never); break;
    case OMBUD_ROW_TERM: SET_EACH(term_rows, row.alternative, never); break;
    case OMBUD_ROW_WITHHOLDING: SET_EACH(withholdings, row.alternative, never); break;
    case OMBUD_ROW_EXCLUSION: SET_EACH(exclusions, area, OMBUD__NONE); break;
    case OMBUD_ROW_FIGURE: break; /* asked of many cases, never by an expectation: tests/cli/test_figures.py */
    default: fail("a kind of row that this program does not know", file_of(row->line)->name);
    }
}

/* ---- what the tests say ------------------------------------------------------------------------------------------ */

/* Whether some test fails with the tables as they now are. */
int found(ombud__id provision)
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

void tell(const ombud__row *row, const char *what, const char *clause, const char *name)
{
    const file *of = file_of(row->line);
    size_t length = strcspn(row->text.ptr, "\n");
    printf("%s:%zu: %s: %.*s%s%s%s%s\n", of->name, row->line - of->first_line + 1, what,
           (int)(length < 90 ? length : 90), row->text.ptr, *clause ? ": " : "", clause, *name ? " " : "", name);
    (void)fflush(stdout);
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

void open_law(int argc, char **argv, const char *usage, int (*other)(int left, char **arguments))
{
    for (int i = 1; i < argc; i++) {
        size_t length = strlen(argv[i]);
        if (length > 4 && strcmp(argv[i] + length - 4, ".law") == 0 && law_count < FILES_MAX) {
            read_file(argv[i], &laws[law_count++]);
        } else if (length > 5 && strcmp(argv[i] + length - 5, ".case") == 0 && case_count < FILES_MAX) {
            read_file(argv[i], &cases[case_count++]);
        } else {
            int taken = other(argc - i, argv + i);
            if (taken == 0) {
                fail("neither an option nor a .law or .case file", argv[i]);
            }
            i += taken - 1;
        }
    }
    if (law_count == 0 || case_count == 0) {
        fputs(usage, stderr);
        exit(2);
    }
    read_law();
    add_never();
    keep_tables();
    hold_before();
}
