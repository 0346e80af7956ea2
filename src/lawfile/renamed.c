/* `renamed SORT NAME was NAME, …`: the names that words had before, which go on being understood. Each sort of word is
 * an entry of a table. */
#include "reader.h"

#include "kernel/known.h"
#include "kernel/text.h"

/* How a word of the sort is written: alone, as ITEM.NAME, or behind what has it. */
enum { ALONE, OF_ITEM, CHOICE_OF, ALTERNATIVE_OF };

static const struct renaming {
    const char *word;
    int sort, form;
    int loose; /* any word can be such a name: `Q-02`, `15.4.a4.1` */
    const char *message;
} renamings[] = {
    {"role", OMBUD__KNOWN_ROLE, ALONE, 0, "no role of this name"},
    {"item", OMBUD__KNOWN_KIND, ALONE, 0, "no item of this name"},
    {"prefix", OMBUD__KNOWN_PREFIX, ALONE, 0, "no item has this prefix"},
    {"state", OMBUD__KNOWN_STATE, OF_ITEM, 0, "the item has no state of this name"},
    {"event", OMBUD__KNOWN_EVENT_OF, OF_ITEM, 0, "the item has no event of this name"},
    {"fact", OMBUD__KNOWN_TOLD, OF_ITEM, 0, "the item has no fact or definition of this name"},
    {"argument", OMBUD__KNOWN_ARGUMENT, OF_ITEM, 0, "no event of the item carries an argument of this name"},
    {"choice", OMBUD__KNOWN_CHOICE, CHOICE_OF, 0, "the argument has no such choice"},
    {"link", OMBUD__KNOWN_LINK, OF_ITEM, 0, "no link of this name leads from the item"},
    {"term", OMBUD__KNOWN_TERM_OF, OF_ITEM, 0, "the item has no term of this name"},
    {"requirement", OMBUD__KNOWN_REQUIREMENT, OF_ITEM, 0, "the item has no requirement of this name"},
    {"question", OMBUD__KNOWN_QUESTION, OF_ITEM, 0, "no answer of the item has this name"},
    {"value", OMBUD__KNOWN_VALUE, ALONE, 0, "no answer has this value"},
    {"length", OMBUD__KNOWN_LENGTH, ALONE, 0, "no length of this name"},
    {"scope", OMBUD__KNOWN_AREA, ALONE, 0, "no scope of this name"},
    {"reading", OMBUD__KNOWN_QUESTIONED, ALONE, 1, "no open question of this name"},
    {"alternative", OMBUD__KNOWN_ALTERNATIVE, ALTERNATIVE_OF, 0, "the reading has no such alternative"},
    {"since", OMBUD__KNOWN_SINCE, ALONE, 0, "no provision leaves its first day to a setting of this name"},
    {"provision", OMBUD__KNOWN_PROVISION, ALONE, 1, "no provision of this name"},
    {NULL, 0, 0, 0, NULL},
};

static const char remedy[] = "the name behind the sort is the one that the law has now; the old ones follow `was`";

static ombud_status fail_unknown(ombud__reader *r, const ombud__token *token, int sort, ombud__id of, ombud_view name,
                                 const char *message)
{
    size_t distance = ombud__nearest_limit(name) + 1;
    ombud__wrong_at(r, token, OMBUD_E_UNKNOWN_NAME, message, remedy);
    ombud__offer_known(r->err, r->law, sort, of, name, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

static ombud_status take_word(ombud__reader *r, int loose, ombud__token *token, const char *message)
{
    if (!loose || r->now.type != OMBUD__TOKEN_WORD)
        return ombud__take_name(r, token, message);
    *token = r->now;
    ombud__step(r);
    return OMBUD_OK;
}

/* The word that was renamed, by its name of today, and what has it. */
static ombud_status take_renamed(ombud__reader *r, const struct renaming *as, ombud__id *of, ombud__id *id)
{
    ombud__token token;
    ombud_view name;
    *of = OMBUD__NONE;
    if (as->form == OF_ITEM || as->form == CHOICE_OF) {
        OMBUD__TRY(ombud__take_qualified(r, of, &token, &name, "ITEM.NAME belongs here"));
    } else {
        OMBUD__TRY(take_word(r, as->loose || as->form == ALTERNATIVE_OF, &token, "the name of today belongs here"));
        name = token.text;
    }
    if (as->form == CHOICE_OF || as->form == ALTERNATIVE_OF) {
        int sort = as->form == CHOICE_OF ? OMBUD__KNOWN_ARGUMENT : OMBUD__KNOWN_READING;
        ombud__id owner = ombud__known_id(r->law, sort, *of, name);
        if (owner == OMBUD__NONE)
            return fail_unknown(r, &token, sort, *of, name,
                                as->form == CHOICE_OF ? "no event of the item carries an argument of this name"
                                                      : "no reading of this name");
        *of = owner;
        OMBUD__TRY(ombud__take_name(r, &token, "the name of today belongs here"));
        name = token.text;
    }
    *id = ombud__known_id(r->law, as->sort, *of, name);
    if (*id == OMBUD__NONE)
        return fail_unknown(r, &token, as->sort, *of, name, as->message);
    if (ombud__former_names(r->law, ombud__renamed_as(as->sort), *id).len > 0)
        return ombud__wrong_at(r, &token, OMBUD_E_DUPLICATE, "the old names of this word stand already above",
                               "write all of them behind one `was`, in the order in which the word had them");
    return OMBUD_OK;
}

/* Conditions and lines read facts, arguments and terms of an item by one name. */
static int is_taken(const ombud_law *law, int sort, ombud__id of, ombud_view name)
{
    static const int shared[] = {OMBUD__KNOWN_TOLD, OMBUD__KNOWN_ARGUMENT, OMBUD__KNOWN_TERM_OF};
    size_t at;
    if (sort == OMBUD__KNOWN_TOLD || sort == OMBUD__KNOWN_ARGUMENT || sort == OMBUD__KNOWN_TERM_OF)
        return ombud__known_among(law, shared, sizeof shared / sizeof shared[0], of, name, &at) != OMBUD__NONE;
    return ombud__known_id(law, sort, of, name) != OMBUD__NONE;
}

static ombud_status take_old_name(ombud__reader *r, const struct renaming *as, ombud__id of, ombud__id id,
                                  ombud_view *all)
{
    ombud__token token;
    const ombud_view before = *all;
    OMBUD__TRY(take_word(r, as->loose, &token, "a name that the word had before belongs here"));
    if (as->sort == OMBUD__KNOWN_PREFIX)
        OMBUD__TRY(ombud__check_prefix(r, &token));
    if (is_taken(r->law, as->sort, of, token.text))
        return ombud__wrong_at(r, &token, OMBUD_E_DUPLICATE, "a word has this name, or had it",
                               "an old name belongs to one word, and to none of today");
    const ombud_view parts[3] = {before, {",", before.len > 0 ? 1 : 0}, token.text};
    OMBUD__TRY(ombud__join(r, &r->law->pool, parts, all));
    OMBUD__PUSH(r, aliases);
    ombud__alias *alias = OMBUD__LAST(r, aliases);
    alias->all = *all;
    alias->name = (ombud_view){all->ptr + all->len - token.text.len, token.text.len};
    alias->sort = (uint8_t)ombud__renamed_as(as->sort);
    alias->id = id;
    return OMBUD_OK;
}

ombud_status ombud__read_renamed(ombud__reader *r, size_t line)
{
    const struct renaming *as = renamings;
    ombud__id of, id;
    ombud_view all = {NULL, 0};
    (void)line;
    while (as->word && !ombud__at(r, as->word))
        as++;
    if (!as->word)
        return ombud__no_statement(r, renamings, sizeof renamings[0], "no sort of word is called so",
                                   "write `renamed SORT NAME was NAME`, and as the sort role, item, prefix, state, "
                                   "event, fact, argument, choice, link, term, requirement, question, value, length, "
                                   "scope, reading, alternative, since or provision");
    ombud__step(r);
    OMBUD__TRY(take_renamed(r, as, &of, &id));
    OMBUD__TRY(ombud__expect(r, "was", "the old names stand behind `was`", "write `renamed SORT NAME was NAME`"));
    do
        OMBUD__TRY(take_old_name(r, as, of, id, &all));
    while (ombud__take(r, ","));
    return ombud__expect_end(r);
}
