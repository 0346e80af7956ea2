/*
 * Reading one table: lines, fields between tabs, and what each field says by the form of its column.
 */
#include "plan/plan.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/text.h"

typedef struct reader {
    const ombud_plan *plan;
    const ombud__plan_schema *schema;
    ombud_plan_table table;
    ombud__plan_rows *into;
    ombud_error *err;
    char *text; /* a copy, in which tabs and line ends become NUL once they are passed */
    size_t length, at;
    uint32_t line;
    size_t line_at;
    size_t shut, feed;                 /* where the fields of the present line end; where its line end is */
    int place[OMBUD__PLAN_FIELDS_MAX]; /* field of each column of the text */
    size_t columns;
} reader;

static ombud_status fail(const reader *r, ombud_status code, const char *message, const char *remedy, ombud_view at)
{
    return ombud__fail_at(r->err, code, message, remedy, r->line,
                          (uint32_t)((size_t)(at.ptr - r->text) - r->line_at + 1), at.ptr, at.len);
}

/* ---- lines and fields -------------------------------------------------------------------------------------------- */

/* The next line that is neither empty nor a comment, its end in `shut`; 0 at the end of the text. */
static int next_line(reader *r)
{
    while (r->at < r->length) {
        const char *end = memchr(r->text + r->at, '\n', r->length - r->at);
        r->line++;
        r->line_at = r->at;
        r->feed = (size_t)(end - r->text);
        r->shut = r->feed;
        if (r->shut > r->at && r->text[r->shut - 1] == '\r')
            r->shut--;
        if (r->shut > r->at && r->text[r->at] != '#')
            return 1;
        r->at = r->feed + 1;
    }
    return 0;
}

/* The next field of the line; 0 after the last. */
static int next_field(reader *r, ombud_view *out)
{
    if (r->at > r->shut)
        return 0;
    char *tab = memchr(r->text + r->at, '\t', r->shut - r->at);
    size_t end = tab ? (size_t)(tab - r->text) : r->shut;
    out->ptr = r->text + r->at;
    out->len = end - r->at;
    r->text[end] = '\0';
    r->at = end + 1;
    return 1;
}

static ombud_status read_header(reader *r)
{
    ombud_view name;
    int seen[OMBUD__PLAN_FIELDS_MAX] = {0};
    const ombud_view whole = {r->text + r->line_at, r->shut - r->line_at};
    while (next_field(r, &name)) {
        int field = 0;
        while (r->schema->fields[field].name && !ombud__view_is_z(name, r->schema->fields[field].name))
            field++;
        if (!r->schema->fields[field].name)
            field = ombud__view_is_z(name, ombud__plan_note.name) ? OMBUD__F_NOTE : -1;
        if (field < 0) {
            size_t distance = ombud__nearest_limit(name) + 1;
            ombud_status status = fail(r, OMBUD_E_UNKNOWN_NAME, "this table has no column of this name",
                                       "docs/plan.md lists the columns; a remark goes into `note`", name);
            ombud__nearest_word(r->err, name, r->schema->fields, sizeof r->schema->fields[0], SIZE_MAX, &distance);
            return status;
        }
        if (seen[field])
            return fail(r, OMBUD_E_DUPLICATE, "this column stands in the header twice", "leave one of them out", name);
        seen[field] = 1;
        r->place[r->columns++] = field;
    }
    for (int field = 0; r->schema->fields[field].name; field++) {
        if (r->schema->fields[field].needed && !seen[field])
            return ombud__fail_at(r->err, OMBUD_E_SYNTAX, "the header lacks a column that this table needs",
                                  "name it in the first line, between tabs", r->line, (uint32_t)whole.len + 1,
                                  r->schema->fields[field].name, strlen(r->schema->fields[field].name));
    }
    return OMBUD_OK;
}

/* ---- what a field says ------------------------------------------------------------------------------------------- */

/* The next part of a list between semicolons, without blanks around it; 0 at the end. */
static int next_part(ombud_view *list, ombud_view *part)
{
    if (!list->ptr)
        return 0;
    const char *sign = list->len ? memchr(list->ptr, ';', list->len) : NULL;
    part->ptr = list->ptr;
    part->len = sign ? (size_t)(sign - list->ptr) : list->len;
    list->len -= sign ? part->len + 1 : part->len;
    list->ptr = sign ? sign + 1 : NULL;
    while (part->len && part->ptr[0] == ' ') {
        part->ptr++;
        part->len--;
    }
    while (part->len && part->ptr[part->len - 1] == ' ')
        part->len--;
    return 1;
}

static ombud_status read_number(const reader *r, ombud_view text, int64_t *out)
{
    size_t sign = text.len > 1 && text.ptr[0] == '-';
    int64_t number = 0;
    int good = text.len > 0 && text.len - sign <= 12;
    for (size_t i = sign; i < text.len && good; i++) {
        good = text.ptr[i] >= '0' && text.ptr[i] <= '9';
        number = number * 10 + (text.ptr[i] - '0');
    }
    if (!good)
        return fail(r, OMBUD_E_SYNTAX, "a whole number is expected", "write at most 12 digits and nothing else", text);
    *out = sign ? -number : number;
    return OMBUD_OK;
}

/* Two digits of a date that was read. */
static int32_t two_digits(const char *at)
{
    return (at[0] - '0') * 10 + (at[1] - '0');
}

static ombud_status read_date(const reader *r, ombud_view text, ombud__plan_value *out)
{
    char day[] = "0000-01-01";
    ombud_day first = 0, last = 0;
    int whole = text.len == 4 || text.len == 7 || text.len == 10;
    if (whole)
        memcpy(day, text.ptr, text.len);
    ombud_status status = whole ? ombud_day_parse(day, 10, &first) : OMBUD_E_SYNTAX;
    if (status == OMBUD_E_DATE)
        return fail(r, status, "there is no such day", "write a day of the calendar, years 0001 to 9999", text);
    if (status != OMBUD_OK)
        return fail(r, status, "a date is expected", "write YYYY, YYYY-MM or YYYY-MM-DD", text);
    last = first;
    if (text.len < 10) {
        int32_t year = two_digits(day) * 100 + two_digits(day + 2), month = text.len == 4 ? 12 : two_digits(day + 5);
        for (int32_t of_month = 31; ombud_day_of(year, month, of_month, &last) != OMBUD_OK; of_month--) {
        }
    }
    out->number = first;
    out->last = last;
    return OMBUD_OK;
}

static ombud_status add_to_list(const reader *r, ombud__plan_value *value, int64_t number, ombud_view part)
{
    ombud__plan_rows *rows = r->into;
    void *array = rows->list;
    int full;
    int64_t *place = ombud__pool_push(&rows->pool, &array, &rows->list_count, &rows->list_room, sizeof *place,
                                      OMBUD_PLAN_LISTS_MAX, &full);
    rows->list = array;
    if (!place)
        return full ? fail(r, OMBUD_E_LIMIT, "the lists of a table hold 100000 parts at most", "cut it in two", part)
                    : ombud__fail_no_memory(r->err);
    *place = number;
    value->first = value->count == 0 ? (uint32_t)(rows->list_count - 1) : value->first;
    value->count++;
    return OMBUD_OK;
}

/* The row that an id means, of a table before or an earlier row of the same. */
static ombud_status read_row(const reader *r, ombud_plan_table of, ombud_view id, int64_t *out)
{
    const ombud__plan_rows *rows = of == r->table ? r->into : ombud__plan_rows_of(r->plan, of);
    const ombud__name *found = ombud__names_find(&rows->names, 0, 0, id);
    if (found) {
        *out = found->id;
        return OMBUD_OK;
    }
    if (of != r->table && !rows->loaded)
        return fail(r, OMBUD_E_STATE, "this table speaks of another that was not loaded before it",
                    "load the tables in their order: categories, themes, measures, actors and so on", id);
    size_t distance = ombud__nearest_limit(id) + 1;
    ombud_status status = fail(r, OMBUD_E_UNKNOWN_NAME, "there is no such row in the table that is meant",
                               "write the id of a row of that table; of the same table, of one above", id);
    for (size_t i = 0; i < rows->names.count; i++)
        ombud__nearest(r->err, id, rows->names.name[i].name, &distance);
    return status;
}

static ombud_status add_name(const reader *r, ombud_view name)
{
    ombud__plan_rows *rows = r->into;
    if (name.len == 0)
        return fail(r, OMBUD_E_SYNTAX, "a name is empty", "write it, or leave the semicolon out", name);
    if (ombud__names_find(&rows->names, 0, 0, name))
        return fail(r, OMBUD_E_DUPLICATE, "a row above already bears this id or name", "give each row its own", name);
    return ombud__names_add(&rows->names, &rows->pool, 0, 0, name, (ombud__id)(rows->count - 1))
               ? OMBUD_OK
               : ombud__fail_no_memory(r->err);
}

static ombud_status read_choice(const reader *r, const char *const *choices, ombud_view text, int64_t *out)
{
    size_t distance = ombud__nearest_limit(text) + 1;
    for (size_t i = 0; choices[i]; i++) {
        if (ombud__view_is_z(text, choices[i])) {
            *out = (int64_t)i + 1;
            return OMBUD_OK;
        }
    }
    ombud_status status = fail(r, OMBUD_E_UNKNOWN_NAME, "this column has no such choice",
                               "docs/plan.md lists the choices of each column", text);
    ombud__nearest_word(r->err, text, choices, sizeof choices[0], SIZE_MAX, &distance);
    return status;
}

static ombud_status read_list(const reader *r, const ombud__plan_field *field, ombud__plan_value *value)
{
    ombud_view list = value->text, part;
    ombud_status status = OMBUD_OK;
    while (status == OMBUD_OK && next_part(&list, &part)) {
        int64_t number = 0;
        if (field->form == OMBUD__PLAN_ALIASES) {
            status = add_name(r, part);
            continue;
        }
        status =
            field->form == OMBUD__PLAN_NUMBERS ? read_number(r, part, &number) : read_row(r, field->of, part, &number);
        if (status == OMBUD_OK)
            status = add_to_list(r, value, number, part);
    }
    return status;
}

static ombud_status read_value(const reader *r, const ombud__plan_field *field, ombud__plan_value *value)
{
    ombud_period period;
    if (value->text.len == 0)
        return field->needed ? fail(r, OMBUD_E_SYNTAX, "a field is empty that must not be", "fill it in", value->text)
                             : OMBUD_OK;
    switch (field->form) {
    case OMBUD__PLAN_ID: return add_name(r, value->text);
    case OMBUD__PLAN_WORDS: return OMBUD_OK;
    case OMBUD__PLAN_NUMBER: return read_number(r, value->text, &value->number);
    case OMBUD__PLAN_DATE: return read_date(r, value->text, value);
    case OMBUD__PLAN_CHOICE: return read_choice(r, field->choices, value->text, &value->number);
    case OMBUD__PLAN_ROW: return read_row(r, field->of, value->text, &value->number);
    case OMBUD__PLAN_PERIOD:
        if (ombud_period_parse(value->text.ptr, value->text.len, &period) != OMBUD_OK || period.count == 0)
            return fail(r, OMBUD_E_PERIOD, "a period is expected", "write P, a number from 1 on and one of D W M Y",
                        value->text);
        value->number = period.count;
        value->last = period.unit;
        return OMBUD_OK;
    default: return read_list(r, field, value);
    }
}

/* ---- rows that say two things ------------------------------------------------------------------------------------ */

static ombud_status check_contribution(const reader *r, const ombud__plan_row *row)
{
    const ombud__plan_value *themes = &row->field[OMBUD__CONTRIBUTION_THEMES];
    const ombud__plan_value *measures = &row->field[OMBUD__CONTRIBUTION_MEASURES];
    int64_t link = row->field[OMBUD__CONTRIBUTION_LINK].number;
    if ((link < OMBUD__LINK_THEME) != (measures->count > 0))
        return fail(r, OMBUD_E_CONFLICT, "the link and the measures do not fit",
                    "links measure, place and reference name measures, all others none",
                    row->field[OMBUD__CONTRIBUTION_LINK].text);
    if (link == OMBUD__LINK_THEME && themes->count == 0)
        return fail(r, OMBUD_E_CONFLICT, "a link to themes names no theme", "name the themes",
                    row->field[OMBUD__CONTRIBUTION_LINK].text);
    for (uint32_t i = 0; i < measures->count; i++) {
        const ombud__plan_value *theme = ombud__plan_value_of(
            r->plan, OMBUD_PLAN_MEASURES, (size_t)r->into->list[measures->first + i], OMBUD__MEASURE_THEME);
        uint32_t at = 0;
        while (at < themes->count && r->into->list[themes->first + at] != theme->number)
            at++;
        if (at == themes->count && themes->count > 0)
            return fail(r, OMBUD_E_CONFLICT, "a measure is of a theme that the row does not name",
                        "name its theme too, or leave the themes empty", measures->text);
    }
    return OMBUD_OK;
}

/* A cell is printed once. */
static ombud_status check_print(const reader *r, const ombud__plan_row *row)
{
    const ombud__plan_value *column = &row->field[OMBUD__PRINTED_COLUMN], *theme = &row->field[OMBUD__PRINTED_THEME];
    for (size_t i = 0; i + 1 < r->into->count; i++) {
        const ombud__plan_value *other = r->into->row[i].field;
        if (other[OMBUD__PRINTED_COLUMN].number == column->number &&
            ombud__view_is(other[OMBUD__PRINTED_THEME].text, theme->text))
            return fail(r, OMBUD_E_DUPLICATE, "this cell of the column stands above", "leave one of them out",
                        column->text);
    }
    return OMBUD_OK;
}

static ombud_status check_figure(const reader *r, const ombud__plan_row *row)
{
    const ombud__plan_value *how = &row->field[OMBUD__FIGURE_HOW], *parts = &row->field[OMBUD__FIGURE_PARTS];
    if (how->number != OMBUD__HOW_SUM &&
        (parts->count != 2 || r->into->list[parts->first + (how->number == OMBUD__HOW_QUOTIENT)] == 0))
        return fail(r, OMBUD_E_CONFLICT, "a quotient and a growth are of two numbers, and none is a part of nothing",
                    "write dividend;divisor, or before;after", parts->text);
    return OMBUD_OK;
}

static ombud_status check_row(const reader *r, const ombud__plan_row *row)
{
    if (r->table == OMBUD_PLAN_CONTRIBUTIONS)
        return check_contribution(r, row);
    if (r->table == OMBUD_PLAN_PRINTED)
        return check_print(r, row);
    if (r->table == OMBUD_PLAN_FIGURES)
        return check_figure(r, row);
    int from = r->table == OMBUD_PLAN_ACTIONS ? OMBUD__ACTION_FROM : OMBUD__DUTY_FROM;
    const ombud__plan_value *begin = &row->field[from], *end = begin + 1;
    if ((r->table == OMBUD_PLAN_ACTIONS || r->table == OMBUD_PLAN_DUTIES) && begin->text.len && end->text.len &&
        end->last < begin->number)
        return fail(r, OMBUD_E_CONFLICT, "it ends before it begins", "exchange the days, or mend one of them",
                    end->text);
    return OMBUD_OK;
}

/* ---- who names what ---------------------------------------------------------------------------------------------- */

/* Turns the lists of a field around. */
static int invert(ombud__plan_rows *rows, int field, size_t targets, ombud__plan_index *out)
{
    out->at = ombud__pool_alloc(&rows->pool, (targets + 2) * sizeof *out->at);
    out->by = ombud__pool_alloc(&rows->pool, (rows->list_count + 1) * sizeof *out->by);
    if (!out->at || !out->by)
        return 0;
    /* Counted one place further on, so that filling moves each beginning to where it belongs. */
    for (size_t row = 0; row < rows->count; row++) {
        const ombud__plan_value *list = &rows->row[row].field[field];
        for (uint32_t i = 0; i < list->count; i++)
            out->at[rows->list[list->first + i] + 2]++;
    }
    for (size_t target = 2; target < targets + 2; target++)
        out->at[target] += out->at[target - 1];
    for (size_t row = 0; row < rows->count; row++) {
        const ombud__plan_value *list = &rows->row[row].field[field];
        for (uint32_t i = 0; i < list->count; i++)
            out->by[out->at[rows->list[list->first + i] + 1]++] = (uint32_t)row;
    }
    return 1;
}

/* The themes of each contribution as bits. */
static int mark_themes(const reader *r)
{
    ombud__plan_rows *rows = r->into;
    rows->themes = ombud__pool_alloc(&rows->pool, (rows->count + 1) * sizeof *rows->themes);
    for (size_t row = 0; row < rows->count && rows->themes; row++) {
        const ombud__plan_value *themes = &rows->row[row].field[OMBUD__CONTRIBUTION_THEMES];
        const ombud__plan_value *measures = &rows->row[row].field[OMBUD__CONTRIBUTION_MEASURES];
        for (uint32_t i = 0; i < themes->count; i++)
            rows->themes[row] |= UINT64_C(1) << rows->list[themes->first + i];
        for (uint32_t i = 0; i < measures->count; i++) {
            size_t measure = (size_t)rows->list[measures->first + i];
            rows->themes[row] |=
                UINT64_C(1)
                << ombud__plan_value_of(r->plan, OMBUD_PLAN_MEASURES, measure, OMBUD__MEASURE_THEME)->number;
        }
    }
    return rows->themes != NULL;
}

static ombud_status index_table(reader *r)
{
    size_t measures = ombud_plan_rows(r->plan, OMBUD_PLAN_MEASURES);
    int field = r->table == OMBUD_PLAN_CONTRIBUTIONS ? OMBUD__CONTRIBUTION_MEASURES
                : r->table == OMBUD_PLAN_RESOLUTIONS ? OMBUD__RESOLUTION_MEASURES
                : r->table == OMBUD_PLAN_ACTIONS     ? OMBUD__ACTION_MEASURES
                                                     : 0;
    if (field && !invert(r->into, field, measures, &r->into->measures))
        return ombud__fail_no_memory(r->err);
    if (r->table == OMBUD_PLAN_CONTRIBUTIONS &&
        (!invert(r->into, OMBUD__CONTRIBUTION_ACTORS, ombud_plan_rows(r->plan, OMBUD_PLAN_ACTORS), &r->into->actors) ||
         !mark_themes(r)))
        return ombud__fail_no_memory(r->err);
    r->into->loaded = 1;
    return OMBUD_OK;
}

/* ---- the table --------------------------------------------------------------------------------------------------- */

static ombud_status read_line(reader *r)
{
    const ombud_view here = {r->text + r->line_at, 0};
    ombud__plan_rows *rows = r->into;
    void *array = rows->row;
    int full;
    ombud__plan_row *row =
        ombud__pool_push(&rows->pool, &array, &rows->count, &rows->room, sizeof *row, r->schema->most, &full);
    rows->row = array;
    if (!row)
        return full ? fail(r, OMBUD_E_LIMIT, "a table of this kind cannot have so many rows",
                           "the limits stand in ombud/plan.h", here)
                    : ombud__fail_no_memory(r->err);
    for (size_t i = 0; i < OMBUD__PLAN_FIELDS_MAX; i++)
        row->field[i].text = ombud_view_of("");
    size_t column = 0;
    ombud_view field;
    while (next_field(r, &field)) {
        if (column == r->columns)
            return fail(r, OMBUD_E_SYNTAX, "the line has more fields than the header",
                        "leave this one out, or write a blank for the tab in it", field);
        row->field[r->place[column++]].text = field;
    }
    if (column < r->columns) {
        const ombud_view end = {r->text + r->shut, 0};
        return fail(r, OMBUD_E_SYNTAX, "the line has fewer fields than the header", "put a tab for each empty field",
                    end);
    }
    for (int i = 0; r->schema->fields[i].name; i++) {
        ombud_status status = read_value(r, &r->schema->fields[i], &row->field[i]);
        if (status != OMBUD_OK)
            return status;
    }
    return check_row(r, row);
}

ombud_status ombud__plan_read(const ombud_plan *plan, ombud_plan_table table, ombud_view text, ombud__plan_rows *into,
                              ombud_error *err)
{
    reader r = {plan, ombud__plan_schema_of(table), table, into, err, NULL, text.len, 0, 0, 0, 0, 0, {0}, 0};
    ombud_status status;
    r.text = ombud__pool_alloc(&into->pool, text.len + 1);
    if (!r.text)
        return ombud__fail_no_memory(err);
    if (text.len > 0)
        memcpy(r.text, text.ptr, text.len);
    size_t fault = ombud__utf8_fault(r.text, text.len);
    for (size_t i = 0; i < fault; i++) {
        r.line_at = r.text[i] == '\n' ? i + 1 : r.line_at;
        r.line += r.text[i] == '\n';
    }
    if (fault < text.len) {
        const ombud_view byte = {r.text + fault, 1};
        r.line++;
        return fail(&r, OMBUD_E_UTF8, "the table is not UTF-8, or holds a control character", "save it as UTF-8", byte);
    }
    if (text.len == 0 || r.text[text.len - 1] != '\n') {
        const ombud_view end = {r.text + text.len, 0};
        r.line++;
        return fail(&r, OMBUD_E_SYNTAX, "the last line does not end", "end each line of the table, also the last", end);
    }
    r.line = 0;
    r.line_at = 0;
    if (!next_line(&r)) {
        const ombud_view end = {r.text, 0};
        r.line = 1;
        r.line_at = 0;
        return fail(&r, OMBUD_E_SYNTAX, "the table has no header", "name its columns in the first line", end);
    }
    for (status = read_header(&r); status == OMBUD_OK; status = read_line(&r)) {
        r.at = r.feed + 1;
        if (!next_line(&r))
            return index_table(&r);
    }
    return status;
}
