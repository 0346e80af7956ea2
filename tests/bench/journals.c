/* Journals of reports as a contact point might keep them, good and bad; see journals.h. */
#include "journals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint64_t journal_random(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

static const char *const event_names[HAND_EVENTS] = {"received",
                                                     "acknowledged",
                                                     "extension_justified",
                                                     "feedback_given",
                                                     "information_requested",
                                                     "information_added",
                                                     "examined",
                                                     "protection_examined",
                                                     "inquiry_opened",
                                                     "inquiry_concluded",
                                                     "measure_taken",
                                                     "measures_communicated",
                                                     "result_communicated",
                                                     "further_inquiry_needed",
                                                     "transmitted",
                                                     "closed_as_minor",
                                                     "closed_as_repetitive",
                                                     "closed_after_result",
                                                     "closure_notified",
                                                     "reopened",
                                                     "access_given",
                                                     "internally_acknowledged",
                                                     "internal_inquiry_opened",
                                                     "internal_feedback_given",
                                                     "appropriate_measure",
                                                     "registered",
                                                     "internally_registered",
                                                     "closed_internally",
                                                     "deleted",
                                                     "protection_explained"};
static const char *const fact_names[HAND_FACTS] = {"no_acknowledgement_asked",
                                                   "acknowledgement_endangers",
                                                   "judicial_investigation",
                                                   "anonymous",
                                                   "unreachable",
                                                   "closure_reasons_given",
                                                   "measure_reasons_given",
                                                   "minor_closure",
                                                   "needed_in_proceedings",
                                                   "followed_up",
                                                   "minor",
                                                   "significant_new_information",
                                                   "new_elements_justify",
                                                   "reader_authorised",
                                                   "reasonable_grounds",
                                                   "grounds_at_report"};
static const char *const choice_names[HAND_CHOICES] = {NULL, "internal", "external", "written", "oral"};
static const char *const link_names[HAND_LINKS] = {NULL, "reporter", "repeats", "reader"};
static const char *const state_names[HAND_STATES] = {NULL, "received", "examined", "closed"};
static const char *const term_names[HAND_TERMS] = {"acknowledge",       "feedback",          "external_measure",
                                                   "archive",           "follow_up",         "final_result",
                                                   "transmission",      "closure_notice",    "measures_notice",
                                                   "registration",      "protection_notice", "internal_acknowledgement",
                                                   "internal_feedback", "internal_measure"};
static const char *const role_names[4] = {"reporter", "contact_point", "ombudsman", "trust_person"};

static int is(ombud_view name, const char *wanted)
{
    return name.len == strlen(wanted) && memcmp(name.ptr, wanted, name.len) == 0;
}

#define FIND(out, table, wanted, test)                                                                                 \
    do {                                                                                                               \
        size_t at = 0;                                                                                                 \
        while (at < law->table##_count && !(is(law->table[at].word.name, (wanted)) && (test)))                         \
            at++;                                                                                                      \
        if (at == law->table##_count) {                                                                                \
            printf("bench: the law has no %s in its %s\n", (wanted), #table);                                          \
            return 0;                                                                                                  \
        }                                                                                                              \
        (out) = (ombud__id)at;                                                                                         \
    } while (0)

int journal_names_of(const ombud_law *law, journal_names *out)
{
    ombud__id id;
    FIND(out->report, kinds, "report", 1);
    FIND(out->person, kinds, "person", 1);
    for (int i = 0; i < HAND_EVENTS; i++)
        FIND(out->event[i], events, event_names[i], law->events[at].kind == out->report);
    for (int i = 0; i < HAND_FACTS; i++)
        FIND(out->fact[i], facts, fact_names[i], law->facts[at].kind == out->report);
    for (int i = 1; i < HAND_CHOICES; i++)
        FIND(out->choice[i], choices, choice_names[i], law->facts[law->choices[at].fact].kind == out->report);
    for (int i = 1; i < HAND_LINKS; i++) {
        FIND(out->arg[i], args, link_names[i], law->args[at].kind == out->report);
        out->link[i] = law->args[out->arg[i]].link;
    }
    for (int i = 1; i < HAND_STATES; i++) {
        FIND(id, states, state_names[i], law->states[at].kind == out->report);
        out->state[i] = law->states[id].local;
    }
    out->state[HAND_NEW] = 0;
    for (int i = 0; i < HAND_TERMS; i++)
        FIND(out->term[i], terms, term_names[i], law->terms[at].kind == out->report);
    for (int i = 0; i < 4; i++) {
        FIND(id, roles, role_names[i], 1);
        out->role[i] = (uint64_t)1 << id;
    }
    return 1;
}

/* ---- one journal ------------------------------------------------------------------------------------------------- */

typedef struct writer {
    journal *out;
    uint64_t random;
    int32_t day;
    uint16_t keeper; /* who deals with the report */
} writer;

static int32_t between(writer *w, int32_t least, int32_t most)
{
    return least + (int32_t)(journal_random(&w->random) % (uint64_t)(most - least + 1));
}

static int in_hundred(writer *w, int32_t parts)
{
    return between(w, 0, 99) < parts;
}

static void load(writer *w, uint8_t type, int what, int truth, int32_t value)
{
    journal *j = w->out;
    j->load[j->loads++] = (ombud__load){type, (uint8_t)truth, (ombud__id)what, value};
    j->act[j->acts - 1].loads++;
}

static void fact(writer *w, int what, int truth)
{
    load(w, OMBUD__LOAD_FACT, what, truth, 0);
}

static void act(writer *w, uint8_t type, uint16_t item, int32_t days_later, int event)
{
    journal *j = w->out;
    w->day += days_later;
    uint16_t by = event == HAND_INFORMATION_ADDED ? JOURNAL_REPORTER : w->keeper;
    int32_t slip = between(w, 0, 99);
    if (slip < 2)
        by = OMBUD__NOBODY;
    else if (slip < 4)
        by = by == JOURNAL_REPORTER ? JOURNAL_CONTACT_POINT : JOURNAL_REPORTER;
    j->act[j->acts++] = (ombud__act){.day = w->day,
                                     .entered = w->day,
                                     .type = type,
                                     .what = (ombud__id)event,
                                     .item = item,
                                     .other = OMBUD__NOBODY,
                                     .by = by,
                                     .load = (uint32_t)j->loads};
}

static void on(writer *w, int32_t days_later, int event)
{
    act(w, OMBUD__ACT_EVENT, JOURNAL_REPORT, days_later, event);
}

static void stated(writer *w, int32_t days_later, int what, int truth)
{
    act(w, OMBUD__ACT_FACT, JOURNAL_REPORT, days_later, HAND_RECEIVED);
    fact(w, what, truth);
}

/* Received, and entered in the register on the same day or soon after; most often the protection is explained too. */
static void received_by(writer *w, uint16_t item, int channel)
{
    act(w, OMBUD__ACT_EVENT, item, 0, HAND_RECEIVED);
    load(w, OMBUD__LOAD_ITEM, HAND_REPORTER, 0, JOURNAL_REPORTER);
    load(w, OMBUD__LOAD_CHOICE, channel, 0, 0);
    load(w, OMBUD__LOAD_CHOICE, in_hundred(w, 70) ? HAND_WRITTEN : HAND_ORAL, 0, 0);
    if (in_hundred(w, 30))
        fact(w, HAND_REASONABLE_GROUNDS, in_hundred(w, 90) ? OMBUD__YES : OMBUD__NO);
    if (in_hundred(w, 80))
        act(w, OMBUD__ACT_EVENT, item, between(w, 0, 2), HAND_REGISTERED);
    if (in_hundred(w, 60))
        act(w, OMBUD__ACT_EVENT, item, between(w, 0, 2), HAND_PROTECTION_EXPLAINED);
}

static void received(writer *w, uint16_t item)
{
    received_by(w, item, in_hundred(w, 90) ? HAND_EXTERNAL : HAND_INTERNAL);
}

static void notified(writer *w)
{
    if (in_hundred(w, 80)) {
        on(w, between(w, 0, 20), HAND_CLOSURE_NOTIFIED);
        if (in_hundred(w, 90))
            fact(w, HAND_CLOSURE_REASONS_GIVEN, OMBUD__YES);
    }
}

static void concluded(writer *w)
{
    on(w, between(w, 10, 80), HAND_INQUIRY_CONCLUDED);
    on(w, between(w, 1, 20), HAND_RESULT_COMMUNICATED);
    on(w, between(w, 0, 10), HAND_CLOSED_AFTER_RESULT);
    notified(w);
}

static void closed_as_minor(writer *w)
{
    on(w, between(w, 5, 25), HAND_EXAMINED);
    on(w, between(w, 0, 10), HAND_CLOSED_AS_MINOR);
    if (in_hundred(w, 95))
        fact(w, HAND_MINOR, in_hundred(w, 95) ? OMBUD__YES : OMBUD__NO);
    notified(w);
}

/* Each template stands for a way a report can go; `day` is the receipt. */
static void on_time(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 7), HAND_ACKNOWLEDGED);
    on(w, between(w, 3, 20), HAND_EXAMINED);
    if (in_hundred(w, 50)) {
        on(w, between(w, 1, 10), HAND_INFORMATION_REQUESTED);
        on(w, between(w, 1, 10), HAND_INFORMATION_ADDED);
    }
    on(w, between(w, 1, 10), HAND_INQUIRY_OPENED);
    on(w, between(w, 10, 30), HAND_FEEDBACK_GIVEN);
    concluded(w);
}

static void late_acknowledgement(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 8, 30), HAND_ACKNOWLEDGED);
    on(w, between(w, 3, 20), HAND_EXAMINED);
    on(w, between(w, 10, 30), HAND_FEEDBACK_GIVEN);
    if (in_hundred(w, 40))
        on(w, between(w, 1, 60), HAND_INFORMATION_ADDED);
}

static void extended(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 8), HAND_ACKNOWLEDGED);
    on(w, between(w, 3, 20), HAND_EXAMINED);
    on(w, between(w, 1, 10), HAND_INQUIRY_OPENED);
    on(w, between(w, 20, 70), HAND_EXTENSION_JUSTIFIED);
    on(w, between(w, 30, 110), HAND_FEEDBACK_GIVEN);
    if (in_hundred(w, 60))
        concluded(w);
}

static void minor(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 9), HAND_ACKNOWLEDGED);
    closed_as_minor(w);
    if (in_hundred(w, 15)) {
        on(w, between(w, 10, 60), HAND_REOPENED);
        closed_as_minor(w);
    }
}

static void repetitive(writer *w)
{
    received(w, JOURNAL_EARLIER);
    act(w, OMBUD__ACT_EVENT, JOURNAL_EARLIER, between(w, 0, 9), HAND_ACKNOWLEDGED);
    if (in_hundred(w, 80)) {
        act(w, OMBUD__ACT_EVENT, JOURNAL_EARLIER, between(w, 5, 25), HAND_EXAMINED);
        act(w, OMBUD__ACT_EVENT, JOURNAL_EARLIER, between(w, 0, 25), HAND_CLOSED_AS_MINOR);
        fact(w, HAND_MINOR, OMBUD__YES);
    }
    w->day += between(w, 5, 120);
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 9), HAND_ACKNOWLEDGED);
    on(w, between(w, 1, 20), HAND_CLOSED_AS_REPETITIVE);
    load(w, OMBUD__LOAD_ITEM, HAND_REPEATS, 0, JOURNAL_EARLIER);
    fact(w, HAND_SIGNIFICANT_NEW_INFORMATION, in_hundred(w, 90) ? OMBUD__NO : OMBUD__YES);
    if (in_hundred(w, 90))
        fact(w, HAND_NEW_ELEMENTS_JUSTIFY, OMBUD__NO);
    notified(w);
}

static void judicial(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 7), HAND_ACKNOWLEDGED);
    stated(w, between(w, 0, 10), HAND_JUDICIAL_INVESTIGATION, OMBUD__YES);
    on(w, between(w, 0, 10), HAND_PROTECTION_EXAMINED);
    if (in_hundred(w, 50))
        on(w, between(w, 0, 10), HAND_EXAMINED);
    if (in_hundred(w, 60))
        stated(w, between(w, 20, 200), HAND_JUDICIAL_INVESTIGATION, OMBUD__NO);
    on(w, between(w, 0, 10), HAND_INQUIRY_OPENED);
    on(w, between(w, 10, 50), HAND_FEEDBACK_GIVEN);
}

static void late_feedback(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 7), HAND_ACKNOWLEDGED);
    on(w, between(w, 20, 40), HAND_EXAMINED);
    on(w, between(w, 40, 80), HAND_INFORMATION_REQUESTED);
    if (in_hundred(w, 30))
        on(w, between(w, 0, 5), HAND_EXTENSION_JUSTIFIED);
    on(w, between(w, 10, 80), HAND_FEEDBACK_GIVEN);
}

static void unlawful_closure(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 15), HAND_ACKNOWLEDGED);
    on(w, between(w, 0, 15), in_hundred(w, 50) ? HAND_CLOSED_AS_MINOR : HAND_CLOSED_AFTER_RESULT);
    notified(w);
    on(w, between(w, 0, 5), HAND_ACCESS_GIVEN);
    load(w, OMBUD__LOAD_ITEM, HAND_READER, 0, JOURNAL_REPORTER);
    if (in_hundred(w, 50))
        fact(w, HAND_READER_AUTHORISED, OMBUD__YES);
}

static void out_of_reach(writer *w)
{
    received(w, JOURNAL_REPORT);
    if (in_hundred(w, 60)) {
        stated(w, 0, HAND_ANONYMOUS, OMBUD__YES);
        fact(w, HAND_UNREACHABLE, in_hundred(w, 80) ? OMBUD__YES : OMBUD__UNKNOWN);
    } else {
        stated(w, 0, in_hundred(w, 50) ? HAND_NO_ACKNOWLEDGEMENT_ASKED : HAND_ACKNOWLEDGEMENT_ENDANGERS, OMBUD__YES);
    }
    on(w, between(w, 5, 60), HAND_EXAMINED);
    on(w, between(w, 20, 100), HAND_INQUIRY_OPENED);
    concluded(w);
}

static void measures(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 7), HAND_ACKNOWLEDGED);
    on(w, between(w, 1, 20), HAND_MEASURE_TAKEN);
    on(w, between(w, 1, 20), HAND_MEASURES_COMMUNICATED);
    if (in_hundred(w, 80))
        fact(w, HAND_MEASURE_REASONS_GIVEN, OMBUD__YES);
    on(w, between(w, 1, 20), HAND_FURTHER_INQUIRY_NEEDED);
    on(w, between(w, 1, 20), HAND_TRANSMITTED);
    on(w, between(w, 1, 80), HAND_FEEDBACK_GIVEN);
}

/* Within the body; now and then the trust person takes what is not theirs. */
static void internal(writer *w)
{
    w->keeper = JOURNAL_TRUST_PERSON;
    received_by(w, JOURNAL_REPORT, in_hundred(w, 90) ? HAND_INTERNAL : HAND_EXTERNAL);
    on(w, between(w, 0, 10), HAND_INTERNALLY_ACKNOWLEDGED);
    on(w, between(w, 1, 20), HAND_INTERNAL_INQUIRY_OPENED);
    on(w, between(w, 10, 90), HAND_INTERNAL_FEEDBACK_GIVEN);
    if (in_hundred(w, 50))
        on(w, between(w, 0, 30), HAND_APPROPRIATE_MEASURE);
    on(w, between(w, 0, 30), HAND_CLOSED_INTERNALLY);
}

/* Kept for ten years, or not quite. */
static void deleted(writer *w)
{
    received(w, JOURNAL_REPORT);
    on(w, between(w, 0, 7), HAND_ACKNOWLEDGED);
    on(w, between(w, 20, 60), HAND_APPROPRIATE_MEASURE);
    if (in_hundred(w, 90))
        on(w, between(w, 0, 20), HAND_FEEDBACK_GIVEN);
    closed_as_minor(w);
    if (in_hundred(w, 10))
        stated(w, between(w, 0, 10), HAND_NEEDED_IN_PROCEEDINGS, OMBUD__YES);
    if (in_hundred(w, 90))
        on(w, between(w, 0, 10), HAND_REGISTERED);
    if (in_hundred(w, 90))
        on(w, between(w, 0, 10), HAND_PROTECTION_EXPLAINED);
    on(w, between(w, 3600, 3800), HAND_DELETED);
}

void journal_make(uint64_t seed, journal *out)
{
    static void (*const templates[])(writer *) = {
        on_time,    on_time,  on_time,       late_acknowledgement, extended,     extended, minor,    minor,
        repetitive, judicial, late_feedback, unlawful_closure,     out_of_reach, measures, internal, deleted};
    writer w = {out, seed, 0, JOURNAL_CONTACT_POINT};
    out->acts = out->loads = 0;
    w.day = between(&w, 19754, 20500); /* from February 2024 on */
    templates[(uint64_t)between(&w, 0, 1 << 20) % (sizeof templates / sizeof *templates)](&w);
    out->as_of = w.day + between(&w, 0, 150);
}

/* ---- many -------------------------------------------------------------------------------------------------------- */

int journals_reserve(journals *all, size_t count)
{
    all->first = malloc((count + 1) * sizeof *all->first);
    all->as_of = malloc(count * sizeof *all->as_of);
    all->law_acts = malloc(count * JOURNAL_ACTS * sizeof *all->law_acts);
    all->hand_acts = malloc(count * JOURNAL_ACTS * sizeof *all->hand_acts);
    all->law_loads = malloc(count * JOURNAL_LOADS * sizeof *all->law_loads);
    all->hand_loads = malloc(count * JOURNAL_LOADS * sizeof *all->hand_loads);
    return all->first && all->as_of && all->law_acts && all->hand_acts && all->law_loads && all->hand_loads;
}

void journals_free(journals *all)
{
    free(all->first);
    free(all->as_of);
    free(all->law_acts);
    free(all->hand_acts);
    free(all->law_loads);
    free(all->hand_loads);
}

static ombud__load in_law(const journal_names *names, ombud__load load)
{
    switch (load.type) {
    case OMBUD__LOAD_FACT: load.what = names->fact[load.what]; break;
    case OMBUD__LOAD_CHOICE: load.what = names->choice[load.what]; break;
    default: load.what = names->arg[load.what];
    }
    return load;
}

void journals_make(journals *all, const journal_names *names, uint64_t seed, size_t count)
{
    size_t acts = 0, loads = 0;
    for (size_t n = 0; n < count; n++) {
        journal one;
        journal_make(seed + n, &one);
        all->first[n] = (uint32_t)acts;
        all->as_of[n] = one.as_of;
        for (int i = 0; i < one.acts; i++) {
            one.act[i].load += (uint32_t)loads;
            all->hand_acts[acts] = all->law_acts[acts] = one.act[i];
            if (one.act[i].type == OMBUD__ACT_EVENT)
                all->law_acts[acts].what = names->event[one.act[i].what];
            acts++;
        }
        for (int i = 0; i < one.loads; i++) {
            all->hand_loads[loads] = one.load[i];
            all->law_loads[loads++] = in_law(names, one.load[i]);
        }
    }
    all->first[count] = (uint32_t)acts;
    all->count = count;
    all->acts = acts;
}
