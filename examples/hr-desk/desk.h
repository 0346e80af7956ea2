/*
 * What the files of hr-desk share. The program uses the public headers of libombud, SQLite, the digests of
 * examples/chain, and from the program `ombud` the reading of files and the text that grows.
 */
#ifndef HR_DESK_H
#define HR_DESK_H

#include <ombud/ombud.h>
#include <sqlite3.h>

#include "../chain/sha256.h"
#include "../ombud/cli.h"

/* Roles at the desk, as bits; roles in a case are the law's. */
enum { GRANT_ADMIN = 1, GRANT_KEEPER = 2, GRANT_AUDITOR = 4 };

/* ---- the store: store.c ------------------------------------------------------------------------------------------ */

/* The program's statements; their texts stand in store.c in this order. */
typedef enum sql {
    SQL_READ,
    SQL_WRITE,
    SQL_COMMIT,
    SQL_ROLLBACK,
    SQL_DIGEST_OF,
    SQL_ENTRIES,
    SQL_APPEND,
    SQL_LINES_UP_TO,
    SQL_NAME_SET,
    SQL_NAME_OF,
    SQL_NAMES,
    SQL_NAME_SEAL,
    SQL_GRANTS,
    SQL_ROLES,
    SQL_CASES,
    SQL_CASE,
    SQL_LEDGER,
    SQL_LOOKS,
    SQL_INTEGRITY,
    SQL_COUNT
} sql;

enum { LAWS_MAX = 8 };

/* An open desk: its database, and what the request at hand says. */
typedef struct desk {
    const char *file, *key_file; /* as they were named */
    sqlite3 *db;
    sqlite3_stmt *made[SQL_COUNT];
    text_file key;
    int64_t verified;                  /* the ledger verified up to this entry … */
    unsigned char head[SHA256_LENGTH]; /* … whose digest this is */
    ombud_law *laws[LAWS_MAX];         /* those that cases needed so far */
    growing out;                       /* shown once the transaction has ended well */

    int64_t as;       /* who asks */
    unsigned grants;  /* their roles at the desk */
    unsigned needed;  /* of which the verb needs one; 0: none */
    ombud_day today;
    ombud_lang lang;
    int64_t days;
    const char *domain;
    char **words; /* what stands after the verb */
    size_t word_count;
} desk;

/* An entry of the ledger. What an entry lacks is 0 or empty, never NULL. */
typedef struct entry {
    int64_t number, at, by, matter, person;
    const char *kind; /* person, grant, open, party, item, event, look */
    ombud_view text, decision, chain;
} entry;

/* Says on stderr `PLACE: what; remedy`, formatted. @return `result` */
int complain(int result, const char *place, const char *format, ...);
int no_memory(void);
/* Makes an empty desk. @return an exit status, as all below: EXIT_FOUND is refused, or something was found */
int store_create(desk *of);
/* Opens one that is there and looks that it is of this program, unaltered in its form. */
int store_open(desk *of);
void store_close(desk *of);
/* Begins a transaction and verifies the entries that came since the last one. */
int store_begin(desk *of, int writing);
int store_end(desk *of, int good);
/* A statement, reset, with `count` integers bound from its first parameter on. */
sqlite3_stmt *store_sql(desk *of, sql which, int count, ...);
/* Whether a step gave a row: 1, or 0 at the end; `*result` is set if it failed. */
int store_row(desk *of, sqlite3_stmt *statement, int *result);
ombud_view column_view(sqlite3_stmt *statement, int column);
/* Appends to the ledger; number and instant are set. */
int store_append(desk *of, entry *what);
/* HMAC of the desk's key over parts. */
void sealed(const desk *of, const ombud_view *parts, size_t count, unsigned char out[SHA256_LENGTH]);
void grow_hex(growing *to, const unsigned char *bytes, size_t length);

/* ---- cases: matter.c --------------------------------------------------------------------------------------------- */

typedef struct matter {
    int64_t number;
    const ombud_law *law;
    ombud_settings *settings;
    ombud_case *of;
    growing chain;   /* digests of the journal's lines */
    ombud_asof seen; /* as whom the one who asks sees it, today */
    uint64_t roles;  /* theirs in this case */
    int party;
} matter;

/* Makes a case of its entries and holds it against its chain. EXIT_FOUND, with nothing said, if there is none. */
int matter_load(desk *of, int64_t number, matter *out);
void matter_free(matter *of);
/* A case that the one who asks may see; says so if there is none. */
int matter_see(desk *of, const char *word, matter *out);
/* A law by its name, built in. */
int law_find(desk *of, const char *name, size_t length, const ombud_law **out);
/* Records an event with its decision in the ledger, in the transaction at hand. `place` and `line` are for messages. */
int matter_record(desk *of, matter *in, const ombud_event *event, int propose, const char *place, size_t line,
                  size_t column);
/* A line of the journal as the one who asks may see it; 0 past the last. */
int matter_line(desk *of, const matter *in, size_t position, growing *out);
/* A failure of the library about a case. */
int matter_error(const matter *of, ombud_status status, const ombud_error *err);

/* ---- who may what: access.c -------------------------------------------------------------------------------------- */

/* The roles of a person at the desk; EXIT_BAD_INPUT if nobody has that number. */
int access_enter(desk *of);
/* Reads names of roles at the desk. */
int access_grants(ombud_view names, unsigned *out);
/* As whom the case is seen: through the roles held in it, whole for an auditor who holds none. EXIT_FOUND if not at
 * all. */
int access_case(desk *of, matter *in);
/* Whether a person's number stands in what the one who asks may see of the case. */
int access_person(desk *of, const matter *in, int64_t person);

/* ---- transactions: main.c ---------------------------------------------------------------------------------------- */

typedef int (*desk_body)(desk *of, void *user);
/* Who asks is looked up, `body` runs, all of it is kept or none, and only then is what it wrote shown. */
int transact(desk *of, int writing, desk_body body, void *user);

/* ---- verbs ------------------------------------------------------------------------------------------------------- */

/* Those that write: keep.c. */
int desk_init(desk *of);
int desk_person(desk *of);
int desk_grant(desk *of);
int desk_open(desk *of);
int desk_party(desk *of);
int desk_item(desk *of);
int desk_record(desk *of);
int desk_propose(desk *of);
int desk_name(desk *of);
/* Those that ask: ask.c. */
int desk_cases(desk *of);
int desk_show(desk *of);
int desk_journal(desk *of);
int desk_due(desk *of);
int desk_why(desk *of);
int desk_audit(desk *of);
int desk_calendar(desk *of);
int desk_export(desk *of);
int desk_ledger(desk *of);
int desk_looks(desk *of);
int desk_head(desk *of);
int desk_verify(desk *of);
/* figures.c */
int desk_figures(desk *of);

/* Words and fields: words.c. */
int read_number(const char *word, const char *what, int64_t *out);
int read_hex(const char *word, unsigned char *out, size_t length);
/* The words from `first` on, a blank between; NULL if there is no memory. */
char *join_words(const desk *of, size_t first);
void out_text(desk *of, const char *z);
/* With control characters as blanks, and a tab or an end of line behind. */
void out_field(desk *of, ombud_view text, char behind);
void out_number(desk *of, int64_t number, char behind);
void out_day(desk *of, int there, ombud_day day, char behind);
void out_instant(desk *of, int64_t seconds, char behind);
void out_item(desk *of, ombud_view prefix, int64_t number, char behind);
void out_roles(desk *of, const ombud_law *law, uint64_t roles, char behind);
void out_provision(desk *of, const ombud_law *law, size_t provision, char behind);

#endif
