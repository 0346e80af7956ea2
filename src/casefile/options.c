/* KEY=VALUE behind an expectation; see options.h. */
#include "options.h"

#include "kernel/error.h"

ombud_status ombud__expecting_copy(ombud__expecting *at, ombud_view text, ombud_view *out)
{
    return ombud__pool_copy(at->pool, text, out) ? OMBUD_OK : ombud__fail_no_memory(at->words->err);
}

ombud_status ombud__read_said_day(ombud__expecting *at, ombud_view key, ombud_view value, ombud__said_day *out)
{
    if (out->said != OMBUD__UNSAID)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "this is expected twice",
                                    "leave one of the two out");
    if (ombud__view_is_z(value, "none")) {
        out->said = OMBUD__SAID_NONE;
        return OMBUD_OK;
    }
    out->said = OMBUD__SAID_DAY;
    return ombud__textline_day(at->words, value, &out->day);
}

static ombud_status read_due(ombud__expecting *at, ombud_view key, ombud_view value)
{
    return ombud__read_said_day(at, key, value, &at->out->due);
}

static ombud_status read_since(ombud__expecting *at, ombud_view key, ombud_view value)
{
    return ombud__read_said_day(at, key, value, &at->out->since);
}

static ombud_status read_until(ombud__expecting *at, ombud_view key, ombud_view value)
{
    return ombud__read_said_day(at, key, value, &at->out->until);
}

static ombud_status read_because(ombud__expecting *at, ombud_view key, ombud_view value)
{
    ombud__id provision;
    if (at->out->because.len > 0)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "this is expected twice",
                                    "leave one of the two out");
    ombud_status status = ombud__textline_known(at->words, at->law, OMBUD__KNOWN_PROVISION, OMBUD__NONE, value,
                                                &provision, "the law has no such provision",
                                                "write the id of a provision without the law's name, such as 3.2.a1");
    return status == OMBUD_OK ? ombud__expecting_copy(at, at->law->provisions[provision].id, &at->out->because)
                              : status;
}

/* Commas alone name nothing, and of nothing any expectation would hold. */
static ombud_status need_names(const ombud__expecting *at, ombud_view list, const char *remedy)
{
    ombud_view rest = list, name;
    return ombud__list_next(&rest, &name) ? OMBUD_OK
                                          : ombud__textline_fail(at->words, list, OMBUD_E_SYNTAX,
                                                                 "no name stands between the commas", remedy);
}

/* Facts, readings and lengths: what a verdict or an answer can lack. By its name of today, or empty. */
static ombud_view can_be_missing(const ombud_law *law, ombud_view name)
{
    static const int sorts[] = {OMBUD__KNOWN_FACT, OMBUD__KNOWN_QUESTIONED, OMBUD__KNOWN_LENGTH};
    size_t sort;
    ombud__id id = ombud__known_among(law, sorts, sizeof sorts / sizeof sorts[0], OMBUD__NONE, name, &sort);
    return id == OMBUD__NONE ? (ombud_view){NULL, 0} : ombud__known_name(law, sorts[sort], id);
}

static ombud_status read_missing(ombud__expecting *at, ombud_view key, ombud_view value)
{
    const ombud_law *law = at->law;
    ombud_view rest = value, name, known;
    if (at->out->missing.len > 0)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "this is expected twice",
                                    "leave one of the two out");
    while (ombud__list_next(&rest, &name)) {
        ombud__id fact;
        known = can_be_missing(law, name);
        if (known.len == 0)
            return ombud__textline_known(at->words, law, OMBUD__KNOWN_FACT, OMBUD__NONE, name, &fact,
                                         "neither a fact nor a reading nor a length of the law",
                                         "name what the verdict lacks, separated by commas without spaces");
        const ombud_view parts[3] = {at->out->missing, {",", at->out->missing.len > 0 ? 1 : 0}, known};
        if (!ombud__pool_join(at->pool, parts, &at->out->missing))
            return ombud__fail_no_memory(at->words->err);
    }
    return need_names(at, value, "name what the verdict lacks, or leave missing= out");
}

/* Who owes a duty: all of its bearers, in any order. */
static ombud_status read_bearer(ombud__expecting *at, ombud_view key, ombud_view value)
{
    ombud_view rest = value, name;
    if (at->out->bearer != 0)
        return ombud__textline_fail(at->words, key, OMBUD_E_DUPLICATE, "this is expected twice",
                                    "leave one of the two out");
    while (ombud__list_next(&rest, &name)) {
        ombud__id role;
        ombud_status status = ombud__textline_known(at->words, at->law, OMBUD__KNOWN_ROLE, OMBUD__NONE, name, &role,
                                                    "the law has no such role",
                                                    "name the bearers of the duty, separated by commas without spaces");
        if (status != OMBUD_OK)
            return status;
        at->out->bearer |= UINT64_C(1) << role;
    }
    return need_names(at, value, "name the bearers of the duty, or leave bearer= out");
}

static const struct option {
    const char *key;
    int bit;
    ombud_status (*read)(ombud__expecting *at, ombud_view key, ombud_view value);
} options[] = {
    {"due", OMBUD__OPTION_DUE, read_due},
    {"since", OMBUD__OPTION_SINCE, read_since},
    {"until", OMBUD__OPTION_UNTIL, read_until},
    {"because", OMBUD__OPTION_BECAUSE, read_because},
    {"missing", OMBUD__OPTION_MISSING, read_missing},
    {"bearer", OMBUD__OPTION_BEARER, read_bearer},
};

/* The option with that key among the allowed ones, or NULL. */
static const struct option *option_of(ombud_view key, int allowed)
{
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if ((options[i].bit & allowed) != 0 && ombud__view_is_z(key, options[i].key))
            return &options[i];
    }
    return NULL;
}

ombud_status ombud__read_option(ombud__expecting *at, ombud_view word, int allowed)
{
    ombud_view key, value;
    if (!ombud__textline_pair(word, &key, &value) || value.len == 0)
        return ombud__textline_fail(at->words, word, OMBUD_E_SYNTAX, "KEY=VALUE is expected after what was expected",
                                    "write due=, bearer=, since=, until=, missing= or because= without spaces "
                                    "around =");
    const struct option *option = option_of(key, allowed);
    if (option)
        return option->read(at, key, value);
    size_t distance = ombud__nearest_limit(key) + 1;
    ombud__textline_fail(at->words, key, OMBUD_E_UNKNOWN_NAME, "this cannot be said of such an expectation",
                         "see the forms of `expect` in the case language");
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if ((options[i].bit & allowed) != 0)
            ombud__nearest(at->words->err, key, ombud_view_of(options[i].key), &distance);
    }
    return OMBUD_E_UNKNOWN_NAME;
}

ombud_status ombud__read_options(ombud__expecting *at, int allowed)
{
    ombud_view word;
    while (ombud__textline_next(at->words, &word)) {
        ombud_status status = ombud__read_option(at, word, allowed);
        if (status != OMBUD_OK)
            return status;
    }
    return OMBUD_OK;
}

int ombud__is_option(ombud_view key, int allowed)
{
    return option_of(key, allowed) != NULL;
}
