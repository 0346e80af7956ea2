/**
 * @file base.h
 * @brief Status, error, view, allocator and version: what every other header needs.
 *
 * Conventions that hold for the whole library and are not repeated at each function:
 * - A returned pointer is borrowed from the object it came from; an object written through `**out` belongs to the caller.
 * - Outputs are written only on success. A failed call leaves every object as it was.
 * - Laws, settings, proofs and plans that are loaded may be shared between threads freely, and so may results. Cases, scenarios, registers, coverages and
 *   arenas belong to one thread at a time, and a question about one is a use of it, whether it is `const` or not.
 * - The library has no global state, reads no clock, file, locale or environment, and never aborts.
 */
#ifndef OMBUD_BASE_H
#define OMBUD_BASE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32) && defined(OMBUD_SHARED)
#  ifdef OMBUD_BUILDING
#    define OMBUD_API __declspec(dllexport)
#  else
#    define OMBUD_API __declspec(dllimport)
#  endif
#elif defined(__GNUC__)
#  define OMBUD_API __attribute__((visibility("default")))
#else
#  define OMBUD_API
#endif

/** @name Version
 *  The one place where the version of libombud stands; the build and the documentation read it from here.
 *  @{ */
#define OMBUD_VERSION_MAJOR 0
#define OMBUD_VERSION_MINOR 1
#define OMBUD_VERSION_PATCH 0
/** The version of these headers as one number: major * 1000000 + minor * 1000 + patch. */
#define OMBUD_VERSION_NUMBER (OMBUD_VERSION_MAJOR * 1000000 + OMBUD_VERSION_MINOR * 1000 + OMBUD_VERSION_PATCH)
/** @} */

/** What a fallible function returns. 0 is success; values are never reused or renumbered. */
typedef int32_t ombud_status;
enum {
    OMBUD_OK = 0,
    OMBUD_E_ARGUMENT = 1,      /**< A NULL where none is allowed, a value out of its range, a struct_size that is too small. */
    OMBUD_E_NOMEM = 2,         /**< The allocator returned NULL. */
    OMBUD_E_LIMIT = 3,         /**< A documented limit would be exceeded. */
    OMBUD_E_UNSUPPORTED = 4,   /**< A newer caller set something that this library does not know. */
    OMBUD_E_RANGE = 5,         /**< A date would leave the years 1 to 9999. */
    OMBUD_E_DATE = 6,          /**< No such date, such as 2026-02-30. */
    OMBUD_E_PERIOD = 7,        /**< No such period: not P<n>D, P<n>W, P<n>M or P<n>Y with n of 0 to 9999. */
    OMBUD_E_CALENDAR = 8,      /**< The holidays of that year are not known (before 1974), or a host calendar is inconsistent. */
    OMBUD_E_SYNTAX = 9,        /**< A text does not follow its grammar. */
    OMBUD_E_UNKNOWN_NAME = 10, /**< A name that the law, the case or the settings do not declare. */
    OMBUD_E_DUPLICATE = 11,    /**< Something declared twice. */
    OMBUD_E_CONFLICT = 12,     /**< Rows or settings that exclude each other: a cycle of definitions, two moves for one event, a period made looser. */
    OMBUD_E_UTF8 = 13,         /**< A text is not valid UTF-8, or holds a NUL or another control character. */
    OMBUD_E_NOT_FOUND = 14,    /**< Nothing with that number, name or position. */
    OMBUD_E_REFUSED = 15,      /**< A proposed act is not permitted by the law; the verdict says why. */
    OMBUD_E_CALLBACK = 16,     /**< A callback of the host failed; its own number is in ombud_error.host_code. */
    OMBUD_E_STATE = 17,        /**< The object is not in a state in which this can be done. */
    OMBUD_E_DIFFERENT = 18     /**< A journal is not what the host's digests say. */
};

/** The stable ASCII name of a status, such as `OMBUD_E_DATE`; `OMBUD_E_?` for a value that is none. Allocates nothing. */
OMBUD_API const char *ombud_status_name(ombud_status status);

/** Bytes that belong to somebody else. Frozen. `ptr` may be NULL only if `len` is 0. A view that the library returns is also NUL-terminated. */
typedef struct ombud_view {
    const char *ptr;
    size_t len;
} ombud_view;

/** A view of a NUL-terminated string; of NULL, an empty view. Allocates nothing. */
OMBUD_API ombud_view ombud_view_of(const char *z);

/**
 * Where a failed call says what went wrong. Optional everywhere: pass NULL to do without.
 *
 * Set `struct_size` with #OMBUD_ERROR_INIT or ombud_error_init() once; the library fills the rest on every failure and
 * touches nothing on success.
 */
typedef struct ombud_error {
    uint32_t struct_size; /**< Set by the caller. */
    ombud_status code;    /**< The status that the call returned. */
    const char *message;  /**< What is wrong and why: static text, one sentence without a full stop. Never NULL after a failure. */
    const char *remedy;   /**< What would be right: static text. Never NULL after a failure; may be empty. */
    uint32_t line;        /**< Line of the text that was read, from 1; 0 where there is no text. */
    uint32_t column;      /**< Column in bytes, from 1; 0 where there is no text. */
    int64_t host_code;    /**< The number a host's callback returned, for #OMBUD_E_CALLBACK; else 0. */
    char excerpt[52];     /**< The token at fault: at most 48 bytes, escaped to printable ASCII and whole UTF-8 characters, NUL-terminated. */
    char nearest[52];     /**< The known name nearest to an unknown one, or empty. */
} ombud_error;

/** An ombud_error ready for use. */
#define OMBUD_ERROR_INIT { (uint32_t)sizeof(ombud_error), 0, "", "", 0, 0, 0, "", "" }

/** Prepares an ombud_error of `size` bytes. @return #OMBUD_E_ARGUMENT if `err` is NULL, or `size` is shorter than version 1 or over 32 bits. */
OMBUD_API ombud_status ombud_error_init(ombud_error *err, size_t size);

/**
 * A host's allocator. Frozen. Copied where it is given; NULL in its place means libc's.
 *
 * All three functions are required. Memory must be aligned for any object. The library never asks for 0 bytes, always
 * gives the size it asked for when it resizes or frees, and wipes what it frees when it held a case.
 */
typedef struct ombud_alloc {
    void *ctx;                                                              /**< Handed to each function. */
    void *(*alloc)(void *ctx, size_t size);                                 /**< NULL when there is no memory. */
    void *(*resize)(void *ctx, void *ptr, size_t old_size, size_t new_size);/**< Like realloc; on NULL the old block stays. */
    void (*free)(void *ctx, void *ptr, size_t size);                        /**< Never called with NULL. */
} ombud_alloc;

/**
 * Makes an allocator over a buffer of the caller's, so that objects live without malloc.
 *
 * What is freed is merged with what is free beside it and serves again; a block shrinks in place, and grows in place where
 * what follows it is free. Blocks have no header, which is why the size given on freeing must be right; each is rounded up to
 * 16 bytes and aligned to 16. The buffer must outlive every object made from it and must not be shared between threads.
 *
 * @param out     the allocator to fill; not NULL
 * @param memory  the buffer, aligned to 16 bytes; not NULL
 * @param size    its size in bytes, at least 64
 * @return #OMBUD_OK, or #OMBUD_E_ARGUMENT for a NULL, a misaligned or a too small buffer. Allocates nothing.
 */
OMBUD_API ombud_status ombud_arena_init(ombud_alloc *out, void *memory, size_t size);

/**
 * How many bytes of an arena its blocks take, each rounded up to 16; 0 when everything is gone, and if `arena` is NULL or
 * not an arena. The arena itself takes 64 bytes of its buffer besides. Allocates nothing.
 */
OMBUD_API size_t ombud_arena_used(const ombud_alloc *arena);

/** The version of the library at run time, counted like #OMBUD_VERSION_NUMBER. */
OMBUD_API uint32_t ombud_version_number(void);

/** The version as text, such as `0.1.0`. */
OMBUD_API const char *ombud_version_string(void);

/**
 * For hosts that load the library at run time: do these headers fit?
 * @param header_version  #OMBUD_VERSION_NUMBER of the headers the host was compiled with
 * @param size_of_error   `sizeof(ombud_error)` there
 * @return #OMBUD_OK, or #OMBUD_E_UNSUPPORTED if the minor (before 1.0.0) or the major version differs, or the struct is shorter than version 1.
 */
OMBUD_API ombud_status ombud_version_check(uint32_t header_version, size_t size_of_error);

/** A language of labels, glosses and explanations. */
typedef int32_t ombud_lang;
enum {
    OMBUD_LANG_UNSPECIFIED = 0, /**< English. */
    OMBUD_LANG_EN = 1,
    OMBUD_LANG_FR = 2,
    OMBUD_LANG_NL = 3,
    OMBUD_LANG_OTHER = 4 /**< The language that the host gave a law (ombud_law_translate()); English where it gave none. */
};

/** The largest number of a person, case or item: 2^53 - 1, so that it passes unchanged through a double. The smallest is 1. */
#define OMBUD_NUMBER_MAX ((int64_t)9007199254740991)

/**
 * Receives rendered text piece by piece. Return 0 to go on; any other number stops the rendering, and the call fails with
 * #OMBUD_E_CALLBACK and that number in ombud_error.host_code. Must not call back into the object that is being rendered.
 */
typedef int (*ombud_sink)(void *user, const char *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
