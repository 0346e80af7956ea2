/* The case that leads to a situation of a walk, as a text that replays: every fact is stated by somebody who may, on a
 * line of its own, and taken back where the walk took it back. */
#include "walk.h"

#include "witness.h"

#include <string.h>

typedef struct trail {
    const ombud__walking *walk;
    ombud__witness witness;
} trail;

/* A member of the walk as one of the case: an item is the first of its kind, a person stands for a role. */
static uint16_t member_of(trail *t, uint16_t member)
{
    const ombud__walking *walk = t->walk;
    if (member == OMBUD__NOBODY)
        return OMBUD__NOBODY;
    if (member < walk->items)
        return ombud__witness_item(&t->witness, walk->member_kinds[member], walk->blank.things[member].roles);
    return ombud__witness_person(&t->witness, walk->blank.things[member].roles);
}

static int is_said(const trail *t, const ombud__load *load)
{
    return load->truth == OMBUD__YES || !t->walk->law->facts[load->what].silence_no;
}

static void record_facts(trail *t, const ombud__stride *step, int back)
{
    for (size_t i = step->carried; i < (size_t)step->carried + step->stated; i++) {
        const ombud__load *load = &step->loads[i];
        if (is_said(t, load) && (!back || t->walk->cone.facts[load->what] != OMBUD__READ_BETWEEN))
            ombud__witness_fact(&t->witness, step->day, member_of(t, (uint16_t)load->value), load->what,
                                back ? OMBUD__UNKNOWN : load->truth);
    }
}

static void record_event(trail *t, const ombud__stride *step)
{
    ombud__load loads[OMBUD__WALK_LOADS];
    for (size_t i = 0; i < step->carried; i++) {
        loads[i] = step->loads[i];
        if (loads[i].type == OMBUD__LOAD_ITEM)
            loads[i].value = member_of(t, (uint16_t)loads[i].value);
    }
    uint16_t item = member_of(t, step->item);
    ombud__witness_event(&t->witness, step->day, step->what, item, member_of(t, step->by), loads, step->carried);
}

static void record(trail *t, const ombud__stride *step)
{
    switch (step->sort) {
    case OMBUD__STRIDE_ACT:
        record_facts(t, step, 0);
        record_event(t, step);
        record_facts(t, step, 1);
        break;
    case OMBUD__STRIDE_FACT:
        ombud__witness_fact(&t->witness, step->day, member_of(t, step->item), step->what, step->truth);
        break;
    case OMBUD__STRIDE_LINK: {
        uint16_t from = member_of(t, step->item), to = member_of(t, step->other);
        ombud__witness_link(&t->witness, step->day, step->what, from, to);
        break;
    }
    default: break;
    }
}

static void record_way(trail *t, uint32_t situation)
{
    const ombud__situation *all = t->walk->situations;
    size_t count = 0;
    for (uint32_t at = situation; all[at].step.sort != OMBUD__STRIDE_START; at = all[at].step.from)
        count++;
    const ombud__situation **way = ombud__pool_alloc(&t->witness.proof->pool, (count + 1) * sizeof *way);
    if (way == NULL) {
        t->witness.status = OMBUD_E_NOMEM;
        return;
    }
    size_t steps = 0;
    for (uint32_t at = situation; steps < count; at = all[at].step.from)
        way[steps++] = &all[at];
    while (steps-- > 0)
        record(t, &way[steps]->step);
}

/* `expect may` of the event that was judged, whose facts stand already. */
static ombud_view with_may(trail *t, const ombud__stride *step)
{
    const ombud_law *law = t->walk->law;
    char item[OMBUD__WITNESS_NAME], by[OMBUD__WITNESS_NAME], on[16], carried[OMBUD__WALK_CARRIED][OMBUD__WITNESS_NAME];
    const char *lines[11 + 4 * OMBUD__WALK_CARRIED];
    size_t count = 0;
    uint16_t who = member_of(t, step->by);
    lines[count++] = "\non ";
    lines[count++] = ombud__witness_day(step->day, on);
    lines[count++] = "\n  expect may ";
    lines[count++] = law->events[step->what].word.full.ptr;
    lines[count++] = " ";
    lines[count++] = ombud__witness_name(&t->witness, member_of(t, step->item), item);
    if (who != OMBUD__NOBODY) {
        lines[count++] = " by=";
        lines[count++] = ombud__witness_name(&t->witness, who, by);
    }
    for (size_t i = 0; i < step->carried; i++) {
        const ombud__load *load = &step->loads[i];
        ombud__out out = {carried[i], sizeof carried[i], 0};
        ombud__id arg = load->type == OMBUD__LOAD_CHOICE ? law->choices[load->what].arg : load->what;
        const char *value = carried[i];
        switch (load->type) {
        case OMBUD__LOAD_CHOICE: value = law->choices[load->what].word.name.ptr; break;
        case OMBUD__LOAD_DAY: ombud__out_day(&out, load->value); break;
        case OMBUD__LOAD_PERIOD: ombud__out_period(&out, (ombud_period){load->value / 8, load->value % 8}); break;
        default: value = ombud__witness_name(&t->witness, member_of(t, (uint16_t)load->value), carried[i]);
        }
        lines[count++] = " ";
        lines[count++] = law->args[arg].word.name.ptr;
        lines[count++] = "=";
        lines[count++] = value;
    }
    lines[count++] = " ";
    lines[count++] = ombud_ruling_name(OMBUD_PERMITTED, law->force);
    lines[count++] = "\n";
    return ombud__witness_text(&t->witness, lines, count);
}

static const char *state_name(const ombud_law *law, ombud__id kind, uint16_t local)
{
    for (size_t i = 0; i < law->states_count; i++) {
        if (law->states[i].kind == kind && law->states[i].local == local)
            return law->states[i].word.name.ptr;
    }
    return "none";
}

static int is_open(const ombud__fold *fold, const ombud_law *law, uint16_t member, ombud__id term)
{
    return fold->terms[fold->things[member].terms + law->terms[term].local].status == OMBUD_TERM_OPEN;
}

/* The state that was come to, and each duty that is open or overdue. */
static ombud_view with_state(trail *t, int32_t day, ombud__id term)
{
    const ombud_law *law = t->walk->law;
    char item[OMBUD__WITNESS_NAME], on[16];
    const char *lines[8 + 5 * OMBUD_KIND_TERMS_MAX] = {NULL};
    size_t count = 0;
    uint16_t member = member_of(t, 0);
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud__look look;
    asof.day = day;
    if (t->witness.status == OMBUD_OK)
        t->witness.status = ombud__look_at(t->witness.matter, &asof, NULL, &look, NULL);
    if (t->witness.status != OMBUD_OK)
        return ombud__witness_text(&t->witness, lines, 0);
    if (term != OMBUD__NONE && !is_open(look.fold, law, member, term)) {
        ombud__look_free(&look);
        ombud__witness_drop(&t->witness);
        return (ombud_view){NULL, 0};
    }
    ombud__world world = ombud__look_world(&look);
    const ombud__thing *thing = &look.fold->things[member];
    lines[count++] = "\non ";
    lines[count++] = ombud__witness_day(day, on);
    lines[count++] = "\n  expect state ";
    lines[count++] = ombud__witness_name(&t->witness, member, item);
    lines[count++] = " ";
    lines[count++] = state_name(law, thing->kind, thing->state);
    lines[count++] = "\n";
    for (size_t i = 0; i < law->terms_count; i++) {
        if (law->terms[i].kind != thing->kind)
            continue;
        int status = ombud__term_status(&world, &look.fold->terms[thing->terms + law->terms[i].local], member);
        if (status != OMBUD_TERM_OPEN && status != OMBUD_TERM_OVERDUE && status != OMBUD_TERM_EXPIRED)
            continue;
        lines[count++] = law->terms[i].duty ? "  expect duty " : "  expect term ";
        lines[count++] = law->terms[i].word.name.ptr;
        lines[count++] = " ";
        lines[count++] = item;
        lines[count++] = status == OMBUD_TERM_OPEN      ? " open\n"
                         : status == OMBUD_TERM_OVERDUE ? " overdue\n"
                                                        : " expired\n";
    }
    ombud__look_free(&look);
    return ombud__witness_text(&t->witness, lines, count);
}

ombud_view ombud__trail(ombud__walking *walk, uint32_t situation, const ombud__stride *further, int may, ombud__id term)
{
    trail t;
    t.walk = walk;
    if (ombud__witness_begin(walk->proof, walk->settings, &t.witness) != OMBUD_OK) {
        walk->status = OMBUD_E_NOMEM;
        return (ombud_view){NULL, 0};
    }
    (void)member_of(&t, 0);
    record_way(&t, situation);
    if (further == NULL)
        return with_state(&t, walk->situations[situation].step.day, term);
    if (may) {
        record_facts(&t, further, 0);
        return with_may(&t, further);
    }
    record(&t, further);
    return with_state(&t, further->day, term);
}
