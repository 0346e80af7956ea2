/*
 * Writes JSON for the page: the one place that escapes.
 */
#include "page.h"

#include <string.h>

/* The comma between two elements, which is needed unless something has just begun. */
static void comma(growing *to)
{
    if (to->length && !strchr("[{:", to->text[to->length - 1])) {
        grow_z(to, ",");
    }
}

void answer_open(growing *to, char bracket)
{
    comma(to);
    (void)grow(to, &bracket, 1);
}

void answer_close(growing *to, char bracket)
{
    (void)grow(to, &bracket, 1);
}

void answer_string(growing *to, ombud_view text)
{
    static const char digits[] = "0123456789abcdef";
    comma(to);
    grow_z(to, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        char escaped[] = "\\u0000";
        escaped[4] = digits[byte >> 4];
        escaped[5] = digits[byte & 15];
        if (byte < 0x20 || byte == '"' || byte == '\\') {
            (void)grow(to, escaped, 6);
        } else {
            (void)grow(to, text.ptr + i, 1);
        }
    }
    grow_z(to, "\"");
}

void answer_key(growing *to, const char *key)
{
    answer_string(to, ombud_view_of(key));
    grow_z(to, ":");
}

/* The digits of a number that is not negative. */
static void digits_of(growing *to, int64_t number)
{
    char digits[24];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    (void)grow(to, digits + at, sizeof digits - at);
}

void answer_number(growing *to, int64_t number)
{
    comma(to);
    digits_of(to, number);
}

void answer_text(growing *to, const char *key, ombud_view text)
{
    answer_key(to, key);
    answer_string(to, text);
}

void answer_name(growing *to, const char *key, ombud_view text)
{
    answer_key(to, key);
    if (text.len) {
        answer_string(to, text);
    } else {
        grow_z(to, "null");
    }
}

void answer_truth(growing *to, const char *key, int yes)
{
    answer_key(to, key);
    grow_z(to, yes ? "true" : "false");
}

void answer_day(growing *to, const char *key, int there, ombud_day day)
{
    char text[16] = "";
    there = there && ombud_day_format(day, text, sizeof text) == OMBUD_OK;
    answer_name(to, key, ombud_view_of(there ? text : ""));
}

const char *item_name(growing *to, ombud_view prefix, int64_t number)
{
    to->length = 0;
    grow_view(to, prefix);
    digits_of(to, number);
    return to->text ? to->text : "";
}

void answer_item(growing *to, const char *key, ombud_view prefix, int64_t number)
{
    answer_key(to, key);
    if (prefix.len) {
        grow_z(to, "\"");
        grow_view(to, prefix);
        digits_of(to, number);
        grow_z(to, "\"");
    } else {
        grow_z(to, "null");
    }
}

void answer_roles(growing *to, const char *key, const ombud_law *law, uint64_t roles)
{
    answer_key(to, key);
    answer_open(to, '[');
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ROLE); i++) {
        ombud_word role = OMBUD_WORD_INIT;
        if ((roles >> i & 1) && ombud_law_word(law, OMBUD_WORD_ROLE, i, OMBUD_LANG_EN, &role) == OMBUD_OK) {
            answer_string(to, role.name);
        }
    }
    answer_close(to, ']');
}

void answer_provision(growing *to, const char *key, const ombud_law *law, size_t provision)
{
    ombud_provision found = OMBUD_PROVISION_INIT;
    found.id = ombud_view_of("");
    if (provision != SIZE_MAX) {
        (void)ombud_law_provision(law, provision, OMBUD_LANG_EN, &found);
    }
    answer_name(to, key, found.id);
}

void answer_error(growing *to, ombud_status status, const ombud_error *err)
{
    to->length = 0;
    answer_open(to, '{');
    answer_key(to, "error");
    answer_open(to, '{');
    answer_text(to, "status", ombud_view_of(ombud_status_name(status)));
    answer_text(to, "message", ombud_view_of(err->message));
    answer_text(to, "remedy", ombud_view_of(err->remedy));
    answer_key(to, "line");
    answer_number(to, err->line);
    answer_key(to, "column");
    answer_number(to, err->column);
    answer_text(to, "excerpt", ombud_view_of(err->excerpt));
    answer_text(to, "nearest", ombud_view_of(err->nearest));
    answer_close(to, '}');
    answer_close(to, '}');
}
