/*
 * register.h: what is counted over a register, several cases looked at together, and what moves between two.
 */
#include "binding.h"

#include <stdlib.h>

/* ---- figures --------------------------------------------------------------------------------------------------------
 */

/* register_figures(register, from, to, threshold) */
static PyObject *register_figures(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long from, to;
    int threshold;
    ombud_figures *figures = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "OLLi", &handle, &from, &to, &threshold)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    if (!reg) {
        return NULL;
    }
    binding_busy(handle, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_register_figures(reg, from, to, threshold, &figures, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, FIGURES, figures, binding_parent(handle));
}

/* (count or None, withheld, total) */
static PyObject *count_of(ombud_cell cell)
{
    return Py_BuildValue("NNN", cell.withheld ? Py_NewRef(Py_None) : PyLong_FromLongLong(cell.count),
                         PyBool_FromLong(cell.withheld), PyBool_FromLong(cell.total));
}

/* The values of an axis: [(name, label)]. */
static PyObject *values_of(module_state *state, const ombud_figures *figures, size_t index, int axis, size_t count,
                           int lang)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list && i < count; i++) {
        ombud_view name, label;
        ombud_status status = ombud_figures_value(figures, index, axis, i, lang, &name, &label);
        list = appended(list, status ? binding_fail(state, status, NULL)
                                     : Py_BuildValue("NN", text_of(name), text_of(label)));
    }
    return list;
}

/* The cells of one row, its total last; of `columns` cells. */
static PyObject *cells_of(module_state *state, const ombud_figures *figures, size_t index, size_t row, size_t columns)
{
    PyObject *list = PyList_New(0);
    for (size_t column = 0; list && column < columns; column++) {
        ombud_cell cell = {0, 0, 0};
        ombud_status status = ombud_figures_cell(figures, index, row, column, &cell);
        list = appended(list, status ? binding_fail(state, status, NULL) : count_of(cell));
    }
    return list;
}

/* One table: (record, [axis, axis], [row of cells], base or None, unknown); totals come last. */
static PyObject *table_of(module_state *state, const ombud_figures *figures, size_t index, int lang)
{
    ombud_figure figure = OMBUD_FIGURE_INIT;
    ombud_status status = ombud_figures_get(figures, index, lang, &figure);
    if (status) {
        return binding_fail(state, status, NULL);
    }
    const size_t counts[2] = {figure.rows, figure.columns};
    PyObject *axes = PyList_New(0), *rows = PyList_New(0);
    for (int axis = 0; axes && axis < figure.axes; axis++) {
        PyObject *values = values_of(state, figures, index, axis, counts[axis], lang);
        axes = appended(axes, values ? Py_BuildValue("NN", text_of(figure.by[axis]), values) : NULL);
    }
    for (size_t row = 0; rows && row < figure.rows + (figure.axes > 0); row++) {
        rows = appended(rows, cells_of(state, figures, index, row, figure.columns + (figure.axes > 1)));
    }
    if (!axes || !rows) {
        Py_XDECREF(axes);
        Py_XDECREF(rows);
        return NULL;
    }
    return Py_BuildValue("NNNNN", record_of_figure(&figure), axes, rows,
                         figure.has_base ? count_of(figure.base) : Py_NewRef(Py_None), count_of(figure.unknown));
}

/* figures_get(figures, lang): the tables. */
static PyObject *figures_get(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int lang;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &lang)) {
        return NULL;
    }
    const ombud_figures *figures = binding_take(state, handle, FIGURES);
    PyObject *list = figures ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_figures_count(figures); i++) {
        list = appended(list, table_of(state, figures, i, lang));
    }
    return list;
}

/* ---- several cases --------------------------------------------------------------------------------------------------
 */

static PyObject *together_duties(module_state *state, const ombud_together *together)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list && i < ombud_together_duty_count(together); i++) {
        size_t of = 0;
        ombud_term term = OMBUD_TERM_INIT;
        ombud_status status = ombud_together_duty(together, i, &of, &term);
        list = appended(list, status ? binding_fail(state, status, NULL)
                                     : Py_BuildValue("nN", (Py_ssize_t)of, record_of_term(&term)));
    }
    return list;
}

static PyObject *together_findings(module_state *state, const ombud_together *together)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list && i < ombud_together_finding_count(together); i++) {
        size_t of = 0;
        ombud_finding finding = OMBUD_FINDING_INIT;
        ombud_status status = ombud_together_finding(together, i, &of, &finding);
        list = appended(list, status ? binding_fail(state, status, NULL)
                                     : Py_BuildValue("nN", (Py_ssize_t)of, record_of_finding(&finding)));
    }
    return list;
}

/* together_ask(tuple of cases, asof): ([(case, duty)], [(case, finding)], next change or None). */
static PyObject *together_ask(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *tuple;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_together *together = NULL;
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "O!O&", &PyTuple_Type, &tuple, asof_of, &asof)) {
        return NULL;
    }
    size_t count = (size_t)PyTuple_Size(tuple);
    const ombud_case **cases = malloc((count + 1) * sizeof *cases);
    if (!cases) {
        return PyErr_NoMemory();
    }
    for (size_t i = 0; i < count; i++) {
        cases[i] = binding_take(state, PyTuple_GetItem(tuple, (Py_ssize_t)i), CASE);
        if (!cases[i]) {
            free((void *)cases);
            return NULL;
        }
    }
    ombud_status status = ombud_together_ask(cases, count, &asof, binding_alloc(state), &together, &err);
    free((void *)cases);
    if (status) {
        return binding_fail(state, status, &err);
    }
    PyObject *duties = together_duties(state, together);
    PyObject *findings = duties ? together_findings(state, together) : NULL;
    status = ombud_together_next_change(together, &day);
    ombud_together_free(together);
    if (!findings) {
        Py_XDECREF(duties);
        return NULL;
    }
    return Py_BuildValue("NNN", duties, findings, status ? Py_NewRef(Py_None) : PyLong_FromLongLong(day));
}

/* moves_between(before, after, asof): [(move, side or None, side or None)]. */
static PyObject *moves_between(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *before_handle, *after_handle;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_moves *moves = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOO&", &before_handle, &after_handle, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *before = binding_take(state, before_handle, CASE);
    const ombud_case *after = before ? binding_take(state, after_handle, CASE) : NULL;
    if (!after) {
        return NULL;
    }
    ombud_status status = ombud_moves_between(before, after, &asof, binding_alloc(state), &moves, &err);
    PyObject *list = status ? binding_fail(state, status, &err) : PyList_New(0);
    for (size_t i = 0; list && i < ombud_moves_count(moves); i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        status = ombud_moves_get(moves, i, &move);
        list = appended(list,
                        status ? binding_fail(state, status, NULL)
                               : Py_BuildValue("NNN", record_of_move(&move),
                                               move.before.there ? record_of_moved(&move.before) : Py_NewRef(Py_None),
                                               move.after.there ? record_of_moved(&move.after) : Py_NewRef(Py_None)));
    }
    ombud_moves_free(moves);
    return list;
}

PyMethodDef figures_methods[] = {{"register_figures", register_figures, METH_VARARGS, NULL},
                                 {"figures_get", figures_get, METH_VARARGS, NULL},
                                 {"together_ask", together_ask, METH_VARARGS, NULL},
                                 {"moves_between", moves_between, METH_VARARGS, NULL},
                                 {NULL, NULL, 0, NULL}};
