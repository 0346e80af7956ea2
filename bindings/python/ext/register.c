/*
 * register.h: many cases, what is due in them, deleting, loading a journal. What is counted over them and held against
 * one another has a file of its own, and so has the chain. Long calls let other threads run.
 */
#include "binding.h"

/* ---- the register ---------------------------------------------------------------------------------------------------
 */

/* register_new(law, settings or None, present) */
static PyObject *register_new(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *law_handle, *settings_handle;
    long long present;
    ombud_register *reg = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOL", &law_handle, &settings_handle, &present)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, law_handle, LAW);
    const ombud_settings *settings =
        law && settings_handle != Py_None ? binding_take(state, settings_handle, SETTINGS) : NULL;
    PyObject *parents = PyErr_Occurred() ? NULL : PyTuple_Pack(2, law_handle, settings_handle);
    if (!parents) {
        return NULL;
    }
    ombud_status status = ombud_register_new(law, settings, present, binding_alloc(state), &reg, &err);
    PyObject *made = status ? binding_fail(state, status, &err) : binding_wrap(state, REGISTER, reg, parents);
    Py_DECREF(parents);
    return made;
}

/* register_under(register, law, settings or None): a new one. */
static PyObject *register_under(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *law_handle, *settings_handle;
    ombud_register *made = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "OOO", &handle, &law_handle, &settings_handle)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    const ombud_settings *settings =
        reg && settings_handle != Py_None ? binding_take(state, settings_handle, SETTINGS) : NULL;
    PyObject *parents = PyErr_Occurred() ? NULL : PyTuple_Pack(2, law_handle, settings_handle);
    if (!parents) {
        return NULL;
    }
    binding_busy(handle, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_register_under(reg, settings, binding_alloc(state), &made, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    PyObject *wrapped = status ? binding_fail(state, status, &err) : binding_wrap(state, REGISTER, made, parents);
    Py_DECREF(parents);
    return wrapped;
}

static PyObject *register_present(PyObject *module, PyObject *handle)
{
    const ombud_register *reg = binding_take(state_of(module), handle, REGISTER);
    return reg ? PyLong_FromLongLong(ombud_register_present(reg)) : NULL;
}

static PyObject *register_count(PyObject *module, PyObject *handle)
{
    const ombud_register *reg = binding_take(state_of(module), handle, REGISTER);
    return reg ? PyLong_FromSize_t(ombud_register_count(reg)) : NULL;
}

/* register_case(register, number): a copy, since the register's own is gone when it changes; None if there is none. */
static PyObject *register_case(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    ombud_case *copy = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OL", &handle, &number)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    const ombud_case *matter = reg ? ombud_register_case(reg, number) : NULL;
    if (!matter) {
        return reg ? Py_NewRef(Py_None) : NULL;
    }
    ombud_status status = ombud_case_clone(matter, binding_alloc(state), &copy, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, CASE, copy, binding_parent(handle));
}

/* register_next_number(register, after): None past the last. */
static PyObject *register_next_number(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long after;
    int64_t number = 0;
    if (!PyArg_ParseTuple(args, "OL", &handle, &after)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_status status = reg ? ombud_register_next_number(reg, after, &number) : OMBUD_OK;
    return !reg                          ? NULL
           : status == OMBUD_E_NOT_FOUND ? Py_NewRef(Py_None)
           : status                      ? binding_fail(state, status, NULL)
                                         : PyLong_FromLongLong(number);
}

/* None, or the failure of a call that changes a register. */
static PyObject *done(module_state *state, const void *taken, ombud_status status, const ombud_error *err)
{
    return !taken ? NULL : status ? binding_fail(state, status, err) : Py_NewRef(Py_None);
}

static PyObject *register_open(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OL", &handle, &number)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    return done(state, reg, reg ? ombud_register_open(reg, number, &err) : OMBUD_OK, &err);
}

/* register_add(register, case): a copy goes in. */
static PyObject *register_add(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *case_handle;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO", &handle, &case_handle)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    const ombud_case *matter = reg ? binding_take(state, case_handle, CASE) : NULL;
    return done(state, matter, matter ? ombud_register_add(reg, matter, &err) : OMBUD_OK, &err);
}

/* register_person(register, number, person, roles) */
static PyObject *register_person(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number, person;
    const char *roles;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLLs", &handle, &number, &person, &roles)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    return done(state, reg, reg ? ombud_register_person(reg, number, person, roles, &err) : OMBUD_OK, &err);
}

static PyObject *register_item(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    const char *name;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLs", &handle, &number, &name)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    return done(state, reg, reg ? ombud_register_item(reg, number, name, &err) : OMBUD_OK, &err);
}

/* register_apply(register, number, event): changes. */
static PyObject *register_apply(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_changes *changes = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLO&", &handle, &number, event_of, &event)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    if (!reg) {
        return NULL;
    }
    ombud_status status = ombud_register_apply(reg, number, &event, &changes, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, CHANGES, changes, handle);
}

static PyObject *register_line(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    const char *line;
    Py_ssize_t length;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLs#", &handle, &number, &line, &length)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    return done(state, reg, reg ? ombud_register_line(reg, number, line, (size_t)length, &err) : OMBUD_OK, &err);
}

/* register_advance(register, day) */
static PyObject *register_advance(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long day;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "OL", &handle, &day)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    if (!reg) {
        return NULL;
    }
    binding_busy(handle, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_register_advance(reg, day, &err);
    Py_END_ALLOW_THREADS binding_busy(handle, 0);
    return done(state, reg, status, &err);
}

/* register_next_change(register): None if there is none. */
static PyObject *register_next_change(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = reg ? ombud_register_next_change(reg, &day, &err) : OMBUD_OK;
    return !reg                          ? NULL
           : status == OMBUD_E_NOT_FOUND ? Py_NewRef(Py_None)
           : status                      ? binding_fail(state, status, &err)
                                         : PyLong_FromLongLong(day);
}

/* ---- lists ----------------------------------------------------------------------------------------------------------
 */

/* A list of due duties as a list of dicts; frees it. */
static PyObject *agenda_list(module_state *state, ombud_agenda *agenda, ombud_status status, const ombud_error *err)
{
    PyObject *list = status ? binding_fail(state, status, err) : PyList_New(0);
    for (size_t i = 0; list && i < ombud_agenda_count(agenda); i++) {
        ombud_due_entry entry = OMBUD_DUE_ENTRY_INIT;
        status = ombud_agenda_get(agenda, i, &entry);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_due_entry(&entry));
    }
    ombud_agenda_free(agenda);
    return list;
}

/* register_due(register, from, to) */
static PyObject *register_due(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long from, to;
    ombud_agenda *agenda = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLL", &handle, &from, &to)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_status status = reg ? ombud_register_due(reg, from, to, &agenda, &err) : OMBUD_OK;
    return reg ? agenda_list(state, agenda, status, &err) : NULL;
}

static PyObject *listed_before(PyObject *module, PyObject *args,
                               ombud_status (*list)(const ombud_register *reg, ombud_day on, ombud_agenda **out,
                                                    ombud_error *err))
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long on;
    ombud_agenda *agenda = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OL", &handle, &on)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_status status = reg ? list(reg, on, &agenda, &err) : OMBUD_OK;
    return reg ? agenda_list(state, agenda, status, &err) : NULL;
}

/* register_overdue(register, on) */
static PyObject *register_overdue(PyObject *module, PyObject *args)
{
    return listed_before(module, args, ombud_register_overdue);
}

/* register_elapsed(register, on) */
static PyObject *register_elapsed(PyObject *module, PyObject *args)
{
    return listed_before(module, args, ombud_register_elapsed);
}

static PyObject *register_undated(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_agenda *agenda = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = reg ? ombud_register_undated(reg, &agenda, &err) : OMBUD_OK;
    return reg ? agenda_list(state, agenda, status, &err) : NULL;
}

/* ---- deleting; register_delete stands with the chain ----------------------------------------------------------------
 */

/* register_holds(register, number): a list of dicts. */
static PyObject *register_holds(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    ombud_holds *holds = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OL", &handle, &number)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    if (!reg) {
        return NULL;
    }
    ombud_status status = ombud_register_holds(reg, number, &holds, &err);
    PyObject *list = status ? binding_fail(state, status, &err) : PyList_New(0);
    for (size_t i = 0; list && i < ombud_holds_count(holds); i++) {
        ombud_hold hold = OMBUD_HOLD_INIT;
        status = ombud_holds_get(holds, i, &hold);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_hold(&hold));
    }
    ombud_holds_free(holds);
    return list;
}

/* register_tombstone(register, number): (day, digest), or None. */
static PyObject *register_tombstone(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    ombud_tombstone tombstone = OMBUD_TOMBSTONE_INIT;
    if (!PyArg_ParseTuple(args, "OL", &handle, &number)) {
        return NULL;
    }
    const ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_status status = reg ? ombud_register_tombstone(reg, number, &tombstone) : OMBUD_OK;
    if (!reg || status) {
        return !reg ? NULL : status == OMBUD_E_NOT_FOUND ? Py_NewRef(Py_None) : binding_fail(state, status, NULL);
    }
    return Py_BuildValue("Ly#", (long long)tombstone.on, (const char *)tombstone.digest,
                         (Py_ssize_t)tombstone.digest_length);
}

/* ---- loading a journal ----------------------------------------------------------------------------------------------
 */

/* A stream keeps the register alive. */
static PyObject *stream_new(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    ombud_register *reg = binding_take(state, handle, REGISTER);
    ombud_stream *stream = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = reg ? ombud_stream_new(reg, &stream, &err) : OMBUD_OK;
    return !reg ? NULL : status ? binding_fail(state, status, &err) : binding_wrap(state, STREAM, stream, handle);
}

/* The stream, if neither it nor its register is in use. */
static ombud_stream *stream_of(module_state *state, PyObject *handle)
{
    ombud_stream *stream = binding_take(state, handle, STREAM);
    return stream && binding_take(state, binding_parent(handle), REGISTER) ? stream : NULL;
}

/* stream_feed(stream, bytes) */
static PyObject *stream_feed(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *bytes;
    Py_ssize_t length;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "Oy#", &handle, &bytes, &length)) {
        return NULL;
    }
    ombud_stream *stream = stream_of(state, handle);
    if (!stream) {
        return NULL;
    }
    PyObject *of = binding_parent(handle);
    binding_busy(handle, 1);
    binding_busy(of, 1);
    Py_BEGIN_ALLOW_THREADS status = ombud_stream_feed(stream, bytes, (size_t)length, &err);
    Py_END_ALLOW_THREADS binding_busy(of, 0);
    binding_busy(handle, 0);
    return done(state, stream, status, &err);
}

static PyObject *stream_end(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_stream *stream = stream_of(state, handle);
    return done(state, stream, stream ? ombud_stream_end(stream, &err) : OMBUD_OK, &err);
}

static PyObject *stream_lines(PyObject *module, PyObject *handle)
{
    const ombud_stream *stream = binding_take(state_of(module), handle, STREAM);
    return stream ? PyLong_FromUnsignedLongLong(ombud_stream_lines(stream)) : NULL;
}

PyMethodDef register_methods[] = {{"register_new", register_new, METH_VARARGS, NULL},
                                  {"register_under", register_under, METH_VARARGS, NULL},
                                  {"register_present", register_present, METH_O, NULL},
                                  {"register_count", register_count, METH_O, NULL},
                                  {"register_case", register_case, METH_VARARGS, NULL},
                                  {"register_next_number", register_next_number, METH_VARARGS, NULL},
                                  {"register_open", register_open, METH_VARARGS, NULL},
                                  {"register_add", register_add, METH_VARARGS, NULL},
                                  {"register_person", register_person, METH_VARARGS, NULL},
                                  {"register_item", register_item, METH_VARARGS, NULL},
                                  {"register_apply", register_apply, METH_VARARGS, NULL},
                                  {"register_line", register_line, METH_VARARGS, NULL},
                                  {"register_advance", register_advance, METH_VARARGS, NULL},
                                  {"register_next_change", register_next_change, METH_O, NULL},
                                  {"register_due", register_due, METH_VARARGS, NULL},
                                  {"register_overdue", register_overdue, METH_VARARGS, NULL},
                                  {"register_undated", register_undated, METH_O, NULL},
                                  {"register_elapsed", register_elapsed, METH_VARARGS, NULL},
                                  {"register_holds", register_holds, METH_VARARGS, NULL},
                                  {"register_tombstone", register_tombstone, METH_VARARGS, NULL},
                                  {"stream_new", stream_new, METH_O, NULL},
                                  {"stream_feed", stream_feed, METH_VARARGS, NULL},
                                  {"stream_end", stream_end, METH_O, NULL},
                                  {"stream_lines", stream_lines, METH_O, NULL},
                                  {NULL, NULL, 0, NULL}};
