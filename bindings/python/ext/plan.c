/*
 * plan.h: a plan of measures and what its report prints of it. Rows are numbers here; the package names them by their
 * ids.
 */
#include "binding.h"

static PyObject *plan_new(PyObject *module, PyObject *Py_UNUSED(none))
{
    module_state *state = state_of(module);
    ombud_plan *plan = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_plan_new(binding_alloc(state), &plan, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, PLAN, plan, NULL);
}

/* plan_load(plan, table, text): other threads run meanwhile. */
static PyObject *plan_load(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int table;
    const char *text;
    Py_ssize_t length;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "Ois#", &handle, &table, &text, &length)) {
        return NULL;
    }
    ombud_plan *plan = binding_take(state, handle, PLAN);
    if (!plan) {
        return NULL;
    }
    binding_busy(handle, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_plan_load(plan, table, text, (size_t)length, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    return status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

static PyObject *plan_table_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int table;
    return PyArg_ParseTuple(args, "i", &table) ? PyUnicode_FromString(ombud_plan_table_name(table)) : NULL;
}

static PyObject *plan_verdict_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int verdict;
    return PyArg_ParseTuple(args, "i", &verdict) ? PyUnicode_FromString(ombud_plan_verdict_name(verdict)) : NULL;
}

static PyObject *plan_fault_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int fault;
    return PyArg_ParseTuple(args, "i", &fault) ? PyUnicode_FromString(ombud_plan_fault_name(fault)) : NULL;
}

static PyObject *plan_rows(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int table;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &table)) {
        return NULL;
    }
    const ombud_plan *plan = binding_take(state_of(module), handle, PLAN);
    return plan ? PyLong_FromSize_t(ombud_plan_rows(plan, table)) : NULL;
}

/* plan_find(plan, table, id): a row. */
static PyObject *plan_find(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int table;
    const char *id;
    size_t row = 0;
    if (!PyArg_ParseTuple(args, "Ois", &handle, &table, &id)) {
        return NULL;
    }
    const ombud_plan *plan = binding_take(state, handle, PLAN);
    ombud_status status = plan ? ombud_plan_find(plan, table, id, &row) : OMBUD_OK;
    return !plan ? NULL : status ? binding_fail(state, status, NULL) : PyLong_FromSize_t(row);
}

/* plan_field(plan, table, row, column) */
static PyObject *plan_field(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int table;
    Py_ssize_t row;
    const char *column;
    if (!PyArg_ParseTuple(args, "Oins", &handle, &table, &row, &column)) {
        return NULL;
    }
    const ombud_plan *plan = binding_take(state_of(module), handle, PLAN);
    return plan ? text_of(ombud_plan_field(plan, table, (size_t)row, column)) : NULL;
}

/* plan_label(plan, table, row, lang) */
static PyObject *plan_label(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int table, lang;
    Py_ssize_t row;
    if (!PyArg_ParseTuple(args, "Oini", &handle, &table, &row, &lang)) {
        return NULL;
    }
    const ombud_plan *plan = binding_take(state_of(module), handle, PLAN);
    return plan ? text_of(ombud_plan_label(plan, table, (size_t)row, lang)) : NULL;
}

/* plan_count(plan, counts, rule, from_year, to_year, theme, category, measure): the last three -1 for any. */
static PyObject *plan_count(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    ombud_plan_question question = OMBUD_PLAN_QUESTION_INIT;
    Py_ssize_t theme, category, measure;
    int64_t count = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "Oiiiinnn", &handle, &question.counts, &question.rule, &question.from_year,
                          &question.to_year, &theme, &category, &measure)) {
        return NULL;
    }
    question.has_theme = theme >= 0;
    question.theme = theme >= 0 ? (size_t)theme : 0;
    question.has_category = category >= 0;
    question.category = category >= 0 ? (size_t)category : 0;
    question.has_measure = measure >= 0;
    question.measure = measure >= 0 ? (size_t)measure : 0;
    const ombud_plan *plan = binding_take(state, handle, PLAN);
    ombud_status status = plan ? ombud_plan_count(plan, &question, &count, &err) : OMBUD_OK;
    return !plan ? NULL : status ? binding_fail(state, status, &err) : PyLong_FromLongLong(count);
}

/* plan_compare(plan, column, theme): (verdict, printed or None, of or None, measures, (by each rule)). */
static PyObject *plan_compare(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t column, theme;
    ombud_plan_cell cell = OMBUD_PLAN_CELL_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "Onn", &handle, &column, &theme)) {
        return NULL;
    }
    const ombud_plan *plan = binding_take(state, handle, PLAN);
    ombud_status status = plan ? ombud_plan_compare(plan, (size_t)column, (size_t)theme, &cell, &err) : OMBUD_OK;
    if (!plan || status) {
        return plan ? binding_fail(state, status, &err) : NULL;
    }
    return Py_BuildValue("iNNL(LLL)", (int)cell.verdict,
                         cell.has_printed ? PyLong_FromLongLong(cell.printed) : Py_NewRef(Py_None),
                         cell.has_of ? PyLong_FromLongLong(cell.of) : Py_NewRef(Py_None), (long long)cell.measures,
                         (long long)cell.counted[0], (long long)cell.counted[1], (long long)cell.counted[2]);
}

/* plan_check(plan): [(fault, table, row, table of the other or 0, other, printed, computed)]. */
static PyObject *plan_check(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_plan *plan = binding_take(state, handle, PLAN);
    ombud_plan_findings *findings = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = plan ? ombud_plan_check(plan, &findings, &err) : OMBUD_OK;
    if (!plan || status) {
        return plan ? binding_fail(state, status, &err) : NULL;
    }
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list && i < ombud_plan_findings_count(findings); i++) {
        ombud_plan_finding f = OMBUD_PLAN_FINDING_INIT;
        status = ombud_plan_findings_get(findings, i, &f);
        PyObject *one = status ? binding_fail(state, status, NULL)
                               : Py_BuildValue("iininLL", (int)f.fault, (int)f.table, (Py_ssize_t)f.row, (int)f.others,
                                               (Py_ssize_t)f.other, (long long)f.printed, (long long)f.computed);
        if (!one || PyList_Append(list, one) < 0) {
            Py_CLEAR(list);
        }
        Py_XDECREF(one);
    }
    ombud_plan_findings_free(findings);
    return list;
}

PyMethodDef plan_methods[] = {{"plan_new", plan_new, METH_NOARGS, NULL},
                              {"plan_load", plan_load, METH_VARARGS, NULL},
                              {"plan_table_name", plan_table_name, METH_VARARGS, NULL},
                              {"plan_verdict_name", plan_verdict_name, METH_VARARGS, NULL},
                              {"plan_fault_name", plan_fault_name, METH_VARARGS, NULL},
                              {"plan_rows", plan_rows, METH_VARARGS, NULL},
                              {"plan_find", plan_find, METH_VARARGS, NULL},
                              {"plan_field", plan_field, METH_VARARGS, NULL},
                              {"plan_label", plan_label, METH_VARARGS, NULL},
                              {"plan_count", plan_count, METH_VARARGS, NULL},
                              {"plan_compare", plan_compare, METH_VARARGS, NULL},
                              {"plan_check", plan_check, METH_O, NULL},
                              {NULL, NULL, 0, NULL}};
