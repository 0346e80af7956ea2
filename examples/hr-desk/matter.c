/*
 * A case of the desk: made of its entries in the ledger, held against the digests of its lines, and recorded in.
 */
#include "desk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- laws -------------------------------------------------------------------------------------------------------- */

int law_find(desk *of, const char *name, size_t length, const ombud_law **out)
{
    ombud_error err = OMBUD_ERROR_INIT;
    char wanted[64];
    size_t i = 0;
    for (; i < LAWS_MAX && of->laws[i]; i++) {
        ombud_view known = ombud_law_name(of->laws[i]);
        if (known.len == length && memcmp(known.ptr, name, length) == 0) {
            *out = of->laws[i];
            return EXIT_GOOD;
        }
    }
    if (length >= sizeof wanted || i == LAWS_MAX) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "no law has the name '%.*s'; `ombud laws` lists them",
                        (int)(length < 64 ? length : 64), name);
    }
    memcpy(wanted, name, length);
    wanted[length] = '\0';
    ombud_status status = ombud_law_builtin(wanted, NULL, &of->laws[i], &err);
    *out = of->laws[i];
    return status == OMBUD_OK ? EXIT_GOOD : library_error("hr-desk", status, &err);
}

/* ---- the chain of a case ----------------------------------------------------------------------------------------- */

static int digest_line(void *user, const unsigned char *previous, size_t previous_len, const char *bytes, size_t len,
                       unsigned char *out, size_t capacity, size_t *out_len)
{
    ombud_view parts[2] = {{(const char *)previous, previous_len}, {bytes, len}};
    if (capacity < SHA256_LENGTH) {
        return 1;
    }
    sealed(user, parts, 2, out);
    *out_len = SHA256_LENGTH;
    return 0;
}

static ombud_chain chain_of(desk *of)
{
    ombud_chain chain = OMBUD_CHAIN_INIT;
    chain.user = of;
    chain.digest = digest_line;
    return chain;
}

/* Whether this library reads each line as it was read when it was digested. */
static int verify_lines(desk *of, const matter *in)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_chain chain = chain_of(of);
    size_t count = in->chain.length / SHA256_LENGTH, first = 0;
    ombud_view *digests = calloc(count + 1, sizeof *digests);
    if (!digests) {
        return no_memory();
    }
    for (size_t i = 0; i < count; i++) {
        digests[i].ptr = in->chain.text + i * SHA256_LENGTH;
        digests[i].len = SHA256_LENGTH;
    }
    ombud_status status = ombud_case_verify(in->of, &chain, digests, count, &first, &err);
    free(digests);
    if (status == OMBUD_E_DIFFERENT) {
        return complain(EXIT_BAD_INPUT, of->file, "line %zu of case %" PRId64 " is the first that is not what was "
                        "digested: it was altered, or this library reads it otherwise; restore a backup, or use the "
                        "library that wrote it", first, in->number);
    }
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

/* ---- out of the ledger ------------------------------------------------------------------------------------------- */

int matter_error(const matter *of, ombud_status status, const ombud_error *err)
{
    char place[40];
    snprintf(place, sizeof place, "case %" PRId64, of->number);
    return library_error(place, status, err);
}

/* Opens: the name of the law, and after an end of line the settings. */
static int begin_case(desk *of, matter *in, ombud_view text)
{
    ombud_error err = OMBUD_ERROR_INIT;
    const char *end = memchr(text.ptr, '\n', text.len);
    size_t length = end ? (size_t)(end - text.ptr) : text.len;
    int result = law_find(of, text.ptr, length, &in->law);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = end ? ombud_settings_parse(in->law, end + 1, text.len - length - 1, NULL, &in->settings, &err)
                              : OMBUD_OK;
    status = status == OMBUD_OK ? ombud_case_new(in->law, in->settings, NULL, &in->of, &err) : status;
    status = status == OMBUD_OK ? ombud_case_set_number(in->of, in->number) : status;
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

/* What a line of the journal says, its views into the text. */
static ombud_status read_event(ombud_view text, ombud_event *out)
{
    ombud_event event = OMBUD_EVENT_INIT;
    if (text.len < 12) {
        return OMBUD_E_SYNTAX;
    }
    event.line.ptr = text.ptr + 11;
    event.line.len = text.len - 11;
    *out = event;
    return ombud_day_parse(text.ptr, 10, &out->on);
}

/* The lines of the journal, gathered NUL-terminated one after another, into the case in one fold. */
static int apply_lines(const matter *in, const growing *lines, size_t count)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_event *events = calloc(count + 1, sizeof *events);
    ombud_status status = events ? OMBUD_OK : OMBUD_E_NOMEM;
    const char *at = lines->text;
    for (size_t i = 0; i < count && status == OMBUD_OK; i++) {
        status = read_event(ombud_view_of(at), &events[i]);
        at += strlen(at) + 1;
    }
    status = status == OMBUD_OK && count ? ombud_case_apply_batch(in->of, events, count, NULL, &err) : status;
    free(events);
    return status == OMBUD_OK ? EXIT_GOOD : matter_error(in, status, &err);
}

int matter_load(desk *of, int64_t number, matter *out)
{
    matter in = {number, NULL, NULL, NULL, {NULL, 0, 0, 0}, OMBUD_ASOF_INIT, 0, 0};
    growing lines = {NULL, 0, 0, 0};
    size_t count = 0;
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, SQL_CASE, 1, number);
    while (result == EXIT_GOOD && store_row(of, row, &result)) {
        ombud_error err = OMBUD_ERROR_INIT;
        const char *kind = (const char *)sqlite3_column_text(row, 5);
        ombud_view text = column_view(row, 6);
        if (strcmp(kind, "open") == 0) {
            result = begin_case(of, &in, text);
        } else if (strcmp(kind, "event") == 0) {
            grow_view(&lines, text);
            (void)grow(&lines, "", 1);
            grow_view(&in.chain, column_view(row, 8));
            count++;
        } else {
            int party = strcmp(kind, "party") == 0;
            const char *z = (const char *)sqlite3_column_text(row, 6);
            ombud_status status = party ? ombud_case_person(in.of, sqlite3_column_int64(row, 4), z, &err)
                                        : ombud_case_item(in.of, z, &err);
            result = status == OMBUD_OK ? result : matter_error(&in, status, &err);
        }
    }
    sqlite3_reset(row);
    if (result == EXIT_GOOD && (lines.failed || in.chain.failed)) {
        result = no_memory();
    }
    result = result == EXIT_GOOD && !in.of ? EXIT_FOUND : result;
    result = result == EXIT_GOOD ? apply_lines(&in, &lines, count) : result;
    result = result == EXIT_GOOD ? verify_lines(of, &in) : result;
    free(lines.text);
    if (result == EXIT_GOOD) {
        *out = in;
    } else {
        matter_free(&in);
    }
    return result;
}

void matter_free(matter *of)
{
    ombud_case_free(of->of);
    ombud_settings_free(of->settings);
    free(of->chain.text);
    of->of = NULL;
    of->settings = NULL;
    of->chain.text = NULL;
}

int matter_see(desk *of, const char *word, matter *out)
{
    int64_t number = 0;
    int result = read_number(word, "case", &number);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = matter_load(of, number, out);
    if (result == EXIT_GOOD) {
        result = access_case(of, out);
        if (result != EXIT_GOOD) {
            matter_free(out);
        }
    }
    /* The same words whether there is none or it may not be seen. */
    return result == EXIT_FOUND ? complain(EXIT_FOUND, "hr-desk", "p%" PRId64 " may see no case %" PRId64
                                           "; `hr-desk cases` lists those that may be seen", of->as, number)
                                : result;
}

int matter_line(desk *of, const matter *in, size_t position, growing *out)
{
    char small[512], *line = small;
    size_t needed = 0, room = sizeof small;
    (void)of;
    for (;;) {
        ombud_status status = ombud_case_entry_text_for(in->of, &in->seen, position, line, room, &needed);
        if (status == OMBUD_E_LIMIT && line == small) {
            room = needed + 1;
            line = malloc(room);
            if (line) {
                continue;
            }
            status = OMBUD_E_NOMEM;
        }
        out->length = 0;
        if (status == OMBUD_OK) {
            (void)grow(out, line, needed);
        }
        if (line != small) {
            free(line);
        }
        return status == OMBUD_OK;
    }
}

/* ---- recording --------------------------------------------------------------------------------------------------- */

/* Whether a line is an event of the law: statements of facts, links and what strikes out are not judged. */
static int is_judged(const ombud_event *event)
{
    static const char *const others[] = {"fact", "link", "void"};
    for (size_t i = 0; i < 3; i++) {
        if (event->line.len > 4 && memcmp(event->line.ptr, others[i], 4) == 0 && event->line.ptr[4] == ' ') {
            return 0;
        }
    }
    return 1;
}

/* How a line is judged, with what the judgement rests on: `forbidden bxl2019:15.4.a5 law …`. */
static ombud_status decide(const matter *in, const ombud_event *event, growing *out, ombud_error *err)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    ombud_provision provision = OMBUD_PROVISION_INIT;
    ombud_verdict *verdict = NULL;
    char numbers[96];
    size_t index = 0;
    asof.day = event->on;
    ombud_status status = is_judged(event) ? ombud_case_may(in->of, event, NULL, &verdict, err) : OMBUD_OK;
    status = status == OMBUD_OK ? ombud_case_receipt(in->of, &asof, &receipt) : status;
    grow_z(out, verdict ? ombud_ruling_name(ombud_verdict_ruling(verdict), ombud_law_force(in->law)) : "stated");
    if (ombud_verdict_provision(verdict, &index) == OMBUD_OK &&
        ombud_law_provision(in->law, index, OMBUD_LANG_EN, &provision) == OMBUD_OK) {
        grow_z(out, " ");
        grow_view(out, ombud_law_name(in->law));
        grow_z(out, ":");
        grow_view(out, provision.id);
    }
    ombud_verdict_free(verdict);
    snprintf(numbers, sizeof numbers, " law %016" PRIx64 " settings %016" PRIx64 " library %u", receipt.law_digest,
             receipt.settings_digest, (unsigned)receipt.library_version);
    grow_z(out, numbers);
    return status;
}

/* The event's reasons against, as far as the one who asks may know them. */
static int say_refused(desk *of, const matter *in, const ombud_event *event)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_verdict *verdict = NULL;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_asof seen = in->seen;
    seen.day = event->on;
    ombud_status status = ombud_case_may(in->of, event, &seen, &verdict, &err);
    how.lang = of->lang;
    status = status == OMBUD_OK ? ombud_render_verdict(verdict, &how, grow, &of->out, &err) : status;
    ombud_verdict_free(verdict);
    return status == OMBUD_OK ? EXIT_FOUND : matter_error(in, status, &err);
}

/* Writes what the case now holds as its last line, with the decision on it. */
static int keep_line(desk *of, matter *in, const growing *decision)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_chain chain = chain_of(of);
    growing line = {NULL, 0, 0, 0};
    unsigned char digest[OMBUD_CHAIN_DIGEST_MAX];
    size_t length = 0, position = ombud_case_journal_count(in->of);
    size_t before = in->chain.length;
    ombud_view previous = {before ? in->chain.text + before - SHA256_LENGTH : "", before ? SHA256_LENGTH : 0};
    matter whole = *in;
    whole.seen.has_audience = 0;
    int result = matter_line(of, &whole, position, &line) ? EXIT_GOOD : no_memory();
    ombud_status status = ombud_case_chain(in->of, &chain, position, &previous, digest, sizeof digest, &length, &err);
    if (result == EXIT_GOOD && status != OMBUD_OK) {
        result = matter_error(in, status, &err);
    }
    if (result == EXIT_GOOD) {
        entry what = {0, 0, 0, in->number, 0, "event", {line.text, line.length}, {decision->text, decision->length},
                      {(const char *)digest, length}};
        result = line.failed || decision->failed ? no_memory() : store_append(of, &what);
        if (result == EXIT_GOOD) {
            out_number(of, in->number, '\t');
            out_number(of, (int64_t)position, '\t');
            out_number(of, what.number, '\t');
            grow_hex(&of->out, digest, length);
            out_text(of, "\t");
            out_field(of, what.decision, '\n');
            (void)grow(&in->chain, (const char *)digest, length);
        }
    }
    free(line.text);
    return result;
}

int matter_record(desk *of, matter *in, const ombud_event *event, int propose, const char *place, size_t line,
                  size_t column)
{
    ombud_error err = OMBUD_ERROR_INIT;
    growing decision = {NULL, 0, 0, 0};
    int result = EXIT_GOOD;
    ombud_status status = decide(in, event, &decision, &err);
    if (status == OMBUD_OK) {
        status = propose ? ombud_case_propose(in->of, event, NULL, &err) : ombud_case_apply(in->of, event, NULL, &err);
    }
    if (status == OMBUD_OK) {
        result = keep_line(of, in, &decision);
    } else if (status == OMBUD_E_REFUSED) {
        result = say_refused(of, in, event);
    } else {
        err.line = (uint32_t)line;
        err.column += err.column ? (uint32_t)column : 1;
        result = library_error(place, status, &err);
    }
    free(decision.text);
    return result;
}
