/* The frame of a test on one law and one case of it without settings. */
#ifndef FRAME_H
#define FRAME_H

#include "trial.h"

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
