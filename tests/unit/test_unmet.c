/*
 * Unmet conditions are told apart: what must be so from what must not, one wait, term or role from another; in words
 * and in JSON; and as many of them as a set can hold.
 */
#include "render/words.h"
#include "unmet.h"

/* ---- what must not be so ----------------------------------------------------------------------------------------- */

static void a_role_that_must_not_be_held(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.granted not when a and by librarian\n  permit.noted not when by member\n");
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes");
    /* Only librarians may bring it, and they may not: no one else can. */
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "1 a of x1 no by 1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1 by=p1"), "not 3 by 1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "not 10 by 1");
    MAY(c, "2026-03-02 permit.noted x1 by=p2", OMBUD_PERMITTED, NULL);
    END();
}

static void another_role_that_may(void **state)
{
    ASKED("  event sealed by member, librarian\n" TRIAL_RULE("1") MOVES
          "  permit.sealed: any -> same\n  permit.sealed not when a and by librarian\n");
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes");
    /* Somebody else must have one of the other roles; that is nearer than to contradict what is established. */
    assert_string_equal(sets_of(c, "2026-03-02 permit.sealed x1 by=p2"), "not 3 by 2 + 3 by 1 | 1 a of x1 no by 1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.sealed x1"),
                        "10 by 3 + not 10 by 2 | 10 by 3 + 1 a of x1 no by 1");
    MAY(c, "2026-03-02 permit.sealed x1 by=p1", OMBUD_PERMITTED, NULL);
    END();
}

/* Who takes the place of the one who acts holds the roles that the set names: another guard may ask for more of them.
 */
static void a_role_that_another_guard_refuses(void **state)
{
    ASKED("role chief\n" TRIAL_RULE("1") MOVES "  permit.noted only when by librarian or by chief\n"
                                               "  permit.noted not when a and by chief\n");
    TELL(c, "2026-03-02 fact x1 by=p1 a=yes");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1 by=p1"), "3 by 2 | 3 by 4 + 1 a of x1 no by 1");
    MAY(c, "2026-03-02 permit.noted x1 by=p2", OMBUD_PERMITTED, NULL);
    END();
}

static void a_state_that_must_not_be(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.noted not when is live\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "not 2 live of x1");
    END();
}

static void a_term_and_its_status(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES
          "  duty look librarian to member\n    opened by permit.asked\n    within none\n    met by "
          "permit.granted\n  permit.closed only when look is met\n  permit.noted not when look is open\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "4 look of x1 met");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "not 4 look of x1 open");
    TELL(c, "2026-03-02 permit.granted x1 by=p2");
    MAY(c, "2026-03-02 permit.closed x1 by=p2", OMBUD_PERMITTED, NULL);
    MAY(c, "2026-03-02 permit.noted x1", OMBUD_PERMITTED, NULL);
    END();
}

/* A length that the host has not set decides whether a term is open, not whether it is met. */
static void a_length_does_not_meet_a_term(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES
          "  duty keep librarian to member\n    opened by permit.asked\n    within host hold\n    met by "
          "permit.granted\n  permit.closed only when keep is met\n  permit.noted only when keep is open\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "4 keep of x1 met");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "8 hold");
    END();
}

static void a_link_from_and_to(void **state)
{
    ASKED("link follows : permit -> permit\n" TRIAL_RULE("1") MOVES
          "  permit.granted only when at least 1 follows -> permit\n"
          "  permit.closed only when at least 1 follows <- permit\n"
          "  permit.noted only when at least 1 follows -> permit and at least 1 follows <- permit\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"), "6 follows of x1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "6 follows of x1 backward");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "6 follows of x1 + 6 follows of x1 backward");
    END();
}

/* ---- wishes that are not the same -------------------------------------------------------------------------------- */

static void two_waits_of_one_item(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  permit.closed only when asked at least P1M ago and noted at least P3M ago\n"
                                "  permit.granted only when asked at least P3M ago or noted at least P1M ago\n");
    TELL(c, "2026-03-02 permit.noted x1");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"),
                        "5 of x1 from 2026-04-02 + 5 of x1 from 2026-06-02");
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"),
                        "5 of x1 from 2026-06-02 | 5 of x1 from 2026-04-02");
    END();
}

/* `role chief` is declared first: its number is that of no role in particular. */
static void the_role_of_a_move_and_of_a_guard(void **state)
{
    (void)state;
    ombud_law *law =
        LAW("law desk\nrole chief\nrole clerk\nrole guest\nitem person p\nitem file x\n  states live\n  event "
            "sent by clerk\n" TRIAL_RULE("1") "  file.sent: -> live\n  file.sent only when by chief\n");
    ombud_case *c = NULL;
    assert_int_equal(ombud_case_new(law, NULL, NULL, &c, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 1, "guest", NULL), OMBUD_OK);
    ITEM(c, "x1");
    assert_string_equal(sets_of(c, "2026-03-02 file.sent x1 by=p1"), "3 by 2 + 3 by 1");
    assert_string_equal(sets_of(c, "2026-03-02 file.sent x1"), "10 by 2 + 10 by 1");
    END();
}

static void a_term_that_must_be_two_things(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES
          "  duty look librarian to member\n    opened by permit.asked\n    within none\n    met by "
          "permit.granted\n  permit.closed only when look is met or look is lapsed\n"
          "  permit.closed not when look is open\n  permit.noted only when look is met and look is lapsed\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"),
                        "4 look of x1 met + not 4 look of x1 open | 4 look of x1 lapsed + not 4 look of x1 open");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "");
    END();
}

/* ---- in words ---------------------------------------------------------------------------------------------------- */

/* No item is in two states; of what is not known yet nobody can wish both that it is so and that it is not. */
static void what_excludes_each_other(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES
          "  permit.noted only when is live\n  permit.noted only when is closed\n"
          "  permit.granted not when is live\n  permit.granted only when is closed\n"
          "  duty watch librarian to member\n    opened by permit.asked\n"
          "    counted from permit.closed\n    within at most P7D\n"
          "  permit.closed only when watch is overdue\n  permit.closed not when watch is overdue\n"
          "  permit.asked only when watch is met\n  permit.asked not when watch is open\n");
    ITEM(c, "x2");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x2"), "");
    MAY(c, "2026-03-02 permit.noted x2", OMBUD_FORBIDDEN, NULL);
    assert_string_equal(sets_of(c, "2026-03-02 permit.granted x1 by=p2"),
                        "not 2 live of x1 + 2 closed of x1 through permit.closed");
    assert_string_equal(sets_of(c, "2026-03-02 permit.closed x1 by=p2"), "");
    MAY(c, "2026-03-02 permit.closed x1 by=p2", OMBUD_UNDETERMINED, NULL);
    END();
}

static void two_terms_that_must_be_so(void **state)
{
    ASKED(TRIAL_RULE("1") MOVES "  duty watch librarian to member\n    opened by permit.asked\n    within at most "
                                "P7D\n    met by permit.closed\n"
                                "  duty care librarian to member\n    opened by permit.asked\n    within at most P9D\n "
                                "   met by permit.closed\n"
                                "  permit.noted only when watch is met and care is met\n");
    assert_string_equal(sets_of(c, "2026-03-02 permit.noted x1"), "4 watch of x1 met + 4 care of x1 met");
    END();
}

/* Of linked items those that do not count are not asked for anything, nor those that may or may not be the one needed.
 */
static void linked_items_that_count(void **state)
{
    BEGIN(TRIAL_HEAD
          "item box b\n  event dusted\n  fact ok stated by member\nitem file f\n  states open\n"
          "  event opened, noted\nlink near : file -> box\n" TRIAL_RULE(
              "1") "  box.dusted: any -> same\n"
                   "  file.opened: -> open\n  file.noted: any -> same\n"
                   "  file.noted only when at least 1 near -> box whose dusted at least P1D before opened (ok)\n");
    static const char *const lines[] = {"2026-03-01 box.dusted b1",   "2026-03-02 file.opened f1",
                                        "2026-03-02 box.dusted b2",   "2026-03-02 link f1 near b3",
                                        "2026-03-02 link f1 near b2", "2026-03-02 link f1 near b1"};
    for (char name[] = "b1"; name[1] <= '3'; name[1]++)
        ITEM(c, name);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        TELL(c, lines[i]);
    assert_string_equal(sets_of(c, "2026-03-03 file.noted f1"), "1 ok of b1 yes by 1 | 6 near of f1");
    END();
}

static void what_must_not_be_so_in_words(void **state)
{
    static const struct {
        const char *event, *words[3], *json;
    } rows[] = {
        {"2026-03-02 permit.noted x1 by=p1",
         {"brought by somebody who is not member", "accompli par quelqu'un qui n'est pas member",
          "gedaan door iemand die geen member is"},
         "\"kind\":\"role\",\"name\":null,\"item\":null,\"wanted\":\"no\",\"now\":null,\"who\":[\"member\"]"},
        {"2026-03-02 permit.noted x1",
         {"brought by somebody who is not member", "accompli par quelqu'un qui n'est pas member",
          "gedaan door iemand die geen member is"},
         "\"kind\":\"actor\",\"name\":null,\"item\":null,\"wanted\":\"no\",\"now\":null,\"who\":[\"member\"]"},
        {"2026-03-02 permit.granted x1 by=p2",
         {"x1 not live", "x1 pas live", "x1 niet live"},
         "\"kind\":\"state\",\"name\":\"live\",\"item\":\"x1\",\"wanted\":\"no\""},
        {"2026-03-02 permit.checked x1",
         {"x1 closed", "x1 closed", "x1 closed"},
         "\"kind\":\"state\",\"name\":\"closed\",\"item\":\"x1\",\"wanted\":\"yes\""},
        {"2026-03-02 permit.closed x1 by=p2",
         {"x1 look: met", "x1 look\xC2\xA0: accompli", "x1 look: nagekomen"},
         "\"kind\":\"term\",\"name\":\"look\",\"item\":\"x1\",\"wanted\":\"yes\",\"now\":null,\"who\":[],\"by_event\":"
         "null,\"until\":"
         "null,\"status\":\"met\",\"backward\":false"},
        {"2026-03-02 permit.returned x1",
         {"x1 look: not running", "x1 look\xC2\xA0: pas en cours", "x1 look: niet lopend"},
         "\"kind\":\"term\",\"name\":\"look\",\"item\":\"x1\",\"wanted\":\"no\",\"now\":null,\"who\":[],\"by_event\":"
         "null,\"until\":"
         "null,\"status\":\"open\",\"backward\":false"},
        {"2026-03-02 permit.sealed x1",
         {"x1 on file: follows", "x1 au dossier : follows", "x1 in het dossier: follows"},
         "\"kind\":\"link\",\"name\":\"follows\",\"item\":\"x1\",\"wanted\":null,\"now\":null,\"who\":[],\"by_event\":"
         "null,"
         "\"until\":null,\"status\":null,\"backward\":false"},
        {"2026-03-02 permit.opened x1",
         {"x1 on file as: follows", "x1 au dossier comme : follows", "x1 in het dossier als: follows"},
         "\"kind\":\"link\",\"name\":\"follows\",\"item\":\"x1\",\"wanted\":null,\"now\":null,\"who\":[],\"by_event\":"
         "null,"
         "\"until\":null,\"status\":null,\"backward\":true"},
    };
    static const ombud_lang langs[] = {OMBUD_LANG_EN, OMBUD_LANG_FR, OMBUD_LANG_NL};
    ASKED("  event checked\n  event returned\n  event sealed\n  event opened\nlink follows : permit -> "
          "permit\n" TRIAL_RULE("1") MOVES
          "  permit.checked, returned, sealed, opened: any -> same\n"
          "  duty look librarian to member\n    opened by permit.asked\n    within none\n"
          "  permit.noted not when by member\n  permit.granted not when is live\n"
          "  permit.checked only when is closed\n  permit.closed only when look is met\n"
          "  permit.returned not when look is open\n  permit.sealed only when at least 1 follows -> permit\n"
          "  permit.opened only when at least 1 follows <- permit\n");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_verdict *verdict = trial_verdict(c, rows[i].event);
        ombud_render how = OMBUD_RENDER_INIT;
        trial_text json = {NULL, 0, 0};
        how.format = OMBUD_FORMAT_JSON;
        for (size_t l = 0; l < 3; l++) {
            char text[256], *last = text;
            assert_in_range(ombud_explain_verdict(verdict, langs[l], text, sizeof text), 1, sizeof text - 1);
            for (char *next = text; (next = strstr(next, rows[i].words[l])) != NULL; next++)
                last = next;
            assert_string_equal(last, rows[i].words[l]);
        }
        assert_int_equal(ombud_render_verdict(verdict, &how, trial_text_add, &json, NULL), OMBUD_OK);
        if (strstr(json.bytes, rows[i].json) == NULL)
            fail_msg("%s is not in %s", rows[i].json, json.bytes);
        free(json.bytes);
        ombud_verdict_free(verdict);
    }
    END();
}

/* Each status as it must be and as it must not be has words of its own in each language. */
static void every_status_in_words(void **state)
{
    static const ombud_lang langs[] = {OMBUD_LANG_EN, OMBUD_LANG_FR, OMBUD_LANG_NL};
    enum { WORDS = 2 * (OMBUD_TERM_LAPSED + 1) };
    (void)state;
    for (size_t l = 0; l < 3; l++) {
        for (int i = 0; i < WORDS; i++) {
            const char *word = ombud__word_of_status(i / 2, i % 2, OMBUD__VOICE(langs[l]));
            assert_true(word[0] != '\0');
            for (int k = 0; k < i; k++)
                assert_string_not_equal(word, ombud__word_of_status(k / 2, k % 2, OMBUD__VOICE(langs[l])));
        }
    }
}

/* ---- as many as there can be ------------------------------------------------------------------------------------- */

static void as_many_as_a_set_holds(void **state)
{
    (void)state;
    for (int facts = 63; facts <= 65; facts++) {
        trial_text text = {NULL, 0, 0};
        trial_text_put(&text, "%s", "law many\nrole member\nitem person p\nitem file x\n  states live\n  event sent\n");
        for (int i = 1; i <= facts; i++)
            trial_text_put(&text, "  fact f%d stated by member\n", i);
        trial_text_put(&text, "%s", TRIAL_RULE("1") "  file.sent: -> live\n");
        for (int i = 1; i <= facts; i++)
            trial_text_put(&text, "  file.sent needs f%d\n", i);
        ombud_law *law = LAW(text.bytes);
        ombud_case *c = NULL;
        assert_int_equal(ombud_case_new(law, NULL, NULL, &c, NULL), OMBUD_OK);
        ITEM(c, "x1");
        ombud_verdict *verdict = trial_verdict(c, "2026-03-02 file.sent x1");
        assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_UNDETERMINED);
        /* What needs more than 64 cannot be told. */
        assert_int_equal(ombud_verdict_set_count(verdict), facts > 64 ? 0 : 1);
        assert_int_equal(ombud_verdict_set_size(verdict, 0), facts > 64 ? 0 : facts);
        for (int i = 0; i < facts && facts <= 64; i++) {
            ombud_unmet u = OMBUD_UNMET_INIT;
            char name[8];
            snprintf(name, sizeof name, "f%d", i + 1);
            assert_int_equal(ombud_verdict_unmet(verdict, 0, (size_t)i, &u), OMBUD_OK);
            assert_true(trial_view_is(u.name, name));
            assert_int_equal(u.wanted, OMBUD_YES);
        }
        ombud_verdict_free(verdict);
        END();
        free(text.bytes);
    }
}

/* One way more than can be told: the dearest is left out, wherever it stands; what is cheap is never lost. */
static void the_dearest_is_left_out(void **state)
{
    enum { MOST = 48, WAYS = MOST + 1 };
    static const char *const established[] = {"f1", "f2", "f25", "f48", "f49"}; /* to be no: dear */
    char text[2048];
    (void)state;
    size_t at = (size_t)snprintf(text, sizeof text, TRIAL_HEAD "item file f\n  event sent\n");
    for (int i = 1; i <= WAYS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "  fact f%d stated by member\n", i);
    at += (size_t)snprintf(text + at, sizeof text - at,
                           TRIAL_RULE("1") "  file.sent: any -> same\n  file.sent only when f1");
    for (int i = 2; i <= WAYS; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, " or f%d", i);
    assert_true(at + 1 < sizeof text);
    strcat(text, "\n");
    ombud_law *law = LAW(text);
    for (size_t d = 0; d < sizeof established / sizeof established[0]; d++) {
        for (int others = 0; others < 2; others++) { /* or all others are, and it is the only one that is cheap */
            ombud_case *c = CASE(law, NULL);
            ITEM(c, "f1");
            size_t told = 0;
            ombud_unmet u = OMBUD_UNMET_INIT;
            for (int i = 1; i <= WAYS; i++) {
                char line[80], name[8];
                snprintf(name, sizeof name, "f%d", i);
                snprintf(line, sizeof line, "2026-03-02 fact f1 %s=no by=p1", name);
                if ((strcmp(name, established[d]) == 0) != others)
                    TELL(c, line);
            }
            ombud_verdict *verdict = trial_verdict(c, "2026-03-02 file.sent f1");
            assert_int_equal(ombud_verdict_set_count(verdict), MOST);
            for (size_t s = 0; s < MOST; s++) {
                assert_int_equal(ombud_verdict_unmet(verdict, s, 0, &u), OMBUD_OK);
                told += trial_view_is(u.name, established[d]) && s == 0;
                assert_true(others || !trial_view_is(u.name, established[d]));
            }
            assert_int_equal(told, others);
            ombud_verdict_free(verdict);
            ombud_case_free(c);
        }
    }
    ombud_law_free(law);
}

/* What is granted asks for one of two things more, and so on: the sets double with each step. All are told as long as
 * they are few; of more those that are found within the bounds that the header names; and each that is told helps. */
static void sets_that_ask_for_more(void **state)
{
    enum { MOST = 48, STEPS = 7 };
    (void)state;
    for (int steps = 1; steps <= STEPS; steps++) {
        char text[4096];
        size_t at = (size_t)snprintf(text, sizeof text, TRIAL_HEAD "item file f\n  event sent\n");
        for (int i = 1; i <= steps; i++)
            at += (size_t)snprintf(text + at, sizeof text - at, "  fact a%d, b%d stated by member silence no\n", i, i);
        at += (size_t)snprintf(text + at, sizeof text - at,
                               TRIAL_RULE("1") "  file.sent: any -> same\n  file.sent only when a1 or b1\n");
        for (int i = 2; i <= steps; i++)
            at += (size_t)snprintf(text + at, sizeof text - at,
                                   "  file.sent only when not (a%d or b%d) or a%d or b%d\n", i - 1, i - 1, i, i);
        assert_true(at < sizeof text);
        ombud_law *law = LAW(text);
        ombud_case *c = CASE(law, NULL);
        ITEM(c, "f1");
        ombud_verdict *verdict = trial_verdict(c, "2026-03-02 file.sent f1");
        size_t sets = ombud_verdict_set_count(verdict);
        assert_int_equal(ombud_verdict_ruling(verdict), OMBUD_FORBIDDEN);
        if (steps <= 5)
            assert_int_equal(sets, 1u << steps);
        else
            assert_true(steps < STEPS ? sets > 0 && sets <= MOST : sets == 0);
        for (size_t s = 0; s < sets; s++) {
            char line[200];
            int length = snprintf(line, sizeof line, "2026-03-02 file.sent f1");
            assert_int_equal(ombud_verdict_set_size(verdict, s), steps);
            for (size_t i = 0; i < (size_t)steps; i++) {
                ombud_unmet u = OMBUD_UNMET_INIT;
                assert_int_equal(ombud_verdict_unmet(verdict, s, i, &u), OMBUD_OK);
                length +=
                    snprintf(line + length, sizeof line - (size_t)length, " %.*s=yes", (int)u.name.len, u.name.ptr);
            }
            MAY(c, line, OMBUD_PERMITTED, NULL);
        }
        ombud_verdict_free(verdict);
        END();
    }
}

/* Callers that know less, the same, and more of a condition than the library. */
static void a_condition_of_each_length(void **state)
{
    struct later {
        ombud_unmet unmet;
        int64_t more;
    } later = {OMBUD_UNMET_INIT, 7};
    ASKED(TRIAL_RULE("1") MOVES "  duty look librarian to member\n    opened by permit.asked\n    within none\n"
                                "  permit.noted not when look is open\n");
    ombud_verdict *verdict = trial_verdict(c, "2026-03-02 permit.noted x1");
    ombud_unmet u = OMBUD_UNMET_INIT;
    u.struct_size = (uint32_t)offsetof(ombud_unmet, status);
    u.status = u.backward = -1;
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &u), OMBUD_OK);
    assert_int_equal(u.kind, OMBUD_UNMET_TERM);
    assert_int_equal(u.status, -1);
    assert_int_equal(u.backward, -1);
    u.struct_size = (uint32_t)sizeof u;
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &u), OMBUD_OK);
    assert_int_equal(u.status, OMBUD_TERM_OPEN);
    assert_int_equal(u.backward, 0);
    later.unmet.struct_size = (uint32_t)sizeof later;
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &later.unmet), OMBUD_OK);
    assert_int_equal(later.unmet.status, OMBUD_TERM_OPEN);
    assert_int_equal(later.more, 7);
    u.struct_size = (uint32_t)offsetof(ombud_unmet, provision);
    assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &u), OMBUD_E_ARGUMENT);
    ombud_verdict_free(verdict);
    END();
}

/* The word of a state's set in which the item stands: there are more states than one word holds. */
static void an_event_that_leads_there_from_far_states(void **state)
{
    (void)state;
    static char text[4096];
    enum { FIRST = 62, LAST = 67 };
    size_t at = (size_t)snprintf(text, sizeof text, TRIAL_HEAD "item file f\n  states s1");
    for (unsigned s = 2; s <= 70; s++)
        at += (size_t)snprintf(text + at, sizeof text - at, s % 30 == 0 ? "\n  states s%u" : ", s%u", s);
    for (unsigned s = FIRST; s <= LAST; s++)
        at += (size_t)snprintf(text + at, sizeof text - at, "\n  event begun%u, left%u", s, s);
    at +=
        (size_t)snprintf(text + at, sizeof text - at, "\n  event ended\n%s  file.ended: s1 -> s70\n", TRIAL_RULE("1"));
    for (unsigned s = FIRST; s <= LAST; s++)
        at += (size_t)snprintf(text + at, sizeof text - at, "  file.begun%u: -> s%u\n  file.left%u: s%u -> s1\n", s, s,
                               s, s);
    assert_true(at < sizeof text);
    ombud_law *law = LAW(text);
    for (unsigned s = FIRST; s <= LAST; s++) {
        char line[80], by_event[20];
        ombud_case *c = CASE(law, NULL);
        ombud_unmet unmet = OMBUD_UNMET_INIT;
        snprintf(line, sizeof line, "2026-03-02 file.begun%u f1", s);
        snprintf(by_event, sizeof by_event, "file.left%u", s);
        TELL(c, line);
        ombud_verdict *verdict = trial_verdict(c, "2026-03-03 file.ended f1");
        assert_int_equal(ombud_verdict_unmet(verdict, 0, 0, &unmet), OMBUD_OK);
        assert_true(unmet.kind == OMBUD_UNMET_STATE && trial_view_is(unmet.name, "s1"));
        assert_true(trial_view_is(unmet.by_event, by_event));
        ombud_verdict_free(verdict);
        ombud_case_free(c);
    }
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_role_that_must_not_be_held),
        cmocka_unit_test(another_role_that_may),
        cmocka_unit_test(a_role_that_another_guard_refuses),
        cmocka_unit_test(a_state_that_must_not_be),
        cmocka_unit_test(a_term_and_its_status),
        cmocka_unit_test(a_length_does_not_meet_a_term),
        cmocka_unit_test(a_link_from_and_to),
        cmocka_unit_test(two_waits_of_one_item),
        cmocka_unit_test(the_role_of_a_move_and_of_a_guard),
        cmocka_unit_test(a_term_that_must_be_two_things),
        cmocka_unit_test(what_excludes_each_other),
        cmocka_unit_test(two_terms_that_must_be_so),
        cmocka_unit_test(linked_items_that_count),
        cmocka_unit_test(what_must_not_be_so_in_words),
        cmocka_unit_test(every_status_in_words),
        cmocka_unit_test(as_many_as_a_set_holds),
        cmocka_unit_test(the_dearest_is_left_out),
        cmocka_unit_test(sets_that_ask_for_more),
        cmocka_unit_test(a_condition_of_each_length),
        cmocka_unit_test(an_event_that_leads_there_from_far_states),
    };
    return cmocka_run_group_tests_name("unmet", tests, NULL, NULL);
}
