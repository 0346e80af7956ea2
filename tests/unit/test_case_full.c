/*
 * A case that is full: it takes no further item, be it declared, brought by an event, or a person, whoever asks. Slow,
 * since each item is looked for among all others.
 */
#include "trial.h"

#include "every_word.h"

static void items_of_a_case(void **state)
{
    (void)state;
    static const char line[] = "2026-03-02 loan.asked l1 by=p1";
    ombud_law *law = LAW(every_word);
    ombud_case *c = CASE(law, NULL);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = trial_event(line);
    char name[16];
    for (int i = 1; i <= OMBUD_CASE_ITEMS_MAX - 2; i++) {
        snprintf(name, sizeof name, "s%d", i);
        ITEM(c, name);
    }
    assert_int_equal(ombud_case_apply(c, &event, NULL, &err), OMBUD_E_LIMIT);
    assert_int_equal(err.column, 13); /* of the line behind its date */
    assert_string_equal(err.excerpt, "l1");
    assert_non_null(strstr(err.remedy, "60000"));
    assert_int_equal(ombud_case_item(c, "l1", &err), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_person(c, 3, "member", &err), OMBUD_E_LIMIT);
    /* What is there already is no further item. */
    ITEM(c, name);
    assert_int_equal(ombud_case_person(c, 2, "member", &err), OMBUD_OK);
    assert_int_equal(ombud_case_journal_count(c), 0);
    ombud_case_free(c);
    ombud_law_free(law);
}

/* In a text the line that is too much is told with its place. */
static void items_of_a_text(void **state)
{
    (void)state;
    ombud_law *law = LAW(every_word);
    const ombud_law *const laws[] = {law};
    trial_text text = {NULL, 0, 0};
    trial_text_put(&text, "law library\nperson p1 member\n");
    for (int i = 1; i <= OMBUD_CASE_ITEMS_MAX; i++)
        trial_text_put(&text, "  item s%d\n", i);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    assert_int_equal(ombud_scenario_parse(text.bytes, text.length, laws, 1, NULL, &scenario, &err), OMBUD_E_LIMIT);
    assert_null(scenario);
    assert_int_equal(err.line, OMBUD_CASE_ITEMS_MAX + 2);
    assert_int_equal(err.column, 3);
    assert_string_equal(err.excerpt, "item");
    assert_non_null(strstr(err.message, "60000"));
    free(text.bytes);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_of_a_case),
        cmocka_unit_test(items_of_a_text),
    };
    return cmocka_run_group_tests_name("full cases", tests, NULL, NULL);
}
