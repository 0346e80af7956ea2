"""Reads .law texts plainly: which names a law declares, and what each is called. It knows how statements are
built, not what they do; what it does not understand is an error, never passed over.

For scripts of the build and of the tests; the library has its own reader (src/lawfile).
"""
import re

LANGUAGES = ("en", "fr", "nl")
TOKEN = re.compile(r'\s*("(?:\\.|[^"\\])*"|->|<-|[,:()=]|[^\s,:()="]+)')


class Wrong(Exception):
    """What cannot be read, with its place."""


class Line:
    """A line that begins a statement or goes on with one: its tokens, and the lines that stand deeper."""

    def __init__(self, place, depth, tokens):
        self.place, self.depth, self.tokens, self.below = place, depth, tokens, []

    def all_tokens(self):
        """Its own and those of everything below, in the order of the text."""
        found = list(self.tokens)
        for line in self.below:
            found += line.all_tokens()
        return found


class Word:
    """A name of a law: what it is called within its owner, the owner's name, and its labels by language, none of which must be there."""

    def __init__(self, name, owner="", labels=()):
        self.name, self.owner, self.labels = name, owner, dict(labels)

    @property
    def full(self):
        return f"{self.owner}.{self.name}" if self.owner else self.name

    @property
    def label(self):
        """The English one."""
        return self.labels.get("en", "")


SORTS = ("role", "item", "prefix", "state", "event", "argument", "choice", "fact", "definition", "link", "term", "requirement",
         "question", "value", "length", "scope", "reading", "alternative", "provision")


class Law:
    """The words of a law by sort, each a dictionary {full name: Word} in the order of the text."""

    def __init__(self):
        self.name = ""
        self.title = ""
        self.words = {sort: {} for sort in SORTS}
        self.labels = {}

    def add(self, sort, name, owner="", labels=()):
        word = Word(name, owner, labels)
        known = self.words[sort].setdefault(word.full, word)
        known.labels = {**word.labels, **known.labels}


def tokens_of(place, text):
    found, at = [], 0
    while text[at:].strip():
        if text[at:].lstrip().startswith("#"):
            break
        token = TOKEN.match(text, at)
        if not token:
            raise Wrong(f"{place}: a text in quotes has no end")
        found.append(token.group(1))
        at = token.end()
    return found


def lines_of(path):
    """The lines of a file that stand at its margin, each with those below it."""
    top, open_lines = [], []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        tokens = tokens_of(f"{path.name}:{number}", raw)
        if not tokens:
            continue
        line = Line(f"{path.name}:{number}", len(raw) - len(raw.lstrip(" ")), tokens)
        while open_lines and open_lines[-1].depth >= line.depth:
            open_lines.pop()
        (open_lines[-1].below if open_lines else top).append(line)
        open_lines.append(line)
    return top


# ---- parts of statements -----------------------------------------------------------------------------------------------------

def unquoted(token):
    return re.sub(r"\\(.)", r"\1", token[1:-1])


def labels(tokens):
    """The first label in each language among tokens."""
    found = {}
    for language, text in zip(tokens, tokens[1:]):
        if language in LANGUAGES and text.startswith('"'):
            found.setdefault(language, unquoted(text))
    return found


def names_at(tokens, at):
    """The names from a place on that are separated by commas, and the place behind them."""
    names = [tokens[at]]
    at += 1
    while at + 1 < len(tokens) and tokens[at] == ",":
        names.append(tokens[at + 1])
        at += 2
    return names, at


def is_label(line):
    return line.tokens[0] in LANGUAGES and len(line.tokens) > 1 and line.tokens[1].startswith('"')


def own_labels(line):
    """The labels on the line itself and on the label lines right below it."""
    tokens = list(line.tokens)
    for below in line.below:
        if not is_label(below):
            break
        tokens += below.tokens
    return labels(tokens)


def qualified(line, token):
    """ITEM.NAME as (ITEM, NAME)."""
    item, dot, name = token.partition(".")
    if not dot or not item or not name:
        raise Wrong(f"{line.place}: ITEM.NAME belongs in the place of '{token}'")
    return item, name


# ---- statements ----------------------------------------------------------------------------------------------------------------

def read_arguments(law, item, line, tokens, at):
    while True:
        name, bracket = tokens[at], tokens[at + 1:at + 2]
        if bracket != ["("]:
            raise Wrong(f"{line.place}: the argument '{name}' says nothing in parentheses")
        choices, at = names_at(tokens, at + 2)
        law.add("argument", name, item)
        if len(choices) > 1:
            for choice in choices:
                law.add("choice", choice, f"{item}.{name}")
        elif choices[0] not in ("day", "period"):
            law.add("link", name, item)
        at += 1
        if tokens[at:at + 1] != [","]:
            return
        at += 1


def read_in_item(law, item, line):
    tokens = line.all_tokens()
    word = tokens[0]
    sort = {"state": "state", "states": "state", "event": "event", "fact": "fact", "defined": "definition"}.get(word)
    if sort is None:
        raise Wrong(f"{line.place}: '{word}' stands in no item")
    names, at = names_at(tokens, 1)
    for name in names:
        law.add(sort, name, item, labels(tokens) if len(names) == 1 else ())
    if word == "event" and "carries" in tokens[at:]:
        read_arguments(law, item, line, tokens, tokens.index("carries", at) + 1)


def read_item(law, line):
    item = line.tokens[1]
    law.add("item", item, labels=own_labels(line))
    if len(line.tokens) > 2 and line.tokens[2] not in LANGUAGES:
        law.add("prefix", line.tokens[2], item, own_labels(line))
    for below in line.below:
        if not is_label(below):
            read_in_item(law, item, below)


def read_reading(law, line):
    name = line.tokens[1]
    law.add("reading", name, labels=own_labels(line))
    for below in line.below:
        if not is_label(below):
            law.add("alternative", below.tokens[0], name, labels(below.all_tokens()))


def read_term(law, line):
    opened = next((below for below in line.below if below.tokens[:2] == ["opened", "by"]), None)
    if opened is None:
        raise Wrong(f"{line.place}: nothing opens '{line.tokens[1]}'")
    item, _ = qualified(line, opened.tokens[2])
    law.add("term", line.tokens[1], item, own_labels(line))


def read_row(law, line):
    tokens = line.tokens
    if tokens[0] in ("term", "duty"):
        read_term(law, line)
    elif tokens[0] == "in":
        if tokens[2:3] != ["exclude"]:
            raise Wrong(f"{line.place}: an exclusion is written `in SCOPE exclude ID`")
    elif tokens[0] == "withhold":
        qualified(line, tokens[1])
    elif tokens[0] == "require":
        law.add("requirement", tokens[1], labels=labels(line.all_tokens()))
    elif tokens[0] == "figure":
        pass  # it is asked of a register and named in no line of a case
    elif tokens[0] == "answer":
        item, question = qualified(line, tokens[1])
        if tokens[2:3] != ["="]:
            raise Wrong(f"{line.place}: an answer has = and a value behind the question")
        law.add("question", question, item)
        law.add("value", tokens[3])
    elif not (line.all_tokens()[1:2] and line.all_tokens()[1] in (",", ":", "only", "not", "needs")):
        item, name = qualified(line, tokens[0])
        law.add("definition", name, item)


ABOUT_PROVISIONS = ("anchor", "gloss", "modality", "outside", "recorded", "only")


def read_rows(law, line):
    for below in line.below:
        word = below.tokens[0]
        if word not in ABOUT_PROVISIONS and word not in ("since", "held", "until") and not word.startswith('"'):
            read_row(law, below)


def read_provision(law, line):
    tokens = line.all_tokens()
    law.add("provision", tokens[1], labels={"en": unquoted(tokens[2])})
    read_rows(law, line)


def read_link(law, line):
    tokens = line.all_tokens()
    if tokens[2:3] != [":"]:
        raise Wrong(f"{line.place}: a link has : behind its name")
    law.add("link", tokens[1], tokens[3], labels(tokens))


def read_law(law, line):
    law.name = line.tokens[1]


def read_title(law, line):
    law.title = labels(line.all_tokens()).get("en", "")


def read_label(law, line):
    law.labels[line.tokens[1]] = labels(line.all_tokens())


def read_named(law, line):
    sort = "reading" if line.tokens[0] == "question" else line.tokens[0]
    law.add(sort, line.tokens[1], labels=labels(line.all_tokens()))


def pass_over(law, line):
    pass


STATEMENTS = {"law": read_law, "title": read_title, "force": pass_over, "source": pass_over, "verified": pass_over,
              "role": read_named, "length": read_named, "scope": read_named, "question": read_named, "label": read_label, "item": read_item,
              "link": read_link, "reading": read_reading, "provision": read_provision, "structure": read_rows,
              "invariant": pass_over, "renamed": pass_over}


def read(paths):
    """The Law of some files, read one after the other. Raises Wrong."""
    law = Law()
    for path in paths:
        for line in lines_of(path):
            if line.tokens[0] not in STATEMENTS:
                raise Wrong(f"{line.place}: '{line.tokens[0]}' begins no statement")
            STATEMENTS[line.tokens[0]](law, line)
    if not law.name:
        raise Wrong(f"{paths[0].name}: the text does not name its law")
    for sort in ("argument", "choice", "question", "value", "link"):
        for word in law.words[sort].values():
            word.labels = {**law.labels.get(word.name, {}), **law.labels.get(word.full, {}), **word.labels}
    return law
