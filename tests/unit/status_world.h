/*
 * What the tests of statuses share: calls that must fail, memory that can run dry, and a small world to call on.
 */
#ifndef STATUS_WORLD_H
#define STATUS_WORLD_H

#include "trial.h"

static const char *file_at;
static int line_at, wants;

static inline void want(ombud_status wanted, ombud_status got, const char *call)
{
    wants++;
    if (got != wanted) {
        print_error("%s\ngot %s, not %s\n", call, ombud_status_name(got), ombud_status_name(wanted));
        _fail(file_at, line_at);
    }
}
#define TEXT(literal) literal, sizeof(literal) - 1
#define WANT(status, ...) (file_at = __FILE__, line_at = __LINE__, want(status, __VA_ARGS__, #__VA_ARGS__))

/* ---- memory that can run dry ------------------------------------------------------------------------------------- */

static int dry;
static inline void *well_alloc(void *ctx, size_t size)
{
    (void)ctx;
    return dry ? NULL : malloc(size);
}
static inline void *well_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    (void)ctx;
    (void)old_size;
    return dry ? NULL : realloc(block, new_size);
}
static inline void well_free(void *ctx, void *block, size_t size)
{
    (void)ctx;
    (void)size;
    free(block);
}
static const ombud_alloc well = {NULL, well_alloc, well_resize, well_free};
#define WANT_DRY(status, ...)                                                                                          \
    do {                                                                                                               \
        dry = 1;                                                                                                       \
        WANT(status, __VA_ARGS__);                                                                                     \
        dry = 0;                                                                                                       \
    } while (0)

/* ---- a small world ----------------------------------------------------------------------------------------------- */

static const char permits[] =
    "law library\nrole member\nrole librarian\nlength hold\n"
    "item person p\nitem permit x\n  states live, closed\n"
    "  event asked by member carries form (paper, web), last_act (day), span (period), backer (person)\n"
    "  event granted by librarian\n  event unspoken\n"
    "  fact a stated by member\n"
    "reading Q-1 en \"Who?\"\n  one default\n  two\n"
    "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  permit.asked: -> live\n  permit.granted: live -> closed\n  permit.granted only when a\n"
    "  answer permit.way = quick when a\n  answer permit.never = so when a and not a\n"
    "  duty decide librarian to member\n    opened by permit.asked\n    within at most P7D\n    met by "
    "permit.granted\n";

static ombud_law *law, *other_law;
static ombud_settings *settings, *other_settings;
static ombud_case *c, *empty;
static ombud_scenario *scenario;

static const char scenario_text[] =
    "law library\ncase 1\nperson p1 member\n2026-03-02 permit.asked x1 by=p1\non 2026-03-02\n  expect state x1 live\n";

static inline ombud_event event_of(const char *text)
{
    return trial_event(text);
}
static inline ombud_status apply(const char *text)
{
    ombud_event event = event_of(text);
    return ombud_case_apply(c, &event, NULL, NULL);
}

static inline int begin(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_law_parse(TEXT(permits), &well, &law, &err) != OMBUD_OK ||
        ombud_law_parse(TEXT(permits), NULL, &other_law, &err) != OMBUD_OK) {
        print_error("%u:%u %s\n", err.line, err.column, err.message);
        return 1;
    }
    const ombud_law *const laws[] = {law};
    if (ombud_settings_parse(law, TEXT("length hold P3D\n"), &well, &settings, &err) != OMBUD_OK ||
        ombud_settings_parse(other_law, "", 0, NULL, &other_settings, &err) != OMBUD_OK ||
        ombud_case_new(law, settings, &well, &c, &err) != OMBUD_OK ||
        ombud_case_new(law, NULL, NULL, &empty, &err) != OMBUD_OK ||
        ombud_case_person(c, 1, "member", &err) != OMBUD_OK || ombud_case_person(c, 2, "librarian", &err) != OMBUD_OK ||
        apply("2026-03-02 permit.asked x1 by=p1") != OMBUD_OK ||
        ombud_scenario_parse(scenario_text, sizeof scenario_text - 1, laws, 1, &well, &scenario, &err) != OMBUD_OK) {
        print_error("%s [%s]\n", err.message, err.excerpt);
        return 1;
    }
    return 0;
}

static inline int end(void **state)
{
    (void)state;
    ombud_scenario_free(scenario);
    ombud_case_free(c);
    ombud_case_free(empty);
    ombud_settings_free(settings);
    ombud_settings_free(other_settings);
    ombud_law_free(law);
    ombud_law_free(other_law);
    return 0;
}

static inline char *long_line(const char *head)
{
    size_t length = OMBUD_LINE_MAX + 100;
    char *text = malloc(length + 1);
    assert_non_null(text);
    memset(text, 'a', length);
    memcpy(text, head, strlen(head));
    text[length] = '\0';
    return text;
}

#endif
