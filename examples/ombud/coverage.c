/*
 * What of a law the checked cases show: figures, and for each gap the reason.
 */
#include "words.h"

#include <stdlib.h>
#include <string.h>

static const struct counted {
    ombud_covering what;
    const char *name; /* of all */
    const char *one;
} counted[] = {
    {OMBUD_COVERING_PROVISIONS, "provisions", "provision"}, {OMBUD_COVERING_ROWS, "rows", "row"},
    {OMBUD_COVERING_CONDITIONS, "conditions", "condition"}, {OMBUD_COVERING_OUTCOMES, "outcomes", "outcome"},
    {OMBUD_COVERING_BOUNDARIES, "boundaries", "boundary"},  {OMBUD_COVERING_VERSIONS, "versions", "version"},
};
#define COUNTED (sizeof counted / sizeof counted[0])

static int no_memory(void)
{
    fputs("ombud: out of memory\n", stderr);
    return EXIT_NO_MEMORY;
}

static int same(ombud_view a, ombud_view b)
{
    return a.len == b.len && memcmp(a.ptr, b.ptr, a.len) == 0;
}

int coverages_of(coverages *all, const ombud_law *law, ombud_coverage **out)
{
    ombud_view text = ombud_law_text(law);
    ombud_error err = OMBUD_ERROR_INIT;
    for (size_t i = 0; i < all->count; i++) {
        if (same(ombud_law_text(all->of[i].law), text)) {
            *out = all->of[i].seen;
            return EXIT_GOOD;
        }
    }
    law_coverage *grown = realloc(all->of, (all->count + 1) * sizeof *grown);
    if (!grown) {
        return no_memory();
    }
    all->of = grown;
    law_coverage *added = &all->of[all->count];
    memset(added, 0, sizeof *added);
    ombud_status status = ombud_law_parse(text.ptr, text.len, NULL, &added->law, &err);
    if (status == OMBUD_OK) {
        status = ombud_coverage_new(added->law, NULL, &added->seen, &err);
    }
    if (status != OMBUD_OK) {
        ombud_law_free(added->law);
        return library_error(NULL, status, &err);
    }
    all->count++;
    *out = added->seen;
    return EXIT_GOOD;
}

void coverages_free(coverages *all)
{
    for (size_t i = 0; i < all->count; i++) {
        ombud_coverage_free(all->of[i].seen);
        ombud_law_free(all->of[i].law);
    }
    free(all->of);
    memset(all, 0, sizeof *all);
}

/* Rounded down, so that 100 % says that nothing is missing. */
static int percent(size_t covered, size_t total)
{
    return total ? (int)(covered * 100 / total) : 100;
}

static void get(const ombud_coverage *seen, ombud_covering what, size_t index, ombud_covered *out)
{
    const ombud_covered fresh = OMBUD_COVERED_INIT;
    *out = fresh;
    (void)ombud_coverage_get(seen, what, index, out);
}

/* Where no case comes to a row its parts need no lines of their own; what is wrong with a provision its rows say. */
static int goes_without_saying(const law_coverage *of, ombud_covering what, const ombud_covered *gap)
{
    if (what == OMBUD_COVERING_PROVISIONS) {
        return 1;
    }
    if (what == OMBUD_COVERING_ROWS || gap->row == SIZE_MAX) {
        return 0;
    }
    ombud_covered row;
    get(of->seen, OMBUD_COVERING_ROWS, gap->row, &row);
    return !row.covered && row.gap != OMBUD_GAP_NEVER_NO && row.gap != OMBUD_GAP_NEVER_YES &&
           row.gap != OMBUD_GAP_NEVER_DECIDED;
}

/* ---- text -------------------------------------------------------------------------------------------------------- */

/* A row is known by its beginning: what of it fits, blanks drawn together, cut between characters. */
static void put_row(ombud_view text)
{
    enum { WIDTH = 96 };
    int written = 0, blank = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        if (byte <= 0x20) {
            blank = written > 0;
            continue;
        }
        if ((byte & 0xC0) != 0x80) {
            if (written >= WIDTH) {
                fputs(" ...", stdout);
                return;
            }
            written += 1 + blank;
        }
        if (blank) {
            putchar(' ');
            blank = 0;
        }
        putchar(byte);
    }
}

static void show_gap(const law_coverage *of, ombud_covering what, const ombud_covered *gap, const char *margin,
                     ombud_lang lang)
{
    printf("%s  ", margin);
    if (gap->provision == SIZE_MAX) {
        fputs("structure", stdout);
    } else {
        put_provision(of->law, gap->provision);
    }
    printf(":%u  ", (unsigned)gap->line);
    say((phrase)(SAY_COUNTED_ONE + what), lang);
    say(SAY_COLON, lang);
    say((phrase)(SAY_GAPS + gap->gap), lang);
    if (gap->gap == OMBUD_GAP_READING) {
        say(SAY_COLON, lang);
        put_field(gap->reading);
    }
    say(SAY_COLON, lang);
    put_row(gap->what);
    if (what != OMBUD_COVERING_ROWS && gap->row != SIZE_MAX) {
        ombud_covered row;
        get(of->seen, OMBUD_COVERING_ROWS, gap->row, &row);
        say(SAY_WITHIN, lang);
        put_row(row.what);
    }
    putchar('\n');
}

static void show_text(const law_coverage *of, const char *margin, ombud_lang lang)
{
    size_t width = 0;
    fputs(margin, stdout);
    say_with(SAY_COVERAGE_OF, lang, ombud_law_name(of->law));
    putchar('\n');
    for (size_t k = 0; k < COUNTED; k++) {
        size_t wide = width_of(phrase_of((phrase)(SAY_COUNTED + counted[k].what), lang));
        width = wide > width ? wide : width;
    }
    for (size_t k = 0; k < COUNTED; k++) {
        size_t covered = 0, total = 0;
        (void)ombud_coverage_count(of->seen, counted[k].what, &covered, &total);
        printf("%s  ", margin);
        say_head((phrase)(SAY_COUNTED + counted[k].what), lang, width);
        printf("  %5zu %s %5zu  %3d %%\n", covered, phrase_of(SAY_OF_ALL, lang), total, percent(covered, total));
    }
    for (size_t k = 0; k < COUNTED; k++) {
        size_t covered = 0, total = 0;
        (void)ombud_coverage_count(of->seen, counted[k].what, &covered, &total);
        for (size_t i = 0; i < total; i++) {
            ombud_covered one;
            get(of->seen, counted[k].what, i, &one);
            if (!one.covered && !goes_without_saying(of, counted[k].what, &one)) {
                show_gap(of, counted[k].what, &one, margin, lang);
            }
        }
    }
}

/* ---- JSON -------------------------------------------------------------------------------------------------------- */

static void show_json(const law_coverage *of)
{
    for (size_t k = 0; k < COUNTED; k++) {
        size_t covered = 0, total = 0;
        int first = 1;
        (void)ombud_coverage_count(of->seen, counted[k].what, &covered, &total);
        putchar('{');
        json_text(&first, "kind", ombud_view_of("coverage"));
        json_text(&first, "law", ombud_law_name(of->law));
        json_text(&first, "of", ombud_view_of(counted[k].name));
        json_number(&first, "covered", (int64_t)covered);
        json_number(&first, "total", (int64_t)total);
        puts("}");
        for (size_t i = 0; i < total; i++) {
            ombud_covered one;
            get(of->seen, counted[k].what, i, &one);
            if (one.covered) {
                continue;
            }
            first = 1;
            putchar('{');
            json_text(&first, "kind", ombud_view_of("gap"));
            json_text(&first, "law", ombud_law_name(of->law));
            json_text(&first, "of", ombud_view_of(counted[k].one));
            json_provision(&first, "provision", of->law, one.provision);
            json_number(&first, "line", (int64_t)one.line);
            json_text(&first, "what", one.what);
            json_text(&first, "why", ombud_view_of(ombud_gap_name(one.gap)));
            json_name(&first, "reading", one.reading);
            puts("}");
        }
    }
}

void coverages_show(const coverages *all, const options *opts)
{
    for (size_t i = 0; i < all->count; i++) {
        if (opts->given & OPT_JSON) {
            show_json(&all->of[i]);
        } else {
            show_text(&all->of[i], opts->given & OPT_TAP ? "# " : "", opts->lang);
        }
    }
}

int coverages_judge(const coverages *all, const options *opts)
{
    int result = EXIT_GOOD;
    for (size_t i = 0; i < all->count; i++) {
        size_t covered = 0, total = 0;
        (void)ombud_coverage_count(all->of[i].seen, OMBUD_COVERING_ROWS, &covered, &total);
        if (percent(covered, total) < opts->fail_under) {
            ombud_view name = ombud_law_name(all->of[i].law);
            fprintf(stderr,
                    "ombud check: %d %% of the rows of %.*s are covered, which is under %d; --coverage says which "
                    "are not\n",
                    percent(covered, total), (int)name.len, name.ptr, opts->fail_under);
            result = EXIT_FOUND;
        }
    }
    return result;
}
