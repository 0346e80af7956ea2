/*
 * What the files of the program share: options, files, laws, output. The program uses the public headers of the library
 * and nothing else of it.
 */
#ifndef OMBUD_CLI_H
#define OMBUD_CLI_H

#include <ombud/ombud.h>
#include <stdio.h>

/* Exit statuses, as --help and the manual page say. */
enum { EXIT_GOOD = 0, EXIT_FOUND = 1, EXIT_BAD_INPUT = 2, EXIT_NO_MEMORY = 3 };

/* The largest file that is read. */
#define FILE_MAX ((size_t)64 * 1024 * 1024)
#define LAW_FILES_MAX 16
#define HOLIDAYS_MAX 1000

/* Options, as bits, so that each verb says which it takes. */
enum {
    OPT_AS_OF = 1 << 0,
    OPT_KNOWN_BY = 1 << 1,
    OPT_LANG = 1 << 2,
    OPT_JSON = 1 << 3,
    OPT_LAW = 1 << 4,
    OPT_SETTINGS = 1 << 5,
    OPT_COLOR = 1 << 6,
    OPT_TAP = 1 << 7,
    OPT_TSV = 1 << 8,
    OPT_BY = 1 << 9,
    OPT_ON = 1 << 10,
    OPT_ROLL = 1 << 11,
    OPT_HOLIDAY = 1 << 12,
    OPT_BATCH = 1 << 13,
    OPT_FOR = 1 << 14,
    OPT_OUT = 1 << 15,
    OPT_DOMAIN = 1 << 16,
    OPT_SALT = 1 << 17,
    OPT_DETAILED = 1 << 18,
    OPT_ALARM = 1 << 19,
    OPT_COVERAGE = 1 << 20,
    OPT_FAIL_UNDER = 1 << 21,
    OPT_JUNIT = 1 << 22,
    OPT_HTML = 1 << 23,
    OPT_RECORDED = 1 << 24,
    OPT_READINGS = 1 << 25,
    OPT_BOUNDS = 1 << 26, /* of a walk: --situations, --with */
    OPT_PERIOD = 1 << 27,
    OPT_THRESHOLD = 1 << 28,
    OPT_CSV = 1 << 29,
    OPT_NEW = 1 << 30 /* what would be otherwise: the last bit of an int */
};

typedef struct options {
    unsigned given; /* OPT_ bits */
    int help;
    ombud_lang lang;
    int colour;
    ombud_day as_of, known_by, on, from, to;
    int has_from, has_to;
    int32_t threshold;
    const char *new_law, *new_settings, *new_setting;
    int64_t by;
    const char *audience; /* ROLE, or ROLE and a person: reporter,p1 */
    ombud_roll roll;
    ombud_day holidays[HOLIDAYS_MAX]; /* ascending, each once */
    size_t holiday_count;
    const char *law_files[LAW_FILES_MAX];
    size_t law_file_count;
    const char *settings_file;
    const char *settings_line; /* one more line of settings; NULL: none */
    const char *out, *domain, *salt;
    int32_t alarm;
    const char *junit_file;
    const char *html_file;
    int fail_under; /* percent */
    size_t situations;
    const char *with; /* kinds, with commas between; NULL: all */
    char **words;   /* what is no option */
    size_t word_count;
} options;

/* Reads what follows the verb; the words are gathered at the front of `arguments`. @return an exit status */
int options_read(options *out, const char *verb, unsigned taken, int count, char **arguments);

/* ---- messages ---------------------------------------------------------------------------------------------------- */

/* What was wrong in a call, on stderr. @return an exit status */
int usage_error(const char *verb, const char *what, const char *word);
/* A failure of the library at a place of a file, or of none if `file` is NULL. @return the exit status that fits it */
int library_error(const char *file, ombud_status status, const ombud_error *err);

/* Behind library_error(): where a choice of an argument or an alternative of a reading is none, which there are;
 * where a word is none and nothing is near it, the verb that lists all. `line` is the line in which the error's column
 * stands. */
void choices_tell(const ombud_law *law, ombud_view line, const ombud_error *err);

/* ---- files ------------------------------------------------------------------------------------------------------- */

typedef struct text_file {
    const char *name;
    char *text;
    size_t length;
} text_file;

/* Reads a file, or stdin for `-`. @return an exit status, the message already printed */
int file_read(const char *name, text_file *out);
void file_free(text_file *file);

/* ---- text that grows --------------------------------------------------------------------------------------------- */

/* NUL-terminated once something was added; to be freed by its owner. */
typedef struct growing {
    char *text;
    size_t length, room;
    int failed; /* no memory: what came after it is missing */
} growing;

/* A sink that adds to a `growing`. @return whether it has failed */
int grow(void *user, const char *bytes, size_t length);
void grow_view(growing *to, ombud_view text);
void grow_z(growing *to, const char *z);

/* ---- laws -------------------------------------------------------------------------------------------------------- */

/* The laws of --law, and built-in ones read on demand. */
typedef struct law_shelf {
    ombud_law *laws[LAW_FILES_MAX]; /* of --law */
    size_t count;
    ombud_law *built_in; /* the one asked for last */
} law_shelf;

int shelf_open(law_shelf *out, const options *opts);
void shelf_close(law_shelf *shelf);
/* A law by name: of --law, else built in. @return an exit status */
int shelf_find(law_shelf *shelf, const char *name, size_t length, const ombud_law **out);
/* Calls `each` for all laws, or for the one that the first word names. @return an exit status */
typedef int (*law_visitor)(const ombud_law *law, const options *opts, void *user);
int shelf_each(law_shelf *shelf, const options *opts, const char *only, law_visitor each, void *user);

/* ---- cases ------------------------------------------------------------------------------------------------------- */

/* A case file that was read, with its settings file mixed in. */
typedef struct case_file {
    text_file file;
    ombud_scenario *scenario;
    size_t inserted_after; /* line of the case file after which settings were put in */
    size_t inserted;       /* how many lines */
} case_file;

int case_open(case_file *out, const char *name, const options *opts, const law_shelf *shelf);
void case_close(case_file *file);
/* A line of the text that was read as a line of the file. */
size_t case_line(const case_file *file, size_t line);
/* Calls `each` for every run of the files named in the call; a file that fails does not keep the next from its turn.
 * @return the worst exit status */
typedef int (*run_visitor)(const case_file *file, size_t run, const options *opts, void *user);
int case_each(const char *verb, const options *opts, run_visitor each, void *user);
/* When a run is looked at: --as-of, else its last day. @return an exit status */
int case_asof(const case_file *file, size_t run, const options *opts, ombud_asof *out);
/* For whom --for says it is; nothing without it. @return an exit status */
int case_audience(const case_file *file, size_t run, const options *opts, ombud_asof *asof);
/* Whether a person is in a case. */
int case_has_person(const ombud_case *matter, int64_t number);
/* The name to show for a run: the file's, and the scenario's if it has one; in a buffer of the caller's. */
ombud_view case_title(const case_file *file, size_t run, char *buffer, size_t capacity);

/* ---- coverage ---------------------------------------------------------------------------------------------------- */

/* What was seen of each law of the cases; its own readings of their texts, which go with the files. */
typedef struct law_coverage {
    ombud_law *law;
    ombud_coverage *seen;
} law_coverage;
typedef struct coverages {
    law_coverage *of;
    size_t count;
} coverages;

/* The coverage of a law, made when it is first asked for. @return an exit status */
int coverages_of(coverages *all, const ombud_law *law, ombud_coverage **out);
/* Prints what is covered and the gaps, as text, as comments of TAP, or as JSON. */
void coverages_show(const coverages *all, const options *opts);
/* Whether each law reaches --fail-under. @return an exit status */
int coverages_judge(const coverages *all, const options *opts);
void coverages_free(coverages *all);

/* ---- JUnit ------------------------------------------------------------------------------------------------------- */

/* Expectations as a report in XML, gathered file by file and written at the end. */
typedef struct junit {
    growing suites;
    size_t tests, failures, errors; /* of all suites */
    size_t begun;                   /* where the suite at hand begins */
    size_t suite_tests, suite_failures;
} junit;

void junit_begin_file(junit *to);
void junit_add(junit *to, const case_file *file, size_t run, const ombud_expectation *e);
/* Closes the suite; `result` is the exit status of the file, so that one that cannot be read is an error. */
void junit_end_file(junit *to, const char *name, int result);
/* Writes the report. @return an exit status */
int junit_write(const junit *to, const char *file);
void junit_free(junit *to);

/* ---- output ------------------------------------------------------------------------------------------------------ */

void put(ombud_view text);
/* With tabs, line ends and other control characters as blanks: a field of TSV. */
void put_field(ombud_view text);
void put_day(ombud_day day);
/* A sink that writes to stdout. */
int put_sink(void *user, const char *bytes, size_t length);
/* The name of a provision, bxl2019:15.4.a4.1; nothing for SIZE_MAX. */
void put_provision(const ombud_law *law, size_t provision);
/* The alternatives of a reading, a line each behind a margin; the chosen one is marked. */
void put_alternatives(const ombud_law *law, size_t at, const ombud_reading *reading, const char *margin,
                      ombud_lang lang);
const char *force_name(ombud_force force);
const char *roll_name(ombud_roll roll);

/* JSON: a key after a comma unless it is the first, then a value. */
void json_string(ombud_view text);
void json_key(int *first, const char *key);
void json_text(int *first, const char *key, ombud_view text);
void json_name(int *first, const char *key, ombud_view text); /* null if empty */
void json_number(int *first, const char *key, int64_t number);
void json_truth(int *first, const char *key, int yes);
void json_day(int *first, const char *key, int there, ombud_day day);
void json_provision(int *first, const char *key, const ombud_law *law, size_t provision);

/* ---- verbs: each is given its options and returns an exit status ------------------------------------------------- */

int verb_run(const options *opts);
int verb_audit(const options *opts);
int verb_check(const options *opts);
int verb_may(const options *opts);
int verb_due(const options *opts);
int verb_route(const options *opts);
int verb_show(const options *opts);
int verb_rules(const options *opts);
int verb_laws(const options *opts);
int verb_provisions(const options *opts);
int verb_readings(const options *opts);
int verb_words(const options *opts);
int verb_texts(const options *opts);
int verb_date(const options *opts);
int verb_timeline(const options *opts);
int verb_calendar(const options *opts);
int verb_draw(const options *opts);
int verb_boundaries(const options *opts);
int verb_figures(const options *opts);
int verb_diff(const options *opts);
int verb_prove(const options *opts);
int verb_explore(const options *opts);
int verb_plan(const options *opts);

/* Where expectations of the project's own cases name a provision: written by index_tests.py. */
typedef struct shown_by {
    const char *provision; /* bxl2019:15.4.a4.1 */
    const char *place;     /* tests/cases/…:12 */
} shown_by;
extern const shown_by tests_of_provisions[];
extern const size_t tests_of_provisions_count;

#endif
