/* Labels of words that are declared by their use: choices, arguments, questions, values; and the words of all others.
 */
#include "reader.h"

#include <string.h>

typedef struct ombud__label {
    ombud_view labels[3];
    ombud__token token;
    uint8_t given;
} ombud__label;

ombud_status ombud__read_label(ombud__reader *r, size_t line)
{
    void *array = r->label;
    (void)line;
    if (r->now.type != OMBUD__TOKEN_WORD)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a name belongs here", "write `label NAME en \"…\"`");
    int full;
    ombud__label *label = ombud__pool_push(&r->scratch, &array, &r->label_count, &r->label_capacity, sizeof *label,
                                           OMBUD_LAW_ROWS_MAX, &full);
    r->label = array;
    if (!label)
        return full ? ombud__wrong(r, OMBUD_E_LIMIT, "more than 16,000 labels", "cut the text into several laws")
                    : ombud__no_memory(r);
    label->token = r->now;
    OMBUD__TRY(ombud__declare(r, OMBUD__NAME_LABEL, OMBUD__NONE, &r->now, r->now.text, (ombud__id)(r->label_count - 1),
                              "this name is labelled already"));
    ombud__step(r);
    OMBUD__TRY(ombud__take_labels(r, label->labels));
    return ombud__expect_end(r);
}

/* A label of the full name comes before one of the plain name. */
static void label_by_line(ombud__reader *r, ombud__word *word)
{
    const ombud_view names[2] = {word->full, word->name};
    for (size_t i = 0; i < 2; i++) {
        const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_LABEL, OMBUD__NONE, names[i]);
        for (int language = 0; known && language < 3; language++) {
            ombud_view text = r->label[known->id].labels[language];
            if (word->label[language].len == 0)
                word->label[language] = text;
            r->label[known->id].given = 1;
        }
    }
}

/* The name with spaces where there is no label. */
static ombud_status complete(ombud__reader *r, ombud__word *word)
{
    ombud_view spaced = {NULL, 0};
    for (int language = 0; language < 3; language++) {
        if (word->label[language].len > 0)
            continue;
        if (!spaced.ptr) {
            char *copy = ombud__pool_alloc(&r->law->pool, word->name.len + 1);
            if (!copy)
                return ombud__no_memory(r);
            for (size_t i = 0; i < word->name.len; i++)
                copy[i] = (char)(word->name.ptr[i] == '_' ? ' ' : word->name.ptr[i]);
            spaced.ptr = copy;
            spaced.len = word->name.len;
        }
        word->label[language] = spaced;
    }
    return OMBUD_OK;
}

/* "channel: internal", from the labels of the argument and of the choice. */
static ombud_status label_choice_fact(ombud__reader *r, const ombud__choice *choice)
{
    const ombud__word *arg = &r->law->args[choice->arg].word;
    ombud__word *fact = &r->law->facts[choice->fact].word;
    /* A French colon stands after a blank. */
    static const ombud_view colons[3] = {{": ", 2}, {"\xC2\xA0: ", 4}, {": ", 2}};
    for (int i = 0; i < 3; i++) {
        const ombud_view parts[3] = {arg->label[i], colons[i], choice->word.label[i]};
        OMBUD__TRY(ombud__join(r, &r->law->pool, parts, &fact->label[i]));
    }
    return OMBUD_OK;
}

/* What an event carried, or did not, is called as the argument is. */
static void label_carried_fact(ombud_law *law, const ombud__arg *arg)
{
    if (arg->carried != OMBUD__NONE)
        memcpy(law->facts[arg->carried].word.label, arg->word.label, sizeof arg->word.label);
}

#define COMPLETE_ALL(r, table)                                                                                         \
    for (size_t i = 0; i < (r)->law->table##_count; i++) {                                                             \
        OMBUD__TRY(complete((r), &(r)->law->table[i].word));                                                           \
    }

#define LABEL_ALL(r, table)                                                                                            \
    for (size_t i = 0; i < (r)->law->table##_count; i++) {                                                             \
        label_by_line((r), &(r)->law->table[i].word);                                                                  \
    }                                                                                                                  \
    COMPLETE_ALL(r, table)

ombud_status ombud__give_labels(ombud__reader *r)
{
    LABEL_ALL(r, args)
    LABEL_ALL(r, choices)
    LABEL_ALL(r, questions)
    LABEL_ALL(r, values)
    LABEL_ALL(r, links) /* those that an argument makes bear its label */
    for (size_t i = 0; i < r->law->choices_count; i++)
        OMBUD__TRY(label_choice_fact(r, &r->law->choices[i]));
    for (size_t i = 0; i < r->law->args_count; i++)
        label_carried_fact(r->law, &r->law->args[i]);
    COMPLETE_ALL(r, roles)
    COMPLETE_ALL(r, kinds)
    COMPLETE_ALL(r, states)
    COMPLETE_ALL(r, events)
    COMPLETE_ALL(r, facts)
    COMPLETE_ALL(r, lengths)
    COMPLETE_ALL(r, terms)
    COMPLETE_ALL(r, readings)
    COMPLETE_ALL(r, alternatives)
    COMPLETE_ALL(r, requirements)
    COMPLETE_ALL(r, figures)
    COMPLETE_ALL(r, invariants)
    for (size_t i = 0; i < r->label_count; i++) {
        if (!r->label[i].given)
            return ombud__wrong_at(r, &r->label[i].token, OMBUD_E_UNKNOWN_NAME,
                                   "no choice, argument, question or value has this name",
                                   "labels of other words stand where the word is declared");
    }
    return OMBUD_OK;
}
