/*
 * SHA-256 (FIPS 180-4) and HMAC (RFC 2104) over it, for this example. A host takes those of its cryptographic library.
 */
#ifndef CHAIN_SHA256_H
#define CHAIN_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_BLOCK = 64, SHA256_LENGTH = 32 };

typedef struct sha256 {
    uint32_t state[8];
    uint64_t bytes; /* taken so far */
    unsigned char block[SHA256_BLOCK];
} sha256;

void sha256_begin(sha256 *of);
void sha256_add(sha256 *of, const void *bytes, size_t length);
void sha256_end(sha256 *of, unsigned char out[SHA256_LENGTH]);

/* Begun with a key; sha256_add() adds. */
typedef struct hmac_sha256 {
    sha256 inner, outer;
} hmac_sha256;

void hmac_sha256_begin(hmac_sha256 *of, const void *key, size_t length);
void hmac_sha256_add(hmac_sha256 *of, const void *bytes, size_t length);
void hmac_sha256_end(hmac_sha256 *of, unsigned char out[SHA256_LENGTH]);

#endif
