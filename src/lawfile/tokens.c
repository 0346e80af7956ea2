/* Steps of the reader over tokens; see reader.h. */
#include "reader.h"

#include "kernel/enums.h"

#include <string.h>

int ombud__token_is(const ombud__token *token, const char *word)
{
    return (token->type == OMBUD__TOKEN_WORD || token->type == OMBUD__TOKEN_MARK) && token->text.len == strlen(word) &&
           memcmp(token->text.ptr, word, token->text.len) == 0;
}

int ombud__at(const ombud__reader *r, const char *word)
{
    return ombud__token_is(&r->now, word);
}

ombud__token ombud__second(const ombud__reader *r)
{
    ombud__cursor ahead = r->cursor;
    return ombud__next(&ahead);
}

void ombud__step(ombud__reader *r)
{
    r->end = r->now.end;
    r->now = ombud__next(&r->cursor);
}

int ombud__take(ombud__reader *r, const char *word)
{
    int here = ombud__at(r, word);
    if (here)
        ombud__step(r);
    return here;
}

ombud_status ombud__expect(ombud__reader *r, const char *word, const char *message, const char *remedy)
{
    return ombud__take(r, word) ? OMBUD_OK : ombud__wrong(r, OMBUD_E_SYNTAX, message, remedy);
}

ombud_status ombud__expect_end(ombud__reader *r)
{
    if (r->now.type == OMBUD__TOKEN_END)
        return OMBUD_OK;
    return ombud__wrong(r, OMBUD_E_SYNTAX, "the statement is complete, but more follows",
                        "begin a new line, no deeper than the statement; or look for a comma or a word left out");
}

/* ---- names ------------------------------------------------------------------------------------------------------- */

/* Words that a condition or a list could not tell from a name. */
static int is_reserved(ombud_view name)
{
    static const char *const reserved[] = {"and",    "or",      "not", "is",  "at",   "every", "when",
                                           "unless", "reading", "the", "any", "same", "none",  NULL};
    for (size_t i = 0; reserved[i]; i++) {
        if (name.len == strlen(reserved[i]) && memcmp(name.ptr, reserved[i], name.len) == 0)
            return 1;
    }
    return 0;
}

/* A word is letters, digits and _ . / - and never empty (lines.c): what stands from `a` on are small letters. */
static int is_name(ombud_view text)
{
    if (text.ptr[0] < 'a')
        return 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (!(c >= 'a' || (c >= '0' && c <= '9') || c == '_'))
            return 0;
    }
    return 1;
}

static ombud_status verify_name(ombud__reader *r, const ombud__token *token, ombud_view name, const char *message)
{
    if (token->type != OMBUD__TOKEN_WORD)
        return ombud__wrong_at(r, token, OMBUD_E_SYNTAX, message, "write a name");
    if (!is_name(name))
        return ombud__wrong_at(r, token, OMBUD_E_SYNTAX, message,
                               "a name is lower-case letters, digits and _, beginning with a letter");
    if (is_reserved(name))
        return ombud__wrong_at(r, token, OMBUD_E_SYNTAX, message,
                               "this is a word of the language; choose another name");
    return OMBUD_OK;
}

ombud_status ombud__take_name(ombud__reader *r, ombud__token *token, const char *message)
{
    *token = r->now;
    OMBUD__TRY(verify_name(r, token, token->text, message));
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__take_qualified(ombud__reader *r, ombud__id *kind, ombud__token *token, ombud_view *name,
                                   const char *message)
{
    *token = r->now;
    ombud_view text = token->text;
    const char *dot = token->type == OMBUD__TOKEN_WORD ? memchr(text.ptr, '.', text.len) : NULL;
    if (dot) {
        ombud_view item = {text.ptr, (size_t)(dot - text.ptr)};
        const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_KIND, OMBUD__NONE, item);
        name->ptr = dot + 1;
        name->len = text.len - item.len - 1;
        OMBUD__TRY(verify_name(r, token, item, message));
        OMBUD__TRY(verify_name(r, token, *name, message));
        if (!known)
            return ombud__unknown(r, token, OMBUD__NAME_KIND, OMBUD__NONE, item, "no item of this name",
                                  "declare it with `item NAME PREFIX`");
        *kind = known->id;
    } else {
        *name = text;
        OMBUD__TRY(verify_name(r, token, text, message));
        if (*kind == OMBUD__NONE)
            return ombud__wrong_at(r, token, OMBUD_E_SYNTAX, message, "write ITEM.NAME here");
    }
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__take_known(ombud__reader *r, uint8_t sort, ombud__id owner, ombud__id *id, const char *message,
                               const char *remedy)
{
    ombud__token token;
    OMBUD__TRY(ombud__take_name(r, &token, message));
    const ombud__name *known = ombud__names_find(&r->names, sort, owner, token.text);
    if (!known)
        return ombud__unknown(r, &token, sort, owner, token.text, message, remedy);
    *id = known->id;
    return OMBUD_OK;
}

ombud_status ombud__take_event(ombud__reader *r, ombud__id *kind, ombud__id *event, ombud__token *token)
{
    ombud__token here;
    ombud_view name;
    OMBUD__TRY(ombud__take_qualified(r, kind, &here, &name, "the name of an event belongs here"));
    const ombud__name *known = ombud__names_find(&r->names, OMBUD__NAME_EVENT, *kind, name);
    if (!known)
        return ombud__unknown(r, &here, OMBUD__NAME_EVENT, *kind, name, "the item has no event of this name",
                              "declare it in the item with `event NAME`");
    *event = known->id;
    if (token)
        *token = here;
    return OMBUD_OK;
}

ombud_status ombud__take_event_of(ombud__reader *r, ombud__id kind, ombud__id *event)
{
    ombud__id of = kind;
    ombud__token token = r->now;
    OMBUD__TRY(ombud__take_event(r, &of, event, &token));
    if (of != kind)
        return ombud__wrong_at(r, &token, OMBUD_E_CONFLICT, "an event of another item than the one spoken of",
                               "name an event of the same item; another item is reached by a link in a condition");
    return OMBUD_OK;
}

ombud_status ombud__take_roles(ombud__reader *r, uint64_t *roles)
{
    do {
        ombud__id role;
        OMBUD__TRY(ombud__take_known(r, OMBUD__NAME_ROLE, OMBUD__NONE, &role, "no role of this name",
                                     "declare it with `role NAME`"));
        *roles |= (uint64_t)1 << role;
    } while (ombud__take(r, ","));
    return OMBUD_OK;
}

/* ---- texts, dates, periods --------------------------------------------------------------------------------------- */

ombud_status ombud__take_text(ombud__reader *r, ombud_view *text, const char *message)
{
    if (r->now.type != OMBUD__TOKEN_STRING)
        return ombud__wrong(r, OMBUD_E_SYNTAX, message, "write a text in quotes: \"…\"");
    ombud_view raw = r->now.text;
    char *copy = ombud__pool_alloc(&r->law->pool, raw.len + 1);
    if (!copy)
        return ombud__no_memory(r);
    text->ptr = copy;
    text->len = 0;
    for (size_t i = 0; i < raw.len; i++) {
        i += raw.ptr[i] == '\\';
        copy[text->len++] = raw.ptr[i];
    }
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__take_date(ombud__reader *r, int32_t *day)
{
    ombud_day on;
    ombud_status status =
        r->now.type == OMBUD__TOKEN_WORD ? ombud_day_parse(r->now.text.ptr, r->now.text.len, &on) : OMBUD_E_SYNTAX;
    if (status == OMBUD_E_DATE)
        return ombud__wrong(r, OMBUD_E_DATE, "there is no such day", "write a day of the calendar, such as 2024-02-29");
    if (status != OMBUD_OK)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "a date belongs here", "write it as YYYY-MM-DD");
    *day = (int32_t)on;
    ombud__step(r);
    return OMBUD_OK;
}

ombud_status ombud__take_period(ombud__reader *r, ombud_period *period)
{
    if (r->now.type != OMBUD__TOKEN_WORD || ombud_period_parse(r->now.text.ptr, r->now.text.len, period) != OMBUD_OK)
        return ombud__wrong(r, OMBUD_E_PERIOD, "a period belongs here",
                            "write P, a number from 0 to 9999, then D, W, M or Y: P7D, P2W, P3M, P10Y");
    ombud__step(r);
    return OMBUD_OK;
}

/* ---- labels and readings ----------------------------------------------------------------------------------------- */

static int language_of(const ombud__token *token)
{
    for (ombud_lang lang = OMBUD_LANG_EN; lang <= OMBUD_LANG_NL; lang++) {
        if (ombud__token_is(token, ombud__lang_word(lang)))
            return lang - OMBUD_LANG_EN;
    }
    return -1;
}

int ombud__is_label(const ombud__reader *r)
{
    return language_of(&r->now) >= 0 && ombud__second(r).type == OMBUD__TOKEN_STRING;
}

ombud_status ombud__take_labels(ombud__reader *r, ombud_view labels[3])
{
    while (ombud__is_label(r)) {
        int language = language_of(&r->now);
        if (labels[language].len > 0)
            return ombud__wrong(r, OMBUD_E_DUPLICATE, "a text in this language stands already",
                                "leave one of the two out");
        ombud__step(r);
        OMBUD__TRY(ombud__take_text(r, &labels[language], "a text belongs here"));
    }
    return OMBUD_OK;
}

ombud_status ombud__take_reading(ombud__reader *r, ombud__id *alternative)
{
    *alternative = OMBUD__NONE;
    if (!ombud__take(r, "reading"))
        return OMBUD_OK;
    ombud__token token = r->now;
    const ombud__name *reading = ombud__names_find(&r->names, OMBUD__NAME_READING, OMBUD__NONE, token.text);
    if (token.type != OMBUD__TOKEN_WORD)
        return ombud__wrong(r, OMBUD_E_SYNTAX, "the name of a reading belongs here",
                            "write `reading NAME ALTERNATIVE`");
    if (!reading)
        return ombud__unknown(r, &token, OMBUD__NAME_READING, OMBUD__NONE, token.text, "no reading of this name",
                              "declare it with `reading NAME` and its alternatives");
    ombud__step(r);
    return ombud__take_known(r, OMBUD__NAME_ALTERNATIVE, reading->id, alternative,
                             "the reading has no such alternative", "name one of its alternatives");
}

/* ---- remembered days --------------------------------------------------------------------------------------------- */

ombud_status ombud__day_slot(ombud__reader *r, ombud__id kind, uint16_t *slot)
{
    ombud__kind *of = &r->law->kinds[kind];
    if (of->day_count >= OMBUD_KIND_DAYS_MAX)
        return ombud__wrong(r, OMBUD_E_LIMIT, "the item remembers more than 32 days", "cut it into several items");
    *slot = of->day_count++;
    return OMBUD_OK;
}

ombud_status ombud__event_slot(ombud__reader *r, ombud__id event)
{
    ombud__event *of = &r->law->events[event];
    return of->day_slot == OMBUD__NONE ? ombud__day_slot(r, of->kind, &of->day_slot) : OMBUD_OK;
}
