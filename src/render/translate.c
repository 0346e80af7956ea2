/* A language that a host gives a law: its texts and the fixed words, asked for once and kept in the law. */
#include "kernel/alloc.h"
#include "kernel/error.h"
#include "kernel/text.h"
#include "render/words.h"

#include "kernel/table.h"

#include <string.h>

typedef struct asking {
    ombud_law *law;
    ombud_translator ask;
    void *user;
    ombud_error *err;
    ombud_status status;
    ombud_view
        *texts; /* of the law, in the order of ombud__each_text(); then, for each choice, of the fact behind it */
    size_t count, at;
} asking;

/* The place of what is put in. */
static size_t places(ombud_view text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += text.ptr[i] == '#';
    return count;
}

/* The host's text, copied; English where it has none. */
static int ask_for(asking *a, ombud_view english, int is_phrase, ombud_view *out)
{
    *out = english;
    if (english.len == 0)
        return 1;
    ombud_view text = {NULL, 0};
    int code = a->ask(a->user, english, &text);
    if (code != 0) {
        a->status =
            ombud__fail_callback(a->err, code, "the host stopped giving its language", "look at the host's own number");
        return 0;
    }
    if (!text.ptr || text.len == 0)
        return 1;
    /* Its length is judged before it is read: a host may hold back what is too long. */
    if (text.len > OMBUD_TRANSLATION_MAX)
        a->status = ombud__fail_at(a->err, OMBUD_E_LIMIT, "a text of the host's language is too long",
                                   "give at most 4096 bytes", 0, 0, english.ptr, english.len);
    else if (ombud__utf8_fault(text.ptr, text.len) < text.len || memchr(text.ptr, '\n', text.len))
        a->status = ombud__fail_at(a->err, OMBUD_E_UTF8, "a text of the host's language is no line of UTF-8",
                                   "give UTF-8 without control characters", 0, 0, english.ptr, english.len);
    else if ((!is_phrase || places(text) == places(english)) && !ombud__pool_copy(&a->law->pool, text, out))
        a->status = ombud__fail_no_memory_for(a->err, "there is no memory for the host's language");
    return a->status == OMBUD_OK;
}

static int count_text(void *user, ombud_view texts[OMBUD__LANGS])
{
    (void)texts;
    ((asking *)user)->count++;
    return 1;
}

static int ask_text(void *user, ombud_view texts[OMBUD__LANGS])
{
    asking *a = user;
    return ask_for(a, texts[0], 0, &a->texts[a->at++]);
}

/* The texts that were asked for against those that the law has, so that doing it again undoes it. */
static int swap_text(void *user, ombud_view texts[OMBUD__LANGS])
{
    asking *a = user;
    ombud_view had = texts[OMBUD__HOST];
    texts[OMBUD__HOST] = a->texts[a->at];
    a->texts[a->at++] = had;
    return 1;
}

static ombud_view phrase_of(ombud_view *phrases, const char *english)
{
    size_t i = 0;
    while (strcmp(ombud__fixed_at(i), english) != 0)
        i++;
    return phrases[i];
}

/* What a fact behind a choice is called, as lawfile/label.c puts it together: channel: internal. */
static int join_choices(asking *a, ombud_view *phrases)
{
    const ombud_law *law = a->law;
    for (size_t i = 0; i < law->choices_count; i++) {
        const ombud__choice *choice = &law->choices[i];
        const ombud_view pieces[3] = {law->args[choice->arg].word.label[OMBUD__HOST], phrase_of(phrases, ": "),
                                     choice->word.label[OMBUD__HOST]};
        if (!ombud__pool_join(&a->law->pool, pieces, &a->texts[a->count + i])) {
            a->status = ombud__fail_no_memory_for(a->err, "there is no memory for the host's language");
            return 0;
        }
    }
    return 1;
}

static void give_carried_facts(asking *a)
{
    ombud_law *law = a->law;
    for (size_t i = 0; i < law->choices_count; i++)
        law->facts[law->choices[i].fact].word.label[OMBUD__HOST] = a->texts[a->count + i];
    for (size_t i = 0; i < law->args_count; i++) {
        if (law->args[i].carried != OMBUD__NONE)
            law->facts[law->args[i].carried].word.label[OMBUD__HOST] = law->args[i].word.label[OMBUD__HOST];
    }
}

static ombud_status ask_all(asking *a, ombud_view *phrases, ombud_view tag)
{
    for (size_t i = 0; i < ombud__fixed_count(); i++) {
        if (!ask_for(a, ombud_view_of(ombud__fixed_at(i)), 1, &phrases[i]))
            return a->status;
    }
    a->at = 0;
    if (!ombud__each_text(a->law, ask_text, a))
        return a->status;
    a->at = 0;
    (void)ombud__each_text(a->law, swap_text, a);
    if (!join_choices(a, phrases)) {
        a->at = 0;
        (void)ombud__each_text(a->law, swap_text, a);
        return a->status;
    }
    give_carried_facts(a);
    a->law->phrases = phrases;
    a->law->tag = tag;
    return OMBUD_OK;
}

/* A tag of a language is letters, digits and hyphens: RFC 5646, section 2.1. */
static int is_tag(ombud_view tag)
{
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (i > 0 && ((c >= '0' && c <= '9') || c == '-'))))
            return 0;
    }
    return tag.len > 0 && tag.len <= OMBUD_LANGUAGE_TAG_MAX;
}

ombud_status ombud_law_translate(ombud_law *law, const char *tag, ombud_translator ask, void *user, ombud_error *err)
{
    ombud_view kept;
    if (!law || !tag || !ask)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a law, the tag of its language and a function are needed",
                           "pass all three");
    if (!is_tag(ombud_view_of(tag)))
        return ombud__fail_at(err, OMBUD_E_SYNTAX, "this is no tag of a language",
                              "write letters, digits and hyphens, at most 35, such as de or pt-BR", 0, 0, tag,
                              strlen(tag));
    asking a = {.law = law, .ask = ask, .user = user, .err = err, .status = OMBUD_OK};
    (void)ombud__each_text(law, count_text, &a);
    size_t size = (a.count + law->choices_count + 1) * sizeof *a.texts;
    a.texts = ombud__alloc(&law->alloc, size);
    ombud_view *phrases = ombud__pool_alloc(&law->pool, ombud__fixed_count() * sizeof *phrases);
    ombud_status status = a.texts && phrases && ombud__pool_copy(&law->pool, ombud_view_of(tag), &kept)
                              ? ask_all(&a, phrases, kept)
                              : ombud__fail_no_memory_for(err, "there is no memory for the host's language");
    ombud__free(&law->alloc, a.texts, size);
    return status;
}
