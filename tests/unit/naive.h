/**
 * A calendar that counts day by day with the schoolbook rules: what the tests of dates compare with.
 */
#ifndef NAIVE_H
#define NAIVE_H

#include <stdint.h>

typedef struct naive {
    int64_t number; /* days since 1970-01-01 */
    int32_t year;
    int32_t month;
    int32_t day;
    int32_t weekday; /* 1 is Monday */
} naive;

/** 0001-01-01, a Monday; that day -719162 is its number shows when 1970-01-01 comes out as 0. */
static inline naive naive_first(void)
{
    naive n = {-719162, 1, 1, 1, 1};
    return n;
}

static inline int32_t naive_month_length(int32_t year, int32_t month)
{
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)) {
        return 29;
    }
    return lengths[month - 1];
}

static inline void naive_next(naive *n)
{
    n->number++;
    n->weekday = n->weekday == 7 ? 1 : n->weekday + 1;
    if (n->day < naive_month_length(n->year, n->month)) {
        n->day++;
    } else if (n->month < 12) {
        n->day = 1;
        n->month++;
    } else {
        n->day = 1;
        n->month = 1;
        n->year++;
    }
}

static inline naive naive_at(int32_t year, int32_t month, int32_t day)
{
    naive n = naive_first();
    while (n.year != year || n.month != month || n.day != day) {
        naive_next(&n);
    }
    return n;
}

#endif
