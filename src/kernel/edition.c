/* Compiling a law under settings into editions: which rows count between two changes of the wording, laid out for the
 * fold. */
#include "edition.h"

#include "civil.h"
#include "error.h"

#include <string.h>

ombud_wording ombud__wording_on(const ombud_settings *settings, ombud__id provision, int32_t day)
{
    return ombud__wording_of(&settings->law->provisions[provision],
                             settings->since_set[provision] ? &settings->sinces[provision] : NULL, day);
}

/* Whether the id of a provision is another, or lies below it: 15.4.a1 below 15.4. */
static int stands_below(ombud_view id, ombud_view above)
{
    return id.len >= above.len && memcmp(id.ptr, above.ptr, above.len) == 0 &&
           (id.len == above.len || id.ptr[above.len] == '.');
}

int ombud__excludes(const ombud_settings *s, const ombud__exclusion *x, ombud__id provision, int32_t day)
{
    return s->area != OMBUD__NONE && x->area == s->area &&
           stands_below(s->law->provisions[provision].id, x->excluded) &&
           (x->row.provision == OMBUD__NONE || ombud__wording_on(s, x->row.provision, day) == OMBUD_WORDING_HELD);
}

/* Whether a provision counts in the scope of the settings. */
static int counts_here(const ombud_settings *s, ombud__id provision, int32_t day)
{
    const ombud_law *law = s->law;
    const ombud__provision *p = &law->provisions[provision];
    if (p->only != OMBUD__NONE && p->only != s->area)
        return 0;
    for (size_t i = 0; i < law->exclusions_count; i++) {
        if (ombud__excludes(s, &law->exclusions[i], provision, day))
            return 0;
    }
    return 1;
}

static uint8_t chosen_of(const ombud_settings *s, const ombud__row *row, int32_t day)
{
    if (row->provision != OMBUD__NONE && !counts_here(s, row->provision, day))
        return OMBUD__ALT_DROPPED;
    return row->alternative == OMBUD__NONE ? OMBUD__ALT_CHOSEN : s->alternatives[row->alternative];
}

static uint8_t row_live(const ombud_settings *s, const ombud__row *row, int32_t day)
{
    uint8_t chosen = chosen_of(s, row, day);
    if (chosen == OMBUD__ALT_DROPPED)
        return OMBUD__ROW_DROPPED;
    if (row->provision != OMBUD__NONE) {
        ombud_wording wording = ombud__wording_on(s, row->provision, day);
        if (wording == OMBUD_WORDING_NOT_HELD)
            return OMBUD__ROW_NO_TEXT;
        if (wording != OMBUD_WORDING_HELD)
            return OMBUD__ROW_DROPPED;
    }
    return chosen == OMBUD__ALT_OPEN ? OMBUD__ROW_OPEN : OMBUD__ROW_LIVE;
}

/* An act outside the days of its provision still happened and moves the item; only the verdict has no text. */
static uint8_t move_live(const ombud_settings *s, const ombud__row *row, int32_t day)
{
    uint8_t live = row_live(s, row, day);
    if (live == OMBUD__ROW_DROPPED && chosen_of(s, row, day) != OMBUD__ALT_DROPPED)
        return OMBUD__ROW_NO_TEXT;
    return live;
}

int ombud__alternative_counts(const ombud_settings *s, ombud__id alternative)
{
    return alternative == OMBUD__NONE || s->alternatives[alternative] != OMBUD__ALT_DROPPED;
}

/* ---- runs: how each term row's period goes under the settings ---------------------------------------------------- */

static void compile_run(const ombud_settings *s, const ombud__term_row *row, ombud__run *run)
{
    const ombud_law *law = s->law;
    memset(run, 0, sizeof *run);
    run->from = OMBUD__FROM_OPENING;
    run->what = run->link = run->carried = run->alternative = run->length = OMBUD__NONE;
    run->plus.unit = OMBUD_UNIT_DAYS;
    for (size_t i = 0; i < row->starts; i++) {
        const ombud__start *start = &law->starts[row->start + i];
        if (start->alternative != OMBUD__NONE && s->alternatives[start->alternative] != OMBUD__ALT_CHOSEN)
            continue;
        run->from = start->from;
        run->what = start->what;
        run->link = start->link;
        run->plus = start->plus;
        run->capped = start->capped;
        run->cap = start->cap;
        run->alternative = start->alternative;
        break;
    }
    if (run->alternative == OMBUD__NONE)
        run->alternative = row->row.alternative;
    run->within = row->within;
    run->period = row->period;
    run->month = row->month;
    run->day = row->day;
    run->again = row->again;
    run->duty = law->terms[row->term].duty;
    run->local = (uint8_t)law->terms[row->term].local;
    run->then = row->then;
    run->roll = row->roll != OMBUD_ROLL_NONE ? row->roll : (uint8_t)s->roll;
    if (row->within == OMBUD__WITHIN_PERIOD && s->period_set[row->term]) {
        run->period = s->periods[row->term];
    } else if (row->within == OMBUD__WITHIN_HOST) {
        run->length = row->what;
        if (s->length_set[row->what]) {
            run->within = OMBUD__WITHIN_PERIOD;
            run->period = s->lengths[row->what];
        }
    } else if (row->within == OMBUD__WITHIN_CARRIED) {
        run->carried = law->args[row->what].slot;
    }
}

/* ---- editions ---------------------------------------------------------------------------------------------------- */

#define STATUS_OF(rows, live)                                                                                          \
    do {                                                                                                               \
        ed->rows = ombud__pool_alloc(&s->pool, law->rows##_count + 1);                                                 \
        if (ed->rows == NULL)                                                                                          \
            return OMBUD_E_NOMEM;                                                                                      \
        for (size_t i = 0; i < law->rows##_count; i++)                                                                 \
            ed->rows[i] = live(s, &law->rows[i].row, ed->from);                                                        \
    } while (0)

static ombud_status compile_edition(ombud_settings *s, ombud__edition *ed)
{
    const ombud_law *law = s->law;
    ombud__draft spare = {NULL, 0};
    STATUS_OF(definitions, row_live);
    STATUS_OF(moves, move_live);
    STATUS_OF(guards, row_live);
    STATUS_OF(term_rows, row_live);
    STATUS_OF(answers, row_live);
    STATUS_OF(requirements, row_live);
    STATUS_OF(withholdings, row_live);
    STATUS_OF(figures, row_live);
    if (ombud__masks_compile(&s->pool, law, ed) != OMBUD_OK)
        return OMBUD_E_NOMEM;
    ed->plans = ombud__pool_alloc(&s->pool, (law->events_count + 1) * sizeof *ed->plans);
    if (ed->plans == NULL)
        return OMBUD_E_NOMEM;
    for (size_t e = 0; e < law->events_count; e++) {
        ed->plans[e] = ombud__plan_of(s, ed, (ombud__id)e, &spare);
        if (ed->plans[e] == NULL)
            return OMBUD_E_NOMEM;
    }
    return OMBUD_OK;
}

/* The days on which a provision's wording changes, in no order; `out` may be NULL to count. */
static size_t change_days(const ombud_settings *s, size_t provision, int32_t *out)
{
    const ombud__provision *p = &s->law->provisions[provision];
    size_t n = 0;
    int32_t days[4];
    if (p->since_kind == OMBUD__SINCE_DAY)
        days[n++] = p->since;
    if (ombud__since_is_set(p) && s->since_set[provision])
        days[n++] = s->sinces[provision];
    if (p->since_kind == OMBUD__SINCE_SETTING && !s->since_set[provision] && p->has_floor)
        days[n++] = p->floor;
    if (p->has_held)
        days[n++] = p->held;
    if (p->has_until && p->until < OMBUD_DAY_MAX)
        days[n++] = p->until + 1;
    if (out != NULL)
        memcpy(out, days, n * sizeof *days);
    return n;
}

static ombud_status lay_out_editions(ombud_settings *s)
{
    size_t most = 1, count = 1;
    for (size_t p = 0; p < s->law->provisions_count; p++)
        most += change_days(s, p, NULL);
    int32_t *days = ombud__pool_alloc(&s->pool, most * sizeof *days);
    if (days == NULL)
        return OMBUD_E_NOMEM;
    days[0] = (int32_t)OMBUD_DAY_MIN;
    for (size_t p = 0; p < s->law->provisions_count; p++) {
        int32_t found[4];
        size_t n = change_days(s, p, found);
        for (size_t i = 0; i < n; i++) {
            size_t at = 0;
            while (at < count && days[at] < found[i])
                at++;
            if (at < count && days[at] == found[i])
                continue;
            memmove(days + at + 1, days + at, (count - at) * sizeof *days);
            days[at] = found[i];
            count++;
        }
    }
    s->editions = ombud__pool_alloc(&s->pool, count * sizeof *s->editions);
    if (s->editions == NULL)
        return OMBUD_E_NOMEM;
    s->edition_count = count;
    for (size_t i = 0; i < count; i++) {
        s->editions[i].from = days[i];
        s->editions[i].to = i + 1 < count ? days[i + 1] - 1 : (int32_t)OMBUD_DAY_MAX;
    }
    return OMBUD_OK;
}

/* ---- the digest of the settings: a checksum of what was chosen, by names ----------------------------------------- */

static uint64_t mix(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *p = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ p[i]) * UINT64_C(1099511628211);
    return hash;
}

static uint64_t mix_number(uint64_t hash, int64_t number)
{
    unsigned char bytes[8];
    for (int i = 0; i < 8; i++)
        bytes[i] = (unsigned char)((uint64_t)number >> (8 * i));
    return mix(hash, bytes, sizeof bytes);
}

static uint64_t digest(const ombud_settings *s)
{
    const ombud_law *law = s->law;
    uint64_t hash = mix(UINT64_C(14695981039346656037), law->name.ptr, law->name.len);
    for (size_t i = 0; i < law->alternatives_count; i++)
        hash = mix_number(hash, s->alternatives[i]);
    for (size_t i = 0; i < law->lengths_count; i++)
        hash = mix_number(hash, s->length_set[i] ? s->lengths[i].count * 8 + s->lengths[i].unit : -1);
    for (size_t i = 0; i < law->terms_count; i++)
        hash = mix_number(hash, s->period_set[i] ? s->periods[i].count * 8 + s->periods[i].unit : -1);
    for (size_t i = 0; i < law->provisions_count; i++)
        hash = mix_number(hash, s->since_set[i] ? s->sinces[i] : INT32_MIN);
    for (size_t i = 0; i < s->holiday_count; i++)
        hash = mix_number(hash, s->holidays[i]);
    hash = mix_number(hash, s->area);
    return mix_number(hash, s->roll);
}

static ombud__pick pick_of(const ombud_law *law, size_t choice)
{
    const ombud__arg *arg = &law->args[law->choices[choice].arg];
    ombud__pick pick = {0, 0};
    for (size_t c = arg->choice; c < (size_t)arg->choice + arg->choices; c++) {
        uint16_t bit = law->facts[law->choices[c].fact].bit;
        if (bit >= 64)
            return (ombud__pick){0, 0};
        pick.all |= (uint64_t)1 << bit;
        if (c == choice)
            pick.yes = (uint64_t)1 << bit;
    }
    return pick;
}

ombud_status ombud__settings_compile(ombud_settings *s, ombud_error *err)
{
    const ombud_law *law = s->law;
    ombud_status status = OMBUD_E_NOMEM;
    s->runs = ombud__pool_alloc(&s->pool, (law->term_rows_count + 1) * sizeof *s->runs);
    s->silence = ombud__pool_alloc(&s->pool, (law->kinds_count + 1) * sizeof *s->silence);
    s->picks = ombud__pool_alloc(&s->pool, (law->choices_count + 1) * sizeof *s->picks);
    s->spots = ombud__pool_alloc(&s->pool, (law->facts_count + 1) * sizeof *s->spots);
    if (s->runs != NULL && s->silence != NULL && s->picks != NULL && s->spots != NULL)
        status = lay_out_editions(s);
    if (status == OMBUD_OK) {
        for (size_t i = 0; i < law->term_rows_count; i++)
            compile_run(s, &law->term_rows[i], &s->runs[i]);
        for (size_t i = 0; i < law->facts_count; i++) {
            const ombud__fact *fact = &law->facts[i];
            uint64_t bit = fact->bit < 64 ? (uint64_t)1 << fact->bit : 0;
            s->spots[i] = (ombud__spot){bit, fact->silence_no ? 0 : bit};
            s->silence[fact->kind] |= fact->silence_no ? bit : 0;
        }
        for (size_t i = 0; i < law->choices_count; i++)
            s->picks[i] = pick_of(law, i);
    }
    for (size_t i = 0; status == OMBUD_OK && i < s->edition_count; i++)
        status = compile_edition(s, &s->editions[i]);
    if (status != OMBUD_OK)
        return ombud__fail_no_memory_for(err, "there is no memory for the compiled law");
    s->digest = digest(s);
    return OMBUD_OK;
}

ombud_status ombud__settings_plain(ombud_law *law, ombud_error *err)
{
    ombud_status status = ombud__settings_new(law, &law->alloc, &law->plain);
    if (status != OMBUD_OK)
        return ombud__fail_no_memory_for(err, "there is no memory for the compiled law");
    return ombud__settings_compile(law->plain, err);
}

const ombud__edition *ombud__edition_on(const ombud_settings *settings, int32_t day)
{
    size_t low = 0, high = settings->edition_count - 1;
    while (low < high) {
        size_t middle = (low + high + 1) / 2;
        if (settings->editions[middle].from <= day)
            low = middle;
        else
            high = middle - 1;
    }
    return &settings->editions[low];
}

const ombud__edition *ombud__edition_near(const ombud__edition *edition, int32_t day)
{
    while (day > edition->to)
        edition++;
    while (day < edition->from)
        edition--;
    return edition;
}
