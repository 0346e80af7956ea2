/**
 * @file answer.h
 * @brief Questions to a case: verdicts, duties, findings, answers, what comes next, and why.
 *
 * Each question is asked as of a day, with what was known by a day. Results are handles that belong to the caller; what they show is borrowed from them and from the law,
 * which must outlive them. Texts are written into the caller's buffer like snprintf: the return value is the full length without the NUL.
 */
#ifndef OMBUD_ANSWER_H
#define OMBUD_ANSWER_H

#include "case.h"

#ifdef __cplusplus
extern "C" {
#endif

/** As of when a question is asked, and with what was known by when. */
typedef struct ombud_asof {
    uint32_t struct_size;
    ombud_day day;           /**< Events up to this day count, and time has run to its end of business: a period whose last day it is still runs. */
    int32_t has_known_by;    /**< 1: leave out what was entered after `known_by`. */
    ombud_day known_by;
    uint64_t audience;       /**< Roles of who will see the answer, as bits: what they may not know is absent. */
    int64_t audience_person; /**< The person who will see it, who may know of themselves; 0 if nobody in particular. */
    int32_t has_audience;    /**< 1: the two above count; else the answer is for whoever keeps the case, and whole. */
    int32_t reserved;        /**< 0. */
} ombud_asof;
#define OMBUD_ASOF_INIT { (uint32_t)sizeof(ombud_asof), 0, 0, 0, 0, 0, 0, 0 }

/** Yes, no or unknown. */
typedef int32_t ombud_truth;
enum { OMBUD_NO = 1, OMBUD_UNKNOWN = 2, OMBUD_YES = 3 };

/** @name Verdicts
 *  @{ */
typedef int32_t ombud_ruling;
enum {
    OMBUD_PERMITTED = 1,     /**< conforms, under a proposal, plan or policy */
    OMBUD_FORBIDDEN = 2,     /**< departs, likewise */
    OMBUD_UNDETERMINED = 3,  /**< Facts, a reading, a host length or a wording are missing: the unmet conditions name them. */
    OMBUD_NOT_FORESEEN = 4,  /**< No rule speaks of it. */
    OMBUD_NO_TEXT = 5        /**< The provision that decides is not yet in force, ended, or its wording is not held. */
};
/** The word for a ruling under a force: `permitted` or `conforms` … */
OMBUD_API const char *ombud_ruling_name(ombud_ruling ruling, ombud_force force);

typedef struct ombud_verdict ombud_verdict;

/**
 * May this event happen? Nothing is changed. The event's day is the day of the question; facts and arguments on it count as supposed.
 * @param asof  NULL for all that is known and for whoever keeps the case; else its `known_by` and its audience count, for the event tells the day
 * @return as ombud_case_apply(); #OMBUD_E_NOT_FOUND also for an item or a person of whom the audience may not know on the event's day, or who is not there by then,
 *         as if the case had none of that name
 */
OMBUD_API ombud_status ombud_case_may(const ombud_case *matter, const ombud_event *event, const ombud_asof *asof, ombud_verdict **out, ombud_error *err);
OMBUD_API void ombud_verdict_free(ombud_verdict *verdict);
OMBUD_API ombud_ruling ombud_verdict_ruling(const ombud_verdict *verdict);
/** Index of the provision that decided. @return #OMBUD_E_NOT_FOUND if none did. */
OMBUD_API ombud_status ombud_verdict_provision(const ombud_verdict *verdict, size_t *index);
/** Index of the row that decided. @return #OMBUD_E_NOT_FOUND if none did. */
OMBUD_API ombud_status ombud_verdict_row(const ombud_verdict *verdict, size_t *index);

/** What sort of condition is unmet. */
typedef int32_t ombud_unmet_kind;
enum {
    OMBUD_UNMET_FACT = 1,    /**< A fact must be `wanted`; also `ARGUMENT is CHOICE` and `carries ARGUMENT`, by these names. */
    OMBUD_UNMET_STATE = 2,   /**< The item must be in state `name`, or must not, as `wanted` says. */
    OMBUD_UNMET_ROLE = 3,    /**< Who acts must hold one of `who`; with an item, as the one whom its links name. If `wanted` is no: must not hold it. */
    OMBUD_UNMET_TERM = 4,    /**< Term `name` must be `status`, or must not, as `wanted` says. */
    OMBUD_UNMET_WAIT = 5,    /**< From `until` on. */
    OMBUD_UNMET_LINK = 6,    /**< Something must be linked by link `name`: from the item or, if `backward`, to it. */
    OMBUD_UNMET_READING = 7, /**< Reading `name` is left open. */
    OMBUD_UNMET_LENGTH = 8,  /**< Host length `name` is not set. */
    OMBUD_UNMET_WORDING = 9, /**< The wording of `provision` is not held on that day. */
    OMBUD_UNMET_ACTOR = 10,  /**< Nobody was named as acting: somebody must, who holds one of `who` or, if `wanted` is no, does not. */
    OMBUD_UNMET_DAY = 11,    /**< The day `name` is not recorded. */
    OMBUD_UNMET_CONCERNED = 12 /**< Who acts is concerned by the item: somebody else must, who holds one of `who`. */
};
/** One condition that is not met. At most `struct_size` bytes are written. */
typedef struct ombud_unmet {
    uint32_t struct_size;
    ombud_unmet_kind kind;
    ombud_view name;         /**< Name of the fact, state, term, link, reading or length, unqualified. */
    ombud_view item_prefix;  /**< Item it is about: `r` and 1 for r1; empty if none. */
    int64_t item_number;
    ombud_truth wanted;      /**< Facts: what it would have to be. States, terms, who acts: #OMBUD_YES, or #OMBUD_NO if it must not be so. Else 0. */
    ombud_truth now;         /**< Facts: what it is. */
    uint64_t who;            /**< Roles that can meet it, as bits; 0 if anybody or nobody in particular. If it must not be so: that one role. */
    ombud_view by_event;     /**< An event that would make it so, or empty. */
    int32_t has_until;
    ombud_day until;         /**< Waits. */
    int32_t has_provision;
    size_t provision;        /**< Provision that asks for it. */
    int32_t status;          /**< Terms: the #ombud_term_status that it must have or, as `wanted` says, must not; else 0. */
    int32_t backward;        /**< Links: 1 if one must lead to the item, 0 if from it. */
} ombud_unmet;
#define OMBUD_UNMET_INIT { (uint32_t)sizeof(ombud_unmet), 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, { 0, 0 }, 0, 0, 0, 0, 0, 0 }

/**
 * Into how many sets the unmet conditions fall, cheapest first: any one set, met as a whole, would let the event pass. All sets together have at most 64 different
 * conditions: sets that need more are left out. At most 48 sets are told, and 96 are tried, the cheapest first: where what is met asks for more and more, the rest is
 * left out.
 */
OMBUD_API size_t ombud_verdict_set_count(const ombud_verdict *verdict);
/** How many conditions a set has. */
OMBUD_API size_t ombud_verdict_set_size(const ombud_verdict *verdict, size_t set);
/** One condition of a set. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_verdict_unmet(const ombud_verdict *verdict, size_t set, size_t index, ombud_unmet *out);

/** A fact, or what an argument came to, that was stated and on which a decision rests. At most `struct_size` bytes are written. */
typedef struct ombud_stated {
    uint32_t struct_size;
    ombud_truth truth;       /**< What it is: #OMBUD_YES or #OMBUD_NO. */
    ombud_view name;         /**< Name of the fact, unqualified; of an argument `channel is internal`. */
    ombud_view item_prefix;  /**< Item it is about: `r` and 1 for r1. */
    int64_t item_number;
    size_t position;         /**< Line of the journal that stated it last, or whose event brought it about, from 1; 0: it was supposed with the event asked
                                  about. For an audience as in ombud_finding. */
    ombud_day on;            /**< Day of that line, or of the event asked about. */
} ombud_stated;
#define OMBUD_STATED_INIT { (uint32_t)sizeof(ombud_stated), 0, { 0, 0 }, { 0, 0 }, 0, 0, 0 }
/**
 * How many stated facts the verdict rests on: those that the guards read where they let the event pass, or the guard that did not, through definitions and
 * links. Of several conditions each of which would do, the first in the text counts; what silence or time alone makes so was stated by nobody, and states, days,
 * terms and who acts are no facts. A definition kept `as at` an event rests on what was stated then. For an audience only what it may know, with its line.
 * @return 0 also for NULL
 */
OMBUD_API size_t ombud_verdict_stated_count(const ombud_verdict *verdict);
/** One of them, in the order in which the law's rows read them. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_verdict_stated(const ombud_verdict *verdict, size_t index, ombud_stated *out);
/** The verdict in words, with its provision and what is missing. @return the full length; 0 for NULL. */
OMBUD_API size_t ombud_explain_verdict(const ombud_verdict *verdict, ombud_lang lang, char *buffer, size_t capacity);
/** @} */

/** @name Terms and duties
 *  @{ */
typedef int32_t ombud_term_status;
enum {
    OMBUD_TERM_NONE = 0,     /**< Never opened. */
    OMBUD_TERM_OPEN = 1,
    OMBUD_TERM_MET = 2,
    OMBUD_TERM_MET_LATE = 3,
    OMBUD_TERM_OVERDUE = 4,  /**< A duty past its last day. */
    OMBUD_TERM_EXPIRED = 5,  /**< Another term past its last day. */
    OMBUD_TERM_EXCUSED = 6,
    OMBUD_TERM_LAPSED = 7
};
/** Stable ASCII name of a status: `open`, `met_late` …; `?` for a value that is none. */
OMBUD_API const char *ombud_term_status_name(ombud_term_status status);

/** Why a term has no last day. */
typedef int32_t ombud_no_due;
enum {
    OMBUD_DUE_KNOWN = 0,
    OMBUD_DUE_NO_PERIOD = 1,     /**< The text sets none. */
    OMBUD_DUE_LENGTH_UNSET = 2,  /**< The host has not set the length; `length` names it. */
    OMBUD_DUE_NOT_STARTED = 3,   /**< The event from which it is counted has not happened. */
    OMBUD_DUE_NO_TEXT = 4,       /**< The wording is not held on the day it opened. */
    OMBUD_DUE_OUT_OF_RANGE = 5,  /**< Past the year 9999. */
    OMBUD_DUE_NO_CALENDAR = 6,   /**< The roll needs holidays of a year before 1974. */
    OMBUD_DUE_UNDETERMINED = 7   /**< Whether it opened at all depends on a fact that is not known. */
};

/** One term of one item. At most `struct_size` bytes are written. */
typedef struct ombud_term {
    uint32_t struct_size;
    ombud_view name;         /**< `acknowledge` */
    ombud_view label;        /**< In English; ombud_law_word() has the others. */
    ombud_view item_prefix;
    int64_t item_number;
    int32_t duty;
    ombud_term_status status;
    int32_t extended;        /**< 1 if the period was extended. */
    uint64_t bearer, addressee; /**< Roles as bits. */
    size_t provision;        /**< Index of the provision whose row runs; SIZE_MAX if it rests on structure. */
    size_t row;              /**< Index of that row. */
    ombud_day opened;        /**< Day of the opening event. */
    ombud_no_due no_due;     /**< #OMBUD_DUE_KNOWN: `due` and `steps` count. */
    ombud_view length;       /**< The host length it depends on, set or not; else empty. */
    ombud_day due;           /**< Its last day. */
    ombud_due_steps steps;   /**< How the last day came about. */
    int32_t has_closed;
    ombud_day closed;        /**< Day it was met, lapsed or was excused. */
    int64_t days;            /**< Open: days until the last day (0 on it) or, without one, since the opening; overdue, expired, met late: days past it. */
    ombud_view reading;      /**< `Q-02 receipt` if the start or the row rests on a reading; else empty. */
    int32_t yearly;          /**< 1 if the last day is a fixed day of the year, `steps.period` years after that of the start. */
    int32_t reserved;        /**< 0. */
} ombud_term;
/** An ombud_term ready to be filled. */
#define OMBUD_TERM_INIT { (uint32_t)sizeof(ombud_term), { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, { 0, 0 }, 0, \
    OMBUD_DUE_STEPS_INIT, 0, 0, 0, { 0, 0 }, 0, 0 }

typedef struct ombud_terms ombud_terms;
/** All terms that ever ran, in the order in which they opened, duties and others. @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_terms(const ombud_case *matter, const ombud_asof *asof, ombud_terms **out, ombud_error *err);
/** The duties that are open or overdue on a day: what has to be done. @return as ombud_case_terms() */
OMBUD_API ombud_status ombud_case_duties(const ombud_case *matter, ombud_day on, ombud_terms **out, ombud_error *err);
OMBUD_API void ombud_terms_free(ombud_terms *terms);
OMBUD_API size_t ombud_terms_count(const ombud_terms *terms);
/** @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_terms_get(const ombud_terms *terms, size_t index, ombud_term *out);
/** A term in words: status, last day, derivation, provision. @return the full length; 0 past the last. */
OMBUD_API size_t ombud_explain_term(const ombud_terms *terms, size_t index, ombud_lang lang, char *buffer, size_t capacity);
/** @} */

/** @name Findings
 *  @{ */
typedef int32_t ombud_finding_kind;
enum { OMBUD_BREACH = 1, OMBUD_LATE = 2, OMBUD_NOT_SHOWN = 3 };
/** `breach`, `late`, `not_shown`; `?` for a value that is none. */
OMBUD_API const char *ombud_finding_kind_name(ombud_finding_kind kind);

/** One finding. At most `struct_size` bytes are written. */
typedef struct ombud_finding {
    uint32_t struct_size;
    ombud_finding_kind kind;
    ombud_view name;         /**< Of the duty, event or requirement. */
    ombud_view item_prefix;
    int64_t item_number;
    ombud_day since;         /**< First day of the lateness or breach. */
    int32_t has_until;
    ombud_day until;         /**< Day it was met or put right. */
    size_t provision;        /**< SIZE_MAX if none. */
    size_t row;
    uint64_t answerable;     /**< Roles as bits. */
    int64_t by;              /**< Person who acted, or 0. */
    size_t position;         /**< Line of the journal it arose from, from 1; 0 if time alone brought it. For an audience, lines it may not know do not count. */
    size_t cured_by;         /**< ombud_case_cured(): the line with which it went, counted as `position` is; else 0. */
    ombud_day cured_on;      /**< The day on which that line was entered; 0 if none. */
} ombud_finding;
#define OMBUD_FINDING_INIT { (uint32_t)sizeof(ombud_finding), 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

typedef struct ombud_findings ombud_findings;
/** All findings as of a day, in the order of their first day. @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_findings(const ombud_case *matter, const ombud_asof *asof, ombud_findings **out, ombud_error *err);
/**
 * What was a finding and is none any more because of a line that was entered late: later than the day it tells of, or to strike out another.
 *
 * What was known before each day on which such lines were entered is held against what was known by its end, both as of the day asked. A finding that had begun by that day is
 * cured if then, on its first day, the same is not found any more (that event on the day, that duty, that requirement; of that item), and is not as known by the day asked
 * either. It is told as it was found before. `cured_by` is the line with which it went: of several entered on that day the first, in the order of the journal, after which it
 * is gone; it may have been struck out since, if others keep the finding away. What went, came back and went again is listed once, with the last.
 * The list is in the order of the days of entering, then of first days. An audience is told of it only if it may know of the finding, before and after, and of the line.
 *
 * It costs a fold of the journal for each day with late entries, one for each line entered on a day on which something was cured (up to the last that is named), and one more.
 * ombud_case_memory_bound() counts no more of them than there can be findings at a time.
 * @param asof  its `known_by` counts: later lines cure nothing yet
 * @param out   to be freed with ombud_findings_free(); untouched on failure
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_case_cured(const ombud_case *matter, const ombud_asof *asof, ombud_findings **out, ombud_error *err);
OMBUD_API void ombud_findings_free(ombud_findings *findings);
OMBUD_API size_t ombud_findings_count(const ombud_findings *findings);
/** @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_findings_get(const ombud_findings *findings, size_t index, ombud_finding *out);
/** A finding in words. @return the full length; 0 past the last. */
OMBUD_API size_t ombud_explain_finding(const ombud_findings *findings, size_t index, ombud_lang lang, char *buffer, size_t capacity);
/** @} */

/** @name States, facts and answers
 *  @{ */
/** The state of an item such as `r1`; an empty view if it has none yet. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_state(const ombud_case *matter, const char *item, const ombud_asof *asof, ombud_view *out, ombud_error *err);
/** A fact or definition of an item. @return also #OMBUD_E_UNKNOWN_NAME */
OMBUD_API ombud_status ombud_case_fact(const ombud_case *matter, const char *item, const char *fact, const ombud_asof *asof, ombud_truth *out, ombud_error *err);

/** What an answer came to. */
typedef int32_t ombud_outcome;
enum {
    OMBUD_ANSWERED = 1,
    OMBUD_ANSWER_UNDETERMINED = 2,
    OMBUD_ANSWER_NONE = 3,      /**< No row answers. */
    OMBUD_ANSWER_CONFLICT = 4   /**< Rows of two values are both yes: an error of the law. */
};
typedef struct ombud_answer ombud_answer;
/** Asks a question of the law about an item. @return #OMBUD_E_UNKNOWN_NAME, #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_ask(const ombud_case *matter, const char *question, const char *item, const ombud_asof *asof, ombud_answer **out,
                                      ombud_error *err);
OMBUD_API void ombud_answer_free(ombud_answer *answer);
OMBUD_API ombud_outcome ombud_answer_outcome(const ombud_answer *answer);
/** The value, such as `external`; empty unless #OMBUD_ANSWERED. */
OMBUD_API ombud_view ombud_answer_value(const ombud_answer *answer);
/** Index of the provision that decided, or of the first that is undetermined. @return #OMBUD_E_NOT_FOUND if none did. */
OMBUD_API ombud_status ombud_answer_provision(const ombud_answer *answer, size_t *index);
/** What would decide an undetermined answer, as of a verdict. */
OMBUD_API size_t ombud_answer_set_count(const ombud_answer *answer);
OMBUD_API size_t ombud_answer_set_size(const ombud_answer *answer, size_t set);
OMBUD_API ombud_status ombud_answer_unmet(const ombud_answer *answer, size_t set, size_t index, ombud_unmet *out);
/** What was stated and made the row that decided so, as of a verdict; nothing where no row answers. */
OMBUD_API size_t ombud_answer_stated_count(const ombud_answer *answer);
/** @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT */
OMBUD_API ombud_status ombud_answer_stated(const ombud_answer *answer, size_t index, ombud_stated *out);
/** The answer in words. @return the full length; 0 for NULL. */
OMBUD_API size_t ombud_explain_answer(const ombud_answer *answer, ombud_lang lang, char *buffer, size_t capacity);
/** @} */

/** @name What comes next
 *  @{ */
/** One act that is open to somebody. At most `struct_size` bytes are written. */
typedef struct ombud_action {
    uint32_t struct_size;
    ombud_view event;        /**< `report.acknowledged` */
    ombud_view item_prefix;
    int64_t item_number;
    uint64_t roles;          /**< Who may bring it; 0 is anybody. */
    ombud_ruling ruling;     /**< #OMBUD_PERMITTED or #OMBUD_UNDETERMINED */
    int32_t due;             /**< 1 if it meets a duty that is open; `due_day` counts if has_due_day. */
    int32_t has_due_day;
    ombud_day due_day;
    size_t provision;        /**< Of the duty, else of the move; SIZE_MAX for structure. */
} ombud_action;
#define OMBUD_ACTION_INIT { (uint32_t)sizeof(ombud_action), { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0 }
typedef struct ombud_actions ombud_actions;
/** Every event somebody may or must bring now on the items that exist: duties first, by last day. What it would carry (`carries`) is open. @param role a role's name, NULL for all. @return also #OMBUD_E_UNKNOWN_NAME */
OMBUD_API ombud_status ombud_case_next(const ombud_case *matter, const char *role, const ombud_asof *asof, ombud_actions **out, ombud_error *err);
OMBUD_API void ombud_actions_free(ombud_actions *actions);
OMBUD_API size_t ombud_actions_count(const ombud_actions *actions);
OMBUD_API ombud_status ombud_actions_get(const ombud_actions *actions, size_t index, ombud_action *out);

/** The next day after the one asked about on which time alone changes an answer. @return #OMBUD_E_NOT_FOUND if there is none. */
OMBUD_API ombud_status ombud_case_next_change(const ombud_case *matter, const ombud_asof *asof, ombud_day *out, ombud_error *err);
/** @} */

/** @name What happened
 *  The journal as it was judged, in the order of days: what a timeline shows.
 *  @{ */
typedef int32_t ombud_step_kind;
enum {
    OMBUD_STEP_EVENT = 1,    /**< A line of the journal: an event, a statement of facts, a link. */
    OMBUD_STEP_DUE = 2,      /**< The last day of a term. */
    OMBUD_STEP_THEN = 3      /**< An event that the end of a term brought about. */
};
/** One step. At most `struct_size` bytes are written. */
typedef struct ombud_step {
    uint32_t struct_size;
    ombud_step_kind kind;
    ombud_day on;
    ombud_day entered;       /**< Events: when it was written down. */
    size_t position;         /**< Events: line of the journal, from 1; else 0. For an audience as in ombud_finding. */
    ombud_view name;         /**< `report.received`, `fact`, `link`; or the term. */
    ombud_view item_prefix;
    int64_t item_number;
    int64_t by;
    ombud_ruling ruling;     /**< Events: how it was judged when it happened; 0 for facts and links. */
    size_t provision;        /**< SIZE_MAX if none. */
    ombud_view state;        /**< State afterwards, or empty. */
    size_t term;             /**< #OMBUD_STEP_DUE: index among ombud_case_terms() of the same question; else SIZE_MAX. */
    ombud_view role;         /**< The one role in which `by` acted, where the line says it (`as=`); else empty. */
} ombud_step;
#define OMBUD_STEP_INIT { (uint32_t)sizeof(ombud_step), 0, 0, 0, 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, { 0, 0 }, 0, { 0, 0 } }
typedef struct ombud_timeline ombud_timeline;
/** The steps up to the end of a day. @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_timeline(const ombud_case *matter, const ombud_asof *asof, ombud_timeline **out, ombud_error *err);
OMBUD_API void ombud_timeline_free(ombud_timeline *timeline);
OMBUD_API size_t ombud_timeline_count(const ombud_timeline *timeline);
OMBUD_API ombud_status ombud_timeline_get(const ombud_timeline *timeline, size_t index, ombud_step *out);
/**
 * A step in words, without its day: an event and how it was judged; the facts that a line states, or the link that it ties, with who says so and, if it was entered on
 * another day, when; a term. The audience is that of the timeline. @return the full length; 0 past the last.
 */
OMBUD_API size_t ombud_explain_step(const ombud_timeline *timeline, size_t index, ombud_lang lang, char *buffer, size_t capacity);
/** @} */

/**
 * Writes a line of the journal as ombud_case_entry_text() does, without what the audience of the question may not know.
 * The position counts the lines of which it may know something.
 * @return as ombud_case_entry_text(); #OMBUD_E_RANGE, #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_case_entry_text_for(const ombud_case *matter, const ombud_asof *asof, size_t position, char *buffer, size_t capacity, size_t *needed);

/** @name Changes of one event
 *  @{ */
OMBUD_API void ombud_changes_free(ombud_changes *changes);
/** How the event was judged. */
OMBUD_API ombud_ruling ombud_changes_ruling(const ombud_changes *changes);
/** The items whose state changed, the terms that opened or ended, the findings that arose: borrowed lists with their own accessors. */
OMBUD_API size_t ombud_changes_state_count(const ombud_changes *changes);
OMBUD_API ombud_status ombud_changes_state(const ombud_changes *changes, size_t index, ombud_view *item_prefix, int64_t *item_number, ombud_view *before,
                                           ombud_view *after);
OMBUD_API const ombud_terms *ombud_changes_terms(const ombud_changes *changes);
OMBUD_API const ombud_findings *ombud_changes_findings(const ombud_changes *changes);
/** @} */

/** What an answer rests on: to be stored with it. At most `struct_size` bytes are written. */
typedef struct ombud_receipt {
    uint32_t struct_size;
    uint32_t library_version;   /**< ombud_version_number() */
    ombud_view law;
    ombud_view source;
    uint64_t law_digest;
    uint64_t settings_digest;
    ombud_day as_of;
    int32_t has_known_by;
    ombud_day known_by;
    int32_t verified;           /**< 1 if the wording was verified up to the day asked about. */
    size_t events;              /**< Lines of the journal that counted. */
} ombud_receipt;
#define OMBUD_RECEIPT_INIT { (uint32_t)sizeof(ombud_receipt), 0, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0 }
/** @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_case_receipt(const ombud_case *matter, const ombud_asof *asof, ombud_receipt *out);

#ifdef __cplusplus
}
#endif

#endif
