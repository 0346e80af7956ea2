/*
 * Why an event may not happen, as text: what the tests of unmet conditions share. A small law of permits, and the sets
 * of a verdict.
 */
#ifndef UNMET_H
#define UNMET_H

#include "frame.h"

#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "length hold\n"                                                                                                    \
    "item permit x\n"                                                                                                  \
    "  states live, closed\n"                                                                                          \
    "  event asked by member carries form (paper, web), last_act (day)\n"                                              \
    "  event granted by librarian\n"                                                                                   \
    "  event closed by librarian\n"                                                                                    \
    "  event noted\n"
#define MOVES                                                                                                          \
    "  permit.asked: -> live\n  permit.granted: live -> same\n  permit.closed: live -> closed\n  permit.noted: any "   \
    "-> same\n"

static const char *const truth_words[] = {"no", "unknown", "yes"};

/* The only set of a verdict, its conditions as text in the order given. */
static inline const char *sets_of(const ombud_case *c, const char *event)
{
    static char text[1024];
    size_t at = 0;
    ombud_verdict *verdict = trial_verdict(c, event);
    text[0] = '\0';
    for (size_t s = 0; s < ombud_verdict_set_count(verdict); s++) {
        for (size_t i = 0; i < ombud_verdict_set_size(verdict, s); i++) {
            ombud_unmet u = OMBUD_UNMET_INIT;
            assert_int_equal(ombud_verdict_unmet(verdict, s, i, &u), OMBUD_OK);
            at += (size_t)snprintf(text + at, sizeof text - at, "%s%s%d",
                                   i > 0   ? " + "
                                   : s > 0 ? " | "
                                           : "",
                                   u.kind != OMBUD_UNMET_FACT && u.wanted == OMBUD_NO ? "not " : "", (int)u.kind);
            if (u.name.len > 0)
                at += (size_t)snprintf(text + at, sizeof text - at, " %.*s", (int)u.name.len, u.name.ptr);
            if (u.item_prefix.len > 0)
                at += (size_t)snprintf(text + at, sizeof text - at, " of %.*s%lld", (int)u.item_prefix.len,
                                       u.item_prefix.ptr, (long long)u.item_number);
            if (u.kind == OMBUD_UNMET_FACT)
                at += (size_t)snprintf(text + at, sizeof text - at, " %s", truth_words[u.wanted - 1]);
            if (u.kind == OMBUD_UNMET_TERM)
                at += (size_t)snprintf(text + at, sizeof text - at, " %s", ombud_term_status_name(u.status));
            if (u.backward)
                at += (size_t)snprintf(text + at, sizeof text - at, " backward");
            if (u.who != 0)
                at += (size_t)snprintf(text + at, sizeof text - at, " by %llu", (unsigned long long)u.who);
            if (u.by_event.len > 0)
                at +=
                    (size_t)snprintf(text + at, sizeof text - at, " through %.*s", (int)u.by_event.len, u.by_event.ptr);
            if (u.has_until)
                at += (size_t)snprintf(text + at, sizeof text - at, " from %s", trial_date(u.until));
        }
    }
    ombud_verdict_free(verdict);
    return text;
}

/* A permit asked for under these rows. */
#define ASKED(rows)                                                                                                    \
    BEGIN(PERMIT "  fact a, b stated by member\n  fact d stated by member silence no\n" rows);                         \
    TELL(c, "2026-03-02 permit.asked x1 by=p1")

#endif
