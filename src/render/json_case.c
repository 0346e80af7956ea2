/*
 * The JSON face of a case: one object on one line, its keys always the same and in the same order (docs/json.md).
 */
#include "kernel/audience.h"
#include "kernel/enums.h"
#include "kernel/error.h"
#include "kernel/result.h"
#include "render/json.h"
#include "render/step.h"

static const char *no_due_name(ombud_no_due no_due)
{
    static const char *const names[] = {"",        "no_period",    "length_unset", "not_started",
                                        "no_text", "out_of_range", "no_calendar",  "undetermined"};
    return names[no_due];
}

/* Begins an element of an array. */
static void element(ombud__render_out *out, size_t index)
{
    ombud__render_z(out, index ? ",{" : "{");
}

static void explained(ombud__scene *scene, int *first, char *buffer, size_t capacity, size_t length)
{
    ombud__json_text(&scene->out, first, "text", ombud__fitted(buffer, capacity, length));
}

/* ---- what it rests on -------------------------------------------------------------------------------------------- */

static void digest(ombud__render_out *out, int *first, const char *key, uint64_t value)
{
    char text[24];
    ombud__out hex = {text, sizeof text, 0};
    ombud__out_hex(&hex, value, 16);
    ombud__json_text(out, first, key, ombud__fitted(text, sizeof text, hex.length));
}

static void receipt(ombud__scene *scene, int *outer)
{
    ombud__render_out *out = &scene->out;
    const ombud_receipt *rests = &scene->receipt;
    int first = 1;
    ombud__json_key(out, outer, "receipt");
    ombud__render_z(out, "{");
    ombud__json_number(out, &first, "library_version", rests->library_version);
    ombud__json_text(out, &first, "law", rests->law);
    ombud__json_text(out, &first, "source", rests->source);
    digest(out, &first, "law_digest", rests->law_digest);
    digest(out, &first, "settings_digest", rests->settings_digest);
    ombud__json_day(out, &first, "as_of", 1, rests->as_of);
    ombud__json_day(out, &first, "known_by", rests->has_known_by, rests->known_by);
    ombud__json_truth(out, &first, "verified", rests->verified);
    ombud__json_number(out, &first, "events", (int64_t)rests->events);
    ombud__render_z(out, "}");
}

static void law(ombud__scene *scene, int *outer)
{
    ombud__render_out *out = &scene->out;
    ombud_force force = ombud_law_force(scene->law);
    ombud_day verified = 0;
    int there = ombud_law_verified(scene->law, &verified) == OMBUD_OK;
    ombud__texts texts = ombud__texts_on(scene);
    int first = 1;
    ombud__json_key(out, outer, "law");
    ombud__render_z(out, "{");
    ombud__json_text(out, &first, "name", ombud_law_name(scene->law));
    ombud__json_name(out, &first, "title", ombud_law_title(scene->law, scene->voice.lang));
    ombud__json_name(out, &first, "force", ombud_view_of(ombud__force_word(force)));
    ombud__json_day(out, &first, "verified", there, verified);
    ombud__json_name(out, &first, "wording",
                     ombud_view_of(texts.held       ? texts.not_held ? "partly_held" : "held"
                                   : texts.not_held ? "not_held"
                                                    : "not_in_force"));
    ombud__render_z(out, "}");
}

static void head(ombud__scene *scene, int *first, const char *kind)
{
    ombud__render_out *out = &scene->out;
    int64_t number = ombud_case_number(scene->matter);
    ombud__render_z(out, "{");
    ombud__json_text(out, first, "kind", ombud_view_of(kind));
    ombud__json_name(out, first, "name", scene->how.name);
    ombud__json_key(out, first, "case");
    if (number)
        ombud__render_number(out, number);
    else
        ombud__render_z(out, "null");
    law(scene, first);
    ombud__json_day(out, first, "as_of", 1, scene->asof.day);
    ombud__json_day(out, first, "known_by", scene->asof.has_known_by, scene->asof.known_by);
}

/* ---- items and steps --------------------------------------------------------------------------------------------- */

static ombud_status items(ombud__scene *scene, int *outer)
{
    ombud__render_out *out = &scene->out;
    size_t count = ombud_case_item_count(scene->matter), shown = 0;
    ombud__json_key(out, outer, "items");
    ombud__render_z(out, "[");
    for (size_t i = 0; i < count; i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        ombud_view state = {"", 0};
        char name[OMBUD__ITEM_NAME_MAX];
        int first = 1;
        ombud_error local;
        (void)ombud_error_init(&local, sizeof local);
        (void)ombud_case_item_at(scene->matter, i, &item);
        ombud__item_name(&item, name);
        ombud_status status = ombud_case_state(scene->matter, name, &scene->asof, &state, &local);
        if (status == OMBUD_E_NOT_FOUND) {
            /* It was not there yet on that day. */
            continue;
        }
        if (status != OMBUD_OK)
            return ombud__fail_as(scene->err, &local);
        element(out, shown++);
        ombud__json_text(out, &first, "item", ombud_view_of(name));
        ombud__json_text(out, &first, "kind", item.kind);
        ombud__json_name(out, &first, "state", state);
        ombud__json_roles(out, &first, "roles", scene->law, ombud__roles_shown(scene->matter, &scene->asof, &item));
        ombud__render_z(out, "}");
    }
    ombud__render_z(out, "]");
    return OMBUD_OK;
}

static void one_step(ombud__scene *scene, size_t index, const ombud_step *step)
{
    static const char *const kinds[] = {"", "event", "due", "then"};
    ombud__render_out *out = &scene->out;
    char line[OMBUD__ENTRY_MAX];
    ombud__phrase text;
    ombud_view written = {"", 0};
    int first = 1, event = step->kind == OMBUD_STEP_EVENT;
    if (event)
        written = ombud__entry_of(scene, step->position, line, sizeof line);
    element(out, index);
    ombud__json_text(out, &first, "kind", ombud_view_of(kinds[step->kind]));
    ombud__json_day(out, &first, "on", 1, step->on);
    ombud__json_day(out, &first, "entered", event, step->entered);
    ombud__json_number(out, &first, "position", (int64_t)step->position);
    ombud__json_text(out, &first, "name", step->name);
    ombud__json_item(out, &first, "item", step->item_prefix, step->item_number);
    ombud__json_key(out, &first, "by");
    if (step->by)
        ombud__render_number(out, step->by);
    else
        ombud__render_z(out, "null");
    if (step->role.len)
        ombud__json_text(out, &first, "role", step->role);
    ombud__json_name(out, &first, "ruling",
                     step->ruling ? ombud_view_of(ombud_ruling_name(step->ruling, ombud_law_force(scene->law)))
                                  : ombud_view_of(""));
    ombud__json_provision(out, &first, &scene->voice, step->provision);
    ombud__json_name(out, &first, "state", step->state);
    ombud__json_name(out, &first, "line", written);
    ombud__say_whole_step(scene, index, &text);
    ombud__json_text(out, &first, "text", ombud__phrase_end(&text));
    ombud__render_z(out, "}");
}

static void timeline(ombud__scene *scene, int *outer)
{
    ombud__json_key(&scene->out, outer, "timeline");
    ombud__render_z(&scene->out, "[");
    for (size_t i = 0; i < ombud_timeline_count(scene->timeline) && !scene->out.stopped; i++) {
        ombud_step step = OMBUD_STEP_INIT;
        (void)ombud_timeline_get(scene->timeline, i, &step);
        one_step(scene, i, &step);
    }
    ombud__render_z(&scene->out, "]");
}

/* ---- terms and findings ------------------------------------------------------------------------------------------ */

static void steps(ombud__render_out *out, int *outer, const ombud_term *term)
{
    char period[16] = "";
    int first = 1;
    ombud__json_key(out, outer, "steps");
    if (term->no_due != OMBUD_DUE_KNOWN) {
        ombud__render_z(out, "null");
        return;
    }
    (void)ombud_period_format(term->steps.period, period, sizeof period);
    ombud__render_z(out, "{");
    ombud__json_day(out, &first, "start", 1, term->steps.start);
    ombud__json_text(out, &first, "period", ombud_view_of(period));
    ombud__json_truth(out, &first, "month_end", term->steps.month_end);
    ombud__json_day(out, &first, "unrolled", 1, term->steps.unrolled);
    ombud__json_text(out, &first, "roll", ombud_view_of(ombud__roll_word(term->steps.roll)));
    ombud__json_number(out, &first, "rolled_days", term->steps.rolled_days);
    ombud__json_name(
        out, &first, "because",
        ombud_view_of(term->steps.because == OMBUD_HOLIDAY_NONE ? "" : ombud_holiday_name(term->steps.because)));
    ombud__render_z(out, "}");
}

static void one_term(ombud__scene *scene, size_t index, const ombud_term *term)
{
    ombud__render_out *out = &scene->out;
    char text[OMBUD__PHRASE_MAX];
    ombud__phrase label;
    int first = 1;
    element(out, index);
    ombud__phrase_begin(&label);
    ombud__say_label(&label.out, &scene->voice, OMBUD_WORD_TERM, ombud__kind_of_prefix(scene->law, term->item_prefix),
                     term->name);
    ombud__json_text(out, &first, "name", term->name);
    ombud__json_text(out, &first, "label", ombud__phrase_end(&label));
    ombud__json_item(out, &first, "item", term->item_prefix, term->item_number);
    ombud__json_truth(out, &first, "duty", term->duty);
    ombud__json_text(out, &first, "status", ombud_view_of(ombud_term_status_name(term->status)));
    ombud__json_truth(out, &first, "extended", term->extended);
    ombud__json_roles(out, &first, "bearer", scene->law, term->bearer);
    ombud__json_roles(out, &first, "addressee", scene->law, term->addressee);
    ombud__json_provision(out, &first, &scene->voice, term->provision);
    ombud__json_day(out, &first, "opened", 1, term->opened);
    ombud__json_day(out, &first, "due", term->no_due == OMBUD_DUE_KNOWN, term->due);
    ombud__json_name(out, &first, "no_due", ombud_view_of(no_due_name(term->no_due)));
    ombud__json_name(out, &first, "length", term->length);
    steps(out, &first, term);
    ombud__json_day(out, &first, "closed", term->has_closed, term->closed);
    ombud__json_number(out, &first, "days", term->days);
    ombud__json_name(out, &first, "reading", term->reading);
    explained(scene, &first, text, sizeof text,
              ombud_explain_term(scene->terms, index, scene->voice.lang, text, sizeof text));
    ombud__render_z(out, "}");
}

static void terms(ombud__scene *scene, int *outer)
{
    ombud__json_key(&scene->out, outer, "terms");
    ombud__render_z(&scene->out, "[");
    for (size_t i = 0; i < ombud_terms_count(scene->terms) && !scene->out.stopped; i++) {
        ombud_term term = OMBUD_TERM_INIT;
        (void)ombud_terms_get(scene->terms, i, &term);
        one_term(scene, i, &term);
    }
    ombud__render_z(&scene->out, "]");
}

static void one_finding(ombud__scene *scene, const ombud_findings *list, size_t index)
{
    ombud__render_out *out = &scene->out;
    ombud_finding finding = OMBUD_FINDING_INIT;
    char text[OMBUD__PHRASE_MAX];
    int first = 1;
    (void)ombud_findings_get(list, index, &finding);
    element(out, index);
    ombud__json_text(out, &first, "kind", ombud_view_of(ombud_finding_kind_name(finding.kind)));
    ombud__json_text(out, &first, "name", finding.name);
    ombud__json_item(out, &first, "item", finding.item_prefix, finding.item_number);
    ombud__json_day(out, &first, "since", 1, finding.since);
    ombud__json_day(out, &first, "until", finding.has_until, finding.until);
    ombud__json_provision(out, &first, &scene->voice, finding.provision);
    ombud__json_roles(out, &first, "answerable", scene->law, finding.answerable);
    ombud__json_key(out, &first, "by");
    if (finding.by)
        ombud__render_number(out, finding.by);
    else
        ombud__render_z(out, "null");
    ombud__json_number(out, &first, "position", (int64_t)finding.position);
    if (list == scene->cured) {
        ombud__json_number(out, &first, "cured_by", (int64_t)finding.cured_by);
        ombud__json_day(out, &first, "cured_on", 1, finding.cured_on);
    }
    explained(scene, &first, text, sizeof text,
              ombud_explain_finding(list, index, scene->voice.lang, text, sizeof text));
    ombud__render_z(out, "}");
}

static void findings(ombud__scene *scene, int *outer, const char *key, const ombud_findings *list)
{
    ombud__json_key(&scene->out, outer, key);
    ombud__render_z(&scene->out, "[");
    for (size_t i = 0; i < ombud_findings_count(list) && !scene->out.stopped; i++)
        one_finding(scene, list, i);
    ombud__render_z(&scene->out, "]");
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

static void one_answer(ombud__scene *scene, const char *item, const ombud_word *question, const ombud_answer *answer)
{
    static const char *const outcomes[] = {"", "answered", "undetermined", "none", "conflict"};
    ombud__render_out *out = &scene->out;
    ombud_outcome outcome = ombud_answer_outcome(answer);
    char text[OMBUD__PHRASE_MAX];
    size_t provision = SIZE_MAX, sets = ombud_answer_set_count(answer);
    int first = 1;
    element(out, scene->answers++);
    ombud__json_text(out, &first, "question", ombud__unqualified(question->name));
    ombud__json_text(out, &first, "item", ombud_view_of(item));
    ombud__json_text(out, &first, "outcome", ombud_view_of(outcomes[outcome]));
    ombud__json_name(out, &first, "value", ombud_answer_value(answer));
    (void)ombud_answer_provision(answer, &provision); /* an open answer has none */
    ombud__json_provision(out, &first, &scene->voice, provision);
    ombud__json_key(out, &first, "unmet");
    ombud__render_z(out, "[");
    for (size_t set = 0; set < sets; set++) {
        size_t size = ombud_answer_set_size(answer, set);
        ombud__render_z(out, set ? ",[" : "[");
        for (size_t i = 0; i < size; i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            (void)ombud_answer_unmet(answer, set, i, &unmet);
            ombud__render_z(out, i ? "," : "");
            ombud__json_unmet(out, &scene->voice, &unmet);
        }
        ombud__render_z(out, "]");
    }
    ombud__render_z(out, "]");
    ombud__json_stated(out, &first, &scene->voice, &answer->stated);
    explained(scene, &first, text, sizeof text, ombud_explain_answer(answer, scene->voice.lang, text, sizeof text));
    ombud__render_z(out, "}");
}

ombud_status ombud__json_case(ombud__scene *scene)
{
    int first = 1;
    head(scene, &first, "case");
    ombud_status status = items(scene, &first);
    if (status != OMBUD_OK)
        return status;
    timeline(scene, &first);
    terms(scene, &first);
    findings(scene, &first, "findings", scene->findings);
    findings(scene, &first, "cured", scene->cured);
    ombud__json_key(&scene->out, &first, "answers");
    ombud__render_z(&scene->out, "[");
    status = ombud__each_answer(scene, one_answer);
    if (status != OMBUD_OK)
        return status;
    ombud__render_z(&scene->out, "]");
    ombud__json_day(&scene->out, &first, "next_change", scene->has_next_change, scene->next_change);
    receipt(scene, &first);
    ombud__render_z(&scene->out, "}\n");
    return OMBUD_OK;
}

ombud_status ombud__json_findings(ombud__scene *scene)
{
    int first = 1;
    head(scene, &first, "findings");
    findings(scene, &first, "findings", scene->findings);
    findings(scene, &first, "cured", scene->cured);
    receipt(scene, &first);
    ombud__render_z(&scene->out, "}\n");
    return OMBUD_OK;
}
