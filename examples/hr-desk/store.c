/*
 * The database: made, opened, refused if it is foreign or altered, and appended to. All that happens at the desk is an
 * entry of one ledger, each bound to the one before by a keyed digest; beside it stand only the names, which can be
 * corrected without touching the ledger.
 */
#define _POSIX_C_SOURCE 200809L
#include "desk.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { APPLICATION = 0x4F485244, VERSION = 1, WAIT_MS = 30000, KEY_MIN = 32 };

/* The database's own form. The triggers keep an honest program from a mistake; what keeps a dishonest one is the key.
 */
static const char *const schema[] = {
    "CREATE TABLE people (number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 9007199254740991),"
    " name TEXT NOT NULL) STRICT",
    "CREATE TABLE ledger (entry INTEGER PRIMARY KEY, at INTEGER NOT NULL, by INTEGER NOT NULL, kind TEXT NOT NULL,"
    " matter INTEGER NOT NULL, person INTEGER NOT NULL, text TEXT NOT NULL, decision TEXT NOT NULL,"
    " chain BLOB NOT NULL, digest BLOB NOT NULL CHECK (length(digest) = 32)) STRICT",
    "CREATE INDEX ledger_matter ON ledger (matter, entry)",
    "CREATE INDEX ledger_person ON ledger (person, kind, matter, entry)",
    "CREATE TRIGGER ledger_stays BEFORE UPDATE ON ledger"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END",
    "CREATE TRIGGER ledger_keeps BEFORE DELETE ON ledger"
    " BEGIN SELECT RAISE(ABORT, 'the ledger is only appended to'); END",
};
enum { SCHEMA_COUNT = sizeof schema / sizeof *schema };

#define ENTRY_COLUMNS "entry, at, by, matter, person, kind, text, decision, chain, digest"
/* An auditor sees nothing of the cases in which they hold a role but through that role. */
#define NOT_A_PARTY                                                                                                    \
    " AND (l.matter = 0 OR NOT EXISTS (SELECT 1 FROM ledger p WHERE p.person = ?1 AND p.kind = 'party'"                \
    " AND p.matter = l.matter)) ORDER BY entry"

static const char *const statements[SQL_COUNT] = {
    [SQL_READ] = "BEGIN",
    [SQL_WRITE] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_DIGEST_OF] = "SELECT digest FROM ledger WHERE entry = ?1",
    [SQL_ENTRIES] = "SELECT " ENTRY_COLUMNS " FROM ledger WHERE entry > ?1 ORDER BY entry",
    [SQL_APPEND] = "INSERT INTO ledger (" ENTRY_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    [SQL_LINES_UP_TO] = "SELECT count(*) FROM ledger WHERE matter = ?1 AND kind = 'event' AND entry <= ?2",
    [SQL_NAME_SET] = "INSERT INTO people (number, name) VALUES (?1, ?2)"
                     " ON CONFLICT (number) DO UPDATE SET name = excluded.name",
    [SQL_NAME_OF] = "SELECT name FROM people WHERE number = ?1",
    [SQL_NAMES] = "SELECT number, name FROM people ORDER BY number",
    [SQL_NAME_SEAL] = "SELECT chain FROM ledger WHERE person = ?1 AND kind = 'person' ORDER BY entry DESC LIMIT 1",
    [SQL_GRANTS] = "SELECT text FROM ledger WHERE person = ?1 AND kind = 'grant' ORDER BY entry DESC LIMIT 1",
    [SQL_ROLES] = "SELECT text FROM ledger WHERE person = ?1 AND kind = 'party' AND matter = ?2 ORDER BY entry",
    [SQL_CASES] = "SELECT matter FROM ledger WHERE kind = 'open' ORDER BY matter",
    [SQL_CASE] = "SELECT " ENTRY_COLUMNS " FROM ledger WHERE matter = ?1 AND kind <> 'look' ORDER BY entry",
    [SQL_LEDGER] = "SELECT " ENTRY_COLUMNS " FROM ledger l WHERE 1" NOT_A_PARTY,
    [SQL_LOOKS] = "SELECT " ENTRY_COLUMNS " FROM ledger l WHERE kind = 'look'" NOT_A_PARTY,
    [SQL_INTEGRITY] = "PRAGMA integrity_check(1)",
};

/* ---- messages ---------------------------------------------------------------------------------------------------- */

int complain(int result, const char *place, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s: ", place);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return result;
}

int no_memory(void)
{
    return complain(EXIT_NO_MEMORY, "hr-desk", "out of memory; free some and try again");
}

static int database_error(const desk *of)
{
    int code = of->db ? sqlite3_errcode(of->db) & 0xFF : SQLITE_NOMEM;
    const char *remedy = code == SQLITE_BUSY     ? "another process keeps it busy; try again"
                         : code == SQLITE_NOTADB ? "name a database that `hr-desk init` made"
                         : code == SQLITE_CANTOPEN
                             ? "look at the path and its permissions; `hr-desk init` makes a new one"
                             : "if it goes on, restore a backup";
    return code == SQLITE_NOMEM ? no_memory()
                                : complain(EXIT_BAD_INPUT, of->file, "%s; %s", sqlite3_errmsg(of->db), remedy);
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

sqlite3_stmt *store_sql(desk *of, sql which, int count, ...)
{
    sqlite3_stmt *statement = of->made[which];
    va_list integers;
    sqlite3_reset(statement);
    va_start(integers, count);
    for (int i = 1; i <= count; i++) {
        sqlite3_bind_int64(statement, i, va_arg(integers, int64_t));
    }
    va_end(integers);
    return statement;
}

int store_row(desk *of, sqlite3_stmt *statement, int *result)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        return 1;
    }
    if (code != SQLITE_DONE) {
        *result = database_error(of);
    }
    sqlite3_reset(statement);
    return 0;
}

ombud_view column_view(sqlite3_stmt *statement, int column)
{
    const char *bytes = sqlite3_column_blob(statement, column);
    ombud_view view = {bytes ? bytes : "", bytes ? (size_t)sqlite3_column_bytes(statement, column) : 0};
    return view;
}

/* A statement that gives no row. */
static int run(desk *of, sql which)
{
    int result = EXIT_GOOD;
    (void)store_row(of, store_sql(of, which, 0), &result);
    return result;
}

static int execute(desk *of, const char *text)
{
    return sqlite3_exec(of->db, text, NULL, NULL, NULL) == SQLITE_OK ? EXIT_GOOD : database_error(of);
}

/* ---- digests ----------------------------------------------------------------------------------------------------- */

void sealed(const desk *of, const ombud_view *parts, size_t count, unsigned char out[SHA256_LENGTH])
{
    hmac_sha256 seal;
    hmac_sha256_begin(&seal, of->key.text, of->key.length);
    for (size_t i = 0; i < count; i++) {
        hmac_sha256_add(&seal, parts[i].ptr, parts[i].len);
    }
    hmac_sha256_end(&seal, out);
}

void grow_hex(growing *to, const unsigned char *bytes, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < length; i++) {
        char two[2] = {digits[bytes[i] >> 4], digits[bytes[i] & 15]};
        (void)grow(to, two, sizeof two);
    }
}

/* The digest of an entry after the one before: lengths go first, so that no byte passes from one field to the next. */
static void digest_entry(const desk *of, const entry *what, unsigned char out[SHA256_LENGTH])
{
    char numbers[256];
    int length = snprintf(numbers, sizeof numbers,
                          "hr-desk %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %" PRId64 " %s %zu %zu %zu\n",
                          what->number, what->at, what->by, what->matter, what->person, what->kind, what->text.len,
                          what->decision.len, what->chain.len);
    ombud_view parts[] = {{numbers, (size_t)length},
                          {(const char *)of->head, what->number > 1 ? SHA256_LENGTH : 0},
                          what->text, what->decision, what->chain};
    sealed(of, parts, sizeof parts / sizeof *parts, out);
}

/* ---- verifying --------------------------------------------------------------------------------------------------- */

/* Names an entry that is not what it was, and for an event its line in its case. */
static int not_verified(desk *of, int64_t number, const char *kind, int64_t of_case)
{
    const char *remedy = number == 1 ? "is this the key of this desk? if it is, restore a backup" : "restore a backup";
    int result = EXIT_GOOD;
    sqlite3_stmt *lines = store_sql(of, SQL_LINES_UP_TO, 2, of_case, number);
    int64_t line = store_row(of, lines, &result) ? sqlite3_column_int64(lines, 0) : 0;
    sqlite3_reset(lines);
    if (strcmp(kind, "event") == 0) {
        return complain(EXIT_BAD_INPUT, of->file,
                        "entry %" PRId64 ", line %" PRId64 " of case %" PRId64
                        ", is the first that does not verify: it was altered, or one was put in or taken out; %s",
                        number, line, of_case, remedy);
    }
    return complain(EXIT_BAD_INPUT, of->file,
                    "entry %" PRId64 " (%s) is the first that does not verify: it was altered, or one was put in or "
                    "taken out; %s",
                    number, kind, remedy);
}

/* Copies the kind of an entry where a later step cannot take it away; kinds are short words. */
static void keep_kind(char kind[16], sqlite3_stmt *row)
{
    ombud_view text = column_view(row, 5);
    size_t length = text.len < 15 ? text.len : 15;
    memcpy(kind, text.ptr, length);
    kind[length] = '\0';
}

static int verify_new(desk *of)
{
    int result = EXIT_GOOD;
    sqlite3_stmt *anchor = store_sql(of, SQL_DIGEST_OF, 1, of->verified);
    if (of->verified) {
        ombud_view digest = {"", 0};
        int there = store_row(of, anchor, &result);
        digest = there ? column_view(anchor, 0) : digest;
        there = digest.len == SHA256_LENGTH && memcmp(digest.ptr, of->head, SHA256_LENGTH) == 0;
        sqlite3_reset(anchor);
        if (result != EXIT_GOOD || !there) {
            return result != EXIT_GOOD ? result : not_verified(of, of->verified, "changed while it was open", 0);
        }
    }
    sqlite3_stmt *row = store_sql(of, SQL_ENTRIES, 1, of->verified);
    while (result == EXIT_GOOD && store_row(of, row, &result)) {
        unsigned char made[SHA256_LENGTH];
        char kind[16];
        keep_kind(kind, row);
        entry what = {sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1), sqlite3_column_int64(row, 2),
                      sqlite3_column_int64(row, 3), sqlite3_column_int64(row, 4), kind,
                      column_view(row, 6), column_view(row, 7), column_view(row, 8)};
        ombud_view digest = column_view(row, 9);
        digest_entry(of, &what, made);
        if (what.number != of->verified + 1 || digest.len != sizeof made ||
            memcmp(digest.ptr, made, sizeof made) != 0) {
            int64_t number = what.number, of_case = what.matter;
            sqlite3_reset(row);
            return not_verified(of, number, kind, of_case);
        }
        of->verified = what.number;
        memcpy(of->head, made, sizeof made);
    }
    return result;
}

/* ---- transactions ------------------------------------------------------------------------------------------------ */

int store_begin(desk *of, int writing)
{
    int result = run(of, writing ? SQL_WRITE : SQL_READ);
    return result == EXIT_GOOD ? verify_new(of) : result;
}

int store_end(desk *of, int good)
{
    if (good) {
        int result = run(of, SQL_COMMIT);
        if (result == EXIT_GOOD) {
            return EXIT_GOOD;
        }
        (void)run(of, SQL_ROLLBACK);
        return result;
    }
    return sqlite3_get_autocommit(of->db) ? EXIT_GOOD : run(of, SQL_ROLLBACK);
}

int store_append(desk *of, entry *what)
{
    unsigned char made[SHA256_LENGTH];
    int result = EXIT_GOOD;
    what->number = of->verified + 1;
    what->at = (int64_t)time(NULL);
    what->by = of->as;
    digest_entry(of, what, made);
    sqlite3_stmt *row =
        store_sql(of, SQL_APPEND, 5, what->number, what->at, what->by, what->matter, what->person);
    sqlite3_bind_text(row, 6, what->kind, -1, SQLITE_TRANSIENT);
    sqlite3_bind_text(row, 7, what->text.ptr, (int)what->text.len, SQLITE_TRANSIENT);
    sqlite3_bind_text(row, 8, what->decision.ptr, (int)what->decision.len, SQLITE_TRANSIENT);
    sqlite3_bind_blob(row, 9, what->chain.ptr, (int)what->chain.len, SQLITE_TRANSIENT);
    sqlite3_bind_blob(row, 10, made, sizeof made, SQLITE_TRANSIENT);
    (void)store_row(of, row, &result);
    if (result == EXIT_GOOD) {
        of->verified = what->number;
        memcpy(of->head, made, sizeof made);
    }
    return result;
}

/* ---- opening ----------------------------------------------------------------------------------------------------- */

static int read_key(desk *of)
{
    struct stat about;
    int result = file_read(of->key_file, &of->key);
    if (result != EXIT_GOOD) {
        return result;
    }
    if (of->key.length < KEY_MIN) {
        return complain(EXIT_BAD_INPUT, of->key_file, "a key has at least %d bytes; make one: "
                        "head -c 32 /dev/urandom >%s", KEY_MIN, of->key_file);
    }
    if (stat(of->key_file, &about) != 0 || (about.st_mode & (S_IRWXG | S_IRWXO))) {
        return complain(EXIT_BAD_INPUT, of->key_file, "others than its owner may read it; chmod 600 %s", of->key_file);
    }
    return EXIT_GOOD;
}

/* Asks again each millisecond: SQLite's own waiting grows to a tenth of a second, and starves beside a busy writer. */
static int wait_turn(void *user, int tries)
{
    const struct timespec millisecond = {0, 1000000};
    (void)user;
    (void)nanosleep(&millisecond, NULL);
    return tries < WAIT_MS;
}

static int reach(desk *of)
{
    if (sqlite3_open_v2(of->file, &of->db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
        return database_error(of);
    }
    sqlite3_busy_handler(of->db, wait_turn, NULL);
    sqlite3_db_config(of->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(of->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    return execute(of, "PRAGMA synchronous = FULL");
}

static int prepare(desk *of)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        if (sqlite3_prepare_v3(of->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT, &of->made[i], NULL) !=
            SQLITE_OK) {
            return database_error(of);
        }
    }
    return EXIT_GOOD;
}

/* The one number that a statement outside of the table gives. */
static int one_number(desk *of, const char *text, int64_t *out)
{
    sqlite3_stmt *statement = NULL;
    int good = sqlite3_prepare_v2(of->db, text, -1, &statement, NULL) == SQLITE_OK &&
               sqlite3_step(statement) == SQLITE_ROW;
    *out = good ? sqlite3_column_int64(statement, 0) : 0;
    int result = good ? EXIT_GOOD : database_error(of);
    sqlite3_finalize(statement);
    return result;
}

/* Exactly the tables, indexes and triggers that this program makes: none less, none other. */
static int check_schema(desk *of)
{
    sqlite3_stmt *statement = NULL;
    unsigned found = 0, others = 0;
    int code = sqlite3_prepare_v2(of->db, "SELECT sql FROM sqlite_schema", -1, &statement, NULL);
    while (code == SQLITE_OK && sqlite3_step(statement) == SQLITE_ROW) {
        ombud_view text = column_view(statement, 0);
        unsigned known = 0;
        for (unsigned i = 0; i < SCHEMA_COUNT; i++) {
            if (text.len == strlen(schema[i]) && memcmp(text.ptr, schema[i], text.len) == 0) {
                known = 1U << i;
            }
        }
        found |= known;
        others += !known;
    }
    sqlite3_finalize(statement);
    if (found != (1U << SCHEMA_COUNT) - 1 || others) {
        return complain(EXIT_BAD_INPUT, of->file, "its tables or triggers are not those that hr-desk makes: it was "
                        "altered; restore a backup");
    }
    return EXIT_GOOD;
}

int store_create(desk *of)
{
    int result = read_key(of);
    int file = result == EXIT_GOOD ? open(of->file, O_CREAT | O_EXCL | O_RDWR, S_IRUSR | S_IWUSR) : -1;
    if (result == EXIT_GOOD && file < 0) {
        return complain(EXIT_BAD_INPUT, of->file, "cannot be made: %s; name a file that is not there yet, or go on "
                        "without init", strerror(errno));
    }
    if (result == EXIT_GOOD) {
        close(file);
        result = reach(of);
    }
    result = result == EXIT_GOOD ? execute(of, "PRAGMA journal_mode = WAL; BEGIN IMMEDIATE") : result;
    for (size_t i = 0; result == EXIT_GOOD && i < SCHEMA_COUNT; i++) {
        result = execute(of, schema[i]);
    }
    if (result == EXIT_GOOD) {
        char text[96];
        snprintf(text, sizeof text, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION, VERSION);
        result = execute(of, text);
    }
    return result == EXIT_GOOD ? prepare(of) : result;
}

int store_open(desk *of)
{
    int64_t application = 0, version = 0;
    int result = read_key(of);
    result = result == EXIT_GOOD ? reach(of) : result;
    result = result == EXIT_GOOD ? one_number(of, "PRAGMA application_id", &application) : result;
    result = result == EXIT_GOOD ? one_number(of, "PRAGMA user_version", &version) : result;
    if (result != EXIT_GOOD) {
        return result;
    }
    if (application != APPLICATION) {
        return complain(EXIT_BAD_INPUT, of->file,
                        "is a database of another program; name one that `hr-desk init` made");
    }
    if (version != VERSION) {
        return complain(EXIT_BAD_INPUT, of->file, "is of version %" PRId64 " of the desk, this program is of %d; use "
                        "the program that made it", version, VERSION);
    }
    result = check_schema(of);
    return result == EXIT_GOOD ? prepare(of) : result;
}

void store_close(desk *of)
{
    for (int i = 0; i < SQL_COUNT; i++) {
        sqlite3_finalize(of->made[i]);
    }
    sqlite3_close(of->db);
    for (size_t i = 0; i < LAWS_MAX; i++) {
        ombud_law_free(of->laws[i]);
    }
    file_free(&of->key);
    free(of->out.text);
}
