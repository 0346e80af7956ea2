/* What the measures of the benchmark share: a clock, the middle of several rounds, a result. */
#ifndef OMBUD__MEASURE_H
#define OMBUD__MEASURE_H

#include "ombud/law.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_ROUNDS = 64 };

/* Times in nanoseconds; the ratio is the reference's over ours. A reference of 0: there is none. */
typedef struct measure {
    double ours, reference, ratio;
} measure;

/* Processor time: others on the machine do not count. */
static inline double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static inline int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static inline double median(const double *values, size_t count)
{
    double sorted[MAX_ROUNDS];
    memcpy(sorted, values, count * sizeof *values);
    qsort(sorted, count, sizeof *sorted, by_size);
    return count % 2 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
}

/* A due day by the public functions, against the reference: with the steps to it, as an explanation needs, and alone.
   Gives how often they differ. */
int measure_due(size_t rounds, measure *steps, measure *alone);

/* A reason that leads over links; an event and a question with its reason, each given as text. Gives how many are not
   what they should be. */
int measure_asked(const ombud_law *law, const ombud_alloc *alloc, size_t rounds, measure *across, measure *text,
                  measure *question);

#endif
