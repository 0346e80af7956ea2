/*
 * How large an arena must be for what decisions rest on: laws that read many facts over and over, plainly, kept by
 * events and through links, answered within the bound to the byte.
 */
#include "trial.h"

/* Rows of one kind of item; `many`: definitions, each of which reads all facts. */
typedef struct shape {
    int facts, many;
    int kept;   /* two events keep them by turns; each reads one that the other event keeps too */
    int linked; /* they read linked items instead */
} shape;

static void put_all(trial_text *text, const char *prefix, int count)
{
    for (int i = 0; i < count; i++)
        trial_text_put(text, "%s%s%d", i > 0 ? " and " : "", prefix, i);
}

static ombud_law *law_of(shape s)
{
    static const char *const keeping[] = {" as at permit.noted", " as at permit.granted"};
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "%s", TRIAL_HEAD "item permit x\n  states live\n");
    trial_text_put(&text, "%s", "  event asked, noted, granted by member\n");
    for (int f = 0; f < s.facts; f++)
        trial_text_put(&text, "  fact f%d stated by member\n", f);
    trial_text_put(&text, "%s%s", "link needs : permit -> permit\n", TRIAL_RULE("1"));
    trial_text_put(&text, "  permit.asked: -> live\n"
                          "  permit.asked not when f0\n"
                          "  permit.noted, permit.granted: live -> same\n  permit.granted only when ");
    put_all(&text, "d", s.many);
    trial_text_put(&text, "\n  answer permit.q = v when ");
    put_all(&text, "d", s.many);
    for (int d = 0; d < s.many; d++) {
        trial_text_put(&text, "\n  permit.d%d%s when ", d, s.kept ? keeping[d % 2] : "");
        if (s.kept && d > 0)
            trial_text_put(&text, "d%d and ", d < 4 ? d - 1 : (d - 1) % 2);
        trial_text_put(&text, s.linked ? "every needs -> permit (" : "(");
        put_all(&text, "f", s.facts);
        trial_text_put(&text, ")");
    }
    trial_text_put(&text, "\n");
    ombud_law *law = LAW(text.bytes);
    free(text.bytes);
    return law;
}

/* How many lines state the facts of one item, 8 each. */
static size_t lines_of(shape s)
{
    return (size_t)(s.facts + 7) / 8;
}

static ombud_status tell(ombud_case *matter, const char *text)
{
    ombud_event event = trial_event(text);
    return ombud_case_apply(matter, &event, NULL, NULL);
}

/* States all facts of an item; with what is kept, the events that keep come after each line, and after the last until
 * all is kept by what was. */
enum { ROUNDS = 3 };
static ombud_status state_all(ombud_case *matter, shape s, int item)
{
    ombud_status status = OMBUD_OK;
    char line[200];
    for (int f = 0; f < s.facts; f++) {
        size_t at = f % 8 == 0 ? 0 : strlen(line);
        if (at == 0)
            at = (size_t)snprintf(line, sizeof line, "2026-03-02 fact x%d by=p1", item);
        snprintf(line + at, sizeof line - at, " f%d=yes", f);
        if (f % 8 < 7 && f + 1 < s.facts)
            continue;
        status = status == OMBUD_OK ? tell(matter, line) : status;
        for (int round = 0; s.kept && round < (f + 1 < s.facts ? 1 : ROUNDS); round++) {
            status = status == OMBUD_OK ? tell(matter, "2026-03-02 permit.noted x1 by=p1") : status;
            status = status == OMBUD_OK ? tell(matter, "2026-03-02 permit.granted x1 by=p1") : status;
        }
    }
    return status;
}

/* Every decision on a case of that shape, in `bytes` bytes; `stated` is how many statements the answer rests on. */
static ombud_status live(const ombud_law *law, shape s, int others, size_t bytes, size_t *stated)
{
    void *memory = malloc(bytes);
    ombud_alloc arena;
    ombud_case *matter = NULL;
    ombud_answer *answer = NULL;
    ombud_verdict *verdict = NULL;
    ombud_asof asof = trial_asof("2026-03-09");
    assert_non_null(memory);
    assert_int_equal(ombud_arena_init(&arena, memory, bytes), OMBUD_OK);
    ombud_status status = ombud_case_new(law, NULL, &arena, &matter, NULL);
    status = status == OMBUD_OK ? ombud_case_person(matter, 1, "member", NULL) : status;
    status = status == OMBUD_OK ? tell(matter, "2026-03-02 permit.asked x1 by=p1") : status;
    for (int i = 2; i <= others + 1 && status == OMBUD_OK; i++) {
        char line[80];
        snprintf(line, sizeof line, "2026-03-02 permit.asked x%d by=p1", i);
        status = tell(matter, line);
        snprintf(line, sizeof line, "2026-03-02 link x1 needs x%d", i);
        status = status == OMBUD_OK ? tell(matter, line) : status;
        status = status == OMBUD_OK ? state_all(matter, s, i) : status;
    }
    status = status == OMBUD_OK ? state_all(matter, s, 1) : status;
    asof.has_audience = 1;
    asof.audience = 1;
    for (int audience = 0; audience < 2 && status == OMBUD_OK; audience++) {
        asof.has_audience = audience;
        status = ombud_case_ask(matter, "q", "x1", &asof, &answer, NULL);
        if (status == OMBUD_OK) {
            *stated = ombud_answer_stated_count(answer);
            assert_int_equal(ombud_answer_outcome(answer), OMBUD_ANSWERED);
            ombud_answer_free(answer);
        }
        static const char *const supposed[] = {"2026-03-09 permit.granted x1 by=p1", "2026-03-09 permit.granted x1",
                                               "2026-03-09 permit.granted x1 by=p1 f0=no",
                                               "2026-03-09 permit.asked x77 by=p1 f0=no"};
        for (size_t i = 0; i < sizeof supposed / sizeof *supposed && status == OMBUD_OK; i++) {
            ombud_event event = trial_event(supposed[i]);
            status = ombud_case_may(matter, &event, &asof, &verdict, NULL);
            if (status == OMBUD_OK)
                ombud_verdict_free(verdict);
        }
    }
    ombud_case_free(matter);
    assert_int_equal(ombud_arena_used(&arena), 0);
    free(memory);
    return status;
}

static int shows;

static void check(shape s, int others)
{
    ombud_law *law = law_of(s);
    size_t items = 2 + (size_t)others, links = (size_t)others, bytes = 0, stated = 0;
    size_t events = 1 + 2 * links + (links + 1) * (lines_of(s) + (s.kept ? 2 * (lines_of(s) + ROUNDS - 1) : 0));
    assert_int_equal(ombud_case_memory_bound(law, events, items, links, &bytes), OMBUD_OK);
    assert_int_equal(live(law, s, others, bytes, &stated), OMBUD_OK);
    /* Each fact once, however often it is read. */
    assert_int_equal(stated, (size_t)s.facts * (s.linked ? links : 1));
    /* The least that does, to a percent. */
    size_t low = 0, high = bytes;
    while (shows && high - low > bytes / 100) {
        size_t middle = low + (high - low) / 2;
        if (middle < 64 || live(law, s, others, middle, &stated) != OMBUD_OK)
            low = middle;
        else
            high = middle;
    }
    if (shows)
        print_message("# %d facts, %d definitions%s%s, %d linked, %zu events: bound %zu, needed %zu, ratio %.2f\n",
                      s.facts, s.many, s.kept ? " kept" : "", s.linked ? " through links" : "", others, events, bytes,
                      high, (double)bytes / (double)high);
    ombud_law_free(law);
}

static const int fact_counts[] = {1, 7, 8, 10, 30, 63, 64, 65, 90, 130, 170, 210, 250};
enum { COUNTS = sizeof fact_counts / sizeof *fact_counts };

/* As many definitions as a law may have conditions for. */
static int most_definitions(int facts_of_each)
{
    return 7000 / facts_of_each < 40 ? 7000 / facts_of_each : 40;
}

static void read_over_and_over(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTS; i++)
        check((shape){fact_counts[i], most_definitions(fact_counts[i]), 0, 0}, 0);
}

static void kept_over_and_over(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTS; i++) {
        check((shape){fact_counts[i], 1, 1, 0}, 0);
        check((shape){fact_counts[i], fact_counts[i] > 210 ? 6 : most_definitions(fact_counts[i]) / 2, 1, 0}, 0);
    }
}

static void read_through_links(void **state)
{
    (void)state;
    for (int others = 1; others <= 40; others = others * 3 + 1) {
        check((shape){10, 20, 0, 1}, others);
        check((shape){80, 3, 0, 1}, others);
        check((shape){10, 5, 1, 1}, others);
    }
}

/* ---- random laws and journals ------------------------------------------------------------------------------------ */

enum { DEFINITIONS = 5, ITEMS = 5 };
static const char *const events[] = {"asked", "noted", "granted", "ended"};

/* Facts, and definitions below one; through links too. */
static void random_condition(trial_text *to, uint64_t *seed, int facts, int definitions, int leaves)
{
    trial_text_put(to, trial_below(seed, 4) == 0 ? "not " : "");
    if (leaves > 1) {
        int cut = 1 + (int)trial_below(seed, (size_t)leaves - 1);
        trial_text_put(to, "((");
        random_condition(to, seed, facts, definitions, cut);
        trial_text_put(to, trial_below(seed, 2) ? ") and (" : ") or (");
        random_condition(to, seed, facts, definitions, leaves - cut);
        trial_text_put(to, "))");
        return;
    }
    static const char *const links[] = {"every needs ->", "at least 1 needs ->", "at most 1 needs <-"};
    int through = trial_below(seed, 5) == 0;
    if (through)
        trial_text_put(to, "%s permit (", links[trial_below(seed, 3)]);
    if (definitions > 0 && trial_below(seed, 3) == 0)
        trial_text_put(to, "d%zu", trial_below(seed, (size_t)definitions));
    else if (!through && trial_below(seed, 8) == 0)
        trial_text_put(to, trial_below(seed, 2) ? "form is web" : "carries wanted");
    else
        trial_text_put(to, "f%zu", trial_below(seed, (size_t)facts));
    trial_text_put(to, through ? ")" : "");
}

static ombud_law *random_law(uint64_t *seed, int facts)
{
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "%s",
                   TRIAL_HEAD "item permit x\n  states live\n"
                              "  event asked by member carries form (paper, web, post, phone)\n"
                              "  event noted, granted, ended by member carries wanted (day)\n");
    for (int f = 0; f < facts; f++)
        trial_text_put(&text, "  fact f%d stated by member%s\n", f, trial_below(seed, 3) ? "" : " silence no");
    trial_text_put(&text, "%s%s", "link needs : permit -> permit\n", TRIAL_RULE("1"));
    trial_text_put(&text, "  permit.asked: -> live\n"
                          "  permit.noted: live -> same makes f0, f1\n  permit.granted: live -> same clears f2\n"
                          "  permit.ended: live -> same\n");
    for (int d = 0; d < DEFINITIONS; d++) {
        size_t at = trial_below(seed, 5);
        trial_text_put(&text, at < 4 ? "  permit.d%d as at permit.%s when " : "  permit.d%d when ", d, events[at % 4]);
        random_condition(&text, seed, facts, d, 1 + (int)trial_below(seed, 6));
        trial_text_put(&text, "\n");
    }
    for (size_t e = 0; e < 4; e++) {
        trial_text_put(&text, "  permit.%s only when ", events[e]);
        random_condition(&text, seed, facts, DEFINITIONS, 1 + (int)trial_below(seed, 6));
        trial_text_put(&text, "\n");
    }
    trial_text_put(&text, "  answer permit.q = v when ");
    random_condition(&text, seed, facts, DEFINITIONS, 6);
    trial_text_put(&text, "\n  answer permit.q = w unless ");
    random_condition(&text, seed, facts, DEFINITIONS, 6);
    trial_text_put(&text, "\n");
    ombud_law *law = LAW(text.bytes);
    free(text.bytes);
    return law;
}

/* A line about an item: a link, an event or facts, up to 8 of what it may carry. */
static void random_line(char *line, size_t size, uint64_t *seed, int facts, int first, size_t *links)
{
    size_t item = first ? *links + 1 : 1 + trial_below(seed, ITEMS), what = trial_below(seed, 8);
    int at = 0, carried = 0;
    if (!first && what == 0 && *links < 2 * ITEMS) {
        snprintf(line, size, "2026-03-02 link x%zu needs x%zu", item, 1 + trial_below(seed, ITEMS));
        ++*links;
        return;
    }
    size_t event = first ? 0 : 1 + trial_below(seed, 3);
    if (first || what < 5)
        at = snprintf(line, size, "2026-03-02 permit.%s x%zu by=p1", events[event], item);
    else
        at = snprintf(line, size, "2026-03-02 fact x%zu by=p1", item);
    if (first)
        at += snprintf(line + at, size - (size_t)at, " form=%s", trial_below(seed, 2) ? "web" : "post");
    else if (what < 3)
        at += snprintf(line + at, size - (size_t)at, " wanted=2026-04-01");
    carried = first || what < 3;
    for (int f = (int)trial_below(seed, (size_t)facts), n = carried; n < 8 && f < facts; n++, f += 1 + facts / 16)
        at += snprintf(line + at, size - (size_t)at, " f%d=%s", f,
                       (const char *[]){"yes", "no", "unknown"}[trial_below(seed, 5) * 3 / 5]);
    assert_true((size_t)at < size);
}

/* All that rests on statements, of a random journal on a random law: without NOMEM in an arena of the bound. */
static size_t live_at_random(const ombud_law *law, uint64_t seed, int facts, size_t lines, size_t bytes)
{
    void *memory = malloc(bytes);
    ombud_alloc arena;
    ombud_case *matter = NULL;
    ombud_asof asof = trial_asof("2026-03-09");
    size_t links = 0, said = 0;
    assert_non_null(memory);
    assert_int_equal(ombud_arena_init(&arena, memory, bytes), OMBUD_OK);
    assert_int_equal(ombud_case_new(law, NULL, &arena, &matter, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(matter, 1, "member", NULL), OMBUD_OK);
    for (size_t i = 0; i < lines; i++) {
        char line[300];
        size_t none = i;
        random_line(line, sizeof line, &seed, facts, i < ITEMS, i < ITEMS ? &none : &links);
        assert_int_equal(tell(matter, line), OMBUD_OK);
    }
    for (size_t item = 1; item <= ITEMS; item++) {
        char name[20], line[300];
        ombud_answer *answer = NULL;
        ombud_verdict *verdict = NULL;
        size_t none = ITEMS;
        snprintf(name, sizeof name, "x%zu", item);
        asof.has_audience = (uint8_t)trial_below(&seed, 2);
        asof.audience = 1;
        assert_int_equal(ombud_case_ask(matter, "q", name, &asof, &answer, NULL), OMBUD_OK);
        said += ombud_answer_stated_count(answer);
        ombud_answer_free(answer);
        for (size_t e = 0; e < 4; e++) {
            size_t unlinked = 2 * ITEMS; /* no link any more: an event or a fact */
            if (e == 0)
                random_line(line, sizeof line, &seed, facts, 1, &none); /* an item that would come */
            else
                do
                    random_line(line, sizeof line, &seed, facts, 0, &unlinked);
                while (strstr(line, "fact") != NULL);
            ombud_event event = trial_event(line);
            assert_int_equal(ombud_case_may(matter, &event, &asof, &verdict, NULL), OMBUD_OK);
            said += ombud_verdict_stated_count(verdict);
            ombud_verdict_free(verdict);
        }
    }
    ombud_case_free(matter);
    assert_int_equal(ombud_arena_used(&arena), 0);
    free(memory);
    return said;
}

static void laws_at_random(void **state)
{
    (void)state;
    uint64_t seed = UINT64_C(0xB0D1E5);
    size_t said = 0;
    for (int trial = 0; trial < 300; trial++) {
        int count = 3 + (int)trial_below(&seed, trial % 3 ? 20 : 150);
        size_t lines = ITEMS + trial_below(&seed, 60), bytes = 0;
        ombud_law *law = random_law(&seed, count);
        assert_int_equal(ombud_case_memory_bound(law, lines, ITEMS + 1, 2 * ITEMS, &bytes), OMBUD_OK);
        said += live_at_random(law, trial_random(&seed), count, lines, bytes);
        ombud_law_free(law);
    }
    assert_true(said > 2000);
    if (shows)
        print_message("# %zu statements of random laws\n", said);
}

int main(int argc, char **argv)
{
    shows = argc > 1 && strcmp(argv[1], "--show") == 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_over_and_over),
        cmocka_unit_test(kept_over_and_over),
        cmocka_unit_test(read_through_links),
        cmocka_unit_test(laws_at_random),
    };
    return cmocka_run_group_tests_name("memory of what is stated", tests, NULL, NULL);
}
