/*
 * The verbs that ask: what is due, why, what went wrong, calendars, and the ledger itself.
 */
#include "desk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- cases one after another ------------------------------------------------------------------------------------- */

typedef int (*case_visitor)(desk *of, const matter *in, void *user);

/* Each case that may be seen, or the one that the first word names. */
static int each_case(desk *of, case_visitor visit, void *user)
{
    matter in;
    int result = EXIT_GOOD;
    if (of->word_count) {
        result = matter_see(of, of->words[0], &in);
        if (result == EXIT_GOOD) {
            result = visit(of, &in, user);
            matter_free(&in);
        }
        return result;
    }
    sqlite3_stmt *row = store_sql(of, SQL_CASES, 0);
    while (result == EXIT_GOOD && store_row(of, row, &result)) {
        result = matter_load(of, sqlite3_column_int64(row, 0), &in);
        if (result == EXIT_GOOD) {
            result = access_case(of, &in);
            result = result == EXIT_GOOD ? visit(of, &in, user) : result == EXIT_FOUND ? EXIT_GOOD : result;
            matter_free(&in);
        }
    }
    sqlite3_reset(row);
    return result;
}

static int render(desk *of, const matter *in, ombud_format format)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    how.format = format;
    how.lang = of->lang;
    ombud_status status = ombud_render_case(in->of, &in->seen, &how, grow, &of->out, &err);
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

/* ---- what there is ----------------------------------------------------------------------------------------------- */

static size_t count_lines(desk *of, const matter *in)
{
    growing line = {NULL, 0, 0, 0};
    size_t count = 0;
    while (matter_line(of, in, count + 1, &line)) {
        count++;
    }
    free(line.text);
    return count;
}

static int list_case(desk *of, const matter *in, void *user)
{
    (void)user;
    out_number(of, in->number, '\t');
    out_field(of, ombud_law_name(in->law), '\t');
    out_number(of, (int64_t)count_lines(of, in), '\t');
    out_roles(of, in->law, in->roles, '\n');
    return EXIT_GOOD;
}

int desk_cases(desk *of)
{
    out_text(of, "case\tlaw\tlines\tas\n");
    return each_case(of, list_case, NULL);
}

static int show_case(desk *of, const matter *in, void *user)
{
    (void)user;
    return render(of, in, OMBUD_FORMAT_TEXT);
}

int desk_show(desk *of)
{
    return each_case(of, show_case, NULL);
}

static int list_lines(desk *of, const matter *in, void *user)
{
    growing line = {NULL, 0, 0, 0};
    (void)user;
    for (size_t i = 1; matter_line(of, in, i, &line); i++) {
        out_number(of, in->number, '\t');
        out_number(of, (int64_t)i, '\t');
        out_field(of, ombud_view_of(line.text), '\n');
    }
    free(line.text);
    return EXIT_GOOD;
}

int desk_journal(desk *of)
{
    out_text(of, "case\tline\ttext\n");
    return each_case(of, list_lines, NULL);
}

static int export_case(desk *of, const matter *in, void *user)
{
    ombud_error err = OMBUD_ERROR_INIT;
    (void)user;
    if (in->party) {
        return complain(EXIT_FOUND, "hr-desk", "a whole case goes only to an auditor who has no role in it; see your "
                        "part of it: hr-desk journal CASE");
    }
    ombud_status status = ombud_case_write(in->of, grow, &of->out, &err);
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

int desk_export(desk *of)
{
    return each_case(of, export_case, NULL);
}

/* ---- duties ------------------------------------------------------------------------------------------------------ */

/* Lines of several cases that are put in order before they are shown. */
typedef struct dated {
    ombud_day day;
    int64_t matter;
    size_t position, begin, length; /* as it came, and where it stands in the text */
} dated;
typedef struct dated_lines {
    growing text, lines; /* the latter of `dated` */
} dated_lines;

static int in_order(const void *a, const void *b)
{
    const dated *one = a, *other = b;
    if (one->day != other->day) {
        return one->day < other->day ? -1 : 1;
    }
    if (one->matter != other->matter) {
        return one->matter < other->matter ? -1 : 1;
    }
    return one->position < other->position ? -1 : one->position > other->position;
}

static void write_duty(desk *of, const matter *in, const ombud_term *term)
{
    out_day(of, 1, term->due, '\t');
    out_number(of, term->days * (term->status == OMBUD_TERM_OPEN ? 1 : -1), '\t');
    out_number(of, in->number, '\t');
    out_field(of, term->name, '\t');
    out_item(of, term->item_prefix, term->item_number, '\t');
    out_field(of, ombud_view_of(ombud_term_status_name(term->status)), '\t');
    out_roles(of, in->law, term->bearer, '\t');
    out_provision(of, in->law, term->provision, '\n');
}

static int gather_duties(desk *of, const matter *in, void *user)
{
    dated_lines *to = user;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_terms *terms = NULL;
    ombud_status status = ombud_case_terms(in->of, &in->seen, &terms, &err);
    if (status != OMBUD_OK) {
        return matter_error(in, status, &err);
    }
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        if (ombud_terms_get(terms, i, &term) == OMBUD_OK && term.duty && term.no_due == OMBUD_DUE_KNOWN &&
            (term.status == OMBUD_TERM_OPEN || term.status == OMBUD_TERM_OVERDUE) && term.due <= of->today + of->days) {
            growing shown = of->out;
            dated line = {term.due, in->number, i, to->text.length, 0};
            of->out = to->text;
            write_duty(of, in, &term);
            to->text = of->out;
            of->out = shown;
            line.length = to->text.length - line.begin;
            (void)grow(&to->lines, (const char *)&line, sizeof line);
        }
    }
    ombud_terms_free(terms);
    return EXIT_GOOD;
}

int desk_due(desk *of)
{
    dated_lines found = {{NULL, 0, 0, 0}, {NULL, 0, 0, 0}};
    out_text(of, "due\tdays\tcase\tduty\titem\tstatus\tbearer\tprovision\n");
    int result = each_case(of, gather_duties, &found);
    result = found.text.failed || found.lines.failed ? no_memory() : result;
    if (result == EXIT_GOOD && found.lines.length) {
        dated *lines = (dated *)(void *)found.lines.text;
        size_t count = found.lines.length / sizeof *lines;
        qsort(lines, count, sizeof *lines, in_order);
        for (size_t i = 0; i < count; i++) {
            (void)grow(&of->out, found.text.text + lines[i].begin, lines[i].length);
        }
    }
    free(found.text.text);
    free(found.lines.text);
    return result;
}

/* ---- why --------------------------------------------------------------------------------------------------------- */

/* A text that the library writes into a buffer, however long. */
typedef size_t (*explain)(const void *of, size_t index, ombud_lang lang, char *buffer, size_t capacity);

static size_t explain_term(const void *of, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    return ombud_explain_term(of, index, lang, buffer, capacity);
}

static size_t explain_finding(const void *of, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    return ombud_explain_finding(of, index, lang, buffer, capacity);
}

static int out_explained(desk *of, explain how, const void *from, size_t index)
{
    size_t length = how(from, index, of->lang, NULL, 0);
    char *text = malloc(length + 1);
    if (!text) {
        return no_memory();
    }
    (void)how(from, index, of->lang, text, length + 1);
    out_text(of, text);
    out_text(of, "\n");
    free(text);
    return EXIT_GOOD;
}

static int why_case(desk *of, const matter *in)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    int result = EXIT_GOOD;
    ombud_status status = ombud_case_terms(in->of, &in->seen, &terms, &err);
    status = status == OMBUD_OK ? ombud_case_findings(in->of, &in->seen, &findings, &err) : status;
    for (size_t i = 0; i < ombud_terms_count(terms) && result == EXIT_GOOD && status == OMBUD_OK; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        if (ombud_terms_get(terms, i, &term) == OMBUD_OK && term.duty &&
            (term.status == OMBUD_TERM_OPEN || term.status == OMBUD_TERM_OVERDUE)) {
            result = out_explained(of, explain_term, terms, i);
        }
    }
    for (size_t i = 0; i < ombud_findings_count(findings) && result == EXIT_GOOD && status == OMBUD_OK; i++) {
        result = out_explained(of, explain_finding, findings, i);
    }
    ombud_findings_free(findings);
    ombud_terms_free(terms);
    return status == OMBUD_OK ? result : matter_error(in, status, &err);
}

/* May an event happen today? Exit status 1 unless it may. */
static int why_event(desk *of, const matter *in, const char *line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_verdict *verdict = NULL;
    ombud_render how = OMBUD_RENDER_INIT;
    event.on = of->today;
    event.by = strstr(line, " by=") || !in->party ? 0 : of->as;
    event.line = ombud_view_of(line);
    how.lang = of->lang;
    ombud_status status = ombud_case_may(in->of, &event, &in->seen, &verdict, &err);
    if (status != OMBUD_OK) {
        err.line = 1;
        err.column += err.column == 0;
        return library_error("event", status, &err);
    }
    status = ombud_render_verdict(verdict, &how, grow, &of->out, &err);
    int permitted = ombud_verdict_ruling(verdict) == OMBUD_PERMITTED;
    ombud_verdict_free(verdict);
    return status != OMBUD_OK ? matter_error(in, status, &err) : permitted ? EXIT_GOOD : EXIT_FOUND;
}

int desk_why(desk *of)
{
    matter in;
    int result = matter_see(of, of->words[0], &in);
    if (result != EXIT_GOOD) {
        return result;
    }
    if (of->word_count == 1) {
        result = why_case(of, &in);
    } else {
        char *line = join_words(of, 1);
        result = line ? why_event(of, &in, line) : no_memory();
        free(line);
    }
    matter_free(&in);
    return result;
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static int list_findings(desk *of, const matter *in, void *user)
{
    int *any = user;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_findings *findings = NULL;
    ombud_status status = ombud_case_findings(in->of, &in->seen, &findings, &err);
    if (status != OMBUD_OK) {
        return matter_error(in, status, &err);
    }
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        if (ombud_findings_get(findings, i, &finding) == OMBUD_OK) {
            out_number(of, in->number, '\t');
            out_field(of, ombud_view_of(ombud_finding_kind_name(finding.kind)), '\t');
            out_field(of, finding.name, '\t');
            out_item(of, finding.item_prefix, finding.item_number, '\t');
            out_day(of, 1, finding.since, '\t');
            out_day(of, finding.has_until, finding.until, '\t');
            out_roles(of, in->law, finding.answerable, '\t');
            out_provision(of, in->law, finding.provision, '\n');
            *any = 1;
        }
    }
    ombud_findings_free(findings);
    return EXIT_GOOD;
}

int desk_audit(desk *of)
{
    int any = 0;
    out_text(of, "case\tfinding\tname\titem\tsince\tuntil\tanswerable\tprovision\n");
    int result = each_case(of, list_findings, &any);
    return result == EXIT_GOOD && any ? EXIT_FOUND : result;
}

/* ---- calendar ---------------------------------------------------------------------------------------------------- */

static int uid_of_duty(void *user, const char *bytes, size_t length, uint64_t digest[2])
{
    unsigned char made[SHA256_LENGTH];
    ombud_view parts[2] = {{"calendar ", 9}, {bytes, length}};
    sealed(user, parts, 2, made);
    memcpy(digest, made, 2 * sizeof digest[0]);
    return 0;
}

static int calendar_of(desk *of, const matter *in, void *user)
{
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)user;
    how.format = OMBUD_FORMAT_ICS;
    how.lang = of->lang;
    how.domain = ombud_view_of(of->domain);
    how.uid = uid_of_duty;
    how.uid_user = of;
    ombud_status status = ombud_render_case(in->of, &in->seen, &how, grow, &of->out, &err);
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

int desk_calendar(desk *of)
{
    return each_case(of, calendar_of, NULL);
}

/* ---- the ledger -------------------------------------------------------------------------------------------------- */

static int list_entries(desk *of, sql which)
{
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, which, 1, of->as);
    out_text(of, "entry\tat\tby\tkind\tcase\tperson\ttext\tdecision\tdigest\n");
    while (store_row(of, row, &result)) {
        ombud_view digest = column_view(row, 9);
        out_number(of, sqlite3_column_int64(row, 0), '\t');
        out_instant(of, sqlite3_column_int64(row, 1), '\t');
        out_number(of, sqlite3_column_int64(row, 2), '\t');
        out_field(of, column_view(row, 5), '\t');
        out_number(of, sqlite3_column_int64(row, 3), '\t');
        out_number(of, sqlite3_column_int64(row, 4), '\t');
        out_field(of, column_view(row, 6), '\t');
        out_field(of, column_view(row, 7), '\t');
        grow_hex(&of->out, (const unsigned char *)digest.ptr, digest.len);
        out_text(of, "\n");
    }
    return result;
}

int desk_ledger(desk *of)
{
    return list_entries(of, SQL_LEDGER);
}

int desk_looks(desk *of)
{
    return list_entries(of, SQL_LOOKS);
}

static void out_head(desk *of, const char *what, int64_t number, int64_t count, const void *digest, size_t length)
{
    out_field(of, ombud_view_of(what), '\t');
    out_number(of, number, '\t');
    out_number(of, count, '\t');
    grow_hex(&of->out, digest, length);
    out_text(of, "\n");
}

static int head_of_case(desk *of, const matter *in, void *user)
{
    (void)user;
    size_t length = in->chain.length;
    /* How many lines a case has is not for somebody who sees part of it. */
    if (length && !in->party) {
        out_head(of, "case", in->number, (int64_t)(length / SHA256_LENGTH), in->chain.text + length - SHA256_LENGTH,
                 SHA256_LENGTH);
    }
    return EXIT_GOOD;
}

int desk_head(desk *of)
{
    out_text(of, "what\tnumber\tcount\tdigest\n");
    out_head(of, "desk", 0, of->verified, of->head, SHA256_LENGTH);
    return each_case(of, head_of_case, NULL);
}

/* A head that was noted elsewhere: nothing up to it was cut off or made anew. */
static int check_noted(desk *of)
{
    unsigned char noted[SHA256_LENGTH];
    int64_t number = 0;
    int result = read_number(of->words[0], "entry", &number);
    result = result == EXIT_GOOD ? read_hex(of->words[1], noted, sizeof noted) : result;
    if (result != EXIT_GOOD) {
        return result;
    }
    sqlite3_stmt *row = store_sql(of, SQL_DIGEST_OF, 1, number);
    ombud_view digest = {"", 0};
    digest = store_row(of, row, &result) ? column_view(row, 0) : digest;
    int same = digest.len == sizeof noted && memcmp(digest.ptr, noted, sizeof noted) == 0;
    sqlite3_reset(row);
    return result != EXIT_GOOD || same ? result
                                       : complain(EXIT_FOUND, of->file, "entry %" PRId64 " has not the digest that was "
                                                  "noted: entries were cut off, or made anew with the key", number);
}

int desk_verify(desk *of)
{
    int64_t cases = 0;
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, SQL_INTEGRITY, 0);
    if (store_row(of, row, &result) && strcmp((const char *)sqlite3_column_text(row, 0), "ok") != 0) {
        result = complain(EXIT_BAD_INPUT, of->file, "%s; restore a backup", (const char *)sqlite3_column_text(row, 0));
    }
    sqlite3_reset(row);
    row = store_sql(of, SQL_CASES, 0);
    while (result == EXIT_GOOD && store_row(of, row, &result)) {
        matter in;
        result = matter_load(of, sqlite3_column_int64(row, 0), &in);
        if (result == EXIT_GOOD) {
            matter_free(&in);
            cases++;
        }
    }
    sqlite3_reset(row);
    result = result == EXIT_GOOD && of->word_count ? check_noted(of) : result;
    if (result == EXIT_GOOD) {
        out_number(of, of->verified, '\t');
        out_text(of, "entries\t");
        out_number(of, cases, '\t');
        out_text(of, "cases\tnothing differs\n");
    }
    return result;
}
