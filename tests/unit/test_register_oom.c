/*
 * A register without memory: every call fails at each of its requests in turn, once and from then on. The status says
 * so, and cases and lists are as they were.
 */
#include "trial.h"

#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

typedef struct world {
    watched memory;
    ombud_alloc alloc;
    ombud_law *law;
    ombud_settings *settings;
    ombud_register *reg;
    ombud_case *spare; /* not in the register */
    ombud_stream *stream;
    /* results, whichever the act made */
    ombud_register *other;
    ombud_changes *changes;
    ombud_agenda *agenda;
    ombud_holds *holds;
    ombud_together *together;
    ombud_figures *figures;
    ombud_moves *moves;
    ombud_stream *new_stream;
    ombud_error err;
} world;

static void drop_results(world *w)
{
    ombud_stream_free(w->new_stream);
    ombud_together_free(w->together);
    ombud_figures_free(w->figures);
    ombud_moves_free(w->moves);
    ombud_holds_free(w->holds);
    ombud_agenda_free(w->agenda);
    ombud_changes_free(w->changes);
    ombud_register_free(w->other);
    w->new_stream = NULL;
    w->together = NULL;
    w->figures = NULL;
    w->moves = NULL;
    w->holds = NULL;
    w->agenda = NULL;
    w->changes = NULL;
    w->other = NULL;
}

/* 70 cases, so that a leaf is full and the next key splits it. */
static void begin_world(world *w)
{
    memset(w, 0, sizeof *w);
    w->alloc = watching(&w->memory);
    w->err = (ombud_error)OMBUD_ERROR_INIT;
    static char text[sizeof small_law + 100];
    int length = snprintf(text, sizeof text, "%s  figure reports = count of report.received by channel, acknowledge\n",
                          small_law);
    OK(ombud_law_parse(text, (size_t)length, &w->alloc, &w->law, NULL));
    OK(ombud_settings_parse(w->law, "length follow_up P10D\n", 22, &w->alloc, &w->settings, NULL));
    OK(ombud_register_new(w->law, NULL, trial_day("2026-02-03"), &w->alloc, &w->reg, NULL));
    for (int64_t n = 1; n <= 64; n++) {
        OK(ombud_register_line(w->reg, n, "person p2 desk", 14, NULL));
        OK(ombud_register_line(w->reg, n, "2026-02-02 report.received r1 by=p2", 35, NULL));
    }
    OK(ombud_register_line(w->reg, 1, "2026-02-03 report.closed r1 by=p2 minor=yes", 43, NULL));
    OK(ombud_register_open(w->reg, 100, NULL));
    OK(ombud_register_delete(w->reg, 100, NULL, NULL));
    OK(ombud_register_open(w->reg, 101, NULL));
    OK(ombud_case_new(w->law, NULL, &w->alloc, &w->spare, NULL));
    OK(ombud_case_set_number(w->spare, 500));
    OK(ombud_case_person(w->spare, 2, "desk", NULL));
    TELL(w->spare, "2026-02-01 report.received r1 by=p2");
    OK(ombud_stream_new(w->reg, &w->stream, NULL));
}

static void end_world(world *w)
{
    drop_results(w);
    ombud_stream_free(w->stream);
    ombud_case_free(w->spare);
    ombud_register_free(w->reg);
    ombud_settings_free(w->settings);
    ombud_law_free(w->law);
    assert_int_equal(w->memory.held, 0);
}

/* ---- acts -------------------------------------------------------------------------------------------------------- */

static ombud_status act_new(world *w)
{
    return ombud_register_new(w->law, NULL, 0, &w->alloc, &w->other, &w->err);
}
static ombud_status act_under(world *w)
{
    return ombud_register_under(w->reg, w->settings, &w->alloc, &w->other, &w->err);
}
static ombud_status act_open(world *w)
{
    return ombud_register_open(w->reg, 200, &w->err);
}
static ombud_status act_add(world *w)
{
    return ombud_register_add(w->reg, w->spare, &w->err);
}
static ombud_status act_person(world *w)
{
    return ombud_register_person(w->reg, 5, 9, "reporter", &w->err);
}
static ombud_status act_roles(world *w)
{
    return ombud_register_person(w->reg, 5, 2, "reporter", &w->err);
}
static ombud_status act_item(world *w)
{
    return ombud_register_item(w->reg, 5, "r8", &w->err);
}
static ombud_status act_line_begins(world *w)
{
    return ombud_register_line(w->reg, 300, "person p2 desk", 14, &w->err);
}
static ombud_status act_line_of_roles(world *w)
{
    return ombud_register_line(w->reg, 5, "person p2 reporter", 18, &w->err);
}
static ombud_status act_line(world *w)
{
    return ombud_register_line(w->reg, 5, "2026-02-03 report.received r2 by=p2", 35, &w->err);
}
static ombud_status act_late_line(world *w)
{
    return ombud_register_line(w->reg, 5, "2026-01-03 report.received r2 by=p2", 35, &w->err);
}
static ombud_status apply(world *w, const char *line)
{
    ombud_event event = trial_event(line);
    event.by = 2;
    return ombud_register_apply(w->reg, 5, &event, &w->changes, &w->err);
}
static ombud_status act_apply(world *w)
{
    return apply(w, "2026-02-03 report.received r3");
}
static ombud_status act_apply_met(world *w)
{
    return apply(w, "2026-02-03 report.acknowledged r1");
}
static ombud_status act_void(world *w)
{
    return apply(w, "2026-02-03 void 1");
}
static ombud_status act_advance(world *w)
{
    return ombud_register_advance(w->reg, trial_day("2026-05-01"), &w->err);
}
static ombud_status act_next(world *w)
{
    ombud_day day;
    return ombud_register_next_change(w->reg, &day, &w->err);
}
static ombud_status act_due(world *w)
{
    return ombud_register_due(w->reg, 0, OMBUD_DAY_MAX, &w->agenda, &w->err);
}
static ombud_status act_undated(world *w)
{
    return ombud_register_undated(w->reg, &w->agenda, &w->err);
}
static ombud_status act_holds(world *w)
{
    return ombud_register_holds(w->reg, 5, &w->holds, &w->err);
}
static int one_byte(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                    unsigned char *out, size_t capacity, size_t *out_len)
{
    (void)user, (void)previous, (void)previous_len, (void)bytes, (void)len, (void)capacity;
    out[0] = 1;
    *out_len = 1;
    return 0;
}
static ombud_status act_delete(world *w)
{
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.digest = one_byte;
    return ombud_register_delete(w->reg, 101, &chain, &w->err);
}
static ombud_status act_stream(world *w)
{
    return ombud_stream_new(w->reg, &w->new_stream, &w->err);
}
static ombud_status act_together(world *w)
{
    const ombud_case *cases[2] = {ombud_register_case(w->reg, 5), ombud_register_case(w->reg, 6)};
    ombud_asof asof = trial_asof("2026-03-01");
    return ombud_together_ask(cases, 2, &asof, &w->alloc, &w->together, &w->err);
}

static ombud_status act_figures(world *w)
{
    return ombud_register_figures(w->reg, 0, OMBUD_DAY_MAX, 5, &w->figures, &w->err);
}
static ombud_status act_moves(world *w)
{
    ombud_asof asof = trial_asof("2026-03-01");
    return ombud_moves_between(ombud_register_case(w->reg, 5), w->spare, &asof, &w->alloc, &w->moves, &w->err);
}

static const struct act {
    const char *name;
    ombud_status (*run)(world *w);
} acts[] = {
    {"new", act_new},
    {"under", act_under},
    {"open", act_open},
    {"add", act_add},
    {"person", act_person},
    {"person again", act_roles},
    {"item", act_item},
    {"line that begins a case", act_line_begins},
    {"line of roles", act_line_of_roles},
    {"line", act_line},
    {"late line", act_late_line},
    {"apply", act_apply},
    {"apply that meets", act_apply_met},
    {"void", act_void},
    {"advance", act_advance},
    {"next change", act_next},
    {"due", act_due},
    {"undated", act_undated},
    {"holds", act_holds},
    {"delete", act_delete},
    {"stream", act_stream},
    {"together", act_together},
    {"figures", act_figures},
    {"moves", act_moves},
};

/* ---- every request ----------------------------------------------------------------------------------------------- */

/* Everything a register shows: its present, cases, tombstones, and lists. */
static trial_text shown(const ombud_register *reg)
{
    trial_text text = {NULL, 0, 0};
    int64_t number = 0;
    ombud_agenda *agenda[3] = {NULL, NULL, NULL};
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    trial_text_put(&text, "%s %u\n", trial_date(ombud_register_present(reg)), (unsigned)ombud_register_count(reg));
    while (ombud_register_next_number(reg, number, &number) == OMBUD_OK)
        OK(ombud_case_write(ombud_register_case(reg, number), trial_text_add, &text, NULL));
    OK(ombud_register_due(reg, OMBUD_DAY_MIN, OMBUD_DAY_MAX, &agenda[0], NULL));
    OK(ombud_register_undated(reg, &agenda[1], NULL));
    OK(ombud_register_elapsed(reg, OMBUD_DAY_MAX, &agenda[2], NULL));
    for (int a = 0; a < 3; a++) {
        for (size_t i = 0; i < ombud_agenda_count(agenda[a]); i++) {
            const ombud_due_item *item = &ombud_agenda_items(agenda[a])[i];
            trial_text_put(&text, "%d %d %d %d %d\n", a, (int)item->number, (int)item->day, item->item, item->row);
        }
        ombud_agenda_free(agenda[a]);
    }
    trial_text_put(&text, "%d %d\n", ombud_register_tombstone(reg, 100, &stone),
                   ombud_register_tombstone(reg, 101, &stone));
    return text;
}

static unsigned tries;

static void fail_each(const struct act *act, int from_then_on)
{
    world w;
    begin_world(&w);
    trial_text before = shown(w.reg);
    for (size_t n = 1;; n++) {
        w.memory.calls = 0;
        w.memory.fail_at = n;
        w.memory.from_then_on = from_then_on;
        ombud_status status = act->run(&w);
        int failed = w.memory.calls >= n;
        w.memory.fail_at = 0;
        if (!failed) {
            if (status != OMBUD_OK)
                fail_msg("%s, nothing failed: %s: %s", act->name, ombud_status_name(status), w.err.message);
            break;
        }
        tries++;
        drop_results(&w);
        if (status != OMBUD_E_NOMEM || w.err.code != OMBUD_E_NOMEM)
            fail_msg("%s, request %u: %s", act->name, (unsigned)n, ombud_status_name(status));
        trial_text after = shown(w.reg);
        if (strcmp(before.bytes, after.bytes) != 0)
            fail_msg("%s, request %u: the register was\n%sand is\n%s", act->name, (unsigned)n, before.bytes,
                     after.bytes);
        free(after.bytes);
    }
    free(before.bytes);
    end_world(&w);
}

static void every_request_fails(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        fail_each(&acts[i], 0);
        fail_each(&acts[i], 1);
    }
    print_message("# %u failures\n", tries);
    assert_true(tries > 200);
}

/* A stream records line by line: what came before the failure stays, and the stream says how far it came. */
static void a_stream_stops_at_a_line(void **state)
{
    static const char text[] = "600\tperson p2 desk\n600\t2026-02-02 report.received r1 by=p2\n601\tperson p2 desk\n";
    (void)state;
    size_t n = 1;
    for (int done = 0; !done; n++) {
        world w;
        begin_world(&w);
        w.memory.calls = 0;
        w.memory.fail_at = n;
        ombud_status status = ombud_stream_feed(w.stream, text, sizeof text - 1, &w.err);
        w.memory.fail_at = 0;
        done = status == OMBUD_OK;
        uint64_t lines = ombud_stream_lines(w.stream);
        assert_true(done || status == OMBUD_E_NOMEM);
        assert_int_equal(ombud_register_count(w.reg), 65 + (lines > 0) + (lines > 2));
        assert_int_equal(ombud_case_journal_count(ombud_register_case(w.reg, 600)), lines > 1);
        assert_true(!done || lines == 3);
        end_world(&w);
    }
    assert_true(n > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_request_fails),
        cmocka_unit_test(a_stream_stops_at_a_line),
    };
    return cmocka_run_group_tests_name("a register without memory", tests, NULL, NULL);
}
