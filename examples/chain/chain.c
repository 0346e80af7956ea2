/*
 * A host that keeps a digest with each line of a journal: prints them, or holds a journal against those it printed.
 *
 *     chain KEYFILE JOURNAL.case                 a line `POSITION DIGEST` for each line of the journal
 *     chain KEYFILE JOURNAL.case DIGESTS         exit status 0 if nothing differs, 1 with the first line that does
 *
 * A digest is HMAC-SHA-256 over the digest before and the line: without the key nobody alters a line and makes the
 * digests anew.
 */
#include <ombud/ombud.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sha256.h"

enum { GOOD = 0, FOUND = 1, BAD = 2, TEXT_MAX = 16 * 1024 * 1024 };

typedef struct bytes {
    char *ptr;
    size_t len;
} bytes;

/* ---- files ------------------------------------------------------------------------------------------------------- */

static int read_file(const char *name, bytes *out)
{
    FILE *file = fopen(name, "rb");
    out->ptr = malloc(TEXT_MAX);
    out->len = file && out->ptr ? fread(out->ptr, 1, TEXT_MAX, file) : 0;
    int good = file && out->ptr && !ferror(file) && out->len < TEXT_MAX;
    if (file) {
        fclose(file);
    }
    if (!good) {
        fprintf(stderr, "%s: cannot be read, or is too large\n", name);
    }
    return good;
}

static int hex_value(char c)
{
    const char *digits = "0123456789abcdef";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* The digests of a file with lines `POSITION DIGEST`, in order. Views point into `room`. */
static int read_digests(const bytes *text, unsigned char *room, ombud_view *out, size_t *count)
{
    size_t at = 0;
    for (*count = 0; at < text->len; ++*count) {
        unsigned char *digest = room + *count * SHA256_LENGTH;
        char begin[32];
        int prefix = snprintf(begin, sizeof begin, "%zu ", *count + 1);
        size_t line = (size_t)prefix + 2 * SHA256_LENGTH + 1;
        if (text->len - at < line || memcmp(text->ptr + at, begin, (size_t)prefix) != 0 ||
            text->ptr[at + line - 1] != '\n') {
            return 0;
        }
        for (size_t i = 0; i < SHA256_LENGTH; i++) {
            int high = hex_value(text->ptr[at + (size_t)prefix + 2 * i]);
            int low = hex_value(text->ptr[at + (size_t)prefix + 2 * i + 1]);
            if (high < 0 || low < 0) {
                return 0;
            }
            digest[i] = (unsigned char)(high << 4 | low);
        }
        out[*count].ptr = (const char *)digest;
        out[*count].len = SHA256_LENGTH;
        at += line;
    }
    return 1;
}

/* ---- the host's cryptography ------------------------------------------------------------------------------------- */

static int digest(void *user, const unsigned char *previous, size_t previous_len, const char *line, size_t len,
                  unsigned char *out, size_t capacity, size_t *out_len)
{
    const bytes *key = user;
    hmac_sha256 of;
    if (capacity < SHA256_LENGTH) {
        return 1;
    }
    /* Nothing need separate the two: all digests are of one length, and only the first line has none before it. */
    hmac_sha256_begin(&of, key->ptr, key->len);
    hmac_sha256_add(&of, previous, previous_len);
    hmac_sha256_add(&of, line, len);
    hmac_sha256_end(&of, out);
    *out_len = SHA256_LENGTH;
    return 0;
}

/* ---- what it does ------------------------------------------------------------------------------------------------ */

static int failed(const char *name, const ombud_error *err)
{
    fprintf(stderr, "%s:%u:%u: %s; %s\n", name, (unsigned)err->line, (unsigned)err->column, err->message, err->remedy);
    return BAD;
}

static int print_chain(const char *name, const ombud_case *matter, const ombud_chain *chain)
{
    unsigned char made[OMBUD_CHAIN_DIGEST_MAX];
    ombud_view previous = {"", 0};
    for (size_t i = 1; i <= ombud_case_journal_count(matter); i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        size_t length;
        if (ombud_case_chain(matter, chain, i, &previous, made, sizeof made, &length, &err) != OMBUD_OK) {
            return failed(name, &err);
        }
        printf("%zu ", i);
        for (size_t j = 0; j < length; j++) {
            printf("%02x", made[j]);
        }
        putchar('\n');
        previous.ptr = (const char *)made;
        previous.len = length;
    }
    return GOOD;
}

static int verify(const char *name, const ombud_case *matter, const ombud_chain *chain, const bytes *text)
{
    ombud_error err = OMBUD_ERROR_INIT;
    size_t most = text->len / (2 * SHA256_LENGTH) + 1, count, first;
    unsigned char *room = malloc(most * SHA256_LENGTH);
    ombud_view *digests = malloc(most * sizeof *digests);
    int result = BAD;
    if (!room || !digests || !read_digests(text, room, digests, &count)) {
        fputs("the digests are not as this program writes them\n", stderr);
    } else {
        ombud_status status = ombud_case_verify(matter, chain, digests, count, &first, &err);
        if (status == OMBUD_OK) {
            printf("%zu lines, nothing differs\n", count);
            result = GOOD;
        } else if (status == OMBUD_E_DIFFERENT) {
            printf("line %zu of the journal is the first that differs\n", first);
            result = FOUND;
        } else {
            result = failed(name, &err);
        }
    }
    free(digests);
    free(room);
    return result;
}

int main(int argc, char **argv)
{
    bytes key = {NULL, 0}, text = {NULL, 0}, stored = {NULL, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    int result = BAD;
    if (argc != 3 && argc != 4) {
        fputs("usage: chain KEYFILE JOURNAL.case [DIGESTS]\n", stderr);
        return BAD;
    }
    if (read_file(argv[1], &key) && read_file(argv[2], &text) && (argc == 3 || read_file(argv[3], &stored))) {
        if (ombud_scenario_parse(text.ptr, text.len, NULL, 0, NULL, &scenario, &err) != OMBUD_OK) {
            result = failed(argv[2], &err);
        } else if (ombud_scenario_count(scenario) != 1) {
            fprintf(stderr, "%s: not one case but %zu\n", argv[2], ombud_scenario_count(scenario));
        } else {
            ombud_chain chain = OMBUD_CHAIN_INIT;
            const ombud_case *matter = ombud_scenario_case(scenario, 0);
            chain.user = &key;
            chain.digest = digest;
            result = argc == 3 ? print_chain(argv[2], matter, &chain) : verify(argv[2], matter, &chain, &stored);
        }
    }
    ombud_scenario_free(scenario);
    free(stored.ptr);
    free(text.ptr);
    free(key.ptr);
    return result;
}
