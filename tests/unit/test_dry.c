/*
 * Memory that runs dry at every place. A law takes its memory in large pieces, so that a failing request hits few of
 * the places that ask for some: here a text is read with more and more in front of the same words, until the piece that
 * is missing was missing at each of them; and a wide law has more of everything than one piece holds.
 */
#include "dry.h"

#include "every_word.h"

/* ---- more and more in front of the same words -------------------------------------------------------------------- */

enum { PIECE = 16 * 1024, STEP = 96 };

/* The text with a word of `length` letters in the place of `$`. */
static char *padded(const char *before, const char *after, size_t length)
{
    char *text = malloc(strlen(before) + length + strlen(after) + 1);
    assert_non_null(text);
    strcpy(text, before);
    memset(text + strlen(before), 'x', length);
    strcpy(text + strlen(before) + length, after);
    return text;
}

static ombud_status parse_law(world *w)
{
    ombud_law *law = NULL;
    ombud_status status = ombud_law_parse(w->text, strlen(w->text), &w->alloc, &law, &w->err);
    ombud_law_free(law);
    return status;
}

static void a_law_at_every_place(void **state)
{
    (void)state;
    /* The name of a choice is kept with the law and, while it is read, beside it. */
    static const char head[] = "law library\nrole member\nitem pad d\n  event e carries c (y";
    world w;
    size_t tries = 0;
    begin(&w);
    char *rest = malloc(sizeof every_word + 8);
    assert_non_null(rest);
    strcpy(rest, ", z)\n");
    strcat(rest, strstr(every_word, "title en"));
    char *twice = strstr(rest, "role member en");
    memset(twice, ' ', strlen("role member "));
    memcpy(twice, "scope pad ", 10);
    for (size_t length = 1; length < PIECE; length += STEP) {
        char *text = padded(head, rest, length);
        w.text = text;
        tries += run_dry(&w, parse_law);
        free(text);
    }
    free(rest);
    assert_true(tries > 1000);
    end(&w);
}

/* The same words with a longer and longer comment in front: it is kept once, so that each of them in turn is the first
 * for which a piece has no room. One of each, so that one piece holds nearly all. */
static const char one_of_each[] =
    "role member\nrole warden held by post is there\nscope town en \"t\"\nlength grace\nlabel q en \"l\"\n"
    "item person p\nitem post o\n  states there\n  event set\nitem loan l\n  states asked, lent\n"
    "  event asked, lent carries way (post_box, desk), wanted (day)\n  event ended\n  fact a, b, c stated by member\n"
    "link beside : post -> loan en \"l\"\nlink renews : loan -> loan\n"
    "reading Q-1\n  one default\n  two\n"
    "invariant sound at loan.lent: a or b or c en \"i\"\n"
    "provision 1 \"R\" since setting begun\n  anchor \"a\"\n  gloss en \"g\"\n"
    "  loan.asked: -> asked\n  loan.lent: asked -> lent makes a\n  loan.ended: lent -> same\n  post.set: -> there\n"
    "  loan.x when a and b and c\n  loan.lent only when a\n  loan.y when wanted more than P1Y ago\n"
    "  answer loan.q = v when b\n  require r member while loan is lent: c\n  withhold loan.c from all but member when "
    "a\n"
    "  figure f = count of loan.lent by way\n  in town exclude 1\n"
    "  duty d member to member\n    opened by loan.asked\n    within at most P7D\n    met by beside <- post.set\n"
    "  term t\n    opened by loan.lent\n    takes over d of renews\n";

static char *behind_comment(const char *first, const char *rest, size_t length)
{
    char *text = malloc(strlen(first) + length + strlen(rest) + 4);
    assert_non_null(text);
    char *at = text + strlen(strcpy(text, first));
    *at++ = '#';
    memset(at, 'x', length);
    strcpy(at + length, "\n");
    strcat(at + length, rest);
    return text;
}

static void a_law_at_each_step(void **state)
{
    (void)state;
    world w;
    size_t tries = 0;
    begin(&w);
    for (size_t length = 1; length < PIECE; length += 16) {
        char *text = behind_comment("law small\n", one_of_each, length);
        w.text = text;
        tries += run_dry(&w, parse_law);
        free(text);
    }
    assert_true(tries > 1000);
    end(&w);
}

/*
 * Laws short enough that what is kept of them fits in one piece: behind a comment of the right length any request is
 * the first without room. A table grows at its first entry, so that another row stands first in each; the ninth node
 * of a condition joins what is left of a chain.
 */
static void short_laws_at_each_step(void **state)
{
    (void)state;
#define SHORT "item person p\nitem loan l\n  states asked, lent\n  event asked carries wanted (day)\n  event lent\n"
    static const char *const laws[] = {
        SHORT "role member\nscope town\nlength grace\nitem loan\n  fact a, b, c stated by member\n"
              "provision 1 \"R\" since original\n  modality duty\n  anchor \"a\"\n  gloss en \"g\"\n"
              "  loan.lent only when a unless b\n  loan.lent not when wanted more than P1Y ago unless c\n"
              "  loan.x when a and b and c\n  figure f = count of loan.lent\n  answer loan.q = v when b\n"
              "  in town exclude 1\n  loan.asked: -> asked\n  loan.lent: asked -> lent\n",
        SHORT "structure\n  term t\n    opened by loan.asked\n    within none\n  loan.asked: -> asked\n",
        SHORT "role member\nitem loan\n  fact a stated by member\ninvariant sound at loan.lent: is lent\n"
              "structure\n  withhold loan.a from all but member when is asked\n  loan.asked: -> asked\n"
              "  term t\n    opened by loan.lent\n    counted from loan.asked\n    within none\n",
    };
    world w;
    size_t tries = 0;
    begin(&w);
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++) {
        for (size_t length = 1; length < PIECE; length += 16) {
            /* What is needed only while a law is read stands elsewhere, behind the name of a choice. */
            char *text = behind_comment("law small\n", laws[i], length),
                 *other = padded("law small\nitem pad d\n  event e carries c (y, z", ")\n", length),
                 *whole = behind_comment(other, laws[i], 1);
            w.text = text;
            tries += run_dry(&w, parse_law);
            w.text = whole;
            tries += run_dry(&w, parse_law);
            free(text);
            free(other);
            free(whole);
        }
    }
    assert_true(tries > 4000);
    end(&w);
}

static ombud_status parse_case(world *w)
{
    const ombud_law *const laws[] = {w->law};
    ombud_scenario *scenario = NULL;
    ombud_status status = ombud_scenario_parse(w->text, strlen(w->text), laws, 1, &w->alloc, &scenario, &w->err);
    ombud_scenario_free(scenario);
    return status;
}

static void a_case_at_every_place(void **state)
{
    (void)state;
    world w;
    size_t tries = 0;
    begin(&w);
    w.law = LAW(every_word);
    for (size_t length = 1; length < PIECE; length += STEP) {
        char *text = padded("law library\nshows x", strchr(every_statement, '\n'), length);
        const ombud_law *const laws[] = {w.law};
        w.text = text;
        tries += run_dry(&w, parse_case);
        assert_int_equal(ombud_scenario_parse(text, strlen(text), laws, 1, &w.alloc, &w.scenario, &w.err), OMBUD_OK);
        if (length < 16 * STEP)
            tries += run_dry(&w, check_case);
        ombud_scenario_free(w.scenario);
        w.scenario = NULL;
        free(text);
    }
    assert_true(tries > 1000);
    end(&w);
}

static void a_case_at_each_step(void **state)
{
    (void)state;
    world w;
    size_t tries = 0;
    begin(&w);
    w.law = LAW(every_word);
    for (size_t length = 1; length < PIECE; length += 16) {
        char *text = behind_comment("law library\n", strchr(every_statement, '\n') + 1, length);
        w.text = text;
        tries += run_dry(&w, parse_case);
        free(text);
    }
    assert_true(tries > 1000);
    end(&w);
}

/* The list of scenarios grows at the ninth. */
static void many_scenarios(void **state)
{
    (void)state;
    static const char scenarios[] = "scenario a\nscenario b\nscenario c\nscenario d\nscenario e\nscenario f\n"
                                    "scenario g\nscenario h\nscenario i\n";
    world w;
    size_t tries = 0;
    begin(&w);
    w.law = LAW("law small\n");
    for (size_t length = PIECE - 2400; length < PIECE; length += 16) {
        char *text = behind_comment("law small\n", scenarios, length);
        w.text = text;
        tries += run_dry(&w, parse_case);
        free(text);
    }
    assert_true(tries > 1000);
    end(&w);
}

/* A law that is built in is read when the text has been cut up. */
static void a_law_that_is_built_in(void **state)
{
    (void)state;
    const size_t last = PIECE - 400;
    for (size_t length = last - 1200; length < last; length += 16) {
        char *text = behind_comment("", "law bxl2019\nperson p1 reporter\n", length);
        for (size_t n = 1; n <= 3; n++) {
            world w;
            ombud_scenario *none = NULL;
            begin(&w);
            w.memory.fail_at = n;
            w.memory.from_then_on = 1;
            assert_int_equal(ombud_scenario_parse(text, strlen(text), NULL, 0, &w.alloc, &none, &w.err), OMBUD_E_NOMEM);
            assert_null(none);
            end(&w);
        }
        free(text);
    }
}

static ombud_status check_report(world *w)
{
    ombud_report *report = NULL;
    ombud_status status = ombud_scenario_check(w->scenario, 0, &report, &w->err);
    ombud_report_free(report);
    return status;
}

/* What is told of an expectation is kept with the report, and what is long is written anew. */
static void a_report_at_each_step(void **state)
{
    (void)state;
    static const char head[] = "law long\nrole member\nitem person p\nitem shelf s\n  event built\n  fact z",
                      middle[] = " stated by member\nprovision 1 \"R\" since original\n  anchor \"a\"\n"
                                 "  gloss en \"G.\"\n  shelf.built: any -> same\n  shelf.built only when z";
    world w;
    size_t tries = 0;
    begin(&w);
    char *half = padded(head, middle, 1100), *law_text = padded(half, "\n", 1100);
    w.law = LAW(law_text);
    const ombud_law *const laws[] = {w.law};
    for (size_t length = 1; length < PIECE; length += 16) {
        char *text = padded("law long\nperson p1 member\nitem s1\non 2026-02-02\n  expect next_change ",
                            "none\n  expect may shelf.built s1 permitted\n", length);
        for (char *x = strstr(text, "next_change ") + 12; *x == 'x'; x++)
            *x = ' ';
        assert_int_equal(ombud_scenario_parse(text, strlen(text), laws, 1, &w.alloc, &w.scenario, &w.err), OMBUD_OK);
        tries += run_dry(&w, check_report);
        ombud_scenario_free(w.scenario);
        w.scenario = NULL;
        free(text);
    }
    assert_true(tries > 1000);
    free(half);
    free(law_text);
    /* So many expectations that their list takes a piece of its own. */
    char *many = malloc(400 * 40);
    assert_non_null(many);
    char *at = many + sprintf(many, "law long\nperson p1 member\nitem s1\non 2026-02-02\n");
    for (size_t i = 0; i < 300; i++)
        at += sprintf(at, "  expect next_change none\n");
    assert_int_equal(ombud_scenario_parse(many, strlen(many), laws, 1, &w.alloc, &w.scenario, &w.err), OMBUD_OK);
    assert_true(run_dry(&w, check_report) > 4);
    free(many);
    end(&w);
}

/* ---- a wide law -------------------------------------------------------------------------------------------------- */

/* `$` in each line stands for the number of the kind of item. */
static const char wide_head[] = "law wide\nrole member\nrole librarian\nscope town\n";
static const char wide_words[] =
    "item a$ q$\n  states one, two\n  event made carries to (a$), how (left, right), day_of (day), long (period)\n"
    "  event ended, fell\n  fact f, g stated by member\n  defined d en \"d\"\n"
    "length n$\nreading R-$\n  x default\n  y\nlabel l$ en \"l\"\nquestion S-$ fact a$.f\nlink k : a$ -> a$\n"
    "invariant always_so always a$: is one or is two or not f\n";
static const char wide_rules[] =
    "provision $ \"Rule $\" since setting s$ held from 2001-01-01 until 2029-12-31\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  a$.made: -> one\n  a$.ended: one -> two\n  a$.fell: one -> two makes f\n"
    "  a$.ended only when f and day_of more than P1Y ago unless g\n  a$.d when f and not g reading R-$ x\n"
    "  a$.e as at a$.made when how is left\n"
    "  duty t member to librarian\n    opened by a$.made when f\n    within at most P7D\n    met by a$.ended when g\n"
    "    extended to P9D by a$.fell\n    excused when d\n"
    "  answer a$.l$ = v$ when d\n  require r member while a$ is one: g\n  withhold a$.f from all but librarian when g\n"
    "  figure c$ = count of a$ by state\n  in town exclude $\n";

static char *put_wide(char *at, const char *block, size_t number)
{
    for (; *block; block++) {
        if (*block == '$')
            at += sprintf(at, "%c%u", number % 2 ? 'y' : 'z', (unsigned)number);
        else
            *at++ = *block;
    }
    *at = '\0';
    return at;
}

/* Prefixes are letters. */
static char *put_prefix(char *at, size_t number)
{
    for (; number > 0; number /= 26)
        *at++ = (char)('a' + number % 26);
    return at;
}

static char *wide_law(size_t kinds)
{
    char *text = malloc(sizeof wide_head + kinds * 2 * (sizeof wide_words + sizeof wide_rules));
    assert_non_null(text);
    char *at = text + strlen(strcpy(text, wide_head));
    for (size_t i = 1; i <= kinds; i++) {
        at = put_wide(at, "item a$ q", i);
        at = put_prefix(at, i);
        at = put_wide(at, strchr(wide_words, '\n'), i);
    }
    for (size_t i = 1; i <= kinds; i++)
        at = put_wide(at, wide_rules, i);
    return text;
}

static ombud_status wide_settings(world *w)
{
    static const char text[] = "scope town\nholiday 2026-01-02\n";
    ombud_settings *settings = NULL;
    ombud_status status = ombud_settings_parse(w->law, text, sizeof text - 1, &w->alloc, &settings, &w->err);
    ombud_settings_free(settings);
    return status;
}

/* More and more lengths, or alternatives, in front of what follows them in the memory of settings and of a coverage. */
static char *with_many(const char *line, size_t count)
{
    static const char rule[] = "provision 9 \"Art. 9\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n";
    size_t length = strlen(every_word);
    char *text = malloc(length + sizeof rule + count * (strlen(line) + 8));
    assert_non_null(text);
    char *at = text + strlen(strcpy(text, every_word));
    if (line[0] == ' ')
        at += strlen(strcpy(at, rule));
    for (size_t i = 0; i < count; i++)
        at += sprintf(at, line, (unsigned)i);
    return text;
}

static void settings_and_coverage_at_every_place(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        size_t from, to, step;
    } grown[] = {
        {"length w%u\n", 0, 2100, 150},
        {"length w%u\n", 1200, 2100, 9},
        {"  loan.w%u when damaged and rare\n", 1, 340, 5},
        {"  loan.lent not when damaged unless rare # %u\n", 1, 340, 17},
    };
    world w;
    size_t tries = 0;
    begin(&w);
    for (size_t i = 0; i < sizeof grown / sizeof grown[0]; i++) {
        for (size_t count = grown[i].from; count < grown[i].to; count += grown[i].step) {
            char *text = with_many(grown[i].line, count);
            w.law = LAW(text);
            tries += run_dry(&w, wide_settings);
            tries += run_dry(&w, new_coverage);
            ombud_law_free(w.law);
            free(text);
        }
    }
    w.law = NULL;
    assert_true(tries > 500);
    end(&w);
}

static void a_wide_law(void **state)
{
    (void)state;
    world w;
    begin(&w);
    char *text = wide_law(120);
    w.text = text;
    w.law = LAW(text);
    assert_true(run_dry(&w, parse_law) > 200);
    assert_true(run_dry(&w, wide_settings) > 2);
    assert_true(run_dry(&w, new_coverage) > 5);
    free(text);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_law_at_every_place),
        cmocka_unit_test(a_case_at_every_place),
        cmocka_unit_test(a_law_at_each_step),
        cmocka_unit_test(short_laws_at_each_step),
        cmocka_unit_test(a_case_at_each_step),
        cmocka_unit_test(many_scenarios),
        cmocka_unit_test(a_law_that_is_built_in),
        cmocka_unit_test(a_report_at_each_step),
        cmocka_unit_test(a_wide_law),
        cmocka_unit_test(settings_and_coverage_at_every_place),
    };
    return cmocka_run_group_tests_name("memory that runs dry", tests, NULL, NULL);
}
