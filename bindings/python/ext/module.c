/*
 * The module ombud._ombud: multi-phase initialisation, its state, the tables of functions.
 */
#include "binding.h"

static int module_exec(PyObject *module)
{
    static PyMethodDef *const tables[] = {base_methods,   date_methods,    law_methods,      case_methods,
                                          answer_methods, results_methods, scenario_methods, render_methods,
                                          chain_methods,  plan_methods,    register_methods, figures_methods,
                                          prove_methods};
    module_state *state = state_of(module);
    PyObject *errors = PyImport_ImportModule("ombud.errors");
    state->make_error = errors ? PyObject_GetAttrString(errors, "make") : NULL;
    Py_XDECREF(errors);
    if (!state->make_error || binding_types(module) < 0) {
        return -1;
    }
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        if (PyModule_AddFunctions(module, tables[i]) < 0) {
            return -1;
        }
    }
    return PyModule_AddIntConstant(module, "HEADER_VERSION", OMBUD_VERSION_NUMBER) < 0 ||
                   PyModule_AddIntConstant(module, "SIZE_OF_ERROR", (long)sizeof(ombud_error)) < 0
               ? -1
               : 0;
}

static int module_traverse(PyObject *module, visitproc visit, void *arg)
{
    module_state *state = state_of(module);
    for (int kind = 0; kind < HANDLE_KINDS; kind++) {
        Py_VISIT(state->types[kind]);
    }
    Py_VISIT(state->make_error);
    return 0;
}

static int module_clear(PyObject *module)
{
    module_state *state = state_of(module);
    for (int kind = 0; kind < HANDLE_KINDS; kind++) {
        Py_CLEAR(state->types[kind]);
    }
    Py_CLEAR(state->make_error);
    return 0;
}

static void module_free(void *module)
{
    (void)module_clear(module);
}

static PyModuleDef_Slot module_slots[] = {{Py_mod_exec, (void *)module_exec}, {0, NULL}};

static PyModuleDef module_def = {
    .m_base = PyModuleDef_HEAD_INIT,
    .m_name = "ombud._ombud",
    .m_doc = "The functions of libombud, one for one. Use the package ombud instead.",
    .m_size = sizeof(module_state),
    .m_slots = module_slots,
    .m_traverse = module_traverse,
    .m_clear = module_clear,
    .m_free = module_free,
};

PyMODINIT_FUNC PyInit__ombud(void);

PyMODINIT_FUNC PyInit__ombud(void)
{
    return PyModuleDef_Init(&module_def);
}
