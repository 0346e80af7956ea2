/**
 * How large an arena must be: random cases of growing size live within the bound while every question is asked of them,
 * and the bound is not absurd.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kernel/civil.h"
#include "kernel/result.h"

/* One kind of item with duties that come back, a term whose end brings an event about, requirements and a link;
 * definitions that are kept, read what was kept, and read through the link; and what not everybody may know. */
static const char garden[] =
    "law garden\n"
    "title en \"Rules of the garden\"\n"
    "force policy\n"
    "source \"G-1\"\n"
    "verified 2024-02-29\n"
    "role keeper\n"
    "role warden\n"
    "item person p\n"
    "  fact trained stated by warden\n"
    "item plot s\n"
    "  states free, let_out, left\n"
    "  event let by warden carries holder (person), way (internal, external)\n"
    "  event weeded, watered by keeper\n"
    "  event noticed carries seen (day), leave (period)\n"
    "  event left_alone by keeper, warden\n"
    "  fact dry, sunny stated by keeper silence no\n"
    "  fact sick stated by keeper, warden\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n"
    "  anchor \"a\"\n"
    "  gloss en \"g\"\n"
    "  plot.let: any -> let_out\n"
    "  plot.left_alone: let_out, free -> left\n"
    "  plot.weeded, watered: let_out -> same\n"
    "  plot.noticed: any -> same\n"
    "  plot.left_alone only when sunny unless sick\n"
    "  plot.let only when cared_for or dry or was_dry\n"
    "  plot.was_dry as at plot.watered when dry and at least 1 holder -> person (trained) unless sunny\n"
    "  plot.still_dry as at plot.weeded when was_dry or not sick\n"
    "  plot.cared_for when at least 1 holder -> person (trained) unless still_dry and was_dry\n"
    "  withhold plot.sick, plot.noticed from all but warden\n"
    "  plot.weeded not when dry\n"
    "  require sound keeper while plot is let_out: not sick\n"
    "  require held keeper while plot is let_out, left: at least 1 holder -> person (trained)\n"
    "  answer plot.fit = yes when sunny unless dry\n"
    "  answer plot.fit = no when dry\n"
    "  answer plot.loved = yes when (cared_for and still_dry) or was_dry\n"
    "  duty weed keeper to warden\n"
    "    opened by plot.let, watered\n"
    "    within at most P7D\n"
    "    met by plot.weeded\n"
    "  term dry_up\n"
    "    opened by plot.watered, weeded\n"
    "    within exactly P10D\n"
    "    lapses by plot.noticed\n"
    "    then plot.left_alone\n"
    "  duty leave_duty keeper to warden\n"
    "    opened by plot.noticed\n"
    "    within carried leave\n"
    "    met by plot.left_alone\n";

/* Over an arena: remembers the most that lived at once, and checks that each block comes back with its own size. */
enum { BLOCKS = 256 };
typedef struct watch {
    ombud_alloc arena;
    size_t most;
    struct {
        void *block;
        size_t size;
    } live[BLOCKS];
} watch;

static void note(watch *w, void *before, size_t size_before, void *after, size_t size)
{
    size_t at = 0;
    while (at < BLOCKS && w->live[at].block != before) {
        at++;
    }
    assert_true(at < BLOCKS);
    assert_int_equal(w->live[at].size, size_before);
    w->live[at].block = after;
    w->live[at].size = size;
    size_t used = ombud_arena_used(&w->arena);
    w->most = used > w->most ? used : w->most;
}

static void *watch_alloc(void *ctx, size_t size)
{
    watch *w = ctx;
    void *block = w->arena.alloc(w->arena.ctx, size);
    if (block) {
        note(w, NULL, 0, block, size);
    }
    return block;
}

static void *watch_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    watch *w = ctx;
    void *moved = w->arena.resize(w->arena.ctx, block, old_size, new_size);
    if (moved) {
        note(w, block, old_size, moved, new_size);
    }
    return moved;
}

static void watch_free(void *ctx, void *block, size_t size)
{
    watch *w = ctx;
    note(w, block, size, NULL, 0);
    w->arena.free(w->arena.ctx, block, size);
}

/* ---- random journals --------------------------------------------------------------------------------------------- */

typedef struct run {
    const ombud_law *law;
    ombud_case *matter;
    uint32_t seed;
    int32_t day;
    size_t ties, links;
    size_t thens;        /* most steps that ends of terms brought about */
    int demanding;       /* 1: what opens and ends terms and turns requirements, with all the loads there may be */
    ombud__id hungriest; /* opens most terms */
    ombud__id strictest; /* kind with most requirements */
} run;

static uint32_t pick(run *r, size_t below)
{
    r->seed = r->seed * 1664525u + 1013904223u;
    return below == 0 ? 0 : (uint32_t)((r->seed >> 8) % below);
}

static uint16_t random_member(run *r, ombud__id kind)
{
    size_t count = r->matter->members_count, from = pick(r, count);
    for (size_t i = 0; i < count; i++) {
        if (r->matter->members[(from + i) % count].kind == kind) {
            return (uint16_t)((from + i) % count);
        }
    }
    return OMBUD__NOBODY;
}

/* An argument of the event, or a fact of the item. */
static int random_load(run *r, const ombud__event *event, ombud__id kind, ombud__load *load)
{
    const ombud_law *law = r->law;
    memset(load, 0, sizeof *load);
    if (event != NULL && event->args > 0 && pick(r, 2)) {
        ombud__id a = law->event_args[event->arg + pick(r, event->args)];
        const ombud__arg *arg = &law->args[a];
        load->what = a;
        switch (arg->type) {
        case OMBUD__ARG_ITEM: {
            uint16_t member = random_member(r, arg->of_kind);
            load->type = OMBUD__LOAD_ITEM;
            load->value = member;
            if (member == OMBUD__NOBODY || r->ties == r->links) {
                return 0;
            }
            r->ties++;
            return 1;
        }
        case OMBUD__ARG_CHOICE:
            load->type = OMBUD__LOAD_CHOICE;
            load->what = (ombud__id)(arg->choice + pick(r, arg->choices));
            return 1;
        case OMBUD__ARG_DAY:
            load->type = OMBUD__LOAD_DAY;
            load->value = r->day - (int32_t)pick(r, 400);
            return 1;
        default:
            load->type = OMBUD__LOAD_PERIOD;
            load->value = (int32_t)pick(r, 60) * 8 + OMBUD_UNIT_DAYS;
            return 1;
        }
    }
    if (law->facts_count == 0) {
        return 0;
    }
    size_t f = pick(r, law->facts_count);
    load->type = OMBUD__LOAD_FACT;
    load->what = (ombud__id)f;
    load->truth = (uint8_t)pick(r, 3);
    return law->facts[f].kind == kind && law->facts[f].type == OMBUD__FACT_STATED && law->facts[f].bit != OMBUD__NONE;
}

static ombud__id opens_most(const ombud_law *law)
{
    size_t most = 0;
    ombud__id best = 0;
    for (size_t e = 0; e < law->events_count; e++) {
        size_t opens = 0;
        for (size_t r = 0; r < law->term_rows_count; r++) {
            for (size_t c = 0; c < law->term_rows[r].clauses; c++) {
                const ombud__clause *clause = &law->clauses[law->term_rows[r].clause + c];
                opens += clause->type == OMBUD__CLAUSE_OPENED && clause->event == e;
            }
        }
        if (opens > most) {
            most = opens;
            best = (ombud__id)e;
        }
    }
    return best;
}

static ombud__id strictest_kind(const ombud_law *law)
{
    size_t most = 0;
    ombud__id best = 0;
    for (size_t k = 0; k < law->kinds_count; k++) {
        size_t count = 0;
        for (size_t r = 0; r < law->requirements_count; r++) {
            count += law->requirements[r].kind == k;
        }
        if (count > most) {
            most = count;
            best = (ombud__id)k;
        }
    }
    return best;
}

static void random_act(run *r, ombud__act *act, ombud__load loads[8])
{
    const ombud_law *law = r->law;
    size_t journal = r->matter->acts_count;
    for (;;) {
        size_t e = r->demanding && pick(r, 3) ? r->hungriest : pick(r, law->events_count);
        const ombud__event *event = &law->events[e];
        ombud__id kind = event->kind;
        if (r->demanding && journal < 6 && kind != r->strictest) {
            e = pick(r, law->events_count);
            event = &law->events[e];
            kind = event->kind;
            if (kind != r->strictest && pick(r, 20)) {
                continue;
            }
        }
        memset(act, 0, sizeof *act);
        act->type = pick(r, 8) ? OMBUD__ACT_EVENT : OMBUD__ACT_FACT;
        act->type = !r->demanding && journal > 4 && pick(r, 25) == 0 ? OMBUD__ACT_VOID : act->type;
        /* First the items come into their states, then what is required of them turns day by day. */
        if (r->demanding && journal > 8 && pick(r, 4)) {
            act->type = OMBUD__ACT_FACT;
            kind = r->strictest;
        }
        act->what = act->type == OMBUD__ACT_EVENT ? (ombud__id)e : 0;
        act->by = r->matter->members_count > 0 && pick(r, 2) ? 0 : OMBUD__NOBODY;
        /* Sometimes late: then the whole journal is folded anew. */
        act->day = r->day - (!r->demanding && pick(r, 12) == 0 ? (int32_t)pick(r, 90) : 0);
        act->entered = r->day;
        act->item = random_member(r, kind);
        if (act->type == OMBUD__ACT_VOID) {
            act->item = OMBUD__NOBODY;
            act->struck = pick(r, journal);
            return;
        }
        if (act->item == OMBUD__NOBODY) {
            continue;
        }
        size_t wanted = r->demanding ? 8 : pick(r, 4);
        for (int tries = 0; tries < 200 && act->loads < wanted; tries++) {
            act->loads = (uint16_t)(act->loads + random_load(r, act->type == OMBUD__ACT_EVENT ? event : NULL, kind,
                                                             &loads[act->loads]));
        }
        return;
    }
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

static void item_name(const run *r, size_t member, char name[80])
{
    const ombud__member *m = &r->matter->members[member];
    ombud_view prefix = r->law->kinds[m->kind].prefix;
    snprintf(name, 80, "%.*s%lld", (int)prefix.len, prefix.ptr, (long long)m->number);
}

static size_t cured;     /* how many findings late lines have cured, in all */
static size_t stated[2]; /* on how many statements answers and verdicts rest, in all */

/* Of an item that an audience may not know of nothing is answered. */
static ombud_status seen_or_not(const ombud_asof *asof, ombud_status status)
{
    return status == OMBUD_E_NOT_FOUND && asof->has_audience ? OMBUD_OK : status;
}

/* Every question once; what an arena of the bound must stand. */
static ombud_status ask_all(run *r)
{
    const ombud_case *matter = r->matter;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    ombud_timeline *timeline = NULL;
    ombud_actions *actions = NULL;
    ombud_verdict *verdict = NULL;
    ombud_answer *answer = NULL;
    ombud_view state;
    ombud_truth truth;
    ombud_day next;
    char name[80];
    asof.day = r->day - 20 + (int32_t)pick(r, 60);
    asof.has_known_by = pick(r, 3) == 0;
    asof.known_by = r->day - (int32_t)pick(r, 30);
    asof.has_audience = pick(r, 3) == 0;
    asof.audience = r->law->roles_count > 0 ? (uint64_t)1 << pick(r, r->law->roles_count) : 0;
    ombud_status status = ombud_case_terms(matter, &asof, &terms, NULL);
    if (status == OMBUD_OK) {
        ombud_terms_free(terms);
        status = ombud_case_duties(matter, asof.day, &terms, NULL);
    }
    if (status == OMBUD_OK) {
        ombud_terms_free(terms);
        status = ombud_case_findings(matter, &asof, &findings, NULL);
    }
    if (status == OMBUD_OK) {
        ombud_findings_free(findings);
        findings = NULL;
        /* It folds once or twice for each day of late entries: seldom of a long journal. */
        if (matter->acts_count <= 20 || pick(r, 16) == 0)
            status = ombud_case_cured(matter, &asof, &findings, NULL);
    }
    if (status == OMBUD_OK) {
        cured += ombud_findings_count(findings);
        ombud_findings_free(findings);
        status = ombud_case_timeline(matter, &asof, &timeline, NULL);
    }
    if (status == OMBUD_OK) {
        size_t thens = 0;
        for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
            ombud_step step = OMBUD_STEP_INIT;
            assert_int_equal(ombud_timeline_get(timeline, i, &step), OMBUD_OK);
            thens += step.kind == OMBUD_STEP_THEN;
        }
        r->thens = thens > r->thens ? thens : r->thens;
        ombud_timeline_free(timeline);
        status = ombud_case_next(matter, NULL, &asof, &actions, NULL);
    }
    if (status == OMBUD_OK) {
        ombud_actions_free(actions);
        status = ombud_case_next_change(matter, &asof, &next, NULL);
        status = status == OMBUD_E_NOT_FOUND ? OMBUD_OK : status;
    }
    size_t member = pick(r, matter->members_count);
    ombud__id kind = matter->members[member].kind;
    item_name(r, member, name);
    if (status == OMBUD_OK) {
        status = seen_or_not(&asof, ombud_case_state(matter, name, &asof, &state, NULL));
    }
    for (size_t f = 0; status == OMBUD_OK && f < r->law->facts_count; f++) {
        if (r->law->facts[f].kind == kind) {
            status =
                seen_or_not(&asof, ombud_case_fact(matter, name, r->law->facts[f].word.name.ptr, &asof, &truth, NULL));
            break;
        }
    }
    for (size_t q = 0; status == OMBUD_OK && q < r->law->questions_count; q++) {
        if (r->law->questions[q].kind == kind) {
            answer = NULL;
            status = seen_or_not(
                &asof, ombud_case_ask(matter, r->law->questions[q].word.name.ptr, name, &asof, &answer, NULL));
            stated[0] += ombud_answer_stated_count(answer);
            ombud_answer_free(answer);
        }
    }
    ombud__act act;
    ombud__load loads[8];
    size_t ties = r->ties;
    do {
        random_act(r, &act, loads);
        r->ties = ties;
    } while (act.type != OMBUD__ACT_EVENT);
    /* Of an item that is there, and of one that is not: the member after the last. */
    for (int newcomer = 0; newcomer < 2 && status == OMBUD_OK; newcomer++) {
        if (newcomer) {
            act.item = (uint16_t)matter->members_count;
        }
        status = ombud__case_verdict(matter, &act, loads, newcomer ? r->law->events[act.what].kind : OMBUD__NONE, 999,
                                     &asof, &verdict, NULL);
        if (status == OMBUD_OK) {
            stated[1] += ombud_verdict_stated_count(verdict);
            ombud_verdict_free(verdict);
        }
    }
    return status;
}

/* ---- runs -------------------------------------------------------------------------------------------------------- */

typedef struct size {
    size_t events, items, links;
} size;

/* A case in an arena of `bytes` bytes. OMBUD_E_NOMEM if it does not live there; `most` is what it used at its peak. */
static ombud_status live(const ombud_law *law, size s, uint32_t seed, int demanding, int watched, size_t bytes,
                         size_t *most, size_t *thens)
{
    void *memory = malloc(bytes);
    ombud_alloc arena;
    watch w;
    assert_non_null(memory);
    assert_int_equal(ombud_arena_init(&arena, memory, bytes), OMBUD_OK);
    memset(&w, 0, sizeof w);
    w.arena = arena;
    ombud_alloc through = {&w, watch_alloc, watch_resize, watch_free};
    run r;
    memset(&r, 0, sizeof r);
    r.law = law;
    r.seed = seed;
    r.day = 19800; /* 2024-03-18 */
    r.links = s.links;
    r.demanding = demanding;
    r.hungriest = opens_most(law);
    r.strictest = strictest_kind(law);
    uint16_t member;
    ombud_status status = ombud_case_new(law, NULL, watched ? &through : &arena, &r.matter, NULL);
    size_t joined = 0;
    size_t asked = 0;
    ombud__id kind = law->kinds_count > 1 ? law->events[r.hungriest].kind : 0;
    for (size_t e = 0; status == OMBUD_OK && e < s.events; e++) {
        ombud__act act;
        ombud__load loads[8];
        /* Items come in little by little, so that the parts of the case grow by turns; the first three are what others
         * need. */
        while (status == OMBUD_OK && joined < s.items && (joined < 3 || joined * s.events < (e + 1) * s.items * 2)) {
            ombud__id of = joined == 0   ? kind
                           : joined == 1 ? r.strictest
                           : joined == 2 ? 0
                           : pick(&r, 2) ? kind
                                         : (ombud__id)pick(&r, law->kinds_count);
            status = ombud__case_join(r.matter, of, (int64_t)joined + 1, pick(&r, 4), &member, NULL);
            joined++;
        }
        if (status != OMBUD_OK)
            break;
        r.day += demanding ? 1 : (int32_t)pick(&r, 4);
        random_act(&r, &act, loads);
        if (pick(&r, s.events / 100 + 1) == 0) {
            ombud_changes *changes = NULL;
            int known = act.type == OMBUD__ACT_EVENT || act.type == OMBUD__ACT_FACT;
            status = known ? ombud__case_append_watched(r.matter, &act, loads, &changes, NULL)
                           : ombud__case_append(r.matter, &act, loads, NULL);
            ombud_changes_free(changes);
        } else {
            status = ombud__case_append(r.matter, &act, loads, NULL);
        }
        if (status == OMBUD_OK && asked < (e + 1) * 40 / s.events) {
            status = ask_all(&r);
            asked++;
        }
    }
    for (int i = 0; status == OMBUD_OK && i < 100; i++) {
        status = ask_all(&r);
    }
    ombud_case_free(r.matter);
    assert_int_equal(ombud_arena_used(&arena), 0);
    if (most)
        *most = w.most;
    if (thens)
        *thens = r.thens;
    free(memory);
    return status;
}

static int shows; /* 1: print each figure */

/* Within the bound, directly and through the watch (which grows nothing in place); gives bound / peak in hundredths. */
static size_t check(const ombud_law *law, size s, uint32_t seed, int demanding)
{
    size_t bytes = 0, most = 0, thens = 0;
    /* Events that ends of terms bring about count as events; how many there are shows a first run with much memory. */
    assert_int_equal(live(law, s, seed, demanding, 1, (size_t)256 << 20, &most, &thens), OMBUD_OK);
    assert_int_equal(ombud_case_memory_bound(law, s.events + thens, s.items, s.links, &bytes), OMBUD_OK);
    if (shows) {
        print_message("# %s %s events %zu items %zu links %zu thens %zu: bound %zu peak %zu ratio %.2f\n",
                      law->name.ptr, demanding ? "demanding" : "ordinary", s.events, s.items, s.links, thens, bytes,
                      most, (double)bytes / (double)most);
    }
    assert_int_equal(live(law, s, seed, demanding, 0, bytes, NULL, NULL), OMBUD_OK);
    assert_int_equal(live(law, s, seed, demanding, 1, bytes, NULL, NULL), OMBUD_OK);
    return bytes * 100 / most;
}

/* `most`: how far the bound may lie above what random cases need, in hundredths; a law with many rules that a random
 * case does not come near lies further above. */
static void check_law(const ombud_law *law, size_t most)
{
    static const size sizes[] = {{1, 2, 1}, {5, 3, 2}, {20, 4, 6}, {60, 6, 20}, {200, 12, 60}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (uint32_t seed = 1; seed <= (i < 4 ? 3 : 1); seed++) {
            /* No journal asks for all that the bound allows for: the more of it, the nearer it comes. */
            assert_in_range(check(law, sizes[i], seed * 7919u, 0), 100, most);
            assert_in_range(check(law, sizes[i], seed * 104729u, 1), 100, most);
        }
    }
}

static void a_small_law(void **state)
{
    (void)state;
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_law_parse(garden, sizeof garden - 1, NULL, &law, &err);
    if (status != OMBUD_OK) {
        fail_msg("line %u: %s: %s", (unsigned)err.line, err.message, err.excerpt);
    }
    check_law(law, 2500);
    ombud_law_free(law);
}

/* One event can meet the duties of many items, so that they open again more often than events of their own end them. */
#define VISITS(met)                                                                                                    \
    "law visits\nrole guest\nrole host\nitem person p\nitem file f\n  states open\n"                                   \
    "  event opened, answered by host\nitem visit v\n  states made\n  event made by guest carries about (file)\n"      \
    "provision 1 \"Art. 1\" since original\n  anchor \"a\"\n  gloss en \"g\"\n"                                        \
    "  file.opened, answered: any -> open\n  visit.made: any -> made\n"                                                \
    "  duty answer host to guest\n    opened by file.opened\n    within at most P7D\n    met by " met "\n"

static void duties_that_others_end(void **state)
{
    (void)state;
    static const char *const texts[2] = {VISITS("file.answered"), VISITS("about <- visit.made")};
    size_t bytes[2];
    for (size_t i = 0; i < 2; i++) {
        ombud_law *law = NULL;
        assert_int_equal(ombud_law_parse(texts[i], strlen(texts[i]), NULL, &law, NULL), OMBUD_OK);
        check_law(law, 2500);
        assert_int_equal(ombud_case_memory_bound(law, 1000, 10, 10, &bytes[i]), OMBUD_OK);
        ombud_law_free(law);
    }
    assert_true(bytes[1] > bytes[0]);
}

static void refused(void **state)
{
    (void)state;
    ombud_law *law = NULL;
    size_t bytes = 77;
    assert_int_equal(ombud_law_parse(garden, sizeof garden - 1, NULL, &law, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_memory_bound(NULL, 1, 1, 1, &bytes), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_memory_bound(law, 1, 1, 1, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_memory_bound(law, OMBUD_CASE_EVENTS_MAX + 1, 1, 1, &bytes), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_memory_bound(law, 1, OMBUD_CASE_ITEMS_MAX + 1, 1, &bytes), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_memory_bound(law, 1, 1, OMBUD_CASE_LINKS_MAX + 1, &bytes), OMBUD_E_LIMIT);
    assert_int_equal(ombud_case_memory_bound(law, SIZE_MAX, SIZE_MAX, SIZE_MAX, &bytes), OMBUD_E_LIMIT);
    assert_int_equal(bytes, 77);
    /* More of anything never takes less. */
    size_t before = 0;
    for (size_t n = 0; n < 200; n++) {
        assert_int_equal(ombud_case_memory_bound(law, n, n / 2, n / 3, &bytes), OMBUD_OK);
        assert_true(bytes >= before);
        before = bytes;
    }
    ombud_status most =
        ombud_case_memory_bound(law, OMBUD_CASE_EVENTS_MAX, OMBUD_CASE_ITEMS_MAX, OMBUD_CASE_LINKS_MAX, &bytes);
    assert_true(most == OMBUD_OK ? bytes > before : SIZE_MAX <= UINT32_MAX);
    /* An arena that is too small says so, and nothing is lost. */
    assert_int_equal(live(law, (size){60, 6, 20}, 1, 0, 1, 6000, NULL, NULL), OMBUD_E_NOMEM);
    ombud_law_free(law);
}

static void built_in_laws(void **state)
{
    (void)state;
    for (size_t i = 0; i < ombud_law_builtin_count(); i++) {
        ombud_law *law = NULL;
        assert_int_equal(ombud_law_builtin(ombud_law_builtin_name(i), NULL, &law, NULL), OMBUD_OK);
        check_law(law, 8000);
        ombud_law_free(law);
    }
    assert_true(cured > 0 && stated[0] > 100 && stated[1] > 100);
    if (shows)
        print_message("# %zu statements of answers, %zu of verdicts\n", stated[0], stated[1]);
}

int main(int argc, char **argv)
{
    shows = argc > 1 && strcmp(argv[1], "--show") == 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_law),
        cmocka_unit_test(duties_that_others_end),
        cmocka_unit_test(built_in_laws),
        cmocka_unit_test(refused),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
