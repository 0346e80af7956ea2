/*
 * ombud words: what one writes in a `.case` of a law: its roles, items with their events, facts and links, and what a
 * host sets.
 */
#include "words.h"

#include <stdlib.h>
#include <string.h>

/* What is asked for, and how it is said. */
typedef struct asked {
    const ombud_law *law;
    const options *opts;
    ombud_view item; /* only what belongs to items of this kind; empty: all */
} asked;

static int same(ombud_view a, ombud_view b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

/* Steps to the next word of a sort that belongs to `owner`; any word if that is empty. */
static int next_word(const asked *q, ombud_word_kind kind, ombud_view owner, size_t *at, ombud_word *out)
{
    while (ombud_law_word(q->law, kind, (*at)++, q->opts->lang, out) == OMBUD_OK) {
        if (!owner.len || same(out->owner, owner)) {
            return 1;
        }
    }
    return 0;
}

/* The name as a line writes it behind the item's: without the item. */
static ombud_view own_name(const ombud_word *word)
{
    ombud_view name = word->name;
    const char *dot = memchr(name.ptr, '.', name.len);
    if (dot) {
        name.len -= (size_t)(dot + 1 - name.ptr);
        name.ptr = dot + 1;
    }
    return name;
}

static ombud_word kind_at(const asked *q, int32_t target)
{
    ombud_word item = OMBUD_WORD_INIT;
    item.name = item.owner = ombud_view_of("");
    if (target) {
        (void)ombud_law_word(q->law, OMBUD_WORD_ITEM, (size_t)target - 1, q->opts->lang, &item);
    }
    return item;
}

/* The names that a word had before, separated by commas. */
static ombud_view former_of(const asked *q, const ombud_word *word)
{
    ombud_word other = OMBUD_WORD_INIT;
    ombud_view former = ombud_view_of("");
    size_t i = 0;
    /* Two words can have one name, choices of two arguments; each has its own text. */
    while (ombud_law_word(q->law, word->kind, i, q->opts->lang, &other) == OMBUD_OK &&
           other.name.ptr != word->name.ptr) {
        i++;
    }
    (void)ombud_law_word_former(q->law, word->kind, i, &former);
    return former;
}

/* The names of roles, each after `between` but the first. @return how many */
static size_t put_roles(const asked *q, uint64_t roles, const char *between)
{
    ombud_word role = OMBUD_WORD_INIT;
    size_t shown = 0;
    for (size_t i = 0; ombud_law_word(q->law, OMBUD_WORD_ROLE, i, q->opts->lang, &role) == OMBUD_OK; i++) {
        if (roles >> i & 1) {
            fputs(shown++ ? between : "", stdout);
            put(role.name);
        }
    }
    return shown;
}

/* ---- for programs: one word a line ------------------------------------------------------------------------------- */

/* A word of some sort; what it has not is empty. */
typedef struct entry {
    const char *sort;
    ombud_view name, of, label;
    uint64_t roles; /* who brings or states it */
    ombud_view value, question, former;
} entry;

static void put_entry(const asked *q, const entry *word)
{
    const ombud_view fields[] = {word->name, word->of, word->label};
    int first = 1;
    if (q->opts->given & OPT_JSON) {
        putchar('{');
        json_text(&first, "kind", ombud_view_of("word"));
        json_text(&first, "law", ombud_law_name(q->law));
        json_text(&first, "sort", ombud_view_of(word->sort));
        json_text(&first, "name", word->name);
        json_name(&first, "of", word->of);
        json_name(&first, "label", word->label);
        json_key(&first, "who");
        fputs(word->roles ? "[\"" : "[", stdout);
        put_roles(q, word->roles, "\",\"");
        fputs(word->roles ? "\"]" : "]", stdout);
        json_name(&first, "value", word->value);
        json_name(&first, "question", word->question);
        json_name(&first, "formerly", word->former);
        puts("}");
        return;
    }
    fputs(word->sort, stdout);
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        putchar('\t');
        put_field(fields[i]);
    }
    putchar('\t');
    put_roles(q, word->roles, ",");
    putchar('\t');
    put_field(word->value);
    putchar('\t');
    put_field(word->question);
    putchar('\t');
    put_field(word->former);
    putchar('\n');
}

/* What an argument carries: a choice, an item with its kind, a day or a period. */
static ombud_view carried(const asked *q, const ombud_word *argument)
{
    switch (argument->argument) {
    case OMBUD_ARGUMENT_CHOICE: return ombud_view_of("choice");
    case OMBUD_ARGUMENT_ITEM: return kind_at(q, argument->leads_to).name;
    default: return ombud_view_of(argument->argument == OMBUD_ARGUMENT_DAY ? "day" : "period");
    }
}

static void list_arguments(const asked *q, const ombud_word *event)
{
    ombud_word argument = OMBUD_WORD_INIT;
    for (size_t i = 0; ombud_law_event_argument(q->law, event->name.ptr, i, q->opts->lang, &argument) == OMBUD_OK;
         i++) {
        const entry word = {.sort = "argument",
                            .name = own_name(&argument),
                            .of = event->name,
                            .label = argument.label,
                            .value = carried(q, &argument),
                            .former = former_of(q, &argument)};
        put_entry(q, &word);
    }
}

/* What a word is besides its name: what silence means, that a term is a duty, where a link leads. */
static ombud_view value_of(const asked *q, ombud_word_kind kind, const ombud_word *word)
{
    switch (kind) {
    case OMBUD_WORD_FACT: return ombud_view_of(word->silence_no ? "no" : "unknown");
    case OMBUD_WORD_TERM: return ombud_view_of(word->duty ? "duty" : "");
    default: return kind_at(q, word->leads_to).name;
    }
}

/* One sort of word; `owner` is empty for those of the whole law. */
static void list_sort(const asked *q, const char *sort, ombud_word_kind kind, ombud_view owner)
{
    ombud_word word = OMBUD_WORD_INIT;
    for (size_t at = 0; next_word(q, kind, owner, &at, &word);) {
        const entry listed = {.sort = sort,
                              .name = kind == OMBUD_WORD_EVENT ? word.name : own_name(&word),
                              .of = word.owner,
                              .label = word.label,
                              .roles = word.roles,
                              .value = value_of(q, kind, &word),
                              .question = word.question,
                              .former = former_of(q, &word)};
        put_entry(q, &listed);
        if (kind == OMBUD_WORD_EVENT) {
            list_arguments(q, &word);
        }
    }
}

/* The choices of the arguments that events of an item carry. */
static void list_choices(const asked *q, ombud_view item)
{
    ombud_word argument = OMBUD_WORD_INIT;
    for (size_t at = 0; next_word(q, OMBUD_WORD_ARGUMENT, item, &at, &argument);) {
        list_sort(q, "choice", OMBUD_WORD_CHOICE, argument.name);
    }
}

static void list_readings(const asked *q)
{
    static const char *const standing[] = {"dropped", "default", "open"};
    ombud_reading reading = OMBUD_READING_INIT;
    for (size_t i = 0; ombud_law_reading(q->law, i, q->opts->lang, &reading) == OMBUD_OK; i++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        for (size_t a = 0; ombud_law_alternative(q->law, i, a, q->opts->lang, &alternative) == OMBUD_OK; a++) {
            const entry word = {.sort = "reading",
                                .name = alternative.name,
                                .of = reading.name,
                                .label = alternative.label,
                                .value = ombud_view_of(standing[alternative.chosen]),
                                .question = reading.question};
            put_entry(q, &word);
        }
    }
}

static void list_item(const asked *q, const ombud_word *item)
{
    static const struct {
        const char *sort;
        ombud_word_kind kind;
    } sorts[] = {{"state", OMBUD_WORD_STATE},           {"event", OMBUD_WORD_EVENT}, {"fact", OMBUD_WORD_FACT},
                 {"definition", OMBUD_WORD_DEFINITION}, {"link", OMBUD_WORD_LINK},   {"term", OMBUD_WORD_TERM},
                 {"question", OMBUD_WORD_QUESTION}};
    const entry word = {
        .sort = "item", .name = item->name, .of = item->owner, .label = item->label, .former = former_of(q, item)};
    put_entry(q, &word);
    for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
        list_sort(q, sorts[i].sort, sorts[i].kind, item->name);
        if (sorts[i].kind == OMBUD_WORD_EVENT) {
            list_choices(q, item->name);
        }
    }
}

/* ---- for people -------------------------------------------------------------------------------------------------- */

/* A name, room, and what it means; a name that leaves no room has the meaning on the next line. */
static void put_meaning(const asked *q, const ombud_word *word, size_t used)
{
    enum { COLUMN = 36 };
    ombud_view former = former_of(q, word);
    printf(used + 2 > COLUMN ? "\n%*s" : "%*s", (int)(used + 2 > COLUMN ? COLUMN : COLUMN - used), "");
    put(word->label);
    if (former.len) {
        printf(" (%s ", phrase_of(SAY_FORMERLY, q->opts->lang));
        put(former);
        putchar(')');
    }
    putchar('\n');
}

static void put_by(const asked *q, phrase what, uint64_t roles)
{
    printf("        %s ", phrase_of(what, q->opts->lang));
    if (!put_roles(q, roles, ", ")) {
        say(SAY_ANYBODY, q->opts->lang);
    }
}

static void argument_as_text(const asked *q, const ombud_word *argument)
{
    ombud_view name = own_name(argument);
    ombud_word choice = OMBUD_WORD_INIT;
    ombud_view prefix = kind_at(q, argument->leads_to).owner;
    const char *value = phrase_of((phrase)(SAY_CARRIED + argument->argument), q->opts->lang);
    fputs("        ", stdout);
    put(name);
    putchar('=');
    put(prefix);
    fputs(value, stdout);
    put_meaning(q, argument, 8 + name.len + 1 + prefix.len + width_of(value));
    for (size_t at = 0; next_word(q, OMBUD_WORD_CHOICE, argument->name, &at, &choice);) {
        fputs("            ", stdout);
        put(own_name(&choice));
        put_meaning(q, &choice, 12 + own_name(&choice).len);
    }
}

static void event_as_text(const asked *q, const ombud_word *item, const ombud_word *event)
{
    ombud_word argument = OMBUD_WORD_INIT;
    fputs("    ", stdout);
    put(event->name);
    putchar(' ');
    put(item->owner);
    putchar('1');
    put_meaning(q, event, 4 + event->name.len + 1 + item->owner.len + 1);
    put_by(q, SAY_BY, event->roles);
    putchar('\n');
    for (size_t i = 0; ombud_law_event_argument(q->law, event->name.ptr, i, q->opts->lang, &argument) == OMBUD_OK;
         i++) {
        argument_as_text(q, &argument);
    }
}

static void fact_as_text(const asked *q, const ombud_word *fact)
{
    ombud_view name = own_name(fact);
    fputs("    ", stdout);
    put(name);
    put_meaning(q, fact, 4 + name.len);
    if (fact->question.len) {
        fputs("        ", stdout);
        put(fact->question);
        putchar('\n');
    }
    put_by(q, SAY_STATED_BY, fact->roles);
    puts(phrase_of(fact->silence_no ? SAY_SILENCE_NO : SAY_SILENCE_UNKNOWN, q->opts->lang));
}

static void link_as_text(const asked *q, const ombud_word *link)
{
    ombud_view name = own_name(link);
    ombud_word target = kind_at(q, link->leads_to);
    fputs("    ", stdout);
    put(name);
    putchar(' ');
    put(target.owner);
    putchar('1');
    put_meaning(q, link, 4 + name.len + 1 + target.owner.len + 1);
}

/* A name and its label. */
static void name_as_text(const asked *q, const ombud_word *word)
{
    ombud_view name = own_name(word);
    fputs("    ", stdout);
    put(name);
    put_meaning(q, word, 4 + name.len);
}

static void item_as_text(const asked *q, const ombud_word *item)
{
    static const struct {
        ombud_word_kind kind;
        phrase heading; /* the kind of line, with the item's place */
    } sorts[] = {{OMBUD_WORD_EVENT, SAY_HEAD_EVENTS},
                 {OMBUD_WORD_FACT, SAY_HEAD_FACTS},
                 {OMBUD_WORD_LINK, SAY_HEAD_LINKS},
                 {OMBUD_WORD_STATE, SAY_HEAD_STATES},
                 {OMBUD_WORD_DEFINITION, SAY_HEAD_DEFINITIONS},
                 {OMBUD_WORD_TERM, SAY_HEAD_TERMS},
                 {OMBUD_WORD_QUESTION, SAY_HEAD_QUESTIONS}};
    printf("\n%.*s %.*s1", (int)item->name.len, item->name.ptr, (int)item->owner.len, item->owner.ptr);
    say(SAY_COLON, q->opts->lang);
    put(item->label);
    putchar('\n');
    for (size_t i = 0; i < sizeof sorts / sizeof sorts[0]; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        size_t at = 0;
        for (int some = 0; next_word(q, sorts[i].kind, item->name, &at, &word); some = 1) {
            if (!some) {
                fputs("  ", stdout);
                say_with(sorts[i].heading, q->opts->lang, item->owner);
                putchar('\n');
            }
            switch (sorts[i].kind) {
            case OMBUD_WORD_EVENT: event_as_text(q, item, &word); break;
            case OMBUD_WORD_FACT: fact_as_text(q, &word); break;
            case OMBUD_WORD_LINK: link_as_text(q, &word); break;
            default: name_as_text(q, &word); break;
            }
        }
    }
}

static void readings_as_text(const asked *q)
{
    ombud_reading reading = OMBUD_READING_INIT;
    int some = 0;
    for (size_t i = 0; ombud_law_reading(q->law, i, q->opts->lang, &reading) == OMBUD_OK; i++) {
        if (reading.alternatives) {
            if (!some++) {
                printf("\n%s\n", phrase_of(SAY_HEAD_READINGS, q->opts->lang));
            }
            fputs("    ", stdout);
            put(reading.name);
            fputs("  ", stdout);
            put(reading.question);
            putchar('\n');
            put_alternatives(q->law, i, &reading, "      ", q->opts->lang);
        }
    }
}

/* ---- a law as a whole -------------------------------------------------------------------------------------------- */

/* Words of the whole law, and what a host sets. */
static const struct {
    const char *sort;
    ombud_word_kind kind;
    phrase heading;
} of_laws[] = {{"role", OMBUD_WORD_ROLE, SAY_HEAD_ROLES},
               {"length", OMBUD_WORD_LENGTH, SAY_HEAD_LENGTHS},
               {"scope", OMBUD_WORD_SCOPE, SAY_HEAD_SCOPES},
               {"since", OMBUD_WORD_SINCE, SAY_HEAD_DAYS}};

static void words_as_text(const asked *q)
{
    const ombud_view any = {"", 0};
    ombud_word word = OMBUD_WORD_INIT;
    for (size_t i = 0; i < sizeof of_laws / sizeof of_laws[0]; i++) {
        size_t at = 0;
        for (int some = 0; next_word(q, of_laws[i].kind, any, &at, &word); some = 1) {
            if (!some) {
                printf("%s%s\n", i ? "\n" : "", phrase_of(of_laws[i].heading, q->opts->lang));
            }
            name_as_text(q, &word);
        }
    }
    readings_as_text(q);
}

static void list_words(const asked *q)
{
    const ombud_view any = {"", 0};
    for (size_t i = 0; i < sizeof of_laws / sizeof of_laws[0]; i++) {
        list_sort(q, of_laws[i].sort, of_laws[i].kind, any);
    }
    list_readings(q);
}

static int no_such_item(const asked *q, const char *name)
{
    ombud_word item = OMBUD_WORD_INIT;
    const ombud_view any = {"", 0};
    size_t at = 0;
    fprintf(stderr, "ombud words: the law has no item '%s'; name one of: ", name);
    for (int some = 0; next_word(q, OMBUD_WORD_ITEM, any, &at, &item); some = 1) {
        fprintf(stderr, "%s%.*s", some ? ", " : "", (int)item.name.len, item.name.ptr);
    }
    fputc('\n', stderr);
    return EXIT_BAD_INPUT;
}

static int words_of(const ombud_law *law, const options *opts, void *user)
{
    const asked q = {law, opts, ombud_view_of(opts->word_count > 1 ? opts->words[1] : "")};
    const ombud_view any = {"", 0};
    int list = (opts->given & (OPT_TSV | OPT_JSON)) != 0, found = 0;
    ombud_word item = OMBUD_WORD_INIT;
    (void)user;
    for (size_t at = 0; q.item.len && !found && next_word(&q, OMBUD_WORD_ITEM, any, &at, &item);) {
        found = same(item.name, q.item) || same(item.owner, q.item);
    }
    if (q.item.len && !found) {
        return no_such_item(&q, opts->words[1]);
    }
    if (list && !(opts->given & OPT_JSON)) {
        puts("sort\tname\tof\tlabel\twho\tvalue\tquestion\tformerly");
    } else if (!list) {
        put(ombud_law_name(law));
        fputs("  ", stdout);
        put(ombud_law_title(law, opts->lang));
        puts(q.item.len ? "" : "\n");
    }
    if (!q.item.len) {
        (list ? list_words : words_as_text)(&q);
    }
    for (size_t at = 0; next_word(&q, OMBUD_WORD_ITEM, any, &at, &item);) {
        if (!q.item.len || same(item.name, q.item) || same(item.owner, q.item)) {
            (list ? list_item : item_as_text)(&q, &item);
        }
    }
    return EXIT_GOOD;
}

int verb_words(const options *opts)
{
    law_shelf shelf;
    if (opts->word_count < 1 || opts->word_count > 2) {
        return usage_error("words", "a law is wanted, and a kind of item if you like: bxl2019 report", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result == EXIT_GOOD) {
        result = shelf_each(&shelf, opts, opts->words[0], words_of, NULL);
        shelf_close(&shelf);
    }
    return result;
}

/* ---- texts for a further language -------------------------------------------------------------------------------- */

/* Texts that were printed, one behind the other, each with a NUL. */
typedef struct printed {
    char *text;
    size_t length, room;
} printed;

static int print_text(void *user, ombud_view english, ombud_view *out)
{
    printed *all = user;
    (void)out;
    for (size_t at = 0; at < all->length; at += strlen(all->text + at) + 1) {
        if (strlen(all->text + at) == english.len && memcmp(all->text + at, english.ptr, english.len) == 0) {
            return 0;
        }
    }
    if (all->length + english.len + 1 > all->room) {
        size_t room = 2 * (all->room + english.len + 1);
        char *text = realloc(all->text, room);
        if (!text) {
            return 1;
        }
        all->text = text;
        all->room = room;
    }
    memcpy(all->text + all->length, english.ptr, english.len);
    all->length += english.len;
    all->text[all->length++] = '\0';
    put(english);
    putchar('\n');
    return 0;
}

/* The law of the shelf is read once more, since a language is given to a law that nobody shares. */
static int texts_of(const ombud_law *law, const options *opts, void *user)
{
    printed all = {NULL, 0, 0};
    ombud_law *own = NULL;
    ombud_view text = ombud_law_text(law);
    (void)opts;
    (void)user;
    ombud_status status = ombud_law_parse(text.ptr, text.len, NULL, &own, NULL);
    status = status ? status : ombud_law_translate(own, "en", print_text, &all, NULL);
    ombud_law_free(own);
    free(all.text);
    if (status) {
        fputs("ombud texts: there is no memory\n", stderr);
    }
    return status ? EXIT_BAD_INPUT : EXIT_GOOD;
}

int verb_texts(const options *opts)
{
    law_shelf shelf;
    if (opts->word_count != 1) {
        return usage_error("texts", "a law is wanted: bxl2019", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result == EXIT_GOOD) {
        result = shelf_each(&shelf, opts, opts->words[0], texts_of, NULL);
        shelf_close(&shelf);
    }
    return result;
}
