/*
 * Who may what. Roles at the desk open verbs; what of a case is seen follows from the roles held in that case, which
 * the law judges. Who holds a role in a case sees it through that role alone, whatever they are at the desk.
 */
#include "desk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    unsigned grant;
} grants[] = {{"admin", GRANT_ADMIN}, {"keeper", GRANT_KEEPER}, {"auditor", GRANT_AUDITOR}};

int access_grants(ombud_view names, unsigned *out)
{
    size_t at = 0;
    for (*out = 0; at < names.len;) {
        const char *comma = memchr(names.ptr + at, ',', names.len - at);
        size_t length = comma ? (size_t)(comma - names.ptr) - at : names.len - at;
        unsigned found = 0;
        for (size_t i = 0; i < sizeof grants / sizeof *grants; i++) {
            if (strlen(grants[i].name) == length && memcmp(grants[i].name, names.ptr + at, length) == 0) {
                found = grants[i].grant;
            }
        }
        if (!found && !(length == 4 && memcmp(names.ptr + at, "none", 4) == 0)) {
            return complain(EXIT_BAD_INPUT, "hr-desk", "the desk has no role '%.*s'; name admin, keeper, auditor "
                            "(several with a comma), or none", (int)length, names.ptr + at);
        }
        *out |= found;
        at += length + 1;
    }
    return EXIT_GOOD;
}

int access_enter(desk *of)
{
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, SQL_NAME_OF, 1, of->as);
    int there = store_row(of, row, &result);
    sqlite3_reset(row);
    if (result == EXIT_GOOD && !there) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "nobody at this desk has the number p%" PRId64 "; who is it? "
                        "--as N, and an admin adds people: hr-desk person N NAME", of->as);
    }
    row = store_sql(of, SQL_GRANTS, 1, of->as);
    of->grants = 0;
    if (result == EXIT_GOOD && store_row(of, row, &result)) {
        result = access_grants(column_view(row, 0), &of->grants);
    }
    sqlite3_reset(row);
    return result;
}

/* Their roles in the case, as bits of its law. */
static int read_roles(desk *of, matter *in)
{
    int64_t of_case = in->number;
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, SQL_ROLES, 2, of->as, of_case);
    while (store_row(of, row, &result)) {
        in->party = 1;
    }
    for (size_t i = 0; i < ombud_case_item_count(in->of); i++) {
        ombud_item item = OMBUD_ITEM_INIT;
        if (in->party && ombud_case_item_at(in->of, i, &item) == OMBUD_OK && item.number == of->as &&
            item.prefix.len == 1 && *item.prefix.ptr == 'p') {
            in->roles = item.roles;
        }
    }
    return result;
}

int access_case(desk *of, matter *in)
{
    growing line = {NULL, 0, 0, 0};
    int result = read_roles(of, in);
    if (result != EXIT_GOOD) {
        return result;
    }
    in->seen.day = of->today;
    in->seen.has_audience = in->party;
    in->seen.audience = in->roles;
    in->seen.audience_person = in->party ? of->as : 0;
    if (!ombud_case_journal_count(in->of)) {
        /* Before its first line there is nothing to see, and the keeper prepares it. */
        return of->grants & (GRANT_KEEPER | GRANT_AUDITOR) || in->party ? EXIT_GOOD : EXIT_FOUND;
    }
    if (!in->party) {
        return of->grants & GRANT_AUDITOR ? EXIT_GOOD : EXIT_FOUND;
    }
    int seen = matter_line(of, in, 1, &line);
    free(line.text);
    return seen ? EXIT_GOOD : EXIT_FOUND;
}

/* Whether `pN` stands in a line as a word of its own. */
static int names_person(const growing *line, int64_t person)
{
    char word[32];
    size_t length = (size_t)snprintf(word, sizeof word, "p%" PRId64, person);
    for (const char *at = line->text; (at = strstr(at, word)) != NULL; at += length) {
        char before = at == line->text ? ' ' : at[-1], after = at[length];
        if (strchr(" =,", before) && (after == '\0' || strchr(" ,", after))) {
            return 1;
        }
    }
    return 0;
}

int access_person(desk *of, const matter *in, int64_t person)
{
    growing line = {NULL, 0, 0, 0};
    int found = in->party && person == of->as;
    for (size_t position = 1; !found && in->party && matter_line(of, in, position, &line); position++) {
        found = !line.failed && names_person(&line, person);
    }
    free(line.text);
    return found;
}
