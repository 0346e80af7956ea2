/*
 * render.h: cases, verdicts and laws written out, into a text or piece by piece into a host's function.
 */
#include "binding.h"

#include <stdlib.h>
#include <string.h>

int gather(void *user, const char *bytes, size_t length)
{
    gathered *out = user;
    if (out->write) {
        PyObject *done = PyObject_CallFunction(out->write, "y#", bytes, (Py_ssize_t)length);
        if (!done) {
            raised_save(out->raised);
            return 1;
        }
        Py_DECREF(done);
        return 0;
    }
    if (length > out->capacity - out->length) {
        size_t capacity = (out->capacity + length) * 2;
        char *grown = realloc(out->data, capacity);
        if (!grown) {
            PyErr_NoMemory();
            raised_save(out->raised);
            return 1;
        }
        out->data = grown;
        out->capacity = capacity;
    }
    memcpy(out->data + out->length, bytes, length);
    out->length += length;
    return 0;
}

gathered gather_to(PyObject *write)
{
    const gathered fresh = {.write = write == Py_None ? NULL : write};
    return fresh;
}

PyObject *gather_end(module_state *state, gathered *out, ombud_status status, const ombud_error *err)
{
    PyObject *made = NULL;
    raised_restore(out->raised);
    if (status) {
        binding_fail(state, status, err);
    } else if (out->write) {
        made = Py_NewRef(Py_None);
    } else {
        made = PyBytes_FromStringAndSize(out->data, (Py_ssize_t)out->length);
    }
    free(out->data);
    return made;
}

/* A host's digest for the UID of a calendar's entry. */
typedef struct uid_call {
    PyObject *function;
    PyObject *raised[3];
} uid_call;

static int call_uid(void *user, const char *bytes, size_t length, uint64_t digest[2])
{
    uid_call *call = user;
    PyObject *made = PyObject_CallFunction(call->function, "y#", bytes, (Py_ssize_t)length);
    char *raw = NULL;
    Py_ssize_t size = 0;
    if (made && PyBytes_AsStringAndSize(made, &raw, &size) == 0 && size != 16) {
        PyErr_SetString(PyExc_ValueError, "a uid is 16 bytes");
    }
    if (PyErr_Occurred()) {
        Py_XDECREF(made);
        raised_save(call->raised);
        return 1;
    }
    digest[0] = digest[1] = 0;
    for (int i = 0; i < 16; i++) {
        digest[i / 8] = digest[i / 8] << 8 | (unsigned char)raw[i];
    }
    Py_DECREF(made);
    return 0;
}

/* How to render: (format, lang, colour, name, domain, salt, uid or None, detailed, alarm_days). The texts are borrowed
 * from the tuple. */
typedef struct wishes {
    ombud_render how;
    uid_call uid;
} wishes;

static int wishes_of(PyObject *tuple, void *out)
{
    wishes *w = out;
    const ombud_render fresh = OMBUD_RENDER_INIT;
    Py_ssize_t name, domain, salt;
    w->how = fresh;
    memset(&w->uid, 0, sizeof w->uid);
    if (!PyArg_ParseTuple(tuple, "iiis#s#y#Oii", &w->how.format, &w->how.lang, &w->how.colour, &w->how.name.ptr, &name,
                          &w->how.domain.ptr, &domain, &w->how.salt.ptr, &salt, &w->uid.function, &w->how.detailed,
                          &w->how.alarm_days)) {
        return 0;
    }
    w->how.name.len = (size_t)name;
    w->how.domain.len = (size_t)domain;
    w->how.salt.len = (size_t)salt;
    if (w->uid.function != Py_None) {
        w->how.uid = call_uid;
        w->how.uid_user = &w->uid;
    }
    return 1;
}

/* The end of a rendering: an exception of the uid's or of the sink's goes on, whichever came. */
static PyObject *rendered(module_state *state, PyObject *handle, wishes *w, gathered *out, ombud_status status,
                          const ombud_error *err)
{
    binding_busy(handle, 0);
    raised_restore(w->uid.raised);
    return gather_end(state, out, status, err);
}

/* A case, or its findings: …(case, asof, wishes, write or None). */
static PyObject *render_of(PyObject *module, PyObject *args,
                           ombud_status (*render)(const ombud_case *matter, const ombud_asof *asof,
                                                  const ombud_render *how, ombud_sink sink, void *user,
                                                  ombud_error *err))
{
    module_state *state = state_of(module);
    PyObject *handle, *write;
    ombud_asof asof = OMBUD_ASOF_INIT;
    wishes w;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO&O&O", &handle, asof_of, &asof, wishes_of, &w, &write)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    gathered out = gather_to(write);
    binding_busy(handle, 1);
    ombud_status status = render(matter, &asof, &w.how, gather, &out, &err);
    return rendered(state, handle, &w, &out, status, &err);
}

static PyObject *render_case(PyObject *module, PyObject *args)
{
    return render_of(module, args, ombud_render_case);
}

static PyObject *render_findings(PyObject *module, PyObject *args)
{
    return render_of(module, args, ombud_render_findings);
}

/* What is rendered as …(handle, wishes, write or None), and is in use from now on; NULL with an exception. */
static void *begun(PyObject *module, PyObject *args, handle_kind kind, PyObject **handle, wishes *w, gathered *out)
{
    PyObject *write;
    if (!PyArg_ParseTuple(args, "OO&O", handle, wishes_of, w, &write)) {
        return NULL;
    }
    void *taken = binding_take(state_of(module), *handle, kind);
    *out = gather_to(write);
    if (taken) {
        binding_busy(*handle, 1);
    }
    return taken;
}

static PyObject *render_verdict(PyObject *module, PyObject *args)
{
    PyObject *handle;
    wishes w;
    gathered out;
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_verdict *verdict = begun(module, args, VERDICT, &handle, &w, &out);
    ombud_status status = verdict ? ombud_render_verdict(verdict, &w.how, gather, &out, &err) : OMBUD_OK;
    return verdict ? rendered(state_of(module), handle, &w, &out, status, &err) : NULL;
}

/* render_law(law, item or None, wishes, write): a law is shared by threads and may be used meanwhile. */
static PyObject *render_law(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *write;
    const char *item;
    wishes w;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OzO&O", &handle, &item, wishes_of, &w, &write)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    if (!law) {
        return NULL;
    }
    gathered out = gather_to(write);
    ombud_status status = ombud_render_law(law, item, &w.how, gather, &out, &err);
    return gather_end(state, &out, status, &err);
}

static PyObject *render_plan(PyObject *module, PyObject *args)
{
    PyObject *handle;
    wishes w;
    gathered out;
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_plan *plan = begun(module, args, PLAN, &handle, &w, &out);
    ombud_status status = plan ? ombud_render_plan(plan, &w.how, gather, &out, &err) : OMBUD_OK;
    return plan ? rendered(state_of(module), handle, &w, &out, status, &err) : NULL;
}

static PyObject *render_figures(PyObject *module, PyObject *args)
{
    PyObject *handle;
    wishes w;
    gathered out;
    ombud_error err = OMBUD_ERROR_INIT;
    const ombud_figures *figures = begun(module, args, FIGURES, &handle, &w, &out);
    ombud_status status = figures ? ombud_render_figures(figures, &w.how, gather, &out, &err) : OMBUD_OK;
    return figures ? rendered(state_of(module), handle, &w, &out, status, &err) : NULL;
}

PyMethodDef render_methods[] = {{"render_case", render_case, METH_VARARGS, NULL},
                                {"render_findings", render_findings, METH_VARARGS, NULL},
                                {"render_verdict", render_verdict, METH_VARARGS, NULL},
                                {"render_law", render_law, METH_VARARGS, NULL},
                                {"render_plan", render_plan, METH_VARARGS, NULL},
                                {"render_figures", render_figures, METH_VARARGS, NULL},
                                {NULL, NULL, 0, NULL}};
