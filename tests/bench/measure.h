/* What the measures of the benchmark share: a clock, the middle of several rounds, a result. */
#ifndef OMBUD__MEASURE_H
#define OMBUD__MEASURE_H

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_ROUNDS = 64 };

/* Times in nanoseconds; the ratio is the reference's over ours. */
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

#endif
