/*
 * An allocator over another that overwrites what it gives back: for pools that hold what a case says.
 */
#ifndef OMBUD__WIPING_H
#define OMBUD__WIPING_H

#include "kernel/alloc.h"

/* `under` must stay where it is as long as the result is used. */
ombud_alloc ombud__wiping(ombud_alloc *under);

#endif
