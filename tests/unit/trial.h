/*
 * Trying a small law on a case: what the tests of the kernel share. A line is told as it stands in a `.case` file, date
 * first; each question fails the test with the place where it was asked.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ombud/ombud.h"

#define FAIL_AT(...)                                                                                                   \
    do {                                                                                                               \
        print_error(__VA_ARGS__);                                                                                      \
        print_error("\n");                                                                                             \
        _fail(file, line);                                                                                             \
    } while (0)

/* The head of every law of these tests; persons and roles. */
#define TRIAL_HEAD                                                                                                     \
    "law library\n"                                                                                                    \
    "role member\nrole librarian\n"                                                                                    \
    "item person p\n"
#define TRIAL_RULE(id) "provision " id " \"Rule " id "\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"

static inline ombud_day trial_day(const char *text)
{
    ombud_day day = 0;
    if (ombud_day_parse(text, 10, &day) != OMBUD_OK) {
        print_error("no date: %s\n", text);
        fail();
    }
    return day;
}

static inline const char *trial_date(ombud_day day)
{
    static char text[4][12];
    static int next;
    next = (next + 1) % 4;
    if (ombud_day_format(day, text[next], sizeof text[next]) != OMBUD_OK)
        strcpy(text[next], "no day");
    return text[next];
}

static inline ombud_asof trial_asof(const char *day)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = trial_day(day);
    return asof;
}

static inline ombud_asof trial_known(const char *day, const char *known_by)
{
    ombud_asof asof = trial_asof(day);
    asof.has_known_by = 1;
    asof.known_by = trial_day(known_by);
    return asof;
}

static inline int trial_view_is(ombud_view view, const char *z)
{
    return view.len == strlen(z) && memcmp(view.ptr, z, view.len) == 0;
}

#define LAW(text) trial_law(text, __FILE__, __LINE__)
static inline ombud_law *trial_law(const char *text, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    if (ombud_law_parse(text, strlen(text), NULL, &law, &err) != OMBUD_OK)
        FAIL_AT("law %u:%u: %s; %s [%s]", err.line, err.column, err.message, err.remedy, err.excerpt);
    return law;
}

#define SETTINGS(law, text) trial_settings(law, text, __FILE__, __LINE__)
static inline ombud_settings *trial_settings(const ombud_law *law, const char *text, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_settings *settings = NULL;
    if (ombud_settings_parse(law, text, strlen(text), NULL, &settings, &err) != OMBUD_OK)
        FAIL_AT("settings %u:%u: %s; %s [%s]", err.line, err.column, err.message, err.remedy, err.excerpt);
    return settings;
}

/* A case with p1, a member, and p2, a librarian. */
#define CASE(law, settings) trial_case(law, settings, __FILE__, __LINE__)
static inline ombud_case *trial_case(const ombud_law *law, const ombud_settings *settings, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_case *matter = NULL;
    if (ombud_case_new(law, settings, NULL, &matter, &err) != OMBUD_OK ||
        ombud_case_person(matter, 1, "member", &err) != OMBUD_OK ||
        ombud_case_person(matter, 2, "librarian", &err) != OMBUD_OK)
        FAIL_AT("case: %s; %s", err.message, err.remedy);
    return matter;
}

#define ITEM(matter, name) trial_item(matter, name, __FILE__, __LINE__)
static inline void trial_item(ombud_case *matter, const char *name, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_case_item(matter, name, &err) != OMBUD_OK)
        FAIL_AT("item %s: %s; %s", name, err.message, err.remedy);
}

/* `2026-02-02 loan.lent l1 by=p2` as an event. */
static inline ombud_event trial_event(const char *text)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.on = trial_day(text);
    event.line = ombud_view_of(text + 10);
    return event;
}

#define TELL(matter, text) trial_tell(matter, text, __FILE__, __LINE__)
static inline void trial_tell(ombud_case *matter, const char *text, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = trial_event(text);
    if (ombud_case_apply(matter, &event, NULL, &err) != OMBUD_OK)
        FAIL_AT("%s\n%u: %s; %s [%s]", text, err.column, err.message, err.remedy, err.excerpt);
}

#define STATE(matter, item, asof, want) trial_state(matter, item, asof, want, __FILE__, __LINE__)
static inline void trial_state(const ombud_case *matter, const char *item, ombud_asof asof, const char *want,
                               const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_view got;
    if (ombud_case_state(matter, item, &asof, &got, &err) != OMBUD_OK)
        FAIL_AT("state of %s: %s", item, err.message);
    if (!trial_view_is(got, want))
        FAIL_AT("%s on %s is `%.*s`, not `%s`", item, trial_date(asof.day), (int)got.len, got.ptr, want);
}

#define FACT(matter, item, fact, day, want) trial_fact(matter, item, fact, day, want, __FILE__, __LINE__)
static inline void trial_fact(const ombud_case *matter, const char *item, const char *fact, const char *day,
                              ombud_truth want, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_asof asof = trial_asof(day);
    ombud_truth got;
    if (ombud_case_fact(matter, item, fact, &asof, &got, &err) != OMBUD_OK)
        FAIL_AT("%s %s: %s", item, fact, err.message);
    if (got != want)
        FAIL_AT("%s %s on %s is %d, not %d", item, fact, day, (int)got, (int)want);
}

/* The verdict on `2026-02-02 loan.lent l1`; and by which provision (NULL: not asked; "": none). */
#define MAY(matter, text, want, because) trial_may(matter, text, want, because, __FILE__, __LINE__)
static inline void trial_may(const ombud_case *matter, const char *text, ombud_ruling want, const char *because,
                             const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = trial_event(text);
    ombud_verdict *verdict = NULL;
    if (ombud_case_may(matter, &event, NULL, &verdict, &err) != OMBUD_OK)
        FAIL_AT("%s: %s [%s]", text, err.message, err.excerpt);
    ombud_ruling got = ombud_verdict_ruling(verdict);
    size_t index = 0;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_view id = {"", 0};
    if (ombud_verdict_provision(verdict, &index) == OMBUD_OK &&
        ombud_law_provision(ombud_case_law(matter), index, OMBUD_LANG_EN, &provision) == OMBUD_OK)
        id = provision.id;
    ombud_verdict_free(verdict);
    if (got != want || (because != NULL && !trial_view_is(id, because)))
        FAIL_AT("%s: %s by `%.*s`, not %s by `%s`", text, ombud_ruling_name(got, OMBUD_FORCE_LAW), (int)id.len, id.ptr,
                ombud_ruling_name(want, OMBUD_FORCE_LAW), because == NULL ? "any" : because);
}

static inline ombud_verdict *trial_verdict(const ombud_case *matter, const char *text)
{
    ombud_event event = trial_event(text);
    ombud_verdict *verdict = NULL;
    assert_int_equal(ombud_case_may(matter, &event, NULL, &verdict, NULL), OMBUD_OK);
    return verdict;
}

/* The last run of a term; its status is NONE if it never opened. */
static inline ombud_term trial_term_of(const ombud_case *matter, const char *name, int64_t number, ombud_asof asof)
{
    ombud_term found = OMBUD_TERM_INIT, term = OMBUD_TERM_INIT;
    ombud_terms *terms = NULL;
    assert_int_equal(ombud_case_terms(matter, &asof, &terms, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        assert_int_equal(ombud_terms_get(terms, i, &term), OMBUD_OK);
        if (trial_view_is(term.name, name) && term.item_number == number)
            found = term;
    }
    ombud_terms_free(terms);
    return found;
}

/* A term of l1: status, and its last day, or "none" (no last day), or NULL (not asked). */
#define TERM(matter, name, day, status, due) trial_term(matter, name, trial_asof(day), status, due, __FILE__, __LINE__)
static inline void trial_term(const ombud_case *matter, const char *name, ombud_asof asof, ombud_term_status want,
                              const char *due, const char *file, int line)
{
    ombud_term term = trial_term_of(matter, name, 1, asof);
    const char *got = term.no_due == OMBUD_DUE_KNOWN && term.status != OMBUD_TERM_NONE ? trial_date(term.due) : "none";
    if (term.status != want || (due != NULL && strcmp(got, due) != 0))
        FAIL_AT("%s on %s: %s due %s (%d), not %s due %s", name, trial_date(asof.day),
                ombud_term_status_name(term.status), got, (int)term.no_due, ombud_term_status_name(want),
                due == NULL ? "any" : due);
}

/* The findings as of a day, each ` kind name item since [until]`. */
static inline const char *trial_findings(const ombud_case *matter, ombud_asof asof)
{
    static char text[4096];
    ombud_findings *findings = NULL;
    size_t at = 0;
    text[0] = '\0';
    assert_int_equal(ombud_case_findings(matter, &asof, &findings, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        assert_int_equal(ombud_findings_get(findings, i, &f), OMBUD_OK);
        at += (size_t)snprintf(text + at, sizeof text - at, "%s%s %.*s %.*s%lld %s", i > 0 ? "; " : "",
                               ombud_finding_kind_name(f.kind), (int)f.name.len, f.name.ptr, (int)f.item_prefix.len,
                               f.item_prefix.ptr, (long long)f.item_number, trial_date(f.since));
        if (f.has_until)
            at += (size_t)snprintf(text + at, sizeof text - at, " %s", trial_date(f.until));
        assert_true(at < sizeof text);
    }
    ombud_findings_free(findings);
    return text;
}

#define FINDINGS(matter, day, want) trial_findings_are(matter, trial_asof(day), want, __FILE__, __LINE__)
static inline void trial_findings_are(const ombud_case *matter, ombud_asof asof, const char *want, const char *file,
                                      int line)
{
    const char *got = trial_findings(matter, asof);
    if (strcmp(got, want) != 0)
        FAIL_AT("findings on %s: `%s`, not `%s`", trial_date(asof.day), got, want);
}

/* Numbers that are the same in every run (xorshift64*). */
static inline uint64_t trial_random(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(0x2545F4914F6CDD1D);
}

static inline size_t trial_below(uint64_t *seed, size_t limit)
{
    return (size_t)(trial_random(seed) >> 33) % limit;
}

/* Text that grows: what a case comes to, written out to be compared. */
typedef struct trial_text {
    char *bytes;
    size_t length, room;
} trial_text;

static inline int trial_text_add(void *user, const char *bytes, size_t length)
{
    trial_text *text = user;
    if (text->length + length + 1 > text->room) {
        text->room = (text->length + length + 1) * 2;
        text->bytes = realloc(text->bytes, text->room);
        assert_non_null(text->bytes);
    }
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
    return 0;
}

static inline void trial_text_put(trial_text *text, const char *format, ...)
{
    char line[512];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    assert_true(length >= 0 && (size_t)length < sizeof line);
    trial_text_add(text, line, (size_t)length);
}

/* The case in the case language. */
static inline trial_text trial_written(const ombud_case *matter)
{
    trial_text text = {NULL, 0, 0};
    trial_text_add(&text, "", 0);
    assert_int_equal(ombud_case_write(matter, trial_text_add, &text, NULL), OMBUD_OK);
    return text;
}

#endif
