/*
 * A journal line is read in its canonical form (docs/case-language.md) and said with the law's labels.
 */
#include "render/step.h"

/* The next word of a line; an empty view at its end. */
static ombud_view next_word(ombud_view *line)
{
    while (line->len && *line->ptr == ' ') {
        line->ptr++;
        line->len--;
    }
    ombud_view word = {line->ptr, 0};
    while (word.len < line->len && line->ptr[word.len] != ' ')
        word.len++;
    line->ptr += word.len;
    line->len -= word.len;
    return word;
}

/* Cuts KEY=VALUE; 0 if the word is none. */
static int cut(ombud_view word, ombud_view *key, ombud_view *value)
{
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] == '=') {
            key->ptr = word.ptr;
            key->len = i;
            value->ptr = word.ptr + i + 1;
            value->len = word.len - i - 1;
            return 1;
        }
    }
    return 0;
}

/* The line of a step without its date, event and item. */
static ombud_view rest_of(const ombud__scene *scene, const ombud_step *step, char *buffer, size_t capacity)
{
    ombud_view line = ombud__entry_of(scene, step->position, buffer, capacity);
    (void)next_word(&line);
    (void)next_word(&line);
    return line;
}

static void part(ombud__out *out)
{
    if (out->length)
        ombud__out_z(out, ", ");
}

static void say_truth(ombud__out *out, const ombud__voice *voice, ombud_view value)
{
    ombud__fixed word = ombud__view_is_z(value, "yes")  ? OMBUD__W_YES
                        : ombud__view_is_z(value, "no") ? OMBUD__W_NO
                                                        : OMBUD__W_UNKNOWN;
    ombud__say_word(out, voice, word);
}

/* One argument or fact of a line: an item and a choice speak for themselves, the others with their label. */
static void say_pair(const ombud__scene *scene, ombud__out *out, ombud_view kind, ombud_view key, ombud_view value)
{
    const ombud__voice *voice = &scene->voice;
    ombud_word word = OMBUD_WORD_INIT;
    if (ombud__find_word(voice, OMBUD_WORD_FACT, kind, key, &word) == OMBUD_OK) {
        ombud__out_view(out, word.label);
        ombud__out_z(out, ombud__word_behind(word.label, voice));
        say_truth(out, voice, value);
        return;
    }
    if (ombud__find_word(voice, OMBUD_WORD_ARGUMENT, kind, key, &word) == OMBUD_OK) {
        if (word.argument == OMBUD_ARGUMENT_CHOICE) {
            ombud__say_label(out, voice, OMBUD_WORD_CHOICE, word.name, value);
            return;
        }
        ombud__out_view(out, word.label);
        ombud__out_z(out, word.argument == OMBUD_ARGUMENT_ITEM ? " " : ombud__word_colon(voice));
        ombud__out_view(out, value);
        return;
    }
    ombud__out_view(out, key);
    ombud__out_char(out, '=');
    ombud__out_view(out, value);
}

static int says_who_or_when(ombud_view key)
{
    return ombud__view_is_z(key, "by") || ombud__view_is_z(key, "as") || ombud__view_is_z(key, "entered");
}

/* All pairs of a line but who and when. */
static void say_pairs(const ombud__scene *scene, ombud__out *out, ombud_view kind, ombud_view line)
{
    ombud_view word, key, value;
    while ((word = next_word(&line)).len) {
        if (!cut(word, &key, &value) || says_who_or_when(key))
            continue;
        part(out);
        say_pair(scene, out, kind, key, value);
    }
}

static void say_journal(ombud__scene *scene, const ombud_step *step, ombud__out *what, ombud__out *how)
{
    const ombud__voice *voice = &scene->voice;
    char buffer[OMBUD__ENTRY_MAX];
    ombud_view line = rest_of(scene, step, buffer, sizeof buffer);
    ombud_view kind = ombud__kind_of_prefix(scene->law, step->item_prefix);
    ombud_view item = next_word(&line);
    ombud__phrase who;
    ombud__phrase_begin(&who);
    if (step->by && step->role.len)
        ombud__say_person_as(&who.out, voice, step->role, step->by);
    else if (step->by)
        ombud__say_person(&who.out, voice, scene->matter, &scene->asof, step->by);
    ombud__out_view(what, item);
    ombud__out_char(what, ' ');
    ombud__say_label(what, voice, OMBUD_WORD_EVENT, kind, step->name);
    ombud__out_view(how, ombud__phrase_end(&who));
    say_pairs(scene, how, kind, line);
    if (step->entered != step->on) {
        part(how);
        ombud__say_with_day(how, voice, OMBUD__W_ENTERED, step->entered);
    }
    if (step->ruling && step->ruling != OMBUD_PERMITTED) {
        part(how);
        ombud__out_z(how, ombud__word_of_ruling(step->ruling, ombud_law_force(scene->law), voice));
    }
}

/* How a term stands that had its last day: it was neither met by then nor excused for good. */
static void say_outcome(ombud__out *out, const ombud__voice *voice, const ombud_term *term)
{
    if (term->status == OMBUD_TERM_MET_LATE || term->status == OMBUD_TERM_LAPSED) {
        ombud__out_z(out, ombud__word_semicolon(voice));
        ombud__say_with_day(out, voice, term->status == OMBUD_TERM_LAPSED ? OMBUD__W_LAPSED : OMBUD__W_MET_LATE,
                            term->closed);
    } else if (term->status == OMBUD_TERM_EXPIRED) {
        ombud__out_z(out, ombud__word_semicolon(voice));
        ombud__say_word(out, voice, OMBUD__W_EXPIRED);
    }
}

static void say_last_day(ombud__scene *scene, const ombud_step *step, ombud__out *what, ombud__out *how)
{
    const ombud__voice *voice = &scene->voice;
    ombud_term term = OMBUD_TERM_INIT;
    ombud__out_z(what, "\xC2\xB7 ");
    ombud__say_item(what, step->item_prefix, step->item_number);
    ombud__out_char(what, ' ');
    ombud__say_label(what, voice, OMBUD_WORD_TERM, ombud__kind_of_prefix(scene->law, step->item_prefix), step->name);
    ombud__out_z(what, ombud__word_colon(voice));
    ombud__say_word(what, voice, OMBUD__W_LAST_DAY);
    /* Each last day in the timeline is that of a term of the same case, as of the same day, for the same audience. */
    (void)ombud_terms_get(scene->terms, step->term, &term);
    ombud__say_derivation(how, voice, &term);
    say_outcome(how, voice, &term);
}

void ombud__say_step(ombud__scene *scene, size_t index, const ombud_step *step, ombud__out *what, ombud__out *how)
{
    if (step->kind == OMBUD_STEP_DUE) {
        say_last_day(scene, step, what, how);
    } else if (step->kind == OMBUD_STEP_THEN) {
        ombud__say_item(what, step->item_prefix, step->item_number);
        ombud__out_char(what, ' ');
        ombud__say_label(what, &scene->voice, OMBUD_WORD_EVENT, ombud__kind_of_prefix(scene->law, step->item_prefix),
                         step->name);
        ombud__say_word(how, &scene->voice, OMBUD__W_BY_TIME);
    } else if (!ombud__say_told(what, how, &scene->voice, scene->timeline, index)) {
        say_journal(scene, step, what, how);
    }
}

void ombud__say_whole_step(ombud__scene *scene, size_t index, ombud__phrase *whole)
{
    ombud__phrase_begin(whole);
    if (!ombud__say_told_whole(&whole->out, &scene->voice, scene->timeline, index))
        whole->out.length =
            ombud_explain_step(scene->timeline, index, scene->voice.lang, whole->text, sizeof whole->text);
}
