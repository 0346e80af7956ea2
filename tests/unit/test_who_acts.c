/*
 * Who would have to act: where roles are asked for by a move and, in random guards, together with facts, every set of
 * unmet conditions is tried on all who fit it; and there is a set wherever somebody could bring the event.
 */
#include "trial.h"

enum { ROLES = 4, FACTS = 3, EVERYBODY = 1 << ROLES, NOBODY_NAMED = 0 };

static const char fact_names[] = "abc", *const truth_words[] = {"no", "unknown", "yes"};

/* A condition over facts a to c and roles A to D. */
static void random_condition(trial_text *to, uint64_t *seed, int leaves)
{
    if (leaves > 1) {
        int cut = 1 + (int)trial_below(seed, (size_t)leaves - 1), both = (int)trial_below(seed, 2);
        trial_text_put(to, "(");
        random_condition(to, seed, cut);
        trial_text_put(to, both ? ") and (" : ") or (");
        random_condition(to, seed, leaves - cut);
        trial_text_put(to, ")");
        return;
    }
    trial_text_put(to, trial_below(seed, 3) == 0 ? "not " : "");
    if (trial_below(seed, 2))
        trial_text_put(to, "by r%d", (int)trial_below(seed, ROLES));
    else
        trial_text_put(to, "%c", fact_names[trial_below(seed, FACTS)]);
}

static void random_law(trial_text *to, uint64_t *seed)
{
    static const char *const bearers[] = {"", " by r0", " by r0, r1", " by r1, r2, r3"};
    static const char *const types[] = {"only when", "not when"};
    int guards = 1 + (int)trial_below(seed, 3);
    trial_text_put(to, "law desk\nrole r0\nrole r1\nrole r2\nrole r3\nitem person p\nitem file x\n  states live\n");
    trial_text_put(to, "  event opened\n  event sent%s\n  fact a, b, c stated by r0\n", bearers[trial_below(seed, 4)]);
    trial_text_put(to, "%s  file.opened: -> live\n  file.sent: live -> same\n", TRIAL_RULE("1"));
    for (int i = 0; i < guards; i++) {
        trial_text_put(to, "  file.sent %s ", types[trial_below(seed, 2)]);
        random_condition(to, seed, 1 + (int)trial_below(seed, 4));
        trial_text_put(to, "\n");
    }
}

/* Person n + 1 holds the roles that are the bits of n. */
static ombud_case *case_of_everybody(const ombud_law *law)
{
    ombud_case *c = NULL;
    assert_int_equal(ombud_case_new(law, NULL, NULL, &c, NULL), OMBUD_OK);
    for (int roles = 0; roles < EVERYBODY; roles++) {
        char names[32] = "";
        for (int r = 0; r < ROLES; r++) {
            if (roles >> r & 1)
                snprintf(names + strlen(names), sizeof names - strlen(names), "%sr%d", names[0] ? "," : "", r);
        }
        assert_int_equal(ombud_case_person(c, roles + 1, names, NULL), OMBUD_OK);
    }
    TELL(c, "2026-03-02 file.opened x1");
    return c;
}

static ombud_verdict *verdict_on(const ombud_case *c, int person, const int *truth)
{
    char line[96], by[16] = "";
    if (person != NOBODY_NAMED)
        snprintf(by, sizeof by, " by=p%d", person);
    snprintf(line, sizeof line, "2026-03-02 file.sent x1%s a=%s b=%s c=%s", by, truth_words[truth[0]],
             truth_words[truth[1]], truth_words[truth[2]]);
    return trial_verdict(c, line);
}

static ombud_ruling ruling_of_line(const ombud_case *c, const char *line)
{
    ombud_verdict *verdict = trial_verdict(c, line);
    ombud_ruling ruling = ombud_verdict_ruling(verdict);
    ombud_verdict_free(verdict);
    return ruling;
}

static ombud_ruling ruling_on(const ombud_case *c, int person, const int *truth)
{
    ombud_verdict *verdict = verdict_on(c, person, truth);
    ombud_ruling ruling = ombud_verdict_ruling(verdict);
    ombud_verdict_free(verdict);
    return ruling;
}

/* What a set asks for: facts, roles refused, and roles of which one is needed, several times. */
typedef struct wanted {
    int truth[FACTS], masks;
    uint64_t refused, named, one_of[8];
    int of_actor;
} wanted;

static wanted read_set(const ombud_verdict *verdict, size_t set, const int *truth)
{
    wanted w = {{truth[0], truth[1], truth[2]}, 0, 0, 0, {0}, 0};
    for (size_t i = 0; i < ombud_verdict_set_size(verdict, set); i++) {
        ombud_unmet u = OMBUD_UNMET_INIT;
        assert_int_equal(ombud_verdict_unmet(verdict, set, i, &u), OMBUD_OK);
        assert_true(u.wanted == OMBUD_YES || u.wanted == OMBUD_NO);
        if (u.kind == OMBUD_UNMET_FACT) {
            w.truth[u.name.ptr[0] - 'a'] = u.wanted - OMBUD_NO;
            continue;
        }
        assert_true(u.kind == OMBUD_UNMET_ROLE || u.kind == OMBUD_UNMET_ACTOR);
        w.of_actor = 1;
        if (u.wanted == OMBUD_NO) {
            w.refused |= u.who;
        } else {
            assert_in_range(w.masks, 0, 7);
            w.one_of[w.masks++] = u.who;
            w.named |= u.who;
        }
    }
    return w;
}

/* Whether somebody with these roles is whom a set speaks of: where it names roles, one who holds no others. */
static int fits(const wanted *w, uint64_t roles)
{
    if ((roles & w->refused) != 0 || (w->masks > 0 && (roles & ~w->named) != 0))
        return 0;
    for (int i = 0; i < w->masks; i++) {
        if ((roles & w->one_of[i]) == 0)
            return 0;
    }
    return 1;
}

typedef struct tally {
    long verdicts, sets, tried, wrong, empty, lost;
} tally;

static void weigh_set(const ombud_case *c, int person, const wanted *w, tally *t)
{
    int fitting = 0;
    t->sets++;
    if (!w->of_actor) {
        t->tried++;
        t->wrong += ruling_on(c, person, w->truth) != OMBUD_PERMITTED;
        return;
    }
    for (int roles = 0; roles < EVERYBODY; roles++) {
        if (!fits(w, (uint64_t)roles))
            continue;
        fitting++;
        t->tried++;
        t->wrong += ruling_on(c, roles + 1, w->truth) != OMBUD_PERMITTED;
    }
    t->empty += fitting == 0;
}

static int somebody_could(const ombud_case *c)
{
    for (int roles = 0; roles < EVERYBODY; roles++) {
        for (int k = 0; k < 1 << FACTS; k++) {
            int truth[FACTS] = {k & 1 ? 2 : 0, k & 2 ? 2 : 0, k & 4 ? 2 : 0};
            if (ruling_on(c, roles + 1, truth) == OMBUD_PERMITTED)
                return 1;
        }
    }
    return 0;
}

static void every_set_helps_all_who_fit_it(void **state)
{
    (void)state;
    tally t = {0, 0, 0, 0, 0, 0};
    uint64_t seed = 271828;
    for (int round = 0; round < 1500; round++) {
        trial_text text = {NULL, 0, 0};
        random_law(&text, &seed);
        ombud_law *law = LAW(text.bytes);
        ombud_case *c = case_of_everybody(law);
        int possible = somebody_could(c);
        for (int sample = 0; sample < 12; sample++) {
            int truth[FACTS], person = (int)trial_below(&seed, EVERYBODY + 1);
            long bad = t.wrong + t.empty + t.lost;
            for (int f = 0; f < FACTS; f++)
                truth[f] = (int)trial_below(&seed, 3);
            ombud_verdict *verdict = verdict_on(c, person, truth);
            size_t sets = ombud_verdict_set_count(verdict);
            t.verdicts++;
            for (size_t s = 0; s < sets; s++) {
                wanted w = read_set(verdict, s, truth);
                weigh_set(c, person, &w, &t);
            }
            t.lost += ombud_verdict_ruling(verdict) != OMBUD_PERMITTED && possible && sets == 0;
            if (bad == 0 && t.wrong + t.empty + t.lost > 0)
                print_error("%sp%d a=%s b=%s c=%s\n", text.bytes, person, truth_words[truth[0]], truth_words[truth[1]],
                            truth_words[truth[2]]);
            ombud_verdict_free(verdict);
        }
        ombud_case_free(c);
        ombud_law_free(law);
        free(text.bytes);
    }
    print_message("# %ld verdicts, %ld sets tried on %ld persons: %ld refused, %ld sets that fit nobody, %ld verdicts "
                  "without the set that exists\n",
                  t.verdicts, t.sets, t.tried, t.wrong, t.empty, t.lost);
    assert_true(t.sets > 1000);
    assert_int_equal(t.wrong + t.empty + t.lost, 0);
}

/* Who says in which role they act is judged as one who holds that role alone; as one without any if they do not. */
static void in_one_role_as_if_there_were_no_other(void **state)
{
    (void)state;
    uint64_t seed = 161803;
    long differs = 0, changed = 0;
    for (int round = 0; round < 300; round++) {
        trial_text text = {NULL, 0, 0};
        random_law(&text, &seed);
        ombud_law *law = LAW(text.bytes);
        ombud_case *c = case_of_everybody(law);
        for (int holds = 0; holds < EVERYBODY; holds++) {
            for (int role = 0; role < ROLES; role++) {
                char line[96];
                int alone = holds & 1 << role;
                snprintf(line, sizeof line, "2026-03-02 file.sent x1 by=p%d as=r%d a=yes b=no", holds + 1, role);
                ombud_ruling got = ruling_of_line(c, line);
                snprintf(line, sizeof line, "2026-03-02 file.sent x1 by=p%d a=yes b=no", alone + 1);
                differs += got != ruling_of_line(c, line);
                snprintf(line, sizeof line, "2026-03-02 file.sent x1 by=p%d a=yes b=no", holds + 1);
                changed += got != ruling_of_line(c, line);
            }
        }
        ombud_case_free(c);
        ombud_law_free(law);
        free(text.bytes);
    }
    assert_int_equal(differs, 0);
    assert_true(changed > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_set_helps_all_who_fit_it),
        cmocka_unit_test(in_one_role_as_if_there_were_no_other),
    };
    return cmocka_run_group_tests_name("who acts", tests, NULL, NULL);
}
