/*
 * Whether what shows a point shows it: without the rows of the point's provision, one of its scenarios must fail.
 *
 *     missed_points FILE.law … FILE.case …
 *
 * A scenario shows a point by a line `shows POINT`. The provision of a point is the longest whose id the point is, or
 * begins with before a dot. All rows of a provision are taken out together; a point of a provision without rows cannot
 * be missed, and is counted apart. A point that no scenario of its own misses is printed, exit status 1.
 */
#include "tested.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS_MAX = 4096, ID_MAX = 64 };

typedef struct point {
    char id[ID_MAX];
    ombud__id provision; /* the first of that id */
    int missed;
} point;

static point points[POINTS_MAX];
static size_t point_count;

static int same_id(ombud__id a, ombud__id b)
{
    const ombud_view one = law->provisions[a].id, other = law->provisions[b].id;
    return one.len == other.len && memcmp(one.ptr, other.ptr, one.len) == 0;
}

static ombud__id provision_of(ombud_view id)
{
    ombud__id best = OMBUD__NONE;
    for (size_t i = 0; i < law->provisions_count; i++) {
        const ombud_view other = law->provisions[i].id;
        if (other.len <= id.len && memcmp(other.ptr, id.ptr, other.len) == 0 &&
            (other.len == id.len || id.ptr[other.len] == '.') &&
            (best == OMBUD__NONE || other.len > law->provisions[best].id.len)) {
            best = (ombud__id)i;
        }
    }
    return best;
}

static point *point_of(ombud_view id)
{
    for (size_t i = 0; i < point_count; i++) {
        if (strlen(points[i].id) == id.len && memcmp(points[i].id, id.ptr, id.len) == 0) {
            return &points[i];
        }
    }
    if (id.len >= ID_MAX || point_count == POINTS_MAX) {
        fail("too many points, or too long an id", id.ptr);
    }
    point *p = &points[point_count++];
    memcpy(p->id, id.ptr, id.len);
    p->provision = provision_of(id);
    return p;
}

/* Each run of a file and each point that it shows. With a provision: whether the run fails is noted on its points. */
static void look_at(const file *of, ombud__id provision)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_scenario *scenario = NULL;
    const ombud_law *given = law;
    if (ombud_scenario_parse(of->text, of->length, &given, 1, NULL, &scenario, &err) != OMBUD_OK) {
        return; /* it says nothing of its runs */
    }
    for (size_t run = 0; run < ombud_scenario_count(scenario); run++) {
        int failed = -1;
        for (size_t i = 0; i < ombud_scenario_point_count(scenario, run); i++) {
            point *p = point_of(ombud_scenario_point(scenario, run, i));
            if (provision == OMBUD__NONE || p->missed || p->provision == OMBUD__NONE ||
                !same_id(p->provision, provision)) {
                continue;
            }
            if (failed < 0) {
                ombud_report *report = NULL;
                failed =
                    ombud_scenario_check(scenario, run, &report, &err) != OMBUD_OK || ombud_report_failed(report) > 0;
                ombud_report_free(report);
            }
            p->missed = failed;
        }
    }
    ombud_scenario_free(scenario);
}

/* Whether a file names a point of a provision at all. */
static int names_one(const file *of, ombud__id provision)
{
    for (size_t i = 0; i < point_count; i++) {
        if (points[i].provision != OMBUD__NONE && same_id(points[i].provision, provision) &&
            strstr(of->text, points[i].id)) {
            return 1;
        }
    }
    return 0;
}

/* How many rows there were. */
static size_t take_out_all(ombud__id provision)
{
    size_t count = 0;
    for (size_t i = 0; i < law->rows_count; i++) {
        const ombud__row *row = ombud__row_of(law, law->rows[i]);
        if (row->provision != OMBUD__NONE && law->rows[i].kind != OMBUD_ROW_FIGURE &&
            same_id(row->provision, provision)) {
            take_out(law->rows[i]);
            count++;
        }
    }
    return count;
}

static int no_option(int left, char **arguments)
{
    (void)left;
    (void)arguments;
    return 0;
}

int main(int argc, char **argv)
{
    size_t count = 0, rowless = 0, unmissed = 0;
    open_law(argc, argv, "missed_points FILE.law … FILE.case …\n", no_option);
    const file *tests = test_files(&count);
    for (size_t i = 0; i < count; i++) {
        look_at(&tests[i], OMBUD__NONE);
    }
    for (size_t i = 0; i < point_count; i++) {
        const ombud__id provision = points[i].provision;
        int before = provision == OMBUD__NONE;
        for (size_t k = 0; k < i && !before; k++) {
            before = points[k].provision != OMBUD__NONE && same_id(points[k].provision, provision);
        }
        if (before) {
            continue;
        }
        if (take_out_all(provision) > 0) {
            compile();
            for (size_t k = 0; k < count; k++) {
                if (names_one(&tests[k], provision)) {
                    look_at(&tests[k], provision);
                }
            }
            put_back();
        } else {
            for (size_t k = i; k < point_count; k++) {
                if (points[k].provision != OMBUD__NONE && same_id(points[k].provision, provision)) {
                    points[k].missed = -1;
                }
            }
        }
    }
    for (size_t i = 0; i < point_count; i++) {
        rowless += points[i].missed < 0;
        if (points[i].missed == 0) {
            unmissed++;
            printf("%s: %s: no scenario that shows it fails without the rows of its provision\n", law->name.ptr,
                   points[i].id);
        }
    }
    printf(
        "%s: %zu points shown, %zu of provisions without rows, %zu whose provision is not missed by what shows them\n",
        law->name.ptr, point_count, rowless, unmissed);
    ombud_law_free(law);
    return point_count == 0 || unmissed > 0;
}
