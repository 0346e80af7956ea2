/*
 * Every status that register.h documents, and ombud_render_figures() of render.h, provoked once.
 */
#include "small_law.h"
#include "status_world.h"

#define RECEIVED "2026-02-02 report.received r1 by=p2"

static ombud_law *law, *other_law;
static ombud_register *reg; /* 1: a report that is open; 3: a tombstone; 4: nothing */
static ombud_case *spare;   /* 9, under the same law */
static char large[OMBUD_LINE_MAX + 64];

static int begin_register(void **state)
{
    (void)state;
    memset(large, 'x', sizeof large - 1);
    if (ombud_law_parse(TEXT(small_law), &well, &law, NULL) != OMBUD_OK ||
        ombud_law_parse(TEXT(TRIAL_HEAD TRIAL_RULE("1") "  recorded \"x\"\n"), &well, &other_law, NULL) != OMBUD_OK ||
        ombud_register_new(law, NULL, trial_day("2026-03-01"), &well, &reg, NULL) != OMBUD_OK ||
        ombud_register_line(reg, 1, TEXT("person p2 desk"), NULL) != OMBUD_OK ||
        ombud_register_line(reg, 1, TEXT(RECEIVED), NULL) != OMBUD_OK ||
        ombud_register_open(reg, 3, NULL) != OMBUD_OK || ombud_register_delete(reg, 3, NULL, NULL) != OMBUD_OK ||
        ombud_register_open(reg, 4, NULL) != OMBUD_OK || ombud_case_new(law, NULL, &well, &spare, NULL) != OMBUD_OK)
        return 1;
    return ombud_case_set_number(spare, 9) != OMBUD_OK || ombud_case_person(spare, 2, "desk", NULL) != OMBUD_OK;
}

static int end_register(void **state)
{
    (void)state;
    ombud_case_free(spare);
    ombud_register_free(reg);
    ombud_law_free(law);
    ombud_law_free(other_law);
    return 0;
}

static void making(void **state)
{
    (void)state;
    ombud_register *out = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_settings *foreign = NULL;
    assert_int_equal(ombud_settings_parse(other_law, "", 0, &well, &foreign, NULL), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_register_new(law, foreign, 0, &well, &out, &err));
    WANT(OMBUD_E_RANGE, ombud_register_new(law, NULL, OMBUD_DAY_MAX + 1, &well, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_new(law, NULL, 0, &well, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_under(reg, foreign, &well, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_under(reg, NULL, &well, &out, &err));
    assert_null(out);
    ombud_settings_free(foreign);
    int64_t number;
    WANT(OMBUD_E_ARGUMENT, ombud_register_next_number(reg, -1, &number));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_next_number(reg, 4, &number));
    WANT(OMBUD_E_ARGUMENT, ombud_register_open(reg, 0, &err));
    WANT(OMBUD_E_DUPLICATE, ombud_register_open(reg, 1, &err));
    WANT(OMBUD_E_STATE, ombud_register_open(reg, 3, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_open(reg, 8, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_add(reg, NULL, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_add(reg, spare, &err));
    ombud_case *copy = NULL;
    assert_int_equal(ombud_case_clone(spare, &well, &copy, NULL), OMBUD_OK);
    TELL(copy, "2026-03-02 report.received r1 by=p2");
    WANT(OMBUD_E_RANGE, ombud_register_add(reg, copy, &err));
    (void)ombud_case_set_number(copy, 1);
    WANT(OMBUD_E_DUPLICATE, ombud_register_add(reg, copy, &err));
    (void)ombud_case_set_number(copy, 3);
    WANT(OMBUD_E_STATE, ombud_register_add(reg, copy, &err));
    ombud_case_free(copy);
}

static void members(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    WANT(OMBUD_E_ARGUMENT, ombud_register_person(reg, 1, 0, "desk", &err));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_register_person(reg, 1, 5, "clerk", &err));
    WANT(OMBUD_E_LIMIT, ombud_register_person(reg, 1, 5, large, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_person(reg, 7, 5, "desk", &err));
    WANT(OMBUD_E_STATE, ombud_register_person(reg, 3, 5, "desk", &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_person(reg, 1, 5, "desk", &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_item(reg, 1, NULL, &err));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_register_item(reg, 1, "q1", &err));
    WANT(OMBUD_E_SYNTAX, ombud_register_item(reg, 1, "r", &err));
    WANT(OMBUD_E_LIMIT, ombud_register_item(reg, 1, large, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_item(reg, 7, "r4", &err));
    WANT(OMBUD_E_STATE, ombud_register_item(reg, 3, "r4", &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_item(reg, 1, "r4", &err));
}

static void events(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event event = trial_event(RECEIVED);
    WANT(OMBUD_E_ARGUMENT, ombud_register_apply(reg, 1, NULL, NULL, &err));
    event.line = ombud_view_of(large);
    WANT(OMBUD_E_LIMIT, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 report.gone r1");
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 report.acknowledged");
    WANT(OMBUD_E_SYNTAX, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 void 9");
    WANT(OMBUD_E_NOT_FOUND, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 report.received r2 by=p2 happened=2026-02-30");
    WANT(OMBUD_E_DATE, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 report.received r2 by=p2 wish=3M");
    WANT(OMBUD_E_PERIOD, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-03-02 report.acknowledged r1 by=p2");
    WANT(OMBUD_E_RANGE, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 report.acknowledged \xff");
    WANT(OMBUD_E_UTF8, ombud_register_apply(reg, 1, &event, NULL, &err));
    event = trial_event("2026-02-02 fact r1 minor=yes");
    WANT(OMBUD_E_CONFLICT, ombud_register_apply(reg, 1, &event, NULL, &err));
    WANT(OMBUD_E_STATE, ombud_register_apply(reg, 3, &event, NULL, &err));
    event = trial_event("2026-02-02 report.received r2 by=p2");
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_apply(reg, 1, &event, NULL, &err));
}

static void lines(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    WANT(OMBUD_E_ARGUMENT, ombud_register_line(reg, 1, NULL, 4, &err));
    WANT(OMBUD_E_LIMIT, ombud_register_line(reg, 1, large, sizeof large - 1, &err));
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_register_line(reg, 1, TEXT("person p5 clerk"), &err));
    WANT(OMBUD_E_SYNTAX, ombud_register_line(reg, 1, TEXT("person"), &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_line(reg, 1, TEXT("2026-02-02 report.acknowledged r1 by=p7"), &err));
    WANT(OMBUD_E_DATE, ombud_register_line(reg, 1, TEXT("2026-02-30 report.acknowledged r1"), &err));
    WANT(OMBUD_E_PERIOD, ombud_register_line(reg, 1, TEXT("2026-02-02 report.received r2 by=p2 wish=3M"), &err));
    WANT(OMBUD_E_RANGE, ombud_register_line(reg, 1, TEXT("2026-03-02 report.acknowledged r1 by=p2"), &err));
    WANT(OMBUD_E_UTF8, ombud_register_line(reg, 1, TEXT("person p5 \xff"), &err));
    WANT(OMBUD_E_CONFLICT, ombud_register_line(reg, 1, TEXT("2026-02-02 fact r1 minor=yes"), &err));
    WANT(OMBUD_E_STATE, ombud_register_line(reg, 3, TEXT("person p2 desk"), &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_line(reg, 1, TEXT("2026-02-02 report.received r2 by=p2"), &err));
}

static ombud_stream *stream_of(void)
{
    ombud_stream *stream = NULL;
    assert_int_equal(ombud_stream_new(reg, &stream, NULL), OMBUD_OK);
    return stream;
}
/* A line on a stream of its own, since a failure stops it. */
#define ANEW                                                                                                           \
    ombud_stream_free(stream);                                                                                         \
    stream = stream_of()

static void streams(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_stream *stream = NULL;
    WANT(OMBUD_E_ARGUMENT, ombud_stream_new(NULL, &stream, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_stream_new(reg, &stream, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_stream_feed(NULL, "", 0, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_stream_end(NULL, &err));
    ANEW;
    WANT(OMBUD_E_SYNTAX, ombud_stream_feed(stream, TEXT("person p2 desk\n"), &err));
    WANT(OMBUD_E_STATE, ombud_stream_feed(stream, TEXT("\n"), &err));
    WANT(OMBUD_E_STATE, ombud_stream_end(stream, &err));
    ANEW;
    WANT(OMBUD_E_UNKNOWN_NAME, ombud_stream_feed(stream, TEXT("1\tperson p5 clerk\n"), &err));
    ANEW;
    WANT(OMBUD_E_NOT_FOUND, ombud_stream_feed(stream, TEXT("1\t2026-02-02 report.acknowledged r1 by=p7\n"), &err));
    ANEW;
    WANT(OMBUD_E_DATE, ombud_stream_feed(stream, TEXT("1\t2026-02-30 report.acknowledged r1\n"), &err));
    ANEW;
    WANT(OMBUD_E_PERIOD, ombud_stream_feed(stream, TEXT("1\t2026-02-02 report.received r2 by=p2 wish=3M\n"), &err));
    ANEW;
    WANT(OMBUD_E_RANGE, ombud_stream_feed(stream, TEXT("1\t2026-03-02 report.acknowledged r1 by=p2\n"), &err));
    ANEW;
    WANT(OMBUD_E_UTF8, ombud_stream_feed(stream, TEXT("1\tperson p5 \xff\n"), &err));
    ANEW;
    WANT(OMBUD_E_CONFLICT, ombud_stream_feed(stream, TEXT("1\t2026-02-02 fact r1 minor=yes\n"), &err));
    ANEW;
    WANT(OMBUD_E_LIMIT, ombud_stream_feed(stream, large, sizeof large - 1, &err));
    ANEW;
    WANT_DRY(OMBUD_E_NOMEM, ombud_stream_feed(stream, TEXT("1\t2026-02-02 report.received r2 by=p2\n"), &err));
    ANEW;
    assert_int_equal(ombud_stream_feed(stream, TEXT("1\tperson"), &err), OMBUD_OK);
    WANT(OMBUD_E_SYNTAX, ombud_stream_end(stream, &err));
    ombud_stream_free(stream);
}

static void lists(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_agenda *out = NULL;
    ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
    ombud_day day;
    WANT(OMBUD_E_ARGUMENT, ombud_register_advance(NULL, 0, &err));
    WANT(OMBUD_E_RANGE, ombud_register_advance(reg, trial_day("2026-02-28"), &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_due(NULL, 0, 0, &out, &err));
    WANT(OMBUD_E_RANGE, ombud_register_due(reg, 0, OMBUD_DAY_MAX + 1, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_due(reg, 0, 1, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_overdue(reg, 0, NULL, &err));
    WANT(OMBUD_E_RANGE, ombud_register_overdue(reg, OMBUD_DAY_MIN - 1, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_overdue(reg, 1, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_undated(NULL, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_undated(reg, &out, &err));
    WANT(OMBUD_E_ARGUMENT, ombud_register_elapsed(NULL, 0, &out, &err));
    WANT(OMBUD_E_RANGE, ombud_register_elapsed(reg, OMBUD_DAY_MAX + 1, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_elapsed(reg, 1, &out, &err));
    assert_null(out);
    assert_int_equal(ombud_register_undated(reg, &out, &err), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_agenda_get(out, 1, &entry));
    WANT(OMBUD_E_ARGUMENT, ombud_agenda_get(out, 0, NULL));
    ombud_agenda_free(out);
    WANT(OMBUD_E_ARGUMENT, ombud_register_next_change(reg, NULL, &err));
    ombud_register *bare = NULL;
    assert_int_equal(ombud_register_new(law, NULL, 0, &well, &bare, NULL), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_register_next_change(bare, &day, &err));
    ombud_register_free(bare);
    /* One duty has passed and another runs, so that the case is asked with a fold of its own. */
    ombud_register *passed = NULL;
    assert_int_equal(ombud_register_new(law, NULL, trial_day("2026-02-10"), &well, &passed, NULL), OMBUD_OK);
    assert_int_equal(ombud_register_line(passed, 1, TEXT("person p2 desk"), NULL), OMBUD_OK);
    assert_int_equal(ombud_register_line(passed, 1, TEXT(RECEIVED), NULL), OMBUD_OK);
    assert_int_equal(ombud_register_line(passed, 1, TEXT("2026-02-05 report.received r2 by=p2"), NULL), OMBUD_OK);
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_next_change(passed, &day, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_advance(passed, trial_day("2040-01-01"), &err));
    ombud_register_free(passed);
}

static int stop(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                unsigned char *out, size_t capacity, size_t *out_len)
{
    (void)user, (void)previous, (void)previous_len, (void)bytes, (void)len, (void)out, (void)capacity, (void)out_len;
    return 7;
}

static void deleting(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_holds *out = NULL;
    ombud_hold hold = OMBUD_HOLD_INIT;
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    WANT(OMBUD_E_ARGUMENT, ombud_register_holds(NULL, 1, &out, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_holds(reg, 7, &out, &err));
    WANT(OMBUD_E_STATE, ombud_register_holds(reg, 3, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_holds(reg, 1, &out, &err));
    assert_null(out);
    assert_int_equal(ombud_register_holds(reg, 4, &out, &err), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_holds_get(out, 0, &hold));
    WANT(OMBUD_E_ARGUMENT, ombud_holds_get(out, 0, NULL));
    ombud_holds_free(out);
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.digest = stop;
    ombud_register *small = NULL;
    assert_int_equal(ombud_register_new(law, NULL, trial_day("2026-03-01"), &well, &small, NULL), OMBUD_OK);
    assert_int_equal(ombud_register_line(small, 1, TEXT("2026-02-05 note.filed n1"), NULL), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_register_delete(NULL, 1, NULL, &err));
    WANT(OMBUD_E_REFUSED, ombud_register_delete(reg, 1, NULL, &err));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_delete(reg, 7, NULL, &err));
    WANT(OMBUD_E_STATE, ombud_register_delete(reg, 3, NULL, &err));
    WANT(OMBUD_E_CALLBACK, ombud_register_delete(small, 1, &chain, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_delete(small, 1, NULL, &err));
    struct {
        ombud_chain known;
        int more;
    } newer = {chain, 1};
    newer.known.struct_size = sizeof newer;
    WANT(OMBUD_E_UNSUPPORTED, ombud_register_delete(small, 1, &newer.known, &err));
    ombud_register_free(small);
    WANT(OMBUD_E_ARGUMENT, ombud_register_tombstone(reg, 3, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_tombstone(reg, 1, &stone));
}

static void together(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_case *cases[1] = {spare};
    ombud_asof asof = trial_asof("2026-03-01");
    ombud_together *out = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    ombud_finding finding = OMBUD_FINDING_INIT;
    ombud_day day;
    size_t of;
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(cases, 1, NULL, &well, &out, &err));
    WANT(OMBUD_E_LIMIT, ombud_together_ask(cases, OMBUD_TOGETHER_MAX + 1, &asof, &well, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_together_ask(cases, 1, &asof, &well, &out, &err));
    asof.day = OMBUD_DAY_MAX + 1;
    WANT(OMBUD_E_RANGE, ombud_together_ask(cases, 1, &asof, &well, &out, &err));
    assert_null(out);
    asof.day = 0;
    assert_int_equal(ombud_together_ask(cases, 1, &asof, &well, &out, &err), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_together_duty(out, 0, NULL, &term));
    WANT(OMBUD_E_NOT_FOUND, ombud_together_duty(out, 0, &of, &term));
    WANT(OMBUD_E_ARGUMENT, ombud_together_finding(out, 0, &of, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_together_finding(out, 0, &of, &finding));
    WANT(OMBUD_E_ARGUMENT, ombud_together_next_change(out, NULL));
    ombud_together_free(out);
    asof.day = OMBUD_DAY_MAX;
    assert_int_equal(ombud_together_ask(cases, 1, &asof, &well, &out, &err), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_together_next_change(out, &day));
    ombud_together_free(out);
}

static int stops(void *user, const char *bytes, size_t length)
{
    (void)user, (void)bytes, (void)length;
    return 9;
}

static void figures_and_moves(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_figures *out = NULL;
    ombud_figure figure = OMBUD_FIGURE_INIT;
    ombud_view name, label;
    ombud_cell cell;
    WANT(OMBUD_E_ARGUMENT, ombud_register_figures(reg, 1, 0, 5, &out, &err));
    WANT(OMBUD_E_RANGE, ombud_register_figures(reg, 0, OMBUD_DAY_MAX + 1, 5, &out, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_register_figures(reg, 0, 1, 5, &out, &err));
    assert_null(out);
    assert_int_equal(ombud_register_figures(reg, 0, 1, 5, &out, &err), OMBUD_OK);
    WANT(OMBUD_E_ARGUMENT, ombud_figures_get(out, 0, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_figures_get(out, 0, 0, &figure));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_value(out, 0, 2, 0, 0, &name, &label));
    WANT(OMBUD_E_NOT_FOUND, ombud_figures_value(out, 0, 0, 0, 0, &name, &label));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_cell(out, 0, 0, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_figures_cell(out, 0, 0, 0, &cell));
    struct {
        ombud_render known;
        int64_t more;
    } newer = {OMBUD_RENDER_INIT, 1};
    newer.known.struct_size = sizeof newer;
    WANT(OMBUD_E_UNSUPPORTED, ombud_render_figures(out, &newer.known, stops, NULL, &err));
    ombud_render how = OMBUD_RENDER_INIT;
    WANT(OMBUD_E_CALLBACK, ombud_render_figures(out, &how, stops, NULL, &err));
    how.format = OMBUD_FORMAT_DOT;
    WANT(OMBUD_E_ARGUMENT, ombud_render_figures(out, &how, stops, NULL, &err));
    how.name = ombud_view_of("\xff");
    how.format = OMBUD_FORMAT_CSV;
    WANT(OMBUD_E_UTF8, ombud_render_figures(out, &how, stops, NULL, &err));
    ombud_figures_free(out);
    ombud_moves *moves = NULL;
    ombud_move move = OMBUD_MOVE_INIT;
    ombud_asof asof = trial_asof("2026-03-01");
    WANT(OMBUD_E_ARGUMENT, ombud_moves_between(spare, ombud_register_case(reg, 1), &asof, &well, &moves, &err));
    WANT_DRY(OMBUD_E_NOMEM, ombud_moves_between(spare, spare, &asof, &well, &moves, &err));
    asof.day = OMBUD_DAY_MAX + 1;
    WANT(OMBUD_E_RANGE, ombud_moves_between(spare, spare, &asof, &well, &moves, &err));
    asof.day = 0;
    assert_int_equal(ombud_moves_between(spare, spare, &asof, &well, &moves, &err), OMBUD_OK);
    WANT(OMBUD_E_NOT_FOUND, ombud_moves_get(moves, 0, &move));
    WANT(OMBUD_E_ARGUMENT, ombud_moves_get(moves, 0, NULL));
    ombud_moves_free(moves);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(making),   cmocka_unit_test(members),  cmocka_unit_test(events),
        cmocka_unit_test(lines),    cmocka_unit_test(streams),  cmocka_unit_test(lists),
        cmocka_unit_test(deleting), cmocka_unit_test(together), cmocka_unit_test(figures_and_moves),
    };
    return cmocka_run_group_tests_name("statuses of register.h", tests, begin_register, end_register);
}
