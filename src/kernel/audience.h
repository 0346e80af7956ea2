/*
 * Who may know what. Rows `withhold` name facts, arguments, links, events, terms and answers of an item that only some
 * roles may know; for any other audience they are absent. An item that comes into being by withheld events alone is
 * absent too, and so is a person to whom nothing leads that may be known. What is absent leaves no trace: the answer
 * has the same shape as where nothing is there.
 */
#ifndef OMBUD__AUDIENCE_H
#define OMBUD__AUDIENCE_H

#include "matter.h"

/* Whether something of an item is withheld from the look's audience; `sort` is OMBUD__KNOW_*. */
int ombud__withheld(const ombud__look *look, uint8_t sort, ombud__id what, uint16_t item);

/*
 * Whether an answer, a definition, a term or the judgement of an event would let something withheld be inferred:
 * whether their conditions read it, however it stands and whatever lifts it, so that the shape of what is absent does
 * not depend on what is there. A role that may know of some items may of this one, or, OMBUD__NOBODY, of all there are.
 */
int ombud__question_tells(const ombud__look *look, ombud__id question, uint16_t item);
int ombud__fact_tells(const ombud__look *look, ombud__id fact, uint16_t item);
int ombud__term_tells(const ombud__look *look, ombud__id term, uint16_t item);
int ombud__event_tells(const ombud__look *look, ombud__id event, uint16_t item);
/* Whether an event is withheld at times: of what might be done nothing is then told at any. */
int ombud__event_unforeseen(const ombud__look *look, ombud__id event, uint16_t item);
int ombud__condition_tells(const ombud__look *look, ombud__id cond, uint16_t item);

/* Whether the states of a kind are withheld: a withheld event can lead from one to another. */
int ombud__state_withheld(const ombud__look *look, ombud__id kind, uint16_t item);

/*
 * Whether a member is withheld: an item that withheld events brought about; and, where links to persons are withheld, a
 * person to whom no link leads and who brought no line that may be known. Whether a withheld link leads to them does
 * not count, since that would tell of it. Nobody is never withheld, nor what an event that is asked about would bring.
 */
int ombud__member_withheld(const ombud__look *look, uint16_t member);
/* Whether a name of a member leads the audience to nothing: it is withheld, or not there yet, since the event that
 * brings it about may be withheld by then. Without an audience every member is found. */
int ombud__member_unseen(const ombud__look *look, uint16_t member);

/* Of the roles of an item, those that may be known: where links to its kind are withheld, those that bring events that
 * are not. */
uint64_t ombud__roles_shown(const ombud_case *matter, const ombud_asof *asof, const ombud_item *item);

/* Whether it is withheld who brought a line that somebody brought: where links to persons are, it is shown only of
 * lines that roles bring, and of none named like such a link. */
int ombud__actor_withheld(const ombud__look *look, const ombud__act *act);

/* Whether nothing of a line of the journal may be known. */
int ombud__act_withheld(const ombud__look *look, const ombud__act *act);

/* Whether one thing that a line carries may not be known. */
int ombud__load_withheld(const ombud__look *look, const ombud__act *act, const ombud__load *load);

/*
 * Positions count the lines that the audience may know. The second gives the shown position of every line, by its
 * position, or NULL where nothing is withheld; free it.
 */
size_t ombud__shown_position(const ombud__look *look, size_t position);
ombud_status ombud__shown_positions(const ombud__look *look, uint32_t **out);
void ombud__shown_positions_free(const ombud__look *look, uint32_t *positions);

#endif
