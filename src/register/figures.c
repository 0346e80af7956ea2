/* The tables that a law's figure rows define, counted over all cases; see ombud/register.h. */
#include "register.h"

#include "kernel/civil.h"
#include "kernel/enums.h"
#include "kernel/error.h"
#include "kernel/result.h"
#include "kernel/text.h"

#include <string.h>

/* ---- axes -------------------------------------------------------------------------------------------------------- */

static const uint8_t duty_ends[] = {OMBUD_TERM_MET, OMBUD_TERM_MET_LATE, OMBUD_TERM_OVERDUE, OMBUD_TERM_EXCUSED,
                                    OMBUD_TERM_LAPSED};
static const uint8_t term_ends[] = {OMBUD_TERM_EXPIRED, OMBUD_TERM_MET, OMBUD_TERM_MET_LATE, OMBUD_TERM_EXCUSED,
                                    OMBUD_TERM_LAPSED};
/* Behind the ends: the term is open and not yet due, or never opened; neither is in the denominator. */
enum { ENDS = sizeof duty_ends, STILL_OPEN = ENDS, NEVER_OPENED, TERM_VALUES };
static const ombud_truth truths[] = {OMBUD_YES, OMBUD_NO, OMBUD_UNKNOWN};

static uint32_t size_of(const ombud_law *law, const struct ombud__axis *axis, ombud__id kind)
{
    switch (axis->sort) {
    case OMBUD__BY_STATE: return law->kinds[kind].state_count + 1u; /* and no state yet */
    case OMBUD__BY_FACT: return 3;
    case OMBUD__BY_CHOICE: return (uint32_t)law->args[axis->what].choices + 1;
    case OMBUD__BY_TERM: return TERM_VALUES;
    default: return 1;
    }
}

/* Where an item stands on an axis: each item somewhere, so that all tables of the same items have the same total. */
static uint32_t position_of(const ombud__world *world, const struct ombud__axis *axis, uint16_t item)
{
    const ombud_law *law = world->law;
    const ombud__thing *thing = &world->fold->things[item];
    switch (axis->sort) {
    case OMBUD__BY_STATE: return thing->state == 0 ? law->kinds[thing->kind].state_count : thing->state - 1u;
    case OMBUD__BY_FACT: {
        int truth = ombud__fact_of(world, axis->what, item);
        return truth == OMBUD__YES ? 0 : truth == OMBUD__NO ? 1 : 2;
    }
    case OMBUD__BY_CHOICE: {
        const ombud__arg *arg = &law->args[axis->what];
        for (uint32_t c = 0; c < arg->choices; c++) {
            if (ombud__fact_of(world, law->choices[arg->choice + c].fact, item) == OMBUD__YES)
                return c;
        }
        return arg->choices;
    }
    case OMBUD__BY_TERM: {
        const ombud__term *term = &law->terms[axis->what];
        const uint8_t *ends = term->duty ? duty_ends : term_ends;
        int status = ombud__term_status(world, &world->fold->terms[thing->terms + term->local], item);
        for (uint32_t e = 0; e < ENDS; e++) {
            if (ends[e] == status)
                return e;
        }
        return status == OMBUD_TERM_OPEN ? STILL_OPEN : NEVER_OPENED;
    }
    default: return 0;
    }
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static int happened_to(const ombud_figures *figures, const ombud_case *matter, const ombud__figure *figure,
                       uint16_t item)
{
    const ombud_law *law = figures->law;
    for (size_t i = 0; i < matter->acts_count; i++) {
        const ombud__act *act = &matter->acts[i];
        if (act->item != item || act->type != OMBUD__ACT_EVENT || act->day < figures->from || act->day > figures->to ||
            !ombud__act_counts(matter, i, ombud__knowledge_by(INT32_MAX)))
            continue;
        for (size_t e = 0; e < figure->events; e++) {
            if (law->event_lists[figure->event + e] == act->what)
                return 1;
        }
    }
    return 0;
}

static void count_item(const ombud__world *world, struct ombud__tabled *table, const ombud__figure *figure,
                       uint8_t live, uint16_t item)
{
    int truth = ombud__row_holds(world, live, figure->when, figure->unless, item);
    if (truth == OMBUD__NO)
        return;
    if (truth == OMBUD__UNKNOWN) {
        table->unknown++;
        return;
    }
    uint32_t row = position_of(world, &figure->by[0], item), column = position_of(world, &figure->by[1], item);
    const ombud__counts *t = &table->counts;
    t->cells[(size_t)row * t->columns + column]++;
    t->cells[(size_t)(t->rows - 1) * t->columns + column]++;
    if (t->across) {
        t->cells[(size_t)row * t->columns + t->columns - 1]++;
        t->cells[(size_t)t->rows * t->columns - 1]++;
    }
}

static ombud_status count_case(ombud_figures *figures, const ombud_case *matter, ombud_error *err)
{
    ombud__look look;
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = figures->present;
    ombud_status status = ombud__look_at(matter, &asof, NULL, &look, err);
    if (status != OMBUD_OK)
        return status;
    ombud__world world = ombud__look_world(&look);
    ombud__case_strike(matter, ombud__knowledge_by(INT32_MAX));
    for (size_t f = 0; f < figures->count; f++) {
        struct ombud__tabled *table = &figures->of[f];
        const ombud__figure *figure = &figures->law->figures[table->figure];
        for (uint32_t i = 0; i < look.fold->thing_count; i++) {
            const ombud__thing *thing = &look.fold->things[i];
            if (thing->kind != figure->kind ||
                (figure->events > 0 ? !happened_to(figures, matter, figure, (uint16_t)i) : thing->state == 0))
                continue;
            count_item(&world, table, figure, look.edition->figures[table->figure], (uint16_t)i);
        }
    }
    ombud__look_free(&look);
    return OMBUD_OK;
}

static ombud_status lay_out(ombud_figures *figures, struct ombud__tabled *table, ombud__id id)
{
    const ombud__figure *figure = &figures->law->figures[id];
    ombud__counts *t = &table->counts;
    table->figure = id;
    t->across = figure->axes == 2;
    t->rows = size_of(figures->law, &figure->by[0], figure->kind) + 1;
    t->columns = size_of(figures->law, &figure->by[1], figure->kind) + t->across;
    size_t cells = (size_t)t->rows * t->columns;
    t->cells = ombud__alloc(&figures->alloc, cells * sizeof *t->cells);
    t->withheld = ombud__alloc(&figures->alloc, cells);
    if (t->cells == NULL || t->withheld == NULL)
        return OMBUD_E_NOMEM;
    memset(t->cells, 0, cells * sizeof *t->cells);
    memset(t->withheld, 0, cells);
    return OMBUD_OK;
}

static ombud_status count_all(ombud_figures *figures, const ombud_register *reg, ombud_error *err)
{
    const ombud__edition *edition = ombud__edition_on(reg->settings, reg->present);
    for (size_t i = 0; i < reg->law->figures_count; i++) {
        if (edition->figures[i] == OMBUD__ROW_DROPPED)
            continue;
        if (lay_out(figures, &figures->of[figures->count++], (ombud__id)i) != OMBUD_OK)
            return ombud__fail_no_memory_to_answer(err);
    }
    for (size_t s = 0; s < reg->slots_count && figures->count > 0; s++) {
        ombud_status status = reg->slots[s].matter != NULL ? count_case(figures, reg->slots[s].matter, err) : OMBUD_OK;
        if (status != OMBUD_OK)
            return status;
    }
    for (size_t f = 0; f < figures->count; f++)
        ombud__withhold(&figures->of[f].counts, figures->threshold);
    return OMBUD_OK;
}

ombud_status ombud_register_figures(const ombud_register *reg, ombud_day from, ombud_day to, int32_t threshold,
                                    ombud_figures **out, ombud_error *err)
{
    if (reg == NULL || out == NULL || from > to ||
        (threshold != 0 && (threshold < OMBUD_THRESHOLD_MIN || threshold > 1000)))
        return ombud__fail(err, OMBUD_E_ARGUMENT,
                           "figures need a register, a place for the result, a period and a threshold",
                           "give two days in their order, and a threshold of 3 to 1000, or 0");
    if (!ombud__day_in_range(from) || !ombud__day_in_range(to))
        return ombud__fail(err, OMBUD_E_RANGE, "a day of the period is outside the years 1 to 9999", "give civil days");
    ombud_figures *figures = ombud__alloc(&reg->alloc, sizeof *figures);
    size_t room = (reg->law->figures_count + 1) * sizeof *figures->of;
    struct ombud__tabled *of = ombud__alloc(&reg->alloc, room);
    if (figures == NULL || of == NULL) {
        ombud__free(&reg->alloc, figures, sizeof *figures);
        ombud__free(&reg->alloc, of, room);
        return ombud__fail_no_memory_to_answer(err);
    }
    memset(of, 0, room);
    *figures = (ombud_figures){reg->alloc, reg->law, (int32_t)from, (int32_t)to, reg->present, threshold, 0, of};
    ombud_status status = count_all(figures, reg, err);
    if (status != OMBUD_OK) {
        ombud_figures_free(figures);
        return status;
    }
    *out = figures;
    return OMBUD_OK;
}

void ombud_figures_free(ombud_figures *figures)
{
    if (figures == NULL)
        return;
    ombud_alloc alloc = figures->alloc;
    for (size_t f = 0; f < figures->count; f++) {
        const ombud__counts *t = &figures->of[f].counts;
        ombud__free_wiped(&alloc, t->cells, (size_t)t->rows * t->columns * sizeof *t->cells);
        ombud__free_wiped(&alloc, t->withheld, (size_t)t->rows * t->columns);
    }
    ombud__free_wiped(&alloc, figures->of, (figures->law->figures_count + 1) * sizeof *figures->of);
    ombud__free_wiped(&alloc, figures, sizeof *figures);
}

/* ---- reading ----------------------------------------------------------------------------------------------------- */

size_t ombud_figures_count(const ombud_figures *figures)
{
    return figures == NULL ? 0 : figures->count;
}

static ombud_view label_of(const ombud__word *word, ombud_lang lang)
{
    return word->label[lang >= OMBUD_LANG_FR && lang <= OMBUD_LANG_OTHER ? lang - 1 : 0];
}

static ombud_view name_of_axis(const ombud_law *law, const struct ombud__axis *axis)
{
    switch (axis->sort) {
    case OMBUD__BY_STATE: return ombud_view_of("state");
    case OMBUD__BY_FACT: return law->facts[axis->what].word.name;
    case OMBUD__BY_CHOICE: return law->args[axis->what].word.name;
    case OMBUD__BY_TERM: return law->terms[axis->what].word.name;
    default: return ombud_view_of("");
    }
}

static ombud_cell shown(const ombud_figures *figures, int64_t count)
{
    int withheld = count > 0 && count < figures->threshold;
    return (ombud_cell){withheld ? -1 : count, withheld, 0};
}

/* All but what is open or never opened, if what is taken off is shown; the term may stand on either axis. */
static ombud_cell base_of(const ombud_figures *figures, const struct ombud__tabled *table, const ombud__figure *of,
                          int32_t *there)
{
    const ombud__counts *t = &table->counts;
    size_t last = (size_t)t->rows * t->columns - 1;
    int on_rows = of->by[0].sort == OMBUD__BY_TERM, on_columns = of->by[1].sort == OMBUD__BY_TERM;
    ombud_cell base = shown(figures, t->cells[last]);
    *there = on_rows != on_columns;
    for (uint32_t value = STILL_OPEN; *there && value <= NEVER_OPENED; value++) {
        size_t at = on_rows ? (size_t)value * t->columns + t->columns - 1 : (size_t)(t->rows - 1) * t->columns + value;
        base.withheld |= t->withheld[at];
        base.count -= t->cells[at];
    }
    base.withheld |= t->withheld[last];
    base.count = base.withheld ? -1 : base.count;
    base.total = 1;
    return base;
}

ombud_status ombud_figures_get(const ombud_figures *figures, size_t index, ombud_lang lang, ombud_figure *out)
{
    ombud_figure figure = OMBUD_FIGURE_INIT;
    if (figures == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= figures->count)
        return OMBUD_E_NOT_FOUND;
    const ombud_law *law = figures->law;
    const struct ombud__tabled *table = &figures->of[index];
    const ombud__figure *of = &law->figures[table->figure];
    figure.axes = of->axes;
    figure.name = of->word.name;
    figure.label = label_of(&of->word, lang);
    figure.item = law->kinds[of->kind].word.name;
    figure.provision = ombud__provision_or_none(of->row.provision);
    figure.row = ombud__row_index(law, &of->row);
    figure.rows = table->counts.rows - 1;
    figure.columns = (size_t)table->counts.columns - table->counts.across;
    figure.by[0] = name_of_axis(law, &of->by[0]);
    figure.by[1] = name_of_axis(law, &of->by[1]);
    figure.base = base_of(figures, table, of, &figure.has_base);
    figure.unknown = shown(figures, table->unknown);
    return OMBUD__GIVE(out, ombud_figure, figure, unknown);
}

static void name_value(const ombud_law *law, const struct ombud__axis *axis, ombud__id kind, size_t position,
                       ombud_lang lang, ombud_view *name, ombud_view *label)
{
    const ombud__word *word = NULL;
    const char *fixed = "";
    switch (axis->sort) {
    case OMBUD__BY_STATE:
        for (size_t i = 0; i < law->states_count; i++) {
            if (law->states[i].kind == kind && law->states[i].local == position + 1)
                word = &law->states[i].word;
        }
        fixed = ombud_term_status_name(OMBUD_TERM_NONE);
        break;
    case OMBUD__BY_FACT: fixed = ombud__truth_word(truths[position]); break;
    case OMBUD__BY_CHOICE:
        if (position < law->args[axis->what].choices)
            word = &law->choices[law->args[axis->what].choice + position].word;
        else
            fixed = ombud__truth_word(OMBUD_UNKNOWN);
        break;
    case OMBUD__BY_TERM:
        fixed = ombud_term_status_name(position == STILL_OPEN        ? OMBUD_TERM_OPEN
                                       : position == NEVER_OPENED    ? OMBUD_TERM_NONE
                                       : law->terms[axis->what].duty ? duty_ends[position]
                                                                     : term_ends[position]);
        break;
    default: break;
    }
    *name = word != NULL ? word->name : ombud_view_of(fixed);
    *label = word != NULL ? label_of(word, lang) : *name;
}

ombud_status ombud_figures_value(const ombud_figures *figures, size_t index, int32_t axis, size_t position,
                                 ombud_lang lang, ombud_view *name, ombud_view *label)
{
    ombud_figure figure = OMBUD_FIGURE_INIT;
    if (name == NULL || label == NULL || axis < 0 || axis > 1)
        return OMBUD_E_ARGUMENT;
    ombud_status status = ombud_figures_get(figures, index, lang, &figure);
    if (status == OMBUD_OK && position >= (axis == 0 ? figure.rows : figure.columns))
        status = OMBUD_E_NOT_FOUND;
    if (status != OMBUD_OK)
        return status;
    const ombud__figure *of = &figures->law->figures[figures->of[index].figure];
    name_value(figures->law, &of->by[axis], of->kind, position, lang, name, label);
    return OMBUD_OK;
}

ombud_status ombud_figures_cell(const ombud_figures *figures, size_t index, size_t row, size_t column, ombud_cell *out)
{
    if (figures == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    if (index >= figures->count || row >= figures->of[index].counts.rows || column >= figures->of[index].counts.columns)
        return OMBUD_E_NOT_FOUND;
    const ombud__counts *t = &figures->of[index].counts;
    size_t at = row * t->columns + column;
    int total = row + 1 == t->rows || (t->across && column + 1 == t->columns);
    *out = (ombud_cell){t->withheld[at] ? -1 : t->cells[at], t->withheld[at], total};
    return OMBUD_OK;
}
