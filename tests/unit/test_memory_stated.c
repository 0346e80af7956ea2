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
    trial_text_put(&text, "%s", TRIAL_HEAD "item permit x\n  states live\n  event asked, noted, granted by member\n");
    for (int f = 0; f < s.facts; f++)
        trial_text_put(&text, "  fact f%d stated by member\n", f);
    trial_text_put(&text, "link needs : permit -> permit\n" TRIAL_RULE("1") "  permit.asked: -> live\n  permit.asked not when f0\n"
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

static const int facts[] = {1, 7, 8, 10, 30, 63, 64, 65, 90, 130, 170, 210, 250};
enum { COUNTS = sizeof facts / sizeof *facts };

/* As many definitions as a law may have conditions for. */
static int most_definitions(int facts_of_each)
{
    return 7000 / facts_of_each < 40 ? 7000 / facts_of_each : 40;
}

static void read_over_and_over(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTS; i++)
        check((shape){facts[i], most_definitions(facts[i]), 0, 0}, 0);
}

static void kept_over_and_over(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNTS; i++) {
        check((shape){facts[i], 1, 1, 0}, 0);
        check((shape){facts[i], facts[i] > 210 ? 6 : most_definitions(facts[i]) / 2, 1, 0}, 0);
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

int main(int argc, char **argv)
{
    shows = argc > 1 && strcmp(argv[1], "--show") == 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(read_over_and_over),
        cmocka_unit_test(kept_over_and_over),
        cmocka_unit_test(read_through_links),
    };
    return cmocka_run_group_tests_name("memory of what is stated", tests, NULL, NULL);
}
