/*
 * Reads a `.law` text: the passes over its statements. The grammar is docs/law-language.md.
 */
#include "reader.h"

#include <string.h>

#include "kernel/alloc.h"
#include "kernel/edition.h"
#include "kernel/text.h"

/* ---- failures ---------------------------------------------------------------------------------------------------- */

ombud_status ombud__wrong_at(ombud__reader *r, const ombud__token *token, ombud_status code, const char *message,
                             const char *remedy)
{
    return ombud__fail_at(r->err, code, message, remedy, token->line, token->column, r->lines.text.ptr + token->at,
                          token->end - token->at);
}

ombud_status ombud__wrong(ombud__reader *r, ombud_status code, const char *message, const char *remedy)
{
    return ombud__wrong_at(r, &r->now, code, message, remedy);
}

ombud_status ombud__unknown(ombud__reader *r, const ombud__token *token, uint8_t sort, ombud__id owner, ombud_view name,
                            const char *message, const char *remedy)
{
    size_t distance = ombud__nearest_limit(name) + 1;
    ombud__wrong_at(r, token, OMBUD_E_UNKNOWN_NAME, message, remedy);
    for (size_t i = 0; i < r->names.count; i++) {
        const ombud__name *known = &r->names.name[i];
        /* The very name can be known as something that does not fit here: no use to offer it. */
        if (known->sort == sort && known->owner == owner && !ombud__view_is(known->name, name))
            ombud__nearest(r->err, name, known->name, &distance);
    }
    return OMBUD_E_UNKNOWN_NAME;
}

ombud_status ombud__no_memory(ombud__reader *r)
{
    return ombud__fail_no_memory_for(r->err, "there is no memory for the law");
}

/* ---- tables ------------------------------------------------------------------------------------------------------ */

ombud_status ombud__room(ombud__reader *r, void **array, size_t *count, size_t *capacity, size_t element)
{
    int full;
    if (ombud__pool_push(&r->law->pool, array, count, capacity, element, OMBUD_LAW_ROWS_MAX, &full))
        return OMBUD_OK;
    return full ? ombud__wrong(r, OMBUD_E_LIMIT, "more than 16,000 of this sort", "cut the text into several laws")
                : ombud__no_memory(r);
}

static ombud__name *declare(ombud__reader *r, uint8_t sort, ombud__id owner, const ombud__token *token, ombud_view name,
                            ombud__id id)
{
    ombud__name *entry = ombud__names_add(&r->names, &r->scratch, sort, owner, name, id);
    if (entry) {
        entry->line = token->line;
        entry->column = token->column;
    }
    return entry;
}

ombud_status ombud__declare(ombud__reader *r, uint8_t sort, ombud__id owner, const ombud__token *token, ombud_view name,
                            ombud__id id, const char *message)
{
    if (ombud__names_find(&r->names, sort, owner, name))
        return ombud__wrong_at(r, token, OMBUD_E_DUPLICATE, message,
                               "choose another name, or leave one of the two out");
    return declare(r, sort, owner, token, name, id) ? OMBUD_OK : ombud__no_memory(r);
}

ombud_status ombud__declare_readable(ombud__reader *r, ombud__id kind, const ombud__token *token, ombud_view name,
                                     uint8_t is, ombud__id id)
{
    if (ombud__names_find(&r->names, OMBUD__NAME_FACT, kind, name))
        return ombud__wrong_at(r, token, OMBUD_E_DUPLICATE,
                               "the item has a fact, definition, term or argument of this name already",
                               "choose another name: conditions read them all; a fact is stated or defined, not both");
    ombud__name *entry = declare(r, OMBUD__NAME_FACT, kind, token, name, id);
    if (!entry)
        return ombud__no_memory(r);
    entry->is = is;
    return OMBUD_OK;
}

ombud_status ombud__join(ombud__reader *r, ombud__pool *pool, const ombud_view parts[3], ombud_view *out)
{
    return ombud__pool_join(pool, parts, out) ? OMBUD_OK : ombud__no_memory(r);
}

ombud_status ombud__make_word(ombud__reader *r, ombud_view owner, ombud_view name, ombud__word *word)
{
    const ombud_view parts[3] = {owner, {".", owner.len > 0 ? 1 : 0}, name};
    OMBUD__TRY(ombud__join(r, &r->law->pool, parts, &word->full));
    word->name.ptr = word->full.ptr + word->full.len - name.len;
    word->name.len = name.len;
    return OMBUD_OK;
}

/* ---- statements -------------------------------------------------------------------------------------------------- */

void ombud__aim(ombud__reader *r, size_t from, size_t to)
{
    r->cursor = ombud__cursor_over(&r->lines, from, to);
    r->now = ombud__next(&r->cursor);
}

const ombud__statement *ombud__statement_here(const ombud__reader *r, const ombud__statement *table)
{
    while (table->word && !ombud__at(r, table->word))
        table++;
    return table->word ? table : NULL;
}

ombud_status ombud__no_statement(ombud__reader *r, const void *table, size_t size, const char *message,
                                 const char *remedy)
{
    size_t distance = ombud__nearest_limit(r->now.text) + 1;
    ombud__wrong(r, OMBUD_E_SYNTAX, message, remedy);
    ombud__nearest_word(r->err, r->now.text, table, size, SIZE_MAX, &distance);
    return OMBUD_E_SYNTAX;
}

size_t ombud__first_below(ombud__reader *r, size_t line, int (*continues)(const ombud__reader *r))
{
    size_t below = line + 1;
    while (below < r->lines.line[line].after) {
        ombud__aim(r, below, r->lines.line[below].after);
        if (!continues(r))
            break;
        below = r->lines.line[below].after;
    }
    ombud__aim(r, line, below);
    return below;
}

/* ---- passes ------------------------------------------------------------------------------------------------------ */

/* What stands in items, and what the rows of provisions declare. */
static const ombud__statement declarations_pass[] = {
    {"item", ombud__read_item},
    {"provision", ombud__declare_rows},
    {"structure", ombud__declare_rows},
    {NULL, NULL},
};

/* Links stand between the two: an argument of an event may have made one of the same name. */
static const ombud__statement links_pass[] = {
    {"link", ombud__read_link},
    {NULL, NULL},
};

static const ombud__statement rows_pass[] = {
    {"role", ombud__read_held},           {"question", ombud__read_question},   {"provision", ombud__read_provision},
    {"structure", ombud__read_structure}, {"invariant", ombud__read_invariant}, {NULL, NULL},
};

static const ombud__statement labels_pass[] = {
    {"label", ombud__read_label},
    {"renamed", ombud__read_renamed},
    {NULL, NULL},
};

static ombud_status run_pass(ombud__reader *r, const ombud__statement *table, int all_known)
{
    for (size_t line = 0; line < r->lines.count; line = r->lines.line[line].after) {
        ombud__aim(r, line, r->lines.line[line].after);
        const ombud__statement *statement = ombud__statement_here(r, table);
        if (statement) {
            ombud__step(r);
            OMBUD__TRY(statement->read(r, line));
        } else if (all_known) {
            return ombud__no_statement(
                r, table, sizeof *table, "no statement begins with this word",
                "a law is made of law, title, force, source, verified, role, length, label, item, "
                "link, scope, question, reading, provision, structure, invariant and renamed");
        }
    }
    return OMBUD_OK;
}

static ombud_status run_passes(ombud__reader *r)
{
    OMBUD__TRY(ombud__lines_read(&r->lines, &r->scratch, r->law->text, r->err));
    OMBUD__TRY(run_pass(r, ombud__names_pass, 1));
    if (!r->has_name)
        return ombud__fail_at(r->err, OMBUD_E_SYNTAX, "the text does not name its law", "begin it with `law NAME`", 1,
                              1, "", 0);
    OMBUD__TRY(run_pass(r, links_pass, 0));
    OMBUD__TRY(run_pass(r, declarations_pass, 0));
    OMBUD__TRY(run_pass(r, rows_pass, 0));
    OMBUD__TRY(run_pass(r, labels_pass, 0));
    return ombud__finish(r);
}

/* FNV-1a, 64 bit: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t digest_of(ombud_view text)
{
    uint64_t digest = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < text.len; i++)
        digest = (digest ^ (unsigned char)text.ptr[i]) * UINT64_C(1099511628211);
    return digest;
}

static ombud_status read_into(ombud_law *law, ombud_view text, ombud_error *err)
{
    ombud__reader r;
    memset(&r, 0, sizeof r);
    r.law = law;
    r.err = err;
    r.provision = OMBUD__NONE;
    if (!ombud__pool_copy(&law->pool, text, &law->text))
        return ombud__no_memory(&r);
    law->digest = digest_of(law->text);
    ombud__pool_init(&r.scratch, &law->alloc);
    ombud_status status = run_passes(&r);
    ombud__pool_free(&r.scratch);
    if (status == OMBUD_OK)
        ombud__host_speaks_english(law);
    return status == OMBUD_OK ? ombud__settings_plain(law, err) : status;
}

ombud_status ombud_law_parse(const char *text, size_t length, const ombud_alloc *alloc, ombud_law **out,
                             ombud_error *err)
{
    ombud_alloc from;
    if (!out || (!text && length > 0))
        return ombud__fail(err, OMBUD_E_ARGUMENT,
                           "a law is read from a text into a pointer, and one of the two is missing", "pass both");
    if (ombud__alloc_or_default(alloc, &from) != OMBUD_OK)
        return ombud__fail(err, OMBUD_E_ARGUMENT, "a function of the allocator is missing",
                           "set alloc, resize and free");
    if (length > OMBUD_LAW_TEXT_MAX)
        return ombud__fail(err, OMBUD_E_LIMIT, "the text is longer than 8 MiB", "cut it into several laws");
    ombud_law *law = ombud__alloc(&from, sizeof *law);
    if (!law)
        return ombud__fail_no_memory_for(err, "there is no memory for the law");
    memset(law, 0, sizeof *law);
    law->person = OMBUD__NONE;
    law->alloc = from;
    ombud__pool_init(&law->pool, &from);
    ombud_view view = {text, length};
    ombud_status status = read_into(law, view, err);
    if (status != OMBUD_OK) {
        ombud_law_free(law);
        return status;
    }
    *out = law;
    return OMBUD_OK;
}
