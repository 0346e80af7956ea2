/*
 * What the program itself says on stdout, in three languages. What a law names, the law labels; how a case is told, the
 * library knows. Help, usage and messages on stderr are English, and so is what another program reads: names, keys,
 * TSV.
 */
#ifndef OMBUD_CLI_WORDS_H
#define OMBUD_CLI_WORDS_H

#include "cli.h"

/* Of a phrase that counts the next is for several. */
typedef enum phrase {
    SAY_COLON,
    SAY_YES,
    SAY_NO,
    SAY_UNDETERMINED,
    SAY_CONFLICT,
    SAY_NO_ANSWER,
    SAY_OPEN,
    SAY_UNTIL,
    SAY_NO_ROW,
    SAY_STRUCTURE,
    SAY_NO_FIGURES,

    SAY_PROVISION,
    SAY_PROVISIONS,
    SAY_FINDING,
    SAY_FINDINGS,
    SAY_CURED_ONE,
    SAY_CURED,
    SAY_CASE,
    SAY_CASES,
    SAY_PASSED,
    SAY_PASSED_MORE,
    SAY_FAILED,
    SAY_FAILED_MORE,
    SAY_IN,

    SAY_SOURCE,
    SAY_VERIFIED_TO,
    SAY_NOT_VERIFIED,

    SAY_HEAD_IN_FORCE,
    SAY_HEAD_MODALITY,
    SAY_HEAD_TREATMENT,
    SAY_HEAD_ANCHOR,
    SAY_HEAD_LINE,
    SAY_HEAD_READING,
    SAY_HEAD_TESTS,
    SAY_FROM,
    SAY_FROM_UNKNOWN,
    SAY_WORDING_FROM,
    SAY_NOT_STATED,
    SAY_LINE_OF_LAW,
    SAY_NO_TEST,

    SAY_MISSING,
    SAY_DECIDED_BY,
    SAY_OUTSIDE_FIELD,
    SAY_DAY_OF_SETTING,
    SAY_NONE_IN_FORCE,
    SAY_NO_ROUTING,
    SAY_LAWS_APPLY,
    SAY_SAME_NUMBER,
    SAY_NONE_APPLIES,

    SAY_FAILED_IN,
    SAY_HEAD_EXPECTED,
    SAY_HEAD_GOT,
    SAY_HEAD_BECAUSE,
    SAY_HEAD_TO_PASTE,

    SAY_COVERAGE_OF,
    SAY_OF_ALL,
    SAY_WITHIN,

    SAY_MOVED_NONE,
    SAY_MOVED_LINE,
    SAY_CASE_MOVES,
    SAY_CASES_MOVE,
    SAY_OF_ANOTHER_LAW,
    SAY_CONFORMS,
    SAY_DEPARTS,

    SAY_BY,
    SAY_STATED_BY,
    SAY_FORMERLY,
    SAY_ANYBODY,
    SAY_SILENCE_NO,
    SAY_SILENCE_UNKNOWN,
    SAY_HEAD_ROLES,
    SAY_HEAD_LENGTHS,
    SAY_HEAD_SCOPES,
    SAY_HEAD_DAYS,
    SAY_HEAD_READINGS,
    SAY_HEAD_EVENTS,
    SAY_HEAD_FACTS,
    SAY_HEAD_LINKS,
    SAY_HEAD_STATES,
    SAY_HEAD_DEFINITIONS,
    SAY_HEAD_TERMS,
    SAY_HEAD_QUESTIONS,

    /* A row for each value of the library's enumeration. */
    SAY_FORCES,
    SAY_TREATMENTS = SAY_FORCES + OMBUD_FORCE_POLICY + 1,
    SAY_PARTS = SAY_TREATMENTS + OMBUD_TREATMENT_OUTSIDE + 1,
    SAY_CARRIED = SAY_PARTS + OMBUD_PART_FIXED + 1,
    SAY_COUNTED = SAY_CARRIED + OMBUD_ARGUMENT_PERIOD + 1, /* by ombud_covering */
    SAY_COUNTED_ONE = SAY_COUNTED + OMBUD_COVERING_VERSIONS + 1,
    SAY_GAPS = SAY_COUNTED_ONE + OMBUD_COVERING_VERSIONS + 1,
    SAY_RULINGS = SAY_GAPS + OMBUD_GAP_ROWS + 1,
    SAY_STATUSES = SAY_RULINGS + OMBUD_NO_TEXT + 1,   /* of terms */
    SAY_KINDS = SAY_STATUSES + OMBUD_TERM_LAPSED + 1, /* of findings */
    SAY_MOVED = SAY_KINDS + OMBUD_NOT_SHOWN + 1,
    SAY_COUNT = SAY_MOVED + OMBUD_MOVED_TERM + 1
} phrase;

/* The phrase, English for a language that is none. A `#` in it stands for what is put in. */
const char *phrase_of(phrase what, ombud_lang lang);
void say(phrase what, ombud_lang lang);
void say_with(phrase what, ombud_lang lang, ombud_view filling);
void say_with_day(phrase what, ombud_lang lang, ombud_day day);
void say_with_number(phrase what, ombud_lang lang, int64_t number);
/* `1 provision`, `2 provisions`: `one` or the phrase behind it. */
void say_count(phrase one, ombud_lang lang, size_t count);
/* At the head of columns: the phrase and blanks, `width` characters in all. */
void say_head(phrase what, ombud_lang lang, size_t width);
/* The modality of a provision; one that the table has not is its name. */
void say_modality(ombud_view name, ombud_lang lang);
/* Characters of UTF-8, as columns count them. */
size_t width_of(const char *text);

#endif
