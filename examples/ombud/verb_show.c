/*
 * ombud show, ombud rules: provisions with the rows that execute them, as they stand in the law's text.
 */
#include "words.h"

#include <string.h>

static const char *treatment_name(ombud_treatment treatment)
{
    static const char *const names[] = {"", "executed", "recorded", "outside"};
    return names[treatment >= OMBUD_TREATMENT_UNSPECIFIED && treatment <= OMBUD_TREATMENT_OUTSIDE ? treatment : 0];
}

/* A text of several lines, each behind a margin. */
static void put_lines(ombud_view text, const char *margin)
{
    size_t from = 0;
    while (from < text.len) {
        const char *end = memchr(text.ptr + from, '\n', text.len - from);
        ombud_view line = {text.ptr + from, end ? (size_t)(end - text.ptr) - from : text.len - from};
        fputs(margin, stdout);
        put(line);
        putchar('\n');
        from += line.len + 1;
    }
}

/* What a page has on its left: the column that its headings take. */
enum { HEADINGS = 12 };

static void put_force(const ombud_provision *provision, ombud_lang lang)
{
    say_head(SAY_HEAD_IN_FORCE, lang, HEADINGS);
    say_with_day(provision->has_from ? SAY_FROM : SAY_FROM_UNKNOWN, lang, provision->from);
    if (provision->has_held) {
        fputs(", ", stdout);
        say_with_day(SAY_WORDING_FROM, lang, provision->held);
    }
    if (provision->has_until) {
        fputs(", ", stdout);
        say_with_day(SAY_UNTIL, lang, provision->until);
    }
    putchar('\n');
}

/* Whether a row, or a clause of it, counts under a reading: `reading Q-02 receipt`. */
static int reads(ombud_view row, ombud_view reading)
{
    static const char word[] = "reading ";
    size_t length = sizeof word - 1 + reading.len;
    for (size_t i = 0; i + length < row.len; i++) {
        if (memcmp(row.ptr + i, word, sizeof word - 1) == 0 &&
            memcmp(row.ptr + i + sizeof word - 1, reading.ptr, reading.len) == 0 && row.ptr[i + length] == ' ') {
            return 1;
        }
    }
    return 0;
}

static int rests_on(const ombud_law *law, size_t provision, ombud_view reading)
{
    for (size_t i = 0; i < ombud_law_row_count(law); i++) {
        ombud_row row = OMBUD_ROW_INIT;
        if (ombud_law_row(law, i, &row) == OMBUD_OK && row.provision == provision && reads(row.text, reading)) {
            return 1;
        }
    }
    return 0;
}

static void put_readings(const ombud_law *law, size_t provision, const options *opts)
{
    for (size_t i = 0; i < ombud_law_reading_count(law); i++) {
        ombud_reading reading = OMBUD_READING_INIT;
        if (ombud_law_reading(law, i, opts->lang, &reading) != OMBUD_OK || !rests_on(law, provision, reading.name)) {
            continue;
        }
        say_head(SAY_HEAD_READING, opts->lang, HEADINGS);
        put(reading.name);
        fputs("  ", stdout);
        put(reading.question);
        putchar('\n');
        put_alternatives(law, i, &reading, "          ", opts->lang);
    }
}

static size_t put_rows(const ombud_law *law, size_t provision, const char *margin)
{
    size_t rows = 0;
    for (size_t i = 0; i < ombud_law_row_count(law); i++) {
        ombud_row row = OMBUD_ROW_INIT;
        if (ombud_law_row(law, i, &row) == OMBUD_OK && row.provision == provision) {
            put_lines(row.text, margin);
            rows++;
        }
    }
    return rows;
}

/* Calls for every test of a provision with its place and that of the one before, NULL at first. */
typedef void (*test_visitor)(const char *place, const char *before);

static int tests_of(const ombud_law *law, const ombud_provision *provision, test_visitor each)
{
    ombud_view name = ombud_law_name(law);
    const char *before = NULL;
    for (size_t i = 0; i < tests_of_provisions_count; i++) {
        const char *whole = tests_of_provisions[i].provision;
        if (strlen(whole) == name.len + 1 + provision->id.len && memcmp(whole, name.ptr, name.len) == 0 &&
            whole[name.len] == ':' && memcmp(whole + name.len + 1, provision->id.ptr, provision->id.len) == 0) {
            each(tests_of_provisions[i].place, before);
            before = tests_of_provisions[i].place;
        }
    }
    return before != NULL;
}

/* FILE:LINE, and further lines of the same file behind it. */
static void put_test(const char *place, const char *before)
{
    size_t file = (size_t)(strrchr(place, ':') - place);
    if (before && strncmp(place, before, file + 1) == 0) {
        printf(", %s", place + file + 1);
    } else {
        printf("%s%*s%s", before ? "\n" : "", before ? HEADINGS : 0, "", place);
    }
}

static void put_json_test(const char *place, const char *before)
{
    fputs(before ? "," : "", stdout);
    json_string(ombud_view_of(place));
}

/* How it is treated, and where that is said, why. */
static void put_treatment(const ombud_provision *provision, ombud_lang lang)
{
    say((phrase)(SAY_TREATMENTS + provision->treatment), lang);
    if (provision->why.len) {
        say(SAY_COLON, lang);
        put(provision->why);
    }
}

static void show_text(const ombud_law *law, size_t index, const ombud_provision *provision, const options *opts)
{
    const ombud_lang lang = opts->lang;
    put_provision(law, index);
    fputs("  ", stdout);
    put(provision->citation);
    putchar('\n');
    if (provision->gloss.len) {
        put_lines(provision->gloss, "  ");
    }
    putchar('\n');
    say_head(SAY_HEAD_MODALITY, lang, HEADINGS);
    if (provision->modality.len) {
        say_modality(provision->modality, lang);
    } else {
        say(SAY_NOT_STATED, lang);
    }
    putchar('\n');
    say_head(SAY_HEAD_TREATMENT, lang, HEADINGS);
    put_treatment(provision, lang);
    putchar('\n');
    put_force(provision, lang);
    say_head(SAY_HEAD_ANCHOR, lang, HEADINGS);
    put(provision->anchor);
    putchar('\n');
    say_head(SAY_HEAD_LINE, lang, HEADINGS);
    say_with_number(SAY_LINE_OF_LAW, lang, provision->line);
    fputs("\n\n", stdout);
    if (put_rows(law, index, "    ")) {
        putchar('\n');
    }
    put_readings(law, index, opts);
    say_head(SAY_HEAD_TESTS, lang, HEADINGS);
    puts(tests_of(law, provision, put_test) ? "" : phrase_of(SAY_NO_TEST, lang));
}

static void show_json(const ombud_law *law, size_t index, const ombud_provision *provision)
{
    int first = 1, some = 0;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("provision"));
    json_provision(&first, "id", law, index);
    json_text(&first, "citation", provision->citation);
    json_name(&first, "gloss", provision->gloss);
    json_name(&first, "modality", provision->modality);
    json_text(&first, "treatment", ombud_view_of(treatment_name(provision->treatment)));
    json_name(&first, "reason", provision->why);
    json_day(&first, "from", provision->has_from, provision->from);
    json_day(&first, "held", provision->has_held, provision->held);
    json_day(&first, "to", provision->has_until, provision->until);
    json_text(&first, "anchor", provision->anchor);
    json_key(&first, "rows");
    putchar('[');
    for (size_t i = 0; i < ombud_law_row_count(law); i++) {
        ombud_row row = OMBUD_ROW_INIT;
        int row_first = 1;
        if (ombud_law_row(law, i, &row) == OMBUD_OK && row.provision == index) {
            printf("%s{", some++ ? "," : "");
            json_text(&row_first, "text", row.text);
            json_name(&row_first, "reading", row.reading);
            json_number(&row_first, "line", row.line);
            putchar('}');
        }
    }
    putchar(']');
    json_key(&first, "tests");
    putchar('[');
    (void)tests_of(law, provision, put_json_test);
    puts("]}");
}

static int show(const ombud_law *law, size_t index, const options *opts)
{
    ombud_provision provision = OMBUD_PROVISION_INIT;
    if (ombud_law_provision(law, index, opts->lang, &provision) != OMBUD_OK) {
        return EXIT_BAD_INPUT;
    }
    if (opts->given & OPT_JSON) {
        show_json(law, index, &provision);
    } else {
        show_text(law, index, &provision, opts);
    }
    return EXIT_GOOD;
}

/* Which provisions begin like the one asked for. */
static int not_found(const ombud_law *law, const char *id)
{
    size_t shown = 0, length = strlen(id);
    fprintf(stderr, "ombud show: there is no provision '%s'", id);
    for (; length && !shown; length--) {
        for (size_t i = 0; i < ombud_law_provision_count(law) && shown < 8; i++) {
            ombud_provision provision = OMBUD_PROVISION_INIT;
            if (ombud_law_provision(law, i, OMBUD_LANG_EN, &provision) == OMBUD_OK && provision.id.len >= length &&
                memcmp(provision.id.ptr, id, length) == 0) {
                fprintf(stderr, "%s%.*s", shown++ ? ", " : "; there is ", (int)provision.id.len, provision.id.ptr);
            }
        }
    }
    ombud_view law_name = ombud_law_name(law);
    fprintf(stderr, "; `ombud provisions %.*s` lists all\n", (int)law_name.len, law_name.ptr);
    return EXIT_BAD_INPUT;
}

int verb_show(const options *opts)
{
    const char *colon = opts->word_count == 1 ? strchr(opts->words[0], ':') : NULL;
    const ombud_law *law = NULL;
    law_shelf shelf;
    size_t index = 0;
    if (!colon) {
        const char *wrong = opts->word_count ? opts->words[opts->word_count > 1] : NULL;
        return usage_error("show",
                           wrong ? "one LAW:PROVISION is wanted, such as bxl2019:15.4.a4.1, not"
                                 : "one LAW:PROVISION is wanted, such as bxl2019:15.4.a4.1",
                           wrong);
    }
    int result = shelf_open(&shelf, opts);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = shelf_find(&shelf, opts->words[0], (size_t)(colon - opts->words[0]), &law);
    if (result == EXIT_GOOD) {
        result = ombud_law_find_provision(law, colon + 1, strlen(colon + 1), &index) == OMBUD_OK
                     ? show(law, index, opts)
                     : not_found(law, colon + 1);
    }
    shelf_close(&shelf);
    return result;
}

static int rules_of(const ombud_law *law, const options *opts, void *user)
{
    (void)user;
    if (opts->given & OPT_JSON) {
        for (size_t i = 0; i < ombud_law_provision_count(law); i++) {
            int result = show(law, i, opts);
            if (result != EXIT_GOOD) {
                return result;
            }
        }
        return EXIT_GOOD;
    }
    for (size_t i = 0; i < ombud_law_provision_count(law); i++) {
        ombud_provision provision = OMBUD_PROVISION_INIT;
        if (ombud_law_provision(law, i, opts->lang, &provision) != OMBUD_OK) {
            continue;
        }
        put_provision(law, i);
        fputs("  ", stdout);
        put(provision.citation);
        putchar('\n');
        put_lines(provision.gloss, "  ");
        if (!put_rows(law, i, "    ")) {
            fputs("    ", stdout);
            put_treatment(&provision, opts->lang);
            putchar('\n');
        }
        putchar('\n');
    }
    puts(phrase_of(SAY_STRUCTURE, opts->lang));
    if (!put_rows(law, SIZE_MAX, "    ")) {
        printf("    %s\n", phrase_of(SAY_NO_ROW, opts->lang));
    }
    return EXIT_GOOD;
}

int verb_rules(const options *opts)
{
    law_shelf shelf;
    if (opts->word_count != 1) {
        return usage_error("rules", "one law is wanted, such as bxl2019", NULL);
    }
    int result = shelf_open(&shelf, opts);
    if (result == EXIT_GOOD) {
        result = shelf_each(&shelf, opts, opts->words[0], rules_of, NULL);
        shelf_close(&shelf);
    }
    return result;
}
