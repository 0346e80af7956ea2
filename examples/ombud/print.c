/*
 * Writing to stdout: plain, as fields of TSV, as JSON. Each format has one function that escapes.
 */
#include "cli.h"

#include <inttypes.h>

void put(ombud_view text)
{
    fwrite(text.ptr, 1, text.len, stdout);
}

void put_field(ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        putchar(byte < 0x20 || byte == 0x7F ? ' ' : byte);
    }
}

void put_day(ombud_day day)
{
    char text[16];
    if (ombud_day_format(day, text, sizeof text) == OMBUD_OK) {
        fputs(text, stdout);
    }
}

int put_sink(void *user, const char *bytes, size_t length)
{
    (void)user;
    return fwrite(bytes, 1, length, stdout) == length ? 0 : 1;
}

void put_provision(const ombud_law *law, size_t provision)
{
    ombud_provision found = OMBUD_PROVISION_INIT;
    if (provision != SIZE_MAX && ombud_law_provision(law, provision, OMBUD_LANG_EN, &found) == OMBUD_OK) {
        put(ombud_law_name(law));
        putchar(':');
        put(found.id);
    }
}

const char *force_name(ombud_force force)
{
    static const char *const names[] = {"", "law", "proposal", "plan", "policy"};
    return names[force >= OMBUD_FORCE_UNSPECIFIED && force <= OMBUD_FORCE_POLICY ? force : 0];
}

const char *roll_name(ombud_roll roll)
{
    return roll == OMBUD_ROLL_NEXT_WORKING_DAY       ? "next_working_day"
           : roll == OMBUD_ROLL_PREVIOUS_WORKING_DAY ? "previous_working_day"
                                                     : "none";
}

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

void json_string(ombud_view text)
{
    putchar('"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte == '"' || byte == '\\') {
            putchar('\\');
            putchar(byte);
        } else if (byte < 0x20 || byte == 0x7F) {
            printf("\\u%04x", byte);
        } else {
            putchar(byte);
        }
    }
    putchar('"');
}

void json_key(int *first, const char *key)
{
    printf("%s\"%s\":", *first ? "" : ",", key);
    *first = 0;
}

void json_text(int *first, const char *key, ombud_view text)
{
    json_key(first, key);
    json_string(text);
}

void json_name(int *first, const char *key, ombud_view text)
{
    json_key(first, key);
    if (text.len) {
        json_string(text);
    } else {
        fputs("null", stdout);
    }
}

void json_number(int *first, const char *key, int64_t number)
{
    json_key(first, key);
    printf("%" PRId64, number);
}

void json_truth(int *first, const char *key, int yes)
{
    json_key(first, key);
    fputs(yes ? "true" : "false", stdout);
}

void json_day(int *first, const char *key, int there, ombud_day day)
{
    json_key(first, key);
    if (there) {
        putchar('"');
        put_day(day);
        putchar('"');
    } else {
        fputs("null", stdout);
    }
}

void json_provision(int *first, const char *key, const ombud_law *law, size_t provision)
{
    json_key(first, key);
    if (provision != SIZE_MAX) {
        putchar('"');
        put_provision(law, provision);
        putchar('"');
    } else {
        fputs("null", stdout);
    }
}
