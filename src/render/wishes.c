/* What a caller asks of a rendering, and how one ends; see wishes.h. */
#include "render/wishes.h"

#include "kernel/error.h"
#include "kernel/sized.h"

ombud_status ombud__render_take(const ombud_render *how, ombud_sink sink, ombud_render *out, ombud_error *err)
{
    ombud_render wishes = OMBUD_RENDER_INIT;
    if (!sink)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no sink to write to",
                           "pass a function that takes the bytes");
    if (how) {
        ombud_status status = ombud__take_sized(&wishes, sizeof wishes, OMBUD__END_OF(ombud_render, name), how);
        if (status != OMBUD_OK)
            return ombud__fail(err, status, "the wishes for the rendering cannot be read",
                               "set struct_size with OMBUD_RENDER_INIT");
    }
    wishes.format = wishes.format ? wishes.format : OMBUD_FORMAT_TEXT;
    wishes.lang = wishes.lang ? wishes.lang : OMBUD_LANG_EN;
    if (wishes.format < OMBUD_FORMAT_TEXT || wishes.format >= OMBUD__FORMATS_END)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "no such format", "OMBUD_FORMAT_TEXT or another of that list");
    if (wishes.lang < OMBUD_LANG_EN || wishes.lang > OMBUD_LANG_OTHER)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "no such language",
                           "OMBUD_LANG_EN, OMBUD_LANG_FR, OMBUD_LANG_NL or OMBUD_LANG_OTHER");
    if (wishes.name.len && (!wishes.name.ptr || ombud__utf8_fault(wishes.name.ptr, wishes.name.len) != wishes.name.len))
        return ombud__fail(err, OMBUD_E_UTF8, "the name for the heading is not UTF-8",
                           "pass UTF-8 without control characters");
    *out = wishes;
    return OMBUD_OK;
}

ombud_status ombud__render_not_so(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_ARGUMENT, "this is not rendered in that format",
                       "a case as text, JSON, SVG or ICS; findings and a verdict as text or JSON; a law as DOT; "
                       "a plan as text, JSON or HTML; figures as text, JSON or CSV");
}

ombud_status ombud__render_take_one(const ombud_render *how, ombud_sink sink, ombud_format further, ombud_render *out,
                                    ombud_error *err)
{
    ombud_status status = ombud__render_take(how, sink, out, err);
    if (status != OMBUD_OK)
        return status;
    return out->format == OMBUD_FORMAT_TEXT || out->format == OMBUD_FORMAT_JSON || out->format == further
               ? OMBUD_OK
               : ombud__render_not_so(err);
}

ombud_status ombud__render_finish(ombud__render_out *out, ombud_error *err)
{
    ombud__render_flush(out);
    return out->stopped ? ombud__fail_callback(err, out->stopped, "the sink stopped the rendering",
                                               "return 0 from the sink to go on")
                        : OMBUD_OK;
}
