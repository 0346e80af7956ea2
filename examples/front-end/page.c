/*
 * The questions of the page. Each is asked of the case in its text; what changes a case gives its text back.
 */
#include "page.h"

#include <stdlib.h>
#include <string.h>

#define LAWS_MAX 16

/* Laws once read, the room for a question, the answer, and a piece of text. A page has one thread. */
static struct {
    ombud_law *laws[LAWS_MAX];
    size_t law_count;
    growing room, answer, piece;
} page;

/* What is being answered. */
typedef struct asked {
    request fields;
    ombud_lang lang;
    ombud_scenario *scenario;
    const ombud_case *matter; /* of the scenario */
    ombud_case *copy;         /* to change */
    ombud_asof asof;
    ombud_event event;
    ombud_error err;
} asked;

static int same(ombud_view a, ombud_view b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

static ombud_status bad(asked *a, ombud_status status, const char *message, const char *remedy)
{
    a->err.message = message;
    a->err.remedy = remedy;
    return status;
}

/* ---- what a question is about ------------------------------------------------------------------------------------ */

/* A built-in law, read once. */
static ombud_status law_named(asked *a, ombud_view name, ombud_law **out)
{
    for (size_t i = 0; i < page.law_count; i++) {
        if (same(ombud_law_name(page.laws[i]), name)) {
            *out = page.laws[i];
            return OMBUD_OK;
        }
    }
    if (page.law_count == LAWS_MAX) {
        return bad(a, OMBUD_E_LIMIT, "too many laws", "load the page anew");
    }
    ombud_status status = ombud_law_builtin(name.ptr, NULL, &page.laws[page.law_count], &a->err);
    if (status == OMBUD_OK) {
        *out = page.laws[page.law_count++];
    }
    return status;
}

static ombud_status law_of(asked *a, ombud_law **out)
{
    return law_named(a, request_get(&a->fields, "law"), out);
}

static ombud_status read_case(asked *a)
{
    ombud_view text = request_get(&a->fields, "case");
    ombud_status status = ombud_scenario_parse(text.ptr, text.len, (const ombud_law *const *)page.laws, page.law_count,
                                               NULL, &a->scenario, &a->err);
    a->matter = ombud_scenario_case(a->scenario, 0);
    return status || a->matter ? status
                               : bad(a, OMBUD_E_NOT_FOUND, "the text holds no case", "begin it with `law NAME`");
}

static ombud_status read_day(asked *a)
{
    ombud_view on = request_get(&a->fields, "on");
    ombud_status status = ombud_day_parse(on.ptr, on.len, &a->asof.day);
    a->event.on = a->asof.day;
    return status ? bad(a, status, "this is no day", "write it as in 2026-02-28") : OMBUD_OK;
}

/* A number of a person; 0 for an empty text. */
static ombud_status read_number(asked *a, const char *key, int64_t *out)
{
    ombud_view text = request_get(&a->fields, key);
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || *out > OMBUD_NUMBER_MAX / 10) {
            return bad(a, OMBUD_E_SYNTAX, "this is no number of a person", "persons are 1, 2, 3 …");
        }
        *out = *out * 10 + (text.ptr[i] - '0');
    }
    return OMBUD_OK;
}

static ombud_status read_event(asked *a)
{
    ombud_status status = read_number(a, "by", &a->event.by);
    a->event.line = request_get(&a->fields, "line");
    return status;
}

/* ---- laws and words ---------------------------------------------------------------------------------------------- */

static ombud_status tell_laws(asked *a)
{
    growing *to = &page.answer;
    answer_open(to, '[');
    for (size_t i = 0; i < ombud_law_builtin_count(); i++) {
        ombud_law *law = NULL;
        ombud_status status = law_named(a, ombud_view_of(ombud_law_builtin_name(i)), &law);
        if (status) {
            return status;
        }
        answer_open(to, '{');
        answer_text(to, "name", ombud_law_name(law));
        answer_text(to, "title", ombud_law_title(law, a->lang));
        answer_text(to, "force", ombud_view_of(force_name(ombud_law_force(law))));
        answer_close(to, '}');
    }
    answer_close(to, ']');
    return OMBUD_OK;
}

static ombud_status tell_vocabulary(asked *a)
{
    ombud_law *law = NULL;
    ombud_status status = law_of(a, &law);
    if (status == OMBUD_OK) {
        answer_vocabulary(&page.answer, law, a->lang);
    }
    return status;
}

/* ---- what may happen --------------------------------------------------------------------------------------------- */

static ombud_status tell_verdict(asked *a)
{
    ombud_verdict *verdict = NULL;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_status status = read_event(a);
    status = status ? status : ombud_case_may(a->matter, &a->event, NULL, &verdict, &a->err);
    if (status == OMBUD_OK) {
        how.format = OMBUD_FORMAT_JSON;
        how.lang = a->lang;
        how.name = request_get(&a->fields, "name");
        status = ombud_render_verdict(verdict, &how, grow, &page.answer, &a->err);
    }
    ombud_verdict_free(verdict);
    return status;
}

/* Whether the library reads this line on that day as an event of the case. */
static int is_read(asked *a, const char *line)
{
    ombud_verdict *verdict = NULL;
    ombud_event event = a->event;
    event.line = ombud_view_of(line);
    ombud_status status = ombud_case_may(a->matter, &event, NULL, &verdict, NULL);
    ombud_verdict_free(verdict);
    return status == OMBUD_OK;
}

static void tell_action(growing *to, const ombud_law *law, const ombud_action *action)
{
    answer_open(to, '{');
    answer_text(to, "event", action->event);
    answer_item(to, "item", action->item_prefix, action->item_number);
    answer_roles(to, "roles", law, action->roles);
    answer_text(to, "ruling", ombud_view_of(ombud_ruling_name(action->ruling, ombud_law_force(law))));
    answer_truth(to, "due", action->due);
    answer_day(to, "due_day", action->has_due_day, action->due_day);
    answer_provision(to, "provision", law, action->provision);
    answer_close(to, '}');
}

/* The next number of each kind of items, and the events that would bring such an item into being. */
static void tell_begins(asked *a)
{
    growing *to = &page.answer;
    const ombud_law *law = ombud_case_law(a->matter);
    ombud_word kind = OMBUD_WORD_INIT, event = OMBUD_WORD_INIT;
    for (size_t k = 0; ombud_law_word(law, OMBUD_WORD_ITEM, k, a->lang, &kind) == OMBUD_OK; k++) {
        int64_t number = 1;
        ombud_item item = OMBUD_ITEM_INIT;
        for (size_t i = 0; ombud_case_item_at(a->matter, i, &item) == OMBUD_OK; i++) {
            number = same(item.prefix, kind.owner) && item.number >= number ? item.number + 1 : number;
        }
        for (size_t e = 0; ombud_law_word(law, OMBUD_WORD_EVENT, e, a->lang, &event) == OMBUD_OK; e++) {
            if (!same(event.owner, kind.name)) {
                continue;
            }
            growing line = {NULL, 0, 0, 0};
            grow_view(&line, event.name);
            grow_z(&line, " ");
            grow_z(&line, item_name(&page.piece, kind.owner, number));
            if (!line.failed && is_read(a, line.text)) {
                answer_open(to, '{');
                answer_text(to, "event", event.name);
                answer_item(to, "item", kind.owner, number);
                answer_close(to, '}');
            }
            free(line.text);
        }
    }
}

static ombud_status tell_next(asked *a)
{
    growing *to = &page.answer;
    ombud_actions *actions = NULL;
    ombud_action action = OMBUD_ACTION_INIT;
    ombud_status status = ombud_case_next(a->matter, NULL, &a->asof, &actions, &a->err);
    if (status) {
        return status;
    }
    answer_open(to, '{');
    answer_key(to, "actions");
    answer_open(to, '[');
    for (size_t i = 0; ombud_actions_get(actions, i, &action) == OMBUD_OK; i++) {
        tell_action(to, ombud_case_law(a->matter), &action);
    }
    answer_close(to, ']');
    ombud_actions_free(actions);
    answer_key(to, "begins");
    answer_open(to, '[');
    tell_begins(a);
    answer_close(to, ']');
    answer_close(to, '}');
    return OMBUD_OK;
}

/* Which items an argument of an event can name: those with which the library reads the line. */
static ombud_status tell_fits(asked *a)
{
    growing *to = &page.answer;
    ombud_item item = OMBUD_ITEM_INIT;
    answer_open(to, '[');
    for (size_t i = 0; ombud_case_item_at(a->matter, i, &item) == OMBUD_OK; i++) {
        growing line = {NULL, 0, 0, 0};
        grow_view(&line, request_get(&a->fields, "line"));
        grow_z(&line, " ");
        grow_view(&line, request_get(&a->fields, "argument"));
        grow_z(&line, "=");
        grow_z(&line, item_name(&page.piece, item.prefix, item.number));
        if (!line.failed && is_read(a, line.text)) {
            answer_string(to, ombud_view_of(page.piece.text));
        }
        free(line.text);
    }
    answer_close(to, ']');
    return OMBUD_OK;
}

/* To which items each link can lead from an item: those with which the library takes the line. */
static ombud_status tell_links(asked *a)
{
    growing *to = &page.answer;
    const ombud_law *law = ombud_case_law(a->matter);
    ombud_word link = OMBUD_WORD_INIT;
    ombud_item item = OMBUD_ITEM_INIT;
    ombud_status status = OMBUD_OK;
    answer_open(to, '[');
    for (size_t l = 0; ombud_law_word(law, OMBUD_WORD_LINK, l, a->lang, &link) == OMBUD_OK; l++) {
        /* `concerns` of `report.concerns` */
        ombud_view bare = {link.name.ptr + link.owner.len + 1, link.name.len - link.owner.len - 1};
        if (!same(link.owner, request_get(&a->fields, "kind"))) {
            continue;
        }
        for (size_t i = 0; status != OMBUD_E_NOMEM && ombud_case_item_at(a->matter, i, &item) == OMBUD_OK; i++) {
            growing line = {NULL, 0, 0, 0};
            ombud_case *tried = NULL;
            ombud_event event = a->event;
            grow_z(&line, "link ");
            grow_view(&line, request_get(&a->fields, "item"));
            grow_z(&line, " ");
            grow_view(&line, bare);
            grow_z(&line, " ");
            grow_z(&line, item_name(&page.piece, item.prefix, item.number));
            event.line = (ombud_view){line.text, line.length};
            status = line.failed ? OMBUD_E_NOMEM : ombud_case_clone(a->matter, NULL, &tried, NULL);
            status = status ? status : ombud_case_apply(tried, &event, NULL, NULL);
            if (status == OMBUD_OK) {
                answer_open(to, '{');
                answer_text(to, "link", bare);
                answer_text(to, "label", link.label);
                answer_text(to, "to", ombud_view_of(page.piece.text));
                answer_close(to, '}');
            }
            ombud_case_free(tried);
            free(line.text);
        }
    }
    answer_close(to, ']');
    return status == OMBUD_E_NOMEM ? status : OMBUD_OK;
}

/* ---- what changes a case ----------------------------------------------------------------------------------------- */

static ombud_status tell_text(asked *a, const ombud_case *matter)
{
    growing text = {NULL, 0, 0, 0};
    ombud_status status = ombud_case_write(matter, grow, &text, &a->err);
    ombud_view written = {text.text, text.length};
    if (status == OMBUD_OK) {
        answer_text(&page.answer, "case", written);
    }
    free(text.text);
    return status;
}

static ombud_status tell_new(asked *a)
{
    ombud_law *law = NULL;
    ombud_status status = law_of(a, &law);
    status = status ? status : ombud_case_new(law, NULL, NULL, &a->copy, &a->err);
    status = status ? status : ombud_case_set_number(a->copy, 1);
    answer_open(&page.answer, '{');
    status = status ? status : tell_text(a, a->copy);
    answer_close(&page.answer, '}');
    return status;
}

/* A text that was opened: its case as the library writes it, and the days it speaks of. */
static ombud_status tell_opened(asked *a)
{
    ombud_day last = 0;
    int there = ombud_scenario_last_day(a->scenario, 0, &last) == OMBUD_OK;
    answer_open(&page.answer, '{');
    answer_text(&page.answer, "law", ombud_law_name(ombud_case_law(a->matter)));
    answer_day(&page.answer, "last", there, last);
    ombud_status status = tell_text(a, a->matter);
    answer_close(&page.answer, '}');
    return status;
}

static ombud_status tell_person(asked *a)
{
    int64_t number = 0;
    ombud_status status = read_number(a, "person", &number);
    status = status ? status : ombud_case_clone(a->matter, NULL, &a->copy, &a->err);
    status = status ? status : ombud_case_person(a->copy, number, request_get(&a->fields, "roles").ptr, &a->err);
    answer_open(&page.answer, '{');
    status = status ? status : tell_text(a, a->copy);
    answer_close(&page.answer, '}');
    return status;
}

/* A line in words, of which the library says the length before it writes. */
#define SENTENCE_MAX 4096

static void tell_changes(asked *a, const ombud_changes *changes)
{
    growing *to = &page.answer;
    char text[SENTENCE_MAX];
    ombud_view prefix, before, after;
    int64_t number = 0;
    ombud_ruling ruling = ombud_changes_ruling(changes);
    const ombud_terms *terms = ombud_changes_terms(changes);
    const ombud_findings *findings = ombud_changes_findings(changes);
    ombud_force force = ombud_law_force(ombud_case_law(a->matter));
    answer_name(to, "ruling", ombud_view_of(ruling ? ombud_ruling_name(ruling, force) : ""));
    answer_key(to, "states");
    answer_open(to, '[');
    for (size_t i = 0; ombud_changes_state(changes, i, &prefix, &number, &before, &after) == OMBUD_OK; i++) {
        answer_open(to, '{');
        answer_item(to, "item", prefix, number);
        answer_name(to, "before", before);
        answer_name(to, "after", after);
        answer_close(to, '}');
    }
    answer_close(to, ']');
    answer_key(to, "terms");
    answer_open(to, '[');
    for (size_t i = 0; ombud_explain_term(terms, i, a->lang, text, sizeof text); i++) {
        answer_string(to, ombud_view_of(text));
    }
    answer_close(to, ']');
    answer_key(to, "findings");
    answer_open(to, '[');
    for (size_t i = 0; ombud_explain_finding(findings, i, a->lang, text, sizeof text); i++) {
        answer_string(to, ombud_view_of(text));
    }
    answer_close(to, ']');
}

static ombud_status tell_applied(asked *a)
{
    ombud_changes *changes = NULL;
    ombud_status status = read_event(a);
    status = status ? status : ombud_case_clone(a->matter, NULL, &a->copy, &a->err);
    status = status ? status : ombud_case_apply(a->copy, &a->event, &changes, &a->err);
    if (status == OMBUD_OK) {
        answer_open(&page.answer, '{');
        tell_changes(a, changes);
        status = tell_text(a, a->copy);
        answer_close(&page.answer, '}');
    }
    ombud_changes_free(changes);
    return status;
}

/* ---- what holds -------------------------------------------------------------------------------------------------- */

static ombud_status render(asked *a, ombud_format format, growing *to)
{
    ombud_render how = OMBUD_RENDER_INIT;
    how.format = format;
    how.lang = a->lang;
    how.name = request_get(&a->fields, "name");
    return ombud_render_case(a->matter, &a->asof, &how, grow, to, &a->err);
}

static ombud_status tell_case(asked *a)
{
    return render(a, OMBUD_FORMAT_JSON, &page.answer);
}

static ombud_status tell_page(asked *a, ombud_format format)
{
    growing text = {NULL, 0, 0, 0};
    ombud_status status = render(a, format, &text);
    ombud_view written = {text.text, text.length};
    if (status == OMBUD_OK) {
        answer_string(&page.answer, written);
    }
    free(text.text);
    return status;
}

static ombud_status tell_as_text(asked *a)
{
    return tell_page(a, OMBUD_FORMAT_TEXT);
}

static ombud_status tell_as_picture(asked *a)
{
    return tell_page(a, OMBUD_FORMAT_SVG);
}

/* ---- what the page calls ----------------------------------------------------------------------------------------- */

static ombud_status answer(asked *a)
{
    enum { WITHOUT_CASE, WITH_CASE, WITH_DAY };
    static const struct {
        const char *ask;
        ombud_status (*tell)(asked *a);
        int needs;
    } questions[] = {
        {"laws", tell_laws, WITHOUT_CASE}, {"vocabulary", tell_vocabulary, WITHOUT_CASE},
        {"new", tell_new, WITHOUT_CASE},   {"open", tell_opened, WITH_CASE},
        {"person", tell_person, WITH_CASE}, {"apply", tell_applied, WITH_DAY},
        {"may", tell_verdict, WITH_DAY},   {"next", tell_next, WITH_DAY},
        {"fits", tell_fits, WITH_DAY},     {"case", tell_case, WITH_DAY},
        {"text", tell_as_text, WITH_DAY},  {"svg", tell_as_picture, WITH_DAY},
        {"links", tell_links, WITH_DAY},
    };
    const char *ask = request_get(&a->fields, "ask").ptr;
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        if (strcmp(questions[i].ask, ask) == 0) {
            ombud_status status = questions[i].needs >= WITH_CASE ? read_case(a) : OMBUD_OK;
            status = status == OMBUD_OK && questions[i].needs >= WITH_DAY ? read_day(a) : status;
            return status ? status : questions[i].tell(a);
        }
    }
    return bad(a, OMBUD_E_UNKNOWN_NAME, "there is no such question",
               "ask laws, vocabulary, new, open, person, apply, may, next, fits, case, text or svg");
}

static ombud_lang lang_of(ombud_view name)
{
    return strcmp(name.ptr, "fr") == 0 ? OMBUD_LANG_FR : strcmp(name.ptr, "nl") == 0 ? OMBUD_LANG_NL : OMBUD_LANG_EN;
}

char *page_room(size_t length)
{
    page.room.length = 0;
    if (page.room.room < length) {
        char *grown = realloc(page.room.text, length);
        if (!grown) {
            return NULL;
        }
        page.room.text = grown;
        page.room.room = length;
    }
    return page.room.text;
}

const char *page_ask(size_t length)
{
    asked a = {.asof = OMBUD_ASOF_INIT, .event = OMBUD_EVENT_INIT, .err = OMBUD_ERROR_INIT};
    const char *wrong = request_read(&a.fields, page.room.text, length);
    page.answer.length = 0;
    page.answer.failed = 0;
    a.lang = wrong ? OMBUD_LANG_EN : lang_of(request_get(&a.fields, "lang"));
    ombud_status status = wrong ? bad(&a, OMBUD_E_SYNTAX, wrong, "write {\"ask\":\"laws\"}") : answer(&a);
    if (status) {
        answer_error(&page.answer, status, &a.err);
    }
    ombud_case_free(a.copy);
    ombud_scenario_free(a.scenario);
    request_free(&a.fields);
    return page.answer.failed ? NULL : page.answer.text;
}
