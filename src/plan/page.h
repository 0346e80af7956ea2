/*
 * Showing a plan: fixed words, the sheet on which text and HTML are written by the same hand, and what stands on it.
 */
#ifndef OMBUD__PLAN_PAGE_H
#define OMBUD__PLAN_PAGE_H

#include "plan/plan.h"
#include "render/out.h"

/* ---- words.c ----------------------------------------------------------------------------------------------------- */

typedef enum ombud__plan_word {
    OMBUD__P_TITLE,
    OMBUD__P_NAMED,
    OMBUD__P_NAMED_HELP,
    OMBUD__P_THEME,
    OMBUD__P_TOTAL,
    OMBUD__P_PRINTED,
    OMBUD__P_PRINTED_HELP,
    OMBUD__P_COVERAGE,
    OMBUD__P_COVERED,
    OMBUD__P_UNCOVERED,
    OMBUD__P_DEMANDS,
    OMBUD__P_TABLE,
    OMBUD__P_DUTIES,
    OMBUD__P_EVERY,
    OMBUD__P_FINDINGS,
    OMBUD__P_NO_FINDINGS,
    OMBUD__P_LISTED, /* the statuses of demands, in the order of the schema */
    OMBUD__P_ANSWERED,
    OMBUD__P_NO_RESPONSE,
    OMBUD__P_NONE_PLANNED,
    OMBUD__P_PLANNED_LATER,
    OMBUD__P_NOT_COMPETENT,
    OMBUD__P_FAULTS, /* a heading for each fault, then a sentence for each */
    OMBUD__P_SENTENCES = OMBUD__P_FAULTS + OMBUD_PLAN_FAULT_TOTAL + 1,
    OMBUD__P_COUNT = OMBUD__P_SENTENCES + OMBUD_PLAN_FAULT_TOTAL + 1
} ombud__plan_word;

ombud_view ombud__plan_say(ombud__plan_word word, ombud_lang lang);

/* ---- sheet.c: headings, tables and lines, as text or as HTML ----------------------------------------------------- */

typedef struct ombud__plan_sheet {
    ombud__render_out out;
    int html;
    ombud_lang lang;
    size_t columns; /* of the present table */
} ombud__plan_sheet;

typedef enum ombud__plan_look {
    OMBUD__LOOK_PLAIN,
    OMBUD__LOOK_HEAD,
    OMBUD__LOOK_FAINT,
    OMBUD__LOOK_RULE,
    OMBUD__LOOK_WRONG,
    OMBUD__LOOK_BENEATH /* of lines: belongs to the one above */
} ombud__plan_look;

typedef struct ombud__plan_box {
    char text[96];
    ombud__out out;  /* over `text` */
    int64_t percent; /* how much of the box is filled, in HTML */
    ombud__plan_look look;
} ombud__plan_box;

void ombud__box_begin(ombud__plan_box *box, ombud__plan_look look);

void ombud__sheet_begin(ombud__plan_sheet *sheet, ombud_view title);
void ombud__sheet_end(ombud__plan_sheet *sheet);
void ombud__sheet_heading(ombud__plan_sheet *sheet, ombud_view text);
void ombud__sheet_line(ombud__plan_sheet *sheet, ombud_view text, ombud__plan_look look);
/* Most columns of a table beside the first. */
size_t ombud__sheet_room(const ombud__plan_sheet *sheet);
void ombud__sheet_table(ombud__plan_sheet *sheet, size_t columns);
void ombud__sheet_row(ombud__plan_sheet *sheet, ombud_view head, ombud__plan_box *boxes, int is_head);
void ombud__sheet_table_end(ombud__plan_sheet *sheet);

/* ---- page.c, sentence.c, json.c ---------------------------------------------------------------------------------- */

/* A row by its name for people. */
void ombud__plan_say_row(ombud__out *to, const ombud_plan *plan, ombud_plan_table table, size_t row, ombud_lang lang);
/* What a finding says, as a sentence. */
void ombud__plan_say_finding(ombud__out *to, const ombud_plan *plan, const ombud_plan_finding *finding,
                             ombud_lang lang);

/* Measures that neither a contribution nor an action names. */
int ombud__plan_is_uncovered(const ombud_plan *plan, size_t measure);
/* Demands of a resolution with a status, 1 to 6. */
int64_t ombud__plan_demands(const ombud_plan *plan, size_t resolution, int64_t status);

void ombud__plan_page(ombud__plan_sheet *sheet, const ombud_plan *plan, const ombud_plan_findings *findings,
                      ombud_view title);
void ombud__plan_json(ombud__render_out *out, const ombud_plan *plan, const ombud_plan_findings *findings,
                      ombud_lang lang);

#endif
