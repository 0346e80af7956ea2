/*
 * What a page in a browser needs of libombud, over its public headers: one call, JSON in and JSON out. A question is a
 * flat object of strings, with the whole case in it as a `.case` text: the page keeps the journal, nothing here does.
 */
#ifndef PAGE_H
#define PAGE_H

#include "cli.h" /* growing */

/* ---- the question ------------------------------------------------------------------------------------------------ */

#define FIELDS_MAX 12

typedef struct request {
    growing text; /* keys and values, unescaped and NUL-terminated, one after the other */
    size_t keys[FIELDS_MAX], values[FIELDS_MAX], lengths[FIELDS_MAX];
    size_t count;
} request;

/* Reads an object whose values are strings. @return NULL, or what is wrong with it */
const char *request_read(request *out, const char *json, size_t length);
void request_free(request *asked);
/* A value; empty if the key is not there. */
ombud_view request_get(const request *asked, const char *key);

/* ---- the answer -------------------------------------------------------------------------------------------------- */

/* Each writes the comma that is needed before it: none after a bracket or a colon. */
void answer_open(growing *to, char bracket);
void answer_close(growing *to, char bracket);
void answer_key(growing *to, const char *key);
void answer_string(growing *to, ombud_view text);
void answer_number(growing *to, int64_t number);
/* A key with its value. A name is null if it is empty. */
void answer_text(growing *to, const char *key, ombud_view text);
void answer_name(growing *to, const char *key, ombud_view text);
void answer_truth(growing *to, const char *key, int yes);
void answer_day(growing *to, const char *key, int there, ombud_day day);
void answer_item(growing *to, const char *key, ombud_view prefix, int64_t number);
void answer_roles(growing *to, const char *key, const ombud_law *law, uint64_t roles);
/* "15.4.a4.1", or null for SIZE_MAX. */
void answer_provision(growing *to, const char *key, const ombud_law *law, size_t provision);
void answer_error(growing *to, ombud_status status, const ombud_error *err);

/* "r1" into a growing that is emptied first. */
const char *item_name(growing *to, ombud_view prefix, int64_t number);

/* ---- what is answered -------------------------------------------------------------------------------------------- */

/* Everything a law declares, as one value. */
void answer_vocabulary(growing *to, const ombud_law *law, ombud_lang lang);

/* ---- what the page calls ----------------------------------------------------------------------------------------- */

/* Room for a question of that many bytes; NULL if there is no memory. Valid up to the next call. */
char *page_room(size_t length);
/* Answers the question in the room. @return JSON, NUL-terminated, valid up to the next call; NULL: no memory */
const char *page_ask(size_t length);

#endif
