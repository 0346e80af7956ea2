/*
 * Memory that runs dry at every place. A law takes its memory in large pieces, so that a failing request hits few of
 * the places that ask for some: here a text is read with more and more in front of the same words, until the piece that
 * is missing was missing at each of them; and a wide law has more of everything than one piece holds.
 */
#include "faulty.h"
#include "trial.h"

#include "every_word.h"

typedef struct world {
    faulty memory;
    ombud_alloc alloc;
    const char *text;
    ombud_law *law;
    ombud_settings *settings;
    ombud_case *matter;
    ombud_scenario *scenario;
    ombud_error err;
} world;

typedef ombud_status act(world *w);

/* Each request of an act fails, once and from then on: the status says so, and nothing is kept. */
static size_t run_dry(world *w, act *run)
{
    static const ombud_error none = OMBUD_ERROR_INIT;
    size_t tries = 0;
    for (int from_then_on = 0; from_then_on < 2; from_then_on++) {
        for (size_t n = 1;; n++) {
            size_t blocks = w->memory.blocks, bytes = w->memory.bytes;
            w->memory.requests = 0;
            w->memory.failed = 0;
            w->memory.fail_at = n;
            w->memory.from_then_on = from_then_on;
            w->err = none;
            ombud_status status = run(w);
            w->memory.fail_at = 0;
            assert_int_equal(w->memory.blocks, blocks);
            assert_int_equal(w->memory.bytes, bytes);
            if (!w->memory.failed) {
                if (status != OMBUD_OK)
                    fail_msg("%s at %u:%u: %s [%s]", ombud_status_name(status), w->err.line, w->err.column,
                             w->err.message, w->err.excerpt);
                break;
            }
            tries++;
            if (status != OMBUD_E_NOMEM || w->err.code != OMBUD_E_NOMEM || w->err.message[0] == '\0')
                fail_msg("request %u: %s: %s", (unsigned)n, ombud_status_name(status), w->err.message);
        }
    }
    return tries;
}

static void begin(world *w)
{
    memset(w, 0, sizeof *w);
    w->alloc = (ombud_alloc){&w->memory, faulty_alloc, faulty_resize, faulty_free};
}

static void end(world *w)
{
    ombud_scenario_free(w->scenario);
    ombud_case_free(w->matter);
    ombud_settings_free(w->settings);
    ombud_law_free(w->law);
    assert_int_equal(w->memory.blocks, 0);
}

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

static ombud_status parse_case(world *w)
{
    const ombud_law *const laws[] = {w->law};
    ombud_scenario *scenario = NULL;
    ombud_status status = ombud_scenario_parse(w->text, strlen(w->text), laws, 1, &w->alloc, &scenario, &w->err);
    ombud_scenario_free(scenario);
    return status;
}

static ombud_status check_case(world *w)
{
    ombud_coverage *coverage = NULL;
    ombud_status status = ombud_coverage_new(w->law, &w->alloc, &coverage, &w->err);
    for (size_t run = 0; run < ombud_scenario_count(w->scenario) && status == OMBUD_OK; run++) {
        ombud_report *report = NULL;
        status = ombud_scenario_check_covered(w->scenario, run, coverage, &report, &w->err);
        ombud_report_free(report);
    }
    ombud_coverage_free(coverage);
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

static ombud_status wide_coverage(world *w)
{
    ombud_coverage *coverage = NULL;
    ombud_status status = ombud_coverage_new(w->law, &w->alloc, &coverage, &w->err);
    ombud_coverage_free(coverage);
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
            tries += run_dry(&w, wide_coverage);
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
    assert_true(run_dry(&w, wide_coverage) > 5);
    free(text);
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_law_at_every_place),
        cmocka_unit_test(a_case_at_every_place),
        cmocka_unit_test(a_wide_law),
        cmocka_unit_test(settings_and_coverage_at_every_place),
    };
    return cmocka_run_group_tests_name("memory that runs dry", tests, NULL, NULL);
}
