/*
 * For libFuzzer (-fsanitize=fuzzer) and for replay.c: any bytes as the tables of a plan. A line `== TABLE` begins each;
 * what stands before the first is taken for the first table of all.
 */
#include "exercise.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static int swallow(void *user, const char *bytes, size_t length)
{
    size_t *sum = user;
    *sum += length;
    return bytes == NULL;
}

static ombud_plan_table table_of(const char *name, size_t length)
{
    for (ombud_plan_table table = OMBUD_PLAN_CATEGORIES; table <= OMBUD_PLAN_FIGURES; table++) {
        const char *known = ombud_plan_table_name(table);
        if (strlen(known) == length && memcmp(known, name, length) == 0)
            return table;
    }
    return 0;
}

static void load(ombud_plan *plan, ombud_plan_table table, const char *text, size_t length)
{
    ombud_error err = OMBUD_ERROR_INIT;
    size_t rows = ombud_plan_rows(plan, table);
    ombud_status status = ombud_plan_load(plan, table, text, length, &err);
    if (status == OMBUD_OK)
        return;
    if (err.code != status || *err.message == '\0' || err.remedy == NULL)
        exercise_wrong("a table was refused without a reason");
    if (ombud_plan_rows(plan, table) != rows)
        exercise_wrong("a table that was refused left rows behind");
}

static void load_all(ombud_plan *plan, const char *text, size_t length)
{
    ombud_plan_table table = OMBUD_PLAN_CATEGORIES;
    size_t from = 0;
    for (size_t at = 0; at < length;) {
        const char *feed = memchr(text + at, '\n', length - at);
        size_t end = feed ? (size_t)(feed - text) + 1 : length;
        if (feed && end - at > 4 && memcmp(text + at, "== ", 3) == 0) {
            if (at > from)
                load(plan, table, text + from, at - from);
            table = table_of(text + at + 3, end - at - 4);
            from = end;
        }
        at = end;
    }
    load(plan, table, text + from, length - from);
}

static void look(const ombud_plan *plan)
{
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON, OMBUD_FORMAT_HTML};
    for (size_t i = 0; i < 3; i++) {
        ombud_render how = OMBUD_RENDER_INIT;
        size_t sum = 0;
        how.format = formats[i];
        how.lang = (ombud_lang)(OMBUD_LANG_EN + (int)i);
        ombud_status status = ombud_render_plan(plan, &how, swallow, &sum, NULL);
        if (status != OMBUD_OK && status != OMBUD_E_LIMIT)
            exercise_wrong("a plan that was loaded cannot be shown");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    exercise_memory memory = {0, 0};
    const ombud_alloc alloc = {&memory, exercise_alloc, exercise_resize, exercise_free};
    ombud_plan *plan = NULL;
    if (ombud_plan_new(&alloc, &plan, NULL) != OMBUD_OK)
        exercise_wrong("no plan");
    load_all(plan, (const char *)bytes, length);
    look(plan);
    ombud_plan_free(plan);
    if (memory.blocks != 0 || memory.bytes != 0)
        exercise_wrong("a plan leaves memory behind");
    return 0;
}
