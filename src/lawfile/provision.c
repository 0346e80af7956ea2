/* Provisions: their head, anchor and gloss, and the lines under them. */
#include "reader.h"

#include <string.h>

static int continues_head(const ombud__reader *r)
{
    return r->now.type == OMBUD__TOKEN_STRING || ombud__at(r, "since") || ombud__at(r, "held") || ombud__at(r, "until");
}

static int continues_nothing(const ombud__reader *r)
{
    (void)r;
    return 0;
}

static ombud__provision *provision_of(ombud__reader *r)
{
    return &r->law->provisions[r->provision];
}

/* ---- lines about the provision ----------------------------------------------------------------------------------- */

static ombud_status read_once(ombud__reader *r, ombud_view *text, const char *message)
{
    if (text->len > 0)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the provision says this already", "leave one of the two out");
    OMBUD__TRY(ombud__take_text(r, text, message));
    return ombud__expect_end(r);
}

static ombud_status read_anchor(ombud__reader *r, size_t line)
{
    (void)line;
    return read_once(r, &provision_of(r)->anchor,
                     "the words by which the provision is found in its source belong here");
}

static ombud_status read_gloss(ombud__reader *r, size_t line)
{
    (void)line;
    if (!ombud__is_label(r))
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a gloss belongs here", "write `gloss en \"…\" fr \"…\" nl \"…\"`");
    OMBUD__TRY(ombud__take_labels(r, provision_of(r)->gloss));
    return ombud__expect_end(r);
}

static ombud_status read_modality(ombud__reader *r, size_t line)
{
    ombud__provision *provision = provision_of(r);
    ombud__token token;
    (void)line;
    if (provision->modality.len > 0)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the provision says this already", "leave one of the two out");
    OMBUD__TRY(ombud__take_name(r, &token, "a modality belongs here, such as duty"));
    if (!ombud__pool_copy(&r->law->pool, token.text, &provision->modality))
        return ombud__no_memory(r);
    return ombud__expect_end(r);
}

static ombud_status read_treatment(ombud__reader *r, ombud_treatment treatment)
{
    ombud__provision *provision = provision_of(r);
    if (!ombud__is_label(r)) {
        OMBUD__TRY(read_once(r, &provision->why[0], "the reason belongs here"));
    } else if (provision->why[0].len > 0) {
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the provision says this already", "leave one of the two out");
    } else {
        OMBUD__TRY(ombud__take_labels(r, provision->why));
        OMBUD__TRY(ombud__expect_end(r));
    }
    if (provision->why[0].len == 0)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "the reason does not stand in English", "write it with `en \"…\"`");
    provision->treatment = (uint8_t)treatment;
    return OMBUD_OK;
}

static ombud_status read_outside(ombud__reader *r, size_t line)
{
    (void)line;
    return read_treatment(r, OMBUD_TREATMENT_OUTSIDE);
}

static ombud_status read_recorded(ombud__reader *r, size_t line)
{
    (void)line;
    return read_treatment(r, OMBUD_TREATMENT_RECORDED);
}

static ombud_status read_only(ombud__reader *r, size_t line)
{
    ombud__provision *provision = provision_of(r);
    (void)line;
    if (provision->only != OMBUD__NONE)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "the provision says this already", "leave one of the two out");
    OMBUD__TRY(ombud__expect(r, "in", "`only` is followed by `in SCOPE`", "write `only in SCOPE`"));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_SCOPE, OMBUD__NONE, &provision->only, "no scope of this name",
                                 "declare it with `scope NAME`"));
    return ombud__expect_end(r);
}

static const ombud__statement about[] = {
    {"anchor", read_anchor},
    {"gloss", read_gloss},
    {"modality", read_modality},
    {"outside", read_outside},
    {"recorded", read_recorded},
    {"only", read_only},
    {NULL, NULL},
};

/* ---- the head ---------------------------------------------------------------------------------------------------- */

static ombud_status take_since(ombud__reader *r, ombud__provision *provision)
{
    OMBUD__TRY(ombud__expect(
        r, "since", "a provision says since when it is in force",
        "write `since DATE`, `since original`, `since unknown`, `since setting NAME` or `since adoption NAME`"));
    if (ombud__take(r, "original")) {
        provision->since_kind = OMBUD__SINCE_ORIGINAL;
    } else if (ombud__take(r, "unknown")) {
        provision->since_kind = OMBUD__SINCE_UNKNOWN;
    } else if (ombud__at(r, "setting") || ombud__at(r, "adoption")) {
        ombud__token token;
        provision->since_kind = ombud__take(r, "setting") ? OMBUD__SINCE_SETTING : OMBUD__SINCE_ADOPTION;
        if (provision->since_kind == OMBUD__SINCE_ADOPTION)
            (void)ombud__take(r, "adoption");
        OMBUD__TRY(ombud__take_name(r, &token, "the name of a setting belongs here"));
        if (!ombud__pool_copy(&r->law->pool, token.text, &provision->setting))
            return ombud__no_memory(r);
        if (ombud__take(r, "not")) {
            OMBUD__TRY(ombud__expect(r, "before", "`not` is followed by `before DATE`", "write `not before DATE`"));
            OMBUD__TRY(ombud__take_date(r, &provision->floor));
            provision->has_floor = 1;
        }
    } else {
        provision->since_kind = OMBUD__SINCE_DAY;
        OMBUD__TRY(ombud__take_date(r, &provision->since));
    }
    return OMBUD_OK;
}

static ombud_status take_validity(ombud__reader *r, ombud__provision *provision)
{
    OMBUD__TRY(take_since(r, provision));
    int dated = provision->since_kind == OMBUD__SINCE_DAY;
    ombud__token token;
    if (ombud__take(r, "held")) {
        OMBUD__TRY(ombud__expect(r, "from", "`held` is followed by `from DATE`", "write `held from DATE`"));
        token = r->now;
        OMBUD__TRY(ombud__take_date(r, &provision->held));
        provision->has_held = 1;
        if (dated && provision->held < provision->since)
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "a wording is held from before it was in force",
                                   "leave `held from` out, or correct one of the days");
    }
    if (ombud__take(r, "until")) {
        token = r->now;
        OMBUD__TRY(ombud__take_date(r, &provision->until));
        provision->has_until = 1;
        if ((dated && provision->until < provision->since) ||
            (provision->has_floor && provision->until < provision->floor) ||
            (provision->has_held && provision->until < provision->held))
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "the last day in force lies before the first",
                                   "correct one of the days");
    }
    return ombud__expect_end(r);
}

/* A provision may stand several times, once for each wording in force at another time; check.c sees to that. */
static ombud_status push_provision(ombud__reader *r, size_t line, ombud__token *id)
{
    *id = r->now;
    if (id->type != OMBUD__TOKEN_WORD)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "the id of a provision belongs here", "write it as in 15.4.a4.1");
    ombud__step(r);
    OMBUD__PUSH(r, provisions);
    r->provision = OMBUD__LAST_ID(r, provisions);
    ombud__provision *provision = provision_of(r);
    provision->line = r->lines.line[line].number;
    provision->treatment = OMBUD_TREATMENT_EXECUTED;
    provision->only = OMBUD__NONE;
    if (!ombud__pool_copy(&r->law->pool, id->text, &provision->id))
        return ombud__no_memory(r);
    OMBUD__TRY(ombud__take_text(r, &provision->citation, "the citation of the provision belongs here"));
    return take_validity(r, provision);
}

/* ---- provisions and structure ------------------------------------------------------------------------------------ */

static ombud_status verify_provision(ombud__reader *r, const ombud__token *id, size_t rows)
{
    const ombud__provision *provision = provision_of(r);
    if (provision->anchor.len == 0)
        return ombud__wrong_at(r, id, OMBUD_E_SYNTAX, "the provision has no anchor",
                               "write `anchor \"…\"` with a few words of the source under it");
    if (provision->gloss[0].len == 0)
        return ombud__wrong_at(r, id, OMBUD_E_SYNTAX, "the provision has no gloss in English",
                               "write `gloss en \"…\"` under it");
    if (rows == 0 && provision->treatment == OMBUD_TREATMENT_EXECUTED)
        return ombud__wrong_at(r, id, OMBUD_E_SYNTAX, "the provision has no rows and does not say why",
                               "write its rows, or `outside \"why\"` or `recorded \"why\"`");
    if (rows > 0 && provision->treatment == OMBUD_TREATMENT_OUTSIDE)
        return ombud__wrong_at(r, id, OMBUD_E_CONFLICT, "the provision is outside the library and yet has rows",
                               "leave out its rows or `outside`");
    return OMBUD_OK;
}

ombud_status ombud__read_provision(ombud__reader *r, size_t line)
{
    size_t below = ombud__first_below(r, line, continues_head);
    size_t rows = 0;
    ombud__token id;
    ombud__step(r);
    OMBUD__TRY(push_provision(r, line, &id));
    for (; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        const ombud__statement *statement = ombud__statement_here(r, about);
        if (statement) {
            ombud__step(r);
            OMBUD__TRY(statement->read(r, below));
        } else {
            OMBUD__TRY(ombud__read_row(r, below));
            rows++;
        }
    }
    return verify_provision(r, &id, rows);
}

ombud_status ombud__read_structure(ombud__reader *r, size_t line)
{
    size_t below = ombud__first_below(r, line, continues_nothing);
    ombud__step(r);
    r->provision = OMBUD__NONE;
    OMBUD__TRY(ombud__expect_end(r));
    for (; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        if (ombud__statement_here(r, about))
            return ombud__wrong(r, OMBUD_E_SYNTAX, "structure has rows only", "anchor and gloss belong to a provision");
        OMBUD__TRY(ombud__read_row(r, below));
    }
    return OMBUD_OK;
}

/* The pass in which rows make definitions and terms known, so that they may be read above the row. */
ombud_status ombud__declare_rows(ombud__reader *r, size_t line)
{
    static const ombud__statement without[] = {
        {"answer", NULL}, {"require", NULL}, {"in", NULL}, {"withhold", NULL}, {"figure", NULL}, {NULL, NULL}};
    for (size_t below = line + 1; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        if (continues_head(r) || ombud__statement_here(r, about) || ombud__statement_here(r, without))
            continue;
        OMBUD__TRY(ombud__at(r, "term") || ombud__at(r, "duty") ? ombud__declare_term(r, below)
                                                                : ombud__declare_row(r, below));
    }
    return OMBUD_OK;
}
