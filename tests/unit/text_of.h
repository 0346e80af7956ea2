/*
 * Texts of laws that are too long to be written down: a piece that is repeated with a number in it.
 */
#ifndef TEXT_OF_H
#define TEXT_OF_H

#include "trial.h"

typedef struct text_of {
    char bytes[400000];
    size_t length;
} text_of;

/* `head`, then `each` for every number from `from` to before `to`, with it and the next one in it by turns, at
 * most 16 times, then `tail`. */
static inline void text_of_add(text_of *text, const char *head, const char *each, unsigned from, unsigned to,
                               const char *tail)
{
    size_t room = sizeof text->bytes;
    text->length += (size_t)snprintf(text->bytes + text->length, room - text->length, "%s", head);
    for (unsigned i = from; i < to; i++)
        text->length += (size_t)snprintf(text->bytes + text->length, room - text->length, each, i, i + 1, i, i + 1, i,
                                         i + 1, i, i + 1, i, i + 1, i, i + 1, i, i + 1, i, i + 1);
    text->length += (size_t)snprintf(text->bytes + text->length, room - text->length, "%s", tail);
    assert_true(text->length < room);
}

#endif
