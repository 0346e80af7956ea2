/* Recording in a case what a host gives as text: persons, items, events. */
#include "kernel/result.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/sized.h"
#include "kernel/text.h"
#include "line.h"

ombud_status ombud_event_init(ombud_event *event, size_t size)
{
    const ombud_event fresh = OMBUD_EVENT_INIT;
    return ombud__init_sized(event, size, OMBUD__END_OF(ombud_event, line), &fresh, sizeof fresh);
}

static ombud_status fail_null(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed",
                       "give the case and what is to be recorded");
}

/* ---- persons and items ------------------------------------------------------------------------------------------- */

/* The words of a short text of the host, checked. */
static ombud_status words_of(const char *z, ombud__textline *words, ombud_error *err)
{
    size_t length = strlen(z);
    if (length > OMBUD_LINE_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "the text is longer than 64 KiB", "write names only");
    size_t fault = ombud__utf8_fault(z, length);
    if (fault < length)
        return ombud__fail_at(err, OMBUD_E_UTF8, "not valid UTF-8, or a control character", "write UTF-8 text", 1,
                              (uint32_t)fault + 1, z + fault, 1);
    *words = ombud__textline_over(z, length, 1, err);
    return OMBUD_OK;
}

ombud_status ombud_case_person(ombud_case *matter, int64_t number, const char *roles, ombud_error *err)
{
    ombud__textline words;
    uint64_t held = 0;
    uint16_t member;
    if (!matter)
        return fail_null(err);
    if (number < 1 || number > OMBUD_NUMBER_MAX)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "this is no number of a person", "give 1 to OMBUD_NUMBER_MAX");
    ombud__id kind = matter->law->person;
    if (kind == OMBUD__NONE)
        return ombud__fail(err, OMBUD_E_UNKNOWN_NAME, "the law declares no item `person`",
                           "name no persons under this law");
    ombud_status status = words_of(roles ? roles : "", &words, err);
    if (status == OMBUD_OK)
        status = ombud__textline_roles(&words, matter->law, ombud__textline_rest(&words), &held);
    return status == OMBUD_OK ? ombud__case_join(matter, kind, number, held, &member, err) : status;
}

ombud_status ombud_case_item(ombud_case *matter, const char *name, ombud_error *err)
{
    ombud__textline words;
    ombud_view word;
    ombud__id kind;
    int64_t number;
    uint16_t member;
    if (!matter || !name)
        return fail_null(err);
    ombud_status status = words_of(name, &words, err);
    if (status != OMBUD_OK)
        return status;
    ombud__textline_next(&words, &word);
    status = ombud__textline_item(&words, matter->law, word, &kind, &number);
    if (status == OMBUD_OK)
        status = ombud__textline_end(&words);
    return status == OMBUD_OK ? ombud__case_join(matter, kind, number, 0, &member, err) : status;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

ombud_status ombud__line_record(ombud_case *matter, const ombud__resolved *line, ombud_changes **changes,
                                ombud_error *err)
{
    ombud__mark mark = ombud__case_mark(matter);
    ombud_status status = ombud__line_join(matter, line, err);
    if (status == OMBUD_OK)
        status = changes ? ombud__case_append_watched(matter, &line->act, line->loads, changes, err)
                         : ombud__case_append(matter, &line->act, line->loads, err);
    if (status != OMBUD_OK && line->newcomer)
        ombud__case_rewind(matter, mark);
    return status;
}

ombud_status ombud_case_apply(ombud_case *matter, const ombud_event *event, ombud_changes **changes, ombud_error *err)
{
    ombud__resolved line;
    if (!matter || !event)
        return fail_null(err);
    ombud_status status = ombud__line_read_stated(matter, event, &line, err);
    return status == OMBUD_OK ? ombud__line_record(matter, &line, changes, err) : status;
}

/* Refused unless the event is permitted as things stand on its day. Statements, links and strikings-out are no acts
 * under the law. */
static ombud_status judge(const ombud_case *matter, const ombud__resolved *line, ombud_error *err)
{
    ombud__look look;
    ombud__ruling ruling;
    if (line->act.type != OMBUD__ACT_EVENT)
        return OMBUD_OK;
    ombud_status status = ombud__case_suppose(
        matter, &line->act, line->loads, line->newcomer ? line->kind : OMBUD__NONE, INT32_MAX, &look, &ruling, err);
    if (status != OMBUD_OK)
        return status;
    ombud__look_free(&look);
    return ruling.ruling == OMBUD_PERMITTED
               ? OMBUD_OK
               : ombud__fail(err, OMBUD_E_REFUSED, "the law does not permit this event as things stand",
                             "ask whether it may happen, which gives the reasons; record it as an event that happened "
                             "if it did all the same");
}

ombud_status ombud_case_propose(ombud_case *matter, const ombud_event *event, ombud_changes **changes, ombud_error *err)
{
    ombud__resolved line;
    if (!matter || !event)
        return fail_null(err);
    ombud_status status = ombud__line_read_stated(matter, event, &line, err);
    if (status == OMBUD_OK)
        status = judge(matter, &line, err);
    return status == OMBUD_OK ? ombud__line_record(matter, &line, changes, err) : status;
}

ombud_status ombud_case_apply_batch(ombud_case *matter, const ombud_event *events, size_t count, size_t *at,
                                    ombud_error *err)
{
    ombud__resolved line;
    if (!matter || (!events && count > 0))
        return fail_null(err);
    ombud__mark mark = ombud__case_mark(matter);
    /* The caller's version of the struct says how far apart they lie. */
    size_t stride = count > 0 ? ombud__size_of_sized(events) : 0;
    for (size_t i = 0; i < count; i++) {
        const ombud_event *event = (const ombud_event *)(const void *)((const unsigned char *)events + i * stride);
        ombud_status status = ombud__line_read_stated(matter, event, &line, err);
        if (status == OMBUD_OK)
            status = ombud__line_join(matter, &line, err);
        if (status == OMBUD_OK)
            status = ombud__case_push(matter, &line.act, line.loads, err);
        if (status != OMBUD_OK) {
            ombud__case_rewind(matter, mark);
            if (at)
                *at = i;
            return status;
        }
    }
    ombud__case_refold(matter);
    return OMBUD_OK;
}
