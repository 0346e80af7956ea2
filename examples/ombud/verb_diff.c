/*
 * ombud diff: what another wording of a law, or other settings, would change in the cases of files.
 */
#include "words.h"

#include <stdlib.h>
#include <string.h>

typedef struct diffing {
    const options *opts;
    options other; /* the same with the new settings */
    law_shelf shelf, other_shelf;
    size_t cases, moved;
    size_t apart; /* of these, cases of another law than that of --new-law */
} diffing;

static const char *word_of(ombud_move_kind kind, ombud_force force, const ombud_moved *of)
{
    switch (kind) {
    case OMBUD_MOVED_VERDICT: return ombud_ruling_name(of->word, force);
    case OMBUD_MOVED_FINDING: return ombud_finding_kind_name(of->word);
    default: return ombud_term_status_name(of->word);
    }
}

/* The same for people. */
static phrase phrase_for(ombud_move_kind kind, ombud_force force, const ombud_moved *of)
{
    int soft = force > OMBUD_FORCE_LAW;
    switch (kind) {
    case OMBUD_MOVED_VERDICT:
        return soft && of->word == OMBUD_PERMITTED   ? SAY_CONFORMS
               : soft && of->word == OMBUD_FORBIDDEN ? SAY_DEPARTS
                                                     : (phrase)(SAY_RULINGS + of->word);
    case OMBUD_MOVED_FINDING: return (phrase)(SAY_KINDS + of->word);
    default: return (phrase)(SAY_STATUSES + of->word);
    }
}

/* The day that says most: of a verdict none, of a finding the first, of a term the last. */
static int has_day(ombud_move_kind kind, const ombud_moved *of)
{
    return of->there && (kind == OMBUD_MOVED_FINDING || (kind == OMBUD_MOVED_TERM && of->has_last));
}

static ombud_day day_of(ombud_move_kind kind, const ombud_moved *of)
{
    return kind == OMBUD_MOVED_FINDING ? of->first : of->last;
}

/* Its word, its day and its provision, or nothing. */
static void put_side(const ombud_law *law, ombud_move_kind kind, const ombud_moved *of, ombud_lang lang)
{
    if (!of->there) {
        say(SAY_MOVED_NONE, lang);
        return;
    }
    say(phrase_for(kind, ombud_law_force(law), of), lang);
    if (has_day(kind, of)) {
        putchar(' ');
        put_day(day_of(kind, of));
    }
    if (of->provision != SIZE_MAX) {
        putchar(' ');
        put_provision(law, of->provision);
    }
}

static void json_side(int *first, const char *key, const ombud_law *law, ombud_move_kind kind, const ombud_moved *of)
{
    int inner = 1;
    json_key(first, key);
    if (!of->there) {
        fputs("null", stdout);
        return;
    }
    putchar('{');
    json_text(&inner, "word", ombud_view_of(word_of(kind, ombud_law_force(law), of)));
    json_day(&inner, "day", has_day(kind, of), day_of(kind, of));
    json_provision(&inner, "provision", law, of->provision);
    putchar('}');
}

static void put_move(const diffing *at, ombud_view title, const ombud_law *law, const ombud_law *other,
                     const ombud_move *move)
{
    const ombud_lang lang = at->opts->lang;
    if (at->opts->given & OPT_JSON) {
        int first = 1;
        putchar('{');
        json_text(&first, "kind", ombud_view_of("move"));
        json_text(&first, "name", title);
        json_text(&first, "what", ombud_view_of(phrase_of((phrase)(SAY_MOVED + move->kind), OMBUD_LANG_EN)));
        json_text(&first, "of", move->name);
        json_key(&first, "item");
        printf("\"%.*s%lld\"", (int)move->item_prefix.len, move->item_prefix.ptr, (long long)move->item_number);
        json_number(&first, "position", (int64_t)move->position);
        json_side(&first, "before", law, move->kind, &move->before);
        json_side(&first, "after", other, move->kind, &move->after);
        puts("}");
        return;
    }
    put_field(title);
    fputs(": ", stdout);
    say((phrase)(SAY_MOVED + move->kind), lang);
    putchar(' ');
    put(move->name);
    printf(" %.*s%lld", (int)move->item_prefix.len, move->item_prefix.ptr, (long long)move->item_number);
    if (move->position) {
        say_with_number(SAY_MOVED_LINE, lang, (int64_t)move->position);
    }
    say(SAY_COLON, lang);
    put_side(law, move->kind, &move->before, lang);
    fputs(" -> ", stdout);
    put_side(other, move->kind, &move->after, lang);
    putchar('\n');
}

static int diff_run(diffing *at, const case_file *file, const case_file *other, size_t run)
{
    ombud_asof asof = OMBUD_ASOF_INIT;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_moves *moves = NULL;
    char title[512];
    const ombud_case *before = ombud_scenario_case(file->scenario, run);
    const ombud_case *after = ombud_scenario_case(other->scenario, run);
    int result = case_asof(file, run, at->opts, &asof);
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_moves_between(before, after, &asof, NULL, &moves, &err);
    if (status != OMBUD_OK) {
        return library_error(file->file.name, status, &err);
    }
    for (size_t i = 0; i < ombud_moves_count(moves); i++) {
        ombud_move move = OMBUD_MOVE_INIT;
        if (ombud_moves_get(moves, i, &move) == OMBUD_OK) {
            put_move(at, case_title(file, run, title, sizeof title), ombud_case_law(before), ombud_case_law(after),
                     &move);
        }
    }
    at->cases++;
    at->apart += at->opts->new_law && ombud_case_law(after) != at->other_shelf.laws[0];
    at->moved += ombud_moves_count(moves) > 0;
    ombud_moves_free(moves);
    return EXIT_GOOD;
}

static int diff_file(diffing *at, const char *name)
{
    case_file file, other;
    int result = case_open(&file, name, at->opts, &at->shelf);
    if (result != EXIT_GOOD) {
        return result;
    }
    result = case_open(&other, name, &at->other, &at->other_shelf);
    if (result == EXIT_GOOD) {
        for (size_t run = 0; run < ombud_scenario_count(file.scenario) && result == EXIT_GOOD; run++) {
            result = diff_run(at, &file, &other, run);
        }
        case_close(&other);
    }
    case_close(&file);
    return result;
}

/* The other side: --new-law before the laws of --law, and the new settings in the place of --settings. */
static int set_out(diffing *at, const options *opts)
{
    at->opts = opts;
    at->other = *opts;
    if (opts->new_law) {
        if (opts->law_file_count == LAW_FILES_MAX) {
            return usage_error("diff", "too many laws with", "--new-law");
        }
        memmove(at->other.law_files + 1, at->other.law_files, opts->law_file_count * sizeof at->other.law_files[0]);
        at->other.law_files[0] = opts->new_law;
        at->other.law_file_count++;
    }
    if (opts->new_settings) {
        at->other.settings_file = opts->new_settings;
    }
    at->other.settings_line = opts->new_setting;
    int result = shelf_open(&at->shelf, opts);
    return result == EXIT_GOOD ? shelf_open(&at->other_shelf, &at->other) : result;
}

/* Another wording that no case was held against would pass for one that moves nothing. */
static int told_of_none(const diffing *at)
{
    if (!at->apart || at->apart < at->cases) {
        return EXIT_GOOD;
    }
    ombud_view name = ombud_law_name(at->other_shelf.laws[0]);
    fprintf(stderr,
            "ombud diff: %s: this is a wording of the law %.*s, and no case is of that law; "
            "give another wording of a law that the cases name\n",
            at->opts->new_law, (int)name.len, name.ptr);
    return EXIT_BAD_INPUT;
}

int verb_diff(const options *opts)
{
    diffing at;
    int worst = EXIT_GOOD;
    memset(&at, 0, sizeof at);
    if (!opts->word_count) {
        return usage_error("diff", "a file is missing", NULL);
    }
    if (!(opts->given & OPT_NEW)) {
        return usage_error("diff", "say what would be otherwise: --new-law, --new-settings or --new-setting", NULL);
    }
    int result = set_out(&at, opts);
    for (size_t i = 0; i < opts->word_count && result == EXIT_GOOD; i++) {
        int of_file = diff_file(&at, opts->words[i]);
        worst = of_file > worst ? of_file : worst;
    }
    worst = result > worst ? result : worst;
    worst = worst == EXIT_GOOD ? told_of_none(&at) : worst;
    if (worst == EXIT_GOOD && !(opts->given & OPT_JSON)) {
        printf("%zu %s ", at.moved, phrase_of(SAY_OF_ALL, opts->lang));
        say_count(SAY_CASE_MOVES, opts->lang, at.cases);
        if (at.apart) {
            say_with_number(SAY_OF_ANOTHER_LAW, opts->lang, (int64_t)at.apart);
        }
        putchar('\n');
    }
    shelf_close(&at.shelf);
    shelf_close(&at.other_shelf);
    return worst != EXIT_GOOD ? worst : at.moved ? EXIT_FOUND : EXIT_GOOD;
}
