/*
 * Everything a law declares, for the forms of the page: each word with its label in the language asked for.
 */
#include "page.h"

#include <stdlib.h>
#include <string.h>

static void begin_word(growing *to, const ombud_word *word)
{
    answer_open(to, '{');
    answer_text(to, "name", word->name);
    answer_text(to, "label", word->label);
    if (word->owner.len) {
        answer_text(to, "owner", word->owner);
    }
}

/* The arguments of an event, each with its type. */
static void arguments(growing *to, const ombud_law *law, const char *event, ombud_lang lang)
{
    static const char *const types[] = {"none", "item", "choice", "day", "period"};
    ombud_word argument = OMBUD_WORD_INIT;
    answer_key(to, "arguments");
    answer_open(to, '[');
    for (size_t i = 0; ombud_law_event_argument(law, event, i, lang, &argument) == OMBUD_OK; i++) {
        begin_word(to, &argument);
        answer_text(to, "type", ombud_view_of(types[argument.argument]));
        answer_close(to, '}');
    }
    answer_close(to, ']');
}

/*
 * The bound of a term's period where a host may tighten it: `at most P7D, Art. 15 …`. The library is asked rather than
 * the rows read: it takes what tightens, and refuses what loosens with the bound that stands against it.
 */
static void bound(growing *to, const ombud_law *law, ombud_view term)
{
    static const char *const tried[] = {"P0D", "P9999D", "P0M", "P9999M"};
    growing said = {NULL, 0, 0, 0};
    int taken = 0;
    for (size_t i = 0; i < sizeof tried / sizeof *tried; i++) {
        growing line = {NULL, 0, 0, 0};
        ombud_settings *settings = NULL;
        ombud_error err = OMBUD_ERROR_INIT;
        grow_z(&line, "period ");
        grow_view(&line, term);
        grow_z(&line, " ");
        grow_z(&line, tried[i]);
        if (!line.failed && ombud_settings_parse(law, line.text, line.length, NULL, &settings, &err) == OMBUD_OK) {
            taken = 1;
        } else if (!said.length && strstr(err.excerpt, "; ")) {
            grow_z(&said, strstr(err.excerpt, "; ") + 2);
        }
        ombud_settings_free(settings);
        free(line.text);
    }
    if (taken && said.length && strncmp(said.text, "at most P0", strlen("at most P0")) != 0) {
        answer_text(to, "bound", (ombud_view){said.text, said.length});
    }
    free(said.text);
}

static void words(growing *to, const ombud_law *law, const char *key, ombud_word_kind kind, ombud_lang lang)
{
    ombud_word word = OMBUD_WORD_INIT;
    answer_key(to, key);
    answer_open(to, '[');
    for (size_t i = 0; ombud_law_word(law, kind, i, lang, &word) == OMBUD_OK; i++) {
        begin_word(to, &word);
        switch (kind) {
        case OMBUD_WORD_EVENT:
            answer_roles(to, "roles", law, word.roles);
            arguments(to, law, word.name.ptr, lang);
            break;
        case OMBUD_WORD_FACT:
            answer_name(to, "question", word.question);
            answer_roles(to, "roles", law, word.roles);
            answer_truth(to, "silence_no", word.silence_no);
            break;
        case OMBUD_WORD_TERM:
            answer_truth(to, "duty", word.duty);
            bound(to, law, word.name);
            break;
        default: break;
        }
        answer_close(to, '}');
    }
    answer_close(to, ']');
}

/* The questions that a host answers in its settings, with their alternatives. */
static void readings(growing *to, const ombud_law *law, ombud_lang lang)
{
    ombud_reading reading = OMBUD_READING_INIT;
    ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
    answer_key(to, "readings");
    answer_open(to, '[');
    for (size_t i = 0; ombud_law_reading(law, i, lang, &reading) == OMBUD_OK; i++) {
        if (reading.part == OMBUD_PART_READING) {
            answer_open(to, '{');
            answer_text(to, "name", reading.name);
            answer_text(to, "label", reading.question);
            answer_key(to, "alternatives");
            answer_open(to, '[');
            for (size_t a = 0; ombud_law_alternative(law, i, a, lang, &alternative) == OMBUD_OK; a++) {
                answer_open(to, '{');
                answer_text(to, "name", alternative.name);
                answer_text(to, "label", alternative.label);
                answer_truth(to, "chosen", alternative.chosen == 1);
                answer_close(to, '}');
            }
            answer_close(to, ']');
            answer_close(to, '}');
        }
    }
    answer_close(to, ']');
}

static void provisions(growing *to, const ombud_law *law, ombud_lang lang)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    answer_key(to, "provisions");
    answer_open(to, '[');
    for (size_t i = 0; ombud_law_provision(law, i, lang, &provision) == OMBUD_OK; i++) {
        answer_open(to, '{');
        answer_text(to, "id", provision.id);
        answer_text(to, "citation", provision.citation);
        answer_text(to, "gloss", provision.gloss);
        answer_close(to, '}');
    }
    answer_close(to, ']');
}

void answer_vocabulary(growing *to, const ombud_law *law, ombud_lang lang)
{
    static const struct {
        const char *key;
        ombud_word_kind kind;
    } sorts[] = {
        {"roles", OMBUD_WORD_ROLE},
        {"items", OMBUD_WORD_ITEM},
        {"states", OMBUD_WORD_STATE},
        {"events", OMBUD_WORD_EVENT},
        {"choices", OMBUD_WORD_CHOICE},
        {"facts", OMBUD_WORD_FACT},
        {"definitions", OMBUD_WORD_DEFINITION},
        {"terms", OMBUD_WORD_TERM},
        {"questions", OMBUD_WORD_QUESTION},
        {"values", OMBUD_WORD_VALUE},
        {"lengths", OMBUD_WORD_LENGTH},
        {"requirements", OMBUD_WORD_REQUIREMENT},
        {"links", OMBUD_WORD_LINK},
        {"scopes", OMBUD_WORD_SCOPE},
        {"sinces", OMBUD_WORD_SINCE},
    };
    answer_open(to, '{');
    answer_text(to, "name", ombud_law_name(law));
    answer_text(to, "title", ombud_law_title(law, lang));
    answer_text(to, "force", ombud_view_of(force_name(ombud_law_force(law))));
    for (size_t i = 0; i < sizeof sorts / sizeof *sorts; i++) {
        words(to, law, sorts[i].key, sorts[i].kind, lang);
    }
    readings(to, law, lang);
    provisions(to, law, lang);
    answer_close(to, '}');
}
