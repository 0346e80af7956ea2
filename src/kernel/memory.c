/*
 * How large an arena must be for a case. Every block that can live at once is counted with its growth; what the gaps
 * between blocks can cost follows from how an arena places them (arena.c): beyond its top only when no gap is large
 * enough.
 *
 * Two parts lie one after the other. The case: its blocks grow while nothing else lives beside
 * them. Then a question: all it asks for in turn, as if nothing were given back before it is answered; where a gap
 * serves, less is taken from the top.
 */
#include "result.h"

/* Loads of an event that are counted: arguments and facts. */
enum { LOADS = 8 };

/* What a law lets one item bring about at most. */
typedef struct most {
    uint64_t duties, requirements, events, words, terms, days, facts; /* of one kind */
} most;

typedef struct limits {
    const ombud_law *law;
    uint64_t events, items, links;
    uint64_t instances, findings; /* of terms; see count() */
    most of;
} limits;

static void keep_larger(uint64_t *largest, uint64_t n)
{
    *largest = n > *largest ? n : *largest;
}

static most most_of(const ombud_law *law)
{
    most of = {0, 0, 0, 0, 0, 0, 0};
    for (size_t k = 0; k < law->kinds_count; k++) {
        const ombud__kind *kind = &law->kinds[k];
        uint64_t duties = 0, requirements = 0;
        for (size_t t = 0; t < law->terms_count; t++)
            duties += law->terms[t].kind == k && law->terms[t].duty;
        for (size_t r = 0; r < law->requirements_count; r++)
            requirements += law->requirements[r].kind == k;
        keep_larger(&of.duties, duties);
        keep_larger(&of.requirements, requirements);
        keep_larger(&of.events, kind->event_count);
        keep_larger(&of.words, kind->bit_count > 64 ? 2 * ((kind->bit_count + 63u) / 64 - 1) : 0);
        keep_larger(&of.terms, kind->term_count);
        keep_larger(&of.days, kind->day_count);
        keep_larger(&of.facts, kind->bit_count);
    }
    return of;
}

/* ---- terms and findings ------------------------------------------------------------------------------------------ */

/* What one event does to the terms of its item, under whatever settings. */
typedef struct doings {
    uint64_t opens;       /* openings that may begin a run each time */
    uint64_t duties;      /* of those, duties */
    uint64_t opens_again; /* duties that begin a run only if they are not open, and only an event of their item ends */
    uint64_t ends;        /* such duties that the event ends */
    uint64_t late_again;  /* duties that an extension after the last day can make late anew */
} doings;

/* Whether a row before `r` of the same term has such a clause on the event. */
static int said_before(const ombud_law *law, size_t r, ombud__id event, int opening)
{
    for (size_t i = 0; i < r; i++) {
        const ombud__term_row *row = &law->term_rows[i];
        for (size_t c = 0; row->term == law->term_rows[r].term && c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            int ends = clause->type == OMBUD__CLAUSE_MET || clause->type == OMBUD__CLAUSE_LAPSES;
            if (clause->event == event && (opening ? clause->type == OMBUD__CLAUSE_OPENED : ends))
                return 1;
        }
    }
    return 0;
}

/* Whether a duty can end without an event of its own item: an excuse, or what happens to items it is linked to. */
static int can_end_unseen(const ombud_law *law, ombud__id term)
{
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        if (row->term == term && row->excused != OMBUD__NONE)
            return 1;
        for (size_t c = 0; row->term == term && c < row->clauses; c++) {
            if (law->clauses[row->clause + c].link != OMBUD__NONE)
                return 1;
        }
    }
    return 0;
}

static doings doings_of(const ombud_law *law, ombud__id event)
{
    doings d = {0, 0, 0, 0, 0};
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        int duty = law->terms[row->term].duty;
        uint64_t opened = 0, ended = 0;
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            if (clause->event != event)
                continue;
            opened += clause->type == OMBUD__CLAUSE_OPENED;
            ended += clause->type == OMBUD__CLAUSE_MET || clause->type == OMBUD__CLAUSE_LAPSES;
            d.late_again += duty && clause->type == OMBUD__CLAUSE_EXTENDED && !clause->while_running;
        }
        if (!duty) {
            d.opens += opened;
            continue;
        }
        opened = opened > 0 && !said_before(law, r, event, 1);
        ended = ended > 0 && !said_before(law, r, event, 0);
        if (can_end_unseen(law, row->term)) {
            d.opens += opened;
            d.duties += opened;
        } else {
            d.opens_again += opened;
            d.ends += ended;
        }
    }
    return d;
}

/*
 * How often terms can run and what can be found. A duty that only events end runs at most as often as it is opened, and
 * at most once for each item and once more for each end; so for any weight w of 0 to 1 at most w times the openings and
 * 1 - w times the ends, and once for each item. Weights are tried in quarters. A finding comes from each event, from
 * each run of a duty and each extension of it, and for each event and item from each requirement of a kind.
 */
static void count(limits *l)
{
    enum { WEIGHTS = 5 };
    const ombud_law *law = l->law;
    uint64_t runs[WEIGHTS] = {0}, found[WEIGHTS];
    for (uint64_t weight = 0; weight < WEIGHTS; weight++)
        found[weight] = 4 * l->of.requirements;
    for (size_t e = 0; e < law->events_count; e++) {
        doings d = doings_of(law, (ombud__id)e);
        uint64_t requirements = 0;
        for (size_t r = 0; r < law->requirements_count; r++)
            requirements += law->requirements[r].kind == law->events[e].kind;
        for (uint64_t weight = 0; weight < WEIGHTS; weight++) {
            uint64_t duties = weight * d.opens_again + (4 - weight) * d.ends;
            keep_larger(&runs[weight], 4 * d.opens + duties);
            keep_larger(&found[weight], 4 * (1 + requirements + d.duties + d.late_again) + duties);
        }
    }
    l->instances = l->findings = UINT64_MAX;
    for (uint64_t weight = 0; weight < WEIGHTS; weight++) {
        uint64_t once = weight < 4 ? l->items * l->of.duties : 0;
        uint64_t instances = (l->events * runs[weight] + 3) / 4 + once;
        uint64_t findings = (l->events * found[weight] + 3) / 4 + once + l->items * l->of.requirements;
        l->instances = instances < l->instances ? instances : l->instances;
        l->findings = findings < l->findings ? findings : l->findings;
    }
}

/* ---- blocks ------------------------------------------------------------------------------------------------------ */

/* What an arena takes for an array. */
static uint64_t array(uint64_t count, uint64_t element)
{
    return (count * element + 15) / 16 * 16;
}

/* All blocks of an array that doubles from `first` on. */
static uint64_t generations(uint64_t first, uint64_t count, uint64_t element)
{
    uint64_t bytes = 0;
    for (uint64_t capacity = first; count > 0; capacity *= 2) {
        bytes += array(capacity, element);
        if (capacity >= count)
            break;
    }
    return bytes;
}

/* The block of a fold (state.c), `times` as roomy as needed; 48 for the alignment of its arrays. */
static uint64_t fold(const most *of, uint64_t items, uint64_t links, uint64_t times)
{
    uint64_t item = sizeof(ombud__thing) + of->words * sizeof(uint64_t) + of->terms * sizeof(ombud__running) +
                    of->days * sizeof(int32_t);
    return array(times * (items * item + links * sizeof(ombud__tie)) + 48, 1);
}

/* ---- the case ---------------------------------------------------------------------------------------------------- */

static uint64_t first_fold(void)
{
    const most of = {0, 0, 0, 0, 2, 2, 0}; /* ombud_case_new(): 2 items, 4 terms, 4 days, 2 links */
    return fold(&of, 2, 2, 1);
}

/* Everything an exact copy asks for in turn, also the fold it begins with; room_for() never makes fewer than 4. */
static uint64_t copy_of_case(const limits *l)
{
    return array(1, sizeof(ombud_case)) + array(l->items + 4, sizeof(ombud__member)) +
           array(l->events + 4, sizeof(ombud__act)) + array(l->events * LOADS + 4, sizeof(ombud__load)) +
           array(l->events + 4, sizeof(uint32_t)) + array(l->links + 4, sizeof(ombud__tie)) + first_fold() +
           fold(&l->of, l->items + 4, l->links + 2, 1);
}

/*
 * Where the last block of the case can end. What doubles leaves no more behind than it is itself. A fold is made anew
 * for each of its arrays, so not always doubled; but when it goes to the top, each gap below is smaller than it, and of
 * 6 blocks at most 5 have one below.
 */
static uint64_t case_itself(const limits *l)
{
    const uint64_t gaps_and_both_folds = 7;
    /* Loads grow by several at once, so not through powers of two. */
    return array(1, sizeof(ombud_case)) + generations(4, l->items, sizeof(ombud__member)) +
           generations(4, l->events, sizeof(ombud__act)) + 2 * array(2 * (l->events * LOADS + 4), sizeof(ombud__load)) +
           generations(4, l->events, sizeof(uint32_t)) + 2 * array(2 * (l->links + 4), sizeof(ombud__tie)) +
           gaps_and_both_folds * fold(&l->of, l->items + 4, l->links + 2, 2);
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

/* A fold of one's own; for an event on an item that is not there yet it is made again with more room. */
static uint64_t own_fold(const limits *l)
{
    return fold(&l->of, l->items, l->links + LOADS, 1);
}

static uint64_t own_fold_with_newcomer(const limits *l)
{
    return own_fold(l) + fold(&l->of, l->items + 1, l->links + LOADS, 2);
}

static uint64_t watched_fold(const limits *l)
{
    return own_fold(l) + generations(8, l->events, sizeof(ombud__trace_step)) +
           generations(8, l->instances, sizeof(ombud__instance)) +
           generations(8, l->findings, sizeof(ombud__trace_finding));
}

static uint64_t list_of_terms(const limits *l)
{
    return array(1, sizeof(ombud_terms)) + array(l->instances + 1, sizeof(ombud_term));
}

static uint64_t list_of_findings(const limits *l)
{
    uint64_t room = l->findings + 1;
    return array(1, sizeof(ombud_findings)) + array(room, sizeof(ombud_finding)) + array(room, sizeof(uint8_t)) +
           array(room, sizeof(ombud__id));
}

/* Positions as an audience counts them. */
static uint64_t shown(const limits *l)
{
    return array(l->events + 1, sizeof(uint32_t));
}

/* Earlier folds are held against the present one, and what went is kept: no more than there can be findings. */
static uint64_t cured(const limits *l)
{
    return 2 * watched_fold(l) + generations(8, l->findings, sizeof(ombud__trace_finding)) + list_of_findings(l) +
           shown(l);
}

/* A line tells what it carries, or one link. */
static uint64_t timeline(const limits *l)
{
    uint64_t room = l->events + l->instances + 1;
    return watched_fold(l) + list_of_terms(l) + array(1, sizeof(ombud_timeline)) + array(room, sizeof(ombud_step)) +
           array(room, sizeof(ombud__telling)) + array(l->events * (LOADS + 1) + 1, sizeof(ombud__told)) + shown(l);
}

static uint64_t next_actions(const limits *l)
{
    return own_fold(l) + array(1, sizeof(ombud_actions)) + array(1 + l->items * l->of.events, sizeof(ombud_action));
}

/* ombud__case_append_watched(): the copy, the judgement, then terms, findings and states before and after. */
static uint64_t changes(const limits *l)
{
    return copy_of_case(l) + own_fold_with_newcomer(l) + array(1, sizeof(ombud_changes)) +
           array(l->items + 1, sizeof(struct ombud__turn)) + 2 * watched_fold(l) + 2 * list_of_terms(l) +
           2 * list_of_findings(l) + 2 * own_fold(l);
}

/* ---- what a decision rests on ------------------------------------------------------------------------------------ */

/* How often definitions that an event keeps read remembered facts, of the item itself and through links. */
typedef struct readings {
    const ombud_law *law;
    ombud__id event;
    uint64_t own, far;
} readings;

static void add_definitions(readings *r, ombud__id fact, ombud__id as_at, int far);

/* As premises.c walks, into every part. It ends: what a condition reads is bounded when a law is read (check.c). */
static void add_condition(readings *r, ombud__id cond, int far)
{
    if (cond == OMBUD__NONE)
        return;
    const ombud__cond *c = &r->law->conds[cond];
    switch (c->statuses != 0 ? OMBUD__C_TERM : c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: add_condition(r, c->b, far); /* fall through */
    case OMBUD__C_NOT: add_condition(r, c->a, far); break;
    case OMBUD__C_LINK: add_condition(r, c->b, 1); break;
    case OMBUD__C_FACT:
        if (r->law->facts[c->a].bit == OMBUD__NONE)
            add_definitions(r, c->a, OMBUD__NONE, far);
        else if (far)
            r->far++;
        else {
            r->own++;
            add_definitions(r, c->a, r->event, far);
        }
        break;
    default: break;
    }
}

static void add_definitions(readings *r, ombud__id fact, ombud__id as_at, int far)
{
    const ombud__fact *f = &r->law->facts[fact];
    for (size_t i = f->definition; i < (size_t)f->definition + f->definitions; i++) {
        const ombud__definition *d = &r->law->definitions[i];
        if (d->as_at == as_at) {
            add_condition(r, d->when, far);
            add_condition(r, d->unless, far);
        }
    }
}

static uint64_t smaller(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* What one event of an item can add to what is noted of who stated what (stated.c). */
typedef struct growth {
    uint64_t longest; /* premises of one definition that it keeps */
    uint64_t kept;    /* places of all their lists */
    uint64_t besides; /* facts that it states beside one for each load */
} growth;

/* Each list of what is kept has two places besides. A definition rests at most on what it reads, each fact of an item
 * once; to each other item that it reads a link leads, and one leads back. */
static void add_kept(const limits *l, ombud__id event, growth *n)
{
    const ombud_law *law = l->law;
    for (size_t f = 0; f < law->facts_count; f++) {
        int is_kept = 0;
        for (size_t d = 0; law->facts[f].kept && d < law->facts[f].definitions; d++)
            is_kept |= law->definitions[law->facts[f].definition + d].as_at == event;
        if (!is_kept)
            continue;
        readings r = {law, event, 0, 0};
        add_definitions(&r, (ombud__id)f, event, 0);
        uint64_t premises = smaller(r.own, l->of.facts) + smaller(l->items, l->links + 1) * smaller(r.far, l->of.facts);
        keep_larger(&n->longest, premises);
        n->kept += premises + 2;
    }
}

/* A choice that is carried denies the others, an argument that is not is noted too, and a move makes facts. */
static uint64_t said_besides(const ombud_law *law, ombud__id event)
{
    const ombud__event *e = &law->events[event];
    uint64_t besides = 0, made = 0;
    for (size_t i = e->arg; i < (size_t)e->arg + e->args; i++) {
        const ombud__arg *arg = &law->args[law->event_args[i]];
        besides += arg->choices + (uint64_t)(arg->carried != OMBUD__NONE);
    }
    for (size_t m = 0; m < law->moves_count; m++)
        keep_larger(&made, law->moves[m].event == event ? law->moves[m].make_count : 0);
    return besides + made;
}

static growth growth_of(const limits *l)
{
    growth highest = {0, 0, 0};
    for (size_t e = 0; e < l->law->events_count; e++) {
        growth n = {0, 0, said_besides(l->law, (ombud__id)e)};
        add_kept(l, (ombud__id)e, &n);
        keep_larger(&highest.longest, n.longest);
        keep_larger(&highest.kept, n.kept);
        keep_larger(&highest.besides, n.besides);
    }
    return highest;
}

/* Premises of one world, each once (premises.c), and of each remembered fact of each item whether it is there. */
static uint64_t gathered(const limits *l, uint64_t premises)
{
    return generations(16, premises, sizeof(ombud__premise)) +
           array((l->items + 1) * (1 + l->of.words / 2), sizeof(uint64_t));
}

/*
 * ombud__stated_of(): the premises, no more than there are facts of items; the case looked at and folded once more,
 * watched; a note on each fact; and for each event what it keeps. What leaves is on the one hand some of the premises
 * and of what was kept, on the other hand what lines stated, each fact of a line once.
 */
static uint64_t stated(const limits *l)
{
    growth one = growth_of(l);
    uint64_t facts = (l->items + 1) * l->of.facts, kept = l->events * one.kept;
    uint64_t left = smaller(facts + kept, (l->events + 1) * (LOADS + one.besides));
    return gathered(l, facts) + own_fold(l) + watched_fold(l) + array(facts + l->items + 1, sizeof(uint32_t)) +
           shown(l) + gathered(l, one.longest) + generations(16, kept, sizeof(ombud__premise)) +
           generations(16, left, sizeof(ombud__premise)) + array(left, sizeof(ombud_stated));
}

static uint64_t largest_question(const limits *l)
{
    uint64_t largest = own_fold_with_newcomer(l) + array(1, sizeof(ombud_verdict)) + stated(l); /* answers are less */
    keep_larger(&largest, next_actions(l));
    keep_larger(&largest, timeline(l)); /* terms and duties are less */
    keep_larger(&largest, cured(l));    /* findings are less */
    keep_larger(&largest, changes(l));
    return largest;
}

ombud_status ombud_case_memory_bound(const ombud_law *law, size_t events, size_t items, size_t links, size_t *bytes)
{
    const uint64_t state_of_arena = 64;
    if (law == NULL || bytes == NULL)
        return OMBUD_E_ARGUMENT;
    if (events > OMBUD_CASE_EVENTS_MAX || items > OMBUD_CASE_ITEMS_MAX || links > OMBUD_CASE_LINKS_MAX)
        return OMBUD_E_LIMIT;
    limits l = {law, events, items, links, 0, 0, most_of(law)};
    count(&l);
    uint64_t bound = state_of_arena + case_itself(&l) + largest_question(&l);
    if (bound > SIZE_MAX)
        return OMBUD_E_LIMIT;
    *bytes = (size_t)bound;
    return OMBUD_OK;
}
