/*
 * answer.h: the questions to a case. What they give is a handle, which results.c reads, or a value.
 */
#include "binding.h"

#include <stdlib.h>

/* A question about a case as of a day whose answer is a list: case_terms(case, asof) and its kind. */
typedef ombud_status (*list_question)(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err);

static ombud_status ask_terms(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err)
{
    ombud_terms *terms = NULL;
    ombud_status status = ombud_case_terms(matter, asof, &terms, err);
    *out = terms;
    return status;
}

static ombud_status ask_duties(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err)
{
    ombud_terms *terms = NULL;
    ombud_status status = ombud_case_duties(matter, asof->day, &terms, err);
    *out = terms;
    return status;
}

static ombud_status ask_findings(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err)
{
    ombud_findings *findings = NULL;
    ombud_status status = ombud_case_findings(matter, asof, &findings, err);
    *out = findings;
    return status;
}

static ombud_status ask_cured(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err)
{
    ombud_findings *cured = NULL;
    ombud_status status = ombud_case_cured(matter, asof, &cured, err);
    *out = cured;
    return status;
}

static ombud_status ask_timeline(const ombud_case *matter, const ombud_asof *asof, void **out, ombud_error *err)
{
    ombud_timeline *timeline = NULL;
    ombud_status status = ombud_case_timeline(matter, asof, &timeline, err);
    *out = timeline;
    return status;
}

static PyObject *asked(PyObject *module, PyObject *args, list_question ask, handle_kind kind)
{
    module_state *state = state_of(module);
    PyObject *handle;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    void *out = NULL;
    if (!PyArg_ParseTuple(args, "OO&", &handle, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ask(matter, &asof, &out, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, kind, out, binding_parent(handle));
}

static PyObject *case_terms(PyObject *module, PyObject *args)
{
    return asked(module, args, ask_terms, TERMS);
}

/* case_duties(case, asof): only the day counts. */
static PyObject *case_duties(PyObject *module, PyObject *args)
{
    return asked(module, args, ask_duties, TERMS);
}

static PyObject *case_findings(PyObject *module, PyObject *args)
{
    return asked(module, args, ask_findings, FINDINGS);
}

static PyObject *case_cured(PyObject *module, PyObject *args)
{
    return asked(module, args, ask_cured, FINDINGS);
}

static PyObject *case_timeline(PyObject *module, PyObject *args)
{
    return asked(module, args, ask_timeline, TIMELINE);
}

/* case_may(case, event, asof or None) */
static PyObject *case_may(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle, *asked_by;
    ombud_event event = OMBUD_EVENT_INIT;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_verdict *verdict = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO&O", &handle, event_of, &event, &asked_by) ||
        (asked_by != Py_None && !asof_of(asked_by, &asof))) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_may(matter, &event, asked_by == Py_None ? NULL : &asof, &verdict, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, VERDICT, verdict, binding_parent(handle));
}

/* case_ask(case, question, item, asof) */
static PyObject *case_ask(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *question, *item;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_answer *answer = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OssO&", &handle, &question, &item, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_ask(matter, question, item, &asof, &answer, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, ANSWER, answer, binding_parent(handle));
}

/* case_next(case, role or None, asof) */
static PyObject *case_next(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *role;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_actions *actions = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OzO&", &handle, &role, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_next(matter, role, &asof, &actions, &err);
    return status ? binding_fail(state, status, &err) : binding_wrap(state, ACTIONS, actions, binding_parent(handle));
}

/* case_state(case, item, asof): "" if it has none yet. */
static PyObject *case_state(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *item;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_view name = {NULL, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OsO&", &handle, &item, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_state(matter, item, &asof, &name, &err) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, &err) : text_of(name);
}

/* case_fact(case, item, fact, asof) */
static PyObject *case_fact(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *item, *fact;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_truth truth = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OssO&", &handle, &item, &fact, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_fact(matter, item, fact, &asof, &truth, &err) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, &err) : PyLong_FromLong(truth);
}

/* case_next_change(case, asof): a day, or None. */
static PyObject *case_next_change(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_day day = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OO&", &handle, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_next_change(matter, &asof, &day, &err);
    return status == OMBUD_E_NOT_FOUND ? Py_NewRef(Py_None)
           : status                    ? binding_fail(state, status, &err)
                                       : PyLong_FromLongLong(day);
}

/* case_entry_text_for(case, asof, position) */
static PyObject *case_entry_text_for(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t position;
    ombud_asof asof = OMBUD_ASOF_INIT;
    size_t needed = 0;
    if (!PyArg_ParseTuple(args, "OO&n", &handle, asof_of, &asof, &position)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    if (!matter) {
        return NULL;
    }
    ombud_status status = ombud_case_entry_text_for(matter, &asof, (size_t)position, NULL, 0, &needed);
    if (status && status != OMBUD_E_LIMIT) {
        return binding_fail(state, status, NULL);
    }
    char *room = text_room(needed);
    if (!room) {
        return NULL;
    }
    status = ombud_case_entry_text_for(matter, &asof, (size_t)position, room, needed + 1, &needed);
    if (status) {
        free(room);
        return binding_fail(state, status, NULL);
    }
    return text_end(room, needed);
}

static PyObject *case_receipt(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    if (!PyArg_ParseTuple(args, "OO&", &handle, asof_of, &asof)) {
        return NULL;
    }
    const ombud_case *matter = binding_take(state, handle, CASE);
    ombud_status status = matter ? ombud_case_receipt(matter, &asof, &receipt) : OMBUD_OK;
    return !matter ? NULL : status ? binding_fail(state, status, NULL) : record_of_receipt(&receipt);
}

PyMethodDef answer_methods[] = {{"case_terms", case_terms, METH_VARARGS, NULL},
                                {"case_duties", case_duties, METH_VARARGS, NULL},
                                {"case_findings", case_findings, METH_VARARGS, NULL},
                                {"case_cured", case_cured, METH_VARARGS, NULL},
                                {"case_timeline", case_timeline, METH_VARARGS, NULL},
                                {"case_may", case_may, METH_VARARGS, NULL},
                                {"case_ask", case_ask, METH_VARARGS, NULL},
                                {"case_next", case_next, METH_VARARGS, NULL},
                                {"case_state", case_state, METH_VARARGS, NULL},
                                {"case_fact", case_fact, METH_VARARGS, NULL},
                                {"case_next_change", case_next_change, METH_VARARGS, NULL},
                                {"case_entry_text_for", case_entry_text_for, METH_VARARGS, NULL},
                                {"case_receipt", case_receipt, METH_VARARGS, NULL},
                                {NULL, NULL, 0, NULL}};
