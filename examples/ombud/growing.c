/*
 * Text that grows as it is written: what must be whole before a byte of it is shown or read.
 */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

int grow(void *user, const char *bytes, size_t length)
{
    growing *to = user;
    if (!to->failed && to->room - to->length <= length) {
        size_t room = (to->length + length + 1) * 2;
        char *grown = realloc(to->text, room);
        to->failed = !grown;
        to->text = grown ? grown : to->text;
        to->room = grown ? room : to->room;
    }
    if (!to->failed) {
        if (length) {
            memcpy(to->text + to->length, bytes, length);
        }
        to->length += length;
        to->text[to->length] = '\0';
    }
    return to->failed;
}

void grow_view(growing *to, ombud_view text)
{
    (void)grow(to, text.ptr, text.len);
}

void grow_z(growing *to, const char *z)
{
    (void)grow(to, z, strlen(z));
}
