/*
 * Who may know what. Rows `withhold` name facts, arguments, links, events, terms and answers of an item that only some roles may know; for any other
 * audience they are absent, and so is a person who is known only through a withheld link. What is absent leaves no trace: the answer has the same shape as
 * where nothing is there.
 */
#ifndef OMBUD__AUDIENCE_H
#define OMBUD__AUDIENCE_H

#include "matter.h"

/* Whether something of an item is withheld from the look's audience; `sort` is OMBUD__KNOW_*. */
int ombud__withheld(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item);

/*
 * Whether an answer, a definition, a term or the judgement of an event would let something withheld be inferred: whether their conditions read it, however
 * it stands and whatever lifts it, so that the shape of what is absent does not depend on what is there.
 */
int ombud__question_tells(const ombud__look *look, ombud__id question);
int ombud__fact_tells(const ombud__look *look, ombud__id fact);
int ombud__term_tells(const ombud__look *look, ombud__id term);
int ombud__event_tells(const ombud__look *look, ombud__id event);
int ombud__condition_tells(const ombud__look *look, ombud__id cond);

/* Whether a member is withheld: some link that leads to them is. Nobody is never withheld. */
int ombud__member_withheld(const ombud__look *look, uint16_t member);

/* Whether nothing of a line of the journal may be known. */
int ombud__act_withheld(const ombud__look *look, const ombud__act *act);

/* Whether one thing that a line carries may not be known. */
int ombud__load_withheld(const ombud__look *look, const ombud__act *act, const ombud__load *load);

#endif
