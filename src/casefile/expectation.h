/*
 * One `expect` line: read against the whole case, then judged by asking the case.
 */
#ifndef OMBUD__EXPECTATION_H
#define OMBUD__EXPECTATION_H

#include "kernel/pool.h"
#include "kernel/text.h"
#include "line.h"
#include "ombud/scenario.h"

enum {
    OMBUD__EXPECT_TERM = 1, /* duties and others */
    OMBUD__EXPECT_FINDING,
    OMBUD__EXPECT_NO_FINDING,
    OMBUD__EXPECT_STATE,
    OMBUD__EXPECT_FACT,
    OMBUD__EXPECT_MAY,
    OMBUD__EXPECT_ANSWER,
    OMBUD__EXPECT_NEXT_CHANGE
};

/* A day that may be expected: not spoken of, expected not to be, or expected. */
enum { OMBUD__UNSAID = 0, OMBUD__SAID_NONE, OMBUD__SAID_DAY };
typedef struct ombud__said_day {
    uint8_t said;
    ombud_day day;
} ombud__said_day;

/* Strings are NUL-terminated. What a form does not have is empty or NONE. */
typedef struct ombud__expected {
    uint8_t form;
    uint8_t duty;  /* TERM: written as a duty */
    uint8_t cured; /* FINDING, NO_FINDING: of those that a later entry took away */
    ombud__textline words;
    ombud_view text; /* from `expect` on */
    ombud_day day;
    int32_t has_known_by;
    int32_t has_audience;
    uint64_t audience;
    int64_t audience_person;
    ombud_day known_by;
    ombud_view name, item, value;
    ombud__id kind; /* of the item */
    int64_t number;
    ombud_finding_kind finding;
    ombud_ruling ruling;
    ombud__said_day due, since, until;
    ombud_view because, missing;
    uint64_t bearer;  /* TERM: roles; 0 if not spoken of */
    ombud_view event; /* MAY: the line with all but the event blotted out, so that columns stay */
} ombud__expected;

/* Reads what stands behind `expect` in out->words, against a case that is complete. Strings are copied into the pool.
 */
ombud_status ombud__expectation_read(ombud__expected *out, const ombud_case *matter, ombud__pool *pool);

/* What an expectation came to. `got` and `holds` are written as far as they fit; both tell their full length. */
typedef struct ombud__judged {
    int32_t met;
    int32_t has_provision;
    size_t provision;
    ombud__out got, holds;
} ombud__judged;

/* Asks the case. Fails only as the questions of answer.h fail. */
ombud_status ombud__expectation_judge(const ombud__expected *expected, const ombud_case *matter, ombud__judged *out,
                                      ombud_error *err);

#endif
