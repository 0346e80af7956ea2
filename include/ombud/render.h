/**
 * @file render.h
 * @brief A case written out for people and for programs, the same bytes from every binding.
 */
#ifndef OMBUD_RENDER_H
#define OMBUD_RENDER_H

#include "register.h"
#include "plan.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t ombud_format;
enum {
    OMBUD_FORMAT_TEXT = 1,   /**< Columns for a terminal. */
    OMBUD_FORMAT_JSON = 2,
    OMBUD_FORMAT_SVG = 3,    /**< A picture on a time axis, self-contained; cases only. */
    OMBUD_FORMAT_ICS = 4,    /**< A calendar of what is due, RFC 5545; cases only. */
    OMBUD_FORMAT_DOT = 5,    /**< States and events as a graph; laws only. */
    OMBUD_FORMAT_HTML = 6,   /**< A page that needs no other file; plans only. */
    OMBUD_FORMAT_CSV = 7     /**< Comma-separated values, RFC 4180; figures only. */
};

/**
 * Makes 128 bits of bytes that say which duty a calendar entry is about: a keyed digest of the host's, such as an HMAC cut to 16 bytes. The same bytes must give
 * the same digest. Return 0; any other number stops the rendering with #OMBUD_E_CALLBACK.
 */
typedef int (*ombud_uid)(void *user, const char *bytes, size_t length, uint64_t digest[2]);
/** Shortest salt of a calendar, in bytes. */
#define OMBUD_SALT_MIN 16

/** How to render. */
typedef struct ombud_render {
    uint32_t struct_size;
    ombud_format format;     /**< 0 is text, of a law DOT. */
    ombud_lang lang;         /**< 0 is English. */
    int32_t colour;          /**< 1: ANSI colours in text. */
    ombud_view name;         /**< Name to put in the heading, such as a file's; may be empty. */
    ombud_view domain;       /**< Calendar: a domain of the host's, after the @ of each entry's UID. */
    ombud_view salt;         /**< Calendar: at least #OMBUD_SALT_MIN bytes that the host keeps to itself, always the same; not needed with `uid`. */
    ombud_uid uid;           /**< Calendar: a keyed digest of the host's; NULL: a checksum over salt and duty, which hides it from readers but is no cryptography. */
    void *uid_user;          /**< Handed to `uid`. */
    int32_t detailed;        /**< Calendar: 1 names case, duty, roles and provision; 0 says only that a duty is due. */
    int32_t alarm_days;      /**< Calendar: an alarm so many days before the last day, 1 to 365; 0 is none. */
} ombud_render;
#define OMBUD_RENDER_INIT { (uint32_t)sizeof(ombud_render), 0, 0, 0, { 0, 0 }, { 0, 0 }, { 0, 0 }, 0, 0, 0, 0 }

/**
 * Timeline, what is open now, findings, answers, next change; as a picture events, terms and findings; as a calendar the duties that are open or overdue and have a last day.
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM, #OMBUD_E_CALLBACK; for a calendar also #OMBUD_E_STATE if the case has no number
 */
OMBUD_API ombud_status ombud_render_case(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);
/** The findings only, as an auditor reads them. @return as ombud_render_case() */
OMBUD_API ombud_status ombud_render_findings(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how, ombud_sink sink, void *user,
                                             ombud_error *err);
/** A verdict with its reasons. @return as ombud_render_case() */
OMBUD_API ombud_status ombud_render_verdict(const ombud_verdict *verdict, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);

/**
 * The machine of a law, or of one kind of its items, as a graph for Graphviz: states, the events that lead from one to another with who brings them and the provision,
 * and the terms these events open.
 * @param item  name of a kind of items, such as `report`; NULL for all that have states
 * @param how   its language counts; NULL for English
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNKNOWN_NAME if the law has no such kind, #OMBUD_E_CALLBACK. Allocates nothing.
 */
OMBUD_API ombud_status ombud_render_law(const ombud_law *law, const char *item, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);

/**
 * Figures as text, as one JSON object (docs/figures.schema.json), or as CSV: one line a count, the same columns for every table.
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNSUPPORTED, #OMBUD_E_UTF8, #OMBUD_E_CALLBACK. Allocates nothing.
 */
OMBUD_API ombud_status ombud_render_figures(const ombud_figures *figures, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);

/**
 * A plan: what its text names, its printed tables beside what is counted, measures without a contribution, demands,
 * what recurs, and all findings. As text, JSON or HTML.
 * @return #OMBUD_E_ARGUMENT, #OMBUD_E_UNSUPPORTED, #OMBUD_E_UTF8, #OMBUD_E_CALLBACK, #OMBUD_E_LIMIT as ombud_plan_check(), #OMBUD_E_NOMEM
 */
OMBUD_API ombud_status ombud_render_plan(const ombud_plan *plan, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);

#ifdef __cplusplus
}
#endif

#endif
