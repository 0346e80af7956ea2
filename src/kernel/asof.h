/* The day, the knowledge and the audience that a question is asked for, as hosts give them. */
#ifndef OMBUD__ASOF_H
#define OMBUD__ASOF_H

#include "ombud/answer.h"

/* Reads a host's struct: of a known size, on civil days. NULL is OMBUD_E_ARGUMENT; what only a newer library knows is
 * OMBUD_E_UNSUPPORTED. */
ombud_status ombud__take_asof(const ombud_asof *asof, ombud_asof *out, ombud_error *err);

#endif
