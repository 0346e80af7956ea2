/*
 * Figures: what is counted where, and that no withheld count can be computed from what is shown.
 */
#include "trial.h"

#include "register/register.h"
#include "small_law.h"

#define OK(call) assert_int_equal((call), OMBUD_OK)

/* ---- withholding ------------------------------------------------------------------------------------------------- */

enum { WIDEST = 4 };
typedef struct grid {
    uint32_t rows, columns; /* without totals */
    int across;
    int64_t cells[(WIDEST + 1) * (WIDEST + 1)];
    uint8_t withheld[(WIDEST + 1) * (WIDEST + 1)];
    ombud__counts counts;
} grid;

static void add_up(grid *g)
{
    g->counts.across = (uint8_t)g->across;
    g->counts.rows = g->rows + 1;
    g->counts.columns = g->columns + (uint32_t)g->across;
    g->counts.cells = g->cells;
    g->counts.withheld = g->withheld;
    uint32_t w = g->counts.columns;
    for (uint32_t r = 0; r < g->counts.rows; r++) {
        for (uint32_t c = 0; c < w; c++) {
            int64_t sum = 0;
            int total_row = r == g->rows, total_column = g->across && c == g->columns;
            if (!total_row && !total_column)
                continue;
            for (uint32_t i = 0; i < g->rows; i++) {
                for (uint32_t j = 0; j < g->columns; j++)
                    sum += (total_row || i == r) && (total_column || j == c) ? g->cells[i * w + j] : 0;
            }
            g->cells[r * w + c] = sum;
        }
    }
}

/*
 * Another way: every table whose counts differ by at most one from this one, and that shows the same. A count that can
 * differ at all differs by one in some of them, since sums of rows and columns are all that binds.
 */
typedef struct attack {
    const grid *g;
    int64_t other[(WIDEST + 1) * (WIDEST + 1)];
    uint8_t varies[(WIDEST + 1) * (WIDEST + 1)];
} attack;

static void try_all(attack *a, uint32_t at)
{
    const grid *g = a->g;
    uint32_t w = g->counts.columns;
    if (at == g->rows * g->columns) {
        grid other = *g;
        memcpy(other.cells, a->other, sizeof other.cells);
        add_up(&other);
        for (uint32_t i = 0; i < g->counts.rows * w; i++) {
            if (!g->withheld[i] && other.cells[i] != g->cells[i])
                return;
        }
        for (uint32_t i = 0; i < g->counts.rows * w; i++)
            a->varies[i] |= other.cells[i] != g->cells[i];
        return;
    }
    uint32_t i = at / g->columns * w + at % g->columns;
    for (int64_t d = g->withheld[i] && g->cells[i] > 0 ? -1 : 0; d <= g->withheld[i]; d++) {
        a->other[i] = g->cells[i] + d;
        try_all(a, at + 1);
    }
}

static void nothing_withheld_can_be_computed(void **state)
{
    (void)state;
    uint64_t seed = 16;
    unsigned withheld = 0, secondary = 0, shown = 0;
    for (int n = 0; n < 3000; n++) {
        grid g = {.rows = 1 + (uint32_t)trial_below(&seed, 3), .across = n % 4 != 0};
        g.columns = g.across ? 1 + (uint32_t)trial_below(&seed, 3) : 1;
        if (!g.across)
            g.rows += (uint32_t)trial_below(&seed, 2);
        add_up(&g);
        for (uint32_t r = 0; r < g.rows; r++) {
            for (uint32_t c = 0; c < g.columns; c++)
                g.cells[r * g.counts.columns + c] =
                    trial_below(&seed, 3) == 0 ? 0 : (int64_t)trial_below(&seed, n % 2 ? 9 : 40);
        }
        add_up(&g);
        ombud__withhold(&g.counts, 5);
        attack a = {.g = &g};
        try_all(&a, 0);
        for (uint32_t i = 0; i < g.counts.rows * g.counts.columns; i++) {
            int small = g.cells[i] > 0 && g.cells[i] < 5;
            assert_true(!small || g.withheld[i]);
            if (g.withheld[i] && !a.varies[i])
                fail_msg("table %d: count %u is withheld and can be computed", n, i);
            withheld += g.withheld[i];
            secondary += g.withheld[i] && !small;
            shown += !g.withheld[i];
        }
        /* The smallest is withheld first: without small counts nothing is. */
        int any = 0;
        for (uint32_t i = 0; i < g.counts.rows * g.counts.columns; i++)
            any |= g.cells[i] > 0 && g.cells[i] < 5;
        for (uint32_t i = 0; i < g.counts.rows * g.counts.columns && !any; i++)
            assert_false(g.withheld[i]);
    }
    print_message("# %u counts withheld, %u of them for the sake of others, %u shown\n", withheld, secondary, shown);
    assert_true(withheld > 1000 && secondary > 200 && shown > 2000);
}

/* ---- counting ---------------------------------------------------------------------------------------------------- */

static const char counted_law[] =
    "law counted\ntitle en \"C\"\nforce law\nsource \"0\"\nverified 2040-01-01\n"
    "role desk\nitem person p\n"
    "item report r\n  states received, closed\n"
    "  event received by desk carries channel (internal, external)\n  event acknowledged, closed by desk\n"
    "  fact minor stated by desk\n  fact urgent stated by desk silence no\n"
    "item note n\n  event filed by desk\n  fact grave stated by desk\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  note.filed: any -> same\n"
    "  report.received: -> received\n  report.acknowledged: received -> same\n  report.closed: received -> closed\n"
    "  duty acknowledge desk to desk\n    opened by report.received unless urgent\n    within at most P7D\n"
    "    met by report.acknowledged\n"
    "provision 2 \"Art. 2\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  figure reports = count of report.received by channel, acknowledge\n"
    "    en \"reports received\" fr \"signalements\" nl \"meldingen\"\n"
    "  figure grave_notes = count of note.filed by grave\n"
    "  figure notes = count of note.filed\n"
    "  figure known_minor = count of report.acknowledged, report.closed by state when minor\n"
    "provision 3 \"Art. 3\" since 2030-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  figure later = count of person\n";

static void tell(ombud_register *reg, int64_t number, const char *line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_register_line(reg, number, line, strlen(line), &err) != OMBUD_OK)
        fail_msg("%s: %s [%s]", line, err.message, err.excerpt);
}

static int64_t cell(const ombud_figures *figures, size_t index, size_t row, size_t column)
{
    ombud_cell got = {0, 0, 0};
    OK(ombud_figures_cell(figures, index, row, column, &got));
    assert_int_equal(got.withheld, got.count < 0);
    return got.count;
}

static void each_item_counts_where_it_belongs(void **state)
{
    (void)state;
    ombud_law *law = LAW(counted_law);
    ombud_register *reg = NULL;
    ombud_figures *figures = NULL;
    OK(ombud_register_new(law, NULL, trial_day("2026-01-05"), NULL, &reg, NULL));
    for (int64_t n = 1; n <= 9; n++)
        tell(reg, n, "person p1 desk");
    /* In time, late, never, not yet due, in the year before, urgent (no duty opens), without a channel, struck out. */
    tell(reg, 1, "2025-03-03 report.received r1 by=p1 channel=internal");
    tell(reg, 1, "2025-03-05 report.acknowledged r1 by=p1");
    tell(reg, 2, "2025-03-03 report.received r1 by=p1 channel=internal minor=yes");
    tell(reg, 2, "2025-03-25 report.acknowledged r1 by=p1");
    tell(reg, 3, "2025-12-01 report.received r1 by=p1 channel=external minor=no");
    tell(reg, 4, "2025-12-30 report.received r1 by=p1 channel=external");
    tell(reg, 5, "2024-12-31 report.received r1 by=p1 channel=external");
    tell(reg, 6, "2025-06-01 report.received r1 by=p1 channel=internal urgent=yes");
    tell(reg, 7, "2025-01-01 report.received r1 by=p1");
    tell(reg, 7, "2025-12-31 report.closed r1 by=p1");
    tell(reg, 8, "2025-12-31 report.received r1 by=p1 channel=external");
    tell(reg, 8, "2026-01-02 void 1 by=p1");
    /* Two reports in one case are two. */
    tell(reg, 9, "2025-03-03 report.received r1 by=p1 channel=internal");
    tell(reg, 9, "2025-03-04 report.received r2 by=p1 channel=internal");
    tell(reg, 9, "2025-03-10 report.acknowledged r1 by=p1");
    tell(reg, 9, "2025-03-12 report.acknowledged r2 by=p1");
    for (int64_t n = 1; n <= 7; n++) {
        tell(reg, n, n == 1 ? "2025-05-05 note.filed n1 by=p1 grave=yes" : "2025-05-05 note.filed n1 by=p1 grave=no");
        tell(reg, n, "2025-05-06 note.filed n1 by=p1");
    }
    OK(ombud_register_figures(reg, trial_day("2025-01-01"), trial_day("2025-12-31"), 0, &figures, NULL));
    assert_int_equal(ombud_figures_count(figures), 4);
    ombud_figure f = OMBUD_FIGURE_INIT;
    OK(ombud_figures_get(figures, 0, OMBUD_LANG_FR, &f));
    assert_true(trial_view_is(f.name, "reports") && trial_view_is(f.label, "signalements"));
    assert_true(trial_view_is(f.by[0], "channel") && trial_view_is(f.by[1], "acknowledge"));
    assert_int_equal(f.axes, 2);
    assert_int_equal(f.rows, 3);
    assert_int_equal(f.columns, 7);
    /* Columns: met, met_late, overdue, excused, lapsed, open, never opened, all. */
    static const int64_t want[4][8] = {
        {2, 2, 0, 0, 0, 0, 1, 5}, {0, 0, 1, 0, 0, 1, 0, 2}, {0, 0, 1, 0, 0, 0, 0, 1}, {2, 2, 2, 0, 0, 1, 1, 8}};
    for (size_t r = 0; r < 4; r++) {
        for (size_t c = 0; c < 8; c++)
            assert_int_equal(cell(figures, 0, r, c), want[r][c]);
    }
    /* What is not yet due, and what was never due, is outside the denominator. */
    assert_int_equal(f.has_base, 1);
    assert_int_equal(f.base.count, 6);
    assert_int_equal(f.unknown.count, 0);
    ombud_view name, label;
    OK(ombud_figures_value(figures, 0, 0, 2, OMBUD_LANG_EN, &name, &label));
    assert_true(trial_view_is(name, "unknown"));
    OK(ombud_figures_value(figures, 0, 1, 1, OMBUD_LANG_EN, &name, &label));
    assert_true(trial_view_is(name, "met_late"));
    OK(ombud_figures_value(figures, 0, 1, 5, OMBUD_LANG_EN, &name, &label));
    assert_true(trial_view_is(name, "open"));
    assert_int_equal(ombud_figures_value(figures, 0, 1, 7, OMBUD_LANG_EN, &name, &label), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_figures_value(figures, 0, 2, 0, OMBUD_LANG_EN, &name, &label), OMBUD_E_ARGUMENT);
    /* One axis: yes, no, unknown, total; an item to which the event happened twice counts once. */
    static const int64_t grave[4] = {1, 6, 0, 7};
    for (size_t r = 0; r < 4; r++)
        assert_int_equal(cell(figures, 1, r, 0), grave[r]);
    ombud_cell none;
    assert_int_equal(ombud_figures_cell(figures, 1, 0, 1, &none), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_figures_cell(figures, 1, 4, 0, &none), OMBUD_E_NOT_FOUND);
    assert_int_equal(cell(figures, 2, 0, 0), 7);
    OK(ombud_figures_get(figures, 2, OMBUD_LANG_EN, &f));
    assert_int_equal(f.axes + f.has_base, 0);
    /* Facts that are not known are told, not guessed. */
    OK(ombud_figures_get(figures, 3, OMBUD_LANG_EN, &f));
    assert_int_equal(cell(figures, 3, 0, 0), 1);
    assert_int_equal(cell(figures, 3, 3, 0), 1);
    assert_int_equal(f.unknown.count, 4);
    ombud_figures_free(figures);
    /* A threshold hides what is small, and what would tell it. */
    OK(ombud_register_figures(reg, trial_day("2025-01-01"), trial_day("2025-12-31"), 5, &figures, NULL));
    assert_int_equal(cell(figures, 2, 0, 0), 7);
    assert_int_equal(cell(figures, 1, 0, 0), -1);
    assert_int_equal(cell(figures, 1, 1, 0), -1);
    assert_int_equal(cell(figures, 1, 3, 0), 7);
    OK(ombud_figures_get(figures, 0, OMBUD_LANG_EN, &f));
    assert_int_equal(f.base.withheld, 1);
    assert_int_equal(f.base.count, -1);
    ombud_figures_free(figures);
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(ombud_register_figures(reg, 5, 4, 0, &figures, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_register_figures(reg, 4, 5, 2, &figures, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_register_figures(reg, 4, 5, 1001, &figures, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_register_figures(reg, 4, OMBUD_DAY_MAX + 1, 5, &figures, &err), OMBUD_E_RANGE);
    assert_int_equal(ombud_register_figures(NULL, 4, 5, 5, &figures, &err), OMBUD_E_ARGUMENT);
    ombud_register_free(reg);
    ombud_law_free(law);
}

/* ---- rows that cannot be read ------------------------------------------------------------------------------------ */

static void what_a_figure_cannot_say(void **state)
{
    static const struct {
        const char *row;
        ombud_status status;
    } bad[] = {
        {"figure", OMBUD_E_SYNTAX},
        {"figure x", OMBUD_E_SYNTAX},
        {"figure x = sum of loan", OMBUD_E_SYNTAX},
        {"figure x = count loan", OMBUD_E_SYNTAX},
        {"figure x = count of loans", OMBUD_E_UNKNOWN_NAME},
        {"figure x = count of loan.burnt", OMBUD_E_UNKNOWN_NAME},
        {"figure x = count of loan.lent, shelf.built", OMBUD_E_CONFLICT},
        {"figure x = count of loan.lent by", OMBUD_E_SYNTAX},
        {"figure x = count of loan.lent by colour", OMBUD_E_UNKNOWN_NAME},
        {"figure x = count of loan.lent by seen", OMBUD_E_CONFLICT},
        {"figure x = count of shelf by state", OMBUD_E_CONFLICT},
        {"figure x = count of loan by state, torn, back", OMBUD_E_LIMIT},
        {"figure x = count of loan.lost", OMBUD_E_CONFLICT},
        {"figure x = count of loan when colour", OMBUD_E_UNKNOWN_NAME},
        {"figure x = count of loan.lent by state, torn when not torn en \"X\"", OMBUD_OK},
        {"figure x = count of loan.lent, loan.returned by back", OMBUD_OK},
        {"figure x = count of loan.lent by state\n  figure y = count of loan.lent by torn", OMBUD_OK},
        {"figure x = count of shelf\n  figure y = count of loan.lent by torn, back", OMBUD_OK},
        {"figure x = count of loan\n  figure y = count of loan.lent", OMBUD_E_CONFLICT},
        {"figure x = count of loan.lent\n  figure y = count of loan.lent by torn, back", OMBUD_E_CONFLICT},
        {"figure x = count of loan.lent\n  figure y = count of loan.lent when torn", OMBUD_E_CONFLICT},
        {"figure x = count of loan.lent\n  figure y = count of loan.lent, loan.returned", OMBUD_E_CONFLICT},
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        char text[2048];
        ombud_error err = OMBUD_ERROR_INIT;
        ombud_law *law = NULL;
        snprintf(text, sizeof text,
                 TRIAL_HEAD "item loan l\n  states out, in, gone\n  event lent carries seen (day)\n"
                            "  event returned, lost\n  fact torn stated by member\n"
                            "item shelf s\n  event built\n" TRIAL_RULE(
                                "1") "  loan.lent: -> out\n  loan.returned: out -> in\n  loan.lost: out -> gone\n"
                                     "  shelf.built: any -> same\n"
                                     "  duty back member to librarian\n    opened by loan.lent\n"
                                     "    within at most P9D\n    met by loan.returned\n    then loan.lost\n"
                                     "  %s\n",
                 bad[i].row);
        ombud_status status = ombud_law_parse(text, strlen(text), NULL, &law, &err);
        if (status != bad[i].status)
            fail_msg("%s: %s, %u:%u %s", bad[i].row, ombud_status_name(status), err.line, err.column, err.message);
        if (status != OMBUD_OK)
            assert_in_range(err.line, 24, 25);
        if (law != NULL) {
            ombud_row row = OMBUD_ROW_INIT;
            OK(ombud_law_row(law, ombud_law_row_count(law) - 1, &row));
            assert_int_equal(row.kind, OMBUD_ROW_FIGURE);
        }
        ombud_law_free(law);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_withheld_can_be_computed),
        cmocka_unit_test(each_item_counts_where_it_belongs),
        cmocka_unit_test(what_a_figure_cannot_say),
    };
    return cmocka_run_group_tests_name("figures", tests, NULL, NULL);
}
