/*
 * The public functions of render.h: take the caller's wishes, gather, and let a face write.
 */
#include "ombud/render.h"

#include "kernel/asof.h"
#include "kernel/error.h"
#include "kernel/known.h"
#include "render/dot.h"
#include "render/figures.h"
#include "render/json.h"
#include "render/scene.h"
#include "render/verdict.h"
#include "render/wishes.h"

static void let_go(ombud__scene *scene)
{
    ombud_timeline_free(scene->timeline);
    ombud_findings_free(scene->findings);
    ombud_findings_free(scene->cured);
    ombud_terms_free(scene->terms);
}

/* Everything a face may show; `whole` also the timeline, the terms and the next change. */
static ombud_status gather(ombud__scene *scene, int whole)
{
    ombud_status status = ombud_case_findings(scene->matter, &scene->asof, &scene->findings, scene->err);
    /* Pictures and calendars show what is; this takes a fold for each day of late entries. */
    if (status == OMBUD_OK && (scene->how.format == OMBUD_FORMAT_TEXT || scene->how.format == OMBUD_FORMAT_JSON))
        status = ombud_case_cured(scene->matter, &scene->asof, &scene->cured, scene->err);
    if (status == OMBUD_OK && whole)
        status = ombud_case_terms(scene->matter, &scene->asof, &scene->terms, scene->err);
    if (status == OMBUD_OK && whole)
        status = ombud_case_timeline(scene->matter, &scene->asof, &scene->timeline, scene->err);
    if (status == OMBUD_OK && whole) {
        /* That there is no such day is an answer, no failure. */
        status = ombud_case_next_change(scene->matter, &scene->asof, &scene->next_change, NULL);
        scene->has_next_change = status == OMBUD_OK;
        if (status == OMBUD_E_NOT_FOUND)
            status = OMBUD_OK;
        else if (status != OMBUD_OK)
            status = ombud__fail(scene->err, status, "the next change cannot be found",
                                 "ask about a day of the years 1 to 9999");
    }
    if (status == OMBUD_OK) {
        status = ombud_case_receipt(scene->matter, &scene->asof, &scene->receipt);
        if (status != OMBUD_OK)
            status =
                ombud__fail(scene->err, status, "the receipt cannot be made", "ask about a day of the years 1 to 9999");
    }
    return status;
}

/* By format; NULL where there is no such face. */
typedef ombud_status (*face)(ombud__scene *scene);
typedef face faces[OMBUD__FORMATS_END];

static ombud_status render(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how, ombud_sink sink,
                           void *user, ombud_error *err, int whole, const faces *known)
{
    ombud__scene scene = {0};
    ombud_asof day = OMBUD_ASOF_INIT;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_status trouble = OMBUD_OK;
    if (!matter || !asof)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no case or no day to render",
                           "pass a case and an ombud_asof");
    ombud_status status = ombud__take_asof(asof, &day, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud__render_take(how, sink, &scene.how, err);
    if (status != OMBUD_OK)
        return status;
    face chosen = (*known)[scene.how.format];
    if (!chosen)
        return ombud__render_not_so(err);
    scene.matter = matter;
    scene.law = ombud_case_law(matter);
    scene.asof = day;
    scene.receipt = receipt;
    scene.err = err;
    scene.trouble = &trouble;
    scene.voice.law = scene.law;
    scene.voice.lang = scene.how.lang;
    (void)ombud_day_civil(day.day, &scene.voice.year, NULL, NULL);
    status = gather(&scene, whole);
    if (status == OMBUD_OK) {
        ombud__render_open(&scene.out, sink, user, scene.how.colour);
        status = chosen(&scene);
        ombud__render_flush(&scene.out);
        if (scene.out.stopped)
            status = ombud__fail_callback(err, scene.out.stopped, "the sink stopped the rendering",
                                          "return 0 from the sink to go on");
        else if (status == OMBUD_OK && trouble != OMBUD_OK)
            status = ombud__fail(err, trouble, "a line of the journal could not be read back",
                                 "give the allocator more memory");
    }
    let_go(&scene);
    return status;
}

ombud_status ombud_render_case(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how,
                               ombud_sink sink, void *user, ombud_error *err)
{
    static const faces known = {[OMBUD_FORMAT_TEXT] = ombud__text_case,
                                [OMBUD_FORMAT_JSON] = ombud__json_case,
                                [OMBUD_FORMAT_SVG] = ombud__svg_case,
                                [OMBUD_FORMAT_ICS] = ombud__ics_case};
    return render(matter, asof, how, sink, user, err, 1, &known);
}

ombud_status ombud_render_findings(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how,
                                   ombud_sink sink, void *user, ombud_error *err)
{
    static const faces known = {[OMBUD_FORMAT_TEXT] = ombud__text_findings, [OMBUD_FORMAT_JSON] = ombud__json_findings};
    return render(matter, asof, how, sink, user, err, 0, &known);
}

ombud_status ombud_render_verdict(const ombud_verdict *verdict, const ombud_render *how, ombud_sink sink, void *user,
                                  ombud_error *err)
{
    ombud_render wishes = OMBUD_RENDER_INIT;
    ombud__render_out out;
    if (!verdict)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no verdict to render", "pass what ombud_case_may() gave");
    ombud_status status = ombud__render_take_one(how, sink, OMBUD_FORMAT_JSON, &wishes, err);
    if (status != OMBUD_OK)
        return status;
    ombud__render_open(&out, sink, user, wishes.colour);
    if (wishes.format == OMBUD_FORMAT_JSON)
        ombud__json_verdict(&out, verdict, &wishes);
    else
        ombud__text_verdict(&out, verdict, &wishes);
    return ombud__render_finish(&out, err);
}

ombud_status ombud_render_law(const ombud_law *law, const char *item, const ombud_render *how, ombud_sink sink,
                              void *user, ombud_error *err)
{
    ombud_render wishes = OMBUD_RENDER_INIT;
    ombud__render_out out;
    if (!law)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no law to render", "pass a law");
    ombud_status status = ombud__render_take(how, sink, &wishes, err);
    if (status != OMBUD_OK)
        return status;
    if (how && how->format && wishes.format != OMBUD_FORMAT_DOT)
        return ombud__render_not_so(err);
    size_t first = 0, end = law->kinds_count;
    if (item) {
        first = ombud__known_id(law, OMBUD__KNOWN_MACHINE, OMBUD__NONE, ombud_view_of(item));
        if (first == OMBUD__NONE)
            return ombud__fail_unknown(err, law, OMBUD__KNOWN_MACHINE, OMBUD__NONE, ombud_view_of(item),
                                       "the law has no items with states of this name",
                                       "`ombud words` lists what it declares");
        end = first + 1;
    }
    const ombud__voice voice = {law, wishes.lang, 0};
    ombud__render_open(&out, sink, user, 0);
    ombud__dot_law(&out, &voice, first, end);
    return ombud__render_finish(&out, err);
}

ombud_status ombud_render_figures(const ombud_figures *figures, const ombud_render *how, ombud_sink sink, void *user,
                                  ombud_error *err)
{
    ombud_render wishes = OMBUD_RENDER_INIT;
    ombud__render_out out;
    if (!figures)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there are no figures to render",
                           "pass what ombud_register_figures() gave");
    ombud_status status = ombud__render_take_one(how, sink, OMBUD_FORMAT_CSV, &wishes, err);
    if (status != OMBUD_OK)
        return status;
    ombud__render_open(&out, sink, user, wishes.colour);
    ombud__figures_write(&out, figures, &wishes);
    return ombud__render_finish(&out, err);
}
