/* Judging expectations: the case is asked, and what came out is said in the words of the case language; see
 * expectation.h. */
#include <string.h>

#include "expectation.h"
#include "kernel/coverage.h"
#include "kernel/enums.h"
#include "kernel/error.h"

/* What is at hand while one expectation is judged. */
typedef struct asking {
    const ombud__expected *expected;
    const ombud_case *matter;
    const ombud_law *law;
    ombud_asof asof;
    ombud__judged *out;
    ombud_error trouble; /* of a question whose failure may be an answer */
    ombud_error *err;
} asking;

/* ---- saying ------------------------------------------------------------------------------------------------------ */

/* The same word to both texts. */
static void say(asking *at, const char *z)
{
    ombud__out_z(&at->out->got, z);
    ombud__out_z(&at->out->holds, z);
}

static void say_view(asking *at, ombud_view text)
{
    ombud__out_view(&at->out->got, text);
    ombud__out_view(&at->out->holds, text);
}

static void say_day(ombud__out *out, const char *key, int has, ombud_day day)
{
    ombud__out_z(out, key);
    if (has)
        ombud__out_day(out, day);
    else
        ombud__out_z(out, "none");
}

/* A day in what was got, and in the line that would hold if the day was spoken of. */
static void say_said_day(asking *at, const char *key, const ombud__said_day *said, int has, ombud_day day)
{
    if (has || said->said != OMBUD__UNSAID)
        say_day(&at->out->got, key, has, day);
    if (said->said != OMBUD__UNSAID)
        say_day(&at->out->holds, key, has, day);
}

static ombud_view provision_id(const asking *at)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    provision.id = ombud_view_of("");
    if (at->out->has_provision)
        (void)ombud_law_provision(at->law, at->out->provision, OMBUD_LANG_EN, &provision);
    return provision.id;
}

static void say_because(asking *at)
{
    ombud_view id = provision_id(at);
    if (id.len > 0) {
        ombud__out_z(&at->out->got, " because=");
        ombud__out_view(&at->out->got, id);
        if (at->expected->because.len > 0) {
            ombud__out_z(&at->out->holds, " because=");
            ombud__out_view(&at->out->holds, id);
        }
    } else if (at->expected->because.len > 0) {
        ombud__out_z(&at->out->got, ", and no provision decided");
    }
}

static void hold_name_and_item(asking *at)
{
    ombud__out_view(&at->out->holds, at->expected->name);
    ombud__out_char(&at->out->holds, ' ');
    ombud__out_view(&at->out->holds, at->expected->item);
    ombud__out_char(&at->out->holds, ' ');
}

/* ---- comparing --------------------------------------------------------------------------------------------------- */

static void decided_by(asking *at, size_t provision)
{
    at->out->has_provision = provision != SIZE_MAX;
    at->out->provision = at->out->has_provision ? provision : 0;
}

static int because_fits(const asking *at)
{
    return at->expected->because.len == 0 || ombud__view_is(at->expected->because, provision_id(at));
}

static int day_fits(const ombud__said_day *said, int has, ombud_day day)
{
    switch (said->said) {
    case OMBUD__SAID_NONE: return !has;
    case OMBUD__SAID_DAY: return has && day == said->day;
    default: return 1;
    }
}

/* Who owes a duty, if that was spoken of. */
static void say_bearer(asking *at, uint64_t bearer)
{
    const char *before = " bearer=";
    for (size_t i = 0; at->expected->bearer != 0 && i < at->law->roles_count; i++) {
        if ((bearer >> i & 1) != 0) {
            say(at, before);
            say_view(at, at->law->roles[i].word.name);
            before = ",";
        }
    }
}

static int is_item(const asking *at, ombud_view prefix, int64_t number)
{
    return number == at->expected->number && ombud__view_is(prefix, at->law->kinds[at->expected->kind].prefix);
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

/* The days beside a last day at which an expectation looks: its own while the term runs, else that of the act that met
 * it. */
static void cover_term(const asking *at, const ombud_term *term)
{
    int met = term->status == OMBUD_TERM_MET || term->status == OMBUD_TERM_MET_LATE;
    if (!term->has_closed)
        ombud__cover_edge(at->matter->coverage, term->row, term->due, at->asof.day);
    else if (met)
        ombud__cover_edge(at->matter->coverage, term->row, term->due, term->closed);
}

static ombud_status judge_term(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_terms *terms = NULL;
    ombud_term found = OMBUD_TERM_INIT;
    int ran = 0;
    ombud_status status = ombud_case_terms(at->matter, &at->asof, &terms, at->err);
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        (void)ombud_terms_get(terms, i, &term);
        if (ombud__view_is(term.name, expected->name) && is_item(at, term.item_prefix, term.item_number)) {
            found = term; /* of several runs of one term the last counts */
            ran = 1;
        }
    }
    int has_due = ran && found.no_due == OMBUD_DUE_KNOWN;
    if (has_due)
        cover_term(at, &found);
    const char *got = ombud_term_status_name(ran ? found.status : OMBUD_TERM_NONE);
    decided_by(at, ran ? found.provision : SIZE_MAX);
    at->out->met = ombud__view_is_z(expected->value, got) && day_fits(&expected->due, has_due, found.due) &&
                   (expected->bearer == 0 || expected->bearer == found.bearer) && because_fits(at);
    ombud__out_z(&at->out->holds, expected->duty ? "expect duty " : "expect term ");
    hold_name_and_item(at);
    say(at, got);
    say_said_day(at, " due=", &expected->due, has_due, found.due);
    say_bearer(at, found.bearer);
    say_because(at);
    ombud_terms_free(terms);
    return OMBUD_OK;
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

/* Those that stand, or those that a later entry took away. */
static ombud_status findings_of(asking *at, ombud_findings **out)
{
    return at->expected->cured ? ombud_case_cured(at->matter, &at->asof, out, at->err)
                               : ombud_case_findings(at->matter, &at->asof, out, at->err);
}

/* What would hold: `expect finding ` or `expect no cured `. */
static void say_expect(asking *at, const char *no)
{
    ombud__out_z(&at->out->holds, "expect ");
    ombud__out_z(&at->out->holds, no);
    ombud__out_z(&at->out->holds, at->expected->cured ? "cured " : "finding ");
}

/* Which of several findings tells most: all that was said, then the same kind, then any of the same name. */
static int finding_rank(asking *at, const ombud_finding *finding)
{
    const ombud__expected *expected = at->expected;
    if (!ombud__view_is(finding->name, expected->name) || !is_item(at, finding->item_prefix, finding->item_number))
        return 0;
    decided_by(at, finding->provision);
    if (finding->kind != expected->finding)
        return 1;
    return day_fits(&expected->since, 1, finding->since) &&
                   day_fits(&expected->until, finding->has_until, finding->until) && because_fits(at)
               ? 3
               : 2;
}

/* The kind, the name and the item. */
static void say_finding(asking *at, const ombud_finding *finding)
{
    say(at, ombud_finding_kind_name(finding->kind));
    say(at, " ");
    say_view(at, finding->name);
    say(at, " ");
    say_view(at, finding->item_prefix);
    ombud__out_number(&at->out->got, finding->item_number);
    ombud__out_number(&at->out->holds, finding->item_number);
}

/* A lateness that is asked about on its first day, or whose first day is expected, looks at the day after a last day.
 */
static void cover_lateness(const asking *at, const ombud_finding *finding)
{
    if (finding->kind == OMBUD_LATE && (at->expected->since.said == OMBUD__SAID_DAY || at->asof.day == finding->since))
        ombud__cover_edge(at->matter->coverage, finding->row, finding->since - 1, finding->since);
}

static ombud_status judge_finding(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_findings *findings = NULL;
    ombud_finding best = OMBUD_FINDING_INIT;
    int best_rank = 0;
    ombud_status status = findings_of(at, &findings);
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        (void)ombud_findings_get(findings, i, &finding);
        int rank = finding_rank(at, &finding);
        if (rank > best_rank) {
            best = finding;
            best_rank = rank;
        }
    }
    at->out->met = best_rank == 3;
    decided_by(at, best_rank > 0 ? best.provision : SIZE_MAX);
    if (best_rank == 0) {
        ombud__out_z(&at->out->got, expected->cured ? "no such finding was cured" : "no such finding");
        say_expect(at, "no ");
        ombud__out_z(&at->out->holds, ombud_finding_kind_name(expected->finding));
        ombud__out_char(&at->out->holds, ' ');
        ombud__out_view(&at->out->holds, expected->name);
        ombud__out_char(&at->out->holds, ' ');
        ombud__out_view(&at->out->holds, expected->item);
    } else {
        if (!expected->cured)
            cover_lateness(at, &best);
        say_expect(at, "");
        say_finding(at, &best);
        say_said_day(at, " since=", &expected->since, 1, best.since);
        say_said_day(at, " until=", &expected->until, best.has_until, best.until);
        say_because(at);
    }
    ombud_findings_free(findings);
    return OMBUD_OK;
}

static ombud_status judge_no_finding(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_findings *findings = NULL;
    ombud_status status = findings_of(at, &findings);
    if (status != OMBUD_OK)
        return status;
    at->out->met = 1;
    for (size_t i = 0; i < ombud_findings_count(findings) && at->out->met; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        (void)ombud_findings_get(findings, i, &finding);
        if ((expected->finding != 0 && finding.kind != expected->finding) ||
            (expected->name.len > 0 && !ombud__view_is(finding.name, expected->name)) ||
            (expected->item.len > 0 && !is_item(at, finding.item_prefix, finding.item_number)))
            continue;
        at->out->met = 0;
        decided_by(at, finding.provision);
        say_expect(at, "");
        say_finding(at, &finding);
        say_day(&at->out->got, " since=", 1, finding.since);
        say_day(&at->out->holds, " since=", 1, finding.since);
        say_because(at);
    }
    if (at->out->met)
        ombud__out_z(&at->out->got, expected->cured ? "none was cured" : "no finding");
    ombud_findings_free(findings);
    return OMBUD_OK;
}

/* ---- states, facts, days ----------------------------------------------------------------------------------------- */

/* What an audience may not know is to it as if it were not there: nothing is found, nothing is known, no row answers or
 * speaks of it. To whoever keeps the case all is there: the line was read against the whole of it. */
static int fails(const asking *at, ombud_status status)
{
    if (status == OMBUD_OK || status == OMBUD_E_NOT_FOUND)
        return 0;
    (void)ombud__fail_as(at->err, &at->trouble);
    return 1;
}

static ombud_status judge_state(asking *at)
{
    ombud_view state = {NULL, 0};
    ombud_status status = ombud_case_state(at->matter, at->expected->item.ptr, &at->asof, &state, &at->trouble);
    if (fails(at, status))
        return status;
    state = state.len > 0 ? state : ombud_view_of("none");
    at->out->met = ombud__view_is(state, at->expected->value);
    ombud__out_z(&at->out->holds, "expect state ");
    ombud__out_view(&at->out->holds, at->expected->item);
    ombud__out_char(&at->out->holds, ' ');
    say_view(at, state);
    return OMBUD_OK;
}

static ombud_status judge_fact(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_truth truth = OMBUD_UNKNOWN; /* also of what the audience may not know of */
    ombud_status status =
        ombud_case_fact(at->matter, expected->item.ptr, expected->name.ptr, &at->asof, &truth, &at->trouble);
    if (fails(at, status))
        return status;
    const char *got = ombud__truth_word(truth);
    at->out->met = ombud__view_is_z(expected->value, got);
    ombud__out_z(&at->out->holds, "expect fact ");
    ombud__out_view(&at->out->holds, expected->item);
    ombud__out_char(&at->out->holds, ' ');
    ombud__out_view(&at->out->holds, expected->name);
    ombud__out_char(&at->out->holds, ' ');
    say(at, got);
    return OMBUD_OK;
}

static ombud_status judge_next_change(asking *at)
{
    ombud_day day = 0;
    ombud_status status = ombud_case_next_change(at->matter, &at->asof, &day, &at->trouble);
    if (status != OMBUD_OK && status != OMBUD_E_NOT_FOUND)
        return ombud__fail_as(at->err, &at->trouble);
    at->out->met = day_fits(&at->expected->due, status == OMBUD_OK, day);
    say_day(&at->out->got, "", status == OMBUD_OK, day);
    say_day(&at->out->holds, "expect next_change ", status == OMBUD_OK, day);
    return OMBUD_OK;
}

/* ---- verdicts and answers: what is missing ----------------------------------------------------------------------- */

/* The conditions of a verdict or of an answer, seen the same way. */
typedef struct lacking {
    const ombud_verdict *verdict;
    const ombud_answer *answer;
} lacking;

static size_t set_count(const lacking *of)
{
    return of->verdict ? ombud_verdict_set_count(of->verdict) : ombud_answer_set_count(of->answer);
}

static size_t set_size(const lacking *of, size_t set)
{
    return of->verdict ? ombud_verdict_set_size(of->verdict, set) : ombud_answer_set_size(of->answer, set);
}

static ombud_view unmet_name(const lacking *of, size_t set, size_t index)
{
    ombud_view none = {"", 0};
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    (void)(of->verdict ? ombud_verdict_unmet(of->verdict, set, index, &unmet)
                       : ombud_answer_unmet(of->answer, set, index, &unmet));
    /* Told as `Q-02 receipt`; what is missing is that the reading is chosen, whichever. */
    switch (unmet.kind) {
    case OMBUD_UNMET_READING:
        unmet.name.len = (size_t)((const char *)memchr(unmet.name.ptr, ' ', unmet.name.len) - unmet.name.ptr);
        return unmet.name;
    case OMBUD_UNMET_FACT:
    case OMBUD_UNMET_LENGTH: return unmet.name;
    default: return none;
    }
}

/* Whether a name is among those before (set, index); with the number of sets, among all. */
static int is_lacking(const lacking *of, ombud_view name, size_t last_set, size_t last_index)
{
    for (size_t set = 0; set < set_count(of) && set <= last_set; set++) {
        size_t end = set == last_set ? last_index : set_size(of, set);
        for (size_t i = 0; i < end; i++) {
            if (ombud__view_is(unmet_name(of, set, i), name))
                return 1;
        }
    }
    return 0;
}

static int missing_fits(const lacking *of, ombud_view list)
{
    ombud_view name;
    while (ombud__list_next(&list, &name)) {
        if (!is_lacking(of, name, set_count(of), 0))
            return 0;
    }
    return 1;
}

static void say_missing(asking *at, const lacking *of)
{
    int held = at->expected->missing.len > 0;
    const char *before = " missing=";
    for (size_t set = 0; set < set_count(of); set++) {
        for (size_t i = 0; i < set_size(of, set); i++) {
            ombud_view name = unmet_name(of, set, i);
            if (name.len == 0 || is_lacking(of, name, set, i))
                continue;
            ombud__out_z(&at->out->got, before);
            ombud__out_view(&at->out->got, name);
            if (held) {
                ombud__out_z(&at->out->holds, before);
                ombud__out_view(&at->out->holds, name);
            }
            before = ",";
        }
    }
}

/* Undetermined is no refuge: something must be named that would decide, unless the audience may not know what. */
static int names_what_decides(asking *at, int undetermined, const lacking *of)
{
    if (!undetermined || at->asof.has_audience || set_count(of) > 0)
        return 1;
    ombud__out_z(&at->out->got, "(nothing is named that would decide) ");
    return 0;
}

static ombud_status judge_may(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_verdict *verdict = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    size_t provision = SIZE_MAX;
    event.on = expected->day;
    event.line = expected->event;
    ombud_status status = ombud_case_may(at->matter, &event, &at->asof, &verdict, &at->trouble);
    if (fails(at, status))
        return status;
    lacking of = {verdict, NULL};
    ombud_ruling ruling = verdict ? ombud_verdict_ruling(verdict) : OMBUD_NOT_FORESEEN;
    decided_by(at, ombud_verdict_provision(verdict, &provision) == OMBUD_OK ? provision : SIZE_MAX);
    at->out->met = ruling == expected->ruling && because_fits(at) && missing_fits(&of, expected->missing) &&
                   names_what_decides(at, ruling == OMBUD_UNDETERMINED, &of);
    ombud__textline words = ombud__textline_over(expected->event.ptr, expected->event.len, 0, NULL);
    ombud_view word;
    ombud__out_z(&at->out->holds, "expect may ");
    while (ombud__textline_next(&words, &word)) {
        ombud__out_view(&at->out->holds, word);
        ombud__out_char(&at->out->holds, ' ');
    }
    say(at, ombud_ruling_name(ruling, ombud_law_force(at->law)));
    say_missing(at, &of);
    say_because(at);
    ombud_verdict_free(verdict);
    return OMBUD_OK;
}

static ombud_status judge_answer(asking *at)
{
    const ombud__expected *expected = at->expected;
    ombud_answer *answer = NULL;
    size_t provision = SIZE_MAX;
    ombud_status status =
        ombud_case_ask(at->matter, expected->name.ptr, expected->item.ptr, &at->asof, &answer, &at->trouble);
    if (fails(at, status))
        return status;
    lacking of = {NULL, answer};
    ombud_view value;
    switch (ombud_answer_outcome(answer)) {
    case OMBUD_ANSWERED: value = ombud_answer_value(answer); break;
    case OMBUD_ANSWER_UNDETERMINED: value = ombud_view_of("undetermined"); break;
    case OMBUD_ANSWER_CONFLICT: value = ombud_view_of("conflict"); break;
    default: value = ombud_view_of("none"); break;
    }
    decided_by(at, ombud_answer_provision(answer, &provision) == OMBUD_OK ? provision : SIZE_MAX);
    at->out->met = ombud__view_is(value, expected->value) && because_fits(at) && missing_fits(&of, expected->missing) &&
                   names_what_decides(at, ombud_answer_outcome(answer) == OMBUD_ANSWER_UNDETERMINED, &of);
    ombud__out_z(&at->out->holds, "expect answer ");
    hold_name_and_item(at);
    say_view(at, value);
    say_missing(at, &of);
    say_because(at);
    ombud_answer_free(answer);
    return OMBUD_OK;
}

ombud_status ombud__expectation_judge(const ombud__expected *expected, const ombud_case *matter, ombud__judged *out,
                                      ombud_error *err)
{
    static ombud_status (*const judges[])(asking * at) = {
        [OMBUD__EXPECT_TERM] = judge_term,
        [OMBUD__EXPECT_FINDING] = judge_finding,
        [OMBUD__EXPECT_NO_FINDING] = judge_no_finding,
        [OMBUD__EXPECT_STATE] = judge_state,
        [OMBUD__EXPECT_FACT] = judge_fact,
        [OMBUD__EXPECT_MAY] = judge_may,
        [OMBUD__EXPECT_ANSWER] = judge_answer,
        [OMBUD__EXPECT_NEXT_CHANGE] = judge_next_change,
    };
    asking at = {.expected = expected,
                 .matter = matter,
                 .law = ombud_case_law(matter),
                 .asof = OMBUD_ASOF_INIT,
                 .out = out,
                 .err = err};
    (void)ombud_error_init(&at.trouble, sizeof at.trouble);
    at.asof.day = expected->day;
    at.asof.has_known_by = expected->has_known_by;
    at.asof.known_by = expected->known_by;
    at.asof.has_audience = expected->has_audience;
    at.asof.audience = expected->audience;
    at.asof.audience_person = expected->audience_person;
    out->met = 0;
    out->has_provision = 0;
    out->provision = 0;
    return judges[expected->form](&at);
}
