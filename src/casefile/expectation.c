/* Reading `expect` lines; see expectation.h. */
#include "expectation.h"

#include <string.h>

#include "kernel/enums.h"
#include "kernel/error.h"
#include "options.h"

/* ---- words with a number behind them ----------------------------------------------------------------------------- */

static ombud_finding_kind finding_of_word(ombud_view word)
{
    for (ombud_finding_kind i = OMBUD_BREACH; i <= OMBUD_NOT_SHOWN; i++) {
        if (ombud__view_is_z(word, ombud_finding_kind_name(i)))
            return i;
    }
    return 0;
}

static ombud_ruling ruling_of_word(ombud_view word, ombud_force force)
{
    for (ombud_ruling i = OMBUD_PERMITTED; i <= OMBUD_NO_TEXT; i++) {
        if (ombud__view_is_z(word, ombud_ruling_name(i, force)))
            return i;
    }
    return 0;
}

/* ---- parts of a line --------------------------------------------------------------------------------------------- */

static ombud_status need(ombud__expecting *at, ombud_view *word, const char *form)
{
    return ombud__textline_next(at->words, word)
               ? OMBUD_OK
               : ombud__textline_fail(at->words, *word, OMBUD_E_SYNTAX, "the expectation is cut short", form);
}

static ombud_status take_item(ombud__expecting *at, ombud_view word)
{
    ombud__expected *out = at->out;
    uint16_t member;
    ombud_status status = ombud__textline_member(at->words, at->matter, NULL, word, &member);
    if (status != OMBUD_OK)
        return status;
    out->kind = at->matter->members[member].kind;
    out->number = at->matter->members[member].number;
    /* Told by the prefix of today, as everything is. */
    char name[OMBUD_PREFIX_MAX + 24];
    ombud__out text = {name, sizeof name, 0};
    ombud__out_view(&text, at->law->kinds[out->kind].prefix);
    ombud__out_number(&text, out->number);
    return ombud__expecting_copy(at, (ombud_view){name, text.length}, &out->item);
}

static ombud_status need_item(ombud__expecting *at, const char *form)
{
    ombud_view word;
    ombud_status status = need(at, &word, form);
    return status == OMBUD_OK ? take_item(at, word) : status;
}

/* A name of the kind of item that the expectation speaks of. */
static ombud_status take_known(ombud__expecting *at, int sort, ombud_view name, ombud__id *id, const char *message,
                               const char *remedy)
{
    return ombud__textline_known(at->words, at->law, sort, at->out->kind, name, id, message, remedy);
}

/* ---- the forms --------------------------------------------------------------------------------------------------- */

static ombud_status read_term(ombud__expecting *at)
{
    static const char form[] =
        "write expect duty|term NAME ITEM STATUS [due=DATE|none] [bearer=ROLE,ROLE] [because=PROVISION]";
    const ombud_law *law = at->law;
    ombud__expected *out = at->out;
    ombud_view name, value;
    ombud_term_status term_status;
    ombud__id term;
    ombud_status status = need(at, &name, form);
    if (status == OMBUD_OK)
        status = need_item(at, form);
    if (status == OMBUD_OK)
        status = take_known(at, OMBUD__KNOWN_TERM_OF, name, &term, "the item has no such duty or term under this law",
                            "write the name of one that the law declares for such items");
    if (status != OMBUD_OK)
        return status;
    if (law->terms[term].duty != out->duty)
        return ombud__textline_fail(at->words, name, OMBUD_E_CONFLICT,
                                    out->duty ? "this term has no bearer and is no duty"
                                              : "this term has a bearer and is a duty",
                                    out->duty ? "write expect term" : "write expect duty");
    status = need(at, &value, form);
    if (status == OMBUD_OK && !ombud__term_status_of(value, &term_status)) {
        size_t distance = ombud__nearest_limit(value) + 1;
        ombud__textline_fail(at->words, value, OMBUD_E_UNKNOWN_NAME, "a term has no such status",
                             "write open, met, met_late, overdue, expired, excused, lapsed or none");
        for (ombud_term_status i = OMBUD_TERM_NONE; i <= OMBUD_TERM_LAPSED; i++)
            ombud__nearest(at->words->err, value, ombud_view_of(ombud_term_status_name(i)), &distance);
        return OMBUD_E_UNKNOWN_NAME;
    }
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, law->terms[term].word.name, &out->name);
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, value, &out->value);
    int options = OMBUD__OPTION_DUE | OMBUD__OPTION_BECAUSE | (out->duty ? OMBUD__OPTION_BEARER : 0);
    return status == OMBUD_OK ? ombud__read_options(at, options) : status;
}

static ombud_status read_duty(ombud__expecting *at)
{
    at->out->duty = 1;
    return read_term(at);
}

/* What a finding can be of: a duty or term, an event, a requirement; of one kind of item, or of any for NONE. */
static ombud_status take_finding_name(ombud__expecting *at, ombud_view name)
{
    static const int sorts[] = {OMBUD__KNOWN_TERM_OF, OMBUD__KNOWN_EVENT_OF, OMBUD__KNOWN_REQUIREMENT};
    const ombud_law *law = at->law;
    size_t distance = ombud__nearest_limit(name) + 1;
    size_t sort;
    ombud__id id = ombud__known_among(law, sorts, sizeof sorts / sizeof sorts[0], at->out->kind, name, &sort);
    if (id != OMBUD__NONE)
        return ombud__expecting_copy(at, ombud__known_name(law, sorts[sort], id), &at->out->name);
    ombud__textline_fail(at->words, name, OMBUD_E_UNKNOWN_NAME,
                         "no duty, event or requirement of the item has this name",
                         "write the duty, the event without its item, or the requirement");
    for (size_t i = 0; i < 3; i++)
        ombud__offer_known(at->words->err, law, sorts[i], OMBUD__NONE, name, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

static ombud_status read_finding(ombud__expecting *at)
{
    static const char form[] = "write expect finding or cured, then KIND NAME ITEM [since=DATE] [until=DATE] "
                               "[because=PROVISION]";
    ombud_view kind, name;
    ombud_status status = need(at, &kind, form);
    if (status == OMBUD_OK) {
        at->out->finding = finding_of_word(kind);
        if (at->out->finding == 0)
            return ombud__textline_fail(at->words, kind, OMBUD_E_UNKNOWN_NAME, "there is no such finding",
                                        "write breach, late or not_shown");
        status = need(at, &name, form);
    }
    if (status == OMBUD_OK)
        status = need_item(at, form);
    if (status == OMBUD_OK)
        status = take_finding_name(at, name);
    return status == OMBUD_OK
               ? ombud__read_options(at, OMBUD__OPTION_SINCE | OMBUD__OPTION_UNTIL | OMBUD__OPTION_BECAUSE)
               : status;
}

static ombud_status read_cured(ombud__expecting *at)
{
    at->out->cured = 1;
    return read_finding(at);
}

/* The last word is an item if it ends with a digit and begins with the prefix of one; names of a law may too, but then
 * the item wins. */
static int looks_like_item(const ombud_law *law, ombud_view word)
{
    ombud_view prefix, digits;
    ombud__numbered(word, &prefix, &digits);
    return digits.len > 0 && ombud__known_id(law, OMBUD__KNOWN_PREFIX, OMBUD__NONE, prefix) != OMBUD__NONE;
}

static ombud_status read_no_finding(ombud__expecting *at)
{
    ombud_view word, name = {NULL, 0};
    ombud__textline_next(at->words, &word);
    at->out->cured = (uint8_t)ombud__view_is_z(word, "cured");
    if (!at->out->cured && !ombud__view_is_z(word, "finding"))
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "only findings can be expected not to be",
                                    "write expect no finding or no cured, then [KIND] [NAME] [ITEM]");
    if (ombud__textline_peek(at->words, &word) && finding_of_word(word) != 0) {
        at->out->finding = finding_of_word(word);
        ombud__textline_next(at->words, &word);
    }
    if (ombud__textline_peek(at->words, &word) && !looks_like_item(at->law, word))
        ombud__textline_next(at->words, &name);
    if (ombud__textline_next(at->words, &word)) {
        ombud_status status = take_item(at, word);
        if (status != OMBUD_OK)
            return status;
    }
    if (name.len > 0) {
        ombud_status status = take_finding_name(at, name);
        if (status != OMBUD_OK)
            return status;
    }
    return ombud__textline_end(at->words);
}

static ombud_status read_state(ombud__expecting *at)
{
    static const char form[] = "write expect state ITEM STATE, or none for an item that is not there yet";
    ombud_view value;
    ombud__id state;
    ombud_status status = need_item(at, form);
    if (status == OMBUD_OK)
        status = need(at, &value, form);
    if (status != OMBUD_OK)
        return status;
    if (!ombud__view_is_z(value, "none")) {
        status = take_known(at, OMBUD__KNOWN_STATE, value, &state, "such items have no such state", form);
        if (status == OMBUD_OK)
            value = at->law->states[state].word.name;
    }
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, value, &at->out->value);
    return status == OMBUD_OK ? ombud__textline_end(at->words) : status;
}

static ombud_status read_fact(ombud__expecting *at)
{
    static const char form[] = "write expect fact ITEM FACT yes|no|unknown";
    ombud_view name, value;
    ombud__id fact;
    uint8_t truth;
    ombud_status status = need_item(at, form);
    if (status == OMBUD_OK)
        status = need(at, &name, form);
    if (status == OMBUD_OK)
        status =
            take_known(at, OMBUD__KNOWN_TOLD, name, &fact, "the item has no such fact or definition under this law",
                       "write a fact that the law declares or defines for such items");
    if (status == OMBUD_OK)
        status = need(at, &value, form);
    if (status == OMBUD_OK)
        status = ombud__textline_truth(at->words, value, &truth);
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, at->law->facts[fact].word.name, &at->out->name);
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, value, &at->out->value);
    return status == OMBUD_OK ? ombud__textline_end(at->words) : status;
}

static ombud_status take_verdict(ombud__expecting *at, ombud_view word)
{
    ombud_force force = at->law->force;
    if (at->out->ruling != 0)
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "NAME=VALUE is expected, the verdict was said",
                                    "leave this word out");
    at->out->ruling = ruling_of_word(word, force);
    if (at->out->ruling != 0)
        return OMBUD_OK;
    size_t distance = ombud__nearest_limit(word) + 1;
    ombud__textline_fail(at->words, word, OMBUD_E_UNKNOWN_NAME, "there is no such verdict under this law",
                         ombud__force_binds(force) ? "write permitted, forbidden, undetermined, not_foreseen or no_text"
                                                   : "write conforms, departs, undetermined, not_foreseen or no_text");
    for (ombud_ruling i = OMBUD_PERMITTED; i <= OMBUD_NO_TEXT; i++)
        ombud__nearest(at->words->err, word, ombud_view_of(ombud_ruling_name(i, force)), &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

/* The event is written among what is expected of it: that is blotted out in a copy, which is then read as any line of a
 * journal. */
static ombud_status read_may(ombud__expecting *at)
{
    static const char form[] =
        "write expect may EVENT ITEM [by=PERSON] [NAME=VALUE …] VERDICT [missing=NAME,NAME] [because=PROVISION]";
    ombud__expected *out = at->out;
    ombud__textline *words = at->words;
    ombud_view word, key, value;
    char *line = ombud__pool_alloc(at->pool, words->end + 1);
    if (!line)
        return ombud__fail_no_memory(words->err);
    memcpy(line, words->text, words->end);
    memset(line, ' ', words->at);
    out->event.ptr = line;
    out->event.len = words->end;
    for (int i = 0; i < 2; i++) {
        ombud_status status = need(at, &word, form);
        if (status != OMBUD_OK)
            return status;
    }
    while (ombud__textline_next(words, &word)) {
        int pair = ombud__textline_pair(word, &key, &value);
        ombud_status status = OMBUD_OK;
        if (pair && !ombud__is_option(key, OMBUD__OPTION_BECAUSE | OMBUD__OPTION_MISSING))
            continue;
        status =
            pair ? ombud__read_option(at, word, OMBUD__OPTION_BECAUSE | OMBUD__OPTION_MISSING) : take_verdict(at, word);
        if (status != OMBUD_OK)
            return status;
        memset(line + (word.ptr - words->text), ' ', word.len);
    }
    if (out->ruling == 0)
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "the verdict is missing", form);
    ombud__resolved resolved;
    ombud__textline event = *words;
    event.text = line;
    event.at = 0;
    ombud__textline_peek(&event, &word);
    ombud_status status = ombud__line_words(at->matter, &event, out->day, 0, &resolved);
    if (status == OMBUD_OK && resolved.act.type != OMBUD__ACT_EVENT)
        status = ombud__textline_fail(&event, word, OMBUD_E_SYNTAX, "only an event of the law has a verdict", form);
    return status;
}

static ombud_status read_answer(ombud__expecting *at)
{
    static const char form[] = "write expect answer QUESTION ITEM VALUE [missing=NAME,NAME] [because=PROVISION]";
    static const char *const outcomes[] = {"undetermined", "none", "conflict"};
    const ombud_law *law = at->law;
    ombud_view name, value;
    ombud__id question, answered;
    ombud_status status = need(at, &name, form);
    if (status == OMBUD_OK)
        status = need_item(at, form);
    if (status == OMBUD_OK)
        status =
            take_known(at, OMBUD__KNOWN_QUESTION, name, &question, "the law answers no such question about the item",
                       "write a question of an `answer` row for such items");
    if (status == OMBUD_OK)
        status = need(at, &value, form);
    if (status != OMBUD_OK)
        return status;
    int is_outcome = 0;
    for (size_t i = 0; i < 3; i++)
        is_outcome |= ombud__view_is_z(value, outcomes[i]);
    if (!is_outcome) {
        status = take_known(at, OMBUD__KNOWN_VALUE, value, &answered, "no answer of the law has this value",
                            "write a value of the question, undetermined, or none");
        if (status == OMBUD_OK)
            value = law->values[answered].word.name;
    }
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, law->questions[question].word.name, &at->out->name);
    if (status == OMBUD_OK)
        status = ombud__expecting_copy(at, value, &at->out->value);
    return status == OMBUD_OK ? ombud__read_options(at, OMBUD__OPTION_BECAUSE | OMBUD__OPTION_MISSING) : status;
}

static ombud_status read_next_change(ombud__expecting *at)
{
    ombud_view word, key = {NULL, 0};
    ombud_status status = need(at, &word, "write expect next_change DATE, or none");
    if (status == OMBUD_OK)
        status = ombud__read_said_day(at, key, word, &at->out->due);
    return status == OMBUD_OK ? ombud__textline_end(at->words) : status;
}

ombud_status ombud__expectation_read(ombud__expected *out, const ombud_case *matter, ombud__pool *pool)
{
    static const struct {
        const char *word;
        uint8_t form;
        ombud_status (*read)(ombud__expecting *at);
    } forms[] = {
        {"duty", OMBUD__EXPECT_TERM, read_duty},
        {"term", OMBUD__EXPECT_TERM, read_term},
        {"finding", OMBUD__EXPECT_FINDING, read_finding},
        {"cured", OMBUD__EXPECT_FINDING, read_cured},
        {"no", OMBUD__EXPECT_NO_FINDING, read_no_finding},
        {"state", OMBUD__EXPECT_STATE, read_state},
        {"fact", OMBUD__EXPECT_FACT, read_fact},
        {"may", OMBUD__EXPECT_MAY, read_may},
        {"answer", OMBUD__EXPECT_ANSWER, read_answer},
        {"next_change", OMBUD__EXPECT_NEXT_CHANGE, read_next_change},
    };
    const size_t count = sizeof forms / sizeof forms[0];
    static const char remedy[] =
        "write expect duty, term, finding, cured, no finding, no cured, state, fact, may, answer or next_change";
    ombud__expecting at = {out, &out->words, matter, matter->law, pool};
    ombud_view word;
    out->kind = OMBUD__NONE;
    ombud_status status = need(&at, &word, remedy);
    if (status != OMBUD_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        if (ombud__view_is_z(word, forms[i].word)) {
            out->form = forms[i].form;
            return forms[i].read(&at);
        }
    }
    return ombud__textline_no_word(&out->words, word, forms, sizeof forms[0], count,
                                   "nothing of this name can be expected", remedy);
}
