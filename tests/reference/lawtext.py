"""The reader of `.law` files: a law as plain objects, in the words of docs/law-language.md."""

import datetime

import dates
from conditions import Conditions
from words import LABEL, Thing, Words, flat, tree, without_labels

CLAUSES = ("opened", "counted", "within", "until", "takes", "rolls", "extended", "met", "lapses", "excused", "then", "again",
           "reading")


# ---- the law --------------------------------------------------------------------------------------------------------

class Law:
    """A law as it is written: vocabulary, provisions, rows."""

    def __init__(self):
        self.name, self.force, self.verified = None, "law", None
        self.roles, self.scopes, self.lengths, self.items, self.readings = {}, [], [], {}, {}
        self.provisions, self.rows, self.excluded, self.prefixes = [], [], [], {}
        self.renamed = {}           # (sort of word, what has it, old name) -> name
        self.sorted = {}            # (sort of row, kind of item) -> rows

    def of_kind(self, kind, item):
        """The rows of a sort that speak of a kind of item, in the law's order."""
        if (kind, item) not in self.sorted:
            self.sorted[kind, item] = [row for row in self.rows if row.kind == kind and row.item == item]
        return self.sorted[kind, item]


def read_law(texts):
    """The law of several (name, text) pairs, which are one text."""
    law = Law()
    nodes = [node for name, text in texts for node in tree(text, name)]
    later = []
    for node in nodes:
        vocabulary(law, node, later)
    for node in later:
        if node.words[0] == "in":
            exclusion(law, node)
        else:
            provision(law, node)
    for index, row in enumerate(law.rows):
        row.index = index
    return law


def vocabulary(law, node, later):
    words = Words(without_labels(flat(node)) if node.words[0] not in ("item", "reading", "provision", "structure")
                  else list(node.words), node)
    head = words.next()
    if head == "law":
        law.name = words.next()
    elif head == "force":
        law.force = words.next()
    elif head == "verified":
        law.verified = dates.day(words.next())
    elif head in ("title", "source", "label", "question", "invariant"):
        pass  # an invariant judges no case
    elif head == "role":
        name, holder = words.next(), None
        if words.take("held", "by"):
            kind = words.next()
            words.need("is")
            states = [words.next()]
            while words.take("or"):
                states.append(words.next())
            holder = (kind, states)
        words.end()
        law.roles[name] = holder
    elif head == "scope":
        law.scopes.append(words.next())
    elif head == "length":
        law.lengths.append(words.next())
    elif head == "item":
        item_lines(law, node, words)
    elif head == "link":
        name = words.next()
        words.need(":")
        source = words.next()
        words.need("->")
        target = words.next()
        item_of(law, source).links[name] = Thing(target=target, concerned=words.take("concerned"))
        words.end()
    elif head == "reading":
        name = words.next()
        law.readings[name] = alternatives = {}
        for child in node.below:
            if child.words[0] in LABEL and child.words[1:2] and child.words[1].startswith('"'):
                continue
            standing = child.words[1] if len(child.words) > 1 and child.words[1] not in LABEL else "dropped"
            alternatives[child.words[0]] = standing
        if list(alternatives.values()).count("default") != 1:
            words.fail("one alternative is the default")
    elif head == "renamed":
        renamed(law, words)
    elif head in ("provision", "structure", "in"):
        later.append(node)
    else:
        words.fail("unknown word '%s'" % head)


def item_of(law, name):
    if name not in law.items:
        law.items[name] = Thing(name=name, prefix=None, states=[], events={}, facts={}, links={}, choices={}, days={},
                                periods={}, arguments={})
    return law.items[name]


def item_lines(law, node, words):
    kind = item_of(law, words.next())
    prefix = words.peek()
    if prefix and prefix not in LABEL:
        kind.prefix = prefix
        law.prefixes[prefix] = kind.name
    for child in node.below:
        line = Words(without_labels(flat(child)), child)
        if child.words[0] in LABEL:
            continue
        head = line.next()
        if head in ("state", "states"):
            kind.states += line.names()
            line.take("final")      # no case is judged by it
        elif head == "event":
            names = line.names()
            roles, arguments = [], []
            if line.take("by"):
                roles = line.names()
            if line.take("carries"):
                arguments = carried(kind, line)
            line.end()
            for name in names:
                kind.events[name] = Thing(by=roles, arguments=arguments)
        elif head == "fact":
            names = line.names()
            line.need("stated", "by")
            roles = line.names()
            silence = "no" if line.take("silence", "no") else "unknown"
            line.end()
            for name in names:
                kind.facts[name] = Thing(roles=roles, silence=silence)
        elif head == "defined":
            pass
        else:
            line.fail("unknown word '%s'" % head)


def carried(kind, line):
    found = []
    while True:
        name = line.next()
        line.need("(")
        values = line.names()
        line.need(")")
        sort = values[0] if len(values) == 1 else "choice"
        kind.arguments[name] = Thing(name=name, sort=sort if sort in ("day", "period", "choice") else "item",
                                     values=values)
        if kind.arguments[name].sort == "item":
            kind.links.setdefault(name, Thing(target=sort, concerned=False))
        found.append(name)
        if not line.take(","):
            return found


def renamed(law, words):
    sort = words.next()
    owner = words.next() if sort in ("choice", "alternative") else ""
    name = words.next()
    if sort in ("state", "event", "fact", "argument", "link", "term", "requirement", "question"):
        owner, name = name.split(".")
    words.need("was")
    for old in words.names():
        if (sort, owner, old) in law.renamed:
            words.fail("'%s' is an old name twice" % old)
        law.renamed[sort, owner, old] = name
    words.end()


def exclusion(law, node):
    words = Words(flat(node), node)
    words.need("in")
    scope = words.next()
    words.need("exclude")
    law.excluded.append((scope, words.names(), None))


# ---- provisions -----------------------------------------------------------------------------------------------------

def provision(law, node):
    head = list(node.words)
    body = []
    for child in node.below:
        if child.words[0] in ("since", "held", "until", "not") and not body:
            head += flat(child)
        else:
            body.append(child)
    words = Words(head, node)
    law.provisions.append(made := Thing(id=None, since="original", name=None, floor=None, held=None, until=None, scope=None,
                                        treatment="executed", rows=[]))
    if words.take("provision"):
        made.id = words.next()
        made.citation = words.next()[1:]
        words.need("since")
        made.since = words.next()
        if made.since in ("setting", "adoption"):
            made.name = words.next()
            if words.take("not", "before"):
                made.floor = dates.day(words.next())
        elif made.since not in ("original", "unknown"):
            made.since = dates.day(made.since)
        if words.take("held", "from"):
            made.held = dates.day(words.next())
        if words.take("until"):
            made.until = dates.day(words.next())
    else:
        words.need("structure")
    words.end()
    for child in body:
        first = child.words[0]
        if first in ("modality", "anchor", "gloss", "figure"):
            continue  # a figure counts over many cases and judges none
        if first in ("outside", "recorded"):
            made.treatment = first
            continue
        if first == "only" and child.words[1] == "in":
            made.scope = child.words[2]
            continue
        row(law, made, child)


def of_one_item(names, where):
    """Splits ITEM.NAME, NAME, …: a plain name belongs to the item of the first."""
    if "." not in names[0]:
        where.fail("'%s' names no item" % names[0])
    first = names[0].split(".")[0]
    found = []
    for name in names:
        kind, _, plain = name.rpartition(".")
        found.append((kind or first, plain))
    return found


def add(law, made, node, kind, **values):
    law.rows.append(new := Thing(kind=kind, provision=made, node=node, **values))
    made.rows.append(new)
    return new


def row(law, made, node):
    if node.words[0] in ("term", "duty"):
        term(law, made, node)
        return
    all_words = flat(node)
    reading = None
    if len(all_words) > 3 and all_words[-3] == "reading":
        reading = tuple(all_words[-2:])
        all_words = all_words[:-3]
    all_words = without_labels(all_words)
    words = Words(all_words, node)
    read = Conditions(law)

    def tail(item):
        when = read.read(words, item) if words.take("when") else None
        unless = read.read(words, item) if words.take("unless") else None
        words.end()
        return dict(reading=reading, when=when, unless=unless)

    if words.take("answer"):
        item_name, question = words.next().split(".")
        words.need("=")
        value = words.next()
        add(law, made, node, "answer", item=item_name, question=question, value=value, **tail(item_name))
    elif words.take("require"):
        name = words.next()
        bearers = words.names()
        words.need("while")
        item_name = words.next()
        words.need("is")
        states = words.names()
        words.need(":")
        condition = read.read(words, item_name)
        words.end()
        add(law, made, node, "require", name=name, bearers=bearers, item=item_name, states=states, condition=condition,
            reading=reading)
    elif words.take("withhold"):
        names = of_one_item(words.names(), words)
        words.need("from", "all", "but")
        roles = [(words.next(), read.read(words, names[0][0]) if words.take("when") else None)]
        while words.take(","):
            roles.append((words.next(), read.read(words, names[0][0]) if words.take("when") else None))
        unless = read.read(words, names[0][0]) if words.take("unless") else None
        words.end()
        add(law, made, node, "withhold", item=names[0][0], names=[name for _, name in names], roles=roles, reading=reading,
            unless=unless)
    elif words.take("in"):
        scope = words.next()
        words.need("exclude")
        law.excluded.append((scope, words.names(), made))
    else:
        names = of_one_item(words.names(), words)
        item_name = names[0][0]
        plain = [name for _, name in names]
        if words.take(":"):
            move(law, made, node, words, item_name, plain, reading)
        elif words.peek() in ("only", "not") and words.peek(1) == "when":
            sort = words.next()
            add(law, made, node, "guard", sort=sort, item=item_name, events=plain, **tail(item_name))
        elif words.take("needs"):
            facts = words.names()
            add(law, made, node, "guard", sort="needs", item=item_name, events=plain, facts=facts, **tail(item_name))
        else:
            event = None
            if words.take("as", "at"):
                event = words.next().split(".")[-1]
            add(law, made, node, "definition", item=item_name, facts=plain, event=event, **tail(item_name))


def move(law, made, node, words, item_name, events, reading):
    origins = words.names() if words.peek() != "->" else []
    words.need("->")
    target = words.next()
    roles = words.names() if words.take("by") else []
    makes = words.names() if words.take("makes") else []
    clears = words.names() if words.take("clears") else []
    words.end()
    add(law, made, node, "move", item=item_name, events=events, origins=origins, target=target, roles=roles, makes=makes,
        clears=clears, reading=reading)


def term(law, made, node):
    head = list(node.words)
    clauses = []
    for child in node.below:
        if child.words[0] in CLAUSES:
            clauses.append(child)
        else:
            head += flat(child)
    head = without_labels(head)
    reading = None
    if len(head) > 3 and head[-3] == "reading":
        reading, head = tuple(head[-2:]), head[:-3]
    words = Words(head, node)
    duty = words.next() == "duty"
    new = Thing(name=words.next(), duty=duty, bearers=[], addressees=[], opened=[], counted=[], within=[], roll=None,
                extended=[], met=[], lapses=[], excused=None, then=None, again=False, item=None)
    if duty:
        new.bearers = words.names()
        words.need("to")
        new.addressees = words.names()
    words.end()
    read = Conditions(law)
    for child in sorted(clauses, key=lambda child: child.words[0] != "opened"):
        all_words = flat(child)
        chosen = None
        if child.words[0] == "reading":
            reading = tuple(child.words[1:3])
            continue
        if len(all_words) > 3 and all_words[-3] == "reading":
            chosen, all_words = tuple(all_words[-2:]), all_words[:-3]
        clause(new, Words(all_words, child), chosen, read)
    values = dict(new.__dict__)
    add(law, made, node, "term", reading=reading, **values)


def clause(new, words, chosen, read):
    head = words.next()
    if head in ("opened", "met", "lapses"):
        words.need("by")
        link, forward = None, words.peek(1) == "->"
        if forward or words.peek(1) == "<-":
            link = words.next()
            words.next()
        names = of_one_item(words.names(), words)
        if new.item is None:
            new.item = names[0][0]
        made = Thing(item=names[0][0], events=[name for _, name in names], reading=chosen, link=link, forward=forward,
                     when=read.read(words, new.item) if words.take("when") else None,
                     unless=read.read(words, new.item) if words.take("unless") else None)
        getattr(new, head).append(made)
    elif head == "counted":
        words.need("from")
        made = Thing(sort="event", name=None, span=None, sign=1, latest=None, reading=chosen)
        if words.take("the", "last", "day", "of"):
            made.sort, made.name = "term", words.next()
        else:
            name = words.next()
            made.sort = "event" if "." in name else "argument"
            made.name = name.split(".")[-1]
            if words.take("plus"):
                made.span = dates.period(words.next())
            elif words.take("less"):
                made.span, made.sign = dates.period(words.next()), -1
            elif words.take("or"):
                made.latest = dates.period(words.next())
                words.need("after", "the", "opening")
        new.counted.append(made)
    elif head == "within":
        made = Thing(sort=None, span=None, name=None, reading=chosen)
        if words.take("none"):
            made.sort = "none"
        elif words.take("host"):
            made.sort, made.name = "host", words.next()
        elif words.take("carried"):
            made.sort, made.name = "carried", words.next()
        elif words.take("at", "most"):
            made.sort, made.span = "most", dates.period(words.next())
        elif words.take("at", "least"):
            made.sort, made.span = "least", dates.period(words.next())
        else:
            words.need("exactly")
            made.sort, made.span = "exactly", dates.period(words.next())
        new.within.append(made)
    elif head == "until":
        number, month = int(words.next()), dates.MONTHS.index(words.next()) + 1
        words.need(",")
        years = int(words.next())
        if not words.take("year"):
            words.need("years")
        words.need("after", "the", "opening")
        datetime.date(2000, month, number)
        new.within.append(Thing(sort="until", day=number, month=month, years=years, reading=chosen))
    elif head == "takes":
        words.need("over")
        name = words.next()
        words.need("of")
        new.within.append(Thing(sort="takes", name=name, link=words.next(), reading=chosen))
    elif head == "rolls":
        words.need("to")
        new.roll = words.next()
    elif head == "extended":
        words.need("to")
        span = dates.period(words.next())
        words.need("by")
        names = of_one_item(words.names(), words)
        new.extended.append(Thing(span=span, events=[name for _, name in names], reading=chosen,
                                  running=words.take("while", "running")))
    elif head == "excused":
        words.need("when")
        new.excused = read.read(words, new.item)
    elif head == "then":
        new.then = words.next().split(".")[-1]
    elif head == "again":
        new.again = True
    words.end()
