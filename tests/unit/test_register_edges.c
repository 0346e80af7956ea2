/*
 * Edges of a register: a term that another row opens again on the same last day, what waits for an end behind another
 * condition, the same name under two kinds of items, and changes of several items that find no memory on the way.
 */
#include "trial.h"

#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

static const char edge_law[] = TRIAL_HEAD
    "item file f\n  states lodged, closed\n  event lodged, renewed, answered, closed, shredded, burnt, lost by "
    "librarian\n"
    "  fact ripe stated by librarian silence no\n  fact seen stated by librarian\n"
    "item claim c\n  states lodged\n  event lodged, answered by librarian\n  fact fine stated by librarian\n"
    "reading Q-1\n  one default\n  two\n" TRIAL_RULE(
        "1") "  file.lodged: -> lodged\n  file.renewed: any -> same\n  file.answered: lodged -> same\n"
             "  file.closed: lodged -> closed\n  file.shredded: closed -> same\n  file.burnt: closed -> same\n"
             "  claim.lodged: -> lodged\n  claim.answered: lodged -> same\n"
             "  duty answer librarian to member\n    opened by file.lodged\n    within at most P20D\n"
             "    met by file.answered\n"
             "  term kept\n    opened by file.closed\n    within at least P1Y\n"
             "  file.shredded only when not ripe and kept is expired\n  file.burnt only when seen and not ripe\n"
             "  file.at_hand when ripe reading Q-1 one\n  file.at_hand when seen reading Q-1 two\n"
             "  require in_order librarian while file is lodged: at_hand\n" TRIAL_RULE(
                 "2") "  duty answer librarian to member\n    opened by file.renewed\n    within at most P30D\n"
                      "    met by file.answered\n"
                      "  duty reply librarian to member\n    opened by claim.lodged\n    within at most P5D\n"
                      "    met by claim.answered\n    excused when fine\n" TRIAL_RULE(
                          "3") "  duty reply librarian to member reading Q-1 two\n    opened by file.lodged\n"
                               "    within at most P6D\n    met by file.answered\n";

typedef struct desk {
    watched memory;
    ombud_alloc alloc;
    ombud_law *law;
    ombud_register *reg;
} desk;

static void begin(desk *d, const char *present)
{
    memset(d, 0, sizeof *d);
    d->alloc = watching(&d->memory);
    d->law = LAW(edge_law);
    OK(ombud_register_new(d->law, NULL, trial_day(present), &d->alloc, &d->reg, NULL));
}

static void end(desk *d)
{
    ombud_register_free(d->reg);
    ombud_law_free(d->law);
    assert_int_equal(d->memory.held, 0);
}

static ombud_status tell(desk *d, const char *line)
{
    return ombud_register_line(d->reg, 1, line, strlen(line), NULL);
}

/* ---- which row ----------------------------------------------------------------------------------------------------
 */

/* The only duty that is due, as ` day citation`. */
static const char *only_duty(const ombud_register *reg)
{
    static char text[64];
    ombud_agenda *agenda = NULL;
    ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    OK(ombud_register_due(reg, OMBUD_DAY_MIN, OMBUD_DAY_MAX, &agenda, NULL));
    assert_int_equal(ombud_agenda_count(agenda), 1);
    OK(ombud_agenda_get(agenda, 0, &entry));
    OK(ombud_law_provision(ombud_register_law(reg), entry.provision, OMBUD_LANG_EN, &provision));
    (void)snprintf(text, sizeof text, "%s %.*s", trial_date(entry.due), (int)provision.citation.len,
                   provision.citation.ptr);
    ombud_agenda_free(agenda);
    return text;
}

/* "A duty keeps the row under which it was opened": a late line opens it by another, and the last day is the same. */
static void another_row_on_the_same_day(void **state)
{
    (void)state;
    desk d;
    begin(&d, "2026-01-31");
    OK(tell(&d, "person p2 librarian"));
    OK(tell(&d, "2026-01-01 file.lodged f1 by=p2"));
    assert_string_equal(only_duty(d.reg), "2026-01-21 Rule 1");
    OK(tell(&d, "2025-12-22 file.renewed f1 by=p2"));
    assert_string_equal(only_duty(d.reg), "2026-01-21 Rule 2");
    end(&d);
}

/* The guard waits for an end in the second part of its condition; where no part does, the event holds nothing. */
static void an_end_behind_another_condition(void **state)
{
    (void)state;
    desk d;
    ombud_holds *holds = NULL;
    size_t acts = 0;
    begin(&d, "2026-01-31");
    OK(tell(&d, "person p2 librarian"));
    OK(tell(&d, "2026-01-01 file.lodged f1 by=p2"));
    OK(tell(&d, "2026-01-02 file.closed f1 by=p2"));
    OK(ombud_register_holds(d.reg, 1, &holds, NULL));
    for (size_t i = 0; i < ombud_holds_count(holds); i++) {
        ombud_hold hold = OMBUD_HOLD_INIT;
        OK(ombud_holds_get(holds, i, &hold));
        acts += hold.kind == OMBUD_HOLD_EVENT;
        assert_true(hold.kind != OMBUD_HOLD_EVENT || trial_view_is(hold.name, "shredded"));
    }
    assert_int_equal(acts, 1);
    ombud_holds_free(holds);
    end(&d);
}

/* The last day of a duty that is excused changes nothing, though the case is looked at because of it. */
static void an_excused_end(void **state)
{
    (void)state;
    desk d;
    ombud_day day = 0;
    begin(&d, "2026-01-31");
    OK(tell(&d, "person p2 librarian"));
    OK(tell(&d, "2026-01-30 claim.lodged c1 by=p2 fine=yes"));
    assert_int_equal(ombud_register_next_change(d.reg, &day, NULL), OMBUD_E_NOT_FOUND);
    OK(tell(&d, "2026-01-31 claim.lodged c2 by=p2"));
    OK(ombud_register_next_change(d.reg, &day, NULL));
    assert_string_equal(trial_date(day), "2026-02-06");
    end(&d);
}

/* ---- without memory -----------------------------------------------------------------------------------------------
 */

/* One after the other; what is no line of a journal is a call. */
static ombud_status take_step(desk *d, const char *step)
{
    ombud_day day = 0;
    if (strcmp(step, "advance") == 0)
        return ombud_register_advance(d->reg, trial_day("2026-02-20"), NULL);
    if (strcmp(step, "next change") != 0)
        return tell(d, step);
    ombud_status status = ombud_register_next_change(d->reg, &day, NULL);
    assert_true(status != OMBUD_OK || strcmp(trial_date(day), "2026-02-10") == 0);
    return status;
}

/* All last days, in one line. */
static void due_days(const ombud_register *reg, char *text, size_t room)
{
    ombud_agenda *agenda = NULL;
    size_t length = 0;
    text[0] = '\0';
    OK(ombud_register_due(reg, OMBUD_DAY_MIN, OMBUD_DAY_MAX, &agenda, NULL));
    for (size_t i = 0; i < ombud_agenda_count(agenda); i++) {
        ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
        OK(ombud_agenda_get(agenda, i, &entry));
        length +=
            (size_t)snprintf(text + length, room - length, "%s%d ", trial_date(entry.due) + 5, (int)entry.item_number);
        assert_true(length < room);
    }
    ombud_agenda_free(agenda);
}

/* Each request of each step fails in turn: the status says so, and the register is as it was. */
static void whole_or_not_at_all(void **state)
{
    (void)state;
    static const struct {
        const char *step, *due;
    } rows[] = {
        {"person p2 librarian", ""},
        {"2026-01-01 file.lodged f1 by=p2", "01-211 "},
        {"2026-01-02 file.lodged f2 by=p2", "01-211 01-222 "},
        {"2026-01-02 file.lodged f3 by=p2", "01-211 01-222 01-223 "},
        {"2025-12-25 file.renewed f1 by=p2", "01-222 01-223 01-241 "},
        {"2026-01-03 file.lodged f4 by=p2", "01-222 01-223 01-234 01-241 "},
        {"2026-01-03 file.lodged f5 by=p2", "01-222 01-223 01-234 01-235 01-241 "},
        {"2025-12-26 file.renewed f2 by=p2", "01-223 01-234 01-235 01-241 01-252 "},
        {"2026-01-03 file.lodged f6 by=p2", "01-223 01-234 01-235 01-236 01-241 01-252 "},
        {"2026-01-03 file.lodged f7 by=p2", "01-223 01-234 01-235 01-236 01-237 01-241 01-252 "},
        {"2026-01-20 file.lodged f8 by=p2", "01-223 01-234 01-235 01-236 01-237 01-241 01-252 02-098 "},
        {"2025-12-27 file.renewed f3 by=p2", "01-234 01-235 01-236 01-237 01-241 01-252 01-263 02-098 "},
        {"next change", "01-234 01-235 01-236 01-237 01-241 01-252 01-263 02-098 "},
        {"advance", "01-234 01-235 01-236 01-237 01-241 01-252 01-263 02-098 "},
        {"2026-01-21 file.lodged f9 by=p2", "01-234 01-235 01-236 01-237 01-241 01-252 01-263 02-098 02-109 "},
        {"2026-02-20 claim.lodged c1 by=p2", "01-234 01-235 01-236 01-237 01-241 01-252 01-263 02-098 02-109 02-251 "},
    };
    desk d;
    char before[256] = "", now[256];
    size_t failures = 0;
    begin(&d, "2026-01-31");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_status status = OMBUD_E_NOMEM;
        for (size_t at = 1; status != OMBUD_OK; at++) {
            d.memory.calls = 0;
            d.memory.fail_at = at;
            status = take_step(&d, rows[i].step);
            d.memory.fail_at = 0;
            assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
            failures += status != OMBUD_OK;
            due_days(d.reg, now, sizeof now);
            assert_string_equal(now, status == OMBUD_OK ? rows[i].due : before);
        }
        strcpy(before, now);
    }
    assert_true(failures > 30);
    /* The list of a case's duties grows while there are further items. */
    for (int n = 0; n < 40; n++) {
        char line[64];
        ombud_status status = OMBUD_E_NOMEM;
        (void)snprintf(line, sizeof line, n < 20 ? "item f%d" : "2026-02-20 file.lodged f%d by=p2", n % 20 + 10);
        size_t lines = ombud_case_journal_count(ombud_register_case(d.reg, 1));
        for (size_t at = 1; status != OMBUD_OK; at++) {
            d.memory.calls = 0;
            d.memory.fail_at = at;
            status = tell(&d, line);
            d.memory.fail_at = 0;
            assert_int_equal(ombud_case_journal_count(ombud_register_case(d.reg, 1)),
                             lines + (status == OMBUD_OK && n >= 20));
        }
    }
    end(&d);
}

/* ---- what moved ----------------------------------------------------------------------------------------------------
 */

static ombud_case *case_under(const ombud_law *law, const ombud_settings *settings, const char *last)
{
    ombud_case *matter = CASE(law, settings);
    TELL(matter, "2026-01-01 file.lodged f1 by=p2");
    TELL(matter, "2026-01-01 claim.lodged c1 by=p2");
    if (last != NULL)
        TELL(matter, last);
    return matter;
}

/* The name, the item's kind and number, and of findings the kind tell entries apart. */
static void kinds_and_findings_apart(void **state)
{
    (void)state;
    static const struct {
        ombud_move_kind kind;
        const char *name, *prefix;
        int before, after; /* kind of finding, status of term; -1: not there */
    } wanted[] = {
        {OMBUD_MOVED_FINDING, "in_order", "f", OMBUD_BREACH, -1},
        {OMBUD_MOVED_FINDING, "in_order", "f", -1, OMBUD_NOT_SHOWN},
        {OMBUD_MOVED_FINDING, "reply", "f", -1, OMBUD_LATE},
        {OMBUD_MOVED_TERM, "reply", "f", -1, OMBUD_TERM_OVERDUE},
    };
    enum { WANTED = sizeof wanted / sizeof wanted[0] };
    desk d;
    begin(&d, "2026-01-31");
    ombud_settings *two = SETTINGS(d.law, "reading Q-1 two\n");
    ombud_case *one = case_under(d.law, NULL, NULL), *other = case_under(d.law, two, NULL);
    ombud_asof asof = trial_asof("2026-01-31");
    ombud_moves *moves = NULL;
    size_t seen = 0;
    OK(ombud_moves_between(one, other, &asof, NULL, &moves, NULL));
    for (size_t i = 0; i < ombud_moves_count(moves); i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        OK(ombud_moves_get(moves, i, &move));
        int before = move.before.there ? move.before.word : -1, after = move.after.there ? move.after.word : -1;
        for (size_t w = 0; w < WANTED; w++)
            seen += move.kind == wanted[w].kind && trial_view_is(move.name, wanted[w].name) &&
                    trial_view_is(move.item_prefix, wanted[w].prefix) && before == wanted[w].before &&
                    after == wanted[w].after;
    }
    assert_int_equal(seen, WANTED);
    assert_int_equal(ombud_moves_count(moves), WANTED);
    ombud_moves_free(moves);
    ombud_case_free(one);
    ombud_case_free(other);
    /* Only what the second side knows is told: the list begins there, and fails there. */
    static const char all_well[] = "2026-01-01 fact f1 ripe=yes seen=yes by=p2";
    one = case_under(d.law, NULL, all_well);
    other = case_under(d.law, two, all_well);
    asof = trial_asof("2026-01-01");
    size_t held = d.memory.held;
    ombud_status status = OMBUD_E_NOMEM;
    for (size_t at = 1; status != OMBUD_OK; at++) {
        moves = NULL;
        d.memory.calls = 0;
        d.memory.fail_at = at;
        status = ombud_moves_between(one, other, &asof, &d.alloc, &moves, NULL);
        d.memory.fail_at = 0;
        assert_true(status == OMBUD_OK || (status == OMBUD_E_NOMEM && moves == NULL && d.memory.held == held));
    }
    assert_int_equal(ombud_moves_count(moves), 1);
    ombud_moves_free(moves);
    ombud_case_free(one);
    ombud_case_free(other);
    ombud_settings_free(two);
    end(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_row_on_the_same_day),
        cmocka_unit_test(an_end_behind_another_condition),
        cmocka_unit_test(an_excused_end),
        cmocka_unit_test(whole_or_not_at_all),
        cmocka_unit_test(kinds_and_findings_apart),
    };
    return cmocka_run_group_tests_name("edges of a register", tests, NULL, NULL);
}
