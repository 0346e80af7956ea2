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


def journal_line(number, day, words):
    line = Thing(sort="event", name=None, item=None, by=None, role=None, entered=day, values={}, link=None, target=None, day=day,
                 number=number, position=0)
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
