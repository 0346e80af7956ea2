/* Words of a line and the errors that point at them; see textline.h. */
#include "textline.h"

#include <string.h>

#include "kernel/error.h"

static int is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

ombud__textline ombud__textline_over(const char *text, size_t length, uint32_t line, ombud_error *err)
{
    const char *comment = length > 0 ? memchr(text, '#', length) : NULL;
    ombud__textline words = {length > 0 ? text : "", 0, comment ? (size_t)(comment - text) : length, line, NULL, err};
    while (words.end > 0 && is_space(words.text[words.end - 1]))
        words.end--;
    return words;
}

int ombud__textline_next(ombud__textline *words, ombud_view *word)
{
    while (words->at < words->end && is_space(words->text[words->at]))
        words->at++;
    size_t from = words->at;
    while (words->at < words->end && !is_space(words->text[words->at]))
        words->at++;
    word->ptr = words->text + from;
    word->len = words->at - from;
    return word->len > 0;
}

int ombud__textline_peek(const ombud__textline *words, ombud_view *word)
{
    ombud__textline ahead = *words;
    return ombud__textline_next(&ahead, word);
}

ombud_view ombud__textline_rest(ombud__textline *words)
{
    ombud_view rest;
    if (ombud__textline_peek(words, &rest))
        rest.len = (size_t)(words->text + words->end - rest.ptr);
    words->at = words->end;
    return rest;
}

ombud_status ombud__textline_end(ombud__textline *words)
{
    ombud_view word;
    if (ombud__textline_next(words, &word))
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "the line is complete before this word",
                                    "leave it out, or begin a comment with #");
    return OMBUD_OK;
}

int ombud__textline_pair(ombud_view word, ombud_view *key, ombud_view *value)
{
    const char *sign = memchr(word.ptr, '=', word.len);
    if (!sign)
        return 0;
    key->ptr = word.ptr;
    key->len = (size_t)(sign - word.ptr);
    value->ptr = sign + 1;
    value->len = word.len - key->len - 1;
    return 1;
}

int ombud__list_next(ombud_view *list, ombud_view *part)
{
    size_t at = 0;
    /* An empty list may have no place, and a place that is none cannot be counted from. */
    if (list->len == 0) {
        *part = *list;
        return 0;
    }
    while (at < list->len && (list->ptr[at] == ',' || is_space(list->ptr[at])))
        at++;
    size_t from = at;
    while (at < list->len && list->ptr[at] != ',' && !is_space(list->ptr[at]))
        at++;
    part->ptr = list->ptr + from;
    part->len = at - from;
    list->ptr += at;
    list->len -= at;
    return part->len > 0;
}

ombud_status ombud__textline_fail(const ombud__textline *words, ombud_view at, ombud_status code, const char *message,
                                  const char *remedy)
{
    size_t offset = (size_t)(at.ptr - words->text);
    uint32_t column = words->columns ? words->columns[offset] : (uint32_t)(offset + 1);
    return ombud__fail_at(words->err, code, message, remedy, words->line, column, at.ptr, at.len);
}

ombud_status ombud__textline_no_word(const ombud__textline *words, ombud_view word, const void *table, size_t size,
                                     size_t count, const char *message, const char *remedy)
{
    size_t distance = ombud__nearest_limit(word) + 1;
    ombud__textline_fail(words, word, OMBUD_E_UNKNOWN_NAME, message, remedy);
    ombud__nearest_word(words->err, word, table, size, count, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

ombud_status ombud__textline_day(const ombud__textline *words, ombud_view word, ombud_day *out)
{
    ombud_status status = ombud_day_parse(word.ptr, word.len, out);
    if (status == OMBUD_E_DATE)
        return ombud__textline_fail(words, word, OMBUD_E_DATE, "there is no such day",
                                    "write a day of the calendar, years 0001 to 9999");
    if (status != OMBUD_OK)
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "a date is expected",
                                    "write it as YYYY-MM-DD, such as 2026-02-09");
    return OMBUD_OK;
}

ombud_status ombud__textline_period(const ombud__textline *words, ombud_view word, ombud_period *out)
{
    if (ombud_period_parse(word.ptr, word.len, out) != OMBUD_OK)
        return ombud__textline_fail(words, word, OMBUD_E_PERIOD, "a period is expected",
                                    "write P, a number of 0 to 9999 and one of D W M Y, such as P7D or P3M");
    return OMBUD_OK;
}
