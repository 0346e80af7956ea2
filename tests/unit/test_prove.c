/*
 * Proving laws: each seeded fault is found and its sound twin is not, what shows a flaw replays, and every failure
 * leaves nothing behind. The files of tests/prove are the arguments.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "broken_law.h"
#include "small_law.h"
#include "ombud/prove.h"
#include "witnessed.h"

static char **corpus;
static int corpus_count;

/* ---- files ------------------------------------------------------------------------------------------------------- */

/* The twin: without the lines that end in #-, with those behind #+. */
static char *twin_of(const char *text)
{
    char *twin = calloc(1, strlen(text) + 1), *to = twin;
    assert_non_null(twin);
    for (const char *line = text; *line;) {
        const char *end = strchr(line, '\n');
        size_t length = end ? (size_t)(end - line) + 1 : strlen(line);
        int fault = length > 3 && memcmp(line + length - 3, "#-", 2) == 0;
        size_t skip = strncmp(line, "#+", 2) == 0 ? 2 : 0;
        if (!fault) {
            memcpy(to, line + skip, length - skip);
            to += length - skip;
        }
        line += length;
    }
    return twin;
}

static ombud_law *law_of(const char *name, const char *text)
{
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    if (ombud_law_parse(text, strlen(text), NULL, &law, &err) != OMBUD_OK)
        fail_msg("%s:%u: %s: %s", name, (unsigned)err.line, err.message, err.excerpt);
    return law;
}

static ombud_proof *proof_of(const ombud_law *law, int explored)
{
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(explored ? ombud_law_explore(law, NULL, NULL, &proof, &err)
                              : ombud_law_prove(law, NULL, &proof, &err),
                     OMBUD_OK);
    return proof;
}

/* ---- the corpus -------------------------------------------------------------------------------------------------- */

static void seeded(const char *name)
{
    char *text = read_text(name), *twin = twin_of(text);
    int explored = strstr(text, "# explored\n") != NULL, shown = strstr(text, "# witness\n") != NULL;
    const char *flaw = strstr(text, "# flaw: ") + strlen("# flaw: ");
    size_t length = strcspn(flaw, "\n"), found = 0, witnesses = 0;
    ombud_law *law = law_of(name, text), *sound = law_of(name, twin);
    ombud_proof *proof = proof_of(law, explored);
    for (size_t i = 0; i < ombud_proof_flaw_count(proof); i++) {
        ombud_flaw f = OMBUD_FLAW_INIT;
        assert_int_equal(ombud_proof_flaw(proof, i, &f), OMBUD_OK);
        assert_true(f.sentence.len > 0 && f.remedy.len > 0 && f.what.len > 0);
        if (strlen(ombud_flaw_name(f.kind)) == length && memcmp(ombud_flaw_name(f.kind), flaw, length) == 0) {
            found++;
            witnesses += f.witness.len > 0;
        }
        if (f.witness.len > 0)
            replays(name, law, f.witness);
    }
    if (found == 0 || (shown && witnesses == 0))
        fail_msg("%s: %zu found, %zu shown", name, found, witnesses);
    ombud_proof_free(proof);
    for (int way = 0; way <= explored; way++) {
        proof = proof_of(sound, way);
        if (ombud_proof_flaw_count(proof) > 0) {
            ombud_flaw f = OMBUD_FLAW_INIT;
            (void)ombud_proof_flaw(proof, 0, &f);
            fail_msg("%s: the twin: %s: %s", name, ombud_flaw_name(f.kind), f.what.ptr);
        }
        ombud_proof_free(proof);
    }
    ombud_law_free(law);
    ombud_law_free(sound);
    free(text);
    free(twin);
}

static void every_fault_is_found_and_no_twin(void **state)
{
    (void)state;
    assert_true(corpus_count > 0);
    for (int i = 0; i < corpus_count; i++)
        seeded(corpus[i]);
}

/* A law that names no force binds: what its witnesses expect of an event is in the words of one that does. */
static void a_witness_under_no_force(void **state)
{
    size_t witnesses = 0;
    (void)state;
    for (int i = 0; i < corpus_count; i++) {
        if (strstr(corpus[i], "broken-at.law") == NULL)
            continue;
        char *text = read_text(corpus[i]), *force = strstr(text, "\nforce ");
        assert_non_null(force);
        force[1] = '#';
        ombud_law *law = law_of(corpus[i], text);
        assert_int_equal(ombud_law_force(law), OMBUD_FORCE_UNSPECIFIED);
        ombud_proof *proof = proof_of(law, 1);
        for (size_t f = 0; f < ombud_proof_flaw_count(proof); f++) {
            ombud_flaw flaw = OMBUD_FLAW_INIT;
            assert_int_equal(ombud_proof_flaw(proof, f, &flaw), OMBUD_OK);
            if (flaw.witness.len > 0)
                replays(corpus[i], law, flaw.witness);
            witnesses += flaw.witness.len > 0 && strstr(flaw.witness.ptr, " permitted\n") != NULL;
        }
        ombud_proof_free(proof);
        ombud_law_free(law);
        free(text);
    }
    assert_true(witnesses > 0);
}

/* One file for each kind of flaw. */
static void every_kind_is_seeded(void **state)
{
    (void)state;
    for (ombud_flaw_kind kind = OMBUD_FLAW_IDLE_GUARD; kind <= OMBUD_FLAW_STUCK_CASE; kind++) {
        int there = 0;
        for (int i = 0; i < corpus_count && !there; i++) {
            char line[128];
            char *text = read_text(corpus[i]);
            (void)snprintf(line, sizeof line, "# flaw: %s\n", ombud_flaw_name(kind));
            there = strstr(text, line) != NULL;
            free(text);
        }
        if (!there)
            fail_msg("no file for: %s", ombud_flaw_name(kind));
    }
    assert_string_equal(ombud_flaw_name(-1), "?");
    assert_string_equal(ombud_flaw_name(OMBUD_FLAW_STUCK_CASE + 1), "?");
}

/* ---- the laws that are built in ---------------------------------------------------------------------------------- */

/* Every witness replays; what is found of the rows is looked at by `ombud prove`. */
static void built_in_laws_are_proved(void **state)
{
    (void)state;
    for (size_t i = 0; i < ombud_law_builtin_count(); i++) {
        ombud_law *law = NULL;
        const char *name = ombud_law_builtin_name(i);
        assert_int_equal(ombud_law_builtin(name, NULL, &law, NULL), OMBUD_OK);
        for (int explored = 0; explored <= 1; explored++) {
            ombud_exploring how = OMBUD_EXPLORING_INIT;
            ombud_proof *proof = NULL;
            how.situations_max = 300;
            assert_int_equal(explored ? ombud_law_explore(law, &how, NULL, &proof, NULL)
                                      : ombud_law_prove(law, NULL, &proof, NULL),
                             OMBUD_OK);
            for (size_t f = 0; f < ombud_proof_flaw_count(proof); f++) {
                ombud_flaw flaw = OMBUD_FLAW_INIT;
                assert_int_equal(ombud_proof_flaw(proof, f, &flaw), OMBUD_OK);
                if (flaw.witness.len > 0)
                    replays(name, law, flaw.witness);
            }
            ombud_proof_free(proof);
        }
        ombud_law_free(law);
    }
}

/* ---- walks ------------------------------------------------------------------------------------------------------- */

/* Three states, one of them split by a choice that a guard reads: counted by hand. */
static const char counted[] = "law counted\ntitle en \"c\"\nforce law\nsource \"0\"\nverified 2026-01-01\n"
                              "role desk en \"desk\"\n"
                              "item person p en \"person\"\n"
                              "item report r en \"report\"\n"
                              "  states received, closed\n"
                              "  event received by desk carries channel (internal, external)\n"
                              "  event closed by desk\n"
                              "  fact minor stated by desk\n"
                              "provision 1 \"1\" since 2000-01-01\n"
                              "  anchor \"a\"\n"
                              "  gloss en \"g\"\n"
                              "  report.received: -> received\n"
                              "  report.closed: received -> closed\n"
                              "  report.closed only when channel is internal or minor\n";

static void situations_are_counted(void **state)
{
    (void)state;
    ombud_law *law = law_of("counted", counted);
    ombud_proof *proof = proof_of(law, 1);
    ombud_walk walk = OMBUD_WALK_INIT;
    assert_int_equal(ombud_proof_walk_count(proof), 1);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    /* Nothing; received and closed, each by either channel. */
    assert_int_equal(walk.situations, 5);
    assert_int_equal(walk.steps, 4);
    assert_int_equal(walk.whole, 1);
    ombud_proof_free(proof);

    ombud_exploring how = OMBUD_EXPLORING_INIT;
    how.situations_max = 3;
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    assert_int_equal(walk.situations, 3);
    assert_int_equal(walk.whole, 0);
    ombud_proof_free(proof);
    ombud_law_free(law);
}

/* What is recorded though not permitted leaves a finding, so that the invariant still reads as it says. */
static void a_finding_stands(void **state)
{
    (void)state;
    static const char more[] =
        "invariant no_external_closed always report: not is closed or channel is internal or minor\n"
        "  en \"i\"\n";
    char text[sizeof counted + sizeof more];
    (void)snprintf(text, sizeof text, "%s%s", counted, more);
    ombud_law *law = law_of("counted", text);
    for (int recorded = 0; recorded <= 1; recorded++) {
        ombud_exploring how = OMBUD_EXPLORING_INIT;
        ombud_proof *proof = NULL;
        ombud_invariant of = OMBUD_INVARIANT_INIT;
        how.recorded = recorded;
        assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
        assert_int_equal(ombud_proof_invariant_count(proof), 1);
        assert_int_equal(ombud_proof_invariant(proof, 0, &of), OMBUD_OK);
        assert_true(of.told > 0);
        assert_int_equal(of.broken > 0, 0);
        ombud_proof_free(proof);
    }
    ombud_law_free(law);
}

/* ---- walks of a part of what can happen ----------------------------------------------------------------------------
 */

/* A report is closed once a claim about it is decided, and not before. */
static const char two_kinds[] =
    "law two\nforce law\nrole desk\nitem person p\n"
    "item report r\n  states received\n  state closed final\n  event received, closed by desk\n"
    "item claim c\n  states made\n  state decided final\n"
    "  event made, decided by desk\nlink about : claim -> report\n" TRIAL_RULE(
        "1") "  report.received: -> received\n  report.closed: received -> closed\n"
             "  report.closed only when at least 1 about <- claim (is decided)\n"
             "  claim.made: -> made\n  claim.decided: made -> decided\n"
             "invariant decided_first always report: not is closed or at least 1 about <- claim (is decided)\n"
             "invariant can_be_closed reachable report: is closed\n"
             "invariant stays_open always report: not is closed\n";

/* What a walk of reports with these came to; how often the first two invariants were put to the test, and how often the
 * last was broken. */
static void walked(const ombud_law *law, const char *with, const char *left_out, size_t flaws, size_t first,
                   size_t second, int broken)
{
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    ombud_walk walk = OMBUD_WALK_INIT;
    ombud_invariant of = OMBUD_INVARIANT_INIT;
    how.item = "report";
    how.with = with;
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    assert_int_equal(ombud_proof_walk_count(proof), 1);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_OK);
    assert_int_equal(walk.whole, 1);
    if (left_out == NULL)
        assert_null(strstr(walk.bounded.ptr, "as asked"));
    else
        assert_non_null(strstr(walk.bounded.ptr, left_out));
    assert_int_equal(ombud_proof_flaw_count(proof), flaws);
    assert_int_equal(ombud_proof_invariant(proof, 0, &of), OMBUD_OK);
    assert_int_equal(of.told, first);
    assert_int_equal(ombud_proof_invariant(proof, 1, &of), OMBUD_OK);
    assert_int_equal(of.told, second);
    assert_int_equal(ombud_proof_invariant(proof, 2, &of), OMBUD_OK);
    assert_int_equal(of.broken > 0, broken);
    ombud_proof_free(proof);
}

static void walks_of_a_part(void **state)
{
    (void)state;
    ombud_law *law = law_of("two", two_kinds);
    /* No claim, one made or one decided, about the report or not: each with no report and with one; and the report
     * closed. */
    walked(law, NULL, NULL, 1, 13, 13, 1);
    walked(law, "report,claim", NULL, 1, 13, 13, 1);
    /* Alone it is never closed: whether it ends is not told, and what is claimed of its claims is not tried. */
    walked(law, "report", "as asked, items of claim\n", 0, 0, 0, 0);
    walked(law, "person", "as asked, items of claim\n", 0, 0, 0, 0);
    walked(law, "report.received,claim", "as asked, report.closed\n", 0, 12, 0, 0);
    walked(law, "report.received,report.closed,claim.made", "as asked, claim.decided\n", 0, 8, 0, 0);
    walked(law, "report.received,report.closed,claim.made,claim.decided", "for want of these\n", 1, 13, 13, 1);
    ombud_law_free(law);
}

static void what_may_walk_is_named(void **state)
{
    static const char *const wrong[][2] = {{"claims", "claim"},
                                           {"claim,reprot", "report"},
                                           {"report.recieved", "report.received"},
                                           {"", ""},
                                           {"claim,", ""}};
    (void)state;
    ombud_law *law = law_of("two", two_kinds);
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_proof *proof = NULL;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        how.with = wrong[i][0];
        assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, &err), OMBUD_E_UNKNOWN_NAME);
        assert_string_equal(err.nearest, wrong[i][1]);
        assert_true(strlen(err.remedy) > 0);
        assert_null(proof);
    }
    /* Who was made before there was such a field says nothing of it. */
    how.struct_size = offsetof(ombud_exploring, with);
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, NULL), OMBUD_OK);
    ombud_proof_free(proof);
    ombud_law_free(law);
}

/* ---- failures ---------------------------------------------------------------------------------------------------- */

static void bad_arguments(void **state)
{
    (void)state;
    ombud_law *law = law_of("counted", counted);
    ombud_proof *proof = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_exploring how = OMBUD_EXPLORING_INIT;
    ombud_flaw flaw = OMBUD_FLAW_INIT;
    ombud_walk walk = OMBUD_WALK_INIT;
    ombud_invariant of = OMBUD_INVARIANT_INIT;
    assert_int_equal(ombud_law_prove(NULL, NULL, &proof, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_prove(law, NULL, NULL, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_explore(NULL, NULL, NULL, &proof, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_explore(law, NULL, NULL, NULL, &err), OMBUD_E_ARGUMENT);
    how.item = "raport";
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, &err), OMBUD_E_UNKNOWN_NAME);
    assert_string_equal(err.nearest, "report");
    how.struct_size = 4;
    assert_int_equal(ombud_law_explore(law, &how, NULL, &proof, &err), OMBUD_E_ARGUMENT);
    struct {
        ombud_exploring known;
        int more;
    } newer = {OMBUD_EXPLORING_INIT, 1};
    newer.known.struct_size = sizeof newer;
    assert_int_equal(ombud_law_explore(law, &newer.known, NULL, &proof, &err), OMBUD_E_UNSUPPORTED);
    assert_null(proof);
    assert_int_equal(ombud_proof_flaw_count(NULL), 0);
    assert_int_equal(ombud_proof_walk_count(NULL), 0);
    assert_int_equal(ombud_proof_invariant_count(NULL), 0);
    ombud_proof_free(NULL);
    assert_int_equal(ombud_law_prove(law, NULL, &proof, &err), OMBUD_OK);
    assert_int_equal(ombud_proof_flaw(proof, 0, &flaw), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_proof_walk(proof, 0, &walk), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_proof_invariant(proof, 0, &of), OMBUD_E_NOT_FOUND);
    assert_int_equal(ombud_proof_flaw(proof, 0, NULL), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_proof_walk(NULL, 0, &walk), OMBUD_E_ARGUMENT);
    ombud_proof_free(proof);
    ombud_law_free(law);
}

/* Refusing each request for memory in turn: a status, and nothing left behind. */
static void no_memory(void **state)
{
    (void)state;
    ombud_law *law = law_of("counted", counted);
    for (int explored = 0; explored <= 1; explored++) {
        size_t failures = 0;
        for (size_t at = 1;; at++) {
            watched memory = {.fail_at = at};
            ombud_alloc alloc = watching(&memory);
            ombud_proof *proof = NULL;
            ombud_exploring how = OMBUD_EXPLORING_INIT;
            how.situations_max = 100;
            ombud_status status = explored ? ombud_law_explore(law, &how, &alloc, &proof, NULL)
                                           : ombud_law_prove(law, &alloc, &proof, NULL);
            ombud_proof_free(proof);
            assert_int_equal(memory.held, 0);
            if (status == OMBUD_OK)
                break;
            assert_int_equal(status, OMBUD_E_NOMEM);
            assert_null(proof);
            failures++;
        }
        assert_true(failures > 3);
    }
    ombud_law_free(law);
}

/* ---- the language ------------------------------------------------------------------------------------------------ */

static void refused(const char *line, ombud_status expected, const char *excerpt)
{
    char text[2048];
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)snprintf(text, sizeof text, "%s%s\n", counted, line);
    assert_int_equal(ombud_law_parse(text, strlen(text), NULL, &law, &err), expected);
    assert_string_equal(err.excerpt, excerpt);
    assert_int_equal(err.line, 19);
    assert_true(strlen(err.message) > 0 && strlen(err.remedy) > 0);
}

static void invariants_are_read(void **state)
{
    (void)state;
    refused("invariant calm sometimes report: minor", OMBUD_E_SYNTAX, "sometimes");
    refused("invariant calm always raport: minor", OMBUD_E_UNKNOWN_NAME, "raport");
    refused("invariant calm always report minor", OMBUD_E_SYNTAX, "minor");
    refused("invariant calm always report: mirror", OMBUD_E_UNKNOWN_NAME, "mirror");
    refused("invariant calm at report.opened: minor", OMBUD_E_UNKNOWN_NAME, "report.opened");
    refused("invariant always always report: minor reading Q-1 x", OMBUD_E_UNKNOWN_NAME, "Q-1");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_found_and_no_twin),
        cmocka_unit_test(a_witness_under_no_force),
        cmocka_unit_test(every_kind_is_seeded),
        cmocka_unit_test(built_in_laws_are_proved),
        cmocka_unit_test(situations_are_counted),
        cmocka_unit_test(a_finding_stands),
        cmocka_unit_test(walks_of_a_part),
        cmocka_unit_test(what_may_walk_is_named),
        cmocka_unit_test(bad_arguments),
        cmocka_unit_test(no_memory),
        cmocka_unit_test(invariants_are_read),
    };
    corpus = argv + 1;
    corpus_count = argc - 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
