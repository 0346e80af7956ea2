/*
 * The sheet: headings, tables and lines, as text for a terminal or as one page of HTML that needs no other file. What
 * matters is told by signs and borders, so that it can be read in grey and aloud.
 */
#include "plan/page.h"

#include "kernel/enums.h"

#define HEAD_WIDTH 40
#define ROOM 5

static const char style[] =
    "body{font:15px/1.45 system-ui,sans-serif;color:#111;background:#fff;margin:2em auto;max-width:75em;padding:0 1em}"
    "h1{font-size:1.6em}h2{font-size:1.25em;margin:2.2em 0 .4em;border-bottom:2px solid #333}"
    "table{border-collapse:collapse;margin:.8em 0}th,td{border:1px solid #bbb;padding:.3em .7em .5em;text-align:right;"
    "font-variant-numeric:tabular-nums;white-space:nowrap}thead th{background:#eee;font-weight:600;white-space:normal;"
    "vertical-align:bottom;min-width:4.5em}tr>:first-child{text-align:left;white-space:nowrap;background:#f6f6f6}"
    "tbody th{font-weight:400}tbody tr:last-child>*{border-top:2px solid #333;font-weight:600}"
    /* How much is named: a dark stroke on a light one, beneath the number. */
    ".part{background:linear-gradient(#444 0 0) 0 100%/var(--part) 5px no-repeat,linear-gradient(#ddd 0 0) 0 100%/100% "
    "5px "
    "no-repeat}"
    ".faint{color:#555}.rule{border:2px dashed #555}.wrong{font-weight:700;border:3px solid #000}"
    "p{margin:.3em 0}p.head{font-weight:600;margin-top:1.2em}p.beneath{margin-left:2em;color:#444}"
    "div.wide{overflow-x:auto}@media print{h2{break-after:avoid}tr{break-inside:avoid}}";

static void put(ombud__plan_sheet *sheet, const char *z)
{
    ombud__render_z(&sheet->out, z);
}

/* Text in which whatever HTML would take for markup is escaped. */
static void put_escaped(ombud__plan_sheet *sheet, ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        const char *instead = text.ptr[i] == '&'   ? "&amp;"
                              : text.ptr[i] == '<' ? "&lt;"
                              : text.ptr[i] == '>' ? "&gt;"
                              : text.ptr[i] == '"' ? "&quot;"
                                                   : NULL;
        if (instead)
            put(sheet, instead);
        else
            ombud__render_bytes(&sheet->out, text.ptr + i, 1);
    }
}

static void element(ombud__plan_sheet *sheet, const char *open, ombud_view text, const char *close)
{
    put(sheet, open);
    put_escaped(sheet, text);
    put(sheet, close);
}

void ombud__box_begin(ombud__plan_box *box, ombud__plan_look look)
{
    const ombud__out empty = {box->text, sizeof box->text, 0};
    box->out = empty;
    box->text[0] = '\0';
    box->percent = 0;
    box->look = look;
}

void ombud__sheet_begin(ombud__plan_sheet *sheet, ombud_view title)
{
    const ombud__render_cell cell = {0, OMBUD__RENDER_WIDTH, 0, OMBUD__BOLD, title};
    if (!sheet->html) {
        ombud__render_row(&sheet->out, &cell, 1);
        return;
    }
    put(sheet, "<!DOCTYPE html>\n<html lang=\"");
    put(sheet, ombud__lang_word(sheet->lang));
    element(sheet, "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>",
            title, "</title>\n<style>");
    put(sheet, style);
    element(sheet, "</style></head>\n<body><h1>", title, "</h1>\n");
}

void ombud__sheet_end(ombud__plan_sheet *sheet)
{
    put(sheet, sheet->html ? "</body></html>\n" : "");
}

void ombud__sheet_heading(ombud__plan_sheet *sheet, ombud_view text)
{
    const ombud__render_cell cell = {0, OMBUD__RENDER_WIDTH, 0, OMBUD__BOLD, text};
    put(sheet, "\n");
    if (sheet->html)
        element(sheet, "<h2>", text, "</h2>\n");
    else
        ombud__render_row(&sheet->out, &cell, 1);
}

void ombud__sheet_line(ombud__plan_sheet *sheet, ombud_view text, ombud__plan_look look)
{
    static const char *const opens[] = {"<p>", "<p class=\"head\">",   "<p class=\"faint\">", "<p>",
                                        "<p>", "<p class=\"beneath\">"};
    static const ombud__tint tints[] = {OMBUD__PLAIN, OMBUD__BOLD, OMBUD__FAINT,
                                        OMBUD__PLAIN, OMBUD__RED,  OMBUD__FAINT};
    size_t at = look == OMBUD__LOOK_BENEATH ? 6 : look == OMBUD__LOOK_PLAIN ? 2 : 0;
    const ombud__render_cell cell = {at, OMBUD__RENDER_WIDTH - at, 0, tints[look], text};
    if (sheet->html) {
        element(sheet, opens[look], text, "</p>\n");
    } else {
        put(sheet, look == OMBUD__LOOK_HEAD ? "\n" : "");
        ombud__render_row(&sheet->out, &cell, 1);
    }
}

size_t ombud__sheet_room(const ombud__plan_sheet *sheet)
{
    return sheet->html ? OMBUD_PLAN_COLUMNS_MAX : ROOM;
}

void ombud__sheet_table(ombud__plan_sheet *sheet, size_t columns)
{
    sheet->columns = columns;
    put(sheet, sheet->html ? "<div class=\"wide\"><table>\n" : "\n");
}

void ombud__sheet_table_end(ombud__plan_sheet *sheet)
{
    put(sheet, sheet->html ? "</tbody></table></div>\n" : "");
}

static void html_row(ombud__plan_sheet *sheet, ombud_view head, ombud__plan_box *boxes, int is_head)
{
    static const char *const looks[] = {"", "", " class=\"faint\"", " class=\"rule\"", " class=\"wrong\""};
    element(sheet, is_head ? "<thead><tr><th scope=\"col\">" : "<tr><th scope=\"row\">", head, "</th>");
    for (size_t i = 0; i < sheet->columns; i++) {
        put(sheet, is_head ? "<th scope=\"col\">" : "<td");
        if (!is_head) {
            put(sheet, looks[boxes[i].look]);
            if (boxes[i].percent > 0) {
                put(sheet, " class=\"part\" style=\"--part:");
                ombud__render_number(&sheet->out, boxes[i].percent);
                put(sheet, "%\"");
            }
            put(sheet, ">");
        }
        put_escaped(sheet, ombud__fitted(boxes[i].text, sizeof boxes[i].text, boxes[i].out.length));
        put(sheet, is_head ? "</th>" : "</td>");
    }
    put(sheet, is_head ? "</tr></thead><tbody>\n" : "</tr>\n");
}

void ombud__sheet_row(ombud__plan_sheet *sheet, ombud_view head, ombud__plan_box *boxes, int is_head)
{
    static const ombud__tint tints[] = {OMBUD__PLAIN, OMBUD__BOLD, OMBUD__FAINT, OMBUD__YELLOW, OMBUD__RED};
    ombud__render_cell cells[ROOM + 1];
    if (sheet->html) {
        html_row(sheet, head, boxes, is_head);
        return;
    }
    const ombud__render_cell first = {0, HEAD_WIDTH, 0, is_head ? OMBUD__BOLD : OMBUD__PLAIN, head};
    cells[0] = first;
    for (size_t i = 0; i < sheet->columns; i++) {
        size_t width = (OMBUD__RENDER_WIDTH - HEAD_WIDTH) / ROOM;
        const ombud__render_cell cell = {HEAD_WIDTH + i * width + 1, width - 1, 1,
                                         is_head ? OMBUD__BOLD : tints[boxes[i].look],
                                         ombud__fitted(boxes[i].text, sizeof boxes[i].text, boxes[i].out.length)};
        cells[i + 1] = cell;
    }
    ombud__render_row(&sheet->out, cells, sheet->columns + 1);
}
