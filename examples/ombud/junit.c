/*
 * Expectations as JUnit XML: a suite for each file, a test for each expectation. One function escapes.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void add_number(growing *to, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    grow_z(to, text);
}

/* XML 1.0 has no control characters but tab and line ends, not even escaped. */
static void add_escaped(growing *to, ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        switch (byte) {
        case '&': grow_z(to, "&amp;"); break;
        case '<': grow_z(to, "&lt;"); break;
        case '>': grow_z(to, "&gt;"); break;
        case '"': grow_z(to, "&quot;"); break;
        default: (void)grow(to, byte < 0x20 || byte == 0x7F ? " " : text.ptr + i, 1);
        }
    }
}

void junit_begin_file(junit *to)
{
    to->begun = to->suites.length;
    to->suite_tests = to->suite_failures = 0;
}

void junit_add(junit *to, const case_file *file, size_t run, const ombud_expectation *e)
{
    grow_z(&to->suites, "    <testcase classname=\"");
    add_escaped(&to->suites, ombud_scenario_name(file->scenario, run));
    grow_z(&to->suites, "\" name=\"");
    add_number(&to->suites, case_line(file, e->line));
    grow_z(&to->suites, ": ");
    add_escaped(&to->suites, e->text);
    if (e->met) {
        grow_z(&to->suites, "\"/>\n");
    } else {
        grow_z(&to->suites, "\">\n      <failure message=\"got ");
        add_escaped(&to->suites, e->got);
        grow_z(&to->suites, "\">would hold: ");
        add_escaped(&to->suites, e->would_hold);
        grow_z(&to->suites, "</failure>\n    </testcase>\n");
        to->suite_failures++;
    }
    to->suite_tests++;
}

/* The suite's head says how many tests it has, so it is put in front of them at the end. */
void junit_end_file(junit *to, const char *name, int result)
{
    size_t before = to->suites.length;
    grow_z(&to->suites, "  <testsuite name=\"");
    add_escaped(&to->suites, ombud_view_of(name));
    grow_z(&to->suites, "\" tests=\"");
    add_number(&to->suites, to->suite_tests + (result != EXIT_GOOD));
    grow_z(&to->suites, "\" failures=\"");
    add_number(&to->suites, to->suite_failures);
    grow_z(&to->suites, result != EXIT_GOOD ? "\" errors=\"1\">\n" : "\" errors=\"0\">\n");
    size_t head = to->suites.length - before;
    char *copy = malloc(head);
    if (!copy || to->suites.failed) {
        free(copy);
        to->suites.failed = 1;
        return;
    }
    memcpy(copy, to->suites.text + before, head);
    memmove(to->suites.text + to->begun + head, to->suites.text + to->begun, before - to->begun);
    memcpy(to->suites.text + to->begun, copy, head);
    free(copy);
    if (result != EXIT_GOOD) {
        grow_z(&to->suites,
               "    <testcase name=\"reading\">\n      <error message=\"what is wrong stands on stderr\"/>\n    "
               "</testcase>\n");
    }
    grow_z(&to->suites, "  </testsuite>\n");
    to->tests += to->suite_tests + (result != EXIT_GOOD);
    to->failures += to->suite_failures;
    to->errors += result != EXIT_GOOD;
}

int junit_write(const junit *to, const char *file)
{
    if (to->suites.failed) {
        fputs("ombud: out of memory\n", stderr);
        return EXIT_NO_MEMORY;
    }
    FILE *out = fopen(file, "wb");
    int good = out != NULL;
    if (good) {
        fprintf(
            out,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n",
            to->tests, to->failures, to->errors);
        good = fwrite(to->suites.text, 1, to->suites.length, out) == to->suites.length &&
               fputs("</testsuites>\n", out) >= 0;
        good = fclose(out) == 0 && good;
    }
    if (!good) {
        fprintf(stderr, "%s: cannot be written: %s; name a file that can be written\n", file, strerror(errno));
        return EXIT_BAD_INPUT;
    }
    return EXIT_GOOD;
}

void junit_free(junit *to)
{
    free(to->suites.text);
    memset(to, 0, sizeof *to);
}
