/*
 * JSON values. Numbers of persons and cases are JSON numbers (at most 2^53 - 1), days ISO 8601 strings, digests
 * hexadecimal strings.
 */
#include "render/json.h"

#include "kernel/enums.h"

void ombud__json_string(ombud__render_out *out, ombud_view text)
{
    static const char hex[] = "0123456789abcdef";
    ombud__render_bytes(out, "\"", 1);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte == '"' || byte == '\\') {
            char pair[2] = {'\\', (char)byte};
            ombud__render_bytes(out, pair, 2);
        } else if (byte < 0x20 || byte == 0x7F) {
            char escape[6] = {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15u]};
            ombud__render_bytes(out, escape, 6);
        } else {
            ombud__render_bytes(out, text.ptr + i, 1);
        }
    }
    ombud__render_bytes(out, "\"", 1);
}

void ombud__json_key(ombud__render_out *out, int *first, const char *key)
{
    ombud__render_z(out, *first ? "" : ",");
    *first = 0;
    ombud__json_string(out, ombud_view_of(key));
    ombud__render_z(out, ":");
}

void ombud__json_text(ombud__render_out *out, int *first, const char *key, ombud_view text)
{
    ombud__json_key(out, first, key);
    ombud__json_string(out, text);
}

void ombud__json_name(ombud__render_out *out, int *first, const char *key, ombud_view text)
{
    ombud__json_key(out, first, key);
    if (text.len)
        ombud__json_string(out, text);
    else
        ombud__render_z(out, "null");
}

void ombud__json_number(ombud__render_out *out, int *first, const char *key, int64_t number)
{
    ombud__json_key(out, first, key);
    ombud__render_number(out, number);
}

void ombud__json_truth(ombud__render_out *out, int *first, const char *key, int yes)
{
    ombud__json_key(out, first, key);
    ombud__render_z(out, yes ? "true" : "false");
}

void ombud__json_day(ombud__render_out *out, int *first, const char *key, int there, ombud_day day)
{
    char text[16];
    ombud__json_key(out, first, key);
    if (there && ombud_day_format(day, text, sizeof text) == OMBUD_OK)
        ombud__json_string(out, ombud_view_of(text));
    else
        ombud__render_z(out, "null");
}

void ombud__json_item(ombud__render_out *out, int *first, const char *key, ombud_view prefix, int64_t number)
{
    ombud__phrase name;
    ombud__phrase_begin(&name);
    if (prefix.len)
        ombud__say_item(&name.out, prefix, number);
    ombud__json_name(out, first, key, ombud__phrase_end(&name));
}

void ombud__json_roles(ombud__render_out *out, int *first, const char *key, const ombud_law *law, uint64_t roles)
{
    int some = 0;
    ombud__json_key(out, first, key);
    ombud__render_z(out, "[");
    for (size_t i = 0; i < 64; i++) {
        ombud_word word = OMBUD_WORD_INIT;
        if (roles >> i & 1u) {
            (void)ombud_law_word(law, OMBUD_WORD_ROLE, i, OMBUD_LANG_EN, &word);
            ombud__render_z(out, some ? "," : "");
            ombud__json_string(out, word.name);
            some = 1;
        }
    }
    ombud__render_z(out, "]");
}

void ombud__json_provision(ombud__render_out *out, int *first, const ombud__voice *voice, size_t provision)
{
    ombud_provision found = OMBUD_PROVISION_INIT;
    ombud_view none = {"", 0};
    ombud__phrase id;
    ombud__phrase_begin(&id);
    int there = provision != SIZE_MAX;
    if (there) {
        (void)ombud_law_provision(voice->law, provision, voice->lang, &found);
        ombud__out_view(&id.out, ombud_law_name(voice->law));
        ombud__out_char(&id.out, ':');
        ombud__out_view(&id.out, found.id);
    }
    ombud__json_name(out, first, "provision", ombud__phrase_end(&id));
    ombud__json_name(out, first, "citation", there ? found.citation : none);
}

void ombud__json_unmet(ombud__render_out *out, const ombud__voice *voice, const ombud_unmet *unmet)
{
    static const char *const kinds[] = {"",        "fact",   "state",   "role",  "term", "wait",     "link",
                                        "reading", "length", "wording", "actor", "day",  "concerned"};
    int first = 1;
    ombud_view none = {"", 0};
    ombud__phrase text;
    ombud__render_z(out, "{");
    ombud__json_text(out, &first, "kind", ombud_view_of(kinds[unmet->kind]));
    ombud__json_name(out, &first, "name", unmet->name);
    ombud__json_item(out, &first, "item", unmet->item_prefix, unmet->item_number);
    ombud__json_name(out, &first, "wanted", ombud_view_of(ombud__truth_word(unmet->wanted)));
    ombud__json_name(out, &first, "now", ombud_view_of(ombud__truth_word(unmet->now)));
    if (voice->law)
        ombud__json_roles(out, &first, "who", voice->law, unmet->who);
    ombud__json_name(out, &first, "by_event", unmet->by_event);
    ombud__json_day(out, &first, "until", unmet->has_until, unmet->until);
    ombud__json_name(out, &first, "status",
                     unmet->kind == OMBUD_UNMET_TERM ? ombud_view_of(ombud_term_status_name(unmet->status)) : none);
    ombud__json_truth(out, &first, "backward", unmet->backward);
    if (voice->law) {
        ombud__json_provision(out, &first, voice, unmet->has_provision ? unmet->provision : SIZE_MAX);
        ombud__phrase_begin(&text);
        ombud__say_unmet(&text.out, voice, unmet);
        ombud__json_text(out, &first, "text", ombud__phrase_end(&text));
    }
    ombud__render_z(out, "}");
}

void ombud__json_stated(ombud__render_out *out, int *outer, const ombud__voice *voice, const ombud__stated *stated)
{
    ombud__json_key(out, outer, "stated");
    ombud__render_z(out, "[");
    for (size_t i = 0; i < stated->count && !out->stopped; i++) {
        const ombud_stated *one = &stated->list[i];
        ombud__phrase text;
        int first = 1;
        ombud__render_z(out, i > 0 ? ",{" : "{");
        ombud__json_text(out, &first, "fact", one->name);
        ombud__json_item(out, &first, "item", one->item_prefix, one->item_number);
        ombud__json_text(out, &first, "truth", ombud_view_of(ombud__truth_word(one->truth)));
        ombud__json_number(out, &first, "position", (int64_t)one->position);
        ombud__json_day(out, &first, "on", 1, one->on);
        ombud__phrase_begin(&text);
        ombud__say_stated(&text.out, voice, one);
        ombud__json_text(out, &first, "text", ombud__phrase_end(&text));
        ombud__render_z(out, "}");
    }
    ombud__render_z(out, "]");
}
