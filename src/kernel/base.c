/**
 * Names of statuses, views, ombud_error and the version.
 */
#include "ombud/base.h"

#include <string.h>

#include "sized.h"

/** Names by number; an array of arrays, so that it needs no relocation. */
static const char status_names[][24] = {
    "OMBUD_OK",          "OMBUD_E_ARGUMENT",     "OMBUD_E_NOMEM",
    "OMBUD_E_LIMIT",     "OMBUD_E_UNSUPPORTED",  "OMBUD_E_RANGE",
    "OMBUD_E_DATE",      "OMBUD_E_PERIOD",       "OMBUD_E_CALENDAR",
    "OMBUD_E_SYNTAX",    "OMBUD_E_UNKNOWN_NAME", "OMBUD_E_DUPLICATE",
    "OMBUD_E_CONFLICT",  "OMBUD_E_UTF8",         "OMBUD_E_NOT_FOUND",
    "OMBUD_E_REFUSED",   "OMBUD_E_CALLBACK",     "OMBUD_E_STATE",
    "OMBUD_E_DIFFERENT",
};

const char *ombud_status_name(ombud_status status)
{
    return (uint32_t)status < sizeof status_names / sizeof status_names[0] ? status_names[status] : "OMBUD_E_?";
}

ombud_view ombud_view_of(const char *z)
{
    ombud_view view = {"", 0};
    if (z) {
        view.ptr = z;
        view.len = strlen(z);
    }
    return view;
}

ombud_status ombud_error_init(ombud_error *err, size_t size)
{
    /* Not OMBUD_ERROR_INIT: a constant that holds pointers would be data that is relocated. */
    ombud_error fresh;
    memset(&fresh, 0, sizeof fresh);
    fresh.message = "";
    fresh.remedy = "";
    return ombud__init_sized(err, size, OMBUD__END_OF(ombud_error, nearest), &fresh, sizeof fresh);
}

#define TEXT_OF(number) #number
#define VERSION_TEXT(major, minor, patch) TEXT_OF(major) "." TEXT_OF(minor) "." TEXT_OF(patch)

uint32_t ombud_version_number(void)
{
    return OMBUD_VERSION_NUMBER;
}

const char *ombud_version_string(void)
{
    return VERSION_TEXT(OMBUD_VERSION_MAJOR, OMBUD_VERSION_MINOR, OMBUD_VERSION_PATCH);
}

ombud_status ombud_version_check(uint32_t header_version, size_t size_of_error)
{
    /* Before 1.0.0 the interface may change with each minor version, from then on with each major one. */
    enum { SERIES = OMBUD_VERSION_MAJOR == 0 ? 1000 : 1000000 };
    if (header_version / SERIES != OMBUD_VERSION_NUMBER / SERIES || size_of_error < OMBUD__END_OF(ombud_error, nearest))
        return OMBUD_E_UNSUPPORTED;
    return OMBUD_OK;
}
