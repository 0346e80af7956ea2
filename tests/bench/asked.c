/*
 * How fast a reason is that leads over links to other items, and what reading a line of text costs besides: events and
 * questions as a host gives them, by the public functions. No reference: a switch that answers these would be another
 * law.
 */
#define _POSIX_C_SOURCE 200809L
#include "measure.h"

#include "casefile/line.h"
#include "kernel/result.h"

#include <stdio.h>

typedef struct line {
    const char *on;
    int64_t by;
    const char *words;
} line;

/* A body of the Region, a municipality, a body of which little is known; two complaints; what is asked in an inquiry.
 */
static const line journal[] = {
    {"2025-01-06", 3, "body.described b1 authority_kind=of_the_region"},
    {"2025-01-06", 3, "body.described b2 authority_kind=municipality supervised_by_region=no"},
    {"2025-01-06", 3, "body.described b3 authority_kind=of_another_kind"},
    {"2025-01-06", 4, "complaint.lodged k1 respondent=b1 form=written"},
    {"2025-01-06", 4, "complaint.lodged k2 respondent=b3 form=written"},
    {"2025-01-07", 1, "complaint.taken_up k1"},
    {"2025-01-08", 1, "inquiry.opened_on_complaint i1 into_complaint=k1 looks_into=b1"},
    {"2025-01-08", 1, "inquiry.opened_on_own_initiative i2 looks_into=b1"},
    {"2025-01-20", 1, "inquiry.findings_recorded i1"},
    {"2025-01-27", 1, "recommendation.made n1 rests_on=i1 addressed_to=b1 set_period=P6M"},
    {"2025-02-03", 1, "query.asked q1 in_inquiry=i1"},
    {"2025-02-03", 1, "query.period_set q1 set_period=P25D"},
};

/* What each wants is of another item than the one it is asked of: of the body, of the inquiry, of the query in it. */
static const line questions[] = {
    {"2025-02-20", 1, "complaint.taken_up k2"},
    {"2025-02-20", 1, "inquiry.opened_on_own_initiative i3 looks_into=b2"},
    {"2025-02-20", 1, "recommendation.made n2 rests_on=i2 set_period=P6M"},
    {"2025-02-20", 1, "recommendation.made_public n1"},
};

enum { LINES = sizeof journal / sizeof *journal, QUESTIONS = sizeof questions / sizeof *questions, TIMES = 1000 };

static ombud_event event_of(const line *from)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.line = (ombud_view){from->words, strlen(from->words)};
    event.by = from->by;
    (void)ombud_day_parse(from->on, strlen(from->on), &event.on);
    return event;
}

/* The case with its persons; adds the time of its lines. */
static ombud_case *told(const ombud_law *law, const ombud_alloc *alloc, double *spent)
{
    static const char *const roles[] = {"ombudsman", "administration", "body", "complainant"};
    ombud_case *matter = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event events[LINES];
    if (ombud_case_new(law, NULL, alloc, &matter, NULL) != OMBUD_OK)
        return NULL;
    for (int64_t p = 1; p <= 4; p++) {
        if (ombud_case_person(matter, p, roles[p - 1], NULL) != OMBUD_OK)
            return NULL;
    }
    for (size_t i = 0; i < LINES; i++)
        events[i] = event_of(&journal[i]);
    double began = seconds();
    for (size_t i = 0; i < LINES; i++) {
        if (ombud_case_apply(matter, &events[i], NULL, &err) != OMBUD_OK) {
            printf("bench: %s: %s\n", journal[i].words, err.message);
            return NULL;
        }
    }
    *spent += seconds() - began;
    return matter;
}

/* What a question wants, from what was read of it. */
static int ask(const ombud_case *matter, const ombud__resolved *of, ombud__wishes *wishes)
{
    ombud__look look;
    ombud__ruling ruling;
    ombud__id newcomer = of->newcomer ? of->kind : OMBUD__NONE;
    if (ombud__case_suppose(matter, &of->act, of->loads, newcomer, INT32_MAX, &look, &ruling, NULL) != OMBUD_OK)
        return 0;
    ombud__world world = ombud__look_world(&look);
    world.named = 1;
    world.roles = ombud__roles_on(&world, of->act.by, of->act.item);
    ombud__why_not(&world, of->act.what, of->act.item, of->act.by, wishes);
    ombud__look_free(&look);
    return 1;
}

/* Whether some way to have it names another item. */
static int leads_away(const ombud__wishes *wishes, uint16_t item)
{
    for (uint32_t i = 0; i < wishes->count; i++) {
        if (wishes->wish[i].item != item && wishes->wish[i].item != OMBUD__NOBODY)
            return 1;
    }
    return 0;
}

static size_t by_text(const ombud_case *matter, const ombud_event *event)
{
    ombud_verdict *verdict = NULL;
    if (ombud_case_may(matter, event, NULL, &verdict, NULL) != OMBUD_OK)
        return 0;
    size_t sets = ombud_verdict_set_count(verdict);
    ombud_verdict_free(verdict);
    return sets;
}

int measure_asked(const ombud_law *law, const ombud_alloc *alloc, size_t rounds, measure *across, measure *text,
                  measure *question)
{
    static ombud__resolved read[QUESTIONS];
    static ombud__wishes wishes;
    double reasons[MAX_ROUNDS] = {0}, each[QUESTIONS][MAX_ROUNDS], lines[MAX_ROUNDS], asked[MAX_ROUNDS], ignored = 0;
    const ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_event events[QUESTIONS];
    int wrong = 0;
    ombud_case *matter = told(law, alloc, &ignored);
    if (matter == NULL)
        return 1;
    for (size_t q = 0; q < QUESTIONS; q++) {
        events[q] = event_of(&questions[q]);
        if (ombud__line_read(matter, &events[q], &asof, &read[q], NULL) != OMBUD_OK ||
            !ask(matter, &read[q], &wishes) || !leads_away(&wishes, read[q].act.item) ||
            by_text(matter, &events[q]) != wishes.ways.count) {
            printf("bench: %s: its reason is not what it should be\n", questions[q].words);
            wrong++;
        }
    }
    for (size_t round = 0; round < rounds && wrong == 0; round++) {
        for (size_t q = 0; q < QUESTIONS; q++) {
            double began = seconds();
            for (int i = 0; i < TIMES; i++)
                wrong += !ask(matter, &read[q], &wishes);
            each[q][round] = (seconds() - began) * 1e9 / TIMES;
            reasons[round] += each[q][round] / QUESTIONS;
        }
        double began = seconds();
        for (int i = 0; i < TIMES; i++) {
            for (size_t q = 0; q < QUESTIONS; q++)
                wrong += by_text(matter, &events[q]) == 0;
        }
        asked[round] = (seconds() - began) * 1e9 / (TIMES * QUESTIONS);
        lines[round] = 0;
        for (int i = 0; i < TIMES; i++) {
            ombud_case *another = told(law, alloc, &lines[round]);
            wrong += another == NULL;
            ombud_case_free(another);
        }
        lines[round] *= 1e9 / (TIMES * LINES);
    }
    ombud_case_free(matter);
    for (size_t q = 0; q < QUESTIONS && wrong == 0; q++)
        printf("reason across items: %s: %.0f ns\n", questions[q].words, median(each[q], rounds));
    if (wrong == 0) {
        *across = (measure){median(reasons, rounds), 0, 0};
        *text = (measure){median(lines, rounds), 0, 0};
        *question = (measure){median(asked, rounds), 0, 0};
    }
    return wrong;
}
