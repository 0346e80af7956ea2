/*
 * Corners of a register: nothing given, what holds a case when much does, figures by fact and by
 * a term that nobody owes, lines that say no case, and cases that come from outside.
 */
#include "status_world.h"

#include "register/register.h"
#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

static const char corner_law[] =
    "law corner\ntitle en \"C\"\nforce law\nsource \"0\"\nverified 2040-01-01\nrole desk\nrole clerk\nitem person p\n"
    "item box b\n  event opened by desk\nitem file f\n  states lodged, closed, gone\n  event lodged by desk carries "
    "channel (internal, external)\n"
    "  event answered, closed, deleted, erased by desk\n  fact ill stated by desk\n"
    "item claim c\n  states raised\n  event raised by desk\n  fact serious stated by desk\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\" fr \"F.\"\n"
    "  file.lodged: -> lodged\n  file.answered: lodged -> same\n  file.closed: lodged -> closed\n"
    "  file.deleted: closed -> gone\n  claim.raised: -> raised\n  box.opened: any -> same\n"
    "  term air\n    opened by box.opened\n    within at least P1D\n"
    "  duty answer desk to desk\n    opened by file.lodged\n    within at most P7D\n    met by file.answered\n"
    "    excused when ill\n"
    "  term wait\n    opened by file.lodged\n    within exactly P20D\n    lapses by file.answered\n"
    "  term kept\n    opened by file.closed\n    within at least P1Y\n"
    "  file.answered only when answer is open\n"
    "  file.deleted only when kept is expired and not ill\n"
    "  file.erased only when kept is expired\n  file.erased only when not ill and kept is expired\n"
    "  claim.raised only when not serious and not serious\n"
    "  figure files = count of file.lodged by state\n    en \"files\" fr \"dossiers\"\n"
    "  figure health = count of file.lodged by ill\n"
    "  figure waits = count of file.lodged by wait\n"
    "  figure claims = count of claim when serious\n  figure erased = count of file.erased by state\n";

static ombud_law *corner;

static int begin_corner(void **state)
{
    if (begin(state) != 0)
        return 1;
    corner = LAW(corner_law);
    return 0;
}

static int end_corner(void **state)
{
    ombud_law_free(corner);
    return end(state);
}

static void tell(ombud_register *reg, int64_t number, const char *line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_register_line(reg, number, line, strlen(line), &err) != OMBUD_OK)
        fail_msg("%s: %s [%s]", line, err.message, err.excerpt);
}

static ombud_register *register_of(const char *present, const ombud_alloc *alloc)
{
    ombud_register *reg = NULL;
    OK(ombud_register_new(corner, NULL, trial_day(present), alloc, &reg, NULL));
    return reg;
}

/* ---- nothing given ----------------------------------------------------------------------------------------------- */

static void nothing_given(void **state)
{
    (void)state;
    static ombud_register *const no_register;
    static const ombud_together *const no_together;
    static const ombud_figures *const no_figures;
    const ombud_alloc half = {NULL, well_alloc, NULL, well_free};
    ombud_register *reg = register_of("2026-01-01", NULL), *out = NULL;
    ombud_agenda *agenda = NULL;
    ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
    ombud_hold hold = OMBUD_HOLD_INIT;
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    ombud_event event = trial_event("2026-01-01 file.lodged f1");
    ombud_asof asof = trial_asof("2026-01-01");
    ombud_together *together = NULL;
    ombud_figures *figures = NULL;
    ombud_figure figure = OMBUD_FIGURE_INIT;
    ombud_stream *stream = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    ombud_finding finding = OMBUD_FINDING_INIT;
    ombud_view name, label;
    ombud_cell cell;
    ombud_day day;
    int64_t number;
    size_t of;
    const ombud_case *cases[] = {c, NULL};

    WANT(OMBUD_E_ARGUMENT, ombud_register_new(NULL, NULL, 0, NULL, &out, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_new(corner, NULL, 0, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_new(corner, NULL, 0, &half, &out, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_under(no_register, NULL, NULL, &out, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_under(reg, NULL, NULL, NULL, NULL));
    assert_null(out);
    assert_null(ombud_register_law(no_register));
    assert_ptr_equal(ombud_register_law(reg), corner);
    assert_null(ombud_register_settings(no_register));
    assert_non_null(ombud_register_settings(reg));
    assert_int_equal(ombud_register_present(no_register), OMBUD_DAY_MIN);
    assert_int_equal(ombud_register_count(no_register), 0);
    assert_null(ombud_register_case(no_register, 1));
    WANT(OMBUD_E_ARGUMENT, ombud_register_next_number(no_register, 0, &number));
    WANT(OMBUD_E_ARGUMENT, ombud_register_next_number(reg, 0, NULL));
    WANT(OMBUD_E_NOT_FOUND, ombud_register_next_number(reg, OMBUD_NUMBER_MAX, &number));
    WANT(OMBUD_E_ARGUMENT, ombud_register_open(no_register, 1, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_person(no_register, 1, 1, "desk", NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_person(reg, 0, 1, "desk", NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_item(no_register, 1, "f1", NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_item(reg, OMBUD_NUMBER_MAX + 1, "f1", NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_apply(no_register, 1, &event, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_line(no_register, 1, TEXT("person p2 desk"), NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_line(reg, 0, TEXT("person p2 desk"), NULL));
    WANT(OMBUD_OK, ombud_register_line(reg, 1, NULL, 0, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_add(no_register, c, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_register_holds(reg, 1, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_holds_get(NULL, 0, &hold));
    assert_int_equal(ombud_holds_count(NULL), 0);
    WANT(OMBUD_E_ARGUMENT, ombud_register_tombstone(no_register, 1, &stone));
    WANT(OMBUD_E_ARGUMENT, ombud_register_next_change(no_register, &day, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_agenda_get(NULL, 0, &entry));
    assert_int_equal(ombud_agenda_count(NULL), 0);
    assert_null(ombud_agenda_items(NULL));
    WANT(OMBUD_E_RANGE, ombud_register_due(reg, OMBUD_DAY_MIN - 1, 0, &agenda, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(NULL, 1, &asof, NULL, &together, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(cases, 0, &asof, NULL, &together, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(cases, 2, &asof, NULL, &together, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(cases, 1, &asof, NULL, NULL, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_ask(cases, 1, &asof, &half, &together, NULL));
    OK(ombud_together_ask(cases, 1, &asof, NULL, &together, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_duty(no_together, 0, &of, &term));
    WANT(OMBUD_E_ARGUMENT, ombud_together_duty(together, 0, NULL, &term));
    WANT(OMBUD_E_ARGUMENT, ombud_together_duty(together, 0, &of, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_finding(no_together, 0, &of, &finding));
    WANT(OMBUD_E_ARGUMENT, ombud_together_finding(together, 0, NULL, &finding));
    WANT(OMBUD_E_ARGUMENT, ombud_together_finding(together, 0, &of, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_together_next_change(no_together, &day));
    assert_int_equal(ombud_together_duty_count(no_together) + ombud_together_finding_count(no_together), 0);
    ombud_together_free(together);
    WANT(OMBUD_E_ARGUMENT, ombud_register_figures(reg, 0, 1, 0, NULL, NULL));
    WANT(OMBUD_E_RANGE, ombud_register_figures(reg, OMBUD_DAY_MIN - 1, 1, 0, &figures, NULL));
    assert_int_equal(ombud_figures_count(no_figures), 0);
    WANT(OMBUD_E_ARGUMENT, ombud_figures_get(no_figures, 0, 0, &figure));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_cell(no_figures, 0, 0, 0, &cell));
    OK(ombud_register_figures(reg, 0, 1, 0, &figures, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_value(figures, 0, 0, 0, 0, NULL, &label));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_value(figures, 0, 0, 0, 0, &name, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_figures_value(figures, 0, -1, 0, 0, &name, &label));
    ombud_figures_free(figures);
    WANT(OMBUD_E_ARGUMENT, ombud_stream_new(reg, NULL, NULL));
    OK(ombud_stream_new(reg, &stream, NULL));
    WANT(OMBUD_E_ARGUMENT, ombud_stream_feed(stream, NULL, 1, NULL));
    WANT(OMBUD_OK, ombud_stream_feed(stream, NULL, 0, NULL));
    WANT(OMBUD_E_SYNTAX, ombud_stream_feed(stream, TEXT("no case\n"), NULL));
    ombud_stream_free(stream);
    ombud_register_free(reg);
}

/* ---- what holds -------------------------------------------------------------------------------------------------- */

static int fixed_digest(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                        unsigned char *out, size_t capacity, size_t *out_len)
{
    (void)user, (void)previous, (void)previous_len, (void)bytes, (void)len, (void)capacity;
    out[0] = 7;
    *out_len = 1;
    return 0;
}

static void much_holds_a_case(void **state)
{
    (void)state;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_register *reg = register_of("2026-01-01", &alloc);
    size_t events = 0, count = 0, held = 0;
    tell(reg, 1, "person p2 desk");
    for (int i = 1; i <= 5; i++) {
        char line[64];
        (void)snprintf(line, sizeof line, "2026-01-01 file.lodged f%d by=p2", i);
        tell(reg, 1, line);
    }
    tell(reg, 1, "item f9"); /* nothing has happened to it */
    held = memory.held;
    for (size_t n = 1;; n++) {
        ombud_holds *holds = NULL;
        memory.calls = 0;
        memory.fail_at = n;
        ombud_status status = ombud_register_holds(reg, 1, &holds, NULL);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || (status == OMBUD_E_NOMEM && holds == NULL && memory.held == held));
        count = ombud_holds_count(holds);
        for (size_t i = 0; i < count; i++) {
            ombud_hold hold = OMBUD_HOLD_INIT;
            OK(ombud_holds_get(holds, i, &hold));
            assert_in_range(hold.item_number, 1, 5);
            if (hold.kind != OMBUD_HOLD_EVENT)
                continue;
            events++;
            /* No move names the event `erased`, so that no provision decides of it. */
            int erased = trial_view_is(hold.name, "erased");
            assert_true(erased || trial_view_is(hold.name, "deleted"));
            assert_int_equal(hold.ruling, erased ? OMBUD_NOT_FORESEEN : OMBUD_FORBIDDEN);
            assert_true(erased == (hold.provision == SIZE_MAX));
        }
        ombud_holds_free(holds);
        if (status == OMBUD_OK)
            break;
    }
    /* Of each file the duty, the term, what is kept, and two events: of the one with two such guards once. */
    assert_int_equal(count, 25);
    assert_int_equal(events, 10);
    ombud_register_free(reg);
    assert_int_equal(memory.held, 0);
}

/* Nothing holds a claim; a digest stands for its case, and goes with the register to other settings. */
static void a_digest_without_memory(void **state)
{
    (void)state;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_chain chain = OMBUD_CHAIN_INIT;
    ombud_register *reg = register_of("2026-01-01", &alloc);
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    chain.digest = fixed_digest;
    tell(reg, 1, "person p2 desk");
    tell(reg, 1, "2026-01-01 claim.raised c1 by=p2");
    size_t held = memory.held;
    for (size_t n = 1;; n++) {
        memory.calls = 0;
        memory.fail_at = n;
        ombud_status status = ombud_register_delete(reg, 1, &chain, NULL);
        memory.fail_at = 0;
        if (status == OMBUD_OK)
            break;
        assert_int_equal(status, OMBUD_E_NOMEM);
        assert_int_equal(memory.held, held);
        assert_non_null(ombud_register_case(reg, 1));
    }
    OK(ombud_register_tombstone(reg, 1, &stone));
    assert_int_equal(stone.digest_length, 1);
    held = memory.held;
    for (size_t n = 1;; n++) {
        ombud_register *other = NULL;
        memory.calls = 0;
        memory.fail_at = n;
        ombud_status status = ombud_register_under(reg, NULL, &alloc, &other, NULL);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || (status == OMBUD_E_NOMEM && other == NULL && memory.held == held));
        if (status != OMBUD_OK)
            continue;
        OK(ombud_register_tombstone(other, 1, &stone));
        assert_int_equal(stone.digest[0], 7);
        ombud_register_free(other);
        break;
    }
    ombud_register_free(reg);
    assert_int_equal(memory.held, 0);
}

/* ---- figures ----------------------------------------------------------------------------------------------------- */

static void figures_of_facts_and_terms(void **state)
{
    (void)state;
    ombud_register *reg = register_of("2026-03-01", NULL);
    ombud_figures *figures = NULL;
    ombud_figure f = OMBUD_FIGURE_INIT;
    ombud_view name, label;
    ombud_cell cell;
    tell(reg, 1, "person p2 desk");
    tell(reg, 1, "2026-01-01 file.lodged f1 by=p2 channel=internal ill=no");
    tell(reg, 1, "2026-02-20 file.lodged f2 by=p2 channel=external ill=yes");
    tell(reg, 1, "2026-01-01 file.lodged f3 by=p2");
    tell(reg, 1, "2026-01-02 file.closed f3 by=p2");
    tell(reg, 1, "2026-03-01 file.lodged f4 by=p2"); /* after the period */
    tell(reg, 1, "item f7");
    tell(reg, 1, "2026-01-03 fact f7 ill=no by=p2");
    tell(reg, 1, "2026-01-03 file.erased f7 by=p2"); /* no move names the event: the file is in no state */
    for (int i = 0; i < 6; i++) {
        static const char *const claims[] = {"2026-01-01 claim.raised c1 by=p2 serious=yes",
                                             "2026-01-01 claim.raised c2 by=p2 serious=no",
                                             "2026-01-01 claim.raised c3 by=p2",
                                             "2026-01-01 claim.raised c4 by=p2",
                                             "2026-01-01 fact f1 ill=no by=p2",
                                             "item c5"};
        tell(reg, 1, claims[i]);
    }
    OK(ombud_register_figures(reg, trial_day("2026-01-01"), trial_day("2026-02-28"), 0, &figures, NULL));
    OK(ombud_figures_get(figures, 0, OMBUD_LANG_FR, &f));
    assert_true(trial_view_is(f.label, "dossiers") && trial_view_is(f.by[0], "state"));
    OK(ombud_figures_get(figures, 0, OMBUD_LANG_NL + 1, &f));
    assert_true(trial_view_is(f.label, "files"));
    OK(ombud_figures_get(figures, 1, OMBUD_LANG_EN, &f));
    assert_true(trial_view_is(f.by[0], "ill"));
    /* Of each figure the values and their counts; the total is behind them. */
    static const struct {
        size_t figure, position;
        const char *value;
        int64_t count;
    } rows[] = {
        {0, 0, "lodged", 2}, {0, 1, "closed", 1}, {0, 2, "gone", 0},    {0, 3, "none", 0}, {0, 4, NULL, 3},
        {1, 0, "yes", 1},    {1, 1, "no", 1},     {1, 2, "unknown", 1}, {1, 3, NULL, 3},   {2, 0, "expired", 2},
        {2, 1, "met", 0},    {2, 4, "lapsed", 0}, {2, 5, "open", 1},    {2, 6, "none", 0}, {2, 7, NULL, 3},
        {3, 1, NULL, 1},     {4, 0, "lodged", 0}, {4, 3, "none", 1},    {4, 4, NULL, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        OK(ombud_figures_cell(figures, rows[i].figure, rows[i].position, 0, &cell));
        if (cell.count != rows[i].count)
            fail_msg("figure %u, %u: %d", (unsigned)rows[i].figure, (unsigned)rows[i].position, (int)cell.count);
        if (rows[i].value == NULL)
            continue;
        OK(ombud_figures_value(figures, rows[i].figure, 0, rows[i].position, OMBUD_LANG_EN, &name, &label));
        assert_true(trial_view_is(name, rows[i].value));
    }
    /* One claim is serious, of two it is not known; one that was never raised is not counted. */
    OK(ombud_figures_get(figures, 3, OMBUD_LANG_EN, &f));
    assert_int_equal(f.unknown.count, 2);
    ombud_figures_free(figures);
    OK(ombud_register_figures(reg, trial_day("2026-01-01"), trial_day("2026-02-28"), 5, &figures, NULL));
    OK(ombud_figures_get(figures, 3, OMBUD_LANG_EN, &f));
    assert_true(f.unknown.withheld == 1 && f.unknown.count == -1);
    ombud_figures_free(figures);
    ombud_register_free(reg);
}

static void every_request_of_figures_fails(void **state)
{
    (void)state;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_register *reg = register_of("2026-03-01", &alloc);
    tell(reg, 1, "person p2 desk");
    tell(reg, 1, "2026-01-01 file.lodged f1 by=p2");
    size_t held = memory.held, tries = 0; /* the present lies behind last days, so that a fold of its own is needed */
    for (ombud_status status = OMBUD_E_NOMEM; status != OMBUD_OK; tries++) {
        ombud_figures *figures = NULL;
        memory.calls = 0;
        memory.fail_at = tries + 1;
        status = ombud_register_figures(reg, 0, OMBUD_DAY_MAX, 5, &figures, NULL);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || (status == OMBUD_E_NOMEM && figures == NULL));
        ombud_figures_free(figures);
        assert_int_equal(memory.held, held);
    }
    assert_true(tries > 8);
    /* Roles that were added are taken back where the lists cannot follow. */
    tries = 0;
    for (ombud_status status = OMBUD_E_NOMEM; status != OMBUD_OK; tries++) {
        memory.calls = 0;
        memory.fail_at = tries + 1;
        status = ombud_register_person(reg, 1, 2, "clerk", NULL);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
        ombud_item item = OMBUD_ITEM_INIT;
        OK(ombud_case_item_at(ombud_register_case(reg, 1), 0, &item));
        assert_int_equal(item.roles, status == OMBUD_OK ? 3 : 1);
    }
    assert_true(tries > 2);
    ombud_register_free(reg);
}

/* ---- recording --------------------------------------------------------------------------------------------------- */

static void events_and_lines(void **state)
{
    (void)state;
    ombud_register *reg = register_of("2026-01-31", NULL);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_day day;
    tell(reg, 1, "person p2 desk");
    ombud_event event = trial_event("2026-01-05 file.lodged f1 by=p2");
    OK(ombud_register_apply(reg, 1, &event, NULL, &err));
    struct {
        ombud_event known;
        int64_t more;
    } newer = {trial_event("2026-02-05 file.answered f1 by=p2"), 1};
    WANT(OMBUD_E_RANGE, ombud_register_apply(reg, 1, &newer.known, NULL, &err)); /* after the present */
    newer.known.struct_size = sizeof newer;
    WANT(OMBUD_E_UNSUPPORTED, ombud_register_apply(reg, 1, &newer.known, NULL, &err));
    event.on = OMBUD_DAY_MAX + 1;
    WANT(OMBUD_E_RANGE, ombud_register_apply(reg, 1, &event, NULL, &err));
    assert_null(strstr(err.message, "present"));
    WANT(OMBUD_E_SYNTAX, ombud_register_line(reg, 1, TEXT("!"), &err));
    WANT(OMBUD_E_SYNTAX, ombud_register_line(reg, 1, TEXT("x"), &err));
    assert_int_equal(ombud_case_journal_count(ombud_register_case(reg, 1)), 1);
    /* The wait ends on 25 January; the duty that was missed changes no more, until somebody is ill. */
    WANT(OMBUD_E_NOT_FOUND, ombud_register_next_change(reg, &day, &err));
    tell(reg, 2, "person p2 desk");
    tell(reg, 2, "2026-01-30 file.lodged f1 by=p2 ill=yes");
    tell(reg, 3, "person p2 desk");
    tell(reg, 3, "2026-01-28 file.lodged f1 by=p2");
    OK(ombud_register_next_change(reg, &day, &err));
    assert_string_equal(trial_date(day), "2026-02-05");
    ombud_register_free(reg);
    /* Of two that are excused nothing changes on the last days of their duties; the wait of the first ends first. */
    reg = register_of("2026-01-05", NULL);
    for (int64_t n = 1; n <= 2; n++) {
        tell(reg, n, "person p2 desk");
        tell(reg, n, n == 1 ? "2026-01-01 file.lodged f1 by=p2 ill=yes" : "2026-01-03 file.lodged f1 by=p2 ill=yes");
    }
    OK(ombud_register_next_change(reg, &day, &err));
    assert_string_equal(trial_date(day), "2026-01-22");
    ombud_register_free(reg);
    /* A term that ends with the calendar changes nothing after it. */
    reg = register_of("9999-12-24", NULL);
    tell(reg, 1, "person p2 desk");
    tell(reg, 1, "9999-12-24 file.lodged f1 by=p2 ill=no");
    ombud_agenda *agenda = NULL;
    OK(ombud_register_due(reg, OMBUD_DAY_MAX, OMBUD_DAY_MAX, &agenda, NULL));
    assert_int_equal(ombud_agenda_count(agenda), 1);
    ombud_agenda_free(agenda);
    assert_int_equal(ombud_register_next_change(reg, &day, &err), OMBUD_E_NOT_FOUND);
    ombud_register_free(reg);
}

/* A line that the register refuses has the place of its line; without an error nothing is told. */
static void streams_say_where(void **state)
{
    (void)state;
    for (int told = 0; told <= 1; told++) {
        ombud_register *reg = register_of("2026-01-31", NULL);
        ombud_stream *stream = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        OK(ombud_register_open(reg, 3, NULL));
        OK(ombud_register_delete(reg, 3, NULL, NULL));
        OK(ombud_stream_new(reg, &stream, NULL));
        assert_int_equal(ombud_stream_feed(stream, TEXT("4\tperson p2 desk\n3\tperson p2 desk\n"), told ? &err : NULL),
                         OMBUD_E_STATE);
        assert_int_equal(err.line, told ? 2 : 0);
        assert_int_equal(ombud_stream_lines(stream), 1);
        ombud_stream_free(stream);
        ombud_register_free(reg);
    }
}

/* What cannot be reached by calls of a test: a register that is full. */
static void a_full_register(void **state)
{
    (void)state;
    ombud_register *reg = register_of("2026-01-31", NULL);
    OK(ombud_register_open(reg, 1, NULL));
    size_t count = reg->slots_count;
    reg->slots_count = OMBUD_REGISTER_CASES_MAX;
    assert_int_equal(ombud_register_open(reg, 2, NULL), OMBUD_E_LIMIT);
    reg->slots_count = count;
    assert_null(ombud_register_case(reg, 2));
    OK(ombud_register_open(reg, 2, NULL));
    ombud_register_free(reg);
}

/* A case that was made under another reading of the same text is taken over; one of another law, or of no number, is
 * not. */
static void cases_from_outside(void **state)
{
    (void)state;
    ombud_register *reg = register_of("2026-01-31", NULL);
    ombud_law *again = NULL;
    ombud_case *same = NULL;
    OK(ombud_law_parse(TEXT(corner_law), NULL, &again, NULL));
    OK(ombud_case_new(again, NULL, NULL, &same, NULL));
    assert_int_equal(ombud_register_add(reg, same, NULL), OMBUD_E_ARGUMENT);
    OK(ombud_case_set_number(same, 8));
    OK(ombud_case_person(same, 2, "desk", NULL));
    TELL(same, "2026-01-05 file.lodged f1 by=p2");
    OK(ombud_register_add(reg, same, NULL));
    ombud_case_free(same);
    ombud_law_free(again);
    ombud_view got;
    ombud_asof asof = trial_asof("2026-01-31");
    OK(ombud_case_state(ombud_register_case(reg, 8), "f1", &asof, &got, NULL));
    assert_true(trial_view_is(got, "lodged"));
    OK(ombud_case_set_number(c, 9));
    assert_int_equal(ombud_register_add(reg, c, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_register_count(reg), 1);
    ombud_register_free(reg);
}

/* A register of more cases than a leaf of a tree holds: the line that begins one more fails at each request. */
static void one_case_more_without_memory(void **state)
{
    (void)state;
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_register *reg = register_of("2026-01-31", &alloc);
    for (int64_t n = 1; n <= OMBUD__LEAF_KEYS; n++)
        OK(ombud_register_open(reg, n, NULL));
    size_t tries = 0;
    for (ombud_status status = OMBUD_E_NOMEM; status != OMBUD_OK; tries++) {
        memory.calls = 0;
        memory.fail_at = tries + 1;
        status = ombud_register_line(reg, OMBUD__LEAF_KEYS + 1, TEXT("person p2 desk"), NULL);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
        assert_int_equal(ombud_register_count(reg), OMBUD__LEAF_KEYS + (status == OMBUD_OK));
    }
    assert_true(tries > 3);
    ombud_register_free(reg);
    assert_int_equal(memory.held, 0);
}

/* ---- several cases of one matter --------------------------------------------------------------------------------- */

static void several_together(void **state)
{
    (void)state;
    ombud_register *reg = register_of("2026-01-31", NULL);
    for (int64_t n = 1; n <= 2; n++)
        tell(reg, n, "person p2 desk");
    tell(reg, 1, "2026-01-05 file.lodged f1 by=p2"); /* overdue; its wait has ended */
    tell(reg, 2, "2026-01-30 file.lodged f1 by=p2"); /* open */
    tell(reg, 2, "2026-01-10 file.lodged f2 by=p2"); /* met */
    tell(reg, 2, "2026-01-11 file.answered f2 by=p2");
    const ombud_case *cases[] = {ombud_register_case(reg, 1), ombud_register_case(reg, 2)};
    ombud_asof asof = trial_asof("2026-01-31");
    ombud_together *together = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    size_t of = 9;
    OK(ombud_together_ask(cases, 2, &asof, NULL, &together, NULL));
    assert_int_equal(ombud_together_duty_count(together), 2);
    OK(ombud_together_duty(together, 0, &of, &term));
    assert_true(of == 0 && term.status == OMBUD_TERM_OVERDUE);
    OK(ombud_together_duty(together, 1, &of, &term));
    assert_true(of == 1 && term.status == OMBUD_TERM_OPEN);
    struct {
        ombud_term known;
        int64_t more;
    } odd = {OMBUD_TERM_INIT, 0};
    odd.known.struct_size = 1;
    assert_int_equal(ombud_together_duty(together, 0, &of, &odd.known), OMBUD_E_ARGUMENT);
    assert_int_equal(of, 1);
    ombud_finding finding = OMBUD_FINDING_INIT;
    assert_int_equal(ombud_together_finding_count(together), 1);
    OK(ombud_together_finding(together, 0, &of, &finding));
    assert_int_equal(of, 0);
    finding.struct_size = 1;
    assert_int_equal(ombud_together_finding(together, 0, &of, &finding), OMBUD_E_ARGUMENT);
    ombud_together_free(together);
    ombud_register_free(reg);
}

/* ombud/register.h: the cases need not outlive the result, so neither need their memory. */
static void together_outlives_its_cases(void **state)
{
    (void)state;
    static union {
        max_align_t align;
        unsigned char bytes[32768];
    } memory;
    ombud_alloc arena;
    ombud_case *own = NULL;
    ombud_together *together = NULL;
    ombud_term term = OMBUD_TERM_INIT;
    ombud_finding finding = OMBUD_FINDING_INIT;
    ombud_event lodged = trial_event("2026-01-01 file.lodged f1 channel=internal");
    ombud_asof asof = trial_asof("2026-01-10");
    size_t of = 1;
    OK(ombud_arena_init(&arena, memory.bytes, sizeof memory.bytes));
    OK(ombud_case_new(corner, NULL, &arena, &own, NULL));
    OK(ombud_case_apply(own, &lodged, NULL, NULL));
    size_t used = ombud_arena_used(&arena);
    const ombud_case *cases[] = {own};
    OK(ombud_together_ask(cases, 1, &asof, NULL, &together, NULL));
    assert_int_equal(ombud_arena_used(&arena), used);
    ombud_case_free(own);
    memset(memory.bytes, 0xA5, sizeof memory.bytes);
    assert_int_equal(ombud_together_duty_count(together), 1);
    OK(ombud_together_duty(together, 0, &of, &term));
    assert_int_equal(of, 0);
    assert_true(trial_view_is(term.name, "answer"));
    assert_int_equal(term.due, trial_day("2026-01-08"));
    OK(ombud_together_finding(together, ombud_together_finding_count(together) - 1, &of, &finding));
    assert_int_equal(finding.since, trial_day("2026-01-09"));
    ombud_together_free(together);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_given),
        cmocka_unit_test(much_holds_a_case),
        cmocka_unit_test(a_digest_without_memory),
        cmocka_unit_test(figures_of_facts_and_terms),
        cmocka_unit_test(every_request_of_figures_fails),
        cmocka_unit_test(events_and_lines),
        cmocka_unit_test(streams_say_where),
        cmocka_unit_test(a_full_register),
        cmocka_unit_test(cases_from_outside),
        cmocka_unit_test(one_case_more_without_memory),
        cmocka_unit_test(several_together),
        cmocka_unit_test(together_outlives_its_cases),
    };
    return cmocka_run_group_tests_name("corners of a register", tests, begin_corner, end_corner);
}
