/*
 * Withholding counts, and others beside them, so that none can be computed from the rest.
 *
 * Each row and column adds up to its total, and counts are not below 0; that is all a reader knows. A withheld count
 * can then be told exactly if and only if it could be neither one more nor one less, the other withheld counts of its
 * row and column, of their columns and rows, and so on, changing with it by one in turn (D. Gusfield, "A graph
 * theoretic approach to statistical data security", SIAM J. Comput. 17, 1988). So one looks for such a ring of changes.
 *
 * A total is a count with the opposite sign, so that every row and column adds up to nothing.
 */
#include "register.h"

#include <string.h>

static size_t at(const ombud__counts *t, uint32_t row, uint32_t column)
{
    return (size_t)row * t->columns + column;
}

static int is_total(const ombud__counts *t, uint32_t row, uint32_t column)
{
    return row + 1 == t->rows || (t->across && column + 1 == t->columns);
}

/* Whether a withheld count can go up (+1) or down (-1) in the sums of its row and column. */
static int can_change(const ombud__counts *t, uint32_t row, uint32_t column, int up)
{
    /* The total of all stands in two sums of totals, and has the sign of a count. */
    int signs = (row + 1 == t->rows) + (t->across && column + 1 == t->columns);
    int grows = signs % 2 == 0 ? up : !up;
    return t->withheld[at(t, row, column)] && (grows || t->cells[at(t, row, column)] > 0);
}

/* Rows and columns still to be balanced, each at most once. Where rows have no totals all of them are one, which is
 * free. */
typedef struct spreading {
    uint16_t list[2 * OMBUD__COUNTS_MAX];
    uint8_t seen[2 * OMBUD__COUNTS_MAX];
    uint32_t count;
} spreading;

static uint32_t node_of_row(const ombud__counts *t, uint32_t row)
{
    return t->across ? row : 0;
}

static void reach(spreading *s, uint32_t node)
{
    if (!s->seen[node]) {
        s->seen[node] = 1;
        s->list[s->count++] = (uint16_t)node;
    }
}

/* Whether the count at a place can change in a direction, the others balancing it. */
static int balances(const ombud__counts *t, uint32_t row, uint32_t column, int up)
{
    spreading s;
    uint32_t goal = node_of_row(t, row);
    if (!can_change(t, row, column, up))
        return 0;
    memset(&s, 0, sizeof s);
    reach(&s, OMBUD__COUNTS_MAX + column);
    for (uint32_t i = 0; i < s.count && !s.seen[goal]; i++) {
        int of_column = s.list[i] >= OMBUD__COUNTS_MAX;
        uint32_t node = of_column ? s.list[i] - (uint32_t)OMBUD__COUNTS_MAX : s.list[i];
        for (uint32_t n = 0; n < (of_column ? t->rows : t->columns); n++) {
            uint32_t r = of_column ? n : node, c = of_column ? node : n;
            if ((r == row && c == column) || !can_change(t, r, c, of_column ? !up : up))
                continue;
            reach(&s, of_column ? node_of_row(t, r) : OMBUD__COUNTS_MAX + c);
        }
    }
    return s.seen[goal];
}

/* How gladly a count is withheld besides: not totals, not nothing, small ones first. */
static int better(const ombud__counts *t, uint32_t row, uint32_t column, uint32_t than_row, uint32_t than_column)
{
    int64_t a = t->cells[at(t, row, column)], b = t->cells[at(t, than_row, than_column)];
    int total_a = is_total(t, row, column), total_b = is_total(t, than_row, than_column);
    if (total_a != total_b)
        return total_b;
    if ((a == 0) != (b == 0))
        return b == 0;
    return a < b;
}

/* Withholds one more count: in the row or column of one that could be told, or if nothing is left there, anywhere. 0 if
 * all are withheld. */
static int withhold_beside(const ombud__counts *t, uint32_t row, uint32_t column)
{
    uint32_t best_row = 0, best_column = 0;
    int found = 0, found_near = 0;
    for (uint32_t r = 0; r < t->rows; r++) {
        for (uint32_t c = 0; c < t->columns; c++) {
            int near = r == row || c == column;
            if (t->withheld[at(t, r, c)] || (found_near && !near) ||
                (found && near == found_near && !better(t, r, c, best_row, best_column)))
                continue;
            best_row = r;
            best_column = c;
            found = 1;
            found_near |= near;
        }
    }
    if (found)
        t->withheld[at(t, best_row, best_column)] = 1;
    return found;
}

static int withhold_more(const ombud__counts *t)
{
    for (uint32_t r = 0; r < t->rows; r++) {
        for (uint32_t c = 0; c < t->columns; c++) {
            if (t->withheld[at(t, r, c)] && !balances(t, r, c, 1) && !balances(t, r, c, 0) && withhold_beside(t, r, c))
                return 1;
        }
    }
    return 0;
}

void ombud__withhold(const ombud__counts *table, int64_t threshold)
{
    for (size_t i = 0; i < (size_t)table->rows * table->columns; i++)
        table->withheld[i] = table->cells[i] > 0 && table->cells[i] < threshold;
    while (withhold_more(table))
        continue;
}
