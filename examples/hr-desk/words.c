/*
 * Words of the command line read, and fields of a line written: tab-separated, no field with a tab or an end of line.
 */
#include "desk.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int read_number(const char *word, const char *what, int64_t *out)
{
    const char *digits = *word == 'p' && strcmp(what, "person") == 0 ? word + 1 : word;
    int64_t number = 0;
    size_t i = 0;
    for (; digits[i] >= '0' && digits[i] <= '9' && i < 16; i++) {
        number = number * 10 + (digits[i] - '0');
    }
    if (i == 0 || digits[i] != '\0' || number < 1 || number > OMBUD_NUMBER_MAX) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "'%s' is no number of a %s; write 1 to 9007199254740991", word,
                        what);
    }
    *out = number;
    return EXIT_GOOD;
}

int read_hex(const char *word, unsigned char *out, size_t length)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < length * 2; i++) {
        const char *digit = word[i] ? strchr(digits, word[i]) : NULL;
        if (!digit) {
            return complain(EXIT_BAD_INPUT, "hr-desk", "column %zu of '%s' is no hexadecimal digit; give the %zu "
                            "digits that `hr-desk head` printed", i + 1, word, length * 2);
        }
        out[i / 2] = (unsigned char)(i % 2 ? out[i / 2] | (digit - digits) : (digit - digits) << 4);
    }
    return word[length * 2] ? complain(EXIT_BAD_INPUT, "hr-desk", "'%s' has more than %zu digits; give those that "
                                       "`hr-desk head` printed", word, length * 2)
                            : EXIT_GOOD;
}

char *join_words(const desk *of, size_t first)
{
    growing line = {NULL, 0, 0, 0};
    grow_z(&line, "");
    for (size_t i = first; i < of->word_count; i++) {
        grow_z(&line, i > first ? " " : "");
        grow_z(&line, of->words[i]);
    }
    if (line.failed) {
        free(line.text);
        return NULL;
    }
    return line.text;
}

void out_text(desk *of, const char *z)
{
    grow_z(&of->out, z);
}

void out_field(desk *of, ombud_view text, char behind)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        (void)grow(&of->out, byte < 0x20 || byte == 0x7F ? " " : text.ptr + i, 1);
    }
    (void)grow(&of->out, &behind, 1);
}

void out_number(desk *of, int64_t number, char behind)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRId64 "%c", number, behind);
    out_text(of, text);
}

void out_day(desk *of, int there, ombud_day day, char behind)
{
    char text[16];
    out_field(of, ombud_view_of(there && ombud_day_format(day, text, sizeof text) == OMBUD_OK ? text : ""), behind);
}

void out_instant(desk *of, int64_t seconds, char behind)
{
    char text[40] = "", day[16];
    int64_t in_day = seconds % 86400;
    if (ombud_day_format(seconds / 86400, day, sizeof day) == OMBUD_OK) {
        snprintf(text, sizeof text, "%sT%02d:%02d:%02dZ", day, (int)(in_day / 3600), (int)(in_day / 60 % 60),
                 (int)(in_day % 60));
    }
    out_field(of, ombud_view_of(text), behind);
}

void out_item(desk *of, ombud_view prefix, int64_t number, char behind)
{
    grow_view(&of->out, prefix);
    out_number(of, number, behind);
}

void out_roles(desk *of, const ombud_law *law, uint64_t roles, char behind)
{
    int first = 1;
    for (size_t i = 0; i < ombud_law_word_count(law, OMBUD_WORD_ROLE); i++) {
        ombud_word role = OMBUD_WORD_INIT;
        if (roles >> i & 1 && ombud_law_word(law, OMBUD_WORD_ROLE, i, OMBUD_LANG_EN, &role) == OMBUD_OK) {
            out_text(of, first ? "" : ",");
            grow_view(&of->out, role.name);
            first = 0;
        }
    }
    (void)grow(&of->out, &behind, 1);
}

void out_provision(desk *of, const ombud_law *law, size_t provision, char behind)
{
    ombud_provision found = OMBUD_PROVISION_INIT;
    if (provision != SIZE_MAX && ombud_law_provision(law, provision, of->lang, &found) == OMBUD_OK) {
        grow_view(&of->out, ombud_law_name(law));
        out_text(of, ":");
        grow_view(&of->out, found.id);
    }
    (void)grow(&of->out, &behind, 1);
}
