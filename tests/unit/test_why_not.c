/*
 * Why an event may not happen: every set of conditions that a verdict names, met as a whole, lets the event pass, and
 * no cheaper set of facts would. Random guards over five facts are held against trying all 243 assignments with an
 * evaluator of the test's own.
 */
#include "unmet.h"

/* ---- random guards ----------------------------------------------------------------------------------------------- */

enum { FACTS = 5, NODES = 32, GUARDS = 4, NO = 0, UNKNOWN = 1, YES = 2 };
typedef struct expression {
    struct {
        char op;
        int left, right;
    } node[NODES];
    int count, root;
} expression;
typedef struct guard {
    int type;
    expression when, unless;
    int has_when, has_unless, needs[2];
} guard;
typedef struct trial_rules {
    guard guard[GUARDS];
    int guards;
    expression defined;
} trial_rules;

/* d and e: unrecorded means no. */
static const int silent[FACTS] = {0, 0, 0, 1, 1};

/* A leaf is a fact, or z: a definition that rests on an expression of its own. */
static int grow(expression *e, uint64_t *seed, int leaves, int may_define)
{
    int self;
    if (trial_below(seed, 4) == 0 && e->count + 2 * leaves < NODES) {
        int inner = grow(e, seed, leaves, may_define);
        self = e->count++;
        e->node[self].op = '!';
        e->node[self].left = inner;
        return self;
    }
    if (leaves == 1) {
        self = e->count++;
        e->node[self].op = may_define && trial_below(seed, 6) == 0 ? 'z' : (char)('a' + trial_below(seed, FACTS));
        return self;
    }
    int cut = 1 + (int)trial_below(seed, (size_t)leaves - 1);
    int left = grow(e, seed, cut, may_define), right = grow(e, seed, leaves - cut, may_define);
    self = e->count++;
    e->node[self].op = trial_below(seed, 2) ? '&' : '|';
    e->node[self].left = left;
    e->node[self].right = right;
    return self;
}

static void random_expression(expression *e, uint64_t *seed, int may_define)
{
    e->count = 0;
    e->root = grow(e, seed, 1 + (int)trial_below(seed, 4), may_define);
}

static int evaluate(const trial_rules *rules, const expression *e, int node, const int *truth)
{
    char op = e->node[node].op;
    if (op == 'z')
        return evaluate(rules, &rules->defined, rules->defined.root, truth);
    if (op >= 'a' && op <= 'e')
        return truth[op - 'a'];
    int left = evaluate(rules, e, e->node[node].left, truth);
    if (op == '!')
        return 2 - left;
    int right = evaluate(rules, e, e->node[node].right, truth);
    return (op == '&') == (left < right) ? left : right;
}

static void print_expression(const expression *e, int node, trial_text *to)
{
    char op = e->node[node].op;
    if (op >= 'a' && op <= 'z') {
        trial_text_put(to, "%c", op);
    } else if (op == '!') {
        trial_text_put(to, "not (");
        print_expression(e, e->node[node].left, to);
        trial_text_put(to, ")");
    } else {
        trial_text_put(to, "((");
        print_expression(e, e->node[node].left, to);
        trial_text_put(to, op == '&' ? ") and (" : ") or (");
        print_expression(e, e->node[node].right, to);
        trial_text_put(to, "))");
    }
}

static void random_rules(trial_rules *rules, uint64_t *seed)
{
    rules->guards = 1 + (int)trial_below(seed, GUARDS);
    random_expression(&rules->defined, seed, 0);
    for (int i = 0; i < rules->guards; i++) {
        guard *g = &rules->guard[i];
        g->type = (int)trial_below(seed, 3);
        g->has_when = g->type < 2 || trial_below(seed, 2);
        g->has_unless = trial_below(seed, 3) == 0;
        random_expression(&g->when, seed, 1);
        random_expression(&g->unless, seed, 1);
        g->needs[0] = (int)trial_below(seed, FACTS);
        g->needs[1] = (int)trial_below(seed, FACTS);
    }
}

static int larger(int x, int y)
{
    return x > y ? x : y;
}
static int smaller(int x, int y)
{
    return x < y ? x : y;
}

static int all_guards(const trial_rules *rules, const int *truth)
{
    int strictest = YES;
    for (int i = 0; i < rules->guards; i++) {
        const guard *g = &rules->guard[i];
        int when = g->has_when ? evaluate(rules, &g->when, g->when.root, truth) : YES;
        int passes = g->type == 0   ? when
                     : g->type == 1 ? 2 - when
                                    : larger(2 - when, smaller(truth[g->needs[0]], truth[g->needs[1]]));
        if (g->has_unless)
            passes = larger(passes, evaluate(rules, &g->unless, g->unless.root, truth));
        strictest = smaller(strictest, passes);
    }
    return strictest;
}

static void write_law(const trial_rules *rules, trial_text *to)
{
    static const char *const types[] = {"only", "not", "needs"};
    trial_text_put(to, "%s",
                   PERMIT "  fact a, b, c stated by member\n  fact d, e stated by member silence no\n" TRIAL_RULE("1")
                       MOVES);
    trial_text_put(to, "  permit.z when ");
    print_expression(&rules->defined, rules->defined.root, to);
    trial_text_put(to, "\n");
    for (int i = 0; i < rules->guards; i++) {
        const guard *g = &rules->guard[i];
        trial_text_put(to, "  permit.granted %s", types[g->type]);
        if (g->type == 2)
            trial_text_put(to, " %c, %c", 'a' + g->needs[0], 'a' + g->needs[1]);
        if (g->has_when) {
            trial_text_put(to, " when ");
            print_expression(&g->when, g->when.root, to);
        }
        if (g->has_unless) {
            trial_text_put(to, " unless ");
            print_expression(&g->unless, g->unless.root, to);
        }
        trial_text_put(to, "\n");
    }
}

/* What it takes to have a fact otherwise: 2 to find out or to do, 5 to contradict what is established; and one for each
 * fact. */
static int price(int fact, int now)
{
    return now == UNKNOWN || (silent[fact] && now == NO) ? 2 * 16 + 1 : 5 * 16 + 1;
}

static int cheapest(const trial_rules *rules, const int *now)
{
    int best = -1;
    for (int k = 0; k < 243; k++) {
        int truth[FACTS], cost = 0, sane = 1;
        for (int f = 0, code = k; f < FACTS; f++, code /= 3) {
            truth[f] = code % 3;
            sane = sane && (truth[f] == now[f] || truth[f] != UNKNOWN);
            cost += truth[f] == now[f] ? 0 : price(f, now[f]);
        }
        if (sane && all_guards(rules, truth) == YES && (best < 0 || cost < best))
            best = cost;
    }
    return best;
}

static void show(const trial_rules *rules, const int *now, const ombud_verdict *verdict)
{
    trial_text text = {NULL, 0, 0};
    write_law(rules, &text);
    print_error("%s\nnow", strstr(text.bytes, "  permit.z"));
    for (int f = 0; f < FACTS; f++)
        print_error(" %c=%s", 'a' + f, truth_words[now[f]]);
    for (size_t s = 0; s < ombud_verdict_set_count(verdict); s++) {
        print_error("\nset");
        for (size_t i = 0; i < ombud_verdict_set_size(verdict, s); i++) {
            ombud_unmet u = OMBUD_UNMET_INIT;
            (void)ombud_verdict_unmet(verdict, s, i, &u);
            print_error(" %d %.*s=%s", (int)u.kind, (int)u.name.len, u.name.ptr,
                        u.wanted > 0 ? truth_words[u.wanted - 1] : "?");
        }
    }
    print_error("\n");
    free(text.bytes);
}

typedef struct tally {
    long verdicts, sets, wrong, dear, lost;
} tally;

static void weigh(const trial_rules *rules, const int *now, const ombud_verdict *verdict, tally *t)
{
    int best = cheapest(rules, now), first = -1;
    size_t sets = ombud_verdict_set_count(verdict);
    int bad = 0;
    t->verdicts++;
    for (size_t s = 0; s < sets; s++) {
        int truth[FACTS], cost = 0, said[FACTS] = {0};
        memcpy(truth, now, sizeof truth);
        for (size_t i = 0; i < ombud_verdict_set_size(verdict, s); i++) {
            ombud_unmet u = OMBUD_UNMET_INIT;
            assert_int_equal(ombud_verdict_unmet(verdict, s, i, &u), OMBUD_OK);
            assert_int_equal(u.kind, OMBUD_UNMET_FACT);
            assert_int_equal(u.name.len, 1);
            int f = u.name.ptr[0] - 'a';
            assert_in_range(f, 0, FACTS - 1);
            assert_int_equal(u.now - OMBUD_NO, now[f]);
            bad |= said[f];
            said[f] = 1;
            truth[f] = u.wanted - OMBUD_NO;
            cost += price(f, now[f]);
        }
        t->sets++;
        if (bad || all_guards(rules, truth) != YES) {
            t->wrong++;
            bad = 1;
        }
        first = s == 0 ? cost : first;
    }
    t->lost += best >= 0 && sets == 0;
    t->dear += best >= 0 && sets > 0 && first != best;
    t->wrong += best < 0 && sets > 0 && !bad;
    if (t->wrong + t->dear + t->lost == 1 && (bad || first != best))
        show(rules, now, verdict);
}

static void every_set_permits_and_none_is_cheaper(void **state)
{
    (void)state;
    tally t = {0, 0, 0, 0, 0};
    uint64_t seed = 31415;
    for (int round = 0; round < 400; round++) {
        trial_rules rules;
        trial_text text = {NULL, 0, 0};
        random_rules(&rules, &seed);
        write_law(&rules, &text);
        ombud_law *law = LAW(text.bytes);
        for (int sample = 0; sample < 12; sample++) {
            static const ombud_ruling rulings[] = {OMBUD_FORBIDDEN, OMBUD_UNDETERMINED, OMBUD_PERMITTED};
            int now[FACTS];
            char line[160];
            ombud_case *c = CASE(law, NULL);
            TELL(c, "2026-03-02 permit.asked x1 by=p1");
            for (int f = 0; f < FACTS; f++) {
                now[f] = (int)trial_below(&seed, 3);
                now[f] = silent[f] && now[f] == UNKNOWN ? NO : now[f];
            }
            snprintf(line, sizeof line, "2026-03-02 fact x1 by=p1 a=%s b=%s c=%s d=%s e=%s", truth_words[now[0]],
                     truth_words[now[1]], truth_words[now[2]], truth_words[now[3]], truth_words[now[4]]);
            TELL(c, line);
            ombud_verdict *verdict = trial_verdict(c, "2026-03-02 permit.granted x1 by=p2");
            int truth = all_guards(&rules, now);
            assert_int_equal(ombud_verdict_ruling(verdict), rulings[truth]);
            if (truth == YES)
                assert_int_equal(ombud_verdict_set_count(verdict), 0);
            else
                weigh(&rules, now, verdict, &t);
            ombud_verdict_free(verdict);
            ombud_case_free(c);
        }
        ombud_law_free(law);
        free(text.bytes);
    }
    print_message("# %ld verdicts, %ld sets: %ld wrong, %ld verdicts where a cheaper set exists, %ld without the set "
                  "that exists\n",
                  t.verdicts, t.sets, t.wrong, t.dear, t.lost);
    assert_true(t.verdicts > 1000 && t.sets > 1000);
    assert_int_equal(t.wrong, 0);
    assert_int_equal(t.dear, 0);
    assert_int_equal(t.lost, 0);
}

/* ---- one of each kind -------------------------------------------------------------------------------------------- */

static void a_role_and_a_state(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted needs a\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "1 a of x1 yes by 1");
    /* By the wrong person, and by nobody. */
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p1 a=yes"), "3 by 2");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 a=yes"), "10 by 2");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p1"), "3 by 2 + 1 a of x1 yes by 1");
    TELL(c, "2026-03-03 permit.closed x1 by=p2");
    assert_string_equal(sets_of(c, "2026-03-03 permit.granted x1 by=p2 a=yes"), "2 live of x1");
    assert_string_equal(sets_of(c, "2026-03-03 permit.granted x1 by=p1"), "2 live of x1 + 3 by 2 + 1 a of x1 yes by 1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2 a=yes"), "");
    END();
}

static void a_state_that_a_guard_asks_for(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.noted only when is closed\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "2 closed of x1 through permit.closed");
    END();
}

static void a_fact_that_an_event_makes(void **state)
{
    ASKED(TRIAL_RULE("1") "  permit.asked: -> live\n  permit.closed: live -> same makes a\n  permit.granted: live -> "
                          "same\n  permit.granted needs a\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "1 a of x1 yes by 1 through permit.closed");
    END();
}

static void a_wait_names_the_day(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  term rest\n    opened by permit.asked\n    within exactly P7D\n"
                                "  permit.granted only when rest is expired\n  permit.closed only when asked at least "
                                "P1M ago\n  permit.noted not when rest is open\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "5 rest of x1 from 2026-03-10");
    assert_string_equal(sets_of(c, "2026-03-09 permit.granted x1 by=p2"), "5 rest of x1 from 2026-03-10");
    MAY(c, "2026-03-10 permit.granted x1 by=p2", OMBUD_PERMITTED, NULL);
    assert_string_equal(sets_of(c, "2026-04-01 permit.closed x1 by=p2"), "5 of x1 from 2026-04-02");
    MAY(c, "2026-04-02 permit.closed x1 by=p2", OMBUD_PERMITTED, NULL);
    assert_string_equal(sets_of(c, "2026-03-09 permit.noted x1"), "5 rest of x1 from 2026-03-10");
    END();
}

/* Cheapest first: what can be done or found out, then waiting, then what contradicts something established. */
static void in_the_order_of_what_they_cost(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  term rest\n    opened by permit.asked\n    within exactly P7D\n  permit.granted "
                                "only when a or b or rest is expired\n");
    TELL(c, "2026-03-02 fact x1 by=p1 a=no");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"),
                        "1 b of x1 yes by 1 | 5 rest of x1 from 2026-03-10 | 1 a of x1 yes by 1");
    END();
}

static void a_link_is_missing(void **state)
{
    ASKED("link backs : person -> permit\nlink needs_backing : permit -> person\nitem person\n  fact fit stated by "
          "member\n" TRIAL_RULE("1") MOVES "  permit.granted only when at least 1 backs <- person (fit)\n  "
                                           "permit.closed only when every needs_backing -> person (fit)\n"
                                           "  permit.noted not when at least 2 backs <- person\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "6 backs of x1 backward");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "6 needs_backing of x1");
    TELL(c, "2026-03-02 link p1 backs x1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"),
                        "1 fit of p1 yes by 1 | 6 backs of x1 backward");
    TELL(c, "2026-03-02 link x1 needs_backing p1");
    TELL(c, "2026-03-02 link x1 needs_backing p2");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "1 fit of p1 yes by 1 + 1 fit of p2 yes by 1");
    END();
}

static void a_wording_a_reading_a_length(void **state)
{
    ASKED("reading Q-1 en \"Who?\"\n  mild default\n  strict open\n"
          "provision 3 \"Rule 3\" since unknown held from 2026-06-01\n  anchor \"a\"\n  gloss en \"G.\"\n  "
          "permit.noted: live -> same\n  permit.closed not when d\n" TRIAL_RULE(
              "1") "  permit.asked: -> live\n  permit.granted, permit.closed: live -> same\n"
                   "  duty keep librarian to member\n    opened by permit.asked\n    within host hold\n"
                   "  permit.backed when a reading Q-1 strict\n  permit.granted only when keep is overdue or backed\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "9 3");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "9 3");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2 a=yes"), "8 hold | 7 Q-1 strict");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "8 hold | 1 a of x1 yes by 1 + 7 Q-1 strict");
    END();
}

static void a_move_under_an_open_reading(void **state)
{
    ASKED("reading Q-1 en \"Who?\"\n  mild default\n  strict open\n" TRIAL_RULE(
        "1") "  permit.asked: -> live\n  permit.noted: live -> same reading Q-1 strict\n  permit.noted needs a\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1 a=yes"), "7 Q-1 strict");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "7 Q-1 strict + 1 a of x1 yes by 1");
    END();
}

static void a_day_that_is_not_recorded(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted only when last_act more than P1Y before permit.asked\n  "
                                "permit.closed only when noted at least P7D ago\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "11 last_act of x1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "11 noted of x1");
    END();
}

/* No set where nothing would help: two rows that exclude each other. */
static void nothing_would_help(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted only when a\n  permit.granted not when a\n");
    MAY(c, "2026-03-02 permit.granted x1 by=p2", OMBUD_UNDETERMINED, NULL);
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2 a=yes"), "");
    END();
}

/* A condition that holds must not be lost by what another one asks for. */
static void what_holds_must_go_on_holding(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted only when a or b\n  permit.granted not when a\n");
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "1 a of x1 no by 1 + 1 b of x1 yes by 1");
    END();
}

static void asking_out_of_bounds(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted needs a\n");
    ombud_unmet u = OMBUD_UNMET_INIT;
    ombud_verdict *verdict = trial_verdict(c, "2026-03-02 permit.granted x1 by=p2");
    assert_int_equal(ombud_verdict_set_count(verdict), 1);
    assert_int_equal(ombud_verdict_set_size(verdict, 0), 1);
    assert_int_equal(ombud_verdict_set_size(verdict, 1), 0);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 1, &u), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_verdict_unmet(verdict, 1, 0, &u), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, NULL), OMBUD_E_ARGUMENT);
    ombud_verdict_free(verdict);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_permits_and_none_is_cheaper),
        cmocka_unit_test(a_role_and_a_state),
        cmocka_unit_test(a_state_that_a_guard_asks_for),
        cmocka_unit_test(a_fact_that_an_event_makes),
        cmocka_unit_test(a_wait_names_the_day),
        cmocka_unit_test(in_the_order_of_what_they_cost),
        cmocka_unit_test(a_link_is_missing),
        cmocka_unit_test(a_wording_a_reading_a_length),
        cmocka_unit_test(a_move_under_an_open_reading),
        cmocka_unit_test(a_day_that_is_not_recorded),
        cmocka_unit_test(nothing_would_help),
        cmocka_unit_test(what_holds_must_go_on_holding),
        cmocka_unit_test(asking_out_of_bounds),
    };
    return cmocka_run_group_tests_name("why not", tests, NULL, NULL);
}
