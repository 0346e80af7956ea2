/*
 * The chain of a journal: digests of its lines by the host's cryptography, and the first line that differs. The host is
 * the one of examples/chain, whose SHA-256 and HMAC are held against published vectors first.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "chain/sha256.h"
#include "ombud/ombud.h"
#include "small_law.h"

static ombud_law *law;

static int read_law(void **state)
{
    (void)state;
    return ombud_law_parse(small_law, sizeof small_law - 1, NULL, &law, NULL) != OMBUD_OK;
}

static int free_law(void **state)
{
    (void)state;
    ombud_law_free(law);
    return 0;
}

/* ---- the host's cryptography ------------------------------------------------------------------------------------- */

static void assert_hex(const unsigned char *bytes, const char *expected)
{
    char text[2 * SHA256_LENGTH + 1];
    for (size_t i = 0; i < SHA256_LENGTH; i++) {
        sprintf(text + 2 * i, "%02x", bytes[i]);
    }
    assert_string_equal(text, expected);
}

/* FIPS 180-4's examples, and lengths around the end of a block. */
static void sha256_vectors(void **state)
{
    static const struct {
        const char *text;
        size_t times;
        const char *digest;
    } vectors[] = {
        {"", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
        {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
         "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
         1, "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
        {"a", 1000000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        sha256 of;
        unsigned char out[SHA256_LENGTH];
        sha256_begin(&of);
        for (size_t j = 0; j < vectors[i].times; j++) {
            sha256_add(&of, vectors[i].text, strlen(vectors[i].text));
        }
        sha256_end(&of, out);
        assert_hex(out, vectors[i].digest);
    }
}

/* RFC 4231, cases 1, 2 and 6: a short key, a shorter one, one that is longer than a block. */
static void hmac_vectors(void **state)
{
    static const struct {
        unsigned char byte;
        size_t length;
        const char *text, *digest;
    } vectors[] = {
        {0x0b, 20, "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"},
        {0, 4, "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"},
        {0xaa, 131, "Test Using Larger Than Block-Size Key - Hash Key First",
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        unsigned char key[131], out[SHA256_LENGTH];
        hmac_sha256 of;
        memset(key, vectors[i].byte, sizeof key);
        if (i == 1) {
            memcpy(key, "Jefe", 4);
        }
        hmac_sha256_begin(&of, key, vectors[i].length);
        hmac_sha256_add(&of, vectors[i].text, strlen(vectors[i].text));
        hmac_sha256_end(&of, out);
        assert_hex(out, vectors[i].digest);
    }
}

/* A host: digests with a key, and can be told to fail or to misbehave. */
typedef struct host {
    const char *key;
    int fail_at, code; /* the fail_at-th call returns code; 0: none */
    size_t give;       /* so many bytes are said to be written; 0: as many as are */
    int nothing;       /* says that it wrote none */
    int calls;
    char seen[256]; /* the last line */
} host;

static int digest(void *user, const unsigned char *previous, size_t previous_len, const char *line, size_t len,
                  unsigned char *out, size_t capacity, size_t *out_len)
{
    host *of = user;
    hmac_sha256 mac;
    of->calls++;
    assert_non_null(previous);
    assert_int_equal(previous_len, of->calls == 1 ? 0 : SHA256_LENGTH);
    assert_int_equal(capacity, OMBUD_CHAIN_DIGEST_MAX);
    snprintf(of->seen, sizeof of->seen, "%.*s", (int)len, line);
    if (of->calls == of->fail_at) {
        return of->code;
    }
    hmac_sha256_begin(&mac, of->key, strlen(of->key));
    hmac_sha256_add(&mac, previous, previous_len);
    hmac_sha256_add(&mac, line, len);
    hmac_sha256_end(&mac, out);
    *out_len = of->nothing ? 0 : of->give ? of->give : SHA256_LENGTH;
    return 0;
}

static ombud_chain chain_of(host *of)
{
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.user = of;
    chain.digest = digest;
    of->calls = 0;
    return chain;
}

/* ---- journals ---------------------------------------------------------------------------------------------------- */

#define HEAD "law small\nset since entry 2000-08-26\nperson p1 reporter\nperson p2 reporter, desk\n"
#define LINES 6
static const char *const lines[LINES] = {
    "2026-02-02 report.received r1 by=p2 reporter=p1 channel=external happened=2026-01-30 wish=P3M urgent=no",
    "2026-02-03 fact p1 by=p2 trusted=yes",
    "2026-02-11 report.acknowledged r1 by=p2 entered=2026-02-20",
    "2026-02-05 note.filed n1",
    "2026-02-06 link n1 about r1",
    "2026-02-07 void 2 by=p2",
};

/* The journal of some of the lines, in an order: `order` holds their numbers from 0, ended by -1. */
static ombud_scenario *journal(const int *order, const char *instead_of_third)
{
    static char text[4096];
    const ombud_law *laws[1] = {law};
    ombud_scenario *scenario = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    strcpy(text, HEAD);
    for (; *order >= 0; order++) {
        strcat(text, *order == 2 && instead_of_third ? instead_of_third : lines[*order]);
        strcat(text, "\n");
    }
    if (ombud_scenario_parse(text, strlen(text), laws, 1, NULL, &scenario, &err) != OMBUD_OK) {
        fail_msg("%u:%u: %s [%s]", err.line, err.column, err.message, err.excerpt);
    }
    return scenario;
}

static const int in_order[] = {0, 1, 2, 3, 4, 5, -1};

typedef struct digests {
    unsigned char bytes[LINES + 1][OMBUD_CHAIN_DIGEST_MAX];
    ombud_view views[LINES + 1];
} digests;

/* What a host that keeps a digest with each line stores. */
static size_t digests_of(const ombud_case *matter, const ombud_chain *chain, digests *out)
{
    ombud_view previous = {NULL, 0};
    size_t count = ombud_case_journal_count(matter), length;
    for (size_t i = 0; i < count; i++) {
        assert_int_equal(
            ombud_case_chain(matter, chain, i + 1, &previous, out->bytes[i], sizeof out->bytes[i], &length, NULL),
            OMBUD_OK);
        previous.ptr = (const char *)out->bytes[i];
        previous.len = length;
        out->views[i] = previous;
    }
    return count;
}

static size_t first_different(const ombud_case *matter, const char *key, const digests *stored, size_t count)
{
    host of = {.key = key};
    ombud_chain chain = chain_of(&of);
    size_t first = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_case_verify(matter, &chain, stored->views, count, &first, &err);
    if (status != OMBUD_OK) {
        assert_int_equal(status, OMBUD_E_DIFFERENT);
        assert_int_equal(err.code, OMBUD_E_DIFFERENT);
        assert_true(first > 0);
    } else {
        assert_int_equal(first, 0);
    }
    return first;
}

/* The digest of a line is the host's, over the line as it is written and the digest before it. */
static void digests_are_the_hosts(void **state)
{
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    ombud_scenario *scenario = journal(in_order, NULL);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    static written text;
    unsigned char by_hand[SHA256_LENGTH] = {0}, head[OMBUD_CHAIN_DIGEST_MAX];
    digests stored;
    size_t length = 0;
    (void)state;
    text.length = 0;
    assert_int_equal(ombud_case_write(matter, write_down, &text, NULL), OMBUD_OK);
    assert_int_equal(digests_of(matter, &chain, &stored), LINES);
    for (size_t i = 0; i < LINES; i++) {
        hmac_sha256 mac;
        assert_non_null(strstr(text.text, lines[i]));
        hmac_sha256_begin(&mac, "key", 3);
        hmac_sha256_add(&mac, by_hand, i > 0 ? sizeof by_hand : 0);
        hmac_sha256_add(&mac, lines[i], strlen(lines[i]));
        hmac_sha256_end(&mac, by_hand);
        assert_int_equal(stored.views[i].len, SHA256_LENGTH);
        assert_memory_equal(stored.bytes[i], by_hand, sizeof by_hand);
        /* From the first line on it comes to the same. */
        of.calls = 0;
        assert_int_equal(ombud_case_chain(matter, &chain, i + 1, NULL, head, sizeof head, &length, NULL), OMBUD_OK);
        assert_int_equal(length, SHA256_LENGTH);
        assert_int_equal(of.calls, (int)i + 1);
        assert_memory_equal(head, by_hand, sizeof by_hand);
        assert_string_equal(of.seen, lines[i]);
    }
    ombud_scenario_free(scenario);
}

static void verify_names_the_first(void **state)
{
    static const struct {
        const char *what;
        int order[LINES + 2];
        const char *third;
        size_t first;
    } altered[] = {
        {"nothing", {0, 1, 2, 3, 4, 5, -1}, NULL, 0},
        {"a day", {0, 1, 2, 3, 4, 5, -1}, "2026-02-09 report.acknowledged r1 by=p2 entered=2026-02-20", 3},
        {"the day it was entered", {0, 1, 2, 3, 4, 5, -1}, "2026-02-11 report.acknowledged r1 by=p2", 3},
        {"who acted", {0, 1, 2, 3, 4, 5, -1}, "2026-02-11 report.acknowledged r1 entered=2026-02-20", 3},
        {"the event", {0, 1, 2, 3, 4, 5, -1}, "2026-02-11 report.closed r1 by=p2 entered=2026-02-20", 3},
        {"a fact put in",
         {0, 1, 2, 3, 4, 5, -1},
         "2026-02-11 report.acknowledged r1 by=p2 entered=2026-02-20 urgent=no",
         3},
        {"the first line dropped", {1, 3, 2, -1}, "2026-02-07 note.filed n2", 1},
        {"a middle line dropped", {0, 1, 3, 4, 5, -1}, NULL, 3},
        {"the last line dropped", {0, 1, 2, 3, 4, -1}, NULL, 6},
        {"a line put in", {0, 1, 2, 2, 3, 4, 5, -1}, NULL, 4},
        {"a line appended", {0, 1, 2, 3, 4, 5, 5, -1}, NULL, 7},
        {"two lines swapped", {0, 1, 3, 2, 4, 5, -1}, NULL, 3},
        {"the first and another swapped", {0, 3, 2, 1, 4, 5, -1}, NULL, 2},
        {"all lines dropped", {-1}, NULL, 1},
    };
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    ombud_scenario *scenario = journal(in_order, NULL);
    digests stored;
    size_t count = digests_of(ombud_scenario_case(scenario, 0), &chain, &stored);
    (void)state;
    for (size_t i = 0; i < sizeof altered / sizeof altered[0]; i++) {
        ombud_scenario *other = journal(altered[i].order, altered[i].third);
        size_t first = first_different(ombud_scenario_case(other, 0), "key", &stored, count);
        if (first != altered[i].first) {
            fail_msg("%s: line %zu, not %zu", altered[i].what, first, altered[i].first);
        }
        ombud_scenario_free(other);
    }
    /* With another key nothing fits. */
    assert_int_equal(first_different(ombud_scenario_case(scenario, 0), "kez", &stored, count), 1);
    ombud_scenario_free(scenario);
}

/* Digests altered on the host's side: the line of the one that was touched, which no later one can mend. */
static void altered_digests(void **state)
{
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    ombud_scenario *scenario = journal(in_order, NULL);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    digests stored;
    size_t count = digests_of(matter, &chain, &stored);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        for (size_t bit = 0; bit < 8 * SHA256_LENGTH; bit += 37) {
            stored.bytes[i][bit / 8] ^= (unsigned char)(1 << bit % 8);
            assert_int_equal(first_different(matter, "key", &stored, count), i + 1);
            stored.bytes[i][bit / 8] ^= (unsigned char)(1 << bit % 8);
        }
        ombud_view whole = stored.views[i];
        stored.views[i].len--;
        assert_int_equal(first_different(matter, "key", &stored, count), i + 1);
        stored.views[i].len = 0;
        assert_int_equal(first_different(matter, "key", &stored, count), i + 1);
        stored.views[i].len = OMBUD_CHAIN_DIGEST_MAX + 1;
        assert_int_equal(first_different(matter, "key", &stored, count), i + 1);
        stored.views[i] = whole;
    }
    assert_int_equal(first_different(matter, "key", &stored, count - 1), count);
    assert_int_equal(first_different(matter, "key", &stored, count), 0);
    /* Whoever only wants to know whether need not be told where. */
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, stored.views, count - 1, NULL, NULL), OMBUD_E_DIFFERENT);
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, NULL, 0, NULL, NULL), OMBUD_E_DIFFERENT);
    ombud_scenario_free(scenario);
}

/* A late line and one that strikes out are lines of their own at the end: what was digested before stays. */
static void appending_leaves_what_stands(void **state)
{
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    ombud_case *matter = NULL;
    ombud_event event = OMBUD_EVENT_INIT;
    digests before, after;
    (void)state;
    assert_int_equal(ombud_case_new(law, NULL, NULL, &matter, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_verify(matter, &chain, NULL, 0, NULL, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(matter, 2, "desk", NULL), OMBUD_OK);
    event.by = 2;
    event.on = 20500;
    event.line = ombud_view_of("report.received r1");
    assert_int_equal(ombud_case_apply(matter, &event, NULL, NULL), OMBUD_OK);
    assert_int_equal(digests_of(matter, &chain, &before), 1);
    event.on = 20400;
    event.line = ombud_view_of("note.filed n1");
    assert_int_equal(ombud_case_apply(matter, &event, NULL, NULL), OMBUD_OK);
    event.on = 20501;
    event.line = ombud_view_of("void 1");
    assert_int_equal(ombud_case_apply(matter, &event, NULL, NULL), OMBUD_OK);
    of.calls = 0;
    assert_int_equal(digests_of(matter, &chain, &after), 3);
    assert_memory_equal(before.bytes[0], after.bytes[0], SHA256_LENGTH);
    assert_int_equal(first_different(matter, "key", &after, 3), 0);
    ombud_case_free(matter);
}

/* ---- signatures -------------------------------------------------------------------------------------------------- */

/* Takes what the digest would be, or the same with a mark before it: as a signature may differ each time. */
static int match(void *user, const unsigned char *previous, size_t previous_len, const char *line, size_t len,
                 const unsigned char *stored, size_t stored_len, int32_t *matches)
{
    host *of = user;
    unsigned char made[SHA256_LENGTH];
    hmac_sha256 mac;
    of->calls++;
    if (of->calls == of->fail_at) {
        return of->code;
    }
    hmac_sha256_begin(&mac, of->key, strlen(of->key));
    hmac_sha256_add(&mac, previous, previous_len);
    hmac_sha256_add(&mac, line, len);
    hmac_sha256_end(&mac, made);
    *matches = stored_len == SHA256_LENGTH + 1 && memcmp(stored + 1, made, sizeof made) == 0;
    return 0;
}

static void signatures_are_matched(void **state)
{
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    ombud_scenario *scenario = journal(in_order, NULL);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    unsigned char made[LINES][SHA256_LENGTH + 1];
    ombud_view views[LINES];
    size_t first = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    for (size_t i = 0; i < LINES; i++) {
        hmac_sha256 mac;
        made[i][0] = (unsigned char)(17 * i);
        hmac_sha256_begin(&mac, "key", 3);
        hmac_sha256_add(&mac, i > 0 ? made[i - 1] : made[0], i > 0 ? sizeof made[0] : 0);
        hmac_sha256_add(&mac, lines[i], strlen(lines[i]));
        hmac_sha256_end(&mac, made[i] + 1);
        views[i].ptr = (const char *)made[i];
        views[i].len = sizeof made[i];
    }
    chain.match = match;
    assert_int_equal(ombud_case_verify(matter, &chain, views, LINES, &first, &err), OMBUD_OK);
    assert_int_equal(of.calls, LINES);
    made[3][4] ^= 1;
    assert_int_equal(ombud_case_verify(matter, &chain, views, LINES, &first, &err), OMBUD_E_DIFFERENT);
    assert_int_equal(first, 4);
    of.calls = 0;
    of.fail_at = 2;
    of.code = -7;
    first = 99;
    assert_int_equal(ombud_case_verify(matter, &chain, views, LINES, &first, &err), OMBUD_E_CALLBACK);
    assert_int_equal(err.host_code, -7);
    assert_int_equal(first, 99);
    ombud_scenario_free(scenario);
}

/* ---- failures ---------------------------------------------------------------------------------------------------- */

static void callbacks_fail(void **state)
{
    host of = {.key = "key", .fail_at = 3, .code = 4711};
    ombud_chain chain = chain_of(&of);
    ombud_scenario *scenario = journal(in_order, NULL);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    unsigned char out[OMBUD_CHAIN_DIGEST_MAX] = {9};
    ombud_error err = OMBUD_ERROR_INIT;
    digests stored;
    size_t length = 77, first = 88;
    (void)state;
    assert_int_equal(ombud_case_chain(matter, &chain, 2, NULL, out, sizeof out, &length, &err), OMBUD_OK);
    length = 77;
    out[0] = 9;
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, 3, NULL, out, sizeof out, &length, &err), OMBUD_E_CALLBACK);
    assert_int_equal(err.host_code, 4711);
    assert_int_equal(length, 77);
    assert_int_equal(out[0], 9);
    of.fail_at = 2;
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, 3, NULL, out, sizeof out, &length, &err), OMBUD_E_CALLBACK);
    assert_int_equal(of.calls, 2); /* what failed is not asked for the next line */
    of.fail_at = 0;
    of.calls = 0;
    assert_int_equal(digests_of(matter, &chain, &stored), LINES);
    of.fail_at = LINES;
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, stored.views, LINES, &first, &err), OMBUD_E_CALLBACK);
    assert_int_equal(err.host_code, 4711);
    assert_int_equal(first, 88);
    /* A digest of no length, or of one that was not there, is refused, not believed. */
    of.fail_at = 0;
    of.nothing = 1;
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, 1, NULL, out, sizeof out, &length, &err), OMBUD_E_ARGUMENT);
    of.nothing = 0;
    of.give = OMBUD_CHAIN_DIGEST_MAX + 1;
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, 1, NULL, out, sizeof out, &length, &err), OMBUD_E_ARGUMENT);
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, stored.views, LINES, &first, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(length, 77);
    assert_int_equal(first, 88);
    ombud_scenario_free(scenario);
}

static void bad_arguments(void **state)
{
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of), none = OMBUD_CHAIN_INIT, small = chain;
    struct {
        ombud_chain chain;
        char more[8];
    } larger = {chain, {0}};
    ombud_scenario *scenario = journal(in_order, NULL);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    unsigned char out[OMBUD_CHAIN_DIGEST_MAX];
    ombud_view empty = {"", 0}, some = {"0123", 4}, nothing = {NULL, 4}, much = {(const char *)out, sizeof out + 1};
    size_t length = 0;
    (void)state;
#define CHAIN(m, c, position, previous, o, capacity, l)                                                                \
    (of.calls = 0, ombud_case_chain(m, c, position, previous, o, capacity, l, NULL))
    assert_int_equal(CHAIN(NULL, &chain, 1, NULL, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, NULL, 1, NULL, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &none, 1, NULL, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 1, NULL, NULL, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 1, NULL, out, sizeof out, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 0, NULL, out, sizeof out, &length), OMBUD_E_NOT_FOUND);
    assert_int_equal(CHAIN(matter, &chain, LINES + 1, NULL, out, sizeof out, &length), OMBUD_E_NOT_FOUND);
    assert_int_equal(CHAIN(matter, &chain, 2, &empty, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 1, &some, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 2, &nothing, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 2, &much, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    assert_int_equal(CHAIN(matter, &chain, 1, NULL, out, SHA256_LENGTH - 1, &length), OMBUD_E_LIMIT);
    assert_int_equal(CHAIN(matter, &chain, 1, NULL, out, SHA256_LENGTH, &length), OMBUD_OK);
    small.struct_size -= 1;
    assert_int_equal(CHAIN(matter, &small, 1, NULL, out, sizeof out, &length), OMBUD_E_ARGUMENT);
    larger.chain.struct_size = (uint32_t)sizeof larger;
    assert_int_equal(CHAIN(matter, &larger.chain, 1, NULL, out, sizeof out, &length), OMBUD_OK);
    larger.more[7] = 1;
    assert_int_equal(CHAIN(matter, &larger.chain, 1, NULL, out, sizeof out, &length), OMBUD_E_UNSUPPORTED);

    assert_int_equal(ombud_case_verify(NULL, &chain, NULL, 0, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_verify(matter, NULL, NULL, 0, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_verify(matter, &larger.chain, NULL, 0, NULL, NULL), OMBUD_E_UNSUPPORTED);
    assert_int_equal(ombud_case_verify(matter, &chain, NULL, 1, NULL, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_case_verify(matter, &chain, &nothing, 1, NULL, NULL), OMBUD_E_ARGUMENT);
    /* A digest that was never stored is that of no line. */
    nothing.len = 0;
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, &nothing, 1, &length, NULL), OMBUD_E_DIFFERENT);
    assert_int_equal(length, 1);
    assert_int_equal(of.calls, 0);

    assert_int_equal(ombud_chain_init(NULL, sizeof chain), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_chain_init(&chain, sizeof chain - 1), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_chain_init(&larger.chain, sizeof larger), OMBUD_OK);
    assert_int_equal(larger.chain.struct_size, sizeof larger);
    assert_null(larger.chain.digest);
    assert_int_equal(larger.more[7], 0);
    ombud_scenario_free(scenario);
}

/* Lines of more than a KiB, which need memory of their own, and none that stays; without memory, a status. */
static void long_lines(void **state)
{
    enum { WIDE = 5 };
    static char text[32 * 1024];
    unsigned char head[OMBUD_CHAIN_DIGEST_MAX];
    const ombud_law *laws[1];
    ombud_law *wide = NULL;
    ombud_scenario *scenario = NULL;
    host of = {.key = "key"};
    ombud_chain chain = chain_of(&of);
    digests stored;
    size_t needed = 0, first = 0;
    watched watch = {0};
    ombud_alloc alloc = watching(&watch);
    (void)state;
    /* A law of facts with long names, all of them on one line. */
    strcpy(text, "law wide\nrole desk\nitem person p\nitem report r\n  states received\n  event received by desk\n");
    for (int i = 0; i < 40; i++) {
        sprintf(text + strlen(text), "  fact a_statement_with_a_name_that_takes_its_time_%02d stated by desk\n", i);
    }
    strcat(text, "structure\n  report.received: -> received\n");
    assert_int_equal(ombud_law_parse(text, strlen(text), NULL, &wide, NULL), OMBUD_OK);
    laws[0] = wide;
    /* A long line, a longer one, one that is no longer, and a short one: the room of one serves the next. */
    static const char *const truths[] = {"yes", "unknown", "yes"};
    strcpy(text, "law wide\nperson p2 desk\n2026-02-02 report.received r1 by=p2");
    for (size_t line = 0; line < 3; line++) {
        strcat(text, "\n2026-02-03 fact r1 by=p2");
        for (int i = 0; i < 40; i++) {
            sprintf(text + strlen(text), " a_statement_with_a_name_that_takes_its_time_%02d=%s", i, truths[line]);
        }
    }
    strcat(text, "\n2026-02-04 fact r1 by=p2 a_statement_with_a_name_that_takes_its_time_00=no\n");
    assert_int_equal(ombud_scenario_parse(text, strlen(text), laws, 1, &alloc, &scenario, NULL), OMBUD_OK);
    const ombud_case *matter = ombud_scenario_case(scenario, 0);
    assert_int_equal(ombud_case_entry_text(matter, 2, NULL, 0, &needed), OMBUD_E_LIMIT);
    assert_true(needed > 2048);
    size_t living = watch.held;
    watch.trace = "by=p2 a_statement";
    assert_int_equal(digests_of(matter, &chain, &stored), WIDE);
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, stored.views, WIDE, &first, NULL), OMBUD_OK);
    assert_int_equal(watch.held, living);
    /* From the first line on it comes to the same as line by line. */
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, WIDE, NULL, head, sizeof head, &needed, NULL), OMBUD_OK);
    assert_int_equal(needed, SHA256_LENGTH);
    assert_memory_equal(head, stored.bytes[WIDE - 1], SHA256_LENGTH);
    stored.bytes[1][5] ^= 4;
    assert_int_equal(first_different(matter, "key", &stored, WIDE), 2);
    watch.fail_at = 1;
    watch.calls = 0;
    of.calls = 0;
    assert_int_equal(ombud_case_verify(matter, &chain, stored.views, WIDE, &first, NULL), OMBUD_E_NOMEM);
    watch.calls = 0;
    of.calls = 0;
    assert_int_equal(ombud_case_chain(matter, &chain, 2, NULL, stored.bytes[0], OMBUD_CHAIN_DIGEST_MAX, &first, NULL),
                     OMBUD_E_NOMEM);
    watch.fail_at = 0;
    assert_int_equal(watch.held, living);
    assert_int_equal(watch.traces, 0);
    watch.trace = NULL;
    ombud_scenario_free(scenario);
    ombud_law_free(wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_vectors),         cmocka_unit_test(hmac_vectors),
        cmocka_unit_test(digests_are_the_hosts),  cmocka_unit_test(verify_names_the_first),
        cmocka_unit_test(altered_digests),        cmocka_unit_test(appending_leaves_what_stands),
        cmocka_unit_test(signatures_are_matched), cmocka_unit_test(callbacks_fail),
        cmocka_unit_test(bad_arguments),          cmocka_unit_test(long_lines),
    };
    return cmocka_run_group_tests_name("chain", tests, read_law, free_law);
}
