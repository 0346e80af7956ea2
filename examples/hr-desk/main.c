/*
 * hr-desk: a desk that keeps cases in a database. Options, the table of verbs, and the transaction around each.
 */
#include "desk.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* ---- verbs ------------------------------------------------------------------------------------------------------- */

enum { READS, WRITES, ITSELF }; /* the transaction: to read, to write, or begun by the verb */
#define ANYBODY 0U
#define ANY_GRANT (GRANT_ADMIN | GRANT_KEEPER | GRANT_AUDITOR)

static const struct verb {
    const char *name, *words, *help;
    int (*run)(desk *of);
    unsigned needed; /* one of these roles at the desk */
    int transaction;
    size_t least, most; /* words after it */
} verbs[] = {
    {"init", "NAME", "make the desk; who makes it is its first admin", desk_init, ANYBODY, ITSELF, 1, SIZE_MAX},
    {"person", "N NAME", "add a person, or correct their name (admin)", desk_person, GRANT_ADMIN, WRITES, 2, SIZE_MAX},
    {"grant", "N ROLES", "roles at the desk: admin,keeper,auditor or none (admin)", desk_grant, GRANT_ADMIN, WRITES, 2,
     2},
    {"open", "CASE LAW [SETTINGS]", "open a case (keeper)", desk_open, GRANT_KEEPER, WRITES, 2, 3},
    {"party", "CASE N ROLES", "give a person roles in a case (keeper)", desk_party, GRANT_KEEPER, WRITES, 3, 3},
    {"item", "CASE ITEM", "declare an item that no event creates, such as o1 (keeper)", desk_item, GRANT_KEEPER, WRITES,
     2, 2},
    {"record", "CASE DAY EVENT ...|-", "record what happened, lawful or not; - reads lines", desk_record, ANYBODY,
     ITSELF, 2, SIZE_MAX},
    {"propose", "CASE DAY EVENT ...|-", "record it only if the law permits it", desk_propose, ANYBODY, ITSELF, 2,
     SIZE_MAX},
    {"cases", "", "the cases you may see, and as whom", desk_cases, ANYBODY, READS, 0, 0},
    {"show", "CASE", "the case as you may see it", desk_show, ANYBODY, READS, 1, 1},
    {"journal", "[CASE]", "lines of the journal that you may see", desk_journal, ANYBODY, READS, 0, 1},
    {"due", "", "what is overdue or due within --days (7)", desk_due, ANYBODY, READS, 0, 0},
    {"why", "CASE [EVENT ...]", "why these duties and findings; may this event happen today?", desk_why, ANYBODY, READS,
     1, SIZE_MAX},
    {"audit", "[CASE]", "findings; exit status 1 if there are any", desk_audit, ANYBODY, READS, 0, 1},
    {"calendar", "[CASE]", "what is due, as a calendar (RFC 5545)", desk_calendar, ANYBODY, READS, 0, 1},
    {"name", "CASE N", "who that number is; each look is kept in the ledger", desk_name, ANYBODY, WRITES, 2, 2},
    {"export", "CASE", "the whole case as a .case file (auditor)", desk_export, GRANT_AUDITOR, READS, 1, 1},
    {"figures", "YEAR LAW", "what the law has counted in a year, as CSV; counts under 5 withheld (auditor)",
     desk_figures, GRANT_AUDITOR, READS, 2, 2},
    {"looks", "", "who looked whose name up (auditor)", desk_looks, GRANT_AUDITOR, READS, 0, 0},
    {"ledger", "", "every entry (auditor)", desk_ledger, GRANT_AUDITOR, READS, 0, 0},
    {"head", "", "the head of the chain, to be noted elsewhere", desk_head, ANY_GRANT, READS, 0, 0},
    {"verify", "[ENTRY DIGEST]", "hold everything against the chain, and against a head noted before", desk_verify,
     ANY_GRANT, READS, 0, 2},
};

static int usage(FILE *to)
{
    fputs("usage: hr-desk VERB ... [--desk FILE] [--key FILE] [--as N] [--today DAY] [--lang en|fr|nl] [--days N]\n"
          "               [--domain NAME]\n"
          "--desk, --key and --as may stand in HR_DESK, HR_DESK_KEY and HR_DESK_AS.\n\n",
          to);
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        fprintf(to, "    %-9s%-22s%s\n", verbs[i].name, verbs[i].words, verbs[i].help);
    }
    fputs("\nExit status: 0 good; 1 refused, or something was found; 2 bad input or a database that is not what it\n"
          "should be; 3 no memory.\n",
          to);
    return to == stdout ? EXIT_GOOD : EXIT_BAD_INPUT;
}

/* ---- options ----------------------------------------------------------------------------------------------------- */

enum { DESK, KEY, AS, TODAY, LANG, DAYS, DOMAIN, OPTION_COUNT };
static const char *const option_names[OPTION_COUNT] = {"--desk", "--key",  "--as",    "--today",
                                                       "--lang", "--days", "--domain"};
static const char *const variables[OPTION_COUNT] = {"HR_DESK", "HR_DESK_KEY", "HR_DESK_AS", NULL, NULL, NULL, NULL};

static int read_lang(const char *word, ombud_lang *out)
{
    static const char *const names[] = {"en", "fr", "nl"};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(word, names[i]) == 0) {
            *out = (ombud_lang)(OMBUD_LANG_EN + (ombud_lang)i);
            return EXIT_GOOD;
        }
    }
    return complain(EXIT_BAD_INPUT, "--lang", "'%s' is no language of hr-desk; name en, fr or nl", word);
}

static int read_today(const char *word, ombud_day *out)
{
    if (word) {
        return ombud_day_parse(word, strlen(word), out) == OMBUD_OK
                   ? EXIT_GOOD
                   : complain(EXIT_BAD_INPUT, "--today", "'%s' is no day; write YYYY-MM-DD", word);
    }
    return ombud_brussels_day((int64_t)time(NULL), out) == OMBUD_OK
               ? EXIT_GOOD
               : complain(EXIT_BAD_INPUT, "hr-desk", "the clock is set before 1996; set it, or say --today DAY");
}

/* Words to the front, options out; what an option lacks comes from its variable. */
static int read_options(desk *of, int count, char **words)
{
    const char *given[OPTION_COUNT] = {NULL};
    int64_t days = 7;
    of->words = words;
    for (int i = 0; i < count; i++) {
        int which = 0;
        while (which < OPTION_COUNT && strcmp(words[i], option_names[which]) != 0) {
            which++;
        }
        if (which == OPTION_COUNT && strncmp(words[i], "--", 2) == 0) {
            return complain(EXIT_BAD_INPUT, "hr-desk", "there is no option '%s'; see hr-desk --help", words[i]);
        }
        if (which == OPTION_COUNT) {
            of->words[of->word_count++] = words[i];
        } else if (++i == count) {
            return complain(EXIT_BAD_INPUT, "hr-desk", "%s wants a word after it; see hr-desk --help",
                            option_names[which]);
        } else {
            given[which] = words[i];
        }
    }
    for (int which = DESK; which <= AS; which++) {
        given[which] = given[which] ? given[which] : getenv(variables[which]);
        if (!given[which]) {
            return complain(EXIT_BAD_INPUT, "hr-desk", "%s is missing; give it, or set %s", option_names[which],
                            variables[which]);
        }
    }
    of->file = given[DESK];
    of->key_file = given[KEY];
    of->domain = given[DOMAIN] ? given[DOMAIN] : "hr-desk.invalid";
    int result = read_number(given[AS], "person", &of->as);
    result = result == EXIT_GOOD && given[DAYS] ? read_number(given[DAYS], "day count", &days) : result;
    if (result == EXIT_GOOD && days > 3660) {
        return complain(EXIT_BAD_INPUT, "--days", "'%s' is too far; give at most 3660", given[DAYS]);
    }
    of->days = days;
    result = result == EXIT_GOOD && given[LANG] ? read_lang(given[LANG], &of->lang) : result;
    return result == EXIT_GOOD ? read_today(given[TODAY], &of->today) : result;
}

/* ---- running ----------------------------------------------------------------------------------------------------- */

/* What is written reaches the reader, or the status says that it did not. */
static int flush(desk *of)
{
    int good = !of->out.failed && fwrite(of->out.text ? of->out.text : "", 1, of->out.length, stdout) == of->out.length;
    good = fflush(stdout) == 0 && good;
    of->out.length = 0;
    return good ? EXIT_GOOD : complain(EXIT_BAD_INPUT, "stdout", "cannot be written; what was recorded is recorded");
}

int transact(desk *of, int writing, desk_body body, void *user)
{
    int result = store_begin(of, writing);
    result = result == EXIT_GOOD ? access_enter(of) : result;
    if (result == EXIT_GOOD && of->needed && !(of->needed & of->grants)) {
        result = complain(EXIT_FOUND, "hr-desk",
                          "this is not for you: it needs another role at the desk; an admin "
                          "gives one: hr-desk grant N ROLES");
    } else if (result == EXIT_GOOD) {
        result = body(of, user);
    }
    /* Refused is a good end too: a look that was refused stays in the ledger. */
    int ended = store_end(of, result == EXIT_GOOD || result == EXIT_FOUND);
    result = ended == EXIT_GOOD ? result : ended;
    if (result == EXIT_GOOD || result == EXIT_FOUND) {
        int shown = flush(of);
        result = shown == EXIT_GOOD ? result : shown;
    }
    return result;
}

static int run_verb(desk *of, void *user)
{
    const struct verb *verb = user;
    return verb->run(of);
}

static const struct verb *find_verb(const char *name)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (strcmp(verbs[i].name, name) == 0) {
            return &verbs[i];
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    desk of = {0};
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return usage(argc < 2 ? stderr : stdout);
    }
    const struct verb *verb = find_verb(argv[1]);
    if (!verb) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "there is no verb '%s'; see hr-desk --help", argv[1]);
    }
    int result = read_options(&of, argc - 2, argv + 2);
    if (result == EXIT_GOOD && (of.word_count < verb->least || of.word_count > verb->most)) {
        result = complain(EXIT_BAD_INPUT, "hr-desk", "%s takes: %s; it was given %zu words", verb->name,
                          *verb->words ? verb->words : "no words", of.word_count);
    }
    of.needed = verb->needed;
    if (result == EXIT_GOOD && verb->run != desk_init) {
        result = store_open(&of);
    }
    if (result == EXIT_GOOD) {
        result = verb->transaction == ITSELF ? verb->run(&of)
                                             : transact(&of, verb->transaction == WRITES, run_verb, (void *)verb);
    }
    store_close(&of);
    return result;
}
