/* Cutting a `.case` text into scenarios and tables; see casetext.h. */
#include "casetext.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/text.h"
#include "ombud/scenario.h"

static ombud__textline words_of(const ombud__casetext *text, const ombud__caseline *line)
{
    return ombud__textline_over(line->text, line->length, line->number, text->err);
}

/* ---- lines ------------------------------------------------------------------------------------------------------- */

static ombud_status add_line(ombud__casetext *text, const char *at, size_t length, uint32_t number)
{
    ombud_view word;
    if (length > OMBUD_LINE_MAX)
        return ombud__fail_at(text->err, OMBUD_E_LIMIT, "a line is longer than 64 KiB", "cut it into several lines",
                              number, (uint32_t)OMBUD_LINE_MAX + 1, "", 0);
    size_t fault = ombud__utf8_fault(at, length);
    if (fault < length)
        return ombud__fail_at(text->err, OMBUD_E_UTF8, "not valid UTF-8, or a control character",
                              "save the text as UTF-8", number, (uint32_t)fault + 1, at + fault, 1);
    ombud__textline words = ombud__textline_over(at, length, number, text->err);
    if (!ombud__textline_peek(&words, &word))
        return OMBUD_OK;
    void *array = text->lines;
    ombud__caseline *line =
        ombud__pool_add(text->pool, &array, &text->lines_count, &text->lines_capacity, sizeof *line);
    text->lines = array;
    if (!line)
        return ombud__fail_no_memory(text->err);
    line->text = at;
    line->length = (uint32_t)length;
    line->number = number;
    return OMBUD_OK;
}

static ombud_status cut_lines(ombud__casetext *text, ombud_view whole)
{
    uint32_t number = 1;
    for (size_t at = 0; at < whole.len; number++) {
        const char *newline = memchr(whole.ptr + at, '\n', whole.len - at);
        size_t end = newline ? (size_t)(newline - whole.ptr) : whole.len;
        ombud_status status = add_line(text, whole.ptr + at, end - at, number);
        if (status != OMBUD_OK)
            return status;
        at = end + 1;
    }
    return OMBUD_OK;
}

/* ---- scenarios and tables ---------------------------------------------------------------------------------------- */

static ombud__section *add_section(ombud__casetext *text, size_t from)
{
    void *array = text->sections;
    ombud__section *section =
        ombud__pool_add(text->pool, &array, &text->sections_count, &text->sections_capacity, sizeof *section);
    text->sections = array;
    if (section) {
        section->from = section->to = from;
        section->row = text->rows_count;
        section->name = ombud_view_of("");
    }
    return section;
}

static int is_name(ombud_view word)
{
    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i];
        int letter = c >= 'a' && c <= 'z';
        int later = (c >= '0' && c <= '9') || c == '_';
        if (!letter && (!later || i == 0))
            return 0;
    }
    return word.len > 0;
}

static ombud_status check_columns(ombud__textline words)
{
    ombud__textline before = words;
    ombud_view word, earlier;
    size_t count = 0;
    while (ombud__textline_next(&words, &word)) {
        if (!is_name(word))
            return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "a column of a table needs a name",
                                        "write lower-case letters, digits and _, beginning with a letter");
        ombud__textline again = before;
        for (size_t i = 0; i < count; i++) {
            ombud__textline_next(&again, &earlier);
            if (ombud__view_is(earlier, word))
                return ombud__textline_fail(&words, word, OMBUD_E_DUPLICATE, "two columns have the same name",
                                            "rename one of them");
        }
        count++;
        if (count > OMBUD__COLUMNS_MAX)
            return ombud__textline_fail(&words, word, OMBUD_E_LIMIT, "a table has at most 64 columns",
                                        "divide the scenario into several");
    }
    return count > 0 ? OMBUD_OK
                     : ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "the table has no columns",
                                            "write table NAME NAME …");
}

static ombud_status begin_table(ombud__casetext *text, ombud__section *section, const ombud__caseline *line,
                                ombud__textline words, ombud_view word)
{
    if (section->table.text)
        return ombud__textline_fail(&words, word, OMBUD_E_DUPLICATE, "the scenario has a table already",
                                    "begin another scenario, or add rows to the first table");
    if (section != text->sections && text->sections[0].table.text)
        return ombud__textline_fail(&words, word, OMBUD_E_CONFLICT,
                                    "a table before the first scenario is shared by all of them",
                                    "move that table into the scenario it is meant for");
    section->table = *line;
    return check_columns(words);
}

static size_t count_words(ombud__textline words)
{
    ombud_view word;
    size_t count = 0;
    while (ombud__textline_next(&words, &word))
        count++;
    return count;
}

static ombud_status add_row(ombud__casetext *text, ombud__section *section, const ombud__caseline *line,
                            ombud__textline words, ombud_view word)
{
    if (!section->table.text)
        return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "a row without a table",
                                    "write table NAME NAME … above it");
    size_t columns = count_words(words_of(text, &section->table)) - 1;
    size_t cells = count_words(words);
    if (cells != columns)
        return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX,
                                    cells < columns ? "the row has fewer values than the table has columns"
                                                    : "the row has more values than the table has columns",
                                    "write one value for each column, without spaces inside");
    void *array = text->rows;
    ombud__caseline *row = ombud__pool_add(text->pool, &array, &text->rows_count, &text->rows_capacity, sizeof *row);
    text->rows = array;
    if (!row)
        return ombud__fail_no_memory(text->err);
    *row = *line;
    section->rows++;
    return OMBUD_OK;
}

static ombud_status end_section(const ombud__casetext *text, ombud__section *section, size_t to)
{
    section->to = to;
    if (!section->table.text || section->rows > 0)
        return OMBUD_OK;
    ombud__textline words = words_of(text, &section->table);
    ombud_view word;
    ombud__textline_next(&words, &word);
    return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "a table without rows would run nothing",
                                "write a row under it");
}

static ombud_status begin_scenario(ombud__casetext *text, ombud__section **section, size_t from, ombud__textline words,
                                   ombud_view word)
{
    ombud_status status = end_section(text, *section, from);
    if (status != OMBUD_OK)
        return status;
    ombud_view name = ombud__textline_rest(&words);
    if (name.len == 0)
        return ombud__textline_fail(&words, word, OMBUD_E_SYNTAX, "the scenario has no name", "write scenario NAME");
    *section = add_section(text, from);
    if (!*section)
        return ombud__fail_no_memory(text->err);
    (*section)->name = name;
    return OMBUD_OK;
}

/* Takes the lines of scenarios and tables out of the others, which close up. */
static ombud_status cut_sections(ombud__casetext *text)
{
    ombud__section *section = add_section(text, 0);
    size_t kept = 0;
    if (!section)
        return ombud__fail_no_memory(text->err);
    for (size_t i = 0; i < text->lines_count; i++) {
        ombud__caseline line = text->lines[i];
        ombud__textline words = words_of(text, &line);
        ombud_view word;
        ombud_status status = OMBUD_OK;
        ombud__textline_next(&words, &word);
        if (ombud__view_is_z(word, "scenario"))
            status = begin_scenario(text, &section, kept, words, word);
        else if (ombud__view_is_z(word, "table"))
            status = begin_table(text, section, &line, words, word);
        else if (ombud__view_is_z(word, "row"))
            status = add_row(text, section, &line, words, word);
        else
            text->lines[kept++] = line;
        if (status != OMBUD_OK)
            return status;
    }
    text->lines_count = kept;
    return end_section(text, section, kept);
}

const ombud__section *ombud__casetext_table(const ombud__casetext *text, const ombud__section *section)
{
    return section->table.text ? section : text->sections[0].table.text ? &text->sections[0] : NULL;
}

/* A short text must not ask for more work than a long one could. */
static ombud_status check_size(const ombud__casetext *text)
{
    size_t runs = 0, lines = 0;
    size_t first = text->sections_count > 1 ? 1 : 0;
    for (size_t i = first; i < text->sections_count; i++) {
        const ombud__section *section = &text->sections[i];
        const ombud__section *table = ombud__casetext_table(text, section);
        size_t times = table ? table->rows : 1;
        size_t each = section->to - section->from + (first > 0 ? text->sections[0].to : 0);
        runs += times;
        lines += times * each;
        if (runs > OMBUD__RUNS_MAX || lines > OMBUD__RUN_LINES_MAX)
            return ombud__fail_at(text->err, OMBUD_E_LIMIT,
                                  "the text comes to more than 100,000 runs or 8,000,000 lines of all runs",
                                  "divide it into several texts",
                                  section->from < text->lines_count ? text->lines[section->from].number : 1, 1, "", 0);
    }
    return OMBUD_OK;
}

ombud_status ombud__casetext_cut(ombud__casetext *out, ombud__pool *pool, ombud_view text, ombud_error *err)
{
    memset(out, 0, sizeof *out);
    out->pool = pool;
    out->err = err;
    ombud_status status = cut_lines(out, text);
    if (status == OMBUD_OK)
        status = cut_sections(out);
    return status == OMBUD_OK ? check_size(out) : status;
}

/* ---- rows put into lines ----------------------------------------------------------------------------------------- */

/* The values of a row. */
static ombud__textline row_words(const ombud__casetext *text, size_t row)
{
    ombud_view word;
    ombud__textline words = words_of(text, &text->rows[row]);
    ombud__textline_next(&words, &word);
    return words;
}

static ombud__textline column_words(const ombud__casetext *text, const ombud__section *table)
{
    ombud_view word;
    ombud__textline words = words_of(text, &table->table);
    ombud__textline_next(&words, &word);
    return words;
}

/* The value of a column; 0 if there is no such column. */
static int value_of(ombud__textline columns, ombud__textline values, ombud_view name, ombud_view *value)
{
    ombud_view column;
    while (ombud__textline_next(&columns, &column)) {
        ombud__textline_next(&values, value); /* a row has as many */
        if (ombud__view_is(column, name))
            return 1;
    }
    return 0;
}

static ombud_status fail_column(const ombud__casetext *text, const ombud__textline *words, const ombud__section *table,
                                ombud_view name)
{
    ombud_view column, whole = {name.ptr - 1, name.len + 1};
    size_t distance = ombud__nearest_limit(name) + 1;
    ombud__textline_fail(words, whole, OMBUD_E_UNKNOWN_NAME,
                         table ? "the table has no such column" : "a $NAME without a table",
                         "write $ and the name of a column of the scenario's table");
    if (table) {
        ombud__textline columns = column_words(text, table);
        while (ombud__textline_next(&columns, &column))
            ombud__nearest(words->err, name, column, &distance);
    }
    return OMBUD_E_UNKNOWN_NAME;
}

/* The name behind a `$`. */
static ombud_view name_at(const ombud__textline *words, size_t dollar)
{
    size_t end = dollar + 1;
    while (end < words->end && ((words->text[end] >= 'a' && words->text[end] <= 'z') ||
                                (words->text[end] >= '0' && words->text[end] <= '9') || words->text[end] == '_'))
        end++;
    ombud_view name = {words->text + dollar + 1, end - dollar - 1};
    return name;
}

/* Where the bytes of a line with values put in go; with `text` NULL only their number is counted. */
typedef struct put_in {
    char *text;
    uint32_t *columns;
    size_t length;
} put_in;

static void put_bytes(put_in *to, ombud_view bytes, size_t column, int moves)
{
    for (size_t i = 0; to->text && i < bytes.len; i++) {
        to->text[to->length + i] = bytes.ptr[i];
        to->columns[to->length + i] = (uint32_t)(column + (moves ? i : 0));
    }
    to->length += bytes.len;
}

static ombud_status put_values(const ombud__casetext *text, const ombud__textline *words, const ombud__section *table,
                               size_t row, put_in *to)
{
    for (size_t at = 0; at < words->end && to->length <= OMBUD_LINE_MAX;) {
        const char *dollar = memchr(words->text + at, '$', words->end - at);
        size_t end = dollar ? (size_t)(dollar - words->text) : words->end;
        ombud_view plain = {words->text + at, end - at}, value;
        put_bytes(to, plain, at + 1, 1);
        at = end;
        if (dollar) {
            ombud_view name = name_at(words, at);
            if (!table || !value_of(column_words(text, table), row_words(text, row), name, &value))
                return fail_column(text, words, table, name);
            put_bytes(to, value, at + 1, 0);
            at += name.len + 1;
        }
    }
    return OMBUD_OK;
}

ombud_status ombud__casetext_words(ombud__casetext *text, const ombud__caseline *line, const ombud__section *table,
                                   size_t row, ombud__textline *out)
{
    put_in to = {NULL, NULL, 0};
    *out = words_of(text, line);
    if (!memchr(out->text, '$', out->end))
        return OMBUD_OK;
    ombud_status status = put_values(text, out, table, row, &to);
    if (status != OMBUD_OK)
        return status;
    if (to.length > OMBUD_LINE_MAX)
        return ombud__fail_at(text->err, OMBUD_E_LIMIT,
                              "a line is longer than 64 KiB once the values of the table are put in",
                              "cut it into several lines", line->number, 1, "", 0);
    text->put_in += to.length;
    if (text->put_in > OMBUD_SCENARIO_TEXT_MAX)
        return ombud__fail_at(text->err, OMBUD_E_LIMIT,
                              "the text is longer than 64 MiB once the values of the tables are put in",
                              "divide it into several texts", line->number, 1, "", 0);
    to.text = ombud__pool_alloc(text->pool, to.length + 1);
    to.columns = ombud__pool_alloc(text->pool, (to.length + 1) * sizeof *to.columns);
    if (!to.text || !to.columns)
        return ombud__fail_no_memory(text->err);
    to.length = 0;
    status = put_values(text, out, table, row, &to);
    to.columns[to.length] = (uint32_t)(out->end + 1);
    out->text = to.text;
    out->end = to.length;
    out->columns = to.columns;
    return status;
}

ombud_status ombud__casetext_run_name(const ombud__casetext *text, const ombud__section *section,
                                      const ombud__section *table, size_t row, ombud_view *out)
{
    char *name = NULL;
    size_t capacity = 0;
    for (int pass = 0; pass < 2; pass++) {
        ombud__out to = {name, capacity, 0};
        ombud__out_view(&to, section->name);
        if (table) {
            ombud__textline columns = column_words(text, table), values = row_words(text, row);
            ombud_view column, value;
            while (ombud__textline_next(&columns, &column)) {
                ombud__textline_next(&values, &value);
                ombud__out_z(&to, to.length > 0 ? " " : "");
                ombud__out_view(&to, column);
                ombud__out_char(&to, '=');
                ombud__out_view(&to, value);
            }
        }
        if (pass == 0) {
            capacity = to.length + 1;
            name = ombud__pool_alloc(text->pool, capacity);
            if (!name)
                return ombud__fail_no_memory(text->err);
        }
        out->ptr = name;
        out->len = to.length;
    }
    return OMBUD_OK;
}
