/* The head of a law and the vocabulary outside of items: roles, lengths, readings, and the names of items and
 * provisions. */
#include "reader.h"

#include "kernel/enums.h"
#include "kernel/text.h"

#include <string.h>

/* ---- the head ---------------------------------------------------------------------------------------------------- */

static ombud_status once(ombud__reader *r, uint8_t *has)
{
    if (*has)
        return ombud__wrong(r, OMBUD_E_DUPLICATE, "this stands already above", "a law says it once");
    *has = 1;
    return OMBUD_OK;
}

static ombud_status read_law(ombud__reader *r, size_t line)
{
    ombud__token token;
    (void)line;
    OMBUD__TRY(once(r, &r->has_name));
    OMBUD__TRY(ombud__take_name(r, &token, "the name of the law belongs here"));
    if (!ombud__pool_copy(&r->law->pool, token.text, &r->law->name))
        return ombud__no_memory(r);
    return ombud__expect_end(r);
}

static ombud_status read_title(ombud__reader *r, size_t line)
{
    (void)line;
    OMBUD__TRY(once(r, &r->has_title));
    OMBUD__TRY(ombud__take_labels(r, r->law->title));
    return ombud__expect_end(r);
}

static ombud_status read_force(ombud__reader *r, size_t line)
{
    (void)line;
    OMBUD__TRY(once(r, &r->has_force));
    for (ombud_force force = OMBUD_FORCE_LAW; force <= OMBUD_FORCE_POLICY; force++) {
        if (ombud__take(r, ombud__force_word(force))) {
            r->law->force = force;
            return ombud__expect_end(r);
        }
    }
    return ombud__wrong(r, OMBUD_E_SYNTAX, "there is no such force", "write law, proposal, plan or policy");
}

static ombud_status read_source(ombud__reader *r, size_t line)
{
    (void)line;
    OMBUD__TRY(once(r, &r->has_source));
    OMBUD__TRY(ombud__take_text(r, &r->law->source, "the name of the source belongs here"));
    return ombud__expect_end(r);
}

static ombud_status read_verified(ombud__reader *r, size_t line)
{
    (void)line;
    OMBUD__TRY(once(r, &r->law->has_verified));
    OMBUD__TRY(ombud__take_date(r, &r->law->verified));
    return ombud__expect_end(r);
}

/* ---- roles, lengths ---------------------------------------------------------------------------------------------- */

static ombud_status read_role(ombud__reader *r, size_t line)
{
    ombud__token token;
    ombud_view none = {NULL, 0};
    (void)line;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a role belongs here"));
    if (r->law->roles_count >= OMBUD_LAW_ROLES_MAX)
        return ombud__wrong_at(r, &token, OMBUD_E_LIMIT, "a law has at most 64 roles", "join roles that act alike");
    OMBUD__PUSH(r, roles);
    ombud__role *role = OMBUD__LAST(r, roles);
    OMBUD__TRY(ombud__make_word(r, none, token.text, &role->word));
    OMBUD__TRY(ombud__declare(r, OMBUD__NAME_ROLE, OMBUD__NONE, &token, role->word.name, OMBUD__LAST_ID(r, roles),
                              "a role of this name is declared already"));
    role->held_kind = OMBUD__NONE;
    if (ombud__take(r, "held")) {
        OMBUD__TRY(ombud__expect(r, "by", "`held` is followed by `by ITEM is STATE`", "write `held by ITEM is STATE`"));
        /* Items may stand below; ombud__read_held looks them up when all names are known. */
        for (int words = 0; words < 3 && r->now.type != OMBUD__TOKEN_END; words++)
            ombud__step(r);
    }
    OMBUD__TRY(ombud__take_labels(r, role->word.label));
    return ombud__expect_end(r);
}

ombud_status ombud__read_held(ombud__reader *r, size_t line)
{
    ombud__id state;
    const ombud__name *role = ombud__names_find(&r->names, OMBUD__NAME_ROLE, OMBUD__NONE, r->now.text);
    (void)line;
    ombud__step(r);
    if (!ombud__take(r, "held"))
        return OMBUD_OK;
    ombud__step(r);
    ombud__role *held = &r->law->roles[role->id];
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &held->held_kind, "no item of this name",
                                 "declare it with `item NAME PREFIX`"));
    OMBUD__TRY(ombud__expect(r, "is", "a role is held while an item is in a state", "write `held by ITEM is STATE`"));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_STATE, held->held_kind, &state, "the item has no state of this name",
                                 "declare it in the item with `state NAME`"));
    held->held_state = r->law->states[state].local;
    r->law->held_roles |= (uint64_t)1 << role->id;
    return OMBUD_OK;
}

/* The rest of a line that is nothing but a name with its labels. */
static ombud_status read_plain(ombud__reader *r, uint8_t sort, const ombud__token *token, ombud__word *word,
                               ombud__id id, const char *message)
{
    const ombud_view none = {NULL, 0};
    OMBUD__TRY(ombud__make_word(r, none, token->text, word));
    OMBUD__TRY(ombud__declare(r, sort, OMBUD__NONE, token, word->name, id, message));
    OMBUD__TRY(ombud__take_labels(r, word->label));
    return ombud__expect_end(r);
}

static ombud_status read_scope(ombud__reader *r, size_t line)
{
    ombud__token token;
    (void)line;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a scope belongs here"));
    OMBUD__PUSH(r, areas);
    return read_plain(r, OMBUD__NAME_SCOPE, &token, &OMBUD__LAST(r, areas)->word, OMBUD__LAST_ID(r, areas),
                      "a scope of this name is declared already");
}

static ombud_status read_length(ombud__reader *r, size_t line)
{
    ombud__token token;
    (void)line;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a length belongs here"));
    OMBUD__PUSH(r, lengths);
    return read_plain(r, OMBUD__NAME_LENGTH, &token, &OMBUD__LAST(r, lengths)->word, OMBUD__LAST_ID(r, lengths),
                      "a length of this name is declared already");
}

/* ---- items: their names ------------------------------------------------------------------------------------------ */

static int is_prefix(ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < 'a') { /* no byte of a word lies beyond `z` */
            return 0;
        }
    }
    return 1;
}

ombud_status ombud__check_prefix(ombud__reader *r, const ombud__token *prefix)
{
    if (prefix->type != OMBUD__TOKEN_WORD || !is_prefix(prefix->text))
        return ombud__wrong_at(r, prefix, OMBUD_E_SYNTAX, "the prefix of an item is what stands before its number",
                               "write lower-case letters only, such as r for r1");
    if (prefix->text.len > OMBUD_PREFIX_MAX)
        return ombud__wrong_at(r, prefix, OMBUD_E_LIMIT, "the prefix of an item has at most 24 letters",
                               "write a short one, such as r for r1");
    return OMBUD_OK;
}

/* Said with a prefix it declares the item; without, it adds to one, which the next pass looks up. */
static ombud_status name_item(ombud__reader *r, size_t line)
{
    ombud__token token;
    ombud_view none = {NULL, 0};
    ombud__first_below(r, line, ombud__is_label);
    ombud__step(r);
    OMBUD__TRY(ombud__take_name(r, &token, "the name of an item belongs here"));
    if (r->now.type == OMBUD__TOKEN_END || ombud__is_label(r))
        return OMBUD_OK;
    ombud__token prefix = r->now;
    OMBUD__TRY(ombud__check_prefix(r, &prefix));
    OMBUD__PUSH(r, kinds);
    ombud__kind *kind = OMBUD__LAST(r, kinds);
    OMBUD__TRY(ombud__make_word(r, none, token.text, &kind->word));
    if (ombud__view_is_z(token.text, "person"))
        r->law->person = OMBUD__LAST_ID(r, kinds);
    if (!ombud__pool_copy(&r->law->pool, prefix.text, &kind->prefix))
        return ombud__no_memory(r);
    OMBUD__TRY(ombud__declare(r, OMBUD__NAME_KIND, OMBUD__NONE, &token, kind->word.name, OMBUD__LAST_ID(r, kinds),
                              "an item of this name is declared already"));
    OMBUD__TRY(ombud__declare(r, OMBUD__NAME_PREFIX, OMBUD__NONE, &prefix, kind->prefix, OMBUD__LAST_ID(r, kinds),
                              "another item has this prefix"));
    return OMBUD_OK;
}

/* ---- open questions ---------------------------------------------------------------------------------------------- */

static ombud_status name_reading(ombud__reader *r, int part)
{
    ombud__token token = r->now;
    ombud_view none = {NULL, 0};
    if (token.type != OMBUD__TOKEN_WORD)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "the name of an open question belongs here",
                            "write it as Q-01 or as a name");
    ombud__step(r);
    OMBUD__PUSH(r, readings);
    ombud__reading *reading = OMBUD__LAST(r, readings);
    OMBUD__TRY(ombud__make_word(r, none, token.text, &reading->word));
    reading->part = (uint8_t)part;
    reading->detail = OMBUD__NONE;
    return ombud__declare(r, OMBUD__NAME_READING, OMBUD__NONE, &token, reading->word.name, OMBUD__LAST_ID(r, readings),
                          "an open question of this name stands already");
}

/* The full name of an alternative is `READING ALTERNATIVE`, as rows and settings write it. */
static ombud_status make_alternative_word(ombud__reader *r, ombud__id reading, ombud_view name, ombud__word *word)
{
    ombud_view owner = r->law->readings[reading].word.name;
    OMBUD__TRY(ombud__make_word(r, owner, name, word));
    char *full = ombud__pool_alloc(&r->law->pool, word->full.len + 1);
    if (!full)
        return ombud__no_memory(r);
    memcpy(full, word->full.ptr, word->full.len);
    full[owner.len] = ' ';
    word->full.ptr = full;
    return OMBUD_OK;
}

static ombud_status read_alternative(ombud__reader *r, size_t line, ombud__id reading, size_t *defaults)
{
    ombud__token token;
    ombud__aim(r, line, r->lines.line[line].after);
    OMBUD__TRY(ombud__take_name(r, &token, "the name of an alternative belongs here"));
    OMBUD__PUSH(r, alternatives);
    ombud__alternative *alternative = OMBUD__LAST(r, alternatives);
    alternative->reading = reading;
    OMBUD__TRY(make_alternative_word(r, reading, token.text, &alternative->word));
    OMBUD__TRY(ombud__declare(r, OMBUD__NAME_ALTERNATIVE, reading, &token, alternative->word.name,
                              OMBUD__LAST_ID(r, alternatives), "the reading has this alternative already"));
    alternative->initially = OMBUD__ALT_DROPPED;
    if (ombud__take(r, "default")) {
        alternative->initially = OMBUD__ALT_CHOSEN;
        (*defaults)++;
    } else if (ombud__take(r, "open")) {
        alternative->initially = OMBUD__ALT_OPEN;
    } else {
        ombud__take(r, "dropped");
    }
    OMBUD__TRY(ombud__take_labels(r, alternative->word.label));
    return ombud__expect_end(r);
}

static ombud_status read_reading(ombud__reader *r, size_t line)
{
    size_t below = ombud__first_below(r, line, ombud__is_label);
    size_t defaults = 0;
    ombud__step(r);
    ombud__token token = r->now;
    OMBUD__TRY(name_reading(r, OMBUD__PART_READING));
    ombud__id id = OMBUD__LAST_ID(r, readings);
    OMBUD__TRY(ombud__take_labels(r, r->law->readings[id].word.label));
    OMBUD__TRY(ombud__expect_end(r));
    r->law->readings[id].alternative = (ombud__id)r->law->alternatives_count;
    for (; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        OMBUD__TRY(read_alternative(r, below, id, &defaults));
        r->law->readings[id].alternatives++;
    }
    if (defaults != 1)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "a reading has exactly one alternative that is chosen",
                               "write `default` behind one of its alternatives");
    return OMBUD_OK;
}

/* What closes the question is looked up by ombud__read_question, when all names are known. */
static ombud_status name_question(ombud__reader *r, size_t line)
{
    (void)line;
    OMBUD__TRY(name_reading(r, OMBUD__PART_FIXED));
    ombud__reading *reading = OMBUD__LAST(r, readings);
    if (ombud__take(r, "length")) {
        reading->part = OMBUD__PART_LENGTH;
        ombud__step(r);
    } else if (ombud__take(r, "fact")) {
        reading->part = OMBUD__PART_FACT;
        ombud__step(r);
    } else {
        OMBUD__TRY(ombud__expect(r, "fixed", "a question is closed by a fixed answer, a length or a fact",
                                 "write fixed, `length NAME` or `fact ITEM.NAME`"));
    }
    OMBUD__TRY(ombud__take_labels(r, reading->word.label));
    return ombud__expect_end(r);
}

ombud_status ombud__read_question(ombud__reader *r, size_t line)
{
    (void)line;
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_READING, OMBUD__NONE, r->now.text);
    ombud__reading *reading = &r->law->readings[known->id];
    ombud__step(r);
    ombud__step(r);
    if (reading->part == OMBUD__PART_LENGTH)
        return ombud__take_known(r, OMBUD__NAME_LENGTH, OMBUD__NONE, &reading->detail, "no length of this name",
                                 "declare it with `length NAME`");
    if (reading->part == OMBUD__PART_FACT) {
        ombud__id kind = OMBUD__NONE;
        ombud__token token;
        ombud_view name;
        OMBUD__TRY(ombud__take_qualified(r, &kind, &token, &name, "the fact that closes the question belongs here"));
        const ombud__name *fact = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
        if (!fact || fact->is != OMBUD__IS_FACT)
            return ombud__unknown(r, &token, OMBUD__NAME_FACT, kind, name, "the item has no fact of this name",
                                  "declare it with `fact NAME stated by ROLE`, or define it in a row");
        reading->detail = fact->id;
    }
    return OMBUD_OK;
}

/* ---- the pass ---------------------------------------------------------------------------------------------------- */

static ombud_status pass_over(ombud__reader *r, size_t line)
{
    (void)r;
    (void)line;
    return OMBUD_OK;
}

const ombud__statement ombud__names_pass[] = {
    {"law", read_law},
    {"title", read_title},
    {"force", read_force},
    {"source", read_source},
    {"verified", read_verified},
    {"role", read_role},
    {"length", read_length},
    {"label", pass_over},
    {"item", name_item},
    {"link", pass_over},
    {"question", name_question},
    {"reading", read_reading},
    {"provision", pass_over},
    {"structure", pass_over},
    {"scope", read_scope},
    {"invariant", pass_over},
    {"renamed", pass_over},
    {NULL, NULL},
};
