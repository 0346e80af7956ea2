"""The fold: a journal and a law make a situation. Lines in the order of days, then of positions; a period ends after the
events of its last day."""

import copy
import datetime

import dates
from edition import NOT_HELD, OUT
from judge import Judge
from lawtext import Thing
from situation import Situation
from three import NAMES, NO, UNKNOWN, YES
from verdict import verdict


class Fold:
    """Folds a case as of a day, by what was known by a day."""

    def __init__(self, law_edition, case):
        self.edition, self.case = law_edition, case
        self.situation = Situation(law_edition, case.persons)
        for name in case.items:
            self.situation.add(name)
        self.findings = []
        self.rulings = []           # (position, ruling, provision) of each event of the journal
        self.required = {}          # (require row, item) -> the finding that stands
        self.ceased = {}            # (require row, item, kind) -> the last one that ended
        self.today = None
        self.watched = None         # the next day on which a requirement could change by time alone
        self.judge = None
        self.required_too = True
        self.doubts = self.situation.doubts

    def as_of(self, day, known_by=None):
        """Folds the journal up to the end of a day, by what was known by a day."""
        known = [line for line in self.case.journal if known_by is None or line.entered <= known_by]
        struck = struck_out(known)
        lines = [line for line in known if line.sort != "void" and line.position not in struck and line.day <= day]
        for line in sorted(lines, key=lambda line: (line.day, line.position)):
            self.until(line.day)
            self.line(line)
        self.until(day)
        self.judge = Judge(self.situation, day)
        self.day, self.known_by = day, known_by
        return self

    # ---- time -------------------------------------------------------------------------------------------------------

    def until(self, day):
        """Lets the days pass up to the beginning of `day`."""
        while self.today is not None and self.today < day:
            steps = [day]
            if self.watched is not None:
                steps.append(self.watched)
            for term in self.situation.terms:
                end = self.next_end(term)
                if end is not None and not term.closed_as and end < day:
                    steps.append(max(end, self.today) + dates.ONE_DAY)
            self.today = min(step for step in steps if step > self.today)
            self.expire()
            self.requirements(self.today)
        self.today = day

    def next_end(self, term):
        """The last day of a term, or of the further period that runs."""
        if not term.passed:
            return term.due
        if not term.row.again or term is not self.situation.latest(term.item, term.row.name):
            return None
        further = self.further(term)
        return None if further is None else self.roll(term.row, further)

    def expire(self):
        """What ended on an earlier day takes effect at the start of this one."""
        ended = [term for term in self.situation.terms
                 if term.due is not None and not term.closed_as and not term.passed and term.due < self.today]
        if not ended:
            for term in list(self.situation.terms):
                self.passes_again(term)
            return
        for term in sorted(ended, key=lambda term: (term.due, self.situation.terms.index(term))):
            if term.closed_as:
                continue
            term.passed = True
            before = Judge(self.situation, term.due)
            if before.status(term) == "excused":
                term.closed_as, term.closed = "excused", max(term.due, term.opened)
                continue
            ended = max(term.due + dates.ONE_DAY, term.opened)
            if term.row.duty:
                term.finding = self.finding("late", term.row.name, term.item, ended, term.row.provision)
            if term.row.then:
                self.ends_with(term)
        self.expire()

    def ends_with(self, term):
        """The event that the end of a term is."""
        event = Thing(name=term.row.then, item=term.item, by=None, values={},
                      day=max(term.due + dates.ONE_DAY, term.opened))
        carry(self.situation, event)
        self.happens(event, verdict(self.situation, event, event.day).move)

    def passes_again(self, term):
        """A term that passes again with each further period: each that has passed unmet is a term of its own."""
        if not term.row.again or term.due is None or term.closed_as or term is not self.situation.latest(term.item,
                                                                                                       term.row.name):
            return
        while True:
            unrolled = self.further(term)
            due = None if unrolled is None else self.roll(term.row, unrolled)
            if due is None or due >= self.today:
                return
            last, term = term, self.new_term(term.row, term.item, term.due + dates.ONE_DAY)
            term.start, term.span, term.yearly, term.unrolled, term.due = last.start, last.span, last.yearly, unrolled, due
            term.passed = True
            if term.row.duty:
                term.finding = self.finding("late", term.row.name, term.item, due + dates.ONE_DAY, term.row.provision)

    def finding(self, kind, name, item, since, provision, position=0):
        made = Thing(kind=kind, name=name, item=item, since=since, until=None, because=provision.id if provision else None,
                     position=position)
        self.findings.append(made)
        return made

    # ---- lines of the journal -----------------------------------------------------------------------------------------

    def line(self, line):
        self.read(line)
        self.expire()
        self.requirements(self.today)

    def read(self, line):
        if line.sort == "link":
            self.situation.add(line.item)
            self.situation.add(line.target)
            self.situation.link(line.item, line.link, line.target)
        elif line.sort == "fact":
            item = self.situation.add(line.item)
            for name, value in line.values.items():
                state_fact(item, name, value)
        else:
            carry(self.situation, line)
            ruled = verdict(self.situation, line, line.day)
            self.rulings.append((line.position, ruled.ruling, ruled.because))
            kind = {"forbidden": "breach", "undetermined": "not_shown"}.get(ruled.ruling)
            if kind:
                self.findings.append(Thing(kind=kind, name=line.name, item=line.item, since=line.day, until=None,
                                           because=ruled.because, position=line.position))
            self.happens(line, ruled.move)

    def happens(self, event, move=None):
        """The effect of an event: its move, then the terms it ends, then those it opens."""
        item = self.situation.items[event.item]
        if move is not None:
            for name in move.makes:
                item.facts[name] = YES
            for name in move.clears:
                item.facts.pop(name, None)
        row = move or self.any_move(event, item)
        if row is not None and row.target != "same":
            item.state = row.target
        item.last[event.name] = event.day
        for term in self.situation.terms:
            if term.item == item.id and not term.closed_as:
                self.touch(term, event, item)
        for term in self.situation.terms:
            if not term.closed_as and term is self.situation.latest(term.item, term.row.name):
                self.ended(term, event, far=True)
        for row in self.edition.law.of_kind("term", item.kind):
            self.open(row, event, item)

    def any_move(self, event, item):
        """In a wrong state an event still leads where all its moves lead."""
        rows = [row for row in self.edition.law.of_kind("move", item.kind) if event.name in row.events
                and self.edition.alternative(row.reading) != "dropped"
                and self.edition.out_of_scope(row.provision, event.day) != YES]
        return rows[0] if rows and len({row.target for row in rows}) == 1 else None

    # ---- terms --------------------------------------------------------------------------------------------------------

    def names(self, clause, event, item, far):
        """Whether a clause of a term of an item names an event of that item, or, far, of one that its link ties to it."""
        if event.name not in clause.events or (clause.link is not None) != far:
            return False
        tie = (item.id, clause.link, event.item) if clause.forward else (event.item, clause.link, item.id)
        return not far or (self.situation.kind_of(event.item) == clause.item and tie in self.situation.links)

    def clause_holds(self, clauses, event, item, far=False):
        """The greatest of the clauses that name the event."""
        judge = Judge(self.situation, event.day, event)
        return max((judge.when(clause, item) for clause in clauses if self.names(clause, event, item, far)
                    and self.edition.alternative(clause.reading) != "dropped"), default=NO)

    def rows_of(self, term, event):
        """The rows of a term that count, that which opened it among them."""
        return [other for other in self.edition.law.of_kind("term", term.row.item) if other.name == term.row.name
                and (other is term.row or self.edition.row(other, event.day)[0] != OUT)]

    def ended(self, term, event, far=False):
        """Whether an event meets a term or has it lapse."""
        item, rows = self.situation.items[term.item], self.rows_of(term, event)
        if max(self.clause_holds(other.met, event, item, far) for other in rows) == YES:
            self.close(term, "met_late" if term.due is not None and event.day > term.due else "met", event.day)
            return True
        if max(self.clause_holds(other.lapses, event, item, far) for other in rows) == YES:
            self.close(term, "lapsed", event.day)
            return True
        return False

    def touch(self, term, event, item):
        """An event meets, ends, extends or starts a term that is open."""
        if term is not self.situation.latest(item.id, term.row.name):
            return
        row = term.row
        if self.ended(term, event):
            return
        late, rows = term.due is not None and event.day > term.due, self.rows_of(term, event)
        for extension in [extension for other in rows for extension in other.extended]:
            if event.name in extension.events and not (extension.running and late):
                if term.due is not None:
                    term.span, term.extended = extension.span, True
                    self.set_due(term)
                    if term.passed and term.due >= event.day:
                        term.passed = False
                        if term.finding is not None:
                            term.finding.until, term.finding = event.day, None
        counted = self.edition.clause(row.counted)
        if counted is None or counted.sort != "event" or counted.name != event.name or term.unsure:
            return
        if term.start is None or (counted.latest is not None and event.day < term.start):
            self.start(term, item)

    def close(self, term, status, day):
        term.closed_as, term.closed = status, day
        if term.finding is not None:
            term.finding.until = day

    def open(self, row, event, item):
        clauses = [clause for clause in row.opened if event.name in clause.events]
        if not clauses:
            return
        standing, is_open = self.edition.row(row, event.day)
        if standing == OUT:
            return
        opened = self.clause_holds(clauses, event, item)
        if is_open or standing == NOT_HELD:
            opened = min(opened, UNKNOWN)
        if opened == NO:
            return
        before = self.situation.latest(item.id, row.name)
        if before is not None and not before.closed_as and row.duty:
            if not before.unsure or opened == UNKNOWN:
                return
            self.close(before, "lapsed", event.day)
        elif before is not None and not before.closed_as and not before.passed:
            self.close(before, "lapsed", event.day)
        linked = self.linked_term(row, event, item)
        term = self.new_term(row, item.id, event.day)
        term.before, term.linked = before, linked
        if opened == UNKNOWN:
            term.unsure, term.why = True, "undetermined" if standing != NOT_HELD else "no_text"
            return
        self.start(term, item)

    def new_term(self, row, item, opened):
        term = Thing(row=row, item=item, opened=opened, start=None, span=None, unrolled=None, due=None, yearly=None, why=None,
                     unsure=False, closed_as=None, closed=None, extended=False, passed=False, finding=None, before=None,
                     linked=None)
        self.situation.opened(term)
        return term

    def start(self, term, item):
        """The day from which a term is counted, and its period."""
        row = term.row
        counted = self.edition.clause(row.counted)
        within = self.edition.clause(row.within)
        start = term.opened
        if counted is not None and counted.latest is not None:
            start = min(dates.plus(term.opened, counted.latest), item.last.get(counted.name, datetime.date.max))
        elif counted is not None and counted.sort == "event":
            start = item.last.get(counted.name)
        elif counted is not None and counted.sort == "argument":
            start = item.days.get(counted.name)
        elif counted is not None:
            before = term.before if counted.name == row.name else self.situation.latest(item.id, counted.name)
            start = before.due if before is not None else None
        term.why = None
        if within.sort == "none":
            term.why = "no_period"
            return
        if start is None:
            term.why = "not_started"
            return
        if counted is not None and counted.span is not None:
            start = dates.plus(start, counted.span, counted.sign)
        term.start = start
        if within.sort == "until":
            term.yearly = (within.day, within.month, within.years)
            term.unrolled = dates.day_of_year(term.opened.year + within.years, within.month, within.day)
            term.due = self.roll(row, term.unrolled)
            return
        if within.sort == "takes":
            term.due = term.linked.due if term.linked is not None else None
            term.why = None if term.due else "not_started"
            return
        if term.extended:
            self.set_due(term)
            return
        if within.sort == "host":
            term.span = self.edition.lengths.get(within.name)
        elif within.sort == "carried":
            term.span = item.periods.get(within.name)
        else:
            term.span = self.edition.tightened(row, within)
        if term.span is None:
            term.why = "length_unset" if within.sort == "host" else "no_period"
            return
        self.set_due(term)

    def linked_term(self, row, event, item):
        """The term that a new one takes over, as it stands before that: of the item that the event names, else of the one
        that was linked first."""
        within = self.edition.clause(row.within)
        if within.sort != "takes":
            return None
        first = next((target for source, name, target in self.situation.links
                      if source == item.id and name == within.link), None)
        other = event.values.get(within.link, first)
        return None if other is None else self.situation.latest(other, within.name)

    def set_due(self, term):
        """The last day from the start and the period."""
        try:
            term.unrolled = dates.plus(term.start, term.span)
            term.due = self.roll(term.row, term.unrolled)
        except dates.OutOfRange:
            term.unrolled, term.due, term.why = None, None, "out_of_range"

    def further(self, term):
        """The last day of the next period of a term that passes again, before it is rolled: counted from the last day of
        the one before, or the same day of the year as many years on."""
        try:
            if term.yearly is not None:
                number, month, years = term.yearly
                return dates.day_of_year(term.unrolled.year + years, month, number) if years else None
            return dates.plus(term.due, term.span) if term.span is not None and term.span[0] else None
        except dates.OutOfRange:
            return None

    def roll(self, row, day):
        return dates.rolled(day, row.roll or self.edition.roll, self.edition.holidays)

    # ---- requirements ---------------------------------------------------------------------------------------------------

    def requirements(self, day):
        """What must hold as long as a state lasts, at the end of a day."""
        if not self.required_too:
            return
        judge = Judge(self.situation, day)
        for item in self.situation.items.values():
            for row in self.edition.law.of_kind("require", item.kind):
                standing, is_open = judge.row(row)
                kind = None
                if item.state in row.states and standing != OUT:
                    value = UNKNOWN if standing == NOT_HELD else judge.holds(row.condition, item)
                    if is_open and value == NO:
                        value = UNKNOWN
                    kind = {NO: "breach", UNKNOWN: "not_shown", YES: None}[value]
                stands = self.required.get((row.index, item.id))
                if stands is not None and stands.kind != kind:
                    stands.until = day
                    if stands.since == day:
                        self.findings.remove(stands)
                    else:
                        self.ceased[(row.index, item.id, stands.kind)] = stands
                    del self.required[(row.index, item.id)]
                    stands = None
                if kind and stands is None:
                    self.required[(row.index, item.id)] = self.begins(kind, row, item.id, day)
        self.watched = min(judge.flips, default=None)

    def begins(self, kind, row, item, day):
        """A finding of a requirement: one that ended on this day was not interrupted."""
        ceased = self.ceased.pop((row.index, item, kind), None)
        if ceased is not None and ceased.until == day:
            ceased.until = None
            return ceased
        return self.finding(kind, row.name, item, day, row.provision)


def struck_out(lines):
    """The positions that are struck out; a line that strikes out can be struck out itself, by a later one."""
    struck = set()
    for line in reversed(lines):
        if line.sort == "void" and line.position not in struck:
            struck.add(line.target)
    return struck


# ---- what a line carries ------------------------------------------------------------------------------------------------

def state_fact(item, name, value):
    if value == "unknown":
        item.facts.pop(name, None)
    else:
        item.facts[name] = NAMES.index(value)


def carry(situation, event):
    """Sets what an event carries, and keeps what is judged as at it."""
    law = situation.edition.law
    item = situation.add(event.item)
    kind = law.items[item.kind]
    for name, value in event.values.items():
        argument = kind.arguments.get(name)
        if argument is None:
            state_fact(item, name, value)
        elif argument.sort == "choice":
            item.choices[name] = value
        elif argument.sort == "day":
            item.days[name] = dates.day(value)
        elif argument.sort == "period":
            item.periods[name] = dates.period(value)
        else:
            situation.add(value)
            situation.link(item.id, name, value)
    taken = set(kind.events[event.name].arguments)
    item.carried = (item.carried - taken) | (taken & set(event.values))
    judge = Judge(situation, event.day, event)
    names = {name for row in law.of_kind("definition", item.kind) if row.event == event.name
             for name in row.facts}
    for name in sorted(names):
        rows = [row for row in situation.definitions(item.kind, name) if row.event == event.name]
        item.kept[name] = judge.defined(rows, item)


def supposed(fold, event):
    """The verdict on an event that is only supposed."""
    situation = copy.copy(fold.situation)
    situation.items = copy.deepcopy(fold.situation.items)
    situation.links = list(fold.situation.links)
    carry(situation, event)
    return verdict(situation, event, event.day)
