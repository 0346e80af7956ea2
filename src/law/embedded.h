/*
 * The texts of the laws that were built in, written into a C file by embed.py.
 */
#ifndef OMBUD__EMBEDDED_H
#define OMBUD__EMBEDDED_H

#include <stddef.h>

typedef struct ombud__embedded_law {
    const char *name; /* such as bxl2019 */
    const char *text; /* UTF-8, NUL-terminated */
    size_t length;    /* without the NUL */
} ombud__embedded_law;

/* In the order of the build option `laws`; one more entry of NULLs at the end. */
extern const ombud__embedded_law ombud__embedded_laws[];
extern const size_t ombud__embedded_law_count;

#endif
