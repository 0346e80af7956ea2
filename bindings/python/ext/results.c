/*
 * answer.h: what questions gave, read off its handle: verdicts, answers, lists, changes, and their texts.
 */
#include "binding.h"

/* ---- lists: a list as a whole is a list of dicts -------------------------------------------------------------------
 */

PyObject *appended(PyObject *list, PyObject *one)
{
    if (!list || !one || PyList_Append(list, one) < 0) {
        Py_CLEAR(list);
    }
    Py_XDECREF(one);
    return list;
}

static PyObject *terms_list(module_state *state, const ombud_terms *terms)
{
    PyObject *list = PyList_New(0);
    for (size_t i = 0; list && i < ombud_terms_count(terms); i++) {
        ombud_term term = OMBUD_TERM_INIT;
        ombud_status status = ombud_terms_get(terms, i, &term);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_term(&term));
    }
    return list;
}

static PyObject *terms_get(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_terms *terms = binding_take(state, handle, TERMS);
    return terms ? terms_list(state, terms) : NULL;
}

static PyObject *findings_get(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_findings *findings = binding_take(state, handle, FINDINGS);
    PyObject *list = findings ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_findings_count(findings); i++) {
        ombud_finding finding = OMBUD_FINDING_INIT;
        ombud_status status = ombud_findings_get(findings, i, &finding);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_finding(&finding));
    }
    return list;
}

static PyObject *actions_get(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_actions *actions = binding_take(state, handle, ACTIONS);
    PyObject *list = actions ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_actions_count(actions); i++) {
        ombud_action action = OMBUD_ACTION_INIT;
        ombud_status status = ombud_actions_get(actions, i, &action);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_action(&action));
    }
    return list;
}

static PyObject *timeline_get(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_timeline *timeline = binding_take(state, handle, TIMELINE);
    PyObject *list = timeline ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_timeline_count(timeline); i++) {
        ombud_step step = OMBUD_STEP_INIT;
        ombud_status status = ombud_timeline_get(timeline, i, &step);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_step(&step));
    }
    return list;
}

/* ---- verdicts and answers -------------------------------------------------------------------------------------------
 */

/* An index that a function found, or None. */
static PyObject *index_or_none(ombud_status status, size_t index)
{
    return status == OMBUD_OK ? PyLong_FromSize_t(index) : Py_NewRef(Py_None);
}

/* verdict_about(verdict): ruling, provision, row. */
static PyObject *verdict_about(PyObject *module, PyObject *handle)
{
    const ombud_verdict *verdict = binding_take(state_of(module), handle, VERDICT);
    size_t provision = 0, row = 0;
    if (!verdict) {
        return NULL;
    }
    ombud_status provision_status = ombud_verdict_provision(verdict, &provision);
    ombud_status row_status = ombud_verdict_row(verdict, &row);
    return Py_BuildValue("iNN", (int)ombud_verdict_ruling(verdict), index_or_none(provision_status, provision),
                         index_or_none(row_status, row));
}

/* answer_about(answer): outcome, value, provision. */
static PyObject *answer_about(PyObject *module, PyObject *handle)
{
    const ombud_answer *answer = binding_take(state_of(module), handle, ANSWER);
    size_t provision = 0;
    if (!answer) {
        return NULL;
    }
    ombud_status status = ombud_answer_provision(answer, &provision);
    return Py_BuildValue("iNN", (int)ombud_answer_outcome(answer), text_of(ombud_answer_value(answer)),
                         index_or_none(status, provision));
}

/* The sets of unmet conditions, as a list of lists. */
static PyObject *verdict_unmet(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_verdict *verdict = binding_take(state, handle, VERDICT);
    PyObject *sets = verdict ? PyList_New(0) : NULL;
    for (size_t set = 0; sets && set < ombud_verdict_set_count(verdict); set++) {
        PyObject *list = PyList_New(0);
        for (size_t i = 0; list && i < ombud_verdict_set_size(verdict, set); i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            ombud_status status = ombud_verdict_unmet(verdict, set, i, &unmet);
            list = appended(list, status ? binding_fail(state, status, NULL) : record_of_unmet(&unmet));
        }
        sets = appended(sets, list);
    }
    return sets;
}

static PyObject *answer_unmet(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_answer *answer = binding_take(state, handle, ANSWER);
    PyObject *sets = answer ? PyList_New(0) : NULL;
    for (size_t set = 0; sets && set < ombud_answer_set_count(answer); set++) {
        PyObject *list = PyList_New(0);
        for (size_t i = 0; list && i < ombud_answer_set_size(answer, set); i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            ombud_status status = ombud_answer_unmet(answer, set, i, &unmet);
            list = appended(list, status ? binding_fail(state, status, NULL) : record_of_unmet(&unmet));
        }
        sets = appended(sets, list);
    }
    return sets;
}

/* The stated facts that it rests on, as a list. */
static PyObject *verdict_stated(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_verdict *verdict = binding_take(state, handle, VERDICT);
    PyObject *list = verdict ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_verdict_stated_count(verdict); i++) {
        ombud_stated stated = OMBUD_STATED_INIT;
        ombud_status status = ombud_verdict_stated(verdict, i, &stated);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_stated(&stated));
    }
    return list;
}

static PyObject *answer_stated(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_answer *answer = binding_take(state, handle, ANSWER);
    PyObject *list = answer ? PyList_New(0) : NULL;
    for (size_t i = 0; list && i < ombud_answer_stated_count(answer); i++) {
        ombud_stated stated = OMBUD_STATED_INIT;
        ombud_status status = ombud_answer_stated(answer, i, &stated);
        list = appended(list, status ? binding_fail(state, status, NULL) : record_of_stated(&stated));
    }
    return list;
}

static PyObject *ruling_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int ruling, force;
    return PyArg_ParseTuple(args, "ii", &ruling, &force) ? PyUnicode_FromString(ombud_ruling_name(ruling, force))
                                                         : NULL;
}

static PyObject *term_status_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int status;
    return PyArg_ParseTuple(args, "i", &status) ? PyUnicode_FromString(ombud_term_status_name(status)) : NULL;
}

static PyObject *finding_kind_name(PyObject *Py_UNUSED(module), PyObject *args)
{
    int kind;
    return PyArg_ParseTuple(args, "i", &kind) ? PyUnicode_FromString(ombud_finding_kind_name(kind)) : NULL;
}

/* ---- texts: explain_…(handle, lang) and explain_…(handle, index, lang) ----------------------------------------------
 */

static PyObject *explain_verdict(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int lang;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &lang)) {
        return NULL;
    }
    const ombud_verdict *verdict = binding_take(state_of(module), handle, VERDICT);
    size_t length = verdict ? ombud_explain_verdict(verdict, lang, NULL, 0) : 0;
    char *room = verdict ? text_room(length) : NULL;
    return room ? text_end(room, ombud_explain_verdict(verdict, lang, room, length + 1)) : NULL;
}

static PyObject *explain_answer(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int lang;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &lang)) {
        return NULL;
    }
    const ombud_answer *answer = binding_take(state_of(module), handle, ANSWER);
    size_t length = answer ? ombud_explain_answer(answer, lang, NULL, 0) : 0;
    char *room = answer ? text_room(length) : NULL;
    return room ? text_end(room, ombud_explain_answer(answer, lang, room, length + 1)) : NULL;
}

static PyObject *explain_term(PyObject *module, PyObject *args)
{
    PyObject *handle;
    Py_ssize_t index;
    int lang;
    if (!PyArg_ParseTuple(args, "Oni", &handle, &index, &lang)) {
        return NULL;
    }
    const ombud_terms *terms = binding_take(state_of(module), handle, TERMS);
    size_t length = terms ? ombud_explain_term(terms, (size_t)index, lang, NULL, 0) : 0;
    char *room = terms ? text_room(length) : NULL;
    return room ? text_end(room, ombud_explain_term(terms, (size_t)index, lang, room, length + 1)) : NULL;
}

static PyObject *explain_finding(PyObject *module, PyObject *args)
{
    PyObject *handle;
    Py_ssize_t index;
    int lang;
    if (!PyArg_ParseTuple(args, "Oni", &handle, &index, &lang)) {
        return NULL;
    }
    const ombud_findings *findings = binding_take(state_of(module), handle, FINDINGS);
    size_t length = findings ? ombud_explain_finding(findings, (size_t)index, lang, NULL, 0) : 0;
    char *room = findings ? text_room(length) : NULL;
    return room ? text_end(room, ombud_explain_finding(findings, (size_t)index, lang, room, length + 1)) : NULL;
}

static PyObject *explain_step(PyObject *module, PyObject *args)
{
    PyObject *handle;
    Py_ssize_t index;
    int lang;
    if (!PyArg_ParseTuple(args, "Oni", &handle, &index, &lang)) {
        return NULL;
    }
    const ombud_timeline *timeline = binding_take(state_of(module), handle, TIMELINE);
    size_t length = timeline ? ombud_explain_step(timeline, (size_t)index, lang, NULL, 0) : 0;
    char *room = timeline ? text_room(length) : NULL;
    return room ? text_end(room, ombud_explain_step(timeline, (size_t)index, lang, room, length + 1)) : NULL;
}

/* ---- changes --------------------------------------------------------------------------------------------------------
 */

/* changes_about(changes): ruling, states [(item, before, after)], terms and findings as borrowed handles. */
static PyObject *changes_about(PyObject *module, PyObject *handle)
{
    module_state *state = state_of(module);
    const ombud_changes *changes = binding_take(state, handle, CHANGES);
    PyObject *states = changes ? PyList_New(0) : NULL;
    for (size_t i = 0; states && i < ombud_changes_state_count(changes); i++) {
        ombud_view prefix, before, after;
        int64_t number;
        ombud_status status = ombud_changes_state(changes, i, &prefix, &number, &before, &after);
        states =
            appended(states, status ? binding_fail(state, status, NULL)
                                    : Py_BuildValue("NNN", item_text(prefix, number), text_of(before), text_of(after)));
    }
    if (!states) {
        return NULL;
    }
    return Py_BuildValue("iNNN", (int)ombud_changes_ruling(changes), states,
                         binding_borrow(state, TERMS, ombud_changes_terms(changes), handle),
                         binding_borrow(state, FINDINGS, ombud_changes_findings(changes), handle));
}

PyMethodDef results_methods[] = {{"terms_get", terms_get, METH_O, NULL},
                                 {"findings_get", findings_get, METH_O, NULL},
                                 {"actions_get", actions_get, METH_O, NULL},
                                 {"timeline_get", timeline_get, METH_O, NULL},
                                 {"verdict_about", verdict_about, METH_O, NULL},
                                 {"verdict_unmet", verdict_unmet, METH_O, NULL},
                                 {"verdict_stated", verdict_stated, METH_O, NULL},
                                 {"answer_about", answer_about, METH_O, NULL},
                                 {"answer_unmet", answer_unmet, METH_O, NULL},
                                 {"answer_stated", answer_stated, METH_O, NULL},
                                 {"changes_about", changes_about, METH_O, NULL},
                                 {"ruling_name", ruling_name, METH_VARARGS, NULL},
                                 {"term_status_name", term_status_name, METH_VARARGS, NULL},
                                 {"finding_kind_name", finding_kind_name, METH_VARARGS, NULL},
                                 {"explain_verdict", explain_verdict, METH_VARARGS, NULL},
                                 {"explain_answer", explain_answer, METH_VARARGS, NULL},
                                 {"explain_term", explain_term, METH_VARARGS, NULL},
                                 {"explain_finding", explain_finding, METH_VARARGS, NULL},
                                 {"explain_step", explain_step, METH_VARARGS, NULL},
                                 {NULL, NULL, 0, NULL}};
