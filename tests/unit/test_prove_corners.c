/*
 * Corners of proofs and explorations: what witnesses carry, readings in turn, single kinds, bounds that are reached and
 * told, laws without persons, flaws that need two rows or a wording of their own. Each witness replays.
 */
#include "trial.h"

#include "ombud/prove.h"
#include "text_of.h"

/* ---- laws -------------------------------------------------------------------------------------------------------- */

#define HEAD(force)                                                                                                    \
    "law corner\ntitle en \"c\"\nforce " force                                                                         \
    "\nsource \"0\"\nscope narrow en \"n\"\nrole desk\nrole clerk\nitem person p\n"                                    \
    "item report r\n  states received, closed\n"                                                                       \
    "  event received by desk carries channel (internal, external), happened (day), wish (period), helper (note)\n"    \
    "  event closed, told, stopped by desk\n  fact minor stated by desk\n  fact urgent stated by desk silence no\n"    \
    "  fact shut stated by desk silence no\n  fact signed stated by desk\n  fact grave stated by clerk\n"              \
    "item note n\n  states kept\n  event kept by desk carries seen (day)\n  fact fair stated by clerk\n"               \
    "link about : note -> report\nreading Q-1 en \"?\"\n  one default\n  two\nreading Q-2 en \"?\"\n  one default\n  " \
    "two\n"
#define RULE(id) "provision " id " \"Art. " id "\" since 2000-01-01\n  anchor \"a\"\n  gloss en \"g\"\n"
#define MOVES                                                                                                          \
    "  report.received: -> received\n  report.closed: received -> closed\n  note.kept: -> kept\n  report.told: "       \
    "received -> same\n  report.stopped: received -> same makes shut, signed\n"
#define PLAIN HEAD("law") RULE("1") MOVES

#define DUTY(name, opened, more)                                                                                       \
    "  duty " name " desk to desk\n    opened by " opened "\n    within at most P7D\n    " more "\n"

enum { ROWS = 0, WALKS = 1, RECORDED = 2, READINGS = 4 };

static const struct {
    const char *name, *law;
    int ways;           /* which of the above */
    const char *wanted; /* flaw: what | flaw: what */
    const char *shown;  /* stands in a witness; NULL: there need be none */
} corners[] = {
    {"what an event carries stands in the witness",
     PLAIN "invariant heard at report.received: channel is external or minor or urgent\n", WALKS,
     "invariant that does not hold: report.heard", " channel=internal happened=2000-01-01 wish=P1M permitted\n"},
    {"an item that an event names", PLAIN "invariant alone at report.received: at most 0 helper -> note (is kept)\n",
     WALKS, "invariant that does not hold: report.alone", " helper=n1"},
    {"a policy has conduct that conforms", HEAD("policy") RULE("1") MOVES "invariant mild at report.closed: minor\n",
     WALKS, "invariant that does not hold: report.mild", " conforms\n"},
    {"a link that no event makes", PLAIN "invariant lonely always report: at most 0 about <- note (is kept)\n", WALKS,
     "invariant that does not hold: report.lonely", "link n1 about r1"},
    {"before anything happened", PLAIN "invariant begun always report: is received or is closed\n", WALKS,
     "invariant that does not hold: report.begun", "expect state r1 none"},
    {"terms that have passed",
     PLAIN DUTY("answer", "report.received",
                "met by report.closed") "  term rest\n    opened by report.received\n    within exactly P3D\ninvariant "
                                        "calm always report: not answer is overdue\n",
     WALKS, "invariant that does not hold: report.calm",
     "expect duty answer r1 overdue\n  expect term rest r1 expired\n"},
    {"of several terms those that run",
     PLAIN DUTY("met", "report.received", "met by report.stopped, report.closed")
         DUTY("other", "report.told", "met by report.stopped, report.closed")
             DUTY("close", "report.received", "met by report.closed") "invariant calm always report: not signed\n",
     WALKS, "invariant that does not hold: report.calm", "expect state r1 received\n  expect duty close r1 open\n"},
    {"what was not carried",
     PLAIN "  answer report.haste = little when not carries wish and carries happened\n"
           "  answer report.haste = great when carries happened\n",
     ROWS, "two answers at once: report.haste", "report.received r1 happened=2000-01-01\n"},
    {"what ends by time alone",
     PLAIN "  term rest\n    opened by report.received\n    within exactly P3D\n    then report.closed\n"
           "invariant firm lasting report: is received\n",
     WALKS, "invariant that does not hold: report.firm", "expect state r1 closed"},
    {"a finding excuses what time ends",
     PLAIN DUTY("answer", "report.received",
                "met by report.closed") "invariant firm lasting report: not answer is overdue\n",
     WALKS | RECORDED, "", NULL},
    {"without a finding", PLAIN "invariant open always report: not is closed\n", WALKS | RECORDED,
     "invariant that does not hold: report.open", "report.closed r1"},
    {"facts stated for an event and taken back",
     PLAIN "  report.closed not when urgent\n  report.closed only when minor\n"
           "invariant open always report: not is closed\n",
     WALKS, "invariant that does not hold: report.open", " minor=unknown\n"},
    {"a fact that is read between events stays",
     PLAIN "  report.closed only when grave\n"
           "invariant open always report: not is closed or not grave\n",
     WALKS, "case that cannot end any more: report | invariant that does not hold: report.open", "report.closed r1"},
    {"stuck under every reading, told once",
     PLAIN "  report.closed not when shut\n  report.told not when urgent reading Q-1 two\n" DUTY(
         "answer", "report.received", "met by report.closed"),
     WALKS | READINGS, "case that cannot end any more: report | duty that cannot be met any more: report.answer", NULL},
    {"invariants of a reading wait for their turn",
     PLAIN "  report.closed not when urgent reading Q-1 two\n"
           "invariant first always report: not is closed reading Q-1 two\n"
           "invariant both always report: not is closed reading Q-1 two reading Q-2 two\n",
     WALKS, "", NULL},
    {"each reading in turn",
     PLAIN "  report.closed not when urgent reading Q-1 two\n"
           "invariant first always report: not is closed reading Q-1 two\n"
           "invariant both always report: not is closed reading Q-1 two reading Q-2 two\n",
     WALKS | READINGS, "invariant that does not hold: report.first | invariant that is never tried: report.both",
     "reading Q-1 two"},
    {"nobody is there",
     "law alone\nrole desk\nitem report r\n  states in, out\n  event came, went by desk\n" RULE(
         "1") "  report.came: -> in\n  report.went: in -> out\ninvariant stays always report: not is out\n",
     WALKS, "", NULL},
    {"a duty that is opened twice is told once, and shown where it can be",
     PLAIN DUTY("answer", "report.received", "lapses by report.closed")
         DUTY("hear", "report.received, report.told when minor", "again") DUTY("tell", "report.told", "again"),
     ROWS, "duty that nothing ends: report.hear | duty that nothing ends: report.tell", NULL},
    {"ends that take time somewhere are no circle",
     PLAIN "  term one\n    opened by report.told\n    counted from report.told plus P1D\n    within exactly P0D\n    "
           "then report.told\n"
           "  term two\n    opened by report.closed\n    within exactly P0D\n    then report.told\n",
     ROWS, "", NULL},
    {"an event that comes from where nobody gets",
     HEAD("law") RULE("1") "  report.received: -> received\n  report.closed: closed -> closed\n  report.told: closed, "
                           "received -> same\n"
                           "  report.stopped: closed -> received\n  note.kept: -> kept\n" DUTY("answer", "report.told",
                                                                                               "met by report.closed"),
     ROWS, "state that is never reached: report.closed | duty that nothing ends: report.answer", NULL},
    {"one line, two events",
     HEAD("law") RULE("1") MOVES
     "structure\n  report.closed, report.told not when minor\n"
     "  report.closed not when urgent reading Q-1 two\n" RULE(
         "2") "  only in narrow\n  report.closed, report.told not when grave\n" RULE("3") "  in narrow exclude 2\n",
     ROWS, "row that cites nothing: report.closed | row that is never in force: report.closed", NULL},
    {"three answers at once",
     PLAIN
     "  answer report.way = one when minor\n  answer report.way = two when urgent or shut\n"
     "  answer report.way = three when channel is internal\n  answer report.way = four when not minor unless urgent\n",
     ROWS, "two answers at once: report.way", NULL},
    {"answers that readings and days keep apart",
     PLAIN
     "  answer report.way = one when minor reading Q-1 one\n"
     "  answer report.way = two when minor reading Q-1 two\n  answer report.end = one when minor reading Q-2 two\n"
     "  answer report.end = two when urgent reading Q-2 two\n",
     ROWS, "two answers at once: report.end", NULL},
    {"an answer and its opposite",
     PLAIN
     "  answer report.way = one when minor and urgent\n  answer report.way = one when minor and not urgent\n"
     "  answer report.end = one when minor reading Q-1 one\n  answer report.end = one when not minor reading Q-1 two\n"
     "  answer report.end = one when grave\n  answer report.other = one when grave\n",
     ROWS, "lines that differ by a fact and its opposite: report.way", NULL},
    {"excuses and requirements that are never so",
     PLAIN "  duty answer desk to desk\n    opened by report.received\n"
           "    within at most P7D\n    met by report.closed\n    excused when minor and not minor\n"
           "  require idle desk while report is received: minor or not minor\n  require shut desk while report is "
           "received: grave and not grave\n",
     ROWS, "row without effect: report.answer | row without effect: report.idle | row without effect: report.shut",
     NULL},
    {"what differs by a unit, an event or whose day",
     PLAIN "  report.old when received at least P1M ago\n"
           "  report.older when received at least P1Y ago\n  report.late when received at least P1M before closed\n"
           "  report.closed only when old and not older\n  report.told not when late\n"
           "  report.stopped only when at least 1 about <- note whose kept at least P1D before received\n"
           "  report.stopped not when at least 1 about <- note whose kept at least P1M before received\n"
           "  report.told not when at least 1 about <- note whose kept at least P1D before closed\n"
           "  report.closed not when at least 1 about <- note whose kept more than P1D before received\n"
           "  report.received not when at least 1 about <- note (is kept)\n  report.received not when at least 1 about "
           "<- note\n"
           "  report.stopped not when at least 1 about <- note whose kept at least P1D before received and minor\n"
           "  report.stopped not when at least 1 about <- note whose seen at least P1D before received\n"
           "  report.stopped not when at least 1 about <- note whose kept at least P2D before received\n"
           "  report.stopped not when at least 1 about <- note whose kept at least P1D before received (is kept)\n",
     ROWS, "", NULL},
    {"an event that nobody in particular brings",
     "law free\nrole desk\nitem person p\nitem report r\n  states in, out\n"
     "  event came, went\n" RULE(
         "1") "  report.came: -> in\n  report.went: in -> out\ninvariant stays always report: not is out\n",
     WALKS, "invariant that does not hold: report.stays", "report.went r1\n"},
    {"nobody brings it where there are no persons",
     "law alone\nitem report r\n  states in, out\n  event came, went\n" RULE(
         "1") "  report.came: -> in\n  report.went: in -> out\ninvariant stays always report: not is out\n",
     WALKS, "invariant that does not hold: report.stays", "report.went r1\n"},
    {"a way out by what the end brings about",
     PLAIN DUTY("answer", "report.received", "then report.closed") "  report.closed not when shut\n", WALKS, "", NULL},
    {"stuck, though all is recorded",
     PLAIN "  report.closed not when shut\n" DUTY("answer", "report.received", "met by report.closed"),
     WALKS | RECORDED, "", NULL},
    {"invariants of the reading that is chosen",
     PLAIN "  report.closed not when urgent reading Q-1 two\n"
           "invariant first always report: (is closed and minor) or grave reading Q-1 one\n"
           "invariant third always report: not is closed reading Q-1 one reading Q-2 two\n",
     WALKS, "invariant that does not hold: report.first", NULL},
    {"what only an event makes cannot be stated",
     PLAIN "  report.closed needs signed\n  report.received not when signed and minor\n"
           "invariant signed_first at report.received: signed or minor\n  en \"i\"\n",
     WALKS, "invariant that does not hold: report.signed_first | invariant that is never tried: report.signed_first",
     NULL},
    {"more than six things carried",
     "law many\nrole desk\nitem person p\nitem report r\n  states in\n"
     "  event came by desk carries a (day), b (day), c (day), d (day), e (day), f (day), g (day)\n" RULE(
         "1") "  report.came: -> in\ninvariant away always report: not is in\n",
     WALKS, "invariant that does not hold: report.away", " f=2000-01-01\n"},
    {"links in the order of the law",
     PLAIN "invariant far always report: at most 0 about <- note (fair) or at most 0 helper -> note (is kept)\n", WALKS,
     "invariant that does not hold: report.far", "link n1 about r1"},
    {"a duty that its end or an unreached event leads out of",
     PLAIN DUTY("answer", "report.received", "then report.closed"), ROWS, "", NULL},
    {"opened by what is never reached",
     HEAD("law")
         RULE("1") "  report.received: -> received\n  report.closed: received -> same\n"
                   "  report.told: closed -> same\n  report.stopped: received -> same\n  note.kept: -> kept\n" DUTY(
                       "answer", "report.told", "again"),
     ROWS, "state that is never reached: report.closed", NULL},
    {"opened first by what is never reached",
     HEAD("law") RULE("1") "  report.received: -> received\n  report.closed: received -> same\n"
                           "  report.told: closed -> closed\n  report.told: received -> same\n  report.stopped: "
                           "received -> same\n  note.kept: -> kept\n" DUTY("answer", "report.told", "again"),
     ROWS, "state that is never reached: report.closed | duty that nothing ends: report.answer", NULL},
    {"a circle of which one row takes time",
     PLAIN "  term one\n    opened by report.told\n    within exactly P0D\n    then report.told\n" RULE(
         "2") "  term one\n    opened by report.closed\n    within exactly P5D\n    then report.told\n",
     ROWS, "ends in a circle without time: report.one", NULL},
    {"what begins when the host says",
     HEAD("law") RULE("1") MOVES
     "provision 2 \"Art. 2\" since setting entry\n  anchor \"a\"\n"
     "  gloss en \"g\"\n  answer report.way = one when minor\n  answer report.way = two when urgent\n"
     "provision 3 \"Art. 3\" since setting entry not before 2030-01-01\n  anchor \"a\"\n  gloss en \"g\"\n"
     "  answer report.end = one when minor\n  answer report.end = two when minor\n"
     "provision 4 \"Art. 4\" since setting other not before 2020-01-01\n  anchor \"a\"\n  gloss en \"g\"\n"
     "  answer report.tone = one when minor\n",
     ROWS, "two answers at once: report.way | two answers at once: report.end", "expect answer end r1 conflict"},
    {"a clash before any wording ends",
     HEAD("law") "provision 1 \"Art. 1\" since original until 2020-12-31\n  anchor \"a\"\n"
                 "  gloss en \"g\"\n" MOVES
                 "  answer report.way = one when not minor\n  answer report.way = two when not urgent and not grave\n",
     ROWS, "two answers at once: report.way", "on 2020-12-31\n"},
    {"what another item's event ends, under a condition",
     PLAIN DUTY("answer", "report.received", "met by about <- note.kept when minor unless urgent"), WALKS | RECORDED,
     "", NULL},
    {"the same, with further links",
     PLAIN "  report.told not when at least 1 helper -> note (fair)\n" DUTY("answer", "report.received",
                                                                            "met by about <- note.kept when minor"),
     WALKS, "duty that cannot be met any more: report.answer", NULL},
    {"a duty that another item's event would end",
     PLAIN DUTY("answer", "report.received", "met by about <- note.kept when minor"), ROWS, "", NULL},
    {"what another item's event would end, were it lawful",
     PLAIN "  note.kept not when fair or not fair\n" DUTY("answer", "report.received", "met by about <- note.kept"),
     ROWS,
     "state that is never reached: note.kept | guard that always refuses: note.kept | duty that nothing ends: "
     "report.answer",
     NULL},
    {"a duty that nothing ends, opened unlawfully and lawfully",
     "law twice\nrole desk\nitem person p\nitem report r\n  states in, out\n  event went, came by desk\n" RULE(
         "1") "  report.came: -> in\n  report.went: in -> out\n" DUTY("answer", "report.went, report.came", "again"),
     WALKS | RECORDED, "duty that cannot be met any more: report.answer", "expect duty answer r1 open"},
    {"a duty that opens on another way to the same situations has no witness",
     "law dim\nrole desk\nitem person p\nitem report r\n  states in\n  event came by desk\n  fact a, b, c, d, e, dim "
     "stated by desk\n" RULE("1") "  report.came: -> in\n" DUTY(
         "answer", "report.came unless dim",
         "again") "invariant some always report: not (a and b and c and d and e and not e)\n",
     WALKS, "duty that cannot be met any more: report.answer", NULL},
    {"out of reach, unless a finding stands", PLAIN "invariant open reachable report: not shut\n", WALKS | RECORDED,
     "invariant that does not hold: report.open", "report.stopped r1"},
    {"a walk begins on the day to which the wording was checked",
     "law checked\nverified 2020-01-01\nrole desk\nitem person p\nitem report r\n  states in, out\n  event came, went "
     "by desk\nprovision 1 \"Art. 1\" since original\n  anchor \"a\"\n  gloss en \"g\"\n  report.came: -> in\n"
     "  report.went: in -> out\ninvariant stays always report: not is out\n",
     WALKS, "invariant that does not hold: report.stays", "2020-01-01 report.went r1"},
    {"a trap where there are no persons",
     "law alone\nrole desk\nitem report r\n  states in\n  state out final\n  event came by desk\n" RULE(
         "1") "  report.came: -> in\n",
     ROWS, "state that is never reached: report.out | state without a way out: report.in", "expect state r1 in"},
    {"a trap to which anybody leads",
     "law free\nrole desk\nitem person p\nitem report r\n  states in\n  state out final\n  event came\n" RULE(
         "1") "  report.came: -> in\n",
     ROWS, "state that is never reached: report.out | state without a way out: report.in", "report.came r1\n"},
    {"whoever a link leads to holds its role",
     "law tied\nrole reporter\nitem person p\nitem report r\n  states in\n  state out final\n"
     "  event came by reporter carries reporter (person)\n" RULE("1") "  report.came: -> in\n",
     ROWS, "state that is never reached: report.out | state without a way out: report.in", "report.came r1 by=p1"},
    {"a clash where nothing ever changes",
     "law still\nrole desk\nitem person p\nitem report r\n  states in\n  event came by desk\n  fact minor, grave "
     "stated by "
     "desk\nprovision 1 \"Art. 1\" since original\n  anchor \"a\"\n  gloss en \"g\"\n  report.came: -> in\n"
     "  answer report.way = one when minor\n  answer report.way = two when grave\n",
     ROWS, "two answers at once: report.way", "on 1970-01-01"},
    {"a term that counts from an event and takes no time",
     PLAIN "  term one\n    opened by report.told\n    counted from report.told\n    within exactly P0D\n    then "
           "report.told\n",
     ROWS, "ends in a circle without time: report.one", NULL},
};

/* ---- looking ----------------------------------------------------------------------------------------------------- */

static void replays(const char *name, const ombud_law *law, ombud_view witness)
{
    ombud_scenario *scenario = NULL;
    ombud_report *report = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_scenario_parse(witness.ptr, witness.len, &law, 1, NULL, &scenario, &err) != OMBUD_OK)
        fail_msg("%s: line %u: %s\n%.*s", name, (unsigned)err.line, err.message, (int)witness.len, witness.ptr);
    assert_int_equal(ombud_scenario_check(scenario, 0, &report, &err), OMBUD_OK);
    if (ombud_report_count(report) == 0 || ombud_report_failed(report) > 0)
        fail_msg("%s: the witness does not hold:\n%.*s", name, (int)witness.len, witness.ptr);
    ombud_report_free(report);
    ombud_scenario_free(scenario);
}

static ombud_proof *proof_of(const ombud_law *law, int ways)
{
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    how.recorded = (ways & RECORDED) != 0;
    how.readings = (ways & READINGS) != 0;
    ombud_status status =
        ways == ROWS ? ombud_law_prove(law, NULL, &proof, NULL) : ombud_law_explore(law, &how, NULL, &proof, NULL);
    assert_int_equal(status, OMBUD_OK);
    return proof;
}

/* All flaws in a line; each witness replays; whether one holds a text. */
static int told(const char *name, const ombud_law *law, const ombud_proof *proof, const char *shown, char *line,
                size_t room)
{
    size_t length = 0;
    int there = shown == NULL;
    line[0] = '\0';
    for (size_t i = 0; i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw flaw = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_proof_flaw(proof, i, &flaw), OMBUD_OK);
        length += (size_t)snprintf(line + length, room - length, "%s%s: %.*s", i == 0 ? "" : " | ",
                                   ombud_flaw_name(flaw.kind), (int)flaw.what.len, flaw.what.ptr);
        assert_true(length < room);
        if (flaw.witness.len == 0)
            continue;
        replays(name, law, flaw.witness);
        there |= shown != NULL && strstr(flaw.witness.ptr, shown) != NULL;
    }
    return there;
}

static void corners_are_told(void **state)
{
    (void)state;
    int wrong = 0;
    for (size_t i = 0; i < sizeof corners / sizeof corners[0]; i++) {
        char line[2048];
        ombud_law *law = LAW(corners[i].law);
        ombud_proof *proof = proof_of(law, corners[i].ways);
        if (!told(corners[i].name, law, proof, corners[i].shown, line, sizeof line) ||
            strcmp(line, corners[i].wanted) != 0) {
            print_error("%s: %s\n", corners[i].name, line);
            wrong++;
        }
        ombud_proof_free(proof);
        ombud_law_free(law);
    }
    assert_int_equal(wrong, 0);
}

/* ---- one kind ---------------------------------------------------------------------------------------------------- */

static void one_kind_alone(void **state)
{
    (void)state;
    ombud_law *law = LAW(PLAIN "invariant kept always note: not fair or is kept\n"
                               "invariant open always report: not is closed\n");
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    ombud_walk walk = OMBUD_WALK_INIT;
    char line[512];
    how.item = "report";
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    assert_int_equal(ombud_proof_walk_count(proof), 1);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    assert_true(trial_view_is(walk.item, "report"));
    /* Of notes nothing is told: they were not asked about. */
    assert_true(told("one kind", law, proof, NULL, line, sizeof line));
    assert_string_equal(line, "invariant that does not hold: report.open");
    ombud_proof_free(proof);
    how.item = "note";
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    assert_true(told("one kind", law, proof, NULL, line, sizeof line));
    assert_string_equal(line, "invariant that does not hold: note.kept");
    ombud_proof_free(proof);
    ombud_law_free(law);
}

/* ---- bounds ------------------------------------------------------------------------------------------------------ */

/* The first walk of a law, and its bounds. */
static ombud_proof *first_walk(const ombud_law *law, size_t most, ombud_walk *walk)
{
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    how.situations_max = most;
    how.item = "report";
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    *walk = (ombud_walk)OMBUD_WALK_INIT;
    assert_int_equal(ombud_proof_walk(proof, 0, walk), OMBUD_OK);
    return proof;
}

static const char small_head[] =
    "law wide\nrole desk\nitem person p\nitem report r\n  states in, out\n  event came, went by desk\n";
static const char small_moves[] = RULE("1") "  report.came: -> in\n  report.went: in -> out\n";

static void bounds_are_told(void **state)
{
    (void)state;
    static const struct {
        const char *facts, *head, *each, *tail; /* `facts` and `each` are repeated */
        unsigned count;
        const char *bound; /* NULL: the walk is whole */
    } rows[] = {
        {"", "  term long\n    opened by report.came\n    within exactly P120Y\n    then report.went\n", "", "", 0,
         "what lies more than a century ahead\n"},
        {"", "  term long\n    opened by report.came\n    within exactly P90Y\n    then report.went\n", "", "", 0,
         NULL},
        {"  fact f%u stated by desk\n", "  report.went only when f0", " and f%u", "\n", 30,
         "events on which more facts bear than are tried out together\n"},
        {"  fact f%u stated by desk\n", "  report.went only when f0", " and f%u", "\n", 20, NULL},
        /* Each fact alone decides what the event does: all ways are tried. */
        {"  fact f%u stated by desk\n", "", "  term t%u\n    opened by report.came when f%u\n    within exactly P1D\n",
         "", 14, "events on which more facts bear than are tried out together\n"},
        {"", "", "  report.went not when came more than P%uD ago\n", "", 300,
         "situations that more tells apart than is compared: some were taken for one\n"},
        {"", "", "  report.went not when came more than P1%uD ago\n", "  report.went not when came more than P5D ago\n",
         300, "situations that more tells apart than is compared: some were taken for one\n"},
        {"", "", "  report.went not when came more than P%uD ago\n", "", 2200,
         "situations that more tells apart than is compared: some were taken for one\n"},
        {"", "", "invariant aim%u reachable report: is out\n", "", 70,
         "of what must stay reachable all but the first 64\n"},
        {"", "", "invariant aim%u reachable report: is out\n", "", 63, NULL},
        /* More facts than a word has bits. */
        {"  fact f%u stated by desk\n", "  report.went only when f69\n", "", "", 70, NULL},
    };
    static text_of whole;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ombud_walk walk;
        whole.length = 0;
        text_of_add(&whole, small_head, rows[i].facts, 0, rows[i].facts[0] ? rows[i].count + 1 : 0, small_moves);
        text_of_add(&whole, rows[i].head, rows[i].each, 0, rows[i].each[0] ? rows[i].count : 0, rows[i].tail);
        ombud_law *law = LAW(whole.bytes);
        ombud_proof *proof = first_walk(law, 200, &walk);
        int there = rows[i].bound != NULL && strstr(walk.bounded.ptr, rows[i].bound) != NULL;
        if (there != (rows[i].bound != NULL) || walk.whole == there)
            fail_msg("row %u: whole %d: %.*s", (unsigned)i, (int)walk.whole, (int)walk.bounded.len, walk.bounded.ptr);
        ombud_proof_free(proof);
        ombud_law_free(law);
    }
}

/* Wide laws whose rows are looked at: guards, parts of a condition, states, each beyond what one word or list holds. */
static void wide_laws_are_proved(void **state)
{
    (void)state;
    static const struct {
        const char *facts, *head, *each, *tail;
        unsigned count;
        const char *wanted;
    } rows[] = {
        {"  fact f%u stated by desk\n", "", "  report.went not when f%u\n", "", 70, ""},
        {"  fact f%u stated by desk\n", "  report.far when f0", " and f%u",
         "\n  report.far when not f0\n  report.went only when far\n", 40, ""},
        {"  fact f%u stated by desk\n", "  report.far when not f0\n  report.far when f0", " and f%u",
         "\n  report.went only when far\n", 40, ""},
        {"  fact f%u stated by desk\n", "  report.far when f40 unless f0", " or f%u",
         "\n  report.far when f0\n  report.went only when far\n", 40, ""},
        {"  fact f%u stated by desk\n", "  report.far when f0\n  report.far unless f0", " or f%u",
         "\n  report.went only when far\n", 40, ""},
    };
    static text_of whole;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char line[1024];
        whole.length = 0;
        text_of_add(&whole, small_head, rows[i].facts, 0, rows[i].count + 1, small_moves);
        text_of_add(&whole, rows[i].head, rows[i].each, 0, rows[i].count, rows[i].tail);
        ombud_law *law = LAW(whole.bytes);
        ombud_proof *proof = proof_of(law, ROWS);
        assert_true(told("wide", law, proof, NULL, line, sizeof line));
        assert_string_equal(line, rows[i].wanted);
        ombud_proof_free(proof);
        ombud_law_free(law);
    }
}

/* Of more states than a word has bits, one in the first word and one in the second. */
static void states_of_two_words(void **state)
{
    (void)state;
    static text_of whole;
    char line[256];
    text_of_add(&whole, small_head, "  state s%u\n", 0, 71, "  event back by desk\n");
    text_of_add(&whole, small_moves, "  report.went: s%u -> s%u\n", 0, 70,
                "  report.went: out -> s0\n  report.back: s1, s69 -> same\n  report.back only when is s1\n");
    ombud_law *law = LAW(whole.bytes);
    ombud_proof *proof = proof_of(law, ROWS);
    assert_true(told("states", law, proof, NULL, line, sizeof line));
    assert_string_equal(line, "");
    ombud_proof_free(proof);
    ombud_law_free(law);
}

/* Seven pigeons never fit into six holes, but that takes more steps than are taken: so it is not told. */
static void what_takes_too_long_is_not_told(void **state)
{
    (void)state;
    static text_of whole;
    enum { PIGEONS = 7, HOLES = PIGEONS - 1 };
    char line[256];
    text_of_add(&whole, small_head, "  fact f%u stated by desk # %u\n", 0, PIGEONS * HOLES, small_moves);
    text_of_add(&whole, "  report.went: out -> same\n  report.went only when is in\n", "", 0, 0, "");
    for (unsigned p = 0; p < PIGEONS; p++) {
        text_of_add(&whole, "  report.went only when ", "f%u or # %u\n    ", p * HOLES, (p + 1) * HOLES - 1, "");
        (void)snprintf(line, sizeof line, "f%u\n", (p + 1) * HOLES - 1);
        text_of_add(&whole, line, "", 0, 0, "");
    }
    for (unsigned h = 0; h < HOLES; h++) {
        for (unsigned p = 0; p < PIGEONS; p++) {
            for (unsigned q = p + 1; q < PIGEONS; q++) {
                (void)snprintf(line, sizeof line, "%s(f%u and f%u)%s",
                               p + q == 1 ? "  report.went not when " : "    or ", p * HOLES + h, q * HOLES + h, "\n");
                text_of_add(&whole, line, "", 0, 0, "");
            }
        }
    }
    ombud_law *law = LAW(whole.bytes);
    ombud_proof *proof = proof_of(law, ROWS);
    assert_true(told("pigeons", law, proof, NULL, line, sizeof line));
    assert_string_equal(line, "");
    ombud_proof_free(proof);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(corners_are_told),    cmocka_unit_test(one_kind_alone),
        cmocka_unit_test(bounds_are_told),     cmocka_unit_test(wide_laws_are_proved),
        cmocka_unit_test(states_of_two_words), cmocka_unit_test(what_takes_too_long_is_not_told),
    };
    return cmocka_run_group_tests_name("corners of proofs", tests, NULL, NULL);
}
