/*
 * For libFuzzer (-fsanitize=fuzzer) and for replay.c: bytes as a sequence of lines of a journal under a built-in law.
 *
 * The incremental fold is held against slower ways to the same: the journal written out and read again, the journal in
 * the order of its days, and the journal cut off after a day. A line that is refused must leave the case as it was.
 */
#include "exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

enum { LINES = 48, LINE = 300, PERSONS = 4, OF_A_KIND = 2, FIRST_DAY = 20514 };

typedef struct input {
    const uint8_t *bytes;
    size_t length, at;
} input;

typedef struct told {
    ombud_day on;
    int64_t by;
    char line[LINE];
} told;

static unsigned take(input *in)
{
    return in->at < in->length ? in->bytes[in->at++] : 0;
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static int same(ombud_view a, ombud_view b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static ombud_word word_at(const ombud_law *law, ombud_word_kind kind, size_t index)
{
    ombud_word word = OMBUD_WORD_INIT;
    if (ombud_law_word(law, kind, index, OMBUD_LANG_EN, &word) != OMBUD_OK)
        exercise_wrong("a word that is not there");
    return word;
}

static ombud_word any_word(const ombud_law *law, ombud_word_kind kind, input *in)
{
    size_t count = ombud_law_word_count(law, kind), index = take(in);
    index = index << 8 | take(in);
    return word_at(law, kind, index % count);
}

/* ` r1`: an item of a kind, or of any kind if `owner` names none. */
static void put_item(const ombud_law *law, ombud_view owner, input *in, exercise_text *to)
{
    char text[80];
    ombud_word kind = any_word(law, OMBUD_WORD_ITEM, in);
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ITEM); i++) {
        ombud_word other = word_at(law, OMBUD_WORD_ITEM, i);
        kind = same(other.name, owner) ? other : kind;
    }
    int length = snprintf(text, sizeof text, "%.*s%u", (int)kind.owner.len, kind.owner.ptr, 1 + take(in) % OF_A_KIND);
    exercise_put(to, text, (size_t)length);
}

static void put_text(exercise_text *to, const char *text)
{
    exercise_put(to, text, strlen(text));
}

static void put_choice(const ombud_law *law, ombud_view argument, input *in, exercise_text *to)
{
    size_t wanted = take(in), found = 0;
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_CHOICE); i++) {
            ombud_word choice = word_at(law, OMBUD_WORD_CHOICE, i);
            if (!same(choice.owner, argument))
                continue;
            if (round == 1 && wanted-- == 0) {
                exercise_put(to, choice.name.ptr, choice.name.len);
                return;
            }
            found += round == 0;
        }
        wanted = found ? wanted % found : 0;
    }
}

static void put_event(const ombud_law *law, input *in, exercise_text *to)
{
    ombud_word event = any_word(law, OMBUD_WORD_EVENT, in), argument = OMBUD_WORD_INIT;
    exercise_put(to, event.name.ptr, event.name.len);
    put_text(to, " ");
    put_item(law, event.owner, in, to);
    for (size_t i = 0; ombud_law_event_argument(law, event.name.ptr, i, OMBUD_LANG_EN, &argument) == OMBUD_OK; i++) {
        unsigned how = take(in);
        if (how % 8 == 0)
            continue;
        put_text(to, " ");
        exercise_put(to, argument.name.ptr, argument.name.len);
        put_text(to, "=");
        switch (argument.argument) {
        case OMBUD_ARGUMENT_ITEM: put_item(law, ombud_view_of(how % 4 ? "person" : ""), in, to); break;
        case OMBUD_ARGUMENT_CHOICE: put_choice(law, argument.name, in, to); break;
        case OMBUD_ARGUMENT_DAY: put_text(to, how % 2 ? "2026-03-31" : "2024-02-29"); break;
        default: put_text(to, how % 2 ? "P3M" : "P0D");
        }
    }
}

static void put_line(const ombud_law *law, input *in, exercise_text *to)
{
    static const char *const values[] = {"=yes", "=no", "=unknown"};
    char text[40];
    unsigned what = take(in) % 16;
    if (what == 0) {
        snprintf(text, sizeof text, "void %u", 1 + take(in) % 8);
        put_text(to, text);
    } else if (what < 5) {
        ombud_word fact = any_word(law, OMBUD_WORD_FACT, in);
        size_t dot = 0;
        while (dot < fact.name.len && fact.name.ptr[dot] != '.')
            dot++;
        put_text(to, "fact ");
        put_item(law, fact.owner, in, to);
        put_text(to, " ");
        exercise_put(to, dot < fact.name.len ? fact.name.ptr + dot + 1 : fact.name.ptr,
                     dot < fact.name.len ? fact.name.len - dot - 1 : fact.name.len);
        put_text(to, values[take(in) % 3]);
    } else if (what == 5) {
        ombud_word link = any_word(law, OMBUD_WORD_LINK, in);
        put_text(to, "link ");
        put_item(law, link.owner, in, to);
        put_text(to, " ");
        exercise_put(to, link.name.ptr, link.name.len);
        put_text(to, " ");
        put_item(law, ombud_view_of(""), in, to);
    } else {
        put_event(law, in, to);
    }
}

/* ---- cases ------------------------------------------------------------------------------------------------------- */

/* Every item is there from the start, so that lines may be told in any order; each person holds a share of the roles.
 */
static ombud_case *new_case(const ombud_law *law, const ombud_alloc *alloc)
{
    ombud_case *c = NULL;
    char name[80];
    if (ombud_case_new(law, NULL, alloc, &c, NULL) != OMBUD_OK)
        exercise_wrong("a law without a case");
    for (int64_t person = 1; person <= PERSONS; person++)
        if (ombud_case_person(c, person, NULL, NULL) != OMBUD_OK)
            exercise_wrong("a case without a person");
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ROLE); i++) {
        ombud_word role = word_at(law, OMBUD_WORD_ROLE, i);
        snprintf(name, sizeof name, "%.*s", (int)role.name.len, role.name.ptr);
        (void)ombud_case_person(c, 1 + (int64_t)i % (PERSONS - 1), name, NULL); /* a role that items hold is not told */
    }
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ITEM); i++)
        for (int number = 1; number <= OF_A_KIND; number++) {
            ombud_word kind = word_at(law, OMBUD_WORD_ITEM, i);
            snprintf(name, sizeof name, "%.*s%d", (int)kind.owner.len, kind.owner.ptr, number);
            (void)ombud_case_item(c, name, NULL); /* a person is declared otherwise */
        }
    return c;
}

static ombud_status tell(ombud_case *c, const told *line)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.on = line->on;
    event.by = line->by;
    event.line = ombud_view_of(line->line);
    return ombud_case_apply(c, &event, NULL, NULL);
}

/* States, terms and findings as of a day; positions of lines are left out, since they differ by the order of telling.
 */
static void summarise(const ombud_case *c, ombud_day day, exercise_text *to)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    char text[400];
    asof.day = day;
    to->length = 0;
    for (size_t i = 0; i < ombud_case_item_count(c); i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        ombud_view state = {0, 0};
        if (ombud_case_item_at(c, i, &item) != OMBUD_OK)
            exercise_wrong("an item that is not there");
        snprintf(text, sizeof text, "%.*s%lld", (int)item.prefix.len, item.prefix.ptr, (long long)item.number);
        if (ombud_case_state(c, text, &asof, &state, NULL) != OMBUD_OK)
            exercise_wrong("an item without a state");
        put_text(to, text);
        put_text(to, " ");
        exercise_put(to, state.ptr, state.len);
        put_text(to, "\n");
    }
    if (ombud_case_terms(c, &asof, &terms, NULL) != OMBUD_OK ||
        ombud_case_findings(c, &asof, &findings, NULL) != OMBUD_OK)
        exercise_wrong("a case without terms or findings");
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term t = OMBUD_TERM_INIT;
        (void)ombud_terms_get(terms, i, &t);
        snprintf(text, sizeof text, "%.*s %.*s%lld %d %d %lld %d %lld %d %lld\n", (int)t.name.len, t.name.ptr,
                 (int)t.item_prefix.len, t.item_prefix.ptr, (long long)t.item_number, t.status, t.no_due,
                 (long long)(t.no_due == OMBUD_DUE_KNOWN ? t.due : 0), t.has_closed, (long long)t.closed, t.extended,
                 (long long)t.opened);
        put_text(to, text);
    }
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_finding f = OMBUD_FINDING_INIT;
        (void)ombud_findings_get(findings, i, &f);
        snprintf(text, sizeof text, "%d %.*s %.*s%lld %lld %d %lld\n", f.kind, (int)f.name.len, f.name.ptr,
                 (int)f.item_prefix.len, f.item_prefix.ptr, (long long)f.item_number, (long long)f.since, f.has_until,
                 (long long)f.until);
        put_text(to, text);
    }
    ombud_terms_free(terms);
    ombud_findings_free(findings);
}

static void must_be_alike(const ombud_case *c, const ombud_case *other, ombud_day day, const char *what)
{
    exercise_text one = {NULL, 0, 0}, two = {NULL, 0, 0};
    summarise(c, day, &one);
    summarise(other, day, &two);
    if (one.length != two.length || memcmp(one.bytes, two.bytes, one.length) != 0) {
        fprintf(stderr, "%.*s-- is not\n%.*s", (int)one.length, one.bytes, (int)two.length, two.bytes);
        one.length = 0;
        (void)ombud_case_write(c, exercise_put, &one, NULL);
        fprintf(stderr, "%.*s", (int)one.length, one.bytes);
        exercise_wrong(what);
    }
    free(one.bytes);
    free(two.bytes);
}

/* ---- the slower ways --------------------------------------------------------------------------------------------- */

/* The lines up to a day, told again in the order of days or of telling. 0 if one of them cannot be told so. */
static int told_again(const ombud_law *law, const told *lines, size_t count, ombud_day until, int by_day,
                      ombud_case **out)
{
    size_t order[LINES];
    for (size_t i = 0; i < count; i++) {
        size_t at = i;
        while (by_day && at > 0 && lines[order[at - 1]].on > lines[i].on) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    *out = new_case(law, NULL);
    for (size_t i = 0; i < count; i++)
        if (lines[order[i]].on <= until && tell(*out, &lines[order[i]]) != OMBUD_OK)
            return 0;
    return 1;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static ombud_law *laws[8];
    exercise_memory memory = {0, 0};
    const ombud_alloc alloc = {&memory, exercise_alloc, exercise_resize, exercise_free};
    input in = {bytes, length, 0};
    told lines[LINES];
    size_t count = 0, which = take(&in) % ombud_law_builtin_count();
    if (which >= sizeof laws / sizeof *laws)
        exercise_wrong("more laws than were foreseen");
    if (laws[which] == NULL && ombud_law_builtin(ombud_law_builtin_name(which), NULL, &laws[which], NULL) != OMBUD_OK)
        exercise_wrong("a built-in law that cannot be read");
    const ombud_law *law = laws[which];
    ombud_case *c = new_case(law, &alloc), *other = NULL;
    exercise_text line = {NULL, 0, 0};
    ombud_day day = FIRST_DAY, last = FIRST_DAY;
    int voids = 0;
    while (in.at < in.length && count < LINES) {
        unsigned step = take(&in);
        day += step < 200 ? step % 40 : 200 - (ombud_day)step;
        told *next = &lines[count];
        next->on = day;
        next->by = take(&in) % (PERSONS + 1);
        line.length = 0;
        put_line(law, &in, &line);
        if (line.length >= LINE)
            continue;
        memcpy(next->line, line.bytes, line.length);
        next->line[line.length] = '\0';
        size_t before = ombud_case_journal_count(c);
        if (tell(c, next) == OMBUD_OK) {
            voids |= strncmp(next->line, "void", 4) == 0;
            last = day > last ? day : last;
            count++;
        } else if (ombud_case_journal_count(c) != before) {
            exercise_wrong("a refused line that stays");
        }
    }
    ombud_day late = last + 400, middle = FIRST_DAY + (last - FIRST_DAY) / 2;
    exercise_questions(c, middle, exercise_turn((const char *)bytes, length));
    exercise_round_trip(c, law);
    if (ombud_case_clone(c, &alloc, &other, NULL) != OMBUD_OK)
        exercise_wrong("a case that cannot be cloned");
    must_be_alike(c, other, late, "a clone is not what was cloned");
    ombud_case_free(other);
    if (!voids && told_again(law, lines, count, late, 1, &other))
        must_be_alike(c, other, late, "the order of telling counts");
    if (!voids)
        ombud_case_free(other);
    if (!voids && told_again(law, lines, count, middle, 0, &other))
        must_be_alike(c, other, middle, "what happened later counts");
    if (!voids)
        ombud_case_free(other);
    ombud_case_free(c);
    free(line.bytes);
    if (memory.blocks != 0 || memory.bytes != 0)
        exercise_wrong("a leak");
    return 0;
}
