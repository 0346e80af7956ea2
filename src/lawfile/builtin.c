/* The built-in laws: embedded texts, read by the same code as a host's own. */
#include "kernel/error.h"
#include "law/embedded.h"
#include "ombud/law.h"

#include <string.h>

static const ombud__embedded_law *find(const char *name)
{
    for (size_t i = 0; i < ombud__embedded_law_count; i++) {
        if (strcmp(ombud__embedded_laws[i].name, name) == 0)
            return &ombud__embedded_laws[i];
    }
    return NULL;
}

size_t ombud_law_builtin_count(void)
{
    return ombud__embedded_law_count;
}

const char *ombud_law_builtin_name(size_t index)
{
    return index < ombud__embedded_law_count ? ombud__embedded_laws[index].name : NULL;
}

ombud_status ombud_law_builtin_text(const char *name, ombud_view *out)
{
    if (!name || !out)
        return OMBUD_E_ARGUMENT;
    const ombud__embedded_law *law = find(name);
    if (!law)
        return OMBUD_E_NOT_FOUND;
    out->ptr = law->text;
    out->len = law->length;
    return OMBUD_OK;
}

ombud_status ombud_law_builtin(const char *name, const ombud_alloc *alloc, ombud_law **out, ombud_error *err)
{
    if (!name || !out)
        return ombud__fail(err, OMBUD_E_ARGUMENT,
                           "a built-in law is read by its name into a pointer, and one is missing", "pass both");
    const ombud__embedded_law *law = find(name);
    if (law)
        return ombud_law_parse(law->text, law->length, alloc, out, err);
    ombud_view wanted = ombud_view_of(name);
    size_t distance = ombud__nearest_limit(wanted) + 1;
    ombud__fail_at(err, OMBUD_E_NOT_FOUND, "no built-in law has this name", "ombud_law_builtin_name() lists them", 0, 0,
                   name, wanted.len);
    ombud__nearest_word(err, wanted, ombud__embedded_laws, sizeof ombud__embedded_laws[0], SIZE_MAX, &distance);
    return OMBUD_E_NOT_FOUND;
}
