/*
 * The .law reader: each kind of statement and row ends up in the right table. The law is of a garden; no real one says
 * so.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "kernel/table.h"
#include "ombud/answer.h"

static const char garden[] =
    "# A garden with plots and keepers.\r\n"
    "law       garden\n"
    "title     en \"Rules of the garden\" fr \"R\xc3\xa8glement\"\n"
    "          nl \"Tuinreglement\"\n"
    "force     policy\n"
    "source    \"G-1\"\n"
    "verified  2024-02-29\n"
    "\n"
    "role keeper  en \"keeper\"\n"
    "role warden\n"
    "length rest  en \"rest \\\"of\\\" the soil \\\\\"\n"
    "label internal  fr \"interne\"\n"
    "label plot.way  en \"the way\"\n"
    "\n"
    "item person p\n"
    "  fact trained stated by warden\n"
    "item plot s  en \"plot of land\"\n"
    "  state free en \"not let\"\n"
    "  state let_out\n"
    "  state left final\n"
    "  event let by warden carries holder (person), way (internal, external)\n"
    "  event weeded, watered by keeper\n"
    "  event noticed carries seen (day), leave (period)\n"
    "  event left_alone by keeper, warden  en \"left alone\"\n"
    "  fact dry, sunny stated by keeper silence no\n"
    "  fact sick stated by keeper, warden en \"sick\"\n"
    "    ask en \"Is it sick?\"\n"
    "        nl \"Is het ziek?\"\n"
    "  defined in_need en \"in need\"\n"
    "item plot\n"
    "  fact fenced stated by warden\n"
    "link beside : plot -> plot en \"beside\"\n"
    "link kin : person -> person concerned en \"kin\"\n"
    "link holder : plot -> person\n"
    "question Q-1 fixed en \"Who waters?\"\n"
    "question Q-2 length rest\n"
    "question Q-3 fact plot.sick\n"
    "reading Q-4 en \"From when?\"\n"
    "  letting default en \"from letting\"\n"
    "  weeding open\n"
    "  watering\n"
    "\n"
    "provision 1.a1 \"Rule 1, par. 1\" since 2020-01-01 held from 2021-06-01\n"
    "    until 2030-12-31\n"
    "  modality duty\n"
    "  anchor \"a plot is let\"\n"
    "  gloss en \"Plots are let.\" fr \"On loue.\"\n"
    "  gloss nl \"Verhuur.\"\n"
    "  plot.let: -> let_out by warden makes fenced clears dry, sunny\n"
    "  plot.weeded, watered: free, let_out -> same\n"
    "  plot.left_alone: any -> left\n"
    "  plot.let only when trained_holder and not sick\n"
    "  plot.weeded, plot.watered not when sick unless sunny reading Q-4 letting\n"
    "  plot.watered needs dry, plot.in_need when is free or let_out\n"
    "provision 2 \"Rule 2\" since original\n"
    "  anchor \"needs\"\n"
    "  gloss en \"Needs.\"\n"
    "  plot.in_need when dry and (sick or sunny or way is external)\n"
    "    unless seen more than P3Y before plot.weeded\n"
    "  plot.in_need when watered at least P2W ago\n"
    "  plot.trained_holder as at plot.let when at least 1 holder -> person (trained)\n"
    "  plot.crowded when at most 2 beside <- plot (is let_out) and every beside -> plot (care is overdue)\n"
    "provision 3 \"Rule 3\" since unknown\n"
    "  anchor \"care\"\n"
    "  gloss en \"Care.\"\n"
    "  duty care keeper to warden, keeper en \"care\"\n"
    "    opened by plot.let when sunny unless sick\n"
    "    counted from plot.let plus P7D   reading Q-4 letting\n"
    "    counted from plot.weeded         reading Q-4 weeding\n"
    "    counted from seen                reading Q-4 watering\n"
    "    within at most P3M\n"
    "    rolls to next_working_day\n"
    "    extended to P6M by plot.noticed while running\n"
    "    met by plot.watered, plot.weeded when dry\n"
    "    lapses by plot.left_alone\n"
    "    excused when sick\n"
    "    then plot.noticed\n"
    "  term pause\n"
    "    opened by plot.weeded, plot.watered\n"
    "    counted from the last day of care\n"
    "    within host rest      reading Q-4 letting\n"
    "    within exactly P1Y    reading Q-4 weeding\n"
    "    within carried leave  reading Q-4 watering\n"
    "  term wait\n"
    "    opened by plot.noticed\n"
    "    within none\n"
    "  term guard_time\n"
    "    opened by plot.noticed\n"
    "    within at least P2W\n"
    "provision 4 \"Rule 4\" since setting opening_day\n"
    "  anchor \"asks\"\n"
    "  gloss en \"Answers.\"\n"
    "  answer plot.tended = yes when in_need\n"
    "  answer plot.tended = no unless in_need\n"
    "  require tidy keeper, warden while plot is let_out, left: fenced or sunny\n"
    "provision 5 \"Rule 5\" since unknown\n"
    "  anchor \"else\"\n"
    "  gloss en \"Else.\"\n"
    "  outside nl \"smaak\" en \"taste\"\n"
    "provision 6 \"Rule 6\" since unknown\n"
    "  anchor \"list\"\n"
    "  gloss en \"List.\"\n"
    "  recorded \"listed only\"\n"
    "structure\n"
    "  plot.noticed: any -> same\n";

static ombud_law *law;

static int set_up(void **state)
{
    (void)state;
    ombud_error err = OMBUD_ERROR_INIT;
    ombud_status status = ombud_law_parse(garden, sizeof garden - 1, NULL, &law, &err);
    if (status != OMBUD_OK) {
        print_message("%u:%u %s (%s)\n", err.line, err.column, err.message, err.excerpt);
    }
    return status;
}

static int tear_down(void **state)
{
    (void)state;
    ombud_law_free(law);
    law = NULL;
    return 0;
}

static void expect_text(ombud_view got, const char *expected)
{
    assert_non_null(got.ptr);
    assert_string_equal(got.ptr, expected);
    assert_int_equal(got.len, strlen(expected));
}

#define FIND(table, id)                                                                                                \
    static ombud__id id(const char *full)                                                                              \
    {                                                                                                                  \
        for (size_t i = 0; i < law->table##_count; i++) {                                                              \
            if (strcmp(law->table[i].word.full.ptr, full) == 0) {                                                      \
                return (ombud__id)i;                                                                                   \
            }                                                                                                          \
        }                                                                                                              \
        fail_msg("no %s in " #table, full);                                                                            \
        return OMBUD__NONE;                                                                                            \
    }

FIND(facts, fact)
FIND(events, event)
FIND(terms, term)
FIND(links, link_named)
FIND(states, state_named)
FIND(args, arg)
FIND(alternatives, alternative)

/* ---- vocabulary -------------------------------------------------------------------------------------------------- */

static void head_of_the_law(void **state)
{
    (void)state;
    expect_text(law->name, "garden");
    expect_text(law->title[0], "Rules of the garden");
    expect_text(law->title[1], "R\xc3\xa8glement");
    expect_text(law->title[2], "Tuinreglement");
    expect_text(law->source, "G-1");
    assert_int_equal(law->force, OMBUD_FORCE_POLICY);
    assert_int_equal(law->has_verified, 1);
    assert_int_equal(law->verified, 19782);
    assert_int_equal(law->text.len, sizeof garden - 1);
}

static void roles_and_lengths(void **state)
{
    (void)state;
    assert_int_equal(law->roles_count, 2);
    expect_text(law->roles[0].word.label[0], "keeper");
    expect_text(law->roles[1].word.label[1], "warden");
    assert_int_equal(law->lengths_count, 1);
    expect_text(law->lengths[0].word.label[0], "rest \"of\" the soil \\");
}

static void items_with_states(void **state)
{
    (void)state;
    assert_int_equal(law->kinds_count, 2);
    expect_text(law->kinds[0].prefix, "p");
    expect_text(law->kinds[1].prefix, "s");
    expect_text(law->kinds[1].word.label[0], "plot of land");
    assert_int_equal(law->kinds[0].state_count, 0);
    assert_int_equal(law->kinds[1].state_count, 3);
    assert_int_equal(law->kinds[1].event_count, 5);
    assert_int_equal(law->states[state_named("plot.left")].local, 3);
    assert_int_equal(law->states[state_named("plot.left")].final, 1);
    assert_int_equal(law->states[state_named("plot.let_out")].final, 0);
    expect_text(law->states[state_named("plot.free")].word.label[0], "not let");
    expect_text(law->states[state_named("plot.let_out")].word.label[0], "let out");
}

static void events_with_arguments(void **state)
{
    (void)state;
    const ombud__event *let = &law->events[event("plot.let")];
    assert_int_equal(let->by, 2);
    assert_int_equal(let->args, 2);
    const ombud__arg *holder = &law->args[law->event_args[let->arg]];
    const ombud__arg *way = &law->args[law->event_args[let->arg + 1]];
    assert_int_equal(holder->type, OMBUD__ARG_ITEM);
    assert_int_equal(holder->of_kind, 0);
    assert_int_equal(holder->link, link_named("plot.holder"));
    assert_int_equal(way->type, OMBUD__ARG_CHOICE);
    assert_int_equal(way->choices, 2);
    expect_text(way->word.label[0], "the way");
    expect_text(law->choices[way->choice].word.name, "internal");
    expect_text(law->choices[way->choice].word.label[1], "interne");
    expect_text(law->facts[law->choices[way->choice + 1].fact].word.name, "way is external");
    expect_text(law->facts[law->choices[way->choice].fact].word.label[0], "the way: internal");
    assert_int_equal(law->events[event("plot.weeded")].by, 1);
    assert_int_equal(law->events[event("plot.left_alone")].by, 3);
    assert_int_equal(law->args[arg("plot.seen")].type, OMBUD__ARG_DAY);
    assert_int_equal(law->args[arg("plot.leave")].type, OMBUD__ARG_PERIOD);
    assert_int_not_equal(law->args[arg("plot.seen")].slot, law->args[arg("plot.leave")].slot);
}

/* Only events whose last day some row reads have a place for it. */
static void remembered_days(void **state)
{
    (void)state;
    assert_int_not_equal(law->events[event("plot.weeded")].day_slot, OMBUD__NONE);
    assert_int_not_equal(law->events[event("plot.watered")].day_slot, OMBUD__NONE);
    assert_int_equal(law->events[event("plot.let")].day_slot, OMBUD__NONE);
    assert_int_equal(law->events[event("plot.noticed")].day_slot, OMBUD__NONE);
    assert_int_equal(law->kinds[1].day_count, 4);
}

static void facts_with_bits(void **state)
{
    (void)state;
    const ombud__fact *dry = &law->facts[fact("plot.dry")];
    const ombud__fact *sick = &law->facts[fact("plot.sick")];
    assert_int_equal(dry->type, OMBUD__FACT_STATED);
    assert_int_equal(dry->silence_no, 1);
    assert_int_equal(dry->stated_by, 1);
    assert_int_equal(sick->silence_no, 0);
    assert_int_equal(sick->stated_by, 3);
    expect_text(sick->ask[0], "Is it sick?");
    expect_text(sick->ask[2], "Is het ziek?");
    assert_int_equal(law->facts[fact("plot.fenced")].made_by, event("plot.let"));
    assert_int_equal(dry->made_by, OMBUD__NONE);
    uint64_t bits = 0;
    for (size_t i = 0; i < law->facts_count; i++) {
        if (law->facts[i].kind == 1 && law->facts[i].bit != OMBUD__NONE) {
            assert_int_equal(bits >> law->facts[i].bit & 1, 0);
            bits |= (uint64_t)1 << law->facts[i].bit;
        }
    }
    assert_int_equal(law->kinds[1].bit_count,
                     7); /* dry, sunny, sick, fenced, two choices, trained_holder, which is kept */
    assert_int_equal(bits, 0x7f);
}

static void links_of_both_kinds(void **state)
{
    (void)state;
    assert_int_equal(law->links_count, 3);
    assert_int_equal(law->links[link_named("plot.beside")].concerned, 0);
    assert_int_equal(law->links[link_named("person.kin")].concerned, 1);
    assert_int_equal(law->links[link_named("plot.holder")].concerned, 0);
    assert_int_equal(law->links[link_named("plot.holder")].to, 0);
}

static void open_questions(void **state)
{
    (void)state;
    assert_int_equal(law->readings_count, 4);
    assert_int_equal(law->readings[0].part, OMBUD__PART_FIXED);
    assert_int_equal(law->readings[1].part, OMBUD__PART_LENGTH);
    assert_int_equal(law->readings[1].detail, 0);
    assert_int_equal(law->readings[2].part, OMBUD__PART_FACT);
    assert_int_equal(law->readings[2].detail, fact("plot.sick"));
    assert_int_equal(law->readings[3].part, OMBUD__PART_READING);
    assert_int_equal(law->readings[3].alternatives, 3);
    assert_int_equal(law->alternatives[0].initially, OMBUD__ALT_CHOSEN);
    assert_int_equal(law->alternatives[1].initially, OMBUD__ALT_OPEN);
    assert_int_equal(law->alternatives[2].initially, OMBUD__ALT_DROPPED);
    expect_text(law->alternatives[1].word.full, "Q-4 weeding");
}

/* ---- provisions -------------------------------------------------------------------------------------------------- */

static void provisions_with_validity(void **state)
{
    (void)state;
    const ombud__provision *p = law->provisions;
    assert_int_equal(law->provisions_count, 6);
    expect_text(p[0].id, "1.a1");
    expect_text(p[0].citation, "Rule 1, par. 1");
    expect_text(p[0].anchor, "a plot is let");
    expect_text(p[0].modality, "duty");
    expect_text(p[0].gloss[1], "On loue.");
    expect_text(p[0].gloss[2], "Verhuur.");
    assert_int_equal(p[0].since_kind, OMBUD__SINCE_DAY);
    assert_int_equal(p[0].since, 18262);
    assert_int_equal(p[0].has_held, 1);
    assert_int_equal(p[0].held, 18779);
    assert_int_equal(p[0].has_until, 1);
    assert_int_equal(p[0].until, 22279);
    assert_int_equal(p[1].since_kind, OMBUD__SINCE_ORIGINAL);
    assert_int_equal(p[2].since_kind, OMBUD__SINCE_UNKNOWN);
    assert_int_equal(p[3].since_kind, OMBUD__SINCE_SETTING);
    expect_text(p[3].setting, "opening_day");
    assert_int_equal(p[0].treatment, OMBUD_TREATMENT_EXECUTED);
    assert_int_equal(p[4].treatment, OMBUD_TREATMENT_OUTSIDE);
    static const struct {
        size_t provision;
        ombud_lang lang;
        const char *why;
    } reasons[] = {{4, OMBUD_LANG_EN, "taste"},       {4, OMBUD_LANG_NL, "smaak"},
                   {4, OMBUD_LANG_FR, "taste"},       {5, OMBUD_LANG_EN, "listed only"},
                   {5, OMBUD_LANG_NL, "listed only"}, {0, OMBUD_LANG_FR, ""}};
    for (size_t i = 0; i < sizeof reasons / sizeof reasons[0]; i++) {
        ombud_provision told = OMBUD_PROVISION_INIT;
        assert_int_equal(ombud_law_provision(law, reasons[i].provision, reasons[i].lang, &told), OMBUD_OK);
        expect_text(told.why, reasons[i].why);
    }
    assert_int_equal(p[5].treatment, OMBUD_TREATMENT_RECORDED);
}

/* ---- rows -------------------------------------------------------------------------------------------------------- */

static void moves(void **state)
{
    (void)state;
    assert_int_equal(law->moves_count, 5);
    const ombud__move *let = &law->moves[0];
    assert_int_equal(let->from[0], 1);
    assert_int_equal(let->to, 2);
    assert_int_equal(let->by, 2);
    assert_int_equal(let->make_count, 1);
    assert_int_equal(law->fact_lists[let->makes], fact("plot.fenced"));
    assert_int_equal(let->clear_count, 2);
    assert_int_equal(law->fact_lists[let->clears + 1], fact("plot.sunny"));
    assert_int_equal(law->moves[1].event, event("plot.weeded"));
    assert_int_equal(law->moves[2].event, event("plot.watered"));
    assert_int_equal(law->moves[2].from[0], 6);
    assert_int_equal(law->moves[2].to, OMBUD__SAME);
    assert_int_equal(law->moves[2].by, 1);
    assert_int_equal(law->moves[3].from[0], 14);
    assert_int_equal(law->moves[4].row.provision, OMBUD__NONE);
    assert_int_equal(law->moves[4].by, 0);
}

static void guards(void **state)
{
    (void)state;
    assert_int_equal(law->guards_count, 4);
    assert_int_equal(law->guards[0].type, OMBUD__GUARD_ONLY);
    assert_int_equal(law->guards[0].unless, OMBUD__NONE);
    assert_int_equal(law->guards[1].type, OMBUD__GUARD_NOT);
    assert_int_equal(law->guards[2].event, event("plot.watered"));
    assert_int_not_equal(law->guards[2].unless, OMBUD__NONE);
    assert_int_equal(law->guards[2].row.alternative, alternative("Q-4 letting"));
    assert_int_equal(law->guards[0].row.alternative, OMBUD__NONE);
    assert_int_equal(law->guards[3].type, OMBUD__GUARD_NEEDS);
    assert_int_equal(law->guards[3].need_count, 2);
    assert_int_equal(law->fact_lists[law->guards[3].needs + 1], fact("plot.in_need"));
}

static void definitions_sorted_by_fact(void **state)
{
    (void)state;
    assert_int_equal(law->definitions_count, 4);
    for (size_t f = 0; f < law->facts_count; f++) {
        for (size_t i = 0; i < law->facts[f].definitions; i++) {
            assert_int_equal(law->definitions[law->facts[f].definition + i].fact, f);
        }
    }
    const ombud__fact *need = &law->facts[fact("plot.in_need")];
    const ombud__fact *holder = &law->facts[fact("plot.trained_holder")];
    assert_int_equal(need->type, OMBUD__FACT_DEFINED);
    assert_int_equal(need->definitions, 2);
    assert_int_equal(need->kept, 0);
    assert_int_equal(need->bit, OMBUD__NONE);
    expect_text(need->word.label[0], "in need");
    assert_int_equal(holder->kept, 1);
    assert_int_equal(law->definitions[holder->definition].as_at, event("plot.let"));
}

static const ombud__cond *when_of(const char *name, size_t row)
{
    return &law->conds[law->definitions[law->facts[fact(name)].definition + row].when];
}

static void conditions(void **state)
{
    (void)state;
    const ombud__cond *all = law->conds;
    const ombud__cond *both = when_of("plot.in_need", 0);
    assert_int_equal(both->op, OMBUD__C_AND);
    assert_int_equal(both->kind, 1);
    assert_int_equal(all[both->a].op, OMBUD__C_FACT);
    assert_int_equal(all[both->a].a, fact("plot.dry"));
    const ombud__cond *any = &all[both->b];
    assert_int_equal(any->op, OMBUD__C_OR);
    assert_int_equal(all[any->a].op, OMBUD__C_OR);
    assert_int_equal(all[any->b].op, OMBUD__C_FACT);
    assert_int_equal(all[any->b].a, fact("plot.way is external"));
    const ombud__cond *old = &all[law->definitions[law->facts[fact("plot.in_need")].definition].unless];
    assert_int_equal(old->op, OMBUD__C_DAY);
    assert_int_equal(old->a, law->args[arg("plot.seen")].slot);
    assert_int_equal(old->b, event("plot.weeded"));
    assert_int_equal(old->n, 1);
    assert_int_equal(old->period.count, 3);
    assert_int_equal(old->period.unit, OMBUD_UNIT_YEARS);
    const ombud__cond *ago = when_of("plot.in_need", 1);
    assert_int_equal(ago->a, law->events[event("plot.watered")].day_slot);
    assert_int_equal(ago->b, OMBUD__NONE);
    assert_int_equal(ago->n, 0);
    const ombud__cond *not_sick = &all[law->conds[law->guards[0].when].b];
    assert_int_equal(not_sick->op, OMBUD__C_NOT);
    assert_int_equal(all[not_sick->a].a, fact("plot.sick"));
    const ombud__cond *states = &all[law->guards[3].when];
    assert_int_equal(states->op, OMBUD__C_OR);
    assert_int_equal(all[states->a].op, OMBUD__C_STATE);
    assert_int_equal(all[states->b].a, 2);
}

static void conditions_over_links(void **state)
{
    (void)state;
    const ombud__cond *all = law->conds;
    const ombud__cond *holder = when_of("plot.trained_holder", 0);
    assert_int_equal(holder->op, OMBUD__C_LINK);
    assert_int_equal(holder->n, OMBUD__Q_AT_LEAST);
    assert_int_equal(holder->period.count, 1);
    assert_int_equal(holder->back, 0);
    assert_int_equal(all[holder->b].kind, 0);
    assert_int_equal(all[holder->b].a, fact("person.trained"));
    const ombud__cond *crowded = when_of("plot.crowded", 0);
    assert_int_equal(all[crowded->a].n, OMBUD__Q_AT_MOST);
    assert_int_equal(all[crowded->a].back, 1);
    assert_int_equal(all[crowded->b].n, OMBUD__Q_EVERY);
    assert_int_equal(all[all[crowded->b].b].op, OMBUD__C_TERM);
    assert_int_equal(all[all[crowded->b].b].a, term("plot.care"));
    assert_int_equal(all[all[crowded->b].b].n, OMBUD_TERM_OVERDUE);
}

static void duty_with_all_clauses(void **state)
{
    (void)state;
    const ombud__term_row *care = &law->term_rows[0];
    assert_int_equal(care->term, term("plot.care"));
    assert_int_equal(law->terms[care->term].duty, 1);
    assert_int_equal(care->bearer, 1);
    assert_int_equal(care->addressee, 3);
    static const uint8_t types[] = {OMBUD__CLAUSE_OPENED, OMBUD__CLAUSE_EXTENDED, OMBUD__CLAUSE_MET, OMBUD__CLAUSE_MET,
                                    OMBUD__CLAUSE_LAPSES};
    assert_int_equal(care->clauses, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(law->clauses[care->clause + i].type, types[i]);
    }
    assert_int_not_equal(law->clauses[care->clause].when, OMBUD__NONE);
    assert_int_not_equal(law->clauses[care->clause].unless, OMBUD__NONE);
    assert_int_equal(law->clauses[care->clause + 1].while_running, 1);
    assert_int_equal(law->clauses[care->clause + 1].period.count, 6);
    assert_int_equal(law->clauses[care->clause + 3].event, event("plot.weeded"));
    assert_int_equal(law->clauses[care->clause + 4].when, OMBUD__NONE);
    assert_int_equal(care->starts, 3);
    const ombud__start *start = &law->starts[care->start];
    assert_int_equal(start[0].from, OMBUD__FROM_OPENING);
    assert_int_equal(start[0].plus.count, 7);
    assert_int_equal(start[0].alternative, alternative("Q-4 letting"));
    assert_int_equal(start[1].from, OMBUD__FROM_EVENT);
    assert_int_equal(start[1].what, event("plot.weeded"));
    assert_int_equal(start[1].plus.count, 0);
    assert_int_equal(start[1].plus.unit, OMBUD_UNIT_DAYS);
    assert_int_equal(start[2].from, OMBUD__FROM_DAY);
    assert_int_equal(start[2].what, law->args[arg("plot.seen")].slot);
    assert_int_equal(care->within, OMBUD__WITHIN_PERIOD);
    assert_int_equal(care->bound, OMBUD__AT_MOST);
    assert_int_equal(care->period.unit, OMBUD_UNIT_MONTHS);
    assert_int_equal(care->roll, OMBUD_ROLL_NEXT_WORKING_DAY);
    assert_int_equal(law->conds[care->excused].a, fact("plot.sick"));
    assert_int_equal(care->then, event("plot.noticed"));
}

static void terms_within_readings(void **state)
{
    (void)state;
    const ombud__term_row *pause = &law->term_rows[1];
    assert_int_equal(law->term_rows_count, 6);
    assert_int_equal(law->terms[pause->term].duty, 0);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(pause[i].term, term("plot.pause"));
        assert_int_equal(pause[i].clauses, 2);
        assert_int_equal(law->starts[pause[i].start].from, OMBUD__FROM_TERM);
        assert_int_equal(law->starts[pause[i].start].what, term("plot.care"));
        assert_int_equal(pause[i].row.alternative, i);
    }
    assert_int_equal(pause[0].within, OMBUD__WITHIN_HOST);
    assert_int_equal(pause[0].what, 0);
    assert_int_equal(pause[1].bound, OMBUD__EXACTLY);
    assert_int_equal(pause[2].within, OMBUD__WITHIN_CARRIED);
    assert_int_equal(pause[2].what, arg("plot.leave"));
    assert_int_equal(law->term_rows[4].within, OMBUD__WITHIN_NONE);
    assert_int_equal(law->term_rows[4].starts, 0);
    assert_int_equal(law->term_rows[4].excused, OMBUD__NONE);
    assert_int_equal(law->term_rows[4].then, OMBUD__NONE);
    assert_int_equal(law->term_rows[5].bound, OMBUD__AT_LEAST);
}

static void answers_and_requirements(void **state)
{
    (void)state;
    assert_int_equal(law->questions_count, 1);
    expect_text(law->questions[0].word.full, "plot.tended");
    assert_int_equal(law->values_count, 2);
    assert_int_equal(law->answers_count, 2);
    assert_int_equal(law->answers[1].question, 0);
    assert_int_equal(law->answers[1].value, 1);
    assert_int_equal(law->answers[1].when, OMBUD__NONE);
    assert_int_not_equal(law->answers[1].unless, OMBUD__NONE);
    assert_int_equal(law->requirements_count, 1);
    expect_text(law->requirements[0].word.full, "plot.tidy");
    assert_int_equal(law->requirements[0].bearer, 3);
    assert_int_equal(law->requirements[0].while_states[0], 12);
    assert_int_equal(law->conds[law->requirements[0].condition].op, OMBUD__C_OR);
}

/* A row with several events or periods stands in the list once; the text is as written, clauses and all. */
static void rows_in_the_order_of_the_text(void **state)
{
    (void)state;
    static const uint8_t kinds[] = {
        OMBUD_ROW_MOVE,   OMBUD_ROW_MOVE,        OMBUD_ROW_MOVE,       OMBUD_ROW_GUARD,      OMBUD_ROW_GUARD,
        OMBUD_ROW_GUARD,  OMBUD_ROW_DEFINITION,  OMBUD_ROW_DEFINITION, OMBUD_ROW_DEFINITION, OMBUD_ROW_DEFINITION,
        OMBUD_ROW_TERM,   OMBUD_ROW_TERM,        OMBUD_ROW_TERM,       OMBUD_ROW_TERM,       OMBUD_ROW_ANSWER,
        OMBUD_ROW_ANSWER, OMBUD_ROW_REQUIREMENT, OMBUD_ROW_MOVE,
    };
    assert_int_equal(ombud_law_row_count(law), sizeof kinds);
    uint32_t line = 0;
    for (size_t i = 0; i < sizeof kinds; i++) {
        ombud_row row = OMBUD_ROW_INIT;
        assert_int_equal(ombud_law_row(law, i, &row), OMBUD_OK);
        assert_int_equal(row.kind, kinds[i]);
        assert_true(row.line > line);
        line = row.line;
    }
    ombud_row row = OMBUD_ROW_INIT;
    ombud_law_row(law, 8, &row);
    expect_text(row.text, "plot.trained_holder as at plot.let when at least 1 holder -> person (trained)");
    ombud_law_row(law, 12, &row);
    expect_text(row.text, "term wait\n    opened by plot.noticed\n    within none");
    assert_int_equal(row.provision, 2);
    expect_text(row.reading, "");
    ombud_law_row(law, 4, &row);
    expect_text(row.reading, "Q-4 letting");
    ombud_law_row(law, 17, &row);
    assert_true(row.provision == SIZE_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_of_the_law),
        cmocka_unit_test(roles_and_lengths),
        cmocka_unit_test(items_with_states),
        cmocka_unit_test(events_with_arguments),
        cmocka_unit_test(remembered_days),
        cmocka_unit_test(facts_with_bits),
        cmocka_unit_test(links_of_both_kinds),
        cmocka_unit_test(open_questions),
        cmocka_unit_test(provisions_with_validity),
        cmocka_unit_test(moves),
        cmocka_unit_test(guards),
        cmocka_unit_test(definitions_sorted_by_fact),
        cmocka_unit_test(conditions),
        cmocka_unit_test(conditions_over_links),
        cmocka_unit_test(duty_with_all_clauses),
        cmocka_unit_test(terms_within_readings),
        cmocka_unit_test(answers_and_requirements),
        cmocka_unit_test(rows_in_the_order_of_the_text),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
