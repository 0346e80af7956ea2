/*
 * A plan as it is kept: the schema of its tables, their rows of cells, and what refers to what.
 */
#ifndef OMBUD__PLAN_H
#define OMBUD__PLAN_H

#include "kernel/pool.h"
#include "kernel/names.h"
#include "ombud/plan.h"

#define OMBUD__PLAN_TABLES 13
#define OMBUD__PLAN_FIELDS_MAX 13

/* ---- schema.c: which columns each table has ---------------------------------------------------------------------- */

typedef enum ombud__plan_form {
    OMBUD__PLAN_ID,      /* unique in the table */
    OMBUD__PLAN_WORDS,   /* any text */
    OMBUD__PLAN_ALIASES, /* further ids of the row, between semicolons */
    OMBUD__PLAN_NUMBER,
    OMBUD__PLAN_NUMBERS, /* between semicolons, as all lists */
    OMBUD__PLAN_DATE,    /* YYYY, YYYY-MM or YYYY-MM-DD: a first and a last day */
    OMBUD__PLAN_PERIOD,
    OMBUD__PLAN_CHOICE, /* one word of `choices` */
    OMBUD__PLAN_ROW,    /* a row of `of` */
    OMBUD__PLAN_ROWS    /* rows of `of` */
} ombud__plan_form;

typedef struct ombud__plan_field {
    const char *name;
    ombud__plan_form form;
    int needed;                 /* the column must be there and no field of it empty */
    ombud_plan_table of;        /* ROW, ROWS */
    const char *const *choices; /* CHOICE: from 1 on; ends with NULL */
} ombud__plan_field;

typedef struct ombud__plan_schema {
    const char *name;
    size_t most;                                            /* rows */
    const ombud__plan_field fields[OMBUD__PLAN_FIELDS_MAX]; /* ends with a name of NULL */
} ombud__plan_schema;

/* NULL for what is no table. */
const ombud__plan_schema *ombud__plan_schema_of(ombud_plan_table table);

/* Every table may have a column `note` for people, which stands in the last place. */
extern const ombud__plan_field ombud__plan_note;
enum { OMBUD__F_NOTE = OMBUD__PLAN_FIELDS_MAX - 1 };

/* The places of the fields that the library reads, in the order of the schema. */
enum { OMBUD__F_ID = 0, OMBUD__F_EN = 1, OMBUD__F_FR = 2, OMBUD__F_NL = 3 };
enum { OMBUD__THEME_MEASURES = 4, OMBUD__THEME_CLOSED };
enum { OMBUD__MEASURE_THEME = 4, OMBUD__MEASURE_TEXT, OMBUD__MEASURE_LIKE };
enum { OMBUD__ACTOR_CATEGORY = 1, OMBUD__ACTOR_ALIASES = 3 };
enum {
    OMBUD__CONTRIBUTION_CATEGORY = 1,
    OMBUD__CONTRIBUTION_ACTORS,
    OMBUD__CONTRIBUTION_YEARS,
    OMBUD__CONTRIBUTION_LINK,
    OMBUD__CONTRIBUTION_THEMES,
    OMBUD__CONTRIBUTION_MEASURES
};
enum { OMBUD__RESOLUTION_DEMANDS = 5, OMBUD__RESOLUTION_MEASURES };
enum { OMBUD__DEMAND_RESOLUTION = 4, OMBUD__DEMAND_NUMBER, OMBUD__DEMAND_STATUS = 8, OMBUD__DEMAND_PLANNED };
enum {
    OMBUD__ACTION_RESOLUTION = 1,
    OMBUD__ACTION_DEMANDS,
    OMBUD__ACTION_CATEGORY,
    OMBUD__ACTION_ACTORS,
    OMBUD__ACTION_FROM,
    OMBUD__ACTION_TO,
    OMBUD__ACTION_MEASURES
};
enum { OMBUD__DUTY_EVERY = 4, OMBUD__DUTY_CREATED, OMBUD__DUTY_FROM, OMBUD__DUTY_TO, OMBUD__DUTY_ANNOUNCED };
enum { OMBUD__MEETING_DUTY = 1, OMBUD__MEETING_ON };
enum {
    OMBUD__COLUMN_TABLE = 4,
    OMBUD__COLUMN_COUNTS,
    OMBUD__COLUMN_CATEGORIES,
    OMBUD__COLUMN_YEARS,
    OMBUD__COLUMN_RESOLUTIONS,
    OMBUD__COLUMN_COMPLETE,
    OMBUD__COLUMN_LIKE
};
enum { OMBUD__PRINTED_COLUMN = 1, OMBUD__PRINTED_THEME, OMBUD__PRINTED_VALUE, OMBUD__PRINTED_OF };
enum { OMBUD__FIGURE_HOW = 4, OMBUD__FIGURE_VALUE, OMBUD__FIGURE_PARTS };

/* Choices that the library reads, from 1 on as in the schema. */
enum { OMBUD__TEXT_REPEATED = 2, OMBUD__TEXT_WRONG = 3 };
enum { OMBUD__LINK_THEME = 4 };
enum { OMBUD__STATUS_NO_RESPONSE = 3 };
enum { OMBUD__MARKED = 2 };
enum { OMBUD__HOW_SUM = 1, OMBUD__HOW_QUOTIENT = 2, OMBUD__HOW_GROWTH = 3 };

/* ---- rows -------------------------------------------------------------------------------------------------------- */

typedef struct ombud__plan_value {
    ombud_view text;       /* as written */
    uint32_t first, count; /* of a list: in the table's `list` */
    int64_t number;        /* NUMBER, CHOICE, ROW; the first day of a DATE; the count of a PERIOD */
    int64_t last;          /* the last day of a DATE; the unit of a PERIOD */
} ombud__plan_value;

typedef struct ombud__plan_row {
    ombud__plan_value field[OMBUD__PLAN_FIELDS_MAX];
} ombud__plan_row;

/* Which rows name a row of another table: those of `row` are by[at[row]] up to by[at[row + 1]]. */
typedef struct ombud__plan_index {
    uint32_t *at, *by;
} ombud__plan_index;

typedef struct ombud__plan_rows {
    ombud__pool pool;
    int loaded;
    ombud__plan_row *row;
    size_t count, room;
    int64_t *list;
    size_t list_count, list_room;
    ombud__names names;
    ombud__plan_index measures, actors; /* of contributions, resolutions and actions; of contributions */
    uint64_t *themes; /* of contributions: a bit for each theme that a row names or has a measure of */
} ombud__plan_rows;

struct ombud_plan {
    ombud_alloc alloc;
    ombud__plan_rows table[OMBUD__PLAN_TABLES];
};

/* ---- read.c ------------------------------------------------------------------------------------------------------ */

/* Reads a table into rows that hold nothing but their pool; the caller frees that pool on failure. */
ombud_status ombud__plan_read(const ombud_plan *plan, ombud_plan_table table, ombud_view text, ombud__plan_rows *into,
                              ombud_error *err);

/* ---- plan.c: looking into tables --------------------------------------------------------------------------------- */

const ombud__plan_rows *ombud__plan_rows_of(const ombud_plan *plan, ombud_plan_table table);
/* A field that is there: the row is one of the table, the field one of its schema. */
const ombud__plan_value *ombud__plan_value_of(const ombud_plan *plan, ombud_plan_table table, size_t row, int field);
int64_t ombud__plan_listed(const ombud_plan *plan, ombud_plan_table table, const ombud__plan_value *value,
                           size_t index);
/* Whether a list holds a number. */
int ombud__plan_holds(const ombud_plan *plan, ombud_plan_table table, const ombud__plan_value *value, int64_t number);

/* ---- count.c ----------------------------------------------------------------------------------------------------- */

/* A cell of a column by the links of `by`, which may be another way of counting the same print. `theme` may be the
 * number of themes. */
void ombud__plan_compare(const ombud_plan *plan, size_t column, size_t by, size_t theme, ombud_plan_cell *out);
/* Whether a contribution is of a theme: it names the theme, or a measure of it. */
int ombud__plan_is_of_theme(const ombud_plan *plan, size_t contribution, size_t theme);
_Static_assert(OMBUD_PLAN_THEMES_MAX <= 64, "themes are bits of a number");
/* The row of the print, or SIZE_MAX. */
size_t ombud__plan_print_of(const ombud_plan *plan, size_t column, size_t theme);
/* The column whose print this one is compared with: itself, or the one it is another way of counting. */
size_t ombud__plan_print_column(const ombud_plan *plan, size_t column);

/* ---- check.c ----------------------------------------------------------------------------------------------------- */

/* The meeting of the same duty that comes before one, or SIZE_MAX. */
size_t ombud__plan_meeting_before(const ombud_plan *plan, size_t meeting);

#endif
