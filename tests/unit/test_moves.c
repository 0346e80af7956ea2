/*
 * One journal under two settings, held against each other: what is the same is not told, what moved stands once, with
 * both sides, and what only one side knows has no other.
 */
#include "trial.h"

#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

/* Under the second alternative another provision carries the duty, a guard falls away, and a term is not there. */
static const char moved_law[] =
    "law moved\ntitle en \"M\"\nforce law\nsource \"0\"\nverified 2040-01-01\nrole desk\nrole clerk\nlength own\nitem "
    "person p\n"
    "item file f\n  states lodged, closed\n  event lodged, answered, closed by desk\n  fact ripe stated by desk "
    "silence no\n"
    "item claim c\n  event lodged by desk\n"
    "reading Q-1 en \"Which?\"\n  one default\n  two\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  file.lodged: -> lodged\n  file.answered: lodged -> same\n  file.closed: lodged -> closed\n"
    "  claim.lodged: any -> same\n"
    "  duty answer desk to desk reading Q-1 one\n    opened by file.lodged\n    within at most P7D\n"
    "    met by file.answered\n"
    "  duty hear desk to desk\n    opened by file.lodged\n    within at most P9D\n    met by file.closed\n"
    "  term rest reading Q-1 one\n    opened by file.lodged\n    within exactly P4D\n"
    "  duty follow desk to desk\n    opened by file.lodged\n    within host own\n    met by file.closed\n"
    "  file.closed only when ripe reading Q-1 one\n"
    "provision 2 \"Art. 2\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  duty answer desk to desk reading Q-1 two\n    opened by file.lodged\n    within at most P7D\n"
    "    met by file.answered\n"
    "  withhold file.ripe from all but desk\n";

static ombud_case *case_under(const ombud_law *law, const ombud_settings *settings, const char *const *lines)
{
    ombud_case *matter = NULL;
    OK(ombud_case_new(law, settings, NULL, &matter, NULL));
    OK(ombud_case_person(matter, 2, "desk", NULL));
    for (size_t i = 0; lines[i] != NULL; i++)
        TELL(matter, lines[i]);
    return matter;
}

static const char *const lines[] = {"2026-02-02 file.lodged f1 by=p2",   "2026-02-02 file.lodged f2 by=p2",
                                    "2026-02-03 file.lodged f3 by=p2",   "2026-02-03 fact f2 ripe=yes by=p2",
                                    "2026-02-04 file.closed f1 by=p2",   "2026-02-04 file.closed f2 by=p2",
                                    "2026-02-20 file.answered f3 by=p2", NULL};

/* What of a side is told. */
static const char *side_of(const ombud_moved *side, ombud_move_kind kind)
{
    static char text[2][80];
    static int next;
    next = !next;
    if (!side->there)
        return "-";
    const char *word = kind == OMBUD_MOVED_VERDICT   ? ombud_ruling_name(side->word, OMBUD_FORCE_LAW)
                       : kind == OMBUD_MOVED_FINDING ? ombud_finding_kind_name(side->word)
                                                     : ombud_term_status_name(side->word);
    (void)snprintf(text[next], sizeof text[next], "%s %s", word, side->has_last ? trial_date(side->last) : "-");
    return text[next];
}

typedef struct told {
    char text[8192];
    size_t length, moves;
} told;

/* A line for each move: its kind, what it is about, and both sides, or these the other way round. */
static told told_of(const ombud_moves *moves, int swapped)
{
    told to = {{0}, 0, ombud_moves_count(moves)};
    for (size_t i = 0; i < to.moves; i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        OK(ombud_moves_get(moves, i, &move));
        const char *first = side_of(&move.before, move.kind), *second = side_of(&move.after, move.kind);
        to.length += (size_t)snprintf(to.text + to.length, sizeof to.text - to.length, "%d %.*s %.*s%d: %s | %s\n",
                                      (int)move.kind, (int)move.name.len, move.name.ptr, (int)move.item_prefix.len,
                                      move.item_prefix.ptr, (int)move.item_number, swapped ? second : first,
                                      swapped ? first : second);
        assert_true(to.length < sizeof to.text);
    }
    return to;
}

static told between(const ombud_case *before, const ombud_case *after, const ombud_asof *asof, int swapped)
{
    ombud_moves *moves = NULL;
    OK(ombud_moves_between(before, after, asof, NULL, &moves, NULL));
    told to = told_of(moves, swapped);
    ombud_moves_free(moves);
    return to;
}

/* f1 was closed unripe; nobody answered f1 and f2, and f3 too late; what is owed by no known day is so under the first.
 */
static const char wanted[] = "1 file.closed f1: forbidden - | permitted -\n"
                             "2 closed f1: breach - | -\n"
                             "2 answer f1: late - | late -\n"
                             "2 answer f2: late - | late -\n"
                             "2 answer f3: late 2026-02-20 | late 2026-02-20\n"
                             "2 follow f3: - | late -\n"
                             "3 answer f1: overdue 2026-02-09 | overdue 2026-02-09\n"
                             "3 rest f1: expired 2026-02-06 | -\n"
                             "3 follow f1: met - | met 2026-02-07\n"
                             "3 answer f2: overdue 2026-02-09 | overdue 2026-02-09\n"
                             "3 rest f2: expired 2026-02-06 | -\n"
                             "3 follow f2: met - | met 2026-02-07\n"
                             "3 answer f3: met_late 2026-02-10 | met_late 2026-02-10\n"
                             "3 rest f3: expired 2026-02-07 | -\n"
                             "3 follow f3: open - | overdue 2026-02-08\n";

static void what_moved_is_told_once(void **state)
{
    (void)state;
    ombud_law *law = LAW(moved_law);
    ombud_settings *two = SETTINGS(law, "reading Q-1 two\nlength own P5D\n");
    ombud_case *before = case_under(law, NULL, lines), *after = case_under(law, two, lines);
    ombud_asof asof = trial_asof("2026-03-01");
    assert_int_equal(between(before, before, &asof, 0).moves, 0);
    assert_int_equal(between(after, after, &asof, 0).moves, 0);
    told there = between(before, after, &asof, 0), back = between(after, before, &asof, 1);
    assert_string_equal(there.text, wanted);
    /* The other way round the same moves, in the order of the other side. */
    assert_int_equal(back.moves, there.moves);
    for (const char *line = back.text; *line; line = strchr(line, '\n') + 1) {
        char one[200] = {0};
        memcpy(one, line, (size_t)(strchr(line, '\n') - line) + 1);
        assert_non_null(strstr(there.text, one));
    }
    /* To a clerk the verdict on closing would tell whether a file is ripe, but for where that is not asked. */
    asof.has_audience = 1;
    asof.audience = 2;
    there = between(before, after, &asof, 0);
    assert_non_null(strstr(there.text, "1 file.closed f1: - | permitted -\n1 file.closed f2: - | permitted -\n"));
    assert_null(strstr(there.text, "forbidden"));
    ombud_case_free(before);
    ombud_case_free(after);
    ombud_settings_free(two);
    ombud_law_free(law);
}

static void what_cannot_be_held_against_each_other(void **state)
{
    (void)state;
    static const char *const fewer[] = {"2026-02-02 file.lodged f1 by=p2", NULL};
    ombud_law *law = LAW(moved_law);
    ombud_case *one = case_under(law, NULL, lines), *other = case_under(law, NULL, fewer);
    ombud_asof asof = trial_asof("2026-03-01");
    ombud_moves *moves = NULL;
    ombud_move move = OMBUD_MOVE_INIT;
    ombud_alloc half = {NULL, NULL, NULL, NULL};
    half.alloc = watched_alloc;
    assert_int_equal(ombud_moves_between(NULL, one, &asof, NULL, &moves, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_moves_between(one, NULL, &asof, NULL, &moves, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_moves_between(one, one, &asof, NULL, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_moves_between(one, other, &asof, NULL, &moves, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_moves_between(one, one, &asof, &half, &moves, NULL), OMBUD_E_ARGUMENT);
    assert_null(moves);
    assert_int_equal(ombud_moves_count(NULL), 0);
    assert_int_equal(ombud_moves_get(NULL, 0, &move), OMBUD_E_ARGUMENT);
    ombud_moves_free(NULL);
    ombud_case_free(one);
    ombud_case_free(other);
    ombud_law_free(law);
}

static void no_memory(void **state)
{
    (void)state;
    ombud_law *law = LAW(moved_law);
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_settings *two = SETTINGS(law, "reading Q-1 two\nlength own P5D\n");
    ombud_case *sides[2] = {case_under(law, NULL, lines), case_under(law, two, lines)}, *cases[2] = {NULL, NULL};
    ombud_asof asof = trial_asof("2026-03-01");
    ombud_moves *moves = NULL;
    for (size_t i = 0; i < 2; i++)
        OK(ombud_case_clone(sides[i], &alloc, &cases[i], NULL));
    for (int back = 0; back <= 1; back++) {
        size_t held = memory.held, tries = 0;
        for (ombud_status status = OMBUD_E_NOMEM; status != OMBUD_OK; tries++) {
            memory.calls = 0;
            memory.fail_at = tries + 1;
            status = ombud_moves_between(cases[back], cases[!back], &asof, &alloc, &moves, NULL);
            memory.fail_at = 0;
            assert_true(status == OMBUD_OK || (status == OMBUD_E_NOMEM && moves == NULL && memory.held == held));
        }
        assert_int_equal(ombud_moves_count(moves), 15);
        ombud_moves_free(moves);
        moves = NULL;
        assert_int_equal(memory.held, held);
        assert_true(tries > 4);
    }
    for (size_t i = 0; i < 2; i++) {
        ombud_case_free(sides[i]);
        ombud_case_free(cases[i]);
    }
    assert_int_equal(memory.held, 0);
    ombud_settings_free(two);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_moved_is_told_once),
        cmocka_unit_test(what_cannot_be_held_against_each_other),
        cmocka_unit_test(no_memory),
    };
    return cmocka_run_group_tests_name("moves", tests, NULL, NULL);
}
