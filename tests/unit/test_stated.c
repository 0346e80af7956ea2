/*
 * What a decision rests on: the facts that were stated and made it so, each with the line that stated it last. Held
 * against random rows: with nothing but what is listed in the journal, every decision is the same.
 */
#include "permit.h"

/* The list of a verdict or an answer, each `x1 a yes LINE DAY`, as one text. */
static void add_stated(char *text, size_t size, const ombud_stated *s)
{
    size_t at = strlen(text);
    int length = snprintf(text + at, size - at, "%s%.*s%d %.*s %s %zu %s", at > 0 ? "; " : "", (int)s->item_prefix.len,
                          s->item_prefix.ptr, (int)s->item_number, (int)s->name.len, s->name.ptr,
                          s->truth == OMBUD_YES ? "yes" : "no", s->position, trial_date(s->on) + 5);
    assert_true(length > 0 && (size_t)length < size - at);
}

static const char *of_verdict(ombud_verdict *verdict)
{
    static char text[2000];
    text[0] = '\0';
    for (size_t i = 0; i < ombud_verdict_stated_count(verdict); i++) {
        ombud_stated s = OMBUD_STATED_INIT;
        assert_int_equal(ombud_verdict_stated(verdict, i, &s), OMBUD_OK);
        add_stated(text, sizeof text, &s);
    }
    ombud_verdict_free(verdict);
    return text;
}

static const char *of_answer(const ombud_case *c, const char *question, const ombud_asof *asof, ombud_outcome outcome)
{
    static char text[2000];
    ombud_answer *answer = NULL;
    text[0] = '\0';
    assert_int_equal(ombud_case_ask(c, question, "x1", asof, &answer, NULL), OMBUD_OK);
    assert_int_equal(ombud_answer_outcome(answer), outcome);
    for (size_t i = 0; i < ombud_answer_stated_count(answer); i++) {
        ombud_stated s = OMBUD_STATED_INIT;
        assert_int_equal(ombud_answer_stated(answer, i, &s), OMBUD_OK);
        add_stated(text, sizeof text, &s);
    }
    ombud_answer_free(answer);
    return text;
}

/* The ruling on an event of 9 March, and what it rests on. */
#define RESTS(event, ruling, list)                                                                                     \
    do {                                                                                                               \
        MAY(c, "2026-03-09 " event, ruling, NULL);                                                                     \
        assert_string_equal(of_verdict(trial_verdict(c, "2026-03-09 " event)), list);                                  \
    } while (0)
#define GRANTED "permit.granted x1 by=p2"
#define ANSWERS(question, outcome, list) assert_string_equal(of_answer(c, question, &on_the_9th, outcome), list)

static void a_permission(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a or b\n  permit.granted not when c\n"
                                       "  permit.granted needs told when d\n  permit.refused only when is live\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 fact x1 b=yes by=p1");
    TELL(c, "2026-03-04 fact x1 c=no d=no by=p1");
    /* What is written nowhere was stated by nobody. */
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 b yes 2 03-03; x1 c no 3 03-04; x1 d no 3 03-04");
    /* Of two that would do, the first in the text. */
    TELL(c, "2026-03-05 fact x1 a=yes by=p1");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 a yes 4 03-05; x1 c no 3 03-04; x1 d no 3 03-04");
    /* What the event brings itself is supposed, and counts before the journal. */
    RESTS("permit.granted x1 by=p2 a=no d=yes told=yes", OMBUD_PERMITTED,
          "x1 b yes 2 03-03; x1 c no 3 03-04; x1 told yes 0 03-09");
    /* A guard that nothing stated let pass says nothing. */
    RESTS("permit.refused x1 by=p2", OMBUD_PERMITTED, "");
    RESTS("permit.noted x1", OMBUD_PERMITTED, "");
    END();
}

static void a_refusal(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when d\n  permit.granted not when a unless b or told\n"
                                       "  permit.refused needs a, c\n  permit.asked: live -> same\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 form=web");
    TELL(c, "2026-03-03 fact x1 a=yes b=no d=yes by=p1");
    /* The row that decided, and of it all that matters: neither d nor the silence on `told`. */
    RESTS(GRANTED, OMBUD_FORBIDDEN, "x1 a yes 2 03-03; x1 b no 2 03-03");
    RESTS("permit.granted x1 by=p2 b=yes", OMBUD_PERMITTED, "x1 d yes 2 03-03; x1 b yes 0 03-09");
    /* A wrong role, which is no fact, decides before guards do; what is undetermined rests on what is known of it. */
    RESTS("permit.granted x1 by=p1", OMBUD_FORBIDDEN, "");
    RESTS("permit.refused x1 by=p2", OMBUD_UNDETERMINED, "x1 a yes 2 03-03");
    RESTS("permit.refused x1 by=p2 c=no", OMBUD_FORBIDDEN, "x1 c no 0 03-09");
    RESTS("permit.asked x2 by=p2", OMBUD_FORBIDDEN, "");
    END();
}

#define DEFINED                                                                                                        \
    TRIAL_RULE("1")                                                                                                    \
    MOVES "  permit.fit when a and b\n  permit.fit when c unless d\n  permit.fair when fit and told\n"                 \
          "  permit.granted only when fit\n  answer permit.worth = much when fair\n"                                   \
          "  answer permit.worth = little when not fit\n  answer permit.way = by_hand when form is paper\n"            \
          "  answer permit.way = else when not form is paper\n"

static void definitions(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT DEFINED);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 form=web");
    TELL(c, "2026-03-03 fact x1 c=yes by=p1");
    TELL(c, "2026-03-04 fact x1 d=no told=yes by=p1");
    TELL(c, "2026-03-04 fact x1 a=yes by=p1");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 c yes 2 03-03; x1 d no 3 03-04");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 c yes 2 03-03; x1 d no 3 03-04; x1 told yes 3 03-04");
    /* Not so: what keeps each alternative from being so, one thing each. */
    TELL(c, "2026-03-05 fact x1 b=no d=yes by=p1");
    RESTS(GRANTED, OMBUD_FORBIDDEN, "x1 b no 5 03-05; x1 d yes 5 03-05");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 b no 5 03-05; x1 d yes 5 03-05");
    /* A choice is stated by the line that carried it. */
    ANSWERS("way", OMBUD_ANSWERED, "x1 form is paper no 1 03-02");
    /* Open: what is known of the row that stays open. */
    TELL(c, "2026-03-06 fact x1 b=unknown by=p1");
    RESTS(GRANTED, OMBUD_UNDETERMINED, "x1 a yes 4 03-04; x1 d yes 5 03-05");
    ANSWERS("worth", OMBUD_ANSWER_UNDETERMINED, "x1 a yes 4 03-04; x1 d yes 5 03-05; x1 told yes 3 03-04");
    END();
}

static void lines(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a\n  answer permit.worth = much when a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 fact x1 a=yes by=p1");
    TELL(c, "2026-03-05 permit.noted x1 by=p1 a=yes");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 a yes 3 03-05");
    /* A line that was entered late stands where its day is. */
    TELL(c, "2026-03-04 fact x1 a=no by=p1 entered=2026-03-08");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 a yes 3 03-05");
    /* One that is struck out stated nothing. */
    TELL(c, "2026-03-06 void 3 entered=2026-03-08");
    ANSWERS("worth", OMBUD_ANSWER_NONE, "");
    TELL(c, "2026-03-06 void 4 entered=2026-03-09");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 a yes 2 03-03");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 a yes 2 03-03");
    /* As of another day, and as known by another. */
    ombud_asof known = trial_known("2026-03-09", "2026-03-07");
    assert_string_equal(of_answer(c, "worth", &known, OMBUD_ANSWERED), "x1 a yes 3 03-05");
    known = trial_known("2026-03-04", "2026-03-07");
    assert_string_equal(of_answer(c, "worth", &known, OMBUD_ANSWERED), "x1 a yes 2 03-03");
    ombud_event event = trial_event("2026-03-09 " GRANTED);
    ombud_verdict *verdict = NULL;
    known = trial_known("2026-03-09", "2026-03-07");
    assert_int_equal(ombud_case_may(c, &event, &known, &verdict, NULL), OMBUD_OK);
    assert_string_equal(of_verdict(verdict), "x1 a yes 3 03-05");
    END();
}

/* What a move makes so, the line of its event did; what it clears, nobody states; nor what time brings about. */
static void moves(void **state)
{
    BEGIN(PERMIT TRIAL_RULE(
        "1") "  permit.asked: -> live\n  permit.refused: live -> closed makes a\n  permit.noted: any -> same clears a, "
             "told\n"
             "  permit.granted: live, closed -> same makes b\n  permit.granted only when a or b or not told\n"
             "  term wait\n    opened by permit.asked\n    within exactly P5D\n    then permit.refused\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=no told=yes");
    MAY(c, "2026-03-04 permit.granted x1 by=p2", OMBUD_UNDETERMINED, "1");
    assert_string_equal(of_verdict(trial_verdict(c, "2026-03-04 " GRANTED)), "x1 a no 1 03-02; x1 told yes 1 03-02");
    /* The refusal of 8 March is time's. */
    RESTS(GRANTED, OMBUD_PERMITTED, "");
    TELL(c, "2026-03-05 permit.refused x1 by=p2");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 a yes 2 03-05");
    TELL(c, "2026-03-06 permit.noted x1");
    RESTS(GRANTED, OMBUD_PERMITTED, "");
    TELL(c, "2026-03-06 permit.granted x1 by=p2");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 b yes 4 03-06");
    END();
}

static void links(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT "link needs : permit -> permit\n" TRIAL_RULE("1") MOVES
          "  permit.granted only when at least 2 needs -> permit (a or b)\n"
          "  permit.refused not when at most 1 needs -> permit (a)\n"
          "  answer permit.sound = all when every needs -> permit (a)\n"
          "  answer permit.sound = some unless every needs -> permit (a)\n"
          "  answer permit.wanted = yes_so when at least 1 needs <- permit (c)\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    for (int i = 2; i <= 5; i++) {
        char line[80];
        snprintf(line, sizeof line, "2026-03-02 permit.asked x%d by=p1 a=%s", i, i == 2 ? "no" : "yes");
        TELL(c, line);
        snprintf(line, sizeof line, "2026-03-02 link x1 needs x%d", i);
        TELL(c, line);
    }
    /* As many as settle it, and of one that does not hold the others. */
    RESTS(GRANTED, OMBUD_PERMITTED, "x3 a yes 4 03-02; x4 a yes 6 03-02");
    RESTS("permit.refused x1 by=p2", OMBUD_PERMITTED, "x3 a yes 4 03-02; x4 a yes 6 03-02");
    ANSWERS("sound", OMBUD_ANSWERED, "x2 a no 2 03-02");
    TELL(c, "2026-03-03 fact x2 a=unknown by=p1");
    TELL(c, "2026-03-03 fact x3 a=no by=p1");
    TELL(c, "2026-03-03 fact x4 a=no b=no by=p1");
    TELL(c, "2026-03-03 fact x2 b=no by=p1");
    RESTS("permit.refused x1 by=p2", OMBUD_UNDETERMINED, "x3 a no 11 03-03; x4 a no 12 03-03; x5 a yes 8 03-02");
    TELL(c, "2026-03-04 fact x2 a=no by=p1");
    RESTS("permit.refused x1 by=p2", OMBUD_FORBIDDEN, "x2 a no 14 03-04; x3 a no 11 03-03; x4 a no 12 03-03");
    /* Backward. */
    TELL(c, "2026-03-04 link x5 needs x1");
    TELL(c, "2026-03-04 fact x5 c=yes by=p1");
    ANSWERS("wanted", OMBUD_ANSWERED, "x5 c yes 16 03-04");
    END();
}

/* Of a linked item of which it is unknown whether it counts nothing settles that so many are so. */
static void links_that_may_not_count(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT "link needs : permit -> permit\n" TRIAL_RULE("1") MOVES
          "  answer permit.old = one when at least 1 needs -> permit whose last_act at least P1D before asked (a)\n"
          "  answer permit.fresh = none_so unless at least 1 needs -> permit whose last_act at least P1D before asked "
          "(a)\n");
    TELL(c, "2026-03-05 permit.asked x1 by=p1");
    TELL(c, "2026-03-02 permit.asked x2 by=p1 a=yes");
    TELL(c, "2026-03-02 permit.asked x3 by=p1 a=yes last_act=2026-03-05");
    TELL(c, "2026-03-02 permit.asked x4 by=p1 a=yes last_act=2026-03-02");
    for (int i = 2; i <= 4; i++)
        TELL(c, ((const char *[]){"2026-03-05 link x1 needs x2", "2026-03-05 link x1 needs x3",
                                  "2026-03-05 link x1 needs x4"})[i - 2]);
    ANSWERS("old", OMBUD_ANSWERED, "x4 a yes 4 03-02");
    /* Without the one that counts it is open, and rests on the one that may. */
    TELL(c, "2026-03-06 fact x4 by=p1 a=no");
    ANSWERS("old", OMBUD_ANSWER_UNDETERMINED, "x2 a yes 2 03-02; x4 a no 8 03-06");
    TELL(c, "2026-03-07 fact x2 by=p1 a=no");
    ANSWERS("fresh", OMBUD_ANSWERED, "x2 a no 9 03-07; x4 a no 8 03-06");
    END();
}

/* A definition that an event keeps rests on what was stated when it was kept, whatever is stated later. */
static void kept(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT "link needs : permit -> permit\n" TRIAL_RULE(
        "1") "  permit.asked: -> live\n  permit.granted, permit.refused: live -> same\n  permit.noted: any -> same\n"
             "  permit.then_fit as at permit.noted when a or b\n"
             "  permit.fit_again as at permit.refused when then_fit and c\n"
             "  permit.granted only when then_fit\n  permit.noted only when then_fit\n"
             "  answer permit.worth = much when fit_again unless told\n"
             "  answer permit.close = so when at least 1 needs -> permit (then_fit)\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    TELL(c, "2026-03-03 permit.noted x1");
    TELL(c, "2026-03-04 fact x1 b=no c=yes by=p1");
    TELL(c, "2026-03-05 permit.refused x1 by=p2");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 b yes 1 03-02");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 b yes 1 03-02; x1 c yes 3 03-04");
    /* What the event asked about would keep is judged as it would be then. */
    RESTS("permit.noted x1", OMBUD_UNDETERMINED, "x1 b no 3 03-04");
    RESTS("permit.noted x1 by=p1 a=yes", OMBUD_PERMITTED, "x1 a yes 0 03-09");
    /* What the line itself carries that kept it. */
    TELL(c, "2026-03-06 permit.noted x1 by=p1 a=yes told=no");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 a yes 5 03-06");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 b yes 1 03-02; x1 c yes 3 03-04; x1 told no 5 03-06");
    /* Of another item, and of one that the event asked about would bring. */
    TELL(c, "2026-03-06 permit.asked x2 by=p1");
    TELL(c, "2026-03-06 link x2 needs x1");
    ombud_answer *answer = NULL;
    ombud_stated s = OMBUD_STATED_INIT;
    assert_int_equal(ombud_case_ask(c, "close", "x2", &on_the_9th, &answer, NULL), OMBUD_OK);
    assert_int_equal(ombud_answer_stated_count(answer), 1);
    assert_int_equal(ombud_answer_stated(answer, 0, &s), OMBUD_OK);
    assert_int_equal(s.item_number, 1);
    assert_int_equal(s.position, 5);
    ombud_answer_free(answer);
    RESTS("permit.asked x7 by=p1 a=yes", OMBUD_PERMITTED, "");
    END();
}

/* What time brings about keeps too, on what was stated until then; that nothing was carried then is nobody's word. */
static void kept_by_time(void **state)
{
    const ombud_asof on_the_9th = trial_asof("2026-03-09");
    BEGIN(PERMIT "  event seen carries wanted (day)\n" TRIAL_RULE("1") MOVES
          "  permit.seen: live -> same\n  permit.then_fit as at permit.seen when a\n"
          "  permit.granted only when then_fit\n  permit.refused only when carries wanted or told\n"
          "  answer permit.worth = much when not carries wanted\n"
          "  term wait\n    opened by permit.asked\n    within exactly P5D\n    then permit.seen\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    TELL(c, "2026-03-03 permit.seen x1 wanted=2026-03-20");
    MAY(c, "2026-03-04 permit.refused x1 by=p2", OMBUD_PERMITTED, "1");
    assert_string_equal(of_verdict(trial_verdict(c, "2026-03-04 permit.refused x1 by=p2")),
                        "x1 carries wanted yes 2 03-03");
    RESTS(GRANTED, OMBUD_PERMITTED, "x1 a yes 1 03-02");
    ANSWERS("worth", OMBUD_ANSWERED, "");
    TELL(c, "2026-03-08 fact x1 a=no by=p1");
    TELL(c, "2026-03-09 permit.seen x1 by=p1");
    ANSWERS("worth", OMBUD_ANSWERED, "x1 carries wanted no 4 03-09");
    RESTS(GRANTED, OMBUD_FORBIDDEN, "x1 a no 3 03-08");
    END();
}

static void newcomer(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.asked only when a and not form is paper\n");
    RESTS("permit.asked x7 by=p1 a=yes form=web", OMBUD_PERMITTED, "x7 a yes 0 03-09; x7 form is paper no 0 03-09");
    END();
}

/* ---- random rows ------------------------------------------------------------------------------------------------- */

enum { FACTS = 5 };
static const char *const fact_names[FACTS] = {"a", "b", "c", "d", "told"};

static void random_condition(trial_text *to, uint64_t *seed, int leaves, int defined)
{
    trial_text_put(to, trial_below(seed, 4) == 0 ? "not " : "");
    if (leaves == 1) {
        if (defined && trial_below(seed, 3) == 0)
            trial_text_put(to, "z");
        else
            trial_text_put(to, "%s", fact_names[trial_below(seed, FACTS)]);
        return;
    }
    int cut = 1 + (int)trial_below(seed, (size_t)leaves - 1), both = (int)trial_below(seed, 2);
    trial_text_put(to, "((");
    random_condition(to, seed, cut, defined);
    trial_text_put(to, both ? ") and (" : ") or (");
    random_condition(to, seed, leaves - cut, defined);
    trial_text_put(to, "))");
}

static void random_clause(trial_text *to, uint64_t *seed, const char *word, int defined)
{
    trial_text_put(to, " %s ", word);
    random_condition(to, seed, 1 + (int)trial_below(seed, 4), defined);
}

static void random_law(trial_text *to, uint64_t *seed)
{
    static const char *const guards[] = {"only when", "not when", "needs told, c"};
    trial_text_put(to, "%s%s%s", PERMIT, TRIAL_RULE("1"), MOVES);
    for (size_t i = trial_below(seed, 3) + 1; i > 0; i--) {
        trial_text_put(to, "  permit.z");
        random_clause(to, seed, "when", 0);
        if (trial_below(seed, 2))
            random_clause(to, seed, "unless", 0);
        trial_text_put(to, "\n");
    }
    for (size_t i = trial_below(seed, 3) + 1; i > 0; i--) {
        size_t type = trial_below(seed, 3);
        trial_text_put(to, "  permit.granted %s", guards[type]);
        if (type < 2)
            random_clause(to, seed, "", 1);
        else if (trial_below(seed, 2))
            random_clause(to, seed, "when", 1);
        if (trial_below(seed, 2))
            random_clause(to, seed, "unless", 1);
        trial_text_put(to, "\n");
    }
    trial_text_put(to, "  answer permit.worth = much");
    random_clause(to, seed, "when", 1);
    random_clause(to, seed, "unless", 1);
    trial_text_put(to, "\n");
}

/* The fact whose name it is. */
static size_t fact_of(const ombud_stated *s)
{
    size_t f = 0;
    while (!trial_view_is(s->name, fact_names[f]))
        f++;
    return f;
}

/* A case in which nothing but the facts of a list is stated. */
static ombud_case *case_of(const ombud_law *law, const ombud_truth *truths)
{
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    for (size_t f = 0; f < FACTS; f++) {
        char line[80];
        snprintf(line, sizeof line, "2026-03-03 fact x1 %s=%s by=p1", fact_names[f],
                 truths[f] == OMBUD_YES ? "yes" : "no");
        if (truths[f] != 0)
            TELL(c, line);
    }
    return c;
}

static void what_is_listed_suffices(void **state)
{
    (void)state;
    const ombud_asof asof = trial_asof("2026-03-09");
    uint64_t seed = UINT64_C(0x57A7ED);
    size_t decided[OMBUD_NO_TEXT + 1] = {0}, left_out = 0;
    for (int trial = 0; trial < 400; trial++) {
        trial_text text = {NULL, 0, 0};
        random_law(&text, &seed);
        ombud_law *law = LAW(text.bytes);
        for (int assignment = 0; assignment < 20; assignment++) {
            ombud_truth all[FACTS], some[FACTS] = {0}, others[FACTS] = {0};
            for (size_t f = 0; f < FACTS; f++)
                all[f] = (ombud_truth[]){0, OMBUD_NO, OMBUD_YES}[trial_below(&seed, 3)];
            ombud_case *c = case_of(law, all);
            ombud_verdict *verdict = trial_verdict(c, "2026-03-09 " GRANTED);
            ombud_ruling ruling = ombud_verdict_ruling(verdict);
            ombud_answer *answer = NULL;
            assert_int_equal(ombud_case_ask(c, "worth", "x1", &asof, &answer, NULL), OMBUD_OK);
            ombud_outcome outcome = ombud_answer_outcome(answer);
            for (size_t i = 0; i < ombud_verdict_stated_count(verdict); i++) {
                ombud_stated s = OMBUD_STATED_INIT;
                assert_int_equal(ombud_verdict_stated(verdict, i, &s), OMBUD_OK);
                assert_int_equal(s.truth, all[fact_of(&s)]);
                some[fact_of(&s)] = s.truth;
            }
            for (size_t i = 0; i < ombud_answer_stated_count(answer); i++) {
                ombud_stated s = OMBUD_STATED_INIT;
                assert_int_equal(ombud_answer_stated(answer, i, &s), OMBUD_OK);
                assert_int_equal(s.truth, all[fact_of(&s)]);
                others[fact_of(&s)] = s.truth;
            }
            ombud_verdict_free(verdict);
            ombud_answer_free(answer);
            ombud_case_free(c);
            /* A ruling that is open may be so by several rows, of which one decides. */
            decided[ruling]++;
            left_out += memcmp(some, all, sizeof some) != 0;
            c = case_of(law, some);
            if (ruling != OMBUD_UNDETERMINED)
                MAY(c, "2026-03-09 " GRANTED, ruling, NULL);
            ombud_case_free(c);
            c = case_of(law, others);
            if (outcome != OMBUD_ANSWER_NONE)
                (void)of_answer(c, "worth", &asof, outcome);
            ombud_case_free(c);
        }
        ombud_law_free(law);
        free(text.bytes);
    }
    /* Each ruling came up, and often not all that was stated mattered. */
    assert_true(decided[OMBUD_PERMITTED] > 1000 && decided[OMBUD_FORBIDDEN] > 1000 && left_out > 2000);
}

/* ---- for an audience --------------------------------------------------------------------------------------------- */

/* A line that the audience may not know stated nothing; where a line above it stated the same, the answer rests on
 * that, as it would if there were no other. */
static void an_audience(void **state)
{
    static const char *const first[2] = {"2026-03-03 fact x1 a=yes by=p1", "2026-03-03 permit.noted x1 by=p1"};
    static const char *const second[2] = {"2026-03-04 permit.noted x1 by=p1 a=yes", "2026-03-04 permit.noted x1 by=p1"};
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a\n  answer permit.worth = much when a unless b\n"
                                       "  answer permit.own = much when c\n  permit.kept as at permit.noted when a\n"
                                       "  answer permit.past = much when kept\n"
                                       "  withhold permit.noted, permit.c from all but librarian\n");
    ombud_asof asof = trial_asof("2026-03-09");
    ombud_event event = trial_event("2026-03-09 " GRANTED);
    asof.has_audience = 1;
    for (int stated = 0; stated < 2; stated++) {
        for (int again = 0; again < 2; again++) {
            AGAIN();
            TELL(c, "2026-03-02 permit.asked x1 by=p1 c=yes");
            TELL(c, first[!stated]);
            TELL(c, second[!again]);
            TELL(c, "2026-03-05 fact x1 b=no by=p1");
            const char *of_members = stated ? "x1 a yes 2 03-03; x1 b no 3 03-05" : "";
            ombud_verdict *verdict = NULL;
            asof.audience = 1; /* a member */
            if (stated || again) {
                const char *got = of_answer(c, "worth", &asof, OMBUD_ANSWERED);
                /* Where no line that may be known stated a, the fact itself tells; its line does not. */
                assert_string_equal(got, stated ? of_members : "x1 b no 2 03-05");
                assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
                assert_string_equal(of_verdict(verdict), stated ? "x1 a yes 2 03-03" : "");
            }
            assert_string_equal(of_answer(c, "own", &asof, OMBUD_ANSWER_NONE), "");
            assert_string_equal(of_answer(c, "past", &asof, OMBUD_ANSWER_NONE), "");
            asof.audience = 2; /* a librarian */
            assert_string_equal(of_answer(c, "own", &asof, OMBUD_ANSWERED), "x1 c yes 1 03-02");
            if (again)
                assert_string_equal(of_answer(c, "past", &asof, OMBUD_ANSWERED), "x1 a yes 3 03-04");
        }
    }
    /* A line above it that stated the contrary did not make it so. */
    AGAIN();
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=no");
    TELL(c, "2026-03-03 permit.noted x1 by=p1 a=yes");
    for (unsigned audience = 1; audience <= 2; audience++) {
        ombud_verdict *verdict = NULL;
        asof.audience = audience;
        assert_int_equal(ombud_case_may(c, &event, &asof, &verdict, NULL), OMBUD_OK);
        assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_PERMITTED);
        assert_string_equal(of_verdict(verdict), audience == 1 ? "" : "x1 a yes 2 03-03");
    }
    END();
}

/* ---- the call ---------------------------------------------------------------------------------------------------- */

static void the_call(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a\n  answer permit.worth = much when a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    const ombud_asof asof = trial_asof("2026-03-09");
    ombud_verdict *verdict = trial_verdict(c, "2026-03-09 " GRANTED);
    ombud_answer *answer = NULL;
    assert_int_equal(ombud_case_ask(c, "worth", "x1", &asof, &answer, NULL), OMBUD_OK);
    ombud_stated s = OMBUD_STATED_INIT;
    assert_int_equal(ombud_verdict_stated_count(NULL), 0);
    assert_int_equal(ombud_answer_stated_count(NULL), 0);
    assert_int_equal(ombud_verdict_stated(NULL, 0, &s), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_answer_stated(NULL, 0, &s), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_verdict_stated(verdict, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_answer_stated(answer, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_verdict_stated(verdict, 1, &s), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_answer_stated(answer, 1, &s), OMBUD_E_NOT_FOUND);
    /* A struct shorter than any version is refused; one longer keeps what this library does not know. */
    s.struct_size = (uint32_t)offsetof(ombud_stated, on);
    assert_int_equal(ombud_verdict_stated(verdict, 0, &s), OMBUD_E_ARGUMENT);
    struct {
        ombud_stated known;
        uint64_t later;
    } longer = {OMBUD_STATED_INIT, 7};
    longer.known.struct_size = (uint32_t)sizeof longer;
    assert_int_equal(ombud_answer_stated(answer, 0, &longer.known), OMBUD_OK);
    assert_int_equal(longer.known.position, 1);
    assert_int_equal(longer.later, 7);
    /* It outlives the case. */
    ombud_case_free(c);
    s.struct_size = (uint32_t)sizeof s;
    assert_int_equal(ombud_verdict_stated(verdict, 0, &s), OMBUD_OK);
    assert_true(trial_view_is(s.name, "a") && trial_view_is(s.item_prefix, "x") && s.truth == OMBUD_YES);
    ombud_verdict_free(verdict);
    ombud_answer_free(answer);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_permission),
        cmocka_unit_test(a_refusal),
        cmocka_unit_test(definitions),
        cmocka_unit_test(lines),
        cmocka_unit_test(moves),
        cmocka_unit_test(links),
        cmocka_unit_test(links_that_may_not_count),
        cmocka_unit_test(kept),
        cmocka_unit_test(newcomer),
        cmocka_unit_test(kept_by_time),
        cmocka_unit_test(an_audience),
        cmocka_unit_test(what_is_listed_suffices),
        cmocka_unit_test(the_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
