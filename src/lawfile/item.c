/* What stands in an item: states, events with their arguments, facts; and links between items. */
#include "reader.h"

#include "kernel/text.h"

#include <string.h>

/* The names of a statement, separated by commas; a label can only belong to one. */
enum { NAMES_MAX = 64 };
typedef struct names {
    ombud__token token[NAMES_MAX];
    size_t count;
} names;

static ombud_status take_names(ombud__reader *r, names *list, const char *message)
{
    list->count = 0;
    do {
        if (list->count == NAMES_MAX)
            return ombud__wrong(r, OMBUD_E_LIMIT, "a line names at most 64", "go on in a further line");
        OMBUD__TRY(ombud__take_name(r, &list->token[list->count], message));
        list->count++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

static ombud_status take_labels_of_one(ombud__reader *r, const names *list, ombud_view labels[3])
{
    if (list->count > 1 && ombud__is_label(r))
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a label belongs to one name, and the line has several",
                            "give each name a line of its own");
    return ombud__take_labels(r, labels);
}

static ombud_view kind_name(const ombud__reader *r, ombud__id kind)
{
    return r->law->kinds[kind].word.name;
}

/* ---- states ------------------------------------------------------------------------------------------------------ */

static ombud_status read_states(ombud__reader *r, ombud__id kind)
{
    names list;
    OMBUD__TRY(take_names(r, &list, "the name of a state belongs here"));
    for (size_t i = 0; i < list.count; i++) {
        const ombud__token *token = &list.token[i];
        if (r->law->kinds[kind].state_count >= OMBUD_KIND_STATES_MAX)
            return ombud__wrong_at(r, token, OMBUD_E_LIMIT, "an item has at most 127 states",
                                   "cut it into several items");
        OMBUD__PUSH(r, states);
        ombud__state *state = OMBUD__LAST(r, states);
        state->kind = kind;
        state->local = ++r->law->kinds[kind].state_count;
        OMBUD__TRY(ombud__make_word(r, kind_name(r, kind), token->text, &state->word));
        OMBUD__TRY(ombud__declare(r, OMBUD__NAME_STATE, kind, token, state->word.name, OMBUD__LAST_ID(r, states),
                                  "the item has a state of this name already"));
    }
    if (ombud__at(r, "final") && list.count > 1)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "`final` says it of one state, and the line has several",
                            "give the state a line of its own: `state NAME final`");
    OMBUD__LAST(r, states)->final = (uint8_t)ombud__take(r, "final");
    OMBUD__TRY(take_labels_of_one(r, &list, OMBUD__LAST(r, states)->word.label));
    return ombud__expect_end(r);
}

/* ---- arguments --------------------------------------------------------------------------------------------------- */

static ombud_status push_fact(ombud__reader *r, ombud__id kind, ombud_view name, int type, ombud__id *id)
{
    OMBUD__PUSH(r, facts);
    ombud__fact *fact = OMBUD__LAST(r, facts);
    fact->kind = kind;
    fact->type = (uint8_t)type;
    fact->bit = OMBUD__NONE;
    fact->made_by = OMBUD__NONE;
    *id = OMBUD__LAST_ID(r, facts);
    return ombud__make_word(r, kind_name(r, kind), name, &fact->word);
}

static ombud_status give_bit(ombud__reader *r, ombud__id fact)
{
    ombud__kind *kind = &r->law->kinds[r->law->facts[fact].kind];
    if (kind->bit_count >= OMBUD_KIND_FACTS_MAX)
        return ombud__wrong(r, OMBUD_E_LIMIT, "an item remembers at most 256 facts, choices among them",
                            "cut it into several items");
    r->law->facts[fact].bit = kind->bit_count++;
    return OMBUD_OK;
}

/* A fact behind what events carry: no name that a text could write, so it needs none in the names. */
static ombud_status push_argument_fact(ombud__reader *r, ombud__id arg, const ombud_view name[3], int type,
                                       ombud__id *fact)
{
    ombud_view joined;
    OMBUD__TRY(ombud__join(r, &r->scratch, name, &joined));
    OMBUD__TRY(push_fact(r, r->law->args[arg].kind, joined, type, fact));
    return give_bit(r, *fact);
}

ombud_status ombud__carried_fact(ombud__reader *r, ombud__id arg, ombud__id *fact)
{
    *fact = r->law->args[arg].carried;
    if (*fact != OMBUD__NONE)
        return OMBUD_OK;
    const ombud_view name[3] = {{"carries", 7}, {" ", 1}, r->law->args[arg].word.name};
    OMBUD__TRY(push_argument_fact(r, arg, name, OMBUD__FACT_CARRIED, fact));
    r->law->facts[*fact].silence_no = 1;
    r->law->args[arg].carried = *fact;
    return OMBUD_OK;
}

static ombud_status push_choice(ombud__reader *r, ombud__id arg, const ombud__token *token)
{
    ombud_view none = {NULL, 0};
    ombud__id fact;
    const ombud_view name[3] = {r->law->args[arg].word.name, {" is ", 4}, token->text};
    OMBUD__TRY(push_argument_fact(r, arg, name, OMBUD__FACT_CHOICE, &fact));
    OMBUD__PUSH(r, choices);
    ombud__choice *choice = OMBUD__LAST(r, choices);
    choice->arg = arg;
    choice->fact = fact;
    OMBUD__TRY(ombud__make_word(r, none, token->text, &choice->word));
    return ombud__declare(r, OMBUD__NAME_CHOICE, arg, token, choice->word.name, OMBUD__LAST_ID(r, choices),
                          "the argument has this choice already");
}

static ombud_status push_link(ombud__reader *r, const ombud__token *token, ombud_view name, ombud__id from,
                              ombud__id to)
{
    OMBUD__PUSH(r, links);
    ombud__link *link = OMBUD__LAST(r, links);
    link->from = from;
    link->to = to;
    OMBUD__TRY(ombud__make_word(r, kind_name(r, from), name, &link->word));
    return ombud__declare(r, OMBUD__NAME_LINK, from, token, link->word.name, OMBUD__LAST_ID(r, links),
                          "a link of this name leads from the item already");
}

/* The link that an argument makes: one declared of the same name, or a new one. */
static ombud_status link_of_argument(ombud__reader *r, const ombud__token *token, ombud__id arg)
{
    ombud__id from = r->law->args[arg].kind;
    ombud__id to = r->law->args[arg].of_kind;
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_LINK, from, token->text);
    if (!known) {
        OMBUD__TRY(push_link(r, token, token->text, from, to));
        r->law->args[arg].link = OMBUD__LAST_ID(r, links);
        return OMBUD_OK;
    }
    if (r->law->links[known->id].to != to)
        return ombud__wrong_at(r, token, OMBUD_E_CONFLICT, "a link of this name leads to another item",
                               "carry the item that the link leads to, or choose another name");
    r->law->args[arg].link = known->id;
    return OMBUD_OK;
}

/* What stands in the parentheses behind the name of an argument. */
typedef struct shape {
    int type;
    ombud__id target;
    names choices;
} shape;

static ombud_status take_shape(ombud__reader *r, shape *s)
{
    s->target = OMBUD__NONE;
    OMBUD__TRY(ombud__expect(r, "(", "what the argument carries belongs here",
                             "write (ITEM), (CHOICE, CHOICE), (day) or (period)"));
    OMBUD__TRY(take_names(r, &s->choices, "an item, choices, day or period belong here"));
    if (s->choices.count > 1) {
        s->type = OMBUD__ARG_CHOICE;
    } else if (ombud__token_is(&s->choices.token[0], "day")) {
        s->type = OMBUD__ARG_DAY;
    } else if (ombud__token_is(&s->choices.token[0], "period")) {
        s->type = OMBUD__ARG_PERIOD;
    } else {
        const ombud__token *token = &s->choices.token[0];
        const ombud__name *kind = ombud__names_find(&r->names, OMBUD__NAME_KIND, OMBUD__NONE, token->text);
        if (!kind)
            return ombud__unknown(r, token, OMBUD__NAME_KIND, OMBUD__NONE, token->text, "no item of this name",
                                  "declare it with `item NAME PREFIX`; choices are at least two, with commas");
        s->type = OMBUD__ARG_ITEM;
        s->target = kind->id;
    }
    return ombud__expect(r, ")", "the parenthesis of the argument stays open",
                         "close it with ), and part choices by commas");
}

static int same_shape(const ombud__reader *r, const ombud__arg *arg, const shape *s)
{
    int choices = arg->type == OMBUD__ARG_CHOICE;
    if (arg->type != s->type || arg->of_kind != s->target || (choices && s->choices.count != arg->choices))
        return 0;
    for (size_t i = 0; choices && i < s->choices.count; i++) {
        if (!ombud__view_is(r->law->choices[arg->choice + i].word.name, s->choices.token[i].text))
            return 0;
    }
    return 1;
}

static ombud_status push_argument(ombud__reader *r, ombud__id kind, const ombud__token *token, const shape *s,
                                  ombud__id *id)
{
    OMBUD__PUSH(r, args);
    ombud__arg *arg = OMBUD__LAST(r, args);
    *id = OMBUD__LAST_ID(r, args);
    arg->kind = kind;
    arg->type = (uint8_t)s->type;
    arg->of_kind = s->target;
    arg->link = OMBUD__NONE;
    arg->slot = OMBUD__NONE;
    arg->carried = OMBUD__NONE;
    arg->choice = (ombud__id)r->law->choices_count;
    OMBUD__TRY(ombud__make_word(r, kind_name(r, kind), token->text, &arg->word));
    OMBUD__TRY(ombud__declare_readable(r, kind, token, arg->word.name, OMBUD__IS_ARG, *id));
    if (s->type == OMBUD__ARG_ITEM)
        return link_of_argument(r, token, *id);
    if (s->type != OMBUD__ARG_CHOICE)
        return ombud__day_slot(r, kind, &arg->slot);
    for (size_t i = 0; i < s->choices.count; i++) {
        OMBUD__TRY(push_choice(r, *id, &s->choices.token[i]));
        r->law->args[*id].choices++;
    }
    return OMBUD_OK;
}

static ombud_status take_argument(ombud__reader *r, ombud__id kind, ombud__id *id)
{
    ombud__token token;
    shape s;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of an argument belongs here"));
    OMBUD__TRY(take_shape(r, &s));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, token.text);
    if (!known || known->is != OMBUD__IS_ARG)
        return push_argument(r, kind, &token, &s, id);
    *id = known->id;
    if (!same_shape(r, &r->law->args[*id], &s))
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT,
                               "another event carries an argument of this name that is another",
                               "write it alike in both, choices in the same order; or choose another name");
    return OMBUD_OK;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

static ombud_status read_events(ombud__reader *r, ombud__id kind)
{
    names list;
    ombud__id arg[OMBUD__MAX_ARGS];
    size_t args = 0;
    uint64_t by = 0;
    OMBUD__TRY(take_names(r, &list, "the name of an event belongs here"));
    if (ombud__take(r, "by"))
        OMBUD__TRY(ombud__take_roles(r, &by));
    if (ombud__take(r, "carries")) {
        do {
            if (args == OMBUD__MAX_ARGS)
                return ombud__wrong(r, OMBUD_E_LIMIT, "an event carries at most 16 arguments",
                                    "part it into several events");
            OMBUD__TRY(take_argument(r, kind, &arg[args]));
            args++;
        } while (ombud__take(r, ","));
    }
    for (size_t i = 0; i < list.count; i++) {
        const ombud__token *token = &list.token[i];
        ombud__id first = (ombud__id)r->law->event_args_count;
        for (size_t k = 0; k < args; k++) {
            OMBUD__PUSH(r, event_args);
            *OMBUD__LAST(r, event_args) = arg[k];
        }
        OMBUD__PUSH(r, events);
        ombud__event *event = OMBUD__LAST(r, events);
        event->kind = kind;
        r->law->kinds[kind].event_count++;
        event->by = by;
        event->arg = first;
        event->args = (ombud__id)args;
        event->day_slot = OMBUD__NONE;
        OMBUD__TRY(ombud__make_word(r, kind_name(r, kind), token->text, &event->word));
        OMBUD__TRY(ombud__declare(r, OMBUD__NAME_EVENT, kind, token, event->word.name, OMBUD__LAST_ID(r, events),
                                  "the item has an event of this name already"));
    }
    OMBUD__TRY(take_labels_of_one(r, &list, OMBUD__LAST(r, events)->word.label));
    return ombud__expect_end(r);
}

/* ---- facts ------------------------------------------------------------------------------------------------------- */

static ombud_status read_facts(ombud__reader *r, ombud__id kind)
{
    names list;
    uint64_t stated_by = 0;
    uint8_t silence_no = 0;
    OMBUD__TRY(take_names(r, &list, "the name of a fact belongs here"));
    OMBUD__TRY(ombud__expect(r, "stated", "a fact says whose statement it is", "write `stated by ROLE`"));
    OMBUD__TRY(ombud__expect(r, "by", "a fact says whose statement it is", "write `stated by ROLE`"));
    OMBUD__TRY(ombud__take_roles(r, &stated_by));
    if (ombud__take(r, "silence")) {
        OMBUD__TRY(ombud__expect(r, "no", "silence can only mean no; else a fact is unknown", "write `silence no`"));
        silence_no = 1;
    }
    for (size_t i = 0; i < list.count; i++) {
        ombud__id id;
        OMBUD__TRY(push_fact(r, kind, list.token[i].text, OMBUD__FACT_STATED, &id));
        OMBUD__TRY(give_bit(r, id));
        r->law->facts[id].stated_by = stated_by;
        r->law->facts[id].silence_no = silence_no;
        OMBUD__TRY(ombud__declare_readable(r, kind, &list.token[i], r->law->facts[id].word.name, OMBUD__IS_FACT, id));
    }
    ombud__fact *fact = OMBUD__LAST(r, facts);
    OMBUD__TRY(take_labels_of_one(r, &list, fact->word.label));
    if (ombud__take(r, "ask"))
        OMBUD__TRY(take_labels_of_one(r, &list, fact->ask));
    return ombud__expect_end(r);
}

/* A definition needs no line of its own but for its label: it is made by whichever comes first, this line or a row. */
static ombud_status definition_named(ombud__reader *r, ombud__id kind, const ombud__token *token, ombud_view name,
                                     ombud__id *id)
{
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
    if (known && known->is == OMBUD__IS_FACT && r->law->facts[known->id].type == OMBUD__FACT_DEFINED) {
        *id = known->id;
        return OMBUD_OK;
    }
    OMBUD__TRY(push_fact(r, kind, name, OMBUD__FACT_DEFINED, id));
    return ombud__declare_readable(r, kind, token, r->law->facts[*id].word.name, OMBUD__IS_FACT, *id);
}

static ombud_status read_defined(ombud__reader *r, ombud__id kind)
{
    ombud__token token;
    ombud__id id;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a definition belongs here"));
    OMBUD__TRY(definition_named(r, kind, &token, token.text, &id));
    OMBUD__TRY(ombud__take_labels(r, r->law->facts[id].word.label));
    return ombud__expect_end(r);
}

ombud_status ombud__declare_row(ombud__reader *r, size_t line)
{
    ombud__token second = ombud__second(r);
    ombud__id kind = OMBUD__NONE;
    ombud__id id;
    ombud__token token;
    ombud_view name;
    (void)line;
    if (ombud__token_is(&second, ",") || ombud__token_is(&second, ":") || ombud__token_is(&second, "only") ||
        ombud__token_is(&second, "not") || ombud__token_is(&second, "needs"))
        return OMBUD_OK;
    OMBUD__TRY(
        ombud__take_qualified(r, &kind, &token, &name, "a row begins with ITEM.NAME or with the word of its kind"));
    return definition_named(r, kind, &token, name, &id);
}

/* ---- items and links --------------------------------------------------------------------------------------------- */

static ombud_status read_item_line(ombud__reader *r, ombud__id kind)
{
    static const struct {
        const char *word;
        ombud_status (*read)(ombud__reader *r, ombud__id kind);
    } table[] = {{"state", read_states},
                 {"states", read_states},
                 {"event", read_events},
                 {"fact", read_facts},
                 {"defined", read_defined}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        if (ombud__take(r, table[i].word))
            return table[i].read(r, kind);
    }
    static const ombud__statement words[] = {{"state", NULL}, {"states", NULL},  {"event", NULL},
                                             {"fact", NULL},  {"defined", NULL}, {NULL, NULL}};
    return ombud__no_statement(r, words, sizeof words[0], "an item has no such line",
                               "write state, states, event, fact or defined");
}

ombud_status ombud__read_item(ombud__reader *r, size_t line)
{
    size_t below = ombud__first_below(r, line, ombud__is_label);
    ombud__id kind;
    ombud__step(r);
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &kind,
                                 "no item of this name was declared with a prefix", "write `item NAME PREFIX` once"));
    if (r->now.type != OMBUD__TOKEN_END && !ombud__is_label(r))
        ombud__step(r);
    OMBUD__TRY(ombud__take_labels(r, r->law->kinds[kind].word.label));
    OMBUD__TRY(ombud__expect_end(r));
    for (; below < r->lines.line[line].after; below = r->lines.line[below].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        OMBUD__TRY(read_item_line(r, kind));
    }
    return OMBUD_OK;
}

ombud_status ombud__read_link(ombud__reader *r, size_t line)
{
    ombud__token token;
    ombud__id from;
    ombud__id to;
    (void)line;
    OMBUD__TRY(ombud__take_name(r, &token, "the name of a link belongs here"));
    OMBUD__TRY(ombud__expect(r, ":", "a link says from which item it leads", "write `link NAME : ITEM -> ITEM`"));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &from, "no item of this name",
                                 "declare it with `item NAME PREFIX`"));
    OMBUD__TRY(ombud__expect(r, "->", "a link says to which item it leads", "write `link NAME : ITEM -> ITEM`"));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &to, "no item of this name",
                                 "declare it with `item NAME PREFIX`"));
    OMBUD__TRY(push_link(r, &token, token.text, from, to));
    ombud__link *link = OMBUD__LAST(r, links);
    if (ombud__at(r, "concerned") && to != r->law->person)
        return ombud__wrong(r, OMBUD_E_CONFLICT, "only a link to persons can say who is concerned",
                            "leave `concerned` out, or mark the link that leads on to the person");
    link->concerned = (uint8_t)ombud__take(r, "concerned");
    OMBUD__TRY(ombud__take_labels(r, link->word.label));
    return ombud__expect_end(r);
}
