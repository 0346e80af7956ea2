/*
 * A law of nothing real, and an allocator that counts, fails on command and looks at what is freed: for the tests of
 * case texts.
 */
#ifndef SMALL_LAW_H
#define SMALL_LAW_H

#include <stdlib.h>
#include <string.h>

#include "ombud/scenario.h"

static const char small_law[] =
    "law small\n"
    "title en \"A small procedure\"\n"
    "force law\n"
    "source \"0\"\n"
    "verified 2030-01-01\n"
    "role reporter en \"reporter\"\n"
    "role desk en \"desk\"\n"
    "length follow_up en \"follow-up\"\n"
    "item person p\n"
    "  states known\n"
    "  event named\n"
    "  fact trusted stated by desk\n"
    "item report r\n"
    "  states received, acknowledged, closed\n"
    "  event received by desk carries reporter (person), channel (internal, external), happened (day), wish (period)\n"
    "  event acknowledged, closed, reopened by desk\n"
    "  fact minor, urgent stated by desk\n"
    "  fact consent stated by reporter silence no\n"
    "item note n\n"
    "  states kept\n"
    "  event filed\n"
    "link about : note -> report\n"
    "reading Q-01 en \"From when does the period run?\"\n"
    "  receipt default\n"
    "  entry dropped\n"
    "  doubt open\n"
    "provision 1 \"Art. 1\" since 2000-01-01\n"
    "  anchor \"a report is received\"\n"
    "  gloss en \"A report is received and acknowledged.\"\n"
    "  report.received: -> received\n"
    "  report.acknowledged: received -> acknowledged\n"
    "  duty acknowledge desk to reporter\n"
    "    opened by report.received\n"
    "    within at most P7D\n"
    "    met by report.acknowledged\n"
    "provision 2 \"Art. 2\" since 2000-01-01\n"
    "  anchor \"a report is closed\"\n"
    "  gloss en \"Only a minor report is closed.\"\n"
    "  report.closed: received, acknowledged -> closed\n"
    "  report.closed only when minor\n"
    "  report.closed not when urgent\n"
    "provision 3 \"Art. 3\" since 2000-01-01\n"
    "  anchor \"follow-up\"\n"
    "  gloss en \"The desk follows up.\"\n"
    "  duty follow desk to reporter\n"
    "    opened by report.received\n"
    "    within host follow_up\n"
    "    met by report.closed\n"
    "  term kept\n"
    "    opened by report.closed\n"
    "    within at least P1Y\n"
    "  term fixed\n"
    "    opened by report.closed\n"
    "    within exactly P2M\n"
    "  answer report.route = outside when channel is external\n"
    "  answer report.route = inside when channel is internal\n"
    "  answer report.ease = much when easy\n"
    "provision 4 \"Art. 4\" since setting entry not before 2000-01-01\n"
    "  anchor \"reopened\"\n"
    "  gloss en \"A closed report can be reopened.\"\n"
    "  report.reopened: closed -> received\n"
    "structure\n"
    "  report.easy when minor unless urgent\n"
    "  person.named: -> known\n"
    "  note.filed: -> kept\n";

/* A `.case` text of four runs. */
static const char several_runs[] = "law small\n"
                                   "person p2 desk\n"
                                   "2026-02-02 report.received r1 by=p2\n"
                                   "shows 0.x\n"
                                   "on 2026-02-02\n"
                                   "  expect duty acknowledge r1 open\n"
                                   "scenario in time or late # each row\n"
                                   "  shows 1.a, 1.b\n"
                                   "  set length follow_up P14D\n"
                                   "  $acknowledged report.acknowledged r1 by=p2\n"
                                   "  on $acknowledged\n"
                                   "    expect duty acknowledge r1 $status\n"
                                   "  table acknowledged status # of the day after\n"
                                   "    row 2026-02-09 met\n"
                                   "    row 2026-02-10 met_late # late\n"
                                   "    row 2026-02-08 met_late\n"
                                   "scenario never\n"
                                   "  wait P8D\n"
                                   "  on now\n"
                                   "    expect duty acknowledge r1 overdue\n";

/* ---- an allocator under watch ------------------------------------------------------------------------------------ */

typedef struct watched {
    size_t calls;      /* so far */
    size_t fail_at;    /* the call that finds no memory; 0: none does */
    int from_then_on;  /* nor do those that follow it */
    size_t held;       /* bytes not given back */
    const char *trace; /* what may not stand in a block that is given back; NULL: anything may */
    int traces;        /* how often it did */
} watched;

static void *watched_alloc(void *ctx, size_t size)
{
    watched *w = ctx;
    w->calls++;
    if (w->fail_at != 0 && (w->calls == w->fail_at || (w->from_then_on && w->calls > w->fail_at))) {
        return NULL;
    }
    void *block = malloc(size);
    w->held += block ? size : 0;
    return block;
}

static void look_for_trace(watched *w, const char *block, size_t size)
{
    size_t length = w->trace ? strlen(w->trace) : 0;
    for (size_t i = 0; length > 0 && i + length <= size; i++) {
        w->traces += memcmp(block + i, w->trace, length) == 0;
    }
}

static void watched_free(void *ctx, void *block, size_t size)
{
    watched *w = ctx;
    look_for_trace(w, block, size);
    w->held -= size;
    free(block);
}

static void *watched_resize(void *ctx, void *block, size_t old_size, size_t new_size)
{
    void *larger = watched_alloc(ctx, new_size);
    if (larger) {
        memcpy(larger, block, old_size < new_size ? old_size : new_size);
        watched_free(ctx, block, old_size);
    }
    return larger;
}

static inline ombud_alloc watching(watched *w)
{
    ombud_alloc alloc = {w, watched_alloc, watched_resize, watched_free};
    return alloc;
}

/* ---- text from a sink -------------------------------------------------------------------------------------------- */

typedef struct written {
    char text[65536];
    size_t length;
} written;

static inline int write_down(void *user, const char *bytes, size_t length)
{
    written *to = user;
    if (length == 0 || length >= sizeof to->text - to->length) {
        return 77;
    }
    memcpy(to->text + to->length, bytes, length);
    to->length += length;
    to->text[to->length] = '\0';
    return 0;
}

#endif
