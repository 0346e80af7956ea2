/*
 * How fast a due day is. The reference is C++20's calendar types where they are built in (bench_chrono.cpp), else the
 * plain way in C.
 */
#define _POSIX_C_SOURCE 200809L
#include "hand.h"
#include "journals.h"
#include "measure.h"

#include "kernel/civil.h"

#include <stdio.h>

#ifdef OMBUD_BENCH_CHRONO
int32_t chrono_due(int32_t start, int32_t count, int32_t unit);
#    define REFERENCE_DUE chrono_due
static const char reference_due[] = "std::chrono";
#else
#    define REFERENCE_DUE hand_due
static const char reference_due[] = "by hand";
#endif

/* The time of one way to a due day, over dates and periods that vary; adds what it found to `sum`. */
#define TIME_DUE(nanoseconds, sum, expression)                                                                         \
    do {                                                                                                               \
        double began = seconds();                                                                                      \
        for (int k = 0; k < TIMES; k++) {                                                                              \
            for (size_t i = 0; i < DATES; i++)                                                                         \
                (sum) += (uint64_t)(expression);                                                                       \
        }                                                                                                              \
        (nanoseconds) = (seconds() - began) * 1e9 / ((double)TIMES * DATES);                                           \
    } while (0)

static ombud_day due_with_steps(int32_t start, ombud_period period)
{
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    return ombud_due(start, period, OMBUD_ROLL_NONE, NULL, 0, &steps) == OMBUD_OK ? steps.due : OMBUD__NO_DAY;
}

static ombud_day due_alone(int32_t start, ombud_period period)
{
    ombud_day due;
    return ombud_day_add(start, period, &due) == OMBUD_OK ? due : OMBUD__NO_DAY;
}

int measure_due(size_t rounds, measure *steps, measure *alone)
{
    enum { DATES = 4096, TIMES = 500 };
    static const ombud_period usual[] = {{7, OMBUD_UNIT_DAYS},
                                         {3, OMBUD_UNIT_MONTHS},
                                         {6, OMBUD_UNIT_MONTHS},
                                         {2, OMBUD_UNIT_WEEKS},
                                         {10, OMBUD_UNIT_YEARS}};
    static int32_t starts[DATES];
    static ombud_period periods[DATES];
    double with[MAX_ROUNDS], without[MAX_ROUNDS], theirs[MAX_ROUNDS], inner[MAX_ROUNDS], by_hand[MAX_ROUNDS];
    double ratio[MAX_ROUNDS], ratio_alone[MAX_ROUNDS];
    uint64_t random = 9;
    int wrong = 0;
    for (size_t i = 0; i < DATES; i++) {
        starts[i] = (int32_t)(10000 + journal_random(&random) % 20000);
        periods[i] = usual[journal_random(&random) % (sizeof usual / sizeof *usual)];
        ombud_day due = due_with_steps(starts[i], periods[i]);
        wrong += due != hand_due(starts[i], periods[i].count, periods[i].unit);
        wrong += due != REFERENCE_DUE(starts[i], periods[i].count, periods[i].unit);
    }
    for (size_t round = 0; round < rounds; round++) {
        uint64_t sums[5] = {0};
        TIME_DUE(with[round], sums[0], due_with_steps(starts[i], periods[i]));
        TIME_DUE(theirs[round], sums[1], REFERENCE_DUE(starts[i], periods[i].count, periods[i].unit));
        TIME_DUE(without[round], sums[2], due_alone(starts[i], periods[i]));
        TIME_DUE(inner[round], sums[3], ombud__day_plus(starts[i], periods[i].count, periods[i].unit));
        TIME_DUE(by_hand[round], sums[4], hand_due(starts[i], periods[i].count, periods[i].unit));
        for (int i = 1; i < 5; i++)
            wrong += sums[i] != sums[0];
        ratio[round] = theirs[round] / with[round];
        ratio_alone[round] = theirs[round] / without[round];
    }
    printf("due_day: with its steps %.1f ns, alone %.1f, inside the fold %.1f; %s %.1f; by hand, the plain way %.1f\n",
           median(with, rounds), median(without, rounds), median(inner, rounds), reference_due, median(theirs, rounds),
           median(by_hand, rounds));
    *steps = (measure){median(with, rounds), median(theirs, rounds), median(ratio, rounds)};
    *alone = (measure){median(without, rounds), median(theirs, rounds), median(ratio_alone, rounds)};
    return wrong;
}
