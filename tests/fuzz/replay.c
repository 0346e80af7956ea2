/* Gives files to a fuzzer's entry, one after the other: `replay FILE…`. Fails if it is given none. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

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

int main(int count, char **names)
{
    int failed = count < 2;
    for (int i = 1; i < count; i++)
        failed |= replay(names[i]);
    printf("%d passed, %d failed\n", failed ? 0 : count - 1, failed);
    return failed;
}
