/*
 * How fast a register is over many cases, beside what a host would have without it: the same last days in a sorted
 * array, and in a table of SQLite with an index. Both know nothing of the law: they are told which duties are open and
 * when they end, and answer that. So they are the floor under the lists, not under the loading.
 *
 *     many [--cases N] [--rounds N]
 *
 * A million cases and fifteen rounds unless told otherwise. One line a measure: name, ours, sorted array, ratio,
 * SQLite, ratio; tab-separated, milliseconds of processor time; lists and figures are the middle of the rounds, what
 * loads and folds is done once. A ratio is the other's time over ours. Exit 1 if the three do not agree, or if a week's
 * list takes so much longer than a sorted array's that it cannot be the noise of a busy machine.
 */
#define _POSIX_C_SOURCE 200809L
#include "measure.h"

#include "ombud/ombud.h"

#include <stdint.h>
#include <stdio.h>

#ifdef OMBUD_BENCH_SQLITE
#    include <sqlite3.h>
#endif

static const char present_day[] = "2026-06-15";
enum { DAYS = 900, WEEK = 7 };
static const double gate = 0.15; /* of a week's list, the least ratio to the sorted array */

/* ---- cases ------------------------------------------------------------------------------------------------------- */

/* What happened in a case, days before the present; below 0: never. */
typedef struct story {
    int32_t received, acknowledged, closed;
    int internal;
} story;

static uint64_t random_of(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * UINT64_C(0x2545F4914F6CDD1D) >> 33;
}

static story story_of(uint64_t *seed)
{
    story s = {(int32_t)(random_of(seed) % DAYS), -1, -1, random_of(seed) % 5 == 0};
    int32_t taken = (int32_t)(random_of(seed) % 10), later = taken + (int32_t)(random_of(seed) % 200);
    if (random_of(seed) % 8 != 0 && taken <= s.received)
        s.acknowledged = s.received - taken;
    if (random_of(seed) % 2 == 0 && later <= s.received)
        s.closed = s.received - later;
    return s;
}

static int put_line(char *to, size_t room, int64_t number, ombud_day day, const char *what)
{
    char date[12];
    (void)ombud_day_format(day, date, sizeof date);
    return snprintf(to, room, "%lld\t%s %s\n", (long long)number, date, what);
}

/* The journal of a case as lines of a stream. */
static size_t write_case(char *to, size_t room, int64_t number, ombud_day present, story s)
{
    int at = snprintf(to, room, "%lld\tperson p1 reporter\n%lld\tperson p2 contact_point\n", (long long)number,
                      (long long)number);
    at += put_line(to + at, room - (size_t)at, number, present - s.received,
                   s.internal ? "report.received r1 by=p2 reporter=p1 channel=internal form=written"
                              : "report.received r1 by=p2 reporter=p1 channel=external form=written");
    if (s.acknowledged >= 0)
        at += put_line(to + at, room - (size_t)at, number, present - s.acknowledged, "report.acknowledged r1 by=p2");
    if (s.closed >= 0) {
        at += put_line(to + at, room - (size_t)at, number, present - s.closed, "report.examined r1 by=p2 minor=yes");
        at += put_line(to + at, room - (size_t)at, number, present - s.closed, "report.closed_as_minor r1 by=p2");
    }
    return (size_t)at;
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

static size_t held;

static void *held_alloc(void *ctx, size_t size)
{
    (void)ctx;
    held += size;
    return malloc(size);
}

static void *held_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    (void)ctx;
    held += new_size - old_size;
    return realloc(block, new_size);
}

static void held_free(void *ctx, void *block, size_t size)
{
    (void)ctx;
    held -= size;
    free(block);
}

/* ---- the world --------------------------------------------------------------------------------------------------- */

typedef struct world {
    size_t cases, rounds, lines;
    ombud_day present;
    ombud_law *law;
    ombud_settings *other; /* a shorter period */
    ombud_register *reg;
    ombud_due_item *sorted; /* every dated duty that is open, in the register's order */
    size_t sorted_count;
    ombud_due_item *shorter; /* the same under the other settings */
    size_t shorter_count;
    int64_t *received; /* by case: day, then channel in the lowest bit */
    int differ, slow;
} world;

static void die(const char *what)
{
    fprintf(stderr, "many: %s\n", what);
    exit(2);
}

static void must(ombud_status status, const char *what)
{
    if (status != OMBUD_OK)
        die(what);
}

static double load(world *w)
{
    const ombud_alloc alloc = {NULL, held_alloc, held_resize, held_free};
    ombud_stream *stream = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    uint64_t seed = 2019;
    static char text[1 << 16];
    double spent = 0;
    must(ombud_register_new(w->law, NULL, w->present, &alloc, &w->reg, NULL), "no register");
    must(ombud_stream_new(w->reg, &stream, NULL), "no stream");
    for (size_t n = 0; n < w->cases;) {
        size_t length = 0;
        while (n < w->cases && length < sizeof text - 1024) {
            story s = story_of(&seed);
            w->received[n] = (w->present - s.received) * 2 + s.internal;
            length += write_case(text + length, sizeof text - length, (int64_t)++n, w->present, s);
        }
        for (size_t i = 0; i < length; i++)
            w->lines += text[i] == '\n';
        double began = seconds();
        if (ombud_stream_feed(stream, text, length, &err) != OMBUD_OK) {
            fprintf(stderr, "many: line %u: %s [%s]\n", err.line, err.message, err.excerpt);
            exit(2);
        }
        spent += seconds() - began;
    }
    must(ombud_stream_end(stream, NULL), "the journal is cut");
    ombud_stream_free(stream);
    return spent;
}

/* All dated duties of a register. */
static ombud_due_item *all_of(const ombud_register *reg, size_t *count)
{
    ombud_agenda *agenda = NULL;
    must(ombud_register_due(reg, OMBUD_DAY_MIN, OMBUD_DAY_MAX, &agenda, NULL), "no list");
    *count = ombud_agenda_count(agenda);
    ombud_due_item *copy = malloc(*count * sizeof *copy + 1);
    if (copy == NULL)
        die("no memory");
    memcpy(copy, ombud_agenda_items(agenda), *count * sizeof *copy);
    ombud_agenda_free(agenda);
    return copy;
}

/* ---- the same list, three ways ----------------------------------------------------------------------------------- */

/* What a list comes to, so that none of it can be left out. */
typedef struct sum {
    size_t count;
    uint64_t of;
} sum;

static void add_to(sum *s, int64_t number, int64_t day)
{
    s->count++;
    s->of = s->of * 31 + (uint64_t)number * 7 + (uint64_t)day;
}

static sum list_ours(const world *w, int64_t from)
{
    ombud_agenda *agenda = NULL;
    sum s = {0, 0};
    must(ombud_register_due(w->reg, from, from + WEEK - 1, &agenda, NULL), "no list");
    const ombud_due_item *items = ombud_agenda_items(agenda);
    for (size_t i = 0; i < ombud_agenda_count(agenda); i++)
        add_to(&s, items[i].number, items[i].day);
    ombud_agenda_free(agenda);
    return s;
}

/* The first of the array that is not before a day. */
static size_t first_of(const world *w, int64_t day)
{
    size_t low = 0, high = w->sorted_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (w->sorted[middle].day < day)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A list of the caller's own, as ours is. */
static sum list_sorted(const world *w, int64_t from)
{
    sum s = {0, 0};
    size_t at = first_of(w, from), count = first_of(w, from + WEEK) - at;
    ombud_due_item *list = malloc(count * sizeof *list + 1);
    if (list == NULL)
        die("no memory");
    memcpy(list, w->sorted + at, count * sizeof *list);
    for (size_t i = 0; i < count; i++)
        add_to(&s, list[i].number, list[i].day);
    free(list);
    return s;
}

static int by_due(const void *a, const void *b)
{
    const ombud_due_item *x = a, *y = b;
    if (x->day != y->day)
        return x->day < y->day ? -1 : 1;
    return x->number != y->number ? x->number < y->number ? -1 : 1 : 0;
}

/* ---- SQLite ------------------------------------------------------------------------------------------------------ */

#ifdef OMBUD_BENCH_SQLITE
static sqlite3 *database;
static sqlite3_stmt *select_week;

static void sql(const char *text)
{
    if (sqlite3_exec(database, text, NULL, NULL, NULL) != SQLITE_OK)
        die(sqlite3_errmsg(database));
}

static sqlite3_stmt *prepared(const char *text)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(database, text, -1, &statement, NULL) != SQLITE_OK)
        die(sqlite3_errmsg(database));
    return statement;
}

static double sqlite_load(const world *w)
{
    if (sqlite3_open(":memory:", &database) != SQLITE_OK)
        die("no database");
    double began = seconds();
    sql("CREATE TABLE duty (number INTEGER, row INTEGER, due INTEGER);"
        "CREATE TABLE report (number INTEGER PRIMARY KEY, received INTEGER, internal INTEGER); BEGIN");
    sqlite3_stmt *insert = prepared("INSERT INTO duty VALUES (?, ?, ?)");
    for (size_t i = 0; i < w->sorted_count; i++) {
        sqlite3_bind_int64(insert, 1, w->sorted[i].number);
        sqlite3_bind_int(insert, 2, w->sorted[i].row);
        sqlite3_bind_int(insert, 3, w->sorted[i].day);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    insert = prepared("INSERT INTO report VALUES (?, ?, ?)");
    for (size_t n = 0; n < w->cases; n++) {
        sqlite3_bind_int64(insert, 1, (int64_t)n + 1);
        sqlite3_bind_int64(insert, 2, w->received[n] >> 1);
        sqlite3_bind_int64(insert, 3, w->received[n] & 1);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sql("COMMIT; CREATE INDEX by_due ON duty (due, number, row); CREATE INDEX by_day ON report (received)");
    select_week = prepared("SELECT number, due FROM duty WHERE due BETWEEN ? AND ? ORDER BY due, number, row");
    return seconds() - began;
}

static sum list_sqlite(const world *w, int64_t from)
{
    sum s = {0, 0};
    (void)w;
    sqlite3_bind_int64(select_week, 1, from);
    sqlite3_bind_int64(select_week, 2, from + WEEK - 1);
    while (sqlite3_step(select_week) == SQLITE_ROW)
        add_to(&s, sqlite3_column_int64(select_week, 0), sqlite3_column_int64(select_week, 1));
    sqlite3_reset(select_week);
    return s;
}

static void count_sqlite(const world *w, int64_t from, int64_t to, int64_t channels[2])
{
    sqlite3_stmt *count =
        prepared("SELECT internal, count(*) FROM report WHERE received BETWEEN ? AND ? GROUP BY internal");
    (void)w;
    sqlite3_bind_int64(count, 1, from);
    sqlite3_bind_int64(count, 2, to);
    while (sqlite3_step(count) == SQLITE_ROW)
        channels[sqlite3_column_int(count, 0)] = sqlite3_column_int64(count, 1);
    sqlite3_finalize(count);
}

static double sqlite_shorten(const world *w)
{
    double began = seconds();
    sql("BEGIN; DELETE FROM duty");
    sqlite3_stmt *insert = prepared("INSERT INTO duty VALUES (?, ?, ?)");
    for (size_t i = 0; i < w->shorter_count; i++) {
        sqlite3_bind_int64(insert, 1, w->shorter[i].number);
        sqlite3_bind_int(insert, 2, w->shorter[i].row);
        sqlite3_bind_int(insert, 3, w->shorter[i].day);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    sql("COMMIT");
    return seconds() - began;
}
#endif

/* ---- the measures ------------------------------------------------------------------------------------------------ */

static void tell(const char *name, double ours, double array, double sqlite)
{
    printf("%s\t%.4f\t%.4f\t%.2f", name, ours * 1e3, array * 1e3, array / ours);
    if (sqlite > 0)
        printf("\t%.4f\t%.2f\n", sqlite * 1e3, sqlite / ours);
    else
        printf("\t-\t-\n");
}

/* The week after the present and 49 others, so that no list is in the cache because it was just there. */
static double time_lists(world *w, sum (*list)(const world *, int64_t), sum *out)
{
    double times[MAX_ROUNDS];
    for (size_t r = 0; r < w->rounds; r++) {
        sum all = {0, 0};
        double began = seconds();
        for (int64_t week = 0; week < 50; week++) {
            sum s = list(w, w->present - 25 * WEEK + week * WEEK);
            all.count += s.count;
            all.of = all.of * 31 + s.of;
        }
        times[r] = (seconds() - began) / 50;
        *out = all;
    }
    return median(times, w->rounds);
}

static void measure_lists(world *w)
{
    sum ours, array, sqlite;
    double of_ours = time_lists(w, list_ours, &ours), of_array = time_lists(w, list_sorted, &array), of_sqlite = 0;
    sqlite = ours;
#ifdef OMBUD_BENCH_SQLITE
    of_sqlite = time_lists(w, list_sqlite, &sqlite);
#endif
    w->differ |= ours.count == 0 || ours.count != array.count || ours.of != array.of || ours.count != sqlite.count ||
                 ours.of != sqlite.of;
    tell("a week's due list", of_ours, of_array, of_sqlite);
    w->slow = of_array / of_ours < gate;
    printf("# %zu duties a week\n", ours.count / 50);
}

static void measure_figures(world *w)
{
    double ours[MAX_ROUNDS], array[MAX_ROUNDS], sqlite = 0;
    int64_t from = w->present - 500, to = from + 364, told[2] = {0, 0}, by_array[2], by_sqlite[2] = {0, 0};
    for (size_t r = 0; r < w->rounds; r++) {
        ombud_figures *figures = NULL;
        double began = seconds();
        must(ombud_register_figures(w->reg, from, to, 0, &figures, NULL), "no figures");
        ours[r] = seconds() - began;
        for (size_t i = 0; i < ombud_figures_count(figures); i++) {
            ombud_figure f = OMBUD_FIGURE_INIT;
            ombud_cell internal, external;
            must(ombud_figures_get(figures, i, OMBUD_LANG_EN, &f), "no figure");
            if (strncmp(f.by[0].ptr, "channel", f.by[0].len) == 0 && f.by[0].len == 7) {
                must(ombud_figures_cell(figures, i, 0, 0, &internal), "no count");
                must(ombud_figures_cell(figures, i, 1, 0, &external), "no count");
                told[0] = external.count;
                told[1] = internal.count;
            }
        }
        ombud_figures_free(figures);
        began = seconds();
        by_array[0] = by_array[1] = 0;
        for (size_t n = 0; n < w->cases; n++) {
            if (w->received[n] >> 1 >= from && w->received[n] >> 1 <= to)
                by_array[w->received[n] & 1]++;
        }
        array[r] = seconds() - began;
    }
    memcpy(by_sqlite, by_array, sizeof by_sqlite);
#ifdef OMBUD_BENCH_SQLITE
    double began = seconds();
    count_sqlite(w, from, to, by_sqlite);
    sqlite = seconds() - began;
#endif
    w->differ |= memcmp(told, by_array, sizeof told) != 0 || memcmp(told, by_sqlite, sizeof told) != 0 || told[0] == 0;
    /* Six tables against one, and whatever became of each report against a column that says it. */
    tell("a year's figures", median(ours, w->rounds), median(array, w->rounds), sqlite);
}

static void measure_refold(world *w)
{
    ombud_register *other = NULL;
    double began = seconds(), sqlite = 0;
    must(ombud_register_under(w->reg, w->other, NULL, &other, NULL), "no other register");
    double ours = seconds() - began;
    w->shorter = all_of(other, &w->shorter_count);
    w->differ |= w->shorter_count == 0;
    ombud_register_free(other);
    /* The array is told the new last days in the order of cases and sorts them. */
    ombud_due_item *copy = malloc(w->sorted_count * sizeof *copy + 1);
    if (copy == NULL)
        die("no memory");
    for (size_t i = 0; i < w->sorted_count; i++) {
        copy[i] = w->sorted[(i * 7919) % w->sorted_count];
        copy[i].day -= 2;
    }
    began = seconds();
    qsort(copy, w->sorted_count, sizeof *copy, by_due);
    double array = seconds() - began;
    free(copy);
#ifdef OMBUD_BENCH_SQLITE
    sqlite = sqlite_shorten(w);
#endif
    tell("all cases under other settings", ours, array, sqlite);
}

/* What an event costs on a full register: an acknowledgement that meets a duty. */
static void measure_event(world *w)
{
    enum { EVENTS = 2000 };
    char date[12], line[128];
    size_t events = w->cases < EVENTS ? w->cases : EVENTS;
    (void)ombud_day_format(w->present, date, sizeof date);
    int length = snprintf(line, sizeof line, "%s report.feedback_given r1 by=p2", date);
    double began = seconds();
    for (size_t i = 0; i < events; i++)
        must(ombud_register_line(w->reg, (int64_t)(i * 7919 % w->cases) + 1, line, (size_t)length, NULL), "no event");
    printf("# an event on a register of %zu cases: %.2f microseconds\n", w->cases,
           (seconds() - began) / (double)events * 1e6);
}

static size_t number_after(int count, char **arguments, const char *name, size_t otherwise)
{
    for (int i = 1; i + 1 < count; i++) {
        if (strcmp(arguments[i], name) == 0)
            return (size_t)strtoul(arguments[i + 1], NULL, 10);
    }
    return otherwise;
}

int main(int count, char **arguments)
{
    static const char shorter[] = "period report.acknowledge P5D\n";
    world w = {.cases = number_after(count, arguments, "--cases", 1000000)};
    w.rounds = number_after(count, arguments, "--rounds", 15);
    if (w.cases == 0 || w.rounds == 0 || w.rounds > MAX_ROUNDS)
        die("--cases and --rounds take numbers from 1; at most 64 rounds");

    must(ombud_day_parse(present_day, sizeof present_day - 1, &w.present), "no day");
    must(ombud_law_builtin("bxl2019", NULL, &w.law, NULL), "no law");
    must(ombud_settings_parse(w.law, shorter, sizeof shorter - 1, NULL, &w.other, NULL), "no settings");
    w.received = malloc(w.cases * sizeof *w.received);
    if (w.received == NULL)
        die("no memory");
    double ours = load(&w), sqlite = 0;
    size_t bytes = held;
    w.sorted = all_of(w.reg, &w.sorted_count);
    ombud_due_item *copy = malloc(w.sorted_count * sizeof *copy + 1);
    if (copy == NULL)
        die("no memory");
    for (size_t i = 0; i < w.sorted_count; i++)
        copy[i] = w.sorted[(i * 7919) % w.sorted_count];
    double began = seconds();
    qsort(copy, w.sorted_count, sizeof *copy, by_due);
    double array = seconds() - began;
    free(copy);
#ifdef OMBUD_BENCH_SQLITE
    sqlite = sqlite_load(&w);
#endif
    printf("# %zu cases, %zu lines, %zu dated duties open; %.0f bytes a case\n", w.cases, w.lines, w.sorted_count,
           (double)bytes / (double)w.cases);
    printf("# %zu rounds of lists and figures\n", w.rounds);
    printf("# measure\tours ms\tsorted array ms\tratio\tSQLite ms\tratio\n");
    tell("all cases loaded", ours, array, sqlite);
    measure_lists(&w);
    measure_figures(&w);
    measure_refold(&w);
    measure_event(&w);
    ombud_register_free(w.reg);
    ombud_settings_free(w.other);
    ombud_law_free(w.law);
    free(w.sorted);
    free(w.shorter);
    free(w.received);
#ifdef OMBUD_BENCH_SQLITE
    sqlite3_finalize(select_week);
    sqlite3_close(database);
#else
    printf("# SQLite was left out: its header was not there when this was built\n");
#endif
    printf("# %s\n", w.differ ? "THE THREE DIFFER" : "the three agree");
    if (w.slow)
        printf("gate: a week's list is too slow beside a sorted array\n");
    return w.differ || w.slow;
}
