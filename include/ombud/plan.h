/**
 * @file plan.h
 * @brief A plan of measures and what a report prints of it: loading its tables, counting, comparing (docs/plan.md).
 *
 * A plan is loaded from tables in tab-separated text. What a report *prints* (its tables, totals and figures) is loaded
 * beside what its text *names* (contributions, actions, meetings), so that both can be compared. Nothing printed is ever
 * repaired: what does not agree is reported.
 */
#ifndef OMBUD_PLAN_H
#define OMBUD_PLAN_H

#include "date.h"

#ifdef __cplusplus
extern "C" {
#endif

/** @name Limits
 *  @{ */
#define OMBUD_PLAN_TEXT_MAX ((size_t)16 * 1024 * 1024) /**< Largest table, in bytes. */
#define OMBUD_PLAN_ROWS_MAX ((size_t)10000)            /**< Most rows of a table. */
#define OMBUD_PLAN_LISTS_MAX ((size_t)100000)          /**< Most parts of all lists of a table together. */
#define OMBUD_PLAN_CATEGORIES_MAX ((size_t)100)        /**< Most kinds of actors. */
#define OMBUD_PLAN_THEMES_MAX ((size_t)50)             /**< Most themes. */
#define OMBUD_PLAN_COLUMNS_MAX ((size_t)100)           /**< Most printed columns. */
#define OMBUD_PLAN_DUTIES_MAX ((size_t)100)            /**< Most duties. */
#define OMBUD_PLAN_MEETINGS_MAX ((size_t)2000)         /**< Most meetings. */
/** @} */

/** A table of a plan. A table may refer only to tables that stand before it here, and to earlier rows of its own. */
typedef int32_t ombud_plan_table;
enum {
    OMBUD_PLAN_CATEGORIES = 1,    /**< Kinds of actors. */
    OMBUD_PLAN_THEMES = 2,
    OMBUD_PLAN_MEASURES = 3,      /**< Each of one theme. */
    OMBUD_PLAN_ACTORS = 4,        /**< With the other names they bear. */
    OMBUD_PLAN_CONTRIBUTIONS = 5, /**< What an actor does for measures, or for themes only; a project is one. */
    OMBUD_PLAN_RESOLUTIONS = 6,   /**< Texts of a parliament that make demands. */
    OMBUD_PLAN_DEMANDS = 7,
    OMBUD_PLAN_ACTIONS = 8,       /**< Answers to demands. */
    OMBUD_PLAN_DUTIES = 9,        /**< What recurs: a body that meets, a report. */
    OMBUD_PLAN_MEETINGS = 10,     /**< One day on which a duty was done. */
    OMBUD_PLAN_COLUMNS = 11,      /**< Columns of the report's tables, and how each is counted. */
    OMBUD_PLAN_PRINTED = 12,      /**< Their cells as printed. */
    OMBUD_PLAN_FIGURES = 13       /**< Figures of the running text that can be computed from others. */
};

/** A plan. Being loaded, it belongs to one thread; once loaded it may be shared as `const`. */
typedef struct ombud_plan ombud_plan;

/** Makes a plan without tables. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM */
OMBUD_API ombud_status ombud_plan_new(const ombud_alloc *alloc, ombud_plan **out, ombud_error *err);
/** Frees a plan. NULL is a no-op. */
OMBUD_API void ombud_plan_free(ombud_plan *plan);

/**
 * Loads one table. On failure the plan is as it was.
 * @param table   which; each is loaded once, after those it refers to
 * @param text    UTF-8: a line of column names, then one row a line, fields separated by one tab; a line that begins with
 *                `#` is a comment; copied
 * @param length  in bytes, at most #OMBUD_PLAN_TEXT_MAX
 * @return #OMBUD_E_ARGUMENT for NULL or no such table; #OMBUD_E_STATE for a table that was loaded, refers to one that was
 * not, or is spoken of by one that was; #OMBUD_E_UTF8; #OMBUD_E_SYNTAX for a line cut short, a wrong number of fields or a field of another form;
 * #OMBUD_E_DATE; #OMBUD_E_PERIOD; #OMBUD_E_UNKNOWN_NAME for a column, a choice or a row that is not there;
 * #OMBUD_E_DUPLICATE; #OMBUD_E_CONFLICT for a row that says two things; #OMBUD_E_LIMIT; #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_plan_load(ombud_plan *plan, ombud_plan_table table, const char *text, size_t length, ombud_error *err);

/** The stable name of a table, such as `contributions`; `?` for a value that is none. Allocates nothing. */
OMBUD_API const char *ombud_plan_table_name(ombud_plan_table table);
/** Rows of a table; 0 if it was not loaded. Allocates nothing. */
OMBUD_API size_t ombud_plan_rows(const ombud_plan *plan, ombud_plan_table table);
/**
 * A row by its id, an actor also by another name it bears. Allocates nothing.
 * @param id  NUL-terminated
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOT_FOUND
 */
OMBUD_API ombud_status ombud_plan_find(const ombud_plan *plan, ombud_plan_table table, const char *id, size_t *out);
/** A field as written, by the name of its column; empty if there is none. Allocates nothing. */
OMBUD_API ombud_view ombud_plan_field(const ombud_plan *plan, ombud_plan_table table, size_t row, const char *column);
/** A row's label in a language, else in English, else its id. Allocates nothing. */
OMBUD_API ombud_view ombud_plan_label(const ombud_plan *plan, ombud_plan_table table, size_t row, ombud_lang lang);

/** What is counted. */
typedef int32_t ombud_plan_counts;
enum {
    OMBUD_PLAN_COUNTS_MEASURES = 1,      /**< Different measures that contributions name. */
    OMBUD_PLAN_COUNTS_CONTRIBUTIONS = 2, /**< Contributions, as the projects of a call. */
    OMBUD_PLAN_COUNTS_ACTORS = 3,        /**< Different actors with contributions. */
    OMBUD_PLAN_COUNTS_LINKED = 4,        /**< Different measures in the lists of resolutions. */
    OMBUD_PLAN_COUNTS_ACTED = 5          /**< Different measures that actions name. */
};

/** How many measures a contribution counts for that names a theme and no measure. */
typedef int32_t ombud_plan_rule;
enum {
    OMBUD_PLAN_RULE_NONE = 0, /**< None. */
    OMBUD_PLAN_RULE_ONE = 1,  /**< Its theme has at least one. */
    OMBUD_PLAN_RULE_ALL = 2   /**< All of its theme. */
};

/** What to count. Every `has_` of 0 leaves that out. */
typedef struct ombud_plan_question {
    uint32_t struct_size;
    ombud_plan_counts counts;
    ombud_plan_rule rule;     /**< For #OMBUD_PLAN_COUNTS_MEASURES. */
    int32_t from_year;        /**< First and last year, of contributions and actions; 0 is any, also without a year. */
    int32_t to_year;
    int32_t has_theme;
    size_t theme;
    int32_t has_category;
    int32_t has_measure;
    size_t category;          /**< Of contributions and actions. */
    size_t measure;
} ombud_plan_question;
#define OMBUD_PLAN_QUESTION_INIT { (uint32_t)sizeof(ombud_plan_question), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }

/** Counts. Allocates nothing. @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNSUPPORTED, #OMBUD_E_NOT_FOUND for a row that is not there */
OMBUD_API ombud_status ombud_plan_count(const ombud_plan *plan, const ombud_plan_question *question, int64_t *out, ombud_error *err);

/** How a printed cell stands to what is counted. */
typedef int32_t ombud_plan_verdict;
enum {
    OMBUD_PLAN_NOT_PRINTED = 0, /**< There is no such cell. */
    OMBUD_PLAN_NOT_COUNTED = 1, /**< The column says no year, so that nothing can be counted. */
    OMBUD_PLAN_EQUAL = 2,       /**< The named links give it. */
    OMBUD_PLAN_BY_RULE = 3,     /**< It is given if theme-only links count as one or as all measures. */
    OMBUD_PLAN_BELOW = 4,       /**< Fewer are named than printed; the text does not claim to name all. */
    OMBUD_PLAN_CONTRADICTS = 5  /**< More are named than printed, or another number where the text names all. */
};
/** Stable ASCII name of a verdict, such as `by_rule`; `?` for a value that is none. */
OMBUD_API const char *ombud_plan_verdict_name(ombud_plan_verdict verdict);

/** A cell as printed beside what is counted. At most `struct_size` bytes are written. */
typedef struct ombud_plan_cell {
    uint32_t struct_size;
    ombud_plan_verdict verdict;
    int32_t has_printed;
    int32_t has_of;
    int64_t printed;
    int64_t of;         /**< The printed denominator. */
    int64_t measures;   /**< Measures of the theme, or of all. */
    int64_t counted[3]; /**< By each #ombud_plan_rule. */
} ombud_plan_cell;
#define OMBUD_PLAN_CELL_INIT { (uint32_t)sizeof(ombud_plan_cell), 0, 0, 0, 0, 0, 0, { 0, 0, 0 } }

/**
 * A cell of a printed column. Allocates nothing.
 * @param theme  a row of the themes; their number: the column's total
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOT_FOUND for a column or theme that is not there
 */
OMBUD_API ombud_status ombud_plan_compare(const ombud_plan *plan, size_t column, size_t theme, ombud_plan_cell *out, ombud_error *err);

/** What a finding is about. */
typedef int32_t ombud_plan_fault;
enum {
    OMBUD_PLAN_FAULT_SUM = 1,         /**< PRINTED: a total is not the sum of its column. */
    OMBUD_PLAN_FAULT_OF = 2,          /**< PRINTED: a denominator is not the number of measures. */
    OMBUD_PLAN_FAULT_ANNOUNCED = 3,   /**< THEMES, RESOLUTIONS: another number of measures or demands is announced. */
    OMBUD_PLAN_FAULT_CELL = 4,        /**< PRINTED: a cell contradicts the links. */
    OMBUD_PLAN_FAULT_COLUMN = 5,      /**< COLUMNS: no rule of counting gives the column; `printed` cells, `computed` of them given. */
    OMBUD_PLAN_FAULT_CLOSED = 6,      /**< PRINTED, CONTRIBUTIONS: something in a theme that is closed to the category. */
    OMBUD_PLAN_FAULT_TEXT = 7,        /**< MEASURES: the printed text is that of `other`, by mistake. */
    OMBUD_PLAN_FAULT_REPEATED = 8,    /**< MEASURES: the printed text is also that of `other`. */
    OMBUD_PLAN_FAULT_NO_RESPONSE = 9, /**< DEMANDS: no response is printed. */
    OMBUD_PLAN_FAULT_NO_NUMBER = 10,  /**< DEMANDS: printed without a number. */
    OMBUD_PLAN_FAULT_UNLISTED = 11,   /**< ACTIONS: names the measure `other`, which its resolution does not list. */
    OMBUD_PLAN_FAULT_NO_ACTION = 12,  /**< RESOLUTIONS: lists the measure `other`, which no action names. */
    OMBUD_PLAN_FAULT_EARLY = 13,      /**< MEETINGS: before what met was created. */
    OMBUD_PLAN_FAULT_INTERVAL = 14,   /**< MEETINGS: `computed` days after the one before, `printed` at most. */
    OMBUD_PLAN_FAULT_NO_MEETING = 15, /**< DUTIES: none dated in the period that begins on day `printed` and ends on `computed`. */
    OMBUD_PLAN_FAULT_MEETINGS = 16,   /**< DUTIES: another number of meetings is dated than announced. */
    OMBUD_PLAN_FAULT_FIGURE = 17,     /**< FIGURES: computed otherwise; quotients and growth in hundredths. */
    OMBUD_PLAN_FAULT_TOTAL = 18       /**< PRINTED: a total is not what is counted. */
};
/** Stable ASCII name of a fault, such as `no_response`; `?` for a value that is none. */
OMBUD_API const char *ombud_plan_fault_name(ombud_plan_fault fault);

/** A finding. At most `struct_size` bytes are written. */
typedef struct ombud_plan_finding {
    uint32_t struct_size;
    ombud_plan_fault fault;
    ombud_plan_table table;  /**< Where it stands. */
    ombud_plan_table others; /**< Table of `other`; 0: there is none. */
    size_t row;
    size_t other;
    int64_t printed;
    int64_t computed;
} ombud_plan_finding;
#define OMBUD_PLAN_FINDING_INIT { (uint32_t)sizeof(ombud_plan_finding), 0, 0, 0, 0, 0, 0, 0 }

typedef struct ombud_plan_findings ombud_plan_findings;
/** Everything in the plan that does not agree, in the order of the faults, then of rows. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOMEM, #OMBUD_E_LIMIT for over 100000 */
OMBUD_API ombud_status ombud_plan_check(const ombud_plan *plan, ombud_plan_findings **out, ombud_error *err);
/** Frees findings. NULL is a no-op. */
OMBUD_API void ombud_plan_findings_free(ombud_plan_findings *findings);
/** How many; 0 for NULL. */
OMBUD_API size_t ombud_plan_findings_count(const ombud_plan_findings *findings);
/** One of them. Allocates nothing. @return #OMBUD_E_ARGUMENT, #OMBUD_E_NOT_FOUND */
OMBUD_API ombud_status ombud_plan_findings_get(const ombud_plan_findings *findings, size_t index, ombud_plan_finding *out);

#ifdef __cplusplus
}
#endif

#endif
