/*
 * Words that were renamed: what was written before, a case, settings, a question of a host, goes on being understood,
 * and is told in the names of today. One law and one case stand here as patterns; a list of names, old or new, makes
 * them.
 */
#include "trial.h"
#include "small_law.h"

/* One word of each sort that can be renamed. */
static const struct word {
    const char *place, *before, *today;
} words[] = {
    {"<role>", "scribe", "clerk"},     {"<item>", "message", "report"},      {"<prefix>", "m", "r"},
    {"<state>", "pending", "open"},    {"<event>", "logged", "registered"},  {"<fact>", "heavy", "grave"},
    {"<defined>", "bad", "serious"},   {"<argument>", "medium", "channel"},  {"<choice>", "inside", "internal"},
    {"<link>", "subject", "about"},    {"<term>", "confirm", "acknowledge"}, {"<requirement>", "held", "grounded"},
    {"<question>", "exit", "way_out"}, {"<value>", "shut", "none_open"},     {"<length>", "spell", "span"},
    {"<scope>", "hill", "highlands"},  {"<reading>", "Q-1", "Q-01"},         {"<alternative>", "early", "sending"},
    {"<since>", "start", "first_day"}, {"<provision>", "1.1", "1.a1"},       {"<event2>", "ended", "closed"},
    {"<term2>", "hold", "keep"},
};
enum { WORDS = sizeof words / sizeof words[0] };

/* The pattern with the names of a time; freed by the caller. */
static char *filled(const char *pattern, int today)
{
    char *text = malloc(4 * strlen(pattern) + 1), *to = text;
    assert_non_null(text);
    while (*pattern) {
        size_t i = 0;
        while (i < WORDS && strncmp(pattern, words[i].place, strlen(words[i].place)) != 0)
            i++;
        if (i == WORDS) {
            *to++ = *pattern++;
            continue;
        }
        const char *name = today ? words[i].today : words[i].before;
        memcpy(to, name, strlen(name));
        to += strlen(name);
        pattern += strlen(words[i].place);
    }
    *to = '\0';
    return text;
}

static const char law_pattern[] = "law renamings\nsource \"s\"\n"
                                  "role <role>\nrole reader\n"
                                  "item person p\n"
                                  "item <item> <prefix>\n"
                                  "  states <state>, done\n"
                                  "  event <event> by <role> carries <argument> (<choice>, other), on_day (day)\n"
                                  "  event <event2> by <role>\n"
                                  "  fact <fact> stated by <role>\n"
                                  "link <link> : <item> -> person\n"
                                  "length <length>\nscope <scope>\n"
                                  "reading <reading> en \"when?\"\n  <alternative>\n  receipt default\n"
                                  "provision <provision> \"Art. 1\" since setting <since>\n"
                                  "  anchor \"a\"\n  gloss en \"G.\"\n"
                                  "  <item>.<event>: -> <state>\n"
                                  "  <item>.<event2>: <state> -> done\n"
                                  "  <item>.<event2> only when <fact>\n"
                                  "  <item>.<defined> when <fact> and <argument> is <choice>\n"
                                  "  <item>.told when carries <argument>\n"
                                  "  duty <term> <role> to reader\n"
                                  "    opened by <item>.<event>\n    within at most P10D\n"
                                  "    met by <item>.<event2> reading <reading> <alternative>\n"
                                  "  term <term2>\n    opened by <item>.<event>\n    within host <length>\n"
                                  "  require <requirement> <role> while <item> is <state>: <fact>\n"
                                  "  answer <item>.<question> = <value> when <fact>\n"
                                  "  answer <item>.<question> = free when not <fact>\n";

/* What the law of today says besides; every old name once. */
static const char renamed_lines[] = "renamed role clerk was scribe\n"
                                    "renamed item report was message\n"
                                    "renamed prefix r was m\n"
                                    "renamed state report.open was pending\n"
                                    "renamed event report.registered was logged\n"
                                    "renamed event report.closed was ended\n"
                                    "renamed fact report.grave was heavy\n"
                                    "renamed fact report.serious was bad\n"
                                    "renamed argument report.channel was medium\n"
                                    "renamed choice report.channel internal was inside\n"
                                    "renamed link report.about was subject\n"
                                    "renamed term report.acknowledge was confirm\n"
                                    "renamed term report.keep was hold, held_on\n"
                                    "renamed requirement report.grounded was held\n"
                                    "renamed question report.way_out was exit\n"
                                    "renamed value none_open was shut\n"
                                    "renamed length span was spell\n"
                                    "renamed scope highlands was hill\n"
                                    "renamed reading Q-01 was Q-1\n"
                                    "renamed alternative Q-01 sending was early\n"
                                    "renamed since first_day was start\n"
                                    "renamed provision 1.a1 was 1.1\n";

static const char case_pattern[] = "law renamings\n"
                                   "set reading <reading> <alternative>\n"
                                   "set scope <scope>\n"
                                   "set length <length> P20D\n"
                                   "set period <item>.<term> P5D\n"
                                   "set since <since> 2020-01-01\n"
                                   "case 7\n"
                                   "person p1 <role>\nperson p2 reader\n\n"
                                   "2024-01-02 <item>.<event> <prefix>1 by=p1 as=<role> <argument>=<choice> "
                                   "<fact>=yes\n"
                                   "2024-01-03 link <prefix>1 <link> p2 by=p1\n"
                                   "2024-01-04 fact <prefix>1 by=p1 <fact>=no\n";

static const char expected_pattern[] = "on 2024-01-20\n"
                                       "  expect state <prefix>1 <state>\n"
                                       "  expect duty <term> <prefix>1 overdue bearer=<role> because=<provision>\n"
                                       "  expect term <term2> <prefix>1 open due=2024-01-22\n"
                                       "  expect finding late <term> <prefix>1 because=<provision>\n"
                                       "  expect finding breach <requirement> <prefix>1\n"
                                       "  expect no finding breach <event> <prefix>1\n"
                                       "  expect fact <prefix>1 <fact> no\n"
                                       "  expect fact <prefix>1 <defined> no\n"
                                       "  expect answer <question> <prefix>1 free\n"
                                       "  expect may <item>.<event2> <prefix>1 by=p1 forbidden because=<provision>\n"
                                       "  expect may <item>.<event2> <prefix>1 by=p1 <fact>=unknown undetermined "
                                       "missing=<fact>\n"
                                       "on 2024-01-03\n"
                                       "  expect answer <question> <prefix>1 <value>\n"
                                       "  expect state <prefix>1 done\n";

typedef struct world {
    ombud_law *law;
    ombud_scenario *scenario;
    const ombud_case *matter;
} world;

static ombud_law *law_of(int today)
{
    char *text = filled(law_pattern, today), *whole = malloc(strlen(text) + sizeof renamed_lines);
    assert_non_null(whole);
    strcpy(whole, text);
    if (today)
        strcat(whole, renamed_lines);
    ombud_law *law = LAW(whole);
    free(whole);
    free(text);
    return law;
}

static void open_world(world *w, int law_today, int case_today, const char *pattern)
{
    ombud_error err = OMBUD_ERROR_INIT;
    char *text = filled(pattern, case_today);
    w->law = law_of(law_today);
    const ombud_law *laws[1] = {w->law};
    if (ombud_scenario_parse(text, strlen(text), laws, 1, NULL, &w->scenario, &err) != OMBUD_OK)
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    free(text);
    w->matter = ombud_scenario_case(w->scenario, 0);
}

static void close_world(world *w)
{
    ombud_scenario_free(w->scenario);
    ombud_law_free(w->law);
}

/* ---- what was written before ------------------------------------------------------------------------------------- */

static written wrote[2];

static void same_bytes(void **state)
{
    world w[2];
    const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON, OMBUD_FORMAT_SVG};
    ombud_asof asof = trial_asof("2024-01-20");
    (void)state;
    for (int today = 0; today < 2; today++)
        open_world(&w[today], 1, today, case_pattern);
    for (size_t f = 0; f < sizeof formats / sizeof formats[0]; f++) {
        for (int today = 0; today < 2; today++) {
            ombud_render how = OMBUD_RENDER_INIT;
            how.format = formats[f];
            memset(&wrote[today], 0, sizeof wrote[today]);
            assert_int_equal(ombud_render_case(w[today].matter, &asof, &how, write_down, &wrote[today], NULL),
                             OMBUD_OK);
        }
        assert_string_equal(wrote[0].text, wrote[1].text);
        assert_non_null(strstr(wrote[0].text, formats[f] == OMBUD_FORMAT_JSON ? "report.registered" : "registered"));
    }
    for (int today = 0; today < 2; today++) {
        memset(&wrote[today], 0, sizeof wrote[today]);
        assert_int_equal(ombud_case_write(w[today].matter, write_down, &wrote[today], NULL), OMBUD_OK);
    }
    char *expected = filled(case_pattern, 1);
    assert_string_equal(wrote[0].text, expected);
    assert_string_equal(wrote[1].text, expected);
    free(expected);
    close_world(&w[0]);
    close_world(&w[1]);
}

/* Expectations are met in old names, and told in those of today; the last one is not met. */
static void expectations(void **state)
{
    static char pattern[sizeof case_pattern + sizeof expected_pattern];
    char told[2][4096];
    (void)state;
    strcpy(pattern, case_pattern);
    strcat(pattern, expected_pattern);
    for (int today = 0; today < 2; today++) {
        world w;
        ombud_report *report = NULL;
        open_world(&w, 1, today, pattern);
        assert_int_equal(ombud_scenario_check(w.scenario, 0, &report, NULL), OMBUD_OK);
        assert_int_equal(ombud_report_count(report), 13);
        told[today][0] = '\0';
        for (size_t i = 0; i < ombud_report_count(report); i++) {
            ombud_expectation of = OMBUD_EXPECTATION_INIT;
            assert_int_equal(ombud_report_get(report, i, &of), OMBUD_OK);
            if (!of.met && i + 1 < ombud_report_count(report))
                fail_msg("line %u: %.*s: %.*s", of.line, (int)of.text.len, of.text.ptr, (int)of.got.len, of.got.ptr);
            strncat(told[today], of.got.ptr, of.got.len);
            strcat(told[today], "\n");
            if (i + 1 == ombud_report_count(report))
                assert_true(trial_view_is(of.would_hold, "expect state r1 open"));
        }
        ombud_report_free(report);
        close_world(&w);
    }
    assert_string_equal(told[0], told[1]);
}

/* ---- the chain --------------------------------------------------------------------------------------------------- */

/* No cryptography, but every byte counts: FNV-1a. */
static int hash(void *user, const unsigned char *previous, size_t previous_len, const char *line, size_t len,
                unsigned char *out, size_t capacity, size_t *out_len)
{
    uint64_t of = UINT64_C(14695981039346656037);
    (void)user;
    (void)capacity;
    for (size_t i = 0; i < previous_len + len; i++)
        of = (of ^ (i < previous_len ? previous[i] : (unsigned char)line[i - previous_len])) * UINT64_C(1099511628211);
    memcpy(out, &of, sizeof of);
    *out_len = sizeof of;
    return 0;
}

/* Digests that were made before the renaming verify the journal as it was written, and as it is written today. */
static void chained(void **state)
{
    unsigned char digest[3][OMBUD_CHAIN_DIGEST_MAX];
    ombud_view digests[3];
    ombud_chain chain = OMBUD_CHAIN_INIT;
    world before, w;
    size_t length, first;
    (void)state;
    chain.digest = hash;
    open_world(&before, 0, 0, case_pattern);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(ombud_case_chain(before.matter, &chain, i + 1, i ? &digests[i - 1] : NULL, digest[i],
                                          sizeof digest[i], &length, NULL),
                         OMBUD_OK);
        digests[i] = (ombud_view){(const char *)digest[i], length};
    }
    close_world(&before);
    for (int today = 0; today < 2; today++) {
        open_world(&w, 1, today, case_pattern);
        assert_int_equal(ombud_case_verify(w.matter, &chain, digests, 3, &first, NULL), OMBUD_OK);
        close_world(&w);
    }
    digest[1][0] ^= 1;
    open_world(&w, 1, 0, case_pattern);
    assert_int_equal(ombud_case_verify(w.matter, &chain, digests, 3, &first, NULL), OMBUD_E_DIFFERENT);
    assert_int_equal(first, 2);
    close_world(&w);
}

/* ---- what a host asks -------------------------------------------------------------------------------------------- */

static void questions(void **state)
{
    world w;
    ombud_asof asof = trial_asof("2024-01-20");
    ombud_view state_name;
    ombud_truth truth;
    ombud_answer *answer = NULL;
    ombud_actions *actions[2];
    ombud_word argument = OMBUD_WORD_INIT;
    size_t index;
    (void)state;
    open_world(&w, 1, 1, case_pattern);
    assert_int_equal(ombud_case_state(w.matter, "m1", &asof, &state_name, NULL), OMBUD_OK);
    assert_true(trial_view_is(state_name, "open"));
    assert_int_equal(ombud_case_state(w.matter, "m2", &asof, &state_name, NULL), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_case_state(w.matter, "m01", &asof, &state_name, NULL), OMBUD_E_NOT_FOUND);
    const struct {
        const char *name;
        ombud_truth truth;
    } facts[] = {{"heavy", OMBUD_NO},
                 {"grave", OMBUD_NO},
                 {"bad", OMBUD_NO},
                 {"medium is inside", OMBUD_YES},
                 {"channel is inside", OMBUD_YES},
                 {"medium is other", OMBUD_NO},
                 {"carries medium", OMBUD_YES}};
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        assert_int_equal(ombud_case_fact(w.matter, "m1", facts[i].name, &asof, &truth, NULL), OMBUD_OK);
        assert_int_equal(truth, facts[i].truth);
    }
    const char *const none[] = {"medium is outside", "carries inside", "width is inside", "pending"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(ombud_case_fact(w.matter, "m1", none[i], &asof, &truth, NULL), OMBUD_E_UNKNOWN_NAME);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(ombud_case_ask(w.matter, i ? "message.exit" : "exit", "m1", &asof, &answer, NULL), OMBUD_OK);
        ombud_answer_free(answer);
        assert_int_equal(ombud_case_next(w.matter, i ? "clerk" : "scribe", &asof, &actions[i], NULL), OMBUD_OK);
    }
    assert_int_equal(ombud_actions_count(actions[0]), ombud_actions_count(actions[1]));
    ombud_actions_free(actions[0]);
    ombud_actions_free(actions[1]);
    assert_int_equal(ombud_law_event_argument(w.law, "message.logged", 0, OMBUD_LANG_EN, &argument), OMBUD_OK);
    assert_true(trial_view_is(argument.name, "report.channel"));
    assert_int_equal(ombud_law_find_provision(w.law, "1.1", 3, &index), OMBUD_OK);
    assert_int_equal(index, 0);
    close_world(&w);
}

/* Every word is found by either name at its own index, and tells the one of before. */
static void words_found(void **state)
{
    static const struct {
        ombud_word_kind kind;
        const char *before, *today, *former;
    } table[] = {
        {OMBUD_WORD_ROLE, "scribe", "clerk", "scribe"},
        {OMBUD_WORD_ITEM, "message", "report", "message"},
        {OMBUD_WORD_STATE, "message.pending", "report.open", "pending"},
        {OMBUD_WORD_EVENT, "message.logged", "report.registered", "logged"},
        {OMBUD_WORD_ARGUMENT, "report.medium", "report.channel", "medium"},
        {OMBUD_WORD_CHOICE, "inside", "internal", "inside"},
        {OMBUD_WORD_FACT, "message.heavy", "report.grave", "heavy"},
        {OMBUD_WORD_DEFINITION, "message.bad", "report.serious", "bad"},
        {OMBUD_WORD_LINK, "message.subject", "report.about", "subject"},
        {OMBUD_WORD_TERM, "message.confirm", "report.acknowledge", "confirm"},
        {OMBUD_WORD_TERM, "message.held_on", "report.keep", "hold,held_on"},
        {OMBUD_WORD_QUESTION, "message.exit", "report.way_out", "exit"},
        {OMBUD_WORD_VALUE, "shut", "none_open", "shut"},
        {OMBUD_WORD_LENGTH, "spell", "span", "spell"},
        {OMBUD_WORD_SCOPE, "hill", "highlands", "hill"},
        {OMBUD_WORD_REQUIREMENT, "message.held", "report.grounded", "held"},
        {OMBUD_WORD_SINCE, "start", "first_day", "start"},
        {OMBUD_WORD_ROLE, "reader", "reader", ""},
        {OMBUD_WORD_STATE, "message.done", "report.done", ""},
    };
    ombud_law *law = law_of(1);
    ombud_view former;
    ombud_word word = OMBUD_WORD_INIT;
    size_t at, before;
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        const char *names[2] = {table[i].before, table[i].today};
        assert_int_equal(ombud_law_find_word(law, table[i].kind, names[0], strlen(names[0]), &before), OMBUD_OK);
        assert_int_equal(ombud_law_find_word(law, table[i].kind, names[1], strlen(names[1]), &at), OMBUD_OK);
        assert_int_equal(at, before);
        assert_int_equal(ombud_law_word(law, table[i].kind, at, OMBUD_LANG_EN, &word), OMBUD_OK);
        assert_true(trial_view_is(word.name, names[1]));
        assert_int_equal(ombud_law_word_former(law, table[i].kind, at, &former), OMBUD_OK);
        assert_true(trial_view_is(former, table[i].former));
    }
    /* A fact is no definition, what belongs to an item is written with it, and so is nothing else. */
    const struct {
        ombud_word_kind kind;
        const char *name;
    } missing[] = {{OMBUD_WORD_FACT, "message.bad"},
                   {OMBUD_WORD_DEFINITION, "message.heavy"},
                   {OMBUD_WORD_EVENT, "logged"},
                   {OMBUD_WORD_EVENT, "letter.logged"},
                   {OMBUD_WORD_EVENT, "person.logged"},
                   {OMBUD_WORD_ROLE, "message.scribe"},
                   {OMBUD_WORD_LENGTH, ""}};
    for (size_t i = 0; i < sizeof missing / sizeof missing[0]; i++)
        assert_int_equal(ombud_law_find_word(law, missing[i].kind, missing[i].name, strlen(missing[i].name), &at),
                         OMBUD_E_NOT_FOUND);
    ombud_law_free(law);
}

/* ---- what is refused --------------------------------------------------------------------------------------------- */

static void refused(void **state)
{
    static const struct {
        const char *lines;
        ombud_status status;
        uint32_t column;
        const char *message, *nearest;
    } table[] = {
        {"renamed event report.registered was closed", OMBUD_E_DUPLICATE, 37, "a word has this name, or had it", ""},
        {"renamed event report.registered was registered", OMBUD_E_DUPLICATE, 37, "a word has this name, or had it",
         ""},
        {"renamed event report.registered was logged, logged", OMBUD_E_DUPLICATE, 45, "a word has this name, or had it",
         ""},
        {"renamed event report.closed was logged\nrenamed event report.registered was logged", OMBUD_E_DUPLICATE, 37,
         "a word has this name, or had it", ""},
        {"renamed event report.closed was logged\nrenamed event report.closed was ended", OMBUD_E_DUPLICATE, 15,
         "the old names of this word stand already above", ""},
        {"renamed fact report.grave was channel", OMBUD_E_DUPLICATE, 31, "a word has this name, or had it", ""},
        {"renamed argument report.channel was acknowledge", OMBUD_E_DUPLICATE, 37, "a word has this name, or had it",
         ""},
        {"renamed term report.keep was serious", OMBUD_E_DUPLICATE, 30, "a word has this name, or had it", ""},
        {"renamed prefix r was p", OMBUD_E_DUPLICATE, 22, "a word has this name, or had it", ""},
        {"renamed prefix r was m1", OMBUD_E_SYNTAX, 22, "the prefix of an item is what stands before its number", ""},
        {"renamed prefix r was abcdefghijklmnopqrstuvwxyz", OMBUD_E_LIMIT, 22,
         "the prefix of an item has at most 24 letters", ""},
        {"renamed event report.registerd was logged", OMBUD_E_UNKNOWN_NAME, 15, "the item has no event of this name",
         "registered"},
        {"renamed event letter.registered was logged", OMBUD_E_UNKNOWN_NAME, 15, "no item of this name", ""},
        {"renamed event registered was logged", OMBUD_E_SYNTAX, 15, "ITEM.NAME belongs here", ""},
        {"renamed choice report.chanel internal was inside", OMBUD_E_UNKNOWN_NAME, 16,
         "no event of the item carries an argument of this name", "channel"},
        {"renamed choice report.channel interal was inside", OMBUD_E_UNKNOWN_NAME, 31,
         "the argument has no such choice", "internal"},
        {"renamed alternative Q-02 sending was early", OMBUD_E_UNKNOWN_NAME, 21, "no reading of this name", "Q-01"},
        {"renamed alternative Q-01 sendin was early", OMBUD_E_UNKNOWN_NAME, 26, "the reading has no such alternative",
         "sending"},
        {"renamed invent report.closed was ended", OMBUD_E_SYNTAX, 9, "no sort of word is called so", "event"},
        {"renamed event report.closed ended", OMBUD_E_SYNTAX, 29, "the old names stand behind `was`", ""},
        {"renamed event report.closed was", OMBUD_E_SYNTAX, 32, "a name that the word had before belongs here", ""},
        {"renamed event report.closed was any", OMBUD_E_SYNTAX, 33, "a name that the word had before belongs here", ""},
        {"renamed reading Q-01 was \"Q\"", OMBUD_E_SYNTAX, 26, "a name that the word had before belongs here", ""},
        {"renamed role clerk was scribe now", OMBUD_E_SYNTAX, 31, "the statement is complete, but more follows", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        char *text = filled(law_pattern, 1), whole[4096];
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_law *law = NULL;
        snprintf(whole, sizeof whole, "%s%s\n", text, table[i].lines);
        ombud_status status = ombud_law_parse(whole, strlen(whole), NULL, &law, &err);
        if (status != table[i].status || err.column != table[i].column || strcmp(err.message, table[i].message) != 0 ||
            strcmp(err.nearest, table[i].nearest) != 0 || err.remedy[0] == '\0')
            fail_msg("%s: %d at %u: %s [%s] (%s)", table[i].lines, (int)status, err.column, err.message, err.excerpt,
                     err.nearest);
        assert_null(law);
        free(text);
    }
}

/* An old name is no name of the law's own text, and the line of a case offers today's for what is neither. */
static void of_today_alone(void **state)
{
    char *text = filled(law_pattern, 1), whole[4096];
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    world w;
    (void)state;
    snprintf(whole, sizeof whole, "%s  report.logged not when grave\n%s", text, renamed_lines);
    assert_int_equal(ombud_law_parse(whole, strlen(whole), NULL, &law, &err), OMBUD_E_UNKNOWN_NAME);
    free(text);
    open_world(&w, 1, 1, case_pattern);
    ombud_event event = trial_event("2024-02-01 message.loged m2 by=p1");
    ombud_verdict *verdict = NULL;
    assert_int_equal(ombud_case_may(w.matter, &event, NULL, &verdict, &err), OMBUD_E_UNKNOWN_NAME);
    event = trial_event("2024-02-01 message.logged m1 by=p1 channel=inside medium=inside");
    assert_int_equal(ombud_case_may(w.matter, &event, NULL, &verdict, &err), OMBUD_E_DUPLICATE);
    close_world(&w);
}

/* A word takes the name that a word of another sort had: the name of today comes first. */
static void today_before_old(void **state)
{
    ombud_law *law = LAW("law a\nrole r\nrole s\nitem person p\nitem k x\n  states t\n  event begun, done\n"
                         "provision 1 \"R\" since original\n  anchor \"a\"\n  gloss en \"g\"\n"
                         "  k.begun: -> t\n  k.done: t -> same by s\n  duty act r to s\n    opened by k.begun\n"
                         "    within at most P9D\n"
                         "renamed term k.act was done\n");
    const char told[] = "law a\nperson p1 r\n2024-01-01 k.begun x1\n2024-01-02 k.done x1 by=p1\n"
                        "on 2024-01-03\n  expect finding breach done x1\n";
    const ombud_law *laws[1] = {law};
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    (void)state;
    assert_int_equal(ombud_scenario_parse(told, sizeof told - 1, laws, 1, NULL, &scenario, NULL), OMBUD_OK);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, NULL), OMBUD_OK);
    assert_int_equal(ombud_report_failed(report), 0);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(same_bytes),     cmocka_unit_test(expectations),     cmocka_unit_test(chained),
        cmocka_unit_test(questions),      cmocka_unit_test(words_found),      cmocka_unit_test(refused),
        cmocka_unit_test(of_today_alone), cmocka_unit_test(today_before_old),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
