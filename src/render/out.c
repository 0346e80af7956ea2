/*
 * Buffering before the sink, column counting, and rows of cells wrapped at words.
 */
#include "render/out.h"

#include <string.h>

void ombud__render_open(ombud__render_out *out, ombud_sink sink, void *user, int colour)
{
    out->sink = sink;
    out->user = user;
    out->colour = colour;
    out->stopped = 0;
    out->used = 0;
}

void ombud__render_flush(ombud__render_out *out)
{
    if (out->used)
        out->stopped = out->sink(out->user, out->buffer, out->used);
    out->used = 0;
}

void ombud__render_bytes(ombud__render_out *out, const char *bytes, size_t length)
{
    while (length && !out->stopped) {
        size_t room = sizeof out->buffer - out->used;
        size_t piece = length < room ? length : room;
        memcpy(out->buffer + out->used, bytes, piece);
        out->used += piece;
        bytes += piece;
        length -= piece;
        if (out->used == sizeof out->buffer)
            ombud__render_flush(out);
    }
}

void ombud__render_z(ombud__render_out *out, const char *z)
{
    ombud__render_bytes(out, z, strlen(z));
}

void ombud__render_view(ombud__render_out *out, ombud_view text)
{
    ombud__render_bytes(out, text.ptr, text.len);
}

void ombud__render_number(ombud__render_out *out, int64_t number)
{
    char digits[24];
    ombud__out text = {digits, sizeof digits, 0};
    ombud__out_number(&text, number);
    ombud__render_bytes(out, digits, text.length);
}

/* ---- columns and cells ------------------------------------------------------------------------------------------- */

/* Bytes that continue a character take no column of their own. */
static int continues(char byte)
{
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

size_t ombud__columns(ombud_view text)
{
    size_t columns = 0;
    for (size_t i = 0; i < text.len; i++)
        columns += !continues(text.ptr[i]);
    return columns;
}

/* Where a piece may be cut one word sooner, so that the last word of a text does not stand alone; else `cut`. */
static size_t with_company(ombud_view text, size_t from, size_t cut, size_t width)
{
    size_t before = cut - 1;
    while (before > from && text.ptr[before] != ' ')
        before--;
    ombud_view rest = {text.ptr + before + 1, text.len - before - 1};
    int alone = !memchr(text.ptr + cut + 1, ' ', text.len - cut - 1);
    return alone && before > from && ombud__columns(rest) <= width ? before : cut;
}

/* How many bytes from `from` on stand in `width` columns, whole words if there is one. */
static size_t fitting(ombud_view text, size_t from, size_t width)
{
    size_t columns = 0, last_blank = 0, i = from;
    for (; i < text.len; i++) {
        if (continues(text.ptr[i]))
            continue;
        if (text.ptr[i] == ' ')
            last_blank = i;
        if (columns == width)
            return (last_blank > from ? last_blank : i) - from;
        columns++;
    }
    return i - from;
}

static size_t length_of_piece(const ombud__render_cell *cell, size_t from)
{
    size_t length = fitting(cell->text, from, cell->width), cut = from + length;
    int at_blank = cut < cell->text.len && cell->text.ptr[cut] == ' ';
    return cell->right && at_blank ? with_company(cell->text, from, cut, cell->width) - from : length;
}

static void blanks(ombud__render_out *out, size_t count)
{
    while (count--)
        ombud__render_bytes(out, " ", 1);
}

static void tinted(ombud__render_out *out, ombud__tint tint, ombud_view text)
{
    static const char *const begin[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m"};
    int colour = out->colour && tint != OMBUD__PLAIN;
    if (colour)
        ombud__render_z(out, begin[tint]);
    ombud__render_view(out, text);
    if (colour)
        ombud__render_z(out, "\x1b[0m");
}

#define CELLS_MAX 6

void ombud__render_row(ombud__render_out *out, const ombud__render_cell *cells, size_t count)
{
    size_t done[CELLS_MAX] = {0};
    int more = 1;
    count = count < CELLS_MAX ? count : CELLS_MAX;
    while (more && !out->stopped) {
        size_t column = 0;
        more = 0;
        for (size_t i = 0; i < count; i++) {
            const ombud__render_cell *cell = &cells[i];
            if (done[i] >= cell->text.len)
                continue;
            size_t length = length_of_piece(cell, done[i]);
            ombud_view piece = {cell->text.ptr + done[i], length};
            size_t columns = ombud__columns(piece);
            size_t at = cell->at + (cell->right && columns < cell->width ? cell->width - columns : 0);
            blanks(out, at > column ? at - column : 0);
            tinted(out, cell->tint, piece);
            column = at + columns;
            done[i] += length;
            /* The blank at which the piece was cut is not written. */
            if (done[i] < cell->text.len && cell->text.ptr[done[i]] == ' ')
                done[i]++;
            more = more || done[i] < cell->text.len;
        }
        ombud__render_bytes(out, "\n", 1);
    }
}

/* ---- bounded texts ----------------------------------------------------------------------------------------------- */

void ombud__phrase_begin(ombud__phrase *phrase)
{
    phrase->out.ptr = phrase->text;
    phrase->out.capacity = sizeof phrase->text;
    phrase->out.length = 0;
    phrase->text[0] = '\0';
}

ombud_view ombud__fitted(char *buffer, size_t capacity, size_t length)
{
    static const char ellipsis[] = "\xE2\x80\xA6";
    ombud_view text = {buffer, length};
    if (length >= capacity) {
        size_t end = capacity - sizeof ellipsis;
        while (end && continues(buffer[end]))
            end--;
        memcpy(buffer + end, ellipsis, sizeof ellipsis);
        text.len = end + sizeof ellipsis - 1;
    }
    return text;
}

ombud_view ombud__phrase_end(ombud__phrase *phrase)
{
    return ombud__fitted(phrase->text, sizeof phrase->text, phrase->out.length);
}
