/* May an event given as text happen? Reads the line and hands it to the kernel; nothing is recorded. */
#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"
#include "line.h"

ombud_status ombud_case_may(const ombud_case *matter, const ombud_event *event, const ombud_asof *known_by,
                            ombud_verdict **out, ombud_error *err)
{
    ombud__resolved line;
    ombud_asof asof = OMBUD_ASOF_INIT;
    if (!matter || !event || !out) {
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case, an event and a place for the result",
                           "pass all three");
    }
    if (known_by &&
        ombud__take_sized(&asof, sizeof asof, OMBUD__END_OF(ombud_asof, has_audience), known_by) != OMBUD_OK) {
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the ombud_asof is of no known size",
                           "prepare it with OMBUD_ASOF_INIT");
    }
    if (asof.has_known_by && !ombud__day_in_range(asof.known_by)) {
        return ombud__fail(err, OMBUD_E_RANGE, "the day known by is outside the years 1 to 9999", "give a civil day");
    }
    ombud_status status = ombud__line_read(matter, event, &asof, &line, err);
    if (status != OMBUD_OK) {
        return status;
    }
    if (line.act.type != OMBUD__ACT_EVENT) {
        return ombud__fail(err, OMBUD_E_ARGUMENT, "only an event of the law can be judged",
                           "name an event such as ITEM.EVENT");
    }
    return ombud__case_verdict(matter, &line.act, line.loads, line.newcomer ? line.kind : OMBUD__NONE, line.number,
                               &asof, out, err);
}
