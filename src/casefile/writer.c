/* Writing a case in the case language, in canonical form: what is read back gives the same bytes. */
#include <string.h>

#include "kernel/audience.h"
#include "kernel/asof.h"
#include "kernel/civil.h"
#include "kernel/enums.h"
#include "kernel/error.h"
#include "kernel/matter.h"
#include "kernel/text.h"
#include "line.h"

/* Where text goes: into a bounded buffer, or in pieces to a sink. */
typedef struct pen {
    ombud__out *out;
    ombud_sink sink;
    void *user;
    int stopped;
    int host_code;
    int first_names; /* words are called as they were first, not as they are today */
    size_t held;
    char piece[1024];
} pen;

static void flush(pen *to)
{
    if (to->held > 0) {
        to->host_code = to->sink(to->user, to->piece, to->held);
        to->stopped = to->host_code != 0;
    }
    to->held = 0;
}

static void put(pen *to, ombud_view text)
{
    if (to->out) {
        ombud__out_view(to->out, text);
        return;
    }
    while (text.len > 0 && !to->stopped) {
        size_t room = sizeof to->piece - to->held;
        size_t fits = text.len < room ? text.len : room;
        memcpy(to->piece + to->held, text.ptr, fits);
        to->held += fits;
        text.ptr += fits;
        text.len -= fits;
        if (to->held == sizeof to->piece)
            flush(to);
    }
}

static void put_z(pen *to, const char *z)
{
    put(to, ombud_view_of(z));
}

static void put_number(pen *to, int64_t number)
{
    char text[24];
    ombud__out out = {text, sizeof text, 0};
    ombud__out_number(&out, number);
    put_z(to, text);
}

static void put_day(pen *to, int64_t day)
{
    char text[16];
    ombud__out out = {text, sizeof text, 0};
    ombud__out_day(&out, day);
    put_z(to, text);
}

static void put_period(pen *to, ombud_period period)
{
    char text[16];
    ombud__out out = {text, sizeof text, 0};
    ombud__out_period(&out, period);
    put_z(to, text);
}

/* A word of the law, whose name of today is `now`. */
static void put_word(pen *to, const ombud_law *law, int sort, ombud__id id, ombud_view now)
{
    put(to, to->first_names ? ombud__first_name(law, sort, id, now) : now);
}

static void put_member(pen *to, const ombud_case *matter, size_t member)
{
    const ombud__member *of = &matter->members[member];
    put_word(to, matter->law, OMBUD__KNOWN_PREFIX, of->kind, matter->law->kinds[of->kind].prefix);
    put_number(to, of->number);
}

static void put_event(pen *to, const ombud_law *law, ombud__id id)
{
    const ombud__event *event = &law->events[id];
    put_word(to, law, OMBUD__KNOWN_KIND, event->kind, law->kinds[event->kind].word.name);
    put_z(to, ".");
    put_word(to, law, OMBUD__KNOWN_EVENT_OF, id, event->word.name);
}

/* ---- a line of the journal --------------------------------------------------------------------------------------- */

static void put_load(pen *to, const ombud_case *matter, const ombud__load *load)
{
    const ombud_law *law = matter->law;
    ombud_period period = {load->value / 8, load->value % 8};
    ombud__id arg = load->type == OMBUD__LOAD_CHOICE ? law->choices[load->what].arg : load->what;
    put_z(to, " ");
    if (load->type == OMBUD__LOAD_FACT)
        put_word(to, law, OMBUD__KNOWN_FACT, load->what, law->facts[load->what].word.name);
    else
        put_word(to, law, OMBUD__KNOWN_ARGUMENT, arg, law->args[arg].word.name);
    put_z(to, "=");
    switch (load->type) {
    case OMBUD__LOAD_FACT: put_z(to, ombud__truth_word(load->truth + OMBUD_NO)); break;
    case OMBUD__LOAD_ITEM: put_member(to, matter, (size_t)load->value); break;
    case OMBUD__LOAD_CHOICE:
        put_word(to, law, OMBUD__KNOWN_CHOICE, load->what, law->choices[load->what].word.name);
        break;
    case OMBUD__LOAD_DAY: put_day(to, load->value); break;
    default: put_period(to, period); break;
    }
}

/* `look` says for whom it is written; NULL: for whoever keeps the case. */
static void put_act(pen *to, const ombud_case *matter, const ombud__act *act, const ombud__look *look)
{
    put_day(to, act->day);
    switch (act->type) {
    case OMBUD__ACT_EVENT:
        put_z(to, " ");
        put_event(to, matter->law, act->what);
        put_z(to, " ");
        put_member(to, matter, act->item);
        break;
    case OMBUD__ACT_FACT:
        put_z(to, " fact ");
        put_member(to, matter, act->item);
        break;
    case OMBUD__ACT_LINK:
        put_z(to, " link ");
        put_member(to, matter, act->item);
        put_z(to, " ");
        put_word(to, matter->law, OMBUD__KNOWN_LINK, act->what, matter->law->links[act->what].word.name);
        put_z(to, " ");
        put_member(to, matter, act->other);
        break;
    default:
        put_z(to, " void ");
        put_number(to, (int64_t)(look ? ombud__shown_position(look, act->struck + 1) : (size_t)act->struck + 1));
        break;
    }
    if (act->by != OMBUD__NOBODY && (!look || !ombud__actor_withheld(look, act))) {
        put_z(to, " by=");
        put_member(to, matter, act->by);
        if (act->as != 0) {
            put_z(to, " as=");
            put_word(to, matter->law, OMBUD__KNOWN_ROLE, (ombud__id)(act->as - 1), ombud__role_named(matter, act));
        }
    }
    if (act->entered != act->day) {
        put_z(to, " entered=");
        put_day(to, act->entered);
    }
    for (size_t i = 0; i < act->loads; i++) {
        const ombud__load *load = &matter->loads[act->load + i];
        if (!look || !ombud__load_withheld(look, act, load))
            put_load(to, matter, load);
    }
}

static ombud_status write_entry(const ombud_case *matter, size_t position, int first_names, char *buffer,
                                size_t capacity, size_t *needed)
{
    if (!matter || (!buffer && capacity > 0))
        return OMBUD_E_ARGUMENT;
    if (position < 1 || position > matter->acts_count)
        return OMBUD_E_NOT_FOUND;
    ombud__out out = {buffer, capacity, 0};
    pen to = {.out = &out, .first_names = first_names};
    put_act(&to, matter, &matter->acts[position - 1], NULL);
    if (needed)
        *needed = out.length;
    return out.length < capacity ? OMBUD_OK : OMBUD_E_LIMIT;
}

ombud_status ombud_case_entry_text(const ombud_case *matter, size_t position, char *buffer, size_t capacity,
                                   size_t *needed)
{
    return write_entry(matter, position, 0, buffer, capacity, needed);
}

ombud_status ombud__entry_chained(const ombud_case *matter, size_t position, char *buffer, size_t capacity,
                                  size_t *needed)
{
    return write_entry(matter, position, 1, buffer, capacity, needed);
}

ombud_status ombud_case_entry_text_for(const ombud_case *matter, const ombud_asof *asof, size_t position, char *buffer,
                                       size_t capacity, size_t *needed)
{
    ombud__look look;
    if (!matter || (!buffer && capacity > 0))
        return OMBUD_E_ARGUMENT;
    if (position < 1 || position > matter->acts_count)
        return OMBUD_E_NOT_FOUND;
    /* Without an audience nothing is withheld, and the case need not be looked at. */
    ombud_asof at = OMBUD_ASOF_INIT;
    ombud_status status = ombud__take_asof(asof, &at, NULL);
    if (status == OMBUD_OK && !at.has_audience)
        return ombud_case_entry_text(matter, position, buffer, capacity, needed);
    status = ombud__look_at(matter, asof, NULL, &look, NULL);
    if (status != OMBUD_OK)
        return status;
    /* The position counts what may be known. */
    const ombud__act *act = matter->acts;
    size_t shown = (size_t)!ombud__act_withheld(&look, act);
    while (shown < position && act + 1 < matter->acts + matter->acts_count) {
        act++;
        shown += (size_t)!ombud__act_withheld(&look, act);
    }
    ombud__out out = {buffer, capacity, 0};
    pen to = {.out = &out};
    status = shown < position ? OMBUD_E_NOT_FOUND : OMBUD_OK;
    if (status == OMBUD_OK) {
        put_act(&to, matter, act, &look);
        if (needed)
            *needed = out.length;
        status = out.length < capacity ? OMBUD_OK : OMBUD_E_LIMIT;
    }
    ombud__look_free(&look);
    return status;
}

/* ---- settings ---------------------------------------------------------------------------------------------------- */

/* Whether the alternatives of a reading differ from what the law has by itself. */
static int reading_differs(const ombud_settings *settings, const ombud__reading *reading)
{
    for (ombud__id i = 0; i < reading->alternatives; i++) {
        size_t at = (size_t)reading->alternative + i;
        if (settings->alternatives[at] != settings->law->alternatives[at].initially)
            return 1;
    }
    return 0;
}

static void put_readings(pen *to, const ombud_settings *settings)
{
    const ombud_law *law = settings->law;
    for (size_t r = 0; r < law->readings_count; r++) {
        const ombud__reading *reading = &law->readings[r];
        if (reading->part != OMBUD__PART_READING || !reading_differs(settings, reading))
            continue;
        for (ombud__id i = 0; i < reading->alternatives; i++) {
            size_t at = (size_t)reading->alternative + i;
            if (settings->alternatives[at] == OMBUD__ALT_CHOSEN) {
                put_z(to, "set reading ");
                put(to, reading->word.name);
                put_z(to, " ");
                put(to, law->alternatives[at].word.name);
                put_z(to, "\n");
            }
        }
    }
}

static void put_named_period(pen *to, const char *statement, ombud_view name, ombud_period period)
{
    put_z(to, statement);
    put(to, name);
    put_z(to, " ");
    put_period(to, period);
    put_z(to, "\n");
}

static void put_settings(pen *to, const ombud_settings *settings)
{
    const ombud_law *law = settings->law;
    put_readings(to, settings);
    if (settings->area != OMBUD__NONE) {
        put_z(to, "set scope ");
        put(to, law->areas[settings->area].word.name);
        put_z(to, "\n");
    }
    for (size_t i = 0; i < law->lengths_count; i++) {
        if (settings->length_set[i])
            put_named_period(to, "set length ", law->lengths[i].word.name, settings->lengths[i]);
    }
    for (size_t i = 0; i < law->terms_count; i++) {
        if (settings->period_set[i])
            put_named_period(to, "set period ", law->terms[i].word.full, settings->periods[i]);
    }
    if (settings->roll != OMBUD_ROLL_NONE) {
        put_z(to, "set roll ");
        put_z(to, ombud__roll_word(settings->roll));
        put_z(to, "\n");
    }
    for (size_t i = 0; i < settings->holiday_count; i++) {
        put_z(to, "set holiday ");
        put_day(to, settings->holidays[i]);
        put_z(to, "\n");
    }
    for (size_t i = 0; i < law->provisions_count; i++) {
        /* A day of that name belongs to every provision that names it; it is written at the first. */
        if (settings->since_set[i] && ombud__since_begins(law, i)) {
            put_z(to, "set since ");
            put(to, law->provisions[i].setting);
            put_z(to, " ");
            put_day(to, settings->sinces[i]);
            put_z(to, "\n");
        }
    }
}

/* ---- who and what is in the case --------------------------------------------------------------------------------- */

/* So many members are looked at in one walk over the journal: the walk needs no memory but this. */
enum { WALK = 4096, UNNAMED = 0, BROUGHT, DECLARED };

static void name_first(unsigned char *how, size_t from, size_t member, unsigned char as)
{
    if (member >= from && member - from < WALK && how[member - from] == UNNAMED)
        how[member - from] = as;
}

/*
 * How members from..from+WALK come into being when the journal is read: brought by the first line that names them, if
 * that is an event that leads from nothing, else declared.
 */
static void find_origins(const ombud_case *matter, size_t from, unsigned char *how)
{
    memset(how, UNNAMED, WALK);
    for (size_t i = 0; i < matter->acts_count; i++) {
        const ombud__act *act = &matter->acts[i];
        int brings = act->type == OMBUD__ACT_EVENT && ombud__event_creates(matter->law, act->what);
        for (size_t j = 0; j < act->loads; j++) {
            const ombud__load *load = &matter->loads[act->load + j];
            if (load->type == OMBUD__LOAD_ITEM)
                name_first(how, from, (size_t)load->value, DECLARED);
        }
        name_first(how, from, act->item, brings ? BROUGHT : DECLARED);
        if (act->type == OMBUD__ACT_LINK)
            name_first(how, from, act->other, DECLARED);
    }
}

static void put_person(pen *to, const ombud_case *matter, size_t member)
{
    const ombud_law *law = matter->law;
    const char *between = " ";
    put_z(to, "person ");
    put_member(to, matter, member);
    for (size_t i = 0; i < law->roles_count; i++) {
        if ((matter->now.things[member].roles >> i & 1) != 0) {
            put_z(to, between);
            put(to, law->roles[i].word.name);
            between = ", ";
        }
    }
    put_z(to, "\n");
}

static void put_members(pen *to, const ombud_case *matter)
{
    unsigned char how[WALK];
    ombud__id person = matter->law->person;
    for (size_t i = 0; i < matter->members_count && !to->stopped; i++) {
        if (i % WALK == 0)
            find_origins(matter, i, how);
        if (matter->members[i].kind == person) {
            put_person(to, matter, i);
        } else if (how[i % WALK] != BROUGHT) {
            put_z(to, "item ");
            put_member(to, matter, i);
            put_z(to, "\n");
        }
    }
}

/* ---- the whole case ---------------------------------------------------------------------------------------------- */

ombud_status ombud_case_write(const ombud_case *matter, ombud_sink sink, void *user, ombud_error *err)
{
    if (!matter || !sink)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed",
                           "give the case and where its text goes");
    pen to = {.sink = sink, .user = user};
    put_z(&to, "law ");
    put(&to, matter->law->name);
    put_z(&to, "\n");
    put_settings(&to, matter->settings);
    if (matter->number > 0) {
        put_z(&to, "case ");
        put_number(&to, matter->number);
        put_z(&to, "\n");
    }
    put_members(&to, matter);
    if (matter->acts_count > 0)
        put_z(&to, "\n");
    for (size_t i = 0; i < matter->acts_count && !to.stopped; i++) {
        put_act(&to, matter, &matter->acts[i], NULL);
        put_z(&to, "\n");
    }
    flush(&to);
    return to.stopped ? ombud__fail_callback(err, to.host_code, "the sink stopped the writing",
                                             "look at the host's own number")
                      : OMBUD_OK;
}
