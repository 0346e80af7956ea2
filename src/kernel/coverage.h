/*
 * What was seen of a law while cases were asked: per row, condition, term and provision. Marks are made only where a
 * world carries a coverage and a trace; the fast fold carries neither.
 */
#ifndef OMBUD__COVERAGE_H
#define OMBUD__COVERAGE_H

#include "matter.h"
#include "ombud/scenario.h"

/* Sets of truths, of reasons why a row did not count, and of what became of a term. */
#define OMBUD__SEEN(truth) ((uint8_t)(1u << (truth)))
enum { OMBUD__OFF_WORDING = 1, OMBUD__OFF_READING = 2, OMBUD__OFF_SCOPE = 4, OMBUD__OFF_NO_TEXT = 8 };
enum {
    OMBUD__BECAME_OPEN = 1,
    OMBUD__BECAME_MET = 2,
    OMBUD__BECAME_PAST = 4,
    OMBUD__BECAME_EXTENDED = 8,
    OMBUD__BECAME_EXCUSED = 16,
    OMBUD__BECAME_LAPSED = 32
};
enum { OMBUD__OUTCOMES = 6 };
/* Days next to a last day, as bits: before, on, after. */
enum { OMBUD__EDGES = 3 };

/* A truth that was seen, and one that told: with another truth in its place what came out would have been different. */
typedef struct ombud__covered {
    uint8_t seen, told;
} ombud__covered;

typedef struct ombud__covered_row {
    ombud__covered truth;       /* of its condition; a move, a term that opens: yes */
    uint8_t off;                /* OMBUD__OFF_* */
    uint8_t became, can_become; /* of a term: OMBUD__BECAME_* */
    uint8_t edges, has_edges;   /* of a term: days next to a last day that were looked at; a period runs */
    uint8_t has_condition;
} ombud__covered_row;

/* A condition that is no `and`, `or` or `not` of others, as it is told. */
typedef struct ombud__covered_leaf {
    ombud__id cond;
    uint32_t row;
    ombud_view text;
} ombud__covered_leaf;
/* A span of days of a provision: an ombud_wording. */
typedef struct ombud__covered_span {
    ombud__id provision;
    uint8_t wording;
} ombud__covered_span;
/* A place next to a last day, or an outcome, of a row. */
typedef struct ombud__covered_part {
    uint32_t row;
    uint8_t bit;
} ombud__covered_part;

struct ombud_coverage {
    ombud_alloc alloc;
    ombud__pool pool;
    const ombud_law *law;
    ombud__covered_row *rows; /* as law->rows */
    ombud__covered *conds;    /* as law->conds */
    uint8_t *wordings;        /* per provision: a set of ombud_wording */
    OMBUD__TABLE(ombud__covered_leaf, leaves);
    OMBUD__TABLE(ombud__covered_span, spans);
    OMBUD__TABLE(ombud__covered_part, outcomes);
    OMBUD__TABLE(ombud__covered_part, edges);
    OMBUD__TABLE(ombud__id, provisions); /* that have rows */
};

/* An event as it is judged; `happens`: it is recorded, and does what it does. Before its effect. */
void ombud__cover_event(const ombud__world *world, ombud__id event, uint16_t item, ombud__ruling ruling, int happens);
/* An event that the end of a term brought about, from a local state. */
void ombud__cover_then(const ombud__world *world, ombud__id event, uint16_t before);
void ombud__cover_opened(const ombud__world *world, const ombud__running *term);
void ombud__cover_changed(const ombud__world *world, uint16_t item, const ombud__running *term);
void ombud__cover_past(const ombud__world *world, uint16_t item, const ombud__running *term);
void ombud__cover_requirement(const ombud__world *world, ombud__id requirement, uint16_t item, int truth);
/* All rows of a question. */
void ombud__cover_question(const ombud__world *world, ombud__id question, uint16_t item);
/* A fact that was asked for. */
void ombud__cover_fact(const ombud__world *world, ombud__id fact, uint16_t item);
/* A withholding that kept something from the audience or did not: of an item, or, OMBUD__NOBODY, whatever would let it
 * be inferred, which goes by name alone. */
void ombud__cover_withholding(const ombud__world *world, ombud__id withholding, uint16_t item, int keeps);
/* The excuses of terms that run, as a question about them sees them. */
void ombud__cover_excuses(const ombud__world *world);
/* A day on which a term was looked at, or ended, beside its last day. */
void ombud__cover_edge(struct ombud_coverage *coverage, size_t row, ombud_day due, ombud_day day);

#endif
