/* Invariants: what must hold in every situation a case can come to. They claim something of the rows and change
 * nothing; exploring a law judges them (src/prove). */
#include "reader.h"

#include <string.h>

static ombud_status take_judged_events(ombud__reader *r, ombud__invariant *row)
{
    row->event = (ombud__id)r->law->event_lists_count;
    do {
        ombud__id event;
        OMBUD__TRY(ombud__take_event(r, &row->kind, &event, NULL));
        OMBUD__PUSH(r, event_lists);
        *OMBUD__LAST(r, event_lists) = event;
        row->events++;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

/* `always ITEM`, `reachable ITEM`, `lasting ITEM` or `at EVENT, …`. */
static ombud_status take_when_judged(ombud__reader *r, ombud__invariant *row)
{
    static const struct {
        const char *word;
        uint8_t type;
    } types[] = {{"always", OMBUD__INVARIANT_ALWAYS},
                 {"reachable", OMBUD__INVARIANT_REACHABLE},
                 {"lasting", OMBUD__INVARIANT_LASTING}};
    row->kind = OMBUD__NONE;
    if (ombud__take(r, "at")) {
        row->type = OMBUD__INVARIANT_AT;
        return take_judged_events(r, row);
    }
    for (size_t i = 0; i < sizeof types / sizeof types[0] && row->type == 0; i++)
        row->type = ombud__take(r, types[i].word) ? types[i].type : 0;
    if (row->type == 0)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "an invariant says when it is judged",
                            "write `always ITEM`, `at EVENT`, `reachable ITEM` or `lasting ITEM` behind its name");
    return ombud__take_known(r, OMBUD__NAME_KIND, OMBUD__NONE, &row->kind, "no item of this name",
                             "declare it with `item NAME PREFIX`");
}

ombud_status ombud__read_invariant(ombud__reader *r, size_t line)
{
    ombud__invariant row;
    ombud__token name;
    memset(&row, 0, sizeof row);
    row.row = ombud__begin_row(r, line);
    row.row.provision = OMBUD__NONE;
    OMBUD__TRY(ombud__take_name(r, &name, "the name of the invariant belongs here"));
    OMBUD__TRY(take_when_judged(r, &row));
    OMBUD__TRY(ombud__expect(r, ":", "what must hold belongs here", "write `: CONDITION`"));
    OMBUD__TRY(ombud__make_word(r, r->law->kinds[row.kind].word.name, name.text, &row.word));
    for (size_t i = 0; i < r->law->invariants_count; i++) {
        ombud_view known = r->law->invariants[i].word.full;
        if (known.len == row.word.full.len && memcmp(known.ptr, row.word.full.ptr, known.len) == 0)
            return ombud__wrong_at(r, &name, OMBUD_E_DUPLICATE, "the item has an invariant of this name already",
                                   "choose another name");
    }
    OMBUD__TRY(ombud__take_condition(r, row.kind, &row.condition));
    OMBUD__TRY(ombud__take_labels(r, row.word.label));
    OMBUD__TRY(ombud__take_reading(r, &row.row.alternative));
    OMBUD__TRY(ombud__take_reading(r, &row.also));
    OMBUD__TRY(ombud__expect_end(r));
    OMBUD__TRY(ombud__row_text(r, line, &row.row));
    OMBUD__PUSH(r, invariants);
    *OMBUD__LAST(r, invariants) = row;
    return OMBUD_OK;
}
