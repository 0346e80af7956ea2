/* Verdicts and answers to questions of the law: the row that decided, and what is unmet. */
#include "audience.h"
#include "coverage.h"
#include "result.h"

#include "error.h"
#include "known.h"
#include "text.h"

#include <string.h>

/* ---- what results share ------------------------------------------------------------------------------------------ */

size_t ombud__provision_or_none(ombud__id provision)
{
    return provision == OMBUD__NONE ? SIZE_MAX : provision;
}

const ombud__row *ombud__ruling_row(const ombud_law *law, ombud__ruling ruling)
{
    switch (ruling.decided) {
    case OMBUD__BY_MOVE: return &law->moves[ruling.row].row;
    case OMBUD__BY_GUARD: return &law->guards[ruling.row].row;
    default: return NULL;
    }
}

/* Rows stand in the order of the text; the records of one printed row (one guard for several events) share its line. */
size_t ombud__row_index(const ombud_law *law, const ombud__row *row)
{
    size_t low = 0, high = law->rows_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (ombud__row_of(law, law->rows[middle])->line < row->line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

ombud_view ombud__state_name(const ombud_law *law, ombud__id kind, uint16_t local)
{
    for (size_t i = 0; i < law->states_count && local != 0; i++) {
        if (law->states[i].kind == kind && law->states[i].local == local)
            return law->states[i].word.name;
    }
    return (ombud_view){"", 0};
}

ombud_view ombud__reading_text(const ombud_law *law, ombud__id alternative)
{
    return alternative == OMBUD__NONE ? (ombud_view){"", 0} : law->alternatives[alternative].word.full;
}

/* ---- verdicts ---------------------------------------------------------------------------------------------------- */

ombud_status ombud__case_verdict(const ombud_case *matter, const ombud__act *act, const ombud__load *loads,
                                 ombud__id newcomer, int64_t newcomer_number, const ombud_asof *asof,
                                 ombud_verdict **out, ombud_error *err)
{
    int32_t known_by = asof->has_known_by ? (int32_t)asof->known_by : INT32_MAX;
    ombud__look look;
    ombud__ruling ruling;
    ombud__wishes wishes;
    ombud_verdict *v = ombud__alloc(&matter->alloc, sizeof *v);
    if (v == NULL)
        return ombud__fail_no_memory_to_answer(err);
    memset(v, 0, sizeof *v);
    ombud_status status = ombud__case_suppose(matter, act, loads, newcomer, known_by, &look, &ruling, err);
    if (status != OMBUD_OK) {
        ombud__free(&matter->alloc, v, sizeof *v);
        return status;
    }
    const ombud_law *law = matter->law;
    ombud__world world = ombud__look_world(&look);
    ombud__look_for(&look, asof);
    if (ombud__event_unforeseen(&look, act->what, act->item))
        ruling = (ombud__ruling){OMBUD_NOT_FORESEEN, OMBUD__BY_NONE, OMBUD__NONE};
    else if (ombud__event_tells(&look, act->what, act->item))
        ruling = (ombud__ruling){OMBUD_UNDETERMINED, OMBUD__BY_NONE, OMBUD__NONE};
    int named = act->by != OMBUD__NOBODY;
    v->alloc = matter->alloc;
    v->law = law;
    v->ruling = ruling;
    v->event = act->what;
    v->item_prefix = law->kinds[law->events[act->what].kind].prefix;
    v->item_number = newcomer == OMBUD__NONE ? matter->members[act->item].number : newcomer_number;
    v->by = named ? matter->members[act->by].number : 0;
    v->on = act->day;
    world.named = (int8_t)named;
    world.roles = named ? ombud__acting(act, ombud__roles_on(&world, act->by, act->item)) : 0;
    if (ruling.decided != OMBUD__BY_NONE && ruling.ruling != OMBUD_PERMITTED) {
        ombud__why_not(&world, act->what, act->item, act->by, &wishes);
        ombud__reasons_of(&look, newcomer_number, &wishes, &v->reasons);
    }
    ombud__premises premises;
    ombud__premises_init(&premises, &matter->alloc);
    ombud__premises_of_ruling(&world, act->what, act->item, ruling, &premises);
    status =
        ombud__stated_of(&look, &premises, &(ombud__supposed){act, loads, newcomer, newcomer_number}, &v->stated, err);
    ombud__premises_free(&premises);
    ombud__look_free(&look);
    if (status == OMBUD_OK)
        *out = v;
    else
        ombud_verdict_free(v);
    return status;
}

void ombud_verdict_free(ombud_verdict *verdict)
{
    if (verdict != NULL) {
        ombud_alloc alloc = verdict->alloc;
        ombud__stated_free(&verdict->stated, &alloc);
        ombud__free_wiped(&alloc, verdict, sizeof *verdict);
    }
}

ombud_ruling ombud_verdict_ruling(const ombud_verdict *verdict)
{
    return verdict == NULL ? 0 : verdict->ruling.ruling;
}

ombud_status ombud_verdict_provision(const ombud_verdict *verdict, size_t *index)
{
    if (verdict == NULL || index == NULL)
        return OMBUD_E_ARGUMENT;
    const ombud__row *row = ombud__ruling_row(verdict->law, verdict->ruling);
    if (row == NULL || row->provision == OMBUD__NONE)
        return OMBUD_E_NOT_FOUND;
    *index = row->provision;
    return OMBUD_OK;
}

ombud_status ombud_verdict_row(const ombud_verdict *verdict, size_t *index)
{
    if (verdict == NULL || index == NULL)
        return OMBUD_E_ARGUMENT;
    const ombud__row *row = ombud__ruling_row(verdict->law, verdict->ruling);
    if (row == NULL)
        return OMBUD_E_NOT_FOUND;
    *index = ombud__row_index(verdict->law, row);
    return OMBUD_OK;
}

size_t ombud_verdict_stated_count(const ombud_verdict *verdict)
{
    return verdict == NULL ? 0 : verdict->stated.count;
}

ombud_status ombud_verdict_stated(const ombud_verdict *verdict, size_t index, ombud_stated *out)
{
    return verdict == NULL ? OMBUD_E_ARGUMENT : ombud__stated_get(&verdict->stated, index, out);
}

size_t ombud_verdict_set_count(const ombud_verdict *verdict)
{
    return verdict == NULL ? 0 : verdict->reasons.set_count;
}

size_t ombud_verdict_set_size(const ombud_verdict *verdict, size_t set)
{
    return verdict == NULL ? 0 : ombud__reasons_size(&verdict->reasons, set);
}

ombud_status ombud_verdict_unmet(const ombud_verdict *verdict, size_t set, size_t index, ombud_unmet *out)
{
    return verdict == NULL ? OMBUD_E_ARGUMENT : ombud__reasons_get(&verdict->reasons, set, index, out);
}

/* ---- states and facts -------------------------------------------------------------------------------------------- */

static ombud_status no_item(const char *item, ombud_error *err)
{
    return ombud__fail_at(err, OMBUD_E_NOT_FOUND, "there is no such item in the case",
                          "name an item that an event or a declaration brought in", 0, 0, item, strlen(item));
}

/* The member a name such as r1 stands for. */
static ombud_status find_item(const ombud_case *matter, const char *item, uint16_t *out, ombud_error *err)
{
    if (matter == NULL || item == NULL)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a case and an item", "name an item such as r1");
    ombud_view prefix, digits;
    ombud__numbered(ombud_view_of(item), &prefix, &digits);
    ombud__id kind = ombud__known_id(matter->law, OMBUD__KNOWN_PREFIX, OMBUD__NONE, prefix);
    int64_t number = ombud__number_of(digits);
    if (kind != OMBUD__NONE && number > 0)
        *out = ombud__case_member(matter, kind, number);
    return kind != OMBUD__NONE && number > 0 && *out != OMBUD__NOBODY ? OMBUD_OK : no_item(item, err);
}

/* A look at one item; an item that may not be known is not found, as if it were not there. */
static ombud_status look_at_item(const ombud_case *matter, const char *item, const ombud_asof *asof, uint16_t *member,
                                 ombud__look *look, ombud_error *err)
{
    ombud_status status = find_item(matter, item, member, err);
    if (status == OMBUD_OK)
        status = ombud__look_at(matter, asof, NULL, look, err);
    if (status == OMBUD_OK && ombud__member_unseen(look, *member)) {
        ombud__look_free(look);
        status = no_item(item, err);
    }
    return status;
}

ombud_status ombud_case_state(const ombud_case *matter, const char *item, const ombud_asof *asof, ombud_view *out,
                              ombud_error *err)
{
    uint16_t member;
    ombud__look look;
    ombud_status status =
        out == NULL ? ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a place for the result", "pass one")
                    : look_at_item(matter, item, asof, &member, &look, err);
    if (status != OMBUD_OK)
        return status;
    const ombud__thing *thing = &look.fold->things[member];
    *out = ombud__state_withheld(&look, thing->kind, member)
               ? (ombud_view){"", 0}
               : ombud__state_name(matter->law, thing->kind, thing->state);
    ombud__look_free(&look);
    return OMBUD_OK;
}

static const char declared[] = "use a name that the law declares for this kind of item";

ombud_status ombud_case_fact(const ombud_case *matter, const char *item, const char *fact, const ombud_asof *asof,
                             ombud_truth *out, ombud_error *err)
{
    uint16_t member;
    ombud__look look;
    ombud_status status =
        out == NULL || fact == NULL
            ? ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a fact and a place for the result", "pass both")
            : look_at_item(matter, item, asof, &member, &look, err);
    if (status != OMBUD_OK)
        return status;
    const ombud_law *law = matter->law;
    ombud__id kind = matter->members[member].kind;
    ombud__id f = ombud__known_id(law, OMBUD__KNOWN_FACT, kind, ombud_view_of(fact));
    if (f == OMBUD__NONE) {
        ombud__look_free(&look);
        return ombud__fail_unknown(err, law, OMBUD__KNOWN_FACT, kind, ombud_view_of(fact), "the item has no such fact",
                                   declared);
    }
    ombud__world world = ombud__look_world(&look);
    ombud__cover_fact(&world, f, member);
    *out = ombud__withheld(&look, OMBUD__KNOW_FACT, f, member) ||
                   (law->facts[f].type != OMBUD__FACT_STATED && ombud__fact_tells(&look, f, member))
               ? OMBUD_UNKNOWN
               : ombud__fact_of(&world, f, member) + OMBUD_NO;
    ombud__look_free(&look);
    return OMBUD_OK;
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

static void decide(const ombud__look *look, const ombud__world *world, uint16_t member, ombud_answer *answer,
                   ombud__premises *premises)
{
    const ombud_law *law = world->law;
    ombud__id open = OMBUD__NONE, deciding = OMBUD__NONE;
    ombud__cover_question(world, answer->question, member);
    for (size_t i = 0; i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        if (row->question != answer->question)
            continue;
        int truth = ombud__row_holds(world, world->edition->answers[i], row->when, row->unless, member);
        if (truth == OMBUD__YES && answer->value == OMBUD__NONE) {
            answer->outcome = OMBUD_ANSWERED;
            answer->value = row->value;
            answer->provision = row->row.provision;
            deciding = (ombud__id)i;
        } else if (truth == OMBUD__YES && answer->value != row->value) {
            answer->outcome = OMBUD_ANSWER_CONFLICT;
        } else if (truth == OMBUD__UNKNOWN && open == OMBUD__NONE) {
            open = (ombud__id)i;
        }
    }
    if (answer->outcome == OMBUD_ANSWER_NONE && open != OMBUD__NONE) {
        ombud__wishes wishes;
        answer->outcome = OMBUD_ANSWER_UNDETERMINED;
        answer->provision = law->answers[open].row.provision;
        deciding = open;
        ombud__why_not_answer(world, open, member, &wishes);
        ombud__reasons_of(look, 0, &wishes, &answer->reasons);
    }
    if (deciding != OMBUD__NONE)
        ombud__premises_of_answer(world, deciding, member, premises);
}

ombud_status ombud_case_ask(const ombud_case *matter, const char *question, const char *item, const ombud_asof *asof,
                            ombud_answer **out, ombud_error *err)
{
    uint16_t member;
    ombud__look look;
    ombud_status status =
        out == NULL || question == NULL
            ? ombud__fail(err, OMBUD_E_ARGUMENT, "a question needs a name and a place for the result", "pass both")
            : look_at_item(matter, item, asof, &member, &look, err);
    if (status != OMBUD_OK)
        return status;
    const ombud_law *law = matter->law;
    ombud__id kind = matter->members[member].kind;
    ombud__id q = ombud__known_id(law, OMBUD__KNOWN_QUESTION, kind, ombud_view_of(question));
    if (q == OMBUD__NONE) {
        ombud__look_free(&look);
        return ombud__fail_unknown(err, law, OMBUD__KNOWN_QUESTION, kind, ombud_view_of(question),
                                   "the law answers no such question about this kind of item", declared);
    }
    ombud_answer *answer = ombud__alloc(&matter->alloc, sizeof *answer);
    if (answer == NULL) {
        ombud__look_free(&look);
        return ombud__fail_no_memory_to_answer(err);
    }
    ombud__world world = ombud__look_world(&look);
    ombud__premises premises;
    ombud__premises_init(&premises, &matter->alloc);
    memset(answer, 0, sizeof *answer);
    answer->alloc = matter->alloc;
    answer->law = law;
    answer->question = (ombud__id)q;
    answer->item_prefix = law->kinds[matter->members[member].kind].prefix;
    answer->item_number = matter->members[member].number;
    answer->outcome = OMBUD_ANSWER_NONE;
    answer->value = answer->provision = OMBUD__NONE;
    if (!ombud__withheld(&look, OMBUD__KNOW_QUESTION, (ombud__id)q, member) &&
        !ombud__question_tells(&look, (ombud__id)q, member))
        decide(&look, &world, member, answer, &premises);
    status = ombud__stated_of(&look, &premises, &(ombud__supposed){NULL, NULL, OMBUD__NONE, 0}, &answer->stated, err);
    ombud__premises_free(&premises);
    ombud__look_free(&look);
    if (status == OMBUD_OK)
        *out = answer;
    else
        ombud_answer_free(answer);
    return status;
}

void ombud_answer_free(ombud_answer *answer)
{
    if (answer != NULL) {
        ombud_alloc alloc = answer->alloc;
        ombud__stated_free(&answer->stated, &alloc);
        ombud__free_wiped(&alloc, answer, sizeof *answer);
    }
}

ombud_outcome ombud_answer_outcome(const ombud_answer *answer)
{
    return answer == NULL ? 0 : answer->outcome;
}

ombud_view ombud_answer_value(const ombud_answer *answer)
{
    if (answer == NULL || answer->outcome != OMBUD_ANSWERED)
        return (ombud_view){"", 0};
    return answer->law->values[answer->value].word.name;
}

ombud_status ombud_answer_provision(const ombud_answer *answer, size_t *index)
{
    if (answer == NULL || index == NULL)
        return OMBUD_E_ARGUMENT;
    if (answer->provision == OMBUD__NONE)
        return OMBUD_E_NOT_FOUND;
    *index = answer->provision;
    return OMBUD_OK;
}

size_t ombud_answer_set_count(const ombud_answer *answer)
{
    return answer == NULL ? 0 : answer->reasons.set_count;
}

size_t ombud_answer_set_size(const ombud_answer *answer, size_t set)
{
    return answer == NULL ? 0 : ombud__reasons_size(&answer->reasons, set);
}

ombud_status ombud_answer_unmet(const ombud_answer *answer, size_t set, size_t index, ombud_unmet *out)
{
    return answer == NULL ? OMBUD_E_ARGUMENT : ombud__reasons_get(&answer->reasons, set, index, out);
}

size_t ombud_answer_stated_count(const ombud_answer *answer)
{
    return answer == NULL ? 0 : answer->stated.count;
}

ombud_status ombud_answer_stated(const ombud_answer *answer, size_t index, ombud_stated *out)
{
    return answer == NULL ? OMBUD_E_ARGUMENT : ombud__stated_get(&answer->stated, index, out);
}
