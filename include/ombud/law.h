/**
 * @file law.h
 * @brief Laws: reading a `.law` text, the built-in laws, and everything a law declares.
 *
 * A law is immutable once read and may be shared between threads. Lists are enumerated by index from 0; an index holds
 * only for the law it came from and is never stored: what is stored are names.
 */
#ifndef OMBUD_LAW_H
#define OMBUD_LAW_H

#include "date.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A law: a text with its tables and its force. */
typedef struct ombud_law ombud_law;

/** How binding a law is; under a proposal, plan or policy a verdict reads conforms or departs. */
typedef int32_t ombud_force;
enum { OMBUD_FORCE_UNSPECIFIED = 0, OMBUD_FORCE_LAW = 1, OMBUD_FORCE_PROPOSAL = 2, OMBUD_FORCE_PLAN = 3, OMBUD_FORCE_POLICY = 4 };

/** Largest `.law` text, in bytes. */
#define OMBUD_LAW_TEXT_MAX ((size_t)8 * 1024 * 1024)
/** Longest line of any text the library reads, in bytes. */
#define OMBUD_LINE_MAX ((size_t)64 * 1024)
/** Most letters of the prefix of a kind of item: what stands before the number in `r1`. */
#define OMBUD_PREFIX_MAX ((size_t)24)
/** Most rows of one sort in a law, conditions, and names of one sort. */
#define OMBUD_LAW_ROWS_MAX ((size_t)16000)
/** Most roles of a law. */
#define OMBUD_LAW_ROLES_MAX ((size_t)64)
/** Most states of one kind of item. */
#define OMBUD_KIND_STATES_MAX ((size_t)127)
/** Most terms, duties among them, of one kind of item. */
#define OMBUD_KIND_TERMS_MAX ((size_t)32)
/** Most facts that one kind of item remembers, choices among them. */
#define OMBUD_KIND_FACTS_MAX ((size_t)256)
/** Most days that one kind of item remembers. */
#define OMBUD_KIND_DAYS_MAX ((size_t)32)
/** How deep the parentheses of a condition may nest. */
#define OMBUD_CONDITION_DEPTH_MAX ((size_t)32)

/**
 * Reads and compiles a law (docs/law-language.md).
 * @param text   UTF-8; need not outlive the call
 * @param alloc  for the law and all that is made from it unless said otherwise; NULL for libc's
 * @param out    the law; free it with ombud_law_free()
 * @param err    place and reason; may be NULL
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM, #OMBUD_E_LIMIT, #OMBUD_E_UTF8, #OMBUD_E_SYNTAX, #OMBUD_E_UNKNOWN_NAME,
 *         #OMBUD_E_DUPLICATE, #OMBUD_E_CONFLICT, #OMBUD_E_DATE, #OMBUD_E_PERIOD
 */
OMBUD_API ombud_status ombud_law_parse(const char *text, size_t length, const ombud_alloc *alloc, ombud_law **out, ombud_error *err);

/** How many laws are built in. */
OMBUD_API size_t ombud_law_builtin_count(void);

/** Name of a built-in law, such as `bxl2019`; NULL past the last. */
OMBUD_API const char *ombud_law_builtin_name(size_t index);

/** The `.law` text of a built-in law. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_law_builtin_text(const char *name, ombud_view *out);

/** Reads a built-in law. @return #OMBUD_E_NOT_FOUND for an unknown name, else as ombud_law_parse(). */
OMBUD_API ombud_status ombud_law_builtin(const char *name, const ombud_alloc *alloc, ombud_law **out, ombud_error *err);

/** Frees a law; no case, settings or view made from it may be used any more. NULL is a no-op. */
OMBUD_API void ombud_law_free(ombud_law *law);

/** @name About a law
 *  An empty view, 0 or #OMBUD_E_NOT_FOUND where the text does not say. Allocate nothing.
 *  @{ */
OMBUD_API ombud_view ombud_law_name(const ombud_law *law);
OMBUD_API ombud_view ombud_law_title(const ombud_law *law, ombud_lang lang);
OMBUD_API ombud_view ombud_law_source(const ombud_law *law);
OMBUD_API ombud_view ombud_law_text(const ombud_law *law);
OMBUD_API ombud_force ombud_law_force(const ombud_law *law);
/** Day to which the wording was verified; later answers say that they are not. */
OMBUD_API ombud_status ombud_law_verified(const ombud_law *law, ombud_day *out);
/** A checksum of the text (64-bit FNV-1a), to tell revisions apart. It is no signature. */
OMBUD_API uint64_t ombud_law_digest(const ombud_law *law);
/** @} */

/** Longest text of a host's language, in bytes. */
#define OMBUD_TRANSLATION_MAX ((size_t)4096)
/** Longest tag of a language. */
#define OMBUD_LANGUAGE_TAG_MAX ((size_t)35)

/**
 * Gives a text in the host's language by setting `*out`, which comes in empty and left so leaves the text English. It is copied before the function is called
 * again. A `#` in a text of the library's own stands for what is put in: an answer with more or fewer of them is passed over, and the text stays English.
 * Return 0; any other number stops with #OMBUD_E_CALLBACK.
 */
typedef int (*ombud_translator)(void *user, ombud_view english, ombud_view *out);

/**
 * Gives a law a further language, #OMBUD_LANG_OTHER: asks for each text that the law has (title, labels, questions, glosses, reasons), and for each that sentences
 * about it are made of (docs/languages.md). From then on whatever takes a language says so all that it says of this law and its cases. Called again, the new texts
 * take the place of the old, which stay readable as long as the law.
 *
 * The function is called within this call alone, by the thread that calls; it must not use the law. No other thread may use the law, or what was made from it,
 * meanwhile: call it when the law was read, before it is shared.
 * @param tag   of the language, such as `de`, for pictures (RFC 5646)
 * @param ask   the same text may be asked for several times
 * @param user  handed to `ask`
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_SYNTAX (the tag), #OMBUD_E_UTF8, #OMBUD_E_LIMIT, #OMBUD_E_CALLBACK, #OMBUD_E_NOMEM; then the law is as it was
 */
OMBUD_API ombud_status ombud_law_translate(ombud_law *law, const char *tag, ombud_translator ask, void *user, ombud_error *err);

/** The sorts of words a law declares. */
typedef int32_t ombud_word_kind;
enum {
    OMBUD_WORD_ROLE = 1,
    OMBUD_WORD_ITEM = 2,
    OMBUD_WORD_STATE = 3,
    OMBUD_WORD_EVENT = 4,
    OMBUD_WORD_ARGUMENT = 5,
    OMBUD_WORD_CHOICE = 6,
    OMBUD_WORD_FACT = 7,        /**< Facts that somebody states. */
    OMBUD_WORD_DEFINITION = 8,  /**< Facts that rows of the law define. */
    OMBUD_WORD_LINK = 9,
    OMBUD_WORD_TERM = 10,
    OMBUD_WORD_QUESTION = 11,   /**< What ombud_case_ask() can be asked. */
    OMBUD_WORD_VALUE = 12,      /**< A value of an answer. */
    OMBUD_WORD_LENGTH = 13,     /**< A period that the law leaves to the host. */
    OMBUD_WORD_SCOPE = 14,      /**< A part of the law's field, chosen in the settings. */
    OMBUD_WORD_REQUIREMENT = 15, /**< What must hold as long as a state lasts. */
    OMBUD_WORD_SINCE = 16       /**< A day that the settings hold, since when provisions are in force; its label is its name. */
};

/** What an argument carries. */
typedef int32_t ombud_argument_type;
enum { OMBUD_ARGUMENT_NONE = 0, OMBUD_ARGUMENT_ITEM = 1, OMBUD_ARGUMENT_CHOICE = 2, OMBUD_ARGUMENT_DAY = 3, OMBUD_ARGUMENT_PERIOD = 4 };

/** One word of a law. Filled by ombud_law_word(); at most `struct_size` bytes are written. */
typedef struct ombud_word {
    uint32_t struct_size;
    ombud_word_kind kind;
    ombud_view name;         /**< Stable ASCII name, qualified where it belongs to an item: `report.received`. */
    ombud_view label;        /**< In the language asked for; the name with spaces where there is none. */
    ombud_view question;     /**< Facts: the question to put to a person, or empty. */
    ombud_view owner;        /**< Item of a state, event, fact, term; event-carrying item of an argument; argument of a choice; prefix of an item; first provision that a day in force is of. */
    uint64_t roles;          /**< Events: who may bring it; facts: who states it. Bit n is role n; 0 is anybody. */
    int32_t silence_no;      /**< Facts: 1 if unrecorded means no. */
    int32_t duty;            /**< Terms: 1 if it has a bearer. */
    ombud_argument_type argument; /**< Arguments. */
    int32_t leads_to;        /**< Arguments that carry an item, and links: the index of its kind among #OMBUD_WORD_ITEM, plus 1; else 0. */
} ombud_word;
#define OMBUD_WORD_INIT { (uint32_t)sizeof(ombud_word), 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0 }

/** How many words of a sort there are; 0 for NULL or an unknown sort. */
OMBUD_API size_t ombud_law_word_count(const ombud_law *law, ombud_word_kind kind);

/** One word. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_law_word(const ombud_law *law, ombud_word_kind kind, size_t index, ombud_lang lang, ombud_word *out);

/**
 * The index of a word by its name, as ombud_law_word() tells it (`report.received` for what belongs to an item), or by a name that it had before. Of several choices
 * of one name it is the first.
 * @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT. Allocates nothing.
 */
OMBUD_API ombud_status ombud_law_find_word(const ombud_law *law, ombud_word_kind kind, const char *name, size_t length, size_t *index);

/**
 * The names that a word had before (`renamed` in docs/law-language.md), without its item, separated by commas, in the order in which it had them; empty if it had none. They
 * are understood wherever a name is given, and never told elsewhere.
 * @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing.
 */
OMBUD_API ombud_status ombud_law_word_former(const ombud_law *law, ombud_word_kind kind, size_t index, ombud_view *out);

/** Which arguments an event carries. @return #OMBUD_E_NOT_FOUND if there is no such event or not so many arguments. */
OMBUD_API ombud_status ombud_law_event_argument(const ombud_law *law, const char *event, size_t index, ombud_lang lang, ombud_word *out);

/** How the library treats a provision. */
typedef int32_t ombud_treatment;
enum {
    OMBUD_TREATMENT_UNSPECIFIED = 0,
    OMBUD_TREATMENT_EXECUTED = 1, /**< Rows of the law execute it. */
    OMBUD_TREATMENT_RECORDED = 2, /**< What happens under it is recorded; nothing is decided. */
    OMBUD_TREATMENT_OUTSIDE = 3   /**< Outside the library, with the reason. */
};

/** Whether a provision's wording counts on a day. */
typedef int32_t ombud_wording;
enum {
    OMBUD_WORDING_HELD = 0,
    OMBUD_WORDING_NOT_HELD = 1,   /**< It may have been in force, but its wording is not held. */
    OMBUD_WORDING_NOT_YET = 2,    /**< Not yet in force. */
    OMBUD_WORDING_ENDED = 3       /**< No longer in force. */
};

/** One provision: the unit that is cited. At most `struct_size` bytes are written. */
typedef struct ombud_provision {
    uint32_t struct_size;
    ombud_view id;           /**< Without the name of the law, such as `15.4.a4.1`. */
    ombud_view citation;     /**< As printed, such as Art. 15, § 4, al. 4, 1°. */
    ombud_view anchor;       /**< A few words by which it is found in the source. */
    ombud_view gloss;        /**< Our own sentence, in the language asked for. */
    ombud_view modality;     /**< duty, power, deadline, prohibition … */
    ombud_view why;          /**< For recorded and outside: the reason. */
    ombud_treatment treatment;
    int32_t has_from;        /**< 1 if `from` says since when it is in force; 0: no such day is known. */
    ombud_day from;
    int32_t has_held;        /**< 1 if its wording is held only from `held`. */
    ombud_day held;
    int32_t has_until;       /**< 1 if it ended; `until` is its last day. */
    ombud_day until;
    uint32_t line;           /**< In the `.law` text. */
    int32_t reserved;        /**< 0. */
} ombud_provision;
#define OMBUD_PROVISION_INIT { (uint32_t)sizeof(ombud_provision), { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

OMBUD_API size_t ombud_law_provision_count(const ombud_law *law);
/** One provision. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. Allocates nothing. */
OMBUD_API ombud_status ombud_law_provision(const ombud_law *law, size_t index, ombud_lang lang, ombud_provision *out);
/** The index of a provision by its id. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_law_find_provision(const ombud_law *law, const char *id, size_t length, size_t *index);
/** Whether the wording of a provision counts on a day. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_RANGE, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_law_wording(const ombud_law *law, size_t index, ombud_day on, ombud_wording *out);

/** The kinds of rows. */
typedef int32_t ombud_row_kind;
enum {
    OMBUD_ROW_DEFINITION = 1, OMBUD_ROW_MOVE = 2, OMBUD_ROW_GUARD = 3, OMBUD_ROW_TERM = 4, OMBUD_ROW_ANSWER = 5, OMBUD_ROW_REQUIREMENT = 6, OMBUD_ROW_EXCLUSION = 7, OMBUD_ROW_WITHHOLDING = 8,
    OMBUD_ROW_FIGURE = 9
};

/** One row of a law. At most `struct_size` bytes are written. */
typedef struct ombud_row {
    uint32_t struct_size;
    ombud_row_kind kind;
    size_t provision;        /**< Index of the provision it rests on; SIZE_MAX if it rests on structure. */
    ombud_view text;         /**< As printed in the `.law` text. */
    ombud_view reading;      /**< `Q-02 receipt`, or empty. */
    uint32_t line;
    int32_t reserved;        /**< 0. */
} ombud_row;
#define OMBUD_ROW_INIT { (uint32_t)sizeof(ombud_row), 0, 0, { 0, 0 }, { 0, 0 }, 0, 0 }

OMBUD_API size_t ombud_law_row_count(const ombud_law *law);
/** One row, in the order of the text. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_law_row(const ombud_law *law, size_t index, ombud_row *out);

/** What an open question of the text, or a part of it, became. */
typedef int32_t ombud_part;
enum { OMBUD_PART_READING = 1, OMBUD_PART_LENGTH = 2, OMBUD_PART_FACT = 3, OMBUD_PART_FIXED = 4 };

/** One open question of the text. At most `struct_size` bytes are written. */
typedef struct ombud_reading {
    uint32_t struct_size;
    ombud_view name;         /**< `Q-02` or `Q-13.1` */
    ombud_view question;     /**< In the language asked for; for a fixed answer the question and its answer. */
    ombud_part part;
    ombud_view detail;       /**< The host length or the fact that decides; empty for others. */
    size_t alternatives;     /**< How many alternatives a reading has. */
} ombud_reading;
#define OMBUD_READING_INIT { (uint32_t)sizeof(ombud_reading), { 0, 0 }, { 0, 0 }, 0, { 0, 0 }, 0 }

OMBUD_API size_t ombud_law_reading_count(const ombud_law *law);
/** One open question. @return #OMBUD_E_NOT_FOUND past the last, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_law_reading(const ombud_law *law, size_t index, ombud_lang lang, ombud_reading *out);

/** One alternative of a reading. At most `struct_size` bytes are written. */
typedef struct ombud_alternative {
    uint32_t struct_size;
    ombud_view name;
    ombud_view label;
    int32_t chosen;          /**< 1 by default chosen, 2 open, 0 dropped. */
    int32_t reserved;        /**< 0. */
} ombud_alternative;
#define OMBUD_ALTERNATIVE_INIT { (uint32_t)sizeof(ombud_alternative), { 0, 0 }, { 0, 0 }, 0, 0 }

/** One alternative of a reading. @return #OMBUD_E_NOT_FOUND, #OMBUD_E_ARGUMENT. */
OMBUD_API ombud_status ombud_law_alternative(const ombud_law *law, size_t reading, size_t index, ombud_lang lang, ombud_alternative *out);

#ifdef __cplusplus
}
#endif

#endif
