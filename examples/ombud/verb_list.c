/*
 * ombud laws, ombud provisions, ombud readings: what the laws at hand declare.
 */
#include "words.h"

static const char *const treatments[] = {"", "executed", "recorded", "outside"};
static const char *const parts[] = {"", "reading", "length", "fact", "fixed"};

/* Runs a visitor over the laws, or over the one that the only word names. */
static int over_laws(const options *opts, const char *verb, size_t most_words, law_visitor each)
{
    law_shelf shelf;
    int rows = 0;
    if (opts->word_count > most_words) {
        return usage_error(verb, "there is a word too many:", opts->words[most_words]);
    }
    int result = shelf_open(&shelf, opts);
    if (result == EXIT_GOOD) {
        result = shelf_each(&shelf, opts, opts->word_count ? opts->words[0] : NULL, each, &rows);
        shelf_close(&shelf);
    }
    return result;
}

/* ---- laws -------------------------------------------------------------------------------------------------------- */

static int one_law(const ombud_law *law, const options *opts, void *user)
{
    ombud_day verified = 0;
    int there = ombud_law_verified(law, &verified) == OMBUD_OK;
    int first = 1;
    (void)user;
    if (opts->given & OPT_JSON) {
        putchar('{');
        json_text(&first, "kind", ombud_view_of("law"));
        json_text(&first, "name", ombud_law_name(law));
        json_name(&first, "title", ombud_law_title(law, opts->lang));
        json_name(&first, "force", ombud_view_of(force_name(ombud_law_force(law))));
        json_name(&first, "source", ombud_law_source(law));
        json_day(&first, "verified", there, verified);
        json_number(&first, "provisions", (int64_t)ombud_law_provision_count(law));
        puts("}");
        return EXIT_GOOD;
    }
    put(ombud_law_name(law));
    fputs("  ", stdout);
    say((phrase)(SAY_FORCES + ombud_law_force(law)), opts->lang);
    fputs(", ", stdout);
    say_with(SAY_SOURCE, opts->lang, ombud_law_source(law));
    fputs(", ", stdout);
    say_with_day(there ? SAY_VERIFIED_TO : SAY_NOT_VERIFIED, opts->lang, verified);
    fputs(", ", stdout);
    say_count(SAY_PROVISION, opts->lang, ombud_law_provision_count(law));
    fputs("\n    ", stdout);
    put(ombud_law_title(law, opts->lang));
    putchar('\n');
    return EXIT_GOOD;
}

int verb_laws(const options *opts)
{
    return over_laws(opts, "laws", 0, one_law);
}

/* ---- provisions -------------------------------------------------------------------------------------------------- */

/* Since when: the day, else that no day is known; the day from which the wording is held if that is later. */
static void put_from(const ombud_provision *provision)
{
    if (provision->has_from) {
        put_day(provision->from);
    } else {
        fputs("unknown", stdout);
    }
    if (provision->has_held) {
        fputs(" held ", stdout);
        put_day(provision->held);
    }
}

static void provision_as_json(const ombud_law *law, size_t index, const ombud_provision *provision)
{
    int first = 1;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("provision"));
    json_provision(&first, "id", law, index);
    json_text(&first, "citation", provision->citation);
    json_day(&first, "from", provision->has_from, provision->from);
    json_day(&first, "held", provision->has_held, provision->held);
    json_day(&first, "to", provision->has_until, provision->until);
    json_name(&first, "modality", provision->modality);
    json_text(&first, "treatment", ombud_view_of(treatments[provision->treatment]));
    json_name(&first, "reason", provision->why);
    puts("}");
}

static int provisions_of(const ombud_law *law, const options *opts, void *user)
{
    int *rows = user;
    if (!(opts->given & OPT_JSON) && !(*rows)++) {
        puts("id\tcitation\tfrom\tto\tmodality\ttreatment\treason");
    }
    for (size_t i = 0; i < ombud_law_provision_count(law); i++) {
        ombud_provision provision = OMBUD_PROVISION_INIT;
        if (ombud_law_provision(law, i, opts->lang, &provision) != OMBUD_OK) {
            continue;
        }
        if (opts->given & OPT_JSON) {
            provision_as_json(law, i, &provision);
            continue;
        }
        put_provision(law, i);
        putchar('\t');
        put_field(provision.citation);
        putchar('\t');
        put_from(&provision);
        putchar('\t');
        if (provision.has_until) {
            put_day(provision.until);
        }
        putchar('\t');
        put_field(provision.modality);
        printf("\t%s\t", treatments[provision.treatment]);
        put_field(provision.why);
        putchar('\n');
    }
    return EXIT_GOOD;
}

int verb_provisions(const options *opts)
{
    return over_laws(opts, "provisions", 1, provisions_of);
}

/* ---- readings ---------------------------------------------------------------------------------------------------- */

static void reading_as_json(const ombud_law *law, size_t index, const ombud_reading *reading, const options *opts)
{
    static const char *const chosen[] = {"dropped", "default", "open"};
    int first = 1;
    putchar('{');
    json_text(&first, "kind", ombud_view_of("reading"));
    json_text(&first, "law", ombud_law_name(law));
    json_text(&first, "name", reading->name);
    json_text(&first, "question", reading->question);
    json_text(&first, "part", ombud_view_of(parts[reading->part]));
    json_name(&first, "detail", reading->detail);
    json_key(&first, "alternatives");
    putchar('[');
    for (size_t a = 0; a < reading->alternatives; a++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        int inner = 1;
        if (ombud_law_alternative(law, index, a, opts->lang, &alternative) == OMBUD_OK) {
            printf("%s{", a ? "," : "");
            json_text(&inner, "name", alternative.name);
            json_text(&inner, "label", alternative.label);
            json_text(&inner, "standing", ombud_view_of(chosen[alternative.chosen]));
            putchar('}');
        }
    }
    puts("]}");
}

void put_alternatives(const ombud_law *law, size_t at, const ombud_reading *reading, const char *margin,
                      ombud_lang lang)
{
    for (size_t i = 0; i < reading->alternatives; i++) {
        ombud_alternative alternative = OMBUD_ALTERNATIVE_INIT;
        if (ombud_law_alternative(law, at, i, lang, &alternative) == OMBUD_OK) {
            printf("%s%s ", margin, alternative.chosen == 1 ? "*" : " ");
            put(alternative.name);
            fputs("  ", stdout);
            if (alternative.chosen == 2) {
                say(SAY_OPEN, lang);
                fputs("  ", stdout);
            }
            put(alternative.label);
            putchar('\n');
        }
    }
}

static int readings_of(const ombud_law *law, const options *opts, void *user)
{
    (void)user;
    for (size_t i = 0; i < ombud_law_reading_count(law); i++) {
        ombud_reading reading = OMBUD_READING_INIT;
        if (ombud_law_reading(law, i, opts->lang, &reading) != OMBUD_OK) {
            continue;
        }
        if (opts->given & OPT_JSON) {
            reading_as_json(law, i, &reading, opts);
            continue;
        }
        put(ombud_law_name(law));
        putchar(' ');
        put(reading.name);
        fputs("  ", stdout);
        say((phrase)(SAY_PARTS + reading.part), opts->lang);
        if (reading.detail.len) {
            putchar(' ');
            put(reading.detail);
        }
        fputs("\n    ", stdout);
        put(reading.question);
        putchar('\n');
        put_alternatives(law, i, &reading, "      ", opts->lang);
    }
    return EXIT_GOOD;
}

int verb_readings(const options *opts)
{
    return over_laws(opts, "readings", 1, readings_of);
}
