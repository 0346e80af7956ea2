/*
 * scenario.h: `.case` texts, how their expectations were met, and what they show of a law. Reading and checking let
 * other threads run.
 */
#include "binding.h"

#include <stdlib.h>

/* scenario_parse(text, tuple of laws) */
static PyObject *scenario_parse(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    const char *text;
    Py_ssize_t length;
    PyObject *tuple;
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "s#O!", &text, &length, &PyTuple_Type, &tuple)) {
        return NULL;
    }
    size_t count = (size_t)PyTuple_Size(tuple);
    const ombud_law **laws = malloc((count + 1) * sizeof *laws);
    if (!laws) {
        return PyErr_NoMemory();
    }
    for (size_t i = 0; i < count; i++) {
        laws[i] = binding_take(state, PyTuple_GetItem(tuple, (Py_ssize_t)i), LAW);
        if (!laws[i]) {
            free((void *)laws);
            return NULL;
        }
    }
    Py_BEGIN_ALLOW_THREADS status =
        ombud_scenario_parse(text, (size_t)length, laws, count, binding_alloc(state), &scenario, &err);
    Py_END_ALLOW_THREADS free((void *)laws);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, SCENARIO, scenario, tuple);
}

static PyObject *scenario_count(PyObject *module, PyObject *handle)
{
    const ombud_scenario *scenario = binding_take(state_of(module), handle, SCENARIO);
    return scenario ? PyLong_FromSize_t(ombud_scenario_count(scenario)) : NULL;
}

/* scenario_case(scenario, run): borrowed; the package only clones it. */
static PyObject *scenario_case(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t run;
    if (!PyArg_ParseTuple(args, "On", &handle, &run)) {
        return NULL;
    }
    const ombud_scenario *scenario = binding_take(state, handle, SCENARIO);
    const ombud_case *matter = scenario ? ombud_scenario_case(scenario, (size_t)run) : NULL;
    return !scenario ? NULL
           : !matter ? binding_fail(state, OMBUD_E_NOT_FOUND, NULL)
                     : binding_borrow(state, CASE, matter, handle);
}

/* scenario_about(scenario, run): name, points, last day or None. */
static PyObject *scenario_about(PyObject *module, PyObject *args)
{
    PyObject *handle;
    Py_ssize_t run;
    ombud_day last;
    if (!PyArg_ParseTuple(args, "On", &handle, &run)) {
        return NULL;
    }
    const ombud_scenario *scenario = binding_take(state_of(module), handle, SCENARIO);
    if (!scenario) {
        return NULL;
    }
    size_t count = ombud_scenario_point_count(scenario, (size_t)run);
    PyObject *points = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; points && i < count; i++) {
        PyObject *point = text_of(ombud_scenario_point(scenario, (size_t)run, i));
        if (!point || PyTuple_SetItem(points, (Py_ssize_t)i, point) < 0) {
            Py_CLEAR(points);
        }
    }
    if (!points) {
        return NULL;
    }
    return Py_BuildValue("NNN", text_of(ombud_scenario_name(scenario, (size_t)run)), points,
                         ombud_scenario_last_day(scenario, (size_t)run, &last) == OMBUD_OK ? PyLong_FromLongLong(last)
                                                                                           : Py_NewRef(Py_None));
}

/* scenario_check(scenario, run) and scenario_check_covered(scenario, run, coverage) */
static PyObject *checked(module_state *state, PyObject *handle, size_t run, PyObject *coverage_handle)
{
    const ombud_scenario *scenario = binding_take(state, handle, SCENARIO);
    ombud_coverage *coverage = scenario && coverage_handle ? binding_take(state, coverage_handle, COVERAGE) : NULL;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (PyErr_Occurred()) {
        return NULL;
    }
    binding_busy(handle, 1);
    if (coverage_handle) {
        binding_busy(coverage_handle, 1);
    }
    Py_BEGIN_ALLOW_THREADS status = coverage_handle
                                        ? ombud_scenario_check_covered(scenario, run, coverage, &report, &err)
                                        : ombud_scenario_check(scenario, run, &report, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    if (coverage_handle) {
        binding_busy(coverage_handle, 0);
    }
    return status ? binding_fail(state, status, &err) : binding_wrap(state, REPORT, report, handle);
}

static PyObject *scenario_check(PyObject *module, PyObject *args)
{
    PyObject *handle;
    Py_ssize_t run;
    return PyArg_ParseTuple(args, "On", &handle, &run) ? checked(state_of(module), handle, (size_t)run, NULL) : NULL;
}

static PyObject *scenario_check_covered(PyObject *module, PyObject *args)
{
    PyObject *handle, *coverage;
    Py_ssize_t run;
    return PyArg_ParseTuple(args, "OnO", &handle, &run, &coverage)
               ? checked(state_of(module), handle, (size_t)run, coverage)
               : NULL;
}

/* report_get(report): (how many failed, list of dicts). */
static PyObject *report_get(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_report *report = binding_take(state, handle, REPORT);
    PyObject *list = report ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_report_count(report); i++) {
        ombud_expectation expectation = OMBUD_EXPECTATION_INIT;
        ombud_status status = ombud_report_get(report, i, &expectation);
        PyObject *one = status ? binding_fail(state, status, NULL) : record_of_expectation(&expectation);
        if (!one || PyList_Append(list, one) < 0) {
            Py_CLEAR(list);
        }
        Py_XDECREF(one);
    }
    return list ? Py_BuildValue("nN", (Py_ssize_t)ombud_report_failed(report), list) : NULL;
}

/* ---- coverage -------------------------------------------------------------------------------------------------------
 */

static PyObject *coverage_new(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_coverage *coverage = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!law) {
        return NULL;
    }
    ombud_status status = ombud_coverage_new(law, binding_alloc(state), &coverage, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, COVERAGE, coverage, handle);
}

/* coverage_count(coverage, what): (covered, total). */
static PyObject *coverage_count(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int what;
    size_t covered = 0, total = 0;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &what)) {
        return NULL;
    }
    const ombud_coverage *coverage = binding_take(state, handle, COVERAGE);
    ombud_status status = coverage ? ombud_coverage_count(coverage, what, &covered, &total) : OMBUD_OK;
    return !coverage ? NULL
           : status  ? binding_fail(state, status, NULL)
                     : Py_BuildValue("nn", (Py_ssize_t)covered, (Py_ssize_t)total);
}

static PyObject *coverage_get(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int what;
    Py_ssize_t index;
    ombud_covered covered = OMBUD_COVERED_INIT;
    if (!PyArg_ParseTuple(args, "Oin", &handle, &what, &index)) {
        return NULL;
    }
    const ombud_coverage *coverage = binding_take(state, handle, COVERAGE);
    ombud_status status = coverage ? ombud_coverage_get(coverage, what, (size_t)index, &covered) : OMBUD_OK;
    return !coverage ? NULL : status ? binding_fail(state, status, NULL) : record_of_covered(&covered);
}

static PyObject *gap_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int gap;
    return PyArg_ParseTuple(args, "i", &gap) ? PyUnicode_FromString(ombud_gap_name(gap)) : NULL;
}

PyMethodDef scenario_methods[] = {{"scenario_parse", scenario_parse, METH_VARARGS, NULL},
                                  {"scenario_count", scenario_count, METH_O, NULL},
                                  {"scenario_case", scenario_case, METH_VARARGS, NULL},
                                  {"scenario_about", scenario_about, METH_VARARGS, NULL},
                                  {"scenario_check", scenario_check, METH_VARARGS, NULL},
                                  {"scenario_check_covered", scenario_check_covered, METH_VARARGS, NULL},
                                  {"report_get", report_get, METH_O, NULL},
                                  {"coverage_new", coverage_new, METH_O, NULL},
                                  {"coverage_count", coverage_count, METH_VARARGS, NULL},
                                  {"coverage_get", coverage_get, METH_VARARGS, NULL},
                                  {"gap_name", gap_name, METH_VARARGS, NULL},
                                  {NULL, NULL, 0, NULL}};
