/*
 * Building one run of a `.case` text: its law and settings, then who is in it and its journal, then what is expected of
 * the whole.
 *
 * The lines of a run are walked twice: settings may stand below persons, and an expectation sees lines that stand
 * further down.
 */
#include <string.h>

#include "kernel/error.h"
#include "kernel/sized.h"
#include "scenario.h"
#include "settings_text.h"

/* One run while it is built. */
typedef struct building {
    ombud__runs *runs;
    ombud__run_of_text *run;
    const ombud__section *section, *table;
    size_t row;
    ombud__textline words;
    ombud_view first; /* the first word of the line */

    const ombud_law *law;
    ombud__choosing choosing;   /* choosing.settings is NULL when it is not open */
    const ombud__section *head; /* whose law or settings are the last */
    int journal_begun, row_in_head;

    int has_clock, has_on, has_known_by, has_audience;
    uint64_t audience;
    int64_t audience_person;
    ombud_day clock, on, known_by;
} building;

static ombud_error *error_of(const building *at)
{
    return at->runs->text.err;
}

static ombud_status fail(const building *at, ombud_view word, ombud_status code, const char *message,
                         const char *remedy)
{
    return ombud__textline_fail(&at->words, word, code, message, remedy);
}

/* Gives a failure of the kernel its place; running out of memory has none. */
static ombud_status fail_here(const building *at, ombud_status status)
{
    ombud_error *err = error_of(at);
    if (status == OMBUD_OK || status == OMBUD_E_NOMEM || !err ||
        err->struct_size < OMBUD__END_OF(ombud_error, nearest) || err->line != 0)
        return status;
    return fail(at, at->first, status, err->message, err->remedy);
}

static ombud_status need(building *at, ombud_view *word, const char *form)
{
    return ombud__textline_next(&at->words, word) ? OMBUD_OK
                                                  : fail(at, *word, OMBUD_E_SYNTAX, "the line is cut short", form);
}

/* ---- law and settings -------------------------------------------------------------------------------------------- */

static const ombud_law *known_law(const ombud_scenario *scenario, ombud_view name)
{
    for (size_t i = 0; i < scenario->given_count; i++) {
        if (ombud__view_is(ombud_law_name(scenario->given[i]), name))
            return scenario->given[i];
    }
    for (size_t i = 0; i < scenario->laws_count; i++) {
        if (ombud__view_is(ombud_law_name(scenario->laws[i]), name))
            return scenario->laws[i];
    }
    return NULL;
}

static ombud_status fail_law(building *at, ombud_view name)
{
    const ombud_scenario *scenario = at->runs->scenario;
    size_t distance = ombud__nearest_limit(name) + 1;
    fail(at, name, OMBUD_E_NOT_FOUND, "this law is neither built in nor supplied",
         "write a built-in law, or supply the law's text");
    for (size_t i = 0; i < scenario->given_count; i++)
        ombud__nearest(error_of(at), name, ombud_law_name(scenario->given[i]), &distance);
    for (size_t i = 0; i < ombud_law_builtin_count(); i++)
        ombud__nearest(error_of(at), name, ombud_view_of(ombud_law_builtin_name(i)), &distance);
    return OMBUD_E_NOT_FOUND;
}

/* Reads a built-in law once for all runs. */
static ombud_status load_law(building *at, ombud_view name)
{
    ombud_scenario *scenario = at->runs->scenario;
    ombud_view z;
    void *array = scenario->laws;
    if (!ombud__pool_copy(&scenario->pool, name, &z))
        return ombud__fail_no_memory(error_of(at));
    ombud_law **law = ombud__pool_add(&at->runs->scenario->pool, &array, &scenario->laws_count,
                                      &scenario->laws_capacity, sizeof *law);
    scenario->laws = array;
    if (!law)
        return ombud__fail_no_memory(error_of(at));
    ombud_status status = ombud_law_builtin(z.ptr, &scenario->alloc, law, error_of(at));
    if (status != OMBUD_OK) {
        scenario->laws_count--;
        return status == OMBUD_E_NOT_FOUND ? fail_law(at, name) : status;
    }
    at->law = *law;
    return OMBUD_OK;
}

static ombud_status read_law(building *at)
{
    ombud_view name;
    if (at->law)
        return fail(at, at->first, OMBUD_E_DUPLICATE, "the law of the case was named already",
                    "leave one of the two out");
    ombud_status status = need(at, &name, "write law NAME");
    if (status == OMBUD_OK) {
        at->law = known_law(at->runs->scenario, name);
        status = at->law ? OMBUD_OK : load_law(at, name);
    }
    return status == OMBUD_OK ? ombud__textline_end(&at->words) : status;
}

/* The settings of the run before serve again when no line of the head differs: law and settings stand in the same
 * section, without anything of its rows. */
static int settings_serve(const building *at)
{
    const ombud__runs *runs = at->runs;
    return runs->settings && runs->settings_of == at->head;
}

static ombud_status read_set(building *at)
{
    if (!at->law)
        return fail(at, at->first, OMBUD_E_SYNTAX, "a setting before the law", "write law NAME first");
    if (at->journal_begun)
        return fail(at, at->first, OMBUD_E_STATE, "a setting after the first line of the journal", "move it above");
    if (!at->choosing.settings) {
        ombud_status status = ombud__choosing_begin(&at->choosing, at->law, &at->runs->scenario->alloc, error_of(at));
        if (status != OMBUD_OK)
            return status;
    }
    return ombud__choosing_line(&at->choosing, &at->words);
}

static ombud_status read_date_in_head(building *at)
{
    if (!at->law)
        return fail(at, at->first, OMBUD_E_SYNTAX, "the text does not say under which law", "begin with law NAME");
    at->journal_begun = 1;
    return OMBUD_OK;
}

static ombud_status end_head(building *at)
{
    ombud__runs *runs = at->runs;
    ombud_scenario *scenario = runs->scenario;
    if (!at->law)
        return ombud__fail_at(error_of(at), OMBUD_E_SYNTAX, "the text does not say under which law",
                              "begin with law NAME", 1, 1, "", 0);
    if (!at->choosing.settings) {
        runs->settings = NULL;
        return OMBUD_OK;
    }
    if (settings_serve(at)) {
        ombud__choosing_drop(&at->choosing);
        return OMBUD_OK;
    }
    void *array = scenario->settings;
    ombud_settings **settings = ombud__pool_add(&at->runs->scenario->pool, &array, &scenario->settings_count,
                                                &scenario->settings_capacity, sizeof *settings);
    scenario->settings = array;
    if (!settings)
        return ombud__fail_no_memory(error_of(at));
    ombud_status status = ombud__choosing_end(&at->choosing, settings, error_of(at));
    if (status != OMBUD_OK) {
        scenario->settings_count--;
        return status;
    }
    runs->settings = *settings;
    runs->settings_of = at->row_in_head ? NULL : at->head;
    return OMBUD_OK;
}

/* ---- who and what is in the case --------------------------------------------------------------------------------- */

static ombud_status read_case(building *at)
{
    ombud_view word;
    ombud_case *matter = at->run->matter;
    ombud_status status = need(at, &word, "write case NUMBER");
    if (status != OMBUD_OK)
        return status;
    if (ombud_case_number(matter) != 0)
        return fail(at, at->first, OMBUD_E_DUPLICATE, "the case has a number already", "leave one of the two out");
    if (ombud_case_set_number(matter, ombud__number_of(word)) != OMBUD_OK)
        return fail(at, word, OMBUD_E_SYNTAX, "this is no number of a case",
                    "write 1 to 9007199254740991 without zeros before it");
    return ombud__textline_end(&at->words);
}

static ombud_status read_person(building *at)
{
    ombud__declared before;
    return fail_here(at, ombud__line_member(at->run->matter, &at->words, 1, &before));
}

static ombud_status read_item(building *at)
{
    ombud__declared before;
    return fail_here(at, ombud__line_member(at->run->matter, &at->words, 0, &before));
}

/* ---- days -------------------------------------------------------------------------------------------------------- */

/* A date, or `now`. */
static ombud_status read_day(building *at, ombud_view word, ombud_day *out)
{
    if (!ombud__view_is_z(word, "now"))
        return ombud__textline_day(&at->words, word, out);
    if (!at->has_clock)
        return fail(at, word, OMBUD_E_SYNTAX, "there is no day yet from which `now` could follow",
                    "write a date on the first dated line");
    *out = at->clock;
    return OMBUD_OK;
}

/* Every dated line sets the clock. */
static void set_clock(building *at, ombud_day day)
{
    ombud__run_of_text *run = at->run;
    at->clock = day;
    at->has_clock = 1;
    run->last = run->has_last && run->last > day ? run->last : day;
    run->has_last = 1;
}

static ombud_status read_wait(building *at)
{
    ombud_view word;
    ombud_period period = {0, 0};
    ombud_status status = need(at, &word, "write wait PERIOD, such as wait P3M");
    if (status == OMBUD_OK)
        status = ombud__textline_period(&at->words, word, &period);
    if (status != OMBUD_OK)
        return status;
    if (!at->has_clock)
        return fail(at, at->first, OMBUD_E_SYNTAX, "there is no day yet from which to wait",
                    "write a dated line above");
    if (ombud_day_add(at->clock, period, &at->clock) != OMBUD_OK)
        return fail(at, word, OMBUD_E_RANGE, "the wait ends after the year 9999", "wait for a shorter period");
    return ombud__textline_end(&at->words);
}

/* ---- the journal ------------------------------------------------------------------------------------------------- */

static ombud_status read_dated(building *at)
{
    ombud_case *matter = at->run->matter;
    ombud__resolved line;
    ombud_day day;
    ombud_status status = read_day(at, at->first, &day);
    if (status != OMBUD_OK)
        return status;
    set_clock(at, day);
    status = ombud__line_words(matter, &at->words, day, 1, &line);
    if (status == OMBUD_OK)
        status = fail_here(at, ombud__line_join(matter, &line, error_of(at)));
    if (status == OMBUD_OK)
        status = fail_here(at, ombud__case_push(matter, &line.act, line.loads, error_of(at)));
    return status;
}

/* ---- expectations ------------------------------------------------------------------------------------------------ */

/* ROLE[,pN] */
static ombud_status read_audience(building *at)
{
    ombud_view word, role, person;
    ombud__id kind = OMBUD__NONE;
    ombud_status status = need(at, &word, "write for ROLE or for ROLE,pN");
    if (status != OMBUD_OK)
        return status;
    role = word;
    role.len = 0;
    while (role.len < word.len && word.ptr[role.len] != ',')
        role.len++;
    if (role.len == 0)
        return fail(at, word, OMBUD_E_SYNTAX, "a role is expected before the comma", "write for ROLE or for ROLE,pN");
    status = ombud__textline_roles(&at->words, at->law, role, &at->audience);
    at->has_audience = 1;
    if (status == OMBUD_OK && role.len < word.len) {
        person.ptr = word.ptr + role.len + 1;
        person.len = word.len - role.len - 1;
        status = ombud__textline_item(&at->words, at->law, person, &kind, &at->audience_person);
        if (status == OMBUD_OK && kind != at->law->person)
            return fail(at, person, OMBUD_E_CONFLICT, "only a person is an audience", "name a person behind the role");
    }
    return status;
}

static ombud_status read_on(building *at)
{
    static const char form[] = "write on DATE [known-by DATE] [for ROLE[,pN]]";
    ombud_view word;
    ombud_status status = need(at, &word, form);
    if (status == OMBUD_OK)
        status = read_day(at, word, &at->on);
    if (status != OMBUD_OK)
        return status;
    set_clock(at, at->on);
    at->has_on = 1;
    at->has_known_by = 0;
    at->has_audience = 0;
    at->audience = 0;
    at->audience_person = 0;
    if (!ombud__textline_next(&at->words, &word))
        return OMBUD_OK;
    if (ombud__view_is_z(word, "known-by")) {
        status = need(at, &word, form);
        if (status == OMBUD_OK)
            status = read_day(at, word, &at->known_by);
        if (status != OMBUD_OK)
            return status;
        at->has_known_by = 1;
        if (!ombud__textline_next(&at->words, &word))
            return OMBUD_OK;
    }
    if (!ombud__view_is_z(word, "for"))
        return fail(at, word, OMBUD_E_SYNTAX, "only known-by and for may follow the day", form);
    status = read_audience(at);
    return status == OMBUD_OK ? ombud__textline_end(&at->words) : status;
}

static ombud_status read_expect(building *at)
{
    ombud__run_of_text *run = at->run;
    if (!at->has_on)
        return fail(at, at->first, OMBUD_E_SYNTAX, "an expectation before any `on`",
                    "write on DATE above it: the day on which it is asked");
    void *array = run->expected;
    ombud__expected *expected = ombud__pool_add(&at->runs->scenario->pool, &array, &run->expected_count,
                                                &run->expected_capacity, sizeof *expected);
    run->expected = array;
    if (!expected)
        return ombud__fail_no_memory(error_of(at));
    expected->words = at->words;
    expected->text.ptr = at->first.ptr;
    expected->text.len = (size_t)(at->words.text + at->words.end - at->first.ptr);
    expected->day = at->on;
    expected->has_known_by = at->has_known_by;
    expected->known_by = at->has_known_by ? at->known_by : 0;
    expected->has_audience = at->has_audience;
    expected->audience = at->audience;
    expected->audience_person = at->audience_person;
    return OMBUD_OK;
}

static ombud_status read_shows(building *at)
{
    ombud__run_of_text *run = at->run;
    ombud_view list = ombud__textline_rest(&at->words), point;
    if (!ombud__list_next(&list, &point))
        return fail(at, point, OMBUD_E_SYNTAX, "the line is cut short", "write shows POINT, POINT");
    do {
        void *array = run->points;
        ombud_view *added = ombud__pool_add(&at->runs->scenario->pool, &array, &run->points_count,
                                            &run->points_capacity, sizeof *added);
        run->points = array;
        if (!added || !ombud__pool_copy(&at->runs->scenario->pool, point, added))
            return ombud__fail_no_memory(error_of(at));
    } while (ombud__list_next(&list, &point));
    return OMBUD_OK;
}

/* ---- the walks --------------------------------------------------------------------------------------------------- */

/* What a line does in the walk over the head and in that over the rest. A date is not in the table. */
static const struct statement {
    const char *word;
    ombud_status (*in_head)(building *at);
    ombud_status (*in_rest)(building *at);
} statements[] = {
    {"law", read_law, NULL},       {"set", read_set, NULL},       {"case", NULL, read_case},
    {"person", NULL, read_person}, {"item", NULL, read_item},     {"wait", NULL, read_wait},
    {"on", NULL, read_on},         {"expect", NULL, read_expect}, {"shows", NULL, read_shows},
};

static const struct statement dated = {"now", read_date_in_head, read_dated};

static ombud_status fail_unknown(building *at)
{
    static const char *const taken_out[] = {"scenario", "table", "row"}; /* by ombud__casetext_cut() */
    const size_t count = sizeof statements / sizeof statements[0];
    size_t distance = ombud__nearest_limit(at->first) + 1;
    fail(at, at->first, OMBUD_E_UNKNOWN_NAME, "a line cannot begin with this word",
         "begin with a date, law, set, case, person, item, wait, on, expect, scenario, shows, table or row");
    ombud__nearest_word(error_of(at), at->first, statements, sizeof statements[0], count, &distance);
    ombud__nearest_word(error_of(at), at->first, taken_out, sizeof taken_out[0], 3, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

static const struct statement *statement_of(ombud_view word)
{
    if ((word.ptr[0] >= '0' && word.ptr[0] <= '9') || ombud__view_is_z(word, dated.word))
        return &dated;
    for (size_t i = 0; i < sizeof statements / sizeof statements[0]; i++) {
        if (ombud__view_is_z(word, statements[i].word))
            return &statements[i];
    }
    return NULL;
}

static ombud_status walk_section(building *at, const ombud__section *section, int head)
{
    ombud__casetext *text = &at->runs->text;
    at->journal_begun = 0; /* a scenario may set what differs, though what is shared has a journal */
    for (size_t i = section->from; i < section->to; i++) {
        const ombud__caseline *line = &text->lines[i];
        at->words = ombud__textline_over(line->text, line->length, line->number, text->err);
        ombud__textline_next(&at->words, &at->first);
        const struct statement *statement = statement_of(at->first);
        if (statement && !(head ? statement->in_head : statement->in_rest))
            continue;
        ombud_status status = ombud__casetext_words(text, line, at->table, at->row, &at->words);
        if (status != OMBUD_OK)
            return status;
        ombud__textline_next(&at->words, &at->first);
        statement = statement_of(at->first);
        if (!statement)
            return fail_unknown(at);
        if (statement->in_head == read_law || statement->in_head == read_set) {
            at->head = section;
            at->row_in_head |= at->words.columns != NULL;
        }
        status = head ? statement->in_head(at) : statement->in_rest(at);
        if (status != OMBUD_OK)
            return status;
    }
    return OMBUD_OK;
}

static ombud_status walk(building *at, int head)
{
    const ombud__section *shared = at->runs->text.sections;
    ombud_status status = walk_section(at, shared, head);
    return status == OMBUD_OK && at->section != shared ? walk_section(at, at->section, head) : status;
}

static ombud_status build(building *at)
{
    ombud_scenario *scenario = at->runs->scenario;
    ombud_status status = walk(at, 1);
    if (status == OMBUD_OK)
        status = end_head(at);
    if (status == OMBUD_OK)
        status = ombud_case_new(at->law, at->runs->settings, &scenario->alloc, &at->run->matter, error_of(at));
    if (status == OMBUD_OK)
        status = walk(at, 0);
    if (status != OMBUD_OK)
        return status;
    ombud__case_refold(at->run->matter);
    for (size_t i = 0; i < at->run->expected_count && status == OMBUD_OK; i++)
        status = ombud__expectation_read(&at->run->expected[i], at->run->matter, &scenario->pool);
    return status;
}

ombud_status ombud__run_build(ombud__runs *runs, const ombud__section *section, const ombud__section *table, size_t row)
{
    ombud_scenario *scenario = runs->scenario;
    building at = {.runs = runs, .section = section, .table = table, .row = row};
    at.run = &scenario->runs[scenario->runs_count - 1];
    at.head = runs->text.sections;
    ombud_status status = ombud__casetext_run_name(&runs->text, section, table, row, &at.run->name);
    if (status == OMBUD_OK)
        status = build(&at);
    ombud__choosing_drop(&at.choosing);
    return status;
}
