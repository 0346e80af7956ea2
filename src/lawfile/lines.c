/* Lines by indentation and their tokens; see lines.h. */
#include "lines.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/text.h"
#include "ombud/law.h"

/* ---- tokens ------------------------------------------------------------------------------------------------------ */

static int is_alphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Words are names, qualified names, ids of provisions (15/1.4.a1), dates, periods and numbers. */
static uint32_t word_end(const char *text, uint32_t at, uint32_t end)
{
    while (at < end) {
        char c = text[at];
        int inner = (c == '.' || c == '/' || c == '-') && at + 1 < end && is_alphanumeric(text[at + 1]);
        if (!is_alphanumeric(c) && c != '_' && !inner)
            break;
        at++;
    }
    return at;
}

/* The offset behind the closing quote, or 0 if the string does not end on its line: lines are looked at one by one
 * before several are read at once. */
static uint32_t string_end(const char *text, uint32_t at, uint32_t end)
{
    for (at++; at < end; at++) {
        if (text[at] == '\\')
            at++;
        else if (text[at] == '"')
            return at + 1;
    }
    return 0;
}

static uint32_t mark_size(const char *text, uint32_t at, uint32_t end)
{
    if (at + 1 < end && ((text[at] == '-' && text[at + 1] == '>') || (text[at] == '<' && text[at + 1] == '-')))
        return 2;
    return memchr(",:()=", text[at], 5) ? 1 : 0;
}

/* To the next token: over spaces, comments and line ends. */
static void skip_blank(ombud__cursor *cursor)
{
    while (cursor->at < cursor->end) {
        char c = cursor->text[cursor->at];
        if (c == '#') {
            while (cursor->at < cursor->end && cursor->text[cursor->at] != '\n')
                cursor->at++;
        } else if (c == ' ' || c == '\r' || c == '\n') {
            cursor->at++;
            if (c == '\n') {
                cursor->line++;
                cursor->line_at = cursor->at;
            }
        } else {
            break;
        }
    }
}

ombud__token ombud__next(ombud__cursor *cursor)
{
    ombud__cursor before = *cursor;
    skip_blank(cursor);
    if (cursor->at >= cursor->end) {
        *cursor = before;
        cursor->end = cursor->at;
    }
    uint32_t at = cursor->at;
    ombud__token token = {OMBUD__TOKEN_END, cursor->line, at - cursor->line_at + 1, at, at, {cursor->text + at, 0}};
    if (at >= cursor->end)
        return token;
    char c = cursor->text[at];
    if (is_alphanumeric(c)) {
        token.type = OMBUD__TOKEN_WORD;
        token.end = word_end(cursor->text, at, cursor->end);
    } else if (c == '"') {
        uint32_t end = string_end(cursor->text, at, cursor->end);
        token.type = OMBUD__TOKEN_STRING;
        token.end = end ? end : at;
        if (end) {
            token.text.ptr = cursor->text + at + 1;
            token.text.len = end - at - 2;
        }
    } else {
        token.type = OMBUD__TOKEN_MARK;
        token.end = at + mark_size(cursor->text, at, cursor->end);
    }
    if (token.type != OMBUD__TOKEN_STRING)
        token.text.len = token.end - at;
    cursor->at = token.end;
    return token;
}

ombud__cursor ombud__cursor_over(const ombud__lines *lines, size_t from, size_t to)
{
    const ombud__line *first = &lines->line[from];
    uint32_t end = to < lines->count ? lines->line[to].at : (uint32_t)lines->text.len;
    ombud__cursor cursor = {lines->text.ptr, first->at, end, first->number, first->at - first->indent};
    return cursor;
}

/* ---- verification ------------------------------------------------------------------------------------------------ */

static const char not_text[] = "not valid UTF-8, or a control character";
static const char save_as[] = "save the text as UTF-8 without control characters; lines end with \\n or \\r\\n";

/* The place of an offset. */
static ombud_status fail_at_offset(ombud_view text, size_t at, ombud_error *err, ombud_status code, const char *message,
                                   const char *remedy)
{
    uint32_t line = 1;
    size_t line_at = 0;
    size_t end = at;
    for (size_t i = 0; i < at; i++) {
        if (text.ptr[i] == '\n') {
            line++;
            line_at = i + 1;
        }
    }
    while (end < text.len && text.ptr[end] != '\n' && end - at < OMBUD__EXCERPT_MAX)
        end++;
    return ombud__fail_at(err, code, message, remedy, line, (uint32_t)(at - line_at + 1), text.ptr + at, end - at);
}

static ombud_status verify_string(const ombud__token *token, ombud_view text, ombud_error *err)
{
    if (token->end == token->at)
        return fail_at_offset(text, token->at, err, OMBUD_E_SYNTAX, "a text in quotes does not end on its line",
                              "close it with \" on the same line; a quote inside is written \\\"");
    if (token->text.len == 0)
        return fail_at_offset(text, token->at, err, OMBUD_E_SYNTAX, "a text in quotes is empty",
                              "write the text, or leave out what it belongs to");
    for (size_t i = 0; i < token->text.len; i++) {
        if (token->text.ptr[i] == '\\') {
            i++;
            if (token->text.ptr[i] != '"' && token->text.ptr[i] != '\\')
                return fail_at_offset(text, token->at + i, err, OMBUD_E_SYNTAX,
                                      "only a quote and a backslash can be escaped", "write \\\" or \\\\");
        }
    }
    return OMBUD_OK;
}

static ombud_status verify_tokens(ombud__cursor cursor, ombud_view text, ombud_error *err)
{
    for (;;) {
        ombud__token token = ombud__next(&cursor);
        if (token.type == OMBUD__TOKEN_END)
            return OMBUD_OK;
        if (token.type == OMBUD__TOKEN_STRING) {
            ombud_status status = verify_string(&token, text, err);
            if (status != OMBUD_OK)
                return status;
        } else if (token.end == token.at) {
            return fail_at_offset(text, token.at, err, OMBUD_E_SYNTAX, "a character that means nothing here",
                                  "outside of quotes stand words, numbers and , : ( ) = -> <- only");
        }
    }
}

/* One line without its end: its indentation and tokens. */
static ombud_status read_line(ombud__lines *lines, ombud__pool *pool, uint32_t at, uint32_t end, uint32_t number,
                              ombud_error *err)
{
    const char *text = lines->text.ptr;
    const char *tab = memchr(text + at, '\t', end - at);
    const char *carriage = memchr(text + at, '\r', end - at);
    uint32_t first = at;
    if (end - at > OMBUD_LINE_MAX)
        return fail_at_offset(lines->text, at, err, OMBUD_E_LIMIT, "a line is longer than 64 KiB",
                              "continue it on the next line, deeper");
    if (tab)
        return fail_at_offset(lines->text, (size_t)(tab - text), err, OMBUD_E_SYNTAX, "a tab, whose width nobody knows",
                              "write spaces");
    if (carriage && (carriage + 1 != text + end || end == lines->text.len))
        return fail_at_offset(lines->text, (size_t)(carriage - text), err, OMBUD_E_UTF8, not_text, save_as);
    while (first < end && text[first] == ' ')
        first++;
    if (first == end || text[first] == '#' || text[first] == '\r')
        return OMBUD_OK;
    int full;
    void *array = lines->line;
    ombud__line *line =
        ombud__pool_push(pool, &array, &lines->count, &lines->capacity, sizeof *line, OMBUD__LINES_MAX, &full);
    lines->line = array;
    if (!line)
        return full ? fail_at_offset(lines->text, first, err, OMBUD_E_LIMIT, "the text has more than 250,000 lines",
                                     "cut it into several laws")
                    : ombud__fail_no_memory(err);
    line->at = first;
    line->number = number;
    line->indent = first - at;
    ombud__cursor cursor = {text, first, end, number, at};
    return verify_tokens(cursor, lines->text, err);
}

/* Each line is followed by the next that stands no deeper; going backward, every deeper one is skipped in one step. */
static void find_after(ombud__lines *lines)
{
    for (size_t i = lines->count; i-- > 0;) {
        size_t after = i + 1;
        while (after < lines->count && lines->line[after].indent > lines->line[i].indent)
            after = lines->line[after].after;
        lines->line[i].after = (uint32_t)after;
    }
}

ombud_status ombud__lines_read(ombud__lines *lines, ombud__pool *pool, ombud_view text, ombud_error *err)
{
    size_t at = 0;
    uint32_t number = 1;
    memset(lines, 0, sizeof *lines);
    lines->text = text;
    size_t fault = text.len > 0 ? ombud__utf8_fault(text.ptr, text.len) : 0;
    if (fault < text.len)
        return fail_at_offset(text, fault, err, OMBUD_E_UTF8, not_text, save_as);
    for (at = 0; at < text.len; number++) {
        const char *newline = memchr(text.ptr + at, '\n', text.len - at);
        size_t end = newline ? (size_t)(newline - text.ptr) : text.len;
        ombud_status status = read_line(lines, pool, (uint32_t)at, (uint32_t)end, number, err);
        if (status != OMBUD_OK)
            return status;
        at = end + 1;
    }
    find_after(lines);
    return OMBUD_OK;
}
