/*
 * ombud route: which laws apply to a matter? The facts of a file are put to each law that has an item `routing`;
 * its questions are ways in which the law may apply. docs/routing.md says how the file is written.
 */
#include "facts.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

#define ROUTING "routing"

/* ---- a law's words ----------------------------------------------------------------------------------------------- */

/* The word of a fact of the item `routing`; 0 if the law has none of that name. */
static int find_fact(const ombud_law *law, ombud_view name, ombud_lang lang, ombud_word *out)
{
    static const char item[] = ROUTING ".";
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_FACT); i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (ombud_law_word(law, OMBUD_WORD_FACT, i, lang, &word) == OMBUD_OK &&
            word.name.len == name.len + sizeof item - 1 && memcmp(word.name.ptr, item, sizeof item - 1) == 0 &&
            memcmp(word.name.ptr + sizeof item - 1, name.ptr, name.len) == 0) {
            *out = word;
            return 1;
        }
    }
    return 0;
}

/* The prefix of the item `routing`, empty if the law has none; and who states its facts. */
static ombud_view routing_prefix(const ombud_law *law, uint64_t *roles)
{
    ombud_view none = {"", 0};
    *roles = 0;
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_FACT); i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (ombud_law_word(law, OMBUD_WORD_FACT, i, OMBUD_LANG_EN, &word) == OMBUD_OK && is_word(word.owner, ROUTING)) {
            *roles |= word.roles;
        }
    }
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ITEM); i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (ombud_law_word(law, OMBUD_WORD_ITEM, i, OMBUD_LANG_EN, &word) == OMBUD_OK && is_word(word.name, ROUTING)) {
            return word.owner;
        }
    }
    return none;
}

/* ---- the facts as a case of one law ------------------------------------------------------------------------------ */

static void add_roles(growing *to, const ombud_law *law, uint64_t roles)
{
    int first = 1;
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ROLE) && i < 64; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if ((roles >> i & 1) && ombud_law_word(law, OMBUD_WORD_ROLE, i, OMBUD_LANG_EN, &word) == OMBUD_OK) {
            grow_z(to, first ? " " : ", ");
            grow_view(to, word.name);
            first = 0;
        }
    }
}

/* Lines of the case that stand before the first of the file. */
enum { HEAD_LINES = 3 };

/* The case: its head, a line for each of the file with what is a setting of this law, and again with the facts. */
static void write_case(growing *to, facts_file *facts, const ombud_law *law, ombud_view prefix, uint64_t roles)
{
    char day[16] = "";
    (void)ombud_day_format(facts->on, day, sizeof day);
    grow_z(to, "law ");
    grow_view(to, ombud_law_name(law));
    grow_z(to, "\nperson p1");
    add_roles(to, law, roles);
    grow_z(to, "\nitem ");
    grow_view(to, prefix);
    grow_z(to, "1\n");
    for (int pass = 0; pass < 2; pass++) {
        fact_line line = {{{0, 0}}, 0, {0, 0}, 0};
        for (size_t at = 0; facts_next(facts, &at, &line); grow_z(to, "\n")) {
            if (!pass && line.count >= 3 && is_word(line.words[0], "set")) {
                ombud_view name = ombud_law_name(law);
                if (line.words[1].len == name.len && memcmp(line.words[1].ptr, name.ptr, name.len) == 0) {
                    grow_z(to, "set ");
                    grow_view(to, line.rest);
                    facts->used[line.number] |= USED_SETTING;
                }
            }
            int begun = 0;
            for (size_t i = 1; pass && i < line.count && is_word(line.words[0], "fact"); i++) {
                ombud_word word = OMBUD_WORD_INIT;
                unsigned char *used = &facts->used[(size_t)(line.words[i].ptr - facts->file.text)];
                if ((*used & LEFT_OUT) || !find_fact(law, name_of(line.words[i]), OMBUD_LANG_EN, &word)) {
                    continue;
                }
                *used |= USED_FACT;
                if (!begun++) {
                    grow_z(to, day);
                    grow_z(to, " fact ");
                    grow_view(to, prefix);
                    grow_z(to, "1");
                }
                grow_z(to, " ");
                grow_view(to, line.words[i]);
            }
            if (begun) {
                grow_z(to, " by=p1");
            }
        }
    }
}

/* ---- the answer of one law --------------------------------------------------------------------------------------- */

typedef struct asked {
    facts_file *facts;
    int undetermined; /* some law could not be decided */
    size_t apply;     /* laws that do */
} asked;

/* Whether a condition named the same fact further up. */
static int said_before(const ombud_answer *answer, size_t set, size_t index, const ombud_unmet *now)
{
    for (size_t s = 0; s <= set; s++) {
        for (size_t i = 0; i < ombud_answer_set_size(answer, s) && (s < set || i < index); i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            if (ombud_answer_unmet(answer, s, i, &unmet) == OMBUD_OK && unmet.kind == now->kind &&
                unmet.name.len == now->name.len && memcmp(unmet.name.ptr, now->name.ptr, now->name.len) == 0) {
                return 1;
            }
        }
    }
    return 0;
}

/* Calls for each fact that could still decide. */
typedef void (*missing_visitor)(const ombud_word *word, ombud_view name, size_t *count, ombud_lang lang);

static size_t each_missing(const ombud_law *law, const ombud_answer *answer, ombud_lang lang, missing_visitor each)
{
    size_t count = 0;
    for (size_t s = 0; s < ombud_answer_set_count(answer); s++) {
        for (size_t i = 0; i < ombud_answer_set_size(answer, s); i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            ombud_word word = OMBUD_WORD_INIT;
            if (ombud_answer_unmet(answer, s, i, &unmet) == OMBUD_OK && unmet.kind == OMBUD_UNMET_FACT &&
                unmet.now == OMBUD_UNKNOWN && !said_before(answer, s, i, &unmet) &&
                find_fact(law, unmet.name, lang, &word)) {
                each(&word, unmet.name, &count, lang);
                count++;
            }
        }
    }
    return count;
}

/* A fact on a line, the first behind a heading and the others below it. */
static void put_fact(phrase heading, ombud_lang lang, const ombud_word *word, ombud_view name, size_t count)
{
    const char *text = phrase_of(heading, lang);
    printf("  %*s%s", count ? (int)width_of(text) : 0, "", count ? "" : text);
    put(name);
    fputs("  ", stdout);
    put(word->question.len ? word->question : word->label);
    putchar('\n');
}

static void put_missing(const ombud_word *word, ombud_view name, size_t *count, ombud_lang lang)
{
    put_fact(SAY_MISSING, lang, word, name, *count);
}

static void put_decider(const ombud_word *word, ombud_view name, size_t *count, ombud_lang lang)
{
    put_fact(SAY_DECIDED_BY, lang, word, name, *count);
}

static void json_missing(const ombud_word *word, ombud_view name, size_t *count, ombud_lang lang)
{
    (void)word, (void)lang;
    fputs(*count ? "," : "", stdout);
    json_string(name);
}

static ombud_view value_of(const ombud_answer *answer)
{
    switch (ombud_answer_outcome(answer)) {
    case OMBUD_ANSWERED: return ombud_answer_value(answer);
    case OMBUD_ANSWER_UNDETERMINED: return ombud_view_of("undetermined");
    case OMBUD_ANSWER_CONFLICT: return ombud_view_of("conflict");
    default: return ombud_view_of("none");
    }
}

/* The same for people: what the law labels it, in English its name. */
static void put_value(const ombud_law *law, const ombud_answer *answer, ombud_lang lang)
{
    ombud_view value = value_of(answer);
    switch (ombud_answer_outcome(answer)) {
    case OMBUD_ANSWERED: break;
    case OMBUD_ANSWER_UNDETERMINED: say(SAY_UNDETERMINED, lang); return;
    case OMBUD_ANSWER_CONFLICT: say(SAY_CONFLICT, lang); return;
    default: say(SAY_NO_ANSWER, lang); return;
    }
    for (size_t i = 0; lang != OMBUD_LANG_EN && i < ombud_law_word_count(law, OMBUD_WORD_VALUE); i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (ombud_law_word(law, OMBUD_WORD_VALUE, i, lang, &word) == OMBUD_OK && word.name.len == value.len &&
            memcmp(word.name.ptr, value.ptr, value.len) == 0) {
            value = word.label;
            break;
        }
    }
    put(value);
}

static void put_force(const ombud_law *law, ombud_lang lang)
{
    printf("  (%s)\n", phrase_of((phrase)(SAY_FORCES + ombud_law_force(law)), lang));
}

/* Whether a wording of which it is not known if it counts on that day stands in the way. */
static int wording_unmet(const ombud_answer *answer)
{
    for (size_t s = 0; s < ombud_answer_set_count(answer); s++) {
        for (size_t i = 0; i < ombud_answer_set_size(answer, s); i++) {
            ombud_unmet unmet = OMBUD_UNMET_INIT;
            if (ombud_answer_unmet(answer, s, i, &unmet) == OMBUD_OK && unmet.kind == OMBUD_UNMET_WORDING) {
                return 1;
            }
        }
    }
    return 0;
}

/* What is asked of one law. */
typedef struct inquiry {
    const ombud_law *law;
    asked *state;
    const options *opts;
    ombud_view prefix;
    uint64_t roles; /* who states the facts */
    const ombud_case *matter;
    char item[64];
    int answered; /* some question has an answer on that day */
    int applies;
    int stop; /* the question `applies` is not answered yes: the others are not put */
} inquiry;

/* The facts as a case of the law. */
static ombud_status matter_of(const inquiry *of, ombud_scenario **out, ombud_error *err)
{
    growing text = {NULL, 0, 0, 0};
    write_case(&text, of->state->facts, of->law, of->prefix, of->roles);
    ombud_status status =
        text.failed ? OMBUD_E_NOMEM : ombud_scenario_parse(text.text, text.length, &of->law, 1, NULL, out, err);
    free(text.text);
    return status;
}

/* Whether the question is still answered no, without the facts that are left out. */
static int still_no(const inquiry *of, const char *question)
{
    ombud_scenario *scenario = NULL;
    ombud_answer *answer = NULL;
    ombud_asof asof = OMBUD_ASOF_INIT;
    asof.day = of->state->facts->on;
    int no = matter_of(of, &scenario, NULL) == OMBUD_OK &&
             ombud_case_ask(ombud_scenario_case(scenario, 0), question, of->item, &asof, &answer, NULL) == OMBUD_OK &&
             is_word(ombud_answer_value(answer), "no");
    ombud_answer_free(answer);
    ombud_scenario_free(scenario);
    return no;
}

/*
 * The facts that decide a no: each is left out in turn, and stays out where the answer does not change without it. What
 * is left suffices, and none of it can be spared.
 */
static void each_decider(const inquiry *of, const char *question, missing_visitor each)
{
    facts_file *facts = of->state->facts;
    size_t count = 0;
    for (int pass = 0; pass < 3; pass++) {
        fact_line line = {{{0, 0}}, 0, {0, 0}, 0};
        for (size_t at = 0; facts_next(facts, &at, &line);) {
            for (size_t i = 1; i < line.count && is_word(line.words[0], "fact"); i++) {
                ombud_word word = OMBUD_WORD_INIT;
                unsigned char *used = &facts->used[(size_t)(line.words[i].ptr - facts->file.text)];
                if (!find_fact(of->law, name_of(line.words[i]), of->opts->lang, &word)) {
                    continue;
                }
                if (pass == 0) {
                    *used |= LEFT_OUT;
                    *used = (unsigned char)(*used & (still_no(of, question) ? 0xFF : ~LEFT_OUT));
                } else if (pass == 1 && !(*used & LEFT_OUT)) {
                    each(&word, line.words[i], &count, of->opts->lang);
                    count++;
                } else if (pass == 2) {
                    *used = (unsigned char)(*used & ~LEFT_OUT);
                }
            }
        }
    }
}

static void show_answer(const inquiry *of, const ombud_answer *answer, ombud_view question)
{
    const ombud_law *law = of->law;
    const options *opts = of->opts;
    int no = is_word(value_of(answer), "no");
    ombud_provision provision = OMBUD_PROVISION_INIT;
    size_t index = SIZE_MAX;
    int decided = ombud_answer_provision(answer, &index) == OMBUD_OK &&
                  ombud_law_provision(law, index, opts->lang, &provision) == OMBUD_OK;
    int first = 1;
    if (opts->given & OPT_JSON) {
        putchar('{');
        json_text(&first, "kind", ombud_view_of("route"));
        json_text(&first, "law", ombud_law_name(law));
        json_text(&first, "force", ombud_view_of(force_name(ombud_law_force(law))));
        json_text(&first, "question", question);
        json_text(&first, "answer", value_of(answer));
        json_provision(&first, "provision", law, decided ? index : SIZE_MAX);
        json_name(&first, "citation", provision.citation);
        json_key(&first, "missing");
        putchar('[');
        (void)each_missing(law, answer, opts->lang, json_missing);
        putchar(']');
        json_key(&first, "decided_by");
        putchar('[');
        if (no) {
            each_decider(of, question.ptr, json_missing);
        }
        puts("]}");
        return;
    }
    put(ombud_law_name(law));
    fputs("  ", stdout);
    put(question);
    say(SAY_COLON, opts->lang);
    put_value(law, answer, opts->lang);
    put_force(law, opts->lang);
    if (decided) {
        fputs("  ", stdout);
        put_provision(law, index);
        fputs("  ", stdout);
        put(provision.citation);
        fputs("\n  ", stdout);
        put(provision.gloss);
        putchar('\n');
    } else if (no) {
        printf("  %s\n", phrase_of(SAY_OUTSIDE_FIELD, opts->lang));
    }
    if (no) {
        each_decider(of, question.ptr, put_decider);
    }
    if (ombud_answer_outcome(answer) == OMBUD_ANSWER_UNDETERMINED &&
        !each_missing(law, answer, opts->lang, put_missing)) {
        /* No fact would decide: a wording, its day or a reading is missing. */
        char text[512];
        if (decided && !provision.has_from && !provision.has_held && wording_unmet(answer)) {
            printf("  %s", phrase_of(SAY_MISSING, opts->lang));
            say_with(SAY_DAY_OF_SETTING, opts->lang, ombud_law_name(law));
            putchar('\n');
            return;
        }
        (void)ombud_explain_answer(answer, opts->lang, text, sizeof text);
        printf("  %s\n", text);
    }
}

/* The answer to a question of the law's item; NULL if the question at `index` is none of the item, or on failure. */
static ombud_answer *ask(const inquiry *of, size_t index, ombud_view *question, int *result)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_word word = OMBUD_WORD_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_answer *answer = NULL;
    char name[128];
    size_t before = sizeof ROUTING; /* with its point */
    asof.day = of->state->facts->on;
    if (ombud_law_word(of->law, OMBUD_WORD_QUESTION, index, of->opts->lang, &word) != OMBUD_OK ||
        !is_word(word.owner, ROUTING) || word.name.len <= before || word.name.len - before >= sizeof name) {
        return NULL;
    }
    question->ptr = word.name.ptr + before;
    question->len = word.name.len - before;
    memcpy(name, question->ptr, question->len);
    name[question->len] = '\0';
    ombud_status status = ombud_case_ask(of->matter, name, of->item, &asof, &answer, &err);
    if (status != OMBUD_OK) {
        *result = library_error(of->state->facts->file.name, status, &err);
        return NULL;
    }
    return answer;
}

/* Puts each question of the law's item to the facts: all once, to see what is answered, then again to show it. */
static int ask_all(inquiry *of)
{
    asked *state = of->state;
    size_t count = ombud_law_word_count(of->law, OMBUD_WORD_QUESTION);
    int json = (of->opts->given & OPT_JSON) != 0;
    int result = EXIT_GOOD;
    for (size_t look = 0; look < 2 * count && result == EXIT_GOOD; look++) {
        ombud_view question = {NULL, 0};
        ombud_answer *answer = ask(of, look % count, &question, &result);
        if (!answer) {
            continue;
        }
        ombud_outcome outcome = ombud_answer_outcome(answer);
        int yes = is_word(ombud_answer_value(answer), "yes");
        int general = is_word(question, "applies");
        if (look < count) {
            of->answered |= outcome != OMBUD_ANSWER_NONE;
            of->stop |= general && !yes;
        } else if (general || !of->stop) {
            if (json || outcome != OMBUD_ANSWER_NONE) {
                show_answer(of, answer, question);
            }
            state->undetermined |= outcome == OMBUD_ANSWER_UNDETERMINED || outcome == OMBUD_ANSWER_CONFLICT;
            of->applies |= yes;
        }
        ombud_answer_free(answer);
    }
    if (result == EXIT_GOOD && !of->answered && !json) {
        put(ombud_law_name(of->law));
        printf("  %s", phrase_of(SAY_NO_ANSWER, of->opts->lang));
        put_force(of->law, of->opts->lang);
        printf("  %s\n", phrase_of(SAY_NONE_IN_FORCE, of->opts->lang));
    }
    state->apply += of->applies != 0;
    return result;
}

/* A place in the case that was written is one of the file. */
static int case_wrong(const facts_file *facts, ombud_status status, const ombud_error *err)
{
    ombud_error placed = *err;
    if (placed.line > HEAD_LINES) {
        placed.line = (uint32_t)((placed.line - HEAD_LINES - 1) % facts->lines + 1);
        placed.column = 1;
    }
    return library_error(facts->file.name, status, &placed);
}

static int one_law(const ombud_law *law, const options *opts, void *user)
{
    asked *state = user;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    inquiry of = {.law = law, .state = state, .opts = opts};
    of.prefix = routing_prefix(law, &of.roles);
    if (!of.prefix.len) {
        if (!(opts->given & OPT_JSON)) {
            put(ombud_law_name(law));
            printf("  %s\n", phrase_of(SAY_NO_ROUTING, opts->lang));
        }
        return EXIT_GOOD;
    }
    if (of.prefix.len + 2 > sizeof of.item) {
        fprintf(stderr, "ombud route: a prefix of an item is longer than %zu bytes; shorten it in the law\n",
                sizeof of.item - 2);
        return EXIT_BAD_INPUT;
    }
    memcpy(of.item, of.prefix.ptr, of.prefix.len);
    memcpy(of.item + of.prefix.len, "1", 2);
    ombud_status status = matter_of(&of, &scenario, &err);
    of.matter = ombud_scenario_case(scenario, 0);
    int result = status == OMBUD_OK ? ask_all(&of) : case_wrong(state->facts, status, &err);
    ombud_scenario_free(scenario);
    return result;
}

/* A fact or a setting that no law has a use for is a misspelling, or of a law that is not here. */
static int all_used(const facts_file *facts)
{
    fact_line line = {{{0, 0}}, 0, {0, 0}, 0};
    for (size_t at = 0; facts_next(facts, &at, &line);) {
        if (line.count && is_word(line.words[0], "set") && !(facts->used[line.number] & USED_SETTING)) {
            fprintf(stderr, "%s:%zu:5: there is no law '%.*s' with an item routing; `ombud laws` lists the laws\n",
                    facts->file.name, line.number, (int)line.words[1].len, line.words[1].ptr);
            return EXIT_BAD_INPUT;
        }
        for (size_t i = 1; line.count && i < line.count && is_word(line.words[0], "fact"); i++) {
            size_t offset = (size_t)(line.words[i].ptr - facts->file.text);
            if (!(facts->used[offset] & USED_FACT)) {
                ombud_view name = name_of(line.words[i]);
                fprintf(stderr, "%s:%zu:1: no law at hand asks for '%.*s'; docs/routing.md lists the names\n",
                        facts->file.name, line.number, (int)name.len, name.ptr);
                return EXIT_BAD_INPUT;
            }
        }
    }
    return EXIT_GOOD;
}

int verb_route(const options *opts)
{
    facts_file facts = {{NULL, NULL, 0}, 0, 0, 0, NULL};
    asked state = {&facts, 0, 0};
    law_shelf shelf;
    if (opts->word_count != 1) {
        return usage_error("route", "one file of facts is wanted", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = facts_read(&facts, opts);
    if (result == EXIT_GOOD) {
        result = shelf_each(&shelf, opts, NULL, one_law, &state);
    }
    if (result == EXIT_GOOD) {
        result = all_used(&facts);
    }
    if (result == EXIT_GOOD && state.apply > 1 && !(opts->given & OPT_JSON)) {
        say_with_number(SAY_LAWS_APPLY, opts->lang, (int64_t)state.apply);
        if (facts.number) {
            say_with_number(SAY_SAME_NUMBER, opts->lang, facts.number);
        }
        putchar('\n');
    }
    if (result == EXIT_GOOD && !state.apply && !state.undetermined && !(opts->given & OPT_JSON)) {
        puts(phrase_of(SAY_NONE_APPLIES, opts->lang));
    }
    free(facts.used);
    file_free(&facts.file);
    shelf_close(&shelf);
    return result == EXIT_GOOD && state.undetermined ? EXIT_FOUND : result;
}
