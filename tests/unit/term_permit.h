/* A small law of permits on which only terms matter, and the frame of a test on it: what the tests of terms share. */
#ifndef TERM_PERMIT_H
#define TERM_PERMIT_H

#include "trial.h"

/* A permit that stays where it is until it is closed; only terms matter here. */
#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "length hold\n"                                                                                                    \
    "item permit x\n"                                                                                                  \
    "  states live, closed\n"                                                                                          \
    "  event asked by member carries start_on (day), span (period), form (paper, web)\n"                               \
    "  event granted, extended, withdrawn, reviewed, renewed by librarian\n"                                           \
    "  event ended\n"                                                                                                  \
    "  fact ill stated by member silence no\n"                                                                         \
    "  fact urgent stated by member\n"                                                                                 \
    "structure\n"                                                                                                      \
    "  permit.asked: -> live\n"                                                                                        \
    "  permit.asked: live -> same\n"                                                                                   \
    "  permit.granted, permit.extended, permit.withdrawn, permit.reviewed, permit.renewed: any -> same\n"              \
    "  permit.ended: live -> closed\n" TRIAL_RULE("1")

#define BEGIN(rows) BEGIN_SET(rows, NULL)
#define BEGIN_SET(rows, text)                                                                                          \
    (void)state;                                                                                                       \
    ombud_law *law = LAW(PERMIT rows);                                                                                 \
    const char *set_text = text;                                                                                       \
    ombud_settings *settings = set_text == NULL ? NULL : SETTINGS(law, set_text);                                      \
    ombud_case *c = CASE(law, settings)
#define AGAIN()                                                                                                        \
    do {                                                                                                               \
        ombud_case_free(c);                                                                                            \
        c = CASE(law, settings);                                                                                       \
    } while (0)
#define END()                                                                                                          \
    do {                                                                                                               \
        ombud_case_free(c);                                                                                            \
        ombud_settings_free(settings);                                                                                 \
        ombud_law_free(law);                                                                                           \
    } while (0)

static ombud_term the_term(const ombud_case *c, const char *name, const char *day)
{
    return trial_term_of(c, name, 1, trial_asof(day));
}

#define DECIDE                                                                                                         \
    "  duty decide librarian to member\n"                                                                              \
    "    opened by permit.asked\n"                                                                                     \
    "    within at most P7D\n"

#endif
