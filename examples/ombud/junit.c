/*
 * Expectations as JUnit XML: a suite for each file, a test for each expectation. One function escapes.
 */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static void add_bytes(junit *to, const char *bytes, size_t length)
{
    if (length > to->room - to->length) {
        size_t wanted = to->room ? to->room : 4096;
        while (wanted - to->length < length && wanted < SIZE_MAX / 4) {
            wanted *= 2;
        }
        char *grown = realloc(to->text, wanted);
        if (!grown) {
            to->out_of_memory = 1;
            return;
        }
        to->text = grown;
        to->room = wanted;
    }
    memcpy(to->text + to->length, bytes, length);
    to->length += length;
}

static void add_z(junit *to, const char *z)
{
    add_bytes(to, z, strlen(z));
}

static void add_number(junit *to, size_t number)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", number);
    add_z(to, text);
}

/* XML 1.0 has no control characters but tab and line ends, not even escaped. */
static void add_escaped(junit *to, ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        switch (byte) {
        case '&': add_z(to, "&amp;"); break;
        case '<': add_z(to, "&lt;"); break;
        case '>': add_z(to, "&gt;"); break;
        case '"': add_z(to, "&quot;"); break;
        default: add_bytes(to, byte < 0x20 || byte == 0x7F ? " " : text.ptr + i, 1);
        }
    }
}

void junit_begin_file(junit *to)
{
    to->begun = to->length;
    to->suite_tests = to->suite_failures = 0;
}

void junit_add(junit *to, const case_file *file, size_t run, const ombud_expectation *e)
{
    add_z(to, "    <testcase classname=\"");
    add_escaped(to, ombud_scenario_name(file->scenario, run));
    add_z(to, "\" name=\"");
    add_number(to, case_line(file, e->line));
    add_z(to, ": ");
    add_escaped(to, e->text);
    if (e->met) {
        add_z(to, "\"/>\n");
    } else {
        add_z(to, "\">\n      <failure message=\"got ");
        add_escaped(to, e->got);
        add_z(to, "\">would hold: ");
        add_escaped(to, e->would_hold);
        add_z(to, "</failure>\n    </testcase>\n");
        to->suite_failures++;
    }
    to->suite_tests++;
}

/* The suite's head says how many tests it has, so it is put in front of them at the end. */
void junit_end_file(junit *to, const char *name, int result)
{
    size_t before = to->length;
    add_z(to, "  <testsuite name=\"");
    add_escaped(to, ombud_view_of(name));
    add_z(to, "\" tests=\"");
    add_number(to, to->suite_tests + (result != EXIT_GOOD));
    add_z(to, "\" failures=\"");
    add_number(to, to->suite_failures);
    add_z(to, result != EXIT_GOOD ? "\" errors=\"1\">\n" : "\" errors=\"0\">\n");
    size_t head = to->length - before;
    char *copy = malloc(head);
    if (!copy || to->out_of_memory) {
        free(copy);
        to->out_of_memory = 1;
        return;
    }
    memcpy(copy, to->text + before, head);
    memmove(to->text + to->begun + head, to->text + to->begun, before - to->begun);
    memcpy(to->text + to->begun, copy, head);
    free(copy);
    if (result != EXIT_GOOD) {
        add_z(to, "    <testcase name=\"reading\">\n      <error message=\"what is wrong stands on stderr\"/>\n    "
                  "</testcase>\n");
    }
    add_z(to, "  </testsuite>\n");
    to->tests += to->suite_tests + (result != EXIT_GOOD);
    to->failures += to->suite_failures;
    to->errors += result != EXIT_GOOD;
}

int junit_write(const junit *to, const char *file)
{
    if (to->out_of_memory) {
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
        good = fwrite(to->text, 1, to->length, out) == to->length && fputs("</testsuites>\n", out) >= 0;
        good = fclose(out) == 0 && good;
    }
    if (!good) {
        fprintf(stderr, "%s: cannot be written: %s\n", file, strerror(errno));
        return EXIT_BAD_INPUT;
    }
    return EXIT_GOOD;
}

void junit_free(junit *to)
{
    free(to->text);
    memset(to, 0, sizeof *to);
}
