/*
 * Text without the C library's formatting: writing into a bounded buffer, comparing views, checking UTF-8.
 */
#ifndef OMBUD__TEXT_H
#define OMBUD__TEXT_H

#include "ombud/date.h"

/* Counts the full length, writes what fits, and always ends with a NUL when `capacity` is not 0. `ptr` may be NULL if
 * `capacity` is 0. */
typedef struct ombud__out {
    char *ptr;
    size_t capacity;
    size_t length;
} ombud__out;

void ombud__out_view(ombud__out *out, ombud_view text);
void ombud__out_z(ombud__out *out, const char *z);
void ombud__out_char(ombud__out *out, char byte);
void ombud__out_number(ombud__out *out, int64_t number);
/* YYYY-MM-DD; `?` outside the years 1 to 9999. */
void ombud__out_day(ombud__out *out, int64_t day);
/* P3M; `?` for what is no period. */
void ombud__out_period(ombud__out *out, ombud_period period);
/* The last `digits` hexadecimal digits, lower case. */
void ombud__out_hex(ombud__out *out, uint64_t number, int digits);

/* Digits without a leading zero, 1 … OMBUD_NUMBER_MAX; 0 if they are none. */
int64_t ombud__number_of(ombud_view digits);
/* Splits r1 into what stands before its last digits, and these; either may be empty. */
void ombud__numbered(ombud_view word, ombud_view *prefix, ombud_view *digits);

int ombud__view_is(ombud_view a, ombud_view b);
int ombud__view_is_z(ombud_view a, const char *z);

/*
 * Offset of the first byte that is no UTF-8, or that begins a control character other than tab, line feed and carriage
 * return; `length` if there is none.
 */
size_t ombud__utf8_fault(const char *text, size_t length);

#endif
