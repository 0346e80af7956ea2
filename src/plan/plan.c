/*
 * The handle of a plan: its tables, one loaded after the other, and looking into their rows.
 */
#include "plan/plan.h"

#include <string.h>

#include "kernel/error.h"
#include "kernel/text.h"

ombud_status ombud_plan_new(const ombud_alloc *alloc, ombud_plan **out, ombud_error *err)
{
    ombud_alloc from;
    if (!out)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "there is no place for the plan", "pass the address of a pointer");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the allocator lacks a function",
                           "set all three, or pass NULL for libc's");
    ombud_plan *plan = ombud__alloc(&from, sizeof *plan);
    if (!plan)
        return ombud__fail_no_memory(err);
    memset(plan, 0, sizeof *plan);
    plan->alloc = from;
    for (size_t i = 0; i < OMBUD__PLAN_TABLES; i++)
        ombud__pool_init(&plan->table[i].pool, &from);
    *out = plan;
    return OMBUD_OK;
}

void ombud_plan_free(ombud_plan *plan)
{
    if (plan) {
        const ombud_alloc alloc = plan->alloc;
        for (size_t i = 0; i < OMBUD__PLAN_TABLES; i++)
            ombud__pool_free(&plan->table[i].pool);
        ombud__free(&alloc, plan, sizeof *plan);
    }
}

/* A loaded table that speaks of this one: what it names was looked up, and counted, without it. */
static const ombud__plan_schema *speaks_of(const ombud_plan *plan, ombud_plan_table table)
{
    for (size_t t = 0; t < OMBUD__PLAN_TABLES; t++) {
        const ombud__plan_schema *schema = ombud__plan_schema_of((ombud_plan_table)(t + 1));
        for (int i = 0; plan->table[t].loaded && schema->fields[i].name; i++) {
            if (schema->fields[i].of == table)
                return schema;
        }
    }
    return NULL;
}

ombud_status ombud_plan_load(ombud_plan *plan, ombud_plan_table table, const char *text, size_t length,
                             ombud_error *err)
{
    const ombud__plan_schema *schema = ombud__plan_schema_of(table);
    if (!plan || !schema || !text)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a plan, one of its tables and a text are needed",
                           "pass all three; ombud/plan.h lists the tables");
    ombud__plan_rows *old = &plan->table[table - 1], rows;
    if (old->loaded)
        return ombud__fail_at(err, OMBUD_E_STATE, "this table was loaded before", "load each table once", 0, 0,
                              schema->name, strlen(schema->name));
    const ombud__plan_schema *early = speaks_of(plan, table);
    if (early)
        return ombud__fail_at(err, OMBUD_E_STATE, "a table that speaks of this one was loaded before it",
                              "load the tables in their order: categories, themes, measures, actors and so on", 0, 0,
                              early->name, strlen(early->name));
    if (length > OMBUD_PLAN_TEXT_MAX)
        return ombud__fail_at(err, OMBUD_E_LIMIT, "the table is larger than 16 MiB", "leave out what is not needed", 0,
                              0, schema->name, strlen(schema->name));
    const ombud_view whole = {text, length};
    memset(&rows, 0, sizeof rows);
    ombud__pool_init(&rows.pool, &plan->alloc);
    ombud_status status = ombud__plan_read(plan, table, whole, &rows, err);
    if (status != OMBUD_OK) {
        ombud__pool_free(&rows.pool);
        return status;
    }
    *old = rows;
    return OMBUD_OK;
}

/* ---- looking into tables ----------------------------------------------------------------------------------------- */

const ombud__plan_rows *ombud__plan_rows_of(const ombud_plan *plan, ombud_plan_table table)
{
    return &plan->table[table - 1];
}

const ombud__plan_value *ombud__plan_value_of(const ombud_plan *plan, ombud_plan_table table, size_t row, int field)
{
    return &ombud__plan_rows_of(plan, table)->row[row].field[field];
}

int64_t ombud__plan_listed(const ombud_plan *plan, ombud_plan_table table, const ombud__plan_value *value, size_t index)
{
    return ombud__plan_rows_of(plan, table)->list[value->first + index];
}

int ombud__plan_holds(const ombud_plan *plan, ombud_plan_table table, const ombud__plan_value *value, int64_t number)
{
    for (size_t i = 0; i < value->count; i++) {
        if (ombud__plan_listed(plan, table, value, i) == number)
            return 1;
    }
    return 0;
}

size_t ombud_plan_rows(const ombud_plan *plan, ombud_plan_table table)
{
    return plan && ombud__plan_schema_of(table) ? ombud__plan_rows_of(plan, table)->count : 0;
}

ombud_status ombud_plan_find(const ombud_plan *plan, ombud_plan_table table, const char *id, size_t *out)
{
    if (!plan || !ombud__plan_schema_of(table) || !id || !out)
        return OMBUD_E_ARGUMENT;
    const ombud__name *found = ombud__names_find(&ombud__plan_rows_of(plan, table)->names, 0, 0, ombud_view_of(id));
    if (!found)
        return OMBUD_E_NOT_FOUND;
    *out = found->id;
    return OMBUD_OK;
}

ombud_view ombud_plan_field(const ombud_plan *plan, ombud_plan_table table, size_t row, const char *column)
{
    if (!column || row >= ombud_plan_rows(plan, table))
        return ombud_view_of("");
    const ombud__plan_field *fields = ombud__plan_schema_of(table)->fields;
    for (int i = 0; fields[i].name; i++) {
        if (strcmp(fields[i].name, column) == 0)
            return ombud__plan_value_of(plan, table, row, i)->text;
    }
    return strcmp(column, ombud__plan_note.name) == 0 ? ombud__plan_value_of(plan, table, row, OMBUD__F_NOTE)->text
                                                      : ombud_view_of("");
}

ombud_view ombud_plan_label(const ombud_plan *plan, ombud_plan_table table, size_t row, ombud_lang lang)
{
    static const char *const columns[] = {"label_en", "label_en", "label_fr", "label_nl"};
    int known = lang >= OMBUD_LANG_UNSPECIFIED && lang <= OMBUD_LANG_NL;
    ombud_view label = ombud_plan_field(plan, table, row, columns[known ? lang : 0]);
    label = label.len ? label : ombud_plan_field(plan, table, row, "label_en");
    label = label.len ? label : ombud_plan_field(plan, table, row, "name");
    return label.len ? label : ombud_plan_field(plan, table, row, "id");
}
