/*
 * ombud boundaries: for each term that has a last day, the scenarios of the day before, of that day and of the day
 * after that the file does not hold yet. What is expected in them is what the library answers, to be read before it is
 * kept.
 */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

/* ---- what the file holds already --------------------------------------------------------------------------------- */

/* The next word of a line; empty at its end or at a comment. */
static ombud_view word_of(const char **at)
{
    const char *z = *at;
    while (*z == ' ' || *z == '\t') {
        z++;
    }
    ombud_view word = {z, 0};
    while (z[word.len] && !strchr(" \t\r\n", z[word.len]) && *z != '#') {
        word.len++;
    }
    *at = z + word.len;
    return word;
}

static int is_z(ombud_view word, const char *z)
{
    return word.len == strlen(z) && memcmp(word.ptr, z, word.len) == 0;
}

static int is_view(ombud_view a, ombud_view b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* The day of the last `on` before a line; 0 if it is not written as a date there. */
static int day_before_line(const case_file *file, size_t line, ombud_day *out)
{
    const char *at = file->file.text;
    int found = 0;
    for (size_t number = 1; number < line && *at; number++) {
        const char *words = at;
        if (is_z(word_of(&words), "on")) {
            ombud_view day = word_of(&words);
            found = ombud_day_parse(day.ptr, day.len, out) == OMBUD_OK;
        }
        at = strchr(at, '\n');
        if (!at) {
            break;
        }
        at++;
    }
    return found;
}

/* An item such as r1 as it is written. */
static ombud_view item_text(const ombud_term *term, char *buffer, size_t capacity)
{
    int length = snprintf(buffer, capacity, "%.*s%lld", (int)term->item_prefix.len, term->item_prefix.ptr,
                          (long long)term->item_number);
    ombud_view item = {buffer, length > 0 && (size_t)length < capacity ? (size_t)length : 0};
    return item;
}

/* Whether an expectation speaks of a term on a day. */
static int is_expected(const case_file *file, const ombud_report *report, const ombud_term *term, ombud_day day)
{
    char buffer[128];
    ombud_view item = item_text(term, buffer, sizeof buffer);
    for (size_t i = 0; i < ombud_report_count(report); i++) {
        ombud_expectation expectation = OMBUD_EXPECTATION_INIT;
        ombud_day on = 0;
        if (ombud_report_get(report, i, &expectation) != OMBUD_OK) {
            continue;
        }
        const char *at = expectation.text.ptr;
        ombud_view word = word_of(&at);
        word = is_z(word, "expect") ? word_of(&at) : word;
        if ((is_z(word, "duty") || is_z(word, "term")) && is_view(word_of(&at), term->name) &&
            is_view(word_of(&at), item) && day_before_line(file, expectation.line, &on) && on == day) {
            return 1;
        }
    }
    return 0;
}

/* ---- the scenario ------------------------------------------------------------------------------------------------ */

/* Whether a line of the journal belongs into the scenario: not struck out, and, where a term is to run over its last
 * day, before the day on which it was closed. */
static int is_kept(const ombud_case *matter, size_t position, int cut, ombud_day closed, const char *line)
{
    ombud_entry entry = OMBUD_ENTRY_INIT;
    const char *at = line;
    (void)word_of(&at);
    return ombud_case_entry(matter, position, &entry) == OMBUD_OK && !entry.voided && !is_z(word_of(&at), "void") &&
           (!cut || entry.on < closed);
}

/* The head of the case as the library writes it, without its first line, the law; then the journal. */
static void write_journal(growing *to, const ombud_case *matter, int cut, ombud_day closed)
{
    growing whole = {NULL, 0, 0, 0};
    char line[16384];
    size_t needed = 0;
    if (ombud_case_write(matter, grow, &whole, NULL) != OMBUD_OK || !whole.text) {
        to->failed = 1;
        free(whole.text);
        return;
    }
    for (char *at = whole.text, *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
        *end = '\0';
        if (strncmp(at, "law ", 4) != 0 && (*at < '0' || *at > '9')) {
            grow_z(to, *at ? "  " : "");
            grow_z(to, at);
            grow_z(to, *at ? "\n" : "");
        }
    }
    free(whole.text);
    for (size_t i = 1; i <= ombud_case_journal_count(matter); i++) {
        if (ombud_case_entry_text(matter, i, line, sizeof line, &needed) == OMBUD_OK &&
            is_kept(matter, i, cut, closed, line)) {
            grow_z(to, "  ");
            grow_z(to, line);
            grow_z(to, "\n");
        }
    }
}

/* The same term in another answer: by name, item and the day it opened. */
static int find_term(const ombud_terms *terms, const ombud_term *wanted, ombud_term *out)
{
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        if (ombud_terms_get(terms, i, &term) == OMBUD_OK && is_view(term.name, wanted->name) &&
            is_view(term.item_prefix, wanted->item_prefix) && term.item_number == wanted->item_number &&
            term.opened == wanted->opened) {
            *out = term;
            return 1;
        }
    }
    return 0;
}

static void add_day(growing *to, ombud_day day)
{
    char buffer[16];
    grow_z(to, ombud_day_format(day, buffer, sizeof buffer) == OMBUD_OK ? buffer : "?");
}

/* `on DAY` and what the library answers on it. @return 0 if the term does not run in this journal */
static int write_expectation(growing *to, const ombud_case *matter, const ombud_term *wanted, ombud_day day)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_terms *terms = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    char item[128];
    asof.day = day;
    if (ombud_case_terms(matter, &asof, &terms, NULL) != OMBUD_OK) {
        to->failed = 1;
        return 0;
    }
    int runs = find_term(terms, wanted, &term);
    if (runs) {
        ombud_provision provision = OMBUD_PROVISION_INIT;
        grow_z(to, "  on ");
        add_day(to, day);
        grow_z(to, term.duty ? "\n    expect duty " : "\n    expect term ");
        grow_view(to, term.name);
        grow_z(to, " ");
        grow_z(to, item_text(&term, item, sizeof item).ptr);
        grow_z(to, " ");
        grow_z(to, ombud_term_status_name(term.status));
        grow_z(to, " due=");
        if (term.no_due == OMBUD_DUE_KNOWN) {
            add_day(to, term.due);
        } else {
            grow_z(to, "none");
        }
        if (term.provision != SIZE_MAX &&
            ombud_law_provision(ombud_case_law(matter), term.provision, OMBUD_LANG_EN, &provision) == OMBUD_OK) {
            grow_z(to, " because=");
            grow_view(to, provision.id);
        }
        grow_z(to, "\n");
    }
    ombud_terms_free(terms);
    return runs;
}

/* Reads a journal as a case of its own, under its law. NULL if it does not stand alone. */
static ombud_scenario *as_a_case(const ombud_law *law, const growing *journal)
{
    growing whole = {NULL, 0, 0, 0};
    ombud_scenario *out = NULL;
    grow_z(&whole, "law ");
    grow_view(&whole, ombud_law_name(law));
    grow_z(&whole, "\n");
    (void)grow(&whole, journal->text, journal->length);
    if (!whole.failed && !journal->failed) {
        (void)ombud_scenario_parse(whole.text, whole.length, &law, 1, NULL, &out, NULL);
    }
    free(whole.text);
    return out;
}

/* One scenario: the journal, cut if asked, and the days that are missing. @return 0 if the term does not run in it */
static int write_scenario(growing *to, const ombud_case *matter, const ombud_term *term, int cut, const int missing[3])
{
    growing journal = {NULL, 0, 0, 0}, expected = {NULL, 0, 0, 0};
    write_journal(&journal, matter, cut, term->closed);
    ombud_scenario *alone = as_a_case(ombud_case_law(matter), &journal);
    int good = alone != NULL;
    for (int i = 0; i < 3 && good; i++) {
        good = !missing[i] || write_expectation(&expected, ombud_scenario_case(alone, 0), term, term->due - 1 + i);
    }
    if (good) {
        (void)grow(to, journal.text, journal.length);
        (void)grow(to, expected.text, expected.length);
    }
    to->failed = to->failed || journal.failed || expected.failed;
    free(journal.text);
    free(expected.text);
    ombud_scenario_free(alone);
    return good;
}

/* ---- all terms of all runs --------------------------------------------------------------------------------------- */

typedef struct sum {
    size_t written;
    ombud_view law; /* named last in what was written */
} sum;

static int of_term(const case_file *file, size_t run, const ombud_report *report, const ombud_term *term, sum *so_far)
{
    const ombud_case *matter = ombud_scenario_case(file->scenario, run);
    growing out = {NULL, 0, 0, 0};
    char item[128];
    int missing[3], wanted = 0;
    for (int i = 0; i < 3; i++) {
        ombud_day day = term->due - 1 + i;
        missing[i] = day >= term->opened && day <= OMBUD_DAY_MAX && !is_expected(file, report, term, day);
        wanted |= missing[i];
    }
    if (!wanted) {
        return EXIT_GOOD;
    }
    /* A term that was closed before its last day is let run over it. */
    int cut = term->has_closed && term->closed <= term->due + 1;
    int good = cut && write_scenario(&out, matter, term, 1, missing);
    good = good || write_scenario(&out, matter, term, 0, missing);
    if (out.failed) {
        free(out.text);
        fputs("ombud: out of memory\n", stderr);
        return EXIT_NO_MEMORY;
    }
    if (good) {
        ombud_view scenario = ombud_scenario_name(file->scenario, run);
        so_far->written++;
        printf("\nscenario boundary_%zu_%.*s_%s            # generated: read before you keep it%s%.*s\n",
               so_far->written, (int)term->name.len, term->name.ptr, item_text(term, item, sizeof item).ptr,
               scenario.len ? "; from " : "", (int)scenario.len, scenario.ptr);
        fputs(out.text, stdout);
    }
    free(out.text);
    return EXIT_GOOD;
}

static int of_run(const case_file *file, size_t run, const options *opts, sum *so_far)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_terms *terms = NULL;
    ombud_report *report = NULL;
    const ombud_case *matter = ombud_scenario_case(file->scenario, run);
    int result = case_asof(file, run, opts, &asof);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_terms(matter, &asof, &terms, &err);
    status = status == OMBUD_OK ? ombud_scenario_check(file->scenario, run, &report, &err) : status;
    if (status == OMBUD_OK && !is_view(ombud_law_name(ombud_case_law(matter)), so_far->law)) {
        so_far->law = ombud_law_name(ombud_case_law(matter));
        printf("law %.*s\n", (int)so_far->law.len, so_far->law.ptr);
    }
    for (size_t i = 0; status == OMBUD_OK && i < ombud_terms_count(terms) && result == EXIT_GOOD; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        if (ombud_terms_get(terms, i, &term) == OMBUD_OK && term.no_due == OMBUD_DUE_KNOWN) {
            result = of_term(file, run, report, &term, so_far);
        }
    }
    ombud_report_free(report);
    ombud_terms_free(terms);
    return status == OMBUD_OK ? result : library_error(file->file.name, status, &err);
}

int verb_boundaries(const options *opts)
{
    law_shelf shelf;
    case_file file;
    sum so_far = {0, {"", 0}};
    if (opts->word_count != 1) {
        return usage_error("boundaries", "exactly one file is wanted", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = case_open(&file, opts->words[0], opts, &shelf);
    if (result == EXIT_GOOD) {
        for (size_t run = 0; run < ombud_scenario_count(file.scenario) && result == EXIT_GOOD; run++) {
            result = of_run(&file, run, opts, &so_far);
        }
        if (result == EXIT_GOOD && !so_far.written) {
            puts("# nothing is missing: each last day has expectations on it, the day before and the day after");
        }
        case_close(&file);
    }
    shelf_close(&shelf);
    return result;
}
