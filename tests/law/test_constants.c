/*
 * What test_constants.py compares the header of constants with: the words of a compiled law as the public functions
 * give them, a line each (sort, name within its owner, owner). Before that, a case is made of constants alone, and read
 * back with them.
 */
#include <ombud/bxl2019.h>
#include <ombud/ombud.h>

#include <stdio.h>
#include <string.h>

static const char *const sorts[] = {NULL,         "role", "item", "state",    "event", "argument", "choice", "fact",
                                    "definition", "link", "term", "question", "value", "length",   "scope"};

/* The name without the owner's before it: of an item, or, where the name itself is qualified, what stands before its
 * point. */
static const char *within(const ombud_word *word)
{
    size_t length = word->owner.len;
    if (word->kind != OMBUD_WORD_ITEM && length > 0 && word->name.len > length &&
        memcmp(word->name.ptr, word->owner.ptr, length) == 0 && word->name.ptr[length] == '.') {
        return word->name.ptr + length + 1;
    }
    return word->name.ptr;
}

static void print_words(const ombud_law *law)
{
    for (ombud_word_kind kind = OMBUD_WORD_ROLE; kind <= OMBUD_WORD_SCOPE; kind++) {
        ombud_word word = OMBUD_WORD_INIT;
        for (size_t i = 0; ombud_law_word(law, kind, i, OMBUD_LANG_EN, &word) == OMBUD_OK; i++) {
            if (kind == OMBUD_WORD_ITEM) {
                printf("item\t%s\t\nprefix\t%s\t%s\n", word.name.ptr, word.owner.ptr, word.name.ptr);
            } else {
                printf("%s\t%s\t%s\n", sorts[kind], within(&word), word.owner.ptr);
            }
        }
    }
}

static void print_rest(const ombud_law *law)
{
    ombud_reading reading = OMBUD_READING_INIT;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_row row = OMBUD_ROW_INIT;
    for (size_t i = 0; ombud_law_reading(law, i, OMBUD_LANG_EN, &reading) == OMBUD_OK; i++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        printf("reading\t%s\t\n", reading.name.ptr);
        for (size_t k = 0; ombud_law_alternative(law, i, k, OMBUD_LANG_EN, &alternative) == OMBUD_OK; k++) {
            printf("alternative\t%s\t%s\n", alternative.name.ptr, reading.name.ptr);
        }
    }
    for (size_t i = 0; ombud_law_provision(law, i, OMBUD_LANG_EN, &provision) == OMBUD_OK; i++) {
        printf("provision\t%s\t\n", provision.id.ptr);
    }
    for (size_t i = 0; ombud_law_row(law, i, &row) == OMBUD_OK; i++) {
        if (row.kind == OMBUD_ROW_REQUIREMENT) {
            char name[64] = "";
            if (sscanf(row.text.ptr, "require %63s", name) == 1) {
                printf("requirement\t%s\t\n", name);
            }
        }
    }
}

static ombud_status record(ombud_case *matter, ombud_day on, int64_t by, const char *line)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.on = on;
    event.by = by;
    event.line = ombud_view_of(line);
    return ombud_case_apply(matter, &event, NULL, NULL);
}

/* A case written with constants only comes out as the law says: 0 if not. */
static int constants_serve(const ombud_law *law)
{
    static const char settings_text[] =
        "reading " OMBUD_BXL2019_READING_Q_02 " " OMBUD_BXL2019_ALTERNATIVE_Q_02_ACKNOWLEDGEMENT "\n"
        "length " OMBUD_BXL2019_LENGTH_FOLLOW_UP " P14D\n"
        "period " OMBUD_BXL2019_ITEM_REPORT "." OMBUD_BXL2019_TERM_REPORT_ACKNOWLEDGE " P5D\n";
    ombud_settings *settings = NULL;
    ombud_case *matter = NULL;
    ombud_answer *answer = NULL;
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_truth minor = 0;
    ombud_view state = {NULL, 0};
    size_t provision = 0;
    asof.day = 20486;
    int good =
        ombud_settings_parse(law, settings_text, sizeof settings_text - 1, NULL, &settings, NULL) == OMBUD_OK &&
        ombud_case_new(law, settings, NULL, &matter, NULL) == OMBUD_OK &&
        ombud_case_person(matter, 1, OMBUD_BXL2019_ROLE_REPORTER, NULL) == OMBUD_OK &&
        ombud_case_person(matter, 2, OMBUD_BXL2019_ROLE_CONTACT_POINT, NULL) == OMBUD_OK &&
        record(matter, 20486, 2,
               OMBUD_BXL2019_EVENT_REPORT_RECEIVED
               " " OMBUD_BXL2019_PREFIX_REPORT "1 " OMBUD_BXL2019_ARGUMENT_REPORT_REPORTER
               "=" OMBUD_BXL2019_PREFIX_PERSON "1 " OMBUD_BXL2019_ARGUMENT_REPORT_CHANNEL
               "=" OMBUD_BXL2019_CHOICE_REPORT_CHANNEL_EXTERNAL " " OMBUD_BXL2019_FACT_REPORT_MINOR
               "=yes") == OMBUD_OK &&
        ombud_case_state(matter, "r1", &asof, &state, NULL) == OMBUD_OK &&
        strcmp(state.ptr, OMBUD_BXL2019_STATE_REPORT_RECEIVED) == 0 &&
        ombud_case_fact(matter, "r1", OMBUD_BXL2019_FACT_REPORT_MINOR, &asof, &minor, NULL) == OMBUD_OK &&
        minor == OMBUD_YES &&
        ombud_case_fact(matter, "r1", OMBUD_BXL2019_DEFINITION_REPORT_OUT_OF_REACH, &asof, &minor, NULL) == OMBUD_OK &&
        minor == OMBUD_NO &&
        ombud_case_ask(matter, OMBUD_BXL2019_QUESTION_REPORT_COMPONENT, "r1", &asof, &answer, NULL) == OMBUD_OK &&
        ombud_answer_outcome(answer) == OMBUD_ANSWERED &&
        strcmp(ombud_answer_value(answer).ptr, OMBUD_BXL2019_VALUE_EXTERNAL) == 0 &&
        ombud_law_find_provision(law, OMBUD_BXL2019_PROVISION_15_4_A4_1, sizeof OMBUD_BXL2019_PROVISION_15_4_A4_1 - 1,
                                 &provision) == OMBUD_OK;
    ombud_answer_free(answer);
    ombud_case_free(matter);
    ombud_settings_free(settings);
    return good;
}

int main(void)
{
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_law_builtin(OMBUD_BXL2019_LAW, NULL, &law, &err) != OMBUD_OK) {
        fprintf(stderr, "line %u: %s\n", (unsigned)err.line, err.message);
        return 1;
    }
    int good = constants_serve(law);
    if (!good) {
        fputs("a case made of constants does not come out\n", stderr);
    }
    print_words(law);
    print_rest(law);
    ombud_law_free(law);
    return good ? 0 : 1;
}
