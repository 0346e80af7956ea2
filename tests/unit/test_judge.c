/*
 * Conditions, definitions, guards and verdicts: three-valued logic against an evaluator of the test's own, and each
 * sentence of the law language about when a row counts.
 */
#include "permit.h"

#include "kernel/matter.h"

static const char *const truth_words[] = {"no", "unknown", "yes"};

/* ---- conditions -------------------------------------------------------------------------------------------------- */

/* An expression over a, b, c, d in the test's own terms: least, greatest, and 2 minus. */
enum { NODES = 32 };
typedef struct expression {
    struct {
        char op;
        int left, right;
    } node[NODES];
    int count;
} expression;

static int random_expression(expression *e, uint64_t *seed, int leaves)
{
    int self;
    if (trial_below(seed, 4) == 0 && e->count + 2 * leaves < NODES) {
        int inner = random_expression(e, seed, leaves);
        self = e->count++;
        e->node[self].op = '!';
        e->node[self].left = inner;
        return self;
    }
    if (leaves == 1) {
        self = e->count++;
        e->node[self].op = (char)('a' + trial_below(seed, 4));
        return self;
    }
    int cut = 1 + (int)trial_below(seed, (size_t)leaves - 1);
    int left = random_expression(e, seed, cut), right = random_expression(e, seed, leaves - cut);
    self = e->count++;
    e->node[self].op = trial_below(seed, 2) ? '&' : '|';
    e->node[self].left = left;
    e->node[self].right = right;
    return self;
}

static int evaluate(const expression *e, int node, const int *truth)
{
    char op = e->node[node].op;
    if (op >= 'a' && op <= 'd')
        return truth[op - 'a'];
    int left = evaluate(e, e->node[node].left, truth);
    if (op == '!')
        return 2 - left;
    int right = evaluate(e, e->node[node].right, truth);
    return (op == '&') == (left < right) ? left : right;
}

static void print_expression(const expression *e, int node, trial_text *to)
{
    char op = e->node[node].op;
    if (op >= 'a' && op <= 'd') {
        trial_text_put(to, "%c", op);
    } else if (op == '!') {
        trial_text_put(to, "not (");
        print_expression(e, e->node[node].left, to);
        trial_text_put(to, ")");
    } else {
        trial_text_put(to, "(");
        print_expression(e, e->node[node].left, to);
        trial_text_put(to, op == '&' ? ") and (" : ") or (");
        print_expression(e, e->node[node].right, to);
        trial_text_put(to, ")");
    }
}

static void state_facts(ombud_case *c, const int *truth)
{
    char line[120];
    snprintf(line, sizeof line, "2026-03-02 fact x1 by=p1 a=%s b=%s c=%s d=%s", truth_words[truth[0]],
             truth_words[truth[1]], truth_words[truth[2]], truth_words[truth[3]]);
    TELL(c, line);
}

/* 400 expressions of up to four leaves, each as a definition, under all 81 assignments. */
static void three_valued_logic(void **state)
{
    (void)state;
    enum { EXPRESSIONS = 400 };
    static expression list[EXPRESSIONS];
    int root[EXPRESSIONS];
    uint64_t seed = 99;
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "%s", PERMIT);
    trial_text_put(&text, "%s", TRIAL_RULE("1") MOVES);
    for (int i = 0; i < EXPRESSIONS; i++) {
        list[i].count = 0;
        root[i] = random_expression(&list[i], &seed, 1 + i % 4);
        trial_text_put(&text, "  permit.d%d when ", i);
        print_expression(&list[i], root[i], &text);
        trial_text_put(&text, "\n");
    }
    ombud_law *law = LAW(text.bytes);
    for (int k = 0; k < 81; k++) {
        int truth[4] = {k % 3, k / 3 % 3, k / 9 % 3, k / 27};
        ombud_case *c = CASE(law, NULL);
        ITEM(c, "x1");
        state_facts(c, truth);
        for (int i = 0; i < EXPRESSIONS; i++) {
            char name[24];
            snprintf(name, sizeof name, "d%d", i);
            FACT(c, "x1", name, "2026-03-02", evaluate(&list[i], root[i], truth) + OMBUD_NO);
        }
        ombud_case_free(c);
    }
    ombud_law_free(law);
    free(text.bytes);
}

/* `when` and not `unless`; several rows: any of them. */
static void definitions(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.one when a unless b\n  permit.two unless b\n  permit.three when a\n  "
                                       "permit.three when b unless c\n  permit.always\n");
    for (int k = 0; k < 27; k++) {
        int t[4] = {k % 3, k / 3 % 3, k / 9, 1};
        int not_b = 2 - t[1], one = t[0] < not_b ? t[0] : not_b, second = t[1] < 2 - t[2] ? t[1] : 2 - t[2];
        AGAIN();
        ITEM(c, "x1");
        state_facts(c, t);
        FACT(c, "x1", "one", "2026-03-02", one + OMBUD_NO);
        FACT(c, "x1", "two", "2026-03-02", not_b + OMBUD_NO);
        FACT(c, "x1", "three", "2026-03-02", (t[0] > second ? t[0] : second) + OMBUD_NO);
        FACT(c, "x1", "always", "2026-03-02", OMBUD_YES);
    }
    END();
}

static void silence(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES);
    ITEM(c, "x1");
    FACT(c, "x1", "a", "2026-03-02", OMBUD_UNKNOWN);
    FACT(c, "x1", "told", "2026-03-02", OMBUD_NO);
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes told=yes");
    FACT(c, "x1", "a", "2026-03-02", OMBUD_YES);
    FACT(c, "x1", "told", "2026-03-02", OMBUD_YES);
    FACT(c, "x1", "told", "2026-03-01", OMBUD_NO);
    TELL(c, "2026-03-03 fact x1 by=p1 a=unknown told=unknown");
    FACT(c, "x1", "a", "2026-03-03", OMBUD_UNKNOWN);
    FACT(c, "x1", "told", "2026-03-03", OMBUD_NO);
    /* Only who the law says can state a fact. */
    ombud_event event = trial_event("2026-03-04 fact x1 by=p2 told=yes");
    assert_int_equal(ombud_case_apply(c, &event, NULL, NULL), OMBUD_E_CONFLICT);
    event = trial_event("2026-03-04 fact x1 told=yes");
    assert_int_equal(ombud_case_apply(c, &event, NULL, NULL), OMBUD_E_CONFLICT);
    END();
}

static void choices(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.asked: live -> same\n  permit.written when form is paper or form is "
                                       "web\n  permit.by_web when form is web\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    FACT(c, "x1", "by_web", "2026-03-02", OMBUD_UNKNOWN);
    TELL(c, "2026-03-03 permit.asked x1 by=p1 form=web");
    FACT(c, "x1", "by_web", "2026-03-03", OMBUD_YES);
    FACT(c, "x1", "written", "2026-03-03", OMBUD_YES);
    TELL(c, "2026-03-04 permit.asked x1 by=p1 form=phone");
    FACT(c, "x1", "by_web", "2026-03-04", OMBUD_NO);
    FACT(c, "x1", "written", "2026-03-04", OMBUD_NO);
    /* An event that carries no choice leaves it. */
    TELL(c, "2026-03-05 permit.asked x1 by=p1");
    FACT(c, "x1", "by_web", "2026-03-05", OMBUD_NO);
    END();
}

static void states_as_conditions(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted: live -> closed\n  permit.shut when is "
                                 "closed\n  permit.known when is live or closed\n");
    ITEM(c, "x1");
    FACT(c, "x1", "known", "2026-03-01", OMBUD_NO);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    FACT(c, "x1", "shut", "2026-03-02", OMBUD_NO);
    FACT(c, "x1", "known", "2026-03-02", OMBUD_YES);
    FACT(c, "x1", "shut", "2026-03-03", OMBUD_YES);
    FACT(c, "x1", "known", "2026-03-03", OMBUD_YES);
    END();
}

/* More than 64 remembered facts: the further ones are read as the first are. */
static void many_facts(void **state)
{
    (void)state;
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "%s", TRIAL_HEAD "item permit x\n  states live\n  event asked, granted\n  event cleared\n");
    for (int i = 0; i < 130; i++)
        trial_text_put(&text, "  fact f%d stated by member%s\n", i, i % 2 ? " silence no" : "");
    trial_text_put(&text, "%s",
                   TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted: any -> same makes f128\n  "
                                   "permit.cleared: any -> same clears f128, f129\n"
                                   "  permit.granted only when f100 and not f101\n  permit.granted needs f64\n  "
                                   "permit.cleared not when f66\n");
    ombud_law *law = LAW(text.bytes);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1");
    FACT(c, "x1", "f128", "2026-03-02", OMBUD_UNKNOWN);
    FACT(c, "x1", "f129", "2026-03-02", OMBUD_NO);
    MAY(c, "2026-03-02 permit.granted x1", OMBUD_UNDETERMINED, "1");
    TELL(c, "2026-03-03 fact x1 by=p1 f100=yes f64=yes f129=yes f66=no");
    MAY(c, "2026-03-03 permit.granted x1", OMBUD_PERMITTED, "1");
    MAY(c, "2026-03-03 permit.granted x1 f101=yes", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-03 permit.granted x1 f64=no", OMBUD_FORBIDDEN, "1");
    TELL(c, "2026-03-04 permit.granted x1");
    FACT(c, "x1", "f128", "2026-03-04", OMBUD_YES);
    FACT(c, "x1", "f129", "2026-03-04", OMBUD_YES);
    TELL(c, "2026-03-05 permit.cleared x1");
    FACT(c, "x1", "f128", "2026-03-05", OMBUD_UNKNOWN);
    FACT(c, "x1", "f129", "2026-03-05", OMBUD_NO);
    FINDINGS(c, "2026-03-05", "");
    ombud_case_free(c);
    ombud_law_free(law);
    free(text.bytes);
}

/* ---- days -------------------------------------------------------------------------------------------------------- */

/* ---- links ------------------------------------------------------------------------------------------------------- */

/* ---- what is kept and made --------------------------------------------------------------------------------------- */

static void kept_as_at_an_event(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES
          "  permit.was_a as at permit.granted when a\n  permit.is_a when a\n  permit.refused only when was_a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    FACT(c, "x1", "was_a", "2026-03-02", OMBUD_UNKNOWN);
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    TELL(c, "2026-03-04 fact x1 by=p1 a=no");
    FACT(c, "x1", "was_a", "2026-03-04", OMBUD_YES);
    FACT(c, "x1", "is_a", "2026-03-04", OMBUD_NO);
    MAY(c, "2026-03-04 permit.refused x1 by=p2", OMBUD_PERMITTED, NULL);
    /* What the event itself carries counts. */
    TELL(c, "2026-03-05 permit.granted x1 by=p2 a=unknown");
    FACT(c, "x1", "was_a", "2026-03-05", OMBUD_UNKNOWN);
    MAY(c, "2026-03-05 permit.refused x1 by=p2", OMBUD_UNDETERMINED, "1");
    TELL(c, "2026-03-06 permit.granted x1 by=p2 a=no");
    MAY(c, "2026-03-06 permit.refused x1 by=p2", OMBUD_FORBIDDEN, "1");
    END();
}

/* Of a definition that is kept at two events each is judged by its own rows. */
static void kept_at_two_events(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES
          "  permit.was as at permit.granted when a\n  permit.was as at permit.refused when b\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=no");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    FACT(c, "x1", "was", "2026-03-03", OMBUD_YES);
    TELL(c, "2026-03-04 permit.refused x1 by=p2");
    FACT(c, "x1", "was", "2026-03-04", OMBUD_NO);
    TELL(c, "2026-03-05 permit.refused x1 by=p2 b=yes");
    FACT(c, "x1", "was", "2026-03-05", OMBUD_YES);
    TELL(c, "2026-03-06 permit.granted x1 by=p2 a=no");
    FACT(c, "x1", "was", "2026-03-06", OMBUD_NO);
    END();
}

static void made_and_cleared(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") "  permit.asked: -> live makes a, told\n  permit.granted: live -> same clears a, "
                                 "told, b\n  permit.refused: live -> same\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 b=yes");
    FACT(c, "x1", "a", "2026-03-02", OMBUD_YES);
    FACT(c, "x1", "told", "2026-03-02", OMBUD_YES);
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    FACT(c, "x1", "a", "2026-03-03", OMBUD_UNKNOWN);
    FACT(c, "x1", "b", "2026-03-03", OMBUD_UNKNOWN);
    FACT(c, "x1", "told", "2026-03-03", OMBUD_NO);
    END();
}

/* ---- guards ------------------------------------------------------------------------------------------------------ */

static int least(int x, int y)
{
    return x < y ? x : y;
}

static int greatest(int x, int y)
{
    return x > y ? x : y;
}

static void guards_of_three_types(void **state)
{
    /* Truth of the guard from a, b, c; `only` and `not` with and without `unless`, `needs` in four ways. */
    enum { KINDS = 8 };
    static const char *const rows[KINDS] = {
        "only when a", "only when a unless b", "not when a",       "not when a unless b",
        "needs a, b",  "needs a when b",       "needs a unless b", "needs a when b unless c"};
    static const ombud_ruling rulings[] = {OMBUD_FORBIDDEN, OMBUD_UNDETERMINED, OMBUD_PERMITTED};
    (void)state;
    for (int kind = 0; kind < KINDS; kind++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "%s", PERMIT "structure\n" MOVES);
        trial_text_put(&text, TRIAL_RULE("7") "  permit.granted, permit.refused %s\n", rows[kind]);
        ombud_law *law = LAW(text.bytes);
        for (int k = 0; k < 27; k++) {
            int t[4] = {k % 3, k / 3 % 3, k / 9, 1};
            int truth[KINDS] = {t[0],
                                greatest(t[0], t[1]),
                                2 - t[0],
                                greatest(2 - t[0], t[1]),
                                t[0] < t[1] ? t[0] : t[1],
                                greatest(t[0], 2 - t[1]),
                                greatest(t[0], t[1]),
                                greatest(greatest(t[0], 2 - t[1]), t[2])};
            ombud_case *c = CASE(law, NULL);
            TELL(c, "2026-03-02 permit.asked x1 by=p1");
            state_facts(c, t);
            MAY(c, "2026-03-02 permit.granted x1 by=p2", rulings[truth[kind]], truth[kind] == 2 ? "" : "7");
            MAY(c, "2026-03-02 permit.refused x1 by=p2", rulings[truth[kind]], truth[kind] == 2 ? "" : "7");
            /* And as recorded: the same judgement leaves the finding. */
            TELL(c, "2026-03-02 permit.granted x1 by=p2");
            FINDINGS(c, "2026-03-02",
                     truth[kind] == 2   ? ""
                     : truth[kind] == 1 ? "not_shown granted x1 2026-03-02"
                                        : "breach granted x1 2026-03-02");
            ombud_case_free(c);
        }
        ombud_law_free(law);
        free(text.bytes);
    }
}

/* Guards that ask who acts: each of them with and without facts beside it, by people of several roles and by nobody. */
static void guards_on_who_acts(void **state)
{
    enum { KINDS = 6, PEOPLE = 6 };
    static const char *const rows[KINDS] = {"only when by member or a",
                                            "not when by member and not a",
                                            "only when (by librarian and a) or (by member and not b)",
                                            "not when by librarian unless b",
                                            "only when by deputy or a",
                                            "only when (by deputy and is live) or a"};
    static const char *const by[PEOPLE] = {"", "by=p1", "by=p2", "by=p3", "by=p4", "by=p5"};
    static const int member[PEOPLE] = {1, 2, 0, 2, 0, 0}, librarian[PEOPLE] = {1, 0, 2, 2, 0, 0},
                     deputy[PEOPLE] = {1, 0, 0, 0, 0, 2}; /* p5 by a mandate */
    static const ombud_ruling rulings[] = {OMBUD_FORBIDDEN, OMBUD_UNDETERMINED, OMBUD_PERMITTED};
    (void)state;
    for (int kind = 0; kind < KINDS; kind++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "%s", PERMIT);
        trial_text_put(&text, "%s",
                       "role deputy held by mandate is in_office\nitem mandate m\n  state in_office\n"
                       "  event given carries holder (person)\nstructure\n  mandate.given: -> in_office\n" MOVES);
        trial_text_put(&text, TRIAL_RULE("7") "  permit.noted %s\n", rows[kind]);
        ombud_law *law = LAW(text.bytes);
        for (int k = 0; k < 9 * PEOPLE; k++) {
            int t[4] = {k % 3, k / 3 % 3, 1, 1}, who = k / 9;
            int m = member[who], l = librarian[who], d = deputy[who];
            int truth[KINDS] = {
                greatest(m, t[0]),     2 - least(m, 2 - t[0]), greatest(least(l, t[0]), least(m, 2 - t[1])),
                greatest(2 - l, t[1]), greatest(d, t[0]),      greatest(d, t[0])};
            char line[60];
            ombud_case *c = CASE(law, NULL);
            assert_int_equal(ombud_case_person(c, 3, "member librarian", NULL), OMBUD_OK);
            assert_int_equal(ombud_case_person(c, 4, NULL, NULL), OMBUD_OK);
            assert_int_equal(ombud_case_person(c, 5, NULL, NULL), OMBUD_OK);
            TELL(c, "2026-03-02 mandate.given m1 by=p2 holder=p5");
            TELL(c, "2026-03-02 permit.asked x1 by=p1");
            state_facts(c, t);
            snprintf(line, sizeof line, "2026-03-02 permit.noted x1 %s", by[who]);
            MAY(c, line, rulings[truth[kind]], truth[kind] == 2 ? "" : "7");
            /* Recorded, it is judged without its row first. */
            TELL(c, line);
            assert_int_equal(c->now.findings, truth[kind] != 2);
            ombud_case_free(c);
        }
        ombud_law_free(law);
        free(text.bytes);
    }
}

static void the_strictest_wins(void **state)
{
    BEGIN(PERMIT "structure\n" MOVES TRIAL_RULE("1") "  permit.granted only when a\n" TRIAL_RULE(
        "2") "  permit.granted not when b\n" TRIAL_RULE("3") "  permit.granted only when is live and c\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    MAY(c, "2026-03-02 permit.granted x1 by=p2", OMBUD_UNDETERMINED,
        "1"); /* of equally strict rows the first in the text */
    MAY(c, "2026-03-02 permit.granted x1 by=p2 a=yes", OMBUD_UNDETERMINED, "2");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 a=yes b=no", OMBUD_UNDETERMINED, "3");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 a=yes b=no c=yes", OMBUD_PERMITTED, "");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 b=yes", OMBUD_FORBIDDEN, "2");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 c=no", OMBUD_FORBIDDEN, "3");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 b=yes c=no", OMBUD_FORBIDDEN, "2");
    MAY(c, "2026-03-02 permit.granted x1 by=p2 a=no b=yes c=no", OMBUD_FORBIDDEN, "1");
    /* No item is changed by asking. */
    FACT(c, "x1", "b", "2026-03-02", OMBUD_UNKNOWN);
    assert_int_equal(ombud_case_journal_count(c), 1);
    END();
}

/* ---- roles, states, what no rule speaks of ----------------------------------------------------------------------- */

static void who_may_act(void **state)
{
    BEGIN(PERMIT TRIAL_RULE(
        "1") "  permit.asked: -> live\n  permit.granted: live -> same\n  permit.noted: any -> same by librarian\n"
             "structure\n  permit.refused: live -> same\n");
    ombud_event event = OMBUD_EVENT_INIT;
    assert_int_equal(ombud_case_person(c, 3, "member librarian", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 4, NULL, NULL), OMBUD_OK);
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    MAY(c, "2026-03-02 permit.granted x1 by=p2", OMBUD_PERMITTED, "1");
    MAY(c, "2026-03-02 permit.granted x1 by=p3", OMBUD_PERMITTED, "1");
    MAY(c, "2026-03-02 permit.granted x1 by=p1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-02 permit.granted x1 by=p4", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-02 permit.granted x1", OMBUD_UNDETERMINED, "1");
    /* On structure a wrong role is not foreseen, for no text forbids it. */
    MAY(c, "2026-03-02 permit.refused x1 by=p2", OMBUD_PERMITTED, "");
    MAY(c, "2026-03-02 permit.refused x1 by=p1", OMBUD_NOT_FORESEEN, "");
    MAY(c, "2026-03-02 permit.refused x1", OMBUD_UNDETERMINED, NULL);
    /* Named on the move, not on the event. */
    MAY(c, "2026-03-02 permit.noted x1 by=p1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-02 permit.noted x1 by=p2", OMBUD_PERMITTED, "1");
    /* A role that a person gains counts. */
    assert_int_equal(ombud_case_person(c, 4, "librarian", NULL), OMBUD_OK);
    MAY(c, "2026-03-02 permit.granted x1 by=p4", OMBUD_PERMITTED, "1");
    /* Proposed, an act is refused unless it is permitted; recorded, it is kept. */
    event = trial_event("2026-03-02 permit.granted x1 by=p1");
    assert_int_equal(ombud_case_propose(c, &event, NULL, NULL), OMBUD_E_REFUSED);
    assert_int_equal(ombud_case_journal_count(c), 1);
    event = trial_event("2026-03-02 permit.granted x1 by=p2");
    assert_int_equal(ombud_case_propose(c, &event, NULL, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_journal_count(c), 2);
    END();
}

/* The ruling is the same whether or not the row that decided is looked for: in each state, whatever is known, whoever
 * acts, under each wording. */
static void the_ruling_without_its_row(void **state)
{
    static const char *const before[] = {"2026-03-02 fact f1 a=unknown by=p1", "2026-03-02 file.opened f1 by=p1",
                                         "2026-03-02 file.burnt f1"};
    static const char *const days[] = {"2026-03-03", "2027-03-03"};
    static const char *const truths[] = {"no", "unknown", "yes"};
    int seen[OMBUD_NO_TEXT + 1] = {0};
    (void)state;
    ombud_law *law =
        LAW(TRIAL_HEAD "reading Q\n  one default\n  two open\nitem file f\n  states open, shut\n"
                       "  event opened, sent by member\n  event closed by librarian\n  event burnt\n"
                       "  fact a, b stated by member\n" TRIAL_RULE(
                           "1") "  file.opened: -> open\n  file.sent: open -> same\n"
                                "  file.closed: open -> shut\n  file.sent only when a unless b\n  file.sent not when b "
                                "and by librarian\n"
                                "  file.closed only when a or b reading Q two\n  file.closed not when is shut and a\n"
                                "provision 2 \"Rule 2\" since 2027-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
                                "  file.closed: shut -> same\nstructure\n  file.burnt: any -> shut\n");
    for (size_t i = 0; i < 2 * 3 * 9; i++) {
        char line[60];
        ombud__look look;
        ombud_case *c = CASE(law, NULL);
        ombud_asof asof = trial_asof(days[i % 2]);
        ITEM(c, "f1");
        for (size_t step = 0; step <= i / 2 % 3; step++)
            TELL(c, before[step]);
        snprintf(line, sizeof line, "2026-03-02 fact f1 a=%s b=%s by=p1", truths[i / 6 % 3], truths[i / 18]);
        TELL(c, line);
        assert_int_equal(ombud__look_at(c, &asof, NULL, &look, NULL), OMBUD_OK);
        ombud__world world = ombud__look_world(&look);
        uint16_t item = ombud__case_member(c, 1, 1);
        for (ombud__id event = 0; event < law->events_count; event++) {
            for (uint64_t roles = 0; roles < 8; roles++) {
                world.named = roles < 4;
                world.roles = roles < 4 ? roles : 0;
                int ruling = ombud__judge(&world, event, item, world.roles, world.named).ruling;
                seen[ruling]++;
                assert_int_equal(ombud__judge_fast(&world, event, item, world.roles, world.named), ruling);
            }
        }
        ombud__look_free(&look);
        ombud_case_free(c);
    }
    for (int ruling = OMBUD_PERMITTED; ruling <= OMBUD_NO_TEXT; ruling++)
        assert_true(seen[ruling] > 0);
    ombud_law_free(law);
}

static void a_wrong_state(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") "  permit.asked: -> live\n  permit.granted: live -> closed\n"
                                 "structure\n  permit.refused: live -> same\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    TELL(c, "2026-03-03 permit.granted x1 by=p2");
    MAY(c, "2026-03-02 permit.granted x1 by=p2", OMBUD_PERMITTED, "1");
    MAY(c, "2026-03-03 permit.granted x1 by=p2", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-03 permit.refused x1 by=p2", OMBUD_NOT_FORESEEN, "");
    MAY(c, "2026-03-03 permit.noted x1 by=p2", OMBUD_NOT_FORESEEN, ""); /* no move names it */
    MAY(c, "2026-03-03 permit.asked x1 by=p1", OMBUD_FORBIDDEN, "1");
    MAY(c, "2026-03-03 permit.asked x2 by=p1", OMBUD_PERMITTED, "1");
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_valued_logic),
        cmocka_unit_test(definitions),
        cmocka_unit_test(silence),
        cmocka_unit_test(choices),
        cmocka_unit_test(states_as_conditions),
        cmocka_unit_test(many_facts),
        cmocka_unit_test(kept_as_at_an_event),
        cmocka_unit_test(kept_at_two_events),
        cmocka_unit_test(made_and_cleared),
        cmocka_unit_test(guards_of_three_types),
        cmocka_unit_test(guards_on_who_acts),
        cmocka_unit_test(the_strictest_wins),
        cmocka_unit_test(who_may_act),
        cmocka_unit_test(the_ruling_without_its_row),
        cmocka_unit_test(a_wrong_state),
    };
    return cmocka_run_group_tests_name("judge", tests, NULL, NULL);
}
