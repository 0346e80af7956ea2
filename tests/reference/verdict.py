"""The verdict of an event: its move, its role, its guards."""

from edition import IN, NOT_HELD, OUT
from judge import Judge
from lawtext import Thing
from three import NO, UNKNOWN, YES, both, negated


def fits(move, item, states):
    """Whether a move leads from where the item stands."""
    if not move.origins:
        return item.state is None and bool(states) or (not states)
    if move.origins == ["any"]:
        return not states or item.state is not None
    return item.state in move.origins


def verdict(situation, event, day):
    """What the law says of an event; its facts and arguments are already set. Returns ruling, provision, move."""
    edition = situation.edition
    law = edition.law
    item = situation.items[event.item]
    states = law.items[item.kind].states
    moves = [row for row in law.of_kind("move", item.kind) if event.name in row.events
             and edition.alternative(row.reading) != "dropped"
             and edition.out_of_scope(row.provision, day) != YES]
    standing = {id(row): edition.standing(row.provision, day) for row in moves}
    moves.sort(key=lambda row: (IN, NOT_HELD, OUT).index(standing[id(row)]))
    fitting = [row for row in moves if fits(row, item, states)]
    result = Thing(ruling="not_foreseen", because=None, move=None)
    if not fitting:
        cited = [row for row in moves if row.provision.id]
        if cited:
            result.ruling = "forbidden" if standing[id(cited[0])] == IN else "no_text"
            result.because = cited[0].provision.id
        return result
    move = result.move = fitting[0]
    result.because = move.provision.id
    if standing[id(move)] != IN:
        result.ruling = "no_text"
        return result
    judge = Judge(situation, day, event)
    roles = move.roles or law.items[item.kind].events[event.name].by
    held = max((situation.role_acted_in(event, role) for role in roles), default=YES)
    value = held
    if held == NO:
        result.ruling = "forbidden" if move.provision.id else "not_foreseen"
        return result
    if edition.alternative(move.reading) == "open":
        value = min(value, UNKNOWN)
    deciding = None
    for guard in law.of_kind("guard", item.kind):
        if event.name not in guard.events:
            continue
        guard_standing, is_open = edition.row(guard, day)
        if guard_standing == OUT:
            continue
        passes = UNKNOWN if guard_standing == NOT_HELD else lets_pass(judge, guard, item)
        if is_open and passes == NO:
            passes = UNKNOWN
        if passes < value:
            value, deciding = passes, guard
    if deciding is not None:
        result.because = deciding.provision.id
    result.ruling = ("forbidden", "undetermined", "permitted")[value]
    return result


def lets_pass(judge, guard, item):
    unless = NO if guard.unless is None else judge.holds(guard.unless, item)
    if guard.sort == "only":
        return max(judge.holds(guard.when, item), unless)
    if guard.sort == "not":
        return max(negated(judge.holds(guard.when, item)), unless)
    needed = both(judge.fact(fact, item) for fact in guard.facts)
    return max(needed, negated(judge.holds(guard.when, item)), unless)
