/*
 * Pieces of sentences that the text face puts together: days, labels, roles, derivations, citations.
 */
#ifndef OMBUD__RENDER_PHRASE_H
#define OMBUD__RENDER_PHRASE_H

#include "render/out.h"
#include "render/words.h"

/* Sunday 3 May 2026 */
void ombud__say_full_day(ombud__out *out, const ombud__voice *voice, ombud_day day);
/* 3 May 2026 */
void ombud__say_day(ombud__out *out, const ombud__voice *voice, ombud_day day);
/* 3 May, with the year only where it is another than that of the day asked about */
void ombud__say_brief_day(ombud__out *out, const ombud__voice *voice, ombud_day day);
/* 7 days */
void ombud__say_count(ombud__out *out, const ombud__voice *voice, int64_t count, ombud_unit unit);
/* What a finding of breach is called: under a proposal, plan or policy it is a departure. */
ombud__fixed ombud__word_of_breach(const ombud_law *law);
void ombud__say_word(ombud__out *out, const ombud__voice *voice, ombud__fixed word);
/* The same with something in the place of its `#`: a text, a brief day, a count of days. */
void ombud__say_with(ombud__out *out, const ombud__voice *voice, ombud__fixed word, ombud_view filling);
void ombud__say_with_day(ombud__out *out, const ombud__voice *voice, ombud__fixed word, ombud_day day);
void ombud__say_with_count(ombud__out *out, const ombud__voice *voice, ombud__fixed word, int64_t days);
/* r1 */
void ombud__say_item(ombud__out *out, ombud_view prefix, int64_t number);
/* The labels of the roles whose bits are set, separated by commas; writes nothing for none. */
void ombud__say_roles(ombud__out *out, const ombud__voice *voice, uint64_t roles);
/* `and 3 more ways`; writes nothing for none. */
void ombud__say_more_ways(ombud__out *out, const ombud__voice *voice, size_t count);
/* A person with their roles in the case: contact point (p2). */
void ombud__say_person(ombud__out *out, const ombud__voice *voice, const ombud_case *matter, const ombud_asof *asof,
                       int64_t number);
/* The same of somebody whose roles are known. */
void ombud__say_person_in(ombud__out *out, const ombud__voice *voice, uint64_t roles, int64_t number);

/* A person in the one role that a line names. */
void ombud__say_person_as(ombud__out *out, const ombud__voice *voice, ombud_view role, int64_t number);
/* Whether the wording of a law was verified up to a day. */
int ombud__is_verified(const ombud_law *law, ombud_day day);
/* Up to which day the wording was verified, and whether that is before a day asked about. */
void ombud__say_verified(ombud__out *out, const ombud__voice *voice, ombud_day asked);
/* The printed citation of a provision; nothing for SIZE_MAX. */
void ombud__say_citation(ombud__out *out, const ombud__voice *voice, size_t provision);

/* The kind whose prefix this is; an empty view if there is none. */
ombud_view ombud__kind_of_prefix(const ombud_law *law, ombud_view prefix);
/*
 * The word of a sort with this name, belonging to `owner` unless that is empty; a qualified name is also found by its
 * last part. OMBUD_E_NOT_FOUND if the law declares none.
 */
ombud_status ombud__find_word(const ombud__voice *voice, ombud_word_kind sort, ombud_view owner, ombud_view name,
                              ombud_word *out);
/* The label of that word, or the name with blanks for underscores. */
void ombud__say_label(ombud__out *out, const ombud__voice *voice, ombud_word_kind sort, ombud_view owner,
                      ombud_view name);
/* What stands after the last dot of a name. */
ombud_view ombud__unqualified(ombud_view name);

/* How a term's last day came about: 2 Feb + 7 days, day of the event not counted. Why there is none, if there is none.
 */
void ombud__say_derivation(ombud__out *out, const ombud__voice *voice, const ombud_term *term);
/* How a term stands: 3 days left, met 11 Feb. */
void ombud__say_status(ombud__out *out, const ombud__voice *voice, const ombud_term *term);
/* What a finding says, without its first day: late, met 11 Feb. */
void ombud__say_found(ombud__out *out, const ombud__voice *voice, const ombud_finding *finding);
/* With which line it went: cured by line 4, entered 20 Mar. */
void ombud__say_cure(ombud__out *out, const ombud__voice *voice, const ombud_finding *finding);
/*
 * What a step of a timeline states or links, and what goes with it: who says so, and when it was entered if not at
 * once. In one sentence, without its day. Both do nothing and return 0 for a step that is an event or a last day.
 */
int ombud__say_told(ombud__out *what, ombud__out *how, const ombud__voice *voice, const ombud_timeline *timeline,
                    size_t index);
int ombud__say_told_whole(ombud__out *out, const ombud__voice *voice, const ombud_timeline *timeline, size_t index);
/* One unmet condition: r1 consent: yes. */
void ombud__say_unmet(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet);
/* The same where either statement of an unknown fact would decide: r1 consent. */
void ombud__say_decider(ombud__out *out, const ombud__voice *voice, const ombud_unmet *unmet);
/* One stated fact, likewise; and where it was stated: 3 May, line 2. */
void ombud__say_stated(ombud__out *out, const ombud__voice *voice, const ombud_stated *stated);
void ombud__say_place(ombud__out *out, const ombud__voice *voice, const ombud_stated *stated);

#endif
