/*
 * The tables that a law's figure rows define, counted over a register: as tables of Lua's, and written out.
 */
#include "module.h"

static int32_t threshold_of(lua_State *L)
{
    int64_t threshold = ombud__lua_whole(L, -1, "threshold");
    if (threshold != 0 && (threshold < OMBUD_THRESHOLD_MIN || threshold > 1000)) {
        luaL_error(L, "threshold: %d to 1000 is wanted, or 0, which withholds nothing", OMBUD_THRESHOLD_MIN);
    }
    return (int32_t)threshold;
}

int ombud__lua_register_figures(lua_State *L)
{
    ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_REGISTER);
    ombud_day from = 0, to = 0;
    ombud_figures *figures = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    lua_settop(L, 4);
    int failed = ombud__lua_day(L, 2, "from", &from);
    failed = failed ? failed : ombud__lua_day(L, 3, "to", &to);
    if (failed) {
        return failed;
    }
    int32_t threshold = threshold_of(L);
    /* What was counted stands by itself; only the law is needed on. */
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_FIGURES, 1, held->parents);
    ombud_status status = ombud_register_figures(held->object, from, to, threshold, &figures, &err);
    return ombud__lua_made(L, made, status, figures, &err);
}

static void push_cell(lua_State *L, ombud_cell cell)
{
    lua_createtable(L, 0, 3);
    if (cell.count >= 0) {
        ombud__lua_set_whole(L, "count", cell.count);
    }
    ombud__lua_set_truth(L, "withheld", cell.withheld);
    ombud__lua_set_truth(L, "total", cell.total);
}

/* The names and labels along an axis. */
static void push_axis(lua_State *L, const ombud_figures *figures, size_t index, int32_t axis, ombud_view by,
                      ombud_lang lang)
{
    ombud_view name, label;
    lua_createtable(L, 0, 2);
    ombud__lua_set_view(L, "by", by);
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; ombud_figures_value(figures, index, axis, i, lang, &name, &label) == OMBUD_OK; i++) {
        lua_createtable(L, 0, 2);
        ombud__lua_set_view(L, "name", name);
        ombud__lua_set_view(L, "label", label);
        ombud__lua_append(L);
    }
    lua_setfield(L, -2, "values");
}

/* All rows with their totals, and the row of totals. */
static void push_cells(lua_State *L, const ombud_figures *figures, size_t index, const ombud_figure *figure)
{
    ombud_cell cell;
    ombud__lua_push_list(L, figure->rows + 1);
    for (size_t row = 0; row <= figure->rows; row++) {
        if (ombud_figures_cell(figures, index, row, 0, &cell) != OMBUD_OK) {
            continue;
        }
        ombud__lua_push_list(L, figure->columns + 1);
        for (size_t column = 0; column <= figure->columns; column++) {
            if (ombud_figures_cell(figures, index, row, column, &cell) == OMBUD_OK) {
                push_cell(L, cell);
                ombud__lua_append(L);
            }
        }
        ombud__lua_append(L);
    }
}

static int figures_tables(lua_State *L)
{
    const ombud__lua_held *held = ombud__lua_check(L, 1, OMBUD__LUA_FIGURES);
    const ombud_figures *figures = held->object;
    ombud_lang lang = ombud__lua_lang(L, 2);
    size_t count = ombud_figures_count(figures);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_figure figure = OMBUD_FIGURE_INIT;
        ombud_figures_get(figures, i, lang, &figure);
        lua_createtable(L, 0, 9);
        ombud__lua_set_view(L, "name", figure.name);
        ombud__lua_set_view(L, "label", figure.label);
        ombud__lua_set_view(L, "item", figure.item);
        ombud__lua_set_provision(L, "provision", held->parents[0]->object, figure.provision, lang);
        ombud__lua_set_row(L, "row", figure.row);
        ombud__lua_push_list(L, 2);
        for (int32_t axis = 0; axis < figure.axes; axis++) {
            push_axis(L, figures, i, axis, figure.by[axis], lang);
            ombud__lua_append(L);
        }
        lua_setfield(L, -2, "axes");
        push_cells(L, figures, i, &figure);
        lua_setfield(L, -2, "cells");
        if (figure.has_base) {
            push_cell(L, figure.base);
            lua_setfield(L, -2, "base");
        }
        push_cell(L, figure.unknown);
        lua_setfield(L, -2, "unknown");
        ombud__lua_append(L);
    }
    return 1;
}

static int figures_render(lua_State *L)
{
    static const ombud__lua_names formats[] = {
        {OMBUD_FORMAT_TEXT, "text"}, {OMBUD_FORMAT_JSON, "json"}, {OMBUD_FORMAT_CSV, "csv"}, {0, NULL}};
    const ombud_figures *figures = ombud__lua_check(L, 1, OMBUD__LUA_FIGURES)->object;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    how.format = ombud__lua_named(L, 2, "format", formats);
    how.lang = ombud__lua_lang(L, 3);
    ombud__lua_text *text = ombud__lua_text_new(L);
    ombud_status status = ombud_render_figures(figures, &how, ombud__lua_text_sink, text, &err);
    ombud__lua_text_check(L, text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, &err);
    }
    ombud__lua_text_push(L, text);
    return 1;
}

void ombud__lua_open_figures(lua_State *L)
{
    static const luaL_Reg methods[] = {{"tables", figures_tables}, {"render", figures_render}, {NULL, NULL}};
    ombud__lua_register(L, OMBUD__LUA_FIGURES, methods);
}
