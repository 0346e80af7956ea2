/*
 * A host in one file and without malloc: the law and the case live in a buffer of its own. Prints what has to be done
 * on a day, in French.
 */
#include <ombud/ombud.h>
#include <stdio.h>

#define CHECK(call)                                                                                                    \
    do {                                                                                                               \
        if ((call) != OMBUD_OK) {                                                                                      \
            fprintf(stderr, "%s; %s\n", err.message, err.remedy);                                                      \
            return 1;                                                                                                  \
        }                                                                                                              \
    } while (0)

/* All the memory there is; an arena wants it aligned to 16 bytes. */
static _Alignas(16) unsigned char memory[4 * 1024 * 1024];

int main(void)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_alloc arena;
    ombud_law *law = NULL;
    ombud_case *matter = NULL;
    ombud_event received = OMBUD_EVENT_INIT;
    ombud_terms *duties = NULL;
    ombud_day receipt, seen;

    CHECK(ombud_arena_init(&arena, memory, sizeof memory));
    CHECK(ombud_law_builtin("bxl2019", &arena, &law, &err));
    CHECK(ombud_case_new(law, NULL, &arena, &matter, &err));
    CHECK(ombud_day_of(2026, 2, 2, &receipt));
    CHECK(ombud_day_of(2026, 2, 10, &seen));
    CHECK(ombud_case_person(matter, 1, "reporter", &err));
    CHECK(ombud_case_person(matter, 2, "contact_point", &err));

    received.on = receipt;
    received.by = 2;
    received.line = ombud_view_of("report.received r1 reporter=p1 channel=external form=written");
    CHECK(ombud_case_apply(matter, &received, NULL, &err));

    CHECK(ombud_case_duties(matter, seen, &duties, &err));
    for (size_t i = 0; i < ombud_terms_count(duties); i++) {
        char text[512];
        if (ombud_explain_term(duties, i, OMBUD_LANG_FR, text, sizeof text) < sizeof text) {
            puts(text);
        }
    }
    printf("%zu bytes of the buffer are in use\n", ombud_arena_used(&arena));

    ombud_terms_free(duties);
    ombud_case_free(matter);
    ombud_law_free(law);
    return 0;
}
