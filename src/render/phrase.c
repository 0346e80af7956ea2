/*
 * Pieces of sentences. Each writes into a bounded text and never fails: what the law does not label is written by its
 * name.
 */
#include "render/phrase.h"

#include "kernel/audience.h"
#include "kernel/enums.h"
#include "kernel/result.h"

ombud__fixed ombud__word_of_breach(const ombud_law *law)
{
    return ombud__force_binds(ombud_law_force(law)) ? OMBUD__W_BREACH : OMBUD__W_DEPARTURE;
}

void ombud__say_word(ombud__out *out, const ombud__voice *voice, ombud__fixed word)
{
    ombud__out_z(out, ombud__fixed_word(word, voice));
}

void ombud__say_with(ombud__out *out, const ombud__voice *voice, ombud__fixed word, ombud_view filling)
{
    for (const char *z = ombud__fixed_word(word, voice); *z; z++) {
        if (*z == '#')
            ombud__out_view(out, filling);
        else
            ombud__out_char(out, *z);
    }
}

void ombud__say_with_day(ombud__out *out, const ombud__voice *voice, ombud__fixed word, ombud_day day)
{
    char text[32];
    ombud__out brief = {text, sizeof text, 0};
    ombud__say_brief_day(&brief, voice, day);
    ombud__say_with(out, voice, word, ombud__fitted(text, sizeof text, brief.length));
}

void ombud__say_with_count(ombud__out *out, const ombud__voice *voice, ombud__fixed word, int64_t count)
{
    char text[48];
    ombud__out days = {text, sizeof text, 0};
    ombud__say_count(&days, voice, count, OMBUD_UNIT_DAYS);
    ombud__say_with(out, voice, word, ombud__fitted(text, sizeof text, days.length));
}

/* ---- days and counts --------------------------------------------------------------------------------------------- */

/* Day and month, 1er in French; the year if asked. */
static void say_date(ombud__out *out, const ombud__voice *voice, ombud_day day, int brief, int with_year)
{
    int32_t year = 0, month = 1, number = 1;
    /* A wait can end on the day after the last of the calendar. */
    if (ombud_day_civil(day, &year, &month, &number) != OMBUD_OK) {
        ombud__out_day(out, day);
        return;
    }
    ombud__out_number(out, number);
    if (number == 1 && ombud__speaks_fr(voice))
        ombud__out_z(out, "er");
    ombud__out_char(out, ' ');
    ombud__out_z(out, ombud__word_of_month(month, brief, voice));
    if (with_year) {
        ombud__out_char(out, ' ');
        ombud__out_number(out, year);
    }
}

void ombud__say_full_day(ombud__out *out, const ombud__voice *voice, ombud_day day)
{
    int32_t weekday = 1;
    (void)ombud_day_weekday(day, &weekday);
    ombud__out_z(out, ombud__word_of_weekday(weekday, 0, voice));
    ombud__out_char(out, ' ');
    say_date(out, voice, day, 0, 1);
}

void ombud__say_day(ombud__out *out, const ombud__voice *voice, ombud_day day)
{
    say_date(out, voice, day, 0, 1);
}

void ombud__say_brief_day(ombud__out *out, const ombud__voice *voice, ombud_day day)
{
    int32_t year = 0;
    (void)ombud_day_civil(day, &year, NULL, NULL);
    say_date(out, voice, day, 1, year != voice->year);
}

void ombud__say_count(ombud__out *out, const ombud__voice *voice, int64_t count, ombud_unit unit)
{
    ombud__out_number(out, count);
    ombud__out_char(out, ' ');
    ombud__out_z(out, ombud__word_of_unit(unit, count, voice));
}

/* ---- what the law names ------------------------------------------------------------------------------------------ */

ombud_view ombud__unqualified(ombud_view name)
{
    for (size_t i = name.len; i > 0; i--) {
        if (name.ptr[i - 1] == '.') {
            ombud_view last = {name.ptr + i, name.len - i};
            return last;
        }
    }
    return name;
}

ombud_view ombud__kind_of_prefix(const ombud_law *law, ombud_view prefix)
{
    ombud_view none = {"", 0};
    size_t count = ombud_law_word_count(law, OMBUD_WORD_ITEM);
    for (size_t i = 0; i < count; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        (void)ombud_law_word(law, OMBUD_WORD_ITEM, i, OMBUD_LANG_EN, &word);
        if (ombud__view_is(word.owner, prefix))
            return word.name;
    }
    return none;
}

ombud_status ombud__find_word(const ombud__voice *voice, ombud_word_kind sort, ombud_view owner, ombud_view name,
                              ombud_word *out)
{
    size_t count = ombud_law_word_count(voice->law, sort);
    for (size_t i = 0; i < count; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        (void)ombud_law_word(voice->law, sort, i, voice->lang, &word);
        int named = ombud__view_is(word.name, name) || ombud__view_is(ombud__unqualified(word.name), name);
        if (named && (!owner.len || ombud__view_is(word.owner, owner))) {
            *out = word;
            return OMBUD_OK;
        }
    }
    return OMBUD_E_NOT_FOUND;
}

void ombud__say_label(ombud__out *out, const ombud__voice *voice, ombud_word_kind sort, ombud_view owner,
                      ombud_view name)
{
    ombud_word word = OMBUD_WORD_INIT;
    /* A finding is of a term or of a requirement; the two share their names' place. All else is found at once. */
    if (ombud__find_word(voice, sort, owner, name, &word) == OMBUD_OK ||
        ombud__find_word(voice, OMBUD_WORD_REQUIREMENT, owner, name, &word) == OMBUD_OK) {
        ombud__out_view(out, word.label);
        return;
    }
    for (size_t i = 0; i < name.len; i++)
        ombud__out_char(out, name.ptr[i] == '_' ? ' ' : name.ptr[i]);
}

void ombud__say_item(ombud__out *out, ombud_view prefix, int64_t number)
{
    ombud__out_view(out, prefix);
    ombud__out_number(out, number);
}

void ombud__say_roles(ombud__out *out, const ombud__voice *voice, uint64_t roles)
{
    int first = 1;
    for (size_t i = 0; i < 64; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (!(roles >> i & 1u) || ombud_law_word(voice->law, OMBUD_WORD_ROLE, i, voice->lang, &word) != OMBUD_OK)
            continue;
        ombud__out_z(out, first ? "" : ", ");
        ombud__out_view(out, word.label);
        first = 0;
    }
}

void ombud__say_person_in(ombud__out *out, const ombud__voice *voice, uint64_t roles, int64_t number)
{
    if (roles) {
        ombud__say_roles(out, voice, roles);
        ombud__out_z(out, " (");
    }
    ombud__say_item(out, ombud__person_prefix(voice->law), number);
    if (roles)
        ombud__out_char(out, ')');
}

void ombud__say_person_as(ombud__out *out, const ombud__voice *voice, ombud_view role, int64_t number)
{
    ombud__say_label(out, voice, OMBUD_WORD_ROLE, ombud_view_of(""), role);
    ombud__out_z(out, " (");
    ombud__say_item(out, ombud__person_prefix(voice->law), number);
    ombud__out_char(out, ')');
}

void ombud__say_person(ombud__out *out, const ombud__voice *voice, const ombud_case *matter, const ombud_asof *asof,
                       int64_t number)
{
    ombud_view person = ombud__person_prefix(voice->law);
    uint64_t roles = 0;
    size_t count = ombud_case_item_count(matter);
    for (size_t i = 0; i < count; i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        (void)ombud_case_item_at(matter, i, &item);
        if (item.number == number && ombud__view_is(item.prefix, person))
            roles = ombud__roles_shown(matter, asof, &item);
    }
    ombud__say_person_in(out, voice, roles, number);
}

int ombud__is_verified(const ombud_law *law, ombud_day day)
{
    ombud_day verified = 0;
    return ombud_law_verified(law, &verified) == OMBUD_OK && day <= verified;
}

void ombud__say_verified(ombud__out *out, const ombud__voice *voice, ombud_day asked)
{
    ombud_day verified = 0;
    ombud__phrase day;
    if (ombud_law_verified(voice->law, &verified) != OMBUD_OK) {
        ombud__say_word(out, voice, OMBUD__W_NOT_VERIFIED);
        return;
    }
    ombud__phrase_begin(&day);
    ombud__say_day(&day.out, voice, verified);
    ombud__say_with(out, voice, OMBUD__W_VERIFIED_TO, ombud__phrase_end(&day));
    if (asked > verified) {
        ombud__out_z(out, ", ");
        ombud__say_word(out, voice, OMBUD__W_LATER_NOT);
    }
}

void ombud__say_citation(ombud__out *out, const ombud__voice *voice, size_t provision)
{
    ombud_provision found = OMBUD_PROVISION_INIT;
    if (provision != SIZE_MAX) {
        (void)ombud_law_provision(voice->law, provision, voice->lang, &found);
        ombud__out_view(out, found.citation);
    }
}

/* ---- derivations ------------------------------------------------------------------------------------------------- */

static void say_no_due(ombud__out *out, const ombud__voice *voice, const ombud_term *term)
{
    ombud_view none = {"", 0};
    ombud__phrase length;
    switch (term->no_due) {
    case OMBUD_DUE_LENGTH_UNSET:
        ombud__phrase_begin(&length);
        ombud__say_label(&length.out, voice, OMBUD_WORD_LENGTH, none, term->length);
        ombud__say_with(out, voice, OMBUD__W_LENGTH_UNSET, ombud__phrase_end(&length));
        break;
    case OMBUD_DUE_NOT_STARTED: ombud__say_word(out, voice, OMBUD__W_NOT_STARTED); break;
    case OMBUD_DUE_NO_TEXT: ombud__say_word(out, voice, OMBUD__W_NO_WORDING); break;
    case OMBUD_DUE_OUT_OF_RANGE: ombud__say_word(out, voice, OMBUD__W_OUT_OF_RANGE); break;
    case OMBUD_DUE_NO_CALENDAR: ombud__say_word(out, voice, OMBUD__W_NO_CALENDAR); break;
    default: ombud__say_word(out, voice, OMBUD__W_NO_PERIOD); break;
    }
}

void ombud__say_derivation(ombud__out *out, const ombud__voice *voice, const ombud_term *term)
{
    const ombud_due_steps *steps = &term->steps;
    if (term->no_due != OMBUD_DUE_KNOWN) {
        say_no_due(out, voice, term);
    } else {
        ombud__say_brief_day(out, voice, steps->start);
        if (term->yearly && steps->period.count == 0) {
            ombud__out_z(out, ", ");
            ombud__say_word(out, voice, OMBUD__W_SAME_YEAR);
        } else if (term->yearly) {
            char text[48];
            ombud__out years = {text, sizeof text, 0};
            ombud__say_count(&years, voice, steps->period.count, steps->period.unit);
            ombud__out_z(out, ", ");
            ombud__say_with(out, voice, OMBUD__W_YEARLY, ombud__fitted(text, sizeof text, years.length));
        } else if (steps->period.count == 0) {
            ombud__out_z(out, ", ");
            ombud__say_word(out, voice, OMBUD__W_SAME_DAY);
        } else {
            ombud__out_z(out, " + ");
            ombud__say_count(out, voice, steps->period.count, steps->period.unit);
            ombud__out_z(out, ", ");
            ombud__say_word(out, voice, OMBUD__W_NOT_COUNTED);
        }
        if (steps->month_end) {
            ombud__out_z(out, ", ");
            ombud__say_word(out, voice, OMBUD__W_MONTH_END);
        }
        if (steps->rolled_days) {
            ombud__out_z(out, ", ");
            ombud__say_with_day(out, voice, OMBUD__W_MOVED, steps->unrolled);
            ombud__out_z(out, " (");
            ombud__out_z(out, ombud__word_of_holiday(steps->because, voice));
            ombud__out_char(out, ')');
        }
    }
    if (term->extended) {
        ombud__out_z(out, ", ");
        ombud__say_word(out, voice, OMBUD__W_EXTENDED);
    }
    if (term->reading.len) {
        ombud__out_z(out, " (");
        ombud__out_view(out, term->reading);
        ombud__out_char(out, ')');
    }
}

/* ---- how a term stands, what was found --------------------------------------------------------------------------- */

void ombud__say_status(ombud__out *out, const ombud__voice *voice, const ombud_term *term)
{
    switch (term->status) {
    case OMBUD_TERM_OPEN:
        if (term->no_due != OMBUD_DUE_KNOWN)
            ombud__say_word(out, voice, OMBUD__W_NO_LAST_DAY);
        else if (term->days == 0)
            ombud__say_word(out, voice, OMBUD__W_LAST_DAY_NOW);
        else
            ombud__say_with_count(out, voice, OMBUD__W_LEFT, term->days);
        break;
    case OMBUD_TERM_OVERDUE: ombud__say_with_count(out, voice, OMBUD__W_OVERDUE, term->days); break;
    case OMBUD_TERM_EXPIRED: ombud__say_word(out, voice, OMBUD__W_EXPIRED); break;
    case OMBUD_TERM_MET: ombud__say_with_day(out, voice, OMBUD__W_MET, term->closed); break;
    case OMBUD_TERM_MET_LATE: ombud__say_with_day(out, voice, OMBUD__W_MET_LATE, term->closed); break;
    case OMBUD_TERM_EXCUSED:
        ombud__say_with_day(out, voice, OMBUD__W_EXCUSED, term->has_closed ? term->closed : term->opened);
        break;
    default: ombud__say_with_day(out, voice, OMBUD__W_LAPSED, term->closed);
    }
}

void ombud__say_found(ombud__out *out, const ombud__voice *voice, const ombud_finding *finding)
{
    if (finding->kind == OMBUD_LATE && finding->has_until) {
        ombud__say_with_day(out, voice, OMBUD__W_LATE_MET, finding->until);
        return;
    }
    ombud__say_word(out, voice,
                    finding->kind == OMBUD_LATE     ? OMBUD__W_LATE
                    : finding->kind == OMBUD_BREACH ? ombud__word_of_breach(voice->law)
                                                    : OMBUD__W_NOT_SHOWN);
    if (finding->has_until) {
        ombud__out_z(out, ", ");
        ombud__say_with_day(out, voice, OMBUD__W_UNTIL, finding->until);
    }
}

void ombud__say_cure(ombud__out *out, const ombud__voice *voice, const ombud_finding *finding)
{
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    ombud__out_number(&number, (int64_t)finding->cured_by);
    ombud__say_with(out, voice, OMBUD__W_CURED_BY, ombud__fitted(digits, sizeof digits, number.length));
    ombud__out_z(out, ", ");
    ombud__say_with_day(out, voice, OMBUD__W_ENTERED, finding->cured_on);
}

/* ---- unmet conditions -------------------------------------------------------------------------------------------- */

/* A link that is wanted: from the item, or to it, and then it is of another kind of items. */
static void say_link(ombud__out *out, const ombud__voice *voice, ombud_view kind, const ombud_unmet *unmet)
{
    ombud_view any = {"", 0};
    ombud__phrase label;
    ombud__phrase_begin(&label);
    ombud__say_label(&label.out, voice, OMBUD_WORD_LINK, unmet->backward ? any : kind, unmet->name);
    ombud__say_with(out, voice, unmet->backward ? OMBUD__W_ON_RECORD_AS : OMBUD__W_ON_RECORD,
                    ombud__phrase_end(&label));
}

/* The label, or that it must not be so. */
static void say_state(ombud__out *out, const ombud__voice *voice, ombud_view kind, const ombud_unmet *unmet)
{
    ombud__phrase label;
    ombud__phrase_begin(&label);
    ombud__say_label(&label.out, voice, OMBUD_WORD_STATE, kind, unmet->name);
    if (unmet->wanted == OMBUD_NO)
        ombud__say_with(out, voice, OMBUD__W_NOT, ombud__phrase_end(&label));
    else
        ombud__out_view(out, ombud__phrase_end(&label));
}

/* The label and the status that it must have, or must not. */
static void say_term(ombud__out *out, const ombud__voice *voice, ombud_view kind, const ombud_unmet *unmet)
{
    ombud__say_label(out, voice, OMBUD_WORD_TERM, kind, unmet->name);
    ombud__out_z(out, ombud__word_colon(voice));
    ombud__out_z(out, ombud__word_of_status(unmet->status, unmet->wanted == OMBUD_NO, voice));
}

/* A day that an event carries, or the last of an event. */
static void say_missing_day(ombud__out *out, const ombud__voice *voice, ombud_view kind, const ombud_unmet *unmet)
{
    ombud_word word = OMBUD_WORD_INIT;
    int carried = ombud__find_word(voice, OMBUD_WORD_ARGUMENT, kind, unmet->name, &word) == OMBUD_OK;
    ombud__say_label(out, voice, carried ? OMBUD_WORD_ARGUMENT : OMBUD_WORD_EVENT, kind, unmet->name);
}

/* Who must bring an event, or must not; with an item, as the one of whom it is. */
static void say_bringer(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet)
{
    int concerned = unmet->kind == OMBUD_UNMET_CONCERNED;
    ombud__phrase who;
    ombud__phrase_begin(&who);
    ombud__say_roles(&who.out, voice, unmet->who);
    if (unmet->item_prefix.len && !concerned) {
        ombud__out_z(&who.out, " (");
        ombud__say_item(&who.out, unmet->item_prefix, unmet->item_number);
        ombud__out_char(&who.out, ')');
    }
    ombud__say_with(out, voice,
                    concerned                   ? OMBUD__W_BROUGHT_BY_ANOTHER
                    : unmet->wanted == OMBUD_NO ? OMBUD__W_BROUGHT_BY_NO
                                                : OMBUD__W_BROUGHT_BY,
                    ombud__phrase_end(&who));
}

void ombud__say_more_ways(ombud__out *out, const ombud__voice *voice, size_t count)
{
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    ombud__out_number(&number, (int64_t)count);
    if (count == 1)
        ombud__say_word(out, voice, OMBUD__W_ONE_MORE_WAY);
    else if (count)
        ombud__say_with(out, voice, OMBUD__W_MORE_WAYS, ombud__fitted(digits, sizeof digits, number.length));
}

/* What an argument comes to, `channel: internal`, or that it was carried: a fact of its own that is no word of the law;
 * NULL if there is none of the name. */
static const ombud__fact *argument_fact(const ombud_law *law, ombud_view kind, ombud_view name)
{
    for (size_t i = 0; i < law->facts_count; i++) {
        const ombud__fact *fact = &law->facts[i];
        if (fact->type >= OMBUD__FACT_CHOICE && ombud__view_is(fact->word.name, name) &&
            ombud__view_is(law->kinds[fact->kind].word.name, kind))
            return fact;
    }
    return NULL;
}

/* The label of a fact, of a definition, or of what an argument comes to. */
static ombud_view fact_label(const ombud__voice *voice, ombud_view kind, ombud_view name)
{
    ombud_word word = OMBUD_WORD_INIT;
    if (ombud__find_word(voice, OMBUD_WORD_FACT, kind, name, &word) == OMBUD_OK ||
        ombud__find_word(voice, OMBUD_WORD_DEFINITION, kind, name, &word) == OMBUD_OK)
        return word.label;
    const ombud__fact *fact = argument_fact(voice->law, kind, name);
    return fact != NULL ? ombud__label_of(&fact->word, voice->lang) : name;
}

/* A fact that is so, or is not; or its name `alone`. */
static void say_fact(ombud__out *out, const ombud__voice *voice, ombud_view kind, ombud_view name, ombud_truth truth,
                     int alone)
{
    const ombud__fact *fact = argument_fact(voice->law, kind, name);
    ombud_view label = fact_label(voice, kind, name);
    if (fact != NULL && fact->type == OMBUD__FACT_CARRIED) {
        ombud__say_with(out, voice, truth == OMBUD_NO ? OMBUD__W_NOT_CARRIED : OMBUD__W_CARRIED, label);
        return;
    }
    ombud__out_view(out, label);
    if (alone)
        return;
    ombud__out_z(out, ombud__word_behind(label, voice));
    ombud__say_word(out, voice, truth == OMBUD_NO ? OMBUD__W_NO : OMBUD__W_YES);
}

void ombud__say_stated(ombud__out *out, const ombud__voice *voice, const ombud_stated *stated)
{
    ombud__say_item(out, stated->item_prefix, stated->item_number);
    ombud__out_char(out, ' ');
    say_fact(out, voice, ombud__kind_of_prefix(voice->law, stated->item_prefix), stated->name, stated->truth, 0);
}

void ombud__say_place(ombud__out *out, const ombud__voice *voice, const ombud_stated *stated)
{
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    if (stated->position == 0) {
        ombud__say_word(out, voice, OMBUD__W_SUPPOSED);
        return;
    }
    ombud__out_number(&number, (int64_t)stated->position);
    ombud__say_brief_day(out, voice, stated->on);
    ombud__out_z(out, ", ");
    ombud__say_with(out, voice, OMBUD__W_LINE, ombud__fitted(digits, sizeof digits, number.length));
}

static void say_condition(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet, int wanted)
{
    ombud_view none = {"", 0};
    ombud_view kind = unmet->item_prefix.len ? ombud__kind_of_prefix(voice->law, unmet->item_prefix) : none;
    if (unmet->item_prefix.len && !ombud__is_of_actor(unmet->kind)) {
        ombud__say_item(out, unmet->item_prefix, unmet->item_number);
        ombud__out_char(out, ' ');
    }
    switch (unmet->kind) {
    case OMBUD_UNMET_FACT:
        say_fact(out, voice, kind, unmet->name, unmet->wanted, !wanted && unmet->now == OMBUD_UNKNOWN);
        break;
    case OMBUD_UNMET_STATE: say_state(out, voice, kind, unmet); break;
    case OMBUD_UNMET_TERM: say_term(out, voice, kind, unmet); break;
    case OMBUD_UNMET_WAIT: ombud__say_with_day(out, voice, OMBUD__W_FROM, unmet->until); break;
    case OMBUD_UNMET_DAY: say_missing_day(out, voice, kind, unmet); break;
    case OMBUD_UNMET_LINK: say_link(out, voice, kind, unmet); break;
    case OMBUD_UNMET_LENGTH: ombud__say_label(out, voice, OMBUD_WORD_LENGTH, none, unmet->name); break;
    case OMBUD_UNMET_WORDING: ombud__say_word(out, voice, OMBUD__W_THE_WORDING); break;
    case OMBUD_UNMET_ROLE:
    case OMBUD_UNMET_CONCERNED:
    case OMBUD_UNMET_ACTOR: say_bringer(out, voice, unmet); break;
    default: ombud__out_view(out, unmet->name); break;
    }
}

void ombud__say_unmet(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet)
{
    say_condition(out, voice, unmet, 1);
}

void ombud__say_decider(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet)
{
    say_condition(out, voice, unmet, 0);
}

/* ---- what is told of --------------------------------------------------------------------------------------------- */

static void say_told_fact(ombud__out *out, const ombud__voice *voice, const ombud__told *told)
{
    static const ombud__fixed truths[] = {
        [OMBUD__NO] = OMBUD__W_NO, [OMBUD__UNKNOWN] = OMBUD__W_UNKNOWN, [OMBUD__YES] = OMBUD__W_YES};
    ombud_view label = ombud__label_of(&voice->law->facts[told->what].word, voice->lang);
    ombud__out_view(out, label);
    ombud__out_z(out, ombud__word_behind(label, voice));
    ombud__say_word(out, voice, truths[told->truth]);
}

int ombud__say_told(ombud__out *what, ombud__out *how, const ombud__voice *voice, const ombud_timeline *timeline,
                    size_t index)
{
    const ombud_law *law = timeline->law;
    const ombud_step *step = &timeline->list[index];
    const ombud__telling *telling = step->kind == OMBUD_STEP_DUE ? NULL : &timeline->tellings[step->term];
    if (!telling || telling->count == 0)
        return 0;
    const ombud__told *told = &timeline->told[telling->first];
    int links = telling->act == OMBUD__ACT_LINK;
    ombud__say_item(what, step->item_prefix, step->item_number);
    for (uint32_t i = 0; i < telling->count; i++) {
        ombud__out_z(what, i > 0 ? ", " : " ");
        if (!links)
            say_told_fact(what, voice, &told[i]);
    }
    if (links) {
        ombud__out_view(what, ombud__label_of(&law->links[told->what].word, voice->lang));
        ombud__out_char(what, ' ');
        ombud__say_item(what, law->kinds[told->kind].prefix, told->number);
    }
    if (step->by) {
        ombud__phrase who;
        ombud__phrase_begin(&who);
        ombud__say_person_in(&who.out, voice, telling->by, step->by);
        if (links)
            ombud__out_view(how, ombud__phrase_end(&who));
        else
            ombud__say_with(how, voice, OMBUD__W_STATED_BY, ombud__phrase_end(&who));
    }
    if (step->entered != step->on) {
        ombud__out_z(how, how->length ? ", " : "");
        ombud__say_with_day(how, voice, OMBUD__W_ENTERED, step->entered);
    }
    return 1;
}

int ombud__say_told_whole(ombud__out *out, const ombud__voice *voice, const ombud_timeline *timeline, size_t index)
{
    ombud__phrase how;
    ombud__phrase_begin(&how);
    if (!ombud__say_told(out, &how.out, voice, timeline, index))
        return 0;
    ombud__out_z(out, how.out.length ? ", " : "");
    ombud__out_view(out, ombud__phrase_end(&how));
    return 1;
}
