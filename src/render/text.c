/*
 * The text face: heading, timeline, what is open now, findings, answers, the next change.
 */
#include "render/scene.h"
#include "render/step.h"

/* The columns, from 0: a day or status, what, who or why, and the citation against the right edge. */
enum { AT_DAY = 2, AT_WHAT = 21, AT_HOW = 57, AT_CITED = 95 };
enum {
    WIDE_DAY = AT_WHAT - AT_DAY - 1,
    WIDE_WHAT = AT_HOW - AT_WHAT - 1,
    WIDE_HOW = AT_CITED - AT_HOW - 1,
    WIDE_CITED = OMBUD__RENDER_WIDTH - AT_CITED
};

/* The four texts of a row. */
typedef struct columns {
    ombud__phrase day, what, how, cited;
    ombud__tint tint;
} columns;

static void begin(columns *row)
{
    ombud__phrase_begin(&row->day);
    ombud__phrase_begin(&row->what);
    ombud__phrase_begin(&row->how);
    ombud__phrase_begin(&row->cited);
    row->tint = OMBUD__PLAIN;
}

static void write_row(ombud__render_out *out, columns *row)
{
    ombud__render_cell cells[4] = {
        {AT_DAY, WIDE_DAY, 0, row->tint, {"", 0}},
        {AT_WHAT, WIDE_WHAT, 0, row->tint, {"", 0}},
        {AT_HOW, WIDE_HOW, 0, OMBUD__PLAIN, {"", 0}},
        {AT_CITED, WIDE_CITED, 1, OMBUD__FAINT, {"", 0}},
    };
    cells[0].text = ombud__phrase_end(&row->day);
    cells[1].text = ombud__phrase_end(&row->what);
    cells[2].text = ombud__phrase_end(&row->how);
    cells[3].text = ombud__phrase_end(&row->cited);
    ombud__render_row(out, cells, 4);
}

/* A line of its own, from a column on. */
static void write_line(ombud__render_out *out, size_t at, ombud__tint tint, ombud_view text)
{
    ombud__render_cell cell = {0, 0, 0, OMBUD__PLAIN, {"", 0}};
    cell.at = at;
    cell.width = OMBUD__RENDER_WIDTH - at;
    cell.tint = tint;
    cell.text = text;
    ombud__render_row(out, &cell, 1);
}

static void section(ombud__scene *scene, ombud__fixed word)
{
    ombud__render_z(&scene->out, "\n");
    write_line(&scene->out, 0, OMBUD__BOLD, ombud_view_of(ombud__fixed_word(word, &scene->voice)));
}

/* ---- heading ----------------------------------------------------------------------------------------------------- */

static void say_number_of_case(ombud__scene *scene, ombud__out *out)
{
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    ombud__out_number(&number, ombud_case_number(scene->matter));
    ombud__out_z(out, "  ");
    ombud__say_with(out, &scene->voice, OMBUD__W_CASE, ombud__fitted(digits, sizeof digits, number.length));
}

void ombud__say_wording(ombud__scene *scene, ombud__out *out)
{
    ombud__out_z(out, ombud__word_of_force(ombud_law_force(scene->law), &scene->voice));
    ombud__out_z(out, " \xC2\xB7 ");
    ombud__say_verified(out, &scene->voice, scene->asof.day);
}

/* Before all else: a page about a day of which the law has no text says so. */
static void say_missing_texts(ombud__scene *scene)
{
    ombud__texts texts = ombud__texts_on(scene);
    ombud__phrase line;
    if (texts.held && !texts.not_held)
        return;
    ombud__phrase_begin(&line);
    if (texts.held) {
        char digits[24];
        ombud__out number = {digits, sizeof digits, 0};
        ombud__out_number(&number, (int64_t)texts.not_held);
        ombud__say_with(&line.out, &scene->voice, OMBUD__W_SOME_NOT_HELD,
                        ombud__fitted(digits, sizeof digits, number.length));
    } else {
        ombud__say_word(&line.out, &scene->voice, texts.not_held ? OMBUD__W_NONE_HELD : OMBUD__W_NONE_IN_FORCE);
    }
    write_line(&scene->out, 0, OMBUD__YELLOW, ombud__phrase_end(&line));
}

static void heading(ombud__scene *scene)
{
    const ombud__voice *voice = &scene->voice;
    ombud__phrase left, right, day;
    ombud__phrase_begin(&left);
    ombud__out_view(&left.out, ombud_law_name(scene->law));
    if (scene->how.name.len) {
        ombud__out_z(&left.out, "  ");
        ombud__out_view(&left.out, scene->how.name);
    }
    if (ombud_case_number(scene->matter))
        say_number_of_case(scene, &left.out);
    ombud__phrase_begin(&right);
    ombud__phrase_begin(&day);
    ombud__say_full_day(&day.out, voice, scene->asof.day);
    ombud__say_with(&right.out, voice, OMBUD__W_AS_OF, ombud__phrase_end(&day));
    if (scene->asof.has_known_by) {
        ombud__out_z(&right.out, ", ");
        ombud__phrase_begin(&day);
        ombud__say_day(&day.out, voice, scene->asof.known_by);
        ombud__say_with(&right.out, voice, OMBUD__W_KNOWN_BY, ombud__phrase_end(&day));
    }
    ombud_view on_the_right = ombud__phrase_end(&right);
    size_t width = ombud__columns(on_the_right);
    width = width < OMBUD__RENDER_WIDTH / 2 ? width : OMBUD__RENDER_WIDTH / 2;
    ombud__render_cell cells[2] = {
        {0, OMBUD__RENDER_WIDTH - width - 2, 0, OMBUD__BOLD, ombud__phrase_end(&left)},
        {OMBUD__RENDER_WIDTH - width, width, 1, OMBUD__PLAIN, on_the_right},
    };
    ombud__render_row(&scene->out, cells, 2);
    ombud_view title = ombud_law_title(scene->law, voice->lang);
    if (title.len)
        write_line(&scene->out, 0, OMBUD__PLAIN, title);
    ombud__phrase_begin(&left);
    ombud__say_wording(scene, &left.out);
    write_line(&scene->out, 0, OMBUD__PLAIN, ombud__phrase_end(&left));
    say_missing_texts(scene);
}

/* ---- timeline ---------------------------------------------------------------------------------------------------- */

static void timeline(ombud__scene *scene)
{
    size_t count = ombud_timeline_count(scene->timeline);
    columns row;
    if (count)
        ombud__render_z(&scene->out, "\n");
    for (size_t i = 0; i < count && !scene->out.stopped; i++) {
        ombud_step step = OMBUD_STEP_INIT;
        int32_t weekday = 1;
        (void)ombud_timeline_get(scene->timeline, i, &step);
        int event = step.kind == OMBUD_STEP_EVENT;
        int unlawful = event && step.ruling && step.ruling != OMBUD_PERMITTED;
        begin(&row);
        ombud__out_day(&row.day.out, step.on);
        (void)ombud_day_weekday(step.on, &weekday);
        ombud__out_char(&row.day.out, ' ');
        ombud__out_z(&row.day.out, ombud__word_of_weekday(weekday, 1, &scene->voice));
        ombud__say_step(scene, i, &step, &row.what.out, &row.how.out);
        /* The article stands where it decides: at last days, and where an act was not permitted. */
        if (!event || unlawful)
            ombud__say_citation(&row.cited.out, &scene->voice, step.provision);
        row.tint = unlawful ? OMBUD__RED : event ? OMBUD__PLAIN : OMBUD__FAINT;
        write_row(&scene->out, &row);
    }
}

/* ---- now --------------------------------------------------------------------------------------------------------- */

static void say_standing(ombud__out *out, const ombud__voice *voice, const ombud_term *term)
{
    if (term->status == OMBUD_TERM_OVERDUE)
        ombud__say_with_count(out, voice, OMBUD__W_OVERDUE, term->days);
    else if (term->no_due != OMBUD_DUE_KNOWN)
        ombud__say_word(out, voice, OMBUD__W_NO_LAST_DAY);
    else if (term->days == 0)
        ombud__say_word(out, voice, OMBUD__W_LAST_DAY_NOW);
    else
        ombud__say_with_count(out, voice, OMBUD__W_LEFT, term->days);
}

static void open_term(ombud__scene *scene, const ombud_term *term)
{
    const ombud__voice *voice = &scene->voice;
    columns row;
    begin(&row);
    row.tint = term->status == OMBUD_TERM_OVERDUE ? OMBUD__RED : OMBUD__PLAIN;
    say_standing(&row.day.out, voice, term);
    ombud__say_item(&row.what.out, term->item_prefix, term->item_number);
    ombud__out_char(&row.what.out, ' ');
    ombud__say_label(&row.what.out, voice, OMBUD_WORD_TERM, ombud__kind_of_prefix(scene->law, term->item_prefix),
                     term->name);
    ombud__say_roles(&row.how.out, voice, term->bearer);
    if (term->addressee) {
        ombud__out_z(&row.how.out, " \xE2\x86\x92 ");
        ombud__say_roles(&row.how.out, voice, term->addressee);
    }
    ombud__out_z(&row.how.out, row.how.out.length ? ombud__word_semicolon(voice) : "");
    if (term->no_due == OMBUD_DUE_KNOWN)
        ombud__say_with_day(&row.how.out, voice, OMBUD__W_DUE, term->due);
    /* An overdue term's derivation stands in the timeline already. */
    if (term->status != OMBUD_TERM_OVERDUE) {
        ombud__out_z(&row.how.out, term->no_due == OMBUD_DUE_KNOWN ? " = " : "");
        ombud__say_derivation(&row.how.out, voice, term);
    }
    ombud__say_citation(&row.cited.out, voice, term->provision);
    write_row(&scene->out, &row);
}

static void open_terms(ombud__scene *scene)
{
    size_t count = ombud_terms_count(scene->terms), shown = 0;
    section(scene, OMBUD__W_NOW);
    for (int late = 1; late >= 0; late--) {
        for (size_t i = 0; i < count && !scene->out.stopped; i++) {
            ombud_term term = OMBUD_TERM_INIT;
            (void)ombud_terms_get(scene->terms, i, &term);
            if (term.status == (late ? OMBUD_TERM_OVERDUE : OMBUD_TERM_OPEN)) {
                open_term(scene, &term);
                shown++;
            }
        }
    }
    if (!shown)
        write_line(&scene->out, AT_DAY, OMBUD__GREEN,
                   ombud_view_of(ombud__fixed_word(OMBUD__W_NOTHING_OPEN, &scene->voice)));
}

/* ---- findings ---------------------------------------------------------------------------------------------------- */

static void one_finding(ombud__scene *scene, const ombud_finding *finding)
{
    const ombud__voice *voice = &scene->voice;
    ombud_view kind = ombud__kind_of_prefix(scene->law, finding->item_prefix);
    columns row;
    begin(&row);
    row.tint = finding->cured_by ? OMBUD__YELLOW : OMBUD__RED;
    ombud__say_with_day(&row.day.out, voice, OMBUD__W_SINCE, finding->since);
    ombud__say_item(&row.what.out, finding->item_prefix, finding->item_number);
    ombud__out_char(&row.what.out, ' ');
    /* A duty's or an event's label; a requirement has but its name. */
    ombud__say_label(&row.what.out, voice, finding->position ? OMBUD_WORD_EVENT : OMBUD_WORD_TERM, kind, finding->name);
    ombud__out_z(&row.what.out, ombud__word_colon(voice));
    ombud__say_found(&row.what.out, voice, finding);
    if (finding->cured_by)
        ombud__say_cure(&row.how.out, voice, finding);
    else if (finding->by)
        ombud__say_person(&row.how.out, voice, scene->matter, &scene->asof, finding->by);
    else
        ombud__say_roles(&row.how.out, voice, finding->answerable);
    ombud__say_citation(&row.cited.out, voice, finding->provision);
    write_row(&scene->out, &row);
}

static void each_finding(ombud__scene *scene, const ombud_findings *list)
{
    size_t count = ombud_findings_count(list);
    for (size_t i = 0; i < count && !scene->out.stopped; i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        (void)ombud_findings_get(list, i, &finding);
        one_finding(scene, &finding);
    }
}

static void findings(ombud__scene *scene)
{
    section(scene, OMBUD__W_FINDINGS);
    each_finding(scene, scene->findings);
    if (!ombud_findings_count(scene->findings))
        write_line(&scene->out, AT_DAY, OMBUD__GREEN,
                   ombud_view_of(ombud__fixed_word(OMBUD__W_NO_FINDINGS, &scene->voice)));
    if (ombud_findings_count(scene->cured)) {
        section(scene, OMBUD__W_CURED);
        each_finding(scene, scene->cured);
    }
}

/* ---- answers ----------------------------------------------------------------------------------------------------- */

/* The cheapest set that would decide, at most so many of its conditions, and how many other sets there are. */
enum { CONDITIONS_SHOWN = 4 };
static void say_deciders(ombud__out *out, const ombud__voice *voice, const ombud_answer *answer)
{
    size_t sets = ombud_answer_set_count(answer), size = ombud_answer_set_size(answer, 0);
    size_t shown = size > CONDITIONS_SHOWN + 1 ? CONDITIONS_SHOWN : size;
    for (size_t i = 0; i < shown; i++) {
        ombud_unmet unmet = OMBUD_UNMET_INIT;
        (void)ombud_answer_unmet(answer, 0, i, &unmet);
        ombud__out_z(out, i ? ", " : "");
        ombud__say_decider(out, voice, &unmet);
    }
    if (shown < size) {
        char digits[24];
        ombud__out number = {digits, sizeof digits, 0};
        ombud__out_number(&number, (int64_t)(size - shown));
        ombud__out_z(out, ", ");
        ombud__say_with(out, voice, OMBUD__W_OTHERS, ombud__fitted(digits, sizeof digits, number.length));
    }
    if (sets > 1) {
        ombud__out_z(out, ombud__word_semicolon(voice));
        ombud__say_more_ways(out, voice, sets - 1);
    }
}

/* A row with the item and the question; what is answered stands in its third column. */
static void begin_answer(columns *row, const ombud__scene *scene, const char *item, const ombud_word *question,
                         const ombud_answer *answer)
{
    size_t provision = SIZE_MAX;
    begin(row);
    ombud__out_z(&row->day.out, item);
    ombud__out_view(&row->what.out, question->label);
    if (ombud_answer_provision(answer, &provision) == OMBUD_OK)
        ombud__say_citation(&row->cited.out, &scene->voice, provision);
}

static void decided_answer(ombud__scene *scene, const char *item, const ombud_word *question,
                           const ombud_answer *answer)
{
    const ombud__voice *voice = &scene->voice;
    ombud_outcome outcome = ombud_answer_outcome(answer);
    columns row;
    if (outcome == OMBUD_ANSWER_UNDETERMINED)
        return;
    begin_answer(&row, scene, item, question, answer);
    if (outcome == OMBUD_ANSWERED) {
        ombud_view value = ombud_answer_value(answer);
        ombud_view none = {"", 0};
        if (ombud__view_is_z(value, "yes") || ombud__view_is_z(value, "no"))
            ombud__say_word(&row.how.out, voice, ombud__view_is_z(value, "yes") ? OMBUD__W_YES : OMBUD__W_NO);
        else
            ombud__say_label(&row.how.out, voice, OMBUD_WORD_VALUE, none, value);
    } else {
        row.tint = OMBUD__RED;
        ombud__say_word(&row.how.out, voice, OMBUD__W_CONFLICT);
    }
    if (!scene->answers++)
        section(scene, OMBUD__W_ANSWERS);
    write_row(&scene->out, &row);
}

static void open_answer(ombud__scene *scene, const char *item, const ombud_word *question, const ombud_answer *answer)
{
    ombud__phrase deciders;
    columns row;
    if (ombud_answer_outcome(answer) != OMBUD_ANSWER_UNDETERMINED)
        return;
    begin_answer(&row, scene, item, question, answer);
    row.tint = OMBUD__YELLOW;
    ombud__phrase_begin(&deciders);
    say_deciders(&deciders.out, &scene->voice, answer);
    if (deciders.out.length)
        ombud__say_with(&row.how.out, &scene->voice, OMBUD__W_DECIDED_BY, ombud__phrase_end(&deciders));
    if (!scene->answers++)
        section(scene, OMBUD__W_OPEN_ANSWERS);
    write_row(&scene->out, &row);
}

/* What is decided first. */
static ombud_status answers(ombud__scene *scene)
{
    ombud_status status = ombud__each_answer(scene, decided_answer);
    scene->answers = 0;
    return status == OMBUD_OK ? ombud__each_answer(scene, open_answer) : status;
}

/* ---- the end ----------------------------------------------------------------------------------------------------- */

/* The provision a reader will want to see: of what is overdue, else of the first finding, else of what is open. */
static size_t provision_to_show(const ombud__scene *scene)
{
    static const ombud_term_status wanted[] = {OMBUD_TERM_OVERDUE, OMBUD_TERM_OPEN};
    ombud_finding finding = OMBUD_FINDING_INIT;
    for (size_t pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < ombud_terms_count(scene->terms); i++) {
            ombud_term term = OMBUD_TERM_INIT;
            (void)ombud_terms_get(scene->terms, i, &term);
            if (term.status == wanted[pass] && term.provision != SIZE_MAX)
                return term.provision;
        }
        if (pass == 0 && ombud_findings_get(scene->findings, 0, &finding) == OMBUD_OK && finding.provision != SIZE_MAX)
            return finding.provision;
    }
    return SIZE_MAX;
}

static void ending(ombud__scene *scene)
{
    const ombud__voice *voice = &scene->voice;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud__phrase line, part;
    ombud__phrase_begin(&line);
    if (scene->has_next_change) {
        ombud__phrase_begin(&part);
        ombud__say_full_day(&part.out, voice, scene->next_change);
        ombud__say_with(&line.out, voice, OMBUD__W_NEXT_CHANGE, ombud__phrase_end(&part));
    } else {
        ombud__say_word(&line.out, voice, OMBUD__W_NO_NEXT_CHANGE);
    }
    size_t show = provision_to_show(scene);
    if (show != SIZE_MAX) {
        (void)ombud_law_provision(scene->law, show, voice->lang, &provision);
        ombud__phrase_begin(&part);
        ombud__out_view(&part.out, ombud_law_name(scene->law));
        ombud__out_char(&part.out, ':');
        ombud__out_view(&part.out, provision.id);
        ombud__out_char(&line.out, ' ');
        ombud__say_with(&line.out, voice, OMBUD__W_HINT, ombud__phrase_end(&part));
    }
    ombud__render_z(&scene->out, "\n");
    write_line(&scene->out, 0, OMBUD__PLAIN, ombud__phrase_end(&line));
}

ombud_status ombud__text_case(ombud__scene *scene)
{
    heading(scene);
    timeline(scene);
    open_terms(scene);
    findings(scene);
    ombud_status status = answers(scene);
    if (status == OMBUD_OK)
        ending(scene);
    return status;
}

ombud_status ombud__text_findings(ombud__scene *scene)
{
    heading(scene);
    findings(scene);
    return OMBUD_OK;
}
