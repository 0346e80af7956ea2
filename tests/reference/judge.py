"""Judges conditions and definitions: three values, from the situation of a case on a day."""

import dates
from edition import NOT_HELD, OUT
from three import NO, UNKNOWN, YES, both, either, negated, so


class TooDeep(Exception):
    """A definition that goes in circles."""


class Judge:
    """What holds in a situation at the end of a day; `acting` is the event that is judged, if one is.

    `flips` collects the later days on which time alone could change what was judged."""

    def __init__(self, situation, day, acting=None):
        self.situation, self.day, self.acting = situation, day, acting
        self.edition = situation.edition
        self.law = situation.edition.law
        self.flips = set()
        self.reading = []

    def later(self, day):
        if day is not None and day > self.day:
            self.flips.add(day)

    def row(self, row):
        for boundary in self.edition.boundaries(row.provision):
            self.later(boundary)
        return self.edition.row(row, self.day)

    # ---- conditions -----------------------------------------------------------------------------------------------------

    def holds(self, condition, item):
        """no, unknown or yes; None is a condition that is not written, which holds."""
        if condition is None:
            return YES
        sort = condition[0]
        if sort == "and":
            return both(self.holds(part, item) for part in condition[1])
        if sort == "or":
            return either(self.holds(part, item) for part in condition[1])
        if sort == "not":
            return negated(self.holds(condition[1], item))
        if sort == "is":
            return so(item.state in condition[1])
        if sort == "by":
            return UNKNOWN if self.acting is None else self.situation.role_acted_in(self.acting, condition[1])
        if sort == "name":
            return self.fact(condition[1], item)
        if sort == "value":
            return self.value(condition[1], condition[2], item)
        if sort == "carries":
            return so(condition[1] in item.carried)
        if sort == "day":
            return self.distance(condition, item)
        return self.count(condition, item)

    def when(self, row, item):
        """when C unless U."""
        unless = NO if row.unless is None else self.holds(row.unless, item)
        return min(self.holds(row.when, item), negated(unless))

    def value(self, name, value, item):
        kind = self.law.items[item.kind]
        if name in kind.arguments:
            if name not in item.choices:
                return UNKNOWN
            return so(item.choices[name] == value)
        return self.term(name, value, item)

    def distance(self, condition, item, looking=None):
        """Behind `whose` the day is the linked item's, and the event that of the item that looks at it."""
        _, name, how, span, event = condition
        start = item.days.get(name, item.last.get(name))
        if start is None:
            return UNKNOWN
        until = self.day if event is None else (looking or item).last.get(event)
        if until is None:
            return UNKNOWN
        reached = dates.plus(start, span)
        if event is None:
            self.later(reached + (dates.ONE_DAY if how == "more" else 0 * dates.ONE_DAY))
        return so(until > reached if how == "more" else until >= reached)

    def count(self, condition, item):
        _, how, number, link, forward, kind, whose, inner = condition
        results, certain = [], False
        for other in self.situation.linked(item, link, forward, kind):
            counts = YES if whose is None else self.distance(whose, other, item)
            result = self.holds(inner, other)
            certain = certain or counts == YES
            if counts == YES:
                results.append(result)
            elif counts == UNKNOWN:
                results.append(max(result, UNKNOWN) if how == "every" else min(result, UNKNOWN))
        yes, could = results.count(YES), len(results) - results.count(NO)
        if how == "every":
            return both(results) if certain else min(both(results), UNKNOWN)
        if how == "most":
            number += 1
        reached = YES if yes >= number else UNKNOWN if could >= number else NO
        return negated(reached) if how == "most" else reached

    # ---- facts ----------------------------------------------------------------------------------------------------------

    def fact(self, name, item):
        declared = self.law.items[item.kind].facts.get(name)
        if declared is not None:
            if name in item.facts:
                return item.facts[name]
            return NO if declared.silence == "no" else UNKNOWN
        rows = [row for row in self.situation.definitions(item.kind, name)]
        if rows and rows[0].event is not None:
            return item.kept.get(name, UNKNOWN)
        if (name, item.id) in self.reading:
            raise TooDeep(name)
        self.reading.append((name, item.id))
        result = self.defined(rows, item)
        self.reading.pop()
        return result

    def defined(self, rows, item):
        results = []
        for row in rows:
            standing, is_open = self.row(row)
            if standing == OUT:
                continue
            if standing == NOT_HELD:
                results.append(UNKNOWN)
                continue
            result = self.when(row, item)
            results.append(min(result, UNKNOWN) if is_open else result)
        return either(results)

    # ---- terms ----------------------------------------------------------------------------------------------------------

    def status(self, term):
        """The status of a term on the day, its excuse included."""
        if term.closed_as:
            return term.closed_as
        past = term.due is not None and self.day > term.due
        if term.due is not None:
            self.later(term.due + dates.ONE_DAY)
        if term.row.excused is not None and self.holds(term.row.excused, self.situation.items[term.item]) == YES:
            return "excused"
        if past:
            return "overdue" if term.row.duty else "expired"
        return "open"

    def term(self, name, status, item):
        found = self.situation.latest(item.id, name)
        if found is None:
            return so(status == "none")
        now = self.status(found)
        if now == "open" and found.unsure and status in ("open", "overdue", "expired", "none"):
            return UNKNOWN
        if now == "open" and found.due is None and found.why != "no_period" and status in ("open", "overdue", "expired"):
            if status == ("expired" if found.row.duty else "overdue"):
                return NO
            return UNKNOWN
        return so(now == status)
