/**
 * @file render.h
 * @brief A case written out for people and for programs, the same bytes from every binding.
 */
#ifndef OMBUD_RENDER_H
#define OMBUD_RENDER_H

#include "answer.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int32_t ombud_format;
enum {
    OMBUD_FORMAT_TEXT = 1,   /**< Columns for a terminal. */
    OMBUD_FORMAT_JSON = 2
};

/** How to render. */
typedef struct ombud_render {
    uint32_t struct_size;
    ombud_format format;     /**< 0 is text. */
    ombud_lang lang;         /**< 0 is English. */
    int32_t colour;          /**< 1: ANSI colours in text. */
    ombud_view name;         /**< Name to put in the heading, such as a file's; may be empty. */
} ombud_render;
#define OMBUD_RENDER_INIT { (uint32_t)sizeof(ombud_render), 0, 0, 0, { 0, 0 } }

/** Timeline, what is open now, findings, answers, next change. @return #OMBUD_E_ARGUMENT, #OMBUD_E_RANGE, #OMBUD_E_NOMEM, #OMBUD_E_CALLBACK */
OMBUD_API ombud_status ombud_render_case(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);
/** The findings only, as an auditor reads them. @return as ombud_render_case() */
OMBUD_API ombud_status ombud_render_findings(const ombud_case *matter, const ombud_asof *asof, const ombud_render *how, ombud_sink sink, void *user,
                                             ombud_error *err);
/** A verdict with its reasons. @return as ombud_render_case() */
OMBUD_API ombud_status ombud_render_verdict(const ombud_verdict *verdict, const ombud_render *how, ombud_sink sink, void *user, ombud_error *err);

#ifdef __cplusplus
}
#endif

#endif
