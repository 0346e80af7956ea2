/*
 * prove.h: the flaws of a law, what was walked, its invariants. Proving lets other threads run; laws are shared.
 */
#include "binding.h"

static PyObject *law_prove(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!law) {
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS status = ombud_law_prove(law, binding_alloc(state), &proof, &err);
    Py_END_ALLOW_THREADS return status ? binding_fail(state, status, &err) : binding_wrap(state, PROOF, proof, handle);
}

/* law_explore(law, item or None, recorded, readings, most situations of a walk, kinds or None) */
static PyObject *law_explore(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t most;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "Oziinz", &handle, &how.item, &how.recorded, &how.readings, &most, &how.with)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    if (!law) {
        return NULL;
    }
    how.situations_max = (size_t)most;
    Py_BEGIN_ALLOW_THREADS status = ombud_law_explore(law, &how, binding_alloc(state), &proof, &err);
    Py_END_ALLOW_THREADS return status ? binding_fail(state, status, &err) : binding_wrap(state, PROOF, proof, handle);
}

/* A list of dicts, as of the two that follow. */
static PyObject *proof_flaw(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_proof *proof = binding_take(state, handle, PROOF);
    PyObject *list = proof ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        ombud_status status = ombud_proof_flaw(proof, i, &flaw);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_flaw(&flaw));
    }
    return list;
}

static PyObject *proof_walk(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_proof *proof = binding_take(state, handle, PROOF);
    PyObject *list = proof ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_proof_walk_count(proof); i++) {
        ombud_walk walk = OMBUD_WALK_INIT;
        ombud_status status = ombud_proof_walk(proof, i, &walk);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_walk(&walk));
    }
    return list;
}

static PyObject *proof_invariant(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_proof *proof = binding_take(state, handle, PROOF);
    PyObject *list = proof ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_proof_invariant_count(proof); i++) {
        ombud_invariant invariant = OMBUD_INVARIANT_INIT;
        ombud_status status = ombud_proof_invariant(proof, i, &invariant);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_invariant(&invariant));
    }
    return list;
}

static PyObject *flaw_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int kind;
    return PyArg_ParseTuple(args, "i", &kind) ? PyUnicode_FromString(ombud_flaw_name(kind)) : NULL;
}

PyMethodDef prove_methods[] = {{"law_prove", law_prove, METH_O, NULL},
                               {"law_explore", law_explore, METH_VARARGS, NULL},
                               {"proof_flaw", proof_flaw, METH_O, NULL},
                               {"proof_walk", proof_walk, METH_O, NULL},
                               {"proof_invariant", proof_invariant, METH_O, NULL},
                               {"flaw_name", flaw_name, METH_VARARGS, NULL},
                               {NULL, NULL, 0, NULL}};
