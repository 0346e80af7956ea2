/*
 * Edges of the .law reader: labels that are said twice, characters that belong to no word, rows that meet under
 * structure; and what is kept of a row, whichever way it is written.
 */
#include "wrong_law.h"

static void labels_said_twice(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"item plot en \"x\" en \"y\"", OMBUD_E_DUPLICATE, 12, 18, "en", "", "leave one"},
        {"label internal en \"a\" en \"b\"", OMBUD_E_DUPLICATE, 12, 23, "en", "", "leave one"},
        {"reading Q-1 en \"a\" en \"b\"\n  x default", OMBUD_E_DUPLICATE, 12, 20, "en", "", "leave one"},
        {"  plot.x when dry\nitem plot\n  defined x en \"a\" en \"b\"", OMBUD_E_DUPLICATE, 14, 20, "en", "",
         "leave one"},
        {"provision 2 \"R\" since unknown\n  gloss en \"a\" en \"b\"", OMBUD_E_DUPLICATE, 13, 16, "en", "",
         "leave one"},
        {"provision 2 \"R\" since unknown\n  modality duty\n  modality right", OMBUD_E_DUPLICATE, 14, 12, "right", "",
         "leave one"},
        {"  figure many = count of plot by dry en \"a\" en \"b\"", OMBUD_E_DUPLICATE, 12, 45, "en", "", "leave one"},
        {"  require tidy keeper while plot is free: dry en \"a\" en \"b\"", OMBUD_E_DUPLICATE, 12, 54, "en", "",
         "leave one"},
        {"  term t en \"a\" en \"b\"\n    opened by plot.let\n    within none", OMBUD_E_DUPLICATE, 12, 17, "en", "",
         "leave one"},
        {"item plot\n  fact x, y stated by keeper en \"z\"", OMBUD_E_SYNTAX, 13, 30, "en", "", "line of its own"},
        {"item plot\n  fact x, y stated by keeper ask en \"z\"", OMBUD_E_SYNTAX, 13, 34, "en", "", "line of its own"},
        {"item plot\n  fact dry stated by keeper", OMBUD_E_DUPLICATE, 13, 8, "dry", "", "conditions read them all"},
    };
    EXPECT_ALL(base, table);
}

static void words_and_marks(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"role a.", OMBUD_E_SYNTAX, 12, 7, ".", "", "outside of quotes"},
        {"role a.;", OMBUD_E_SYNTAX, 12, 7, ".;", "", "outside of quotes"},
        {"role a-\nrole b", OMBUD_E_SYNTAX, 12, 7, "-", "", "outside of quotes"},
        {"role a - b", OMBUD_E_SYNTAX, 12, 8, "- b", "", "outside of quotes"},
        {"item a abcdefghijklmnopqrstuvwxy", OMBUD_E_LIMIT, 12, 8, "abcdefghijklmnopqrstuvwxy", "", "short one"},
    };
    EXPECT_ALL(base, table);
}

/* Structure is always in force, and meets every provision; one id does not stand below another for its letters. */
static void rows_that_meet(void **state)
{
    (void)state;
    static const wrong table[] = {
        {"structure\n  plot.let: -> left", OMBUD_E_CONFLICT, 13, 3, "plot.let", "", "days in force"},
        {"structure\n  plot.weeded: free -> free\nprovision 2 \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n"
         "  plot.weeded: free -> left",
         OMBUD_E_CONFLICT, 17, 3, "plot.weeded", "", "days in force"},
        {"scope town\nprovision 2x \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n  in town exclude 2",
         OMBUD_E_UNKNOWN_NAME, 16, 3, "in", "", "of this law"},
    };
    EXPECT_ALL(base, table);
}

static ombud_law *law_of(const char *added)
{
    char *text = malloc(sizeof base + strlen(added));
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    assert_non_null(text);
    strcpy(text, base);
    strcat(text, added);
    if (ombud_law_parse(text, strlen(text), NULL, &law, &err) != OMBUD_OK)
        fail_msg("%s\n%u:%u: %s [%s]", added, err.line, err.column, err.message, err.excerpt);
    free(text);
    return law;
}

/* A row is kept as it is printed, to its last clause, wherever the clause that is read first stands. */
static void texts_of_rows(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "term t\n    opened by plot.let\n    within at most P7D",
        "term t\n    within at most P7D\n    opened by plot.let",
        "term t\n    met by plot.weeded\n    opened by plot.let\n    within at most P7D",
        "duty t keeper\n      to keeper en \"T\"\n    within none\n    opened by plot.let when dry",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char added[200] = "  ";
        ombud_row row = OMBUD_ROW_INIT;
        ombud_law *law = law_of(strcat(strcat(added, rows[i]), "  # a comment\n"));
        assert_int_equal(ombud_law_row(law, ombud_law_row_count(law) - 1, &row), OMBUD_OK);
        assert_int_equal(row.kind, OMBUD_ROW_TERM);
        assert_int_equal(row.line, 12);
        assert_int_equal(row.text.len, strlen(rows[i]));
        assert_memory_equal(row.text.ptr, rows[i], row.text.len);
        ombud_law_free(law);
    }
}

/* What adds to an item may say its label, with or without the prefix of the first line. */
static void an_item_said_again(void **state)
{
    (void)state;
    static const char *const added[] = {"item plot en \"bed\"\n  fact wet stated by keeper\n",
                                        "item plot\n    en \"bed\"\n  fact wet stated by keeper\n"};
    for (size_t i = 0; i < sizeof added / sizeof added[0]; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        ombud_law *law = law_of(added[i]);
        assert_int_equal(ombud_law_word(law, OMBUD_WORD_ITEM, 0, OMBUD_LANG_EN, &word), OMBUD_OK);
        assert_int_equal(word.label.len, 3);
        assert_memory_equal(word.label.ptr, "bed", 3);
        ombud_law_free(law);
    }
}

/* What stands below an excluded provision is excluded with it. */
static void below_an_exclusion(void **state)
{
    (void)state;
    ombud_law_free(law_of("scope town\nprovision 2.a \"R\" since unknown\n  anchor \"a\"\n  gloss en \"g\"\n"
                          "  in town exclude 1, 2\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_said_twice), cmocka_unit_test(words_and_marks),    cmocka_unit_test(rows_that_meet),
        cmocka_unit_test(texts_of_rows),     cmocka_unit_test(an_item_said_again), cmocka_unit_test(below_an_exclusion),
    };
    return cmocka_run_group_tests_name("edges of the law reader", tests, NULL, NULL);
}
