/*
 * ombud: cases under reporting procedures laid down by law, from the command line. The table of verbs, the help, the
 * exit statuses.
 */
#include "cli.h"

#include <string.h>
#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#endif

typedef struct verb {
    const char *name;
    int (*run)(const options *opts);
    unsigned taken;
    const char *usage;
    const char *help;
} verb;

#define SEEN (OPT_AS_OF | OPT_KNOWN_BY | OPT_FOR | OPT_LAW | OPT_SETTINGS)
#define SHOWN (OPT_LANG | OPT_JSON)

static const verb verbs[] = {
    {"run", verb_run, SEEN | SHOWN | OPT_COLOR, "FILE",
     "Shows a case: what happened, which last days passed and why, what is open now, findings, answers, and the next "
     "day\n"
     "on which time alone changes an answer.\n"},
    {"check", verb_check,
     OPT_TAP | OPT_JSON | OPT_LANG | OPT_LAW | OPT_SETTINGS | OPT_JUNIT | OPT_COVERAGE | OPT_FAIL_UNDER, "FILE...",
     "Judges the expectations of case files. The last line is 'N passed, N failed'. A failed expectation shows what "
     "was\n"
     "expected, what was got, the provision's gloss, and the line that would hold.\n"},
    {"audit", verb_audit, SEEN | SHOWN | OPT_COLOR, "FILE...",
     "Lists the findings of cases with provision, day and who is answerable, and what was a finding until a line "
     "entered\n"
     "late cured it, with that line. Exit status 1 if there is any finding; what is cured alone makes none.\n"},
    {"may", verb_may, OPT_KNOWN_BY | OPT_FOR | OPT_LAW | OPT_SETTINGS | SHOWN | OPT_COLOR | OPT_BY | OPT_ON,
     "FILE EVENT ITEM [NAME=VALUE...]",
     "May this event happen? The verdict with its provision and what is missing. Nothing is recorded. Facts and "
     "arguments\n"
     "follow as further words: ombud may report.case report.closed_as_minor r1 minor=yes --by p2 --on 2026-05-04\n"
     "Exit status 0 if permitted (or conforms), 1 for any other verdict.\n"},
    {"due", verb_due, SEEN | OPT_TSV | OPT_JSON, "FILE...",
     "Lists every duty that ever ran: case, duty, item, provision, status, last day. Tab-separated with a header line; "
     "an\n"
     "empty last field is a duty without a known last day.\n"},
    {"route", verb_route, OPT_AS_OF | OPT_LAW | SHOWN, "FACTS",
     "Which laws apply? Puts a file of facts (docs/routing.md) to every law: yes, no or undetermined, with the "
     "provision "
     "and\n"
     "the facts that are missing. Exit status 1 if a law is undetermined.\n"},
    {"show", verb_show, OPT_LAW | SHOWN, "LAW:PROVISION",
     "Shows a provision: citation, gloss, when it is in force, its rows, their readings, and the tests that rest on "
     "it.\n"},
    {"rules", verb_rules, OPT_LAW | SHOWN, "LAW",
     "Prints a law provision by provision, with the rows that execute each.\n"},
    {"laws", verb_laws, OPT_LAW | SHOWN, "", "Lists the laws that are built in, and those of --law.\n"},
    {"provisions", verb_provisions, OPT_LAW | SHOWN, "[LAW]",
     "Lists provisions, tab-separated with a header line: id, citation, from, to, modality, treatment, reason.\n"
     "Treatment is executed (rows run), recorded (what happens under it is recorded), or outside, with the reason.\n"},
    {"readings", verb_readings, OPT_LAW | SHOWN, "[LAW]",
     "Lists the open questions of a law and what each became: a reading with its alternatives (* is the default), a "
     "length\n"
     "the host sets, a fact, or a fixed answer.\n"},
    {"words", verb_words, OPT_LAW | SHOWN | OPT_TSV, "LAW [ITEM]",
     "Lists the words of a case file of that law: items with their events, facts and links, roles, readings and\n"
     "lengths, with who acts, what an event carries and what silence means. ITEM is one kind, such as report.\n"},
    {"texts", verb_texts, OPT_LAW, "LAW",
     "Lists the texts that a language of a host's is asked for (docs/languages.md): those of the law, and those of\n"
     "which sentences are made, one a line, each once, in English.\n"},
    {"date", verb_date, OPT_ROLL | OPT_HOLIDAY | OPT_BATCH | OPT_JSON,
     "add START PERIOD | brussels SECONDS | (add|brussels) --batch",
     "add: the last day of a period that begins at START, that day not counted: ombud date add 2026-02-02 P3M\n"
     "brussels: the day it is in Brussels at SECONDS since 1970-01-01T00:00:00Z, from 1996 on.\n"
     "--batch reads stdin: a line START<TAB>PERIOD<TAB>none|next_working_day|previous_working_day for add, a line "
     "SECONDS\n"
     "for brussels; one day a line is written. A bad line ends it with its number and exit status 2.\n"},
    {"timeline", verb_timeline, SEEN | OPT_LANG | OPT_OUT, "FILE [SCENARIO]",
     "Draws a case as SVG: events, terms as bars with their last days and articles, findings. Open it in a browser.\n"},
    {"calendar", verb_calendar, SEEN | OPT_LANG | OPT_OUT | OPT_DOMAIN | OPT_SALT | OPT_DETAILED | OPT_ALARM,
     "FILE [SCENARIO]",
     "Writes the duties that are open or overdue and have a last day as a calendar (RFC 5545). An entry says only\n"
     "that a duty is due, and bears a name from which nothing can be read; --domain and --salt are needed for it.\n"},
    {"draw", verb_draw, OPT_LAW | OPT_LANG | OPT_OUT, "LAW [ITEM]",
     "Draws the states of a law's items, the events between them and the terms they open, as DOT for Graphviz:\n"
     "ombud draw bxl2019 report | dot -Tsvg > report.svg\n"},
    {"boundaries", verb_boundaries, OPT_AS_OF | OPT_LAW | OPT_SETTINGS, "FILE",
     "Writes the scenarios a file lacks: for each term with a last day, the day before, that day and the day after,\n"
     "with what the library answers there. That is generated: read it against the law before you keep it.\n"},
    {"figures", verb_figures,
     OPT_AS_OF | OPT_KNOWN_BY | OPT_LAW | OPT_SETTINGS | SHOWN | OPT_COLOR | OPT_CSV | OPT_PERIOD | OPT_THRESHOLD,
     "FILE...",
     "Counts cases in the tables that a law defines, by what happened between two days, each as it stood at the end "
     "of\n"
     "--as-of: lines of later days do not count, nor lines entered later, unless --known-by gives another day for "
     "those.\n"
     "Small counts are withheld, and so many others that none can be computed from the rest.\n"},
    {"diff", verb_diff, SEEN | SHOWN | OPT_NEW, "FILE...",
     "What another wording of a law, or other settings, would change: the verdicts, findings and last days that move.\n"
     "Exit status 1 if anything moves.\n"},
    {"prove", verb_prove, OPT_LAW | OPT_JSON | OPT_OUT, "LAW|FILE.law",
     "Looks for what is wrong with the rows of a law whatever a case holds (docs/proving.md): guards that decide\n"
     "nothing, rows without effect, states without a way out, duties that nothing ends, two answers at once. Exit\n"
     "status 1 if anything is wrong, not for warnings.\n"},
    {"explore", verb_explore, OPT_LAW | OPT_JSON | OPT_OUT | OPT_RECORDED | OPT_READINGS | OPT_BOUNDS,
     "LAW|FILE.law [ITEM]",
     "Walks through every situation that a case can come to by lawful events, for each kind of item with those linked\n"
     "to it, and judges the invariants of the law in each (docs/proving.md). Says how many situations there were and\n"
     "what it left out. Exit status 1 if anything does not hold, not for warnings.\n"},
    {"plan", verb_plan, SHOWN | OPT_COLOR | OPT_HTML, "[FOLDER]",
     "Shows a plan of measures from the tables in a folder (docs/plan.md): what its report names, its printed tables\n"
     "beside what is counted, measures that nothing names, demands, what recurs. Exit status 1 if something does not\n"
     "agree.\n"},
};
#define VERB_COUNT (sizeof verbs / sizeof verbs[0])

static const struct option_help {
    unsigned bit;
    const char *text;
} option_helps[] = {
    {OPT_AS_OF,
     "  --as-of DAY       as of the end of that day; otherwise the last day written in the file, never today\n"},
    {OPT_KNOWN_BY, "  --known-by DAY    leave out what was entered later\n"},
    {OPT_FOR, "  --for ROLE[,pN]   what a role, or that person in it, may know; the rest is absent\n"},
    {OPT_BY, "  --by PERSON       who acts: p2\n"},
    {OPT_ON, "  --on DAY          the day of the event; otherwise the last day written in the file\n"},
    {OPT_LANG, "  --lang LANGUAGE   fr, nl or en (default)\n"},
    {OPT_JSON, "  --json            JSON, one object a line (docs/json.md)\n"},
    {OPT_CSV, "  --csv             comma-separated, one line a count\n"},
    {OPT_PERIOD, "  --from DAY        first day of the period; otherwise the first of the year of --as-of\n"},
    {OPT_PERIOD, "  --to DAY          last day of the period; otherwise the last of that year\n"},
    {OPT_THRESHOLD,
     "  --threshold N     counts from 1 to below N are withheld: 3 to 1000, otherwise 5; 0 withholds nothing\n"},
    {OPT_NEW, "  --new-law FILE    another wording of the law, by the same name\n"},
    {OPT_NEW, "  --new-settings FILE  settings to be added to those in the file\n"},
    {OPT_NEW, "  --new-setting LINE   the same, one line: 'reading Q-02 acknowledgement'\n"},
    {OPT_TSV, "  --tsv             tab-separated with a header line\n"},
    {OPT_TAP, "  --tap             Test Anything Protocol\n"},
    {OPT_HTML, "  --html FILE       also as a page of HTML, into that file\n"},
    {OPT_JUNIT, "  --junit FILE      also as JUnit XML, into that file\n"},
    {OPT_COVERAGE, "  --coverage        what of the law the cases show, and why the rest is not shown\n"},
    {OPT_FAIL_UNDER, "  --fail-under N    exit status 1 if less than N percent of the rows of a law are covered\n"},
    {OPT_LAW, "  --law FILE.law    a law of your own, by the name it gives itself; may be repeated\n"},
    {OPT_SETTINGS, "  --settings FILE   settings (docs/settings.md), added to those in the file\n"},
    {OPT_ROLL, "  --roll ROLL       none (default), next_working_day or previous_working_day\n"},
    {OPT_HOLIDAY, "  --holiday DAY     a further day without work; may be repeated\n"},
    {OPT_BATCH, "  --batch           one question a line on stdin\n"},
    {OPT_OUT, NULL}, /* out_helps */
    {OPT_DOMAIN, "  --domain DOMAIN   a domain of yours, behind the name of each entry\n"},
    {OPT_SALT, "  --salt SALT       at least 16 bytes, always the same and known to nobody else\n"},
    {OPT_DETAILED, "  --detailed        name case, duty and article in each entry\n"},
    {OPT_ALARM, "  --alarm DAYS      an alarm so many days before each last day\n"},
    {OPT_RECORDED, "  --recorded        events that are not permitted too: it holds, or a finding stands\n"},
    {OPT_READINGS, "  --readings        then each other alternative of each reading, one at a time\n"},
    {OPT_BOUNDS, "  --situations N    at most so many in one walk; 20000 otherwise\n"},
    {OPT_BOUNDS, "  --with NAME,NAME  only these items, or events (ITEM.EVENT), walk together; ITEM: it walks alone\n"},
    {OPT_COLOR, "  --color WHEN      auto (default), always or never; NO_COLOR is respected\n"},
};

/* What --out does is each verb's own. */
static const struct {
    int (*run)(const options *opts);
    const char *text;
} out_helps[] = {
    {verb_timeline, "  --out FILE        write the picture there, not to stdout\n"},
    {verb_calendar, "  --out FILE        write the calendar there, not to stdout\n"},
    {verb_draw, "  --out FILE        write the graph there, not to stdout\n"},
    {verb_prove, "  --out FOLDER      also write the cases that show a flaw into that folder, which must be there\n"},
    {verb_explore,
     "  --out FOLDER      also write the cases that show what does not hold into that folder, which must be there\n"},
};

static const char exit_help[] = "Exit status: 0 good; 1 findings, failed expectations, not permitted; 2 bad input or "
                                "usage; 3 out of memory or internal.\n";

static int help(void)
{
    fputs("usage: ombud VERB [OPTION...] [WORD...]\n\n", stdout);
    for (size_t i = 0; i < VERB_COUNT; i++) {
        printf("  ombud %s%s%s\n", verbs[i].name, *verbs[i].usage ? " " : "", verbs[i].usage);
    }
    fputs("\n`ombud VERB --help` says more. A FILE of `-` is stdin. What ombud says is no legal advice.\n", stdout);
    fputs(exit_help, stdout);
    return EXIT_GOOD;
}

static void put_option_help(const verb *asked, const struct option_help *option)
{
    if (option->text) {
        fputs(option->text, stdout);
    }
    for (size_t i = 0; option->bit == OPT_OUT && i < sizeof out_helps / sizeof out_helps[0]; i++) {
        if (out_helps[i].run == asked->run) {
            fputs(out_helps[i].text, stdout);
        }
    }
}

static int help_of(const verb *asked)
{
    printf("usage: ombud %s [OPTION...]%s%s\n\n%s\n", asked->name, *asked->usage ? " " : "", asked->usage, asked->help);
    for (size_t i = 0; i < sizeof option_helps / sizeof option_helps[0]; i++) {
        if (asked->taken & option_helps[i].bit) {
            put_option_help(asked, &option_helps[i]);
        }
    }
    fputs("  --help            this text\n\n", stdout);
    fputs(exit_help, stdout);
    return EXIT_GOOD;
}

static const verb *find_verb(const char *name)
{
    for (size_t i = 0; i < VERB_COUNT; i++) {
        if (strcmp(verbs[i].name, name) == 0) {
            return &verbs[i];
        }
    }
    return NULL;
}

/* What was written must have arrived. */
static int closed(int result)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fputs("ombud: stdout could not be written; see that there is room and that its reader stays\n", stderr);
        return EXIT_NO_MEMORY;
    }
    return result;
}

int main(int argc, char **argv)
{
    static options opts;
#ifdef _WIN32
    /* The same bytes as everywhere: a line of a calendar ends with CR LF already. */
    (void)_setmode(_fileno(stdout), _O_BINARY);
#endif
    if (argc < 2) {
        return usage_error(NULL, "a verb is missing", NULL);
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return closed(help());
    }
    if (strcmp(argv[1], "help") == 0) {
        const verb *asked = argc > 2 ? find_verb(argv[2]) : NULL;
        return argc > 2 && !asked ? usage_error(NULL, "there is no such verb:", argv[2])
                                  : closed(asked ? help_of(asked) : help());
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("ombud %s\n", ombud_version_string());
        return closed(EXIT_GOOD);
    }
    const verb *asked = find_verb(argv[1]);
    if (!asked) {
        const char *what = argv[1][0] == '-' ? "there is no such option before a verb:" : "there is no such verb:";
        return usage_error(NULL, what, argv[1]);
    }
    int result = options_read(&opts, asked->name, asked->taken, argc - 2, argv + 2);
    if (result != EXIT_GOOD) {
        return result;
    }
    return closed(opts.help ? help_of(asked) : asked->run(&opts));
}
