/* Reading a host's ombud_asof; see asof.h. */
#include "asof.h"

#include "civil.h"
#include "error.h"
#include "sized.h"

ombud_status ombud__take_asof(const ombud_asof *asof, ombud_asof *out, ombud_error *err)
{
    ombud_asof filled = OMBUD_ASOF_INIT;
    ombud_status status = ombud__take_sized(&filled, sizeof filled, OMBUD__END_OF(ombud_asof, reserved), asof);
    if (status == OMBUD_E_UNSUPPORTED || (status == OMBUD_OK && filled.reserved != 0))
        return ombud__fail(err, OMBUD_E_UNSUPPORTED, "the ombud_asof asks for what only a newer library has",
                           "leave what this version does not know at zero");
    if (status != OMBUD_OK)
        return ombud__fail(err, status, "a question needs the day it is asked about",
                           "pass an ombud_asof made with OMBUD_ASOF_INIT");
    if (!ombud__day_in_range(filled.day) || (filled.has_known_by && !ombud__day_in_range(filled.known_by)))
        return ombud__fail(err, OMBUD_E_RANGE, "the day asked about is outside the years 1 to 9999",
                           "ask about a civil day");
    *out = filled;
    return OMBUD_OK;
}
