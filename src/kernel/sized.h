/**
 * Structs that carry their own size, so that callers compiled against older or newer headers work with this library.
 *
 * Every such struct begins with `uint32_t struct_size` and has no padding after its last field: the length of a version
 * is then the end of its last field, and a newer caller's fields never hide in padding.
 */
#ifndef OMBUD__SIZED_H
#define OMBUD__SIZED_H

#include <string.h>

#include "ombud/base.h"

/** The length of the version of a struct whose last field is `field`. */
#define OMBUD__END_OF(type, field) (offsetof(type, field) + sizeof(((type *)0)->field))

static inline uint32_t ombud__size_of_sized(const void *sized)
{
    uint32_t size;
    memcpy(&size, sized, sizeof size);
    return size;
}

/**
 * Fills a caller's struct of `size` bytes with defaults, and zeros after them; struct_size becomes `size`.
 *
 * OMBUD_E_ARGUMENT if `dst` is NULL, shorter than version 1, or of a size that struct_size cannot hold.
 */
ombud_status ombud__init_sized(void *dst, size_t size, size_t v1_size, const void *fresh, size_t fresh_size);

/**
 * Takes a caller's struct over defaults that already stand in `dst`, whose struct_size stays as it is.
 *
 * OMBUD_E_ARGUMENT if `src` is NULL or shorter than version 1; OMBUD_E_UNSUPPORTED if it is longer than `dst` and
 * something is set in what this library does not know. On failure `dst` is untouched.
 */
ombud_status ombud__take_sized(void *dst, size_t dst_size, size_t v1_size, const void *src);

/**
 * Gives a result of `src_size` bytes into a caller's struct: at most its struct_size bytes, and struct_size stays.
 *
 * OMBUD_E_ARGUMENT if `dst` is NULL or shorter than version 1. Inline, so that a result of one version costs no call.
 */
static inline ombud_status ombud__give_sized(void *dst, size_t v1_size, const void *src, size_t src_size)
{
    if (!dst || ombud__size_of_sized(dst) < v1_size)
        return OMBUD_E_ARGUMENT;
    size_t size = ombud__size_of_sized(dst);
    size_t skip = sizeof(uint32_t);
    memcpy((char *)dst + skip, (const char *)src + skip, (size < src_size ? size : src_size) - skip);
    return OMBUD_OK;
}

/** Gives a local struct as a result; `last` is the last field of version 1. */
#define OMBUD__GIVE(out, type, local, last) ombud__give_sized((out), OMBUD__END_OF(type, last), &(local), sizeof(local))

#endif
