/*
 * A file of the corpus of broken laws, as one text.
 */
#ifndef OMBUD_TEST_BROKEN_LAW_H
#define OMBUD_TEST_BROKEN_LAW_H

#include <stdio.h>
#include <stdlib.h>

#include "trial.h"

/* The caller frees it. */
static inline char *read_text(const char *name)
{
    FILE *stream = fopen(name, "rb");
    assert_non_null(stream);
    char *text = calloc(1, 65536);
    assert_non_null(text);
    size_t length = fread(text, 1, 65535, stream);
    assert_true(length > 0 && length < 65535);
    (void)fclose(stream);
    return text;
}

#endif
