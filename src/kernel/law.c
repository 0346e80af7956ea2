/* What a law declares, for hosts: the functions of law.h that look into its tables. */
#include "ombud/case.h"
#include "ombud/law.h"

#include "alloc.h"
#include "known.h"
#include "sized.h"
#include "text.h"
#include "table.h"

#include <string.h>

void ombud_law_free(ombud_law *law)
{
    if (!law)
        return;
    ombud_alloc alloc = law->alloc;
    ombud_settings_free(law->plain);
    ombud__pool_free(&law->pool);
    ombud__free(&alloc, law, sizeof *law);
}

/* ---- about a law ------------------------------------------------------------------------------------------------- */

static const ombud_view nothing = {"", 0};

static ombud_view or_nothing(ombud_view text)
{
    return text.ptr ? text : nothing;
}

/* The place of a language in a table of texts; English for what is none. */
static size_t place_of(ombud_lang lang)
{
    return lang >= OMBUD_LANG_FR && lang <= OMBUD_LANG_OTHER ? (size_t)lang - 1 : 0;
}

ombud_view ombud__label_of(const ombud__word *word, ombud_lang lang)
{
    return word->label[place_of(lang)];
}

ombud_view ombud_law_name(const ombud_law *law)
{
    return law ? or_nothing(law->name) : nothing;
}

ombud_view ombud_law_title(const ombud_law *law, ombud_lang lang)
{
    return law ? or_nothing(law->title[place_of(lang)]) : nothing;
}

ombud_view ombud_law_source(const ombud_law *law)
{
    return law ? or_nothing(law->source) : nothing;
}

ombud_view ombud_law_text(const ombud_law *law)
{
    return law ? or_nothing(law->text) : nothing;
}

ombud_force ombud_law_force(const ombud_law *law)
{
    return law ? law->force : OMBUD_FORCE_UNSPECIFIED;
}

ombud_status ombud_law_verified(const ombud_law *law, ombud_day *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (!law->has_verified)
        return OMBUD_E_NOT_FOUND;
    *out = law->verified;
    return OMBUD_OK;
}

uint64_t ombud_law_digest(const ombud_law *law)
{
    return law ? law->digest : 0;
}

/* ---- words ------------------------------------------------------------------------------------------------------- */

int ombud__since_begins(const ombud_law *law, size_t provision)
{
    const ombud__provision *of = &law->provisions[provision];
    for (size_t i = 0; i < provision && ombud__since_is_set(of); i++) {
        if (ombud__since_is_set(&law->provisions[i]) && ombud__view_is(law->provisions[i].setting, of->setting))
            return 0;
    }
    return ombud__since_is_set(of);
}

/* The provision at which the day of that index is first named; past the last, how many days there are. */
static size_t since_at(const ombud_law *law, size_t index)
{
    size_t count = 0;
    for (size_t i = 0; i < law->provisions_count; i++) {
        if (ombud__since_begins(law, i) && count++ == index)
            return i;
    }
    return count;
}

ombud_view ombud__person_prefix(const ombud_law *law)
{
    return law->person == OMBUD__NONE ? nothing : law->kinds[law->person].prefix;
}

size_t ombud_law_word_count(const ombud_law *law, ombud_word_kind kind)
{
    if (!law)
        return 0;
    switch (kind) {
    case OMBUD_WORD_ROLE: return law->roles_count;
    case OMBUD_WORD_ITEM: return law->kinds_count;
    case OMBUD_WORD_STATE: return law->states_count;
    case OMBUD_WORD_EVENT: return law->events_count;
    case OMBUD_WORD_ARGUMENT: return law->args_count;
    case OMBUD_WORD_CHOICE: return law->choices_count;
    case OMBUD_WORD_FACT: return law->stated_count;
    case OMBUD_WORD_DEFINITION: return law->defined_count;
    case OMBUD_WORD_LINK: return law->links_count;
    case OMBUD_WORD_TERM: return law->terms_count;
    case OMBUD_WORD_QUESTION: return law->questions_count;
    case OMBUD_WORD_VALUE: return law->values_count;
    case OMBUD_WORD_LENGTH: return law->lengths_count;
    case OMBUD_WORD_SCOPE: return law->areas_count;
    case OMBUD_WORD_REQUIREMENT: return law->requirements_count;
    case OMBUD_WORD_SINCE: return since_at(law, SIZE_MAX);
    default: return 0;
    }
}

/* Facts and definitions share one table, with the facts behind choices. */
static size_t entry_of(const ombud_law *law, ombud_word_kind kind, size_t index)
{
    switch (kind) {
    case OMBUD_WORD_FACT: return law->facts_by_sort[index];
    case OMBUD_WORD_DEFINITION: return law->facts_by_sort[law->stated_count + index];
    default: return index;
    }
}

static void fill(ombud_word *word, const ombud__word *from, size_t language)
{
    word->name = from->full;
    word->label = from->label[language];
}

static void fill_argument(const ombud_law *law, const ombud__arg *arg, size_t language, ombud_word *word)
{
    word->kind = OMBUD_WORD_ARGUMENT;
    fill(word, &arg->word, language);
    word->owner = law->kinds[arg->kind].word.name;
    word->argument = arg->type;
    word->leads_to = arg->of_kind == OMBUD__NONE ? 0 : arg->of_kind + 1;
}

static void fill_fact(const ombud_law *law, const ombud__fact *fact, size_t language, ombud_word *word)
{
    fill(word, &fact->word, language);
    word->question = or_nothing(fact->ask[language]);
    word->owner = law->kinds[fact->kind].word.name;
    word->roles = fact->stated_by;
    word->silence_no = fact->silence_no;
}

static void fill_word(const ombud_law *law, ombud_word_kind kind, size_t i, size_t language, ombud_word *word)
{
    switch (kind) {
    case OMBUD_WORD_ROLE: fill(word, &law->roles[i].word, language); break;
    case OMBUD_WORD_ITEM:
        fill(word, &law->kinds[i].word, language);
        word->owner = law->kinds[i].prefix;
        break;
    case OMBUD_WORD_STATE:
        fill(word, &law->states[i].word, language);
        word->owner = law->kinds[law->states[i].kind].word.name;
        break;
    case OMBUD_WORD_EVENT:
        fill(word, &law->events[i].word, language);
        word->owner = law->kinds[law->events[i].kind].word.name;
        word->roles = law->events[i].by;
        break;
    case OMBUD_WORD_ARGUMENT: fill_argument(law, &law->args[i], language, word); break;
    case OMBUD_WORD_CHOICE:
        fill(word, &law->choices[i].word, language);
        word->owner = law->args[law->choices[i].arg].word.full;
        break;
    case OMBUD_WORD_FACT:
    case OMBUD_WORD_DEFINITION: fill_fact(law, &law->facts[i], language, word); break;
    case OMBUD_WORD_LINK:
        fill(word, &law->links[i].word, language);
        word->owner = law->kinds[law->links[i].from].word.name;
        word->leads_to = law->links[i].to + 1;
        break;
    case OMBUD_WORD_TERM:
        fill(word, &law->terms[i].word, language);
        word->owner = law->kinds[law->terms[i].kind].word.name;
        word->duty = law->terms[i].duty;
        break;
    case OMBUD_WORD_QUESTION:
        fill(word, &law->questions[i].word, language);
        word->owner = law->kinds[law->questions[i].kind].word.name;
        break;
    case OMBUD_WORD_VALUE: fill(word, &law->values[i].word, language); break;
    case OMBUD_WORD_SCOPE: fill(word, &law->areas[i].word, language); break;
    case OMBUD_WORD_REQUIREMENT:
        fill(word, &law->requirements[i].word, language);
        word->owner = law->kinds[law->requirements[i].kind].word.name;
        break;
    case OMBUD_WORD_SINCE: {
        const ombud__provision *first = &law->provisions[since_at(law, i)];
        word->name = word->label = first->setting;
        word->owner = first->id;
        break;
    }
    default: fill(word, &law->lengths[i].word, language); break;
    }
}

static ombud_word empty_word(ombud_word_kind kind)
{
    ombud_word word = OMBUD_WORD_INIT;
    word.kind = kind;
    word.question = nothing;
    word.owner = nothing;
    return word;
}

static ombud_status give_word(const ombud_word *word, ombud_word *out)
{
    return OMBUD__GIVE(out, ombud_word, *word, leads_to);
}

ombud_status ombud_law_word(const ombud_law *law, ombud_word_kind kind, size_t index, ombud_lang lang, ombud_word *out)
{
    if (!law || !out || kind < OMBUD_WORD_ROLE || kind > OMBUD_WORD_SINCE)
        return OMBUD_E_ARGUMENT;
    if (index >= ombud_law_word_count(law, kind))
        return OMBUD_E_NOT_FOUND;
    ombud_word word = empty_word(kind);
    fill_word(law, kind, entry_of(law, kind, index), place_of(lang), &word);
    return give_word(&word, out);
}

ombud_status ombud_law_event_argument(const ombud_law *law, const char *event, size_t index, ombud_lang lang,
                                      ombud_word *out)
{
    if (!law || !event || !out)
        return OMBUD_E_ARGUMENT;
    ombud__id id = ombud__known_id(law, OMBUD__KNOWN_EVENT, OMBUD__NONE, ombud_view_of(event));
    if (id == OMBUD__NONE || index >= law->events[id].args)
        return OMBUD_E_NOT_FOUND;
    ombud_word word = empty_word(OMBUD_WORD_ARGUMENT);
    fill_argument(law, &law->args[law->event_args[law->events[id].arg + index]], place_of(lang), &word);
    return give_word(&word, out);
}

/* Where the words of a sort are looked up, and whether they are written ITEM.NAME. */
static const struct {
    int sort, of_item;
} looked_up[] = {
    [OMBUD_WORD_ROLE] = {OMBUD__KNOWN_ROLE, 0},
    [OMBUD_WORD_ITEM] = {OMBUD__KNOWN_KIND, 0},
    [OMBUD_WORD_STATE] = {OMBUD__KNOWN_STATE, 1},
    [OMBUD_WORD_EVENT] = {OMBUD__KNOWN_EVENT_OF, 1},
    [OMBUD_WORD_ARGUMENT] = {OMBUD__KNOWN_ARGUMENT, 1},
    [OMBUD_WORD_CHOICE] = {OMBUD__KNOWN_CHOICE, 0},
    [OMBUD_WORD_FACT] = {OMBUD__KNOWN_TOLD, 1},
    [OMBUD_WORD_DEFINITION] = {OMBUD__KNOWN_TOLD, 1},
    [OMBUD_WORD_LINK] = {OMBUD__KNOWN_LINK, 1},
    [OMBUD_WORD_TERM] = {OMBUD__KNOWN_TERM_OF, 1},
    [OMBUD_WORD_QUESTION] = {OMBUD__KNOWN_QUESTION, 1},
    [OMBUD_WORD_VALUE] = {OMBUD__KNOWN_VALUE, 0},
    [OMBUD_WORD_LENGTH] = {OMBUD__KNOWN_LENGTH, 0},
    [OMBUD_WORD_SCOPE] = {OMBUD__KNOWN_AREA, 0},
    [OMBUD_WORD_REQUIREMENT] = {OMBUD__KNOWN_REQUIREMENT, 1},
    [OMBUD_WORD_SINCE] = {OMBUD__KNOWN_SINCE, 0},
};

/* The entry of a sort's table, or of the provision that first names a day in force. */
static size_t entry_or_provision_of(const ombud_law *law, ombud_word_kind kind, size_t index)
{
    return kind == OMBUD_WORD_SINCE ? since_at(law, index) : entry_of(law, kind, index);
}

ombud_status ombud_law_find_word(const ombud_law *law, ombud_word_kind kind, const char *name, size_t length,
                                 size_t *index)
{
    if (!law || !name || !index || kind < OMBUD_WORD_ROLE || kind > OMBUD_WORD_SINCE)
        return OMBUD_E_ARGUMENT;
    ombud_view own = {name, length};
    ombud__id of = OMBUD__NONE;
    if (looked_up[kind].of_item) {
        const char *dot = memchr(name, '.', length);
        if (!dot)
            return OMBUD_E_NOT_FOUND;
        of = ombud__known_id(law, OMBUD__KNOWN_KIND, OMBUD__NONE, (ombud_view){name, (size_t)(dot - name)});
        own = (ombud_view){dot + 1, length - (size_t)(dot + 1 - name)};
        if (of == OMBUD__NONE)
            return OMBUD_E_NOT_FOUND;
    }
    ombud__id id = ombud__known_id(law, looked_up[kind].sort, of, own);
    size_t count = ombud_law_word_count(law, kind);
    for (size_t i = 0; id != OMBUD__NONE && i < count; i++) {
        if (entry_or_provision_of(law, kind, i) == id) {
            *index = i;
            return OMBUD_OK;
        }
    }
    return OMBUD_E_NOT_FOUND;
}

ombud_status ombud_law_word_former(const ombud_law *law, ombud_word_kind kind, size_t index, ombud_view *out)
{
    if (!law || !out || kind < OMBUD_WORD_ROLE || kind > OMBUD_WORD_SINCE)
        return OMBUD_E_ARGUMENT;
    if (index >= ombud_law_word_count(law, kind))
        return OMBUD_E_NOT_FOUND;
    *out = ombud__former_names(law, ombud__renamed_as(looked_up[kind].sort),
                               (ombud__id)entry_or_provision_of(law, kind, index));
    return OMBUD_OK;
}

/* ---- provisions -------------------------------------------------------------------------------------------------- */

size_t ombud_law_provision_count(const ombud_law *law)
{
    return law ? law->provisions_count : 0;
}

ombud_status ombud_law_provision(const ombud_law *law, size_t index, ombud_lang lang, ombud_provision *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (index >= law->provisions_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__provision *from = &law->provisions[index];
    ombud_provision to = OMBUD_PROVISION_INIT;
    to.id = from->id;
    to.citation = from->citation;
    to.anchor = from->anchor;
    to.gloss = or_nothing(from->gloss[place_of(lang)]);
    to.modality = or_nothing(from->modality);
    to.why = or_nothing(from->why[from->why[place_of(lang)].len ? place_of(lang) : 0]);
    to.treatment = from->treatment;
    to.has_from = from->since_kind == OMBUD__SINCE_DAY;
    to.from = from->since;
    to.has_held = from->has_held;
    to.held = from->held;
    to.has_until = from->has_until;
    to.until = from->until;
    to.line = from->line;
    return OMBUD__GIVE(out, ombud_provision, to, reserved);
}

ombud_status ombud_law_find_provision(const ombud_law *law, const char *id, size_t length, size_t *index)
{
    if (!law || !id || !index)
        return OMBUD_E_ARGUMENT;
    ombud__id found = ombud__known_id(law, OMBUD__KNOWN_PROVISION, OMBUD__NONE, (ombud_view){id, length});
    if (found == OMBUD__NONE)
        return OMBUD_E_NOT_FOUND;
    *index = found;
    return OMBUD_OK;
}

ombud_wording ombud__wording_of(const ombud__provision *p, const int32_t *set, int32_t day)
{
    if (p->has_until && day > p->until)
        return OMBUD_WORDING_ENDED;
    if (p->since_kind == OMBUD__SINCE_DAY && day < p->since)
        return OMBUD_WORDING_NOT_YET;
    if (ombud__since_is_set(p)) {
        if (!set)
            return p->since_kind == OMBUD__SINCE_ADOPTION || (p->has_floor && day < p->floor) ? OMBUD_WORDING_NOT_YET
                                                                                              : OMBUD_WORDING_NOT_HELD;
        if (day < *set)
            return OMBUD_WORDING_NOT_YET;
    }
    return p->has_held && day < p->held ? OMBUD_WORDING_NOT_HELD : OMBUD_WORDING_HELD;
}

ombud_status ombud_law_wording(const ombud_law *law, size_t index, ombud_day on, ombud_wording *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (on < OMBUD_DAY_MIN || on > OMBUD_DAY_MAX)
        return OMBUD_E_RANGE;
    if (index >= law->provisions_count)
        return OMBUD_E_NOT_FOUND;
    *out = ombud__wording_of(&law->provisions[index], NULL, (int32_t)on);
    return OMBUD_OK;
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

int ombud__event_takes(const ombud_law *law, ombud__id event, ombud__id arg)
{
    const ombud__event *e = &law->events[event];
    for (size_t i = e->arg; i < (size_t)e->arg + e->args; i++) {
        if (law->event_args[i] == arg)
            return 1;
    }
    return 0;
}

ombud__id ombud__argument_of(const ombud_law *law, ombud__id fact)
{
    size_t i = 0;
    if (law->facts[fact].type == OMBUD__FACT_CARRIED) {
        while (law->args[i].carried != fact)
            i++;
        return (ombud__id)i;
    }
    while (law->choices[i].fact != fact)
        i++;
    return law->choices[i].arg;
}

const ombud__row *ombud__row_of(const ombud_law *law, ombud__row_ref ref)
{
    switch (ref.kind) {
    case OMBUD_ROW_DEFINITION: return &law->definitions[ref.index].row;
    case OMBUD_ROW_MOVE: return &law->moves[ref.index].row;
    case OMBUD_ROW_GUARD: return &law->guards[ref.index].row;
    case OMBUD_ROW_TERM: return &law->term_rows[ref.index].row;
    case OMBUD_ROW_ANSWER: return &law->answers[ref.index].row;
    case OMBUD_ROW_WITHHOLDING: return &law->withholdings[ref.index].row;
    case OMBUD_ROW_EXCLUSION: return &law->exclusions[ref.index].row;
    case OMBUD_ROW_FIGURE: return &law->figures[ref.index].row;
    default: return &law->requirements[ref.index].row;
    }
}

size_t ombud_law_row_count(const ombud_law *law)
{
    return law ? law->rows_count : 0;
}

ombud_status ombud_law_row(const ombud_law *law, size_t index, ombud_row *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (index >= law->rows_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__row *from = ombud__row_of(law, law->rows[index]);
    ombud_row to = OMBUD_ROW_INIT;
    to.kind = law->rows[index].kind;
    to.provision = from->provision == OMBUD__NONE ? SIZE_MAX : from->provision;
    to.text = from->text;
    to.reading = from->alternative == OMBUD__NONE ? nothing : law->alternatives[from->alternative].word.full;
    to.line = from->line;
    return OMBUD__GIVE(out, ombud_row, to, reserved);
}

/* ---- open questions ---------------------------------------------------------------------------------------------- */

size_t ombud_law_reading_count(const ombud_law *law)
{
    return law ? law->readings_count : 0;
}

ombud_status ombud_law_reading(const ombud_law *law, size_t index, ombud_lang lang, ombud_reading *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (index >= law->readings_count)
        return OMBUD_E_NOT_FOUND;
    const ombud__reading *from = &law->readings[index];
    ombud_reading to = OMBUD_READING_INIT;
    to.name = from->word.name;
    to.question = from->word.label[place_of(lang)];
    to.part = from->part;
    to.detail = from->part == OMBUD__PART_LENGTH ? law->lengths[from->detail].word.name
                : from->part == OMBUD__PART_FACT ? law->facts[from->detail].word.full
                                                 : nothing;
    to.alternatives = from->alternatives;
    return OMBUD__GIVE(out, ombud_reading, to, alternatives);
}

ombud_status ombud_law_alternative(const ombud_law *law, size_t reading, size_t index, ombud_lang lang,
                                   ombud_alternative *out)
{
    if (!law || !out)
        return OMBUD_E_ARGUMENT;
    if (reading >= law->readings_count || index >= law->readings[reading].alternatives)
        return OMBUD_E_NOT_FOUND;
    const ombud__alternative *from = &law->alternatives[law->readings[reading].alternative + index];
    ombud_alternative to = OMBUD_ALTERNATIVE_INIT;
    to.name = from->word.name;
    to.label = from->word.label[place_of(lang)];
    to.chosen = from->initially;
    return OMBUD__GIVE(out, ombud_alternative, to, reserved);
}
