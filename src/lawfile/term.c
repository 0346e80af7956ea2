/* Terms and duties: a head and clauses, one a line. */
#include "reader.h"

#include "kernel/enums.h"

#include <string.h>

/* A term while its clauses are read. */
enum { SPANS_MAX = 16 };
typedef struct span { /* one `within`; several stand under several readings */
    uint8_t within, bound, month, day;
    ombud_period period;
    ombud__id what, alternative;
} span;
typedef struct term {
    ombud__term_row row;
    ombud__id kind;
    span spans[SPANS_MAX];
    size_t span_count;
    size_t opening; /* clauses that open it; they come first in the range */
    uint8_t has_roll;
} term;

/* ---- clauses ----------------------------------------------------------------------------------------------------- */

static ombud_status push_clause(ombud__reader *r, term *t, const ombud__clause *clause)
{
    OMBUD__PUSH(r, clauses);
    *OMBUD__LAST(r, clauses) = *clause;
    t->row.clauses++;
    return OMBUD_OK;
}

static ombud_status end_clause(ombud__reader *r, ombud__id *alternative)
{
    OMBUD__TRY(ombud__take_reading(r, alternative));
    return ombud__expect_end(r);
}

/* `LINK -> ITEM.EVENT`: the first event of another item, which the term's item is linked to, or, `<-`, from. */
static ombud_status take_far_event(ombud__reader *r, const term *t, ombud__clause *clause, ombud__id *far,
                                   ombud__id *event)
{
    ombud__token name;
    *far = OMBUD__NONE;
    OMBUD__TRY(ombud__take_arrow(r, &name, &clause->back));
    OMBUD__TRY(ombud__take_event(r, far, event, NULL));
    return ombud__link_between(r, &name, t->kind, *far, clause->back, &clause->link);
}

static int is_arrow(ombud__token token)
{
    return ombud__token_is(&token, "->") || ombud__token_is(&token, "<-");
}

/* `EVENT, … [when CONDITION] [unless CONDITION]`, or behind `extended to PERIOD by`. */
static ombud_status take_clause_events(ombud__reader *r, term *t, int type, ombud_period period)
{
    ombud__clause clause;
    ombud__id event[64], kind = t->kind;
    size_t events = 0;
    memset(&clause, 0, sizeof clause);
    clause.type = (uint8_t)type;
    clause.period = period;
    clause.when = OMBUD__NONE;
    clause.unless = OMBUD__NONE;
    clause.link = OMBUD__NONE;
    if ((type == OMBUD__CLAUSE_MET || type == OMBUD__CLAUSE_LAPSES) && is_arrow(ombud__second(r))) {
        OMBUD__TRY(take_far_event(r, t, &clause, &kind, &event[events]));
        events++;
    }
    while (events == 0 || ombud__take(r, ",")) {
        if (events == sizeof event / sizeof event[0])
            return ombud__wrong(r, OMBUD_E_LIMIT, "a clause names at most 64 events", "go on in a further clause");
        OMBUD__TRY(ombud__take_event_of(r, kind, &event[events]));
        events++;
    }
    if (type != OMBUD__CLAUSE_EXTENDED) {
        OMBUD__TRY(ombud__take_when(r, t->kind, &clause.when, &clause.unless));
    } else if (ombud__take(r, "while")) {
        OMBUD__TRY(ombud__expect(r, "running", "`while` is followed by `running`", "write `while running`"));
        clause.while_running = 1;
    }
    OMBUD__TRY(end_clause(r, &clause.alternative));
    for (size_t i = 0; i < events; i++) {
        clause.event = event[i];
        OMBUD__TRY(push_clause(r, t, &clause));
    }
    return OMBUD_OK;
}

static ombud_status read_by(ombud__reader *r, term *t, int type)
{
    static const ombud_period nothing = {0, 0};
    OMBUD__TRY(ombud__expect(r, "by", "the event belongs here", "write `by EVENT`"));
    return take_clause_events(r, t, type, nothing);
}

static ombud_status read_opened(ombud__reader *r, term *t)
{
    return read_by(r, t, OMBUD__CLAUSE_OPENED);
}

static ombud_status read_met(ombud__reader *r, term *t)
{
    return read_by(r, t, OMBUD__CLAUSE_MET);
}

static ombud_status read_lapses(ombud__reader *r, term *t)
{
    return read_by(r, t, OMBUD__CLAUSE_LAPSES);
}

static ombud_status read_extended(ombud__reader *r, term *t)
{
    ombud_period period;
    OMBUD__TRY(ombud__expect(r, "to", "the longer period belongs here", "write `extended to PERIOD by EVENT`"));
    OMBUD__TRY(ombud__take_period(r, &period));
    OMBUD__TRY(ombud__expect(r, "by", "the event that extends belongs here", "write `by EVENT`"));
    return take_clause_events(r, t, OMBUD__CLAUSE_EXTENDED, period);
}

static ombud_status read_excused(ombud__reader *r, term *t)
{
    if (t->row.excused != OMBUD__NONE)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the term has an excuse already", "join the two with `or`");
    OMBUD__TRY(ombud__expect(r, "when", "the excuse belongs here", "write `excused when CONDITION`"));
    OMBUD__TRY(ombud__take_condition(r, t->kind, &t->row.excused));
    return ombud__expect_end(r);
}

static ombud_status read_then(ombud__reader *r, term *t)
{
    if (t->row.then != OMBUD__NONE)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the end of the term brings about an event already",
                            "leave one of the two out");
    OMBUD__TRY(ombud__take_event_of(r, t->kind, &t->row.then));
    return ombud__expect_end(r);
}

static ombud_status read_rolls(ombud__reader *r, term *t)
{
    if (t->has_roll)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the term says already where it rolls to",
                            "leave one of the two out");
    t->has_roll = 1;
    OMBUD__TRY(ombud__expect(r, "to", "the day it rolls to belongs here", "write `rolls to next_working_day`"));
    if (ombud__take(r, ombud__roll_word(OMBUD_ROLL_NEXT_WORKING_DAY))) {
        t->row.roll = OMBUD_ROLL_NEXT_WORKING_DAY;
    } else {
        OMBUD__TRY(ombud__expect(r, ombud__roll_word(OMBUD_ROLL_PREVIOUS_WORKING_DAY), "a term rolls to a working day",
                                 "write next_working_day or previous_working_day"));
        t->row.roll = OMBUD_ROLL_PREVIOUS_WORKING_DAY;
    }
    return ombud__expect_end(r);
}

/* ---- where the period begins ------------------------------------------------------------------------------------- */

static ombud_status take_last_day(ombud__reader *r, const term *t, ombud__start *start)
{
    OMBUD__TRY(ombud__expect(r, "last", "`the` is followed by `last day of TERM`", "write `the last day of TERM`"));
    OMBUD__TRY(ombud__expect(r, "day", "`last` is followed by `day of TERM`", "write `the last day of TERM`"));
    OMBUD__TRY(ombud__expect(r, "of", "`day` is followed by `of TERM`", "write `the last day of TERM`"));
    ombud__token token;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a term belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, t->kind, token.text);
    if (!known || known->is != OMBUD__IS_TERM)
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, t->kind, token.text, "the item has no term of this name",
                              "name a term or duty of the same item");
    start->from = OMBUD__FROM_TERM;
    start->what = known->id;
    return OMBUD_OK;
}

/* From the event that opens the term its own day is known; of any other event the last day is remembered. */
static ombud_status start_at_event(ombud__reader *r, const term *t, ombud__id event, ombud__start *start)
{
    int opening = t->opening > 0;
    for (size_t i = 0; i < t->opening; i++)
        opening = opening && r->law->clauses[t->row.clause + i].event == event;
    start->from = opening ? OMBUD__FROM_OPENING : OMBUD__FROM_EVENT;
    start->what = event;
    if (!opening)
        OMBUD__TRY(ombud__event_slot(r, event));
    return OMBUD_OK;
}

static ombud_status take_shift(ombud__reader *r, ombud__start *start)
{
    int less = ombud__at(r, "less");
    if (!less && !ombud__at(r, "plus"))
        return OMBUD_OK;
    ombud__step(r);
    OMBUD__TRY(ombud__take_period(r, &start->plus));
    start->plus.count = less ? -start->plus.count : start->plus.count;
    return OMBUD_OK;
}

static ombud_status take_start(ombud__reader *r, const term *t, ombud__start *start)
{
    if (ombud__take(r, "the"))
        return take_last_day(r, t, start);
    ombud__id kind = t->kind;
    ombud__token token;
    ombud_view name;
    OMBUD__TRY(ombud__take_qualified(r, &kind, &token, &name, "an event or a day that it carried belongs here"));
    if (kind != t->kind)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "an event of another item than the one spoken of",
                               "name an event of the same item; another item is reached by a link in a condition");
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
    if (known && known->is == OMBUD__IS_ARG && r->law->args[known->id].type == OMBUD__ARG_DAY) {
        start->from = OMBUD__FROM_DAY;
        start->what = r->law->args[known->id].slot;
        return take_shift(r, start);
    }
    const ombud__name *event = ombud__names_find(&r->names, OMBUD__NAME_EVENT, kind, name);
    if (!event)
        return ombud__unknown(r, &token, OMBUD__NAME_EVENT, kind, name,
                              "the item has no event or carried day of this name",
                              "name an event of the item, an argument `(day)`, or `the last day of TERM`");
    OMBUD__TRY(start_at_event(r, t, event->id, start));
    return take_shift(r, start);
}

static ombud_status push_span(ombud__reader *r, term *t, const ombud__token *token, const span *s)
{
    if (t->span_count == SPANS_MAX)
        return ombud__wrong(r, OMBUD_E_LIMIT, "a term has at most 16 periods", "join alternatives");
    for (size_t i = 0; i < t->span_count; i++) {
        ombud__id other = t->spans[i].alternative;
        if (other == OMBUD__NONE || other == s->alternative || s->alternative == OMBUD__NONE)
            return ombud__wrong_at(r, token, OMBUD_E_CONFLICT, "the term has two periods",
                                   "leave one out, or part them by readings");
    }
    t->spans[t->span_count++] = *s;
    return OMBUD_OK;
}

static ombud_status push_start(ombud__reader *r, term *t, const ombud__token *token, const ombud__start *start)
{
    for (size_t i = 0; i < t->row.starts; i++) {
        ombud__id other = r->law->starts[t->row.start + i].alternative;
        if (other == OMBUD__NONE || other == start->alternative || start->alternative == OMBUD__NONE)
            return ombud__wrong_at(r, token, OMBUD_E_CONFLICT, "the period begins at two places",
                                   "leave one out, or part them by readings");
    }
    OMBUD__PUSH(r, starts);
    *OMBUD__LAST(r, starts) = *start;
    t->row.starts++;
    return OMBUD_OK;
}

/* `or PERIOD after the opening`: where an event may fail to come, the period begins without it. */
static ombud_status take_cap(ombud__reader *r, ombud__start *start)
{
    static const char form[] = "write `counted from EVENT or PERIOD after the opening`";
    if (start->from != OMBUD__FROM_EVENT || start->plus.count != 0)
        return ombud__wrong(r, OMBUD_E_CONFLICT, "only a period that waits for another event has a latest beginning",
                            form);
    ombud__step(r);
    OMBUD__TRY(ombud__take_period(r, &start->cap));
    OMBUD__TRY(ombud__expect(r, "after", "the period is counted after the opening", form));
    OMBUD__TRY(ombud__expect(r, "the", "`after` is followed by `the opening`", form));
    OMBUD__TRY(ombud__expect(r, "opening", "`after the` is followed by `opening`", form));
    start->capped = 1;
    return OMBUD_OK;
}

static ombud_status read_counted(ombud__reader *r, term *t)
{
    ombud__start start = {
        .what = OMBUD__NONE, .link = OMBUD__NONE, .plus = {0, OMBUD_UNIT_DAYS}, .alternative = OMBUD__NONE};
    ombud__token token = r->now;
    OMBUD__TRY(ombud__expect(r, "from", "where the period begins belongs here", "write `counted from EVENT`"));
    OMBUD__TRY(take_start(r, t, &start));
    if (ombud__at(r, "or"))
        OMBUD__TRY(take_cap(r, &start));
    OMBUD__TRY(end_clause(r, &start.alternative));
    return push_start(r, t, &token, &start);
}

/* `takes over TERM of LINK`: the last day is the one that the linked item's term would have had. */
static ombud_status read_takes(ombud__reader *r, term *t)
{
    ombud__start start = {.from = OMBUD__FROM_TAKEN,
                          .what = OMBUD__NONE,
                          .link = OMBUD__NONE,
                          .plus = {0, OMBUD_UNIT_DAYS},
                          .alternative = OMBUD__NONE};
    span s = {OMBUD__WITHIN_PERIOD, OMBUD__EXACTLY, 0, 0, {0, OMBUD_UNIT_DAYS}, OMBUD__NONE, OMBUD__NONE};
    ombud__token token = r->now, name;
    static const char form[] = "write `takes over TERM of LINK`";
    OMBUD__TRY(ombud__expect(r, "over", "`takes` is followed by `over TERM of LINK`", form));
    OMBUD__TRY(ombud__take_name(r, &name, "the name of a term belongs here"));
    OMBUD__TRY(ombud__expect(r, "of", "the link to the item whose term it is belongs here", form));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_LINK, t->kind, &start.link, "no link of this name leads from the item",
                                 "declare it with `link NAME : ITEM -> ITEM`"));
    ombud__id far = r->law->links[start.link].to;
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, far, name.text);
    if (!known || known->is != OMBUD__IS_TERM)
        return ombud__unknown(r, &name, OMBUD__NAME_FACT, far, name.text, "the linked item has no term of this name",
                              "name a term of the item the link leads to");
    start.what = known->id;
    OMBUD__TRY(ombud__expect_end(r));
    OMBUD__TRY(push_start(r, t, &token, &start));
    return push_span(r, t, &token, &s);
}

/* ---- how long it runs -------------------------------------------------------------------------------------------- */

static ombud_status take_bound(ombud__reader *r, span *s)
{
    s->within = OMBUD__WITHIN_PERIOD;
    if (ombud__take(r, "exactly")) {
        s->bound = OMBUD__EXACTLY;
    } else {
        OMBUD__TRY(ombud__expect(r, "at", "a period is a most, a least or an exact one",
                                 "write `at most`, `at least` or `exactly` before it, or host, carried or none"));
        s->bound = ombud__at(r, "least") ? OMBUD__AT_LEAST : OMBUD__AT_MOST;
        if (!ombud__take(r, "least"))
            OMBUD__TRY(ombud__expect(r, "most", "`at` is followed by `most` or `least`", "write `at most PERIOD`"));
    }
    return ombud__take_period(r, &s->period);
}

static ombud_status take_carried(ombud__reader *r, const term *t, span *s)
{
    ombud__id kind = t->kind;
    ombud__token token;
    ombud_view name;
    s->within = OMBUD__WITHIN_CARRIED;
    OMBUD__TRY(ombud__take_qualified(r, &kind, &token, &name, "the argument that carries the period belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
    if (kind != t->kind || !known || known->is != OMBUD__IS_ARG || r->law->args[known->id].type != OMBUD__ARG_PERIOD)
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, t->kind, name,
                              "no event of the item carries a period of this name",
                              "declare it on an event with `carries NAME (period)`");
    s->what = known->id;
    return OMBUD_OK;
}

static ombud_status read_within(ombud__reader *r, term *t)
{
    span s = {0, 0, 0, 0, {0, OMBUD_UNIT_DAYS}, OMBUD__NONE, OMBUD__NONE};
    ombud__token token = r->now;
    if (ombud__take(r, "none")) {
        s.within = OMBUD__WITHIN_NONE;
    } else if (ombud__take(r, "host")) {
        s.within = OMBUD__WITHIN_HOST;
        OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_LENGTH, OMBUD__NONE, &s.what, "no length of this name",
                                     "declare it with `length NAME`"));
    } else if (ombud__take(r, "carried")) {
        OMBUD__TRY(take_carried(r, t, &s));
    } else {
        OMBUD__TRY(take_bound(r, &s));
    }
    OMBUD__TRY(end_clause(r, &s.alternative));
    return push_span(r, t, &token, &s);
}

/* `until DAY MONTH, N years after the opening` */
static ombud_status read_until(ombud__reader *r, term *t)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    static const char form[] = "write `until 31 March, 1 year after the opening`";
    static const uint8_t lengths[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    span s = {OMBUD__WITHIN_DATE, OMBUD__AT_MOST, 0, 0, {0, OMBUD_UNIT_YEARS}, OMBUD__NONE, OMBUD__NONE};
    ombud__token token = r->now;
    int32_t day, years;
    OMBUD__TRY(ombud__take_number(r, &day));
    while (s.month < 12 && !ombud__at(r, months[s.month]))
        s.month++;
    if (s.month == 12 || day < 1 || day > lengths[s.month])
        return ombud__wrong_at(r, &token, OMBUD_E_DATE, "there is no such day of the year", form);
    s.month++;
    s.day = (uint8_t)day;
    ombud__step(r);
    OMBUD__TRY(ombud__expect(r, ",", "the number of years belongs here", form));
    OMBUD__TRY(ombud__take_number(r, &years));
    s.period.count = years;
    if (!ombud__take(r, "year"))
        OMBUD__TRY(ombud__expect(r, "years", "a day of the year is so many years after the opening", form));
    OMBUD__TRY(ombud__expect(r, "after", "a day of the year is so many years after the opening", form));
    OMBUD__TRY(ombud__expect(r, "the", "a day of the year is so many years after the opening", form));
    OMBUD__TRY(ombud__expect(r, "opening", "a day of the year is so many years after the opening", form));
    OMBUD__TRY(end_clause(r, &s.alternative));
    return push_span(r, t, &token, &s);
}

static ombud_status read_again(ombud__reader *r, term *t)
{
    if (t->row.again)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the term says this already", "leave one of the two out");
    t->row.again = 1;
    return ombud__expect_end(r);
}

/* ---- the head and the whole -------------------------------------------------------------------------------------- */

typedef struct clause_word {
    const char *word;
    ombud_status (*read)(ombud__reader *r, term *t);
} clause_word;

static const clause_word clause_words[] = {
    {"opened", read_opened},
    {"counted", read_counted},
    {"within", read_within},
    {"rolls", read_rolls},
    {"extended", read_extended},
    {"met", read_met},
    {"lapses", read_lapses},
    {"excused", read_excused},
    {"then", read_then},
    {"until", read_until},
    {"again", read_again},
    {"takes", read_takes},
    {NULL, NULL},
};

static ombud_status read_clause(ombud__reader *r, term *t)
{
    for (const clause_word *clause = clause_words; clause->word; clause++) {
        if (ombud__take(r, clause->word))
            return clause->read(r, t);
    }
    return ombud__no_statement(r, clause_words, sizeof clause_words[0], "a term has no such clause",
                               "write opened by, counted from, within, until, rolls to, extended to, met by, lapses "
                               "by, excused when, then, again "
                               "or takes over");
}

/* Lines below the head that go on with it: labels, `to ADDRESSEE`, a reading. */
static int continues_term(const ombud__reader *r)
{
    return ombud__is_label(r) || ombud__at(r, "to") || ombud__at(r, "reading");
}

/* The item of a term is that of the events that open it. */
static ombud_status kind_of_term(ombud__reader *r, size_t line, ombud__id *kind)
{
    for (size_t below = line + 1; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        if (ombud__take(r, "opened") && ombud__take(r, "by")) {
            ombud__token token;
            ombud_view name;
            *kind = OMBUD__NONE;
            return ombud__take_qualified(r, kind, &token, &name, "the event that opens the term belongs here");
        }
    }
    ombud__aim(r, line, r->lines.line[line].after);
    return ombud__wrong(r, OMBUD_E_SYNTAX, "nothing opens the term", "write `opened by EVENT` under it");
}

ombud_status ombud__declare_term(ombud__reader *r, size_t line)
{
    ombud__id kind;
    OMBUD__TRY(kind_of_term(r, line, &kind));
    ombud__aim(r, line, r->lines.line[line].after);
    uint8_t duty = (uint8_t)ombud__at(r, "duty");
    ombud__token token;
    ombud__step(r);
    OMBUD__TRY(ombud__take_name(r, &token, "the name of the term belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, token.text);
    if (known && known->is == OMBUD__IS_TERM) {
        if (r->law->terms[known->id].duty != duty)
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "one row calls it a term, another a duty",
                                   "a duty has a bearer in each of its rows");
        return OMBUD_OK;
    }
    if (r->law->kinds[kind].term_count >= OMBUD_KIND_TERMS_MAX)
        return ombud__wrong_at(r, &token, OMBUD_E_LIMIT, "an item has at most 32 terms", "cut it into several items");
    OMBUD__PUSH(r, terms);
    ombud__term *term_name = OMBUD__LAST(r, terms);
    term_name->kind = kind;
    term_name->duty = duty;
    term_name->local = r->law->kinds[kind].term_count++;
    OMBUD__TRY(ombud__make_word(r, r->law->kinds[kind].word.name, token.text, &term_name->word));
    return ombud__declare_readable(r, kind, &token, term_name->word.name, OMBUD__IS_TERM, OMBUD__LAST_ID(r, terms));
}

static ombud_status read_head(ombud__reader *r, size_t line, term *t, size_t *below)
{
    *below = ombud__first_below(r, line, continues_term);
    int duty = ombud__at(r, "duty");
    ombud__token token;
    ombud__step(r);
    OMBUD__TRY(ombud__take_name(r, &token, "the name of the term belongs here"));
    t->row.term = ombud__names_find(&r->names, OMBUD__NAME_FACT, t->kind, token.text)->id;
    if (duty) {
        OMBUD__TRY(ombud__take_roles(r, &t->row.bearer));
        OMBUD__TRY(ombud__expect(r, "to", "a duty says to whom it is owed", "write `duty NAME BEARER to ADDRESSEE`"));
        OMBUD__TRY(ombud__take_roles(r, &t->row.addressee));
    }
    OMBUD__TRY(ombud__take_labels(r, r->law->terms[t->row.term].word.label));
    OMBUD__TRY(ombud__take_reading(r, &t->row.row.alternative));
    return ombud__expect_end(r);
}

/* First what opens it, since a period counted from there needs to know; then the rest. */
static ombud_status read_clauses(ombud__reader *r, size_t line, size_t below, term *t)
{
    uint32_t end = r->end;
    for (int opening = 1; opening >= 0; opening--) {
        for (size_t at = below; at < r->lines.line[line].after; at = r->lines.line[at].after) {
            ombud__aim(r, at, r->lines.line[at].after);
            if (ombud__at(r, "opened") == opening) {
                OMBUD__TRY(read_clause(r, t));
                end = r->end > end ? r->end : end;
            }
        }
        if (opening)
            t->opening = t->row.clauses;
    }
    r->end = end;
    return OMBUD_OK;
}

/* One row for each `within`; they share clauses and starts and differ in the reading. */
static ombud_status push_rows(ombud__reader *r, term *t)
{
    OMBUD__TRY(ombud__list_row(r, OMBUD_ROW_TERM, r->law->term_rows_count));
    for (size_t i = 0; i < t->span_count; i++) {
        const span *s = &t->spans[i];
        OMBUD__PUSH(r, term_rows);
        ombud__term_row *row = OMBUD__LAST(r, term_rows);
        *row = t->row;
        row->within = s->within;
        row->bound = s->bound;
        row->period = s->period;
        row->what = s->what;
        row->month = s->month;
        row->day = s->day;
        row->row.alternative = s->alternative != OMBUD__NONE ? s->alternative : t->row.row.alternative;
    }
    return OMBUD_OK;
}

ombud_status ombud__read_term(ombud__reader *r, size_t line)
{
    term t;
    size_t below;
    memset(&t, 0, sizeof t);
    t.row.row = ombud__begin_row(r, line);
    t.row.excused = OMBUD__NONE;
    t.row.then = OMBUD__NONE;
    (void)kind_of_term(r, line, &t.kind); /* ombud__declare_term has asked before, and was told */
    OMBUD__TRY(read_head(r, line, &t, &below));
    t.row.clause = (ombud__id)r->law->clauses_count;
    t.row.start = (ombud__id)r->law->starts_count;
    OMBUD__TRY(read_clauses(r, line, below, &t));
    ombud__aim(r, line, below);
    if (t.span_count == 0)
        return ombud__wrong(
            r, OMBUD_E_SYNTAX, "the term does not say how long it runs",
            "write `within at most PERIOD`, at least, exactly, host LENGTH, carried ARGUMENT or none under it");
    for (size_t i = 0; i < t.span_count; i++) {
        if (t.spans[i].alternative != OMBUD__NONE && t.row.row.alternative != OMBUD__NONE)
            return ombud__wrong(r, OMBUD_E_CONFLICT, "both the term and its period rest on a reading",
                                "write the reading at one of the two");
    }
    OMBUD__TRY(ombud__row_text(r, line, &t.row.row));
    return push_rows(r, &t);
}
