/* A small law of permits, and the frame of a test on it: what the tests of judging share. */
#ifndef PERMIT_H
#define PERMIT_H

#include "trial.h"

#define PERMIT                                                                                                         \
    TRIAL_HEAD                                                                                                         \
    "item permit x\n"                                                                                                  \
    "  states live, closed\n"                                                                                          \
    "  event asked by member carries form (paper, web, phone), last_act (day)\n"                                       \
    "  event granted, refused by librarian\n"                                                                          \
    "  event noted\n"                                                                                                  \
    "  fact a, b, c, d stated by member, librarian\n"                                                                  \
    "  fact told stated by member silence no\n"
#define MOVES "  permit.asked: -> live\n  permit.granted, permit.refused: live -> same\n  permit.noted: any -> same\n"

#define BEGIN(text)                                                                                                    \
    (void)state;                                                                                                       \
    ombud_law *law = LAW(text);                                                                                        \
    ombud_case *c = CASE(law, NULL)
#define AGAIN()                                                                                                        \
    do {                                                                                                               \
        ombud_case_free(c);                                                                                            \
        c = CASE(law, NULL);                                                                                           \
    } while (0)
#define END()                                                                                                          \
    do {                                                                                                               \
        ombud_case_free(c);                                                                                            \
        ombud_law_free(law);                                                                                           \
    } while (0)

#endif
