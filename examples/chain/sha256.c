/* SHA-256 and HMAC; see sha256.h. */
#include "sha256.h"

#include <string.h>

static const uint32_t rounds[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turned(uint32_t word, int by)
{
    return word >> by | word << (32 - by);
}

static void take_block(uint32_t state[8], const unsigned char *block)
{
    uint32_t words[64], at[8];
    for (int i = 0; i < 16; i++) {
        const unsigned char *from = block + 4 * i;
        words[i] = (uint32_t)from[0] << 24 | (uint32_t)from[1] << 16 | (uint32_t)from[2] << 8 | from[3];
    }
    for (int i = 16; i < 64; i++) {
        uint32_t early = words[i - 15], late = words[i - 2];
        words[i] = words[i - 16] + (turned(early, 7) ^ turned(early, 18) ^ early >> 3) + words[i - 7] +
                   (turned(late, 17) ^ turned(late, 19) ^ late >> 10);
    }
    memcpy(at, state, sizeof at);
    for (int i = 0; i < 64; i++) {
        uint32_t high = at[7] + (turned(at[4], 6) ^ turned(at[4], 11) ^ turned(at[4], 25)) +
                        ((at[4] & at[5]) ^ (~at[4] & at[6])) + rounds[i] + words[i];
        uint32_t low = (turned(at[0], 2) ^ turned(at[0], 13) ^ turned(at[0], 22)) +
                       ((at[0] & at[1]) ^ (at[0] & at[2]) ^ (at[1] & at[2]));
        memmove(at + 1, at, 7 * sizeof at[0]);
        at[4] += high;
        at[0] = high + low;
    }
    for (int i = 0; i < 8; i++) {
        state[i] += at[i];
    }
}

void sha256_begin(sha256 *of)
{
    static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    memset(of, 0, sizeof *of);
    memcpy(of->state, first, sizeof first);
}

void sha256_add(sha256 *of, const void *bytes, size_t length)
{
    const unsigned char *from = bytes;
    for (size_t i = 0; i < length; i++) {
        of->block[of->bytes++ % SHA256_BLOCK] = from[i];
        if (of->bytes % SHA256_BLOCK == 0) {
            take_block(of->state, of->block);
        }
    }
}

void sha256_end(sha256 *of, unsigned char out[SHA256_LENGTH])
{
    uint64_t bits = of->bytes * 8;
    unsigned char length[8];
    for (int i = 0; i < 8; i++) {
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    }
    sha256_add(of, "\x80", 1);
    while (of->bytes % SHA256_BLOCK != SHA256_BLOCK - sizeof length) {
        sha256_add(of, "", 1);
    }
    sha256_add(of, length, sizeof length);
    for (int i = 0; i < SHA256_LENGTH; i++) {
        out[i] = (unsigned char)(of->state[i / 4] >> (24 - i % 4 * 8));
    }
}

void hmac_sha256_begin(hmac_sha256 *of, const void *key, size_t length)
{
    unsigned char block[SHA256_BLOCK] = {0}, pad[SHA256_BLOCK];
    if (length > sizeof block) {
        sha256 of_key;
        sha256_begin(&of_key);
        sha256_add(&of_key, key, length);
        sha256_end(&of_key, block);
    } else if (length > 0) {
        memcpy(block, key, length);
    }
    for (int i = 0; i < SHA256_BLOCK; i++) {
        pad[i] = block[i] ^ 0x36;
    }
    sha256_begin(&of->inner);
    sha256_add(&of->inner, pad, sizeof pad);
    for (int i = 0; i < SHA256_BLOCK; i++) {
        pad[i] = block[i] ^ 0x5c;
    }
    sha256_begin(&of->outer);
    sha256_add(&of->outer, pad, sizeof pad);
}

void hmac_sha256_add(hmac_sha256 *of, const void *bytes, size_t length)
{
    sha256_add(&of->inner, bytes, length);
}

void hmac_sha256_end(hmac_sha256 *of, unsigned char out[SHA256_LENGTH])
{
    sha256_end(&of->inner, out);
    sha256_add(&of->outer, out, SHA256_LENGTH);
    sha256_end(&of->outer, out);
}
