/*
 * Conditions: text -> three-valued trees of binary nodes.
 *
 * A chain of `and` or of `or` becomes a balanced tree, so that its depth is that of the parentheses and not of the
 * text. Parts are written before what joins them: the nodes of a condition are those from its leftmost leaf to its
 * root.
 */
#include "reader.h"

#include "kernel/enums.h"

enum { CHAIN_RANKS = 16 };

static ombud_status take_chain(ombud__reader *r, ombud__id kind, ombud__id *node);

static ombud_status push_node(ombud__reader *r, ombud__cond cond, ombud__id *node)
{
    OMBUD__PUSH(r, conds);
    *OMBUD__LAST(r, conds) = cond;
    *node = OMBUD__LAST_ID(r, conds);
    return OMBUD_OK;
}

static ombud_status push_simple(ombud__reader *r, ombud__id kind, int op, ombud__id a, ombud__id b, ombud__id *node)
{
    ombud__cond cond = {.op = (uint8_t)op, .a = a, .b = b, .kind = kind};
    return push_node(r, cond, node);
}

/* ---- parts ------------------------------------------------------------------------------------------------------- */

static ombud_status take_state(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    ombud__id state;
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_STATE, kind, &state, "the item has no state of this name",
                                 "declare it in the item with `state NAME`"));
    return push_simple(r, kind, OMBUD__C_STATE, r->law->states[state].local, OMBUD__NONE, node);
}

/* `more than PERIOD` or `at least PERIOD`, behind the day. */
static ombud_status take_at_least(ombud__reader *r, uint8_t *more, ombud_period *period)
{
    *more = (uint8_t)ombud__take(r, "more");
    if (*more) {
        OMBUD__TRY(ombud__expect(r, "than", "`more` is followed by `than PERIOD before EVENT`", "write `more than`"));
    } else {
        OMBUD__TRY(ombud__expect(r, "at", "a day is read with `more than` or `at least`",
                                 "write `DAY more than PERIOD before EVENT` or `DAY at least PERIOD before EVENT`"));
        OMBUD__TRY(ombud__expect(r, "least", "`at` is followed by `least` here", "write `at least PERIOD`"));
    }
    return ombud__take_period(r, period);
}

/* `before EVENT`. */
static ombud_status take_before(ombud__reader *r, ombud__id kind, const char *remedy, ombud__id *event)
{
    OMBUD__TRY(ombud__expect(r, "before", "the period is counted back from an event or the day itself", remedy));
    OMBUD__TRY(ombud__take_event_of(r, kind, event));
    return ombud__event_slot(r, *event);
}

static ombud_status take_distance(ombud__reader *r, ombud__id kind, uint16_t slot, ombud__id *node)
{
    ombud__cond cond = {.op = OMBUD__C_DAY, .a = slot, .b = OMBUD__NONE, .kind = kind};
    OMBUD__TRY(take_at_least(r, &cond.n, &cond.period));
    if (!ombud__take(r, "ago"))
        OMBUD__TRY(take_before(r, kind, "write `before EVENT`, or `ago`", &cond.b));
    return push_node(r, cond, node);
}

/* The remembered day of an event, or one that an event carried; NONE if the item has no such day. */
static ombud_status day_slot(ombud__reader *r, ombud__id kind, ombud_view name, ombud__id *slot)
{
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
    const ombud__name *event = ombud__names_find(&r->names, OMBUD__NAME_EVENT, kind, name);
    *slot = OMBUD__NONE;
    if (known && known->is == OMBUD__IS_ARG && r->law->args[known->id].type == OMBUD__ARG_DAY) {
        *slot = r->law->args[known->id].slot;
    } else if (event) {
        ombud__id id = event->id;
        OMBUD__TRY(ombud__event_slot(r, id));
        *slot = r->law->events[id].day_slot;
    }
    return OMBUD_OK;
}

static ombud_status no_day(ombud__reader *r, const ombud__token *token, ombud__id kind, ombud_view name)
{
    return ombud__unknown(r, token, OMBUD__NAME_EVENT, kind, name, "no day of this name",
                          "name an argument `(day)` that an event of the item carries, or an event of the item");
}

static ombud_status take_term_status(ombud__reader *r, ombud__id term, ombud__id *node)
{
    ombud_term_status status;
    int duty = r->law->terms[term].duty;
    if (r->now.type != OMBUD__TOKEN_WORD || !ombud__term_status_of(r->now.text, &status))
        return ombud__wrong(r, OMBUD_E_UNKNOWN_NAME, "a term has no such status",
                            "write open, met, met_late, overdue, expired, excused, lapsed or none");
    if ((status == OMBUD_TERM_OVERDUE && !duty) || (status == OMBUD_TERM_EXPIRED && duty))
        return ombud__wrong(r, OMBUD_E_CONFLICT, "this never is so: a duty is overdue, another term expires",
                            duty ? "write `overdue`" : "write `expired`");
    ombud__step(r);
    ombud__cond cond = {
        .op = OMBUD__C_TERM, .n = (uint8_t)status, .a = term, .b = OMBUD__NONE, .kind = r->law->terms[term].kind};
    return push_node(r, cond, node);
}

static ombud_status take_choice(ombud__reader *r, ombud__id arg, ombud__id *node)
{
    ombud__id choice;
    if (r->law->args[arg].type != OMBUD__ARG_CHOICE)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "only a choice is read with `is`",
                            "a day is read with `more than` or `at least`; an item by its link");
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_CHOICE, arg, &choice, "the argument has no such choice",
                                 "name one of its choices"));
    return push_simple(r, r->law->args[arg].kind, OMBUD__C_FACT, r->law->choices[choice].fact, OMBUD__NONE, node);
}

/* `carries ARGUMENT`: what an item remembers of it is a fact like that of a choice. */
static ombud_status take_carries(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    ombud__token token;
    ombud__id fact;
    OMBUD__TRY(ombud__take_name(r, &token, "`carries` is followed by an argument"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, token.text);
    if (!known)
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, kind, token.text,
                              "no event of the item carries an argument of this name",
                              "name an argument of the item's events; of another item, in `at least 1 LINK -> ITEM "
                              "(carries ARGUMENT)`");
    if (known->is != OMBUD__IS_ARG)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "only an argument is carried, no fact and no term",
                               "name an argument of the item's events; read a fact by its name, a term by its status");
    if (r->law->args[known->id].type == OMBUD__ARG_ITEM)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "an item that an event carries is read by its link",
                               "write `at least 1 LINK -> ITEM`");
    OMBUD__TRY(ombud__carried_fact(r, known->id, &fact));
    return push_simple(r, kind, OMBUD__C_FACT, fact, OMBUD__NONE, node);
}

/* A name: a fact, a term or an argument with `is`, or a day with its distance. */
static ombud_status take_named(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    ombud__id of = kind;
    ombud__token token;
    ombud_view name;
    OMBUD__TRY(ombud__take_qualified(r, &of, &token, &name, "a condition belongs here"));
    if (of != kind)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "a condition reads the item it is about",
                               "name it plainly; another item is reached by `at least 1 LINK -> ITEM (CONDITION)`");
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
    if (ombud__at(r, "more") || ombud__at(r, "at")) {
        ombud__id slot;
        OMBUD__TRY(day_slot(r, kind, name, &slot));
        return slot == OMBUD__NONE ? no_day(r, &token, kind, name) : take_distance(r, kind, slot, node);
    }
    if (!known)
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, kind, name,
                              "the item has no fact, term or argument of this name",
                              "declare it with `fact NAME stated by ROLE`, or define it in a row");
    uint8_t is = known->is;
    ombud__id id = known->id;
    if (is == OMBUD__IS_FACT)
        return push_simple(r, kind, OMBUD__C_FACT, id, OMBUD__NONE, node);
    OMBUD__TRY(ombud__expect(
        r, "is", is == OMBUD__IS_TERM ? "a term is read by its status" : "an argument is read by what it carried",
        is == OMBUD__IS_TERM ? "write `TERM is STATUS`"
                             : "write `ARGUMENT is CHOICE`, or `DAY more than PERIOD before EVENT`"));
    return is == OMBUD__IS_TERM ? take_term_status(r, id, node) : take_choice(r, id, node);
}

ombud_status ombud__take_number(ombud__reader *r, int32_t *number)
{
    int32_t value = 0;
    size_t length = r->now.type == OMBUD__TOKEN_WORD ? r->now.text.len : 0;
    for (size_t i = 0; i < length; i++) {
        char c = r->now.text.ptr[i];
        if (c < '0' || c > '9' || length > 4) {
            length = 0;
            break;
        }
        value = value * 10 + (c - '0');
    }
    if (length == 0)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a number belongs here", "write a number from 0 to 9999");
    *number = value;
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__take_arrow(ombud__reader *r, ombud__token *name, uint8_t *back)
{
    OMBUD__TRY(ombud__take_name(r, name, "the name of a link belongs here"));
    *back = (uint8_t)ombud__at(r, "<-");
    if (!*back && !ombud__at(r, "->"))
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a link is followed forward or backward",
                            "write `LINK -> ITEM`, or `LINK <- ITEM` for the items that lead here");
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__link_between(ombud__reader *r, const ombud__token *name, ombud__id here, ombud__id far, int back,
                                 ombud__id *link)
{
    ombud__id from = back ? far : here;
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_LINK, from, name->text);
    if (!known)
        return ombud__unknown(r, name, OMBUD__NAME_LINK, from, name->text, "no link of this name leads from that item",
                              "declare it with `link NAME : ITEM -> ITEM`, or turn the arrow");
    if (r->law->links[known->id].to != (back ? here : far))
        return ombud__wrong_at(r, name, OMBUD_E_CONFLICT, "the link leads to another item",
                               "name the item it leads to");
    *link = known->id;
    return OMBUD_OK;
}

/* `LINK -> ITEM` or `LINK <- ITEM`; gives the item at the far end. */
static ombud_status take_link(ombud__reader *r, ombud__id kind, ombud__cond *cond, ombud__id *far)
{
    ombud__token name;
    OMBUD__TRY(ombud__take_arrow(r, &name, &cond->back));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, far, "no item of this name",
                                 "declare it with `item NAME PREFIX`"));
    return ombud__link_between(r, &name, kind, *far, cond->back, &cond->a);
}

/* `whose DAY at least PERIOD before EVENT`: the day is the linked item's, the event this one's. */
static ombud_status take_whose(ombud__reader *r, ombud__id kind, ombud__id far, ombud__cond *cond)
{
    ombud__token token;
    ombud__id event;
    uint8_t more;
    OMBUD__TRY(ombud__take_name(r, &token, "a day of the linked item belongs here"));
    OMBUD__TRY(day_slot(r, far, token.text, &cond->whose.far));
    if (cond->whose.far == OMBUD__NONE)
        return no_day(r, &token, far, token.text);
    OMBUD__TRY(take_at_least(r, &more, &cond->whose.by));
    OMBUD__TRY(take_before(r, kind, "write `before EVENT`", &event));
    cond->whose.own = r->law->events[event].day_slot;
    cond->whose.compared = more ? 2 : 1;
    return OMBUD_OK;
}

/* `at least N`, `at most N`, `every`, each with a link. */
static ombud_status take_linked(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    ombud__cond cond = {.op = OMBUD__C_LINK, .n = OMBUD__Q_EVERY, .a = OMBUD__NONE, .b = OMBUD__NONE, .kind = kind};
    ombud__id far;
    if (ombud__take(r, "at")) {
        cond.n = ombud__at(r, "most") ? OMBUD__Q_AT_MOST : OMBUD__Q_AT_LEAST;
        if (!ombud__take(r, "most") && !ombud__take(r, "least"))
            return ombud__wrong(r, OMBUD_E_SYNTAX, "`at` is followed by `least` or `most`",
                                "write `at least N LINK -> ITEM`");
        ombud__token number = r->now;
        OMBUD__TRY(ombud__take_number(r, &cond.period.count));
        if (cond.n == OMBUD__Q_AT_LEAST && cond.period.count == 0)
            return ombud__wrong_at(r, &number, OMBUD_E_SYNTAX, "`at least 0` is always so",
                                   "write a number from 1 to 9999");
    } else {
        ombud__step(r);
    }
    OMBUD__TRY(take_link(r, kind, &cond, &far));
    if (ombud__take(r, "whose"))
        OMBUD__TRY(take_whose(r, kind, far, &cond));
    if (ombud__take(r, "(")) {
        OMBUD__TRY(take_chain(r, far, &cond.b));
        OMBUD__TRY(ombud__expect(r, ")", "the condition about the linked item does not end", "close it with )"));
    } else if (cond.n == OMBUD__Q_EVERY) {
        return ombud__wrong(r, OMBUD_E_SYNTAX, "`every` needs a condition about the linked items",
                            "write `(CONDITION)`");
    }
    return push_node(r, cond, node);
}

static ombud_status take_part(ombud__reader *r, ombud__id kind, ombud__id *node, int *is_state)
{
    *is_state = 0;
    if (ombud__take(r, "not")) {
        ombud__id part;
        int ignored;
        if (r->cond_depth >= OMBUD_CONDITION_DEPTH_MAX)
            return ombud__wrong(r, OMBUD_E_LIMIT, "the condition nests deeper than 32",
                                "define a part of it as a fact");
        r->cond_depth++;
        OMBUD__TRY(take_part(r, kind, &part, &ignored));
        r->cond_depth--;
        return push_simple(r, kind, OMBUD__C_NOT, part, OMBUD__NONE, node);
    }
    if (ombud__take(r, "(")) {
        OMBUD__TRY(take_chain(r, kind, node));
        return ombud__expect(r, ")", "a parenthesis stays open", "close it with )");
    }
    if (ombud__take(r, "is")) {
        *is_state = 1;
        return take_state(r, kind, node);
    }
    if (ombud__at(r, "at") || ombud__at(r, "every"))
        return take_linked(r, kind, node);
    if (ombud__take(r, "by")) {
        ombud__id role;
        OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_ROLE, OMBUD__NONE, &role, "no role of this name",
                                     "declare it with `role NAME`"));
        return push_simple(r, kind, OMBUD__C_BY, role, OMBUD__NONE, node);
    }
    if (ombud__take(r, "carries"))
        return take_carries(r, kind, node);
    return take_named(r, kind, node);
}

/* ---- chains ------------------------------------------------------------------------------------------------------ */

/* Behind `is STATE or`: whether the next word goes on with the states. */
static ombud_status is_further_state(ombud__reader *r, ombud__id kind, int *further)
{
    ombud__token second = ombud__second(r);
    *further = r->now.type == OMBUD__TOKEN_WORD && !ombud__token_is(&second, "is") &&
               !ombud__token_is(&second, "more") && !ombud__token_is(&second, "at") &&
               ombud__names_find(&r->names, OMBUD__NAME_STATE, kind, r->now.text) != NULL;
    if (*further && ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, r->now.text))
        return ombud__wrong(r, OMBUD_E_CONFLICT, "both a state and a fact have this name",
                            "write `is NAME` for the state");
    return OMBUD_OK;
}

/* Chains are folded like a binary counter: two trees of one rank make one of the next. */
typedef struct chain {
    ombud__id tree[CHAIN_RANKS];
    uint8_t held[CHAIN_RANKS];
    int op;
    ombud__id kind;
} chain;

static ombud_status add_part(ombud__reader *r, chain *c, ombud__id part)
{
    size_t rank = 0;
    for (; c->held[rank]; rank++) {
        c->held[rank] = 0;
        OMBUD__TRY(push_simple(r, c->kind, c->op, c->tree[rank], part, &part));
    }
    c->tree[rank] = part;
    c->held[rank] = 1;
    return OMBUD_OK;
}

static ombud_status close_chain(ombud__reader *r, const chain *c, ombud__id *node)
{
    *node = OMBUD__NONE;
    for (size_t rank = 0; rank < CHAIN_RANKS; rank++) {
        if (c->held[rank] && *node == OMBUD__NONE)
            *node = c->tree[rank];
        else if (c->held[rank])
            OMBUD__TRY(push_simple(r, c->kind, c->op, c->tree[rank], *node, node));
    }
    return OMBUD_OK;
}

static ombud_status take_chain(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    chain c = {{0}, {0}, 0, kind};
    ombud__id part;
    int is_state;
    if (r->cond_depth >= OMBUD_CONDITION_DEPTH_MAX)
        return ombud__wrong(r, OMBUD_E_LIMIT, "the condition nests deeper than 32", "define a part of it as a fact");
    r->cond_depth++;
    OMBUD__TRY(take_part(r, kind, &part, &is_state));
    while (ombud__at(r, "and") || ombud__at(r, "or")) {
        int op = ombud__at(r, "and") ? OMBUD__C_AND : OMBUD__C_OR;
        int further = 0;
        if (c.op != 0 && c.op != op)
            return ombud__wrong(r, OMBUD_E_SYNTAX, "`and` and `or` are mixed, and nobody can tell which comes first",
                                "put one of the two in parentheses");
        c.op = op;
        OMBUD__TRY(add_part(r, &c, part));
        ombud__step(r);
        if (is_state && op == OMBUD__C_OR)
            OMBUD__TRY(is_further_state(r, kind, &further));
        OMBUD__TRY(further ? take_state(r, kind, &part) : take_part(r, kind, &part, &is_state));
    }
    r->cond_depth--;
    OMBUD__TRY(add_part(r, &c, part));
    return close_chain(r, &c, node);
}

ombud_status ombud__take_condition(ombud__reader *r, ombud__id kind, ombud__id *node)
{
    r->cond_depth = 0;
    return take_chain(r, kind, node);
}

ombud_status ombud__take_when(ombud__reader *r, ombud__id kind, ombud__id *when, ombud__id *unless)
{
    *when = OMBUD__NONE;
    *unless = OMBUD__NONE;
    if (ombud__take(r, "when"))
        OMBUD__TRY(ombud__take_condition(r, kind, when));
    if (ombud__take(r, "unless"))
        OMBUD__TRY(ombud__take_condition(r, kind, unless));
    return OMBUD_OK;
}
