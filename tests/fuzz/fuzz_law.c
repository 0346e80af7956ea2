/* For libFuzzer (-fsanitize=fuzzer) and for replay.c: any bytes as a law. */
#include "exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    (void)exercise_law((const char *)bytes, length);
    return 0;
}
