"""Random journals: cases of any law with settings, persons and lines that the library must accept, in any order of days."""

import datetime

from casetext import Case, journal_line
from edition import Edition
from fold import Fold
from verdict import fits

PERIODS = ("P0D", "P1D", "P3D", "P10D", "P2W", "P1M", "P2M", "P1Y")


class Made:
    """A case as text: what stands before the journal, the journal, and the days asked about."""

    def __init__(self, law):
        self.law, self.head, self.lines, self.asks = law, [], [], []


class Maker:
    """Makes one case; a fold that follows it knows which events fit."""

    def __init__(self, law, random):
        self.law, self.random = law, random
        self.made = Made(law.name)
        self.case = Case()
        self.edition = Edition(law)
        self.items = []             # in the order in which they came into being
        self.numbers = {}
        self.fold = None            # all lines so far, none struck out
        self.day = self.first_day()

    # ---- the head -----------------------------------------------------------------------------------------------------

    def first_day(self):
        """A day near one on which some provision changes, or some year in which all are in force."""
        days = set()
        for provision in self.law.provisions:
            days.update(day for day in Edition(self.law).boundaries(provision) if day)
        near = self.random.choice(sorted(days) or [datetime.date(2023, 5, 1)])
        shift = self.random.choice((-40, -10, -1, 0, 1, 30, 200, 700)) + self.random.randint(-3, 3)
        return near + datetime.timedelta(days=shift)

    def setting(self, *words):
        self.case.settings.append(list(words))
        self.edition.set(list(words))
        self.made.head.append("set " + " ".join(words))

    def settings(self):
        random, law = self.random, self.law
        for name, alternatives in law.readings.items():
            if random.random() < 0.3:
                self.setting("reading", name, random.choice(list(alternatives)))
        often = {clause.name for row in law.rows if row.kind == "term" and row.again for clause in row.within
                 if clause.sort == "host"}
        for name in law.lengths:
            if random.random() < 0.5:
                self.setting("length", name, random.choice(PERIODS[4:] if name in often else PERIODS))
        terms = sorted({(row.item, row.name) for row in law.rows if row.kind == "term"})
        for item, name in terms:
            spans = [clause for row in law.of_kind("term", item) if row.name == name for clause in row.within]
            if spans and len({clause.sort for clause in spans}) == 1 and spans[0].sort in ("most", "least"):
                if len({clause.span for clause in spans}) == 1 and random.random() < 0.2:
                    number, unit = spans[0].span
                    change = random.randint(0, 3)
                    number = max(0, number - change) if spans[0].sort == "most" else number + change
                    self.setting("period", "%s.%s" % (item, name), "P%d%s" % (number, unit))
        if random.random() < 0.25:
            self.setting("roll", random.choice(("next_working_day", "previous_working_day")))
            self.setting("holiday", str(self.day + datetime.timedelta(days=random.randint(0, 60))))
        if law.scopes and random.random() < 0.25:
            self.setting("scope", random.choice(law.scopes))
        for provision in law.provisions:
            if provision.name and provision.name not in self.edition.since and random.random() < 0.3:
                day = self.day + datetime.timedelta(days=random.choice((-20, 0, 5, 40)))
                self.setting("since", provision.name, str(max(day, provision.floor or day)))

    def persons(self):
        number = self.random.randint(3, 6)
        roles = {"p%d" % one: [] for one in range(1, number + 1)}
        for role in self.law.roles:
            for person in self.random.sample(sorted(roles), self.random.choice((1, 1, 2))):
                roles[person].append(role)
        for person, held in roles.items():
            self.case.persons[person] = held
            self.made.head.append(("person %s %s" % (person, ", ".join(held))).strip())
            self.items.append(person)
        for prefix, kind in self.law.prefixes.items():
            if kind != "person" and self.random.random() < 0.08:
                name = self.new_name(kind)
                self.case.items.append(name)
                self.made.head.append("item " + name)
                self.items.append(name)

    # ---- what lines are made of -----------------------------------------------------------------------------------------

    def kind(self, item):
        return self.law.prefixes[item.rstrip("0123456789")]

    def new_name(self, kind):
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return "%s%d" % (self.law.items[kind].prefix, self.numbers[kind])

    def of_kind(self, kind):
        return [item for item in self.items if self.kind(item) == kind]

    def holders(self, roles):
        return [person for person, held in self.case.persons.items() if set(held) & set(roles)]

    def actor(self, roles):
        able = self.holders(roles)
        if able and self.random.random() < 0.8:
            return self.random.choice(able)
        return self.random.choice([None] + sorted(self.case.persons))

    def pair(self, argument):
        """ARGUMENT=VALUE, or nothing where there is no such item."""
        random = self.random
        if argument.sort == "choice":
            value = random.choice(argument.values)
        elif argument.sort == "day":
            value = str(self.day + datetime.timedelta(days=random.choice((0, -1, 1, -30, -365 * 3, -365 * 5 - 1, 20))))
        elif argument.sort == "period":
            value = random.choice(PERIODS)
        else:
            able = self.of_kind(argument.values[0])
            if not able:
                return None
            value = random.choice(able)
        return "%s=%s" % (argument.name, value)

    def facts(self, item, able, most, carried=()):
        """FACT=VALUE of facts of an item that one of these persons may state; of all facts if `able` is None. The line
        brings the links `carried`."""
        found = []
        for name, fact in self.law.items[self.kind(item)].facts.items():
            if able is None or any(self.fold.situation.could_state(person, role, item, carried)
                                   for person in able for role in fact.roles if role in self.case.persons[person]):
                found.append(name)
        chosen = self.random.sample(found, min(len(found), self.random.randint(0, most)))
        return ["%s=%s" % (name, self.random.choice(("yes", "yes", "no", "unknown"))) for name in chosen]

    def event_words(self, item, name, supposed=False):
        """The words of an event, without its day."""
        kind = self.kind(item)
        event = self.law.items[kind].events[name]
        roles = [role for row in self.law.of_kind("move", kind) if name in row.events for role in row.roles] or event.by
        by = self.actor(roles)
        pairs = []
        for argument in event.arguments:
            if self.random.random() < 0.9:
                pair = self.pair(self.law.items[kind].arguments[argument])
                if pair is not None:
                    pairs.append(pair)
        carried = [(item, *pair.split("=")) for pair in pairs
                   if self.law.items[kind].arguments[pair.split("=")[0]].sort == "item"]
        named = [value for _, _, value in carried if value in self.case.persons]
        # Who acts in one role alone states nothing here: whether they could depends on that role.
        role = self.random.choice(self.case.persons[by] or list(self.law.roles)) if by and self.random.random() < 0.15 else None
        able = None if supposed else ([by] if by and not role else []) + named
        return ["%s.%s" % (kind, name), item] + (["by=" + by] if by else []) + (["as=" + role] if role else []) + pairs + self.facts(item, able, 4, carried)

    def beginnings(self):
        """Events that bring an item into being."""
        return [(kind, name) for kind in self.law.items for row in self.law.of_kind("move", kind)
                if not row.origins or (row.origins == ["any"] and not self.law.items[kind].states)
                for name in row.events if kind != "person"]

    def an_event(self, fold):
        """An item and an event, mostly one that fits; the item may be new."""
        random = self.random
        if random.random() < 0.25 or not self.items:
            kind, name = random.choice(self.beginnings())
            if len(self.of_kind(kind)) < 3:
                return self.new_name(kind), name
        able = []
        for item in self.items:
            kind = self.kind(item)
            states = self.law.items[kind].states
            for row in self.law.of_kind("move", kind):
                if fold is None or fits(row, fold.situation.items[item], states) or random.random() < 0.05:
                    able += [(item, name) for name in row.events]
        if able:
            return random.choice(able)
        kind, name = random.choice(self.beginnings())
        return self.new_name(kind), name

    # ---- the journal ----------------------------------------------------------------------------------------------------

    def step(self, fold):
        """Lets some days pass, often up to a day on which something is due."""
        random = self.random
        dues = [term.due for term in fold.situation.terms if term.due is not None and not term.closed_as
                and term.due >= self.day]
        if dues and random.random() < 0.35:
            self.day = max(self.day, random.choice(dues) + datetime.timedelta(days=random.choice((-1, 0, 1))))
        else:
            self.day += datetime.timedelta(days=random.choice((0, 0, 0, 1, 2, 7, 31, 92, 400)))

    def line_words(self, fold):
        random = self.random
        sort = random.random()
        if sort < 0.72 or not self.items:
            item, name = self.an_event(fold)
            words = self.event_words(item, name)
            if item not in self.items:
                self.items.append(item)
            return words
        if sort < 0.88:
            item = random.choice(self.items)
            person = random.choice(sorted(self.case.persons))
            facts = self.facts(item, [person], 4)
            return ["fact", item] + facts + ["by=" + person] if facts else None
        if sort < 0.96:
            item = random.choice(self.items)
            links = self.law.items[self.kind(item)].links
            able = [(name, other) for name, link in links.items() for other in self.of_kind(link.target)]
            return ["link", item, *random.choice(able)] if able else None
        if not self.case.journal:
            return None
        return ["void", str(random.randint(1, len(self.case.journal)))]

    def make(self, number):
        random = self.random
        self.settings()
        self.persons()
        fold = self.fold = Fold(self.edition, self.case)
        fold.required_too = False
        while len(self.case.journal) < number:
            self.step(fold)
            fold.until(self.day)
            words = self.line_words(fold)
            if words is None:
                continue
            day = self.day
            if random.random() < 0.12:
                day -= datetime.timedelta(days=random.choice((1, 3, 20, 100)))
            if random.random() < 0.15:
                words.append("entered=" + str(max(day, self.day) + datetime.timedelta(days=random.choice((0, 1, 9, 60)))))
            line = journal_line(0, day, words)
            line.position = len(self.case.journal) + 1
            self.case.journal.append(line)
            self.made.lines.append("%s %s" % (day, " ".join(words)))
            if line.sort != "void":
                line.day = self.day
                fold.line(line)
                line.day = day
        self.ask(fold)
        return self.made

    # ---- what is asked ----------------------------------------------------------------------------------------------------

    def ask(self, fold):
        """Three days: some day before, one by what was known then, and one after the last line."""
        random = self.random
        days = [line.day for line in self.case.journal] + [term.due for term in fold.situation.terms if term.due]
        within = [day for day in days if day <= self.day]
        asked = [(random.choice(within) + datetime.timedelta(days=random.choice((-1, 0, 0, 1, 5))), None)]
        middle = random.choice(within)
        asked.append((middle, middle + datetime.timedelta(days=random.choice((0, 0, 10)))))
        later = [day for day in days if day > self.day]
        last = random.choice(later or [self.day]) + datetime.timedelta(days=random.choice((-1, 0, 1, 30)))
        asked.append((max([last, self.day] + [line.day for line in self.case.journal] + [day for day, _ in asked]), None))
        for day, known_by in asked:
            supposed = []
            for _ in range(5):
                numbers = dict(self.numbers)
                item, name = self.an_event(None if random.random() < 0.3 else fold)
                supposed.append(" ".join(self.event_words(item, name, supposed=True)))
                self.numbers = numbers
            self.made.asks.append((day, known_by, supposed))
