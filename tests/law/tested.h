/*
 * A law and the cases that are its tests, so that a change of the compiled tables can be put to them: what
 * `remove_rows` and `mutate_rows` share.
 */
#ifndef TESTS_LAW_TESTED_H
#define TESTS_LAW_TESTED_H

#include "kernel/edition.h"
#include "kernel/table.h"
#include "ombud/scenario.h"

typedef struct file {
    const char *name;
    char *text;
    size_t length;
    size_t first_line; /* of a .law file, in the law */
} file;

extern ombud_law *law;
extern ombud__id never; /* an alternative that nobody chooses */
extern size_t tried_files, unreadable;

/* Ends the program with status 2. */
void fail(const char *what, const char *name);
/* Reads the files: .law files are one law, in their order, .case files its tests, which must all hold; those of other
 * laws are left out. What is no such file goes to `other`, which says how many arguments it took. */
void open_law(int argc, char **argv, const char *usage, int (*other)(int left, char **arguments));
/* The .law file in which a line stands. */
const file *file_of(uint32_t line);
/* The tests of the law, and how many. */
const file *test_files(size_t *count);
/* The tables as they now are come into force. */
void compile(void);
/* Takes a row out by a reading that is never chosen, so that what it declares stays known; all rows back. */
void take_out(ombud__row_ref ref);
void put_back(void);
/* Whether some test fails with the tables as they now are. First come the files that expect the provision as a reason,
 * and among them the one that found the last change. */
int found(ombud__id provision);
/* FILE:LINE: what: the row's first line, then two words more. */
void tell(const ombud__row *row, const char *what, const char *clause, const char *name);

#endif
