/* Bounded writing, comparing and checking of text; see text.h. */
#include "text.h"

#include <string.h>

void ombud__out_view(ombud__out *out, ombud_view text)
{
    if (out->length < out->capacity) {
        size_t room = out->capacity - out->length - 1;
        size_t fits = text.len < room ? text.len : room;
        if (fits > 0)
            memcpy(out->ptr + out->length, text.ptr, fits);
        out->ptr[out->length + fits] = '\0';
    }
    out->length += text.len;
}

void ombud__out_z(ombud__out *out, const char *z)
{
    ombud_view text = {z, strlen(z)};
    ombud__out_view(out, text);
}

void ombud__out_char(ombud__out *out, char byte)
{
    ombud_view text = {&byte, 1};
    ombud__out_view(out, text);
}

void ombud__out_number(ombud__out *out, int64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest != 0);
    if (number < 0)
        digits[--at] = '-';
    ombud_view text = {digits + at, sizeof digits - at};
    ombud__out_view(out, text);
}

void ombud__out_day(ombud__out *out, int64_t day)
{
    char iso[11];
    ombud__out_z(out, ombud_day_format(day, iso, sizeof iso) == OMBUD_OK ? iso : "?");
}

void ombud__out_period(ombud__out *out, ombud_period period)
{
    char text[8];
    ombud__out_z(out, ombud_period_format(period, text, sizeof text) == OMBUD_OK ? text : "?");
}

void ombud__out_hex(ombud__out *out, uint64_t number, int digits)
{
    for (int place = digits - 1; place >= 0; place--)
        ombud__out_char(out, place > 15 ? '0' : "0123456789abcdef"[number >> (4 * place) & 15]);
}

int64_t ombud__number_of(ombud_view digits)
{
    int64_t number = 0;
    if (digits.len == 0 || digits.len > 16 || digits.ptr[0] == '0')
        return 0;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return 0;
        number = number * 10 + (digits.ptr[i] - '0');
    }
    return number <= OMBUD_NUMBER_MAX ? number : 0;
}

void ombud__numbered(ombud_view word, ombud_view *prefix, ombud_view *digits)
{
    size_t letters = word.len;
    while (letters > 0 && word.ptr[letters - 1] >= '0' && word.ptr[letters - 1] <= '9')
        letters--;
    *prefix = (ombud_view){word.ptr, letters};
    *digits = (ombud_view){word.ptr + letters, word.len - letters};
}

int ombud__view_is(ombud_view a, ombud_view b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.ptr, b.ptr, a.len) == 0);
}

int ombud__view_is_z(ombud_view a, const char *z)
{
    ombud_view b = {z, strlen(z)};
    return ombud__view_is(a, b);
}

/* The length of the character at the beginning of `at`, 0 if it is none or a control. Bounds by lead byte: RFC 3629,
 * section 4. */
static size_t utf8_character(const unsigned char *at, size_t length)
{
    unsigned char lead = at[0];
    if (lead < 0x80)
        return (lead >= 0x20 && lead != 0x7f) || lead == '\n' || lead == '\t' || lead == '\r';
    size_t size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size == 0 || size > length)
        return 0;
    unsigned char least = lead == 0xe0 || lead == 0xc2 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    unsigned char most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at[1] < least || at[1] > most)
        return 0;
    for (size_t i = 2; i < size; i++) {
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    }
    return size;
}

size_t ombud__utf8_fault(const char *text, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t size = utf8_character((const unsigned char *)text + at, length - at);
        if (size == 0)
            return at;
        at += size;
    }
    return length;
}
