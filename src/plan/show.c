/*
 * Showing a plan: the public function that checks it and lets a face write.
 */
#include "plan/page.h"

#include "kernel/error.h"
#include "render/wishes.h"

ombud_status ombud_render_plan(const ombud_plan *plan, const ombud_render *how, ombud_sink sink, void *user,
                               ombud_error *err)
{
    ombud_render wishes = OMBUD_RENDER_INIT;
    ombud_plan_findings *findings = NULL;
    ombud__plan_sheet sheet;
    if (!plan)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no plan to render", "pass a plan");
    ombud_status status = ombud__render_take_one(how, sink, OMBUD_FORMAT_HTML, &wishes, err);
    if (status == OMBUD_OK)
        status = ombud_plan_check(plan, &findings, err);
    if (status != OMBUD_OK)
        return status;
    ombud__render_open(&sheet.out, sink, user, wishes.colour);
    sheet.html = wishes.format == OMBUD_FORMAT_HTML;
    sheet.lang = wishes.lang;
    if (wishes.format == OMBUD_FORMAT_JSON)
        ombud__plan_json(&sheet.out, plan, findings, wishes.lang);
    else
        ombud__plan_page(&sheet, plan, findings, wishes.name);
    ombud_plan_findings_free(findings);
    return ombud__render_finish(&sheet.out, err);
}
