/* One answer in one sentence: what it is, why, and the provision it rests on. The same pieces of sentences as the text
 * face. */
#include "kernel/result.h"
#include "render/phrase.h"

static ombud__voice voice_for(const ombud_law *law, ombud_lang lang, ombud_day day)
{
    ombud__voice voice = {law, lang, 0};
    (void)ombud_day_civil(day, &voice.year, NULL, NULL);
    return voice;
}

static void say_about(ombud__out *out, const ombud__voice *voice, ombud_word_kind sort, ombud_view prefix,
                      int64_t number, ombud_view name)
{
    ombud__say_item(out, prefix, number);
    ombud__out_char(out, ' ');
    ombud__say_label(out, voice, sort, ombud__kind_of_prefix(voice->law, prefix), name);
}

static void say_source(ombud__out *out, const ombud__voice *voice, size_t provision)
{
    if (provision == SIZE_MAX)
        return;
    ombud__out_z(out, " \xE2\x80\x94 ");
    ombud__say_citation(out, voice, provision);
}

static void say_sets(ombud__out *out, const ombud__voice *voice, const ombud__reasons *reasons)
{
    for (size_t set = 0; set < reasons->set_count; set++) {
        size_t size = ombud__reasons_size(reasons, set);
        if (set > 0) {
            ombud__out_z(out, ombud__word_semicolon(voice));
            ombud__say_word(out, voice, OMBUD__W_OR);
            ombud__out_char(out, ' ');
        }
        for (size_t i = 0; i < size; i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            (void)ombud__reasons_get(reasons, set, i, &unmet);
            ombud__out_z(out, i > 0 ? ", " : "");
            ombud__say_unmet(out, voice, &unmet);
        }
    }
}

size_t ombud_explain_verdict(const ombud_verdict *verdict, ombud_lang lang, char *buffer, size_t capacity)
{
    ombud__out out = {buffer, buffer == NULL ? 0 : capacity, 0};
    size_t provision = SIZE_MAX;
    if (verdict == NULL)
        return 0;
    ombud__voice voice = voice_for(verdict->law, lang, verdict->on);
    say_about(&out, &voice, OMBUD_WORD_EVENT, verdict->item_prefix, verdict->item_number,
              verdict->law->events[verdict->event].word.full);
    ombud__out_z(&out, ombud__word_colon(&voice));
    ombud__out_z(&out, ombud__word_of_ruling(ombud_verdict_ruling(verdict), ombud_law_force(verdict->law), &voice));
    if (ombud_verdict_provision(verdict, &provision) == OMBUD_OK)
        say_source(&out, &voice, provision);
    if (verdict->reasons.set_count > 0) {
        ombud__out_z(&out, ". ");
        ombud__say_word(&out, &voice, OMBUD__W_WOULD_PASS);
        ombud__out_char(&out, ' ');
        say_sets(&out, &voice, &verdict->reasons);
    }
    return out.length;
}

size_t ombud_explain_answer(const ombud_answer *answer, ombud_lang lang, char *buffer, size_t capacity)
{
    ombud__out out = {buffer, buffer == NULL ? 0 : capacity, 0};
    size_t provision = SIZE_MAX;
    if (answer == NULL)
        return 0;
    ombud__voice voice = voice_for(answer->law, lang, 0);
    ombud_word question = OMBUD_WORD_INIT;
    (void)ombud_law_word(answer->law, OMBUD_WORD_QUESTION, answer->question, lang, &question);
    ombud__say_item(&out, answer->item_prefix, answer->item_number);
    ombud__out_char(&out, ' ');
    ombud__out_view(&out, question.label);
    ombud__out_z(&out, ombud__word_behind(question.label, &voice));
    switch (answer->outcome) {
    case OMBUD_ANSWERED:
        ombud__say_label(&out, &voice, OMBUD_WORD_VALUE, (ombud_view){"", 0}, ombud_answer_value(answer));
        break;
    case OMBUD_ANSWER_UNDETERMINED: ombud__say_word(&out, &voice, OMBUD__W_UNDETERMINED); break;
    case OMBUD_ANSWER_CONFLICT: ombud__say_word(&out, &voice, OMBUD__W_CONFLICT); break;
    default: ombud__out_char(&out, '-');
    }
    if (ombud_answer_provision(answer, &provision) == OMBUD_OK)
        say_source(&out, &voice, provision);
    if (answer->reasons.set_count > 0) {
        ombud__out_z(&out, ". ");
        ombud__say_word(&out, &voice, OMBUD__W_WOULD_PASS);
        ombud__out_char(&out, ' ');
        say_sets(&out, &voice, &answer->reasons);
    }
    return out.length;
}

size_t ombud_explain_term(const ombud_terms *terms, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    ombud__out out = {buffer, buffer == NULL ? 0 : capacity, 0};
    ombud_term t = OMBUD_TERM_INIT;
    if (ombud_terms_get(terms, index, &t) != OMBUD_OK)
        return 0;
    ombud__voice voice = voice_for(terms->law, lang, terms->day);
    say_about(&out, &voice, OMBUD_WORD_TERM, t.item_prefix, t.item_number, t.name);
    ombud__out_z(&out, ombud__word_colon(&voice));
    ombud__say_status(&out, &voice, &t);
    if (t.no_due == OMBUD_DUE_KNOWN) {
        ombud__out_z(&out, ", ");
        ombud__say_with_day(&out, &voice, OMBUD__W_DUE, t.due);
    }
    ombud__out_z(&out, " (");
    ombud__say_derivation(&out, &voice, &t);
    ombud__out_char(&out, ')');
    if (t.bearer != 0) {
        ombud__out_z(&out, ", ");
        ombud__say_roles(&out, &voice, t.bearer);
    }
    say_source(&out, &voice, t.provision);
    return out.length;
}

size_t ombud_explain_finding(const ombud_findings *findings, size_t index, ombud_lang lang, char *buffer,
                             size_t capacity)
{
    ombud__out out = {buffer, buffer == NULL ? 0 : capacity, 0};
    ombud_finding f = OMBUD_FINDING_INIT;
    if (ombud_findings_get(findings, index, &f) != OMBUD_OK)
        return 0;
    ombud__voice voice = voice_for(findings->law, lang, f.since);
    say_about(&out, &voice, findings->of[index] == OMBUD__OF_EVENT ? OMBUD_WORD_EVENT : OMBUD_WORD_TERM, f.item_prefix,
              f.item_number, f.name);
    ombud__out_z(&out, ombud__word_colon(&voice));
    if (f.kind == OMBUD_LATE && f.has_until)
        ombud__say_with_day(&out, &voice, OMBUD__W_LATE_MET, f.until);
    else
        ombud__say_word(&out, &voice,
                        f.kind == OMBUD_BREACH ? ombud__word_of_breach(findings->law)
                        : f.kind == OMBUD_LATE ? OMBUD__W_LATE
                                               : OMBUD__W_NOT_SHOWN);
    ombud__out_z(&out, ", ");
    ombud__say_with_day(&out, &voice, OMBUD__W_SINCE, f.since);
    if (f.has_until && f.kind != OMBUD_LATE) {
        ombud__out_char(&out, ' ');
        ombud__say_with_day(&out, &voice, OMBUD__W_UNTIL, f.until);
    }
    if (f.answerable != 0) {
        ombud__out_z(&out, ", ");
        ombud__say_roles(&out, &voice, f.answerable);
    }
    if (f.cured_by != 0) {
        ombud__out_z(&out, ", ");
        ombud__say_cure(&out, &voice, &f);
    }
    say_source(&out, &voice, f.provision);
    return out.length;
}

size_t ombud_explain_step(const ombud_timeline *timeline, size_t index, ombud_lang lang, char *buffer, size_t capacity)
{
    ombud__out out = {buffer, buffer == NULL ? 0 : capacity, 0};
    ombud_step step = OMBUD_STEP_INIT;
    if (ombud_timeline_get(timeline, index, &step) != OMBUD_OK)
        return 0;
    if (step.kind == OMBUD_STEP_DUE)
        return ombud_explain_term(timeline->terms, step.term, lang, buffer, capacity);
    ombud__voice voice = voice_for(timeline->law, lang, step.on);
    if (ombud__say_told_whole(&out, &voice, timeline, index))
        return out.length;
    say_about(&out, &voice, OMBUD_WORD_EVENT, step.item_prefix, step.item_number, step.name);
    if (step.kind == OMBUD_STEP_THEN) {
        ombud__out_z(&out, ", ");
        ombud__say_word(&out, &voice, OMBUD__W_BY_TIME);
    }
    if (step.ruling != 0 && step.ruling != OMBUD_PERMITTED) {
        ombud__out_z(&out, ombud__word_colon(&voice));
        ombud__out_z(&out, ombud__word_of_ruling(step.ruling, ombud_law_force(timeline->law), &voice));
    }
    say_source(&out, &voice, step.provision);
    return out.length;
}
