/* Cases that show a flaw; see witness.h. */
#include "witness.h"

#include "kernel/error.h"
#include "ombud/case.h"

#include <string.h>

ombud_status ombud__witness_begin(ombud_proof *proof, const ombud_settings *settings, ombud__witness *out)
{
    out->proof = proof;
    out->matter = NULL;
    out->status = ombud_case_new(proof->law, settings, &proof->alloc, &out->matter, NULL);
    if (out->status != OMBUD_OK)
        proof->status = out->status;
    return out->status;
}

void ombud__witness_drop(ombud__witness *witness)
{
    if (witness->status == OMBUD_E_NOMEM)
        witness->proof->status = OMBUD_E_NOMEM;
    ombud_case_free(witness->matter);
    witness->matter = NULL;
}

/* ---- who and what ------------------------------------------------------------------------------------------------ */

static uint16_t join(ombud__witness *w, ombud__id kind, int64_t number, uint64_t roles)
{
    uint16_t member = OMBUD__NOBODY;
    if (w->status == OMBUD_OK)
        w->status = ombud__case_join(w->matter, kind, number, roles, &member, NULL);
    return member;
}

uint16_t ombud__witness_item(ombud__witness *witness, ombud__id kind, uint64_t roles)
{
    return join(witness, kind, 1, roles);
}

/* Each role has a person of its own: role n is held by person n + 2; person 1 is whoever events name, and holds the
 * roles of which links have the name. */
uint16_t ombud__witness_person(ombud__witness *witness, uint64_t roles)
{
    const ombud_law *law = witness->proof->law;
    ombud__id kind = law->person;
    if (kind == OMBUD__NONE || roles == 0)
        return OMBUD__NOBODY;
    uint64_t first = roles & (~roles + 1);
    int64_t number = 2;
    for (uint64_t r = first; r > 1; r >>= 1)
        number++;
    return join(witness, kind, law->linked_roles & first ? 1 : number, first);
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static void push(ombud__witness *w, const ombud__act *act, const ombud__load *loads)
{
    if (w->status == OMBUD_OK)
        w->status = ombud__case_append(w->matter, act, loads, NULL);
}

static ombud__act act_on(int32_t day, uint8_t type, ombud__id what, uint16_t item, uint16_t by, size_t loads)
{
    ombud__act act;
    memset(&act, 0, sizeof act);
    act.day = act.entered = day;
    act.type = type;
    act.what = what;
    act.item = item;
    act.other = OMBUD__NOBODY;
    act.by = by;
    act.loads = (uint16_t)loads;
    return act;
}

void ombud__witness_fact(ombud__witness *witness, int32_t day, uint16_t item, ombud__id fact, int truth)
{
    ombud__load load = {OMBUD__LOAD_FACT, (uint8_t)truth, fact, 0};
    uint16_t by = ombud__witness_person(witness, witness->proof->law->facts[fact].stated_by);
    ombud__act act = act_on(day, OMBUD__ACT_FACT, OMBUD__NONE, item, by, 1);
    push(witness, &act, &load);
}

void ombud__witness_event(ombud__witness *witness, int32_t day, ombud__id event, uint16_t item, uint16_t by,
                          const ombud__load *loads, size_t count)
{
    ombud__act act = act_on(day, OMBUD__ACT_EVENT, event, item, by, count);
    push(witness, &act, loads);
}

void ombud__witness_link(ombud__witness *witness, int32_t day, ombud__id link, uint16_t from, uint16_t to)
{
    ombud__act act = act_on(day, OMBUD__ACT_LINK, link, from, OMBUD__NOBODY, 0);
    act.other = to;
    push(witness, &act, NULL);
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

const char *ombud__witness_name(const ombud__witness *witness, uint16_t member, char buffer[OMBUD__WITNESS_NAME])
{
    ombud__out out = {buffer, OMBUD__WITNESS_NAME, 0};
    buffer[0] = '\0';
    if (member == OMBUD__NOBODY) /* there was no memory for it */
        return buffer;
    const ombud__member *m = &witness->matter->members[member];
    ombud__out_view(&out, witness->proof->law->kinds[m->kind].prefix);
    ombud__out_number(&out, m->number);
    return buffer;
}

const char *ombud__witness_day(int32_t day, char *buffer)
{
    ombud__out out = {buffer, 16, 0};
    ombud__out_day(&out, day);
    return buffer;
}

/* Counts at first, then writes. */
static int to_out(void *user, const char *bytes, size_t length)
{
    ombud__out_view(user, (ombud_view){bytes, length});
    return 0;
}

ombud_view ombud__witness_text(ombud__witness *witness, const char *const *lines, size_t count)
{
    ombud__out out = {NULL, 0, 0};
    char *text = NULL;
    for (int pass = 0; pass < 2 && witness->status == OMBUD_OK; pass++) {
        if (pass == 1) {
            text = ombud__pool_alloc(&witness->proof->pool, out.length + 1);
            if (text == NULL) {
                witness->status = OMBUD_E_NOMEM;
                break;
            }
            out = (ombud__out){text, out.length + 1, 0};
        }
        witness->status = ombud_case_write(witness->matter, to_out, &out, NULL);
        for (size_t i = 0; i < count; i++)
            ombud__out_z(&out, lines[i]);
    }
    ombud_view whole = {text, text == NULL ? 0 : out.length};
    int good = witness->status == OMBUD_OK;
    ombud__witness_drop(witness);
    return good ? whole : (ombud_view){NULL, 0};
}

/* ---- two answers at once ----------------------------------------------------------------------------------------- */

/* The event by which an argument is recorded: it is declared with the first that carries it. */
static ombud__id carrier_of(const ombud_law *law, ombud__id arg)
{
    ombud__id e = 0;
    while (!ombud__event_takes(law, e, arg))
        e++;
    return e;
}

/* What is carried if an argument was, or one of its choices, as assumed; 0: nothing. */
static int load_of(const ombud_law *law, const ombud__assumed *assumed, ombud__id id, int32_t day, ombud__load *out)
{
    const ombud__arg *arg = &law->args[id];
    int carried = arg->carried != OMBUD__NONE && assumed->facts[arg->carried] == OMBUD__YES;
    *out = arg->type == OMBUD__ARG_CHOICE ? (ombud__load){OMBUD__LOAD_CHOICE, 0, arg->choice, 0}
           : arg->type == OMBUD__ARG_DAY  ? (ombud__load){OMBUD__LOAD_DAY, 0, id, day}
                                          : (ombud__load){OMBUD__LOAD_PERIOD, 0, id, 8 + OMBUD_UNIT_MONTHS};
    for (size_t c = arg->choice; c < (size_t)arg->choice + arg->choices; c++) {
        if (assumed->facts[law->choices[c].fact] != OMBUD__YES)
            continue;
        out->what = (ombud__id)c;
        return 1;
    }
    return carried;
}

/* All that an event carries is in one line: another without it would say that it was not carried. */
static void hold_carried(ombud__witness *w, const ombud__assumed *assumed, ombud__id kind, int32_t day, uint16_t item)
{
    const ombud_law *law = w->proof->law;
    for (ombud__id e = 0; e < law->events_count; e++) {
        const ombud__event *event = &law->events[e];
        ombud__load loads[OMBUD__MAX_ARGS];
        size_t count = 0;
        for (size_t i = event->arg; event->kind == kind && i < (size_t)event->arg + event->args; i++) {
            ombud__id arg = law->event_args[i];
            if (carrier_of(law, arg) == e)
                count += (size_t)load_of(law, assumed, arg, day, &loads[count]);
        }
        if (count > 0)
            ombud__witness_event(w, day, e, item, OMBUD__NOBODY, loads, count);
    }
}

/* What events make is made by them: nothing but a false statement would set it otherwise. */
static void hold_facts(ombud__witness *w, const ombud__assumed *assumed, ombud__id kind, int32_t day, uint16_t item)
{
    const ombud_law *law = w->proof->law;
    for (size_t f = 0; f < law->facts_count; f++) {
        const ombud__fact *fact = &law->facts[f];
        if (fact->kind != kind || fact->type != OMBUD__FACT_STATED || assumed->facts[f] == OMBUD__UNKNOWN)
            continue;
        if (fact->made_by != OMBUD__NONE && assumed->facts[f] == OMBUD__YES)
            ombud__witness_event(w, day, fact->made_by, item, OMBUD__NOBODY, NULL, 0);
        else if (fact->made_by == OMBUD__NONE && (assumed->facts[f] == OMBUD__YES || !fact->silence_no))
            ombud__witness_fact(w, day, item, (ombud__id)f, assumed->facts[f]);
    }
}

static int look_on(ombud__witness *w, int32_t day, ombud__look *look)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = day;
    if (w->status == OMBUD_OK)
        w->status = ombud__look_at(w->matter, &asof, NULL, look, NULL);
    return w->status == OMBUD_OK;
}

static int is_clash(ombud__witness *w, ombud__id question, uint16_t item, int32_t day)
{
    ombud__look look;
    size_t yes = 0;
    ombud__id value = OMBUD__NONE;
    if (!look_on(w, day, &look))
        return 0;
    ombud__world world = ombud__look_world(&look);
    const ombud_law *law = w->proof->law;
    for (size_t i = 0; i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        if (row->question != question || row->value == value ||
            ombud__row_holds(&world, world.edition->answers[i], row->when, row->unless, item) != OMBUD__YES)
            continue;
        value = row->value;
        yes++;
    }
    ombud__look_free(&look);
    return yes > 1;
}

static int clash_under(ombud_proof *proof, const ombud_settings *settings, const ombud__assumed *assumed,
                       ombud__id question, int32_t day, ombud_view *text)
{
    ombud__witness w;
    char item[OMBUD__WITNESS_NAME], on[16];
    ombud__id kind = proof->law->questions[question].kind;
    if (ombud__witness_begin(proof, settings, &w) != OMBUD_OK)
        return 0;
    uint16_t member = ombud__witness_item(&w, kind, 0);
    hold_carried(&w, assumed, kind, day, member);
    hold_facts(&w, assumed, kind, day, member);
    if (!is_clash(&w, question, member, day)) {
        ombud__witness_drop(&w);
        return 0;
    }
    ombud_view asked = proof->law->questions[question].word.name;
    const char *const lines[] = {"\non ", ombud__witness_day(day, on),           "\n  expect answer ", asked.ptr,
                                 " ",     ombud__witness_name(&w, member, item), " conflict\n"};
    *text = ombud__witness_text(&w, lines, sizeof lines / sizeof lines[0]);
    return text->len > 0;
}

int ombud__witness_of_clash(ombud_proof *proof, const ombud_settings *scope, const ombud__assumed *assumed,
                            ombud__id question, ombud_view *text)
{
    ombud_settings *settings = NULL;
    ombud_status status = ombud__proof_settings(proof, OMBUD__NONE, scope->area, 1, &settings);
    for (size_t r = 0; status == OMBUD_OK && r < proof->law->readings_count; r++) {
        if (assumed->chosen[r] != OMBUD__NONE)
            ombud__settings_reading(settings, assumed->chosen[r]);
    }
    int32_t from = assumed->edition->from, to = assumed->edition->to;
    int32_t day = from > (int32_t)OMBUD_DAY_MIN ? from : to < (int32_t)OMBUD_DAY_MAX ? to : 0;
    status = status == OMBUD_OK ? ombud__settings_compile(settings, NULL) : status;
    proof->status = status == OMBUD_OK ? proof->status : status;
    int found = status == OMBUD_OK && clash_under(proof, settings, assumed, question, day, text);
    ombud_settings_free(settings);
    return found;
}

/* ---- what is open ------------------------------------------------------------------------------------------------ */

static int is_open(ombud__witness *w, ombud__id fact, ombud__id question, uint16_t item, int32_t day)
{
    ombud__look look;
    int yes = 0, unknown = 0;
    if (!look_on(w, day, &look))
        return 0;
    ombud__world world = ombud__look_world(&look);
    const ombud_law *law = w->proof->law;
    if (fact != OMBUD__NONE)
        unknown = ombud__fact_of(&world, fact, item) == OMBUD__UNKNOWN;
    for (size_t i = 0; fact == OMBUD__NONE && i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        if (row->question != question)
            continue;
        int holds = ombud__row_holds(&world, world.edition->answers[i], row->when, row->unless, item);
        yes |= holds == OMBUD__YES;
        unknown |= holds == OMBUD__UNKNOWN;
    }
    ombud__look_free(&look);
    return unknown && !yes;
}

/* An empty case under what the law says by itself, or with an alternative chosen; the settings must be freed after it.
 */
static int begin_plain(ombud_proof *proof, ombud__id alternative, ombud_settings **settings, ombud__witness *w,
                       int32_t *day)
{
    *settings = NULL;
    ombud_status status = ombud__proof_settings(proof, alternative, OMBUD__NONE, 1, settings);
    status = status == OMBUD_OK ? ombud__settings_compile(*settings, NULL) : status;
    if (status != OMBUD_OK) {
        proof->status = status;
        return 0;
    }
    *day = ombud__proof_day(proof->law, *settings);
    return ombud__witness_begin(proof, *settings, w) == OMBUD_OK;
}

int ombud__witness_of_open(ombud_proof *proof, ombud__id alternative, ombud__id fact, ombud__id question,
                           const ombud__literal *stated, size_t count, ombud_view *text)
{
    const ombud_law *law = proof->law;
    ombud_settings *settings;
    ombud__witness w;
    char item[OMBUD__WITNESS_NAME], on[16];
    int32_t day;
    *text = (ombud_view){NULL, 0};
    if (begin_plain(proof, alternative, &settings, &w, &day)) {
        ombud__id kind = fact != OMBUD__NONE ? law->facts[fact].kind : law->questions[question].kind;
        uint16_t member = ombud__witness_item(&w, kind, 0);
        for (size_t i = 0; i < count; i++) {
            if (stated[i].truth == OMBUD__YES || !law->facts[stated[i].fact].silence_no)
                ombud__witness_fact(&w, day, member, stated[i].fact, stated[i].truth);
        }
        const char *name = ombud__witness_name(&w, member, item);
        const char *const of_fact[] = {"\non ",
                                       ombud__witness_day(day, on),
                                       "\n  expect fact ",
                                       name,
                                       " ",
                                       fact == OMBUD__NONE ? "" : law->facts[fact].word.name.ptr,
                                       " unknown\n"};
        const char *const of_answer[] = {"\non ",
                                         ombud__witness_day(day, on),
                                         "\n  expect answer ",
                                         question == OMBUD__NONE ? "" : law->questions[question].word.name.ptr,
                                         " ",
                                         name,
                                         " undetermined\n"};
        if (is_open(&w, fact, question, member, day))
            *text = ombud__witness_text(&w, fact != OMBUD__NONE ? of_fact : of_answer, 7);
        else
            ombud__witness_drop(&w);
    }
    ombud_settings_free(settings);
    return text->len > 0;
}

ombud_view ombud__witness_of_unmoved(ombud_proof *proof, ombud__id event)
{
    const ombud__event *of = &proof->law->events[event];
    ombud_view text = {NULL, 0};
    ombud_settings *settings;
    ombud__witness w;
    char item[OMBUD__WITNESS_NAME], on[16];
    int32_t day;
    if (begin_plain(proof, OMBUD__NONE, &settings, &w, &day)) {
        uint16_t member = ombud__witness_item(&w, of->kind, 0);
        const char *const lines[] = {
            "\non ", ombud__witness_day(day, on),           "\n  expect may ", of->word.full.ptr,
            " ",     ombud__witness_name(&w, member, item), " not_foreseen\n"};
        text = ombud__witness_text(&w, lines, sizeof lines / sizeof lines[0]);
    }
    ombud_settings_free(settings);
    return text;
}
