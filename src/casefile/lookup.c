/* Names in a line of a case: items, persons, roles, truths; see lookup.h. */
#include "lookup.h"

#include "kernel/audience.h"
#include "kernel/enums.h"
#include "kernel/error.h"
#include "kernel/text.h"

ombud_status ombud__textline_known(const ombud__textline *words, const ombud_law *law, int sort, ombud__id of,
                                   ombud_view name, ombud__id *id, const char *message, const char *remedy)
{
    *id = ombud__known_id(law, sort, of, name);
    if (*id != OMBUD__NONE)
        return OMBUD_OK;
    size_t distance = ombud__nearest_limit(name) + 1;
    ombud__textline_fail(words, name, OMBUD_E_UNKNOWN_NAME, message, remedy);
    ombud__offer_known(words->err, law, sort, of, name, &distance);
    return OMBUD_E_UNKNOWN_NAME;
}

int ombud__event_creates(const ombud_law *law, ombud__id event)
{
    for (size_t i = 0; i < law->moves_count; i++) {
        if (law->moves[i].event == event && (law->moves[i].from[0] & 1) != 0)
            return 1;
    }
    return 0;
}

ombud_status ombud__textline_item(const ombud__textline *words, const ombud_law *law, ombud_view word, ombud__id *kind,
                                  int64_t *number)
{
    ombud_view prefix, digits;
    ombud__numbered(word, &prefix, &digits);
    if (prefix.len == 0 || digits.len == 0)
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "an item is expected",
                                    "write the prefix of its kind and its number, such as r1");
    *number = ombud__number_of(digits);
    if (*number == 0)
        return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "this is no number of an item",
                                    "write a number of 1 to 9007199254740991 without zeros before it");
    *kind = ombud__known_id(law, OMBUD__KNOWN_PREFIX, OMBUD__NONE, prefix);
    if (*kind != OMBUD__NONE)
        return OMBUD_OK;
    size_t distance = ombud__nearest_limit(prefix) + 1;
    ombud__textline_fail(words, word, OMBUD_E_UNKNOWN_NAME, "no item of this law has this prefix",
                         "write the prefix that the law declares for the item");
    for (size_t i = 0; i < law->kinds_count; i++) {
        /* The kind's name may stand in the place of its prefix; of one letter any other would be near. */
        int named = ombud__view_is(law->kinds[i].word.name, prefix);
        if (named || prefix.len > 1)
            ombud__nearest(words->err, named ? law->kinds[i].prefix : prefix, law->kinds[i].prefix, &distance);
    }
    return OMBUD_E_UNKNOWN_NAME;
}

ombud_status ombud__textline_member(const ombud__textline *words, const ombud_case *matter, const ombud__look *look,
                                    ombud_view word, uint16_t *member)
{
    ombud__id kind;
    int64_t number;
    ombud_status status = ombud__textline_item(words, matter->law, word, &kind, &number);
    if (status != OMBUD_OK)
        return status;
    *member = ombud__case_member(matter, kind, number);
    if (*member != OMBUD__NOBODY && (!look || !ombud__member_unseen(look, *member)))
        return OMBUD_OK;
    if (kind == matter->law->person)
        return ombud__textline_fail(words, word, OMBUD_E_NOT_FOUND, "this person is not declared in the case",
                                    "declare the person before naming them, such as `person p1 ROLE`");
    return ombud__textline_fail(words, word, OMBUD_E_NOT_FOUND, "this item is not in the case yet",
                                "begin with an event that brings it into being, or declare it with `item`");
}

ombud_status ombud__textline_truth(const ombud__textline *words, ombud_view word, uint8_t *truth)
{
    ombud_truth said;
    if (ombud__truth_of(word, &said)) {
        *truth = (uint8_t)(said - OMBUD_NO); /* OMBUD__NO … */
        return OMBUD_OK;
    }
    return ombud__textline_fail(words, word, OMBUD_E_SYNTAX, "a fact is yes, no or unknown",
                                "write one of these three");
}

ombud_status ombud__textline_roles(const ombud__textline *words, const ombud_law *law, ombud_view list, uint64_t *roles)
{
    ombud_view name;
    *roles = 0;
    while (ombud__list_next(&list, &name)) {
        ombud__id role;
        ombud_status status = ombud__textline_known(words, law, OMBUD__KNOWN_ROLE, OMBUD__NONE, name, &role,
                                                    "the law has no such role", "write a role that the law declares");
        if (status != OMBUD_OK)
            return status;
        *roles |= (uint64_t)1 << role;
    }
    return OMBUD_OK;
}
