/*
 * What is withheld leaves no trace: for whoever may not know it, every face of a case with a secret is byte by byte
 * that of the same case without it, whatever rests on the secret; for whoever may know it, the two differ.
 */
#include "trial.h"

static const char secrets[] =
    "law library\n"
    "role member\nrole librarian\nrole reader\nrole clerk\n"
    "item person p\n"
    "item file f\n  states open, closed\n"
    "  event opened by librarian carries way (desk, post), wanted (day), wish (period), reader (person)\n"
    "  event noted, checked, closed, sealed, seen, tied by librarian\n  event read by reader, member\n"
    "  fact a, b, plain stated by librarian\n  fact told, late stated by clerk\n"
    "item slip s\n  states there\n  event written by librarian\n  event moved by member\n"
    "item box b\n  event dusted by member\n"
    "item note n\n  states there\n  event filed by member\n  event slipped by librarian\n  event filled by member\n"
    "link near : file -> file\nlink hides : file -> slip\nlink beside : file -> box\n"
    "reading Q-1\n  open_to_all default\n  secret\n"
    "provision 1 \"Rule 1\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  file.opened: -> open\n  file.noted: any -> same\n  file.checked: any -> same\n  file.closed: open -> closed\n"
    "  file.sealed: open, closed -> same\n  file.seen: any -> same\n  file.tied: any -> same\n  file.read: any -> "
    "same\n"
    "  file.hurt when a\n  file.desked when way is desk\n  file.early when wanted more than P1D ago\n"
    "  file.heard when noted at least P1D before checked\n  file.listened when checked at least P1D before noted\n"
    "  file.close when at least 1 near -> file (b)\n  file.touched when at least 1 near <- file (a)\n"
    "  file.after when at least 1 beside -> box whose dusted at least P1D before noted\n"
    "  file.slipped when at least 1 hides -> slip (is there)\n  file.by_reader when by reader\n"
    "  file.kept_at as at file.checked when a\n  file.kept_then as at file.noted when is open or is closed\n  "
    "file.plain_one when plain unless late\n"
    "  file.hidden_so unless hurt\n"
    "  file.closed only when not hurt\n  file.seen not when desked unless heard\n  file.tied needs close when plain\n"
    "  file.read only when by reader or plain\n"
    "  duty hush librarian to member\n    opened by file.opened\n    within at most P5D\n    met by file.checked\n"
    "  duty told_of librarian to member\n    opened by file.noted\n    within at most P5D\n    met by file.checked\n"
    "  duty if_hurt librarian to member\n    opened by file.opened when a\n    within at most P6D\n"
    "    met by file.checked\n"
    "  duty unless_desk librarian to member\n    opened by file.opened unless desked\n    within at most P6D\n"
    "    met by file.sealed\n"
    "  duty excused_by librarian to member\n    opened by file.opened\n    within at most P2D\n    met by file.sealed\n"
    "    excused when hurt\n"
    "  duty plainly librarian to member\n    opened by file.opened\n    within at most P3D\n    met by file.sealed\n"
    "  require clean librarian while file is open: not hurt\n  require filed librarian while file is open: plain\n"
    "  answer file.way_of = desk when desked\n  answer file.way_of = other unless desked\n"
    "  answer file.state_of = plain_one when plain_one\n  answer file.asked_of = much when touched\n"
    "  answer file.secret_one = much when plain\n"
    "provision 2 \"Rule 2\" since original\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  withhold file.a, file.way, file.wanted, file.wish, file.near, file.noted, file.hush, file.reader, "
    "file.secret_one from all but librarian\n"
    "  withhold slip.written, note.slipped from all but librarian\n"
    "  withhold file.plain from all but librarian reading Q-1 secret\n"
    "provision 3 \"Rule 3\" since original held from 2027-01-01\n  anchor \"a\"\n  gloss en \"G.\"\n"
    "  withhold file.late from all but librarian unless plain\n"
    "structure\n  slip.written: -> there\n  slip.moved: any -> same\n  box.dusted: any -> same\n"
    "  note.filed, slipped: -> there\n  note.filled: any -> same\n";

/* A line with `!` before it is told in the case with the secret only; of a line `X|Y`, X there and Y in the other. */
static const struct secret {
    const char *name, *lines[14];
} all[] = {
    {"a fact",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 a=yes by=p2", "2026-02-04 file.checked f1 by=p2",
      "2026-02-05 fact f1 plain=yes by=p2", "2026-02-05 void $ by=p2", "2026-02-06 file.closed f1 by=p2"}},
    {"a choice",
     {"2026-02-02 file.opened f1 by=p2 way=desk|2026-02-02 file.opened f1 by=p2 way=post",
      "2026-02-05 file.sealed f1 by=p2"}},
    {"a day", {"2026-02-02 file.opened f1 by=p2 wanted=2026-02-04|2026-02-02 file.opened f1 by=p2"}},
    {"a period", {"2026-02-02 file.opened f1 by=p2 wish=P3D|2026-02-02 file.opened f1 by=p2 wish=P9D"}},
    {"a link",
     {"2026-02-02 file.opened f1 by=p2", "2026-02-02 file.opened f2 by=p2", "2026-02-03 fact f2 b=yes plain=yes by=p2",
      "!2026-02-03 link f1 near f2", "2026-02-04 fact f2 b=no by=p2", "2026-02-05 void $", "2026-02-05 void $"}},
    {"an event",
     {"2026-02-02 file.opened f1 by=p2", "2026-02-03 file.checked f1 by=p2", "!2026-02-05 file.noted f1 by=p2",
      "2026-02-07 file.checked f1 by=p2", "2026-02-07 box.dusted b1", "2026-02-07 link f1 beside b1"}},
    {"an item",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 slip.written s1 by=p2", "!2026-02-03 link f1 hides s1",
      "!2026-02-04 slip.moved s1 by=p1", "2026-02-05 file.sealed f1 by=p2"}},
    {"an item that could have come otherwise",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 note.slipped n1 by=p2", "!2026-02-04 note.filled n1 by=p1",
      "2026-02-05 file.sealed f1 by=p2"}},
    {"a person",
     {"2026-02-02 file.opened f1 by=p2 reader=p3|2026-02-02 file.opened f1 by=p2",
      "2026-02-03 file.read f1 by=p3|2026-02-03 file.read f1 by=p1", "2026-02-05 file.sealed f1 by=p2"}},
    {"what is struck out",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 a=yes by=p2", "!2026-02-04 void $ by=p2",
      "2026-02-05 file.sealed f1 by=p2"}},
    {"a fact entered late",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 a=yes by=p2 entered=2026-02-18",
      "2026-02-04 file.sealed f1 by=p2 entered=2026-02-20", "2026-02-21 fact f1 plain=yes by=p2"}},
    {"an event entered late, and struck out",
     {"2026-02-02 file.opened f1 by=p2", "2026-02-03 file.checked f1 by=p2 entered=2026-02-18",
      "!2026-02-03 file.noted f1 by=p2 entered=2026-02-19", "!2026-02-25 void $ by=p2",
      "2026-02-04 file.sealed f1 by=p2 entered=2026-02-20"}},
    {"what was found and cured",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 a=yes by=p2", "2026-02-05 file.closed f1 by=p2",
      "!2026-02-04 fact f1 a=no by=p2 entered=2026-02-16", "2026-02-05 file.sealed f1 by=p2 entered=2026-02-16",
      "2026-02-02 fact f1 plain=yes by=p2 entered=2026-02-16"}},
    {"an item entered late",
     {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 slip.written s1 by=p2 entered=2026-02-16",
      "!2026-02-03 link f1 hides s1 entered=2026-02-16", "2026-02-04 file.sealed f1 by=p2 entered=2026-02-16"}},
    {"a fact whose row is not held", {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 late=yes by=p4"}},
};

static ombud_case *begun(const ombud_law *law, const ombud_settings *settings)
{
    ombud_case *c = CASE(law, settings);
    assert_int_equal(ombud_case_set_number(c, 7), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 3, "reader", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 4, "clerk", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(c, 5, "member", NULL), OMBUD_OK);
    ITEM(c, "b1");
    return c;
}

static ombud_case *told(const ombud_law *law, const ombud_settings *settings, const struct secret *secret, int with)
{
    ombud_case *c = begun(law, settings);
    unsigned position = 0;
    for (size_t i = 0; secret->lines[i]; i++) {
        char line[200], out[220];
        const char *bar = strchr(secret->lines[i], '|'), *from = secret->lines[i];
        if (*from == '!' && !with)
            continue;
        from += *from == '!';
        if (bar && with)
            snprintf(line, sizeof line, "%.*s", (int)(bar - from), from);
        else
            snprintf(line, sizeof line, "%s", bar ? bar + 1 : from);
        /* `$` is the line before. */
        char *hole = strchr(line, '$');
        if (hole)
            snprintf(out, sizeof out, "%.*s%u%s", (int)(hole - line), line, position, hole + 1);
        else
            snprintf(out, sizeof out, "%s", line);
        TELL(c, out);
        position++;
    }
    return c;
}

/* ---- all that can be asked --------------------------------------------------------------------------------------- */

static size_t cured; /* how much that late lines cured a member was told of */

static void put_stated(trial_text *to, const ombud_stated *stated)
{
    trial_text_put(to, "  rests on %.*s %.*s%d %d line %zu of %s\n", (int)stated->name.len, stated->name.ptr,
                   (int)stated->item_prefix.len, stated->item_prefix.ptr, (int)stated->item_number, (int)stated->truth,
                   stated->position, trial_date(stated->on));
}

static void put_lists(trial_text *to, const ombud_case *c, const ombud_asof *asof)
{
    static const char *const questions[] = {"way_of", "state_of", "asked_of", "secret_one"};
    static const char *const facts[] = {"hurt",      "desked", "early",     "heard",     "listened", "close",
                                        "touched",   "after",  "slipped",   "by_reader", "kept_at",  "plain",
                                        "plain_one", "a",      "hidden_so", "kept_then"};
    static const char *const events[] = {"file.closed f1 by=p2", "file.seen f1 by=p2",  "file.tied f1 by=p2",
                                         "file.read f1 by=p1",   "file.noted f1 by=p2", "file.opened f9 by=p2",
                                         "box.dusted b1 by=p1",  "slip.moved s1",       "slip.written s1 by=p2",
                                         "note.filed n1",        "note.filled n1"};
    ombud_terms *terms = NULL;
    ombud_findings *findings = NULL;
    ombud_actions *actions = NULL;
    ombud_timeline *timeline = NULL;
    ombud_day day = 0;
    ombud_view view;
    char text[400];
    assert_int_equal(ombud_case_terms(c, asof, &terms, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_terms_count(terms); i++) {
        ombud_explain_term(terms, i, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s\n", text);
    }
    ombud_terms_free(terms);
    assert_int_equal(ombud_case_findings(c, asof, &findings, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_explain_finding(findings, i, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s\n", text);
    }
    ombud_findings_free(findings);
    assert_int_equal(ombud_case_cured(c, asof, &findings, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_findings_count(findings); i++) {
        ombud_explain_finding(findings, i, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s\n", text);
    }
    cured += !asof->has_audience || asof->audience != 1 ? 0 : ombud_findings_count(findings);
    ombud_findings_free(findings);
    assert_int_equal(ombud_case_timeline(c, asof, &timeline, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_timeline_count(timeline); i++) {
        ombud_explain_step(timeline, i, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s\n", text);
    }
    ombud_timeline_free(timeline);
    assert_int_equal(ombud_case_next(c, NULL, asof, &actions, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_actions_count(actions); i++) {
        ombud_action action = OMBUD_ACTION_INIT;
        assert_int_equal(ombud_actions_get(actions, i, &action), OMBUD_OK);
        trial_text_put(to, "%.*s %.*s%d %d %d\n", (int)action.event.len, action.event.ptr, (int)action.item_prefix.len,
                       action.item_prefix.ptr, (int)action.item_number, (int)action.ruling, (int)action.due);
    }
    ombud_actions_free(actions);
    ombud_status status = ombud_case_next_change(c, asof, &day, NULL);
    trial_text_put(to, "next %d %s\n", (int)status, status == OMBUD_OK ? trial_date(day) : "");
    status = ombud_case_state(c, "f1", asof, &view, NULL);
    trial_text_put(to, "state %d %.*s\n", (int)status, status == OMBUD_OK ? (int)view.len : 0, view.ptr);
    status = ombud_case_state(c, "s1", asof, &view, NULL);
    trial_text_put(to, "state %d %.*s\n", (int)status, status == OMBUD_OK ? (int)view.len : 0, view.ptr);
    for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
        ombud_truth truth = 0;
        status = ombud_case_fact(c, "f1", facts[i], asof, &truth, NULL);
        trial_text_put(to, "%s %d %d\n", facts[i], (int)status, (int)truth);
    }
    for (size_t i = 0; i < sizeof questions / sizeof questions[0]; i++) {
        ombud_answer *answer = NULL;
        status = ombud_case_ask(c, questions[i], "f1", asof, &answer, NULL);
        ombud_explain_answer(answer, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%d %s\n", (int)status, answer ? text : "");
        for (size_t k = 0; k < ombud_answer_stated_count(answer); k++) {
            ombud_stated stated = OMBUD_STATED_INIT;
            assert_int_equal(ombud_answer_stated(answer, k, &stated), OMBUD_OK);
            put_stated(to, &stated);
        }
        ombud_answer_free(answer);
    }
    for (size_t i = 0; i < sizeof events / sizeof events[0]; i++) {
        ombud_event event = OMBUD_EVENT_INIT;
        ombud_verdict *verdict = NULL;
        event.on = asof->day;
        event.line = ombud_view_of(events[i]);
        status = ombud_case_may(c, &event, asof, &verdict, NULL);
        if (verdict)
            ombud_explain_verdict(verdict, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s %d %s\n", events[i], (int)status, verdict ? text : "");
        for (size_t k = 0; k < ombud_verdict_stated_count(verdict); k++) {
            ombud_stated stated = OMBUD_STATED_INIT;
            assert_int_equal(ombud_verdict_stated(verdict, k, &stated), OMBUD_OK);
            put_stated(to, &stated);
        }
        ombud_verdict_free(verdict);
    }
    for (size_t i = 1; i <= 16; i++) {
        status = ombud_case_entry_text_for(c, asof, i, text, sizeof text, NULL);
        trial_text_put(to, "%d %s\n", (int)status, status == OMBUD_OK ? text : "");
    }
    ombud_receipt receipt = OMBUD_RECEIPT_INIT;
    assert_int_equal(ombud_case_receipt(c, asof, &receipt), OMBUD_OK);
    trial_text_put(to, "rests on %zu\n", receipt.events);
}

/* The case beside itself, and what moves between it and the same journal under shorter periods. */
static void put_several(trial_text *to, const ombud_case *c, const ombud_asof *asof)
{
    const ombud_case *twice[] = {c, c};
    ombud_together *together = NULL;
    ombud_moves *moves = NULL;
    ombud_day day = 0;
    char text[400];
    static const char *const periods[] = {"period file.plainly P1D\nperiod file.hush P1D\n",
                                          "period file.plainly P1D\nperiod file.hush P1D\nreading Q-1 secret\n"};
    ombud_settings *usual = SETTINGS(ombud_case_law(c), "");
    int secretly = ombud_settings_digest(usual) != ombud_settings_digest(ombud_case_settings(c));
    ombud_settings *shorter = SETTINGS(ombud_case_law(c), periods[secretly]);
    ombud_case *other = begun(ombud_case_law(c), shorter);
    for (size_t i = 1; i <= ombud_case_journal_count(c); i++) {
        assert_int_equal(ombud_case_entry_text(c, i, text, sizeof text, NULL), OMBUD_OK);
        TELL(other, text);
    }
    assert_int_equal(ombud_together_ask(twice, 2, asof, NULL, &together, NULL), OMBUD_OK);
    ombud_status status = ombud_together_next_change(together, &day);
    trial_text_put(to, "together %zu %zu %d %d\n", ombud_together_duty_count(together),
                   ombud_together_finding_count(together), (int)status, (int)day);
    ombud_together_free(together);
    assert_int_equal(ombud_moves_between(c, other, asof, NULL, &moves, NULL), OMBUD_OK);
    for (size_t i = 0; i < ombud_moves_count(moves); i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        assert_int_equal(ombud_moves_get(moves, i, &move), OMBUD_OK);
        trial_text_put(to, "moved %d %.*s %.*s%d at %zu: %d %d\n", (int)move.kind, (int)move.name.len, move.name.ptr,
                       (int)move.item_prefix.len, move.item_prefix.ptr, (int)move.item_number, move.position,
                       (int)move.before.last, (int)move.after.last);
    }
    ombud_moves_free(moves);
    ombud_case_free(other);
    ombud_settings_free(shorter);
    ombud_settings_free(usual);
}

static char *everything(const ombud_case *c, const ombud_asof *asof)
{
    trial_text to = {NULL, 0, 0};
    ombud_render how = OMBUD_RENDER_INIT;
    how.domain = ombud_view_of("example.org");
    how.salt = ombud_view_of("sixteen bytes 16");
    how.detailed = 1;
    for (how.format = OMBUD_FORMAT_TEXT; how.format <= OMBUD_FORMAT_ICS; how.format++)
        assert_int_equal(ombud_render_case(c, asof, &how, trial_text_add, &to, NULL), OMBUD_OK);
    for (how.format = OMBUD_FORMAT_TEXT; how.format <= OMBUD_FORMAT_JSON; how.format++)
        assert_int_equal(ombud_render_findings(c, asof, &how, trial_text_add, &to, NULL), OMBUD_OK);
    put_several(&to, c, asof);
    put_lists(&to, c, asof);
    return to.bytes;
}

static void compare(const struct secret *secret, const ombud_case *with, const ombud_case *without,
                    const ombud_asof *asof, int may_know)
{
    char *one = everything(with, asof), *other = everything(without, asof);
    size_t at = 0;
    while (one[at] && one[at] == other[at])
        at++;
    if ((one[at] != other[at]) != may_know) {
        size_t line = at;
        while (line > 0 && one[line - 1] != '\n')
            line--;
        fail_msg("%s on %s for %u, p%d:\nwith:    %.*s\nwithout: %.*s", secret->name, trial_date(asof->day),
                 (unsigned)asof->audience, (int)asof->audience_person, (int)strcspn(one + line, "\n"), one + line,
                 (int)strcspn(other + line, "\n"), other + line);
    }
    free(one);
    free(other);
}

static void no_trace(void **state)
{
    (void)state;
    static const char *const days[] = {"2026-02-02", "2026-02-03", "2026-02-05", "2026-02-07", "2026-03-01"};
    ombud_law *law = LAW(secrets);
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        ombud_case *with = told(law, NULL, &all[i], 1), *without = told(law, NULL, &all[i], 0);
        for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
            ombud_asof asof = trial_asof(days[d]);
            asof.has_audience = 1;
            for (int person = 0; person <= 5; person += 5) {
                asof.audience = 1; /* a member */
                asof.audience_person = person;
                compare(&all[i], with, without, &asof, 0);
            }
        }
        ombud_asof asof = trial_asof("2026-03-01");
        asof.has_audience = 1;
        asof.audience = 2; /* a librarian */
        compare(&all[i], with, without, &asof, 1);
        ombud_case_free(with);
        ombud_case_free(without);
    }
    assert_true(cured > 0);
    ombud_law_free(law);
}

/* ---- every question that takes a name ---------------------------------------------------------------------------- */

static ombud_status ask_state(const ombud_case *c, const char *item, const char *unused, const ombud_asof *asof,
                              trial_text *to, ombud_error *err)
{
    ombud_view state = {"", 0};
    (void)unused;
    ombud_status status = ombud_case_state(c, item, asof, &state, err);
    trial_text_put(to, "%.*s", (int)state.len, state.ptr);
    return status;
}

static ombud_status ask_fact(const ombud_case *c, const char *item, const char *fact, const ombud_asof *asof,
                             trial_text *to, ombud_error *err)
{
    ombud_truth truth = 0;
    ombud_status status = ombud_case_fact(c, item, fact, asof, &truth, err);
    trial_text_put(to, "%d", (int)truth);
    return status;
}

static ombud_status ask_question(const ombud_case *c, const char *item, const char *question, const ombud_asof *asof,
                                 trial_text *to, ombud_error *err)
{
    ombud_answer *answer = NULL;
    ombud_status status = ombud_case_ask(c, question, item, asof, &answer, err);
    trial_text_put(to, "%d", (int)ombud_answer_outcome(answer));
    ombud_answer_free(answer);
    return status;
}

static ombud_status may_by(const ombud_case *c, const ombud_event *event, const ombud_asof *asof, trial_text *to,
                           ombud_error *err)
{
    char text[400];
    ombud_verdict *verdict = NULL;
    ombud_status status = ombud_case_may(c, event, asof, &verdict, err);
    if (verdict) {
        ombud_explain_verdict(verdict, OMBUD_LANG_EN, text, sizeof text);
        trial_text_put(to, "%s", text);
    }
    ombud_verdict_free(verdict);
    return status;
}

/* The name stands for `@` in the line. */
static ombud_status ask_may(const ombud_case *c, const char *name, const char *line, const ombud_asof *asof,
                            trial_text *to, ombud_error *err)
{
    char text[200];
    ombud_event event = OMBUD_EVENT_INIT;
    const char *at = strchr(line, '@');
    snprintf(text, sizeof text, "%.*s%s%s", (int)(at - line), line, name, at + 1);
    event.on = asof->day;
    event.line = ombud_view_of(text);
    return may_by(c, &event, asof, to, err);
}

static ombud_status ask_may_by(const ombud_case *c, const char *name, const char *line, const ombud_asof *asof,
                               trial_text *to, ombud_error *err)
{
    ombud_event event = OMBUD_EVENT_INIT;
    event.on = asof->day;
    event.by = strtol(name + 1, NULL, 10);
    event.line = ombud_view_of(line);
    return may_by(c, &event, asof, to, err);
}

static const struct name_asked {
    ombud_status (*ask)(const ombud_case *c, const char *name, const char *more, const ombud_asof *asof, trial_text *to,
                        ombud_error *err);
    const char *more;
    const char *names[5];
} asked[] = {
    {ask_state, NULL, {"s1", "n1", "p9", "f8", "zz"}},
    {ask_fact, "a", {"s1", "n1", "p9", "f8"}},
    {ask_fact, "nothing_like_it", {"s1", "n1", "p9", "f8"}},
    {ask_question, "way_of", {"s1", "n1", "p9", "f8"}},
    {ask_question, "nothing_like_it", {"s1", "n1", "p9", "f8"}},
    {ask_may, "slip.moved @", {"s1"}},
    {ask_may, "slip.written @ by=p2", {"s1"}},
    {ask_may, "note.filed @ by=p1", {"n1"}},
    {ask_may, "note.filled @", {"n1"}},
    {ask_may, "note.filled n7 by=@", {"p9", "s1"}},
    {ask_may, "file.sealed @ by=p2", {"f8", "s1"}},
    {ask_may, "file.opened @", {"f8", "s1"}},
    {ask_may, "file.opened f9 reader=@", {"p9", "s1"}},
    {ask_may, "file.sealed f1 by=@", {"p9", "s1"}},
    {ask_may, "fact @ a=yes", {"s1", "f8", "p9"}},
    {ask_may, "link f1 near @", {"f8", "s1"}},
    {ask_may, "link f1 hides @", {"s1"}},
    {ask_may, "link @ near f1", {"f8", "s1"}},
    {ask_may, "void @", {"1", "3", "4", "5", "99"} /* f8 has the second that may be known */},
    {ask_may_by, "file.sealed f1", {"p9"}},
};

static char *asked_by_name(const ombud_case *c, const struct name_asked *one, const char *name, const ombud_asof *asof)
{
    trial_text to = {NULL, 0, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = one->ask(c, name, one->more, asof, &to, &err);
    trial_text_put(&to, " %d", (int)status);
    if (status != OMBUD_OK)
        trial_text_put(&to, " %d:%d %s '%s' %s", (int)err.line, (int)err.column, err.message, err.excerpt, err.remedy);
    return to.bytes;
}

/* What may not be known is not found, like what is not there: also as what a line of an event names, and with the same
 * words. Who may know it finds it. */
static void by_name(void **state)
{
    (void)state;
    static const struct secret hidden = {"names",
                                         {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 slip.written s1 by=p2",
                                          "!2026-02-03 note.slipped n1 by=p2", "!2026-02-20 file.opened f8 by=p2"}};
    ombud_law *law = LAW(secrets);
    ombud_case *with = told(law, NULL, &hidden, 1), *without = told(law, NULL, &hidden, 0);
    assert_int_equal(ombud_case_person(with, 9, "reader", NULL), OMBUD_OK);
    size_t found = 0, same = 0;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        for (size_t n = 0; n < sizeof asked[i].names / sizeof asked[i].names[0] && asked[i].names[n]; n++) {
            for (uint64_t audience = 1; audience <= 2; audience++) {
                ombud_asof asof = trial_asof("2026-02-10");
                asof.has_audience = 1;
                asof.audience = audience; /* a member, then a librarian, who may know */
                char *one = asked_by_name(with, &asked[i], asked[i].names[n], &asof);
                char *other = asked_by_name(without, &asked[i], asked[i].names[n], &asof);
                if (audience == 1 && strcmp(one, other) != 0)
                    fail_msg("%s of %s:\nwith:    %s\nwithout: %s", asked[i].more, asked[i].names[n], one, other);
                found += audience == 2 && strcmp(one, other) != 0;
                same += audience == 1;
                free(one);
                free(other);
            }
        }
    }
    assert_true(same > 40);
    assert_true(found > 20);
    ombud_case_free(with);
    ombud_case_free(without);
    ombud_law_free(law);
}

/* Under the other alternative of the reading the plain fact is withheld too. */
static void under_the_other_reading(void **state)
{
    (void)state;
    static const struct secret plain = {"the plain fact",
                                        {"2026-02-02 file.opened f1 by=p2", "!2026-02-03 fact f1 plain=yes by=p2"}};
    ombud_law *law = LAW(secrets);
    ombud_settings *strict = SETTINGS(law, "reading Q-1 secret\n");
    ombud_asof asof = trial_asof("2026-03-01");
    asof.has_audience = 1;
    asof.audience = 1;
    for (int secretly = 0; secretly < 2; secretly++) {
        const ombud_settings *settings = secretly ? strict : NULL;
        ombud_case *with = told(law, settings, &plain, 1), *without = told(law, settings, &plain, 0);
        compare(&plain, with, without, &asof, !secretly);
        ombud_case_free(with);
        ombud_case_free(without);
    }
    ombud_settings_free(strict);
    ombud_law_free(law);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_trace),
        cmocka_unit_test(by_name),
        cmocka_unit_test(under_the_other_reading),
    };
    return cmocka_run_group_tests_name("what is withheld", tests, NULL, NULL);
}
