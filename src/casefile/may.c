/* May an event given as text happen? Reads the line and hands it to the kernel; nothing is recorded. */
#include "kernel/asof.h"
#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"
#include "line.h"

ombud_status ombud_case_may(const ombud_case *matter, const ombud_event *event, const ombud_asof *given,
                            ombud_verdict **out, ombud_error *err)
{
    ombud__resolved line;
    ombud_asof asof = OMBUD_ASOF_INIT;
    if (!matter || !event || !out)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case, an event and a place for the result",
                           "pass all three");
    ombud_status status = given ? ombud__take_asof(given, &asof, err) : OMBUD_OK;
    if (status != OMBUD_OK)
        return status;
    status = ombud__line_read(matter, event, &asof, &line, err);
    if (status != OMBUD_OK)
        return status;
    if (line.act.type != OMBUD__ACT_EVENT)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "only an event of the law can be judged",
                           "name an event such as ITEM.EVENT");
    return ombud__case_verdict(matter, &line.act, line.loads, line.newcomer ? line.kind : OMBUD__NONE, line.number,
                               &asof, out, err);
}
