/*
 * The machine of a law in DOT: states are nodes, events edges with who brings them and the provision, terms notes.
 * Events that change no state stand in the node itself. Everything comes in the order of the text.
 */
#include "render/dot.h"

#include "kernel/table.h"

typedef struct graph {
    ombud__render_out *out;
    const ombud__voice *voice;
    const ombud_law *law;
    ombud__id kind;
} graph;

/* ---- writing ----------------------------------------------------------------------------------------------------- */

static void z(graph *g, const char *text)
{
    ombud__render_z(g->out, text);
}

/* Within a quoted string; a line feed becomes a line cut on the left. */
static void quoted(graph *g, ombud_view text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '"' || text.ptr[i] == '\\')
            z(g, "\\");
        if (text.ptr[i] == '\n')
            z(g, "\\l");
        else
            ombud__render_bytes(g->out, text.ptr + i, 1);
    }
}

static void label(graph *g, const char *name, ombud__phrase *phrase)
{
    z(g, name);
    z(g, "=\"");
    quoted(g, ombud__phrase_end(phrase));
    z(g, "\"");
}

/* report.closed; `report.` for "not there yet". Names are ASCII letters, digits and underscores. */
static void node(graph *g, size_t state)
{
    z(g, "\"");
    ombud__render_view(g->out, g->law->kinds[g->kind].word.name);
    z(g, ".");
    for (size_t i = 0; i < g->law->states_count && state; i++) {
        if (g->law->states[i].kind == g->kind && g->law->states[i].local == state)
            ombud__render_view(g->out, g->law->states[i].word.name);
    }
    z(g, "\"");
}

static ombud_view of(const graph *g, const ombud__word *word)
{
    return ombud__label_of(word, g->voice->lang);
}

static void say(graph *g, ombud__out *out, const ombud__word *word)
{
    ombud__out_view(out, of(g, word));
}

static void say_provision(graph *g, ombud__out *out, ombud__id provision)
{
    ombud__out_view(out, g->law->provisions[provision].citation);
}

/* ---- moves ------------------------------------------------------------------------------------------------------- */

static int leads_from(const ombud__move *move, size_t state)
{
    return (int)(move->from[state / 64] >> state % 64 & 1u);
}

static int is_mine(const graph *g, const ombud__move *move)
{
    return g->law->events[move->event].kind == g->kind;
}

/* What a move says on its edge: the event; who; the provision. */
static void say_move(graph *g, ombud__out *out, const ombud__move *move)
{
    const ombud__event *event = &g->law->events[move->event];
    uint64_t by = move->by ? move->by : event->by;
    say(g, out, &event->word);
    ombud__out_char(out, '\n');
    if (by) {
        ombud__out_z(out, "  ");
        ombud__say_roles(out, g->voice, by);
        ombud__out_char(out, '\n');
    }
    if (move->row.provision != OMBUD__NONE) {
        ombud__out_z(out, "  ");
        say_provision(g, out, move->row.provision);
        ombud__out_char(out, '\n');
    }
}

/* All moves from one state to another as one edge. */
static void edge(graph *g, size_t from, size_t to)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    for (size_t i = 0; i < g->law->moves_count; i++) {
        const ombud__move *move = &g->law->moves[i];
        if (is_mine(g, move) && move->to == to && leads_from(move, from))
            say_move(g, &text.out, move);
    }
    if (text.out.length) {
        z(g, "    ");
        node(g, from);
        z(g, " -> ");
        node(g, to);
        label(g, " [label", &text);
        z(g, "]\n");
    }
}

/* Whether some move leads from a state to another. */
static int goes_on(const graph *g, size_t from)
{
    for (size_t i = 0; i < g->law->moves_count; i++) {
        const ombud__move *move = &g->law->moves[i];
        if (is_mine(g, move) && leads_from(move, from) && move->to != OMBUD__SAME && move->to != from)
            return 1;
    }
    return 0;
}

/* Whether a move that stays can be made in every state, so that it is told once for all. */
static int in_every_state(const graph *g, const ombud__move *move)
{
    for (size_t state = 1; state <= g->law->kinds[g->kind].state_count; state++) {
        if (!leads_from(move, state))
            return 0;
    }
    return 1;
}

static void state_node(graph *g, const ombud__state *state)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    say(g, &text.out, &state->word);
    for (size_t i = 0; i < g->law->moves_count; i++) {
        const ombud__move *move = &g->law->moves[i];
        if (is_mine(g, move) && move->to == OMBUD__SAME && leads_from(move, state->local) && !in_every_state(g, move)) {
            ombud__out_z(&text.out, "\n\xE2\x86\xBB ");
            say(g, &text.out, &g->law->events[move->event].word);
        }
    }
    if (text.out.length > state->word.name.len)
        ombud__out_char(&text.out, '\n');
    z(g, "    ");
    node(g, state->local);
    label(g, " [label", &text);
    z(g, goes_on(g, state->local) ? "]\n" : ", peripheries=2]\n");
}

static void anywhere_node(graph *g)
{
    z(g, "\"");
    ombud__render_view(g->out, g->law->kinds[g->kind].word.name);
    z(g, "..any\"");
}

/* A note beside the machine: what can happen in any state. */
static void everywhere(graph *g)
{
    ombud__phrase text;
    ombud__phrase_begin(&text);
    for (size_t i = 0; i < g->law->moves_count; i++) {
        const ombud__move *move = &g->law->moves[i];
        if (is_mine(g, move) && move->to == OMBUD__SAME && in_every_state(g, move)) {
            if (!text.out.length) {
                ombud__say_word(&text.out, g->voice, OMBUD__W_IN_ANY_STATE);
                ombud__out_char(&text.out, '\n');
            }
            ombud__out_z(&text.out, "\xE2\x86\xBB ");
            say_move(g, &text.out, move);
        }
    }
    if (text.out.length) {
        z(g, "    ");
        anywhere_node(g);
        label(g, " [shape=note, label", &text);
        z(g, "]\n");
    }
}

/* ---- terms ------------------------------------------------------------------------------------------------------- */

static void say_period(graph *g, ombud__out *out, const ombud__term_row *row)
{
    static const ombud__fixed bounds[] = {OMBUD__W_COUNT, OMBUD__W_AT_MOST, OMBUD__W_AT_LEAST, OMBUD__W_EXACTLY};
    ombud__phrase filling;
    ombud_view text;
    ombud__phrase_begin(&filling);
    switch (row->within) {
    case OMBUD__WITHIN_PERIOD:
        ombud__say_count(&filling.out, g->voice, row->period.count, row->period.unit);
        ombud__say_with(out, g->voice, bounds[row->bound], ombud__phrase_end(&filling));
        break;
    case OMBUD__WITHIN_HOST:
        text = of(g, &g->law->lengths[row->what].word);
        ombud__say_with(out, g->voice, OMBUD__W_HOST_LENGTH, text);
        break;
    case OMBUD__WITHIN_CARRIED:
        text = of(g, &g->law->args[row->what].word);
        ombud__say_with(out, g->voice, OMBUD__W_AS_CARRIED, text);
        break;
    case OMBUD__WITHIN_DATE:
        ombud__out_number(&filling.out, row->day);
        ombud__out_char(&filling.out, ' ');
        ombud__out_z(&filling.out, ombud__word_of_month(row->month, 0, g->voice));
        if (row->period.count) {
            ombud__out_z(&filling.out, " + ");
            ombud__say_count(&filling.out, g->voice, row->period.count, row->period.unit);
        }
        ombud__say_with(out, g->voice, OMBUD__W_UNTIL, ombud__phrase_end(&filling));
        break;
    default: ombud__say_word(out, g->voice, OMBUD__W_NO_PERIOD);
    }
    ombud__out_char(out, '\n');
}

/* The events of one sort of a row's clauses. */
static void say_clauses(graph *g, ombud__out *out, const ombud__term_row *row, uint8_t type, ombud__fixed word)
{
    ombud__phrase list;
    ombud__phrase_begin(&list);
    for (size_t i = 0; i < row->clauses; i++) {
        const ombud__clause *clause = &g->law->clauses[row->clause + i];
        if (clause->type == type) {
            ombud__out_z(&list.out, list.out.length ? ",\n    " : "");
            say(g, &list.out, &g->law->events[clause->event].word);
        }
    }
    if (list.out.length) {
        ombud__say_with(out, g->voice, word, ombud__phrase_end(&list));
        ombud__out_char(out, '\n');
    }
}

static void say_term(graph *g, ombud__out *out, const ombud__term_row *row)
{
    const ombud__term *term = &g->law->terms[row->term];
    ombud_view text;
    say(g, out, &term->word);
    ombud__out_char(out, '\n');
    if (row->bearer) {
        ombud__say_roles(out, g->voice, row->bearer);
        ombud__out_z(out, " \xE2\x86\x92 ");
        ombud__say_roles(out, g->voice, row->addressee);
        ombud__out_char(out, '\n');
    }
    say_period(g, out, row);
    say_clauses(g, out, row, OMBUD__CLAUSE_MET, OMBUD__W_MET_BY);
    if (row->then != OMBUD__NONE) {
        text = of(g, &g->law->events[row->then].word);
        ombud__say_with(out, g->voice, OMBUD__W_THEN, text);
        ombud__out_char(out, '\n');
    }
    if (row->row.provision != OMBUD__NONE) {
        say_provision(g, out, row->row.provision);
        ombud__out_char(out, '\n');
    }
}

/* Where a term may begin: at a state to which an event that opens it leads, or in which it happens; with 0 at the note
 * of what can happen in any state. */
static int opens_at(const graph *g, const ombud__term_row *row, size_t state)
{
    for (size_t i = 0; i < row->clauses; i++) {
        const ombud__clause *clause = &g->law->clauses[row->clause + i];
        for (size_t m = 0; clause->type == OMBUD__CLAUSE_OPENED && m < g->law->moves_count; m++) {
            const ombud__move *move = &g->law->moves[m];
            if (move->event != clause->event)
                continue;
            int anywhere = move->to == OMBUD__SAME && in_every_state(g, move);
            int here = move->to == OMBUD__SAME ? leads_from(move, state) : move->to == state;
            if (state ? !anywhere && here : anywhere)
                return 1;
        }
    }
    return 0;
}

static void term_note(graph *g, size_t index)
{
    const ombud__term_row *row = &g->law->term_rows[index];
    ombud__phrase text;
    char digits[24];
    ombud__out number = {digits, sizeof digits, 0};
    if (g->law->terms[row->term].kind != g->kind)
        return;
    ombud__out_number(&number, (int64_t)index);
    ombud__phrase_begin(&text);
    say_term(g, &text.out, row);
    z(g, "    \"term");
    z(g, digits);
    label(g, "\" [shape=note, style=filled, fillcolor=\"#f4f1e6\", label", &text);
    z(g, "]\n");
    for (size_t state = 0; state <= g->law->kinds[g->kind].state_count; state++) {
        if (opens_at(g, row, state)) {
            z(g, "    ");
            if (state)
                node(g, state);
            else
                anywhere_node(g);
            z(g, " -> \"term");
            z(g, digits);
            z(g, "\" [style=dashed, arrowhead=none]\n");
        }
    }
}

/* ---- the whole --------------------------------------------------------------------------------------------------- */

static void machine(graph *g)
{
    const ombud__kind *kind = &g->law->kinds[g->kind];
    ombud__phrase text;
    ombud__phrase_begin(&text);
    say(g, &text.out, &kind->word);
    z(g, "  subgraph \"cluster_");
    ombud__render_view(g->out, kind->word.name);
    label(g, "\" {\n    color=\"#b8c0ca\"; fontname=\"sans-serif\"; label", &text);
    z(g, "\n    ");
    node(g, 0);
    z(g, " [shape=circle, width=0.16, label=\"\", style=filled, fillcolor=black]\n");
    for (size_t i = 0; i < g->law->states_count; i++) {
        if (g->law->states[i].kind == g->kind)
            state_node(g, &g->law->states[i]);
    }
    for (size_t from = 0; from <= kind->state_count; from++) {
        for (size_t to = 1; to <= kind->state_count; to++)
            edge(g, from, to);
    }
    everywhere(g);
    for (size_t i = 0; i < g->law->term_rows_count; i++)
        term_note(g, i);
    z(g, "  }\n");
}

void ombud__dot_law(ombud__render_out *out, const ombud__voice *voice, size_t first_kind, size_t end_kind)
{
    graph g = {out, voice, voice->law, 0};
    ombud__phrase text;
    ombud__phrase_begin(&text);
    ombud_view title = ombud_law_title(voice->law, voice->lang);
    ombud__out_view(&text.out, title.len ? title : ombud_law_name(voice->law));
    ombud__out_z(&text.out, " \xC2\xB7 ");
    ombud__out_z(&text.out, ombud__word_of_force(ombud_law_force(voice->law), voice));
    z(&g, "digraph \"");
    quoted(&g, ombud_law_name(voice->law));
    label(&g, "\" {\n  charset=\"UTF-8\"; rankdir=LR; labelloc=t; fontname=\"sans-serif\"; label", &text);
    z(&g, "\n  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11]\n"
          "  edge [fontname=\"sans-serif\", fontsize=9]\n");
    for (size_t i = first_kind; i < end_kind && !out->stopped; i++) {
        g.kind = (ombud__id)i;
        if (voice->law->kinds[i].state_count)
            machine(&g);
    }
    z(&g, "}\n");
}
