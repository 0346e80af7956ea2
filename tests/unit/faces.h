/*
 * One case in which everything occurs that can be shown, and its faces: what the tests of all of them share.
 */
#ifndef FACES_H
#define FACES_H

#include "faulty.h"
#include "trial.h"

/* Labels hold what CSV, a calendar, XML and JSON must not take for their own. */
static const char odd_law[] =
    "law library\nforce proposal\nverified 2026-03-05\n"
    "role member en \"=member\" fr \"membre\"\nrole librarian en \"li\\\"brarian; of \\\\ the house\"\n"
    "role keeper held by post is filled\n"
    "length rest\n"
    "item person p\n"
    "item post o\n  states filled, left\n  event taken carries keeper (person)\n  event left\n"
    "item loan l en \"lo<an>\"\n  states asked, lent, back\n"
    "  event asked by member carries way (desk, box), wanted (day), wish (period), member (person)\n"
    "  event lent by librarian\n  event returned, again, waived, freed, locked, sealed, kept, shown, tried, dated by "
    "librarian\n"
    "  fact a, b, c, d, e, f stated by librarian\n  fact quiet stated by keeper silence no\n"
    "link beside : loan -> loan\n"
    "label yes en \"y\"\nlabel way_out en \"Which way out?\"\n"
    "reading Q-1\n  one default\n  two\n"
    "provision 1 \"=Art. 1\" since original\n  anchor \"a\"\n  gloss en \"The first.\"\n"
    "  loan.asked: -> asked\n  loan.lent: asked -> lent\n  loan.returned: lent -> back\n  loan.again: any -> same\n"
    "  loan.waived: any -> same\n  loan.freed: any -> same\n  loan.shown: any -> same\n  loan.tried, loan.dated: any "
    "-> same\n"
    "  loan.freed only when (a and b and c) or (d and e and f) or (a and e and b) or (c and f and d) or (b and d "
    "and f) or quiet\n"
    "  loan.shown only when a and b and c unless b and c and d\n"
    "  loan.dated only when wanted more than P1D ago\n"
    "  loan.tried only when at least 1 beside -> loan (is back and a) or patience is expired or asked more than P1Y "
    "ago or by member or delay is met\n"
    "  duty bring member to librarian en \"bring; it, \\\\ back\"\n    opened by loan.asked, loan.again\n"
    "    within at most P7D\n    met by loan.lent\n    lapses by loan.waived\n    excused when f\n"
    "    extended to P20D by loan.shown\n"
    "  duty now_or_never member to librarian\n    opened by loan.lent\n    within at most P0D\n    met by "
    "loan.returned\n"
    "  duty yearly librarian to member\n    opened by loan.asked\n    until 29 February, 1 year after the opening\n"
    "    rolls to previous_working_day\n    met by loan.returned\n"
    "  duty unset librarian to member\n    opened by loan.asked\n    within host rest\n    met by loan.returned\n"
    "  duty carried librarian to member\n    opened by loan.asked\n    within carried wish\n    met by loan.lent\n"
    "  duty from_lent librarian to member\n    opened by loan.asked\n    counted from loan.returned\n"
    "    within at most P1M\n    met by loan.freed\n"
    "  duty endless librarian to member\n    opened by loan.asked\n    within none\n    met by loan.returned\n"
    "  duty far librarian to member\n    opened by loan.asked\n    counted from wanted\n    within at most P9999Y\n"
    "    met by loan.lent\n"
    "  term patience\n    opened by loan.asked\n    within exactly P3D\n"
    "  term delay\n    opened by loan.asked\n    within at least P1M\n    rolls to next_working_day\n"
    "    met by loan.lent\n"
    "  require in_order librarian while loan is lent: a\n"
    "  answer loan.way_out = yes when way is desk\n  answer loan.way_out = no when way is box\n"
    "  answer loan.both = yes when not a\n  answer loan.both = other when not a\n"
    "  answer loan.never = yes when quiet\n  answer loan.open = yes when a and b\n"
    "  figure all_posts = count of post en \"=all \\\"posts\\\"\"\n"
    "  figure ways = count of loan.asked, loan.lent by way, state when not quiet\n"
    "  figure posts = count of post by state\n"
    "provision 2 \"Art. 2\" since original until 2026-03-10\n  anchor \"a\"\n  gloss en \"The second.\"\n"
    "  loan.kept: any -> same\n"
    "provision 3 \"Art. 3\" since 2026-06-01\n  anchor \"a\"\n  gloss fr \"Trois.\" en \"The third.\"\n"
    "  loan.locked: any -> same\n"
    "provision 4 \"Art. 4\" since 2020-01-01 held from 2026-07-01\n  anchor \"a\"\n  gloss en \"The fourth.\"\n"
    "  loan.sealed: any -> same\n"
    "provision 5 \"Art. 5\" since adoption board\n  anchor \"a\"\n  gloss en \"The fifth.\"\n"
    "  post.left: filled -> left\n"
    "structure\n  post.taken: -> filled\n";

static const char *const journal[] = {
    "2026-02-02 loan.asked l1 by=p1 way=desk wanted=2026-02-20 wish=P9D member=p1",
    "2026-02-03 loan.asked l2 by=p1 way=box",
    "2026-02-03 loan.again l2 by=p2",
    "2026-02-04 link l1 beside l2",
    "2026-02-20 loan.lent l1 by=p2",
    "2026-02-20 fact l1 a=no f=unknown by=p2",
    "2026-02-21 loan.waived l2 by=p2",
    "2026-02-21 loan.again l2 by=p2",
    "2026-02-21 loan.again l2 by=p2 entered=2026-02-25",
    "2026-02-22 loan.lent l2 by=p2",
    "2026-02-22 loan.again l2 by=p2",
    "2026-02-22 loan.lent l2 by=p2",
    "2026-02-23 loan.again l2 by=p2",
    "2026-02-23 fact l2 f=yes by=p2",
    "2026-03-01 loan.returned l1 by=p2",
    "2026-03-02 post.taken o1 keeper=p3",
    "2026-03-03 loan.shown l2 by=p2",
    "2026-03-04 loan.kept l1",
    "2026-03-04 loan.asked l3 by=p1 wanted=9999-12-30",
};

typedef struct world {
    faulty memory;
    ombud_alloc alloc;
    ombud_law *law;
    ombud_case *matter;
    ombud_register *reg;
    ombud_figures *figures;
    ombud_asof asof;
    ombud_render how;
    const char *asked;
} world;

static inline void begin(world *w)
{
    const ombud_render how = OMBUD_RENDER_INIT;
    memset(w, 0, sizeof *w);
    w->alloc = (ombud_alloc){&w->memory, faulty_alloc, faulty_resize, faulty_free};
    w->law = LAW(odd_law);
    w->how = how;
    w->how.domain = ombud_view_of("example.org");
    w->how.salt = ombud_view_of("sixteen bytes 16");
    assert_int_equal(ombud_case_new(w->law, NULL, &w->alloc, &w->matter, NULL), OMBUD_OK);
    assert_int_equal(ombud_case_set_number(w->matter, 9), OMBUD_OK);
    assert_int_equal(ombud_case_person(w->matter, 1, "member", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(w->matter, 2, "librarian", NULL), OMBUD_OK);
    assert_int_equal(ombud_case_person(w->matter, 3, NULL, NULL), OMBUD_OK);
    for (size_t i = 0; i < sizeof journal / sizeof journal[0]; i++)
        TELL(w->matter, journal[i]);
    w->asof = trial_asof("2026-03-04");
}

static inline void end(world *w)
{
    ombud_figures_free(w->figures);
    ombud_register_free(w->reg);
    ombud_case_free(w->matter);
    ombud_law_free(w->law);
    assert_int_equal(w->memory.blocks, 0);
}

/* ---- a sink that stops ------------------------------------------------------------------------------------------- */

typedef struct stopping {
    trial_text text;
    size_t writes, stop_at;
    int stopped;
} stopping;

static inline int take_until(void *user, const char *bytes, size_t length)
{
    stopping *s = user;
    assert_false(s->stopped);
    s->writes++;
    s->stopped = s->writes == s->stop_at;
    return s->stopped ? 5 : trial_text_add(&s->text, bytes, length);
}

typedef ombud_status face(world *w, stopping *to, ombud_error *err);

static inline ombud_status whole(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_case(w->matter, &w->asof, &w->how, take_until, to, err);
}
static inline ombud_status found(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_findings(w->matter, &w->asof, &w->how, take_until, to, err);
}
static inline ombud_status drawn(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_law(w->law, NULL, &w->how, take_until, to, err);
}
static inline ombud_status counted(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_figures(w->figures, &w->how, take_until, to, err);
}
static inline ombud_status ruled(world *w, stopping *to, ombud_error *err)
{
    ombud_event event = trial_event(w->asked);
    ombud_verdict *verdict = NULL;
    ombud_status status = ombud_case_may(w->matter, &event, NULL, &verdict, err);
    status = status == OMBUD_OK ? ombud_render_verdict(verdict, &w->how, take_until, to, err) : status;
    ombud_verdict_free(verdict);
    return status;
}

static inline char *rendered(world *w, face *show)
{
    ombud_error err = OMBUD_ERROR_INIT;
    stopping to = {{NULL, 0, 0}, 0, 0, 0};
    if (show(w, &to, &err) != OMBUD_OK)
        fail_msg("%s; %s", err.message, err.remedy);
    return to.text.bytes;
}

static inline void has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("`%s` is not in:\n%s", part, text);
}

/* ---- verdicts that are asked for ------------------------------------------------------------------------------------
 */

static const struct asked {
    const char *event, *shown, *json;
} asked[] = {
    {"2026-03-05 loan.freed l2 by=p2", "- l2 quiet: yes, stated by keeper", NULL},
    {"2026-03-05 loan.freed l2 by=p1", "or the same, but instead of \"l2 e\":", NULL},
    {"2026-03-05 loan.shown l1 by=p2", "or the same, but instead of \"l1 d\":", NULL},
    {"2026-02-04 loan.tried l1 by=p2", "and 2 more ways", NULL},
    {"2026-03-05 loan.tried l1 by=p2", "conforms", NULL},
    {"2026-03-05 loan.tried l1", "undetermined", NULL},
    {"2026-03-05 loan.again l1 by=p2", "conforms", NULL},
    {"2026-03-05 loan.returned l1 by=p2", "- l1 lent", NULL},
    {"2026-03-05 loan.asked l7 by=p2", "- brought by =member", NULL},
    {"2026-03-11 loan.kept l1 by=p2", "ended on 10 March 2026", NULL},
    {"2026-03-05 loan.locked l1 by=p2", "in force from 1 June 2026", NULL},
    {"2026-03-05 loan.sealed l1 by=p2", "wording held from 1 July 2026", NULL},
    {"2026-03-05 loan.dated l2 by=p2", "- l2 wanted", "\"kind\":\"day\",\"name\":\"wanted\""},
    {"2026-03-05 loan.dated l3 by=p2", "- l3 from ? on", "\"kind\":\"wait\",\"name\":null,\"item\":\"l3\""},
    {"2026-03-05 post.left o1 by=p2", "not yet binding on that day", NULL},
    {"2026-03-05 post.taken o1 by=p2", "not foreseen", NULL},
};

#endif
