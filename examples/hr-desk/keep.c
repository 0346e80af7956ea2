/*
 * The verbs that write: the desk and its people, cases and who is in them, events, and each look at a name.
 */
#include "desk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_BYTES = 200 };

/* ---- people ------------------------------------------------------------------------------------------------------ */

/* What the ledger keeps of a name: a keyed digest, so that one altered beside the ledger is noticed. */
static void seal_name(const desk *of, int64_t number, ombud_view name, unsigned char out[SHA256_LENGTH])
{
    char begin[40];
    int length = snprintf(begin, sizeof begin, "name %" PRId64 " ", number);
    ombud_view parts[2] = {{begin, (size_t)length}, name};
    sealed(of, parts, 2, out);
}

static int put_person(desk *of, int64_t number, const char *name)
{
    unsigned char seal[SHA256_LENGTH];
    size_t length = strlen(name);
    int result = EXIT_GOOD;
    if (!length || length > NAME_MAX_BYTES) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "a name has 1 to %d bytes, this one has %zu; give another",
                        NAME_MAX_BYTES, length);
    }
    seal_name(of, number, ombud_view_of(name), seal);
    sqlite3_stmt *row = store_sql(of, SQL_NAME_SET, 1, number);
    sqlite3_bind_text(row, 2, name, -1, SQLITE_TRANSIENT);
    (void)store_row(of, row, &result);
    entry what = {0, 0, 0, 0, number, "person", {"", 0}, {"", 0}, {(const char *)seal, sizeof seal}};
    return result == EXIT_GOOD ? store_append(of, &what) : result;
}

/* Whether anybody has that number; says so if not. */
static int find_person(desk *of, const char *word, int64_t *number)
{
    int result = read_number(word, "person", number);
    sqlite3_stmt *row = result == EXIT_GOOD ? store_sql(of, SQL_NAME_OF, 1, *number) : NULL;
    if (row && !store_row(of, row, &result) && result == EXIT_GOOD) {
        result = complain(EXIT_BAD_INPUT, "hr-desk", "nobody has the number p%" PRId64 "; an admin adds people: "
                          "hr-desk person N NAME", *number);
    }
    sqlite3_reset(row);
    return result;
}

static int grant(desk *of, int64_t number, const char *roles)
{
    unsigned read = 0;
    int result = access_grants(ombud_view_of(roles), &read);
    entry what = {0, 0, 0, 0, number, "grant", ombud_view_of(roles), {"", 0}, {"", 0}};
    return result == EXIT_GOOD ? store_append(of, &what) : result;
}

int desk_init(desk *of)
{
    char *name = join_words(of, 0);
    int result = name ? store_create(of) : no_memory();
    result = result == EXIT_GOOD ? put_person(of, of->as, name) : result;
    result = result == EXIT_GOOD ? grant(of, of->as, "admin") : result;
    int ended = of->db ? store_end(of, result == EXIT_GOOD) : EXIT_GOOD;
    result = result == EXIT_GOOD ? ended : result;
    if (result != EXIT_GOOD && of->db) {
        (void)remove(of->file); /* nobody else made it, and nothing is in it */
    }
    free(name);
    return result;
}

int desk_person(desk *of)
{
    int64_t number = 0;
    int result = read_number(of->words[0], "person", &number);
    char *name = join_words(of, 1);
    result = name ? result : no_memory();
    result = result == EXIT_GOOD ? put_person(of, number, name) : result;
    free(name);
    return result;
}

int desk_grant(desk *of)
{
    int64_t number = 0;
    int result = find_person(of, of->words[0], &number);
    if (result == EXIT_GOOD && number == of->as) {
        return complain(EXIT_FOUND, "hr-desk", "nobody gives roles to themselves; ask another admin");
    }
    return result == EXIT_GOOD ? grant(of, number, of->words[1]) : result;
}

/* ---- cases ------------------------------------------------------------------------------------------------------- */

/* The entry `open`: the law, and the settings if there are any. */
static int put_case(desk *of, int64_t number, const char *law, const text_file *settings)
{
    growing text = {NULL, 0, 0, 0};
    grow_z(&text, law);
    if (settings->text) {
        grow_z(&text, "\n");
        (void)grow(&text, settings->text, settings->length);
    }
    entry what = {0, 0, 0, number, 0, "open", {text.text, text.length}, {"", 0}, {"", 0}};
    int result = text.failed ? no_memory() : store_append(of, &what);
    free(text.text);
    return result;
}

int desk_open(desk *of)
{
    const ombud_law *law = NULL;
    ombud_settings *compiled = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    text_file settings = {NULL, NULL, 0};
    matter known;
    int64_t number = 0;
    int result = read_number(of->words[0], "case", &number);
    result = result == EXIT_GOOD ? law_find(of, of->words[1], strlen(of->words[1]), &law) : result;
    if (result == EXIT_GOOD && of->word_count > 2) {
        result = file_read(of->words[2], &settings);
        ombud_status status = result == EXIT_GOOD ? ombud_settings_parse(law, settings.text, settings.length, NULL,
                                                                         &compiled, &err)
                                                  : OMBUD_OK;
        ombud_settings_free(compiled);
        result = status == OMBUD_OK ? result : library_error(of->words[2], status, &err);
    }
    int there = result == EXIT_GOOD ? matter_load(of, number, &known) : EXIT_BAD_INPUT;
    if (there == EXIT_GOOD) {
        matter_free(&known);
        result = complain(EXIT_BAD_INPUT, "hr-desk", "there is a case %" PRId64 "; give another number", number);
    } else if (result == EXIT_GOOD) {
        result = there == EXIT_FOUND ? put_case(of, number, of->words[1], &settings) : there;
    }
    file_free(&settings);
    return result;
}

int desk_party(desk *of)
{
    ombud_error err = OMBUD_ERROR_INIT;
    int64_t number = 0;
    matter in;
    int result = find_person(of, of->words[1], &number);
    result = result == EXIT_GOOD ? matter_see(of, of->words[0], &in) : result;
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_person(in.of, number, of->words[2], &err);
    if (status != OMBUD_OK) {
        result = matter_error(&in, status, &err);
    } else if (number == of->as && ombud_case_journal_count(in.of)) {
        result = complain(EXIT_FOUND, "hr-desk", "nobody gives themselves roles in a case that has begun; ask another "
                          "keeper");
    } else {
        entry what = {0, 0, 0, in.number, number, "party", ombud_view_of(of->words[2]), {"", 0}, {"", 0}};
        result = store_append(of, &what);
    }
    matter_free(&in);
    return result;
}

int desk_item(desk *of)
{
    ombud_error err = OMBUD_ERROR_INIT;
    matter in;
    int result = matter_see(of, of->words[0], &in);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_case_item(in.of, of->words[1], &err);
    entry what = {0, 0, 0, in.number, 0, "item", ombud_view_of(of->words[1]), {"", 0}, {"", 0}};
    result = status == OMBUD_OK ? store_append(of, &what) : matter_error(&in, status, &err);
    matter_free(&in);
    return result;
}

/* ---- events ------------------------------------------------------------------------------------------------------ */

/* A line to record, and where it stands for messages. */
typedef struct request {
    const char *text, *place;
    size_t line;
    int propose;
} request;

/* PLACE:LINE:COLUMN, in a buffer of the caller's. */
typedef char spot[64];
static const char *place_of(const request *asked, size_t column, spot out)
{
    snprintf(out, sizeof(spot), "%s:%zu:%zu", asked->place, asked->line, column);
    return out;
}

/* Whose act a line says it is: by=, or the one who asks. */
static int read_actor(const desk *of, const matter *in, const request *asked, ombud_event *event)
{
    for (const char *at = strchr(asked->text, ' '); at; at = strchr(at, ' ')) {
        at += strspn(at, " ");
        size_t column = (size_t)(at - asked->text) + 1;
        spot place;
        if (strncmp(at, "entered=", 8) == 0) {
            return complain(EXIT_BAD_INPUT, place_of(asked, column, place),
                            "the desk itself says when a line is entered; leave entered= out");
        }
        if (strncmp(at, "by=", 3) == 0) {
            int64_t by = 0;
            char word[24] = "";
            size_t length = strcspn(at + 3, " ");
            memcpy(word, at + 3, length < 23 ? length : 23);
            int result = read_number(word, "person", &by);
            if (result == EXIT_GOOD && by != of->as && !(of->grants & GRANT_KEEPER && in->party)) {
                return complain(EXIT_FOUND, place_of(asked, column, place),
                                "only a keeper who has a role in the case records what others did; leave by= out to "
                                "record what you did");
            }
            event->by = 0;
            return result;
        }
    }
    event->by = of->as;
    return EXIT_GOOD;
}

/* DATE, blanks, what happened. */
static int read_line(const desk *of, const matter *in, const request *asked, ombud_event *event, size_t *column)
{
    size_t length = strcspn(asked->text, " \t");
    ombud_status status = ombud_day_parse(asked->text, length, &event->on);
    spot place;
    if (status != OMBUD_OK) {
        return complain(EXIT_BAD_INPUT, place_of(asked, 1, place), "'%.*s' is %s; a line is YYYY-MM-DD EVENT ITEM …",
                        (int)(length < 48 ? length : 48), asked->text,
                        status == OMBUD_E_DATE ? "a day that does not exist" : "no day");
    }
    if (event->on > of->today) {
        return complain(EXIT_BAD_INPUT, place_of(asked, 1, place), "%.10s is still to come; record it when it has "
                        "happened", asked->text);
    }
    *column = length + strspn(asked->text + length, " \t");
    event->line = ombud_view_of(asked->text + *column);
    event->has_entered = 1;
    event->entered = of->today;
    return read_actor(of, in, asked, event);
}

static int record_one(desk *of, void *user)
{
    const request *asked = user;
    ombud_event event = OMBUD_EVENT_INIT;
    size_t column = 0;
    matter in;
    int result = matter_see(of, of->words[0], &in);
    if (result != EXIT_GOOD) {
        return result;
    }
    if (!in.party) {
        result = complain(EXIT_FOUND, "hr-desk", "p%" PRId64 " has no role in case %" PRId64 "; a keeper gives one: "
                          "hr-desk party CASE N ROLES", of->as, in.number);
    }
    result = result == EXIT_GOOD ? read_line(of, &in, asked, &event, &column) : result;
    result = result == EXIT_GOOD
                 ? matter_record(of, &in, &event, asked->propose, asked->place, asked->line, column)
                 : result;
    matter_free(&in);
    return result;
}

/* Each line of stdin in a transaction of its own, acknowledged once it is kept. */
static int record_stream(desk *of, int propose)
{
    static char text[OMBUD_LINE_MAX + 2];
    int result = EXIT_GOOD;
    for (size_t line = 1; result == EXIT_GOOD && fgets(text, sizeof text, stdin); line++) {
        request asked = {text, "stdin", line, propose};
        spot place;
        size_t length = strlen(text);
        if (length == sizeof text - 1) {
            return complain(EXIT_BAD_INPUT, place_of(&asked, 1, place), "the line is longer than 64 KiB; shorten it");
        }
        while (length && strchr("\r\n", text[length - 1])) {
            text[--length] = '\0';
        }
        if (length && *text != '#') {
            result = transact(of, 1, record_one, &asked);
        }
    }
    return result;
}

static int record(desk *of, int propose)
{
    if (of->word_count == 2 && strcmp(of->words[1], "-") == 0) {
        return record_stream(of, propose);
    }
    request asked = {join_words(of, 1), "event", 1, propose};
    int result = asked.text ? transact(of, 1, record_one, &asked) : no_memory();
    free((char *)asked.text);
    return result;
}

int desk_record(desk *of)
{
    return record(of, 0);
}

int desk_propose(desk *of)
{
    return record(of, 1);
}

/* ---- looks ------------------------------------------------------------------------------------------------------- */

/* The name of somebody, if it is the one the ledger sealed. */
static int show_name(desk *of, int64_t person)
{
    unsigned char seal[SHA256_LENGTH];
    int result = EXIT_GOOD;
    sqlite3_stmt *name = store_sql(of, SQL_NAME_OF, 1, person), *kept = store_sql(of, SQL_NAME_SEAL, 1, person);
    int there = store_row(of, name, &result) && store_row(of, kept, &result);
    if (there) {
        ombud_view stored = column_view(kept, 0);
        seal_name(of, person, column_view(name, 0), seal);
        there = stored.len == sizeof seal && memcmp(stored.ptr, seal, sizeof seal) == 0;
        out_field(of, column_view(name, 0), '\n');
    }
    sqlite3_reset(name);
    sqlite3_reset(kept);
    return result != EXIT_GOOD || there
               ? result
               : complain(EXIT_BAD_INPUT, of->file, "the name of p%" PRId64 " is not the one that was entered; restore "
                          "a backup", person);
}

int desk_name(desk *of)
{
    int64_t person = 0, number = 0;
    matter in;
    int result = read_number(of->words[1], "person", &person);
    result = result == EXIT_GOOD ? read_number(of->words[0], "case", &number) : result;
    int seen = result == EXIT_GOOD ? matter_see(of, of->words[0], &in) : result;
    if (seen != EXIT_GOOD && seen != EXIT_FOUND) {
        return seen;
    }
    int may = seen == EXIT_GOOD && access_person(of, &in, person);
    entry what = {0, 0, 0, number, person, "look", ombud_view_of(may ? "shown" : "refused"), {"", 0}, {"", 0}};
    result = store_append(of, &what);
    if (seen == EXIT_FOUND) {
        return result == EXIT_GOOD ? seen : result;
    }
    if (result == EXIT_GOOD) {
        result = may ? show_name(of, person)
                     : complain(EXIT_FOUND, "hr-desk", "p%" PRId64 " stands in nothing of case %" PRId64 " that "
                                "p%" PRId64 " may see; the look is in the ledger", person, number, of->as);
    }
    matter_free(&in);
    return result;
}
