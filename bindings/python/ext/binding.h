/*
 * What the files of the extension share: the module's state, handles around the library's objects, errors, records.
 *
 * Each function of the module bears the name of the C function it binds, without `ombud_`; the package above makes of
 * them what people use. A handle keeps its parent alive, from which it borrows.
 */
#ifndef OMBUD_PYTHON_BINDING_H
#define OMBUD_PYTHON_BINDING_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <ombud/ombud.h>

/* The kinds of handles; `types` in handle.c is in this order. */
typedef enum handle_kind {
    LAW,
    SETTINGS,
    CASE,
    VERDICT,
    TERMS,
    FINDINGS,
    ANSWER,
    ACTIONS,
    TIMELINE,
    CHANGES,
    SCENARIO,
    REPORT,
    COVERAGE,
    PLAN,
    REGISTER,
    STREAM,
    FIGURES,
    PROOF,
    HANDLE_KINDS
} handle_kind;

/* An allocator that counts, and fails when told; for tests. */
typedef struct counting {
    long long blocks, bytes; /* alive */
    long long calls;         /* of alloc and resize since it was set */
    long long fail_at;       /* the call that fails, from 1; 0: none */
} counting;

typedef struct module_state {
    PyTypeObject *types[HANDLE_KINDS];
    PyObject *make_error; /* ombud.errors.make */
    counting counted;
    ombud_alloc alloc;
    int counts; /* whether `alloc` is used */
} module_state;

/* All handles are alike: an object of the library, and what must outlive it. */
typedef struct binding {
    PyObject_HEAD void *ptr;
    PyObject *parent;           /* a handle, a tuple of handles, or NULL */
    void (*release)(void *ptr); /* NULL where `ptr` is borrowed */
    int busy; /* in use by a call that lets others run: a callback, or one without the interpreter's lock */
} binding;

/* The state of the module that a function of it is called with. */
static inline module_state *state_of(PyObject *module)
{
    return PyModule_GetState(module);
}

/* The allocator for a new object; NULL for libc's. */
const ombud_alloc *binding_alloc(const module_state *state);

/* Makes the module's types. Returns -1 with an exception. */
int binding_types(PyObject *module);

/* A handle that owns `ptr`, or borrows it; frees an owned `ptr` if there is no memory. `parent` may be NULL. */
PyObject *binding_wrap(module_state *state, handle_kind kind, void *ptr, PyObject *parent);
PyObject *binding_borrow(module_state *state, handle_kind kind, const void *ptr, PyObject *parent);
/* The library's object; NULL with an exception for another type or a handle that is busy. */
void *binding_take(module_state *state, PyObject *object, handle_kind kind);
PyObject *binding_parent(PyObject *object);
void binding_busy(PyObject *object, int busy);

/* Raises what a status stands for. Always NULL; an exception that a callback left is left as it is. */
PyObject *binding_fail(module_state *state, ombud_status status, const ombud_error *err);

/* Texts. A view without bytes is "". */
PyObject *text_of(ombud_view view);
/* "r1"; None if there is no item. */
PyObject *item_text(ombud_view prefix, int64_t number);

/* A dict of a filled struct. NULL with an exception. */
PyObject *record_of_word(const ombud_word *word);
PyObject *record_of_provision(const ombud_provision *provision);
PyObject *record_of_row(const ombud_row *row);
PyObject *record_of_reading(const ombud_reading *reading);
PyObject *record_of_alternative(const ombud_alternative *alternative);
PyObject *record_of_steps(const ombud_due_steps *steps);
PyObject *record_of_unmet(const ombud_unmet *unmet);
PyObject *record_of_stated(const ombud_stated *stated);
PyObject *record_of_term(const ombud_term *term);
PyObject *record_of_finding(const ombud_finding *finding);
PyObject *record_of_action(const ombud_action *action);
PyObject *record_of_step(const ombud_step *step);
PyObject *record_of_receipt(const ombud_receipt *receipt);
PyObject *record_of_entry(const ombud_entry *entry);
PyObject *record_of_item(const ombud_item *item);
PyObject *record_of_expectation(const ombud_expectation *expectation);
PyObject *record_of_covered(const ombud_covered *covered);
PyObject *record_of_due_entry(const ombud_due_entry *entry);
PyObject *record_of_hold(const ombud_hold *hold);
PyObject *record_of_figure(const ombud_figure *figure);
PyObject *record_of_move(const ombud_move *move);
PyObject *record_of_moved(const ombud_moved *moved);
PyObject *record_of_flaw(const ombud_flaw *flaw);
PyObject *record_of_walk(const ombud_walk *walk);
PyObject *record_of_invariant(const ombud_invariant *invariant);

/* Puts a new record into a list, which it frees on failure. */
PyObject *appended(PyObject *list, PyObject *one);

/* Converters for PyArg_ParseTuple's O&: (day, has_known_by, known_by, has_audience, roles, person); (on, has_entered,
 * entered, by, line). */
int asof_of(PyObject *tuple, void *out);
int event_of(PyObject *tuple, void *out);

/* Where rendered text goes: gathered, or given to a host's function piece by piece. */
typedef struct gathered {
    char *data;
    size_t length, capacity;
    PyObject *write; /* NULL: gather */
    PyObject *raised[3];
} gathered;
int gather(void *user, const char *bytes, size_t length);
/* To a host's function, or gathered where that is None. */
gathered gather_to(PyObject *write);
/* The bytes that were gathered, None where a host's function had them, or the failure of `status`. Frees what was
 * gathered. */
PyObject *gather_end(module_state *state, gathered *out, ombud_status status, const ombud_error *err);

/* Saves the exception a callback raised, so that the library's frames return with none set, and puts it back. */
void raised_save(PyObject *raised[3]);
void raised_restore(PyObject *raised[3]);

/* Room for a text that is written as snprintf does, and the text made of it; `room` is freed. */
char *text_room(size_t length);
PyObject *text_end(char *room, size_t length);

/* One table of functions for each header. */
extern PyMethodDef base_methods[], date_methods[], law_methods[], case_methods[], answer_methods[], results_methods[],
    scenario_methods[], render_methods[], chain_methods[], plan_methods[], register_methods[], figures_methods[],
    prove_methods[];

#endif
