/* A line of a journal, resolved; see line.h. docs/case-language.md says what a line may hold. */
#include "line.h"

#include <string.h>

#include "kernel/audience.h"
#include "kernel/civil.h"
#include "kernel/error.h"
#include "kernel/sized.h"
#include "kernel/text.h"

/* What is at hand while one line is read. */
typedef struct reading {
    const ombud_case *matter;
    const ombud_law *law;
    const ombud__look *look; /* what the audience may know, through which names are looked up; NULL: everything */
    ombud__textline *words;
    ombud__resolved *out;
    int by_said, entered_said;
    ombud_view as; /* the key of the role in which somebody acts, to point at */
    ombud_view keys[OMBUD__LINE_LOADS]; /* of the loads, to point at */
} reading;

/* ---- what a line carries ----------------------------------------------------------------------------------------- */

static ombud_status add_load(reading *at, ombud_view key, ombud__load load)
{
    ombud__resolved *out = at->out;
    int is_fact = load.type == OMBUD__LOAD_FACT;
    for (uint16_t i = 0; i < out->act.loads; i++) {
        const ombud__load *other = &out->loads[i];
        int same = load.type == OMBUD__LOAD_CHOICE && other->type == OMBUD__LOAD_CHOICE
                       ? at->law->choices[load.what].arg == at->law->choices[other->what].arg
                       : load.type == other->type && load.what == other->what;
        if (same)
            return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE,
                                        is_fact ? "this fact is stated twice on one line"
                                                : "this argument is given twice",
                                        "leave one of the two out");
    }
    if (out->act.loads == OMBUD__LINE_LOADS)
        return ombud__textline_fail(at->words, key, OMBUD_E_LIMIT, "a line carries at most 64 arguments and facts",
                                    "state the others on a line `fact ITEM …` of the same day");
    at->keys[out->act.loads] = key;
    out->loads[out->act.loads++] = load;
    return OMBUD_OK;
}

static ombud_status read_carried_item(reading *at, const ombud__arg *arg, ombud_view value, ombud__load *load)
{
    uint16_t member = OMBUD__NOBODY;
    ombud_status status = ombud__textline_member(at->words, at->matter, at->look, value, &member);
    if (status != OMBUD_OK)
        return status;
    if (at->matter->members[member].kind != arg->of_kind)
        return ombud__textline_fail(at->words, value, OMBUD_E_CONFLICT, "the argument carries an item of another kind",
                                    "name an item of the kind that the law declares for it");
    load->type = OMBUD__LOAD_ITEM;
    load->value = member;
    return OMBUD_OK;
}

static ombud_status read_argument(reading *at, ombud__id arg_id, ombud_view key, ombud_view value)
{
    const ombud__arg *arg = &at->law->args[arg_id];
    ombud__load load = {0, 0, arg_id, 0};
    ombud_day day = 0;
    ombud_period period = {0, 0};
    ombud_status status = OMBUD_OK;
    switch (arg->type) {
    case OMBUD__ARG_ITEM: status = read_carried_item(at, arg, value, &load); break;
    case OMBUD__ARG_CHOICE:
        status =
            ombud__textline_known(at->words, at->law, OMBUD__KNOWN_CHOICE, arg_id, value, &load.what,
                                  "the argument has no such choice", "write a choice that the law declares for it");
        load.type = OMBUD__LOAD_CHOICE;
        break;
    case OMBUD__ARG_DAY:
        status = ombud__textline_day(at->words, value, &day);
        load.type = OMBUD__LOAD_DAY;
        load.value = (int32_t)day;
        break;
    default:
        status = ombud__textline_period(at->words, value, &period);
        load.type = OMBUD__LOAD_PERIOD;
        load.value = period.count * 8 + period.unit;
        break;
    }
    return status == OMBUD_OK ? add_load(at, key, load) : status;
}

/* Facts may stand on the line of an event too. */
static int states_facts(const ombud__act *act)
{
    return act->type == OMBUD__ACT_EVENT || act->type == OMBUD__ACT_FACT;
}

static ombud_status fail_unknown_key(const reading *at, ombud_view key)
{
    static const char *const fixed[] = {"by", "entered", "as"};
    const ombud_law *law = at->law;
    const ombud__act *act = &at->out->act;
    ombud_error *err = at->words->err;
    size_t distance = ombud__nearest_limit(key) + 1;
    if (states_facts(act) && ombud__known_id(law, OMBUD__KNOWN_STATED, OMBUD__NONE, key) != OMBUD__NONE)
        return ombud__textline_fail(at->words, key, OMBUD_E_UNKNOWN_NAME, "a fact of other items, not of this one",
                                    "state it of an item that has it; `ombud words LAW` lists the facts of each");
    ombud__textline_fail(at->words, key, OMBUD_E_UNKNOWN_NAME,
                         act->type == OMBUD__ACT_EVENT  ? "neither an argument of this event nor a fact of its item"
                         : act->type == OMBUD__ACT_FACT ? "no fact of this item"
                                                        : "only by= and entered= may stand here",
                         states_facts(act) ? "write by=, as=, entered=, or a name that the law declares"
                                           : "write by= or entered=, or leave it away");
    ombud__nearest_word(err, key, fixed, sizeof fixed[0], states_facts(act) ? 3 : 2, &distance);
    if (act->type == OMBUD__ACT_EVENT) {
        const ombud__event *event = &law->events[act->what];
        for (ombud__id i = 0; i < event->args; i++)
            ombud__nearest(err, key, law->args[law->event_args[event->arg + i]].word.name, &distance);
    }
    if (states_facts(act))
        ombud__offer_known(err, law, OMBUD__KNOWN_STATED, at->out->kind, key, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

static ombud_status read_fact(reading *at, ombud_view key, ombud_view value)
{
    const ombud_law *law = at->law;
    ombud__load load = {OMBUD__LOAD_FACT, 0, ombud__known_id(law, OMBUD__KNOWN_TOLD, at->out->kind, key), 0};
    if (load.what == OMBUD__NONE)
        return fail_unknown_key(at, key);
    if (law->facts[load.what].type == OMBUD__FACT_DEFINED)
        return ombud__textline_fail(at->words, key, OMBUD_E_CONFLICT, "the law defines this fact; nobody states it",
                                    "state the facts from which it follows");
    ombud_status status = ombud__textline_truth(at->words, value, &load.truth);
    return status == OMBUD_OK ? add_load(at, key, load) : status;
}

static ombud_status read_by(reading *at, ombud_view key, ombud_view value)
{
    if (at->by_said)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "who acts is named twice",
                                    "leave one of the two out");
    at->by_said = 1;
    ombud_status status = ombud__textline_member(at->words, at->matter, at->look, value, &at->out->act.by);
    if (status == OMBUD_OK && at->matter->members[at->out->act.by].kind != at->law->person)
        return ombud__textline_fail(at->words, value, OMBUD_E_CONFLICT, "only a person acts",
                                    "name a person after by=");
    return status;
}

static ombud_status read_as(reading *at, ombud_view key, ombud_view value)
{
    ombud__id role = OMBUD__NONE;
    if (at->out->act.as != 0)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "the role in which they act is given twice",
                                    "leave one of the two out");
    ombud_status status = ombud__textline_known(at->words, at->law, OMBUD__KNOWN_ROLE, OMBUD__NONE, value, &role,
                                                "the law has no such role", "write a role that the law declares");
    at->out->act.as = (uint16_t)(role + 1);
    at->as = key;
    return status;
}

static ombud_status read_entered(reading *at, ombud_view key, ombud_view value)
{
    ombud_day day;
    if (at->entered_said)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "the day it was entered is given twice",
                                    "leave one of the two out");
    at->entered_said = 1;
    ombud_status status = ombud__textline_day(at->words, value, &day);
    if (status == OMBUD_OK)
        at->out->act.entered = (int32_t)day;
    return status;
}

static ombud_status read_pair(reading *at, ombud_view word)
{
    ombud_view key, value;
    const ombud__act *act = &at->out->act;
    if (!ombud__textline_pair(word, &key, &value) || key.len == 0 || value.len == 0)
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "NAME=VALUE is expected",
                                    "write by=, as=, entered=, an argument or a fact, without spaces around =");
    if (ombud__view_is_z(key, "by"))
        return read_by(at, key, value);
    if (ombud__view_is_z(key, "entered"))
        return read_entered(at, key, value);
    if (ombud__view_is_z(key, "as") && states_facts(act))
        return read_as(at, key, value);
    if (act->type == OMBUD__ACT_EVENT) {
        const ombud__event *event = &at->law->events[act->what];
        for (ombud__id i = 0; i < event->args; i++) {
            ombud__id arg = at->law->event_args[event->arg + i];
            if (ombud__view_is(at->law->args[arg].word.name, key))
                return read_argument(at, arg, key, value);
        }
        /* By an old name: the arguments of every item are gone through for it, so only where there are such names. */
        ombud__id arg = at->law->aliases_count == 0
                            ? OMBUD__NONE
                            : ombud__known_id(at->law, OMBUD__KNOWN_ARGUMENT, at->out->kind, key);
        if (arg != OMBUD__NONE && ombud__event_takes(at->law, act->what, arg))
            return read_argument(at, arg, key, value);
    }
    return states_facts(act) ? read_fact(at, key, value) : fail_unknown_key(at, key);
}

/* ---- the sorts of lines ------------------------------------------------------------------------------------------ */

/* The next word must be an item of the case. */
static ombud_status next_member(reading *at, uint16_t *member)
{
    ombud_view word;
    if (!ombud__textline_next(at->words, &word))
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "the line ends where an item is expected",
                                    "name the item, such as r1");
    return ombud__textline_member(at->words, at->matter, at->look, word, member);
}

static ombud_status begin_fact(reading *at)
{
    ombud__resolved *out = at->out;
    out->act.type = OMBUD__ACT_FACT;
    ombud_status status = next_member(at, &out->act.item);
    if (status == OMBUD_OK) {
        out->kind = at->matter->members[out->act.item].kind;
        out->number = at->matter->members[out->act.item].number;
    }
    return status;
}

static ombud_status begin_link(reading *at)
{
    const ombud_law *law = at->law;
    ombud__resolved *out = at->out;
    ombud_view name;
    ombud_status status = begin_fact(at);
    out->act.type = OMBUD__ACT_LINK;
    if (status != OMBUD_OK)
        return status;
    if (!ombud__textline_next(at->words, &name))
        return ombud__textline_fail(at->words, name, OMBUD_E_SYNTAX, "the line ends where a link is expected",
                                    "write link ITEM LINK ITEM");
    status = ombud__textline_known(at->words, law, OMBUD__KNOWN_LINK, out->kind, name, &out->act.what,
                                   "no such link leads from this item", "write a link that the law declares for it");
    if (status == OMBUD_OK)
        status = next_member(at, &out->act.other);
    if (status == OMBUD_OK && at->matter->members[out->act.other].kind != law->links[out->act.what].to)
        return ombud__textline_fail(at->words, name, OMBUD_E_CONFLICT, "the link does not lead to an item of that kind",
                                    "name an item of the kind that the law declares for the link");
    return status;
}

static ombud_status begin_void(reading *at)
{
    ombud__act *act = &at->out->act;
    ombud_view word;
    act->type = OMBUD__ACT_VOID;
    ombud__textline_next(at->words, &word);
    int64_t position = ombud__number_of(word);
    if (position == 0)
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "the position of a line is expected",
                                    "write void and the position of a line of the journal, from 1");
    size_t lines = at->matter->acts_count;
    if ((uint64_t)position > (at->look ? ombud__shown_position(at->look, lines) : lines))
        return ombud__textline_fail(at->words, word, OMBUD_E_NOT_FOUND,
                                    "the journal has no line at this position so far",
                                    "count the lines of the journal from 1; the line must stand above");
    act->struck = (uint32_t)(position - 1);
    return OMBUD_OK;
}

/* An event's own item may be new: then the case does not have it yet, and a move must lead from nothing. */
static ombud_status begin_event(reading *at, ombud_view name)
{
    ombud__resolved *out = at->out;
    ombud_view word;
    out->act.type = OMBUD__ACT_EVENT;
    ombud_status status = ombud__textline_known(at->words, at->law, OMBUD__KNOWN_EVENT, OMBUD__NONE, name,
                                                &out->act.what, "the law has no such event",
                                                "write ITEM.EVENT as the law declares it, or fact, link or void");
    if (status != OMBUD_OK)
        return status;
    if (!ombud__textline_next(at->words, &word))
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "the line ends where an item is expected",
                                    "name the item to which the event happens, such as r1");
    status = ombud__textline_item(at->words, at->law, word, &out->kind, &out->number);
    if (status != OMBUD_OK)
        return status;
    if (out->kind != at->law->events[out->act.what].kind)
        return ombud__textline_fail(at->words, word, OMBUD_E_CONFLICT, "the event belongs to another kind of item",
                                    "name an item of the kind that stands before the dot of the event");
    out->act.item = ombud__case_member(at->matter, out->kind, out->number);
    if (out->act.item != OMBUD__NOBODY && !at->look)
        return OMBUD_OK;
    if (out->kind == at->law->person || !ombud__event_creates(at->law, out->act.what))
        return ombud__textline_member(at->words, at->matter, at->look, word, &out->act.item);
    /* What the audience may not know is to it as new as what is not there. */
    if (out->act.item != OMBUD__NOBODY && !ombud__member_withheld(at->look, out->act.item))
        return OMBUD_OK;
    if (at->matter->members_count >= OMBUD_CASE_ITEMS_MAX)
        return ombud__textline_fail(at->words, word, OMBUD_E_LIMIT, "the case has as many items as a case can have",
                                    "a case holds at most 60000 items; begin another case");
    out->newcomer = 1;
    out->act.item = (uint16_t)at->matter->members_count;
    return OMBUD_OK;
}

static ombud_status begin(reading *at)
{
    static const struct {
        const char *word;
        ombud_status (*begin)(reading *at);
    } sorts[] = {{"fact", begin_fact}, {"link", begin_link}, {"void", begin_void}};
    ombud_view word;
    if (!ombud__textline_next(at->words, &word))
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "the line does not say what happened",
                                    "write EVENT ITEM, fact ITEM, link ITEM LINK ITEM or void POSITION");
    for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
        if (ombud__view_is_z(word, sorts[i].word))
            return sorts[i].begin(at);
    }
    return begin_event(at, word);
}

/* ---- the canonical order ----------------------------------------------------------------------------------------- */

static size_t place_of(const ombud_law *law, const ombud__resolved *line, const ombud__load *load)
{
    if (load->type == OMBUD__LOAD_FACT)
        return (size_t)OMBUD__NONE + 1 + load->what;
    const ombud__event *event = &law->events[line->act.what];
    ombud__id arg = load->type == OMBUD__LOAD_CHOICE ? law->choices[load->what].arg : load->what;
    size_t place = 0;
    while (law->event_args[event->arg + place] != arg)
        place++;
    return place;
}

static void sort_loads(const ombud_law *law, ombud__resolved *line)
{
    for (uint16_t i = 1; i < line->act.loads; i++) {
        ombud__load load = line->loads[i];
        size_t place = place_of(law, line, &load);
        uint16_t to = i;
        while (to > 0 && place_of(law, line, &line->loads[to - 1]) > place) {
            line->loads[to] = line->loads[to - 1];
            to--;
        }
        line->loads[to] = load;
    }
}

/* ---- the whole line ---------------------------------------------------------------------------------------------- */

static ombud_status read_line(reading *at, ombud_day day, int stated)
{
    ombud_view word;
    ombud__resolved *out = at->out;
    out->act.day = (int32_t)day;
    ombud_status status = begin(at);
    while (status == OMBUD_OK && ombud__textline_next(at->words, &word))
        status = read_pair(at, word);
    if (status == OMBUD_OK && out->act.type == OMBUD__ACT_FACT && out->act.loads == 0)
        status = ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "the line states no fact",
                                      "write FACT=yes, no or unknown");
    if (status == OMBUD_OK && out->act.as != 0 && out->act.by == OMBUD__NOBODY)
        status = ombud__textline_fail(at->words, at->as, OMBUD_E_CONFLICT, "a role, and nobody who acts in it",
                                      "name the person after by=");
    if (status == OMBUD_OK && stated)
        status = ombud__statements_check(at->matter, out, at->words, at->keys);
    if (status == OMBUD_OK)
        sort_loads(at->law, out);
    return status;
}

static void clear(ombud__resolved *out)
{
    memset(out, 0, sizeof *out);
    out->act.what = OMBUD__NONE;
    out->act.item = out->act.other = out->act.by = OMBUD__NOBODY;
    out->kind = OMBUD__NONE;
}

ombud_status ombud__line_words(const ombud_case *matter, ombud__textline *words, ombud_day day, int stated,
                               ombud__resolved *out)
{
    reading at = {.matter = matter, .law = matter->law, .words = words, .out = out};
    clear(out);
    out->act.entered = (int32_t)day;
    return read_line(&at, day, stated);
}

ombud_status ombud__line_check(ombud_view line, ombud_error *err)
{
    if (!line.ptr && line.len > 0)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the event has a length but no text", "set `line` to what happened");
    if (line.len > OMBUD_LINE_MAX)
        return ombud__fail_at(err, OMBUD_E_LIMIT, "a line is longer than 64 KiB", "cut it into several lines", 1,
                              (uint32_t)OMBUD_LINE_MAX + 1, "", 0);
    size_t fault = line.len > 0 ? ombud__utf8_fault(line.ptr, line.len) : 0;
    const char *newline = line.len > 0 ? memchr(line.ptr, '\n', line.len) : NULL;
    if (fault < line.len)
        return ombud__fail_at(err, OMBUD_E_UTF8, "not valid UTF-8, or a control character", "write UTF-8 text", 1,
                              (uint32_t)fault + 1, line.ptr + fault, 1);
    if (newline)
        return ombud__fail_at(err, OMBUD_E_SYNTAX, "an event is one line", "give each line as an event of its own", 1,
                              (uint32_t)(newline - line.ptr) + 1, newline, 1);
    return OMBUD_OK;
}

/* What a host gives beside the line: the same as by= and entered= on it. */
static ombud_status take_event(reading *at, const ombud_event *event)
{
    ombud__act *act = &at->out->act;
    ombud_error *err = at->words->err;
    act->entered = (int32_t)(event->has_entered ? event->entered : event->on);
    at->entered_said = event->has_entered != 0;
    if (event->by == 0)
        return OMBUD_OK;
    if (event->by < 0 || event->by > OMBUD_NUMBER_MAX)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "`by` is no number of a person",
                           "give 1 to OMBUD_NUMBER_MAX, or 0 for nobody");
    ombud__id kind = at->law->person;
    act->by = kind == OMBUD__NONE ? OMBUD__NOBODY : ombud__case_member(at->matter, kind, event->by);
    at->by_said = 1;
    if (act->by == OMBUD__NOBODY || (at->look && ombud__member_unseen(at->look, act->by)))
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "the person who acts is not declared in the case",
                           "declare them first, as a line `person p1 ROLE` does");
    return OMBUD_OK;
}

/* `asof`: for whom, and by which day known; NULL: for whoever keeps the case. */
static ombud_status read_event(const ombud_case *matter, const ombud_event *given, const ombud_asof *asof, int stated,
                               ombud__resolved *out, ombud_error *err)
{
    ombud__look look;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_status status = ombud__take_sized(&event, sizeof event, OMBUD__END_OF(ombud_event, line), given);
    if (status != OMBUD_OK)
        return ombud__fail(err, status, "the event is NULL, too short, or of a newer version",
                           "prepare it with OMBUD_EVENT_INIT");
    status = ombud__line_check(event.line, err);
    if (status != OMBUD_OK)
        return status;
    if (!ombud__day_in_range(event.on) || (event.has_entered && !ombud__day_in_range(event.entered)))
        return ombud__fail(err, OMBUD_E_RANGE, "a day of the event is outside the years 1 to 9999",
                           "count days from 1970-01-01, OMBUD_DAY_MIN to OMBUD_DAY_MAX");
    ombud__textline words = ombud__textline_over(event.line.ptr, event.line.len, 1, err);
    reading at = {.matter = matter, .law = matter->law, .words = &words, .out = out};
    if (asof && asof->has_audience) {
        ombud_asof that_day = *asof;
        that_day.day = event.on;
        status = ombud__look_at(matter, &that_day, NULL, &look, err);
        if (status != OMBUD_OK)
            return status;
        at.look = &look;
    }
    clear(out);
    status = take_event(&at, &event);
    if (status == OMBUD_OK)
        status = read_line(&at, event.on, stated);
    if (at.look)
        ombud__look_free(&look);
    return status;
}

ombud_status ombud__line_read(const ombud_case *matter, const ombud_event *event, const ombud_asof *asof,
                              ombud__resolved *out, ombud_error *err)
{
    return read_event(matter, event, asof, 0, out, err);
}

ombud_status ombud__line_read_stated(const ombud_case *matter, const ombud_event *event, ombud__resolved *out,
                                     ombud_error *err)
{
    return read_event(matter, event, NULL, 1, out, err);
}

ombud_status ombud__line_join(ombud_case *matter, const ombud__resolved *line, ombud_error *err)
{
    uint16_t member;
    return line->newcomer ? ombud__case_join(matter, line->kind, line->number, 0, &member, err) : OMBUD_OK;
}

ombud_status ombud__line_member(ombud_case *matter, ombud__textline *words, int person, ombud__declared *before)
{
    ombud_view word;
    ombud__id kind;
    int64_t number;
    uint64_t roles = 0;
    uint16_t member;
    if (!ombud__textline_next(words, &word))
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "the line is cut short",
                                    person ? "write person p1 ROLE, ROLE" : "write item and its name, such as o1");
    ombud_status status = ombud__textline_item(words, matter->law, word, &kind, &number);
    if (status != OMBUD_OK)
        return status;
    if (person && kind != matter->law->person)
        return ombud__textline_fail(words, word, OMBUD_E_CONFLICT, "this item is no person",
                                    "declare it with `item`, or write the prefix of persons");
    status = person ? ombud__textline_roles(words, matter->law, ombud__textline_rest(words), &roles)
                    : ombud__textline_end(words);
    before->member = ombud__case_member(matter, kind, number);
    before->roles = before->member == OMBUD__NOBODY ? 0 : matter->now.things[before->member].roles;
    return status == OMBUD_OK ? ombud__case_join(matter, kind, number, roles, &member, words->err) : status;
}
