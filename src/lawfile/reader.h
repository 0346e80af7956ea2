/*
 * What the readers of statements share: the law that is being made, the place in the text, and steps over its tokens.
 *
 * A text is read in passes, so that a name may be used above the line that declares it. Each statement word has one
 * function a pass; a function gets the line of its statement, and the reader's cursor stands behind the statement's
 * word.
 */
#ifndef OMBUD__READER_H
#define OMBUD__READER_H

#include "kernel/error.h"
#include "kernel/names.h"
#include "kernel/table.h"
#include "lines.h"

typedef struct ombud__reader {
    ombud_law *law;
    ombud_error *err;
    ombud__pool scratch; /* what is not needed once the law is read */
    ombud__lines lines;
    ombud__names names;
    ombud__cursor cursor;
    ombud__token now; /* the next token, not yet taken */
    uint32_t end;     /* offset behind the last token taken */
    uint32_t cond_depth;
    ombud__id provision;        /* of the rows being read; NONE under `structure` */
    struct ombud__label *label; /* `label` lines, until the words they belong to are all known */
    size_t label_count, label_capacity;
    uint8_t has_name, has_force, has_title, has_source;
} ombud__reader;

/* ---- statements -------------------------------------------------------------------------------------------------- */

/* Reads line `line`; `word` was taken, but for statements that begin with a name. */
typedef ombud_status ombud__read(ombud__reader *r, size_t line);
typedef struct ombud__statement {
    const char *word;
    ombud__read *read;
} ombud__statement;

/* The statement of a table that ends with NULL whose word stands at the cursor, or NULL. */
const ombud__statement *ombud__statement_here(const ombud__reader *r, const ombud__statement *table);
/* The word at the cursor begins no statement of the table, of entries as ombud__nearest_word() takes them, up to NULL.
 * OMBUD_E_SYNTAX with the nearest word. */
ombud_status ombud__no_statement(ombud__reader *r, const void *table, size_t size, const char *message,
                                 const char *remedy);
/* Sets the cursor on the tokens from line `from` up to line `to`. */
void ombud__aim(ombud__reader *r, size_t from, size_t to);
/* The first line below `line` that begins a statement of its own; before it stand continuations of the head. */
size_t ombud__first_below(ombud__reader *r, size_t line, int (*continues)(const ombud__reader *r));
/* Whether a label stands at the cursor: a language, then a text. */
int ombud__is_label(const ombud__reader *r);

/* ---- failures ---------------------------------------------------------------------------------------------------- */

/* At the token that comes next. */
ombud_status ombud__wrong(ombud__reader *r, ombud_status code, const char *message, const char *remedy);
/* At a token. */
ombud_status ombud__wrong_at(ombud__reader *r, const ombud__token *token, ombud_status code, const char *message,
                             const char *remedy);
/* An unknown name at a token, with the nearest of those known there. OMBUD_E_UNKNOWN_NAME. */
ombud_status ombud__unknown(ombud__reader *r, const ombud__token *token, uint8_t sort, ombud__id owner, ombud_view name,
                            const char *message, const char *remedy);
ombud_status ombud__no_memory(ombud__reader *r);

/* Ends a function with the status of a failed step. */
#define OMBUD__TRY(step)                                                                                               \
    do {                                                                                                               \
        ombud_status step_status = (step);                                                                             \
        if (step_status != OMBUD_OK) {                                                                                 \
            return step_status;                                                                                        \
        }                                                                                                              \
    } while (0)

/* ---- tables ------------------------------------------------------------------------------------------------------ */

/* Room for one more; OMBUD_E_LIMIT or OMBUD_E_NOMEM. A pointer into a table holds until the next push into the same
 * one. */
ombud_status ombud__room(ombud__reader *r, void **array, size_t *count, size_t *capacity, size_t element);
#define OMBUD__PUSH(r, table)                                                                                          \
    do {                                                                                                               \
        void *push_array = (r)->law->table;                                                                            \
        ombud_status push_status = ombud__room((r), &push_array, &(r)->law->table##_count,                             \
                                               &(r)->law->table##_capacity, sizeof *(r)->law->table);                  \
        (r)->law->table = push_array;                                                                                  \
        if (push_status != OMBUD_OK) {                                                                                 \
            return push_status;                                                                                        \
        }                                                                                                              \
    } while (0)
#define OMBUD__LAST(r, table) (&(r)->law->table[(r)->law->table##_count - 1])
#define OMBUD__LAST_ID(r, table) ((ombud__id)((r)->law->table##_count - 1))

/* Makes a name known; OMBUD_E_DUPLICATE with `message` if it is known already. */
ombud_status ombud__declare(ombud__reader *r, uint8_t sort, ombud__id owner, const ombud__token *token, ombud_view name,
                            ombud__id id, const char *message);
/* The same for what a condition can read; `is` is OMBUD__IS_*. */
ombud_status ombud__declare_readable(ombud__reader *r, ombud__id kind, const ombud__token *token, ombud_view name,
                                     uint8_t is, ombud__id id);
/* A word whose name is a copy; with `owner` the full name is `owner` and the name with a dot between. */
ombud_status ombud__make_word(ombud__reader *r, ombud_view owner, ombud_view name, ombud__word *word);
/* Three texts as one. */
ombud_status ombud__join(ombud__reader *r, ombud__pool *pool, const ombud_view parts[3], ombud_view *out);
/* The fact that the latest event that takes an argument carried it; made when it is first read (item.c). */
ombud_status ombud__carried_fact(ombud__reader *r, ombud__id arg, ombud__id *fact);

/* ---- steps over tokens ------------------------------------------------------------------------------------------- */

/* Whether a word or mark comes next. */
int ombud__at(const ombud__reader *r, const char *word);
/* The token after the next. */
ombud__token ombud__second(const ombud__reader *r);
int ombud__token_is(const ombud__token *token, const char *word);
void ombud__step(ombud__reader *r);
/* Takes a word or mark if it comes next. */
int ombud__take(ombud__reader *r, const char *word);
ombud_status ombud__expect(ombud__reader *r, const char *word, const char *message, const char *remedy);
ombud_status ombud__expect_end(ombud__reader *r);

/* An unqualified name that is no word of the language. */
ombud_status ombud__take_name(ombud__reader *r, ombud__token *token, const char *message);
/*
 * ITEM.NAME, or NAME alone if `kind` comes in as the item it would belong to. Gives the item and the name.
 * Whether the item has such a name is not looked up.
 */
ombud_status ombud__take_qualified(ombud__reader *r, ombud__id *kind, ombud__token *token, ombud_view *name,
                                   const char *message);
/* A name of a sort, given by what owns it; OMBUD_E_UNKNOWN_NAME. */
ombud_status ombud__take_known(ombud__reader *r, uint8_t sort, ombud__id owner, ombud__id *id, const char *message,
                               const char *remedy);
/* An event; *kind comes in as the item of plain names or NONE, and goes out as the event's. `token` may be NULL. */
ombud_status ombud__take_event(ombud__reader *r, ombud__id *kind, ombud__id *event, ombud__token *token);
/* An event of an item; another item's is refused. */
ombud_status ombud__take_event_of(ombud__reader *r, ombud__id kind, ombud__id *event);
/* `LINK ->` or, `back`, `LINK <-`, taken up to the arrow; and the link that leads so from a kind of item to another. */
ombud_status ombud__take_arrow(ombud__reader *r, ombud__token *name, uint8_t *back);
ombud_status ombud__link_between(ombud__reader *r, const ombud__token *name, ombud__id here, ombud__id far, int back,
                                 ombud__id *link);
/* A text in quotes, unescaped into the law. */
ombud_status ombud__take_text(ombud__reader *r, ombud_view *text, const char *message);
ombud_status ombud__take_date(ombud__reader *r, int32_t *day);
/* 0 to 9999 */
ombud_status ombud__take_number(ombud__reader *r, int32_t *number);
ombud_status ombud__take_period(ombud__reader *r, ombud_period *period);
/* Roles, separated by commas. */
ombud_status ombud__take_roles(ombud__reader *r, uint64_t *roles);
/* Labels by language into the word's, each once; none is fine. */
ombud_status ombud__take_labels(ombud__reader *r, ombud_view labels[3]);
/* `reading NAME ALTERNATIVE`, or NONE. */
ombud_status ombud__take_reading(ombud__reader *r, ombud__id *alternative);
/* Where the last day of an event of the kind is remembered. */
ombud_status ombud__day_slot(ombud__reader *r, ombud__id kind, uint16_t *slot);
ombud_status ombud__event_slot(ombud__reader *r, ombud__id event);

/* ---- the parts --------------------------------------------------------------------------------------------------- */

/* A condition about an item (condition.c). */
ombud_status ombud__take_condition(ombud__reader *r, ombud__id kind, ombud__id *node);
/* `[when CONDITION] [unless CONDITION]`; NONE where nothing stands. */
ombud_status ombud__take_when(ombud__reader *r, ombud__id kind, ombud__id *when, ombud__id *unless);

/* The vocabulary: names first, then what stands in items, then what needs both (vocabulary.c, item.c, label.c). */
extern const ombud__statement ombud__names_pass[];
ombud_status ombud__read_item(ombud__reader *r, size_t line);
ombud_status ombud__read_link(ombud__reader *r, size_t line);
ombud_status ombud__read_question(ombud__reader *r, size_t line);
ombud_status ombud__read_label(ombud__reader *r, size_t line);
ombud_status ombud__read_held(ombud__reader *r, size_t line);
/* What may stand before the number of an item. */
ombud_status ombud__check_prefix(ombud__reader *r, const ombud__token *prefix);
/* `renamed SORT NAME was NAME, …` (renamed.c). */
ombud_status ombud__read_renamed(ombud__reader *r, size_t line);

/* Provisions: what their rows declare, then the rows (provision.c, row.c, term.c). */
ombud_status ombud__declare_rows(ombud__reader *r, size_t line);
ombud_status ombud__read_provision(ombud__reader *r, size_t line);
ombud_status ombud__read_structure(ombud__reader *r, size_t line);
ombud_status ombud__declare_row(ombud__reader *r, size_t line);
ombud_status ombud__read_row(ombud__reader *r, size_t line);
/* `in SCOPE exclude ID, …`, a row; the ids are looked up by ombud__finish. */
ombud_status ombud__read_exclusion(ombud__reader *r, size_t line);
/* `figure NAME = count of …` (figure.c), and what can only be seen of figures when all is read. */
ombud_status ombud__read_figure(ombud__reader *r, size_t line);
ombud_status ombud__check_figures(ombud__reader *r);
/* `invariant NAME …`, a statement of its own (invariant.c). */
ombud_status ombud__read_invariant(ombud__reader *r, size_t line);
ombud_status ombud__declare_term(ombud__reader *r, size_t line);
ombud_status ombud__read_term(ombud__reader *r, size_t line);
/* What every row has; the text is set by ombud__end_row, which also reads the reading and the end of the row. */
ombud__row ombud__begin_row(const ombud__reader *r, size_t line);
ombud_status ombud__end_row(ombud__reader *r, size_t line, ombud__row *row);
ombud_status ombud__row_text(ombud__reader *r, size_t line, ombud__row *row);
ombud_status ombud__list_row(ombud__reader *r, uint8_t kind, size_t index);

/* Gives the labels of `label` lines to the words they name, and every word without one its name with spaces (label.c).
 */
ombud_status ombud__give_labels(ombud__reader *r);

/* What can only be seen when all is read (check.c). */
ombud_status ombud__finish(ombud__reader *r);

#endif
