/*
 * The pen of the picture: escaping, lengths, how wide a text is, lines and wrapped paragraphs.
 */
#include "render/svg.h"

void ombud__svg_z(ombud__svg *svg, const char *markup)
{
    if (svg->drawing)
        ombud__render_z(&svg->scene->out, markup);
}

/* What XML 1.0 allows as a character: no controls but white space, and not U+FFFE and U+FFFF. */
static size_t forbidden(ombud_view text, size_t at)
{
    unsigned char byte = (unsigned char)text.ptr[at];
    if (byte < 0x20 || byte == 0x7F)
        return 1;
    int last_two = byte == 0xEF && at + 2 < text.len && (unsigned char)text.ptr[at + 1] == 0xBF &&
                   (unsigned char)text.ptr[at + 2] >= 0xBE;
    return last_two ? 3 : 0;
}

void ombud__svg_text(ombud__svg *svg, ombud_view text)
{
    for (size_t i = 0; i < text.len && svg->drawing; i++) {
        size_t bad = forbidden(text, i);
        if (bad) {
            ombud__svg_z(svg, " ");
            i += bad - 1;
            continue;
        }
        switch (text.ptr[i]) {
        case '<': ombud__svg_z(svg, "&lt;"); break;
        case '>': ombud__svg_z(svg, "&gt;"); break;
        case '&': ombud__svg_z(svg, "&amp;"); break;
        case '"': ombud__svg_z(svg, "&quot;"); break;
        case '\'': ombud__svg_z(svg, "&#39;"); break;
        default: ombud__render_bytes(&svg->scene->out, text.ptr + i, 1);
        }
    }
}

void ombud__svg_length(ombud__svg *svg, int64_t tenths)
{
    if (!svg->drawing)
        return;
    if (tenths < 0) {
        ombud__svg_z(svg, "-");
        tenths = -tenths;
    }
    ombud__render_number(&svg->scene->out, tenths / 10);
    if (tenths % 10) {
        ombud__svg_z(svg, ".");
        ombud__render_number(&svg->scene->out, tenths % 10);
    }
}

void ombud__svg_attribute(ombud__svg *svg, const char *name, int64_t tenths)
{
    ombud__svg_z(svg, " ");
    ombud__svg_z(svg, name);
    ombud__svg_z(svg, "=\"");
    ombud__svg_length(svg, tenths);
    ombud__svg_z(svg, "\"");
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

/* Advance widths of printable ASCII in thousandths of the size, of DejaVu Sans: the widest of the fonts asked for. */
static const uint16_t widths[] = {
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838,
};

static int continues(char byte)
{
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

/* Width of the character that begins at a byte: letters with marks (U+0080 to U+024F) as an n, all others as wide as
 * high; bold letters are an eighth wider. */
static int64_t char_width(char byte, const ombud__svg_style *style)
{
    unsigned char first = (unsigned char)byte;
    int64_t width = first < 0x80   ? (first >= 0x20 && first < 0x7F ? widths[first - 0x20] : 318)
                    : first < 0xC9 ? 660
                                   : 1000;
    return (width + (style->bold ? width / 8 : 0)) * style->size;
}

int64_t ombud__svg_width(ombud_view text, const ombud__svg_style *style)
{
    int64_t width = 0;
    for (size_t i = 0; i < text.len; i++)
        width += continues(text.ptr[i]) ? 0 : char_width(text.ptr[i], style);
    return width / 1000 + 1;
}

void ombud__svg_label(ombud__svg *svg, int64_t x, int64_t baseline, const char *anchor, const ombud__svg_style *style,
                      ombud_view text)
{
    ombud__svg_z(svg, "<text");
    ombud__svg_attribute(svg, "x", x);
    ombud__svg_attribute(svg, "y", baseline);
    ombud__svg_attribute(svg, "font-size", style->size);
    ombud__svg_z(svg, style->bold ? " font-weight=\"bold\" fill=\"" : " fill=\"");
    ombud__svg_z(svg, style->fill);
    if (*anchor != 's') {
        ombud__svg_z(svg, "\" text-anchor=\"");
        ombud__svg_z(svg, anchor);
    }
    ombud__svg_z(svg, "\">");
    ombud__svg_text(svg, text);
    ombud__svg_z(svg, "</text>\n");
}

/* How many bytes from `from` on fit, whole words if there is a blank to cut at. At least one character. */
static size_t fitting(ombud_view text, size_t from, int64_t room, const ombud__svg_style *style)
{
    int64_t width = 0;
    size_t blank = from, i = from;
    for (; i < text.len; i++) {
        if (continues(text.ptr[i]))
            continue;
        if (text.ptr[i] == ' ')
            blank = i;
        width += char_width(text.ptr[i], style);
        if (width > room * 1000 && i > from)
            return (blank > from ? blank : i) - from;
    }
    return i - from;
}

void ombud__svg_paragraph(ombud__svg *svg, int64_t x, int64_t width, const ombud__svg_style *style, ombud_view text)
{
    for (size_t at = 0; at < text.len;) {
        size_t length = fitting(text, at, width, style);
        ombud_view line = {text.ptr + at, length};
        ombud__svg_label(svg, x, svg->y + style->size, "start", style, line);
        svg->y += style->size * 4 / 3;
        at += length;
        while (at < text.len && text.ptr[at] == ' ')
            at++;
    }
}

/* ---- shapes ------------------------------------------------------------------------------------------------------ */

/* An element with four lengths. */
static void four(ombud__svg *svg, const char *open, const char *const names[4], const int64_t tenths[4],
                 const char *more)
{
    ombud__svg_z(svg, open);
    for (int i = 0; i < 4; i++)
        ombud__svg_attribute(svg, names[i], tenths[i]);
    ombud__svg_z(svg, " ");
    ombud__svg_z(svg, more);
    ombud__svg_z(svg, "/>\n");
}

void ombud__svg_line(ombud__svg *svg, int64_t x1, int64_t y1, int64_t x2, int64_t y2, const char *more)
{
    static const char *const names[] = {"x1", "y1", "x2", "y2"};
    const int64_t tenths[] = {x1, y1, x2, y2};
    four(svg, "<line", names, tenths, more);
}

void ombud__svg_rect(ombud__svg *svg, int64_t x, int64_t y, int64_t wide, int64_t high, const char *more)
{
    static const char *const names[] = {"x", "y", "width", "height"};
    const int64_t tenths[] = {x, y, wide, high};
    four(svg, "<rect", names, tenths, more);
}

void ombud__svg_mark(ombud__svg *svg, int64_t x, int64_t y, const char *drawing)
{
    ombud__svg_z(svg, "<g transform=\"translate(");
    ombud__svg_length(svg, x);
    ombud__svg_z(svg, " ");
    ombud__svg_length(svg, y);
    ombud__svg_z(svg, ")\">");
    ombud__svg_z(svg, drawing);
    ombud__svg_z(svg, "</g>\n");
}
