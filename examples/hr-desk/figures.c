/*
 * The figures of a year: what the law has counted, over all cases of the desk under it. Small counts are withheld, so
 * that the table may leave the desk.
 */
#include "desk.h"

#include <string.h>

enum { WITHHELD_UNDER = 5 };

/* Puts each case under that law into the register, whoever has a role in it: the tables name nobody. */
static int gather(desk *of, const ombud_law *law, ombud_register *into)
{
    ombud_error err = OMBUD_ERROR_INIT;
    int result = EXIT_GOOD;
    sqlite3_stmt *row = store_sql(of, SQL_CASES, 0);
    while (result == EXIT_GOOD && store_row(of, row, &result)) {
        matter in;
        result = matter_load(of, sqlite3_column_int64(row, 0), &in);
        if (result == EXIT_GOOD) {
            ombud_status status = in.law == law ? ombud_register_add(into, in.of, &err) : OMBUD_OK;
            result = status == OMBUD_OK ? EXIT_GOOD : matter_error(&in, status, &err);
            matter_free(&in);
        }
    }
    sqlite3_reset(row);
    return result;
}

int desk_figures(desk *of)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_render how = OMBUD_RENDER_INIT;
    ombud_register *all = NULL;
    ombud_figures *figures = NULL;
    const ombud_law *law = NULL;
    ombud_day from = 0, to = 0;
    int64_t year = 0;
    int result = read_number(of->words[0], "year", &year);
    if (result == EXIT_GOOD && (year > 9999 || ombud_day_of((int32_t)year, 1, 1, &from) != OMBUD_OK ||
                                ombud_day_of((int32_t)year, 12, 31, &to) != OMBUD_OK)) {
        return complain(EXIT_BAD_INPUT, "hr-desk", "'%s' is no year; write one such as 2026", of->words[0]);
    }
    result = result == EXIT_GOOD ? law_find(of, of->words[1], strlen(of->words[1]), &law) : result;
    if (result != EXIT_GOOD) {
        return result;
    }
    ombud_status status = ombud_register_new(law, NULL, of->today, NULL, &all, &err);
    result = status == OMBUD_OK ? gather(of, law, all) : EXIT_GOOD;
    if (status == OMBUD_OK && result == EXIT_GOOD) {
        status = ombud_register_figures(all, from, to, WITHHELD_UNDER, &figures, &err);
        how.format = OMBUD_FORMAT_CSV;
        how.lang = of->lang;
        status = status == OMBUD_OK ? ombud_render_figures(figures, &how, grow, &of->out, &err) : status;
    }
    ombud_figures_free(figures);
    ombud_register_free(all);
    return status == OMBUD_OK ? result : library_error("figures", status, &err);
}
