/*
 * Reads a question of the page: one flat object of JSON, all of whose values are strings.
 */
#include "page.h"

#include <stdlib.h>
#include <string.h>

typedef struct reader {
    const char *at, *end;
    growing *text;
} reader;

static void skip_blanks(reader *r)
{
    while (r->at < r->end && (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r')) {
        r->at++;
    }
}

static int take(reader *r, char wanted)
{
    skip_blanks(r);
    if (r->at < r->end && *r->at == wanted) {
        r->at++;
        return 1;
    }
    return 0;
}

/* Four hexadecimal digits; -1 if they are not there. */
static long take_hex(reader *r)
{
    static const char digits[] = "0123456789abcdef";
    long value = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        const char *found =
            r->at < r->end && *r->at ? strchr(digits, *r->at >= 'A' && *r->at <= 'F' ? *r->at + 32 : *r->at) : NULL;
        if (!found) {
            return -1;
        }
        value = value * 16 + (found - digits);
    }
    return value;
}

static void add_utf8(growing *to, long code)
{
    char bytes[4];
    size_t count = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const int leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = count; i-- > 0; code >>= 6) {
        bytes[i] = (char)(i ? 0x80 | (code & 0x3F) : leads[count] | code);
    }
    (void)grow(to, bytes, count);
}

/* What stands after a backslash. */
static int take_escape(reader *r)
{
    static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
    char name = r->at < r->end ? *r->at++ : '\0';
    const char *plain = name ? strchr(names, name) : NULL;
    if (plain) {
        (void)grow(r->text, values + (plain - names), 1);
        return 1;
    }
    long code = name == 'u' ? take_hex(r) : -1;
    if (code >= 0xD800 && code < 0xDC00 && r->end - r->at >= 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        r->at += 2;
        long low = take_hex(r);
        code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00) : -1;
    }
    if (code <= 0 || (code >= 0xD800 && code < 0xE000)) {
        return 0;
    }
    add_utf8(r->text, code);
    return 1;
}

/* A string into the text, NUL-terminated; `from` is where it begins there. */
static int take_string(reader *r, size_t *from)
{
    *from = r->text->length;
    if (!take(r, '"')) {
        return 0;
    }
    while (r->at < r->end && *r->at != '"') {
        unsigned char byte = (unsigned char)*r->at++;
        if (byte < 0x20 || (byte == '\\' && !take_escape(r))) {
            return 0;
        }
        if (byte != '\\') {
            (void)grow(r->text, r->at - 1, 1);
        }
    }
    (void)grow(r->text, "", 1);
    return r->at++ < r->end;
}

const char *request_read(request *out, const char *json, size_t length)
{
    reader r = {json, json + length, &out->text};
    memset(out, 0, sizeof *out);
    if (!take(&r, '{')) {
        return "a question is an object of JSON";
    }
    while (!take(&r, '}')) {
        size_t i = out->count;
        if (i == FIELDS_MAX) {
            return "the question has too many keys";
        }
        if ((i && !take(&r, ',')) || !take_string(&r, &out->keys[i]) || !take(&r, ':') ||
            !take_string(&r, &out->values[i])) {
            return "a question is a flat object of JSON whose values are strings";
        }
        out->lengths[i] = out->text.length - 1 - out->values[i];
        out->count++;
    }
    skip_blanks(&r);
    return r.at != r.end ? "something stands after the question" : out->text.failed ? "out of memory" : NULL;
}

void request_free(request *asked)
{
    free(asked->text.text);
    asked->text.text = NULL;
}

ombud_view request_get(const request *asked, const char *key)
{
    ombud_view found = {"", 0};
    for (size_t i = 0; i < asked->count; i++) {
        if (strcmp(asked->text.text + asked->keys[i], key) == 0) {
            found.ptr = asked->text.text + asked->values[i];
            found.len = asked->lengths[i];
        }
    }
    return found;
}
