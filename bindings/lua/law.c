/*
 * Laws: the built-in ones, a host's own, and everything a law declares; settings, which belong to a law.
 */
#include "module.h"

#include <string.h>

static const ombud__lua_names forces[] = {
    {OMBUD_FORCE_LAW, "law"},       {OMBUD_FORCE_PROPOSAL, "proposal"},       {OMBUD_FORCE_PLAN, "plan"},
    {OMBUD_FORCE_POLICY, "policy"}, {OMBUD_FORCE_UNSPECIFIED, "unspecified"}, {0, NULL}};
/* The plural is the name of the method that lists them. */
static const ombud__lua_names word_kinds[] = {{OMBUD_WORD_ROLE, "roles"},
                                              {OMBUD_WORD_ITEM, "items"},
                                              {OMBUD_WORD_STATE, "states"},
                                              {OMBUD_WORD_EVENT, "events"},
                                              {OMBUD_WORD_ARGUMENT, "arguments"},
                                              {OMBUD_WORD_CHOICE, "choices"},
                                              {OMBUD_WORD_FACT, "facts"},
                                              {OMBUD_WORD_DEFINITION, "definitions"},
                                              {OMBUD_WORD_LINK, "links"},
                                              {OMBUD_WORD_TERM, "terms"},
                                              {OMBUD_WORD_QUESTION, "questions"},
                                              {OMBUD_WORD_VALUE, "values"},
                                              {OMBUD_WORD_LENGTH, "lengths"},
                                              {OMBUD_WORD_SCOPE, "scopes"},
                                              {OMBUD_WORD_REQUIREMENT, "requirements"},
                                              {OMBUD_WORD_SINCE, "sinces"},
                                              {0, NULL}};
static const ombud__lua_names argument_types[] = {{OMBUD_ARGUMENT_NONE, "none"},     {OMBUD_ARGUMENT_ITEM, "item"},
                                                  {OMBUD_ARGUMENT_CHOICE, "choice"}, {OMBUD_ARGUMENT_DAY, "day"},
                                                  {OMBUD_ARGUMENT_PERIOD, "period"}, {0, NULL}};
static const ombud__lua_names treatments[] = {{OMBUD_TREATMENT_UNSPECIFIED, "unspecified"},
                                              {OMBUD_TREATMENT_EXECUTED, "executed"},
                                              {OMBUD_TREATMENT_RECORDED, "recorded"},
                                              {OMBUD_TREATMENT_OUTSIDE, "outside"},
                                              {0, NULL}};
static const ombud__lua_names wordings[] = {{OMBUD_WORDING_HELD, "held"},
                                            {OMBUD_WORDING_NOT_HELD, "not_held"},
                                            {OMBUD_WORDING_NOT_YET, "not_yet"},
                                            {OMBUD_WORDING_ENDED, "ended"},
                                            {0, NULL}};
static const ombud__lua_names row_kinds[] = {
    {OMBUD_ROW_DEFINITION, "definition"}, {OMBUD_ROW_MOVE, "move"},
    {OMBUD_ROW_GUARD, "guard"},           {OMBUD_ROW_TERM, "term"},
    {OMBUD_ROW_ANSWER, "answer"},         {OMBUD_ROW_REQUIREMENT, "requirement"},
    {OMBUD_ROW_EXCLUSION, "exclusion"},   {OMBUD_ROW_WITHHOLDING, "withholding"},
    {OMBUD_ROW_FIGURE, "figure"},         {0, NULL}};
static const ombud__lua_names parts[] = {{OMBUD_PART_READING, "reading"},
                                         {OMBUD_PART_LENGTH, "length"},
                                         {OMBUD_PART_FACT, "fact"},
                                         {OMBUD_PART_FIXED, "fixed"},
                                         {0, NULL}};
static const ombud__lua_names chosen_as[] = {{0, "dropped"}, {1, "chosen"}, {2, "open"}, {0, NULL}};

static const ombud_law *check_law(lua_State *L)
{
    return ombud__lua_check(L, 1, OMBUD__LUA_LAW)->object;
}

/* ---- coming by a law ---- */

static int module_law(lua_State *L)
{
    const char *name = ombud__lua_string(L, 1, "name of a law", NULL);
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_LAW, 0, NULL);
    ombud_status status = ombud_law_builtin(name, &made->host->alloc, &law, &err);
    return ombud__lua_made(L, made, status, law, &err);
}

static int module_parse_law(lua_State *L)
{
    size_t length;
    const char *text = ombud__lua_string(L, 1, "text of a law", &length);
    ombud_law *law = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_LAW, 0, NULL);
    ombud_status status = ombud_law_parse(text, length, &made->host->alloc, &law, &err);
    return ombud__lua_made(L, made, status, law, &err);
}

static int module_laws(lua_State *L)
{
    size_t count = ombud_law_builtin_count();
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        lua_pushstring(L, ombud_law_builtin_name(i));
        ombud__lua_append(L);
    }
    return 1;
}

static int module_law_text(lua_State *L)
{
    const char *name = ombud__lua_string(L, 1, "name of a law", NULL);
    ombud_view text;
    ombud_status status = ombud_law_builtin_text(name, &text);
    if (status != OMBUD_OK) {
        return ombud__lua_fail_with(L, status, "no law of that name is built in", "ombud.laws() lists them", name);
    }
    ombud__lua_push_view(L, text);
    return 1;
}

/* ---- about a law ---- */

static int law_name(lua_State *L)
{
    ombud__lua_push_view(L, ombud_law_name(check_law(L)));
    return 1;
}

static int law_title(lua_State *L)
{
    ombud__lua_push_view(L, ombud_law_title(check_law(L), ombud__lua_lang(L, 2)));
    return 1;
}

static int law_source(lua_State *L)
{
    ombud__lua_push_view(L, ombud_law_source(check_law(L)));
    return 1;
}

static int law_text(lua_State *L)
{
    ombud__lua_push_view(L, ombud_law_text(check_law(L)));
    return 1;
}

static int law_force(lua_State *L)
{
    ombud__lua_push_name(L, ombud_law_force(check_law(L)), forces);
    return 1;
}

static int law_verified(lua_State *L)
{
    ombud_day day = 0;
    ombud_status status = ombud_law_verified(check_law(L), &day);
    if (status != OMBUD_OK) {
        return ombud__lua_fail_with(L, status, "the text does not say up to when it was verified", "", "");
    }
    ombud__lua_push_day(L, day);
    return 1;
}

static int law_digest(lua_State *L)
{
    ombud__lua_push_digest(L, ombud_law_digest(check_law(L)));
    return 1;
}

/* ---- its words ---- */

/* The names that it had before, as a list; absent if it had none. */
static void set_former(lua_State *L, const ombud_law *law, ombud_word_kind kind, size_t index)
{
    ombud_view former = {"", 0};
    (void)ombud_law_word_former(law, kind, index, &former);
    if (!former.len) {
        return;
    }
    ombud__lua_push_list(L, 0);
    while (former.len) {
        const char *comma = memchr(former.ptr, ',', former.len);
        size_t length = comma ? (size_t)(comma - former.ptr) : former.len;
        lua_pushlstring(L, former.ptr, length);
        ombud__lua_append(L);
        former.ptr += length + (comma != NULL);
        former.len -= length + (comma != NULL);
    }
    lua_setfield(L, -2, "former");
}

static void push_word(lua_State *L, const ombud_law *law, const ombud_word *word, size_t index)
{
    lua_createtable(L, 0, 7);
    set_former(L, law, word->kind, index);
    ombud__lua_set_view(L, "name", word->name);
    ombud__lua_set_view(L, "label", word->label);
    ombud__lua_set_view(L, "question", word->question);
    ombud__lua_set_view(L, "owner", word->owner);
    switch (word->kind) {
    case OMBUD_WORD_EVENT: ombud__lua_set_roles(L, "roles", law, word->roles); break;
    case OMBUD_WORD_FACT:
        ombud__lua_set_roles(L, "roles", law, word->roles);
        ombud__lua_set_truth(L, "silence_no", word->silence_no);
        break;
    case OMBUD_WORD_TERM: ombud__lua_set_truth(L, "duty", word->duty); break;
    case OMBUD_WORD_ARGUMENT: ombud__lua_set_name(L, "type", word->argument, argument_types); break;
    default: break;
    }
    ombud_word item = OMBUD_WORD_INIT;
    if (word->leads_to &&
        ombud_law_word(law, OMBUD_WORD_ITEM, (size_t)word->leads_to - 1, OMBUD_LANG_EN, &item) == OMBUD_OK) {
        ombud__lua_set_view(L, "leads_to", item.name);
    }
}

/* The choices of an argument, which belong to it. */
static void push_choices(lua_State *L, const ombud_law *law, ombud_view argument, ombud_lang lang)
{
    ombud_word choice = OMBUD_WORD_INIT;
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; ombud_law_word(law, OMBUD_WORD_CHOICE, i, lang, &choice) == OMBUD_OK; i++) {
        if (choice.owner.len == argument.len && memcmp(choice.owner.ptr, argument.ptr, argument.len) == 0) {
            push_word(L, law, &choice, i);
            ombud__lua_append(L);
        }
    }
}

static void push_event_arguments(lua_State *L, const ombud_law *law, const char *event, ombud_lang lang)
{
    ombud_word argument = OMBUD_WORD_INIT;
    ombud__lua_push_list(L, 0);
    for (size_t i = 0; ombud_law_event_argument(law, event, i, lang, &argument) == OMBUD_OK; i++) {
        size_t index = 0;
        (void)ombud_law_find_word(law, OMBUD_WORD_ARGUMENT, argument.name.ptr, argument.name.len, &index);
        push_word(L, law, &argument, index);
        if (argument.argument == OMBUD_ARGUMENT_CHOICE) {
            push_choices(L, law, argument.name, lang);
            lua_setfield(L, -2, "choices");
        }
        ombud__lua_append(L);
    }
}

/* One method a sort of words; the sort is its upvalue. */
static int law_words(lua_State *L)
{
    const ombud_law *law = check_law(L);
    ombud_lang lang = ombud__lua_lang(L, 2);
    ombud_word_kind kind = (ombud_word_kind)lua_tointeger(L, lua_upvalueindex(1));
    size_t count = ombud_law_word_count(law, kind);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (ombud_law_word(law, kind, i, lang, &word) == OMBUD_OK) {
            push_word(L, law, &word, i);
            if (kind == OMBUD_WORD_EVENT) {
                push_event_arguments(L, law, word.name.ptr, lang);
                lua_setfield(L, -2, "arguments");
            }
            ombud__lua_append(L);
        }
    }
    return 1;
}

/* ---- its provisions, rows and readings ---- */

static void push_whole_provision(lua_State *L, const ombud_law *law, size_t index, ombud_lang lang)
{
    ombud_provision p = OMBUD_PROVISION_INIT;
    ombud_law_provision(law, index, lang, &p);
    lua_createtable(L, 0, 12);
    ombud__lua_set_view(L, "id", p.id);
    ombud__lua_set_view(L, "citation", p.citation);
    ombud__lua_set_view(L, "anchor", p.anchor);
    ombud__lua_set_view(L, "gloss", p.gloss);
    ombud__lua_set_view(L, "modality", p.modality);
    ombud__lua_set_view(L, "why", p.why);
    ombud__lua_set_name(L, "treatment", p.treatment, treatments);
    ombud__lua_set_day(L, "from", p.has_from, p.from);
    ombud__lua_set_day(L, "held", p.has_held, p.held);
    ombud__lua_set_day(L, "ended", p.has_until, p.until); /* `until` is a word of Lua */
    ombud__lua_set_whole(L, "line", p.line);
}

static int law_provisions(lua_State *L)
{
    const ombud_law *law = check_law(L);
    ombud_lang lang = ombud__lua_lang(L, 2);
    size_t count = ombud_law_provision_count(law);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        push_whole_provision(L, law, i, lang);
        ombud__lua_append(L);
    }
    return 1;
}

/* Returns 0, or how many values of a failure it pushed. */
static int find_provision(lua_State *L, const ombud_law *law, size_t *out)
{
    size_t length;
    const char *id = ombud__lua_string(L, 2, "provision", &length);
    ombud_status status = ombud_law_find_provision(law, id, length, out);
    return status == OMBUD_OK ? 0
                              : ombud__lua_fail_with(L, status, "the law has no such provision",
                                                     "name one of those that law:provisions() lists", id);
}

static int law_provision(lua_State *L)
{
    const ombud_law *law = check_law(L);
    size_t index = 0;
    int failed = find_provision(L, law, &index);
    if (failed) {
        return failed;
    }
    push_whole_provision(L, law, index, ombud__lua_lang(L, 3));
    return 1;
}

static int law_wording(lua_State *L)
{
    const ombud_law *law = check_law(L);
    size_t index = 0;
    ombud_day day = 0;
    ombud_wording wording = 0;
    int failed = find_provision(L, law, &index);
    failed = failed ? failed : ombud__lua_day(L, 3, "day", &day);
    if (failed) {
        return failed;
    }
    ombud_status status = ombud_law_wording(law, index, day, &wording);
    if (status != OMBUD_OK) {
        return ombud__lua_fail(L, status, NULL);
    }
    ombud__lua_push_name(L, wording, wordings);
    return 1;
}

static int law_rows(lua_State *L)
{
    const ombud_law *law = check_law(L);
    size_t count = ombud_law_row_count(law);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_row row = OMBUD_ROW_INIT;
        ombud_provision provision = OMBUD_PROVISION_INIT;
        ombud_law_row(law, i, &row);
        lua_createtable(L, 0, 5);
        ombud__lua_set_name(L, "kind", row.kind, row_kinds);
        ombud__lua_set_view(L, "text", row.text);
        ombud__lua_set_view(L, "reading", row.reading);
        ombud__lua_set_whole(L, "line", row.line);
        if (ombud_law_provision(law, row.provision, OMBUD_LANG_EN, &provision) == OMBUD_OK) {
            ombud__lua_set_view(L, "provision", provision.id);
        }
        ombud__lua_append(L);
    }
    return 1;
}

static void push_alternatives(lua_State *L, const ombud_law *law, size_t reading, size_t count, ombud_lang lang)
{
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        ombud_law_alternative(law, reading, i, lang, &alternative);
        lua_createtable(L, 0, 3);
        ombud__lua_set_view(L, "name", alternative.name);
        ombud__lua_set_view(L, "label", alternative.label);
        ombud__lua_set_name(L, "chosen", alternative.chosen, chosen_as);
        ombud__lua_append(L);
    }
}

static int law_readings(lua_State *L)
{
    const ombud_law *law = check_law(L);
    ombud_lang lang = ombud__lua_lang(L, 2);
    size_t count = ombud_law_reading_count(law);
    ombud__lua_push_list(L, count);
    for (size_t i = 0; i < count; i++) {
        ombud_reading reading = OMBUD_READING_INIT;
        ombud_law_reading(law, i, lang, &reading);
        lua_createtable(L, 0, 5);
        ombud__lua_set_view(L, "name", reading.name);
        ombud__lua_set_view(L, "question", reading.question);
        ombud__lua_set_name(L, "part", reading.part, parts);
        ombud__lua_set_view(L, "detail", reading.detail);
        push_alternatives(L, law, i, reading.alternatives, lang);
        lua_setfield(L, -2, "alternatives");
        ombud__lua_append(L);
    }
    return 1;
}

/* ---- settings ---- */

static void add_statement(lua_State *L, ombud__lua_text *text, const char *word, const char *name, int value)
{
    size_t length;
    const char *said = ombud__lua_string(L, value, word, &length);
    if (memchr(said, '\n', length) || memchr(said, '#', length) || (name && strpbrk(name, "\n# "))) {
        ombud__lua_misuse(L, "one word is wanted in settings", name && strpbrk(name, "\n# ") ? name : said);
    }
    ombud__lua_text_z(text, word);
    ombud__lua_text_add(text, " ", 1);
    if (name) {
        ombud__lua_text_z(text, name);
        ombud__lua_text_add(text, " ", 1);
    }
    ombud__lua_text_add(text, said, length);
    ombud__lua_text_add(text, "\n", 1);
}

/* { readings = {NAME = ALTERNATIVE}, roll = NAME, … } as the lines that say the same; pushes the text. */
static ombud__lua_text *settings_lines(lua_State *L, int index)
{
    static const char *const keys[] = {"readings", "lengths", "periods", "since", "holidays", "roll", "scope", NULL};
    static const char *const tables[][2] = {
        {"readings", "reading"}, {"lengths", "length"}, {"periods", "period"}, {"since", "since"}};
    static const char *const words[] = {"roll", "scope"};
    ombud__lua_known_keys(L, index, keys);
    ombud__lua_text *text = ombud__lua_text_new(L);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        lua_getfield(L, index, tables[i][0]);
        if (!lua_isnil(L, -1)) {
            luaL_checktype(L, -1, LUA_TTABLE);
            lua_pushnil(L);
            while (lua_next(L, -2)) {
                const char *name = ombud__lua_string(L, -2, tables[i][0], NULL);
                add_statement(L, text, tables[i][1], name, lua_gettop(L));
                lua_pop(L, 1);
            }
        }
        lua_pop(L, 1);
    }
    lua_getfield(L, index, "holidays");
    if (!lua_isnil(L, -1)) {
        luaL_checktype(L, -1, LUA_TTABLE);
        for (size_t i = 1; i <= lua_rawlen(L, -1); i++) {
            lua_rawgeti(L, -1, (int)i);
            add_statement(L, text, "holiday", NULL, lua_gettop(L));
            lua_pop(L, 1);
        }
    }
    lua_pop(L, 1);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        lua_getfield(L, index, words[i]);
        if (!lua_isnil(L, -1)) {
            add_statement(L, text, words[i], NULL, lua_gettop(L));
        }
        lua_pop(L, 1);
    }
    return text;
}

static int law_settings(lua_State *L)
{
    ombud__lua_held *law = ombud__lua_check(L, 1, OMBUD__LUA_LAW);
    ombud_settings *settings = NULL;
    ombud_error err = OMBUD_ERROR_INIT;
    size_t length;
    lua_settop(L, 2);
    if (lua_istable(L, 2)) {
        ombud__lua_text *lines = settings_lines(L, 2);
        ombud__lua_text_push(L, lines);
        lua_replace(L, 2);
    }
    const char *text = ombud__lua_string(L, 2, "settings", &length);
    ombud__lua_held *made = ombud__lua_new(L, OMBUD__LUA_SETTINGS, 1, &law);
    ombud_status status = ombud_settings_parse(law->object, text, length, &made->host->alloc, &settings, &err);
    return ombud__lua_made(L, made, status, settings, &err);
}

static int settings_digest(lua_State *L)
{
    ombud__lua_push_digest(L, ombud_settings_digest(ombud__lua_check(L, 1, OMBUD__LUA_SETTINGS)->object));
    return 1;
}

void ombud__lua_open_law(lua_State *L)
{
    static const luaL_Reg functions[] = {{"law", module_law},
                                         {"laws", module_laws},
                                         {"law_text", module_law_text},
                                         {"parse_law", module_parse_law},
                                         {NULL, NULL}};
    static const luaL_Reg methods[] = {{"name", law_name},
                                       {"title", law_title},
                                       {"source", law_source},
                                       {"text", law_text},
                                       {"force", law_force},
                                       {"verified", law_verified},
                                       {"digest", law_digest},
                                       {"translate", ombud__lua_law_translate},
                                       {"provisions", law_provisions},
                                       {"provision", law_provision},
                                       {"wording", law_wording},
                                       {"rows", law_rows},
                                       {"readings", law_readings},
                                       {"settings", law_settings},
                                       {"draw", ombud__lua_law_draw},
                                       {"prove", ombud__lua_law_prove},
                                       {"explore", ombud__lua_law_explore},
                                       {NULL, NULL}};
    static const luaL_Reg of_settings[] = {{"digest", settings_digest}, {NULL, NULL}};
    ombud__lua_add(L, functions);
    ombud__lua_register(L, OMBUD__LUA_SETTINGS, of_settings);
    ombud__lua_register(L, OMBUD__LUA_LAW, methods);
    luaL_getmetatable(L, "ombud.law");
    lua_getfield(L, -1, "__index");
    for (const ombud__lua_names *kind = word_kinds; kind->name; kind++) {
        lua_pushinteger(L, kind->value);
        lua_pushcclosure(L, law_words, 1);
        lua_setfield(L, -2, kind->name);
    }
    lua_pop(L, 2);
}
