/**
 * Filling and reading structs that carry their own size; see sized.h.
 */
#include "sized.h"

ombud_status ombud__init_sized(void *dst, size_t size, size_t v1_size, const void *fresh, size_t fresh_size)
{
    if (!dst || size < v1_size || size > UINT32_MAX)
        return OMBUD_E_ARGUMENT;
    uint32_t told = (uint32_t)size;
    memset(dst, 0, size);
    memcpy(dst, fresh, size < fresh_size ? size : fresh_size);
    memcpy(dst, &told, sizeof told);
    return OMBUD_OK;
}

ombud_status ombud__take_sized(void *dst, size_t dst_size, size_t v1_size, const void *src)
{
    if (!src || ombud__size_of_sized(src) < v1_size)
        return OMBUD_E_ARGUMENT;
    size_t size = ombud__size_of_sized(src);
    const char *bytes = src;
    for (size_t i = dst_size; i < size; i++) {
        if (bytes[i] != 0)
            return OMBUD_E_UNSUPPORTED;
    }
    size_t skip = sizeof(uint32_t);
    memcpy((char *)dst + skip, bytes + skip, (size < dst_size ? size : dst_size) - skip);
    return OMBUD_OK;
}
