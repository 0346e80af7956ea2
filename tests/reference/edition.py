"""A law under a host's settings: which rows count on a day, and which period a term has."""

import datetime

import dates
from three import NO, UNKNOWN, YES

IN, OUT, NOT_HELD = "in", "out", "not held"


class Edition:
    """A law with the settings of one case."""

    def __init__(self, law):
        self.law = law
        self.chosen = {}        # reading -> alternative
        self.lengths = {}       # host length -> period
        self.periods = {}       # (item, term) -> period
        self.roll = "none"
        self.holidays = set()
        self.scope = None
        self.since = {}         # name -> day

    def set(self, words):
        """One setting, as docs/settings.md has it."""
        head = words[0]
        if head == "reading":
            self.chosen[words[1]] = words[2]
        elif head == "length":
            self.lengths[words[1]] = dates.period(words[2])
        elif head == "period":
            self.periods[tuple(words[1].split("."))] = dates.period(words[2])
        elif head == "roll":
            self.roll = words[1]
        elif head == "holiday":
            self.holidays.add(dates.day(words[1]))
        elif head == "scope":
            self.scope = words[1]
        elif head == "since":
            self.since[words[1]] = dates.day(words[2])
        else:
            raise ValueError("unknown setting " + head)

    # ---- readings -----------------------------------------------------------------------------------------------------

    def alternative(self, reading):
        """Whether what names this reading is `chosen`, `open` or `dropped`; what names none is chosen."""
        if reading is None:
            return "chosen"
        name, alternative = reading
        if name in self.chosen:
            return "chosen" if self.chosen[name] == alternative else "dropped"
        standing = self.law.readings[name][alternative]
        return {"default": "chosen"}.get(standing, standing)

    # ---- provisions ---------------------------------------------------------------------------------------------------

    def out_of_scope(self, provision, day):
        """yes if another scope's, or excluded on the day in the scope in which the cases lie; unknown if the wording that
        excludes it is not held."""
        if provision.id is None:
            return NO
        if provision.scope is not None and provision.scope != self.scope:
            return YES
        found = NO
        for scope, ids, by in self.law.excluded:
            if scope == self.scope and any(provision.id == one or provision.id.startswith(one + ".") for one in ids):
                found = max(found, YES if by is None else {IN: YES, OUT: NO, NOT_HELD: UNKNOWN}[self.standing(by, day)])
        return found

    def first_day(self, provision):
        """The first day in force, None for always, or `unset`."""
        if provision.since in ("setting", "adoption"):
            return self.since.get(provision.name, "unset")
        return None if provision.since in ("original", "unknown") else provision.since

    def standing(self, provision, day):
        """Whether what stands in a provision counts on a day: in, out or not held."""
        if provision.id is None:
            return IN
        without = self.out_of_scope(provision, day)
        standing = OUT if without == YES else self.in_force(provision, day)
        return NOT_HELD if without == UNKNOWN and standing == IN else standing

    def in_force(self, provision, day):
        if provision.until and day > provision.until:
            return OUT
        first = self.first_day(provision)
        if first == "unset":
            if provision.since == "adoption" or (provision.floor and day < provision.floor):
                return OUT
            return NOT_HELD
        if first and day < first:
            return OUT
        if provision.held and day < provision.held:
            return NOT_HELD
        return IN

    def boundaries(self, provision):
        """The days on which the standing changes, by the provision's own days or those of what excludes it."""
        found = self.own_boundaries(provision)
        for scope, _, by in self.law.excluded:
            if scope == self.scope and by is not None:
                found += self.own_boundaries(by)
        return found

    def own_boundaries(self, provision):
        """The days on which the standing changes."""
        found = [provision.held, provision.floor]
        first = self.first_day(provision)
        if isinstance(first, datetime.date):
            found.append(first)
        if provision.until:
            found.append(provision.until + dates.ONE_DAY)
        return [day for day in found if day]

    def row(self, row, day):
        """(standing, open): standing of a row on a day, and whether its reading is open."""
        choice = self.alternative(row.reading)
        if choice == "dropped":
            return OUT, False
        return self.standing(row.provision, day), choice == "open"

    # ---- the clauses of a term ------------------------------------------------------------------------------------------

    def clause(self, clauses):
        """The clause whose reading is chosen, else the one without a reading, else None."""
        left = [clause for clause in clauses if self.alternative(clause.reading) != "dropped"]
        left.sort(key=lambda clause: clause.reading is None)
        return left[0] if left else None

    def tightened(self, row, within):
        """The period of the law, or the host's that is tighter."""
        return self.periods.get((row.item, row.name), within.span)
