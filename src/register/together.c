/* Several cases looked at together, of whatever laws; see ombud/register.h. */
#include "ordered.h"

#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/result.h"

#include <string.h>

typedef struct ombud__answers {
    ombud_terms *terms;
    ombud_findings *findings;
} ombud__answers;

struct ombud_together {
    ombud_alloc alloc;
    size_t count;
    ombud__answers *of;
    /* In order; number: the case, item_number: index in its list. */
    ombud__key *duties, *findings;
    size_t duty_count, finding_count;
    ombud_day next; /* OMBUD__NO_DAY: none */
};

static ombud_status no_memory(ombud_error *err)
{
    return ombud__fail(err, OMBUD_E_NOMEM, "there is no memory to answer", "give the allocator more memory");
}

void ombud_together_free(ombud_together *together)
{
    if (together == NULL)
        return;
    ombud_alloc alloc = together->alloc;
    for (size_t i = 0; i < together->count; i++) {
        ombud_terms_free(together->of[i].terms);
        ombud_findings_free(together->of[i].findings);
    }
    ombud__free(&alloc, together->of, together->count * sizeof *together->of);
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

/* The order as an array; the order is freed. */
static ombud_status lay_out(const ombud_together *together, ombud__ordered *order, ombud__key **list, size_t *count)
{
    const ombud__key first = {0, 0, INT32_MIN, 0, 0};
    ombud__place at = ombud__ordered_seek(order, &first);
    size_t left = order->count;
    if (left > 0) {
        *list = ombud__alloc(&together->alloc, left * sizeof **list);
        *count = *list == NULL ? 0 : left;
        for (size_t i = 0; i < *count; i++)
            (*list)[i] = *ombud__ordered_next(&at);
    }
    ombud__ordered_free(order, &together->alloc);
    return *count == left ? OMBUD_OK : OMBUD_E_NOMEM;
}

static ombud_status order_all(ombud_together *together, ombud_error *err)
{
    ombud__ordered duties = {NULL, 0, 0}, findings = {NULL, 0, 0};
    ombud_status status = OMBUD_OK;
    for (size_t i = 0; i < together->count && status == OMBUD_OK; i++) {
        const ombud_terms *terms = together->of[i].terms;
        const ombud_findings *found = together->of[i].findings;
        for (size_t t = 0; t < terms->count && status == OMBUD_OK; t++) {
            const ombud_term *term = &terms->list[t];
            if (term->duty && (term->status == OMBUD_TERM_OPEN || term->status == OMBUD_TERM_OVERDUE))
                status =
                    put(together, &duties, term->no_due == OMBUD_DUE_KNOWN ? (int32_t)term->due : OMBUD__NO_DAY, i, t);
        }
        for (size_t f = 0; f < found->count && status == OMBUD_OK; f++)
            status = put(together, &findings, (int32_t)found->list[f].since, i, f);
    }
    if (status == OMBUD_OK)
        status = lay_out(together, &duties, &together->duties, &together->duty_count);
    if (status == OMBUD_OK)
        status = lay_out(together, &findings, &together->findings, &together->finding_count);
    ombud__ordered_free(&duties, &together->alloc);
    ombud__ordered_free(&findings, &together->alloc);
    return status == OMBUD_OK ? status : no_memory(err);
}

static ombud_status ask_one(ombud_together *together, size_t i, const ombud_case *matter, const ombud_asof *asof,
                            ombud_error *err)
{
    ombud_day next;
    ombud_status status = ombud_case_terms(matter, asof, &together->of[i].terms, err);
    if (status == OMBUD_OK)
        status = ombud_case_findings(matter, asof, &together->of[i].findings, err);
    if (status != OMBUD_OK)
        return status;
    status = ombud_case_next_change(matter, asof, &next, err);
    if (status == OMBUD_OK && next < together->next)
        together->next = next;
    return status == OMBUD_E_NOT_FOUND ? OMBUD_OK : status;
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
        return no_memory(err);
    memset(together, 0, sizeof *together);
    together->alloc = from;
    together->next = OMBUD__NO_DAY;
    together->of = ombud__alloc(&from, count * sizeof *together->of);
    if (together->of != NULL) {
        together->count = count;
        memset(together->of, 0, count * sizeof *together->of);
    } else {
        status = no_memory(err);
    }
    for (size_t i = 0; i < count && status == OMBUD_OK; i++)
        status = ask_one(together, i, cases[i], asof, err);
    if (status == OMBUD_OK)
        status = order_all(together, err);
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
    const ombud__key *key = &together->duties[index];
    ombud_status status = ombud_terms_get(together->of[key->number].terms, (size_t)key->item_number, out);
    if (status == OMBUD_OK)
        *of = (size_t)key->number;
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
    const ombud__key *key = &together->findings[index];
    ombud_status status = ombud_findings_get(together->of[key->number].findings, (size_t)key->item_number, out);
    if (status == OMBUD_OK)
        *of = (size_t)key->number;
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
