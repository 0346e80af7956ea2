/*
 * Gives files to a fuzzer's entry, one after the other: `replay [--random COUNT] FILE…`. Fails if it is given nothing.
 * `--random` gives it random bytes as well, the same ones each time.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static int replay(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        fprintf(stderr, "replay: cannot read %s\n", name);
        return 1;
    }
    long length = ftell(file);
    rewind(file);
    uint8_t *bytes = malloc(length > 0 ? (size_t)length : 1);
    if (length < 0 || bytes == NULL || fread(bytes, 1, (size_t)length, file) != (size_t)length) {
        fprintf(stderr, "replay: cannot read %s\n", name);
        return 1;
    }
    fclose(file);
    printf("%s\n", name);
    fflush(stdout);
    LLVMFuzzerTestOneInput(bytes, (size_t)length);
    free(bytes);
    return 0;
}

static void random_bytes(long count)
{
    uint8_t bytes[512];
    uint64_t seed = 1;
    for (long i = 0; i < count; i++) {
        size_t length = 1 + (size_t)i % sizeof bytes;
        for (size_t at = 0; at < length; at++) {
            seed ^= seed >> 12;
            seed ^= seed << 25;
            seed ^= seed >> 27;
            bytes[at] = (uint8_t)((seed * UINT64_C(0x2545F4914F6CDD1D)) >> 56);
        }
        LLVMFuzzerTestOneInput(bytes, length);
    }
}

int main(int count, char **names)
{
    int failed = count < 2, given = 0;
    for (int i = 1; i < count; i++) {
        if (strcmp(names[i], "--random") == 0 && i + 1 < count) {
            random_bytes(atol(names[++i]));
        } else {
            failed |= replay(names[i]);
        }
        given++;
    }
    printf("%d passed, %d failed\n", failed ? 0 : given, failed);
    return failed;
}
