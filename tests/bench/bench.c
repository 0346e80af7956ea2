/*
 * How fast the kernel is, against the same work written by hand (hand.c) on the same journals in the same run. Every
 * journal is first folded by both and compared: states, facts, due days, statuses of terms, findings. Ends with one
 * line a measure: name, ours, reference, ratio, tab-separated; the ratio is the reference's time over ours, so 0.5 is
 * half the reference's speed.
 *
 *     bench [--quick] [--journals N] [--rounds N] [--fold-only]
 *
 * Exit 1 if anything differs, if the fold allocates, or if a measure is slower than its gate. The gates are far enough
 * from what is measured that a busy machine does not close them; that of the fold counts at length only.
 */
#define _POSIX_C_SOURCE 200809L
#include "journals.h"
#include "measure.h"

#include "kernel/alloc.h"
#include "kernel/civil.h"
#include "kernel/result.h"
#include "ombud/ombud.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The fold and due days: least ratios. A decision: most nanoseconds. */
static const double aim = 0.5, gate = 0.4, quick_gate = 0.2, gate_due = 0.4, gate_due_alone = 0.6, gate_decision = 100;

enum { BATCH = 20000, FIRST_REPORT = JOURNAL_REPORT };

/* ---- an allocator that counts ------------------------------------------------------------------------------------ */

typedef struct tally {
    size_t calls, live;
} tally;

static void *tally_alloc(void *ctx, size_t size)
{
    tally *t = ctx;
    t->calls++;
    t->live += size;
    return malloc(size);
}

static void *tally_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    tally *t = ctx;
    t->calls++;
    t->live += new_size - old_size;
    return realloc(block, new_size);
}

static void tally_free(void *ctx, void *block, size_t size)
{
    tally *t = ctx;
    if (block != NULL)
        t->live -= size;
    free(block);
}

/* ---- what is measured with --------------------------------------------------------------------------------------- */

typedef struct bench {
    tally memory;
    ombud_alloc alloc;
    ombud_law *law;
    const ombud_settings *settings;
    journal_names names;
    ombud__fold fold;
    hand_case hand;
    journals all;
    uint8_t roles[HAND_MEMBERS];
    size_t journals, rounds;
} bench;

static volatile uint64_t sink; /* so that nothing that is timed can be left out */

/* ---- the fold ---------------------------------------------------------------------------------------------------- */

/* As the library folds a case anew: from the first edition on, in a world of its own. */
static void fold_one(bench *b, size_t n, ombud__world *world)
{
    ombud__fold_clear(&b->fold, b->settings);
    *world = (ombud__world){.law = b->law,
                            .settings = b->settings,
                            .edition = &b->settings->editions[0],
                            .fold = &b->fold,
                            .day = (int32_t)OMBUD_DAY_MIN};
    for (uint32_t i = b->all.first[n]; i < b->all.first[n + 1]; i++)
        ombud__fold_act(world, &b->all.law_acts[i], b->all.law_loads + b->all.law_acts[i].load);
    ombud__fold_settle(world, b->all.as_of[n]);
}

static void hand_one(bench *b, size_t n)
{
    hand_begin(&b->hand, b->roles, FIRST_REPORT);
    for (uint32_t i = b->all.first[n]; i < b->all.first[n + 1]; i++)
        hand_act(&b->hand, &b->all.hand_acts[i], b->all.hand_loads + b->all.hand_acts[i].load);
    hand_settle(&b->hand, FIRST_REPORT, b->all.as_of[n]);
}

static const ombud__running *term_of(const bench *b, uint16_t item, int term)
{
    return &b->fold.terms[b->fold.things[item].terms + b->law->terms[b->names.term[term]].local];
}

/* The status as the reference keeps it: past its last day a duty is overdue, another term expired. */
static int status_of(const bench *b, const ombud__running *term)
{
    if (term->status != OMBUD_TERM_OPEN || !(term->flags & OMBUD__TERM_PAST))
        return term->status;
    return b->law->terms[b->law->term_rows[term->row].term].duty ? OMBUD_TERM_OVERDUE : OMBUD_TERM_EXPIRED;
}

static int truth_of(uint32_t known, uint32_t yes, int fact)
{
    return !(known >> fact & 1) ? OMBUD__UNKNOWN : yes >> fact & 1 ? OMBUD__YES : OMBUD__NO;
}

static int differs(size_t n, int item, const char *what, int which, long ours, long theirs)
{
    if (ours == theirs)
        return 0;
    printf("bench: journal %zu, report %d: %s %d is %ld, by hand %ld\n", n, item, what, which, ours, theirs);
    return 1;
}

static int choice_is(const ombud__world *world, const bench *b, uint16_t item, int choice)
{
    return ombud__fact_of(world, b->law->choices[b->names.choice[choice]].fact, item) == OMBUD__YES;
}

static int ties_from(const bench *b, uint16_t item, ombud__id link)
{
    int count = 0;
    for (uint32_t i = 0; i < b->fold.tie_count; i++)
        count += b->fold.ties[i].from == item && b->fold.ties[i].link == link;
    return count;
}

static int bits(uint32_t set)
{
    int count = 0;
    for (; set != 0; set &= set - 1)
        count++;
    return count;
}

static int compare(bench *b, const ombud__world *world, size_t n)
{
    int wrong = differs(n, 0, "number of findings", 0, (long)b->fold.findings, (long)b->hand.findings);
    for (uint16_t item = FIRST_REPORT; item < HAND_MEMBERS; item++) {
        const hand_report *r = &b->hand.report[item];
        wrong += differs(n, item, "state", 0, b->fold.things[item].state, b->names.state[r->state]);
        for (int t = 0; t < HAND_TERMS; t++)
            wrong += differs(n, item, "status of term", t, status_of(b, term_of(b, item, t)), r->status[t]);
        for (int t = 0; t < HAND_TERMS; t++) {
            if (r->status[t] != OMBUD_TERM_NONE)
                wrong += differs(n, item, "due day of term", t, term_of(b, item, t)->due,
                                 t < HAND_DATED ? r->due[t] : OMBUD__NO_DAY);
        }
        for (int f = 0; f < HAND_FACTS; f++)
            wrong += differs(n, item, "fact", f, ombud__fact_of(world, b->names.fact[f], item),
                             truth_of(r->known, r->yes, f));
        wrong += differs(n, item, "external", 0, choice_is(world, b, item, HAND_EXTERNAL), r->channel == HAND_EXTERNAL);
        wrong += differs(n, item, "oral", 0, choice_is(world, b, item, HAND_ORAL), r->form == HAND_ORAL);
        wrong += differs(n, item, "reporters", 0, ties_from(b, item, b->names.link[HAND_REPORTER]), bits(r->reporters));
        wrong +=
            differs(n, item, "repeated reports", 0, ties_from(b, item, b->names.link[HAND_REPEATS]), bits(r->repeats));
        wrong += differs(n, item, "readers", 0, ties_from(b, item, b->names.link[HAND_READER]), bits(r->readers));
    }
    return wrong;
}

static uint64_t time_ours(bench *b, double *spent)
{
    ombud__world world;
    uint64_t sum = 0;
    double began = seconds();
    for (size_t n = 0; n < b->all.count; n++) {
        fold_one(b, n, &world);
        sum += b->fold.findings + b->fold.things[FIRST_REPORT].state;
    }
    *spent += seconds() - began;
    return sum;
}

static uint64_t time_hand(bench *b, double *spent)
{
    uint64_t sum = 0;
    double began = seconds();
    for (size_t n = 0; n < b->all.count; n++) {
        hand_one(b, n);
        sum += b->hand.findings + b->hand.report[FIRST_REPORT].state;
    }
    *spent += seconds() - began;
    return sum;
}

/* The same journals in every round, made anew so that no round profits from the one before; A B, then B A. */
static int measure_fold(bench *b, measure *out, size_t *allocations)
{
    double ours[MAX_ROUNDS] = {0}, hand[MAX_ROUNDS] = {0}, ratio[MAX_ROUNDS], events = 0, findings = 0;
    int wrong = 0;
    for (size_t round = 0; round < b->rounds; round++) {
        events = findings = 0;
        for (size_t done = 0; done < b->journals; done += BATCH) {
            uint64_t by_law, by_hand;
            journals_make(&b->all, &b->names, 20240122 + done, b->journals - done < BATCH ? b->journals - done : BATCH);
            events += (double)b->all.acts;
            size_t calls = b->memory.calls;
            for (size_t n = 0; round == 0 && n < b->all.count; n++) {
                ombud__world world;
                fold_one(b, n, &world);
                hand_one(b, n);
                findings += b->fold.findings;
                wrong += compare(b, &world, n + done);
                if (wrong > 20)
                    return wrong;
            }
            if ((round + done / BATCH) % 2 == 0) {
                by_law = time_ours(b, &ours[round]);
                by_hand = time_hand(b, &hand[round]);
            } else {
                by_hand = time_hand(b, &hand[round]);
                by_law = time_ours(b, &ours[round]);
            }
            wrong += by_law != by_hand;
            *allocations += b->memory.calls - calls;
        }
        if (round == 0)
            printf("fold: %zu journals, %.0f events, %.0f findings compared, %d differ\n", b->journals, events,
                   findings, wrong);
        ours[round] *= 1e9 / events;
        hand[round] *= 1e9 / events;
        ratio[round] = hand[round] / ours[round];
        printf("fold: round %zu: %.1f ns an event, by hand %.1f, ratio %.3f\n", round + 1, ours[round], hand[round],
               ratio[round]);
    }
    *out = (measure){median(ours, b->rounds), median(hand, b->rounds), median(ratio, b->rounds)};
    return wrong;
}

/* ---- a decision -------------------------------------------------------------------------------------------------- */

enum { SITUATIONS = 64, QUESTIONS = 4096, REPEATS = 250 };
typedef struct question {
    uint16_t situation, item;
    uint8_t event, named;
    uint8_t by;
} question;

/* Guards may ask who brings the event. */
static inline void ask_as(ombud__world *world, const question *at)
{
    world->named = (int8_t)at->named;
    world->roles = at->named ? world->fold->things[at->by].roles : 0;
}

static int measure_decision(bench *b, measure *out)
{
    static ombud__fold folds[SITUATIONS];
    static hand_case hands[SITUATIONS];
    static ombud__world worlds[SITUATIONS];
    static question questions[QUESTIONS];
    static uint8_t answers[QUESTIONS];
    uint64_t random = 4;
    int wrong = 0, seen[8] = {0};
    journals_make(&b->all, &b->names, 7, SITUATIONS);
    for (size_t n = 0; n < SITUATIONS; n++) {
        fold_one(b, n, &worlds[n]);
        hand_one(b, n);
        memset(&folds[n], 0, sizeof folds[n]);
        if (ombud__fold_reserve(&folds[n], &b->alloc, b->fold.thing_count, b->fold.term_count, b->fold.word_count,
                                b->fold.day_count, b->fold.tie_count) != OMBUD_OK)
            return 1;
        ombud__fold_copy(&folds[n], &b->fold);
        worlds[n].fold = &folds[n];
        hands[n] = b->hand;
    }
    for (size_t q = 0; q < QUESTIONS; q++) {
        uint64_t r = journal_random(&random);
        questions[q] = (question){.situation = (uint16_t)(r % SITUATIONS),
                                  .item = (uint16_t)((r >> 8 & 7) == 7 ? JOURNAL_EARLIER : JOURNAL_REPORT),
                                  .event = (uint8_t)((r >> 16) % HAND_EVENTS),
                                  .named = (r >> 32 & 15) != 0,
                                  .by = (uint8_t)((r >> 36 & 7) == 0   ? JOURNAL_REPORTER
                                                  : (r >> 36 & 7) == 1 ? JOURNAL_TRUST_PERSON
                                                                       : JOURNAL_CONTACT_POINT)};
        /* A report that nobody received has no channel; the reference knows none without. */
        if (hands[questions[q].situation].report[questions[q].item].state == HAND_NEW)
            questions[q].item = FIRST_REPORT;
    }
    for (size_t q = 0; q < QUESTIONS; q++) {
        const question *at = &questions[q];
        ombud__world *world = &worlds[at->situation];
        ask_as(world, at);
        ombud__id event = b->names.event[at->event];
        int fast = ombud__judge_fast(world, event, at->item, world->roles, at->named);
        int full = ombud__judge(world, event, at->item, world->roles, at->named).ruling;
        int hand = hand_may(&hands[at->situation], at->item, at->event, b->roles[at->by], at->named);
        wrong += differs(q, at->event, "ruling, fast", 0, fast, hand) +
                 differs(q, at->event, "ruling, with its row", 0, full, hand);
        answers[q] = (uint8_t)hand;
        seen[hand & 7]++;
    }
    printf("decision: %d situations, %d questions: %d permitted, %d forbidden, %d undetermined, %d not foreseen; %d "
           "differ\n",
           SITUATIONS, QUESTIONS, seen[OMBUD_PERMITTED], seen[OMBUD_FORBIDDEN], seen[OMBUD_UNDETERMINED],
           seen[OMBUD_NOT_FORESEEN], wrong);
    double ours[MAX_ROUNDS], hand[MAX_ROUNDS], ratio[MAX_ROUNDS];
    for (size_t round = 0; round < b->rounds; round++) {
        uint64_t sum = 0;
        double began = seconds();
        for (int i = 0; i < REPEATS; i++) {
            for (size_t q = 0; q < QUESTIONS; q++) {
                const question *at = &questions[q];
                ombud__world *world = &worlds[at->situation];
                ask_as(world, at);
                sum += (uint64_t)ombud__judge_fast(world, b->names.event[at->event], at->item, world->roles, at->named);
            }
        }
        double middle = seconds();
        for (int i = 0; i < REPEATS; i++) {
            for (size_t q = 0; q < QUESTIONS; q++) {
                const question *at = &questions[q];
                sum -= (uint64_t)hand_may(&hands[at->situation], at->item, at->event, b->roles[at->by], at->named);
            }
        }
        double ended = seconds();
        wrong += sum != 0;
        ours[round] = (middle - began) * 1e9 / ((double)REPEATS * QUESTIONS);
        hand[round] = (ended - middle) * 1e9 / ((double)REPEATS * QUESTIONS);
        ratio[round] = hand[round] / ours[round];
    }
    *out = (measure){median(ours, b->rounds), median(hand, b->rounds), median(ratio, b->rounds)};
    for (size_t n = 0; n < SITUATIONS; n++)
        ombud__fold_free(&folds[n], &b->alloc);
    sink += answers[QUESTIONS - 1];
    return wrong;
}

/* ---- a reason ---------------------------------------------------------------------------------------------------- */

static int apply(ombud_case *matter, const char *date, int64_t by, const char *line)
{
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    event.line = (ombud_view){line, strlen(line)};
    event.by = by;
    if (ombud_day_parse(date, strlen(date), &event.on) != OMBUD_OK ||
        ombud_case_apply(matter, &event, NULL, &err) != OMBUD_OK) {
        printf("bench: %s %s: %s\n", date, line, err.message);
        return 0;
    }
    return 1;
}

/* A report that was received and examined, while justice investigates: why may it not be closed, measured, told? */
static ombud_case *case_to_ask(bench *b)
{
    ombud_case *matter = NULL;
    if (ombud_case_new(b->law, NULL, &b->alloc, &matter, NULL) != OMBUD_OK)
        return NULL;
    if (ombud_case_person(matter, 1, "reporter", NULL) == OMBUD_OK &&
        ombud_case_person(matter, 2, "contact_point", NULL) == OMBUD_OK &&
        apply(matter, "2024-03-04", 2, "report.received r1 reporter=p1 channel=external form=written") &&
        apply(matter, "2024-03-06", 2, "report.acknowledged r1") &&
        apply(matter, "2024-03-11", 2, "report.examined r1") &&
        apply(matter, "2024-03-12", 2, "fact r1 judicial_investigation=yes"))
        return matter;
    ombud_case_free(matter);
    return NULL;
}

static int measure_reason(bench *b, measure *out)
{
    static const int events[] = {
        HAND_CLOSED_AS_MINOR, HAND_CLOSED_AFTER_RESULT, HAND_MEASURES_COMMUNICATED, HAND_MEASURE_TAKEN,
        HAND_EXAMINED,        HAND_CLOSURE_NOTIFIED};
    enum { ASKED = sizeof events / sizeof *events, TIMES = 4000 };
    ombud_case *matter = case_to_ask(b);
    double ours[MAX_ROUNDS], hand[MAX_ROUNDS], ratio[MAX_ROUNDS];
    int wrong = 0;
    if (matter == NULL)
        return 1;
    uint16_t item = ombud__case_member(matter, b->names.report, 1), by = ombud__case_member(matter, b->names.person, 2);
    ombud_day on;
    if (ombud_day_parse("2024-03-20", 10, &on) != OMBUD_OK)
        return 1;
    hand_begin(&b->hand, b->roles, FIRST_REPORT);
    hand_report *r = &b->hand.report[FIRST_REPORT];
    r->state = HAND_IS_EXAMINED;
    r->channel = HAND_EXTERNAL;
    r->known |= 1u << HAND_FOLLOWED_UP | 1u << HAND_JUDICIAL_INVESTIGATION;
    r->yes |= 1u << HAND_FOLLOWED_UP | 1u << HAND_JUDICIAL_INVESTIGATION;
    for (size_t round = 0; round < b->rounds; round++) {
        static ombud__wishes wishes;
        double began = seconds();
        for (int i = 0; i < TIMES; i++) {
            for (int e = 0; e < ASKED; e++) {
                ombud__act act = {.day = (int32_t)on,
                                  .entered = (int32_t)on,
                                  .type = OMBUD__ACT_EVENT,
                                  .what = b->names.event[events[e]],
                                  .item = item,
                                  .other = OMBUD__NOBODY,
                                  .by = by};
                ombud__look look;
                ombud__ruling ruling;
                if (ombud__case_suppose(matter, &act, NULL, OMBUD__NONE, INT32_MAX, &look, &ruling, NULL) != OMBUD_OK)
                    return 1;
                ombud__world world = ombud__look_world(&look);
                world.named = 1;
                world.roles = look.fold->things[by].roles;
                ombud__why_not(&world, act.what, item, by, &wishes);
                ombud__look_free(&look);
                if (round == 0 && i == 0) {
                    int least = wishes.ways.count == 0 ? -1 : 0;
                    for (uint64_t set = wishes.ways.count == 0 ? 0 : wishes.ways.set[0]; set != 0; set &= set - 1)
                        least++;
                    wrong += differs((size_t)e, events[e], "number of unmet conditions", 0, least,
                                     bits(hand_why(&b->hand, FIRST_REPORT, events[e], HAND_BY_CONTACT_POINT, 1)));
                }
            }
        }
        double middle = seconds();
        uint64_t sum = 0;
        for (int i = 0; i < TIMES; i++) {
            for (int e = 0; e < ASKED; e++)
                sum += hand_why(&b->hand, FIRST_REPORT, events[e], HAND_BY_CONTACT_POINT, 1);
        }
        double ended = seconds();
        sink += sum + wishes.count;
        ours[round] = (middle - began) * 1e9 / (TIMES * ASKED);
        hand[round] = (ended - middle) * 1e9 / (TIMES * ASKED);
        ratio[round] = hand[round] / ours[round];
    }
    ombud_case_free(matter);
    *out = (measure){median(ours, b->rounds), median(hand, b->rounds), median(ratio, b->rounds)};
    return wrong;
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

static void show_memory(bench *b)
{
    enum { ITEMS = 4, TERMS = 24, TIES = 4 };
    const size_t DAYS = (size_t)ITEMS * b->law->kinds[b->names.report].day_count; /* four reports' */
    ombud__fold fold;
    size_t before = b->memory.live;
    memset(&fold, 0, sizeof fold);
    if (ombud__fold_reserve(&fold, &b->alloc, ITEMS, TERMS, 0, DAYS, TIES) != OMBUD_OK)
        return;
    size_t state = b->memory.live - before;
    ombud__fold_free(&fold, &b->alloc);
    printf("memory: a case of %d items, %d terms, %zu remembered days, %d links: %zu bytes beside its journal (case "
           "%zu, items' numbers %zu, state %zu)\n",
           ITEMS, TERMS, DAYS, TIES, sizeof(ombud_case) + ITEMS * sizeof(ombud__member) + state, sizeof(ombud_case),
           ITEMS * sizeof(ombud__member), state);
    before = b->memory.live;
    ombud_case *matter = case_to_ask(b);
    printf("memory: a real case of 3 items, 7 terms and 4 journal lines: %zu bytes in all\n", b->memory.live - before);
    ombud_case_free(matter);
}

/* ---- all --------------------------------------------------------------------------------------------------------- */

static int prepare(bench *b)
{
    ombud_error err = OMBUD_ERROR_INIT;
    b->alloc = (ombud_alloc){&b->memory, tally_alloc, tally_resize, tally_free};
    if (ombud_law_builtin("bxl2019", &b->alloc, &b->law, &err) != OMBUD_OK) {
        printf("bench: bxl2019: %s\n", err.message);
        return 0;
    }
    b->settings = b->law->plain;
    if (!journal_names_of(b->law, &b->names) || !journals_reserve(&b->all, BATCH))
        return 0;
    const ombud__kind *report = &b->law->kinds[b->names.report], *person = &b->law->kinds[b->names.person];
    if (ombud__fold_reserve(&b->fold, &b->alloc, HAND_MEMBERS, 2u * report->term_count + 3u * person->term_count, 64,
                            2u * report->day_count + 3u * person->day_count, 16) != OMBUD_OK)
        return 0;
    b->roles[JOURNAL_REPORTER] = HAND_BY_REPORTER;
    b->roles[JOURNAL_CONTACT_POINT] = HAND_BY_CONTACT_POINT;
    b->roles[JOURNAL_TRUST_PERSON] = HAND_BY_TRUST_PERSON;
    ombud__fold_join(&b->fold, b->settings, b->names.person, b->names.role[0]);
    ombud__fold_join(&b->fold, b->settings, b->names.person, b->names.role[1]);
    ombud__fold_join(&b->fold, b->settings, b->names.person, b->names.role[3]);
    ombud__fold_join(&b->fold, b->settings, b->names.report, 0);
    ombud__fold_join(&b->fold, b->settings, b->names.report, 0);
    return 1;
}

static void line(const char *name, measure m)
{
    if (m.reference > 0)
        printf("%s\t%.2f\t%.2f\t%.3f\n", name, m.ours, m.reference, m.ratio);
    else
        printf("%s\t%.2f\t-\t-\n", name, m.ours);
}

static int too_slow(const char *name, int slow)
{
    if (slow)
        printf("gate: %s is too slow\n", name);
    return slow;
}

int main(int argc, char **argv)
{
    static bench b;
    int quick = 0, fold_only = 0, wrong;
    size_t allocations = 0;
    measure fold, decision = {0}, reason = {0}, across = {0}, text = {0}, may = {0}, due = {0}, due_alone = {0};
    b.journals = 1000000;
    b.rounds = 7;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quick") == 0) {
            quick = 1;
            b.journals = 50000;
            b.rounds = 5;
        } else if (strcmp(argv[i], "--fold-only") == 0) {
            fold_only = 1;
        } else if (strcmp(argv[i], "--journals") == 0 && i + 1 < argc) {
            b.journals = strtoul(argv[++i], NULL, 10);
        } else if (strcmp(argv[i], "--rounds") == 0 && i + 1 < argc) {
            b.rounds = strtoul(argv[++i], NULL, 10);
        } else {
            printf("usage: bench [--quick] [--journals N] [--rounds N] [--fold-only]\n");
            return 2;
        }
    }
    if (b.journals < 1 || b.rounds < 1 || b.rounds > MAX_ROUNDS || !prepare(&b)) {
        printf("bench: at least 1 journal, 1 to %d rounds, and memory are needed\n", MAX_ROUNDS);
        return 2;
    }
    wrong = measure_fold(&b, &fold, &allocations);
    if (wrong == 0 && !fold_only) {
        wrong += measure_decision(&b, &decision);
        wrong += measure_reason(&b, &reason);
        wrong += measure_asked(b.law, &b.alloc, b.rounds, &across, &text, &may);
        wrong += measure_due(b.rounds, &due, &due_alone);
        show_memory(&b);
    }
    ombud__fold_free(&b.fold, &b.alloc);
    ombud_law_free(b.law);
    journals_free(&b.all);
    if (wrong > 0) {
        printf("bench: %d differences\n", wrong);
        return 1;
    }
    printf("memory: %zu bytes left when all is freed\n", b.memory.live);
    printf("aim of the fold %.2f, gate %.2f; times in ns\n", aim, quick ? quick_gate : gate);
    line("fold", fold);
    if (!fold_only) {
        line("decision", decision);
        line("reason", reason);
        line("reason_across", across);
        line("due_day", due);
        line("due_day_alone", due_alone);
        line("line", text);
        line("question", may);
    }
    printf("allocations\t%zu\t0\t-\n", allocations);
    int slow = too_slow("the fold", fold.ratio < (quick ? quick_gate : gate));
    if (!fold_only) {
        slow |= too_slow("a decision", decision.ours >= gate_decision);
        slow |= too_slow("a due day with its steps", due.ratio < gate_due);
        slow |= too_slow("a due day alone", due_alone.ratio < gate_due_alone);
    }
    return b.memory.live != 0 || allocations != 0 || slow;
}
