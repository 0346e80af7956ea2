/*
 * Rows that reach further than one item and one year: yearly duties, terms taken over, scopes, roles that items hold,
 * who acts, and what is withheld. Each law and its cases stand as text; the expectations are judged through the public
 * functions.
 */
#include "trial.h"

#define TITLE "title en \"t\"\nforce law\nsource \"s\"\n"
#define RULE(id) "provision " id " \"Rule " id "\" since original\n  anchor \"a\"\n  gloss en \"g\"\n"

/* Every expectation of a text is met, and there are as many as said: a text that expects nothing would prove nothing.
 */
static void check_text(const char *law_text, const char *case_text, size_t expected, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    ombud_scenario *scenario = NULL;
    size_t seen = 0;
    if (ombud_law_parse(law_text, strlen(law_text), NULL, &law, &err) != OMBUD_OK) {
        print_error("law %u:%u: %s [%s]\n", err.line, err.column, err.message, err.excerpt);
        _fail(__FILE__, line);
    }
    const ombud_law *laws[] = {law};
    if (ombud_scenario_parse(case_text, strlen(case_text), laws, 1, NULL, &scenario, &err) != OMBUD_OK) {
        print_error("case %u:%u: %s [%s]\n", err.line, err.column, err.message, err.excerpt);
        _fail(__FILE__, line);
    }
    for (size_t run = 0; run < ombud_scenario_count(scenario); run++) {
        ombud_report *report = NULL;
        assert_int_equal(ombud_scenario_check(scenario, run, &report, &err), OMBUD_OK);
        for (size_t i = 0; i < ombud_report_count(report); i++) {
            ombud_expectation e = OMBUD_EXPECTATION_INIT;
            assert_int_equal(ombud_report_get(report, i, &e), OMBUD_OK);
            seen++;
            if (!e.met) {
                print_error("case line %u: %s: got %s\n", e.line, e.text.ptr, e.got.ptr);
                _fail(__FILE__, line);
            }
        }
        ombud_report_free(report);
    }
    assert_int_equal(seen, expected);
    ombud_scenario_free(scenario);
    ombud_law_free(law);
}
#define CHECK_TEXT(law, text, expected) check_text(law, text, expected, __LINE__)

/* ---- a duty of every year ---------------------------------------------------------------------------------------- */

static const char yearly_law[] =
    "law y\n" TITLE "role keeper\nrole board\nitem person p\n"
    "item office o\n  states open\n  event established by keeper\n  event lodged by keeper\n" RULE(
        "1") "  office.established: -> open\n"
             "  office.lodged: open -> same\n"
             "  duty report keeper to board\n"
             "    opened by office.established, office.lodged\n"
             "    until 31 March, 1 year after the opening\n"
             "    met by office.lodged\n"
             "    again\n"
             "  term leap\n"
             "    opened by office.established\n"
             "    until 29 February, 1 year after the opening\n";

static void test_yearly(void **state)
{
    (void)state;
    CHECK_TEXT(yearly_law,
               "law y\nperson p2 keeper\n"
               "2020-06-01 office.established o1 by=p2\n"
               "2021-03-31 office.lodged o1 by=p2\n"
               "2023-05-05 office.lodged o1 by=p2\n"
               "on 2020-06-01\n"
               "  expect duty report o1 open due=2021-03-31 because=1\n"
               "  expect term leap o1 open due=2021-02-28\n" /* no 29 February in 2021 */
               "on 2021-03-30\n  expect duty report o1 open due=2021-03-31\n"
               "on 2021-03-31\n  expect duty report o1 open due=2022-03-31\n  expect no finding\n"
               "on 2022-03-31\n  expect duty report o1 open due=2022-03-31\n  expect no finding\n"
               "on 2022-04-01\n  expect duty report o1 overdue due=2022-03-31\n  expect finding late report o1 "
               "since=2022-04-01\n"
               "on 2023-03-31\n  expect no finding breach\n",
               10);
}

static void test_again(void **state)
{
    (void)state;
    CHECK_TEXT(
        yearly_law,
        "law y\nperson p2 keeper\n"
        "2020-06-01 office.established o1 by=p2\n"
        "2023-05-05 office.lodged o1 by=p2\n"
        "on 2021-04-01\n  expect finding late report o1 since=2021-04-01\n  expect next_change 2022-04-01\n"
        "on 2022-04-01\n  expect finding late report o1 since=2022-04-01\n"
        "on 2023-04-01\n  expect finding late report o1 since=2023-04-01\n"
        "on 2023-05-05\n"
        "  expect finding late report o1 since=2023-04-01 until=2023-05-05\n" /* one lodging makes good one year */
        "  expect duty report o1 open due=2024-03-31\n",
        6);
}

/* ---- a term taken over ------------------------------------------------------------------------------------------- */

static void test_taken_over(void **state)
{
    (void)state;
    CHECK_TEXT("law t\n" TITLE "role keeper\nitem person p\n"
               "item mandate m\n  states in_office, ended\n  event designated by keeper\n  event ended_early by "
               "keeper\n  event expired\n"
               "  event designated_instead by keeper carries replaces (mandate)\n" RULE(
                   "1") "  mandate.designated: -> in_office\n  mandate.ended_early: in_office -> ended\n  "
                        "mandate.expired: in_office -> ended\n"
                        "  mandate.designated_instead: -> in_office\n"
                        "  term runs\n    opened by mandate.designated\n    within exactly P3Y\n    lapses by "
                        "mandate.ended_early\n    then mandate.expired\n"
                        "  term remainder\n    opened by mandate.designated_instead\n    takes over runs of replaces\n "
                        "   then mandate.expired\n",
               "law t\nperson p2 keeper\nitem m4\nitem m5\n"
               "2020-01-15 mandate.designated m1 by=p2\n"
               "2021-06-01 mandate.ended_early m1 by=p2\n"
               "2021-07-01 mandate.designated_instead m2 by=p2 replaces=m1\n"
               /* Linked to two: the one that the event names counts, also where the other was linked first. */
               "2019-03-01 mandate.designated m3 by=p2\n"
               "2021-07-02 mandate.ended_early m3 by=p2\n"
               "2021-07-02 link m4 replaces m3\n"
               "2021-07-03 mandate.designated_instead m4 by=p2 replaces=m1\n"
               "2021-07-02 link m5 replaces m1\n"
               "2021-07-03 mandate.designated_instead m5 by=p2 replaces=m3\n"
               "on 2022-03-01\n  expect term remainder m5 open due=2022-03-01\n  expect state m5 in_office\n"
               "on 2022-03-02\n  expect state m5 ended\n"
               "on 2023-01-15\n  expect term remainder m4 open due=2023-01-15\n"
               "on 2021-06-01\n  expect term runs m1 lapsed\n  expect state m1 ended\n"
               "on 2023-01-15\n  expect term remainder m2 open due=2023-01-15\n  expect state m2 in_office\n"
               "on 2023-01-16\n  expect state m2 ended\n",
               9);
}

/* ---- scopes ------------------------------------------------------------------------------------------------------ */

static const char scoped_law[] =
    "law s\n" TITLE "role keeper\nscope annex\nitem person p\n"
    "item loan l\n  states lent\n  event lent by keeper\n  event returned by keeper\n  fact fined stated by "
    "keeper\n" RULE("1") "  loan.lent: -> lent\n  loan.returned: lent -> same\n" RULE(
        "2.a") "  loan.returned only when fined\n" RULE("3") "  only in annex\n  answer loan.where = "
                                                             "annex\n" RULE("4") "  in annex exclude 2\n";

static void test_scopes(void **state)
{
    (void)state;
    CHECK_TEXT(scoped_law,
               "law s\nperson p2 keeper\n2024-01-01 loan.lent l1 by=p2\n"
               "on 2024-01-02\n  expect may loan.returned l1 by=p2 undetermined missing=fined because=2.a\n  expect "
               "answer where l1 none\n",
               2);
    CHECK_TEXT(scoped_law,
               "law s\nset scope annex\nperson p2 keeper\n2024-01-01 loan.lent l1 by=p2\n"
               "on 2024-01-02\n  expect may loan.returned l1 by=p2 permitted because=1\n  expect answer where l1 annex "
               "because=3\n",
               2);
}

/* ---- who acts ---------------------------------------------------------------------------------------------------- */

static void test_acting(void **state)
{
    (void)state;
    CHECK_TEXT("law a\n" TITLE "role keeper\nrole deputy held by mandate is in_office\nitem person p\n"
               "item mandate m\n  states in_office, ended\n  event designated by keeper carries who (person)\n  event "
               "ended by keeper\n"
               "item loan l\n  states lent\n  event lent by keeper, deputy\n  event waived by keeper, deputy\n" RULE(
                   "1") "  mandate.designated: -> in_office\n  mandate.ended: in_office -> ended\n"
                        "  loan.lent: -> lent\n  loan.waived: lent -> same\n  loan.waived not when by deputy\n"
                        "  loan.lent_by_deputy as at loan.lent when by deputy\n",
               "law a\nperson p1\nperson p2 keeper\n"
               "2024-01-01 mandate.designated m1 by=p2 who=p1\n"
               "2024-01-02 loan.lent l1 by=p1\n"
               "2024-01-02 loan.lent l2 by=p2\n"
               "2024-02-01 mandate.ended m1 by=p2\n"
               "2024-02-02 loan.lent l3 by=p1\n"
               "on 2024-01-03\n"
               "  expect fact l1 lent_by_deputy yes\n  expect fact l2 lent_by_deputy no\n"
               "  expect may loan.waived l1 by=p1 forbidden because=1\n  expect may loan.waived l1 by=p2 permitted\n"
               "  expect may loan.waived l1 undetermined\n"
               "on 2024-02-02\n"
               "  expect finding breach lent l3\n  expect no finding breach lent l1\n", /* the mandate had ended: the
                                                                                           role with it */
               7);
}

/* Who a mandate was linked to may state what its holder may, also later; another person may not, nor anybody whose line
 * was taken back. */
static void test_stating(void **state)
{
    static const char law_text[] =
        "law s\n" TITLE
        "role keeper\nrole deputy held by mandate is in_office\nrole guest held by visit is on\nitem person p\n"
        "item mandate m\n  states in_office, ended\n  event designated by keeper carries who (person)\n  event ended "
        "by keeper\n"
        "item visit v\n  states on\n"
        "item loan l\n  states lent\n  event lent by keeper, deputy\n  fact torn stated by deputy\n"
        "link host : visit -> person\n" RULE(
            "1") "  mandate.designated: -> in_office\n  mandate.ended: in_office -> ended\n  loan.lent: -> lent\n";
    static const struct {
        const char *line, *then;
        ombud_status status;
    } rows[] = {
        {"2024-01-01 mandate.designated m1 by=p2 who=p1", "2024-01-02 fact l1 torn=yes by=p1", OMBUD_OK},
        {"2024-01-01 link m1 who p1", "2024-01-02 fact l1 torn=yes by=p1", OMBUD_OK},
        {"2024-01-01 mandate.designated m1 by=p2 who=p1", "2023-01-02 fact l1 torn=yes by=p1",
         OMBUD_OK}, /* a late statement */
        {"2024-01-01 mandate.designated m1 by=p2 who=p1", "2024-01-02 fact l1 torn=yes by=p2", OMBUD_E_CONFLICT},
        {"2024-01-01 link v1 host p1", "2024-01-02 fact l1 torn=yes by=p1",
         OMBUD_E_CONFLICT}, /* it holds another role */
        {"2024-01-01 mandate.designated m1 by=p2", "2024-01-02 fact l1 torn=yes by=p1", OMBUD_E_CONFLICT},
    };
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = LAW(law_text);
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_case *c = NULL, *copy = NULL;
        ombud_event then = trial_event(rows[i].then), other = trial_event("2024-01-05 fact l1 torn=yes by=p9");
        ombud_event batch[] = {trial_event("2024-01-03 link m1 who p9"), other,
                               trial_event("2024-01-04 loan.nothing l1")};
        assert_int_equal(ombud_case_new(law, NULL, NULL, &c, &err), OMBUD_OK);
        assert_int_equal(ombud_case_person(c, 1, "", &err), OMBUD_OK);
        assert_int_equal(ombud_case_person(c, 2, "keeper", &err), OMBUD_OK);
        assert_int_equal(ombud_case_person(c, 9, "", &err), OMBUD_OK);
        ITEM(c, "m1");
        ITEM(c, "v1");
        ITEM(c, "l1");
        TELL(c, rows[i].line);
        assert_int_equal(ombud_case_clone(c, NULL, &copy, &err), OMBUD_OK);
        assert_int_equal(ombud_case_apply(copy, &then, NULL, &err), rows[i].status);
        /* A batch whose last line is wrong is taken back whole, and with it what it let be stated. */
        size_t at = 9;
        assert_int_equal(ombud_case_apply_batch(c, batch, 3, &at, &err), OMBUD_E_UNKNOWN_NAME);
        assert_int_equal(at, 2);
        assert_int_equal(ombud_case_apply(c, &other, NULL, &err), OMBUD_E_CONFLICT);
        assert_int_equal(ombud_case_apply(c, &then, NULL, &err), rows[i].status);
        ombud_case_free(copy);
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

/* ---- what is withheld -------------------------------------------------------------------------------------------- */

static const char telling_law[] =
    "law w\n" TITLE "role keeper\nrole teller\nrole other\nitem person p\n"
    "item tale t\n  states told\n"
    "  event told by keeper carries teller (person)\n  event named by keeper\n  event aired by keeper\n"
    "  fact secret stated by teller\n  fact sealed stated by keeper silence no\n" RULE(
        "1") "  tale.told: -> told\n  tale.named: told -> same\n  tale.named only when secret\n  tale.aired: told -> "
             "same\n"
             "  withhold tale.teller, tale.secret from all but keeper, teller unless sealed\n"
             "  duty thanks keeper to teller\n    opened by tale.told\n    within at most P7D\n    met by tale.aired\n "
             "   excused when secret\n"
             "  duty airing keeper to other\n    opened by tale.told\n    within at most P7D\n    met by tale.aired\n"
             "  tale.grave when secret\n"
             "  answer tale.kept = yes when grave\n  answer tale.kept = no unless grave\n"
             "  answer tale.known = yes\n";
#define TELLING "law w\nperson p1 teller\nperson p2 keeper\n2024-02-01 tale.told t1 by=p2 teller=p1\n"
#define SECRET "2024-02-02 fact t1 secret=yes by=p1\n"
/* Both journals: for another audience the answers are the same, whatever there is to know. */
#define AS_OTHER                                                                                                       \
    "on 2024-02-10 for other\n"                                                                                        \
    "  expect fact t1 secret unknown\n  expect fact t1 grave unknown\n  expect answer kept t1 none\n  expect answer "  \
    "known t1 yes\n"                                                                                                   \
    "  expect may tale.named t1 by=p2 undetermined\n  expect may tale.aired t1 by=p2 permitted\n"                      \
    "  expect duty thanks t1 none\n  expect no finding late thanks\n  expect duty airing t1 overdue due=2024-02-08\n"

static void test_withheld(void **state)
{
    (void)state;
    CHECK_TEXT(
        telling_law,
        TELLING SECRET AS_OTHER
        "on 2024-02-10\n  expect fact t1 secret yes\n  expect answer kept t1 yes\n  expect duty thanks t1 excused\n"
        "on 2024-02-10 for teller,p1\n  expect fact t1 secret yes\n  expect may tale.named t1 by=p2 permitted\n",
        14);
    CHECK_TEXT(telling_law,
               TELLING AS_OTHER
               "on 2024-02-10\n  expect duty thanks t1 overdue\n  expect finding late thanks t1 since=2024-02-09\n",
               11);
}

/* A person to whom a withheld link leads is not found, exactly as one who is not there. */
static void test_withheld_person(void **state)
{
    const char text[] = TELLING;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    ombud_scenario *scenario = NULL;
    ombud_view name;
    ombud_asof asof = trial_asof("2024-02-10");
    char line[128];
    size_t needed = 0;
    (void)state;
    assert_int_equal(ombud_law_parse(telling_law, strlen(telling_law), NULL, &law, &err), OMBUD_OK);
    const ombud_law *laws[] = {law};
    assert_int_equal(ombud_scenario_parse(text, strlen(text), laws, 1, NULL, &scenario, &err), OMBUD_OK);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    assert_int_equal(ombud_case_state(matter, "p1", &asof, &name, &err), OMBUD_OK);
    assert_int_equal(ombud_case_entry_text_for(matter, &asof, 1, line, sizeof line, &needed), OMBUD_OK);
    assert_non_null(strstr(line, "teller=p1"));
    asof.has_audience = 1;
    asof.audience = 4; /* other, the third role */
    assert_int_equal(ombud_case_state(matter, "p1", &asof, &name, &err), OMBUD_E_NOT_FOUND);
    assert_string_equal(err.message, "there is no such item in the case");
    assert_int_equal(ombud_case_state(matter, "p2", &asof, &name, &err), OMBUD_OK);
    assert_int_equal(ombud_case_entry_text_for(matter, &asof, 1, line, sizeof line, &needed), OMBUD_OK);
    assert_null(strstr(line, "p1"));
    assert_non_null(strstr(line, "tale.told t1 by=p2"));
    assert_int_equal(ombud_case_entry_text_for(matter, &asof, 2, line, sizeof line, &needed), OMBUD_E_NOT_FOUND);
    asof.audience_person = 1; /* they may know of themselves */
    assert_int_equal(ombud_case_state(matter, "p1", &asof, &name, &err), OMBUD_OK);
    ombud_scenario_free(scenario);
    ombud_law_free(law);
}

/* ---- what is absent leaves no trace ------------------------------------------------------------------------------ */

static const char quiet_law[] =
    "law q\n" TITLE "role keeper\nrole teller\nrole other\nitem person p\n"
    "item tale t\n  states told, sealed\n"
    "  event told by keeper carries teller (person)\n  event aired by keeper\n  event sealed by keeper\n  event added "
    "by teller\n"
    "item whisper w\n  states asked\n"
    "  event asked carries about (tale), asker (person)\n"
    "item book b\n  states open, lent\n  event opened by keeper\n  event lent by keeper\n" RULE(
        "1") "  tale.told: -> told\n  tale.aired: told, sealed -> same\n  tale.sealed: told -> sealed\n  tale.added: "
             "told -> same\n"
             "  whisper.asked: -> asked\n"
             "  book.opened: -> open\n  book.lent: open -> lent\n"
             "  withhold tale.teller from all but keeper, teller\n"
             "  withhold whisper.asked from all but keeper\n"
             "  withhold book.lent from all but keeper\n"
             "  tale.whispered when at least 1 about <- whisper (is asked)\n"
             "  answer tale.sought = yes when whispered\n"
             "  answer book.out = yes when is lent\n"
             "  answer tale.shut = yes when is sealed\n";
#define QUIET_HEAD                                                                                                     \
    "law q\nperson p1 teller\nperson p2 keeper, teller\n2024-02-01 tale.told t1 by=p2 teller=p1\n2024-02-01 "          \
    "book.opened b1 by=p2\n"
#define QUIET_TAIL "2024-02-05 tale.aired t1 by=p2\n2024-02-06 tale.added t1 by=p1\n"
#define QUIET_LINES                                                                                                    \
    "2024-02-02 whisper.asked w1 by=p2 about=t1 asker=p2\n2024-02-03 book.lent b1 by=p2\n2024-02-03 void 3 "           \
    "by=p1\n2024-02-04 whisper.asked w2 about=t1\n"
/* What happened unseen is neither in an item, nor in a state, nor in what rests on them. */
#define QUIET_EXPECTED                                                                                                 \
    "on 2024-02-10 for other\n"                                                                                        \
    "  expect state w2 none\n  expect state b1 none\n  expect state t1 told\n"                                         \
    "  expect answer sought t1 none\n  expect fact t1 whispered unknown\n  expect answer out b1 none\n  expect "       \
    "answer shut t1 none\n"                                                                                            \
    "  expect may whisper.asked w3 about=t1 not_foreseen\n  expect may tale.added t1 by=p2 undetermined\n  expect "    \
    "may tale.aired t1 by=p2 permitted\n"

static void test_unseen(void **state)
{
    (void)state;
    CHECK_TEXT(quiet_law,
               QUIET_HEAD QUIET_LINES QUIET_TAIL QUIET_EXPECTED
               "on 2024-02-10\n  expect state b1 lent\n  expect answer sought t1 yes\n  expect answer out b1 yes\n",
               13);
}

/* Writes what an audience is told of the timeline and of every line. */
static size_t told(const char *text, const ombud_law *law, char *buffer, size_t capacity)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    ombud_timeline *timeline = NULL;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_asof asof = trial_asof("2024-02-10");
    size_t used = 0, needed = 0;
    asof.has_audience = 1;
    asof.audience = 4; /* other, the third role */
    assert_int_equal(ombud_scenario_parse(text, strlen(text), &law, 1, NULL, &scenario, &err), OMBUD_OK);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    assert_int_equal(ombud_case_timeline(matter, &asof, &timeline, &err), OMBUD_OK);
    for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
        ombud_step step = OMBUD_STEP_INIT;
        assert_int_equal(ombud_timeline_get(timeline, i, &step), OMBUD_OK);
        used +=
            (size_t)snprintf(buffer + used, capacity - used, "%s %zu by %d ruling %d %s;", step.name.ptr, step.position,
                             (int)step.by, (int)step.ruling, step.state.len > 0 ? step.state.ptr : "-");
    }
    for (size_t position = 1;
         ombud_case_entry_text_for(matter, &asof, position, buffer + used, capacity - used, &needed) == OMBUD_OK;
         position++)
        used += needed;
    assert_int_equal(ombud_case_receipt(matter, &asof, &receipt), OMBUD_OK);
    used += (size_t)snprintf(buffer + used, capacity - used, " %zu", receipt.events);
    assert_true(used < capacity);
    ombud_timeline_free(timeline);
    ombud_scenario_free(scenario);
    return used;
}

/* Positions count what is seen; who brought a line is shown where that tells nothing, and struck out lines stay as
 * quiet as they were. */
static void test_no_trace(void **state)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_law *law = NULL;
    char with[2048], without[2048], other_teller[2048];
    (void)state;
    assert_int_equal(ombud_law_parse(quiet_law, strlen(quiet_law), NULL, &law, &err), OMBUD_OK);
    size_t length = told(QUIET_HEAD QUIET_LINES QUIET_TAIL, law, with, sizeof with);
    assert_int_equal(told(QUIET_HEAD QUIET_TAIL, law, without, sizeof without), length);
    assert_string_equal(with, without);
    /* Who told it also keeps the tales: what they do as keeper stays shown, or its absence would tell. */
    (void)told("law q\nperson p2 keeper, teller\nperson p1 teller\n2024-02-01 tale.told t1 by=p2 teller=p2\n2024-02-01 "
               "book.opened b1 by=p2\n" QUIET_TAIL,
               law, other_teller, sizeof other_teller);
    assert_string_equal(other_teller, without);
    assert_non_null(strstr(with, "tale.aired 3 by 2 "));
    assert_non_null(strstr(with, "tale.added 4 by 0 ruling 0 "));
    assert_non_null(strstr(with, "book.opened 2 by 2 ruling 0 -;"));
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_yearly),          cmocka_unit_test(test_again),  cmocka_unit_test(test_taken_over),
        cmocka_unit_test(test_scopes),          cmocka_unit_test(test_acting), cmocka_unit_test(test_withheld),
        cmocka_unit_test(test_withheld_person), cmocka_unit_test(test_unseen), cmocka_unit_test(test_no_trace),
        cmocka_unit_test(test_stating),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
