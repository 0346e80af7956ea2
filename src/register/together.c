/* Several cases looked at together, of whatever laws; see ombud/register.h. */
#include "ordered.h"

#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"

#include <string.h>

/* What one case answered; only while all are asked. */
typedef struct ombud__answers {
    ombud_terms *terms;
    ombud_findings *findings;
} ombud__answers;

typedef struct ombud__duty_of {
    size_t of; /* the case */
    ombud_term term;
} ombud__duty_of;

typedef struct ombud__finding_of {
    size_t of;
    ombud_finding finding;
} ombud__finding_of;

/* Copies of what the cases answered, for the cases and their memory may be gone before. */
struct ombud_together {
    ombud_alloc alloc;
    ombud__duty_of *duties; /* in order */
    ombud__finding_of *findings;
    size_t duty_count, finding_count;
    ombud_day next; /* OMBUD__NO_DAY: none */
};

void ombud_together_free(ombud_together *together)
{
    if (together == NULL)
        return;
    ombud_alloc alloc = together->alloc;
    ombud__free_wiped(&alloc, together->duties, together->duty_count * sizeof *together->duties);
    ombud__free_wiped(&alloc, together->findings, together->finding_count * sizeof *together->findings);
    ombud__free_wiped(&alloc, together, sizeof *together);
}

/* A key by day, case and index, of which the last has 32 bits. */
static ombud_status put(const ombud_together *together, ombud__ordered *order, int32_t day, size_t of, size_t index)
{
    ombud__key key = {(int64_t)of, (int64_t)index, day, (uint16_t)(index >> 16), (uint16_t)index};
    return ombud__ordered_put(order, &together->alloc, &key);
}

static ombud_status order_duties(const ombud_together *together, const ombud_terms *terms, size_t of,
                                 ombud__ordered *order)
{
    ombud_status status = OMBUD_OK;
    for (size_t t = 0; t < terms->count && status == OMBUD_OK; t++) {
        const ombud_term *term = &terms->list[t];
        if (term->duty && (term->status == OMBUD_TERM_OPEN || term->status == OMBUD_TERM_OVERDUE))
            status = put(together, order, term->no_due == OMBUD_DUE_KNOWN ? (int32_t)term->due : OMBUD__NO_DAY, of, t);
    }
    return status;
}

static ombud_status lay_out_duties(ombud_together *together, const ombud__answers *answers, const ombud__ordered *order)
{
    const ombud__key first = {0, 0, INT32_MIN, 0, 0};
    ombud__place at = ombud__ordered_seek(order, &first);
    if (order->count == 0)
        return OMBUD_OK;
    together->duties = ombud__alloc(&together->alloc, order->count * sizeof *together->duties);
    if (together->duties == NULL)
        return OMBUD_E_NOMEM;
    for (; together->duty_count < order->count; together->duty_count++) {
        const ombud__key *key = ombud__ordered_next(&at);
        together->duties[together->duty_count] =
            (ombud__duty_of){(size_t)key->number, answers[key->number].terms->list[ombud__key_leads_to(key)]};
    }
    return OMBUD_OK;
}

static ombud_status lay_out_findings(ombud_together *together, const ombud__answers *answers,
                                     const ombud__ordered *order)
{
    const ombud__key first = {0, 0, INT32_MIN, 0, 0};
    ombud__place at = ombud__ordered_seek(order, &first);
    if (order->count == 0)
        return OMBUD_OK;
    together->findings = ombud__alloc(&together->alloc, order->count * sizeof *together->findings);
    if (together->findings == NULL)
        return OMBUD_E_NOMEM;
    for (; together->finding_count < order->count; together->finding_count++) {
        const ombud__key *key = ombud__ordered_next(&at);
        together->findings[together->finding_count] =
            (ombud__finding_of){(size_t)key->number, answers[key->number].findings->list[ombud__key_leads_to(key)]};
    }
    return OMBUD_OK;
}

static ombud_status order_all(ombud_together *together, const ombud__answers *answers, size_t count, ombud_error *err)
{
    ombud__ordered duties = {NULL, 0, 0}, findings = {NULL, 0, 0};
    ombud_status status = OMBUD_OK;
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        const ombud_findings *found = answers[i].findings;
        status = order_duties(together, answers[i].terms, i, &duties);
        for (size_t f = 0; f < found->count && status == OMBUD_OK; f++)
            status = put(together, &findings, (int32_t)found->list[f].since, i, f);
    }
    if (status == OMBUD_OK)
        status = lay_out_duties(together, answers, &duties);
    if (status == OMBUD_OK)
        status = lay_out_findings(together, answers, &findings);
    ombud__ordered_free(&duties, &together->alloc);
    ombud__ordered_free(&findings, &together->alloc);
    return status == OMBUD_OK ? status : ombud__fail_no_memory_to_answer(err);
}

static ombud_status ask_one(ombud_together *together, ombud__answers *answers, const ombud_case *matter,
                            const ombud_asof *asof, ombud_error *err)
{
    ombud_day next;
    ombud_error trouble; /* that nothing changes any more is an answer */
    (void)ombud_error_init(&trouble, sizeof trouble);
    ombud_status status = ombud_case_terms(matter, asof, &answers->terms, err);
    if (status == OMBUD_OK)
        status = ombud_case_findings(matter, asof, &answers->findings, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud_case_next_change(matter, asof, &next, &trouble);
    if (status == OMBUD_OK && next < together->next)
        together->next = next;
    return status == OMBUD_OK || status == OMBUD_E_NOT_FOUND ? OMBUD_OK : ombud__fail_as(err, &trouble);
}

static ombud_status ask_all(ombud_together *together, const ombud_case *const *cases, size_t count,
                            const ombud_asof *asof, ombud_error *err)
{
    ombud__answers *answers = ombud__alloc(&together->alloc, count * sizeof *answers);
    ombud_status status = OMBUD_OK;
    if (answers == NULL)
        return ombud__fail_no_memory_to_answer(err);
    memset(answers, 0, count * sizeof *answers);
    for (size_t i = 0; i < count && status == OMBUD_OK; i++)
        status = ask_one(together, &answers[i], cases[i], asof, err);
    if (status == OMBUD_OK)
        status = order_all(together, answers, count, err);
    for (size_t i = 0; i < count; i++) {
        ombud_terms_free(answers[i].terms);
        ombud_findings_free(answers[i].findings);
    }
    ombud__free(&together->alloc, answers, count * sizeof *answers);
    return status;
}

static ombud_status check(const ombud_case *const *cases, size_t count, const ombud_together *const *out,
                          ombud_error *err)
{
    if (cases == NULL || count == 0 || out == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs cases and a place for the result", "pass both");
    if (count > OMBUD_TOGETHER_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "at most 1000 cases are looked at together", "ask in several calls");
    for (size_t i = 0; i < count; i++) {
        if (cases[i] == NULL)
            return ombud__fail(err, OMBUD_E_ARGUMENT, "one of the cases is NULL", "give cases that are there");
    }
    return OMBUD_OK;
}

ombud_status ombud_together_ask(const ombud_case *const *cases, size_t count, const ombud_asof *asof,
                                const ombud_alloc *alloc, ombud_together **out, ombud_error *err)
{
    ombud_alloc from;
    ombud_status status = check(cases, count, (const ombud_together *const *)out, err);
    if (status != OMBUD_OK)
        return status;
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all three functions, or NULL");
    ombud_together *together = ombud__alloc(&from, sizeof *together);
    if (together == NULL)
        return ombud__fail_no_memory_to_answer(err);
    memset(together, 0, sizeof *together);
    together->alloc = from;
    together->next = OMBUD__NO_DAY;
    status = ask_all(together, cases, count, asof, err);
    if (status != OMBUD_OK) {
        ombud_together_free(together);
        return status;
    }
    *out = together;
    return OMBUD_OK;
}

size_t ombud_together_duty_count(const ombud_together *together)
{
    return together == NULL ? 0 : together->duty_count;
}

ombud_status ombud_together_duty(const ombud_together *together, size_t index, size_t *of, ombud_term *out)
{
    if (together == NULL || of == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= together->duty_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__duty_of *found = &together->duties[index];
    ombud_status status = OMBUD__GIVE(out, ombud_term, found->term, reserved);
    if (status == OMBUD_OK)
        *of = found->of;
    return status;
}

size_t ombud_together_finding_count(const ombud_together *together)
{
    return together == NULL ? 0 : together->finding_count;
}

ombud_status ombud_together_finding(const ombud_together *together, size_t index, size_t *of, ombud_finding *out)
{
    if (together == NULL || of == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= together->finding_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__finding_of *found = &together->findings[index];
    ombud_status status = OMBUD__GIVE(out, ombud_finding, found->finding, position);
    if (status == OMBUD_OK)
        *of = found->of;
    return status;
}

ombud_status ombud_together_next_change(const ombud_together *together, ombud_day *out)
{
    if (together == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (together->next == OMBUD__NO_DAY)
        return OMBUD_E_NOT_FOUND;
    *out = together->next;
    return OMBUD_OK;
}
