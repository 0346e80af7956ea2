/*
 * The functions of law.h: what a law says about itself, each documented status, the built-in laws, and memory that runs
 * out.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ombud/law.h"

static const char text[] = "law garden\n"
                           "title en \"Garden\" nl \"Tuin\"\n"
                           "force proposal\n"
                           "source \"G-1\"\n"
                           "verified 2024-10-16\n"
                           "role keeper en \"the keeper\"\n"
                           "role warden\n"
                           "length rest\n"
                           "item plot s\n"
                           "  states free, let_out\n"
                           "  event let by warden carries way (internal, external), seen (day)\n"
                           "  event let_again by keeper, warden\n"
                           "  fact dry stated by keeper silence no ask en \"Is it dry?\"\n"
                           "  defined needy\n"
                           "link near : plot -> plot\n"
                           "question Q-1 length rest\n"
                           "question Q-2 fact plot.dry\n"
                           "question Q-3 fixed fr \"Pourquoi ?\"\n"
                           "reading Q-4\n"
                           "  one default en \"the first\"\n"
                           "  two open\n"
                           "provision 1 \"Rule 1\" since 2020-01-01 held from 2021-01-01 until 2022-12-31\n"
                           "  anchor \"a\"\n"
                           "  gloss en \"G.\"\n"
                           "  plot.let: -> let_out\n"
                           "  plot.let_again: let_out -> same\n"
                           "  duty care keeper to warden\n"
                           "    opened by plot.let\n"
                           "    within at most P7D\n"
                           "    met by plot.let_again\n"
                           "  plot.needy when dry reading Q-4 two\n"
                           "  answer plot.tended = yes when needy\n"
                           "  require tidy keeper while plot is free: dry\n"
                           "provision 2 \"Rule 2\" since setting start not before 2000-07-26\n"
                           "  anchor \"a\"\n"
                           "  gloss en \"G.\"\n"
                           "  recorded \"why\"\n"
                           "structure\n"
                           "  plot.let not when is free\n";

static ombud_law *read_law(const ombud_alloc *alloc, ombud_status *status)
{
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    *status = ombud_law_parse(text, sizeof text - 1, alloc, &law, &err);
    return law;
}

static ombud_law *law;

static int set_up(void **state)
{
    ombud_status status;
    (void)state;
    law = read_law(NULL, &status);
    return status;
}

static int tear_down(void **state)
{
    (void)state;
    ombud_law_free(law);
    ombud_law_free(NULL);
    return 0;
}

static void expect_text(ombud_view got, const char *expected)
{
    assert_non_null(got.ptr);
    assert_string_equal(got.ptr, expected);
    assert_int_equal(got.len, strlen(expected));
}

/* FNV-1a of one byte at a time, written here a second time from its definition. */
static uint64_t digest(const char *of)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *of; of++) {
        hash ^= (unsigned char)*of;
        hash *= 0x100000001b3u;
    }
    return hash;
}

static void about_the_law(void **state)
{
    (void)state;
    ombud_day verified = 0;
    expect_text(ombud_law_name(law), "garden");
    expect_text(ombud_law_title(law, OMBUD_LANG_UNSPECIFIED), "Garden");
    expect_text(ombud_law_title(law, OMBUD_LANG_NL), "Tuin");
    expect_text(ombud_law_title(law, OMBUD_LANG_FR), "");
    expect_text(ombud_law_source(law), "G-1");
    expect_text(ombud_law_text(law), text);
    assert_int_equal(ombud_law_force(law), OMBUD_FORCE_PROPOSAL);
    assert_int_equal(ombud_law_verified(law, &verified), OMBUD_OK);
    assert_int_equal(verified, 20012);
    assert_true(ombud_law_digest(law) == digest(text));
}

static void about_nothing(void **state)
{
    (void)state;
    ombud_day day = 7;
    expect_text(ombud_law_name(NULL), "");
    expect_text(ombud_law_title(NULL, OMBUD_LANG_EN), "");
    expect_text(ombud_law_source(NULL), "");
    expect_text(ombud_law_text(NULL), "");
    assert_int_equal(ombud_law_force(NULL), 0);
    assert_int_equal(ombud_law_digest(NULL), 0);
    assert_int_equal(ombud_law_verified(NULL, &day), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_verified(law, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_word_count(NULL, OMBUD_WORD_ROLE), 0);
    assert_int_equal(ombud_law_provision_count(NULL), 0);
    assert_int_equal(ombud_law_row_count(NULL), 0);
    assert_int_equal(ombud_law_reading_count(NULL), 0);
    ombud_law *bare = NULL;
    assert_int_equal(ombud_law_parse("law a", 5, NULL, &bare, NULL), OMBUD_OK);
    assert_int_equal(ombud_law_verified(bare, &day), OMBUD_E_NOT_FOUND);
    assert_int_equal(day, 7);
    assert_int_equal(ombud_law_force(bare), OMBUD_FORCE_UNSPECIFIED);
    expect_text(ombud_law_source(bare), "");
    ombud_law_free(bare);
}

static void words(void **state)
{
    (void)state;
    static const struct {
        ombud_word_kind kind;
        size_t count;
        const char *last, *label, *owner;
    } sorts[] = {
        {OMBUD_WORD_ROLE, 2, "warden", "warden", ""},
        {OMBUD_WORD_ITEM, 1, "plot", "plot", "s"},
        {OMBUD_WORD_STATE, 2, "plot.let_out", "let out", "plot"},
        {OMBUD_WORD_EVENT, 2, "plot.let_again", "let again", "plot"},
        {OMBUD_WORD_ARGUMENT, 2, "plot.seen", "seen", "plot"},
        {OMBUD_WORD_CHOICE, 2, "external", "external", "plot.way"},
        {OMBUD_WORD_FACT, 1, "plot.dry", "dry", "plot"},
        {OMBUD_WORD_DEFINITION, 1, "plot.needy", "needy", "plot"},
        {OMBUD_WORD_LINK, 1, "plot.near", "near", "plot"},
        {OMBUD_WORD_TERM, 1, "plot.care", "care", "plot"},
        {OMBUD_WORD_QUESTION, 1, "plot.tended", "tended", "plot"},
        {OMBUD_WORD_VALUE, 1, "yes", "yes", ""},
        {OMBUD_WORD_LENGTH, 1, "rest", "rest", ""},
    };
    for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        assert_int_equal(ombud_law_word_count(law, sorts[i].kind), sorts[i].count);
        assert_int_equal(ombud_law_word(law, sorts[i].kind, sorts[i].count - 1, OMBUD_LANG_FR, &word), OMBUD_OK);
        assert_int_equal(word.kind, sorts[i].kind);
        expect_text(word.name, sorts[i].last);
        expect_text(word.label, sorts[i].label);
        expect_text(word.owner, sorts[i].owner);
        assert_int_equal(ombud_law_word(law, sorts[i].kind, sorts[i].count, OMBUD_LANG_FR, &word), OMBUD_E_NOT_FOUND);
    }
}

static void details_of_words(void **state)
{
    (void)state;
    ombud_word word = OMBUD_WORD_INIT;
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
    expect_text(word.label, "the keeper");
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_EVENT, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
    assert_int_equal(word.roles, 2);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_FACT, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
    assert_int_equal(word.roles, 1);
    assert_int_equal(word.silence_no, 1);
    expect_text(word.question, "Is it dry?");
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_FACT, 0, OMBUD_LANG_NL, &word), OMBUD_OK);
    expect_text(word.question, "");
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_TERM, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
    assert_int_equal(word.duty, 1);
    assert_int_equal(ombud_law_event_argument(law, "plot.let", 1, OMBUD_LANG_EN, &word), OMBUD_OK);
    expect_text(word.name, "plot.seen");
    assert_int_equal(word.argument, OMBUD_ARGUMENT_DAY);
    assert_int_equal(word.leads_to, 0);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_LINK, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
    assert_int_equal(word.leads_to, 1);
    assert_int_equal(ombud_law_event_argument(law, "plot.let", 2, OMBUD_LANG_EN, &word), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_event_argument(law, "plot.sold", 0, OMBUD_LANG_EN, &word), OMBUD_E_NOT_FOUND);
}

static void provisions(void **state)
{
    (void)state;
    ombud_provision p = OMBUD_PROVISION_INIT;
    size_t index = 9;
    assert_int_equal(ombud_law_provision_count(law), 2);
    assert_int_equal(ombud_law_provision(law, 0, OMBUD_LANG_EN, &p), OMBUD_OK);
    expect_text(p.citation, "Rule 1");
    expect_text(p.gloss, "G.");
    expect_text(p.why, "");
    assert_int_equal(p.treatment, OMBUD_TREATMENT_EXECUTED);
    assert_int_equal(p.has_from, 1);
    assert_int_equal(p.from, 18262);
    assert_int_equal(p.held, 18628);
    assert_int_equal(p.until, 19357);
    assert_int_equal(p.line, 22);
    assert_int_equal(ombud_law_provision(law, 1, OMBUD_LANG_FR, &p), OMBUD_OK);
    expect_text(p.gloss, "");
    expect_text(p.why, "why");
    assert_int_equal(p.treatment, OMBUD_TREATMENT_RECORDED);
    assert_int_equal(p.has_from, 0);
    assert_int_equal(ombud_law_provision(law, 2, OMBUD_LANG_FR, &p), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_find_provision(law, "2", 1, &index), OMBUD_OK);
    assert_int_equal(index, 1);
    assert_int_equal(ombud_law_find_provision(law, "22", 2, &index), OMBUD_E_NOT_FOUND);
    assert_int_equal(index, 1);
}

static void wordings_by_day(void **state)
{
    (void)state;
    static const struct {
        ombud_day on;
        ombud_wording wording;
    } days[] = {{18261, OMBUD_WORDING_NOT_YET}, {18262, OMBUD_WORDING_NOT_HELD}, {18627, OMBUD_WORDING_NOT_HELD},
                {18628, OMBUD_WORDING_HELD},    {19357, OMBUD_WORDING_HELD},     {19358, OMBUD_WORDING_ENDED}};
    ombud_wording wording;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        assert_int_equal(ombud_law_wording(law, 0, days[i].on, &wording), OMBUD_OK);
        assert_int_equal(wording, days[i].wording);
    }
    /* `not before 2000-07-26`, day 11164: earlier it is certain, from then on the host's setting decides. */
    assert_int_equal(ombud_law_wording(law, 1, 11163, &wording), OMBUD_OK);
    assert_int_equal(wording, OMBUD_WORDING_NOT_YET);
    assert_int_equal(ombud_law_wording(law, 1, 11164, &wording), OMBUD_OK);
    assert_int_equal(wording, OMBUD_WORDING_NOT_HELD);
    assert_int_equal(ombud_law_wording(law, 0, OMBUD_DAY_MAX + 1, &wording), OMBUD_E_RANGE);
    assert_int_equal(ombud_law_wording(law, 0, OMBUD_DAY_MIN - 1, &wording), OMBUD_E_RANGE);
    assert_int_equal(ombud_law_wording(law, 2, 0, &wording), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_wording(law, 0, 0, NULL), OMBUD_E_ARGUMENT);
}

static void rows_and_readings(void **state)
{
    (void)state;
    ombud_row row = OMBUD_ROW_INIT;
    ombud_reading reading = OMBUD_READING_INIT;
    ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
    assert_int_equal(ombud_law_row_count(law), 7);
    assert_int_equal(ombud_law_row(law, 3, &row), OMBUD_OK);
    assert_int_equal(row.kind, OMBUD_ROW_DEFINITION);
    assert_int_equal(row.line, 31);
    expect_text(row.text, "plot.needy when dry reading Q-4 two");
    expect_text(row.reading, "Q-4 two");
    assert_int_equal(ombud_law_row(law, 7, &row), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_reading_count(law), 4);
    assert_int_equal(ombud_law_reading(law, 0, OMBUD_LANG_EN, &reading), OMBUD_OK);
    assert_int_equal(reading.part, OMBUD_PART_LENGTH);
    expect_text(reading.detail, "rest");
    assert_int_equal(ombud_law_reading(law, 1, OMBUD_LANG_EN, &reading), OMBUD_OK);
    expect_text(reading.detail, "plot.dry");
    assert_int_equal(ombud_law_reading(law, 2, OMBUD_LANG_FR, &reading), OMBUD_OK);
    assert_int_equal(reading.part, OMBUD_PART_FIXED);
    expect_text(reading.question, "Pourquoi ?");
    assert_int_equal(ombud_law_reading(law, 3, OMBUD_LANG_EN, &reading), OMBUD_OK);
    assert_int_equal(reading.alternatives, 2);
    assert_int_equal(ombud_law_reading(law, 4, OMBUD_LANG_EN, &reading), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_alternative(law, 3, 0, OMBUD_LANG_EN, &alternative), OMBUD_OK);
    expect_text(alternative.label, "the first");
    assert_int_equal(alternative.chosen, 1);
    assert_int_equal(ombud_law_alternative(law, 3, 1, OMBUD_LANG_EN, &alternative), OMBUD_OK);
    expect_text(alternative.name, "two");
    assert_int_equal(alternative.chosen, 2);
    assert_int_equal(ombud_law_alternative(law, 3, 2, OMBUD_LANG_EN, &alternative), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_alternative(law, 9, 0, OMBUD_LANG_EN, &alternative), OMBUD_E_NOT_FOUND);
}

static void arguments_that_are_missing(void **state)
{
    (void)state;
    ombud_word word = OMBUD_WORD_INIT;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_row row = OMBUD_ROW_INIT;
    ombud_law *out = NULL;
    size_t index;
    ombud_view view;
    ombud_alloc half = {NULL, NULL, NULL, NULL};
    assert_int_equal(ombud_law_parse(NULL, 1, NULL, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_parse("", 0, NULL, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_parse("law a", 5, &half, &out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_parse(NULL, 0, NULL, &out, NULL), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_law_word(NULL, OMBUD_WORD_ROLE, 0, 0, &word), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_word(law, 0, 0, 0, &word), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_SINCE + 1, 0, 0, &word), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_word_count(law, OMBUD_WORD_SINCE + 1), 0);
    assert_int_equal(ombud_law_word_count(law, OMBUD_WORD_SINCE), 1);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_SINCE, 0, OMBUD_LANG_FR, &word), OMBUD_OK);
    assert_true(strcmp(word.name.ptr, "start") == 0 && strcmp(word.label.ptr, "start") == 0 &&
                strcmp(word.owner.ptr, "2") == 0);
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_SINCE, 1, 0, &word), OMBUD_E_NOT_FOUND);
    word.struct_size = 4;
    assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, 0, &word), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_event_argument(law, NULL, 0, 0, &word), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_provision(NULL, 0, 0, &provision), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_find_provision(law, NULL, 0, &index), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_row(law, 0, NULL), OMBUD_E_ARGUMENT);
    row.struct_size = 0;
    assert_int_equal(ombud_law_row(law, 0, &row), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_reading(law, 0, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_alternative(law, 3, 0, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_builtin_text(NULL, &view), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_builtin_text("bxl2019", NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_builtin(NULL, NULL, &out, NULL), OMBUD_E_ARGUMENT);
    assert_null(out);
}

static void built_in_laws(void **state)
{
    (void)state;
    size_t count = ombud_law_builtin_count();
    ombud_view view;
    ombud_law *built = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    assert_null(ombud_law_builtin_name(count));
    for (size_t i = 0; i < count; i++) {
        const char *name = ombud_law_builtin_name(i);
        assert_int_equal(ombud_law_builtin_text(name, &view), OMBUD_OK);
        assert_int_equal(ombud_law_builtin(name, NULL, &built, &err), OMBUD_OK);
        assert_string_equal(ombud_law_name(built).ptr, name);
        assert_string_equal(ombud_law_text(built).ptr, view.ptr);
        ombud_law_free(built);
        built = NULL;
    }
    assert_int_equal(ombud_law_builtin_text("nowhere", &view), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_law_builtin("nowhere", NULL, &built, &err), OMBUD_E_NOT_FOUND);
    assert_string_equal(err.excerpt, "nowhere");
    assert_null(built);
}

/* ---- memory that runs out ---------------------------------------------------------------------------------------- */

typedef struct meter {
    size_t left, asked, live;
} meter;

static void *take(void *ctx, size_t size)
{
    meter *m = ctx;
    m->asked++;
    if (m->left == 0) {
        return NULL;
    }
    m->left--;
    m->live += size;
    return malloc(size);
}

static void *resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    meter *m = ctx;
    m->asked++;
    if (m->left == 0) {
        return NULL;
    }
    m->left--;
    m->live += new_size - old_size;
    return realloc(block, new_size);
}

static void give_back(void *ctx, void *block, size_t size)
{
    meter *m = ctx;
    m->live -= size;
    free(block);
}

/* Fails at the first request, then at the second … until the law is read. Nothing stays behind. */
static void memory_runs_out(void **state)
{
    (void)state;
    ombud_status status = OMBUD_E_NOMEM;
    size_t n = 0;
    for (; status == OMBUD_E_NOMEM; n++) {
        meter m = {n, 0, 0};
        ombud_alloc alloc = {&m, take, resize, give_back};
        ombud_law *got = read_law(&alloc, &status);
        assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
        assert_true((status == OMBUD_OK) == (got != NULL));
        assert_true(status == OMBUD_OK || m.asked > n);
        ombud_law_free(got);
        assert_int_equal(m.live, 0);
    }
    assert_true(n > 3);
}

/* Blocks of a small law are few; a large one asks at every growing table. */
static void memory_runs_out_at_a_large_law(void **state)
{
    (void)state;
    static const char row[] = "  plot.needy when dry reading Q-4 two\n";
    size_t times = 3000;
    char *large = malloc(sizeof text + times * (sizeof row - 1));
    assert_non_null(large);
    const char *structure = strstr(text, "provision 2");
    size_t before = (size_t)(structure - text);
    memcpy(large, text, before);
    for (size_t i = 0; i < times; i++) {
        memcpy(large + before + i * (sizeof row - 1), row, sizeof row - 1);
    }
    strcpy(large + before + times * (sizeof row - 1), structure);
    ombud_status status = OMBUD_E_NOMEM;
    size_t n = 0;
    for (; status == OMBUD_E_NOMEM; n++) {
        meter m = {n, 0, 0};
        ombud_alloc alloc = {&m, take, resize, give_back};
        ombud_law *got = NULL;
        status = ombud_law_parse(large, strlen(large), &alloc, &got, NULL);
        ombud_law_free(got);
        assert_int_equal(m.live, 0);
    }
    assert_int_equal(status, OMBUD_OK);
    assert_true(n > 15);
    free(large);
}

/* A block holds many steps; a title of growing length shifts where in the law each block is full. */
static void memory_runs_out_at_every_step(void **state)
{
    (void)state;
    static const char title[] = "law garden\ntitle fr \"";
    const char *rest = strchr(text, '\n');
    size_t most = 16 * 1024;
    char *shifted = malloc(sizeof title + most + sizeof text + 2);
    assert_non_null(shifted);
    for (size_t pad = 1; pad < most; pad += 16) {
        strcpy(shifted, title);
        memset(shifted + sizeof title - 1, 'x', pad);
        strcpy(shifted + sizeof title - 1 + pad, "\"");
        strcat(shifted, strchr(rest + 1, '\n'));
        ombud_status status = OMBUD_E_NOMEM;
        for (size_t n = 2; status == OMBUD_E_NOMEM; n++) {
            meter m = {n, 0, 0};
            ombud_alloc alloc = {&m, take, resize, give_back};
            ombud_law *got = NULL;
            status = ombud_law_parse(shifted, strlen(shifted), &alloc, &got, NULL);
            ombud_law_free(got);
            assert_int_equal(m.live, 0);
        }
        assert_int_equal(status, OMBUD_OK);
    }
    free(shifted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(about_the_law),
        cmocka_unit_test(about_nothing),
        cmocka_unit_test(words),
        cmocka_unit_test(details_of_words),
        cmocka_unit_test(provisions),
        cmocka_unit_test(wordings_by_day),
        cmocka_unit_test(rows_and_readings),
        cmocka_unit_test(built_in_laws),
        cmocka_unit_test(arguments_that_are_missing),
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(memory_runs_out_at_a_large_law),
        cmocka_unit_test(memory_runs_out_at_every_step),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
