/*
 * Records: the library's filled structs as dicts. One table a struct says which field becomes what; the names are those
 * of the headers.
 */
#include "binding.h"

#include <stdlib.h>
#include <string.h>

typedef enum field_kind {
    TEXT,        /* ombud_view */
    INT,         /* int32_t */
    UINT,        /* uint32_t */
    TRUTH,       /* int32_t that is 0 or 1 */
    LONG,        /* int64_t */
    BITS,        /* uint64_t */
    SIZE,        /* size_t */
    INDEX,       /* size_t; SIZE_MAX is None */
    NUMBER,      /* int64_t; 0 is None */
    ITEM,        /* ombud_view with the number at `other`: "r1" */
    MAYBE,       /* int64_t; None where the int32_t at `other` is 0 */
    MAYBE_INDEX, /* size_t, likewise */
    STEPS        /* ombud_due_steps */
} field_kind;

typedef struct field {
    const char *name; /* NULL ends a table */
    field_kind kind;
    size_t at;
    size_t other;
} field;

PyObject *text_of(ombud_view view)
{
    return PyUnicode_DecodeUTF8(view.len ? view.ptr : "", (Py_ssize_t)view.len, "strict");
}

PyObject *item_text(ombud_view prefix, int64_t number)
{
    if (!prefix.len) {
        return Py_NewRef(Py_None);
    }
    return PyUnicode_FromFormat("%.100s%lld", prefix.ptr, (long long)number);
}

static PyObject *value_of(const field *f, const void *record)
{
    const char *at = (const char *)record + f->at, *other = (const char *)record + f->other;
    int32_t i;
    uint32_t u;
    int64_t l;
    uint64_t bits;
    size_t size;
    ombud_view view;
    switch (f->kind) {
    case TEXT: memcpy(&view, at, sizeof view); return text_of(view);
    case INT: memcpy(&i, at, sizeof i); return PyLong_FromLong(i);
    case UINT: memcpy(&u, at, sizeof u); return PyLong_FromUnsignedLong(u);
    case TRUTH: memcpy(&i, at, sizeof i); return PyBool_FromLong(i);
    case NUMBER:
    case LONG: memcpy(&l, at, sizeof l); return f->kind == NUMBER && !l ? Py_NewRef(Py_None) : PyLong_FromLongLong(l);
    case BITS: memcpy(&bits, at, sizeof bits); return PyLong_FromUnsignedLongLong(bits);
    case SIZE:
    case INDEX:
        memcpy(&size, at, sizeof size);
        return f->kind == INDEX && size == SIZE_MAX ? Py_NewRef(Py_None) : PyLong_FromSize_t(size);
    case ITEM:
        memcpy(&view, at, sizeof view);
        memcpy(&l, other, sizeof l);
        return item_text(view, l);
    case MAYBE:
        memcpy(&i, other, sizeof i);
        memcpy(&l, at, sizeof l);
        return i ? PyLong_FromLongLong(l) : Py_NewRef(Py_None);
    case MAYBE_INDEX:
        memcpy(&i, other, sizeof i);
        memcpy(&size, at, sizeof size);
        return i ? PyLong_FromSize_t(size) : Py_NewRef(Py_None);
    case STEPS: return record_of_steps((const ombud_due_steps *)(const void *)at);
    }
    return PyErr_Format(PyExc_SystemError, "field %s has no kind", f->name);
}

static PyObject *record(const field *fields, const void *from)
{
    PyObject *dict = PyDict_New();
    for (; dict && fields->name; fields++) {
        PyObject *value = value_of(fields, from);
        if (!value || PyDict_SetItemString(dict, fields->name, value) < 0) {
            Py_CLEAR(dict);
        }
        Py_XDECREF(value);
    }
    return dict;
}

#define F(type, kind, member)                                                                                          \
    {                                                                                                                  \
#        member, kind, offsetof(type, member), 0                                                                       \
    }
#define F_ITEM(type)                                                                                                   \
    {                                                                                                                  \
        "item", ITEM, offsetof(type, item_prefix), offsetof(type, item_number)                                         \
    }
#define F_MAYBE(type, kind, member)                                                                                    \
    {                                                                                                                  \
#        member, kind, offsetof(type, member), offsetof(type, has_##member)                                            \
    }
#define END                                                                                                            \
    {                                                                                                                  \
        NULL, TEXT, 0, 0                                                                                               \
    }

PyObject *record_of_word(const ombud_word *word)
{
    static const field fields[] = {F(ombud_word, INT, kind),         F(ombud_word, TEXT, name),
                                   F(ombud_word, TEXT, label),       F(ombud_word, TEXT, question),
                                   F(ombud_word, TEXT, owner),       F(ombud_word, BITS, roles),
                                   F(ombud_word, TRUTH, silence_no), F(ombud_word, TRUTH, duty),
                                   F(ombud_word, INT, argument),     F(ombud_word, INT, leads_to),
                                   END};
    return record(fields, word);
}

PyObject *record_of_provision(const ombud_provision *provision)
{
    static const field fields[] = {F(ombud_provision, TEXT, id),          F(ombud_provision, TEXT, citation),
                                   F(ombud_provision, TEXT, anchor),      F(ombud_provision, TEXT, gloss),
                                   F(ombud_provision, TEXT, modality),    F(ombud_provision, TEXT, why),
                                   F(ombud_provision, INT, treatment),    F_MAYBE(ombud_provision, MAYBE, from),
                                   F_MAYBE(ombud_provision, MAYBE, held), F_MAYBE(ombud_provision, MAYBE, until),
                                   F(ombud_provision, UINT, line),        END};
    return record(fields, provision);
}

PyObject *record_of_row(const ombud_row *row)
{
    static const field fields[] = {F(ombud_row, INT, kind),  F(ombud_row, INDEX, provision),
                                   F(ombud_row, TEXT, text), F(ombud_row, TEXT, reading),
                                   F(ombud_row, UINT, line), END};
    return record(fields, row);
}

PyObject *record_of_reading(const ombud_reading *reading)
{
    static const field fields[] = {F(ombud_reading, TEXT, name),         F(ombud_reading, TEXT, question),
                                   F(ombud_reading, INT, part),          F(ombud_reading, TEXT, detail),
                                   F(ombud_reading, SIZE, alternatives), END};
    return record(fields, reading);
}

PyObject *record_of_alternative(const ombud_alternative *alternative)
{
    static const field fields[] = {F(ombud_alternative, TEXT, name), F(ombud_alternative, TEXT, label),
                                   F(ombud_alternative, INT, chosen), END};
    return record(fields, alternative);
}

PyObject *record_of_steps(const ombud_due_steps *steps)
{
    static const field fields[] = {F(ombud_due_steps, LONG, start),
                                   F(ombud_due_steps, LONG, unrolled),
                                   F(ombud_due_steps, LONG, due),
                                   {"count", INT, offsetof(ombud_due_steps, period.count), 0},
                                   {"unit", INT, offsetof(ombud_due_steps, period.unit), 0},
                                   F(ombud_due_steps, TRUTH, month_end),
                                   F(ombud_due_steps, INT, roll),
                                   F(ombud_due_steps, INT, rolled_days),
                                   F(ombud_due_steps, INT, because),
                                   END};
    return record(fields, steps);
}

PyObject *record_of_unmet(const ombud_unmet *unmet)
{
    static const field fields[] = {F(ombud_unmet, INT, kind),
                                   F(ombud_unmet, TEXT, name),
                                   F_ITEM(ombud_unmet),
                                   F(ombud_unmet, INT, wanted),
                                   F(ombud_unmet, INT, now),
                                   F(ombud_unmet, BITS, who),
                                   F(ombud_unmet, TEXT, by_event),
                                   F_MAYBE(ombud_unmet, MAYBE, until),
                                   F_MAYBE(ombud_unmet, MAYBE_INDEX, provision),
                                   F(ombud_unmet, INT, status),
                                   F(ombud_unmet, TRUTH, backward),
                                   END};
    return record(fields, unmet);
}

PyObject *record_of_stated(const ombud_stated *stated)
{
    static const field fields[] = {F(ombud_stated, TEXT, name),
                                   F_ITEM(ombud_stated),
                                   F(ombud_stated, INT, truth),
                                   F(ombud_stated, INDEX, position),
                                   F(ombud_stated, LONG, on),
                                   END};
    return record(fields, stated);
}

PyObject *record_of_term(const ombud_term *term)
{
    static const field fields[] = {F(ombud_term, TEXT, name),
                                   F(ombud_term, TEXT, label),
                                   F_ITEM(ombud_term),
                                   F(ombud_term, TRUTH, duty),
                                   F(ombud_term, INT, status),
                                   F(ombud_term, TRUTH, extended),
                                   F(ombud_term, BITS, bearer),
                                   F(ombud_term, BITS, addressee),
                                   F(ombud_term, INDEX, provision),
                                   F(ombud_term, INDEX, row),
                                   F(ombud_term, LONG, opened),
                                   F(ombud_term, INT, no_due),
                                   F(ombud_term, TEXT, length),
                                   F(ombud_term, LONG, due),
                                   F(ombud_term, STEPS, steps),
                                   F_MAYBE(ombud_term, MAYBE, closed),
                                   F(ombud_term, LONG, days),
                                   F(ombud_term, TEXT, reading),
                                   F(ombud_term, TRUTH, yearly),
                                   END};
    return record(fields, term);
}

PyObject *record_of_finding(const ombud_finding *finding)
{
    static const field fields[] = {F(ombud_finding, INT, kind),
                                   F(ombud_finding, TEXT, name),
                                   F_ITEM(ombud_finding),
                                   F(ombud_finding, LONG, since),
                                   F_MAYBE(ombud_finding, MAYBE, until),
                                   F(ombud_finding, INDEX, provision),
                                   F(ombud_finding, INDEX, row),
                                   F(ombud_finding, BITS, answerable),
                                   F(ombud_finding, NUMBER, by),
                                   F(ombud_finding, SIZE, position),
                                   F(ombud_finding, SIZE, cured_by),
                                   F(ombud_finding, LONG, cured_on),
                                   END};
    return record(fields, finding);
}

PyObject *record_of_action(const ombud_action *action)
{
    static const field fields[] = {F(ombud_action, TEXT, event),      F_ITEM(ombud_action),
                                   F(ombud_action, BITS, roles),      F(ombud_action, INT, ruling),
                                   F(ombud_action, TRUTH, due),       F_MAYBE(ombud_action, MAYBE, due_day),
                                   F(ombud_action, INDEX, provision), END};
    return record(fields, action);
}

PyObject *record_of_step(const ombud_step *step)
{
    static const field fields[] = {
        F(ombud_step, INT, kind),      F(ombud_step, LONG, on),    F(ombud_step, LONG, entered),
        F(ombud_step, SIZE, position), F(ombud_step, TEXT, name),  F_ITEM(ombud_step),
        F(ombud_step, NUMBER, by),     F(ombud_step, INT, ruling), F(ombud_step, INDEX, provision),
        F(ombud_step, TEXT, state),    F(ombud_step, TEXT, role),  F(ombud_step, INDEX, term),
        END};
    return record(fields, step);
}

PyObject *record_of_receipt(const ombud_receipt *receipt)
{
    static const field fields[] = {F(ombud_receipt, UINT, library_version), F(ombud_receipt, TEXT, law),
                                   F(ombud_receipt, TEXT, source),          F(ombud_receipt, BITS, law_digest),
                                   F(ombud_receipt, BITS, settings_digest), F(ombud_receipt, LONG, as_of),
                                   F_MAYBE(ombud_receipt, MAYBE, known_by), F(ombud_receipt, TRUTH, verified),
                                   F(ombud_receipt, SIZE, events),          END};
    return record(fields, receipt);
}

PyObject *record_of_entry(const ombud_entry *entry)
{
    static const field fields[] = {F(ombud_entry, LONG, on), F(ombud_entry, LONG, entered), F(ombud_entry, NUMBER, by),
                                   F(ombud_entry, TRUTH, voided), F(ombud_entry, TEXT, role), END};
    return record(fields, entry);
}

PyObject *record_of_item(const ombud_item *item)
{
    static const field fields[] = {F(ombud_item, TEXT, kind),
                                   {"name", ITEM, offsetof(ombud_item, prefix), offsetof(ombud_item, number)},
                                   F(ombud_item, LONG, number),
                                   F(ombud_item, BITS, roles),
                                   END};
    return record(fields, item);
}

PyObject *record_of_expectation(const ombud_expectation *expectation)
{
    static const field fields[] = {F(ombud_expectation, TRUTH, met),
                                   F(ombud_expectation, UINT, line),
                                   F(ombud_expectation, TEXT, text),
                                   F(ombud_expectation, TEXT, got),
                                   F(ombud_expectation, TEXT, would_hold),
                                   F_MAYBE(ombud_expectation, MAYBE_INDEX, provision),
                                   END};
    return record(fields, expectation);
}

PyObject *record_of_covered(const ombud_covered *covered)
{
    static const field fields[] = {F(ombud_covered, TRUTH, covered), F(ombud_covered, INT, gap),
                                   F(ombud_covered, UINT, line),     F(ombud_covered, INDEX, provision),
                                   F(ombud_covered, INDEX, row),     F(ombud_covered, TEXT, what),
                                   F(ombud_covered, TEXT, reading),  END};
    return record(fields, covered);
}

PyObject *record_of_due_entry(const ombud_due_entry *entry)
{
    static const field fields[] = {F(ombud_due_entry, TRUTH, duty),     F(ombud_due_entry, LONG, number),
                                   F(ombud_due_entry, TEXT, name),      F_ITEM(ombud_due_entry),
                                   F(ombud_due_entry, INT, status),     F_MAYBE(ombud_due_entry, MAYBE, due),
                                   F(ombud_due_entry, LONG, days),      F(ombud_due_entry, BITS, bearer),
                                   F(ombud_due_entry, BITS, addressee), F(ombud_due_entry, INDEX, provision),
                                   F(ombud_due_entry, INDEX, row),      END};
    return record(fields, entry);
}

PyObject *record_of_hold(const ombud_hold *hold)
{
    static const field fields[] = {F(ombud_hold, INT, kind),
                                   F(ombud_hold, TEXT, name),
                                   F_ITEM(ombud_hold),
                                   F_MAYBE(ombud_hold, MAYBE, due),
                                   F(ombud_hold, INT, ruling),
                                   F(ombud_hold, INDEX, provision),
                                   END};
    return record(fields, hold);
}

PyObject *record_of_figure(const ombud_figure *figure)
{
    static const field fields[] = {F(ombud_figure, INT, axes),        F(ombud_figure, TEXT, name),
                                   F(ombud_figure, TEXT, label),      F(ombud_figure, TEXT, item),
                                   F(ombud_figure, INDEX, provision), F(ombud_figure, INDEX, row),
                                   F(ombud_figure, SIZE, rows),       F(ombud_figure, SIZE, columns),
                                   F(ombud_figure, TRUTH, has_base),  END};
    return record(fields, figure);
}

PyObject *record_of_move(const ombud_move *move)
{
    static const field fields[] = {F(ombud_move, INT, kind), F(ombud_move, TEXT, name), F_ITEM(ombud_move),
                                   F(ombud_move, SIZE, position), END};
    return record(fields, move);
}

PyObject *record_of_moved(const ombud_moved *moved)
{
    static const field fields[] = {F(ombud_moved, INT, word), F_MAYBE(ombud_moved, MAYBE, first),
                                   F_MAYBE(ombud_moved, MAYBE, last), F(ombud_moved, INDEX, provision), END};
    return record(fields, moved);
}

PyObject *record_of_flaw(const ombud_flaw *flaw)
{
    static const field fields[] = {F(ombud_flaw, INT, kind),      F(ombud_flaw, TRUTH, warning),
                                   F(ombud_flaw, UINT, line),     F(ombud_flaw, INDEX, provision),
                                   F(ombud_flaw, TEXT, what),     F(ombud_flaw, TEXT, row),
                                   F(ombud_flaw, TEXT, sentence), F(ombud_flaw, TEXT, remedy),
                                   F(ombud_flaw, TEXT, witness),  END};
    return record(fields, flaw);
}

PyObject *record_of_walk(const ombud_walk *walk)
{
    static const field fields[] = {F(ombud_walk, TRUTH, whole),
                                   F(ombud_walk, TEXT, item),
                                   F(ombud_walk, TEXT, reading),
                                   F(ombud_walk, SIZE, situations),
                                   F(ombud_walk, SIZE, steps),
                                   F(ombud_walk, TEXT, bounded),
                                   END};
    return record(fields, walk);
}

PyObject *record_of_invariant(const ombud_invariant *invariant)
{
    static const field fields[] = {F(ombud_invariant, UINT, line),   F(ombud_invariant, TEXT, name),
                                   F(ombud_invariant, TEXT, label),  F(ombud_invariant, TEXT, text),
                                   F(ombud_invariant, SIZE, judged), F(ombud_invariant, SIZE, told),
                                   F(ombud_invariant, SIZE, broken), END};
    return record(fields, invariant);
}

/* ---- what comes in ------------------------------------------------------------------------------------------------
 */

int asof_of(PyObject *tuple, void *out)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    long long day, known_by, person;
    unsigned long long roles;
    if (!PyArg_ParseTuple(tuple, "LiLiKL", &day, &asof.has_known_by, &known_by, &asof.has_audience, &roles, &person)) {
        return 0;
    }
    asof.day = day;
    asof.known_by = known_by;
    asof.audience = roles;
    asof.audience_person = person;
    *(ombud_asof *)out = asof;
    return 1;
}

int event_of(PyObject *tuple, void *out)
{
    ombud_event event = OMBUD_EVENT_INIT;
    long long on, entered, by;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(tuple, "LiLLs#", &on, &event.has_entered, &entered, &by, &event.line.ptr, &length)) {
        return 0;
    }
    event.on = on;
    event.entered = entered;
    event.by = by;
    event.line.len = (size_t)length;
    *(ombud_event *)out = event;
    return 1;
}

char *text_room(size_t length)
{
    char *room = malloc(length + 1);
    if (!room) {
        PyErr_NoMemory();
    }
    return room;
}

PyObject *text_end(char *room, size_t length)
{
    PyObject *text = PyUnicode_DecodeUTF8(room, (Py_ssize_t)length, "strict");
    free(room);
    return text;
}
