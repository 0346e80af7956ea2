/* One case under two laws or settings, held against each other; see ombud/register.h. */
#include "kernel/error.h"
#include "kernel/result.h"
#include "kernel/text.h"
#include "ombud/register.h"

#include <string.h>

struct ombud_moves {
    ombud_alloc alloc;
    size_t count, room;
    ombud_move *list;
};

/* ---- the two sides ----------------------------------------------------------------------------------------------- */

/* Everything of one side as moves whose `before` is filled: verdicts, findings or terms. */
typedef struct side {
    const ombud_case *matter;
    ombud_timeline *timeline;
    ombud_findings *findings;
    ombud_terms *terms;
} side;

static void end_side(side *of)
{
    ombud_timeline_free(of->timeline);
    ombud_findings_free(of->findings);
    ombud_terms_free(of->terms);
}

static ombud_status ask_side(side *of, const ombud_case *matter, const ombud_asof *asof, ombud_error *err)
{
    of->matter = matter;
    ombud_status status = ombud_case_timeline(matter, asof, &of->timeline, err);
    if (status == OMBUD_OK)
        status = ombud_case_findings(matter, asof, &of->findings, err);
    return status == OMBUD_OK ? ombud_case_terms(matter, asof, &of->terms, err) : status;
}

static size_t size_of(const side *of, ombud_move_kind kind)
{
    switch (kind) {
    case OMBUD_MOVED_VERDICT: return of->timeline->count;
    case OMBUD_MOVED_FINDING: return of->findings->count;
    default: return of->terms->count;
    }
}

/* One entry; 0 for a step that is no event of the journal. */
static int entry(const side *of, ombud_move_kind kind, size_t index, ombud_move *out)
{
    const ombud_move blank = OMBUD_MOVE_INIT;
    *out = blank;
    out->kind = kind;
    if (kind == OMBUD_MOVED_VERDICT) {
        const ombud_step *step = &of->timeline->list[index];
        *out = (ombud_move){blank.struct_size,
                            kind,
                            step->name,
                            step->item_prefix,
                            step->item_number,
                            step->position,
                            {1, step->ruling, 1, 0, step->on, 0, step->provision},
                            blank.after};
        return step->kind == OMBUD_STEP_EVENT && step->ruling != 0;
    }
    if (kind == OMBUD_MOVED_FINDING) {
        const ombud_finding *f = &of->findings->list[index];
        *out = (ombud_move){blank.struct_size,
                            kind,
                            f->name,
                            f->item_prefix,
                            f->item_number,
                            0,
                            {1, f->kind, 1, f->has_until, f->since, f->until, f->provision},
                            blank.after};
        return 1;
    }
    const ombud_term *t = &of->terms->list[index];
    *out = (ombud_move){blank.struct_size,
                        kind,
                        t->name,
                        t->item_prefix,
                        t->item_number,
                        0,
                        {1, t->status, 1, t->no_due == OMBUD_DUE_KNOWN, t->opened, t->due, t->provision},
                        blank.after};
    return 1;
}

/* Of two entries of one kind. */
static int names_same(const ombud_move *a, const ombud_move *b)
{
    /* Of findings the kind belongs to the name: a lateness is no breach. */
    return a->position == b->position && a->item_number == b->item_number && ombud__view_is(a->name, b->name) &&
           ombud__view_is(a->item_prefix, b->item_prefix) &&
           (a->kind != OMBUD_MOVED_FINDING || a->before.word == b->before.word);
}

/* ---- holding them against each other ----------------------------------------------------------------------------- */

static ombud_view id_of(const side *of, size_t provision)
{
    const ombud_law *law = of->matter->law;
    return provision < law->provisions_count ? law->provisions[provision].id : ombud_view_of("");
}

static int differ(const side *a, const ombud_moved *x, const side *b, const ombud_moved *y)
{
    return x->there != y->there || x->word != y->word || x->has_last != y->has_last || x->first != y->first ||
           (x->has_last && x->last != y->last) || !ombud__view_is(id_of(a, x->provision), id_of(b, y->provision));
}

static int add(ombud_moves *moves, const ombud_move *move)
{
    if (moves->count == moves->room) {
        size_t larger = moves->room == 0 ? 8 : moves->room * 2;
        ombud_move *list =
            ombud__resize_wiped(&moves->alloc, moves->list, moves->room * sizeof *list, larger * sizeof *list);
        if (list == NULL)
            return 0;
        moves->list = list;
        moves->room = larger;
    }
    moves->list[moves->count++] = *move;
    return 1;
}

/* The partner of an entry among those that have none yet, looked for from where the last one was found. */
static int find_partner(const side *of, const ombud_move *wanted, uint8_t *taken, size_t *from, ombud_move *out)
{
    size_t size = size_of(of, wanted->kind);
    for (size_t n = 0; n < size; n++) {
        size_t i = (*from + n) % size;
        if (taken[i] || !entry(of, wanted->kind, i, out) || !names_same(wanted, out))
            continue;
        taken[i] = 1;
        *from = i + 1;
        return 1;
    }
    return 0;
}

static int compare_kind(ombud_moves *moves, const side *a, const side *b, ombud_move_kind kind, uint8_t *taken)
{
    const ombud_move blank = OMBUD_MOVE_INIT;
    ombud_move move, other;
    size_t from = 0;
    memset(taken, 0, size_of(b, kind));
    for (size_t i = 0; i < size_of(a, kind); i++) {
        if (!entry(a, kind, i, &move))
            continue;
        if (find_partner(b, &move, taken, &from, &other))
            move.after = other.before;
        if (differ(a, &move.before, b, &move.after) && !add(moves, &move))
            return 0;
    }
    for (size_t i = 0; i < size_of(b, kind); i++) {
        if (taken[i] || !entry(b, kind, i, &move))
            continue;
        move.after = move.before;
        move.before = blank.before;
        if (!add(moves, &move))
            return 0;
    }
    return 1;
}

static ombud_status compare(ombud_moves *moves, const side *a, const side *b, ombud_error *err)
{
    size_t room = 1;
    for (ombud_move_kind kind = OMBUD_MOVED_VERDICT; kind <= OMBUD_MOVED_TERM; kind++)
        room = size_of(b, kind) > room ? size_of(b, kind) : room;
    uint8_t *taken = ombud__alloc(&moves->alloc, room);
    int enough = taken != NULL;
    for (ombud_move_kind kind = OMBUD_MOVED_VERDICT; enough && kind <= OMBUD_MOVED_TERM; kind++)
        enough = compare_kind(moves, a, b, kind, taken);
    ombud__free(&moves->alloc, taken, room);
    return enough ? OMBUD_OK : ombud__fail_no_memory_to_answer(err);
}

ombud_status ombud_moves_between(const ombud_case *before, const ombud_case *after, const ombud_asof *asof,
                                 const ombud_alloc *alloc, ombud_moves **out, ombud_error *err)
{
    ombud_alloc from;
    side a = {NULL, NULL, NULL, NULL}, b = {NULL, NULL, NULL, NULL};
    if (before == NULL || after == NULL || out == NULL || before->acts_count != after->acts_count)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "two cases of one journal and a place for the result are needed",
                           "give the same lines to both");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "give all three functions, or NULL");
    ombud_moves *moves = ombud__alloc(&from, sizeof *moves);
    if (moves == NULL)
        return ombud__fail_no_memory_to_answer(err);
    *moves = (ombud_moves){from, 0, 0, NULL};
    ombud_status status = ask_side(&a, before, asof, err);
    if (status == OMBUD_OK)
        status = ask_side(&b, after, asof, err);
    if (status == OMBUD_OK)
        status = compare(moves, &a, &b, err);
    end_side(&a);
    end_side(&b);
    if (status != OMBUD_OK) {
        ombud_moves_free(moves);
        return status;
    }
    *out = moves;
    return OMBUD_OK;
}

void ombud_moves_free(ombud_moves *moves)
{
    if (moves == NULL)
        return;
    ombud_alloc alloc = moves->alloc;
    ombud__free_wiped(&alloc, moves->list, moves->room * sizeof *moves->list);
    ombud__free_wiped(&alloc, moves, sizeof *moves);
}

size_t ombud_moves_count(const ombud_moves *moves)
{
    return moves == NULL ? 0 : moves->count;
}

ombud_status ombud_moves_get(const ombud_moves *moves, size_t index, ombud_move *out)
{
    if (moves == NULL || out == NULL)
        return OMBUD_E_ARGUMENT;
    return index >= moves->count ? OMBUD_E_NOT_FOUND : OMBUD__GIVE(out, ombud_move, moves->list[index], after);
}
