/*
 * Handles: heap types that own or borrow one object of the library each, the allocator behind them, and the exceptions
 * of a status.
 */
#include "binding.h"

#include <stdlib.h>

static void free_law(void *p)
{
    ombud_law_free(p);
}

static void free_settings(void *p)
{
    ombud_settings_free(p);
}

static void free_case(void *p)
{
    ombud_case_free(p);
}

static void free_verdict(void *p)
{
    ombud_verdict_free(p);
}

static void free_terms(void *p)
{
    ombud_terms_free(p);
}

static void free_findings(void *p)
{
    ombud_findings_free(p);
}

static void free_answer(void *p)
{
    ombud_answer_free(p);
}

static void free_actions(void *p)
{
    ombud_actions_free(p);
}

static void free_timeline(void *p)
{
    ombud_timeline_free(p);
}

static void free_changes(void *p)
{
    ombud_changes_free(p);
}

static void free_scenario(void *p)
{
    ombud_scenario_free(p);
}

static void free_report(void *p)
{
    ombud_report_free(p);
}

static void free_coverage(void *p)
{
    ombud_coverage_free(p);
}

static void free_plan(void *p)
{
    ombud_plan_free(p);
}

static void free_register(void *p)
{
    ombud_register_free(p);
}

static void free_stream(void *p)
{
    ombud_stream_free(p);
}

static void free_figures(void *p)
{
    ombud_figures_free(p);
}

static void free_proof(void *p)
{
    ombud_proof_free(p);
}

/* In the order of handle_kind. */
static const struct handle_type {
    const char *name;
    void (*release)(void *ptr);
} types[HANDLE_KINDS] = {
    {"ombud._ombud.Law", free_law},           {"ombud._ombud.Settings", free_settings},
    {"ombud._ombud.Case", free_case},         {"ombud._ombud.Verdict", free_verdict},
    {"ombud._ombud.Terms", free_terms},       {"ombud._ombud.Findings", free_findings},
    {"ombud._ombud.Answer", free_answer},     {"ombud._ombud.Actions", free_actions},
    {"ombud._ombud.Timeline", free_timeline}, {"ombud._ombud.Changes", free_changes},
    {"ombud._ombud.Scenario", free_scenario}, {"ombud._ombud.Report", free_report},
    {"ombud._ombud.Coverage", free_coverage}, {"ombud._ombud.Plan", free_plan},
    {"ombud._ombud.Register", free_register}, {"ombud._ombud.Stream", free_stream},
    {"ombud._ombud.Figures", free_figures},   {"ombud._ombud.Proof", free_proof},
};

static void handle_dealloc(PyObject *self)
{
    binding *h = (binding *)self;
    PyTypeObject *type = Py_TYPE(self);
    if (h->release) {
        h->release(h->ptr);
    }
    Py_XDECREF(h->parent);
    PyObject_Free(self);
    Py_DECREF(type);
}

int binding_types(PyObject *module)
{
    module_state *state = state_of(module);
    for (int kind = 0; kind < HANDLE_KINDS; kind++) {
        PyType_Slot slots[] = {{Py_tp_dealloc, (void *)handle_dealloc}, {0, NULL}};
        PyType_Spec spec = {types[kind].name, (int)sizeof(binding), 0,
                            Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE, slots};
        state->types[kind] = (PyTypeObject *)PyType_FromModuleAndSpec(module, &spec, NULL);
        if (!state->types[kind] || PyModule_AddType(module, state->types[kind]) < 0) {
            return -1;
        }
    }
    return 0;
}

static PyObject *new_handle(module_state *state, handle_kind kind, void *ptr, PyObject *parent,
                            void (*release)(void *ptr))
{
    binding *h = PyObject_New(binding, state->types[kind]);
    if (!h) {
        if (release) {
            release(ptr);
        }
        return NULL;
    }
    h->ptr = ptr;
    Py_XINCREF(parent);
    h->parent = parent;
    h->release = release;
    h->busy = 0;
    return (PyObject *)h;
}

PyObject *binding_wrap(module_state *state, handle_kind kind, void *ptr, PyObject *parent)
{
    return new_handle(state, kind, ptr, parent, types[kind].release);
}

PyObject *binding_borrow(module_state *state, handle_kind kind, const void *ptr, PyObject *parent)
{
    return new_handle(state, kind, (void *)ptr, parent, NULL);
}

void *binding_take(module_state *state, PyObject *object, handle_kind kind)
{
    if (Py_TYPE(object) != state->types[kind]) {
        PyErr_Format(PyExc_TypeError, "a %s is wanted, not %R", types[kind].name + sizeof "ombud._ombud", object);
        return NULL;
    }
    binding *h = (binding *)object;
    if (h->busy) {
        ombud_error err = OMBUD_ERROR_INIT;
        err.message = "the object is in use: by another thread, or by the call whose callback this is";
        err.remedy = "wait for that call to end, or give each thread a copy";
        binding_fail(state, OMBUD_E_STATE, &err);
        return NULL;
    }
    return h->ptr;
}

PyObject *binding_parent(PyObject *object)
{
    return ((binding *)object)->parent;
}

void binding_busy(PyObject *object, int busy)
{
    ((binding *)object)->busy = busy;
}

/* ---- errors -------------------------------------------------------------------------------------------------------
 */

PyObject *binding_fail(module_state *state, ombud_status status, const ombud_error *err)
{
    const ombud_error none = OMBUD_ERROR_INIT;
    const ombud_error *e = err ? err : &none;
    if (PyErr_Occurred()) {
        return NULL;
    }
    if (status == OMBUD_E_NOMEM) {
        return PyErr_NoMemory();
    }
    PyObject *raised =
        PyObject_CallFunction(state->make_error, "isskkssL", (int)status, e->message, e->remedy, (unsigned long)e->line,
                              (unsigned long)e->column, e->excerpt, e->nearest, (long long)e->host_code);
    if (raised) {
        PyErr_SetObject((PyObject *)Py_TYPE(raised), raised);
        Py_DECREF(raised);
    }
    return NULL;
}

void raised_save(PyObject *raised[3])
{
    PyErr_Fetch(&raised[0], &raised[1], &raised[2]);
}

void raised_restore(PyObject *raised[3])
{
    if (raised[0]) {
        PyErr_Restore(raised[0], raised[1], raised[2]);
        raised[0] = raised[1] = raised[2] = NULL;
    }
}

/* ---- the allocator of tests -----------------------------------------------------------------------------------------
 */

static int refuses(counting *c)
{
    return ++c->calls == c->fail_at;
}

static void *counted_alloc(void *ctx, size_t size)
{
    counting *c = ctx;
    void *p = refuses(c) ? NULL : malloc(size);
    if (p) {
        c->blocks++;
        c->bytes += (long long)size;
    }
    return p;
}

static void *counted_resize(void *ctx, void *ptr, size_t old_size, size_t new_size)
{
    counting *c = ctx;
    void *p = refuses(c) ? NULL : realloc(ptr, new_size);
    if (p) {
        c->bytes += (long long)new_size - (long long)old_size;
    }
    return p;
}

static void counted_free(void *ctx, void *ptr, size_t size)
{
    counting *c = ctx;
    c->blocks--;
    c->bytes -= (long long)size;
    free(ptr);
}

const ombud_alloc *binding_alloc(const module_state *state)
{
    return state->counts ? &state->alloc : NULL;
}

/* testing_fail_at(n): from now on new objects live on an allocator that counts and whose n-th call fails; 0: none
 * fails; None: libc's again. Returns what was counted so far: (blocks, bytes, calls). Not for use by several threads.
 */
static PyObject *testing_fail_at(PyObject *module, PyObject *argument)
{
    module_state *state = state_of(module);
    long long fail_at = argument == Py_None ? 0 : PyLong_AsLongLong(argument);
    if (fail_at == -1 && PyErr_Occurred()) {
        return NULL;
    }
    PyObject *seen = Py_BuildValue("LLL", state->counted.blocks, state->counted.bytes, state->counted.calls);
    const ombud_alloc alloc = {&state->counted, counted_alloc, counted_resize, counted_free};
    state->alloc = alloc;
    state->counts = argument != Py_None;
    state->counted.calls = 0;
    state->counted.fail_at = fail_at;
    return seen;
}

/* version_check(version, size): do these headers fit? */
static PyObject *version_check(PyObject *module, PyObject *args)
{
    unsigned int version;
    Py_ssize_t size;
    if (!PyArg_ParseTuple(args, "In", &version, &size)) {
        return NULL;
    }
    ombud_status status = ombud_version_check(version, (size_t)size);
    return status ? binding_fail(state_of(module), status, NULL) : Py_NewRef(Py_None);
}

static PyObject *version_number(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    return PyLong_FromUnsignedLong(ombud_version_number());
}

static PyObject *version_string(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    return PyUnicode_FromString(ombud_version_string());
}

static PyObject *status_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int status;
    return PyArg_ParseTuple(args, "i", &status) ? PyUnicode_FromString(ombud_status_name(status)) : NULL;
}

PyMethodDef base_methods[] = {
    {"version_check", version_check, METH_VARARGS, NULL},  {"version_number", version_number, METH_NOARGS, NULL},
    {"version_string", version_string, METH_NOARGS, NULL}, {"status_name", status_name, METH_VARARGS, NULL},
    {"testing_fail_at", testing_fail_at, METH_O, NULL},    {NULL, NULL, 0, NULL}};
