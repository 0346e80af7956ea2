/*
 * Damages valid texts and reads them: `mutate [--seed N] ITERATIONS FILE…`; the file `built-in` is the text of the
 * first built-in law. Bytes are flipped, words deleted, repeated, exchanged or brought over from another text, lines
 * and numbers changed. The same seed damages alike. What is still valid goes on to every question. See
 * ../fuzz/exercise.h.
 */
#include "../fuzz/exercise.h"

enum { TEXTS = 256, LARGEST = 1 << 22 };
static struct {
    const char *name;
    char *bytes;
    size_t length;
    int law;
} texts[TEXTS];
static size_t text_count;
static uint64_t seed = 1;
static char *work;
static size_t work_length;

static size_t below(size_t limit)
{
    seed ^= seed >> 12;
    seed ^= seed << 25;
    seed ^= seed >> 27;
    return (size_t)((seed * UINT64_C(0x2545F4914F6CDD1D)) >> 33) % limit;
}

static void replace(size_t at, size_t removed, const char *with, size_t length)
{
    if (at > work_length || removed > work_length - at || work_length - removed + length > LARGEST)
        return;
    memmove(work + at + length, work + at + removed, work_length - at - removed);
    memmove(work + at, with, length);
    work_length = work_length - removed + length;
}

static int is_word(char c)
{
    return c != ' ' && c != '\n';
}

/* A word of a text: from its first byte to behind its last. */
static void word_of(const char *bytes, size_t length, size_t *from, size_t *to)
{
    size_t at = length > 0 ? below(length) : 0;
    while (at < length && !is_word(bytes[at]))
        at++;
    while (at > 0 && is_word(bytes[at - 1]))
        at--;
    *from = at;
    while (at < length && is_word(bytes[at]))
        at++;
    *to = at;
}

static void line_of(const char *bytes, size_t length, size_t *from, size_t *to)
{
    size_t at = length > 0 ? below(length) : 0;
    while (at > 0 && bytes[at - 1] != '\n')
        at--;
    *from = at;
    while (at < length && bytes[at] != '\n')
        at++;
    *to = at < length ? at + 1 : at;
}

static void damage(size_t self)
{
    static const char *const odd[] = {
        "",    "-",       "0",     "9999", "P0D",    "P9999Y", "9999-12-31", "0001-01-01", "2024-02-29", "same",
        "any", "not",     "and",   "or",   "(",      ")",      "\"",         "#",          "unless",     "when",
        "yes", "unknown", "every", "by",   "void 1", "now",    "structure",  "\xc3\xa9",   "p1"};
    char copy[4096];
    size_t from, to, other = below(2) ? self : below(text_count), at;
    switch (below(10)) {
    case 0: /* one bit */
        if (work_length > 0) {
            at = below(work_length);
            work[at] = (char)(work[at] ^ 1 << below(8));
        }
        break;
    case 1: /* a word less */
        word_of(work, work_length, &from, &to);
        replace(from, to - from, "", 0);
        break;
    case 2: /* another word of this or another text */
    case 3: {
        size_t a, b;
        word_of(texts[other].bytes, texts[other].length, &a, &b);
        word_of(work, work_length, &from, &to);
        replace(from, to - from, texts[other].bytes + a, b - a);
        break;
    }
    case 4: /* a line less */
        line_of(work, work_length, &from, &to);
        replace(from, to - from, "", 0);
        break;
    case 5: /* a line more */
        line_of(texts[other].bytes, texts[other].length, &from, &to);
        at = to - from < sizeof copy ? to - from : 0;
        memcpy(copy, texts[other].bytes + from, at);
        line_of(work, work_length, &from, &to);
        replace(to, 0, copy, at);
        break;
    case 6: /* something odd in the place of a word */
        word_of(work, work_length, &from, &to);
        at = below(sizeof odd / sizeof odd[0]);
        replace(from, to - from, odd[at], strlen(odd[at]));
        break;
    case 7: /* a digit */
        for (at = work_length > 0 ? below(work_length) : 0; at < work_length; at++) {
            if (work[at] >= '0' && work[at] <= '9') {
                work[at] = (char)('0' + below(10));
                break;
            }
        }
        break;
    case 8: /* indentation */
        line_of(work, work_length, &from, &to);
        if (below(2))
            replace(from, 0, "  ", 2);
        else if (to - from > 2 && work[from] == ' ')
            replace(from, 1, "", 0);
        break;
    default: /* cut off */
        if (below(8) == 0 && work_length > 0)
            work_length = below(work_length);
    }
}

static int read_text(const char *name)
{
    ombud_view built_in;
    if (strcmp(name, "built-in") == 0 && text_count < TEXTS &&
        ombud_law_builtin_text(ombud_law_builtin_name(0), &built_in) == OMBUD_OK) {
        texts[text_count].name = name;
        texts[text_count].bytes = malloc(built_in.len);
        texts[text_count].length = built_in.len;
        texts[text_count].law = 1;
        if (texts[text_count].bytes == NULL || built_in.len > LARGEST / 2)
            return 1;
        memcpy(texts[text_count++].bytes, built_in.ptr, built_in.len);
        return 0;
    }
    FILE *file = fopen(name, "rb");
    size_t end = strlen(name);
    if (file == NULL || text_count == TEXTS) {
        fprintf(stderr, "mutate: cannot read %s\n", name);
        return 1;
    }
    char *bytes = malloc(LARGEST);
    if (bytes == NULL)
        return 1;
    texts[text_count].name = name;
    texts[text_count].bytes = bytes;
    texts[text_count].length = fread(bytes, 1, LARGEST / 2, file);
    texts[text_count++].law = end > 4 && strcmp(name + end - 4, ".law") == 0;
    fclose(file);
    return 0;
}

int main(int count, char **words)
{
    int at = 1;
    long valid = 0;
    ombud_law *law = NULL;
    if (count > 2 && strcmp(words[1], "--seed") == 0) {
        seed = strtoull(words[2], NULL, 10) * 2 + 1;
        at = 3;
    }
    long iterations = count > at ? strtol(words[at], NULL, 10) : 0;
    for (at++; at < count; at++) {
        if (read_text(words[at]) != 0) {
            fprintf(stderr, "mutate: %s cannot be read, or is longer than %d bytes\n", words[at], LARGEST / 2);
            return 2;
        }
    }
    work = malloc(LARGEST);
    if (iterations < 1 || text_count == 0 || work == NULL) {
        fprintf(stderr, "mutate: mutate [--seed N] ITERATIONS FILE...\n");
        return 2;
    }
    if (ombud_law_builtin(ombud_law_builtin_name(0), NULL, &law, NULL) != OMBUD_OK)
        exercise_wrong("no law is built in");
    for (long i = 0; i < iterations; i++) {
        size_t self = (size_t)i % text_count;
        uint64_t began = seed;
        work_length = texts[self].length;
        memcpy(work, texts[self].bytes, work_length);
        for (size_t n = i < (long)text_count ? 0 : 1 + below(4); n > 0; n--)
            damage(self);
        if (getenv("MUTATE_SHOW") != NULL) {
            /* Where it stopped is in the last line; the text is in this file. */
            FILE *last = fopen(getenv("MUTATE_SHOW"), "wb");
            if (last != NULL) {
                fwrite(work, 1, work_length, last);
                fclose(last);
            }
            fprintf(stderr, "%ld %s %llu\n", i, texts[self].name, (unsigned long long)began);
        }
        int good = texts[self].law ? exercise_law(work, work_length) : exercise_case(law, work, work_length);
        valid += good;
        if (i < (long)text_count && !good) {
            printf("%s is not valid as it stands\n0 passed, 1 failed\n", texts[self].name);
            exit(1);
        }
    }
    ombud_law_free(law);
    for (size_t i = 0; i < text_count; i++)
        free(texts[i].bytes);
    free(work);
    printf("%ld texts, %ld still valid\n", iterations, valid);
    printf("%d passed, %d failed\n", valid > 0, valid == 0);
    return valid == 0;
}
