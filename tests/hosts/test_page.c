/*
 * The one call of the page in examples/front-end: each question answered, and whatever else stands in the room told as
 * an error that leaves nothing behind.
 */
#include "page.h"

#include <stdarg.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char *ask_bytes(const char *question, size_t length)
{
    char *room = page_room(length);
    assert_true(room || !length);
    if (length) {
        memcpy(room, question, length);
    }
    const char *answer = page_ask(length);
    assert_non_null(answer);
    return answer;
}

static const char *ask(const char *question)
{
    return ask_bytes(question, strlen(question));
}

#define HEAD "law bxl2019\\ncase 1\\nperson p1 reporter\\nperson p2 contact_point\\n"
#define RECEIVED "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written\\n"
#define CASE "\"case\":\"" HEAD RECEIVED "\""

static void holds(const char *question, const char *wanted)
{
    const char *answer = ask(question);
    if (!strstr(answer, wanted)) {
        print_error("%s\n    gave %s\n    not %s\n", question, answer, wanted);
        fail();
    }
}

static void test_each_question_is_answered(void **unused)
{
    (void)unused;
    holds("{\"ask\":\"laws\",\"lang\":\"fr\"}", "\"name\":\"bxl2019\"");
    holds("{\"ask\":\"vocabulary\",\"law\":\"bxl2019\",\"lang\":\"nl\"}",
          "{\"name\":\"reporter\",\"label\":\"melder\"}");
    holds("{\"ask\":\"vocabulary\",\"law\":\"bxl2019\"}", "{\"name\":\"report.channel\"");
    holds("{\"ask\":\"vocabulary\",\"law\":\"bxl2019\",\"lang\":\"fr\"}",
          "\"readings\":[{\"name\":\"Q-");
    holds("{\"ask\":\"vocabulary\",\"law\":\"fwb2000\"}",
          "\"sinces\":[{\"name\":\"publication\",\"label\":\"publication\",\"owner\":\"");
    holds("{\"ask\":\"new\",\"law\":\"bxl2019\"}", "{\"case\":\"law bxl2019\\u000acase 1\\u000a\"}");
    holds("{\"ask\":\"open\"," CASE "}", "\"last\":\"2026-02-02\"");
    holds("{\"ask\":\"person\"," CASE ",\"person\":\"3\",\"roles\":\"body\"}", "person p3 body\\u000a");
    holds("{\"ask\":\"may\"," CASE ",\"on\":\"2026-02-03\",\"by\":\"2\",\"line\":\"report.closed_as_minor r1\"}",
          "\"ruling\":\"forbidden\",\"provision\":\"bxl2019:15.4.a5\"");
    holds("{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"by\":\"2\",\"line\":\"report.acknowledged r1\"}",
          "2026-02-03 report.acknowledged r1 by=p2\\u000a");
    holds("{\"ask\":\"next\"," CASE ",\"on\":\"2026-02-10\"}",
          "{\"actions\":[{\"event\":\"report.acknowledged\",\"item\":\"r1\",\"roles\":[\"contact_point\"],"
          "\"ruling\":\"permitted\",\"due\":true,\"due_day\":\"2026-02-09\",\"provision\":\"15.4.a4.1\"}");
    holds("{\"ask\":\"next\"," CASE ",\"on\":\"2026-02-10\"}",
          "\"begins\":[{\"event\":\"report.received\",\"item\":\"r2\"}");
    holds("{\"ask\":\"fits\"," CASE ",\"on\":\"2026-02-10\",\"line\":\"report.closed_as_repetitive r1\","
          "\"argument\":\"repeats\"}",
          "[\"r1\"]");
    holds("{\"ask\":\"fits\"," CASE ",\"on\":\"2026-02-10\",\"line\":\"report.received r2\",\"argument\":\"reporter\"}",
          "[\"p1\",\"p2\"]");
    holds("{\"ask\":\"vocabulary\",\"law\":\"bxl2019\"}",
          "\"bound\":\"at least P10Y, Art. 15/3, \xC2\xA7 1er\"");
    holds("{\"ask\":\"links\"," CASE ",\"on\":\"2026-02-10\",\"item\":\"p1\",\"kind\":\"person\"}",
          "{\"link\":\"assists\",\"label\":\"helps the reporter with the report\",\"to\":\"p2\"}");
    holds("{\"ask\":\"links\"," CASE ",\"on\":\"2026-02-10\",\"item\":\"r1\",\"kind\":\"person\"}", "[]");
    holds("{\"ask\":\"case\"," CASE ",\"on\":\"2026-02-10\",\"lang\":\"fr\"}", "\"status\":\"overdue\"");
    holds("{\"ask\":\"text\"," CASE ",\"on\":\"2026-02-10\",\"lang\":\"fr\"}", "accuser r");
    holds("{\"ask\":\"svg\"," CASE ",\"on\":\"2026-02-10\"}", "\"<svg xmlns=");
}

static void test_what_was_not_permitted_is_kept_with_its_finding(void **unused)
{
    (void)unused;
    holds("{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"by\":\"2\",\"line\":\"report.closed_as_minor r1\"}",
          "{\"ruling\":\"forbidden\"");
    holds("{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"by\":\"2\",\"line\":\"report.closed_as_minor r1\"}",
          "\"findings\":[\"r1 ");
}

static void test_escapes_are_read(void **unused)
{
    (void)unused;
    holds("{\"ask\":\"new\",\"law\":\"\\u0062xl\\u0032019\"}", "law bxl2019");
    holds(" { \"ask\" : \"new\" ,\n\t\"law\" : \"bxl2019\" } ", "law bxl2019");
    holds("{\"ask\":\"person\",\"case\":\"law bxl2019\",\"person\":\"1\",\"roles\":\"\\ud83d\\ude00\\u00e9\\u20ac\"}",
          "\xF0\x9F\x98\x80\xC3\xA9\xE2\x82\xAC");
}

static void test_what_is_no_question_is_told(void **unused)
{
    static const char *const wrong[] = {
        "null",
        "[]",
        "{\"ask\":1}",
        "{\"ask\":\"laws\",}",
        "{\"ask\":\"laws\"}x",
        "{\"ask\":\"nothing\"}",
        "{\"ask\":\"\\ud800\"}",
        "{\"ask\":\"\\ud800\\u0041\"}",
        "{\"ask\":\"\\u0000\"}",
        "{\"ask\":\"\\x\"}",
        "{\"ask\":\"\\u12\"}",
        "{\"ask\":\"a\nb\"}",
        "{\"ask\":\"new\",\"law\":\"none\"}",
        "{\"ask\":\"case\",\"case\":\"\",\"on\":\"2026-02-02\"}",
        "{\"ask\":\"case\",\"case\":\"law bxl2019\",\"on\":\"2026-02-30\"}",
        "{\"ask\":\"person\",\"case\":\"law bxl2019\",\"person\":\"99999999999999999999\"}",
        "{\"ask\":\"person\",\"case\":\"law bxl2019\",\"person\":\"one\"}",
        "{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"d\":\"\",\"e\":\"\",\"f\":\"\",\"g\":\"\","
        "\"h\":\"\",\"i\":\"\",\"j\":\"\",\"k\":\"\",\"l\":\"\",\"m\":\"\"}",
        "{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"by\":\"9\",\"line\":\"report.acknowledged r1\"}",
        "{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"line\":\"report.acknowledgd r1\"}",
        "{\"ask\":\"apply\"," CASE ",\"on\":\"2026-02-03\",\"line\":\"\"}",
    };
    static const char whole[] = "{\"ask\":\"case\"," CASE ",\"on\":\"2026-02-02\",\"lang\":\"fr\"}";
    (void)unused;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        holds(wrong[i], "{\"error\":{\"status\":\"OMBUD_E_");
    }
    for (size_t length = 0; length < sizeof whole - 1; length++) {
        assert_non_null(strstr(ask_bytes(whole, length), "{\"error\":{\"status\":\"OMBUD_E_"));
    }
    holds(whole, "{\"kind\":\"case\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_question_is_answered),
        cmocka_unit_test(test_what_was_not_permitted_is_kept_with_its_finding),
        cmocka_unit_test(test_escapes_are_read),
        cmocka_unit_test(test_what_is_no_question_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
