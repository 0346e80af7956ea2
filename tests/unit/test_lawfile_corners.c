/*
 * Corners of the .law reader: names that share a hash, wordings that stand in the other order, moves and figures that
 * are parted by time, reading or state, and those that are not.
 */
#include "trial.h"

#define WITH(more)                                                                                                     \
    TRIAL_HEAD "item plot s\n  states free, let, left\n  event taken, given\n  fact dry, sick stated by member\n" more
#define PLAIN(id) "provision " id " \"R\" since original\n  anchor \"a\"\n  gloss en \"g\"\n"
#define SINCE(id, since) "provision " id " \"R\" since " since "\n  anchor \"a\"\n  gloss en \"g\"\n"
#define SHED "item shed h\n  fact big, locked stated by member\n"
#define READINGS "reading A\n  one default\n  two dropped\nreading B\n  one default\n  two dropped\n"

static const struct {
    const char *what, *text;
    ombud_status status;
} laws[] = {
    {"the later wording stands first",
     WITH(SINCE("1", "2024-01-01") "  plot.taken: free -> let\n" SINCE(
         "1", "original until 2023-12-31") "  plot.taken: free -> left\n"),
     OMBUD_OK},
    {"the last day is not before the first that a host can set",
     WITH(SINCE("1", "setting s not before 2024-01-01 until 2024-01-01") "  recorded \"r\"\n"), OMBUD_OK},
    {"two alternatives of one reading",
     WITH(READINGS PLAIN("1") "  plot.taken: free -> let reading A one\n"
                              "  plot.taken: free -> left reading A two\n"),
     OMBUD_OK},
    {"alternatives of two readings",
     WITH(READINGS PLAIN("1") "  plot.taken: free -> let reading A one\n"
                              "  plot.taken: free -> left reading B two\n"),
     OMBUD_E_CONFLICT},
    {"one alternative twice",
     WITH(READINGS PLAIN("1") "  plot.taken: free -> let reading A one\n"
                              "  plot.taken: free -> left reading A one\n"),
     OMBUD_E_CONFLICT},
    {"the second under no reading",
     WITH(READINGS PLAIN("1") "  plot.taken: free -> let reading A one\n"
                              "  plot.taken: free -> left\n"),
     OMBUD_E_CONFLICT},
    {"the first under no reading",
     WITH(READINGS PLAIN("1") "  plot.taken: free -> let\n"
                              "  plot.taken: free -> left reading A one\n"),
     OMBUD_E_CONFLICT},
    {"figures of two wordings of one provision",
     WITH(SINCE("1", "original until 2023-12-31") "  figure f = count of plot by state\n" SINCE(
         "1", "2024-01-01") "  figure g = count of plot by dry, sick\n"),
     OMBUD_OK},
    {"figures of two provisions",
     WITH(PLAIN("1") "  figure f = count of plot by state\n" PLAIN("2") "  figure g = count of plot by dry, sick\n"),
     OMBUD_E_CONFLICT},
    {"the first figure under structure",
     WITH("structure\n  figure f = count of plot by state\n" PLAIN("2") "  figure g = count of plot by dry, sick\n"),
     OMBUD_E_CONFLICT},
    {"the second figure under structure",
     WITH(PLAIN("1") "  figure f = count of plot by state\n"
                     "structure\n  figure g = count of plot by dry, sick\n"),
     OMBUD_E_CONFLICT},
    {"a number that is none", WITH("link k : plot -> plot\n" PLAIN("1") "  plot.x when at least 1-2 k -> plot\n"),
     OMBUD_E_SYNTAX},
    {"a number beyond its digits", WITH("link k : plot -> plot\n" PLAIN("1") "  plot.x when at least 1a k -> plot\n"),
     OMBUD_E_SYNTAX},
    {"what is withheld of two items",
     WITH(SHED PLAIN("1") "  withhold plot.dry, shed.big, locked from all but member\n"),
     OMBUD_E_UNKNOWN_NAME}, /* a plain name is of the first item */
    {"what is withheld of two items, each named",
     WITH(SHED PLAIN("1") "  withhold plot.dry, shed.big, sick from all but "
                          "member\n"),
     OMBUD_OK},
    {"of two items, from some when",
     WITH(SHED PLAIN("1") "  withhold plot.dry, shed.big from all but member when sick\n"), OMBUD_E_CONFLICT},
    {"of two items, unless", WITH(SHED PLAIN("1") "  withhold plot.dry, shed.big from all but member unless sick\n"),
     OMBUD_E_CONFLICT},
    {"of one item, when and unless", WITH(PLAIN("1") "  withhold plot.dry from all but member when sick unless dry\n"),
     OMBUD_OK},
    {"two conditions of one role", WITH(PLAIN("1") "  withhold plot.dry from all but member when sick when dry\n"),
     OMBUD_E_SYNTAX},
    {"an exclusion that rests on no provision",
     WITH("scope town\n" PLAIN("1") "  plot.taken: free -> let\nstructure\n  in town exclude 1\n"), OMBUD_OK},
};

static ombud_status parse(const char *text, ombud_error *err)
{
    ombud_law *law = NULL;
    ombud_status status = ombud_law_parse(text, strlen(text), NULL, &law, err);
    ombud_law_free(law);
    return status;
}

static void right_and_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof laws / sizeof laws[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_status status = parse(laws[i].text, &err);
        if (status != laws[i].status)
            fail_msg("%s: %s at %u:%u: %s [%s]", laws[i].what, ombud_status_name(status), err.line, err.column,
                     err.message, err.excerpt);
        assert_true(status == OMBUD_OK || (err.line > 1 && err.remedy[0] != '\0'));
    }
}

/* Beyond the 64th state two moves of one event meet as they do before. */
static void moves_from_far_states(void **state)
{
    (void)state;
    static const struct {
        const char *rows;
        ombud_status status;
    } rules[] = {
        {"  thing.made: s69 -> s1\n  thing.made: s68, s69 -> s2\n", OMBUD_E_CONFLICT},
        {"  thing.made: s69 -> s1\n  thing.made: s68 -> s2\n", OMBUD_OK},
    };
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        char text[4096] = TRIAL_HEAD "item thing t\n  event made\n";
        char *at = text + strlen(text);
        ombud_error err = OMBUD_ERROR_INIT;
        for (unsigned s = 1; s <= 70; s++)
            at += sprintf(at, "  state s%u\n", s);
        strcpy(at, PLAIN("1"));
        strcat(at, rules[i].rows);
        assert_int_equal(parse(text, &err), rules[i].status);
        assert_int_equal(err.line, rules[i].status == OMBUD_OK ? 0 : 81);
    }
}

/* Names are looked up by a hash of 32 bits: these pairs share it, and are told apart all the same. */
static void names_of_one_hash(void **state)
{
    (void)state;
    static const char head[] = "law hashed\nrole mlzgehov\nrole desk\nlength uhvkrqhc\n";
    static const struct {
        const char *name;
        ombud_truth truth;
    } facts[] = {{"mmudvdqk", OMBUD_YES}, {"ghesdfuw", OMBUD_NO}, {"vfkesmg", OMBUD_NO}, {"szabmukp", OMBUD_YES}};
    char text[1024];
    strcpy(text, head);
    strcat(text, "item plot s\n  fact mmudvdqk, ghesdfuw, vfkesmg, szabmukp stated by mlzgehov\nitem person p\n");
    strcat(text, PLAIN("1") "  plot.both when mmudvdqk and szabmukp unless ghesdfuw or vfkesmg\n");
    ombud_law *law = LAW(text);
    ombud_case *c = NULL;
    assert_int_equal(ombud_case_new(law, NULL, NULL, &c, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 1, "mlzgehov", NULL), OMBUD_OK);
    ITEM(c, "s1");
    TELL(c, "2026-01-02 fact s1 mmudvdqk=yes ghesdfuw=no vfkesmg=no szabmukp=yes by=p1");
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++)
        FACT(c, "s1", facts[i].name, "2026-01-02", facts[i].truth);
    FACT(c, "s1", "both", "2026-01-02", OMBUD_YES);
    ombud_case_free(c);
    ombud_law_free(law);
    /* What only shares the hash of a name is not known by it. */
    static const struct {
        const char *more, *excerpt;
    } unknown[] = {
        {"role a_desk\nitem plot s\n  fact b stated by uhvkrqhc\n", "uhvkrqhc"},
        {"item plot s\n  fact mmudvdqk stated by desk\nprovision 1 \"R\" since original\n  anchor \"a\"\n"
         "  gloss en \"g\"\n  plot.x when ghesdfuw\n",
         "ghesdfuw"},
        {"item plot s\n  fact vfkesmg stated by desk\nprovision 1 \"R\" since original\n  anchor \"a\"\n"
         "  gloss en \"g\"\n  plot.x when szabmukp\n",
         "szabmukp"},
    };
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        strcpy(text, head);
        strcat(text, unknown[i].more);
        assert_int_equal(parse(text, &err), OMBUD_E_UNKNOWN_NAME);
        assert_string_equal(err.excerpt, unknown[i].excerpt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_and_wrong),
        cmocka_unit_test(moves_from_far_states),
        cmocka_unit_test(names_of_one_hash),
    };
    return cmocka_run_group_tests_name("corners of the law reader", tests, NULL, NULL);
}
