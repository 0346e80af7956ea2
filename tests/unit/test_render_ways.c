/*
 * A verdict and an answer in words: ways out that differ in one thing alone, what it rests on, and what no provision
 * carries.
 */
#include "permit.h"

static ombud_status written(const ombud_verdict *verdict, int (*sink)(void *, const char *, size_t), void *user)
{
    ombud_render how = OMBUD_RENDER_INIT;
    how.format = OMBUD_FORMAT_TEXT;
    return ombud_render_verdict(verdict, &how, sink, user, NULL);
}

/* What is asked of the event of 9 March, in words. */
static trial_text page_of(const ombud_case *c, const char *line)
{
    trial_text page = {NULL, 0, 0};
    trial_text_add(&page, "", 0);
    ombud_verdict *verdict = trial_verdict(c, line);
    assert_int_equal(written(verdict, trial_text_add, &page), OMBUD_OK);
    ombud_verdict_free(verdict);
    return page;
}

static void page_says(const ombud_case *c, const char *line, const char *const *wanted, size_t count)
{
    trial_text page = page_of(c, line);
    for (size_t i = 0; i < count; i++) {
        if (strstr(page.bytes, wanted[i]) == NULL)
            fail_msg("`%s` is not in:\n%s", wanted[i], page.bytes);
    }
    free(page.bytes);
}

/* Two ways of three conditions that differ in the status of a term, or in where a link leads from. */
static void ways_that_differ_in_one_thing(void **state)
{
    static const char *const of_status[] = {"or the same, but instead of", "wait: met", "wait: lapsed"};
    static const char *const of_link[] = {"or the same, but instead of"};
    BEGIN(PERMIT "link needs : permit -> permit\n" TRIAL_RULE("1") MOVES
          "  term wait\n    opened by permit.asked\n    within exactly P90D\n    met by permit.noted when c\n"
          "    lapses by permit.noted when d\n"
          "  permit.granted only when a and b and (wait is met or wait is lapsed)\n"
          "  permit.refused only when a and b and (at least 1 needs -> permit or at least 1 needs <- permit)\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1");
    page_says(c, "2026-03-09 permit.granted x1 by=p2", of_status, 3);
    page_says(c, "2026-03-09 permit.refused x1 by=p2", of_link, 1);
    END();
}

typedef struct narrow {
    trial_text text;
    size_t room;
} narrow;

static int narrow_sink(void *user, const char *bytes, size_t length)
{
    narrow *sink = user;
    if (sink->text.length + length > sink->room)
        return 1;
    return trial_text_add(&sink->text, bytes, length);
}

/* A sink that stops at any place has what was written until then, and is asked for no more. */
static void a_sink_that_stops_anywhere(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  permit.granted only when a and b and d\n  permit.granted not when c\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes b=yes c=no d=yes");
    trial_text whole = page_of(c, "2026-03-09 permit.granted x1 by=p2");
    assert_non_null(strstr(whole.bytes, "line 1"));
    ombud_verdict *verdict = trial_verdict(c, "2026-03-09 permit.granted x1 by=p2");
    for (size_t room = 0; room < whole.length; room++) {
        narrow sink = {{NULL, 0, 0}, room};
        trial_text_add(&sink.text, "", 0);
        assert_int_equal(written(verdict, narrow_sink, &sink), OMBUD_E_CALLBACK);
        assert_memory_equal(sink.text.bytes, whole.bytes, sink.text.length);
        free(sink.text.bytes);
    }
    ombud_verdict_free(verdict);
    free(whole.bytes);
    END();
}

static int sink_of_one_piece(void *user, const char *bytes, size_t length)
{
    size_t *pieces = user;
    (void)bytes;
    (void)length;
    return ++*pieces < 2 ? 0 : 7;
}

/* A verdict that rests on two hundred facts is written in pieces; when the sink stops, the rest is not. */
static void a_long_list_stops_in_the_middle(void **state)
{
    (void)state;
    trial_text text = {NULL, 0, 0}, line = {NULL, 0, 0};
    size_t pieces = 0;
    trial_text_add(&text, PERMIT, strlen(PERMIT));
    for (int i = 0; i < 200; i++)
        trial_text_put(&text, "  fact condition_of_the_permit_%d stated by member\n", i);
    trial_text_put(&text, "%s", TRIAL_RULE("1") MOVES "  permit.granted only when a");
    for (int i = 0; i < 200; i++)
        trial_text_put(&text, " and condition_of_the_permit_%d", i);
    trial_text_put(&text, "\n");
    ombud_law *law = LAW(text.bytes);
    ombud_case *c = CASE(law, NULL);
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    for (int i = 0; i < 200; i++) {
        trial_text_put(&line, "%s condition_of_the_permit_%d=yes", i % 40 == 0 ? "2026-03-03 fact x1 by=p1" : "", i);
        if (i % 40 == 39) {
            TELL(c, line.bytes);
            line.length = 0;
        }
    }
    ombud_verdict *verdict = trial_verdict(c, "2026-03-09 permit.granted x1 by=p2");
    assert_int_equal(ombud_verdict_stated_count(verdict), 201);
    assert_int_equal(written(verdict, sink_of_one_piece, &pieces), OMBUD_E_CALLBACK);
    assert_int_equal(pieces, 2);
    trial_text page = page_of(c, "2026-03-09 permit.granted x1 by=p2");
    assert_non_null(strstr(page.bytes, "condition of the permit 199"));
    ombud_verdict_free(verdict);
    free(page.bytes);
    free(line.bytes);
    free(text.bytes);
    END();
}

/* An answer that rests on structure is told, and cites nothing. */
static void an_answer_of_no_provision(void **state)
{
    BEGIN(PERMIT TRIAL_RULE("1") MOVES "  answer permit.own = much when a\nstructure\n"
                                       "  answer permit.worth = little when a\n");
    TELL(c, "2026-03-02 permit.asked x1 by=p1 a=yes");
    const ombud_asof asof = trial_asof("2026-03-09");
    ombud_render how = OMBUD_RENDER_INIT;
    trial_text page = {NULL, 0, 0};
    trial_text_add(&page, "", 0);
    how.format = OMBUD_FORMAT_TEXT;
    assert_int_equal(ombud_render_case(c, &asof, &how, trial_text_add, &page, NULL), OMBUD_OK);
    const char *own = strstr(page.bytes, " own "), *worth = strstr(page.bytes, " worth ");
    if (own == NULL || worth == NULL)
        fail_msg("%s", page.bytes);
    else {
        const char *cited = strstr(own, "Rule 1"), *none = strstr(worth, "Rule 1");
        assert_true(cited != NULL && cited < strchr(own, '\n'));
        assert_true(strstr(worth, "little") < strchr(worth, '\n'));
        assert_true(none == NULL || none > strchr(worth, '\n'));
    }
    free(page.bytes);
    END();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ways_that_differ_in_one_thing),
        cmocka_unit_test(a_sink_that_stops_anywhere),
        cmocka_unit_test(a_long_list_stops_in_the_middle),
        cmocka_unit_test(an_answer_of_no_provision),
    };
    return cmocka_run_group_tests_name("ways out in words", tests, NULL, NULL);
}
