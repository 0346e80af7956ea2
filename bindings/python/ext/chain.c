/*
 * case.h: the chain of a journal, and register.h: deleting, which keeps its head. The host's cryptography is two Python
 * functions; what they raise goes on unharmed.
 */
#include "binding.h"

#include <stdlib.h>
#include <string.h>

typedef struct chain_call {
    PyObject *digest, *match; /* match may be None */
    PyObject *raised[3];
} chain_call;

static int call_digest(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                       unsigned char *out, size_t capacity, size_t *out_len)
{
    chain_call *call = user;
    PyObject *made = PyObject_CallFunction(call->digest, "y#y#", (const char *)previous, (Py_ssize_t)previous_len,
                                           bytes, (Py_ssize_t)len);
    char *raw = NULL;
    Py_ssize_t size = 0;
    if (made && PyBytes_AsStringAndSize(made, &raw, &size) == 0 && (size < 1 || (size_t)size > capacity)) {
        PyErr_Format(PyExc_ValueError, "a digest is 1 to %zu bytes, not %zd", capacity, size);
    }
    if (PyErr_Occurred()) {
        Py_XDECREF(made);
        raised_save(call->raised);
        return 1;
    }
    memcpy(out, raw, (size_t)size);
    *out_len = (size_t)size;
    Py_DECREF(made);
    return 0;
}

static int call_match(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                      const unsigned char *stored, size_t stored_len, int32_t *matches)
{
    chain_call *call = user;
    PyObject *made = PyObject_CallFunction(call->match, "y#y#y#", (const char *)previous, (Py_ssize_t)previous_len,
                                           bytes, (Py_ssize_t)len, (const char *)stored, (Py_ssize_t)stored_len);
    int truth = made ? PyObject_IsTrue(made) : -1;
    Py_XDECREF(made);
    if (truth < 0) {
        raised_save(call->raised);
        return 1;
    }
    *matches = truth;
    return 0;
}

static ombud_chain chain_of(chain_call *call)
{
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.user = call;
    chain.digest = call_digest;
    chain.match = call->match == Py_None ? NULL : call_match;
    return chain;
}

/* case_chain(case, digest, match or None, position, previous or None): bytes */
static PyObject *case_chain(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    chain_call call = {NULL, NULL, {NULL, NULL, NULL}};
    Py_ssize_t position, previous_len;
    const char *previous;
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOOnz#", &handle, &call.digest, &call.match, &position, &previous, &previous_len)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_chain chain = chain_of(&call);
    ombud_view before = {previous, (size_t)previous_len};
    binding_busy(handle, 1);
    ombud_status status = ombud_case_chain(matter, &chain, (size_t)position, previous ? &before : NULL, digest,
                                           sizeof digest, &length, &err);
    binding_busy(handle, 0);
    raised_restore(call.raised);
    return status ? binding_fail(state, status, &err)
                  : PyBytes_FromStringAndSize((const char *)digest, (Py_ssize_t)length);
}

/* case_verify(case, digest, match or None, tuple of bytes): None, or the position of the first line that differs. */
static PyObject *case_verify(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *tuple;
    chain_call call = {NULL, NULL, {NULL, NULL, NULL}};
    size_t first = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OOOO!", &handle, &call.digest, &call.match, &PyTuple_Type, &tuple)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    size_t count = (size_t)PyTuple_Size(tuple);
    ombud_view *digests = matter ? malloc((count + 1) * sizeof *digests) : NULL;
    if (!digests) {
        return matter ? PyErr_NoMemory() : NULL;
    }
    for (size_t i = 0; i < count; i++) {
        char *raw;
        Py_ssize_t size;
        if (PyBytes_AsStringAndSize(PyTuple_GetItem(tuple, (Py_ssize_t)i), &raw, &size) < 0) {
            free(digests);
            return NULL;
        }
        digests[i].ptr = raw;
        digests[i].len = (size_t)size;
    }
    ombud_chain chain = chain_of(&call);
    binding_busy(handle, 1);
    ombud_status status = ombud_case_verify(matter, &chain, digests, count, &first, &err);
    binding_busy(handle, 0);
    free(digests);
    raised_restore(call.raised);
    return status == OMBUD_E_DIFFERENT ? PyLong_FromSize_t(first)
           : status                    ? binding_fail(state, status, &err)
                                       : Py_NewRef(Py_None);
}

/* register_delete(register, number, digest or None): the head of the chain is kept where there is a digest. */
static PyObject *register_delete(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    long long number;
    chain_call call = {NULL, Py_None, {NULL, NULL, NULL}};
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OLO", &handle, &number, &call.digest)) {
        return NULL;
    }
    ombud_register *reg = binding_take(state, handle, REGISTER);
    if (!reg) {
        return NULL;
    }
    ombud_chain chain = chain_of(&call);
    binding_busy(handle, 1);
    ombud_status status = ombud_register_delete(reg, number, call.digest == Py_None ? NULL : &chain, &err);
    binding_busy(handle, 0);
    raised_restore(call.raised);
    return status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

PyMethodDef chain_methods[] = {{"case_chain", case_chain, METH_VARARGS, NULL},
                               {"case_verify", case_verify, METH_VARARGS, NULL},
                               {"register_delete", register_delete, METH_VARARGS, NULL},
                               {NULL, NULL, 0, NULL}};
