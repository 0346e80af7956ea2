/* `figure NAME = count of … by …`: a fixed table over many cases. */
#include <string.h>

#include "kernel/text.h"
#include "reader.h"

/* What is counted: items to which one of the events happened, or all that are there. */
static ombud_status take_counted(ombud__reader *r, ombud__figure *row)
{
    ombud__token token = r->now;
    if (token.type == OMBUD__TOKEN_WORD && !memchr(token.text.ptr, '.', token.text.len))
        return ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &row->kind, "no item of this name",
                                 "write `count of ITEM.EVENT, …` or `count of ITEM`");
    row->event = (ombud__id)r->law->event_lists_count;
    row->kind = OMBUD__NONE;
    do {
        ombud__id event;
        OMBUD__TRY(ombud__take_event(r, &row->kind, &event, &token));
        if (row->events > 0 && row->kind != r->law->events[r->law->event_lists[row->event]].kind)
            return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "the events of a figure are of one item",
                                   "write a figure for each item");
        OMBUD__PUSH(r, event_lists);
        *OMBUD__LAST(r, event_lists) = event;
        row->events++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

/* What can be told apart: a state, a fact, a choice, a term. */
static ombud_status take_axis(ombud__reader *r, ombud__figure *row)
{
    ombud__token token;
    if (row->axes == OMBUD__AXES)
        return ombud__wrong(r, OMBUD_E_LIMIT, "a figure is told apart by two things at most", "write a second figure");
    struct ombud__axis *axis = &row->by[row->axes++];
    if (ombud__take(r, "state")) {
        axis->sort = OMBUD__BY_STATE;
        return r->law->kinds[row->kind].state_count > 0
                   ? OMBUD_OK
                   : ombud__wrong(r, OMBUD_E_CONFLICT, "the item has no states", "tell it apart by something else");
    }
    OMBUD__TRY(ombud__take_name(r, &token, "a fact, a choice, a term or `state` belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_FACT, row->kind, token.text);
    if (!known)
        return ombud__unknown(r, &token, OMBUD__NAME_FACT, row->kind, token.text, "the item has nothing of this name",
                              "name a fact, an argument with choices, a term, or write `state`");
    if (known->is == OMBUD__IS_ARG && r->law->args[known->id].type != OMBUD__ARG_CHOICE)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "this argument has no choices",
                               "a day, a period or a person tells nothing apart that could be published");
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

static int counts_same_items(const ombud_law *law, const ombud__figure *a, const ombud__figure *b)
{
    if (a->kind != b->kind)
        return 0;
    for (size_t i = 0; i < a->events; i++) {
        for (size_t k = 0; k < b->events; k++) {
            if (law->event_lists[a->event + i] == law->event_lists[b->event + k])
                return 1;
        }
    }
    return a->events == 0 || b->events == 0;
}

/* Another wording of the same provision: never printed beside this one. */
static int other_wording(const ombud_law *law, const ombud__figure *a, const ombud__figure *b)
{
    ombud__id p = a->row.provision, q = b->row.provision;
    return p != q && p != OMBUD__NONE && q != OMBUD__NONE &&
           ombud__view_is(law->provisions[p].id, law->provisions[q].id);
}

static int is_plain(const ombud__figure *figure)
{
    return figure->axes < 2 && figure->when == OMBUD__NONE && figure->unless == OMBUD__NONE;
}

/* Both count all items of one event, or all that are there, by one thing at most. */
static int share_total(const ombud__figure *a, const ombud__figure *b)
{
    return is_plain(a) && is_plain(b) && a->events == b->events && a->events <= 1;
}

/*
 * Tables of the same items may share no more than their total, or sums of one would tell what another withholds: all of
 * the items, each table told apart by one thing. With one axis a total is withheld only where it is small itself.
 */
static ombud_status check_sharing(ombud__reader *r, const ombud__figure *figure)
{
    const ombud_law *law = r->law;
    for (const ombud__figure *other = law->figures; other < figure; other++) {
        if (counts_same_items(law, figure, other) && !other_wording(law, figure, other) && !share_total(figure, other))
            return ombud__fail_at(r->err, OMBUD_E_CONFLICT,
                                  "two figures count the same items: one could tell what "
                                  "the other withholds",
                                  "count all items of one event in each, by one thing, without `when`",
                                  figure->row.line, 1, figure->word.name.ptr, figure->word.name.len);
    }
    return OMBUD_OK;
}

/* What the end of a term brings about stands in no journal, and is counted by the term. */
ombud_status ombud__check_figures(ombud__reader *r)
{
    const ombud_law *law = r->law;
    for (size_t f = 0; f < law->figures_count; f++) {
        const ombud__figure *figure = &law->figures[f];
        OMBUD__TRY(check_sharing(r, figure));
        for (size_t e = 0; e < figure->events; e++) {
            for (size_t t = 0; t < law->term_rows_count; t++) {
                if (law->term_rows[t].then == law->event_lists[figure->event + e]) {
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
