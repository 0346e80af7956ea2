/*
 * The fixed words of the renderer in its languages. What a law names, the law labels; nothing here speaks of one.
 */
#ifndef OMBUD__RENDER_WORDS_H
#define OMBUD__RENDER_WORDS_H

#include "ombud/answer.h"

typedef enum ombud__fixed {
    OMBUD__W_CASE,
    OMBUD__W_AS_OF,
    OMBUD__W_KNOWN_BY,
    OMBUD__W_VERIFIED_TO,
    OMBUD__W_LATER_NOT,
    OMBUD__W_NOT_VERIFIED,
    OMBUD__W_NONE_IN_FORCE,
    OMBUD__W_NONE_HELD,
    OMBUD__W_SOME_NOT_HELD,
    OMBUD__W_NOW,
    OMBUD__W_FINDINGS,
    OMBUD__W_ANSWERS,
    OMBUD__W_LAST_DAY,
    OMBUD__W_NO_LAST_DAY,
    OMBUD__W_NO_PERIOD,
    OMBUD__W_LENGTH_UNSET,
    OMBUD__W_NOT_STARTED,
    OMBUD__W_NO_WORDING,
    OMBUD__W_THE_WORDING,
    OMBUD__W_HELD_FROM,
    OMBUD__W_IN_FORCE_FROM,
    OMBUD__W_ENDED_ON,
    OMBUD__W_NOT_BINDING,
    OMBUD__W_OUT_OF_RANGE,
    OMBUD__W_NO_CALENDAR,
    OMBUD__W_NOT_COUNTED,
    OMBUD__W_MONTH_END,
    OMBUD__W_MOVED,
    OMBUD__W_EXTENDED,
    OMBUD__W_YEARLY,
    OMBUD__W_SAME_YEAR,
    OMBUD__W_SAME_DAY,
    OMBUD__W_LAST_DAY_NOW,
    OMBUD__W_LEFT,
    OMBUD__W_OVERDUE,
    OMBUD__W_MET,
    OMBUD__W_MET_LATE,
    OMBUD__W_EXPIRED,
    OMBUD__W_EXCUSED,
    OMBUD__W_LAPSED,
    OMBUD__W_DUE,

    OMBUD__W_SINCE,
    OMBUD__W_UNTIL,
    OMBUD__W_FROM,
    OMBUD__W_BREACH,
    OMBUD__W_DEPARTURE,
    OMBUD__W_LATE,
    OMBUD__W_LATE_MET,
    OMBUD__W_NOT_SHOWN,
    OMBUD__W_STATED_BY,
    OMBUD__W_ENTERED,
    OMBUD__W_BY_TIME,
    OMBUD__W_YES,
    OMBUD__W_NO,
    OMBUD__W_NOT,
    OMBUD__W_UNKNOWN,
    OMBUD__W_UNDETERMINED,
    OMBUD__W_CONFLICT,
    OMBUD__W_DECIDED_BY,
    OMBUD__W_OR,
    OMBUD__W_OR_ELSE,
    OMBUD__W_WOULD_PASS,
    OMBUD__W_WAS_STATED,
    OMBUD__W_LINE,
    OMBUD__W_SUPPOSED,
    OMBUD__W_SAME_BUT,
    OMBUD__W_ONE_MORE_WAY,
    OMBUD__W_MORE_WAYS,
    OMBUD__W_OTHERS,
    OMBUD__W_OPEN_ANSWERS,
    OMBUD__W_BY_WHOM,
    OMBUD__W_EACH_BY_WHOM,
    OMBUD__W_BROUGHT_BY,
    OMBUD__W_BROUGHT_BY_ANOTHER,
    OMBUD__W_BROUGHT_BY_NO,
    OMBUD__W_ON_RECORD,
    OMBUD__W_ON_RECORD_AS,
    OMBUD__W_CARRIED,
    OMBUD__W_NOT_CARRIED,
    OMBUD__W_BY_EVENT,
    OMBUD__W_NEXT_CHANGE,
    OMBUD__W_NO_NEXT_CHANGE,
    OMBUD__W_HINT,
    OMBUD__W_NOTHING_OPEN,
    OMBUD__W_NO_FINDINGS,
    OMBUD__W_CURED,
    OMBUD__W_CURED_BY,

    OMBUD__W_PICTURE_OF,
    OMBUD__W_EVENTS,
    OMBUD__W_TERMS,
    OMBUD__W_NONE_YET,
    OMBUD__W_LEGEND_EVENT,
    OMBUD__W_LEGEND_UNLAWFUL,
    OMBUD__W_LEGEND_STATED,
    OMBUD__W_LEGEND_BY_TIME,
    OMBUD__W_LEGEND_MET,
    OMBUD__W_LEGEND_RUN,
    OMBUD__W_LEGEND_LEFT,
    OMBUD__W_LEGEND_PAST,
    OMBUD__W_LEGEND_ENDED,
    OMBUD__W_LEGEND_FINDING,

    OMBUD__W_DUTY_DUE,
    OMBUD__W_AT_MOST,
    OMBUD__W_AT_LEAST,
    OMBUD__W_EXACTLY,
    OMBUD__W_HOST_LENGTH,
    OMBUD__W_AS_CARRIED,
    OMBUD__W_MET_BY,
    OMBUD__W_THEN,
    OMBUD__W_IN_ANY_STATE,

    OMBUD__W_FIGURES,
    OMBUD__W_COUNTED_ON,
    OMBUD__W_COUNTS_WITHHELD,
    OMBUD__W_FIGURES_TO,
    OMBUD__W_ALL,
    OMBUD__W_DENOMINATOR,
    OMBUD__W_NOT_CLEAR,
    OMBUD__W_DONE,
    OMBUD__W_DONE_LATE,
    OMBUD__W_PAST_DUE,
    OMBUD__W_RAN_OUT,
    OMBUD__W_FREED,
    OMBUD__W_ENDED,
    OMBUD__W_NOT_YET_DUE,
    OMBUD__W_NEVER_BEGUN,
    OMBUD__W_NO_STATE,
    OMBUD__W_COUNT
} ombud__fixed;

/* Whose words are spoken. */
typedef struct ombud__voice {
    const ombud_law *law; /* NULL: no law's, and so in none of a host's languages */
    ombud_lang lang;
    int32_t year; /* the year of the day asked about: brief days of it are written without a year */
} ombud__voice;
/* That of what has no law. */
#define OMBUD__VOICE(lang) (&(const ombud__voice){NULL, (lang), 0})

/* The word in a language, English for one that is none. A `#` in it stands for what is put in. */
const char *ombud__fixed_word(ombud__fixed word, const ombud__voice *voice);
/* `law`, `proposal` … */
const char *ombud__word_of_force(ombud_force force, const ombud__voice *voice);
/* The unit with a count: `day`, `days`. */
const char *ombud__word_of_unit(ombud_unit unit, int64_t count, const ombud__voice *voice);
const char *ombud__word_of_holiday(ombud_holiday holiday, const ombud__voice *voice);
/* The status that a term must have, `met`, or must not, `not met`. */
const char *ombud__word_of_status(ombud_term_status status, int negated, const ombud__voice *voice);
/* `permitted` or `conforms` … */
const char *ombud__word_of_ruling(ombud_ruling ruling, ombud_force force, const ombud__voice *voice);
/* Whether the words of OMBUD_LANG_FR are what is spoken: some rules are theirs alone. */
int ombud__speaks_fr(const ombud__voice *voice);
/* What parts a heading from what follows, and one part of a sentence from the next: a colon and a semicolon, in French
 * after a blank where no line is cut. */
const char *ombud__word_colon(const ombud__voice *voice);
const char *ombud__word_semicolon(const ombud__voice *voice);
/* The colon behind a label, which a question goes without. */
const char *ombud__word_behind(ombud_view label, const ombud__voice *voice);
/* Names of the calendar: weekday 1 is Monday, month 1 January; short ones for columns. */
const char *ombud__word_of_weekday(int32_t weekday, int brief, const ombud__voice *voice);
const char *ombud__word_of_month(int32_t month, int brief, const ombud__voice *voice);

/* All fixed words in English, as a host is asked for them in its language; the same text may stand several times. */
size_t ombud__fixed_count(void);
const char *ombud__fixed_at(size_t index);

#endif
