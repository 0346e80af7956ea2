/* A host's choices for one law, before they are compiled: readings, lengths, tightened periods, roll, holidays. */
#include "edition.h"

#include "civil.h"
#include "text.h"

#include <string.h>

ombud_status ombud__settings_new(const ombud_law *law, const ombud_alloc *alloc, ombud_settings **out)
{
    ombud_settings *s = ombud__alloc(alloc, sizeof *s);
    int enough = 1;
    if (s == NULL)
        return OMBUD_E_NOMEM;
    memset(s, 0, sizeof *s);
    s->alloc = *alloc;
    s->law = law;
    s->area = OMBUD__NONE;
    ombud__pool_init(&s->pool, alloc);
    s->alternatives = ombud__pool_table(&s->pool, law->alternatives_count, 1, &enough);
    s->length_set = ombud__pool_table(&s->pool, law->lengths_count, 1, &enough);
    s->lengths = ombud__pool_table(&s->pool, law->lengths_count, sizeof *s->lengths, &enough);
    s->period_set = ombud__pool_table(&s->pool, law->terms_count, 1, &enough);
    s->periods = ombud__pool_table(&s->pool, law->terms_count, sizeof *s->periods, &enough);
    s->since_set = ombud__pool_table(&s->pool, law->provisions_count, 1, &enough);
    s->sinces = ombud__pool_table(&s->pool, law->provisions_count, sizeof *s->sinces, &enough);
    if (!enough) {
        ombud_settings_free(s);
        return OMBUD_E_NOMEM;
    }
    for (size_t i = 0; i < law->alternatives_count; i++)
        s->alternatives[i] = law->alternatives[i].initially;
    *out = s;
    return OMBUD_OK;
}

void ombud_settings_free(ombud_settings *settings)
{
    if (settings == NULL)
        return;
    ombud_alloc alloc = settings->alloc;
    ombud__pool_free(&settings->pool);
    ombud__free(&alloc, settings, sizeof *settings);
}

uint64_t ombud_settings_digest(const ombud_settings *settings)
{
    return settings == NULL ? 0 : settings->digest;
}

void ombud__settings_reading(ombud_settings *settings, ombud__id alternative)
{
    const ombud_law *law = settings->law;
    for (size_t i = 0; i < law->alternatives_count; i++) {
        if (law->alternatives[i].reading == law->alternatives[alternative].reading)
            settings->alternatives[i] = i == alternative ? OMBUD__ALT_CHOSEN : OMBUD__ALT_DROPPED;
    }
}

void ombud__settings_area(ombud_settings *settings, ombud__id area)
{
    settings->area = area;
}

void ombud__settings_length(ombud_settings *settings, ombud__id length, ombud_period period)
{
    settings->length_set[length] = 1;
    settings->lengths[length] = period;
}

/* Periods of one family compare exactly; days and months do not compare at all. */
static int64_t in_smallest_unit(ombud_period p, int *family)
{
    *family = ombud__unit_is_days(p.unit) ? 1 : 2;
    return (int64_t)p.count * (p.unit == OMBUD_UNIT_WEEKS ? 7 : p.unit == OMBUD_UNIT_YEARS ? 12 : 1);
}

static int tightens(const ombud__term_row *row, ombud_period host)
{
    int law_family, host_family;
    int64_t law_length = in_smallest_unit(row->period, &law_family);
    int64_t host_length = in_smallest_unit(host, &host_family);
    if (row->within != OMBUD__WITHIN_PERIOD || law_family != host_family)
        return 0;
    switch (row->bound) {
    case OMBUD__AT_MOST: return host_length <= law_length;
    case OMBUD__AT_LEAST: return host_length >= law_length;
    default: return 0;
    }
}

ombud_status ombud__settings_period(ombud_settings *settings, ombud__id term, ombud_period period)
{
    const ombud_law *law = settings->law;
    for (size_t i = 0; i < law->term_rows_count; i++) {
        if (law->term_rows[i].term == term && !tightens(&law->term_rows[i], period))
            return OMBUD_E_CONFLICT;
    }
    settings->period_set[term] = 1;
    settings->periods[term] = period;
    return OMBUD_OK;
}

ombud_status ombud__settings_holiday(ombud_settings *settings, ombud_day day)
{
    size_t at = settings->holiday_count;
    int full = 0;
    while (at > 0 && settings->holidays[at - 1] > day)
        at--;
    if (at > 0 && settings->holidays[at - 1] == day)
        return OMBUD_E_DUPLICATE;
    void *array = settings->holidays;
    if (ombud__pool_push(&settings->pool, &array, &settings->holiday_count, &settings->holiday_capacity,
                         sizeof *settings->holidays, 100000, &full) == NULL)
        return full ? OMBUD_E_LIMIT : OMBUD_E_NOMEM;
    settings->holidays = array;
    memmove(settings->holidays + at + 1, settings->holidays + at,
            (settings->holiday_count - 1 - at) * sizeof *settings->holidays);
    settings->holidays[at] = day;
    return OMBUD_OK;
}

ombud_status ombud__settings_since(ombud_settings *settings, ombud_view name, ombud_day day)
{
    int found = 0;
    for (size_t i = 0; i < settings->law->provisions_count; i++) {
        const ombud__provision *p = &settings->law->provisions[i];
        if (p->has_floor && day < p->floor && ombud__view_is(p->setting, name))
            return OMBUD_E_CONFLICT;
    }
    for (size_t i = 0; i < settings->law->provisions_count; i++) {
        const ombud__provision *p = &settings->law->provisions[i];
        if (ombud__since_is_set(p) && ombud__view_is(p->setting, name)) {
            settings->since_set[i] = 1;
            settings->sinces[i] = (int32_t)day;
            found = 1;
        }
    }
    return found ? OMBUD_OK : OMBUD_E_UNKNOWN_NAME;
}
