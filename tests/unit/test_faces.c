/*
 * All faces of one case in which everything occurs that can be shown: terms of each status, findings, answers of each
 * outcome, verdicts of each kind. Each rendering is the same twice; a sink that stops at any write stops it there; and
 * memory that fails at any request leaves a status, for every format, language and audience.
 */
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

static void begin(world *w)
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

static void end(world *w)
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

static int take_until(void *user, const char *bytes, size_t length)
{
    stopping *s = user;
    assert_false(s->stopped);
    s->writes++;
    s->stopped = s->writes == s->stop_at;
    return s->stopped ? 5 : trial_text_add(&s->text, bytes, length);
}

typedef ombud_status face(world *w, stopping *to, ombud_error *err);

static ombud_status whole(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_case(w->matter, &w->asof, &w->how, take_until, to, err);
}
static ombud_status found(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_findings(w->matter, &w->asof, &w->how, take_until, to, err);
}
static ombud_status drawn(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_law(w->law, NULL, &w->how, take_until, to, err);
}
static ombud_status counted(world *w, stopping *to, ombud_error *err)
{
    return ombud_render_figures(w->figures, &w->how, take_until, to, err);
}
static ombud_status ruled(world *w, stopping *to, ombud_error *err)
{
    ombud_event event = trial_event(w->asked);
    ombud_verdict *verdict = NULL;
    ombud_status status = ombud_case_may(w->matter, &event, NULL, &verdict, err);
    status = status == OMBUD_OK ? ombud_render_verdict(verdict, &w->how, take_until, to, err) : status;
    ombud_verdict_free(verdict);
    return status;
}

static char *rendered(world *w, face *show)
{
    ombud_error err = OMBUD_ERROR_INIT;
    stopping to = {{NULL, 0, 0}, 0, 0, 0};
    if (show(w, &to, &err) != OMBUD_OK)
        fail_msg("%s; %s", err.message, err.remedy);
    return to.text.bytes;
}

/* Twice the same; and stopped at each write, no further one and the status of it. */
static void stop_at_each_write(world *w, face *show)
{
    char *first = rendered(w, show), *second = rendered(w, show);
    assert_string_equal(first, second);
    for (size_t n = 1;; n++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, n, 0};
        ombud_status status = show(w, &to, &err);
        if (to.text.bytes)
            assert_memory_equal(to.text.bytes, first, to.text.length);
        free(to.text.bytes);
        if (!to.stopped) {
            assert_int_equal(status, OMBUD_OK);
            break;
        }
        assert_int_equal(status, OMBUD_E_CALLBACK);
        assert_int_equal(err.code, OMBUD_E_CALLBACK);
    }
    free(first);
    free(second);
}

/* A name in front moves everything behind it through the buffer. */
static void stop_at_each_place(world *w, face *show)
{
    static char name[1100];
    memset(name, 'n', sizeof name);
    for (size_t length = 1; length < sizeof name; length += 90) {
        w->how.name = (ombud_view){name, length};
        stop_at_each_write(w, show);
    }
    w->how.name = ombud_view_of("");
}

static void run_dry(world *w, face *show)
{
    for (size_t n = 1;; n++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, 0, 0};
        size_t blocks = w->memory.blocks;
        w->memory.requests = 0;
        w->memory.failed = 0;
        w->memory.fail_at = n;
        ombud_status status = show(w, &to, &err);
        w->memory.fail_at = 0;
        free(to.text.bytes);
        assert_int_equal(w->memory.blocks, blocks);
        assert_int_equal(status, w->memory.failed ? OMBUD_E_NOMEM : OMBUD_OK);
        if (!w->memory.failed)
            break;
    }
}

static void has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("`%s` is not in:\n%s", part, text);
}

/* ---- cases ------------------------------------------------------------------------------------------------------- */

static void every_face_of_a_case(void **state)
{
    (void)state;
    static const char *const days[] = {"2026-01-01", "2026-02-03", "2026-02-09", "2026-02-20",
                                       "2026-03-04", "2026-12-31", "2028-03-01", "9999-12-31"};
    world w;
    begin(&w);
    for (ombud_format format = OMBUD_FORMAT_TEXT; format <= OMBUD_FORMAT_ICS; format++) {
        w.how.format = format;
        for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
            w.asof = trial_asof(days[d]);
            w.how.detailed = d % 2 == 0;
            w.how.alarm_days = d % 3 == 0 ? 3 : 0;
            w.how.colour = d % 2 == 1;
            for (ombud_lang lang = OMBUD_LANG_EN; lang <= OMBUD_LANG_NL; lang++) {
                w.how.lang = lang;
                stop_at_each_write(&w, whole);
            }
            for (uint64_t audience = 0; audience < 9; audience++) {
                w.asof.has_audience = 1;
                w.asof.audience = audience == 8 ? UINT64_MAX : audience;
                w.asof.audience_person = (int64_t)(audience % 4);
                w.asof.has_known_by = audience % 2 == 1;
                w.asof.known_by = trial_day("2026-02-22");
                free(rendered(&w, whole));
                if (format < OMBUD_FORMAT_SVG)
                    free(rendered(&w, found));
            }
        }
        w.asof = trial_asof("2026-03-04");
        stop_at_each_place(&w, whole);
        run_dry(&w, whole);
        if (format < OMBUD_FORMAT_SVG) {
            stop_at_each_place(&w, found);
            run_dry(&w, found);
        }
        w.asof.has_audience = 1;
        run_dry(&w, whole);
    }
    end(&w);
}

/* ---- verdicts ---------------------------------------------------------------------------------------------------- */

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

static void every_verdict(void **state)
{
    (void)state;
    world w;
    begin(&w);
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        w.asked = asked[i].event;
        for (ombud_lang lang = OMBUD_LANG_EN; lang <= OMBUD_LANG_NL; lang++) {
            w.how.lang = lang;
            w.how.format = OMBUD_FORMAT_TEXT;
            stop_at_each_write(&w, ruled);
            w.how.format = OMBUD_FORMAT_JSON;
            stop_at_each_write(&w, ruled);
        }
        w.how.lang = OMBUD_LANG_EN;
        w.how.format = OMBUD_FORMAT_TEXT;
        char *text = rendered(&w, ruled);
        has(text, asked[i].shown);
        free(text);
        w.how.format = OMBUD_FORMAT_JSON;
        text = rendered(&w, ruled);
        has(text, asked[i].json ? asked[i].json : "\"kind\":\"verdict\"");
        free(text);
        w.how.format = OMBUD_FORMAT_TEXT;
        run_dry(&w, ruled);
    }
    end(&w);
}

/* ---- laws and figures -------------------------------------------------------------------------------------------- */

static void every_face_of_a_law(void **state)
{
    (void)state;
    world w;
    begin(&w);
    w.how.format = OMBUD_FORMAT_DOT;
    stop_at_each_write(&w, drawn);
    char *text = rendered(&w, drawn);
    has(text, "lo<an>");
    free(text);
    stopping to = {{NULL, 0, 0}, 0, 0, 0};
    ombud_error err = OMBUD_ERROR_INIT;
    assert_int_equal(ombud_render_law(w.law, "person", NULL, take_until, &to, &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(ombud_render_law(w.law, "nobody", NULL, take_until, &to, &err), OMBUD_E_UNKNOWN_NAME);
    assert_int_equal(ombud_render_figures(NULL, NULL, take_until, &to, &err), OMBUD_E_ARGUMENT);
    w.how.format = -1;
    assert_int_equal(whole(&w, &to, &err), OMBUD_E_ARGUMENT);
    w.how.format = 99;
    assert_int_equal(whole(&w, &to, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(to.writes, 0);
    end(&w);
}

static void every_face_of_figures(void **state)
{
    (void)state;
    static const ombud_format formats[] = {OMBUD_FORMAT_TEXT, OMBUD_FORMAT_JSON, OMBUD_FORMAT_CSV};
    world w;
    ombud_error err = OMBUD_ERROR_INIT;
    begin(&w);
    assert_int_equal(ombud_register_new(w.law, NULL, w.asof.day, NULL, &w.reg, &err), OMBUD_OK);
    assert_int_equal(ombud_register_add(w.reg, w.matter, &err), OMBUD_OK);
    for (int32_t threshold = 0; threshold <= 5; threshold += 5) {
        assert_int_equal(ombud_register_figures(w.reg, trial_day("2026-01-01"), trial_day("2026-12-31"), threshold,
                                                &w.figures, &err),
                         OMBUD_OK);
        for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
            w.how.format = formats[i];
            stop_at_each_place(&w, counted);
        }
        w.how.format = OMBUD_FORMAT_CSV;
        char *text = rendered(&w, counted);
        /* A spreadsheet must not take a label for a formula, nor a quote for the end of it. */
        has(text, "\"'=all \"\"posts\"\"\"");
        free(text);
        ombud_figures_free(w.figures);
        w.figures = NULL;
    }
    end(&w);
}

/* ---- a host's language ------------------------------------------------------------------------------------------- */

/* A language of one letter: each text between brackets, its letters z, so that a letter of another kind is no text that
 * was asked for. What is put in stays where it was. */
static int bracketed(void *user, ombud_view english, ombud_view *out)
{
    static char text[1024];
    size_t length = 0;
    ++*(size_t *)user;
    assert_true(english.len + 3 < sizeof text);
    text[length++] = '[';
    for (size_t i = 0; i < english.len; i++) {
        char c = english.ptr[i];
        text[length++] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ? 'z' : c;
    }
    text[length++] = ']';
    text[length] = '\0';
    *out = (ombud_view){text, length};
    return 0;
}

static int is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What is left once names of the law and of the case, markup and the z are taken away is English. */
static void nothing_is_english(const char *text, const char *const *names)
{
    for (const char *at = text; *at;) {
        const char *end = at;
        if (*at == '<' || *at == '&') { /* a tag, an entity of XML */
            const char *closed = strchr(at, *at == '<' ? '>' : ';');
            at = closed ? closed + 1 : at + 1;
            continue;
        }
        while (is_letter(*end) || (end > at && *end >= '0' && *end <= '9') || (end > at && *end == '_'))
            end++;
        size_t length = (size_t)(end - at), i = 0;
        while (names[i] && (strlen(names[i]) != length || memcmp(names[i], at, length) != 0))
            i++;
        int other = length > 0 && !names[i];
        for (size_t k = 0; other && k < length; k++) {
            if (is_letter(at[k]) && at[k] != 'z')
                fail_msg("`%.*s` stayed English in:\n%s", (int)length, at, text);
        }
        at = length > 0 ? end : at + 1;
    }
}

static void a_host_language(void **state)
{
    /* Citations, items, and the command and the readings that pages name. */
    static const char *const names[] = {"Art", "l1",  "l2", "l3", "l7",    "o1",      "p1",  "p2",    "p3",   "P1D",
                                        "P1Y", "P9D", "n",  "t",  "ombud", "library", "may", "asked", "loan", NULL};
    world w;
    size_t calls = 0;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    begin(&w);
    w.how.lang = OMBUD_LANG_OTHER;
    char *english = rendered(&w, whole);
    w.how.lang = OMBUD_LANG_EN;
    char *plain = rendered(&w, whole);
    assert_string_equal(english, plain); /* before a language is given it is English */
    free(english);
    free(plain);
    assert_int_equal(ombud_law_translate(w.law, "zz", bracketed, &calls, &err), OMBUD_OK);
    assert_true(calls > 200);
    w.how.lang = OMBUD_LANG_OTHER;
    const char *const days[] = {"2026-01-01", "2026-02-09", "2026-03-04", "2028-03-01", "9999-12-31"};
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        w.asof = trial_asof(days[d]);
        w.how.format = OMBUD_FORMAT_TEXT;
        char *text = rendered(&w, whole);
        nothing_is_english(text, names);
        free(text);
        w.how.format = OMBUD_FORMAT_SVG;
        text = rendered(&w, whole);
        nothing_is_english(text, names);
        has(text, "xml:lang=\"zz\"");
        free(text);
    }
    w.how.format = OMBUD_FORMAT_TEXT;
    for (size_t i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        char said[4096];
        w.asked = asked[i].event;
        char *text = rendered(&w, ruled);
        nothing_is_english(text, names);
        free(text);
        ombud_event event = trial_event(w.asked);
        ombud_verdict *verdict = NULL;
        assert_int_equal(ombud_case_may(w.matter, &event, NULL, &verdict, &err), OMBUD_OK);
        assert_true(ombud_explain_verdict(verdict, OMBUD_LANG_OTHER, said, sizeof said) < sizeof said);
        nothing_is_english(said, names);
        ombud_verdict_free(verdict);
    }
    assert_int_equal(ombud_register_new(w.law, NULL, w.asof.day, NULL, &w.reg, &err), OMBUD_OK);
    assert_int_equal(
        ombud_register_figures(w.reg, trial_day("2026-01-01"), trial_day("2026-12-31"), 0, &w.figures, &err), OMBUD_OK);
    char *text = rendered(&w, counted);
    nothing_is_english(text, names);
    free(text);
    for (ombud_word_kind kind = OMBUD_WORD_ROLE; kind < OMBUD_WORD_SINCE; kind++) {
        for (size_t i = 0; i < ombud_law_word_count(w.law, kind); i++) {
            ombud_word word = OMBUD_WORD_INIT;
            assert_int_equal(ombud_law_word(w.law, kind, i, OMBUD_LANG_OTHER, &word), OMBUD_OK);
            assert_int_equal(word.label.ptr[0], '[');
        }
    }
    end(&w);
}

/* Texts that are none, or lack the place of what is put in, stay English; what is no text leaves the law as it was. */
static int odd_text(void *user, ombud_view english, ombud_view *out)
{
    static char longer[OMBUD_TRANSLATION_MAX + 2];
    const int what = *(int *)user;
    assert_int_equal(out->len, 0);
    if (!trial_view_is(english, "case #") && !trial_view_is(english, "Now"))
        return 0;
    memset(longer, 'a', sizeof longer - 1);
    *out = what == 0   ? ombud_view_of("lost")
           : what == 2 ? (ombud_view){longer, sizeof longer - 1}
           : what == 3 ? ombud_view_of("a\xff")
           : what == 4 ? ombud_view_of("two\nlines")
                       : *out;
    return what == 5 ? 17 : 0;
}

static void odd_host_languages(void **state)
{
    static const ombud_status statuses[] = {OMBUD_OK,     OMBUD_OK,     OMBUD_E_LIMIT,
                                            OMBUD_E_UTF8, OMBUD_E_UTF8, OMBUD_E_CALLBACK};
    static const char *const tags[] = {"", "-de", "d_e", "1a", "abcdefghijklmnopqrstuvwxyzabcdefghijkl"};
    world w;
    ombud_error err = OMBUD_ERROR_INIT;
    (void)state;
    begin(&w);
    w.how.lang = OMBUD_LANG_OTHER;
    for (int what = 0; what < 6; what++) {
        assert_int_equal(ombud_law_translate(w.law, "de", odd_text, &what, &err), statuses[what]);
        char *text = rendered(&w, whole);
        has(text, "case 9");
        has(text, what == 0 ? "lost" : "Now");
        free(text);
    }
    int what = 1;
    for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
        assert_int_equal(ombud_law_translate(w.law, tags[i], odd_text, &what, &err), OMBUD_E_SYNTAX);
    assert_int_equal(ombud_law_translate(NULL, "de", odd_text, &what, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_translate(w.law, NULL, odd_text, &what, &err), OMBUD_E_ARGUMENT);
    assert_int_equal(ombud_law_translate(w.law, "de", NULL, &what, &err), OMBUD_E_ARGUMENT);
    end(&w);
}

/* Memory that fails at any request leaves the language that the law had. */
static void a_host_language_runs_dry(void **state)
{
    faulty memory;
    memset(&memory, 0, sizeof memory);
    const ombud_alloc alloc = {&memory, faulty_alloc, faulty_resize, faulty_free};
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t calls = 0;
    ombud_status status = OMBUD_E_NOMEM;
    (void)state;
    assert_int_equal(ombud_law_parse(odd_law, sizeof odd_law - 1, &alloc, &law, &err), OMBUD_OK);
    for (size_t n = 1; status != OMBUD_OK; n++) {
        memory.requests = 0;
        memory.fail_at = n;
        status = ombud_law_translate(law, "zz", bracketed, &calls, &err);
        memory.fail_at = 0;
        assert_true(status == OMBUD_OK || status == OMBUD_E_NOMEM);
        ombud_word word = OMBUD_WORD_INIT;
        assert_int_equal(ombud_law_word(law, OMBUD_WORD_ROLE, 0, OMBUD_LANG_OTHER, &word), OMBUD_OK);
        assert_int_equal(word.label.ptr[0], status == OMBUD_OK ? '[' : '=');
    }
    ombud_law_free(law);
    assert_int_equal(memory.blocks, 0);
}

/* ---- calendars --------------------------------------------------------------------------------------------------- */

static void whose_domain(void **state)
{
    (void)state;
    static char longest[255];
    memset(longest, 'a', sizeof longest - 1);
    const struct {
        ombud_view domain;
        ombud_status status;
    } domains[] = {
        {ombud_view_of("a"), OMBUD_OK},
        {ombud_view_of("A-b.c1.Z9"), OMBUD_OK},
        {ombud_view_of("0"), OMBUD_OK},
        {{longest, 253}, OMBUD_OK},
        {{longest, 254}, OMBUD_E_ARGUMENT},
        {ombud_view_of(""), OMBUD_E_ARGUMENT},
        {{NULL, 0}, OMBUD_E_ARGUMENT},
        {ombud_view_of("-a"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a-"), OMBUD_E_ARGUMENT},
        {ombud_view_of(".a"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a[b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a/b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a{b"), OMBUD_E_ARGUMENT},
        {ombud_view_of("a@b"), OMBUD_E_ARGUMENT},
    };
    world w;
    begin(&w);
    w.how.format = OMBUD_FORMAT_ICS;
    for (size_t i = 0; i < sizeof domains / sizeof domains[0]; i++) {
        ombud_error err = OMBUD_ERROR_INIT;
        stopping to = {{NULL, 0, 0}, 0, 0, 0};
        w.how.domain = domains[i].domain;
        assert_int_equal(whole(&w, &to, &err), domains[i].status);
        free(to.text.bytes);
    }
    end(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_face_of_a_case), cmocka_unit_test(every_verdict),
        cmocka_unit_test(every_face_of_a_law),  cmocka_unit_test(every_face_of_figures),
        cmocka_unit_test(whose_domain),         cmocka_unit_test(a_host_language),
        cmocka_unit_test(odd_host_languages),   cmocka_unit_test(a_host_language_runs_dry),
    };
    return cmocka_run_group_tests_name("faces", tests, NULL, NULL);
}
