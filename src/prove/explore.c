/* Walking through every situation of a law. Not there yet: the next commits bring it. */
#include "proof.h"

#include "kernel/error.h"

ombud_status ombud_law_explore(const ombud_law *law, const ombud_exploring *how, const ombud_alloc *alloc,
                               ombud_proof **out, ombud_error *err)
{
    (void)law;
    (void)how;
    (void)alloc;
    (void)out;
    return ombud__fail(err, OMBUD_E_UNSUPPORTED, "exploring is not there yet", "use ombud_law_prove()");
}
