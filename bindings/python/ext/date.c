/*
 * date.h: periods, working days, last days. Days are numbers here; the package makes dates of them.
 */
#include "binding.h"

#include <stdlib.h>

static PyObject *period_parse(PyObject *module, PyObject *args)
{
    const char *text;
    Py_ssize_t length;
    ombud_period period;
    if (!PyArg_ParseTuple(args, "s#", &text, &length)) {
        return NULL;
    }
    ombud_status status = ombud_period_parse(text, (size_t)length, &period);
    return status ? binding_fail(state_of(module), status, NULL) : Py_BuildValue("ii", period.count, period.unit);
}

static PyObject *period_format(PyObject *module, PyObject *args)
{
    ombud_period period;
    char text[8];
    if (!PyArg_ParseTuple(args, "ii", &period.count, &period.unit)) {
        return NULL;
    }
    ombud_status status = ombud_period_format(period, text, sizeof text);
    return status ? binding_fail(state_of(module), status, NULL) : PyUnicode_FromString(text);
}

static PyObject *moved(PyObject *module, PyObject *args,
                       ombud_status (*move)(ombud_day start, ombud_period period, ombud_day *out))
{
    long long start;
    ombud_period period;
    ombud_day out;
    if (!PyArg_ParseTuple(args, "Lii", &start, &period.count, &period.unit)) {
        return NULL;
    }
    ombud_status status = move(start, period, &out);
    return status ? binding_fail(state_of(module), status, NULL) : PyLong_FromLongLong(out);
}

static PyObject *day_add(PyObject *module, PyObject *args)
{
    return moved(module, args, ombud_day_add);
}

static PyObject *day_subtract(PyObject *module, PyObject *args)
{
    return moved(module, args, ombud_day_subtract);
}

/* A host's days, from a tuple of numbers. */
typedef struct days {
    ombud_day *list;
    size_t count;
} days;

static int days_of(PyObject *tuple, void *out)
{
    days *found = out;
    if (!PyTuple_Check(tuple)) {
        PyErr_SetString(PyExc_TypeError, "days are given as a tuple of numbers");
        return 0;
    }
    found->count = (size_t)PyTuple_Size(tuple);
    found->list = malloc((found->count + 1) * sizeof *found->list);
    if (!found->list) {
        PyErr_NoMemory();
        return 0;
    }
    for (size_t i = 0; i < found->count; i++) {
        found->list[i] = PyLong_AsLongLong(PyTuple_GetItem(tuple, (Py_ssize_t)i));
        if (PyErr_Occurred()) {
            free(found->list);
            found->list = NULL;
            return 0;
        }
    }
    return 1; /* the last argument of each format, so that nothing is left behind when another fails */
}

static PyObject *day_holiday(PyObject *module, PyObject *args)
{
    long long on;
    days host = {NULL, 0};
    ombud_holiday holiday;
    if (!PyArg_ParseTuple(args, "LO&", &on, days_of, &host)) {
        return NULL;
    }
    ombud_status status = ombud_day_holiday(on, host.list, host.count, &holiday);
    free(host.list);
    return status ? binding_fail(state_of(module), status, NULL) : PyLong_FromLong(holiday);
}

static PyObject *day_roll(PyObject *module, PyObject *args)
{
    long long on;
    int roll;
    days host = {NULL, 0};
    ombud_day out;
    if (!PyArg_ParseTuple(args, "LiO&", &on, &roll, days_of, &host)) {
        return NULL;
    }
    ombud_status status = ombud_day_roll(on, roll, host.list, host.count, &out);
    free(host.list);
    return status ? binding_fail(state_of(module), status, NULL) : PyLong_FromLongLong(out);
}

static PyObject *due(PyObject *module, PyObject *args)
{
    long long start;
    ombud_period period;
    int roll;
    days host = {NULL, 0};
    ombud_due_steps steps = OMBUD_DUE_STEPS_INIT;
    if (!PyArg_ParseTuple(args, "LiiiO&", &start, &period.count, &period.unit, &roll, days_of, &host)) {
        return NULL;
    }
    ombud_status status = ombud_due(start, period, roll, host.list, host.count, &steps);
    free(host.list);
    return status ? binding_fail(state_of(module), status, NULL) : record_of_steps(&steps);
}

static PyObject *easter(PyObject *module, PyObject *args)
{
    int year;
    ombud_day out;
    if (!PyArg_ParseTuple(args, "i", &year)) {
        return NULL;
    }
    ombud_status status = ombud_easter(year, &out);
    return status ? binding_fail(state_of(module), status, NULL) : PyLong_FromLongLong(out);
}

static PyObject *brussels_day(PyObject *module, PyObject *args)
{
    long long seconds;
    ombud_day out;
    if (!PyArg_ParseTuple(args, "L", &seconds)) {
        return NULL;
    }
    ombud_status status = ombud_brussels_day(seconds, &out);
    return status ? binding_fail(state_of(module), status, NULL) : PyLong_FromLongLong(out);
}

static PyObject *holiday_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int holiday;
    return PyArg_ParseTuple(args, "i", &holiday) ? PyUnicode_FromString(ombud_holiday_name(holiday)) : NULL;
}

PyMethodDef date_methods[] = {{"period_parse", period_parse, METH_VARARGS, NULL},
                              {"period_format", period_format, METH_VARARGS, NULL},
                              {"day_add", day_add, METH_VARARGS, NULL},
                              {"day_subtract", day_subtract, METH_VARARGS, NULL},
                              {"day_holiday", day_holiday, METH_VARARGS, NULL},
                              {"day_roll", day_roll, METH_VARARGS, NULL},
                              {"due", due, METH_VARARGS, NULL},
                              {"easter", easter, METH_VARARGS, NULL},
                              {"brussels_day", brussels_day, METH_VARARGS, NULL},
                              {"holiday_name", holiday_name, METH_VARARGS, NULL},
                              {NULL, NULL, 0, NULL}};
