/*
 * A register against its cases asked one by one: what is due, overdue, kept and next, after every sort of change; what
 * holds a case; tombstones.
 */
#include "trial.h"

#include "register/ordered.h"
#include "small_law.h"

/* Excuses, ends that bring something about, a duty that comes again, a fact that time turns, another wording. */
static const char busy_law[] =
    "law busy\ntitle en \"B\"\nforce law\nsource \"0\"\nverified 2040-01-01\n"
    "role desk\nitem person p\n"
    "item file f\n  states lodged, refused, closed, gone\n"
    "  event lodged, answered, closed, reopened, deleted by desk\n  event refused\n  fact ill stated by desk\n"
    "item claim c\n  states raised, settled\n  event raised, settled by desk\n"
    "link on : claim -> file\n"
    "provision 1 \"Art. 1\" since 2000-01-01 until 2025-12-31\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  duty answer desk to desk\n    opened by file.lodged\n    within at most P1M\n    met by file.answered\n"
    "    excused when ill\n"
    "provision 1 \"Art. 1\" since 2026-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  duty answer desk to desk\n    opened by file.lodged\n    within at most P20D\n    met by file.answered\n"
    "    excused when ill\n"
    "provision 2 \"Art. 2\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  file.lodged: -> lodged\n  file.answered: lodged -> same\n  file.refused: lodged -> refused\n"
    "  file.closed: lodged, refused -> closed\n  file.reopened: closed -> lodged\n  file.deleted: closed -> gone\n"
    "  term silence\n    opened by file.lodged\n    within exactly P3M\n    lapses by file.answered\n"
    "    then file.refused\n"
    "  duty report desk to desk\n    opened by file.lodged\n    until 31 March, 1 year after the opening\n"
    "    met by file.closed\n    again\n"
    "  duty review desk to desk\n    opened by file.refused\n    within at most P10D\n    met by file.closed\n"
    "  duty tell desk to desk\n    opened by file.lodged\n    within none\n    met by file.closed\n"
    "  term kept\n    opened by file.closed\n    within at least P2Y\n    lapses by file.reopened\n"
    "  file.deleted only when kept is expired\n"
    "  file.deleted not when at least 1 on <- claim (is raised)\n"
    "  file.old when lodged at least P1Y ago\n"
    "structure\n  claim.raised: -> raised\n  claim.settled: raised -> settled\n";

#define OK(call) assert_int_equal((call), OMBUD_OK)

#define REGISTER_LINE(reg, number, text) register_line(reg, number, text, __FILE__, __LINE__)
static void register_line(ombud_register *reg, int64_t number, const char *text, const char *file, int line)
{
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_register_line(reg, number, text, strlen(text), &err) != OMBUD_OK)
        FAIL_AT("%s\n%u: %s; %s [%s]", text, err.column, err.message, err.remedy, err.excerpt);
}

static ombud_register *new_register(const ombud_law *law, const char *present)
{
    ombud_register *reg = NULL;
    OK(ombud_register_new(law, NULL, trial_day(present), NULL, &reg, NULL));
    return reg;
}

/* ---- keys in order ----------------------------------------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
    return ombud__key_before(a, b) ? -1 : ombud__key_before(b, a);
}

/* The keys of some days, counted and copied, are those of the sorted array around one of its places. */
static void span_is_as_sorted(const ombud__ordered *tree, const ombud__key *keys, size_t count, size_t at, int32_t days,
                              ombud__key *copy)
{
    size_t from = at, to = at;
    int32_t first = keys[at].day, last = first + days;
    while (from > 0 && keys[from - 1].day == first)
        from--;
    while (to < count && keys[to].day <= last)
        to++;
    assert_int_equal(ombud__ordered_span(tree, first, last, NULL), to - from);
    assert_int_equal(ombud__ordered_span(tree, first, last, copy), to - from);
    assert_memory_equal(copy, keys + from, (to - from) * sizeof *keys);
    assert_int_equal(ombud__ordered_span(tree, last, first - 1, NULL), 0);
    assert_int_equal(ombud__ordered_span(tree, INT32_MIN, INT32_MAX, NULL), count);
}

/* Puts in and takes out at random, in order, and in reverse, held against a sorted array; so many that there are inner
 * nodes above inner nodes. */
static void keys_stay_in_order(void **state)
{
    (void)state;
    enum { KEYS = 60000 };
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud__ordered tree = {0};
    ombud__key *keys = calloc(KEYS, sizeof *keys), *copy = calloc(KEYS, sizeof *copy);
    uint64_t seed = 7;
    assert_non_null(keys);
    assert_non_null(copy);
    for (int way = 0; way < 3; way++) {
        for (size_t i = 0; i < KEYS; i++) {
            size_t n = way == 0 ? trial_below(&seed, 3000) : way == 1 ? i : KEYS - i;
            keys[i] = (ombud__key){(int64_t)(n % 100), 5, (int32_t)(n / 100), (uint16_t)(n % 7), (uint16_t)(n % 3)};
            OK(ombud__ordered_put(&tree, &alloc, &keys[i]));
            OK(ombud__ordered_put(&tree, &alloc, &keys[i]));
        }
        qsort(keys, KEYS, sizeof *keys, by_key);
        size_t left = 0;
        for (size_t i = 0; i < KEYS; i++) {
            if (i == 0 || ombud__key_before(&keys[left - 1], &keys[i]))
                keys[left++] = keys[i];
        }
        assert_int_equal(tree.count, left);
        assert_true(tree.height == (way == 0 ? 2 : 3));
        while (left > 0) {
            size_t from = trial_below(&seed, left);
            ombud__place at = ombud__ordered_seek(&tree, &keys[from]);
            for (size_t i = from; i < left && i < from + 200; i++)
                assert_int_equal(by_key(ombud__ordered_next(&at), &keys[i]), 0);
            if (from + 200 > left) {
                at = ombud__ordered_seek(&tree, &keys[left - 1]);
                ombud__ordered_next(&at);
                assert_null(ombud__ordered_next(&at));
            }
            span_is_as_sorted(&tree, keys, left, from, (int32_t)trial_below(&seed, 30), copy);
            /* A run of keys goes, or one. */
            size_t gone = trial_below(&seed, 3) == 0 ? trial_below(&seed, 400) + 1 : 1;
            gone = gone > left - from ? left - from : gone;
            for (size_t i = from; i < from + gone; i++) {
                ombud__ordered_take(&tree, &alloc, &keys[i]);
                ombud__ordered_take(&tree, &alloc, &keys[i]);
            }
            memmove(keys + from, keys + from + gone, (left - from - gone) * sizeof *keys);
            left -= gone;
            assert_int_equal(tree.count, left);
            /* Half full, all in all: no leaf is kept for a handful of keys. */
            assert_true(memory.held <= 4 * left * sizeof *keys + 10 * OMBUD__LEAF_KEYS * sizeof *keys);
        }
        assert_int_equal(memory.held, 0);
    }
    free(keys);
    free(copy);
}

/* ---- a register against its cases -------------------------------------------------------------------------------- */

/* As a list of a register shows it. */
typedef struct shown {
    ombud_due_entry list[4096];
    size_t count;
} shown;

static int by_entry(const void *a, const void *b)
{
    const ombud_due_entry *x = a, *y = b;
    if (x->has_due != y->has_due)
        return x->has_due ? -1 : 1;
    if (x->due != y->due)
        return x->due < y->due ? -1 : 1;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    if (x->struct_size != y->struct_size) /* the item's index, until it is compared */
        return x->struct_size < y->struct_size ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

enum { DUE, OVERDUE, UNDATED, ELAPSED };

static uint32_t index_of(const ombud_case *matter, const ombud_term *term)
{
    ombud_item item = OMBUD_ITEM_INIT;
    uint32_t i = 0;
    do
        OK(ombud_case_item_at(matter, i++, &item));
    while (item.number != term->item_number || item.prefix.ptr != term->item_prefix.ptr);
    return i - 1;
}

/* What the list must be, from each case asked alone. */
static void ask_each(const ombud_register *reg, int what, ombud_day from, ombud_day to, shown *out)
{
    int64_t number = 0;
    out->count = 0;
    while (ombud_register_next_number(reg, number, &number) == OMBUD_OK) {
        ombud_terms *terms = NULL;
        ombud_asof asof = OMBUD_ASOF_INIT;
        asof.day = ombud_register_present(reg);
        OK(ombud_case_terms(ombud_register_case(reg, number), &asof, &terms, NULL));
        for (size_t i = 0; i < ombud_terms_count(terms); i++) {
            ombud_term t = OMBUD_TERM_INIT, later = OMBUD_TERM_INIT;
            OK(ombud_terms_get(terms, i, &t));
            int pending =
                t.status == OMBUD_TERM_OPEN || t.status == OMBUD_TERM_OVERDUE || t.status == OMBUD_TERM_EXPIRED;
            int dated = t.no_due == OMBUD_DUE_KNOWN;
            if (!pending || (what == ELAPSED ? !trial_view_is(t.name, "kept") : !t.duty))
                continue;
            /* What ran before is over when the term begins anew. */
            for (size_t j = i + 1; j < ombud_terms_count(terms) && pending; j++) {
                OK(ombud_terms_get(terms, j, &later));
                pending = later.name.ptr != t.name.ptr || later.item_number != t.item_number;
            }
            if (!pending || (what == UNDATED ? dated : !dated || t.due < from || t.due > to))
                continue;
            assert_true(out->count < 4096);
            ombud_due_entry *e = &out->list[out->count++];
            *e = (ombud_due_entry)OMBUD_DUE_ENTRY_INIT;
            e->struct_size = index_of(ombud_register_case(reg, number), &t);
            e->duty = t.duty;
            e->number = number;
            e->name = t.name;
            e->item_prefix = t.item_prefix;
            e->item_number = t.item_number;
            e->status = t.status;
            e->has_due = dated;
            e->due = dated ? t.due : 0;
            e->days = dated ? t.due - asof.day : 0;
            e->bearer = t.bearer;
            e->addressee = t.addressee;
            e->provision = t.provision;
            e->row = t.row;
        }
        ombud_terms_free(terms);
    }
    qsort(out->list, out->count, sizeof out->list[0], by_entry);
}

static void compare(const ombud_register *reg, int what, ombud_day from, ombud_day to)
{
    static shown want;
    ombud_agenda *agenda = NULL;
    ombud_day on = to + 1;
    switch (what) {
    case DUE: OK(ombud_register_due(reg, from, to, &agenda, NULL)); break;
    case OVERDUE: OK(ombud_register_overdue(reg, on, &agenda, NULL)); break;
    case UNDATED: OK(ombud_register_undated(reg, &agenda, NULL)); break;
    default: OK(ombud_register_elapsed(reg, on, &agenda, NULL));
    }
    ask_each(reg, what, what == DUE ? from : OMBUD_DAY_MIN, to, &want);
    assert_int_equal(ombud_agenda_count(agenda), want.count);
    for (size_t i = 0; i < want.count; i++) {
        ombud_due_entry got = OMBUD_DUE_ENTRY_INIT;
        OK(ombud_agenda_get(agenda, i, &got));
        const ombud_due_item *item = &ombud_agenda_items(agenda)[i];
        assert_int_equal(item->number, got.number);
        assert_int_equal(item->item_number, got.item_number);
        assert_true(got.has_due ? item->day == got.due : item->day == INT32_MAX);
        assert_memory_equal(&got.name.ptr[0], want.list[i].name.ptr, got.name.len);
        assert_int_equal(item->item, want.list[i].struct_size);
        want.list[i].struct_size = got.struct_size;
        got.name = want.list[i].name;
        got.item_prefix = want.list[i].item_prefix;
        assert_memory_equal(&got, &want.list[i], sizeof got);
    }
    ombud_agenda_free(agenda);
}

static void compare_all(const ombud_register *reg)
{
    ombud_day present = ombud_register_present(reg), next, best = OMBUD_DAY_MAX + 1;
    int64_t number = 0;
    compare(reg, DUE, present, present + 7);
    compare(reg, DUE, present - 40, present + 400);
    compare(reg, OVERDUE, 0, present - 1);
    compare(reg, OVERDUE, 0, present + 100);
    compare(reg, UNDATED, 0, 0);
    compare(reg, ELAPSED, 0, present - 1);
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = present;
    while (ombud_register_next_number(reg, number, &number) == OMBUD_OK) {
        if (ombud_case_next_change(ombud_register_case(reg, number), &asof, &next, NULL) == OMBUD_OK && next < best)
            best = next;
    }
    ombud_status status = ombud_register_next_change(reg, &next, NULL);
    assert_int_equal(status, best > OMBUD_DAY_MAX ? OMBUD_E_NOT_FOUND : OMBUD_OK);
    if (status == OMBUD_OK)
        assert_int_equal(next, best);
}

/* Hundreds of changes at random, late ones and ones struck out among them, and the present that goes on. */
static void lists_are_what_the_cases_say(void **state)
{
    static const char *const events[] = {"file.lodged f%u by=p1",   "file.answered f%u by=p1", "file.closed f%u by=p1",
                                         "file.reopened f%u by=p1", "fact f%u ill=yes by=p1",  "fact f%u ill=no by=p1",
                                         "file.answered f%u by=p1", "file.closed f%u by=p1"};
    (void)state;
    ombud_law *law = LAW(busy_law);
    uint64_t seed = 2026;
    size_t applied = 0, refused = 0;
    for (int world = 0; world < 12; world++) {
        ombud_register *reg = new_register(law, "2024-01-01"), *again = NULL;
        for (int step = 0; step < 220; step++) {
            int64_t number = 1 + (int64_t)trial_below(&seed, 9);
            char text[128], event[64];
            ombud_day present = ombud_register_present(reg);
            if (ombud_register_case(reg, number) == NULL)
                REGISTER_LINE(reg, number, "person p1 desk");
            if (trial_below(&seed, 6) == 0) {
                OK(ombud_register_advance(reg, present + (ombud_day)trial_below(&seed, 60), NULL));
            } else {
                snprintf(event, sizeof event, events[trial_below(&seed, sizeof events / sizeof *events)],
                         (unsigned)(1 + trial_below(&seed, 3)));
                snprintf(text, sizeof text, "%s %s", trial_date(present - (ombud_day)trial_below(&seed, 90)), event);
                if (trial_below(&seed, 25) == 0)
                    snprintf(text, sizeof text, "%s void 1", trial_date(present));
                ombud_status status = ombud_register_line(reg, number, text, strlen(text), NULL);
                applied += status == OMBUD_OK;
                refused += status != OMBUD_OK;
                assert_true(status == OMBUD_OK || status == OMBUD_E_NOT_FOUND);
            }
            if (step % 5 == 0)
                compare_all(reg);
        }
        /* The same cases put in as they are give the same lists. */
        OK(ombud_register_under(reg, NULL, NULL, &again, NULL));
        compare_all(again);
        ombud_register_free(again);
        ombud_register_free(reg);
    }
    print_message("# %u lines recorded, %u refused\n", (unsigned)applied, (unsigned)refused);
    assert_true(applied > 800 && refused > 20);
    ombud_law_free(law);
}

/* What happened in another order of calls gives the same lists, byte for byte. */
static void lists_do_not_depend_on_the_order_of_calls(void **state)
{
    (void)state;
    ombud_law *law = LAW(small_law);
    ombud_register *one = new_register(law, "2026-03-01"), *two = new_register(law, "2026-02-01");
    for (int64_t n = 1; n <= 300; n++) {
        REGISTER_LINE(one, n, "person p2 desk");
        REGISTER_LINE(one, n, n % 2 ? "2026-02-20 report.received r1 by=p2" : "2026-02-25 report.received r1 by=p2");
    }
    OK(ombud_register_advance(two, trial_day("2026-03-01"), NULL));
    for (int64_t n = 300; n >= 1; n--) {
        REGISTER_LINE(two, n, "person p2 desk");
        REGISTER_LINE(two, n, n % 2 ? "2026-02-20 report.received r1 by=p2" : "2026-02-25 report.received r1 by=p2");
    }
    ombud_agenda *first = NULL, *second = NULL;
    OK(ombud_register_due(one, trial_day("2026-02-01"), trial_day("2026-04-01"), &first, NULL));
    OK(ombud_register_due(two, trial_day("2026-02-01"), trial_day("2026-04-01"), &second, NULL));
    assert_int_equal(ombud_agenda_count(first), 300);
    assert_int_equal(ombud_agenda_count(second), 300);
    assert_memory_equal(ombud_agenda_items(first), ombud_agenda_items(second), 300 * sizeof(ombud_due_item));
    assert_int_equal(ombud_agenda_items(first)[0].number, 1);
    ombud_agenda_free(first);
    ombud_agenda_free(second);
    ombud_register_free(one);
    ombud_register_free(two);
    ombud_law_free(law);
}

/* ---- recording --------------------------------------------------------------------------------------------------- */

static void what_is_refused_changes_nothing(void **state)
{
    static const struct {
        const char *line;
        ombud_status status;
    } bad[] = {
        {"2026-02-03 report.recieved r1 by=p2", OMBUD_E_UNKNOWN_NAME},
        {"person q1 desk", OMBUD_E_UNKNOWN_NAME},
        {"person r1 desk", OMBUD_E_CONFLICT},
        {"person p3 clerk", OMBUD_E_UNKNOWN_NAME},
        {"item", OMBUD_E_SYNTAX},
        {"expect nothing", OMBUD_E_SYNTAX},
        {"2026-02-30 report.received r2 by=p2", OMBUD_E_DATE},
        {"2026-02-11 report.received r2 by=p2", OMBUD_E_RANGE},
        {"2026-02-03 void 9", OMBUD_E_NOT_FOUND},
        {"2026-02-03 \xff", OMBUD_E_UTF8},
        {"2026-02-03 report.received r2 by=p9", OMBUD_E_NOT_FOUND},
    };
    (void)state;
    ombud_law *law = LAW(small_law);
    ombud_register *reg = new_register(law, "2026-02-10");
    REGISTER_LINE(reg, 5, "person p2 desk # who sits there");
    REGISTER_LINE(reg, 5, "2026-02-02 report.received r1 by=p2");
    trial_text before = trial_written(ombud_register_case(reg, 5));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        for (int64_t number = 5; number <= 6; number++) {
            ombud_error err = OMBUD_ERROR_INIT;
            ombud_status got = ombud_register_line(reg, number, bad[i].line, strlen(bad[i].line), &err);
            if (number == 5 && got != bad[i].status)
                fail_msg("%s: %s", bad[i].line, ombud_status_name(got));
            assert_int_not_equal(got, OMBUD_OK);
            assert_int_equal(err.code, got);
            assert_true(err.message[0] != '\0');
        }
    }
    trial_text after = trial_written(ombud_register_case(reg, 5));
    assert_string_equal(before.bytes, after.bytes);
    assert_int_equal(ombud_register_count(reg), 1);
    assert_null(ombud_register_case(reg, 6));
    /* A blank line and a comment begin no case. */
    REGISTER_LINE(reg, 6, "");
    REGISTER_LINE(reg, 6, "  # nothing");
    assert_null(ombud_register_case(reg, 6));
    ombud_event event = trial_event("2026-02-11 report.acknowledged r1 by=p2");
    ombud_changes *changes = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(ombud_register_apply(reg, 5, &event, &changes, &err), OMBUD_E_RANGE);
    assert_null(changes);
    assert_int_equal(ombud_register_apply(reg, 6, &event, &changes, &err), OMBUD_E_NOT_FOUND);
    event = trial_event("2026-02-09 report.acknowledged r1");
    event.by = 2;
    OK(ombud_register_apply(reg, 5, &event, &changes, &err));
    assert_int_equal(ombud_changes_ruling(changes), OMBUD_PERMITTED);
    assert_int_equal(ombud_terms_count(ombud_changes_terms(changes)), 1);
    ombud_changes_free(changes);
    assert_int_equal(ombud_register_open(reg, 5, &err), OMBUD_E_DUPLICATE);
    assert_int_equal(ombud_register_open(reg, 0, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_register_open(reg, OMBUD_NUMBER_MAX + 1, &err), OMBUD_E_ARGUMENT);
    OK(ombud_register_open(reg, OMBUD_NUMBER_MAX, &err));
    OK(ombud_register_person(reg, OMBUD_NUMBER_MAX, 2, "desk", &err));
    OK(ombud_register_item(reg, OMBUD_NUMBER_MAX, "r7", &err));
    assert_int_equal(ombud_register_item(reg, 77, "r7", &err), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_register_advance(reg, trial_day("2026-02-09"), &err), OMBUD_E_RANGE);
    assert_int_equal(ombud_register_present(reg), trial_day("2026-02-10"));
    assert_int_equal(ombud_register_due(reg, 0, OMBUD_DAY_MAX + 1, NULL, &err), OMBUD_E_ARGUMENT);
    ombud_agenda *none = NULL;
    assert_int_equal(ombud_register_due(reg, 0, OMBUD_DAY_MAX + 1, &none, &err), OMBUD_E_RANGE);
    OK(ombud_register_due(reg, 10, 9, &none, &err));
    assert_int_equal(ombud_agenda_count(none), 0);
    assert_null(ombud_agenda_items(none));
    ombud_agenda_free(none);
    free(before.bytes);
    free(after.bytes);
    ombud_register_free(reg);
    ombud_law_free(law);
}

/* ---- deleting ---------------------------------------------------------------------------------------------------- */

static void expect_hold(const ombud_register *reg, int64_t number, ombud_hold_kind kind, const char *name)
{
    ombud_holds *holds = NULL;
    ombud_hold hold = OMBUD_HOLD_INIT;
    int found = 0;
    OK(ombud_register_holds(reg, number, &holds, NULL));
    for (size_t i = 0; i < ombud_holds_count(holds); i++) {
        OK(ombud_holds_get(holds, i, &hold));
        found |= hold.kind == kind && trial_view_is(hold.name, name);
    }
    if (!found)
        fail_msg("nothing of kind %d named %s holds case %d", (int)kind, name, (int)number);
    assert_int_equal(ombud_holds_get(holds, ombud_holds_count(holds), &hold), OMBUD_E_NOT_FOUND);
    ombud_holds_free(holds);
}

/* A key of the host's and no cryptography: enough to see what is handed over. */
static int sum_digest(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                      unsigned char *out, size_t capacity, size_t *out_len)
{
    unsigned sum = *(unsigned *)user;
    for (size_t i = 0; i < previous_len; i++)
        sum = sum * 31 + previous[i];
    for (size_t i = 0; i < len; i++)
        sum = sum * 31 + (unsigned char)bytes[i];
    assert_true(capacity >= sizeof sum);
    memcpy(out, &sum, sizeof sum);
    *out_len = sizeof sum;
    return (int)(*(unsigned *)user == 13);
}

static void a_case_is_deleted_when_nothing_holds_it(void **state)
{
    (void)state;
    ombud_law *law = LAW(busy_law);
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_register *reg = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    unsigned key = 11;
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.user = &key;
    chain.digest = sum_digest;
    OK(ombud_register_new(law, NULL, trial_day("2024-01-10"), &alloc, &reg, NULL));
    /* 7777777777 in binary is looked for in all that is given back. */
    int64_t number = 7777777777, person = 7777777778;
    memory.trace = NULL;
    OK(ombud_register_open(reg, number, NULL));
    OK(ombud_register_person(reg, number, person, "desk", NULL));
    REGISTER_LINE(reg, number, "2024-01-10 file.lodged f1 by=p7777777778");
    assert_int_equal(ombud_register_delete(reg, number, &chain, &err), OMBUD_E_REFUSED);
    assert_string_equal(err.excerpt, "answer");
    expect_hold(reg, number, OMBUD_HOLD_DUTY, "answer");
    expect_hold(reg, number, OMBUD_HOLD_DUTY, "tell");
    expect_hold(reg, number, OMBUD_HOLD_TERM, "silence");
    expect_hold(reg, number, OMBUD_HOLD_RETENTION, "kept");
    expect_hold(reg, number, OMBUD_HOLD_EVENT, "deleted");
    REGISTER_LINE(reg, number, "2024-01-10 file.answered f1 by=p7777777778");
    REGISTER_LINE(reg, number, "2024-01-10 claim.raised c1 by=p7777777778");
    REGISTER_LINE(reg, number, "2024-01-10 link c1 on f1 by=p7777777778");
    REGISTER_LINE(reg, number, "2024-01-10 file.closed f1 by=p7777777778");
    assert_int_equal(ombud_register_delete(reg, number, &chain, &err), OMBUD_E_REFUSED);
    assert_string_equal(err.excerpt, "kept");
    /* The last day of keeping is not over on the day itself. */
    OK(ombud_register_advance(reg, trial_day("2026-01-10"), NULL));
    expect_hold(reg, number, OMBUD_HOLD_RETENTION, "kept");
    OK(ombud_register_advance(reg, trial_day("2026-01-11"), NULL));
    assert_int_equal(ombud_register_delete(reg, number, &chain, &err), OMBUD_E_REFUSED);
    assert_string_equal(err.excerpt, "deleted");
    REGISTER_LINE(reg, number, "2026-01-11 claim.settled c1 by=p7777777778");
    ombud_holds *holds = NULL;
    OK(ombud_register_holds(reg, number, &holds, NULL));
    assert_int_equal(ombud_holds_count(holds), 0);
    ombud_holds_free(holds);
    key = 13;
    assert_int_equal(ombud_register_delete(reg, number, &chain, &err), OMBUD_E_CALLBACK);
    assert_int_equal(ombud_register_count(reg), 1);
    key = 11;
    unsigned char head[OMBUD_CHAIN_DIGEST_MAX];
    size_t length;
    OK(ombud_case_chain(ombud_register_case(reg, number), &chain, 6, NULL, head, sizeof head, &length, NULL));
    char trace[9] = {0};
    memcpy(trace, &person, 5);
    memory.trace = trace; /* The person's number must be gone from every block of the case. */
    size_t held = memory.held;
    OK(ombud_register_delete(reg, number, &chain, &err));
    assert_int_equal(memory.traces, 0);
    assert_true(memory.held < held - 500);
    assert_int_equal(ombud_register_count(reg), 0);
    assert_null(ombud_register_case(reg, number));
    ombud_tombstone stone = OMBUD_TOMBSTONE_INIT;
    OK(ombud_register_tombstone(reg, number, &stone));
    assert_int_equal(stone.number, number);
    assert_int_equal(stone.on, trial_day("2026-01-11"));
    assert_int_equal(stone.digest_length, length);
    assert_memory_equal(stone.digest, head, length);
    assert_int_equal(ombud_register_tombstone(reg, 1, &stone), OMBUD_E_NOT_FOUND);
    /* The number is not given again. */
    assert_int_equal(ombud_register_delete(reg, number, &chain, &err), OMBUD_E_STATE);
    assert_int_equal(ombud_register_open(reg, number, &err), OMBUD_E_STATE);
    assert_int_equal(ombud_register_line(reg, number, "person p1 desk", 14, &err), OMBUD_E_STATE);
    assert_int_equal(ombud_register_holds(reg, number, &holds, &err), OMBUD_E_STATE);
    assert_int_equal(ombud_register_delete(reg, 4, NULL, &err), OMBUD_E_NOT_FOUND);
    /* A case in which nothing happened is not held; without a callback there is no digest. */
    OK(ombud_register_open(reg, 3, NULL));
    OK(ombud_register_delete(reg, 3, NULL, &err));
    OK(ombud_register_tombstone(reg, 3, &stone));
    assert_int_equal(stone.digest_length, 0);
    ombud_day next;
    assert_int_equal(ombud_register_next_change(reg, &next, NULL), OMBUD_E_NOT_FOUND);
    ombud_register *other = NULL;
    OK(ombud_register_under(reg, NULL, &alloc, &other, NULL));
    OK(ombud_register_tombstone(other, number, &stone));
    assert_int_equal(stone.digest_length, length);
    ombud_register_free(other);
    ombud_register_free(reg);
    assert_int_equal(memory.traces, 0);
    assert_int_equal(memory.held, 0);
    ombud_law_free(law);
}

/* ---- memory ------------------------------------------------------------------------------------------------------ */

/* docs/register.md states it. */
static void a_case_takes_little(void **state)
{
    (void)state;
    enum { CASES = 2000 };
    watched memory = {0};
    ombud_alloc alloc = watching(&memory);
    ombud_law *law = NULL;
    ombud_register *reg = NULL;
    OK(ombud_law_builtin("bxl2019", NULL, &law, NULL));
    OK(ombud_register_new(law, NULL, trial_day("2026-06-01"), &alloc, &reg, NULL));
    for (int64_t n = 1; n <= CASES; n++) {
        REGISTER_LINE(reg, n, "person p1 reporter");
        REGISTER_LINE(reg, n, "person p2 contact_point");
        REGISTER_LINE(reg, n, "2026-03-02 report.received r1 by=p2 reporter=p1 channel=external form=written");
        REGISTER_LINE(reg, n, "2026-03-06 report.acknowledged r1 by=p2");
    }
    size_t each = memory.held / CASES;
    print_message("# %u bytes a case of three items and two lines\n", (unsigned)each);
    assert_true(each <= 3072);
    ombud_register_free(reg);
    assert_int_equal(memory.held, 0);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_stay_in_order),
        cmocka_unit_test(lists_are_what_the_cases_say),
        cmocka_unit_test(lists_do_not_depend_on_the_order_of_calls),
        cmocka_unit_test(what_is_refused_changes_nothing),
        cmocka_unit_test(a_case_is_deleted_when_nothing_holds_it),
        cmocka_unit_test(a_case_takes_little),
    };
    return cmocka_run_group_tests_name("register", tests, NULL, NULL);
}
