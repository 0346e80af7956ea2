/* Rows of one statement: definitions, moves, guards, answers, requirements. */
#include "reader.h"

#include <string.h>

/* ---- what every row has ------------------------------------------------------------------------------------------ */

ombud__row ombud__begin_row(const ombud__reader *r, size_t line)
{
    ombud__row row = {r->provision, OMBUD__NONE, r->lines.line[line].number, {NULL, 0}};
    return row;
}

ombud_status ombud__row_text(ombud__reader *r, size_t line, ombud__row *row)
{
    uint32_t at = r->lines.line[line].at;
    ombud_view text = {r->lines.text.ptr + at, r->end - at};
    return ombud__pool_copy(&r->law->pool, text, &row->text) ? OMBUD_OK : ombud__no_memory(r);
}

ombud_status ombud__end_row(ombud__reader *r, size_t line, ombud__row *row)
{
    OMBUD__TRY(ombud__take_reading(r, &row->alternative));
    OMBUD__TRY(ombud__expect_end(r));
    return ombud__row_text(r, line, row);
}

ombud_status ombud__list_row(ombud__reader *r, uint8_t kind, size_t index)
{
    OMBUD__PUSH(r, rows);
    ombud__row_ref *ref = OMBUD__LAST(r, rows);
    ref->kind = kind;
    ref->index = (ombud__id)index;
    return OMBUD_OK;
}

/* ---- lists ------------------------------------------------------------------------------------------------------- */

/* The events at the head of a row, all of one item. */
enum { EVENTS_MAX = 64 };
typedef struct events {
    ombud__id id[EVENTS_MAX];
    size_t count;
    ombud__id kind;
} events;

static ombud_status take_events(ombud__reader *r, events *list)
{
    list->count = 0;
    list->kind = OMBUD__NONE;
    OMBUD__TRY(ombud__take_event(r, &list->kind, &list->id[list->count++], NULL));
    while (ombud__take(r, ",")) {
        if (list->count == EVENTS_MAX)
            return ombud__wrong(r, OMBUD_E_LIMIT, "a row names at most 64 events", "go on in a further row");
        OMBUD__TRY(ombud__take_event_of(r, list->kind, &list->id[list->count]));
        list->count++;
    }
    return OMBUD_OK;
}

/* Facts of an item into the law's lists; `stated` if they must be such as somebody states. */
static ombud_status take_facts(ombud__reader *r, ombud__id kind, int stated, ombud__id *first, ombud__id *count)
{
    *first = (ombud__id)r->law->fact_lists_count;
    *count = 0;
    do {
        ombud__id of = kind;
        ombud__token token;
        ombud_view name;
        OMBUD__TRY(ombud__take_qualified(r, &of, &token, &name, "the name of a fact belongs here"));
        const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name);
        if (of != kind || !known || known->is != OMBUD__IS_FACT)
            return ombud__unknown(r, &token, OMBUD__NAME_FACT, kind, name,
                                  "the item of the event has no fact of this name",
                                  "declare it with `fact NAME stated by ROLE`, or define it in a row");
        if (stated && r->law->facts[known->id].type != OMBUD__FACT_STATED)
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "an event cannot set a fact that rows define",
                                   "name a fact that somebody states");
        OMBUD__PUSH(r, fact_lists);
        *OMBUD__LAST(r, fact_lists) = known->id;
        (*count)++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

static void add_state(uint64_t set[2], uint16_t local)
{
    set[local / 64] |= (uint64_t)1 << (local % 64);
}

static ombud_status take_states(ombud__reader *r, ombud__id kind, uint64_t set[2])
{
    do {
        ombud__id state;
        OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_STATE, kind, &state, "the item has no state of this name",
                                     "declare it in the item with `state NAME`"));
        add_state(set, r->law->states[state].local);
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

/* ---- definition -------------------------------------------------------------------------------------------------- */

static ombud_status read_definition(ombud__reader *r, size_t line)
{
    ombud__id kind = OMBUD__NONE;
    ombud__token token;
    ombud_view name;
    ombud__definition row = {ombud__begin_row(r, line), OMBUD__NONE, OMBUD__NONE, OMBUD__NONE, OMBUD__NONE};
    /* ombud__declare_row has taken the name before, and made it known as a definition. */
    (void)ombud__take_qualified(r, &kind, &token, &name, "");
    row.fact = ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name)->id;
    if (ombud__take(r, "as")) {
        OMBUD__TRY(ombud__expect(r, "at", "`as` is followed by `at EVENT`", "write `as at EVENT`"));
        OMBUD__TRY(ombud__take_event_of(r, kind, &row.as_at));
    }
    OMBUD__TRY(ombud__take_when(r, kind, &row.when, &row.unless));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__PUSH(r, definitions);
    *OMBUD__LAST(r, definitions) = row;
    return ombud__list_row(r, OMBUD_ROW_DEFINITION, r->law->definitions_count - 1);
}

/* ---- move -------------------------------------------------------------------------------------------------------- */

/* `[STATE, …] ->`: nothing is "not there yet"; `any` is every state, or, of an item that has none, being there at all.
 */
static ombud_status take_from(ombud__reader *r, ombud__id kind, uint64_t from[2])
{
    uint16_t states = r->law->kinds[kind].state_count;
    if (ombud__at(r, "->")) {
        add_state(from, 0);
    } else if (ombud__take(r, "any")) {
        for (uint16_t local = states > 0 ? 1 : 0; local <= states; local++)
            add_state(from, local);
    } else {
        OMBUD__TRY(take_states(r, kind, from));
    }
    return ombud__expect(r, "->", "a move leads to a state", "write `STATE -> STATE` or `STATE -> same`");
}

static ombud_status take_to(ombud__reader *r, ombud__id kind, const uint64_t from[2], uint16_t *to)
{
    if (ombud__at(r, "same") && (from[0] & 1) && r->law->kinds[kind].state_count > 0)
        return ombud__wrong(r, OMBUD_E_CONFLICT, "a new item cannot stay in the state it has none of",
                            "name its first state");
    if (ombud__take(r, "same")) {
        *to = OMBUD__SAME;
        return OMBUD_OK;
    }
    ombud__id state;
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_STATE, kind, &state, "the item has no state of this name",
                                 "declare it in the item with `state NAME`, or write `same`"));
    *to = r->law->states[state].local;
    return OMBUD_OK;
}

static ombud_status read_move(ombud__reader *r, size_t line, const events *list)
{
    ombud__move row;
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    OMBUD__TRY(take_from(r, list->kind, row.from));
    OMBUD__TRY(take_to(r, list->kind, row.from, &row.to));
    if (ombud__take(r, "by"))
        OMBUD__TRY(ombud__take_roles(r, &row.by));
    if (ombud__take(r, "makes"))
        OMBUD__TRY(take_facts(r, list->kind, 1, &row.makes, &row.make_count));
    if (ombud__take(r, "clears"))
        OMBUD__TRY(take_facts(r, list->kind, 1, &row.clears, &row.clear_count));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__TRY(ombud__list_row(r, OMBUD_ROW_MOVE, r->law->moves_count));
    for (size_t i = 0; i < list->count; i++) {
        OMBUD__PUSH(r, moves);
        ombud__move *move = OMBUD__LAST(r, moves);
        *move = row;
        move->event = list->id[i];
        move->by = row.by ? row.by : r->law->events[move->event].by;
    }
    return OMBUD_OK;
}

/* ---- guard ------------------------------------------------------------------------------------------------------- */

static ombud_status take_guard_condition(ombud__reader *r, const events *list, const char *word, ombud__guard *row)
{
    if (!ombud__at(r, "when"))
        return ombud__wrong(r, OMBUD_E_SYNTAX, "the guard says when it lets the event pass", word);
    return ombud__take_when(r, list->kind, &row->when, &row->unless);
}

static ombud_status read_guard(ombud__reader *r, size_t line, const events *list)
{
    ombud__guard row;
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    if (ombud__take(r, "only")) {
        row.type = OMBUD__GUARD_ONLY;
        OMBUD__TRY(take_guard_condition(r, list, "write `only when CONDITION`", &row));
    } else if (ombud__take(r, "not")) {
        row.type = OMBUD__GUARD_NOT;
        OMBUD__TRY(take_guard_condition(r, list, "write `not when CONDITION`", &row));
    } else {
        row.type = OMBUD__GUARD_NEEDS;
        OMBUD__TRY(ombud__expect(r, "needs", "behind events stand `:`, `only when`, `not when` or `needs`",
                                 "write a move or a guard"));
        OMBUD__TRY(take_facts(r, list->kind, 0, &row.needs, &row.need_count));
        OMBUD__TRY(ombud__take_when(r, list->kind, &row.when, &row.unless));
    }
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__TRY(ombud__list_row(r, OMBUD_ROW_GUARD, r->law->guards_count));
    for (size_t i = 0; i < list->count; i++) {
        OMBUD__PUSH(r, guards);
        *OMBUD__LAST(r, guards) = row;
        OMBUD__LAST(r, guards)->event = list->id[i];
    }
    return OMBUD_OK;
}

/* ---- answer ------------------------------------------------------------------------------------------------------ */

static ombud_status take_question(ombud__reader *r, ombud__answer_row *row, ombud__id *kind)
{
    ombud__token token;
    ombud_view name;
    *kind = OMBUD__NONE;
    OMBUD__TRY(ombud__take_qualified(r, kind, &token, &name, "a question belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_QUESTION, *kind, name);
    if (known) {
        row->question = known->id;
        return OMBUD_OK;
    }
    OMBUD__PUSH(r, questions);
    ombud__question *question = OMBUD__LAST(r, questions);
    question->kind = *kind;
    row->question = OMBUD__LAST_ID(r, questions);
    OMBUD__TRY(ombud__make_word(r, r->law->kinds[*kind].word.name, name, &question->word));
    return ombud__declare(r, OMBUD__NAME_QUESTION, *kind, &token, question->word.name, row->question,
                          "the question is known already");
}

static ombud_status take_value(ombud__reader *r, ombud__answer_row *row)
{
    ombud__token token;
    ombud_view none = {NULL, 0};
    OMBUD__TRY(ombud__take_name(r, &token, "the value of the answer belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_VALUE, OMBUD__NONE, token.text);
    if (known) {
        row->value = known->id;
        return OMBUD_OK;
    }
    OMBUD__PUSH(r, values);
    ombud__value *value = OMBUD__LAST(r, values);
    row->value = OMBUD__LAST_ID(r, values);
    OMBUD__TRY(ombud__make_word(r, none, token.text, &value->word));
    return ombud__declare(r, OMBUD__NAME_VALUE, OMBUD__NONE, &token, value->word.name, row->value,
                          "the value is known already");
}

static ombud_status read_answer(ombud__reader *r, size_t line)
{
    ombud__answer_row row = {ombud__begin_row(r, line), OMBUD__NONE, OMBUD__NONE, OMBUD__NONE, OMBUD__NONE};
    ombud__id kind;
    OMBUD__TRY(take_question(r, &row, &kind));
    OMBUD__TRY(ombud__expect(r, "=", "an answer has a value", "write `answer ITEM.QUESTION = VALUE`"));
    OMBUD__TRY(take_value(r, &row));
    OMBUD__TRY(ombud__take_when(r, kind, &row.when, &row.unless));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__PUSH(r, answers);
    *OMBUD__LAST(r, answers) = row;
    return ombud__list_row(r, OMBUD_ROW_ANSWER, r->law->answers_count - 1);
}

/* ---- requirement ------------------------------------------------------------------------------------------------- */

static ombud_status read_requirement(ombud__reader *r, size_t line)
{
    ombud__requirement row;
    ombud__token name;
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    OMBUD__TRY(ombud__take_name(r, &name, "the name of the requirement belongs here"));
    OMBUD__TRY(ombud__take_roles(r, &row.bearer));
    OMBUD__TRY(ombud__expect(r, "while", "a requirement says how long it must hold", "write `while ITEM is STATE`"));
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &row.kind, "no item of this name",
                                 "declare it with `item NAME PREFIX`"));
    OMBUD__TRY(
        ombud__expect(r, "is", "a requirement says in which states it must hold", "write `while ITEM is STATE`"));
    OMBUD__TRY(take_states(r, row.kind, row.while_states));
    OMBUD__TRY(ombud__expect(r, ":", "what must hold belongs here", "write `: CONDITION`"));
    OMBUD__TRY(ombud__make_word(r, r->law->kinds[row.kind].word.name, name.text, &row.word));
    OMBUD__TRY(ombud__take_condition(r, row.kind, &row.condition));
    OMBUD__TRY(ombud__take_labels(r, row.word.label));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__PUSH(r, requirements);
    *OMBUD__LAST(r, requirements) = row;
    return ombud__list_row(r, OMBUD_ROW_REQUIREMENT, r->law->requirements_count - 1);
}

/* ---- exclusion --------------------------------------------------------------------------------------------------- */

ombud_status ombud__read_exclusion(ombud__reader *r, size_t line)
{
    ombud__exclusion row;
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    size_t first = r->law->exclusions_count;
    OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_SCOPE, OMBUD__NONE, &row.area, "no scope of this name",
                                 "declare it with `scope NAME`"));
    OMBUD__TRY(ombud__expect(r, "exclude", "`in SCOPE` is followed by `exclude`", "write `in SCOPE exclude ID, …`"));
    do {
        if (r->now.type != OMBUD__TOKEN_WORD)
            return ombud__wrong(r, OMBUD_E_SYNTAX, "the id of a provision belongs here", "write it as in 15.4.a4.1");
        if (!ombud__pool_copy(&r->law->pool, r->now.text, &row.excluded))
            return ombud__no_memory(r);
        ombud__step(r);
        OMBUD__PUSH(r, exclusions);
        *OMBUD__LAST(r, exclusions) = row;
    } while (ombud__take(r, ","));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    for (size_t i = first; i < r->law->exclusions_count; i++)
        r->law->exclusions[i].row = row.row;
    return ombud__list_row(r, OMBUD_ROW_EXCLUSION, first);
}

/* ---- withholding ------------------------------------------------------------------------------------------------- */

/* ITEM.NAME: all that bears the name; were one of several left out, it would tell of the others. */
static ombud_status take_knowable(ombud__reader *r, ombud__id *kind, const ombud__row *row)
{
    static const struct {
        uint8_t names, know;
    } sorts[] = {{OMBUD__NAME_FACT, OMBUD__KNOW_FACT},
                 {OMBUD__NAME_LINK, OMBUD__KNOW_LINK},
                 {OMBUD__NAME_EVENT, OMBUD__KNOW_EVENT},
                 {OMBUD__NAME_QUESTION, OMBUD__KNOW_QUESTION}};
    size_t first = r->law->withholdings_count;
    ombud__token token;
    ombud_view name;
    OMBUD__TRY(ombud__take_qualified(r, kind, &token, &name, "what is withheld belongs here"));
    for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
        const ombud__name *known = ombud__names_find(&r->names, sorts[i].names, *kind, name);
        uint8_t sort = sorts[i].know;
        if (!known)
            continue;
        if (sort == OMBUD__KNOW_FACT && known->is == OMBUD__IS_ARG) {
            /* Where the argument is an item, the link of its name is what it leaves behind. */
            if (r->law->args[known->id].type == OMBUD__ARG_ITEM)
                continue;
            sort = OMBUD__KNOW_ARGUMENT;
        } else if (sort == OMBUD__KNOW_FACT && known->is != OMBUD__IS_FACT) {
            sort = OMBUD__KNOW_TERM;
        }
        OMBUD__PUSH(r, withholdings);
        ombud__withholding *entry = OMBUD__LAST(r, withholdings);
        entry->row = *row;
        entry->kind = *kind;
        entry->sort = sort;
        entry->what = known->id;
    }
    if (r->law->withholdings_count > first)
        return OMBUD_OK;
    return ombud__unknown(r, &token, OMBUD__NAME_FACT, *kind, name, "the item has nothing of this name",
                          "name a fact, an argument, a link, an event, a term or a question of the item");
}

/* ROLE [when CONDITION], …: who may know it, of every item or of some. */
static ombud_status take_knowers(ombud__reader *r, ombud__id kind, ombud__withholding *row)
{
    row->knower = (ombud__id)r->law->knowers_count;
    do {
        ombud__id role;
        ombud__knower some;
        OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_ROLE, OMBUD__NONE, &role, "no role of this name",
                                     "declare it with `role NAME`"));
        some.role = UINT64_C(1) << role;
        if (!ombud__take(r, "when")) {
            row->knowing |= some.role;
            continue;
        }
        OMBUD__TRY(ombud__take_condition(r, kind, &some.when));
        OMBUD__PUSH(r, knowers);
        *OMBUD__LAST(r, knowers) = some;
        row->knowers++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

static ombud_status read_withholding(ombud__reader *r, size_t line)
{
    ombud__withholding row;
    ombud__id kind = OMBUD__NONE;
    size_t first = r->law->withholdings_count;
    int several = 0;
    memset(&row, 0, sizeof row);
    row.unless = OMBUD__NONE;
    row.row = ombud__begin_row(r, line);
    do {
        ombud__id of = kind;
        OMBUD__TRY(take_knowable(r, &of, &row.row));
        kind = kind == OMBUD__NONE ? of : kind;
        several |= of != kind;
    } while (ombud__take(r, ","));
    static const char form[] = "write `withhold ITEM.NAME, … from all but ROLE, …`";
    OMBUD__TRY(ombud__expect(r, "from", "what is withheld is withheld from somebody", form));
    OMBUD__TRY(ombud__expect(r, "all", "what is withheld is withheld from all but some", form));
    OMBUD__TRY(ombud__expect(r, "but", "what is withheld is withheld from all but some", form));
    OMBUD__TRY(take_knowers(r, kind, &row));
    if (ombud__take(r, "unless")) { /* each role has its own `when` */
        OMBUD__TRY(ombud__take_condition(r, kind, &row.unless));
    }
    if (several && (row.knowers > 0 || row.unless != OMBUD__NONE))
        return ombud__wrong(r, OMBUD_E_CONFLICT, "a condition speaks of one item, and what is withheld is of several",
                            "write a row for each item");
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    for (size_t i = first; i < r->law->withholdings_count; i++) {
        ombud__withholding *entry = &r->law->withholdings[i];
        entry->row = row.row;
        entry->knowing = row.knowing;
        entry->knower = row.knower;
        entry->knowers = row.knowers;
        entry->unless = row.unless;
    }
    return ombud__list_row(r, OMBUD_ROW_WITHHOLDING, first);
}

/* ---- any row ----------------------------------------------------------------------------------------------------- */

static const ombud__statement row_words[] = {
    {"term", ombud__read_term},     {"duty", ombud__read_term},
    {"answer", read_answer},        {"require", read_requirement},
    {"in", ombud__read_exclusion},  {"withhold", read_withholding},
    {"figure", ombud__read_figure}, {NULL, NULL},
};

ombud_status ombud__read_row(ombud__reader *r, size_t line)
{
    const ombud__statement *statement = ombud__statement_here(r, row_words);
    if (statement) {
        ombud__step(r);
        return statement->read(r, line);
    }
    if (r->now.type != OMBUD__TOKEN_WORD || !memchr(r->now.text.ptr, '.', r->now.text.len))
        return ombud__no_statement(r, row_words, sizeof row_words[0], "no row begins with this word",
                                   "a row begins with ITEM.NAME, term, duty, answer, require, withhold, figure or in");
    ombud__token second = ombud__second(r);
    if (ombud__token_is(&second, "as") || ombud__token_is(&second, "when") || ombud__token_is(&second, "unless") ||
        ombud__token_is(&second, "reading") || second.type == OMBUD__TOKEN_END)
        return read_definition(r, line);
    events list;
    OMBUD__TRY(take_events(r, &list));
    return ombud__take(r, ":") ? read_move(r, line, &list) : read_guard(r, line, &list);
}
