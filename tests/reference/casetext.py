"""The reader of `.case` files: scenarios with their head, journal and expectations (docs/case-language.md)."""

import re

import dates
from lawtext import Thing


class CaseError(Exception):
    """A text that is no case."""


def words_of(line):
    return line.split("#")[0].split()


def read_case(text):
    """The runs of a text: each a list of (line number, words), with a name and its row of a table."""
    shared, scenarios, tables = [], [], {}
    current, table = shared, None
    for number, line in enumerate(text.split("\n"), 1):
        words = words_of(line)
        if not words:
            continue
        if words[0] == "scenario":
            current = []
            scenarios.append((words[1], current))
        elif words[0] == "table":
            table = Thing(columns=words[1:], rows=[])
            tables[id(current)] = table
        elif words[0] == "row":
            if len(words) - 1 != len(table.columns):
                raise CaseError("%d: a row of another width" % number)
            table.rows.append((number, words[1:]))
        elif words[0] != "shows":
            current.append((number, words))
    runs = []
    for name, own in scenarios or [(None, [])]:
        table = tables.get(id(own)) or tables.get(id(shared))
        lines = shared + own
        if table is None:
            runs.append(Thing(name=name, row=None, lines=lines))
            continue
        for row_line, row in table.rows:
            values = dict(zip(table.columns, row))
            replaced = [(number, [replace(word, values) for word in words]) for number, words in lines]
            runs.append(Thing(name=name, row=row_line, lines=replaced))
    return runs


def replace(word, values):
    """Puts the row's values in; the longest name that fits is meant."""
    if "$" not in word:
        return word
    names = sorted(values, key=len, reverse=True)
    return re.sub(r"\$(%s)" % "|".join(map(re.escape, names)), lambda found: values[found.group(1)], word)


class Case:
    """One run as a case: settings, persons, items, journal, expectations."""

    def __init__(self):
        self.law, self.settings, self.persons, self.items = None, [], {}, []
        self.journal = []
        self.asked = []         # (line number, on, words)


def case_of(run):
    """The case that the lines of a run make."""
    case = Case()
    last, on = None, None
    for number, words in run.lines:
        head = words[0]
        if head == "law":
            case.law = words[1]
        elif head == "set":
            case.settings.append(words[1:])
        elif head == "case":
            pass
        elif head == "person":
            case.persons[words[1]] = [word for word in " ".join(words[2:]).replace(",", " ").split()]
        elif head == "item":
            case.items.append(words[1])
        elif head == "wait":
            last = dates.plus(last, dates.period(words[1]))
        elif head == "on":
            on = Thing(day=last if words[1] == "now" else dates.day(words[1]), known_by=None, audience=None)
            for at, word in enumerate(words):
                if word == "known-by":
                    on.known_by = dates.day(words[at + 1])
                if word == "for":
                    on.audience = words[at + 1]
            last = on.day
        elif head == "expect":
            case.asked.append((number, on, words[1:]))
        else:
            day = last if head == "now" else dates.day(head)
            last = day
            line = journal_line(number, day, words[1:])
            line.position = len(case.journal) + 1
            case.journal.append(line)
    return case


class Today:
    """The names that the words of a law have today, for those that a case calls them by."""

    def __init__(self, law):
        self.law = law

    def word(self, sort, owner, name):
        return self.law.renamed.get((sort, owner, name), name)

    def qualified(self, sort, name):
        """ITEM.NAME."""
        item, _, own = name.partition(".")
        item = self.word("item", "", item)
        return item + "." + self.word(sort, item, own)

    def item(self, name):
        """The name of an item of the case, such as r1."""
        prefix = name.rstrip("0123456789")
        return self.word("prefix", "", prefix) + name[len(prefix):] if prefix != name else name

    def kind(self, name):
        return self.law.prefixes.get(self.item(name).rstrip("0123456789"), "")

    def names(self, sorts, owner, text):
        """A list with commas of words of one of the sorts; of what belongs to items, of whichever item."""
        owners = [owner] if owner is not None else sorted(self.law.items)
        found = []
        for name in text.split(","):
            news = [self.word(sort, one, name) for sort in sorts for one in ["", *owners]]
            found.append(next((new for new in news if new != name), name))
        return ",".join(found)

    def pair(self, kind, word):
        """NAME=VALUE on a line about a kind of item."""
        name, _, value = word.partition("=")
        if name in ("due", "since", "until", "entered"):
            return word
        if name == "because":
            return name + "=" + self.word("provision", "", value)
        if name in ("as", "bearer"):
            return name + "=" + self.names(["role"], "", value)
        if name == "missing":
            return name + "=" + self.names(["fact", "reading", "length"], None, value)
        argument = self.word("argument", kind, name)
        if argument in (self.law.items[kind].arguments if kind in self.law.items else {}):
            value = self.word("choice", kind + "." + argument, value)
            return argument + "=" + self.item(value)
        return self.word("fact", kind, name) + "=" + self.item(value)

    def line(self, words):
        """A line of the journal, without its day."""
        plain = [word for word in words if "=" not in word]
        kind = self.kind(plain[1]) if len(plain) > 1 else ""
        new = [self.pair(kind, word) if "=" in word else self.item(word) for word in words]
        if plain[0] == "link":
            new[2] = self.word("link", kind, plain[2])
        elif plain[0] not in ("fact", "void"):
            new[0] = self.qualified("event", plain[0])
        return new

    def setting(self, words):
        head, name = words[0], words[1] if len(words) > 1 else ""
        if head == "reading":
            name = self.word("reading", "", name)
            return [head, name, self.word("alternative", name, words[2])]
        if head == "period":
            return [head, self.qualified("term", name), *words[2:]]
        return [head, self.word(head, "", name), *words[2:]] if head in ("length", "scope", "since") else words

    def asked(self, words):
        """What is expected."""
        head = words[0]
        if head == "may":
            return [head, *self.line(words[1:])]
        items = [word for word in words[1:] if self.kind(word)]
        kind = self.kind(items[-1]) if items else ""
        sorts = {"duty": ["term"], "term": ["term"], "finding": ["term", "event", "requirement"],
                 "cured": ["term", "event", "requirement"], "state": ["state"],
                 "no": ["term", "event", "requirement"], "fact": ["fact"], "answer": ["question", "value"]}
        return [head] + [self.pair(kind, word) if "=" in word else self.item(word) if word in items
                         else self.names(sorts.get(head, []), kind or None, word) for word in words[1:]]

    def case(self, case):
        case.settings = [self.setting(words) for words in case.settings]
        case.persons = {self.item(name): [self.word("role", "", role) for role in roles] for name, roles in case.persons.items()}
        case.items = [self.item(name) for name in case.items]
        case.journal = [again(line, self.line(line.words)) for line in case.journal]
        case.asked = [(number, on, self.asked(words)) for number, on, words in case.asked]
        return case


def again(line, words):
    new = journal_line(line.number, line.day, words)
    new.position = line.position
    return new


def journal_line(number, day, words):
    line = Thing(sort="event", name=None, item=None, by=None, role=None, entered=day, values={}, link=None, target=None, day=day,
                 number=number, position=0, words=words)
    plain = [word for word in words if "=" not in word]
    if plain[0] in ("fact", "link", "void"):
        line.sort = plain[0]
    if line.sort == "event":
        line.name, line.item = plain[0].split(".")[1], plain[1]
        line.kind = plain[0].split(".")[0]
    elif line.sort == "fact":
        line.item = plain[1]
    elif line.sort == "link":
        line.item, line.link, line.target = plain[1:4]
    else:
        line.target = int(plain[1])
    for word in words:
        if "=" in word:
            name, value = word.split("=", 1)
            if name == "by":
                line.by = value
            elif name == "as":
                line.role = value
            elif name == "entered":
                line.entered = dates.day(value)
            else:
                line.values[name] = value
    return line
