/* For libFuzzer (-fsanitize=fuzzer) and for replay.c: any bytes as a case under a built-in law. */
#include "exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static ombud_law *law;
    if (law == NULL && ombud_law_builtin(ombud_law_builtin_name(0), NULL, &law, NULL) != OMBUD_OK)
        exercise_wrong("no law is built in");
    (void)exercise_case(law, (const char *)bytes, length);
    return 0;
}
