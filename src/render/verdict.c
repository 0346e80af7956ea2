/*
 * A verdict: what was asked, the ruling with the provision that decided and its gloss, and each set of conditions that
 * would let the event pass.
 */
#include "render/verdict.h"

#include "kernel/result.h"
#include "render/json.h"

static ombud__voice voice_of(const ombud_verdict *verdict, const ombud_render *how)
{
    ombud__voice voice = {verdict->law, how->lang, 0};
    (void)ombud_day_civil(verdict->on, &voice.year, NULL, NULL);
    return voice;
}

/* The name of the event asked about: a word of the law. */
static ombud_view event_name(const ombud_verdict *verdict)
{
    ombud_word word = OMBUD_WORD_INIT;
    (void)ombud_law_word(verdict->law, OMBUD_WORD_EVENT, verdict->event, OMBUD_LANG_EN, &word);
    return word.name;
}

static size_t provision_of(const ombud_verdict *verdict)
{
    size_t provision = SIZE_MAX;
    (void)ombud_verdict_provision(verdict, &provision);
    return provision;
}

static void write_text(ombud__render_out *out, size_t at, ombud__tint tint, ombud__phrase *text)
{
    ombud__render_cell cell = {at, OMBUD__RENDER_WIDTH - at, 0, tint, ombud__phrase_end(text)};
    ombud__render_row(out, &cell, 1);
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

static void write_question(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    ombud__say_item(&text.out, verdict->item_prefix, verdict->item_number);
    ombud__out_char(&text.out, ' ');
    ombud__say_label(&text.out, voice, OMBUD_WORD_EVENT, ombud__kind_of_prefix(verdict->law, verdict->item_prefix),
                     event_name(verdict));
    if (verdict->by) {
        ombud__out_z(&text.out, " \xC2\xB7 ");
        ombud__say_item(&text.out, ombud__person_prefix(verdict->law), verdict->by);
    }
    ombud__out_z(&text.out, " \xC2\xB7 ");
    ombud__say_full_day(&text.out, voice, verdict->on);
    write_text(out, 0, OMBUD__BOLD, &text);
}

static void write_ruling(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice)
{
    ombud_ruling ruling = ombud_verdict_ruling(verdict);
    ombud_provision provision = OMBUD_PROVISION_INIT;
    size_t index = provision_of(verdict);
    ombud__phrase text, cited;
    ombud__phrase_begin(&text);
    ombud__phrase_begin(&cited);
    ombud__out_z(&text.out, ombud__word_of_ruling(ruling, ombud_law_force(verdict->law), voice));
    ombud__say_citation(&cited.out, voice, index);
    ombud__render_cell cells[2] = {
        {2, 60, 0,
         ruling == OMBUD_PERMITTED   ? OMBUD__GREEN
         : ruling == OMBUD_FORBIDDEN ? OMBUD__RED
                                     : OMBUD__YELLOW,
         ombud__phrase_end(&text)},
        {63, OMBUD__RENDER_WIDTH - 63, 1, OMBUD__FAINT, ombud__phrase_end(&cited)},
    };
    ombud__render_row(out, cells, 2);
    if (index != SIZE_MAX)
        (void)ombud_law_provision(verdict->law, index, voice->lang, &provision);
    if (provision.gloss.len) {
        ombud__phrase_begin(&text);
        ombud__out_view(&text.out, provision.gloss);
        write_text(out, 2, OMBUD__PLAIN, &text);
    }
    if (!ombud__is_verified(verdict->law, verdict->on)) {
        ombud__phrase_begin(&text);
        ombud__say_verified(&text.out, voice, verdict->on);
        write_text(out, 2, OMBUD__FAINT, &text);
    }
}

/* The interval in which the text that decides can be applied. */
static void write_no_text(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_wording wording = OMBUD_WORDING_HELD;
    size_t index = provision_of(verdict);
    ombud__phrase text, day;
    (void)ombud_law_provision(verdict->law, index, voice->lang, &provision);
    (void)ombud_law_wording(verdict->law, index, verdict->on, &wording);
    int ended = wording == OMBUD_WORDING_ENDED;
    int not_yet = wording == OMBUD_WORDING_NOT_YET && provision.has_from;
    if (wording == OMBUD_WORDING_NOT_YET && !provision.has_from) {
        /* `since adoption`: the text has no day of its own. */
        ombud__phrase_begin(&text);
        ombud__say_word(&text.out, voice, OMBUD__W_NOT_BINDING);
        write_text(out, 2, OMBUD__PLAIN, &text);
        return;
    }
    if (!ended && !not_yet && !provision.has_held)
        return;
    ombud__phrase_begin(&text);
    ombud__phrase_begin(&day);
    ombud__say_day(&day.out, voice, ended ? provision.until : not_yet ? provision.from : provision.held);
    ombud__say_with(&text.out, voice,
                    ended     ? OMBUD__W_ENDED_ON
                    : not_yet ? OMBUD__W_IN_FORCE_FROM
                              : OMBUD__W_HELD_FROM,
                    ombud__phrase_end(&day));
    write_text(out, 2, OMBUD__PLAIN, &text);
}

/* Whether who states a condition is worth saying: for those of an actor, the condition says it. */
static int states(const ombud_unmet *unmet)
{
    return unmet->who && !ombud__is_of_actor(unmet->kind);
}

static void say_who(ombud__out *out, const ombud__voice *voice, ombud__fixed word, uint64_t roles)
{
    ombud__phrase who;
    ombud__phrase_begin(&who);
    ombud__say_roles(&who.out, voice, roles);
    ombud__say_with(out, voice, word, ombud__phrase_end(&who));
}

/* An element of a list, and where it comes from. */
static void write_dashed(ombud__render_out *out, ombud_view text, ombud_view source)
{
    ombud__render_cell cells[3] = {
        {4, 2, 0, OMBUD__PLAIN, ombud_view_of("-")},
        {6, 86, 0, OMBUD__PLAIN, text},
        {95, OMBUD__RENDER_WIDTH - 95, 1, OMBUD__FAINT, source},
    };
    ombud__render_row(out, cells, 3);
}

/* One condition of a set on a line: what, by whom unless that is said elsewhere, through which event, under which
 * provision. */
static void write_condition(ombud__render_out *out, const ombud__voice *voice, const ombud_unmet *unmet, int by_whom)
{
    ombud__phrase text, part, cited;
    ombud__phrase_begin(&text);
    ombud__phrase_begin(&cited);
    ombud__say_unmet(&text.out, voice, unmet);
    if (by_whom && states(unmet)) {
        ombud__out_z(&text.out, ", ");
        say_who(&text.out, voice, OMBUD__W_BY_WHOM, unmet->who);
    }
    if (unmet->by_event.len) {
        ombud_view kind = ombud__kind_of_prefix(voice->law, unmet->item_prefix);
        ombud__phrase_begin(&part);
        ombud__say_label(&part.out, voice, OMBUD_WORD_EVENT, kind, unmet->by_event);
        ombud__out_z(&text.out, ", ");
        ombud__say_with(&text.out, voice, OMBUD__W_BY_EVENT, ombud__phrase_end(&part));
    }
    ombud__say_citation(&cited.out, voice, unmet->has_provision ? unmet->provision : SIZE_MAX);
    write_dashed(out, ombud__phrase_end(&text), ombud__phrase_end(&cited));
}

/* The conditions of a set; who states several in a row is said once, below them. */
static void write_set(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice, size_t set)
{
    size_t size = ombud_verdict_set_size(verdict, set), run = 1;
    for (size_t i = 0; i < size; i++) {
        ombud_unmet unmet = OMBUD_UNMET_INIT, next = OMBUD_UNMET_INIT;
        (void)ombud_verdict_unmet(verdict, set, i, &unmet);
        int goes_on = states(&unmet) && ombud_verdict_unmet(verdict, set, i + 1, &next) == OMBUD_OK && states(&next) &&
                      next.who == unmet.who;
        write_condition(out, voice, &unmet, !goes_on && run == 1);
        if (!goes_on && run > 1) {
            ombud__phrase who;
            ombud__phrase_begin(&who);
            say_who(&who.out, voice, OMBUD__W_EACH_BY_WHOM, unmet.who);
            write_text(out, 6, OMBUD__FAINT, &who);
        }
        run = goes_on ? run + 1 : 1;
    }
}

static int same_condition(const ombud_unmet *a, const ombud_unmet *b)
{
    return a->kind == b->kind && a->item_number == b->item_number && a->wanted == b->wanted && a->until == b->until &&
           a->who == b->who && a->status == b->status && a->backward == b->backward &&
           ombud__view_is(a->item_prefix, b->item_prefix) && ombud__view_is(a->name, b->name);
}

/* The place of the one condition of a set that another set does not hold; the set's size if there is not just one. */
static size_t only_in(const ombud_verdict *verdict, size_t set, size_t other)
{
    size_t size = ombud_verdict_set_size(verdict, set), found = size;
    for (size_t i = 0; i < size; i++) {
        ombud_unmet unmet = OMBUD_UNMET_INIT, its = OMBUD_UNMET_INIT;
        int held = 0;
        (void)ombud_verdict_unmet(verdict, set, i, &unmet);
        for (size_t k = 0; !held && ombud_verdict_unmet(verdict, other, k, &its) == OMBUD_OK; k++)
            held = same_condition(&unmet, &its);
        if (!held && found != size)
            return size;
        found = held ? found : i;
    }
    return found;
}

/* A set that differs from one written in full by one condition of at least three: that one alone. */
static int write_difference(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice,
                            size_t full, size_t set)
{
    size_t size = ombud_verdict_set_size(verdict, set);
    size_t gone = only_in(verdict, full, set);
    ombud_unmet unmet = OMBUD_UNMET_INIT;
    ombud__phrase text, part;
    if (size < 3 || size != ombud_verdict_set_size(verdict, full) || gone == size)
        return 0;
    (void)ombud_verdict_unmet(verdict, full, gone, &unmet);
    ombud__phrase_begin(&text);
    ombud__phrase_begin(&part);
    ombud__say_decider(&part.out, voice, &unmet);
    ombud__say_with(&text.out, voice, OMBUD__W_SAME_BUT, ombud__phrase_end(&part));
    write_text(out, 2, OMBUD__PLAIN, &text);
    /* Of as many, where one goes one comes. */
    (void)ombud_verdict_unmet(verdict, set, only_in(verdict, set, full), &unmet);
    write_condition(out, voice, &unmet, 1);
    return 1;
}

/* The sets, cheapest first; beyond some they are only counted: JSON holds them all. */
enum { WAYS_SHOWN = 4 };
static void write_ways(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice)
{
    size_t sets = ombud_verdict_set_count(verdict), shown = sets > WAYS_SHOWN + 1 ? WAYS_SHOWN : sets, full = 0;
    ombud__phrase text;
    for (size_t set = 0; set < shown; set++) {
        if (set && write_difference(out, verdict, voice, full, set))
            continue;
        full = set;
        ombud__phrase_begin(&text);
        ombud__say_word(&text.out, voice, set ? OMBUD__W_OR_ELSE : OMBUD__W_WOULD_PASS);
        write_text(out, 2, OMBUD__PLAIN, &text);
        write_set(out, verdict, voice, set);
    }
    if (shown < sets) {
        ombud__phrase_begin(&text);
        ombud__say_more_ways(&text.out, voice, sets - shown);
        write_text(out, 2, OMBUD__PLAIN, &text);
    }
}

/* The stated facts that made it so, each with its line. */
static void write_stated(ombud__render_out *out, const ombud_verdict *verdict, const ombud__voice *voice)
{
    const ombud__stated *stated = &verdict->stated;
    ombud__phrase text, place;
    ombud__phrase_begin(&text);
    ombud__say_word(&text.out, voice, OMBUD__W_WAS_STATED);
    if (stated->count > 0)
        write_text(out, 2, OMBUD__PLAIN, &text);
    for (size_t i = 0; i < stated->count && !out->stopped; i++) {
        ombud__phrase_begin(&text);
        ombud__phrase_begin(&place);
        ombud__say_stated(&text.out, voice, &stated->list[i]);
        ombud__say_place(&place.out, voice, &stated->list[i]);
        write_dashed(out, ombud__phrase_end(&text), ombud__phrase_end(&place));
    }
}

void ombud__text_verdict(ombud__render_out *out, const ombud_verdict *verdict, const ombud_render *how)
{
    ombud__voice voice = voice_of(verdict, how);
    write_question(out, verdict, &voice);
    write_ruling(out, verdict, &voice);
    if (ombud_verdict_ruling(verdict) == OMBUD_NO_TEXT) {
        /* No act would help. */
        write_no_text(out, verdict, &voice);
        return;
    }
    write_stated(out, verdict, &voice);
    write_ways(out, verdict, &voice);
}

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

void ombud__json_verdict(ombud__render_out *out, const ombud_verdict *verdict, const ombud_render *how)
{
    ombud__voice voice = voice_of(verdict, how);
    size_t sets = ombud_verdict_set_count(verdict);
    char text[OMBUD__PHRASE_MAX];
    int first = 1;
    ombud__render_z(out, "{");
    ombud__json_text(out, &first, "kind", ombud_view_of("verdict"));
    ombud__json_name(out, &first, "name", how->name);
    ombud__json_text(out, &first, "law", ombud_law_name(verdict->law));
    ombud__json_text(out, &first, "event", event_name(verdict));
    ombud__json_item(out, &first, "item", verdict->item_prefix, verdict->item_number);
    ombud__json_key(out, &first, "by");
    if (verdict->by)
        ombud__render_number(out, verdict->by);
    else
        ombud__render_z(out, "null");
    ombud__json_day(out, &first, "on", 1, verdict->on);
    ombud__json_text(out, &first, "ruling",
                     ombud_view_of(ombud_ruling_name(ombud_verdict_ruling(verdict), ombud_law_force(verdict->law))));
    ombud__json_provision(out, &first, &voice, provision_of(verdict));
    ombud__json_truth(out, &first, "verified", ombud__is_verified(verdict->law, verdict->on));
    ombud__json_key(out, &first, "unmet");
    ombud__render_z(out, "[");
    for (size_t set = 0; set < sets; set++) {
        size_t size = ombud_verdict_set_size(verdict, set);
        ombud__render_z(out, set ? ",[" : "[");
        for (size_t i = 0; i < size; i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            (void)ombud_verdict_unmet(verdict, set, i, &unmet);
            ombud__render_z(out, i ? "," : "");
            ombud__json_unmet(out, &voice, &unmet);
        }
        ombud__render_z(out, "]");
    }
    ombud__render_z(out, "]");
    ombud__json_stated(out, &first, &voice, &verdict->stated);
    size_t length = ombud_explain_verdict(verdict, voice.lang, text, sizeof text);
    ombud__json_text(out, &first, "text", ombud__fitted(text, sizeof text, length));
    ombud__render_z(out, "}\n");
}
