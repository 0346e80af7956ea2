/*
 * The schema of a plan: which columns each of its tables has, and of what form. docs/plan.md tells the same to people.
 */
#include "plan/plan.h"

static const char *const yes_no[] = {"no", "yes", NULL};
static const char *const texts[] = {"good", "repeated", "wrong", NULL};
static const char *const links[] = {"measure", "place", "reference", "theme", "mission", "priority", "none", NULL};
static const char *const levels[] = {"local", "regional", "federal", "federal_and_local", NULL};
static const char *const statuses[] = {"listed",        "answered",      "no_response", "none_planned",
                                       "planned_later", "not_competent", NULL};
static const char *const countings[] = {"measures", "contributions", "actors", "linked", "acted", NULL};
static const char *const hows[] = {"sum", "quotient", "growth", NULL};

#define LABELS                                                                                                         \
    {"id", OMBUD__PLAN_ID, 1, 0, NULL}, {"label_en", OMBUD__PLAN_WORDS, 1, 0, NULL},                                   \
        {"label_fr", OMBUD__PLAN_WORDS, 0, 0, NULL},                                                                   \
    {                                                                                                                  \
        "label_nl", OMBUD__PLAN_WORDS, 0, 0, NULL                                                                      \
    }

static const ombud__plan_schema schemas[OMBUD__PLAN_TABLES] = {
    {"categories", OMBUD_PLAN_CATEGORIES_MAX, {LABELS}},
    {"themes",
     OMBUD_PLAN_THEMES_MAX,
     {LABELS,
      {"measures", OMBUD__PLAN_NUMBER, 0, 0, NULL},
      {"closed_to", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_CATEGORIES, NULL}}},
    {"measures",
     OMBUD_PLAN_ROWS_MAX,
     {LABELS,
      {"theme", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_THEMES, NULL},
      {"text", OMBUD__PLAN_CHOICE, 0, 0, texts},
      {"like", OMBUD__PLAN_ROW, 0, OMBUD_PLAN_MEASURES, NULL}}},
    {"actors",
     OMBUD_PLAN_ROWS_MAX,
     {{"id", OMBUD__PLAN_ID, 1, 0, NULL},
      {"category", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_CATEGORIES, NULL},
      {"name", OMBUD__PLAN_WORDS, 0, 0, NULL},
      {"aliases", OMBUD__PLAN_ALIASES, 0, 0, NULL}}},
    {"contributions",
     OMBUD_PLAN_ROWS_MAX,
     {{"id", OMBUD__PLAN_ID, 1, 0, NULL},
      {"category", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_CATEGORIES, NULL},
      {"actors", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_ACTORS, NULL},
      {"years", OMBUD__PLAN_NUMBERS, 0, 0, NULL},
      {"link", OMBUD__PLAN_CHOICE, 1, 0, links},
      {"themes", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_THEMES, NULL},
      {"measures", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_MEASURES, NULL}}},
    {"resolutions",
     OMBUD_PLAN_ROWS_MAX,
     {LABELS,
      {"date", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"demands", OMBUD__PLAN_NUMBER, 0, 0, NULL},
      {"measures", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_MEASURES, NULL}}},
    {"demands",
     OMBUD_PLAN_ROWS_MAX,
     {LABELS,
      {"resolution", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_RESOLUTIONS, NULL},
      {"number", OMBUD__PLAN_NUMBER, 0, 0, NULL},
      {"addressee", OMBUD__PLAN_CHOICE, 0, 0, levels},
      {"target", OMBUD__PLAN_CHOICE, 0, 0, levels},
      {"status", OMBUD__PLAN_CHOICE, 1, 0, statuses},
      {"planned", OMBUD__PLAN_NUMBER, 0, 0, NULL}}},
    {"actions",
     OMBUD_PLAN_ROWS_MAX,
     {{"id", OMBUD__PLAN_ID, 1, 0, NULL},
      {"resolution", OMBUD__PLAN_ROW, 0, OMBUD_PLAN_RESOLUTIONS, NULL},
      {"demands", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_DEMANDS, NULL},
      {"category", OMBUD__PLAN_ROW, 0, OMBUD_PLAN_CATEGORIES, NULL},
      {"actors", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_ACTORS, NULL},
      {"from", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"to", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"measures", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_MEASURES, NULL},
      {"label_en", OMBUD__PLAN_WORDS, 0, 0, NULL},
      {"label_fr", OMBUD__PLAN_WORDS, 0, 0, NULL},
      {"label_nl", OMBUD__PLAN_WORDS, 0, 0, NULL}}},
    {"duties",
     OMBUD_PLAN_DUTIES_MAX,
     {LABELS,
      {"every", OMBUD__PLAN_PERIOD, 0, 0, NULL},
      {"created", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"from", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"to", OMBUD__PLAN_DATE, 0, 0, NULL},
      {"announced", OMBUD__PLAN_NUMBER, 0, 0, NULL}}},
    {"meetings",
     OMBUD_PLAN_MEETINGS_MAX,
     {{"id", OMBUD__PLAN_ID, 1, 0, NULL},
      {"duty", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_DUTIES, NULL},
      {"date", OMBUD__PLAN_DATE, 1, 0, NULL}}},
    {"columns",
     OMBUD_PLAN_COLUMNS_MAX,
     {LABELS,
      {"table", OMBUD__PLAN_WORDS, 1, 0, NULL},
      {"counts", OMBUD__PLAN_CHOICE, 1, 0, countings},
      {"categories", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_CATEGORIES, NULL},
      {"years", OMBUD__PLAN_NUMBERS, 0, 0, NULL},
      {"resolutions", OMBUD__PLAN_ROWS, 0, OMBUD_PLAN_RESOLUTIONS, NULL},
      {"complete", OMBUD__PLAN_CHOICE, 0, 0, yes_no},
      {"like", OMBUD__PLAN_ROW, 0, OMBUD_PLAN_COLUMNS, NULL}}},
    {"printed",
     OMBUD_PLAN_ROWS_MAX,
     {{"id", OMBUD__PLAN_ID, 1, 0, NULL},
      {"column", OMBUD__PLAN_ROW, 1, OMBUD_PLAN_COLUMNS, NULL},
      {"theme", OMBUD__PLAN_ROW, 0, OMBUD_PLAN_THEMES, NULL},
      {"value", OMBUD__PLAN_NUMBER, 1, 0, NULL},
      {"of", OMBUD__PLAN_NUMBER, 0, 0, NULL}}},
    {"figures",
     OMBUD_PLAN_ROWS_MAX,
     {LABELS,
      {"how", OMBUD__PLAN_CHOICE, 1, 0, hows},
      {"value", OMBUD__PLAN_NUMBER, 1, 0, NULL},
      {"parts", OMBUD__PLAN_NUMBERS, 1, 0, NULL}}},
};

const ombud__plan_schema *ombud__plan_schema_of(ombud_plan_table table)
{
    return table >= OMBUD_PLAN_CATEGORIES && table <= OMBUD_PLAN_FIGURES ? &schemas[table - 1] : NULL;
}

const ombud__plan_field ombud__plan_note = {"note", OMBUD__PLAN_WORDS, 0, 0, NULL};

const char *ombud_plan_table_name(ombud_plan_table table)
{
    const ombud__plan_schema *schema = ombud__plan_schema_of(table);
    return schema ? schema->name : "?";
}
