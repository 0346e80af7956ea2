/*
 * law.h: laws, and all that they declare.
 */
#include "binding.h"

/* law_builtin_names(): names, in the library's order. */
static PyObject *law_builtin_name(PyObject *Py_UNUSED(module), PyObject *Py_UNUSED(none))
{
    size_t count = ombud_law_builtin_count();
    PyObject *names = PyTuple_New((Py_ssize_t)count);
    for (size_t i = 0; names && i < count; i++) {
        PyObject *name = PyUnicode_FromString(ombud_law_builtin_name(i));
        if (!name || PyTuple_SetItem(names, (Py_ssize_t)i, name) < 0) {
            Py_CLEAR(names);
        }
    }
    return names;
}

static PyObject *law_builtin_text(PyObject *module, PyObject *args)
{
    const char *name;
    ombud_view text;
    if (!PyArg_ParseTuple(args, "s", &name)) {
        return NULL;
    }
    ombud_status status = ombud_law_builtin_text(name, &text);
    return status ? binding_fail(state_of(module), status, NULL) : text_of(text);
}

static PyObject *law_builtin(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    const char *name;
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "s", &name)) {
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS status = ombud_law_builtin(name, binding_alloc(state), &law, &err);
    Py_END_ALLOW_THREADS return status ? binding_fail(state, status, &err) : binding_wrap(state, LAW, law, NULL);
}

static PyObject *law_parse(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    const char *text;
    Py_ssize_t length;
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status;
    if (!PyArg_ParseTuple(args, "s#", &text, &length)) {
        return NULL;
    }
    Py_BEGIN_ALLOW_THREADS status = ombud_law_parse(text, (size_t)length, binding_alloc(state), &law, &err);
    Py_END_ALLOW_THREADS return status ? binding_fail(state, status, &err) : binding_wrap(state, LAW, law, NULL);
}

static PyObject *law_name(PyObject *module, PyObject *handle)
{
    const ombud_law *law = binding_take(state_of(module), handle, LAW);
    return law ? text_of(ombud_law_name(law)) : NULL;
}

static PyObject *law_text(PyObject *module, PyObject *handle)
{
    const ombud_law *law = binding_take(state_of(module), handle, LAW);
    return law ? text_of(ombud_law_text(law)) : NULL;
}

/* law_about(law): source, force, verified (None: not said), digest. */
static PyObject *law_about(PyObject *module, PyObject *handle)
{
    const ombud_law *law = binding_take(state_of(module), handle, LAW);
    ombud_day verified;
    if (!law) {
        return NULL;
    }
    PyObject *day = ombud_law_verified(law, &verified) == OMBUD_OK ? PyLong_FromLongLong(verified) : Py_NewRef(Py_None);
    return Py_BuildValue("NiNK", text_of(ombud_law_source(law)), (int)ombud_law_force(law), day,
                         (unsigned long long)ombud_law_digest(law));
}

static PyObject *law_title(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int lang;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state_of(module), handle, LAW);
    return law ? text_of(ombud_law_title(law, lang)) : NULL;
}

/* The lists of a law have one form: how many, and one by its index. law_count(law, what) and law_get(law, what, index,
 * lang), `what` a sort of words, or one of these. */
enum { PROVISIONS = -1, ROWS = -2, READINGS = -3 };

static PyObject *law_count(PyObject *module, PyObject *args)
{
    PyObject *handle;
    int what;
    if (!PyArg_ParseTuple(args, "Oi", &handle, &what)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state_of(module), handle, LAW);
    if (!law) {
        return NULL;
    }
    return PyLong_FromSize_t(what == PROVISIONS ? ombud_law_provision_count(law)
                             : what == ROWS     ? ombud_law_row_count(law)
                             : what == READINGS ? ombud_law_reading_count(law)
                                                : ombud_law_word_count(law, what));
}

static PyObject *law_word(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int kind, lang;
    Py_ssize_t index;
    ombud_word word = OMBUD_WORD_INIT;
    if (!PyArg_ParseTuple(args, "Oini", &handle, &kind, &index, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_word(law, kind, (size_t)index, lang, &word) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_word(&word);
}

/* A callable that is given an English text and returns its own, or None. */
typedef struct translating {
    PyObject *ask, *text; /* the last answer is kept until the next */
} translating;

static int translated(void *user, ombud_view english, ombud_view *out)
{
    translating *to = user;
    Py_ssize_t length = 0;
    PyObject *text = PyObject_CallFunction(to->ask, "s#", english.ptr, (Py_ssize_t)english.len);
    Py_XDECREF(to->text);
    to->text = text;
    if (!text || text == Py_None) {
        return !text;
    }
    out->ptr = PyUnicode_AsUTF8AndSize(text, &length);
    out->len = (size_t)length;
    return !out->ptr;
}

static PyObject *law_translate(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *tag;
    translating to = {NULL, NULL};
    ombud_error err = OMBUD_ERROR_INIT;
    if (!PyArg_ParseTuple(args, "OsO", &handle, &tag, &to.ask)) {
        return NULL;
    }
    ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_translate(law, tag, translated, &to, &err) : OMBUD_OK;
    Py_XDECREF(to.text);
    if (!law || PyErr_Occurred()) {
        return NULL;
    }
    return status ? binding_fail(state, status, &err) : Py_NewRef(Py_None);
}

static PyObject *law_find_word(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int kind;
    const char *name;
    Py_ssize_t length;
    size_t index = 0;
    if (!PyArg_ParseTuple(args, "Ois#", &handle, &kind, &name, &length)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_find_word(law, kind, name, (size_t)length, &index) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : PyLong_FromSize_t(index);
}

static PyObject *law_word_former(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int kind;
    Py_ssize_t index;
    ombud_view former = {"", 0};
    if (!PyArg_ParseTuple(args, "Oin", &handle, &kind, &index)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_word_former(law, kind, (size_t)index, &former) : OMBUD_OK;
    return !law     ? NULL
           : status ? binding_fail(state, status, NULL)
                    : PyUnicode_FromStringAndSize(former.ptr, (Py_ssize_t)former.len);
}

static PyObject *law_event_argument(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *event;
    int lang;
    Py_ssize_t index;
    ombud_word word = OMBUD_WORD_INIT;
    if (!PyArg_ParseTuple(args, "Osni", &handle, &event, &index, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_event_argument(law, event, (size_t)index, lang, &word) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_word(&word);
}

static PyObject *law_provision(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int lang;
    Py_ssize_t index;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    if (!PyArg_ParseTuple(args, "Oni", &handle, &index, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_provision(law, (size_t)index, lang, &provision) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_provision(&provision);
}

static PyObject *law_find_provision(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    const char *id;
    Py_ssize_t length;
    size_t index = 0;
    if (!PyArg_ParseTuple(args, "Os#", &handle, &id, &length)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_find_provision(law, id, (size_t)length, &index) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : PyLong_FromSize_t(index);
}

static PyObject *law_wording(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t index;
    long long on;
    ombud_wording wording = 0;
    if (!PyArg_ParseTuple(args, "OnL", &handle, &index, &on)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_wording(law, (size_t)index, on, &wording) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : PyLong_FromLong(wording);
}

static PyObject *law_row(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    Py_ssize_t index;
    ombud_row row = OMBUD_ROW_INIT;
    if (!PyArg_ParseTuple(args, "On", &handle, &index)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_row(law, (size_t)index, &row) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_row(&row);
}

static PyObject *law_reading(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int lang;
    Py_ssize_t index;
    ombud_reading reading = OMBUD_READING_INIT;
    if (!PyArg_ParseTuple(args, "Oni", &handle, &index, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status = law ? ombud_law_reading(law, (size_t)index, lang, &reading) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_reading(&reading);
}

static PyObject *law_alternative(PyObject *module, PyObject *args)
{
    module_state *state = state_of(module);
    PyObject *handle;
    int lang;
    Py_ssize_t reading, index;
    ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
    if (!PyArg_ParseTuple(args, "Onni", &handle, &reading, &index, &lang)) {
        return NULL;
    }
    const ombud_law *law = binding_take(state, handle, LAW);
    ombud_status status =
        law ? ombud_law_alternative(law, (size_t)reading, (size_t)index, lang, &alternative) : OMBUD_OK;
    return !law ? NULL : status ? binding_fail(state, status, NULL) : record_of_alternative(&alternative);
}

PyMethodDef law_methods[] = {{"law_builtin_name", law_builtin_name, METH_NOARGS, NULL},
                             {"law_builtin_text", law_builtin_text, METH_VARARGS, NULL},
                             {"law_builtin", law_builtin, METH_VARARGS, NULL},
                             {"law_parse", law_parse, METH_VARARGS, NULL},
                             {"law_name", law_name, METH_O, NULL},
                             {"law_text", law_text, METH_O, NULL},
                             {"law_about", law_about, METH_O, NULL},
                             {"law_title", law_title, METH_VARARGS, NULL},
                             {"law_count", law_count, METH_VARARGS, NULL},
                             {"law_word", law_word, METH_VARARGS, NULL},
                             {"law_translate", law_translate, METH_VARARGS, NULL},
                             {"law_find_word", law_find_word, METH_VARARGS, NULL},
                             {"law_word_former", law_word_former, METH_VARARGS, NULL},
                             {"law_event_argument", law_event_argument, METH_VARARGS, NULL},
                             {"law_provision", law_provision, METH_VARARGS, NULL},
                             {"law_find_provision", law_find_provision, METH_VARARGS, NULL},
                             {"law_wording", law_wording, METH_VARARGS, NULL},
                             {"law_row", law_row, METH_VARARGS, NULL},
                             {"law_reading", law_reading, METH_VARARGS, NULL},
                             {"law_alternative", law_alternative, METH_VARARGS, NULL},
                             {NULL, NULL, 0, NULL}};
