/* Withholding; see audience.h. */
#include "audience.h"

#include "actor.h"
#include "coverage.h"
#include "text.h"

/* Whether an item is there as of the look: kinds without states always are. */
static int is_there(const ombud__look *look, uint16_t item)
{
    const ombud__fold *fold = look->fold;
    return item < fold->thing_count &&
           (fold->things[item].state != 0 || look->matter->law->kinds[fold->things[item].kind].state_count == 0);
}

/*
 * Whether an item is that of somebody who has a role as a link of its name says: what the link ties to them, they
 * themselves, and what is tied to either, unless something is tied to it that is another's.
 */
static int is_theirs(const ombud__look *look, uint64_t role, uint16_t item)
{
    ombud__ties ties = ombud__ties_of(look->fold);
    ombud__ownership owning =
        ombud__ownership_of(look->matter->law, &ties, role, item, look->fold->things[item].kind, look->audience_member);
    return (owning.theirs || owning.near) && !owning.anothers && !owning.nobodys;
}

/* Whether that an item of the kind is there can be withheld from the audience, which may know of some items only
 * (`partial`) of what it may know: a withheld event brings it about. */
static int comes_unseen(const ombud__look *look, ombud__id kind, int partial)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        int counts = row->sort == OMBUD__KNOW_EVENT && row->kind == kind &&
                     (partial || !(row->knowing & look->audience)) &&
                     look->edition->withholdings[i] != OMBUD__ROW_DROPPED;
        for (size_t m = 0; counts && m < law->moves_count; m++) {
            if (law->moves[m].event == row->what && (law->moves[m].from[0] & 1) != 0)
                return 1;
        }
    }
    return 0;
}

/* Whether a role may know of an item, and if it is none in particular, OMBUD__NOBODY, of every one of the kind that is
 * there, unless it is not known what is there. What is not there yet is none in particular. */
static int may_know(const ombud__look *look, ombud__id kind, uint64_t role, ombud__id when, uint16_t item)
{
    const ombud__fold *fold = look->fold;
    ombud__world world = ombud__look_world(look);
    int one = item != OMBUD__NOBODY && is_there(look, item) && fold->things[item].kind == kind;
    int linked = look->audience_member != OMBUD__NOBODY && (look->matter->law->linked_roles & role) != 0;
    if (!linked && when == OMBUD__NONE)
        return 1;
    if (!one && comes_unseen(look, kind, linked))
        return 0;
    uint32_t from = one ? item : 0, to = one ? from + 1 : fold->thing_count;
    for (uint32_t m = from; m < to; m++) {
        if (fold->things[m].kind == kind && is_there(look, (uint16_t)m) &&
            ((linked && !is_theirs(look, role, (uint16_t)m)) || ombud__holds(&world, when, (uint16_t)m) != OMBUD__YES))
            return 0;
    }
    return 1;
}

/* Whether the audience may know what a row names. */
static int knows(const ombud__look *look, const ombud__withholding *row, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    uint64_t always = row->knowing & look->audience;
    for (uint64_t role = 1; always != 0; role <<= 1) {
        if ((always & role) != 0 && may_know(look, row->kind, role, OMBUD__NONE, item))
            return 1;
        always &= ~role;
    }
    for (size_t i = 0; i < row->knowers; i++) {
        const ombud__knower *knower = &law->knowers[row->knower + i];
        if ((knower->role & look->audience) != 0 && may_know(look, row->kind, knower->role, knower->when, item))
            return 1;
    }
    return 0;
}

/* Whether a row keeps what it names from the audience, for one item. An `unless` lifts it only when it is certain. */
static int keeps(const ombud__look *look, const ombud__withholding *row, size_t index, uint16_t item)
{
    ombud__world world = ombud__look_world(look);
    uint8_t live = look->edition->withholdings[index];
    if (live == OMBUD__ROW_DROPPED || knows(look, row, item))
        return 0;
    /* Wording that is not held, or a reading left open, withholds: the narrowest disclosure is the safe one. */
    return row->unless == OMBUD__NONE || live != OMBUD__ROW_LIVE ||
           ombud__holds(&world, row->unless, item) != OMBUD__YES;
}

static void mark(const ombud__look *look, size_t row, uint16_t item, int kept)
{
    if (look->matter->coverage != NULL) {
        ombud__world world = ombud__look_world(look);
        ombud__cover_withholding(&world, (ombud__id)row, item, kept);
    }
}

int ombud__withheld(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; look->has_audience && i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort != sort || row->what != what)
            continue;
        int kept = keeps(look, row, i, item);
        mark(look, i, item, kept);
        if (kept)
            return 1;
    }
    return 0;
}

/* ---- what would let it be inferred ------------------------------------------------------------------------------- */

/* Whether something is kept at times, whatever lifts it: of an item, or of none in particular. */
static int named(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort != sort || row->what != what || look->edition->withholdings[i] == OMBUD__ROW_DROPPED)
            continue;
        int kept = !knows(look, row, item);
        mark(look, i, OMBUD__NOBODY, kept);
        if (kept)
            return 1;
    }
    return 0;
}

/* Items of the kind come into being by withheld events alone: that one is there is withheld. */
static int begins_unseen(const ombud__look *look, ombud__id kind, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    int begun = 0;
    for (size_t m = 0; m < law->moves_count; m++) {
        const ombud__move *move = &law->moves[m];
        if (law->events[move->event].kind != kind || (move->from[0] & 1) == 0)
            continue;
        begun = 1;
        if (!(item == OMBUD__NOBODY ? named(look, OMBUD__KNOW_EVENT, move->event, item)
                                    : ombud__withheld(look, OMBUD__KNOW_EVENT, move->event, item)))
            return 0;
    }
    return begun;
}

/* Of lines up to a day, entered up to a day, that may have brought an item about: none, withheld ones, or others. */
enum { BEGUN_BY_NONE, BEGUN_UNSEEN, BEGUN_SEEN };
static int begun_by(const ombud__look *look, uint16_t item, int32_t day, int32_t known_by)
{
    const ombud_case *matter = look->matter;
    const ombud_law *law = matter->law;
    int begun = BEGUN_BY_NONE;
    for (size_t i = 0; i < matter->acts_count; i++) {
        const ombud__act *act = &matter->acts[i];
        if (act->type != OMBUD__ACT_EVENT || act->item != item || act->day > day || act->entered > known_by)
            continue;
        for (size_t m = 0; m < law->moves_count; m++) {
            if (law->moves[m].event != act->what || (law->moves[m].from[0] & 1) == 0)
                continue;
            if (!ombud__withheld(look, OMBUD__KNOW_EVENT, act->what, item))
                return BEGUN_SEEN;
            begun = BEGUN_UNSEEN;
        }
    }
    return begun;
}

/* Whether the lines that could have brought an item about, and there is one, are all withheld. Of what is not there yet
 * those to come tell, since lines to come can be read too. */
static int begun_unseen(const ombud__look *look, uint16_t item)
{
    int begun = begun_by(look, item, look->day, look->known_by);
    if (begun == BEGUN_BY_NONE)
        begun = begun_by(look, item, INT32_MAX, INT32_MAX);
    return begun == BEGUN_UNSEEN;
}

/* Where a withheld event leads to another state, the state tells of it. */
static int state_tells(const ombud__look *look, ombud__id kind, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t m = 0; m < law->moves_count; m++) {
        const ombud__move *move = &law->moves[m];
        if (law->events[move->event].kind == kind && move->to != OMBUD__SAME &&
            named(look, OMBUD__KNOW_EVENT, move->event, item))
            return 1;
    }
    return 0;
}

int ombud__state_withheld(const ombud__look *look, ombud__id kind, uint16_t item)
{
    return look->has_audience && state_tells(look, kind, item);
}

/* That an argument was carried tells that one of the events that take it happened; that it was not, at times too. */
static int carried_tells(const ombud__look *look, ombud__id arg, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t e = 0; e < law->events_count; e++) {
        if (ombud__event_takes(law, (ombud__id)e, arg) && named(look, OMBUD__KNOW_EVENT, (ombud__id)e, item))
            return 1;
    }
    return 0;
}

/* A remembered day is that of an event or one that an event carried. */
static int day_tells(const ombud__look *look, ombud__id kind, ombud__id slot, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->events_count; i++) {
        if (law->events[i].kind == kind && law->events[i].day_slot == slot)
            return named(look, OMBUD__KNOW_EVENT, (ombud__id)i, item);
    }
    size_t arg = 0;
    while (law->args[arg].kind != kind || law->args[arg].slot != slot)
        arg++;
    return named(look, OMBUD__KNOW_ARGUMENT, (ombud__id)arg, item);
}

/* Whether a row of definitions (FACT), guards (EVENT) or answers (QUESTION) counts on no day under the settings: what
 * it reads then tells nothing. */
static int idle(const ombud__look *look, uint8_t table, size_t index)
{
    const ombud_settings *settings = look->matter->settings;
    for (size_t i = 0; i < settings->edition_count; i++) {
        const ombud__edition *edition = &settings->editions[i];
        const uint8_t *rows = table == OMBUD__KNOW_FACT    ? edition->definitions
                              : table == OMBUD__KNOW_EVENT ? edition->guards
                                                           : edition->answers;
        if (rows[index] != OMBUD__ROW_DROPPED)
            return 0;
    }
    return 1;
}

/* A role and a link of one name speak of the same person. */
static int role_tells(const ombud__look *look, ombud__id role, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->links_count; i++) {
        if (ombud__view_is(law->links[i].word.name, law->roles[role].word.name) &&
            named(look, OMBUD__KNOW_LINK, (ombud__id)i, item))
            return 1;
    }
    return 0;
}

static int roles_tell(const ombud__look *look, uint64_t roles, uint16_t item)
{
    for (size_t i = 0; i < look->matter->law->roles_count; i++) {
        if ((roles >> i & 1) != 0 && role_tells(look, (ombud__id)i, item))
            return 1;
    }
    return 0;
}

int ombud__fact_tells(const ombud__look *look, ombud__id fact, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    const ombud__fact *f = &law->facts[fact];
    if (!look->has_audience)
        return 0;
    if (named(look, OMBUD__KNOW_FACT, fact, item) ||
        (f->type >= OMBUD__FACT_CHOICE && named(look, OMBUD__KNOW_ARGUMENT, ombud__argument_of(law, fact), item)) ||
        (f->type == OMBUD__FACT_CARRIED && carried_tells(look, ombud__argument_of(law, fact), item)))
        return 1;
    for (size_t i = f->definition; i < (size_t)f->definition + f->definitions; i++) {
        const ombud__definition *d = &law->definitions[i];
        if (!idle(look, OMBUD__KNOW_FACT, i) &&
            (ombud__condition_tells(look, d->when, item) || ombud__condition_tells(look, d->unless, item) ||
             (d->as_at != OMBUD__NONE && named(look, OMBUD__KNOW_EVENT, d->as_at, item))))
            return 1;
    }
    return 0;
}

/* A link tells if it is withheld, if that something is at its other end is, or by what is asked of that. Where a link
 * leads may be known if it is not withheld; what leads here comes from items that need not be known. */
static int link_tells(const ombud__look *look, const ombud__cond *c, uint16_t item)
{
    const ombud__link *link = &look->matter->law->links[c->a];
    ombud__id far = c->back ? link->from : link->to;
    int met = 0;
    if (c->whose.compared &&
        (day_tells(look, c->kind, c->whose.own, item) || day_tells(look, far, c->whose.far, OMBUD__NOBODY)))
        return 1;
    if (named(look, OMBUD__KNOW_LINK, c->a, c->back ? OMBUD__NOBODY : item) || begins_unseen(look, far, OMBUD__NOBODY))
        return 1;
    for (uint32_t i = 0; !c->back && item != OMBUD__NOBODY && i < look->fold->tie_count; i++) {
        const ombud__tie *tie = &look->fold->ties[i];
        if (tie->link != c->a || tie->from != item)
            continue;
        met = 1;
        if (ombud__condition_tells(look, c->b, tie->to))
            return 1;
    }
    return !met && ombud__condition_tells(look, c->b, OMBUD__NOBODY);
}

int ombud__condition_tells(const ombud__look *look, ombud__id cond, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    if (!look->has_audience || cond == OMBUD__NONE)
        return 0;
    const ombud__cond *c = &law->conds[cond];
    switch (c->op) {
    case OMBUD__C_AND:
    case OMBUD__C_OR: return ombud__condition_tells(look, c->a, item) || ombud__condition_tells(look, c->b, item);
    case OMBUD__C_NOT: return ombud__condition_tells(look, c->a, item);
    case OMBUD__C_FACT: return ombud__fact_tells(look, c->a, item);
    case OMBUD__C_STATE: return state_tells(look, c->kind, item);
    case OMBUD__C_TERM: return ombud__term_tells(look, c->a, item);
    case OMBUD__C_DAY:
        return day_tells(look, c->kind, c->a, item) ||
               (c->b != OMBUD__NONE && named(look, OMBUD__KNOW_EVENT, c->b, item));
    case OMBUD__C_BY: return role_tells(look, c->a, item);
    case OMBUD__C_LINK: return link_tells(look, c, item);
    default: return 1; /* what is not known to be silent tells */
    }
}

/* What happens to a linked item tells of it if the link is withheld, or that something is at its other end. */
static int clause_event_tells(const ombud__look *look, const ombud__clause *clause, uint16_t item)
{
    if (clause->link == OMBUD__NONE)
        return named(look, OMBUD__KNOW_EVENT, clause->event, item);
    return named(look, OMBUD__KNOW_LINK, clause->link, clause->back ? OMBUD__NOBODY : item) ||
           named(look, OMBUD__KNOW_EVENT, clause->event, OMBUD__NOBODY) ||
           begins_unseen(look, look->matter->law->events[clause->event].kind, OMBUD__NOBODY);
}

/* Terms may read each other in circles. What goes beyond these bounds counts as telling. */
enum { ASKING_DEPTH = 32, ASKING_TERMS = 2000 };

int ombud__term_tells(const ombud__look *look, ombud__id term, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    uint32_t asked = 0, depth = 0;
    ombud__asking here = {look->asking, term, item, look->asking ? look->asking->asked : &asked};
    if (!look->has_audience)
        return 0;
    for (const ombud__asking *outer = look->asking; outer != NULL; outer = outer->outer, depth++) {
        if (outer->term == term && outer->item == item)
            return 0; /* what it tells is found where it was asked first */
    }
    if (named(look, OMBUD__KNOW_TERM, term, item) || depth >= ASKING_DEPTH || ++*here.asked > ASKING_TERMS)
        return 1;
    ombud__look within = *look;
    within.asking = &here;
    for (size_t r = 0; r < law->term_rows_count; r++) {
        const ombud__term_row *row = &law->term_rows[r];
        if (row->term != term)
            continue;
        if (ombud__condition_tells(&within, row->excused, item))
            return 1;
        for (size_t c = 0; c < row->clauses; c++) {
            const ombud__clause *clause = &law->clauses[row->clause + c];
            if (clause_event_tells(look, clause, item) || ombud__condition_tells(&within, clause->when, item) ||
                ombud__condition_tells(&within, clause->unless, item))
                return 1;
        }
    }
    return 0;
}

/* Whether who brings an event may would tell who that is: the one whom an item names, or somebody concerned. */
static int bringer_tells(const ombud__look *look, ombud__id event, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    uint64_t roles = law->events[event].by;
    for (size_t i = 0; i < law->moves_count; i++)
        roles |= law->moves[i].event == event ? law->moves[i].by : 0;
    if (roles_tell(look, roles, item))
        return 1;
    for (size_t i = 0; (roles & law->held_roles) != 0 && i < law->links_count; i++) {
        if (ombud__may_concern(law, (ombud__id)i, law->events[event].kind) &&
            named(look, OMBUD__KNOW_LINK, (ombud__id)i, item))
            return 1;
    }
    return 0;
}

int ombud__event_tells(const ombud__look *look, ombud__id event, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    if (look->has_audience && (state_tells(look, law->events[event].kind, item) || bringer_tells(look, event, item)))
        return 1;
    for (size_t g = 0; look->has_audience && g < law->guards_count; g++) {
        const ombud__guard *guard = &law->guards[g];
        if (guard->event != event || idle(look, OMBUD__KNOW_EVENT, g))
            continue;
        if (ombud__condition_tells(look, guard->when, item) || ombud__condition_tells(look, guard->unless, item))
            return 1;
        for (size_t i = 0; i < guard->need_count; i++) {
            if (ombud__fact_tells(look, law->fact_lists[guard->needs + i], item))
                return 1;
        }
    }
    return 0;
}

int ombud__event_unforeseen(const ombud__look *look, ombud__id event, uint16_t item)
{
    return look->has_audience && named(look, OMBUD__KNOW_EVENT, event, item);
}

int ombud__question_tells(const ombud__look *look, ombud__id question, uint16_t item)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; look->has_audience && i < law->answers_count; i++) {
        const ombud__answer_row *row = &law->answers[i];
        if (row->question == question && !idle(look, OMBUD__KNOW_QUESTION, i) &&
            (ombud__condition_tells(look, row->when, item) || ombud__condition_tells(look, row->unless, item)))
            return 1;
    }
    return 0;
}

/* ---- members and lines ------------------------------------------------------------------------------------------- */

/* Whether some link to items of the kind is withheld. */
static int kind_withheld(const ombud__look *look, ombud__id kind)
{
    const ombud_law *law = look->matter->law;
    for (size_t i = 0; i < law->withholdings_count; i++) {
        const ombud__withholding *row = &law->withholdings[i];
        if (row->sort == OMBUD__KNOW_LINK && law->links[row->what].to == kind &&
            named(look, OMBUD__KNOW_LINK, row->what, OMBUD__NOBODY))
            return 1;
    }
    return 0;
}

/* The roles whose act a line is; 0: anybody's. */
static uint64_t roles_of_line(const ombud__look *look, const ombud__act *act)
{
    const ombud_law *law = look->matter->law;
    const ombud__load *loads = ombud__loads_of(look->matter, act);
    uint64_t roles = 0;
    if (act->type == OMBUD__ACT_EVENT)
        return law->events[act->what].by;
    for (size_t i = 0; act->type == OMBUD__ACT_FACT && i < act->loads; i++) {
        if (!ombud__withheld(look, OMBUD__KNOW_FACT, loads[i].what, act->item))
            roles |= law->facts[loads[i].what].stated_by;
    }
    return roles;
}

uint64_t ombud__roles_shown(const ombud_case *matter, const ombud_asof *asof, const ombud_item *item)
{
    const ombud_law *law = matter->law;
    /* The roles are those of the head of a case: what depends on its items is seen as they stand now. */
    ombud__look look = {.matter = matter,
                        .fold = &matter->now,
                        .edition = ombud__edition_on(matter->settings, (int32_t)asof->day),
                        .day = (int32_t)asof->day,
                        .known_by = asof->has_known_by ? (int32_t)asof->known_by : INT32_MAX};
    uint64_t open = 0;
    size_t kind = 0;
    while (!ombud__view_is(law->kinds[kind].prefix, item->prefix))
        kind++;
    ombud__look_for(&look, asof);
    if (!look.has_audience || !kind_withheld(&look, (ombud__id)kind))
        return item->roles;
    for (size_t i = 0; i < law->events_count; i++) {
        if (!named(&look, OMBUD__KNOW_EVENT, (ombud__id)i, OMBUD__NOBODY) &&
            !roles_tell(&look, law->events[i].by, OMBUD__NOBODY))
            open |= law->events[i].by;
    }
    return item->roles & open;
}

int ombud__actor_withheld(const ombud__look *look, const ombud__act *act)
{
    if (!look->has_audience || act->by == look->audience_member ||
        !kind_withheld(look, look->matter->members[act->by].kind))
        return 0;
    uint64_t roles = roles_of_line(look, act);
    return roles == 0 || roles_tell(look, roles | ombud__role_said(act), act->item);
}

/* Whether something that may be known leads to a member who stands behind links alone: a link, or a line that they
 * brought or that is about them. */
static int is_met(const ombud__look *look, uint16_t member)
{
    const ombud_case *matter = look->matter;
    for (uint32_t i = 0; i < look->fold->tie_count; i++) {
        const ombud__tie *tie = &look->fold->ties[i];
        if (tie->to == member && !ombud__withheld(look, OMBUD__KNOW_LINK, tie->link, tie->from) &&
            !begins_unseen(look, matter->members[tie->from].kind, tie->from))
            return 1;
    }
    for (size_t i = 0; i < matter->acts_count; i++) {
        const ombud__act *act = &matter->acts[i];
        int brings = act->by == member && !ombud__actor_withheld(look, act);
        if ((brings || act->item == member) && act->day <= look->day && act->entered <= look->known_by &&
            !ombud__act_withheld(look, act))
            return 1;
    }
    return 0;
}

int ombud__member_withheld(const ombud__look *look, uint16_t member)
{
    if (!look->has_audience || member == look->audience_member || member >= look->matter->members_count)
        return 0;
    ombud__id kind = look->matter->members[member].kind;
    if (look->matter->law->kinds[kind].state_count > 0)
        return begins_unseen(look, kind, member) || (comes_unseen(look, kind, 1) && begun_unseen(look, member));
    return kind_withheld(look, kind) && !is_met(look, member);
}

int ombud__member_unseen(const ombud__look *look, uint16_t member)
{
    return look->has_audience && (ombud__member_withheld(look, member) || !is_there(look, member));
}

/* What a link that may be known leads to, or a line is about: whoever stands behind links alone is met by it. */
static int target_withheld(const ombud__look *look, uint16_t member)
{
    return look->matter->law->kinds[look->matter->members[member].kind].state_count > 0 &&
           ombud__member_withheld(look, member);
}

int ombud__load_withheld(const ombud__look *look, const ombud__act *act, const ombud__load *load)
{
    const ombud_law *law = look->matter->law;
    switch (load->type) {
    case OMBUD__LOAD_FACT: return ombud__withheld(look, OMBUD__KNOW_FACT, load->what, act->item);
    case OMBUD__LOAD_ITEM:
        return ombud__withheld(look, OMBUD__KNOW_LINK, law->args[load->what].link, act->item) ||
               target_withheld(look, (uint16_t)load->value);
    case OMBUD__LOAD_CHOICE:
        return ombud__withheld(look, OMBUD__KNOW_ARGUMENT, law->choices[load->what].arg, act->item);
    default: return ombud__withheld(look, OMBUD__KNOW_ARGUMENT, load->what, act->item);
    }
}

int ombud__act_withheld(const ombud__look *look, const ombud__act *act)
{
    if (!look->has_audience)
        return 0;
    /* What is struck out is told as little when it is struck out. */
    while (act->type == OMBUD__ACT_VOID)
        act = &look->matter->acts[act->struck];
    if (target_withheld(look, act->item))
        return 1;
    if (act->type == OMBUD__ACT_EVENT)
        return ombud__withheld(look, OMBUD__KNOW_EVENT, act->what, act->item);
    if (act->type == OMBUD__ACT_LINK)
        return ombud__withheld(look, OMBUD__KNOW_LINK, act->what, act->item) || target_withheld(look, act->other);
    const ombud__load *loads = ombud__loads_of(look->matter, act);
    for (size_t i = 0; i < act->loads; i++) {
        if (!ombud__load_withheld(look, act, &loads[i]))
            return 0;
    }
    return act->loads > 0;
}

size_t ombud__shown_position(const ombud__look *look, size_t position)
{
    size_t shown = position;
    for (size_t i = 0; i < position; i++)
        shown -= (size_t)(ombud__act_withheld(look, &look->matter->acts[i]) != 0);
    return shown;
}

ombud_status ombud__shown_positions(const ombud__look *look, uint32_t **out)
{
    const ombud_case *matter = look->matter;
    uint32_t shown = 0;
    *out = NULL;
    if (!look->has_audience)
        return OMBUD_OK;
    *out = ombud__alloc(&matter->alloc, (matter->acts_count + 1) * sizeof **out);
    if (*out == NULL)
        return OMBUD_E_NOMEM;
    (*out)[0] = 0;
    for (size_t i = 0; i < matter->acts_count; i++) {
        shown += (uint32_t)(ombud__act_withheld(look, &matter->acts[i]) == 0);
        (*out)[i + 1] = shown;
    }
    return OMBUD_OK;
}

void ombud__shown_positions_free(const ombud__look *look, uint32_t *positions)
{
    ombud__free_wiped(&look->matter->alloc, positions, (look->matter->acts_count + 1) * sizeof *positions);
}
