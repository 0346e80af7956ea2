/* The words of enumerations; see enums.h. */
#include "enums.h"

#include "text.h"

const char *ombud__truth_word(ombud_truth truth)
{
    static const char *const words[] = {"", "no", "unknown", "yes"};
    return words[truth];
}

int ombud__truth_of(ombud_view word, ombud_truth *out)
{
    for (ombud_truth i = OMBUD_NO; i <= OMBUD_YES; i++) {
        if (ombud__view_is_z(word, ombud__truth_word(i))) {
            *out = i;
            return 1;
        }
    }
    return 0;
}

const char *ombud__roll_word(ombud_roll roll)
{
    static const char *const words[] = {"none", "next_working_day", "previous_working_day"};
    return words[roll];
}

const char *ombud__force_word(ombud_force force)
{
    static const char *const words[] = {"", "law", "proposal", "plan", "policy"};
    return words[force];
}

const char *ombud__lang_word(ombud_lang lang)
{
    static const char *const words[] = {"en", "en", "fr", "nl", "en"};
    return words[lang];
}

const char *ombud_term_status_name(ombud_term_status status)
{
    static const char *const names[] = {"none", "open", "met", "met_late", "overdue", "expired", "excused", "lapsed"};
    return status >= 0 && status <= OMBUD_TERM_LAPSED ? names[status] : "?";
}

int ombud__term_status_of(ombud_view word, ombud_term_status *out)
{
    for (ombud_term_status i = OMBUD_TERM_NONE; i <= OMBUD_TERM_LAPSED; i++) {
        if (ombud__view_is_z(word, ombud_term_status_name(i))) {
            *out = i;
            return 1;
        }
    }
    return 0;
}

const char *ombud_finding_kind_name(ombud_finding_kind kind)
{
    static const char *const names[] = {"?", "breach", "late", "not_shown"};
    return kind >= OMBUD_BREACH && kind <= OMBUD_NOT_SHOWN ? names[kind] : "?";
}

const char *ombud_ruling_name(ombud_ruling ruling, ombud_force force)
{
    int binding = ombud__force_binds(force);
    switch (ruling) {
    case OMBUD_PERMITTED: return binding ? "permitted" : "conforms";
    case OMBUD_FORBIDDEN: return binding ? "forbidden" : "departs";
    case OMBUD_UNDETERMINED: return "undetermined";
    case OMBUD_NOT_FORESEEN: return "not_foreseen";
    case OMBUD_NO_TEXT: return "no_text";
    default: return "?";
    }
}
