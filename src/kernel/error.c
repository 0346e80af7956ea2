/**
 * Filling a caller's ombud_error: message, place, excerpt and the nearest known name.
 */
#include "error.h"

#include <string.h>

#include "sized.h"

static int takes_error(const ombud_error *err)
{
    return err && err->struct_size >= OMBUD__END_OF(ombud_error, nearest);
}

/** The length of the UTF-8 character at the beginning of `text`, and its code point; 0 if there is none. */
static size_t utf8_character(const unsigned char *text, size_t length, uint32_t *code)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char lead = text[0];
    size_t size = lead < 0x80 ? 1 : lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
    if (size > length)
        return 0;
    *code = size == 1 ? lead : lead & (0x7fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((text[i] & 0xc0) != 0x80)
            return 0;
        *code = *code << 6 | (text[i] & 0x3fu);
    }
    if (*code < least[size] || *code > 0x10ffff || (*code >= 0xd800 && *code <= 0xdfff))
        return 0;
    return size;
}

/** Controls, and the marks that would reorder or hide the text around them on a screen. */
static int is_printable(uint32_t code)
{
    static const uint32_t hidden[][2] = {
        {0, 0x1f},        {0x7f, 0x9f},     {0xad, 0xad},     {0x61c, 0x61c},   {0x200b, 0x200f},
        {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0000, 0xe007f},
    };
    for (size_t i = 0; i < sizeof hidden / sizeof hidden[0]; i++) {
        if (code >= hidden[i][0] && code <= hidden[i][1])
            return 0;
    }
    return 1;
}

/** Writes what fits of a text into 48 bytes of whole characters, bytes that are not printable as \xNN, and a NUL. */
static void write_excerpt(char *to, const char *text, size_t length)
{
    static const char hex[] = "0123456789abcdef";
    const unsigned char *bytes = (const unsigned char *)text;
    size_t written = 0;
    for (size_t at = 0; at < length;) {
        uint32_t code = 0;
        size_t size = utf8_character(bytes + at, length - at, &code);
        int plain = size != 0 && is_printable(code);
        size = size == 0 ? 1 : size;
        if (written + (plain ? size : 4 * size) > OMBUD__EXCERPT_MAX)
            break;
        for (size_t end = at + size; at < end; at++) {
            if (plain) {
                to[written++] = text[at];
            } else {
                to[written++] = '\\';
                to[written++] = 'x';
                to[written++] = hex[bytes[at] >> 4];
                to[written++] = hex[bytes[at] & 15];
            }
        }
    }
    to[written] = '\0';
}

ombud_status ombud__fail_at(ombud_error *err, ombud_status code, const char *message, const char *remedy, uint32_t line,
                            uint32_t column, const char *token, size_t token_length)
{
    if (takes_error(err)) {
        err->code = code;
        err->message = message;
        err->remedy = remedy;
        err->line = line;
        err->column = column;
        err->host_code = 0;
        write_excerpt(err->excerpt, token, token_length);
        err->nearest[0] = '\0';
    }
    return code;
}

ombud_status ombud__fail(ombud_error *err, ombud_status code, const char *message, const char *remedy)
{
    return ombud__fail_at(err, code, message, remedy, 0, 0, "", 0);
}

ombud_status ombud__fail_no_memory_for(ombud_error *err, const char *message)
{
    return ombud__fail(err, OMBUD_E_NOMEM, message, "give the allocator more memory");
}

ombud_status ombud__fail_no_memory(ombud_error *err)
{
    return ombud__fail_no_memory_for(err, "there is no memory");
}

ombud_status ombud__fail_no_memory_to_answer(ombud_error *err)
{
    return ombud__fail_no_memory_for(err, "there is no memory to answer");
}

ombud_status ombud__fail_callback(ombud_error *err, int64_t host_code, const char *message, const char *remedy)
{
    ombud__fail(err, OMBUD_E_CALLBACK, message, remedy);
    if (takes_error(err))
        err->host_code = host_code;
    return OMBUD_E_CALLBACK;
}

ombud_status ombud__fail_as(ombud_error *err, const ombud_error *from)
{
    const size_t skip = sizeof err->struct_size;
    if (takes_error(err))
        memcpy((char *)err + skip, (const char *)from + skip, OMBUD__END_OF(ombud_error, nearest) - skip);
    return from->code;
}

ombud_status ombud__fail_on_line(ombud_error *err, ombud_status code, uint32_t line)
{
    if (code != OMBUD_OK && code != OMBUD_E_NOMEM && takes_error(err) && err->line == 0) {
        err->line = line;
        err->column = 1;
    }
    return code;
}

/** Distances are in parts of an edit, so that of names that hold a wanted one the shortest is nearest. */
enum { EDIT = 64 };

size_t ombud__nearest_limit(ombud_view wanted)
{
    return EDIT * (1 + wanted.len / 3);
}

static size_t least_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/** How many bytes must be inserted, deleted or changed to make one name of the other (Levenshtein), row by row. */
static size_t edit_distance(ombud_view a, ombud_view b)
{
    size_t row[OMBUD__EXCERPT_MAX + 1];
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t changed = diagonal + (a.ptr[i - 1] != b.ptr[j - 1]);
            diagonal = row[j];
            row[j] = least_of(changed, least_of(row[j], row[j - 1]) + 1);
        }
    }
    return row[b.len];
}

/** Steps to the next word of a name: what stands between two of its marks. */
static int next_part(ombud_view *name, ombud_view *part)
{
    static const char marks[] = "_.- ";
    while (name->len > 0 && memchr(marks, name->ptr[0], sizeof marks - 1)) {
        name->ptr++;
        name->len--;
    }
    *part = *name;
    while (name->len > 0 && !memchr(marks, name->ptr[0], sizeof marks - 1)) {
        name->ptr++;
        name->len--;
    }
    part->len -= name->len;
    return part->len > 0;
}

/** Whether all words of a name stand in another in that order; of a word its beginning is enough unless it is short. */
static int holds_words(ombud_view name, ombud_view words)
{
    enum { SHORT = 4 };
    ombud_view word, part = {"", 0};
    while (next_part(&words, &word)) {
        do {
            if (!next_part(&name, &part))
                return 0;
        } while (part.len < word.len || (part.len > word.len && word.len < SHORT) ||
                 memcmp(part.ptr, word.ptr, word.len) != 0);
    }
    return 1;
}

/** How far a known name is from a wanted one. */
static size_t distance_between(ombud_view wanted, ombud_view known)
{
    enum { LEAST = 3 }; /* shorter names stand in too many others */
    size_t edits = edit_distance(wanted, known) * EDIT;
    if (wanted.len >= LEAST && known.len > wanted.len && holds_words(known, wanted))
        edits = least_of(edits, EDIT + least_of(known.len - wanted.len, EDIT - 1));
    if (known.len > LEAST && wanted.len <= 2 * known.len && holds_words(wanted, known))
        edits = least_of(edits, 2 * EDIT + least_of(wanted.len, EDIT - 1));
    return edits;
}

/** Takes off what two names begin with up to a point. */
static void cut_common(ombud_view *a, ombud_view *b)
{
    size_t common = 0;
    for (size_t i = 0; i < a->len && i < b->len && a->ptr[i] == b->ptr[i]; i++)
        common = a->ptr[i] == '.' ? i + 1 : common;
    a->ptr += common;
    a->len -= common;
    b->ptr += common;
    b->len -= common;
}

void ombud__nearest(ombud_error *err, ombud_view wanted, ombud_view candidate, size_t *distance)
{
    ombud_view known = candidate;
    if (!takes_error(err) || wanted.len > OMBUD__EXCERPT_MAX || candidate.len > OMBUD__EXCERPT_MAX)
        return;
    cut_common(&wanted, &known);
    size_t found = distance_between(wanted, known);
    if (found < *distance && found <= ombud__nearest_limit(wanted)) {
        *distance = found;
        write_excerpt(err->nearest, candidate.ptr, candidate.len);
    }
}

void ombud__nearest_word(ombud_error *err, ombud_view wanted, const void *table, size_t size, size_t count,
                         size_t *distance)
{
    for (size_t i = 0; i < count; i++) {
        const char *word;
        memcpy(&word, (const char *)table + i * size, sizeof word);
        if (!word)
            return;
        ombud__nearest(err, wanted, ombud_view_of(word), distance);
    }
}
