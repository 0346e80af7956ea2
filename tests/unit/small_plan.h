/*
 * A small plan in which each fault stands once or more, for the tests of plans.
 */
#ifndef SMALL_PLAN_H
#define SMALL_PLAN_H

#include "trial.h"

#define PLAN_TABLES 13

static const char *const small_plan[PLAN_TABLES] = {
    "# kinds\nid\tlabel_en\tlabel_fr\npolice\tpolice\tpolice\nclub\tclubs & <others>\t\n",
    "id\tlabel_en\tmeasures\tclosed_to\n1\tstreets\t2\t\n2\tparks\t3\tclub\n",
    "id\tlabel_en\ttheme\ttext\tlike\n1.1\tlight\t1\tgood\t\n1.2\tpaint\t1\twrong\t1.1\n2.1\ttrees\t2\t\t\n"
    "2.2\tbenches\t2\trepeated\t1.1\n",
    "id\tcategory\tname\taliases\tnote\nnorth\tpolice\tNorth\tZone N; BruN\t\nrunners\tclub\tRunners\t\tsince 2020\n",
    "id\tcategory\tactors\tyears\tlink\tthemes\tmeasures\nc1\tpolice\tnorth\t2021\tmeasure\t1\t1.1\n"
    "c2\tpolice\tnorth\t2022\tmeasure\t1\t1.1;1.2\nc3\tclub\trunners\t2021;2022\ttheme\t1;2\t\n"
    "c4\tclub\trunners\t\tnone\t\t\n",
    "id\tlabel_en\tdate\tdemands\tmeasures\nR\tQuiet\t2020-12-18\t3\t1.1;2.1\n",
    "id\tlabel_en\tresolution\tnumber\taddressee\tstatus\nR-1\tless noise\tR\t1\tregional\tanswered\n"
    "R-2\tless light\tR\t\tfederal_and_local\tno_response\n",
    "id\tresolution\tdemands\tcategory\tactors\tfrom\tto\tmeasures\nA1\tR\tR-1\tpolice\tnorth\t2021\t2022-03\t1.1;1.2\n"
    "A2\t\t\t\t\t\t\t2.2\n",
    "id\tlabel_en\tevery\tcreated\tfrom\tto\tannounced\ngroup\tGroup\tP3M\t2021-02\t2021-01\t2021-12\t3\n",
    "id\tduty\tdate\nm1\tgroup\t2021-01-15\nm2\tgroup\t2021-11-30\n",
    "id\tlabel_en\ttable\tcounts\tcategories\tyears\tcomplete\tlike\tresolutions\n"
    "police\tpolice\tT\tmeasures\tpolice\t2021;2022\tno\t\t\n"
    "police_2021\tpolice 2021\tT\tmeasures\tpolice\t2021\tno\tpolice\t\n"
    "club\tclubs\tT\tmeasures\tclub\t2021;2022\tno\t\t\n"
    "linked\tlinked\tT\tlinked\t\t\tyes\t\tR\n"
    "acted\tacted\tT\tacted\t\t\tno\tlinked\t\n"
    "works\tworks\tT\tcontributions\tpolice\t2021;2022\tyes\t\t\n"
    "undated\tundated\tT\tcontributions\tpolice\t\tno\t\t\n"
    "actors\tactors\tT\tactors\tpolice;club\t2021;2022\tyes\t\t\n",
    "id\tcolumn\ttheme\tvalue\tof\np1\tpolice\t1\t1\t2\np2\tpolice\t2\t1\t2\np3\tpolice\t\t3\t4\n"
    "p4\tclub\t1\t1\t2\np5\tclub\t2\t2\t2\np6\tlinked\t1\t1\t\np7\tlinked\t2\t0\t\np8\tworks\t1\t2\t\np9\tundated\t\t2"
    "\t\n"
    "p10\tworks\t\t3\t\np11\tactors\t\t2\t\n",
    "id\tlabel_en\thow\tvalue\tparts\nsum\tsum\tsum\t10\t3;4;-1\nquotient\ta day\tquotient\t14\t4633;365\n"
    "growth\tgrowth\tgrowth\t30\t438;615\nright\tright\tsum\t5\t2;3\n",
};

static inline ombud_status small_plan_load(ombud_plan *plan, ombud_plan_table table, ombud_error *err)
{
    return ombud_plan_load(plan, table, small_plan[table - 1], strlen(small_plan[table - 1]), err);
}

/* The tables up to `last`. */
static inline ombud_plan *small_plan_up_to(ombud_plan_table last)
{
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_plan *plan = NULL;
    assert_int_equal(ombud_plan_new(NULL, &plan, &err), OMBUD_OK);
    for (ombud_plan_table table = 1; table <= last; table++) {
        if (small_plan_load(plan, table, &err) != OMBUD_OK) {
            print_error("%s:%u:%u: %s; %s [%s]\n", ombud_plan_table_name(table), err.line, err.column, err.message,
                        err.remedy, err.excerpt);
            fail();
        }
    }
    return plan;
}

typedef struct page {
    char text[400000];
    size_t length;
} page;

static inline int keep(void *user, const char *bytes, size_t length)
{
    page *to = user;
    assert_true(to->length + length < sizeof to->text);
    memcpy(to->text + to->length, bytes, length);
    to->length += length;
    to->text[to->length] = '\0';
    return 0;
}

/* A plan as text, in `to`. */
static inline const char *rendered(const ombud_plan *plan, ombud_format format, ombud_lang lang, page *to)
{
    ombud_render how = OMBUD_RENDER_INIT;
    how.format = format;
    how.lang = lang;
    to->length = 0;
    assert_int_equal(ombud_render_plan(plan, &how, keep, to, NULL), OMBUD_OK);
    return to->text;
}

#endif
