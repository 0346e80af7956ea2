/* A small law of permits: what the tests of judging share. */
#ifndef PERMIT_H
#define PERMIT_H

#include "frame.h"

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

#endif
