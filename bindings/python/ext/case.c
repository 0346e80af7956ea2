/*
 * case.h: settings, cases, their journals. The chain has a file of its own.
 */
#include "binding.h"

#include <stdlib.h>
#include <string.h>

static PyObject *settings_parse(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *text;
    Py_ssize_t length;
    ombud_settings *settings = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "Os#", &handle, &text, &length)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    if (!law) {
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS status =
        ombud_settings_parse(law, text, (size_t)length, binding_alloc(state), &settings, &err);
    Py_END_ALLOW_THREADS return status ? binding_fail(state, status, &err)
                                       : binding_wrap(state, SETTINGS, settings, handle);
}

static PyObject *settings_digest(PyObject *module, PyObject *handle)
{
    const ombud_settings *settings = binding_take(state_of(module), handle, SETTINGS);
    return settings ? PyLong_FromUnsignedLongLong(ombud_settings_digest(settings)) : NULL;
}

/* case_new(law, settings or None) */
static PyObject *case_new(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *law_handle, *settings_handle;
    ombud_case *matter = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO", &law_handle, &settings_handle)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, law_handle, LAW);
    const ombud_settings *settings =
        law && settings_handle != Py_None ? binding_take(state, settings_handle, SETTINGS) : NULL;
    if (PyErr_Occurred()) {
        return NULL;
    }
    ombud_status status = ombud_case_new(law, settings, binding_alloc(state), &matter, &err);
    if (status) {
        return binding_fail(state, status, &err);
    }
    PyObject *parents = PyTuple_Pack(2, law_handle, settings_handle);
    if (!parents) {
        ombud_case_free(matter);
        return NULL;
    }
    PyObject *made = binding_wrap(state, CASE, matter, parents);
    Py_DECREF(parents);
    return made;
}

static PyObject *case_clone(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_clone(matter, binding_alloc(state), &copy, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, CASE, copy, binding_parent(handle));
}

/* case_clone_as_of(case, day, known_by) */
static PyObject *case_clone_as_of(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long day, known_by;
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLL", &handle, &day, &known_by)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_clone_as_of(matter, day, known_by, binding_alloc(state), &copy, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, CASE, copy, binding_parent(handle));
}

/* case_law(case): the law it lies under, borrowed. */
static PyObject *case_law(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_case *matter = binding_take(state, handle, CASE);
    return matter ? binding_borrow(state, LAW, ombud_case_law(matter), binding_parent(handle)) : NULL;
}

/* case_settings(case): borrowed, or None. */
static PyObject *case_settings(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    const ombud_settings *settings = ombud_case_settings(matter);
    return settings ? binding_borrow(state, SETTINGS, settings, binding_parent(handle)) : Py_NewRef(Py_None);
}

static PyObject *case_number(PyObject *module, PyObject *handle)
{
    const ombud_case *matter = binding_take(state_of(module), handle, CASE);
    return matter ? PyLong_FromLongLong(ombud_case_number(matter)) : NULL;
}

static PyObject *case_set_number(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    if (!PyArg_ParseTuple(args, "OL", &handle, &number)) {
        return NULL;
    }
    ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_set_number(matter, number) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, NULL) : Py_NewRef(Py_None);
}

static PyObject *case_person(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    const char *roles;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLs", &handle, &number, &roles)) {
        return NULL;
    }
    ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_person(matter, number, roles, &err) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

static PyObject *case_item(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *name;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "Os", &handle, &name)) {
        return NULL;
    }
    ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_item(matter, name, &err) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

static PyObject *recorded(PyObject *module, PyObject *args,
                          ombud_status (*record)(ombud_case *matter, const ombud_event *event, ombud_changes **changes,
                                                 ombud_error *err))
{
    module_state *state = state_of(module);
    PyObject *handle;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_changes *changes = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO&", &handle, event_of, &event)) {
        return NULL;
    }
    ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = record(matter, &event, &changes, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, CHANGES, changes, handle);
}

/* case_apply(case, event): changes. */
static PyObject *case_apply(PyObject *module, PyObject *args)
{
    return recorded(module, args, ombud_case_apply);
}

/* case_propose(case, event): changes. */
static PyObject *case_propose(PyObject *module, PyObject *args)
{
    return recorded(module, args, ombud_case_propose);
}

/* case_apply_batch(case, tuple of events, wrong): on failure the index of the event at fault is appended to the list
 * `wrong`. */
static PyObject *case_apply_batch(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *tuple, *wrong;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO!O!", &handle, &PyTuple_Type, &tuple, &PyList_Type, &wrong)) {
        return NULL;
    }
    ombud_case *matter = binding_take(state, handle, CASE);
    size_t count = (size_t)PyTuple_Size(tuple), at = SIZE_MAX;
    ombud_event *events = matter ? malloc((count + 1) * sizeof *events) : NULL;
    if (!events) {
        return matter ? PyErr_NoMemory() : NULL;
    }
    for (size_t i = 0; i < count; i++) {
        if (!event_of(PyTuple_GetItem(tuple, (Py_ssize_t)i), &events[i])) {
            free(events);
            return NULL;
        }
    }
    ombud_status status;
    binding_busy(handle, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_case_apply_batch(matter, events, count, &at, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    free(events);
    if (status && at != SIZE_MAX) {
        PyObject *index = PyLong_FromSize_t(at);
        int appended = index ? PyList_Append(wrong, index) : -1;
        Py_XDECREF(index);
        if (appended < 0) {
            return NULL;
        }
    }
    return status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

static PyObject *case_journal_count(PyObject *module, PyObject *handle)
{
    const ombud_case *matter = binding_take(state_of(module), handle, CASE);
    return matter ? PyLong_FromSize_t(ombud_case_journal_count(matter)) : NULL;
}

static PyObject *case_entry(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t position;
    ombud_entry entry = OMBUD_ENTRY_INIT;
    if (!PyArg_ParseTuple(args, "On", &handle, &position)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_entry(matter, (size_t)position, &entry) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, NULL) : record_of_entry(&entry);
}

/* case_entry_text(case, position) */
static PyObject *case_entry_text(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t position;
    size_t needed = 0;
    if (!PyArg_ParseTuple(args, "On", &handle, &position)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_entry_text(matter, (size_t)position, NULL, 0, &needed);
    if (status && status != OMBUD_E_LIMIT) {
        return binding_fail(state, status, NULL);
    }
    char *room = text_room(needed);
    if (!room) {
        return NULL;
    }
    status = ombud_case_entry_text(matter, (size_t)position, room, needed + 1, &needed);
    if (status) {
        free(room);
        return binding_fail(state, status, NULL);
    }
    return text_end(room, needed);
}

static PyObject *case_last_day(PyObject *module, PyObject *handle)
{
    const ombud_case *matter = binding_take(state_of(module), handle, CASE);
    ombud_day day = 0;
    ombud_status status = matter ? ombud_case_last_day(matter, &day) : OMBUD_OK;
    return !matter                       ? NULL
           : status == OMBUD_E_NOT_FOUND ? Py_NewRef(Py_None)
           : status                      ? binding_fail(state_of(module), status, NULL)
                                         : PyLong_FromLongLong(day);
}

static PyObject *case_item_count(PyObject *module, PyObject *handle)
{
    const ombud_case *matter = binding_take(state_of(module), handle, CASE);
    return matter ? PyLong_FromSize_t(ombud_case_item_count(matter)) : NULL;
}

static PyObject *case_item_at(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t index;
    ombud_item item = OMBUD_ITEM_INIT;
    if (!PyArg_ParseTuple(args, "On", &handle, &index)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_item_at(matter, (size_t)index, &item) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, NULL) : record_of_item(&item);
}

/* case_write(case, write or None) */
static PyObject *case_write(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *write;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO", &handle, &write)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    gathered out = gather_to(write);
    binding_busy(handle, 1);
    ombud_status status = ombud_case_write(matter, gather, &out, &err);
    binding_busy(handle, 0);
    return gather_end(state, &out, status, &err);
}

PyMethodDef case_methods[] = {{"settings_parse", settings_parse, METH_VARARGS, NULL},
                              {"settings_digest", settings_digest, METH_O, NULL},
                              {"case_new", case_new, METH_VARARGS, NULL},
                              {"case_clone", case_clone, METH_O, NULL},
                              {"case_clone_as_of", case_clone_as_of, METH_VARARGS, NULL},
                              {"case_law", case_law, METH_O, NULL},
                              {"case_settings", case_settings, METH_O, NULL},
                              {"case_number", case_number, METH_O, NULL},
                              {"case_set_number", case_set_number, METH_VARARGS, NULL},
                              {"case_person", case_person, METH_VARARGS, NULL},
                              {"case_item", case_item, METH_VARARGS, NULL},
                              {"case_apply", case_apply, METH_VARARGS, NULL},
                              {"case_propose", case_propose, METH_VARARGS, NULL},
                              {"case_apply_batch", case_apply_batch, METH_VARARGS, NULL},
                              {"case_journal_count", case_journal_count, METH_O, NULL},
                              {"case_entry", case_entry, METH_VARARGS, NULL},
                              {"case_entry_text", case_entry_text, METH_VARARGS, NULL},
                              {"case_last_day", case_last_day, METH_O, NULL},
                              {"case_item_count", case_item_count, METH_O, NULL},
                              {"case_item_at", case_item_at, METH_VARARGS, NULL},
                              {"case_write", case_write, METH_VARARGS, NULL},
                              {NULL, NULL, 0, NULL}};
