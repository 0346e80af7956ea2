/* `figure NAME = count of … by …`: a fixed table over many cases. */
#include <string.h>

#include "reader.h"

/* What is counted: items to which one of the events happened, or all that are there. */
static ombud_status take_counted(ombud__reader *r, ombud__figure *row)
{
    ombud__token token = r->now;
    if (token.type == OMBUD__TOKEN_WORD && !memchr(token.text.ptr, '.', token.text.len)) {
        return ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &row->kind, "no item of this name",
                                 "write `count of ITEM.EVENT, …` or `count of ITEM`");
    }
    row->event = (ombud__id)r->law->fact_lists_count;
    row->kind = OMBUD__NONE;
    do {
        ombud__id event;
        OMBUD__TRY(ombud__take_event(r, &row->kind, &event, &token));
        if (row->events > 0 && row->kind != r->law->events[r->law->fact_lists[row->event]].kind) {
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "the events of a figure are of one item",
                                   "write a figure for each item");
        }
        OMBUD__PUSH(r, fact_lists);
        *OMBUD__LAST(r, fact_lists) = event;
        row->events++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

/* What can be told apart: a state, a fact, a choice, a term. */
static ombud_status take_axis(ombud__reader *r, ombud__figure *row)
{
    ombud__token token;
    if (row->axes == OMBUD__AXES) {
        return ombud__wrong(r, OMBUD_E_LIMIT, "a figure is told apart by two things at most", "write a second figure");
    }
    struct ombud__axis *axis = &row->by[row->axes++];
    if (ombud__take(r, "state")) {
        axis->sort = OMBUD__BY_STATE;
        return r->law->kinds[row->kind].state_count > 0
                   ? OMBUD_OK
                   : ombud__wrong(r, OMBUD_E_CONFLICT, "the item has no states", "tell it apart by something else");
    }
    OMBUD__TRY(ombud__take_name(r, &token, "a fact, a choice, a term or `state` belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, row->kind, token.text);
    if (!known) {
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, row->kind, token.text, "the item has nothing of this name",
                              "name a fact, an argument with choices, a term, or write `state`");
    }
    if (known->is == OMBUD__IS_ARG && r->law->args[known->id].type != OMBUD__ARG_CHOICE) {
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "this argument has no choices",
                               "a day, a period or a person tells nothing apart that could be published");
    }
    axis->sort = known->is == OMBUD__IS_FACT  ? OMBUD__BY_FACT
                 : known->is == OMBUD__IS_ARG ? OMBUD__BY_CHOICE
                                              : OMBUD__BY_TERM;
    axis->what = known->id;
    return OMBUD_OK;
}

ombud_status ombud__read_figure(ombud__reader *r, size_t line)
{
    static const char form[] = "write `figure NAME = count of ITEM.EVENT by NAME, NAME`";
    ombud__figure row;
    ombud__token name;
    const ombud_view none = {NULL, 0};
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    OMBUD__TRY(ombud__take_name(r, &name, "the name of the figure belongs here"));
    OMBUD__TRY(ombud__make_word(r, none, name.text, &row.word));
    OMBUD__TRY(ombud__expect(r, "=", "a figure says what is counted", form));
    OMBUD__TRY(ombud__expect(r, "count", "a figure is a count", form));
    OMBUD__TRY(ombud__expect(r, "of", "a figure is a count of something", form));
    OMBUD__TRY(take_counted(r, &row));
    if (ombud__take(r, "by")) {
        do {
            OMBUD__TRY(take_axis(r, &row));
        } while (ombud__take(r, ","));
    }
    OMBUD__TRY(ombud__take_when(r, row.kind, &row.when, &row.unless));
    OMBUD__TRY(ombud__take_labels(r, row.word.label));
    OMBUD__TRY(ombud__end_row(r, line, &row.row));
    OMBUD__PUSH(r, figures);
    *OMBUD__LAST(r, figures) = row;
    return ombud__list_row(r, OMBUD_ROW_FIGURE, r->law->figures_count - 1);
}

/* What the end of a term brings about stands in no journal, and is counted by the term. */
ombud_status ombud__check_figures(ombud__reader *r)
{
    const ombud_law *law = r->law;
    for (size_t f = 0; f < law->figures_count; f++) {
        const ombud__figure *figure = &law->figures[f];
        for (size_t e = 0; e < figure->events; e++) {
            for (size_t t = 0; t < law->term_rows_count; t++) {
                if (law->term_rows[t].then == law->fact_lists[figure->event + e]) {
                    const ombud__word *word = &law->events[law->term_rows[t].then].word;
                    return ombud__fail_at(
                        r->err, OMBUD_E_CONFLICT, "a figure counts an event that the end of a term brings about",
                        "count what opens the term, by the term", figure->row.line, 1, word->full.ptr, word->full.len);
                }
            }
        }
    }
    return OMBUD_OK;
}
