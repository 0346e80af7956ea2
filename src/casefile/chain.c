/* The chain of a journal: its lines in canonical form, handed one by one to the host's cryptography. */
#include <string.h>

#include "kernel/error.h"
#include "kernel/matter.h"
#include "line.h"

ombud_status ombud_chain_init(ombud_chain *chain, size_t size)
{
    const ombud_chain fresh = OMBUD_CHAIN_INIT;
    return ombud__init_sized(chain, size, OMBUD__END_OF(ombud_chain, match), &fresh, sizeof fresh);
}

/* Room for one line; longer ones are rare and get a block of their own. */
typedef struct line_room {
    const ombud_case *matter;
    char small[1024];
    char *large;
    size_t large_size;
} line_room;

typedef struct link_digest {
    unsigned char bytes[OMBUD_CHAIN_DIGEST_MAX];
    size_t length;
} link_digest;

static void free_room(line_room *room)
{
    ombud__free_wiped(&room->matter->alloc, room->large, room->large_size);
    ombud__wipe(room->small, sizeof room->small);
}

/* The line as the host sees it, without an end. */
static ombud_status write_line(line_room *room, size_t position, ombud_view *out, ombud_error *err)
{
    size_t length = 0;
    out->ptr = room->small;
    ombud_status status = ombud__entry_chained(room->matter, position, room->small, sizeof room->small, &length);
    if (status == OMBUD_E_LIMIT) {
        if (length + 1 > room->large_size) {
            char *grown = ombud__resize_wiped(&room->matter->alloc, room->large, room->large_size, length + 1);
            if (!grown)
                return ombud__fail_no_memory(err);
            room->large = grown;
            room->large_size = length + 1;
        }
        out->ptr = room->large;
        status = ombud__entry_chained(room->matter, position, room->large, room->large_size, &length);
    }
    out->len = length;
    return status;
}

static ombud_status fail_callback(ombud_error *err, int code)
{
    return ombud__fail_callback(err, code, "the host's digesting stopped", "look at the host's own number");
}

/* `previous` and `out` may be the same. */
static ombud_status digest_line(const ombud_chain *chain, const link_digest *previous, ombud_view line,
                                link_digest *out, ombud_error *err)
{
    link_digest made = {.length = 0};
    int code = chain->digest(chain->user, previous->bytes, previous->length, line.ptr, line.len, made.bytes,
                             sizeof made.bytes, &made.length);
    if (code != 0)
        return fail_callback(err, code);
    if (made.length == 0 || made.length > sizeof made.bytes)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the host's digest has no bytes, or too many",
                           "let it set its length, 1 to 64");
    *out = made;
    return OMBUD_OK;
}

static ombud_status take_chain(const ombud_case *matter, const ombud_chain *chain, ombud_chain *own, ombud_error *err)
{
    ombud_chain fresh = OMBUD_CHAIN_INIT;
    *own = fresh;
    if (!matter)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed", "give a case");
    ombud_status status = ombud__take_sized(own, sizeof *own, OMBUD__END_OF(ombud_chain, match), chain);
    if (status == OMBUD_E_UNSUPPORTED)
        return ombud__fail(err, status, "the chain sets something that this library does not know",
                           "use a library as new as the headers");
    if (status != OMBUD_OK || !own->digest)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "the chain is NULL, too short or without a digest",
                           "begin with OMBUD_CHAIN_INIT and set digest");
    return OMBUD_OK;
}

/* ---- the digest of a line ---------------------------------------------------------------------------------------- */

static ombud_status digest_from(line_room *room, const ombud_chain *chain, size_t from, size_t position,
                                link_digest *at, ombud_error *err)
{
    ombud_status status = OMBUD_OK;
    for (size_t i = from; i <= position && status == OMBUD_OK; i++) {
        ombud_view line;
        status = write_line(room, i, &line, err);
        if (status == OMBUD_OK)
            status = digest_line(chain, at, line, at, err);
    }
    return status;
}

ombud_status ombud_case_chain(const ombud_case *matter, const ombud_chain *chain, size_t position,
                              const ombud_view *previous, unsigned char *digest, size_t capacity, size_t *length,
                              ombud_error *err)
{
    ombud_chain own;
    link_digest at = {.length = 0};
    ombud_status status = take_chain(matter, chain, &own, err);
    if (status != OMBUD_OK)
        return status;
    if (!digest || !length)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed", "give a place for the digest");
    if (position < 1 || position > matter->acts_count)
        return ombud__fail(err, OMBUD_E_NOT_FOUND, "the journal has no line at this position",
                           "count from 1 to ombud_case_journal_count()");
    if (previous) {
        if (previous->len > sizeof at.bytes || (previous->len == 0) != (position == 1) ||
            (!previous->ptr && previous->len > 0))
            return ombud__fail(err, OMBUD_E_ARGUMENT, "no digest of the line before",
                               "give its 1 to 64 bytes; for the first line, none");
        if (previous->len > 0)
            memcpy(at.bytes, previous->ptr, previous->len);
        at.length = previous->len;
    }
    line_room room = {.matter = matter};
    status = digest_from(&room, &own, previous ? position : 1, position, &at, err);
    free_room(&room);
    if (status != OMBUD_OK)
        return status;
    if (at.length > capacity)
        return ombud__fail(err, OMBUD_E_LIMIT, "the buffer is shorter than the digest",
                           "give OMBUD_CHAIN_DIGEST_MAX bytes");
    memcpy(digest, at.bytes, at.length);
    *length = at.length;
    return OMBUD_OK;
}

/* ---- a journal against its digests ------------------------------------------------------------------------------- */

/* As long for digests that differ as for the same, so that the time does not tell how much of a guess was right. */
static int is_same(const link_digest *a, const link_digest *b)
{
    unsigned char differs = 0;
    if (a->length != b->length)
        return 0;
    for (size_t i = 0; i < a->length; i++)
        differs |= (unsigned char)(a->bytes[i] ^ b->bytes[i]);
    return differs == 0;
}

static ombud_status match_line(const ombud_chain *chain, const link_digest *previous, ombud_view line,
                               const link_digest *stored, int *same, ombud_error *err)
{
    if (!chain->match) {
        link_digest made;
        ombud_status status = digest_line(chain, previous, line, &made, err);
        *same = status == OMBUD_OK && is_same(&made, stored);
        return status;
    }
    int32_t matches = 0;
    int code = chain->match(chain->user, previous->bytes, previous->length, line.ptr, line.len, stored->bytes,
                            stored->length, &matches);
    if (code != 0)
        return fail_callback(err, code);
    *same = matches == 1;
    return OMBUD_OK;
}

/* The position of the first line that differs, or the number of lines that both sides have plus 1. */
static ombud_status find_first(line_room *room, const ombud_chain *chain, const ombud_view *digests, size_t both,
                               size_t *first, ombud_error *err)
{
    link_digest previous = {.length = 0};
    for (*first = 1; *first <= both; ++*first) {
        const ombud_view *given = &digests[*first - 1];
        link_digest stored = {.length = given->len};
        ombud_view line;
        int same = 0;
        /* What is no digest at all is that of no line. */
        if (given->len == 0 || given->len > sizeof stored.bytes)
            return OMBUD_OK;
        memcpy(stored.bytes, given->ptr, given->len);
        ombud_status status = write_line(room, *first, &line, err);
        if (status == OMBUD_OK)
            status = match_line(chain, &previous, line, &stored, &same, err);
        if (status != OMBUD_OK || !same)
            return status;
        previous = stored;
    }
    return OMBUD_OK;
}

ombud_status ombud_case_verify(const ombud_case *matter, const ombud_chain *chain, const ombud_view *digests,
                               size_t count, size_t *first, ombud_error *err)
{
    ombud_chain own;
    ombud_status status = take_chain(matter, chain, &own, err);
    if (status != OMBUD_OK)
        return status;
    if (!digests && count > 0)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a NULL where none is allowed", "give the digests that were stored");
    for (size_t i = 0; i < count; i++) {
        if (!digests[i].ptr && digests[i].len > 0)
            return ombud__fail(err, OMBUD_E_ARGUMENT, "a digest is NULL but has a length",
                               "give the digests that were stored");
    }
    size_t lines = matter->acts_count, at = 0;
    line_room room = {.matter = matter};
    status = find_first(&room, &own, digests, lines < count ? lines : count, &at, err);
    free_room(&room);
    if (status != OMBUD_OK || (at > lines && at > count))
        return status;
    if (first)
        *first = at;
    return ombud__fail(err, OMBUD_E_DIFFERENT, "the journal is not what its digests say",
                       "look at the first line that differs");
}
