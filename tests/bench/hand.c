/* The report machine by hand; see hand.h. Each case of the switch is what the law says of that event. */
#include "hand.h"

#include "kernel/civil.h"

#include <string.h>

#define BIT(n) ((uint32_t)1 << (n))

static const uint32_t silent_no = BIT(HAND_FIRST_ASSESSMENT) - 1;

static inline int says_yes(const hand_report *r, int fact)
{
    return r->yes >> fact & 1;
}

static inline int says_no(const hand_report *r, int fact)
{
    return (r->known & ~r->yes) >> fact & 1;
}

static inline void set(hand_report *r, int fact)
{
    r->known |= BIT(fact);
    r->yes |= BIT(fact);
}

static inline void forget(hand_report *r, uint32_t facts)
{
    r->known &= ~facts | silent_no;
    r->yes &= ~facts;
}

static inline int out_of_reach(const hand_report *r)
{
    return (r->yes & (BIT(HAND_ANONYMOUS) | BIT(HAND_UNREACHABLE))) == (BIT(HAND_ANONYMOUS) | BIT(HAND_UNREACHABLE));
}

static inline int acknowledgement_excused(const hand_report *r)
{
    return (r->yes & (BIT(HAND_NO_ACKNOWLEDGEMENT_ASKED) | BIT(HAND_ACKNOWLEDGEMENT_ENDANGERS))) != 0 ||
           out_of_reach(r);
}

/* ---- time -------------------------------------------------------------------------------------------------------- */

static inline int runs(const hand_report *r, int term)
{
    return r->status[term] == OMBUD_TERM_OPEN;
}

static inline void find_next(hand_report *r)
{
    r->next = OMBUD__NO_DAY;
    for (int term = 0; term < HAND_DATED; term++) {
        if (runs(r, term) && r->due[term] < r->next)
            r->next = r->due[term];
    }
}

/* What ended before a day: excused, or overdue and a finding; what is no duty has just expired. */
static void expire(hand_case *c, hand_report *r, int32_t day)
{
    if (runs(r, HAND_ACKNOWLEDGE) && r->due[HAND_ACKNOWLEDGE] < day) {
        if (acknowledgement_excused(r)) {
            r->status[HAND_ACKNOWLEDGE] = OMBUD_TERM_EXCUSED;
        } else {
            r->status[HAND_ACKNOWLEDGE] = OMBUD_TERM_OVERDUE;
            r->late |= BIT(HAND_ACKNOWLEDGE);
            c->findings++;
        }
    }
    if (runs(r, HAND_FEEDBACK) && r->due[HAND_FEEDBACK] < day) {
        if (out_of_reach(r)) {
            r->status[HAND_FEEDBACK] = OMBUD_TERM_EXCUSED;
        } else {
            r->status[HAND_FEEDBACK] = OMBUD_TERM_OVERDUE;
            r->late |= BIT(HAND_FEEDBACK);
            c->findings++;
        }
    }
    if (runs(r, HAND_EXTERNAL_MEASURE) && r->due[HAND_EXTERNAL_MEASURE] < day) {
        r->status[HAND_EXTERNAL_MEASURE] = OMBUD_TERM_EXPIRED;
        r->late |= BIT(HAND_EXTERNAL_MEASURE);
    }
    if (runs(r, HAND_ARCHIVE) && r->due[HAND_ARCHIVE] < day) {
        r->status[HAND_ARCHIVE] = OMBUD_TERM_EXPIRED;
        r->late |= BIT(HAND_ARCHIVE);
    }
    find_next(r);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

static inline int pending(const hand_report *r, int term)
{
    return r->status[term] == OMBUD_TERM_OPEN || r->status[term] == OMBUD_TERM_OVERDUE ||
           r->status[term] == OMBUD_TERM_EXPIRED;
}

/* What is no duty begins anew each time. */
static inline void begin(hand_report *r, int term)
{
    r->status[term] = OMBUD_TERM_OPEN;
    r->late &= ~BIT(term);
}

static inline void dated(hand_report *r, int term, int32_t due)
{
    r->due[term] = due;
    r->next = due < r->next ? due : r->next;
}

/* Ten years from the closure; it may be the next last day that was, and no longer is. */
static inline void archive(hand_report *r, int32_t day)
{
    int ran = runs(r, HAND_ARCHIVE);
    begin(r, HAND_ARCHIVE);
    r->due[HAND_ARCHIVE] = ombud__day_plus(day, 10, OMBUD_UNIT_YEARS);
    if (ran)
        find_next(r);
    else
        dated(r, HAND_ARCHIVE, r->due[HAND_ARCHIVE]);
}

static inline void open(hand_report *r, int term)
{
    if (!pending(r, term))
        begin(r, term);
}

static inline void open_if_external(hand_report *r, int term)
{
    if (r->channel == HAND_EXTERNAL)
        open(r, term);
}

static inline void meet(hand_report *r, int term)
{
    if (pending(r, term))
        r->status[term] = r->late & BIT(term) ? OMBUD_TERM_MET_LATE : OMBUD_TERM_MET;
}

static inline void lapse(hand_report *r, int term)
{
    if (pending(r, term))
        r->status[term] = OMBUD_TERM_LAPSED;
}

/* Whether a duty without a last day has been excused: judged when asked, since no day ends it. */
static inline int is_excused(const hand_report *r, int term)
{
    return r->status[term] == OMBUD_TERM_EXCUSED || (pending(r, term) && out_of_reach(r));
}

static inline int result_settled(const hand_report *r)
{
    return r->status[HAND_FINAL_RESULT] == OMBUD_TERM_MET || r->status[HAND_FINAL_RESULT] == OMBUD_TERM_MET_LATE ||
           is_excused(r, HAND_FINAL_RESULT);
}

/* What art. 15 § 4, 15/3 § 1er and 15/4 § 2, 1° make due: nothing is over, or gone, while some of it is owed. */
static inline int owes_nothing(const hand_report *r)
{
    static const uint8_t unless_out_of_reach[] = {HAND_FEEDBACK, HAND_FINAL_RESULT, HAND_CLOSURE_NOTICE,
                                                  HAND_MEASURES_NOTICE, HAND_PROTECTION_NOTICE};
    if (pending(r, HAND_FOLLOW_UP) || pending(r, HAND_REGISTRATION) || pending(r, HAND_TRANSMISSION) ||
        (pending(r, HAND_ACKNOWLEDGE) && !acknowledgement_excused(r)))
        return 0;
    for (size_t i = 0; !out_of_reach(r) && i < sizeof unless_out_of_reach; i++) {
        if (pending(r, unless_out_of_reach[i]))
            return 0;
    }
    return 1;
}

static inline int repeats_a_closed_one(const hand_case *c, const hand_report *r)
{
    for (int m = 0; m < HAND_MEMBERS; m++) {
        if (r->repeats >> m & 1 && c->report[m].state == HAND_IS_CLOSED && c->report[m].received <= r->received)
            return 1;
    }
    return 0;
}

/* ---- what an event carries --------------------------------------------------------------------------------------- */

static inline void carry(hand_report *r, const ombud__act *act, const ombud__load *loads)
{
    for (int i = 0; i < act->loads; i++) {
        const ombud__load *load = &loads[i];
        switch (load->type) {
        case OMBUD__LOAD_FACT:
            r->known =
                load->truth == OMBUD__UNKNOWN ? r->known & (~BIT(load->what) | silent_no) : r->known | BIT(load->what);
            r->yes = load->truth == OMBUD__YES ? r->yes | BIT(load->what) : r->yes & ~BIT(load->what);
            break;
        case OMBUD__LOAD_CHOICE:
            if (load->what <= HAND_EXTERNAL)
                r->channel = (uint8_t)load->what;
            else
                r->form = (uint8_t)load->what;
            break;
        default: /* OMBUD__LOAD_ITEM */
            if (load->what == HAND_REPORTER)
                r->reporters |= BIT(load->value);
            else if (load->what == HAND_REPEATS)
                r->repeats |= BIT(load->value);
            else
                r->readers |= BIT(load->value);
        }
    }
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

void hand_begin(hand_case *c, const uint8_t *roles, int first_report)
{
    for (int m = first_report; m < HAND_MEMBERS; m++) {
        hand_report *r = &c->report[m];
        memset(r, 0, sizeof *r);
        r->known = silent_no;
        r->next = OMBUD__NO_DAY;
    }
    memcpy(c->roles, roles, sizeof c->roles);
    c->findings = 0;
}

void hand_settle(hand_case *c, int first_report, int32_t day)
{
    for (int m = first_report; m < HAND_MEMBERS; m++) {
        if (c->report[m].next < day)
            expire(c, &c->report[m], day);
    }
}

/* A step that rests on no provision, of a report that must be internal. */
static inline int internal_step(const hand_report *r, uint32_t by, int nobody, int foreseen)
{
    if (!foreseen || (!nobody && !(by & HAND_BY_TRUST_PERSON)))
        return 1; /* nothing speaks of it, so nothing was breached */
    return !nobody && r->channel == HAND_INTERNAL;
}

/* What is for the trust persons alone, and for the contact point alone; reports that were received have a channel. */
static inline int channel_fits(const hand_report *r, int event)
{
    static const uint32_t internal = BIT(HAND_INTERNALLY_ACKNOWLEDGED) | BIT(HAND_INTERNAL_INQUIRY_OPENED) |
                                     BIT(HAND_INTERNAL_FEEDBACK_GIVEN) | BIT(HAND_CLOSED_INTERNALLY);
    static const uint32_t external =
        BIT(HAND_ACKNOWLEDGED) | BIT(HAND_FEEDBACK_GIVEN) | BIT(HAND_INFORMATION_REQUESTED) | BIT(HAND_EXAMINED) |
        BIT(HAND_INQUIRY_OPENED) | BIT(HAND_INQUIRY_CONCLUDED) | BIT(HAND_RESULT_COMMUNICATED) |
        BIT(HAND_MEASURE_TAKEN) | BIT(HAND_MEASURES_COMMUNICATED) | BIT(HAND_FURTHER_INQUIRY_NEEDED) |
        BIT(HAND_TRANSMITTED) | BIT(HAND_CLOSED_AS_MINOR) | BIT(HAND_CLOSED_AS_REPETITIVE);
    return r->channel == HAND_INTERNAL ? !(external >> event & 1) : !(internal >> event & 1);
}

static inline void follow_up(hand_report *r, int state)
{
    if (state != HAND_NEW)
        set(r, HAND_FOLLOWED_UP);
    meet(r, HAND_FOLLOW_UP);
}

void hand_act(hand_case *c, const ombud__act *act, const ombud__load *loads)
{
    hand_report *r = &c->report[act->item];
    if (act->day > r->next)
        expire(c, r, act->day);
    if (act->loads > 0)
        carry(r, act, loads);
    if (act->type != OMBUD__ACT_EVENT)
        return;
    int nobody = act->by == OMBUD__NOBODY, state = r->state, fits = channel_fits(r, act->what);
    uint32_t by = nobody ? 0 : c->roles[act->by]; /* nobody named: not shown, a finding too */
    int contact_point = (by & HAND_BY_CONTACT_POINT) != 0, keeper = contact_point || by & HAND_BY_TRUST_PERSON;
    int lawful = contact_point && state != HAND_NEW && fits; /* of most events */
    int untouched = !says_yes(r, HAND_JUDICIAL_INVESTIGATION);
    switch (act->what) {
    case HAND_RECEIVED:
        /* What is external is for the contact point. */
        lawful = (contact_point || (by & HAND_BY_TRUST_PERSON && r->channel == HAND_INTERNAL)) && state == HAND_NEW;
        r->state = HAND_IS_RECEIVED;
        r->received = act->day;
        r->known = (r->known & ~BIT(HAND_GROUNDS_AT_REPORT)) | (r->known >> HAND_REASONABLE_GROUNDS & 1)
                                                                   << HAND_GROUNDS_AT_REPORT;
        r->yes = (r->yes & ~BIT(HAND_GROUNDS_AT_REPORT)) | (r->yes >> HAND_REASONABLE_GROUNDS & 1)
                                                               << HAND_GROUNDS_AT_REPORT;
        open(r, HAND_REGISTRATION);
        open(r, HAND_PROTECTION_NOTICE);
        if (r->channel == HAND_INTERNAL) {
            begin(r, HAND_INTERNAL_ACKNOWLEDGEMENT);
            begin(r, HAND_INTERNAL_FEEDBACK);
            begin(r, HAND_INTERNAL_MEASURE);
        } else if (r->channel == HAND_EXTERNAL) {
            int32_t three_months = ombud__day_plus(act->day, 3, OMBUD_UNIT_MONTHS);
            if (!pending(r, HAND_ACKNOWLEDGE)) {
                begin(r, HAND_ACKNOWLEDGE);
                dated(r, HAND_ACKNOWLEDGE, act->day + 7);
            }
            if (!pending(r, HAND_FEEDBACK)) {
                begin(r, HAND_FEEDBACK);
                r->feedback_start = act->day;
                dated(r, HAND_FEEDBACK, three_months);
            }
            begin(r, HAND_EXTERNAL_MEASURE);
            r->measure_start = act->day;
            r->due[HAND_EXTERNAL_MEASURE] = three_months;
            find_next(r);
            open(r, HAND_FOLLOW_UP);
        }
        break;
    case HAND_ACKNOWLEDGED: meet(r, HAND_ACKNOWLEDGE); break;
    case HAND_EXTENSION_JUSTIFIED:
        lawful &= runs(r, HAND_FEEDBACK) && !out_of_reach(r);
        if (runs(r, HAND_FEEDBACK))
            r->due[HAND_FEEDBACK] = ombud__day_plus(r->feedback_start, 6, OMBUD_UNIT_MONTHS);
        if (runs(r, HAND_EXTERNAL_MEASURE))
            r->due[HAND_EXTERNAL_MEASURE] = ombud__day_plus(r->measure_start, 6, OMBUD_UNIT_MONTHS);
        find_next(r);
        break;
    case HAND_FEEDBACK_GIVEN: meet(r, HAND_FEEDBACK); break;
    case HAND_INFORMATION_REQUESTED:
        follow_up(r, state);
        break;
    case HAND_INFORMATION_ADDED:
        /* No provision speaks of it: only an unnamed author is a finding. */
        lawful = !nobody || state == HAND_NEW;
        break;
    case HAND_EXAMINED:
        lawful &= state != HAND_IS_CLOSED && untouched;
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED)
            set(r, HAND_FOLLOWED_UP);
        r->state = HAND_IS_EXAMINED;
        meet(r, HAND_FOLLOW_UP);
        break;
    case HAND_PROTECTION_EXAMINED:
        lawful = (by & (HAND_BY_CONTACT_POINT | HAND_BY_OMBUDSMAN)) != 0 && state != HAND_NEW;
        meet(r, HAND_FOLLOW_UP);
        break;
    case HAND_INQUIRY_OPENED:
        /* The state and the role rest on no provision, the investigation of justice does. */
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED) {
            lawful = nobody ? 0 : !contact_point || (untouched && fits);
            forget(r, BIT(HAND_MEASURE_REASONS_GIVEN));
            set(r, HAND_FOLLOWED_UP);
        } else {
            lawful = 1;
        }
        meet(r, HAND_FOLLOW_UP);
        open_if_external(r, HAND_MEASURES_NOTICE);
        break;
    case HAND_INQUIRY_CONCLUDED:
        lawful = state == HAND_NEW || (!nobody && (!contact_point || (untouched && fits)));
        follow_up(r, state);
        open_if_external(r, HAND_FINAL_RESULT);
        break;
    case HAND_MEASURE_TAKEN:
        lawful &= state != HAND_IS_CLOSED && untouched;
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED) {
            forget(r, BIT(HAND_MEASURE_REASONS_GIVEN));
            set(r, HAND_FOLLOWED_UP);
        }
        meet(r, HAND_FOLLOW_UP);
        open_if_external(r, HAND_MEASURES_NOTICE);
        break;
    case HAND_MEASURES_COMMUNICATED:
        if (says_yes(r, HAND_MEASURE_REASONS_GIVEN))
            meet(r, HAND_MEASURES_NOTICE);
        else
            lawful = 0;
        break;
    case HAND_RESULT_COMMUNICATED: meet(r, HAND_FINAL_RESULT); break;
    case HAND_FURTHER_INQUIRY_NEEDED:
        follow_up(r, state);
        open(r, HAND_TRANSMISSION);
        break;
    case HAND_TRANSMITTED:
        follow_up(r, state);
        meet(r, HAND_TRANSMISSION);
        break;
    case HAND_CLOSED_AS_MINOR:
        lawful &= state == HAND_IS_EXAMINED && says_yes(r, HAND_MINOR) && untouched;
        if (state == HAND_IS_EXAMINED) {
            forget(r, BIT(HAND_CLOSURE_REASONS_GIVEN));
            set(r, HAND_MINOR_CLOSURE);
        }
        r->state = HAND_IS_CLOSED;
        open(r, HAND_CLOSURE_NOTICE);
        archive(r, act->day);
        break;
    case HAND_CLOSED_AS_REPETITIVE:
        lawful &= state != HAND_IS_CLOSED && untouched && says_no(r, HAND_SIGNIFICANT_NEW_INFORMATION) &&
                  says_no(r, HAND_NEW_ELEMENTS_JUSTIFY) && repeats_a_closed_one(c, r);
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED)
            forget(r, BIT(HAND_CLOSURE_REASONS_GIVEN));
        r->state = HAND_IS_CLOSED;
        lapse(r, HAND_FOLLOW_UP);
        open(r, HAND_CLOSURE_NOTICE);
        archive(r, act->day);
        break;
    case HAND_CLOSED_AFTER_RESULT:
        lawful &= state != HAND_IS_CLOSED && untouched && result_settled(r);
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED)
            forget(r, BIT(HAND_CLOSURE_REASONS_GIVEN));
        r->state = HAND_IS_CLOSED;
        open(r, HAND_CLOSURE_NOTICE);
        archive(r, act->day);
        break;
    case HAND_CLOSURE_NOTIFIED:
        lawful &= state == HAND_IS_CLOSED && says_yes(r, HAND_CLOSURE_REASONS_GIVEN);
        if (says_yes(r, HAND_CLOSURE_REASONS_GIVEN))
            meet(r, HAND_CLOSURE_NOTICE);
        break;
    case HAND_REOPENED:
        lawful = !nobody || state != HAND_IS_CLOSED;
        if (state == HAND_IS_CLOSED)
            forget(r, BIT(HAND_MINOR) | BIT(HAND_MINOR_CLOSURE) | BIT(HAND_CLOSURE_REASONS_GIVEN));
        r->state = HAND_IS_RECEIVED;
        lapse(r, HAND_CLOSURE_NOTICE);
        lapse(r, HAND_ARCHIVE);
        open_if_external(r, HAND_FOLLOW_UP);
        break;
    case HAND_ACCESS_GIVEN:
        lawful &= says_yes(r, HAND_READER_AUTHORISED);
        if (state != HAND_NEW)
            forget(r, BIT(HAND_READER_AUTHORISED));
        break;
    case HAND_INTERNALLY_ACKNOWLEDGED:
        lawful = internal_step(r, by, nobody, state != HAND_NEW);
        meet(r, HAND_INTERNAL_ACKNOWLEDGEMENT);
        break;
    case HAND_INTERNAL_INQUIRY_OPENED:
        lawful = by & HAND_BY_TRUST_PERSON && (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED) &&
                 r->channel == HAND_INTERNAL;
        if (state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED)
            set(r, HAND_FOLLOWED_UP);
        break;
    case HAND_INTERNAL_FEEDBACK_GIVEN:
        lawful = internal_step(r, by, nobody, state != HAND_NEW);
        meet(r, HAND_INTERNAL_FEEDBACK);
        break;
    case HAND_APPROPRIATE_MEASURE:
        lawful = keeper && state != HAND_NEW && (untouched || !contact_point);
        meet(r, HAND_INTERNAL_MEASURE);
        meet(r, HAND_EXTERNAL_MEASURE);
        break;
    case HAND_REGISTERED:
        if (r->channel == HAND_EXTERNAL)
            meet(r, HAND_REGISTRATION);
        break;
    case HAND_INTERNALLY_REGISTERED:
        lawful = by & HAND_BY_TRUST_PERSON && state != HAND_NEW;
        if (r->channel == HAND_INTERNAL)
            meet(r, HAND_REGISTRATION);
        break;
    case HAND_CLOSED_INTERNALLY:
        lawful = internal_step(r, by, nobody, state == HAND_IS_RECEIVED || state == HAND_IS_EXAMINED);
        r->state = HAND_IS_CLOSED;
        archive(r, act->day);
        break;
    case HAND_DELETED:
        lawful = keeper && state == HAND_IS_CLOSED && r->status[HAND_ARCHIVE] == OMBUD_TERM_EXPIRED &&
                 !says_yes(r, HAND_NEEDED_IN_PROCEEDINGS) && owes_nothing(r);
        break;
    default: /* HAND_PROTECTION_EXPLAINED */ lawful = keeper && state != HAND_NEW; meet(r, HAND_PROTECTION_NOTICE);
    }
    c->findings += !lawful;
}

/* ---- questions --------------------------------------------------------------------------------------------------- */

enum { KEEPERS = HAND_BY_CONTACT_POINT | HAND_BY_TRUST_PERSON };

/* Per event: the states it may come in, who brings it, the facts it needs and those that bar it, and whether the move
 * rests on structure. */
static const struct rule {
    uint8_t states, roles, structural;
    uint32_t need, bar;
} rules[HAND_EVENTS] = {
    [HAND_RECEIVED] = {BIT(HAND_NEW), HAND_BY_CONTACT_POINT | HAND_BY_TRUST_PERSON, 0, 0, 0},
    [HAND_ACKNOWLEDGED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_EXTENSION_JUSTIFIED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_FEEDBACK_GIVEN] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_INFORMATION_REQUESTED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_INFORMATION_ADDED] = {14, HAND_BY_REPORTER, 1, 0, 0},
    [HAND_EXAMINED] = {6, HAND_BY_CONTACT_POINT, 0, 0, BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_PROTECTION_EXAMINED] = {14, HAND_BY_CONTACT_POINT | HAND_BY_OMBUDSMAN, 0, 0, 0},
    [HAND_INQUIRY_OPENED] = {6, HAND_BY_CONTACT_POINT, 1, 0, BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_INQUIRY_CONCLUDED] = {14, HAND_BY_CONTACT_POINT, 1, 0, BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_MEASURE_TAKEN] = {6, HAND_BY_CONTACT_POINT, 0, 0, BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_MEASURES_COMMUNICATED] = {14, HAND_BY_CONTACT_POINT, 0, BIT(HAND_MEASURE_REASONS_GIVEN), 0},
    [HAND_RESULT_COMMUNICATED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_FURTHER_INQUIRY_NEEDED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_TRANSMITTED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_CLOSED_AS_MINOR] = {4, HAND_BY_CONTACT_POINT, 0, BIT(HAND_MINOR), BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_CLOSED_AS_REPETITIVE] = {6, HAND_BY_CONTACT_POINT, 0, 0,
                                   BIT(HAND_JUDICIAL_INVESTIGATION) | BIT(HAND_SIGNIFICANT_NEW_INFORMATION) |
                                       BIT(HAND_NEW_ELEMENTS_JUSTIFY)},
    [HAND_CLOSED_AFTER_RESULT] = {6, HAND_BY_CONTACT_POINT, 0, 0, BIT(HAND_JUDICIAL_INVESTIGATION)},
    [HAND_CLOSURE_NOTIFIED] = {8, HAND_BY_CONTACT_POINT, 0, BIT(HAND_CLOSURE_REASONS_GIVEN), 0},
    [HAND_REOPENED] = {8, HAND_BY_CONTACT_POINT, 1, 0, 0},
    [HAND_ACCESS_GIVEN] = {14, HAND_BY_CONTACT_POINT, 0, BIT(HAND_READER_AUTHORISED), 0},
    [HAND_INTERNALLY_ACKNOWLEDGED] = {14, HAND_BY_TRUST_PERSON, 1, 0, 0},
    [HAND_INTERNAL_INQUIRY_OPENED] = {6, HAND_BY_TRUST_PERSON, 0, 0, 0},
    [HAND_INTERNAL_FEEDBACK_GIVEN] = {14, HAND_BY_TRUST_PERSON, 1, 0, 0},
    [HAND_APPROPRIATE_MEASURE] = {14, KEEPERS, 0, 0, 0},
    [HAND_REGISTERED] = {14, HAND_BY_CONTACT_POINT, 0, 0, 0},
    [HAND_INTERNALLY_REGISTERED] = {14, HAND_BY_TRUST_PERSON, 0, 0, 0},
    [HAND_CLOSED_INTERNALLY] = {6, HAND_BY_TRUST_PERSON, 1, 0, 0},
    [HAND_DELETED] = {8, KEEPERS, 0, 0, BIT(HAND_NEEDED_IN_PROCEEDINGS)},
    [HAND_PROTECTION_EXPLAINED] = {14, KEEPERS, 0, 0, 0},
};

/* The other guards that are more than facts. */
static inline int special_guard(const hand_case *c, const hand_report *r, int event, uint8_t roles, int named)
{
    switch (event) {
    case HAND_RECEIVED: return r->channel == HAND_INTERNAL || !named || roles & HAND_BY_CONTACT_POINT;
    case HAND_DELETED: return r->status[HAND_ARCHIVE] == OMBUD_TERM_EXPIRED && owes_nothing(r);
    case HAND_EXTENSION_JUSTIFIED: return runs(r, HAND_FEEDBACK) && !out_of_reach(r);
    case HAND_CLOSED_AS_REPETITIVE: return repeats_a_closed_one(c, r);
    case HAND_CLOSED_AFTER_RESULT: return result_settled(r);
    case HAND_APPROPRIATE_MEASURE: /* while justice investigates, others take one */
        return !named || !says_yes(r, HAND_JUDICIAL_INVESTIGATION) || !(roles & HAND_BY_CONTACT_POINT);
    default: return 1;
    }
}

int hand_may(const hand_case *c, uint16_t item, int event, uint8_t roles, int named)
{
    const hand_report *r = &c->report[item];
    const struct rule *rule = &rules[event];
    if ((rule->states >> r->state & 1) == 0)
        return rule->structural ? OMBUD_NOT_FORESEEN : OMBUD_FORBIDDEN;
    if (named && (rule->roles & roles) == 0)
        return rule->structural ? OMBUD_NOT_FORESEEN : OMBUD_FORBIDDEN;
    if (r->yes & rule->bar || r->known & ~r->yes & rule->need || !channel_fits(r, event) ||
        !special_guard(c, r, event, roles, named))
        return OMBUD_FORBIDDEN;
    if (!named || (r->known & rule->bar) != rule->bar || (r->yes & rule->need) != rule->need)
        return OMBUD_UNDETERMINED;
    return OMBUD_PERMITTED;
}

uint32_t hand_why(const hand_case *c, uint16_t item, int event, uint8_t roles, int named)
{
    const hand_report *r = &c->report[item];
    const struct rule *rule = &rules[event];
    uint32_t lacks = (rule->bar & ~(r->known & ~r->yes)) | (rule->need & ~r->yes);
    if ((rule->states >> r->state & 1) == 0)
        lacks |= HAND_LACKS_STATE;
    if (!named || (rule->roles & roles) == 0)
        lacks |= HAND_LACKS_ROLE;
    if (!channel_fits(r, event))
        lacks |= HAND_LACKS_CHANNEL;
    if (!special_guard(c, r, event, roles, named))
        lacks |= event == HAND_CLOSED_AFTER_RESULT    ? HAND_LACKS_RESULT
                 : event == HAND_CLOSED_AS_REPETITIVE ? HAND_LACKS_LINK
                 : event == HAND_APPROPRIATE_MEASURE  ? BIT(HAND_JUDICIAL_INVESTIGATION)
                                                      : HAND_LACKS_TIME;
    return lacks;
}

/* ---- a due day --------------------------------------------------------------------------------------------------- */

static int leap(int32_t year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int32_t month_length(int32_t year, int32_t month)
{
    static const int8_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && leap(year));
}

static int32_t days_of(int32_t year, int32_t month, int32_t day)
{
    year -= month <= 2;
    int32_t era = year / 400, in_era = year - era * 400;
    int32_t in_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + in_era * 365 + in_era / 4 - in_era / 100 + in_year - 719468;
}

int32_t hand_due(int32_t start, int32_t count, int32_t unit)
{
    if (unit == OMBUD_UNIT_DAYS || unit == OMBUD_UNIT_WEEKS)
        return start + count * (unit == OMBUD_UNIT_WEEKS ? 7 : 1);
    int32_t shifted = start + 719468, era = shifted / 146097, in_era = shifted - era * 146097;
    int32_t of_era = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int32_t in_year = in_era - (365 * of_era + of_era / 4 - of_era / 100);
    int32_t m = (5 * in_year + 2) / 153, day = in_year - (153 * m + 2) / 5 + 1, month = m < 10 ? m + 3 : m - 9;
    int32_t year = of_era + era * 400 + (month <= 2);
    int32_t months = year * 12 + month - 1 + count * (unit == OMBUD_UNIT_YEARS ? 12 : 1);
    year = months / 12;
    month = months % 12 + 1;
    return days_of(year, month, day < month_length(year, month) ? day : month_length(year, month));
}
